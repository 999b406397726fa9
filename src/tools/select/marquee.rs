//! What a box on the floor touches.

use crate::edit::Objects;
use crate::geometry::{Bounds, Offset, Outline};
use crate::index::structure_outline;
use crate::plan::{Binding, StructureShape};
use crate::tools::{Context, reach};

/// The booths, walls, columns, doors and texts that a box touches, with their groups; pictures lie under everything and are
/// left out, and so is what is locked.
pub(super) fn touched(context: &Context<'_>, area: Bounds) -> Objects {
    let Context { plan, index, hall, .. } = *context;
    let is_free = |binding: Binding| !plan.is_locked(binding);
    let booths = reach::booths_in(plan, index, hall, area).into_iter();
    let booths = booths.filter(|id| plan.get(*id).is_some_and(|booth| is_free(booth.binding) && touches(&booth.outline, area)));
    let structures = reach::structures_in(plan, index, hall, area).into_iter().filter(|id| {
        // An area holds what lies in it: a box in it is meant for that.
        let touches = |shape: &StructureShape| match shape {
            StructureShape::Zone { outline, .. } | StructureShape::NoBuild(outline) => area.encloses(outline.bounds()),
            shape => touches(&structure_outline(shape), area),
        };
        plan.get(*id).is_some_and(|structure| is_free(structure.binding) && touches(&structure.shape))
    });
    let touched = Objects { booths: booths.collect(), structures: structures.collect(), ..Objects::default() };
    reach::with_groups(plan, index, touched)
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
