//! How far something must still go to stand on a line: that of a neighbour's edge or middle, a gap like another one, the usual
//! aisle; else of the grid.

use super::{Axis, Edges, Targets, gaps};
use crate::geometry::{Bounds, Length, Offset, Point, Segment};

/// Of lines equally near, which one wins.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Edge,
    Centre,
    EqualGap,
    Aisle,
}

/// A way to go; the least one is taken: the shortest, then by rank, then that of the nearer neighbour, then the one to the left or
/// above.
type Candidate = (Length, Rank, Length, Length);

/// How far the moving edges of a box must still go to stand on a line: that of the nearest neighbour within the tolerance,
/// else of the grid.
#[must_use]
pub fn align(moving: Bounds, edges: Edges, targets: &Targets) -> Offset {
    let along = |axis: Axis| to_things(axis, moving, edges, targets).unwrap_or_else(|| to_grid(axis, moving, edges, targets));
    Offset::new(along(Axis::X), along(Axis::Y))
}

/// The same for something with these corners that moves as a whole: it also comes to lie on lines that run across, with the corner
/// that is nearest to them.
#[must_use]
pub fn snap(moving: Bounds, corners: &[Point], edges: Edges, targets: &Targets) -> Offset {
    let ways = [Axis::X, Axis::Y].map(|axis| to_things(axis, moving, edges, targets));
    let is_free = [Axis::X, Axis::Y].map(|axis| axis.free(edges) != (false, false));
    let oblique = || targets.lines.iter().map(|(line, _)| *line).filter(|line| !line.is_along_an_axis());
    let across = oblique().flat_map(|line| corners.iter().filter_map(move |corner| onto(line, *corner, ways, is_free)));
    let within = across.filter(|way| length(*way) <= targets.tolerance);
    let best = within.min_by_key(|way| (length(*way), way.x, way.y));
    match (best, ways) {
        (Some(way), [None, _] | [_, None]) => way,
        (_, [x, y]) => Offset::new(
            x.unwrap_or_else(|| to_grid(Axis::X, moving, edges, targets)),
            y.unwrap_or_else(|| to_grid(Axis::Y, moving, edges, targets)),
        ),
    }
}

/// How a corner comes onto a line: straight; or, where it goes to something along one axis already or cannot go along it, along the
/// other axis.
fn onto(line: Segment, corner: Point, [x, y]: [Option<Length>; 2], [free_x, free_y]: [bool; 2]) -> Option<Offset> {
    let way = match (x.filter(|_| free_x), y.filter(|_| free_y)) {
        (None, None) if free_x && free_y => line.foot(corner)? - corner,
        (Some(x), _) if free_y => line.at_x(corner.x + x)? - corner,
        (_, Some(y)) if free_x => line.at_y(corner.y + y)? - corner,
        _ if free_x => line.at_y(corner.y)? - corner,
        _ if free_y => line.at_x(corner.x)? - corner,
        _ => return None,
    };
    Some(way)
}

fn length(way: Offset) -> Length {
    Point::ORIGIN.distance(Point::ORIGIN + way)
}

fn to_grid(axis: Axis, moving: Bounds, edges: Edges, targets: &Targets) -> Length {
    let (low, high) = axis.span(moving);
    match axis.free(edges) {
        (true, _) => low.rounded_to(targets.grid) - low,
        (false, true) => high.rounded_to(targets.grid) - high,
        (false, false) => Length::ZERO,
    }
}

fn to_things(axis: Axis, moving: Bounds, edges: Edges, targets: &Targets) -> Option<Length> {
    if targets.is_suspended() {
        return None;
    }
    let (low, high) = axis.span(moving);
    let (low_moves, high_moves) = axis.free(edges);
    let mut best: Option<Candidate> = None;
    let mut consider = |way: Length, rank: Rank, away: Length| {
        let candidate = (way.abs(), rank, away, way);
        let tolerance = if rank == Rank::Edge { targets.tolerance } else { targets.tolerance * 2 / 3 };
        if way.abs() <= tolerance && best.is_none_or(|best| candidate < best) {
            best = Some(candidate);
        }
    };
    let moving_edges = || [(low, low_moves), (high, high_moves)].into_iter().filter_map(|(edge, moves)| moves.then_some(edge));
    for target in &targets.boxes {
        let (from, to) = axis.span(*target);
        let away = apart(moving, *target);
        for edge in moving_edges() {
            consider(from - edge, Rank::Edge, away);
            consider(to - edge, Rank::Edge, away);
        }
        if low_moves && high_moves {
            consider(((from + to) - (low + high)) / 2, Rank::Centre, away);
        }
    }
    for (line, _) in targets.lines.iter().filter(|(line, _)| axis.is_across(*line)) {
        let at = axis.of(line.from);
        for edge in moving_edges() {
            consider(at - edge, Rank::Edge, apart(moving, line.bounds()));
        }
    }
    let row = gaps::Row::beside(axis, moving, targets);
    let (before, after) = (row.before(low + targets.tolerance), row.after(high - targets.tolerance));
    if let (Some(before), Some(after)) = (before, after)
        && low_moves
        && high_moves
        && after - before > high - low
    {
        consider((before + after - (low + high)) / 2, Rank::EqualGap, Length::ZERO);
    }
    let usual = Some((targets.aisle, Rank::Aisle)).filter(|(aisle, _)| *aisle > Length::ZERO);
    for (gap, rank) in row.gaps().map(|gap| (gap.wide, Rank::EqualGap)).chain(usual) {
        if let Some(before) = before.filter(|_| low_moves) {
            consider(before + gap - low, rank, Length::ZERO);
        }
        if let Some(after) = after.filter(|_| high_moves) {
            consider(after - gap - high, rank, Length::ZERO);
        }
    }
    best.map(|(.., way)| way)
}

/// How far apart two boxes are, along both axes together.
fn apart(a: Bounds, b: Bounds) -> Length {
    let along = |axis: Axis| {
        let ((from, to), (other_from, other_to)) = (axis.span(a), axis.span(b));
        (other_from - to).max(from - other_to).max(Length::ZERO)
    };
    along(Axis::X) + along(Axis::Y)
}
