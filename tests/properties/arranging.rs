//! Things put in order, by exact figures: whatever is selected, edges coincide, gaps are equal to a tenth of a millimetre, and what is
//! mirrored twice is as it was; what snaps stands exactly on the line that it is told to stand on.

use hallplan::edit::{Edit, NewBooth, NewNumber, Objects, Origin, Shapes, apply};
use hallplan::geometry::{Angle, Bounds, Length, Offset, Outline, Point, Size};
use hallplan::plan::{DoorKind, Hall, IdMint, Plan, Show, StructureShape};
use hallplan::tools::{
    Across, Alignment, DistanceKind, Edges, Evenly, Targets, align, align_things, arrange_to_aisle, distances, distribute,
    guides, mirror, rotate_about, selection_bounds,
};
use proptest::prelude::*;

fn any_outline() -> impl Strategy<Value = Outline> {
    let size = (5_000_i64..60_000, 5_000_i64..60_000).prop_map(|(width, depth)| (tenths(width), tenths(depth)));
    let place = (-200_000_i64..200_000, -200_000_i64..200_000);
    (place, size, prop_oneof![3 => Just(0_i64), 1 => 0_i64..360_000]).prop_map(|((x, y), (width, depth), angle)| {
        Outline::Rectangle {
            origin: Point::new(tenths(x), tenths(y)),
            size: Size::new(width, depth),
            angle: Angle::from_thousandths(angle),
        }
    })
}

const fn tenths(tenths: i64) -> Length {
    Length::from_tenths(tenths)
}

/// A hall with these booths, a wall, a door and a dimension, and all of them.
fn hall(outlines: &[Outline]) -> (Plan, Objects) {
    let (plan, mut mint) = (Plan::new(Show::default()), IdMint::new(1, 0));
    let floor = Outline::rectangle(Point::from_mm(-50_000, -50_000), Size::from_mm(100_000, 100_000));
    let plan = apply(&plan, &Edit::AddHall(Hall { name: "Hall".into(), outline: floor }), &mut mint).expect("a hall").plan;
    let hall = plan.hall_named("Hall").expect("the hall just made");
    let booth = |outline: &Outline| NewBooth { number: NewNumber::Next, outline: outline.clone(), category: None };
    let (from, to) = (Point::from_mm(1_234, -777), Point::from_mm(8_000, 3_333));
    let door =
        StructureShape::Door { at: from, width: Length::METRE, angle: Angle::from_thousandths(33_000), kind: DoorKind::Exit };
    let structures = vec![
        StructureShape::Wall { from, to, thickness: tenths(2_000) },
        door,
        StructureShape::Dimension { from, to, offset: tenths(-7_001) },
    ];
    let add = Edit::Add { hall, booths: outlines.iter().map(booth).collect(), structures, origin: Origin::Drawn };
    let made = apply(&plan, &add, &mut mint).expect("booths");
    (made.plan, made.added)
}

fn shapes(edit: &Edit) -> &Shapes {
    match edit {
        Edit::Reshape(_, shapes) => shapes,
        other => panic!("{other:?} reshapes nothing"),
    }
}

fn done(plan: &Plan, edit: &Edit) -> Plan {
    if shapes(edit).is_empty() {
        plan.clone()
    } else {
        apply(plan, edit, &mut IdMint::new(1, 9_000)).expect("it can be done").plan
    }
}

fn booths_of(plan: &Plan, selection: &Objects) -> Vec<Bounds> {
    selection.booths.iter().filter_map(|id| plan.get(*id)).map(|booth| booth.outline.bounds()).collect()
}

proptest! {
    #![proptest_config(crate::cases(96))]

    #[test]
    fn mirrored_twice_all_is_as_it_was(outlines in prop::collection::vec(any_outline(), 1..8), across in prop::bool::ANY) {
        let (plan, selection) = hall(&outlines);
        let across = if across { Across::LeftRight } else { Across::TopBottom };
        let once = done(&plan, &mirror(&selection, &plan, across));
        let twice = done(&once, &mirror(&selection, &once, across));
        let (before, after) = (selection_bounds(&plan, &selection).unwrap(), selection_bounds(&once, &selection).unwrap());
        prop_assert!(before.min().distance(after.min()) <= Length::METRE, "the mirror stands in the middle");
        for id in &selection.booths {
            prop_assert_eq!(&plan.get(*id).unwrap().outline, &twice.get(*id).unwrap().outline);
        }
        for id in &selection.structures {
            prop_assert_eq!(&plan.get(*id).unwrap().shape, &twice.get(*id).unwrap().shape);
        }
    }

    #[test]
    fn aligned_sides_coincide_exactly(outlines in prop::collection::vec(any_outline(), 2..8), which in 0_usize..6) {
        let all = [Alignment::Left, Alignment::Centre, Alignment::Right, Alignment::Top, Alignment::Middle, Alignment::Bottom];
        let (plan, selection) = hall(&outlines);
        let whole = selection_bounds(&plan, &selection).unwrap();
        let aligned = done(&plan, &align_things(&selection, &plan, all[which]));
        for own in booths_of(&aligned, &selection) {
            let (near, far) = (own.min(), own.max());
            match all[which] {
                Alignment::Left => prop_assert_eq!(near.x, whole.min().x),
                Alignment::Right => prop_assert_eq!(far.x, whole.max().x),
                Alignment::Top => prop_assert_eq!(near.y, whole.min().y),
                Alignment::Bottom => prop_assert_eq!(far.y, whole.max().y),
                Alignment::Centre => prop_assert!((near.x + far.x - whole.min().x - whole.max().x).abs() <= tenths(1)),
                Alignment::Middle => prop_assert!((near.y + far.y - whole.min().y - whole.max().y).abs() <= tenths(1)),
            }
        }
    }

    #[test]
    fn distributed_gaps_are_equal_to_a_tenth_of_a_millimetre(outlines in prop::collection::vec(any_outline(), 3..9), centres in prop::bool::ANY) {
        let (plan, mut selection) = hall(&outlines);
        selection.structures.clear();
        let evenly = if centres { Evenly::Centres } else { Evenly::Gaps };
        let after = done(&plan, &distribute(&selection, &plan, Across::LeftRight, evenly));
        let mut boxes = booths_of(&after, &selection);
        boxes.sort_by_key(|own| (own.min().x + own.max().x, own.min().x));
        let between = |pair: &[Bounds]| match evenly {
            Evenly::Gaps => pair[1].min().x - pair[0].max().x,
            // Twice the distance of the middles.
            Evenly::Centres => (pair[1].min().x + pair[1].max().x) - (pair[0].min().x + pair[0].max().x),
        };
        if evenly == Evenly::Centres {
            let all: Vec<_> = boxes.windows(2).map(between).collect();
            let (least, most) = (all.iter().min().unwrap(), all.iter().max().unwrap());
            // A middle misses its place by three quarters of a tenth at most: so do both of a pair, in twice the distance.
            prop_assert!(*most - *least <= tenths(6), "{all:?}");
        } else if boxes.windows(2).all(|pair| between(pair) >= Length::ZERO) {
            // Where they overlap the order of their middles may change.
            let all: Vec<_> = boxes.windows(2).map(between).collect();
            let (least, most) = (all.iter().min().unwrap(), all.iter().max().unwrap());
            prop_assert!(*most - *least <= tenths(1), "{all:?}");
        }
    }

    #[test]
    fn aisles_are_exactly_as_wide_as_wanted(rows in prop::collection::vec((5_000_i64..80_000, 20_000_i64..40_000), 2..6), aisle in 10_000_i64..60_000) {
        let mut top = 0;
        let outlines: Vec<_> = rows.iter().map(|(gap, depth)| {
            let outline = Outline::rectangle(Point::new(Length::ZERO, tenths(top)), Size::new(tenths(30_000), tenths(*depth)));
            top += depth + gap;
            outline
        }).collect();
        let (plan, mut selection) = hall(&outlines);
        selection.structures.clear();
        let after = done(&plan, &arrange_to_aisle(&selection, &plan, Across::TopBottom, tenths(aisle)));
        let boxes = booths_of(&after, &selection);
        for pair in boxes.windows(2) {
            prop_assert_eq!(pair[1].min().y - pair[0].max().y, tenths(aisle));
        }
    }

    #[test]
    fn a_quarter_turn_about_any_point_four_times_is_none(outlines in prop::collection::vec(any_outline(), 1..6), x in -90_000_i64..90_000, y in -90_000_i64..90_000) {
        let (plan, mut selection) = hall(&outlines);
        selection.structures.clear();
        let about = Point::new(tenths(x), tenths(y));
        let turned = (0..4).fold(plan.clone(), |plan, _| done(&plan, &rotate_about(&selection, &plan, about, Angle::QUARTER)));
        for (before, after) in booths_of(&plan, &selection).into_iter().zip(booths_of(&turned, &selection)) {
            prop_assert!(before.min().distance(after.min()) <= tenths(8));
        }
    }

    #[test]
    fn what_snaps_stands_on_a_line_that_is_shown_or_on_the_grid(
        boxes in prop::collection::vec(any_outline(), 1..8),
        x in -200_000_i64..200_000,
        y in -200_000_i64..200_000,
        aisle in 0_i64..40_000,
    ) {
        let boxes: Vec<_> = boxes.iter().map(Outline::bounds).collect();
        let targets = Targets {
            boxes,
            lines: Vec::new(),
            grid: tenths(5_000),
            tolerance: tenths(4_000),
            reach: Length::METRE * 60,
            aisle: tenths(aisle),
        };
        let corner = Point::new(tenths(x), tenths(y));
        let moving = Bounds::between(corner, corner + Offset::new(tenths(30_000), tenths(20_000)));
        let across = Edges { left: true, right: true, ..Edges::default() };
        let by = align(moving, across, &targets);
        prop_assert!(by.x.abs() <= targets.tolerance && by.y == Length::ZERO);
        let moved = moving.moved(by);
        let is_upright = |from: Point, to: Point| from.x == to.x;
        let on_guide = guides(moved, across, &targets).iter().any(|guide| is_upright(guide.from, guide.to));
        let told = |kind| matches!(kind, DistanceKind::Equal | DistanceKind::Aisle);
        let in_gap = distances(moved, &targets).iter().any(|gap| !is_upright(gap.from, gap.to) && told(gap.kind));
        let on_grid = moved.min().x.rounded_to(targets.grid) == moved.min().x;
        prop_assert!(on_grid || on_guide || in_gap, "{moving:?} to {moved:?}");
    }
}
