//! The head of a panel beside the plan: its title, and the cross that closes it.

use eframe::egui::{Align, Label, Layout, Ui};
use egui_material_icons::icons::ICON_CLOSE;

use super::icon_button;
use crate::app::theme::{TextRole, Theme};

/// Shows the head; answers whether the panel is to be closed. `close` names the cross.
pub fn panel_head(ui: &mut Ui, theme: &Theme, title: &str, close: &str) -> bool {
    let row = ui.horizontal(|ui| {
        ui.add(Label::new(theme.text(TextRole::Title, title)).selectable(false));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| icon_button(ui, theme, ICON_CLOSE, close, close).clicked())
            .inner
    });
    row.inner
}
