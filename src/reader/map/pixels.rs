//! Pixels at every size: a picture, its halves, and how they are painted onto a tile.

use std::sync::LazyLock;

/// Rows of pixels from the top, four bytes each, sRGB with straight alpha.
#[derive(Clone, Copy)]
pub(super) struct Pixels<'a> {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) rgba: &'a [u8],
}

/// A picture made smaller.
pub(super) struct Half {
    width: u32,
    height: u32,
    rgba: Vec<u8>,
}

impl Half {
    pub(super) fn pixels(&self) -> Pixels<'_> {
        Pixels { width: self.width, height: self.height, rgba: &self.rgba }
    }
}

/// Where the middle of a tile's pixel lies in a picture, in its pixels: `x * along + y * down + origin`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Affine {
    pub(super) origin: [f64; 2],
    pub(super) along: [f64; 2],
    pub(super) down: [f64; 2],
}

/// Columns and rows of a tile: from the first to the one after the last.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window {
    pub(super) columns: (u32, u32),
    pub(super) rows: (u32, u32),
}

/// The smaller ones of a picture, each half as large as the one before (rounded up), down to a side of 64 pixels.
pub(super) fn halves(base: Pixels<'_>) -> Vec<Half> {
    let mut done: Vec<Half> = Vec::new();
    loop {
        let last = done.last().map_or(base, Half::pixels);
        if last.width.max(last.height) <= 64 {
            return done;
        }
        done.push(half(last));
    }
}

/// The mean of four pixels each, in linear light.
fn half(of: Pixels<'_>) -> Half {
    let (width, height) = (of.width.div_ceil(2), of.height.div_ceil(2));
    let mut rgba = Vec::with_capacity(width as usize * height as usize * 4);
    let light = &*LIGHT;
    for y in 0..height {
        let upper = of.row(y * 2);
        let lower = of.row((y * 2 + 1).min(of.height - 1));
        for x in 0..width {
            let (left, right) = (x as usize * 2, (x * 2 + 1).min(of.width - 1) as usize);
            let four =
                [upper.get(left), upper.get(right), lower.get(left), lower.get(right)].map(|p| p.copied().unwrap_or([0; 4]));
            let opacity: u32 = four.iter().map(|pixel| u32::from(pixel[3])).sum();
            let mean = |colour: fn(&[u8; 4]) -> u8| {
                let sum: u64 = four.iter().map(|pixel| u64::from(light.to_linear(colour(pixel))) * u64::from(pixel[3])).sum();
                light.to_srgb((sum / u64::from(opacity.max(1))) as u16)
            };
            rgba.extend([mean(|p| p[0]), mean(|p| p[1]), mean(|p| p[2]), ((opacity + 2) / 4) as u8]);
        }
    }
    Half { width, height, rgba }
}

impl<'a> Pixels<'a> {
    fn row(self, y: u32) -> &'a [[u8; 4]] {
        let width = self.width as usize;
        let pixels = self.rgba.as_chunks::<4>().0;
        pixels.get(y as usize * width..(y as usize + 1) * width).unwrap_or_default()
    }

    /// The colour at a place, premultiplied, between the four nearest pixels; beyond the edges it is that of the edge.
    fn at(self, x: f32, y: f32) -> [f32; 4] {
        let (x, y) = ((x - 0.5).clamp(0.0, (self.width - 1) as f32), (y - 0.5).clamp(0.0, (self.height - 1) as f32));
        let (left, top) = (x as u32, y as u32);
        let (part_x, part_y) = (x - left as f32, y - top as f32);
        let (upper, lower) = (self.row(top), self.row((top + 1).min(self.height - 1)));
        let right = (left + 1).min(self.width - 1) as usize;
        let mut sum = [0.0; 4];
        let corners = [
            (upper, left as usize, (1.0 - part_x) * (1.0 - part_y)),
            (upper, right, part_x * (1.0 - part_y)),
            (lower, left as usize, (1.0 - part_x) * part_y),
            (lower, right, part_x * part_y),
        ];
        for (row, column, weight) in corners {
            let [red, green, blue, alpha] = row.get(column).copied().unwrap_or([0; 4]);
            let weight = weight * f32::from(alpha);
            sum[0] += weight * f32::from(red);
            sum[1] += weight * f32::from(green);
            sum[2] += weight * f32::from(blue);
            sum[3] += weight * 255.0;
        }
        sum.map(|value| value / 255.0)
    }
}

/// Paints a picture over the pixels of a tile that is `side` wide, premultiplied, as far as the window and the mask (a byte a
/// pixel) let it.
pub(super) fn paint(
    tile: &mut [u8],
    side: u32,
    window: Window,
    base: Pixels<'_>,
    halves: &[Half],
    place: Affine,
    mask: Option<&[u8]>,
) {
    if base.width == 0 || base.height == 0 {
        return;
    }
    // Pixels of the picture that one of the tile's is wide.
    let step = place.along[0].hypot(place.along[1]).max(place.down[0].hypot(place.down[1])).max(1e-9);
    let level = step.log2().floor().max(0.0) as usize;
    let source = level.checked_sub(1).and_then(|last| halves.get(last.min(halves.len().saturating_sub(1))));
    let source = source.map_or(base, Half::pixels);
    let shrunk = [f64::from(source.width) / f64::from(base.width), f64::from(source.height) / f64::from(base.height)];
    // Between a half and the next, four places are looked at for a pixel.
    let looks: &[[f64; 2]] =
        if step * shrunk[0] > 1.05 { &[[-0.25, -0.25], [0.25, -0.25], [-0.25, 0.25], [0.25, 0.25]] } else { &[[0.0; 2]] };
    let soft = |at: f64, length: u32| (at.min(f64::from(length) - at) / step + 0.5).clamp(0.0, 1.0);
    let pixels = tile.as_chunks_mut::<4>().0;
    for row in window.rows.0..window.rows.1 {
        for column in window.columns.0..window.columns.1 {
            let index = row as usize * side as usize + column as usize;
            let seen = mask.map_or(255, |mask| mask.get(index).copied().unwrap_or_default());
            let place_of = |off: &[f64; 2]| {
                let (x, y) = (f64::from(column) + 0.5 + off[0], f64::from(row) + 0.5 + off[1]);
                [
                    x * place.along[0] + y * place.down[0] + place.origin[0],
                    x * place.along[1] + y * place.down[1] + place.origin[1],
                ]
            };
            let middle = place_of(&[0.0; 2]);
            let cover = soft(middle[0], base.width) * soft(middle[1], base.height) * f64::from(seen) / 255.0;
            let Some(pixel) = pixels.get_mut(index).filter(|_| cover > 0.0) else { continue };
            let mut sum = [0.0_f32; 4];
            for look in looks {
                let [x, y] = place_of(look);
                let colour = source.at((x * shrunk[0]) as f32, (y * shrunk[1]) as f32);
                for (sum, value) in sum.iter_mut().zip(colour) {
                    *sum += value;
                }
            }
            let weight = cover as f32 / looks.len() as f32;
            let left = 1.0 - sum[3] * weight / 255.0;
            for (under, over) in pixel.iter_mut().zip(sum) {
                *under = (f32::from(*under) * left + over * weight + 0.5) as u8;
            }
        }
    }
}

/// sRGB to linear light and back, by tables.
struct Light {
    linear: [u16; 256],
    srgb: Vec<u8>,
}

/// Linear light is counted from 0 to this.
const MOST_LIGHT: u16 = 16_383;

static LIGHT: LazyLock<Light> = LazyLock::new(|| {
    let curve = |value: f64| if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) };
    let linear = std::array::from_fn(|value| (curve(value as f64 / 255.0) * f64::from(MOST_LIGHT)).round() as u16);
    let back = |light: f64| if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
    let srgb = (0..=MOST_LIGHT).map(|light| (back(f64::from(light) / f64::from(MOST_LIGHT)) * 255.0).round() as u8);
    Light { linear, srgb: srgb.collect() }
});

impl Light {
    fn to_linear(&self, value: u8) -> u16 {
        self.linear.get(usize::from(value)).copied().unwrap_or_default()
    }

    fn to_srgb(&self, light: u16) -> u8 {
        self.srgb.get(usize::from(light)).copied().unwrap_or(255)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Affine = Affine { origin: [0.0, 0.0], along: [1.0, 0.0], down: [0.0, 1.0] };

    fn whole(side: u32) -> Window {
        Window { columns: (0, side), rows: (0, side) }
    }

    #[test]
    fn half_of_black_and_white_is_half_the_light_and_clear_pixels_have_no_colour() {
        let board: Vec<u8> =
            (0..128 * 128).flat_map(|at| if (at + at / 128) % 2 == 0 { [0, 0, 0, 255] } else { [255; 4] }).collect();
        let halves = halves(Pixels { width: 128, height: 128, rgba: &board });
        assert_eq!(halves.len(), 1);
        assert_eq!(halves.first().and_then(|half| half.rgba.get(..4)), Some(&[188, 188, 188, 255][..]));
        let edge: Vec<u8> = (0..128 * 2).flat_map(|at| if at % 2 == 0 { [200, 10, 10, 255] } else { [0, 255, 0, 0] }).collect();
        let half = half(Pixels { width: 128, height: 2, rgba: &edge });
        assert_eq!((half.width, half.height, half.rgba.get(..4)), (64, 1, Some(&[200, 10, 10, 128][..])));
    }

    #[test]
    fn every_value_comes_back_from_linear_light() {
        for value in 0..=255 {
            assert_eq!(LIGHT.to_srgb(LIGHT.to_linear(value)), value);
        }
    }

    #[test]
    fn pixel_for_pixel_a_picture_is_itself_and_premultiplied() {
        let rgba = [200, 100, 50, 255, 200, 100, 50, 128, 0, 0, 0, 255, 9, 9, 9, 0];
        let mut tile = vec![0; 64];
        paint(&mut tile, 4, whole(4), Pixels { width: 2, height: 2, rgba: &rgba }, &[], PLAIN, None);
        assert_eq!(tile.get(..8), Some(&[200, 100, 50, 255, 100, 50, 25, 128][..]));
        assert_eq!(tile.get(16..24), Some(&[0, 0, 0, 255, 0, 0, 0, 0][..]));
        assert!(tile.iter().skip(8).take(8).all(|byte| *byte == 0), "beyond the picture nothing is painted");
    }

    #[test]
    fn a_mask_lets_a_part_through() {
        let mut tile = vec![0; 16];
        let mask = [255, 0, 51, 0];
        paint(&mut tile, 2, whole(2), Pixels { width: 2, height: 2, rgba: &[255; 16] }, &[], PLAIN, Some(&mask));
        assert_eq!(tile, [255, 255, 255, 255, 0, 0, 0, 0, 51, 51, 51, 51, 0, 0, 0, 0]);
    }

    #[test]
    fn fine_stripes_become_their_mean_at_every_size() {
        let stripes: Vec<u8> = (0..1_024 * 1_024).flat_map(|at| if at % 2 == 0 { [0, 0, 0, 255] } else { [255; 4] }).collect();
        let base = Pixels { width: 1_024, height: 1_024, rgba: &stripes };
        let halves = halves(base);
        for step in [2.0, 2.7, 4.0, 7.5, 16.0] {
            let mut tile = vec![0; 32 * 32 * 4];
            let place = Affine { origin: [100.0, 100.0], along: [step, 0.0], down: [0.0, step] };
            paint(&mut tile, 32, whole(32), base, &halves, place, None);
            assert!(
                tile.as_chunks::<4>().0.iter().all(|pixel| pixel[0].abs_diff(188) < 3 && pixel[3] == 255),
                "{step}: {:?}",
                tile.get(..8)
            );
        }
    }
}
