//! Colours that change from place to place, and patterns.

use hayro::hayro_interpret::kurbo::{Affine, Rect, Shape as _};
use hayro::hayro_interpret::pattern::{ShadingPattern, TilingPattern};

use super::{DEPTH, Plotter, steps};
use crate::reader::{ElementKind, Fill, FillRule, PathStep, Rgba, path_bounds};

/// Pixels along the longer side of a shading that covers a sheet; a smaller one has fewer.
const SHADING_SIDE: f32 = 1_024.0;
/// Most and fewest pixels along the longer side of a shading.
const SHADING_SIDES: (f32, f32) = (4.0, 256.0);
/// Most cells of a pattern that are drawn one by one; finer ones have a mean colour.
const CELLS: f64 = 2_500.0;

impl Plotter<'_> {
    /// A shading within a path, as a small picture.
    pub(super) fn shade(&mut self, path: Vec<PathStep>, rule: FillRule, shading: &ShadingPattern) {
        let Some((min, max)) = path_bounds(&path) else { return };
        let left = self.clips.left();
        let area = [min[0].max(left[0]), min[1].max(left[1]), max[0].min(left[2]), max[1].min(left[3])];
        let (width, height) = (area[2] - area[0], area[3] - area[1]);
        if !(width > 0.0 && height > 0.0) {
            return;
        }
        let sheet = self.drawing.sheet.0.max(self.drawing.sheet.1) as f32;
        let longer = width.max(height);
        let side = (longer / sheet * SHADING_SIDE).clamp(SHADING_SIDES.0, SHADING_SIDES.1).ceil();
        let (pixels, scale) = sample(shading, area, side / longer);
        let clipped = shading.shading.clip_path.as_ref().map(|clip| steps(clip, Affine::IDENTITY));
        let alpha = self.opacity();
        let rgba: Vec<u8> = pixels.rgba.chunks_exact(4).flat_map(|pixel| faded(pixel, alpha)).collect();
        let corner = |x: u32, y: u32| [area[0] + x as f32 / scale, area[1] + y as f32 / scale];
        let corners = [corner(0, 0), corner(pixels.width, 0), corner(0, pixels.height)];
        self.clips.push(path, rule);
        if let Some(clip) = &clipped {
            self.clips.push(clip.clone(), FillRule::NonZero);
        }
        self.push(ElementKind::Picture { corners, width: pixels.width, height: pixels.height, rgba });
        if clipped.is_some() {
            self.clips.pop();
        }
        self.clips.pop();
    }

    pub(super) fn mean_of_shading(&self, shading: &ShadingPattern) -> Rgba {
        let left = self.clips.left();
        let longer = (left[2] - left[0]).max(left[3] - left[1]).max(1.0);
        let (pixels, _) = sample(shading, left, 16.0 / longer);
        let mut sum = [0_u64; 4];
        let mut count = 0;
        for pixel in pixels.rgba.chunks_exact(4).filter(|pixel| pixel.last() != Some(&0)) {
            count += 1;
            for (total, part) in sum.iter_mut().zip(pixel) {
                *total += u64::from(*part);
            }
        }
        let mean = sum.map(|total| u8::try_from(total / count.max(1)).unwrap_or(u8::MAX));
        self.colour(mean)
    }

    /// A pattern within a path: its cells one by one, or its mean colour where they are too many.
    pub(super) fn tile(&mut self, path: Vec<PathStep>, rule: FillRule, tiling: &TilingPattern<'_>) {
        let Some((min, max)) = path_bounds(&path) else { return };
        let left = self.clips.left();
        let area = Rect::new(
            f64::from(min[0].max(left[0])),
            f64::from(min[1].max(left[1])),
            f64::from(max[0].min(left[2])),
            f64::from(max[1].min(left[3])),
        );
        let is_empty = !(area.x0 < area.x1 && area.y0 < area.y1);
        if is_empty || tiling.matrix.determinant() == 0.0 {
            return;
        }
        let area = tiling.matrix.inverse().transform_rect_bbox(area);
        let step = (f64::from(tiling.x_step).abs(), f64::from(tiling.y_step).abs());
        let columns = (((area.x0 - tiling.bbox.x1) / step.0).ceil(), ((area.x1 - tiling.bbox.x0) / step.0).floor());
        let rows = (((area.y0 - tiling.bbox.y1) / step.1).ceil(), ((area.y1 - tiling.bbox.y0) / step.1).floor());
        // A step of nothing gives no number of cells.
        let is_few = (columns.1 - columns.0 + 1.0) * (rows.1 - rows.0 + 1.0) <= CELLS;
        if self.depth >= DEPTH || !is_few {
            let colour = self.mean_of_tiling(tiling);
            self.push(ElementKind::Path { path, fill: Some(Fill { colour, rule }), stroke: None });
            return;
        }
        self.clips.push(path, rule);
        let around = self.innermost();
        self.around.push(super::Enclosing { opacity: around.opacity * tiling.opacity, has_clip: false, ..around });
        self.depth += 1;
        for row in rows.0 as i64..=rows.1 as i64 {
            for column in columns.0 as i64..=columns.1 as i64 {
                let offset = Affine::translate((column as f64 * step.0, row as f64 * step.1));
                tiling.interpret(self, tiling.matrix * offset, false);
            }
        }
        self.end_line();
        self.depth -= 1;
        self.around.pop();
        self.clips.pop();
    }
}

struct Pixels {
    width: u32,
    height: u32,
    rgba: Vec<u8>,
}

/// A shading's pixels within an area of the sheet, and how many pixels a unit is.
fn sample(shading: &ShadingPattern, area: [f32; 4], scale: f32) -> (Pixels, f32) {
    // Meshes are sampled pixel by pixel as they are encoded, so the shading is made small first.
    let to_pixels = Affine::scale(f64::from(scale)) * Affine::translate((-f64::from(area[0]), -f64::from(area[1])));
    let small = ShadingPattern { matrix: to_pixels * shading.matrix, ..shading.clone() };
    let size = Rect::new(0.0, 0.0, f64::from((area[2] - area[0]) * scale), f64::from((area[3] - area[1]) * scale));
    let texture = small.encode().render_texture(size.bounding_box(), 1.0);
    (Pixels { width: texture.width, height: texture.height, rgba: texture.data }, scale)
}

fn faded(pixel: &[u8], opacity: f32) -> [u8; 4] {
    let [red, green, blue, alpha] = pixel.first_chunk::<4>().copied().unwrap_or_default();
    [red, green, blue, (f32::from(alpha) * opacity).round() as u8]
}
