//! Points, offsets between them, and sizes.

use std::ops::{Add, Neg, Sub};

use super::{Angle, Area, Length};

/// A place on a hall: x to the right, y down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Point {
    /// To the right.
    pub x: Length,
    /// Down.
    pub y: Length,
}

/// The way from one point to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Offset {
    /// To the right.
    pub x: Length,
    /// Down.
    pub y: Length,
}

/// Width along x and depth along y, before turning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Size {
    /// Along x.
    pub width: Length,
    /// Along y.
    pub depth: Length,
}

impl Point {
    /// Where x and y begin.
    pub const ORIGIN: Self = Self { x: Length::ZERO, y: Length::ZERO };

    /// The point at x and y.
    #[must_use]
    pub const fn new(x: Length, y: Length) -> Self {
        Self { x, y }
    }

    /// The point at so many millimetres.
    #[must_use]
    pub const fn from_mm(x: i64, y: i64) -> Self {
        Self::new(Length::from_mm(x), Length::from_mm(y))
    }

    /// How far apart two points are, in tenths of a millimetre; for drawing and for deciding what is nearest.
    #[must_use]
    pub fn distance(self, other: Self) -> Length {
        let way = other - self;
        let metres = way.x.metres().hypot(way.y.metres());
        Length::from_metres(metres).unwrap_or(Length::LIMIT)
    }

    /// The point turned about `centre`, rounded to a tenth of a millimetre (exact for quarter turns).
    #[must_use]
    pub fn turned(self, centre: Self, angle: Angle) -> Self {
        let (cos, sin) = angle.cos_sin();
        let (x, y) = ((self.x - centre.x).tenths() as f64, (self.y - centre.y).tenths() as f64);
        #[expect(clippy::cast_possible_truncation, reason = "coordinates are held within Length::LIMIT")]
        let rounded = |value: f64| Length::from_tenths(value.round() as i64);
        Self::new(centre.x + rounded(x * cos - y * sin), centre.y + rounded(x * sin + y * cos))
    }

    /// The nearest point whose coordinates are whole multiples of `step`.
    #[must_use]
    pub const fn rounded_to(self, step: Length) -> Self {
        Self::new(self.x.rounded_to(step), self.y.rounded_to(step))
    }

    /// The point halfway to another.
    #[must_use]
    pub fn halfway(self, other: Self) -> Self {
        Self::new((self.x + other.x) / 2, (self.y + other.y) / 2)
    }

    /// Whether both coordinates are within [`Length::LIMIT`].
    #[must_use]
    pub fn is_within_limits(self) -> bool {
        self.x.abs() <= Length::LIMIT && self.y.abs() <= Length::LIMIT
    }
}

impl Offset {
    /// No way at all.
    pub const ZERO: Self = Self { x: Length::ZERO, y: Length::ZERO };

    /// So far to the right and so far down.
    #[must_use]
    pub const fn new(x: Length, y: Length) -> Self {
        Self { x, y }
    }
}

impl Size {
    /// The size of width by depth.
    #[must_use]
    pub const fn new(width: Length, depth: Length) -> Self {
        Self { width, depth }
    }

    /// The size of so many millimetres.
    #[must_use]
    pub const fn from_mm(width: i64, depth: i64) -> Self {
        Self::new(Length::from_mm(width), Length::from_mm(depth))
    }

    /// Width times depth.
    #[must_use]
    pub fn area(self) -> Area {
        self.width * self.depth
    }
}

impl Add<Offset> for Point {
    type Output = Self;
    fn add(self, way: Offset) -> Self {
        Self::new(self.x + way.x, self.y + way.y)
    }
}

impl Sub for Point {
    type Output = Offset;
    fn sub(self, from: Self) -> Offset {
        Offset::new(self.x - from.x, self.y - from.y)
    }
}

impl Add for Offset {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::new(self.x + other.x, self.y + other.y)
    }
}

impl Neg for Offset {
    type Output = Self;
    fn neg(self) -> Self {
        Self::new(-self.x, -self.y)
    }
}
