//! Rows that fill a floor. Booths stand on one grid over the whole floor, which begins at the left and the top of the floor as
//! seen along the rows (in the middle of a round one): which booths there are depends on what is free, where they stand does
//! not.

use super::{Block, Exact, Pattern, Spot, exact, rectangle_about, turned};
use crate::geometry::{Angle, Length, Outline};

/// How far beyond the floor's edge a booth may reach: turned corners are rounded, so that the edges of a turned floor are not
/// quite straight along the rows. Half a millimetre.
const SLACK: f64 = 5.0;

/// A floor as seen along the rows: turned about its middle so that they run to the right.
struct Floor {
    middle: Exact,
    ring: Vec<Exact>,
    min: Exact,
    max: Exact,
}

impl Floor {
    fn new(floor: &Outline, angle: Angle) -> Self {
        let (middle, ring) = match floor {
            Outline::Rectangle { origin, size, angle: own } => {
                // From the rectangle before turning: along its own sides it is exact.
                let middle = super::middle_of(*origin, *size);
                let corners = Outline::rectangle(*origin, *size).rectangle_corners();
                (middle, corners.map(|corner| turned(exact(corner), middle, (*own - angle).cos_sin())).to_vec())
            }
            Outline::Polygon(_) | Outline::Round { .. } => {
                let middle = exact(floor.centre());
                let ring = floor.ring().into_iter().map(|corner| turned(exact(corner), middle, (-angle).cos_sin()));
                (middle, ring.collect())
            }
        };
        let (mut min, mut max) = (middle, middle);
        for (x, y) in &ring {
            min = (min.0.min(*x), min.1.min(*y));
            max = (max.0.max(*x), max.1.max(*y));
        }
        Self { middle, ring, min, max }
    }

    /// The parts of a strip across the floor in which the whole strip is floor, from left to right.
    fn parts_of_strip(&self, top: f64, bottom: f64) -> Vec<(f64, f64)> {
        let edges = || self.ring.iter().zip(self.ring.iter().cycle().skip(1));
        // Where an edge of the floor runs through the strip.
        let mut cuts: Vec<(f64, f64)> = edges()
            .filter(|(a, b)| a.1.max(b.1) > top && a.1.min(b.1) < bottom)
            .map(|(a, b)| {
                let at = |y: f64| if a.1 == b.1 { a.0 } else { a.0 + (b.0 - a.0) * (y - a.1) / (b.1 - a.1) };
                let (low, high) = (a.1.min(b.1).max(top), a.1.max(b.1).min(bottom));
                let (from, to) = if a.1 == b.1 { (a.0, b.0) } else { (at(low), at(high)) };
                (from.min(to), from.max(to))
            })
            .collect();
        cuts.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
        let middle = f64::midpoint(top, bottom);
        let is_floor = |x: f64| {
            let crossed =
                edges().filter(|(a, b)| (a.1 > middle) != (b.1 > middle) && x < a.0 + (b.0 - a.0) * (middle - a.1) / (b.1 - a.1));
            crossed.count() % 2 == 1
        };
        let mut parts = Vec::new();
        let mut reached = f64::NEG_INFINITY;
        for (from, to) in cuts {
            if from > reached && is_floor(f64::midpoint(from, reached)) {
                parts.push((reached, from));
            }
            reached = reached.max(to);
        }
        parts
    }
}

impl Block {
    pub(super) fn fill_spots(&self, outline: &Outline, angle: Angle) -> Vec<Spot> {
        let floor = Floor::new(outline, angle);
        let (spacing, booth) = (self.spacing, self.booth);
        let (width, depth) = (booth.width.tenths() as f64, booth.depth.tenths() as f64);
        let room = (floor.max.0 - floor.min.0 + SLACK, floor.max.1 - floor.min.1 + SLACK);
        let begin = if matches!(outline, Outline::Round { .. }) { self.centred(&floor, room) } else { floor.min };
        let mut spots = Vec::new();
        for row in 0..Pattern::MOST_ROWS {
            let top = begin.1 + spacing.row_top(booth, row).tenths() as f64;
            if top + depth > floor.max.1 + SLACK {
                break;
            }
            let parts = floor.parts_of_strip(top + SLACK, top + depth - SLACK);
            for column in 0..Pattern::MOST_ROWS {
                let left = begin.0 + spacing.column_left(booth, column).tenths() as f64;
                if left + width > floor.max.0 + SLACK {
                    break;
                }
                if parts.iter().any(|(from, to)| left + SLACK >= *from && left + width - SLACK <= *to) {
                    if spots.len() == Self::MOST_BOOTHS {
                        return spots;
                    }
                    let centre = turned((left + width / 2.0, top + depth / 2.0), floor.middle, angle.cos_sin());
                    spots.push(Spot { row, column, outline: rectangle_about(centre, booth, angle) });
                }
            }
        }
        spots
    }

    /// Where the grid begins that leaves as much on both sides of the floor, and above as below.
    #[expect(clippy::cast_possible_truncation, reason = "casts saturate")]
    fn centred(&self, floor: &Floor, room: (f64, f64)) -> Exact {
        let whole = |room: f64| Length::from_tenths(room as i64);
        let (rows, columns) = self.spacing.fitting(self.booth, crate::geometry::Size::new(whole(room.0), whole(room.1)));
        let size = self.spacing.size(self.booth, rows, columns);
        let (width, depth) = (size.width.tenths() as f64, size.depth.tenths() as f64);
        (f64::midpoint(floor.min.0, floor.max.0) - width / 2.0, f64::midpoint(floor.min.1, floor.max.1) - depth / 2.0)
    }
}
