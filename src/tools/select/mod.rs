//! Selects, moves, resizes and rotates.
//!
//! A press on a thing that is not selected selects it; dragging then moves the whole selection. A press on the floor begins a
//! box that selects all booths, walls, columns, doors and texts that it touches. Pictures lie under everything: a click on
//! one selects nothing, a double click where nothing else is selects it, and only then can it be moved and resized.

mod corners;
mod gesture;
mod marquee;

use super::frame::{frame, handle_at};
use super::{Context, Cursor, Event, Frame, Guide, Handle, Hint, Modifiers, Preview, Request, Step, draw};
use crate::edit::{Edit, Gesture, Objects};
use crate::geometry::{Angle, Bounds, Point, Segment};

/// Screen points beside a wall, column, door or text within which it is hit.
const NEAR: i64 = 4;

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
    /// A selected picture, with nothing on it here: it can be dragged, a click is one on the floor.
    Picture,
    Floor,
}

/// What is under the pointer, pictures left out: one thing, or nothing.
fn thing_at(context: &Context<'_>, at: Point) -> Objects {
    if let Some(booth) = context.index.booth_at(context.plan, context.hall, at) {
        return Objects::of_booths([booth]);
    }
    let structure = context.index.structure_at(context.plan, context.hall, at, context.points(NEAR));
    Objects { structures: structure.into_iter().collect(), ..Objects::default() }
}

fn contains_all(selection: &Objects, things: &Objects) -> bool {
    things.booths.is_subset(&selection.booths) && things.structures.is_subset(&selection.structures)
}

fn with(selection: &Objects, more: &Objects) -> Objects {
    let mut all = selection.clone();
    all.booths.extend(&more.booths);
    all.structures.extend(&more.structures);
    all
}

fn without(selection: &Objects, less: &Objects) -> Objects {
    let mut rest = selection.clone();
    rest.booths.retain(|booth| !less.booths.contains(booth));
    rest.structures.retain(|structure| !less.structures.contains(structure));
    rest
}

fn selected_picture_at(context: &Context<'_>, at: Point) -> bool {
    let holds = |id| context.plan.get(id).is_some_and(|map: &std::sync::Arc<crate::plan::HallMap>| map.outline().contains(at));
    context.selection.maps.iter().any(|id| holds(*id))
}

impl Select {
    pub(super) fn is_idle(&self) -> bool {
        self.state == State::Idle
    }

    /// The pivot that the user chose for what is selected now.
    fn pivot(&self, context: &Context<'_>) -> Option<Point> {
        self.pivot.as_ref().filter(|(selection, _)| selection == context.selection).map(|(_, at)| *at)
    }

    pub(super) fn handle(&mut self, event: &Event, context: &Context<'_>) -> Step {
        let mut step = self.react(event, context);
        step.preview.pivot = self.pivot(context).filter(|_| step.select.is_none());
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
        self.pivot = match self.pivot(context) {
            Some(_) => None,
            None => frame(context.plan, context.selection).map(|frame| (context.selection.clone(), frame.centre())),
        };
    }

    fn press(&mut self, context: &Context<'_>, at: Point, modifiers: Modifiers, clicks: u8) -> Step {
        let thing = thing_at(context, at);
        if clicks >= 2 {
            self.state = State::Idle;
            return double_click(context, at, thing);
        }
        let handle = handle_at(context.plan, context.selection, at, context.point);
        let was_selected = contains_all(context.selection, &thing);
        let on_pivot = self.pivot(context).is_some_and(|pivot| pivot.distance(at) <= context.points(PIVOT));
        let (on, select) = match handle {
            _ if on_pivot => (Pressed::Pivot, None),
            Some(handle) => (Pressed::Handle(handle), None),
            _ if thing.is_empty() && selected_picture_at(context, at) => (Pressed::Picture, None),
            _ if thing.is_empty() => (Pressed::Floor, None),
            _ if was_selected => (Pressed::Thing { was_selected }, None),
            _ if modifiers.shift => (Pressed::Thing { was_selected }, Some(with(context.selection, &thing))),
            _ => (Pressed::Thing { was_selected }, Some(thing)),
        };
        self.state = State::Pressed { from: at, on };
        Step { select, ..Step::showing(hover(context, at)) }
    }

    fn drag(&self, context: &Context<'_>, at: Point, modifiers: Modifiers) -> Step {
        Step::showing(match self.state {
            State::Moving { from } => gesture::moving(context, from, at, modifiers),
            State::Resizing { from, handle } => gesture::reshaping(context, handle, self.pivot(context), from, at, modifiers),
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
            State::Pressed { on: Pressed::Floor | Pressed::Picture, .. } => {
                Step { select: (!modifiers.shift).then(Objects::default), ..Step::default() }
            }
            State::Pressed { from, on: Pressed::Thing { was_selected } } => {
                let thing = thing_at(context, from);
                let select = match (was_selected, modifiers.shift) {
                    (true, true) => Some(without(context.selection, &thing)),
                    (true, false) => Some(thing),
                    (false, _) => None,
                };
                Step { select, ..Step::default() }
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

fn begin_drag(from: Point, on: Pressed, modifiers: Modifiers) -> State {
    match on {
        Pressed::Handle(handle) => State::Resizing { from, handle },
        Pressed::Pivot => State::MovingPivot,
        Pressed::Thing { .. } | Pressed::Picture => State::Moving { from },
        Pressed::Floor => State::Marquee { from, adding: modifiers.shift },
    }
}

fn double_click(context: &Context<'_>, at: Point, thing: Objects) -> Step {
    let select = if thing.is_empty() {
        let map = context.index.map_at(context.plan, context.hall, at);
        Objects { maps: map.into_iter().collect(), ..Objects::default() }
    } else {
        thing
    };
    let request = (!select.is_empty()).then_some(Request::OpenInspector);
    Step { select: Some(select), request, ..Step::default() }
}

/// What the pointer looks like where it is.
fn hover(context: &Context<'_>, at: Point) -> Preview {
    let frame: Option<Frame> = frame(context.plan, context.selection);
    let angle = frame.map_or(Angle::ZERO, |frame| frame.angle());
    let handle = handle_at(context.plan, context.selection, at, context.point).map(|handle| handle.cursor(angle));
    let cursor = handle.unwrap_or_else(|| {
        if !thing_at(context, at).is_empty() || selected_picture_at(context, at) { Cursor::Move } else { Cursor::Arrow }
    });
    Preview::idle(cursor, Hint::Select)
}
