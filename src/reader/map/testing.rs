//! What tests of maps look at.

use super::Tile;
use crate::reader::{Drawing, ElementKind, PathStep, Rgba, SheetPoint, TileAddress};

/// A pixel as a person sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    Nothing,
    Black,
    White,
    Red,
    Green,
    Blue,
    Other,
}

impl Look {
    /// That of a pixel of a tile.
    pub(super) fn of(tile: &Tile, x: usize, y: usize) -> Self {
        let at = (y * TileAddress::SIDE as usize + x) * 4;
        match tile.rgba[at..at + 4] {
            [_, _, _, 0..20] => Self::Nothing,
            [0..60, 0..60, 0..60, 200..=255] => Self::Black,
            [200..=255, 200..=255, 200..=255, 200..=255] => Self::White,
            [150..=255, 0..90, 0..90, 200..=255] => Self::Red,
            [0..90, 100..=255, 0..90, 200..=255] => Self::Green,
            [0..90, 0..90, 150..=255, 200..=255] => Self::Blue,
            _ => Self::Other,
        }
    }
}

/// A drawing as a line for each element, with so many of the sheet's units to one.
pub(super) fn lines(drawing: &Drawing, units: f32) -> Vec<String> {
    let clip = |place: Option<u32>| match place.and_then(|place| drawing.clips.get(place as usize)) {
        Some(clip) => {
            format!(" within [{}]{}", path(&clip.path, units), clip.within.map_or(String::new(), |_| " and more".to_owned()))
        }
        None => String::new(),
    };
    drawing
        .elements
        .iter()
        .map(|element| {
            let what = match &element.kind {
                ElementKind::Path { path: steps, fill, stroke } => {
                    let fill = fill.map_or(String::new(), |fill| format!(" filled {}", colour(fill.colour)));
                    let stroke = stroke.as_ref().map_or(String::new(), |stroke| {
                        let dashes: Vec<_> = stroke.dashes.iter().map(|dash| number(*dash / units)).collect();
                        let dashes = if dashes.is_empty() { String::new() } else { format!(" dashed {}", dashes.join(" ")) };
                        let start = number(stroke.dash_start / units);
                        let dashes = if stroke.dash_start == 0.0 { dashes } else { format!("{dashes} from {start}") };
                        format!(" drawn {} {}{dashes}", number(stroke.width / units), colour(stroke.colour))
                    });
                    format!("{}{fill}{stroke}", path(steps, units))
                }
                ElementKind::Text { text, at, size, angle, fill, .. } => {
                    format!(
                        "\"{text}\" at {} size {} angle {} {}",
                        point(*at, units),
                        number(*size / units),
                        number(*angle),
                        colour(fill.colour)
                    )
                }
                ElementKind::Picture { corners, width, height, .. } => {
                    let corners: Vec<_> = corners.iter().map(|corner| point(*corner, units)).collect();
                    format!("picture {width} x {height} at {}", corners.join(", "))
                }
            };
            let layer = match drawing.layers.get(usize::from(element.layer)).map(String::as_str) {
                Some("") | None => String::new(),
                Some(layer) => format!("{layer}: "),
            };
            format!("{layer}{what}{}", clip(element.clip))
        })
        .collect()
}

fn path(steps: &[PathStep], units: f32) -> String {
    let step = |step: &PathStep| match *step {
        PathStep::Move(to) => format!("M {}", point(to, units)),
        PathStep::Line(to) => format!("L {}", point(to, units)),
        PathStep::Quadratic(by, to) => format!("Q {}, {}", point(by, units), point(to, units)),
        PathStep::Cubic(by, then, to) => format!("C {}, {}, {}", point(by, units), point(then, units), point(to, units)),
        PathStep::Close => "Z".to_owned(),
    };
    steps.iter().map(step).collect::<Vec<_>>().join(" ")
}

fn point([x, y]: SheetPoint, units: f32) -> String {
    format!("{} {}", number(x / units), number(y / units))
}

fn number(value: f32) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    format!("{}", if rounded == 0.0 { 0.0 } else { rounded })
}

fn colour(Rgba([red, green, blue, alpha]): Rgba) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}{}", if alpha == 255 { String::new() } else { format!("/{alpha}") })
}
