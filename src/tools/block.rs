//! Draws a block of booths in one gesture: as many rows and columns as the dragged box holds, with the aisles between them.
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
//!
//! Numbers run pair by pair and in a pair from column to column, the one side and the other in turn: from an odd first
//! number on, one side of every block has the odd numbers and the other the even ones.

use super::{BlockSettings, Context, Cursor, Event, Hint, Measure, Modifiers, Preview, Step, draw};
use crate::edit::{NewBooth, NewNumber, Objects};
use crate::geometry::{Bounds, Length, Offset, Outline, Point, Size};

/// Booths that one block may have.
pub const MOST_BOOTHS: usize = 2_000;
/// Rows, and booths in a row, that one block may have.
pub const MOST_ROWS: usize = 500;

fn times(length: Length, count: usize) -> Length {
    length * i64::try_from(count.min(MOST_ROWS)).unwrap_or_default()
}

/// Where a row begins, below the block's upper edge.
fn row_top(row: usize, settings: &BlockSettings) -> Length {
    let depth = settings.booth.depth;
    if settings.back_to_back {
        times(depth * 2 + settings.aisle, row / 2) + times(depth, row % 2)
    } else {
        times(depth + settings.aisle, row)
    }
}

/// Where a column begins, right of the block's left edge.
fn column_left(column: usize, settings: &BlockSettings) -> Length {
    let cross_aisles = column.checked_div(settings.columns_between_aisles).unwrap_or(0);
    times(settings.booth.width + settings.gap, column) + times(settings.aisle - settings.gap, cross_aisles)
}

/// The size of a block, aisles between its booths included.
#[must_use]
pub fn block_size(rows: usize, columns: usize, settings: &BlockSettings) -> Size {
    let width = columns.checked_sub(1).map_or(Length::ZERO, |last| column_left(last, settings) + settings.booth.width);
    let depth = rows.checked_sub(1).map_or(Length::ZERO, |last| row_top(last, settings) + settings.booth.depth);
    Size::new(width, depth)
}

/// How many rows and columns a box of this size holds; at least one of each.
#[must_use]
pub fn rows_and_columns(size: Size, settings: &BlockSettings) -> (usize, usize) {
    let fit = |room: Length, needs: &dyn Fn(usize) -> Length| {
        (1..=MOST_ROWS).take_while(|count| needs(*count) <= room).last().unwrap_or(1)
    };
    let columns = fit(size.width, &|columns| block_size(1, columns, settings).width);
    let rows = fit(size.depth, &|rows| block_size(rows, 1, settings).depth);
    (rows.min(MOST_BOOTHS / columns), columns)
}

/// The outlines of a block's booths, in the order in which they are numbered. More rows and columns than a block may have
/// are left out.
#[must_use]
pub fn plan_block(origin: Point, rows: usize, columns: usize, settings: &BlockSettings) -> Vec<Outline> {
    let together = if settings.back_to_back { 2 } else { 1 };
    let (rows, columns) = (rows.min(MOST_ROWS), columns.min(MOST_ROWS));
    let mut outlines = Vec::new();
    for first_row in (0..rows).step_by(together) {
        for column in 0..columns {
            for row in first_row..(first_row + together).min(rows) {
                let corner = origin + Offset::new(column_left(column, settings), row_top(row, settings));
                outlines.push(Outline::rectangle(corner, settings.booth));
            }
        }
    }
    outlines.truncate(MOST_BOOTHS);
    outlines
}

/// The booths of a block, numbered one after the other from the settings' first number, or from the next free one.
#[must_use]
pub fn block_booths(outlines: Vec<Outline>, settings: &BlockSettings) -> Vec<NewBooth> {
    let mut first = settings.first_number.clone().map(NewNumber::From);
    let number = || first.take().unwrap_or(NewNumber::Next);
    let numbers: Vec<_> = std::iter::repeat_with(number).take(outlines.len()).collect();
    outlines.into_iter().zip(numbers).map(|(outline, number)| NewBooth { number, outline, category: None }).collect()
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum BlockTool {
    #[default]
    Idle,
    Pressed {
        from: Point,
    },
    Drawing {
        from: Point,
    },
}

impl BlockTool {
    pub(super) fn is_idle(self) -> bool {
        self == Self::Idle
    }

    pub(super) fn handle(&mut self, event: &Event, context: &Context<'_>) -> Step {
        let idle = Preview::idle(Cursor::Cross, Hint::Block);
        match (*event, *self) {
            (Event::Press { at, .. }, _) => {
                *self = Self::Pressed { from: at };
                Step::showing(idle)
            }
            (Event::Move { at, modifiers } | Event::Release { at, modifiers }, Self::Idle) => {
                let (_, guides) = draw::snapped_point(context, at, &Objects::default(), modifiers);
                Step::showing(Preview { guides, ..idle })
            }
            (Event::Move { at, modifiers }, Self::Pressed { from } | Self::Drawing { from }) => {
                if context.is_drag(from, at) {
                    *self = Self::Drawing { from };
                }
                let drawing = matches!(self, Self::Drawing { .. });
                Step::showing(if drawing { drawn(context, from, at, modifiers) } else { idle })
            }
            (Event::Release { at, modifiers }, Self::Pressed { from } | Self::Drawing { from }) => {
                *self = Self::Idle;
                // A click makes no block: a block from nothing would be a surprise.
                if !context.is_drag(from, at) {
                    return Step::showing(idle);
                }
                let booths = block_booths(drawn(context, from, at, modifiers).new_booths, &context.settings.block);
                Step { edit: Some(draw::add_booths(context, booths)), ..Step::showing(idle) }
            }
            (Event::Cancel, _) => {
                *self = Self::Idle;
                Step::showing(idle)
            }
        }
    }
}

/// The block that the dragged box holds, growing from where the button went down towards the pointer.
fn drawn(context: &Context<'_>, from: Point, at: Point, modifiers: Modifiers) -> Preview {
    let settings = &context.settings.block;
    let (from, _) = draw::snapped_point(context, from, &Objects::default(), modifiers);
    let (to, guides) = draw::snapped_corner(context, from, at, Modifiers { shift: false, ..modifiers });
    let (rows, columns) = rows_and_columns(Bounds::between(from, to).size(), settings);
    let size = block_size(rows, columns, settings);
    let left = if to.x < from.x { from.x - size.width } else { from.x };
    let top = if to.y < from.y { from.y - size.depth } else { from.y };
    let new_booths = plan_block(Point::new(left, top), rows, columns, settings);
    Preview {
        measure: Some(Measure::Block { rows, columns, count: new_booths.len(), size }),
        new_booths,
        guides,
        marquee: Some(Bounds::between(from, to)),
        ..Preview::idle(Cursor::Cross, Hint::DrawingBlock)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn corners(outlines: &[Outline]) -> Vec<(f64, f64)> {
        outlines.iter().map(|outline| outline.bounds().min()).map(|min| (min.x.metres(), min.y.metres())).collect()
    }

    #[test]
    fn rows_stand_in_pairs_back_to_back_with_an_aisle_between_pairs() {
        let block = plan_block(Point::ORIGIN, 3, 2, &BlockSettings::default());
        assert_eq!(corners(&block), [(0.0, 0.0), (0.0, 3.0), (3.0, 0.0), (3.0, 3.0), (0.0, 9.0), (3.0, 9.0)]);
    }

    #[test]
    fn single_rows_have_an_aisle_after_each() {
        let single = BlockSettings { back_to_back: false, ..BlockSettings::default() };
        assert_eq!(corners(&plan_block(Point::ORIGIN, 2, 1, &single)), [(0.0, 0.0), (0.0, 6.0)]);
    }

    #[test]
    fn a_cross_aisle_follows_so_many_columns() {
        let crossed = BlockSettings { columns_between_aisles: 2, ..BlockSettings::default() };
        let lefts: Vec<_> = corners(&plan_block(Point::ORIGIN, 1, 5, &crossed)).into_iter().map(|(left, _)| left).collect();
        assert_eq!(lefts, [0.0, 3.0, 9.0, 12.0, 18.0]);
        assert_eq!(block_size(1, 5, &crossed).width, Length::METRE * 21);
    }

    #[test]
    fn a_box_holds_what_fits_wholly_and_never_nothing() {
        let settings = BlockSettings::default();
        for ((width, depth), expected) in
            [((1, 1), (1, 1)), ((15_000, 6_000), (2, 5)), ((15_500, 14_900), (3, 5)), ((14_999, 15_000), (4, 4))]
        {
            assert_eq!(rows_and_columns(Size::from_mm(width, depth), &settings), expected, "{width} x {depth}");
        }
    }

    #[test]
    fn even_the_largest_box_makes_a_block_that_can_be_drawn() {
        let all = Size::new(Length::LIMIT, Length::LIMIT);
        let (rows, columns) = rows_and_columns(all, &BlockSettings::default());
        assert!(rows * columns <= MOST_BOOTHS && plan_block(Point::ORIGIN, rows, columns, &BlockSettings::default()).len() > 1);
    }
}
