//! Draws a booth corner by corner: a click puts one, a click on the first closes the shape, and so do a double click and
//! Enter. Shift keeps to right angles; Backspace takes the last corner back.

use super::snap::{Edges, Targets, align, guides};
use super::{Context, Cursor, DrawKey, Event, Guide, Hint, Measure, Modifiers, Preview, Step, draw};
use crate::edit::Objects;
use crate::geometry::{Bounds, Length, Outline, Point, Segment};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct PolygonTool {
    corners: Vec<Point>,
    /// Where the pointer is.
    at: Point,
    modifiers: Modifiers,
}

impl PolygonTool {
    pub(super) fn is_idle(&self) -> bool {
        self.corners.is_empty()
    }

    pub(super) fn handle(&mut self, event: &Event, context: &Context<'_>) -> Step {
        if let Event::Press { at, modifiers, .. } | Event::Move { at, modifiers } | Event::Release { at, modifiers } = *event {
            (self.at, self.modifiers) = (at, modifiers);
        }
        match *event {
            Event::Press { clicks, .. } if clicks >= 2 => return self.close(context),
            Event::Press { .. } if self.closes(context) => return self.close(context),
            Event::Press { .. } => self.put_corner(context),
            // A side as long as was typed, taken with Enter.
            Event::Release { .. } if context.typed.first().is_some() => self.put_corner(context),
            Event::Cancel => self.corners.clear(),
            Event::Move { .. } | Event::Release { .. } => {}
        }
        Step::showing(self.preview(context))
    }

    pub(super) fn press_key(&mut self, key: DrawKey, context: &Context<'_>) -> Step {
        match key {
            DrawKey::Finish => self.close(context),
            DrawKey::Back => {
                self.corners.pop();
                Step::showing(self.preview(context))
            }
        }
    }

    /// Makes the booth of the corners put so far; what would cross itself stays open.
    fn close(&mut self, context: &Context<'_>) -> Step {
        let Some(outline) = closed(&self.corners) else { return Step::showing(self.preview(context)) };
        self.corners.clear();
        let edit = Some(draw::add_booths(context, vec![draw::next_booth(outline)]));
        Step { edit, ..Step::showing(Preview::idle(Cursor::Cross, Hint::Polygon)) }
    }

    fn put_corner(&mut self, context: &Context<'_>) {
        let (corner, _) = self.next_corner(context);
        if self.corners.last() != Some(&corner) {
            self.corners.push(corner);
        }
    }

    /// Whether the pointer is on the first corner, so that a click there closes the shape.
    fn closes(&self, context: &Context<'_>) -> bool {
        context.closes(&self.corners, self.at)
    }

    /// Where the next corner would be: with Shift beside or above the last one; snapped to what stands around and to the lines
    /// of the corners that are there; as far from the last one as was typed.
    fn next_corner(&self, context: &Context<'_>) -> (Point, Vec<Guide>) {
        let spot = Bounds::between(self.at, self.at);
        let mut targets = Targets::near(context, spot, &Objects::default(), self.modifiers);
        targets.boxes.extend(self.corners.iter().map(|corner| Bounds::between(*corner, *corner)));
        let edges = Edges { left: true, top: true, ..Edges::default() };
        let mut corner = self.at + align(spot, edges, &targets);
        if let (Some(last), true) = (self.corners.last(), self.modifiers.shift) {
            let way = self.at - *last;
            if way.x.abs() >= way.y.abs() { corner.y = last.y } else { corner.x = last.x }
        }
        match (context.typed.first(), self.corners.last()) {
            (Some(length), Some(last)) => (Segment::new(*last, corner).at_length(length), Vec::new()),
            _ => (corner, guides(Bounds::between(corner, corner), edges, &targets)),
        }
    }

    fn preview(&self, context: &Context<'_>) -> Preview {
        let Some((first, last)) = self.corners.first().copied().zip(self.corners.last().copied()) else {
            let (corner, guides) = self.next_corner(context);
            return Preview { corners: vec![corner], guides, ..Preview::idle(Cursor::Cross, Hint::Polygon) };
        };
        let closes = self.closes(context);
        let (next, guides) = if closes { (first, Vec::new()) } else { self.next_corner(context) };
        let mut corners: Vec<_> = self.corners.iter().copied().chain([next]).collect();
        corners.dedup();
        let shape = closed(if closes { &self.corners } else { &corners });
        let crosses = corners.len() > 3 && shape.is_none();
        let (cursor, hint) = match (crosses, self.corners.len()) {
            (true, _) => (Cursor::NotAllowed, Hint::PolygonCrosses),
            (false, 0..=2) => (Cursor::Cross, Hint::DrawingPolygon),
            (false, _) => (Cursor::Cross, Hint::ClosingPolygon),
        };
        let (total, area) = (last.distance(next), shape.as_ref().map(Outline::area));
        Preview {
            measure: (total > Length::ZERO || area.is_some()).then_some(Measure::Path { total, way: None, area }),
            new_booths: shape.into_iter().collect(),
            corners,
            guides,
            ..Preview::idle(cursor, hint)
        }
    }
}

/// The outline of these corners, where it is one.
fn closed(corners: &[Point]) -> Option<Outline> {
    Outline::of_corners(corners.to_vec())
}
