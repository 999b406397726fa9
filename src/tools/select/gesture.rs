//! Moving, resizing and rotating what is selected: previews from where the gesture began and where the pointer is.

use super::block;
use crate::edit::{Objects, Shapes};
use crate::geometry::{Angle, Bounds, Length, Offset, Outline, Point, Segment, Size};
use crate::index::structure_outline;
use crate::plan::{StructureId, StructureShape};
use crate::tools::frame::{frame, selection_bounds};
use crate::tools::snap::{Edges, Targets, align, distances, guides, oblique_guides, snap};
use crate::tools::{Context, Cursor, Frame, Handle, Hint, Measure, Modifiers, Preview, door, draw, transform};

/// The step in which things turn.
const TURN: Angle = Angle::from_thousandths(15_000);

pub(super) fn moving(context: &Context<'_>, from: Point, at: Point, modifiers: Modifiers) -> Preview {
    let mut by = at - from;
    if modifiers.shift {
        by = if by.x.abs() >= by.y.abs() { Offset::new(by.x, Length::ZERO) } else { Offset::new(Length::ZERO, by.y) };
    }
    let idle = Preview::idle(Cursor::Move, Hint::Moving);
    if let Some(shapes) = door_moved(context, by, modifiers) {
        return Preview { shapes, measure: Some(Measure::Movement(by)), ..idle };
    }
    let Some(start) = box_to_snap(context) else { return idle };
    if let Some(way) = context.typed.way() {
        return moved_exactly(context, start, exact_way(context, by, way, modifiers), modifiers);
    }
    let targets = Targets::near_pointer(context, start.moved(by), at, context.selection, modifiers);
    // What keeps its direction does not leave its line to snap.
    let edges = match (modifiers.shift, by.x.tenths() == 0) {
        (false, _) => Edges::ALL,
        (true, true) => Edges { top: true, bottom: true, ..Edges::default() },
        (true, false) => Edges { left: true, right: true, ..Edges::default() },
    };
    let corners = corners_to_snap(context, start);
    let corners_after = |by: Offset| corners.iter().map(|corner| *corner + by).collect::<Vec<_>>();
    by = by + snap(start.moved(by), &corners_after(by), edges, &targets);
    if by == Offset::ZERO {
        return Preview { measure: Some(Measure::Movement(by)), ..idle };
    }
    let moved = start.moved(by);
    let mut shown = guides(moved, edges, &targets);
    shown.extend(oblique_guides(&corners_after(by), &targets));
    Preview {
        shapes: transform::moved(context.plan, context.selection, by),
        guides: shown,
        distances: distances(moved, &targets),
        measure: Some(Measure::Movement(by)),
        ..idle
    }
}

/// The way of a movement whose length was typed: in the direction in which the pointer goes, in steps of 45 degrees while things
/// snap.
fn exact_way(context: &Context<'_>, by: Offset, way: Length, modifiers: Modifiers) -> Offset {
    let to = Point::ORIGIN + by;
    let to = if context.snaps(modifiers) { draw::in_eighths(Point::ORIGIN, to) } else { to };
    Segment::new(Point::ORIGIN, to).at_length(way) - Point::ORIGIN
}

fn moved_exactly(context: &Context<'_>, start: Bounds, by: Offset, modifiers: Modifiers) -> Preview {
    let moved = start.moved(by);
    let targets = Targets::near(context, moved, context.selection, modifiers);
    let shapes = if by == Offset::ZERO { Shapes::default() } else { transform::moved(context.plan, context.selection, by) };
    Preview {
        shapes,
        distances: distances(moved, &targets),
        measure: Some(Measure::Movement(by)),
        ..Preview::idle(Cursor::Move, Hint::Moving)
    }
}

/// The corners with which the selection comes to lie on lines that run across: of one thing its own, else those of its box.
fn corners_to_snap(context: &Context<'_>, start: Bounds) -> Vec<Point> {
    let alone = context.selection.booths.first().filter(|_| context.selection.len() == 1);
    match alone.and_then(|id| context.plan.get(*id)) {
        Some(booth) => booth.outline.corners(),
        None => match only_structure(context).map(|(_, shape)| shape) {
            Some(shape) if shape.ends().is_some() => shape.ends().into_iter().flat_map(|(from, to)| [from, to]).collect(),
            Some(shape) if shape.area().is_some() => shape.area().map(Outline::corners).unwrap_or_default(),
            _ => Outline::from_bounds(start).corners(),
        },
    }
}

/// What the selection snaps with: its box, of a wall its line, of a text its middle.
fn box_to_snap(context: &Context<'_>) -> Option<Bounds> {
    match only_structure(context).map(|(_, shape)| shape) {
        Some(StructureShape::Text { at, .. } | StructureShape::Utility { at, .. }) => Some(Bounds::between(*at, *at)),
        Some(shape) if let Some((from, to)) = shape.ends() => Some(Bounds::between(from, to)),
        _ => selection_bounds(context.plan, context.selection),
    }
}

/// The wall, column, door or text that alone is selected.
fn only_structure<'a>(context: &Context<'a>) -> Option<(StructureId, &'a StructureShape)> {
    let id = context.selection.structures.first().filter(|_| context.selection.len() == 1)?;
    context.plan.get(*id).map(|structure| (*id, &structure.shape))
}

/// A door alone slides along walls, and is only free far from all of them.
fn door_moved(context: &Context<'_>, by: Offset, modifiers: Modifiers) -> Option<Shapes> {
    let (id, StructureShape::Door { at, width, kind, .. }) = only_structure(context)? else { return None };
    let (at, angle) = door::on_wall(context, *at + by, *width, modifiers)?;
    let moved = StructureShape::Door { at, width: *width, angle, kind: *kind };
    Some(Shapes { structures: vec![(id, moved)], ..Shapes::default() })
}

/// `pivot` is the point about which the user wants the selection to turn; its middle where there is none.
pub(super) fn reshaping(
    context: &Context<'_>,
    handle: Handle,
    pivot: Option<Point>,
    from: Point,
    at: Point,
    modifiers: Modifiers,
) -> Preview {
    if matches!(handle, Handle::Corner(_) | Handle::Edge(_)) {
        return super::corners::reshaping(context, handle, from, at, modifiers);
    }
    let by = at - from;
    if let Some(dragged) = block::dragged(context, handle, by, modifiers) {
        return block::preview(context, &dragged, handle);
    }
    match (frame(context.plan, context.selection), handle) {
        (Some(frame), Handle::Rotate) => rotating(context, pivot.unwrap_or_else(|| frame.centre()), from, at, modifiers),
        (Some(Frame::Line { .. }), _) => wall_end(context, handle, by, modifiers),
        (Some(Frame::Box { bounds, angle }), _) if angle == Angle::ZERO => resizing(context, bounds, handle, by, modifiers),
        (Some(Frame::Box { bounds, angle }), _) => resizing_turned(context, bounds, angle, handle, by, modifiers),
        (Some(Frame::Polygon { .. }) | None, _) => Preview::default(),
    }
}

/// One end of the selected wall goes with the pointer.
fn wall_end(context: &Context<'_>, handle: Handle, by: Offset, modifiers: Modifiers) -> Preview {
    let idle = Preview::idle(Cursor::Move, Hint::Wall);
    let Some((id, shape)) = only_structure(context) else { return idle };
    let Some((from, to)) = shape.ends() else { return idle };
    let (fixed, end) = if handle == Handle::Start { (to, from) } else { (from, to) };
    let (snapped, guides) = draw::snapped_end(context, fixed, end + by, context.selection, modifiers);
    if snapped == end || fixed == snapped {
        return idle;
    }
    let (from, to) = if handle == Handle::Start { (snapped, fixed) } else { (fixed, snapped) };
    let shapes = Shapes { structures: vec![(id, shape.with_ends(from, to))], ..Shapes::default() };
    Preview { shapes, guides, measure: Some(Measure::Length(from.distance(to))), ..idle }
}

fn resizing(context: &Context<'_>, bounds: Bounds, handle: Handle, by: Offset, modifiers: Modifiers) -> Preview {
    let direction @ (right, down) = handle.direction();
    let keep = modifiers.shift || keeps_proportion(context);
    let edges = Edges { left: right < 0, right: right > 0, top: down < 0, bottom: down > 0 };
    let roughly = transform::dragged(bounds, direction, by, keep);
    let targets = Targets::near(context, roughly, context.selection, modifiers);
    let snapped = by + align(roughly, edges, &targets);
    let to = transform::dragged(bounds, direction, exact_drag(context, bounds.size(), direction, snapped), keep);
    let preview = resized(context, &Frame::Box { bounds, angle: Angle::ZERO }, to, handle);
    Preview { guides: guides(to, edges, &targets), distances: distances(to, &targets), ..preview }
}

/// A box after one of its handles was dragged, snapped to what stands around.
pub(super) fn snapped_box(context: &Context<'_>, bounds: Bounds, handle: Handle, by: Offset, modifiers: Modifiers) -> Bounds {
    let direction @ (right, down) = handle.direction();
    let edges = Edges { left: right < 0, right: right > 0, top: down < 0, bottom: down > 0 };
    let roughly = transform::dragged(bounds, direction, by, false);
    let targets = Targets::near(context, roughly, context.selection, modifiers);
    let snapped = by + align(roughly, edges, &targets);
    transform::dragged(bounds, direction, exact_drag(context, bounds.size(), direction, snapped), false)
}

/// How far a handle goes for the size that was typed: where none was, as far as it is dragged. A handle that pulls one side alone
/// takes the first figure for it.
pub(super) fn exact_drag(context: &Context<'_>, size: Size, (right, down): (i64, i64), by: Offset) -> Offset {
    let (first, second) = (context.typed.first(), context.typed.second());
    let (width, depth) = if right == 0 { (None, second.or(first)) } else { (first, second) };
    let exact = |typed: Option<Length>, side: Length, direction: i64, by: Length| {
        typed.filter(|_| direction != 0).map_or(by, |typed| (typed - side) * direction)
    };
    Offset::new(exact(width, size.width, right, by.x), exact(depth, size.depth, down, by.y))
}

/// A turned thing is resized along its own sides; its sides keep to the grid's step.
fn resizing_turned(
    context: &Context<'_>,
    bounds: Bounds,
    angle: Angle,
    handle: Handle,
    by: Offset,
    modifiers: Modifiers,
) -> Preview {
    let direction = handle.direction();
    let by = (Point::ORIGIN + by).turned(Point::ORIGIN, -angle) - Point::ORIGIN;
    let step = if context.snaps(modifiers) { context.settings.grid } else { Length::ZERO };
    let along = |length: Length, by: Length, direction: i64| ((length + by * direction).rounded_to(step) - length) * direction;
    let size = bounds.size();
    let by = Offset::new(along(size.width, by.x, direction.0), along(size.depth, by.y, direction.1));
    let by = exact_drag(context, size, direction, by);
    let to = transform::dragged(bounds, direction, by, modifiers.shift || keeps_proportion(context));
    resized(context, &Frame::Box { bounds, angle }, to, handle)
}

fn resized(context: &Context<'_>, frame: &Frame, to: Bounds, handle: Handle) -> Preview {
    let idle = Preview::idle(handle.cursor(frame.angle()), Hint::Resizing);
    let same = matches!(frame, Frame::Box { bounds, .. } if *bounds == to);
    let shapes = if same { Shapes::default() } else { transform::stretched(context.plan, context.selection, frame, to) };
    Preview { shapes, measure: Some(Measure::Size(to.size())), ..idle }
}

/// Whether one thing is selected that cannot be wider without being deeper: a circle, a text, a picture.
fn keeps_proportion(context: &Context<'_>) -> bool {
    let Objects { booths, structures, maps } = context.selection;
    let round = |outline: &Outline| matches!(outline, Outline::Round { .. });
    context.selection.len() == 1
        && (!maps.is_empty()
            || booths.first().and_then(|id| context.plan.get(*id)).is_some_and(|booth| round(&booth.outline))
            || structures.first().and_then(|id| context.plan.get(*id)).is_some_and(|structure| match &structure.shape {
                StructureShape::Text { .. } => true,
                shape => shape.area().is_some_and(round),
            }))
}

fn rotating(context: &Context<'_>, centre: Point, from: Point, at: Point, modifiers: Modifiers) -> Preview {
    let direction = |point: Point| Angle::of_direction((point - centre).x.metres(), (point - centre).y.metres());
    let own = own_angle(context).unwrap_or_default();
    let mut to = own + (direction(at) - direction(from));
    if context.snaps(modifiers) {
        to = to.rounded_to(TURN);
    }
    to = context.typed.angle().unwrap_or(to);
    let idle = Preview::idle(Cursor::Rotate, Hint::Rotating);
    let shapes = if to == own { Shapes::default() } else { transform::turned(context.plan, context.selection, centre, to - own) };
    Preview { shapes, measure: Some(Measure::Angle(to)), ..idle }
}

/// How far the one thing that is selected is turned; several have no angle of their own.
fn own_angle(context: &Context<'_>) -> Option<Angle> {
    let Objects { booths, structures, maps } = context.selection;
    if context.selection.len() != 1 {
        return None;
    }
    let booth = booths.first().and_then(|id| context.plan.get(*id)).map(|booth| booth.outline.angle());
    let structure =
        structures.first().and_then(|id| context.plan.get(*id)).map(|record| structure_outline(&record.shape).angle());
    let map = maps.first().and_then(|id| context.plan.get(*id)).map(|map| map.placement.angle);
    booth.or(structure).or(map)
}
