//! A drawing in a PDF, as vectors.

use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Rect, Size, Transform};
use krilla::image::Image;
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, Stroke, StrokeDash};
use krilla::surface::Surface;

use super::{ExportedMap, MapContent, SheetTransform, clips_around};
use crate::reader::{self, Drawing, ElementKind, PathStep, Rgba, StrokeCap, StrokeJoin};

/// Width of the thinnest lines, in points.
const HAIRLINE: f64 = 0.25;

/// Paints a map. `image` makes the picture of its pixels.
pub(in crate::export) fn paint(
    surface: &mut Surface<'_>,
    map: &ExportedMap,
    to_page: SheetTransform,
    image: impl FnOnce(&reader::Picture) -> Option<Image>,
) {
    let [left, top, right, bottom] = map.shown().map(|side| side as f32);
    let mut shown = PathBuilder::new();
    let Some(area) = Rect::from_ltrb(left, top, right, bottom) else { return };
    shown.push_rect(area);
    let (Some(shown), Some(opacity)) = (shown.finish(), NormalizedF32::new(map.opacity())) else { return };
    let SheetTransform { across, down, origin } = to_page;
    let row = [across.0, across.1, down.0, down.1, origin.0, origin.1].map(|part| part as f32);
    surface.push_transform(&Transform::from_row(row[0], row[1], row[2], row[3], row[4], row[5]));
    surface.push_clip_path(&shown, &FillRule::NonZero);
    let is_faded = opacity != NormalizedF32::ONE;
    if is_faded {
        surface.push_opacity(opacity);
    }
    match &map.content {
        MapContent::Pixels(picture) => {
            let [width, height] = map.sheet().map(|side| side as f32);
            if let (Some(image), Some(size)) = (image(picture), Size::from_wh(width, height)) {
                surface.draw_image(image, size);
            }
        }
        MapContent::Vectors(drawing) => vectors(surface, drawing, to_page.scale()),
    }
    if is_faded {
        surface.pop();
    }
    surface.pop();
    surface.pop();
}

/// Paints a drawing, of whose sheet a unit is so many points.
fn vectors(surface: &mut Surface<'_>, drawing: &Drawing, scale: f64) {
    let hairline = (HAIRLINE / scale.max(f64::MIN_POSITIVE)) as f32;
    let mut open: Vec<u32> = Vec::new();
    for element in &drawing.elements {
        let wanted = clips_around(drawing, element.clip);
        let same = open.iter().zip(&wanted).take_while(|(is, should)| is == should).count();
        for _ in same..open.len() {
            surface.pop();
        }
        open.truncate(same);
        let mut shows = true;
        for place in wanted.into_iter().skip(same) {
            let clip = drawing.clips.get(place as usize).and_then(|clip| Some((path(&clip.path)?, rule(clip.rule))));
            // Nothing shows within a clip without an area.
            let Some((path, rule)) = clip else {
                shows = false;
                break;
            };
            surface.push_clip_path(&path, &rule);
            open.push(place);
        }
        if shows {
            self::element(surface, &element.kind, hairline);
        }
    }
    for _ in open {
        surface.pop();
    }
}

fn element(surface: &mut Surface<'_>, kind: &ElementKind, hairline: f32) {
    let (steps, filled, drawn) = match kind {
        ElementKind::Path { path, fill, stroke } => (path, fill.as_ref(), stroke.as_ref()),
        ElementKind::Text { outlines, fill, .. } => (outlines, Some(fill), None),
        ElementKind::Picture { corners: [origin, across, down], width, height, rgba } => {
            let is_whole = u64::from(*width) * u64::from(*height) * 4 == rgba.len() as u64;
            let Some(unit) = Size::from_wh(1.0, 1.0).filter(|_| is_whole && *width > 0 && *height > 0) else { return };
            let (across, down) = ([across[0] - origin[0], across[1] - origin[1]], [down[0] - origin[0], down[1] - origin[1]]);
            surface.push_transform(&Transform::from_row(across[0], across[1], down[0], down[1], origin[0], origin[1]));
            surface.draw_image(Image::from_rgba8(rgba.clone(), *width, *height), unit);
            surface.pop();
            return;
        }
    };
    let filled = filled.filter(|fill| fill.colour.0[3] > 0);
    let drawn = drawn.filter(|stroke| stroke.colour.0[3] > 0);
    let Some(path) = path(steps).filter(|_| filled.is_some() || drawn.is_some()) else { return };
    surface.set_fill(filled.map(|fill| {
        let (paint, opacity) = colour(fill.colour);
        Fill { paint: paint.into(), opacity, rule: rule(fill.rule) }
    }));
    surface.set_stroke(drawn.map(|stroke| {
        let (paint, opacity) = colour(stroke.colour);
        Stroke {
            paint: paint.into(),
            opacity,
            width: if stroke.width > 0.0 { stroke.width } else { hairline },
            line_cap: match stroke.cap {
                StrokeCap::Butt => LineCap::Butt,
                StrokeCap::Round => LineCap::Round,
                StrokeCap::Square => LineCap::Square,
            },
            line_join: match stroke.join {
                StrokeJoin::Miter => LineJoin::Miter,
                StrokeJoin::Round => LineJoin::Round,
                StrokeJoin::Bevel => LineJoin::Bevel,
            },
            dash: (!stroke.dashes.is_empty()).then(|| StrokeDash { array: stroke.dashes.clone(), offset: stroke.dash_start }),
            ..Stroke::default()
        }
    }));
    surface.draw_path(&path);
}

fn path(steps: &[PathStep]) -> Option<Path> {
    let mut path = PathBuilder::new();
    for step in steps {
        match *step {
            PathStep::Move([x, y]) => path.move_to(x, y),
            PathStep::Line([x, y]) => path.line_to(x, y),
            PathStep::Quadratic(by, [x, y]) => path.quad_to(by[0], by[1], x, y),
            PathStep::Cubic(by, then, [x, y]) => path.cubic_to(by[0], by[1], then[0], then[1], x, y),
            PathStep::Close => path.close(),
        }
    }
    path.finish()
}

fn rule(rule: reader::FillRule) -> FillRule {
    match rule {
        reader::FillRule::NonZero => FillRule::NonZero,
        reader::FillRule::EvenOdd => FillRule::EvenOdd,
    }
}

fn colour(Rgba([red, green, blue, alpha]): Rgba) -> (rgb::Color, NormalizedF32) {
    (rgb::Color::new(red, green, blue), NormalizedF32::new(f32::from(alpha) / 255.0).unwrap_or(NormalizedF32::ONE))
}
