//! The floor that walls, columns, doors and texts take: what is hit, selected and aligned to.

use crate::geometry::{Angle, Bounds, Length, Outline, Point, Segment, Size};
use crate::plan::StructureShape;

/// A letter's width in hundredths of its height. How wide words are is the fonts' affair; to hit and frame a text an
/// ordinary letter is near enough.
const LETTER: i64 = 62;
/// How deep a door is to the pointer: as deep as a thick wall.
const DOOR_DEPTH: Length = Length::from_mm(300);

/// How deep an arrow or a dimension is to the pointer.
const ARROW_DEPTH: Length = Length::from_mm(400);
/// The side of the sign of a utility.
pub const UTILITY_SIZE: Length = Length::from_mm(600);

/// Where the line of a dimension is drawn: beside what it measures.
#[must_use]
pub fn dimension_line(from: Point, to: Point, offset: Length) -> (Point, Point) {
    let way = to - from;
    let (cos, sin) = Angle::of_direction(way.x.metres(), way.y.metres()).cos_sin();
    let across = |part: f64| {
        #[expect(clippy::cast_possible_truncation, reason = "no longer than the offset")]
        let tenths = (offset.tenths() as f64 * part).round() as i64;
        Length::from_tenths(tenths)
    };
    let by = crate::geometry::Offset::new(across(-sin), across(cos));
    (from + by, to + by)
}

fn along(from: Point, to: Point, depth: Length) -> Outline {
    let way = to - from;
    let angle = Angle::of_direction(way.x.metres(), way.y.metres());
    around(from.halfway(to), Size::new(from.distance(to), depth), angle)
}

/// The floor that a wall, column, door or text takes.
#[must_use]
pub fn structure_outline(shape: &StructureShape) -> Outline {
    match shape {
        StructureShape::Wall { from, to, thickness } => along(*from, *to, *thickness),
        StructureShape::Column(outline) | StructureShape::NoBuild(outline) | StructureShape::Zone { outline, .. } => {
            outline.clone()
        }
        StructureShape::Arrow { from, to } => along(*from, *to, ARROW_DEPTH),
        StructureShape::Dimension { from, to, offset } => {
            let (from, to) = dimension_line(*from, *to, *offset);
            along(from, to, ARROW_DEPTH)
        }
        StructureShape::Utility { at, .. } => around(*at, Size::new(UTILITY_SIZE, UTILITY_SIZE), Angle::ZERO),
        StructureShape::Door { at, width, angle, .. } => around(*at, Size::new(*width, DOOR_DEPTH), *angle),
        StructureShape::Text { at, height, angle, text } => {
            let letters = i64::try_from(text.chars().count()).unwrap_or(i64::MAX).clamp(1, 1_000);
            around(*at, Size::new(*height * letters * LETTER / 100, *height), *angle)
        }
    }
}

/// The box around a wall, column, door or text.
#[must_use]
pub fn structure_bounds(shape: &StructureShape) -> Bounds {
    structure_outline(shape).bounds()
}

fn around(centre: Point, size: Size, angle: Angle) -> Outline {
    Outline::Rectangle { origin: Point::new(centre.x - size.width / 2, centre.y - size.depth / 2), size, angle }
}

/// Whether a point is on it, or at most `tolerance` from it.
pub(super) fn is_near(shape: &StructureShape, point: Point, tolerance: Length) -> bool {
    // An area is taken by its edge: what lies in it would not be reached otherwise.
    if let StructureShape::Zone { outline, .. } | StructureShape::NoBuild(outline) = shape {
        let ring = outline.ring();
        return Segment::around(&ring).any(|side| {
            let ends = side.from.distance(point).min(side.to.distance(point));
            side.foot(point).map_or(ends, |foot| foot.distance(point)) <= tolerance
        });
    }
    let grown = match structure_outline(shape) {
        Outline::Rectangle { size, angle, origin } => {
            let centre = Outline::Rectangle { origin, size, angle }.centre();
            around(centre, Size::new(size.width + tolerance * 2, size.depth + tolerance * 2), angle)
        }
        Outline::Round { centre, radius } => Outline::Round { centre, radius: radius + tolerance },
        polygon @ Outline::Polygon(_) => polygon,
    };
    grown.contains(point)
}
