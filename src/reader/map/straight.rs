//! The straight lines of a drawing, so that what is drawn over it can snap to them: its lines and the sides of its shapes.

use crate::reader::{Drawing, Element, ElementKind, PathStep, PictureLine, SheetPoint, limits};

/// Shorter lines are details, as a part of the sheet's longer side: one in so many.
const LEAST_PART: f32 = 400.0;

/// Lines that lie nearer to one another than this are one, in halves of units.
const SAME: u32 = 8;

/// The lines of a drawing, the longest first, and no more than [`limits::PICTURE_LINES`], in halves of the sheet's units.
/// Letters have none.
pub(super) fn lines(drawing: &Drawing) -> Vec<PictureLine> {
    lines_of(drawing, |_| true)
}

/// The same of some of its elements.
pub(super) fn lines_of(drawing: &Drawing, counts: impl Fn(&Element) -> bool) -> Vec<PictureLine> {
    let (width, height) = (drawing.sheet.0 as f32, drawing.sheet.1 as f32);
    let least = width.max(height) / LEAST_PART;
    let mut found: Vec<(u64, PictureLine)> = Vec::new();
    for element in drawing.elements.iter().filter(|element| counts(element)) {
        let ElementKind::Path { path, fill, stroke } = &element.kind else { continue };
        let seen = fill.is_some_and(|fill| fill.colour.0[3] > 0) || stroke.as_ref().is_some_and(|stroke| stroke.colour.0[3] > 0);
        if !seen {
            continue;
        }
        for [from, to] in straight_parts(path) {
            if (to[0] - from[0]).hypot(to[1] - from[1]) >= least
                && let Some(line) = on_sheet(from, to, [width, height])
                && squared_length(line) as f32 >= (least * 2.0).powi(2)
            {
                found.push((squared_length(line), line));
            }
        }
        if found.len() > limits::PICTURE_LINES * 64 {
            keep_longest(&mut found);
        }
    }
    keep_longest(&mut found);
    found.truncate(limits::PICTURE_LINES);
    found.into_iter().map(|(_, line)| line).collect()
}

/// Sorts lines, the longest first, without those that lie on others, and leaves some more than are wanted.
fn keep_longest(found: &mut Vec<(u64, PictureLine)>) {
    found.sort_by_key(|(length, line)| (std::cmp::Reverse(*length), line.from, line.to));
    let mut known = std::collections::BTreeSet::new();
    found.retain(|(_, line)| {
        let rough = |(x, y): (u32, u32)| (x / SAME, y / SAME);
        known.insert((rough(line.from), rough(line.to)))
    });
    found.truncate(limits::PICTURE_LINES * 8);
}

fn squared_length(line: PictureLine) -> u64 {
    let (across, down) = (u64::from(line.from.0.abs_diff(line.to.0)), u64::from(line.from.1.abs_diff(line.to.1)));
    across * across + down * down
}

/// The straight steps of a path, from point to point, those that close it too.
fn straight_parts(path: &[PathStep]) -> impl Iterator<Item = [SheetPoint; 2]> {
    let (mut start, mut at) = ([0.0; 2], [0.0; 2]);
    path.iter().filter_map(move |step| {
        let from = at;
        match *step {
            PathStep::Move(to) => {
                (start, at) = (to, to);
                None
            }
            PathStep::Line(to) => {
                at = to;
                Some([from, to])
            }
            PathStep::Quadratic(_, to) | PathStep::Cubic(_, _, to) => {
                at = to;
                None
            }
            PathStep::Close => {
                at = start;
                Some([from, start])
            }
        }
    })
}

/// The part of a line that lies on the sheet, from left to right and from the top down.
fn on_sheet(from: SheetPoint, to: SheetPoint, sheet: [f32; 2]) -> Option<PictureLine> {
    let (mut begin, mut end) = (0.0_f32, 1.0_f32);
    for axis in [0, 1] {
        let (start, way, side) = (from[axis], to[axis] - from[axis], sheet[axis]);
        if !(start.is_finite() && way.is_finite()) || (way == 0.0 && !(0.0..=side).contains(&start)) {
            return None;
        }
        if way != 0.0 {
            let (enter, leave) = (-start / way, (side - start) / way);
            begin = begin.max(enter.min(leave));
            end = end.min(enter.max(leave));
        }
    }
    let place = |part: f32| {
        let along = |axis: usize| {
            let value = if part >= 1.0 { to[axis] } else { (to[axis] - from[axis]).mul_add(part, from[axis]) };
            (value.clamp(0.0, sheet[axis]) * 2.0).round() as u32
        };
        (along(0), along(1))
    };
    let (one, other) = (place(begin), place(end));
    (begin < end).then(|| PictureLine { from: one.min(other), to: one.max(other) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::{Rgba, Stroke};

    fn drawing(paths: &[&[PathStep]]) -> Drawing {
        let element = |path: &&[PathStep]| Element {
            layer: 0,
            clip: None,
            kind: ElementKind::Path { path: path.to_vec(), fill: None, stroke: Some(Stroke::hairline(Rgba::BLACK)) },
        };
        Drawing { sheet: (1_000, 800), elements: paths.iter().map(element).collect(), ..Drawing::default() }
    }

    fn found(paths: &[&[PathStep]]) -> Vec<[(u32, u32); 2]> {
        lines(&drawing(paths)).into_iter().map(|line| [line.from, line.to]).collect()
    }

    #[test]
    fn a_shape_gives_its_sides_and_a_curve_none() {
        use PathStep::{Close, Cubic, Line, Move};
        let square = [Move([10.0, 10.0]), Line([110.0, 10.0]), Line([110.0, 60.0]), Line([10.0, 60.0]), Close];
        let arc = [Move([0.0, 0.0]), Cubic([100.0, 0.0], [200.0, 100.0], [200.0, 200.0])];
        assert_eq!(
            found(&[&square, &arc]),
            [[(20, 20), (220, 20)], [(20, 120), (220, 120)], [(20, 20), (20, 120)], [(220, 20), (220, 120)]]
        );
    }

    #[test]
    fn the_longest_come_first_once_each_and_end_at_the_sheet() {
        use PathStep::{Line, Move};
        let long = [Move([-500.0, 400.0]), Line([1_500.0, 400.0])];
        let back = [Move([1_500.0, 400.0]), Line([-500.0, 400.0])];
        let (short, tiny) = ([Move([0.0, 0.0]), Line([0.0, 50.0])], [Move([5.0, 5.0]), Line([6.0, 5.0])]);
        let outside = [Move([-10.0, -10.0]), Line([2_000.0, -10.0])];
        assert_eq!(found(&[&short, &long, &back, &tiny, &outside]), [[(0, 800), (2_000, 800)], [(0, 0), (0, 100)]]);
    }

    #[test]
    fn no_more_are_kept_than_are_wanted() {
        let rows: Vec<[PathStep; 2]> = (0..limits::PICTURE_LINES as u32 * 2)
            .map(|row| row as f32 / 3.0)
            .map(|y| [PathStep::Move([0.0, y]), PathStep::Line([900.0 - y, y])])
            .collect();
        let rows: Vec<&[PathStep]> = rows.iter().map(|row| row.as_slice()).collect();
        let lines = found(&rows);
        assert!(lines.len() <= limits::PICTURE_LINES);
        assert_eq!(lines[0], [(0, 0), (1_800, 0)]);
    }
}
