//! Draws a wall from where the button goes down to where it goes up; Shift keeps it to steps of 45 degrees.

use super::{Context, Cursor, Event, Hint, Measure, Modifiers, Preview, Step, draw};
use crate::edit::Objects;
use crate::geometry::{Outline, Point};
use crate::plan::StructureShape;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum WallTool {
    #[default]
    Idle,
    Pressed {
        from: Point,
    },
}

impl WallTool {
    pub(super) fn is_idle(self) -> bool {
        self == Self::Idle
    }

    pub(super) fn handle(&mut self, event: &Event, context: &Context<'_>) -> Step {
        let idle = Preview::idle(Cursor::Cross, Hint::Wall);
        match (*event, *self) {
            (Event::Press { at, modifiers, .. }, _) => {
                *self = Self::Pressed { from: at };
                Step::showing(preview(context, at, at, modifiers))
            }
            (Event::Move { at, modifiers }, Self::Pressed { from }) => Step::showing(preview(context, from, at, modifiers)),
            (Event::Move { at, modifiers } | Event::Release { at, modifiers }, Self::Idle) => {
                let (_, guides) = draw::snapped_point(context, at, &Objects::default(), modifiers);
                Step::showing(Preview { guides, ..idle })
            }
            (Event::Release { at, modifiers }, Self::Pressed { from }) => {
                *self = Self::Idle;
                let wall = preview(context, from, at, modifiers).new_structures.pop();
                Step { edit: wall.map(|wall| draw::add_structure(context, wall)), ..Step::showing(idle) }
            }
            (Event::Cancel, _) => {
                *self = Self::Idle;
                Step::showing(idle)
            }
        }
    }
}

fn preview(context: &Context<'_>, from: Point, at: Point, modifiers: Modifiers) -> Preview {
    let (start, _) = draw::snapped_point(context, from, &Objects::default(), modifiers);
    let (end, guides) = draw::snapped_end(context, start, at, &Objects::default(), modifiers);
    let idle = Preview { guides, ..Preview::idle(Cursor::Cross, Hint::Wall) };
    let length = start.distance(end);
    if !context.is_drag(from, at) || length < Outline::LEAST {
        return idle;
    }
    let wall = StructureShape::Wall { from: start, to: end, thickness: context.settings.wall_thickness };
    Preview { new_structures: vec![wall], measure: Some(Measure::Length(length)), ..idle }
}
