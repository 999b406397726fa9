//! SVG, made into PDF once: hayro paints a tile of it in a fraction of the time, and its vectors are taken down in one way. Each of
//! its layers becomes a page.

mod layers;
mod size;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use krilla::geom::Size;
use krilla::page::PageSettings;
use krilla_svg::{SurfaceExt as _, SvgSettings};
use resvg::usvg::{self, Options, Tree, fontdb, roxmltree};

use self::layers::Run;
use super::OpenMap;
use super::pdf;
use crate::fonts;
use crate::reader::{Kind, ReadError, decode, limits};

/// Longer side of the pages that it becomes, in points.
const PAGE: f32 = 1_000.0;

/// Opens an SVG, packed or not.
pub(super) fn open(bytes: &[u8]) -> Result<Box<dyn OpenMap>, ReadError> {
    let unpacked;
    let bytes = if bytes.starts_with(decode::GZIP) {
        unpacked = decode::gunzip(bytes, limits::FILE_BYTES)?;
        &unpacked
    } else {
        bytes
    };
    let text = decode::decode(bytes).text;
    let options = options(&text);
    let text = size::with_area(text, &options)?;
    let document = parse(&text)?;
    let runs = layers::runs(&text, &document);
    let natural = size::of(&document);
    drop(document);
    let (file, across) = pages(&runs, &options)?;
    let names: Vec<_> = runs.iter().map(|run| (run.name.clone(), run.is_shown)).collect();
    Ok(Box::new(pdf::open_layers(file, &names, Kind::Svg, (natural.size(), across))?))
}

fn parse(text: &str) -> Result<roxmltree::Document<'_>, ReadError> {
    let options = roxmltree::ParsingOptions { allow_dtd: true, ..roxmltree::ParsingOptions::default() };
    roxmltree::Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::UnexpectedEndOfStream | roxmltree::Error::UnclosedRootNode => ReadError::Truncated,
        error => damaged(&error),
    })
}

fn damaged(error: &dyn std::fmt::Display) -> ReadError {
    ReadError::Damaged { detail: error.to_string() }
}

fn tree(text: &str, options: &Options<'_>) -> Result<Tree, ReadError> {
    Tree::from_str(text, options).map_err(|error| damaged(&error))
}

/// No file but this one is ever read, and nothing is fetched.
fn options(text: &str) -> Options<'static> {
    let image_href_resolver = usvg::ImageHrefResolver {
        resolve_data: usvg::ImageHrefResolver::default_data_resolver(),
        resolve_string: Box::new(|_, _| None),
    };
    let mut options = Options { image_href_resolver, ..Options::default() };
    // Looking for the system's fonts takes longer than reading most files.
    if text.contains("<text") || text.contains(":text") {
        options.fontdb = Arc::new(all_fonts());
    }
    options
}

fn all_fonts() -> fontdb::Database {
    let mut fonts = fontdb::Database::new();
    fonts.load_system_fonts();
    for (_, bytes) in fonts::bundled() {
        fonts.load_font_data(bytes.to_vec());
    }
    let has = |fonts: &fontdb::Database, family: fontdb::Family<'_>| {
        fonts.query(&fontdb::Query { families: &[family], ..fontdb::Query::default() }).is_some()
    };
    // A text without a font would be left out.
    if !has(&fonts, fontdb::Family::Serif) {
        fonts.set_serif_family("Inter");
    }
    if !has(&fonts, fontdb::Family::SansSerif) {
        fonts.set_sans_serif_family("Inter");
    }
    if !has(&fonts, fontdb::Family::Monospace) {
        fonts.set_monospace_family("Inter");
    }
    fonts
}

/// A PDF with a page for each run, and how many pixels the drawing is wide.
fn pages(runs: &[Run], options: &Options<'_>) -> Result<(Vec<u8>, f64), ReadError> {
    let mut document = krilla::Document::new();
    let mut across = 0.0;
    for run in runs {
        let tree = tree(&run.text, options)?;
        let (width, height) = (tree.size().width(), tree.size().height());
        across = f64::from(width);
        let scale = PAGE / width.max(height);
        let size = Size::from_wh((width * scale).max(1e-3), (height * scale).max(1e-3));
        let Some((size, settings)) = size.and_then(|size| Some((size, PageSettings::from_wh(size.width(), size.height())?)))
        else {
            return Err(ReadError::Damaged { detail: format!("{width} x {height}") });
        };
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        surface.draw_svg(&tree, size, SvgSettings { embed_text: true, filter_scale: 1.0 });
        surface.finish();
        page.finish();
    }
    let file = document.finish().map_err(|error| ReadError::Damaged { detail: format!("{error:?}") })?;
    Ok((file, across))
}
