//! What can go wrong on the disk.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// What failed on the disk: with which file, while doing what, and why. `text` turns it into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoreError {
    /// The file or folder concerned.
    pub path: PathBuf,
    /// What was being done.
    pub doing: Doing,
    /// Why it failed.
    pub reason: Reason,
}

/// What was being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// Reading a file or a folder.
    Reading,
    /// Writing a file. The file that was there is as it was.
    Writing,
    /// Keeping the version before as a backup. The file itself is as it was.
    BackingUp,
}

/// Why it failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// There is no such file, or its folder is not there.
    NotFound,
    /// The system does not allow it.
    NotAllowed,
    /// The file or the disk is read-only.
    ReadOnly,
    /// The disk is full, or the user's part of it.
    Full,
    /// It is a folder.
    IsAFolder,
    /// It is neither a file nor a folder, but a pipe or a device.
    NotAFile,
    /// It has more bytes than were wanted.
    TooLarge {
        /// How many were wanted.
        limit: u64,
    },
    /// Its name cannot be used on this system.
    BadName,
    /// Anything else, in the system's words.
    Other(String),
}

impl StoreError {
    pub(super) fn new(path: &Path, doing: Doing, error: &io::Error) -> Self {
        let reason = match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => Reason::NotFound,
            ErrorKind::PermissionDenied => Reason::NotAllowed,
            ErrorKind::ReadOnlyFilesystem => Reason::ReadOnly,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Reason::Full,
            ErrorKind::IsADirectory => Reason::IsAFolder,
            ErrorKind::InvalidFilename | ErrorKind::InvalidInput => Reason::BadName,
            _ => Reason::Other(error.to_string()),
        };
        Self { path: path.to_owned(), doing, reason }
    }
}
