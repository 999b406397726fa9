//! A picture under the hall, or in front of it.

use std::sync::Arc;

use eframe::egui::{Id, Label, Slider, Ui};

use super::{angle, command, length, pair, title};
use crate::app::theme::TextRole;
use crate::app::view::{Cx, Out};
use crate::app::widgets::{label, text_button};
use crate::edit::{Edit, Gesture, MapChange, Shapes};
use crate::geometry::{Length, Outline, Point};
use crate::plan::{Fade, HallMap, MapId, Placement};
use crate::reader::{MapHead, NaturalSize};
use crate::session::{Action, CommandId};
use crate::text::args;

/// Shows a picture.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, id: MapId, out: &mut Out) {
    let Some(map) = cx.session.plan().get(id) else { return };
    let head = cx.session.map_head(map);
    title(ui, cx, &map.name, &head.map_or_else(String::new, |head| what_it_is(cx, head)));
    let scale = if map.calibrated { scale_of(cx, map, head) } else { cx.texts.picture_not_calibrated() };
    let ink = if map.calibrated { cx.theme.colours.muted } else { cx.theme.colours.bad };
    ui.add(Label::new(cx.theme.text(TextRole::Line, scale).color(ink)).wrap());
    if let Some(head) = head {
        super::map_layers::pages(ui, cx, id, map, head, out);
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
    // Rows that fit: a panel grows as wide as what stands in it.
    let rows: &[&[CommandId]] = if map.in_front {
        &[&[CommandId::CropMap, CommandId::Delete], &[CommandId::ReplaceMap]]
    } else {
        &[
            &[CommandId::Calibrate, CommandId::CropMap],
            &[CommandId::AlignMap],
            &[CommandId::ReplaceMap],
            &[CommandId::RemoveMap],
            &[CommandId::BoothsFromDrawing],
        ]
    };
    for row in rows {
        ui.horizontal(|ui| row.iter().for_each(|id| command(ui, cx, *id, out)));
    }
    if let Some(head) = head {
        super::map_layers::layers(ui, cx, id, map, head, out);
    }
}

/// What the file is, and how large: in pixels, on paper or in truth.
fn what_it_is(cx: &Cx<'_>, head: &MapHead) -> String {
    let texts = cx.texts;
    let depth = |width: Length| {
        let tenths = i128::from(width.tenths()) * i128::from(head.sheet.1) / i128::from(head.sheet.0.max(1));
        i64::try_from(tenths).map_or(Length::LIMIT, Length::from_tenths)
    };
    let size = match head.size {
        NaturalSize::Unknown if !head.kind.is_drawing() => {
            let (width, height) = (texts.integer(i64::from(head.sheet.0)), texts.integer(i64::from(head.sheet.1)));
            texts.picture_pixels(args::PicturePixels { width: &width, height: &height })
        }
        NaturalSize::Unknown => texts.map_size_unknown(),
        NaturalSize::Paper(width) => {
            let millimetres = |length: Length| texts.integer(length.tenths() / 10);
            texts.map_size_on_paper(args::MapSizeOnPaper { width: &millimetres(width), height: &millimetres(depth(width)) })
        }
        NaturalSize::True { width, unit } => {
            let unit = &crate::session::words::drawing_unit(texts, unit);
            texts.map_size_in_truth(args::MapSizeInTruth {
                width: &texts.length(width),
                depth: &texts.length(depth(width)),
                unit,
            })
        }
    };
    let kind = texts.file_kind(head.kind);
    let mut letters = kind.chars();
    let kind: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    format!("{kind} · {size}")
}

/// At which scale it lies.
fn scale_of(cx: &Cx<'_>, map: &HallMap, head: Option<&Arc<MapHead>>) -> String {
    match head.map(|head| head.size) {
        Some(NaturalSize::True { width, .. }) if width == map.placement.width => cx.texts.map_scale_of_file(),
        Some(NaturalSize::Paper(width)) if width > Length::ZERO => {
            let times = (map.placement.width.metres() / width.metres()).round() as i64;
            cx.texts.map_scale_of_paper(args::MapScaleOfPaper { times: &cx.texts.integer(times) })
        }
        _ => cx.texts.map_scale_measured(),
    }
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
