//! Rows and columns on a straight grid: where each begins, and how many a floor holds.
//!
//! ```text
//!   ┌────┬────┬────┐
//!   │ 01 │ 03 │ 05 │   a pair of rows, back to back
//!   ├────┼────┼────┤
//!   │ 02 │ 04 │ 06 │
//!   └────┴────┴────┘
//!        aisle
//!   ┌────┬────┬────┐
//!   │ 07 │ 09 │ 11 │
//! ```

use super::{Block, Pattern, Spacing};
use crate::geometry::{Length, Size};

fn times(length: Length, count: u32) -> Length {
    length * i64::from(count)
}

impl Spacing {
    /// Where a row begins, behind the front of the first one.
    #[must_use]
    pub fn row_top(&self, booth: Size, row: u32) -> Length {
        if self.back_to_back {
            times(booth.depth * 2 + self.aisle, row / 2) + times(booth.depth, row % 2)
        } else {
            times(booth.depth + self.aisle, row)
        }
    }

    /// Where a booth of a row begins, from the row's beginning.
    #[must_use]
    pub fn column_left(&self, booth: Size, column: u32) -> Length {
        let cross_aisles = column.checked_div(self.columns_between_aisles).unwrap_or(0);
        times(booth.width + self.gap, column) + times(self.aisle - self.gap, cross_aisles)
    }

    /// The size of so many rows and columns, aisles between them included.
    #[must_use]
    pub fn size(&self, booth: Size, rows: u32, columns: u32) -> Size {
        let width = columns.checked_sub(1).map_or(Length::ZERO, |last| self.column_left(booth, last) + booth.width);
        let depth = rows.checked_sub(1).map_or(Length::ZERO, |last| self.row_top(booth, last) + booth.depth);
        Size::new(width, depth)
    }

    /// How many rows and columns a box of this size holds: at least one of each, and no more than one block may have.
    #[must_use]
    pub fn fitting(&self, booth: Size, room: Size) -> (u32, u32) {
        let fit = |room: Length, needs: &dyn Fn(u32) -> Length| {
            (1..=Pattern::MOST_ROWS).take_while(|count| needs(*count) <= room).last().unwrap_or(1)
        };
        let columns = fit(room.width, &|columns| self.size(booth, 1, columns).width);
        let rows = fit(room.depth, &|rows| self.size(booth, rows, 1).depth);
        let most = u32::try_from(Block::MOST_BOOTHS).unwrap_or(u32::MAX);
        (rows.min(most / columns).max(1), columns)
    }
}
