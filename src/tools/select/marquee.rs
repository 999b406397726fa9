//! What a box on the floor touches.

use crate::edit::Objects;
use crate::geometry::{Bounds, Offset, Outline};
use crate::index::structure_outline;
use crate::tools::Context;

/// The booths, walls, columns, doors and texts that a box touches; pictures lie under everything and are left out.
pub(super) fn touched(context: &Context<'_>, area: Bounds) -> Objects {
    let booths = context.index.booths_in(context.hall, area).into_iter();
    let booths = booths.filter(|id| context.plan.get(*id).is_some_and(|booth| touches(&booth.outline, area)));
    let structures = context.index.structures_in(context.plan, context.hall, area).into_iter();
    let structures = structures
        .filter(|id| context.plan.get(*id).is_some_and(|structure| touches(&structure_outline(&structure.shape), area)));
    Objects { booths: booths.collect(), structures: structures.collect(), ..Objects::default() }
}

fn touches(outline: &Outline, area: Bounds) -> bool {
    let box_touches = outline.bounds().touches(area);
    match outline {
        Outline::Rectangle { origin, size, angle } if box_touches && angle.quarter_turns().is_none() => {
            // Two boxes turned against each other are apart where one lies beside the other's own box.
            let centre = outline.centre();
            let corners = Outline::from_bounds(area).rectangle_corners().map(|corner| corner.turned(centre, -*angle));
            let own = Bounds::between(*origin, *origin + Offset::new(size.width, size.depth));
            Bounds::around(corners).is_some_and(|turned| turned.touches(own))
        }
        Outline::Rectangle { .. } | Outline::Polygon(_) | Outline::Round { .. } => box_touches,
    }
}
