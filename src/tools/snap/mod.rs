//! Snapping: to the edges and middles of neighbours, to walls, the hall's outline and the lines of pictures, to gaps like others
//! and to the usual aisle first, then to the grid. Pure: boxes and lines in, a nudge out; a second pass finds every line that
//! something is then aligned with, a third the gaps to the nearest neighbours.
//!
//! ```text
//!        guide            gap                   equal gaps
//!   ┌────┐ ┆        ┌────┐    ┌────┐      ┌────┐    ┌────┐    ┌────┐
//!   │    │ ┆        │    │<-->│    │      │    │<-->│    │<-->│    │
//!   └────┘ ┆        └────┘    └────┘      └────┘    └────┘    └────┘
//!          ├────┐
//! ```

mod align;
mod gaps;
mod guides;
#[cfg(test)]
mod tests;

pub use align::{align, snap};
pub use gaps::distances;
pub use guides::{guides, oblique_guides};

use std::collections::BTreeSet;

use super::map_lines::sides;
use super::{Context, Modifiers};
use crate::edit::Objects;
use crate::geometry::{Bounds, Length, Outline, Point, Segment};
use crate::index::structure_outline;
use crate::plan::{MapId, StructureShape};

/// Screen points within which an edge jumps to a neighbour's.
const TOLERANCE: i64 = 8;
/// Screen points within which something is a neighbour.
const REACH: i64 = 300;
/// The farthest that a neighbour may be: a view of the whole hall must not compare a booth with all others at every move.
const FARTHEST: Length = Length::from_mm(30_000);

/// What a moving thing is aligned with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Targets {
    /// Boxes of neighbours that stand upright.
    pub boxes: Vec<Bounds>,
    /// Lines besides the sides of those boxes.
    pub lines: Vec<(Segment, LineOf)>,
    /// The step of the grid; no grid where it is 0.
    pub grid: Length,
    /// How near an edge must come to a line; it never jumps where it is 0.
    pub tolerance: Length,
    /// How far away something still is a neighbour.
    pub reach: Length,
    /// The usual aisle; none where it is 0.
    pub aisle: Length,
}

/// What a line belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LineOf {
    /// The hall's outline.
    Hall,
    /// A side of something that is turned or has many corners, or the middle of a wall.
    Thing,
    /// A picture.
    Map,
}

/// Which edges of a box move.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Edges {
    /// The left one.
    pub left: bool,
    /// The upper one.
    pub top: bool,
    /// The right one.
    pub right: bool,
    /// The lower one.
    pub bottom: bool,
}

impl Edges {
    /// All of them: the box moves as a whole.
    pub const ALL: Self = Self { left: true, top: true, right: true, bottom: true };
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Axis {
    X,
    Y,
}

impl Axis {
    fn of(self, point: Point) -> Length {
        match self {
            Self::X => point.x,
            Self::Y => point.y,
        }
    }

    const fn other(self) -> Self {
        match self {
            Self::X => Self::Y,
            Self::Y => Self::X,
        }
    }

    /// The point so far along this axis and so far across it.
    const fn point(self, along: Length, across: Length) -> Point {
        match self {
            Self::X => Point::new(along, across),
            Self::Y => Point::new(across, along),
        }
    }

    /// Where a box begins and ends along this axis.
    fn span(self, bounds: Bounds) -> (Length, Length) {
        (self.of(bounds.min()), self.of(bounds.max()))
    }

    /// Whether a line runs at right angles to this axis.
    fn is_across(self, line: Segment) -> bool {
        line.is_along_an_axis() && self.of(line.from) == self.of(line.to)
    }

    const fn free(self, edges: Edges) -> (bool, bool) {
        match self {
            Self::X => (edges.left, edges.right),
            Self::Y => (edges.top, edges.bottom),
        }
    }
}

impl Targets {
    /// What something may be aligned with that comes near `around`, but for the things that move themselves. Where snapping is
    /// suspended neighbours still tell the gaps to them.
    pub(super) fn near(context: &Context<'_>, around: Bounds, except: &Objects, modifiers: Modifiers) -> Self {
        let reach = context.points(REACH).min(FARTHEST);
        let snaps = context.snaps(modifiers);
        let mut targets = Self {
            boxes: Vec::new(),
            lines: Vec::new(),
            grid: if snaps { context.settings.grid } else { Length::ZERO },
            tolerance: if snaps { context.points(TOLERANCE) } else { Length::ZERO },
            reach,
            aisle: context.settings.block.aisle,
        };
        let Context { plan, index, hall, .. } = *context;
        let booths = super::reach::neighbours(plan, index, hall, around, reach).into_iter();
        let booths = booths.filter(|(id, _)| !except.booths.contains(id)).filter_map(|(id, _)| context.plan.get(id));
        booths.for_each(|booth| targets.add(&booth.outline));
        let area = around.grown(reach);
        let structures = super::reach::structures_in(plan, index, hall, area).into_iter();
        let structures = structures.filter(|id| !except.structures.contains(id)).filter_map(|id| context.plan.get(id));
        for structure in structures {
            match &structure.shape {
                wall @ StructureShape::Wall { from, to, .. } => {
                    targets.add(&structure_outline(wall));
                    // Of upright walls the box has a middle.
                    let middle = Segment::new(*from, *to);
                    targets.lines.extend((!middle.is_along_an_axis()).then_some((middle, LineOf::Thing)));
                }
                shape => shape.area().into_iter().for_each(|outline| targets.add(outline)),
            }
        }
        if let Some(hall) = context.plan.get(context.hall) {
            targets.lines.extend(sides(&hall.outline).into_iter().map(|side| (side, LineOf::Hall)));
        }
        if snaps {
            targets.lines.extend(Self::of_map_lines(context, around, &except.maps).lines);
        }
        targets
    }

    /// The lines of the hall's pictures alone, but for some of them.
    pub(super) fn of_map_lines(context: &Context<'_>, around: Bounds, except: &BTreeSet<MapId>) -> Self {
        let (tolerance, reach) = (context.points(TOLERANCE), context.points(REACH).min(FARTHEST));
        let lines = context.map_lines.near(context.plan, context.index, context.hall, around.grown(reach), except);
        let lines = lines.into_iter().map(|line| (line, LineOf::Map)).collect();
        Self { lines, tolerance, reach, ..Self::default() }
    }

    /// The same for something large that the pointer drags at a point: only what is near both is looked at, so that a thousand booths
    /// are not compared with a hundred thousand.
    pub(super) fn near_pointer(context: &Context<'_>, around: Bounds, at: Point, except: &Objects, modifiers: Modifiers) -> Self {
        let near = Bounds::between(at, at).grown(FARTHEST);
        let clamped =
            |point: Point| Point::new(point.x.clamp(near.min().x, near.max().x), point.y.clamp(near.min().y, near.max().y));
        Self::near(context, Bounds::between(clamped(around.min()), clamped(around.max())), except, modifiers)
    }

    /// A neighbour with this outline.
    fn add(&mut self, outline: &Outline) {
        match outline {
            Outline::Rectangle { angle, .. } if angle.quarter_turns().is_none() => {
                self.lines.extend(sides(outline).into_iter().map(|side| (side, LineOf::Thing)));
            }
            Outline::Polygon(_) => {
                self.boxes.push(outline.bounds());
                self.lines.extend(sides(outline).into_iter().map(|side| (side, LineOf::Thing)));
            }
            Outline::Rectangle { .. } | Outline::Round { .. } => self.boxes.push(outline.bounds()),
        }
    }

    const fn is_suspended(&self) -> bool {
        self.tolerance.tenths() == 0
    }
}
