//! Buttons.

use eframe::egui::{Align2, Color32, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::MaterialIcon;

use super::{focus_ring, name};
use crate::app::theme::{CORNER, FIELD_HEIGHT, SMALL_HEIGHT, TextRole, Theme, icon_font};

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ButtonKind {
    /// One among others.
    Plain,
    /// What Enter does.
    Main,
}

/// A button with words, as high as a field.
pub fn button(ui: &mut Ui, theme: &Theme, kind: ButtonKind, words: &str) -> Response {
    worded(ui, theme, kind, None, words, FIELD_HEIGHT)
}

/// A small button with words and perhaps an icon before them, for rows and headings.
pub fn text_button(ui: &mut Ui, theme: &Theme, icon: Option<MaterialIcon>, words: &str) -> Response {
    worded(ui, theme, ButtonKind::Plain, icon, words, SMALL_HEIGHT)
}

fn worded(ui: &mut Ui, theme: &Theme, kind: ButtonKind, icon: Option<MaterialIcon>, words: &str, height: f32) -> Response {
    let colours = &theme.colours;
    let galley = ui.painter().layout_no_wrap(words.to_owned(), TextRole::Button.font(), Color32::PLACEHOLDER);
    let side = if height > SMALL_HEIGHT { 16.0 } else { 10.0 };
    let before = if icon.is_some() { 18.0 } else { 0.0 };
    let width = galley.size().x + 2.0 * side + before;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    name(ui, &response, Role::Button, words);
    if ui.is_rect_visible(rect) {
        let (mut fill, mut border, mut text) = match kind {
            ButtonKind::Plain => (colours.surface, colours.line, colours.ink),
            ButtonKind::Main => (colours.accent, colours.accent, colours.on_accent),
        };
        if !ui.is_enabled() {
            (fill, border, text) = (colours.panel, colours.line, colours.muted.gamma_multiply(0.7));
        } else if response.is_pointer_button_down_on() {
            fill = fill.lerp_to_gamma(colours.ink, 0.16);
        } else if response.hovered() {
            fill = fill.lerp_to_gamma(colours.ink, 0.06);
        }
        ui.painter().rect(rect, CORNER, fill, Stroke::new(1.0, border), StrokeKind::Inside);
        if let Some(icon) = icon {
            let at = pos2(rect.left() + side + 6.0, rect.center().y);
            ui.painter().text(at, Align2::CENTER_CENTER, icon.codepoint, icon_font(15.0), text);
        }
        let at = pos2(rect.left() + side + before, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, text);
        focus_ring(ui, theme, &response, rect);
    }
    response
}

/// A button with an icon alone; its name is read aloud and shown when the pointer rests on it.
pub fn icon_button(ui: &mut Ui, theme: &Theme, icon: MaterialIcon, called: &str, hint: &str) -> Response {
    let colours = &theme.colours;
    let (rect, response) = ui.allocate_exact_size(vec2(28.0, SMALL_HEIGHT), Sense::click());
    name(ui, &response, Role::Button, called);
    if ui.is_rect_visible(rect) {
        let colour = if ui.is_enabled() { colours.ink } else { colours.muted.gamma_multiply(0.5) };
        if ui.is_enabled() && (response.hovered() || response.is_pointer_button_down_on()) {
            ui.painter().rect_filled(rect, CORNER, colours.hovered);
        }
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, icon.codepoint, icon_font(17.0), colour);
        focus_ring(ui, theme, &response, rect);
    }
    response.on_hover_text(hint).on_disabled_hover_text(hint)
}

/// A tool of the rail: its icon above its word.
pub fn rail_button(ui: &mut Ui, theme: &Theme, icon: MaterialIcon, word: &str, hint: &str, chosen: bool) -> Response {
    let colours = &theme.colours;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 48.0), Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, enabled, chosen, word));
    if ui.is_rect_visible(rect) {
        let inner = Rect::from_center_size(rect.center(), vec2(rect.width() - 8.0, 46.0));
        if chosen {
            ui.painter().rect_filled(inner, CORNER + 1, colours.chosen);
        } else if response.hovered() {
            ui.painter().rect_filled(inner, CORNER + 1, colours.hovered);
        }
        let colour = if chosen { colours.accent } else { colours.ink };
        let at = pos2(rect.center().x, rect.top() + 17.0);
        ui.painter().text(at, Align2::CENTER_CENTER, icon.codepoint, icon_font(21.0), colour);
        let words = if chosen { colours.accent } else { colours.muted };
        let at = pos2(rect.center().x, rect.bottom() - 11.0);
        ui.painter().text(at, Align2::CENTER_CENTER, word, TextRole::Tiny.font(), words);
        focus_ring(ui, theme, &response, inner);
    }
    response.on_hover_text(hint)
}
