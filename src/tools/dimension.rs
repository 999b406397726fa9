//! Draws a length that stays on the plan: one click at each end of what is measured, a third where its line is drawn.

use super::{Context, Cursor, Event, Hint, Measure, Modifiers, Preview, Step, draw};
use crate::edit::Objects;
use crate::geometry::{Length, Outline, Point};
use crate::plan::StructureShape;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum DimensionTool {
    #[default]
    Idle,
    /// One end was set; with the button still down, a drag goes to the other one.
    From { from: Point, pressed: Option<Point> },
    /// Both ends are set.
    Between { from: Point, to: Point },
}

impl DimensionTool {
    pub(super) fn is_idle(self) -> bool {
        self == Self::Idle
    }

    pub(super) fn handle(&mut self, event: &Event, context: &Context<'_>) -> Step {
        match (*event, *self) {
            (Event::Press { at, modifiers, .. }, Self::Idle) => {
                let (from, _) = draw::snapped_point(context, at, &Objects::default(), modifiers);
                *self = Self::From { from, pressed: Some(at) };
            }
            (Event::Press { at, modifiers, .. }, Self::From { from, .. }) => self.set_end(context, from, at, modifiers),
            (Event::Release { at, modifiers }, Self::From { from, pressed }) => match pressed {
                Some(pressed) if context.is_drag(pressed, at) => self.set_end(context, from, at, modifiers),
                Some(_) => *self = Self::From { from, pressed: None },
                // A figure was typed and taken.
                None => self.set_end(context, from, at, modifiers),
            },
            (Event::Press { at, modifiers, .. }, Self::Between { from, to }) => {
                *self = Self::Idle;
                let dimension = StructureShape::Dimension { from, to, offset: offset(context, from, to, at, modifiers) };
                let edit = Some(draw::add_structure(context, dimension));
                return Step { edit, ..Step::showing(Preview::idle(Cursor::Cross, Hint::Dimension)) };
            }
            (Event::Cancel, _) => *self = Self::Idle,
            (Event::Move { .. } | Event::Release { .. }, _) => {}
        }
        Step::showing(match *event {
            Event::Press { at, modifiers, .. } | Event::Move { at, modifiers } | Event::Release { at, modifiers } => {
                self.preview(context, at, modifiers)
            }
            Event::Cancel => Preview::idle(Cursor::Cross, Hint::Dimension),
        })
    }

    fn set_end(&mut self, context: &Context<'_>, from: Point, at: Point, modifiers: Modifiers) {
        let (to, _) = draw::snapped_end(context, from, at, &Objects::default(), modifiers);
        if from.distance(to) >= Outline::LEAST {
            *self = Self::Between { from, to };
        }
    }

    fn preview(self, context: &Context<'_>, at: Point, modifiers: Modifiers) -> Preview {
        let dimension = |from: Point, to: Point, offset: Length, guides| {
            let shape = StructureShape::Dimension { from, to, offset };
            let long_enough = from.distance(to) >= Outline::LEAST;
            let measure = Some(Measure::Length(from.distance(to)));
            let new_structures = long_enough.then_some(shape).into_iter().collect();
            Preview { new_structures, guides, measure, ..Preview::idle(Cursor::Cross, Hint::Dimension) }
        };
        match self {
            Self::Idle => {
                let (_, guides) = draw::snapped_point(context, at, &Objects::default(), modifiers);
                Preview { guides, ..Preview::idle(Cursor::Cross, Hint::Dimension) }
            }
            Self::From { from, .. } => {
                let (to, guides) = draw::snapped_end(context, from, at, &Objects::default(), modifiers);
                dimension(from, to, Length::ZERO, guides)
            }
            Self::Between { from, to } => {
                let shown = dimension(from, to, offset(context, from, to, at, modifiers), Vec::new());
                Preview { hint: Hint::DimensionLine, ..shown }
            }
        }
    }
}

/// How far beside the line from one end to the other a point lies, in steps of the grid: to the right of the way where it is positive.
fn offset(context: &Context<'_>, from: Point, to: Point, at: Point, modifiers: Modifiers) -> Length {
    let (way, beside) = (to - from, at - from);
    let cross = way.x.metres() * beside.y.metres() - way.y.metres() * beside.x.metres();
    let exact = Length::from_metres(cross / way.x.metres().hypot(way.y.metres())).unwrap_or_default();
    exact.rounded_to(if context.snaps(modifiers) { context.settings.grid } else { Length::ZERO })
}
