//! DXF and DWG: a drawing's model space and its layouts as pages.
//!
//! A page is walked twice: once to see where its elements lie ([`extents`]), which says what its sheet is ([`frame`]), and once to
//! put them on the sheet ([`sheet`]). So the elements are in memory once, and in their short form.

mod curves;
mod document;
mod extents;
mod frame;
mod hatch;
mod insert;
mod letters;
mod polyline;
mod shapes;
mod sheet;
mod style;
#[cfg(test)]
mod tests;
mod text;
mod viewport;
mod walk;

use crate::reader::{Drawing, Kind, MapHead, NaturalSize, ReadError, Tile, TileAddress};

use super::paint::Prepared;
use super::{OpenMap, SHEET_UNITS, straight};
use document::Page;
use extents::Extents;
use frame::Frame;
use sheet::{Finished, Sheet};
use walk::{Layers, Walker};

/// Sixteen pixels a unit of the sheet: as exact as its coordinates are.
const FINEST: u8 = 15;

struct CadMap {
    head: MapHead,
    drawing: Prepared,
}

pub(super) fn open(bytes: &[u8], kind: Kind, page: u32) -> Result<Box<dyn OpenMap>, ReadError> {
    let document = document::read(bytes, kind)?;
    let pages = document::pages(&document);
    let Some(shown) = pages.get(page as usize) else {
        return Err(ReadError::Damaged { detail: format!("page {page} of {}", pages.len()) });
    };
    let mut extents = Extents::default();
    let mut layers = Layers::of(&document);
    Walker::new(&document, &mut layers, &mut extents).page(shown)?;
    let (frame, is_blank) = match Frame::around(&extents.boxes) {
        Some(frame) => (frame, false),
        // A file whose layouts alone hold something opens at its empty model space all the same.
        None if pages.len() > 1 => (Frame::BLANK, true),
        None => return Err(ReadError::Empty),
    };
    let mut sheet = Sheet::new(frame, shown.paper_millimetres(&frame));
    Walker::new(&document, &mut layers, &mut sheet).page(shown)?;
    let Finished { drawing, layers, lines } = sheet.finish(layers);
    let size = if is_blank { NaturalSize::Unknown } else { shown.natural_size(&document, &frame) };
    let drawing = Prepared::new(drawing);
    let head = MapHead {
        kind,
        pages: pages.iter().map(Page::name).collect(),
        sheet: drawing.drawing().sheet,
        across: super::thousandths(frame.area.width()),
        size,
        corner: corner(size, &frame),
        layers,
        lines,
        finest: FINEST,
    };
    Ok(Box::new(CadMap { head, drawing }))
}

/// Where the left top of the sheet is in the drawing's own coordinates: where they count in a unit that is known.
fn corner(size: NaturalSize, frame: &Frame) -> Option<(i64, i64)> {
    let NaturalSize::True { width, .. } = size else { return None };
    let tenths = width.tenths() as f64 / frame.area.width();
    // Up in the drawing is down on the sheet. What is further away than any place on earth is nowhere.
    let place = |at: f64| Some((at * tenths).round()).filter(|at| at.abs() < 1e12).map(|at| at as i64);
    Some((place(frame.area.x0)?, place(-frame.area.y1)?))
}

impl OpenMap for CadMap {
    fn head(&self) -> &MapHead {
        &self.head
    }

    fn tile(&self, address: TileAddress, hidden: &[String]) -> Result<Tile, ReadError> {
        self.drawing.tile(address, hidden)
    }

    fn drawing(&self, hidden: &[String]) -> Result<Option<Drawing>, ReadError> {
        Ok(Some(self.drawing.without(hidden)))
    }
}
