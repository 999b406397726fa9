//! Dimensions: lengths that stay written on the plan, with ticks at the ends of their line.

use super::frame::tenths;
use super::hall::readable;
use super::item::{Anchor, Item, Line, Shape, Text};
use super::{Role, SceneOptions};
use crate::fonts::{self, CAP_HEIGHT, Style};
use crate::geometry::{Angle, Length, Offset, Point};
use crate::index::dimension_line;

/// Points of the medium.
const LINE: f32 = 1.0;
const TICK: f64 = 5.0;
const BEYOND: f64 = 3.0;
/// The type is never larger than this, in points, nor higher than this many metres.
const LARGEST: f64 = 11.0;
const METRES: f64 = 0.7;

/// The line of a dimension with its figure on it, and the lines from its ends to what it measures. Nothing where the figure would be
/// longer than its line: it could not be told what it measures.
pub(super) fn dimension(from: Point, to: Point, offset: Length, options: &SceneOptions<'_>, items: &mut Vec<Item>) {
    let (begin, end) = dimension_line(from, to, offset);
    let way = end - begin;
    let angle = Angle::of_direction(way.x.metres(), way.y.metres());
    let (cos, sin) = angle.cos_sin();
    // So many points along the line and to the right of it, from a point of the hall.
    let off = |from: Point, along: f64, beside: f64| {
        let in_tenths = |points: f64| tenths(points / options.scale * 10_000.0);
        from + Offset::new(in_tenths(along * cos - beside * sin), in_tenths(along * sin + beside * cos))
    };
    let words = options.texts.length(from.distance(to));
    let size = (options.scale * METRES).clamp(f64::from(options.least_text), LARGEST.max(f64::from(options.least_text)));
    let width = f64::from(fonts::width(&words, Style::Medium, size as f32));
    if width + 2.0 * TICK > from.distance(to).metres() * options.scale {
        return;
    }
    let mut line = |from: Point, to: Point, role: Role| items.push(Item::Line(Line { from, to, role, width: LINE }));
    let side = if offset < Length::ZERO { -BEYOND } else { BEYOND };
    for (measured, drawn) in [(from, begin), (to, end)] {
        if offset != Length::ZERO {
            line(measured, off(drawn, 0.0, side), Role::Muted);
        }
        line(off(drawn, -TICK / 2.0, TICK / 2.0), off(drawn, TICK / 2.0, -TICK / 2.0), Role::Ink);
    }
    line(begin, end, Role::Muted);

    // The figure interrupts the line, on a ground of its own, and is read from below or from the right.
    let middle = begin.halfway(end);
    let (half, high) = (width / 2.0 + size * 0.3, size * 0.6);
    let ground = [(-half, -high), (half, -high), (half, high), (-half, high)].map(|(x, y)| off(middle, x, y));
    items.push(Item::Shape(Shape::ground(ground)));
    let read = readable(angle);
    let down = if read == angle { 1.0 } else { -1.0 };
    let at = off(middle, 0.0, down * size * f64::from(CAP_HEIGHT) / 2.0);
    let (style, role, size, words) = (Style::Medium, Role::Ink, size as f32, words.into());
    items.push(Item::Text(Text { booth: None, at, anchor: Anchor::Middle, size, style, role, angle: read, words }));
}
