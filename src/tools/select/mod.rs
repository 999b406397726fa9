//! Selects, moves, resizes and rotates.
//!
//! A press on a thing that is not selected selects it; dragging then moves the whole selection. A press on the floor begins a
//! box that selects all booths, walls, columns, doors and texts that it touches. Pictures lie under everything: a click on
//! one selects nothing, a double click where nothing else is selects it, and only then can it be moved and resized. What is
//! hidden, locked or grouped is the affair of `reach`.

mod block;
mod corners;
mod gesture;
mod marquee;

use super::block::{blocks_of, booths_of, changed_block};
use super::frame::{frame, handle_at};
use super::reach::{self, is_locked, movable, thing_at, with_groups};
use super::{Context, Cursor, Event, Frame, Guide, Handle, Hint, Modifiers, Preview, Request, Step, draw};
use crate::edit::{Edit, Gesture, Objects};
use crate::geometry::{Angle, Bounds, Point, Segment};

#[derive(Clone, Debug, Default)]
pub(super) struct Select {
    state: State,
    /// The point about which these things turn, where the user wants another one than their middle.
    pivot: Option<(Objects, Point)>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Idle,
    /// The button is down, the pointer has not gone far enough for a drag.
    Pressed {
        from: Point,
        on: Pressed,
    },
    Moving {
        from: Point,
    },
    Resizing {
        from: Point,
        handle: Handle,
    },
    Marquee {
        from: Point,
        adding: bool,
    },
    /// The point about which the selection turns goes with the pointer.
    MovingPivot,
}

/// Screen points from the pivot within which it is hit, and comes to stand on the frame.
const PIVOT: i64 = 8;

/// What the button went down on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pressed {
    Handle(Handle),
    /// The point about which the selection turns.
    Pivot,
    /// A thing; what a click on it (no drag) selects is worked out on release.
    Thing {
        was_selected: bool,
    },
    /// A locked thing: a click selects it, a drag is one on the floor.
    Locked,
    /// A selected picture, with nothing on it here: it can be dragged, a click is one on the floor.
    Picture,
    Floor,
}

fn contains_all(selection: &Objects, things: &Objects) -> bool {
    things.booths.is_subset(&selection.booths)
        && things.structures.is_subset(&selection.structures)
        && things.maps.is_subset(&selection.maps)
}

fn with(selection: &Objects, more: &Objects) -> Objects {
    let mut all = selection.clone();
    all.booths.extend(&more.booths);
    all.structures.extend(&more.structures);
    all.maps.extend(&more.maps);
    all
}

fn without(selection: &Objects, less: &Objects) -> Objects {
    let mut rest = selection.clone();
    rest.booths.retain(|booth| !less.booths.contains(booth));
    rest.structures.retain(|structure| !less.structures.contains(structure));
    rest.maps.retain(|map| !less.maps.contains(map));
    rest
}

fn selected_picture_at(context: &Context<'_>, at: Point) -> bool {
    let pictures = context.selection.maps.iter().filter_map(|id| context.plan.get(*id));
    pictures.filter(|map| !context.plan.is_locked(map.binding)).any(|map| map.outline().contains(at))
}

/// Whether the zone or kept-free floor under the pointer is selected, and not locked.
fn selected_area_at(context: &Context<'_>, at: Point) -> bool {
    let area = reach::area_at(context, at);
    !area.is_empty() && contains_all(context.selection, &area) && !reach::is_locked(context.plan, &area)
}

impl Select {
    pub(super) fn is_idle(&self) -> bool {
        self.state == State::Idle
    }

    /// Whether things are being moved.
    pub(super) const fn is_moving(&self) -> bool {
        matches!(self.state, State::Moving { .. })
    }

    /// The pivot that the user chose for what is selected now.
    pub(super) fn pivot(&self, selection: &Objects) -> Option<Point> {
        self.pivot.as_ref().filter(|(chosen_for, _)| chosen_for == selection).map(|(_, at)| *at)
    }

    pub(super) fn handle(&mut self, event: &Event, context: &Context<'_>) -> Step {
        let mut step = self.react(event, context);
        step.preview.pivot = self.pivot(context.selection).filter(|_| step.select.is_none());
        step
    }

    fn react(&mut self, event: &Event, context: &Context<'_>) -> Step {
        match (*event, self.state) {
            (Event::Press { at, modifiers, clicks }, _) => self.press(context, at, modifiers, clicks),
            (Event::Move { at, modifiers }, State::Pressed { from, on }) => {
                if context.is_drag(from, at) {
                    self.state = begin_drag(from, on, modifiers);
                    return self.drag(context, at, modifiers);
                }
                Step::showing(hover(context, from))
            }
            (Event::Move { at, modifiers }, State::MovingPivot) => {
                let (at, guides) = pivot_at(context, at, modifiers);
                self.pivot = Some((context.selection.clone(), at));
                Step::showing(Preview { guides, ..Preview::idle(Cursor::Move, Hint::Pivot) })
            }
            (Event::Move { at, modifiers }, State::Moving { .. } | State::Resizing { .. } | State::Marquee { .. }) => {
                self.drag(context, at, modifiers)
            }
            (Event::Move { at, .. }, State::Idle) => Step::showing(hover(context, at)),
            (Event::Release { at, modifiers }, state) => {
                if let State::Pressed { from, on } = state
                    && context.is_drag(from, at)
                {
                    // A drag so quick that no move came between.
                    self.state = begin_drag(from, on, modifiers);
                }
                let step = self.release(context, at, modifiers);
                if matches!(self.state, State::Pressed { on: Pressed::Handle(Handle::Rotate), .. }) {
                    self.toggle_pivot(context);
                }
                if self.state == State::MovingPivot {
                    self.pivot = Some((context.selection.clone(), pivot_at(context, at, modifiers).0));
                }
                self.state = State::Idle;
                Step { preview: hover(context, at), ..step }
            }
            (Event::Cancel, State::Idle) => Step { select: Some(Objects::default()), ..Step::default() },
            (Event::Cancel, _) => {
                self.state = State::Idle;
                Step::default()
            }
        }
    }

    /// A click on the handle that turns gives the selection a pivot that can be dragged, or takes it away.
    fn toggle_pivot(&mut self, context: &Context<'_>) {
        self.pivot = match self.pivot(context.selection) {
            Some(_) => None,
            None => frame_of_movable(context).map(|frame| (context.selection.clone(), frame.centre())),
        };
    }

    fn press(&mut self, context: &Context<'_>, at: Point, modifiers: Modifiers, clicks: u8) -> Step {
        let thing = thing_at(context, at);
        if clicks >= 2 {
            self.state = State::Idle;
            return double_click(context, at, thing);
        }
        let of_movable = movable(context.plan, context.selection);
        let handle = handle_at(context.plan, &of_movable, at, context.point);
        let locked = is_locked(context.plan, &thing);
        let thing = clicked(context, thing);
        let was_selected = contains_all(context.selection, &thing);
        let on_pivot = self.pivot(context.selection).is_some_and(|pivot| pivot.distance(at) <= context.points(PIVOT));
        let (on, select) = match handle {
            _ if on_pivot => (Pressed::Pivot, None),
            Some(handle) => (Pressed::Handle(handle), None),
            _ if thing.is_empty() && (selected_picture_at(context, at) || selected_area_at(context, at)) => {
                (Pressed::Picture, None)
            }
            _ if thing.is_empty() => (Pressed::Floor, None),
            _ if locked => (Pressed::Locked, None),
            _ if was_selected => (Pressed::Thing { was_selected }, None),
            _ if modifiers.shift => (Pressed::Thing { was_selected }, Some(with(context.selection, &thing))),
            _ => (Pressed::Thing { was_selected }, Some(thing)),
        };
        self.state = State::Pressed { from: at, on };
        Step { select, ..Step::showing(hover(context, at)) }
    }

    fn drag(&self, context: &Context<'_>, at: Point, modifiers: Modifiers) -> Step {
        let movable = movable(context.plan, context.selection);
        let of_movable = Context { selection: &movable, ..*context };
        Step::showing(match self.state {
            State::Moving { from } => gesture::moving(&of_movable, from, at, modifiers),
            State::Resizing { from, handle } => {
                gesture::reshaping(&of_movable, handle, self.pivot(context.selection), from, at, modifiers)
            }
            State::Marquee { from, .. } => {
                let area = Bounds::between(from, at);
                let measure = Some(super::Measure::Count(marquee::touched(context, area).len()));
                Preview { marquee: Some(area), measure, ..Preview::idle(Cursor::Cross, Hint::Marquee) }
            }
            State::Idle | State::Pressed { .. } | State::MovingPivot => hover(context, at),
        })
    }

    fn release(&self, context: &Context<'_>, at: Point, modifiers: Modifiers) -> Step {
        match self.state {
            State::Idle | State::MovingPivot => Step::default(),
            State::Pressed { on: Pressed::Handle(_) | Pressed::Pivot, .. } => Step::default(),
            State::Pressed { from, on: Pressed::Floor | Pressed::Picture } => {
                Step { select: (!modifiers.shift).then(|| reach::area_at(context, from)), ..Step::default() }
            }
            State::Pressed { from, on: Pressed::Locked } => {
                let thing = clicked(context, thing_at(context, from));
                let select = match (contains_all(context.selection, &thing), modifiers.shift) {
                    (true, true) => without(context.selection, &thing),
                    (false, true) => with(context.selection, &thing),
                    (_, false) => thing,
                };
                Step { select: Some(select), ..Step::default() }
            }
            State::Pressed { from, on: Pressed::Thing { .. } } if modifiers.alt => {
                let block = whole_block_of(context, &thing_at(context, from));
                let select = block.map(|block| if modifiers.shift { with(context.selection, &block) } else { block });
                Step { select, ..Step::default() }
            }
            State::Pressed { from, on: Pressed::Thing { was_selected } } => {
                let thing = clicked(context, thing_at(context, from));
                let select = match (was_selected, modifiers.shift) {
                    (true, true) => Some(without(context.selection, &thing)),
                    (true, false) => Some(thing),
                    (false, _) => None,
                };
                Step { select, ..Step::default() }
            }
            State::Resizing { from, handle } if let Some(dragged) = block::dragged(context, handle, at - from, modifiers) => {
                let block::Dragged { id, block, shift } = dragged;
                Step { edit: changed_block(context.plan, context.index, id, &block, shift), ..Step::default() }
            }
            State::Moving { .. } | State::Resizing { .. } => {
                let gesture = match self.state {
                    State::Resizing { handle: Handle::Rotate, .. } => Gesture::Rotate,
                    State::Resizing { .. } => Gesture::Resize,
                    _ => Gesture::Move,
                };
                let shapes = self.drag(context, at, modifiers).preview.shapes;
                let edit = (!shapes.is_empty()).then_some(Edit::Reshape(gesture, shapes));
                Step { edit, ..Step::default() }
            }
            State::Marquee { from, adding } => {
                let touched = marquee::touched(context, Bounds::between(from, at));
                let select = if adding { with(context.selection, &touched) } else { touched };
                Step { select: Some(select), ..Step::default() }
            }
        }
    }
}

/// Where the pivot comes to stand: on the frame's own corners, middles and centre too.
fn pivot_at(context: &Context<'_>, at: Point, modifiers: Modifiers) -> (Point, Vec<Guide>) {
    let own = frame(context.plan, context.selection).filter(|_| context.snaps(modifiers)).and_then(|frame| {
        let corners = frame.corners();
        let middles = Segment::around(&corners).map(|side| side.from.halfway(side.to)).collect::<Vec<_>>();
        let near = corners.into_iter().chain(middles).chain([frame.centre()]);
        near.filter(|point| point.distance(at) <= context.points(PIVOT)).min_by_key(|point| point.distance(at))
    });
    match own {
        Some(point) => (point, Vec::new()),
        None => draw::snapped_point(context, at, &Objects::default(), modifiers),
    }
}

/// All booths of the block to which a booth belongs.
fn whole_block_of(context: &Context<'_>, thing: &Objects) -> Option<Objects> {
    let blocks = blocks_of(context.plan, thing);
    (!blocks.is_empty()).then(|| booths_of(context.plan, &blocks))
}

fn begin_drag(from: Point, on: Pressed, modifiers: Modifiers) -> State {
    match on {
        Pressed::Handle(handle) => State::Resizing { from, handle },
        Pressed::Pivot => State::MovingPivot,
        Pressed::Thing { .. } | Pressed::Picture => State::Moving { from },
        Pressed::Floor | Pressed::Locked => State::Marquee { from, adding: modifiers.shift },
    }
}

/// What a click on a thing selects: the whole of its group, unless a double click went into the group before.
fn clicked(context: &Context<'_>, thing: Objects) -> Objects {
    let all = with_groups(context.plan, context.index, thing.clone());
    let is_inside = !contains_all(context.selection, &all) && touches_any(context.selection, &all);
    if is_inside { thing } else { all }
}

fn touches_any(selection: &Objects, things: &Objects) -> bool {
    !things.booths.is_disjoint(&selection.booths) || !things.structures.is_disjoint(&selection.structures)
}

/// A double click opens what is known of a thing, but selects the whole block of a booth that nobody has.
fn double_click(context: &Context<'_>, at: Point, thing: Objects) -> Step {
    let is_grouped = thing.bindings(context.plan).any(|binding| binding.group.is_some());
    if is_grouped && *context.selection != thing {
        // Into the group first; the next double click opens the one.
        return Step { select: Some(thing), ..Step::default() };
    }
    let free = thing.booths.iter().all(|booth| context.plan.booking_of(*booth).is_none());
    if let Some(block) = whole_block_of(context, &thing).filter(|_| free) {
        return Step { select: Some(block), ..Step::default() };
    }
    let area = reach::area_at(context, at);
    let select = if thing.is_empty() && !area.is_empty() {
        area
    } else if thing.is_empty() {
        let map = context.index.map_at(context.plan, context.hall, at);
        Objects { maps: map.into_iter().collect(), ..Objects::default() }
    } else {
        thing
    };
    let request = (!select.is_empty()).then_some(Request::OpenInspector);
    Step { select: Some(select), request, ..Step::default() }
}

/// The frame around what gestures change.
fn frame_of_movable(context: &Context<'_>) -> Option<Frame> {
    frame(context.plan, &movable(context.plan, context.selection))
}

/// What the pointer looks like where it is.
fn hover(context: &Context<'_>, at: Point) -> Preview {
    let of_movable = movable(context.plan, context.selection);
    let angle = frame(context.plan, &of_movable).map_or(Angle::ZERO, |frame| frame.angle());
    let handle = handle_at(context.plan, &of_movable, at, context.point).map(|handle| handle.cursor(angle));
    let cursor = handle.unwrap_or_else(|| {
        let thing = thing_at(context, at);
        let can_be_moved = !thing.is_empty() && !is_locked(context.plan, &thing);
        if can_be_moved || (thing.is_empty() && (selected_picture_at(context, at) || selected_area_at(context, at))) {
            Cursor::Move
        } else {
            Cursor::Arrow
        }
    });
    Preview::idle(cursor, Hint::Select)
}
