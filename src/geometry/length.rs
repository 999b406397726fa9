//! Lengths and areas.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub};

/// A length, or a coordinate, in whole tenths of a millimetre: exact in millimetres and to the half inch.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Length(i64);

impl Length {
    /// No length.
    pub const ZERO: Self = Self(0);
    /// One metre.
    pub const METRE: Self = Self(10_000);
    /// The largest coordinate that a plan may hold: ten kilometres to either side.
    pub const LIMIT: Self = Self(100_000_000);

    /// A length of so many tenths of a millimetre.
    #[must_use]
    pub const fn from_tenths(tenths: i64) -> Self {
        Self(tenths)
    }

    /// A length of so many millimetres.
    #[must_use]
    pub const fn from_mm(mm: i64) -> Self {
        Self(mm * 10)
    }

    /// A length of so many metres, rounded to a tenth of a millimetre; `None` where it is no number or beyond [`Self::LIMIT`].
    #[must_use]
    pub fn from_metres(metres: f64) -> Option<Self> {
        let tenths = (metres * 10_000.0).round();
        #[expect(clippy::cast_possible_truncation, reason = "held within LIMIT, which i64 holds")]
        (tenths.abs() <= Self::LIMIT.0 as f64).then_some(Self(tenths as i64))
    }

    /// Whole tenths of a millimetre.
    #[must_use]
    pub const fn tenths(self) -> i64 {
        self.0
    }

    /// Metres, for drawing and for words.
    #[must_use]
    pub fn metres(self) -> f64 {
        self.0 as f64 / 10_000.0
    }

    /// The length without its sign.
    #[must_use]
    pub const fn abs(self) -> Self {
        Self(self.0.abs())
    }

    /// The nearest whole multiple of `step`; the length itself where the step is not positive.
    #[must_use]
    pub const fn rounded_to(self, step: Self) -> Self {
        if step.0 <= 0 {
            return self;
        }
        Self((self.0 + step.0 / 2).div_euclid(step.0) * step.0)
    }
}

impl fmt::Debug for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} m", self.metres())
    }
}

impl Add for Length {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl AddAssign for Length {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sub for Length {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Length {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Mul<i64> for Length {
    type Output = Self;
    fn mul(self, times: i64) -> Self {
        Self(self.0 * times)
    }
}

impl Div<i64> for Length {
    type Output = Self;
    fn div(self, by: i64) -> Self {
        Self(self.0 / by)
    }
}

impl Mul for Length {
    type Output = Area;
    fn mul(self, other: Self) -> Area {
        Area(i128::from(self.0) * i128::from(other.0))
    }
}

impl Sum for Length {
    fn sum<I: Iterator<Item = Self>>(lengths: I) -> Self {
        lengths.fold(Self::ZERO, Add::add)
    }
}

/// An area in hundredths of a square millimetre: the square of [`Length`]'s unit. 64 bits would not hold the sum of a
/// thousand of the largest booths.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Area(i128);

impl Area {
    /// No area.
    pub const ZERO: Self = Self(0);

    /// An area of so many hundredths of a square millimetre.
    #[must_use]
    pub const fn from_units(units: i128) -> Self {
        Self(units)
    }

    /// Hundredths of a square millimetre.
    #[must_use]
    pub const fn units(self) -> i128 {
        self.0
    }

    /// So many times the area.
    #[must_use]
    pub const fn times(self, count: usize) -> Self {
        Self(self.0.saturating_mul(count as i128))
    }

    /// Square metres, for words.
    #[must_use]
    pub fn square_metres(self) -> f64 {
        self.0 as f64 / 1e8
    }
}

impl fmt::Debug for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} m²", self.square_metres())
    }
}

impl Add for Area {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl AddAssign for Area {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sub for Area {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Sum for Area {
    fn sum<I: Iterator<Item = Self>>(areas: I) -> Self {
        areas.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_goes_to_the_nearest_step_on_both_sides_of_zero() {
        let step = Length::from_mm(500);
        for (mm, rounded) in [(240, 0), (260, 500), (-240, 0), (-260, -500), (1_750, 2_000)] {
            assert_eq!(Length::from_mm(mm).rounded_to(step), Length::from_mm(rounded), "{mm}");
        }
    }

    #[test]
    fn a_booth_of_three_by_three_metres_has_nine_square_metres() {
        let side = Length::from_mm(3_000);
        assert!(((side * side).square_metres() - 9.0).abs() < f64::EPSILON);
    }

    #[test]
    fn the_areas_of_many_of_the_largest_booths_add_up() {
        let side = Length::LIMIT * 2;
        let booths = 100_000;
        let sum: Area = std::iter::repeat_n(side * side, booths).sum();
        assert_eq!(sum.units(), 4 * 10_i128.pow(16) * 100_000);
    }
}
