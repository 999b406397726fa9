//! Where a booth's texts go: an upright box inside its outline, or one turned with it.

use crate::geometry::{Angle, Length, Offset, Outline, Point};

/// A box for texts: its centre in tenths of a millimetre, its sides in points of the medium.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Frame {
    centre: (f64, f64),
    /// Points to the right.
    pub width: f64,
    /// Points down.
    pub depth: f64,
    /// How far it is turned: at most 45 degrees to either side, so that texts never stand on their heads.
    pub angle: Angle,
    cos_sin: (f64, f64),
    tenths_per_point: f64,
}

/// The sides of boxes are tried at the corners of polygons with no more corners than this.
const SEARCHED_CORNERS: usize = 12;
/// Places at which the sides of boxes are tried besides, along each direction.
const TRIED: i64 = 12;
/// What the corners of a turned polygon are off when they are turned back.
const ROUNDED: Length = Length::from_tenths(10);

/// The room that an outline has for texts, in metres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextBox {
    frame: Frame,
    /// Its width, along the texts.
    pub width: f64,
    /// Its depth.
    pub depth: f64,
    /// How far its texts are turned.
    pub angle: Angle,
}

impl TextBox {
    /// The place that lies so many metres to the right of its middle and below it, as its texts are turned.
    #[must_use]
    pub fn at(&self, x: f64, y: f64) -> Point {
        self.frame.at(x, y)
    }
}

/// Where texts go in an outline: along its longer side, never on their heads.
#[must_use]
pub fn text_box(outline: &Outline) -> TextBox {
    let frame = Frame::of(outline, 1.0);
    let frame = if frame.depth > frame.width * 1.5 { frame.turned() } else { frame };
    TextBox { frame, width: frame.width, depth: frame.depth, angle: frame.angle }
}

impl Frame {
    /// The box for the texts of an outline, at a scale in points per metre.
    pub(super) fn of(outline: &Outline, scale: f64) -> Self {
        match outline {
            Outline::Rectangle { origin, size, angle } => {
                let centre = (middle(origin.x, size.width), middle(origin.y, size.depth));
                Self::new(centre, size.width, size.depth, *angle, scale)
            }
            Outline::Round { centre, radius } => {
                let side = tenths(radius.tenths() as f64 * std::f64::consts::SQRT_2);
                Self::new((centre.x.tenths() as f64, centre.y.tenths() as f64), side, side, Angle::ZERO, scale)
            }
            Outline::Polygon(corners) => {
                let (angle, about) = (own_angle(corners), outline.centre());
                let level: Vec<Point> = corners.iter().map(|corner| corner.turned(about, -angle)).collect();
                let (min, max) = largest_box(&level).unwrap_or((about, about));
                let middle = min.halfway(max).turned(about, angle);
                let centre = (middle.x.tenths() as f64, middle.y.tenths() as f64);
                Self::new(centre, max.x - min.x, max.y - min.y, angle, scale)
            }
        }
    }

    /// The same box for texts that run along its other side, never on their heads.
    pub(super) fn turned(self) -> Self {
        let angle = if self.angle.thousandths() <= 45_000 { self.angle - Angle::QUARTER } else { self.angle + Angle::QUARTER };
        Self { width: self.depth, depth: self.width, angle, cos_sin: angle.cos_sin(), ..self }
    }

    fn new(centre: (f64, f64), width: Length, depth: Length, angle: Angle, scale: f64) -> Self {
        let quarters = (angle.thousandths() + 45_000) / 90_000;
        let angle = angle - Angle::from_thousandths(i64::from(quarters) * 90_000);
        let (width, depth) = if quarters % 2 == 0 { (width, depth) } else { (depth, width) };
        Self {
            centre,
            width: width.metres() * scale,
            depth: depth.metres() * scale,
            angle,
            cos_sin: angle.cos_sin(),
            tenths_per_point: 10_000.0 / scale,
        }
    }

    /// The place that lies so many points to the right of the centre and below it.
    pub(super) fn at(&self, x: f64, y: f64) -> Point {
        let ((cos, sin), (x, y)) = (self.cos_sin, (x * self.tenths_per_point, y * self.tenths_per_point));
        Point::new(tenths(self.centre.0 + x * cos - y * sin), tenths(self.centre.1 + x * sin + y * cos))
    }

    /// The shorter side in points.
    pub(super) fn short_side(&self) -> f64 {
        self.width.min(self.depth)
    }
}

fn middle(from: Length, size: Length) -> f64 {
    from.tenths() as f64 + size.tenths() as f64 / 2.0
}

#[expect(clippy::cast_possible_truncation, reason = "coordinates are held within Length::LIMIT")]
pub(super) fn tenths(value: f64) -> Length {
    Length::from_tenths(value.round() as i64)
}

/// The direction of a polygon all of whose edges are along or across one direction; none for any other, whose texts are level.
fn own_angle(corners: &[Point]) -> Angle {
    let edges = || corners.iter().zip(corners.iter().cycle().skip(1)).map(|(from, to)| *to - *from);
    let Some(longest) = edges().max_by_key(|way| way.x * way.x + way.y * way.y) else { return Angle::ZERO };
    let (x, y) = (longest.x.metres(), longest.y.metres());
    // Corners are on whole tenths of a millimetre: a turned edge is off by as much as that.
    let is_square = |way: Offset| {
        let (along, across) = (way.x.metres() * x + way.y.metres() * y, way.x.metres() * y - way.y.metres() * x);
        along.abs().min(across.abs()) <= 0.002 * x.hypot(y)
    };
    if longest.x == Length::ZERO || longest.y == Length::ZERO || !edges().all(is_square) {
        return Angle::ZERO;
    }
    #[expect(clippy::cast_possible_truncation, reason = "an angle")]
    Angle::from_thousandths((y.atan2(x).to_degrees() * 1_000.0).round() as i64)
}

/// The largest level box inside a polygon whose sides lie on the coordinates of its corners, exact for L, T and U shapes; of
/// any other polygon, of many that are tried. None where there is no such box.
fn largest_box(corners: &[Point]) -> Option<(Point, Point)> {
    let outline = Outline::Polygon(corners.into());
    let level = |(from, to): (&Point, &Point)| {
        let way = *to - *from;
        way.x.abs().min(way.y.abs()) <= ROUNDED
    };
    let square = corners.iter().zip(corners.iter().cycle().skip(1)).all(level);
    let tried = if square && corners.len() <= SEARCHED_CORNERS { 0 } else { TRIED };
    let sorted = |coordinate: fn(&Point) -> Length| {
        let ends = corners.iter().map(coordinate);
        let (Some(least), Some(most)) = (ends.clone().min(), ends.clone().max()) else { return Vec::new() };
        let between = (0..=tried).map(|step| least + (most - least) * step / tried.max(1));
        let mut values: Vec<Length> = if corners.len() <= SEARCHED_CORNERS {
            ends.chain(between.filter(|_| tried > 0)).collect()
        } else {
            between.collect()
        };
        values.sort_unstable();
        values.dedup_by(|next, before| *next - *before <= ROUNDED);
        values
    };
    let (xs, ys) = (sorted(|corner| corner.x), sorted(|corner| corner.y));
    // A cell between neighbouring coordinates is inside when its four corners, drawn in a little, are.
    let inside = |x: &[Length], y: &[Length]| {
        let (&[left, right], &[top, bottom]) = (x, y) else { return false };
        let (in_x, in_y) = ((right - left) / 16, (bottom - top) / 16);
        [(left + in_x, top + in_y), (right - in_x, top + in_y), (right - in_x, bottom - in_y), (left + in_x, bottom - in_y)]
            .into_iter()
            .all(|(x, y)| outline.contains(Point::new(x, y)))
    };
    let cells: Vec<Vec<bool>> = ys.windows(2).map(|y| xs.windows(2).map(|x| inside(x, y)).collect()).collect();
    let mut best: Option<(Point, Point)> = None;
    for (top, _) in cells.iter().enumerate() {
        let mut columns = vec![true; xs.len().saturating_sub(1)];
        for (row, &bottom) in cells.iter().zip(ys.iter().skip(1)).skip(top) {
            for (column, inside) in columns.iter_mut().zip(row) {
                *column &= *inside;
            }
            let mut left = None;
            for ((column, &from), &to) in columns.iter().zip(&xs).zip(xs.iter().skip(1)) {
                if !column {
                    left = None;
                    continue;
                }
                let from = *left.get_or_insert(from);
                let found = (Point::new(from, *ys.get(top)?), Point::new(to, bottom));
                let area = |(min, max): (Point, Point)| (max.x - min.x) * (max.y - min.y);
                if best.is_none_or(|best| area(found) > area(best)) {
                    best = Some(found);
                }
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Size;

    #[test]
    fn texts_of_a_booth_on_its_side_are_upright() {
        for (degrees, turned, width) in
            [(0, 0, 60.0), (90, 0, 30.0), (180, 0, 60.0), (270, 0, 30.0), (30, 30, 60.0), (60, -30, 30.0), (330, -30, 60.0)]
        {
            let angle = Angle::from_thousandths(degrees * 1_000);
            let outline = Outline::Rectangle { origin: Point::ORIGIN, size: Size::from_mm(6_000, 3_000), angle };
            let frame = Frame::of(&outline, 10.0);
            assert_eq!(frame.angle, Angle::from_thousandths(turned * 1_000), "{degrees}");
            assert!((frame.width - width).abs() < 1e-9, "{degrees}: {frame:?}");
            let corner = frame.at(-frame.width / 2.0 + 1.0, -frame.depth / 2.0 + 1.0);
            assert!(outline.contains(corner), "{degrees}");
        }
    }

    #[test]
    fn texts_of_an_l_shape_stand_in_its_larger_leg() {
        let corners = [(0, 0), (9_000, 0), (9_000, 3_000), (3_000, 3_000), (3_000, 6_000), (0, 6_000)];
        let outline = Outline::Polygon(corners.iter().map(|(x, y)| Point::from_mm(*x, *y)).collect());
        let frame = Frame::of(&outline, 10.0);
        assert!((frame.width - 90.0).abs() < 1e-9 && (frame.depth - 30.0).abs() < 1e-9, "{frame:?}");
        assert_eq!(frame.at(0.0, 0.0), Point::from_mm(4_500, 1_500));
    }

    #[test]
    fn texts_of_a_turned_l_shape_run_along_it() {
        let corners = [(0, 0), (9_000, 0), (9_000, 3_000), (3_000, 3_000), (3_000, 6_000), (0, 6_000)];
        for degrees in [20, 110, 200, 290, 340] {
            let turned =
                |(x, y): &(i64, i64)| Point::from_mm(*x, *y).turned(Point::ORIGIN, Angle::from_thousandths(degrees * 1_000));
            let outline = Outline::Polygon(corners.iter().map(turned).collect());
            let frame = Frame::of(&outline, 10.0);
            let (long, short) = (frame.width.max(frame.depth), frame.width.min(frame.depth));
            assert!((long - 90.0).abs() < 0.1 && (short - 30.0).abs() < 0.1, "{degrees}: {frame:?}");
            for (x, y) in [(-0.48, -0.48), (0.48, -0.48), (0.48, 0.48), (-0.48, 0.48)] {
                assert!(outline.contains(frame.at(x * frame.width, y * frame.depth)), "{degrees}: {frame:?}");
            }
        }
    }

    #[test]
    fn texts_of_any_polygon_stand_inside_and_take_much_of_it() {
        let trapezoid = vec![(0, 0), (6_000, 0), (5_000, 3_000), (1_000, 3_000)];
        let hexagon = vec![(2_000, 0), (4_000, 0), (6_000, 3_000), (4_000, 6_000), (2_000, 6_000), (0, 3_000)];
        let arrow = vec![(0, 0), (6_000, 3_000), (0, 6_000), (2_000, 3_000)];
        for (corners, part) in [(trapezoid, 0.6), (hexagon, 0.5), (arrow, 0.2)] {
            let outline = Outline::Polygon(corners.iter().map(|(x, y)| Point::from_mm(*x, *y)).collect());
            let frame = Frame::of(&outline, 1.0);
            let taken = frame.width * frame.depth / outline.area().square_metres();
            assert!(taken >= part, "{taken} of {outline:?}");
            for (x, y) in [(-0.48, -0.48), (0.48, -0.48), (0.48, 0.48), (-0.48, 0.48)] {
                assert!(outline.contains(frame.at(x * frame.width, y * frame.depth)), "{frame:?} in {outline:?}");
            }
        }
    }

    #[test]
    fn texts_of_rounds_and_triangles_stand_inside() {
        let triangle = [(0, 0), (8_000, 0), (4_000, 8_000)].map(|(x, y)| Point::from_mm(x, y));
        for outline in
            [Outline::Round { centre: Point::from_mm(5_000, 5_000), radius: Length::METRE }, Outline::Polygon(triangle.into())]
        {
            let frame = Frame::of(&outline, 10.0);
            assert!(outline.contains(frame.at(0.0, 0.0)), "{outline:?}");
            assert!(frame.width > 0.0 && frame.depth > 0.0);
        }
    }
}
