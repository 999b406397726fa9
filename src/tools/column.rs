//! Puts a column: a click puts one of the usual size about the pointer, a drag draws it.

use super::{Context, Cursor, Event, Hint, Measure, Modifiers, Preview, Step, draw};
use crate::edit::Objects;
use crate::geometry::{Bounds, Outline, Point};
use crate::plan::StructureShape;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum ColumnTool {
    #[default]
    Idle,
    Pressed {
        from: Point,
    },
}

impl ColumnTool {
    pub(super) fn is_idle(self) -> bool {
        self == Self::Idle
    }

    pub(super) fn handle(&mut self, event: &Event, context: &Context<'_>) -> Step {
        match (*event, *self) {
            (Event::Press { at, modifiers, .. }, _) => {
                *self = Self::Pressed { from: at };
                Step::showing(preview(context, at, at, modifiers))
            }
            (Event::Move { at, modifiers }, Self::Pressed { from }) => Step::showing(preview(context, from, at, modifiers)),
            (Event::Move { at, modifiers } | Event::Release { at, modifiers }, Self::Idle) => {
                Step::showing(preview(context, at, at, modifiers))
            }
            (Event::Release { at, modifiers }, Self::Pressed { from }) => {
                *self = Self::Idle;
                let column = preview(context, from, at, modifiers).new_structures.pop();
                let edit = column.map(|column| draw::add_structure(context, column));
                Step { edit, ..Step::showing(Preview::idle(Cursor::Cross, Hint::Column)) }
            }
            (Event::Cancel, _) => {
                *self = Self::Idle;
                Step::showing(Preview::idle(Cursor::Cross, Hint::Column))
            }
        }
    }
}

fn preview(context: &Context<'_>, from: Point, at: Point, modifiers: Modifiers) -> Preview {
    let (start, guides) = draw::snapped_point(context, from, &Objects::default(), modifiers);
    let (bounds, guides) = if context.is_drag(from, at) {
        let (end, guides) = draw::snapped_corner(context, start, at, modifiers);
        (Bounds::between(start, end), guides)
    } else {
        let size = context.settings.column;
        let corner = Point::new(start.x - size.width / 2, start.y - size.depth / 2);
        (Bounds::between(corner, corner + crate::geometry::Offset::new(size.width, size.depth)), guides)
    };
    let outline = Outline::from_bounds(bounds);
    Preview {
        new_structures: outline.is_valid().then_some(StructureShape::Column(outline)).into_iter().collect(),
        guides,
        measure: Some(Measure::Size(bounds.size())),
        ..Preview::idle(Cursor::Cross, Hint::Column)
    }
}
