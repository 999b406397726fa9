//! A scene as shapes of the window. Booths become meshes of about a thousand, which are filled again when the camera moves;
//! their texts are laid out once for each scene.

use std::sync::Arc;

use eframe::egui::{
    self, Color32, Galley, Mesh, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2, epaint::TextShape, pos2, vec2,
};

use super::map_tiles::MapTiles;
use super::polygon::{is_convex, triangles};
use crate::app::theme::{Colours, family};
use crate::geometry::{Camera, Point, ScreenPoint};
use crate::scene::{self, Anchor, Corners, Edge, Item, Text};

/// Booths in one mesh: a mesh outside the window is skipped as a whole.
const MESH_BOOTHS: usize = 1_000;
/// A shape shorter than this on the screen is painted without its edge.
const EDGED: f32 = 6.0;

/// Through what a scene is seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// Which part of the hall.
    pub camera: Camera,
    /// Where on the window.
    pub rect: Rect,
    /// In which colours.
    pub colours: Colours,
}

impl View {
    /// Where a point of the hall is on the window.
    #[must_use]
    pub fn place(&self, point: Point) -> Pos2 {
        let ScreenPoint { x, y } = self.camera.to_screen(point);
        self.rect.min + vec2(x, y)
    }

    /// Which point of the hall is at a place of the window.
    #[must_use]
    pub fn point(&self, at: Pos2) -> Point {
        self.camera.to_hall(self.screen(at))
    }

    /// A place of the window from the canvas's left top corner.
    #[must_use]
    pub fn screen(&self, at: Pos2) -> ScreenPoint {
        let way = at - self.rect.min;
        ScreenPoint { x: way.x, y: way.y }
    }
}

/// What the shapes of a layer were made for.
#[derive(Clone, Copy, Debug, PartialEq)]
struct MadeFor {
    view: View,
    pixels_per_point: f32,
    maps: u64,
}

/// Tells when the fonts were made anew (another theme, another scale, a full atlas of glyphs): no galley of before fits them.
#[derive(Default)]
pub(super) struct Fonts {
    /// A text that they keep from frame to frame.
    kept: Option<Arc<Galley>>,
}

impl Fonts {
    /// Whether they are others than when this was asked last.
    pub(super) fn are_new(&mut self, painter: &Painter) -> bool {
        let probe = painter.layout_no_wrap("0".to_owned(), egui::FontId::proportional(12.0), Color32::PLACEHOLDER);
        let new = self.kept.as_ref().is_none_or(|kept| !Arc::ptr_eq(kept, &probe));
        self.kept = Some(probe);
        new
    }
}

/// Items of a scene and their shapes.
#[derive(Default)]
pub struct Layer {
    items: Vec<Item>,
    galleys: Vec<Option<Arc<Galley>>>,
    fonts: Fonts,
    made: Option<(MadeFor, Vec<Shape>)>,
}

impl Layer {
    /// A layer of these items.
    #[must_use]
    pub fn new(items: Vec<Item>) -> Self {
        Self { galleys: vec![None; items.len()], items, ..Self::default() }
    }

    /// Paints the layer, and in it what is there of its maps.
    pub fn paint(&mut self, painter: &Painter, view: &View, maps: &MapTiles) {
        let pixels_per_point = painter.pixels_per_point();
        if self.fonts.are_new(painter) {
            self.galleys.fill(None);
            self.made = None;
        }
        let wanted = MadeFor { view: *view, pixels_per_point, maps: maps.stamp() };
        if self.made.as_ref().is_none_or(|(made, _)| *made != wanted) {
            let mut shapes = self.made.take().map(|(_, shapes)| shapes).unwrap_or_default();
            shapes.clear();
            let mut maker = Maker { painter, view, maps, shapes, mesh: Mesh::default(), booths: 0, hatches: Vec::new() };
            for (item, galley) in self.items.iter().zip(&mut self.galleys) {
                maker.item(item, galley);
            }
            maker.flush();
            self.made = Some((wanted, maker.shapes));
        }
        if let Some((_, shapes)) = &self.made {
            painter.extend(shapes.iter().cloned());
        }
    }
}

struct Maker<'a> {
    painter: &'a Painter,
    view: &'a View,
    maps: &'a MapTiles,
    shapes: Vec<Shape>,
    mesh: Mesh,
    booths: usize,
    hatches: Vec<Shape>,
}

impl Maker<'_> {
    fn item(&mut self, item: &Item, galley: &mut Option<Arc<Galley>>) {
        match item {
            Item::Shape(shape) => self.shape(shape),
            Item::Wash(wash) => self.wash(wash),
            // On booths alone, which the canvas paints in another way.
            Item::Logo(_) => {}
            Item::Text(text) => {
                self.flush();
                self.text(text, galley);
            }
            Item::Line(line) => {
                self.flush();
                let ends = [self.view.place(line.from), self.view.place(line.to)];
                self.shapes.push(Shape::line_segment(ends, Stroke::new(line.width, self.view.colours.of(line.role))));
            }
            Item::Picture(picture) => {
                self.flush();
                self.shapes.extend_from_slice(self.maps.shapes(picture.map));
            }
        }
    }

    /// Ends the mesh that is being filled.
    fn flush(&mut self) {
        if !self.mesh.is_empty() {
            self.shapes.push(Shape::mesh(std::mem::take(&mut self.mesh)));
        }
        self.shapes.append(&mut self.hatches);
        self.booths = 0;
    }

    fn shape(&mut self, shape: &scene::Shape) {
        let colours = &self.view.colours;
        let edge = shape.edge.map(|Edge { role, width }| (width, colours.of(role)));
        let fill = shape.fill.map(|role| colours.of(role).gamma_multiply(scene::fill_opacity(shape.over_map)));
        match &shape.corners {
            Corners::Four(corners) => {
                let corners = corners.map(|corner| self.view.place(corner));
                let bounds = Rect::from_points(&corners);
                if !self.view.rect.expand(8.0).intersects(bounds) {
                    return;
                }
                if is_upright(&corners) {
                    self.upright(bounds, fill, edge);
                } else {
                    self.flush();
                    let stroke = edge.map_or(Stroke::NONE, |(width, colour)| Stroke::new(width, colour));
                    let fill = fill.unwrap_or(Color32::TRANSPARENT);
                    self.shapes.push(Shape::convex_polygon(corners.to_vec(), fill, stroke));
                }
            }
            Corners::Many(corners) => {
                let corners: Vec<Pos2> = corners.iter().map(|corner| self.view.place(*corner)).collect();
                if !self.view.rect.expand(8.0).intersects(Rect::from_points(&corners)) {
                    return;
                }
                self.flush();
                if is_convex(&corners) {
                    let stroke = edge.map_or(Stroke::NONE, |(width, colour)| Stroke::new(width, colour));
                    let fill = fill.unwrap_or(Color32::TRANSPARENT);
                    self.shapes.push(Shape::convex_polygon(corners, fill, stroke));
                } else {
                    self.dented(corners, fill, edge);
                }
            }
        }
        if let Some(hatch) = &shape.hatch {
            let stroke = Stroke::new(hatch.width, colours.of(hatch.role));
            let lines = hatch.lines.iter().map(|line| Shape::line_segment(line.map(|end| self.view.place(end)), stroke));
            self.hatches.extend(lines);
        }
        self.booths += 1;
        if self.booths >= MESH_BOOTHS {
            self.flush();
        }
    }

    fn wash(&mut self, wash: &scene::Wash) {
        let corners: Vec<Pos2> = wash.corners.as_slice().iter().map(|corner| self.view.place(*corner)).collect();
        if !self.view.rect.expand(8.0).intersects(Rect::from_points(&corners)) {
            return;
        }
        self.flush();
        let fill = self.view.colours.of(wash.role).gamma_multiply(wash.opacity);
        if is_convex(&corners) {
            self.shapes.push(Shape::convex_polygon(corners, fill, Stroke::NONE));
        } else {
            self.dented(corners, Some(fill), None);
        }
    }

    fn dented(&mut self, corners: Vec<Pos2>, fill: Option<Color32>, edge: Option<(f32, Color32)>) {
        if let Some(fill) = fill {
            let mut mesh = Mesh::default();
            corners.iter().for_each(|corner| mesh.colored_vertex(*corner, fill));
            triangles(&corners).into_iter().for_each(|[a, b, c]| mesh.add_triangle(a, b, c));
            self.shapes.push(Shape::mesh(mesh));
        }
        if let Some((width, colour)) = edge {
            self.shapes.push(Shape::closed_line(corners, Stroke::new(width, colour)));
        }
    }

    /// A rectangle with sides along those of the window, on whole pixels: sharp without smoothing. The edge lies on the
    /// outline, so that neighbours share it.
    fn upright(&mut self, bounds: Rect, fill: Option<Color32>, edge: Option<(f32, Color32)>) {
        let pixel = 1.0 / self.painter.pixels_per_point();
        let round = |value: f32| (value / pixel).round() * pixel;
        let (min, max) = (pos2(round(bounds.min.x), round(bounds.min.y)), pos2(round(bounds.max.x), round(bounds.max.y)));
        let edged = edge.filter(|_| bounds.width().min(bounds.height()) >= EDGED);
        match (edged, fill) {
            (Some((width, colour)), Some(fill)) => {
                let width = round(width).max(pixel);
                self.mesh.add_colored_rect(Rect { min, max: max + vec2(width, width) }, colour);
                self.mesh.add_colored_rect(Rect { min: min + vec2(width, width), max }, fill);
            }
            (Some((width, colour)), None) => {
                self.flush();
                let stroke = Stroke::new(round(width).max(pixel), colour);
                self.shapes.push(Shape::rect_stroke(Rect { min, max }, 0, stroke, StrokeKind::Middle));
            }
            (None, Some(fill)) => self.mesh.add_colored_rect(Rect { min, max }, fill),
            (None, None) => {}
        }
    }

    fn text(&mut self, text: &Text, galley: &mut Option<Arc<Galley>>) {
        let at = self.view.place(text.at);
        // No text of a scene is wider than this on either side of its place.
        let reach = 40.0 + text.size * 0.6 * text.words.len() as f32;
        if self.view.rect.expand(reach).contains(at) {
            self.shapes.push(text_shape(self.painter, self.view, text, galley, Vec2::ZERO));
        }
    }
}

/// A text of a scene on the window, moved by so many points; how it was laid out is kept in `galley`.
pub(super) fn text_shape(painter: &Painter, view: &View, text: &Text, galley: &mut Option<Arc<Galley>>, by: Vec2) -> Shape {
    let at = view.place(text.at) + by;
    let galley = galley.get_or_insert_with(|| {
        let font = egui::FontId::new(text.size, family(text.style));
        painter.layout_no_wrap(text.words.to_string(), font, Color32::PLACEHOLDER)
    });
    let baseline =
        galley.rows.first().and_then(|row| row.row.glyphs.first().map(|glyph| row.pos.y + glyph.pos.y)).unwrap_or_default();
    let left = match text.anchor {
        Anchor::Start => 0.0,
        Anchor::Middle => galley.size().x / 2.0,
        Anchor::End => galley.size().x,
    };
    let colour = view.colours.of(text.role);
    let angle = text.angle.radians() as f32;
    Shape::Text(if angle == 0.0 {
        let pixel = 1.0 / painter.pixels_per_point();
        let round = |value: f32| (value / pixel).round() * pixel;
        TextShape::new(pos2(round(at.x - left), round(at.y - baseline)), galley.clone(), colour)
    } else {
        let way = egui::emath::Rot2::from_angle(angle) * vec2(left, baseline);
        TextShape { angle, ..TextShape::new(at - way, galley.clone(), colour) }
    })
}

/// Whether the four corners are those of a rectangle with sides along the window's.
fn is_upright(corners: &[Pos2; 4]) -> bool {
    let same = |a: f32, b: f32| (a - b).abs() < 0.01;
    let [a, b, c, d] = corners;
    (same(a.y, b.y) && same(b.x, c.x) && same(c.y, d.y) && same(d.x, a.x))
        || (same(a.x, b.x) && same(b.y, c.y) && same(c.x, d.x) && same(d.y, a.y))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Angle;

    fn text() -> Item {
        let words = "A01".to_owned().into();
        let (role, style) = (scene::Role::Ink, crate::fonts::Style::Regular);
        Item::Text(Text {
            booth: None,
            words,
            at: Point::ORIGIN,
            size: 12.0,
            anchor: Anchor::Start,
            role,
            style,
            angle: Angle::ZERO,
        })
    }

    #[test]
    fn texts_are_laid_out_anew_with_the_fonts_of_another_theme() {
        let context = egui::Context::default();
        crate::app::theme::install(&context);
        let mut layer = Layer::new(vec![text()]);
        let mut galley_in = |theme: egui::Theme| {
            context.set_theme(theme);
            let mut output = context.run_ui(egui::RawInput::default(), |ui| {
                let rect = Rect::from_min_size(Pos2::ZERO, vec2(400.0, 300.0));
                let colours = Colours::new(theme == egui::Theme::Dark);
                let maps = MapTiles::new(crate::reader::Reader::new(std::path::PathBuf::new()));
                layer.paint(ui.painter(), &View { camera: Camera::default(), rect, colours }, &maps);
            });
            output.textures_delta.clear();
            layer.galleys[0].clone().unwrap()
        };
        let light = galley_in(egui::Theme::Light);
        assert!(Arc::ptr_eq(&light, &galley_in(egui::Theme::Light)), "the same fonts need no new layout");
        assert!(!Arc::ptr_eq(&light, &galley_in(egui::Theme::Dark)));
    }
}
