//! Cells that hold several things: booth numbers, categories.

use super::words::{plain, says_nothing, tidy};
use std::collections::{BTreeMap, BTreeSet};

/// Longest run of numbers that `A1-A12` is read as.
const LONGEST_RUN: u64 = 60;

/// Bytes of the longest cell that is taken apart; hundreds of numbers fit into it.
const LONGEST_CELL: usize = 4_000;

/// The booth numbers of a cell. `is_known` says whether the show has such a number: a text that it knows is never taken
/// apart, so that what people write as one number stays one.
///
/// | cell | numbers |
/// | --- | --- |
/// | `A1, A2` · `A1; A2` · `A1 + A2` · `A1 & A2` · `A1 et A2` · `A1 A2` · `A1/A2` | A1, A2 |
/// | `A1-A3` · `A1 à A3` | A1, A2, A3 |
/// | `A-12` · `A 12` · `4-117` · `4/117` · `A1-3` | as it stands, one number |
/// | `Stand A1` · `n° A1` | A1 |
/// | `-` · `TBD` · `à définir` | none |
#[must_use]
pub fn split_numbers(cell: &str, is_known: impl Fn(&str) -> bool) -> Vec<String> {
    if cell.len() > LONGEST_CELL {
        return vec![tidy(cell)];
    }
    let mut numbers = Vec::new();
    split(&tidy_lines(cell), &is_known, &mut numbers);
    let mut seen = BTreeSet::new();
    numbers.retain(|number| seen.insert(number.to_lowercase()));
    numbers
}

/// Tidy, with line breaks as commas.
fn tidy_lines(cell: &str) -> String {
    let lines = cell.split(['\n', '\r']).map(tidy).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(", ")
}

fn split(text: &str, is_known: &impl Fn(&str) -> bool, numbers: &mut Vec<String>) {
    let mut rest = Some(text);
    while let Some(text) = rest {
        rest = take_numbers(text, is_known, numbers);
    }
}

/// Takes the first numbers of a text, or all of them; gives what is left. It calls itself no deeper than there are separators.
fn take_numbers<'t>(text: &'t str, is_known: &impl Fn(&str) -> bool, numbers: &mut Vec<String>) -> Option<&'t str> {
    let text = text.trim();
    if text.is_empty() || (says_nothing(text) && !is_known(text)) {
        return None;
    }
    if is_known(text) {
        numbers.push(text.to_owned());
        return None;
    }
    for separator in [",", ";", "|", "+", "&", " et ", " and ", " und "] {
        if text.contains(separator) {
            text.split(separator).for_each(|part| split(part, is_known, numbers));
            return None;
        }
    }
    let text = without_leading_word(text);
    for separator in ["-", "\u{2013}", " à ", " a ", " to ", " bis "] {
        if let Some(run) = text.split_once(separator).and_then(|(first, last)| run(first.trim(), last.trim())) {
            numbers.extend(run);
            return None;
        }
    }
    if let Some((first, last)) = text.split_once('/')
        && are_alike(first.trim(), last.trim())
    {
        numbers.push(first.trim().to_owned());
        return Some(last);
    }
    let words: Vec<&str> = text.split(' ').collect();
    if words.len() > 1 && words.iter().all(|word| is_number_with_digits(word)) {
        numbers.extend(words.into_iter().map(str::to_owned));
        return None;
    }
    numbers.push(text.to_owned());
    None
}

/// "Stand A1" names A1; a number that is only such a word stays.
fn without_leading_word(mut text: &str) -> &str {
    while let Some((word, rest)) = text.split_once(' ')
        && matches!(plain(word).as_str(), "stand" | "booth" | "emplacement" | "slot" | "n" | "no" | "nr")
    {
        text = rest.trim();
    }
    text
}

/// `A1`, `12`, `AB-7`, `A12b`: at most four letters, then digits, then at most one letter.
pub(super) fn is_number_with_digits(text: &str) -> bool {
    let rest = text.trim_start_matches(char::is_alphabetic);
    let letters = text.chars().count() - rest.chars().count();
    let rest = rest.strip_prefix(['-', '.', '/', ' ']).unwrap_or(rest);
    let after = rest.trim_start_matches(|character: char| character.is_ascii_digit());
    let digits = rest.len() - after.len();
    letters <= 4 && (1..=5).contains(&digits) && after.chars().count() <= 1 && after.chars().all(char::is_alphabetic)
}

/// Letters and the digits after them.
fn letters_and_digits(text: &str) -> Option<(&str, &str)> {
    let digits_at = text.find(|character: char| character.is_ascii_digit())?;
    let (letters, digits) = text.split_at_checked(digits_at)?;
    let all_digits = digits.len() <= 9 && digits.bytes().all(|byte| byte.is_ascii_digit());
    (all_digits && letters.chars().all(char::is_alphabetic)).then_some((letters, digits))
}

/// Two numbers side by side, and not a hall and a number: letters and digits both, or as many digits.
fn are_alike(first: &str, last: &str) -> bool {
    match (letters_and_digits(first), letters_and_digits(last.split('/').next().unwrap_or(last).trim())) {
        (Some(("", first)), Some(("", last))) => first.len() == last.len(),
        (Some((first, _)), Some((last, _))) => !first.is_empty() && !last.is_empty(),
        _ => false,
    }
}

/// From A1 to A4, where both have the same letters and the run is short.
fn run(first: &str, last: &str) -> Option<Vec<String>> {
    let ((letters, from), (last_letters, to)) = (letters_and_digits(first)?, letters_and_digits(last)?);
    let (width, from, to) = (from.len(), from.parse::<u64>().ok()?, to.parse::<u64>().ok()?);
    let is_run = !letters.is_empty() && letters.eq_ignore_ascii_case(last_letters) && from < to && to - from < LONGEST_RUN;
    is_run.then(|| (from..=to).map(|number| format!("{letters}{number:0width$}")).collect())
}

/// The categories of a cell. Semicolons, bars and line breaks always separate; commas only where
/// [`commas_separate`] found that they do in this column.
#[must_use]
pub fn split_categories(cell: &str, commas_separate: bool) -> Vec<String> {
    let parts = cell.split(|character| matches!(character, ';' | '|' | '\n' | '\r') || (commas_separate && character == ','));
    let mut seen = BTreeSet::new();
    parts.map(tidy).filter(|part| !says_nothing(part) && seen.insert(part.to_lowercase())).collect()
}

/// Whether the commas in a column of categories separate: then its parts come back alone or in other company, while
/// "Space, spacecraft, satellite telecommunications" is always whole.
pub(super) fn commas_separate<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    let distinct: BTreeSet<&str> = cells.map(str::trim).filter(|cell| !cell.is_empty()).collect();
    let parts = |cell: &str| cell.split(',').map(plain).collect::<Vec<_>>();
    let mut cells_with = BTreeMap::<String, usize>::new();
    for part in distinct.iter().flat_map(|cell| parts(cell)) {
        *cells_with.entry(part).or_default() += 1;
    }
    let of_several: Vec<String> = distinct.iter().filter(|cell| cell.contains(',')).flat_map(|cell| parts(cell)).collect();
    let again = of_several.iter().filter(|part| cells_with.get(*part).is_some_and(|count| *count > 1)).count();
    again * 2 > of_several.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_made_to_be_taken_apart_for_ever_is_not() {
        for (part, numbers) in [("A1/", 2), ("n ", 1), ("A1-", 1), ("A1 to ", 1), (",;|+&", 0)] {
            let longest = part.repeat(LONGEST_CELL / part.len());
            assert_eq!(split_numbers(&longest, |_| false).len(), numbers, "{part}");
            assert_eq!(split_numbers(&part.repeat(10_000), |_| false).len(), 1, "{part}");
        }
    }

    #[track_caller]
    fn check(cell: &str, numbers: &[&str]) {
        assert_eq!(split_numbers(cell, |_| false), numbers, "{cell:?}");
    }

    #[test]
    fn several_numbers_in_a_cell_are_taken_apart() {
        for cell in ["A1, A2", "A1;A2", "A1 + A2", "A1+A2", "A1 & A2", "A1 et A2", "A1 and A2", "A1 A2", "A1/A2", "A1 / A2"] {
            check(cell, &["A1", "A2"]);
        }
        check("A1\nA2\r\nA3", &["A1", "A2", "A3"]);
        check("A1, a1, A2", &["A1", "A2"]);
        check("101/102", &["101", "102"]);
        check("101 102", &["101", "102"]);
        check("A1/A2/A3", &["A1", "A2", "A3"]);
        check("Stand A1, Stand A2", &["A1", "A2"]);
        check("n° A1", &["A1"]);
    }

    #[test]
    fn a_run_of_numbers_is_counted_out() {
        check("A1-A3", &["A1", "A2", "A3"]);
        check("A09 à A11", &["A09", "A10", "A11"]);
        check("B1 to B2, C4", &["B1", "B2", "C4"]);
    }

    #[test]
    fn what_is_one_number_stays_one() {
        for cell in
            ["A-12", "A 12", "4-117", "4/117", "A1-3", "A12b", "Hall 4 A12", "A3-A1", "A1-B3", "A1-A900", "Lounge", "AW1124"]
        {
            check(cell, &[cell]);
        }
    }

    #[test]
    fn a_number_that_the_show_has_is_never_taken_apart() {
        for cell in ["A1-A3", "A1/A2", "A1 A2", "A1+A2", "Stand 4", "NA"] {
            assert_eq!(split_numbers(cell, |text| text == cell), [cell]);
        }
    }

    #[test]
    fn words_for_nothing_are_no_numbers() {
        for cell in ["", " ", "-", "–", "TBD", "n/a", "à définir", "?"] {
            check(cell, &[]);
        }
    }

    #[test]
    fn categories_are_taken_apart_at_commas_only_where_the_column_does() {
        assert_eq!(split_categories("Storage; Network;storage", false), ["Storage", "Network"]);
        assert_eq!(split_categories("Space, spacecraft", false), ["Space, spacecraft"]);
        assert_eq!(split_categories("Storage, Network", true), ["Storage", "Network"]);
        let combined = ["Storage", "Network", "Storage, Network", "Network, Printing", "Printing"];
        assert!(commas_separate(combined.into_iter()));
        let whole = ["Space, spacecraft, satellites", "Services", "Materials, composites and surfaces", "Services"];
        assert!(!commas_separate(whole.into_iter()));
    }
}
