//! Paths of a drawing as rings and open lines, curves made of short straight ones.

use crate::plan::SheetToHall;
use crate::reader::{PathStep, SheetPoint};

/// A point in tenths of a millimetre, before the map is turned.
pub(super) type Place = [f64; 2];

/// How far a curve may be from the straight lines that stand for it, in tenths of a millimetre.
const CHORD: f64 = 5.0;
/// How near the end of a path comes to its beginning where it was meant to be closed, in tenths of a millimetre.
const CLOSED: f64 = 50.0;

/// A part of a path.
#[derive(Debug, PartialEq)]
pub(super) struct Part {
    /// Its points; the first is not there again at the end of a closed one.
    pub(super) points: Vec<Place>,
    /// Whether it comes back to where it began.
    pub(super) is_closed: bool,
    /// Where its curves end; none where all of it is straight. They lie on what the curves stand for, such as a circle, where what is
    /// between lies beside it.
    pub(super) ends: Vec<Place>,
}

impl Part {
    /// Whether any of it is a curve.
    pub(super) fn is_curved(&self) -> bool {
        !self.ends.is_empty()
    }
}

/// The parts of a path. What is filled is closed, whether or not it says so.
pub(super) fn parts(path: &[PathStep], to_hall: SheetToHall, is_filled: bool) -> Vec<Part> {
    let place = |[x, y]: SheetPoint| to_hall.before_turning([f64::from(x), f64::from(y)]);
    let mut parts = Vec::new();
    let mut points: Vec<Place> = Vec::new();
    let mut ends: Vec<Place> = Vec::new();
    let mut end = |points: &mut Vec<Place>, ends: &mut Vec<Place>, is_closed: bool| {
        let start = points.first().copied();
        parts.extend(part(std::mem::take(points), is_closed || is_filled, std::mem::take(ends)));
        start
    };
    for step in path {
        match *step {
            PathStep::Move(to) => {
                end(&mut points, &mut ends, false);
                points.push(place(to));
            }
            PathStep::Line(to) => points.push(place(to)),
            PathStep::Quadratic(by, to) => {
                ends.push(place(to));
                if let Some(from) = points.last().copied() {
                    let (by, to) = (place(by), place(to));
                    let third = |end: Place| mixed(end, by, 2.0 / 3.0);
                    curve(from, third(from), third(to), to, &mut points);
                }
            }
            PathStep::Cubic(by, then, to) => {
                ends.push(place(to));
                if let Some(from) = points.last().copied() {
                    curve(from, place(by), place(then), place(to), &mut points);
                }
            }
            PathStep::Close => {
                // Whatever comes next begins where this part began.
                let start = end(&mut points, &mut ends, true);
                points.extend(start);
            }
        }
    }
    end(&mut points, &mut ends, false);
    parts
}

fn part(mut points: Vec<Place>, is_closed: bool, ends: Vec<Place>) -> Option<Part> {
    if points.iter().flatten().any(|at| !at.is_finite()) {
        return None;
    }
    let comes_back = points.len() > 3 && points.first().zip(points.last()).is_some_and(|(a, b)| apart(*a, *b) <= CLOSED);
    if comes_back {
        points.pop();
    }
    let is_closed = (is_closed || comes_back) && points.len() > 2;
    (points.len() > 1).then_some(Part { points, is_closed, ends })
}

fn apart(a: Place, b: Place) -> f64 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}

fn mixed(a: Place, b: Place, part: f64) -> Place {
    [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part]
}

/// The points of a cubic curve after its first one.
fn curve(from: Place, by: Place, then: Place, to: Place, points: &mut Vec<Place>) {
    // How far a curve is from its chord goes with how much its direction changes, and with the square of the step.
    let bend = |a: Place, b: Place, c: Place| (a[0] - 2.0 * b[0] + c[0]).hypot(a[1] - 2.0 * b[1] + c[1]);
    let bend = bend(from, by, then).max(bend(by, then, to));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held between 4 and 64")]
    let steps = (bend * 0.75 / CHORD).sqrt().ceil().clamp(4.0, 64.0) as u32;
    for step in 1..=steps {
        let part = f64::from(step) / f64::from(steps);
        let (a, b, c) = (mixed(from, by, part), mixed(by, then, part), mixed(then, to, part));
        points.push(mixed(mixed(a, b, part), mixed(b, c, part), part));
    }
}
