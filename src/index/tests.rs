use super::*;
use crate::geometry::{Angle, Outline, Size};
use crate::plan::{Booth, Draft, Hall, IdMint, Number, Show, Structure, StructureShape};

struct Show1 {
    plan: Plan,
    hall: HallId,
    booths: Vec<BoothId>,
}

fn metres(x: i64, y: i64) -> Point {
    Point::from_mm(x * 1_000, y * 1_000)
}

/// A hall of 20 x 10 m with booths at these places, each 3 x 3 m and turned so far, and a wall along its middle.
fn plan(places: &[(i64, i64, i64)]) -> Show1 {
    let empty = Plan::new(Show::default());
    let (mut draft, mut mint) = (Draft::new(&empty), IdMint::new(1, 0));
    let outline = Outline::rectangle(Point::ORIGIN, Size::from_mm(20_000, 10_000));
    let hall = draft.add(&mut mint, Hall { name: "1".into(), outline });
    let wall = StructureShape::Wall { from: metres(0, 5), to: metres(20, 5), thickness: Length::from_mm(100) };
    draft.add::<StructureId>(&mut mint, Structure::new(hall, wall));
    let booths = places.iter().zip(1..).map(|((x, y, degrees), number)| {
        let size = Size::from_mm(3_000, 3_000);
        let outline = Outline::Rectangle { origin: metres(*x, *y), size, angle: Angle::from_thousandths(degrees * 1_000) };
        let number = Number::new(&format!("A{number}")).unwrap();
        draft.add(&mut mint, Booth::new(hall, number, outline))
    });
    let booths = booths.collect();
    let (plan, _) = draft.finish().unwrap();
    Show1 { plan, hall, booths }
}

#[test]
fn the_booth_drawn_last_lies_on_top() {
    let show = plan(&[(0, 0, 0), (2, 0, 0)]);
    let index = Index::new(&show.plan);
    let at = |x_mm| index.booth_at(&show.plan, show.hall, Point::from_mm(x_mm, 1_000));
    assert_eq!(at(1_000), Some(show.booths[0]));
    assert_eq!(at(2_500), Some(show.booths[1]));
    assert_eq!(at(5_500), None);
}

#[test]
fn the_corner_of_a_turned_booths_box_is_floor() {
    let show = plan(&[(5, 5, 45)]);
    let index = Index::new(&show.plan);
    let corner = show.plan.get(show.booths[0]).unwrap().outline.bounds().min()
        + crate::geometry::Offset::new(Length::METRE / 10, Length::METRE / 10);
    assert_eq!(index.booths_in(show.hall, Bounds::between(corner, corner)), show.booths);
    assert_eq!(index.booth_at(&show.plan, show.hall, corner), None);
}

#[test]
fn a_wall_is_hit_a_little_beside_it() {
    let show = plan(&[]);
    let index = Index::new(&show.plan);
    let hit = |y_mm| index.structure_at(&show.plan, show.hall, Point::from_mm(4_000, y_mm), Length::from_mm(200)).is_some();
    assert!(hit(5_000) && hit(5_240));
    assert!(!hit(5_260));
}

#[test]
fn the_bounds_of_a_hall_hold_what_stands_outside_its_outline() {
    let show = plan(&[(30, 2, 0)]);
    let bounds = Index::new(&show.plan).hall_bounds(&show.plan, show.hall).unwrap();
    assert_eq!(bounds.max(), metres(33, 10));
}

#[test]
fn neighbours_are_those_within_reach() {
    let show = plan(&[(0, 0, 0), (3, 0, 0), (9, 0, 0)]);
    let index = Index::new(&show.plan);
    let around = show.plan.get(show.booths[0]).unwrap().outline.bounds();
    let near = |reach| index.neighbours(show.hall, around, reach).into_iter().map(|(booth, _)| booth).collect::<Vec<_>>();
    assert_eq!(near(Length::METRE), show.booths[..2]);
    assert_eq!(near(Length::METRE * 6), show.booths);
}

#[test]
fn a_column_is_taken_off_the_booths_that_say_so_alone() {
    let show = plan(&[(0, 0, 0), (3, 0, 0)]);
    let mut index = Index::new(&show.plan);
    let mut mint = IdMint::new(2, show.plan.largest_counter());
    // Half of the column stands in each booth; only the first is without it.
    let column = StructureShape::Column(Outline::rectangle(Point::from_mm(2_500, 1_000), Size::from_mm(1_000, 500)));
    let mut draft = Draft::new(&show.plan);
    let id: StructureId = draft.add(&mut mint, Structure::new(show.hall, column));
    draft.change(show.booths[0], |booth| booth.columns_cut = true);
    let (with, change) = draft.finish().unwrap();
    index.update(&with, &change);
    let areas = |index: &Index, plan| [0, 1].map(|place| index.net_area(plan, show.booths[place]).square_metres());
    assert_eq!(areas(&index, &with), [8.75, 9.0]);
    assert!((index.show().sellable_area.square_metres() - 17.75).abs() < 1e-9);
    assert_eq!(index, Index::new(&with));
    // The column goes, and with it what it took.
    let mut draft = Draft::new(&with);
    draft.remove(id);
    let (without, change) = draft.finish().unwrap();
    index.update(&without, &change);
    assert_eq!(areas(&index, &without), [9.0, 9.0]);
    assert_eq!(index, Index::new(&without));
}

/// A hall of 40 x 20 m with these booths, in metres, and these walls.
fn around(booths: &[Outline], walls: &[(Point, Point)]) -> (Plan, Vec<BoothId>) {
    let empty = Plan::new(Show::default());
    let (mut draft, mut mint) = (Draft::new(&empty), IdMint::new(1, 0));
    let outline = Outline::rectangle(Point::ORIGIN, Size::from_mm(40_000, 20_000));
    let hall = draft.add(&mut mint, Hall { name: "1".into(), outline });
    for (from, to) in walls {
        let wall = StructureShape::Wall { from: *from, to: *to, thickness: Length::from_mm(100) };
        draft.add::<StructureId>(&mut mint, Structure::new(hall, wall));
    }
    let ids = booths.iter().zip(1..).map(|(outline, number)| {
        draft.add(&mut mint, Booth::new(hall, Number::new(&format!("A{number}")).unwrap(), outline.clone()))
    });
    let ids = ids.collect();
    (draft.finish().unwrap().0, ids)
}

fn box_at(x: i64, y: i64, width: i64, depth: i64) -> Outline {
    Outline::rectangle(metres(x, y), Size::from_mm(width * 1_000, depth * 1_000))
}

/// The open sides of the first of these booths.
fn first_of(booths: &[Outline], walls: &[(Point, Point)]) -> OpenSides {
    let (plan, ids) = around(booths, walls);
    Index::new(&plan).open_sides(&plan, ids[0]).unwrap()
}

/// What is told, the booths of which the first is meant, the walls, and its open sides.
type Story = (&'static str, Vec<Outline>, Vec<(Point, Point)>, OpenSides);

#[test]
fn open_sides_are_what_the_trade_calls_them() {
    use OpenSides::{Corner, Enclosed, Inline, Island, Peninsula};
    let at = |x, y| box_at(x, y, 3, 3);
    // A double row of three pairs, back to back.
    let double_row = |first: (i64, i64)| {
        let all = [(10, 5), (13, 5), (16, 5), (10, 8), (13, 8), (16, 8)];
        let rest = all.into_iter().filter(|place| *place != first);
        [first].into_iter().chain(rest).map(|(x, y)| at(x, y)).collect::<Vec<_>>()
    };
    let round = Outline::Round { centre: metres(12, 10), radius: Length::from_mm(2_000) };
    let corner_of_an_l = [(10, 5), (16, 5), (16, 8), (13, 8), (13, 11), (10, 11)].map(|(x, y)| metres(x, y)).to_vec();
    // Two booths of the front row and the one behind the first of them, with those around.
    let merged_l = |at_end: bool| {
        let l = [(10, 5), (16, 5), (16, 8), (13, 8), (13, 11), (10, 11)].map(|(x, y)| metres(x, y)).to_vec();
        let left = if at_end { vec![] } else { vec![at(7, 5), at(7, 8)] };
        let around = [at(16, 5), at(13, 8), at(16, 8)].into_iter().chain(left);
        std::iter::once(Outline::Polygon(l)).chain(around).collect::<Vec<_>>()
    };
    let wall = (metres(9, 5), metres(14, 5));
    let cases: Vec<Story> = vec![
        ("alone in the middle: an island", vec![at(10, 5)], vec![], Island),
        ("in a double row: inline", double_row((13, 5)), vec![], Inline),
        ("at the end of a double row: a corner", double_row((16, 8)), vec![], Corner),
        ("in a single row: through, from aisle to aisle", vec![at(13, 5), at(10, 5), at(16, 5)], vec![], Corner),
        ("at the end of a single row", vec![at(16, 5), at(13, 5)], vec![], Peninsula),
        ("across the end of a double row: a peninsula", vec![box_at(19, 5, 3, 6), at(16, 5), at(16, 8)], vec![], Peninsula),
        ("along the hall's outline, between two others", vec![at(13, 0), at(10, 0), at(16, 0)], vec![], Inline),
        ("in the hall's corner", vec![at(0, 0), at(3, 0)], vec![], Inline),
        ("alone against a wall", vec![at(10, 5)], vec![wall], Peninsula),
        ("alone, an aisle from the wall", vec![at(10, 8)], vec![wall], Island),
        ("among others on all sides", vec![at(10, 5), at(7, 5), at(13, 5), at(10, 2), at(10, 8)], vec![], Enclosed),
        ("less than half of its back against another", vec![box_at(10, 5, 8, 3), at(10, 8)], vec![], Island),
        ("half of its back against another", vec![box_at(10, 5, 6, 3), at(10, 8)], vec![], Peninsula),
        ("a round alone", vec![round.clone()], vec![], Island),
        ("a round at a wall", vec![round], vec![(metres(9, 8), metres(15, 8))], Peninsula),
        ("an L alone", vec![Outline::Polygon(corner_of_an_l.clone())], vec![], Island),
        ("an L with a booth in its inner corner", vec![Outline::Polygon(corner_of_an_l), at(13, 8)], vec![], Peninsula),
        ("an L out of the middle of a double row: from aisle to aisle", merged_l(false), vec![], Corner),
        ("an L at the end of a double row", merged_l(true), vec![], Peninsula),
    ];
    for (story, booths, walls, expected) in cases {
        assert_eq!(first_of(&booths, &walls), expected, "{story}");
        // The same story, turned about any point by any angle, away from the hall's outline.
        if !story.contains("hall") {
            for degrees in [45, 90, 133, 270] {
                let (about, by) = (metres(14, 9), Angle::from_thousandths(degrees * 1_000));
                let booths: Vec<_> = booths.iter().map(|outline| outline.turned(about, by)).collect();
                let walls: Vec<_> = walls.iter().map(|(from, to)| (from.turned(about, by), to.turned(about, by))).collect();
                assert_eq!(first_of(&booths, &walls), expected, "{story}, turned by {degrees}");
            }
        }
    }
}

#[test]
fn a_triangle_alone_is_an_island_and_a_gap_that_nobody_passes_is_none() {
    let triangle = Outline::Polygon([(10, 5), (16, 5), (13, 9)].map(|(x, y)| metres(x, y)).to_vec());
    assert_eq!(first_of(&[triangle], &[]), OpenSides::Island);
    let beside = |gap_mm: i64| {
        let other = Outline::rectangle(Point::from_mm(13_000 + gap_mm, 5_000), Size::from_mm(3_000, 3_000));
        first_of(&[box_at(10, 5, 3, 3), other], &[])
    };
    assert_eq!((beside(300), beside(301)), (OpenSides::Peninsula, OpenSides::Island));
}

#[test]
fn what_the_organiser_fixed_holds_whatever_stands_around() {
    let (plan, ids) = around(&[box_at(10, 5, 3, 3)], &[]);
    let mut draft = Draft::new(&plan);
    draft.change(ids[0], |booth| booth.open_sides = Some(OpenSides::Inline));
    let (plan, _) = draft.finish().unwrap();
    let index = Index::new(&plan);
    assert_eq!(index.open_sides(&plan, ids[0]), Some(OpenSides::Inline));
    assert_eq!(index.derived_open_sides(&plan, ids[0]), Some(OpenSides::Island));
}

#[test]
fn the_edges_say_which_sides_are_open() {
    let (plan, ids) = around(&[box_at(10, 5, 3, 3), box_at(13, 5, 3, 3)], &[]);
    let closed: Vec<_> = Index::new(&plan).booth_sides(&plan, ids[0]).into_iter().filter(|side| !side.open).collect();
    assert_eq!(closed.iter().map(|side| (side.from, side.to)).collect::<Vec<_>>(), [(metres(13, 5), metres(13, 8))]);
}

#[test]
fn a_booth_belongs_to_the_smallest_zone_that_its_centre_lies_in() {
    let (plan, ids) = around(&[box_at(1, 1, 3, 3), box_at(8, 1, 3, 3), box_at(18, 1, 3, 3)], &[]);
    let hall = *plan.halls().keys().next().unwrap();
    let (mut draft, mut mint) = (Draft::new(&plan), IdMint::new(3, plan.largest_counter()));
    let category = draft.add(&mut mint, crate::plan::Category::named("Startups"));
    let mut zone = |outline, name: &str, category| {
        let tint = crate::plan::Tint::Blue;
        draft.add(&mut mint, Structure::new(hall, StructureShape::Zone { outline, name: name.into(), tint, category }))
    };
    let large: StructureId = zone(box_at(0, 0, 20, 10), "Pavilion", None);
    let small: StructureId = zone(box_at(7, 0, 6, 6), "Startups", Some(category));
    draft.change(ids[2], |booth| booth.blocked = true);
    let (with, change) = draft.finish().unwrap();
    let mut index = Index::new(&plan);
    index.update(&with, &change);
    assert_eq!(ids.iter().map(|id| index.zone_of(*id)).collect::<Vec<_>>(), [Some(large), Some(small), Some(large)]);
    assert_eq!((index.zone(large).sellable, index.zone(small).sellable), (1, 1), "a blocked booth is not counted");
    let sellable = |index: &Index| index.by_category().into_iter().map(|(id, full)| (id, full.sellable)).collect::<Vec<_>>();
    assert_eq!(sellable(&index), [(None, 1), (Some(category), 1)], "a booth without a category counts as its zone's");
    // The small zone goes: its booth belongs to the large one.
    let mut draft = Draft::new(&with);
    draft.remove(small);
    let (without, change) = draft.finish().unwrap();
    index.update(&without, &change);
    assert_eq!(index.zone_of(ids[1]), Some(large));
    assert_eq!(sellable(&index), [(None, 2)]);
    assert_eq!(index, Index::new(&without));
}
