//! Pictures: PNG and JPEG to pixels.

use super::lines::{self, PictureLine};
use super::{Kind, ReadError, limits};
use image::codecs::{jpeg::JpegDecoder, png::PngDecoder};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, Limits};
use serde::{Deserialize, Serialize};
use std::io::Cursor;

/// What a picture's file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub enum PictureFormat {
    Png,
    Jpeg,
}

/// A picture, decoded and turned upright.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// What the file is.
    pub format: PictureFormat,
    /// Width of the file's picture as a person sees it, in pixels.
    pub source_width: u32,
    /// Height of the file's picture as a person sees it, in pixels.
    pub source_height: u32,
    /// Width of `rgba`, in pixels: the source's, or less where a side is over [`limits::PICTURE_SHOWN_SIDE`].
    pub width: u32,
    /// Height of `rgba`, in pixels.
    pub height: u32,
    /// Its long straight lines, in halves of the pixels of `rgba`.
    pub lines: Vec<PictureLine>,
    /// The pixels in rows from the top, four bytes each, sRGB with straight alpha.
    pub rgba: Vec<u8>,
}

impl std::fmt::Debug for Picture {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Picture {}x{} of {}x{} {:?}", self.width, self.height, self.source_width, self.source_height, self.format)
    }
}

/// A picture without its pixels.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct PictureHead {
    pub(super) format: PictureFormat,
    pub(super) source_width: u32,
    pub(super) source_height: u32,
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) lines: Vec<PictureLine>,
}

impl Picture {
    pub(super) fn head(&self) -> PictureHead {
        let Picture { format, source_width, source_height, width, height, ref lines, rgba: _ } = *self;
        PictureHead { format, source_width, source_height, width, height, lines: lines.clone() }
    }

    /// `None` where the pixels are not as many as the head says.
    pub(super) fn from_parts(head: PictureHead, rgba: Vec<u8>) -> Option<Picture> {
        let PictureHead { format, source_width, source_height, width, height, mut lines } = head;
        let (most_x, most_y) = (u64::from(width) * 2, u64::from(height) * 2);
        let is_inside = |(x, y): (u32, u32)| u64::from(x) <= most_x && u64::from(y) <= most_y;
        lines.retain(|line| is_inside(line.from) && is_inside(line.to));
        lines.truncate(limits::PICTURE_LINES);
        let wanted = u64::from(width) * u64::from(height) * 4;
        (rgba.len() as u64 == wanted).then_some(Picture { format, source_width, source_height, width, height, lines, rgba })
    }
}

/// What a picture is read for.
#[derive(Clone, Copy)]
enum Purpose {
    Map,
    Logo,
}

/// Reads a PNG or JPEG.
pub(super) fn read(bytes: &[u8]) -> Result<Picture, ReadError> {
    read_for(bytes, Purpose::Map)
}

/// Reads a PNG or JPEG as small as logos are shown.
pub(super) fn read_logo(bytes: &[u8]) -> Result<Picture, ReadError> {
    read_for(bytes, Purpose::Logo)
}

fn read_for(bytes: &[u8], purpose: Purpose) -> Result<Picture, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    match Kind::of(bytes) {
        Kind::Png => png(bytes, purpose),
        Kind::Jpeg => jpeg(bytes, purpose),
        kind if kind.is_picture_or_drawing() => Err(ReadError::UnsupportedKind { kind }),
        looks_like => Err(ReadError::NotAPicture { looks_like }),
    }
}

fn png(bytes: &[u8], purpose: Purpose) -> Result<Picture, ReadError> {
    // A PNG says its size in the first chunk, at this place. The decoder allocates before it says anything itself.
    let side = |at: usize| bytes.get(at..at + 4).and_then(|side| side.try_into().ok()).map(u32::from_be_bytes);
    let (Some(width), Some(height)) = (side(16), side(20)) else { return Err(ReadError::Truncated) };
    check_size(width, height)?;
    let mut allowed = Limits::no_limits();
    allowed.max_alloc = Some(limits::PICTURE_BYTES);
    let decoder = PngDecoder::with_limits(Cursor::new(bytes), allowed).map_err(|error| failed(&error, width, height));
    let read = decoder.and_then(|decoder| decode(decoder, PictureFormat::Png, purpose));
    let has_end = || bytes.windows(4).any(|window| window == b"IEND");
    match read {
        Err(ReadError::Damaged { .. }) if !has_end() => Err(ReadError::Truncated),
        read => read,
    }
}

fn jpeg(bytes: &[u8], purpose: Purpose) -> Result<Picture, ReadError> {
    let decoder = JpegDecoder::new(Cursor::new(bytes)).map_err(|error| failed(&error, 0, 0))?;
    let (width, height) = decoder.dimensions();
    check_size(width, height)?;
    // The decoder fills up a picture that ends in the middle. The scan's data holds no end mark before the true one.
    let last = |mark: u8| bytes.array_windows().rposition(|pair| *pair == [0xFF, mark]);
    if last(0xD9) < last(0xDA) {
        return Err(ReadError::Truncated);
    }
    decode(decoder, PictureFormat::Jpeg, purpose)
}

fn check_size(width: u32, height: u32) -> Result<(), ReadError> {
    if width == 0 || height == 0 {
        return Err(ReadError::Damaged { detail: format!("{width} x {height} pixels") });
    }
    if width.max(height) > limits::PICTURE_SIDE || u64::from(width) * u64::from(height) > limits::PICTURE_BYTES {
        return Err(ReadError::PictureTooLarge { width, height });
    }
    Ok(())
}

fn decode(mut decoder: impl ImageDecoder, format: PictureFormat, purpose: Purpose) -> Result<Picture, ReadError> {
    let (width, height) = decoder.dimensions();
    if decoder.total_bytes() > limits::PICTURE_BYTES {
        return Err(ReadError::PictureTooLarge { width, height });
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder).map_err(|error| failed(&error, width, height))?;
    let most = match purpose {
        Purpose::Map => limits::PICTURE_SHOWN_SIDE,
        Purpose::Logo => limits::LOGO_SHOWN_SIDE,
    };
    if width.max(height) > most {
        image = image.thumbnail(most, most);
    }
    image.apply_orientation(orientation);
    let image = image.into_rgba8();
    let (shown_width, shown_height) = image.dimensions();
    let is_turned = (shown_width < shown_height) != (width < height) && width != height;
    let (source_width, source_height) = if is_turned { (height, width) } else { (width, height) };
    let rgba = image.into_raw();
    let lines = match purpose {
        Purpose::Map => lines::find(shown_width, shown_height, &rgba),
        Purpose::Logo => Vec::new(),
    };
    Ok(Picture { format, source_width, source_height, width: shown_width, height: shown_height, lines, rgba })
}

fn failed(error: &ImageError, width: u32, height: u32) -> ReadError {
    match error {
        ImageError::Limits(_) => ReadError::PictureTooLarge { width, height },
        ImageError::IoError(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => ReadError::Truncated,
        error => ReadError::Damaged { detail: error.to_string() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{ImageFormat, Rgba, RgbaImage};

    fn file(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let image = RgbaImage::from_fn(width, height, |x, y| Rgba([(x % 256) as u8, (y % 256) as u8, 7, 128]));
        let image = DynamicImage::from(image);
        let image = if format == ImageFormat::Jpeg { DynamicImage::from(image.into_rgb8()) } else { image };
        let mut bytes = Cursor::new(Vec::new());
        image.write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn a_png_gives_its_pixels_with_straight_alpha() {
        let picture = read(&file(3, 2, ImageFormat::Png)).unwrap();
        assert_eq!((picture.width, picture.height, picture.format), (3, 2, PictureFormat::Png));
        assert_eq!(picture.rgba.get(20..24), Some(&[2, 1, 7, 128][..]));
    }

    #[test]
    fn a_large_picture_is_made_smaller_and_keeps_its_shape() {
        let picture = read(&file(8_192, 2, ImageFormat::Png)).unwrap();
        assert_eq!((picture.width, picture.height), (4_096, 1));
        assert_eq!((picture.source_width, picture.source_height), (8_192, 2));
    }

    #[test]
    fn a_logo_is_made_small_and_keeps_its_shape() {
        let logo = read_logo(&file(640, 160, ImageFormat::Jpeg)).unwrap();
        assert_eq!((logo.width, logo.height, logo.source_width, logo.source_height), (320, 80, 640, 160));
    }

    #[test]
    fn a_cut_picture_is_refused_wherever_it_is_cut() {
        for format in [ImageFormat::Png, ImageFormat::Jpeg] {
            let whole = file(40, 30, format);
            assert!(read(&whole).is_ok());
            // The last bytes of a PNG only say that it ends.
            for length in (1..whole.len() - 20).step_by(7) {
                assert!(read(&whole[..length]).is_err(), "{format:?} cut at {length}");
            }
        }
    }

    #[test]
    fn a_picture_that_claims_too_much_or_nothing_is_refused() {
        let mut bytes = file(3, 2, ImageFormat::Png);
        bytes[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
        bytes[20..24].copy_from_slice(&60_000_u32.to_be_bytes());
        assert_eq!(read(&bytes), Err(ReadError::PictureTooLarge { width: 60_000, height: 60_000 }));
        bytes[16..20].copy_from_slice(&0_u32.to_be_bytes());
        assert!(matches!(read(&bytes), Err(ReadError::Damaged { .. })));
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
            assert_eq!(read(bytes).as_ref(), Err(error));
        }
    }
}
