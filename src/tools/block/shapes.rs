//! From what is drawn to a block.

use super::{BlockKind, BlockSettings};
use crate::geometry::{Angle, Bounds, Length, Outline, Point, Size};
use crate::plan::{Block, HallId, Pattern};

const fn swapped(size: Size) -> Size {
    Size::new(size.depth, size.width)
}

/// A block in a hall, made like the settings say.
pub(super) fn block(hall: HallId, settings: &BlockSettings, pattern: Pattern) -> Block {
    Block { hall, booth: settings.booth, spacing: settings.spacing(), pattern }
}

/// The rows that the box between two corners holds, growing from the first; `turned` rows run down instead of across.
pub(super) fn boxed(hall: HallId, settings: &BlockSettings, (from, to): (Point, Point), turn: bool) -> Block {
    let (spacing, booth) = (settings.spacing(), settings.booth);
    let room = Bounds::between(from, to).size();
    let is_row = matches!(settings.kind, BlockKind::Row | BlockKind::DoubleRow);
    let turned = (is_row && room.depth > room.width) != turn;
    let (rows, columns) = spacing.fitting(booth, if turned { swapped(room) } else { room });
    let rows = match settings.kind {
        BlockKind::Row => 1,
        BlockKind::DoubleRow => 2,
        _ => rows,
    };
    let size = spacing.size(booth, rows, columns);
    let floor = if turned { swapped(size) } else { size };
    let left = if to.x < from.x { from.x - floor.width } else { from.x };
    let top = if to.y < from.y { from.y - floor.depth } else { from.y };
    // Turned about its middle it takes the floor that was drawn.
    let origin = Point::new(left + (floor.width - size.width) / 2, top + (floor.depth - size.depth) / 2);
    let angle = if turned { Angle::QUARTER } else { Angle::ZERO };
    block(hall, settings, Pattern::Grid { origin, angle, rows, columns })
}

/// The rows along a line.
pub(super) fn lined(hall: HallId, settings: &BlockSettings, mut path: Vec<Point>) -> Option<Block> {
    path.dedup();
    if settings.other_side {
        path.reverse();
    }
    (path.len() > 1).then(|| block(hall, settings, Pattern::Line { path, rows: settings.rows }))
}

/// The rows on the arc from one point through another to a third; straight where they lie on one line.
pub(super) fn arched(hall: HallId, settings: &BlockSettings, from: Point, through: Point, to: Point) -> Option<Block> {
    let Some((centre, radius)) = circle(from, through, to) else { return lined(hall, settings, vec![from, to]) };
    let direction = |point: Point| Angle::of_direction((point - centre).x.metres(), (point - centre).y.metres());
    let (first, middle, last) = (direction(from), direction(through), direction(to));
    let clockwise = (middle - first).thousandths() <= (last - first).thousandths();
    let (start, sweep) = if clockwise { (first, last - first) } else { (last, first - last) };
    Some(block(hall, settings, Pattern::Arc { centre, radius, start, sweep, rows: settings.rows }))
}

/// The circle through three points; none where it is larger than halls are.
fn circle(a: Point, b: Point, c: Point) -> Option<(Point, Length)> {
    let ((bx, by), (cx, cy)) = (metres(a, b), metres(a, c));
    let cross = 2.0 * (bx * cy - by * cx);
    let (to_b, to_c) = (bx.mul_add(bx, by * by), cx.mul_add(cx, cy * cy));
    let (x, y) = ((cy * to_b - by * to_c) / cross, (bx * to_c - cx * to_b) / cross);
    let radius = Length::from_metres(x.hypot(y)).filter(|radius| *radius <= Length::METRE * 1_000)?;
    let centre = a + crate::geometry::Offset::new(Length::from_metres(x)?, Length::from_metres(y)?);
    (radius >= Outline::LEAST).then_some((centre, radius))
}

fn metres(from: Point, to: Point) -> (f64, f64) {
    ((to - from).x.metres(), (to - from).y.metres())
}

/// As many rows as a floor holds, along its own sides where it is turned.
pub(super) fn filled(hall: HallId, settings: &BlockSettings, floor: Outline) -> Block {
    let angle = settings.angle + floor.angle();
    block(hall, settings, Pattern::Fill { floor, angle })
}
