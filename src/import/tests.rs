//! What lists do to shows: a show as lines, a list as lines, and the show that comes of it.

use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::{BoothReport, NotPlaced, NotPlacedReason, Report, Wizard, add_booths, booths};
use crate::edit::{Edit, apply};
use crate::plan::testing::{any_plan, any_text};
use crate::plan::{IdMint, Plan, Role, Show, Stage};
use crate::reader::{Row, Sheet, Workbook};

/// Cells between bars.
fn rows(lines: &[&str]) -> Vec<Row> {
    let cells = |line: &str| line.split('|').map(str::to_owned).collect();
    (1..).zip(lines).map(|(line, text)| Row { line, cells: cells(text) }).collect()
}

/// Booths of three metres side by side in one hall: number, and if need be exhibitor and status.
fn show(lines: &[&str]) -> Plan {
    let places = (0..).zip(lines).map(|(at, line)| {
        let mut cells = line.splitn(2, '|');
        let (number, rest) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
        format!("{number}|{}|0|3|3|0|{rest}", at * 3)
    });
    let lines: Vec<String> = places.collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let table = booths(&rows(&lines));
    assert_eq!(table.problems, []);
    let (plan, report) = add_booths(&Plan::new(Show::default()), "Hall 1", &table, &mut IdMint::new(1, 0)).unwrap();
    assert_eq!(report.not_added, []);
    plan
}

fn edited(plan: &Plan, edit: &Edit) -> Plan {
    apply(plan, edit, &mut IdMint::new(2, plan.largest_counter())).unwrap().plan
}

fn wizard(plan: &Plan, lines: &[&str]) -> Wizard {
    let sheet = Sheet { name: "list".into(), hidden: false, rows: rows(lines) };
    Wizard::new("list.csv".into(), Arc::new(Workbook { sheets: vec![sheet], text: None }), plan)
}

#[track_caller]
fn import(plan: &Plan, lines: &[&str]) -> (Plan, Report) {
    let (edit, report) = wizard(plan, lines).finish(plan);
    (edit.map_or_else(|| plan.clone(), |edit| edited(plan, &edit)), report)
}

/// `A1 paid: Acme, Bravo*`, a star for a co-exhibitor.
fn on_booths(plan: &Plan) -> Vec<String> {
    let line = |booth| {
        let name = |participant: &crate::plan::Participant| {
            let star = if participant.role == Role::Co { "*" } else { "" };
            format!("{}{star}", plan.get(participant.exhibitor).unwrap().name)
        };
        let names: Vec<String> = plan.participants(booth).iter().map(name).collect();
        let status = format!("{:?}", plan.status(booth)).to_lowercase();
        format!("{} {status}: {}", plan.get(booth).unwrap().number.as_str(), names.join(", "))
    };
    plan.booths_by_number().map(line).collect()
}

fn exhibitors(plan: &Plan) -> Vec<String> {
    plan.exhibitors().values().map(|exhibitor| format!("{}, {}", exhibitor.name, exhibitor.country)).collect()
}

/// Read, new, changed, unchanged, placed, not placed, without a number.
fn counts(report: &Report) -> [usize; 7] {
    let Report { read, new, changed, unchanged, placed, not_placed, without_number, .. } = report;
    [*read, *new, *changed, *unchanged, *placed, not_placed.len(), *without_number]
}

#[track_caller]
fn check(show_lines: &[&str], list: &[&str], expected: &[&str], expected_counts: [usize; 7]) -> Plan {
    let (plan, report) = import(&show(show_lines), list);
    assert_eq!(on_booths(&plan), expected);
    assert_eq!(counts(&report), expected_counts);
    // The list read in once more says nothing new.
    let (again, report) = import(&plan, list);
    assert_eq!(again, plan);
    assert_eq!((report.new, report.changed, report.placed), (0, 0, 0));
    plan
}

#[test]
fn several_numbers_in_a_cell_are_one_booking_of_several_booths() {
    let plan = check(
        &["A1", "A2", "A3"],
        &["Name|Stand", "Acme|A1, a3"],
        &["A1 reserved: Acme", "A2 available: ", "A3 reserved: Acme"],
        [1, 1, 0, 0, 1, 0, 0],
    );
    assert_eq!(plan.bookings().len(), 1);
}

#[test]
fn several_exhibitors_on_a_number_share_it_as_mains() {
    check(&["A1"], &["Name|Stand", "Acme|A1", "Bravo|A1", "Charlie|"], &["A1 reserved: Acme, Bravo"], [3, 3, 0, 0, 2, 0, 1]);
}

#[test]
fn who_shares_one_of_two_booths_is_only_on_that_one() {
    let both_ways = [["Name|Stand", "Acme|A1 + A2", "Bravo|A2"], ["Name|Stand", "Bravo|A2", "Acme|A1 + A2"]];
    for (list, on_the_second) in both_ways.iter().zip(["Acme, Bravo", "Bravo, Acme"]) {
        let second = format!("A2 reserved: {on_the_second}");
        check(&["A1", "A2"], list, &["A1 reserved: Acme", &second], [2, 2, 0, 0, 2, 0, 0]);
    }
    check(
        &["A1", "A2"],
        &["Name|Stand", "Acme|A1, A2", "Bravo|A1, A2"],
        &["A1 reserved: Acme, Bravo", "A2 reserved: Acme, Bravo"],
        [2, 2, 0, 0, 2, 0, 0],
    );
}

#[test]
fn a_booth_that_is_blocked_or_not_there_is_told_and_the_exhibitor_taken_in() {
    let list = ["Name|Stand", "Acme|A1", "Bravo|B7; A2", "Charlie|Lounge"];
    let plan = show(&["A1||blocked", "A2"]);
    let (plan, report) = import(&plan, &list);
    assert_eq!(on_booths(&plan), ["A1 blocked: ", "A2 reserved: Bravo"]);
    assert_eq!(exhibitors(&plan), ["Acme, ", "Bravo, ", "Charlie, "]);
    let not = |line, exhibitor: &str, number: &str, reason| NotPlaced {
        line,
        exhibitor: exhibitor.into(),
        number: number.into(),
        reason,
    };
    let expected = [
        not(2, "Acme", "A1", NotPlacedReason::Blocked),
        not(3, "Bravo", "B7", NotPlacedReason::NoSuchBooth),
        not(4, "Charlie", "Lounge", NotPlacedReason::NoSuchBooth),
    ];
    assert_eq!(report.not_placed, expected);
    assert_eq!(counts(&report), [3, 3, 0, 0, 1, 3, 0]);
}

#[test]
fn of_those_who_share_a_booth_the_furthest_stage_counts() {
    let list = ["Name|Stand|Status", "Acme|A1|paid", "Bravo|A1|option", "Charlie|A2|", "Delta|A2|held"];
    check(&["A1", "A2"], &list, &["A1 paid: Acme, Bravo", "A2 held: Charlie, Delta"], [4, 4, 0, 0, 4, 0, 0]);
}

#[test]
fn a_newcomer_does_not_set_a_booking_back_but_whoever_is_there_does() {
    let booth = ["A1|Acme|paid"];
    check(&booth, &["Name|Stand|Status", "Bravo|A1|reserved"], &["A1 paid: Acme, Bravo"], [1, 1, 0, 0, 1, 0, 0]);
    check(&booth, &["Name|Stand|Status", "Acme|A1|reserved"], &["A1 reserved: Acme"], [1, 0, 1, 0, 0, 0, 0]);
    check(&booth, &["Name|Stand|Status", "Acme|A1|"], &["A1 paid: Acme"], [1, 0, 0, 1, 0, 0, 0]);
    check(&["A1|Acme|reserved"], &["Name|Stand|Status", "Bravo|A1|paid"], &["A1 paid: Acme, Bravo"], [1, 1, 0, 0, 1, 0, 0]);
}

#[test]
fn same_name_and_country_is_one_exhibitor() {
    // In the show, the list, and then in the show.
    let table: &[(&[&str], &[&str], &[&str])] = &[
        (&["Acme|France"], &["ACME|france"], &["Acme, France"]),
        (&["Acme|France"], &["Acme|Italy"], &["Acme, France", "Acme, Italy"]),
        (&["Acme|France"], &["acme|"], &["Acme, France"]),
        (&["Acme|"], &["Acme|France"], &["Acme, France"]),
        (&["Acme|"], &["Acme|France", "Acme|Italy"], &["Acme, ", "Acme, France", "Acme, Italy"]),
        (&["Acme|France", "Acme|Italy"], &["Acme|"], &["Acme, France", "Acme, Italy", "Acme, "]),
        (&["Acme|"], &["Acme|", "Acme|France"], &["Acme, France"]),
        (&["Acme|France"], &["Acme|", "Acme|France"], &["Acme, France"]),
    ];
    for (before, list, after) in table {
        let list_of = |rows: &[&'static str]| [&["Name|Country"], rows].concat();
        let (plan, _) = import(&Plan::default(), &list_of(before));
        let (plan, report) = import(&plan, &list_of(list));
        assert_eq!(exhibitors(&plan), *after, "{before:?} and {list:?}");
        assert_eq!(report.new, after.len() - before.len(), "{before:?} and {list:?}");
    }
}

#[test]
fn what_the_organiser_noted_stays_and_what_the_list_says_more_is_added() {
    let (plan, _) = import(&Plan::default(), &["Name|Category|Notes|Contact", "Acme|Storage|a regular|ann@acme.example"]);
    let list = ["Name|Category|Notes|Contact|Website", "Acme|Network|A  Regular||acme.example"];
    let (plan, report) = import(&plan, &list);
    let acme = plan.exhibitors().values().next().unwrap();
    assert_eq!((acme.note.as_str(), acme.contact.as_str()), ("a regular\nacme.example", "ann@acme.example"));
    assert_eq!(acme.categories.len(), 2);
    assert_eq!((report.changed, report.unchanged), (1, 0));
    assert_eq!(import(&plan, &list).1.unchanged, 1);
}

#[test]
fn an_edit_is_made_whatever_a_row_says() {
    let list = [
        "Name|Country|Stand|Status|Category",
        "Ac\u{1}me|Fr\u{2}ance|A1|paid|\u{1}",
        "\u{1}|France|A1||",
        "\u{A0}\u{200D}|France|A1||",
        "Acme|France|A2|available|Stor\u{7}age",
        "Ac me|Fr ance|A2|blocked|storage",
        "\u{202E}Bravo|France|A\u{1}1|held|",
        "Ac\u{1}me|Fr\u{2}ance|A9|?|",
    ];
    let plan = show(&["A1|Zulu|reserved", "A2||held"]);
    let (plan, report) = import(&plan, &list);
    assert_eq!(on_booths(&plan), ["A1 paid: Zulu, Ac me", "A2 paid: Ac me, Acme"]);
    assert_eq!(report.read, 7);
    let (again, _) = import(&plan, &list);
    assert_eq!(again, plan);
}

#[test]
fn a_column_that_looks_like_groups_holds_numbers_where_the_show_has_them() {
    let list: Vec<String> = (0..12).map(|row| format!("{}|Project {row}", ["A1", "B1", "C1"][row % 3])).collect();
    let lines: Vec<&str> = ["Stand|Name"].into_iter().chain(list.iter().map(String::as_str)).collect();
    let (plan, report) = import(&show(&["Z1", "Z2"]), &lines);
    assert_eq!((report.placed, plan.categories().len()), (0, 3), "groups");
    let (plan, report) = import(&show(&["A1", "B1", "C2"]), &lines);
    assert_eq!((report.placed, report.not_placed.len(), plan.categories().len()), (8, 4, 0), "numbers");
    let without_titles: Vec<&str> = lines.iter().skip(1).copied().collect();
    assert_eq!(import(&show(&["A1", "B1", "C2"]), &without_titles).1.placed, 8);
    let groups: Vec<&str> = ["Stand group|Name"].into_iter().chain(without_titles).collect();
    assert_eq!(import(&show(&["A1", "B1", "C2"]), &groups).1.placed, 0, "a title that says group is believed");
}

#[test]
fn the_sheet_that_looks_like_a_list_is_read() {
    let sheet = |name: &str, hidden, lines: &[&str]| Sheet { name: name.into(), hidden, rows: rows(lines) };
    let sheets = vec![
        sheet("Read me", false, &["How to", "fill", "this", "file", "in"]),
        sheet("Exposants", false, &["Exposant|Stand", "Acme|A1", "Bravo|A2"]),
        sheet("Old", true, &["Exposant|Stand", "Acme|A1", "Bravo|A2", "Charlie|A3"]),
    ];
    let wizard = Wizard::new("list.xlsx".into(), Arc::new(Workbook { sheets, text: None }), &Plan::default());
    assert_eq!(wizard.sheet(), 1);
    assert_eq!(wizard.preview(&Plan::default()).new, 2);
}

#[test]
fn a_list_of_booths_fills_a_hall() {
    let plan = show(&["A1|Acme|paid|Storage", "A2||blocked", "A3||held", "A4|Acme|", "A5"]);
    let booths = ["A1 paid: Acme", "A2 blocked: ", "A3 held: ", "A4 reserved: Acme", "A5 available: "];
    assert_eq!(on_booths(&plan), booths);
    assert_eq!(plan.halls().values().next().unwrap().outline.bounds().size().width.metres(), 18.0, "15 m and a margin");
    assert!(plan.bookings().values().all(|booking| booking.booths.len() == 1));
    assert!(plan.bookings().values().any(|booking| booking.stage == Stage::Paid));
}

#[test]
fn booths_that_cannot_be_are_told_and_the_others_added() {
    let plan = show(&["A1"]);
    let list = ["number|x|y|width|depth|rotation|exhibitor|status", "a1|9|9|3|3", "B1|0|9|0.001|3", "B2|3|9|3|3||Acme|blocked"];
    let list = [&list[..], &["B3|6|9|3|3||\u{1}|paid", "B4|9|9|3|3||Bravo|paid"]].concat();
    let (plan, report) = add_booths(&plan, " hall  1 ", &booths(&rows(&list)), &mut IdMint::new(3, 99)).unwrap();
    assert_eq!(plan.halls().len(), 1);
    assert_eq!(on_booths(&plan), ["A1 available: ", "B2 blocked: ", "B3 available: ", "B4 paid: Bravo"]);
    let BoothReport { read, added, placed, not_added } = report;
    assert_eq!((read, added, placed), (5, 3, 1));
    assert_eq!(not_added.iter().map(|not| not.line).collect::<Vec<_>>(), [2, 3, 4, 5]);
}

/// Cells of a list that are about the plan, or about nothing in it.
fn any_list(plan: &Plan) -> impl Strategy<Value = Vec<Row>> + use<> {
    let numbers: Vec<String> = plan.booths().values().map(|booth| booth.number.as_str().to_owned()).collect();
    let names: Vec<String> = plan.exhibitors().values().map(|exhibitor| exhibitor.name.clone()).collect();
    let countries: Vec<String> = plan.exhibitors().values().map(|exhibitor| exhibitor.country.clone()).collect();
    let one_of = |of: Vec<String>| {
        let own = select([of, vec!["Acme".into(), "acme".into(), String::new(), "\u{1}".into()]].concat());
        prop_oneof![4 => own, 1 => any_text()]
    };
    let cell = |of| vec(one_of(of), 0..4).prop_map(|parts: Vec<String>| parts.join("; "));
    let status = select(vec!["", "paid", "option", "réservé", "confirmé", "bloqué", "libre", "?"]).prop_map(str::to_owned);
    let row = (one_of(names), one_of(countries), cell(numbers), status, cell(Vec::new()), any_text());
    vec(row, 0..12).prop_map(|found| {
        let titles = ["Name", "Country", "Stand", "Status", "Category", "Notes"].map(str::to_owned).to_vec();
        let cells = found.into_iter().map(|(a, b, c, d, e, f)| vec![a, b, c, d, e, f]);
        (1..).zip([titles].into_iter().chain(cells)).map(|(line, cells)| Row { line, cells }).collect()
    })
}

proptest! {
    #[test]
    fn every_list_can_be_read_in_and_says_nothing_new_the_second_time(
        (plan, rows) in any_plan().prop_flat_map(|plan| (any_list(&plan), Just(plan)).prop_map(|(rows, plan)| (plan, rows)))
    ) {
        let sheet = Sheet { name: "list".into(), hidden: false, rows };
        let wizard = Wizard::new("list".into(), Arc::new(Workbook { sheets: vec![sheet], text: None }), &plan);
        let (edit, report) = wizard.finish(&plan);
        let read_in = edit.map_or_else(|| plan.clone(), |edit| edited(&plan, &edit));
        prop_assert_eq!(read_in.exhibitors().len(), plan.exhibitors().len() + report.new);
        let (edit, report) = wizard.finish(&read_in);
        prop_assert_eq!((report.new, report.placed), (0, 0));
        let again = edit.map_or_else(|| read_in.clone(), |edit| edited(&read_in, &edit));
        prop_assert_eq!(again, read_in);
    }
}
