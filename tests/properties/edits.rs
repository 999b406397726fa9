//! What holds after any run of edits: the plan stays valid, what is derived follows, undo and redo give back the same.

use std::collections::BTreeSet;

use crate::random_edits::{Step, dice, plan_to_start_with, steps};
use hallplan::edit::{Edit, Editor, Objects};
use hallplan::file;
use hallplan::geometry::Units;
use hallplan::index::Index;
use hallplan::plan::{BoothId, Draft, ExhibitorId, Plan, Record, Show};
use hallplan::scene::{ColourBy, Tally};
use jiff::Timestamp;
use proptest::prelude::*;

/// The plan made again from nothing but its records: refused where a rule is broken, different where a look-up is.
fn made_again(plan: &Plan) -> Plan {
    fn put_all<I: Record>(draft: &mut Draft<'_>, plan: &Plan) {
        for (id, record) in I::all(plan) {
            draft.put(*id, record.as_ref().clone());
        }
    }
    let empty = Plan::new(Show::default());
    let mut draft = Draft::new(&empty);
    draft.set_show(plan.show().clone());
    put_all::<hallplan::plan::HallId>(&mut draft, plan);
    put_all::<hallplan::plan::LayerId>(&mut draft, plan);
    put_all::<hallplan::plan::BlockId>(&mut draft, plan);
    put_all::<hallplan::plan::StructureId>(&mut draft, plan);
    put_all::<hallplan::plan::MapId>(&mut draft, plan);
    put_all::<hallplan::plan::CategoryId>(&mut draft, plan);
    put_all::<hallplan::plan::BoothId>(&mut draft, plan);
    put_all::<hallplan::plan::ExhibitorId>(&mut draft, plan);
    put_all::<hallplan::plan::BookingId>(&mut draft, plan);
    draft.finish().expect("a plan that edits made keeps every rule").0
}

/// Every booth of a block stands where the pattern has it, each in a place of its own, and no block is without booths.
fn blocks_agree(plan: &Plan) -> bool {
    let places: Vec<_> = plan.booths().values().filter_map(|booth| booth.cell).collect();
    let distinct: BTreeSet<_> = places.iter().collect();
    let spots: std::collections::BTreeMap<_, _> = plan
        .blocks()
        .iter()
        .flat_map(|(id, block)| block.spots().into_iter().map(|spot| ((*id, spot.row, spot.column), (block.hall, spot.outline))))
        .collect();
    let stands = |booth: &hallplan::plan::Booth| {
        booth
            .cell
            .is_none_or(|cell| spots.get(&(cell.block, cell.row, cell.column)) == Some(&(booth.hall, booth.outline.clone())))
    };
    distinct.len() == places.len()
        && plan.booths().values().all(|booth| stands(booth))
        && plan.blocks().keys().all(|block| plan.block_size(*block) > 0)
}

/// Makes one step; the change that it made, if any.
pub fn make(editor: &mut Editor, step: &Step) -> Option<hallplan::plan::Change> {
    match step {
        Step::Undo => editor.undo().expect("what was done can be undone").map(|(change, _)| change),
        Step::Redo => editor.redo().expect("what was undone can be done again").map(|(change, _)| change),
        Step::Edit(dice) => {
            let before = editor.plan().clone();
            let edit = dice.edit(&before);
            let outcome = editor.apply(&edit, Timestamp::UNIX_EPOCH, &Objects::default());
            if outcome.is_err() {
                assert_eq!(*editor.plan(), before, "a refused edit leaves the plan as it was");
            }
            outcome.ok().map(|outcome| outcome.change)
        }
    }
}

/// The floor of all booths that stand on no other, and who has a booth.
fn floor_and_exhibitors(plan: &Plan, booths: &BTreeSet<BoothId>) -> (f64, BTreeSet<ExhibitorId>) {
    let outlines: Vec<_> = booths.iter().filter_map(|id| plan.get(*id)).map(|booth| &booth.outline).collect();
    let area = |place: usize| {
        let outline = outlines[place];
        (outline.area() - outline.area_in(outlines[..place].iter().copied())).square_metres()
    };
    let with_booths = plan.bookings().values().filter(|booking| !booking.booths.is_empty());
    let exhibitors = with_booths.flat_map(|booking| booking.participants.iter().map(|participant| participant.exhibitor));
    ((0..outlines.len()).map(area).sum(), exhibitors.collect())
}

proptest! {
    #![proptest_config(crate::cases(96))]

    #[test]
    fn the_plan_stays_valid_and_what_is_derived_follows(steps in steps()) {
        let mut editor = Editor::new(plan_to_start_with(), 7);
        let mut index = Index::new(editor.plan());
        let counted = |plan: &Plan, index: &Index| ColourBy::ALL.map(|by| Tally::new(plan, index, by, Units::Metres));
        let mut tallies = counted(editor.plan(), &index);
        for step in &steps {
            if let Some(change) = make(&mut editor, step) {
                index.update(editor.plan(), &change);
                prop_assert_eq!(&made_again(editor.plan()), editor.plan());
                prop_assert_eq!(&index, &Index::new(editor.plan()));
                prop_assert!(blocks_agree(editor.plan()));
                tallies.iter_mut().for_each(|tally| tally.update(editor.plan(), &index, &change));
                prop_assert_eq!(&tallies, &counted(editor.plan(), &index));
            }
        }
    }

    #[test]
    fn splitting_and_merging_keep_the_floor_the_other_booths_and_everybody_who_has_a_booth(
        steps in steps(), changes in prop::collection::vec((any::<bool>(), dice()), 1..12),
    ) {
        let mut editor = Editor::new(plan_to_start_with(), 7);
        for step in &steps {
            make(&mut editor, step);
        }
        for (split, dice) in changes {
            let before = editor.plan().clone();
            let edit = if split { dice.split(&before) } else { dice.merge(&before) };
            let Some(edit) = edit else { continue };
            let Ok(outcome) = editor.apply(&edit, Timestamp::UNIX_EPOCH, &Objects::default()) else { continue };
            let (Edit::Split { booths, .. } | Edit::Merge { booths, .. }) = &edit else { unreachable!("{edit:?}") };
            let (floor, exhibitors) = floor_and_exhibitors(&before, &booths.iter().copied().collect());
            let (floor_after, exhibitors_after) = floor_and_exhibitors(editor.plan(), &outcome.added.booths);
            prop_assert!((floor - floor_after).abs() < 0.02, "{floor} became {floor_after} by {edit:?}");
            prop_assert_eq!(exhibitors, exhibitors_after);
            let touched: BTreeSet<_> = booths.iter().chain(&outcome.added.booths).collect();
            prop_assert!(outcome.change.booths.iter().all(|delta| touched.contains(&delta.id)));
        }
    }

    #[test]
    fn open_sides_follow_from_what_stands_around_after_any_edits(steps in steps()) {
        let mut editor = Editor::new(plan_to_start_with(), 7);
        let mut index = Index::new(editor.plan());
        for step in &steps {
            if let Some(change) = make(&mut editor, step) {
                index.update(editor.plan(), &change);
                let (plan, anew) = (editor.plan(), Index::new(editor.plan()));
                // All are asked for at every step, so that whatever is not forgotten in time is found.
                for booth in plan.booths().keys() {
                    prop_assert_eq!(index.derived_open_sides(plan, *booth), anew.derived_open_sides(plan, *booth));
                }
            }
        }
    }

    #[test]
    fn a_block_that_changes_loses_no_booking_and_nothing_that_a_person_said(steps in steps()) {
        let mut editor = Editor::new(plan_to_start_with(), 7);
        for step in &steps {
            let before = editor.plan().clone();
            let Step::Edit(dice) = step else { continue };
            let edit = dice.edit(&before);
            let changed = matches!(edit, Edit::ChangeBlock { .. } | Edit::BreakUp(_) | Edit::AddBlock { .. });
            if editor.apply(&edit, Timestamp::UNIX_EPOCH, &Objects::default()).is_ok() && changed {
                let after = editor.plan();
                prop_assert_eq!(before.bookings(), after.bookings());
                for (id, booth) in before.booths() {
                    let same = |other: &std::sync::Arc<hallplan::plan::Booth>| {
                        (&other.number, other.blocked, &other.note, other.category)
                            == (&booth.number, booth.blocked, &booth.note, booth.category)
                    };
                    let dear = booth.blocked || !booth.note.is_empty() || before.booking_of(*id).is_some();
                    prop_assert!(after.get(*id).map_or(!dear, same), "{:?}", booth);
                }
            }
        }
    }

    #[test]
    fn undoing_all_gives_back_the_same_plan_and_so_does_redoing(steps in steps()) {
        let start = plan_to_start_with();
        let mut editor = Editor::new(start.clone(), 7);
        for step in &steps {
            make(&mut editor, step);
        }
        while editor.history().next_redo().is_some() {
            make(&mut editor, &Step::Redo);
        }
        let end = editor.plan().clone();
        let read_again = file::read(&file::write(&end));
        prop_assert_eq!(read_again.as_ref(), Ok(&end));
        while editor.history().next_undo().is_some() {
            make(&mut editor, &Step::Undo);
        }
        prop_assert_eq!(editor.plan(), &start);
        prop_assert_eq!(file::write(editor.plan()), file::write(&start));
        while editor.history().next_redo().is_some() {
            make(&mut editor, &Step::Redo);
        }
        prop_assert_eq!(editor.plan(), &end);
        prop_assert_eq!(file::write(editor.plan()), file::write(&end));
    }
}
