//! What locks hold: a locked thing keeps its place, its shape and its life. Number, exhibitor, category, note and layer are
//! free. Looked at once, in what an edit has changed, so that no way of changing things can forget it.

use std::collections::BTreeSet;

use super::Refusal;
use crate::plan::{Binding, Booth, Change, Delta, HallId, HallMap, Plan, Structure, StructureShape};

/// Refuses a change that moves, reshapes or removes what was locked before it and is not unlocked by it. Halls that change as a
/// whole take what is locked in them with them.
pub(super) fn check(before: &Plan, change: &Change, whole: &BTreeSet<HallId>) -> Result<(), Refusal> {
    let holds = |was: Binding, is: Option<Binding>, hall: HallId| {
        before.is_locked(was) && is.is_none_or(|is| before.is_locked(is)) && !whole.contains(&hall)
    };
    let booth = |delta: &&Delta<_, Booth>| {
        broken(delta, |was, is| {
            let moved = is.is_none_or(|is| (&is.outline, is.hall) != (&was.outline, was.hall));
            moved && holds(was.binding, is.map(|is| is.binding), was.hall)
        })
    };
    let structure = |delta: &&Delta<_, Structure>| {
        broken(delta, |was, is| {
            let moved = is.is_none_or(|is| is.hall != was.hall || !is_in_place(&was.shape, &is.shape));
            moved && holds(was.binding, is.map(|is| is.binding), was.hall)
        })
    };
    let map = |delta: &&Delta<_, HallMap>| {
        broken(delta, |was, is| {
            // Another sheet brings a placement of its own: it lies where the one before lay.
            let moved = is.is_none_or(|is| {
                let same_sheet = (&is.file, is.page) == (&was.file, was.page);
                is.hall != was.hall || is.placement != was.placement && same_sheet
            });
            moved && holds(was.binding, is.map(|is| is.binding), was.hall)
        })
    };
    let booths: Vec<_> = change.booths.iter().filter(booth).filter_map(|delta| delta.before.as_ref()).collect();
    let others = change.structures.iter().filter(structure).count() + change.maps.iter().filter(map).count();
    match booths.as_slice() {
        [] if others == 0 => Ok(()),
        [booth] if others == 0 => Err(Refusal::BoothLocked(booth.number.clone())),
        _ => Err(Refusal::Locked { count: booths.len() + others }),
    }
}

/// Whether a shape is where it was: a zone may have other words and another category.
fn is_in_place(was: &StructureShape, is: &StructureShape) -> bool {
    match (was, is) {
        (StructureShape::Zone { outline: was, .. }, StructureShape::Zone { outline: is, .. }) => was == is,
        _ => was == is,
    }
}

fn broken<I, R>(delta: &Delta<I, R>, is_broken: impl Fn(&R, Option<&R>) -> bool) -> bool {
    delta.before.as_ref().is_some_and(|was| is_broken(was, delta.after.as_deref()))
}
