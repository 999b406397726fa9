//! A field that is searched with.

use eframe::egui::{self, Align2, Id, Response, Stroke, StrokeKind, TextEdit, Ui, pos2, vec2};
use egui_material_icons::icons::ICON_SEARCH;

use crate::app::theme::{CORNER, FIELD_HEIGHT, TextRole, Theme, icon_font};

/// A field with a magnifying glass.
pub fn search_field(ui: &mut Ui, theme: &Theme, id: Id, hint: &str, text: &mut String) -> Response {
    let colours = &theme.colours;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), FIELD_HEIGHT), egui::Sense::hover());
    ui.painter().rect(rect, CORNER, colours.surface, theme.border(), StrokeKind::Inside);
    let at = pos2(rect.left() + 16.0, rect.center().y);
    ui.painter().text(at, Align2::CENTER_CENTER, ICON_SEARCH.codepoint, icon_font(15.0), colours.muted);
    let inner = egui::Rect::from_min_max(rect.min + vec2(28.0, 2.0), rect.max - vec2(6.0, 2.0));
    let edit = TextEdit::singleline(text)
        .id(id)
        .font(TextRole::Line.font())
        .hint_text(theme.muted(TextRole::Line, hint))
        .frame(egui::Frame::NONE)
        .margin(0)
        .align(egui::Align2::LEFT_CENTER)
        .min_size(inner.size())
        .desired_width(inner.width());
    let response = ui.place(inner, edit);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(hint));
    if response.has_focus() {
        ui.painter().rect_stroke(rect, CORNER, Stroke::new(1.5, colours.accent), StrokeKind::Inside);
    }
    response
}
