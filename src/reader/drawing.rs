//! A drawing as plain data: paths, texts and pictures on a sheet, each on a layer. What vector maps become, whatever file they
//! came from, so that screen, exports and the search for booths need to know one form only.

use serde::{Deserialize, Serialize};

/// A point of a sheet, in its units: to the right and down from its left top corner.
pub type SheetPoint = [f32; 2];

/// A page of a vector file, without anything that its format alone knows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Drawing {
    /// Width and height of the sheet, in its units.
    pub sheet: (u32, u32),
    /// The names of the layers.
    pub layers: Vec<String>,
    /// What bounds elements, each within another or the sheet.
    pub clips: Vec<Clip>,
    /// From the lowest to the topmost.
    pub elements: Vec<Element>,
}

/// An area outside of which nothing is drawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Clip {
    /// The clip that it lies within, an earlier one of the drawing.
    pub within: Option<u32>,
    /// Its edge.
    pub path: Vec<PathStep>,
    /// What of it is inside.
    pub rule: FillRule,
}

/// One thing that is drawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Element {
    /// Its layer's place among the drawing's.
    pub layer: u16,
    /// The place of its clip among the drawing's.
    pub clip: Option<u32>,
    /// What it is.
    pub kind: ElementKind,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ElementKind {
    /// Lines and curves, filled, drawn along, or both.
    Path {
        /// Its steps.
        path: Vec<PathStep>,
        /// How its inside is filled.
        fill: Option<Fill>,
        /// How it is drawn along.
        stroke: Option<Stroke>,
    },
    /// Letters. A file whose letters are drawn as paths has none.
    Text {
        /// What it says, on one line.
        text: String,
        /// Where its base line begins.
        at: SheetPoint,
        /// The height of its letters from the base line to the top of a capital and down to where the next line's would be:
        /// the size of its font.
        size: f32,
        /// The direction of its base line, in degrees clockwise from the right.
        angle: f32,
        /// The middle of what its letters cover.
        centre: SheetPoint,
        /// The outlines of its letters.
        outlines: Vec<PathStep>,
        /// How they are filled.
        fill: Fill,
    },
    /// Pixels.
    Picture {
        /// Where the left top, right top and left bottom corners of its pixels lie.
        corners: [SheetPoint; 3],
        /// Pixels in a row.
        width: u32,
        /// Rows.
        height: u32,
        /// The pixels in rows from the top, four bytes each, sRGB with straight alpha.
        rgba: Vec<u8>,
    },
}

/// A step of a path, from where the last one ended.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum PathStep {
    /// Begins a new part.
    Move(SheetPoint),
    /// A straight line.
    Line(SheetPoint),
    /// A quadratic curve: its control point and its end.
    Quadratic(SheetPoint, SheetPoint),
    /// A cubic curve: its control points and its end.
    Cubic(SheetPoint, SheetPoint, SheetPoint),
    /// A straight line to where the part began.
    Close,
}

/// A colour: red, green, blue and opacity, sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Rgba(pub [u8; 4]);

impl Rgba {
    /// What ink is where a file says nothing.
    pub const BLACK: Self = Self([0, 0, 0, 255]);
}

/// How the inside of a path is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fill {
    /// Its colour.
    pub colour: Rgba,
    /// What of it is inside.
    pub rule: FillRule,
}

/// What of a path that crosses itself is inside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum FillRule {
    /// All that it winds around.
    #[default]
    NonZero,
    /// What it winds around an odd number of times.
    EvenOdd,
}

/// How a path is drawn along.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stroke {
    /// Its colour.
    pub colour: Rgba,
    /// Its width in units of the sheet; 0 is as thin as can be seen, at every zoom.
    pub width: f32,
    /// How its ends look.
    pub cap: StrokeCap,
    /// How its corners look.
    pub join: StrokeJoin,
    /// Lengths of dashes and gaps in turn, in units of the sheet; none where it is whole.
    pub dashes: Vec<f32>,
    /// How far into its dashes a line begins, in units of the sheet.
    pub dash_start: f32,
}

impl Stroke {
    /// A whole line as thin as can be seen.
    #[must_use]
    pub const fn hairline(colour: Rgba) -> Self {
        Self { colour, width: 0.0, cap: StrokeCap::Butt, join: StrokeJoin::Miter, dashes: Vec::new(), dash_start: 0.0 }
    }
}

/// How the ends of a line look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub enum StrokeCap {
    #[default]
    Butt,
    Round,
    Square,
}

/// How the corners of a line look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub enum StrokeJoin {
    #[default]
    Miter,
    Round,
    Bevel,
}

impl ElementKind {
    /// The smallest rectangle around it, without the width of its line: left top and right bottom; none where it is nothing.
    #[must_use]
    pub fn bounds(&self) -> Option<(SheetPoint, SheetPoint)> {
        match self {
            Self::Path { path, .. } => path_bounds(path),
            Self::Text { outlines, at, .. } => path_bounds(outlines).or(Some((*at, *at))),
            Self::Picture { corners: [a, b, c], .. } => around([*a, *b, *c, [b[0] + c[0] - a[0], b[1] + c[1] - a[1]]]),
        }
    }
}

/// The smallest rectangle around a path and the control points of its curves.
#[must_use]
pub fn path_bounds(path: &[PathStep]) -> Option<(SheetPoint, SheetPoint)> {
    around(
        path.iter()
            .flat_map(|step| match *step {
                PathStep::Move(to) | PathStep::Line(to) => [Some(to), None, None],
                PathStep::Quadratic(by, to) => [Some(by), Some(to), None],
                PathStep::Cubic(by, then, to) => [Some(by), Some(then), Some(to)],
                PathStep::Close => [None; 3],
            })
            .flatten(),
    )
}

fn around(points: impl IntoIterator<Item = SheetPoint>) -> Option<(SheetPoint, SheetPoint)> {
    points.into_iter().fold(None, |bounds, [x, y]| match bounds {
        None => Some(([x, y], [x, y])),
        Some((min, max)) => Some(([x.min(min[0]), y.min(min[1])], [x.max(max[0]), y.max(max[1])])),
    })
}
