//! Rows on an arc. Each row holds as many booths as its own arc has room for; the inner corners of its booths stand on that
//! arc, where neighbours touch. What is left over of the sweep is halved between both ends.

use super::{Block, Pattern, SLACK, Spot, exact, rectangle_about};
use crate::geometry::{Angle, Length, Point};

/// A whole turn, in degrees.
const FULL: f64 = 360.0;

impl Block {
    pub(super) fn arc_spots(&self, centre: Point, radius: Length, (start, sweep): (Angle, Angle), rows: u32) -> Vec<Spot> {
        let (width, depth) = (self.booth.width.tenths() as f64, self.booth.depth.tenths() as f64);
        let middle = exact(centre);
        let sweep = if sweep == Angle::ZERO { FULL } else { sweep.degrees() };
        let mut spots = Vec::new();
        let mut radius = radius.tenths() as f64;
        for row in 0..rows {
            // From the middle to the front of a booth, which is a chord of the arc.
            let front = (radius * radius - width * width / 4.0).max(0.0).sqrt();
            let starts = self.columns_on(radius, sweep);
            let used = starts.last().map_or(0.0, |last| last + angle_over(self.booth.width, radius).unwrap_or(FULL));
            for (column, from) in (0..).zip(&starts) {
                if spots.len() == Self::MOST_BOOTHS {
                    return spots;
                }
                let half = angle_over(self.booth.width, radius).unwrap_or(0.0) / 2.0;
                let direction = start.degrees() + (sweep - used) / 2.0 + from + half;
                let (sin, cos) = direction.to_radians().sin_cos();
                let reach = front + depth / 2.0;
                let place = (middle.0 + reach * cos, middle.1 + reach * sin);
                let turned = Angle::from_degrees(direction - 90.0).unwrap_or_default();
                spots.push(Spot { row, column, outline: rectangle_about(place, self.booth, turned) });
            }
            // The next row begins beyond the outer corners of this one.
            let back_to_back = self.spacing.back_to_back && row % 2 == 0;
            let aisle = if back_to_back { 0.0 } else { self.spacing.aisle.tenths() as f64 };
            let next_front = (front + depth).hypot(width / 2.0) + aisle;
            radius = next_front.hypot(width / 2.0);
        }
        spots
    }

    /// Where the booths of a row begin, in degrees from the first.
    fn columns_on(&self, radius: f64, sweep: f64) -> Vec<f64> {
        let Some(booth) = angle_over(self.booth.width, radius) else { return Vec::new() };
        let (Some(gap), aisle) = (angle_over(self.spacing.gap, radius), angle_over(self.spacing.aisle, radius)) else {
            return Vec::new();
        };
        let room = sweep + (SLACK / radius).to_degrees();
        let (mut starts, mut from) = (Vec::new(), 0.0);
        for column in 0..Pattern::MOST_ROWS {
            if column > 0 {
                let crosses = column.checked_rem(self.spacing.columns_between_aisles) == Some(0);
                from += booth + if crosses { aisle.unwrap_or(FULL) } else { gap };
            }
            // All around, the last one keeps its distance from the first.
            let after = if sweep < FULL { 0.0 } else { gap };
            if from + booth + after > room {
                break;
            }
            starts.push(from);
        }
        starts
    }
}

/// The angle in degrees over a chord of this length; none where the circle is smaller.
fn angle_over(chord: Length, radius: f64) -> Option<f64> {
    let half = chord.tenths() as f64 / 2.0 / radius;
    (half <= 1.0).then(|| 2.0 * half.asin().to_degrees())
}
