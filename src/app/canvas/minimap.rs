//! The whole hall, small, at the canvas's lower right corner, while a part of it is in view: a picture of mean colours that
//! follows the plan by what is different in it, and the frame of the view, which can be dragged.

use std::collections::BTreeSet;

use eframe::egui::{
    self, Color32, ColorImage, Painter, Pos2, Rect, Role, Sense, Shape, Stroke, StrokeKind, TextureHandle, TextureOptions, Ui,
    Vec2, WidgetInfo, pos2, vec2,
};
use imbl::ordmap::DiffItem;

use super::{View, polygon};
use crate::app::theme::{CORNER, Colours};
use crate::app::view::{Cx, Out};
use crate::geometry::{Bounds, Length, Point, Units};
use crate::plan::{Booth, BoothId, HallId, Plan};
use crate::scene::{ColourBy, Colouring, Role as Colour};
use crate::session::Action;

/// How large the picture of the hall is at most.
const LARGEST: Vec2 = vec2(180.0, 130.0);
/// Between the picture and the edge of its card, and between the card and the edges of the canvas.
const PADDING: f32 = 6.0;
const MARGIN: f32 = 12.0;
/// The frame of the view is never painted smaller.
const LEAST_FRAME: f32 = 8.0;
/// Booths that are put into a picture made from nothing in one frame: a millisecond or two.
const AT_ONCE: usize = 10_000;
/// How far around what was changed colours may be others: where open sides follow from what stands near.
const AROUND: Length = crate::index::REACH;

/// What a picture was made for.
#[derive(Clone, Copy, Debug, PartialEq)]
struct MadeFor {
    hall: HallId,
    bounds: Bounds,
    pixels: [usize; 2],
    colours: Colours,
    colour_by: ColourBy,
    units: Units,
}

/// Colours that add up: how much of a pixel booths take, and their colours by that much.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Pixel {
    taken: f32,
    colour: [f32; 3],
}

/// The picture of a hall's booths.
#[derive(Default)]
pub struct Minimap {
    made_for: Option<MadeFor>,
    plan: Option<Plan>,
    pixels: Vec<Pixel>,
    /// The last booth that was put in, while the picture is being made.
    reached: Option<BoothId>,
    whole: bool,
    texture: Option<TextureHandle>,
    /// From the pointer to the middle of the frame that it drags.
    grip: Option<Vec2>,
}

/// How large a hall's picture is, in points.
fn size_of(bounds: Bounds) -> Vec2 {
    let size = bounds.size();
    let metres = vec2(size.width.metres().max(0.1) as f32, size.depth.metres().max(0.1) as f32);
    let scale = (LARGEST.x / metres.x).min(LARGEST.y / metres.y);
    (metres * scale).max(vec2(8.0, 8.0)).round()
}

/// Where the minimap is; none where the whole hall is in view, or the canvas is too small.
#[must_use]
pub fn place(cx: &Cx<'_>, view: &View) -> Option<Rect> {
    let bounds = cx.session.index().hall_bounds(cx.session.plan(), cx.session.hall()?)?;
    let in_view = view.camera.view(view.rect.width(), view.rect.height());
    let size = size_of(bounds) + Vec2::splat(2.0 * PADDING);
    let has_room = view.rect.width() > 3.0 * size.x && view.rect.height() > 2.0 * size.y;
    let wanted = cx.session.settings().canvas.minimap && has_room && !in_view.encloses(bounds);
    wanted.then(|| Rect::from_min_size(view.rect.max - Vec2::splat(MARGIN) - size, size))
}

impl Minimap {
    /// Shows the minimap in its place.
    pub fn show(&mut self, ui: &Ui, cx: &Cx<'_>, view: &View, place: Rect, out: &mut Out) {
        let (plan, index) = (cx.session.plan(), cx.session.index());
        let Some(hall) = cx.session.hall() else { return };
        let Some((record, bounds)) = plan.get(hall).zip(index.hall_bounds(plan, hall)) else { return };
        let rect = place.shrink(PADDING);
        let scale = ui.pixels_per_point();
        let pixels = [rect.width(), rect.height()].map(|side| (side * scale).round().max(1.0) as usize);
        let (colours, colour_by, units) = (view.colours, cx.session.colour_by(), cx.texts.units());
        self.follow(ui, cx, MadeFor { hall, bounds, pixels, colours, colour_by, units });

        let painter = ui.painter_at(place);
        painter.rect(place, CORNER + 2, colours.panel, cx.theme.border(), StrokeKind::Inside);
        let map = Map { rect, bounds };
        let corners: Vec<Pos2> = record.outline.corners().into_iter().map(|corner| map.place(corner)).collect();
        floor(&painter, &corners, colours.of(Colour::HallFloor));
        if let Some(texture) = &self.texture {
            let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
            painter.image(texture.id(), rect, whole, Color32::WHITE);
        }
        painter.add(Shape::closed_line(corners, Stroke::new(1.0, colours.of(Colour::Wall))));
        let in_view = view.camera.view(view.rect.width(), view.rect.height());
        let frame = map.rect(in_view);
        // In the largest halls the view is less than a pixel of the map.
        let seen = Rect::from_center_size(frame.center(), frame.size().max(Vec2::splat(LEAST_FRAME)));
        let shown = seen.intersect(place.shrink(2.0));
        painter.rect(shown, 2, colours.accent.gamma_multiply(0.12), Stroke::new(1.5, colours.accent), StrokeKind::Inside);
        self.drag(ui, cx, &map, seen, place, out);
    }

    fn drag(&mut self, ui: &Ui, cx: &Cx<'_>, map: &Map, frame: Rect, place: Rect, out: &mut Out) {
        let response = ui.interact(place, ui.unique_id().with("minimap"), Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, cx.texts.command_toggle_minimap()));
        let pointer = response.interact_pointer_pos().filter(|_| response.is_pointer_button_down_on());
        let Some(pointer) = pointer else {
            self.grip = None;
            return;
        };
        // Beside the frame it comes to the pointer; on it, it is dragged from where it was taken.
        let taken = || if frame.contains(pointer) { frame.center() - pointer } else { Vec2::ZERO };
        let begins = self.grip.is_none();
        let grip = *self.grip.get_or_insert_with(taken);
        if begins || ui.input(|input| input.pointer.delta()) != Vec2::ZERO {
            out.push(Action::LookAt(map.point(pointer + grip)));
        }
        ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
    }

    /// Brings the picture up to date.
    fn follow(&mut self, ui: &Ui, cx: &Cx<'_>, wanted: MadeFor) {
        let (plan, index) = (cx.session.plan(), cx.session.index());
        let colouring = Colouring::new(plan, index, wanted.colour_by, wanted.units);
        let raster = Raster { made_for: &wanted, plan, colouring: &colouring };
        let before = self.plan.replace(plan.clone());
        let same = self.made_for == Some(wanted);
        let touched = before.filter(|_| same && self.whole).and_then(|before| touched(&before, plan, wanted.colour_by));
        match touched {
            Some(touched) if touched.is_empty() => return,
            Some(touched) => {
                for area in touched {
                    raster.again(&mut self.pixels, area, |area| index.booths_in(wanted.hall, area));
                }
            }
            None => {
                let changed = !same || self.whole || self.reached.is_none();
                if changed {
                    self.pixels = vec![Pixel::default(); wanted.pixels[0] * wanted.pixels[1]];
                    (self.reached, self.whole) = (None, false);
                }
                self.made_for = Some(wanted);
                self.go_on(&raster);
                if !self.whole {
                    ui.ctx().request_repaint();
                }
            }
        }
        let image = ColorImage::new(wanted.pixels, self.pixels.iter().map(|pixel| pixel.colour()).collect());
        match &mut self.texture {
            Some(texture) => texture.set(image, TextureOptions::LINEAR),
            None => self.texture = Some(ui.ctx().load_texture("minimap", image, TextureOptions::LINEAR)),
        }
    }

    /// Puts in the next booths of a picture that is being made.
    fn go_on(&mut self, raster: &Raster<'_>) {
        use std::ops::Bound::{Excluded, Unbounded};
        let from = self.reached.map_or(Unbounded, Excluded);
        let mut booths = raster.plan.booths().range((from, Unbounded));
        for (id, booth) in booths.by_ref().take(AT_ONCE) {
            if booth.hall == raster.made_for.hall {
                raster.put(&mut self.pixels, *id, booth, None);
            }
            self.reached = Some(*id);
        }
        self.whole = booths.next().is_none();
    }
}

/// Where the hall is on the minimap.
struct Map {
    rect: Rect,
    bounds: Bounds,
}

impl Map {
    fn place(&self, point: Point) -> Pos2 {
        let (way, size) = (point - self.bounds.min(), self.bounds.size());
        let part = |way: Length, size: Length| (way.metres() / size.metres().max(0.1)) as f32;
        self.rect.min + vec2(part(way.x, size.width), part(way.y, size.depth)) * self.rect.size()
    }

    fn point(&self, at: Pos2) -> Point {
        let (way, size) = ((at - self.rect.min) / self.rect.size(), self.bounds.size());
        let along = |part: f32, size: Length| Length::from_metres(f64::from(part) * size.metres()).unwrap_or_default();
        Point::new(self.bounds.min().x + along(way.x, size.width), self.bounds.min().y + along(way.y, size.depth))
    }
}

fn floor(painter: &Painter, corners: &[Pos2], colour: Color32) {
    let mut mesh = egui::Mesh::default();
    corners.iter().for_each(|corner| mesh.colored_vertex(*corner, colour));
    polygon::triangles(corners).into_iter().for_each(|[a, b, c]| mesh.add_triangle(a, b, c));
    painter.add(Shape::mesh(mesh));
}

impl Pixel {
    fn add(&mut self, part: f32, colour: Color32) {
        self.taken += part;
        for (sum, channel) in self.colour.iter_mut().zip([colour.r(), colour.g(), colour.b()]) {
            *sum += part * f32::from(channel);
        }
    }

    fn colour(self) -> Color32 {
        if self.taken <= 0.0 {
            return Color32::TRANSPARENT;
        }
        let [r, g, b] = self.colour.map(|sum| (sum / self.taken).round() as u8);
        Color32::from_rgb(r, g, b).gamma_multiply(self.taken.min(1.0))
    }
}

/// Puts booths into pixels.
struct Raster<'a> {
    made_for: &'a MadeFor,
    plan: &'a Plan,
    colouring: &'a Colouring<'a>,
}

impl Raster<'_> {
    /// A box in pixels.
    fn pixels(&self, bounds: Bounds) -> Rect {
        let MadeFor { pixels: [width, height], bounds: hall, .. } = *self.made_for;
        Map { rect: Rect::from_min_size(Pos2::ZERO, vec2(width as f32, height as f32)), bounds: hall }.rect(bounds)
    }

    /// A booth: the more of a pixel it covers, the more of its colour.
    fn put(&self, pixels: &mut [Pixel], id: BoothId, booth: &Booth, within: Option<Rect>) {
        if self.plan.is_hidden(booth.binding) {
            return;
        }
        let bounds = booth.outline.bounds();
        let rect = self.pixels(bounds);
        let size = bounds.size();
        let whole = (size.width.metres() * size.depth.metres()).max(1e-6);
        let full = (booth.outline.area().square_metres() / whole).min(1.0) as f32;
        let paint = self.colouring.of(id, self.plan.status(id));
        // The edges of booths are part of how they look from afar: those that are white are seen by them.
        let colours = &self.made_for.colours;
        let colour = colours.of(paint.fill).lerp_to_gamma(colours.of(paint.edge), 0.3);
        let wide = self.made_for.pixels[0];
        let area = within.map_or(rect, |within| rect.intersect(within));
        let steps = |from: f32, to: f32, most: usize| from.max(0.0) as usize..(to.ceil().max(0.0) as usize).min(most);
        for y in steps(area.top(), area.bottom(), self.made_for.pixels[1]) {
            for x in steps(area.left(), area.right(), wide) {
                let pixel = Rect::from_min_size(pos2(x as f32, y as f32), Vec2::splat(1.0)).intersect(rect);
                if let Some(sum) = pixels.get_mut(y * wide + x).filter(|_| pixel.is_positive()) {
                    sum.add(pixel.area() * full, colour);
                }
            }
        }
    }

    /// Makes a part of the picture again.
    fn again(&self, pixels: &mut [Pixel], area: Bounds, booths: impl FnOnce(Bounds) -> Vec<BoothId>) {
        let part = self.pixels(area);
        let part = Rect::from_min_max(part.min.floor(), part.max.ceil());
        let [wide, high] = self.made_for.pixels;
        let (left, right) = (part.left().max(0.0) as usize, (part.right().max(0.0) as usize).min(wide));
        for y in part.top().max(0.0) as usize..(part.bottom().max(0.0) as usize).min(high) {
            if let Some(row) = pixels.get_mut(y * wide + left..y * wide + right.max(left)) {
                row.fill(Pixel::default());
            }
        }
        // All that touches the whole pixels, which reach farther than what was changed.
        let size = self.made_for.bounds.size();
        let pixel = (size.width / wide.max(1) as i64).max(size.depth / high.max(1) as i64) + Length::from_tenths(1);
        for id in booths(area.grown(pixel)) {
            if let Some(booth) = self.plan.get(id) {
                self.put(pixels, id, booth, Some(part));
            }
        }
    }
}

impl Map {
    fn rect(&self, bounds: Bounds) -> Rect {
        Rect::from_two_pos(self.place(bounds.min()), self.place(bounds.max()))
    }
}

/// The parts of all halls where booths look different in two plans; none where it is quicker to begin anew.
fn touched(before: &Plan, after: &Plan, colour_by: ColourBy) -> Option<Vec<Bounds>> {
    const MOST: usize = 2_000;
    let others = !before.structures().ptr_eq(after.structures())
        || !before.categories().ptr_eq(after.categories())
        || !before.halls().ptr_eq(after.halls());
    if others && colour_by != ColourBy::Status || !before.layers().ptr_eq(after.layers()) {
        return None;
    }
    let mut ids: BTreeSet<BoothId> = BTreeSet::new();
    for item in before.booths().diff(after.booths()).take(MOST) {
        ids.insert(match item {
            DiffItem::Add(id, _) | DiffItem::Remove(id, _) | DiffItem::Update { new: (id, _), .. } => *id,
        });
    }
    for item in before.bookings().diff(after.bookings()).take(MOST) {
        match item {
            DiffItem::Add(_, booking) | DiffItem::Remove(_, booking) => ids.extend(&booking.booths),
            DiffItem::Update { old: (_, old), new: (_, new) } => ids.extend(old.booths.iter().chain(&new.booths)),
        }
    }
    let places = ids.iter().flat_map(|id| [before.get(*id), after.get(*id)]).flatten();
    let places = places.map(|booth| booth.outline.bounds().grown(AROUND));
    (ids.len() < MOST).then(|| places.collect())
}
