//! Dragging the corners of a polygon: a corner goes with the pointer, the middle of an edge becomes a new corner, or with
//! Shift the whole edge goes along. A corner that comes to lie on its neighbour, or on the line between its two, is gone.

use crate::edit::{Objects, Shapes};
use crate::geometry::{Bounds, Length, Offset, Outline, Point};
use crate::tools::snap::{Edges, Targets, align, guides};
use crate::tools::{Context, Cursor, Guide, Handle, Hint, Measure, Modifiers, Preview, frame};

pub(super) fn reshaping(context: &Context<'_>, handle: Handle, from: Point, at: Point, modifiers: Modifiers) -> Preview {
    let Some(corners) = frame::polygon(context.plan, context.selection) else { return Preview::default() };
    let by = at - from;
    let (changed, guides) = match handle {
        Handle::Edge(edge) if modifiers.shift => (edge_moved(context, corners, edge, by), Vec::new()),
        Handle::Edge(edge) => {
            let place = edge + 1;
            let mut corners = corners.clone();
            let middle = corners.get(edge).copied().map(|start| start.halfway(following(&corners, edge)));
            corners.insert(place.min(corners.len()), middle.unwrap_or(at));
            corner_moved(context, corners, place, by, modifiers)
        }
        Handle::Corner(corner) => corner_moved(context, corners.clone(), corner, by, modifiers),
        _ => return Preview::default(),
    };
    let Some(outline) = Outline::of_corners(without_doubles(changed)) else {
        return Preview { guides, ..Preview::idle(Cursor::NotAllowed, Hint::PolygonCrosses) };
    };
    let measure = Some(Measure::Area(outline.area()));
    let same = outline.ring() == *corners;
    let shapes = if same { Shapes::default() } else { with_outline(context, outline) };
    Preview { shapes, guides, measure, ..Preview::idle(Cursor::Move, Hint::Corner) }
}

/// The corner after another, round the ring.
fn following(corners: &[Point], place: usize) -> Point {
    corners.get((place + 1) % corners.len().max(1)).copied().unwrap_or_default()
}

fn corner_moved(
    context: &Context<'_>,
    mut corners: Vec<Point>,
    place: usize,
    by: Offset,
    modifiers: Modifiers,
) -> (Vec<Point>, Vec<Guide>) {
    let others: Vec<_> = corners.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, corner)| *corner).collect();
    let Some(corner) = corners.get_mut(place) else { return (corners, Vec::new()) };
    let by = if !modifiers.shift {
        by
    } else if by.x.abs() >= by.y.abs() {
        Offset::new(by.x, Length::ZERO)
    } else {
        Offset::new(Length::ZERO, by.y)
    };
    let spot = Bounds::between(*corner + by, *corner + by);
    let mut targets = Targets::near(context, spot, context.selection, modifiers);
    targets.boxes.extend(others.into_iter().map(|other| Bounds::between(other, other)));
    // What keeps its direction does not leave its line to snap.
    let edges = Edges {
        left: !modifiers.shift || by.y == Length::ZERO,
        top: !modifiers.shift || by.x == Length::ZERO,
        ..Edges::default()
    };
    *corner = spot.min() + align(spot, edges, &targets);
    let guides = guides(Bounds::between(*corner, *corner), edges, &targets);
    (corners, guides)
}

/// The corners with one edge moved along with the pointer, square to itself, by steps of the grid.
fn edge_moved(context: &Context<'_>, corners: &[Point], edge: usize, by: Offset) -> Vec<Point> {
    let mut moved = corners.to_vec();
    let (Some(start), end) = (corners.get(edge).copied(), following(corners, edge)) else { return moved };
    let way = end - start;
    let length = way.x.metres().hypot(way.y.metres());
    if length <= 0.0 {
        return moved;
    }
    let across = (-way.y.metres() / length, way.x.metres() / length);
    let far = by.x.metres() * across.0 + by.y.metres() * across.1;
    let far = Length::from_metres(far).unwrap_or_default().rounded_to(context.settings.grid);
    let part = |share: f64| Length::from_metres(far.metres() * share).unwrap_or_default();
    let by = Offset::new(part(across.0), part(across.1));
    let next = (edge + 1) % corners.len();
    for place in [edge, next] {
        if let Some(corner) = moved.get_mut(place) {
            *corner = *corner + by;
        }
    }
    moved
}

fn without_doubles(mut corners: Vec<Point>) -> Vec<Point> {
    corners.dedup();
    while corners.len() > 1 && corners.first() == corners.last() {
        corners.pop();
    }
    corners
}

/// The one thing that is selected, with this outline.
fn with_outline(context: &Context<'_>, outline: Outline) -> Shapes {
    let Objects { booths, structures, .. } = context.selection;
    if let Some(id) = booths.first() {
        return Shapes { booths: vec![(*id, outline)], ..Shapes::default() };
    }
    let structure = structures.first().and_then(|id| Some((*id, context.plan.get(*id)?.shape.with_area(outline))));
    Shapes { structures: structure.into_iter().collect(), ..Shapes::default() }
}
