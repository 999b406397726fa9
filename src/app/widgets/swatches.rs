//! Choosing a colour: a row of squares, each with its name.

use eframe::egui::{Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::{focus_ring, label};
use crate::app::theme::Theme;
use crate::plan::Tint;
use crate::scene;
use crate::text::Texts;

/// The side of a square.
const SIDE: f32 = 20.0;

/// All colours that can be given; the chosen one has a ring. Answers with the one that was clicked.
pub fn swatches(ui: &mut Ui, theme: &Theme, texts: &Texts, title: &str, chosen: Option<Tint>) -> Option<Tint> {
    let mut clicked = None;
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        if !title.is_empty() {
            label(ui, theme, title);
        }
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            for tint in Tint::ALL {
                let (rect, response) = ui.allocate_exact_size(vec2(SIDE, SIDE), Sense::click());
                let name = texts.tint(tint);
                let is_chosen = chosen == Some(tint);
                response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, &name));
                let response = response.on_hover_text(name);
                paint_swatch(ui, theme, rect, tint);
                if is_chosen {
                    let ring = Stroke::new(2.0, theme.colours.ink);
                    ui.painter().rect_stroke(rect, 4, ring, StrokeKind::Inside);
                }
                focus_ring(ui, theme, &response, rect);
                if response.clicked() {
                    clicked = Some(tint);
                }
            }
        });
    });
    clicked
}

/// A square of a colour.
pub fn paint_swatch(ui: &Ui, theme: &Theme, rect: Rect, tint: Tint) {
    let edge = Stroke::new(1.0, theme.colours.of(scene::Role::of_tint_edge(tint)));
    ui.painter().rect(rect.shrink(1.0), 4, theme.colours.of(scene::Role::of_tint(tint)), edge, StrokeKind::Inside);
}
