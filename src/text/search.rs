//! Finding names the way they are remembered: without accents, without case, in any order of words.

use icu_normalizer::DecomposingNormalizerBorrowed;

/// A text without accents, case and repeated white space, for comparing: `Éditions  Œuvre` becomes `editions oeuvre`.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    if text.is_ascii() {
        // Nothing to decompose: nearly all of what a list has.
        for word in text.split_whitespace() {
            if !folded.is_empty() {
                folded.push(' ');
            }
            folded.push_str(word);
        }
        folded.make_ascii_lowercase();
        return folded;
    }
    for letter in DecomposingNormalizerBorrowed::new_nfkd().normalize(text).chars() {
        if letter.is_whitespace() {
            if !folded.is_empty() && !folded.ends_with(' ') {
                folded.push(' ');
            }
        } else if !is_mark(letter) {
            letter.to_lowercase().filter(|lower| !is_mark(*lower)).for_each(|lower| push_plain(lower, &mut folded));
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Marks that stand on a letter: what decomposition leaves of the accents of Latin, Greek and Cyrillic.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}')
}

/// Letters that are not a letter with an accent, as they are typed without it.
fn push_plain(letter: char, folded: &mut String) {
    match letter {
        'œ' => folded.push_str("oe"),
        'æ' => folded.push_str("ae"),
        'ß' => folded.push_str("ss"),
        'þ' => folded.push_str("th"),
        'ø' => folded.push('o'),
        'ł' => folded.push('l'),
        'đ' | 'ð' => folded.push('d'),
        'ı' => folded.push('i'),
        'ς' => folded.push('σ'),
        '’' | '‘' | 'ʼ' => folded.push('\''),
        '‐' | '‑' | '–' | '—' => folded.push('-'),
        other => folded.push(other),
    }
}

/// What somebody types into a search field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    words: Vec<String>,
}

impl Query {
    /// Reads what was typed.
    pub fn new(typed: &str) -> Self {
        Self { words: fold(typed).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect() }
    }

    /// Nothing was typed: everything matches.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether every word occurs in a text that went through [`fold`].
    pub fn matches(&self, folded: &str) -> bool {
        self.words.iter().all(|word| folded.contains(word.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_white_space_are_folded() {
        for (text, expected) in [
            ("Éditions ENI", "editions eni"),
            ("E\u{301}ditions", "editions"),
            ("  Deux\u{a0}\t mots\n", "deux mots"),
            ("Œuvre & Straße", "oeuvre & strasse"),
            ("İstanbul", "istanbul"),
            ("Łódź", "lodz"),
            ("L’Oréal", "l'oreal"),
            ("ＡＢ１", "ab1"),
            ("ΟΔΟΣ", "οδοσ"),
            ("華為", "華為"),
            ("", ""),
        ] {
            assert_eq!(fold(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_text_without_accents_is_folded_as_if_it_had_some() {
        for text in ["Acer", "  ACER\t Group 5 \n", "\u{1c}a\u{b}B", "(x-Y) 'z'", " ", ""] {
            assert_eq!(format!("{} e", fold(text)).trim_start(), fold(&format!("{text} É")), "{text:?}");
        }
    }

    #[test]
    fn every_word_of_the_query_must_occur() {
        let name = fold("Exclusive Networks, Éditions");
        for (query, expected) in [
            ("", true),
            ("  ", true),
            ("EDIT", true),
            ("net excl", true),
            ("édi  net", true),
            ("net zzz", false),
            ("exclusivenet", false),
        ] {
            assert_eq!(Query::new(query).matches(&name), expected, "{query:?}");
        }
    }
}
