//! Every limit of this room, in one place.

use std::time::Duration;

/// Time that one request may take before its worker is ended.
pub const REQUEST_TIME: Duration = Duration::from_secs(20);

/// Address space that a worker allows itself, in bytes. It holds the program itself too.
pub const WORKER_MEMORY: u64 = 1 << 30;

/// Processor time that one request may take, in seconds.
pub const REQUEST_PROCESSOR_SECONDS: u64 = 25;

/// Most pages of maps that a worker keeps open.
pub const OPEN_MAPS: usize = 3;

/// Most things on a page of a map.
pub const DRAWING_ELEMENTS: usize = 1_000_000;

/// Most steps of all paths of a page.
pub const DRAWING_STEPS: usize = 8_000_000;

/// Most pixels of all pictures of a vector page, in bytes.
pub const DRAWING_PICTURE_BYTES: usize = 128 << 20;

/// Most layers of a page.
pub const DRAWING_LAYERS: usize = 5_000;

/// Largest CAD file that is read, in bytes: reading it takes about fifteen times as much memory (20 MB of lines 327 MiB, 60 MB 903 MiB).
pub const CAD_BYTES: u64 = 64 << 20;

/// Most things that are looked at for a page of a CAD file, those in blocks as often as they are inserted.
pub const CAD_VISITS: usize = 2_000_000;

/// Most blocks within one another.
pub const CAD_DEPTH: usize = 32;

/// Most pages of a file.
pub const PAGES: usize = 10_000;

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

/// Largest file of a logo, in bytes: what a plan with hundreds of them, which is mailed, can bear of each.
pub const LOGO_BYTES: u64 = 2_000_000;

/// Width and height to which a larger logo is made smaller, in pixels: no booth shows more of it.
pub const LOGO_SHOWN_SIDE: u32 = 320;

/// Most lines that are looked for in a picture: its longest.
pub const PICTURE_LINES: usize = 1_000;

/// Largest answer that the parent takes from a worker, in bytes.
pub const ANSWER_BYTES: u64 = 512 << 20;
