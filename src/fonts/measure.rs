//! Widths from a table of the bundled fonts that is made once, and what follows from widths: shortening and wrapping.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

use super::Style;

/// What the bundled font knows about a character.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    /// The glyph's number in the font.
    pub glyph: u32,
    /// The glyph's advance in em.
    pub advance: f32,
}

/// Characters below this are looked up by position: Latin, which is nearly every letter of a label.
const DIRECT: usize = 0x250;

pub(super) struct Table {
    direct: Vec<Option<Entry>>,
    others: HashMap<char, Entry>,
}

impl Table {
    pub(super) fn of(style: Style) -> &'static Table {
        static TABLES: [OnceLock<Table>; 4] = [const { OnceLock::new() }; 4];
        let place = match style {
            Style::Regular => &TABLES[0],
            Style::Medium => &TABLES[1],
            Style::SemiBold => &TABLES[2],
            Style::Italic => &TABLES[3],
        };
        place.get_or_init(|| Table::read(style.bytes()))
    }

    fn read(bytes: &[u8]) -> Table {
        let mut table = Table { direct: vec![None; DIRECT], others: HashMap::new() };
        let Ok(font) = FontRef::new(bytes) else {
            return table;
        };
        let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
        for (code, glyph) in font.charmap().mappings() {
            let (Some(character), Some(advance)) = (char::from_u32(code), metrics.advance_width(glyph)) else {
                continue;
            };
            let entry = Entry { glyph: glyph.to_u32(), advance };
            match table.direct.get_mut(code as usize) {
                Some(slot) => *slot = Some(entry),
                None => {
                    table.others.insert(character, entry);
                }
            }
        }
        // A line break or a tab inside a label is a space; the font has no glyph of its own for it.
        let space = table.direct.get(usize::from(b' ')).copied().flatten();
        for (code, slot) in table.direct.iter_mut().enumerate() {
            if code < 0x20 || (0x7f..0xa0).contains(&code) {
                *slot = space;
            }
        }
        table
    }

    pub(super) fn entry(&self, character: char) -> Option<Entry> {
        match self.direct.get(character as usize) {
            Some(slot) => *slot,
            None => self.others.get(&character).copied(),
        }
    }

    /// The advance of one character in em; estimated where the font lacks it.
    fn advance(&self, character: char) -> f32 {
        if is_invisible(character) {
            return 0.0;
        }
        match self.entry(character) {
            Some(entry) => entry.advance,
            None if joins_previous(character) => 0.0,
            None if is_wide(character) => 1.0,
            None => 0.6,
        }
    }
}

/// Whether the bundled font draws all of `text` without shaping: no character is missing, none combines with its
/// neighbour.
#[must_use]
pub fn covers(text: &str, style: Style) -> bool {
    let table = Table::of(style);
    text.chars().all(|c| is_invisible(c) || (!joins_previous(c) && table.entry(c).is_some()))
}

/// The width of `text`, in the unit of `size`. Exact for text that the bundled font covers; a character that it lacks
/// counts as 1 em where Chinese, Japanese and Korean are written so, else 0.6 em.
#[must_use]
pub fn width(text: &str, style: Style, size: f32) -> f32 {
    let table = Table::of(style);
    size * text.chars().map(|c| table.advance(c)).sum::<f32>()
}

/// `text` if it is at most `max_width` wide, else its beginning and an ellipsis. Never cuts between a letter and its
/// accent; where not even the ellipsis has room, nothing is left.
#[must_use]
pub fn shorten(text: &str, style: Style, size: f32, max_width: f32) -> Cow<'_, str> {
    if width(text, style, size) <= max_width {
        return Cow::Borrowed(text);
    }
    let table = Table::of(style);
    let room = max_width - size * table.advance('…');
    if room < 0.0 {
        return Cow::Borrowed("");
    }
    let end = fitting(text, table, size, room);
    let kept = text.get(..end).unwrap_or_default().trim_end();
    Cow::Owned(format!("{kept}…"))
}

/// `text` in at most `max_lines` lines that are each at most `max_width` wide, broken at spaces where there are some
/// (and between the characters of scripts that need none); what does not fit ends in an ellipsis.
#[must_use]
pub fn wrap(text: &str, style: Style, size: f32, max_width: f32, max_lines: usize) -> Vec<Cow<'_, str>> {
    let table = Table::of(style);
    let mut lines = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        if lines.len() + 1 >= max_lines || width(rest, style, size) <= max_width {
            lines.push(shorten(rest, style, size, max_width));
            break;
        }
        let fits = fitting(rest, table, size, max_width);
        // A first character wider than the line still has to go somewhere.
        let fits = if fits == 0 { next_boundary(rest) } else { fits };
        let end = last_opportunity(rest, fits);
        let (line, after) = rest.split_at(end);
        lines.push(Cow::Borrowed(line.trim_end()));
        rest = after.trim_start();
    }
    lines
}

/// The byte position up to which `text` is at most `room` wide, never inside a letter with its accents.
fn fitting(text: &str, table: &Table, size: f32, room: f32) -> usize {
    let mut used = 0.0;
    let mut end = 0;
    let mut joined = false;
    for (position, character) in text.char_indices() {
        if !(joined || joins_previous(character)) {
            end = position;
        }
        joined = character == '\u{200d}';
        used += size * table.advance(character);
        if used > room {
            return end;
        }
    }
    text.len()
}

/// Where the first letter of `text`, with its accents, ends.
fn next_boundary(text: &str) -> usize {
    let mut joined = true;
    for (position, character) in text.char_indices() {
        if !(joined || joins_previous(character)) {
            return position;
        }
        joined = character == '\u{200d}';
    }
    text.len()
}

/// The last place up to `limit` where a line may end: after a space, a hyphen or a slash, or beside a wide character;
/// else `limit` itself.
fn last_opportunity(text: &str, limit: usize) -> usize {
    let mut best = 0;
    let mut previous: Option<char> = None;
    for (position, character) in text.char_indices() {
        if position > limit {
            break;
        }
        if let Some(before) = previous {
            let open = before.is_whitespace()
                || matches!(before, '-' | '/' | '–')
                || character.is_whitespace()
                || (is_wide(before) || is_wide(character)) && !joins_previous(character);
            if open {
                best = position;
            }
        }
        previous = Some(character);
    }
    if limit >= text.len() || best == 0 { limit } else { best }
}

/// Characters that draw nothing and take no room: soft hyphen, joiners, direction marks, isolates, byte order mark.
pub(super) fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Whether a character sits on the one before it (accents, vowel signs, joiners, variation selectors), so that no cut
/// may come between them. The ranges are the combining blocks of Unicode, taken whole.
fn joins_previous(character: char) -> bool {
    matches!(character,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}'..='\u{5c2}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{900}'..='\u{903}'
        | '\u{93a}'..='\u{93c}' | '\u{93e}'..='\u{94f}' | '\u{981}'..='\u{983}' | '\u{9be}'..='\u{9cd}'
        | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{200d}' | '\u{20d0}'..='\u{20ff}' | '\u{302a}'..='\u{302f}'
        | '\u{3099}'..='\u{309a}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{1f3fb}'..='\u{1f3ff}'
        | '\u{e0100}'..='\u{e01ef}')
}

/// Characters that fill a square: Chinese, Japanese, Korean, full-width forms, emoji.
fn is_wide(character: char) -> bool {
    matches!(character, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}'
        | '\u{1f300}'..='\u{1faff}' | '\u{20000}'..='\u{3fffd}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_adds_advances_and_grows_with_size() {
        let a = width("A", Style::Regular, 10.0);
        assert!(a > 5.0 && a < 9.0, "{a}");
        assert!((width("AA", Style::Regular, 20.0) - 4.0 * a).abs() < 1e-3);
        assert!(width("Acer", Style::SemiBold, 10.0) > width("Acer", Style::Regular, 10.0));
        assert_eq!(width("", Style::Italic, 10.0), 0.0);
    }

    #[test]
    fn characters_that_the_font_lacks_are_estimated() {
        assert_eq!(width("华为", Style::Regular, 10.0), 20.0);
        assert_eq!(width("ش", Style::Regular, 10.0), 6.0);
        assert_eq!(width("\u{2068}\u{2069}\u{ad}", Style::Regular, 10.0), 0.0);
    }

    #[test]
    fn covered_text_is_told_from_text_that_needs_shaping() {
        for text in ["Éditions ENI", "Łódź", "Ørsted", "Ελλάδα", "Яндекс", "a\tb", "1 234,50 €"] {
            assert!(covers(text, Style::Regular), "{text}");
        }
        for text in ["华为", "شركة", "e\u{301}"] {
            assert!(!covers(text, Style::Regular), "{text}");
        }
    }

    #[test]
    fn shortened_text_fits_and_keeps_accents_with_their_letters() {
        let name = "Gesellschaft für E\u{301}lektrotechnik und Maschinenbau mbH & Co. KG";
        for tenths in 0..4000 {
            let room = tenths as f32 / 10.0;
            let short = shorten(name, Style::Regular, 9.5, room);
            assert!(width(&short, Style::Regular, 9.5) <= room, "{short} in {room}");
            let body = short.trim_end_matches('…');
            assert!(name.starts_with(body));
            assert!(!name[body.len()..].starts_with('\u{301}'), "{short}");
        }
        assert_eq!(shorten("Acer", Style::Regular, 9.5, 100.0), "Acer");
        assert_eq!(shorten("Acer Computer", Style::Regular, 9.5, 30.0), "Acer…");
    }

    #[test]
    fn wrapped_text_breaks_at_spaces_and_loses_nothing_but_by_an_ellipsis() {
        let name = "International Exhibition and Conference Centre Association";
        let lines = wrap(name, Style::Regular, 10.0, 120.0, 9);
        assert!(lines.len() > 2);
        assert_eq!(lines.join(" "), name);
        for line in &lines {
            assert!(width(line, Style::Regular, 10.0) <= 120.0, "{line}");
        }
        let two = wrap(name, Style::Regular, 10.0, 120.0, 2);
        assert_eq!(two.len(), 2);
        assert!(two[1].ends_with('…'));
        assert_eq!(wrap("华为技术有限公司", Style::Regular, 10.0, 42.0, 2), ["华为技术", "有限公司"]);
        assert_eq!(wrap("Donaudampfschifffahrt", Style::Regular, 10.0, 60.0, 9).concat(), "Donaudampfschifffahrt");
        assert!(wrap("  ", Style::Regular, 10.0, 60.0, 2).is_empty());
        assert_eq!(wrap("W", Style::Regular, 10.0, 1.0, 1), [""]);
    }
}
