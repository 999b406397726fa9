//! The names on a booth: broken between words, set smaller, and cut only where nothing else helps.

use std::ops::Range;

use smol_str::SmolStr;

use super::booth::on_grid;
use crate::fonts::{self, Style};

/// The cut that names are set in.
const STYLE: Style = Style::Medium;
/// Names are never set larger than this many points.
const LARGEST: f64 = 14.0;
/// Names never take more lines.
const MOST_LINES: usize = 6;
/// From one baseline to the next, in em.
pub(super) const LEADING: f64 = 1.2;

/// The names in lines, and their size: as large as they fit whole, else cut. `side` is the booth's shorter side, `room` is
/// width and depth, all in points.
pub(super) fn name_lines(names: &str, side: f64, least: f64, room: (f64, f64)) -> (Vec<SmolStr>, f64) {
    let largest = on_grid((side * 0.28).clamp(least, LARGEST.max(least)));
    let smaller = [1.0, 0.86, 0.75, 0.64].map(|part| on_grid((largest * part).max(least)));
    let mut sizes = smaller.into_iter().filter(|size| size * 1.1 <= room.1);
    let rows = |size: f64| ((room.1 / (size * LEADING)) as usize).clamp(1, MOST_LINES);
    let single_spaced;
    let names = if names.contains("  ") {
        single_spaced = names.split_whitespace().collect::<Vec<_>>().join(" ");
        single_spaced.as_str()
    } else {
        names.trim()
    };
    let words = Words::measured(names);
    let whole = sizes.clone().find(|size| words.fit(room.0 / size, rows(*size)));
    let cut = || sizes.nth(2).or_else(|| (least * 1.1 <= room.1).then(|| on_grid(least)));
    match whole.or_else(cut) {
        Some(size) => (words.lines(size, room.0, rows(size)), size),
        None => (Vec::new(), least),
    }
}

/// `text`, or as much of its beginning as there is room for.
pub(super) fn shortened(text: &str, size: f64, room: f64) -> SmolStr {
    fonts::shorten(text, STYLE, size as f32, room as f32).as_ref().into()
}

/// A text whose words are measured once, for all sizes.
struct Words<'a> {
    text: &'a str,
    /// Each word's bytes and its width in em.
    words: Vec<(Range<usize>, f64)>,
    space: f64,
    /// Whether lines may end at its spaces, and nowhere else.
    breakable: bool,
    rows: usize,
}

impl<'a> Words<'a> {
    fn measured(text: &'a str) -> Self {
        let mut words = Vec::with_capacity(8);
        let mut start = 0;
        for word in text.split(' ') {
            let end = start + word.len();
            if !word.is_empty() {
                words.push((start..end, f64::from(fonts::width(word, STYLE, 1.0))));
            }
            start = end + 1;
        }
        // Scripts from right to left stay on one line: painters move the second of two lines by the order of its letters.
        let rows = if text.chars().any(is_right_to_left) { 1 } else { MOST_LINES };
        let breakable = text.is_ascii() || fonts::covers(text, STYLE);
        Self { text, words, space: f64::from(fonts::width(" ", STYLE, 1.0)), breakable, rows }
    }

    /// The words from `first` on that fit a line of `room` em: how many, at least one even where it is too long; and whether they
    /// fit.
    fn line(&self, first: usize, room: f64) -> (usize, bool) {
        let mut used = 0.0;
        let rest = self.words.get(first..).unwrap_or_default();
        for (count, (_, width)) in rest.iter().enumerate() {
            used += if count == 0 { *width } else { self.space + width };
            if used > room {
                return (count.max(1), count > 0);
            }
        }
        (rest.len(), true)
    }

    /// Whether all of it fits so many rows of `room` em.
    fn fit(&self, room: f64, rows: usize) -> bool {
        if !self.breakable {
            let lines = fonts::wrap(self.text, STYLE, 1.0, room as f32, rows.min(self.rows));
            return lines.last().is_some_and(|line| !line.ends_with('…'));
        }
        let mut first = 0;
        for _ in 0..rows.min(self.rows) {
            match self.line(first, room) {
                (_, false) => return false,
                (count, true) => first += count,
            }
            if first >= self.words.len() {
                return true;
            }
        }
        false
    }

    /// Its lines at a size, the last one cut where there is more.
    fn lines(&self, size: f64, room: f64, rows: usize) -> Vec<SmolStr> {
        let rows = rows.min(self.rows);
        if !self.breakable {
            let lines = fonts::wrap(self.text, STYLE, size as f32, room as f32, rows);
            return lines.iter().map(SmolStr::new).collect();
        }
        let mut lines = Vec::with_capacity(rows);
        let mut first = 0;
        while let Some((bytes, _)) = self.words.get(first) {
            let (count, fits) = self.line(first, room / size);
            let last = lines.len() + 1 == rows || !fits || first + count >= self.words.len();
            let end =
                if last { self.text.len() } else { self.words.get(first + count - 1).map_or(bytes.end, |(last, _)| last.end) };
            let line = self.text.get(bytes.start..end).unwrap_or_default();
            if last {
                lines.push(shortened(line, size, room));
                break;
            }
            lines.push(line.into());
            first += count;
        }
        lines
    }
}

/// Hebrew, Arabic, Syriac, Thaana and N'Ko letters.
fn is_right_to_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_whole_where_they_can_be_and_large_where_they_are() {
        for (names, room, expected) in [
            ("Acer", (50.0, 40.0), (vec!["Acer"], 14.0)),
            ("Western Digital", (50.0, 40.0), (vec!["Western", "Digital"], 12.0)),
            ("Western Digital", (50.0, 14.0), (vec!["Western…"], 8.5)),
            ("Western Digital Technologies", (50.0, 30.0), (vec!["Western", "Digital T…"], 10.0)),
            ("  Acer   Asus ", (50.0, 40.0), (vec!["Acer", "Asus"], 14.0)),
            ("Acer", (50.0, 5.0), (vec![], 7.0)),
            ("", (50.0, 40.0), (vec![], 14.0)),
        ] {
            let (lines, size) = name_lines(names, 50.0, 7.0, room);
            assert_eq!((lines, size), (expected.0.into_iter().map(SmolStr::new).collect(), expected.1), "{names:?} in {room:?}");
        }
    }

    #[test]
    fn every_line_fits() {
        let names = "International Exhibition & Conference Centre Association of São Paulo";
        for width in 5..200 {
            for depth in 5..80 {
                let room = (f64::from(width), f64::from(depth));
                let (lines, size) = name_lines(names, 60.0, 7.0, room);
                assert!(size * LEADING * (lines.len() as f64 - 1.0) + size * 1.1 <= room.1 || lines.is_empty());
                for line in lines {
                    assert!(f64::from(fonts::width(&line, STYLE, size as f32)) <= room.0 + 1e-3, "{line} in {room:?}");
                }
            }
        }
    }
}
