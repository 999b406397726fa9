//! Measures: a drag measures one line, clicks measure a way from point to point, and the floor within where it comes back to its
//! first point. What was measured stays in view until the next press.

use super::{Context, Cursor, Distance, Event, Hint, Measure, Modifiers, Preview, Step, draw};
use crate::edit::Objects;
use crate::geometry::{Length, Outline, Point};

/// Screen points from the first point within which a click closes the way.
const CLOSES: i64 = 8;
/// Points that a way may have.
const MOST: usize = 200;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct MeasureTool {
    /// The points that were measured, or are being measured.
    points: Vec<Point>,
    /// Where the button went down, while it is down.
    pressed: Option<Point>,
    /// The way goes on to where the pointer is.
    going_on: bool,
    is_closed: bool,
}

impl MeasureTool {
    pub(super) fn is_idle(&self) -> bool {
        !self.going_on && self.pressed.is_none()
    }

    pub(super) fn handle(&mut self, event: &Event, context: &Context<'_>) -> Step {
        match *event {
            Event::Press { at, modifiers, clicks } => {
                self.press(context, at, modifiers, clicks);
                Step::showing(self.preview(context, at, modifiers))
            }
            Event::Move { at, modifiers } => Step::showing(self.preview(context, at, modifiers)),
            Event::Release { at, modifiers } => {
                if let Some(from) = self.pressed.take()
                    && context.is_drag(from, at)
                    && self.points.len() == 1
                {
                    // A drag measures one line, and is done.
                    let (end, _) = self.end(context, at, modifiers);
                    self.points.push(end);
                    self.going_on = false;
                }
                Step::showing(self.preview(context, at, modifiers))
            }
            Event::Cancel => {
                *self = Self::default();
                Step::showing(Preview::idle(Cursor::Cross, Hint::Measure))
            }
        }
    }

    fn press(&mut self, context: &Context<'_>, at: Point, modifiers: Modifiers, clicks: u8) {
        if !self.going_on {
            let (start, _) = draw::snapped_point(context, at, &Objects::default(), modifiers);
            *self = Self { points: vec![start], pressed: Some(at), going_on: true, is_closed: false };
            return;
        }
        let (end, _) = self.end(context, at, modifiers);
        let closes = self.closes(context, end);
        if closes {
            self.is_closed = true;
        } else if self.points.last() != Some(&end) {
            self.points.push(end);
        }
        // A double click ends the way where it is.
        self.going_on = !closes && clicks < 2 && self.points.len() < MOST;
        self.pressed = self.going_on.then_some(at);
    }

    fn end(&self, context: &Context<'_>, at: Point, modifiers: Modifiers) -> (Point, Vec<super::Guide>) {
        let from = self.points.last().copied().unwrap_or(at);
        draw::snapped_end(context, from, at, &Objects::default(), modifiers)
    }

    fn closes(&self, context: &Context<'_>, end: Point) -> bool {
        self.points.len() > 2 && self.points.first().is_some_and(|first| first.distance(end) <= context.points(CLOSES))
    }

    fn preview(&self, context: &Context<'_>, at: Point, modifiers: Modifiers) -> Preview {
        let idle = Preview::idle(Cursor::Cross, if self.going_on { Hint::Measuring } else { Hint::Measure });
        if self.points.is_empty() {
            let (_, guides) = draw::snapped_point(context, at, &Objects::default(), modifiers);
            return Preview { guides, ..idle };
        }
        let (end, guides) = if self.going_on { self.end(context, at, modifiers) } else { (at, Vec::new()) };
        let is_closed = self.is_closed || self.going_on && self.closes(context, end);
        let mut way = self.points.clone();
        if is_closed {
            way.extend(self.points.first());
        } else if self.going_on && way.last() != Some(&end) {
            way.push(end);
        }
        let lines: Vec<_> = way.iter().zip(way.iter().skip(1)).map(|(from, to)| Distance::measured(*from, *to)).collect();
        let single = lines.first().filter(|_| lines.len() == 1).map(|line| line.to - line.from);
        let outline = Outline::Polygon(self.points.clone());
        let measure = Measure::Path {
            total: lines.iter().map(Distance::length).sum::<Length>(),
            way: single,
            area: is_closed.then(|| outline.area()),
        };
        Preview { measure: (!lines.is_empty()).then_some(measure), distances: lines, guides, ..idle }
    }
}
