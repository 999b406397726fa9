//! What pointer and keys reach: nothing of a hidden layer, and of what is locked only as much as it takes to unlock it.
//!
//! The rule, in one place. *Hidden*: not drawn, not found, not snapped to, not selected by any way of the hall's. *Locked*, by
//! itself or by its layer: drawn, snapped to, and selected by a click on it, so that it can be looked at and unlocked; no box,
//! no "all" and no drag selects it, and a drag that begins on it is one on the floor. Gestures leave it where it is, and every
//! edit that would move, reshape or remove it is refused. A *group* is selected together; a double click selects one of it.

use std::borrow::Cow;

use super::Context;
use crate::edit::Objects;
use crate::geometry::{Bounds, Length, Point};
use crate::index::Index;
use crate::plan::{Binding, BoothId, HallId, Plan, StructureId};

/// Screen points beside a wall, column, door or text within which it is hit.
const NEAR: i64 = 4;

/// The one thing under the pointer, pictures under the hall left out; or nothing.
pub(super) fn thing_at(context: &Context<'_>, at: Point) -> Objects {
    let Context { plan, index, hall, .. } = *context;
    let in_front = index
        .maps(hall)
        .rev()
        .find(|id| plan.get(*id).is_some_and(|map| map.in_front && !plan.is_hidden(map.binding) && map.outline().contains(at)));
    if let Some(map) = in_front {
        return Objects { maps: [map].into(), ..Objects::default() };
    }
    if let Some(booth) = context.index.booth_at(context.plan, context.hall, at) {
        return Objects::of_booths([booth]);
    }
    let structure = context.index.structure_at(context.plan, context.hall, at, context.points(NEAR));
    Objects { structures: structure.into_iter().collect(), ..Objects::default() }
}

/// The zone or the kept-free floor under the pointer; a click takes it where nothing else is, a drag only once it is selected.
pub(super) fn area_at(context: &Context<'_>, at: Point) -> Objects {
    let area = context.index.area_at(context.plan, context.hall, at);
    Objects { structures: area.into_iter().collect(), ..Objects::default() }
}

/// Whether all of these are locked, and there are some.
pub(super) fn is_locked(plan: &Plan, objects: &Objects) -> bool {
    !objects.is_empty() && objects.bindings(plan).all(|binding| plan.is_locked(binding))
}

/// Those of them that gestures change.
#[must_use]
pub fn movable<'a>(plan: &Plan, objects: &'a Objects) -> Cow<'a, Objects> {
    if objects.bindings(plan).any(|binding| plan.is_locked(binding)) {
        Cow::Owned(objects.bound(plan, |binding| !plan.is_locked(binding)))
    } else {
        Cow::Borrowed(objects)
    }
}

/// The booths of a hall that the pointer finds in a box.
pub(super) fn booths_in(plan: &Plan, index: &Index, hall: HallId, area: Bounds) -> Vec<BoothId> {
    let mut booths = index.booths_in(hall, area);
    booths.retain(|id| plan.get(*id).is_some_and(|booth| !plan.is_hidden(booth.binding)));
    booths
}

/// The walls, columns, doors and texts of a hall that the pointer finds in a box.
pub(super) fn structures_in(plan: &Plan, index: &Index, hall: HallId, area: Bounds) -> Vec<StructureId> {
    let mut structures = index.structures_in(plan, hall, area);
    structures.retain(|id| plan.get(*id).is_some_and(|structure| !plan.is_hidden(structure.binding)));
    structures
}

/// The booths that come as near as `reach` to a box and are not hidden, with their boxes.
pub(super) fn neighbours(plan: &Plan, index: &Index, hall: HallId, around: Bounds, reach: Length) -> Vec<(BoothId, Bounds)> {
    let mut booths = index.neighbours(hall, around, reach);
    booths.retain(|(id, _)| plan.get(*id).is_some_and(|booth| !plan.is_hidden(booth.binding)));
    booths
}

/// Everything in a hall that a person means by all: what is hidden or locked is left out, and so are pictures.
#[must_use]
pub fn all_of_hall(plan: &Plan, index: &Index, hall: HallId) -> Objects {
    let is_reached = |binding: Binding| !plan.is_hidden(binding) && !plan.is_locked(binding);
    let booths = plan.booths().iter().filter(|(_, booth)| booth.hall == hall && is_reached(booth.binding));
    let structures = index.structures(hall).filter(|id| plan.get(*id).is_some_and(|record| is_reached(record.binding)));
    Objects { booths: booths.map(|(id, _)| *id).collect(), structures: structures.collect(), ..Objects::default() }
}

/// These, each with the whole of its group but for what is hidden.
#[must_use]
pub fn with_groups(plan: &Plan, index: &Index, objects: Objects) -> Objects {
    let groups: std::collections::BTreeSet<_> = objects.bindings(plan).filter_map(|binding| binding.group).collect();
    let mut all = objects;
    for members in groups.into_iter().filter_map(|group| index.group(group)) {
        let members =
            Objects { booths: members.booths.clone(), structures: members.structures.clone(), maps: members.maps.clone() };
        all.extend(&members.bound(plan, |binding| !plan.is_hidden(binding)));
    }
    all
}
