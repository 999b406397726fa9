//! Draws one booth: a click puts one of the usual size, a drag draws its outline. It gets the next free number.

use super::snap::{Edges, Targets, distances};
use super::{Context, Cursor, Event, Hint, Measure, Modifiers, Preview, Step, draw};
use crate::edit::Objects;
use crate::geometry::{Bounds, Outline, Point, Size};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct BoothTool {
    state: State,
    is_round: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Idle,
    Pressed {
        from: Point,
    },
    Drawing {
        from: Point,
    },
}

impl BoothTool {
    /// The tool that draws round booths.
    pub(super) fn round() -> Self {
        Self { is_round: true, ..Self::default() }
    }

    pub(super) fn is_idle(self) -> bool {
        self.state == State::Idle
    }

    pub(super) fn handle(&mut self, event: &Event, context: &Context<'_>) -> Step {
        match (*event, self.state) {
            (Event::Press { at, modifiers, .. }, _) => {
                self.state = State::Pressed { from: at };
                Step::showing(self.usual(context, at, modifiers))
            }
            (Event::Move { at, modifiers }, State::Idle) => Step::showing(self.usual(context, at, modifiers)),
            (Event::Move { at, modifiers }, State::Pressed { from } | State::Drawing { from }) => {
                if context.is_drag(from, at) {
                    self.state = State::Drawing { from };
                }
                Step::showing(self.preview(context, at, modifiers))
            }
            (Event::Release { at, modifiers }, State::Pressed { from } | State::Drawing { from }) => {
                if context.is_drag(from, at) {
                    self.state = State::Drawing { from };
                }
                let outline = self.preview(context, at, modifiers).new_booths.pop();
                self.state = State::Idle;
                let edit = outline.map(|outline| draw::add_booths(context, vec![draw::next_booth(outline)]));
                Step { edit, ..Step::showing(self.idle()) }
            }
            (Event::Release { at, modifiers }, State::Idle) => Step::showing(self.usual(context, at, modifiers)),
            (Event::Cancel, _) => {
                self.state = State::Idle;
                Step::showing(self.idle())
            }
        }
    }

    fn idle(self) -> Preview {
        Preview::idle(Cursor::Cross, if self.is_round { Hint::Round } else { Hint::Booth })
    }

    fn preview(self, context: &Context<'_>, at: Point, modifiers: Modifiers) -> Preview {
        match self.state {
            State::Idle => self.usual(context, at, modifiers),
            State::Pressed { from } => self.usual(context, from, modifiers),
            State::Drawing { from } => self.drawn(context, from, at, modifiers),
        }
    }

    /// The booth that fills a box.
    fn outline(self, bounds: Bounds) -> Outline {
        if self.is_round { Outline::round_in(bounds) } else { Outline::from_bounds(bounds) }
    }

    /// The booth that a click here puts.
    fn usual(self, context: &Context<'_>, at: Point, modifiers: Modifiers) -> Preview {
        let Size { width, depth } = context.settings.booth;
        let size = if self.is_round { Size::new(width.min(depth), width.min(depth)) } else { Size::new(width, depth) };
        let (bounds, guides) = draw::snapped_box(context, at, size, modifiers);
        let outline = self.outline(bounds);
        Preview { measure: Some(measure(&outline)), new_booths: vec![outline], guides, ..self.idle() }
    }

    fn drawn(self, context: &Context<'_>, from: Point, at: Point, modifiers: Modifiers) -> Preview {
        let (from, _) = draw::snapped_point(context, from, &Objects::default(), modifiers);
        let in_square = modifiers.shift || self.is_round;
        let (to, guides) = draw::snapped_corner(context, from, at, Modifiers { shift: in_square, ..modifiers });
        let bounds = Bounds::between(from, to);
        let outline = self.outline(bounds);
        let targets = Targets::near(context, bounds, &Objects::default(), modifiers);
        Preview {
            measure: Some(measure(&outline)),
            new_booths: outline.is_valid().then_some(outline).into_iter().collect(),
            guides: if in_square { super::guides(bounds, Edges::ALL, &targets) } else { guides },
            distances: distances(bounds, &targets),
            ..Preview::idle(Cursor::Cross, Hint::DrawingBooth)
        }
    }
}

/// The figures of a booth that is drawn.
fn measure(outline: &Outline) -> Measure {
    match outline {
        Outline::Round { radius, .. } => Measure::Round { diameter: *radius * 2, area: outline.area() },
        _ => Measure::Size(outline.size()),
    }
}
