//! Measures a line of known length on a picture, and what its placement is once that length is known.

use super::{Context, Cursor, Distance, Event, Hint, Modifiers, Preview, Request, Step, draw};
use crate::geometry::{Length, Outline, Point};
use crate::plan::{HallMap, MapId, Placement};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum CalibrateTool {
    #[default]
    Idle,
    Pressed {
        map: MapId,
        from: Point,
    },
}

impl CalibrateTool {
    pub(super) fn is_idle(self) -> bool {
        self == Self::Idle
    }

    pub(super) fn handle(&mut self, event: &Event, context: &Context<'_>) -> Step {
        match (*event, *self) {
            (Event::Press { at, .. }, _) => {
                *self = map_to_measure(context, at).map_or(Self::Idle, |map| Self::Pressed { map, from: at });
                Step::showing(hover(context, at))
            }
            (Event::Move { at, modifiers }, Self::Pressed { from, .. }) => Step::showing(line(from, at, modifiers)),
            (Event::Move { at, .. } | Event::Release { at, .. }, Self::Idle) => Step::showing(hover(context, at)),
            (Event::Release { at, modifiers }, Self::Pressed { map, from }) => {
                *self = Self::Idle;
                let to = end(from, at, modifiers);
                let long = context.is_drag(from, to) && from.distance(to) >= Outline::LEAST;
                let request = long.then_some(Request::Calibrate { map, from, to });
                // The line stays on the picture while its length is asked for.
                let preview = if long { line(from, at, modifiers) } else { hover(context, at) };
                Step { request, ..Step::showing(preview) }
            }
            (Event::Cancel, _) => {
                *self = Self::Idle;
                Step::showing(Preview::idle(Cursor::Cross, Hint::Calibrate))
            }
        }
    }
}

/// The selected picture, where there is one; else the topmost one here.
pub(super) fn map_to_measure(context: &Context<'_>, at: Point) -> Option<MapId> {
    let of_hall = |id: &&MapId| context.plan.get(**id).is_some_and(|map| map.hall == context.hall);
    let selected = context.selection.maps.iter().find(of_hall).copied();
    selected.or_else(|| context.index.map_at(context.plan, context.hall, at))
}

fn hover(context: &Context<'_>, at: Point) -> Preview {
    match map_to_measure(context, at) {
        Some(_) => Preview::idle(Cursor::Cross, Hint::Calibrate),
        None => Preview::idle(Cursor::NotAllowed, Hint::NoPictureHere),
    }
}

fn end(from: Point, at: Point, modifiers: Modifiers) -> Point {
    if modifiers.shift { draw::in_eighths(from, at) } else { at }
}

fn line(from: Point, at: Point, modifiers: Modifiers) -> Preview {
    let to = end(from, at, modifiers);
    // The line says its length itself: no figure at the pointer, which would hide what the line is drawn along.
    Preview { distances: vec![Distance::measured(from, to)], ..Preview::idle(Cursor::Cross, Hint::Calibrate) }
}

/// Where a picture lies once the line on it from one point to another is known to be so long; the first point stays where
/// it is. `None` where either length is next to nothing, or the picture would be beyond all limits.
#[must_use]
pub fn calibrated(map: &HallMap, from: Point, to: Point, true_length: Length) -> Option<Placement> {
    let drawn = from.distance(to);
    if drawn < Outline::LEAST || true_length < Outline::LEAST {
        return None;
    }
    scaled(map, from, true_length.metres() / drawn.metres())
}

/// Where a picture lies once what is shown of it is known to be so wide; its left top corner before turning stays where it is.
#[must_use]
pub fn calibrated_by_width(map: &HallMap, true_width: Length) -> Option<Placement> {
    let from = map.part().from;
    let corner = [f64::from(from.0), f64::from(from.1)];
    (true_width >= Outline::LEAST).then_some(())?;
    valid(map, map.placed_by(corner, map.sheet_to_hall().point(corner), map.sheet_width(true_width), map.placement.angle))
}

/// The picture so many times as large, about a point.
fn scaled(map: &HallMap, about: Point, factor: f64) -> Option<Placement> {
    let width = Length::from_metres(map.placement.width.metres() * factor)?;
    valid(map, map.placed_by(map.sheet_to_hall().back(about), about, width, map.placement.angle))
}

/// The placement, unless the picture would be too small or too large for a plan.
pub(super) fn valid(map: &HallMap, placement: Placement) -> Option<Placement> {
    let placed = HallMap { placement, ..map.clone() };
    (placed.outline().is_valid() && placed.sheet_outline().is_valid()).then_some(placement)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Angle;
    use crate::plan::{EmbeddedFile, Id};

    fn picture(angle: Angle) -> HallMap {
        let hall = "1-1".parse::<Id>().unwrap().into();
        let placement = Placement { origin: Point::ORIGIN, width: Length::METRE * 20, angle };
        HallMap::new(hall, String::new(), EmbeddedFile::new(vec![]), (2_000, 1_000), placement)
    }

    #[test]
    fn a_line_gets_its_true_length_and_its_first_end_stays() {
        // 5 m on the picture are 12.5 m in truth: everything is two and a half times as large, about the first end.
        let (from, to) = (Point::from_mm(4_000, 2_000), Point::from_mm(9_000, 2_000));
        let placement = calibrated(&picture(Angle::ZERO), from, to, Length::from_mm(12_500)).unwrap();
        assert_eq!(placement.width, Length::METRE * 50);
        assert_eq!(placement.origin, Point::from_mm(-6_000, -3_000));
    }

    #[test]
    fn a_turned_picture_stays_turned() {
        let map = picture(Angle::QUARTER);
        let corner = map.outline().rectangle_corners()[0];
        let placement = calibrated_by_width(&map, Length::METRE * 40).unwrap();
        let larger = HallMap { placement, ..map };
        assert_eq!(larger.outline().rectangle_corners()[0], corner);
        assert_eq!(larger.outline().size().width, Length::METRE * 40);
    }

    #[test]
    fn no_length_and_no_line_calibrate_nothing() {
        let map = picture(Angle::ZERO);
        let (from, to) = (Point::ORIGIN, Point::from_mm(5_000, 0));
        assert_eq!(calibrated(&map, from, to, Length::ZERO), None);
        assert_eq!(calibrated(&map, from, from, Length::METRE), None);
        assert_eq!(calibrated(&map, from, Point::from_mm(10, 0), Length::METRE * 9_000), None);
    }
}
