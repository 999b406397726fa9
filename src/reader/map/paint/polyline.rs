//! Paths as polylines in the pixels of a tile: curves are divided as finely as the tile shows, and what is far outside of it is
//! left out, so that no zoom asks for more precision or more steps than a tile has.

use crate::reader::{PathStep, SheetPoint};

/// A point in the pixels of a tile, from its left top corner.
pub(super) type Spot = [f64; 2];

/// Pixels by which a curve may be missed.
const TOLERANCE: f64 = 0.1;
/// Points that are nearer to the last one than this are left out.
const NEAR: f64 = 0.15;
/// Most halvings of a curve.
const DEPTH: u32 = 16;
/// A dash pattern that repeats within fewer pixels than this is drawn as a whole, paler line.
const LEAST_PERIOD: f64 = 3.0;

/// Where a tile lies on a sheet.
#[derive(Clone, Copy, Debug)]
pub(super) struct View {
    pub(super) left: f64,
    pub(super) top: f64,
    /// Pixels of a unit of the sheet.
    pub(super) scale: f64,
}

impl View {
    pub(super) fn spot(self, [x, y]: SheetPoint) -> Spot {
        [(f64::from(x) - self.left) * self.scale, (f64::from(y) - self.top) * self.scale]
    }
}

/// A rectangle of pixels: left, top, right, bottom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Frame(pub(super) [f64; 4]);

impl Frame {
    pub(super) fn grown(self, by: f64) -> Self {
        let [left, top, right, bottom] = self.0;
        Self([left - by, top - by, right + by, bottom + by])
    }

    pub(super) fn touches(self, other: Self) -> bool {
        let ([left, top, right, bottom], other) = (self.0, other.0);
        left <= other[2] && other[0] <= right && top <= other[3] && other[1] <= bottom
    }

    pub(super) fn holds(self, other: Self) -> bool {
        let ([left, top, right, bottom], other) = (self.0, other.0);
        left <= other[0] && other[2] <= right && top <= other[1] && other[3] <= bottom
    }

    pub(super) fn shared(self, other: Self) -> Self {
        let ([left, top, right, bottom], other) = (self.0, other.0);
        Self([left.max(other[0]), top.max(other[1]), right.min(other[2]), bottom.min(other[3])])
    }

    fn around(spots: &[Spot]) -> Self {
        let most = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
        Self(
            spots
                .iter()
                .fold(most, |[left, top, right, bottom], [x, y]| [left.min(*x), top.min(*y), right.max(*x), bottom.max(*y)]),
        )
    }

    /// The part of a straight line that is inside, from 0 at its first end to 1 at its second.
    fn part(self, [x, y]: Spot, [to_x, to_y]: Spot) -> Option<(f64, f64)> {
        let [left, top, right, bottom] = self.0;
        let (mut first, mut last) = (0.0_f64, 1.0_f64);
        for (from, by, least, most) in [(x, to_x - x, left, right), (y, to_y - y, top, bottom)] {
            if by == 0.0 {
                if from < least || from > most {
                    return None;
                }
            } else {
                let (enter, leave) = ((least - from) / by, (most - from) / by);
                first = first.max(enter.min(leave));
                last = last.min(enter.max(leave));
            }
        }
        (first <= last).then_some((first, last))
    }
}

/// Straight lines from spot to spot.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Polyline {
    pub(super) spots: Vec<Spot>,
    pub(super) is_closed: bool,
}

impl Polyline {
    fn reach(&mut self, spot: Spot) {
        let is_far = |[x, y]: &Spot| (spot[0] - x).abs().max((spot[1] - y).abs()) > NEAR;
        // Both ends stay, however near: a dot has a cap.
        if self.spots.len() < 2 || self.spots.last().is_some_and(is_far) {
            self.spots.push(spot);
        }
    }

    /// The last spot, exactly.
    fn end_at(&mut self, spot: Spot) {
        match self.spots.as_mut_slice() {
            [_, .., last] => *last = spot,
            _ => self.spots.push(spot),
        }
    }

    fn segments(&self) -> impl Iterator<Item = (Spot, Spot)> {
        let close = self.spots.last().copied().zip(self.spots.first().copied()).filter(|_| self.is_closed);
        self.spots.windows(2).filter_map(|pair| pair.first().copied().zip(pair.get(1).copied())).chain(close)
    }
}

/// The parts of a path. Its curves are exact where they come into the frame, and straight elsewhere.
pub(super) fn polylines(path: &[PathStep], view: View, frame: Frame) -> Vec<Polyline> {
    let mut done = Vec::new();
    let mut line = Polyline::default();
    let mut at: Spot = [0.0; 2];
    let is_finite = |point: &SheetPoint| point[0].is_finite() && point[1].is_finite();
    for step in path {
        match step {
            PathStep::Move(to) if is_finite(to) => {
                finish(&mut line, at, &mut done);
                at = view.spot(*to);
                line.spots.push(at);
            }
            PathStep::Line(to) if is_finite(to) => {
                begin(&mut line, at);
                at = view.spot(*to);
                line.reach(at);
            }
            PathStep::Quadratic(by, to) if is_finite(by) && is_finite(to) => {
                begin(&mut line, at);
                let ([x, y], by, to) = (at, view.spot(*by), view.spot(*to));
                let third = |end: f64, control: f64| end + (control - end) * 2.0 / 3.0;
                let (first, second) = ([third(x, by[0]), third(y, by[1])], [third(to[0], by[0]), third(to[1], by[1])]);
                divide([at, first, second, to], frame, DEPTH, &mut line);
                at = to;
            }
            PathStep::Cubic(by, then, to) if is_finite(by) && is_finite(then) && is_finite(to) => {
                begin(&mut line, at);
                let to = view.spot(*to);
                divide([at, view.spot(*by), view.spot(*then), to], frame, DEPTH, &mut line);
                at = to;
            }
            PathStep::Close => {
                let start = line.spots.first().copied();
                line.is_closed = true;
                finish(&mut line, at, &mut done);
                at = start.unwrap_or(at);
            }
            _ => {}
        }
    }
    finish(&mut line, at, &mut done);
    done
}

fn begin(line: &mut Polyline, at: Spot) {
    if line.spots.is_empty() {
        line.spots.push(at);
    }
}

fn finish(line: &mut Polyline, at: Spot, done: &mut Vec<Polyline>) {
    let mut line = std::mem::take(line);
    if line.spots.len() > 1 {
        line.end_at(at);
        done.push(line);
    } else if line.is_closed {
        done.extend(line.spots.first().map(|spot| Polyline { spots: vec![*spot; 2], is_closed: false }));
    }
}

/// A cubic curve as straight lines, by halving it until it is straight enough.
fn divide(curve: [Spot; 4], frame: Frame, depth: u32, line: &mut Polyline) {
    let [a, b, c, d] = curve;
    if depth == 0 || !Frame::around(&curve).touches(frame) || is_straight(curve) {
        line.reach(d);
        return;
    }
    let middle = |[x, y]: Spot, [to_x, to_y]: Spot| [f64::midpoint(x, to_x), f64::midpoint(y, to_y)];
    let (ab, bc, cd) = (middle(a, b), middle(b, c), middle(c, d));
    let (abc, bcd) = (middle(ab, bc), middle(bc, cd));
    let half = middle(abc, bcd);
    divide([a, ab, abc, half], frame, depth - 1, line);
    divide([half, bcd, cd, d], frame, depth - 1, line);
}

/// A curve lies within three quarters of its control points' distance from where they would be on a straight line.
fn is_straight([a, b, c, d]: [Spot; 4]) -> bool {
    let off =
        |control: Spot, part: f64, axis: fn(Spot) -> f64| (axis(control) - axis(a) - (axis(d) - axis(a)) * part).abs() * 0.75;
    let most = |control, part| off(control, part, |spot| spot[0]).max(off(control, part, |spot| spot[1]));
    most(b, 1.0 / 3.0).max(most(c, 2.0 / 3.0)) <= TOLERANCE
}

/// What of the inside of a polyline comes into the frame: a closed polyline along the frame's edges where it was outside.
pub(super) fn filled_within(line: Polyline, frame: Frame) -> Vec<Spot> {
    let mut spots = line.spots;
    if frame.holds(Frame::around(&spots)) {
        return spots;
    }
    let [left, top, right, bottom] = frame.0;
    for (axis, edge, sign) in [(0_usize, left, 1.0), (0, right, -1.0), (1, top, 1.0), (1, bottom, -1.0)] {
        let Some(mut last) = spots.last().copied() else { break };
        let depth = |spot: Spot| (if axis == 0 { spot[0] } else { spot[1] } - edge) * sign;
        let mut kept = Vec::with_capacity(spots.len() + 4);
        for spot in spots {
            let (before, now) = (depth(last), depth(spot));
            if (before < 0.0) != (now < 0.0) {
                let part = before / (before - now);
                kept.push([last[0] + (spot[0] - last[0]) * part, last[1] + (spot[1] - last[1]) * part]);
            }
            if now >= 0.0 {
                kept.push(spot);
            }
            last = spot;
        }
        spots = kept;
    }
    spots
}

/// The parts of a polyline that come into the frame.
pub(super) fn drawn_within(line: Polyline, frame: Frame) -> Vec<Polyline> {
    if frame.holds(Frame::around(&line.spots)) {
        return vec![line];
    }
    let mut done = Vec::new();
    let mut open = Polyline::default();
    for (from, to) in line.segments() {
        let Some((first, last)) = frame.part(from, to) else {
            put(&mut open, &mut done);
            continue;
        };
        if first > 0.0 || open.spots.is_empty() {
            put(&mut open, &mut done);
            open.spots.push(between(from, to, first));
        }
        open.spots.push(between(from, to, last));
        if last < 1.0 {
            put(&mut open, &mut done);
        }
    }
    put(&mut open, &mut done);
    done
}

fn put(open: &mut Polyline, done: &mut Vec<Polyline>) {
    let line = std::mem::take(open);
    if line.spots.len() > 1 {
        done.push(line);
    }
}

fn between([x, y]: Spot, [to_x, to_y]: Spot, part: f64) -> Spot {
    [x + (to_x - x) * part, y + (to_y - y) * part]
}

/// Dashes and gaps in turn, in pixels.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Dashes {
    lengths: Vec<f64>,
    period: f64,
    /// Pixels of them that lie before a line begins.
    start: f64,
}

/// How a line with dashes is drawn.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Dashing {
    /// As a whole line.
    Whole,
    /// The dashes are too short to be told apart: a whole line of such an opacity.
    Paler(f64),
    /// As dashes.
    Dashed(Dashes),
}

impl Dashing {
    /// Of lengths on a sheet, begun so far into them, at so many pixels a unit.
    pub(super) fn new(lengths: &[f32], start: f32, scale: f64) -> Self {
        let mut pixels: Vec<f64> = lengths.iter().map(|length| f64::from(*length) * scale).collect();
        if pixels.len() % 2 == 1 {
            pixels.extend_from_within(..);
        }
        let period: f64 = pixels.iter().sum();
        if pixels.iter().any(|length| *length < 0.0) || !period.is_finite() || period <= 0.0 {
            return Self::Whole;
        }
        if period < LEAST_PERIOD {
            let drawn: f64 = pixels.iter().step_by(2).sum();
            return Self::Paler((drawn / period).clamp(0.3, 1.0));
        }
        let start = f64::from(start) * scale;
        Self::Dashed(Dashes { lengths: pixels, period, start: if start.is_finite() { start } else { 0.0 } })
    }
}

impl Dashes {
    /// The dashes of a polyline that come into the frame; each is at least a pixel long.
    pub(super) fn of(&self, line: &Polyline, frame: Frame) -> Vec<Polyline> {
        let mut done = Vec::new();
        let mut open = Polyline::default();
        let mut walked = self.start;
        for (from, to) in line.segments() {
            let length = (to[0] - from[0]).hypot(to[1] - from[1]);
            match frame.part(from, to) {
                Some((first, last)) if length > 0.0 => {
                    if first > 0.0 {
                        put(&mut open, &mut done);
                    }
                    let place = |along: f64| between(from, to, (along / length).min(1.0));
                    self.walk(walked, first * length, last * length, &place, &mut open, &mut done);
                    if last < 1.0 {
                        put(&mut open, &mut done);
                    }
                }
                Some(_) => {}
                None => put(&mut open, &mut done),
            }
            walked += length;
        }
        put(&mut open, &mut done);
        done
    }

    /// The dashes of one straight line from `at` to `end` along it, after so much of the polyline was walked before it.
    fn walk(
        &self,
        walked: f64,
        mut at: f64,
        end: f64,
        place: &dyn Fn(f64) -> Spot,
        open: &mut Polyline,
        done: &mut Vec<Polyline>,
    ) {
        let mut into = (walked + at).rem_euclid(self.period);
        let mut number = 0;
        for length in &self.lengths {
            if into < *length {
                break;
            }
            into -= length;
            number += 1;
        }
        while at < end {
            let Some(length) = self.lengths.get(number % self.lengths.len().max(1)) else { return };
            let stop = at + (length - into).max(0.0);
            if number % 2 == 0 {
                if open.spots.is_empty() {
                    open.spots.push(place(at));
                }
                open.spots.push(place(stop.max(at + 1.0).min(end)));
                if stop <= end {
                    put(open, done);
                }
            }
            at = stop;
            into = 0.0;
            number += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const VIEW: View = View { left: 0.0, top: 0.0, scale: 1.0 };
    const FRAME: Frame = Frame([0.0, 0.0, 100.0, 100.0]);

    fn line(spots: &[Spot]) -> Polyline {
        Polyline { spots: spots.to_vec(), is_closed: false }
    }

    fn area(spots: &[Spot]) -> f64 {
        let next = spots.iter().cycle().skip(1);
        spots.iter().zip(next).map(|([x, y], [to_x, to_y])| x * to_y - to_x * y).sum::<f64>() / 2.0
    }

    #[test]
    fn a_curve_is_divided_where_it_is_seen_alone() {
        // A quarter of a circle of 100,000 pixels around a corner of the frame, and one that is far away.
        let quarter = |x: f32, radius: f32| {
            let by = radius * 0.552_28;
            [PathStep::Move([x + radius, 0.0]), PathStep::Cubic([x + radius, by], [x + by, radius], [x, radius])]
        };
        let seen = polylines(&quarter(-99_950.0, 100_000.0), VIEW, FRAME);
        let unseen = polylines(&quarter(1_000.0, 100_000.0), VIEW, FRAME);
        assert_eq!(unseen.iter().map(|line| line.spots.len()).collect::<Vec<_>>(), [2]);
        let spots = &seen.first().unwrap().spots;
        assert!((3..60).contains(&spots.len()), "{}", spots.len());
        for [x, y] in spots.iter().filter(|spot| FRAME.holds(Frame::around(&[**spot]))) {
            assert!(((x + 99_950.0).hypot(*y) - 100_000.0).abs() < 30.0, "the cubic is as near to a circle as that");
        }
    }

    #[test]
    fn a_line_is_cut_at_the_frame_and_a_shape_runs_along_it() {
        let zigzag = line(&[[50.0, 50.0], [150.0, 50.0], [150.0, 60.0], [50.0, 60.0]]);
        let parts = drawn_within(zigzag.clone(), FRAME);
        assert_eq!(parts, [line(&[[50.0, 50.0], [100.0, 50.0]]), line(&[[100.0, 60.0], [50.0, 60.0]])]);
        let shape = filled_within(zigzag, FRAME);
        assert!((area(&shape) - 500.0).abs() < 1e-9);
    }

    #[test]
    fn dashes_run_on_around_a_corner_and_through_what_is_not_seen() {
        let Dashing::Dashed(dashes) = Dashing::new(&[6.0, 4.0], 0.0, 1.0) else { panic!() };
        let corner = dashes.of(&line(&[[10.0, 10.0], [13.0, 10.0], [13.0, 20.0]]), FRAME);
        assert_eq!(corner, [line(&[[10.0, 10.0], [13.0, 10.0], [13.0, 13.0]]), line(&[[13.0, 17.0], [13.0, 20.0]])]);
        let far = dashes.of(&line(&[[-1e9 + 2.0, 5.0], [1e9, 5.0]]), FRAME);
        assert_eq!(far.len(), 10);
        assert_eq!(
            far.first().map(|dash| dash.spots.iter().map(|spot| spot.map(f64::round)).collect::<Vec<_>>()),
            Some(vec![[2.0, 5.0], [8.0, 5.0]])
        );
    }

    #[test]
    fn dashes_begin_where_they_are_told_to() {
        let Dashing::Dashed(dashes) = Dashing::new(&[6.0, 4.0], 7.0, 1.0) else { panic!() };
        let seen = dashes.of(&line(&[[0.0, 5.0], [20.0, 5.0]]), FRAME);
        let ends: Vec<_> = seen.iter().map(|dash| (dash.spots[0][0], dash.spots[dash.spots.len() - 1][0])).collect();
        // Three of the first gap are left.
        assert_eq!(ends, [(3.0, 9.0), (13.0, 19.0)]);
    }

    #[test]
    fn dashes_that_are_too_short_to_be_seen_make_a_paler_line() {
        assert_eq!(Dashing::new(&[6.0, 2.0], 0.0, 0.01), Dashing::Paler(0.75));
        assert_eq!(Dashing::new(&[0.0, 0.0], 0.0, 1.0), Dashing::Whole);
        assert_eq!(Dashing::new(&[f32::NAN, 1.0], 0.0, 1.0), Dashing::Whole);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn what_is_cut_off_takes_no_area_from_the_frame(spots in proptest::collection::vec([-200.0..300.0_f64, -200.0..300.0_f64], 3..8)) {
            // A frame around everything leaves a shape alone; its halves together have its area.
            let around = Frame([-300.0, -300.0, 400.0, 400.0]);
            let (left, right) = (Frame([-300.0, -300.0, 37.0, 400.0]), Frame([37.0, -300.0, 400.0, 400.0]));
            let cut = |frame| area(&filled_within(line(&spots), frame));
            prop_assert!((cut(around) - cut(left) - cut(right)).abs() < 1e-6);
        }

        #[test]
        fn what_is_drawn_lies_in_the_frame(spots in proptest::collection::vec([-200.0..300.0_f64, -200.0..300.0_f64], 2..8)) {
            for part in drawn_within(line(&spots), FRAME) {
                prop_assert!(FRAME.grown(1e-9).holds(Frame::around(&part.spots)));
            }
        }
    }
}
