//! Outlines cut and joined: tables of what comes of them, and properties that hold for all.

use proptest::prelude::*;

use super::{Angle, Area, Bounds, Cut, Length, NoUnion, Offset, Outline, Point, Side, Size};

fn booth(x: i64, y: i64, width: i64, depth: i64) -> Outline {
    Outline::rectangle(Point::from_mm(x, y), Size::from_mm(width, depth))
}

fn turned(x: i64, y: i64, width: i64, depth: i64, thousandths: i64) -> Outline {
    let angle = Angle::from_thousandths(thousandths);
    Outline::Rectangle { origin: Point::from_mm(x, y), size: Size::from_mm(width, depth), angle }
}

fn polygon(corners: &[(i64, i64)]) -> Outline {
    Outline::Polygon(corners.iter().map(|(x, y)| Point::from_mm(*x, *y)).collect())
}

fn line(from: (i64, i64), to: (i64, i64)) -> Cut {
    Cut::Line(Point::from_mm(from.0, from.1), Point::from_mm(to.0, to.1))
}

fn area(parts: &[Outline]) -> Area {
    parts.iter().map(Outline::area).sum()
}

/// Whether two areas are the same but for what rounding moves along edges so long.
fn nearly(a: Area, b: Area, edges: Length) -> bool {
    (a.units() - b.units()).abs() <= i128::from(edges.tenths()) * 4
}

const L: [(i64, i64); 6] = [(0, 0), (6_000, 0), (6_000, 3_000), (3_000, 3_000), (3_000, 6_000), (0, 6_000)];
const U: [(i64, i64); 8] =
    [(0, 0), (2_000, 0), (2_000, 4_000), (4_000, 4_000), (4_000, 0), (6_000, 0), (6_000, 6_000), (0, 6_000)];

#[test]
fn neighbours_make_one_rectangle() {
    let row = [booth(0, 0, 3_000, 3_000), booth(3_000, 0, 3_000, 3_000), booth(6_000, 0, 2_500, 3_000)];
    assert_eq!(Outline::union(&row), Ok(booth(0, 0, 8_500, 3_000)));
}

#[test]
fn neighbours_that_are_turned_together_make_one_rectangle_turned_as_they_are() {
    for thousandths in [15_000, 33_333, 90_000, 121_700, 200_001, 359_999] {
        let whole = turned(1_000, 2_000, 9_000, 3_000, thousandths);
        let parts = whole.cut(Cut::Equal { parts: 3, side: whole.longer_side() });
        assert_eq!(parts.len(), 3, "{thousandths}");
        let again = Outline::union(&parts).unwrap();
        assert_eq!(again.area(), whole.area(), "{thousandths}");
        let upright = whole.angle().quarter_turns().is_some();
        assert_eq!(again.angle(), if upright { Angle::ZERO } else { whole.angle() }, "{again:?}");
        let way = again.centre() - whole.centre();
        assert!(way.x.abs() <= Length::from_tenths(1) && way.y.abs() <= Length::from_tenths(1), "{thousandths}");
    }
}

#[test]
fn three_booths_about_a_corner_make_an_l() {
    let union = Outline::union(&[booth(0, 0, 3_000, 3_000), booth(3_000, 0, 3_000, 3_000), booth(0, 3_000, 3_000, 3_000)]);
    let union = union.unwrap();
    let Outline::Polygon(corners) = &union else { panic!("{union:?}") };
    assert_eq!((corners.len(), union.area()), (6, polygon(&L).area()));
}

#[test]
fn booths_that_only_meet_at_a_corner_or_not_at_all_do_not_make_one() {
    for x in [3_000, 4_000] {
        assert_eq!(Outline::union(&[booth(0, 0, 3_000, 3_000), booth(x, 3_000, 3_000, 3_000)]), Err(NoUnion::Apart), "{x}");
    }
}

#[test]
fn a_ring_of_booths_around_an_open_place_does_not_make_one() {
    let ring = [(0, 0, 9, 3), (0, 3, 3, 3), (6, 3, 3, 3), (0, 6, 9, 3)];
    let ring = ring.map(|(x, y, width, depth)| booth(x * 1_000, y * 1_000, width * 1_000, depth * 1_000));
    assert_eq!(Outline::union(&ring), Err(NoUnion::Hole));
}

#[test]
fn a_straight_cut_makes_rectangles() {
    let whole = booth(0, 0, 6_000, 3_000);
    let expected = [booth(0, 0, 2_500, 3_000), booth(2_500, 0, 3_500, 3_000)];
    assert_eq!(whole.cut(line((2_500, -1_000), (2_500, 9_000))), expected);
    assert_eq!(whole.cut(line((2_500, 2_000), (2_500, 1_000))), expected, "whichever way, and however short");
    let rows = [booth(0, 0, 6_000, 1_000), booth(0, 1_000, 6_000, 2_000)];
    assert_eq!(whole.cut(line((0, 1_000), (10, 1_000))), rows);
}

#[test]
fn a_slanted_cut_makes_polygons_that_add_up() {
    let whole = booth(0, 0, 6_000, 3_000);
    let parts = whole.cut(line((2_000, 0), (4_000, 3_000)));
    assert_eq!(parts.len(), 2);
    assert_eq!(area(&parts), whole.area());
    assert_eq!(Outline::union(&parts), Ok(whole));
}

#[test]
fn a_cut_beside_the_booth_or_along_its_edge_makes_nothing() {
    let whole = booth(0, 0, 6_000, 3_000);
    for cut in [line((7_000, 0), (7_000, 3_000)), line((6_000, 0), (6_000, 3_000)), line((1_000, 0), (1_000, 0))] {
        assert_eq!(whole.cut(cut), [], "{cut:?}");
    }
    assert_eq!(whole.cut(line((5_995, 0), (5_995, 3_000))), [], "a part of half a centimetre is no booth");
}

#[test]
fn a_line_across_both_arms_of_a_u_cuts_off_both() {
    let parts = polygon(&U).cut(line((0, 2_000), (6_000, 2_000)));
    assert_eq!(parts, [booth(0, 0, 2_000, 2_000), booth(4_000, 0, 2_000, 2_000), polygon_below(2_000)]);
    assert_eq!(area(&parts), polygon(&U).area());

    fn polygon_below(top: i64) -> Outline {
        // As the corners come out: from the outermost one on.
        let corners =
            [(0, top), (2_000, top), (2_000, 4_000), (4_000, 4_000), (4_000, top), (6_000, top), (6_000, 6_000), (0, 6_000)];
        polygon(&corners)
    }
}

#[test]
fn equal_parts_differ_by_a_tenth_of_a_millimetre_at_most() {
    let parts = booth(0, 0, 10_000, 3_000).cut(Cut::Equal { parts: 3, side: Side::Width });
    let widths: Vec<_> = parts.iter().map(|part| part.size().width.tenths()).collect();
    assert_eq!(widths, [33_333, 33_334, 33_333]);
    assert_eq!(Outline::union(&parts), Ok(booth(0, 0, 10_000, 3_000)));
}

#[test]
fn a_booth_that_lies_on_its_side_is_cut_along_its_own_side() {
    let lying = turned(0, 0, 6_000, 2_000, 90_000);
    let parts = lying.cut(Cut::Equal { parts: 2, side: Side::Width });
    assert_eq!(parts, [booth(2_000, -2_000, 2_000, 3_000), booth(2_000, 1_000, 2_000, 3_000)]);
}

#[test]
fn an_l_and_a_round_are_cut_into_parts_of_the_same_area() {
    let round = Outline::Round { centre: Point::from_mm(5_000, 5_000), radius: Length::from_mm(3_000) };
    for whole in [polygon(&L), round] {
        for side in [Side::Width, Side::Depth] {
            let parts = whole.cut(Cut::Equal { parts: 3, side });
            assert_eq!(parts.len(), 3);
            let third = area(&parts).square_metres() / 3.0;
            assert!(parts.iter().all(|part| (part.area().square_metres() - third).abs() < 0.001), "{parts:?}");
        }
    }
}

#[test]
fn a_u_is_not_cut_where_a_part_would_be_in_two_pieces() {
    assert_eq!(polygon(&U).cut(Cut::Equal { parts: 2, side: Side::Depth }), []);
    assert_eq!(polygon(&U).cut(Cut::Equal { parts: 2, side: Side::Width }).len(), 2);
}

#[test]
fn a_column_takes_from_a_booth_what_stands_in_it_once() {
    let whole = booth(0, 0, 6_000, 3_000);
    let inside = booth(1_000, 1_000, 500, 500);
    let on_the_edge = booth(5_750, 0, 500, 500);
    let beside = booth(6_000, 0, 500, 500);
    assert_eq!(whole.area_in([&inside]), inside.area());
    assert_eq!(whole.area_in([&on_the_edge]).units() * 2, on_the_edge.area().units());
    assert_eq!(whole.area_in([&beside]), Area::ZERO);
    assert_eq!(whole.area_in([&inside, &inside, &beside]), inside.area());
}

#[test]
fn neighbours_do_not_overlap_however_they_are_turned() {
    for thousandths in [0, 12_345, 45_000] {
        let parts = turned(0, 0, 9_000, 3_000, thousandths).cut(Cut::Equal { parts: 3, side: Side::Width });
        assert!(!parts[0].overlaps(&parts[1]), "{thousandths}");
        assert!(parts[0].overlaps(&parts[0].moved(Offset::new(Length::METRE, Length::METRE))));
    }
}

#[test]
fn a_polygon_whose_edges_cross_is_not_simple() {
    assert!(polygon(&L).is_simple() && polygon(&U).is_simple());
    assert!(!polygon(&[(0, 0), (3_000, 3_000), (3_000, 0), (0, 3_000)]).is_simple());
    assert!(!polygon(&[(0, 0), (3_000, 0), (1_000, 0), (1_000, 2_000)]).is_simple(), "an edge that folds back");
    assert!(!polygon(&[(0, 0), (4_000, 0), (2_000, 0), (4_000, 3_000), (0, 3_000)]).is_simple());
}

#[test]
fn an_l_and_a_u_have_the_figures_that_were_entered() {
    let (size, notch) = (Size::from_mm(6_000, 6_000), Size::from_mm(3_000, 3_000));
    let ell = Outline::l_shape(Point::ORIGIN, size, notch).unwrap();
    assert_eq!((ell.bounds().size(), ell.area().square_metres()), (size, 27.0));
    let u = Outline::u_shape(Point::ORIGIN, size, notch).unwrap();
    assert_eq!((u.bounds().size(), u.area().square_metres()), (size, 27.0));
    assert!(ell.is_simple() && u.is_simple());
    assert_eq!(Outline::l_shape(Point::ORIGIN, size, size), None);
    assert_eq!(Outline::u_shape(Point::ORIGIN, notch, size), None);
}

fn any_outline() -> impl Strategy<Value = Outline> {
    let side = 500..20_000_i64;
    let place = -50_000..50_000_i64;
    (place.clone(), place, side.clone(), side, 0..360_000_i64, 0..4_u8).prop_map(|(x, y, width, depth, angle, kind)| {
        let (origin, size) = (Point::from_mm(x, y), Size::from_mm(width, depth));
        let notch = Size::new(width_of(size.width, angle), width_of(size.depth, 359_999 - angle));
        match kind {
            0 => Outline::rectangle(origin, size),
            1 => Outline::Rectangle { origin, size, angle: Angle::from_thousandths(angle) },
            2 => Outline::l_shape(origin, size, notch).unwrap_or(Outline::rectangle(origin, size)),
            _ => Outline::l_shape(origin, size, notch)
                .unwrap_or(Outline::rectangle(origin, size))
                .turned(origin, Angle::from_thousandths(angle)),
        }
    })
}

/// A part of a side, in whole millimetres.
fn width_of(side: Length, angle: i64) -> Length {
    Length::from_mm(side.tenths() / 10 * (angle / 4_000 + 5) / 100)
}

fn line_through(bounds: Bounds, (a, b): ((i64, i64), (i64, i64))) -> Cut {
    let size = bounds.size();
    let at = |(x, y): (i64, i64)| bounds.min() + Offset::new(size.width * x / 100, size.depth * y / 100);
    Cut::Line(at(a), at(b))
}

proptest! {
    #[test]
    fn parts_add_up_to_the_whole_and_do_not_overlap(
        whole in any_outline(),
        from in (0..=100_i64, 0..=100_i64),
        to in (0..=100_i64, 0..=100_i64),
    ) {
        let parts = whole.cut(line_through(whole.bounds(), (from, to)));
        if !parts.is_empty() {
            let size = whole.bounds().size();
            let edges = (size.width + size.depth) * 4;
            prop_assert!(nearly(area(&parts), whole.area(), edges), "{:?} of {:?}", area(&parts), whole.area());
            for (place, part) in parts.iter().enumerate() {
                prop_assert!(part.is_simple(), "{part:?}");
                prop_assert!(parts[place + 1..].iter().all(|other| !part.overlaps(other)), "{parts:?}");
            }
            let again = Outline::union(&parts);
            prop_assert!(again.as_ref().is_ok_and(|again| nearly(again.area(), whole.area(), edges)), "{again:?}");
        }
    }

    #[test]
    fn equal_parts_are_equal_and_make_the_whole_again(whole in any_outline(), parts in 2..9_usize, wide: bool) {
        let side = if wide { Side::Width } else { Side::Depth };
        let made = whole.cut(Cut::Equal { parts, side });
        if !made.is_empty() {
            prop_assert_eq!(made.len(), parts);
            let size = whole.bounds().size();
            let edges = (size.width + size.depth) * 4;
            let share = Area::from_units(whole.area().units() / parts as i128);
            prop_assert!(made.iter().all(|part| nearly(part.area(), share, edges)), "{made:?}");
            let again = Outline::union(&made);
            prop_assert!(again.as_ref().is_ok_and(|again| nearly(again.area(), whole.area(), edges)), "{again:?}");
        }
    }

    #[test]
    fn the_union_of_upright_booths_is_exact(
        x in -9_000..9_000_i64, y in -9_000..9_000_i64, width in 100..9_000_i64, depths in prop::collection::vec(100..9_000_i64, 2..6),
    ) {
        let mut at = y;
        let column: Vec<_> = depths.iter().map(|depth| { let part = booth(x, at, width, *depth); at += depth; part }).collect();
        let union = Outline::union(&column).unwrap();
        prop_assert_eq!(&union, &booth(x, y, width, depths.iter().sum()));
        prop_assert_eq!(union.area(), area(&column));
    }
}

#[test]
fn what_overlaps_is_overlapped() {
    // Two booths whose corners meet by a hair: the same answer from both sides, whatever the size of their bounds.
    let booth = |at: (i64, i64), angle: i64| Outline::Rectangle {
        origin: Point::new(Length::from_tenths(at.0), Length::from_tenths(at.1)),
        size: Size::new(Length::from_tenths(14_544), Length::from_tenths(23_589)),
        angle: Angle::from_thousandths(angle),
    };
    let (one, other) = (booth((-51_727, -47_571), 160_988), booth((-67_507, -38_258), 181_250));
    assert_eq!(one.overlaps(&other), other.overlaps(&one));
}
