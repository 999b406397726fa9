//! Choosing one of a few: pills, the buttons of the stages, a list that unfolds.

use eframe::egui::{self, Align2, Color32, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};
use egui_material_icons::MaterialIcon;
use egui_material_icons::icons::ICON_KEYBOARD_ARROW_DOWN;

use super::{focus_ring, label};
use crate::app::theme::{CORNER, FIELD_HEIGHT, TextRole, Theme, icon_font};
use crate::plan::Status;

/// A row of pills, one of them chosen; answers with the one that was clicked.
pub fn pills<T: Copy + PartialEq>(ui: &mut Ui, theme: &Theme, options: &[(T, String)], chosen: T) -> Option<T> {
    let colours = &theme.colours;
    let mut clicked = None;
    let gap = 4.0;
    let galleys: Vec<_> = options
        .iter()
        .map(|(_, words)| ui.painter().layout_no_wrap(words.clone(), TextRole::Button.font(), Color32::PLACEHOLDER))
        .collect();
    #[expect(clippy::cast_precision_loss, reason = "a handful of pills")]
    let room = ui.available_width() - gap * options.len().saturating_sub(1) as f32;
    let words: f32 = galleys.iter().map(|galley| galley.size().x).sum();
    #[expect(clippy::cast_precision_loss, reason = "a handful of pills")]
    let side = ((room - words) / options.len().max(1) as f32).clamp(12.0, 40.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for ((value, words), galley) in options.iter().zip(galleys) {
            let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + side, 24.0), Sense::click());
            let is_chosen = *value == chosen;
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, words));
            let (fill, border, text) = match (is_chosen, response.hovered()) {
                (true, _) => (colours.accent, colours.accent, colours.on_accent),
                (false, true) => (colours.hovered, colours.line, colours.ink),
                (false, false) => (colours.surface, colours.line, colours.ink),
            };
            ui.painter().rect(rect, 12, fill, Stroke::new(1.0, border), StrokeKind::Inside);
            ui.painter().galley(rect.center() - galley.size() / 2.0, galley, text);
            focus_ring(ui, theme, &response, rect);
            if response.clicked() {
                clicked = Some(*value);
            }
        }
    });
    clicked
}

/// Icons of which one is chosen, for what is seen better than said; answers with the one that was clicked.
pub fn icon_pills<T: Copy + PartialEq>(
    ui: &mut Ui,
    theme: &Theme,
    options: &[(T, MaterialIcon, String)],
    chosen: T,
) -> Option<T> {
    let colours = &theme.colours;
    let mut clicked = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        for (value, icon, words) in options {
            let (rect, response) = ui.allocate_exact_size(vec2(26.0, 24.0), Sense::click());
            let is_chosen = *value == chosen;
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, words));
            let (fill, border, ink) = match (is_chosen, response.hovered()) {
                (true, _) => (colours.accent, colours.accent, colours.on_accent),
                (false, true) => (colours.hovered, colours.line, colours.ink),
                (false, false) => (colours.surface, colours.line, colours.ink),
            };
            ui.painter().rect(rect, CORNER, fill, Stroke::new(1.0, border), StrokeKind::Inside);
            ui.painter().text(rect.center(), Align2::CENTER_CENTER, icon.codepoint, icon_font(16.0), ink);
            focus_ring(ui, theme, &response, rect);
            if response.on_hover_text(words).clicked() {
                clicked = Some(*value);
            }
        }
    });
    clicked
}

/// Buttons of equal width for the statuses that can be given, in their colours; answers with the one that was clicked.
pub fn status_buttons(ui: &mut Ui, theme: &Theme, options: &[(Status, String)], chosen: Option<Status>) -> Option<Status> {
    let colours = &theme.colours;
    let gap = 2.0;
    #[expect(clippy::cast_precision_loss, reason = "a handful of buttons")]
    let count = options.len().max(1) as f32;
    let width = ((ui.available_width() - gap * (count - 1.0)) / count).floor();
    let mut clicked = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for (status, words) in options {
            let (rect, response) = ui.allocate_exact_size(vec2(width, 26.0), Sense::click());
            let is_chosen = Some(*status) == chosen;
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, words));
            let status_fill = colours.status(*status);
            let (fill, border) = if is_chosen {
                (status_fill, colours.status_edge(*status))
            } else if response.hovered() {
                (colours.surface.lerp_to_gamma(status_fill, 0.5), colours.line)
            } else {
                (colours.surface, colours.line)
            };
            ui.painter().rect(rect, CORNER, fill, Stroke::new(1.0, border), StrokeKind::Inside);
            let mut font = if is_chosen { TextRole::Name.font() } else { TextRole::Label.font() };
            font.size = 11.0;
            // French words are longer than the button is wide at the panel's first width.
            let natural = ui.painter().layout_no_wrap(words.clone(), font.clone(), colours.ink).size().x;
            if natural > rect.width() - 4.0 {
                font.size = (font.size * (rect.width() - 4.0) / natural).max(8.5);
            }
            ui.painter().text(rect.center(), Align2::CENTER_CENTER, words, font, colours.ink);
            focus_ring(ui, theme, &response, rect);
            if response.clicked() {
                clicked = Some(*status);
            }
        }
    });
    clicked
}

/// A list that unfolds below its label; answers with the place of the option that was clicked.
pub fn choice(
    ui: &mut Ui,
    theme: &Theme,
    id: impl egui::AsIdSalt,
    title: &str,
    shown: &str,
    options: &[String],
) -> Option<usize> {
    let mut clicked = None;
    let muted = theme.colours.muted;
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let title_response = (!title.is_empty()).then(|| label(ui, theme, title));
        let width = ui.available_width();
        ui.spacing_mut().interact_size.y = FIELD_HEIGHT;
        let response: Response = egui::ComboBox::from_id_salt(id)
            .selected_text(theme.text(TextRole::Body, shown))
            .width(width)
            .truncate()
            .icon(move |ui, rect, _, _| {
                let chevron = ICON_KEYBOARD_ARROW_DOWN.codepoint;
                ui.painter().text(rect.center(), Align2::CENTER_CENTER, chevron, icon_font(18.0), muted);
            })
            .show_ui(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for (place, words) in options.iter().enumerate() {
                    let text = theme.text(TextRole::Body, words);
                    if ui.selectable_label(words == shown, text).clicked() {
                        clicked = Some(place);
                    }
                }
            })
            .response;
        if let Some(title) = title_response {
            response.labelled_by(title.id);
        }
    });
    clicked
}
