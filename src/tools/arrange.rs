//! What keys do to the selection without the pointer: nudge, rotate, duplicate.

use super::frame::{frame, selection_bounds};
use super::{Clipboard, transform};
use crate::edit::{Edit, Gesture, Objects, Origin, Shapes};
use crate::geometry::{Angle, Bounds, Length, Offset, Outline};
use crate::index::Index;
use crate::plan::{HallId, Plan};

/// The selection moved by so much.
#[must_use]
pub fn nudge(selection: &Objects, plan: &Plan, by: Offset) -> Edit {
    Edit::Reshape(Gesture::Move, transform::moved(plan, selection, by))
}

/// The selection turned about its centre.
#[must_use]
pub fn rotate(selection: &Objects, plan: &Plan, by: Angle) -> Edit {
    let about = frame(plan, selection).map(|frame| frame.centre());
    let shapes = about.map_or_else(Shapes::default, |about| transform::turned(plan, selection, about, by));
    Edit::Reshape(Gesture::Rotate, shapes)
}

/// The booths, walls, columns, doors and texts of the selection a second time, with the next free numbers, on the nearest floor of the
/// hall that is free of booths: to the right of the first ones, else below, to the left or above. Where none is free, one `step` beside
/// them, on top, but in the hall. `None` where nothing of this kind is selected.
#[must_use]
pub fn duplicate(selection: &Objects, plan: &Plan, index: &Index, hall: HallId, step: Length) -> Option<Edit> {
    let things = Clipboard::copy(plan, selection);
    let bounds = selection_bounds(plan, &Objects { maps: std::collections::BTreeSet::new(), ..selection.clone() })?;
    things.put(hall, beside(bounds, plan, index, hall, step)?, Origin::Duplicated)
}

/// What was copied once more where it was, if that floor is free, else beside it as [`duplicate`] does.
#[must_use]
pub fn paste_beside(things: &Clipboard, plan: &Plan, index: &Index, hall: HallId, step: Length) -> Option<Edit> {
    let bounds = things.bounds()?;
    let floor = &plan.get(hall)?.outline;
    let by = if holds(floor, bounds) && is_free(index, hall, bounds) {
        Offset::ZERO
    } else {
        beside(bounds, plan, index, hall, step)?
    };
    things.put(hall, by, Origin::Pasted)
}

/// How many times its own size away a free place is looked for.
const FARTHEST: i64 = 12;

/// How far a box is moved to a free place beside it.
fn beside(bounds: Bounds, plan: &Plan, index: &Index, hall: HallId, step: Length) -> Option<Offset> {
    let floor = &plan.get(hall)?.outline;
    let size = bounds.size();
    let around = |across: Length, down: Length| {
        let (right, below) = (Offset::new(across, Length::ZERO), Offset::new(Length::ZERO, down));
        [right, below, -right, -below]
    };
    let places = || (1..=FARTHEST).flat_map(|times| around(size.width * times, size.depth * times));
    let is_free = |by: &Offset| is_free(index, hall, bounds.moved(*by));
    let is_inside = |by: &Offset| holds(floor, bounds.moved(*by));
    let step = if step > Length::ZERO { step } else { Length::METRE };
    let near = [(step, step), (-step, step), (step, -step), (-step, -step)].map(|(x, y)| Offset::new(x, y));
    let inside = places().filter(is_inside).find(is_free).or_else(|| near.into_iter().find(is_inside));
    // Only what stands outside itself has a copy outside.
    inside.or_else(|| places().find(|by| !holds(floor, bounds) && is_free(by))).or(Some(near[0]))
}

/// Whether no booth stands in a box; those that only touch it do not.
fn is_free(index: &Index, hall: HallId, bounds: Bounds) -> bool {
    index.booths_in(hall, bounds.grown(-Length::from_tenths(1))).is_empty()
}

/// Whether a box lies on the hall's floor.
fn holds(floor: &Outline, bounds: Bounds) -> bool {
    floor.bounds().encloses(bounds) && Outline::from_bounds(bounds).corners().into_iter().all(|corner| floor.contains(corner))
}
