//! Outlines laid over one another: union, what lies in both, what lies on each side. Exact in whole tenths of a millimetre;
//! only where two slanted edges cross is the crossing rounded to the nearest tenth, once, for both sides alike.
//!
//! The coordinates of a plan are below 2^27 and the engine takes up to 2^62, so that nothing is scaled on the way in.

use i_overlay::core::extract::BooleanExtractionBuffer;
use i_overlay::core::fill_rule::FillRule;
use i_overlay::core::overlay::{Overlay, ShapeType};
use i_overlay::core::overlay_rule::OverlayRule;
use i_overlay::i_float::int::point::IntPoint;

use super::recognise::recognised;
use super::{Angle, Area, Length, Outline, Point};

/// How far apart two corners may be that were meant to be one: turned corners are rounded, so that the edges of neighbours
/// that are turned together are a tenth of a millimetre apart or over one another.
pub(super) const SAME: i64 = 2;

/// Why outlines do not make one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoUnion {
    /// They do not touch along an edge.
    Apart,
    /// They enclose floor that belongs to none of them.
    Hole,
}

/// One connected piece: its outer ring, and whether there are holes in it.
#[derive(Debug)]
pub(super) struct Piece {
    pub(super) ring: Vec<Point>,
    holes: Vec<Vec<Point>>,
}

impl Piece {
    /// Its outline, where there is no hole in it.
    pub(super) fn outline(self, angles: &[Angle]) -> Option<Outline> {
        self.holes.is_empty().then(|| recognised(self.ring, angles))
    }

    fn area(&self) -> Area {
        self.holes.iter().fold(ring_area(&self.ring), |area, hole| area - ring_area(hole))
    }
}

/// The area inside a ring.
pub(super) fn ring_area(ring: &[Point]) -> Area {
    Area::from_units(twice_area(ring).abs() / 2)
}

/// Twice the area inside a ring, negative where it runs the other way round.
fn twice_area(ring: &[Point]) -> i128 {
    let product = |a: Length, b: Length| i128::from(a.tenths()) * i128::from(b.tenths());
    ring.iter().zip(ring.iter().cycle().skip(1)).map(|(a, b)| product(a.x, b.y) - product(b.x, a.y)).sum()
}

/// An overlay of two sets of rings. All rings run the same way round, so that those that overlap do not cancel out.
struct Rings(Overlay<i64>);

impl Rings {
    fn new(subject: &[Vec<Point>], clip: &[Vec<Point>]) -> Self {
        let corners = subject.iter().chain(clip).map(Vec::len).sum();
        let mut overlay = Overlay::new(corners);
        for (rings, kind) in [(subject, ShapeType::Subject), (clip, ShapeType::Clip)] {
            for ring in rings {
                let to_int = |point: &Point| IntPoint::new(point.x.tenths(), point.y.tenths());
                if twice_area(ring) < 0 {
                    overlay.add_path_iter(ring.iter().rev().map(to_int), kind);
                } else {
                    overlay.add_path_iter(ring.iter().map(to_int), kind);
                }
            }
        }
        Self(overlay)
    }

    /// The pieces by several rules at once: they then share every corner where an edge is cut.
    fn pieces<const N: usize>(mut self, rules: [OverlayRule; N]) -> [Vec<Piece>; N] {
        let to_ring = |contour: Vec<IntPoint<i64>>| -> Vec<Point> {
            contour.into_iter().map(|at| Point::new(Length::from_tenths(at.x), Length::from_tenths(at.y))).collect()
        };
        let Some(graph) = self.0.build_graph_view(FillRule::NonZero) else { return rules.map(|_| Vec::new()) };
        let mut buffer = BooleanExtractionBuffer::default();
        rules.map(|rule| {
            let shapes = graph.extract_shapes(rule, &mut buffer).into_iter();
            let pieces = shapes.filter_map(|shape| {
                let mut rings = shape.into_iter().map(to_ring);
                rings.next().map(|ring| Piece { ring, holes: rings.collect() })
            });
            pieces.collect()
        })
    }
}

/// What of some rings lies inside another, and what outside of it.
pub(super) fn inside_and_outside(rings: &[Vec<Point>], of: Vec<Point>) -> (Vec<Piece>, Vec<Piece>) {
    let [inside, outside] = Rings::new(rings, &[of]).pieces([OverlayRule::Intersect, OverlayRule::Difference]);
    (inside, outside)
}

impl Outline {
    /// The outline that several make together, exactly.
    ///
    /// # Errors
    /// Where they do not touch along an edge, or enclose floor that belongs to none.
    pub fn union(outlines: &[Self]) -> Result<Self, NoUnion> {
        let mut rings: Vec<_> = outlines.iter().map(Self::ring).collect();
        stitch(&mut rings);
        let [pieces] = Rings::new(&rings, &[]).pieces([OverlayRule::Subject]);
        let mut pieces = pieces.into_iter();
        let (Some(only), None) = (pieces.next(), pieces.next()) else { return Err(NoUnion::Apart) };
        let angles: Vec<_> = outlines.iter().map(Self::angle).collect();
        only.outline(&angles).ok_or(NoUnion::Hole)
    }

    /// The area of what lies both in this outline and in any of the others.
    #[must_use]
    pub fn area_in<'a>(&self, others: impl IntoIterator<Item = &'a Self>) -> Area {
        let others: Vec<_> = others.into_iter().filter(|other| other.bounds().touches(self.bounds())).map(Self::ring).collect();
        if others.is_empty() {
            return Area::ZERO;
        }
        let [common] = Rings::new(&[self.ring()], &others).pieces([OverlayRule::Intersect]);
        common.iter().map(Piece::area).sum()
    }

    /// Whether two outlines share floor: not only an edge, and more than rounding makes.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let sides = |outline: &Self| outline.bounds().size().width + outline.bounds().size().depth;
        self.area_in([other]) > sides(self).min(sides(other)) * Length::from_tenths(SAME)
    }

    /// Whether no two edges cross or touch, but for neighbours at their corner.
    #[must_use]
    pub fn is_simple(&self) -> bool {
        let Self::Polygon(corners) = self else { return true };
        let edges: Vec<_> = corners.iter().copied().zip(corners.iter().copied().cycle().skip(1)).collect();
        let count = edges.len();
        edges.iter().enumerate().all(|(place, edge)| {
            let rest = edges.iter().enumerate().skip(place + 1);
            edge.0 != edge.1
                && rest.clone().all(|(other, with)| {
                    let neighbours = other == place + 1 || (place == 0 && other + 1 == count);
                    if neighbours { !folds_back(*edge, *with) } else { !edges_meet(*edge, *with) }
                })
        })
    }
}

type Edge = (Point, Point);

/// On which side of the line a-b the point lies: positive to the right of it, as y runs down.
fn side(a: Point, b: Point, point: Point) -> i128 {
    let (along, to) = (b - a, point - a);
    i128::from(along.x.tenths()) * i128::from(to.y.tenths()) - i128::from(along.y.tenths()) * i128::from(to.x.tenths())
}

fn edges_meet((a, b): Edge, (c, d): Edge) -> bool {
    let (of_c, of_d) = (side(a, b, c).signum(), side(a, b, d).signum());
    let (of_a, of_b) = (side(c, d, a).signum(), side(c, d, b).signum());
    let between = |from: Point, to: Point, point: Point| super::Bounds::between(from, to).contains(point);
    if of_c != of_d && of_a != of_b {
        return true;
    }
    (of_c == 0 && between(a, b, c))
        || (of_d == 0 && between(a, b, d))
        || (of_a == 0 && between(c, d, a))
        || (of_b == 0 && between(c, d, b))
}

/// Whether two edges that share a corner run over one another.
fn folds_back(first: Edge, second: Edge) -> bool {
    let (corner, one, other) = if first.1 == second.0 { (first.1, first.0, second.1) } else { (first.0, first.1, second.0) };
    let (to_one, to_other) = (one - corner, other - corner);
    let along = i128::from(to_one.x.tenths()) * i128::from(to_other.x.tenths())
        + i128::from(to_one.y.tenths()) * i128::from(to_other.y.tenths());
    side(corner, one, other) == 0 && along > 0
}

/// Makes corners that were meant to be one the same, and gives every edge the corners of others that lie on it: neighbours
/// then share their edges exactly, however they are turned.
fn stitch(rings: &mut [Vec<Point>]) {
    let near = |a: Point, b: Point| {
        let way = b - a;
        way.x.tenths().pow(2) + way.y.tenths().pow(2) <= SAME.pow(2)
    };
    for place in 1..rings.len() {
        let (before, rest) = rings.split_at_mut(place);
        let Some(ring) = rest.first_mut() else { continue };
        for corner in ring {
            let same = before.iter().flatten().find(|other| near(*corner, **other));
            *corner = same.copied().unwrap_or(*corner);
        }
    }
    let corners: Vec<Point> = rings.iter().flatten().copied().collect();
    for ring in rings {
        let edges: Vec<Edge> = ring.iter().copied().zip(ring.iter().copied().cycle().skip(1)).collect();
        ring.clear();
        for (from, to) in edges {
            ring.push(from);
            let reach = super::Bounds::between(from, to).grown(Length::from_tenths(SAME));
            let mut on_edge: Vec<_> = corners
                .iter()
                .filter(|corner| reach.contains(**corner) && !near(**corner, from) && !near(**corner, to))
                .filter(|corner| distance_from_line(from, to, **corner) <= SAME as f64)
                .map(|corner| (from.distance(*corner), *corner))
                .collect();
            on_edge.sort_unstable();
            on_edge.dedup();
            ring.extend(on_edge.into_iter().map(|(_, corner)| corner));
        }
    }
}

/// How far a point lies from the line through two others, in tenths of a millimetre.
pub(super) fn distance_from_line(a: Point, b: Point, point: Point) -> f64 {
    let way = b - a;
    let length = (way.x.tenths() as f64).hypot(way.y.tenths() as f64);
    if length == 0.0 { f64::INFINITY } else { side(a, b, point).abs() as f64 / length }
}
