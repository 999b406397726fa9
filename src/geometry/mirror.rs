//! Mirroring, left to right or top to bottom, exactly: what is mirrored twice is as it was.

use super::{Bounds, Length, Offset, Outline, Point, Size};

/// A mirror in a hall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mirror {
    /// What is left comes to the right: upright, at half of this x (the middle of a box may lie between two tenths of a millimetre).
    LeftRight(Length),
    /// What is above comes below: level, at half of this y.
    TopBottom(Length),
}

impl Mirror {
    /// The upright mirror through the middle of a box, where `left_right`, else the level one.
    #[must_use]
    pub fn through(bounds: Bounds, left_right: bool) -> Self {
        let (min, max) = (bounds.min(), bounds.max());
        if left_right { Self::LeftRight(min.x + max.x) } else { Self::TopBottom(min.y + max.y) }
    }

    /// The point across.
    #[must_use]
    pub fn point(self, point: Point) -> Point {
        match self {
            Self::LeftRight(twice) => Point::new(twice - point.x, point.y),
            Self::TopBottom(twice) => Point::new(point.x, twice - point.y),
        }
    }

    /// Where the left top corner of a box of this size comes to lie, as the left top corner again.
    #[must_use]
    pub fn corner(self, corner: Point, size: Size) -> Point {
        let across = self.point(corner);
        match self {
            Self::LeftRight(_) => across + Offset::new(-size.width, Length::ZERO),
            Self::TopBottom(_) => across + Offset::new(Length::ZERO, -size.depth),
        }
    }
}

impl Outline {
    /// The outline across a mirror.
    #[must_use]
    pub fn mirrored(&self, mirror: Mirror) -> Self {
        match self {
            Self::Rectangle { origin, size, angle } => {
                Self::Rectangle { origin: mirror.corner(*origin, *size), size: *size, angle: -*angle }
            }
            // The other way round, so that they run as before.
            Self::Polygon(corners) => Self::Polygon(corners.iter().rev().map(|corner| mirror.point(*corner)).collect()),
            Self::Round { centre, radius } => Self::Round { centre: mirror.point(*centre), radius: *radius },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Angle;

    #[test]
    fn a_turned_booth_leans_the_other_way_at_the_same_distance() {
        let size = Size::from_mm(4_000, 2_000);
        let booth = Outline::Rectangle { origin: Point::from_mm(1_000, 500), size, angle: Angle::from_thousandths(30_000) };
        let mirror = Mirror::LeftRight(Length::from_mm(20_000));
        let expected = Outline::Rectangle { origin: Point::from_mm(15_000, 500), size, angle: Angle::from_thousandths(330_000) };
        assert_eq!(booth.mirrored(mirror), expected);
        let corners = |outline: &Outline| {
            let mut corners = outline.corners();
            corners.sort_by_key(|corner| (corner.x, corner.y));
            corners
        };
        let mut across: Vec<_> = booth.corners().into_iter().map(|corner| mirror.point(corner)).collect();
        across.sort_by_key(|corner| (corner.x, corner.y));
        // Each is rounded to a tenth of a millimetre by itself.
        let near = |(a, b): (&Point, &Point)| a.distance(*b) <= Length::from_tenths(2);
        assert!(corners(&expected).iter().zip(&across).all(near));
    }

    #[test]
    fn polygons_and_rounds_are_mirrored_top_to_bottom() {
        let mirror = Mirror::TopBottom(Length::from_mm(10_000));
        let corners = |points: [(i64, i64); 3]| Outline::Polygon(points.map(|(x, y)| Point::from_mm(x, y)).to_vec());
        let triangle = corners([(0, 0), (3_000, 0), (0, 3_000)]);
        assert_eq!(triangle.mirrored(mirror), corners([(0, 7_000), (3_000, 10_000), (0, 10_000)]));
        let round = Outline::Round { centre: Point::from_mm(1_000, 2_000), radius: Length::METRE };
        assert_eq!(round.mirrored(mirror), Outline::Round { centre: Point::from_mm(1_000, 8_000), radius: Length::METRE });
    }
}
