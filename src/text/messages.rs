//! The messages of one language, and how their text is finished.

use std::borrow::Cow;
use std::fmt;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use super::format::Formats;
use super::language::Language;
use crate::geometry::Units;

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

/// The words of one language: a method for every message, and the formats of its numbers, lengths and dates.
///
/// It does not change once it is made; put it behind an `Arc` to share it between threads. To change the language or the units,
/// make another.
pub struct Texts {
    language: Language,
    units: Units,
    bundle: FluentBundle<FluentResource>,
    /// The messages that take no values, each written when it is asked for first: a window asks for the same in every frame.
    plain: Box<[OnceLock<Box<str>>]>,
}

impl Texts {
    /// Loads the words of a language; lengths are in metres.
    pub fn new(language: Language) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language.plural_rules()]);
        // The isolation marks of Fluent are invisible boxes on the canvas and noise in CSV.
        bundle.set_use_isolating(false);
        match language {
            Language::English => bundle.set_transform(Some(english_typography)),
            Language::French => bundle.set_transform(Some(french_typography)),
        }
        bundle.set_formatter(Some(match language {
            Language::English => grouped_in_english,
            Language::French => grouped_in_french,
        }));
        let builtins = bundle.add_builtins();
        debug_assert!(builtins.is_ok(), "a new bundle has no functions yet");
        let files = match language {
            Language::English => EN_FILES,
            Language::French => FR_FILES,
        };
        for source in files {
            // build.rs stops the build where a file is malformed; what could be read of it is taken in any case.
            let (Ok(resource) | Err((resource, _))) = FluentResource::try_new((*source).to_owned());
            bundle.add_resource_overriding(resource);
        }
        Self { language, units: Units::Metres, bundle, plain: std::iter::repeat_with(OnceLock::new).take(PLAIN).collect() }
    }

    /// The same words with lengths and areas in other units.
    #[must_use]
    pub fn in_units(self, units: Units) -> Self {
        Self { units, ..self }
    }

    /// The units of lengths and areas.
    pub fn units(&self) -> Units {
        self.units
    }

    /// The language of these words.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The text of a message without values, which has this place among those.
    fn plain(&self, place: usize, key: &str) -> String {
        let write = || self.message(key, None);
        self.plain.get(place).map_or_else(write, |kept| kept.get_or_init(|| write().into()).to_string())
    }

    /// The text of a message. `build.rs` writes the calls, so the key and the values are right.
    fn message(&self, key: &str, values: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            debug_assert!(false, "no message {key}");
            return key.to_owned();
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, values, &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "{key}: {errors:?}");
        text
    }
}

impl fmt::Debug for Texts {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Texts").field("language", &self.language).finish_non_exhaustive()
    }
}

fn grouped_in_english<M>(value: &FluentValue<'_>, _memoizer: &M) -> Option<String> {
    grouped(value, Language::English)
}

fn grouped_in_french<M>(value: &FluentValue<'_>, _memoizer: &M) -> Option<String> {
    grouped(value, Language::French)
}

/// Fluent writes numbers bare; this groups their digits as the language does. Everything but whole numbers is left to Fluent.
fn grouped(value: &FluentValue<'_>, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value.fract() == 0.0 && number.value.abs() < 1e15 => {
            Some(Formats::with(language, |formats| formats.integer(number.value as i64)))
        }
        _ => None,
    }
}

/// The apostrophe that the files write as on the keyboard becomes the printed one.
fn english_typography(text: &str) -> Cow<'_, str> {
    if text.contains('\'') { Cow::Owned(text.replace('\'', "’")) } else { Cow::Borrowed(text) }
}

/// French sets a space before `: ; ! ? »` and after `«` at which a line must not break. The files hold plain spaces, which can be
/// seen and typed; here they become the no-break ones of the Imprimerie nationale.
fn french_typography(text: &str) -> Cow<'_, str> {
    const NO_BREAK: [(&str, &str); 7] = [
        (" :", "\u{a0}:"),
        ("« ", "«\u{a0}"),
        (" »", "\u{a0}»"),
        (" ;", "\u{202f};"),
        (" !", "\u{202f}!"),
        (" ?", "\u{202f}?"),
        ("'", "’"),
    ];
    NO_BREAK.iter().fold(
        Cow::Borrowed(text),
        |text, (plain, printed)| {
            if text.contains(plain) { Cow::Owned(text.replace(plain, printed)) } else { text }
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both() -> [Texts; 2] {
        Language::ALL.map(Texts::new)
    }

    #[test]
    fn every_message_of_every_language_can_be_written() {
        for texts in both() {
            for (key, write) in ALL {
                // Errors of Fluent panic in `message` here, where debug assertions are on.
                let text = write(&texts);
                let language = texts.language().code();
                assert!(!text.trim().is_empty(), "{language}: {key} is empty");
                assert!(!text.contains("{$") && !text.contains("{ $"), "{language}: {key}: {text}");
                assert!(!text.contains(['\u{2068}', '\u{2069}']), "{language}: {key} has isolation marks");
            }
        }
    }

    #[test]
    fn texts_can_be_shared_between_threads() {
        fn shared<T: Send + Sync>(_: &T) {}
        both().iter().for_each(shared);
    }

    #[test]
    fn the_occupancy_line_names_its_numbers() {
        let [english, french] = both();
        let values = args::OccupancyLine { filled: 250, sellable: 280 };
        assert_eq!(english.occupancy_line(values), "250 of 280 slots filled");
        assert_eq!(french.occupancy_line(values), "250 emplacements occupés sur 280");
    }

    #[test]
    fn counts_choose_their_plural_and_are_grouped() {
        let [english, french] = both();
        for (count, in_english, in_french) in [
            (1, "move booth", "déplacer un stand"),
            (2, "move 2 booths", "déplacer 2 stands"),
            (2800, "move 2,800 booths", "déplacer 2\u{202f}800 stands"),
        ] {
            assert_eq!(english.edit_move_booths(args::EditMoveBooths { count }), in_english);
            assert_eq!(french.edit_move_booths(args::EditMoveBooths { count }), in_french);
        }
    }

    #[test]
    fn french_punctuation_is_kept_to_its_word() {
        let [_, french] = both();
        assert_eq!(
            french.command_undo_named(args::CommandUndoNamed { name: "déplacer 12 stands" }),
            "Annuler\u{a0}: déplacer 12 stands"
        );
        assert_eq!(
            french_typography("« Intel » ? Oui ; l'an dernier !"),
            "«\u{a0}Intel\u{a0}»\u{202f}? Oui\u{202f}; l’an dernier\u{202f}!"
        );
    }

    /// The source of every message: the lines of the files without comments and without what stands in braces.
    fn written_lines(files: &[&str]) -> Vec<String> {
        let lines = files.iter().flat_map(|file| file.lines()).filter(|line| !line.starts_with('#'));
        lines
            .map(|line| {
                let mut depth = 0;
                let mut text = String::new();
                for letter in line.chars() {
                    match letter {
                        '{' => depth += 1,
                        '}' => {
                            depth -= 1;
                            text.push('x');
                        }
                        letter if depth <= 0 => text.push(letter),
                        _ => {}
                    }
                }
                text
            })
            .collect()
    }

    #[test]
    fn french_files_have_a_space_where_french_has_one() {
        for line in written_lines(FR_FILES) {
            let letters: Vec<char> = line.chars().collect();
            for (position, letter) in letters.iter().enumerate() {
                let before = position.checked_sub(1).and_then(|index| letters.get(index));
                let after = letters.get(position + 1);
                let ends_word = after.is_none_or(|after| after.is_whitespace());
                let spaced = match letter {
                    ';' | '!' | '?' | '»' => before.is_some_and(|before| before.is_whitespace()),
                    ':' if ends_word => before.is_some_and(|before| before.is_whitespace()),
                    '«' => after.is_some_and(|after| after.is_whitespace()),
                    _ => true,
                };
                assert!(spaced, "a space is missing at {letter} in: {line}");
            }
        }
    }

    #[test]
    fn points_of_suspension_are_one_character() {
        for line in written_lines(EN_FILES).into_iter().chain(written_lines(FR_FILES)) {
            assert!(!line.contains("..."), "{line}");
        }
    }
}
