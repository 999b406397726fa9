//! The frame around what is selected, and the handles on it. The canvas paints the same handles that the pointer hits.

use super::Cursor;
use super::block::whole_block;
use crate::edit::Objects;
use crate::geometry::{Angle, Bounds, Length, Offset, Outline, Point};
use crate::index::{structure_bounds, structure_outline};
use crate::plan::{BlockId, Pattern, Plan};

/// Screen points from a handle's middle within which it is hit.
pub(super) const HIT: i64 = 6;
/// Screen points between the frame and the handle that turns it.
const STALK: i64 = 24;
/// Screen points that a frame must measure for its corners to have handles, so that something small can still be moved.
const LEAST_FOR_CORNERS: i64 = 20;
/// The same for handles in the middle of its sides.
const LEAST_FOR_SIDES: i64 = 40;

/// Corners that a polygon may have for each to be dragged by itself; one with more is resized as a whole.
const MOST_HANDLES: usize = 60;

/// The frame around what is selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// A box turned about its centre: one thing's own, or the upright box around several.
    Box {
        /// The box before turning.
        bounds: Bounds,
        /// Clockwise.
        angle: Angle,
    },
    /// A polygon: its corners are dragged, not the box around it.
    Polygon {
        /// The box around it.
        bounds: Bounds,
    },
    /// A wall.
    Line {
        /// One end.
        from: Point,
        /// The other end.
        to: Point,
    },
}

/// What is dragged to resize or to turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Handle {
    /// The middle of the upper side, before turning.
    North,
    /// A corner.
    NorthEast,
    /// The middle of a side.
    East,
    /// A corner.
    SouthEast,
    /// The middle of a side.
    South,
    /// A corner.
    SouthWest,
    /// The middle of a side.
    West,
    /// A corner.
    NorthWest,
    /// Above the upper side: turns.
    Rotate,
    /// Where a wall begins.
    Start,
    /// Where a wall ends.
    End,
    /// A corner of a polygon, by its place.
    Corner(usize),
    /// The middle of a polygon's edge, by the place of the corner where it begins.
    Edge(usize),
}

impl Handle {
    const AROUND: [Self; 8] =
        [Self::North, Self::NorthEast, Self::East, Self::SouthEast, Self::South, Self::SouthWest, Self::West, Self::NorthWest];

    /// Which way it lies from the middle of the frame: -1, 0 or 1 to the right and down.
    #[must_use]
    pub const fn direction(self) -> (i64, i64) {
        match self {
            Self::North => (0, -1),
            Self::NorthEast => (1, -1),
            Self::East => (1, 0),
            Self::SouthEast => (1, 1),
            Self::South => (0, 1),
            Self::SouthWest => (-1, 1),
            Self::West => (-1, 0),
            Self::NorthWest => (-1, -1),
            Self::Rotate | Self::Start | Self::End | Self::Corner(_) | Self::Edge(_) => (0, 0),
        }
    }

    /// Whether it is a corner of the frame.
    #[must_use]
    pub const fn is_corner(self) -> bool {
        let (x, y) = self.direction();
        x != 0 && y != 0
    }

    /// What the pointer looks like over it, on a frame turned by so much.
    #[must_use]
    pub fn cursor(self, angle: Angle) -> Cursor {
        let Some(eighths) = Self::AROUND.iter().position(|handle| *handle == self) else {
            return if self == Self::Rotate { Cursor::Rotate } else { Cursor::Move };
        };
        let turned = usize::try_from((angle.thousandths() + 22_500) / 45_000).unwrap_or_default();
        match (eighths + turned) % 4 {
            0 => Cursor::ResizeVertical,
            1 => Cursor::ResizeRising,
            2 => Cursor::ResizeHorizontal,
            _ => Cursor::ResizeFalling,
        }
    }
}

/// The box around what is selected; `None` around nothing.
#[must_use]
pub fn selection_bounds(plan: &Plan, selection: &Objects) -> Option<Bounds> {
    let booths = selection.booths.iter().filter_map(|id| plan.get(*id)).map(|booth| booth.outline.bounds());
    let structures = selection.structures.iter().filter_map(|id| plan.get(*id));
    let maps = selection.maps.iter().filter_map(|id| plan.get(*id)).map(|map| map.outline().bounds());
    booths.chain(structures.map(|structure| structure_bounds(&structure.shape))).chain(maps).reduce(Bounds::union)
}

/// The frame around what is selected; `None` around nothing.
#[must_use]
pub fn frame(plan: &Plan, selection: &Objects) -> Option<Frame> {
    if let Some(frame) = whole_block(plan, selection).and_then(|block| block_frame(plan, block)) {
        return Some(frame);
    }
    if let Some(outline) = only_outline(plan, selection) {
        match outline {
            Single::Line(from, to) => return Some(Frame::Line { from, to }),
            Single::Outline(Outline::Rectangle { origin, size, angle }) if angle.quarter_turns().is_none() => {
                let bounds = Bounds::between(origin, origin + Offset::new(size.width, size.depth));
                return Some(Frame::Box { bounds, angle });
            }
            Single::Outline(Outline::Polygon(corners)) if corners.len() <= MOST_HANDLES => {
                let bounds = Bounds::around(corners)?;
                return Some(Frame::Polygon { bounds });
            }
            Single::Outline(_) => {}
        }
    }
    selection_bounds(plan, selection).map(|bounds| Frame::Box { bounds, angle: Angle::ZERO })
}

/// The frame of a block whose pattern has one of its own: a grid's, which turns with it, and the floor that is filled.
fn block_frame(plan: &Plan, block: BlockId) -> Option<Frame> {
    let block = plan.get(block)?;
    match &block.pattern {
        Pattern::Grid { .. } => block.grid_box().map(|(bounds, angle)| Frame::Box { bounds, angle }),
        Pattern::Fill { floor, .. } => Some(Frame::Box { bounds: floor.bounds(), angle: Angle::ZERO }),
        Pattern::Line { .. } | Pattern::Arc { .. } => None,
    }
}

enum Single {
    Line(Point, Point),
    Outline(Outline),
}

/// What is selected where it is one thing.
fn only_outline(plan: &Plan, selection: &Objects) -> Option<Single> {
    if selection.len() != 1 {
        return None;
    }
    let booth = selection.booths.first().and_then(|id| plan.get(*id)).map(|booth| Single::Outline(booth.outline.clone()));
    let structure = || {
        selection.structures.first().and_then(|id| plan.get(*id)).map(|structure| match structure.shape.ends() {
            Some((from, to)) => Single::Line(from, to),
            None => Single::Outline(structure_outline(&structure.shape)),
        })
    };
    let map = || selection.maps.first().and_then(|id| plan.get(*id)).map(|map| Single::Outline(map.outline()));
    booth.or_else(structure).or_else(map)
}

impl Frame {
    /// How far it is turned.
    #[must_use]
    pub const fn angle(&self) -> Angle {
        match self {
            Self::Box { angle, .. } => *angle,
            Self::Polygon { .. } | Self::Line { .. } => Angle::ZERO,
        }
    }

    /// The point about which it turns.
    #[must_use]
    pub fn centre(&self) -> Point {
        match self {
            Self::Box { bounds, .. } | Self::Polygon { bounds } => bounds.centre(),
            Self::Line { from, to } => from.halfway(*to),
        }
    }

    /// Its corners, or a wall's ends.
    #[must_use]
    pub fn corners(&self) -> Vec<Point> {
        match self {
            Self::Box { bounds, angle } => {
                Outline::Rectangle { origin: bounds.min(), size: bounds.size(), angle: *angle }.rectangle_corners().to_vec()
            }
            Self::Polygon { bounds } => Outline::from_bounds(*bounds).ring(),
            Self::Line { from, to } => vec![*from, *to],
        }
    }
}

/// The handles on a frame, where `point` is the length in the hall of one point of the screen. A frame that is small on the
/// screen has few.
#[must_use]
pub fn handles(frame: &Frame, point: Length) -> Vec<(Handle, Point)> {
    let (bounds, angle) = match frame {
        Frame::Box { bounds, angle } => (bounds, angle),
        Frame::Polygon { bounds } => return vec![(Handle::Rotate, above(*bounds, point))],
        Frame::Line { from, to } => return vec![(Handle::Start, *from), (Handle::End, *to)],
    };
    let (centre, size) = (bounds.centre(), bounds.size());
    let is_shown = |handle: &Handle| match handle.direction() {
        (_, 0) => has_side_handles(size.depth, size.width, point),
        (0, _) => has_side_handles(size.width, size.depth, point),
        _ => size.width.min(size.depth) >= point * LEAST_FOR_CORNERS,
    };
    let place = |handle: Handle| {
        let (x, y) = handle.direction();
        let along = |direction: i64, min: Length, middle: Length, max: Length| match direction {
            -1 => min,
            0 => middle,
            _ => max,
        };
        let (min, max) = (bounds.min(), bounds.max());
        Point::new(along(x, min.x, centre.x, max.x), along(y, min.y, centre.y, max.y))
    };
    let mut all: Vec<_> = Handle::AROUND.into_iter().filter(is_shown).map(|handle| (handle, place(handle))).collect();
    all.push((Handle::Rotate, above(*bounds, point)));
    all.into_iter().map(|(handle, at)| (handle, at.turned(centre, *angle))).collect()
}

/// Where the handle that turns is, before turning.
fn above(bounds: Bounds, point: Length) -> Point {
    Point::new(bounds.centre().x, bounds.min().y - point * STALK)
}

/// The corners of the one polygon that is selected, where they can be dragged.
pub(super) fn polygon<'a>(plan: &'a Plan, selection: &Objects) -> Option<&'a Vec<Point>> {
    if selection.len() != 1 {
        return None;
    }
    let booth = selection.booths.first().and_then(|id| plan.get(*id)).map(|booth| &booth.outline);
    let structure = || selection.structures.first().and_then(|id| plan.get(*id)).and_then(|structure| structure.shape.area());
    match booth.or_else(structure)? {
        Outline::Polygon(corners) if corners.len() <= MOST_HANDLES => Some(corners),
        _ => None,
    }
}

/// The handles on the corners of the one polygon that is selected, and those in the middle of edges that are long on the
/// screen.
#[must_use]
pub fn corner_handles(plan: &Plan, selection: &Objects, point: Length) -> Vec<(Handle, Point)> {
    let Some(corners) = polygon(plan, selection) else { return Vec::new() };
    let size = Bounds::around(corners.iter().copied()).map_or_else(Default::default, Bounds::size);
    if size.width.max(size.depth) < point * LEAST_FOR_CORNERS {
        return Vec::new();
    }
    let edges = corners.iter().zip(corners.iter().cycle().skip(1)).enumerate();
    let long = edges.filter(|(_, (from, to))| from.distance(**to) >= point * LEAST_FOR_SIDES);
    let middles = long.map(|(place, (from, to))| (Handle::Edge(place), from.halfway(*to)));
    corners.iter().enumerate().map(|(place, corner)| (Handle::Corner(place), *corner)).chain(middles).collect()
}

/// Whether a side so long has a handle in its middle, on a frame that measures so much across: where there is room between
/// the corners, or where a thin long thing has no corners to drag.
fn has_side_handles(side: Length, across: Length, point: Length) -> bool {
    let enough = point * LEAST_FOR_SIDES;
    across >= enough && (side >= enough || side < point * LEAST_FOR_CORNERS)
}

/// The handle of what is selected at a point.
pub(super) fn handle_at(plan: &Plan, selection: &Objects, at: Point, point: Length) -> Option<Handle> {
    let of_frame = frame(plan, selection).map(|frame| handles(&frame, point)).unwrap_or_default();
    let near =
        corner_handles(plan, selection, point).into_iter().chain(of_frame).map(|(handle, place)| (place.distance(at), handle));
    near.filter(|(distance, _)| *distance <= point * HIT).min_by_key(|(distance, _)| *distance).map(|(_, handle)| handle)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn booth_frame(angle: i64) -> Frame {
        let bounds = Bounds::between(Point::ORIGIN, Point::from_mm(3_000, 3_000));
        Frame::Box { bounds, angle: Angle::from_thousandths(angle * 1_000) }
    }

    #[test]
    fn a_small_frame_keeps_room_to_be_moved() {
        for (mm_to_a_point, count) in [(50, 9), (100, 5), (500, 1)] {
            assert_eq!(handles(&booth_frame(0), Length::from_mm(mm_to_a_point)).len(), count, "{mm_to_a_point}");
        }
    }

    #[test]
    fn a_long_thin_frame_is_dragged_by_its_ends() {
        let door = Frame::Box { bounds: Bounds::between(Point::ORIGIN, Point::from_mm(2_400, 300)), angle: Angle::ZERO };
        let shown: Vec<_> = handles(&door, Length::from_mm(50)).into_iter().map(|(handle, _)| handle).collect();
        assert_eq!(shown, [Handle::East, Handle::West, Handle::Rotate]);
    }

    #[test]
    fn handles_turn_with_the_frame() {
        let turned = handles(&booth_frame(90), Length::from_mm(50));
        let place = |handle| turned.iter().find(|(other, _)| *other == handle).unwrap().1;
        assert_eq!(place(Handle::NorthWest), Point::from_mm(3_000, 0));
        assert_eq!(place(Handle::Rotate), Point::from_mm(3_000 + 24 * 50, 1_500));
        assert_eq!(Handle::North.cursor(Angle::QUARTER), Cursor::ResizeHorizontal);
        assert_eq!(Handle::SouthEast.cursor(Angle::ZERO), Cursor::ResizeFalling);
    }
}
