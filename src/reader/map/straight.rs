//! The straight lines of a drawing, so that what is drawn over it can snap to them: its lines and the sides of its shapes.

use crate::reader::{Drawing, Element, ElementKind, PathStep, PictureLine, SheetPoint, limits, path_bounds};

/// Shorter lines are details, as a part of the sheet's longer side: one in so many.
const LEAST_PART: f32 = 400.0;

/// Lines that lie nearer to one another than this are one, in halves of units.
const SAME: u32 = 8;

/// The lines of some elements of a drawing, the longest first, and no more than [`limits::PICTURE_LINES`], in halves of the
/// sheet's units. Letters have none.
pub(super) fn lines_of(drawing: &Drawing, counts: impl Fn(&Element) -> bool) -> Vec<PictureLine> {
    let sheet = [0.0, 0.0, drawing.sheet.0 as f32, drawing.sheet.1 as f32];
    let least = sheet[2].max(sheet[3]) / LEAST_PART;
    let clips = clips(drawing, sheet);
    let mut found: Vec<(u64, PictureLine)> = Vec::new();
    for element in drawing.elements.iter().filter(|element| counts(element)) {
        let ElementKind::Path { path, fill, stroke } = &element.kind else { continue };
        let seen = fill.is_some_and(|fill| fill.colour.0[3] > 0) || stroke.as_ref().is_some_and(|stroke| stroke.colour.0[3] > 0);
        if !seen {
            continue;
        }
        let area = element.clip.and_then(|clip| clips.get(clip as usize)).copied().unwrap_or(sheet);
        for [from, to] in straight_parts(path) {
            if (to[0] - from[0]).hypot(to[1] - from[1]) >= least
                && let Some(line) = within(from, to, area)
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

/// Left, top, right and bottom of what each clip leaves of the sheet.
fn clips(drawing: &Drawing, sheet: [f32; 4]) -> Vec<[f32; 4]> {
    let mut areas: Vec<[f32; 4]> = Vec::with_capacity(drawing.clips.len());
    for clip in &drawing.clips {
        let outer = clip.within.and_then(|outer| areas.get(outer as usize)).copied().unwrap_or(sheet);
        let (min, max) = path_bounds(&clip.path).unwrap_or_default();
        areas.push([outer[0].max(min[0]), outer[1].max(min[1]), outer[2].min(max[0]), outer[3].min(max[1])]);
    }
    areas
}

/// The part of a line that lies in an area (left, top, right, bottom), from left to right and from the top down.
fn within(from: SheetPoint, to: SheetPoint, area: [f32; 4]) -> Option<PictureLine> {
    let (mut begin, mut end) = (0.0_f32, 1.0_f32);
    let sides = [(area[0], area[2]), (area[1], area[3])];
    for (axis, (least, most)) in sides.into_iter().enumerate() {
        let (start, way) = (from[axis], to[axis] - from[axis]);
        if !(start.is_finite() && way.is_finite()) || least > most || (way == 0.0 && !(least..=most).contains(&start)) {
            return None;
        }
        if way != 0.0 {
            let (enter, leave) = ((least - start) / way, (most - start) / way);
            begin = begin.max(enter.min(leave));
            end = end.min(enter.max(leave));
        }
    }
    let place = |part: f32| {
        let along = |axis: usize, (least, most): (f32, f32)| {
            let value = if part >= 1.0 { to[axis] } else { (to[axis] - from[axis]).mul_add(part, from[axis]) };
            (value.clamp(least, most) * 2.0).round() as u32
        };
        (along(0, sides[0]), along(1, sides[1]))
    };
    let (one, other) = (place(begin), place(end));
    (begin < end).then(|| PictureLine { from: one.min(other), to: one.max(other) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::{Clip, FillRule, Rgba, Stroke};

    fn drawing(paths: &[&[PathStep]]) -> Drawing {
        let element = |path: &&[PathStep]| Element {
            layer: 0,
            clip: None,
            kind: ElementKind::Path { path: path.to_vec(), fill: None, stroke: Some(Stroke::hairline(Rgba::BLACK)) },
        };
        Drawing { sheet: (1_000, 800), elements: paths.iter().map(element).collect(), ..Drawing::default() }
    }

    fn found(paths: &[&[PathStep]]) -> Vec<[(u32, u32); 2]> {
        lines_of(&drawing(paths), |_| true).into_iter().map(|line| [line.from, line.to]).collect()
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
    fn a_line_ends_where_its_clip_does() {
        use PathStep::{Close, Line, Move};
        let square = |from: f32, to: f32| vec![Move([from, from]), Line([to, from]), Line([to, to]), Line([from, to]), Close];
        let mut drawing = drawing(&[&[Move([0.0, 100.0]), Line([900.0, 100.0])]]);
        let clip = |within, path| Clip { within, path, rule: FillRule::NonZero };
        drawing.clips = vec![clip(None, square(50.0, 500.0)), clip(Some(0), square(0.0, 300.0))];
        drawing.elements[0].clip = Some(1);
        assert_eq!(lines_of(&drawing, |_| true), [PictureLine { from: (100, 200), to: (600, 200) }]);
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
