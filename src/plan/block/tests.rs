use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::geometry::{Area, Mirror};
use crate::plan::testing::any_hall_id;

fn spacing() -> Spacing {
    Spacing { back_to_back: true, aisle: Length::METRE * 3, gap: Length::ZERO, columns_between_aisles: 0 }
}

fn block(pattern: Pattern) -> Block {
    Block { hall: any_hall_id(), booth: Size::from_mm(3_000, 3_000), spacing: spacing(), pattern }
}

fn grid(rows: u32, columns: u32) -> Block {
    block(Pattern::Grid { origin: Point::ORIGIN, angle: Angle::ZERO, rows, columns })
}

fn line(corners: &[(i64, i64)], rows: u32) -> Block {
    block(Pattern::Line { path: corners.iter().map(|(x, y)| Point::from_mm(*x, *y)).collect(), rows })
}

fn corners(block: &Block) -> Vec<(f64, f64)> {
    block.spots().iter().map(|spot| spot.outline.bounds().min()).map(|min| (min.x.metres(), min.y.metres())).collect()
}

#[test]
fn rows_stand_in_pairs_back_to_back_with_an_aisle_between_pairs() {
    assert_eq!(corners(&grid(3, 2)), [(0.0, 0.0), (0.0, 3.0), (3.0, 0.0), (3.0, 3.0), (0.0, 9.0), (3.0, 9.0)]);
}

#[test]
fn single_rows_have_an_aisle_after_each() {
    let mut single = grid(2, 1);
    single.spacing.back_to_back = false;
    assert_eq!(corners(&single), [(0.0, 0.0), (0.0, 6.0)]);
}

#[test]
fn a_cross_aisle_follows_so_many_columns() {
    let mut crossed = grid(1, 5);
    crossed.spacing.columns_between_aisles = 2;
    assert_eq!(corners(&crossed), [(0.0, 0.0), (3.0, 0.0), (9.0, 0.0), (12.0, 0.0), (18.0, 0.0)]);
    assert_eq!(crossed.spacing.size(crossed.booth, 1, 5).width, Length::METRE * 21);
}

#[test]
fn a_box_holds_what_fits_wholly_and_never_nothing() {
    for ((width, depth), expected) in
        [((1, 1), (1, 1)), ((15_000, 6_000), (2, 5)), ((15_500, 14_900), (3, 5)), ((14_999, 15_000), (4, 4))]
    {
        let booth = Size::from_mm(3_000, 3_000);
        assert_eq!(spacing().fitting(booth, Size::from_mm(width, depth)), expected, "{width} x {depth}");
    }
}

#[test]
fn a_grid_turned_by_a_quarter_keeps_its_middle() {
    let turned = grid(1, 3).turned(Point::from_mm(4_500, 1_500), Angle::QUARTER);
    assert_eq!(corners(&turned), [(3.0, -3.0), (3.0, 0.0), (3.0, 3.0)]);
}

#[test]
fn even_the_largest_block_is_bounded() {
    let most = Pattern::MOST_ROWS;
    assert_eq!(grid(most, most).spots().len(), Block::MOST_BOOTHS);
    let floor = Outline::rectangle(Point::ORIGIN, Size::new(Length::LIMIT, Length::LIMIT));
    assert_eq!(block(Pattern::Fill { floor, angle: Angle::ZERO }).spots().len(), Block::MOST_BOOTHS);
    let path = vec![Point::ORIGIN, Point::new(Length::LIMIT, Length::ZERO)];
    assert_eq!(block(Pattern::Line { path, rows: most }).spots().len(), Block::MOST_BOOTHS);
    let round =
        Pattern::Arc { centre: Point::ORIGIN, radius: Length::METRE * 1_000, start: Angle::ZERO, sweep: Angle::ZERO, rows: most };
    assert_eq!(block(round).spots().len(), Block::MOST_BOOTHS);
}

#[test]
fn booths_stand_to_the_right_of_a_line() {
    assert_eq!(corners(&line(&[(0, 0), (10_000, 0)], 1)), [(0.0, 0.0), (3.0, 0.0), (6.0, 0.0)]);
    assert_eq!(corners(&line(&[(10_000, 0), (0, 0)], 1)), [(7.0, -3.0), (4.0, -3.0), (1.0, -3.0)]);
    assert_eq!(corners(&line(&[(0, 0), (0, 6_000)], 1)), [(-3.0, 0.0), (-3.0, 3.0)]);
}

#[test]
fn at_a_bend_towards_the_booths_the_corner_stays_free() {
    // The first part holds three booths and the corner; the second begins beside the corner.
    assert_eq!(corners(&line(&[(0, 0), (12_000, 0), (12_000, 9_000)], 1)).len(), 3 + 2);
    let inward = corners(&line(&[(0, 0), (12_000, 0), (12_000, 9_000)], 1));
    assert_eq!(inward, [(0.0, 0.0), (3.0, 0.0), (6.0, 0.0), (9.0, 3.0), (9.0, 6.0)]);
    // Away from the booths each part is full.
    assert_eq!(corners(&line(&[(0, 0), (12_000, 0), (12_000, -9_000)], 1)).len(), 4 + 3);
}

#[test]
fn a_line_that_comes_back_near_itself_makes_no_booth_on_another() {
    let hairpin = line(&[(0, 0), (12_000, 0), (12_000, 4_000), (0, 4_000)], 1);
    assert_eq!(overlapping(&hairpin.spots()), None);
    let back = line(&[(0, 0), (12_000, 0), (0, 0)], 1);
    assert_eq!(overlapping(&back.spots()), None);
}

#[test]
fn a_round_floor_is_filled_from_its_middle() {
    let floor = Outline::Round { centre: Point::ORIGIN, radius: Length::METRE * 10 };
    let spots = block(Pattern::Fill { floor, angle: Angle::ZERO }).spots();
    assert_eq!(spots.len(), 16);
    let x: i64 = spots.iter().map(|spot| spot.outline.centre().x.tenths()).sum();
    assert_eq!(x, 0, "as much to the left as to the right");
}

#[test]
fn a_floor_is_filled_along_its_own_sides_when_it_is_turned() {
    let upright = Outline::rectangle(Point::ORIGIN, Size::from_mm(30_000, 15_000));
    for degrees in [0, 1, 30, 45, 90, 133] {
        let angle = Angle::from_thousandths(degrees * 1_000);
        let floor = upright.turned(Point::from_mm(777, 333), angle);
        assert_eq!(block(Pattern::Fill { floor, angle }).spots().len(), 40, "{degrees}");
    }
}

/// The first two that stand on one another.
fn overlapping(spots: &[Spot]) -> Option<(Spot, Spot)> {
    spots.iter().enumerate().find_map(|(place, spot)| {
        let others = spots.iter().skip(place + 1).filter(|other| other.outline.bounds().touches(spot.outline.bounds()));
        others.clone().find(|other| other.outline.overlaps(&spot.outline)).map(|other| (spot.clone(), other.clone()))
    })
}

fn side() -> impl Strategy<Value = Length> {
    (5_000_i64..60_000).prop_map(Length::from_tenths)
}

fn place() -> impl Strategy<Value = Point> {
    (-500_000_i64..500_000, -500_000_i64..500_000).prop_map(|(x, y)| Point::new(Length::from_tenths(x), Length::from_tenths(y)))
}

fn degrees() -> impl Strategy<Value = Angle> {
    prop_oneof![Just(Angle::ZERO), Just(Angle::QUARTER), (0_i64..360_000).prop_map(Angle::from_thousandths)]
}

fn any_spacing() -> impl Strategy<Value = Spacing> {
    let gap = prop_oneof![2 => Just(Length::ZERO), 1 => (0_i64..10_000).prop_map(Length::from_tenths)];
    (any::<bool>(), side(), gap, 0_u32..5).prop_map(|(back_to_back, aisle, gap, columns_between_aisles)| Spacing {
        back_to_back,
        aisle,
        gap,
        columns_between_aisles,
    })
}

fn any_pattern() -> impl Strategy<Value = Pattern> {
    let grid = (place(), degrees(), 1_u32..9, 1_u32..12).prop_map(|(origin, angle, rows, columns)| Pattern::Grid {
        origin,
        angle,
        rows,
        columns,
    });
    let line = (vec(place(), 2..6), 1_u32..5).prop_map(|(path, rows)| Pattern::Line { path, rows });
    let arc = (place(), 1_000_i64..300_000, degrees(), degrees(), 1_u32..5).prop_map(|(centre, radius, start, sweep, rows)| {
        Pattern::Arc { centre, radius: Length::from_tenths(radius), start, sweep, rows }
    });
    prop_oneof![grid, line, arc, (any_floor(), degrees()).prop_map(|(floor, angle)| Pattern::Fill { floor, angle })]
}

/// Floors that are simple polygons: corners round a middle in the order of their directions.
fn any_floor() -> impl Strategy<Value = Outline> {
    let star = (place(), vec((0_u32..360_000, 20_000_i64..300_000), 3..9)).prop_map(|(middle, mut rays)| {
        rays.sort_unstable();
        rays.dedup_by_key(|(direction, _)| *direction);
        let corner = |(direction, far): &(u32, i64)| {
            (middle + Offset::new(Length::from_tenths(*far), Length::ZERO))
                .turned(middle, Angle::from_thousandths(i64::from(*direction)))
        };
        Outline::Polygon(rays.iter().map(corner).collect())
    });
    let star = star.prop_filter("no area, or crossing itself", |floor| floor.is_valid() && floor.is_simple());
    let rectangle = (place(), side(), side(), degrees()).prop_map(|(origin, width, depth, angle)| Outline::Rectangle {
        origin,
        size: Size::new(width * 10, depth * 10),
        angle,
    });
    let round = (place(), side()).prop_map(|(centre, radius)| Outline::Round { centre, radius: radius * 4 });
    prop_oneof![2 => star, 2 => rectangle, 1 => round]
}

fn any_block() -> impl Strategy<Value = Block> {
    (any_pattern(), any_spacing(), side(), side()).prop_map(|(pattern, spacing, width, depth)| Block {
        booth: Size::new(width, depth),
        spacing,
        ..block(pattern)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn no_two_booths_of_a_block_overlap(block in any_block()) {
        let spots = block.spots();
        prop_assert_eq!(overlapping(&spots), None);
        let places: std::collections::BTreeSet<_> = spots.iter().map(Spot::place).collect();
        prop_assert_eq!(places.len(), spots.len(), "each has a place of its own");
        prop_assert!(spots.iter().all(|spot| spot.outline.size() == block.booth));
        prop_assert_eq!(block.spots(), spots);
    }

    #[test]
    fn a_grid_has_all_its_rows_and_columns(rows in 1_u32..20, columns in 1_u32..20, spacing in any_spacing()) {
        let block = Block { spacing, ..grid(rows, columns) };
        prop_assert_eq!(block.spots().len(), (rows * columns) as usize);
        let size = spacing.size(block.booth, rows, columns);
        prop_assert_eq!(spacing.fitting(block.booth, size), (rows, columns));
    }

    #[test]
    fn a_straight_line_holds_as_many_whole_booths_as_it_is_long(length in 1_i64..2_000_000, width in side(), rows in 1_u32..4) {
        let path = vec![Point::ORIGIN, Point::new(Length::from_tenths(length), Length::ZERO)];
        let block = Block { booth: Size::new(width, Length::METRE), ..block(Pattern::Line { path, rows }) };
        // Two tenths of a millimetre are within what turning may lose.
        let whole = (length + 2) / width.tenths();
        prop_assert_eq!(block.spots().len() as i64, whole * i64::from(rows));
    }

    #[test]
    fn the_fronts_of_an_arc_touch_it_with_their_corners(
        radius in 20_000_i64..300_000, start in degrees(), sweep in 1_i64..=360_000, width in side(),
    ) {
        let (centre, radius, sweep) = (Point::ORIGIN, Length::from_tenths(radius), Angle::from_thousandths(sweep));
        let arc = Block { booth: Size::new(width, Length::METRE), ..block(Pattern::Arc { centre, radius, start, sweep, rows: 1 }) };
        let spots = arc.spots();
        let fronts: Vec<_> = spots.iter().map(|spot| spot.outline.rectangle_corners()).collect();
        for [left, right, ..] in &fronts {
            for corner in [left, right] {
                prop_assert!((corner.distance(centre) - radius).abs() <= Length::from_tenths(3), "{:?}", corner);
            }
        }
        // The direction of angles is clockwise: seen from the middle the next booth is on the right, its own left.
        for pair in fronts.windows(2) {
            prop_assert!(pair[0][0].distance(pair[1][1]) <= Length::from_tenths(4));
        }
        let over = 2.0 * (width.metres() / 2.0 / radius.metres()).min(1.0).asin().to_degrees();
        let whole = if sweep == Angle::ZERO { 360.0 } else { sweep.degrees() };
        let most = if width > radius * 2 { 0.0 } else { (whole / over + 1e-3).floor() };
        prop_assert!((spots.len() as f64 - most).abs() < 1.0 + 1e-9 && spots.len() as f64 <= most, "{} of {}", spots.len(), most);
    }

    #[test]
    fn a_filled_floor_holds_its_booths_wholly(floor in any_floor(), angle in degrees(), width in side(), depth in side()) {
        let fill = Block { booth: Size::new(width, depth), ..block(Pattern::Fill { floor: floor.clone(), angle }) };
        for spot in fill.spots().iter().take(60) {
            let outside = spot.outline.area() - spot.outline.area_in([&floor]);
            // As much as a strip of a millimetre around it: the edges of a round floor are short lines.
            prop_assert!(outside <= (width + depth) * Length::from_mm(1) + Area::from_units(100), "{:?} {:?}", spot, outside);
        }
    }

    #[test]
    fn a_block_moved_or_turned_has_its_booths_moved_or_turned(
        block in any_block(), by in place(), about in place(), angle in degrees(),
    ) {
        let by = by - Point::ORIGIN;
        let near = |a: &Outline, b: &Outline| a.centre().distance(b.centre()) <= Length::from_tenths(5);
        for (after, moved) in block.moved(by).spots().iter().zip(block.spots()) {
            prop_assert!(near(&after.outline, &moved.outline.moved(by)));
        }
        if matches!(block.pattern, Pattern::Grid { .. } | Pattern::Arc { .. }) {
            for (after, turned) in block.turned(about, angle).spots().iter().zip(block.spots()) {
                prop_assert!(near(&after.outline, &turned.outline.turned(about, angle)));
            }
        }
    }

    #[test]
    fn a_mirrored_grid_or_arc_has_its_booths_mirrored(block in any_block(), at in -500_000_i64..500_000, upright: bool) {
        // A last row without its pair, and a last group of columns, stand on the other side when mirrored.
        let spacing = Spacing { back_to_back: false, columns_between_aisles: 0, ..block.spacing };
        let block = Block { spacing, ..block };
        let twice = Length::from_tenths(at);
        let mirror = if upright { Mirror::LeftRight(twice) } else { Mirror::TopBottom(twice) };
        if let Some((after, places)) = block.mirrored(mirror) {
            let after: std::collections::BTreeMap<_, _> =
                after.spots().into_iter().map(|spot| (spot.place(), spot.outline.centre())).collect();
            for spot in block.spots() {
                let centre = spot.outline.centre();
                let expected = if upright { Point::new(twice - centre.x, centre.y) } else { Point::new(centre.x, twice - centre.y) };
                let stands = places.of(spot.place()).and_then(|place| after.get(&place));
                prop_assert!(stands.is_some_and(|stands| stands.distance(expected) <= Length::from_tenths(5)), "{:?}", spot);
            }
        }
    }
}
