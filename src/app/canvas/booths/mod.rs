//! The booths of the plan as the canvas paints them: compact marks in tiles of about a thousand, which follow the plan by what
//! is different in it, and are painted for the camera of the moment. However far away, no booth is left out.

mod detail;
mod mark;
#[cfg(test)]
mod tests;
mod tile;

use std::collections::{BTreeMap, BTreeSet};

use eframe::egui::{Painter, Shape};
use imbl::ordmap::DiffItem;

use self::detail::{Brush, Detail, Pace, Verdict};
use self::mark::Mark;
use self::tile::{SIDE, Seen, Tile};
use super::View;
use super::layer::Fonts;
use crate::app::logos::Logos;
use crate::app::theme::Colours;
use crate::geometry::{Length, Offset, Outline, Point};
use crate::index::Index;
use crate::plan::{Booth, BoothId, HallId, Plan};
use crate::scene::{BoothDetail, ColourBy, Colouring, LEAST_ROOM, SceneOptions, fill_opacity};
use crate::text::Language;

/// Where a tile is among the tiles of its hall.
type Place = (HallId, i64, i64);

/// Points: hatchings are drawn on booths that are not shorter than this.
const HATCHED: f64 = 6.0;

/// The booths of a plan in tiles.
#[derive(Default)]
pub struct Booths {
    plan: Option<Plan>,
    tiles: BTreeMap<Place, Tile>,
    hidden: BTreeSet<BoothId>,
    coloured: Option<(ColourBy, crate::geometry::Units)>,
    made_for: Option<(Language, bool, bool)>,
    colours: Option<Colours>,
    fonts: Fonts,
    before: Option<(HallId, f64)>,
    /// The logos of those who have them.
    pub logos: Logos,
}

/// The tile of a booth.
fn place(booth: &Booth) -> Place {
    let middle = booth.outline.bounds().centre();
    let along = |length: Length| length.tenths().div_euclid(SIDE.tenths());
    (booth.hall, along(middle.x), along(middle.y))
}

/// Where a tile begins.
fn origin((_, x, y): Place) -> Point {
    Point::new(SIDE * x, SIDE * y)
}

impl Booths {
    /// Follows the plan, wherever it went.
    fn follow(&mut self, plan: &Plan, colouring: &Colouring<'_>, all: bool) {
        let before = self.plan.replace(plan.clone());
        match before.filter(|_| !all) {
            None => self.rebuild(plan, colouring),
            Some(before) => {
                let touched = touched(&before, plan);
                if touched.len() * 4 > plan.booths().len() + 64 {
                    return self.rebuild(plan, colouring);
                }
                for id in touched {
                    let (old, new) = (shown(&before, id), shown(plan, id));
                    let was_at = old.map(|booth| place(booth));
                    let now_at = new.map(|booth| place(booth));
                    if let Some(was_at) = was_at.filter(|place| now_at != Some(*place))
                        && let Some(tile) = self.tiles.get_mut(&was_at)
                    {
                        tile.remove(id);
                        if tile.marks().is_empty() {
                            self.tiles.remove(&was_at);
                        }
                    }
                    if let (Some(place), Some(booth)) = (now_at, new) {
                        let mark = Mark::new(plan, id, booth, &booth.outline, origin(place), colouring);
                        self.tiles.entry(place).or_default().put(mark);
                    }
                }
            }
        }
    }

    fn rebuild(&mut self, plan: &Plan, colouring: &Colouring<'_>) {
        self.tiles.clear();
        for (id, booth) in plan.booths().iter().filter(|(_, booth)| !plan.is_hidden(booth.binding)) {
            let place = place(booth);
            // In the order of ids: each is put behind the ones before it.
            let mark = Mark::new(plan, *id, booth, &booth.outline, origin(place), colouring);
            self.tiles.entry(place).or_default().put(mark);
        }
        self.tiles.values_mut().for_each(Tile::fit);
    }

    fn hide(&mut self, plan: &Plan, hidden: &BTreeSet<BoothId>) {
        if self.hidden == *hidden {
            return;
        }
        let places: BTreeSet<Place> =
            self.hidden.symmetric_difference(hidden).filter_map(|id| Some(place(plan.get(*id)?))).collect();
        for place in places {
            if let Some(tile) = self.tiles.get_mut(&place) {
                tile.changed();
            }
        }
        self.hidden.clone_from(hidden);
    }

    /// Paints the booths of a hall but for those that are hidden.
    pub fn paint(
        &mut self,
        painter: &Painter,
        view: &View,
        plan: &Plan,
        index: &Index,
        hall: HallId,
        options: &SceneOptions<'_>,
    ) {
        let colouring = Colouring::new(plan, index, options.colour_by, options.texts.units());
        let coloured = (options.colour_by, options.texts.units());
        let all =
            self.coloured != Some(coloured) || self.plan.as_ref().is_some_and(|before| others(before, plan, options.colour_by));
        self.coloured = Some(coloured);
        self.follow(plan, &colouring, all);
        self.hide(plan, options.hidden);
        let made_for = (options.texts.language(), options.show_names, options.show_categories);
        if self.fonts.are_new(painter) || self.made_for != Some(made_for) {
            self.tiles.values_mut().for_each(|tile| tile.details = Vec::new());
            self.made_for = Some(made_for);
        }
        if self.colours != Some(view.colours) {
            self.tiles.values_mut().for_each(Tile::changed);
            self.colours = Some(view.colours);
        }

        let before = self.before.filter(|(other, _)| *other == hall).map(|(_, scale)| scale);
        let mut pace = Pace::new(before, view.camera.scale);
        self.before = Some((hall, view.camera.scale));
        let (mut shapes, mut lines, mut texts) = (Vec::new(), Vec::new(), Vec::new());
        for (place, tile) in self.tiles.range_mut((hall, i64::MIN, i64::MIN)..=(hall, i64::MAX, i64::MAX)) {
            let seen = Seen::new(view, origin(*place), painter.pixels_per_point(), fill_opacity(colouring.is_over_map(hall)));
            let extent = tile.extent();
            if !view.rect.expand(8.0).intersects(seen.bounds(extent.bounds.min.into(), extent.bounds.max.into())) {
                tile.leave_view();
                continue;
            }
            shapes.extend_from_slice(tile.shapes(&seen, view, options.hidden));
            if f64::from(extent.sides.1) * view.camera.scale < HATCHED {
                tile.details = Vec::new();
                continue;
            }
            let brush = Brush { painter, view, logos: &self.logos };
            let mut details = Details { brush, plan, colouring: &colouring, options, pace: &mut pace };
            details.paint(tile, &seen, &mut lines, &mut texts);
        }
        painter.extend(shapes.into_iter().chain(lines).chain(texts));
        if pace.unfinished {
            painter.ctx().request_repaint();
        }
    }

    /// Paints booths that are being moved, with the outlines that they have now.
    pub fn paint_moved(
        &mut self,
        painter: &Painter,
        view: &View,
        plan: &Plan,
        index: &Index,
        moved: &[(BoothId, Outline)],
        options: &SceneOptions<'_>,
    ) {
        let Some((first, _)) = moved.first() else { return };
        let Some((hall, first)) = plan.get(*first).map(|booth| (booth.hall, origin(place(booth)))) else { return };
        let colouring = Colouring::new(plan, index, options.colour_by, options.texts.units());
        let seen = Seen::new(view, first, painter.pixels_per_point(), fill_opacity(colouring.is_over_map(hall)));
        let logos = self.logos.clone();
        let brush = Brush { painter, view, logos: &logos };
        let (mut marks, mut lines, mut texts) = (Vec::with_capacity(moved.len()), Vec::new(), Vec::new());
        for (id, outline) in moved {
            let Some(booth) = plan.get(*id) else { continue };
            let (place, by) = (place(booth), outline.bounds().min() - booth.outline.bounds().min());
            // Most are as they were, but elsewhere: nothing of them has to be looked up again.
            let kept = if booth.outline.moved(by) == *outline { self.kept(place, *id) } else { None };
            let (mark, detail) = match kept {
                Some((mark, detail)) => (mark.moved(by + (origin(place) - first)), detail),
                None => (Mark::new(plan, *id, booth, outline, first, &colouring), None),
            };
            if needs_detail(&mark, view.camera.scale, options) && view.rect.intersects(seen.bounds(mark.min, mark.max)) {
                match detail {
                    Some(detail) => detail.paint(&brush, by, &mut lines, &mut texts),
                    None => {
                        let detail = BoothDetail::of(plan, *id, booth, outline, &colouring, options);
                        Detail::new(detail, options.scale, None).paint(&brush, Offset::ZERO, &mut lines, &mut texts);
                    }
                }
            }
            marks.push(mark);
        }
        painter.extend(tile::loose_shapes(&marks, &seen, view).into_iter().chain(lines).chain(texts));
    }

    /// The mark of a booth, and what is drawn on it if that is in view.
    fn kept(&mut self, place: Place, id: BoothId) -> Option<(&Mark, Option<&mut Detail>)> {
        self.tiles.get_mut(&place)?.kept(id)
    }
}

/// Whether anything is drawn on a booth at a scale.
fn needs_detail(mark: &Mark, scale: f64, options: &SceneOptions<'_>) -> bool {
    let side = f64::from(mark.side) * scale;
    side >= f64::from(options.least_text) * LEAST_ROOM || mark.hatched && side >= HATCHED
}

/// Paints what is drawn on the booths of a tile.
struct Details<'a, 'p> {
    brush: Brush<'a>,
    plan: &'a Plan,
    colouring: &'a Colouring<'p>,
    options: &'a SceneOptions<'a>,
    pace: &'a mut Pace,
}

impl Details<'_, '_> {
    fn paint(&mut self, tile: &mut Tile, seen: &Seen, lines: &mut Vec<Shape>, texts: &mut Vec<Shape>) {
        let mut details = std::mem::take(&mut tile.details);
        details.resize_with(tile.marks().len(), || None);
        let options = SceneOptions { scale: self.pace.made_for, ..*self.options };
        for (mark, kept) in tile.marks().iter().zip(&mut details) {
            if !needs_detail(mark, self.brush.view.camera.scale, self.options)
                || !self.brush.view.rect.intersects(seen.bounds(mark.min, mark.max))
            {
                *kept = None;
                continue;
            }
            if self.options.hidden.contains(&mark.id) {
                continue;
            }
            match self.pace.judge(kept.as_deref()) {
                Verdict::Wait => continue,
                Verdict::Show => {}
                Verdict::Make => {
                    let Some(booth) = self.plan.get(mark.id) else { continue };
                    let detail = BoothDetail::of(self.plan, mark.id, booth, &booth.outline, self.colouring, &options);
                    *kept = Some(Box::new(Detail::new(detail, options.scale, kept.take())));
                }
            }
            if let Some(detail) = kept {
                detail.paint(&self.brush, Offset::ZERO, lines, texts);
            }
        }
        tile.details = details;
    }
}

/// Whether booths may have other colours in another plan though they are the same there.
fn others(before: &Plan, after: &Plan, by: ColourBy) -> bool {
    let structures = !before.structures().ptr_eq(after.structures());
    match by {
        ColourBy::Status => false,
        ColourBy::Area | ColourBy::Zone => structures,
        ColourBy::Category => structures || !before.categories().ptr_eq(after.categories()),
        // Open sides follow from the neighbours.
        ColourBy::OpenSides => structures || !before.booths().ptr_eq(after.booths()),
    }
}

/// A booth, unless its layer is hidden.
fn shown(plan: &Plan, id: BoothId) -> Option<&std::sync::Arc<Booth>> {
    plan.get(id).filter(|booth| !plan.is_hidden(booth.binding))
}

/// The booths that look different in two plans: themselves, their bookings, or the names of those who have them.
fn touched(before: &Plan, after: &Plan) -> BTreeSet<BoothId> {
    let mut touched = BTreeSet::new();
    for item in before.booths().diff(after.booths()) {
        touched.insert(match item {
            DiffItem::Add(id, _) | DiffItem::Remove(id, _) | DiffItem::Update { new: (id, _), .. } => *id,
        });
    }
    for item in before.bookings().diff(after.bookings()) {
        match item {
            DiffItem::Add(_, booking) | DiffItem::Remove(_, booking) => touched.extend(&booking.booths),
            DiffItem::Update { old: (_, old), new: (_, new) } => touched.extend(old.booths.iter().chain(&new.booths)),
        }
    }
    for item in before.exhibitors().diff(after.exhibitors()) {
        if let DiffItem::Update { new: (id, _), .. } = item {
            touched.extend(after.booths_of(*id));
        }
    }
    if !before.layers().ptr_eq(after.layers()) {
        let was_hidden = |booth: &Booth| before.is_hidden(booth.binding) != after.is_hidden(booth.binding);
        touched.extend(after.booths().iter().filter(|(_, booth)| was_hidden(booth)).map(|(id, _)| *id));
    }
    if !before.categories().ptr_eq(after.categories()) {
        let changed: BTreeSet<_> = before
            .categories()
            .diff(after.categories())
            .filter_map(|item| if let DiffItem::Update { new: (id, _), .. } = item { Some(*id) } else { None })
            .collect();
        if !changed.is_empty() {
            let of_changed = |booth: &Booth| booth.category.is_some_and(|category| changed.contains(&category));
            touched.extend(after.booths().iter().filter(|(_, booth)| of_changed(booth)).map(|(id, _)| *id));
        }
    }
    touched
}
