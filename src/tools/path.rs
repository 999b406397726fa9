//! Draws the path along which booths are numbered: click by click, or freehand by dragging. A double click, or the end of a
//! drag, ends it. What is drawn so far is told at every corner, so that the numbers along it can be shown meanwhile.

use super::{Context, Cursor, Event, Hint, Modifiers, Preview, Request, Step, draw};
use crate::geometry::Point;

/// Screen points between two corners of a freehand path.
const FREEHAND: i64 = 6;
/// Corners that a path may have.
const MOST_CORNERS: usize = 2_000;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct PathTool {
    corners: Vec<Point>,
    pressed: bool,
    freehand: bool,
}

impl PathTool {
    pub(super) fn is_idle(&self) -> bool {
        self.corners.is_empty()
    }

    pub(super) fn handle(&mut self, event: &Event, context: &Context<'_>) -> Step {
        match *event {
            Event::Press { at, clicks, .. } if clicks > 1 && self.corners.len() > 1 => {
                self.add(at, 1, context);
                self.end()
            }
            Event::Press { at, modifiers, .. } => {
                self.pressed = true;
                self.add(self.next(at, modifiers), 1, context);
                self.showing(None)
            }
            Event::Move { at, .. } if self.pressed => {
                if self.freehand || self.corners.last().is_some_and(|last| context.is_drag(*last, at)) {
                    self.freehand = true;
                    self.add(at, FREEHAND, context);
                }
                self.showing(Some(at))
            }
            Event::Move { at, modifiers } => self.showing(Some(self.next(at, modifiers))),
            Event::Release { at, .. } if self.pressed && self.freehand => {
                self.add(at, 1, context);
                self.end()
            }
            Event::Release { .. } => {
                self.pressed = false;
                let request = (self.corners.len() > 1).then(|| Request::NumberAlong { path: self.corners.clone(), ended: false });
                Step { request, ..self.showing(None) }
            }
            Event::Cancel => {
                *self = Self::default();
                Step { request: Some(Request::NumberAlong { path: Vec::new(), ended: false }), ..self.showing(None) }
            }
        }
    }

    /// Where the next corner would be: Shift keeps to steps of 45 degrees.
    fn next(&self, at: Point, modifiers: Modifiers) -> Point {
        self.corners.last().filter(|_| modifiers.shift).map_or(at, |last| draw::in_eighths(*last, at))
    }

    /// One more corner, unless it is nearer to the last one than so many points of the screen.
    fn add(&mut self, at: Point, points: i64, context: &Context<'_>) {
        let far = self.corners.last().is_none_or(|last| last.distance(at) >= context.points(points));
        if far && self.corners.len() < MOST_CORNERS {
            self.corners.push(at);
        }
    }

    fn end(&mut self) -> Step {
        let path = std::mem::take(self).corners;
        Step { request: Some(Request::NumberAlong { path, ended: true }), ..self.showing(None) }
    }

    fn showing(&self, at: Option<Point>) -> Step {
        let mut path = self.corners.clone();
        path.extend(at.filter(|_| !self.is_idle()));
        let hint = if self.is_idle() { Hint::Path } else { Hint::DrawingPath };
        Step::showing(Preview { path, ..Preview::idle(Cursor::Cross, hint) })
    }
}
