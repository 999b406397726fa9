//! The picture on the clipboard of the system.

use super::ReadError;

/// The picture as PNG; nothing where there is none.
#[cfg(feature = "gui")]
pub(super) fn picture() -> Result<Vec<u8>, ReadError> {
    use image::ImageEncoder as _;

    // A clipboard that cannot be reached holds no picture for anybody.
    let Ok(picture) = arboard::Clipboard::new().and_then(|mut clipboard| clipboard.get_image()) else { return Ok(Vec::new()) };
    let side = |pixels: usize| u32::try_from(pixels).unwrap_or(u32::MAX);
    let (width, height) = (side(picture.width), side(picture.height));
    let mut png = Vec::new();
    image::codecs::png::PngEncoder::new(&mut png)
        .write_image(&picture.bytes, width, height, image::ExtendedColorType::Rgba8)
        .map_err(|error| ReadError::Damaged { detail: error.to_string() })?;
    Ok(png)
}

/// Without a window there is no clipboard.
#[cfg(not(feature = "gui"))]
pub(super) fn picture() -> Result<Vec<u8>, ReadError> {
    Ok(Vec::new())
}
