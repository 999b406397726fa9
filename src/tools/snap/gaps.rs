//! The gaps in a row of things: between neighbours, and between them and the hall's outline.

use super::{Axis, LineOf, Targets};
use crate::geometry::{Bounds, Length};
use crate::tools::{Distance, DistanceKind};

/// Gaps that differ by no more than this are equal: a gap halved may leave a tenth of a millimetre.
const SAME: Length = Length::from_tenths(1);
/// Other gaps of the row that are shown with a gap equal to them.
const MOST_EQUAL: usize = 2;

/// What stands beside something along an axis, from the left to the right or from above to below.
pub(super) struct Row {
    axis: Axis,
    /// From where to where, and where between across the axis.
    things: Vec<(Length, Length, Length)>,
}

/// A gap between two things of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Gap {
    from: Length,
    pub(super) wide: Length,
    across: Length,
}

impl Row {
    /// What stands beside a box.
    pub(super) fn beside(axis: Axis, moving: Bounds, targets: &Targets) -> Self {
        let across = axis.other();
        let (near, far) = across.span(moving);
        let is_beside = |(from, to): (Length, Length)| from < far && near < to;
        let boxes = targets.boxes.iter().map(|target| (axis.span(*target), across.span(*target)));
        let sides = targets.lines.iter().filter(|(line, of)| *of == LineOf::Hall && axis.is_across(*line));
        let sides = sides.map(|(line, _)| {
            let at = axis.of(line.from);
            ((at, at), across.span(line.bounds()))
        });
        let beside = boxes.chain(sides).filter(|(_, span)| is_beside(*span));
        let mut things: Vec<_> = beside.map(|((from, to), span)| (from, to, (span.0.max(near) + span.1.min(far)) / 2)).collect();
        things.sort_unstable();
        Self { axis, things }
    }

    /// Where the last thing ends that lies before a place.
    pub(super) fn before(&self, place: Length) -> Option<Length> {
        self.things.iter().map(|(_, to, _)| *to).filter(|to| *to <= place).max()
    }

    /// Where the first thing begins that lies behind a place.
    pub(super) fn after(&self, place: Length) -> Option<Length> {
        self.things.iter().map(|(from, ..)| *from).filter(|from| *from >= place).min()
    }

    /// The gaps between neighbours, those to the hall's outline left out.
    pub(super) fn gaps(&self) -> impl Iterator<Item = Gap> + '_ {
        let mut end: Option<Length> = None;
        let things = self.things.iter().filter(|(from, to, _)| from != to);
        things.filter_map(move |(from, to, across)| {
            let before = end.replace(end.map_or(*to, |end| end.max(*to)))?;
            (*from > before).then_some(Gap { from: before, wide: *from - before, across: *across })
        })
    }

    fn distance(&self, from: Length, to: Length, across: Length, kind: DistanceKind) -> Distance {
        Distance { from: self.axis.point(from, across), to: self.axis.point(to, across), kind }
    }
}

/// The gaps between a box and the nearest neighbour to the left, to the right, above and below, as far as there is one
/// beside it within reach; else the hall's outline. Neighbours that touch it leave no gap. Gaps that are as wide as another one of
/// the row say so and show it, others are told apart where they are as wide as the usual aisle.
#[must_use]
pub fn distances(moving: Bounds, targets: &Targets) -> Vec<Distance> {
    let mut found = Vec::new();
    for axis in [Axis::X, Axis::Y] {
        let row = Row::beside(axis, moving, targets);
        let (low, high) = axis.span(moving);
        let is_gap = |gap: Length| gap > Length::ZERO && gap <= targets.reach;
        let nearest_before = row.things.iter().filter(|(_, to, _)| *to <= low).max_by_key(|(_, to, _)| *to);
        let nearest_after = row.things.iter().filter(|(from, ..)| *from >= high).min_by_key(|(from, ..)| *from);
        let before = nearest_before.filter(|(_, to, _)| is_gap(low - *to)).map(|(_, to, across)| (*to, low, *across));
        let after = nearest_after.filter(|(from, ..)| is_gap(*from - high)).map(|(from, _, across)| (high, *from, *across));
        let both = [before, after].into_iter().flatten();
        for (from, to, across) in both {
            let same = |other: &Gap| (other.wide - (to - from)).abs() <= SAME;
            let others: Vec<_> = row.gaps().filter(|gap| same(gap) && (gap.from, gap.across) != (from, across)).collect();
            let as_the_other_side = match (before, after) {
                (Some(before), Some(after)) => ((before.1 - before.0) - (after.1 - after.0)).abs() <= SAME,
                _ => false,
            };
            let kind = match () {
                () if !targets.is_suspended() && (as_the_other_side || !others.is_empty()) => DistanceKind::Equal,
                () if !targets.is_suspended() && to - from == targets.aisle => DistanceKind::Aisle,
                () => DistanceKind::Gap,
            };
            found.push(row.distance(from, to, across, kind));
            if kind == DistanceKind::Equal {
                let shown = others.iter().take(MOST_EQUAL);
                found.extend(shown.map(|gap| row.distance(gap.from, gap.from + gap.wide, gap.across, kind)));
            }
        }
    }
    let mut seen = std::collections::HashSet::new();
    found.retain(|distance| seen.insert((distance.from, distance.to)));
    found
}
