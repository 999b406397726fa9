//! Guides, gaps and measured lines over the hall.

use eframe::egui::{Align2, Shape, Stroke, vec2};

use super::overlay::Overlay;
use crate::geometry::{Length, Point};
use crate::index::dimension_line;
use crate::text::args;
use crate::tools::{Distance, DistanceKind, Guide, GuideKind};

/// Points that a guide reaches beyond what it joins.
const BEYOND: f32 = 12.0;
/// The radius of a pivot's ring.
const PIVOT: f32 = 6.0;

impl Overlay<'_> {
    /// A line that joins what is aligned: a thin one along edges, dashes through middles, a thick one on a wall or the like.
    pub(super) fn guide(&self, guide: &Guide) {
        let ends = [self.view.place(guide.from), self.view.place(guide.to)];
        let way = (ends[1] - ends[0]).normalized() * BEYOND;
        let line = [ends[0] - way, ends[1] + way];
        let colour = self.theme.colours.guide;
        match guide.kind {
            GuideKind::Edge => drop(self.painter.line_segment(line, Stroke::new(1.0, colour))),
            GuideKind::Centre => self.painter.extend(Shape::dashed_line(&line, Stroke::new(1.0, colour), 6.0, 4.0)),
            GuideKind::Line => drop(self.painter.line_segment(ends, Stroke::new(2.0, colour))),
        }
    }

    /// A line with its length: gaps that are equal say so, and so does the usual aisle.
    pub(super) fn distance(&self, distance: &Distance) {
        let colours = &self.theme.colours;
        let (from, to) = (self.view.place(distance.from), self.view.place(distance.to));
        let colour = if distance.kind == DistanceKind::Measured { colours.accent } else { colours.guide };
        let stroke = Stroke::new(1.5, colour);
        self.painter.line_segment([from, to], stroke);
        let across = (to - from).normalized().rot90() * 4.0;
        for end in [from, to] {
            self.painter.line_segment([end - across, end + across], stroke);
        }
        let length = self.texts.length(distance.length());
        let words = match distance.kind {
            DistanceKind::Gap | DistanceKind::Measured => length,
            DistanceKind::Equal => format!("= {length}"),
            DistanceKind::Aisle => self.texts.guide_aisle(args::GuideAisle { width: &length }),
        };
        self.label(from + (to - from) / 2.0 + vec2(0.0, 14.0), Align2::CENTER_CENTER, &words, colour);
    }

    /// A dimension that is being drawn, or is selected.
    pub(super) fn dimension(&self, from: Point, to: Point, offset: Length) {
        let colour = self.theme.colours.accent;
        let (begin, end) = dimension_line(from, to, offset);
        for (measured, drawn) in [(from, begin), (to, end)] {
            self.painter.line_segment([self.view.place(measured), self.view.place(drawn)], Stroke::new(1.0, colour));
        }
        self.distance(&Distance::measured(begin, end));
    }

    /// The point about which the selection turns.
    pub(super) fn pivot(&self, at: Point) {
        let at = self.view.place(at);
        let colours = &self.theme.colours;
        let stroke = Stroke::new(1.5, colours.accent);
        self.painter.circle(at, PIVOT, colours.surface, stroke);
        for way in [vec2(PIVOT + 4.0, 0.0), vec2(0.0, PIVOT + 4.0)] {
            self.painter.line_segment([at - way, at + way], stroke);
        }
    }
}
