//! Stories of two people who worked on copies of one file.

use std::collections::BTreeSet;

use super::*;
use crate::edit::{Edit, ExhibitorFields, NewBooth, NewNumber, OnBooked, Origin, Shapes, apply};
use crate::geometry::{Length, Outline, Point, Size};
use crate::plan::{Hall, IdMint, Role, Show, Stage, Status};

/// A copy of the plan, edited by somebody.
struct Copy {
    plan: Plan,
    mint: IdMint,
}

impl Copy {
    fn of(plan: &Plan, tag: u32) -> Self {
        Self { plan: plan.clone(), mint: IdMint::new(tag, plan.largest_counter()) }
    }

    fn edit(&mut self, edit: &Edit) -> &mut Self {
        self.plan = apply(&self.plan, edit, &mut self.mint).unwrap_or_else(|refusal| panic!("{edit:?}: {refusal:?}")).plan;
        self
    }

    fn hall(&mut self, name: &str) -> &mut Self {
        let outline = Outline::rectangle(Point::ORIGIN, Size::from_mm(40_000, 20_000));
        self.edit(&Edit::AddHall(Hall { name: name.into(), outline }))
    }

    fn booth(&mut self, hall: &str, number: &str, x_mm: i64) -> &mut Self {
        let hall = self.plan.hall_named(hall).unwrap();
        let outline = Outline::rectangle(Point::from_mm(x_mm, 0), Size::from_mm(3_000, 3_000));
        let number = NewNumber::Exactly(Number::new(number).unwrap());
        let booths = vec![NewBooth { number, outline, category: None }];
        self.edit(&Edit::Add { hall, booths, structures: Vec::new(), origin: Origin::Drawn })
    }

    fn exhibitor(&mut self, name: &str, contact: &str) -> &mut Self {
        let fields = ExhibitorFields { name: name.into(), contact: contact.into(), ..ExhibitorFields::default() };
        self.edit(&Edit::AddExhibitor(fields))
    }

    fn place(&mut self, exhibitor: &str, number: &str) -> &mut Self {
        let (exhibitor, booth) = (who(&self.plan, exhibitor), booth(&self.plan, number));
        self.edit(&Edit::Place { exhibitor, booths: vec![booth], on_booked: OnBooked::Share(Role::Main) })
    }

    fn stage(&mut self, number: &str, stage: Stage) -> &mut Self {
        let booth = booth(&self.plan, number);
        self.edit(&Edit::SetStage(BTreeSet::from([booth]), stage))
    }

    fn renumber(&mut self, from: &str, to: &str) -> &mut Self {
        let booth = booth(&self.plan, from);
        self.edit(&Edit::Renumber(vec![(booth, Number::new(to).unwrap())]))
    }

    fn remove(&mut self, number: &str) -> &mut Self {
        let booth = booth(&self.plan, number);
        self.edit(&Edit::Remove(crate::edit::Objects::of_booths([booth])))
    }
}

fn booth(plan: &Plan, number: &str) -> BoothId {
    plan.booth_numbered(&Number::new(number).unwrap()).unwrap_or_else(|| panic!("no booth {number}"))
}

fn who(plan: &Plan, name: &str) -> ExhibitorId {
    plan.exhibitor_named(name, "").unwrap_or_else(|| panic!("no exhibitor {name}"))
}

/// The show as both have it in the morning, and their two copies.
fn morning() -> (Plan, Copy, Copy) {
    let mut copy = Copy::of(&Plan::new(Show { name: "IT Partners".into(), ..Show::default() }), 1);
    copy.hall("Hall 1").booth("Hall 1", "A1", 0).booth("Hall 1", "A2", 3_000).booth("Hall 1", "A3", 6_000);
    copy.exhibitor("Synology", "").exhibitor("QNAP", "").place("Synology", "A1");
    let base = copy.plan;
    let (ours, theirs) = (Copy::of(&base, 2), Copy::of(&base, 3));
    (base, ours, theirs)
}

/// What is merged of both in the evening, and what a person would say of the clashes.
fn evening((base, ours, theirs): &(Plan, Copy, Copy)) -> (Plan, Vec<ClashKind>) {
    let merged = merge(base, &ours.plan, &theirs.plan, &Choices::new()).unwrap();
    (merged.plan, merged.clashes.into_iter().map(|clash| clash.kind).collect())
}

#[test]
fn one_moves_a_booth_and_the_other_sells_it() {
    let mut day = morning();
    let id = booth(&day.0, "A2");
    let outline = Outline::rectangle(Point::from_mm(3_000, 5_000), Size::from_mm(3_000, 3_000));
    let shapes = Shapes { booths: vec![(id, outline.clone())], ..Shapes::default() };
    day.1.edit(&Edit::Reshape(crate::edit::Gesture::Move, shapes));
    day.2.place("QNAP", "A2").renumber("A2", "B7");
    let (plan, clashes) = evening(&day);
    assert_eq!(clashes, []);
    assert_eq!((booth(&plan, "B7"), &plan.get(id).unwrap().outline), (id, &outline));
    assert_eq!(plan.participants(id)[0].exhibitor, who(&plan, "QNAP"));
}

#[test]
fn both_sell_the_same_booth_and_who_came_further_keeps_it() {
    let mut day = morning();
    day.1.place("QNAP", "A2");
    day.2.exhibitor("Acer", "").place("Acer", "A2").stage("A2", Stage::Paid);
    let (plan, clashes) = evening(&day);
    let id = booth(&plan, "A2");
    assert!(matches!(clashes.as_slice(), [ClashKind::BookedTwice { kept: Side::Theirs, .. }]), "{clashes:?}");
    assert_eq!((plan.participants(id)[0].exhibitor, plan.status(id)), (who(&plan, "Acer"), Status::Paid));
    // Nobody is forgotten: the other one waits for a booth, its stage kept.
    let waiting = plan.bookings_of(who(&plan, "QNAP")).next().unwrap();
    assert_eq!(plan.get(waiting).unwrap().stage, Stage::Reserved);

    let ours = Choices::from([((id.into(), Some(Field::Booths)), Side::Ours)]);
    let plan = merge(&day.0, &day.1.plan, &day.2.plan, &ours).unwrap().plan;
    assert_eq!(plan.participants(id)[0].exhibitor, who(&plan, "QNAP"));
}

#[test]
fn one_removes_a_booth_that_the_other_sells() {
    let mut day = morning();
    day.1.remove("A3");
    day.2.place("QNAP", "A3");
    let (plan, clashes) = evening(&day);
    assert_eq!(clashes, [ClashKind::Removed { by: Side::Ours, is_gone: false }]);
    assert_eq!(plan.booths_of(who(&plan, "QNAP")), [booth(&plan, "A3")]);
}

#[test]
fn a_changed_booth_that_the_other_removed_stays_or_goes_as_is_chosen() {
    let mut day = morning();
    day.1.remove("A3");
    day.2.renumber("A3", "C9");
    let id = booth(&day.0, "A3");
    assert_eq!(evening(&day).1, [ClashKind::Removed { by: Side::Ours, is_gone: false }]);
    let choices = Choices::from([((id.into(), None), Side::Ours)]);
    let merged = merge(&day.0, &day.1.plan, &day.2.plan, &choices).unwrap();
    assert_eq!((merged.plan.get(id), merged.change.is_empty()), (None, true));
    assert_eq!(merged.clashes[0].kind, ClashKind::Removed { by: Side::Ours, is_gone: true });
}

#[test]
fn both_renumber_a_booth_and_one_of_the_numbers_is_kept() {
    let mut day = morning();
    day.1.renumber("A1", "B1");
    day.2.renumber("A1", "C1");
    let id = booth(&day.0, "A1");
    let (plan, clashes) = evening(&day);
    assert_eq!(clashes, [ClashKind::Field { field: Field::Number, kept: Side::Theirs }]);
    assert_eq!(booth(&plan, "C1"), id);
    let choices = Choices::from([((id.into(), Some(Field::Number)), Side::Ours)]);
    assert_eq!(booth(&merge(&day.0, &day.1.plan, &day.2.plan, &choices).unwrap().plan, "B1"), id);
}

#[test]
fn both_draw_a_booth_of_one_number_and_the_second_gets_the_next() {
    let mut day = morning();
    day.1.booth("Hall 1", "A4", 9_000);
    day.2.booth("Hall 1", "A4", 12_000);
    let (plan, clashes) = evening(&day);
    let number = |text: &str| Number::new(text).unwrap();
    assert_eq!(clashes, [ClashKind::Number { wanted: number("A4"), got: number("A5") }]);
    assert_eq!(plan.get(booth(&plan, "A5")).unwrap().outline.bounds().min().x, Length::from_mm(12_000));
}

#[test]
fn both_enter_the_same_new_exhibitor_and_there_is_one() {
    let mut day = morning();
    day.1.exhibitor("Acer", "").place("Acer", "A2");
    day.2.exhibitor("acer", "+33 1 23").place("acer", "A3");
    let (plan, clashes) = evening(&day);
    // Their spelling and their contacts differ, and that is said.
    assert_eq!(clashes.len(), 2, "{clashes:?}");
    assert_eq!(plan.exhibitors().len(), 3);
    assert_eq!(plan.booths_of(who(&plan, "Acer")), [booth(&plan, "A2"), booth(&plan, "A3")]);
}

#[test]
fn a_hall_that_one_removes_stays_where_the_other_drew_in_it() {
    let mut day = morning();
    day.1.hall("Hall 2");
    let base = day.1.plan.clone();
    let (mut ours, mut theirs) = (Copy::of(&base, 2), Copy::of(&base, 3));
    ours.edit(&Edit::RemoveHall(base.hall_named("Hall 2").unwrap()));
    theirs.booth("Hall 2", "Z1", 0);
    let (plan, clashes) = evening(&(base, ours, theirs));
    assert_eq!(clashes, [ClashKind::Removed { by: Side::Ours, is_gone: false }]);
    assert_eq!(plan.get(booth(&plan, "Z1")).unwrap().hall, plan.hall_named("Hall 2").unwrap());
}

#[test]
fn one_blocks_the_booth_that_the_other_sells() {
    let mut day = morning();
    let id = booth(&day.0, "A2");
    day.1.edit(&Edit::SetBlocked(BTreeSet::from([id]), true));
    day.2.place("QNAP", "A2");
    let (plan, clashes) = evening(&day);
    assert_eq!(clashes, [ClashKind::BlockedAndBooked { blocked_by: Side::Ours }]);
    assert_eq!(plan.status(id), Status::Reserved);
}

#[test]
fn both_add_a_hall_of_one_name_and_one_is_renamed() {
    let mut day = morning();
    day.1.hall("Annex").booth("Annex", "X1", 0);
    day.2.hall("Annex").booth("Annex", "Y1", 0);
    let (plan, clashes) = evening(&day);
    assert_eq!(clashes, [ClashKind::Name { wanted: "Annex".into(), got: "Annex (2)".into() }]);
    assert_ne!(plan.get(booth(&plan, "X1")).unwrap().hall, plan.get(booth(&plan, "Y1")).unwrap().hall);
}
