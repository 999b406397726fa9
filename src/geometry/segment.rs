//! A straight line from one point to another.

use super::{Bounds, Length, Offset, Point};

/// A straight line from one point to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Segment {
    /// One end.
    pub from: Point,
    /// The other end.
    pub to: Point,
}

impl Segment {
    /// The line between two points.
    #[must_use]
    pub const fn new(from: Point, to: Point) -> Self {
        Self { from, to }
    }

    /// The sides of an outline with these corners, the last one back to the first corner.
    pub fn around(corners: &[Point]) -> impl Iterator<Item = Self> + '_ {
        corners.iter().zip(corners.iter().cycle().skip(1)).map(|(from, to)| Self::new(*from, *to))
    }

    /// The box around it.
    #[must_use]
    pub fn bounds(self) -> Bounds {
        Bounds::between(self.from, self.to)
    }

    /// Whether it runs along one of the axes, and has a length.
    #[must_use]
    pub fn is_along_an_axis(self) -> bool {
        (self.from.x == self.to.x) != (self.from.y == self.to.y)
    }

    /// The point of the line nearest to `point`, where that is no end of it: the foot of the perpendicular, rounded to a tenth
    /// of a millimetre. `None` beyond the ends, and on a line without length.
    #[must_use]
    pub fn foot(self, point: Point) -> Option<Point> {
        let part = self.part(point - self.from, self.to - self.from)?;
        (0.0..=1.0).contains(&part).then(|| self.at(part))
    }

    /// Where the line has this x; `None` where it is upright or does not come there.
    #[must_use]
    pub fn at_x(self, x: Length) -> Option<Point> {
        let way = self.to - self.from;
        let part = (x - self.from.x).metres() / way.x.metres();
        (0.0..=1.0).contains(&part).then(|| Point::new(x, self.at(part).y))
    }

    /// Where the line has this y; `None` where it is level or does not come there.
    #[must_use]
    pub fn at_y(self, y: Length) -> Option<Point> {
        let way = self.to - self.from;
        let part = (y - self.from.y).metres() / way.y.metres();
        (0.0..=1.0).contains(&part).then(|| Point::new(self.at(part).x, y))
    }

    /// The point so far from the first end on the way to the other; to the right where both ends are one.
    #[must_use]
    pub fn at_length(self, length: Length) -> Point {
        let way = self.to - self.from;
        let signed = |way: Length| if way < Length::ZERO { -length } else { length };
        match (way.x == Length::ZERO, way.y == Length::ZERO) {
            (_, true) => self.from + Offset::new(signed(way.x), Length::ZERO),
            (true, false) => self.from + Offset::new(Length::ZERO, signed(way.y)),
            (false, false) => self.at(length.metres() / way.x.metres().hypot(way.y.metres())),
        }
    }

    fn part(self, to_point: Offset, way: Offset) -> Option<f64> {
        let dot = |a: Offset, b: Offset| a.x.metres() * b.x.metres() + a.y.metres() * b.y.metres();
        let part = dot(to_point, way) / dot(way, way);
        part.is_finite().then_some(part)
    }

    fn at(self, part: f64) -> Point {
        let way = self.to - self.from;
        let along = |from: Length, way: Length| Length::from_metres(from.metres() + way.metres() * part).unwrap_or(from);
        Point::new(along(self.from.x, way.x), along(self.from.y, way.y))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_foot_of_a_point_is_on_the_line_or_nowhere() {
        let line = Segment::new(Point::from_mm(0, 0), Point::from_mm(4_000, 4_000));
        assert_eq!(line.foot(Point::from_mm(0, 4_000)), Some(Point::from_mm(2_000, 2_000)));
        assert_eq!(line.foot(Point::from_mm(-1_000, -500)), None);
        assert_eq!(line.at_x(Length::from_mm(1_500)), Some(Point::from_mm(1_500, 1_500)));
        assert_eq!(line.at_y(Length::from_mm(4_500)), None);
        let upright = Segment::new(Point::from_mm(1_000, 0), Point::from_mm(1_000, 4_000));
        assert_eq!(upright.at_x(Length::from_mm(1_000)), None);
        assert!(upright.is_along_an_axis() && !line.is_along_an_axis());
        assert_eq!(Segment::new(Point::ORIGIN, Point::ORIGIN).foot(Point::ORIGIN), None);
    }

    #[test]
    fn a_length_is_laid_off_in_the_direction_of_the_line() {
        let laid = |x, y, mm| Segment::new(Point::from_mm(1_000, 0), Point::from_mm(x, y)).at_length(Length::from_mm(mm));
        assert_eq!(laid(3_000, 0, 500), Point::from_mm(1_500, 0));
        assert_eq!(laid(1_000, -7_000, 500), Point::from_mm(1_000, -500));
        assert_eq!(laid(4_000, 4_000, 10_000), Point::from_mm(7_000, 8_000));
        assert_eq!(laid(1_000, 0, 500), Point::from_mm(1_500, 0));
    }
}
