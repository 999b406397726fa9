//! Lengths and areas in the units that the user chose.

use super::format::{Decimals, NO_BREAK_SPACE};
use super::messages::Texts;
use crate::geometry::{Area, Length, Units};

/// Stands between feet and inches: thin, and no line breaks there.
const THIN_SPACE: char = '\u{202f}';
/// Tenths of a millimetre to a foot.
const FOOT: i64 = Length::FOOT.tenths();
/// Half inches to a foot.
const HALF_INCHES: u64 = 24;

/// Lengths and areas.
impl Texts {
    /// A length for the eye: in metres to the centimetre (`3.00 m`, `3,00 m`), in feet to the half inch (`12′ 6½″`).
    pub fn length(&self, length: Length) -> String {
        match self.units() {
            Units::Metres => {
                let tenths = i128::from(length.tenths());
                let figure = self.with_formats(|formats| formats.decimal(tenths, 4, Decimals::Exactly(2)));
                format!("{figure}{NO_BREAK_SPACE}m")
            }
            Units::Feet => self.feet(length),
        }
    }

    /// A length, exact, as it stands in a field that a person edits; [`Length::parse_in`] reads it back in the same units. In
    /// metres without the unit, ungrouped and with at least two decimals: `3.00`, `3,0005`; in feet `12' 6 1/2"`, and with as many
    /// decimals of an inch as it takes where it is none to the half inch.
    pub fn length_figure(&self, length: Length) -> String {
        match self.units() {
            Units::Metres => {
                let figure = format!("{:.4}", length.metres());
                let shortened = figure.strip_suffix("00").or(figure.strip_suffix('0')).unwrap_or(&figure);
                self.with_decimal_sign(shortened)
            }
            Units::Feet => self.feet_figure(length),
        }
    }

    /// The same with its unit, as it stands in a field of the inspector.
    pub fn length_in_field(&self, length: Length) -> String {
        match self.units() {
            Units::Metres => format!("{}{NO_BREAK_SPACE}m", self.length_figure(length)),
            Units::Feet => self.length_figure(length),
        }
    }

    /// An area, to the hundredth of a square metre or the tenth of a square foot, without zeros at the end: `9 m²`, `13.5 m²`,
    /// `100 sq ft`.
    pub fn area(&self, area: Area) -> String {
        match self.units() {
            Units::Metres => self.area_to(area, 2),
            Units::Feet => self.area_to(area, 1),
        }
    }

    /// An area in whole square metres or feet, for totals: `2,412 m²`, `25,960 sq ft`.
    pub fn area_rounded(&self, area: Area) -> String {
        self.area_to(area, 0)
    }

    /// The figure of a ruler, where `finest` is the length between two: no more decimals than that takes.
    pub fn ruler_figure(&self, length: Length, finest: Length) -> String {
        match self.units() {
            Units::Metres => {
                let decimals = (0_i64..4).find(|decimals| finest.tenths() % 10_i64.pow(4 - *decimals as u32) == 0).unwrap_or(4);
                let metres = length.metres();
                self.with_decimal_sign(&format!("{metres:.*}", decimals as usize))
            }
            Units::Feet if finest.tenths() % FOOT == 0 => format!("{}′", length.tenths() / FOOT),
            Units::Feet => self.feet(length),
        }
    }

    fn area_to(&self, area: Area, decimals: u8) -> String {
        let decimals = if decimals == 0 { Decimals::Exactly(0) } else { Decimals::AtMost(decimals) };
        let (figure, unit) = match self.units() {
            Units::Metres => (self.with_formats(|formats| formats.decimal(area.units(), 8, decimals)), "m²".to_owned()),
            Units::Feet => {
                // A square foot is no power of ten of the unit of areas: tenths, rounded half up; no area is negative.
                let square_foot = i128::from(FOOT) * i128::from(FOOT);
                let tenths = (area.units() * 10 + square_foot / 2).div_euclid(square_foot);
                (self.with_formats(|formats| formats.decimal(tenths, 1, decimals)), self.unit_square_feet())
            }
        };
        format!("{figure}{NO_BREAK_SPACE}{unit}")
    }

    /// Feet and inches to the nearest half inch: `12′ 6½″`, `10′`, `6″`, `½″`.
    fn feet(&self, length: Length) -> String {
        let halves = length.rounded_to(Length::HALF_INCH).tenths() / Length::HALF_INCH.tenths();
        let sign = if halves < 0 { "-" } else { "" };
        let (feet, rest) = (halves.unsigned_abs() / HALF_INCHES, halves.unsigned_abs() % HALF_INCHES);
        let half = if rest % 2 == 1 { "½" } else { "" };
        let inches = match rest / 2 {
            0 if rest > 0 => format!("{half}″"),
            inches => format!("{inches}{half}″"),
        };
        let grouped = self.with_formats(|formats| formats.decimal(i128::from(feet), 0, Decimals::Exactly(0)));
        match (feet, rest) {
            (0, _) => format!("{sign}{inches}"),
            (_, 0) => format!("{sign}{grouped}′"),
            _ => format!("{sign}{grouped}′{THIN_SPACE}{inches}"),
        }
    }

    fn feet_figure(&self, length: Length) -> String {
        let sign = if length < Length::ZERO { "-" } else { "" };
        let (feet, rest) = (length.abs().tenths() / FOOT, length.abs().tenths() % FOOT);
        let (whole, part) = (rest / Length::INCH.tenths(), rest % Length::INCH.tenths());
        let inches = match (whole, part) {
            (whole, 0) => whole.to_string(),
            (0, 127) => "1/2".to_owned(),
            (whole, 127) => format!("{whole} 1/2"),
            // A thousandth of an inch is finer than the tenth of a millimetre that is kept.
            _ => {
                let mut figures = (1..=3).map(|decimals| format!("{:.decimals$}", rest as f64 / 254.0));
                let figure = figures.find(|figure| reads_back(figure, rest));
                self.with_decimal_sign(&figure.unwrap_or_default())
            }
        };
        match (feet, rest) {
            (feet, 0) => format!("{sign}{feet}'"),
            (0, _) => format!("{sign}{inches}\""),
            (feet, _) => format!("{sign}{feet}' {inches}\""),
        }
    }
}

/// Whether so many inches, as typed, are exactly so many tenths of a millimetre.
fn reads_back(inches: &str, tenths: i64) -> bool {
    Length::parse(&format!("{inches}\"")) == Some(Length::from_tenths(tenths))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::Language;

    fn in_both(units: Units, write: impl Fn(&Texts) -> String) -> [String; 2] {
        Language::ALL.map(|language| write(&Texts::new(language).in_units(units)))
    }

    fn metres(metres: f64) -> Length {
        Length::from_metres(metres).unwrap()
    }

    fn square_metres(hundredths: i128) -> Area {
        Area::from_units(hundredths * 1_000_000)
    }

    #[test]
    fn lengths_in_metres_follow_the_language() {
        let length = |value: f64| in_both(Units::Metres, |texts| texts.length(metres(value)));
        let figure = |value: f64| in_both(Units::Metres, |texts| texts.length_figure(metres(value)));
        assert_eq!(length(3.0), ["3.00\u{a0}m", "3,00\u{a0}m"]);
        assert_eq!(length(1234.565), ["1,234.57\u{a0}m", "1\u{202f}234,57\u{a0}m"]);
        assert_eq!(length(0.0), ["0.00\u{a0}m", "0,00\u{a0}m"]);
        assert_eq!(figure(0.05), ["0.05", "0,05"]);
        assert_eq!(figure(1200.5), ["1200.50", "1200,50"]);
        assert_eq!(figure(3.048), ["3.048", "3,048"]);
    }

    #[test]
    fn lengths_in_feet_are_shown_to_the_half_inch() {
        for (tenths, shown, figure) in [
            (0, "0″", "0'"),
            (3_048, "1′", "1'"),
            (12 * 3_048 + 13 * 127, "12′\u{202f}6½″", "12' 6 1/2\""),
            (6 * 254, "6″", "6\""),
            (127, "½″", "1/2\""),
            (-3_048 - 254, "-1′\u{202f}1″", "-1' 1\""),
            (30_000, "9′\u{202f}10″", "9' 10.11\""),
            (30_480, "10′", "10'"),
            (3_047, "1′", "11.996\""),
        ] {
            let length = Length::from_tenths(tenths);
            assert_eq!(in_both(Units::Feet, |texts| texts.length(length))[0], shown, "{tenths}");
            assert_eq!(in_both(Units::Feet, |texts| texts.length_figure(length))[0], figure, "{tenths}");
        }
        assert_eq!(in_both(Units::Feet, |texts| texts.length(Length::FOOT * 1_200)), ["1,200′", "1\u{202f}200′"]);
    }

    #[test]
    fn areas_follow_language_and_units() {
        let area = |units, hundredths| in_both(units, |texts: &Texts| texts.area(square_metres(hundredths)));
        assert_eq!(area(Units::Metres, 900), ["9\u{a0}m²", "9\u{a0}m²"]);
        assert_eq!(area(Units::Metres, 1350), ["13.5\u{a0}m²", "13,5\u{a0}m²"]);
        assert_eq!(area(Units::Metres, 0), ["0\u{a0}m²", "0\u{a0}m²"]);
        assert_eq!(area(Units::Metres, 10_000), ["100\u{a0}m²", "100\u{a0}m²"]);
        assert_eq!(area(Units::Feet, 900), ["96.9\u{a0}sq ft", "96,9\u{a0}pi²"]);
        let ten = Length::FOOT * 10;
        assert_eq!(in_both(Units::Feet, |texts| texts.area(ten * ten)), ["100\u{a0}sq ft", "100\u{a0}pi²"]);
        let rounded = |units| in_both(units, |texts: &Texts| texts.area_rounded(square_metres(241_150)));
        assert_eq!(rounded(Units::Metres), ["2,412\u{a0}m²", "2\u{202f}412\u{a0}m²"]);
        assert_eq!(rounded(Units::Feet), ["25,957\u{a0}sq ft", "25\u{202f}957\u{a0}pi²"]);
    }

    #[test]
    fn rulers_show_no_more_decimals_than_their_step() {
        let figure = |units, length, finest| in_both(units, |texts: &Texts| texts.ruler_figure(length, finest))[0].clone();
        assert_eq!(figure(Units::Metres, Length::METRE * 5, Length::METRE * 5), "5");
        assert_eq!(figure(Units::Metres, metres(0.5), metres(0.5)), "0.5");
        assert_eq!(figure(Units::Metres, metres(0.25), metres(0.05)), "0.25");
        assert_eq!(figure(Units::Feet, Length::FOOT * 20, Length::FOOT * 10), "20′");
        assert_eq!(figure(Units::Feet, Length::INCH * 18, Length::INCH * 6), "1′\u{202f}6″");
    }

    proptest! {
        #[test]
        fn what_stands_in_a_field_is_read_back(tenths in prop_oneof![-100_000_i64..100_000, -100_000_000_i64..100_000_000]) {
            let length = Length::from_tenths(tenths);
            for units in Units::ALL {
                let figures = [Texts::length_figure, Texts::length_in_field].map(|write| in_both(units, |texts| write(texts, length)));
                for figure in figures.concat() {
                    prop_assert_eq!(Length::parse_in(&figure, units), Some(length), "{}", figure);
                }
            }
        }

        #[test]
        fn half_inches_go_round_through_what_is_shown_and_metres_to_the_centimetre(steps in -23_999_i64..24_000) {
            for shown in in_both(Units::Feet, |texts| texts.length(Length::HALF_INCH * steps)) {
                prop_assert_eq!(Length::parse_in(&shown, Units::Feet), Some(Length::HALF_INCH * steps), "{}", shown);
            }
            let centimetres = Length::from_mm(10) * steps;
            let shown = Texts::new(Language::French).length(centimetres);
            prop_assert_eq!(Length::parse_in(&shown, Units::Feet), Some(centimetres), "{}", shown);
        }
    }
}
