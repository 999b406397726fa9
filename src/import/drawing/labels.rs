//! Texts in shapes: which is the number of a booth, which the name of its exhibitor, and which is neither.

use std::collections::{BTreeMap, BTreeSet};

use super::{DrawnHall, DrawnLabel};
use crate::import::words::{plain, says_nothing, status, tidy};
use crate::plan::{Number, Status};

/// Letters that a word before a number may have, and characters that a number may have.
const MOST_LETTERS: usize = 4;
const MOST_SIGNS: usize = 12;
/// From so many booths on that begin their text alike, the beginning of a text is the number and the rest is the name.
const ALIKE: usize = 3;

/// What the name of a layer says of the texts on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum LabelLayer {
    /// Nothing.
    #[default]
    Unsaid,
    /// They are numbers.
    Numbers,
    /// They are names.
    Names,
    /// They say how far a booking has come.
    Status,
    /// They are about something else: sizes, areas, categories, signs.
    Other,
}

impl LabelLayer {
    pub(super) fn of(layer: &str) -> Self {
        let words = plain(layer);
        let has =
            |known: &[&str]| words.split(' ').any(|word| known.contains(&word.trim_end_matches(|c: char| c.is_ascii_digit())));
        if has(&["number", "numbers", "numero", "numeros", "nummer", "nummern", "standnummer", "standnummern", "no", "nr", "num"])
        {
            Self::Numbers
        } else if has(&[
            "name",
            "names",
            "nom",
            "noms",
            "exhibitor",
            "exhibitors",
            "exposant",
            "exposants",
            "aussteller",
            "company",
        ]) {
            Self::Names
        } else if has(&["status", "statut", "statuts"]) {
            Self::Status
        } else if has(&[
            "area",
            "areas",
            "surface",
            "surfaces",
            "flache",
            "flachen",
            "size",
            "sizes",
            "dimension",
            "dimensions",
            "dim",
            "cote",
            "cotes",
            "cotation",
            "masse",
            "category",
            "categories",
            "categorie",
            "sign",
            "signs",
        ]) {
            Self::Other
        } else {
            Self::Unsaid
        }
    }
}

/// What a text looks like.
enum Look {
    /// A number, or a number and a name.
    Number(Number, String),
    Name,
    Status(Status),
    Neither,
}

impl DrawnLabel {
    /// Whether it looks like the number of a booth, by itself.
    pub(super) fn looks_like_number(&self) -> bool {
        matches!(self.look(), Look::Number(_, rest) if rest.is_empty())
    }

    fn look(&self) -> Look {
        let words = self.words.as_str();
        match self.layer {
            LabelLayer::Other => return Look::Neither,
            LabelLayer::Numbers => {
                let number = as_number(words).or_else(|| Number::new(words));
                return number.map_or(Look::Neither, |number| Look::Number(number, String::new()));
            }
            LabelLayer::Names => return if says_nothing(words) { Look::Neither } else { Look::Name },
            LabelLayer::Status => return status(words).map_or(Look::Neither, Look::Status),
            LabelLayer::Unsaid => {}
        }
        if is_size(words) || says_nothing(words) || !words.chars().any(char::is_alphanumeric) {
            return Look::Neither;
        }
        // A single letter is a sign on many plans; a whole word is meant.
        if let Some(status) = status(words).filter(|_| words.chars().count() > 2) {
            return Look::Status(status);
        }
        if let Some(number) = as_number(words) {
            return Look::Number(number, String::new());
        }
        let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
        match as_number(first).filter(|_| first.chars().any(|c| c.is_ascii_digit()) && !is_size(rest)) {
            Some(number) if !rest.is_empty() => Look::Number(number, rest.to_owned()),
            _ => Look::Name,
        }
    }
}

/// What the texts in a booth say.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Reading {
    pub(super) number: Option<Number>,
    /// Empty where nobody is named.
    pub(super) exhibitor: String,
    pub(super) status: Option<Status>,
}

/// The shapes that hold a text that looks like a number, each the smallest of its group around it.
pub(super) fn numbered(hall: &DrawnHall) -> BTreeSet<usize> {
    let mut shapes = BTreeSet::new();
    for label in hall.labels.iter().filter(|label| label.looks_like_number()) {
        let mut groups = BTreeSet::new();
        let around = label.around.iter().filter_map(|place| Some((*place, hall.shapes.get(*place)?.group)));
        shapes.extend(around.filter(|(_, group)| groups.insert(*group)).map(|(place, _)| place));
    }
    shapes
}

/// Reads the texts of booths, each of which is the smallest booth around the middle of its texts.
pub(super) fn read(hall: &DrawnHall, is_booth: impl Fn(usize) -> bool) -> BTreeMap<usize, Reading> {
    let mut by_booth = BTreeMap::<usize, Vec<(&DrawnLabel, Look)>>::new();
    for label in &hall.labels {
        if let Some(booth) = label.around.iter().copied().find(|place| is_booth(*place)) {
            by_booth.entry(booth).or_default().push((label, label.look()));
        }
    }
    let common = Patterns::of(by_booth.values());
    by_booth.into_iter().map(|(booth, labels)| (booth, reading(labels, &common))).collect()
}

/// How many booths have a number of a pattern: letters are A, digits 9, however many there are of them.
struct Patterns(BTreeMap<String, usize>);

impl Patterns {
    fn of<'a>(booths: impl Iterator<Item = &'a Vec<(&'a DrawnLabel, Look)>>) -> Self {
        let mut counts = BTreeMap::new();
        for labels in booths {
            let own: BTreeSet<String> = labels
                .iter()
                .filter_map(|(_, look)| match look {
                    Look::Number(number, _) => Some(pattern(number)),
                    _ => None,
                })
                .collect();
            for pattern in own {
                *counts.entry(pattern).or_insert(0) += 1;
            }
        }
        Self(counts)
    }

    fn count(&self, number: &Number) -> usize {
        self.0.get(&pattern(number)).copied().unwrap_or_default()
    }
}

fn pattern(number: &Number) -> String {
    let mut pattern = String::new();
    for sign in number.as_str().chars() {
        let kind = match sign {
            sign if sign.is_ascii_digit() => '9',
            sign if sign.is_alphabetic() => 'A',
            sign => sign,
        };
        if !pattern.ends_with(kind) || !kind.is_alphanumeric() {
            pattern.push(kind);
        }
    }
    pattern
}

fn reading(mut labels: Vec<(&DrawnLabel, Look)>, common: &Patterns) -> Reading {
    in_reading_order(&mut labels);
    let rank = |label: &DrawnLabel, number: &Number, rest: &str| {
        let whole = rest.is_empty();
        // With a name behind it, it must look like those of others.
        let counts = whole || common.count(number) >= ALIKE;
        counts.then(|| (label.layer == LabelLayer::Numbers, whole, common.count(number)))
    };
    let ranked = labels.iter().enumerate().filter_map(|(place, (label, look))| match look {
        Look::Number(number, rest) => Some((rank(label, number, rest)?, place)),
        _ => None,
    });
    // Of those that are as likely, the first one.
    let chosen = ranked.max_by_key(|(rank, place)| (*rank, std::cmp::Reverse(*place))).map(|(_, place)| place);
    let mut reading = Reading::default();
    let mut names: Vec<&str> = Vec::new();
    for (place, (label, look)) in labels.iter().enumerate() {
        match look {
            Look::Number(number, rest) if chosen == Some(place) => {
                reading.number = Some(number.clone());
                names.extend(Some(rest.as_str()).filter(|rest| !rest.is_empty()));
            }
            // No booth has two numbers: what no other booth has anything like is a name, such as 3M.
            Look::Number(number, rest) => {
                let is_rare = common.count(number) < ALIKE && label.words.chars().filter(|sign| sign.is_alphabetic()).count() > 0;
                let is_name = !rest.is_empty() || (is_rare && label.words.chars().count() > 1);
                names.extend(Some(label.words.as_str()).filter(|_| is_name));
            }
            Look::Name => names.push(&label.words),
            Look::Status(status) => reading.status = Some(*status),
            Look::Neither => {}
        }
    }
    reading.exhibitor = tidy(&names.join(" "));
    reading
}

/// Line by line along the direction of the first text, and from left to right in a line.
fn in_reading_order(labels: &mut [(&DrawnLabel, Look)]) {
    let Some((first, _)) = labels.first() else { return };
    let (origin, angle) = (first.centre, first.angle);
    let place = |label: &DrawnLabel| label.centre.turned(origin, -angle);
    labels.sort_by_key(|(label, _)| (place(label).y, place(label).x));
    let mut start = 0;
    while start < labels.len() {
        let Some((head, _)) = labels.get(start) else { return };
        let (top, height) = (place(head).y, head.size);
        let line = labels.iter().skip(start).take_while(|(label, _)| (place(label).y - top) * 2 < height).count().max(1);
        if let Some(line) = labels.get_mut(start..start + line) {
            line.sort_by_key(|(label, _)| place(label).x);
        }
        start += line;
    }
}

/// The number that a text is: short, with digits, or one or two capital letters; "Stand 12" is 12.
fn as_number(words: &str) -> Option<Number> {
    let words = without_word(words);
    let signs = words.chars().count();
    let has_digit = words.chars().any(|sign| sign.is_ascii_digit());
    let allowed = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '–' | '.' | '/' | '_' | '+' | '&' | ' ');
    if signs > MOST_SIGNS || !words.chars().all(allowed) || words.matches(' ').count() > 2 {
        return None;
    }
    let longest = words.split(|sign: char| !sign.is_alphabetic()).map(|run| run.chars().count()).max().unwrap_or_default();
    let is_letters = signs <= 2 && words.chars().all(char::is_uppercase);
    let is_number = (has_digit && longest <= MOST_LETTERS && !has_word(words)) || is_letters;
    is_number.then(|| Number::new(words)).flatten()
}

/// Whether a part of it is a word: two letters and more in a row with a small one among them, such as "by" in "3 by 4".
fn has_word(words: &str) -> bool {
    let parts = words.split(|sign: char| !sign.is_alphabetic());
    parts.clone().any(|part| part.chars().count() > 1 && part.chars().any(char::is_lowercase))
}

/// A text without the words for a booth in front of its number: "Stand no. 12" is 12.
fn without_word(words: &str) -> &str {
    const KNOWN: [&str; 6] = ["stand", "booth", "no", "nr", "emplacement", "koje"];
    let words = words.trim();
    let letters = words.trim_start_matches(char::is_alphabetic);
    let (word, rest) = words.split_at(words.len() - letters.len());
    let rest = rest.trim_start_matches('.');
    let (is_apart, is_degree) = (rest.starts_with([' ', ':']), rest.starts_with(['°', 'º']));
    let word = plain(word);
    // A letter or two right before the digits belong to them.
    let is_known = KNOWN.contains(&word.as_str()) && (is_apart || word.len() > 2 || rest.len() < letters.len());
    if is_known || (is_degree && word == "n") { without_word(rest.trim_start_matches([' ', ':', '°', 'º'])) } else { words }
}

/// Whether a text is an area, a length or a size: "12 m²", "3 x 4", "3.5m".
fn is_size(words: &str) -> bool {
    if words.ends_with('M') && !words.contains(['x', '×']) {
        // A company; metres are written small.
        return false;
    }
    let words = words.to_lowercase().replace(',', ".");
    let words = words.trim_start_matches(['±', '~', 'ø', '=']).trim();
    let is_figure = |text: &str| {
        let text = text.trim();
        text.starts_with(|sign: char| sign.is_ascii_digit()) && text.chars().all(|sign| sign.is_ascii_digit() || sign == '.')
    };
    const UNITS: [&str; 20] = [
        "m²", "m2", "m^2", "qm", "sqm", "sq m", "sq.m", "sq.m.", "ft²", "ft2", "sq ft", "sqft", "sq.ft.", "mm", "cm", "ft", "m",
        "'", "\"", "′",
    ];
    let is_length = |text: &str| {
        let text = text.trim();
        UNITS.iter().any(|unit| text.strip_suffix(unit).is_some_and(is_figure))
    };
    let sides: Vec<&str> = words.split(['x', '×', '*', '✕']).collect();
    let is_product = (2..=3).contains(&sides.len()) && sides.iter().all(|side| is_figure(side) || is_length(side));
    is_product || is_length(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_from_names_and_sizes() {
        let number = |words: &str| as_number(words).map(|number| number.to_string());
        for words in ["A12", "12", "4A-117", "A 12", "E21/E23", "12b", "A-2.04", "B", "AB", "N 12", "NO12", "展12"] {
            assert_eq!(number(words).as_deref(), Some(words));
        }
        for (words, says) in [("Stand 12", "12"), ("Booth A12", "A12"), ("N° 7", "7"), ("stand no. 3", "3"), ("Stand12", "12")] {
            assert_eq!(number(words).as_deref(), Some(says), "{words}");
        }
        for words in ["Acme", "Acme 2000 Ltd", "Hall 3", "Lounge", "a", "", "3 by 4", "Synology Inc."] {
            assert_eq!(number(words), None, "{words}");
        }
    }

    #[test]
    fn areas_and_sizes_are_neither_numbers_nor_names() {
        for words in ["12 m²", "12m2", "12,5 qm", "3x3", "3 x 4.5", "3×3m", "100 sq ft", "10' x 10'", "3.5m", "9 sqm", "2x3x4"]
        {
            assert!(is_size(words), "{words}");
        }
        for words in ["12", "A12", "3M", "x", "x12", "4x", "m2", "Box 3"] {
            assert!(!is_size(words), "{words}");
        }
    }

    #[test]
    fn layers_say_what_their_texts_are() {
        for (layer, means) in [
            ("Stand numbers", LabelLayer::Numbers),
            ("NUMÉROS", LabelLayer::Numbers),
            ("booth-no", LabelLayer::Numbers),
            ("Exposants", LabelLayer::Names),
            ("status", LabelLayer::Status),
            ("Flächen", LabelLayer::Other),
            ("COTES_2", LabelLayer::Other),
            ("0", LabelLayer::Unsaid),
            ("STANDS", LabelLayer::Unsaid),
        ] {
            assert_eq!(LabelLayer::of(layer), means, "{layer}");
        }
    }
}
