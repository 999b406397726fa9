//! The second walk over a page: its elements on the sheet.

use std::collections::BTreeSet;

use kurbo::{Affine, BezPath, PathEl, Point, Rect, Shape as _};

use crate::reader::{
    Clip, Drawing, Element, ElementKind, Fill, FillRule, MapLayer, PathStep, PictureLine, ReadError, Rgba, SheetPoint, Stroke,
    StrokeCap, StrokeJoin, limits,
};

use super::frame::Frame;
use super::letters;
use super::walk::{Edge, Layers, Pen, PenWidth, Place, Sink, TextLine};
use super::{SHEET_UNITS, straight};

/// Dashes whose pattern is shorter than this, in units of the sheet, are drawn as a whole line.
const SHORTEST_PATTERN: f64 = 16.0;

/// Coordinates beyond this are damage.
const FARTHEST: f64 = 1e14;

/// Whether a box is one of something, not of damage.
pub(super) fn is_drawable(bounds: Rect) -> bool {
    bounds.is_finite() && [bounds.x0, bounds.y0, bounds.x1, bounds.y1].iter().all(|side| side.abs() < FARTHEST)
}

/// A page that has been put on its sheet.
pub(super) struct Finished {
    pub(super) drawing: Drawing,
    /// The layers that hold something.
    pub(super) layers: Vec<MapLayer>,
    /// Lines to snap to: of what the file shows, but not of hatches.
    pub(super) lines: Vec<PictureLine>,
}

/// A sheet that is filled.
pub(super) struct Sheet {
    frame: Frame,
    to_sheet: Affine,
    /// Units of the sheet in a millimetre of paper.
    paper: f64,
    steps: usize,
    /// The clips that are edges of hatches.
    hatches: BTreeSet<u32>,
    drawing: Drawing,
}

impl Sheet {
    /// An empty sheet of so many millimetres of paper along its longer side.
    pub(super) fn new(frame: Frame, paper_millimetres: f64) -> Self {
        let drawing = Drawing { sheet: frame.sheet(), ..Drawing::default() };
        let paper = f64::from(SHEET_UNITS) / paper_millimetres.max(1.0);
        Self { frame, to_sheet: frame.to_sheet(), paper, steps: 0, hatches: BTreeSet::new(), drawing }
    }

    /// What there is once all has been put on it.
    pub(super) fn finish(mut self, layers: Layers) -> Finished {
        let all = layers.finish();
        let mut counts = vec![0_u32; all.len()];
        for element in &self.drawing.elements {
            if let Some(count) = counts.get_mut(usize::from(element.layer)) {
                *count += 1;
            }
        }
        let mut places = vec![0_u16; all.len()];
        let mut kept = Vec::new();
        for ((name, is_shown), (place, elements)) in all.into_iter().zip(places.iter_mut().zip(counts)) {
            if elements > 0 {
                *place = kept.len() as u16;
                kept.push(MapLayer { name, is_shown, elements });
            }
        }
        for element in &mut self.drawing.elements {
            element.layer = places.get(usize::from(element.layer)).copied().unwrap_or_default();
        }
        self.drawing.layers = kept.iter().map(|layer| layer.name.clone()).collect();
        let lines = straight::lines_of(&self.drawing, |element| {
            let is_shown = kept.get(usize::from(element.layer)).is_some_and(|layer| layer.is_shown);
            is_shown && element.clip.is_none_or(|clip| !self.hatches.contains(&clip))
        });
        Finished { drawing: self.drawing, layers: kept, lines }
    }

    fn steps(&mut self, path: &BezPath, place: Affine) -> Result<Vec<PathStep>, ReadError> {
        self.steps += path.elements().len();
        if self.steps > limits::DRAWING_STEPS {
            return Err(ReadError::TooManyElements { limit: limits::DRAWING_STEPS as u64 });
        }
        let at = |point: Point| sheet_point(place * point);
        let step = |step: &PathEl| match *step {
            PathEl::MoveTo(to) => PathStep::Move(at(to)),
            PathEl::LineTo(to) => PathStep::Line(at(to)),
            PathEl::QuadTo(by, to) => PathStep::Quadratic(at(by), at(to)),
            PathEl::CurveTo(by, then, to) => PathStep::Cubic(at(by), at(then), at(to)),
            PathEl::ClosePath => PathStep::Close,
        };
        Ok(path.elements().iter().map(step).collect())
    }

    fn put(&mut self, place: Place, kind: ElementKind) -> Result<(), ReadError> {
        if self.drawing.elements.len() >= limits::DRAWING_ELEMENTS {
            return Err(ReadError::TooManyElements { limit: limits::DRAWING_ELEMENTS as u64 });
        }
        self.drawing.elements.push(Element { layer: place.layer, clip: place.clip, kind });
        Ok(())
    }

    fn stroke(&self, pen: Pen) -> Stroke {
        let width = match pen.width {
            PenWidth::Paper(millimetres) => millimetres * self.paper,
            PenWidth::Drawn(units) => units * self.frame.scale,
        };
        let dashes: Vec<f64> = pen.dashes.iter().map(|length| length * self.frame.scale).collect();
        let pattern: f64 = dashes.iter().sum();
        let dashes = if (SHORTEST_PATTERN..1e9).contains(&pattern) { dashes } else { Vec::new() };
        let (cap, join) = if pen.is_round { (StrokeCap::Round, StrokeJoin::Round) } else { (StrokeCap::Butt, StrokeJoin::Miter) };
        let width = if width.is_finite() { width.max(0.0) as f32 } else { 0.0 };
        Stroke {
            colour: pen.colour,
            width,
            cap,
            join,
            dashes: dashes.into_iter().map(|length| length as f32).collect(),
            dash_start: 0.0,
        }
    }
}

impl Sink for Sheet {
    fn clip(&mut self, path: BezPath, edge: Edge, within: Option<u32>) -> Result<u32, ReadError> {
        let path = self.steps(&path, self.to_sheet)?;
        let number = self.drawing.clips.len() as u32;
        let rule = match edge {
            Edge::Window => FillRule::NonZero,
            Edge::Hatch => {
                self.hatches.insert(number);
                FillRule::EvenOdd
            }
        };
        self.drawing.clips.push(Clip { within, path, rule });
        Ok(number)
    }

    fn path(&mut self, place: Place, path: BezPath, fill: Option<Fill>, pen: Option<Pen>) -> Result<(), ReadError> {
        if !path.is_finite() || path.is_empty() {
            return Ok(());
        }
        let bounds = path.bounding_box();
        if !is_drawable(bounds) || !self.frame.shows(bounds) {
            return Ok(());
        }
        let path = self.steps(&path, self.to_sheet)?;
        let stroke = pen.map(|pen| self.stroke(pen));
        self.put(place, ElementKind::Path { path, fill, stroke })
    }

    fn text(&mut self, place: Place, line: TextLine) -> Result<(), ReadError> {
        let to_sheet = self.to_sheet * line.place;
        let outlines = letters::outlines(&line.text);
        let letters = Rect::new(0.0, 0.0, letters::width(&line.text), letters::CAPITAL);
        let bounds = line.place.transform_rect_bbox(letters);
        if !is_drawable(bounds) || !self.frame.shows(bounds) {
            return Ok(());
        }
        let [along_x, along_y, up_x, up_y, ..] = to_sheet.as_coeffs();
        let kind = ElementKind::Text {
            at: sheet_point(to_sheet * Point::ZERO),
            size: up_x.hypot(up_y) as f32,
            angle: along_y.atan2(along_x).to_degrees() as f32,
            centre: sheet_point(to_sheet * letters.center()),
            outlines: self.steps(&outlines, to_sheet)?,
            fill: Fill { colour: line.colour, rule: FillRule::NonZero },
            text: line.text,
        };
        self.put(place, kind)
    }

    fn shown(&self) -> Option<Rect> {
        Some(self.frame.area)
    }
}

fn sheet_point(at: Point) -> SheetPoint {
    [at.x as f32, at.y as f32]
}

/// White, as what hides is.
pub(super) const WHITE: Rgba = Rgba([255; 4]);
