//! Maps on the canvas: tiles of what is in view, asked for on a thread, kept on the graphics card as long as there is room.

pub(in crate::app) mod asking;
mod place;

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use eframe::egui::{Color32, Mesh, Painter, Pos2, Rect, Shape, TextureHandle, TextureOptions, epaint::Vertex};

use self::asking::{Arrival, Asking, Ink, Sheet, Wish};
use self::place::Place;
use super::View;
use crate::app::inspector::{Showing, showing};
use crate::app::theme::Colours;
use crate::app::view::{Cx, Out};
use crate::plan::{HallId, HallMap, MapId, Placement};
use crate::reader::{ReadError, Reader, Tile, TileAddress};
use crate::scene::Role;
use crate::session::{Action, map_source};

/// Tiles that are kept on the graphics card, in bytes.
const KEPT_BYTES: u64 = 192 << 20;
/// Tiles that go to the graphics card in one frame: a millisecond each.
const UPLOADS: usize = 3;
/// Sheets whose tiles are told apart: a layer that is hidden makes another one.
const SHEETS: usize = 64;

/// The maps of a hall as shapes.
pub struct MapTiles {
    reader: Reader,
    asking: Option<Asking>,
    /// The sheets that were shown, with their numbers.
    sheets: Vec<(u32, Arc<Sheet>)>,
    last_number: u32,
    tiles: HashMap<(u32, TileAddress), Kept>,
    /// Tiles that could not be read, and are not asked for again.
    failed: BTreeSet<(u32, TileAddress)>,
    shapes: HashMap<MapId, Vec<Shape>>,
    made_for: Option<MadeFor>,
    /// Counts the frames, to know which tiles were not seen for the longest time.
    frame: u64,
    /// Counts how often the shapes became others.
    stamp: u64,
}

struct Kept {
    texture: TextureHandle,
    seen: u64,
}

/// What the shapes were made for.
#[derive(Clone, Debug, PartialEq)]
struct MadeFor {
    view: View,
    revision: u64,
    hall: HallId,
    pixels_per_point: f32,
    /// The maps as a gesture has them, where it has hold of some.
    moved: Vec<(MapId, Placement)>,
    cropping: Option<MapId>,
    /// Which revision of a map that was replaced.
    showing: Option<(MapId, Showing)>,
}

impl MapTiles {
    /// No tiles yet; they will come from this reader.
    #[must_use]
    pub fn new(reader: Reader) -> Self {
        Self {
            reader,
            asking: None,
            sheets: Vec::new(),
            last_number: 0,
            tiles: HashMap::new(),
            failed: BTreeSet::new(),
            shapes: HashMap::new(),
            made_for: None,
            frame: 0,
            stamp: 0,
        }
    }

    /// The shapes of a map; none while nothing is known of it.
    pub fn shapes(&self, map: MapId) -> &[Shape] {
        self.shapes.get(&map).map_or(&[], Vec::as_slice)
    }

    /// Another number whenever the shapes have become others.
    #[must_use]
    pub const fn stamp(&self) -> u64 {
        self.stamp
    }

    /// Takes what has come, makes the shapes of the maps in view, and asks for what is missing.
    pub fn update(&mut self, painter: &Painter, cx: &Cx<'_>, view: &View, hall: HallId, show_maps: bool, out: &mut Out) {
        let maps: Vec<_> =
            cx.session.plan().maps().iter().filter(|(_, map)| map.hall == hall && (show_maps || map.in_front)).collect();
        if maps.is_empty() && self.shapes.is_empty() {
            return;
        }
        self.frame += 1;
        let arrived = self.take_arrivals(painter, out);
        let pixels_per_point = painter.pixels_per_point();
        let preview = cx.session.preview();
        let (moved, cropping) = (preview.shapes.maps.clone(), preview.crop.map(|(id, _)| id));
        let comparison = cx.session.comparison();
        let showing = comparison.map(|comparison| (comparison.map, showing(painter.ctx(), comparison)));
        let revision = cx.session.revision();
        let made_for = MadeFor { view: *view, revision, hall, pixels_per_point, moved, cropping, showing };
        if !arrived && self.made_for.as_ref() == Some(&made_for) && maps.len() == self.shapes.len() {
            return;
        }
        let as_shown = |id: MapId, map: &Arc<HallMap>| {
            let placement =
                made_for.moved.iter().find(|(moved, _)| *moved == id).map_or(map.placement, |(_, placement)| *placement);
            // What is left out shows while it is chosen what is left out.
            let crop = map.crop.filter(|_| made_for.cropping != Some(id));
            HallMap { placement, crop, ..map.as_ref().clone() }
        };
        self.stamp += 1;
        self.shapes.clear();
        let mut wishes = Vec::new();
        for (id, map) in maps {
            let is_hidden = cx.session.plan().is_hidden(map.binding);
            let old = comparison.filter(|comparison| comparison.map == *id).map(|comparison| &comparison.old);
            let new = as_shown(*id, map);
            let revisions = match (old, made_for.showing) {
                (Some(old), Some((_, Showing::Old))) => vec![(old, None)],
                (Some(old), Some((_, Showing::Both))) => vec![(old, Some(Ink::OLD)), (&new, Some(Ink::NEW))],
                _ => vec![(&new, None)],
            };
            let revisions = revisions.into_iter().filter(|_| !is_hidden);
            let known: Vec<_> = revisions.filter_map(|(map, ink)| Some((map, ink, cx.session.map_head(map)?.finest))).collect();
            let mut shapes: Vec<_> = known.iter().map(|(map, ..)| paper(map, &Place::new(map, view))).collect();
            for (map, ink, finest) in known {
                shapes.extend(self.map((map, ink), Place::new(map, view), pixels_per_point, finest, &mut wishes));
            }
            self.shapes.insert(*id, shapes);
        }
        self.made_for = Some(made_for);
        // What shows anything at all comes before what is sharper.
        wishes.sort_by_key(|wish: &Wish| wish.address.level != 0);
        if !wishes.is_empty() && self.asking.is_none() {
            self.asking = Asking::start(self.reader.clone(), painter.ctx().clone());
        }
        if let Some(asking) = &self.asking {
            asking.want(wishes);
        }
        self.forget_old();
    }

    /// Puts some of the tiles that have come on the graphics card. Answers whether there were any.
    fn take_arrivals(&mut self, painter: &Painter, out: &mut Out) -> bool {
        let Some(asking) = &self.asking else { return false };
        let mut arrived = false;
        for _ in 0..UPLOADS {
            let Some(Arrival { number, address, image }) = asking.next() else { return arrived };
            arrived = true;
            match image {
                Ok(image) => {
                    let TileAddress { level, column, row } = address;
                    let name = format!("map {number} {level}/{column},{row}");
                    let texture = painter.ctx().load_texture(name, image, TextureOptions::LINEAR);
                    self.tiles.insert((number, address), Kept { texture, seen: self.frame });
                }
                Err(ReadError::Cancelled) => {}
                Err(error) => {
                    self.failed.insert((number, address));
                    if let Some((_, sheet)) = self.sheets.iter().find(|(other, _)| *other == number) {
                        out.push(Action::MapFailed(sheet.source.hash.clone(), error));
                    }
                }
            }
        }
        // There may be more of them.
        painter.ctx().request_repaint();
        arrived
    }

    /// The number of the sheet that a map shows.
    fn sheet(&mut self, map: &HallMap, ink: Option<Ink>) -> (u32, Arc<Sheet>) {
        let sheet = Sheet { source: map_source(&map.file, map.page), hidden: map.hidden_layers.clone(), ink };
        if let Some((number, sheet)) = self.sheets.iter().find(|(_, other)| **other == sheet) {
            return (*number, sheet.clone());
        }
        if self.sheets.len() >= SHEETS {
            let (gone, _) = self.sheets.remove(0);
            self.tiles.retain(|(number, _), _| *number != gone);
            self.failed.retain(|(number, _)| *number != gone);
        }
        self.last_number += 1;
        let sheet = Arc::new(sheet);
        self.sheets.push((self.last_number, sheet.clone()));
        (self.last_number, sheet)
    }

    /// The tiles of a map in one of two inks or as it is, and what is missing for them.
    fn map(
        &mut self,
        (map, ink): (&HallMap, Option<Ink>),
        place: Place,
        pixels_per_point: f32,
        finest: u8,
        wishes: &mut Vec<Wish>,
    ) -> Vec<Shape> {
        let (number, sheet) = self.sheet(map, ink);
        let wanted = place.tiles(place.level(pixels_per_point, finest));
        let mut shapes = Vec::new();
        if wanted.is_empty() {
            return shapes;
        }
        // Revisions are compared at full strength.
        let tint = if ink.is_some() { Color32::WHITE } else { Color32::WHITE.gamma_multiply(map.fade.opacity()) };
        let mut wish = |of: &Self, address| {
            let key = (number, address);
            if !of.tiles.contains_key(&key) && !of.failed.contains(&key) {
                wishes.push(Wish { number, sheet: sheet.clone(), address });
            }
        };
        // The whole sheet, so that there is always something to show.
        wish(self, TileAddress { level: 0, column: 0, row: 0 });
        for address in wanted {
            if address.level > 0 {
                wish(self, address);
            }
            let mut drawn = Vec::new();
            self.best(number, address, &mut drawn);
            for (shown, of) in drawn {
                let Some(area) = place.shown(place.area(shown)) else { continue };
                if let Some(kept) = self.tiles.get_mut(&(number, of)) {
                    kept.seen = self.frame;
                    let part = place::texture_part(area, place.area(of));
                    shapes.push(quad(&kept.texture, place.corners(area), part, tint));
                }
            }
        }
        shapes
    }

    /// What is drawn in a tile's place: itself, else its four finer ones where all are there, else a part of a coarser one. Each as
    /// the area that is drawn and the tile that it is taken from.
    fn best(&self, number: u32, address: TileAddress, drawn: &mut Vec<(TileAddress, TileAddress)>) {
        let is_there = |tile: &TileAddress| self.tiles.contains_key(&(number, *tile));
        if is_there(&address) {
            drawn.push((address, address));
            return;
        }
        let finer = place::children(address);
        if finer.iter().all(is_there) {
            drawn.extend(finer.map(|tile| (tile, tile)));
            return;
        }
        let mut coarser = place::parent(address);
        while let Some(tile) = coarser {
            if is_there(&tile) {
                drawn.push((address, tile));
                return;
            }
            coarser = place::parent(tile);
        }
    }

    /// Lets go of the tiles that were not seen for the longest time, as far as there are too many.
    fn forget_old(&mut self) {
        let most = (KEPT_BYTES / Tile::BYTES) as usize;
        if self.tiles.len() <= most {
            return;
        }
        let mut seen: Vec<_> = self.tiles.iter().map(|(key, kept)| (kept.seen, *key)).collect();
        seen.sort_unstable();
        for (seen, key) in seen.into_iter().take(self.tiles.len() - most) {
            // What is on the screen stays, however much it is.
            if seen < self.frame {
                self.tiles.remove(&key);
            }
        }
    }
}

/// Maps are drawn for paper: what is transparent in them is white, in the dark theme too.
fn paper(map: &HallMap, place: &Place) -> Shape {
    let paper = Colours::new(false).of(Role::HallFloor).gamma_multiply(map.fade.opacity());
    Shape::convex_polygon(place.outline().to_vec(), paper, eframe::egui::Stroke::NONE)
}

/// A part of a texture on four corners.
fn quad(texture: &TextureHandle, corners: [Pos2; 4], part: Rect, color: Color32) -> Shape {
    let mut mesh = Mesh::with_texture(texture.id());
    let uvs = [part.left_top(), part.right_top(), part.right_bottom(), part.left_bottom()];
    mesh.vertices.extend(corners.into_iter().zip(uvs).map(|(pos, uv)| Vertex { pos, uv, color }));
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(0, 2, 3);
    Shape::mesh(mesh)
}
