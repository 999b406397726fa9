//! The straight lines of the pictures under a hall, as far as their reader found them: what is drawn snaps to them.

use std::collections::BTreeMap;

use crate::geometry::{Bounds, Length, Offset, Outline, Point, Segment};
use crate::index::Index;
use crate::plan::{HallId, HallMap, Plan};

/// Lines of pictures, by the pictures' hashes: where they lie in a hall follows from where the picture lies at that moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MapLines {
    pictures: BTreeMap<String, Lines>,
}

/// The lines of one picture, on a sheet of so many units across and down.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Lines {
    sheet: (u32, u32),
    lines: Vec<[(u32, u32); 2]>,
}

impl MapLines {
    /// No lines.
    pub const NONE: &'static Self = &Self { pictures: BTreeMap::new() };

    /// Remembers the lines of a picture: from point to point on a sheet of so many units across and down.
    pub fn insert(&mut self, hash: String, sheet: (u32, u32), lines: Vec<[(u32, u32); 2]>) {
        self.pictures.insert(hash, Lines { sheet, lines });
    }

    /// Forgets all lines.
    pub fn clear(&mut self) {
        self.pictures.clear();
    }

    /// The lines of a hall's pictures that come into an area.
    #[must_use]
    pub fn near(&self, plan: &Plan, index: &Index, hall: HallId, area: Bounds) -> Vec<Segment> {
        let mut found = Vec::new();
        for map in index.maps(hall).filter_map(|id| plan.get(id)) {
            if let Some(lines) = self.pictures.get(&map.file.hash())
                && map.outline().bounds().touches(area)
            {
                let lying = lines.lines.iter().map(|ends| lines.on_floor(*ends, map));
                found.extend(lying.filter(|line| line.bounds().touches(area)));
            }
        }
        found
    }
}

impl Lines {
    fn on_floor(&self, ends: [(u32, u32); 2], map: &HallMap) -> Segment {
        let outline = map.outline();
        let (size, centre) = (outline.size(), outline.centre());
        let part = |at: u32, of: u32, length: Length| {
            let (at, of) = (i128::from(at), i128::from(of.max(1)));
            let tenths = (i128::from(length.tenths()) * at * 2 + of).div_euclid(of * 2);
            Length::from_tenths(i64::try_from(tenths).unwrap_or_default())
        };
        let place = |(x, y): (u32, u32)| {
            let by = Offset::new(part(x, self.sheet.0, size.width), part(y, self.sheet.1, size.depth));
            (map.placement.origin + by).turned(centre, outline.angle())
        };
        let [from, to] = ends.map(place);
        Segment::new(from, to)
    }
}

/// The sides of an outline.
pub(super) fn sides(outline: &Outline) -> Vec<Segment> {
    let corners: Vec<Point> = outline.corners();
    Segment::around(&corners).collect()
}
