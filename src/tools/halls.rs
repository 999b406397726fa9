//! Things that go to another hall: where there is room for them.

use super::frame::selection_bounds;
use crate::edit::{Edit, Objects};
use crate::geometry::{Bounds, Length, Offset, Point};
use crate::index::Index;
use crate::plan::{HallId, Plan};

/// How many places along each side are looked at.
const PLACES: i64 = 60;

/// The edit that takes what is selected to a hall: to the same place where it fits there and no booth stands, else to the first
/// free place inside, else to the hall's left top corner. `None` where nothing is selected or there is no such hall.
#[must_use]
pub fn to_hall(selection: &Objects, plan: &Plan, index: &Index, hall: HallId) -> Option<Edit> {
    let things = selection_bounds(plan, selection)?;
    let floor = plan.get(hall)?.outline.bounds();
    // Booths that only touch the new place do not stand on it.
    let inner = |bounds: Bounds| bounds.grown(-Length::from_tenths(1));
    let fits = |by: &Offset| {
        let place = things.moved(*by);
        floor.encloses(place) && index.booths_in(hall, inner(place)).is_empty()
    };
    let by = [Offset::ZERO].into_iter().chain(places(things, floor)).find(fits);
    let by = by.unwrap_or(floor.min() - things.min());
    Some(Edit::MoveToHall { objects: selection.clone(), hall, by })
}

/// Places inside a floor from the left top on, row by row, at whole half metres.
fn places(things: Bounds, floor: Bounds) -> impl Iterator<Item = Offset> {
    let (room, size) = (floor.size(), things.size());
    let grid = Length::from_mm(500);
    let step = |free: Length| Length::from_tenths((free.tenths() / PLACES).max(grid.tenths())).rounded_to(grid);
    let (across, down) = (room.width - size.width, room.depth - size.depth);
    let along = |free: Length, step: Length| {
        (0..=PLACES).map(move |place| step * place).take_while(move |way| free >= Length::ZERO && *way <= free)
    };
    let (step_across, step_down) = (step(across), step(down));
    along(down, step_down).flat_map(move |y| {
        along(across, step_across).map(move |x| Point::new(floor.min().x + x, floor.min().y + y) - things.min())
    })
}
