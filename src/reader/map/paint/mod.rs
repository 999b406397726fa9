//! Drawings to pixels: tiles of a drawing, at any zoom.

mod polyline;

use std::collections::{BTreeMap, BTreeSet};

use resvg::tiny_skia as skia;

use self::polyline::{Dashing, Frame, Polyline, View};
use super::pixels::{self, Affine, Half, Pixels, Window};
use super::{Tile, TileAddress};
use crate::reader::{
    Drawing, Element, ElementKind, Fill, FillRule, PathStep, ReadError, Rgba, SheetPoint, Stroke, StrokeCap, StrokeJoin,
    path_bounds,
};

/// Pixels of a tile in a row.
const SIDE: f64 = TileAddress::SIDE as f64;
/// What is smaller than this, in pixels, is a dot.
const DOT: f64 = 0.9;
/// Letters lower than this, in pixels, are a grey bar.
const LEGIBLE: f64 = 2.0;
/// How much of such a bar is ink.
const BAR_OPACITY: f64 = 0.45;
/// Masks that are kept while a tile is painted.
const MASKS: usize = 32;

/// A drawing, ready to be painted tile by tile.
pub(super) struct Prepared {
    drawing: Drawing,
    /// Around each element with the width of its line, in units of the sheet; none where nothing of it can be drawn.
    bounds: Vec<Option<[f32; 4]>>,
    clips: Vec<ClipArea>,
    /// The pictures made smaller, by their elements' places.
    halves: BTreeMap<usize, Vec<Half>>,
}

/// What is kept of a clip.
struct ClipArea {
    bounds: Option<[f32; 4]>,
    /// Whether it is a rectangle that is not turned: what lies in its bounds lies in it.
    is_upright: bool,
}

/// What a clip leaves of a tile.
enum Shade {
    Everything,
    Nothing,
    Part(skia::Mask),
}

impl Prepared {
    /// Looks once at everything that all tiles need.
    pub(super) fn new(drawing: Drawing) -> Self {
        let bounds = drawing.elements.iter().map(|element| bounds(&element.kind)).collect();
        let clips = drawing.clips.iter();
        let clips = clips.map(|clip| ClipArea { bounds: finite(path_bounds(&clip.path)), is_upright: is_upright(&clip.path) });
        let pictures = drawing.elements.iter().enumerate();
        let halves = pictures.filter_map(|(place, element)| Some((place, pixels::halves(pixels_of(&element.kind)?))));
        Self { bounds, clips: clips.collect(), halves: halves.collect(), drawing }
    }

    /// The drawing.
    pub(super) fn drawing(&self) -> &Drawing {
        &self.drawing
    }

    /// The drawing without some of its layers.
    pub(super) fn without(&self, hidden: &[String]) -> Drawing {
        let hidden = self.places(hidden);
        let Drawing { sheet, layers, clips, elements } = &self.drawing;
        let elements = elements.iter().filter(|element| !hidden.contains(&element.layer)).cloned().collect();
        Drawing { sheet: *sheet, layers: layers.clone(), clips: clips.clone(), elements }
    }

    /// A tile of the drawing without some of its layers.
    pub(super) fn tile(&self, address: TileAddress, hidden: &[String]) -> Result<Tile, ReadError> {
        let hidden = self.places(hidden);
        let [left, top, ..] = address.area(self.drawing.sheet);
        let view = View { left, top, scale: address.scale(self.drawing.sheet) };
        let pixmap = skia::Pixmap::new(TileAddress::SIDE, TileAddress::SIDE).ok_or(ReadError::TooMuchMemory)?;
        let mut tile = Painting { of: self, view, pixmap, shades: BTreeMap::new() };
        // What lies beyond the sheet is not drawn.
        let (width, height) = self.drawing.sheet;
        let sheet = pixels_of_bounds([0.0, 0.0, width as f32, height as f32], view).shared(WHOLE);
        for (place, (element, bounds)) in self.drawing.elements.iter().zip(&self.bounds).enumerate() {
            let Some(bounds) = bounds else { continue };
            // A hairline is half a pixel wide on either side.
            let frame = pixels_of_bounds(*bounds, view);
            if frame.grown(1.0).touches(sheet) && !hidden.contains(&element.layer) {
                tile.element(place, element, frame);
            }
        }
        Ok(Tile { rgba: tile.pixmap.take() })
    }

    /// Which layers have these names.
    fn places(&self, names: &[String]) -> BTreeSet<u16> {
        let layers = (0_u16..).zip(&self.drawing.layers);
        layers.filter(|(_, layer)| names.contains(layer)).map(|(place, _)| place).collect()
    }
}

const WHOLE: Frame = Frame([0.0, 0.0, SIDE, SIDE]);

fn pixels_of_bounds([left, top, right, bottom]: [f32; 4], view: View) -> Frame {
    let ([left, top], [right, bottom]) = (view.spot([left, top]), view.spot([right, bottom]));
    Frame([left, top, right, bottom])
}

fn finite(bounds: Option<(SheetPoint, SheetPoint)>) -> Option<[f32; 4]> {
    let ([left, top], [right, bottom]) = bounds?;
    let all = [left, top, right, bottom];
    all.iter().all(|value| value.is_finite()).then_some(all)
}

fn bounds(kind: &ElementKind) -> Option<[f32; 4]> {
    let by = match kind {
        // A pointed corner reaches out up to four times as far as half the width.
        ElementKind::Path { stroke: Some(stroke), .. } => stroke.width.max(0.0) * 2.0,
        _ => 0.0,
    };
    let [left, top, right, bottom] = finite(kind.bounds())?;
    by.is_finite().then_some([left - by, top - by, right + by, bottom + by])
}

/// Whether a path is one rectangle with sides along the sheet's.
fn is_upright(path: &[PathStep]) -> bool {
    let corners: Option<Vec<SheetPoint>> = path
        .iter()
        .filter(|step| !matches!(step, PathStep::Close))
        .enumerate()
        .map(|(place, step)| match step {
            PathStep::Move(to) if place == 0 => Some(*to),
            PathStep::Line(to) if place > 0 => Some(*to),
            _ => None,
        })
        .collect();
    let Some(mut corners) = corners else { return false };
    if corners.len() == 5 && corners.first() == corners.last() {
        corners.pop();
    }
    match corners.as_slice() {
        [a, b, c, d] => {
            (a[0] == b[0] && b[1] == c[1] && c[0] == d[0] && d[1] == a[1])
                || (a[1] == b[1] && b[0] == c[0] && c[1] == d[1] && d[0] == a[0])
        }
        _ => false,
    }
}

fn pixels_of(kind: &ElementKind) -> Option<Pixels<'_>> {
    match kind {
        ElementKind::Picture { width, height, rgba, .. } => {
            let wanted = u64::from(*width) * u64::from(*height) * 4;
            (wanted > 0 && rgba.len() as u64 == wanted).then_some(Pixels { width: *width, height: *height, rgba })
        }
        _ => None,
    }
}

/// A tile that is being painted.
struct Painting<'a> {
    of: &'a Prepared,
    view: View,
    pixmap: skia::Pixmap,
    /// What clips leave of the tile, as far as it was asked.
    shades: BTreeMap<u32, Shade>,
}

impl Painting<'_> {
    fn element(&mut self, place: usize, element: &Element, frame: Frame) {
        let Some(clip) = self.clip(element.clip, frame.grown(1.0).shared(WHOLE)) else { return };
        if let Some(clip) = clip {
            self.prepare_shade(clip);
        }
        let mask = match clip.and_then(|clip| self.shades.get(&clip)) {
            None | Some(Shade::Everything) => None,
            Some(Shade::Nothing) => return,
            Some(Shade::Part(mask)) => Some(mask),
        };
        let mut brush = Brush { pixmap: &mut self.pixmap, mask, view: self.view };
        match &element.kind {
            ElementKind::Path { path, fill, stroke } => {
                if let Some(fill) = fill {
                    brush.fill(path, *fill, frame);
                }
                if let Some(stroke) = stroke {
                    brush.stroke(path, stroke, frame);
                }
            }
            ElementKind::Text { size, angle, outlines, fill, .. } => {
                let height = f64::from(*size) * self.view.scale;
                if height < LEGIBLE {
                    brush.bar(frame, height, f64::from(*angle), fill.colour)
                } else {
                    brush.fill(outlines, *fill, frame)
                }
            }
            ElementKind::Picture { corners, .. } => {
                if let Some(pixels) = pixels_of(&element.kind) {
                    let halves = self.of.halves.get(&place).map_or(&[][..], Vec::as_slice);
                    brush.picture(*corners, pixels, halves, frame);
                }
            }
        }
    }

    /// The clip that cuts into the frame, if one does; `None` where nothing of the frame is left.
    fn clip(&self, innermost: Option<u32>, frame: Frame) -> Option<Option<u32>> {
        let mut cutting = None;
        for number in self.chain(innermost) {
            let area = self.of.clips.get(number as usize)?;
            let clip = pixels_of_bounds(area.bounds?, self.view);
            if !clip.touches(frame) {
                return None;
            }
            if cutting.is_none() && !(area.is_upright && clip.holds(frame)) {
                cutting = Some(number);
            }
        }
        Some(cutting)
    }

    /// A clip and those that it lies within, outwards.
    fn chain(&self, innermost: Option<u32>) -> impl Iterator<Item = u32> {
        let within =
            |number: u32| self.of.drawing.clips.get(number as usize).and_then(|clip| clip.within).filter(|next| *next < number);
        std::iter::successors(innermost, move |number| within(*number))
    }

    /// Sees to it that it is known what a clip and those around it leave of the tile.
    fn prepare_shade(&mut self, clip: u32) {
        if self.shades.contains_key(&clip) {
            return;
        }
        let chain: Vec<u32> = self.chain(Some(clip)).collect();
        let mut shade = Shade::Everything;
        for number in chain {
            let Some(clip) = self.of.drawing.clips.get(number as usize) else { continue };
            let area = self.of.clips.get(number as usize);
            let holds_all = |area: &ClipArea| {
                area.is_upright && area.bounds.is_some_and(|bounds| pixels_of_bounds(bounds, self.view).holds(WHOLE))
            };
            if area.is_some_and(holds_all) {
                continue;
            }
            let path = filled(&clip.path, self.view);
            let rule = skia_rule(clip.rule);
            shade = match (shade, path) {
                (Shade::Nothing, _) | (_, None) => Shade::Nothing,
                (Shade::Everything, Some(path)) => match skia::Mask::new(TileAddress::SIDE, TileAddress::SIDE) {
                    Some(mut mask) => {
                        mask.fill_path(&path, rule, true, skia::Transform::identity());
                        Shade::Part(mask)
                    }
                    None => Shade::Nothing,
                },
                (Shade::Part(mut mask), Some(path)) => {
                    mask.intersect_path(&path, rule, true, skia::Transform::identity());
                    Shade::Part(mask)
                }
            };
        }
        if let Shade::Part(mask) = &shade {
            if mask.data().iter().all(|value| *value == 255) {
                shade = Shade::Everything;
            } else if mask.data().iter().all(|value| *value == 0) {
                shade = Shade::Nothing;
            }
        }
        if self.shades.len() >= MASKS {
            self.shades.clear();
        }
        self.shades.insert(clip, shade);
    }
}

/// What paints one element.
struct Brush<'a> {
    pixmap: &'a mut skia::Pixmap,
    mask: Option<&'a skia::Mask>,
    view: View,
}

impl Brush<'_> {
    fn fill(&mut self, path: &[PathStep], fill: Fill, frame: Frame) {
        let [left, top, right, bottom] = frame.0;
        let (width, height) = (right - left, bottom - top);
        if width.max(height) < DOT {
            self.dot(frame, fill.colour, width * height);
        } else if let Some(path) = filled(path, self.view) {
            self.pixmap.fill_path(&path, &paint(fill.colour, 1.0), skia_rule(fill.rule), skia::Transform::identity(), self.mask);
        }
    }

    fn stroke(&mut self, path: &[PathStep], stroke: &Stroke, frame: Frame) {
        let [left, top, right, bottom] = frame.0;
        let width = (f64::from(stroke.width) * self.view.scale).max(1.0);
        let length = (right - left).max(bottom - top);
        if length < DOT {
            // Many a dashed line is made of such; all together they must still be seen as a line.
            self.dot(frame, stroke.colour, length);
            return;
        }
        // An end that lies farther out than this does not reach into the tile.
        let frame = WHOLE.grown(width * 3.0 + 4.0);
        let lines = polyline::polylines(path, self.view, frame);
        let (opacity, lines): (f64, Vec<Polyline>) = match Dashing::new(&stroke.dashes, stroke.dash_start, self.view.scale) {
            Dashing::Whole => (1.0, lines.into_iter().flat_map(|line| polyline::drawn_within(line, frame)).collect()),
            Dashing::Paler(opacity) => {
                (opacity, lines.into_iter().flat_map(|line| polyline::drawn_within(line, frame)).collect())
            }
            Dashing::Dashed(dashes) => (1.0, lines.iter().flat_map(|line| dashes.of(line, frame)).collect()),
        };
        let Some(path) = skia_path(lines) else { return };
        let cap = match stroke.cap {
            StrokeCap::Butt => skia::LineCap::Butt,
            StrokeCap::Round => skia::LineCap::Round,
            StrokeCap::Square => skia::LineCap::Square,
        };
        let join = match stroke.join {
            StrokeJoin::Miter => skia::LineJoin::Miter,
            StrokeJoin::Round => skia::LineJoin::Round,
            StrokeJoin::Bevel => skia::LineJoin::Bevel,
        };
        let pen = skia::Stroke { width: width as f32, line_cap: cap, line_join: join, ..skia::Stroke::default() };
        self.pixmap.stroke_path(&path, &paint(stroke.colour, opacity), &pen, skia::Transform::identity(), self.mask);
    }

    /// Letters that are too small to be read, as a bar along their base line.
    fn bar(&mut self, frame: Frame, height: f64, degrees: f64, colour: Rgba) {
        let [left, top, right, bottom] = frame.0;
        let (sine, cosine) = degrees.to_radians().sin_cos();
        let (width, depth) = (right - left, bottom - top);
        if width.max(depth) < DOT {
            self.dot(frame, colour, width * depth * BAR_OPACITY);
            return;
        }
        let along = if cosine.abs() > sine.abs() {
            (width - height * sine.abs()) / cosine.abs()
        } else {
            (depth - height * cosine.abs()) / sine.abs()
        };
        let (x, y) = (f64::midpoint(left, right), f64::midpoint(top, bottom));
        let half = along.max(DOT) / 2.0;
        let line = Polyline {
            spots: vec![[x - half * cosine, y - half * sine], [x + half * cosine, y + half * sine]],
            is_closed: false,
        };
        let Some(path) = skia_path(polyline::drawn_within(line, WHOLE.grown(4.0))) else { return };
        let pen = skia::Stroke { width: (height * 0.6) as f32, ..skia::Stroke::default() };
        self.pixmap.stroke_path(&path, &paint(colour, BAR_OPACITY), &pen, skia::Transform::identity(), self.mask);
    }

    /// Something less than a pixel: it tints the pixel where its middle lies.
    fn dot(&mut self, frame: Frame, Rgba([red, green, blue, alpha]): Rgba, cover: f64) {
        let [left, top, right, bottom] = frame.0;
        let (x, y) = (f64::midpoint(left, right).floor(), f64::midpoint(top, bottom).floor());
        if !(0.0..SIDE).contains(&x) || !(0.0..SIDE).contains(&y) {
            return;
        }
        let index = y as usize * TileAddress::SIDE as usize + x as usize;
        let seen = self.mask.map_or(255, |mask| mask.data().get(index).copied().unwrap_or_default());
        let opacity = f64::from(alpha) / 255.0 * cover.clamp(0.0, 1.0) * f64::from(seen) / 255.0;
        if let Some(pixel) = self.pixmap.data_mut().as_chunks_mut::<4>().0.get_mut(index) {
            for (under, over) in pixel.iter_mut().zip([red, green, blue, 255]) {
                *under = (f64::from(*under) * (1.0 - opacity) + f64::from(over) * opacity).round() as u8;
            }
        }
    }

    fn picture(&mut self, corners: [SheetPoint; 3], pixels: Pixels<'_>, halves: &[Half], frame: Frame) {
        let [origin, right, down] = corners.map(|corner| self.view.spot(corner));
        let across = [right[0] - origin[0], right[1] - origin[1]];
        let below = [down[0] - origin[0], down[1] - origin[1]];
        let area = across[0] * below[1] - across[1] * below[0];
        let (width, height) = (f64::from(pixels.width), f64::from(pixels.height));
        let along = [below[1] / area * width, -across[1] / area * height];
        let downwards = [-below[0] / area * width, across[0] / area * height];
        let origin = [-(origin[0] * along[0] + origin[1] * downwards[0]), -(origin[0] * along[1] + origin[1] * downwards[1])];
        if area == 0.0 || !origin.iter().chain(&along).chain(&downwards).all(|value| value.is_finite()) {
            return;
        }
        let [left, top, right, bottom] = frame.grown(1.0).shared(WHOLE).0;
        let span = |from: f64, to: f64| (from.floor().max(0.0) as u32, (to.ceil().max(0.0) as u32).min(TileAddress::SIDE));
        let window = Window { columns: span(left, right), rows: span(top, bottom) };
        let place = Affine { origin, along, down: downwards };
        let mask = self.mask.map(skia::Mask::data);
        pixels::paint(self.pixmap.data_mut(), TileAddress::SIDE, window, pixels, halves, place, mask);
    }
}

fn paint(Rgba([red, green, blue, alpha]): Rgba, opacity: f64) -> skia::Paint<'static> {
    let mut paint = skia::Paint::default();
    paint.set_color_rgba8(red, green, blue, (f64::from(alpha) * opacity).round() as u8);
    paint
}

fn skia_rule(rule: FillRule) -> skia::FillRule {
    match rule {
        FillRule::NonZero => skia::FillRule::Winding,
        FillRule::EvenOdd => skia::FillRule::EvenOdd,
    }
}

/// The inside of a path as far as it comes into the tile.
fn filled(path: &[PathStep], view: View) -> Option<skia::Path> {
    let frame = WHOLE.grown(2.0);
    let lines = polyline::polylines(path, view, frame).into_iter();
    skia_path(lines.map(|line| Polyline { spots: polyline::filled_within(line, frame), is_closed: true }))
}

fn skia_path(lines: impl IntoIterator<Item = Polyline>) -> Option<skia::Path> {
    let mut builder = skia::PathBuilder::new();
    for line in lines {
        let mut spots = line.spots.iter().map(|[x, y]| (*x as f32, *y as f32));
        let Some((x, y)) = spots.next() else { continue };
        builder.move_to(x, y);
        spots.for_each(|(x, y)| builder.line_to(x, y));
        if line.is_closed {
            builder.close();
        }
    }
    builder.finish()
}

#[cfg(test)]
mod tests;
