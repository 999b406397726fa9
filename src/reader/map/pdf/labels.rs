//! What a file calls its pages: "iv", "A-3".

use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Array, Dict, Name, Object, String as PdfString};

use super::layers::characters;

/// Trees of numbers within one another, as deep as this.
const DEPTH: u32 = 8;
/// Roman numerals and letters of higher numbers are written in figures.
const MOST_SPELLED: usize = 1_000;

/// From which page on a way of counting holds, and what it is.
struct Range {
    from: usize,
    prefix: String,
    style: Option<u8>,
    start: usize,
}

/// The name of each page; empty where the file has none for it.
pub(super) fn of(pdf: &Pdf, count: usize) -> Vec<String> {
    let mut ranges = Vec::new();
    let labels = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()).and_then(|catalogue| catalogue.get::<Dict<'_>>("PageLabels"));
    if let Some(labels) = labels {
        collect(&labels, DEPTH, count, &mut ranges);
    }
    ranges.sort_by_key(|range| range.from);
    let mut names = vec![String::new(); count];
    for (place, range) in ranges.iter().enumerate() {
        let end = ranges.get(place + 1).map_or(count, |next| next.from).min(count);
        for (at, name) in (0..).zip(names.get_mut(range.from..end).unwrap_or_default()) {
            *name = format!("{}{}", range.prefix, numeral(range.style, range.start.saturating_add(at)));
        }
    }
    names
}

fn collect(node: &Dict<'_>, depth: u32, count: usize, ranges: &mut Vec<Range>) {
    if let Some(numbers) = node.get::<Array<'_>>("Nums") {
        let mut entries = numbers.iter::<Object<'_>>();
        while let (Some(from), Some(label)) = (entries.next(), entries.next()) {
            let from = from.into_number().map(|number| number.as_f64()).filter(|from| (0.0..count as f64).contains(from));
            if let (Some(from), Some(label), true) = (from, label.into_dict(), ranges.len() < count) {
                ranges.push(range(from as usize, &label));
            }
        }
    }
    if depth > 0
        && let Some(kids) = node.get::<Array<'_>>("Kids")
    {
        kids.iter::<Dict<'_>>().take(count).for_each(|kid| collect(&kid, depth - 1, count, ranges));
    }
}

fn range(from: usize, label: &Dict<'_>) -> Range {
    let prefix = label.get::<PdfString<'_>>("P").map(|prefix| characters(prefix.as_bytes())).unwrap_or_default();
    let style = label.get::<Name<'_>>("S").and_then(|style| style.as_ref().first().copied());
    let start = label.get::<i32>("St").and_then(|start| usize::try_from(start).ok()).unwrap_or(1);
    Range { from, prefix, style, start }
}

/// A number as its page is marked with it: figures, Roman numerals or letters.
fn numeral(style: Option<u8>, number: usize) -> String {
    match style {
        None => String::new(),
        Some(b'R') if (1..=MOST_SPELLED).contains(&number) => roman(number),
        Some(b'r') if (1..=MOST_SPELLED).contains(&number) => roman(number).to_lowercase(),
        Some(b'A') if (1..=MOST_SPELLED).contains(&number) => letters(number),
        Some(b'a') if (1..=MOST_SPELLED).contains(&number) => letters(number).to_lowercase(),
        Some(_) => number.to_string(),
    }
}

fn roman(mut number: usize) -> String {
    const SIGNS: [(usize, &str); 13] = [
        (1_000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut signs = String::new();
    for (value, sign) in SIGNS {
        while number >= value {
            signs.push_str(sign);
            number -= value;
        }
    }
    signs
}

/// A to Z, then AA to ZZ and so on: the same letter again and again.
fn letters(number: usize) -> String {
    let letter = char::from(b'A' + ((number - 1) % 26) as u8);
    std::iter::repeat_n(letter, (number - 1) / 26 + 1).collect()
}
