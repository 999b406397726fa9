//! The order of names for people: as a dictionary of the language has them.

use std::cmp::Ordering;
use std::ops::Range;

use icu_collator::options::{AlternateHandling, CollatorOptions, MaxVariable, Strength};
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};

use super::language::Language;
use super::search::fold;

/// The group of the names that begin with a digit, or with no letter at all.
pub const DIGITS_INITIAL: char = '#';

/// The group of the names of other scripts (Greek, Cyrillic, Chinese ...), which stand after Z.
pub const OTHER_INITIAL: char = '…';

/// The order of names in one language: accents and case count only between names that are otherwise the same, numbers in
/// names are counted (A2 before A10), punctuation, signs and spaces are ignored (*"Acer"* stands with *Acer*).
pub struct Collation {
    collator: CollatorBorrowed<'static>,
}

impl std::fmt::Debug for Collation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Collation")
    }
}

impl Collation {
    /// The order of a language.
    pub fn new(language: Language) -> Self {
        let mut preferences = CollatorPreferences::from(&language.locale());
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        let mut options = CollatorOptions::default();
        options.alternate_handling = Some(AlternateHandling::Shifted);
        // Signs too, as the letter guide skips them: +GF+ stands under G.
        options.max_variable = Some(MaxVariable::Currency);
        // The fourth level decides between names that differ in their punctuation only.
        options.strength = Some(Strength::Quaternary);
        let collator = Collator::try_new(preferences, options).expect("the data of every language is compiled in");
        Self { collator }
    }

    /// Compares two names. Only the same text is equal, so that a list has one order.
    pub fn compare(&self, first: &str, second: &str) -> Ordering {
        self.collator.compare(first, second).then_with(|| first.cmp(second))
    }

    /// Sorts what has names; what has the same name stays in its order. Each name is weighed once, not at every comparison.
    pub fn sort<T>(&self, list: Vec<T>, name: impl Fn(&T) -> &str) -> Vec<T> {
        // All weights stand in one text: of hundreds of thousands, none takes memory of its own.
        let mut weights: Vec<u8> = Vec::with_capacity(list.len() * 32);
        let mut weighed: Vec<_> = list
            .into_iter()
            .map(|item| {
                let begin = weights.len();
                let Ok(()) = self.collator.write_sort_key_to(name(&item), &mut weights);
                (begin..weights.len(), item)
            })
            .collect();
        let weight = |range: &Range<usize>| weights.get(range.clone());
        weighed.sort_by(|(first, a), (second, b)| weight(first).cmp(&weight(second)).then_with(|| name(a).cmp(name(b))));
        weighed.into_iter().map(|(_, item)| item).collect()
    }
}

/// The group of a name in a letter guide: `A` to `Z` without accents, [`DIGITS_INITIAL`] or [`OTHER_INITIAL`]. Punctuation before the
/// first letter is skipped, as [`Collation`] does. In the order of a `Collation` the groups follow each other: `#`, `A` to `Z`, `…`.
pub fn index_letter(name: &str) -> char {
    let Some(first) = name.chars().find(|letter| letter.is_alphanumeric()) else {
        return DIGITS_INITIAL;
    };
    if first.is_numeric() {
        return DIGITS_INITIAL;
    }
    let initial = fold(first.encode_utf8(&mut [0; 4])).chars().next();
    match initial.map(|letter| letter.to_ascii_uppercase()) {
        Some(letter @ 'A'..='Z') => letter,
        _ => OTHER_INITIAL,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::test_runner::TestRunner;

    use super::*;

    fn sorted<'a>(names: &[&'a str], order: impl Fn(&str, &str) -> Ordering) -> Vec<&'a str> {
        let mut sorted: Vec<&str> = names.iter().rev().copied().collect();
        sorted.sort_by(|first, second| order(first, second));
        sorted
    }

    #[test]
    fn names_stand_as_in_a_dictionary() {
        let expected = [
            "3CX",
            "\"Acer\"",
            "Acer",
            "Asus",
            "Cote",
            "côte",
            "D-Link",
            "Dlink Partners",
            "Eaton",
            "Éditions ENI",
            "Epson",
            "Hall 2",
            "Hall 10",
            "L'Oréal",
            "Œuvre",
            "Ogone",
            "Zyxel",
            "Яндекс",
            "華為",
        ];
        for language in Language::ALL {
            let collation = Collation::new(language);
            assert_eq!(sorted(&expected, |first, second| collation.compare(first, second)), expected, "{language:?}");
        }
    }

    #[test]
    fn sorting_a_list_is_comparing_its_names() {
        let signs = [
            "a", "A", "é", "e\u{301}", "z", "ß", "œ", "-", " ", "'", "+", "$", "0", "1", "10", "02", "я", "華", "\u{202e}", "🎪",
        ];
        let name = prop::collection::vec(prop::sample::select(signs.to_vec()), 0..6).prop_map(|signs| signs.concat());
        let names = prop::collection::vec(prop_oneof![name, any::<String>()], 0..12);
        let mut runner = TestRunner::new(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) });
        let collations = Language::ALL.map(Collation::new);
        let same = |names: Vec<String>| {
            for collation in &collations {
                let by_weight = collation.sort(names.iter().enumerate().collect(), |(_, name)| name);
                let mut compared: Vec<_> = names.iter().enumerate().collect();
                compared.sort_by(|(_, first), (_, second)| collation.compare(first, second));
                prop_assert_eq!(by_weight, compared);
            }
            Ok(())
        };
        runner.run(&names, same).unwrap();
    }

    #[test]
    fn the_letter_guide_groups_names_by_their_plain_initial() {
        for (name, expected) in [
            ("Acer", 'A'),
            ("éditions", 'E'),
            ("« Intel »", 'I'),
            ("Œuvre", 'O'),
            ("Łódź Expo", 'L'),
            ("Ørsted", 'O'),
            ("3CX", '#'),
            ("", '#'),
            ("!!!", '#'),
            ("Яндекс", '…'),
            ("華為", '…'),
        ] {
            assert_eq!(index_letter(name), expected, "{name}");
        }
    }

    #[test]
    fn the_groups_of_a_sorted_list_never_come_back() {
        let names = [
            "3CX",
            "!",
            "😀",
            "Ærø",
            "Azur",
            "+plus",
            "<ab>",
            "€uro",
            "$dollar",
            "|bar",
            "~tilde",
            "^hat",
            "`tick",
            "Đà",
            "Dz",
            "Łódź",
            "Lz",
            "Ørsted",
            "Oz",
            "ßa",
            "Sz",
            "Žižka",
            "Zz",
            "Яндекс",
            "Ωmega",
            "華為",
        ];
        let collation = Collation::new(Language::French);
        let mut groups: Vec<char> =
            sorted(&names, |first, second| collation.compare(first, second)).into_iter().map(index_letter).collect();
        groups.dedup();
        assert_eq!(groups, ['#', 'A', 'B', 'D', 'H', 'L', 'O', 'P', 'S', 'T', 'U', 'Z', '…']);
    }
}
