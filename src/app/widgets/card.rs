//! A card of a list.

use eframe::egui::{Align2, Color32, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons::ICON_DRAG_INDICATOR;

use super::{focus_ring, paint_short, paint_text};
use crate::app::theme::{CORNER, TextRole, Theme, icon_font};

/// What a card says.
#[derive(Clone, Copy, Debug)]
pub struct Card<'a> {
    /// What it is about.
    pub name: &'a str,
    /// The line under the name.
    pub line: &'a str,
    /// What stands at the right end of the line.
    pub right: &'a str,
    /// A dot of this colour before what stands at the right.
    pub dot: Option<Color32>,
    /// Whether it is the chosen one.
    pub chosen: bool,
    /// How the card is read aloud.
    pub spoken: &'a str,
}

impl Card<'_> {
    /// The height of a card.
    pub const HEIGHT: f32 = 46.0;
    /// The gap between two cards.
    pub const GAP: f32 = 4.0;
}

/// A card that can be clicked and dragged.
pub fn card(ui: &mut Ui, theme: &Theme, card: &Card<'_>) -> Response {
    let colours = &theme.colours;
    let size = vec2(ui.available_width(), Card::HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, enabled, card.chosen, card.spoken));
    if ui.is_rect_visible(rect) {
        let (fill, border) = match (card.chosen, response.hovered()) {
            (true, _) => (colours.chosen, colours.accent),
            (false, true) => (colours.hovered, colours.line.lerp_to_gamma(colours.muted, 0.4)),
            (false, false) => (colours.surface, colours.line),
        };
        ui.painter().rect(rect, CORNER, fill, Stroke::new(1.0, border), StrokeKind::Inside);
        let (left, right) = (rect.left() + 12.0, rect.right() - 10.0);
        let (upper, lower) = (rect.top() + 15.0, rect.top() + 32.0);
        paint_short(ui, pos2(left, upper), right - left - 20.0, TextRole::Name, colours.ink, card.name);
        let at = pos2(right - 5.0, upper);
        ui.painter().text(at, Align2::CENTER_CENTER, ICON_DRAG_INDICATOR.codepoint, icon_font(15.0), colours.muted);
        let mut end = paint_text(ui, pos2(right, lower), Align2::RIGHT_CENTER, TextRole::Label, colours.muted, card.right).left();
        if let Some(dot) = card.dot {
            let at = pos2(end - 9.0, lower);
            ui.painter().circle(at, 4.0, dot, Stroke::new(1.0, colours.muted));
            end = at.x - 4.0;
        }
        paint_short(ui, pos2(left, lower), end - left - 8.0, TextRole::Label, colours.muted, card.line);
        focus_ring(ui, theme, &response, rect);
    }
    response
}
