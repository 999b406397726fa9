//! Where the mirror of a selection stands: in its middle, and in the same place for what it makes of it, so that what is mirrored twice
//! is as it was. Corners of turned things are rounded to a tenth of a millimetre, the one way or the other; so they are not asked, but
//! middles and extents, which a mirror leaves as they are.

use super::alignment::Across;
use crate::edit::Objects;
use crate::geometry::{Angle, Bounds, Length, Outline, Point, Size};
use crate::index::structure_outline;
use crate::plan::{Plan, StructureShape};

/// Twice a span, from where to where.
type Twice = (Length, Length);

/// Twice the place of the mirror.
pub(super) fn twice_the_middle(plan: &Plan, selection: &Objects, across: Across) -> Option<Length> {
    let booths = selection.booths.iter().filter_map(|id| plan.get(*id)).map(|booth| of_outline(&booth.outline, across));
    let structures = selection.structures.iter().filter_map(|id| plan.get(*id));
    let structures = structures.map(|structure| of_structure(&structure.shape, across));
    let maps = selection.maps.iter().filter_map(|id| plan.get(*id)).map(|map| of_outline(&map.outline(), across));
    let whole = booths.chain(structures).chain(maps).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
    let sum = (whole.0 + whole.1).tenths();
    // Half to even: the mirrored selection's sum is as far on the other side of it, and has the same half.
    let half = sum.div_euclid(2);
    Some(Length::from_tenths(if sum.rem_euclid(2) == 1 && half.rem_euclid(2) == 1 { half + 1 } else { half }))
}

fn of_bounds(bounds: Bounds, across: Across) -> Twice {
    let (from, to) = across.span(bounds);
    (from * 2, to * 2)
}

fn of_outline(outline: &Outline, across: Across) -> Twice {
    match outline {
        Outline::Rectangle { origin, size, angle } => {
            let middle = Point::new(origin.x * 2 + size.width, origin.y * 2 + size.depth);
            around(middle, *size, *angle, across)
        }
        Outline::Polygon(_) | Outline::Round { .. } => of_bounds(outline.bounds(), across),
    }
}

fn of_structure(shape: &StructureShape, across: Across) -> Twice {
    match shape {
        StructureShape::Door { at, angle, .. } | StructureShape::Text { at, angle, .. } => {
            around(Point::new(at.x * 2, at.y * 2), structure_outline(shape).size(), *angle, across)
        }
        StructureShape::Utility { at, .. } => of_bounds(Bounds::between(*at, *at), across),
        shape => match (shape.ends(), shape.area()) {
            (Some((from, to)), _) => of_bounds(Bounds::between(from, to), across),
            (None, Some(outline)) => of_outline(outline, across),
            (None, None) => of_bounds(structure_outline(shape).bounds(), across),
        },
    }
}

/// The span of a turned rectangle about twice its middle.
fn around(twice_middle: Point, size: Size, angle: Angle, across: Across) -> Twice {
    // The extents of an angle and of the mirrored one are the same; so are their sines when they are taken of the same angle.
    let thousandths = i64::from(angle.thousandths());
    let (cos, sin) = Angle::from_thousandths(thousandths.min(360_000 - thousandths)).cos_sin();
    let (cos, sin) = (cos.abs(), sin.abs());
    let extent =
        |along: Length, beside: Length| Length::from_metres(along.metres() * cos + beside.metres() * sin).unwrap_or(along);
    match across {
        Across::LeftRight => {
            let extent = extent(size.width, size.depth);
            (twice_middle.x - extent, twice_middle.x + extent)
        }
        Across::TopBottom => {
            let extent = extent(size.depth, size.width);
            (twice_middle.y - extent, twice_middle.y + extent)
        }
    }
}
