//! A damaged text cut into records. Whatever a mistake swallowed, a record begins again at the next `(id: "`: quotation marks
//! within texts are escaped, so that it stands nowhere else.

use ron::value::RawValue;
use serde::Deserialize;

use super::{Finding, MOST_FINDINGS, Remedy};
use crate::file::lines::Place;
use crate::file::{FileError, Mistake, version};

/// What a text is made of.
#[derive(Debug, Default)]
pub(in crate::file) struct Pieces<'text> {
    /// The record of the show, where there is one.
    pub(in crate::file) show: Option<Piece<'text>>,
    /// The lists, in their order.
    pub(in crate::file) groups: Vec<Group<'text>>,
    /// What is no record.
    pub(in crate::file) findings: Vec<Finding>,
}

/// Records that stand in one list.
#[derive(Debug, Default)]
pub(in crate::file) struct Group<'text> {
    /// What stands before it, as it stands there; empty where nothing does.
    pub(in crate::file) name: &'text str,
    pub(in crate::file) pieces: Vec<Piece<'text>>,
}

/// A record: its brackets and what is in them, whatever that says.
#[derive(Clone, Copy, Debug)]
pub(in crate::file) struct Piece<'text> {
    pub(in crate::file) text: &'text str,
    pub(in crate::file) place: Place,
}

/// Cuts a text into its records. `damaged` is where bytes were that are no text.
pub(in crate::file) fn cut<'text>(text: &'text str, damaged: &[usize]) -> Pieces<'text> {
    let mut cutter = Cutter { text, damaged, counted: Place::START, found: Pieces::default(), is_in_list: false };
    let starts: Vec<usize> = text.match_indices('(').map(|(at, _)| at).filter(|at| begins_record(&text[*at..])).collect();
    let mut from = cutter.beginning(starts.first().copied());
    for end in starts.into_iter().chain([text.len()]) {
        cutter.take(from, end);
        from = end;
    }
    cutter.end();
    cutter.found
}

/// `(id: "` or `(sha256: "`, with any blanks.
fn begins_record(text: &str) -> bool {
    let field = text.strip_prefix('(').map(str::trim_start);
    let name = field.and_then(|field| field.strip_prefix("id").or_else(|| field.strip_prefix("sha256")));
    let value = name.and_then(|rest| rest.trim_start().strip_prefix(':'));
    value.is_some_and(|value| value.trim_start().starts_with('"'))
}

/// The name of a list, and what is after the bracket that opens it. Nothing but records stand in a list.
fn list_name(text: &str) -> Option<(&str, &str)> {
    let (name, rest) = text.split_once(':')?;
    let after = rest.trim_start().strip_prefix('[')?;
    let is_name = !name.is_empty() && !name.contains(['\n', '"', '(', ')', '[', ']']);
    let is_list = matches!(after.chars().find(|sign| *sign != ' '), None | Some('\n' | '\r' | '(' | ']'));
    (is_name && is_list).then_some((name.trim_end(), after))
}

struct Cutter<'text, 'a> {
    text: &'text str,
    damaged: &'a [usize],
    /// How far lines are counted.
    counted: Place,
    found: Pieces<'text>,
    /// Whether the last group may go on.
    is_in_list: bool,
}

impl<'text> Cutter<'text, '_> {
    /// Where the text begins after the line of its version.
    fn beginning(&mut self, first_record: Option<usize>) -> usize {
        let line = self.text.split('\n').next().unwrap_or_default();
        if version(self.text).is_some() {
            return line.find(',').map_or(line.len(), |comma| comma + 1);
        }
        self.leave_out(0, |_| FileError::NotAPlan);
        line.len().min(first_record.unwrap_or(line.len()))
    }

    /// Takes what stands from one beginning of a record to the next.
    fn take(&mut self, from: usize, end: usize) {
        let mut at = from;
        // What a record of several lines leaves behind is told with its first line.
        let mut is_told = false;
        // What comes after damage is looked for line by line, so that nothing is read over again and again.
        let mut is_damaged = false;
        while self.found.findings.len() <= MOST_FINDINGS {
            at = self.after_blanks(at, end);
            let rest = &self.text[at..end];
            let Some(sign) = rest.chars().next() else { return };
            if sign == '(' {
                match self.value(at, if is_damaged { self.end_of_line(at, end) } else { end }) {
                    Some((piece, after)) => {
                        self.put(piece);
                        (at, is_told) = (after, false);
                    }
                    None => (at, is_told, is_damaged) = (self.end_of_line(at, end), true, true),
                }
            } else if matches!(sign, ']' | ')') {
                self.is_in_list = false;
                at += 1;
            } else if let Some((name, after)) = list_name(rest) {
                self.found.groups.push(Group { name, pieces: Vec::new() });
                self.is_in_list = true;
                at = end - after.len();
            } else if let Some(show) = rest.strip_prefix("show").and_then(|rest| rest.trim_start().strip_prefix(':'))
                && self.found.show.is_none()
            {
                match self.value(end - show.trim_start().len(), end) {
                    Some((piece, after)) => {
                        self.found.show = Some(piece);
                        at = after;
                    }
                    None => (at, is_told, is_damaged) = (self.end_of_line(at, end), true, true),
                }
            } else {
                if !is_told {
                    self.leave_out(at, |line| FileError::of_line(line, Mistake::Value));
                }
                (at, is_told) = (self.end_of_line(at, end), true);
            }
        }
    }

    /// The value that begins here, and where it ends; tells what is wrong with it where it has no end.
    fn value(&mut self, at: usize, end: usize) -> Option<(Piece<'text>, usize)> {
        let window = &self.text[at..end];
        let mut ron = ron::Deserializer::from_str(window).ok()?;
        match <&RawValue>::deserialize(&mut ron) {
            Ok(value) => {
                let after = end - ron.remainder().len();
                let next_damage = self.damaged.partition_point(|damaged| *damaged < at);
                if self.damaged.get(next_damage).is_some_and(|damaged| *damaged < after) {
                    self.leave_out(at, |line| FileError::NotText { line });
                    return None;
                }
                Some((Piece { text: value.get_ron().trim(), place: self.place(at) }, after))
            }
            Err(error) => {
                let error = FileError::syntax(window, &ron.span_error(error));
                let end = if end == self.text.len() { Mistake::End } else { Mistake::LineEnd };
                self.leave_out(at, |line| error.further_down(line, end));
                None
            }
        }
    }

    fn put(&mut self, piece: Piece<'text>) {
        if !self.is_in_list || self.found.groups.is_empty() {
            self.found.groups.push(Group::default());
            self.is_in_list = true;
        }
        if let Some(group) = self.found.groups.last_mut() {
            group.pieces.push(piece);
        }
    }

    /// A whole text ends with the bracket that it begins with.
    fn end(&mut self) {
        let is_cut = |finding: &Finding| matches!(finding.error, FileError::Syntax { mistake: Mistake::End, .. });
        let last = self.text.trim_end();
        if !last.ends_with(')') && !self.found.findings.last().is_some_and(is_cut) {
            self.leave_out(last.len(), |line| FileError::of_line(line, Mistake::End));
        }
    }

    fn after_blanks(&self, from: usize, end: usize) -> usize {
        let mut rest = &self.text[from..end];
        loop {
            let begun = rest.trim_start_matches(|sign: char| sign.is_whitespace() || sign == ',');
            rest = if begun.starts_with("//") {
                begun.split_once('\n').map_or("", |(_, rest)| rest)
            } else if let Some((_, rest)) = begun.strip_prefix("/*").and_then(|rest| rest.split_once("*/")) {
                rest
            } else {
                return end - begun.len();
            };
        }
    }

    fn end_of_line(&self, from: usize, end: usize) -> usize {
        self.text[from..end].find('\n').map_or(end, |length| from + length)
    }

    fn place(&mut self, at: usize) -> Place {
        self.counted = self.counted.moved(self.text, at);
        self.counted
    }

    fn leave_out(&mut self, at: usize, error: impl FnOnce(usize) -> FileError) {
        let place = self.place(at);
        let finding = Finding { error: error(place.line), excerpt: place.excerpt(self.text), remedy: Remedy::LeftOut };
        self.found.findings.push(finding);
    }
}
