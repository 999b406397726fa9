//! The words that titles and cells use, French and English.

use crate::plan::Status;
use icu_normalizer::DecomposingNormalizerBorrowed;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// A title or a word as it is compared: without case, accents and signs, with single spaces.
pub(super) fn plain(text: &str) -> String {
    if text.is_ascii() {
        return spaced(text.chars());
    }
    let decomposed = DecomposingNormalizerBorrowed::new_nfkd().normalize(text);
    spaced(decomposed.chars().filter(|character| !matches!(character, '\u{300}'..='\u{36F}')))
}

/// Letters and figures in lower case, with a space for whatever stands between them.
fn spaced(characters: impl Iterator<Item = char>) -> String {
    let mut words = String::new();
    let mut is_gap = false;
    for character in characters {
        if character.is_alphanumeric() {
            if is_gap && !words.is_empty() {
                words.push(' ');
            }
            is_gap = false;
            words.extend(character.to_lowercase());
        } else {
            is_gap = true;
        }
    }
    words
}

/// A cell on one line, without marks that nobody sees. The joiners of Hindi and Persian stay, but between letters only.
pub(super) fn tidy(text: &str) -> String {
    let seen = |character: &char| {
        // A mark that turns the direction would turn whatever is written after the name too.
        let turns = matches!(character, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        !turns && !matches!(character, '\u{200B}' | '\u{2060}' | '\u{FEFF}')
    };
    let text: String = text.chars().filter(seen).collect();
    let words = text.split(|character: char| character.is_whitespace() || character.is_control());
    let words = words.map(|word| word.trim_matches(['\u{200C}', '\u{200D}'])).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// The status that a cell names.
pub(super) fn status(text: &str) -> Option<Status> {
    plain_status(&plain(text))
}

/// The same of a cell as [`plain`] writes it.
pub(super) fn plain_status(plain: &str) -> Option<Status> {
    Some(match plain {
        "available" | "free" | "libre" | "disponible" | "vacant" | "open" => Status::Available,
        "held" | "hold" | "on hold" | "option" | "optional" | "optioned" | "en option" | "h" => Status::Held,
        "reserved" | "reserve" | "reservee" | "booked" | "r" => Status::Reserved,
        "contracted" | "contract" | "signed" | "confirmed" | "contractualise" | "signe" | "confirme" | "contrat"
        | "contrat signe" | "c" => Status::Contracted,
        "paid" | "paye" | "payee" | "solde" | "regle" | "p" => Status::Paid,
        "blocked" | "bloque" | "bloquee" | "hors vente" | "not for sale" | "b" => Status::Blocked,
        _ => return None,
    })
}

/// The status that a word of a layer's name says of what is drawn on it: "Stands bloqués". A letter is no word.
pub(super) fn status_in(layer: &str) -> Option<Status> {
    let name = plain(layer);
    let mut words = name.split(' ').filter(|word| word.chars().count() > 2);
    words.find_map(|word| plain_status(word).or_else(|| plain_status(word.trim_end_matches('s'))))
}

/// Whether a cell only says that there is nothing to say.
pub(super) fn says_nothing(text: &str) -> bool {
    matches!(
        plain(text).as_str(),
        "" | "na"
            | "n a"
            | "tbd"
            | "tbc"
            | "tba"
            | "none"
            | "null"
            | "aucun"
            | "aucune"
            | "neant"
            | "a definir"
            | "a confirmer"
            | "sans"
    )
}

/// Whether a cell holds what a spreadsheet writes where its formula failed: "#N/A", "#REF!".
pub(super) fn is_sheet_error(text: &str) -> bool {
    matches!(text, "#DIV/0!" | "#N/A" | "#NAME?" | "#NULL!" | "#NUM!" | "#REF!" | "#VALUE!" | "#SPILL!" | "#CALC!")
}

/// Whether a cell, as [`plain`] writes it, is the name of one of the countries that exhibitors often come from. Only helps
/// where a list has no titles.
pub(super) fn is_plain_country(plain: &str) -> bool {
    static NAMES: LazyLock<BTreeSet<&str>> = LazyLock::new(|| COUNTRIES.split('|').collect());
    NAMES.contains(plain)
}

/// As [`plain`] writes them.
const COUNTRIES: &str = "afrique du sud|algeria|algerie|allemagne|argentina|argentine|australia|australie|austria|autriche|belgique|\
    belgium|brazil|bresil|bulgaria|bulgarie|canada|chile|chili|china|chine|colombia|colombie|coree du sud|\
    croatia|croatie|czech republic|czechia|danemark|denmark|egypt|egypte|espagne|estonia|estonie|etats unis|\
    finland|finlande|france|germany|grece|greece|hong kong|hongrie|hungary|inde|india|indonesia|indonesie|\
    ireland|irlande|israel|italie|italy|japan|japon|korea|latvia|lettonie|lithuania|lituanie|luxembourg|\
    malaisie|malaysia|malta|malte|maroc|mexico|mexique|monaco|morocco|netherlands|new zealand|norvege|norway|\
    nouvelle zelande|pays bas|philippines|poland|pologne|portugal|qatar|republique tcheque|romania|roumanie|\
    royaume uni|russia|russian federation|russie|saudi arabia|senegal|serbia|serbie|singapore|singapour|\
    slovakia|slovaquie|slovenia|slovenie|south africa|south korea|spain|suede|suisse|sweden|switzerland|taiwan|\
    thailand|thailande|the netherlands|tunisia|tunisie|turkey|turkiye|turquie|uae|uk|ukraine|\
    united arab emirates|united kingdom|united states|usa|vietnam";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_without_case_accents_and_signs() {
        assert_eq!(plain("  N° de  Stand : "), "n de stand");
        assert_eq!(plain("Société\u{A0}(Raison sociale)"), "societe raison sociale");
        assert_eq!(plain("№ Ｓtand"), "no stand");
        assert_eq!(tidy("\u{FEFF} Acme\n  SARL\u{200B} "), "Acme SARL");
        assert_eq!(tidy("\u{1} Ac\u{7}me\t\u{200D}"), "Ac me");
        assert_eq!(tidy(" \u{A0}\u{200D}\u{0}"), "");
        assert_eq!(tidy("\u{202E}Acme\u{2067} \u{202A}SARL\u{202C}\u{2069}"), "Acme SARL");
        assert_eq!(tidy("क्\u{200D}ष"), "क्\u{200D}ष");
    }

    #[test]
    fn a_status_is_known_in_both_languages() {
        assert_eq!(status("Payé"), Some(Status::Paid));
        assert_eq!(status("RESERVED"), Some(Status::Reserved));
        assert_eq!(status("Hors vente"), Some(Status::Blocked));
        assert_eq!(status("peut-être"), None);
    }

    #[test]
    fn countries_are_found_with_accents_and_in_the_middle_of_the_list() {
        for country in ["France", "États-Unis", "UK", "Afrique du Sud", "Vietnam", "Hong Kong"] {
            assert!(is_plain_country(&plain(country)), "{country}");
        }
        assert!(!is_plain_country("acme"));
    }
}
