//! Numbers, angles and dates as each language writes them.

use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{YMD, YMDT};
use icu_datetime::input as calendar;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;

use super::language::Language;
use super::messages::Texts;
use crate::geometry::Angle;

/// Stands between a number and its unit, so that no line breaks there.
pub(super) const NO_BREAK_SPACE: char = '\u{a0}';

/// The formatters of one language. They are made once, because making one takes longer than using it.
pub(super) struct Formats {
    decimal: DecimalFormatter,
    date: DateTimeFormatter<YMD>,
    date_time: DateTimeFormatter<YMDT>,
}

impl Formats {
    /// Lends the formatters of a language. Each thread has its own, because the formatters of ICU cannot be shared between threads.
    pub(super) fn with<T>(language: Language, write: impl FnOnce(&Self) -> T) -> T {
        thread_local! {
            static ENGLISH: Formats = Formats::new(Language::English);
            static FRENCH: Formats = Formats::new(Language::French);
        }
        match language {
            Language::English => ENGLISH.with(write),
            Language::French => FRENCH.with(write),
        }
    }

    fn new(language: Language) -> Self {
        const COMPILED_IN: &str = "the data of every language is compiled in";
        let locale = language.locale();
        Self {
            decimal: DecimalFormatter::try_new((&locale).into(), Default::default()).expect(COMPILED_IN),
            date: DateTimeFormatter::try_new((&locale).into(), YMD::medium()).expect(COMPILED_IN),
            date_time: DateTimeFormatter::try_new((&locale).into(), YMD::medium().with_time_hm()).expect(COMPILED_IN),
        }
    }

    /// A whole number with its digits grouped.
    pub(super) fn integer(&self, value: i64) -> String {
        self.decimal.format(&Decimal::from(value)).to_string()
    }

    /// A number given in units of 10 to the minus `power`, rounded half away from zero, with its digits grouped.
    pub(super) fn decimal(&self, value: i128, power: u8, decimals: Decimals) -> String {
        let (Decimals::Exactly(shown) | Decimals::AtMost(shown)) = decimals;
        let shown = shown.min(power);
        let unit = 10_i128.pow(u32::from(power - shown));
        let mut decimal = Decimal::from((value + value.signum() * (unit / 2)) / unit);
        decimal.multiply_pow10(-i16::from(shown));
        if let Decimals::AtMost(_) = decimals {
            decimal.absolute.trim_end();
        }
        self.decimal.format(&decimal).to_string()
    }
}

/// How many decimals are shown.
#[derive(Clone, Copy)]
pub(super) enum Decimals {
    /// So many, with zeros.
    Exactly(u8),
    /// So many, without zeros at the end.
    AtMost(u8),
}

/// How many percent of a total are filled, for people: 100 only when all is filled, 0 only when nothing is, else rounded down. A total
/// of nothing is 0.
pub fn percent_value(filled: usize, total: usize) -> u8 {
    if filled == 0 || total == 0 {
        return 0;
    }
    if filled >= total {
        return 100;
    }
    let percent = filled as u128 * 100 / total as u128;
    u8::try_from(percent).unwrap_or(99).clamp(1, 99)
}

/// Numbers, measures and dates.
impl Texts {
    pub(super) fn with_formats(&self, write: impl FnOnce(&Formats) -> String) -> String {
        Formats::with(self.language(), write)
    }

    /// A whole number: `2,412`, `2 412`.
    pub fn integer(&self, value: i64) -> String {
        self.with_formats(|formats| formats.integer(value))
    }

    /// How full something is, by [`percent_value`]: `89 %`.
    pub fn percent(&self, filled: usize, total: usize) -> String {
        format!("{}{NO_BREAK_SPACE}%", self.integer(i64::from(percent_value(filled, total))))
    }

    /// An angle in degrees, exact, without zeros at the end: `90°`, `22.5°`.
    pub fn angle(&self, angle: Angle) -> String {
        format!("{}°", self.angle_figure(angle))
    }

    /// The same without its sign, for a field that a person edits.
    pub fn angle_figure(&self, angle: Angle) -> String {
        self.with_decimal_sign(&angle.degrees().to_string())
    }

    /// A size in bytes, in the largest unit that leaves it at 1 or more: `64 MB`, `64 Mo`.
    pub fn file_size(&self, bytes: u64) -> String {
        const STEPS: [(u64, u8); 3] = [(1_000_000_000, 9), (1_000_000, 6), (1_000, 3)];
        let (power, unit) = match STEPS.iter().find(|(least, _)| bytes >= *least) {
            Some((_, 9)) => (9, self.unit_gigabytes()),
            Some((_, 6)) => (6, self.unit_megabytes()),
            Some(_) => (3, self.unit_kilobytes()),
            None => (0, self.unit_bytes()),
        };
        let figure = self.with_formats(|formats| formats.decimal(i128::from(bytes), power, Decimals::AtMost(1)));
        format!("{figure}{NO_BREAK_SPACE}{unit}")
    }

    pub(super) fn with_decimal_sign(&self, figure: &str) -> String {
        match self.language() {
            Language::English => figure.to_owned(),
            Language::French => figure.replace('.', ","),
        }
    }

    /// A day: `23 Nov 2026`, `23 nov. 2026`.
    pub fn date(&self, date: jiff::civil::Date) -> String {
        match calendar::Date::try_new_iso(i32::from(date.year()), date.month().unsigned_abs(), date.day().unsigned_abs()) {
            Ok(day) => self.with_formats(|formats| formats.date.format(&day).to_string()),
            Err(_) => date.to_string(),
        }
    }

    /// A day and its time: `23 Nov 2026, 14:05`, `23 nov. 2026, 14:05`.
    pub fn date_time(&self, moment: jiff::civil::DateTime) -> String {
        let day =
            calendar::Date::try_new_iso(i32::from(moment.year()), moment.month().unsigned_abs(), moment.day().unsigned_abs());
        let time = calendar::Time::try_new(moment.hour().unsigned_abs(), moment.minute().unsigned_abs(), 0, 0);
        match (day, time) {
            (Ok(date), Ok(time)) => {
                self.with_formats(|formats| formats.date_time.format(&calendar::DateTime { date, time }).to_string())
            }
            _ => moment.to_string(),
        }
    }
}

/// Reads a number as a person types it in either language: `3.5`, `3,5`, `1 234,50`, `1,234.50`; a unit after it is left out. The last
/// point or comma is the decimal sign, unless it stands several times. Nothing comes back for what is no finite number.
pub fn parse_number(typed: &str) -> Option<f64> {
    let figures: String =
        typed.trim().trim_end_matches(|letter: char| !letter.is_ascii_digit() && !matches!(letter, '.' | ',')).into();
    let figures: String =
        figures.chars().filter(|letter| !letter.is_whitespace()).map(|letter| if letter == '−' { '-' } else { letter }).collect();
    let decimal_sign = figures.rfind(['.', ',']).filter(|position| {
        let sign = figures.as_bytes().get(*position);
        figures.bytes().filter(|byte| Some(byte) == sign).count() == 1
    });
    let plain: String = figures
        .char_indices()
        .filter_map(|(position, letter)| match letter {
            '.' | ',' if Some(position) == decimal_sign => Some('.'),
            '.' | ',' => None,
            letter => Some(letter),
        })
        .collect();
    plain.parse().ok().filter(|number: &f64| number.is_finite())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn both() -> [Texts; 2] {
        Language::ALL.map(Texts::new)
    }

    #[test]
    fn a_show_is_at_100_percent_only_when_it_is_full() {
        for (filled, total, expected) in [
            (0, 280, 0),
            (1, 280, 1),
            (250, 280, 89),
            (279, 280, 99),
            (2799, 2800, 99),
            (280, 280, 100),
            (0, 0, 0),
            (1, 1_000_000, 1),
            (usize::MAX - 1, usize::MAX, 99),
        ] {
            assert_eq!(percent_value(filled, total), expected, "{filled} of {total}");
        }
    }

    #[test]
    fn numbers_follow_the_language() {
        let [english, french] = both();
        let in_both = |write: &dyn Fn(&Texts) -> String| (write(&english), write(&french));
        let pair = |first: &str, second: &str| (first.to_owned(), second.to_owned());
        assert_eq!(in_both(&|texts| texts.integer(2412)), pair("2,412", "2\u{202f}412"));
        assert_eq!(in_both(&|texts| texts.integer(-5)), pair("-5", "-5"));
        assert_eq!(in_both(&|texts| texts.percent(250, 280)), pair("89\u{a0}%", "89\u{a0}%"));
        assert_eq!(in_both(&|texts| texts.angle(Angle::from_thousandths(22_500))), pair("22.5°", "22,5°"));
        assert_eq!(in_both(&|texts| texts.angle(Angle::from_thousandths(90_000))), pair("90°", "90°"));
        assert_eq!(in_both(&|texts| texts.file_size(64_000_000)), pair("64\u{a0}MB", "64\u{a0}Mo"));
        assert_eq!(in_both(&|texts| texts.file_size(1_540_000_000)), pair("1.5\u{a0}GB", "1,5\u{a0}Go"));
        assert_eq!(in_both(&|texts| texts.file_size(999)), pair("999\u{a0}bytes", "999\u{a0}octets"));
    }

    #[test]
    fn dates_follow_the_language() {
        let [english, french] = both();
        let day = date(2026, 11, 23);
        assert_eq!(english.date(day), "23 Nov 2026");
        assert_eq!(french.date(day), "23 nov. 2026");
        assert_eq!(english.date_time(day.at(14, 5, 9, 0)), "23 Nov 2026, 14:05");
        assert_eq!(french.date_time(day.at(14, 5, 9, 0)), "23 nov. 2026, 14:05");
    }

    #[test]
    fn typed_numbers_are_read_in_both_languages() {
        for (typed, expected) in [
            ("3", Some(3.0)),
            ("3.5", Some(3.5)),
            ("3,5", Some(3.5)),
            (" 3,00 m", Some(3.0)),
            ("13.5 m²", Some(13.5)),
            ("1 234,50", Some(1234.5)),
            ("1\u{202f}234,50\u{a0}m", Some(1234.5)),
            ("1,234.50", Some(1234.5)),
            ("1.234.567", Some(1_234_567.0)),
            ("−2.5", Some(-2.5)),
            ("90°", Some(90.0)),
            (".5", Some(0.5)),
            ("", None),
            ("m", None),
            ("inf", None),
            ("12a3", None),
        ] {
            assert_eq!(parse_number(typed), expected, "{typed:?}");
        }
    }

    #[test]
    fn what_stands_in_a_field_is_read_back() {
        for texts in both() {
            for angle in [0, 90_000, 22_500, 359_999].map(Angle::from_thousandths) {
                let figure = texts.angle_figure(angle);
                assert_eq!(parse_number(&figure).and_then(Angle::from_degrees), Some(angle), "{figure}");
            }
        }
    }
}
