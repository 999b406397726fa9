//! Every limit of this room, in one place.

use std::time::Duration;

/// Time that one request may take before its worker is ended.
pub const REQUEST_TIME: Duration = Duration::from_secs(20);

/// Address space that a worker allows itself, in bytes. It holds the program itself too.
pub const WORKER_MEMORY: u64 = 1 << 30;

/// Processor time of a worker's whole life, in seconds: a backstop that ends a busy worker whose parent has gone.
pub const WORKER_PROCESSOR_SECONDS: u64 = 40;

/// Work after which a worker is not used again, so that it stays far from [`WORKER_PROCESSOR_SECONDS`].
pub const WORKER_RETIRES_AFTER: Duration = Duration::from_secs(5);

/// Largest file that is read, in bytes.
pub const FILE_BYTES: u64 = 128 << 20;

/// Most cells of a workbook, counting the empty cells before the last full one of each row that has any.
pub const CELLS: u64 = 2_000_000;

/// Longest cell, in characters: what a spreadsheet program can hold.
pub const CELL_CHARACTERS: usize = 32_767;

/// Most sheets of a workbook.
pub const SHEETS: usize = 1_000;

/// Largest width and height of a picture that is decoded, in pixels.
pub const PICTURE_SIDE: u32 = 32_768;

/// Largest decoded size of a picture before it is made smaller, in bytes: an A0 scan at 300 dots per inch in colour fits.
pub const PICTURE_BYTES: u64 = 512 << 20;

/// Width and height to which a larger picture is made smaller, in pixels.
pub const PICTURE_SHOWN_SIDE: u32 = 4_096;

/// Most lines that are looked for in a picture: its longest.
pub const PICTURE_LINES: usize = 1_000;

/// Largest answer that the parent takes from a worker, in bytes.
pub const ANSWER_BYTES: u64 = 512 << 20;
