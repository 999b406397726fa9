//! The languages of the program.

use icu_locale_core::{Locale, locale};
use unic_langid::LanguageIdentifier;

/// A language that the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// English, with British dates (23 Nov 2026): they cannot be misread on either side of the Atlantic.
    #[default]
    English,
    /// French as in France.
    French,
}

impl Language {
    /// Every language, in the order of the menu.
    pub const ALL: [Language; 2] = [Language::English, Language::French];

    /// The language that the system asks for: the first of its preferred ones that the program speaks, else English.
    pub fn from_system() -> Self {
        sys_locale::get_locales().find_map(|tag| Self::parse(&tag)).unwrap_or_default()
    }

    /// The language of a tag such as `fr`, `fr-CA`, `fr_FR.UTF-8` or `EN`; nothing when the program does not speak it.
    pub fn parse(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_', '.', '@']).next()?;
        Self::ALL.into_iter().find(|language| primary.eq_ignore_ascii_case(language.code()))
    }

    /// The two-letter code of ISO 639: `en`, `fr`.
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
        }
    }

    /// The language's own name for itself, which a reader finds whatever the language of the screen.
    pub fn native_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::French => "Français",
        }
    }

    /// The locale for numbers, dates and sorting.
    pub(super) fn locale(self) -> Locale {
        match self {
            Self::English => locale!("en-GB"),
            Self::French => locale!("fr-FR"),
        }
    }

    /// The same for the plural rules of Fluent.
    pub(super) fn plural_rules(self) -> LanguageIdentifier {
        self.code().parse().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_of_any_system_finds_its_language() {
        for (tag, expected) in [
            ("fr", Some(Language::French)),
            ("fr-CA", Some(Language::French)),
            ("fr_FR.UTF-8", Some(Language::French)),
            ("EN", Some(Language::English)),
            ("en-US", Some(Language::English)),
            (" en_GB@euro", Some(Language::English)),
            ("frr", None),
            ("de-DE", None),
            ("C", None),
            ("", None),
        ] {
            assert_eq!(Language::parse(tag), expected, "{tag}");
        }
    }

    #[test]
    fn every_language_is_found_by_its_own_code() {
        for language in Language::ALL {
            assert_eq!(Language::parse(language.code()), Some(language));
        }
    }
}
