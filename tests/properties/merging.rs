//! Merging what two people did apart: nothing of it is lost without a clash that says so, and both get the same plan.

use std::collections::BTreeSet;

use hallplan::edit::Editor;
use hallplan::file::merge::{Choices, Clash, ClashKind, Merged, RecordId, Side, merge};
use hallplan::index::Index;
use hallplan::plan::{
    BlockId, BookingId, Booth, BoothId, CategoryId, Change, ExhibitorId, HallId, LayerId, MapId, Plan, Record, StructureId,
};
use proptest::prelude::*;

use crate::edits::make;
use crate::random_edits::{Step, plan_to_start_with, steps};

/// The plan that somebody makes of another one.
fn edited(base: &Plan, tag: u32, steps: &[Step]) -> Plan {
    let mut editor = Editor::new(base.clone(), tag);
    steps.iter().for_each(|step| drop(make(&mut editor, step)));
    editor.plan().clone()
}

/// The clashes as the other side sees them.
fn mirrored(clashes: &[Clash]) -> Vec<Clash> {
    let kind = |kind: &ClashKind| match kind.clone() {
        ClashKind::Field { field, kept } => ClashKind::Field { field, kept: kept.other() },
        ClashKind::Removed { by, is_gone } => ClashKind::Removed { by: by.other(), is_gone },
        ClashKind::BookedTwice { kept, keeps, loses } => ClashKind::BookedTwice { kept: kept.other(), keeps, loses },
        ClashKind::BlockedAndBooked { blocked_by } => ClashKind::BlockedAndBooked { blocked_by: blocked_by.other() },
        same @ (ClashKind::Number { .. } | ClashKind::Name { .. }) => same,
    };
    clashes.iter().map(|clash| Clash { kind: kind(&clash.kind), ..clash.clone() }).collect()
}

fn in_any_order(clashes: &[Clash]) -> Vec<String> {
    let mut words: Vec<_> = clashes.iter().map(|clash| format!("{clash:?}")).collect();
    words.sort();
    words
}

/// The records that clashes speak of.
fn spoken_of(clashes: &[Clash]) -> BTreeSet<RecordId> {
    let also = |clash: &Clash| match clash.kind {
        ClashKind::BookedTwice { keeps, loses, .. } => vec![clash.record, keeps.into(), loses.into()],
        _ => vec![clash.record],
    };
    clashes.iter().flat_map(also).collect()
}

/// Of which kinds a side made records that are now one with the other side's of the same name.
fn united<I: Record>(change: &Change, merged: &Plan, name: impl Fn(&I::Data) -> String) -> bool {
    let gone = I::deltas(change).iter().filter(|delta| delta.before.is_none() && merged.get(delta.id).is_none());
    let mut gone = gone.filter_map(|delta| delta.after.as_ref()).peekable();
    let any = gone.peek().is_some();
    let names: BTreeSet<_> = I::all(merged).values().map(|record| name(record).to_lowercase()).collect();
    assert!(gone.all(|record| names.contains(&name(record).to_lowercase())), "a record is gone that nothing stands for");
    any
}

/// What a side did to records of one kind and is not in the merged plan, though no clash speaks of it.
fn lost<I: Record + Into<RecordId>>(
    (base, side, other): (&Plan, &Change, &Plan),
    merged: &Merged,
    same: impl Fn(&I::Data, &I::Data) -> bool,
) -> Vec<RecordId> {
    let spoken_of = spoken_of(&merged.clashes);
    let is_lost = |delta: &&hallplan::plan::Delta<I, I::Data>| {
        let by_other = other.get(delta.id) != base.get(delta.id);
        let is_there = match (&delta.after, merged.plan.get(delta.id)) {
            (None, None) => true,
            (Some(after), Some(now)) => by_other || same(after, now),
            _ => false,
        };
        !is_there && !spoken_of.contains(&delta.id.into())
    };
    I::deltas(side).iter().filter(is_lost).map(|delta| delta.id.into()).collect()
}

fn equal<R: Eq>(one: &R, other: &R) -> bool {
    one == other
}

/// The same but for the block, which a booth leaves that goes to another hall than its block.
fn same_booth(one: &Booth, other: &Booth) -> bool {
    Booth { cell: None, ..one.clone() } == Booth { cell: None, ..other.clone() }
}

fn assert_nothing_lost(base: &Plan, side: &Plan, other: &Plan, merged: &Merged) {
    let change = base.change_to(side);
    let both = [&change, &base.change_to(other)];
    let any_united = both.iter().any(|change| {
        let layers = united::<LayerId>(change, &merged.plan, |layer| layer.name.clone());
        let categories = united::<CategoryId>(change, &merged.plan, |category| category.name.clone());
        let exhibitors = united::<ExhibitorId>(change, &merged.plan, |exhibitor| exhibitor.name.clone());
        layers || categories || exhibitors
    });
    let sides = (base, &change, other);
    assert_eq!(lost::<HallId>(sides, merged, equal), [], "halls");
    assert_eq!(lost::<BlockId>(sides, merged, equal), [], "blocks");
    if !any_united {
        // Where two records of one name are now one, others name the one that stays.
        assert_eq!(lost::<LayerId>(sides, merged, equal), [], "layers");
        assert_eq!(lost::<CategoryId>(sides, merged, equal), [], "categories");
        assert_eq!(lost::<StructureId>(sides, merged, equal), [], "structures");
        assert_eq!(lost::<MapId>(sides, merged, equal), [], "maps");
        assert_eq!(lost::<BoothId>(sides, merged, same_booth), [], "booths");
        assert_eq!(lost::<ExhibitorId>(sides, merged, equal), [], "exhibitors");
        assert_eq!(lost::<BookingId>(sides, merged, equal), [], "bookings");
    }
}

/// The bookings that have a booth.
fn with_booths(plan: &Plan) -> BTreeSet<BookingId> {
    plan.bookings().iter().filter(|(_, booking)| !booking.booths.is_empty()).map(|(id, _)| *id).collect()
}

proptest! {
    #![proptest_config(crate::cases(500))]

    #[test]
    fn two_people_get_one_plan_and_nothing_is_lost_unsaid(before in steps(), ours in steps(), theirs in steps()) {
        let base = edited(&plan_to_start_with(), 2, &before);
        let (ours, theirs) = (edited(&base, 3, &ours), edited(&base, 4, &theirs));
        let here = merge(&base, &ours, &theirs, &Choices::new()).expect("two valid plans of one base merge");
        let there = merge(&base, &theirs, &ours, &Choices::new()).expect("two valid plans of one base merge");
        prop_assert_eq!(&here.plan, &there.plan);
        prop_assert_eq!(in_any_order(&here.clashes), in_any_order(&mirrored(&there.clashes)));
        prop_assert_eq!(&here.change, &ours.change_to(&here.plan));
        assert_nothing_lost(&base, &ours, &theirs, &here);
        assert_nothing_lost(&base, &theirs, &ours, &here);
        // What came in is an edit like any other: what is derived follows it.
        let mut index = Index::new(&ours);
        index.update(&here.plan, &here.change);
        prop_assert_eq!(&index, &Index::new(&here.plan));
        if here.clashes.is_empty() {
            let kept: BTreeSet<_> = with_booths(&ours).intersection(&with_booths(&theirs)).copied().collect();
            prop_assert!(kept.is_subset(&with_booths(&here.plan)));
        }
    }

    #[test]
    fn what_one_person_did_alone_comes_in_whole(before in steps(), theirs in steps()) {
        let base = edited(&plan_to_start_with(), 2, &before);
        let theirs = edited(&base, 4, &theirs);
        let merged = merge(&base, &base, &theirs, &Choices::new()).expect("one side merges");
        prop_assert_eq!(&merged.plan, &theirs);
        prop_assert_eq!(merged.clashes, []);
        let twice = merge(&base, &theirs, &theirs, &Choices::new()).expect("twice the same merges");
        prop_assert_eq!(&twice.plan, &theirs);
        prop_assert_eq!(twice.clashes, []);
    }

    #[test]
    fn whoever_is_chosen_has_their_way(before in steps(), ours in steps(), theirs in steps()) {
        let base = edited(&plan_to_start_with(), 2, &before);
        let (ours, theirs) = (edited(&base, 3, &ours), edited(&base, 4, &theirs));
        let undecided = merge(&base, &ours, &theirs, &Choices::new()).expect("two valid plans of one base merge");
        for side in [Side::Ours, Side::Theirs] {
            let fields = undecided.clashes.iter().filter_map(|clash| match clash.kind {
                ClashKind::Field { field, .. } => Some(((clash.record, Some(field)), side)),
                _ => None,
            });
            let choices: Choices = fields.collect();
            let decided = merge(&base, &ours, &theirs, &choices).expect("any choice merges");
            for clash in &decided.clashes {
                if let ClashKind::Field { field, kept } = clash.kind {
                    let chosen = choices.get(&(clash.record, Some(field)));
                    prop_assert!(chosen.is_none_or(|side| *side == kept), "{:?}", clash);
                }
            }
        }
    }
}
