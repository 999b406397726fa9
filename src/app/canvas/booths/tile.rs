//! A part of a hall with its booths: what is painted is kept, and made anew when the camera or a booth moves.

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{Color32, Mesh, Pos2, Rect, Shape, Stroke, epaint::Vertex, pos2, vec2};

use super::detail::Detail;
use super::mark::{Mark, MarkShape, Polygon, Run, runs};
use crate::app::canvas::View;
use crate::geometry::{Length, Point};
use crate::plan::BoothId;

/// The side of a tile: about a thousand booths stand in it.
pub(super) const SIDE: Length = Length::from_mm(100_000);
/// Points: booths shorter than this are painted without an edge, four corners each.
const EDGED: f32 = 6.0;
/// Pixels: neighbours shorter than this are painted as one in their mean colour; more of them below the second.
const MERGED: [f32; 2] = [1.5, 0.4];
/// How many.
const MERGED_MOST: [u32; 2] = [4, 16];
/// Pixels: whatever is longer than this is painted by itself.
const ALONE: f32 = 3.0;

/// What of a tile its marks reach, in metres from its origin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Extent {
    /// The box around them.
    pub bounds: Rect,
    /// The shorter side of the smallest and of the largest.
    pub sides: (f32, f32),
}

/// The booths of a part of a hall.
#[derive(Default)]
pub(super) struct Tile {
    /// In the order of ids: those made later lie above.
    marks: Vec<Mark>,
    /// For each mark what is drawn on it, while that is in view; empty while the tile is not.
    pub details: Vec<Option<Box<Detail>>>,
    /// Worked out when it is asked for.
    extent: Option<Extent>,
    runs: [Option<Vec<Run>>; 2],
    painted: Option<(Seen, Vec<Shape>)>,
}

/// Where a tile is on the window, and how it is painted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Seen {
    /// Where its origin is.
    origin: Pos2,
    /// Points to a metre.
    scale: f32,
    /// Points that a pixel measures.
    pixel: f32,
    /// The canvas.
    rect: Rect,
    /// How much of the colour of booths is seen, and not what lies below.
    opacity: f32,
}

impl Seen {
    pub fn new(view: &View, origin: Point, pixels_per_point: f32, opacity: f32) -> Self {
        let scale = view.camera.scale as f32;
        Self { origin: view.place(origin), scale, pixel: 1.0 / pixels_per_point, rect: view.rect, opacity }
    }

    fn thinned(&self, colour: Color32) -> Color32 {
        if self.opacity < 1.0 { colour.gamma_multiply(self.opacity) } else { colour }
    }

    pub fn place(&self, [x, y]: [f32; 2]) -> Pos2 {
        self.origin + vec2(x, y) * self.scale
    }

    pub fn bounds(&self, min: [f32; 2], max: [f32; 2]) -> Rect {
        Rect::from_min_max(self.place(min), self.place(max))
    }

    /// On the nearest pixel.
    fn round(&self, value: f32) -> f32 {
        (value / self.pixel).round() * self.pixel
    }

    /// On whole pixels, at least one of them: nothing is too small to be seen.
    fn rounded(&self, bounds: Rect) -> Rect {
        let min = pos2(self.round(bounds.min.x), self.round(bounds.min.y));
        let max = pos2(self.round(bounds.max.x).max(min.x + self.pixel), self.round(bounds.max.y).max(min.y + self.pixel));
        Rect { min, max }
    }
}

impl Tile {
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// The mark of a booth, and what is drawn on it if that is in view.
    pub fn kept(&mut self, id: BoothId) -> Option<(&Mark, Option<&mut Detail>)> {
        let place = self.marks.binary_search_by_key(&id, |mark| mark.id).ok()?;
        Some((self.marks.get(place)?, self.details.get_mut(place).and_then(Option::as_deref_mut)))
    }

    /// Puts a mark in its place, instead of the one that it was.
    pub fn put(&mut self, mark: Mark) {
        match self.marks.binary_search_by_key(&mark.id, |mark| mark.id) {
            Ok(place) => {
                if let (Some(old), Some(detail)) = (self.marks.get_mut(place), self.details.get_mut(place)) {
                    (*old, *detail) = (mark, None);
                } else if let Some(old) = self.marks.get_mut(place) {
                    *old = mark;
                }
            }
            Err(place) => {
                if self.details.len() == self.marks.len() && !self.details.is_empty() {
                    self.details.insert(place, None);
                }
                self.marks.insert(place, mark);
            }
        }
        self.changed();
        self.extent = None;
    }

    /// Gives back the room that it has for further marks.
    pub fn fit(&mut self) {
        self.marks.shrink_to_fit();
    }

    pub fn remove(&mut self, id: BoothId) {
        if let Ok(place) = self.marks.binary_search_by_key(&id, |mark| mark.id) {
            self.marks.remove(place);
            if place < self.details.len() {
                self.details.remove(place);
            }
            self.changed();
            self.extent = None;
        }
    }

    /// Other marks are shown than were painted.
    pub fn changed(&mut self) {
        self.runs = [None, None];
        if let Some((seen, _)) = &mut self.painted {
            seen.scale = 0.0;
        }
    }

    /// What its marks reach.
    pub fn extent(&mut self) -> Extent {
        let marks = &self.marks;
        *self.extent.get_or_insert_with(|| {
            let nothing = Extent { bounds: Rect::NOTHING, sides: (f32::INFINITY, 0.0) };
            marks.iter().fold(nothing, |Extent { bounds, sides: (least, most) }, mark| Extent {
                bounds: bounds.union(Rect { min: mark.min.into(), max: mark.max.into() }),
                sides: (least.min(mark.side), most.max(mark.side)),
            })
        })
    }

    /// The fills and edges of its booths but for those that are hidden.
    pub fn shapes(&mut self, seen: &Seen, view: &View, hidden: &BTreeSet<BoothId>) -> &[Shape] {
        if self.painted.as_ref().is_none_or(|(made, _)| made != seen) {
            let spare = self.painted.take().map(|(_, shapes)| shapes).unwrap_or_default();
            let shapes = self.paint(seen, view, hidden, spare);
            self.painted = Some((*seen, shapes));
        }
        self.painted.as_ref().map_or(&[], |(_, shapes)| shapes)
    }

    fn paint(&mut self, seen: &Seen, view: &View, hidden: &BTreeSet<BoothId>, mut spare: Vec<Shape>) -> Vec<Shape> {
        let is_shown = |id: BoothId| hidden.is_empty() || !hidden.contains(&id);
        let mut filler = Filler::new(seen, view, &mut spare);
        let Extent { bounds, sides } = self.extent();
        let level = MERGED.iter().rposition(|limit| sides.0 * seen.scale < *limit * seen.pixel);
        let Some(level) = level else {
            let inside = seen.rect.contains_rect(seen.bounds(bounds.min.into(), bounds.max.into()));
            for mark in &self.marks {
                if is_shown(mark.id) && (inside || seen.rect.expand(8.0).intersects(seen.bounds(mark.min, mark.max))) {
                    filler.mark(mark);
                }
            }
            return filler.finish();
        };
        let made = self.runs.get_mut(level).and_then(Option::take);
        let most = MERGED_MOST.get(level).copied().unwrap_or(1);
        let made = made.unwrap_or_else(|| runs(&self.marks, is_shown, most, |paint| view.colours.of(paint.fill)));
        for run in &made {
            filler.run(run, &self.marks);
        }
        if let Some(kept) = self.runs.get_mut(level) {
            *kept = Some(made);
        }
        filler.finish()
    }

    /// What of it was painted is forgotten: it is not in view.
    pub fn leave_view(&mut self) {
        self.painted = None;
        self.details = Vec::new();
    }
}

/// Marks on their own, that no tile holds: those being moved.
pub(super) fn loose_shapes(marks: &[Mark], seen: &Seen, view: &View) -> Vec<Shape> {
    let mut filler = Filler::new(seen, view, &mut Vec::new());
    marks.iter().for_each(|mark| filler.mark(mark));
    filler.finish()
}

/// Fills a mesh; what no mesh can hold goes between two of them.
struct Filler<'a> {
    seen: &'a Seen,
    view: &'a View,
    mesh: Mesh,
    shapes: Vec<Shape>,
}

impl<'a> Filler<'a> {
    /// Takes over the room of a mesh that was painted before.
    fn new(seen: &'a Seen, view: &'a View, spare: &mut Vec<Shape>) -> Self {
        let free = |shape| if let Shape::Mesh(mesh) = shape { Arc::try_unwrap(mesh).ok() } else { None };
        let mut mesh = spare.drain(..).find_map(free).unwrap_or_default();
        mesh.clear();
        Self { seen, view, mesh, shapes: std::mem::take(spare) }
    }

    fn finish(mut self) -> Vec<Shape> {
        self.flush();
        self.shapes
    }

    fn flush(&mut self) {
        if !self.mesh.is_empty() {
            self.shapes.push(Shape::mesh(std::mem::take(&mut self.mesh)));
        }
    }

    fn run(&mut self, run: &Run, marks: &[Mark]) {
        if run.count > 1 && run.longest * self.seen.scale < ALONE * self.seen.pixel {
            self.rectangle(self.seen.rounded(self.seen.bounds(run.min, run.max)), self.seen.thinned(run.colour));
        } else {
            let first = run.first as usize;
            marks.get(first..first + run.count as usize).unwrap_or_default().iter().for_each(|mark| self.mark(mark));
        }
    }

    fn mark(&mut self, mark: &Mark) {
        let fill = self.seen.thinned(self.view.colours.of(mark.paint.fill));
        let bounds = self.seen.bounds(mark.min, mark.max);
        let edged = bounds.width().min(bounds.height()) >= EDGED;
        match &mark.shape {
            MarkShape::Upright if edged => {
                let edge = self.view.colours.of(mark.paint.edge);
                // The edge lies on the outline, so that neighbours share it.
                let width = self.seen.round((mark.side * self.seen.scale / 28.0).clamp(0.25, 1.0)).max(self.seen.pixel);
                let Rect { min, max } = self.seen.rounded(bounds);
                let (outer, inner) = (Rect { min, max: max + vec2(width, width) }, Rect { min: min + vec2(width, width), max });
                if self.seen.opacity < 1.0 {
                    self.frame(outer, inner, edge);
                } else {
                    self.rectangle(outer, edge);
                }
                self.rectangle(inner, fill);
            }
            // The triangles of a shape that small would fall between the pixels.
            MarkShape::Polygon(_) if bounds.width().min(bounds.height()) < ALONE * self.seen.pixel => {
                self.rectangle(self.seen.rounded(bounds), fill);
            }
            MarkShape::Upright => self.rectangle(self.seen.rounded(bounds), fill),
            MarkShape::Polygon(polygon) => {
                self.polygon(polygon, mark, edged.then(|| self.view.colours.of(mark.paint.edge)), fill)
            }
        }
    }

    /// What lies between two rectangles: beneath a fill that is seen through, an edge may not be.
    fn frame(&mut self, outer: Rect, inner: Rect, colour: Color32) {
        self.rectangle(Rect { max: pos2(outer.max.x, inner.min.y), ..outer }, colour);
        self.rectangle(Rect { min: pos2(outer.min.x, inner.max.y), ..outer }, colour);
        self.rectangle(Rect::from_min_max(pos2(outer.min.x, inner.min.y), pos2(inner.min.x, inner.max.y)), colour);
        self.rectangle(Rect::from_min_max(pos2(inner.max.x, inner.min.y), pos2(outer.max.x, inner.max.y)), colour);
    }

    fn rectangle(&mut self, Rect { min, max }: Rect, color: Color32) {
        let first = self.mesh.vertices.len() as u32;
        let uv = eframe::epaint::WHITE_UV;
        let corner = |x, y| Vertex { pos: pos2(x, y), uv, color };
        let corners = [corner(min.x, min.y), corner(max.x, min.y), corner(min.x, max.y), corner(max.x, max.y)];
        self.mesh.vertices.extend_from_slice(&corners);
        self.mesh.indices.extend_from_slice(&[first, first + 1, first + 2, first + 2, first + 1, first + 3]);
    }

    fn polygon(&mut self, polygon: &Polygon, mark: &Mark, edge: Option<Color32>, fill: Color32) {
        let corners = polygon.corners.iter().map(|corner| self.seen.place([corner.x, corner.y]));
        let width = (mark.side * self.seen.scale / 28.0).clamp(0.25, 1.0);
        let stroke = edge.map_or(Stroke::NONE, |colour| Stroke::new(width, colour));
        if edge.is_some() && polygon.triangles.is_empty() {
            let corners = corners.collect();
            self.flush();
            self.shapes.push(Shape::convex_polygon(corners, fill, stroke));
            return;
        }
        let first = self.mesh.vertices.len() as u32;
        let corners: Vec<Pos2> = corners.collect();
        corners.iter().for_each(|corner| self.mesh.colored_vertex(*corner, fill));
        if polygon.triangles.is_empty() {
            (2..corners.len() as u32).for_each(|corner| self.mesh.add_triangle(first, first + corner - 1, first + corner));
        }
        polygon.triangles.iter().for_each(|[a, b, c]| self.mesh.add_triangle(first + a, first + b, first + c));
        if edge.is_some() {
            self.flush();
            self.shapes.push(Shape::closed_line(corners, stroke));
        }
    }
}
