//! What is written and signed on the floor: zones, floor that is kept free, supply points, arrows, the way in.

use std::borrow::Cow;

use super::booth::{corners, hatching, on_grid};
use super::frame::{Frame, tenths};
use super::item::{Anchor, Corners, Edge, Hatch, Item, Line, Shape, Text, Wash};
use super::{BoothLook, Mark, Role, SceneOptions, look_items};
use crate::fonts::{self, CAP_HEIGHT, Style};
use crate::geometry::{Angle, Bounds, Length, Offset, Outline, Point};
use crate::index::UTILITY_SIZE;
use crate::plan::{Status, Structure, StructureShape, Tint, UtilityKind};

/// How much of a zone's colour lies on its floor.
pub const ZONE_OPACITY: f32 = 0.14;
/// Names of zones are never set larger than this many points, nor higher than this many metres.
const LARGEST_NAME: f64 = 13.0;
const NAME_METRES: f64 = 1.1;
/// Points between the lines over floor that is kept free.
const NO_BUILD_STEP: f64 = 10.0;
/// A sign smaller than this, in points, is not drawn.
const LEAST_SIGN: f64 = 4.0;
/// A sign smaller than this, in points, has no picture on it.
const LEAST_PICTURE: f64 = 8.0;
/// Signs are never larger than this many points.
const LARGEST_SIGN: f64 = 18.0;

/// The zones, the largest lowest, so that those inside others are seen.
pub(super) fn zones<'a>(structures: impl Iterator<Item = &'a Structure>, scale: f64, items: &mut Vec<Item>) {
    let zones = structures.filter_map(|structure| match &structure.shape {
        StructureShape::Zone { outline, tint, .. } => Some((outline, *tint)),
        _ => None,
    });
    let mut zones: Vec<_> = zones.collect();
    zones.sort_by_key(|(outline, _)| std::cmp::Reverse(outline.area()));
    for (outline, tint) in zones {
        #[expect(clippy::cast_possible_truncation, reason = "held between 1 and 2")]
        let width = (scale * 0.12).clamp(1.0, 2.0) as f32;
        zone_floor(corners(outline, scale), tint, width, items);
    }
}

fn zone_floor(corners: Corners, tint: Tint, width: f32, items: &mut Vec<Item>) {
    let role = Role::of_tint_edge(tint);
    items.push(Item::Wash(Wash { corners: corners.clone(), role, opacity: ZONE_OPACITY }));
    items.push(Item::Shape(Shape {
        booth: None,
        corners,
        fill: None,
        edge: Some(Edge { role, width }),
        hatch: None,
        over_map: false,
    }));
}

/// What stands before a legend's line, as large as `square`; without its letter.
#[must_use]
pub fn mark_items(mark: Mark, square: Bounds, options: &SceneOptions<'_>) -> Vec<Item> {
    let outline = Outline::from_bounds(square);
    let mut items = Vec::new();
    #[expect(clippy::cast_possible_truncation, reason = "a line of a few points")]
    let width = (square.size().width.metres() * options.scale / 12.0) as f32;
    match mark {
        Mark::Booth { paint, hatched, .. } => {
            let status = if hatched { Status::Blocked } else { Status::Available };
            let look = BoothLook {
                id: None,
                number: "",
                names: Cow::Borrowed(""),
                logo: None,
                category: "",
                status,
                over_map: false,
                paint,
            };
            items.extend(look_items([(look, &outline)], options).into_iter().filter(|item| matches!(item, Item::Shape(_))));
        }
        Mark::Utility(kind) => supply_sign(square.centre(), square.size().width / 2, kind, width, options.scale, &mut items),
        Mark::Zone(tint) => zone_floor(corners(&outline, options.scale), tint, width, &mut items),
        Mark::Rest => {}
    }
    items
}

/// The name of a zone: along its upper edge inside, else along its lower edge, else above it, wherever no booth stands. Where
/// booths stand everywhere it has a ground of its own over them.
pub(super) fn zone_name(
    (outline, name, tint): (&Outline, &str, Tint),
    is_free: impl Fn(Bounds) -> bool,
    options: &SceneOptions<'_>,
    items: &mut Vec<Item>,
) {
    let least = f64::from(options.least_text);
    let frame = Frame::of(outline, options.scale);
    let size = on_grid((options.scale * NAME_METRES).clamp(least, LARGEST_NAME.max(least)));
    let room = frame.width - size;
    if room < 3.0 * least || frame.depth < 1.5 * least {
        return;
    }
    let words = fonts::shorten(name, Style::SemiBold, size as f32, room as f32);
    if words.chars().count() < name.chars().count().min(3) {
        return;
    }
    let (cap, width) = (size * f64::from(CAP_HEIGHT), f64::from(fonts::width(&words, Style::SemiBold, size as f32)));
    let (left, above, padding) = (-frame.width / 2.0 + size * 0.5, -frame.depth / 2.0, size * 0.45);
    let floor = |baseline: f64, around: f64| {
        let (top, bottom) = (baseline - cap - around, baseline + around);
        [(left - around, top), (left + width + around, top), (left + width + around, bottom), (left - around, bottom)]
            .map(|(x, y)| frame.at(x, y))
    };
    let free = |baseline: &f64| Bounds::around(floor(*baseline, 0.0)).is_some_and(&is_free);
    let places = [above + padding + cap, -above - padding, above - padding];
    let baseline = places.into_iter().find(free);
    if baseline.is_none() {
        let edge = Some(Edge { role: Role::of_tint_edge(tint), width: 1.0 });
        let corners = Corners::Four(floor(above + cap / 2.0, padding));
        items.push(Item::Shape(Shape { booth: None, corners, fill: Some(Role::HallFloor), edge, hatch: None, over_map: false }));
    }
    let at = frame.at(left, baseline.unwrap_or(above + cap / 2.0));
    let (size, words, style) = (size as f32, words.as_ref().into(), Style::SemiBold);
    items.push(Item::Text(Text {
        booth: None,
        at,
        anchor: Anchor::Start,
        size,
        style,
        role: Role::Ink,
        angle: frame.angle,
        words,
    }));
}

/// Floor that no booth may stand on: hatched, and told in words where there is room.
pub(super) fn no_build(outline: &Outline, options: &SceneOptions<'_>, items: &mut Vec<Item>) {
    let scale = options.scale;
    let corners = corners(outline, scale);
    let bounds = outline.bounds().size();
    let longer = bounds.width.max(bounds.depth).metres();
    let lines = hatching(corners.as_slice(), (NO_BUILD_STEP / scale).max(longer / 120.0));
    let hatch = Some(Box::new(Hatch { role: Role::NoBuild, width: 0.75, lines }));
    let edge = Some(Edge { role: Role::NoBuild, width: 1.0 });
    items.push(Item::Shape(Shape { booth: None, corners, fill: None, edge, hatch, over_map: false }));

    let (frame, least) = (Frame::of(outline, scale), f64::from(options.least_text));
    let words = options.texts.no_build_sign();
    let size = on_grid((frame.depth * 0.3).min(scale * 0.8).clamp(least, 11.0_f64.max(least)));
    let width = f64::from(fonts::width(&words, Style::SemiBold, size as f32));
    let (cap, around) = (size * f64::from(CAP_HEIGHT), size * 0.4);
    if width + 2.0 * around > frame.width || cap + 2.0 * around > frame.depth {
        return;
    }
    let (half, high) = (width / 2.0 + around, cap / 2.0 + around);
    let ground = [(-half, -high), (half, -high), (half, high), (-half, high)].map(|(x, y)| frame.at(x, y));
    items.push(Item::Shape(Shape::ground(ground)));
    let (at, size, words) = (frame.at(0.0, cap / 2.0), size as f32, words.into());
    let (style, role) = (Style::SemiBold, Role::Ink);
    items.push(Item::Text(Text { booth: None, at, anchor: Anchor::Middle, size, style, role, angle: frame.angle, words }));
}

/// The colour of what a utility gives.
#[must_use]
pub const fn utility_role(kind: UtilityKind) -> Role {
    match kind {
        UtilityKind::Power => Role::OrangeEdge,
        UtilityKind::Water => Role::BlueEdge,
        UtilityKind::Network => Role::PurpleEdge,
    }
}

/// The picture on the sign of a utility, in a square from -1 to 1: a bolt, a drop, and a plug with its cable.
#[must_use]
pub fn utility_picture(kind: UtilityKind) -> Vec<(f64, f64)> {
    match kind {
        UtilityKind::Power => vec![(0.15, -0.72), (-0.42, 0.12), (-0.04, 0.12), (-0.15, 0.72), (0.42, -0.12), (0.04, -0.12)],
        UtilityKind::Water => {
            let bowl = (0..=12).map(|step| {
                let (sin, cos) = (f64::from(step) * 20.0 - 30.0).to_radians().sin_cos();
                (0.44 * cos, 0.24 + 0.44 * sin)
            });
            std::iter::once((0.0, -0.68)).chain(bowl).collect()
        }
        UtilityKind::Network => vec![
            (-0.5, -0.42),
            (0.5, -0.42),
            (0.5, 0.2),
            (0.22, 0.2),
            (0.22, 0.42),
            (0.09, 0.42),
            (0.09, 0.7),
            (-0.09, 0.7),
            (-0.09, 0.42),
            (-0.22, 0.42),
            (-0.22, 0.2),
            (-0.5, 0.2),
        ],
    }
}

/// A supply point: a round sign with the picture of what it gives, and its number beside it.
pub(super) fn utility(at: Point, kind: UtilityKind, number: &str, options: &SceneOptions<'_>, items: &mut Vec<Item>) {
    let scale = options.scale;
    let size = (UTILITY_SIZE.metres() * scale).min(LARGEST_SIGN);
    if size < LEAST_SIGN {
        return;
    }
    let radius = Length::from_metres(size / 2.0 / scale).unwrap_or_default();
    supply_sign(at, radius, kind, 1.25, scale, items);
    let least = f64::from(options.least_text);
    let type_size = on_grid((size * 0.72).min(11.0));
    if type_size >= least && !number.trim().is_empty() {
        let metres = |points: f64| Length::from_metres(points / scale).unwrap_or_default();
        let at = at + Offset::new(metres(size * 0.5 + type_size * 0.35), metres(type_size * f64::from(CAP_HEIGHT) / 2.0));
        let (size, style, words) = (type_size as f32, Style::SemiBold, number.trim().into());
        let (anchor, angle, role) = (Anchor::Start, Angle::ZERO, Role::Ink);
        items.push(Item::Text(Text { booth: None, at, anchor, size, style, role, angle, words }));
    }
}

/// The round sign of a supply point, with a line of so many points around it.
fn supply_sign(at: Point, radius: Length, kind: UtilityKind, width: f32, scale: f64, items: &mut Vec<Item>) {
    let role = utility_role(kind);
    let disc = corners(&Outline::Round { centre: at, radius }, scale);
    let with_picture = radius.metres() * 2.0 * scale >= LEAST_PICTURE;
    let fill = Some(if with_picture { Role::HallFloor } else { role });
    let edge = Some(Edge { role, width });
    items.push(Item::Shape(Shape { booth: None, corners: disc, fill, edge, hatch: None, over_map: false }));
    if with_picture {
        let place = |(x, y): (f64, f64)| {
            let part = radius.tenths() as f64 * 0.95;
            at + Offset::new(tenths(x * part), tenths(y * part))
        };
        let corners = Corners::Many(utility_picture(kind).into_iter().map(place).collect());
        items.push(Item::Shape(Shape { booth: None, corners, fill: Some(role), edge: None, hatch: None, over_map: false }));
    }
}

/// An arrow: a line with a head at its end.
pub(super) fn arrow(from: Point, to: Point, scale: f64, items: &mut Vec<Item>) {
    let way = to - from;
    let (x, y) = (way.x.metres() * scale, way.y.metres() * scale);
    let length = x.hypot(y);
    if length < LEAST_SIGN {
        return;
    }
    let width = (scale * 0.12).clamp(1.25, 5.0);
    // The head is no longer than the arrow.
    let head = (width * 4.0).min(length);
    let at = |along: f64, across: f64| {
        let (cos, sin) = (x / length, y / length);
        let metres = |points: f64| tenths(points / scale * 10_000.0);
        from + Offset::new(metres(along * cos - across * sin), metres(along * sin + across * cos))
    };
    if length > head {
        items.push(Item::Line(Line { from, to: at(length - head * 0.9, 0.0), role: Role::Muted, width: width as f32 }));
    }
    let half = head * 0.42;
    let corners = Corners::Many([at(length, 0.0), at(length - head, half), at(length - head, -half)].into());
    items.push(Item::Shape(Shape { booth: None, corners, fill: Some(Role::Muted), edge: None, hatch: None, over_map: false }));
}

/// The way in: the head of an arrow inside the hall, before the door. `inwards` says on which side of the door inside is.
pub(super) fn entrance(place: impl Fn(f64, f64) -> Point, inwards: f64, width: Length, scale: f64, items: &mut Vec<Item>) {
    let door = width.metres() * scale;
    let size = (scale * 1.1).clamp(5.0, 16.0).min(door);
    if size < LEAST_SIGN {
        return;
    }
    let metres = |points: f64| points / scale;
    let (near, far) = (metres(size * 0.35) * inwards, metres(size * 1.1) * inwards);
    let half = metres(size * 0.55);
    let corners = Corners::Many([place(-half, near), place(half, near), place(0.0, far)].into());
    items.push(Item::Shape(Shape { booth: None, corners, fill: Some(Role::Accent), edge: None, hatch: None, over_map: false }));
}
