//! The straight lines of the maps under a hall, as far as their reader found them: what is drawn snaps to them.

use std::collections::{BTreeMap, BTreeSet};

use crate::geometry::{Bounds, Outline, Point, Segment};
use crate::index::Index;
use crate::plan::{HallId, HallMap, MapId, Plan};

/// From point to point, in halves of the units of a sheet.
type SheetLine = [(u32, u32); 2];

/// Lines of maps, by the maps' files and pages: where they lie in a hall follows from where the map lies at that moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MapLines {
    pages: BTreeMap<(String, u32), Vec<SheetLine>>,
}

impl MapLines {
    /// No lines.
    pub const NONE: &'static Self = &Self { pages: BTreeMap::new() };

    /// Remembers the lines of a page of a file, which is known by its hash: from point to point, in halves of the units of its
    /// sheet.
    pub fn insert(&mut self, hash: String, page: u32, lines: Vec<SheetLine>) {
        self.pages.insert((hash, page), lines);
    }

    /// The lines of a hall's maps that come into an area, but for those of some maps.
    #[must_use]
    pub fn near(&self, plan: &Plan, index: &Index, hall: HallId, area: Bounds, except: &BTreeSet<MapId>) -> Vec<Segment> {
        let mut found = Vec::new();
        for map in index.maps(hall).filter(|id| !except.contains(id)).filter_map(|id| plan.get(id)) {
            if let Some(lines) = self.pages.get(&(map.file.hash(), map.page))
                && map.outline().bounds().touches(area)
            {
                let to_hall = map.sheet_to_hall();
                let lying = lines.iter().filter_map(|ends| shown(*ends, map));
                let lying = lying.map(|[from, to]| Segment::new(to_hall.point(from), to_hall.point(to)));
                found.extend(lying.filter(|line| line.bounds().touches(area)));
            }
        }
        found
    }
}

/// What of a line is on the shown part of a map, in units of its sheet.
fn shown(ends: [(u32, u32); 2], map: &HallMap) -> Option<[[f64; 2]; 2]> {
    let [from, to] = ends.map(|(x, y)| [f64::from(x) / 2.0, f64::from(y) / 2.0]);
    let part = map.part();
    let (mut first, mut last) = (0.0_f64, 1.0_f64);
    for (from, to, least, most) in [(from[0], to[0], part.from.0, part.to.0), (from[1], to[1], part.from.1, part.to.1)] {
        let (least, most) = (f64::from(least), f64::from(most));
        if from == to {
            if from < least || from > most {
                return None;
            }
        } else {
            let (enter, leave) = ((least - from) / (to - from), (most - from) / (to - from));
            first = first.max(enter.min(leave));
            last = last.min(enter.max(leave));
        }
    }
    let at = |place: f64| [from[0] + (to[0] - from[0]) * place, from[1] + (to[1] - from[1]) * place];
    (first < last).then(|| [at(first), at(last)])
}

/// The sides of an outline.
pub(super) fn sides(outline: &Outline) -> Vec<Segment> {
    let corners: Vec<Point> = outline.corners();
    Segment::around(&corners).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{Angle, Length};
    use crate::plan::{EmbeddedFile, IdMint, Placement, SheetPart};

    #[test]
    fn a_line_ends_where_the_shown_part_of_its_map_does() {
        let placement = Placement { origin: Point::ORIGIN, width: Length::from_mm(10_000), angle: Angle::ZERO };
        let file = EmbeddedFile::new(Vec::new());
        let crop = Some(SheetPart { from: (100, 0), to: (200, 50) });
        let map = HallMap { crop, ..HallMap::new(IdMint::new(1, 0).mint(), String::new(), file, (300, 100), placement) };
        assert_eq!(shown([(0, 20), (600, 20)], &map), Some([[100.0, 10.0], [200.0, 10.0]]));
        assert_eq!(shown([(300, 0), (300, 200)], &map), Some([[150.0, 0.0], [150.0, 50.0]]));
        assert_eq!(shown([(0, 120), (600, 120)], &map), None);
        assert_eq!(shown([(0, 20), (120, 20)], &map), None);
    }
}
