//! Moves the view: what is under the pointer follows it.

use super::{Context, Cursor, Event, Hint, Preview, Request, Step};
use crate::geometry::{Offset, Point};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum PanTool {
    #[default]
    Idle,
    Panning {
        from: Point,
    },
}

impl PanTool {
    pub(super) fn is_idle(self) -> bool {
        self == Self::Idle
    }

    pub(super) fn handle(&mut self, event: &Event, _: &Context<'_>) -> Step {
        match (*event, *self) {
            (Event::Press { at, .. }, _) => *self = Self::Panning { from: at },
            (Event::Move { at, .. }, Self::Panning { from }) => {
                // The view goes with it, so that the point where the button went down is under the pointer again.
                let by = at - from;
                let request = (by != Offset::ZERO).then_some(Request::Pan(by));
                return Step { request, ..Step::showing(Preview::idle(Cursor::Grabbing, Hint::Pan)) };
            }
            (Event::Release { .. } | Event::Cancel, _) => *self = Self::Idle,
            (Event::Move { .. }, Self::Idle) => {}
        }
        let cursor = if self.is_idle() { Cursor::Grab } else { Cursor::Grabbing };
        Step::showing(Preview::idle(cursor, Hint::Pan))
    }
}
