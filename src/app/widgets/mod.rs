//! The window's own widgets: each paints itself after the theme, has a name in the accessibility tree, and answers with
//! what the user did.

mod button;
mod card;
mod choice;
mod dialog;
mod empty;
mod field;
mod occupancy;
mod panel;
mod search;
mod swatches;

pub use button::{ButtonKind, button, icon_button, rail_button, text_button};
pub use card::{Card, card};
pub use choice::{choice, icon_pills, pills, status_buttons};
pub use dialog::{Dialog, DialogAnswer};
pub use empty::empty;
pub use field::{Field, area_field, draft_field, field, label, select_all};
pub use occupancy::{bar, tab};
pub use panel::panel_head;
pub use search::search_field;
pub use swatches::{paint_swatch, swatches};

use eframe::egui::{Align2, Color32, Pos2, Rect, Response, Role, Stroke, StrokeKind, Ui, WidgetInfo};

use super::theme::{CORNER, TextRole, Theme};

/// Paints one line of text and answers where it stands.
pub fn paint_text(ui: &Ui, at: Pos2, align: Align2, role: TextRole, colour: Color32, text: &str) -> Rect {
    ui.painter().text(at, align, text, role.font(), colour)
}

/// Paints one line of text that ends in an ellipsis where it would be wider than `width`.
pub fn paint_short(ui: &Ui, at: Pos2, width: f32, role: TextRole, colour: Color32, text: &str) {
    let mut job = eframe::egui::text::LayoutJob::simple_singleline(text.to_owned(), role.font(), colour);
    job.wrap = eframe::egui::text::TextWrapping::truncate_at_width(width.max(1.0));
    let galley = ui.painter().layout_job(job);
    let at = at - eframe::egui::vec2(0.0, galley.size().y / 2.0);
    ui.painter().galley(at, galley, colour);
}

/// Names a widget in the accessibility tree.
pub fn name(ui: &Ui, response: &Response, role: Role, name: &str) {
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(role, enabled, name));
}

/// The ring around the widget that has the keyboard.
pub fn focus_ring(ui: &Ui, theme: &Theme, response: &Response, rect: Rect) {
    if response.has_focus() {
        let ring = Stroke::new(2.0, theme.colours.accent);
        ui.painter().rect_stroke(rect.expand(1.0), CORNER + 1, ring, StrokeKind::Outside);
    }
}
