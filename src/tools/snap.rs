//! Snapping: to the edges of neighbours first, then to the grid. Pure: boxes in, a nudge out; a second pass finds every line
//! that something is then aligned with, a third the gaps to the nearest neighbours.
//!
//! ```text
//!        guide            gap
//!   ┌────┐ ┆        ┌────┐    ┌────┐
//!   │    │ ┆        │    │<-->│    │
//!   └────┘ ┆        └────┘    └────┘
//!          ├────┐
//! ```

use std::collections::BTreeMap;

use super::{Context, Distance, Guide, Modifiers};
use crate::edit::Objects;
use crate::geometry::{Bounds, Length, Offset, Outline, Point};
use crate::index::structure_bounds;
use crate::plan::StructureShape;

/// Screen points within which an edge jumps to a neighbour's.
const TOLERANCE: i64 = 8;
/// Screen points within which something is a neighbour.
const REACH: i64 = 300;
/// The farthest that a neighbour may be: a view of the whole hall must not compare a booth with all others at every move.
const FARTHEST: Length = Length::from_mm(30_000);

/// What a moving box is aligned with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Targets {
    /// Boxes of neighbours.
    pub boxes: Vec<Bounds>,
    /// The box around the hall's outline.
    pub hall: Option<Bounds>,
    /// The step of the grid; no grid where it is 0.
    pub grid: Length,
    /// How near an edge must come to a neighbour's; it never jumps where it is 0.
    pub tolerance: Length,
    /// How far away something still is a neighbour.
    pub reach: Length,
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

    const fn free(self, edges: Edges) -> (bool, bool) {
        match self {
            Self::X => (edges.left, edges.right),
            Self::Y => (edges.top, edges.bottom),
        }
    }
}

impl Targets {
    /// What a box may be aligned with that comes near `around`, but for the things that move themselves. Where snapping is
    /// suspended neighbours still tell the gaps to them.
    pub(super) fn near(context: &Context<'_>, around: Bounds, except: &Objects, modifiers: Modifiers) -> Self {
        let reach = context.points(REACH).min(FARTHEST);
        let upright = |outline: &Outline| outline.angle().quarter_turns().is_some();
        let booths = context
            .index
            .neighbours(context.hall, around, reach)
            .into_iter()
            .filter(|(id, _)| !except.booths.contains(id))
            .filter(|(id, _)| context.plan.get(*id).is_some_and(|booth| upright(&booth.outline)))
            .map(|(_, bounds)| bounds);
        let structures = context
            .index
            .structures_in(context.plan, context.hall, around.grown(reach))
            .into_iter()
            .filter(|id| !except.structures.contains(id))
            .filter_map(|id| context.plan.get(id))
            .filter(|structure| match &structure.shape {
                StructureShape::Wall { from, to, .. } => from.x == to.x || from.y == to.y,
                shape => shape.area().is_some_and(upright),
            })
            .map(|structure| structure_bounds(&structure.shape));
        let snaps = context.snaps(modifiers);
        Self {
            boxes: booths.chain(structures).collect(),
            hall: context.plan.get(context.hall).map(|hall| hall.outline.bounds()),
            grid: if snaps { context.settings.grid } else { Length::ZERO },
            tolerance: if snaps { context.points(TOLERANCE) } else { Length::ZERO },
            reach,
        }
    }

    fn all(&self) -> impl Iterator<Item = Bounds> + '_ {
        self.boxes.iter().copied().chain(self.hall)
    }

    const fn is_suspended(&self) -> bool {
        self.tolerance.tenths() == 0
    }
}

/// How far the moving edges of a box must still go to stand on a line: that of the nearest neighbour's edge within the
/// tolerance, else of the grid.
#[must_use]
pub fn align(moving: Bounds, edges: Edges, targets: &Targets) -> Offset {
    Offset::new(align_along(Axis::X, moving, edges, targets), align_along(Axis::Y, moving, edges, targets))
}

fn align_along(axis: Axis, moving: Bounds, edges: Edges, targets: &Targets) -> Length {
    let (low, high) = axis.span(moving);
    let (low_moves, high_moves) = axis.free(edges);
    let mut best: Option<(Length, Length, Length)> = None;
    if !targets.is_suspended() {
        for target in targets.all() {
            let (from, to) = axis.span(target);
            for (edge, _) in [(low, low_moves), (high, high_moves)].into_iter().filter(|(_, moves)| *moves) {
                for way in [from - edge, to - edge] {
                    // Of lines equally near, that of the nearer neighbour; then the one to the left or above.
                    let candidate = (way.abs(), gap(moving, target), way);
                    if way.abs() <= targets.tolerance && best.is_none_or(|best| candidate < best) {
                        best = Some(candidate);
                    }
                }
            }
        }
    }
    match best {
        Some((_, _, way)) => way,
        None if low_moves => low.rounded_to(targets.grid) - low,
        None if high_moves => high.rounded_to(targets.grid) - high,
        None => Length::ZERO,
    }
}

/// How far apart two boxes are, along both axes together.
fn gap(a: Bounds, b: Bounds) -> Length {
    let along = |axis: Axis| {
        let ((from, to), (other_from, other_to)) = (axis.span(a), axis.span(b));
        (other_from - to).max(from - other_to).max(Length::ZERO)
    };
    along(Axis::X) + along(Axis::Y)
}

/// Every line that an edge of the box shares with an edge of a neighbour or of the hall, from the one to the other.
#[must_use]
pub fn guides(moving: Bounds, edges: Edges, targets: &Targets) -> Vec<Guide> {
    if targets.is_suspended() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for axis in [Axis::X, Axis::Y] {
        let across = axis.other();
        let mut lines: BTreeMap<Length, (Length, Length)> = BTreeMap::new();
        let (low, high) = axis.span(moving);
        let (low_moves, high_moves) = axis.free(edges);
        for target in targets.all() {
            let (from, to) = axis.span(target);
            for (edge, moves) in [(low, low_moves), (high, high_moves)] {
                if moves && (edge == from || edge == to) {
                    let ((a, b), (c, d)) = (across.span(moving), across.span(target));
                    let line = lines.entry(edge).or_insert((a, b));
                    *line = (line.0.min(c), line.1.max(d));
                }
            }
        }
        let guide = |(at, (from, to))| Guide { from: axis.point(at, from), to: axis.point(at, to) };
        found.extend(lines.into_iter().map(guide));
    }
    found
}

/// The gaps between a box and the nearest neighbour to the left, to the right, above and below, as far as there is one
/// beside it within reach; else the hall's outline. Neighbours that touch it leave no gap.
#[must_use]
pub fn distances(moving: Bounds, targets: &Targets) -> Vec<Distance> {
    let mut found = Vec::new();
    for axis in [Axis::X, Axis::Y] {
        let across = axis.other();
        let (low, high) = axis.span(moving);
        let (near, far) = across.span(moving);
        let beside = |target: &Bounds| {
            let (from, to) = across.span(*target);
            from < far && near < to
        };
        let middle = |target: Bounds| {
            let (from, to) = across.span(target);
            (from.max(near) + to.min(far)) / 2
        };
        let boxes = || targets.boxes.iter().copied().filter(beside);
        let hall = targets.hall.filter(beside);
        let before = boxes().filter(|target| axis.span(*target).1 <= low).max_by_key(|target| axis.span(*target).1);
        let before = before.map(|target| (axis.span(target).1, middle(target)));
        let before = before.or_else(|| hall.map(|hall| (axis.span(hall).0, (near + far) / 2)));
        let after = boxes().filter(|target| axis.span(*target).0 >= high).min_by_key(|target| axis.span(*target).0);
        let after = after.map(|target| (axis.span(target).0, middle(target)));
        let after = after.or_else(|| hall.map(|hall| (axis.span(hall).1, (near + far) / 2)));
        let is_gap = |gap: Length| gap > Length::ZERO && gap <= targets.reach;
        if let Some((from, at)) = before.filter(|(from, _)| is_gap(low - *from)) {
            found.push(Distance { from: axis.point(from, at), to: axis.point(low, at) });
        }
        if let Some((to, at)) = after.filter(|(to, _)| is_gap(*to - high)) {
            found.push(Distance { from: axis.point(high, at), to: axis.point(to, at) });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A box in metres: left, top, width, depth.
    fn at(left: f64, top: f64, width: f64, depth: f64) -> Bounds {
        let metres = |value| Length::from_metres(value).unwrap();
        let corner = Point::new(metres(left), metres(top));
        Bounds::between(corner, corner + Offset::new(metres(width), metres(depth)))
    }

    fn targets(boxes: &[Bounds]) -> Targets {
        Targets {
            boxes: boxes.to_vec(),
            hall: None,
            grid: Length::from_mm(500),
            tolerance: Length::from_mm(400),
            reach: Length::METRE * 10,
        }
    }

    /// Where the left top corner of a booth of 3 x 3 m comes to stand, in metres.
    #[track_caller]
    fn check(moving: (f64, f64), boxes: &[Bounds], expected: (f64, f64)) {
        let moving = at(moving.0, moving.1, 3.0, 3.0);
        let stands = moving.min() + align(moving, Edges::ALL, &targets(boxes));
        assert_eq!(stands, at(expected.0, expected.1, 0.0, 0.0).min());
    }

    #[test]
    fn far_from_all_neighbours_the_grid_holds() {
        check((10.2, -0.3), &[at(0.0, 5.0, 3.0, 3.0)], (10.0, -0.5));
    }

    #[test]
    fn an_edge_jumps_to_the_neighbours_edge_off_the_grid() {
        check((3.4, 0.1), &[at(0.07, 0.0, 3.0, 3.0)], (3.07, 0.0));
        check((-3.2, 0.1), &[at(0.07, 0.0, 3.0, 3.0)], (-2.93, 0.0));
    }

    #[test]
    fn edges_are_aligned_with_those_of_neighbours_across_an_aisle() {
        check((0.3, 6.2), &[at(0.12, 0.0, 3.0, 3.0)], (0.12, 6.0));
    }

    #[test]
    fn of_two_lines_the_nearer_one_wins() {
        check((3.2, 0.0), &[at(0.0, 0.0, 3.1, 3.0), at(0.0, 3.0, 3.15, 3.0)], (3.15, 0.0));
    }

    #[test]
    fn of_lines_equally_near_that_of_the_nearer_neighbour_wins() {
        check((3.2, 0.0), &[at(0.0, 50.0, 3.1, 3.0), at(0.0, 0.0, 3.3, 3.0)], (3.3, 0.0));
    }

    #[test]
    fn only_the_edges_that_move_snap() {
        let moving = at(0.2, 0.0, 2.9, 3.0);
        let right = Edges { right: true, ..Edges::default() };
        let way = align(moving, right, &targets(&[at(0.0, 3.0, 3.0, 3.0)]));
        assert_eq!(way, Offset::new(Length::from_mm(-100), Length::ZERO));
    }

    #[test]
    fn nothing_snaps_where_it_is_suspended() {
        let off = Targets { grid: Length::ZERO, tolerance: Length::ZERO, ..targets(&[at(0.0, 0.0, 3.0, 3.0)]) };
        assert_eq!(align(at(3.1, 0.1, 3.0, 3.0), Edges::ALL, &off), Offset::ZERO);
        assert_eq!(guides(at(3.0, 0.0, 3.0, 3.0), Edges::ALL, &off), []);
    }

    #[test]
    fn one_guide_runs_through_all_that_is_aligned() {
        let row = [at(0.0, 0.0, 3.0, 3.0), at(20.0, 0.0, 3.0, 2.0)];
        let found = guides(at(6.0, 0.0, 3.0, 3.0), Edges::ALL, &targets(&row));
        let line = |from: (f64, f64), to: (f64, f64)| Guide {
            from: at(from.0, from.1, 0.0, 0.0).min(),
            to: at(to.0, to.1, 0.0, 0.0).min(),
        };
        assert_eq!(found, [line((0.0, 0.0), (23.0, 0.0)), line((0.0, 3.0), (9.0, 3.0))]);
    }

    #[test]
    fn gaps_are_told_to_the_nearest_neighbour_on_each_side_else_to_the_hall() {
        let near = Targets {
            hall: Some(at(0.0, 0.0, 20.0, 10.0)),
            ..targets(&[at(1.0, 4.0, 3.0, 3.0), at(0.0, 4.0, 1.0, 3.0), at(8.0, 5.0, 3.0, 3.0)])
        };
        let gaps: Vec<_> = distances(at(5.0, 4.0, 3.0, 3.0), &near).iter().map(|gap| gap.length().metres()).collect();
        assert!(gaps.iter().zip([1.0, 4.0, 3.0]).all(|(gap, expected)| (gap - expected).abs() < 1e-9), "{gaps:?}");
        assert_eq!(gaps.len(), 3, "the neighbour that touches leaves no gap: {gaps:?}");
    }
}
