//! Masks and mean colours: what plain data cannot say exactly is said in one colour, in the right place.

use hayro::hayro_interpret::pattern::{Pattern, TilingPattern};
use hayro::hayro_interpret::{CacheKey as _, MaskType, Paint, SoftMask};

use super::{DEPTH, Plotter};
use crate::reader::{Drawing, ElementKind, PathStep, Rgba};

/// Less light than this is none.
const DARK: f32 = 0.02;

/// Most steps of the area that a mask leaves.
const AREA_STEPS: usize = 20_000;

/// A mask as one opacity within an area.
#[derive(Clone, Debug)]
pub(super) struct Mask {
    pub(super) opacity: f32,
    /// Where it lets something through; everywhere where there is none.
    pub(super) area: Option<Vec<PathStep>>,
}

impl Plotter<'_> {
    pub(super) fn mask(&mut self, mask: &SoftMask<'_>) -> Mask {
        let key = mask.cache_key();
        if let Some(known) = self.masks.get(&key) {
            return known.clone();
        }
        let found = if self.depth < DEPTH { self.read_mask(mask) } else { Mask { opacity: 0.5, area: None } };
        self.masks.insert(key, found.clone());
        found
    }

    fn read_mask(&self, mask: &SoftMask<'_>) -> Mask {
        let mut within = self.within();
        mask.interpret(&mut within);
        let is_luminosity = mask.mask_type() == MaskType::Luminosity;
        let value = |[red, green, blue, alpha]: [f32; 4]| {
            let light = if is_luminosity { 0.3f32.mul_add(red, 0.59f32.mul_add(green, 0.11 * blue)) } else { 1.0 };
            light * alpha
        };
        let around = if is_luminosity { value(mask.background_color().to_rgba().components()) } else { 0.0 };
        let Ok(drawing) = within.finish() else { return Mask { opacity: 0.5, area: None } };
        let patches: Vec<_> = drawing.elements.iter().filter_map(|element| patch(&element.kind)).collect();
        let bright: Vec<_> = patches.iter().filter(|patch| value(patch.colour) > DARK).collect();
        let total: f32 = bright.iter().map(|patch| patch.area).sum();
        if total <= 0.0 {
            return Mask { opacity: around, area: None };
        }
        let opacity = bright.iter().map(|patch| value(patch.colour) * patch.area).sum::<f32>() / total;
        let steps: usize = bright.iter().map(|patch| patch.path.len()).sum();
        let area = (around <= DARK && steps <= AREA_STEPS).then(|| bright.iter().flat_map(|patch| patch.path.clone()).collect());
        Mask { opacity, area }
    }

    /// The colour of a paint where it is one, else the mean of its pattern.
    pub(super) fn mean_of(&self, paint: &Paint<'_>) -> Rgba {
        match paint {
            Paint::Color(colour) => self.colour(colour.to_rgba().to_rgba8()),
            Paint::Pattern(pattern) => match pattern.as_ref() {
                Pattern::Shading(shading) => self.mean_of_shading(shading),
                Pattern::Tiling(tiling) => self.mean_of_tiling(tiling),
            },
        }
    }

    pub(super) fn mean_of_tiling(&self, tiling: &TilingPattern<'_>) -> Rgba {
        let mut within = self.within();
        if self.depth < DEPTH {
            tiling.interpret(&mut within, tiling.matrix, false);
        }
        let mean = within.finish().ok().and_then(|cell| mean(&cell)).unwrap_or([0.5; 4]);
        let [red, green, blue, alpha] = mean;
        self.colour([red, green, blue, alpha * tiling.opacity].map(byte))
    }
}

pub(super) fn byte(part: f32) -> u8 {
    (part.clamp(0.0, 1.0) * 255.0).round() as u8
}

/// An element as an area of one colour.
struct Patch {
    path: Vec<PathStep>,
    area: f32,
    colour: [f32; 4],
}

fn patch(kind: &ElementKind) -> Option<Patch> {
    let (min, max) = kind.bounds()?;
    let area = ((max[0] - min[0]) * (max[1] - min[1])).max(1.0);
    let parts = |Rgba(colour): Rgba| colour.map(|part| f32::from(part) / 255.0);
    Some(match kind {
        ElementKind::Path { path, fill: Some(fill), .. } => Patch { path: path.clone(), area, colour: parts(fill.colour) },
        ElementKind::Path { stroke, .. } => Patch {
            path: vec![
                PathStep::Move(min),
                PathStep::Line([max[0], min[1]]),
                PathStep::Line(max),
                PathStep::Line([min[0], max[1]]),
                PathStep::Close,
            ],
            area,
            colour: parts(stroke.as_ref()?.colour),
        },
        ElementKind::Text { outlines, fill, .. } => {
            Patch { path: outlines.clone(), area: area / 2.0, colour: parts(fill.colour) }
        }
        ElementKind::Picture { corners: [a, b, c], rgba, .. } => {
            let pixels = rgba.as_chunks::<4>().0;
            let mut sum = [0.0_f32; 4];
            for [red, green, blue, alpha] in pixels {
                let alpha = f32::from(*alpha) / 255.0;
                let seen = [*red, *green, *blue].map(|part| f32::from(part) / 255.0 * alpha);
                for (total, part) in sum.iter_mut().zip([seen[0], seen[1], seen[2], alpha]) {
                    *total += part;
                }
            }
            let [red, green, blue, alpha] = sum;
            let all = alpha.max(f32::MIN_POSITIVE);
            let colour = [red / all, green / all, blue / all, alpha / pixels.len().max(1) as f32];
            let last = [b[0] + c[0] - a[0], b[1] + c[1] - a[1]];
            let path = vec![PathStep::Move(*a), PathStep::Line(*b), PathStep::Line(last), PathStep::Line(*c), PathStep::Close];
            Patch { path, area, colour }
        }
    })
}

/// The mean colour of what is drawn, by the area of each thing.
fn mean(drawing: &Drawing) -> Option<[f32; 4]> {
    let patches: Vec<_> = drawing.elements.iter().filter_map(|element| patch(&element.kind)).collect();
    let total: f32 = patches.iter().map(|patch| patch.area).sum();
    (total > 0.0).then(|| {
        let mut mean = [0.0; 4];
        for patch in &patches {
            for (sum, part) in mean.iter_mut().zip(patch.colour) {
                *sum += part * patch.area / total;
            }
        }
        mean
    })
}
