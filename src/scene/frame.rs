//! Where a booth's texts go: an upright box inside its outline, or one turned with it.

use crate::geometry::{Angle, Length, Outline, Point};

/// A box for texts: its centre in tenths of a millimetre, its sides in points of the medium.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Frame {
    centre: (f64, f64),
    /// Points to the right.
    pub width: f64,
    /// Points down.
    pub depth: f64,
    /// How far it is turned: at most 45 degrees to either side, so that texts never stand on their heads.
    pub angle: Angle,
    cos_sin: (f64, f64),
    tenths_per_point: f64,
}

/// Polygons with more corners than this get their texts in the middle of their box.
const SEARCHED_CORNERS: usize = 12;

impl Frame {
    /// The box for the texts of an outline, at a scale in points per metre.
    pub(super) fn of(outline: &Outline, scale: f64) -> Self {
        match outline {
            Outline::Rectangle { origin, size, angle } => {
                let centre = (middle(origin.x, size.width), middle(origin.y, size.depth));
                Self::new(centre, size.width, size.depth, *angle, scale)
            }
            Outline::Round { centre, radius } => {
                let side = tenths(radius.tenths() as f64 * std::f64::consts::SQRT_2);
                Self::new((centre.x.tenths() as f64, centre.y.tenths() as f64), side, side, Angle::ZERO, scale)
            }
            Outline::Polygon(corners) => {
                let (min, max) = largest_box(outline, corners).unwrap_or_else(|| {
                    let bounds = outline.bounds();
                    let (quarter_x, quarter_y) = (bounds.size().width / 4, bounds.size().depth / 4);
                    let (min, max) = (bounds.min(), bounds.max());
                    (Point::new(min.x + quarter_x, min.y + quarter_y), Point::new(max.x - quarter_x, max.y - quarter_y))
                });
                let (width, depth) = (max.x - min.x, max.y - min.y);
                Self::new((middle(min.x, width), middle(min.y, depth)), width, depth, Angle::ZERO, scale)
            }
        }
    }

    fn new(centre: (f64, f64), width: Length, depth: Length, angle: Angle, scale: f64) -> Self {
        let quarters = (angle.thousandths() + 45_000) / 90_000;
        let angle = angle - Angle::from_thousandths(i64::from(quarters) * 90_000);
        let (width, depth) = if quarters % 2 == 0 { (width, depth) } else { (depth, width) };
        Self {
            centre,
            width: width.metres() * scale,
            depth: depth.metres() * scale,
            angle,
            cos_sin: angle.cos_sin(),
            tenths_per_point: 10_000.0 / scale,
        }
    }

    /// The place that lies so many points to the right of the centre and below it.
    pub(super) fn at(&self, x: f64, y: f64) -> Point {
        let ((cos, sin), (x, y)) = (self.cos_sin, (x * self.tenths_per_point, y * self.tenths_per_point));
        Point::new(tenths(self.centre.0 + x * cos - y * sin), tenths(self.centre.1 + x * sin + y * cos))
    }

    /// The shorter side in points.
    pub(super) fn short_side(&self) -> f64 {
        self.width.min(self.depth)
    }
}

fn middle(from: Length, size: Length) -> f64 {
    from.tenths() as f64 + size.tenths() as f64 / 2.0
}

#[expect(clippy::cast_possible_truncation, reason = "coordinates are held within Length::LIMIT")]
pub(super) fn tenths(value: f64) -> Length {
    Length::from_tenths(value.round() as i64)
}

/// The largest upright box inside a polygon with few corners, whose sides lie on its corners' coordinates: exact for L and
/// T shapes, none where the polygon has no such box.
fn largest_box(outline: &Outline, corners: &[Point]) -> Option<(Point, Point)> {
    if corners.len() > SEARCHED_CORNERS {
        return None;
    }
    let sorted = |coordinate: fn(&Point) -> Length| {
        let mut values: Vec<_> = corners.iter().map(coordinate).collect();
        values.sort_unstable();
        values.dedup();
        values
    };
    let (xs, ys) = (sorted(|corner| corner.x), sorted(|corner| corner.y));
    // A cell between neighbouring coordinates is inside when its four corners, drawn in a little, are.
    let inside = |x: &[Length], y: &[Length]| {
        let (&[left, right], &[top, bottom]) = (x, y) else { return false };
        let (in_x, in_y) = ((right - left) / 16, (bottom - top) / 16);
        [(left + in_x, top + in_y), (right - in_x, top + in_y), (right - in_x, bottom - in_y), (left + in_x, bottom - in_y)]
            .into_iter()
            .all(|(x, y)| outline.contains(Point::new(x, y)))
    };
    let cells: Vec<Vec<bool>> = ys.windows(2).map(|y| xs.windows(2).map(|x| inside(x, y)).collect()).collect();
    let mut best: Option<(Point, Point)> = None;
    for (top, _) in cells.iter().enumerate() {
        let mut columns = vec![true; xs.len().saturating_sub(1)];
        for (row, &bottom) in cells.iter().zip(ys.iter().skip(1)).skip(top) {
            for (column, inside) in columns.iter_mut().zip(row) {
                *column &= *inside;
            }
            let mut left = None;
            for ((column, &from), &to) in columns.iter().zip(&xs).zip(xs.iter().skip(1)) {
                if !column {
                    left = None;
                    continue;
                }
                let from = *left.get_or_insert(from);
                let found = (Point::new(from, *ys.get(top)?), Point::new(to, bottom));
                let area = |(min, max): (Point, Point)| (max.x - min.x) * (max.y - min.y);
                if best.is_none_or(|best| area(found) > area(best)) {
                    best = Some(found);
                }
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Size;

    #[test]
    fn texts_of_a_booth_on_its_side_are_upright() {
        for (degrees, turned, width) in
            [(0, 0, 60.0), (90, 0, 30.0), (180, 0, 60.0), (270, 0, 30.0), (30, 30, 60.0), (60, -30, 30.0), (330, -30, 60.0)]
        {
            let angle = Angle::from_thousandths(degrees * 1_000);
            let outline = Outline::Rectangle { origin: Point::ORIGIN, size: Size::from_mm(6_000, 3_000), angle };
            let frame = Frame::of(&outline, 10.0);
            assert_eq!(frame.angle, Angle::from_thousandths(turned * 1_000), "{degrees}");
            assert!((frame.width - width).abs() < 1e-9, "{degrees}: {frame:?}");
            let corner = frame.at(-frame.width / 2.0 + 1.0, -frame.depth / 2.0 + 1.0);
            assert!(outline.contains(corner), "{degrees}");
        }
    }

    #[test]
    fn texts_of_an_l_shape_stand_in_its_larger_leg() {
        let corners = [(0, 0), (9_000, 0), (9_000, 3_000), (3_000, 3_000), (3_000, 6_000), (0, 6_000)];
        let outline = Outline::Polygon(corners.iter().map(|(x, y)| Point::from_mm(*x, *y)).collect());
        let frame = Frame::of(&outline, 10.0);
        assert!((frame.width - 90.0).abs() < 1e-9 && (frame.depth - 30.0).abs() < 1e-9, "{frame:?}");
        assert_eq!(frame.at(0.0, 0.0), Point::from_mm(4_500, 1_500));
    }

    #[test]
    fn texts_of_rounds_and_triangles_stand_inside() {
        let triangle = [(0, 0), (8_000, 0), (4_000, 8_000)].map(|(x, y)| Point::from_mm(x, y));
        for outline in
            [Outline::Round { centre: Point::from_mm(5_000, 5_000), radius: Length::METRE }, Outline::Polygon(triangle.into())]
        {
            let frame = Frame::of(&outline, 10.0);
            assert!(outline.contains(frame.at(0.0, 0.0)), "{outline:?}");
            assert!(frame.width > 0.0 && frame.depth > 0.0);
        }
    }
}
