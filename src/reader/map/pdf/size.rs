//! How large a page is.

use hayro::hayro_syntax::object::{Array, Dict, Name, Rect, String as PdfString};
use hayro::hayro_syntax::page::{Page, Rotation};

use super::NaturalSize;
use crate::geometry::Length;
use crate::reader::map::DrawingUnit;

/// Metres of a point.
const POINT: f64 = 0.0254 / 72.0;

/// Wider paper than this, in metres, is none.
const WIDEST_PAPER: f64 = 1_000.0;

/// The size of a page of so many units of its own as it is seen: by the scale that its file states, else on paper.
pub(super) fn of(page: &Page<'_>, width: f64) -> NaturalSize {
    if let Some((metres, unit)) = scale(page)
        && let Some(width) = Length::from_metres(width * metres)
        && width > Length::ZERO
    {
        return NaturalSize::True { width, unit };
    }
    let unit = page.raw().get::<f64>("UserUnit").filter(|unit| unit.is_finite() && *unit > 0.0).unwrap_or(1.0);
    let metres = width * unit * POINT;
    match Length::from_metres(metres) {
        Some(width) if metres < WIDEST_PAPER && width > Length::ZERO => NaturalSize::Paper(width),
        _ => NaturalSize::Unknown,
    }
}

/// The true metres of one of the page's units, where one viewport that covers most of the page has a measure.
fn scale(page: &Page<'_>) -> Option<(f64, DrawingUnit)> {
    let viewports = page.raw().get::<Array<'_>>("VP")?;
    let area = |rect: &Rect| rect.width() * rect.height();
    let crop = page.intersected_crop_box();
    let boxed =
        viewports.iter::<Dict<'_>>().filter_map(|viewport| Some((viewport.get::<Rect>("BBox")?.intersect(crop), viewport)));
    let (covered, viewport) = boxed.max_by(|(one, _), (other, _)| area(one).total_cmp(&area(other)))?;
    if area(&covered) < area(&crop) / 2.0 {
        return None;
    }
    let measure = viewport.get::<Dict<'_>>("Measure")?;
    if measure.get::<Name<'_>>("Subtype").is_some_and(|kind| kind.as_ref() != b"RL") {
        return None;
    }
    let along = |axis: &str| {
        let format = measure.get::<Array<'_>>(axis)?.iter::<Dict<'_>>().next()?;
        let factor = format.get::<f64>("C").filter(|factor| factor.is_finite() && *factor > 0.0)?;
        let (metres, unit) = unit(format.get::<PdfString<'_>>("U")?.as_bytes())?;
        Some((factor * metres, unit))
    };
    let is_turned = matches!(page.rotation(), Rotation::Horizontal | Rotation::FlippedHorizontal);
    let (x, y) = (along("X")?, along("Y"));
    // Without a measure of its own the other axis has the same.
    Some(if is_turned { y.unwrap_or(x) } else { x })
}

/// A unit by its label, and how many metres it is.
fn unit(label: &[u8]) -> Option<(f64, DrawingUnit)> {
    let label: String = label
        .iter()
        .filter(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'\'' | b'"'))
        .map(|byte| char::from(*byte))
        .collect();
    Some(match label.to_ascii_lowercase().as_str() {
        "mm" => (0.001, DrawingUnit::Millimetre),
        "cm" => (0.01, DrawingUnit::Centimetre),
        "dm" => (0.1, DrawingUnit::Decimetre),
        "m" | "meter" | "meters" | "metre" | "metres" => (1.0, DrawingUnit::Metre),
        "km" => (1_000.0, DrawingUnit::Other),
        "in" | "\"" | "inch" | "inches" => (0.0254, DrawingUnit::Inch),
        "ft" | "'" | "foot" | "feet" => (0.3048, DrawingUnit::Foot),
        "yd" | "yard" | "yards" => (0.9144, DrawingUnit::Yard),
        "pt" => (POINT, DrawingUnit::Other),
        "mi" => (1_609.344, DrawingUnit::Other),
        _ => return None,
    })
}
