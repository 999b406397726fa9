//! Blocks: booths that were drawn in one go and stay editable as a whole.

use super::{BlockId, HallId};
use crate::geometry::{Angle, Length, Outline, Point, Size};

/// A pattern of booths. It owns the booths made from it until one of them is changed by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The hall that it stands in.
    pub hall: HallId,
    /// Width and depth of one booth.
    pub booth: Size,
    /// The floor between its booths.
    pub spacing: Spacing,
    /// Where its booths stand.
    pub pattern: Pattern,
}

/// The floor between the booths of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Spacing {
    /// Two rows back to back, then an aisle; else an aisle after each row.
    pub back_to_back: bool,
    /// Between rows, or pairs of them.
    pub aisle: Length,
    /// Between neighbours of a row.
    pub gap: Length,
    /// Booths of a row between two aisles that cross it; 0 for none.
    pub columns_between_aisles: u32,
}

/// Where the booths of a block stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// So many rows of so many booths: a row is one, a double row two, an island four or more.
    Grid {
        /// The left top corner of the first booth before turning.
        origin: Point,
        /// About the middle of the whole block.
        angle: Angle,
        /// At least one.
        rows: u32,
        /// Booths in a row, at least one.
        columns: u32,
    },
    /// Rows with their fronts along a line with any number of bends, as many booths as its parts hold.
    Line {
        /// At least two corners.
        path: Vec<Point>,
        /// At least one; the second stands behind the first, and so on.
        rows: u32,
    },
    /// Rows with their fronts along an arc, as many booths as it holds.
    Arc {
        /// The middle of the circle.
        centre: Point,
        /// From the middle to the fronts of the first row; the second stands behind it, farther out, and so on.
        radius: Length,
        /// The direction from the middle to where the arc begins; zero is to the right.
        start: Angle,
        /// How far it goes round, clockwise; zero is all around.
        sweep: Angle,
        /// At least one.
        rows: u32,
    },
    /// As many rows as the free floor of an outline holds: booths do not stand on walls, columns, no-build areas or booths
    /// that were there before.
    Fill {
        /// What is filled.
        floor: Outline,
        /// The direction of the rows.
        angle: Angle,
    },
}

impl Pattern {
    /// Rows, or booths in a row, that one block may have.
    pub const MOST_ROWS: u32 = 500;
}

/// A booth's place in its block, both from zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// Which block.
    pub block: BlockId,
    /// Which row.
    pub row: u32,
    /// Which booth of the row.
    pub column: u32,
}
