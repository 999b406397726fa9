//! What holds after any run of edits: the plan stays valid, what is derived follows, undo and redo give back the same.

use crate::random_edits::{Step, plan_to_start_with, steps};
use hallplan::edit::{Editor, Objects};
use hallplan::file;
use hallplan::index::Index;
use hallplan::plan::{Draft, Plan, Record, Show};
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
    put_all::<hallplan::plan::StructureId>(&mut draft, plan);
    put_all::<hallplan::plan::MapId>(&mut draft, plan);
    put_all::<hallplan::plan::CategoryId>(&mut draft, plan);
    put_all::<hallplan::plan::BoothId>(&mut draft, plan);
    put_all::<hallplan::plan::ExhibitorId>(&mut draft, plan);
    put_all::<hallplan::plan::BookingId>(&mut draft, plan);
    draft.finish().expect("a plan that edits made keeps every rule").0
}

/// Makes one step; the change that it made, if any.
fn make(editor: &mut Editor, step: &Step) -> Option<hallplan::plan::Change> {
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn the_plan_stays_valid_and_the_index_follows(steps in steps()) {
        let mut editor = Editor::new(plan_to_start_with(), 7);
        let mut index = Index::new(editor.plan());
        for step in &steps {
            if let Some(change) = make(&mut editor, step) {
                index.update(editor.plan(), &change);
                prop_assert_eq!(&made_again(editor.plan()), editor.plan());
                prop_assert_eq!(&index, &Index::new(editor.plan()));
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
