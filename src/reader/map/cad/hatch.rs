//! Hatches: areas in one colour, or of lines.

use acadrust::entities::{BoundaryEdge, Hatch, HatchPatternLine};
use kurbo::{Affine, BezPath, Point, Rect, Shape as _, Vec2};

use crate::reader::{Fill, FillRule, ReadError, Rgba};

use super::curves::{self, Spline};
use super::polyline::{Corner, outline};
use super::style::{self, Look};
use super::walk::{Context, Edge, Pen, PenWidth, Place, Walker, from_plane, growth, plane};

/// Most lines of a hatch. One of more is as good as an area.
const LINES: f64 = 4_000.0;

/// How opaque an area is that stands for lines too many to draw.
const TINT: u8 = 64;

impl Walker<'_, '_> {
    pub(super) fn hatch(&mut self, hatch: &Hatch, context: &Context<'_>) -> Result<(), ReadError> {
        let to_page = context.to_page * from_plane(hatch.normal, hatch.elevation);
        let boundary = boundary(hatch);
        if boundary.is_empty() || !boundary.is_finite() {
            return Ok(());
        }
        let (look, place) = self.look(&hatch.common, context);
        if hatch.is_solid || hatch.gradient_color.enabled || hatch.pattern.lines.is_empty() {
            let colour = gradient(hatch, &look).unwrap_or_else(|| look.colour.area());
            let fill = Fill { colour, rule: FillRule::EvenOdd };
            return self.sink.path(place, to_page * boundary, Some(fill), None);
        }
        let bounds = boundary.bounding_box();
        let families: Option<Vec<_>> = hatch.pattern.lines.iter().map(|line| family(line, bounds)).collect();
        let count: f64 = families.iter().flatten().map(|family| family.rows[1] - family.rows[0] + 1.0).sum();
        let Some(families) = families.filter(|_| count <= LINES) else {
            let Rgba([red, green, blue, _]) = look.colour.ink();
            let fill = Fill { colour: Rgba([red, green, blue, TINT]), rule: FillRule::EvenOdd };
            return self.sink.path(place, to_page * boundary, Some(fill), None);
        };
        let clip = self.sink.clip(to_page * boundary, Edge::Hatch, place.clip)?;
        let pen = Pen { width: PenWidth::Paper(look.weight), ..Self::pen(&look, context) };
        for family in families {
            let dashes = style::in_turn(&family.line.dash_lengths, growth(to_page));
            let pen = Pen { dashes, ..pen.clone() };
            self.sink.path(Place { clip: Some(clip), ..place }, to_page * family.path(), None, Some(pen))?;
        }
        Ok(())
    }
}

/// The mean colour of a gradient.
fn gradient(hatch: &Hatch, look: &Look<'_>) -> Option<Rgba> {
    let colours: Vec<Rgba> = hatch.gradient_color.colors.iter().map(|entry| look.colour.replaced(entry.color).area()).collect();
    if !hatch.gradient_color.enabled || colours.is_empty() {
        return None;
    }
    let mean = |channel: usize| {
        let sum: usize = colours.iter().map(|Rgba(channels)| usize::from(channels[channel])).sum();
        u8::try_from(sum / colours.len()).unwrap_or(u8::MAX)
    };
    Some(Rgba([mean(0), mean(1), mean(2), mean(3)]))
}

/// Parallel lines of a pattern that cross a box.
struct Family<'a> {
    line: &'a HatchPatternLine,
    along: Vec2,
    /// From one line's base to the next one's.
    step: Vec2,
    /// The first and the last, counted from the one through the base.
    rows: [f64; 2],
    /// From where to where along them the box reaches.
    reach: [f64; 2],
}

/// `None` where the lines lie on one another, or are no numbers.
fn family(line: &HatchPatternLine, bounds: Rect) -> Option<Family<'_>> {
    let along = Vec2::from_angle(line.angle);
    let step = Vec2::new(line.offset.x, line.offset.y);
    let across = Vec2::new(-along.y, along.x);
    let apart = step.dot(across);
    let base = plane(line.base_point);
    let corners = [(bounds.x0, bounds.y0), (bounds.x1, bounds.y0), (bounds.x1, bounds.y1), (bounds.x0, bounds.y1)];
    let range = |way: Vec2| {
        let places = corners.map(|corner| (Point::from(corner) - base).dot(way));
        [places.iter().copied().fold(f64::MAX, f64::min), places.iter().copied().fold(f64::MIN, f64::max)]
    };
    let [low, high] = range(across).map(|place| place / apart);
    let rows = [low.min(high).ceil(), low.max(high).floor()];
    let sound = rows.iter().all(|row| row.is_finite() && row.abs() < 1e12) && apart.abs() > 1e-12;
    sound.then(|| Family { line, along, step, rows, reach: range(along) })
}

impl Family<'_> {
    /// The lines, each begun where its dashes begin.
    fn path(&self) -> BezPath {
        let mut path = BezPath::new();
        let base = plane(self.line.base_point);
        let period: f64 = self.line.dash_lengths.iter().map(|length| length.abs()).sum();
        let shift = self.step.dot(self.along);
        let [first, last] = self.rows;
        for row in 0..=(last - first).max(-1.0) as i64 {
            let row = first + row as f64;
            if row > last {
                break;
            }
            let origin = base + self.step * row;
            let [from, to] = self.reach.map(|place| place - shift * row);
            let from = if period > 0.0 { (from / period).floor() * period } else { from };
            path.move_to(origin + self.along * from);
            path.line_to(origin + self.along * to);
        }
        path
    }
}

/// The edges of a hatch.
fn boundary(hatch: &Hatch) -> BezPath {
    let mut whole = BezPath::new();
    for path in &hatch.paths {
        let edges = path.edges.iter().map(|edge| {
            let mut own = BezPath::new();
            append(&mut own, edge);
            own
        });
        let mut part = joined(edges.filter(|edge| !edge.elements().is_empty()));
        if !part.elements().is_empty() {
            if !matches!(part.elements().last(), Some(kurbo::PathEl::ClosePath)) {
                part.close_path();
            }
            whole.extend(part);
        }
    }
    whole
}

/// Edges as one path, each in the direction in which it goes on from the one before: files do not always say.
fn joined(edges: impl Iterator<Item = BezPath>) -> BezPath {
    let mut path = BezPath::new();
    let mut edges = edges.peekable();
    let ends = |edge: &BezPath| edge.elements().first().and_then(kurbo::PathEl::end_point).zip(edge.current_position());
    while let Some(mut edge) = edges.next() {
        let Some((begin, end)) = ends(&edge) else { continue };
        let turns = match (path.current_position(), edges.peek().and_then(ends)) {
            (Some(at), _) => end.distance(at) < begin.distance(at),
            (None, Some((one, other))) => {
                begin.distance(one).min(begin.distance(other)) < end.distance(one).min(end.distance(other))
            }
            (None, None) => false,
        };
        if turns {
            edge = edge.reverse_subpaths();
        }
        for (at, step) in edge.iter().enumerate() {
            match step {
                kurbo::PathEl::MoveTo(to) if at == 0 && path.current_position().is_some() => path.line_to(to),
                step => path.push(step),
            }
        }
    }
    path
}

fn append(path: &mut BezPath, edge: &BoundaryEdge) {
    match edge {
        BoundaryEdge::Line(line) => {
            let (from, to) = (plane(line.start), plane(line.end));
            if path.elements().is_empty() {
                path.move_to(from)
            } else {
                path.line_to(from)
            }
            path.line_to(to);
        }
        BoundaryEdge::CircularArc(arc) => {
            let place = Affine::translate(plane(arc.center).to_vec2()) * Affine::scale(arc.radius);
            turn(path, place, arc.start_angle, arc.end_angle, arc.counter_clockwise);
        }
        BoundaryEdge::EllipticArc(arc) => {
            let major = plane(arc.major_axis_endpoint).to_vec2();
            let minor = Vec2::new(-major.y, major.x) * arc.minor_axis_ratio;
            let place = Affine::new([major.x, major.y, minor.x, minor.y, arc.center.x, arc.center.y]);
            if arc.counter_clockwise {
                turn(path, place, arc.start_angle, arc.end_angle, true);
            } else {
                turn(path, place, -arc.start_angle, -arc.end_angle, false);
            }
        }
        BoundaryEdge::Spline(spline) => {
            let points: Vec<Point> = spline.control_points.iter().map(|at| Point::new(at.x, at.y)).collect();
            if points.len() >= 2 {
                let weights = if spline.rational { spline.control_points.iter().map(|at| at.z).collect() } else { Vec::new() };
                let degree = usize::try_from(spline.degree).unwrap_or(3);
                Spline { degree, knots: spline.knots.clone(), points, weights }.append(path);
            } else {
                let points: Vec<Point> = spline.fit_points.iter().copied().map(plane).collect();
                path.extend(curves::through(&points, false, [None; 2]));
            }
        }
        BoundaryEdge::Polyline(line) => {
            let corners: Vec<Corner> =
                line.vertices.iter().map(|at| Corner { at: Point::new(at.x, at.y), bulge: at.z, widths: [0.0; 2] }).collect();
            path.extend(outline(&corners, true));
        }
    }
}

/// An arc from one angle to another, either way around.
fn turn(path: &mut BezPath, place: Affine, from: f64, to: f64, counter_clockwise: bool) {
    let sweep = if counter_clockwise { curves::sweep(from, to) } else { -curves::sweep(to, from) };
    curves::arc(path, place, from, sweep);
}
