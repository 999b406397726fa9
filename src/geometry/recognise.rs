//! What a ring of corners is: corners that lie on a straight edge go, and what is a rectangle again becomes one.

use super::overlay::{SAME, distance_from_line};
use super::{Angle, Bounds, Length, Offset, Outline, Point, Size};

/// By how many tenths of a millimetre a corner may be off that was rounded twice.
const ROUNDED: i64 = 3;

/// The outline that a ring is. `angles` are those that a rectangle may be turned by; where none fits its longest edge tells.
pub(super) fn recognised(ring: Vec<Point>, angles: &[Angle]) -> Outline {
    let corners = without_straight_corners(ring);
    let rectangle = <[Point; 4]>::try_from(corners.as_slice()).ok().and_then(|corners| rectangle(corners, angles));
    rectangle.unwrap_or(Outline::Polygon(corners))
}

/// The ring without the corners that lie on the straight line between those that stay.
fn without_straight_corners(mut ring: Vec<Point>) -> Vec<Point> {
    // The outermost corner is a corner for certain: it begins.
    let first = ring.iter().enumerate().min_by_key(|(_, corner)| **corner).map_or(0, |(place, _)| place);
    ring.rotate_left(first);
    let mut kept: Vec<Point> = Vec::with_capacity(ring.len());
    let mut passed: Vec<Point> = Vec::new();
    for (place, corner) in ring.iter().enumerate() {
        let next = ring.get(place + 1).or(ring.first());
        passed.push(*corner);
        let straight = kept.last().zip(next).is_some_and(|(last, next)| {
            let ahead = |corner: &Point| is_between(*last, *next, *corner);
            passed.iter().all(|corner| ahead(corner) && distance_from_line(*last, *next, *corner) <= SAME as f64)
        });
        if !straight {
            kept.push(*corner);
            passed.clear();
        }
    }
    kept
}

fn is_between(from: Point, to: Point, point: Point) -> bool {
    Bounds::between(from, to).grown(Length::from_tenths(SAME)).contains(point)
}

/// The rectangle that four corners are, if they are one.
fn rectangle(corners: [Point; 4], angles: &[Angle]) -> Option<Outline> {
    let bounds = Bounds::around(corners)?;
    let upright = Outline::from_bounds(bounds);
    if upright.rectangle_corners().iter().all(|corner| corners.contains(corner)) {
        return Some(upright);
    }
    let [first, second, third, _] = corners;
    let (one, other) = (second - first, third - second);
    let longest = if first.distance(second) >= second.distance(third) { one } else { other };
    let own = Angle::of_direction(longest.x.metres(), longest.y.metres());
    // A rectangle turned by half a turn is the same one; its words should stand upright.
    let own =
        if own.thousandths() > 90_000 && own.thousandths() <= 270_000 { own + Angle::from_thousandths(180_000) } else { own };
    // Corners that were rounded, by whoever drew them and again here, are off by more than the angle that they were drawn at.
    let half_degree = Angle::from_thousandths(i64::from((own.thousandths() + 250).div_euclid(500)) * 500);
    let is_meant = (own.thousandths() - half_degree.thousandths()).abs() <= 20;
    let meant = Some(half_degree).filter(|_| is_meant);
    angles.iter().copied().chain(meant).chain([own]).find_map(|angle| turned_rectangle(corners, angle))
}

/// The rectangle turned by this angle that has these corners, within rounding.
fn turned_rectangle(corners: [Point; 4], angle: Angle) -> Option<Outline> {
    let (cos, sin) = (-angle).cos_sin();
    let first = corners[0];
    let lying = corners.map(|corner| {
        let (x, y) = ((corner.x - first.x).tenths() as f64, (corner.y - first.y).tenths() as f64);
        (x * cos - y * sin, x * sin + y * cos)
    });
    let side = |mut ends: [f64; 4]| {
        ends.sort_by(f64::total_cmp);
        let (low, high) = (f64::midpoint(ends[0], ends[1]), f64::midpoint(ends[2], ends[3]));
        rounded(high - low)
    };
    let size = Size::new(side(lying.map(|(x, _)| x)), side(lying.map(|(_, y)| y)));
    // In four times the coordinates the middle of the four corners is exact.
    let sum = corners.iter().fold(Offset::ZERO, |sum, corner| sum + (*corner - Point::ORIGIN));
    let origin = |sum: Length, side: Length| Length::from_tenths(((sum - side * 2).tenths() + 2).div_euclid(4));
    let origin = Point::new(origin(sum.x, size.width), origin(sum.y, size.depth));
    let rectangle = Outline::Rectangle { origin, size, angle };
    let fits = |corner: &Point| rectangle.rectangle_corners().iter().any(|own| own.distance(*corner).tenths() <= ROUNDED);
    corners.iter().all(fits).then_some(rectangle)
}

/// A length in tenths of a millimetre out of rounded corners: whole millimetres where they are as near as rounding makes them.
fn rounded(tenths: f64) -> Length {
    let millimetres = (tenths / 10.0).round() * 10.0;
    let nearest = if (millimetres - tenths).abs() <= 2.0 { millimetres } else { tenths.round() };
    Length::from_metres(nearest / 10_000.0).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turned_rectangle_is_known_by_corners_that_were_rounded_twice() {
        let corner = |(x, y): (i64, i64)| Point::new(Length::from_tenths(x), Length::from_tenths(y));
        let corners = [(395_898, 66_761), (409_750, 40_151), (454_101, 63_238), (440_250, 89_850)].map(corner);
        let expected = Outline::Rectangle {
            origin: Point::from_mm(40_000, 5_000),
            size: Size::from_mm(5_000, 3_000),
            angle: Angle::from_thousandths(27_500),
        };
        assert_eq!(recognised(corners.to_vec(), &[]), expected);
    }
}
