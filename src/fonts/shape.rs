//! From text to glyphs: at once for text that the bundled font covers, by a shaper with the system's fonts for the rest.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, SourceCache};
use parley::{
    BaseDirection, FontContext, FontFamily, FontFamilyName, FontStyle, FontWeight, GenericFamily, Layout, LayoutContext,
    StyleProperty,
};

use super::Style;
use super::measure::{Table, covers, is_invisible};

/// The family under which the shaper knows the bundled font; an Inter of the system must not take its place, since its
/// widths may differ.
const FAMILY: &str = "Hallplan Inter";

/// The font that a run of glyphs is drawn with.
#[derive(Clone, Debug)]
pub enum Face {
    /// A bundled cut.
    Bundled(Style),
    /// A font of the system, for scripts that the bundled font lacks.
    System(SystemFace),
}

/// A font of the system.
#[derive(Clone)]
pub struct SystemFace {
    /// The same for every run that is drawn with these bytes.
    pub id: u64,
    /// The font file.
    pub data: Arc<dyn AsRef<[u8]> + Send + Sync>,
    /// The font's place in a collection file, else 0.
    pub index: u32,
    /// The settings of a variable font, by axis.
    pub variations: Vec<([u8; 4], f32)>,
}

impl fmt::Debug for SystemFace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SystemFace")
            .field("id", &self.id)
            .field("index", &self.index)
            .field("variations", &self.variations)
            .finish_non_exhaustive()
    }
}

/// One glyph of a run; lengths in em.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// The glyph's number in its font; 0 is the box that stands for a character no font has.
    pub id: u32,
    /// How far the next glyph stands.
    pub advance: f32,
    /// How far the glyph is moved to the right of its place.
    pub x: f32,
    /// How far the glyph is moved up from the baseline.
    pub y: f32,
    /// The bytes of the text that the glyph stands for.
    pub bytes: Range<usize>,
}

/// Neighbouring glyphs of one font, from left to right.
#[derive(Clone, Debug)]
pub struct Run {
    /// The font.
    pub face: Face,
    /// The glyphs from left to right.
    pub glyphs: Vec<Glyph>,
}

/// The width of shaped text in em.
#[must_use]
pub fn run_width(runs: &[Run]) -> f32 {
    runs.iter().flat_map(|run| &run.glyphs).map(|glyph| glyph.advance).sum()
}

/// Whether a character of the text is in no font of this computer and would be drawn as a box.
#[must_use]
pub fn has_missing(runs: &[Run]) -> bool {
    runs.iter().flat_map(|run| &run.glyphs).any(|glyph| glyph.id == 0)
}

/// Turns text into glyphs. The system's fonts are looked for at the first text that needs them.
pub struct Shaper {
    system_fonts: bool,
    engine: Option<Box<Engine>>,
}

struct Engine {
    fonts: FontContext,
    layouts: LayoutContext<()>,
    /// The identities of the bundled blobs, in the order of [`Style::ALL`].
    bundled: Vec<(u64, Style)>,
}

impl Default for Shaper {
    fn default() -> Self {
        Shaper::new()
    }
}

impl Shaper {
    /// A shaper with the bundled and the system's fonts.
    #[must_use]
    pub fn new() -> Shaper {
        Shaper { system_fonts: true, engine: None }
    }

    /// A shaper with the bundled fonts alone, whose work is the same on every computer.
    #[must_use]
    pub fn without_system_fonts() -> Shaper {
        Shaper { system_fonts: false, engine: None }
    }

    /// The glyphs of `text` on one line, from left to right, with right-to-left scripts already turned.
    pub fn shape(&mut self, text: &str, style: Style) -> Vec<Run> {
        if covers(text, style) {
            return plain(text, style);
        }
        let system_fonts = self.system_fonts;
        self.engine.get_or_insert_with(|| Box::new(Engine::new(system_fonts))).shape(text, style)
    }
}

/// Covered text needs no shaping: one glyph a character, without kerning, as `measure::width` counts it.
fn plain(text: &str, style: Style) -> Vec<Run> {
    let table = Table::of(style);
    let glyphs: Vec<Glyph> = text
        .char_indices()
        .filter(|(_, character)| !is_invisible(*character))
        .filter_map(|(start, character)| {
            let entry = table.entry(character)?;
            Some(Glyph { id: entry.glyph, advance: entry.advance, x: 0.0, y: 0.0, bytes: start..start + character.len_utf8() })
        })
        .collect();
    if glyphs.is_empty() {
        return Vec::new();
    }
    vec![Run { face: Face::Bundled(style), glyphs }]
}

impl Engine {
    fn new(system_fonts: bool) -> Engine {
        let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts });
        let mut bundled = Vec::new();
        for style in Style::ALL {
            let blob = Blob::new(Arc::new(style.bytes()));
            bundled.push((blob.id(), style));
            let family = FontInfoOverride { family_name: Some(FAMILY), ..FontInfoOverride::default() };
            collection.register_fonts(blob, Some(family));
        }
        Engine { fonts: FontContext { collection, source_cache: SourceCache::default() }, layouts: LayoutContext::new(), bundled }
    }

    fn shape(&mut self, text: &str, style: Style) -> Vec<Run> {
        // A line break inside a label is a space, as in `plain`; the number of bytes stays the same.
        let text: Cow<'_, str> = if text.contains(|c: char| c.is_ascii_control()) {
            Cow::Owned(text.replace(|c: char| c.is_ascii_control(), " "))
        } else {
            Cow::Borrowed(text)
        };
        let mut layout = self.lay_out(&text, style);
        layout.break_all_lines(None);
        let mut runs: Vec<Run> = Vec::new();
        for line in layout.lines() {
            for run in line.runs() {
                let glyphs = glyphs(&run);
                if !glyphs.is_empty() {
                    runs.push(Run { face: self.face(&run), glyphs });
                }
            }
        }
        runs
    }

    fn lay_out(&mut self, text: &str, style: Style) -> Layout<()> {
        let families = [FontFamilyName::Named(Cow::Borrowed(FAMILY)), FontFamilyName::Generic(GenericFamily::SansSerif)];
        let (weight, slope) = match style {
            Style::Regular => (400.0, FontStyle::Normal),
            Style::Medium => (500.0, FontStyle::Normal),
            Style::SemiBold => (600.0, FontStyle::Normal),
            Style::Italic => (400.0, FontStyle::Italic),
        };
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, text, 1.0, false);
        builder.set_base_direction(BaseDirection::Auto);
        builder.push_default(StyleProperty::FontSize(1.0));
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(Cow::Borrowed(&families))));
        builder.push_default(StyleProperty::FontWeight(FontWeight::new(weight)));
        builder.push_default(StyleProperty::FontStyle(slope));
        builder.build(text)
    }

    fn face(&self, run: &parley::Run<'_, ()>) -> Face {
        let font = run.font();
        let id = font.data.id();
        if let Some((_, style)) = self.bundled.iter().find(|(known, _)| *known == id) {
            return Face::Bundled(*style);
        }
        let variations = run.synthesis().variation_settings().iter().map(|(tag, value)| (tag.into_bytes(), *value)).collect();
        let (data, id) = font.data.clone().into_raw_parts();
        Face::System(SystemFace { id, data, index: font.index, variations })
    }
}

fn glyphs(run: &parley::Run<'_, ()>) -> Vec<Glyph> {
    let size = run.font_size().max(f32::MIN_POSITIVE);
    let mut glyphs: Vec<Glyph> = Vec::new();
    // The letters of a ligature come after its glyph from left to right, and before it from right to left.
    let mut joined: Option<Range<usize>> = None;
    for cluster in run.visual_clusters() {
        let mut bytes = cluster.text_range();
        if cluster.is_ligature_continuation() {
            match glyphs.last_mut() {
                Some(last) if !run.is_rtl() => last.bytes = union(&last.bytes, &bytes),
                _ => joined = Some(joined.map_or(bytes.clone(), |joined| union(&joined, &bytes))),
            }
            continue;
        }
        if let Some(joined) = joined.take() {
            bytes = union(&bytes, &joined);
        }
        for glyph in cluster.glyphs() {
            glyphs.push(Glyph {
                id: glyph.id,
                advance: glyph.advance / size,
                x: glyph.x / size,
                y: glyph.y / size,
                bytes: bytes.clone(),
            });
        }
    }
    glyphs
}

fn union(first: &Range<usize>, second: &Range<usize>) -> Range<usize> {
    first.start.min(second.start)..first.end.max(second.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fonts::width;

    #[test]
    fn covered_text_has_a_glyph_for_each_character_and_the_measured_width() {
        let mut shaper = Shaper::without_system_fonts();
        for style in Style::ALL {
            for text in ["Éditions ENI", "A39 A40", "Łódź & Ørsted", "Ελλάδα", "Яндекс"] {
                let runs = shaper.shape(text, style);
                assert!(!has_missing(&runs), "{text}");
                assert_eq!(runs.iter().map(|run| run.glyphs.len()).sum::<usize>(), text.chars().count());
                assert!((run_width(&runs) - width(text, style, 1.0)).abs() < 1e-4, "{text}");
                let spelt: String = runs.iter().flat_map(|run| &run.glyphs).map(|glyph| &text[glyph.bytes.clone()]).collect();
                assert_eq!(spelt, text);
            }
        }
        assert!(shaper.engine.is_none(), "covered text needs no shaper");
    }

    #[test]
    fn a_character_in_no_font_is_reported() {
        let mut shaper = Shaper::without_system_fonts();
        assert!(has_missing(&shaper.shape("华为", Style::Regular)));
    }

    #[test]
    fn accents_in_two_characters_are_composed_by_the_shaper() {
        let mut shaper = Shaper::without_system_fonts();
        for style in Style::ALL {
            let runs = shaper.shape("E\u{301}ditions\nENI", style);
            assert!(!has_missing(&runs));
            assert!((run_width(&runs) - width("Éditions ENI", style, 1.0)).abs() < 0.1);
            assert!(runs.iter().all(|run| matches!(run.face, Face::Bundled(used) if used == style)));
        }
    }

    #[test]
    fn nothing_is_drawn_for_empty_text_and_direction_marks() {
        let mut shaper = Shaper::without_system_fonts();
        assert!(shaper.shape("", Style::Regular).is_empty());
        assert!(shaper.shape("\u{2068}\u{2069}", Style::Regular).is_empty());
    }
}
