//! Text to plan and back.
//!
//! A `.hallplan` file is UTF-8 RON that a person can read and a diff can show. Its first line is `(version: 1,`; so which
//! version a file has is read without parsing the rest. Then come, each left out where it is empty, `show`, `halls`,
//! `categories`, `structures`, `booths`, `exhibitors`, `bookings`, `maps` and `files`: one record a line, in the order of
//! their ids, without what has its default value.
//!
//! - Lengths are metres with at most four decimals and angles are degrees with at most three: exact, for a plan counts in
//!   tenths of a millimetre and in thousandths of a degree.
//! - Ids are short texts (`"2j-3favfqf"`): a counter and the tag of the copy of the file in which the record was made.
//! - Dates are written `"2022-03-17"`.
//! - `files` are the bytes of the hall maps in base64, once each, named by their SHA-256. One that no map names is left out
//!   when the plan is written again.
//!
//! A file that breaks a rule is refused with the line of the record concerned; what can be trusted of it is read by [`salvage`].

pub mod compare;
mod cursor;
mod error;
pub mod journal;
mod lines;
mod list;
pub mod merge;
mod parts;
pub mod salvage;
mod v1;
mod version;
mod write;

pub use error::{FileError, Mistake};
pub use version::{Restored, read_version};
pub use write::{write, write_without_files};

use crate::plan::Plan;

/// The newest version of the file that this program reads, and the one that it writes.
pub const NEWEST_VERSION: u32 = 1;

/// More bytes than a plan file may have, its pictures included.
pub const MOST_BYTES: u64 = 1 << 30;

/// Reads a plan from the text of a file.
///
/// # Errors
/// What is wrong with the text, and on which line.
pub fn read(text: &str) -> Result<Plan, FileError> {
    v1::read(checked(text)?)
}

/// The text of a version that can be read, without what may stand before it.
fn checked(text: &str) -> Result<&str, FileError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(FileError::Empty);
    }
    match version(text) {
        Some(1) => Ok(text),
        Some(found @ 2..) => Err(FileError::NewerVersion { found, newest: NEWEST_VERSION }),
        Some(0) | None => Err(FileError::NotAPlan),
    }
}

/// Reads a plan from the bytes of a file.
///
/// # Errors
/// As [`read`]; and what is not UTF-8.
pub fn read_bytes(bytes: &[u8]) -> Result<Plan, FileError> {
    match std::str::from_utf8(bytes) {
        Ok(text) => read(text),
        Err(error) => {
            let (good, _) = bytes.split_at(error.valid_up_to());
            let text = std::str::from_utf8(good).unwrap_or_default();
            // A picture, a PDF or a text in another encoding is not a damaged plan.
            match version(text) {
                Some(_) => Err(FileError::NotText { line: lines::line_at(text, text.len()) }),
                None => Err(FileError::NotAPlan),
            }
        }
    }
}

/// The version on the first line, `(version: 1,`.
fn version(text: &str) -> Option<u32> {
    let line = text.lines().next()?.trim_start();
    let line = line.strip_prefix('(')?.trim_start().strip_prefix("version")?.trim_start().strip_prefix(':')?.trim_start();
    let digits = line.find(|c: char| !c.is_ascii_digit()).map_or(line, |end| line.split_at(end).0);
    // Whatever does not fit is newer than anything.
    (!digits.is_empty()).then(|| digits.parse().unwrap_or(u32::MAX))
}

#[cfg(test)]
mod format_tests;
#[cfg(test)]
mod tests;
