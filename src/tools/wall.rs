//! Draws walls and arrows: a drag from one end to the other, or a click at each end; Shift keeps to steps of 45 degrees. Walls
//! drawn by clicks go on from corner to corner, until a double click, Enter or Escape.

use super::{Context, Cursor, Event, Hint, Measure, Modifiers, Preview, Step, draw};
use crate::edit::Objects;
use crate::geometry::{Outline, Point};
use crate::plan::StructureShape;

/// What a line becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineKind {
    Wall,
    Arrow,
}

impl LineKind {
    const fn hint(self) -> Hint {
        match self {
            Self::Wall => Hint::Wall,
            Self::Arrow => Hint::Arrow,
        }
    }

    const fn shape(self, from: Point, to: Point, context: &Context<'_>) -> StructureShape {
        match self {
            Self::Wall => StructureShape::Wall { from, to, thickness: context.settings.wall_thickness },
            Self::Arrow => StructureShape::Arrow { from, to },
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LineTool {
    kind: LineKind,
    state: State,
    /// Whether the button is down.
    down: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Idle,
    /// The button went down here, and is down yet.
    Pressed(Point),
    /// The line goes on from here to the next click.
    From(Point),
}

impl LineTool {
    pub(super) const fn new(kind: LineKind) -> Self {
        Self { kind, state: State::Idle, down: false }
    }

    pub(super) const fn kind(self) -> LineKind {
        self.kind
    }

    pub(super) fn is_idle(self) -> bool {
        self.state == State::Idle
    }

    /// Enter: the wall goes no further.
    pub(super) fn finish(&mut self) -> Step {
        self.state = State::Idle;
        Step::showing(Preview::idle(Cursor::Cross, self.kind.hint()))
    }

    pub(super) fn handle(&mut self, event: &Event, context: &Context<'_>) -> Step {
        let idle = Preview::idle(Cursor::Cross, self.kind.hint());
        let mut edit = None;
        let was_down = self.down;
        self.down = matches!(event, Event::Press { .. }) || (was_down && matches!(event, Event::Move { .. }));
        match (*event, self.state) {
            (Event::Press { at, .. }, State::Idle | State::Pressed(_)) => self.state = State::Pressed(at),
            (Event::Release { at, modifiers }, State::Pressed(pressed)) => {
                let (from, _) = draw::snapped_point(context, pressed, &Objects::default(), modifiers);
                if context.is_drag(pressed, at) {
                    self.state = State::Idle;
                    edit = self.line(context, from, at, modifiers).0;
                } else {
                    self.state = State::From(from);
                }
            }
            (Event::Press { clicks, .. }, State::From(_)) if clicks >= 2 => self.state = State::Idle,
            (Event::Press { at, modifiers, .. }, State::From(from)) => {
                edit = self.draw_on(context, from, at, modifiers);
            }
            // A length was typed and taken.
            (Event::Release { at, modifiers }, State::From(from)) if !was_down && context.typed.is_some() => {
                edit = self.draw_on(context, from, at, modifiers);
            }
            (Event::Cancel, _) => self.state = State::Idle,
            (Event::Move { .. } | Event::Release { .. }, _) => {}
        }
        let preview = match *event {
            Event::Press { at, modifiers, .. } | Event::Move { at, modifiers } | Event::Release { at, modifiers } => {
                self.preview(context, at, modifiers)
            }
            Event::Cancel => idle,
        };
        Step { edit: edit.map(|shape| draw::add_structure(context, shape)), ..Step::showing(preview) }
    }

    /// One more line; the next one begins at its end.
    fn draw_on(&mut self, context: &Context<'_>, from: Point, at: Point, modifiers: Modifiers) -> Option<StructureShape> {
        let (shape, _) = self.line(context, from, at, modifiers);
        if let Some((_, end)) = shape.as_ref().and_then(StructureShape::ends) {
            self.state = if self.kind == LineKind::Wall { State::From(end) } else { State::Idle };
        }
        shape
    }

    fn line(
        self,
        context: &Context<'_>,
        from: Point,
        at: Point,
        modifiers: Modifiers,
    ) -> (Option<StructureShape>, Vec<super::Guide>) {
        let (end, guides) = draw::snapped_end(context, from, at, &Objects::default(), modifiers);
        ((from.distance(end) >= Outline::LEAST).then(|| self.kind.shape(from, end, context)), guides)
    }

    fn preview(self, context: &Context<'_>, at: Point, modifiers: Modifiers) -> Preview {
        let idle = Preview::idle(Cursor::Cross, self.kind.hint());
        let snapped = |at| draw::snapped_point(context, at, &Objects::default(), modifiers);
        let from = match self.state {
            State::From(from) => from,
            State::Pressed(pressed) if context.is_drag(pressed, at) => snapped(pressed).0,
            State::Idle | State::Pressed(_) => return Preview { guides: snapped(at).1, ..idle },
        };
        let (shape, guides) = self.line(context, from, at, modifiers);
        let measure = shape.as_ref().and_then(StructureShape::ends).map(|(from, to)| Measure::Length(from.distance(to)));
        let goes_on = self.kind == LineKind::Wall && matches!(self.state, State::From(_));
        let hint = if goes_on { Hint::WallGoesOn } else { self.kind.hint() };
        Preview { new_structures: shape.into_iter().collect(), guides, measure, hint, ..idle }
    }
}
