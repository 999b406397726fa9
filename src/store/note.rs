//! The note beside a plan that tells who has it open, where and since when. It locks nobody out: whoever opens the plan
//! meanwhile is told of it. A note that its program left behind is known by that, or by its age.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use jiff::Timestamp;

use super::{StoreError, overwrite, read_file};

/// A note that was not written again for so long was left behind.
pub const STALE: Duration = Duration::from_secs(2 * 60 * 60);
/// More bytes than a note has, and more letters than are shown of a name in it.
const MOST_BYTES: u64 = 4 * 1024;
const MOST_LETTERS: usize = 60;

/// Who has a plan open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The name by which the system knows the user.
    pub user: String,
    /// The name of the computer.
    pub machine: String,
    /// The number of the program there.
    pub process: u32,
    /// Since when.
    pub since: Timestamp,
}

impl Holder {
    /// The user of this program, now.
    #[must_use]
    pub fn of_this_program() -> Self {
        let named = |names: &[&str]| names.iter().find_map(|name| std::env::var(name).ok()).unwrap_or_default();
        Self {
            user: readable(&named(&["USER", "LOGNAME", "USERNAME"])),
            machine: readable(&machine()),
            process: std::process::id(),
            // As exact as it is written.
            since: Timestamp::from_second(Timestamp::now().as_second()).unwrap_or_default(),
        }
    }

    /// Whether it is the same user at the same computer.
    #[must_use]
    pub fn is_same_person(&self, other: &Self) -> bool {
        (&self.user, &self.machine) == (&other.user, &other.machine)
    }

    fn text(&self) -> String {
        format!("{}\n{}\n{}\n{}\n", self.user, self.machine, self.process, self.since)
    }

    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let (user, machine) = (readable(lines.next()?), readable(lines.next()?));
        Some(Self { user, machine, process: lines.next()?.parse().ok()?, since: lines.next()?.parse().ok()? })
    }

    /// Whether its program runs no more, as far as that can be told from here.
    fn is_gone(&self) -> bool {
        self.machine == readable(&machine()) && !runs(self.process)
    }
}

/// A name as it may be shown: other people's notes may hold anything.
fn readable(name: &str) -> String {
    name.chars().filter(|letter| !letter.is_control()).take(MOST_LETTERS).collect()
}

#[cfg(unix)]
fn machine() -> String {
    rustix::system::uname().nodename().to_string_lossy().into_owned()
}

#[cfg(not(unix))]
fn machine() -> String {
    std::env::var("COMPUTERNAME").unwrap_or_default()
}

#[cfg(unix)]
fn runs(process: u32) -> bool {
    let process = i32::try_from(process).ok().and_then(rustix::process::Pid::from_raw);
    // One of another user may not be asked, but is there.
    process.is_some_and(|process| rustix::process::test_kill_process(process) != Err(rustix::io::Errno::SRCH))
}

/// Other systems are asked by the note's age alone.
#[cfg(not(unix))]
fn runs(_: u32) -> bool {
    true
}

/// Where the note of a plan is: a hidden file beside it.
#[must_use]
pub fn note_path(plan: &Path) -> PathBuf {
    // Links to one plan have one note.
    let plan = fs::canonicalize(plan).unwrap_or_else(|_| plan.to_owned());
    let mut name = OsString::from(".~lock.");
    name.push(plan.file_name().unwrap_or_default());
    name.push("#");
    plan.with_file_name(name)
}

/// Who has a plan open by its note; nobody where that was left behind or cannot be read.
#[must_use]
pub fn holder(plan: &Path) -> Option<Holder> {
    let path = note_path(plan);
    let written = fs::metadata(&path).and_then(|facts| facts.modified()).ok()?;
    // A clock that is ahead of ours makes a note no older.
    let age = SystemTime::now().duration_since(written).unwrap_or_default();
    let holder = Holder::parse(std::str::from_utf8(&read_file(&path, MOST_BYTES).ok()?).ok()?)?;
    (age < STALE && !holder.is_gone()).then_some(holder)
}

/// Notes that somebody has a plan open, or has it still.
///
/// # Errors
/// What failed on the disk.
pub fn write_note(plan: &Path, holder: &Holder) -> Result<(), StoreError> {
    overwrite(&note_path(plan), holder.text().as_bytes()).map(drop)
}

/// Removes a note, unless it is somebody else's by now.
pub fn remove_note(plan: &Path, of: &Holder) {
    let path = note_path(plan);
    let is_theirs = read_file(&path, MOST_BYTES).is_ok_and(|bytes| bytes == of.text().as_bytes());
    if is_theirs {
        // One that cannot be removed is known by its age.
        drop(fs::remove_file(path));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn elsewhere() -> Holder {
        Holder { user: "anna".into(), machine: "LAPTOP-3".into(), process: 1, since: "2026-05-03T09:12:00Z".parse().unwrap() }
    }

    #[test]
    fn a_note_tells_who_has_the_plan_open_until_it_is_removed() {
        let folder = tempfile::tempdir().unwrap();
        let plan = folder.path().join("show.hallplan");
        fs::write(&plan, b"plan").unwrap();
        assert_eq!(holder(&plan), None);
        write_note(&plan, &elsewhere()).unwrap();
        assert_eq!(holder(&plan), Some(elsewhere()));
        assert!(folder.path().join(".~lock.show.hallplan#").exists());
        let us = Holder::of_this_program();
        remove_note(&plan, &us);
        assert_eq!(holder(&plan), Some(elsewhere()), "a note of somebody else stays");
        remove_note(&plan, &elsewhere());
        assert_eq!(holder(&plan), None);
        assert_eq!(fs::read(&plan).unwrap(), b"plan", "nothing of it is in the plan");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);

        write_note(&plan, &us).unwrap();
        assert_eq!(holder(&plan), Some(us));
    }

    #[test]
    fn a_note_that_was_left_behind_tells_of_nobody() {
        let folder = tempfile::tempdir().unwrap();
        let plan = folder.path().join("show.hallplan");
        write_note(&plan, &elsewhere()).unwrap();
        let hours_ago = |hours: u64| {
            let file = fs::File::options().append(true).open(note_path(&plan)).unwrap();
            file.set_modified(SystemTime::now() - Duration::from_secs(hours * 3_600)).unwrap();
        };
        hours_ago(1);
        assert_eq!(holder(&plan), Some(elsewhere()));
        hours_ago(3);
        assert_eq!(holder(&plan), None);
        #[cfg(unix)]
        {
            let mut child = std::process::Command::new("true").spawn().unwrap();
            let gone = Holder { process: child.id(), ..Holder::of_this_program() };
            child.wait().unwrap();
            write_note(&plan, &gone).unwrap();
            assert_eq!(holder(&plan), None, "its program has ended");
        }
    }

    #[test]
    fn notes_of_any_content_and_folders_of_any_kind_do_no_harm() {
        let folder = tempfile::tempdir().unwrap();
        let plan = folder.path().join("show.hallplan");
        let long = "x".repeat(100_000);
        for text in ["", "anna", "anna\nLAPTOP\nnot a number\n2026-05-03T09:12:00Z\n", &long] {
            fs::write(note_path(&plan), text).unwrap();
            assert_eq!(holder(&plan), None, "{text:.20}");
        }
        fs::write(note_path(&plan), format!("an\u{1b}[2Jna{long:.300}\nLAPTOP\n1\n2026-05-03T09:12:00Z\n")).unwrap();
        let shown = holder(&plan).unwrap().user;
        assert!(shown.starts_with("an[2Jna") && shown.chars().count() == MOST_LETTERS, "{shown}");
        assert!(write_note(&folder.path().join("nowhere/show.hallplan"), &elsewhere()).is_err());
        remove_note(&folder.path().join("nowhere/show.hallplan"), &elsewhere());
    }
}
