//! Every error and every edit in words, in both languages: they name what they speak of and say it whole.

use super::testing::{Sample, assert_sentences, both};
use crate::edit::{EditName, LayerChange, MapChangeName, Refusal, Things};
use crate::file::{FileError, Mistake};
use crate::plan::{BlockId, LayerId, Number, Plan, Status, Violation};
use crate::reader::{Kind, ReadError};

type Named = &'static [&'static str];

#[test]
fn every_refusal_names_what_is_in_the_way() {
    let Sample { plan, number, exhibitor, booth, .. } = Sample::new();
    let by = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let taken = |names: &[&str]| Refusal::BoothTaken { booth, number: number.clone(), by: by(names) };
    let blocked = |names: &[&str]| Refusal::BlockedAndBooked { number: number.clone(), by: by(names) };
    let cases: [(Refusal, Named); 16] = [
        (Refusal::Rule(Violation::BoothInUse(booth)), &["A12"]),
        (Refusal::Gone, &[]),
        (Refusal::BoothBlocked(number.clone()), &["A12"]),
        (taken(&[]), &["A12"]),
        (taken(&["Synology"]), &["A12", "Synology"]),
        (taken(&["Synology", "QNAP"]), &["A12", "Synology", "QNAP"]),
        (Refusal::AlreadyThere { number: number.clone(), exhibitor: "Synology".into() }, &["A12", "Synology"]),
        (Refusal::NobodyThere(number.clone()), &["A12"]),
        (Refusal::NothingToSwap(exhibitor), &["Synology"]),
        (blocked(&[]), &["A12"]),
        (blocked(&["Synology"]), &["A12", "Synology"]),
        (blocked(&["Synology", "QNAP"]), &["A12", "Synology", "QNAP"]),
        (Refusal::LastMain { number: number.clone() }, &["A12"]),
        (Refusal::BoothLocked(number.clone()), &["A12"]),
        (Refusal::Locked { count: 12 }, &["12"]),
        (Refusal::NoSuchBooth(number.clone()), &["A12"]),
    ];
    for (refusal, named) in cases {
        assert_sentences(|texts| texts.refusal(&refusal, &plan), named);
    }
}

fn every_violation(sample: &Sample) -> Vec<(Violation, Named)> {
    let Sample { number, hall, structure, map, category, booth, exhibitor, booking, .. } = sample.clone();
    let (block, layer) = (BlockId::from(booth.id()), LayerId::from(booth.id()));
    vec![
        (Violation::NumberTaken { booth, number, by: booth }, &["A12", "“Hall B”"]),
        (Violation::ExhibitorNameTaken { exhibitor, name: "Synology".into() }, &["Synology"]),
        (Violation::ExhibitorWithoutName(exhibitor), &[]),
        (Violation::HallNameTaken { hall, name: "Hall B".into() }, &["Hall B"]),
        (Violation::HallWithoutName(hall), &[]),
        (Violation::CategoryNameTaken { category, name: "NAS".into() }, &["NAS"]),
        (Violation::CategoryWithoutName(category), &[]),
        (Violation::BoothOutline(booth), &["A12"]),
        (Violation::HallOutline(hall), &["Hall B"]),
        (Violation::StructureShape(structure), &[]),
        (Violation::MapPlacement(map), &["hall.png"]),
        (Violation::BoothWithoutHall(booth), &["A12"]),
        (Violation::StructureWithoutHall(structure), &[]),
        (Violation::MapWithoutHall(map), &["hall.png"]),
        (Violation::BoothWithoutCategory(booth), &["A12"]),
        (Violation::ZoneWithoutCategory(structure), &[]),
        (Violation::BoothWithoutLayer(booth), &["A12"]),
        (Violation::StructureWithoutLayer(structure), &[]),
        (Violation::MapWithoutLayer(map), &["hall.png"]),
        (Violation::BoothWithoutBlock(booth), &["A12"]),
        (Violation::BlockWithoutHall(block), &[]),
        (Violation::BlockPattern(block), &["500"]),
        (Violation::BlockInUse(block), &[]),
        (Violation::LayerWithoutName(layer), &[]),
        (Violation::LayerNameTaken { layer, name: "Utilities".into() }, &["Utilities"]),
        (Violation::LayerInUse(layer), &[]),
        (Violation::ExhibitorCategories(exhibitor), &["Synology"]),
        (Violation::BookingExhibitors(booking), &["A12"]),
        (Violation::BookingBooths(booking), &["A12"]),
        (Violation::BookingWithoutMain(booking), &["A12"]),
        (Violation::BookedTwice { booth, first: booking, second: booking }, &["A12"]),
        (Violation::BlockedAndBooked { booth, booking }, &["A12"]),
        (Violation::HallInUse(hall), &["Hall B"]),
        (Violation::CategoryInUse(category), &["NAS"]),
        (Violation::ExhibitorInUse(exhibitor), &["Synology"]),
        (Violation::BoothInUse(booth), &["A12"]),
    ]
}

#[test]
fn every_violation_names_what_breaks_the_rule() {
    let sample = Sample::new();
    for (violation, named) in every_violation(&sample) {
        assert_sentences(|texts| texts.violation(&violation, &sample.plan), named);
    }
}

#[test]
fn a_booking_without_a_booth_goes_by_its_exhibitors() {
    let Sample { plan, waiting, .. } = Sample::new();
    assert_sentences(|texts| texts.violation(&Violation::BookingBooths(waiting), &plan), &["Synology"]);
}

#[test]
fn a_broken_rule_is_whole_without_the_plan_and_in_a_file() {
    let sample = Sample::new();
    for (violation, _) in every_violation(&sample) {
        assert_sentences(|texts| texts.violation(&violation, &Plan::default()), &[]);
        let error = FileError::Broken { line: 1234, violation };
        assert_sentences(|texts| texts.file_error(&error, "show.hallplan"), &["show.hallplan", "1,234"]);
    }
}

#[test]
fn every_error_of_a_show_names_the_file_and_the_place() {
    let cases: [(FileError, Named); 9] = [
        (FileError::Empty, &[]),
        (FileError::NotAPlan, &[]),
        (FileError::NotText { line: 1234 }, &["1,234"]),
        (FileError::NewerVersion { found: 7, newest: 1 }, &["7", "1"]),
        (FileError::IdTwice { line: 1234, id: "3-7".into() }, &["1,234", "3-7"]),
        (FileError::PictureMissing { line: 1234, name: "hall.png".into() }, &["1,234", "hall.png"]),
        (FileError::LogoMissing { line: 1234, exhibitor: "Acer".into() }, &["1,234", "Acer"]),
        (FileError::LogoOfNobody { line: 1234 }, &["1,234"]),
        (FileError::PictureDamaged { line: 1234 }, &["1,234"]),
    ];
    for (error, named) in cases {
        assert_sentences(|texts| texts.file_error(&error, "show.hallplan"), &[&["show.hallplan"], named].concat());
    }
}

#[test]
fn every_mistake_in_a_line_is_told_with_line_column_and_the_line_itself() {
    let word = || "widht".to_owned();
    let cases: [(Mistake, Named); 17] = [
        (Mistake::End, &[]),
        (Mistake::Expected(']'), &["]"]),
        (Mistake::ExpectedText, &[]),
        (Mistake::Trailing, &[]),
        (Mistake::Escape, &[]),
        (Mistake::TooDeep, &[]),
        (Mistake::UnknownField(word()), &["widht"]),
        (Mistake::UnknownWord(word()), &["widht"]),
        (Mistake::MissingField(word()), &["widht"]),
        (Mistake::FieldTwice(word()), &["widht"]),
        (Mistake::Id, &[]),
        (Mistake::Length, &[]),
        (Mistake::Angle, &[]),
        (Mistake::Number, &[]),
        (Mistake::Date, &[]),
        (Mistake::Base64, &[]),
        (Mistake::Value, &[]),
    ];
    let mut seen = std::collections::BTreeSet::new();
    for (mistake, named) in cases {
        let error = FileError::Syntax { line: 1234, column: 17, excerpt: "number: A12,".into(), mistake };
        for texts in both() {
            let words = texts.file_error(&error, "show.hallplan").replace('\u{202f}', ",");
            for name in ["show.hallplan", "1,234", "17", "number: A12,"].iter().chain(named) {
                assert!(words.contains(name), "{name} is not in: {words}");
            }
            assert!(!words.contains(['{', '}']) && !words.contains("  "), "{words}");
            assert!(seen.insert(words.clone()), "two mistakes are told alike: {words}");
        }
    }
}

#[test]
fn every_error_of_a_list_or_picture_names_the_file_and_the_way_out() {
    let detail = || "bad CRC".to_owned();
    let cases: [(ReadError, Named); 19] = [
        (ReadError::NotAPicture { looks_like: Kind::Zip }, &["ZIP", "PNG"]),
        (ReadError::NotASheet { looks_like: Kind::Pdf }, &["PDF", "XLSX"]),
        (ReadError::UnsupportedKind { kind: Kind::Dwg }, &["DWG", "PNG"]),
        (ReadError::PictureTooLarge { width: 60_000, height: 40_000 }, &["60,000", "40,000"]),
        (ReadError::FileTooLarge { bytes: 200_000_000, limit: 128_000_000 }, &["200\u{a0}M", "128\u{a0}M"]),
        (ReadError::Truncated, &[]),
        (ReadError::Damaged { detail: detail() }, &["bad CRC"]),
        (ReadError::PasswordProtected, &[]),
        (ReadError::Empty, &[]),
        (ReadError::TooManyCells { limit: 2_000_000 }, &["2,000,000"]),
        (ReadError::TooManyElements { limit: 1_000_000 }, &["1,000,000"]),
        (ReadError::CellTooLong { sheet: "Liste".into(), line: 12, column: 4 }, &["Liste", "12", "4"]),
        (ReadError::CellTooLong { sheet: String::new(), line: 12, column: 4 }, &["12", "4"]),
        (ReadError::TooSlow, &["20"]),
        (ReadError::TooMuchMemory, &[]),
        (ReadError::WorkerDied { detail: detail() }, &["bad CRC"]),
        (ReadError::Cancelled, &[]),
        (ReadError::CannotStartWorker { detail: detail() }, &["bad CRC"]),
        (ReadError::NotASheet { looks_like: Kind::Unknown }, &["XLSX"]),
    ];
    for (error, named) in cases {
        assert_sentences(|texts| texts.read_error(&error, "liste.xlsx"), &[&["liste.xlsx"], named].concat());
        assert_sentences(|texts| texts.read_error(&error, ""), named);
    }
}

#[test]
fn every_edit_has_a_name_of_its_own_that_fits_after_undo() {
    let number = |text: &str| Number::new(text).unwrap();
    let name = || "Synology".to_owned();
    let mut cases: Vec<(EditName, Named)> = vec![
        (EditName::Earlier("move 3 booths".into()), &["move 3 booths"]),
        (EditName::TakeIn(3), &["3"]),
        (EditName::ChangeShow, &[]),
        (EditName::AddHall("Hall B".into()), &["Hall B"]),
        (EditName::ChangeHall("Hall B".into()), &["Hall B"]),
        (EditName::RemoveHall("Hall B".into()), &["Hall B"]),
        (EditName::DuplicateHall("Hall B".into()), &["Hall B"]),
        (EditName::MirrorHall("Hall B".into()), &["Hall B"]),
        (EditName::AddLayer("Walls".into()), &["Walls"]),
        (EditName::ChangeLayer(LayerChange::Rename, "Walls".into()), &["Walls"]),
        (EditName::ChangeLayer(LayerChange::Hide, "Walls".into()), &["Walls"]),
        (EditName::ChangeLayer(LayerChange::Show, "Walls".into()), &["Walls"]),
        (EditName::ChangeLayer(LayerChange::Lock, "Walls".into()), &["Walls"]),
        (EditName::ChangeLayer(LayerChange::Unlock, "Walls".into()), &["Walls"]),
        (EditName::RemoveLayer("Walls".into()), &["Walls"]),
        (EditName::DrawBooths(12), &["12"]),
        (EditName::DrawStructure, &[]),
        (EditName::ImportBooths(12), &["12"]),
        (EditName::AddFromDrawing(Things::Booths(12)), &["12"]),
        (EditName::AddMap("hall.png".into()), &["hall.png"]),
        (EditName::ChangeMap(MapChangeName::Calibrate, "hall.png".into()), &["hall.png"]),
        (EditName::ChangeMap(MapChangeName::Align, "hall.png".into()), &["hall.png"]),
        (EditName::ChangeMap(MapChangeName::Crop, "hall.png".into()), &["hall.png"]),
        (EditName::ChangeMap(MapChangeName::ShowAll, "hall.png".into()), &["hall.png"]),
        (EditName::ChangeMap(MapChangeName::Fade, "hall.png".into()), &["hall.png"]),
        (EditName::ChangeMap(MapChangeName::Layers, "hall.png".into()), &["hall.png"]),
        (EditName::ChangeMap(MapChangeName::Page, "hall.png".into()), &["hall.png"]),
        (EditName::ChangeMap(MapChangeName::Replace, "hall.png".into()), &["hall.png"]),
        (EditName::ChangeMap(MapChangeName::ToFront, "hall.png".into()), &["hall.png"]),
        (EditName::ChangeMap(MapChangeName::ToBack, "hall.png".into()), &["hall.png"]),
        (EditName::ChangeStructure, &[]),
        (EditName::Renumber { from: number("A12"), to: number("B4") }, &["A12", "B4"]),
        (EditName::NumberBooths(48), &["48"]),
        (EditName::SetCategory(12), &["12"]),
        (EditName::AddCategory("NAS".into()), &["NAS"]),
        (EditName::ChangeCategory("NAS".into()), &["NAS"]),
        (EditName::RemoveCategory("NAS".into()), &["NAS"]),
        (EditName::SetOpenSides(12), &["12"]),
        (EditName::Block(12), &["12"]),
        (EditName::Unblock(12), &["12"]),
        (EditName::ChangeNote(number("A12")), &["A12"]),
        (EditName::Free(12), &["12"]),
        (EditName::Place { exhibitor: name(), number: number("A12") }, &["Synology", "A12"]),
        (EditName::Share(number("A12")), &["A12"]),
        (EditName::Swap(number("A12"), number("B4")), &["A12", "B4"]),
        (EditName::Replace(number("A12")), &["A12"]),
        (EditName::MoveBooking(number("A12"), number("B4")), &["A12", "B4"]),
        (EditName::Leave { exhibitor: name(), number: number("A12") }, &["Synology", "A12"]),
        (EditName::SetRole(name()), &["Synology"]),
        (EditName::AddExhibitor(name()), &["Synology"]),
        (EditName::ChangeExhibitor(name()), &["Synology"]),
        (EditName::SetLogo(name()), &["Synology"]),
        (EditName::RemoveLogo(name()), &["Synology"]),
        (EditName::RemoveExhibitors(12), &["12"]),
        (EditName::ImportExhibitors(12), &["12"]),
    ];
    cases.extend(Status::ALL.map(|status| (EditName::SetStatus(12, status), &["12"] as Named)));
    for things in [Things::Booths(12), Things::Objects(12)] {
        cases.push((EditName::MoveToHall(things, "Hall B".into()), &["12", "Hall B"]));
        cases.push((EditName::SetLayer(things, Some("Walls".into())), &["12", "Walls"]));
        cases.push((EditName::SetLayer(things, None), &["12"]));
        for gesture in [
            EditName::Paste,
            EditName::Duplicate,
            EditName::Move,
            EditName::Resize,
            EditName::Rotate,
            EditName::Delete,
            EditName::Cut,
            EditName::Group,
            EditName::Ungroup,
            EditName::Lock,
            EditName::Unlock,
        ] {
            cases.push((gesture(things), &["12"]));
        }
    }
    for texts in both() {
        let mut seen = std::collections::BTreeSet::new();
        for (edit, named) in &cases {
            let words = texts.edit_name(edit);
            for name in *named {
                assert!(words.contains(name), "{name} is not in: {words}");
            }
            assert!(words.starts_with(char::is_lowercase), "a capital begins: {words}");
            assert!(!words.ends_with('.') && !words.contains(['{', '}']), "{words}");
            assert!(seen.insert(words.clone()), "two edits are called: {words}");
        }
    }
}
