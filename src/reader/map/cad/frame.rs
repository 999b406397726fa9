//! What of a drawing is the sheet, and how its coordinates become the sheet's.

use kurbo::{Affine, Point, Rect, Vec2};

use crate::reader::map::SHEET_UNITS;

/// A part of the elements, at each side, that does not count for where most of a drawing lies: one in so many.
const OUTER_PART: usize = 50;

/// Fewer elements than this are all counted.
const FEW: usize = 8;

/// What lies further from the rest than so many times the rest's size is astray.
const ASTRAY: f64 = 50.0;

/// The part of a drawing that is its sheet, in the drawing's units, y up.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    /// What is shown.
    pub(super) area: Rect,
    /// Units of the sheet in a unit of the drawing.
    pub(super) scale: f64,
}

impl Frame {
    /// Of a page that is empty.
    pub(super) const BLANK: Self = Self { area: Rect::new(0.0, 0.0, 1.0, 1.0), scale: SHEET_UNITS as f64 };

    /// The frame around what lies in these boxes; `None` where there are none.
    ///
    /// Drawings have strays: a point at the origin of a country's grid, a forgotten line in the next county. All boxes
    /// together would then show the hall as a dot. So the frame begins with where most of the elements lie (without the
    /// outermost fiftieth at each side) and grows to every box that is nearer than fifty times its size, again and again until it
    /// grows no more; what it never reaches is astray. A drawing that is shown at all fills at least a fiftieth of its sheet.
    pub(super) fn around(boxes: &[Rect]) -> Option<Self> {
        let mut area = core(boxes)?;
        loop {
            let reach = ASTRAY * area.width().max(area.height());
            // Where all that counts lies in one point there is no size to go by.
            let near = |other: &&Rect| reach == 0.0 || distance(area, **other) <= reach;
            let grown = boxes.iter().filter(near).fold(area, |area, other| area.union(*other));
            if grown == area {
                break;
            }
            area = grown;
        }
        let longer = area.width().max(area.height());
        if longer <= 0.0 {
            area = area.inset(0.5);
        }
        let scale = f64::from(SHEET_UNITS) / area.width().max(area.height());
        (area.is_finite() && scale.is_finite()).then_some(Self { area, scale })
    }

    /// Whether anything of a box is on the sheet.
    pub(super) fn shows(&self, other: Rect) -> bool {
        distance(self.area, other) <= 0.0
    }

    /// Width and height of the sheet.
    pub(super) fn sheet(&self) -> (u32, u32) {
        let side = |length: f64| ((length * self.scale - 1e-6).ceil() as u32).clamp(1, SHEET_UNITS);
        (side(self.area.width()), side(self.area.height()))
    }

    /// From the drawing, whose y grows upwards, to the sheet, whose y grows downwards.
    pub(super) fn to_sheet(self) -> Affine {
        Affine::new([self.scale, 0.0, 0.0, -self.scale, -self.area.x0 * self.scale, self.area.y1 * self.scale])
    }
}

/// Where most of the boxes lie, without the outermost at each side.
fn core(boxes: &[Rect]) -> Option<Rect> {
    // Of a few none is outermost; of some more, one may be.
    let cut = if boxes.len() < FEW { 0 } else { (boxes.len() / OUTER_PART).max(1) };
    let place = |side: fn(&Rect) -> f64, from_end: bool| {
        let mut sides: Vec<f64> = boxes.iter().map(side).collect();
        let at = if from_end { sides.len().checked_sub(cut + 1)? } else { cut };
        (at < sides.len()).then(|| *sides.select_nth_unstable_by(at, f64::total_cmp).1)
    };
    let (left, right) = (place(|b| b.x0, false)?, place(|b| b.x1, true)?);
    let (low, high) = (place(|b| b.y0, false)?, place(|b| b.y1, true)?);
    // Many far apart that are cut at both sides may leave nothing between.
    Some(Rect::from_points(Point::new(left.min(right), low.min(high)), Point::new(right.max(left), high.max(low))))
}

/// How far two boxes are apart along the axis where they are further apart; 0 where they touch.
fn distance(one: Rect, other: Rect) -> f64 {
    let apart = Vec2::new((other.x0 - one.x1).max(one.x0 - other.x1), (other.y0 - one.y1).max(one.y0 - other.y1));
    apart.x.max(apart.y).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A hall of 100 x 60 m in millimetres, of a hundred booths.
    fn hall() -> Vec<Rect> {
        let booth = |n: u32| (f64::from(n % 10) * 10_000.0, f64::from(n / 10) * 6_000.0);
        (0..100).map(booth).map(|(x, y)| Rect::new(x, y, x + 10_000.0, y + 6_000.0)).collect()
    }

    #[test]
    fn a_frame_is_around_all_that_lies_together() {
        let frame = Frame::around(&hall()).unwrap();
        assert_eq!(frame.area, Rect::new(0.0, 0.0, 100_000.0, 60_000.0));
        assert_eq!(frame.sheet(), (SHEET_UNITS, SHEET_UNITS * 6 / 10 + 1));
        let corner = frame.to_sheet() * Point::new(0.0, 60_000.0);
        assert!(corner.to_vec2().hypot() < 1e-6, "{corner:?}");
    }

    #[test]
    fn what_is_far_astray_is_not_on_the_sheet_and_what_is_near_is() {
        let stray = Rect::new(6.5e6, 4.8e7, 6.5e6, 4.8e7);
        let yard = Rect::new(400_000.0, 0.0, 410_000.0, 5_000.0);
        let boxes = [hall(), vec![stray, yard]].concat();
        let frame = Frame::around(&boxes).unwrap();
        assert_eq!(frame.area, Rect::new(0.0, 0.0, 410_000.0, 60_000.0));
        assert!(!frame.shows(stray) && frame.shows(yard));
    }

    #[test]
    fn walls_around_a_crowded_corner_stay() {
        // A logo of 10,000 strokes within a metre, and four walls of 50 m.
        let mut boxes = vec![Rect::new(20_000.0, 20_000.0, 21_000.0, 21_000.0); 10_000];
        boxes.extend(
            [(0.0, 0.0, 5e4, 0.0), (5e4, 0.0, 5e4, 5e4), (0.0, 5e4, 5e4, 5e4), (0.0, 0.0, 0.0, 5e4)]
                .map(|(a, b, c, d)| Rect::new(a, b, c, d)),
        );
        assert_eq!(Frame::around(&boxes).unwrap().area, Rect::new(0.0, 0.0, 5e4, 5e4));
    }

    #[test]
    fn a_single_point_has_a_sheet_and_nothing_has_none() {
        assert!(Frame::around(&[]).is_none());
        let frame = Frame::around(&[Rect::new(5.0, 5.0, 5.0, 5.0)]).unwrap();
        assert_eq!(frame.sheet(), (SHEET_UNITS, SHEET_UNITS));
        let upright = Frame::around(&[Rect::new(5.0, 0.0, 5.0, 10.0)]).unwrap();
        assert_eq!(upright.sheet(), (1, SHEET_UNITS));
    }
}
