//! What is not saved yet: told to who writes it down as it happens, and offered again after a crash.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;

use super::{Dialog, Job, OpenFile, Session, Tone};
use crate::edit::Editor;
use crate::file::journal::{self, Replayed};
use crate::plan::{Change, Plan};
use crate::store::{self, Abandoned, Stamp};
use crate::text::args;

/// What happened to the open plan, for the journal of recovery.
#[derive(Clone, Debug)]
pub enum Recorded {
    /// A plan was opened, and is now changed for the first time.
    Begun {
        /// The plan as it was opened.
        plan: Plan,
        /// Its file, and what that was when it was read.
        file: Option<(PathBuf, Option<Stamp>)>,
    },
    /// A step was done.
    Done {
        /// What it is called.
        words: String,
        /// When.
        at: Timestamp,
        /// What it changed.
        change: Change,
    },
    /// The last step was undone.
    Undone,
    /// The step undone last was done again.
    Redone,
    /// The plan was saved, as a text with this hash.
    Saved {
        /// Here.
        path: PathBuf,
        /// See [`journal::text_hash`].
        hash: String,
    },
    /// The plan was closed: whatever is not saved was given up.
    Closed,
}

/// A session that ended without its plan being saved.
#[derive(Debug)]
pub struct Unsaved {
    /// The plan with its history.
    editor: Editor,
    /// Its file, where that is still as it was saved last.
    file: Option<(PathBuf, Stamp)>,
    /// When it was changed last.
    last: Option<Timestamp>,
    session: Abandoned,
}

impl Unsaved {
    /// What was left behind in a folder; what was all saved is cleared away.
    #[must_use]
    pub fn find(folder: &Path, tag: u32) -> Vec<Arc<Self>> {
        Abandoned::list(folder).into_iter().filter_map(|session| Self::of(session, tag)).map(Arc::new).collect()
    }

    fn of(session: Abandoned, tag: u32) -> Option<Self> {
        // What cannot be read now is left alone: a newer version of the program may know it.
        let base = session.base(crate::file::MOST_BYTES).ok().and_then(|base| crate::file::read_bytes(&base).ok())?;
        let journal = session.journal(crate::file::MOST_BYTES).ok()?;
        let Replayed { editor, saved, last, .. } = journal::replay(base, &journal, tag);
        if editor.history().is_saved() {
            session.discard();
            return None;
        }
        let file = saved.and_then(|(path, hash)| {
            let stamp = store::stamp(&path).ok()?;
            let text = store::read_file(&path, crate::file::MOST_BYTES).ok()?;
            (journal::text_hash(&text) == hash).then_some((path, stamp))
        });
        Some(Self { editor, file, last, session })
    }

    /// The plan as it was left.
    #[must_use]
    pub const fn plan(&self) -> &Plan {
        self.editor.plan()
    }

    /// When it was changed last.
    #[must_use]
    pub const fn last(&self) -> Option<Timestamp> {
        self.last
    }

    /// What was done and not saved, the last first.
    pub fn steps(&self) -> impl Iterator<Item = &crate::edit::EditName> {
        self.editor.history().unsaved().map(|entry| &entry.name)
    }

    /// The file that it belongs to, where that is still as it was saved last.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.file.as_ref().map(|(path, _)| path.as_path())
    }
}

impl Session {
    /// Keeps data within a folder from now on: tells what happens to the plan (see [`Session::take_recorded`]), keeps the
    /// versions that are saved, and looks for what earlier sessions left unsaved.
    pub fn keep_data_in(&mut self, folder: PathBuf) {
        if self.data.as_ref() == Some(&folder) {
            return;
        }
        self.recorded.get_or_insert_default();
        let words = self.texts.job_looking_for_unsaved();
        self.begin(words, Job::FindUnsaved { folder: store::recovery_folder(&folder), tag: self.start.tag });
        self.data = Some(folder);
    }

    /// What happened to the plan since the last call, in order.
    pub fn take_recorded(&mut self) -> Vec<Recorded> {
        self.recorded.as_mut().map(std::mem::take).unwrap_or_default()
    }

    /// What was to be written down could not be: it is tried again with the next change, from the plan as it is now.
    pub fn recording_failed(&mut self) {
        self.opened = Some(self.plan().clone());
        self.opened_is_saved = self.is_saved();
        self.unrecorded = self.editor.history().steps();
        if !std::mem::replace(&mut self.recording_failed, true) {
            let words = self.texts.recording_failed();
            self.tell(Tone::Bad, words);
        }
    }

    pub(super) fn tell_recorder(&mut self, recorded: Recorded) {
        let Some(told) = &mut self.recorded else { return };
        if let Some(plan) = self.opened.take() {
            let file = self.file.as_ref().filter(|_| self.opened_is_saved).map(|file| (file.path.clone(), file.stamp));
            told.push(Recorded::Begun { plan, file });
        }
        told.push(recorded);
    }

    /// Tells that a step was undone or done again. Where the recorder does not know the step it is told what that changed, and from
    /// then on so with every other one: its history goes another way.
    pub(super) fn record_undone(&mut self, redo: bool, words: String, change: &Change) {
        if self.editor.history().steps() < self.unrecorded {
            self.unrecorded = usize::MAX;
        }
        let at = (self.start.clock)();
        self.tell_recorder(match (self.unrecorded, redo) {
            (usize::MAX, _) => Recorded::Done { words, at, change: change.clone() },
            (_, true) => Recorded::Redone,
            (_, false) => Recorded::Undone,
        });
    }

    /// Another plan is about to be opened, or the program ends.
    pub(super) fn close_recording(&mut self) {
        self.forget_recovered();
        if let Some(told) = &mut self.recorded
            && self.opened.is_none()
        {
            told.push(Recorded::Closed);
        }
        self.opened = None;
    }

    /// Offers what earlier sessions left unsaved.
    pub(super) fn offer_unsaved(&mut self, found: Vec<Arc<Unsaved>>) {
        self.unsaved = found;
        self.offer_next_unsaved();
    }

    pub(super) fn offer_next_unsaved(&mut self) {
        if !self.unsaved.is_empty() && self.dialog.is_none() {
            self.dialog = Some(Dialog::Recover);
        }
    }

    /// What is offered at the moment.
    #[must_use]
    pub fn unsaved(&self) -> Option<&Arc<Unsaved>> {
        self.unsaved.first()
    }

    /// Opens what is offered, with all that can be undone.
    pub(super) fn recover(&mut self) {
        if self.unsaved.is_empty() {
            return;
        }
        let found = self.unsaved.remove(0);
        let mut saved = found.editor.clone();
        while !saved.history().is_saved() && saved.undo().is_ok_and(|undone| undone.is_some()) {}
        self.open(found.plan().clone());
        self.editor = found.editor.clone();
        self.unrecorded = self.editor.history().steps();
        let file = found.file.clone().map(|(path, stamp)| OpenFile { path, stamp: Some(stamp), plan: None });
        // Written down anew as one step from what is in the file. The old journal stays until this one has come to an end.
        self.file = file.clone().filter(|_| saved.history().is_saved());
        self.opened = Some(saved.plan().clone());
        let change = saved.plan().change_to(found.plan());
        let words = self.texts.edit_recovered();
        self.tell_recorder(Recorded::Done { words, at: (self.start.clock)(), change });
        self.file = file;
        self.recovered = Some(found);
        let words = self.texts.recovered(args::Recovered { file: &self.file_name() });
        self.tell(Tone::Good, words);
    }

    /// What was recovered is in its file now, or given up.
    pub(super) fn forget_recovered(&mut self) {
        self.recovered.take().into_iter().for_each(|found| found.session.discard());
    }

    /// Leaves what is offered to the next start.
    pub(super) fn decide_later(&mut self) {
        self.unsaved.clear();
    }

    /// Forgets what is offered.
    pub(super) fn discard_unsaved(&mut self) {
        if !self.unsaved.is_empty() {
            self.unsaved.remove(0).session.discard();
        }
        self.offer_next_unsaved();
    }
}
