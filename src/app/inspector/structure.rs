//! A wall, a column, a door, a text, a zone, a sign.

use eframe::egui::{Id, Ui};

use super::{angle, command, fact, length, pair, title};
use crate::app::theme::TextRole;
use crate::app::view::{Cx, Out};
use crate::app::widgets::{Field, bar, choice, field, swatches};
use crate::edit::Edit;
use crate::geometry::{Length, Offset, Outline, Point, Size};
use crate::plan::{CategoryId, DoorKind, StructureId, StructureShape, Tint, UtilityKind};
use crate::session::{Action, CommandId};
use crate::text::Texts;

const DOOR_KINDS: [DoorKind; 3] = [DoorKind::Entrance, DoorKind::Exit, DoorKind::Service];

/// Shows what is drawn on a hall besides booths and pictures.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, id: StructureId, out: &mut Out) {
    let plan = cx.session.plan();
    let Some(structure) = plan.get(id) else { return };
    let hall = plan.get(structure.hall).map(|hall| hall.name.clone()).unwrap_or_default();
    let mut shape = structure.shape.clone();
    title(ui, cx, &name(cx.texts, &shape), &hall);
    let form = Form { cx, id };
    let (x, y) = (cx.texts.field_x(), cx.texts.field_y());
    match &mut shape {
        StructureShape::Wall { from, to, thickness } => {
            form.ends(ui, from, to);
            form.length(ui, "thickness", &cx.texts.field_thickness(), thickness);
        }
        StructureShape::Column(outline) => form.area(ui, outline),
        StructureShape::Door { at, width, angle, kind } => {
            form.point(ui, "at", (&x, &y), at);
            form.length_and_angle(ui, &cx.texts.field_width(), width, angle);
            form.choice(ui, &cx.texts.field_door_kind(), kind, &DOOR_KINDS, |kind| cx.texts.door_kind(kind));
        }
        StructureShape::Text { at, height, angle, text } => {
            form.words(ui, "text", &cx.texts.field_text(), text);
            form.length_and_angle(ui, &cx.texts.field_height(), height, angle);
            form.point(ui, "at", (&x, &y), at);
        }
        StructureShape::Zone { outline, name, tint, category } => form.zone(ui, (outline, name, tint), *category, out),
        StructureShape::NoBuild(outline) => form.area(ui, outline),
        StructureShape::Utility { at, kind, number } => {
            form.choice(ui, &cx.texts.field_utility_kind(), kind, &UtilityKind::ALL, |kind| cx.texts.utility(kind));
            let entry = Field { id: form.key("number"), label: &cx.texts.field_number(), value: number, hint: "" };
            if let Some(new) = field(ui, cx.theme, &entry) {
                *number = new.trim().to_owned();
            }
            form.point(ui, "at", (&x, &y), at);
        }
        StructureShape::Arrow { from, to } => form.ends(ui, from, to),
        StructureShape::Dimension { from, to, offset } => {
            form.ends(ui, from, to);
            form.length(ui, "offset", &cx.texts.field_offset(), offset);
        }
    }
    if shape != structure.shape {
        out.push(Action::Edit(Edit::ChangeStructure(id, shape)));
    }
    command(ui, cx, CommandId::Delete, out);
}

/// What it is called.
fn name(texts: &Texts, shape: &StructureShape) -> String {
    match shape {
        StructureShape::Wall { .. } => texts.tool_wall(),
        StructureShape::Column(_) => texts.tool_column(),
        StructureShape::Door { .. } => texts.tool_door(),
        StructureShape::Text { .. } => texts.tool_text(),
        StructureShape::Zone { name, .. } => name.clone(),
        StructureShape::NoBuild(_) => texts.tool_no_build(),
        StructureShape::Utility { kind, .. } => texts.utility(*kind),
        StructureShape::Arrow { .. } => texts.tool_arrow(),
        StructureShape::Dimension { .. } => texts.tool_dimension(),
    }
}

struct Form<'a> {
    cx: &'a Cx<'a>,
    id: StructureId,
}

impl Form<'_> {
    fn key(&self, field: &str) -> Id {
        Id::unique("structure").with(self.id).with(field)
    }

    /// A field that is never empty.
    fn words(&self, ui: &mut Ui, key: &str, label: &str, value: &mut String) {
        let entry = Field { id: self.key(key), label, value, hint: "" };
        if let Some(new) = field(ui, self.cx.theme, &entry).map(|new| new.trim().to_owned()).filter(|new| !new.is_empty()) {
            *value = new;
        }
    }

    fn choice<T: Copy>(&self, ui: &mut Ui, label: &str, value: &mut T, all: &[T], words: impl Fn(T) -> String) {
        let options: Vec<_> = all.iter().map(|one| words(*one)).collect();
        let chosen = choice(ui, self.cx.theme, self.key("kind"), label, &words(*value), &options);
        if let Some(new) = chosen.and_then(|place| all.get(place)) {
            *value = *new;
        }
    }

    fn length(&self, ui: &mut Ui, key: &str, label: &str, value: &mut Length) {
        if let Some(new) = length(ui, self.cx, self.key(key), label, Some(*value)) {
            *value = new;
        }
    }

    fn point(&self, ui: &mut Ui, key: &str, labels: (&str, &str), value: &mut Point) {
        let Point { x, y } = value;
        let keys = (format!("{key} x"), format!("{key} y"));
        pair(ui, |ui| self.length(ui, &keys.0, labels.0, x), |ui| self.length(ui, &keys.1, labels.1, y));
    }

    fn ends(&self, ui: &mut Ui, from: &mut Point, to: &mut Point) {
        let texts = self.cx.texts;
        self.point(ui, "from", (&texts.field_x(), &texts.field_y()), from);
        self.point(ui, "to", (&texts.field_end_x(), &texts.field_end_y()), to);
    }

    fn length_and_angle(&self, ui: &mut Ui, label: &str, value: &mut Length, turned: &mut crate::geometry::Angle) {
        let words = self.cx.texts.field_rotation();
        pair(
            ui,
            |ui| self.length(ui, "length", label, value),
            |ui| {
                if let Some(new) = angle(ui, self.cx, self.key("angle"), &words, Some(*turned)) {
                    *turned = new;
                }
            },
        );
    }

    /// The name of a zone, its colour, the category of its booths, how full it is, and where it lies.
    fn zone(
        &self,
        ui: &mut Ui,
        (outline, name, tint): (&mut Outline, &mut String, &mut Tint),
        category: Option<CategoryId>,
        out: &mut Out,
    ) {
        let (cx, texts) = (self.cx, self.cx.texts);
        let occupancy = cx.session.index().zone(self.id);
        let words = super::hall::line(cx, &occupancy);
        ui.label(cx.theme.muted(TextRole::Line, &words));
        #[expect(clippy::cast_precision_loss, reason = "a part of a bar")]
        let part = if occupancy.sellable == 0 { 0.0 } else { occupancy.filled as f32 / occupancy.sellable as f32 };
        bar(ui, cx.theme, ui.available_width(), part, &words);
        self.words(ui, "name", &texts.field_name(), name);
        if let Some(new) = swatches(ui, cx.theme, texts, &texts.field_colour(), Some(*tint)) {
            *tint = new;
        }
        let value = category.and_then(|id| cx.session.plan().get(id)).map(|category| category.name.clone()).unwrap_or_default();
        let entry = Field { id: self.key("category"), label: &texts.field_zone_category(), value: &value, hint: "" };
        if let Some(typed) = field(ui, cx.theme, &entry) {
            let name = Some(typed.trim().to_owned()).filter(|name| !name.is_empty());
            out.push(Action::Edit(Edit::SetZoneCategory(self.id, name)));
        }
        self.area(ui, outline);
        fact(ui, cx, &texts.field_area(), &texts.area(outline.area()));
    }

    fn area(&self, ui: &mut Ui, outline: &mut Outline) {
        let texts = self.cx.texts;
        let bounds = outline.bounds();
        let (mut at, mut size) = (bounds.min(), outline.size());
        self.point(ui, "at", (&texts.field_x(), &texts.field_y()), &mut at);
        let Size { width, depth } = &mut size;
        pair(
            ui,
            |ui| self.length(ui, "width", &texts.field_width(), width),
            |ui| self.length(ui, "depth", &texts.field_depth(), depth),
        );
        let by = at - bounds.min();
        if by != Offset::ZERO {
            *outline = outline.moved(by);
        }
        if size != outline.size() {
            *outline = match &*outline {
                Outline::Rectangle { origin, angle, .. } => Outline::Rectangle { origin: *origin, size, angle: *angle },
                other => {
                    let from = other.bounds();
                    let to = crate::geometry::Bounds::between(from.min(), from.min() + Offset::new(size.width, size.depth));
                    other.stretched(from, to)
                }
            };
        }
        if let Outline::Polygon(corners) = &*outline {
            fact(ui, self.cx, &texts.field_corners(), &texts.integer(i64::try_from(corners.len()).unwrap_or(i64::MAX)));
        }
    }
}
