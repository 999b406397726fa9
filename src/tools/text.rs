//! Puts words on the floor: a click asks for them.

use super::{Context, Cursor, Event, Hint, Preview, Request, Step};
use crate::geometry::Point;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum TextTool {
    #[default]
    Idle,
    Pressed {
        at: Point,
    },
}

impl TextTool {
    pub(super) fn is_idle(self) -> bool {
        self == Self::Idle
    }

    pub(super) fn handle(&mut self, event: &Event, _: &Context<'_>) -> Step {
        let idle = Step::showing(Preview::idle(Cursor::Text, Hint::Text));
        match (*event, *self) {
            (Event::Press { at, .. }, _) => {
                *self = Self::Pressed { at };
                idle
            }
            (Event::Release { .. }, Self::Pressed { at }) => {
                *self = Self::Idle;
                Step { request: Some(Request::TextAt(at)), ..idle }
            }
            (Event::Cancel, _) => {
                *self = Self::Idle;
                idle
            }
            (Event::Move { .. } | Event::Release { .. }, _) => idle,
        }
    }
}
