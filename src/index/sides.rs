//! On how many sides of a booth an aisle passes: derived from what stands around it.
//!
//! The rule. A side is closed where at least half of its length has another booth, a wall, a column or the hall's outline
//! within [`REACH`] of it; every other side is open. A closed side with a long edge that is open by itself, as
//! the foot of an L has, counts half; halves are rounded up. The edges of a polygon make up to four sides, by the direction that they
//! face, measured from its longest edge; a round is taken as a polygon of many corners, and measured from where something
//! stands nearest to it. A booth all of whose sides are open is
//! an island, whatever their number. The names follow the trade: "linear 1, corner 2, peninsula 3, island 4" (British, German
//! and Swiss organisers; RULES.md). That half decides is ours: nothing was found that says how much of a side must be free.
//!
//! A booth's sides are worked out when they are first asked for, and kept until something near the booth changes.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use super::barriers::Barriers;
use super::places::Places;
use crate::geometry::{Bounds, Length, Outline, Point};
use crate::plan::{Booth, BoothId, Change, Hall, OpenSides, Plan};

/// Nearer than this, nobody passes: what stands so near closes a side.
pub const REACH: Length = Length::from_mm(300);

/// Tenths of a millimetre that the corners of turned neighbours are off: half a side is half of it all the same.
const ROUNDED: f64 = 10.0;

/// An open edge counts in a closed side where it is at least one of so many equal parts of it: the foot of an L reaches the aisle
/// though the rest of that side has neighbours.
const EDGE_OF_SIDE: f64 = 3.0;

/// One side of a booth, or a part of one where it has a bend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BoothSide {
    /// One end.
    pub from: Point,
    /// The other end.
    pub to: Point,
    /// Whether the side that it belongs to is open.
    pub open: bool,
}

/// The open sides that were asked for.
#[derive(Debug, Default)]
pub(super) struct Sides(RwLock<HashMap<BoothId, OpenSides>>);

impl Clone for Sides {
    fn clone(&self) -> Self {
        // What is not known is worked out again.
        Self::default()
    }
}

impl PartialEq for Sides {
    /// What was asked for is no knowledge of its own: it follows from where things are.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Sides {}

impl Sides {
    /// Forgets what may have become another. The places are those after the change.
    pub(super) fn update(&mut self, places: &Places, change: &Change) {
        let known = self.0.get_mut().unwrap_or_else(PoisonError::into_inner);
        if known.is_empty() {
            return;
        }
        let booths = change.booths.iter().flat_map(|delta| delta.before.iter().chain(&delta.after));
        let booths = booths.map(|booth| (booth.hall, booth.outline.bounds()));
        let structures = change.structures.iter().flat_map(|delta| delta.before.iter().chain(&delta.after));
        let structures = structures.filter_map(|structure| Some((structure.hall, Barriers::outline(structure)?.bounds())));
        for (hall, bounds) in booths.chain(structures) {
            for (booth, _) in places.booths_touching(hall, bounds.grown(REACH)) {
                known.remove(&booth);
            }
        }
        for delta in &change.booths {
            known.remove(&delta.id);
        }
        let outline = |hall: &Option<Arc<Hall>>| hall.as_ref().map(|hall| hall.outline.clone());
        if change.halls.iter().any(|delta| outline(&delta.before) != outline(&delta.after)) {
            known.clear();
        }
    }

    /// The open sides of a booth as they follow from what stands around it.
    pub(super) fn of(&self, around: &Around<'_>, id: BoothId, booth: &Booth) -> OpenSides {
        if let Some(known) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&id) {
            return *known;
        }
        let sides = OpenSides::of_sides(&around.sides(id, booth));
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(id, sides);
        sides
    }
}

impl OpenSides {
    fn of_sides(sides: &[Side]) -> Self {
        let open = sides.iter().filter(|side| side.is_open()).count();
        let half_open = sides.iter().filter(|side| side.is_half_open()).count();
        if open == sides.len() { Self::Island } else { Self::of_count((open + half_open.div_ceil(2)).min(3)) }
    }
}

/// Where things are, seen from a booth.
pub(super) struct Around<'a> {
    pub(super) plan: &'a Plan,
    pub(super) places: &'a Places,
    pub(super) barriers: &'a Barriers,
}

/// One side: its edges, and how much of it is closed.
#[derive(Debug, Default)]
struct Side {
    edges: Vec<(Point, Point)>,
    length: f64,
    closed: f64,
    /// The longest of its edges that is open by itself.
    open_edge: f64,
}

impl Side {
    fn is_open(&self) -> bool {
        self.closed * 2.0 + ROUNDED < self.length
    }

    /// Whether it is closed but for an edge of its own that reaches an aisle.
    fn is_half_open(&self) -> bool {
        !self.is_open() && self.open_edge * EDGE_OF_SIDE >= self.length
    }
}

impl Around<'_> {
    /// The edges of a booth, each with whether its side is open.
    pub(super) fn edges(&self, id: BoothId, booth: &Booth) -> Vec<BoothSide> {
        let sides = self.sides(id, booth);
        let edges = sides
            .iter()
            .flat_map(|side| side.edges.iter().map(|(from, to)| BoothSide { from: *from, to: *to, open: side.is_open() }));
        edges.collect()
    }

    fn sides(&self, id: BoothId, booth: &Booth) -> Vec<Side> {
        let ring = booth.outline.ring();
        let near = booth.outline.bounds().grown(REACH);
        let obstacles = self.obstacles(id, booth, near);
        let mut sides: [Side; 4] = Default::default();
        let main = match booth.outline {
            Outline::Round { .. } => edges(&ring).min_by(|one, other| gap(*one, &obstacles).total_cmp(&gap(*other, &obstacles))),
            _ => edges(&ring).max_by_key(|(from, to)| from.distance(*to)),
        };
        let main = main.map_or((0.0, 0.0), direction);
        for edge in edges(&ring) {
            let (along, length) = (direction(edge), edge.0.distance(edge.1).tenths() as f64);
            if let Some(side) = sides.get_mut(quarter(main, along)) {
                side.length += length;
                let closed = closed_length(edge, along, length, &obstacles);
                side.closed += closed;
                if closed * 2.0 + ROUNDED < length {
                    side.open_edge = side.open_edge.max(length);
                }
                side.edges.push(edge);
            }
        }
        sides.into_iter().filter(|side| !side.edges.is_empty()).collect()
    }

    /// The edges of all that can close a side, as far as they come near.
    fn obstacles(&self, id: BoothId, booth: &Booth, near: Bounds) -> Vec<(Point, Point)> {
        let mut found = Vec::new();
        let mut add = |outline: &Outline| {
            let ring = outline.ring();
            found.extend(edges(&ring).filter(|(from, to)| Bounds::between(*from, *to).touches(near)));
        };
        for (other, _) in self.places.booths_touching(booth.hall, near) {
            if other != id
                && let Some(other) = self.plan.get(other)
            {
                add(&other.outline);
            }
        }
        self.barriers.touching(booth.hall, near).for_each(&mut add);
        if let Some(hall) = self.plan.get(booth.hall) {
            add(&hall.outline);
        }
        found
    }
}

fn edges(ring: &[Point]) -> impl Iterator<Item = (Point, Point)> + '_ {
    ring.iter().copied().zip(ring.iter().copied().cycle().skip(1)).filter(|(from, to)| from != to)
}

/// Which way an edge runs, as a vector of length 1.
fn direction((from, to): (Point, Point)) -> (f64, f64) {
    let way = to - from;
    let (x, y) = (way.x.tenths() as f64, way.y.tenths() as f64);
    let length = x.hypot(y);
    if length > 0.0 { (x / length, y / length) } else { (0.0, 0.0) }
}

/// How far the middle of an edge is from the nearest obstacle.
fn gap((from, to): (Point, Point), obstacles: &[(Point, Point)]) -> f64 {
    let middle = from.halfway(to);
    let distance = |(start, end): &(Point, Point)| {
        let (way, to) = (*end - *start, middle - *start);
        let (x, y) = (way.x.tenths() as f64, way.y.tenths() as f64);
        let (to_x, to_y) = (to.x.tenths() as f64, to.y.tenths() as f64);
        let part = ((to_x * x + to_y * y) / (x * x + y * y)).clamp(0.0, 1.0);
        (to_x - x * part).hypot(to_y - y * part)
    };
    obstacles.iter().map(distance).fold(f64::INFINITY, f64::min)
}

/// Which of the four directions from `main` an edge is nearest to. One right between two of them belongs to the next.
fn quarter(main: (f64, f64), along: (f64, f64)) -> usize {
    let (same, across) = (main.0 * along.0 + main.1 * along.1, main.0 * along.1 - main.1 * along.0);
    if same.abs() > across.abs() + 1e-9 {
        if same > 0.0 { 0 } else { 2 }
    } else if across > 0.0 {
        1
    } else {
        3
    }
}

/// How much of an edge has an obstacle within reach, to either side of it: neighbours may lie over one another by a hair.
fn closed_length(edge: (Point, Point), along: (f64, f64), length: f64, obstacles: &[(Point, Point)]) -> f64 {
    let reach = REACH.tenths() as f64;
    let local = |point: Point| {
        let way = point - edge.0;
        let (x, y) = (way.x.tenths() as f64, way.y.tenths() as f64);
        (x * along.0 + y * along.1, y * along.0 - x * along.1)
    };
    let mut closed: Vec<(f64, f64)> = Vec::new();
    for obstacle in obstacles {
        let (from, to) = (local(obstacle.0), local(obstacle.1));
        // The part of the obstacle's edge that lies within the strip along ours.
        let (mut begin, mut end) = (0.0_f64, 1.0_f64);
        let (start, rise) = (from.1, to.1 - from.1);
        if rise.abs() < 1e-9 {
            if start.abs() > reach {
                continue;
            }
        } else {
            let (one, other) = ((-reach - start) / rise, (reach - start) / rise);
            begin = begin.max(one.min(other));
            end = end.min(one.max(other));
            if begin >= end {
                continue;
            }
        }
        let at = |part: f64| (from.0 + (to.0 - from.0) * part).clamp(0.0, length);
        let (one, other) = (at(begin), at(end));
        if one != other {
            closed.push((one.min(other), one.max(other)));
        }
    }
    closed.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
    let (mut sum, mut done) = (0.0, 0.0_f64);
    for (from, to) in closed {
        sum += (to - from.max(done)).max(0.0);
        done = done.max(to);
    }
    sum
}
