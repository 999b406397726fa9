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

/// So many records the steps that can be undone may touch together: about 300 MB of booths. The oldest steps are forgotten then.
const MOST_RECORDS: usize = 500_000;
/// So many steps can be undone in any case.
const LEAST_STEPS: usize = 20;

/// Steps done and undone.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Arc<Entry>>,
    undone: Vec<Arc<Entry>>,
    /// How many records the steps that can be undone touch together.
    records: usize,
    forgotten: usize,
    /// The serial of the last forgotten step.
    forgotten_to: u64,
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

    /// How many steps led to the plan as it is, the forgotten ones included.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.forgotten + self.done.len()
    }

    /// Whether the plan is as it was when it was last saved.
    #[must_use]
    pub fn is_saved(&self) -> bool {
        self.saved == self.position()
    }

    /// Where the plan stands among the steps: give it to [`Self::mark_saved`] when a save of that plan has ended well.
    #[must_use]
    pub fn position(&self) -> u64 {
        self.done.last().map_or(self.forgotten_to, |entry| entry.serial)
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
        self.records += change.count();
        self.done.push(Arc::new(Entry { name, change, at, selected_before, selected_after, serial: self.last_serial }));
        self.forget();
    }

    /// Forgets the oldest steps beyond the bound.
    fn forget(&mut self) {
        let mut forgotten = 0;
        for entry in self.done.iter().take(self.done.len().saturating_sub(LEAST_STEPS)) {
            if self.records <= MOST_RECORDS {
                break;
            }
            self.records -= entry.change.count();
            self.forgotten_to = entry.serial;
            forgotten += 1;
        }
        self.forgotten += forgotten;
        self.done.drain(..forgotten);
    }

    pub(super) fn undo(&mut self) -> Option<&Entry> {
        let entry = self.done.pop()?;
        self.records -= entry.change.count();
        self.undone.push(entry);
        self.next_redo()
    }

    pub(super) fn redo(&mut self) -> Option<&Entry> {
        let entry = self.undone.pop()?;
        self.records += entry.change.count();
        self.done.push(entry);
        self.next_undo()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Booth, BoothId, Delta, IdMint};

    /// A step that touches so many booths.
    fn push(history: &mut History, booths: usize) {
        let delta = Delta { id: IdMint::new(7, 0).mint::<BoothId>(), before: None, after: None::<Arc<Booth>> };
        let change = Change { booths: vec![delta; booths], ..Change::default() };
        history.push(EditName::ChangeShow, change, Timestamp::UNIX_EPOCH, (Objects::default(), Objects::default()));
    }

    #[test]
    fn large_steps_are_forgotten_but_for_the_last_and_what_was_saved_is_not_forgotten() {
        let mut history = History::default();
        (0..100).for_each(|_| push(&mut history, 28_000));
        assert_eq!(history.steps(), 100);
        assert_eq!(history.last(usize::MAX).count(), LEAST_STEPS);
        while history.undo().is_some() {}
        assert_eq!(history.steps(), 80);
        assert!(!history.is_saved(), "the plan as it was opened is out of reach");
        while history.redo().is_some() {}
        history.mark_saved(history.position());
        assert!(history.is_saved());
        (0..1_000).for_each(|_| push(&mut history, 1));
        assert_eq!(history.last(usize::MAX).count(), 1_000 + 17, "small steps take no room");
    }
}
