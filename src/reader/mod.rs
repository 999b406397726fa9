//! Strangers' bytes, read in a worker process within limits of time and memory.
//!
//! A file that somebody mailed can hang a decoder, abort it or make it eat all memory, and neither a hang nor an abort
//! can be caught. So the bytes go to a child process of the same program ([`worker`]), which limits itself before it
//! looks at them, and plain data comes back ([`Workbook`], [`Picture`], [`MapHead`], [`Tile`], [`Drawing`]) or one [`ReadError`]. What a file is, is told
//! by its bytes and never by its name.

mod bitmap;
mod client;
mod clipboard;
mod decode;
mod drawing;
mod error;
mod kind;
pub mod limits;
mod lines;
mod map;
mod picture;
mod separated;
mod tiff;
mod wire;
mod workbook;
pub mod worker;

pub use client::{Cancel, Reader};
pub use drawing::{
    Clip, Drawing, Element, ElementKind, Fill, FillRule, PathStep, Rgba, SheetPoint, Stroke, StrokeCap, StrokeJoin, path_bounds,
};
pub use error::ReadError;
pub use kind::Kind;
pub use lines::PictureLine;
pub use map::{DrawingUnit, MapHead, MapLayer, MapSource, NaturalSize, Tile, TileAddress};
pub use picture::Picture;
pub use workbook::{Row, Sheet, TextForm, Workbook};
