//! Rows along a line with bends. Booths stand to the right of the way along the line, with their fronts on it. Each straight
//! part holds whole booths, from its beginning on; where the line bends towards the booths, those of one part keep to their
//! side of the line that halves the bend.
//!
//! ```text
//!   ──────────────────┐ front
//!   │ 1 │ 2 │ 3 │    ╱│
//!   └───┴───┴───┘  ╱ ┌┤
//!                ╱   │4
//! ```

use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

use super::{Block, Exact, Pattern, SLACK, Spot, exact, rectangle_about};
use crate::geometry::{Angle, Outline, Point};

/// A straight part of a line.
struct Part {
    from: Exact,
    /// Of length one.
    along: Exact,
    length: f64,
    /// How much of a row at a depth of one is lost at its beginning and its end.
    lost: (f64, f64),
}

fn parts(path: &[Point]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for ends in path.windows(2) {
        let [from, to] = ends else { continue };
        let (from, to) = (exact(*from), exact(*to));
        let (right, down) = (to.0 - from.0, to.1 - from.1);
        let length = right.hypot(down);
        if length > 0.0 {
            parts.push(Part { from, along: (right / length, down / length), length, lost: (0.0, 0.0) });
        }
    }
    let closed = path.first() == path.last() && parts.len() > 2;
    for place in 0..parts.len() {
        let next = if place + 1 < parts.len() {
            place + 1
        } else if closed {
            0
        } else {
            break;
        };
        let (Some(before), Some(after)) = (parts.get(place), parts.get(next)) else { break };
        let lost = lost_at_bend(before.along, after.along);
        if let Some(before) = parts.get_mut(place) {
            before.lost.1 = lost;
        }
        if let Some(after) = parts.get_mut(next) {
            after.lost.0 = lost;
        }
    }
    parts
}

/// The tangent of half the bend where the line bends to the right, towards the booths; else nothing is lost.
fn lost_at_bend(before: Exact, after: Exact) -> f64 {
    let cross = before.0 * after.1 - before.1 * after.0;
    let dot = before.0 * after.0 + before.1 * after.1;
    let bend = cross.atan2(dot);
    // A line that runs back over itself bends to both sides.
    if dot < 0.0 && cross.abs() < 1e-9 {
        f64::INFINITY
    } else if bend > 0.0 {
        (bend / 2.0).tan()
    } else {
        0.0
    }
}

impl Block {
    pub(super) fn line_spots(&self, path: &[Point], rows: u32) -> Vec<Spot> {
        let parts = parts(path);
        let mut spots: Vec<(usize, Spot)> = Vec::new();
        let mut columns_before = 0;
        for (place, part) in parts.iter().enumerate() {
            columns_before += self.part_spots(part, rows, columns_before, &mut |spot| spots.push((place, spot)));
            if spots.len() > Self::MOST_BOOTHS {
                break;
            }
        }
        spots.truncate(Self::MOST_BOOTHS);
        if parts.len() == 1 { spots.into_iter().map(|(_, spot)| spot).collect() } else { without_overlaps(spots) }
    }

    /// Makes the booths of one part; answers how many columns it has.
    fn part_spots(&self, part: &Part, rows: u32, columns_before: u32, make: &mut impl FnMut(Spot)) -> u32 {
        let (width, depth) = (self.booth.width.tenths() as f64, self.booth.depth.tenths() as f64);
        let top = |row: u32| self.spacing.row_top(self.booth, row).tenths() as f64;
        // What a row has of the part, from and to; of a bend without end nothing.
        let room = |row: u32| {
            let bottom = top(row) + depth;
            (bottom * part.lost.0, part.length - bottom * part.lost.1)
        };
        let first = room(0);
        let angle = Angle::of_direction(part.along.0, part.along.1);
        for column in 0..Pattern::MOST_ROWS {
            let from = first.0 + self.spacing.column_left(self.booth, column).tenths() as f64;
            if from.is_nan() || from + width > first.1 + SLACK {
                return column;
            }
            for row in 0..rows {
                let (begins, ends) = room(row);
                if from >= begins - SLACK && from + width <= ends + SLACK {
                    let (along, across) = (from + width / 2.0, top(row) + depth / 2.0);
                    let x = part.from.0 + part.along.0 * along - part.along.1 * across;
                    let y = part.from.1 + part.along.1 * along + part.along.0 * across;
                    let outline = rectangle_about((x, y), self.booth, angle);
                    make(Spot { row, column: columns_before + column, outline });
                }
            }
        }
        Pattern::MOST_ROWS
    }
}

/// Leaves out what stands on a booth of an earlier part: a line may come near itself again.
fn without_overlaps(spots: Vec<(usize, Spot)>) -> Vec<Spot> {
    let entry = |place: usize, outline: &Outline| {
        let (min, max) = (outline.bounds().min(), outline.bounds().max());
        let corners = [[min.x.tenths(), min.y.tenths()], [max.x.tenths(), max.y.tenths()]];
        GeomWithData::new(Rectangle::from_corners(corners[0], corners[1]), place)
    };
    let mut tree = RTree::new();
    let mut kept: Vec<(usize, Spot)> = Vec::new();
    for (part, spot) in spots {
        let own = entry(kept.len(), &spot.outline);
        let area = AABB::from_corners(own.geom().lower(), own.geom().upper());
        let is_free = tree.locate_in_envelope_intersecting(area).all(|near: &GeomWithData<_, usize>| {
            kept.get(near.data).is_none_or(|(other, before)| *other == part || !before.outline.overlaps(&spot.outline))
        });
        if is_free {
            tree.insert(own);
            kept.push((part, spot));
        }
    }
    kept.into_iter().map(|(_, spot)| spot).collect()
}
