//! The recovery journal: what was done to a plan since its base, step by step, as text that is only ever appended to.
//!
//! An entry is a line that says its kind, the bytes of its body and their check, then the body. What follows the first entry
//! that is cut or damaged is not trusted. A step has what it made or changed as the text of a file with those records alone,
//! and the ids of what it removed; a file that is embedded is written once.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use super::{v1, write};
use crate::edit::{Earlier, EditName, Editor};
use crate::plan::{Change, Delta, EmbeddedFile, Id, Listed, Plan, Record, Records};

/// The hash by which a saved text is known again, in hexadecimal.
#[must_use]
pub fn text_hash(text: &[u8]) -> String {
    hex(&Sha256::digest(text))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Writes the entries of a journal.
#[derive(Clone, Debug, Default)]
pub struct JournalWriter {
    /// The embedded files that base and journal have already.
    known: BTreeSet<String>,
}

impl JournalWriter {
    /// The writer of a journal whose base is this plan.
    #[must_use]
    pub fn new(base: &Plan) -> Self {
        Self { known: base.embedded_files().map(EmbeddedFile::hash).collect() }
    }

    /// A step: what it is called, in words, when it was done, and what it changed.
    pub fn done(&mut self, words: &str, at: Timestamp, change: &Change) -> String {
        let mut body = format!("{at}\n{}\n", words.replace(['\n', '\r'], " "));
        if change.show.is_some() {
            body.push_str("show\n");
        }
        removed(&mut body, change);
        let made: BTreeMap<_, _> = change.embedded_files().map(|file| (file.hash(), file)).collect();
        let new = made.into_iter().filter(|(hash, _)| self.known.insert(hash.clone())).collect();
        body.push_str(&write::write_changed(change, &new));
        entry("done", &body)
    }

    /// The last step was undone.
    #[must_use]
    pub fn undone() -> String {
        entry("undone", "")
    }

    /// The step that was undone last was done again.
    #[must_use]
    pub fn redone() -> String {
        entry("redone", "")
    }

    /// The plan as it stands was saved at a path, as a text with this hash.
    #[must_use]
    pub fn saved(path: &Path, hash: &str) -> String {
        entry("saved", &format!("{hash}\n{}", path.to_string_lossy()))
    }
}

fn entry(kind: &str, body: &str) -> String {
    format!("{kind} {} {}\n{body}\n", body.len(), check(body.as_bytes()))
}

/// The first bytes of the body's hash: enough to tell damage.
fn check(body: &[u8]) -> String {
    hex(Sha256::digest(body).get(..4).unwrap_or_default())
}

macro_rules! kinds {
    ($($field:ident)*) => {
        /// The ids of what a change removes, a line for each kind.
        fn removed(body: &mut String, change: &Change) {
            $(
                let mut gone = change.$field.iter().filter(|delta| delta.after.is_none()).peekable();
                if gone.peek().is_some() {
                    body.push_str(concat!("removed ", stringify!($field)));
                    gone.for_each(|delta| { let _ = write!(body, " {}", delta.id.id()); });
                    body.push('\n');
                }
            )*
        }

        /// Adds the ids of a line to what a change removes.
        fn remove(change: &mut Change, kind: &str, ids: &[Id]) -> Option<()> {
            match kind {
                $(stringify!($field) => {
                    change.$field.extend(ids.iter().map(|id| Delta { id: (*id).into(), before: None, after: None }));
                    Some(())
                })*
                _ => None,
            }
        }

        /// The change that makes records, whatever was there.
        fn making(change: &mut Change, records: Records) {
            $(change.$field.extend(made(records.$field));)*
        }
    };
}

kinds! { halls layers blocks structures maps categories booths exhibitors bookings }

fn made<I: Record>(records: Listed<I>) -> impl Iterator<Item = Delta<I, I::Data>> {
    records.into_iter().map(|(id, record)| Delta { id, before: None, after: Some(record) })
}

/// A plan with its history, as a journal tells it.
#[derive(Debug)]
pub struct Replayed {
    /// The plan after the last step that can be trusted, with all steps to be undone.
    pub editor: Editor,
    /// Where it was saved last, and the hash of that text.
    pub saved: Option<(PathBuf, String)>,
    /// When the last step was done.
    pub last: Option<Timestamp>,
    /// Whether the journal was read to its end.
    pub is_whole: bool,
}

/// What a journal's steps make of its base. `tag` is for the ids that this copy makes from now on.
#[must_use]
pub fn replay(base: Plan, journal: &[u8], tag: u32) -> Replayed {
    let mut replay = Replay::new(base, tag);
    let mut rest = journal;
    while let Some((kind, body, after)) = next_entry(rest) {
        if replay.take(kind, body).is_none() {
            return replay.replayed;
        }
        rest = after;
    }
    replay.replayed.is_whole = rest.is_empty();
    replay.replayed
}

/// The kind and the body of the first entry, and what follows it.
fn next_entry(journal: &[u8]) -> Option<(&str, &str, &[u8])> {
    let end = journal.iter().position(|byte| *byte == b'\n')?;
    let (line, rest) = journal.split_at_checked(end)?;
    let mut words = std::str::from_utf8(line).ok()?.split(' ');
    let (kind, length, expected) = (words.next()?, words.next()?.parse::<usize>().ok()?, words.next()?);
    let (body, rest) = rest.get(1..)?.split_at_checked(length)?;
    let rest = rest.strip_prefix(b"\n")?;
    (check(body) == expected).then_some(())?;
    Some((kind, std::str::from_utf8(body).ok()?, rest))
}

/// The most steps that are kept for the next time a file is opened, and the most bytes of their text.
pub const MOST_STEPS: usize = 100;
const MOST_STEP_BYTES: usize = 1 << 20;

/// The last steps that led to a plan, as text for the next time that its file is opened: first the file's text by its length and
/// hash, then for each step what takes it back, the last one first, so that any number of them may be left out at the end.
#[must_use]
pub fn write_steps(plan: &Plan, file: &[u8], steps: impl Iterator<Item = Earlier>) -> String {
    let mut text = format!("{} {}\n", file.len(), text_hash(file));
    let mut writer = JournalWriter::new(plan);
    for Earlier { words, change, at } in steps.take(MOST_STEPS) {
        let step = writer.done(&words, at, &change.reversed());
        if text.len() + step.len() > MOST_STEP_BYTES {
            break;
        }
        text.push_str(&step);
    }
    text
}

/// The steps that led to the plan of a file, the first one first, out of what [`write_steps`] wrote; none where that is about
/// another text than the file's, and none before one that is damaged or makes no sense.
#[must_use]
pub fn read_steps(plan: &Plan, file: &[u8], steps: &[u8]) -> Vec<Earlier> {
    let is_of = |line: &[u8]| {
        let (length, hash) = std::str::from_utf8(line).ok()?.split_once(' ')?;
        (length.parse() == Ok(file.len()) && hash == text_hash(file)).then_some(())
    };
    let mut rest = steps;
    let Some(end) = rest.iter().position(|byte| *byte == b'\n') else { return Vec::new() };
    match rest.split_at_checked(end) {
        Some((line, after)) if is_of(line).is_some() => rest = after.get(1..).unwrap_or_default(),
        _ => return Vec::new(),
    }
    let mut replay = Replay::new(plan.clone(), 0);
    while let Some(("done", body, after)) = next_entry(rest) {
        if replay.take("done", body).is_none() {
            break;
        }
        rest = after;
    }
    let history = replay.replayed.editor.history();
    let taken_back = history.last(MOST_STEPS).filter_map(|entry| match &entry.name {
        EditName::Earlier(words) => Some(Earlier { words: words.clone(), change: entry.change.reversed(), at: entry.at }),
        _ => None,
    });
    taken_back.collect()
}

struct Replay {
    files: BTreeMap<String, EmbeddedFile>,
    replayed: Replayed,
}

impl Replay {
    fn new(base: Plan, tag: u32) -> Self {
        let files = base.embedded_files().map(|file| (file.hash(), file.clone())).collect();
        Self { files, replayed: Replayed { editor: Editor::new(base, tag), saved: None, last: None, is_whole: false } }
    }

    /// Takes an entry; `None` where it makes no sense here.
    fn take(&mut self, kind: &str, body: &str) -> Option<()> {
        let editor = &mut self.replayed.editor;
        match kind {
            "done" => {
                let (at, words, change) = self.step(body)?;
                self.replayed.editor.take_in(EditName::Earlier(words), change, at).ok()?;
                self.replayed.last = Some(at);
            }
            "undone" => drop(editor.undo().ok()??),
            "redone" => drop(editor.redo().ok()??),
            "saved" => {
                let (hash, path) = body.split_once('\n')?;
                editor.mark_saved(editor.history().position());
                self.replayed.saved = Some((PathBuf::from(path), hash.to_owned()));
            }
            _ => return None,
        }
        Some(())
    }

    fn step(&mut self, body: &str) -> Option<(Timestamp, String, Change)> {
        let (at, rest) = body.split_once('\n')?;
        let (words, mut rest) = rest.split_once('\n')?;
        let mut change = Change::default();
        let mut has_show = false;
        while !rest.starts_with('(') {
            let (line, after) = rest.split_once('\n')?;
            rest = after;
            if line == "show" {
                has_show = true;
                continue;
            }
            let mut words = line.strip_prefix("removed ")?.split(' ');
            let kind = words.next()?;
            let ids: Vec<Id> = words.map(|id| id.parse().ok()).collect::<Option<_>>()?;
            remove(&mut change, kind, &ids)?;
        }
        let records = v1::records(rest, self.files.clone()).ok()?;
        if has_show {
            let before = self.replayed.editor.plan().show().clone();
            change.show = Some((before.into(), records.show.clone().into()));
        }
        making(&mut change, records);
        self.files.extend(change.embedded_files().map(|file| (file.hash(), file.clone())));
        Some((at.parse().ok()?, words.to_owned(), change))
    }
}
