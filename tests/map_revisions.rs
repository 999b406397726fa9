//! Maps that come again: other pages, and the next revision of a drawing, put in place of the one before and compared with it.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot set itself up has failed")]

use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::Arc;

use hallplan::edit::{Edit, MapChange};
use hallplan::geometry::{Angle, Length, Point};
use hallplan::plan::{HallMap, MapId, Placement, SheetPart};
use hallplan::reader::{Cancel, Reader};
use hallplan::session::{Action, CommandId, CompareAction, CompareLook, FileQuestion, Request, Session, Start, perform};
use hallplan::store::Settings;
use hallplan::text::Language;
use hallplan::tools::{Event, Modifiers, ToolKind};
use jiff::Timestamp;

/// A drawing in millimetres: the outlines of rooms, each on a layer, from a corner to the other, y up.
fn dxf(rooms: &[(&str, [i32; 4])]) -> Vec<u8> {
    let mut text = "  0\nSECTION\n  2\nHEADER\n  9\n$ACADVER\n  1\nAC1015\n  9\n$INSUNITS\n 70\n4\n  0\nENDSEC\n".to_owned();
    text.push_str("  0\nSECTION\n  2\nENTITIES\n");
    for (layer, [left, bottom, right, top]) in rooms {
        let corners = [(left, bottom), (right, bottom), (right, top), (left, top)];
        for (from, to) in corners.iter().zip(corners.iter().cycle().skip(1)) {
            write!(text, "  0\nLINE\n  8\n{layer}\n 10\n{}\n 20\n{}\n 11\n{}\n 21\n{}\n", from.0, from.1, to.0, to.1).unwrap();
        }
    }
    text.push_str("  0\nENDSEC\n  0\nEOF\n");
    text.into_bytes()
}

/// A session with a drawing of 80 x 40 m under its hall, which does its work at once.
struct Desk {
    session: Session,
    folder: tempfile::TempDir,
    reader: Reader,
    asked: Option<FileQuestion>,
}

impl Desk {
    fn new() -> Self {
        let start = Start { settings: Settings::default(), language: Language::English, tag: 3, clock: || Timestamp::UNIX_EPOCH };
        let mut session = Session::new(start);
        session.act(Action::CanvasSize(1_000.0, 700.0));
        let reader = Reader::new(PathBuf::from(env!("CARGO_BIN_EXE_hallplan")));
        let mut desk = Self { session, folder: tempfile::tempdir().unwrap(), reader, asked: None };
        let path = desk.write("a.dxf", &[("Walls", [0, 0, 80_000, 40_000]), ("Texts", [1_000, 1_000, 9_000, 9_000])]);
        desk.act(Action::FilesDropped(vec![path], None));
        desk
    }

    fn write(&self, name: &str, rooms: &[(&str, [i32; 4])]) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, dxf(rooms)).unwrap();
        path
    }

    fn act(&mut self, action: Action) {
        self.session.act(action);
        loop {
            let requests = self.session.take_requests();
            if requests.is_empty() {
                return;
            }
            for request in requests {
                match request {
                    Request::Work(running, job) => {
                        let done = perform(running.id, *job, &self.reader, &Cancel::new());
                        self.session.act(Action::Finished(done));
                    }
                    Request::AskFile(question) => self.asked = Some(question),
                    _ => {}
                }
            }
        }
    }

    fn map(&self) -> (MapId, Arc<HallMap>) {
        let maps = self.session.plan().maps();
        assert_eq!(maps.len(), 1);
        maps.iter().next().map(|(id, map)| (*id, map.clone())).unwrap()
    }

    /// The command, and this file.
    fn replace_by(&mut self, name: &str, rooms: &[(&str, [i32; 4])]) {
        let path = self.write(name, rooms);
        self.act(Action::Run(CommandId::ReplaceMap));
        let question = self.asked.take().expect("a file is asked for");
        assert_eq!(question, FileQuestion::ReplaceMap(self.map().0));
        self.act(Action::FileChosen(question, Some(path)));
    }

    fn steps(&self) -> usize {
        self.session.editor().history().steps()
    }

    /// Where a point of the map's own drawing lies: millimetres from its left top.
    fn place(&self, right: i32, down: i32) -> Point {
        let (_, map) = self.map();
        let unit = 10.0 / map.sheet_to_hall().scale();
        map.sheet_to_hall().point([f64::from(right) * unit, f64::from(down) * unit])
    }
}

#[test]
fn a_revision_lies_where_its_own_coordinates_say_and_is_one_step() {
    let mut desk = Desk::new();
    let (id, map) = desk.map();
    assert!(map.calibrated && map.placement.width == Length::METRE * 80, "{map:?}");
    let turned = Placement { angle: Angle::from_thousandths(90_000), ..map.placement };
    desk.act(Action::Edit(Edit::ChangeMap(id, MapChange::Align(turned))));
    desk.act(Action::Edit(Edit::ChangeMap(id, MapChange::HideLayers(["Texts".to_owned()].into()))));
    let room = desk.place(1_000, 31_000);
    let steps = desk.steps();

    // An annexe of 5 m at the left and of 10 m at the top: the room is further from the left top of the sheet.
    desk.replace_by("b.dxf", &[("Walls", [-5_000, 0, 80_000, 50_000]), ("Texts", [1_000, 1_000, 9_000, 9_000])]);
    let (_, map) = desk.map();
    assert_eq!((map.name.as_str(), map.placement.width), ("b.dxf", Length::METRE * 85));
    assert_eq!(map.hidden_layers, ["Texts"]);
    assert!(desk.place(6_000, 41_000).distance(room) <= Length::from_mm(1), "{:?} {room:?}", desk.place(6_000, 41_000));
    assert_eq!(desk.steps(), steps + 1);
    desk.act(Action::Run(CommandId::Undo));
    assert_eq!(desk.map().1.name, "a.dxf");
    assert!(desk.session.comparison().is_none(), "what was undone is not compared");
}

#[test]
fn revisions_are_compared_until_one_of_them_is_kept() {
    for (action, name, undone) in [(CompareAction::KeepNew, "b.dxf", false), (CompareAction::BackToOld, "a.dxf", true)] {
        let mut desk = Desk::new();
        let steps = desk.steps();
        desk.replace_by("b.dxf", &[("Walls", [0, 0, 80_000, 41_000])]);
        let comparison = desk.session.comparison().expect("they are compared");
        assert_eq!((comparison.old.name.as_str(), comparison.look), ("a.dxf", CompareLook::Blinking));
        desk.act(Action::Run(CommandId::OtherRevision));
        assert_eq!(desk.session.comparison().map(|comparison| comparison.look), Some(CompareLook::Old));
        desk.act(Action::Run(CommandId::OtherRevision));
        assert_eq!(desk.session.comparison().map(|comparison| comparison.look), Some(CompareLook::New));
        desk.act(Action::Compare(CompareAction::Look(CompareLook::Overlaid)));
        desk.act(Action::Compare(action));
        assert!(desk.session.comparison().is_none());
        assert_eq!((desk.map().1.name.as_str(), desk.steps()), (name, if undone { steps } else { steps + 1 }));
        assert!(!desk.session.availability(CommandId::OtherRevision).is_ready());
    }
}

#[test]
fn the_old_revision_comes_back_after_other_steps_too() {
    let mut desk = Desk::new();
    desk.replace_by("b.dxf", &[("Walls", [0, 0, 80_000, 41_000])]);
    let (id, _) = desk.map();
    let part = SheetPart { from: (0, 0), to: (9_000, 9_000) };
    desk.act(Action::Edit(Edit::ChangeMap(id, MapChange::Crop(Some(part)))));
    desk.act(Action::Compare(CompareAction::BackToOld));
    let (_, map) = desk.map();
    assert_eq!((map.name.as_str(), map.crop), ("a.dxf", None));
}

#[test]
fn the_same_file_replaces_nothing_and_what_is_no_map_neither() {
    let mut desk = Desk::new();
    let steps = desk.steps();
    desk.replace_by("again.dxf", &[("Walls", [0, 0, 80_000, 40_000]), ("Texts", [1_000, 1_000, 9_000, 9_000])]);
    let path = desk.folder.path().join("letter.txt");
    std::fs::write(&path, "Dear organiser").unwrap();
    desk.act(Action::FileChosen(FileQuestion::ReplaceMap(desk.map().0), Some(path)));
    assert_eq!((desk.map().1.name.as_str(), desk.steps()), ("a.dxf", steps));
}

#[test]
fn a_page_that_is_not_there_leaves_the_map_as_it_is() {
    let mut desk = Desk::new();
    let (id, map) = desk.map();
    desk.act(Action::ShowMapPage(id, 7));
    assert_eq!(desk.map().1, map);
    assert!(desk.session.dialog().is_some(), "and says so");
}

#[test]
fn the_commands_of_a_map_take_the_one_of_the_hall() {
    let mut desk = Desk::new();
    for (command, tool) in [(CommandId::AlignMap, ToolKind::AlignMap), (CommandId::CropMap, ToolKind::CropMap)] {
        desk.act(Action::Run(CommandId::SelectNone));
        desk.act(Action::Run(command));
        assert_eq!(desk.session.tool().kind(), tool);
        assert_eq!(desk.session.selection().maps, [desk.map().0].into());
    }
    let modifiers = Modifiers { control: true, ..Modifiers::default() };
    for (x, y) in [(10_000, 10_000), (70_000, 30_000)] {
        let at = Point::from_mm(x, y);
        let event = if x == 10_000 { Event::Press { at, modifiers, clicks: 1 } } else { Event::Release { at, modifiers } };
        desk.act(Action::Pointer(event));
    }
    let (_, map) = desk.map();
    assert!((map.outline().size().width - Length::METRE * 60).abs() <= Length::from_mm(1), "{:?}", map.outline());
    desk.act(Action::Run(CommandId::MapInFront));
    assert!(desk.map().1.in_front);
}
