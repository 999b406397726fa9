//! What is different in another copy of a plan, as those who work with it speak of it.

use super::merge::RecordId;
use crate::geometry::Length;
use crate::plan::{BookingId, BoothId, Change, Delta, HallId, Number, Plan, Status};

/// One thing that is different. A booth may be told more than once: it may have moved and have another number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// It is new.
    New(RecordId),
    /// It is gone.
    Gone(RecordId),
    /// A booth stands elsewhere in its hall: so far from where its middle was.
    Moved(BoothId, Length),
    /// A booth stands in another hall.
    Elsewhere(BoothId, HallId),
    /// A booth has another outline.
    Reshaped(BoothId),
    /// A booth has another number: the one before, and the one after.
    Renumbered(BoothId, Number, Number),
    /// A booth has another status: the one before, and the one after.
    Status(BoothId, Status, Status),
    /// Something else about it changed.
    Changed(RecordId),
    /// So many walls, zones, maps and other drawn things are different.
    Things(usize),
}

/// What is different between two plans, booths in the order of their numbers after the halls.
#[must_use]
pub fn compare(before: &Plan, after: &Plan) -> Vec<Difference> {
    let change = before.change_to(after);
    let mut differences = Vec::new();
    if change.show.is_some() {
        differences.push(Difference::Changed(RecordId::Show));
    }
    differences.extend(change.halls.iter().map(record));
    differences.extend(change.layers.iter().map(record));
    differences.extend(change.categories.iter().map(record));
    differences.extend(booths(&change, before, after));
    differences.extend(change.exhibitors.iter().map(record));
    let waiting = |id: BookingId| {
        let has_none = |plan: &Plan| plan.get(id).is_none_or(|booking| booking.booths.is_empty());
        has_none(before) && has_none(after)
    };
    // Those that have booths are told by the booths' status, unless other exhibitors have them.
    differences.extend(change.bookings.iter().filter(|delta| waiting(delta.id) || has_others(delta)).map(record));
    let things = change.structures.len() + change.maps.len() + change.blocks.len();
    differences.extend((things > 0).then_some(Difference::Things(things)));
    differences
}

fn record<I: Copy + Into<RecordId>, R>(delta: &Delta<I, R>) -> Difference {
    match (&delta.before, &delta.after) {
        (None, _) => Difference::New(delta.id.into()),
        (_, None) => Difference::Gone(delta.id.into()),
        _ => Difference::Changed(delta.id.into()),
    }
}

fn has_others<I>(delta: &Delta<I, crate::plan::Booking>) -> bool {
    let both = delta.before.as_ref().zip(delta.after.as_ref());
    both.is_some_and(|(before, after)| before.participants != after.participants)
}

fn booths(change: &Change, before: &Plan, after: &Plan) -> Vec<Difference> {
    let booked = change.bookings.iter().flat_map(|delta| delta.before.iter().chain(&delta.after));
    let mut ids: Vec<BoothId> = booked.flat_map(|booking| booking.booths.iter().copied()).collect();
    ids.extend(change.booths.iter().map(|delta| delta.id));
    let key = |id: &BoothId| after.get(*id).or(before.get(*id)).map(|booth| booth.number.key());
    ids.sort_by_cached_key(|id| (key(id), *id));
    ids.dedup();
    ids.into_iter().flat_map(|id| booth(id, before, after)).collect()
}

fn booth(id: BoothId, before: &Plan, after: &Plan) -> Vec<Difference> {
    let (Some(old), Some(new)) = (before.get(id), after.get(id)) else {
        return vec![if after.get(id).is_some() { Difference::New(id.into()) } else { Difference::Gone(id.into()) }];
    };
    let mut differences = Vec::new();
    if old.number != new.number {
        differences.push(Difference::Renumbered(id, old.number.clone(), new.number.clone()));
    }
    let way = new.outline.centre() - old.outline.centre();
    if old.hall != new.hall {
        differences.push(Difference::Elsewhere(id, new.hall));
    } else if old.outline.moved(way) != new.outline {
        differences.push(Difference::Reshaped(id));
    } else if old.outline != new.outline {
        differences.push(Difference::Moved(id, old.outline.centre().distance(new.outline.centre())));
    }
    let (was, is) = (before.status(id), after.status(id));
    if was != is {
        differences.push(Difference::Status(id, was, is));
    }
    let told = crate::plan::Booth {
        number: new.number.clone(),
        hall: new.hall,
        outline: new.outline.clone(),
        blocked: new.blocked,
        cell: new.cell,
        ..old.as_ref().clone()
    };
    if told != **new {
        differences.push(Difference::Changed(id.into()));
    }
    differences
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{Outline, Point, Size};
    use crate::plan::{Booking, Booth, Draft, Hall, IdMint, Show, Stage};

    #[test]
    fn what_changed_is_told_by_booth() {
        let (empty, mut mint) = (Plan::new(Show::default()), IdMint::new(1, 0));
        let mut draft = Draft::new(&empty);
        let square = |x: i64| Outline::rectangle(Point::from_mm(x, 0), Size::from_mm(3_000, 3_000));
        let floor = Outline::rectangle(Point::ORIGIN, Size::from_mm(40_000, 20_000));
        let hall = draft.add(&mut mint, Hall { name: "Hall 1".into(), outline: floor });
        let number = |text: &str| Number::new(text).unwrap();
        let [a1, a2, a3, a4] = ["A1", "A2", "A3", "A4"].map(|text| {
            let place = text.trim_start_matches('A').parse::<i64>().unwrap();
            draft.add::<BoothId>(&mut mint, Booth::new(hall, number(text), square(place * 3_000)))
        });
        let before = draft.finish().unwrap().0;
        let mut draft = Draft::new(&before);
        draft.change(a1, |booth| booth.outline = square(3_500));
        draft.change(a2, |booth| booth.number = number("B2"));
        draft.remove(a3);
        let held = Booking { participants: Vec::new(), booths: vec![a4], stage: Stage::Held { until: None } };
        draft.add::<crate::plan::BookingId>(&mut mint, held);
        let after = draft.finish().unwrap().0;
        let expected = [
            Difference::Moved(a1, Length::from_mm(500)),
            Difference::Gone(a3.into()),
            Difference::Status(a4, Status::Available, Status::Held),
            Difference::Renumbered(a2, number("A2"), number("B2")),
        ];
        assert_eq!(compare(&before, &after), expected);
        assert_eq!(compare(&before, &before), []);
    }
}
