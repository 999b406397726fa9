//! What an empty place says.

use eframe::egui::{Align, Layout, Ui, vec2};
use egui_material_icons::MaterialIcon;

use super::{ButtonKind, button};
use crate::app::theme::{TextRole, Theme};

/// An icon, a title, a line of advice, and what to do next; answers with the place of the button that was clicked.
pub fn empty(ui: &mut Ui, theme: &Theme, icon: MaterialIcon, title: &str, advice: &str, actions: &[&str]) -> Option<usize> {
    let mut clicked = None;
    ui.with_layout(Layout::top_down(Align::Center), |ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        ui.add_space(8.0);
        ui.label(theme.icon(icon, 36.0).color(theme.colours.muted));
        ui.label(theme.text(TextRole::Name, title));
        ui.label(theme.muted(TextRole::Line, advice));
        ui.add_space(4.0);
        for (place, words) in actions.iter().enumerate() {
            let kind = if place == 0 { ButtonKind::Main } else { ButtonKind::Plain };
            if button(ui, theme, kind, words).clicked() {
                clicked = Some(place);
            }
        }
        ui.add_space(8.0);
    });
    clicked
}
