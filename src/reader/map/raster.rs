//! Pictures as maps: every pixel is kept, and halves of the picture, of which tiles are cut.

use super::pixels::{self, Affine, Half, Pixels, Window};
use super::{MapHead, NaturalSize, OpenMap, Tile, TileAddress};
use crate::reader::bitmap::{self, Bitmap};
use crate::reader::lines::{self, PictureLine};
use crate::reader::{Drawing, Kind, ReadError, limits};

pub(super) fn open(bytes: &[u8], kind: Kind) -> Result<Box<dyn OpenMap>, ReadError> {
    let bitmap = bitmap::read(bytes)?;
    let base = pixels_of(&bitmap);
    let halves = pixels::halves(base);
    let small = |pixels: &Pixels<'_>| pixels.width.max(pixels.height) <= limits::PICTURE_SHOWN_SIDE;
    let looked_at = std::iter::once(base).chain(halves.iter().map(Half::pixels)).find(small);
    let found = looked_at.map(|pixels| (pixels, lines::find(pixels.width, pixels.height, pixels.rgba)));
    let sheet = bitmap.source;
    let lines = found.map(|(pixels, lines)| lines.into_iter().map(|line| on_sheet(line, pixels, sheet)).collect());
    let finest = (0..TileAddress::FINEST).find(|level| TileAddress::SIDE << level >= bitmap.width.max(bitmap.height));
    let head = MapHead {
        kind,
        pages: vec![String::new()],
        sheet,
        across: u64::from(sheet.0) * 1_000,
        corner: None,
        size: NaturalSize::Unknown,
        layers: Vec::new(),
        lines: lines.unwrap_or_default(),
        finest: finest.unwrap_or_default(),
    };
    Ok(Box::new(Raster { head, bitmap, halves }))
}

fn pixels_of(bitmap: &Bitmap) -> Pixels<'_> {
    Pixels { width: bitmap.width, height: bitmap.height, rgba: &bitmap.rgba }
}

/// A line that was found in a smaller picture.
fn on_sheet(line: PictureLine, found_in: Pixels<'_>, sheet: (u32, u32)) -> PictureLine {
    let scaled = |at: u32, from: u32, to: u32| {
        u32::try_from((u64::from(at) * u64::from(to) + u64::from(from) / 2) / u64::from(from.max(1))).unwrap_or(u32::MAX)
    };
    let point = |(x, y): (u32, u32)| (scaled(x, found_in.width, sheet.0), scaled(y, found_in.height, sheet.1));
    PictureLine { from: point(line.from), to: point(line.to) }
}

struct Raster {
    head: MapHead,
    bitmap: Bitmap,
    halves: Vec<Half>,
}

impl OpenMap for Raster {
    fn head(&self) -> &MapHead {
        &self.head
    }

    fn tile(&self, address: TileAddress, _: &[String]) -> Result<Tile, ReadError> {
        let mut rgba = vec![0; Tile::BYTES as usize];
        let (sheet, base) = (self.head.sheet, pixels_of(&self.bitmap));
        // Pixels that are there to one of the sheet.
        let kept = [f64::from(base.width) / f64::from(sheet.0), f64::from(base.height) / f64::from(sheet.1)];
        let step = 1.0 / address.scale(sheet);
        let [left, top, ..] = address.area(sheet);
        let origin = [left * kept[0], top * kept[1]];
        let place = Affine { origin, along: [step * kept[0], 0.0], down: [0.0, step * kept[1]] };
        let window = Window { columns: (0, TileAddress::SIDE), rows: (0, TileAddress::SIDE) };
        pixels::paint(&mut rgba, TileAddress::SIDE, window, base, &self.halves, place, None);
        Ok(Tile { rgba })
    }

    fn drawing(&self, _: &[String]) -> Result<Option<Drawing>, ReadError> {
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};
    use std::io::Cursor;

    /// Too bright for ink.
    const RED: [u8; 4] = [255, 140, 140, 255];

    /// A white picture of 2,000 x 1,000 pixels with a black bar from 400,300 to 1,600,310 and a red right lower quarter.
    fn opened() -> Box<dyn OpenMap> {
        let image = RgbaImage::from_fn(2_000, 1_000, |x, y| match (x, y) {
            (400..1_600, 300..310) => Rgba([0, 0, 0, 255]),
            (1_000.., 500..) => Rgba(RED),
            _ => Rgba([255; 4]),
        });
        let mut bytes = Cursor::new(Vec::new());
        DynamicImage::from(image).write_to(&mut bytes, ImageFormat::Png).unwrap();
        super::open(&bytes.into_inner(), Kind::Png).unwrap()
    }

    fn pixel(tile: &Tile, x: usize, y: usize) -> [u8; 4] {
        tile.rgba.as_chunks::<4>().0.get(y * 512 + x).copied().unwrap()
    }

    #[test]
    fn a_picture_is_seen_at_every_level() {
        let map = opened();
        assert_eq!((map.head().sheet, map.head().finest), ((2_000, 1_000), 2));
        let overview = map.tile(TileAddress { level: 0, column: 0, row: 0 }, &[]).unwrap();
        // 1,000,500 of 2,000 x 1,000 lies in the middle of 512 x 256.
        let around = [pixel(&overview, 250, 120), pixel(&overview, 262, 135), pixel(&overview, 262, 300)];
        assert_eq!(around, [[255; 4], RED, [0; 4]]);
        let finest = map.tile(TileAddress { level: 2, column: 2, row: 1 }, &[]).unwrap();
        assert_eq!([pixel(&finest, 10, 10), pixel(&finest, 1, 511)], [RED; 2]);
        let magnified = map.tile(TileAddress { level: 4, column: 8, row: 4 }, &[]).unwrap();
        assert_eq!([pixel(&magnified, 100, 100), pixel(&magnified, 400, 400)], [RED; 2]);
    }

    #[test]
    fn long_lines_are_found_to_snap_to_also_in_a_picture_that_is_looked_at_smaller() {
        let map = opened();
        let lines = map.head().lines.iter().map(|line| (line.from, line.to)).collect::<Vec<_>>();
        assert_eq!(lines, [((800, 600), (3_200, 600)), ((800, 620), (3_200, 620))]);
        let small = Pixels { width: 1_000, height: 500, rgba: &[] };
        let line = PictureLine { from: (800, 601), to: (1_999, 601) };
        assert_eq!(on_sheet(line, small, (2_001, 999)), PictureLine { from: (1_601, 1_201), to: (4_000, 1_201) });
    }
}
