//! What things would be, moved, turned or resized: from what they are and one whole movement.

use super::Frame;
use crate::edit::{Objects, Shapes};
use crate::geometry::{Angle, Bounds, Length, Offset, Outline, Point, Size};
use crate::index::structure_outline;
use crate::plan::{HallMap, Placement, Plan, StructureShape};

/// The least side that dragging a handle leaves.
const LEAST: Length = Length::from_mm(100);

/// New shapes of all that is selected.
fn shapes(
    plan: &Plan,
    selection: &Objects,
    outline: impl Fn(&Outline) -> Outline,
    structure: impl Fn(&StructureShape) -> StructureShape,
) -> Shapes {
    let booths = selection.booths.iter().filter_map(|id| plan.get(*id).map(|booth| (*id, outline(&booth.outline))));
    let structures = selection.structures.iter().filter_map(|id| plan.get(*id).map(|record| (*id, structure(&record.shape))));
    let maps = selection.maps.iter().filter_map(|id| plan.get(*id).map(|map| (*id, placed(map, &outline(&map.outline())))));
    Shapes { booths: booths.collect(), structures: structures.collect(), maps: maps.collect() }
}

/// The placement of a picture whose shown part fits into an outline, in the middle of it and with its own proportion.
fn placed(map: &HallMap, outline: &Outline) -> Placement {
    let (before, size) = (map.outline().size(), outline.size());
    // Moved and turned only: the width stays exactly what it was measured to be.
    let width = if before == size {
        map.placement.width
    } else {
        let (across, down) = (i64::from(map.part().size().0.max(1)), i64::from(map.part().size().1.max(1)));
        map.sheet_width(size.width.min(size.depth * across / down).max(LEAST))
    };
    map.placed_around(outline.centre(), width, outline.angle())
}

fn centred(centre: Point, size: Size) -> Point {
    Point::new(centre.x - size.width / 2, centre.y - size.depth / 2)
}

/// All that is selected, moved.
pub(super) fn moved(plan: &Plan, selection: &Objects, by: Offset) -> Shapes {
    let mut moved = shapes(plan, selection, |outline| outline.moved(by), |shape| shape.moved(by));
    for (id, placement) in &mut moved.maps {
        if let Some(map) = plan.get(*id) {
            *placement = Placement { origin: map.placement.origin + by, ..map.placement };
        }
    }
    moved
}

/// All that is selected, turned about a point.
pub(super) fn turned(plan: &Plan, selection: &Objects, about: Point, by: Angle) -> Shapes {
    shapes(
        plan,
        selection,
        |outline| outline.turned(about, by),
        |shape| {
            let mut shape = shape.clone();
            match &mut shape {
                StructureShape::Wall { from, to, .. }
                | StructureShape::Arrow { from, to }
                | StructureShape::Dimension { from, to, .. } => (*from, *to) = (from.turned(about, by), to.turned(about, by)),
                StructureShape::Column(outline) | StructureShape::NoBuild(outline) | StructureShape::Zone { outline, .. } => {
                    *outline = outline.turned(about, by);
                }
                StructureShape::Utility { at, .. } => *at = at.turned(about, by),
                StructureShape::Door { at, angle, .. } | StructureShape::Text { at, angle, .. } => {
                    (*at, *angle) = (at.turned(about, by), *angle + by);
                }
            }
            shape
        },
    )
}

/// All that is selected, stretched so that its frame becomes this box (of a turned frame: before turning, about the centre
/// that it had).
pub(super) fn stretched(plan: &Plan, selection: &Objects, frame: &Frame, to: Bounds) -> Shapes {
    let Frame::Box { bounds: from, angle } = *frame else { return Shapes::default() };
    let outline = |outline: &Outline| {
        if angle == Angle::ZERO {
            return outline.stretched(from, to);
        }
        // One turned thing: it keeps its angle, and turns about its own new centre.
        let centre = to.centre().turned(from.centre(), angle);
        Outline::Rectangle { origin: centred(centre, to.size()), size: to.size(), angle }
    };
    shapes(plan, selection, outline, |shape| {
        let floor = outline(&structure_outline(shape));
        let mut stretched = shape.clone();
        match &mut stretched {
            StructureShape::Wall { from: start, to: end, .. }
            | StructureShape::Arrow { from: start, to: end }
            | StructureShape::Dimension { from: start, to: end, .. } => {
                let place = |point: Point| Outline::Polygon(vec![point]).stretched(from, to).bounds().min();
                (*start, *end) = (place(*start), place(*end));
            }
            StructureShape::Column(outline) | StructureShape::NoBuild(outline) | StructureShape::Zone { outline, .. } => {
                *outline = floor
            }
            StructureShape::Utility { at, .. } => *at = floor.centre(),
            StructureShape::Door { at, width, .. } => (*at, *width) = (floor.centre(), floor.size().width.max(LEAST)),
            StructureShape::Text { at, height, .. } => (*at, *height) = (floor.centre(), floor.size().depth.max(LEAST)),
        }
        stretched
    })
}

/// A box after one of its handles was dragged; never turned inside out.
pub(super) fn dragged(bounds: Bounds, (right, down): (i64, i64), by: Offset, keep_proportion: bool) -> Bounds {
    let size = bounds.size();
    let width = (size.width + by.x * right).max(LEAST);
    let depth = (size.depth + by.y * down).max(LEAST);
    let size =
        if keep_proportion { in_proportion(size, Size::new(width, depth), (right, down)) } else { Size::new(width, depth) };
    // The side or corner across from the handle stays; where a handle does not pull, the middle does.
    let begin = |direction: i64, min: Length, max: Length, length: Length| match direction {
        1 => min,
        -1 => max - length,
        _ => (min + max - length) / 2,
    };
    let (min, max) = (bounds.min(), bounds.max());
    let origin = Point::new(begin(right, min.x, max.x, size.width), begin(down, min.y, max.y, size.depth));
    Bounds::between(origin, origin + Offset::new(size.width, size.depth))
}

/// The size with the proportion of `before` that is as large as `after` in the direction that a handle pulls.
fn in_proportion(before: Size, after: Size, (right, down): (i64, i64)) -> Size {
    let scaled = |length: Length, by: Length, of: Length| {
        let exact = i128::from(length.tenths()) * i128::from(by.tenths()) / i128::from(of.tenths().max(1));
        Length::from_tenths(i64::try_from(exact).unwrap_or(i64::MAX)).max(LEAST)
    };
    let by_width = Size::new(after.width, scaled(before.depth, after.width, before.width));
    let by_depth = Size::new(scaled(before.width, after.depth, before.depth), after.depth);
    match (right, down) {
        (_, 0) => by_width,
        (0, _) => by_depth,
        _ if by_width.width >= by_depth.width => by_width,
        _ => by_depth,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bounds(left: i64, top: i64, right: i64, bottom: i64) -> Bounds {
        Bounds::between(Point::from_mm(left, top), Point::from_mm(right, bottom))
    }

    #[test]
    fn dragging_a_handle_keeps_the_opposite_side() {
        let by = Offset::new(Length::from_mm(500), Length::from_mm(300));
        let start = bounds(0, 0, 4_000, 2_000);
        for (handle, keep, expected) in [
            ((1, 1), false, bounds(0, 0, 4_500, 2_300)),
            ((-1, 0), false, bounds(500, 0, 4_000, 2_000)),
            ((0, -1), false, bounds(0, 300, 4_000, 2_000)),
            ((1, 1), true, bounds(0, 0, 4_600, 2_300)),
            ((1, 0), true, bounds(0, -125, 4_500, 2_125)),
        ] {
            assert_eq!(dragged(start, handle, by, keep), expected, "{handle:?}");
        }
    }

    #[test]
    fn a_box_is_never_turned_inside_out() {
        let far = Offset::new(Length::METRE * -50, Length::ZERO);
        assert_eq!(dragged(bounds(0, 0, 4_000, 2_000), (1, 0), far, false), bounds(0, 0, 100, 2_000));
    }
}
