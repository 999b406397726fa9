//! Splits a booth: a line is dragged across it, and the parts are shown with their numbers and areas.

use super::snap::{Edges, Targets, align, guides};
use super::{Context, Cursor, Distance, Event, Guide, Hint, Modifiers, Part, Preview, Step, draw};
use crate::edit::{Edit, Objects};
use crate::geometry::{Angle, Bounds, Cut, Point};
use crate::plan::{BoothId, IdMint};

/// Places along the dragged line that are looked at to tell which booth it crosses most.
const PLACES: i64 = 48;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum SplitTool {
    #[default]
    Idle,
    Pressed {
        from: Point,
    },
}

impl SplitTool {
    pub(super) fn is_idle(self) -> bool {
        self == Self::Idle
    }

    pub(super) fn handle(&mut self, event: &Event, context: &Context<'_>) -> Step {
        let idle = Preview::idle(Cursor::Cross, Hint::Split);
        match (*event, *self) {
            (Event::Press { at, modifiers, .. }, _) => {
                *self = Self::Pressed { from: at };
                Step::showing(splitting(context, at, at, modifiers).0)
            }
            (Event::Move { at, modifiers }, Self::Pressed { from }) => Step::showing(splitting(context, from, at, modifiers).0),
            (Event::Release { at, modifiers }, Self::Pressed { from }) => {
                *self = Self::Idle;
                Step { edit: splitting(context, from, at, modifiers).1, ..Step::showing(idle) }
            }
            (Event::Cancel, _) => {
                *self = Self::Idle;
                Step::showing(idle)
            }
            _ => Step::showing(idle),
        }
    }
}

/// What the line from one point to another shows, and the edit that it is.
fn splitting(context: &Context<'_>, from: Point, at: Point, modifiers: Modifiers) -> (Preview, Option<Edit>) {
    let idle = Preview::idle(Cursor::Cross, Hint::Split);
    if !context.is_drag(from, at) {
        return (idle, None);
    }
    let booth = crossed(context, from, at);
    let (start, _) = snapped(context, from, booth, Modifiers { shift: false, ..modifiers });
    let (end, guides) = snapped(context, at, booth, modifiers);
    let end = if modifiers.shift { square_to(context, booth, start, end) } else { end };
    let corners = vec![start, end];
    let distances = vec![Distance::measured(start, end)];
    let Some(booth) = booth else {
        return (Preview { corners, distances, ..Preview::idle(Cursor::NotAllowed, Hint::NoBoothHere) }, None);
    };
    let edit = Edit::Split { booths: vec![booth], cut: Cut::Line(start, end) };
    // The edit itself tells the parts and their numbers: nothing is kept of it.
    let mut mint = IdMint::new(0, context.plan.largest_counter());
    let Ok(outcome) = crate::edit::apply(context.plan, &edit, &mut mint) else {
        return (Preview { corners, distances, guides, ..Preview::idle(Cursor::NotAllowed, Hint::NoParts) }, None);
    };
    let parts = outcome.added.booths.iter().filter_map(|id| outcome.plan.get(*id));
    let parts = parts.map(|booth| Part { outline: booth.outline.clone(), number: booth.number.clone() }).collect();
    (Preview { parts, corners, guides, ..Preview::idle(Cursor::Cross, Hint::Splitting) }, Some(edit))
}

/// The booth in which most of a line lies.
fn crossed(context: &Context<'_>, from: Point, to: Point) -> Option<BoothId> {
    let along = |place: i64| Point::new(from.x + (to.x - from.x) * place / PLACES, from.y + (to.y - from.y) * place / PLACES);
    let hit = |place| context.index.booth_at(context.plan, context.hall, along(place));
    let mut found: std::collections::BTreeMap<BoothId, usize> = std::collections::BTreeMap::new();
    for booth in (0..=PLACES).filter_map(hit) {
        *found.entry(booth).or_default() += 1;
    }
    found.into_iter().max_by_key(|(_, places)| *places).map(|(booth, _)| booth)
}

/// A point snapped to edges and to the middle of the booth that is split, else to the grid.
fn snapped(context: &Context<'_>, at: Point, booth: Option<BoothId>, modifiers: Modifiers) -> (Point, Vec<Guide>) {
    let spot = Bounds::between(at, at);
    let mut targets = Targets::near(context, spot, &Objects::default(), modifiers);
    let middle = booth.and_then(|booth| context.plan.get(booth)).map(|booth| booth.outline.centre());
    targets.boxes.extend(middle.map(|middle| Bounds::between(middle, middle)));
    let edges = Edges { left: true, top: true, ..Edges::default() };
    let corner = at + align(spot, edges, &targets);
    (corner, guides(Bounds::between(corner, corner), edges, &targets))
}

/// The end of a line that keeps to steps of 45 degrees from the sides of a booth.
fn square_to(context: &Context<'_>, booth: Option<BoothId>, from: Point, to: Point) -> Point {
    let angle = booth.and_then(|booth| context.plan.get(booth)).map_or(Angle::ZERO, |booth| booth.outline.angle());
    draw::in_eighths(from, to.turned(from, -angle)).turned(from, angle)
}
