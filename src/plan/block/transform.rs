//! Blocks moved, turned and mirrored as a whole.

use super::{Block, Exact, Pattern, middle_of, rounded, turned};
use crate::geometry::{Angle, Mirror, Offset, Outline, Point};

impl Block {
    /// The block moved.
    #[must_use]
    pub fn moved(&self, by: Offset) -> Self {
        let mut moved = self.clone();
        match &mut moved.pattern {
            Pattern::Grid { origin, .. } => *origin = *origin + by,
            Pattern::Line { path, .. } => path.iter_mut().for_each(|corner| *corner = *corner + by),
            Pattern::Arc { centre, .. } => *centre = *centre + by,
            Pattern::Fill { floor, .. } => *floor = floor.moved(by),
        }
        moved
    }

    /// The block turned about a point.
    #[must_use]
    pub fn turned(&self, about: Point, by: Angle) -> Self {
        let mut whole = self.clone();
        match &mut whole.pattern {
            Pattern::Grid { origin, angle, rows, columns } => {
                let size = self.spacing.size(self.booth, *rows, *columns);
                let middle = turned(middle_of(*origin, size), super::exact(about), by.cos_sin());
                *origin = corner_of(middle, size);
                *angle = *angle + by;
            }
            Pattern::Line { path, .. } => path.iter_mut().for_each(|corner| *corner = corner.turned(about, by)),
            Pattern::Arc { centre, start, .. } => {
                *centre = centre.turned(about, by);
                *start = *start + by;
            }
            Pattern::Fill { floor, angle } => {
                *floor = floor.turned(about, by);
                *angle = *angle + by;
            }
        }
        whole
    }

    /// The block mirrored, and which booth stands where each was; `None` where the mirrored booths make no such pattern: those
    /// along a line begin at its beginning, and those of a filled floor at its left and its top.
    #[must_use]
    pub fn mirrored(&self, mirror: Mirror) -> Option<(Self, MirroredPlaces)> {
        let mut whole = self.clone();
        let places = match &mut whole.pattern {
            Pattern::Grid { origin, angle, rows, columns } => {
                let size = self.spacing.size(self.booth, *rows, *columns);
                *origin = mirror.corner(*origin, size);
                *angle = -*angle;
                match mirror {
                    Mirror::LeftRight(_) => MirroredPlaces::Columns(vec![*columns; usize::try_from(*rows).ok()?]),
                    Mirror::TopBottom(_) => MirroredPlaces::Rows(*rows),
                }
            }
            Pattern::Arc { centre, start, sweep, rows, .. } => {
                *centre = mirror.point(*centre);
                match mirror {
                    Mirror::LeftRight(_) => *start = Angle::from_thousandths(180_000) - *start - *sweep,
                    Mirror::TopBottom(_) => *start = -*start - *sweep,
                }
                let mut counts = vec![0; usize::try_from(*rows).ok()?];
                for spot in self.spots() {
                    if let Some(count) = usize::try_from(spot.row).ok().and_then(|row| counts.get_mut(row)) {
                        *count = (spot.column + 1).max(*count);
                    }
                }
                MirroredPlaces::Columns(counts)
            }
            Pattern::Line { .. } | Pattern::Fill { .. } => return None,
        };
        Some((whole, places))
    }

    /// The box of a grid before turning, with its angle.
    #[must_use]
    pub fn grid_box(&self) -> Option<(crate::geometry::Bounds, Angle)> {
        let Pattern::Grid { origin, angle, rows, columns } = &self.pattern else { return None };
        let size = self.spacing.size(self.booth, *rows, *columns);
        let bounds = Outline::rectangle(*origin, size).bounds();
        Some((bounds, *angle))
    }
}

/// Where the booths of a mirrored block stand in its rows and columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MirroredPlaces {
    /// Each row from its other end: so many booths has each.
    Columns(Vec<u32>),
    /// The last row first: so many there are.
    Rows(u32),
}

impl MirroredPlaces {
    /// Row and column after mirroring.
    #[must_use]
    pub fn of(&self, (row, column): (u32, u32)) -> Option<(u32, u32)> {
        match self {
            Self::Columns(counts) => {
                let count = usize::try_from(row).ok().and_then(|row| counts.get(row))?;
                Some((row, count.checked_sub(column + 1)?))
            }
            Self::Rows(rows) => Some((rows.checked_sub(row + 1)?, column)),
        }
    }
}

fn corner_of((x, y): Exact, size: crate::geometry::Size) -> Point {
    rounded((x - size.width.tenths() as f64 / 2.0, y - size.depth.tenths() as f64 / 2.0))
}
