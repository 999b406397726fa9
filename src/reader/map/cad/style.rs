//! How a thing is drawn: its colour, its weight and its line type, by itself, its layer, or the block that it is in.

use acadrust::entities::EntityCommon;
use acadrust::{CadDocument, Color, LineType, LineWeight, Transparency};

use crate::reader::Rgba;

/// Weights up to this are drawn as thin as can be seen: the one that programs take where a drawing says nothing, in millimetres.
const THIN: f64 = 0.25;

/// What a thing looks like once nothing is inherited any more.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look<'a> {
    /// Its colour, as the file says it.
    pub(super) colour: Colour,
    /// Millimetres on paper; 0 where it is as thin as can be seen.
    pub(super) weight: f64,
    /// Its line type; `None` where its lines are whole.
    pub(super) line_type: Option<&'a LineType>,
    /// By how much the dashes of its line type are longer.
    pub(super) dash_scale: f64,
}

/// A colour of a drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Colour {
    /// Number 7: white on a dark screen, black on paper.
    Paper { opacity: u8 },
    /// Any other.
    Fixed(Rgba),
}

impl Colour {
    /// As a line or a letter. What is white to be seen on a dark screen is black on a white sheet.
    pub(super) fn ink(self) -> Rgba {
        match self {
            Self::Paper { opacity } => Rgba([0, 0, 0, opacity]),
            Self::Fixed(Rgba([red, green, blue, opacity])) if red.min(green).min(blue) > 250 => Rgba([0, 0, 0, opacity]),
            Self::Fixed(colour) => colour,
        }
    }

    /// As the inside of a shape: a white one hides what lies below it.
    pub(super) fn area(self) -> Rgba {
        match self {
            Self::Paper { opacity } => Rgba([0, 0, 0, opacity]),
            Self::Fixed(colour) => colour,
        }
    }

    fn opacity(self) -> u8 {
        match self {
            Self::Paper { opacity } | Self::Fixed(Rgba([.., opacity])) => opacity,
        }
    }

    /// The same colour as another says, as opaque as this one.
    pub(super) fn replaced(self, by: Color) -> Self {
        plain(by, self.opacity()).unwrap_or(self)
    }
}

/// A colour that is not inherited.
fn plain(colour: Color, opacity: u8) -> Option<Colour> {
    match colour {
        Color::Index(7) => Some(Colour::Paper { opacity }),
        Color::Index(_) | Color::Rgb { .. } => {
            colour.rgb().map(|(red, green, blue)| Colour::Fixed(Rgba([red, green, blue, opacity])))
        }
        Color::ByLayer | Color::ByBlock | Color::None => None,
    }
}

impl Look<'static> {
    /// What a thing has that inherits from a block, and is in none.
    pub(super) const OUTSIDE: Self =
        Self { colour: Colour::Paper { opacity: 255 }, weight: 0.0, line_type: None, dash_scale: 1.0 };
}

impl<'a> Look<'a> {
    /// Of a thing on a layer, in a block of this look.
    pub(super) fn of(document: &'a CadDocument, common: &EntityCommon, layer: &str, block: Self) -> Self {
        let layer = document.layers.get(layer);
        let opacity = match common.transparency {
            Transparency::Explicit(through) => 255 - through,
            Transparency::ByBlock => block.colour.opacity(),
            Transparency::ByLayer => match layer.map(|layer| layer.transparency) {
                Some(Transparency::Explicit(through)) => 255 - through,
                _ => 255,
            },
        };
        let colour = match common.color {
            Color::ByBlock => block.colour.with_opacity(opacity),
            Color::ByLayer | Color::None => {
                layer.and_then(|layer| plain(layer.color, opacity)).unwrap_or(Colour::Paper { opacity })
            }
            own => plain(own, opacity).unwrap_or(Colour::Paper { opacity }),
        };
        let weight = match common.line_weight {
            LineWeight::ByBlock => block.weight,
            LineWeight::ByLayer => layer.map_or(0.0, |layer| millimetres(layer.line_weight)),
            own => millimetres(own),
        };
        let named = |name: &str| document.line_types.get(name).filter(|line_type| line_type.elements.len() > 1);
        let line_type = match common.linetype.to_ascii_uppercase().as_str() {
            "BYBLOCK" => block.line_type,
            "" | "BYLAYER" => layer.and_then(|layer| named(&layer.line_type)),
            _ => named(&common.linetype),
        };
        let own_scale = if common.linetype_scale > 0.0 { common.linetype_scale } else { 1.0 };
        let whole = document.header.linetype_scale;
        let dash_scale = own_scale * if whole > 0.0 && whole.is_finite() { whole } else { 1.0 };
        Self { colour, weight, line_type, dash_scale }
    }

    /// Lengths of dashes and gaps in turn, in units of the drawing; none where the line is whole.
    pub(super) fn dashes(&self) -> Vec<f64> {
        let lengths: Vec<f64> =
            self.line_type.iter().flat_map(|line_type| line_type.elements.iter().map(|part| part.length)).collect();
        in_turn(&lengths, self.dash_scale)
    }
}

impl Colour {
    fn with_opacity(self, opacity: u8) -> Self {
        match self {
            Self::Paper { .. } => Self::Paper { opacity },
            Self::Fixed(Rgba([red, green, blue, _])) => Self::Fixed(Rgba([red, green, blue, opacity])),
        }
    }
}

fn millimetres(weight: LineWeight) -> f64 {
    weight.millimeters().filter(|weight| *weight > THIN).unwrap_or(0.0)
}

/// A pattern of a drawing (dashes above 0, gaps below, dots 0) as dashes and gaps in turn.
pub(super) fn in_turn(pattern: &[f64], scale: f64) -> Vec<f64> {
    let mut lengths: Vec<f64> = Vec::new();
    let mut is_gap = true;
    for length in pattern.iter().filter(|length| length.is_finite()) {
        let gap = *length < 0.0;
        match lengths.last_mut() {
            Some(last) if gap == is_gap => *last += length.abs() * scale,
            // A pattern that begins with a gap has its first dash at its end.
            None if gap => lengths.extend([0.0, length.abs() * scale]),
            _ => lengths.push(length.abs() * scale),
        }
        is_gap = gap;
    }
    if lengths.len() % 2 == 1 {
        lengths.push(0.0);
    }
    // Without a gap, or where nothing is long, the line is whole.
    let gaps: f64 = lengths.iter().skip(1).step_by(2).sum();
    if gaps > 0.0 { lengths } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_and_gaps_come_in_turn_whatever_the_pattern() {
        let table: &[(&[f64], &[f64])] = &[
            (&[12.0, -3.0], &[12.0, 3.0]),
            (&[12.0, -3.0, 0.0, -3.0], &[12.0, 3.0, 0.0, 3.0]),
            (&[6.0, 6.0, -2.0, -1.0], &[12.0, 3.0]),
            (&[-3.0, 12.0], &[0.0, 3.0, 12.0, 0.0]),
            (&[12.0], &[]),
            (&[f64::NAN, -1.0, 2.0], &[0.0, 1.0, 2.0, 0.0]),
            (&[], &[]),
        ];
        for (pattern, wanted) in table {
            assert_eq!(in_turn(pattern, 1.0), *wanted, "{pattern:?}");
        }
    }

    #[test]
    fn white_is_black_as_a_line_and_stays_as_an_area() {
        let white = Colour::Fixed(Rgba([255, 255, 255, 255]));
        assert_eq!((white.ink(), white.area()), (Rgba::BLACK, Rgba([255, 255, 255, 255])));
        let seven = Colour::Paper { opacity: 255 };
        assert_eq!((seven.ink(), seven.area()), (Rgba::BLACK, Rgba::BLACK));
    }
}
