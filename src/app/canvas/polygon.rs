//! Triangles of a polygon that need not be convex: egui fills convex ones alone.

use eframe::egui::{Color32, Mesh, Pos2};

/// Twice the area to the left of the way from `a` over `b` to `c`; above zero where it turns clockwise on the screen.
fn turn(a: Pos2, b: Pos2, c: Pos2) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

/// Whether a polygon turns to one side only.
#[must_use]
pub fn is_convex(corners: &[Pos2]) -> bool {
    let ways = corners.iter().zip(corners.iter().cycle().skip(1)).zip(corners.iter().cycle().skip(2));
    let mut turns = ways.map(|((a, b), c)| turn(*a, *b, *c)).filter(|turn| turn.abs() > 1e-3);
    let Some(first) = turns.next() else { return true };
    turns.all(|turn| (turn > 0.0) == (first > 0.0))
}

/// The corners' places, three for each triangle, by cutting off ears. A polygon that crosses itself gives what can be cut.
#[must_use]
pub fn triangles(corners: &[Pos2]) -> Vec<[u32; 3]> {
    let area: f32 = corners.iter().zip(corners.iter().cycle().skip(1)).map(|(a, b)| a.x * b.y - b.x * a.y).sum();
    let mut left: Vec<(u32, Pos2)> = (0..).zip(corners.iter().copied()).collect();
    if area < 0.0 {
        left.reverse();
    }
    let mut found = Vec::with_capacity(left.len().saturating_sub(2));
    while left.len() > 2 {
        let count = left.len();
        let around = |place: usize, by: usize| left.get((place + by) % count).copied().unwrap_or_default();
        let ear = (0..count).find(|&place| {
            let (before, corner, after) = (around(place, count - 1), around(place, 0), around(place, 1));
            turn(before.1, corner.1, after.1) > 0.0
                && left.iter().filter(|other| ![before.0, corner.0, after.0].contains(&other.0)).all(|&(_, point)| {
                    turn(before.1, corner.1, point) < 0.0
                        || turn(corner.1, after.1, point) < 0.0
                        || turn(after.1, before.1, point) < 0.0
                })
        });
        // Where no ear is left the rest lies on one line, or crosses itself: any corner may go.
        let place = ear.unwrap_or_default();
        if ear.is_some() {
            found.push([around(place, count - 1).0, around(place, 0).0, around(place, 1).0]);
        }
        left.remove(place);
    }
    found
}

/// A polygon filled with one colour.
#[must_use]
pub fn filled(corners: &[Pos2], fill: Color32) -> Mesh {
    let mut mesh = Mesh::default();
    corners.iter().for_each(|corner| mesh.colored_vertex(*corner, fill));
    triangles(corners).into_iter().for_each(|[a, b, c]| mesh.add_triangle(a, b, c));
    mesh
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::pos2;

    fn area(corners: &[Pos2]) -> f32 {
        triangles(corners)
            .into_iter()
            .map(|triangle| {
                let [a, b, c] = triangle.map(|place| corners[place as usize]);
                turn(a, b, c).abs() / 2.0
            })
            .sum()
    }

    #[test]
    fn triangles_fill_shapes_with_dents_and_nothing_else() {
        let square = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)].map(|(x, y)| pos2(x, y));
        let corner = [(0.0, 0.0), (4.0, 0.0), (4.0, 1.0), (1.0, 1.0), (1.0, 4.0), (0.0, 4.0)].map(|(x, y)| pos2(x, y));
        let mut reversed = corner;
        reversed.reverse();
        for (shape, expected) in [(&square[..], 16.0), (&corner[..], 7.0), (&reversed[..], 7.0)] {
            assert!((area(shape) - expected).abs() < 1e-4, "{shape:?}");
        }
        assert!(is_convex(&square) && !is_convex(&corner) && !is_convex(&reversed));
        assert!(triangles(&square[..2]).is_empty());
        assert_eq!(area(&[pos2(0.0, 0.0), pos2(1.0, 0.0), pos2(2.0, 0.0)]), 0.0);
    }
}
