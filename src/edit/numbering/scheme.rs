//! What a person chooses about numbers.

use serde::{Deserialize, Serialize};

/// How booths are numbered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Scheme {
    /// Before the digits: "A" in A12.
    pub prefix: String,
    /// After them.
    pub suffix: String,
    /// The first number.
    pub start: u32,
    /// From one number to the next; at least 1. Odd and even numbers are always two apart.
    pub step: u32,
    /// Zeros fill the number up to so many digits.
    pub digits: u8,
    /// Where counting begins.
    pub corner: Corner,
    /// Which way it goes.
    pub along: Along,
    /// Every other row (with odd and even: every other aisle) is walked back.
    pub direction: Direction,
    /// Which rows are the two sides of an aisle.
    pub pairs: Pairs,
    /// What the two sides of an aisle get.
    pub sides: Sides,
    /// What an aisle changes.
    pub by_aisle: ByAisle,
    /// Numbers that other booths have are passed over; else they stand in the way.
    pub skip_taken: bool,
}

impl Default for Scheme {
    fn default() -> Self {
        Self {
            prefix: String::new(),
            suffix: String::new(),
            start: 1,
            step: 1,
            digits: 1,
            corner: Corner::LeftTop,
            along: Along::Rows,
            direction: Direction::Forwards,
            pairs: Pairs::Facing,
            sides: Sides::Plain,
            by_aisle: ByAisle::Through,
            skip_taken: true,
        }
    }
}

/// A corner of the floor, as it is seen on the plan; of a turned block, the corner that is nearest to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Corner {
    /// Left above.
    #[default]
    LeftTop,
    /// Right above.
    RightTop,
    /// Left below.
    LeftBottom,
    /// Right below.
    RightBottom,
}

impl Corner {
    /// All of them, in the order of reading.
    pub const ALL: [Self; 4] = [Self::LeftTop, Self::RightTop, Self::LeftBottom, Self::RightBottom];

    /// Whether counting begins at the right.
    #[must_use]
    pub const fn is_right(self) -> bool {
        matches!(self, Self::RightTop | Self::RightBottom)
    }

    /// Whether counting begins below.
    #[must_use]
    pub const fn is_bottom(self) -> bool {
        matches!(self, Self::LeftBottom | Self::RightBottom)
    }
}

/// Which way a row runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Along {
    /// From left to right or back.
    #[default]
    Rows,
    /// Up or down: what is called a row is a column.
    Columns,
}

/// Whether one row is walked as the one before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// All rows from the same end.
    #[default]
    Forwards,
    /// There and back, like a snake.
    Serpentine,
}

/// Which rows are counted together: what is said of an aisle is said of such a pair.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pairs {
    /// Those that face each other across an aisle.
    #[default]
    Facing,
    /// Those that stand back to back: a double row.
    BackToBack,
}

/// What the two sides of an aisle get.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sides {
    /// One side is counted after the other.
    #[default]
    Plain,
    /// The first side gets the odd numbers and the second the even ones, or the other way round where the first number is even.
    OddEven,
}

/// What an aisle changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ByAisle {
    /// Nothing: numbers run through.
    #[default]
    Through,
    /// The first aisle has the 100s (or the hundreds of the first number), the next the 200s; one with more booths than a
    /// hundred holds takes the next hundred too.
    Hundreds,
    /// The first aisle has A, the next B, after Z comes AA; each begins with the first number.
    Letters,
}
