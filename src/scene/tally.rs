//! How many booths of a hall have each colour, kept up to date from changes.

use std::collections::{BTreeMap, BTreeSet};

use super::{Class, ColourBy, Colouring};
use crate::geometry::Units;
use crate::index::{Index, REACH, structure_bounds};
use crate::plan::{Booth, BoothId, Change, HallId, Plan, StructureShape};

/// The classes of the booths of a plan, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    by: ColourBy,
    units: Units,
    booths: BTreeMap<BoothId, (HallId, Class)>,
    counts: BTreeMap<(HallId, Class), usize>,
}

impl Tally {
    /// All booths of a plan, counted.
    #[must_use]
    pub fn new(plan: &Plan, index: &Index, by: ColourBy, units: Units) -> Self {
        let colouring = Colouring::new(plan, index, by, units);
        let mut counts = BTreeMap::<_, usize>::new();
        let place = |id, booth: &Booth| (booth.hall, colouring.class(id, plan.status_of(id, booth)));
        // Sorted and at once: a tree that grows at its end alone has half empty leaves.
        let booths = plan.booths().iter().map(|(id, booth)| (*id, place(*id, booth)));
        let booths = booths.inspect(|(_, place)| *counts.entry(*place).or_default() += 1).collect();
        Self { by, units, booths, counts }
    }

    /// By what it counts.
    #[must_use]
    pub const fn by(&self) -> ColourBy {
        self.by
    }

    /// The units of the areas by which it counts.
    pub(super) const fn units(&self) -> Units {
        self.units
    }

    /// Follows a change; plan and index are those after it.
    pub fn update(&mut self, plan: &Plan, index: &Index, change: &Change) {
        let structures = || change.structures.iter().flat_map(|delta| delta.before.iter().chain(&delta.after));
        let zones = structures().any(|structure| matches!(structure.shape, StructureShape::Zone { .. }));
        let everywhere = match self.by {
            ColourBy::Status | ColourBy::Area => false,
            ColourBy::Category | ColourBy::Zone => zones,
            ColourBy::OpenSides => !change.halls.is_empty(),
        };
        if everywhere {
            *self = Self::new(plan, index, self.by, self.units);
            return;
        }
        let mut booths: BTreeSet<BoothId> = change.booths.iter().map(|delta| delta.id).collect();
        for delta in &change.bookings {
            booths.extend(delta.before.iter().chain(&delta.after).flat_map(|booking| &booking.booths));
        }
        // What stands beside a booth closes its sides, and a column in it takes off its area.
        if matches!(self.by, ColourBy::OpenSides | ColourBy::Area) {
            let moved = change.booths.iter().flat_map(|delta| delta.before.iter().chain(&delta.after));
            let moved = moved.map(|booth| (booth.hall, booth.outline.bounds()));
            let moved = moved.chain(structures().map(|structure| (structure.hall, structure_bounds(&structure.shape))));
            booths.extend(moved.flat_map(|(hall, bounds)| index.neighbours(hall, bounds, REACH)).map(|(booth, _)| booth));
        }
        let colouring = Colouring::new(plan, index, self.by, self.units);
        for id in booths {
            let now = plan.get(id).map(|booth| (booth.hall, colouring.class(id, plan.status(id))));
            self.count(id, now);
        }
    }

    fn count(&mut self, id: BoothId, now: Option<(HallId, Class)>) {
        let before = match now {
            Some(place) => self.booths.insert(id, place),
            None => self.booths.remove(&id),
        };
        if let Some(before) = before {
            let count = self.counts.entry(before).or_default();
            *count = count.saturating_sub(1);
            if *count == 0 {
                self.counts.remove(&before);
            }
        }
        if let Some(now) = now {
            *self.counts.entry(now).or_default() += 1;
        }
    }

    /// The classes that booths of a hall have, in the order of a legend, and how many have each.
    pub fn of_hall(&self, hall: HallId) -> impl Iterator<Item = (Class, usize)> + '_ {
        let of_hall = |((counted, class), count): (&(HallId, Class), &usize)| (*counted == hall).then_some((*class, *count));
        let (without, with): (Vec<_>, Vec<_>) = self.counts.iter().filter_map(of_hall).partition(|(class, _)| class.is_none());
        with.into_iter().chain(without)
    }
}

impl Class {
    /// Whether it is that of booths of which there is nothing to tell.
    #[must_use]
    pub const fn is_none(self) -> bool {
        matches!(self, Self::Category(None) | Self::Zone(None))
    }
}
