//! Dragging a handle of a whole block: its booths come and go, or its line, arc or floor grows.

use super::gesture::{exact_drag, snapped_box};
use crate::geometry::{Angle, Bounds, Length, Offset, Outline, Point, Size};
use crate::plan::{Block, BlockId, Pattern};
use crate::tools::block::{BlockChange, measure, whole_block};
use crate::tools::{Context, Frame, Handle, Hint, Modifiers, Preview, frame, transform};

/// What a whole block becomes while one of its handles is dragged.
pub(super) struct Dragged {
    pub(super) id: BlockId,
    pub(super) block: Block,
    /// By how many rows and columns its booths move on.
    pub(super) shift: (i32, i32),
}

/// The block that is selected as a whole, and what dragging a handle makes of it; `None` where no whole block is selected, or
/// where the handle does not resize.
pub(super) fn dragged(context: &Context<'_>, handle: Handle, by: Offset, modifiers: Modifiers) -> Option<Dragged> {
    let id = whole_block(context.plan, context.selection)?;
    let block = context.plan.get(id)?;
    let Some(Frame::Box { bounds, angle }) = frame(context.plan, context.selection) else { return None };
    let direction = handle.direction();
    if direction == (0, 0) {
        return None;
    }
    let to = if angle == Angle::ZERO {
        snapped_box(context, bounds, handle, by, modifiers)
    } else {
        let along = (Point::ORIGIN + by).turned(Point::ORIGIN, -angle) - Point::ORIGIN;
        transform::dragged(bounds, direction, exact_drag(context, bounds.size(), direction, along), false)
    };
    let (block, shift) = resized(block, (bounds, angle), to, direction);
    Some(Dragged { id, block, shift })
}

/// The block between whose handles this box lies now.
fn resized(block: &Block, (from, angle): (Bounds, Angle), to: Bounds, (right, down): (i64, i64)) -> (Block, (i32, i32)) {
    let mut resized = block.clone();
    let mut shift = (0, 0);
    match &mut resized.pattern {
        Pattern::Grid { origin, rows, columns, .. } => {
            // A row or a column more once half of it has room.
            let room = Size::new(to.size().width + block.booth.width / 2, to.size().depth + block.booth.depth / 2);
            let (most_rows, most_columns) = block.spacing.fitting(block.booth, room);
            let before = (*rows, *columns);
            // In front of the first, whole pairs of rows and whole groups of columns come and go: the others stay where they are.
            let pair = if block.spacing.back_to_back && down < 0 { 2 } else { 1 };
            let group = if right < 0 { block.spacing.columns_between_aisles.max(1) } else { 1 };
            *rows = if down == 0 { *rows } else { in_steps(*rows, most_rows, pair) };
            *columns = if right == 0 { *columns } else { in_steps(*columns, most_columns, group) };
            let more = |now: u32, before: u32| i32::try_from(i64::from(now) - i64::from(before)).unwrap_or_default();
            shift.0 = if down < 0 { more(*rows, before.0) } else { 0 };
            shift.1 = if right < 0 { more(*columns, before.1) } else { 0 };
            let size = block.spacing.size(block.booth, *rows, *columns);
            // The side across from the handle stays.
            let along = |direction: i64, min: Length, max: Length, size: Length| if direction < 0 { max - size } else { min };
            let corner = Point::new(
                along(right, from.min().x, from.max().x, size.width),
                along(down, from.min().y, from.max().y, size.depth),
            );
            let middle = Bounds::between(corner, corner + Offset::new(size.width, size.depth)).centre();
            *origin = corner + (middle.turned(from.centre(), angle) - middle);
        }
        Pattern::Line { path, .. } => {
            path.iter_mut().for_each(|corner| *corner = stretched(*corner, from, to));
        }
        Pattern::Arc { centre, radius, .. } => {
            let edge = *centre + Offset::new(*radius, *radius);
            let (middle, edge) = (stretched(*centre, from, to), stretched(edge, from, to));
            let reach = edge - middle;
            let larger = if right == 0 { reach.y } else { reach.x };
            (*centre, *radius) = (middle, larger.abs().max(Outline::LEAST));
        }
        Pattern::Fill { floor, .. } => *floor = floor.stretched(from, to),
    }
    (resized, shift)
}

/// The count nearest to the wanted one that is whole steps away from what there was.
fn in_steps(before: u32, wanted: u32, step: u32) -> u32 {
    if wanted >= before { before + (wanted - before) / step * step } else { before - (before - wanted) / step * step }
}

/// Where a point comes to lie when one box becomes another.
fn stretched(point: Point, from: Bounds, to: Bounds) -> Point {
    let dot = Outline::Polygon(vec![point]);
    dot.stretched(from, to).corners().first().copied().unwrap_or(point)
}

/// The booths as they would be.
pub(super) fn preview(context: &Context<'_>, dragged: &Dragged, handle: Handle) -> Preview {
    let Dragged { id, block, shift } = dragged;
    let angle = block.grid_box().map_or(Angle::ZERO, |(_, angle)| angle);
    let change = BlockChange::of(context.plan, context.index, *id, block, *shift);
    Preview {
        shapes: change.shapes(),
        measure: Some(measure(block, change.count())),
        new_booths: change.new,
        gone: change.gone,
        ..Preview::idle(handle.cursor(angle), Hint::ResizingBlock)
    }
}
