//! Pictures on a page.

use hayro::hayro_interpret::kurbo::{Affine, Point};
use hayro::hayro_interpret::{Image, ImageData, LumaData};
use image::RgbaImage;
use image::imageops;

use super::{Plotter, point};
use crate::reader::{ElementKind, Rgba, limits};

impl Plotter<'_> {
    pub(super) fn picture(&mut self, image: &Image<'_, '_>, transform: Affine) {
        let (width, height) = (f64::from(image.width()), f64::from(image.height()));
        let corners = [(0.0, 0.0), (width, 0.0), (0.0, height)].map(|(x, y)| point(transform * Point::new(x, y)));
        let opacity = self.opacity();
        // Larger ones are decoded smaller where their format can.
        let side = limits::PICTURE_SHOWN_SIDE;
        let wanted = Some((image.width().min(side), image.height().min(side)));
        let mut pixels = None;
        match image {
            Image::Raster(raster) => {
                raster.with_rgba(|data, alpha| pixels = coloured(data, alpha, opacity), wanted);
            }
            Image::Stencil(stencil) => stencil.with_stencil(
                |luma, paint| {
                    let Rgba([red, green, blue, alpha]) = self.mean_of(paint);
                    let rgba = luma.data.iter().flat_map(|part| [red, green, blue, times(*part, alpha)]).collect();
                    pixels = RgbaImage::from_raw(luma.width, luma.height, rgba);
                },
                wanted,
            ),
        }
        let Some(pixels) = pixels.and_then(|pixels| bounded(pixels, self.left.bytes)) else { return };
        let (width, height) = pixels.dimensions();
        self.push(ElementKind::Picture { corners, width, height, rgba: pixels.into_raw() });
    }
}

fn times(one: u8, other: u8) -> u8 {
    u8::try_from(u16::from(one) * u16::from(other) / 255).unwrap_or(u8::MAX)
}

fn coloured(data: ImageData, alpha: Option<LumaData>, opacity: f32) -> Option<RgbaImage> {
    let opacity = super::masks::byte(opacity);
    let (width, height) = (data.width(), data.height());
    let rgba = match data {
        ImageData::Rgb(rgb) => rgb.data.as_chunks::<3>().0.iter().flat_map(|[r, g, b]| [*r, *g, *b, opacity]).collect(),
        ImageData::Luma(luma) => luma.data.iter().flat_map(|light| [*light, *light, *light, opacity]).collect(),
    };
    let mut pixels = RgbaImage::from_raw(width, height, rgba)?;
    let Some(alpha) = alpha.filter(|alpha| alpha.width > 0 && alpha.height > 0) else { return Some(pixels) };
    // A mask may be finer than what it masks: then the picture becomes as fine, so that edges stay sharp.
    if u64::from(alpha.width) * u64::from(alpha.height) > u64::from(width) * u64::from(height) {
        pixels = imageops::resize(&pixels, alpha.width, alpha.height, imageops::FilterType::Triangle);
    }
    let (width, height) = pixels.dimensions();
    for (x, y, pixel) in pixels.enumerate_pixels_mut() {
        let along = |at: u32, side: u32, of: u32| u64::from(at) * u64::from(of) / u64::from(side.max(1));
        let at = along(y, height, alpha.height) * u64::from(alpha.width) + along(x, width, alpha.width);
        let masked = usize::try_from(at).ok().and_then(|at| alpha.data.get(at)).copied().unwrap_or(u8::MAX);
        pixel.0[3] = times(pixel.0[3], masked);
    }
    Some(pixels)
}

/// The picture, made smaller where it is larger than a picture may be or than there is room for.
fn bounded(pixels: RgbaImage, room: usize) -> Option<RgbaImage> {
    let (mut width, mut height) = pixels.dimensions();
    let most = limits::PICTURE_SHOWN_SIDE;
    let bytes = |width: u32, height: u32| width as usize * height as usize * 4;
    // Later pictures need room too.
    while width.max(height) > most || bytes(width, height) > (room / 2).max(4) {
        (width, height) = ((width / 2).max(1), (height / 2).max(1));
        if (width, height) == (1, 1) {
            break;
        }
    }
    if bytes(width, height) > room {
        return None;
    }
    let is_whole = (width, height) == pixels.dimensions();
    Some(if is_whole { pixels } else { imageops::thumbnail(&pixels, width, height) })
}
