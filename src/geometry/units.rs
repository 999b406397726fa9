//! The units in which people read and type lengths: metres, or feet and inches. What is kept is the same in both.

use super::Length;

/// The units in which lengths are shown and typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Units {
    /// Metres.
    #[default]
    Metres,
    /// Feet and inches.
    Feet,
}

impl Units {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Metres, Self::Feet];
}

impl Length {
    /// One inch: 25.4 mm, exactly.
    pub const INCH: Self = Self::from_tenths(254);
    /// Half an inch, the finest step of feet and inches.
    pub const HALF_INCH: Self = Self::from_tenths(127);
    /// One foot: 304.8 mm, exactly.
    pub const FOOT: Self = Self::from_tenths(3_048);

    /// Reads what a person types: `3`, `3.5`, `3,5`, `3 m`, `350 cm`, `3500 mm`, `12'6 1/2"`, `12 ft 6.5 in`. Metres where no
    /// unit is given.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::parse_in(text, Units::Metres)
    }

    /// The same, where a figure without a unit counts these units. The nearest tenth of a millimetre, without floats; `None`
    /// for what is no length, or beyond [`Self::LIMIT`].
    #[must_use]
    pub fn parse_in(text: &str, units: Units) -> Option<Self> {
        let text = text.trim().to_lowercase();
        // Where points and commas stand in one figure, the first ones group its thousands.
        let grouping = match (text.rfind('.'), text.rfind(',')) {
            (Some(point), Some(comma)) => Some(if point < comma { '.' } else { ',' }),
            _ => None,
        };
        let text: Vec<char> = text.chars().filter(|sign| Some(*sign) != grouping).map(plain).collect();
        let (negative, mut rest) = match text.as_slice() {
            ['-', rest @ ..] => (true, rest),
            ['+', rest @ ..] => (false, rest),
            rest => (false, rest),
        };
        let (mut sum, mut before) = (Ratio::ZERO, None);
        loop {
            let figure = take_figure(&mut rest)?;
            let named = take_unit(&mut rest)?;
            skip_spaces(&mut rest);
            let unit = match named {
                Some(unit) => unit,
                // What has no unit stands alone, or is the inches after feet: 12'6.
                None if !rest.is_empty() => return None,
                None if before == Some(Self::FOOT) => Self::INCH,
                None if before.is_none() && units == Units::Feet => Self::FOOT,
                None if before.is_none() => Self::METRE,
                None => return None,
            };
            if before.is_some_and(|before| before <= unit) {
                return None;
            }
            sum = sum.plus(figure.times(unit.tenths())?)?;
            before = Some(unit);
            match rest {
                [] => break,
                // 12'-6" is how drawings have it.
                ['-', after @ ..] if unit == Self::FOOT => {
                    rest = after;
                    skip_spaces(&mut rest);
                }
                _ => {}
            }
        }
        let tenths = sum.rounded()?;
        let length = Self::from_tenths(if negative { -tenths } else { tenths });
        (length.abs() <= Self::LIMIT).then_some(length)
    }
}

/// Signs that mean the same, as one.
const fn plain(sign: char) -> char {
    match sign {
        ',' => '.',
        '−' | '–' => '-',
        '’' | '′' => '\'',
        '”' | '“' | '″' => '"',
        '\u{a0}' | '\u{202f}' | '\t' => ' ',
        other => other,
    }
}

fn skip_spaces(rest: &mut &[char]) {
    while let [' ', after @ ..] = *rest {
        *rest = after;
    }
}

/// A figure in its lowest form of exactness: what was typed, as a fraction.
#[derive(Clone, Copy)]
struct Ratio {
    above: i128,
    below: i128,
}

impl Ratio {
    const ZERO: Self = Self { above: 0, below: 1 };

    fn plus(self, other: Self) -> Option<Self> {
        let above = self.above.checked_mul(other.below)?.checked_add(other.above.checked_mul(self.below)?)?;
        Some(Self { above, below: self.below.checked_mul(other.below)? })
    }

    fn times(self, whole: i64) -> Option<Self> {
        Some(Self { above: self.above.checked_mul(i128::from(whole))?, ..self })
    }

    /// The nearest whole number.
    fn rounded(self) -> Option<i64> {
        i64::try_from(self.above.checked_add(self.below / 2)?.checked_div(self.below)?).ok()
    }
}

/// Digits; none where there are none or too many for a length.
fn take_digits(rest: &mut &[char]) -> Option<(i128, u32)> {
    let (mut value, mut count) = (0_i128, 0);
    while let [digit, after @ ..] = *rest
        && let Some(digit) = digit.to_digit(10)
    {
        value = value * 10 + i128::from(digit);
        count += 1;
        *rest = after;
        if count > 12 {
            return None;
        }
    }
    (count > 0).then_some((value, count))
}

/// `12`, `12.5`, `.5`, `6 1/2`, `1/2`, `6½`, `1 234.5`.
fn take_figure(rest: &mut &[char]) -> Option<Ratio> {
    if let Some(fraction) = take_fraction(rest) {
        return Some(fraction);
    }
    let (mut whole, _) = if matches!(rest, ['.', ..]) { (0, 0) } else { take_digits(rest)? };
    // Thousands are grouped with a space.
    while let [' ', a, b, c, after @ ..] = *rest
        && [a, b, c].iter().all(|sign| sign.is_ascii_digit())
        && !matches!(after, [next, ..] if next.is_ascii_digit() || *next == '/')
    {
        let mut group = &rest[1..4];
        whole = whole * 1_000 + take_digits(&mut group)?.0;
        *rest = after;
    }
    let whole_part = Ratio { above: whole, below: 1 };
    if let ['.', after @ ..] = *rest {
        *rest = after;
        let Some((decimals, count)) = take_digits(rest) else { return Some(whole_part) };
        return whole_part.plus(Ratio { above: decimals, below: 10_i128.checked_pow(count)? });
    }
    let mut ahead = *rest;
    skip_spaces(&mut ahead);
    if let ['-', after @ ..] = ahead {
        ahead = after;
    }
    match take_fraction(&mut ahead) {
        Some(fraction) => {
            *rest = ahead;
            whole_part.plus(fraction)
        }
        None => Some(whole_part),
    }
}

/// `1/2`, `½`.
fn take_fraction(rest: &mut &[char]) -> Option<Ratio> {
    let sign = match rest {
        ['½', ..] => Some((1, 2)),
        ['¼', ..] => Some((1, 4)),
        ['¾', ..] => Some((3, 4)),
        _ => None,
    };
    if let Some((above, below)) = sign {
        *rest = &rest[1..];
        return Some(Ratio { above, below });
    }
    let mut ahead = *rest;
    let (above, _) = take_digits(&mut ahead)?;
    let ['/', after @ ..] = ahead else { return None };
    ahead = after;
    let (below, _) = take_digits(&mut ahead)?;
    *rest = ahead;
    (below > 0).then_some(Ratio { above, below })
}

/// The unit that follows a figure: `Some(None)` where none does, `None` where a word follows that is no unit.
#[expect(clippy::option_option, reason = "no unit is one thing, a wrong one another")]
fn take_unit(rest: &mut &[char]) -> Option<Option<Length>> {
    skip_spaces(rest);
    for (signs, unit) in [("''", Length::INCH), ("\"", Length::INCH), ("'", Length::FOOT)] {
        let signs: Vec<char> = signs.chars().collect();
        if let Some(after) = rest.strip_prefix(signs.as_slice()) {
            *rest = after;
            return Some(Some(unit));
        }
    }
    let letters = rest.iter().take_while(|sign| sign.is_alphabetic()).count();
    let word: String = rest.iter().take(letters).collect();
    let unit = match word.as_str() {
        "" => return Some(None),
        "m" => Length::METRE,
        "cm" => Length::from_mm(10),
        "mm" => Length::from_mm(1),
        "ft" | "feet" | "foot" | "pi" | "pied" | "pieds" => Length::FOOT,
        "in" | "inch" | "inches" | "po" | "pouce" | "pouces" => Length::INCH,
        _ => return None,
    };
    *rest = rest.get(letters..).unwrap_or_default();
    if let ['.', after @ ..] = *rest {
        *rest = after;
    }
    Some(Some(unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, units: Units, tenths: i64) {
        assert_eq!(Length::parse_in(text, units), Some(Length::from_tenths(tenths)), "{text}");
    }

    #[test]
    fn a_length_is_read_as_people_type_it() {
        for (text, tenths) in [
            ("3", 30_000),
            ("3,5", 35_000),
            ("3.05 m", 30_500),
            ("350cm", 35_000),
            ("12 mm", 120),
            ("-1", -10_000),
            ("−1,5 m", -15_000),
            (".5", 5_000),
            ("3.", 30_000),
            ("1 234,5", 12_345_000),
            ("1,234.5 m", 12_345_000),
            ("2 m 50 cm", 25_000),
            ("0.00005", 1),
        ] {
            reads(text, Units::Metres, tenths);
        }
    }

    #[test]
    fn feet_and_inches_are_read_as_people_type_them() {
        for text in ["12'6 1/2\"", "12' 6.5\"", "12 ft 6.5 in", "12′ 6½″", "12'-6 1/2\"", "12'6½", "150.5in", "12 pi 6 1/2 po"]
        {
            reads(text, Units::Feet, 12 * 3_048 + 13 * 127);
            reads(text, Units::Metres, 12 * 3_048 + 13 * 127);
        }
        for (text, tenths) in [
            ("10", 30_480),
            ("3.5", 3 * 3_048 + 6 * 254),
            ("3,5 m", 35_000),
            ("350 cm", 35_000),
            ("6in", 6 * 254),
            ("6''", 6 * 254),
            ("-1'", -3_048),
            ("1/2\"", 127),
            ("½ ft", 1_524),
            ("1 ft", 3_048),
        ] {
            reads(text, Units::Feet, tenths);
        }
    }

    #[test]
    fn what_is_no_length_is_not_read() {
        for text in [
            "",
            "m",
            "three",
            "1e9",
            "nan",
            "inf",
            "3 4 ft",
            "99999999999",
            "3 m 2",
            "6\" 12'",
            "1/0",
            "3 m 2 m",
            "--3",
            "3 apples",
            "1.2.3",
            "'",
            "/",
            "9999999999999999999999999999",
        ] {
            for units in Units::ALL {
                assert_eq!(Length::parse_in(text, units), None, "{text}");
            }
        }
    }
}
