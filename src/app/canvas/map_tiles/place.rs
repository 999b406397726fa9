//! Which tiles of a map are in view, and where on the window their corners are.

use eframe::egui::{Pos2, Rect, pos2};

use crate::app::canvas::View;
use crate::plan::{HallMap, SheetToHall};
use crate::reader::TileAddress;

/// Tiles are painted up to this many times as large as they are, as a power of two, before finer ones are asked for.
const STRETCH: f64 = 0.2;
/// Most tiles of a map in view.
const MOST: usize = 140;

/// A part of a sheet: left, top, right and bottom, in its units.
pub(super) type Area = [f64; 4];

/// A map as the canvas shows it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    sheet: (u32, u32),
    /// What of the sheet is shown.
    part: Area,
    to_hall: SheetToHall,
    view: View,
}

impl Place {
    pub(super) fn new(map: &HallMap, view: &View) -> Self {
        let part = map.part();
        let part = [part.from.0, part.from.1, part.to.0, part.to.1].map(f64::from);
        Self { sheet: map.sheet, part, to_hall: map.sheet_to_hall(), view: *view }
    }

    /// Where a point of the sheet is on the window.
    fn on_window(&self, at: [f64; 2]) -> Pos2 {
        let [x, y] = self.to_hall.before_turning(at);
        let (centre, angle) = self.to_hall.turn();
        let (cos, sin) = angle.cos_sin();
        let (centre_x, centre_y) = (centre.x.tenths() as f64, centre.y.tenths() as f64);
        let (right, down) = (x - centre_x, y - centre_y);
        let camera = self.view.camera;
        let screen = |tenths: f64, from: f64| ((tenths / TENTHS - from) * camera.scale) as f32;
        let x = screen(centre_x + right * cos - down * sin, camera.left);
        let y = screen(centre_y + right * sin + down * cos, camera.top);
        pos2(self.view.rect.min.x + x, self.view.rect.min.y + y)
    }

    /// Which point of the sheet is at a place of the window.
    fn on_sheet(&self, at: Pos2) -> [f64; 2] {
        let way = at - self.view.rect.min;
        let camera = self.view.camera;
        let (x, y) = (camera.left + f64::from(way.x) / camera.scale, camera.top + f64::from(way.y) / camera.scale);
        let (centre, angle) = self.to_hall.turn();
        let (cos, sin) = angle.cos_sin();
        let (centre_x, centre_y) = (centre.x.tenths() as f64, centre.y.tenths() as f64);
        let (right, down) = (x * TENTHS - centre_x, y * TENTHS - centre_y);
        let (x, y) = (centre_x + right * cos + down * sin, centre_y - right * sin + down * cos);
        let [left, top] = self.to_hall.before_turning([0.0, 0.0]);
        [(x - left) / self.to_hall.scale(), (y - top) / self.to_hall.scale()]
    }

    /// The corners of a part of the sheet on the window, as far as it is shown: left top, right top, right bottom, left bottom.
    pub(super) fn corners(&self, [left, top, right, bottom]: Area) -> [Pos2; 4] {
        [[left, top], [right, top], [right, bottom], [left, bottom]].map(|corner| self.on_window(corner))
    }

    /// The corners of all that is shown.
    pub(super) fn outline(&self) -> [Pos2; 4] {
        self.corners(self.part)
    }

    /// What of an area is shown.
    pub(super) fn shown(&self, area: Area) -> Option<Area> {
        let [left, top, right, bottom] = area;
        let part = self.part;
        let shown = [left.max(part[0]), top.max(part[1]), right.min(part[2]), bottom.min(part[3])];
        (shown[0] < shown[2] && shown[1] < shown[3]).then_some(shown)
    }

    /// The level of which a pixel is about one of the screen's.
    pub(super) fn level(&self, pixels_per_point: f32, finest: u8) -> u8 {
        let pixels = self.to_hall.scale() / TENTHS * self.view.camera.scale * f64::from(pixels_per_point);
        let coarsest = TileAddress { level: 0, column: 0, row: 0 }.scale(self.sheet);
        let level = ((pixels / coarsest).log2() - STRETCH).ceil();
        level.clamp(0.0, f64::from(finest.min(TileAddress::FINEST))) as u8
    }

    /// The tiles of a level that are in view, the one in the middle first; of a coarser level where they would be too many.
    pub(super) fn tiles(&self, level: u8) -> Vec<TileAddress> {
        let rect = self.view.rect;
        if !Rect::from_points(&self.outline()).intersects(rect) {
            return Vec::new();
        }
        let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom()];
        let corners = corners.map(|corner| self.on_sheet(corner));
        let least = |axis: fn(&[f64; 2]) -> f64| corners.iter().map(axis).fold(f64::INFINITY, f64::min);
        let most = |axis: fn(&[f64; 2]) -> f64| corners.iter().map(axis).fold(f64::NEG_INFINITY, f64::max);
        let seen = [least(|at| at[0]), least(|at| at[1]), most(|at| at[0]), most(|at| at[1])];
        let Some([left, top, right, bottom]) = self.shown(seen) else { return Vec::new() };
        for level in (0..=level).rev() {
            let side = f64::from(TileAddress::SIDE) / TileAddress { level, column: 0, row: 0 }.scale(self.sheet);
            let (columns, rows) = TileAddress::grid(level, self.sheet);
            let range = |from: f64, to: f64, count: u32| {
                let first = (from / side).floor().max(0.0) as u32;
                first.min(count - 1)..((to / side).ceil() as u32).clamp(first.min(count - 1) + 1, count)
            };
            let (columns, rows) = (range(left, right, columns), range(top, bottom, rows));
            if columns.len().saturating_mul(rows.len()) > MOST && level > 0 {
                continue;
            }
            let all = rows.flat_map(|row| columns.clone().map(move |column| TileAddress { level, column, row }));
            let mut tiles: Vec<TileAddress> = all.filter(|tile| self.is_seen(*tile)).collect();
            let middle = [f64::midpoint(left, right), f64::midpoint(top, bottom)];
            let distance = |tile: &TileAddress| {
                let [left, top, right, bottom] = tile.area(self.sheet);
                (f64::midpoint(left, right) - middle[0]).hypot(f64::midpoint(top, bottom) - middle[1])
            };
            tiles.sort_by(|a, b| distance(a).total_cmp(&distance(b)));
            return tiles;
        }
        Vec::new()
    }

    /// Whether any of a tile may be on the window: of a turned map not all are that lie in the box around the window.
    fn is_seen(&self, tile: TileAddress) -> bool {
        let shown = self.shown(tile.area(self.sheet));
        shown.is_some_and(|area| Rect::from_points(&self.corners(area)).intersects(self.view.rect))
    }

    /// The area of a tile on the sheet.
    pub(super) fn area(&self, tile: TileAddress) -> Area {
        tile.area(self.sheet)
    }
}

/// Tenths of a millimetre in a metre.
const TENTHS: f64 = 10_000.0;

/// Where an area lies in a tile that holds it, as parts of the tile.
pub(super) fn texture_part(area: Area, [left, top, right, bottom]: Area) -> Rect {
    let part = |at: f64, from: f64, to: f64| ((at - from) / (to - from)) as f32;
    let min = pos2(part(area[0], left, right), part(area[1], top, bottom));
    Rect::from_min_max(min, pos2(part(area[2], left, right), part(area[3], top, bottom)))
}

/// The coarser tile that holds a tile.
pub(super) const fn parent(tile: TileAddress) -> Option<TileAddress> {
    match tile.level.checked_sub(1) {
        Some(level) => Some(TileAddress { level, column: tile.column / 2, row: tile.row / 2 }),
        None => None,
    }
}

/// The four finer tiles that a tile holds; some may lie beyond the sheet.
pub(super) fn children(tile: TileAddress) -> [TileAddress; 4] {
    let TileAddress { level, column, row } = tile;
    [(0, 0), (1, 0), (0, 1), (1, 1)].map(|(right, down)| TileAddress {
        level: level.saturating_add(1),
        column: column * 2 + right,
        row: row * 2 + down,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{Angle, Camera, Length, Point};
    use crate::plan::{EmbeddedFile, IdMint, Placement, SheetPart};
    use eframe::egui::vec2;

    /// A map of 4,096 x 2,048 pixels, 40 m wide: a pixel is about a centimetre.
    fn map(angle: i64, crop: Option<SheetPart>) -> HallMap {
        let placement =
            Placement { origin: Point::ORIGIN, width: Length::from_mm(40_000), angle: Angle::from_thousandths(angle) };
        let file = EmbeddedFile::new(Vec::new());
        HallMap { crop, ..HallMap::new(IdMint::new(1, 0).mint(), String::new(), file, (4_096, 2_048), placement) }
    }

    /// A window of 1,000 x 500 points on the hall from a point in metres, at so many points a metre.
    fn view(left: f64, top: f64, scale: f64) -> View {
        let rect = Rect::from_min_size(pos2(100.0, 50.0), vec2(1_000.0, 500.0));
        View { camera: Camera { left, top, scale }, rect, colours: crate::app::theme::Colours::new(false) }
    }

    fn named(tiles: &[TileAddress]) -> Vec<String> {
        let mut names: Vec<_> = tiles.iter().map(|tile| format!("{}/{},{}", tile.level, tile.column, tile.row)).collect();
        names.sort();
        names
    }

    #[test]
    fn the_level_follows_the_zoom_and_the_screen() {
        let level =
            |scale: f64, pixels_per_point: f32| Place::new(&map(0, None), &view(0.0, 0.0, scale)).level(pixels_per_point, 9);
        // At 25 points a metre 40 m are 1,000 pixels, about twice a tile; a little stretching is no reason for finer ones.
        let levels = [(6.0, 1.0), (12.8, 1.0), (14.0, 1.0), (16.0, 1.0), (25.0, 1.0), (25.0, 2.0), (4_000.0, 1.0)];
        assert_eq!(levels.map(|(scale, pixels)| level(scale, pixels)), [0, 0, 0, 1, 1, 2, 9]);
        assert_eq!(Place::new(&map(0, None), &view(0.0, 0.0, 4_000.0)).level(1.0, 3), 3, "no finer than there is");
    }

    #[test]
    fn the_tiles_in_view_are_asked_for_from_the_middle() {
        let place = Place::new(&map(0, None), &view(17.0, 7.0, 100.0));
        let level = place.level(1.0, 9);
        let tiles = place.tiles(level);
        assert_eq!(
            (level, named(&tiles)),
            (3, ["3/3,1", "3/3,2", "3/4,1", "3/4,2", "3/5,1", "3/5,2"].map(str::to_owned).to_vec())
        );
        assert!(named(&tiles[..2]).iter().all(|tile| tile.starts_with("3/4")), "{tiles:?}");
        let away = Place::new(&map(0, None), &view(60.0, 5.0, 100.0));
        assert_eq!(away.tiles(3), []);
    }

    #[test]
    fn too_many_tiles_are_coarser_ones() {
        let place = Place::new(&map(0, None), &view(0.0, 0.0, 25.0));
        assert_eq!(place.tiles(9).first().map(|tile| tile.level), Some(4), "8 x 16 tiles, not 16 x 32");
    }

    #[test]
    fn a_turned_map_shows_the_tiles_that_the_window_really_sees() {
        // Turned by an eighth about its middle, at 20,10.24 m: what is seen of it is a square on its corner.
        let place = Place::new(&map(45_000, None), &view(15.0, 7.5, 100.0));
        let tiles = place.tiles(4);
        // The box around it holds 36 of them.
        assert!((12..28).contains(&tiles.len()), "{}", tiles.len());
        for tile in &tiles {
            let corners = place.corners(place.area(*tile));
            assert!(Rect::from_points(&corners).intersects(place.view.rect));
        }
        let middle = place.on_window([2_048.0, 1_024.0]);
        assert!((middle - pos2(100.0 + 500.0, 50.0 + 250.0)).length() < 0.5, "{middle:?}");
    }

    #[test]
    fn points_come_back_from_the_window() {
        for angle in [0, 30_000, 90_000, 211_000] {
            let crop = Some(SheetPart { from: (500, 300), to: (3_000, 2_000) });
            let place = Place::new(&map(angle, crop), &view(3.0, 2.0, 37.0));
            for at in [[500.0, 300.0], [3_000.0, 2_000.0], [1_234.0, 567.0]] {
                let [x, y] = place.on_sheet(place.on_window(at));
                assert!((x - at[0]).abs() < 0.01 && (y - at[1]).abs() < 0.01, "{angle}: {x} {y}");
            }
        }
    }

    #[test]
    fn a_cropped_map_stays_where_its_sheet_lies_and_its_tiles_are_cut() {
        let crop = Some(SheetPart { from: (2_048, 0), to: (4_096, 2_048) });
        let place = Place::new(&map(0, crop), &view(0.0, 0.0, 12.5));
        assert_eq!(place.outline()[0], pos2(350.0, 50.0));
        assert_eq!(place.outline()[2], pos2(600.0, 300.0));
        let tiles = place.tiles(0);
        assert_eq!(named(&tiles), ["0/0,0"]);
        let whole = place.area(TileAddress { level: 0, column: 0, row: 0 });
        let shown = place.shown(whole).unwrap();
        assert_eq!(texture_part(shown, whole), Rect::from_min_max(pos2(0.5, 0.0), pos2(1.0, 0.5)));
        assert_eq!(named(&place.tiles(1)), ["1/1,0"]);
    }

    #[test]
    fn a_tile_is_one_of_the_four_of_its_parent() {
        let tile = TileAddress { level: 5, column: 13, row: 6 };
        assert_eq!(parent(tile), Some(TileAddress { level: 4, column: 6, row: 3 }));
        assert!(parent(tile).is_some_and(|parent| children(parent).contains(&tile)));
        assert_eq!(parent(TileAddress { level: 0, column: 0, row: 0 }), None);
    }
}
