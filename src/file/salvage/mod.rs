//! A damaged file opened as far as it can be trusted. The strict reader refuses a file at its first mistake; here the same
//! records are read one by one and held to the same rules, every mistake is told, and what is left is a plan again.
//!
//! `pieces` cuts the text into records wherever damage lets it, [`v1`] reads each of them as the strict reader does, and `mend`
//! settles the rules of the plan that they break together.

mod mend;
pub(super) mod pieces;

pub(super) use mend::mend;

use super::{FileError, NEWEST_VERSION, v1, version};
use crate::plan::{Number, Plan};

/// A file with more mistakes than this is not looked through any further.
pub(super) const MOST_FINDINGS: usize = 10_000;

/// What could be read of a damaged file.
#[derive(Clone, Debug)]
pub struct Salvaged {
    /// A plan that keeps every rule.
    pub plan: Plan,
    /// What was wrong with the file, in the order of its lines.
    pub findings: Vec<Finding>,
}

/// A mistake of a file, and what became of the record concerned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What is wrong, and on which line.
    pub error: FileError,
    /// What the line says, shortened.
    pub excerpt: String,
    /// What was done about it.
    pub remedy: Remedy,
}

/// What became of a record that cannot be taken as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// It is not in the plan.
    LeftOut,
    /// It, or what it names, stood there twice, and is there once.
    Once,
    /// It has another id.
    NewId,
    /// It is called so.
    Named(String),
    /// It has this number.
    Numbered(Number),
    /// It is there without what it named.
    Without,
    /// What it names was made anew, with this name.
    Made(String),
    /// Its outline is made of what stands in it.
    OutlineMade,
    /// Its first exhibitor is the main one.
    FirstIsMain,
    /// It is held for nobody.
    HeldForNobody,
    /// It is no longer blocked.
    Unblocked,
}

/// Reads what can be read of a file that [`super::read_bytes`] refuses. `None` where nothing of a plan is in it, or where a newer
/// program wrote it: that file is not damaged.
#[must_use]
pub fn salvage(bytes: &[u8]) -> Option<Salvaged> {
    let (text, damaged) = as_text(bytes);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    if version(text).is_some_and(|version| version > NEWEST_VERSION) {
        return None;
    }
    let found = v1::salvaged(text, &damaged)?;
    let mut salvaged = mend(found)?;
    salvaged.findings.sort_by_key(|finding| finding.error.line());
    Some(salvaged)
}

/// The bytes as a text, and where in it bytes were that are none.
fn as_text(bytes: &[u8]) -> (String, Vec<usize>) {
    let (mut text, mut damaged) = (String::with_capacity(bytes.len()), Vec::new());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            damaged.push(text.len());
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    (text, damaged)
}

#[cfg(test)]
mod tests;
