//! The kept versions of the open file: the list at the left, what is known of the chosen one and its picture at the right.

use eframe::egui::{
    self, Align, ColorImage, Context, Image, Key, Layout, Modifiers, Role, ScrollArea, Sense, TextureHandle, TextureOptions, Ui,
    WidgetInfo, vec2,
};
use egui_material_icons::icons::ICON_HISTORY;

use super::pass;
use crate::app::theme::{CORNER, TextRole};
use crate::app::view::{Cx, Out};
use crate::app::widgets::{Dialog as Frame, choice, empty, pills};
use crate::export::preview::LARGEST;
use crate::session::{Action, Dialog, KeptVersion, Seen, VersionFacts, VersionLook, VersionsDialog, version_time};
use crate::text::args;

/// How wide the list is, and how high one of its rows.
const LIST: f32 = 260.0;
const ROW: f32 = 54.0;

/// The picture that is shown, as the window has it.
#[derive(Default)]
pub struct Shown(Option<(Seen, TextureHandle)>);

/// Shows the versions.
pub fn show(ctx: &Context, cx: &Cx<'_>, dialog: &VersionsDialog, shown: &mut Shown, out: &mut Out) {
    let texts = cx.texts;
    let title = texts.versions_title(args::VersionsTitle { file: &cx.session.file_name() });
    let (main, close) = (texts.versions_open(), texts.button_close());
    let is_empty = dialog.list.as_ref().is_some_and(Vec::is_empty);
    let room = ctx.content_rect();
    let width = if is_empty { 440.0 } else { (room.width() - 120.0).clamp(560.0, 960.0) };
    let height = (room.height() - 240.0).clamp(260.0, 620.0);
    let main = dialog.facts().map(|_| main.as_str());
    let frame = Frame { id: "versions", title: &title, width, main, wrong: None, second: None, cancel: &close };
    let mut changed = dialog.clone();
    let answer = frame.show(ctx, cx.theme, |ui| {
        if is_empty {
            empty(ui, cx.theme, ICON_HISTORY, &texts.versions_none(), &texts.versions_none_hint(), &[]);
            return;
        }
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 20.0;
            let column = Layout::top_down(Align::Min);
            ui.allocate_ui_with_layout(vec2(LIST, height), column, |ui| list(ui, cx, &mut changed, height));
            let size = vec2(ui.available_width(), height);
            ui.allocate_ui_with_layout(size, column, |ui| version(ui, cx, &mut changed, shown));
        });
    });
    if (changed.chosen, changed.hall, changed.look) != (dialog.chosen, dialog.hall, dialog.look) {
        out.push(Action::ChangeDialog(Box::new(Dialog::Versions(Box::new(changed)))));
    }
    pass(answer, out);
}

/// The versions, the newest first; the arrow keys go from one to the next.
fn list(ui: &mut Ui, cx: &Cx<'_>, dialog: &mut VersionsDialog, height: f32) {
    let Some(kept) = &dialog.list else {
        ui.spinner();
        return;
    };
    let step = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let moved = !egui::Popup::is_any_open(ui.ctx());
    let before = dialog.chosen;
    if moved && step(Key::ArrowDown) {
        dialog.chosen = (dialog.chosen + 1).min(kept.len().saturating_sub(1));
    } else if moved && step(Key::ArrowUp) {
        dialog.chosen = dialog.chosen.saturating_sub(1);
    }
    let by_key = dialog.chosen != before;
    let mut chosen = dialog.chosen;
    ScrollArea::vertical().id_salt("versions").max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (place, version) in kept.iter().enumerate() {
            let is_chosen = place == dialog.chosen;
            let response = row(ui, cx, version, is_chosen);
            if is_chosen && by_key {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                chosen = place;
            }
        }
    });
    dialog.chosen = chosen;
}

/// When it was saved, how full the show was, and how many booths are different now.
fn row(ui: &mut Ui, cx: &Cx<'_>, kept: &KeptVersion, is_chosen: bool) -> egui::Response {
    let colours = &cx.theme.colours;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let when = version_time(cx.texts, kept.version.at);
    let (full, changes) = match &kept.facts {
        None => ("…".to_owned(), String::new()),
        Some(Err(_)) => (cx.texts.versions_unreadable(args::VersionsUnreadable { why: "" }), String::new()),
        Some(Ok(facts)) => (facts.occupancy.clone(), counts(cx, facts)),
    };
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, format!("{when}, {full}, {changes}")));
    if is_chosen || response.hovered() {
        ui.painter().rect_filled(rect, CORNER, if is_chosen { colours.chosen } else { colours.hovered });
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, CORNER, egui::Stroke::new(1.5, colours.accent), egui::StrokeKind::Inside);
    }
    let inner = rect.shrink2(vec2(10.0, 6.0));
    let lines =
        [(TextRole::Name, colours.ink, &when), (TextRole::Line, colours.ink, &full), (TextRole::Line, colours.muted, &changes)];
    for ((role, colour, words), place) in lines.into_iter().zip(0_u8..) {
        let at = inner.min + vec2(0.0, 7.0 + 14.5 * f32::from(place));
        crate::app::widgets::paint_short(ui, at, inner.width(), role, colour, words);
    }
    response
}

fn counts(cx: &Cx<'_>, facts: &VersionFacts) -> String {
    if facts.changes.is_empty() {
        return cx.texts.versions_same();
    }
    let told = facts.counts.iter().map(|(kind, count)| {
        let what = &kind.words(cx.texts);
        let count = &cx.texts.integer(i64::try_from(*count).unwrap_or(i64::MAX));
        cx.texts.versions_count(args::VersionsCount { what, count })
    });
    told.collect::<Vec<_>>().join(", ")
}

/// The chosen version: its picture, and what changed since.
fn version(ui: &mut Ui, cx: &Cx<'_>, dialog: &mut VersionsDialog, shown: &mut Shown) {
    let texts = cx.texts;
    let facts = match dialog.version().map(|kept| &kept.facts) {
        Some(Some(Ok(facts))) => facts.clone(),
        Some(Some(Err(why))) => {
            let words = texts.versions_unreadable(args::VersionsUnreadable { why });
            ui.label(cx.theme.text(TextRole::Body, words).color(cx.theme.colours.bad));
            return;
        }
        _ => {
            ui.spinner();
            return;
        }
    };
    let looks = [(VersionLook::AsItWas, texts.versions_as_it_was()), (VersionLook::Changes, texts.versions_changes())];
    if let Some(look) = pills(ui, cx.theme, &looks, dialog.look) {
        dialog.look = look;
    }
    let seen = dialog.seen();
    if facts.halls.len() > 1 {
        let names: Vec<String> = facts.halls.iter().map(|(_, name)| name.clone()).collect();
        let name = facts.halls.iter().find(|(id, _)| seen.is_some_and(|seen| seen.hall == *id)).map(|(_, name)| name.clone());
        if let Some(place) = choice(ui, cx.theme, "version hall", &texts.field_hall(), &name.unwrap_or_default(), &names) {
            dialog.hall = facts.halls.get(place).map(|(id, _)| *id);
        }
    }
    ui.add_space(4.0);
    picture(ui, cx, dialog, shown);
    ui.add_space(4.0);
    if !facts.missing.is_empty() {
        let names = &texts.enumeration(&facts.missing);
        let words = texts.versions_missing(args::VersionsMissing { names });
        ui.label(cx.theme.text(TextRole::Line, words).color(cx.theme.colours.bad));
    }
    if facts.changes.is_empty() {
        ui.label(cx.theme.muted(TextRole::Line, texts.versions_same()));
        return;
    }
    ui.label(cx.theme.text(TextRole::Name, texts.versions_changes()));
    // With the signs that stand before the numbers in the picture.
    let legend = facts.counts.iter().map(|(kind, _)| format!("{} {}", kind.sign(), kind.words(texts)));
    ui.add(egui::Label::new(cx.theme.muted(TextRole::Line, legend.collect::<Vec<_>>().join("    "))).wrap());
    ScrollArea::vertical().id_salt("changes").auto_shrink([false, true]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for words in &facts.changes {
            ui.label(cx.theme.text(TextRole::Line, words));
        }
        if facts.more > 0 {
            ui.label(cx.theme.muted(TextRole::Line, texts.versions_more(args::VersionsMore { count: facts.more })));
        }
    });
}

/// The hall, drawn as it was or with what changed; as large as the room beside the list lets it be.
fn picture(ui: &mut Ui, cx: &Cx<'_>, dialog: &VersionsDialog, shown: &mut Shown) {
    let most = vec2(ui.available_width().min(LARGEST.0 as f32), (ui.available_height() - 120.0).clamp(120.0, LARGEST.1 as f32));
    let Some((seen, picture)) = dialog.picture.as_ref().filter(|(drawn, _)| dialog.seen() == Some(*drawn)) else {
        ui.allocate_ui_with_layout(most, Layout::centered_and_justified(egui::Direction::TopDown), |ui| ui.spinner());
        return;
    };
    let Some(picture) = picture else {
        ui.label(cx.theme.muted(TextRole::Line, cx.texts.versions_no_picture()));
        return;
    };
    if shown.0.as_ref().is_none_or(|(of, _)| of != seen) {
        let pixels = ColorImage::from_rgba_unmultiplied([picture.width as usize, picture.height as usize], &picture.rgba);
        shown.0 = Some((*seen, ui.ctx().load_texture("version", pixels, TextureOptions::LINEAR)));
    }
    if let Some((_, texture)) = &shown.0 {
        let size = texture.size_vec2();
        let size = size * (most.x / size.x).min(most.y / size.y).min(0.5);
        let response = ui.add(Image::new((texture.id(), size)).corner_radius(CORNER));
        let words = dialog.version().map(|kept| version_time(cx.texts, kept.version.at)).unwrap_or_default();
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &words));
    }
}
