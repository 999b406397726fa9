//! The rules of bookings, one test each: who is where before, an edit, who is where after.

use jiff::Timestamp;

use super::*;
use crate::geometry::{Point, Size};
use crate::plan::Plan;

/// A show with the booths A1 to A4 in one hall and the exhibitors Acer, Asus, MSI and QNAP.
pub(super) struct Fair {
    pub(super) editor: Editor,
    hall: HallId,
}

pub(super) fn number(text: &str) -> Number {
    Number::new(text).unwrap()
}

fn fields(name: &str) -> ExhibitorFields {
    ExhibitorFields { name: name.into(), ..ExhibitorFields::default() }
}

impl Fair {
    pub(super) fn new() -> Self {
        let mut editor = Editor::new(Plan::new(Show::default()), 1);
        let outline = Outline::rectangle(Point::ORIGIN, Size::from_mm(40_000, 20_000));
        let made = editor.apply(&Edit::AddHall(Hall { name: "1".into(), outline }), Timestamp::UNIX_EPOCH, &Objects::default());
        let hall = made.unwrap().plan.hall_named("1").unwrap();
        let mut fair = Self { editor, hall };
        let booth = |place: i64| NewBooth {
            number: NewNumber::Exactly(number(&format!("A{place}"))),
            outline: Outline::rectangle(Point::from_mm(place * 3_000, 0), Size::from_mm(3_000, 3_000)),
            category: None,
        };
        let booths = (1..=4).map(booth).collect();
        fair.make(Edit::Add { hall, booths, structures: Vec::new(), origin: Origin::Drawn });
        for name in ["Acer", "Asus", "MSI", "QNAP"] {
            fair.make(Edit::AddExhibitor(fields(name)));
        }
        fair
    }

    pub(super) fn plan(&self) -> &Plan {
        self.editor.plan()
    }

    pub(super) fn try_to(&mut self, edit: Edit) -> Result<Objects, Refusal> {
        let outcome = self.editor.apply(&edit, Timestamp::UNIX_EPOCH, &Objects::default())?;
        Ok(outcome.added)
    }

    #[track_caller]
    pub(super) fn make(&mut self, edit: Edit) {
        self.try_to(edit).expect("the edit is made");
    }

    pub(super) fn booth(&self, text: &str) -> BoothId {
        self.plan().booth_numbered(&number(text)).unwrap()
    }

    pub(super) fn booths<C: FromIterator<BoothId>>(&self, text: &str) -> C {
        text.split_whitespace().map(|number| self.booth(number)).collect()
    }

    fn who(&self, name: &str) -> ExhibitorId {
        self.plan().exhibitor_named(name, "").unwrap()
    }

    fn place(&self, name: &str, booths: &str, on_booked: OnBooked) -> Edit {
        Edit::Place { exhibitor: self.who(name), booths: self.booths(booths), on_booked }
    }

    fn rebook(&self, from: &str, to: &str, on_booked: OnBooked) -> Edit {
        Edit::Rebook { from: self.booth(from), to: self.booth(to), on_booked }
    }

    fn stage(&self, booths: &str, stage: Stage) -> Edit {
        Edit::SetStage(self.booths(booths), stage)
    }

    /// `Acer on A1, paid` and so on: each with its booths and its stage, co-exhibitors in brackets.
    pub(super) fn with(bookings: &[(&str, &str, Stage)]) -> Self {
        let mut fair = Self::new();
        for (who, booths, stage) in bookings {
            let mut names = who.split_whitespace();
            if let Some(first) = names.next() {
                fair.make(fair.place(first, booths, OnBooked::Refuse));
            }
            for name in names {
                let role = if name.starts_with('(') { Role::Co } else { Role::Main };
                fair.make(fair.place(name.trim_matches(['(', ')']), booths, OnBooked::Share(role)));
            }
            fair.make(fair.stage(booths, *stage));
        }
        fair
    }

    /// Every booking: its booths, who, and its stage; in the order in which they were made.
    pub(super) fn bookings(&self) -> Vec<String> {
        let bookings = self.plan().bookings().values();
        let line = |booking: &std::sync::Arc<crate::plan::Booking>| {
            let booths: Vec<_> = booking.booths.iter().map(|id| self.plan().get(*id).unwrap().number.to_string()).collect();
            let who = booking.participants.iter().map(|participant| {
                let name = &self.plan().get(participant.exhibitor).unwrap().name;
                if participant.role == Role::Co { format!("({name})") } else { name.clone() }
            });
            let words: Vec<_> = who.chain([format!("{:?}", booking.stage.status()).to_lowercase()]).collect();
            format!("{}: {}", if booths.is_empty() { "waiting".into() } else { booths.join(" ") }, words.join(" "))
        };
        bookings.map(line).collect()
    }
}

pub(super) const HELD: Stage = Stage::Held { until: None };
const SHARE: OnBooked = OnBooked::Share(Role::Main);

/// What the bookings are after an edit.
#[track_caller]
pub(super) fn check(before: &[(&str, &str, Stage)], edit: impl FnOnce(&Fair) -> Edit, after: &[&str]) {
    let mut fair = Fair::with(before);
    let edit = edit(&fair);
    fair.make(edit);
    assert_eq!(fair.bookings(), after);
}

/// Why an edit is refused; the plan is then as it was.
#[track_caller]
pub(super) fn refused(before: &[(&str, &str, Stage)], edit: impl FnOnce(&Fair) -> Edit) -> Refusal {
    let mut fair = Fair::with(before);
    let (edit, plan) = (edit(&fair), fair.plan().clone());
    let refusal = fair.try_to(edit).expect_err("the edit is refused");
    assert_eq!(*fair.plan(), plan);
    refusal
}

#[test]
fn an_exhibitor_is_placed_on_several_booths_in_one_booking() {
    check(&[], |fair| fair.place("Acer", "A1 A2", OnBooked::Refuse), &["A1 A2: Acer reserved"]);
}

#[test]
fn a_booth_named_twice_is_given_once() {
    check(&[], |fair| fair.place("Acer", "A1 A1", OnBooked::Refuse), &["A1: Acer reserved"]);
}

#[test]
fn a_booked_booth_is_not_given_away_unasked() {
    let refusal = refused(&[("Acer MSI", "A1", Stage::Paid)], |fair| fair.place("Asus", "A1", OnBooked::Refuse));
    let Refusal::BoothTaken { number: taken, by, .. } = refusal else { panic!("{refusal:?}") };
    assert_eq!((taken, by), (number("A1"), vec!["Acer".to_owned(), "MSI".to_owned()]));
}

#[test]
fn an_exhibitor_is_not_placed_twice_on_one_booth() {
    let refusal = refused(&[("Acer", "A1", Stage::Paid)], |fair| fair.place("Acer", "A1", SHARE));
    assert_eq!(refusal, Refusal::AlreadyThere { number: number("A1"), exhibitor: "Acer".into() });
}

#[test]
fn sharing_keeps_the_stage_of_the_booking() {
    let paid = &[("Acer", "A1", Stage::Paid)];
    check(paid, |fair| fair.place("Asus", "A1", SHARE), &["A1: Acer Asus paid"]);
    check(paid, |fair| fair.place("Asus", "A1", OnBooked::Share(Role::Co)), &["A1: Acer (Asus) paid"]);
}

#[test]
fn who_shares_one_booth_of_a_booking_gets_that_one_alone() {
    let before = &[("Acer", "A1 A2", Stage::Paid), ("MSI", "A4", Stage::Reserved)];
    let after = ["A2: Acer paid", "A4: MSI reserved", "A1: Acer Asus paid"];
    check(before, |fair| fair.place("Asus", "A1", SHARE), &after);
    check(before, |fair| fair.rebook("A4", "A1", SHARE), &["A2: Acer paid", "A1: Acer MSI paid"]);
}

#[test]
fn two_booths_of_one_booking_are_shared_together() {
    check(&[("Acer", "A1 A2", Stage::Paid)], |fair| fair.place("Asus", "A1 A2", SHARE), &["A1 A2: Acer Asus paid"]);
}

#[test]
fn replacing_sends_those_who_were_there_back_to_the_list_with_their_stage() {
    let after = ["waiting: Acer paid", "A1: Asus reserved"];
    check(&[("Acer", "A1", Stage::Paid)], |fair| fair.place("Asus", "A1", OnBooked::Replace), &after);
}

#[test]
fn who_comes_back_from_the_list_has_the_stage_that_it_had() {
    let mut fair = Fair::with(&[("Acer", "A1", Stage::Paid)]);
    fair.make(Edit::Free(fair.booths("A1")));
    assert_eq!(fair.bookings(), ["waiting: Acer paid"]);
    fair.make(fair.place("Acer", "A3", OnBooked::Refuse));
    assert_eq!(fair.bookings(), ["A3: Acer paid"]);
}

#[test]
fn swapping_exchanges_booths_and_the_stages_go_along() {
    let before = &[("Acer", "A1", Stage::Paid), ("Asus", "A2", Stage::Contracted)];
    let after = ["A2: Acer paid", "A1: Asus contracted"];
    check(before, |fair| fair.place("Asus", "A1", OnBooked::Swap), &after);
    check(before, |fair| fair.rebook("A1", "A2", OnBooked::Swap), &after);
}

#[test]
fn two_booths_are_swapped_for_two() {
    let before = &[("Acer", "A1", Stage::Paid), ("MSI", "A2", Stage::Reserved), ("Asus", "A3 A4", Stage::Contracted)];
    let after = ["A3: Acer paid", "A4: MSI reserved", "A1 A2: Asus contracted"];
    check(before, |fair| fair.place("Asus", "A1 A2", OnBooked::Swap), &after);
}

#[test]
fn who_has_no_booth_has_nothing_to_swap() {
    let refusal = |fair: &Fair| fair.place("Asus", "A1", OnBooked::Swap);
    assert!(matches!(refused(&[("Acer", "A1", Stage::Paid)], refusal), Refusal::NothingToSwap(_)));
}

#[test]
fn a_booth_held_for_nobody_is_held_for_whoever_is_placed_there() {
    check(&[("", "A1", HELD)], |fair| fair.place("Acer", "A1", OnBooked::Refuse), &["A1: Acer held"]);
}

#[test]
fn a_hold_for_nobody_gives_way_to_a_booking_that_waits_for_a_booth() {
    let mut fair = Fair::with(&[("Acer", "A1", Stage::Paid), ("", "A2", HELD)]);
    fair.make(Edit::Free(fair.booths("A1")));
    fair.make(fair.place("Acer", "A2", OnBooked::Refuse));
    assert_eq!(fair.bookings(), ["A2: Acer paid"]);
}

#[test]
fn a_booking_moves_to_another_booth_with_all_its_exhibitors_and_its_stage() {
    let before = &[("Acer (Asus)", "A1 A2", Stage::Paid)];
    check(before, |fair| fair.rebook("A2", "A4", OnBooked::Refuse), &["A1 A4: Acer (Asus) paid"]);
}

#[test]
fn moving_a_booking_onto_a_booked_booth_asks_first() {
    let before = &[("Acer", "A1", Stage::Paid), ("Asus", "A2", Stage::Reserved)];
    assert!(matches!(refused(before, |fair| fair.rebook("A1", "A2", OnBooked::Refuse)), Refusal::BoothTaken { .. }));
    check(before, |fair| fair.rebook("A1", "A2", OnBooked::Replace), &["A2: Acer paid", "waiting: Asus reserved"]);
    check(before, |fair| fair.rebook("A1", "A2", SHARE), &["A2: Asus Acer reserved"]);
    check(before, |fair| fair.rebook("A1", "A2", OnBooked::Share(Role::Co)), &["A2: Asus (Acer) reserved"]);
}

#[test]
fn who_moves_in_as_a_main_brings_its_co_exhibitors_as_such() {
    let before = &[("Acer (MSI)", "A1", Stage::Paid), ("Asus", "A2", Stage::Reserved)];
    check(before, |fair| fair.rebook("A1", "A2", SHARE), &["A2: Asus Acer (MSI) reserved"]);
}

#[test]
fn who_shares_one_of_its_booths_with_others_keeps_the_rest() {
    let before = &[("Acer", "A1 A2", Stage::Paid), ("Asus", "A3", Stage::Reserved)];
    check(before, |fair| fair.rebook("A1", "A3", SHARE), &["A2: Acer paid", "A3: Asus Acer reserved"]);
}

#[test]
fn a_booking_does_not_fall_back_to_held_by_moving_onto_a_hold_for_nobody() {
    let before = &[("Acer (MSI)", "A1", Stage::Paid), ("", "A2", HELD)];
    check(before, |fair| fair.rebook("A1", "A2", SHARE), &["A2: Acer (MSI) paid"]);
}

#[test]
fn moving_within_a_booking_changes_nothing() {
    let before = &[("Acer", "A1 A2", Stage::Paid)];
    for on_booked in [OnBooked::Refuse, OnBooked::Swap, OnBooked::Replace, SHARE] {
        check(before, |fair| fair.rebook("A1", "A2", on_booked), &["A1 A2: Acer paid"]);
    }
}

#[test]
fn a_booth_without_a_booking_has_nobody_to_move() {
    assert_eq!(refused(&[], |fair| fair.rebook("A1", "A2", OnBooked::Refuse)), Refusal::NobodyThere(number("A1")));
}

#[test]
fn a_blocked_booth_is_given_to_nobody_and_a_booked_one_is_not_blocked() {
    let mut fair = Fair::with(&[("Acer", "A1", Stage::Paid)]);
    fair.make(Edit::SetBlocked(fair.booths("A2"), true));
    let blocked = Err(Refusal::BoothBlocked(number("A2")));
    assert_eq!(fair.try_to(fair.place("Asus", "A2", OnBooked::Replace)), blocked);
    assert_eq!(fair.try_to(fair.rebook("A1", "A2", OnBooked::Replace)), blocked);
    assert_eq!(fair.try_to(fair.stage("A2", HELD)), blocked);
    let booked = Refusal::BlockedAndBooked { number: number("A1"), by: vec!["Acer".into()] };
    assert_eq!(fair.try_to(Edit::SetBlocked(fair.booths("A1"), true)), Err(booked));
}

#[test]
fn a_stage_is_that_of_the_whole_booking() {
    check(&[("Acer", "A1 A2", Stage::Reserved)], |fair| fair.stage("A2", Stage::Paid), &["A1 A2: Acer paid"]);
}

#[test]
fn only_held_needs_nobody() {
    check(&[], |fair| fair.stage("A1 A2", HELD), &["A1: held", "A2: held"]);
    assert_eq!(refused(&[], |fair| fair.stage("A1", Stage::Paid)), Refusal::NobodyThere(number("A1")));
    let held = &[("", "A1", HELD)];
    assert_eq!(refused(held, |fair| fair.stage("A1", Stage::Reserved)), Refusal::NobodyThere(number("A1")));
}

#[test]
fn freeing_a_hold_for_nobody_leaves_nothing_behind() {
    check(&[("", "A1", HELD)], |fair| Edit::Free(fair.booths("A1")), &[]);
}

#[test]
fn removing_a_booth_sends_its_exhibitors_back_to_the_list() {
    let remove = |fair: &Fair| Edit::Remove(Objects::of_booths([fair.booth("A1")]));
    check(&[("Acer", "A1", Stage::Paid)], remove, &["waiting: Acer paid"]);
    check(&[("Acer", "A1 A2", Stage::Paid)], remove, &["A2: Acer paid"]);
}

#[test]
fn removing_a_hall_sends_its_exhibitors_back_to_the_list() {
    check(&[("Acer", "A1 A2", Stage::Paid)], |fair| Edit::RemoveHall(fair.hall), &["waiting: Acer paid"]);
}

#[test]
fn when_the_last_main_leaves_the_first_co_exhibitor_becomes_one() {
    let leave = |fair: &Fair| Edit::Leave { booth: fair.booth("A1"), exhibitor: fair.who("Acer") };
    check(&[("Acer (Asus) (MSI)", "A1", Stage::Paid)], leave, &["A1: Asus (MSI) paid"]);
    check(&[("Acer", "A1", Stage::Paid)], leave, &[]);
    check(&[("Acer", "A1", HELD)], leave, &["A1: held"]);
}

#[test]
fn exhibitors_who_share_a_booth_can_be_removed_together() {
    let remove = |fair: &Fair| Edit::RemoveExhibitors([fair.who("Acer"), fair.who("Asus")].into());
    check(&[("Acer (Asus) MSI", "A1", Stage::Paid)], remove, &["A1: MSI paid"]);
    check(&[("Acer (Asus)", "A1 A2", Stage::Paid)], remove, &[]);
}

#[test]
fn a_booking_keeps_a_main_exhibitor() {
    let set =
        |who: &'static str, role| move |fair: &Fair| Edit::SetRole { booth: fair.booth("A1"), exhibitor: fair.who(who), role };
    let before = &[("Acer (Asus)", "A1", Stage::Paid)];
    check(before, set("Asus", Role::Main), &["A1: Acer Asus paid"]);
    assert_eq!(refused(before, set("Acer", Role::Co)), Refusal::LastMain { number: number("A1") });
    assert_eq!(refused(before, set("MSI", Role::Co)), Refusal::Gone);
}

#[test]
fn a_line_of_a_list_adds_whom_it_names_and_shares_booths_that_are_taken() {
    let line = |name: &str, booths: &[&str], stage| Edit::TakeIn {
        fields: fields(name),
        booths: booths.iter().map(|text| number(text)).collect(),
        role: Role::Main,
        stage,
    };
    check(&[], |_| line("Synology", &["A1", "A2"], None), &["A1 A2: Synology reserved"]);
    check(&[], |_| line("Synology", &["A1"], Some(Stage::Paid)), &["A1: Synology paid"]);
    let before = &[("Acer", "A1 A2", Stage::Paid)];
    check(before, |_| line("ACER", &["a1"], None), &["A1 A2: Acer paid"]);
    check(before, |_| line("Asus", &["A1", "A2", "A3"], None), &["A1 A2: Acer Asus paid", "A3: Asus reserved"]);
    check(before, |_| line("Asus", &["A1"], None), &["A2: Acer paid", "A1: Acer Asus paid"]);
    assert_eq!(refused(&[], |_| line("Synology", &["Z9"], None)), Refusal::NoSuchBooth(number("Z9")));
}

#[test]
fn several_edits_are_one_step_and_none_is_made_where_one_is_refused() {
    let name = EditName::ImportExhibitors(2);
    let place = |fair: &Fair, who| fair.place(who, "A1", OnBooked::Refuse);
    let both = |fair: &Fair| Edit::Together(name.clone(), vec![place(fair, "Acer"), place(fair, "Asus")]);
    assert!(matches!(refused(&[], both), Refusal::BoothTaken { .. }));
    let mut fair = Fair::new();
    let steps = fair.editor.history().steps();
    fair.make(Edit::Together(name.clone(), vec![place(&fair, "Acer"), fair.stage("A2", HELD)]));
    assert_eq!(fair.editor.history().steps(), steps + 1);
    assert_eq!(fair.editor.history().next_undo().map(|entry| &entry.name), Some(&name));
}

#[test]
fn undo_gives_back_who_was_where_and_what_was_selected() {
    let mut fair = Fair::with(&[("Acer", "A1", Stage::Paid)]);
    let selected = Objects::of_booths([fair.booth("A1")]);
    let edit = Edit::Remove(selected.clone());
    fair.editor.apply(&edit, Timestamp::UNIX_EPOCH, &selected).unwrap();
    let (_, again) = fair.editor.undo().unwrap().unwrap();
    assert_eq!((again, fair.bookings()), (selected, vec!["A1: Acer paid".to_owned()]));
}

#[test]
fn new_numbers_go_on_from_the_halls_latest_and_step_over_those_that_are_taken() {
    let mut fair = Fair::new();
    let outline = Outline::rectangle(Point::ORIGIN, Size::from_mm(3_000, 3_000));
    let wanted = [NewNumber::From(number("A2")), NewNumber::Next, NewNumber::From(number("B09")), NewNumber::Next];
    let booths = wanted.map(|number| NewBooth { number, outline: outline.clone(), category: None }).into();
    let added = fair.try_to(Edit::Add { hall: fair.hall, booths, structures: Vec::new(), origin: Origin::Pasted }).unwrap();
    let numbers: Vec<_> = added.booths.iter().map(|id| fair.plan().get(*id).unwrap().number.to_string()).collect();
    assert_eq!(numbers, ["A5", "A6", "B09", "B10"]);
    let taken = vec![NewBooth { number: NewNumber::Exactly(number("b10")), outline, category: None }];
    let edit = Edit::Add { hall: fair.hall, booths: taken, structures: Vec::new(), origin: Origin::Drawn };
    assert!(matches!(fair.try_to(edit), Err(Refusal::Rule(crate::plan::Violation::NumberTaken { .. }))));
}

#[test]
fn a_logo_stays_while_the_facts_about_its_exhibitor_change_and_undo_takes_it_back() {
    let mut fair = Fair::new();
    let acer = fair.who("Acer");
    let side = std::num::NonZeroU32::MIN;
    let logo = crate::plan::Logo { file: crate::plan::EmbeddedFile::new(vec![1, 2, 3]), pixels: (side, side) };
    let logo_of = |fair: &Fair| fair.plan().get(acer).unwrap().logo.clone();
    fair.make(Edit::SetLogo(acer, Some(logo.clone())));
    fair.make(Edit::ChangeExhibitor(acer, fields("Acer France")));
    let line = ExhibitorFields { contact: "Anne".into(), ..fields("Acer France") };
    fair.make(Edit::TakeIn { fields: line, booths: Vec::new(), role: Role::Main, stage: None });
    assert_eq!(logo_of(&fair), Some(logo.clone()));
    fair.make(Edit::SetLogo(acer, None));
    assert_eq!(logo_of(&fair), None);
    fair.editor.undo().unwrap();
    assert_eq!(logo_of(&fair), Some(logo));
}
