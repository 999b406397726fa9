//! A button that unfolds a list of exhibitors to search and choose from.

use eframe::egui::{
    Align2, Id, Key, Modifiers, Popup, PopupCloseBehavior, Role, ScrollArea, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};
use egui_material_icons::MaterialIcon;

use crate::app::theme::{CORNER, FIELD_HEIGHT, TextRole, icon_font};
use crate::app::view::Cx;
use crate::app::widgets::{name, paint_short, search_field};
use crate::plan::ExhibitorId;
use crate::text::{Query, fold};

/// Exhibitors that are listed at most; typing finds the others.
const MOST: usize = 40;
const ROW: f32 = 28.0;

/// Shows the button, and the list while it is unfolded; answers with the exhibitor that was chosen.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, id: Id, icon: MaterialIcon, words: &str) -> Option<ExhibitorId> {
    let colours = &cx.theme.colours;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), FIELD_HEIGHT), Sense::click());
    name(ui, &response, Role::Button, words);
    let fill = if response.hovered() { colours.hovered } else { colours.surface };
    ui.painter().rect(rect, CORNER, fill, cx.theme.border(), StrokeKind::Inside);
    let at = pos2(rect.left() + 17.0, rect.center().y);
    ui.painter().text(at, Align2::CENTER_CENTER, icon.codepoint, icon_font(15.0), colours.muted);
    paint_short(ui, pos2(rect.left() + 30.0, rect.center().y), rect.width() - 40.0, TextRole::Body, colours.muted, words);
    if response.has_focus() {
        ui.painter().rect_stroke(rect, CORNER, eframe::egui::Stroke::new(2.0, colours.accent), StrokeKind::Inside);
    }

    let search = id.with("search");
    if response.clicked() {
        ui.data_mut(|data| data.insert_temp(search, String::new()));
        ui.memory_mut(|memory| memory.request_focus(search));
    }
    let popup = Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside).width(rect.width());
    let shown = popup.show(|ui| {
        ui.set_width(rect.width().max(220.0));
        let mut typed: String = ui.data(|data| data.get_temp(search)).unwrap_or_default();
        // The Enter that unfolds the list chooses nobody, and one on a row chooses that row.
        let typing = !response.clicked() && ui.memory(|memory| memory.has_focus(search));
        let enter = typing && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let field = search_field(ui, cx.theme, search, &cx.texts.exhibitors_search(), &mut typed);
        if ui.memory(|memory| memory.focused().is_none_or(|focused| focused == response.id)) {
            field.request_focus();
        }
        let found = matches(cx, &typed);
        ui.data_mut(|data| data.insert_temp(search, typed));
        let mut chosen = found.first().copied().filter(|_| enter);
        ScrollArea::vertical().max_height(ROW * 8.0).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for exhibitor in found {
                if row(ui, cx, exhibitor) {
                    chosen = Some(exhibitor);
                }
            }
        });
        if chosen.is_some() {
            ui.close();
        }
        chosen
    });
    shown.and_then(|shown| shown.inner)
}

fn row(ui: &mut Ui, cx: &Cx<'_>, id: ExhibitorId) -> bool {
    let plan = cx.session.plan();
    let Some(exhibitor) = plan.get(id) else { return false };
    let colours = &cx.theme.colours;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, true, &exhibitor.name));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, CORNER, colours.chosen);
    }
    let booths: Vec<_> =
        plan.booths_of(id).iter().filter_map(|booth| plan.get(*booth)).map(|booth| booth.number.to_string()).collect();
    let at = pos2(rect.right() - 8.0, rect.center().y);
    let font = TextRole::Label.font();
    let right = ui.painter().text(at, Align2::RIGHT_CENTER, booths.join(", "), font, colours.muted).left();
    let at = pos2(rect.left() + 8.0, rect.center().y);
    paint_short(ui, at, right - rect.left() - 16.0, TextRole::Body, colours.ink, &exhibitor.name);
    response.clicked()
}

/// Those whose names fit what was typed: those to place first.
fn matches(cx: &Cx<'_>, typed: &str) -> Vec<ExhibitorId> {
    let plan = cx.session.plan();
    let query = Query::new(typed);
    let fitting = plan.exhibitors().iter().filter(|(_, exhibitor)| query.is_empty() || query.matches(&fold(&exhibitor.name)));
    let mut found: Vec<_> = fitting.map(|(id, exhibitor)| (plan.is_placed(*id), fold(&exhibitor.name), *id)).collect();
    found.sort();
    found.into_iter().take(MOST).map(|(_, _, id)| id).collect()
}
