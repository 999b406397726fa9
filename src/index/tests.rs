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
    let corner =
        index.booth_bounds(show.booths[0]).unwrap().min() + crate::geometry::Offset::new(Length::METRE / 10, Length::METRE / 10);
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
    let around = index.booth_bounds(show.booths[0]).unwrap();
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
