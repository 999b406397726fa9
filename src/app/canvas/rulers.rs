//! Rulers along the top and the left of the canvas, in the units that lengths are in.

use eframe::egui::{Align2, Painter, Pos2, Rect, Stroke, epaint::TextShape, pos2};

use super::View;
use crate::app::theme::{Colours, TextRole};
use crate::app::view::Cx;
use crate::geometry::{Length, Units};
use crate::text::Texts;

/// How thick the rulers are.
pub const RULER: f32 = 22.0;
/// The least points between two figures.
const FIGURES_APART: f64 = 56.0;

/// The length between two figures, and ticks from one figure to the next.
fn steps(scale: f64, units: Units) -> (Length, i64) {
    let metric = || {
        let powers = (0..).map(|power| Length::from_mm(10) * 10_i64.pow(power));
        powers.take(7).flat_map(|power| [(power, 5), (power * 2, 4), (power * 5, 5)]).collect::<Vec<_>>()
    };
    let imperial = || {
        let inches = [(1, 2), (3, 3), (6, 6)].map(|(inches, ticks)| (Length::INCH * inches, ticks));
        let feet = [(1, 4), (2, 4), (5, 5), (10, 5), (20, 4), (50, 5), (100, 5), (200, 4), (500, 5), (1_000, 5), (5_000, 5)];
        inches.into_iter().chain(feet.map(|(feet, ticks)| (Length::FOOT * feet, ticks))).collect()
    };
    let all: Vec<(Length, i64)> = match units {
        Units::Metres => metric(),
        Units::Feet => imperial(),
    };
    let wide_enough = |(step, _): &&(Length, i64)| step.metres() * scale >= FIGURES_APART;
    all.iter().find(wide_enough).or(all.last()).copied().unwrap_or((Length::METRE, 5))
}

/// One of the two rulers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Top,
    Left,
}

/// Paints both rulers of the canvas in `outer`, whose inside is the view's rectangle, with a mark where the pointer is.
pub fn rulers(painter: &Painter, cx: &Cx<'_>, outer: Rect, view: &View, pointer: Option<Pos2>) {
    let colours = &cx.theme.colours;
    let top = Rect::from_min_max(outer.min, pos2(outer.right(), view.rect.top()));
    let left = Rect::from_min_max(pos2(outer.left(), view.rect.top()), pos2(view.rect.left(), outer.bottom()));
    painter.rect_filled(top, 0, colours.panel);
    painter.rect_filled(left, 0, colours.panel);
    let rule = Stroke::new(1.0, colours.line);
    painter.hline(outer.x_range(), top.bottom() - 0.5, rule);
    painter.vline(left.right() - 0.5, left.y_range(), rule);
    for (side, rect) in [(Side::Top, top.with_min_x(view.rect.left())), (Side::Left, left)] {
        Ruler { side, rect, painter: &painter.with_clip_rect(rect), colours, texts: cx.texts }.paint(view, pointer);
    }
}

struct Ruler<'a> {
    side: Side,
    rect: Rect,
    painter: &'a Painter,
    colours: &'a Colours,
    texts: &'a Texts,
}

impl Ruler<'_> {
    fn paint(&self, view: &View, pointer: Option<Pos2>) {
        let (step, ticks) = steps(view.camera.scale, self.texts.units());
        let small = step / ticks;
        let (first, begin, room) = match self.side {
            Side::Top => (view.camera.left, self.rect.left(), self.rect.width()),
            Side::Left => (view.camera.top, self.rect.top(), self.rect.height()),
        };
        let first_tick = (first / small.metres()).floor() as i64;
        let count = (f64::from(room) / (small.metres() * view.camera.scale)) as i64 + 2;
        let stroke = Stroke::new(1.0, self.colours.muted.gamma_multiply(0.6));
        for number in first_tick..first_tick + count {
            let at = begin + ((small.metres() * number as f64 - first) * view.camera.scale) as f32;
            let is_figure = number.rem_euclid(ticks) == 0;
            self.tick(at, if is_figure { 14.0 } else { 5.0 }, stroke);
            if is_figure {
                self.figure(at, &self.texts.ruler_figure(small * number, step));
            }
        }
        if let Some(pointer) = pointer {
            let at = if self.side == Side::Top { pointer.x } else { pointer.y };
            self.tick(at, RULER, Stroke::new(1.0, self.colours.accent));
        }
    }

    /// A line across the ruler from its inner edge.
    fn tick(&self, at: f32, long: f32, stroke: Stroke) {
        match self.side {
            Side::Top => self.painter.vline(at, (self.rect.bottom() - long)..=self.rect.bottom(), stroke),
            Side::Left => self.painter.hline((self.rect.right() - long)..=self.rect.right(), at, stroke),
        };
    }

    /// A figure beside its tick, on the left one turned to run upwards.
    fn figure(&self, at: f32, words: &str) {
        let (font, colour) = (TextRole::Tiny.font(), self.colours.muted);
        if self.side == Side::Top {
            self.painter.text(pos2(at + 3.0, self.rect.top() + 8.0), Align2::LEFT_CENTER, words, font, colour);
            return;
        }
        let galley = self.painter.layout_no_wrap(words.to_owned(), font, colour);
        let place = pos2(self.rect.left() + 2.0, at + 3.0 + galley.size().x);
        self.painter.add(TextShape::new(place, galley, colour).with_angle(-std::f32::consts::FRAC_PI_2));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_round_and_never_crowded() {
        for (scale, metres) in [(20.0, 5.0), (9.0, 10.0), (100.0, 1.0), (1.0, 100.0), (1_000.0, 0.1)] {
            assert!((steps(scale, Units::Metres).0.metres() - metres).abs() < 1e-9, "{scale}");
        }
        for (scale, step) in [(20.0, Length::FOOT * 10), (200.0, Length::FOOT), (500.0, Length::INCH * 6)] {
            assert_eq!(steps(scale, Units::Feet).0, step, "{scale}");
        }
        for units in Units::ALL {
            let mut scale = 0.05;
            while scale < 2_000.0 {
                let (step, ticks) = steps(scale, units);
                let apart = step.metres() * scale;
                assert!((FIGURES_APART - 1e-6..=FIGURES_APART * 5.1).contains(&apart), "{scale}: {apart}");
                assert!(ticks > 1 && step.tenths() % ticks == 0, "{scale}");
                scale *= 1.07;
            }
        }
    }
}
