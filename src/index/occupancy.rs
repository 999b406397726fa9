//! How full the show is.

use std::collections::BTreeMap;

use super::areas::Areas;
use super::zones::Zones;
use crate::geometry::Area;
use crate::plan::{BoothId, CategoryId, HallId, Plan, StructureId};

/// How full a show, a hall or a category is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Occupancy {
    /// Booths that are filled.
    pub filled: usize,
    /// Booths that are for sale or sold: all but the blocked ones.
    pub sellable: usize,
    /// The area of the filled booths.
    pub filled_area: Area,
    /// The area of the sellable booths.
    pub sellable_area: Area,
}

impl Occupancy {
    fn add(&mut self, booth: &Counted) {
        self.sellable += 1;
        self.sellable_area += booth.area;
        if booth.filled {
            self.filled += 1;
            self.filled_area += booth.area;
        }
    }

    fn subtract(&mut self, booth: &Counted) {
        self.sellable -= 1;
        self.sellable_area = self.sellable_area - booth.area;
        if booth.filled {
            self.filled -= 1;
            self.filled_area = self.filled_area - booth.area;
        }
    }
}

/// What one sellable booth was counted as.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Counted {
    hall: HallId,
    zone: Option<StructureId>,
    category: Option<CategoryId>,
    area: Area,
    filled: bool,
}

impl Counted {
    fn of(plan: &Plan, areas: &Areas, zones: &Zones, id: BoothId) -> Option<Self> {
        let booth = plan.get(id).filter(|booth| !booth.blocked)?;
        let (zone, category) = (zones.of_booth(id), zones.category(id, booth));
        Some(Self { hall: booth.hall, zone, category, area: areas.net(id, booth), filled: plan.is_filled(id) })
    }
}

/// How full the show, each hall, each zone and each category is, and what each booth adds to it. Halls, zones
/// and categories without a sellable booth are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Occupancies {
    counted: BTreeMap<BoothId, Counted>,
    show: Occupancy,
    halls: BTreeMap<HallId, Occupancy>,
    zones: BTreeMap<StructureId, Occupancy>,
    categories: BTreeMap<Option<CategoryId>, Occupancy>,
}

impl Occupancies {
    pub(super) fn new(plan: &Plan, areas: &Areas, zones: &Zones) -> Self {
        let mut occupancies = Self::default();
        // Sorted and at once: a tree that grows at its end alone has half empty leaves.
        let counted = plan.booths().keys().filter_map(|id| Some((*id, Counted::of(plan, areas, zones, *id)?)));
        let counted: BTreeMap<_, _> = counted.inspect(|(_, now)| occupancies.add(now)).collect();
        occupancies.counted = counted;
        occupancies
    }

    /// Counts a booth as the plan has it now, instead of what it was counted as before.
    pub(super) fn count(&mut self, plan: &Plan, areas: &Areas, zones: &Zones, id: BoothId) {
        let now = Counted::of(plan, areas, zones, id);
        if self.counted.get(&id) == now.as_ref() {
            return;
        }
        if let Some(before) = self.counted.remove(&id) {
            self.show.subtract(&before);
            take_from(&mut self.halls, before.hall, &before);
            take_from(&mut self.categories, before.category, &before);
            if let Some(zone) = before.zone {
                take_from(&mut self.zones, zone, &before);
            }
        }
        if let Some(now) = now {
            self.add(&now);
            self.counted.insert(id, now);
        }
    }

    fn add(&mut self, now: &Counted) {
        self.show.add(now);
        self.halls.entry(now.hall).or_default().add(now);
        self.categories.entry(now.category).or_default().add(now);
        if let Some(zone) = now.zone {
            self.zones.entry(zone).or_default().add(now);
        }
    }

    pub(super) const fn show(&self) -> Occupancy {
        self.show
    }

    pub(super) fn hall(&self, hall: HallId) -> Occupancy {
        self.halls.get(&hall).copied().unwrap_or_default()
    }

    pub(super) fn zone(&self, zone: StructureId) -> Occupancy {
        self.zones.get(&zone).copied().unwrap_or_default()
    }

    pub(super) fn by_category(&self) -> Vec<(Option<CategoryId>, Occupancy)> {
        self.categories.iter().map(|(category, occupancy)| (*category, *occupancy)).collect()
    }
}

fn take_from<K: Ord>(of: &mut BTreeMap<K, Occupancy>, key: K, booth: &Counted) {
    if let Some(occupancy) = of.get_mut(&key) {
        occupancy.subtract(booth);
        if occupancy.sellable == 0 {
            of.remove(&key);
        }
    }
}
