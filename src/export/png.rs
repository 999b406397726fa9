//! An SVG of ours as PNG.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{ImageHrefResolver, Options, Tree};

use super::sheet::HallExport;
use super::svg::{Drawing, hall_svg, svg};
use crate::fonts::Style;
use crate::plan::HallId;
use crate::reader::Picture;

/// The most pixels that a picture of a hall may have: 256 MB while it is painted.
pub const MOST_PIXELS: u64 = 64_000_000;

/// A width in pixels at which the names in a usual hall can be read.
pub const USUAL_WIDTH: u32 = 4_000;

/// Why a picture could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PngError {
    /// The writer's own reason.
    #[error("{0}")]
    Writer(String),
    /// The picture has no size, or one that no memory holds.
    #[error("picture size")]
    Size,
}

/// Paints an SVG that [`super::svg::svg`] made. `width` is in pixels; less where the picture would have more than
/// [`MOST_PIXELS`].
///
/// # Errors
/// [`PngError`].
pub fn png(svg: &str, width: u32) -> Result<Vec<u8>, PngError> {
    let tree = tree(svg)?;
    paint(&tree, width)?.encode_png().map_err(|error| PngError::Writer(error.to_string()))
}

fn tree(svg: &str) -> Result<Tree, PngError> {
    let options = Options {
        font_family: "Inter".to_owned(),
        fontdb: Arc::new(fonts(svg)),
        image_href_resolver: ImageHrefResolver {
            resolve_data: ImageHrefResolver::default_data_resolver(),
            // Nothing but what is inside the file is drawn.
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    Tree::from_str(svg, &options).map_err(|error| PngError::Writer(error.to_string()))
}

/// Paints a drawing for a screen, in twice as many pixels as it has points.
///
/// # Errors
/// [`PngError`].
pub fn pixels(drawing: &Drawing<'_>) -> Result<Picture, PngError> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held within what a picture may have")]
    let width = (drawing.bounds.size().width.metres() * drawing.scale * 2.0).clamp(1.0, f64::from(USUAL_WIDTH)) as u32;
    let pixmap = paint(&tree(&svg(drawing))?, width)?;
    let (width, height) = (pixmap.width(), pixmap.height());
    // Nothing is seen through a drawing, so that its colours are as they are.
    Ok(Picture { source_width: width, source_height: height, width, height, rgba: pixmap.take() })
}

fn paint(tree: &Tree, width: u32) -> Result<Pixmap, PngError> {
    let size = tree.size();
    let (across, down) = size_in_pixels(f64::from(size.width()), f64::from(size.height()), width).ok_or(PngError::Size)?;
    let mut pixmap = Pixmap::new(across, down).ok_or(PngError::Size)?;
    let scale = Transform::from_scale(across as f32 / size.width(), down as f32 / size.height());
    resvg::render(tree, scale, &mut pixmap.as_mut());
    Ok(pixmap)
}

/// A hall with its title and legend as a PNG of so many pixels in width.
///
/// # Errors
/// [`PngError`]; [`PngError::Size`] also where there is no such hall.
pub fn hall_png(export: &HallExport<'_>, hall: HallId, width: u32) -> Result<Vec<u8>, PngError> {
    png(&hall_svg(export, hall).ok_or(PngError::Size)?, width)
}

/// Width and height in pixels of a drawing with these proportions.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held between 1 and MOST_PIXELS")]
fn size_in_pixels(width: f64, height: f64, wanted: u32) -> Option<(u32, u32)> {
    let proportion = height / width;
    if !proportion.is_finite() || proportion <= 0.0 {
        return None;
    }
    let most = (MOST_PIXELS as f64 / proportion).sqrt();
    let across = f64::from(wanted.max(1)).min(most).max(1.0).floor();
    let down = (across * proportion).round().max(1.0);
    (down * across <= MOST_PIXELS as f64 * 1.01).then_some((across as u32, down as u32))
}

/// The bundled fonts, and those of the system where a character needs them: looking for them takes longer than painting.
fn fonts(svg: &str) -> Database {
    let mut fonts = Database::new();
    for style in Style::ALL {
        fonts.load_font_source(Source::Binary(Arc::new(style.bytes())));
    }
    fonts.set_sans_serif_family("Inter");
    if !crate::fonts::covers(svg, Style::Regular) {
        fonts.load_system_fonts();
        fonts.set_sans_serif_family("Inter");
    }
    fonts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_keeps_the_proportions_and_the_limit() {
        for (width, height, wanted, expected) in [
            (300.0, 150.0, 1_000, Some((1_000, 500))),
            (1.0, 1.0, 100_000, Some((8_000, 8_000))),
            (1.0, 1e9, 100, None),
            (0.0, 1.0, 100, None),
            (300.0, 150.0, 0, Some((1, 1))),
        ] {
            assert_eq!(size_in_pixels(width, height, wanted), expected, "{width} x {height}");
        }
    }

    #[test]
    fn what_is_not_in_the_file_is_not_drawn() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/export/mod.rs");
        let svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><rect width="4" height="4" fill="red"/><image href="{path}" width="4" height="4"/></svg>"#
        );
        let picture = image::load_from_memory(&png(&svg, 4).unwrap()).unwrap().into_rgba8();
        assert_eq!(picture.dimensions(), (4, 4));
        assert_eq!(picture.get_pixel(2, 2).0, [255, 0, 0, 255]);
    }
}
