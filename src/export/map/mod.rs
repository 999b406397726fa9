//! Maps as they are exported: pixels where the map is a picture, vectors where it is a drawing.

pub(super) mod pdf;
pub(super) mod svg;
#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::Arc;

use crate::geometry::Point;
use crate::plan::{HallMap, SheetPart};
use crate::reader::{self, Drawing};

/// What the worker read of a map.
#[derive(Clone)]
pub enum MapContent {
    /// A picture's pixels, of its whole sheet.
    Pixels(Arc<reader::Picture>),
    /// A drawing without the layers that are hidden.
    Vectors(Arc<Drawing>),
}

impl fmt::Debug for MapContent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pixels(picture) => write!(f, "{picture:?}"),
            Self::Vectors(drawing) => write!(f, "a drawing of {} things", drawing.elements.len()),
        }
    }
}

/// A map to be painted.
#[derive(Clone, Debug)]
pub struct ExportedMap {
    /// What it shows.
    pub content: MapContent,
    sheet: (u32, u32),
    part: SheetPart,
    opacity: f32,
}

impl ExportedMap {
    /// A map of a hall, which shows this.
    #[must_use]
    pub fn new(map: &HallMap, content: MapContent) -> Self {
        Self { content, sheet: map.sheet, part: map.part(), opacity: map.fade.opacity() }
    }

    /// How opaque it is, from 0.1 to 1.
    #[must_use]
    pub fn opacity(&self) -> f32 {
        self.opacity
    }

    /// Width and height of its sheet, in the sheet's units.
    #[must_use]
    pub fn sheet(&self) -> [f64; 2] {
        [f64::from(self.sheet.0), f64::from(self.sheet.1)]
    }

    /// Left, top, right and bottom of what is shown of the sheet.
    #[must_use]
    pub fn shown(&self) -> [f64; 4] {
        let SheetPart { from, to } = self.part;
        [from.0, from.1, to.0, to.1].map(f64::from)
    }

    /// From units of the sheet to where `place` puts the corners of the part that is shown: left top, right top, right bottom,
    /// left bottom.
    #[must_use]
    pub fn transform(&self, corners: [Point; 4], place: impl Fn(Point) -> (f64, f64)) -> SheetTransform {
        let [left_top, right_top, _, left_bottom] = corners.map(place);
        let [left, top, right, bottom] = self.shown();
        let per = |to: (f64, f64), length: f64| ((to.0 - left_top.0) / length, (to.1 - left_top.1) / length);
        let (across, down) = (per(right_top, (right - left).max(1.0)), per(left_bottom, (bottom - top).max(1.0)));
        let origin = (left_top.0 - across.0 * left - down.0 * top, left_top.1 - across.1 * left - down.1 * top);
        SheetTransform { across, down, origin }
    }
}

/// Where the points of a sheet come to lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SheetTransform {
    /// Where a unit to the right leads.
    pub across: (f64, f64),
    /// Where a unit down leads.
    pub down: (f64, f64),
    /// Where its left top corner lies.
    pub origin: (f64, f64),
}

impl SheetTransform {
    /// How large a unit of the sheet is there.
    #[must_use]
    pub fn scale(&self) -> f64 {
        (self.across.0 * self.down.1 - self.across.1 * self.down.0).abs().sqrt()
    }
}

/// The clips that enclose an element, from the outermost. A chain that does not come to an end has none.
fn clips_around(drawing: &Drawing, clip: Option<u32>) -> Vec<u32> {
    let mut chain = Vec::new();
    let mut next = clip;
    while let Some(place) = next {
        let Some(clip) = drawing.clips.get(place as usize) else { break };
        chain.push(place);
        // Each lies within an earlier one.
        next = clip.within.filter(|outer| *outer < place);
    }
    chain.reverse();
    chain
}
