//! Points, circles, arcs, ellipses, splines, endless lines, and areas of three or four corners.

use acadrust::entities::EntityCommon;
use acadrust::entities::{Arc, Circle, Ellipse, Face3D, Point as PointEntity, Solid, Spline as SplineEntity, Wipeout};
use acadrust::types::Vector3;
use kurbo::{Affine, BezPath, Point, Vec2};

use crate::reader::{Fill, FillRule, ReadError};

use super::curves::{self, Spline};
use super::sheet;
use super::walk::{Context, Pen, Walker, flat, from_plane, plane};

impl Walker<'_, '_> {
    /// A dot.
    pub(super) fn point(&mut self, point: &PointEntity, context: &Context<'_>) -> Result<(), ReadError> {
        let (look, place) = self.look(&point.common, context);
        let mut path = BezPath::new();
        path.move_to(flat(point.location));
        path.line_to(flat(point.location));
        let pen = Pen { is_round: true, dashes: Vec::new(), ..Self::pen(&look, context) };
        self.sink.path(place, context.to_page * path, None, Some(pen))
    }

    pub(super) fn circle(&mut self, circle: &Circle, context: &Context<'_>) -> Result<(), ReadError> {
        let place = about(circle.center, circle.radius, circle.normal);
        self.line(&circle.common, curves::ring(place), context)
    }

    pub(super) fn arc(&mut self, arc: &Arc, context: &Context<'_>) -> Result<(), ReadError> {
        let mut path = BezPath::new();
        let place = about(arc.center, arc.radius, arc.normal);
        curves::arc(&mut path, place, arc.start_angle, curves::sweep(arc.start_angle, arc.end_angle));
        self.line(&arc.common, path, context)
    }

    pub(super) fn ellipse(&mut self, ellipse: &Ellipse, context: &Context<'_>) -> Result<(), ReadError> {
        let (normal, axis, ratio) = (ellipse.normal, ellipse.major_axis, ellipse.minor_axis_ratio);
        let length = (normal.x * normal.x + normal.y * normal.y + normal.z * normal.z).sqrt().max(f64::MIN_POSITIVE);
        // The minor axis is square to the major one and to the direction that the ellipse looks.
        let minor = Vec2::new(normal.y * axis.z - normal.z * axis.y, normal.z * axis.x - normal.x * axis.z) * (ratio / length);
        let place = Affine::new([axis.x, axis.y, minor.x, minor.y, ellipse.center.x, ellipse.center.y]);
        let sweep = curves::sweep(ellipse.start_parameter, ellipse.end_parameter);
        let mut path = BezPath::new();
        if sweep > std::f64::consts::TAU - 1e-6 {
            path = curves::ring(place);
        } else {
            curves::arc(&mut path, place, ellipse.start_parameter, sweep);
        }
        self.line(&ellipse.common, path, context)
    }

    pub(super) fn spline(
        &mut self,
        common: &EntityCommon,
        spline: &SplineEntity,
        context: &Context<'_>,
    ) -> Result<(), ReadError> {
        let points: Vec<Point> = spline.control_points.iter().copied().map(flat).collect();
        let path = if points.len() >= 2 {
            let mut path = BezPath::new();
            let degree = usize::try_from(spline.degree).unwrap_or(3);
            let closes = points.first() == points.last() || spline.flags.closed || spline.flags.periodic;
            Spline { degree, knots: spline.knots.clone(), points, weights: spline.weights.clone() }.append(&mut path);
            close_where_it_meets(&mut path, closes);
            path
        } else {
            let points: Vec<Point> = spline.fit_points.iter().copied().map(flat).collect();
            let tangents = [spline.begin_tangent, spline.end_tangent].map(|tangent| Some(flat(tangent).to_vec2()));
            curves::through(&points, spline.flags.closed, tangents)
        };
        self.line(common, path, context)
    }

    /// A line without an end (`least` 0), or without both (-1): the part that is on the sheet, once that is known.
    pub(super) fn ray(
        &mut self,
        common: &EntityCommon,
        from: Vector3,
        way: Vector3,
        least: f64,
        context: &Context<'_>,
    ) -> Result<(), ReadError> {
        let Some(shown) = self.sink.shown() else { return Ok(()) };
        let from = context.to_page * flat(from);
        let [a, b, c, d, ..] = context.to_page.as_coeffs();
        let way = Vec2::new(a * way.x + c * way.y, b * way.x + d * way.y);
        let length = way.hypot();
        let reach = (shown.center() - from).hypot() + shown.width() + shown.height();
        if length < 1e-12 || !reach.is_finite() {
            return Ok(());
        }
        let way = way / length * reach;
        let mut path = BezPath::new();
        path.move_to(from + way * least);
        path.line_to(from + way);
        let here = Context { to_page: Affine::IDENTITY, ..context.clone() };
        self.line(common, path, &here)
    }

    /// Three or four corners, filled. They are in the order of a Z.
    pub(super) fn solid(&mut self, solid: &Solid, context: &Context<'_>) -> Result<(), ReadError> {
        let place = from_plane(solid.normal, solid.first_corner.z);
        let corners = [solid.first_corner, solid.second_corner, solid.fourth_corner, solid.third_corner];
        self.area(&solid.common, polygon(corners.into_iter().map(|corner| place * flat(corner))), context)
    }

    /// The visible edges of a face.
    pub(super) fn face(&mut self, face: &Face3D, context: &Context<'_>) -> Result<(), ReadError> {
        let corners = [face.first_corner, face.second_corner, face.third_corner, face.fourth_corner].map(flat);
        let hidden = [1, 2, 4, 8].map(|bit| face.invisible_edges.bits() & bit != 0);
        if hidden == [false; 4] {
            let corners = if corners[2] == corners[3] { &corners[..3] } else { &corners[..] };
            return self.line(&face.common, polygon(corners.iter().copied()), context);
        }
        let mut path = BezPath::new();
        for (side, _) in hidden.iter().enumerate().filter(|(_, hidden)| !**hidden) {
            path.move_to(corners[side]);
            path.line_to(corners[(side + 1) % 4]);
        }
        self.line(&face.common, path, context)
    }

    /// What a wipeout hides: white.
    pub(super) fn wipeout(&mut self, wipeout: &Wipeout, context: &Context<'_>) -> Result<(), ReadError> {
        let (u, v) = (flat(wipeout.u_vector).to_vec2(), flat(wipeout.v_vector).to_vec2());
        // Its corners count from the middle of the left top pixel, down.
        let corner = |x: f64, y: f64| flat(wipeout.insertion_point) + u * (x + 0.5) + v * (wipeout.size.y - y - 0.5);
        let corners: Vec<Point> = match wipeout.clip_boundary_vertices.as_slice() {
            [one, other] => {
                [(one.x, one.y), (other.x, one.y), (other.x, other.y), (one.x, other.y)].map(|(x, y)| corner(x, y)).to_vec()
            }
            corners => corners.iter().map(|at| corner(at.x, at.y)).collect(),
        };
        let (_, place) = self.look(&wipeout.common, context);
        let fill = Fill { colour: sheet::WHITE, rule: FillRule::EvenOdd };
        self.sink.path(place, context.to_page * polygon(corners), Some(fill), None)
    }

    /// An area's boundary may be a thing of its own.
    pub(super) fn boundary(entity: &acadrust::EntityType) -> Option<BezPath> {
        use acadrust::EntityType;
        match entity {
            EntityType::Circle(circle) => Some(curves::ring(about(circle.center, circle.radius, circle.normal))),
            EntityType::LwPolyline(line) => {
                Some(polygon(line.vertices.iter().map(|vertex| from_plane(line.normal, line.elevation) * plane(vertex.location))))
            }
            EntityType::Polyline2D(line) => {
                Some(polygon(line.vertices.iter().map(|vertex| from_plane(line.normal, line.elevation) * flat(vertex.location))))
            }
            _ => None,
        }
    }
}

/// From the unit circle to one of a drawing.
pub(super) fn about(centre: Vector3, radius: f64, normal: Vector3) -> Affine {
    from_plane(normal, centre.z) * Affine::translate(flat(centre).to_vec2()) * Affine::scale(radius)
}

/// A closed path through corners.
pub(super) fn polygon(corners: impl IntoIterator<Item = Point>) -> BezPath {
    let mut path = BezPath::new();
    for corner in corners {
        if path.elements().is_empty() { path.move_to(corner) } else { path.line_to(corner) }
    }
    if !path.elements().is_empty() {
        path.close_path();
    }
    path
}

/// Closes a path that ends where it began.
fn close_where_it_meets(path: &mut BezPath, closes: bool) {
    let begin = path.elements().first().and_then(kurbo::PathEl::end_point);
    if closes
        && begin
            .zip(path.current_position())
            .is_some_and(|(begin, end)| begin.distance(end) < 1e-9 * (1.0 + begin.to_vec2().hypot()))
    {
        path.close_path();
    }
}
