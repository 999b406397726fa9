//! Draws areas: zones, floor that is kept free, the outline of a hall. A drag draws a rectangle; clicks put corners, until one
//! on the first corner, a double click or Enter closes the shape. Shift keeps to steps of 45 degrees.

use super::{Context, Cursor, Distance, DrawKey, Event, Guide, Hint, Measure, Modifiers, Preview, Request, Step, draw};
use crate::edit::{Edit, Objects};
use crate::geometry::{Bounds, Outline, Point};
use crate::plan::{Hall, StructureShape, Tint, same_name};

/// What an area becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AreaKind {
    Zone,
    NoBuild,
    HallOutline,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct AreaTool {
    kind: AreaKind,
    corners: Vec<Point>,
    /// Where the button went down, while it is down.
    pressed: Option<Point>,
}

impl AreaTool {
    pub(super) const fn new(kind: AreaKind) -> Self {
        Self { kind, corners: Vec::new(), pressed: None }
    }

    pub(super) const fn kind(&self) -> AreaKind {
        self.kind
    }

    pub(super) fn is_idle(&self) -> bool {
        self.corners.is_empty() && self.pressed.is_none()
    }

    pub(super) fn handle(&mut self, event: &Event, context: &Context<'_>) -> Step {
        match *event {
            Event::Press { at, clicks, .. } if clicks >= 2 || self.is_on_first(context, at) => {
                self.pressed = None;
                return self.close(context, at);
            }
            Event::Press { at, .. } => self.pressed = Some(at),
            Event::Release { at, modifiers } => match self.pressed.take() {
                Some(from) if self.corners.is_empty() && context.is_drag(from, at) => {
                    let outline = rectangle(context, from, at, modifiers).0;
                    return self.made(context, Some(outline), at);
                }
                Some(_) => self.put(context, at, modifiers),
                // A length was typed and taken.
                None if context.typed.is_some() => self.put(context, at, modifiers),
                None => {}
            },
            Event::Cancel => *self = Self::new(self.kind),
            Event::Move { .. } => {}
        }
        Step::showing(match *event {
            Event::Press { at, modifiers, .. } | Event::Move { at, modifiers } | Event::Release { at, modifiers } => {
                self.preview(context, at, modifiers)
            }
            Event::Cancel => self.idle(),
        })
    }

    pub(super) fn press_key(&mut self, key: DrawKey, context: &Context<'_>) -> Step {
        let at = self.corners.last().copied().unwrap_or_default();
        if key == DrawKey::Finish {
            return self.close(context, at);
        }
        self.corners.pop();
        Step::showing(Preview { corners: self.corners.clone(), ..self.idle() })
    }

    fn put(&mut self, context: &Context<'_>, at: Point, modifiers: Modifiers) {
        let (corner, _) = self.corner(context, at, modifiers);
        if self.corners.last() != Some(&corner) && self.corners.len() < Outline::MOST_CORNERS {
            self.corners.push(corner);
        }
    }

    /// Makes the area of the corners put so far; corners that make none stay.
    fn close(&mut self, context: &Context<'_>, at: Point) -> Step {
        let outline = closed(&self.corners);
        self.made(context, outline, at)
    }

    fn made(&mut self, context: &Context<'_>, outline: Option<Outline>, at: Point) -> Step {
        let edit = outline.filter(Outline::is_valid).and_then(|outline| self.edit(context, outline));
        if edit.is_none() {
            return Step::showing(self.preview(context, at, Modifiers::default()));
        }
        self.corners.clear();
        let request = (self.kind == AreaKind::HallOutline).then_some(Request::BackToSelect);
        Step { edit, request, ..Step::showing(self.idle()) }
    }

    fn edit(&self, context: &Context<'_>, outline: Outline) -> Option<Edit> {
        match self.kind {
            AreaKind::HallOutline => hall_edit(context, outline),
            AreaKind::Zone | AreaKind::NoBuild => Some(draw::add_structure(context, self.shape(context, outline))),
        }
    }

    fn shape(&self, context: &Context<'_>, outline: Outline) -> StructureShape {
        match self.kind {
            AreaKind::Zone => new_zone(context, outline),
            AreaKind::NoBuild | AreaKind::HallOutline => StructureShape::NoBuild(outline),
        }
    }

    /// Whether a click here closes the shape.
    fn is_on_first(&self, context: &Context<'_>, at: Point) -> bool {
        context.closes(&self.corners, at)
    }

    fn corner(&self, context: &Context<'_>, at: Point, modifiers: Modifiers) -> (Point, Vec<Guide>) {
        match self.corners.last() {
            Some(last) => draw::snapped_end(context, *last, at, &Objects::default(), modifiers),
            None => draw::snapped_point(context, at, &Objects::default(), modifiers),
        }
    }

    fn idle(&self) -> Preview {
        let hint = match self.kind {
            AreaKind::Zone => Hint::Zone,
            AreaKind::NoBuild => Hint::NoBuild,
            AreaKind::HallOutline => Hint::HallOutline,
        };
        Preview::idle(Cursor::Cross, hint)
    }

    fn preview(&self, context: &Context<'_>, at: Point, modifiers: Modifiers) -> Preview {
        if let Some(from) = self.pressed.filter(|from| self.corners.is_empty() && context.is_drag(*from, at)) {
            let (outline, guides) = rectangle(context, from, at, modifiers);
            let measure = Some(Measure::Size(outline.size()));
            let shape = outline.is_valid().then(|| self.shape(context, outline));
            return Preview { new_structures: shape.into_iter().collect(), guides, measure, ..self.idle() };
        }
        let closes = self.is_on_first(context, at);
        let (next, guides) = match self.corners.first().filter(|_| closes) {
            Some(first) => (*first, Vec::new()),
            None => self.corner(context, at, modifiers),
        };
        let Some(last) = self.corners.last().copied() else { return Preview { guides, ..self.idle() } };
        let mut corners = self.corners.clone();
        if !closes && last != next {
            corners.push(next);
        }
        let shape = closed(&corners).map(|outline| self.shape(context, outline));
        let mut drawn = self.corners.clone();
        drawn.push(next);
        let side = (last != next).then_some(Distance::measured(last, next));
        let distances = side.into_iter().collect();
        Preview {
            new_structures: shape.into_iter().collect(),
            corners: drawn,
            guides,
            distances,
            hint: Hint::DrawingArea,
            ..self.idle()
        }
    }
}

/// The rectangle that a drag draws; with Shift a square.
fn rectangle(context: &Context<'_>, from: Point, at: Point, modifiers: Modifiers) -> (Outline, Vec<Guide>) {
    let (start, _) = draw::snapped_point(context, from, &Objects::default(), modifiers);
    let (end, guides) = draw::snapped_point(context, at, &Objects::default(), modifiers);
    let end = if modifiers.shift { draw::in_square(start, end) } else { end };
    (Outline::from_bounds(Bounds::between(start, end)), guides)
}

/// The area with these corners, unless it crosses itself.
fn closed(corners: &[Point]) -> Option<Outline> {
    let outline = Outline::Polygon(corners.to_vec());
    (corners.len() > 2 && outline.is_valid() && outline.is_simple()).then_some(outline)
}

/// A zone with the next free name, and the next colour in turn.
fn new_zone(context: &Context<'_>, outline: Outline) -> StructureShape {
    let names = context.plan.structures().values().filter_map(|structure| match &structure.shape {
        StructureShape::Zone { name, .. } => Some(same_name(name)),
        _ => None,
    });
    let names: Vec<_> = names.collect();
    let word = &context.settings.zone_name;
    let free = (1..).map(|number| format!("{word} {number}")).find(|name| !names.contains(&same_name(name)));
    let name = free.unwrap_or_else(|| word.clone());
    StructureShape::Zone { outline, name, tint: Tint::in_turn(names.len()), category: None }
}

/// The edit that gives the hall in view another outline.
pub(super) fn hall_edit(context: &Context<'_>, outline: Outline) -> Option<Edit> {
    let hall = context.plan.get(context.hall)?;
    (outline != hall.outline).then(|| Edit::ChangeHall(context.hall, Hall { outline, name: hall.name.clone() }))
}
