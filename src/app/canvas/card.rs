//! The card beside the pointer that rests on a booth: who has it, its status, its size. It is painted and no more: it never
//! takes the pointer, and whoever cannot see it has the booths' names.

use std::sync::Arc;

use eframe::egui::{self, Color32, Context, Galley, LayerId, Order, Pos2, Rect, Response, Stroke, StrokeKind, Vec2, pos2, vec2};

use super::{View, legend};
use crate::app::logos::plate_size;
use crate::app::theme::{CORNER, TextRole};
use crate::app::view::Cx;
use crate::plan::{BoothId, Logo, StructureId, StructureShape};
use crate::scene::{self, Mark};
use crate::text::args;

/// Seconds that the pointer rests before the card comes.
const REST: f64 = 0.45;
/// The same while the card of a neighbour is shown.
const REST_BESIDE: f64 = 0.12;
/// How wide the words are at most.
const WIDEST: f32 = 260.0;
/// Between the words and the edge of the card.
const PADDING: Vec2 = vec2(12.0, 10.0);
/// From the pointer to the card.
const BESIDE: Vec2 = vec2(16.0, 20.0);
/// A logo is at most so large.
const LOGO: Vec2 = vec2(180.0, 64.0);
/// Notes are shown as far as so many letters.
const LONGEST_NOTE: usize = 160;

/// What the pointer rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Thing {
    Booth(BoothId),
    Structure(StructureId),
}

/// The card and what it waits for.
#[derive(Clone, Copy, Debug, Default)]
pub struct HoverCard {
    /// What the pointer is on, since when it does not move, and where.
    on: Option<(Thing, f64, Pos2)>,
    /// Whether the card is shown.
    shown: bool,
    /// A press on it said that it is known: nothing is shown until the pointer is on something else.
    silent: Option<Thing>,
}

impl HoverCard {
    /// Shows the card of what the pointer rests on, if `idle`: nothing is pressed, dragged or drawn.
    pub fn show(&mut self, response: &Response, cx: &Cx<'_>, view: &View, idle: bool) {
        let (time, pressed) =
            response.ctx.input(|input| (input.time, input.pointer.any_down() || input.smooth_scroll_delta() != Vec2::ZERO));
        let at = response.hover_pos().filter(|_| idle);
        let on = at.and_then(|at| Some((thing_at(cx, view, at)?, at)));
        let Some((thing, at)) = on else {
            *self = Self::default();
            return;
        };
        if pressed {
            *self = Self { silent: Some(thing), ..Self::default() };
            return;
        }
        if self.silent == Some(thing) {
            return;
        }
        self.silent = None;
        let beside = self.shown;
        match self.on {
            // A card stays where it came while the pointer is on the same thing.
            Some((before, _, _)) if before == thing && self.shown => {}
            Some((before, _, place)) if before == thing && place.distance(at) < 2.0 => {}
            _ => {
                self.on = Some((thing, time + if beside { REST_BESIDE - REST } else { 0.0 }, at));
                self.shown = false;
            }
        }
        let Some((thing, since, place)) = self.on else { return };
        let wait = since + REST - time;
        if wait > 0.0 {
            self.shown = beside && self.shown;
            response.ctx.request_repaint_after(std::time::Duration::from_secs_f64(wait));
            return;
        }
        self.shown = true;
        if let Some(words) = Words::of(&response.ctx, cx, thing) {
            words.paint(&response.ctx, cx, view.rect, place);
        }
    }
}

fn thing_at(cx: &Cx<'_>, view: &View, at: Pos2) -> Option<Thing> {
    let (plan, index, hall, point) = (cx.session.plan(), cx.session.index(), cx.session.hall()?, view.point(at));
    let booth = index.booth_at(plan, hall, point).map(Thing::Booth);
    booth.or_else(|| index.structure_at(plan, hall, point, view.camera.length(3.0)).map(Thing::Structure))
}

/// The logo of the one who has a booth alone.
fn logo_of(cx: &Cx<'_>, booth: BoothId) -> Option<Logo> {
    let plan = cx.session.plan();
    let mut mains = plan.get(plan.booking_of(booth)?)?.mains();
    match (mains.next(), mains.next()) {
        (Some(only), None) => plan.get(only)?.logo.clone(),
        _ => None,
    }
}

/// The finished lines of a card.
struct Words {
    /// The status, at the right end of the first line.
    status: Option<(Mark, Arc<Galley>)>,
    lines: Vec<(Arc<Galley>, Color32)>,
    /// The logo of the one who has the booth alone, at the bottom.
    logo: Option<Logo>,
}

/// Lays out lines of a card.
struct Writer<'a> {
    ctx: &'a Context,
    lines: Vec<(Arc<Galley>, Color32)>,
}

impl Writer<'_> {
    fn galley(&self, words: String, role: TextRole, colour: Color32, room: f32) -> Arc<Galley> {
        self.ctx.fonts_mut(|fonts| fonts.layout(words, role.font(), colour, room))
    }

    fn line(&mut self, words: String, role: TextRole, colour: Color32) {
        if !words.is_empty() {
            let galley = self.galley(words, role, colour, WIDEST);
            self.lines.push((galley, colour));
        }
    }
}

impl Words {
    fn of(ctx: &Context, cx: &Cx<'_>, thing: Thing) -> Option<Self> {
        let mut writer = Writer { ctx, lines: Vec::new() };
        let status = match thing {
            Thing::Booth(booth) => Some(Self::booth(&mut writer, cx, booth)?),
            Thing::Structure(structure) => {
                Self::structure(&mut writer, cx, structure)?;
                None
            }
        };
        let logo = match thing {
            Thing::Booth(booth) => logo_of(cx, booth),
            Thing::Structure(_) => None,
        };
        Some(Self { status, lines: writer.lines, logo })
    }

    fn booth(writer: &mut Writer<'_>, cx: &Cx<'_>, id: BoothId) -> Option<(Mark, Arc<Galley>)> {
        let (plan, index, texts) = (cx.session.plan(), cx.session.index(), cx.texts);
        let (ink, muted) = (cx.theme.colours.ink, cx.theme.colours.muted);
        let booth = plan.get(id)?;
        writer.line(booth.number.to_string(), TextRole::Title, ink);
        if let Some(booking) = plan.booking_of(id).and_then(|booking| plan.get(booking)) {
            writer.line(scene::joined_names(plan, booking.mains()), TextRole::Name, ink);
            let guests = scene::joined_names(plan, booking.co_exhibitors());
            if !guests.is_empty() {
                writer.line(texts.stand_list_with(args::StandListWith { names: &guests }), TextRole::Line, ink);
            }
        }
        let category = index.category_of(plan, id).and_then(|category| plan.get(category)).map(|category| category.name.clone());
        let zone = index.zone_of(id).and_then(|zone| plan.get(zone)).and_then(|zone| match &zone.shape {
            StructureShape::Zone { name, .. } => Some(name.clone()),
            _ => None,
        });
        // A zone often gives its booths a category of its own name.
        let zone = zone.filter(|zone| category.as_ref() != Some(zone));
        writer.line(category.into_iter().chain(zone).collect::<Vec<_>>().join(" · "), TextRole::Line, muted);
        let size = booth.outline.size();
        let (width, depth) = (texts.length(size.width), texts.length(size.depth));
        let size = texts.size_preview(args::SizePreview { width: &width, depth: &depth });
        writer.line(format!("{size} · {}", texts.area(index.net_area(plan, id))), TextRole::Line, muted);
        let sides = index.open_sides(plan, id).map(|sides| scene::open_sides_word(texts, sides)).unwrap_or_default();
        writer.line(sides, TextRole::Line, muted);
        let mut note: String = booth.note.chars().take(LONGEST_NOTE).collect();
        if note.len() < booth.note.len() {
            note.push('…');
        }
        writer.line(note, TextRole::Line, ink);
        let status = plan.status(id);
        let galley = writer.galley(scene::status_word(texts, status), TextRole::Line, ink, f32::INFINITY);
        Some((Mark::of_status(status, texts), galley))
    }

    fn structure(writer: &mut Writer<'_>, cx: &Cx<'_>, id: StructureId) -> Option<()> {
        let (plan, colours) = (cx.session.plan(), &cx.theme.colours);
        match &plan.get(id)?.shape {
            StructureShape::Zone { name, category, outline, .. } => {
                writer.line(name.clone(), TextRole::Name, colours.ink);
                let category = category.and_then(|category| plan.get(category)).map(|category| category.name.clone());
                let area = cx.texts.area_rounded(outline.area());
                writer.line(category.into_iter().chain([area]).collect::<Vec<_>>().join(" · "), TextRole::Line, colours.muted);
                let occupancy = cx.session.index().zone(id);
                let line = crate::app::inspector::occupancy_line(cx, &occupancy);
                writer.line(line, TextRole::Line, colours.muted);
            }
            StructureShape::NoBuild(_) => writer.line(cx.texts.no_build_sign(), TextRole::Line, colours.ink),
            StructureShape::Utility { number, .. } => writer.line(number.clone(), TextRole::Line, colours.ink),
            _ => return None,
        }
        Some(())
    }

    /// Paints the card beside a place, inside the room where it fits.
    fn paint(self, ctx: &Context, cx: &Cx<'_>, room: Rect, at: Pos2) {
        const SWATCH: f32 = 15.0;
        const GAP: f32 = 3.0;
        let colours = &cx.theme.colours;
        let status_width = self.status.as_ref().map_or(0.0, |(_, words)| words.size().x + SWATCH + 6.0 + 20.0);
        let widths = self.lines.iter().enumerate().map(|(line, (galley, _))| {
            let first = if line == 0 { status_width } else { 0.0 };
            galley.size().x + first
        });
        let width = widths.fold(0.0, f32::max);
        let lines = self.lines.iter().map(|(galley, _)| galley.size().y + GAP).sum::<f32>() - GAP;
        let logo = self.logo.as_ref().map(|logo| plate_size(logo, Rect::from_min_size(Pos2::ZERO, LOGO)));
        let (width, height) = (width.max(logo.map_or(0.0, |size| size.x)), lines + logo.map_or(0.0, |size| size.y + PADDING.y));
        let rect = beside(at, vec2(width, height) + 2.0 * PADDING, room);
        let painter = ctx.layer_painter(LayerId::new(Order::Tooltip, egui::Id::unique("hover card")));
        painter.add(ctx.global_style().visuals.popup_shadow.as_shape(rect, CORNER + 2));
        painter.rect(rect, CORNER + 2, colours.surface, Stroke::new(1.0, colours.line), StrokeKind::Inside);
        let inner = rect.shrink2(PADDING);
        if let Some((logo, size)) = self.logo.as_ref().zip(logo) {
            cx.logos.paint_in(&painter, logo, Rect::from_min_size(pos2(inner.left(), inner.bottom() - size.y), size));
        }
        let mut y = inner.top();
        for (place, (galley, colour)) in self.lines.into_iter().enumerate() {
            let height = galley.size().y;
            if place == 0
                && let Some((mark, words)) = &self.status
            {
                let left = inner.right() - words.size().x;
                let centre = y + height / 2.0;
                let square = Rect::from_center_size(pos2(left - 6.0 - SWATCH / 2.0, centre), Vec2::splat(SWATCH));
                legend::swatch(&painter, colours, square, *mark);
                painter.galley(pos2(left, centre - words.size().y / 2.0), Arc::clone(words), colours.ink);
            }
            painter.galley(pos2(inner.left(), y), galley, colour);
            y += height + GAP;
        }
    }
}

/// A card of this size beside the pointer: below it and to the right, else on the other sides; never under it.
fn beside(pointer: Pos2, size: Vec2, room: Rect) -> Rect {
    let along = |at: f32, gap: f32, size: f32, least: f32, most: f32| {
        if at + gap + size <= most { at + gap } else { (at - gap - size).max(least) }
    };
    let x = along(pointer.x, BESIDE.x, size.x, room.left(), room.right());
    let y = along(pointer.y, BESIDE.y, size.y, room.top(), room.bottom());
    Rect::from_min_size(pos2(x, y), size)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_card_is_beside_the_pointer_and_in_the_window() {
        let room = Rect::from_min_size(pos2(300.0, 50.0), vec2(800.0, 700.0));
        for at in [room.min, room.max, room.center(), room.right_top(), room.left_bottom()] {
            let card = beside(at, vec2(240.0, 120.0), room);
            assert!(room.contains_rect(card) && !card.expand(4.0).contains(at), "{at:?}: {card:?}");
        }
    }
}
