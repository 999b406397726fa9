//! Crops a map: the edges of what is shown of it are dragged, or a rectangle is drawn on it; a double click shows all of it again.

use super::frame::{self, Frame, Handle};
use super::{Context, Cursor, Event, Hint, Modifiers, Preview, Step, calibrate, draw};
use crate::edit::{Edit, MapChange, Objects};
use crate::geometry::{Bounds, Offset, Outline, Point};
use crate::plan::{HallMap, MapId, SheetPart};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum CropMapTool {
    #[default]
    Idle,
    Pressed {
        map: MapId,
        from: Point,
        /// The handle that is dragged; else a new rectangle is drawn.
        handle: Option<Handle>,
    },
}

impl CropMapTool {
    pub(super) fn is_idle(self) -> bool {
        self == Self::Idle
    }

    pub(super) fn handle(&mut self, event: &Event, context: &Context<'_>) -> Step {
        match (*event, *self) {
            (Event::Press { at, clicks: 2.., .. }, _) => {
                *self = Self::Idle;
                let all = map_to_crop(context, at).filter(|(_, map)| map.crop.is_some());
                let edit = all.map(|(id, _)| Edit::ChangeMap(id, MapChange::Crop(None)));
                Step { edit, ..Step::showing(hover(context, at)) }
            }
            (Event::Press { at, .. }, _) => {
                let pressed = map_to_crop(context, at);
                *self = pressed.map_or(Self::Idle, |(id, map)| Self::Pressed {
                    map: id,
                    from: at,
                    handle: handle_at(map, at, context).map(|(handle, _)| handle),
                });
                let select = pressed.map(|(id, _)| Objects { maps: [id].into(), ..Objects::default() });
                Step { select: select.filter(|select| select != context.selection), ..Step::showing(hover(context, at)) }
            }
            (Event::Move { at, modifiers }, Self::Pressed { .. }) => {
                let shown = self.part(context, at, modifiers).map(|(id, _, part)| (id, part));
                match shown {
                    Some(_) => Step::showing(Preview { crop: shown, ..Preview::idle(Cursor::Cross, Hint::CroppingMap) }),
                    None => Step::showing(hover(context, at)),
                }
            }
            (Event::Release { at, modifiers }, Self::Pressed { .. }) => {
                let cropped = self.part(context, at, modifiers);
                *self = Self::Idle;
                let edit = cropped.filter(|(_, map, part)| map.part() != *part).map(|(id, map, part)| {
                    let crop = Some(part).filter(|part| *part != SheetPart::whole(map.sheet));
                    Edit::ChangeMap(id, MapChange::Crop(crop))
                });
                let shown = cropped.map(|(id, _, part)| (id, part));
                Step { edit, ..Step::showing(Preview { crop: shown, ..Preview::idle(Cursor::Cross, Hint::CropMap) }) }
            }
            (Event::Cancel, _) => {
                *self = Self::Idle;
                Step::showing(Preview::idle(Cursor::Cross, Hint::CropMap))
            }
            (Event::Move { at, .. } | Event::Release { at, .. }, Self::Idle) => Step::showing(hover(context, at)),
        }
    }

    /// What is shown of the map when the pointer is dragged to here.
    fn part<'a>(self, context: &Context<'a>, at: Point, modifiers: Modifiers) -> Option<(MapId, &'a HallMap, SheetPart)> {
        let Self::Pressed { map: id, from, handle } = self else { return None };
        let map = context.plan.get(id).filter(|_| context.is_drag(from, at))?;
        let snapped = |at| draw::snapped_point(context, at, &Objects::default(), Modifiers { shift: false, ..modifiers }).0;
        let (x, y) = on_sheet(map, snapped(at));
        let part = match handle {
            Some(handle) => {
                let SheetPart { from, to } = map.part();
                let (right, down) = handle.direction();
                let (left, width) = dragged((from.0, to.0), right, x);
                let (top, depth) = dragged((from.1, to.1), down, y);
                SheetPart { from: (left, top), to: (width, depth) }
            }
            None => {
                let (other_x, other_y) = on_sheet(map, snapped(from));
                SheetPart { from: (x.min(other_x), y.min(other_y)), to: (x.max(other_x), y.max(other_y)) }
            }
        };
        let cropped = HallMap { crop: Some(part), ..map.as_ref().clone() };
        (part.is_on(map.sheet) && cropped.outline().is_valid()).then_some((id, map.as_ref(), part))
    }
}

/// A span of which an end was dragged; at least one unit of it is left.
fn dragged((from, to): (u32, u32), end: i64, at: u32) -> (u32, u32) {
    match end {
        -1 => (at.min(to.saturating_sub(1)), to),
        1 => (from, at.max(from + 1)),
        _ => (from, to),
    }
}

/// The nearest corner of units of a map's sheet.
fn on_sheet(map: &HallMap, at: Point) -> (u32, u32) {
    let [x, y] = map.sheet_to_hall().back(at);
    // A cast keeps to the limits of the type; what is no number becomes 0.
    let nearest = |place: f64, side: u32| place.round().clamp(0.0, f64::from(side)) as u32;
    (nearest(x, map.sheet.0), nearest(y, map.sheet.1))
}

/// The selected map, where the pointer is on its sheet or one is selected at all; else the topmost one here.
fn map_to_crop<'a>(context: &Context<'a>, at: Point) -> Option<(MapId, &'a HallMap)> {
    let id = calibrate::map_to_measure(context, at)?;
    let map: &'a HallMap = context.plan.get(id)?;
    Some((id, map))
}

/// What is shown of a map, as a frame with handles.
#[must_use]
pub fn crop_frame(map: &HallMap) -> Frame {
    let outline = map.outline();
    let bounds = match &outline {
        Outline::Rectangle { origin, size, .. } => Bounds::between(*origin, *origin + Offset::new(size.width, size.depth)),
        Outline::Polygon(_) | Outline::Round { .. } => outline.bounds(),
    };
    Frame::Box { bounds, angle: outline.angle() }
}

fn handle_at(map: &HallMap, at: Point, context: &Context<'_>) -> Option<(Handle, Cursor)> {
    let frame = crop_frame(map);
    let near = frame::handles(&frame, context.point).into_iter().filter(|(handle, _)| *handle != Handle::Rotate);
    let near = near.map(|(handle, place)| (handle, place.distance(at))).filter(|(_, far)| *far <= context.points(frame::HIT));
    near.min_by_key(|(_, far)| *far).map(|(handle, _)| (handle, handle.cursor(frame.angle())))
}

fn hover(context: &Context<'_>, at: Point) -> Preview {
    let Some((id, map)) = map_to_crop(context, at) else { return Preview::idle(Cursor::NotAllowed, Hint::NoPictureHere) };
    let cursor = handle_at(map, at, context).map_or(Cursor::Cross, |(_, cursor)| cursor);
    Preview { crop: Some((id, map.part())), ..Preview::idle(cursor, Hint::CropMap) }
}
