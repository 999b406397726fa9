//! The legend at the canvas's lower left corner: every status with its colour and its second sign.

use eframe::egui::{Align2, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::app::theme::{CORNER, TextRole};
use crate::app::view::Cx;
use crate::plan::Status;
use crate::session::{Availability, CommandId};

/// Paints the legend where it is wanted and has room.
pub fn show(ui: &Ui, cx: &Cx<'_>, canvas: Rect) {
    if cx.session.availability(CommandId::ToggleLegend) != Availability::Switch(true) {
        return;
    }
    let colours = &cx.theme.colours;
    let keys: Vec<_> = crate::scene::legend(cx.texts)
        .into_iter()
        .map(|(status, words)| (status, ui.painter().layout_no_wrap(words.clone(), TextRole::Label.font(), colours.ink), words))
        .collect();
    let width: f32 = keys.iter().map(|(_, galley, _)| galley.size().x + 44.0).sum::<f32>() + 8.0;
    if width + 24.0 > canvas.width() || canvas.height() < 160.0 {
        return;
    }
    let rect = Rect::from_min_size(pos2(canvas.left() + 12.0, canvas.bottom() - 42.0), vec2(width, 30.0));
    let response = ui.interact(rect, ui.unique_id().with("legend"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Group, true, cx.texts.legend_title()));
    ui.painter().rect(rect, CORNER + 2, colours.surface, cx.theme.border(), StrokeKind::Inside);
    let mut x = rect.left() + 12.0;
    for (status, galley, _) in keys {
        let square = Rect::from_min_size(pos2(x, rect.center().y - 7.5), vec2(15.0, 15.0));
        let edge = Stroke::new(1.0, colours.status_edge(status));
        ui.painter().rect(square, 1, colours.status(status), edge, StrokeKind::Inside);
        if status == Status::Blocked {
            let lines = [0.33, 0.66].map(|part| {
                let (a, b) = (square.lerp_inside(vec2(0.0, part)), square.lerp_inside(vec2(part, 0.0)));
                Shape::line_segment([a, b], Stroke::new(1.0, colours.status_edge(status)))
            });
            ui.painter().extend(lines);
            let ends = [square.lerp_inside(vec2(0.05, 0.95)), square.lerp_inside(vec2(0.95, 0.05))];
            ui.painter().line_segment(ends, Stroke::new(1.0, colours.status_edge(status)));
        }
        if let Some(letter) = crate::scene::status_letter(status) {
            ui.painter().text(square.center(), Align2::CENTER_CENTER, letter, TextRole::Tiny.font(), colours.ink);
        }
        let width = galley.size().x;
        ui.painter().galley(pos2(x + 21.0, rect.center().y - galley.size().y / 2.0), galley, colours.ink);
        x += width + 44.0;
    }
}
