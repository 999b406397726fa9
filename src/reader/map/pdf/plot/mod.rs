//! What a page draws, taken down as plain data.

mod blends;
mod clips;
mod masks;
mod pictures;
mod shades;
mod texts;

use std::collections::BTreeMap;

use hayro::hayro_interpret::font::GlyphRun;
use hayro::hayro_interpret::hayro_syntax::object::{Array, Dict};
use hayro::hayro_interpret::kurbo::{Affine, BezPath, Cap, Join, PathEl, Point};
use hayro::hayro_interpret::pattern::Pattern;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, FillRule as PdfRule, Image, ImageDrawProps, Paint, SoftMask, StrokeProps,
};

use self::clips::Clips;
use self::masks::Mask;
use self::texts::Line;
use super::layers::Groups;
use crate::reader::{
    Drawing, Element, ElementKind, Fill, FillRule, PathStep, ReadError, Rgba, SheetPoint, Stroke, StrokeCap, StrokeJoin, limits,
};

/// Patterns within patterns and masks within masks, as deep as this.
const DEPTH: u32 = 4;

/// Takes down what a page draws.
pub(super) struct Plotter<'g> {
    groups: &'g Groups,
    drawing: Drawing,
    /// Where each layer is among the drawing's.
    layers: BTreeMap<String, u16>,
    /// The layers of the marked content that encloses what is drawn.
    marks: Vec<u16>,
    clips: Clips,
    /// The groups that enclose what is drawn.
    around: Vec<Enclosing>,
    masks: BTreeMap<u128, Mask>,
    /// The letters that may go on.
    line: Option<Line>,
    left: Left,
    depth: u32,
}

/// A group that encloses what is drawn.
#[derive(Clone, Copy, Debug)]
struct Enclosing {
    /// How opaque it is, with those around it.
    opacity: f32,
    /// How it is laid over what lies below.
    blend: BlendMode,
    has_clip: bool,
}

impl Enclosing {
    const PAGE: Self = Self { opacity: 1.0, blend: BlendMode::Normal, has_clip: false };
}

/// What may still be drawn.
#[derive(Clone, Copy, Debug)]
struct Left {
    elements: usize,
    steps: usize,
    /// Of pictures.
    bytes: usize,
    is_over: bool,
}

impl<'g> Plotter<'g> {
    /// Of a sheet so wide and high.
    pub(super) fn new(sheet: (u32, u32), groups: &'g Groups) -> Self {
        let left = Left {
            elements: limits::DRAWING_ELEMENTS,
            steps: limits::DRAWING_STEPS,
            bytes: limits::DRAWING_PICTURE_BYTES,
            is_over: false,
        };
        let drawing = Drawing { sheet, ..Drawing::default() };
        let mut plotter = Self {
            groups,
            drawing,
            layers: BTreeMap::new(),
            marks: Vec::new(),
            clips: Clips::new(sheet),
            around: vec![Enclosing::PAGE],
            masks: BTreeMap::new(),
            line: None,
            left,
            depth: 0,
        };
        plotter.on_layer("");
        plotter
    }

    /// A plotter of a part of what this one draws: a mask, or a pattern's cell.
    fn within(&self) -> Self {
        let mut within = Self::new(self.drawing.sheet, self.groups);
        within.left = self.left;
        within.depth = self.depth + 1;
        within
    }

    /// What follows is on this layer.
    pub(super) fn on_layer(&mut self, name: &str) {
        let layer = self.layer(name);
        self.marks = vec![layer];
    }

    /// The drawing.
    pub(super) fn finish(mut self) -> Result<Drawing, ReadError> {
        self.end_line();
        self.drawing.clips = self.clips.into_used();
        if self.left.is_over { Err(ReadError::TooMuchMemory) } else { Ok(self.drawing) }
    }

    fn layer(&mut self, name: &str) -> u16 {
        if let Some(layer) = self.layers.get(name) {
            return *layer;
        }
        let next = u16::try_from(self.drawing.layers.len()).ok().filter(|next| usize::from(*next) < limits::DRAWING_LAYERS);
        // Beyond the most layers all that follows is on the first one.
        let Some(layer) = next else { return 0 };
        self.drawing.layers.push(name.to_owned());
        self.layers.insert(name.to_owned(), layer);
        layer
    }

    fn current_layer(&self) -> u16 {
        self.marks.last().copied().unwrap_or_default()
    }

    fn innermost(&self) -> Enclosing {
        self.around.last().copied().unwrap_or(Enclosing::PAGE)
    }

    fn opacity(&self) -> f32 {
        self.innermost().opacity
    }

    /// Takes an element down, where it shows.
    fn push(&mut self, kind: ElementKind) {
        self.end_line();
        let reach = match &kind {
            ElementKind::Path { stroke: Some(stroke), .. } => stroke.width / 2.0,
            _ => 0.0,
        };
        let Some((min, max)) = kind.bounds() else { return };
        let bounds = [min[0] - reach, min[1] - reach, max[0] + reach, max[1] + reach];
        if bounds.iter().all(|side| side.is_finite())
            && let Some(clip) = self.clips.around(bounds)
        {
            self.push_in(self.current_layer(), clip, kind);
        }
    }

    fn push_in(&mut self, layer: u16, clip: Option<u32>, kind: ElementKind) {
        let (steps, bytes) = match &kind {
            ElementKind::Path { path, .. } => (path.len(), 0),
            ElementKind::Text { outlines, .. } => (outlines.len() + 1, 0),
            ElementKind::Picture { rgba, .. } => (1, rgba.len()),
        };
        let Left { elements, steps: steps_left, bytes: bytes_left, .. } = self.left;
        if elements == 0 || steps > steps_left || bytes > bytes_left {
            self.left.is_over = true;
            return;
        }
        self.left.elements -= 1;
        self.left.steps -= steps;
        self.left.bytes -= bytes;
        self.drawing.elements.push(Element { layer, clip, kind });
    }

    /// Draws something under the mask of its own and with a blend of its own, if it has them.
    fn masked<'a>(&mut self, mask: Option<&SoftMask<'a>>, blend: BlendMode, draw: impl FnOnce(&mut Self)) {
        if mask.is_none() && blend == BlendMode::Normal {
            return draw(self);
        }
        self.open_group(1.0, mask, blend);
        draw(self);
        self.close_group();
    }

    fn open_group(&mut self, opacity: f32, mask: Option<&SoftMask<'_>>, blend: BlendMode) {
        let mask = mask.map(|mask| self.mask(mask));
        let factor = mask.as_ref().map_or(1.0, |mask| mask.opacity);
        let area = mask.and_then(|mask| mask.area);
        let around = self.innermost();
        let opacity = around.opacity * opacity.clamp(0.0, 1.0) * factor;
        let blend = if blend == BlendMode::Normal { around.blend } else { blend };
        self.around.push(Enclosing { opacity, blend, has_clip: area.is_some() });
        if let Some(area) = area {
            self.clips.push(area, FillRule::NonZero);
        }
    }

    fn close_group(&mut self) {
        if self.around.len() > 1
            && let Some(Enclosing { has_clip: true, .. }) = self.around.pop()
        {
            self.clips.pop();
        }
    }

    fn fill(&mut self, path: Vec<PathStep>, rule: FillRule, paint: &Paint<'_>) {
        match paint {
            Paint::Color(colour) => {
                let colour = self.colour(colour.to_rgba().to_rgba8());
                self.push(ElementKind::Path { path, fill: Some(Fill { colour, rule }), stroke: None });
            }
            Paint::Pattern(pattern) => match pattern.as_ref() {
                Pattern::Shading(shading) => self.shade(path, rule, shading),
                Pattern::Tiling(tiling) => self.tile(path, rule, tiling),
            },
        }
    }

    fn stroke(&mut self, path: Vec<PathStep>, props: &StrokeProps, transform: Affine, paint: &Paint<'_>) {
        let colour = self.mean_of(paint);
        let stroke = stroke(props, transform, colour);
        // What is filled and then drawn along is one thing.
        if let Some(Element { layer, kind: ElementKind::Path { path: last, fill: Some(_), stroke: none @ None }, .. }) =
            self.drawing.elements.last_mut()
            && self.line.is_none()
            && *layer == self.marks.last().copied().unwrap_or_default()
            && *last == path
        {
            *none = Some(stroke);
            return;
        }
        self.push(ElementKind::Path { path, fill: None, stroke: Some(stroke) });
    }

    /// A colour under the groups that enclose it.
    fn colour(&self, colour: [u8; 4]) -> Rgba {
        let [red, green, blue, alpha] = blends::as_laid_over(colour, self.innermost().blend);
        Rgba([red, green, blue, (f32::from(alpha) * self.opacity()).round() as u8])
    }
}

impl<'a> Device<'a> for Plotter<'_> {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        let steps = steps(path, props.transform);
        self.masked(props.soft_mask.as_ref(), props.blend_mode, |plotter| match mode {
            DrawMode::Fill(rule) => plotter.fill(steps, self::rule(*rule), &props.paint),
            DrawMode::Stroke(stroke) => plotter.stroke(steps, stroke, props.transform, &props.paint),
            DrawMode::FillAndStroke(rule, stroke) => {
                plotter.fill(steps.clone(), self::rule(*rule), &props.paint);
                plotter.stroke(steps, stroke, props.transform, &props.paint);
            }
            DrawMode::Invisible => {}
        });
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        self.clips.push(steps(&clip.path, Affine::IDENTITY), rule(clip.fill));
    }

    fn push_transparency_group(&mut self, opacity: f32, mask: Option<SoftMask<'a>>, blend: BlendMode) {
        self.open_group(opacity, mask.as_ref(), blend);
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        let mask = props.soft_mask.clone();
        self.masked(mask.as_ref(), props.blend_mode, |plotter| plotter.letters(run, &props, mode));
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.masked(props.soft_mask.as_ref(), props.blend_mode, |plotter| plotter.picture(&image, props.transform));
    }

    fn pop_clip(&mut self) {
        self.clips.pop();
    }

    fn pop_transparency_group(&mut self) {
        self.close_group();
    }

    fn begin_marked_content(&mut self, tag: &[u8], properties: Option<&Dict<'_>>) {
        let name = properties.filter(|_| tag == b"OC").and_then(|properties| group_name(self.groups, properties));
        let layer = match name {
            Some(name) => self.layer(&name),
            None => self.current_layer(),
        };
        self.marks.push(layer);
    }

    fn end_marked_content(&mut self) {
        if self.marks.len() > 1 {
            self.marks.pop();
        }
    }
}

/// The name of a group, or of the first of several that decide together.
fn group_name(groups: &Groups, properties: &Dict<'_>) -> Option<String> {
    let direct = properties.obj_id().and_then(|id| groups.name(id));
    let of_one = || groups.name(properties.get_ref("OCGs")?.into());
    let of_several = || {
        let several = properties.get::<Array<'_>>("OCGs")?;
        several.raw_iter().filter_map(|item| item.as_obj_ref()).find_map(|id| groups.name(id.into()))
    };
    direct.or_else(of_one).or_else(of_several).map(str::to_owned)
}

/// A path in units of the sheet.
fn steps(path: &BezPath, transform: Affine) -> Vec<PathStep> {
    path.elements()
        .iter()
        .map(|element| match *element {
            PathEl::MoveTo(to) => PathStep::Move(point(transform * to)),
            PathEl::LineTo(to) => PathStep::Line(point(transform * to)),
            PathEl::QuadTo(by, to) => PathStep::Quadratic(point(transform * by), point(transform * to)),
            PathEl::CurveTo(by, then, to) => {
                PathStep::Cubic(point(transform * by), point(transform * then), point(transform * to))
            }
            PathEl::ClosePath => PathStep::Close,
        })
        .collect()
}

fn point(point: Point) -> SheetPoint {
    [point.x as f32, point.y as f32]
}

fn rule(rule: PdfRule) -> FillRule {
    match rule {
        PdfRule::NonZero => FillRule::NonZero,
        PdfRule::EvenOdd => FillRule::EvenOdd,
    }
}

fn stroke(props: &StrokeProps, transform: Affine, colour: Rgba) -> Stroke {
    let scale = transform.determinant().abs().sqrt() as f32;
    let length = |length: f32| (length * scale).max(0.0);
    let dashes: Vec<f32> = props.dash_array.iter().map(|dash| length(*dash)).collect();
    let shows = dashes.len() <= 64 && dashes.iter().all(|dash| dash.is_finite()) && dashes.iter().sum::<f32>() > 1.0;
    Stroke {
        colour,
        width: length(props.line_width),
        cap: match props.line_cap {
            Cap::Butt => StrokeCap::Butt,
            Cap::Round => StrokeCap::Round,
            Cap::Square => StrokeCap::Square,
        },
        join: match props.line_join {
            Join::Miter => StrokeJoin::Miter,
            Join::Round => StrokeJoin::Round,
            Join::Bevel => StrokeJoin::Bevel,
        },
        dashes: if shows { dashes } else { Vec::new() },
        dash_start: if shows && props.dash_offset.is_finite() { props.dash_offset * scale } else { 0.0 },
    }
}
