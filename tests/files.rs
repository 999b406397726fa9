//! Files as a user meets them: opening, saving, pictures, lists and what goes wrong with them. The session asks for work,
//! and the work is done here at once, as the window does it on a thread.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "whatever goes wrong here fails the test")]

use std::path::{Path, PathBuf};

use hallplan::edit::{Edit, ExhibitorFields, NewBooth, NewNumber, Objects, Origin};
use hallplan::geometry::{Length, Outline, Point, Size};
use hallplan::plan::{Number, Role, StructureShape};
use hallplan::reader::{Cancel, Reader, limits};
use hallplan::session::{
    Action, CommandId, Dialog, FieldKey, FileQuestion, Filter, LogoPixels, Notice, Request, Session, StandListFormat, Start,
    perform,
};
use hallplan::store::Settings;
use hallplan::text::Language;
use hallplan::tools::{Event, Modifiers, ToolKind};
use jiff::Timestamp;

struct Desk {
    session: Session,
    folder: tempfile::TempDir,
    reader: Reader,
    asked: Vec<FileQuestion>,
    notices: Vec<Notice>,
    quit: bool,
}

impl Desk {
    fn new() -> Self {
        let start = Start { settings: Settings::default(), language: Language::English, tag: 3, clock: || Timestamp::UNIX_EPOCH };
        let mut session = Session::new(start);
        session.act(Action::CanvasSize(1_000.0, 700.0));
        let folder = tempfile::tempdir().unwrap();
        let reader = Reader::new(PathBuf::from(env!("CARGO_BIN_EXE_hallplan")));
        Self { session, folder, reader, asked: Vec::new(), notices: Vec::new(), quit: false }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// Does something, and all the work that it asks for.
    fn act(&mut self, action: Action) {
        self.session.act(action);
        loop {
            self.notices.extend(self.session.take_notices());
            let requests = self.session.take_requests();
            if requests.is_empty() {
                break;
            }
            for request in requests {
                match request {
                    Request::Work(running, job) => {
                        let done = perform(running.id, *job, &self.reader, &Cancel::new());
                        self.session.act(Action::Finished(done));
                    }
                    Request::AskFile(question) => self.asked.push(question),
                    Request::Quit => self.quit = true,
                    Request::FocusSearch | Request::FocusInspector | Request::FocusMenus | Request::OpenPalette => {}
                }
            }
        }
    }

    fn run(&mut self, command: CommandId) {
        self.act(Action::Run(command));
    }

    /// Answers the last question for a file.
    fn choose(&mut self, path: &Path) {
        let question = self.asked.pop().expect("a file is asked for");
        self.act(Action::FileChosen(question, Some(path.to_owned())));
    }

    fn draw_booth(&mut self, number: &str, x: i64) {
        let outline = Outline::rectangle(Point::from_mm(x, 0), Size::from_mm(3_000, 3_000));
        let booth = NewBooth { number: NewNumber::Exactly(Number::new(number).unwrap()), outline, category: None };
        let hall = self.session.hall().unwrap();
        self.act(Action::Edit(Edit::Add { hall, booths: vec![booth], structures: vec![], origin: Origin::Drawn }));
    }

    fn problem(&self) -> &str {
        match self.session.dialog() {
            Some(Dialog::Problem { words, .. }) => words,
            other => panic!("no problem is told, but {other:?}"),
        }
    }

    fn type_in(&mut self, key: FieldKey, value: &str) {
        let Some(Dialog::Form(mut form)) = self.session.dialog().cloned() else { panic!("no form is open") };
        form.set(key, value);
        self.act(Action::ChangeDialog(Box::new(Dialog::Form(form))));
    }
}

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(width, height, image::Rgb([200, 210, 220]))
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}

#[test]
fn a_plan_is_saved_and_opened_again() {
    let mut desk = Desk::new();
    desk.draw_booth("A1", 0);
    assert!(!desk.session.is_saved());
    desk.run(CommandId::Save);
    let path = desk.path("my show");
    desk.choose(&path);
    assert!(desk.session.is_saved());
    let path = desk.path("my show.hallplan");
    assert_eq!(desk.session.path(), Some(path.as_path()));
    let saved = desk.session.plan().clone();

    desk.run(CommandId::New);
    desk.act(Action::ConfirmDialog);
    assert_eq!(desk.session.plan().booths().len(), 0);
    desk.act(Action::OpenRecent(path));
    assert!(*desk.session.plan() == saved);
    assert!(desk.session.is_saved());
}

#[test]
fn unsaved_changes_are_saved_first_and_then_the_program_ends() {
    let mut desk = Desk::new();
    desk.draw_booth("A1", 0);
    desk.act(Action::CloseWindow);
    assert!(matches!(desk.session.dialog(), Some(Dialog::Unsaved(_))));
    assert!(!desk.quit);
    desk.act(Action::ConfirmDialog);
    let path = desk.path("show.hallplan");
    desk.choose(&path);
    assert!(desk.quit);
    assert!(path.exists());
}

#[test]
fn a_save_that_fails_keeps_the_plan_unsaved_and_says_why() {
    let mut desk = Desk::new();
    desk.draw_booth("A1", 0);
    desk.act(Action::CloseWindow);
    desk.act(Action::ConfirmDialog);
    let path = desk.path("no such folder/show.hallplan");
    desk.choose(&path);
    assert!(desk.problem().contains("show.hallplan"), "{}", desk.problem());
    assert!(!desk.session.is_saved());
    assert!(!desk.quit);
}

#[test]
fn a_file_in_which_nothing_can_be_read_is_told_with_its_line_and_the_open_plan_stays() {
    let mut desk = Desk::new();
    desk.draw_booth("A1", 0);
    desk.run(CommandId::Save);
    let path = desk.path("show.hallplan");
    desk.choose(&path);
    let before = desk.session.plan().clone();
    let text = std::fs::read_to_string(&path).unwrap();
    let cut = desk.write("cut.hallplan", &text.as_bytes()[..20]);
    desk.act(Action::OpenRecent(cut));
    assert!(desk.problem().contains("cut.hallplan") && desk.problem().contains("line"), "{}", desk.problem());
    assert!(*desk.session.plan() == before);
    assert_eq!(desk.session.path(), Some(path.as_path()));
}

#[test]
fn a_damaged_file_opens_as_a_copy_with_what_was_wrong_and_is_never_written_itself() {
    let mut desk = Desk::new();
    (1..4).for_each(|booth| desk.draw_booth(&format!("A{booth}"), booth * 3_000));
    desk.run(CommandId::Save);
    let path = desk.path("show.hallplan");
    desk.choose(&path);
    let text = std::fs::read_to_string(&path).unwrap().replace("\"A2\"", "\"A2");
    std::fs::write(&path, &text).unwrap();

    let mut desk = Desk { folder: desk.folder, ..Desk::new() };
    desk.act(Action::OpenRecent(path.clone()));
    let Some(Dialog::Damaged(damaged)) = desk.session.dialog() else { panic!("{:?}", desk.session.dialog()) };
    assert_eq!((damaged.file.as_str(), damaged.findings.len()), ("show.hallplan", 1));
    for language in Language::ALL {
        let words = hallplan::text::Texts::new(language).finding(&damaged.findings[0], desk.session.plan());
        assert!(words.contains('8'), "{words}");
    }
    assert!(damaged.findings[0].excerpt.contains("\"A2, outline"), "{damaged:?}");
    assert_eq!(desk.session.plan().booths().len(), 2);
    assert!(!desk.session.is_saved(), "the copy is in no file yet");
    assert_eq!(desk.session.path(), None);

    desk.act(Action::ConfirmDialog);
    assert_eq!(desk.asked.last().map(FileQuestion::suggested), Some("show (2).hallplan"));
    desk.choose(&path);
    assert!(desk.problem().contains("show.hallplan is the damaged file"), "{}", desk.problem());
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    desk.run(CommandId::Save);
    let copy = desk.path("show (2).hallplan");
    desk.choose(&copy);
    assert!(desk.session.is_saved());
    assert_eq!(hallplan::file::read(&std::fs::read_to_string(&copy).unwrap()).unwrap().booths().len(), 2);
}

#[test]
fn a_file_that_somebody_else_changed_is_not_overwritten_unasked() {
    let mut desk = Desk::new();
    desk.draw_booth("A1", 0);
    desk.run(CommandId::Save);
    let path = desk.path("show.hallplan");
    desk.choose(&path);
    std::fs::write(&path, "somebody else's work").unwrap();
    desk.draw_booth("A2", 3_000);
    desk.run(CommandId::Save);
    assert!(matches!(desk.session.dialog(), Some(Dialog::ChangedOutside(_))));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "somebody else's work");
    assert!(!desk.session.is_saved());
    desk.act(Action::AlternateDialog);
    assert!(desk.session.is_saved());
    assert!(std::fs::read_to_string(&path).unwrap().contains("A2"));
}

#[test]
fn what_is_done_while_a_plan_is_being_read_is_not_lost() {
    let mut desk = Desk::new();
    desk.run(CommandId::SaveAs);
    let path = desk.path("other.hallplan");
    desk.choose(&path);
    desk.session.act(Action::OpenRecent(path));
    let requests = desk.session.take_requests();
    desk.draw_booth("A1", 0);
    for request in requests {
        if let Request::Work(running, job) = request {
            let done = perform(running.id, *job, &desk.reader, &Cancel::new());
            desk.act(Action::Finished(done));
        }
    }
    assert!(matches!(desk.session.dialog(), Some(Dialog::Unsaved(_))));
    assert_eq!(desk.session.plan().booths().len(), 1);
    desk.act(Action::AlternateDialog);
    assert_eq!(desk.session.plan().booths().len(), 0);
}

#[test]
fn a_picture_is_put_under_the_hall_and_calibrated_by_its_width() {
    let mut desk = Desk::new();
    let path = desk.write("hall.png", png(400, 200));
    desk.act(Action::FilesDropped(vec![path], None));
    assert_eq!(desk.session.plan().maps().len(), 1);
    desk.type_in(FieldKey::PictureWidth, "50");
    desk.act(Action::ConfirmDialog);
    let map = desk.session.plan().maps().values().next().unwrap().clone();
    assert!(map.calibrated);
    assert_eq!(map.outline().size(), Size::from_mm(50_000, 25_000));
    assert_eq!(desk.session.map_head(&map).map(|head| head.sheet), Some((400, 200)));
}

#[test]
fn an_empty_hall_becomes_as_large_as_its_picture_and_one_with_booths_stays() {
    let size = |desk: &Desk| desk.session.plan().halls().values().next().unwrap().outline.size();
    for (booths, expected) in [(0, Size::from_mm(50_000, 25_000)), (1, Size::from_mm(60_000, 40_000))] {
        let mut desk = Desk::new();
        (0..booths).for_each(|booth| desk.draw_booth(&format!("A{booth}"), 0));
        let path = desk.write("hall.png", png(400, 200));
        desk.act(Action::FilesDropped(vec![path], None));
        desk.type_in(FieldKey::PictureWidth, "50");
        desk.act(Action::ConfirmDialog);
        assert_eq!(size(&desk), expected);
        desk.run(CommandId::Undo);
        assert_eq!(size(&desk), Size::from_mm(60_000, 40_000));
    }
}

#[test]
fn a_picture_is_calibrated_by_a_line_of_known_length() {
    let mut desk = Desk::new();
    let path = desk.write("hall.png", png(600, 400));
    desk.act(Action::FilesDropped(vec![path], None));
    desk.act(Action::AlternateDialog);
    assert_eq!(desk.session.tool().kind(), ToolKind::Calibrate);
    let modifiers = Modifiers::default();
    let (from, to) = (Point::from_mm(10_000, 10_000), Point::from_mm(40_000, 10_000));
    desk.act(Action::Pointer(Event::Press { at: from, modifiers, clicks: 1 }));
    desk.act(Action::Pointer(Event::Move { at: to, modifiers }));
    desk.act(Action::Pointer(Event::Release { at: to, modifiers }));
    desk.type_in(FieldKey::LineLength, "15 m");
    desk.act(Action::ConfirmDialog);
    let map = desk.session.plan().maps().values().next().unwrap().clone();
    assert_eq!(map.placement.width, Length::from_mm(30_000));
    assert_eq!(map.placement.origin, Point::ORIGIN, "the hall that is as large as its picture begins where its rulers do");
    assert_eq!(desk.session.plan().halls().values().next().unwrap().outline, map.outline());
    assert_eq!(desk.session.tool().kind(), ToolKind::Select);
}

#[test]
fn pictures_that_are_none_are_told_in_one_sentence_and_change_nothing() {
    let mut claims = png(4, 4);
    claims[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
    let cases: [(&str, Vec<u8>); 4] = [
        ("text.png", b"not a picture at all".to_vec()),
        ("empty.png", Vec::new()),
        ("cut.png", png(300, 300)[..60].to_vec()),
        ("claims 60000 x 60000.png", claims),
    ];
    for (name, bytes) in cases {
        let mut desk = Desk::new();
        let path = desk.write(name, bytes);
        desk.act(Action::FilesDropped(vec![path], None));
        assert!(desk.problem().contains(name), "{name}: {}", desk.problem());
        assert_eq!(desk.session.plan().maps().len(), 0);
        assert!(desk.session.is_saved());
    }
}

#[test]
fn an_exhibitor_gets_a_logo_that_is_saved_drawn_and_taken_off_again() {
    let mut desk = Desk::new();
    desk.draw_booth("A1", 0);
    let named = ExhibitorFields { name: "Acer".into(), ..ExhibitorFields::default() };
    desk.act(Action::Edit(Edit::AddExhibitor(named)));
    let acer = desk.session.plan().exhibitor_named("Acer", "").unwrap();
    let booth = *desk.session.plan().booths().keys().next().unwrap();
    desk.act(Action::DropExhibitor { exhibitor: acer, from: None, to: booth });
    desk.act(Action::ChooseExhibitor(Some(acer)));
    let logo = |desk: &Desk| desk.session.plan().get(acer).and_then(|acer| acer.logo.clone());

    for (name, bytes, words) in [
        ("huge.png", vec![7; 3_400_000], "huge.png has 3.4\u{a0}MB; at most 2\u{a0}MB are read. Make it smaller"),
        ("logo.txt", b"no picture at all".to_vec(), "logo.txt"),
    ] {
        let path = desk.write(name, bytes);
        desk.run(CommandId::ChooseLogo);
        desk.choose(&path);
        assert!(desk.problem().contains(words), "{}", desk.problem());
        desk.act(Action::DismissDialog);
        assert_eq!(logo(&desk), None);
    }

    let path = desk.write("logo.png", png(400, 100));
    desk.run(CommandId::ChooseLogo);
    desk.choose(&path);
    let chosen = logo(&desk).unwrap();
    assert_eq!((chosen.pixels.0.get(), chosen.pixels.1.get()), (400, 100));
    assert!(matches!(desk.session.logo(&chosen.file), LogoPixels::Some(pixels) if pixels.width == limits::LOGO_SHOWN_SIDE));

    let plan = desk.path("show.hallplan");
    desk.run(CommandId::Save);
    desk.choose(&plan);
    let drawing = desk.path("hall.svg");
    desk.run(CommandId::ExportPlan);
    desk.choose(&drawing);
    assert!(std::fs::read_to_string(&drawing).unwrap().contains("data:image/png"));

    desk.run(CommandId::RemoveLogo);
    assert_eq!(logo(&desk), None);
    desk.run(CommandId::Undo);
    assert_eq!(logo(&desk).as_ref(), Some(&chosen));
    let mut other = Desk::new();
    other.act(Action::OpenRecent(plan));
    assert_eq!(logo(&other), Some(chosen.clone()));
    assert!(matches!(other.session.logo(&chosen.file), LogoPixels::Unknown));
    other.act(Action::ShowLogos(vec![chosen.file.clone()]));
    assert!(matches!(other.session.logo(&chosen.file), LogoPixels::Some(_)));
}

#[test]
fn a_list_is_imported_with_a_preview_and_what_was_not_placed_is_told() {
    let mut desk = Desk::new();
    desk.draw_booth("A1", 0);
    desk.draw_booth("A2", 3_000);
    let list = "Soci\u{e9}t\u{e9};Pays;N\u{b0} de stand;Secteur\r\nAcer;Ta\u{ef}wan;A1;PC\r\nAsus;Ta\u{ef}wan;A1;PC\r\n\
                Synology;Ta\u{ef}wan;A2, Z9;Stockage\r\n\r\nQNAP;Ta\u{ef}wan;;Stockage\r\n";
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(list);
    let path = desk.write("liste.csv", bytes);
    desk.run(CommandId::ImportExhibitors);
    desk.choose(&path);
    let Some(Dialog::Import(wizard)) = desk.session.dialog() else { panic!("{:?}", desk.session.dialog()) };
    let preview = wizard.preview(desk.session.plan());
    assert_eq!((preview.read, preview.new, preview.placed), (4, 4, 3));
    assert_eq!(desk.session.plan().exhibitors().len(), 0);
    desk.act(Action::ConfirmDialog);
    let Some(Dialog::ImportReport(report)) = desk.session.dialog() else { panic!("{:?}", desk.session.dialog()) };
    assert_eq!(report.not_placed.len(), 1);
    assert_eq!(report.not_placed[0].number, "Z9");
    let plan = desk.session.plan();
    let a1 = plan.booth_numbered(&Number::new("A1").unwrap()).unwrap();
    assert!(plan.participants(a1).iter().all(|participant| participant.role == Role::Main));
    assert_eq!(plan.participants(a1).len(), 2);
    assert_eq!(desk.session.directory().count(Filter::ToPlace), 1);
    desk.act(Action::DismissDialog);
    desk.run(CommandId::Undo);
    assert_eq!(desk.session.plan().exhibitors().len(), 0);
}

#[test]
fn the_stand_list_is_looked_at_and_saved() {
    let mut desk = Desk::new();
    desk.session.open_example();
    desk.run(CommandId::StandList);
    let Some(Dialog::StandList(dialog)) = desk.session.dialog() else { panic!("{:?}", desk.session.dialog()) };
    let pages = dialog.document.as_ref().expect("the pages are laid out").pages.len();
    assert!(pages > 3, "{pages} pages");
    desk.act(Action::AlternateDialog);
    let path = desk.path("list.pdf");
    desk.choose(&path);
    assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF"));

    let Some(Dialog::StandList(mut dialog)) = desk.session.dialog().cloned() else { panic!("the dialog stays open") };
    dialog.format = StandListFormat::Csv;
    desk.act(Action::ChangeDialog(Box::new(Dialog::StandList(dialog))));
    desk.act(Action::AlternateDialog);
    let path = desk.path("list.csv");
    desk.choose(&path);
    assert!(std::fs::read_to_string(&path).unwrap().contains("Synology"));
}

#[test]
fn halls_are_drawn_to_files_and_an_unknown_ending_is_refused() {
    let mut desk = Desk::new();
    desk.session.open_example();
    for (name, start) in [("plan.pdf", &b"%PDF"[..]), ("plan.svg", b"<"), ("plan.png", b"\x89PNG")] {
        desk.run(CommandId::ExportPlan);
        let path = desk.path(name);
        desk.choose(&path);
        assert!(std::fs::read(&path).unwrap().starts_with(start), "{name}");
    }
    desk.run(CommandId::ExportPlan);
    let path = desk.path("plan.doc");
    desk.choose(&path);
    assert!(desk.problem().contains(".pdf"), "{}", desk.problem());
    assert!(!path.exists());
}

fn shared_data() -> PathBuf {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    std::env::var_os("HALLPLAN_SHARED").map_or(beside, PathBuf::from).join("data")
}

/// The whole job on a hall and a list that nobody here made.
#[test]
#[ignore = "needs ../shared/data"]
fn the_whole_job_is_done_on_a_real_hall_and_a_real_list() {
    let mut desk = Desk::new();
    // The picture, and its scale by a line between two points of it.
    desk.act(Action::FilesDropped(vec![shared_data().join("plans/arkad_kh_2.png")], None));
    desk.type_in(FieldKey::PictureWidth, "46");
    desk.act(Action::ConfirmDialog);
    assert!(desk.session.plan().maps().values().all(|map| map.calibrated));
    // The booths: blocks drawn over it.
    desk.run(CommandId::ToolBlock);
    let modifiers = Modifiers::default();
    for (from, to) in [((2, 2), (26, 20)), ((2, 23), (26, 38))] {
        let at = |(x, y): (i64, i64)| Point::from_mm(x * 1_000, y * 1_000);
        desk.act(Action::Pointer(Event::Press { at: at(from), modifiers, clicks: 1 }));
        desk.act(Action::Pointer(Event::Move { at: at(to), modifiers }));
        desk.act(Action::Pointer(Event::Release { at: at(to), modifiers }));
    }
    let booths = desk.session.plan().booths().len();
    assert!(booths >= 50, "{booths} booths");
    // The list: its groups are categories, no numbers.
    desk.run(CommandId::ImportExhibitors);
    desk.choose(&shared_data().join("exhibitors/fosdem_2026.fr.csv"));
    desk.act(Action::ConfirmDialog);
    let Some(Dialog::ImportReport(report)) = desk.session.dialog() else { panic!("{:?}", desk.session.dialog()) };
    assert_eq!((report.read, report.new, report.placed), (96, 96, 0));
    desk.act(Action::DismissDialog);
    // Placed one by one, as from the list.
    let numbered: Vec<_> = desk.session.plan().booths_by_number().collect();
    for booth in numbered {
        let Some(exhibitor) = desk.session.directory().shown().next() else { break };
        desk.act(Action::DropExhibitor { exhibitor, from: None, to: booth });
    }
    let occupancy = desk.session.occupancy();
    assert_eq!(occupancy.filled, booths.min(96));
    let column = StructureShape::Column(Outline::rectangle(Point::from_mm(28_000, 10_000), Size::from_mm(500, 500)));
    let hall = desk.session.hall().unwrap();
    desk.act(Action::Edit(Edit::Add { hall, booths: vec![], structures: vec![column], origin: Origin::Drawn }));
    // Saved, opened, printed.
    desk.act(Action::Select(Objects::default()));
    desk.run(CommandId::Save);
    let path = desk.path("kh.hallplan");
    desk.choose(&path);
    let saved = desk.session.plan().clone();
    desk.act(Action::OpenRecent(path));
    assert!(*desk.session.plan() == saved);
    let out = Path::new(env!("CARGO_TARGET_TMPDIR"));
    desk.run(CommandId::StandList);
    desk.act(Action::AlternateDialog);
    desk.choose(&out.join("real stand list.pdf"));
    desk.act(Action::DismissDialog);
    desk.run(CommandId::ExportPlan);
    desk.choose(&out.join("real hall.pdf"));
    assert!(out.join("real hall.pdf").exists() && out.join("real stand list.pdf").exists());
}
