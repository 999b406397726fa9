use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::Index;

use super::*;
use crate::file::{Mistake, read, write};
use crate::plan::testing::any_plan;
use crate::plan::{
    BlockId, BookingId, BoothId, CategoryId, ExhibitorId, HallId, LayerId, MapId, Record, Stage, StructureId, Violation,
};

const SHOW: &str = r#"(version: 1,
  show: (name: "IT Partners", edition: "2022"),
  halls: [
    (id: "1-0", name: "Hall 1", outline: Rectangle(at: (0, 0), size: (80, 72))),
  ],
  categories: [
    (id: "2-0", name: "Storage"),
  ],
  blocks: [
    (id: "3-0", hall: "1-0", booth: (3, 3), pattern: Grid(at: (6, 6), rows: 1, columns: 2)),
  ],
  booths: [
    (id: "4-0", hall: "1-0", number: "A01", outline: Rectangle(at: (6, 6), size: (3, 3)), category: "2-0", cell: ("3-0", 0, 0)),
    (id: "5-0", hall: "1-0", number: "A02", outline: Rectangle(at: (9, 6), size: (3, 3)), cell: ("3-0", 0, 1)),
    (id: "6-0", hall: "1-0", number: "A03", outline: Rectangle(at: (20, 6), size: (3, 3))),
  ],
  exhibitors: [
    (id: "7-0", name: "Synology", categories: ["2-0"]),
    (id: "8-0", name: "QNAP"),
  ],
  bookings: [
    (id: "9-0", stage: Paid, exhibitors: [Main("7-0")], booths: ["4-0", "5-0"]),
    (id: "a-0", stage: Reserved, exhibitors: [Main("8-0")], booths: ["6-0"]),
  ],
)
"#;

fn whole() -> Plan {
    read(SHOW).unwrap()
}

/// What is left of the show where its text is damaged so.
fn damaged(from: &str, to: &str) -> Salvaged {
    assert!(SHOW.contains(from), "{from}");
    let text = SHOW.replacen(from, to, 1);
    assert!(read(&text).is_err(), "{text}");
    salvage(text.as_bytes()).unwrap()
}

fn told(salvaged: &Salvaged) -> Vec<(usize, &Remedy)> {
    salvaged.findings.iter().map(|finding| (finding.error.line(), &finding.remedy)).collect()
}

fn numbers(plan: &Plan) -> Vec<String> {
    plan.booths().values().map(|booth| booth.number.to_string()).collect()
}

#[test]
fn a_booth_that_cannot_be_read_is_left_out_and_its_booking_does_without_it() {
    let left = damaged("number: \"A02\"", "number: \"A02");
    assert_eq!(numbers(&left.plan), ["A01", "A03"]);
    assert_eq!(left.plan.exhibitors(), whole().exhibitors());
    let paid = left.plan.bookings().values().next().unwrap();
    assert_eq!((paid.stage, paid.booths.len()), (Stage::Paid, 1));
    assert_eq!(told(&left), [(14, &Remedy::LeftOut), (22, &Remedy::Without)]);
    assert!(left.findings[0].excerpt.starts_with("(id: \"5-0\", hall: \"1-0\", number: \"A02, outline"), "{left:?}");
    assert!(matches!(left.findings[1].error, FileError::Broken { violation: Violation::BookingBooths(_), .. }));
}

#[test]
fn a_hall_that_cannot_be_read_is_made_of_what_stands_in_it() {
    let left = damaged("name: \"Hall 1\"", "name: Hall 1");
    let hall = left.plan.halls().values().next().unwrap();
    assert_eq!(hall.name, "? 1-0");
    assert_eq!(
        hall.outline.bounds(),
        crate::geometry::Bounds::between(
            crate::geometry::Point::from_mm(6_000, 6_000),
            crate::geometry::Point::from_mm(23_000, 9_000)
        )
    );
    assert_eq!(left.plan.booths(), whole().booths());
    assert_eq!(told(&left), [(4, &Remedy::LeftOut), (10, &Remedy::Made("? 1-0".into()))]);
}

#[test]
fn an_exhibitor_that_cannot_be_read_keeps_its_booths_under_a_name_to_be_given() {
    let left = damaged("\"Synology\"", "Synology");
    assert_eq!(left.plan.bookings(), whole().bookings());
    let names: Vec<_> = left.plan.exhibitors().values().map(|exhibitor| exhibitor.name.as_str()).collect();
    assert_eq!(names, ["? 7-0", "QNAP"]);
}

#[test]
fn what_two_cannot_have_the_first_keeps() {
    let left = damaged("number: \"A02\"", "number: \"A01\"");
    assert_eq!(numbers(&left.plan), ["A01", "A02", "A03"]);
    assert!(matches!(&left.findings[..], [Finding { remedy: Remedy::Numbered(number), .. }] if number.as_str() == "A02"));
    let left = damaged("name: \"QNAP\"", "name: \"synology\"");
    assert_eq!(told(&left), [(19, &Remedy::Named("synology (2)".into()))]);
    let left = damaged("booths: [\"6-0\"]", "booths: [\"5-0\"]");
    assert_eq!(told(&left), [(23, &Remedy::Without)]);
    assert_eq!(left.plan.booths(), whole().booths());
    let left = damaged(
        "(id: \"8-0\", name: \"QNAP\"),",
        "(id: \"8-0\", name: \"QNAP\"),\n    (id: \"8-0\", name: \"QNAP\"),\n    (id: \"8-0\", name: \"Acer\"),",
    );
    assert_eq!(told(&left), [(20, &Remedy::Once), (21, &Remedy::NewId)]);
    assert_eq!(left.plan.exhibitors().len(), 3);
    let both = "(id: \"2-0\", name: \"Storage\"),\n    (id: \"b-0\", name: \"storage\"),\n    (id: \"c-0\", name: \"STORAGE\"),";
    let left = damaged("(id: \"2-0\", name: \"Storage\"),", both);
    let names: Vec<_> = left.plan.categories().values().map(|category| category.name.as_str()).collect();
    assert_eq!(names, ["Storage", "storage (2)", "STORAGE (3)"]);
}

#[test]
fn a_booking_of_nobody_is_held_and_a_booked_booth_is_not_blocked() {
    let left = damaged("exhibitors: [Main(\"8-0\")], ", "");
    let booking = left.plan.bookings().values().nth(1).unwrap();
    assert_eq!((booking.stage, booking.booths.len()), (Stage::Held { until: None }, 1));
    let left = damaged("[Main(\"8-0\")]", "[Co(\"8-0\")]");
    assert_eq!((told(&left), left.plan == whole()), (vec![(23, &Remedy::FirstIsMain)], true));
    let left = damaged("(at: (20, 6), size: (3, 3))", "(at: (20, 6), size: (3, 3)), blocked: true");
    assert_eq!((told(&left), left.plan == whole()), (vec![(15, &Remedy::Unblocked)], true));
}

#[test]
fn a_block_that_is_gone_is_told_once_for_all_its_booths() {
    let left = damaged("pattern: Grid(", "pattern: Gird(");
    assert_eq!(told(&left), [(10, &Remedy::LeftOut), (13, &Remedy::Without)]);
    assert!(left.plan.booths().values().all(|booth| booth.cell.is_none()));
}

#[test]
fn a_list_whose_name_is_damaged_or_lost_is_known_by_its_records() {
    for (from, to) in [
        ("  booths: [\n", "  boo§hs: [\n"),
        ("  booths: [\n", ""),
        ("  ],\n  booths: [\n", ""),
        ("  ],\n  booths: [\n", "  booths: [\n"),
        ("  exhibitors: [\n", "  exhibitor: [\n"),
        ("  exhibitors: [\n", "\n"),
        ("  bookings: [\n", "  bookings: \n"),
        ("  categories: [\n", "  catogories: [\n"),
        ("  halls: [\n", ""),
        ("(version: 1,", "(varsion: 1,"),
        (")),\n    (id: \"5-0\"", ")),#   (id: \"5-0\""),
    ] {
        let left = damaged(from, to);
        assert!(left.plan == whole(), "{to}: {:?}", left.findings);
    }
}

#[test]
fn what_is_left_out_is_told_as_it_stands_there() {
    let left = damaged("    (id: \"1-0\", name", "    [id: \"1-0\", name");
    assert_eq!(told(&left)[0], (4, &Remedy::LeftOut));
    assert!(left.findings[0].excerpt.starts_with("[id: \"1-0\", name: \"Hall 1\", outline"), "{left:?}");
    assert!(left.findings[0].excerpt.ends_with("(80, 72))),"), "{left:?}");
}

#[test]
fn a_file_that_is_cut_keeps_what_is_before() {
    let at = SHOW.find("(id: \"8-0\", name").unwrap();
    let left = salvage(&SHOW.as_bytes()[..at + 9]).unwrap();
    assert_eq!((left.plan.booths().len(), left.plan.exhibitors().len(), left.plan.bookings().len()), (3, 1, 0));
    let [only] = &left.findings[..] else { panic!("{left:?}") };
    assert!(matches!(only.error, FileError::Syntax { line: 19, mistake: Mistake::End, .. }), "{only:?}");
    // Also where it is cut between two records.
    let left = salvage(&SHOW.as_bytes()[..at]).unwrap();
    assert!(matches!(left.findings[..], [Finding { error: FileError::Syntax { mistake: Mistake::End, .. }, .. }]), "{left:?}");
}

#[test]
fn bytes_that_are_no_text_are_not_guessed() {
    let mut bytes = SHOW.as_bytes().to_vec();
    let at = SHOW.find("Synology").unwrap();
    bytes[at] = 0xd3;
    let left = salvage(&bytes).unwrap();
    assert_eq!(left.findings[0].error, FileError::NotText { line: 18 });
    assert!(left.findings[0].excerpt.contains("\u{fffd}ynology"), "{left:?}");
}

#[test]
fn what_is_no_plan_and_what_a_newer_program_wrote_is_left_alone() {
    for bytes in [&b""[..], b"hello", b"(version: 1,", b"(version: 2,\n  booths: [\n    (id: \"1-0\"),", b"(version: 1,\n)\n"] {
        assert!(salvage(bytes).is_none(), "{}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn a_file_laid_out_in_another_way_is_read_too() {
    let spread =
        SHOW.replace(", name", ",\n        name").replace("(id:", "(\n      id :").replace(", hall", " , // hall\n        hall");
    let left = salvage(spread.replacen("\"QNAP\"", "QNAP", 1).as_bytes()).unwrap();
    assert_eq!((left.plan.booths(), left.plan.bookings()), (whole().booths(), whole().bookings()));
    let flat = SHOW.replace("\n", " ");
    let left = salvage(flat.replacen("\"QNAP\"", "QNAP", 1).as_bytes()).unwrap();
    assert_eq!(left.plan.bookings(), whole().bookings());
}

#[test]
fn a_file_of_nothing_but_mistakes_is_given_up() {
    let mistakes = "    (id: 7),\n".repeat(MOST_FINDINGS + 2);
    let text = SHOW.replacen("  booths: [\n", &format!("  booths: [\n{mistakes}"), 1);
    assert!(salvage(text.as_bytes()).is_none());
}

/// What looks like an id or a hash in quotation marks.
fn ids(line: &str) -> impl Iterator<Item = String> {
    let plain = line.replace("\\\\", "").replace("\\\"", "");
    let quoted: Vec<String> = plain.split('"').skip(1).step_by(2).map(str::to_owned).collect();
    quoted.into_iter().filter(|word| word.parse::<crate::plan::Id>().is_ok() || word.len() == 64)
}

fn is_record(line: &str) -> bool {
    line.starts_with("    (")
}

/// Whether a line could be a category, a layer or an exhibitor, if it were not for the list that it stands in.
fn is_name_alone(line: &str) -> bool {
    line.matches("\", ").count() == 1 && line.contains("\", name: \"")
}

/// The ids of the records whose lines are all there, with those of all that they name, of a plan whose lines these are.
fn trusted(lines: &[&str], is_touched: impl Fn(usize) -> bool) -> BTreeSet<String> {
    let lists_are_whole = lines.iter().enumerate().all(|(place, line)| is_record(line) || !is_touched(place));
    let mut wrong = BTreeSet::new();
    for (place, line) in lines.iter().enumerate().filter(|(_, line)| is_record(line)) {
        if is_touched(place) || is_name_alone(line) && !lists_are_whole {
            wrong.extend(ids(line).next());
        }
    }
    // A logo has the id of its exhibitor, so that this finds the exhibitor too.
    loop {
        let before = wrong.len();
        for line in lines.iter().filter(|line| is_record(line)) {
            if ids(line).any(|id| wrong.contains(&id)) {
                wrong.extend(ids(line).next());
            }
        }
        if wrong.len() == before {
            break;
        }
    }
    lines.iter().filter(|line| is_record(line)).filter_map(|line| ids(line).next()).filter(|id| !wrong.contains(id)).collect()
}

/// Every record of a plan, with its id.
fn records(plan: &Plan) -> BTreeSet<(String, String)> {
    fn all<I: Record>(plan: &Plan) -> impl Iterator<Item = (String, String)> + '_ {
        I::all(plan).iter().map(|(id, record)| (id.id().to_string(), format!("{record:?}")))
    }
    let records = all::<HallId>(plan).chain(all::<CategoryId>(plan)).chain(all::<LayerId>(plan)).chain(all::<BlockId>(plan));
    let records = records.chain(all::<StructureId>(plan)).chain(all::<BoothId>(plan)).chain(all::<ExhibitorId>(plan));
    records.chain(all::<BookingId>(plan)).chain(all::<MapId>(plan)).collect()
}

#[derive(Clone, Debug)]
enum LineDamage {
    Gone(Index),
    Twice(Index),
    Swapped(Index, Index),
    Cut(Index),
}

fn any_line_damage() -> impl Strategy<Value = LineDamage> {
    let place = any::<Index>;
    prop_oneof![
        4 => place().prop_map(LineDamage::Gone),
        4 => place().prop_map(LineDamage::Twice),
        4 => (place(), place()).prop_map(|(one, other)| LineDamage::Swapped(one, other)),
        1 => place().prop_map(LineDamage::Cut),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_whole_file_is_read_as_it_is(plan in any_plan()) {
        match salvage(write(&plan).as_bytes()) {
            Some(left) => {
                prop_assert!(left.plan == plan, "{}", write(&plan));
                prop_assert_eq!(left.findings, []);
            }
            None => prop_assert!(records(&plan).is_empty()),
        }
    }

    #[test]
    fn what_lost_no_line_is_there(plan in any_plan(), damage in prop::collection::vec(any_line_damage(), 1..5)) {
        let text = write(&plan);
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let mut left: Vec<usize> = (0..lines.len()).collect();
        let mut touched = BTreeSet::new();
        for damage in damage.into_iter().filter(|_| lines.len() > 2) {
            // The first line says what the file is.
            let place = |index: Index, left: &[usize]| 1 + index.index(left.len().max(3) - 2);
            match damage {
                LineDamage::Gone(line) if left.len() > 2 => touched.extend([left.remove(place(line, &left))]),
                LineDamage::Twice(line) if left.len() > 2 => {
                    let at = place(line, &left);
                    // Twice over a list ends or begins in a place where it does not.
                    touched.extend(Some(left[at]).filter(|line| !is_record(lines[*line])));
                    left.insert(at, left[at]);
                }
                LineDamage::Swapped(one, other) if left.len() > 2 => {
                    let (one, other) = (place(one, &left), place(other, &left));
                    touched.extend([left[one], left[other]]);
                    left.swap(one, other);
                }
                LineDamage::Cut(line) if left.len() > 2 => touched.extend(left.split_off(place(line, &left))),
                _ => {}
            }
        }
        let damaged: String = left.iter().map(|line| lines[*line]).collect();
        let trusted = trusted(&lines, |place| touched.contains(&place));
        let Some(left) = salvage(damaged.as_bytes()) else {
            prop_assert!(trusted.is_empty(), "{damaged}");
            return Ok(());
        };
        prop_assert_eq!(read(&write(&left.plan)), Ok(left.plan.clone()), "{}", damaged);
        let (before, after) = (records(&plan), records(&left.plan));
        let lists_are_whole = touched.iter().all(|line| is_record(lines[*line]));
        for id in trusted {
            // Where one list was taken for another, a name may be there twice.
            let is_told = || !lists_are_whole && left.findings.iter().any(|finding| finding.excerpt.contains(&id));
            let Some(before) = before.iter().find(|(other, _)| *other == id) else { continue };
            let is_there = after.contains(before);
            prop_assert!(is_there || is_told(), "{before:?} in\n{damaged}\n{:?}", left.findings);
        }
    }

    #[test]
    fn what_has_no_wrong_byte_is_there_or_told(plan in any_plan(), damage in prop::collection::vec((any::<Index>(), any::<u8>()), 1..6)) {
        let text = write(&plan);
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let mut bytes = text.clone().into_bytes();
        let mut touched = BTreeSet::new();
        for (place, byte) in damage {
            let place = place.index(bytes.len());
            touched.insert(text.as_bytes()[..place].iter().filter(|byte| **byte == b'\n').count());
            bytes[place] = byte;
        }
        let trusted = trusted(&lines, |place| touched.contains(&place));
        let Some(left) = salvage(&bytes) else {
            prop_assert!(trusted.is_empty() || touched.contains(&0), "{}", String::from_utf8_lossy(&bytes));
            return Ok(());
        };
        prop_assert_eq!(read(&write(&left.plan)), Ok(left.plan.clone()));
        let (before, after) = (records(&plan), records(&left.plan));
        for id in trusted {
            let is_told = || left.findings.iter().any(|finding| finding.excerpt.contains(&id));
            let Some(before) = before.iter().find(|(other, _)| *other == id) else { continue };
            let is_there = after.contains(before);
            let damaged = String::from_utf8_lossy(&bytes);
            prop_assert!(is_there || is_told(), "{before:?} in\n{damaged}\n{:?}", left.findings);
        }
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        let _ = salvage(&bytes);
        let _ = salvage(&[b"(version: 1,\n  booths: [\n    (id: \"", &bytes[..]].concat());
    }
}
