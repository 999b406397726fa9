//! The lines on which something stands together with other things.

use std::collections::BTreeMap;

use super::{Axis, Edges, Targets};
use crate::geometry::{Bounds, Length, Point};
use crate::tools::{Guide, GuideKind};

/// Every line that an edge or the middle of the box shares with a neighbour, a line of a picture or the hall's outline, from the one
/// to the other. The middle is left out where an edge is shared with the same neighbour: it says nothing more.
#[must_use]
pub fn guides(moving: Bounds, edges: Edges, targets: &Targets) -> Vec<Guide> {
    if targets.is_suspended() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for axis in [Axis::X, Axis::Y] {
        let mut lines = Lines { own: axis.other().span(moving), found: BTreeMap::new() };
        let (low, high) = axis.span(moving);
        let (low_moves, high_moves) = axis.free(edges);
        let moves = |at: Length| (low_moves && at == low) || (high_moves && at == high);
        for target in &targets.boxes {
            let (from, to) = axis.span(*target);
            let span = axis.other().span(*target);
            let shared: Vec<_> = [from, to].into_iter().filter(|at| moves(*at)).collect();
            if shared.is_empty() && low_moves && high_moves && ((from + to) - (low + high)).abs() <= Length::from_tenths(1) {
                lines.add((low + high) / 2, GuideKind::Centre, span);
            }
            shared.into_iter().for_each(|at| lines.add(at, GuideKind::Edge, span));
        }
        for (line, _) in targets.lines.iter().filter(|(line, _)| axis.is_across(*line) && moves(axis.of(line.from))) {
            lines.add(axis.of(line.from), GuideKind::Line, axis.other().span(line.bounds()));
        }
        let guide = |((at, _), (kind, (from, to)))| Guide { from: axis.point(at, from), to: axis.point(at, to), kind };
        found.extend(lines.found.into_iter().map(guide));
    }
    found
}

/// The lines that run across, on which one of these corners stands.
#[must_use]
pub fn oblique_guides(corners: &[Point], targets: &Targets) -> Vec<Guide> {
    if targets.is_suspended() {
        return Vec::new();
    }
    let is_on = |corner: &Point, foot: Point| corner.distance(foot) <= Length::from_tenths(1);
    let oblique = targets.lines.iter().map(|(line, _)| *line).filter(|line| !line.is_along_an_axis());
    let touched = oblique.filter(|line| corners.iter().any(|corner| line.foot(*corner).is_some_and(|foot| is_on(corner, foot))));
    touched.map(|line| Guide { from: line.from, to: line.to, kind: GuideKind::Line }).collect()
}

/// Lines at right angles to an axis, by where they are on it: one guide runs through all that stands on it.
struct Lines {
    own: (Length, Length),
    found: BTreeMap<(Length, bool), (GuideKind, (Length, Length))>,
}

impl Lines {
    fn add(&mut self, at: Length, kind: GuideKind, (from, to): (Length, Length)) {
        let is_centre = kind == GuideKind::Centre;
        let (shown, span) = self.found.entry((at, is_centre)).or_insert((kind, self.own));
        *span = (span.0.min(from), span.1.max(to));
        if kind == GuideKind::Line {
            *shown = kind;
        }
    }
}
