//! Booths along a line that was drawn: they are counted in the order in which the line passes their middles. With odd and
//! even numbers, what lies left of it is one side of an aisle and what lies right of it the other.

use super::{Aisle, Sides};
use crate::geometry::{Bounds, Length, Offset, Outline, Point};

/// How far from a path something stands beside it: across a wide aisle.
const BESIDE: Length = Length::from_mm(3_000);

/// Where a point is beside a path, in metres: how far along the path it is passed, how far from it and on which side.
struct Passed {
    along: f64,
    distance: f64,
    is_right: bool,
}

pub(super) fn aisle(outlines: &[Outline], path: &[Point], sides: Sides) -> Aisle {
    let mut passed: Vec<(usize, Passed)> =
        outlines.iter().enumerate().map(|(index, outline)| (index, pass(outline.centre(), path))).collect();
    // Of those that it passes at once, the left ones first, and of these the nearer ones.
    passed.sort_by(|(a, first), (b, second)| {
        let side = first.is_right.cmp(&second.is_right);
        first.along.total_cmp(&second.along).then(side).then(first.distance.total_cmp(&second.distance)).then(a.cmp(b))
    });
    let mut aisle = Aisle::default();
    let [left, right] = &mut aisle.sides;
    for (index, Passed { is_right, .. }) in passed {
        let side = if sides == Sides::OddEven && is_right { &mut *right } else { &mut *left };
        side.push(index);
    }
    aisle
}

/// The point of a path that is nearest to a point.
fn pass(point: Point, path: &[Point]) -> Passed {
    let mut nearest = Passed { along: 0.0, distance: f64::INFINITY, is_right: false };
    let mut walked = 0.0;
    for (from, to) in path.iter().zip(path.iter().skip(1)) {
        let (way, to_point) = (metres(*to - *from), metres(point - *from));
        let length = way.0.hypot(way.1);
        if length > 0.0 {
            // From 0 at the beginning of the stretch to 1 at its end.
            let part = ((way.0 * to_point.0 + way.1 * to_point.1) / (length * length)).clamp(0.0, 1.0);
            let distance = (to_point.0 - part * way.0).hypot(to_point.1 - part * way.1);
            if distance < nearest.distance {
                let is_right = way.0 * to_point.1 - way.1 * to_point.0 > 0.0;
                nearest = Passed { along: walked + part * length, distance, is_right };
            }
            walked += length;
        }
    }
    nearest
}

fn metres(way: Offset) -> (f64, f64) {
    (way.x.metres(), way.y.metres())
}

/// Whether a path runs through an outline: one of its points lies in it, or one of its stretches crosses an edge.
pub(super) fn runs_through(path: &[Point], outline: &Outline) -> bool {
    let corners = outline.corners();
    let edges = || corners.iter().zip(corners.iter().cycle().skip(1));
    let bounds = outline.bounds();
    path.iter().any(|point| outline.contains(*point))
        || path
            .iter()
            .zip(path.iter().skip(1))
            .any(|(from, to)| Bounds::between(*from, *to).touches(bounds) && edges().any(|(a, b)| cross(*from, *to, *a, *b)))
}

/// Whether a path runs beside an outline: not farther from it than an aisle is wide.
pub(super) fn runs_beside(path: &[Point], outline: &Outline) -> bool {
    let size = outline.size();
    pass(outline.centre(), path).distance <= (BESIDE + size.width.min(size.depth) / 2).metres()
}

/// Whether two stretches cross.
fn cross(from: Point, to: Point, a: Point, b: Point) -> bool {
    let side = |from: Point, to: Point, point: Point| {
        let (way, to_point) = (to - from, point - from);
        let turn = i128::from(way.x.tenths()) * i128::from(to_point.y.tenths())
            - i128::from(way.y.tenths()) * i128::from(to_point.x.tenths());
        turn.signum()
    };
    side(from, to, a) * side(from, to, b) <= 0 && side(a, b, from) * side(a, b, to) <= 0
}
