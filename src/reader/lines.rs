//! The straight lines of a scanned plan: long level and upright runs of dark pixels, so that what is drawn can snap to walls and
//! columns of the picture.
//!
//! A run may have small holes. Runs that lie on one another are one stroke; a thin stroke is one line along its middle, a thick one
//! two, along its sides.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::limits;

/// Darker than this, of 255, is ink.
const DARK: u32 = 110;
/// Pixels that a line must be long, at least.
const LEAST: u32 = 24;
/// The same as a part of the picture's longer side: one in so many.
const LEAST_PART: u32 = 60;
/// Pixels in a run that may be bright.
const HOLE: u32 = 2;
/// Pixels by which the ends of runs of one stroke may differ.
const RAGGED: u32 = 6;
/// Strokes as thick as this or thicker have two sides.
const THICK: u32 = 4;

/// A line of a picture, from point to point, in halves of a pixel from its left top corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PictureLine {
    /// One end: to the right, down.
    pub from: (u32, u32),
    /// The other end.
    pub to: (u32, u32),
}

impl PictureLine {
    fn length(self) -> u32 {
        self.to.0.abs_diff(self.from.0) + self.to.1.abs_diff(self.from.1)
    }
}

/// The lines of a picture, the longest first, and no more than [`limits::PICTURE_LINES`].
pub(super) fn find(width: u32, height: u32, rgba: &[u8]) -> Vec<PictureLine> {
    let pixels = rgba.as_chunks::<4>().0;
    let ink: Vec<bool> = pixels.iter().map(is_ink).collect();
    let at = |x: u32, y: u32| ink.get(y as usize * width as usize + x as usize).copied().unwrap_or(false);
    let least = LEAST.max(width.max(height) / LEAST_PART);
    let level = strokes(width, height, least, at).into_iter().flat_map(|stroke| stroke.lines(|along, across| (along, across)));
    let upright = strokes(height, width, least, |x, y| at(y, x)).into_iter();
    let upright = upright.flat_map(|stroke| stroke.lines(|along, across| (across, along)));
    let mut lines: Vec<_> = level.chain(upright).collect();
    lines.sort_by_key(|line| (std::cmp::Reverse(line.length()), line.from));
    lines.truncate(limits::PICTURE_LINES);
    lines
}

/// Dark and not transparent.
fn is_ink([red, green, blue, alpha]: &[u8; 4]) -> bool {
    let light = (u32::from(*red) * 299 + u32::from(*green) * 587 + u32::from(*blue) * 114) / 1_000;
    *alpha > 127 && light < DARK
}

/// Runs of dark pixels that lie on one another: from where to where along them, and the first and the last row.
#[derive(Clone, Copy, Debug)]
struct Stroke {
    from: u32,
    to: u32,
    first: u32,
    last: u32,
}

impl Stroke {
    fn lines(self, place: impl Fn(u32, u32) -> (u32, u32)) -> Vec<PictureLine> {
        let thick = self.last + 1 - self.first;
        let line = |across: u32| PictureLine { from: place(self.from * 2, across), to: place(self.to * 2, across) };
        if thick < THICK { vec![line(self.first + self.last + 1)] } else { vec![line(self.first * 2), line((self.last + 1) * 2)] }
    }
}

/// The strokes along the rows of a picture.
fn strokes(width: u32, height: u32, least: u32, is_dark: impl Fn(u32, u32) -> bool) -> Vec<Stroke> {
    let mut done = Vec::new();
    // Strokes that may still grow, by where they begin.
    let mut open: BTreeMap<u32, Stroke> = BTreeMap::new();
    for row in 0..height {
        let mut next: BTreeMap<u32, Stroke> = BTreeMap::new();
        for (from, to) in runs(width, least, |place| is_dark(place, row)) {
            let near =
                open.range(from.saturating_sub(RAGGED)..=from + RAGGED).find(|(_, stroke)| stroke.to.abs_diff(to) <= RAGGED);
            let near = near.map(|(begin, _)| *begin);
            let stroke = match near.and_then(|begin| open.remove(&begin)) {
                Some(stroke) => Stroke { from: stroke.from.min(from), to: stroke.to.max(to), last: row, ..stroke },
                None => Stroke { from, to, first: row, last: row },
            };
            done.extend(next.insert(stroke.from, stroke));
        }
        done.extend(open.into_values());
        open = next;
    }
    done.extend(open.into_values());
    done
}

/// The runs of dark pixels in a row that are long enough, each from its first pixel to the one after its last.
fn runs(width: u32, least: u32, is_dark: impl Fn(u32) -> bool) -> Vec<(u32, u32)> {
    let mut found = Vec::new();
    let mut run: Option<(u32, u32)> = None;
    for place in 0..width {
        if is_dark(place) {
            run = match run {
                Some((from, to)) if place - to <= HOLE => Some((from, place + 1)),
                other => {
                    found.extend(other);
                    Some((place, place + 1))
                }
            };
        }
    }
    found.extend(run);
    found.retain(|(from, to)| to - from >= least);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A white picture of 200 x 120 pixels with these boxes in black: left, top, width, height.
    fn picture(boxes: &[(u32, u32, u32, u32)]) -> Vec<u8> {
        let mut rgba = vec![255; 200 * 120 * 4];
        for (left, top, width, height) in boxes {
            for (x, y) in (*top..top + height).flat_map(|y| (*left..left + width).map(move |x| (x, y))) {
                let at = (y as usize * 200 + x as usize) * 4;
                rgba[at..at + 3].fill(20);
            }
        }
        rgba
    }

    fn lines(boxes: &[(u32, u32, u32, u32)]) -> Vec<((u32, u32), (u32, u32))> {
        find(200, 120, &picture(boxes)).into_iter().map(|line| (line.from, line.to)).collect()
    }

    #[test]
    fn a_thin_stroke_is_one_line_along_its_middle() {
        assert_eq!(lines(&[(10, 20, 100, 1)]), [((20, 41), (220, 41))]);
        assert_eq!(lines(&[(10, 20, 2, 90)]), [((22, 40), (22, 220))]);
    }

    #[test]
    fn a_thick_stroke_is_two_lines_along_its_sides() {
        assert_eq!(lines(&[(10, 20, 100, 8)]), [((20, 40), (220, 40)), ((20, 56), (220, 56))]);
    }

    #[test]
    fn a_room_is_four_walls_and_writing_is_none() {
        let room = [(10, 10, 150, 2), (10, 100, 150, 2), (10, 10, 2, 92), (158, 10, 2, 92)];
        let letters = [(40, 40, 6, 8), (50, 40, 2, 8), (54, 44, 8, 2)];
        assert_eq!(lines(&[room.as_slice(), &letters].concat()).len(), 4);
    }

    #[test]
    fn a_small_hole_does_not_break_a_line() {
        assert_eq!(lines(&[(10, 20, 50, 1), (61, 20, 50, 1)]).len(), 1);
        assert_eq!(lines(&[(10, 20, 50, 1), (70, 20, 50, 1)]).len(), 2);
    }

    #[test]
    fn what_is_transparent_or_bright_is_no_ink_and_the_lines_are_bounded() {
        let mut rgba = picture(&[(10, 20, 100, 1)]);
        rgba.iter_mut().skip(3).step_by(4).for_each(|alpha| *alpha = 0);
        assert_eq!(find(200, 120, &rgba), []);
        let many: Vec<_> = (0..1_500).map(|row| (0, row * 2, 200, 1)).filter(|(_, top, ..)| *top < 119).collect();
        assert!(lines(&many).len() <= limits::PICTURE_LINES);
        assert_eq!(find(0, 0, &[]), []);
    }
}
