//! Puts a door on the hall's outline or on a wall, turned along it.

use super::{Context, Cursor, Event, Hint, Modifiers, Preview, Step, draw};
use crate::geometry::{Angle, Length, Offset, Outline, Point};
use crate::plan::StructureShape;

/// Screen points from the pointer within which a wall is found.
const REACH: i64 = 24;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum DoorTool {
    #[default]
    Idle,
    Pressed,
}

impl DoorTool {
    pub(super) fn is_idle(self) -> bool {
        self == Self::Idle
    }

    pub(super) fn handle(&mut self, event: &Event, context: &Context<'_>) -> Step {
        match (*event, *self) {
            (Event::Press { at, modifiers, .. }, _) => {
                *self = Self::Pressed;
                Step::showing(preview(context, at, modifiers))
            }
            (Event::Release { at, modifiers }, Self::Pressed) => {
                *self = Self::Idle;
                let shown = preview(context, at, modifiers);
                let edit = shown.new_structures.first().map(|door| draw::add_structure(context, door.clone()));
                Step { edit, ..Step::showing(Preview::idle(shown.cursor, shown.hint)) }
            }
            (Event::Move { at, modifiers } | Event::Release { at, modifiers }, _) => {
                Step::showing(preview(context, at, modifiers))
            }
            (Event::Cancel, _) => {
                *self = Self::Idle;
                Step::showing(Preview::idle(Cursor::Cross, Hint::Door))
            }
        }
    }
}

fn preview(context: &Context<'_>, at: Point, modifiers: Modifiers) -> Preview {
    let width = context.settings.door_width;
    let Some((at, angle)) = on_wall(context, at, width, modifiers) else {
        return Preview::idle(Cursor::NotAllowed, Hint::NoWallHere);
    };
    let door = StructureShape::Door { at, width, angle, kind: context.settings.door_kind };
    Preview { new_structures: vec![door], ..Preview::idle(Cursor::Cross, Hint::Door) }
}

/// The middle of a door of this width on the nearest wall or side of the hall, and the direction of that wall; `None` far
/// from any wall.
pub(super) fn on_wall(context: &Context<'_>, at: Point, width: Length, modifiers: Modifiers) -> Option<(Point, Angle)> {
    let hall = context.plan.get(context.hall)?;
    let outline = sides(&hall.outline);
    let walls = context.index.structures(context.hall).filter_map(|id| context.plan.get(id));
    let walls = walls.filter_map(|structure| match &structure.shape {
        StructureShape::Wall { from, to, .. } => Some((*from, *to)),
        _ => None,
    });
    let step = if context.snaps(modifiers) { context.settings.grid } else { Length::ZERO };
    let near = outline.into_iter().chain(walls).map(|(from, to)| (foot(from, to, at).distance(at), from, to));
    let (_, from, to) = near.filter(|(distance, _, _)| *distance <= context.points(REACH)).min_by_key(|near| near.0)?;
    let way = to - from;
    // A wall has no direction for whoever walks through it: half a turn more is the same door.
    let angle = Angle::of_direction(way.x.metres(), way.y.metres());
    let angle = Angle::from_thousandths(i64::from(angle.thousandths()) % 180_000);
    Some((along(from, to, at, width, step), angle))
}

/// The sides of an outline; a round hall's as those of a polygon of 64 corners.
fn sides(outline: &Outline) -> Vec<(Point, Point)> {
    let corners = match outline {
        Outline::Rectangle { .. } | Outline::Polygon(_) => outline.corners(),
        Outline::Round { centre, radius } => {
            let first = *centre + Offset::new(*radius, Length::ZERO);
            (0..64).map(|part| first.turned(*centre, Angle::from_thousandths(part * 360_000 / 64))).collect()
        }
    };
    corners.iter().copied().zip(corners.iter().copied().cycle().skip(1)).collect()
}

/// The point of a line that is nearest to a point.
fn foot(from: Point, to: Point, at: Point) -> Point {
    along(from, to, at, Length::ZERO, Length::ZERO)
}

/// The point of a line that is nearest to a point, so many steps from where the line begins, and with room for a door of
/// this width as far as the line is long enough.
fn along(from: Point, to: Point, at: Point, width: Length, step: Length) -> Point {
    let (way, reach) = (to - from, at - from);
    let length = from.distance(to);
    if length == Length::ZERO {
        return from;
    }
    let (x, y) = (way.x.metres() / length.metres(), way.y.metres() / length.metres());
    let distance = Length::from_metres(reach.x.metres() * x + reach.y.metres() * y).unwrap_or_default().rounded_to(step);
    let margin = (width / 2).min(length / 2);
    let distance = distance.clamp(margin, length - margin).metres();
    let part = |unit: f64| Length::from_metres(unit * distance).unwrap_or_default();
    from + Offset::new(part(x), part(y))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_door_keeps_within_its_wall() {
        let (from, to) = (Point::ORIGIN, Point::from_mm(0, 10_000));
        let door = Length::from_mm(2_000);
        for (y, expected) in [(5_230, 5_000), (-3_000, 1_000), (9_900, 9_000)] {
            let at = along(from, to, Point::from_mm(400, y), door, Length::from_mm(500));
            assert_eq!(at, Point::from_mm(0, expected), "{y}");
        }
    }
}
