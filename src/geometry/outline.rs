//! The outline of a booth, a hall or a column.

use super::{Angle, Area, Bounds, Length, Offset, Point, Size};

/// The outline of something drawn.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Outline {
    /// A rectangle, turned about its centre.
    Rectangle {
        /// The left top corner before turning.
        origin: Point,
        /// Width and depth before turning.
        size: Size,
        /// Clockwise, about the centre.
        angle: Angle,
    },
    /// A polygon: its corners in order, without the first one again.
    Polygon(Vec<Point>),
    /// A circle.
    Round {
        /// Its centre.
        centre: Point,
        /// Its radius.
        radius: Length,
    },
}

impl Outline {
    /// The least side that an outline may have: one centimetre.
    pub const LEAST: Length = Length::from_mm(10);
    /// Corners that a polygon may have.
    pub const MOST_CORNERS: usize = 10_000;

    /// An upright rectangle.
    #[must_use]
    pub const fn rectangle(origin: Point, size: Size) -> Self {
        Self::Rectangle { origin, size, angle: Angle::ZERO }
    }

    /// The upright rectangle that a box is.
    #[must_use]
    pub fn from_bounds(bounds: Bounds) -> Self {
        Self::rectangle(bounds.min(), bounds.size())
    }

    /// Whether it is large enough to be seen and within the limits of a plan.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        let sane = match self {
            Self::Rectangle { size, .. } => {
                size.width >= Self::LEAST
                    && size.depth >= Self::LEAST
                    && size.width <= Length::LIMIT
                    && size.depth <= Length::LIMIT
            }
            Self::Polygon(corners) => {
                (3..=Self::MOST_CORNERS).contains(&corners.len())
                    && corners.iter().all(|corner| corner.is_within_limits())
                    && self.area() > Area::ZERO
            }
            Self::Round { radius, .. } => *radius >= Self::LEAST && *radius <= Length::LIMIT,
        };
        sane && self.bounds().min().is_within_limits() && self.bounds().max().is_within_limits()
    }

    /// The corners in order (of a circle, those of the square around it).
    #[must_use]
    pub fn corners(&self) -> Vec<Point> {
        match self {
            Self::Rectangle { .. } => self.rectangle_corners().to_vec(),
            Self::Polygon(corners) => corners.clone(),
            Self::Round { .. } => {
                let (min, max) = (self.bounds().min(), self.bounds().max());
                vec![min, Point::new(max.x, min.y), max, Point::new(min.x, max.y)]
            }
        }
    }

    /// The four corners of a rectangle: left top, right top, right bottom, left bottom before turning. Of other
    /// outlines, those of the box around them.
    #[must_use]
    pub fn rectangle_corners(&self) -> [Point; 4] {
        let (min, max, angle) = match self {
            Self::Rectangle { origin, size, angle } => (*origin, *origin + Offset::new(size.width, size.depth), *angle),
            Self::Polygon(_) | Self::Round { .. } => (self.bounds().min(), self.bounds().max(), Angle::ZERO),
        };
        let corners = [min, Point::new(max.x, min.y), max, Point::new(min.x, max.y)];
        if angle == Angle::ZERO {
            return corners;
        }
        // In twice the coordinates the centre of every rectangle is exact.
        let centre = Point::new(min.x + max.x, min.y + max.y);
        corners.map(|corner| {
            let doubled = Point::new(corner.x * 2, corner.y * 2).turned(centre, angle);
            Point::new(
                Length::from_tenths(doubled.x.tenths().div_euclid(2)),
                Length::from_tenths(doubled.y.tenths().div_euclid(2)),
            )
        })
    }

    /// The smallest upright box around it.
    #[must_use]
    pub fn bounds(&self) -> Bounds {
        match self {
            Self::Rectangle { origin, size, angle } if *angle == Angle::ZERO => {
                Bounds::between(*origin, *origin + Offset::new(size.width, size.depth))
            }
            Self::Rectangle { origin, .. } => {
                Bounds::around(self.rectangle_corners()).unwrap_or(Bounds::between(*origin, *origin))
            }
            Self::Polygon(corners) => {
                Bounds::around(corners.iter().copied()).unwrap_or(Bounds::between(Point::ORIGIN, Point::ORIGIN))
            }
            Self::Round { centre, radius } => Bounds::between(*centre, *centre).grown(*radius),
        }
    }

    /// The centre about which it turns.
    #[must_use]
    pub fn centre(&self) -> Point {
        match self {
            Self::Rectangle { origin, size, .. } => origin.halfway(*origin + Offset::new(size.width, size.depth)),
            Self::Polygon(_) => self.bounds().centre(),
            Self::Round { centre, .. } => *centre,
        }
    }

    /// Width and depth before turning.
    #[must_use]
    pub fn size(&self) -> Size {
        match self {
            Self::Rectangle { size, .. } => *size,
            Self::Polygon(_) | Self::Round { .. } => self.bounds().size(),
        }
    }

    /// How far it is turned; polygons and circles are not.
    #[must_use]
    pub fn angle(&self) -> Angle {
        match self {
            Self::Rectangle { angle, .. } => *angle,
            Self::Polygon(_) | Self::Round { .. } => Angle::ZERO,
        }
    }

    /// Its area.
    #[must_use]
    pub fn area(&self) -> Area {
        match self {
            Self::Rectangle { size, .. } => size.area(),
            Self::Polygon(corners) => {
                let next = corners.iter().cycle().skip(1);
                // The shoelace formula, in 128 bits: corners may lie anywhere within the limits.
                let twice: i128 = corners
                    .iter()
                    .zip(next)
                    .map(|(a, b)| {
                        i128::from(a.x.tenths()) * i128::from(b.y.tenths()) - i128::from(b.x.tenths()) * i128::from(a.y.tenths())
                    })
                    .sum();
                Area::from_units(twice.abs() / 2)
            }
            Self::Round { radius, .. } => {
                let units = std::f64::consts::PI * (*radius * *radius).units() as f64;
                #[expect(clippy::cast_possible_truncation, reason = "radius is held within Length::LIMIT")]
                Area::from_units(units.round() as i128)
            }
        }
    }

    /// Whether a point is inside or on the edge.
    #[must_use]
    pub fn contains(&self, point: Point) -> bool {
        if !self.bounds().contains(point) {
            return false;
        }
        match self {
            Self::Rectangle { origin, size, angle } => {
                let point = point.turned(self.centre(), -*angle);
                Bounds::between(*origin, *origin + Offset::new(size.width, size.depth)).contains(point)
            }
            Self::Polygon(corners) => {
                let mut inside = false;
                for (a, b) in corners.iter().zip(corners.iter().cycle().skip(1)) {
                    if (a.y > point.y) != (b.y > point.y) {
                        let t = (point.y - a.y).tenths() as f64 / (b.y - a.y).tenths() as f64;
                        if (point.x - a.x).tenths() as f64 <= t * (b.x - a.x).tenths() as f64 {
                            inside = !inside;
                        }
                    }
                }
                inside
            }
            Self::Round { centre, radius } => centre.distance(point) <= *radius,
        }
    }

    /// The outline moved.
    #[must_use]
    pub fn moved(&self, by: Offset) -> Self {
        match self {
            Self::Rectangle { origin, size, angle } => Self::Rectangle { origin: *origin + by, size: *size, angle: *angle },
            Self::Polygon(corners) => Self::Polygon(corners.iter().map(|corner| *corner + by).collect()),
            Self::Round { centre, radius } => Self::Round { centre: *centre + by, radius: *radius },
        }
    }

    /// The outline turned about a point.
    #[must_use]
    pub fn turned(&self, about: Point, by: Angle) -> Self {
        match self {
            Self::Rectangle { angle, .. } => {
                let centre = self.centre();
                match self.moved(centre.turned(about, by) - centre) {
                    Self::Rectangle { origin, size, .. } => Self::Rectangle { origin, size, angle: *angle + by },
                    other @ (Self::Polygon(_) | Self::Round { .. }) => other,
                }
            }
            Self::Polygon(corners) => Self::Polygon(corners.iter().map(|corner| corner.turned(about, by)).collect()),
            Self::Round { centre, radius } => Self::Round { centre: centre.turned(about, by), radius: *radius },
        }
    }

    /// The outline stretched so that the box `from` becomes the box `to`. A turned rectangle is only moved and scaled along
    /// its own sides when its box is `from`'s; a circle keeps being a circle.
    #[must_use]
    pub fn stretched(&self, from: Bounds, to: Bounds) -> Self {
        let map = |point: Point| {
            let along = |value: Length, from_min: Length, from_size: Length, to_min: Length, to_size: Length| {
                if from_size == Length::ZERO {
                    return to_min;
                }
                // 128 bits: a coordinate times a size may pass 63.
                let scaled = i128::from((value - from_min).tenths()) * i128::from(to_size.tenths());
                let by = i128::from(from_size.tenths());
                let rounded = (2 * scaled + by).div_euclid(2 * by);
                to_min + Length::from_tenths(i64::try_from(rounded).unwrap_or_default())
            };
            Point::new(
                along(point.x, from.min().x, from.size().width, to.min().x, to.size().width),
                along(point.y, from.min().y, from.size().depth, to.min().y, to.size().depth),
            )
        };
        match self {
            Self::Rectangle { origin, size, angle } => {
                let (a, b) = (map(*origin), map(*origin + Offset::new(size.width, size.depth)));
                let stretched = Bounds::between(a, b);
                let size = match angle.quarter_turns() {
                    // Lying on its side: what is wide on the plan is its depth.
                    Some(1 | 3) => {
                        let upright = Bounds::between(map(self.bounds().min()), map(self.bounds().max()));
                        let centre = upright.centre();
                        let size = Size::new(upright.size().depth, upright.size().width);
                        let origin = Point::new(centre.x - size.width / 2, centre.y - size.depth / 2);
                        return Self::Rectangle { origin, size, angle: *angle };
                    }
                    _ => stretched.size(),
                };
                Self::Rectangle { origin: stretched.min(), size, angle: *angle }
            }
            Self::Polygon(corners) => Self::Polygon(corners.iter().map(|corner| map(*corner)).collect()),
            Self::Round { centre, radius } => {
                let size = Bounds::between(map(self.bounds().min()), map(self.bounds().max())).size();
                let radius = (size.width.min(size.depth) / 2).max(Self::LEAST).min((*radius).max(size.width));
                Self::Round { centre: map(*centre), radius }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn booth(x: i64, y: i64, width: i64, depth: i64) -> Outline {
        Outline::rectangle(Point::from_mm(x, y), Size::from_mm(width, depth))
    }

    #[test]
    fn a_quarter_turn_swaps_width_and_depth_about_the_centre() {
        let turned = booth(0, 0, 4_000, 2_000).turned(Point::from_mm(2_000, 1_000), Angle::QUARTER);
        assert_eq!(turned.bounds(), Bounds::between(Point::from_mm(1_000, -1_000), Point::from_mm(3_000, 3_000)));
        assert_eq!(turned.area(), booth(0, 0, 4_000, 2_000).area());
    }

    #[test]
    fn four_quarter_turns_about_any_point_are_none() {
        let start = booth(100, 200, 3_001, 2_000);
        let about = Point::from_mm(-777, 4_211);
        let mut turned = start.clone();
        for _ in 0..4 {
            turned = turned.turned(about, Angle::QUARTER);
        }
        assert_eq!(turned, start);
    }

    #[test]
    fn a_turned_booth_contains_its_centre_but_not_the_corner_of_its_box() {
        let turned = booth(0, 0, 4_000, 1_000).turned(Point::from_mm(2_000, 500), Angle::from_thousandths(45_000));
        assert!(turned.contains(turned.centre()));
        assert!(!turned.contains(turned.bounds().min()));
    }

    #[test]
    fn the_area_of_an_l_shape_is_exact() {
        let corners = [(0, 0), (6_000, 0), (6_000, 3_000), (3_000, 3_000), (3_000, 6_000), (0, 6_000)];
        let outline = Outline::Polygon(corners.iter().map(|(x, y)| Point::from_mm(*x, *y)).collect());
        assert!((outline.area().square_metres() - 27.0).abs() < 1e-9);
        assert!(outline.contains(Point::from_mm(1_000, 5_000)));
        assert!(!outline.contains(Point::from_mm(5_000, 5_000)));
    }

    #[test]
    fn stretching_a_box_stretches_what_is_inside_in_proportion() {
        let from = Bounds::between(Point::ORIGIN, Point::from_mm(6_000, 3_000));
        let to = Bounds::between(Point::ORIGIN, Point::from_mm(9_000, 3_000));
        assert_eq!(booth(3_000, 0, 3_000, 3_000).stretched(from, to), booth(4_500, 0, 4_500, 3_000));
    }
}
