//! Things put in order by exact figures: aligned, distributed, mirrored, turned about a point, arranged to a given aisle. What is
//! grouped stays together.

use std::collections::BTreeMap;

use super::frame::selection_bounds;
use super::{mirror_line, transform};
use crate::edit::{Edit, Gesture, Objects, Shapes};
use crate::geometry::{Angle, Bounds, Length, Mirror, Offset, Point};
use crate::plan::{Binding, GroupId, Plan};

/// The narrowest gap between rows that is an aisle; what is closer belongs to one row.
const LEAST_AISLE: Length = Length::from_mm(500);

/// A line on which things come to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Alignment {
    /// Their left sides on that of the leftmost.
    Left,
    /// Their middles, across.
    Centre,
    /// Their right sides.
    Right,
    /// Their upper sides.
    Top,
    /// Their middles, up and down.
    Middle,
    /// Their lower sides.
    Bottom,
}

/// From left to right, or from above to below.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Across {
    /// From left to right.
    LeftRight,
    /// From above to below.
    TopBottom,
}

impl Across {
    pub(super) fn span(self, bounds: Bounds) -> (Length, Length) {
        match self {
            Self::LeftRight => (bounds.min().x, bounds.max().x),
            Self::TopBottom => (bounds.min().y, bounds.max().y),
        }
    }

    const fn offset(self, by: Length) -> Offset {
        match self {
            Self::LeftRight => Offset::new(by, Length::ZERO),
            Self::TopBottom => Offset::new(Length::ZERO, by),
        }
    }
}

/// What is distributed evenly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Evenly {
    /// The gaps between neighbours become equal.
    Gaps,
    /// The middles become equally far apart.
    Centres,
}

/// Something that moves as one: a thing, or a group.
struct Unit {
    objects: Objects,
    bounds: Bounds,
}

fn units(plan: &Plan, selection: &Objects) -> Vec<Unit> {
    let mut groups: BTreeMap<GroupId, Objects> = BTreeMap::new();
    let mut alone = Vec::new();
    let mut add = |binding: Binding, put: &dyn Fn(&mut Objects)| match binding.group {
        Some(group) => put(groups.entry(group).or_default()),
        None => {
            let mut objects = Objects::default();
            put(&mut objects);
            alone.push(objects);
        }
    };
    for (id, booth) in selection.booths.iter().filter_map(|id| Some((*id, plan.get(*id)?))) {
        add(booth.binding, &|objects| objects.booths.extend([id]));
    }
    for (id, structure) in selection.structures.iter().filter_map(|id| Some((*id, plan.get(*id)?))) {
        add(structure.binding, &|objects| objects.structures.extend([id]));
    }
    for (id, map) in selection.maps.iter().filter_map(|id| Some((*id, plan.get(*id)?))) {
        add(map.binding, &|objects| objects.maps.extend([id]));
    }
    let all = groups.into_values().chain(alone);
    all.filter_map(|objects| Some(Unit { bounds: selection_bounds(plan, &objects)?, objects })).collect()
}

/// How many things of a selection can be put in order; a group is one.
#[must_use]
pub fn unit_count(plan: &Plan, selection: &Objects) -> usize {
    units(plan, selection).len()
}

/// Each unit moved by its own way; those that stay where they are are no part of the edit.
fn moved(plan: &Plan, gesture: Gesture, ways: impl IntoIterator<Item = (Unit, Offset)>) -> Edit {
    let mut all = Shapes::default();
    for (unit, by) in ways {
        if by != Offset::ZERO {
            let shapes = transform::moved(plan, &unit.objects, by);
            all.booths.extend(shapes.booths);
            all.structures.extend(shapes.structures);
            all.maps.extend(shapes.maps);
        }
    }
    Edit::Reshape(gesture, all)
}

/// All that is selected, on one line of the box around it.
#[must_use]
pub fn align_things(selection: &Objects, plan: &Plan, alignment: Alignment) -> Edit {
    let units = units(plan, selection);
    let whole = units.iter().map(|unit| unit.bounds).reduce(Bounds::union);
    let ways = units.into_iter().filter_map(|unit| {
        let (own, whole) = (unit.bounds, whole?);
        let way = |across: Across, place: fn((Length, Length), (Length, Length)) -> Length| {
            across.offset(place(across.span(own), across.span(whole)))
        };
        let middle = |(from, to): (Length, Length), (first, last): (Length, Length)| ((first + last) - (from + to)) / 2;
        let by = match alignment {
            Alignment::Left => way(Across::LeftRight, |own, whole| whole.0 - own.0),
            Alignment::Right => way(Across::LeftRight, |own, whole| whole.1 - own.1),
            Alignment::Centre => way(Across::LeftRight, middle),
            Alignment::Top => way(Across::TopBottom, |own, whole| whole.0 - own.0),
            Alignment::Bottom => way(Across::TopBottom, |own, whole| whole.1 - own.1),
            Alignment::Middle => way(Across::TopBottom, middle),
        };
        Some((unit, by))
    });
    moved(plan, Gesture::Align, ways)
}

/// The part `count` of `all` of a length, rounded to the nearest tenth of a millimetre.
fn part(length: Length, count: usize, all: usize) -> Length {
    let (count, all) = (i128::try_from(count).unwrap_or(0), i128::try_from(all.max(1)).unwrap_or(1));
    let tenths = (2 * i128::from(length.tenths()) * count + all).div_euclid(2 * all);
    Length::from_tenths(i64::try_from(tenths).unwrap_or_default())
}

/// All that is selected at equal distances between the first and the last, which stay where they are.
#[must_use]
pub fn distribute(selection: &Objects, plan: &Plan, across: Across, evenly: Evenly) -> Edit {
    let mut units = units(plan, selection);
    let span = |unit: &Unit| across.span(unit.bounds);
    units.sort_by_key(|unit| {
        let (from, to) = span(unit);
        (from + to, from)
    });
    let steps = units.len().saturating_sub(1);
    let (Some(first), Some(last)) = (units.first().map(span), units.last().map(span)) else {
        return Edit::Reshape(Gesture::Distribute, Shapes::default());
    };
    let taken: Length = units.iter().map(span).map(|(from, to)| to - from).sum();
    let free = (last.1 - first.0) - taken;
    let twice_between = (last.0 + last.1) - (first.0 + first.1);
    let mut before = Length::ZERO;
    let ways: Vec<_> = units
        .into_iter()
        .enumerate()
        .map(|(place, unit)| {
            let (from, to) = span(&unit);
            let by = match evenly {
                _ if place == 0 || place == steps => Length::ZERO,
                Evenly::Gaps => first.0 + before + part(free, place, steps) - from,
                Evenly::Centres => ((first.0 + first.1) + part(twice_between, place, steps) - (from + to)) / 2,
            };
            before += to - from;
            (unit, across.offset(by))
        })
        .collect();
    moved(plan, Gesture::Distribute, ways)
}

/// All that is selected, mirrored about the middle of the box around it. Words stay readable, and pictures are not turned inside out:
/// they only change their place.
#[must_use]
pub fn mirror(selection: &Objects, plan: &Plan, across: Across) -> Edit {
    let Some(twice) = mirror_line::twice_the_middle(plan, selection, across) else {
        return Edit::Reshape(Gesture::Mirror, Shapes::default());
    };
    let mirror = if across == Across::LeftRight { Mirror::LeftRight(twice) } else { Mirror::TopBottom(twice) };
    let booths = selection.booths.iter().filter_map(|id| Some((*id, plan.get(*id)?.outline.mirrored(mirror))));
    let structures = selection.structures.iter().filter_map(|id| Some((*id, plan.get(*id)?.shape.mirrored(mirror))));
    let maps = selection.maps.iter().filter_map(|id| Some((*id, plan.get(*id)?.mirrored(mirror))));
    let mut shapes = Shapes { booths: booths.collect(), structures: structures.collect(), maps: maps.collect() };
    shapes.booths.retain(|(id, outline)| plan.get(*id).is_some_and(|booth| booth.outline != *outline));
    shapes.structures.retain(|(id, shape)| plan.get(*id).is_some_and(|structure| structure.shape != *shape));
    shapes.maps.retain(|(id, placement)| plan.get(*id).is_some_and(|map| map.placement != *placement));
    Edit::Reshape(Gesture::Mirror, shapes)
}

/// All that is selected, turned about a point.
#[must_use]
pub fn rotate_about(selection: &Objects, plan: &Plan, about: Point, by: Angle) -> Edit {
    let shapes = if by == Angle::ZERO { Shapes::default() } else { transform::turned(plan, selection, about, by) };
    Edit::Reshape(Gesture::Rotate, shapes)
}

/// The rows of a selection, from the first to the last: things between which there is no aisle.
fn rows(units: Vec<Unit>, across: Across) -> Vec<(Vec<Unit>, (Length, Length))> {
    let mut units = units;
    units.sort_by_key(|unit| across.span(unit.bounds));
    let mut rows: Vec<(Vec<Unit>, (Length, Length))> = Vec::new();
    for unit in units {
        let (from, to) = across.span(unit.bounds);
        match rows.last_mut() {
            Some((row, span)) if from - span.1 < LEAST_AISLE => {
                row.push(unit);
                span.1 = span.1.max(to);
            }
            _ => rows.push((vec![unit], (from, to))),
        }
    }
    rows
}

/// How many rows of a selection an aisle runs between, one above the other or one beside the other.
#[must_use]
pub fn row_count(selection: &Objects, plan: &Plan, across: Across) -> usize {
    rows(units(plan, selection), across).len()
}

/// The rows of the selection moved so that every aisle between them is exactly so wide; the first row stays.
#[must_use]
pub fn arrange_to_aisle(selection: &Objects, plan: &Plan, across: Across, aisle: Length) -> Edit {
    let mut next: Option<Length> = None;
    let mut ways = Vec::new();
    for (row, (from, to)) in rows(units(plan, selection), across) {
        let by = next.map_or(Length::ZERO, |next| next - from);
        next = Some(to + by + aisle);
        ways.extend(row.into_iter().map(|unit| (unit, across.offset(by))));
    }
    moved(plan, Gesture::Aisles, ways)
}
