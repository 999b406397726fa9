//! What the tools that draw have in common.

use super::snap::{Edges, Targets, align, guides, oblique_guides, snap};
use super::{Context, Guide, Modifiers};
use crate::edit::{Edit, NewBooth, NewNumber, Objects, Origin};
use crate::geometry::{Angle, Bounds, Length, Offset, Outline, Point, Segment, Size};
use crate::plan::StructureShape;

/// The point snapped to things near by, else to the grid, with the lines that it then stands on.
pub(super) fn snapped_point(context: &Context<'_>, at: Point, except: &Objects, modifiers: Modifiers) -> (Point, Vec<Guide>) {
    let spot = Bounds::between(at, at);
    let targets = Targets::near(context, spot, except, modifiers);
    let edges = Edges { left: true, top: true, ..Edges::default() };
    let at = at + snap(spot, &[at], edges, &targets);
    let mut shown = guides(Bounds::between(at, at), edges, &targets);
    shown.extend(oblique_guides(&[at], &targets));
    (at, shown)
}

/// The far end of a line from `from`: with Shift in steps of 45 degrees, else snapped; as long as was typed.
pub(super) fn snapped_end(
    context: &Context<'_>,
    from: Point,
    to: Point,
    except: &Objects,
    modifiers: Modifiers,
) -> (Point, Vec<Guide>) {
    let (end, shown) = if modifiers.shift {
        let step = if context.snaps(modifiers) { context.settings.grid } else { Length::ZERO };
        let way = in_eighths(from, to) - from;
        (from + Offset::new(way.x.rounded_to(step), way.y.rounded_to(step)), Vec::new())
    } else {
        snapped_point(context, to, except, modifiers)
    };
    match context.typed.first() {
        Some(length) => (Segment::new(from, end).at_length(length), Vec::new()),
        None => (end, shown),
    }
}

/// The corner across from `from`: snapped, as wide and deep as was typed, with Shift that of a square.
pub(super) fn snapped_corner(context: &Context<'_>, from: Point, to: Point, modifiers: Modifiers) -> (Point, Vec<Guide>) {
    let (corner, shown) = snapped_point(context, to, &Objects::default(), modifiers);
    let typed = |typed: Option<Length>, way: Length| match typed {
        Some(length) if way < Length::ZERO => -length,
        Some(length) => length,
        None => way,
    };
    let way = corner - from;
    let corner = from + Offset::new(typed(context.typed.first(), way.x), typed(context.typed.second(), way.y));
    (if modifiers.shift { in_square(from, corner) } else { corner }, shown)
}

/// A box of this size with its left top corner at the pointer, snapped as a whole.
pub(super) fn snapped_box(context: &Context<'_>, at: Point, size: Size, modifiers: Modifiers) -> (Bounds, Vec<Guide>) {
    let bounds = Bounds::between(at, at + Offset::new(size.width, size.depth));
    let targets = Targets::near(context, bounds, &Objects::default(), modifiers);
    let bounds = bounds.moved(align(bounds, Edges::ALL, &targets));
    (bounds, guides(bounds, Edges::ALL, &targets))
}

/// The point on the line from `from` towards `to` whose direction is a multiple of 45 degrees.
pub(super) fn in_eighths(from: Point, to: Point) -> Point {
    let way = to - from;
    let direction = Angle::of_direction(way.x.metres(), way.y.metres()).rounded_to(Angle::from_thousandths(45_000));
    match direction.thousandths() / 45_000 % 4 {
        0 => Point::new(to.x, from.y),
        2 => Point::new(from.x, to.y),
        eighths => {
            let longer = way.x.abs().max(way.y.abs());
            let right = if way.x < Length::ZERO { -longer } else { longer };
            // Falling to the right or rising to the right: y follows x.
            from + Offset::new(right, if eighths == 1 { right } else { -right })
        }
    }
}

/// The corner of the square from `from` that is as large as the longer way to `to`.
pub(super) fn in_square(from: Point, to: Point) -> Point {
    let way = to - from;
    let side = way.x.abs().max(way.y.abs());
    let signed = |length: Length| if length < Length::ZERO { -side } else { side };
    from + Offset::new(signed(way.x), signed(way.y))
}

/// The edit that makes these booths.
pub(super) fn add_booths(context: &Context<'_>, booths: Vec<NewBooth>) -> Edit {
    Edit::Add { hall: context.hall, booths, structures: Vec::new(), origin: Origin::Drawn }
}

/// The edit that makes one wall, column, door or text.
pub(super) fn add_structure(context: &Context<'_>, shape: StructureShape) -> Edit {
    Edit::Add { hall: context.hall, booths: Vec::new(), structures: vec![shape], origin: Origin::Drawn }
}

/// A booth with the next free number.
pub(super) fn next_booth(outline: Outline) -> NewBooth {
    NewBooth { number: NewNumber::Next, outline, category: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_in_eighths_keeps_to_the_axes_and_the_diagonals() {
        let from = Point::from_mm(1_000, 1_000);
        for ((x, y), (to_x, to_y)) in [
            ((5_000, 1_300), (5_000, 1_000)),
            ((1_200, -3_000), (1_000, -3_000)),
            ((5_000, 4_600), (5_000, 5_000)),
            ((5_000, -2_600), (5_000, -3_000)),
            ((-3_000, 4_800), (-3_000, 5_000)),
        ] {
            assert_eq!(in_eighths(from, Point::from_mm(x, y)), Point::from_mm(to_x, to_y), "{x} {y}");
        }
    }
}
