//! Areas that single lines close: a row of booths is often drawn as two long lines with short ones across.

use i_overlay::core::fill_rule::FillRule;
use i_overlay::i_float::int::point::IntPoint;
use i_overlay::string::slice::IntSlice as _;

use super::recognise::recognised;
use super::{Bounds, Length, Outline, Point, Segment};

/// By how much each line is made longer at both ends, in tenths of a millimetre: lines that were meant to meet then cross.
const REACH: f64 = 20.0;

impl Outline {
    /// The smallest areas that lines enclose, whatever of the lines juts out. Lines meet that end within two millimetres of
    /// each other. The floor around all of them is none.
    #[must_use]
    pub fn closed_by(lines: &[Segment]) -> Vec<Self> {
        let Some(bounds) = Bounds::around(lines.iter().flat_map(|line| [line.from, line.to])) else { return Vec::new() };
        let around = bounds.grown(Length::METRE);
        let (min, max) = (around.min(), around.max());
        let corners = [min, Point::new(max.x, min.y), max, Point::new(min.x, max.y)];
        let floor: Vec<IntPoint<i64>> = corners.iter().map(|corner| to_int(*corner)).collect();
        let cuts: Vec<[IntPoint<i64>; 2]> = lines.iter().filter_map(|line| longer(*line)).collect();
        let faces = floor.slice_by_lines(&cuts, FillRule::NonZero).into_iter().filter_map(|rings| {
            let ring: Vec<Point> = rings.into_iter().next()?.into_iter().map(to_point).collect();
            Bounds::around(ring.iter().copied()).filter(|bounds| *bounds != around)?;
            Some(recognised(ring, &[]))
        });
        faces.filter(|face| face.is_valid() && face.area() >= Self::LEAST * Self::LEAST && face.is_simple()).collect()
    }
}

fn to_int(point: Point) -> IntPoint<i64> {
    IntPoint::new(point.x.tenths(), point.y.tenths())
}

fn to_point(at: IntPoint<i64>) -> Point {
    Point::new(Length::from_tenths(at.x), Length::from_tenths(at.y))
}

fn longer(line: Segment) -> Option<[IntPoint<i64>; 2]> {
    let way = line.to - line.from;
    let length = (way.x.tenths() as f64).hypot(way.y.tenths() as f64);
    let by = |part: Length| {
        #[expect(clippy::cast_possible_truncation, reason = "no more than the reach")]
        let tenths = (part.tenths() as f64 / length * REACH).round() as i64;
        tenths
    };
    (length > 0.0).then(|| {
        let (x, y) = (by(way.x), by(way.y));
        let (from, to) = (to_int(line.from), to_int(line.to));
        [IntPoint::new(from.x - x, from.y - y), IntPoint::new(to.x + x, to.y + y)]
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{Angle, Size};

    fn line(from: (i64, i64), to: (i64, i64)) -> Segment {
        Segment::new(Point::from_mm(from.0, from.1), Point::from_mm(to.0, to.1))
    }

    fn sorted(mut outlines: Vec<Outline>) -> Vec<Outline> {
        outlines.sort_by_key(|outline| outline.bounds().min());
        outlines
    }

    #[test]
    fn two_long_lines_with_short_ones_across_are_a_row_of_booths() {
        let mut lines = vec![line((0, 0), (9_000, 0)), line((0, 3_000), (9_000, 3_000))];
        lines.extend((0..4).map(|place| line((place * 3_000, 0), (place * 3_000, 3_000))));
        let booths: Vec<_> =
            (0..3).map(|place| Outline::rectangle(Point::from_mm(place * 3_000, 0), Size::from_mm(3_000, 3_000))).collect();
        assert_eq!(sorted(Outline::closed_by(&lines)), booths);
    }

    #[test]
    fn lines_that_end_a_millimetre_short_meet_and_what_juts_out_is_nothing() {
        let lines = [
            line((1, 0), (2_999, 0)),
            line((3_000, 1), (3_000, 2_000)),
            line((3_500, 2_000), (0, 2_000)),
            line((0, 1_999), (0, 1)),
        ];
        assert_eq!(Outline::closed_by(&lines), [Outline::rectangle(Point::ORIGIN, Size::from_mm(3_000, 2_000))]);
    }

    #[test]
    fn lines_that_leave_a_gap_close_nothing() {
        let lines = [line((0, 0), (3_000, 0)), line((3_000, 0), (3_000, 2_000)), line((3_000, 2_000), (0, 2_000))];
        assert_eq!(Outline::closed_by(&lines), []);
        assert_eq!(Outline::closed_by(&[]), []);
    }

    #[test]
    fn turned_rows_are_turned_rectangles() {
        let (centre, angle) = (Point::from_mm(4_500, 1_500), Angle::from_thousandths(12_300));
        let whole = Outline::rectangle(Point::ORIGIN, Size::from_mm(9_000, 3_000)).turned(centre, angle);
        let cut = line((3_000, 0), (3_000, 3_000));
        let cut = Segment::new(cut.from.turned(centre, angle), cut.to.turned(centre, angle));
        let mut lines: Vec<_> = Segment::around(&whole.corners()).collect();
        lines.push(cut);
        let mut sizes: Vec<_> = Outline::closed_by(&lines)
            .iter()
            .map(|face| match face {
                Outline::Rectangle { size, .. } => {
                    [size.width, size.depth].map(|side| side.rounded_to(Length::from_mm(1)).tenths() / 10)
                }
                other => panic!("{other:?}"),
            })
            .collect();
        sizes.sort_unstable();
        assert_eq!(sizes, [[3_000, 3_000], [6_000, 3_000]]);
    }
}
