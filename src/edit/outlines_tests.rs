//! Booths split and merged: what they are, and who is where, before and after.

use super::tests::{Fair, HELD, check, number, refused};
use super::*;
use crate::geometry::{Area, NoUnion, Point, Side, Size};

const HALVES: Cut = Cut::Equal { parts: 2, side: Side::Width };

fn split(fair: &Fair, booths: &str) -> Edit {
    Edit::Split { booths: fair.booths(booths), cut: HALVES }
}

fn merge(fair: &Fair, booths: &str, number: KeepNumber) -> Edit {
    Edit::Merge { booths: fair.booths(booths), number }
}

fn merge_lowest(booths: &'static str) -> impl Fn(&Fair) -> Edit {
    move |fair| merge(fair, booths, KeepNumber::Lowest)
}

fn area(fair: &Fair) -> Area {
    fair.plan().booths().values().map(|booth| booth.outline.area()).sum()
}

#[test]
fn the_parts_of_a_sold_booth_are_all_its_exhibitors() {
    let after = ["A1 A5 A2: Acer (Asus) paid"];
    check(&[("Acer (Asus)", "A1 A2", Stage::Paid)], |fair| split(fair, "A1"), &after);
}

#[test]
fn the_largest_part_keeps_number_id_category_and_note_and_the_others_take_them_over() {
    let mut fair = Fair::new();
    let booth = fair.booth("A2");
    fair.make(Edit::SetCategory([booth].into(), Some("Cloud".into())));
    fair.make(Edit::SetNote(booth, "wants a corner".into()));
    let whole = fair.plan().get(booth).unwrap().clone();
    let line = |x| (Point::from_mm(x, 0), Point::from_mm(x, 1_000));
    let (from, to) = line(7_000);
    let added = fair.try_to(Edit::Split { booths: vec![booth], cut: Cut::Line(from, to) }).unwrap();
    let kept = fair.plan().get(booth).unwrap();
    assert_eq!(kept.outline, Outline::rectangle(from, Size::from_mm(2_000, 3_000)));
    let part = fair.plan().get(fair.booth("A5")).unwrap();
    assert_eq!(part.outline, Outline::rectangle(Point::from_mm(6_000, 0), Size::from_mm(1_000, 3_000)));
    for record in [kept, part] {
        assert_eq!((record.category, &record.note), (whole.category, &whole.note));
    }
    assert_eq!(added, Objects::of_booths([booth, fair.booth("A5")]));
}

#[test]
fn several_booths_are_split_in_one_step_and_a_blocked_one_stays_blocked() {
    let mut fair = Fair::new();
    fair.make(Edit::SetBlocked(fair.booths("A1"), true));
    let before = area(&fair);
    fair.make(split(&fair, "A1 A2"));
    assert_eq!((fair.plan().booths().len(), area(&fair)), (6, before));
    let blocked = |text| fair.plan().get(fair.booth(text)).unwrap().blocked;
    assert_eq!(["A1", "A5", "A2", "A6"].map(blocked), [true, true, false, false]);
    fair.editor.undo().unwrap();
    assert_eq!(fair.plan().booths().len(), 4);
}

#[test]
fn a_cut_that_makes_no_parts_is_refused() {
    let beside = Cut::Line(Point::from_mm(0, 9_000), Point::from_mm(1_000, 9_000));
    let refusal = refused(&[], |fair| Edit::Split { booths: fair.booths("A1"), cut: beside });
    assert_eq!(refusal, Refusal::NotCut(number("A1")));
}

#[test]
fn a_merged_booth_has_the_number_that_was_chosen() {
    for (keep, kept) in [(KeepNumber::Lowest, "A1"), (KeepNumber::Highest, "A3"), (KeepNumber::First, "A2")] {
        let mut fair = Fair::new();
        let (id, before) = (fair.booth(kept), area(&fair));
        fair.make(merge(&fair, "A2 A1 A3", keep));
        assert_eq!((fair.booth(kept), fair.plan().booths().len(), area(&fair)), (id, 2, before), "{keep:?}");
        let outline = Outline::rectangle(Point::from_mm(3_000, 0), Size::from_mm(9_000, 3_000));
        assert_eq!(fair.plan().get(id).unwrap().outline, outline);
    }
}

#[test]
fn the_one_booking_of_merged_booths_stays_as_it_is_with_its_other_booths() {
    check(&[("Acer (MSI)", "A1 A2 A4", Stage::Paid)], merge_lowest("A1 A2"), &["A1 A4: Acer (MSI) paid"]);
    check(&[("Acer", "A2 A4", Stage::Reserved)], merge_lowest("A1 A2 A3"), &["A1 A4: Acer reserved"]);
}

#[test]
fn who_was_on_merged_booths_shares_them_with_the_furthest_stage() {
    let before = &[("Acer", "A2", Stage::Reserved), ("Asus (MSI)", "A1", Stage::Paid)];
    check(before, merge_lowest("A1 A2"), &["A1: Asus (MSI) Acer paid"]);
}

#[test]
fn who_has_other_booths_too_keeps_them() {
    let before = &[("Acer", "A1 A4", Stage::Contracted), ("Asus", "A2", Stage::Reserved)];
    check(before, merge_lowest("A1 A2"), &["A4: Acer contracted", "A1: Acer Asus contracted"]);
}

#[test]
fn who_is_on_both_booths_is_on_the_merged_one_once() {
    let before = &[("Acer (MSI)", "A1", Stage::Reserved), ("MSI", "A2", Stage::Reserved)];
    check(before, merge_lowest("A1 A2"), &["A1: Acer MSI reserved"]);
}

#[test]
fn a_hold_for_nobody_gives_way_and_several_become_one() {
    check(&[("Acer", "A1", Stage::Paid), ("", "A2", HELD)], merge_lowest("A1 A2"), &["A1: Acer paid"]);
    check(&[("", "A1 A2", HELD)], merge_lowest("A1 A2 A3"), &["A1: held"]);
}

#[test]
fn notes_are_kept_and_a_category_too() {
    let mut fair = Fair::new();
    fair.make(Edit::SetNote(fair.booth("A2"), "power".into()));
    fair.make(Edit::SetNote(fair.booth("A1"), "water".into()));
    fair.make(Edit::SetCategory(fair.booths("A2"), Some("Cloud".into())));
    fair.make(merge(&fair, "A1 A2", KeepNumber::Lowest));
    let merged = fair.plan().get(fair.booth("A1")).unwrap();
    assert_eq!((merged.note.as_str(), merged.category.is_some()), ("water\npower", true));
}

#[test]
fn booths_that_do_not_touch_are_not_merged() {
    assert_eq!(refused(&[], merge_lowest("A1 A3")), Refusal::NoUnion(NoUnion::Apart));
    assert_eq!(refused(&[], merge_lowest("A1")), Refusal::Gone);
}

#[test]
fn a_blocked_booth_is_not_merged_with_a_booked_one_and_keeps_an_available_one_from_being_sold() {
    let mut fair = Fair::with(&[("Acer", "A1", Stage::Paid)]);
    fair.make(Edit::SetBlocked(fair.booths("A2"), true));
    let refusal = Refusal::MergeBlocked { blocked: number("A2"), booked: number("A1") };
    assert_eq!(fair.try_to(merge(&fair, "A1 A2", KeepNumber::Lowest)), Err(refusal));
    fair.make(merge(&fair, "A2 A3", KeepNumber::Highest));
    assert!(fair.plan().get(fair.booth("A3")).unwrap().blocked);
}

#[test]
fn what_was_split_and_merged_again_is_what_it_was() {
    let mut fair = Fair::with(&[("Acer", "A1", Stage::Paid)]);
    let before = fair.plan().get(fair.booth("A1")).unwrap().clone();
    fair.make(split(&fair, "A1"));
    fair.make(merge(&fair, "A5 A1", KeepNumber::Lowest));
    assert_eq!(fair.plan().get(fair.booth("A1")), Some(&before));
    assert_eq!(fair.bookings(), ["A1: Acer paid"]);
}
