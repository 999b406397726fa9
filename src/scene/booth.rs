//! What a booth looks like: its shape in its colours, and as many of its texts as can be read.

use std::borrow::Cow;

use smol_str::SmolStr;

use super::frame::{Frame, tenths};
use super::item::{Anchor, BoothLogo, Corners, Edge, Hatch, Item, Shape, Text};
use super::names::{LEADING, name_lines, shortened};
use super::words::joined_names;
use super::{Colouring, Paint, Role, SceneOptions};
use crate::fonts::{self, CAP_HEIGHT, Style};
use crate::geometry::{Outline, Point};
use crate::plan::{Booth, BoothId, Logo, Plan, Status};
use crate::text::Texts;

/// What is known of a booth that is drawn, whether or not it is in a plan yet.
#[derive(Clone, Debug)]
pub struct BoothLook<'a> {
    /// The booth, if it is in the plan.
    pub id: Option<BoothId>,
    /// Its number.
    pub number: &'a str,
    /// The names of those who have it, joined.
    pub names: Cow<'a, str>,
    /// The logo of the one who has it alone.
    pub logo: Option<&'a Logo>,
    /// Its category's name, or nothing.
    pub category: &'a str,
    /// Its status.
    pub status: Status,
    /// Whether a map lies under it.
    pub over_map: bool,
    /// Its colours.
    pub paint: Paint,
}

/// What of a booth is drawn on its fill, where there is room for it.
#[derive(Clone, Debug, Default)]
pub struct BoothDetail {
    /// The lines across it.
    pub hatch: Option<Box<Hatch>>,
    /// Its texts.
    pub texts: Vec<Text>,
    /// Its logo.
    pub logo: Option<Box<BoothLogo>>,
}

impl BoothDetail {
    /// That of a booth of a plan, which may have another outline than there.
    #[must_use]
    pub fn of(
        plan: &Plan,
        id: BoothId,
        booth: &Booth,
        outline: &Outline,
        colouring: &Colouring<'_>,
        options: &SceneOptions<'_>,
    ) -> Self {
        let look = BoothLook::with_room(plan, id, booth, outline, colouring, options);
        let mut items = Vec::new();
        labels(&look, outline, options, &mut items);
        let mut detail = Self { hatch: shape(&look, outline, options).hatch, ..Self::default() };
        for item in items {
            match item {
                Item::Text(text) => detail.texts.push(text),
                Item::Logo(logo) => detail.logo = Some(logo),
                Item::Picture(_) | Item::Shape(_) | Item::Wash(_) | Item::Line(_) => {}
            }
        }
        detail
    }
}

impl<'a> BoothLook<'a> {
    /// A booth of a plan; what only its texts need is looked up where they have room.
    pub(super) fn with_room(
        plan: &'a Plan,
        id: BoothId,
        booth: &'a Booth,
        outline: &Outline,
        colouring: &Colouring<'_>,
        options: &SceneOptions<'_>,
    ) -> Self {
        if has_room(outline, options) {
            return Self::of(plan, id, booth, colouring);
        }
        let status = plan.status_of(id, booth);
        Self {
            id: Some(id),
            number: booth.number.as_str(),
            names: Cow::Borrowed(""),
            logo: None,
            category: "",
            status,
            over_map: colouring.is_over_map(booth.hall),
            paint: colouring.of(id, status),
        }
    }

    /// A booth of a plan.
    #[must_use]
    pub fn of(plan: &'a Plan, id: BoothId, booth: &'a Booth, colouring: &Colouring<'_>) -> Self {
        let booking = plan.booking_of(id).and_then(|booking| plan.get(booking));
        let status = plan.status_of(id, booth);
        let (names, logo) = booking.map_or((Cow::Borrowed(""), None), |booking| {
            let mut mains = booking.mains();
            match (mains.next(), mains.next()) {
                (None, _) => (Cow::Borrowed(""), None),
                (Some(only), None) => {
                    let only = plan.get(only);
                    let name = only.map_or("", |exhibitor| exhibitor.name.as_str());
                    (Cow::Borrowed(name), only.and_then(|exhibitor| exhibitor.logo.as_ref()))
                }
                (Some(_), Some(_)) => (Cow::Owned(joined_names(plan, booking.mains())), None),
            }
        });
        let category = booth.category.and_then(|category| plan.get(category)).map_or("", |category| category.name.as_str());
        let (over_map, paint) = (colouring.is_over_map(booth.hall), colouring.of(id, status));
        Self { id: Some(id), number: booth.number.as_str(), names, logo, category, status, over_map, paint }
    }
}

/// Points between the lines of a hatching.
const HATCH_STEP: f64 = 6.0;
/// A booth that is less deep than this, in points, and much wider has all its texts in one row.
const FLAT: f64 = 30.0;
/// A booth so many times as deep as wide may have its texts turned.
const NARROW: f64 = 2.0;
/// Numbers are never set larger than this many points.
const LARGEST_NUMBER: f64 = 12.0;
/// A booth shorter than this, in points, has no edge of its own.
const EDGED_SIDE: f64 = 3.0;

/// A logo that would be less wide or high than so many times the smallest type is left out.
const LEAST_LOGO: f64 = 1.7;
/// Logos are never wider or higher than this many points.
const LARGEST_LOGO: (f64, f64) = (160.0, 80.0);
/// Points of the plate around a logo.
const PLATE: f64 = 2.0;

/// A booth shorter than so many times the smallest type has no text.
pub const LEAST_ROOM: f64 = 1.2;

/// The shape of a booth.
pub(super) fn shape(look: &BoothLook<'_>, outline: &Outline, options: &SceneOptions<'_>) -> Shape {
    let scale = options.scale;
    let corners = corners(outline, scale);
    let size = outline.size();
    let side = size.width.min(size.depth).metres() * scale;
    #[expect(clippy::cast_possible_truncation, reason = "held between 0.25 and 1")]
    let width = (side / 28.0).clamp(0.25, 1.0) as f32;
    let hatch = (look.status == Status::Blocked && side >= EDGED_SIDE).then(|| {
        let lines = hatching(corners.as_slice(), (HATCH_STEP / scale).max(side / scale / 6.0));
        Box::new(Hatch { role: Role::Hatch, width, lines })
    });
    Shape {
        booth: look.id,
        corners,
        fill: Some(look.paint.fill),
        edge: (side >= EDGED_SIDE).then_some(Edge { role: look.paint.edge, width }),
        hatch,
        over_map: look.over_map && options.show_maps,
    }
}

/// The corners of an outline; a round as a polygon that looks round at this scale.
pub(super) fn corners(outline: &Outline, scale: f64) -> Corners {
    match outline {
        Outline::Rectangle { .. } => Corners::Four(outline.rectangle_corners()),
        Outline::Polygon(corners) => Corners::Many(corners.as_slice().into()),
        Outline::Round { centre, radius } => {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held between 16 and 128")]
            let count = (radius.metres() * scale).clamp(16.0, 128.0) as u32;
            let corner = |number: u32| {
                let (sin, cos) = (f64::from(number) / f64::from(count) * std::f64::consts::TAU).sin_cos();
                let radius = radius.tenths() as f64;
                Point::new(centre.x + tenths(cos * radius), centre.y + tenths(sin * radius))
            };
            Corners::Many((0..count).map(corner).collect())
        }
    }
}

/// Lines from bottom left to top right inside a polygon, so many metres apart across. Those of neighbouring shapes go on in
/// each other.
pub(super) fn hatching(corners: &[Point], step: f64) -> Vec<[Point; 2]> {
    // A line of the hatching is all points with the same x + y; along it the place is x - y.
    let sums = corners.iter().map(|corner| corner.x + corner.y);
    let (Some(first), Some(last)) = (sums.clone().min(), sums.max()) else {
        return Vec::new();
    };
    let step = tenths(step * 10_000.0 * std::f64::consts::SQRT_2).tenths().max(1);
    let mut lines = Vec::new();
    let mut crossings = Vec::new();
    let mut sum = (first.tenths().div_euclid(step) + 1) * step;
    while sum < last.tenths() {
        crossings.clear();
        for (a, b) in corners.iter().zip(corners.iter().cycle().skip(1)) {
            let (from, to) = ((a.x + a.y).tenths(), (b.x + b.y).tenths());
            if (from <= sum) != (to <= sum) {
                let part = (sum - from) as f64 / (to - from) as f64;
                let (start, end) = ((a.x - a.y).tenths() as f64, (b.x - b.y).tenths() as f64);
                crossings.push(start + part * (end - start));
            }
        }
        crossings.sort_unstable_by(f64::total_cmp);
        for pair in crossings.chunks_exact(2) {
            let point =
                |difference: &f64| Point::new(tenths((sum as f64 + difference) / 2.0), tenths((sum as f64 - difference) / 2.0));
            if let [from, to] = pair {
                lines.push([point(from), point(to)]);
            }
        }
        sum += step;
    }
    lines
}

/// Sizes on a grid, so that a screen keeps few sizes of glyphs: whole points, and half ones where they are small.
pub(super) fn on_grid(size: f64) -> f64 {
    if size < 9.0 { (size * 2.0).floor() / 2.0 } else { size.floor() }
}

/// Sizes and room, in points, of the texts of one booth.
struct Labels<'a, 'b> {
    look: &'a BoothLook<'b>,
    texts: &'a Texts,
    frame: Frame,
    least: f64,
    padding: f64,
    show_names: bool,
    show_categories: bool,
}

/// Whether a booth may have room for a text. Most of a whole show have none: told without making a frame.
fn has_room(outline: &Outline, options: &SceneOptions<'_>) -> bool {
    let size = outline.size();
    size.width.min(size.depth).metres() * options.scale >= f64::from(options.least_text) * LEAST_ROOM
}

/// The texts of a booth: its number first, then its status's letter, its names, its category, as far as there is room.
pub(super) fn labels(look: &BoothLook<'_>, outline: &Outline, options: &SceneOptions<'_>, items: &mut Vec<Item>) {
    if !has_room(outline, options) {
        return;
    }
    let least = f64::from(options.least_text);
    let frame = Frame::of(outline, options.scale);
    let padding = padding(&frame);
    let SceneOptions { texts, show_names, show_categories, .. } = *options;
    let upright = Labels { look, texts, frame, least, padding, show_names, show_categories };
    if frame.width * NARROW >= frame.depth {
        upright.draw(items);
        return;
    }
    // A narrow booth has its texts turned where more of them can be read so.
    let (mut level, mut turned) = (Vec::new(), Vec::new());
    let said = upright.draw(&mut level);
    let more = said != Said::All && Labels { frame: frame.turned(), ..upright }.draw(&mut turned) > said;
    items.append(if more { &mut turned } else { &mut level });
}

/// Points across that a number would take in a booth with such a box for texts, its padding included.
pub(super) fn number_width(number: &str, frame: &Frame, options: &SceneOptions<'_>) -> f64 {
    let size = number_size(frame, 0.25, f64::from(options.least_text));
    text_width(number, Style::SemiBold, size) + 1.5 * padding(frame)
}

/// The size of a number that takes such a part of a booth's shorter side.
fn number_size(frame: &Frame, part: f64, least: f64) -> f64 {
    on_grid((frame.short_side() * part).clamp(least, LARGEST_NUMBER.max(least)))
}

/// Points between a booth's edge and its texts.
fn padding(frame: &Frame) -> f64 {
    (frame.short_side() * 0.09).clamp(1.0, 5.0)
}

/// How much of a booth its texts say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Said {
    Nothing,
    Number,
    /// The number, and the names as far as there is room.
    Shortened,
    All,
}

impl Labels<'_, '_> {
    fn draw(&self, items: &mut Vec<Item>) -> Said {
        let Frame { width, depth, .. } = self.frame;
        // Too flat for two rows: the names stand between number and letter.
        let flat = depth < FLAT && width > 2.5 * depth;
        let part = if flat { 0.4 } else { 0.25 };
        let size = number_size(&self.frame, part, self.least);
        let number_width = text_width(self.look.number, Style::SemiBold, size);
        let cap = cap_height(size);
        if number_width > width - 1.5 * self.padding || cap > depth - 1.5 * self.padding {
            return Said::Nothing;
        }
        let number_role = if self.look.paint.fill == Role::Available { Role::Muted } else { Role::Ink };
        let letter =
            self.texts.status_letter(self.look.status).map(|letter| SmolStr::new_inline(letter.encode_utf8(&mut [0; 4])));
        let letter_width = letter.as_ref().map_or(0.0, |letter| text_width(letter, Style::SemiBold, size));
        let letter = letter.filter(|_| number_width + letter_width + 2.5 * self.padding <= width);

        let one_row = flat || depth < 2.0 * self.padding + cap + self.least * 1.15;
        let baseline = if one_row { cap / 2.0 } else { -depth / 2.0 + self.padding + cap };
        let (left, right) = (-width / 2.0 + self.padding, width / 2.0 - self.padding);
        self.push(self.look.number.into(), (left, baseline), Anchor::Start, size, Style::SemiBold, number_role, items);
        if let Some(letter) = letter {
            self.push(letter, (right, baseline), Anchor::End, size, Style::SemiBold, Role::Ink, items);
        }
        if !self.show_names || self.look.names.is_empty() {
            return Said::All;
        }
        if one_row {
            let (from, to) = (left + number_width + size * 0.5, right - letter_width - size * 0.5);
            let name_size = on_grid((size * 1.05).max(self.least));
            let name = shortened(&self.look.names, name_size, to - from);
            if is_worth_reading(&name, &self.look.names) {
                let said = if name.ends_with('…') { Said::Shortened } else { Said::All };
                let middle = (from + to) / 2.0;
                self.push(
                    name,
                    (middle, cap_height(name_size) / 2.0),
                    Anchor::Middle,
                    name_size,
                    Style::Medium,
                    Role::Ink,
                    items,
                );
                return said;
            }
            Said::Number
        } else {
            self.names(baseline, items)
        }
    }

    /// The names, and the category below them, in the middle of the room below the number.
    fn names(&self, number_baseline: f64, items: &mut Vec<Item>) -> Said {
        let Frame { width, depth, .. } = self.frame;
        let room = (width - 1.5 * self.padding, depth / 2.0 - self.padding * 0.5 - number_baseline - self.padding * 0.9);
        let (lines, size) = name_lines(&self.look.names, self.frame.short_side(), self.least, room);
        if !lines.iter().any(|line| is_worth_reading(line, &self.look.names)) {
            return Said::Number;
        }
        let said = if lines.last().is_some_and(|line| line.ends_with('…')) { Said::Shortened } else { Said::All };
        let leading = size * LEADING;
        let category_size = on_grid((size * 0.8).max(self.least));
        let names_height = leading * lines.len() as f64;
        let logo = self.look.logo.and_then(|logo| Some((logo, self.logo_size(logo, (room.0, room.1 - names_height))?)));
        let logo_height = logo.map_or(0.0, |(_, (_, height))| height + 4.0 * PLATE);
        let category = Some(self.look.category)
            .filter(|category| self.show_categories && !category.is_empty() && self.frame.short_side() >= 8.0 * self.least)
            .filter(|_| names_height + logo_height + category_size * 1.3 <= room.1)
            .map(|category| fonts::shorten(category, Style::Regular, category_size as f32, room.0 as f32))
            .filter(|shown| is_worth_reading(shown, self.look.category));
        let height = names_height + logo_height + category.as_ref().map_or(0.0, |_| category_size * 1.3);
        let top = number_baseline + self.padding * 0.9 + (room.1 - height) / 2.0;
        let mut baseline = top + (leading + cap_height(size)) / 2.0;
        for line in lines {
            self.push(line, (0.0, baseline), Anchor::Middle, size, Style::Medium, Role::Ink, items);
            baseline += leading;
        }
        let below = top + names_height + logo_height;
        if let Some(category) = category {
            let baseline = below + (category_size * 1.3 + cap_height(category_size)) / 2.0;
            self.push(category.as_ref().into(), (0.0, baseline), Anchor::Middle, category_size, Style::Regular, Role::Ink, items);
        }
        if let Some((logo, size)) = logo {
            self.logo(logo, size, below - logo_height / 2.0, items);
        }
        said
    }

    /// Width and height of a logo in so much room; none where that is too little.
    fn logo_size(&self, logo: &Logo, room: (f64, f64)) -> Option<(f64, f64)> {
        let most = ((room.0 - 2.0 * PLATE).min(LARGEST_LOGO.0), (room.1 - 4.0 * PLATE).min(LARGEST_LOGO.1));
        let width = most.0.min(most.1 * logo.proportion());
        let height = width / logo.proportion();
        (width.min(height) >= LEAST_LOGO * self.least).then_some((width, height))
    }

    fn logo(&self, logo: &Logo, (width, height): (f64, f64), middle: f64, items: &mut Vec<Item>) {
        let corners = |(width, height): (f64, f64)| {
            let (right, down) = (width / 2.0, height / 2.0);
            [(-right, -down), (right, -down), (right, down), (-right, down)].map(|(x, y)| self.frame.at(x, middle + y))
        };
        let plate = corners((width + 2.0 * PLATE, height + 2.0 * PLATE));
        let (booth, file) = (self.look.id, logo.file.clone());
        items.push(Item::Logo(Box::new(BoothLogo { booth, file, corners: corners((width, height)), plate })));
    }

    #[expect(clippy::too_many_arguments, reason = "a text has as many properties")]
    fn push(&self, words: SmolStr, at: (f64, f64), anchor: Anchor, size: f64, style: Style, role: Role, items: &mut Vec<Item>) {
        let at = self.frame.at(at.0, at.1);
        let size = size as f32;
        items.push(Item::Text(Text { booth: self.look.id, at, anchor, size, style, role, angle: self.frame.angle, words }));
    }
}

/// Whether what was left of a text says anything: all of it, or three letters and more.
fn is_worth_reading(shown: &str, whole: &str) -> bool {
    !shown.is_empty() && (shown == whole || shown.trim_end_matches('…').chars().count() >= 3)
}

fn text_width(text: &str, style: Style, size: f64) -> f64 {
    f64::from(fonts::width(text, style, size as f32))
}

fn cap_height(size: f64) -> f64 {
    f64::from(CAP_HEIGHT) * size
}
