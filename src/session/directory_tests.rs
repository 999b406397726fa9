use proptest::prelude::*;

use super::*;
use crate::edit::{Edit, Editor, ExhibitorFields, NewBooth, NewNumber, Objects, OnBooked, Origin};
use crate::geometry::{Outline, Point, Size};
use crate::plan::{BoothId, Hall, Number, Show};

fn fields(name: &str) -> ExhibitorFields {
    ExhibitorFields { name: name.into(), ..ExhibitorFields::default() }
}

fn made(editor: &mut Editor, edit: &Edit) -> Option<Change> {
    let outcome = editor.apply(edit, jiff::Timestamp::UNIX_EPOCH, &Objects::default());
    outcome.ok().map(|outcome| outcome.change)
}

/// A hall with six booths, and thirty exhibitors.
fn fair() -> Editor {
    let mut editor = Editor::new(Plan::new(Show::default()), 7);
    let square = |x: i64, side: i64| Outline::rectangle(Point::from_mm(x, 0), Size::from_mm(side, side));
    made(&mut editor, &Edit::AddHall(Hall { name: "1".into(), outline: square(0, 40_000) }));
    let hall = *editor.plan().halls().keys().next().unwrap();
    let booth = |place: i64| NewBooth { number: NewNumber::Next, outline: square(place * 3_000, 3_000), category: None };
    made(&mut editor, &Edit::Add { hall, booths: (0..6).map(booth).collect(), structures: Vec::new(), origin: Origin::Drawn });
    for number in 0..30 {
        made(&mut editor, &Edit::AddExhibitor(fields(&format!("{} {number}", ["Acer", "Éclair", "Zeta"][number % 3]))));
    }
    editor
}

/// One of the edits, on things that the dice choose.
fn edit(plan: &Plan, kind: u8, which: usize) -> Option<Edit> {
    let booths: Vec<BoothId> = plan.booths().keys().copied().collect();
    let booth = *booths.get(which % booths.len())?;
    let exhibitors: Vec<_> = plan.exhibitors().keys().copied().collect();
    let exhibitor = *exhibitors.get(which % exhibitors.len().max(1))?;
    Some(match kind {
        0 => Edit::Place { exhibitor, booths: vec![booth], on_booked: OnBooked::Replace },
        1 => Edit::Free([booth].into()),
        2 => Edit::ChangeExhibitor(exhibitor, fields(&format!("Other {}", which % 50))),
        3 => Edit::RemoveExhibitors([exhibitor].into()),
        4 => Edit::AddExhibitor(fields(&format!("New {which}"))),
        _ => Edit::SetNumber(booth, Number::new(&format!("Z{which}"))?),
    })
}

fn listed(directory: &Directory) -> (Vec<ExhibitorId>, [usize; 3], usize) {
    (directory.shown().collect(), Filter::ALL.map(|filter| directory.count(filter)), directory.found_in_all())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn a_list_that_follows_changes_is_the_one_made_from_nothing(
        dice in prop::collection::vec((0_u8..7, 0_usize..1_000), 1..30), filter in 0_usize..3, search in "|z|acer|1",
    ) {
        let mut editor = fair();
        let prepared = |plan: &Plan| {
            let mut directory = Directory::new(plan, Language::French);
            directory.set_filter(Filter::ALL[filter]);
            directory.set_search(search.clone());
            directory
        };
        let mut directory = prepared(editor.plan());
        for (kind, which) in dice {
            let change = match edit(editor.plan(), kind, which) {
                Some(edit) if kind < 6 => made(&mut editor, &edit),
                _ => editor.undo().ok().flatten().map(|(change, _)| change),
            };
            if let Some(change) = change {
                directory.update(editor.plan(), &change);
            }
            prop_assert_eq!(listed(&directory), listed(&prepared(editor.plan())));
        }
    }
}
