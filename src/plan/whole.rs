//! A plan made at once from all its records, as a file has them: as a draft would make it, without what an edit needs to know.

use std::sync::Arc;
use std::thread;

use imbl::{OrdMap, OrdSet};

use super::{
    BlockId, BookingId, BoothId, CategoryId, Change, Delta, ExhibitorId, HallId, LayerId, Lookup, MapId, NameKey, NumberKey,
    Plan, Record, Show, StructureId, Violation,
    validity::{self, Broken},
};

/// Records of one kind.
pub type Listed<I> = Vec<(I, Arc<<I as Record>::Data>)>;

/// All records of a plan to be, each list in the order of its ids, and no id twice.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "named as in the plan")]
pub struct Records {
    pub show: Show,
    pub halls: Listed<HallId>,
    pub layers: Listed<LayerId>,
    pub blocks: Listed<BlockId>,
    pub structures: Listed<StructureId>,
    pub maps: Listed<MapId>,
    pub categories: Listed<CategoryId>,
    pub booths: Listed<BoothId>,
    pub exhibitors: Listed<ExhibitorId>,
    pub bookings: Listed<BookingId>,
}

impl Records {
    /// Every rule that these records would break as a plan.
    #[must_use]
    pub fn violations(&self) -> Vec<Violation> {
        let mut found = Vec::new();
        let mut broken = |violation| {
            found.push(violation);
            Ok(())
        };
        // Whatever is found is kept, so that nothing ends the check.
        Plan::checked(self.clone(), &mut broken).ok();
        found
    }
}

impl Plan {
    /// The plan that has these records.
    ///
    /// # Errors
    /// The first rule that a record breaks.
    pub fn of(records: Records) -> Result<Self, Violation> {
        Self::checked(records, &mut Err)
    }

    fn checked(records: Records, broken: Broken<'_>) -> Result<Self, Violation> {
        let Records { show, halls, layers, blocks, structures, maps, categories, booths, exhibitors, bookings } = records;
        let (booths, exhibitors, bookings) = thread::scope(|scope| {
            let booths = scope.spawn(|| packed(booths));
            let exhibitors = scope.spawn(|| packed(exhibitors));
            let bookings = packed(bookings);
            (joined(booths), joined(exhibitors), bookings)
        });
        let mut plan = Self {
            show: Arc::new(show),
            halls: packed(halls),
            layers: packed(layers),
            blocks: packed(blocks),
            structures: packed(structures),
            maps: packed(maps),
            categories: packed(categories),
            booths,
            exhibitors,
            bookings,
            lookup: Lookup::default(),
        };
        plan.lookup = Lookup::of(&plan, broken)?;
        validity::check_all(&plan, broken)?;
        Ok(plan)
    }

    /// The change that makes everything but the many records: booths, exhibitors and bookings.
    pub(super) fn making_of_the_few(&self) -> Change {
        Change {
            halls: made(&self.halls),
            layers: made(&self.layers),
            blocks: made(&self.blocks),
            structures: made(&self.structures),
            maps: made(&self.maps),
            categories: made(&self.categories),
            ..Change::default()
        }
    }
}

fn made<I: Copy + Ord, R>(records: &OrdMap<I, Arc<R>>) -> Vec<Delta<I, R>> {
    records.iter().map(|(id, record)| Delta { id: *id, before: None, after: Some(record.clone()) }).collect()
}

impl Lookup {
    /// Who has what in a whole plan.
    fn of(plan: &Plan, broken: Broken<'_>) -> Result<Self, Violation> {
        let ((numbers, taken_numbers), (names, wrong_names), (booking_of, bookings_of, wrong_bookings)) =
            thread::scope(|scope| {
                let numbers = scope.spawn(|| numbers(plan));
                let names = scope.spawn(|| names(plan));
                let bookings = booked(plan);
                (joined(numbers), joined(names), bookings)
            });
        taken_numbers.into_iter().chain(wrong_names).chain(wrong_bookings).try_for_each(broken)?;
        let mut booths_of: OrdMap<BlockId, OrdSet<BoothId>> = OrdMap::new();
        for (id, booth) in &plan.booths {
            if let Some(cell) = booth.cell {
                booths_of.entry(cell.block).or_default().insert(*id);
            }
        }
        Ok(Self { numbers, names, booking_of, bookings_of, booths_of })
    }
}

fn numbers(plan: &Plan) -> (OrdMap<NumberKey, BoothId>, Vec<Violation>) {
    let mut numbers: Vec<_> = plan.booths.iter().map(|(id, booth)| (booth.number.key(), *id)).collect();
    numbers.sort_unstable();
    let wrong = taken(&numbers).into_iter().filter_map(|(_, by, booth)| {
        let number = plan.get(booth)?.number.clone();
        Some(Violation::NumberTaken { booth, number, by })
    });
    let wrong = wrong.collect();
    (packed(numbers), wrong)
}

fn names(plan: &Plan) -> (OrdMap<NameKey, ExhibitorId>, Vec<Violation>) {
    let mut names: Vec<_> = plan.exhibitors.iter().map(|(id, exhibitor)| (NameKey::of(exhibitor), *id)).collect();
    let nameless = names.iter().filter(|(key, _)| key.is_empty()).map(|(_, id)| Violation::ExhibitorWithoutName(*id));
    let mut wrong: Vec<_> = nameless.collect();
    names.sort_unstable();
    wrong.extend(taken(&names).into_iter().filter_map(|(_, _, exhibitor)| {
        let name = plan.get(exhibitor)?.name.clone();
        Some(Violation::ExhibitorNameTaken { exhibitor, name })
    }));
    (packed(names), wrong)
}

type Booked = (OrdMap<BoothId, BookingId>, OrdSet<(ExhibitorId, BookingId)>, Vec<Violation>);

fn booked(plan: &Plan) -> Booked {
    let mut booths = Vec::with_capacity(plan.bookings.len());
    let mut exhibitors = Vec::with_capacity(plan.bookings.len());
    for (id, booking) in &plan.bookings {
        booths.extend(booking.booths.iter().map(|booth| (*booth, *id)));
        exhibitors.extend(booking.participants.iter().map(|participant| ((participant.exhibitor, *id), ())));
    }
    booths.sort_unstable();
    let of_booths = taken(&booths).into_iter().map(|(booth, first, second)| match first == second {
        true => Violation::BookingBooths(second),
        false => Violation::BookedTwice { booth: *booth, first, second },
    });
    exhibitors.sort_unstable();
    let of_exhibitors = taken(&exhibitors).into_iter().map(|((_, booking), (), ())| Violation::BookingExhibitors(*booking));
    let wrong = of_booths.chain(of_exhibitors).collect();
    (packed(booths), in_fill_order(exhibitors).map(|(entry, ())| entry).collect(), wrong)
}

/// Those whose key another has already, in the order of their ids: the key, who has it, and who wants it.
fn taken<K: Eq, I: Copy + Ord>(sorted: &[(K, I)]) -> Vec<(&K, I, I)> {
    let twice = sorted.windows(2).filter_map(|pair| match pair {
        [(key, first), (other, second)] if key == other => Some((key, *first, *second)),
        _ => None,
    });
    let mut twice: Vec<_> = twice.collect();
    twice.sort_by_key(|(_, _, second)| *second);
    twice
}

/// A map of sorted entries that takes no more memory than it has to.
fn packed<K: Clone + Ord, V: Clone>(entries: Vec<(K, V)>) -> OrdMap<K, V> {
    in_fill_order(entries).collect()
}

/// Every other entry first. A leaf of a map that overflows is cut in half; where keys only grow, both halves would
/// stay half empty, but so the entries between fill them.
fn in_fill_order<T>(entries: Vec<T>) -> impl Iterator<Item = T> {
    let mut later = Vec::with_capacity(entries.len() / 2);
    let mut first = Vec::with_capacity(entries.len().div_ceil(2));
    for (place, entry) in entries.into_iter().enumerate() {
        if place % 2 == 0 { first.push(entry) } else { later.push(entry) }
    }
    first.into_iter().chain(later)
}

fn joined<T>(thread: thread::ScopedJoinHandle<'_, T>) -> T {
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Exhibitor, IdMint};

    fn exhibitors(named: &[(&str, &str)]) -> Records {
        let mut mint = IdMint::new(0, 0);
        let exhibitor = |(name, country): &(&str, &str)| {
            let exhibitor = Exhibitor { name: (*name).into(), country: (*country).into(), ..Exhibitor::default() };
            (mint.mint(), Arc::new(exhibitor))
        };
        Records { exhibitors: named.iter().map(exhibitor).collect(), ..Records::default() }
    }

    #[test]
    fn exhibitors_are_found_by_their_whole_name_whatever_their_country() {
        let records = exhibitors(&[("Atlas Copco", "Sweden"), ("Atlas", "Spain"), ("ATLAS", ""), ("Atla", "s")]);
        let ids: Vec<_> = records.exhibitors.iter().map(|(id, _)| *id).collect();
        let plan = Plan::of(records).unwrap();
        assert_eq!(plan.exhibitors_named(" atlas ").collect::<Vec<_>>(), [ids[2], ids[1]]);
        assert_eq!(plan.exhibitor_named("atlas", "SPAIN"), Some(ids[1]));
        assert_eq!(plan.exhibitor_named("atlas", "France"), None);
    }

    #[test]
    fn of_many_who_share_a_name_the_first_that_came_too_late_is_told() {
        let records = exhibitors(&[("Zeta", ""), ("Atlas", ""), ("zeta", ""), ("atlas", ""), ("Zeta", "")]);
        let third = records.exhibitors[2].0;
        let taken = Violation::ExhibitorNameTaken { exhibitor: third, name: "zeta".into() };
        assert_eq!(Plan::of(records), Err(taken));
    }

    #[test]
    fn what_is_filled_in_is_all_there() {
        for count in [0, 1, 2, 31, 64, 65, 1_000, 5_001] {
            let entries: Vec<_> = (0..count).map(|key| (key, key)).collect();
            assert!(packed(entries.clone()).into_iter().eq(entries), "{count}");
        }
    }
}
