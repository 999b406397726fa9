//! A picture under the hall, or in front of it.

use eframe::egui::{Id, Ui};

use super::{angle, command, length, pair, title};
use crate::app::theme::TextRole;
use crate::app::view::{Cx, Out};
use crate::edit::{Edit, Gesture, Shapes};
use crate::geometry::Point;
use crate::plan::{MapId, Placement};
use crate::session::{Action, CommandId};
use crate::text::args;

/// Shows a picture.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, id: MapId, out: &mut Out) {
    let Some(map) = cx.session.plan().get(id) else { return };
    let (width, height) = (cx.texts.integer(i64::from(map.sheet.0)), cx.texts.integer(i64::from(map.sheet.1)));
    title(ui, cx, &map.name, &cx.texts.picture_pixels(args::PicturePixels { width: &width, height: &height }));
    if !map.calibrated {
        ui.label(cx.theme.text(TextRole::Line, cx.texts.picture_not_calibrated()).color(cx.theme.colours.bad));
    }
    let key = |field: &str| Id::unique("picture").with(id).with(field);
    let at = map.placement;
    let mut new_width = None;
    let mut new_angle = None;
    pair(
        ui,
        |ui| new_width = length(ui, cx, key("width"), &cx.texts.field_width(), Some(at.width)),
        |ui| new_angle = angle(ui, cx, key("angle"), &cx.texts.field_rotation(), Some(at.angle)),
    );
    if let Some(width) = new_width {
        out.push(Action::Edit(Edit::CalibrateMap(id, Placement { width, ..at })));
    }
    let mut reshape = |gesture, placement| {
        let shapes = Shapes { maps: vec![(id, placement)], ..Shapes::default() };
        out.push(Action::Edit(Edit::Reshape(gesture, shapes)));
    };
    if let Some(angle) = new_angle {
        reshape(Gesture::Rotate, Placement { angle, ..at });
    }
    let (mut x, mut y) = (None, None);
    pair(
        ui,
        |ui| x = length(ui, cx, key("x"), &cx.texts.field_x(), Some(at.origin.x)),
        |ui| y = length(ui, cx, key("y"), &cx.texts.field_y(), Some(at.origin.y)),
    );
    if x.is_some() || y.is_some() {
        let origin = Point::new(x.unwrap_or(at.origin.x), y.unwrap_or(at.origin.y));
        reshape(Gesture::Move, Placement { origin, ..at });
    }
    if map.in_front {
        command(ui, cx, CommandId::Delete, out);
        return;
    }
    ui.horizontal_wrapped(|ui| {
        command(ui, cx, CommandId::Calibrate, out);
        command(ui, cx, CommandId::RemoveMap, out);
    });
}
