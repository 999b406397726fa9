//! A file that somebody else changes while it is open: what they did comes in, and where both clash the user decides.

use std::path::{Path, PathBuf};

use super::{Dialog, Job, OpenFile, Recorded, Session, Tone};
use crate::edit::EditName;
use crate::file::merge::{Choices, Clash, ClashKind, Field, Merged, RecordId, Side, merge};
use crate::plan::{Change, Plan};
use crate::store::{Holder, Stamp, file_name};
use crate::text::args;

/// Clashes to be decided on.
#[derive(Clone, Debug)]
pub struct Clashes {
    path: PathBuf,
    stamp: Stamp,
    theirs: Plan,
    choices: Choices,
    /// Where both clash as it is chosen now, and the plan that would come of it.
    clashes: Vec<Clash>,
    merged: Plan,
}

impl Clashes {
    /// The file concerned.
    #[must_use]
    pub fn file_name(&self) -> String {
        file_name(&self.path)
    }

    /// The clashes.
    #[must_use]
    pub fn clashes(&self) -> &[Clash] {
        &self.clashes
    }

    /// Their plan.
    #[must_use]
    pub const fn theirs(&self) -> &Plan {
        &self.theirs
    }

    /// The plan that would come of it, for the names of things.
    #[must_use]
    pub const fn merged(&self) -> &Plan {
        &self.merged
    }
}

/// What is asked of a clash, and whose way it has now; `None` where there is no choice.
#[must_use]
pub fn choice(clash: &Clash) -> Option<((RecordId, Option<Field>), Side)> {
    let record = clash.record;
    match &clash.kind {
        ClashKind::Field { field, kept } => Some(((record, Some(*field)), *kept)),
        ClashKind::Removed { by, is_gone } => Some(((record, None), if *is_gone { *by } else { by.other() })),
        ClashKind::BookedTwice { kept, .. } => Some(((record, Some(Field::Booths)), *kept)),
        ClashKind::BlockedAndBooked { blocked_by } => Some(((record, Some(Field::Blocked)), blocked_by.other())),
        ClashKind::Number { .. } | ClashKind::Name { .. } => None,
    }
}

impl Session {
    /// The file to be watched, and what it was when it was last read or written.
    #[must_use]
    pub fn watched(&self) -> Option<(PathBuf, Stamp)> {
        self.file.as_ref().and_then(|file| Some((file.path.clone(), file.stamp?)))
    }

    /// Somebody else changed the open file.
    pub(super) fn file_changed(&mut self, path: PathBuf) {
        let is_open = self.file.as_ref().is_some_and(|file| file.path == path);
        // What is being saved or read at the moment tells by itself.
        if is_open && self.running.is_empty() {
            let words = self.texts.job_reading_theirs(args::JobReadingTheirs { file: &file_name(&path) });
            self.begin(words, Job::ReadTheirs { path });
        }
    }

    /// Somebody has the open file open too: both can work.
    pub(super) fn file_held(&mut self, path: &Path, holder: &Holder) {
        if self.path() != Some(path) {
            return;
        }
        let (file, since) = (&file_name(path), &super::version_time(&self.texts, holder.since));
        let words = if holder.is_same_person(&Holder::of_this_program()) {
            self.texts.held_by_yourself(args::HeldByYourself { file, since })
        } else {
            let user = &if holder.user.is_empty() { self.texts.held_by_somebody() } else { holder.user.clone() };
            let machine = &holder.machine;
            self.texts.held_by(args::HeldBy { user, file, machine, since })
        };
        self.tell(Tone::Good, words);
    }

    /// Their plan was read.
    pub(super) fn take_theirs(&mut self, path: PathBuf, theirs: Plan, stamp: Stamp) {
        let Some(base) = self.file.as_ref().filter(|file| file.path == path).and_then(|file| file.plan.clone()) else { return };
        match merge(&base, self.plan(), &theirs, &Choices::new()) {
            Ok(Merged { change, clashes, .. }) if clashes.is_empty() => self.take_in(path, theirs, stamp, change),
            Ok(Merged { plan, clashes, .. }) => {
                let clashes = Clashes { path, stamp, theirs, choices: Choices::new(), clashes, merged: plan };
                self.dialog = Some(Dialog::Clashes(Box::new(clashes)));
            }
            Err(_) => self.dialog = Some(Dialog::ChangedOutside(path)),
        }
    }

    /// One side is to have its way in a clash.
    pub(super) fn choose_side(&mut self, about: (RecordId, Option<Field>), side: Side) {
        let Some(Dialog::Clashes(mut clashes)) = self.dialog.take() else { return };
        clashes.choices.insert(about, side);
        let base = self.file.as_ref().and_then(|file| file.plan.clone()).unwrap_or_default();
        if let Ok(merged) = merge(&base, self.plan(), &clashes.theirs, &clashes.choices) {
            (clashes.clashes, clashes.merged) = (merged.clashes, merged.plan);
        }
        self.dialog = Some(Dialog::Clashes(clashes));
    }

    /// Takes theirs in as it was chosen.
    pub(super) fn settle_clashes(&mut self, clashes: Clashes) {
        let change = self.plan().change_to(&clashes.merged);
        self.take_in(clashes.path, clashes.theirs, clashes.stamp, change);
    }

    /// Takes in what they did, as one step.
    fn take_in(&mut self, path: PathBuf, theirs: Plan, stamp: Stamp, change: Change) {
        let (at, count) = ((self.start.clock)(), change.count());
        match self.editor.take_in(EditName::TakeIn(count), change, at) {
            Ok(change) => {
                if !change.is_empty() {
                    let words = self.texts.edit_name(&EditName::TakeIn(count));
                    self.tell_recorder(Recorded::Done { words, at, change: change.clone() });
                    self.take_change(&change);
                    let words = self.texts.merged_in(args::MergedIn { file: &file_name(&path), count });
                    self.tell(Tone::Good, words);
                }
                if *self.plan() == theirs {
                    self.editor.mark_saved(self.editor.history().position());
                }
                self.file = Some(OpenFile { path, stamp: Some(stamp), plan: Some(theirs) });
            }
            Err(refusal) => {
                let words = self.texts.refusal(&refusal, self.plan());
                self.tell(Tone::Bad, words);
            }
        }
    }
}
