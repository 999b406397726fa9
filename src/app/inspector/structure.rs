//! A wall, a column, a door or a text.

use eframe::egui::{Id, Ui};

use super::{angle, command, length, pair, title};
use crate::app::view::{Cx, Out};
use crate::app::widgets::{Field, choice, field};
use crate::edit::Edit;
use crate::geometry::{Length, Offset, Outline, Point, Size};
use crate::plan::{DoorKind, StructureId, StructureShape};
use crate::session::{Action, CommandId};

const DOOR_KINDS: [DoorKind; 3] = [DoorKind::Entrance, DoorKind::Exit, DoorKind::Service];

/// Shows a wall, a column, a door or a text.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, id: StructureId, out: &mut Out) {
    let plan = cx.session.plan();
    let Some(structure) = plan.get(id) else { return };
    let hall = plan.get(structure.hall).map(|hall| hall.name.clone()).unwrap_or_default();
    let mut shape = structure.shape.clone();
    let name = match &shape {
        StructureShape::Wall { .. } => cx.texts.tool_wall(),
        StructureShape::Column(_) => cx.texts.tool_column(),
        StructureShape::Door { .. } => cx.texts.tool_door(),
        StructureShape::Text { .. } => cx.texts.tool_text(),
        _ => return,
    };
    title(ui, cx, &name, &hall);
    let form = Form { cx, id };
    match &mut shape {
        StructureShape::Wall { from, to, thickness } => {
            form.point(ui, "from", (&cx.texts.field_x(), &cx.texts.field_y()), from);
            form.point(ui, "to", (&cx.texts.field_end_x(), &cx.texts.field_end_y()), to);
            form.length(ui, "thickness", &cx.texts.field_thickness(), thickness);
        }
        StructureShape::Column(outline) => form.column(ui, outline),
        StructureShape::Door { at, width, angle, kind } => {
            form.point(ui, "at", (&cx.texts.field_x(), &cx.texts.field_y()), at);
            form.length_and_angle(ui, &cx.texts.field_width(), width, angle);
            let options = DOOR_KINDS.map(|kind| cx.texts.door_kind(kind));
            let chosen =
                choice(ui, cx.theme, form.key("kind"), &cx.texts.field_door_kind(), &cx.texts.door_kind(*kind), &options);
            if let Some(new) = chosen.and_then(|place| DOOR_KINDS.get(place)) {
                *kind = *new;
            }
        }
        StructureShape::Text { at, height, angle, text } => {
            let entry = Field { id: form.key("text"), label: &cx.texts.field_text(), value: text, hint: "" };
            if let Some(new) = field(ui, cx.theme, &entry).map(|new| new.trim().to_owned()).filter(|new| !new.is_empty()) {
                *text = new;
            }
            form.length_and_angle(ui, &cx.texts.field_height(), height, angle);
            form.point(ui, "at", (&cx.texts.field_x(), &cx.texts.field_y()), at);
        }
        _ => {}
    }
    if shape != structure.shape {
        out.push(Action::Edit(Edit::ChangeStructure(id, shape)));
    }
    command(ui, cx, CommandId::Delete, out);
}

struct Form<'a> {
    cx: &'a Cx<'a>,
    id: StructureId,
}

impl Form<'_> {
    fn key(&self, field: &str) -> Id {
        Id::unique("structure").with(self.id).with(field)
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

    fn column(&self, ui: &mut Ui, outline: &mut Outline) {
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
    }
}
