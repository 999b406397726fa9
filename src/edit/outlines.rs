//! Booths split and merged. Nobody loses a place: the parts of a booth stay in its booking, and who was on one of several
//! booths is on the booth that they become.

use std::collections::BTreeSet;

use super::door::Work;
use super::layout::Numbers;
use super::{KeepNumber, NewNumber, Refusal};
use crate::geometry::{Area, Cut, NoUnion, Outline};
use crate::plan::{Booking, BookingId, Booth, BoothId, Participant, Plan, Role, Stage};

impl Work<'_, '_> {
    pub(super) fn split(&mut self, booths: &[BoothId], cut: Cut) -> Result<(), Refusal> {
        let hall = booths.first().and_then(|booth| self.plan().get(*booth)).ok_or(Refusal::Gone)?.hall;
        let mut numbers = Numbers::new(self.plan(), hall);
        for booth in booths {
            let record = self.plan().get(*booth).ok_or(Refusal::Gone)?.as_ref().clone();
            let mut parts = record.outline.cut(cut);
            if parts.is_empty() {
                return Err(Refusal::NotCut(record.number));
            }
            let kept = parts.remove(largest(&parts));
            let others = parts.into_iter().map(|outline| {
                let number = numbers.give(self.draft.plan(), &NewNumber::From(record.number.clone()));
                let part = Booth { number, outline, cell: None, open_sides: None, ..record.clone() };
                self.draft.add::<BoothId>(self.mint, part)
            });
            let others: Vec<_> = others.collect();
            self.draft.put(*booth, Booth { outline: kept, cell: None, open_sides: None, ..record });
            if let Some(booking) = self.booking_at(*booth) {
                self.draft.change(booking, |booking| {
                    let after = booking.booths.iter().position(|other| other == booth).map_or(0, |place| place + 1);
                    booking.booths.splice(after..after, others.iter().copied());
                });
            }
            self.added.booths.insert(*booth);
            self.added.booths.extend(others);
        }
        Ok(())
    }

    pub(super) fn merge(&mut self, booths: &[BoothId], number: KeepNumber) -> Result<(), Refusal> {
        let in_order = in_number_order(self.plan(), booths)?;
        let survivor = match number {
            KeepNumber::Lowest => in_order.first(),
            KeepNumber::Highest => in_order.last(),
            KeepNumber::First => booths.first(),
        };
        let (Some(survivor), true) = (survivor.copied(), in_order.len() > 1) else { return Err(Refusal::Gone) };
        let records: Vec<_> = in_order.iter().filter_map(|booth| self.plan().get(*booth).cloned()).collect();
        let outlines: Vec<_> = records.iter().map(|record| record.outline.clone()).collect();
        let one_hall = records.iter().all(|record| record.hall == records[0].hall);
        let union = if one_hall { Outline::union(&outlines) } else { Err(NoUnion::Apart) };
        let outline = union.map_err(Refusal::NoUnion)?;
        self.refuse_blocked_with_booked(&in_order)?;
        self.merge_bookings(&in_order, survivor);

        let category = records.iter().find_map(|record| record.category);
        let blocked = records.iter().any(|record| record.blocked);
        let columns_cut = records.iter().any(|record| record.columns_cut);
        let mut notes: Vec<&str> = Vec::new();
        for record in &records {
            let note = record.note.trim();
            if !note.is_empty() && !notes.contains(&note) {
                notes.push(note);
            }
        }
        let note = notes.join("\n");
        self.draft.change(survivor, |booth| {
            *booth = Booth {
                outline,
                category: booth.category.or(category),
                blocked,
                note,
                cell: None,
                open_sides: None,
                columns_cut,
                ..booth.clone()
            };
        });
        in_order.iter().filter(|booth| **booth != survivor).for_each(|booth| self.draft.remove(*booth));
        self.added.booths.insert(survivor);
        Ok(())
    }

    fn refuse_blocked_with_booked(&self, booths: &[BoothId]) -> Result<(), Refusal> {
        let records = || booths.iter().filter_map(|booth| self.plan().get(*booth).map(|record| (*booth, record)));
        let blocked = records().find(|(_, record)| record.blocked);
        let booked = records().find(|(booth, _)| self.booking_at(*booth).is_some());
        match (blocked, booked) {
            (Some((_, blocked)), Some((_, booked))) => {
                Err(Refusal::MergeBlocked { blocked: blocked.number.clone(), booked: booked.number.clone() })
            }
            _ => Ok(()),
        }
    }

    /// All who are on these booths, in the order of their numbers, are on the surviving one. One booking stays as it is, with
    /// its other booths; several become one for this booth, with the furthest stage, and keep the other booths that they
    /// have. Holds for nobody give way to somebody.
    fn merge_bookings(&mut self, booths: &[BoothId], survivor: BoothId) {
        let mut all: Vec<(BookingId, Booking)> = Vec::new();
        for booth in booths {
            if let Some(id) = self.booking_at(*booth).filter(|id| all.iter().all(|(other, _)| other != id)) {
                all.extend(self.plan().get(id).map(|record| (id, record.as_ref().clone())));
            }
        }
        let somebody = all.iter().any(|(_, booking)| !booking.participants.is_empty());
        let (real, giving_way): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|(_, booking)| !somebody || !booking.participants.is_empty());
        for (id, _) in giving_way {
            self.leave_booths(id, booths);
        }
        match real.as_slice() {
            [] => {}
            [(id, _)] => self.draft.change(*id, |booking| {
                let place = booking.booths.iter().position(|booth| booths.contains(booth)).unwrap_or_default();
                booking.booths.retain(|booth| !booths.contains(booth));
                booking.booths.insert(place, survivor);
            }),
            [(_, first), rest @ ..] => {
                let mut merged = Booking { booths: vec![survivor], ..first.clone() };
                for (_, booking) in rest {
                    merged.stage = further(merged.stage, booking.stage);
                    booking.participants.iter().for_each(|newcomer| take_in(&mut merged.participants, *newcomer));
                }
                real.iter().for_each(|(id, _)| self.leave_booths(*id, booths));
                let only_here = |booking: &Booking| booking.booths.iter().all(|booth| booths.contains(booth));
                let kept = real.iter().find(|(_, booking)| only_here(booking)).map(|(id, _)| *id);
                self.draft.put(kept.unwrap_or_else(|| self.mint.mint()), merged);
            }
        }
    }

    /// Takes booths out of a booking; it goes with its last one.
    fn leave_booths(&mut self, id: BookingId, booths: &[BoothId]) {
        self.draft.change(id, |booking| booking.booths.retain(|booth| !booths.contains(booth)));
        if self.plan().get(id).is_some_and(|booking| booking.booths.is_empty()) {
            self.draft.remove(id);
        }
    }

    pub(super) fn cut_columns(&mut self, booths: &BTreeSet<BoothId>, cut: bool) {
        for booth in booths {
            self.draft.change(*booth, |booth| booth.columns_cut = cut);
        }
    }
}

/// The place of the largest part, the first of those that are as large.
fn largest(parts: &[Outline]) -> usize {
    let areas: Vec<Area> = parts.iter().map(Outline::area).collect();
    let most = areas.iter().copied().max();
    areas.iter().position(|area| Some(*area) == most).unwrap_or_default()
}

fn in_number_order(plan: &Plan, booths: &[BoothId]) -> Result<Vec<BoothId>, Refusal> {
    let distinct: BTreeSet<_> = booths.iter().copied().collect();
    let mut found = Vec::with_capacity(distinct.len());
    for booth in distinct {
        found.push((plan.get(booth).ok_or(Refusal::Gone)?.number.key(), booth));
    }
    found.sort();
    Ok(found.into_iter().map(|(_, booth)| booth).collect())
}

/// The stage that has come further; of two alike the first.
fn further(first: Stage, second: Stage) -> Stage {
    if second.status() > first.status() { second } else { first }
}

/// Adds an exhibitor, once: who is a main in one booking is a main.
fn take_in(participants: &mut Vec<Participant>, newcomer: Participant) {
    match participants.iter_mut().find(|participant| participant.exhibitor == newcomer.exhibitor) {
        Some(there) if newcomer.role == Role::Main => there.role = Role::Main,
        Some(_) => {}
        None => participants.push(newcomer),
    }
}
