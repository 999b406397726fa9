//! The only room that touches the disk: bytes in, bytes out. Saving never leaves half a file, and the version before stays
//! as a backup; the settings live where the system keeps them.

mod error;
mod folder;
mod note;
mod recovery;
mod save;
mod settings;
mod versions;

use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;
use std::time::SystemTime;

pub use error::{Doing, Reason, StoreError};
pub use folder::{Entry, data_folder, default_documents_folder, list_folder, temporary_folder};
pub use note::{Holder, STALE, holder, note_path, remove_note, write_note};
pub use recovery::{Abandoned, Journal, recovery_folder};
pub use save::{backup_path, overwrite, save};
pub use settings::{
    CONFIG_FOLDER, CanvasLayers, ColourBy, GridSteps, LengthUnits, Panels, Paper, Settings, Theme, settings_path,
};
pub use versions::{DAYS, LAST_VERSIONS, Version, Versions};

/// By what it is noticed that somebody else changed a file: when it was changed, and how long it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// When it was changed, where the disk says so.
    pub modified: Option<SystemTime>,
    /// Its bytes.
    pub length: u64,
}

/// The name of a file without its folder, for words; the whole path where it ends in no name.
#[must_use]
pub fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// Whether both paths lead to one file that is there.
#[must_use]
pub fn is_same_file(one: &Path, other: &Path) -> bool {
    matches!((fs::canonicalize(one), fs::canonicalize(other)), (Ok(one), Ok(other)) if one == other)
}

/// The stamp of a file. Take it before reading: what changes meanwhile is then noticed.
///
/// # Errors
/// The file is not there or cannot be asked.
pub fn stamp(path: &Path) -> Result<Stamp, StoreError> {
    let facts = fs::metadata(path).map_err(|error| StoreError::new(path, Doing::Reading, &error))?;
    Ok(Stamp { modified: facts.modified().ok(), length: facts.len() })
}

/// The bytes of a file of at most `limit` bytes.
///
/// # Errors
/// The file is not there, is no plain file (a pipe would never end), cannot be read or is larger.
pub fn read_file(path: &Path, limit: u64) -> Result<Vec<u8>, StoreError> {
    let failed = |error: &std::io::Error| StoreError::new(path, Doing::Reading, error);
    let refused = |reason| StoreError { path: path.to_owned(), doing: Doing::Reading, reason };
    let facts = fs::metadata(path).map_err(|error| failed(&error))?;
    if facts.is_dir() {
        return Err(refused(Reason::IsAFolder));
    }
    if !facts.is_file() {
        return Err(refused(Reason::NotAFile));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(facts.len().min(limit)).unwrap_or(0) + 1);
    let file = File::open(path).map_err(|error| failed(&error))?;
    // One byte more than the limit tells a file that grows while it is read.
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(|error| failed(&error))?;
    if bytes.len() as u64 > limit {
        return Err(refused(Reason::TooLarge { limit }));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading_refuses_what_is_no_file_within_the_limit() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("five");
        fs::write(&path, b"12345").unwrap();
        let reason = |path: &Path, limit| read_file(path, limit).map_err(|error| error.reason);
        assert_eq!(reason(&path, 5), Ok(b"12345".to_vec()));
        assert_eq!(reason(&path, 4), Err(Reason::TooLarge { limit: 4 }));
        assert_eq!(reason(folder.path(), 5), Err(Reason::IsAFolder));
        assert_eq!(reason(&folder.path().join("six"), 5), Err(Reason::NotFound));
        #[cfg(unix)]
        assert_eq!(reason(Path::new("/dev/zero"), 5), Err(Reason::NotAFile));
    }

    #[test]
    fn a_stamp_tells_that_a_file_was_changed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan");
        fs::write(&path, b"one").unwrap();
        let before = stamp(&path).unwrap();
        assert_eq!(stamp(&path), Ok(before));
        fs::write(&path, b"three").unwrap();
        assert_ne!(stamp(&path), Ok(before));
    }
}
