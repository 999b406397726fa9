//! Draws one booth: a click puts one of the usual size, a drag draws its outline. It gets the next free number.

use super::snap::{Edges, Targets, distances};
use super::{Context, Cursor, Event, Hint, Measure, Modifiers, Preview, Step, draw};
use crate::edit::Objects;
use crate::geometry::{Bounds, Outline, Point};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum BoothTool {
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
    pub(super) fn is_idle(self) -> bool {
        self == Self::Idle
    }

    pub(super) fn handle(&mut self, event: &Event, context: &Context<'_>) -> Step {
        match (*event, *self) {
            (Event::Press { at, modifiers, .. }, _) => {
                *self = Self::Pressed { from: at };
                Step::showing(usual(context, at, modifiers))
            }
            (Event::Move { at, modifiers }, Self::Idle) => Step::showing(usual(context, at, modifiers)),
            (Event::Move { at, modifiers }, Self::Pressed { from } | Self::Drawing { from }) => {
                if context.is_drag(from, at) {
                    *self = Self::Drawing { from };
                }
                Step::showing(self.preview(context, at, modifiers))
            }
            (Event::Release { at, modifiers }, Self::Pressed { from } | Self::Drawing { from }) => {
                if context.is_drag(from, at) {
                    *self = Self::Drawing { from };
                }
                let outline = self.preview(context, at, modifiers).new_booths.pop();
                *self = Self::Idle;
                let edit = outline.map(|outline| draw::add_booths(context, vec![draw::next_booth(outline)]));
                Step { edit, ..Step::showing(Preview::idle(Cursor::Cross, Hint::Booth)) }
            }
            (Event::Release { at, modifiers }, Self::Idle) => Step::showing(usual(context, at, modifiers)),
            (Event::Cancel, _) => {
                *self = Self::Idle;
                Step::showing(Preview::idle(Cursor::Cross, Hint::Booth))
            }
        }
    }

    fn preview(self, context: &Context<'_>, at: Point, modifiers: Modifiers) -> Preview {
        match self {
            Self::Idle => usual(context, at, modifiers),
            Self::Pressed { from } => usual(context, from, modifiers),
            Self::Drawing { from } => drawn(context, from, at, modifiers),
        }
    }
}

/// The booth that a click here puts.
fn usual(context: &Context<'_>, at: Point, modifiers: Modifiers) -> Preview {
    let (bounds, guides) = draw::snapped_box(context, at, context.settings.booth, modifiers);
    let measure = Some(Measure::Size(bounds.size()));
    Preview { new_booths: vec![Outline::from_bounds(bounds)], guides, measure, ..Preview::idle(Cursor::Cross, Hint::Booth) }
}

fn drawn(context: &Context<'_>, from: Point, at: Point, modifiers: Modifiers) -> Preview {
    let (from, _) = draw::snapped_point(context, from, &Objects::default(), modifiers);
    let (to, guides) = draw::snapped_corner(context, from, at, modifiers);
    let bounds = Bounds::between(from, to);
    let outline = Outline::from_bounds(bounds);
    let targets = Targets::near(context, bounds, &Objects::default(), modifiers);
    Preview {
        new_booths: outline.is_valid().then_some(outline).into_iter().collect(),
        guides: if modifiers.shift { super::guides(bounds, Edges::ALL, &targets) } else { guides },
        distances: distances(bounds, &targets),
        measure: Some(Measure::Size(bounds.size())),
        ..Preview::idle(Cursor::Cross, Hint::DrawingBooth)
    }
}
