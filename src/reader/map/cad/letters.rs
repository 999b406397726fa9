//! The letters of texts: those of the bundled typeface, whatever the file names, for the fonts of CAD programs are nowhere else.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use kurbo::{Affine, BezPath};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, MetadataProvider};

use crate::assets;

/// The height of a capital letter in em (OS/2 table of Inter 4). CAD measures texts by it.
pub(super) const CAPITAL: f64 = 0.727_27;

/// What a letter takes that the typeface lacks, in em.
const UNKNOWN: f64 = 0.6;

struct Letter {
    advance: f64,
    outline: BezPath,
}

/// The width of a text in em.
pub(super) fn width(text: &str) -> f64 {
    text.chars().map(|character| letter(character).map_or(UNKNOWN, |letter| letter.advance)).sum()
}

/// The outlines of a text's letters in em: from the origin along its base line, y up.
pub(super) fn outlines(text: &str) -> BezPath {
    let mut path = BezPath::new();
    let mut at = 0.0;
    for character in text.chars() {
        let Some(letter) = letter(character) else {
            at += UNKNOWN;
            continue;
        };
        path.extend(letter.outline.iter().map(|step| Affine::translate((at, 0.0)) * step));
        at += letter.advance;
    }
    path
}

fn letter(character: char) -> Option<&'static Letter> {
    static LETTERS: OnceLock<BTreeMap<char, Letter>> = OnceLock::new();
    LETTERS.get_or_init(read).get(&if character.is_whitespace() { ' ' } else { character })
}

fn read() -> BTreeMap<char, Letter> {
    let Ok(font) = FontRef::new(assets::INTER_REGULAR) else { return BTreeMap::new() };
    // Unscaled, for scaled ones are rounded to a 64th of a pixel.
    let (size, location) = (Size::unscaled(), LocationRef::default());
    let metrics = font.glyph_metrics(size, location);
    let em = 1.0 / f64::from(font.metrics(size, location).units_per_em.max(1));
    let outlines = font.outline_glyphs();
    let letters = font.charmap().mappings().filter_map(|(code, glyph)| {
        let mut pen = Outline(BezPath::new());
        outlines.get(glyph)?.draw(DrawSettings::unhinted(size, location), &mut pen).ok()?;
        let advance = f64::from(metrics.advance_width(glyph)?) * em;
        Some((char::from_u32(code)?, Letter { advance, outline: Affine::scale(em) * pen.0 }))
    });
    letters.collect()
}

struct Outline(BezPath);

impl OutlinePen for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to((f64::from(x), f64::from(y)));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to((f64::from(x), f64::from(y)));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.0.quad_to((f64::from(cx), f64::from(cy)), (f64::from(x), f64::from(y)));
    }

    fn curve_to(&mut self, cx: f32, cy: f32, dx: f32, dy: f32, x: f32, y: f32) {
        self.0.curve_to((f64::from(cx), f64::from(cy)), (f64::from(dx), f64::from(dy)), (f64::from(x), f64::from(y)));
    }

    fn close(&mut self) {
        self.0.close_path();
    }
}

#[cfg(test)]
mod tests {
    use kurbo::Shape as _;

    use super::*;

    #[test]
    fn a_capital_is_as_high_as_the_typeface_says_and_a_text_as_wide_as_its_letters() {
        let bounds = outlines("H").bounding_box();
        assert!((bounds.height() - CAPITAL).abs() < 1e-3, "{bounds:?}");
        assert!((width("HH") - 2.0 * width("H")).abs() < 1e-9);
        assert_eq!(width("\u{3042}"), UNKNOWN);
        assert!(outlines(" \t").is_empty());
    }
}
