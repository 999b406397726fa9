//! What keys do to the selection without the pointer: nudge, rotate, duplicate.

use super::frame::{frame, selection_bounds};
use super::{Clipboard, transform};
use crate::edit::{Edit, Gesture, Objects, Origin, Shapes};
use crate::geometry::{Angle, Bounds, Length, Offset};
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

/// The booths, walls, columns, doors and texts of the selection a second time, with the next free numbers: to the right of
/// the first ones, else below, to the left or above, wherever there is floor free of booths in the hall. `None` where
/// nothing of this kind is selected.
#[must_use]
pub fn duplicate(selection: &Objects, plan: &Plan, index: &Index, hall: HallId) -> Option<Edit> {
    let things = Clipboard::copy(plan, selection);
    let bounds = selection_bounds(plan, &Objects { maps: std::collections::BTreeSet::new(), ..selection.clone() })?;
    let size = bounds.size();
    let beside = [
        Offset::new(size.width, Length::ZERO),
        Offset::new(Length::ZERO, size.depth),
        Offset::new(-size.width, Length::ZERO),
        Offset::new(Length::ZERO, -size.depth),
    ];
    // Booths that only touch the new place do not stand on it.
    let inner = |bounds: Bounds| bounds.grown(-Length::from_tenths(1));
    let is_free = |by: &Offset| index.booths_in(hall, inner(bounds.moved(*by))).is_empty();
    let floor = plan.get(hall)?.outline.bounds();
    let free: Vec<_> = beside.into_iter().filter(is_free).collect();
    let in_hall = free.iter().find(|by| floor.encloses(bounds.moved(**by)));
    let by = in_hall.or(free.first()).copied().unwrap_or(Offset::new(Length::METRE, Length::METRE));
    things.put(hall, by, Origin::Duplicated)
}
