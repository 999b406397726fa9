//! Upright boxes around things.

use super::{Length, Offset, Point, Size};

/// An upright box; never negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Bounds {
    min: Point,
    max: Point,
}

impl Bounds {
    /// The box between two opposite corners, whichever they are.
    #[must_use]
    pub fn between(a: Point, b: Point) -> Self {
        Self { min: Point::new(a.x.min(b.x), a.y.min(b.y)), max: Point::new(a.x.max(b.x), a.y.max(b.y)) }
    }

    /// The smallest box around some points; `None` around none.
    #[must_use]
    pub fn around(points: impl IntoIterator<Item = Point>) -> Option<Self> {
        points.into_iter().map(|point| Self::between(point, point)).reduce(Self::union)
    }

    /// The smallest box around both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self {
            min: Point::new(self.min.x.min(other.min.x), self.min.y.min(other.min.y)),
            max: Point::new(self.max.x.max(other.max.x), self.max.y.max(other.max.y)),
        }
    }

    /// The corner at the left and the top.
    #[must_use]
    pub const fn min(self) -> Point {
        self.min
    }

    /// The corner at the right and the bottom.
    #[must_use]
    pub const fn max(self) -> Point {
        self.max
    }

    /// Its centre, rounded to a tenth of a millimetre.
    #[must_use]
    pub fn centre(self) -> Point {
        self.min.halfway(self.max)
    }

    /// Width and depth.
    #[must_use]
    pub fn size(self) -> Size {
        Size::new(self.max.x - self.min.x, self.max.y - self.min.y)
    }

    /// Whether the point is inside or on the edge.
    #[must_use]
    pub fn contains(self, point: Point) -> bool {
        (self.min.x..=self.max.x).contains(&point.x) && (self.min.y..=self.max.y).contains(&point.y)
    }

    /// Whether the other box lies wholly within this one.
    #[must_use]
    pub fn encloses(self, other: Self) -> bool {
        self.contains(other.min) && self.contains(other.max)
    }

    /// Whether the two share any point, edges included.
    #[must_use]
    pub fn touches(self, other: Self) -> bool {
        self.min.x <= other.max.x && other.min.x <= self.max.x && self.min.y <= other.max.y && other.min.y <= self.max.y
    }

    /// The box moved.
    #[must_use]
    pub fn moved(self, by: Offset) -> Self {
        Self { min: self.min + by, max: self.max + by }
    }

    /// The box grown by so much on every side.
    #[must_use]
    pub fn grown(self, by: Length) -> Self {
        Self::between(self.min + Offset::new(-by, -by), self.max + Offset::new(by, by))
    }
}
