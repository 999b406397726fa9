//! Angles.

use std::fmt;
use std::ops::{Add, Neg, Sub};

/// An angle in thousandths of a degree, clockwise on the plan, always from 0 up to but not including 360 degrees.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Angle(i32);

impl Angle {
    /// Not turned.
    pub const ZERO: Self = Self(0);
    /// A quarter turn clockwise.
    pub const QUARTER: Self = Self(90_000);
    const FULL: i64 = 360_000;

    /// An angle of so many thousandths of a degree; whole turns are dropped.
    #[must_use]
    pub const fn from_thousandths(thousandths: i64) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "rem_euclid keeps it below 360,000")]
        Self(thousandths.rem_euclid(Self::FULL) as i32)
    }

    /// An angle of so many degrees, rounded to a thousandth; `None` where it is no number or absurd.
    #[must_use]
    pub fn from_degrees(degrees: f64) -> Option<Self> {
        #[expect(clippy::cast_possible_truncation, reason = "held within a million degrees")]
        (degrees.abs() <= 1e6).then(|| Self::from_thousandths((degrees * 1_000.0).round() as i64))
    }

    /// The direction from one point to another, as an angle from the x axis.
    #[must_use]
    pub fn of_direction(x: f64, y: f64) -> Self {
        Self::from_degrees(y.atan2(x).to_degrees()).unwrap_or_default()
    }

    /// Thousandths of a degree.
    #[must_use]
    pub const fn thousandths(self) -> i32 {
        self.0
    }

    /// Degrees, for drawing and for words.
    #[must_use]
    pub fn degrees(self) -> f64 {
        f64::from(self.0) / 1_000.0
    }

    /// Radians, for drawing.
    #[must_use]
    pub fn radians(self) -> f64 {
        self.degrees().to_radians()
    }

    /// How many quarter turns this is, where it is a whole number of them.
    #[must_use]
    pub const fn quarter_turns(self) -> Option<u8> {
        match self.0 {
            0 => Some(0),
            90_000 => Some(1),
            180_000 => Some(2),
            270_000 => Some(3),
            _ => None,
        }
    }

    /// The nearest multiple of `step` degrees.
    #[must_use]
    pub fn rounded_to(self, step: Self) -> Self {
        if step.0 == 0 {
            return self;
        }
        let step = i64::from(step.0);
        Self::from_thousandths((i64::from(self.0) + step / 2) / step * step)
    }

    /// Cosine and sine, exact at the quarter turns.
    #[must_use]
    pub fn cos_sin(self) -> (f64, f64) {
        match self.quarter_turns() {
            Some(0) => (1.0, 0.0),
            Some(1) => (0.0, 1.0),
            Some(2) => (-1.0, 0.0),
            Some(_) => (0.0, -1.0),
            None => (self.radians().cos(), self.radians().sin()),
        }
    }
}

impl fmt::Debug for Angle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}°", self.degrees())
    }
}

impl Add for Angle {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::from_thousandths(i64::from(self.0) + i64::from(other.0))
    }
}

impl Sub for Angle {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self::from_thousandths(i64::from(self.0) - i64::from(other.0))
    }
}

impl Neg for Angle {
    type Output = Self;
    fn neg(self) -> Self {
        Self::from_thousandths(-i64::from(self.0))
    }
}
