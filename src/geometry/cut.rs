//! Outlines cut into parts.

use super::overlay::{Piece, inside_and_outside, ring_area};
use super::{Angle, Bounds, Length, Offset, Outline, Point, Size};

/// Which side of an outline is cut into equal pieces; of a turned rectangle its own, else those of the box around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// Along x before turning: the parts stand side by side.
    Width,
    /// Along y before turning: the parts stand one behind the other.
    Depth,
}

/// How an outline is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cut {
    /// Along the line through two points, from edge to edge.
    Line(Point, Point),
    /// Into so many parts of the same area.
    Equal {
        /// How many.
        parts: usize,
        /// Of which side.
        side: Side,
    },
}

impl Cut {
    /// The most parts that an outline is cut into at once.
    pub const MOST: usize = 100;
}

impl Outline {
    /// The parts that a cut makes, in their order from the left or the top. Empty where it makes less than two, or
    /// parts that are too small; or where equal parts would not be in one piece each.
    #[must_use]
    pub fn cut(&self, cut: Cut) -> Vec<Self> {
        let parts = match cut {
            Cut::Line(from, to) => self.cut_by_line(from, to),
            Cut::Equal { parts, side } if (2..=Cut::MOST).contains(&parts) => self.cut_equally(parts, side),
            Cut::Equal { .. } => Vec::new(),
        };
        let large = |part: &Self| part.is_valid() && part.area() >= Self::LEAST * Self::LEAST;
        if parts.len() >= 2 && parts.iter().all(large) { parts } else { Vec::new() }
    }

    /// The longer of its sides.
    #[must_use]
    pub fn longer_side(&self) -> Side {
        let size = self.size();
        if size.width >= size.depth { Side::Width } else { Side::Depth }
    }

    /// The rectangle with its own angle; one that lies on its side or its head stands upright.
    fn as_rectangle(&self) -> Option<(Point, Size, Angle)> {
        match self {
            Self::Rectangle { angle, .. } if angle.quarter_turns().is_some() => {
                Some((self.bounds().min(), self.bounds().size(), Angle::ZERO))
            }
            Self::Rectangle { origin, size, angle } => Some((*origin, *size, *angle)),
            Self::Polygon(_) | Self::Round { .. } => None,
        }
    }

    fn cut_by_line(&self, from: Point, to: Point) -> Vec<Self> {
        if from == to {
            return Vec::new();
        }
        if let Some(rectangle) = self.as_rectangle()
            && let Some((side, at)) = across_rectangle(rectangle, from, to)
        {
            let (_, size, _) = rectangle;
            let whole = if side == Side::Width { size.width } else { size.depth };
            if at <= Length::ZERO || at >= whole {
                return Vec::new();
            }
            return vec![slice(rectangle, side, Length::ZERO, at), slice(rectangle, side, at, whole)];
        }
        let (inside, outside) = inside_and_outside(&[self.ring()], half_plane(self.bounds(), from, to));
        let angles = [self.angle()];
        // An outline has no hole, and neither has what a straight line cuts off it.
        let mut parts: Vec<_> = inside.into_iter().chain(outside).filter_map(|piece| piece.outline(&angles)).collect();
        parts.sort_by_key(|part| (part.bounds().centre().y + part.bounds().centre().x, part.bounds().min()));
        parts
    }

    fn cut_equally(&self, parts: usize, side: Side) -> Vec<Self> {
        if let Some(rectangle) = self.as_rectangle() {
            let (_, size, _) = rectangle;
            let side = match (side, self.angle().quarter_turns()) {
                (Side::Width, Some(1 | 3)) => Side::Depth,
                (Side::Depth, Some(1 | 3)) => Side::Width,
                (side, _) => side,
            };
            let whole = if side == Side::Width { size.width } else { size.depth };
            let count = i64::try_from(parts).unwrap_or(i64::MAX);
            let cut_after = |part: i64| Length::from_tenths((whole.tenths() * part + count / 2) / count);
            return (0..count).map(|part| slice(rectangle, side, cut_after(part), cut_after(part + 1))).collect();
        }
        self.cut_into_strips(parts, side)
    }

    /// Strips of the same area, within the grid of a tenth of a millimetre; none where one would be in several pieces.
    fn cut_into_strips(&self, parts: usize, side: Side) -> Vec<Self> {
        let (bounds, ring) = (self.bounds(), self.ring());
        let whole = ring_area(&ring).units() as f64;
        let mut rest = vec![ring.clone()];
        let mut strips = Vec::with_capacity(parts);
        for part in 1..parts {
            let at = place_of_area(&ring, side, bounds, whole * part as f64 / parts as f64);
            let (from, to) = match side {
                Side::Width => (Point::new(at, bounds.max().y), Point::new(at, bounds.min().y)),
                Side::Depth => (Point::new(bounds.min().x, at), Point::new(bounds.max().x, at)),
            };
            let (strip, after) = inside_and_outside(&rest, half_plane(bounds, from, to));
            strips.push(strip);
            rest = after.into_iter().map(|piece| piece.ring).collect();
        }
        strips.push(inside_and_outside(&rest, bounds_ring(bounds)).0);
        let only = |mut strip: Vec<Piece>| if strip.len() == 1 { strip.pop()?.outline(&[]) } else { None };
        strips.into_iter().map(only).collect::<Option<_>>().unwrap_or_default()
    }
}

/// Where a line cuts a rectangle straight across: which side, and how far along it. `None` where it is slanted.
fn across_rectangle((origin, size, angle): (Point, Size, Angle), from: Point, to: Point) -> Option<(Side, Length)> {
    let centre = Outline::Rectangle { origin, size, angle }.centre();
    let (from, to) = (from.turned(centre, -angle), to.turned(centre, -angle));
    let way = to - from;
    // Slanted by less than a tenth of a millimetre from one edge to the other is straight.
    let is_straight = |off: Length, along: Length, reach: Length| {
        i128::from(off.tenths()) * i128::from(reach.tenths()).abs() <= i128::from(along.tenths().abs())
            && i128::from(off.tenths()).abs() * i128::from(reach.tenths()) <= i128::from(along.tenths().abs())
    };
    if is_straight(way.x, way.y, size.depth) {
        Some((Side::Width, from.halfway(to).x - origin.x))
    } else if is_straight(way.y, way.x, size.width) {
        Some((Side::Depth, from.halfway(to).y - origin.y))
    } else {
        None
    }
}

/// What of a rectangle lies between two places along one of its sides.
fn slice((origin, size, angle): (Point, Size, Angle), side: Side, from: Length, to: Length) -> Outline {
    let (by, part) = match side {
        Side::Width => (Offset::new(from, Length::ZERO), Size::new(to - from, size.depth)),
        Side::Depth => (Offset::new(Length::ZERO, from), Size::new(size.width, to - from)),
    };
    if angle == Angle::ZERO {
        return Outline::rectangle(origin + by, part);
    }
    // In twice the coordinates the centres are exact: the part turns about the centre of the whole.
    let doubled_centre = |origin: Point, size: Size| Point::new(origin.x * 2 + size.width, origin.y * 2 + size.depth);
    let turned = doubled_centre(origin + by, part).turned(doubled_centre(origin, size), angle);
    let halved = |doubled: Length, side: Length| Length::from_tenths((doubled - side).tenths().div_euclid(2));
    Outline::Rectangle { origin: Point::new(halved(turned.x, part.width), halved(turned.y, part.depth)), size: part, angle }
}

fn bounds_ring(bounds: Bounds) -> Vec<Point> {
    Outline::from_bounds(bounds).ring()
}

/// All of a box, and more, that lies to the left of a line as one looks along it.
fn half_plane(bounds: Bounds, from: Point, to: Point) -> Vec<Point> {
    let size = bounds.size();
    let reach = size.width + size.depth + bounds.centre().distance(from);
    let way = to - from;
    // A whole number of times, so that the line keeps its direction exactly.
    let times = reach.tenths() / way.x.tenths().abs().max(way.y.tenths().abs()).max(1) + 2;
    let along = Offset::new(way.x * times, way.y * times);
    let left = Offset::new(way.y * times * 2, -way.x * times * 2);
    let (start, end) = (from + -along, to + along);
    vec![start, end, end + left, start + left]
}

/// Where along a side so much of a ring's area lies before it.
fn place_of_area(ring: &[Point], side: Side, bounds: Bounds, area: f64) -> Length {
    let along = |point: &Point| match side {
        Side::Width => (point.x - bounds.min().x, point.y - bounds.min().y),
        Side::Depth => (point.y - bounds.min().y, point.x - bounds.min().x),
    };
    let ring: Vec<_> = ring.iter().map(along).map(|(u, v)| (u.tenths() as f64, v.tenths() as f64)).collect();
    let size = bounds.size();
    let (start, whole) = match side {
        Side::Width => (bounds.min().x, size.width),
        Side::Depth => (bounds.min().y, size.depth),
    };
    let (mut low, mut high) = (0, whole.tenths());
    while high - low > 1 {
        let middle = i64::midpoint(low, high);
        if area_before(&ring, middle as f64) < area { low = middle } else { high = middle }
    }
    let nearer = if area - area_before(&ring, low as f64) < area_before(&ring, high as f64) - area { low } else { high };
    start + Length::from_tenths(nearer)
}

/// The area of what of a ring lies before a place: each edge's share of it, added with its sign.
fn area_before(ring: &[(f64, f64)], place: f64) -> f64 {
    let next = ring.iter().cycle().skip(1);
    let under = |((u, v), (to_u, to_v)): (&(f64, f64), &(f64, f64))| {
        // The area between the edge, as far as it lies before the place, and the axis.
        let height = |at: f64| v + (to_v - v) * (at - u) / (to_u - u);
        let (from, to) = (u.min(place), to_u.min(place));
        if u == to_u || from == to { 0.0 } else { (to - from) * f64::midpoint(height(from), height(to)) }
    };
    ring.iter().zip(next).map(under).sum::<f64>().abs()
}
