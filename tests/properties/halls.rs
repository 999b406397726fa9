//! What layers, groups, locks and edits of whole halls keep, after any run of edits.

use crate::random_edits::{Step, plan_to_start_with, steps};
use hallplan::edit::{Edit, Editor, Objects};
use hallplan::geometry::{Length, Mirror};
use hallplan::plan::{BoothId, HallId, Plan};
use jiff::Timestamp;
use proptest::prelude::*;

fn after(steps: &[Step]) -> Editor {
    let mut editor = Editor::new(plan_to_start_with(), 7);
    for step in steps {
        if let Step::Edit(dice) = step {
            let edit = dice.edit(editor.plan());
            let _refused = editor.apply(&edit, Timestamp::UNIX_EPOCH, &Objects::default());
        }
    }
    editor
}

fn first_hall(plan: &Plan) -> Option<HallId> {
    plan.halls().keys().next().copied()
}

/// Everything that stands in a hall but for ids, numbers and groups, in order.
fn look(plan: &Plan, hall: HallId) -> Vec<String> {
    look_without(plan, hall, &[])
}

fn look_without(plan: &Plan, hall: HallId, without: &[BoothId]) -> Vec<String> {
    let booths = plan.booths().iter().filter(|(id, booth)| booth.hall == hall && !without.contains(id));
    let booths = booths.map(|(_, booth)| {
        let (layer, locked) = (booth.binding.layer, booth.binding.locked);
        format!("{:?} {:?} {:?} {} {layer:?} {locked}", booth.outline, booth.category, booth.note, booth.blocked)
    });
    let structures = plan.structures().values().filter(|structure| structure.hall == hall);
    let structures = structures.map(|structure| format!("{:?} {:?}", structure.shape, structure.binding.layer));
    let maps = plan.maps().values().filter(|map| map.hall == hall).map(|map| format!("{:?} {:?}", map.placement, map.file));
    let mut all: Vec<_> = booths.chain(structures).chain(maps).collect();
    all.sort();
    all
}

proptest! {
    #![proptest_config(crate::cases(64))]

    #[test]
    fn a_duplicated_hall_looks_the_same_and_leaves_the_original_as_it_was(steps in steps()) {
        let mut editor = after(&steps);
        let before = editor.plan().clone();
        if let Some(hall) = first_hall(&before) {
            editor.apply(&Edit::DuplicateHall(hall, "Copy of it".into()), Timestamp::UNIX_EPOCH, &Objects::default()).expect("the name is free");
            let plan = editor.plan();
            let copy = plan.hall_named("Copy of it").expect("the hall just made");
            prop_assert_eq!(look(plan, copy), look(&before, hall));
            for (id, booth) in before.booths() {
                prop_assert_eq!(plan.get(*id), Some(booth));
            }
            prop_assert_eq!(plan.bookings(), before.bookings());
            let mut grouped = plan.booths().values().filter(|booth| booth.hall == copy).filter_map(|booth| booth.binding.group);
            let old = |group| before.booths().values().any(|booth| booth.binding.group == Some(group));
            prop_assert!(!grouped.any(old), "a group reaches over two halls");
        }
    }

    #[test]
    fn a_hall_mirrored_twice_is_what_it_was(steps in steps(), left_right in any::<bool>()) {
        let mut editor = after(&steps);
        let before = editor.plan().clone();
        if let Some(hall) = first_hall(&before) {
            let floor = before.get(hall).expect("it is there").outline.bounds();
            let mirror = Mirror::through(floor, left_right);
            for _ in 0..2 {
                if editor.apply(&Edit::MirrorHall(hall, mirror), Timestamp::UNIX_EPOCH, &Objects::default()).is_err() {
                    // Something stands so far out that its mirror image would be beyond all limits.
                    return Ok(());
                }
            }
            // Booths of a block stand where its turned pattern has them, to a tenth of a millimetre or two.
            let in_blocks: Vec<_> = before.booths().iter().filter(|(_, booth)| booth.cell.is_some()).map(|(id, _)| *id).collect();
            for booth in &in_blocks {
                let outline = |plan: &Plan| plan.get(*booth).map(|booth| booth.outline.clone());
                let (Some(was), Some(is)) = (outline(&before), outline(editor.plan())) else { continue };
                prop_assert!(was.centre().distance(is.centre()) <= Length::from_mm(1) && was.size() == is.size());
            }
            prop_assert_eq!(look_without(editor.plan(), hall, &in_blocks), look_without(&before, hall, &in_blocks));
            prop_assert_eq!(editor.plan().bookings(), before.bookings());
        }
    }

    #[test]
    fn nobody_loses_a_booth_by_going_to_another_hall(steps in steps()) {
        let mut editor = after(&steps);
        let before = editor.plan().clone();
        if let (Some(from), Some(to)) = (first_hall(&before), before.halls().keys().next_back().copied()) {
            let booths = before.booths().iter().filter(|(_, booth)| booth.hall == from).map(|(id, _)| *id);
            let objects = Objects::of_booths(booths);
            let edit = Edit::MoveToHall { objects: objects.clone(), hall: to, by: hallplan::geometry::Offset::ZERO };
            if editor.apply(&edit, Timestamp::UNIX_EPOCH, &Objects::default()).is_ok() {
                let plan = editor.plan();
                prop_assert_eq!(plan.bookings(), before.bookings());
                for id in &objects.booths {
                    let (was, is) = (before.get(*id).expect("it was there"), plan.get(*id).expect("it is there"));
                    prop_assert_eq!((&was.number, &was.outline, to), (&is.number, &is.outline, is.hall));
                }
            }
        }
    }

    #[test]
    fn what_is_locked_never_moves_but_with_its_hall(steps in steps()) {
        let mut editor = Editor::new(plan_to_start_with(), 7);
        for step in &steps {
            let Step::Edit(dice) = step else { continue };
            let before = editor.plan().clone();
            let edit = dice.edit(&before);
            if matches!(edit, Edit::RemoveHall(_) | Edit::MirrorHall(..)) {
                continue;
            }
            let _refused = editor.apply(&edit, Timestamp::UNIX_EPOCH, &Objects::default());
            for (id, booth) in before.booths().iter().filter(|(_, booth)| before.is_locked(booth.binding)) {
                let now = editor.plan().get(*id);
                prop_assert_eq!(now.map(|now| (&now.outline, now.hall)), Some((&booth.outline, booth.hall)));
            }
        }
    }

    #[test]
    fn layers_groups_and_locks_lose_nothing(steps in steps()) {
        let mut editor = after(&steps);
        let before = editor.plan().clone();
        let all = Objects {
            booths: before.booths().keys().copied().collect(),
            structures: before.structures().keys().copied().collect(),
            maps: before.maps().keys().copied().collect(),
        };
        let layers: Vec<_> = before.layers().keys().copied().collect();
        let mut edits = vec![Edit::Ungroup(all.clone()), Edit::Group(all.clone()), Edit::SetLocked(all.clone(), true), Edit::SetLocked(all, false)];
        edits.extend(layers.into_iter().map(Edit::RemoveLayer));
        for edit in edits {
            editor.apply(&edit, Timestamp::UNIX_EPOCH, &Objects::default()).expect("it can always be done");
        }
        let plan = editor.plan();
        prop_assert_eq!(plan.booths().len(), before.booths().len());
        prop_assert_eq!(plan.structures().len(), before.structures().len());
        prop_assert!(plan.layers().is_empty());
        prop_assert!(plan.booths().values().zip(before.booths().values()).all(|(is, was)| is.outline == was.outline && is.number == was.number));
        prop_assert!(plan.booths().values().all(|booth| booth.binding.layer.is_none() && !booth.binding.locked));
    }
}
