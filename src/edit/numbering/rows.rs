//! Rows and aisles, read from outlines.
//!
//! 1. *Frames.* Booths that are turned alike (to a degree, quarter turns apart from each other count as alike) belong
//!    together. The largest such group and everything that has no fellow (round and odd booths, an arc) share one frame;
//!    every other group of at least two is a block of its own, numbered in its own frame, in the order in which the blocks'
//!    boxes stand.
//! 2. *Rows.* In its frame a booth joins the row with which it shares at least half of the shallower one's depth; a deep
//!    booth over two rows belongs to the first. A double row, back to back, is two rows. Columns are rows of the floor
//!    turned by a quarter.
//! 3. *Aisles.* Between two rows lies an aisle where at least [`AISLE`] is free; less is the back of a double row. Seen from
//!    the corner where counting begins, two rows with an aisle between them face each other, and each row faces one aisle
//!    only; a row whose back is turned to the next one faces the aisle before it alone. Where no aisle lies between any
//!    rows, or where a scheme wants it, each double row stands for an aisle: its two rows are the two sides.

use super::{Aisle, Along, Direction, Pairs, Scheme, Sides};
use crate::geometry::{Angle, Bounds, Length, Offset, Outline, Point};

/// The least free floor between two rows that is an aisle.
const AISLE: Length = Length::from_mm(1_000);
/// What booths that are turned alike may differ by, in thousandths of a degree.
const ALIKE: i64 = 1_000;

/// A booth, or a block of them, seen from the corner where counting begins: both ways grow in the order of counting.
#[derive(Clone, Copy, Debug)]
struct Place {
    index: usize,
    /// Where it begins and ends along a row.
    along: (Length, Length),
    /// Where it begins and ends across the rows.
    across: (Length, Length),
}

impl Place {
    fn middle(&self) -> Length {
        (self.along.0 + self.along.1) / 2
    }
}

/// A row: its booths in order, and the strip of floor that all of them cover.
struct Row {
    core: (Length, Length),
    places: Vec<Place>,
}

/// The aisles of some outlines in the order in which they are counted.
pub(super) fn aisles(outlines: &[Outline], scheme: &Scheme) -> Vec<Aisle> {
    let blocks = blocks(outlines);
    let boxes = blocks.iter().enumerate().filter_map(|(index, block)| {
        let bounds = block.booths.iter().filter_map(|booth| outlines.get(*booth)).map(Outline::bounds).reduce(Bounds::union)?;
        Some(seen_from_corner(index, bounds, scheme))
    });
    let in_order = rows(boxes.collect()).into_iter().flat_map(|row| row.places);
    let in_order: Vec<_> = in_order.filter_map(|place| blocks.get(place.index)).collect();
    in_order.into_iter().flat_map(|block| block_aisles(outlines, block, scheme)).collect()
}

fn block_aisles(outlines: &[Outline], block: &Block, scheme: &Scheme) -> Vec<Aisle> {
    let places = block.booths.iter().filter_map(|index| {
        let bounds = outlines.get(*index)?.turned(Point::ORIGIN, -block.angle).bounds();
        Some(seen_from_corner(*index, bounds, scheme))
    });
    let mut walked = 0_usize;
    let mut back = |row: &Row| {
        let mut booths: Vec<usize> = row.places.iter().map(|place| place.index).collect();
        if scheme.direction == Direction::Serpentine && walked % 2 == 1 {
            booths.reverse();
        }
        // The two sides of an aisle with odd and even numbers are walked along together.
        walked += usize::from(scheme.sides == Sides::Plain);
        booths
    };
    let mut aisles = Vec::new();
    for (first, second) in pairs(rows(places.collect()), scheme.pairs) {
        aisles.push(Aisle { sides: [back(&first), second.as_ref().map(&mut back).unwrap_or_default()] });
    }
    if scheme.sides == Sides::OddEven && scheme.direction == Direction::Serpentine {
        aisles.iter_mut().skip(1).step_by(2).flat_map(|aisle| &mut aisle.sides).for_each(|side| side.reverse());
    }
    aisles
}

/// Booths that are numbered in one frame.
struct Block {
    /// How far the frame is turned: less than an eighth to either side, so that its corners are called as they are seen.
    angle: Angle,
    booths: Vec<usize>,
}

/// How far an outline is turned, between an eighth to the left and an eighth to the right, in thousandths of a degree; none
/// where it has no direction.
fn tilt(outline: &Outline) -> Option<i64> {
    let angle = match outline {
        Outline::Rectangle { angle, .. } => *angle,
        Outline::Polygon(corners) => {
            let sides = corners.iter().zip(corners.iter().cycle().skip(1)).map(|(from, to)| (from.distance(*to), *to - *from));
            let (_, Offset { x, y }) = sides.max_by_key(|(length, _)| *length)?;
            Angle::of_direction(x.metres(), y.metres())
        }
        Outline::Round { .. } => return None,
    };
    let within = i64::from(angle.thousandths()) % 90_000;
    Some(if within > 45_000 { within - 90_000 } else { within })
}

fn blocks(outlines: &[Outline]) -> Vec<Block> {
    let mut alike: Vec<(i64, Vec<usize>)> = Vec::new();
    let mut loose = Vec::new();
    let mut tilted: Vec<(i64, usize)> = Vec::new();
    for (index, outline) in outlines.iter().enumerate() {
        match tilt(outline) {
            Some(tilt) => tilted.push((tilt, index)),
            None => loose.push(index),
        }
    }
    tilted.sort_unstable();
    for (tilt, index) in tilted {
        match alike.last_mut() {
            Some((first, booths)) if tilt - *first <= ALIKE => booths.push(index),
            _ => alike.push((tilt, vec![index])),
        }
    }
    // An eighth to the left and an eighth to the right are the same.
    if alike.len() > 1
        && let (Some((first, _)), Some((last, _))) = (alike.first(), alike.last())
        && first + 90_000 - last <= ALIKE
        && let Some((_, booths)) = alike.pop()
        && let Some((_, first)) = alike.first_mut()
    {
        first.extend(booths);
    }
    // The largest, and of equals the one that is turned least.
    let main = alike.iter().map(|(tilt, booths)| (booths.len(), -tilt.abs(), *tilt)).max().map_or(0, |(_, _, tilt)| tilt);
    let mut blocks = Vec::new();
    for (tilt, booths) in alike {
        if tilt == main || booths.len() < 2 {
            loose.extend(booths);
        } else {
            blocks.push(Block { angle: Angle::from_thousandths(tilt), booths });
        }
    }
    if !loose.is_empty() {
        blocks.push(Block { angle: Angle::from_thousandths(main), booths: loose });
    }
    blocks
}

/// A box as counting sees it: from the corner where it begins, along the rows and across them.
fn seen_from_corner(index: usize, bounds: Bounds, scheme: &Scheme) -> Place {
    let (min, max) = (bounds.min(), bounds.max());
    let way = |(from, to): (Length, Length), from_the_end: bool| if from_the_end { (-to, -from) } else { (from, to) };
    let x = way((min.x, max.x), scheme.corner.is_right());
    let y = way((min.y, max.y), scheme.corner.is_bottom());
    match scheme.along {
        Along::Rows => Place { index, along: x, across: y },
        Along::Columns => Place { index, along: y, across: x },
    }
}

fn rows(mut places: Vec<Place>) -> Vec<Row> {
    // The shallower first: of two that begin at the same line, it says how deep the row is.
    places.sort_by_key(|place| (place.across.0, place.across.1, place.along.0, place.index));
    let mut rows: Vec<Row> = Vec::new();
    // Rows before this one end above all booths that are still to come.
    let mut open = 0;
    for place in places {
        let depth = place.across.1 - place.across.0;
        open += rows.iter().skip(open).take_while(|row| row.core.1 <= place.across.0).count();
        let joins = |row: &&mut Row| {
            let shared = row.core.1.min(place.across.1) - row.core.0.max(place.across.0);
            shared * 2 >= depth.min(row.core.1 - row.core.0)
        };
        match rows.iter_mut().skip(open).find(joins) {
            Some(row) => {
                if depth < row.core.1 - row.core.0 {
                    row.core = place.across;
                }
                row.places.push(place);
            }
            None => rows.push(Row { core: place.across, places: vec![place] }),
        }
    }
    rows.sort_by_key(|row| row.core);
    for row in &mut rows {
        row.places.sort_by_key(|place| (place.middle(), place.across, place.index));
    }
    rows
}

/// Rows in pairs that are counted together, or alone.
fn pairs(rows: Vec<Row>, wanted: Pairs) -> Vec<(Row, Option<Row>)> {
    let is_aisle = |row: &Row, next: &Row| next.core.0 - row.core.1 >= AISLE;
    let has_aisles = rows.windows(2).any(|pair| matches!(pair, [row, next] if is_aisle(row, next)));
    let wanted = if has_aisles { wanted } else { Pairs::BackToBack };
    let mut pairs = Vec::new();
    let mut rest = rows.into_iter().peekable();
    while let Some(row) = rest.next() {
        let next = rest.next_if(|next| is_aisle(&row, next) == (wanted == Pairs::Facing));
        pairs.push((row, next));
    }
    pairs
}
