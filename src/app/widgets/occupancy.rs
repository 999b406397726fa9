//! How full something is: the bar of the status bar, and the tab of a hall.

use eframe::egui::{Color32, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{focus_ring, name};
use crate::app::theme::{TextRole, Theme};

/// A bar that is filled to a part of 1.
pub fn bar(ui: &mut Ui, theme: &Theme, width: f32, part: f32, spoken: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(width, 10.0), Sense::hover());
    name(ui, &response, Role::ProgressIndicator, spoken);
    let colours = &theme.colours;
    ui.painter().rect_filled(rect, 5, colours.panel.lerp_to_gamma(colours.muted, 0.22));
    if part > 0.0 {
        let width = (rect.width() * part.min(1.0)).max(10.0);
        ui.painter().rect_filled(Rect::from_min_size(rect.min, vec2(width, rect.height())), 5, colours.good);
    }
}

/// The tab of a hall.
pub fn tab(ui: &mut Ui, theme: &Theme, words: &str, spoken: &str, chosen: bool) -> Response {
    let colours = &theme.colours;
    let role = if chosen { TextRole::Name } else { TextRole::Body };
    let galley = ui.painter().layout_no_wrap(words.to_owned(), role.font(), Color32::PLACEHOLDER);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 36.0, ui.available_height()), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, chosen, spoken));
    let colour = if chosen || response.hovered() { colours.ink } else { colours.muted };
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, colour);
    if chosen {
        let line = Rect::from_min_max(pos2(rect.left(), rect.bottom() - 3.0), rect.max);
        ui.painter().rect_filled(line, 0, colours.accent);
    }
    focus_ring(ui, theme, &response, rect.shrink(3.0));
    response
}
