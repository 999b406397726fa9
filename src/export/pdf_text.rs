//! Text in a PDF: glyphs with their advances kept, each font embedded once.

use std::collections::HashMap;

use krilla::geom::Point;
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph, Tag};

use super::page::Align;
use crate::fonts::{self, Face, Run, Shaper, Style, SystemFace};

/// A line of text and its place.
#[derive(Debug, Clone, Copy)]
pub struct TextLine<'a> {
    /// The words.
    pub text: &'a str,
    /// The font.
    pub style: Style,
    /// The font size.
    pub size: f32,
    /// The baseline's left end, middle or right end.
    pub at: (f32, f32),
    /// Which of them.
    pub align: Align,
    /// The width that is free; a wider text is set smaller.
    pub room: f32,
}

/// Tells the fonts of the system apart: file, place in a collection, settings of a variable font.
type SystemKey = (u64, u32, Vec<([u8; 4], u32)>);

/// The fonts of one PDF, and the shaper that chooses them.
pub struct FontBook {
    shaper: Shaper,
    bundled: HashMap<Style, Option<Font>>,
    system: HashMap<SystemKey, Option<Font>>,
    missing: Vec<String>,
}

impl FontBook {
    /// An empty book.
    #[must_use]
    pub fn new(shaper: Shaper) -> FontBook {
        FontBook { shaper, bundled: HashMap::new(), system: HashMap::new(), missing: Vec::new() }
    }

    /// The texts with a character that no font of this computer has, each once; they stand in the PDF as boxes.
    #[must_use]
    pub fn into_missing(self) -> Vec<String> {
        self.missing
    }

    /// The glyphs of a text, left to right.
    pub fn shape(&mut self, text: &str, style: Style) -> Vec<Run> {
        let runs = self.shaper.shape(text, style);
        if fonts::has_missing(&runs) && !self.missing.iter().any(|known| known == text) {
            self.missing.push(text.to_owned());
        }
        runs
    }

    /// Draws a line of text with the surface's fill.
    pub fn draw(&mut self, surface: &mut Surface<'_>, line: TextLine<'_>) {
        let TextLine { text, style, size, at, align, room } = line;
        let runs = self.shape(text, style);
        let em = fonts::run_width(&runs);
        let size = if em * size > room && em > 0.0 { room / em } else { size };
        let mut x = match align {
            Align::Left => at.0,
            Align::Centre => at.0 - em * size / 2.0,
            Align::Right => at.0 - em * size,
        };
        for run in &runs {
            let Some(font) = self.font(&run.face) else { continue };
            let glyphs: Vec<KrillaGlyph> = run
                .glyphs
                .iter()
                .map(|glyph| {
                    KrillaGlyph::new(GlyphId::new(glyph.id), glyph.advance, glyph.x, glyph.y, 0.0, glyph.bytes.clone(), None)
                })
                .collect();
            surface.draw_glyphs(Point::from_xy(x, at.1), &glyphs, font, text, size, false);
            x += size * run.glyphs.iter().map(|glyph| glyph.advance).sum::<f32>();
        }
    }

    fn font(&mut self, face: &Face) -> Option<Font> {
        match face {
            Face::Bundled(style) => self.bundled.entry(*style).or_insert_with(|| Font::new(style.bytes().into(), 0)).clone(),
            Face::System(face) => {
                let settings = face.variations.iter().map(|(axis, value)| (*axis, value.to_bits())).collect();
                self.system.entry((face.id, face.index, settings)).or_insert_with(|| system_font(face)).clone()
            }
        }
    }
}

fn system_font(face: &SystemFace) -> Option<Font> {
    let settings: Vec<(Tag, f32)> = face.variations.iter().map(|(axis, value)| (Tag::new(axis), *value)).collect();
    Font::new_variable(face.data.clone().into(), face.index, &settings)
}
