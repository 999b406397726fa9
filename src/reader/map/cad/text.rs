//! Texts: single lines, paragraphs, attributes.

use acadrust::Color;
use acadrust::entities::EntityCommon;
use acadrust::entities::mtext_format::{MTextColor, MTextScalar, SpanProperties, parse_mtext, parse_plain_text};
use acadrust::entities::{AttributeDefinition, AttributeEntity, MText, Text};
use acadrust::types::Vector3;
use kurbo::{Affine, Vec2};

use crate::reader::ReadError;

use super::letters;
use super::style::Look;
use super::walk::{Context, TextLine, Walker, flat, from_plane};

/// From one base line of paragraphs to the next, in heights of a capital.
const LINE_SPACING: f64 = 5.0 / 3.0;

/// The part of a capital's height that letters reach below the base line, for what hangs by its bottom.
const BELOW: f64 = 0.3;

/// Most lines of one text.
const LINES: usize = 2_000;

/// Where a line of text hangs, how it lies, and how its letters are shaped. Texts, attributes and their definitions have the same.
struct Line<'a> {
    value: &'a str,
    insertion: Vector3,
    alignment: Vector3,
    height: f64,
    rotation: f64,
    width_factor: f64,
    oblique: f64,
    /// 0 left, 1 centre, 2 right, 3 aligned, 4 middle, 5 fit.
    horizontal: u8,
    /// 0 base line, 1 bottom, 2 middle, 3 top.
    vertical: u8,
    /// 2 is backward, 4 upside down.
    generation: i16,
    normal: Vector3,
}

impl Walker<'_, '_> {
    pub(super) fn text(&mut self, text: &Text, context: &Context<'_>) -> Result<(), ReadError> {
        let line = Line {
            value: &text.value,
            insertion: text.insertion_point,
            alignment: text.alignment_point.unwrap_or(text.insertion_point),
            height: text.height,
            rotation: text.rotation,
            width_factor: text.width_factor,
            oblique: text.oblique_angle,
            horizontal: text.horizontal_alignment as u8,
            vertical: text.vertical_alignment as u8,
            generation: text.generation_flags,
            normal: text.normal,
        };
        self.line_of_text(&text.common, &line, context)
    }

    /// What an insert says of itself.
    pub(super) fn attribute(&mut self, attribute: &AttributeEntity, context: &Context<'_>) -> Result<(), ReadError> {
        if attribute.flags.invisible {
            return Ok(());
        }
        if let Some(paragraphs) = &attribute.embedded_mtext {
            return self.paragraphs(&attribute.common, paragraphs, context);
        }
        let line = Line {
            value: &attribute.value,
            insertion: attribute.insertion_point,
            alignment: attribute.alignment_point,
            height: attribute.height,
            rotation: attribute.rotation,
            width_factor: attribute.width_factor,
            oblique: attribute.oblique_angle,
            horizontal: attribute.horizontal_alignment as u8,
            vertical: attribute.vertical_alignment as u8,
            generation: attribute.text_generation_flags,
            normal: attribute.normal,
        };
        self.line_of_text(&attribute.common, &line, context)
    }

    /// A definition outside of a block shows its tag; a constant one in a block shows its value.
    pub(super) fn definition(&mut self, definition: &AttributeDefinition, context: &Context<'_>) -> Result<(), ReadError> {
        if definition.flags.invisible {
            return Ok(());
        }
        let line = Line {
            value: if definition.flags.constant { &definition.default_value } else { &definition.tag },
            insertion: definition.insertion_point,
            alignment: definition.alignment_point,
            height: definition.height,
            rotation: definition.rotation,
            width_factor: definition.width_factor,
            oblique: definition.oblique_angle,
            horizontal: definition.horizontal_alignment as u8,
            vertical: definition.vertical_alignment as u8,
            generation: definition.text_generation_flags,
            normal: definition.normal,
        };
        self.line_of_text(&definition.common, &line, context)
    }

    fn line_of_text(&mut self, common: &EntityCommon, line: &Line<'_>, context: &Context<'_>) -> Result<(), ReadError> {
        let text = parse_plain_text(&plain(line.value)).to_plain_text();
        let text = text.lines().next().unwrap_or_default().trim_end();
        if text.trim().is_empty() || line.height.is_nan() || line.height <= 0.0 {
            return Ok(());
        }
        let to_page = context.to_page * from_plane(line.normal, line.insertion.z);
        let place = to_page * line.place(letters::width(text));
        let (look, belongs) = self.look(common, context);
        self.sink.text(belongs, TextLine { text: text.to_owned(), place, colour: look.colour.ink() })
    }

    /// Lines of text beneath one another.
    pub(super) fn paragraphs(&mut self, common: &EntityCommon, text: &MText, context: &Context<'_>) -> Result<(), ReadError> {
        let (look, belongs) = self.look(common, context);
        let height = if text.height > 0.0 { text.height } else { 1.0 };
        let lines = lines(text, height, &look);
        let spacing = height * LINE_SPACING * if text.line_spacing_factor > 0.0 { text.line_spacing_factor } else { 1.0 };
        let total = height + spacing * lines.len().saturating_sub(1) as f64;
        let attachment = (text.attachment_point as i32 - 1).clamp(0, 8);
        let first = -height + total * f64::from(attachment / 3) / 2.0;
        let angle = match text.dwg_x_direction {
            Some(way) if way.x.abs() + way.y.abs() > 1e-12 => flat(way).to_vec2().atan2(),
            _ => text.rotation,
        };
        // Its place is one of the drawing, not of the plane that it looks out of; that may only mirror it.
        let mirror = if text.normal.z < 0.0 { -1.0 } else { 1.0 };
        let frame = context.to_page
            * Affine::translate(flat(text.insertion_point).to_vec2())
            * Affine::rotate(angle)
            * Affine::scale_non_uniform(mirror, 1.0);
        for (row, line) in lines.iter().enumerate() {
            let width: f64 = line.iter().map(Run::width).sum();
            let mut at = -width * f64::from(attachment % 3) / 2.0;
            for run in line {
                let place = frame * Affine::translate((at, first - spacing * row as f64)) * run.shape();
                at += run.width();
                if !run.text.trim().is_empty() {
                    self.visit()?;
                    self.sink.text(belongs, TextLine { text: run.text.trim_end().to_owned(), place, colour: run.colour })?;
                }
            }
        }
        Ok(())
    }
}

impl Line<'_> {
    /// From em to the plane of the text, of so many em.
    fn place(&self, width: f64) -> Affine {
        let em = self.height / letters::CAPITAL;
        let factor = if self.width_factor > 0.0 { self.width_factor } else { 1.0 };
        let (insertion, alignment) = (flat(self.insertion), flat(self.alignment));
        let span = alignment - insertion;
        let (mut across, mut up, mut rotation) = (em * factor, em, self.rotation);
        let at = match (self.horizontal, self.vertical) {
            // Between two points: as wide as they are apart, and as high as asked or as follows.
            (3 | 5, _) if span.hypot() > 0.0 && width > 0.0 => {
                across = span.hypot() / width;
                rotation = span.atan2();
                if self.horizontal == 3 {
                    up = across / factor;
                }
                insertion
            }
            (0 | 3 | 5, 0) => insertion,
            _ => alignment,
        };
        let left = match self.horizontal {
            1 | 4 => width / 2.0,
            2 => width,
            _ => 0.0,
        };
        let low = match (self.horizontal, self.vertical) {
            (4, _) | (_, 2) => letters::CAPITAL / 2.0,
            (_, 3) => letters::CAPITAL,
            (_, 1) => -BELOW * letters::CAPITAL,
            _ => 0.0,
        };
        let mirror = |bit: i16| if self.generation & bit != 0 { -1.0 } else { 1.0 };
        Affine::translate(at.to_vec2())
            * Affine::rotate(rotation)
            * Affine::scale_non_uniform(across * mirror(2), up * mirror(4))
            * lean(self.oblique)
            * Affine::translate(Vec2::new(-left, -low))
    }
}

/// Letters that lean to the right by an angle.
fn lean(angle: f64) -> Affine {
    let tangent = angle.tan();
    Affine::skew(if tangent.is_finite() { tangent.clamp(-4.0, 4.0) } else { 0.0 }, 0.0)
}

/// Letters of one shape and colour on a line of paragraphs.
#[derive(Clone, Debug)]
struct Run {
    text: String,
    /// The height of a capital.
    height: f64,
    factor: f64,
    oblique: f64,
    colour: crate::reader::Rgba,
}

impl Run {
    fn width(&self) -> f64 {
        letters::width(&self.text) * self.height / letters::CAPITAL * self.factor
    }

    fn shape(&self) -> Affine {
        let em = self.height / letters::CAPITAL;
        Affine::scale_non_uniform(em * self.factor, em) * lean(self.oblique)
    }

    fn is_like(&self, other: &Self) -> bool {
        (self.height, self.factor, self.oblique, self.colour) == (other.height, other.factor, other.oblique, other.colour)
    }
}

/// The lines of a text, wrapped where it has a width.
fn lines(text: &MText, height: f64, look: &Look<'_>) -> Vec<Vec<Run>> {
    let mut lines: Vec<Vec<Run>> = Vec::new();
    for paragraph in parse_mtext(&text.value, true).paragraphs {
        let mut line: Vec<Run> = Vec::new();
        let mut width = 0.0;
        for span in &paragraph.spans {
            let said = span.stacking.as_ref().map_or_else(|| span.text.clone(), |stacked| stacked.to_plain_text());
            for word in said.split_inclusive(char::is_whitespace) {
                let run = run(word, &span.properties, height, look);
                let trimmed = Run { text: word.trim_end().to_owned(), ..run.clone() };
                if text.rectangle_width > 0.0 && width > 0.0 && width + trimmed.width() > text.rectangle_width * 1.0001 {
                    lines.push(std::mem::take(&mut line));
                    width = 0.0;
                }
                width += run.width();
                match line.last_mut() {
                    Some(last) if last.is_like(&run) => last.text.push_str(&run.text),
                    _ => line.push(run),
                }
            }
        }
        lines.push(line);
        if lines.len() >= LINES {
            break;
        }
    }
    for run in lines.iter_mut().filter_map(|line| line.last_mut()) {
        run.text.truncate(run.text.trim_end().len());
    }
    while lines.last().is_some_and(Vec::is_empty) {
        lines.pop();
    }
    lines
}

fn run(word: &str, properties: &SpanProperties, height: f64, look: &Look<'_>) -> Run {
    let height = match properties.height {
        Some(MTextScalar::Factor(factor)) if factor > 0.0 => height * factor,
        Some(MTextScalar::Absolute(absolute)) if absolute > 0.0 => absolute,
        _ => height,
    };
    let own = match (properties.color_rgb, properties.color) {
        (Some((red, green, blue)), _) => Some(Color::from_rgb(red, green, blue)),
        (None, Some(MTextColor::Index(index))) => i16::try_from(index).ok().map(Color::from_index),
        (None, Some(colour)) => colour.as_rgb().map(|(red, green, blue)| Color::from_rgb(red, green, blue)),
        _ => None,
    };
    let colour = own.map_or(look.colour, |own| look.colour.replaced(own)).ink();
    let factor = properties.width_factor.filter(|factor| *factor > 0.0).unwrap_or(1.0);
    let oblique = properties.oblique_angle.unwrap_or(0.0).to_radians();
    Run { text: word.to_owned(), height, factor, oblique, colour }
}

/// A single line with its \U+ codes as characters. The %% codes are acadrust's to read.
fn plain(value: &str) -> String {
    let mut parts = value.split("\\U+");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let coded = part.get(..4).and_then(|digits| u32::from_str_radix(digits, 16).ok()).and_then(char::from_u32);
        match coded.zip(part.get(4..)) {
            Some((character, rest)) => {
                text.push(character);
                text.push_str(rest);
            }
            None => {
                text.push_str("\\U+");
                text.push_str(part);
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use kurbo::Point;

    #[test]
    fn codes_for_characters_become_characters() {
        let table = [("A1", "A1"), (r"\U+00C9lan", "Élan"), (r"a\U+00zz", r"a\U+00zz"), (r"\U+", r"\U+"), (r"\U+00C9", "É")];
        for (value, wanted) in table {
            assert_eq!(plain(value), wanted);
        }
        assert_eq!(parse_plain_text("%%c 20%%d").to_plain_text(), "Ø 20°");
    }

    #[test]
    fn a_line_hangs_where_its_alignment_says() {
        let line = |horizontal, vertical| Line {
            value: "",
            insertion: Vector3::new(0.0, 0.0, 0.0),
            alignment: Vector3::new(10.0, 0.0, 0.0),
            height: letters::CAPITAL,
            rotation: 0.0,
            width_factor: 1.0,
            oblique: 0.0,
            horizontal,
            vertical,
            generation: 0,
            normal: Vector3::new(0.0, 0.0, 1.0),
        };
        let begin = |horizontal, vertical| line(horizontal, vertical).place(4.0) * Point::ZERO;
        assert_eq!(begin(0, 0), Point::new(0.0, 0.0));
        assert_eq!(begin(1, 0), Point::new(8.0, 0.0));
        assert_eq!(begin(2, 0), Point::new(6.0, 0.0));
        assert_eq!(begin(4, 0), Point::new(8.0, -letters::CAPITAL / 2.0));
        assert_eq!(begin(0, 3), Point::new(10.0, -letters::CAPITAL));
        let fitted = line(5, 0).place(4.0) * Point::new(4.0, 0.0);
        assert_eq!(fitted, Point::new(10.0, 0.0));
    }
}
