//! To which zone each booth belongs.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::places::Places;
use crate::geometry::{Area, Bounds, Outline, Point};
use crate::plan::{Booth, BoothId, CategoryId, Change, HallId, Plan, Structure, StructureId, StructureShape};

/// One zone of a hall, as far as its booths are concerned.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Zone {
    outline: Outline,
    bounds: Bounds,
    area: Area,
    category: Option<CategoryId>,
}

impl Zone {
    fn of(structure: &Structure) -> Option<Self> {
        match &structure.shape {
            StructureShape::Zone { outline, category, .. } => {
                Some(Self { bounds: outline.bounds(), area: outline.area(), outline: outline.clone(), category: *category })
            }
            _ => None,
        }
    }

    fn holds(&self, point: Point) -> bool {
        self.bounds.contains(point) && self.outline.contains(point)
    }
}

/// The zones of each hall, and the booths that belong to one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Zones {
    halls: BTreeMap<HallId, BTreeMap<StructureId, Zone>>,
    of_booths: BTreeMap<BoothId, StructureId>,
}

impl Zones {
    pub(super) fn new(plan: &Plan) -> Self {
        let mut zones = Self::default();
        for (id, structure) in plan.structures() {
            zones.put(*id, structure);
        }
        if !zones.halls.is_empty() {
            for (id, booth) in plan.booths() {
                zones.assign(*id, Some(booth));
            }
        }
        zones
    }

    /// Follows a change, after the places did; the booths that may be counted otherwise now.
    pub(super) fn update(&mut self, plan: &Plan, places: &Places, change: &Change) -> BTreeSet<BoothId> {
        let mut booths: BTreeSet<BoothId> = change.booths.iter().map(|delta| delta.id).collect();
        for delta in &change.structures {
            let sides = [delta.before.as_ref(), delta.after.as_ref()];
            let zones = sides.map(|side| side.and_then(|structure| Some((structure.hall, Zone::of(structure)?))));
            if zones[0] == zones[1] {
                continue;
            }
            for (hall, zone) in zones.iter().flatten() {
                booths.extend(places.booths_touching(*hall, zone.bounds).map(|(booth, _)| booth));
            }
            self.remove(delta.id, delta.before.as_ref());
            if let Some(after) = &delta.after {
                self.put(delta.id, after);
            }
        }
        for booth in &booths {
            self.assign(*booth, plan.get(*booth));
        }
        booths
    }

    fn put(&mut self, id: StructureId, structure: &Structure) {
        if let Some(zone) = Zone::of(structure) {
            self.halls.entry(structure.hall).or_default().insert(id, zone);
        }
    }

    fn remove(&mut self, id: StructureId, before: Option<&Arc<Structure>>) {
        if let Some(hall) = before.map(|structure| structure.hall)
            && let Some(zones) = self.halls.get_mut(&hall)
        {
            zones.remove(&id);
            if zones.is_empty() {
                self.halls.remove(&hall);
            }
        }
    }

    fn assign(&mut self, id: BoothId, booth: Option<&Arc<Booth>>) {
        match booth.and_then(|booth| self.at(booth.hall, booth.outline.centre())) {
            Some(zone) => self.of_booths.insert(id, zone),
            None => self.of_booths.remove(&id),
        };
    }

    /// The zone at a point: where zones lie in each other, the smallest; of those that are as large, the one drawn last.
    fn at(&self, hall: HallId, point: Point) -> Option<StructureId> {
        let zones = self.halls.get(&hall)?.iter().filter(|(_, zone)| zone.holds(point));
        zones.min_by_key(|(id, zone)| (zone.area, Reverse(**id))).map(|(id, _)| *id)
    }

    /// The zone that a booth belongs to.
    pub(super) fn of_booth(&self, booth: BoothId) -> Option<StructureId> {
        self.of_booths.get(&booth).copied()
    }

    /// What a booth counts as: its own category, else its zone's.
    pub(super) fn category(&self, id: BoothId, booth: &Booth) -> Option<CategoryId> {
        booth.category.or_else(|| self.halls.get(&booth.hall)?.get(&self.of_booth(id)?)?.category)
    }

    /// The zones of a hall, in the order in which they were drawn.
    pub(super) fn in_hall(&self, hall: HallId) -> impl DoubleEndedIterator<Item = StructureId> + '_ {
        self.halls.get(&hall).into_iter().flat_map(BTreeMap::keys).copied()
    }
}
