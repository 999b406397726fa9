//! Two people at one file: what the other one saves comes in, and where both clash the user decides. And one person twice:
//! before a crash and after it.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "whatever goes wrong here fails the test")]

use std::path::{Path, PathBuf};

use hallplan::edit::{Edit, NewBooth, NewNumber, Origin};
use hallplan::file::merge::Side;
use hallplan::geometry::{Outline, Point, Size};
use hallplan::plan::{BoothId, Number};
use hallplan::reader::{Cancel, Reader};
use hallplan::session::{Action, CommandId, Dialog, FileQuestion, Request, Session, Start, choice, perform};
use hallplan::store::Settings;
use hallplan::text::Language;
use jiff::Timestamp;

struct Colleague {
    session: Session,
    asked: Option<FileQuestion>,
}

impl Colleague {
    fn new(tag: u32) -> Self {
        let start = Start { settings: Settings::default(), language: Language::English, tag, clock: || Timestamp::UNIX_EPOCH };
        Self { session: Session::new(start), asked: None }
    }

    fn opens(tag: u32, path: &Path) -> Self {
        let mut colleague = Self::new(tag);
        colleague.act(Action::OpenRecent(path.to_owned()));
        colleague
    }

    fn act(&mut self, action: Action) {
        self.session.act(action);
        self.work();
    }

    fn work(&mut self) {
        let reader = Reader::new(PathBuf::new());
        for request in self.session.take_requests() {
            match request {
                Request::Work(running, job) => {
                    let done = perform(running.id, *job, &reader, &Cancel::new());
                    self.act(Action::Finished(done));
                }
                Request::AskFile(question) => self.asked = Some(question),
                _ => {}
            }
        }
    }

    fn draws(&mut self, number: &str, x_mm: i64) {
        let outline = Outline::rectangle(Point::from_mm(x_mm, 0), Size::from_mm(3_000, 3_000));
        let booth = NewBooth { number: NewNumber::Exactly(Number::new(number).unwrap()), outline, category: None };
        let hall = self.session.hall().unwrap();
        self.act(Action::Edit(Edit::Add { hall, booths: vec![booth], structures: vec![], origin: Origin::Drawn }));
    }

    fn renumbers(&mut self, from: &str, to: &str) {
        self.act(Action::Edit(Edit::SetNumber(self.booth(from), Number::new(to).unwrap())));
    }

    fn booth(&self, number: &str) -> BoothId {
        self.session.plan().booth_numbered(&Number::new(number).unwrap()).unwrap_or_else(|| panic!("no booth {number}"))
    }

    fn saves(&mut self) {
        self.act(Action::Run(CommandId::Save));
    }

    fn numbers(&self) -> Vec<String> {
        let plan = self.session.plan();
        plan.booths_by_number().filter_map(|id| plan.get(id)).map(|booth| booth.number.to_string()).collect()
    }
}

/// A file with booth A1, and two who have it open.
fn two_at_one_file(folder: &Path) -> (PathBuf, Colleague, Colleague) {
    let path = folder.join("show.hallplan");
    let mut first = Colleague::new(2);
    first.draws("A1", 0);
    first.saves();
    let question = first.asked.take().expect("where to save is asked");
    first.act(Action::FileChosen(question, Some(path.clone())));
    let second = Colleague::opens(3, &path);
    (path, first, second)
}

#[test]
fn what_a_colleague_saves_comes_in_beside_what_is_not_saved_yet() {
    let folder = tempfile::tempdir().unwrap();
    let (path, mut first, mut second) = two_at_one_file(folder.path());
    second.draws("B1", 6_000);
    second.saves();
    first.draws("C1", 12_000);
    first.act(Action::FileChanged(path.clone()));
    assert_eq!(first.numbers(), ["A1", "B1", "C1"]);
    assert!(!first.session.is_saved());
    let words: Vec<_> = first.session.take_notices().into_iter().map(|notice| notice.words).collect();
    assert!(words.iter().any(|words| words == "One change of somebody else came into show.hallplan."), "{words:?}");
    // It is one step, which can be taken back.
    first.act(Action::Run(CommandId::Undo));
    assert_eq!(first.numbers(), ["A1", "C1"]);
    first.act(Action::Run(CommandId::Redo));

    first.saves();
    second.act(Action::FileChanged(path));
    assert_eq!(second.numbers(), ["A1", "B1", "C1"]);
    assert!(second.session.is_saved(), "all of it is in the file");
}

#[test]
fn saving_over_what_a_colleague_saved_takes_theirs_in_first() {
    let folder = tempfile::tempdir().unwrap();
    let (path, mut first, mut second) = two_at_one_file(folder.path());
    second.draws("B1", 6_000);
    second.saves();
    first.draws("C1", 12_000);
    first.saves();
    assert_eq!(first.numbers(), ["A1", "B1", "C1"]);
    first.saves();
    assert!(first.session.is_saved());
    assert_eq!(Colleague::opens(4, &path).numbers(), ["A1", "B1", "C1"]);
}

#[test]
fn where_both_clash_the_user_decides() {
    let folder = tempfile::tempdir().unwrap();
    for (side, number) in [(Side::Ours, "M1"), (Side::Theirs, "Z1")] {
        let (path, mut first, mut second) = two_at_one_file(folder.path());
        second.renumbers("A1", "Z1");
        second.saves();
        first.renumbers("A1", "M1");
        first.act(Action::FileChanged(path));
        let Some(Dialog::Clashes(clashes)) = first.session.dialog() else { panic!("nothing is asked") };
        let (about, _) = choice(&clashes.clashes()[0]).expect("there is a choice");
        first.act(Action::ChooseSide(about, side));
        first.act(Action::ConfirmDialog);
        assert_eq!(first.numbers(), [number]);
    }
}

#[test]
fn another_file_of_the_same_name_is_not_taken_for_the_show() {
    let folder = tempfile::tempdir().unwrap();
    let (path, mut first, _) = two_at_one_file(folder.path());
    std::fs::write(&path, "no plan").unwrap();
    first.draws("C1", 12_000);
    first.act(Action::FileChanged(path.clone()));
    assert!(matches!(first.session.dialog(), Some(Dialog::ChangedOutside(_))));
    assert_eq!(first.numbers(), ["A1", "C1"]);
    assert_eq!(std::fs::read(&path).unwrap(), b"no plan");
}

/// The dialog of versions, once everything in it is read.
fn versions_of(colleague: &mut Colleague) -> hallplan::session::VersionsDialog {
    colleague.act(Action::Run(CommandId::Versions));
    match colleague.session.dialog() {
        Some(Dialog::Versions(dialog)) => dialog.as_ref().clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_earlier_version_is_looked_at_and_opened_as_a_copy() {
    let folder = tempfile::tempdir().unwrap();
    let (path, mut anna, _) = two_at_one_file(folder.path());
    assert!(versions_of(&mut anna).list.unwrap().is_empty(), "nothing was kept for her");
    anna.act(Action::DismissDialog);
    anna.session.keep_data_in(folder.path().join("data"));
    anna.work();
    for number in ["A2", "A3", "A4"] {
        anna.draws(number, 10_000 + 5_000 * i64::from(number.as_bytes()[1]));
        anna.saves();
        // Versions are told apart by the millisecond.
        std::thread::sleep(std::time::Duration::from_millis(3));
    }
    anna.renumbers("A2", "B2");
    let dialog = versions_of(&mut anna);
    let list = dialog.list.as_ref().unwrap();
    assert_eq!(list.len(), 3);
    let told: Vec<_> = list.iter().map(|kept| kept.facts.clone().unwrap().unwrap()).collect();
    assert_eq!(
        told.iter().map(|facts| facts.occupancy.as_str()).collect::<Vec<_>>(),
        ["0 of 4 slots filled", "0 of 3 slots filled", "0 of 2 slots filled"]
    );
    assert_eq!(told[0].changes, ["renumbered: A2 is now B2"]);
    assert_eq!(told[2].changes.len(), 3, "{:?}", told[2].changes);
    let (seen, picture) = dialog.picture.clone().unwrap();
    assert_eq!(Some(seen), dialog.seen());
    assert!(picture.unwrap().rgba.iter().any(|byte| *byte < 200), "something is drawn");

    let mut oldest = dialog;
    (oldest.chosen, oldest.look) = (2, hallplan::session::VersionLook::Changes);
    anna.act(Action::ChangeDialog(Box::new(Dialog::Versions(Box::new(oldest)))));
    let Some(Dialog::Versions(shown)) = anna.session.dialog() else { panic!() };
    assert_eq!(shown.picture.as_ref().map(|(seen, _)| *seen), shown.seen());
    anna.act(Action::ConfirmDialog);
    assert!(matches!(anna.session.dialog(), Some(Dialog::Unsaved(_))), "B2 is not saved");
    anna.act(Action::AlternateDialog);
    assert_eq!(anna.numbers(), ["A1", "A2"]);
    assert_eq!(anna.session.path(), None);
    assert!(anna.session.file_name().contains("version of"), "{}", anna.session.file_name());
    assert_eq!(hallplan::file::read(&std::fs::read_to_string(path).unwrap()).unwrap().booths().len(), 4, "the file is as it was");
}

#[test]
fn what_was_done_before_the_file_was_closed_can_be_undone() {
    let folder = tempfile::tempdir().unwrap();
    let (path, mut anna, _) = two_at_one_file(folder.path());
    let data = folder.path().join("data");
    anna.session.keep_data_in(data.clone());
    anna.draws("A2", 10_000);
    anna.renumbers("A1", "B1");
    anna.saves();
    anna.renumbers("A2", "B2");
    assert_eq!(anna.session.command_words(CommandId::Undo), "Undo: renumber A2 to B2");
    anna.saves();
    anna.act(Action::Run(CommandId::Undo));
    anna.act(Action::Run(CommandId::Undo));
    assert_eq!(anna.numbers(), ["A1", "A2"], "saving keeps what can be undone");

    let opens = |tag| {
        let mut colleague = Colleague::new(tag);
        colleague.session.keep_data_in(data.clone());
        colleague.act(Action::OpenRecent(path.clone()));
        colleague
    };
    let mut again = opens(3);
    assert_eq!(again.numbers(), ["B1", "B2"]);
    assert!(again.session.is_saved());
    assert_eq!(again.session.command_words(CommandId::Undo), "Undo: renumber A2 to B2");
    for expected in [["A2", "B1"].as_slice(), &["A1", "A2"], &["A1"]] {
        again.act(Action::Run(CommandId::Undo));
        assert_eq!(again.numbers(), expected);
    }
    again.act(Action::Run(CommandId::Redo));
    assert_eq!(again.numbers(), ["A1", "A2"]);

    // Somebody else saved it: what was done here led to another file.
    let mut text = std::fs::read_to_string(&path).unwrap();
    text = text.replace("B2", "C2");
    std::fs::write(&path, text).unwrap();
    let other = opens(4);
    assert_eq!(other.numbers(), ["B1", "C2"]);
    assert_eq!(other.session.editor().history().steps(), 0);
}

#[test]
fn what_is_undone_of_earlier_steps_outlives_a_crash() {
    let folder = tempfile::tempdir().unwrap();
    let (path, mut anna, _) = two_at_one_file(folder.path());
    let data = folder.path().join("data");
    anna.session.keep_data_in(data.clone());
    anna.draws("A2", 10_000);
    anna.draws("A3", 20_000);
    anna.saves();

    let mut again = Colleague::new(3);
    again.session.keep_data_in(data);
    again.act(Action::OpenRecent(path));
    let told = |colleague: &mut Colleague| colleague.session.take_recorded();
    told(&mut again);
    again.draws("A4", 30_000);
    // Back behind what was done here, and forward again.
    for command in [CommandId::Undo, CommandId::Undo, CommandId::Redo, CommandId::Redo, CommandId::Undo, CommandId::Undo] {
        again.act(Action::Run(command));
    }
    let mut lines = String::new();
    let mut base = None;
    let mut writer = None;
    for recorded in told(&mut again) {
        use hallplan::file::journal::JournalWriter;
        use hallplan::session::Recorded;
        match recorded {
            Recorded::Begun { plan, .. } => {
                writer = Some(JournalWriter::new(&plan));
                base = Some(plan);
            }
            Recorded::Done { words, at, change } => lines.push_str(&writer.as_mut().unwrap().done(&words, at, &change)),
            Recorded::Undone => lines.push_str(&JournalWriter::undone()),
            Recorded::Redone => lines.push_str(&JournalWriter::redone()),
            other => panic!("{other:?}"),
        }
    }
    let replayed = hallplan::file::journal::replay(base.unwrap(), lines.as_bytes(), 5);
    assert!(replayed.is_whole);
    assert_eq!(again.numbers(), ["A1", "A2"]);
    assert_eq!(replayed.editor.plan(), again.session.plan());
}

#[test]
fn who_opens_a_plan_that_somebody_has_open_is_told_and_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let (path, mut anna, _) = two_at_one_file(folder.path());
    anna.session.take_notices();
    let us = hallplan::store::Holder::of_this_program();
    let told = |anna: &mut Colleague, holder| {
        anna.act(Action::FileHeld(path.clone(), holder));
        anna.session.take_notices().pop().unwrap().words
    };
    let ben = hallplan::store::Holder { user: "ben".into(), machine: "LAPTOP-3".into(), ..us.clone() };
    let words = told(&mut anna, ben.clone());
    assert!(words.starts_with("ben has show.hallplan open on LAPTOP-3 since "), "{words}");
    assert!(told(&mut anna, hallplan::store::Holder { user: String::new(), ..ben }).starts_with("Somebody has "));
    assert!(told(&mut anna, us).starts_with("You have show.hallplan open in another window since "));
    anna.renumbers("A1", "B1");
    anna.saves();
    assert_eq!(anna.session.path(), Some(path.as_path()));
}
