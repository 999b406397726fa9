//! Why a stranger's file gave nothing.

use super::Kind;
use serde::{Deserialize, Serialize};

/// Why bytes could not be read. The words for people are made in room `text`; `detail` is what a decoder said, in
/// English, for a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{self:?}")]
pub enum ReadError {
    /// A picture was wanted, and the bytes are none.
    NotAPicture {
        /// What the bytes look like.
        looks_like: Kind,
    },
    /// A sheet was wanted, and the bytes are none.
    NotASheet {
        /// What the bytes look like.
        looks_like: Kind,
    },
    /// A picture or a drawing, but of a kind that cannot be read yet.
    UnsupportedKind {
        /// The kind that was recognised.
        kind: Kind,
    },
    /// The picture is larger than [`super::limits`] allow.
    PictureTooLarge {
        /// Width that the file claims, in pixels.
        width: u32,
        /// Height that the file claims, in pixels.
        height: u32,
    },
    /// The file is larger than [`super::limits::FILE_BYTES`].
    FileTooLarge {
        /// Its size in bytes.
        bytes: u64,
        /// The largest size in bytes.
        limit: u64,
    },
    /// The file ends in the middle.
    Truncated,
    /// The file breaks the rules of its kind.
    Damaged {
        /// What the decoder said.
        detail: String,
    },
    /// The file is encrypted.
    PasswordProtected,
    /// The file holds nothing.
    Empty,
    /// More cells than [`super::limits::CELLS`].
    TooManyCells {
        /// The most that is read.
        limit: u64,
    },
    /// A drawing holds more than [`super::limits`] allow.
    TooManyElements {
        /// The most that is read.
        limit: u64,
    },
    /// A cell is longer than [`super::limits::CELL_CHARACTERS`].
    CellTooLong {
        /// The sheet's name, empty in a text file.
        sheet: String,
        /// Line of the cell, from 1.
        line: u32,
        /// Column of the cell, from 1.
        column: u32,
    },
    /// Reading took longer than [`super::limits::REQUEST_TIME`].
    TooSlow,
    /// Reading wanted more memory than [`super::limits::WORKER_MEMORY`].
    TooMuchMemory,
    /// The worker ended for another reason.
    WorkerDied {
        /// How it ended.
        detail: String,
    },
    /// The person gave up.
    Cancelled,
    /// The worker process could not be started.
    CannotStartWorker {
        /// What the system said.
        detail: String,
    },
}
