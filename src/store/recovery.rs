//! Recovery: what was not saved lives in a folder of its own until it is, so that a crash or a power cut loses nothing.
//!
//! A session has a *base*, the plan that it began with, and a *journal*, lines that are appended as the plan is changed. Both
//! are bytes here; room `file` knows what they mean. The journal is locked as long as its program runs, so that another start
//! can tell a crashed session from one that is open in another window.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::{Doing, StoreError, overwrite, read_file};

const BASE: &str = "base.hallplan";
const JOURNAL: &str = "journal.ron";

/// The folder in which sessions are kept, within the folder of the program's data.
#[must_use]
pub fn recovery_folder(data: &Path) -> PathBuf {
    data.join("recovery")
}

/// A session's journal, being written. Its lock goes with it.
#[derive(Debug)]
pub struct Journal {
    folder: PathBuf,
    file: File,
}

impl Journal {
    /// Begins a session: writes its base, and an empty journal.
    ///
    /// # Errors
    /// What failed on the disk.
    pub fn begin(sessions: &Path, base: &[u8]) -> Result<Self, StoreError> {
        let failed = |error: io::Error| StoreError::new(sessions, Doing::Writing, &error);
        fs::create_dir_all(sessions).map_err(failed)?;
        let folder = tempfile::Builder::new().prefix("session-").tempdir_in(sessions).map_err(failed)?.keep();
        let begun = Self::write(&folder, base);
        if begun.is_err() {
            drop(fs::remove_dir_all(&folder));
        }
        begun
    }

    fn write(folder: &Path, base: &[u8]) -> Result<Self, StoreError> {
        overwrite(&folder.join(BASE), base)?;
        let path = folder.join(JOURNAL);
        let open = OpenOptions::new().create(true).append(true).open(&path).and_then(|file| file.lock().map(|()| file));
        let file = open.map_err(|error| StoreError::new(&path, Doing::Writing, &error))?;
        Ok(Self { folder: folder.to_owned(), file })
    }

    /// Appends lines and brings them to the disk.
    ///
    /// # Errors
    /// What failed on the disk. A line that is half there is told by its missing end.
    pub fn append(&mut self, lines: &str) -> Result<(), StoreError> {
        let written = self.file.write_all(lines.as_bytes()).and_then(|()| self.file.sync_data());
        written.map_err(|error| StoreError::new(&self.folder.join(JOURNAL), Doing::Writing, &error))
    }

    /// Ends the session: there is nothing to recover any more.
    pub fn end(self) {
        drop(self.file);
        // What cannot be removed is offered once more at the next start, which is better than losing something.
        drop(fs::remove_dir_all(&self.folder));
    }
}

/// A session that was left behind by a program that no longer runs.
#[derive(Debug)]
pub struct Abandoned {
    folder: PathBuf,
    /// Kept locked while somebody decides what becomes of it, so that no second window offers it too.
    _lock: File,
}

impl Abandoned {
    /// The sessions in a folder whose program no longer runs, the newest first.
    #[must_use]
    pub fn list(sessions: &Path) -> Vec<Self> {
        let Ok(entries) = fs::read_dir(sessions) else { return Vec::new() };
        let mut found: Vec<_> = entries
            .filter_map(|entry| {
                let folder = entry.ok()?.path();
                let journal = File::options().read(true).append(true).open(folder.join(JOURNAL)).ok()?;
                let changed = journal.metadata().and_then(|facts| facts.modified()).ok();
                match journal.try_lock() {
                    Ok(()) => Some((changed, Self { folder, _lock: journal })),
                    Err(TryLockError::WouldBlock | TryLockError::Error(_)) => None,
                }
            })
            .collect();
        found.sort_by(|(one, _), (other, _)| other.cmp(one));
        found.into_iter().map(|(_, session)| session).collect()
    }

    /// The plan that it began with, of at most `limit` bytes.
    ///
    /// # Errors
    /// What failed on the disk.
    pub fn base(&self, limit: u64) -> Result<Vec<u8>, StoreError> {
        read_file(&self.folder.join(BASE), limit)
    }

    /// Its journal, of at most `limit` bytes.
    ///
    /// # Errors
    /// What failed on the disk.
    pub fn journal(&self, limit: u64) -> Result<Vec<u8>, StoreError> {
        read_file(&self.folder.join(JOURNAL), limit)
    }

    /// Forgets it for good.
    pub fn discard(&self) {
        drop(fs::remove_dir_all(&self.folder));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_is_abandoned_once_its_program_is_gone_and_not_before() {
        let folder = tempfile::tempdir().unwrap();
        let mut journal = Journal::begin(folder.path(), b"base").unwrap();
        journal.append("one\n").unwrap();
        journal.append("two\n").unwrap();
        assert_eq!(Abandoned::list(folder.path()).len(), 0, "it is open");
        drop(journal);
        let found = Abandoned::list(folder.path());
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].base(10).unwrap(), found[0].journal(10).unwrap()), (b"base".to_vec(), b"one\ntwo\n".to_vec()));
        assert_eq!(Abandoned::list(folder.path()).len(), 0, "somebody decides on it");
        found.iter().for_each(Abandoned::discard);
        drop(found);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_session_that_ended_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        Journal::begin(folder.path(), b"base").unwrap().end();
        assert_eq!(Abandoned::list(folder.path()).len(), 0);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        assert_eq!(Abandoned::list(&folder.path().join("nowhere")).len(), 0);
    }

    #[test]
    fn the_newest_comes_first() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["first", "second"] {
            drop(Journal::begin(folder.path(), name.as_bytes()).unwrap());
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        let found = Abandoned::list(folder.path());
        assert_eq!(found[0].base(10).unwrap(), b"second");
        assert_eq!(found.len(), 2);
    }
}
