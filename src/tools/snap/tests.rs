//! Boxes and lines in, nudges, guides and gaps out.

use super::*;
use crate::geometry::Offset;
use crate::tools::{Guide, GuideKind};

/// A box in metres: left, top, width, depth.
fn at(left: f64, top: f64, width: f64, depth: f64) -> Bounds {
    let metres = |value| Length::from_metres(value).unwrap();
    let corner = Point::new(metres(left), metres(top));
    Bounds::between(corner, corner + Offset::new(metres(width), metres(depth)))
}

fn targets(boxes: &[Bounds]) -> Targets {
    Targets {
        boxes: boxes.to_vec(),
        lines: Vec::new(),
        aisle: Length::ZERO,
        grid: Length::from_mm(500),
        tolerance: Length::from_mm(400),
        reach: Length::METRE * 10,
    }
}

/// The outline of a hall of 20 x 10 m.
fn hall() -> Vec<(Segment, LineOf)> {
    sides(&Outline::from_bounds(at(0.0, 0.0, 20.0, 10.0))).into_iter().map(|side| (side, LineOf::Hall)).collect()
}

/// Where the left top corner of a booth of 3 x 3 m comes to stand, in metres.
#[track_caller]
fn check(moving: (f64, f64), boxes: &[Bounds], expected: (f64, f64)) {
    let moving = at(moving.0, moving.1, 3.0, 3.0);
    let stands = moving.min() + align(moving, Edges::ALL, &targets(boxes));
    assert_eq!(stands, at(expected.0, expected.1, 0.0, 0.0).min());
}

#[test]
fn far_from_all_neighbours_the_grid_holds() {
    check((10.2, -0.3), &[at(0.0, 5.0, 3.0, 3.0)], (10.0, -0.5));
}

#[test]
fn an_edge_jumps_to_the_neighbours_edge_off_the_grid() {
    check((3.4, 0.1), &[at(0.07, 0.0, 3.0, 3.0)], (3.07, 0.0));
    check((-3.2, 0.1), &[at(0.07, 0.0, 3.0, 3.0)], (-2.93, 0.0));
}

#[test]
fn edges_are_aligned_with_those_of_neighbours_across_an_aisle() {
    check((0.3, 6.2), &[at(0.12, 0.0, 3.0, 3.0)], (0.12, 6.0));
}

#[test]
fn of_two_lines_the_nearer_one_wins() {
    check((3.2, 0.0), &[at(0.0, 0.0, 3.1, 3.0), at(0.0, 3.0, 3.15, 3.0)], (3.15, 0.0));
}

#[test]
fn of_lines_equally_near_that_of_the_nearer_neighbour_wins() {
    check((3.2, 0.0), &[at(0.0, 50.0, 3.1, 3.0), at(0.0, 0.0, 3.3, 3.0)], (3.3, 0.0));
}

#[test]
fn only_the_edges_that_move_snap() {
    let moving = at(0.2, 0.0, 2.9, 3.0);
    let right = Edges { right: true, ..Edges::default() };
    let way = align(moving, right, &targets(&[at(0.0, 3.0, 3.0, 3.0)]));
    assert_eq!(way, Offset::new(Length::from_mm(-100), Length::ZERO));
}

#[test]
fn nothing_snaps_where_it_is_suspended() {
    let off = Targets { grid: Length::ZERO, tolerance: Length::ZERO, ..targets(&[at(0.0, 0.0, 3.0, 3.0)]) };
    assert_eq!(align(at(3.1, 0.1, 3.0, 3.0), Edges::ALL, &off), Offset::ZERO);
    assert_eq!(guides(at(3.0, 0.0, 3.0, 3.0), Edges::ALL, &off), []);
}

#[test]
fn one_guide_runs_through_all_that_is_aligned() {
    let row = [at(0.0, 0.0, 3.0, 3.0), at(20.0, 0.0, 3.0, 2.0)];
    let found = guides(at(6.0, 0.0, 3.0, 3.0), Edges::ALL, &targets(&row));
    let line = |from: (f64, f64), to: (f64, f64)| Guide {
        from: at(from.0, from.1, 0.0, 0.0).min(),
        to: at(to.0, to.1, 0.0, 0.0).min(),
        kind: GuideKind::Edge,
    };
    assert_eq!(found, [line((0.0, 0.0), (23.0, 0.0)), line((0.0, 3.0), (9.0, 3.0))]);
}

#[test]
fn gaps_are_told_to_the_nearest_neighbour_on_each_side_else_to_the_hall() {
    let near = Targets { lines: hall(), ..targets(&[at(1.0, 4.0, 3.0, 3.0), at(0.0, 4.0, 1.0, 3.0), at(8.0, 5.0, 3.0, 3.0)]) };
    let gaps: Vec<_> = distances(at(5.0, 4.0, 3.0, 3.0), &near).iter().map(|gap| gap.length().metres()).collect();
    assert!(gaps.iter().zip([1.0, 4.0, 3.0]).all(|(gap, expected)| (gap - expected).abs() < 1e-9), "{gaps:?}");
    assert_eq!(gaps.len(), 3, "the neighbour that touches leaves no gap: {gaps:?}");
}
