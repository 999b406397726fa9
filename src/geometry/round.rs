//! Rings of corners that were drawn as a circle, and rings as files have them.

use super::overlay::SAME;
use super::{Length, Outline, Point};

/// Fewer corners than this are a polygon.
const LEAST_CORNERS: usize = 12;
/// By what part of the radius a corner may be off: circles of four cubic curves are off by a quarter of it.
const OFF: f64 = 0.001;
/// A ring of more corners than this is nothing that anybody drew as one thing: its edges are not looked through.
const MOST_CORNERS: usize = 2_000;

impl Outline {
    /// The outline that a ring of corners is, as a file has it: corners that are one twice over count once, many corners on a
    /// circle are a round, four that make a rectangle are one. `None` where its edges cross, or it is too small or too large.
    #[must_use]
    pub fn of_ring(mut corners: Vec<Point>) -> Option<Self> {
        let is_same = |a: &Point, b: &Point| {
            let way = *a - *b;
            way.x.abs().tenths() <= SAME && way.y.abs().tenths() <= SAME
        };
        corners.dedup_by(|next, last| is_same(next, last));
        while corners.len() > 1 && corners.first().zip(corners.last()).is_some_and(|(first, last)| is_same(first, last)) {
            corners.pop();
        }
        if corners.len() > MOST_CORNERS {
            return None;
        }
        round(&corners).or_else(|| Self::of_corners(corners))
    }
}

/// The circle that corners all around it lie on.
fn round(corners: &[Point]) -> Option<Outline> {
    let first = corners.first().filter(|_| corners.len() >= LEAST_CORNERS)?;
    let near = |point: &Point| ((point.x - first.x).tenths() as f64, (point.y - first.y).tenths() as f64);
    let points: Vec<(f64, f64)> = corners.iter().map(near).collect();
    let (x, y) = centre(&points)?;
    let distances: Vec<f64> = points.iter().map(|(px, py)| (px - x).hypot(py - y)).collect();
    let radius = distances.iter().sum::<f64>() / distances.len() as f64;
    let off = (radius * OFF).max(SAME as f64);
    if distances.iter().any(|distance| (distance - radius).abs() > off) || !goes_around(&points, (x, y)) {
        return None;
    }
    let length = |tenths: f64| Length::from_metres(tenths / 10_000.0);
    let centre = Point::new(first.x + length(x)?, first.y + length(y)?);
    let outline = Outline::Round { centre, radius: length(radius)? };
    outline.is_valid().then_some(outline)
}

/// The centre of the circle that fits points best (least squares of the squared distances, after Kåsa).
fn centre(points: &[(f64, f64)]) -> Option<(f64, f64)> {
    let count = points.len() as f64;
    let (mx, my) = points.iter().fold((0.0, 0.0), |sum, point| (sum.0 + point.0 / count, sum.1 + point.1 / count));
    let [mut xx, mut yy, mut xy, mut xz, mut yz] = [0.0; 5];
    for (px, py) in points {
        let (x, y) = (px - mx, py - my);
        let z = x * x + y * y;
        (xx, yy, xy, xz, yz) = (xx + x * x, yy + y * y, xy + x * y, xz + x * z, yz + y * z);
    }
    let determinant = xx * yy - xy * xy;
    (determinant > 1.0).then(|| (mx + (xz * yy - yz * xy) / (2.0 * determinant), my + (yz * xx - xz * xy) / (2.0 * determinant)))
}

/// Whether points go once around a centre, in steps of less than a tenth of the way.
fn goes_around(points: &[(f64, f64)], (x, y): (f64, f64)) -> bool {
    let turn = std::f64::consts::TAU;
    let angles: Vec<f64> = points.iter().map(|(px, py)| (py - y).atan2(px - x)).collect();
    let steps = angles.iter().zip(angles.iter().cycle().skip(1)).map(|(from, to)| {
        let step = (to - from).rem_euclid(turn);
        if step > turn / 2.0 { step - turn } else { step }
    });
    let (mut sum, mut longest) = (0.0_f64, 0.0_f64);
    for step in steps {
        sum += step;
        longest = longest.max(step.abs());
    }
    (sum.abs() - turn).abs() < 0.01 && longest < turn / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{Angle, Offset, Size};

    fn circle(centre: Point, radius: Length, count: i64) -> Vec<Point> {
        let first = centre + Offset::new(radius, Length::ZERO);
        (0..count).map(|place| first.turned(centre, Angle::from_thousandths(place * 360_000 / count))).collect()
    }

    #[test]
    fn many_corners_on_a_circle_are_a_round() {
        for (count, radius) in [(16, 300), (64, 1_500), (180, 20_000)] {
            let (centre, radius) = (Point::from_mm(70_001, -4_203), Length::from_mm(radius));
            let Some(Outline::Round { centre: found, radius: across }) = Outline::of_ring(circle(centre, radius, count)) else {
                panic!("{count} corners")
            };
            assert!(
                found.distance(centre).tenths() <= 1 && (across - radius).abs().tenths() <= 1,
                "{count}: {found:?} {across:?}"
            );
        }
    }

    #[test]
    fn eight_corners_and_three_quarters_of_a_circle_are_polygons() {
        let eight = circle(Point::ORIGIN, Length::from_mm(2_000), 8);
        assert!(matches!(Outline::of_ring(eight), Some(Outline::Polygon(corners)) if corners.len() == 8));
        let mut open = circle(Point::ORIGIN, Length::from_mm(2_000), 40);
        open.truncate(30);
        assert!(matches!(Outline::of_ring(open), Some(Outline::Polygon(_))));
    }

    #[test]
    fn corners_that_are_there_twice_count_once() {
        let ring = [(0, 0), (0, 0), (3_000, 0), (3_000, 2_000), (0, 2_000), (0, 0)].map(|(x, y)| Point::from_mm(x, y));
        assert_eq!(Outline::of_ring(ring.to_vec()), Some(Outline::rectangle(Point::ORIGIN, Size::from_mm(3_000, 2_000))));
        assert_eq!(Outline::of_ring(vec![Point::ORIGIN; 5]), None);
    }
}
