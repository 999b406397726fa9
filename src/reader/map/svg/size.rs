//! How large an SVG is.

use resvg::usvg::{Options, roxmltree};

use super::{parse, tree};
use crate::geometry::Length;
use crate::reader::ReadError;
use crate::reader::map::{DrawingUnit, NaturalSize};

/// The attribute by which our own drawings say that one of their units is a millimetre of the hall.
const OWN_UNIT: &str = "data-hallplan-unit";

/// Wider paper than this, in metres, is none.
const WIDEST_PAPER: f64 = 1_000.0;

/// What a file says of its size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Said {
    Nothing,
    /// The width on paper, in metres.
    Width(f64),
    /// The width in truth, in millimetres.
    True(f64),
}

impl Said {
    /// The size that it means.
    pub(super) fn size(self) -> NaturalSize {
        let metres = match self {
            Self::Nothing => return NaturalSize::Unknown,
            Self::Width(metres) => metres,
            Self::True(mm) => mm / 1_000.0,
        };
        let width = Length::from_metres(metres).filter(|width| *width > Length::ZERO);
        match (self, width) {
            (Self::True(_), Some(width)) => NaturalSize::True { width, unit: DrawingUnit::Millimetre },
            (_, Some(width)) if metres < WIDEST_PAPER => NaturalSize::Paper(width),
            _ => NaturalSize::Unknown,
        }
    }
}

/// What the root says: a length in pixels or without a unit says nothing of paper.
pub(super) fn of(document: &roxmltree::Document<'_>) -> Said {
    let root = document.root_element();
    if root.attribute(OWN_UNIT) == Some("mm")
        && let Some(width) = root.attribute("viewBox").and_then(|area| area.split_whitespace().nth(2)?.parse().ok())
    {
        return Said::True(width);
    }
    root.attribute("width").and_then(metres).map_or(Said::Nothing, Said::Width)
}

fn metres(length: &str) -> Option<f64> {
    let length = length.trim();
    let end = length.find(|letter: char| letter.is_ascii_alphabetic() && !matches!(letter, 'e' | 'E')).unwrap_or(length.len());
    let (number, unit) = length.split_at_checked(end)?;
    let unit = match unit.to_ascii_lowercase().as_str() {
        "mm" => 0.001,
        "cm" => 0.01,
        "q" => 0.000_25,
        "in" => 0.0254,
        "pt" => 0.0254 / 72.0,
        "pc" => 0.0254 / 6.0,
        _ => return None,
    };
    number.trim().parse::<f64>().ok().filter(|number| number.is_finite() && *number > 0.0).map(|number| number * unit)
}

/// The file with an area: where it has none, that of all that it draws.
pub(super) fn with_area(text: String, options: &Options<'_>) -> Result<String, ReadError> {
    let insert = {
        let document = parse(&text)?;
        let root = document.root_element();
        let says = |side: &str| root.attribute(side).is_some_and(|length| !length.trim_end().ends_with('%'));
        if root.attribute("viewBox").is_some() || (says("width") && says("height")) {
            None
        } else {
            let drawn = tree(&text, options)?.root().abs_layer_bounding_box();
            let name = text
                .get(root.range())
                .and_then(|tag| tag.find(|letter: char| letter.is_whitespace() || matches!(letter, '>' | '/')));
            let area = format!(" viewBox=\"{} {} {} {}\"", drawn.x(), drawn.y(), drawn.width(), drawn.height());
            name.map(|end| (root.range().start + end, area))
        }
    };
    Ok(match insert {
        Some((at, area)) => {
            let mut text = text;
            text.insert_str(at, &area);
            text
        }
        None => text,
    })
}
