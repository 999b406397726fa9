//! Columns, walls and doors out of shapes and lines.

use super::{DrawnHall, DrawnLine, DrawnRole, DrawnShape};
use crate::geometry::{Angle, Length, Outline, Point, Segment};
use crate::import::words::plain;
use crate::plan::{DoorKind, StructureShape};

/// How thick a wall is that is drawn as a line.
const THIN_WALL: Length = Length::from_mm(100);
/// How thick a wall can be.
const THICK_WALL: Length = Length::from_mm(1_500);
/// How wide doors are.
const DOOR: std::ops::RangeInclusive<Length> = Length::from_mm(500)..=Length::from_mm(12_000);
/// The smallest and the largest side of a column.
const COLUMN: std::ops::RangeInclusive<Length> = Length::from_mm(50)..=Length::from_mm(5_000);

/// What groups of some roles become besides booths, each with the group that it comes from. What cannot be is left out.
pub(super) fn structures(hall: &DrawnHall, roles: &[DrawnRole]) -> Vec<(usize, StructureShape)> {
    let role = |group: usize| roles.get(group).copied().unwrap_or(DrawnRole::Ignored);
    let mut found = Vec::new();
    for shape in &hall.shapes {
        let Some(outline) = &shape.outline else { continue };
        let made = match role(shape.group) {
            DrawnRole::Columns => column(outline).into_iter().collect(),
            DrawnRole::Walls => walls(outline),
            DrawnRole::Doors => door_in(outline, kind(hall, shape)).into_iter().collect(),
            DrawnRole::Booths | DrawnRole::Ignored => Vec::new(),
        };
        found.extend(made.into_iter().map(|made| (shape.group, made)));
    }
    for line in &hall.lines {
        let made = match role(line.group) {
            DrawnRole::Walls => Some(wall(line)),
            DrawnRole::Doors => door_on(line.from, line.to, kind_of(hall, line.group)),
            DrawnRole::Columns | DrawnRole::Booths | DrawnRole::Ignored => None,
        };
        found.extend(made.map(|made| (line.group, made)));
    }
    found
}

fn column(outline: &Outline) -> Option<StructureShape> {
    let size = outline.size();
    let fits = COLUMN.contains(&size.width) && COLUMN.contains(&size.depth);
    fits.then(|| StructureShape::Column(outline.clone()))
}

fn wall(line: &DrawnLine) -> StructureShape {
    let is_thick = line.width >= Length::from_mm(20) && line.width <= THICK_WALL;
    StructureShape::Wall { from: line.from, to: line.to, thickness: if is_thick { line.width } else { THIN_WALL } }
}

/// A thin rectangle is a wall along its middle; of any other shape the sides are walls.
fn walls(outline: &Outline) -> Vec<StructureShape> {
    if let Some((from, to, thickness)) =
        lengthwise(outline).filter(|(from, to, thickness)| *thickness <= THICK_WALL && from.distance(*to) >= *thickness * 2)
    {
        return vec![StructureShape::Wall { from, to, thickness }];
    }
    let side = |side: Segment| StructureShape::Wall { from: side.from, to: side.to, thickness: THIN_WALL };
    if matches!(outline, Outline::Round { .. }) { Vec::new() } else { Segment::around(&outline.corners()).map(side).collect() }
}

/// The middle line of a rectangle along its longer sides, and how wide it is across.
fn lengthwise(outline: &Outline) -> Option<(Point, Point, Length)> {
    let Outline::Rectangle { size, .. } = outline else { return None };
    let [a, b, c, d] = outline.rectangle_corners();
    let (from, to) = if size.width >= size.depth { (a.halfway(d), b.halfway(c)) } else { (a.halfway(b), d.halfway(c)) };
    Some((from, to, size.width.min(size.depth)))
}

fn door_in(outline: &Outline, kind: DoorKind) -> Option<StructureShape> {
    let (from, to, _) = lengthwise(outline)?;
    door_on(from, to, kind)
}

fn door_on(from: Point, to: Point, kind: DoorKind) -> Option<StructureShape> {
    let (width, way) = (from.distance(to), to - from);
    let angle = Angle::of_direction(way.x.metres(), way.y.metres());
    // Half a turn more is the same door.
    let angle = if angle.thousandths() >= 180_000 { angle - Angle::from_thousandths(180_000) } else { angle };
    DOOR.contains(&width).then(|| StructureShape::Door { at: from.halfway(to), width, angle, kind })
}

fn kind(hall: &DrawnHall, shape: &DrawnShape) -> DoorKind {
    kind_of(hall, shape.group)
}

/// Who goes through, as far as the layer says.
fn kind_of(hall: &DrawnHall, group: usize) -> DoorKind {
    let name = hall.groups.get(group).map(|group| plain(&group.layer)).unwrap_or_default();
    let begins = |stems: &[&str]| name.split(' ').any(|word| stems.iter().any(|stem| word.starts_with(stem)));
    if begins(&["exit", "sortie", "issue", "secours", "ausgang", "notausgang", "emergency"]) {
        DoorKind::Exit
    } else if begins(&["entrance", "entree", "eingang", "entry"]) {
        DoorKind::Entrance
    } else {
        DoorKind::Service
    }
}
