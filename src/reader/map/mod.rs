//! Maps: pictures and drawings, opened once in a worker and then asked for tiles, for vectors, for lines to snap to.
//!
//! A map has pages (of a PDF; model space and layouts of a CAD drawing), a page has a sheet and layers. Everything that is
//! said of a page is in units of its sheet, from its left top corner to the right and down.

mod cad;
mod paint;
mod pdf;
#[allow(dead_code, reason = "the readers of drawings are about to use it")]
mod pixels;
mod raster;
mod straight;
mod svg;
#[cfg(test)]
mod testing;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Drawing, Kind, PictureLine, ReadError};
use crate::geometry::Length;

/// Longer side of a drawing's sheet, in its units. Of a hall of 100 m a unit is a tenth of a millimetre, and 32-bit floats
/// hold a sixteenth of it.
pub(super) const SHEET_UNITS: u32 = 1 << 20;

/// A map's file and one of its pages.
#[derive(Clone, PartialEq, Eq)]
pub struct MapSource {
    /// What the file is known by: its SHA-256 in hexadecimal.
    pub hash: String,
    /// The file's bytes.
    pub bytes: Arc<[u8]>,
    /// Which page, from 0.
    pub page: u32,
}

impl std::fmt::Debug for MapSource {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "page {} of {} ({} bytes)", self.page, self.hash, self.bytes.len())
    }
}

/// What is known of a page of a map once it was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MapHead {
    /// What the file is.
    pub kind: Kind,
    /// The names of the file's pages; empty for one that has no name.
    pub pages: Vec<String>,
    /// Width and height of the page's sheet: pixels of a picture, else the longer one is [`SHEET_UNITS`].
    pub sheet: (u32, u32),
    /// How many of the file's own pixels or units the sheet is wide, in thousandths.
    pub across: u64,
    /// How large it is, as far as the file says.
    pub size: NaturalSize,
    /// Where the left top of the sheet is in the file's own coordinates, in tenths of a millimetre in truth, to the right and down;
    /// none where the file has no such coordinates.
    pub corner: Option<(i64, i64)>,
    /// The layers, from the lowest to the topmost; none of a picture.
    pub layers: Vec<MapLayer>,
    /// Lines to snap to, the longest first, in halves of the sheet's units.
    pub lines: Vec<PictureLine>,
    /// The finest tiles that show more than coarser ones.
    pub finest: u8,
}

/// How large a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NaturalSize {
    /// The file does not say.
    Unknown,
    /// So wide on paper: a paper scale leads to the true size.
    Paper(#[serde(with = "tenths")] Length),
    /// So wide in truth.
    True {
        /// The true width of the sheet.
        #[serde(with = "tenths")]
        width: Length,
        /// In what the file counts.
        unit: DrawingUnit,
    },
}

/// In what a drawing counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub enum DrawingUnit {
    Millimetre,
    Centimetre,
    Decimetre,
    Metre,
    Inch,
    Foot,
    Yard,
    /// Another one, whose size is known.
    Other,
}

/// A layer of a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MapLayer {
    /// Its name, unique on the page.
    pub name: String,
    /// Whether the file shows it.
    pub is_shown: bool,
    /// How many things are on it.
    pub elements: u32,
}

/// A square part of a sheet at one of the zooms in which it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TileAddress {
    /// At level n the longer side of the sheet is [`TileAddress::SIDE`] times 2 to the n pixels.
    pub level: u8,
    /// From 0 at the left.
    pub column: u32,
    /// From 0 at the top.
    pub row: u32,
}

impl TileAddress {
    /// Width and height of a tile in pixels.
    pub const SIDE: u32 = 512;
    /// The finest level: an A0 sheet has tiles of a thousandth of a millimetre a pixel there.
    pub const FINEST: u8 = 20;

    /// The pixels of this level that a unit of the sheet is wide.
    #[must_use]
    pub fn scale(self, sheet: (u32, u32)) -> f64 {
        f64::from(Self::SIDE) * f64::from(1_u32 << self.level.min(Self::FINEST)) / f64::from(sheet.0.max(sheet.1).max(1))
    }

    /// Left, top, right and bottom of the tile, in units of the sheet. It may reach over the sheet's edges.
    #[must_use]
    pub fn area(self, sheet: (u32, u32)) -> [f64; 4] {
        let side = f64::from(Self::SIDE) / self.scale(sheet);
        let (left, top) = (f64::from(self.column) * side, f64::from(self.row) * side);
        [left, top, left + side, top + side]
    }

    /// How many columns and rows of tiles a sheet has at a level.
    #[must_use]
    pub fn grid(level: u8, sheet: (u32, u32)) -> (u32, u32) {
        let scale = Self { level, column: 0, row: 0 }.scale(sheet);
        let count = |side: u32| (f64::from(side) * scale / f64::from(Self::SIDE)).ceil().max(1.0) as u32;
        (count(sheet.0), count(sheet.1))
    }
}

/// The pixels of a tile.
#[derive(Clone, PartialEq, Eq)]
pub struct Tile {
    /// [`TileAddress::SIDE`] rows of as many pixels from the top, four bytes each, sRGB with premultiplied alpha. What is
    /// outside of the sheet is transparent.
    pub rgba: Vec<u8>,
}

impl Tile {
    /// The bytes of its pixels.
    pub const BYTES: u64 = TileAddress::SIDE as u64 * TileAddress::SIDE as u64 * 4;
}

impl std::fmt::Debug for Tile {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Tile of {} bytes", self.rgba.len())
    }
}

/// A width in the file's own pixels or units, in thousandths.
fn thousandths(units: f64) -> u64 {
    // A cast keeps to the limits of the type.
    (units * 1_000.0).round() as u64
}

/// An opened page of a map, kept by the worker.
pub(super) trait OpenMap {
    /// What is known of it.
    fn head(&self) -> &MapHead;

    /// One of its tiles, without some of its layers.
    fn tile(&self, address: TileAddress, hidden: &[String]) -> Result<Tile, ReadError>;

    /// Its vectors, without some of its layers; `None` of a picture.
    fn drawing(&self, hidden: &[String]) -> Result<Option<Drawing>, ReadError>;
}

/// Opens a page of a map.
pub(super) fn open(bytes: &[u8], page: u32) -> Result<Box<dyn OpenMap>, ReadError> {
    match Kind::of(bytes) {
        _ if bytes.is_empty() => Err(ReadError::Empty),
        kind @ (Kind::Png | Kind::Jpeg | Kind::WebP | Kind::Gif | Kind::Tiff | Kind::Bmp) => raster::open(bytes, kind),
        Kind::Pdf => pdf::open(bytes, page),
        Kind::Svg => svg::open(bytes),
        kind @ (Kind::Dxf | Kind::Dwg) => cad::open(bytes, kind, page),
        kind if kind.is_picture_or_drawing() => Err(ReadError::UnsupportedKind { kind }),
        looks_like => Err(ReadError::NotAPicture { looks_like }),
    }
}

/// A length between parent and worker.
mod tenths {
    use serde::{Deserialize as _, Deserializer, Serializer};

    use crate::geometry::Length;

    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
    pub(super) fn serialize<S: Serializer>(length: &Length, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(length.tenths())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Length, D::Error> {
        i64::deserialize(deserializer).map(Length::from_tenths)
    }
}
