//! The hall, while nothing in it is selected: its figures, how full it is, its categories, its picture.

use eframe::egui::{Align, Id, Layout, Sense, Ui, vec2};

use super::{command, complain, heading, length, pair, title};
use crate::app::theme::TextRole;
use crate::app::view::{Cx, Out};
use crate::app::widgets::{Field, bar, field, paint_swatch};
use crate::edit::{Edit, Objects};
use crate::geometry::{Bounds, Length, Offset};
use crate::index::Occupancy;
use crate::plan::{Hall, HallId, StructureShape};
use crate::session::{Action, CommandId};
use crate::text::args;

/// Shows the hall in view.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, out: &mut Out) {
    let plan = cx.session.plan();
    let Some((id, hall)) = cx.session.hall().and_then(|id| Some((id, plan.get(id)?))) else {
        title(ui, cx, &cx.texts.inspector_nothing(), "");
        command(ui, cx, CommandId::AddHall, out);
        return;
    };
    let occupancy = cx.session.index().hall(id);
    title(ui, cx, &hall.name, &line(cx, &occupancy));
    #[expect(clippy::cast_precision_loss, reason = "a part of a bar")]
    let part = if occupancy.sellable == 0 { 0.0 } else { occupancy.filled as f32 / occupancy.sellable as f32 };
    bar(ui, cx.theme, ui.available_width(), part, &line(cx, &occupancy));
    ui.label(cx.theme.muted(TextRole::Line, cx.texts.inspector_nothing_hint()));
    figures(ui, cx, id, hall, out);
    zones(ui, cx, id, out);
    super::layers::panel(ui, cx, id, out);
    categories(ui, cx, out);
    heading(ui, cx, &cx.texts.heading_hall_picture());
    // One that is locked or in front of the booths is hard to hit.
    for (map, name) in cx.session.index().maps(id).filter_map(|map| Some((map, &plan.get(map)?.name))) {
        if ui.link(cx.theme.text(TextRole::Line, name)).clicked() {
            out.push(Action::Select(Objects { maps: [map].into(), ..Objects::default() }));
        }
    }
    ui.horizontal_wrapped(|ui| {
        command(ui, cx, CommandId::InsertMap, out);
        if cx.session.availability(CommandId::Calibrate).is_ready() {
            command(ui, cx, CommandId::Calibrate, out);
            command(ui, cx, CommandId::RemoveMap, out);
        }
    });
}

/// How full, in words and per cent.
pub fn line(cx: &Cx<'_>, occupancy: &Occupancy) -> String {
    if occupancy.sellable == 0 {
        return cx.texts.occupancy_none();
    }
    cx.texts.occupancy_line_percent(args::OccupancyLinePercent {
        filled: occupancy.filled,
        sellable: occupancy.sellable,
        percent: &cx.texts.percent(occupancy.filled, occupancy.sellable),
    })
}

fn figures(ui: &mut Ui, cx: &Cx<'_>, id: HallId, hall: &Hall, out: &mut Out) {
    let key = |field: &str| Id::unique("hall").with(id).with(field);
    let entry = Field { id: key("name"), label: &cx.texts.field_name(), value: &hall.name, hint: "" };
    if let Some(name) = field(ui, cx.theme, &entry).map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()) {
        out.push(Action::Edit(Edit::ChangeHall(id, Hall { name, ..hall.clone() })));
    }
    let size = hall.outline.bounds().size();
    let (mut width, mut depth) = (None, None);
    pair(
        ui,
        |ui| width = length(ui, cx, key("width"), &cx.texts.field_width(), Some(size.width)),
        |ui| depth = length(ui, cx, key("depth"), &cx.texts.field_depth(), Some(size.depth)),
    );
    let is_backwards = |length: Option<Length>| length.is_some_and(|length| length <= Length::ZERO);
    if is_backwards(width) || is_backwards(depth) {
        let field = if is_backwards(width) { cx.texts.field_width() } else { cx.texts.field_depth() };
        complain(ui, cx.texts.wrong_length(args::WrongLength { field: &field }));
    } else if width.is_some() || depth.is_some() {
        let from = hall.outline.bounds();
        let new = Offset::new(width.unwrap_or(size.width), depth.unwrap_or(size.depth));
        let outline = hall.outline.stretched(from, Bounds::between(from.min(), from.min() + new));
        out.push(Action::Edit(Edit::ChangeHall(id, Hall { outline, ..hall.clone() })));
    }
}

/// How full each zone of the hall is; a click on one selects it.
fn zones(ui: &mut Ui, cx: &Cx<'_>, hall: HallId, out: &mut Out) {
    let (plan, index) = (cx.session.plan(), cx.session.index());
    let zones = index.zones(hall).filter_map(|id| match &plan.get(id)?.shape {
        StructureShape::Zone { name, tint, .. } => Some((id, name, *tint)),
        _ => None,
    });
    let zones: Vec<_> = zones.collect();
    if zones.is_empty() {
        return;
    }
    heading(ui, cx, &cx.texts.heading_zones());
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (id, name, tint) in zones {
            let occupancy = index.zone(id);
            ui.horizontal(|ui| {
                let (square, _) = ui.allocate_exact_size(vec2(14.0, 14.0), Sense::hover());
                paint_swatch(ui, cx.theme, square, tint);
                if ui.link(cx.theme.text(TextRole::Line, name)).clicked() {
                    out.push(Action::Select(Objects { structures: [id].into(), ..Objects::default() }));
                }
                filled_of(ui, cx, &occupancy);
            });
        }
    });
}

/// How full something is, at the right end of its row.
fn filled_of(ui: &mut Ui, cx: &Cx<'_>, occupancy: &Occupancy) {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let words = cx.texts.filled_of(args::FilledOf { filled: occupancy.filled, sellable: occupancy.sellable });
        ui.label(cx.theme.muted(TextRole::Line, words));
    });
}

/// How full each category of the show is.
fn categories(ui: &mut Ui, cx: &Cx<'_>, out: &mut Out) {
    let plan = cx.session.plan();
    let all = cx.session.index().by_category();
    if cx.session.plan().categories().is_empty() {
        return;
    }
    let named: Vec<_> = all.iter().filter_map(|(id, occupancy)| Some((plan.get((*id)?)?, occupancy))).collect();
    heading(ui, cx, &cx.texts.field_categories());
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (category, occupancy) in named {
            ui.horizontal(|ui| {
                ui.label(cx.theme.text(TextRole::Line, &category.name));
                filled_of(ui, cx, occupancy);
            });
        }
    });
    command(ui, cx, CommandId::Categories, out);
}
