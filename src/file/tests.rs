use std::path::Path;

use proptest::prelude::*;

use super::*;
use crate::geometry::{Outline, Point, Size};
use crate::plan::testing::any_plan;
use crate::plan::{
    Booking, BookingId, Booth, BoothId, Draft, Exhibitor, ExhibitorId, Hall, HallId, IdMint, Number, Participant, Role, Show,
    Stage,
};

/// A small plan as its file says it.
const SMALL: &str = r#"(version: 1,
  show: (name: "IT Partners", edition: "2022"),
  halls: [
    (id: "1-0", name: "Hall 1", outline: Rectangle(at: (0, 0), size: (80, 72))),
  ],
  categories: [
    (id: "2-0", name: "Storage"),
  ],
  structures: [
    (id: "3-0", hall: "1-0", shape: Wall(from: (0, 0), to: (80, 0), thickness: 0.2)),
    (id: "4-0", hall: "1-0", shape: Column(Round(centre: (10.5, 20), radius: 0.3))),
    (id: "5-0", hall: "1-0", shape: Door(at: (40, 72), width: 2.4, turned: 180, kind: Exit)),
    (id: "6-0", hall: "1-0", shape: Text(at: (40, -1), height: 1, text: "ENTRANCE")),
  ],
  booths: [
    (id: "7-0", hall: "1-0", number: "A01", outline: Rectangle(at: (6, 6.0001), size: (3, 3), turned: 12.345), category: "2-0"),
    (id: "8-0", hall: "1-0", number: "A02", outline: Polygon([(0, 0), (3, 0), (0, 3.05)]), blocked: true, note: "plug\nhere"),
  ],
  exhibitors: [
    (id: "9-0", name: "L'Éditeur \"展\"", country: "France", categories: ["2-0"], contact: "a\\b", note: "\u{202e}"),
    (id: "a-0", name: "QNAP"),
  ],
  bookings: [
    (id: "b-0", stage: Held(until: "2022-03-17"), exhibitors: [Co("a-0"), Main("9-0")], booths: ["7-0"]),
    (id: "c-0", stage: Held()),
  ],
)
"#;

#[test]
fn a_person_can_read_the_file() {
    let plan = read(SMALL).unwrap();
    assert_eq!((plan.booths().len(), plan.exhibitors().len(), plan.bookings().len()), (2, 2, 2));
    assert_eq!(write(&plan), SMALL);
}

#[test]
fn an_empty_plan_is_a_file_of_two_lines() {
    assert_eq!(write(&Plan::default()), "(version: 1,\n)\n");
    assert_eq!(read("(version: 1,\n)\n"), Ok(Plan::default()));
}

#[test]
fn a_picture_is_written_once_however_many_maps_name_it() {
    let with_maps = r#"(version: 1,
  halls: [
    (id: "1-0", name: "Hall 1", outline: Rectangle(at: (0, 0), size: (80, 72))),
  ],
  maps: [
    (id: "2-0", hall: "1-0", name: "hall.png", file: "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81", sheet: (4, 3), at: (0, 0), width: 8),
    (id: "3-0", hall: "1-0", file: "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81", sheet: (4, 3), at: (0, 0), width: 8, turned: 90, calibrated: true),
  ],
  files: [
    (sha256: "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81", base64: "AQID"),
  ],
)
"#;
    let plan = read(with_maps).unwrap();
    assert!(plan.maps().values().all(|map| map.file.bytes()[..] == [1, 2, 3]));
    assert_eq!(write(&plan), with_maps);
}

#[test]
fn a_logo_stands_apart_from_its_exhibitor_and_one_that_nobody_has_any_more_is_not_kept() {
    let with_logos = r#"(version: 1,
  exhibitors: [
    (id: "1-0", name: "Acer"),
    (id: "2-0", name: "Acer France"),
    (id: "3-0", name: "Asus"),
  ],
  logos: [
    (id: "1-0", file: "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81", pixels: (4, 3)),
    (id: "2-0", file: "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81", pixels: (4, 3)),
  ],
  files: [
    (sha256: "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81", base64: "AQID"),
  ],
)
"#;
    let plan = read(with_logos).unwrap();
    assert_eq!(write(&plan), with_logos);
    let mut mint = IdMint::new(7, 100);
    let without = plan.exhibitors().keys().map(|id| crate::edit::Edit::SetLogo(*id, None)).collect();
    let edit = crate::edit::Edit::Together(crate::edit::EditName::RemoveLogo(String::new()), without);
    let bare = crate::edit::apply(&plan, &edit, &mut mint).unwrap().plan;
    assert!(!write(&bare).contains("files"), "{}", write(&bare));
}

#[test]
fn windows_line_ends_a_byte_order_mark_and_comments_do_no_harm() {
    let text = format!("\u{feff}{}", SMALL.replace('\n', "\r\n").replace("halls:", "// the rooms\r\n  halls:"));
    assert_eq!(read(&text), read(SMALL));
}

#[test]
fn what_is_no_plan_is_told_by_its_first_line() {
    for (bytes, error) in [
        (&b""[..], FileError::Empty),
        (b" \r\n\n", FileError::Empty),
        (b"hello", FileError::NotAPlan),
        (b"\0\0\0\0", FileError::NotAPlan),
        (b"\x89PNG\r\n\x1a\n", FileError::NotAPlan),
        (b"(\n  version: 1,\n)", FileError::NotAPlan),
        (b"(version: 0)", FileError::NotAPlan),
        (b"(version: x)", FileError::NotAPlan),
        (b"(version: 2, what: \"only the future knows\")", FileError::NewerVersion { found: 2, newest: 1 }),
        (b"(version: 99999999999)", FileError::NewerVersion { found: u32::MAX, newest: 1 }),
        (b"(version: 1,\n show: (name: \"\xe9t\xe9\"))", FileError::NotText { line: 2 }),
    ] {
        assert_eq!(read_bytes(bytes), Err(error), "{:?}", String::from_utf8_lossy(bytes));
    }
}

/// Every file of tests/data/bad holds, in a comment on its last line, what it must be refused with.
#[test]
fn wrong_files_are_refused_with_the_line() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/bad");
    let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 25, "{files:?}");
    let mut wrong = Vec::new();
    for path in files {
        let text = std::fs::read_to_string(&path).unwrap();
        let (text, expected) = text.rsplit_once("//! ").unwrap_or((&text, "an expectation"));
        let found = format!("{:?}", read(text).expect_err(&format!("{path:?} opens")));
        if found != expected.trim() {
            wrong.push(format!("{}: {found}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_file_cut_anywhere_is_refused_as_a_whole() {
    for (end, _) in SMALL.char_indices().filter(|(end, _)| *end > 0 && *end < SMALL.len() - 2) {
        let cut = &SMALL[..end];
        match read(cut) {
            Err(FileError::Syntax { line, mistake, .. }) => {
                assert_eq!(line, cut.matches('\n').count() + 1, "{cut} {mistake:?}");
            }
            Err(FileError::NotAPlan) => assert!(end <= "(version: 1".len(), "{cut}"),
            other => panic!("{other:?} for {cut}"),
        }
    }
}

#[test]
fn two_hundred_thousand_brackets_of_any_kind_are_refused() {
    for (open, close) in [("(", ")"), ("[", "]"), ("{", "}"), ("Some(", ")"), ("Main(", ")"), ("/*", "*/")] {
        for field in ["booths: [", "show: ", "", "surprise: "] {
            let text = format!("(version: 1,\n{field}{}{}", open.repeat(200_000), close.repeat(200_000));
            assert!(matches!(read(&text), Err(FileError::Syntax { line: 2, .. })), "{field}{open}");
        }
    }
}

#[test]
fn texts_of_every_kind_survive() {
    let empty = Plan::new(Show::default());
    for text in [
        "\"",
        "\\",
        "\\u{0}",
        "a\nb\r\n\tc",
        "\0",
        "展覽會",
        "معرض",
        "\u{202e}txt.exe",
        "e\u{301}",
        "r#\"x\"#",
        "🎪",
        "'",
        "//",
        "\u{85}",
    ] {
        let mut draft = Draft::new(&empty);
        let name = format!("Name {text}");
        let _: ExhibitorId = draft.add(&mut IdMint::new(7, 0), Exhibitor { name, note: text.into(), ..Exhibitor::default() });
        let (plan, _) = draft.finish().unwrap();
        let written = write(&plan);
        assert_eq!(read(&written), Ok(plan), "{written}");
        assert_eq!(written.lines().count(), 5, "{written}");
    }
}

/// A plan long enough for its lists to be read at the same time.
fn long() -> Plan {
    of_booths(500)
}

fn of_booths(count: usize) -> Plan {
    let empty = Plan::new(Show::default());
    let mut draft = Draft::new(&empty);
    let mut mint = IdMint::new(7, 0);
    let outline = Outline::rectangle(Point::ORIGIN, Size::from_mm(3_000, 3_000));
    let hall: HallId = draft.add(&mut mint, Hall { name: "Hall".into(), outline: outline.clone() });
    for place in 0..count {
        let number = Number::new(&place.to_string()).unwrap();
        let booth = Booth::new(hall, number, outline.clone());
        let booth: BoothId = draft.add(&mut mint, booth);
        let exhibitor: ExhibitorId =
            draft.add(&mut mint, Exhibitor { name: format!("Exhibitor {place}"), ..Exhibitor::default() });
        let participants = vec![Participant { exhibitor, role: Role::Main }];
        let _: BookingId = draft.add(&mut mint, Booking { participants, booths: vec![booth], stage: Stage::Paid });
    }
    draft.finish().unwrap().0
}

#[test]
fn a_show_whose_lists_are_written_at_the_same_time_has_them_all_in_their_order() {
    let plan = of_booths(2_500);
    let text = write(&plan);
    let begin: Vec<_> = ["booths", "exhibitors", "bookings"].map(|list| text.find(&format!("\n  {list}: [\n"))).into();
    assert!(begin.iter().all(Option::is_some) && begin.is_sorted(), "{begin:?}");
    assert_eq!(read(&text), Ok(plan));
}

#[test]
fn a_long_file_is_read_in_pieces_as_it_is_read_whole() {
    let plan = long();
    let text = write(&plan);
    assert!(v1::read_in_both_ways(&text).0.is_some());
    assert_eq!(read(&text).as_ref(), Ok(&plan));
    // Laid out in another way, with what looks like the file in a comment and in a text.
    let with_show = |name: &str| text.replacen("\n  halls", &format!("\n  show: (name: \"{name}\"),\n  halls"), 1);
    let odd = "\n  booths: [\n  ],\n";
    let at_any_place = text.replacen("\n  booths: [\n", "\nbooths:\n[\n", 1);
    let in_a_comment = text.replacen("\n  halls", &format!("\n/*{odd}*/\n  halls"), 1);
    for other in [at_any_place, in_a_comment, with_show(odd)] {
        let read = read(&other).unwrap();
        assert_eq!((read.booths(), read.bookings()), (plan.booths(), plan.bookings()));
    }
    let in_a_text_only = with_show(odd).replacen("\n  booths: [\n    ", "\n  booths:\n  [\n    ", 1);
    assert_eq!(read(&in_a_text_only).unwrap().show().name, odd);
}

#[test]
fn a_mistake_in_a_long_file_is_told_with_its_line() {
    let text = write(&long());
    for (from, to, line, mistake) in [
        ("number: \"420\"", "nummer: \"420\"", 426, Mistake::UnknownField("nummer".into())),
        ("name: \"Exhibitor 7\"", "name: 7", 515, Mistake::ExpectedText),
        ("\n)\n", "\n  booths: [],\n)\n", 1_511, Mistake::FieldTwice("booths".into())),
        ("\n  ],\n  bookings", "\n  bookings", 1_008, Mistake::UnknownWord("bookings".into())),
    ] {
        match read(&text.replacen(from, to, 1)) {
            Err(FileError::Syntax { line: found, mistake: told, .. }) => assert_eq!((found, told), (line, mistake), "{to}"),
            other => panic!("{other:?} for {to}"),
        }
    }
}

/// A place of a text, and what stands there instead of what did.
fn any_damage() -> impl Strategy<Value = (prop::sample::Index, String)> {
    let with = prop::sample::select(vec![
        "",
        " ",
        "\n",
        "\r",
        ",",
        ")",
        "),",
        "(",
        "[",
        "]",
        "\"",
        "\\",
        "\\n",
        "//",
        "/*",
        "*/",
        "-",
        ".",
        "0",
        "00",
        "9",
        "1e3",
        "é",
        "true",
        "Held",
        "turned: ",
        ", note: \"x\"",
    ]);
    (any::<prop::sample::Index>(), with.prop_map(str::to_owned))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn writing_and_reading_gives_the_same_plan(plan in any_plan()) {
        let text = write(&plan);
        let again = read(&text);
        prop_assert_eq!(again.as_ref(), Ok(&plan), "{}", text);
        prop_assert_eq!(again.map(|plan| write(&plan)), Ok(text));
    }

    /// Whatever became of a file: read in pieces, line by line, it says what it says as a whole, or is declined.
    #[test]
    fn the_lines_of_a_list_say_what_ron_says(plan in any_plan(), damage in prop::collection::vec(any_damage(), 0..3)) {
        let mut bytes = write(&plan).into_bytes();
        for (place, with) in &damage {
            let place = place.index(bytes.len());
            bytes.splice(place..(place + 1).min(bytes.len()), with.bytes());
        }
        let Ok(text) = String::from_utf8(bytes) else { return Ok(()) };
        let (in_pieces, whole) = v1::read_in_both_ways(&text);
        if let Some(in_pieces) = in_pieces {
            prop_assert_eq!(in_pieces, whole, "{}", text);
        } else {
            let lists = ["booths", "exhibitors", "bookings"].iter().all(|list| text.contains(&format!("\n  {list}: [\n")));
            prop_assert!(!damage.is_empty() || !lists, "{}", text);
        }
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        let _ = read_bytes(&bytes);
        let _ = read_bytes(&[b"(version: 1,\n", &bytes[..]].concat());
    }

    #[test]
    fn no_damage_makes_the_reader_panic(plan in any_plan(), damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut bytes = write(&plan).into_bytes();
        for (place, byte) in damage {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        let _ = read_bytes(&bytes);
    }
}
