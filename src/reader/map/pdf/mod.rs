//! PDF, read by hayro: its tiles are painted by it, its vectors are taken down by a device of our own.

mod labels;
mod layers;
mod plot;
mod size;
#[cfg(test)]
mod tests;
mod tiles;

use std::sync::Arc;

use hayro::hayro_interpret::kurbo::{Affine, Rect};
use hayro::hayro_interpret::{Context, InterpreterCache, InterpreterSettings, TransformExt as _, interpret_page};
use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::{LoadPdfError, Pdf};

use self::layers::Groups;
use self::plot::Plotter;
use self::tiles::{PaintedPages, Painter};
use super::paint::Prepared;
use super::{MapHead, MapLayer, NaturalSize, OpenMap, SHEET_UNITS, Tile, TileAddress, straight};
use crate::reader::{Drawing, Kind, PictureLine, ReadError, limits};

/// The finest tiles of a vector page: of a hall of 100 m, eighty pixels to a millimetre. Beyond it the painter's numbers get
/// coarse.
pub(super) const FINEST: u8 = 14;

/// A page of a PDF, or pages that lie on one another, each a layer.
pub(super) struct PdfMap {
    head: MapHead,
    drawing: Prepared,
    groups: Groups,
    /// Pages of the file from the lowest, with the layer that each is; none where the file's own layers hold.
    pages: Vec<(usize, Option<String>)>,
    painter: Painter,
}

/// Opens a page of a PDF.
pub(super) fn open(bytes: &[u8], page: u32) -> Result<Box<dyn OpenMap>, ReadError> {
    let bytes = Arc::new(bytes.to_vec());
    let (groups, labels) = {
        let pdf = parse(&bytes)?;
        let count = pdf.pages().len();
        if count > limits::PAGES {
            return Err(ReadError::Damaged { detail: format!("{count} pages") });
        }
        (Groups::of(&pdf, &bytes), labels::of(&pdf, count))
    };
    let count = labels.len();
    let page = page as usize;
    if page >= count {
        return Err(ReadError::Damaged { detail: format!("page {} of {count}", page + 1) });
    }
    let shown = Arc::new(groups.with_hidden(&bytes, &[]).unwrap_or_else(|| bytes.to_vec()));
    let pdf = parse(&shown)?;
    let Some(opened) = pdf.pages().get(page) else { return Err(ReadError::Damaged { detail: "no such page".to_owned() }) };
    let sheet = Sheet::of(opened);
    let mut plotter = Plotter::new(sheet.units, &groups);
    sheet.plot(opened, &mut plotter);
    let drawing = plotter.finish()?;
    let layers = groups.layers(&drawing);
    let head = MapHead {
        kind: Kind::Pdf,
        pages: labels,
        sheet: sheet.units,
        across: super::thousandths(sheet.points[0]),
        size: size::of(opened, sheet.points[0]),
        corner: None,
        lines: lines(&drawing, &layers),
        layers,
        finest: FINEST,
    };
    drop(pdf);
    Ok(Box::new(PdfMap {
        head,
        drawing: Prepared::new(drawing),
        groups,
        pages: vec![(page, None)],
        painter: Painter::new(bytes),
    }))
}

/// Opens pages that lie on one another, what another format was made into: each with the name of its layer, if it is one, and
/// whether the file shows it; with the size of that file, and the pixels that it is wide.
pub(super) fn open_layers(
    bytes: Vec<u8>,
    names: &[(Option<String>, bool)],
    kind: Kind,
    (size, across): (NaturalSize, f64),
) -> Result<PdfMap, ReadError> {
    let bytes = Arc::new(bytes);
    let groups = Groups::none();
    let pdf = parse(&bytes)?;
    let Some(first) = pdf.pages().first() else { return Err(ReadError::Empty) };
    let sheet = Sheet::of(first);
    let mut plotter = Plotter::new(sheet.units, &groups);
    for (page, (name, _)) in pdf.pages().iter().zip(names) {
        plotter.on_layer(name.as_deref().unwrap_or_default());
        sheet.plot(page, &mut plotter);
    }
    let drawing = plotter.finish()?;
    if drawing.elements.is_empty() {
        return Err(ReadError::Empty);
    }
    let is_shown = |layer: &str| names.iter().any(|(name, is_shown)| *is_shown && name.as_deref().unwrap_or_default() == layer);
    let has_layers = names.iter().any(|(name, _)| name.is_some());
    let layers = if has_layers { layers::counted(&drawing, is_shown) } else { Vec::new() };
    let lines = lines(&drawing, &layers);
    let head = MapHead {
        kind,
        pages: vec![String::new()],
        sheet: sheet.units,
        across: super::thousandths(across),
        size,
        corner: None,
        layers,
        lines,
        finest: FINEST,
    };
    drop(pdf);
    // What is between the layers can be hidden as they can.
    let pages = names.iter().map(|(name, _)| Some(name.clone().unwrap_or_default())).enumerate().collect();
    Ok(PdfMap { head, drawing: Prepared::new(drawing), groups, pages, painter: Painter::new(bytes) })
}

/// The lines to snap to of what the file shows.
fn lines(drawing: &Drawing, layers: &[MapLayer]) -> Vec<PictureLine> {
    let is_hidden = |name: &String| layers.iter().any(|layer| layer.name == *name && !layer.is_shown);
    let hidden: Vec<bool> = drawing.layers.iter().map(is_hidden).collect();
    straight::lines_of(drawing, |element| hidden.get(usize::from(element.layer)) != Some(&true))
}

fn parse(bytes: &Arc<Vec<u8>>) -> Result<Pdf, ReadError> {
    let pdf = Pdf::new(Arc::clone(bytes)).map_err(|error| match error {
        LoadPdfError::Decryption(_) => ReadError::PasswordProtected,
        LoadPdfError::Invalid => unreadable(bytes),
    })?;
    if pdf.pages().is_empty() { Err(ReadError::Empty) } else { Ok(pdf) }
}

/// A file without its end was cut off; another one is damaged.
fn unreadable(bytes: &[u8]) -> ReadError {
    let end = bytes.get(bytes.len().saturating_sub(2_048)..).unwrap_or_default();
    if end.windows(5).any(|window| window == b"%%EOF") {
        ReadError::Damaged { detail: "no pages can be found in it".to_owned() }
    } else {
        ReadError::Truncated
    }
}

/// The sheet that a page becomes.
#[derive(Clone, Copy, Debug)]
struct Sheet {
    /// Width and height of the page as it is seen, turned and cropped, in its own units: points, mostly.
    points: [f64; 2],
    units: (u32, u32),
}

impl Sheet {
    fn of(page: &Page<'_>) -> Self {
        let (width, height) = page.render_dimensions();
        let side = |length: f32| if length.is_finite() { f64::from(length).clamp(1.0, 1e12) } else { 1.0 };
        let points = [side(width), side(height)];
        let longer = points[0].max(points[1]);
        let units = points.map(|side| (side / longer * f64::from(SHEET_UNITS)).round().max(1.0) as u32);
        Self { points, units: (units[0], units[1]) }
    }

    /// From the page's own coordinates to the sheet's.
    fn transform(&self, page: &Page<'_>) -> Affine {
        let scale = f64::from(SHEET_UNITS) / self.points[0].max(self.points[1]);
        Affine::scale(scale) * page.initial_transform(true).to_kurbo()
    }

    fn plot(&self, page: &Page<'_>, plotter: &mut Plotter<'_>) {
        let area = Rect::new(0.0, 0.0, f64::from(self.units.0), f64::from(self.units.1));
        let cache = InterpreterCache::new();
        let settings = InterpreterSettings::default();
        let mut context = Context::new(self.transform(page), area, &cache, page.xref(), settings);
        interpret_page(page, &mut context, plotter);
    }
}

impl OpenMap for PdfMap {
    fn head(&self) -> &MapHead {
        &self.head
    }

    fn tile(&self, address: TileAddress, hidden: &[String]) -> Result<Tile, ReadError> {
        // hayro hides groups alone.
        if self.groups.are_any() && hidden.iter().any(String::is_empty) {
            return self.drawing.tile(address, hidden);
        }
        let is_shown = |layer: &Option<String>| layer.as_ref().is_none_or(|name| !hidden.contains(name));
        let pages = self.pages.iter().filter(|(_, layer)| is_shown(layer)).map(|(page, _)| *page).collect();
        self.painter.tile(PaintedPages { address, pages, hidden: self.groups.hidden(hidden) }, &self.groups)
    }

    fn drawing(&self, hidden: &[String]) -> Result<Option<Drawing>, ReadError> {
        Ok(Some(self.drawing.without(hidden)))
    }
}

/// A layer with nothing known of it but its name and how much is on it.
fn layer(name: &str, is_shown: bool, elements: usize) -> MapLayer {
    MapLayer { name: name.to_owned(), is_shown, elements: u32::try_from(elements).unwrap_or(u32::MAX) }
}
