//! Pictures as a whole, made small enough to be handed on.

use super::{ReadError, bitmap, limits};
use image::{DynamicImage, RgbaImage};
use serde::{Deserialize, Serialize};

/// A picture, decoded and turned upright.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// Width of the file's picture as a person sees it, in pixels.
    pub source_width: u32,
    /// Height of the file's picture as a person sees it, in pixels.
    pub source_height: u32,
    /// Width of `rgba`, in pixels: the source's, or less where a side is over [`limits::PICTURE_SHOWN_SIDE`].
    pub width: u32,
    /// Height of `rgba`, in pixels.
    pub height: u32,
    /// The pixels in rows from the top, four bytes each, sRGB with straight alpha.
    pub rgba: Vec<u8>,
}

impl std::fmt::Debug for Picture {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Picture {}x{} of {}x{}", self.width, self.height, self.source_width, self.source_height)
    }
}

/// A picture without its pixels.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct PictureHead {
    pub(super) source_width: u32,
    pub(super) source_height: u32,
    pub(super) width: u32,
    pub(super) height: u32,
}

impl Picture {
    pub(super) fn head(&self) -> PictureHead {
        let Picture { source_width, source_height, width, height, rgba: _ } = *self;
        PictureHead { source_width, source_height, width, height }
    }

    /// `None` where the pixels are not as many as the head says.
    pub(super) fn from_parts(head: PictureHead, rgba: Vec<u8>) -> Option<Picture> {
        let PictureHead { source_width, source_height, width, height } = head;
        let wanted = u64::from(width) * u64::from(height) * 4;
        (rgba.len() as u64 == wanted).then_some(Picture { source_width, source_height, width, height, rgba })
    }
}

/// Reads a picture of any kind.
pub(super) fn read(bytes: &[u8]) -> Result<Picture, ReadError> {
    read_as_small_as(bytes, limits::PICTURE_SHOWN_SIDE)
}

/// Reads a picture of any kind as small as logos are shown.
pub(super) fn read_logo(bytes: &[u8]) -> Result<Picture, ReadError> {
    read_as_small_as(bytes, limits::LOGO_SHOWN_SIDE)
}

fn read_as_small_as(bytes: &[u8], most: u32) -> Result<Picture, ReadError> {
    let bitmap::Bitmap { source: (source_width, source_height), width, height, rgba } = bitmap::read(bytes)?;
    if width.max(height) <= most {
        return Ok(Picture { source_width, source_height, width, height, rgba });
    }
    let image = RgbaImage::from_raw(width, height, rgba).ok_or(ReadError::TooMuchMemory)?;
    let image = DynamicImage::from(image).thumbnail(most, most).into_rgba8();
    let (width, height) = image.dimensions();
    Ok(Picture { source_width, source_height, width, height, rgba: image.into_raw() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::ImageFormat;
    use std::io::Cursor;

    #[test]
    fn a_large_picture_is_made_smaller_and_keeps_its_shape() {
        let mut bytes = Cursor::new(Vec::new());
        DynamicImage::from(RgbaImage::new(8_192, 2)).write_to(&mut bytes, ImageFormat::Png).unwrap();
        let picture = read(&bytes.into_inner()).unwrap();
        assert_eq!((picture.width, picture.height), (4_096, 1));
        assert_eq!((picture.source_width, picture.source_height), (8_192, 2));
    }

    #[test]
    fn a_logo_is_made_small_and_keeps_its_shape() {
        let mut bytes = Cursor::new(Vec::new());
        DynamicImage::from(RgbaImage::new(640, 160)).write_to(&mut bytes, ImageFormat::Png).unwrap();
        let logo = read_logo(&bytes.into_inner()).unwrap();
        assert_eq!((logo.width, logo.height, logo.source_width, logo.source_height), (320, 80, 640, 160));
    }
}
