//! What was done, and can be undone.

use std::sync::Arc;

use jiff::Timestamp;

use super::{EditName, Objects};
use crate::plan::Change;

/// One step of the history.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What it is called.
    pub name: EditName,
    /// The records before and after.
    pub change: Change,
    /// When it was made.
    pub at: Timestamp,
    /// What was selected before.
    pub selected_before: Objects,
    /// What was selected after.
    pub selected_after: Objects,
    /// Its place among all steps ever made in this copy, from 1.
    pub(super) serial: u64,
}

/// A step of an earlier session, which led to the plan as it was opened.
#[derive(Clone, Debug)]
pub struct Earlier {
    /// What it was called, in words.
    pub words: String,
    /// The records before and after.
    pub change: Change,
    /// When it was made.
    pub at: Timestamp,
}

/// Steps done and undone, without limit.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Arc<Entry>>,
    undone: Vec<Arc<Entry>>,
    last_serial: u64,
    saved: u64,
}

impl History {
    /// The step that undo takes back.
    #[must_use]
    pub fn next_undo(&self) -> Option<&Entry> {
        self.done.last().map(AsRef::as_ref)
    }

    /// The step that redo makes again.
    #[must_use]
    pub fn next_redo(&self) -> Option<&Entry> {
        self.undone.last().map(AsRef::as_ref)
    }

    /// The last steps that can be undone, the last first.
    pub fn last(&self, most: usize) -> impl Iterator<Item = &Arc<Entry>> {
        self.done.iter().rev().take(most)
    }

    /// The steps since the plan was last saved, the last first; all of them where it was saved on another way.
    pub fn unsaved(&self) -> impl Iterator<Item = &Entry> {
        self.done.iter().rev().map(AsRef::as_ref).take_while(|entry| entry.serial != self.saved)
    }

    /// How many steps can be undone.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.done.len()
    }

    /// Whether the plan is as it was when it was last saved.
    #[must_use]
    pub fn is_saved(&self) -> bool {
        self.saved == self.position()
    }

    /// Where the plan stands among the steps: give it to [`Self::mark_saved`] when a save of that plan has ended well.
    #[must_use]
    pub fn position(&self) -> u64 {
        self.done.last().map_or(0, |entry| entry.serial)
    }

    /// The plan that stood at this position is now in the file.
    pub const fn mark_saved(&mut self, position: u64) {
        self.saved = position;
    }

    /// The plan as it was opened is in no file.
    pub const fn mark_unsaved(&mut self) {
        self.saved = u64::MAX;
    }

    pub(super) fn push(&mut self, name: EditName, change: Change, at: Timestamp, selected: (Objects, Objects)) {
        self.last_serial += 1;
        self.undone.clear();
        let (selected_before, selected_after) = selected;
        self.done.push(Arc::new(Entry { name, change, at, selected_before, selected_after, serial: self.last_serial }));
    }

    pub(super) fn undo(&mut self) -> Option<&Entry> {
        let entry = self.done.pop()?;
        self.undone.push(entry);
        self.next_redo()
    }

    pub(super) fn redo(&mut self) -> Option<&Entry> {
        let entry = self.undone.pop()?;
        self.done.push(entry);
        self.next_undo()
    }
}
