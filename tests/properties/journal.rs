//! The recovery journal: whatever was done, undone and done again comes back, to the last whole entry.

use hallplan::edit::Editor;
use hallplan::file::journal::{JournalWriter, replay};
use hallplan::file::merge::{Choices, merge};
use hallplan::plan::Plan;
use jiff::Timestamp;
use proptest::prelude::*;

use crate::edits::make;
use crate::random_edits::{Step, plan_to_start_with, steps};

/// What was done to a plan, and its journal with the plan after each entry.
fn worked(base: &Plan, steps: &[Step]) -> (Editor, String, Vec<(usize, Plan)>) {
    let mut editor = Editor::new(base.clone(), 5);
    let (mut writer, mut journal, mut stages) = (JournalWriter::new(base), String::new(), vec![(0, base.clone())]);
    for step in steps {
        let undone = editor.history().next_redo().map(|entry| entry.change.clone());
        let Some(change) = make(&mut editor, step).filter(|change| !change.is_empty()) else { continue };
        journal.push_str(&match step {
            Step::Undo => JournalWriter::undone(),
            Step::Redo => {
                assert!(undone.is_some());
                JournalWriter::redone()
            }
            Step::Edit(_) => writer.done("move 12 booths", Timestamp::UNIX_EPOCH, &change),
        });
        stages.push((journal.len(), editor.plan().clone()));
    }
    (editor, journal, stages)
}

proptest! {
    #![proptest_config(crate::cases(128))]

    #[test]
    fn a_journal_brings_back_the_plan_and_all_that_can_be_undone(steps in steps()) {
        let base = plan_to_start_with();
        let (mut editor, journal, _) = worked(&base, &steps);
        let mut again = replay(base.clone(), journal.as_bytes(), 6);
        prop_assert!(again.is_whole);
        prop_assert_eq!(again.editor.plan(), editor.plan());
        prop_assert_eq!(again.editor.history().steps(), editor.history().steps());
        while editor.history().steps() > 0 {
            prop_assert!(editor.undo().is_ok_and(|undone| undone.is_some()));
            prop_assert!(again.editor.undo().is_ok_and(|undone| undone.is_some()));
            prop_assert_eq!(again.editor.plan(), editor.plan());
        }
        prop_assert_eq!(again.editor.plan(), &base);
    }

    #[test]
    fn of_a_journal_cut_anywhere_every_whole_entry_comes_back(steps in steps(), part in 0.0..1.0_f64) {
        let base = plan_to_start_with();
        let (_, journal, stages) = worked(&base, &steps);
        let cut = (journal.len() as f64 * part) as usize;
        let again = replay(base, &journal.as_bytes()[..cut], 6);
        let (end, plan) = stages.iter().rfind(|(end, _)| *end <= cut).expect("nothing is there at first");
        prop_assert_eq!(again.editor.plan(), plan);
        prop_assert_eq!(again.is_whole, *end == cut);
    }

    #[test]
    fn of_a_damaged_journal_nothing_is_trusted_from_the_damage_on(steps in steps(), part in 0.0..1.0_f64, bit in 0_u8..8) {
        let base = plan_to_start_with();
        let (_, journal, stages) = worked(&base, &steps);
        prop_assume!(!journal.is_empty());
        let place = (journal.len() as f64 * part) as usize;
        let mut bytes = journal.into_bytes();
        bytes[place] ^= 1 << bit;
        let again = replay(base, &bytes, 6);
        let (_, plan) = stages.iter().rfind(|(end, _)| *end <= place).expect("nothing is there at first");
        prop_assert_eq!(again.editor.plan(), plan);
        prop_assert!(!again.is_whole);
    }

    #[test]
    fn what_came_in_from_a_colleague_is_one_step_that_can_be_undone(ours in steps(), theirs in steps()) {
        let base = plan_to_start_with();
        let (mut ours, _, _) = worked(&base, &ours);
        let mut other = Editor::new(base.clone(), 7);
        theirs.iter().for_each(|step| drop(make(&mut other, step)));
        let before = ours.plan().clone();
        let merged = merge(&base, &before, other.plan(), &Choices::new()).expect("two valid plans of one base merge");
        let name = hallplan::edit::EditName::TakeIn(1);
        let change = ours.take_in(name, merged.change.clone(), Timestamp::UNIX_EPOCH).expect("what was merged can be taken in");
        prop_assert_eq!(&change, &merged.change);
        prop_assert_eq!(ours.plan(), &merged.plan);
        if !change.is_empty() {
            prop_assert!(ours.undo().is_ok_and(|undone| undone.is_some()));
            prop_assert_eq!(ours.plan(), &before);
        }
    }
}
