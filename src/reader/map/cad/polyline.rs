//! Polylines: their corners, arcs and widths.

use acadrust::entities::EntityCommon;
use acadrust::entities::{LwPolyline, Polyline, Polyline2D, Polyline3D};
use kurbo::{Affine, BezPath, Point, Vec2};

use crate::reader::{Fill, FillRule, ReadError};

use super::curves;
use super::walk::{Context, Pen, PenWidth, Walker, flat, from_plane, growth, plane};

/// What is no corner of a polyline but helped to shape it.
const FRAME: i32 = 16;

/// A corner of a polyline and the side that begins there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Corner {
    pub(super) at: Point,
    pub(super) bulge: f64,
    /// The side's width at its begin and its end.
    pub(super) widths: [f64; 2],
}

impl Corner {
    fn plain(at: Point) -> Self {
        Self { at, bulge: 0.0, widths: [0.0; 2] }
    }
}

impl Walker<'_, '_> {
    pub(super) fn light_polyline(&mut self, line: &LwPolyline, context: &Context<'_>) -> Result<(), ReadError> {
        let corners = line.vertices.iter().map(|vertex| {
            let own = [vertex.start_width, vertex.end_width];
            let widths = if own == [0.0; 2] { [line.constant_width; 2] } else { own };
            Corner { at: plane(vertex.location), bulge: vertex.bulge, widths }
        });
        let place = from_plane(line.normal, line.elevation);
        self.polyline(&line.common, corners.collect(), line.is_closed, place, context)
    }

    pub(super) fn flat_polyline(&mut self, line: &Polyline2D, context: &Context<'_>) -> Result<(), ReadError> {
        let corners = line.vertices.iter().filter(|vertex| i32::from(vertex.flags.bits()) & FRAME == 0).map(|vertex| {
            let own = [vertex.start_width, vertex.end_width];
            let widths = if own == [0.0; 2] { [line.start_width, line.end_width] } else { own };
            Corner { at: flat(vertex.location), bulge: vertex.bulge, widths }
        });
        let place = from_plane(line.normal, line.elevation);
        self.polyline(&line.common, corners.collect(), line.is_closed(), place, context)
    }

    pub(super) fn spatial_polyline(&mut self, line: &Polyline, context: &Context<'_>) -> Result<(), ReadError> {
        let corners = line.vertices.iter().filter(|vertex| i32::from(vertex.flags.bits()) & FRAME == 0);
        let corners = corners.map(|vertex| Corner::plain(flat(vertex.location))).collect();
        self.polyline(&line.common, corners, line.is_closed(), Affine::IDENTITY, context)
    }

    pub(super) fn new_spatial_polyline(&mut self, line: &Polyline3D, context: &Context<'_>) -> Result<(), ReadError> {
        let corners = line.vertices.iter().filter(|vertex| vertex.flags & FRAME == 0);
        let corners = corners.map(|vertex| Corner::plain(flat(vertex.position))).collect();
        self.polyline(&line.common, corners, line.flags.closed, Affine::IDENTITY, context)
    }

    fn polyline(
        &mut self,
        common: &EntityCommon,
        corners: Vec<Corner>,
        closed: bool,
        place: Affine,
        context: &Context<'_>,
    ) -> Result<(), ReadError> {
        let to_page = context.to_page * place;
        let widths: Vec<f64> = corners.iter().flat_map(|corner| corner.widths).collect();
        let (least, most) = widths.iter().fold((f64::MAX, 0.0_f64), |(least, most), width| (least.min(*width), most.max(*width)));
        let (look, belongs) = self.look(common, context);
        let pen = Self::pen(&look, context);
        if most > 0.0 && most - least > 1e-6 * most {
            let fill = Fill { colour: look.colour.ink(), rule: FillRule::NonZero };
            let pen = Pen { width: PenWidth::Paper(0.0), dashes: Vec::new(), is_round: false, ..pen };
            return self.sink.path(belongs, to_page * ribbon(&corners, closed), Some(fill), Some(pen));
        }
        let pen = if most > 0.0 { Pen { width: PenWidth::Drawn(most * growth(to_page)), is_round: false, ..pen } } else { pen };
        self.sink.path(belongs, to_page * outline(&corners, closed), None, Some(pen))
    }
}

/// The path along a polyline. One that ends where it began is closed, whatever it says: the outlines of booths are drawn both ways.
pub(super) fn outline(corners: &[Corner], closed: bool) -> BezPath {
    let mut path = BezPath::new();
    let Some(first) = corners.first() else { return path };
    path.move_to(first.at);
    for pair in corners.windows(2) {
        curves::bulge_to(&mut path, pair[0].at, pair[1].at, pair[0].bulge);
    }
    let Some(last) = corners.last().filter(|_| corners.len() > 1) else { return path };
    if last.at == first.at {
        if corners.len() > 3 || corners.iter().any(|corner| corner.bulge != 0.0) {
            // The side that closes a path is its last one.
            if let Some(kurbo::PathEl::LineTo(_)) = path.elements().last() {
                path.pop();
            }
            path.close_path();
        }
    } else if closed {
        if last.bulge != 0.0 {
            curves::bulge_to(&mut path, last.at, first.at, last.bulge);
        }
        path.close_path();
    }
    path
}

/// The area that a polyline covers whose sides grow wider or narrower.
fn ribbon(corners: &[Corner], closed: bool) -> BezPath {
    let mut path = BezPath::new();
    let around = if closed { corners.first() } else { None };
    let ends = corners.iter().skip(1).chain(around);
    for (corner, end) in corners.iter().zip(ends) {
        let points = along(corner, end.at);
        let count = points.len() - 1;
        let half = |at: usize| {
            let part = at as f64 / count as f64;
            let [from, to] = corner.widths;
            let way = points[(at + 1).min(count)] - points[at.saturating_sub(1)];
            Vec2::new(-way.y, way.x) / way.hypot().max(f64::MIN_POSITIVE) * ((from + (to - from) * part) / 2.0)
        };
        for (at, point) in points.iter().enumerate() {
            let side = *point + half(at);
            if at == 0 { path.move_to(side) } else { path.line_to(side) }
        }
        for (at, point) in points.iter().enumerate().rev() {
            path.line_to(*point - half(at));
        }
        path.close_path();
    }
    path
}

/// Points along a side, its ends included.
fn along(corner: &Corner, end: Point) -> Vec<Point> {
    if corner.bulge == 0.0 {
        return vec![corner.at, end];
    }
    let mut side = BezPath::new();
    side.move_to(corner.at);
    curves::bulge_to(&mut side, corner.at, end, corner.bulge);
    let mut points = vec![corner.at];
    for segment in side.segments() {
        points.extend((1..=8).map(|part| kurbo::ParamCurve::eval(&segment, f64::from(part) / 8.0)));
    }
    points
}

#[cfg(test)]
mod tests {
    use kurbo::{PathEl, Shape as _};

    use super::*;

    fn square(repeats: bool) -> Vec<Corner> {
        let mut corners = vec![(0.0, 0.0), (3.0, 0.0), (3.0, 2.0), (0.0, 2.0)];
        if repeats {
            corners.push((0.0, 0.0));
        }
        corners.into_iter().map(|at| Corner::plain(at.into())).collect()
    }

    #[test]
    fn a_square_is_closed_once_whether_it_says_so_or_comes_back() {
        for (corners, closed) in [(square(false), true), (square(true), false), (square(true), true)] {
            let path = outline(&corners, closed);
            assert_eq!(path.elements().len(), 5, "{path:?}");
            assert!(matches!(path.elements().last(), Some(PathEl::ClosePath)));
            assert!((path.area().abs() - 6.0).abs() < 1e-9);
        }
        assert!(!matches!(outline(&square(false), false).elements().last(), Some(PathEl::ClosePath)));
    }

    #[test]
    fn an_arrow_head_covers_the_area_between_its_widths() {
        let head = [Corner { widths: [0.0, 2.0], ..Corner::plain(Point::ZERO) }, Corner::plain(Point::new(4.0, 0.0))];
        assert!((ribbon(&head, false).area().abs() - 4.0).abs() < 1e-9);
    }
}
