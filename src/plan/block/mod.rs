//! Blocks: booths that were drawn in one go and stay editable as a whole.

mod arc;
mod fill;
mod line;
mod spacing;
#[cfg(test)]
mod tests;
mod transform;

pub use transform::MirroredPlaces;

use super::{BlockId, HallId};
use crate::geometry::{Angle, Length, Offset, Outline, Point, Size};

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

impl Cell {
    /// Row and column so many further on; `None` before the first.
    #[must_use]
    pub fn shifted(self, (rows, columns): (i32, i32)) -> Option<(u32, u32)> {
        Some((self.row.checked_add_signed(rows)?, self.column.checked_add_signed(columns)?))
    }
}

/// A booth that a pattern has room for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Which row, from zero.
    pub row: u32,
    /// Which booth of the row, from zero.
    pub column: u32,
    /// Where it stands; always a rectangle, its front at the upper side before turning.
    pub outline: Outline,
}

impl Spot {
    /// Row and column.
    #[must_use]
    pub const fn place(&self) -> (u32, u32) {
        (self.row, self.column)
    }
}

/// How far a figure may miss because points are rounded to a tenth of a millimetre: three booths of three metres fit into nine
/// metres also when these are turned.
const SLACK: f64 = 2.0;

impl Block {
    /// Booths that one block may have.
    pub const MOST_BOOTHS: usize = 10_000;

    /// The booths that the pattern has room for, no two of which overlap, in the order in which they are numbered: pair of rows
    /// by pair of rows where rows stand back to back, and in a pair from column to column, the one side and the other in turn.
    /// Booths beyond [`Self::MOST_BOOTHS`] are left out.
    #[must_use]
    pub fn spots(&self) -> Vec<Spot> {
        let mut spots = match &self.pattern {
            Pattern::Grid { rows, columns, .. } => self.grid_spots(*rows, *columns),
            Pattern::Line { path, rows } => self.line_spots(path, *rows),
            Pattern::Arc { centre, radius, start, sweep, rows } => self.arc_spots(*centre, *radius, (*start, *sweep), *rows),
            Pattern::Fill { floor, angle } => self.fill_spots(floor, *angle),
        };
        let together = if self.spacing.back_to_back { 2 } else { 1 };
        spots.sort_unstable_by_key(|spot| (spot.row / together, spot.column, spot.row));
        spots
    }

    fn grid_spots(&self, rows: u32, columns: u32) -> Vec<Spot> {
        let Pattern::Grid { origin, angle, .. } = &self.pattern else { return Vec::new() };
        let (spacing, booth) = (self.spacing, self.booth);
        let middle = middle_of(*origin, spacing.size(booth, rows, columns));
        let places = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
        let spot = |(row, column)| {
            let corner = *origin + Offset::new(spacing.column_left(booth, column), spacing.row_top(booth, row));
            let centre = turned(middle_of(corner, booth), middle, angle.cos_sin());
            Spot { row, column, outline: rectangle_about(centre, booth, *angle) }
        };
        places.take(Self::MOST_BOOTHS).map(spot).collect()
    }
}

/// A place in tenths of a millimetre, before it is rounded.
type Exact = (f64, f64);

fn exact(point: Point) -> Exact {
    (point.x.tenths() as f64, point.y.tenths() as f64)
}

fn middle_of(corner: Point, size: Size) -> Exact {
    let (x, y) = exact(corner);
    (x + size.width.tenths() as f64 / 2.0, y + size.depth.tenths() as f64 / 2.0)
}

fn turned((x, y): Exact, about: Exact, (cos, sin): (f64, f64)) -> Exact {
    let (right, down) = (x - about.0, y - about.1);
    (about.0 + right * cos - down * sin, about.1 + right * sin + down * cos)
}

#[expect(clippy::cast_possible_truncation, reason = "casts saturate, and what is beyond the limits of a plan is refused")]
fn rounded((x, y): Exact) -> Point {
    Point::new(Length::from_tenths(x.round() as i64), Length::from_tenths(y.round() as i64))
}

/// The booth with this middle: the one place where a pattern is rounded.
fn rectangle_about((x, y): Exact, size: Size, angle: Angle) -> Outline {
    let origin = rounded((x - size.width.tenths() as f64 / 2.0, y - size.depth.tenths() as f64 / 2.0));
    Outline::Rectangle { origin, size, angle }
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
