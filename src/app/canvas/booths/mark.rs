//! A booth as the canvas paints it: its corners as floats from the origin of its tile, and its colours. Compact, for a hall may
//! have hundreds of thousands.

use eframe::egui::{Color32, Pos2, Vec2, pos2, vec2};

use crate::app::canvas::polygon::{is_convex, triangles};
use crate::geometry::{Offset, Outline, Point};
use crate::plan::{Booth, BoothId, Plan};
use crate::scene::{Colouring, Paint};

/// Corners of the polygon that a round is painted as.
const ROUND_CORNERS: u32 = 128;

/// What is painted of a booth.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Mark {
    pub id: BoothId,
    pub shape: MarkShape,
    /// The box around it, in metres from the origin of its tile.
    pub min: [f32; 2],
    /// See `min`.
    pub max: [f32; 2],
    /// Its shorter side before turning, in metres.
    pub side: f32,
    pub paint: Paint,
    /// Whether it is hatched, where there is room.
    pub hatched: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum MarkShape {
    /// The box around it.
    Upright,
    /// Anything else.
    Polygon(Box<Polygon>),
}

/// Corners, in metres from the origin of the tile.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Polygon {
    pub corners: Vec<Pos2>,
    /// Three corners for each; of a convex one none, a fan does.
    pub triangles: Vec<[u32; 3]>,
}

impl Mark {
    /// A booth of a plan with its outline there or another one.
    pub fn new(plan: &Plan, id: BoothId, booth: &Booth, outline: &Outline, origin: Point, colouring: &Colouring<'_>) -> Self {
        let status = plan.status_of(id, booth);
        let (paint, hatched) = (colouring.of(id, status), status == crate::plan::Status::Blocked);
        let bounds = outline.bounds();
        let size = outline.size();
        let (min, max) = (from(origin, bounds.min()), from(origin, bounds.max()));
        let upright = matches!(outline, Outline::Rectangle { angle, .. } if angle.quarter_turns().is_some());
        let shape = if upright { MarkShape::Upright } else { MarkShape::Polygon(Box::new(Polygon::new(outline, origin))) };
        Self { id, shape, min, max, side: size.width.min(size.depth).metres() as f32, paint, hatched }
    }

    /// The same booth elsewhere.
    pub fn moved(&self, by: Offset) -> Self {
        let way = vec2(by.x.metres() as f32, by.y.metres() as f32);
        let [min, max] = [self.min, self.max].map(|[x, y]| [x + way.x, y + way.y]);
        let shape = match &self.shape {
            MarkShape::Upright => MarkShape::Upright,
            MarkShape::Polygon(polygon) => MarkShape::Polygon(Box::new(polygon.moved(way))),
        };
        Self { shape, min, max, ..*self }
    }
}

impl Polygon {
    fn moved(&self, way: Vec2) -> Self {
        let corners = self.corners.iter().map(|corner| *corner + way).collect();
        Self { corners, triangles: self.triangles.clone() }
    }

    fn new(outline: &Outline, origin: Point) -> Self {
        let corners: Vec<Pos2> = if let Outline::Round { centre, radius } = outline {
            let [x, y] = from(origin, *centre);
            let corner = |number: u32| {
                let (sin, cos) = (number as f32 / ROUND_CORNERS as f32 * std::f32::consts::TAU).sin_cos();
                pos2(x + cos * radius.metres() as f32, y + sin * radius.metres() as f32)
            };
            (0..ROUND_CORNERS).map(corner).collect()
        } else {
            outline.corners().into_iter().map(|corner| from(origin, corner).into()).collect()
        };
        let triangles = if is_convex(&corners) { Vec::new() } else { triangles(&corners) };
        Self { corners, triangles }
    }
}

/// The way from the origin of a tile, in metres: exact to a hundredth of a millimetre within a tile.
fn from(origin: Point, point: Point) -> [f32; 2] {
    let Offset { x, y } = point - origin;
    [x.metres() as f32, y.metres() as f32]
}

/// Neighbours that touch each other, painted as one where each is smaller than a few pixels.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Run {
    pub min: [f32; 2],
    pub max: [f32; 2],
    /// The longer side of the largest of them, in metres.
    pub longest: f32,
    /// Where they stand among the marks.
    pub first: u32,
    pub count: u32,
    /// The mean of their colours.
    pub colour: Color32,
}

/// Two booths whose sides are so near, in metres, touch.
const TOUCH: f32 = 0.02;

/// Every mark that `is_shown`, in runs of at most `most`.
pub(super) fn runs(marks: &[Mark], is_shown: impl Fn(BoothId) -> bool, most: u32, colour: impl Fn(Paint) -> Color32) -> Vec<Run> {
    let mut runs: Vec<(Run, [u32; 3])> = Vec::new();
    for (place, mark) in (0_u32..).zip(marks) {
        if !is_shown(mark.id) {
            continue;
        }
        let [r, g, b, _] = colour(mark.paint).to_array().map(u32::from);
        let longest = (mark.max[0] - mark.min[0]).max(mark.max[1] - mark.min[1]);
        if let Some((run, sum)) = runs.last_mut()
            && run.count < most
            && run.first + run.count == place
            && continues(run, mark)
        {
            run.count += 1;
            run.longest = run.longest.max(longest);
            run.min = [run.min[0].min(mark.min[0]), run.min[1].min(mark.min[1])];
            run.max = [run.max[0].max(mark.max[0]), run.max[1].max(mark.max[1])];
            *sum = [sum[0] + r, sum[1] + g, sum[2] + b];
        } else {
            let run = Run { min: mark.min, max: mark.max, longest, first: place, count: 1, colour: Color32::PLACEHOLDER };
            runs.push((run, [r, g, b]));
        }
    }
    let mean = |sum: u32, count: u32| u8::try_from((sum + count / 2) / count).unwrap_or(u8::MAX);
    let finish = |(run, [r, g, b]): &(Run, [u32; 3])| {
        let colour = Color32::from_rgb(mean(*r, run.count), mean(*g, run.count), mean(*b, run.count));
        Run { colour, ..run.clone() }
    };
    // Into room of its own, no more than it needs.
    runs.iter().map(finish).collect()
}

/// Whether a run and the next mark lie side by side as one rectangle.
fn continues(run: &Run, mark: &Mark) -> bool {
    let near = |a: f32, b: f32| (a - b).abs() < TOUCH;
    let same = |axis: usize| near(run.min[axis], mark.min[axis]) && near(run.max[axis], mark.max[axis]);
    let beside = |axis: usize| near(run.max[axis], mark.min[axis]) || near(run.min[axis], mark.max[axis]);
    mark.shape == MarkShape::Upright && (same(1) && beside(0) || same(0) && beside(1))
}
