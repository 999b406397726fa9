//! Aligns a map: a point of it, where that belongs, a second point, where that belongs. The map is moved, turned and scaled so that
//! both fit, and shown so while the pointer moves.

use std::collections::BTreeSet;

use super::snap::{Edges, Targets, guides, oblique_guides, snap};
use super::{Context, Cursor, Distance, DrawKey, Event, Guide, Hint, Modifiers, Preview, Step, calibrate};
use crate::edit::{Edit, Gesture, MapChange, Objects, Shapes};
use crate::geometry::{Angle, Bounds, Length, Offset, Outline, Point};
use crate::plan::{HallMap, MapId, Placement};

/// A point of a map as it lies in the plan, and where it belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Where it lies.
    pub from: Point,
    /// Where it belongs.
    pub to: Point,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct AlignMapTool {
    map: Option<MapId>,
    first: Option<Pair>,
    /// The point of the map that was clicked last; where it belongs is not known yet.
    from: Option<Point>,
    /// Where the button went down, while it is down.
    pressed: Option<Point>,
}

impl AlignMapTool {
    pub(super) const fn is_idle(&self) -> bool {
        self.map.is_none()
    }

    pub(super) fn handle(&mut self, event: &Event, context: &Context<'_>) -> Step {
        match *event {
            Event::Press { at, modifiers, .. } if self.from.is_some() => self.put(context, at, modifiers),
            Event::Press { at, modifiers, .. } => {
                self.take(context, at, modifiers);
                Step::showing(self.preview(context, at, modifiers))
            }
            Event::Move { at, modifiers } => Step::showing(self.preview(context, at, modifiers)),
            Event::Release { at, modifiers } => match self.pressed.take() {
                // Dragged from the one to the other.
                Some(pressed) if self.from.is_some() && context.is_drag(pressed, at) => self.put(context, at, modifiers),
                _ => Step::showing(self.preview(context, at, modifiers)),
            },
            Event::Cancel => {
                *self = Self::default();
                Step::showing(Preview::idle(Cursor::Cross, Hint::AlignMap))
            }
        }
    }

    /// Enter leaves the map moved by its first point; Backspace takes the last click back.
    pub(super) fn press_key(&mut self, key: DrawKey, context: &Context<'_>) -> Step {
        let at = self.from.or(self.first.map(|pair| pair.to)).unwrap_or_default();
        match (key, self.map, self.first, self.from) {
            (DrawKey::Finish, Some(id), Some(first), _) => {
                *self = Self::default();
                let shapes = context.plan.get(id).map(|map| (id, moved(map, first)));
                let shapes = Shapes { maps: shapes.into_iter().collect(), ..Shapes::default() };
                let edit = Some(Edit::Reshape(Gesture::Move, shapes));
                Step { edit, ..Step::showing(Preview::idle(Cursor::Cross, Hint::AlignMap)) }
            }
            (DrawKey::Back, _, _, Some(_)) => {
                self.from = None;
                self.map = self.map.filter(|_| self.first.is_some());
                Step::showing(self.preview(context, at, Modifiers::default()))
            }
            (DrawKey::Back, _, Some(first), None) => {
                (self.from, self.first) = (Some(first.from), None);
                Step::showing(self.preview(context, at, Modifiers::default()))
            }
            _ => Step::showing(self.preview(context, at, Modifiers::default())),
        }
    }

    /// A point of the map is clicked.
    fn take(&mut self, context: &Context<'_>, at: Point, modifiers: Modifiers) {
        let map = self.map.or_else(|| calibrate::map_to_measure(context, at).filter(|id| !is_locked(context, *id)));
        let Some(map) = map else { return };
        let from = self.on_map(context, map, at, modifiers).0;
        // Two points that are one tell no direction.
        let is_other = self.first.is_none_or(|first| first.from.distance(from) >= context.points(super::DRAG_THRESHOLD));
        if is_other {
            (self.map, self.from, self.pressed) = (Some(map), Some(from), Some(at));
        }
    }

    /// The place is clicked where the point belongs.
    fn put(&mut self, context: &Context<'_>, at: Point, modifiers: Modifiers) -> Step {
        self.pressed = None;
        let (Some(id), Some(from)) = (self.map, self.from) else { return Step::default() };
        let pair = Pair { from, to: target(context, id, at, modifiers).0 };
        let Some(first) = self.first else {
            (self.first, self.from) = (Some(pair), None);
            return Step::showing(self.preview(context, at, modifiers));
        };
        let placement = context.plan.get(id).and_then(|map| aligned(map, first, pair, keeps_scale(context, modifiers)));
        let Some(placement) = placement else { return Step::showing(self.preview(context, at, modifiers)) };
        *self = Self::default();
        let edit = Some(Edit::ChangeMap(id, MapChange::Align(placement)));
        Step { edit, ..Step::showing(Preview::idle(Cursor::Cross, Hint::AlignMap)) }
    }

    /// The point of the map under the pointer, as it lies in the plan: on one of its lines, where one is near.
    fn on_map(&self, context: &Context<'_>, id: MapId, at: Point, modifiers: Modifiers) -> (Point, Vec<Guide>) {
        // The map is shown moved by its first point.
        let shown_by = self.first.map_or(Offset::ZERO, |first| first.to - first.from);
        let at = at + (Point::ORIGIN - (Point::ORIGIN + shown_by));
        if !context.snaps(modifiers) {
            return (at, Vec::new());
        }
        let others: BTreeSet<_> = context.index.maps(context.hall).filter(|other| *other != id).collect();
        let spot = Bounds::between(at, at);
        let near = Targets::of_map_lines(context, spot, &others);
        let (at, guides) = snapped(at, &near);
        let moved = |guide: Guide| Guide { from: guide.from + shown_by, to: guide.to + shown_by, ..guide };
        (at, guides.into_iter().map(moved).collect())
    }

    fn preview(&self, context: &Context<'_>, at: Point, modifiers: Modifiers) -> Preview {
        let Some((id, map)) = self.map.and_then(|id| Some((id, context.plan.get(id)?))) else {
            return hover(context, at);
        };
        let showing = |placement: Placement, hint| Preview {
            shapes: Shapes { maps: vec![(id, placement)], ..Shapes::default() },
            ..Preview::idle(Cursor::Cross, hint)
        };
        let line = |pair: Pair| Distance::measured(pair.from, pair.to);
        match (self.first, self.from) {
            (None, Some(from)) => {
                let (to, guides) = target(context, id, at, modifiers);
                let pair = Pair { from, to };
                Preview { distances: vec![line(pair)], guides, ..showing(moved(map, pair), Hint::AligningMap) }
            }
            (Some(first), None) => {
                let (_, guides) = self.on_map(context, id, at, modifiers);
                Preview { corners: vec![first.to], guides, ..showing(moved(map, first), Hint::AlignMapSecond) }
            }
            (Some(first), Some(from)) => {
                let (to, guides) = target(context, id, at, modifiers);
                let pair = Pair { from, to };
                let placement = aligned(map, first, pair, keeps_scale(context, modifiers));
                let placement = placement.unwrap_or_else(|| moved(map, first));
                let shown = pair.from + (first.to - first.from);
                let distances = vec![Distance::measured(shown, to)];
                Preview { distances, corners: vec![first.to], guides, ..showing(placement, Hint::AligningMapSecond) }
            }
            (None, None) => hover(context, at),
        }
    }
}

fn hover(context: &Context<'_>, at: Point) -> Preview {
    match calibrate::map_to_measure(context, at) {
        Some(id) if is_locked(context, id) => Preview::idle(Cursor::NotAllowed, Hint::MapLocked),
        Some(_) => Preview::idle(Cursor::Cross, Hint::AlignMap),
        None => Preview::idle(Cursor::NotAllowed, Hint::NoPictureHere),
    }
}

fn is_locked(context: &Context<'_>, id: MapId) -> bool {
    context.plan.get(id).is_some_and(|map| context.plan.is_locked(map.binding))
}

const fn keeps_scale(context: &Context<'_>, modifiers: Modifiers) -> bool {
    modifiers.shift || context.settings.keep_map_scale
}

/// Where a point of a map belongs: on what is drawn, but not on the map's own lines, nor on the grid, which knows nothing of the hall.
fn target(context: &Context<'_>, id: MapId, at: Point, modifiers: Modifiers) -> (Point, Vec<Guide>) {
    let except = Objects { maps: [id].into(), ..Objects::default() };
    let shift = Modifiers { shift: false, ..modifiers };
    let targets = Targets { grid: Length::ZERO, ..Targets::near(context, Bounds::between(at, at), &except, shift) };
    snapped(at, &targets)
}

fn snapped(at: Point, targets: &Targets) -> (Point, Vec<Guide>) {
    let edges = Edges { left: true, top: true, ..Edges::default() };
    let at = at + snap(Bounds::between(at, at), &[at], edges, targets);
    let mut shown = guides(Bounds::between(at, at), edges, targets);
    shown.extend(oblique_guides(&[at], targets));
    (at, shown)
}

/// Where a map lies when one of its points was moved to where it belongs.
fn moved(map: &HallMap, pair: Pair) -> Placement {
    Placement { origin: map.placement.origin + (pair.to - pair.from), ..map.placement }
}

/// Where a map lies when two of its points lie where they belong; where it keeps its scale, the first one does, and the second one
/// lies in the right direction. `None` where two of the points are one, or the map would be beyond all limits.
#[must_use]
pub fn aligned(map: &HallMap, first: Pair, second: Pair, keep_scale: bool) -> Option<Placement> {
    let (is, should) = (second.from - first.from, second.to - first.to);
    let length = |way: Offset| way.x.metres().hypot(way.y.metres());
    let least = Outline::LEAST.metres();
    if length(is) < least || length(should) < least {
        return None;
    }
    let width = if keep_scale {
        map.placement.width
    } else {
        Length::from_metres(map.placement.width.metres() * length(should) / length(is))?
    };
    let direction = |way: Offset| way.y.metres().atan2(way.x.metres()).to_degrees();
    let turn = Angle::from_degrees(direction(should) - direction(is))?;
    let point = map.sheet_to_hall().back(first.from);
    calibrate::valid(map, map.placed_by(point, first.to, width, map.placement.angle + turn))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::plan::{EmbeddedFile, IdMint};

    fn map(angle: i64) -> HallMap {
        let angle = Angle::from_thousandths(angle);
        let placement = Placement { origin: Point::from_mm(3_000, -2_000), width: Length::METRE * 60, angle };
        let file = EmbeddedFile::new(Vec::new());
        HallMap::new(IdMint::new(1, 0).mint(), String::new(), file, (600_000, 400_000), placement)
    }

    /// A thousandth of a degree over the longest way in these tests, and what is rounded.
    const NEAR: Length = Length::from_tenths(20);

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn both_points_lie_where_they_belong(
            angle in 0_i64..360_000,
            points in prop::array::uniform8(-40_000_i64..40_000),
            keep_scale: bool,
        ) {
            let map = map(angle);
            let [a, b, c, d, e, f, g, h] = points;
            let (first, second) = (
                Pair { from: Point::from_mm(a, b), to: Point::from_mm(c, d) },
                Pair { from: Point::from_mm(e, f), to: Point::from_mm(g, h) },
            );
            prop_assume!(first.from.distance(second.from) >= Length::METRE && first.to.distance(second.to) >= Length::METRE);
            let Some(placement) = aligned(&map, first, second, keep_scale) else { return Ok(()) };
            let after = HallMap { placement, ..map.clone() }.sheet_to_hall();
            let lies = |from: Point| after.point(map.sheet_to_hall().back(from));
            // A tenth for each of what is rounded: the centre that it turns about, its corner, and the point itself.
            prop_assert!(lies(first.from).distance(first.to) <= Length::from_tenths(3));
            let second_lies = lies(second.from);
            if keep_scale {
                prop_assert_eq!(placement.width, map.placement.width);
                let (is, should) = (second_lies.distance(first.to), second.from.distance(first.from));
                prop_assert!((is - should).abs() <= NEAR);
            } else {
                // The width is rounded to a tenth, which a far point of a narrow map sees many times over.
                let times = second.to.distance(first.to).metres() / placement.width.metres();
                let near = NEAR + Length::from_metres(times * 0.0001).unwrap();
                prop_assert!(second_lies.distance(second.to) <= near, "{second_lies:?} {second:?}");
            }
        }
    }

    #[test]
    fn two_points_that_are_one_align_nothing() {
        let pair = |from, to| Pair { from: Point::from_mm(from, 0), to: Point::from_mm(to, 0) };
        assert_eq!(aligned(&map(0), pair(0, 0), pair(0, 9_000), false), None);
        assert_eq!(aligned(&map(0), pair(0, 0), pair(9_000, 0), false), None);
        assert_eq!(aligned(&map(0), pair(0, 0), pair(10, 90_000), false), None, "540 km wide");
    }
}
