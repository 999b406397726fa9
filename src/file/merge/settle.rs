//! What both sides together broke, mended: things that are gone but needed come back, names and numbers are one record's each,
//! a booth has one booking. Always in the order of ids, so that both colleagues get the same plan.

use std::collections::{BTreeMap, BTreeSet};

use super::fields::ByField;
use super::{ClashKind, Field, Merging, RecordId, Side};
use crate::plan::{
    Binding, BookingId, BoothId, CategoryId, Exhibitor, ExhibitorId, HallId, LayerId, MapId, NumberKey, Plan, Record, Role,
    Stage, StructureId, StructureShape, same_name,
};

impl Merging<'_> {
    pub(super) fn settle(&mut self) {
        self.bring_back_booked();
        self.bring_back_needed();
        self.one_name_each();
        self.one_number_each();
        self.one_booking_each();
        self.whole_bookings();
    }

    /// Has a record back that one side removed, because something that is there needs it.
    fn bring_back<I: Record + Into<RecordId>>(&mut self, id: I) {
        if self.draft.plan().get(id).is_some() {
            return;
        }
        let by = if self.ours.get(id).is_none() { Side::Ours } else { Side::Theirs };
        let record = self.side(by.other()).get(id).or_else(|| self.base.get(id)).cloned();
        if let Some(record) = record {
            self.draft.put(id, record.as_ref().clone());
            self.clashes.retain(|clash| clash.record != id.into() || !matches!(clash.kind, ClashKind::Removed { .. }));
            self.clash(id.into(), ClashKind::Removed { by, is_gone: false });
        }
    }

    fn bring_back_booked(&mut self) {
        let plan = self.draft.plan().clone();
        for booking in plan.bookings().values() {
            booking.booths.iter().for_each(|booth| self.bring_back(*booth));
            booking.participants.iter().for_each(|participant| self.bring_back(participant.exhibitor));
        }
    }

    fn bring_back_needed(&mut self) {
        let plan = self.draft.plan().clone();
        for (id, booth) in plan.booths() {
            self.bring_back(booth.hall);
            self.bring_back_layer(booth.binding);
            booth.category.into_iter().for_each(|category| self.bring_back(category));
            if let Some(cell) = booth.cell {
                self.bring_back(cell.block);
                // A booth and its block may have gone to two halls.
                if self.draft.plan().get(cell.block).is_none_or(|block| block.hall != booth.hall) {
                    self.draft.change(*id, |booth| booth.cell = None);
                }
            }
        }
        for structure in plan.structures().values() {
            self.bring_back(structure.hall);
            self.bring_back_layer(structure.binding);
            if let StructureShape::Zone { category: Some(category), .. } = &structure.shape {
                self.bring_back(*category);
            }
        }
        for map in plan.maps().values() {
            self.bring_back(map.hall);
            self.bring_back_layer(map.binding);
        }
        plan.exhibitors().values().flat_map(|exhibitor| &exhibitor.categories).for_each(|category| self.bring_back(*category));
        let halls: BTreeSet<HallId> = self.draft.plan().blocks().values().map(|block| block.hall).collect();
        halls.into_iter().for_each(|hall| self.bring_back(hall));
    }

    fn bring_back_layer(&mut self, binding: Binding) {
        binding.layer.into_iter().for_each(|layer| self.bring_back(layer));
    }

    fn one_name_each(&mut self) {
        for (_, loses) in self.sharing::<HallId, _>(|hall| same_name(&hall.name)) {
            self.rename(
                loses,
                |hall| &mut hall.name,
                |plan, name| plan.halls().values().any(|hall| same_name(&hall.name) == name),
            );
        }
        for (keeps, loses) in self.sharing::<LayerId, _>(|layer| same_name(&layer.name)) {
            if self.unite(keeps, loses) {
                self.put_on_layer(loses, keeps);
            } else {
                let is_taken = |plan: &Plan, name: &str| plan.layers().values().any(|layer| same_name(&layer.name) == name);
                self.rename(loses, |layer| &mut layer.name, is_taken);
            }
        }
        for (keeps, loses) in self.sharing::<CategoryId, _>(|category| same_name(&category.name)) {
            if self.unite(keeps, loses) {
                self.put_in_category(loses, keeps);
            } else {
                let is_taken =
                    |plan: &Plan, name: &str| plan.categories().values().any(|category| same_name(&category.name) == name);
                self.rename(loses, |category| &mut category.name, is_taken);
            }
        }
        let key = |exhibitor: &Exhibitor| (same_name(&exhibitor.name), same_name(&exhibitor.country));
        for (keeps, loses) in self.sharing::<ExhibitorId, _>(key) {
            if self.unite(keeps, loses) {
                self.put_in_bookings(loses, keeps);
            } else {
                let is_taken =
                    |plan: &Plan, name: &str| plan.exhibitors().values().any(|exhibitor| same_name(&exhibitor.name) == name);
                self.rename(loses, |exhibitor| &mut exhibitor.name, is_taken);
            }
        }
    }

    /// Records that would share what only one may have, each after the one that keeps it: who had it before, else the oldest.
    fn sharing<I: Record, K: Ord>(&self, key: impl Fn(&I::Data) -> K) -> Vec<(I, I)> {
        let mut by_key = BTreeMap::<K, Vec<I>>::new();
        for (id, record) in I::all(self.draft.plan()) {
            by_key.entry(key(record)).or_default().push(*id);
        }
        let mut pairs = Vec::new();
        for (shared, ids) in by_key.into_iter().filter(|(_, ids)| ids.len() > 1) {
            let had_it = |id: &&I| self.base.get(**id).is_some_and(|record| key(record) == shared);
            if let Some(keeps) = ids.iter().find(had_it).or(ids.first()) {
                pairs.extend(ids.iter().filter(|id| *id != keeps).map(|id| (*keeps, *id)));
            }
        }
        pairs
    }

    /// Makes one record of two of one name that both sides made for themselves. Not so where the second was there before.
    fn unite<I: Record + Into<RecordId>>(&mut self, keeps: I, loses: I) -> bool
    where
        I::Data: ByField,
    {
        if self.base.get(loses).is_some() {
            return false;
        }
        let plan = self.draft.plan();
        let (Some(kept), Some(lost)) = (plan.get(keeps).cloned(), plan.get(loses).cloned()) else { return false };
        let (ours, theirs) = if self.ours.get(loses).is_some() { (lost, kept) } else { (kept, lost) };
        let united = self.merged(keeps.into(), None, ours.as_ref(), theirs.as_ref());
        self.draft.put(keeps, united);
        self.draft.remove(loses);
        true
    }

    /// Gives a record the name that it had before, or a new one.
    fn rename<I: Record + Into<RecordId>>(
        &mut self,
        id: I,
        name: impl Fn(&mut I::Data) -> &mut String,
        is_taken: impl Fn(&Plan, &str) -> bool,
    ) {
        let Some(record) = self.draft.plan().get(id).cloned() else { return };
        let mut record = record.as_ref().clone();
        let wanted = name(&mut record).clone();
        let before = self.base.get(id).map(|before| name(&mut before.as_ref().clone()).clone());
        let others = (2_u32..).map(|count| format!("{wanted} ({count})"));
        let is_free = |name: &String| !is_taken(self.draft.plan(), &same_name(name));
        if let Some(got) = before.into_iter().chain(others).find(is_free) {
            name(&mut record).clone_from(&got);
            self.draft.put(id, record);
            self.clash(id.into(), ClashKind::Name { wanted, got });
        }
    }

    fn put_on_layer(&mut self, from: LayerId, to: LayerId) {
        let plan = self.draft.plan().clone();
        let is_on = |binding: Binding| binding.layer == Some(from);
        let booths = plan.booths().iter().filter(|(_, booth)| is_on(booth.binding)).map(|(id, _)| *id);
        booths.for_each(|id: BoothId| self.draft.change(id, |booth| booth.binding.layer = Some(to)));
        let structures = plan.structures().iter().filter(|(_, structure)| is_on(structure.binding)).map(|(id, _)| *id);
        structures.for_each(|id: StructureId| self.draft.change(id, |structure| structure.binding.layer = Some(to)));
        let maps = plan.maps().iter().filter(|(_, map)| is_on(map.binding)).map(|(id, _)| *id);
        maps.for_each(|id: MapId| self.draft.change(id, |map| map.binding.layer = Some(to)));
    }

    fn put_in_category(&mut self, from: CategoryId, to: CategoryId) {
        let plan = self.draft.plan().clone();
        let booths = plan.booths().iter().filter(|(_, booth)| booth.category == Some(from)).map(|(id, _)| *id);
        booths.for_each(|id: BoothId| self.draft.change(id, |booth| booth.category = Some(to)));
        for id in plan.structures().keys() {
            self.draft.change(*id, |structure| {
                if let StructureShape::Zone { category, .. } = &mut structure.shape
                    && *category == Some(from)
                {
                    *category = Some(to);
                }
            });
        }
        let exhibitors = plan.exhibitors().iter().filter(|(_, exhibitor)| exhibitor.categories.contains(&from));
        for (id, _) in exhibitors {
            self.draft.change(*id, |exhibitor| {
                exhibitor.categories.iter_mut().filter(|category| **category == from).for_each(|category| *category = to);
                let mut seen = BTreeSet::new();
                exhibitor.categories.retain(|category| seen.insert(*category));
            });
        }
    }

    fn put_in_bookings(&mut self, from: ExhibitorId, to: ExhibitorId) {
        let plan = self.draft.plan().clone();
        for (id, booking) in plan.bookings() {
            if booking.participants.iter().any(|participant| participant.exhibitor == from) {
                self.draft.change(*id, |booking| {
                    let of_from = booking.participants.iter_mut().filter(|participant| participant.exhibitor == from);
                    of_from.for_each(|participant| participant.exhibitor = to);
                });
            }
        }
    }

    fn one_number_each(&mut self) {
        let mut taken: BTreeSet<NumberKey> = self.draft.plan().booths().values().map(|booth| booth.number.key()).collect();
        let mut losers: Vec<BoothId> =
            self.sharing::<BoothId, _>(|booth| booth.number.key()).into_iter().map(|(_, loses)| loses).collect();
        losers.sort_unstable();
        for id in losers {
            let Some(wanted) = self.draft.plan().get(id).map(|booth| booth.number.clone()) else { continue };
            let got = wanted.next_free(|key| taken.contains(key));
            taken.insert(got.key());
            self.draft.change(id, |booth| booth.number = got.clone());
            self.clash(id.into(), ClashKind::Number { wanted, got });
        }
    }

    fn one_booking_each(&mut self) {
        let plan = self.draft.plan().clone();
        let mut bookings_of = BTreeMap::<BoothId, Vec<BookingId>>::new();
        for (id, booking) in plan.bookings() {
            booking.booths.iter().for_each(|booth| bookings_of.entry(*booth).or_default().push(*id));
        }
        for (booth, bookings) in bookings_of {
            let chosen = self.chosen(booth.into(), Some(Field::Booths)).and_then(|side| self.side(side).booking_of(booth));
            let chosen = chosen.filter(|booking| bookings.contains(booking));
            let stage = |booking: &&BookingId| plan.get(**booking).map(|booking| booking.stage.status());
            // Of several that have come as far, the first.
            let furthest = bookings.iter().rev().max_by_key(stage).copied();
            let Some(keeps) = chosen.or(furthest) else { continue };
            let kept = if self.ours.booking_of(booth) == Some(keeps) { Side::Ours } else { Side::Theirs };
            for loses in bookings.into_iter().filter(|booking| *booking != keeps) {
                self.leave_booth(loses, booth);
                self.clash(booth.into(), ClashKind::BookedTwice { kept, keeps, loses });
            }
            if plan.get(booth).is_some_and(|booth| booth.blocked) {
                let blocked_by = if self.ours.get(booth).is_some_and(|booth| booth.blocked) { Side::Ours } else { Side::Theirs };
                if self.chosen(booth.into(), Some(Field::Blocked)) == Some(blocked_by) {
                    self.leave_booth(keeps, booth);
                } else {
                    self.draft.change(booth, |booth| booth.blocked = false);
                }
                self.clash(booth.into(), ClashKind::BlockedAndBooked { blocked_by });
            }
        }
    }

    fn leave_booth(&mut self, booking: BookingId, booth: BoothId) {
        self.draft.change(booking, |booking| booking.booths.retain(|other| *other != booth));
    }

    /// Every exhibitor once in a booking, and somebody who has it.
    fn whole_bookings(&mut self) {
        let plan = self.draft.plan().clone();
        for (id, booking) in plan.bookings() {
            let mut seen = BTreeSet::new();
            let is_whole = booking.participants.iter().all(|participant| seen.insert(participant.exhibitor))
                && (booking.mains().next().is_some()
                    || booking.participants.is_empty() && matches!(booking.stage, Stage::Held { .. }));
            if is_whole {
                continue;
            }
            self.draft.change(*id, |booking| {
                let mut seen = BTreeSet::new();
                booking.participants.retain(|participant| seen.insert(participant.exhibitor));
                if booking.mains().next().is_none() {
                    match booking.participants.first_mut() {
                        Some(first) => first.role = Role::Main,
                        None => booking.stage = Stage::Held { until: None },
                    }
                }
            });
        }
    }
}
