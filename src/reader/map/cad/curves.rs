//! Arcs, bulges and splines as cubic curves.

use std::f64::consts::{FRAC_PI_2, TAU};

use kurbo::{Affine, BezPath, Point, Vec2};

/// Highest degree of a spline that is drawn: more is nonsense, and slow.
const DEGREE: usize = 25;

/// Into how many cubics a span of a spline goes that is none itself.
const PARTS: usize = 8;

/// An arc of the unit circle about the origin, from an angle on (radians, counter-clockwise), moved by `place`: an arc of a
/// circle or an ellipse. It begins a path, or goes on with one.
pub(super) fn arc(path: &mut BezPath, place: Affine, start: f64, sweep: f64) {
    let begin = place * Vec2::from_angle(start).to_point();
    if path.elements().is_empty() {
        path.move_to(begin);
    } else if path.current_position() != Some(begin) {
        path.line_to(begin);
    }
    turn(path, place, start, sweep);
}

/// The curves of an arc from where its path is.
fn turn(path: &mut BezPath, place: Affine, start: f64, sweep: f64) {
    let sweep = sweep.clamp(-TAU, TAU);
    let parts = (sweep.abs() / FRAC_PI_2 - 1e-9).ceil().max(1.0);
    let step = sweep / parts;
    // How far the control points lie along the tangents, for the usual cubic of a part of a circle.
    let lever = 4.0 / 3.0 * (step / 4.0).tan();
    for part in 0..parts as usize {
        let (from, to) = (Vec2::from_angle(start + step * part as f64), Vec2::from_angle(start + step * (part + 1) as f64));
        let (out, back) = (from + Vec2::new(-from.y, from.x) * lever, to - Vec2::new(-to.y, to.x) * lever);
        path.curve_to(place * out.to_point(), place * back.to_point(), place * to.to_point());
    }
}

/// A whole circle or ellipse: the unit circle moved by `place`.
pub(super) fn ring(place: Affine) -> BezPath {
    let mut path = BezPath::new();
    arc(&mut path, place, 0.0, TAU);
    path.close_path();
    path
}

/// How far one turns counter-clockwise from one angle to another: more than 0, at most all around.
pub(super) fn sweep(from: f64, to: f64) -> f64 {
    let turned = (to - from).rem_euclid(TAU);
    if turned < 1e-9 { TAU } else { turned }
}

/// From where a path is to a point, in a straight line or, where `bulge` is not 0, along an arc: the tangent of a quarter of
/// the angle that it turns through, counter-clockwise.
pub(super) fn bulge_to(path: &mut BezPath, from: Point, to: Point, bulge: f64) {
    let chord = to - from;
    if bulge.abs() < 1e-9 || chord.hypot2() == 0.0 || !bulge.is_finite() {
        path.line_to(to);
        return;
    }
    let turned = 4.0 * bulge.atan();
    // The centre lies to the left of the chord where it turns counter-clockwise by less than half a turn.
    let away = (1.0 - bulge * bulge) / (4.0 * bulge);
    let centre = from.midpoint(to) + Vec2::new(-chord.y, chord.x) * away;
    let radius = (from - centre).hypot();
    let start = (from - centre).atan2();
    turn(path, Affine::translate(centre.to_vec2()) * Affine::scale(radius), start, turned);
    // What was computed ends near the corner; corners of shapes are exact.
    if let Some(kurbo::PathEl::CurveTo(_, _, end)) = path.elements_mut().last_mut() {
        *end = to;
    }
}

/// A spline's control points, each with its weight.
#[derive(Clone, Debug, Default)]
pub(super) struct Spline {
    pub(super) degree: usize,
    pub(super) knots: Vec<f64>,
    pub(super) points: Vec<Point>,
    /// As many as points, or none where all weigh the same.
    pub(super) weights: Vec<f64>,
}

/// A point times its weight, and the weight.
type Weighted = [f64; 3];

impl Spline {
    /// Appends the curve to a path. Exact where it is a plain one of at most the third degree; else with more parts than a
    /// person sees.
    pub(super) fn append(&self, path: &mut BezPath) {
        let count = self.points.len();
        let degree = self.degree.clamp(1, DEGREE);
        if count < 2 {
            return;
        }
        let degree = degree.min(count - 1);
        let is_weighted = self.weights.len() == count && self.weights.iter().all(|weight| *weight > 0.0 && weight.is_finite());
        let weights = if is_weighted { self.weights.clone() } else { vec![1.0; count] };
        let even = weights.windows(2).all(|pair| (pair[0] - pair[1]).abs() < 1e-12);
        let points: Vec<Weighted> =
            self.points.iter().zip(&weights).map(|(at, weight)| [at.x * weight, at.y * weight, *weight]).collect();
        let knots = self.usable_knots(count, degree);
        let parts = if even && degree <= 3 { 1 } else { PARTS };
        let curve = Curve { degree, knots: &knots, points: &points };
        let mut begun = false;
        for span in degree..count {
            let (from, to) = (knots[span], knots[span + 1]);
            if to - from <= 1e-12 * (1.0 + from.abs()) {
                continue;
            }
            for part in 0..parts {
                let at = |part: usize| from + (to - from) * part as f64 / parts as f64;
                let third = (to - from) / parts as f64 / 3.0;
                let ((start, out), (end, back)) = (curve.at(span, at(part)), curve.at(span, at(part + 1)));
                if !begun {
                    begun = true;
                    if path.elements().is_empty() { path.move_to(start) } else { path.line_to(start) }
                }
                path.curve_to(start + out * third, end - back * third, end);
            }
        }
    }

    /// The file's knots where there are as many as there must be, in order; else even ones that begin and end at the ends.
    fn usable_knots(&self, count: usize, degree: usize) -> Vec<f64> {
        let right = self.knots.len() == count + degree + 1
            && self.degree == degree
            && self.knots.iter().all(|knot| knot.is_finite())
            && self.knots.windows(2).all(|pair| pair[0] <= pair[1])
            && self.knots[degree] < self.knots[count];
        if right {
            return self.knots.clone();
        }
        (0..=count + degree).map(|at| at.clamp(degree, count) as f64).collect()
    }
}

struct Curve<'a> {
    degree: usize,
    knots: &'a [f64],
    points: &'a [Weighted],
}

impl Curve<'_> {
    /// Where the piece over a span is at a knot value, and its derivative there.
    fn at(&self, span: usize, value: f64) -> (Point, Vec2) {
        let first = span - self.degree;
        let local = &self.points[first..=span];
        let place = de_boor(local.to_vec(), self.degree, self.knots, first, value);
        let differences: Vec<Weighted> = (0..self.degree)
            .map(|at| {
                let across = self.knots[first + at + self.degree + 1] - self.knots[first + at + 1];
                let factor = if across > 0.0 { self.degree as f64 / across } else { 0.0 };
                std::array::from_fn(|axis| (local[at + 1][axis] - local[at][axis]) * factor)
            })
            .collect();
        let slope = de_boor(differences, self.degree - 1, self.knots, first + 1, value);
        let at = Point::new(place[0] / place[2], place[1] / place[2]);
        // The quotient rule: the weight changes along the way too.
        (at, Vec2::new(slope[0] - at.x * slope[2], slope[1] - at.y * slope[2]) / place[2])
    }
}

/// De Boor's algorithm over the points of one span, the first of which is number `first`.
fn de_boor(mut points: Vec<Weighted>, degree: usize, knots: &[f64], first: usize, value: f64) -> Weighted {
    for round in 1..=degree {
        for at in (round..=degree).rev() {
            let low = knots[first + at];
            let across = knots[first + at + degree + 1 - round] - low;
            let part = if across > 0.0 { (value - low) / across } else { 0.0 };
            points[at] = std::array::from_fn(|axis| points[at - 1][axis] * (1.0 - part) + points[at][axis] * part);
        }
    }
    points[degree]
}

/// How often tangents are brought nearer to what they must be. Each round halves what is amiss, at least.
const ROUNDS: usize = 40;

/// The smooth curve through points that CAD programs draw: its second derivative has no jumps, and its parameter is as long as
/// the way from point to point. It begins and ends as the tangents say, else without bending.
pub(super) fn through(points: &[Point], closed: bool, tangents: [Option<Vec2>; 2]) -> BezPath {
    let mut points = points.to_vec();
    points.dedup();
    let closed = closed && points.len() > 2;
    if closed && points.first() != points.last() {
        points.extend(points.first().copied());
    }
    let mut path = BezPath::new();
    let (Some(first), Some(last)) = (points.first(), points.len().checked_sub(1)) else { return path };
    path.move_to(*first);
    if last == 0 {
        return path;
    }
    // Which way, and how fast, from each point to the next.
    let ways: Vec<(Vec2, f64)> = points.windows(2).map(|pair| (pair[1] - pair[0], (pair[1] - pair[0]).hypot())).collect();
    let speed = |side: usize| ways[side].0 / ways[side].1;
    let mut slopes: Vec<Vec2> = (0..=last).map(|at| if at < last { speed(at) } else { speed(last - 1) }).collect();
    let ends =
        tangents.map(|tangent| tangent.filter(|tangent| tangent.is_finite() && tangent.hypot() > 0.0).map(Vec2::normalize));
    let between = |before: usize, after: usize, behind: Vec2, ahead: Vec2| {
        let (near, far) = (ways[before].1, ways[after].1);
        let wanted = (speed(after) * near + speed(before) * far) * 3.0;
        (wanted - behind * far - ahead * near) / (2.0 * (near + far))
    };
    for _ in 0..ROUNDS {
        for at in 1..last {
            slopes[at] = between(at - 1, at, slopes[at - 1], slopes[at + 1]);
        }
        if closed {
            slopes[0] = between(last - 1, 0, slopes[last - 1], slopes[1]);
            slopes[last] = slopes[0];
        } else {
            slopes[0] = ends[0].unwrap_or((speed(0) * 3.0 - slopes[1]) / 2.0);
            slopes[last] = ends[1].unwrap_or((speed(last - 1) * 3.0 - slopes[last - 1]) / 2.0);
        }
    }
    for (at, (_, length)) in ways.iter().enumerate() {
        let third = length / 3.0;
        path.curve_to(points[at] + slopes[at] * third, points[at + 1] - slopes[at + 1] * third, points[at + 1]);
    }
    if closed {
        path.close_path();
    }
    path
}

#[cfg(test)]
mod tests {
    use kurbo::{ParamCurve as _, Shape as _};
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_bulge_of_one_is_half_a_circle_to_the_right_of_its_chord() {
        let mut path = BezPath::new();
        path.move_to((0.0, 0.0));
        bulge_to(&mut path, Point::ZERO, Point::new(2.0, 0.0), 1.0);
        let bounds = path.bounding_box();
        assert!((bounds.y0 + 1.0).abs() < 1e-3 && bounds.y1.abs() < 1e-9, "{bounds:?}");
        assert_eq!(path.current_position(), Some(Point::new(2.0, 0.0)));
    }

    #[test]
    fn a_ring_is_round_and_an_ellipse_is_one_that_was_stretched() {
        let path = ring(Affine::translate((5.0, 5.0)) * Affine::scale_non_uniform(4.0, 2.0));
        let bounds = path.bounding_box();
        assert!((bounds.width() - 8.0).abs() < 1e-2 && (bounds.height() - 4.0).abs() < 1e-2, "{bounds:?}");
        assert!((path.area() - 8.0 * std::f64::consts::PI).abs() < 0.02);
    }

    #[test]
    fn a_spline_without_inner_knots_is_its_own_cubic() {
        let points = vec![Point::ZERO, Point::new(1.0, 3.0), Point::new(4.0, 3.0), Point::new(5.0, 0.0)];
        let knots = vec![0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0];
        let mut path = BezPath::new();
        Spline { degree: 3, knots, points: points.clone(), weights: vec![] }.append(&mut path);
        let kurbo::PathEl::CurveTo(a, b, c) = path.elements()[1] else { panic!("{path:?}") };
        for (found, wanted) in [a, b, c].into_iter().zip(&points[1..]) {
            assert!(found.distance(*wanted) < 1e-9, "{found:?}");
        }
    }

    #[test]
    fn weights_make_a_quarter_of_a_circle() {
        let points = vec![Point::new(1.0, 0.0), Point::new(1.0, 1.0), Point::new(0.0, 1.0)];
        let spline =
            Spline { degree: 2, knots: vec![0.0, 0.0, 0.0, 1.0, 1.0, 1.0], points, weights: vec![1.0, 0.5_f64.sqrt(), 1.0] };
        let mut path = BezPath::new();
        spline.append(&mut path);
        for segment in path.segments() {
            for part in [0.0, 0.3, 0.7, 1.0] {
                assert!((segment.eval(part).to_vec2().hypot() - 1.0).abs() < 1e-4);
            }
        }
    }

    #[test]
    fn a_curve_through_points_on_a_circle_is_nearly_that_circle() {
        let points: Vec<Point> = (0..12).map(|at| Vec2::from_angle(f64::from(at) * TAU / 12.0).to_point()).collect();
        let path = through(&points, true, [None; 2]);
        assert_eq!(path.elements().len(), 14);
        for segment in path.segments() {
            assert!((segment.eval(0.5).to_vec2().hypot() - 1.0).abs() < 1e-3);
        }
        for few in [&points[..0], &points[..1], &points[..2]] {
            assert!(through(few, true, [None; 2]).is_finite());
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn a_spline_stays_within_its_control_points_whatever_its_knots(
            places in prop::collection::vec((-100.0..100.0_f64, -100.0..100.0_f64), 2..12),
            knots in prop::collection::vec(0.0..10.0_f64, 0..20),
            degree in 0_usize..8,
        ) {
            let mut knots = knots;
            knots.sort_by(f64::total_cmp);
            let points: Vec<Point> = places.into_iter().map(Point::from).collect();
            let mut path = BezPath::new();
            Spline { degree, knots, points, weights: vec![] }.append(&mut path);
            prop_assert!(path.is_finite());
            for segment in path.segments() {
                let at = segment.eval(1.0);
                prop_assert!(at.x.abs() <= 100.1 && at.y.abs() <= 100.1, "{at:?}");
            }
        }
    }
}
