//! Rulers in metres along the top and the left of the canvas.

use eframe::egui::{Align2, Painter, Pos2, Rect, Stroke, pos2};

use super::View;
use crate::app::theme::TextRole;
use crate::app::view::Cx;

/// How thick the rulers are.
pub const RULER: f32 = 22.0;
/// The least points between two figures.
const FIGURES_APART: f64 = 56.0;

/// Metres between two figures, and ticks from one figure to the next.
fn steps(scale: f64) -> (f64, u8) {
    let least = FIGURES_APART / scale;
    let power = 10_f64.powf(least.log10().floor());
    let (factor, ticks) =
        [(1.0, 5), (2.0, 4), (5.0, 5), (10.0, 5)].into_iter().find(|(factor, _)| factor * power >= least).unwrap_or((10.0, 5));
    (factor * power, ticks)
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

    let (step, ticks) = steps(view.camera.scale);
    let small = step / f64::from(ticks);
    let stroke = Stroke::new(1.0, colours.muted.gamma_multiply(0.6));
    let decimals = if step < 0.095 { 2 } else { usize::from(step < 0.95) };
    let figure = |metres: f64| cx.texts.plain_figure(metres, decimals);
    let across = |length: f32| (0_i64..).take((f64::from(length) / (small * view.camera.scale)) as usize + 2);

    let upper = &painter.with_clip_rect(top.with_min_x(view.rect.left()));
    let first = (view.camera.left / small).floor() as i64;
    for tick in across(view.rect.width()) {
        let number = first + tick;
        let metres = number as f64 * small;
        let x = view.rect.left() + ((metres - view.camera.left) * view.camera.scale) as f32;
        let is_figure = number.rem_euclid(i64::from(ticks)) == 0;
        let high = if is_figure { 14.0 } else { 5.0 };
        upper.vline(x, (top.bottom() - high)..=top.bottom(), stroke);
        if is_figure {
            let at = pos2(x + 3.0, top.top() + 8.0);
            upper.text(at, Align2::LEFT_CENTER, figure(metres), TextRole::Tiny.font(), colours.muted);
        }
    }
    if let Some(pointer) = pointer {
        upper.vline(pointer.x, top.y_range(), Stroke::new(1.0, colours.accent));
    }

    let side = &painter.with_clip_rect(left);
    let first = (view.camera.top / small).floor() as i64;
    for tick in across(view.rect.height()) {
        let number = first + tick;
        let metres = number as f64 * small;
        let y = view.rect.top() + ((metres - view.camera.top) * view.camera.scale) as f32;
        let is_figure = number.rem_euclid(i64::from(ticks)) == 0;
        let wide = if is_figure { 14.0 } else { 5.0 };
        side.hline((left.right() - wide)..=left.right(), y, stroke);
        if is_figure {
            let galley = side.layout_no_wrap(figure(metres), TextRole::Tiny.font(), colours.muted);
            let at = pos2(left.left() + 2.0, y + 3.0 + galley.size().x);
            let turned = eframe::egui::epaint::TextShape::new(at, galley, colours.muted).with_angle(-std::f32::consts::FRAC_PI_2);
            side.add(turned);
        }
    }
    if let Some(pointer) = pointer {
        side.hline(left.x_range(), pointer.y, Stroke::new(1.0, colours.accent));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_round_and_never_crowded() {
        for (scale, step) in [(20.0, 5.0), (9.0, 10.0), (100.0, 1.0), (1.0, 100.0), (1_000.0, 0.1)] {
            assert!((steps(scale).0 - step).abs() < 1e-9, "{scale}: {:?}", steps(scale));
        }
        let mut scale = 0.05;
        while scale < 4_000.0 {
            let (step, ticks) = steps(scale);
            assert!(step * scale >= FIGURES_APART - 1e-6 && step * scale <= FIGURES_APART * 2.6, "{scale}");
            assert!(ticks > 1);
            scale *= 1.07;
        }
    }
}
