//! Files of pixels to pixels: PNG, JPEG, WebP, GIF (its first frame), TIFF (its first page) and BMP.
//!
//! The size that a file claims is checked before anything is allocated for it.

use super::{Kind, ReadError, limits};
use image::codecs::{bmp::BmpDecoder, gif::GifDecoder, jpeg::JpegDecoder, png::PngDecoder, tiff::TiffDecoder, webp::WebPDecoder};
use image::metadata::Orientation;
use image::{ColorType, DynamicImage, ImageDecoder, ImageError, Limits, RgbaImage};
use std::io::Cursor;

/// A picture, decoded and turned upright.
pub(super) struct Bitmap {
    /// Width and height of the file's picture as a person sees it, in pixels.
    pub(super) source: (u32, u32),
    /// Width of `rgba` in pixels: the source's, or a half, a third and so on of it where that would take too much memory.
    pub(super) width: u32,
    /// Height of `rgba` in pixels.
    pub(super) height: u32,
    /// The pixels in rows from the top, four bytes each, sRGB with straight alpha.
    pub(super) rgba: Vec<u8>,
}

/// Bytes of pixels that are kept, four each: an A0 scan in colour at 300 dots per inch fits.
pub(super) const KEPT_BYTES: u64 = 600 << 20;

/// Bytes of pixels as the decoder gives them and as they become, together: beside them a worker has room for their halves.
const WORKING_BYTES: u64 = 800 << 20;

/// Reads a picture of any of these kinds.
pub(super) fn read(bytes: &[u8]) -> Result<Bitmap, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    let from = Cursor::new(bytes);
    match Kind::of(bytes) {
        Kind::Png => png(bytes),
        Kind::Jpeg => jpeg(bytes),
        Kind::WebP => decode(WebPDecoder::new(from)),
        Kind::Gif => decode(GifDecoder::new(from)),
        Kind::Tiff => super::tiff::read(bytes).unwrap_or_else(|| decode(TiffDecoder::new(from))),
        Kind::Bmp => bmp(bytes),
        kind if kind.is_picture_or_drawing() => Err(ReadError::UnsupportedKind { kind }),
        looks_like => Err(ReadError::NotAPicture { looks_like }),
    }
}

fn png(bytes: &[u8]) -> Result<Bitmap, ReadError> {
    // A PNG says its size in the first chunk, at this place. The decoder allocates before it says anything itself.
    let side = |at: usize| bytes.get(at..at + 4).and_then(|side| side.try_into().ok()).map(u32::from_be_bytes);
    let (Some(width), Some(height)) = (side(16), side(20)) else { return Err(ReadError::Truncated) };
    check_size(width, height)?;
    let read = decode(PngDecoder::with_limits(Cursor::new(bytes), allowed()));
    let has_end = || bytes.windows(4).any(|window| window == b"IEND");
    match read {
        Err(ReadError::Damaged { .. }) if !has_end() => Err(ReadError::Truncated),
        read => read,
    }
}

fn jpeg(bytes: &[u8]) -> Result<Bitmap, ReadError> {
    let decoder = JpegDecoder::new(Cursor::new(bytes));
    if let Ok(decoder) = &decoder {
        let (width, height) = decoder.dimensions();
        check_size(width, height)?;
    }
    // The decoder fills up a picture that ends in the middle. The scan's data holds no end mark before the true one.
    let last = |mark: u8| bytes.array_windows().rposition(|pair| *pair == [0xFF, mark]);
    if decoder.is_ok() && last(0xD9) < last(0xDA) {
        return Err(ReadError::Truncated);
    }
    decode(decoder)
}

fn bmp(bytes: &[u8]) -> Result<Bitmap, ReadError> {
    // Where the pixels begin. The decoder takes what is missing of them for black.
    let start = bytes.get(10..14).and_then(|start| start.try_into().ok()).map(u32::from_le_bytes);
    if start.is_none_or(|start| bytes.len() <= start as usize) {
        return Err(ReadError::Truncated);
    }
    decode(BmpDecoder::new(Cursor::new(bytes)))
}

fn allowed() -> Limits {
    let mut allowed = Limits::no_limits();
    allowed.max_alloc = Some(limits::PICTURE_BYTES);
    allowed
}

pub(super) fn check_size(width: u32, height: u32) -> Result<(), ReadError> {
    if width == 0 || height == 0 {
        return Err(ReadError::Damaged { detail: format!("{width} x {height} pixels") });
    }
    if width.max(height) > limits::PICTURE_SIDE || u64::from(width) * u64::from(height) > limits::PICTURE_BYTES {
        return Err(ReadError::PictureTooLarge { width, height });
    }
    Ok(())
}

fn decode(decoder: Result<impl ImageDecoder, ImageError>) -> Result<Bitmap, ReadError> {
    let mut decoder = decoder.map_err(|error| failed(&error, 0, 0))?;
    let (width, height) = decoder.dimensions();
    check_size(width, height)?;
    if decoder.total_bytes() > limits::PICTURE_BYTES {
        return Err(ReadError::PictureTooLarge { width, height });
    }
    let failed = |error: ImageError| failed(&error, width, height);
    decoder.set_limits(allowed()).map_err(failed)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    turned(pixels(decoder).map_err(failed)?, orientation)
}

/// A picture as a person sees it, whatever way the camera or the scanner was turned.
pub(super) fn turned(bitmap: Bitmap, orientation: Orientation) -> Result<Bitmap, ReadError> {
    if orientation == Orientation::NoTransforms {
        return Ok(bitmap);
    }
    let image = RgbaImage::from_raw(bitmap.width, bitmap.height, bitmap.rgba).ok_or(ReadError::TooMuchMemory)?;
    let mut image = DynamicImage::from(image);
    image.apply_orientation(orientation);
    let (width, height) = (image.width(), image.height());
    let is_turned = matches!(
        orientation,
        Orientation::Rotate90 | Orientation::Rotate270 | Orientation::Rotate90FlipH | Orientation::Rotate270FlipH
    );
    let source = if is_turned { (bitmap.source.1, bitmap.source.0) } else { bitmap.source };
    Ok(Bitmap { source, width, height, rgba: image.into_rgba8().into_raw() })
}

/// The pixels of a decoder.
fn pixels(decoder: impl ImageDecoder) -> Result<Bitmap, ImageError> {
    let (width, height) = decoder.dimensions();
    let count = width as usize * height as usize;
    let parts = match decoder.color_type() {
        ColorType::L8 => 1,
        ColorType::La8 => 2,
        ColorType::Rgb8 => 3,
        ColorType::Rgba8 => 4,
        _ => return Ok(reduced(DynamicImage::from_decoder(decoder)?)),
    };
    if count as u64 * 4 > KEPT_BYTES {
        return Ok(reduced(DynamicImage::from_decoder(decoder)?));
    }
    // Without a second copy: what is decoded lies at the beginning of what it becomes, and is spread from its end.
    let mut rgba = vec![0; count * 4];
    decoder.read_image(rgba.get_mut(..count * parts).unwrap_or_default())?;
    if parts < 4 {
        for place in (0..count).rev() {
            let byte = |part: usize| rgba.get(place * parts + part).copied().unwrap_or_default();
            let colour = match parts {
                1 => [byte(0), byte(0), byte(0), 255],
                2 => [byte(0), byte(0), byte(0), byte(1)],
                _ => [byte(0), byte(1), byte(2), 255],
            };
            if let Some(to) = rgba.get_mut(place * 4..place * 4 + 4) {
                to.copy_from_slice(&colour);
            }
        }
    }
    Ok(Bitmap { source: (width, height), width, height, rgba })
}

/// A picture in colours of four bytes, made smaller where that would take too much memory.
fn reduced(image: DynamicImage) -> Bitmap {
    let source = (image.width(), image.height());
    let by = reduction(source, image.as_bytes().len() as u64);
    let small = if by == 1 {
        image
    } else {
        let small = image.thumbnail_exact(source.0.div_ceil(by), source.1.div_ceil(by));
        // Its memory is needed for the colours.
        drop(image);
        small
    };
    Bitmap { source, width: small.width(), height: small.height(), rgba: small.into_rgba8().into_raw() }
}

/// To which part of its width and height a picture has to be made smaller, when it has so many bytes before.
fn reduction((width, height): (u32, u32), bytes: u64) -> u32 {
    let fits = |by: &u32| {
        let small = u64::from(width.div_ceil(*by)) * u64::from(height.div_ceil(*by)) * 4;
        small <= KEPT_BYTES && small + bytes <= WORKING_BYTES
    };
    (1..limits::PICTURE_SIDE).find(fits).unwrap_or(limits::PICTURE_SIDE)
}

fn failed(error: &ImageError, width: u32, height: u32) -> ReadError {
    match error {
        ImageError::Limits(_) => ReadError::PictureTooLarge { width, height },
        error if is_cut(error) => ReadError::Truncated,
        error => ReadError::Damaged { detail: error.to_string() },
    }
}

/// Whether an error, or one that it comes from, says that the file ends too early.
fn is_cut(error: &ImageError) -> bool {
    let first: &(dyn std::error::Error + 'static) = error;
    std::iter::successors(Some(first), |error| error.source()).any(|error| {
        let io = error.downcast_ref::<std::io::Error>();
        io.is_some_and(|error| error.kind() == std::io::ErrorKind::UnexpectedEof)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{ExtendedColorType, GrayAlphaImage, GrayImage, ImageEncoder, ImageFormat, LumaA, Rgba};

    const FORMATS: [ImageFormat; 6] =
        [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP, ImageFormat::Gif, ImageFormat::Tiff, ImageFormat::Bmp];

    fn file(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let image = RgbaImage::from_fn(width, height, |x, y| {
            if x < width / 2 { Rgba([200, 0, 0, 255]) } else { Rgba([0, 0, ((x * y) % 16 * 16) as u8, 255]) }
        });
        let image = DynamicImage::from(image);
        let image = if format == ImageFormat::Jpeg { DynamicImage::from(image.into_rgb8()) } else { image };
        written(&image, format)
    }

    fn written(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        image.write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    fn pixel(bitmap: &Bitmap, x: u32, y: u32) -> [u8; 4] {
        bitmap.rgba.as_chunks::<4>().0.get((y * bitmap.width + x) as usize).copied().unwrap()
    }

    #[test]
    fn every_kind_gives_its_pixels() {
        for format in FORMATS {
            let bitmap = read(&file(40, 30, format)).unwrap();
            assert_eq!((bitmap.width, bitmap.height, bitmap.rgba.len()), (40, 30, 4_800), "{format:?}");
            let [red, green, blue, alpha] = pixel(&bitmap, 5, 5);
            assert!(red.abs_diff(200) < 8 && green < 8 && blue < 8 && alpha == 255, "{format:?}");
        }
    }

    #[test]
    fn greys_colours_and_deep_colours_become_the_same_pixels() {
        let grey = GrayImage::from_fn(3, 2, |x, _| image::Luma([(x * 50) as u8]));
        let with_alpha = GrayAlphaImage::from_fn(3, 2, |x, _| LumaA([(x * 50) as u8, 128]));
        for image in [
            DynamicImage::from(grey.clone()),
            DynamicImage::from(DynamicImage::from(grey.clone()).into_luma16()),
            DynamicImage::from(DynamicImage::from(grey.clone()).into_rgb8()),
            DynamicImage::from(DynamicImage::from(grey).into_rgba16()),
        ] {
            let bitmap = read(&written(&image, ImageFormat::Png)).unwrap();
            assert_eq!(
                [pixel(&bitmap, 0, 0), pixel(&bitmap, 2, 1)],
                [[0, 0, 0, 255], [100, 100, 100, 255]],
                "{:?}",
                image.color()
            );
        }
        let bitmap = read(&written(&DynamicImage::from(with_alpha), ImageFormat::Png)).unwrap();
        assert_eq!(pixel(&bitmap, 2, 1), [100, 100, 100, 128]);
    }

    #[test]
    fn what_would_take_too_much_memory_is_made_smaller() {
        // An A0 sheet in grey at 300 dots per inch, and in black and white at 400 and 500.
        let table = [((14_043, 9_933), 1, 1), ((18_724, 13_244), 1, 2), ((23_406, 16_555), 1, 2)];
        for ((width, height), bytes, expected) in table {
            assert_eq!(reduction((width, height), u64::from(width) * u64::from(height) * bytes), expected, "{width} x {height}");
        }
    }

    #[test]
    fn a_picture_that_was_taken_sideways_is_turned_upright() {
        // EXIF with one entry: the orientation, 6, which is a quarter clockwise.
        let exif = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0".to_vec();
        let pixels: Vec<u8> = (0..20_u8).flat_map(|at| [at * 10, 0, 0]).collect();
        let mut bytes = Vec::new();
        let mut encoder = image::codecs::png::PngEncoder::new(&mut bytes);
        encoder.set_exif_metadata(exif).unwrap();
        encoder.write_image(&pixels, 5, 4, ExtendedColorType::Rgb8).unwrap();
        let bitmap = read(&bytes).unwrap();
        assert_eq!(
            (bitmap.width, bitmap.height, pixel(&bitmap, 0, 0), pixel(&bitmap, 3, 0)),
            (4, 5, [150, 0, 0, 255], [0, 0, 0, 255])
        );
    }

    #[test]
    fn a_cut_picture_is_refused_wherever_it_is_cut() {
        for format in FORMATS {
            let whole = file(40, 30, format);
            // The last bytes of most files only say that they end.
            for length in (1..whole.len() - 20).step_by(7) {
                assert!(read(&whole[..length]).is_err(), "{format:?} of {} bytes cut at {length}", whole.len());
            }
        }
    }

    #[test]
    fn a_picture_that_claims_too_much_or_nothing_is_refused() {
        // Where each says its size, and how.
        let png = |width: u32, height: u32| {
            let mut bytes = file(3, 2, ImageFormat::Png);
            bytes[16..20].copy_from_slice(&width.to_be_bytes());
            bytes[20..24].copy_from_slice(&height.to_be_bytes());
            bytes
        };
        assert_eq!(read(&png(60_000, 60_000)).err(), Some(ReadError::PictureTooLarge { width: 60_000, height: 60_000 }));
        assert!(matches!(read(&png(0, 2)), Err(ReadError::Damaged { .. })));
        let mut gif = file(3, 2, ImageFormat::Gif);
        gif[6..10].copy_from_slice(&[0xFF; 4]);
        assert_eq!(read(&gif).err(), Some(ReadError::PictureTooLarge { width: 65_535, height: 65_535 }));
        let mut bmp = file(3, 2, ImageFormat::Bmp);
        bmp[18..22].copy_from_slice(&60_000_u32.to_le_bytes());
        bmp[22..26].copy_from_slice(&60_000_u32.to_le_bytes());
        assert_eq!(read(&bmp).err(), Some(ReadError::PictureTooLarge { width: 60_000, height: 60_000 }));
    }

    #[test]
    fn what_is_no_picture_is_named() {
        let table: &[(&[u8], ReadError)] = &[
            (b"this is no picture", ReadError::NotAPicture { looks_like: Kind::Text }),
            (b"%PDF-1.4", ReadError::UnsupportedKind { kind: Kind::Pdf }),
            (b"PK\x03\x04zip", ReadError::NotAPicture { looks_like: Kind::Zip }),
            (b"", ReadError::Empty),
        ];
        for (bytes, error) in table {
            assert_eq!(read(bytes).err().as_ref(), Some(error));
        }
    }
}
