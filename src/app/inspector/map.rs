//! A picture under the hall, or in front of it.

use eframe::egui::{Id, Slider, Ui};

use super::{angle, command, length, pair, title};
use crate::app::theme::TextRole;
use crate::app::view::{Cx, Out};
use crate::app::widgets::{label, text_button};
use crate::edit::{Edit, Gesture, MapChange, Shapes};
use crate::geometry::{Outline, Point};
use crate::plan::{Fade, HallMap, MapId, Placement};
use crate::session::{Action, CommandId};
use crate::text::args;

/// Shows a picture.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, id: MapId, out: &mut Out) {
    let Some(map) = cx.session.plan().get(id) else { return };
    let is_drawing = cx.session.map_head(map).is_some_and(|head| head.kind.is_drawing());
    let about = if is_drawing {
        cx.texts.map_drawing()
    } else {
        let (width, height) = (cx.texts.integer(i64::from(map.sheet.0)), cx.texts.integer(i64::from(map.sheet.1)));
        cx.texts.picture_pixels(args::PicturePixels { width: &width, height: &height })
    };
    title(ui, cx, &map.name, &about);
    if !map.calibrated {
        ui.label(cx.theme.text(TextRole::Line, cx.texts.picture_not_calibrated()).color(cx.theme.colours.bad));
    }
    let key = |field: &str| Id::unique("picture").with(id).with(field);
    let at = map.placement;
    let shown = map.outline();
    let mut new_width = None;
    let mut new_angle = None;
    pair(
        ui,
        |ui| new_width = length(ui, cx, key("width"), &cx.texts.field_width(), Some(shown.size().width)),
        |ui| new_angle = angle(ui, cx, key("angle"), &cx.texts.field_rotation(), Some(at.angle)),
    );
    if let Some(placement) = new_width.and_then(|width| crate::tools::calibrated_by_width(map, width)) {
        out.push(Action::Edit(Edit::ChangeMap(id, MapChange::Calibrate(placement))));
    }
    let mut reshape = |gesture, placement| {
        let shapes = Shapes { maps: vec![(id, placement)], ..Shapes::default() };
        out.push(Action::Edit(Edit::Reshape(gesture, shapes)));
    };
    if let Some(angle) = new_angle {
        reshape(Gesture::Rotate, map.placed_around(shown.centre(), at.width, angle));
    }
    let corner = match &shown {
        Outline::Rectangle { origin, .. } => *origin,
        Outline::Polygon(_) | Outline::Round { .. } => at.origin,
    };
    let (mut x, mut y) = (None, None);
    pair(
        ui,
        |ui| x = length(ui, cx, key("x"), &cx.texts.field_x(), Some(corner.x)),
        |ui| y = length(ui, cx, key("y"), &cx.texts.field_y(), Some(corner.y)),
    );
    if x.is_some() || y.is_some() {
        let to = Point::new(x.unwrap_or(corner.x), y.unwrap_or(corner.y));
        reshape(Gesture::Move, Placement { origin: at.origin + (to - corner), ..at });
    }
    look(ui, cx, id, map, out);
    if map.in_front {
        ui.horizontal_wrapped(|ui| {
            command(ui, cx, CommandId::CropMap, out);
            command(ui, cx, CommandId::Delete, out);
        });
        return;
    }
    ui.horizontal_wrapped(|ui| {
        command(ui, cx, CommandId::Calibrate, out);
        command(ui, cx, CommandId::AlignMap, out);
        command(ui, cx, CommandId::CropMap, out);
        command(ui, cx, CommandId::RemoveMap, out);
    });
}

/// How it is drawn: how far it is faded, what of it is shown, over or under the booths.
fn look(ui: &mut Ui, cx: &Cx<'_>, id: MapId, map: &HallMap, out: &mut Out) {
    let draft = Id::unique("fade of a picture").with(id);
    let before = map.fade.percent();
    let mut percent = ui.data(|data| data.get_temp(draft)).unwrap_or(before);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        label(ui, cx.theme, &cx.texts.field_fade());
        let slider = Slider::new(&mut percent, 0..=Fade::MOST.percent()).suffix(" %");
        let slider = ui.add_sized([ui.available_width(), 22.0], slider);
        ui.ctx().accesskit_node_builder(slider.id, |node| node.set_label(cx.texts.field_fade()));
        if slider.dragged() {
            ui.data_mut(|data| data.insert_temp(draft, percent));
        } else {
            ui.data_mut(|data| data.remove::<u8>(draft));
            // One step for the whole gesture.
            if let Some(fade) = Fade::new(percent).filter(|fade| *fade != map.fade) {
                out.push(Action::Edit(Edit::ChangeMap(id, MapChange::Fade(fade))));
            }
        }
    });
    let mut in_front = map.in_front;
    if ui.checkbox(&mut in_front, cx.theme.text(TextRole::Body, cx.texts.map_in_front())).changed() {
        out.push(Action::Edit(Edit::ChangeMap(id, MapChange::InFront(in_front))));
    }
    if map.crop.is_some() && text_button(ui, cx.theme, None, &cx.texts.map_show_all()).clicked() {
        out.push(Action::Edit(Edit::ChangeMap(id, MapChange::Crop(None))));
    }
    if !map.in_front {
        let mut settings = cx.session.tool_settings().clone();
        if ui.checkbox(&mut settings.keep_map_scale, cx.theme.text(TextRole::Body, cx.texts.map_keep_scale())).changed() {
            out.push(Action::SetToolSettings(settings));
        }
    }
}
