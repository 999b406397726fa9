//! Selecting booths with the keys: the next one in a direction, the next one in the order of numbers.

use super::reach;
use crate::edit::Objects;
use crate::geometry::{Bounds, Length, Point};
use crate::index::Index;
use crate::plan::{Booth, BoothId, HallId, Plan};

/// An arrow key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// To smaller x.
    Left,
    /// To larger x.
    Right,
    /// To smaller y.
    Up,
    /// To larger y.
    Down,
}

impl Direction {
    /// How far a box reaches in this direction.
    fn reach(self, bounds: Bounds) -> Length {
        match self {
            Self::Left => -bounds.min().x,
            Self::Right => bounds.max().x,
            Self::Up => -bounds.min().y,
            Self::Down => bounds.max().y,
        }
    }

    /// How far a point is ahead of another, and how far beside it.
    fn ahead_and_beside(self, from: Point, to: Point) -> (Length, Length) {
        let way = to - from;
        match self {
            Self::Left => (-way.x, way.y.abs()),
            Self::Right => (way.x, way.y.abs()),
            Self::Up => (-way.y, way.x.abs()),
            Self::Down => (way.y, way.x.abs()),
        }
    }
}

/// The selection with the next booth in a direction: beside each of those that reach farthest there, so that a whole row
/// of selected booths grows by the row beside it.
#[must_use]
pub fn extend(selection: &Objects, direction: Direction, plan: &Plan, index: &Index, hall: HallId) -> Objects {
    let boxes: Vec<_> = boxes(selection, plan).collect();
    let Some(farthest) = boxes.iter().map(|bounds| direction.reach(*bounds)).max() else {
        return next_booth(selection, direction, plan, index, hall).map_or_else(Objects::default, |id| Objects::of_booths([id]));
    };
    let mut extended = selection.clone();
    let front = boxes.into_iter().filter(|bounds| direction.reach(*bounds) == farthest);
    extended.booths.extend(front.filter_map(|bounds| nearest(bounds, direction, selection, (plan, index), hall)));
    extended
}

/// The boxes around the selected booths.
fn boxes(selection: &Objects, plan: &Plan) -> impl Iterator<Item = Bounds> {
    selection.booths.iter().filter_map(|id| Some(plan.get(*id)?.outline.bounds()))
}

/// The next booth in a direction from the selected ones; the hall's first one where none is selected.
#[must_use]
pub fn next_booth(selection: &Objects, direction: Direction, plan: &Plan, index: &Index, hall: HallId) -> Option<BoothId> {
    match boxes(selection, plan).max_by_key(|bounds| direction.reach(*bounds)) {
        Some(from) => nearest(from, direction, selection, (plan, index), hall),
        None => next_in_order(selection, true, plan, hall),
    }
}

/// The next booth of the hall in the natural order of numbers, or the one before; from the last on to the first.
#[must_use]
pub fn next_in_order(selection: &Objects, forward: bool, plan: &Plan, hall: HallId) -> Option<BoothId> {
    let is_shown = |booth: &std::sync::Arc<Booth>| booth.hall == hall && !plan.is_hidden(booth.binding);
    let booths: Vec<_> = plan.booths_by_number().filter(|id| plan.get(*id).is_some_and(is_shown)).collect();
    let is_selected = |id: &BoothId| selection.booths.contains(id);
    let next = if forward {
        booths.iter().rposition(is_selected).and_then(|last| booths.get(last + 1)).or(booths.first())
    } else {
        booths.iter().position(is_selected).and_then(|first| booths.get(first.checked_sub(1)?)).or(booths.last())
    };
    next.copied()
}

/// The booth that a person would call the next one in a direction: near, and rather straight ahead than beside.
fn nearest(
    from: Bounds,
    direction: Direction,
    selection: &Objects,
    (plan, index): (&Plan, &Index),
    hall: HallId,
) -> Option<BoothId> {
    // Most booths have a neighbour; only for the others is the search wide.
    [Length::METRE * 6, Length::METRE * 30, Length::METRE * 300, Length::LIMIT * 2].into_iter().find_map(|far| {
        let near = reach::neighbours(plan, index, hall, from, far).into_iter().filter(|(id, _)| !selection.booths.contains(id));
        let ahead = near.filter_map(|(id, bounds)| {
            let (ahead, beside) = direction.ahead_and_beside(from.centre(), bounds.centre());
            (ahead > Length::ZERO && ahead >= beside).then_some((ahead + beside * 2, id))
        });
        ahead.min().map(|(_, id)| id)
    })
}
