//! Letters, which a page places one by one or in runs, joined to texts.

use hayro::hayro_interpret::font::{Glyph, GlyphRun};
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::kurbo::{Affine, BezPath, Point, Shape as _, Vec2};
use hayro::hayro_interpret::{DrawMode, DrawProps};

use super::{Plotter, point, steps, stroke};
use crate::reader::{ElementKind, Fill, FillRule, PathStep, Rgba, SheetPoint};

/// Units of a letter's outline to the size of its font.
const EM: f64 = 1_000.0;
/// How far letters of one text may lie apart, or over one another, in sizes of their font.
const APART: std::ops::Range<f64> = -0.6..0.8;
/// A gap as wide as this is a space.
const SPACE: f64 = 0.18;
/// How far a letter may lie off the base line of those before it.
const OFF: f64 = 0.15;

/// Letters on one base line, to which others may be added.
pub(super) struct Line {
    text: String,
    at: Point,
    /// The direction of the base line, one long.
    way: Vec2,
    size: f64,
    /// Where it ends, along the base line.
    end: f64,
    /// Where the last letter was put.
    last: Point,
    outlines: Vec<PathStep>,
    fill: Fill,
    layer: u16,
    clip: Option<u32>,
}

struct Letter {
    text: String,
    at: Point,
    way: Vec2,
    size: f64,
    /// How far it moves along the base line.
    advance: f64,
    outline: BezPath,
}

impl Letter {
    fn of(glyph: &Glyph<'_>, to_sheet: Affine) -> Self {
        let at = to_sheet * Point::ZERO;
        let along = to_sheet * Point::new(EM, 0.0) - at;
        let up = to_sheet * Point::new(0.0, EM) - at;
        let text = match glyph.as_unicode() {
            Some(BfString::Char(character)) => character.to_string(),
            Some(BfString::String(text)) => text,
            None => String::new(),
        };
        let text = text.chars().map(|letter| if letter.is_whitespace() { ' ' } else { letter });
        let text = text.filter(|letter| !letter.is_control()).collect();
        let (outline, advance) = match glyph {
            Glyph::Outline(glyph) => (to_sheet * glyph.outline(), glyph.advance_width()),
            Glyph::Type3(glyph) => (BezPath::new(), glyph.advance_width()),
        };
        let advance = along.hypot() * advance.map_or(0.5, |width| f64::from(width) / EM).clamp(0.0, 2.0);
        let way = if along.hypot() > 0.0 { along.normalize() } else { Vec2::new(1.0, 0.0) };
        Self { text, at, way, size: up.hypot(), advance, outline }
    }
}

impl Plotter<'_> {
    pub(super) fn letters<'a>(&mut self, run: &GlyphRun<'_, 'a>, props: &DrawProps<'a>, mode: &DrawMode) {
        let nothing = Rgba([0; 4]);
        let colour = match mode {
            DrawMode::Fill(_) | DrawMode::FillAndStroke(..) => self.mean_of(&props.paint),
            DrawMode::Stroke(_) | DrawMode::Invisible => nothing,
        };
        let is_drawn = run.glyphs().iter().any(|glyph| matches!(&**glyph, Glyph::Type3(_)));
        for glyph in run.glyphs() {
            if let Glyph::Type3(letter) = &**glyph
                && self.depth < super::DEPTH
                && !matches!(mode, DrawMode::Invisible)
            {
                self.depth += 1;
                letter.interpret(self, props.transform, glyph.transform(), &props.paint);
                self.depth -= 1;
            }
        }
        let letters: Vec<_> = run.glyphs().iter().map(|glyph| Letter::of(glyph, props.transform * glyph.transform())).collect();
        if let DrawMode::Stroke(line) | DrawMode::FillAndStroke(_, line) = mode {
            let outlines: Vec<_> = letters.iter().flat_map(|letter| steps(&letter.outline, Affine::IDENTITY)).collect();
            let stroke = stroke(line, props.transform, self.mean_of(&props.paint));
            let was_filled = self.line.as_ref().is_some_and(|line| letters.last().is_some_and(|letter| line.last == letter.at));
            self.push(ElementKind::Path { path: outlines, fill: None, stroke: Some(stroke) });
            if was_filled {
                return;
            }
        }
        let colour = if is_drawn { nothing } else { colour };
        for letter in letters {
            self.letter(letter, Fill { colour, rule: FillRule::NonZero });
        }
    }

    fn letter(&mut self, letter: Letter, fill: Fill) {
        let bounds = letter.outline.bounding_box();
        let (min, max) = if letter.outline.elements().is_empty() {
            (letter.at, letter.at)
        } else {
            (bounds.origin(), Point::new(bounds.x1, bounds.y1))
        };
        let [min, max] = [point(min), point(max)];
        let is_finite = [min, max].iter().flatten().all(|side| side.is_finite()) && letter.size.is_finite();
        if !is_finite || letter.size <= 0.0 {
            return;
        }
        let Some(clip) = self.clips.around([min[0], min[1], max[0], max[1]]) else { return };
        let layer = self.current_layer();
        let goes_on = |line: &Line| line.fill == fill && line.layer == layer && line.clip == clip && line.takes(&letter);
        if !self.line.as_ref().is_some_and(goes_on) {
            self.end_line();
            if letter.text.trim().is_empty() && letter.outline.elements().is_empty() {
                return;
            }
        }
        let line = self.line.get_or_insert_with(|| Line {
            text: String::new(),
            at: letter.at,
            way: letter.way,
            size: letter.size,
            end: f64::NEG_INFINITY,
            last: Point::new(f64::NAN, f64::NAN),
            outlines: Vec::new(),
            fill,
            layer,
            clip,
        });
        line.add(&letter);
    }

    /// Takes down the letters that have been joined.
    pub(super) fn end_line(&mut self) {
        let Some(line) = self.line.take() else { return };
        let (layer, clip) = (line.layer, line.clip);
        if let Some(kind) = line.into_kind() {
            self.push_in(layer, clip, kind);
        }
    }
}

impl Line {
    fn takes(&self, letter: &Letter) -> bool {
        let way = letter.at - self.at;
        let is_as_large = (letter.size - self.size).abs() <= self.size * 0.05;
        let is_along = letter.way.dot(self.way) > 0.999 && way.cross(self.way).abs() <= OFF * self.size;
        let gap = (way.dot(self.way) - self.end) / self.size;
        is_as_large && is_along && (APART.contains(&gap) || self.is_again(letter))
    }

    /// Whether a letter is printed again in the same place, which makes it look bold.
    fn is_again(&self, letter: &Letter) -> bool {
        (letter.at - self.last).hypot() < self.size * 0.1 && self.text.ends_with(&letter.text)
    }

    fn add(&mut self, letter: &Letter) {
        let from = (letter.at - self.at).dot(self.way);
        let is_space = letter.text.trim().is_empty();
        if !self.is_again(letter) {
            let has_gap = (from - self.end) / self.size > SPACE || is_space;
            if has_gap && !self.text.is_empty() && !self.text.ends_with(' ') {
                self.text.push(' ');
            }
            self.text.push_str(letter.text.trim());
        }
        self.outlines.extend(steps(&letter.outline, Affine::IDENTITY));
        self.end = self.end.max(from + letter.advance);
        self.last = letter.at;
    }

    /// The text, or the shapes of letters that nothing is known of.
    fn into_kind(self) -> Option<ElementKind> {
        let Self { text, at, way, size, outlines, fill, .. } = self;
        let text = text.trim().to_owned();
        if text.is_empty() {
            return (!outlines.is_empty()).then_some(ElementKind::Path { path: outlines, fill: Some(fill), stroke: None });
        }
        let at = point(at);
        let centre: SheetPoint = crate::reader::path_bounds(&outlines)
            .map_or(at, |(min, max)| [f32::midpoint(min[0], max[0]), f32::midpoint(min[1], max[1])]);
        let angle = way.atan2().to_degrees() as f32;
        Some(ElementKind::Text { text, at, size: size as f32, angle, centre, outlines, fill })
    }
}
