//! A plan made at once from all its records, as a file has them: as a draft would make it, without what an edit needs to know.

use std::sync::Arc;
use std::thread;

use imbl::{OrdMap, OrdSet};

use super::{
    BlockId, BookingId, BoothId, CategoryId, Change, Delta, ExhibitorId, HallId, LayerId, Lookup, MapId, NameKey, NumberKey,
    Plan, Record, Show, StructureId, Violation, validity,
};

/// Records of one kind.
pub type Listed<I> = Vec<(I, Arc<<I as Record>::Data>)>;

/// All records of a plan to be, each list in the order of its ids, and no id twice.
#[derive(Debug, Default)]
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

impl Plan {
    /// The plan that has these records.
    ///
    /// # Errors
    /// The first rule that a record breaks.
    pub fn of(records: Records) -> Result<Self, Violation> {
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
        plan.lookup = Lookup::of(&plan)?;
        validity::check_all(&plan)?;
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
    fn of(plan: &Plan) -> Result<Self, Violation> {
        let (numbers, names, (booking_of, bookings_of)) = thread::scope(|scope| {
            let numbers = scope.spawn(|| numbers(plan));
            let names = scope.spawn(|| names(plan));
            let bookings = booked(plan);
            Ok::<_, Violation>((joined(numbers)?, joined(names)?, bookings?))
        })?;
        let mut booths_of: OrdMap<BlockId, OrdSet<BoothId>> = OrdMap::new();
        for (id, booth) in &plan.booths {
            if let Some(cell) = booth.cell {
                booths_of.entry(cell.block).or_default().insert(*id);
            }
        }
        Ok(Self { numbers, names, booking_of, bookings_of, booths_of })
    }
}

fn numbers(plan: &Plan) -> Result<OrdMap<NumberKey, BoothId>, Violation> {
    let mut numbers: Vec<_> = plan.booths.iter().map(|(id, booth)| (booth.number.key(), *id)).collect();
    numbers.sort_unstable();
    if let Some((_, by, booth)) = taken(&numbers)
        && let Some(record) = plan.get(booth)
    {
        return Err(Violation::NumberTaken { booth, number: record.number.clone(), by });
    }
    Ok(packed(numbers))
}

fn names(plan: &Plan) -> Result<OrdMap<NameKey, ExhibitorId>, Violation> {
    let mut names: Vec<_> = plan.exhibitors.iter().map(|(id, exhibitor)| (NameKey::of(exhibitor), *id)).collect();
    if let Some((_, nameless)) = names.iter().find(|(key, _)| key.is_empty()) {
        return Err(Violation::ExhibitorWithoutName(*nameless));
    }
    names.sort_unstable();
    if let Some((_, _, exhibitor)) = taken(&names)
        && let Some(record) = plan.get(exhibitor)
    {
        return Err(Violation::ExhibitorNameTaken { exhibitor, name: record.name.clone() });
    }
    Ok(packed(names))
}

type Booked = (OrdMap<BoothId, BookingId>, OrdSet<(ExhibitorId, BookingId)>);

fn booked(plan: &Plan) -> Result<Booked, Violation> {
    let mut booths = Vec::with_capacity(plan.bookings.len());
    let mut exhibitors = Vec::with_capacity(plan.bookings.len());
    for (id, booking) in &plan.bookings {
        booths.extend(booking.booths.iter().map(|booth| (*booth, *id)));
        exhibitors.extend(booking.participants.iter().map(|participant| ((participant.exhibitor, *id), ())));
    }
    booths.sort_unstable();
    match taken(&booths) {
        Some((_, first, second)) if first == second => return Err(Violation::BookingBooths(second)),
        Some((booth, first, second)) => return Err(Violation::BookedTwice { booth: *booth, first, second }),
        None => {}
    }
    exhibitors.sort_unstable();
    if let Some(((_, booking), (), ())) = taken(&exhibitors) {
        return Err(Violation::BookingExhibitors(*booking));
    }
    Ok((packed(booths), in_fill_order(exhibitors).map(|(entry, ())| entry).collect()))
}

/// Of those whose key another has already, the first by id: the key, who has it, and who wants it.
fn taken<K: Eq, I: Copy + Ord>(sorted: &[(K, I)]) -> Option<(&K, I, I)> {
    let twice = sorted.windows(2).filter_map(|pair| match pair {
        [(key, first), (other, second)] if key == other => Some((key, *first, *second)),
        _ => None,
    });
    twice.min_by_key(|(_, _, second)| *second)
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
