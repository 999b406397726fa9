//! The command palette: type a few letters of a command, an exhibitor or a booth, and press Enter.

use std::path::PathBuf;

use eframe::egui::{self, Align2, Frame, Id, Key, Margin, Modal, Modifiers, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::keys;
use super::theme::{CORNER, TextRole};
use super::view::{Cx, Out};
use super::widgets::{paint_short, search_field};
use crate::plan::{BoothId, ExhibitorId};
use crate::session::{Action, Availability, COMMANDS, CommandId};
use crate::text::{Query, args, fold};

/// Rows that are listed at most.
const MOST_ROWS: usize = 60;
const ROW: f32 = 30.0;

/// The palette while it is open.
#[derive(Clone, Debug, Default)]
pub struct Palette {
    typed: String,
    place: usize,
}

/// What a row of the palette leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Goal {
    Command(CommandId),
    Recent(PathBuf),
    Booth(BoothId),
    Exhibitor(ExhibitorId),
}

struct Row {
    goal: Goal,
    words: String,
    /// At the right: keys, or where it is.
    beside: String,
    ready: bool,
}

/// How well a text fits what was typed: 0 is best. The letters must all come, in order; those at the beginnings of words
/// and next to each other count most. `None` where they do not.
#[must_use]
pub fn fit(typed: &str, folded: &str) -> Option<u32> {
    if let Some(place) = folded.find(typed) {
        let at_word = place == 0 || folded.get(..place).is_some_and(|before| before.ends_with(' '));
        return Some(if at_word { 0 } else { 10 } + u32::try_from(place).unwrap_or(u32::MAX).min(9));
    }
    let mut cost = 20;
    let mut rest = folded.char_indices();
    let mut last = None;
    for letter in typed.chars().filter(|letter| !letter.is_whitespace()) {
        let (place, _) = rest.find(|(_, other)| *other == letter)?;
        let at_word = place == 0 || folded.get(..place).is_some_and(|before| before.ends_with(' '));
        let next_to_last = last.is_some_and(|last| last + 1 == place);
        cost += if at_word || next_to_last { 0 } else { 5 };
        last = Some(place);
    }
    Some(cost)
}

/// Shows the palette; answers whether it stays open.
pub fn show(ctx: &egui::Context, cx: &Cx<'_>, palette: &mut Palette, out: &mut Out) -> bool {
    let rows = rows(cx, &palette.typed);
    palette.place = palette.place.min(rows.len().saturating_sub(1));
    let mut run = None;
    let mut open = true;
    let (down, up, enter, escape) = ctx.input_mut(|input| {
        (
            input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown),
            input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp),
            input.consume_key(Modifiers::NONE, Key::Enter),
            input.consume_key(Modifiers::NONE, Key::Escape),
        )
    });
    palette.place = (palette.place + down).saturating_sub(up).min(rows.len().saturating_sub(1));
    if enter {
        run = rows.get(palette.place);
    }
    let frame = Frame::NONE
        .fill(cx.theme.colours.panel)
        .stroke(cx.theme.border())
        .corner_radius(10)
        .shadow(ctx.global_style().visuals.window_shadow)
        .inner_margin(Margin::same(12));
    let area = Modal::default_area(Id::unique("command palette")).anchor(Align2::CENTER_TOP, vec2(0.0, 64.0));
    let modal = Modal::new(Id::unique("command palette")).area(area).frame(frame);
    let response = modal.backdrop_color(egui::Color32::from_black_alpha(40)).show(ctx, |ui| {
        ui.set_width(520.0);
        let id = Id::unique("palette field");
        let before = palette.typed.clone();
        let field = search_field(ui, cx.theme, id, &cx.texts.palette_search(), &mut palette.typed);
        field.request_focus();
        if palette.typed != before {
            palette.place = 0;
        }
        ui.add_space(6.0);
        if rows.is_empty() {
            ui.label(cx.theme.muted(TextRole::Body, cx.texts.palette_none_found()));
        }
        ScrollArea::vertical().max_height(ROW * 11.0).auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (place, row) in rows.iter().enumerate() {
                let moved = down + up > 0;
                if paint_row(ui, cx, row, place == palette.place, moved) {
                    run = Some(row);
                }
            }
        });
    });
    if let Some(row) = run {
        if row.ready {
            go(row.goal.clone(), out);
        }
        open = !row.ready;
    }
    open && !escape && !response.backdrop_response.clicked()
}

fn go(goal: Goal, out: &mut Out) {
    match goal {
        Goal::Command(command) => out.run(command),
        Goal::Recent(path) => out.push(Action::OpenRecent(path)),
        Goal::Booth(booth) => {
            out.push(Action::SelectBooth { booth, extend: false });
            out.run(CommandId::ZoomToSelection);
        }
        Goal::Exhibitor(exhibitor) => out.push(Action::ChooseExhibitor(Some(exhibitor))),
    }
}

fn paint_row(ui: &mut Ui, cx: &Cx<'_>, row: &Row, chosen: bool, moved: bool) -> bool {
    let colours = &cx.theme.colours;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, row.ready, chosen, &row.words));
    if chosen || response.hovered() {
        ui.painter().rect_filled(rect, CORNER, if chosen { colours.chosen } else { colours.hovered });
    }
    if chosen && moved {
        response.scroll_to_me(None);
    }
    let colour = if row.ready { colours.ink } else { colours.muted };
    let at = pos2(rect.right() - 10.0, rect.center().y);
    let beside = super::widgets::paint_text(ui, at, Align2::RIGHT_CENTER, TextRole::Label, colours.muted, &row.beside);
    let at = pos2(rect.left() + 10.0, rect.center().y);
    paint_short(ui, at, beside.left() - rect.left() - 24.0, TextRole::Body, colour, &row.words);
    response.clicked()
}

/// What fits what was typed, the best first.
fn rows(cx: &Cx<'_>, typed: &str) -> Vec<Row> {
    let typed = fold(typed.trim());
    let mut found: Vec<(u32, Row)> = Vec::new();
    for command in COMMANDS.iter().filter(|command| !matches!(command.id, CommandId::Palette | CommandId::Cancel)) {
        let words = cx.session.command_words(command.id);
        let Some(fit) = fit(&typed, &fold(&words)) else { continue };
        let availability = cx.session.availability(command.id);
        let (beside, ready) = match availability {
            Availability::Not(why) => (why, false),
            _ => (keys::of_command(cx.texts, command.id), true),
        };
        found.push((fit + u32::from(!ready) * 2, Row { goal: Goal::Command(command.id), words, beside, ready }));
    }
    if !typed.is_empty() {
        for path in &cx.session.settings().recent {
            let name = crate::store::file_name(path);
            let words = cx.texts.palette_open_recent(args::PaletteOpenRecent { file: &name });
            let Some(fit) = fit(&typed, &fold(&words)) else { continue };
            let beside = path.parent().map(|folder| folder.to_string_lossy().into_owned()).unwrap_or_default();
            found.push((fit + 1, Row { goal: Goal::Recent(path.clone()), words, beside, ready: true }));
        }
        places(cx, &typed, &mut found);
    }
    found.sort_by_key(|(fit, _)| *fit);
    found.truncate(MOST_ROWS);
    found.into_iter().map(|(_, row)| row).collect()
}

/// Booths and exhibitors.
fn places(cx: &Cx<'_>, typed: &str, found: &mut Vec<(u32, Row)>) {
    let plan = cx.session.plan();
    let booths = plan.booths_by_number().filter_map(|id| Some((id, plan.get(id)?)));
    for (id, booth) in booths.filter(|(_, booth)| fold(booth.number.as_str()).starts_with(typed)).take(MOST_ROWS) {
        let words = crate::scene::booth_label(plan, cx.texts, id);
        let beside = plan.get(booth.hall).map(|hall| hall.name.clone()).unwrap_or_default();
        let exact = fold(booth.number.as_str()) == typed;
        found.push((if exact { 0 } else { 4 }, Row { goal: Goal::Booth(id), words, beside, ready: true }));
    }
    let query = Query::new(typed);
    let exhibitors = plan.exhibitors().iter().filter(|(_, exhibitor)| query.matches(&fold(&exhibitor.name)));
    for (id, exhibitor) in exhibitors.take(MOST_ROWS) {
        let booths: Vec<_> =
            plan.booths_of(*id).into_iter().filter_map(|id| plan.get(id)).map(|booth| booth.number.to_string()).collect();
        // Who has booths is looked for on the plan; who has none, in the list.
        let goal = plan.booths_of(*id).first().map_or(Goal::Exhibitor(*id), |booth| Goal::Booth(*booth));
        found.push((6, Row { goal, words: exhibitor.name.clone(), beside: booths.join(", "), ready: true }));
    }
}

#[cfg(test)]
mod tests {
    use super::fit;

    #[test]
    fn letters_in_order_fit_and_beginnings_of_words_fit_best() {
        let order = |typed: &str, texts: &[&str]| {
            let mut fits: Vec<_> = texts.iter().map(|text| (fit(typed, text), *text)).collect();
            fits.retain(|(fit, _)| fit.is_some());
            fits.sort();
            fits.into_iter().map(|(_, text)| text.to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(order("stand", &["toggle understanding", "stand list…", "export"]), ["stand list…", "toggle understanding"]);
        assert_eq!(order("zf", &["zoom to fit", "fizz", "zoom in"]), ["zoom to fit"]);
        assert_eq!(order("", &["zoom in"]), ["zoom in"]);
        assert!(order("xyz", &["zoom in"]).is_empty());
    }
}
