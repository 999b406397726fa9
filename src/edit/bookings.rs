//! Edits of bookings: who gets which booth, and how far it has come.

use std::collections::{BTreeMap, BTreeSet};

use super::door::Work;
use super::{OnBooked, Refusal};
use crate::plan::{Booking, BookingId, BoothId, ExhibitorId, Number, Participant, Plan, Role, Stage};

impl Work<'_, '_> {
    /// The booth's booking as drafted; a booking drafted away counts as none.
    pub(super) fn booking_at(&self, booth: BoothId) -> Option<BookingId> {
        let booking = self.plan().booking_of(booth)?;
        self.plan().get(booking).filter(|record| record.booths.contains(&booth)).map(|_| booking)
    }

    /// The booths that have these numbers.
    pub(super) fn numbered(&self, numbers: &[Number]) -> Result<BTreeSet<BoothId>, Refusal> {
        let booth = |number: &Number| self.plan().booth_numbered(number).ok_or_else(|| Refusal::NoSuchBooth(number.clone()));
        numbers.iter().map(booth).collect()
    }

    fn number(&self, booth: BoothId) -> Result<Number, Refusal> {
        self.plan().get(booth).map(|booth| booth.number.clone()).ok_or(Refusal::Gone)
    }

    /// Takes a booth out of its booking; a booking for nobody goes with its last booth.
    pub(super) fn free(&mut self, booth: BoothId) {
        if let Some(id) = self.booking_at(booth) {
            self.draft.change(id, |booking| booking.booths.retain(|other| *other != booth));
            let empty = self.plan().get(id).is_some_and(|booking| booking.booths.is_empty() && booking.participants.is_empty());
            if empty {
                self.draft.remove(id);
            }
        }
    }

    pub(super) fn set_stage(&mut self, booths: &BTreeSet<BoothId>, stage: Stage) -> Result<(), Refusal> {
        let mut nobody = Vec::new();
        for booth in booths {
            let record = self.plan().get(*booth).ok_or(Refusal::Gone)?;
            if record.blocked {
                return Err(Refusal::BoothBlocked(record.number.clone()));
            }
            let number = record.number.clone();
            match self.booking_at(*booth) {
                Some(id) => {
                    if self.is_for_nobody(id) && !matches!(stage, Stage::Held { .. }) {
                        return Err(Refusal::NobodyThere(number));
                    }
                    self.draft.change(id, |booking| booking.stage = stage);
                }
                None if matches!(stage, Stage::Held { .. }) => nobody.push(*booth),
                None => return Err(Refusal::NobodyThere(number)),
            }
        }
        for booth in nobody {
            let booking = Booking { participants: Vec::new(), booths: vec![booth], stage };
            self.draft.add::<BookingId>(self.mint, booking);
        }
        Ok(())
    }

    pub(super) fn place(&mut self, exhibitor: ExhibitorId, booths: &[BoothId], on_booked: OnBooked) -> Result<(), Refusal> {
        let who = self.plan().get(exhibitor).ok_or(Refusal::Gone)?.name.clone();
        if matches!(on_booked, OnBooked::Share(_)) {
            self.set_apart(booths)?;
        }
        let (mut free, mut joined) = (Vec::new(), BTreeSet::new());
        for booth in booths {
            self.refuse_blocked(*booth)?;
            if free.contains(booth) {
                continue;
            }
            let Some(booking) = self.booking_at(*booth) else {
                free.push(*booth);
                continue;
            };
            // Several of the booths may belong to one booking: it is joined once.
            if joined.contains(&booking) {
                continue;
            }
            let record = self.plan().get(booking).ok_or(Refusal::Gone)?;
            if record.participants.iter().any(|participant| participant.exhibitor == exhibitor) {
                return Err(Refusal::AlreadyThere { number: self.number(*booth)?, exhibitor: who });
            }
            if self.is_for_nobody(booking) {
                if self.waiting_booking(exhibitor).is_some() {
                    // The hold gives way to a booking that has come further.
                    self.free(*booth);
                    free.push(*booth);
                } else {
                    // Held for nobody: now it is held for somebody.
                    self.draft.change(booking, |booking| booking.participants.push(Participant { exhibitor, role: Role::Main }));
                    joined.insert(booking);
                }
                continue;
            }
            match on_booked {
                OnBooked::Refuse => return Err(taken(self.plan(), *booth, booking)),
                OnBooked::Share(role) => {
                    self.draft.change(booking, |booking| booking.participants.push(Participant { exhibitor, role }));
                    joined.insert(booking);
                }
                OnBooked::Replace => {
                    self.free(*booth);
                    free.push(*booth);
                }
                OnBooked::Swap => {
                    let own = self.plan().booths_of(exhibitor).into_iter().find(|own| !booths.contains(own));
                    self.swap(own.ok_or(Refusal::NothingToSwap(exhibitor))?, *booth);
                    // The next booth's swap asks who is where after this one.
                    self.draft.settle()?;
                }
            }
        }
        if !free.is_empty() {
            self.book(exhibitor, free);
        }
        Ok(())
    }

    /// Gives these booths bookings without other booths, so that who joins them there gets no others: a booking that also has other
    /// booths is made two, with the same exhibitors and the same stage.
    fn set_apart(&mut self, booths: &[BoothId]) -> Result<(), Refusal> {
        let bookings: BTreeSet<_> = booths.iter().filter_map(|booth| self.booking_at(*booth)).collect();
        for id in bookings {
            let Some(booking) = self.plan().get(id) else { continue };
            let (apart, rest): (Vec<_>, Vec<_>) = booking.booths.iter().partition(|booth| booths.contains(booth));
            if !rest.is_empty() {
                let apart = Booking { booths: apart, ..booking.as_ref().clone() };
                self.draft.change(id, |booking| booking.booths = rest);
                self.draft.add::<BookingId>(self.mint, apart);
            }
        }
        // Who is where is asked next.
        Ok(self.draft.settle()?)
    }

    /// The booking of which the exhibitor is the first main, and that waits for a booth.
    fn waiting_booking(&self, exhibitor: ExhibitorId) -> Option<BookingId> {
        self.plan().bookings_of(exhibitor).find(|id| {
            self.plan().get(*id).is_some_and(|booking| booking.booths.is_empty() && booking.mains().next() == Some(exhibitor))
        })
    }

    /// Gives free booths to an exhibitor: to its booking that waits for a booth, stage and all, else to a new one.
    fn book(&mut self, exhibitor: ExhibitorId, booths: Vec<BoothId>) {
        match self.waiting_booking(exhibitor) {
            Some(id) => self.draft.change(id, |booking| booking.booths = booths),
            None => {
                let participants = vec![Participant { exhibitor, role: Role::Main }];
                self.draft.add::<BookingId>(self.mint, Booking { participants, booths, stage: Stage::Reserved });
            }
        }
    }

    pub(super) fn rebook(&mut self, from: BoothId, to: BoothId, on_booked: OnBooked) -> Result<(), Refusal> {
        if from == to {
            return Ok(());
        }
        let Some(moving) = self.booking_at(from) else { return Err(Refusal::NobodyThere(self.number(from)?)) };
        self.refuse_blocked(to)?;
        match (self.booking_at(to), on_booked) {
            (Some(there), _) if there == moving => {}
            (None, _) => self.exchange(&BTreeMap::from([(from, to)])),
            (Some(there), OnBooked::Refuse) => return Err(taken(self.plan(), to, there)),
            (Some(_), OnBooked::Swap) => self.swap(from, to),
            (Some(_), OnBooked::Replace) => {
                self.free(to);
                self.exchange(&BTreeMap::from([(from, to)]));
            }
            (Some(there), OnBooked::Share(_)) if self.is_for_nobody(there) => {
                // There is nobody to share with: the hold gives way, and the booking keeps its stage.
                self.free(to);
                self.exchange(&BTreeMap::from([(from, to)]));
            }
            (Some(_), OnBooked::Share(role)) => {
                self.set_apart(&[to])?;
                if let Some(there) = self.booking_at(to) {
                    self.join(moving, from, there, role);
                }
            }
        }
        Ok(())
    }

    fn is_for_nobody(&self, booking: BookingId) -> bool {
        self.plan().get(booking).is_some_and(|booking| booking.participants.is_empty())
    }

    /// The exhibitors of one booth join those of another, all as co-exhibitors or each as what it was; the booth that they
    /// leave becomes available.
    fn join(&mut self, moving: BookingId, from: BoothId, there: BookingId, role: Role) {
        let newcomers = self.plan().get(moving).map_or_else(Vec::new, |booking| booking.participants.clone());
        self.draft.change(there, |booking| {
            for newcomer in newcomers {
                if booking.participants.iter().all(|participant| participant.exhibitor != newcomer.exhibitor) {
                    let role = if role == Role::Co { Role::Co } else { newcomer.role };
                    booking.participants.push(Participant { role, ..newcomer });
                }
            }
        });
        self.free(from);
        if self.plan().get(moving).is_some_and(|booking| booking.booths.is_empty()) {
            self.draft.remove(moving);
        }
    }

    fn swap(&mut self, first: BoothId, second: BoothId) {
        self.exchange(&BTreeMap::from([(first, second), (second, first)]));
    }

    /// Rewrites booths in their bookings: each gives way to the one it is mapped to. The stage goes with the booking.
    fn exchange(&mut self, to: &BTreeMap<BoothId, BoothId>) {
        let bookings: BTreeSet<_> = to.keys().filter_map(|booth| self.booking_at(*booth)).collect();
        for id in bookings {
            self.draft.change(id, |booking| {
                for booth in &mut booking.booths {
                    *booth = to.get(booth).copied().unwrap_or(*booth);
                }
            });
        }
    }

    pub(super) fn leave(&mut self, booth: BoothId, exhibitor: ExhibitorId) -> Result<(), Refusal> {
        let booking = self.booking_at(booth).ok_or(Refusal::Gone)?;
        self.leave_booking(booking, exhibitor);
        Ok(())
    }

    /// Takes an exhibitor out of a booking. Where no main is left the first co-exhibitor becomes one; where nobody is
    /// left the booking goes, unless it is held.
    pub(super) fn leave_booking(&mut self, id: BookingId, exhibitor: ExhibitorId) {
        self.draft.change(id, |booking| {
            booking.participants.retain(|participant| participant.exhibitor != exhibitor);
            if booking.mains().next().is_none()
                && let Some(first) = booking.participants.first_mut()
            {
                first.role = Role::Main;
            }
        });
        let Some(booking) = self.plan().get(id) else { return };
        let held = matches!(booking.stage, Stage::Held { .. }) && !booking.booths.is_empty();
        if booking.participants.is_empty() && !held {
            self.draft.remove(id);
        }
    }

    pub(super) fn set_role(&mut self, booth: BoothId, exhibitor: ExhibitorId, role: Role) -> Result<(), Refusal> {
        let id = self.booking_at(booth).ok_or(Refusal::Gone)?;
        if self.plan().participants(booth).iter().all(|participant| participant.exhibitor != exhibitor) {
            return Err(Refusal::Gone);
        }
        self.draft.change(id, |booking| {
            for participant in &mut booking.participants {
                if participant.exhibitor == exhibitor {
                    participant.role = role;
                }
            }
        });
        let mains = self.plan().get(id).map_or(0, |booking| booking.mains().count());
        if mains == 0 {
            return Err(Refusal::LastMain { number: self.number(booth)? });
        }
        Ok(())
    }

    fn refuse_blocked(&self, booth: BoothId) -> Result<(), Refusal> {
        let record = self.plan().get(booth).ok_or(Refusal::Gone)?;
        if record.blocked { Err(Refusal::BoothBlocked(record.number.clone())) } else { Ok(()) }
    }
}

fn taken(plan: &Plan, booth: BoothId, booking: BookingId) -> Refusal {
    let by = plan.get(booking).map_or_else(Vec::new, |booking| {
        let exhibitors = booking.participants.iter().filter_map(|participant| plan.get(participant.exhibitor));
        exhibitors.map(|exhibitor| exhibitor.name.clone()).collect()
    });
    plan.get(booth).map_or(Refusal::Gone, |record| Refusal::BoothTaken { booth, number: record.number.clone(), by })
}
