//! A hall on a sheet: its scene with a title above and a legend below, all of it in the hall's coordinates, so that every
//! painter of scenes paints sheets.

use jiff::civil::Date;

use super::page::Paper;
use super::svg::Pictures;
use crate::fonts::{self, Style};
use crate::geometry::{Angle, Bounds, Length, Offset, Point};
use crate::index::{Index, Occupancy};
use crate::plan::{HallId, Plan, Status};
use crate::scene::{
    Anchor, ColourBy, Item, Key, Mark, Paint, Role, Scene, SceneOptions, Tally, Text, hall_scene, legend, mark_items, sign_legend,
};
use crate::text::{Texts, args};

/// What a hall is exported from.
#[derive(Clone, Copy, Debug)]
pub struct HallExport<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The plan's index.
    pub index: &'a Index,
    /// The pixels of its pictures; one that is missing is not drawn.
    pub pictures: &'a Pictures,
    /// The words.
    pub texts: &'a Texts,
    /// The date on the sheet.
    pub as_of: Date,
    /// By what booths are coloured.
    pub colour_by: ColourBy,
}

/// A hall laid out for a medium.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Everything that is painted.
    pub scene: Scene,
    /// The part of the hall's coordinates that the sheet covers.
    pub bounds: Bounds,
    /// Points of the medium to one metre.
    pub scale: f64,
    /// "IT Partners 2022: Hall 1".
    pub title: String,
    /// One line of figures: "201 of 229 slots filled (87 %)".
    pub summary: String,
}

/// Points around everything.
pub(super) const MARGIN: f64 = 28.0;
/// Points between the outline of the hall and the title above it or the legend below it: for the words at the doors.
const AROUND: f64 = 16.0;
/// Points of the title and the line below it.
const HEAD: f64 = 38.0;
/// Points of a legend of one row.
const FOOT: f64 = 14.0;
/// Points of the side of the legend's squares.
const SQUARE: f64 = 13.0;
/// Points of the legend's type.
const KEY_TEXT: f32 = 9.0;
/// Points between two keys of the legend.
const KEYS_APART: f64 = 14.0;
/// Points from one row of the legend to the next.
const ROW: f64 = 18.0;
/// Points of a usual page's longer side.
const PAGE: f64 = 1_190.0;
/// Where names on booths of three metres get too small, the paper is the next larger one.
const SMALLEST_SCALE_ON_A4: u32 = 300;
/// Width and height of A3 in points.
const A3: (f64, f64) = (841.89, 1_190.55);
/// Points of the largest sheet's side: five metres.
const LARGEST: f64 = 14_000.0;

/// The denominators of the scales that a plan is printed at.
fn scales() -> impl Iterator<Item = u32> {
    const USUAL: [u32; 18] = [20, 25, 50, 75, 100, 125, 150, 200, 250, 300, 400, 500, 600, 750, 1_000, 1_250, 1_500, 2_000];
    USUAL.into_iter().chain((1..=1_000).map(|count| count * 2_500))
}

/// Points on paper to one metre of the hall at 1 : `denominator`.
#[must_use]
pub fn points_per_metre(denominator: u32) -> f64 {
    1_000.0 / f64::from(denominator) * 72.0 / 25.4
}

/// What is put on a sheet: a drawing in a hall's coordinates, and what is written around it.
pub(super) struct Subject<'a> {
    /// What the drawing covers.
    pub content: Bounds,
    /// Above it at the left.
    pub title: String,
    /// Above it at the right: one line of figures.
    pub summary: String,
    /// Below the title, before scale and date; may be empty.
    pub note: String,
    /// The date on the sheet.
    pub as_of: Date,
    /// What the legend explains.
    pub keys: Vec<Key>,
    /// The words.
    pub texts: &'a Texts,
    /// The drawing, at so many points of the medium to a metre.
    pub scene: Box<dyn Fn(f64) -> Scene + 'a>,
}

impl<'a> HallExport<'a> {
    /// A hall as it is put on a sheet. None where there is no such hall.
    pub(super) fn subject(&self, hall: HallId) -> Option<Subject<'a>> {
        let Self { plan, index, texts, as_of, colour_by, .. } = *self;
        let content = index.hall_bounds(plan, hall)?;
        let title = plan_title(plan, hall, texts);
        let (summary, keys) = (occupancy(index, hall, texts), keys(self, hall));
        let scene = move |scale| {
            let options = SceneOptions { show_categories: false, colour_by, ..SceneOptions::paper(scale, texts) };
            hall_scene(plan, index, hall, None, &options)
        };
        Some(Subject { content, title, summary, note: String::new(), as_of, keys, texts, scene: Box::new(scene) })
    }
}

/// "IT Partners 2022: Hall 1".
pub(super) fn plan_title(plan: &Plan, hall: HallId, texts: &Texts) -> String {
    let name = plan.get(hall).map(|hall| hall.name.clone()).unwrap_or_default();
    let show = plan.show().title();
    if show.is_empty() { name } else { texts.plan_title(args::PlanTitle { show: &show, hall: &name }) }
}

/// The hall on a sheet just as large as it needs, drawn at 1:100 or, where that is too large, at a smaller scale.
#[must_use]
pub fn free_sheet(export: &HallExport<'_>, hall: HallId) -> Option<Sheet> {
    export.subject(hall)?.free_sheet()
}

/// How large everything is.
struct Layout {
    /// Points of the sheet.
    width: f64,
    height: f64,
    denominator: u32,
    /// By how much the title and the legend are larger than on a page.
    type_scale: f64,
}

impl Subject<'_> {
    /// The drawing on a page of at least this size, upright or across, where it is larger; and the size of the page. A4 becomes
    /// A3 where it needs it.
    pub fn page(&self, paper: Paper) -> Option<(Sheet, (f64, f64))> {
        let best = |(short, long): (f64, f64)| {
            let (upright, across) = (self.fitting_scale(short, long)?, self.fitting_scale(long, short)?);
            Some(if across <= upright { (across, (long, short)) } else { (upright, (short, long)) })
        };
        let (width, height) = paper.size();
        let usual = best((f64::from(width), f64::from(height)))?;
        let (denominator, size) = if usual.0 > SMALLEST_SCALE_ON_A4 && paper == Paper::A4 { best(A3)? } else { usual };
        let (width, height) = size;
        Some((self.lay_out(&Layout { width, height, denominator, type_scale: 1.0 }), size))
    }

    /// The largest usual scale at which the drawing fits a page of so many points.
    fn fitting_scale(&self, width: f64, height: f64) -> Option<u32> {
        let size = self.content.size();
        let foot = foot(&self.legend_rows(width));
        let (room_across, room_down) = (width - 2.0 * (MARGIN + AROUND), height - 2.0 * (MARGIN + AROUND) - HEAD - foot);
        let fits = |scale: &u32| {
            let points = points_per_metre(*scale);
            size.width.metres() * points <= room_across && size.depth.metres() * points <= room_down
        };
        scales().find(fits)
    }

    fn free_sheet(&self) -> Option<Sheet> {
        let size = self.content.size();
        let longer = size.width.metres().max(size.depth.metres());
        let denominator = scales().find(|scale| *scale >= 100 && longer * points_per_metre(*scale) <= LARGEST)?;
        let points = points_per_metre(denominator);
        // The title is as large on a large sheet, seen as a whole, as it is on a page.
        let type_scale = (longer * points / PAGE).max(1.0);
        let width = size.width.metres() * points + 2.0 * (MARGIN + AROUND) * type_scale;
        let width = width.max(420.0);
        let foot = foot(&self.legend_rows(width / type_scale));
        let height = size.depth.metres() * points + (2.0 * (MARGIN + AROUND) + HEAD + foot) * type_scale;
        Some(self.lay_out(&Layout { width, height, denominator, type_scale }))
    }

    /// The drawing in the middle of the sheet.
    fn lay_out(&self, layout: &Layout) -> Sheet {
        let Layout { width, height, denominator, type_scale } = *layout;
        let scale = points_per_metre(denominator);
        let length = |points: f64| Length::from_metres(points / scale).unwrap_or_default();
        let keys = self.legend_rows(width / type_scale);
        let foot = foot(&keys);
        // The middle of the hall is the middle of the room between title and legend.
        let middle = self.content.centre() + Offset::new(Length::ZERO, length((foot - HEAD) / 2.0 * type_scale));
        let half = Offset::new(length(width / 2.0), length(height / 2.0));
        let bounds = Bounds::between(middle + -half, middle + half);
        let mut scene = (self.scene)(scale);
        let mut page = Page {
            items: &mut scene.items,
            origin: bounds.min(),
            scale: scale / type_scale,
            type_scale,
            width: width / type_scale,
        };
        page.head(self, denominator);
        page.legend(&keys, height / type_scale - MARGIN - foot, &SceneOptions::paper(scale, self.texts));
        Sheet { scene, bounds, scale, title: self.title.clone(), summary: self.summary.clone() }
    }

    /// The keys of the legend in rows that fit a page of so many points.
    fn legend_rows(&self, width: f64) -> Vec<Vec<&Key>> {
        let mut rows: Vec<Vec<&Key>> = Vec::new();
        let mut used = f64::INFINITY;
        for key in &self.keys {
            let wide = key_width(key, self.texts);
            match rows.last_mut().filter(|_| used + KEYS_APART + wide <= width - 2.0 * MARGIN) {
                Some(row) => {
                    row.push(key);
                    used += KEYS_APART + wide;
                }
                None => {
                    rows.push(vec![key]);
                    used = wide;
                }
            }
        }
        rows
    }
}

/// How full the hall is, in words.
fn occupancy(index: &Index, hall: HallId, texts: &Texts) -> String {
    let Occupancy { filled, sellable, .. } = index.hall(hall);
    let percent = texts.percent(filled, sellable);
    texts.occupancy_line_percent(args::OccupancyLinePercent { filled, sellable, percent: &percent })
}

/// The page around the hall: places in points of a usual page from its left top corner.
pub(super) struct Page<'a> {
    /// What is on it.
    pub items: &'a mut Vec<Item>,
    /// Its left top corner.
    pub origin: Point,
    /// Points of a usual page to a metre.
    pub scale: f64,
    /// By how much type is larger than on a usual page.
    pub type_scale: f64,
    /// Points of a usual page from left to right.
    pub width: f64,
}

impl Page<'_> {
    fn at(&self, x: f64, y: f64) -> Point {
        let length = |points: f64| Length::from_metres(points / self.scale).unwrap_or_default();
        self.origin + Offset::new(length(x), length(y))
    }

    /// A line of text, shortened to its room.
    pub fn text(&mut self, (x, y): (f64, f64), anchor: Anchor, (style, size): (Style, f32), role: Role, words: &str, room: f64) {
        let words = fonts::shorten(words, style, size, room as f32).as_ref().into();
        let at = self.at(x, y);
        let size = size * self.type_scale as f32;
        self.items.push(Item::Text(Text { booth: None, at, anchor, size, style, role, angle: Angle::ZERO, words }));
    }

    fn head(&mut self, subject: &Subject<'_>, denominator: u32) {
        let Subject { title, summary, note, texts, as_of, .. } = subject;
        let (left, right, room) = (MARGIN, self.width - MARGIN, self.width - 2.0 * MARGIN);
        let scale = texts.plan_scale(args::PlanScale { scale: &format!("1:{denominator}") });
        let date = texts.plan_printed_on(args::PlanPrintedOn { date: &texts.date(*as_of) });
        let below: Vec<&str> = [note.as_str(), &scale, &date].into_iter().filter(|words| !words.is_empty()).collect();
        let filled = f64::from(fonts::width(summary, Style::SemiBold, 11.0));
        self.text((left, MARGIN + 13.0), Anchor::Start, (Style::SemiBold, 16.0), Role::Ink, title, room - filled - 12.0);
        self.text((right, MARGIN + 13.0), Anchor::End, (Style::SemiBold, 11.0), Role::Ink, summary, room);
        self.text((left, MARGIN + 29.0), Anchor::Start, (Style::Regular, 9.0), Role::Muted, &below.join(" · "), room);
    }

    /// A small booth of each colour that the hall has, with what it tells and how many have it, in rows.
    fn legend(&mut self, rows: &[Vec<&Key>], top: f64, options: &SceneOptions<'_>) {
        for (row, y) in rows.iter().zip((0..).map(|row| top + f64::from(row) * ROW)) {
            let mut x = MARGIN;
            for key in row {
                let (square, corner) = (self.at(x, y), self.at(x + SQUARE, y + SQUARE));
                self.items.extend(mark_items(key.mark, Bounds::between(square, corner), options));
                if let Mark::Booth { letter: Some(letter), .. } = key.mark {
                    self.text(
                        (x + SQUARE / 2.0, y + 9.3),
                        Anchor::Middle,
                        (Style::SemiBold, 8.0),
                        Role::Ink,
                        &letter.to_string(),
                        SQUARE,
                    );
                }
                let words = key_words(key, options.texts);
                let from = x + mark_width(key);
                let room = self.width - MARGIN - from;
                self.text((from, y + 9.8), Anchor::Start, (Style::Regular, KEY_TEXT), Role::Ink, &words, room);
                x += key_width(key, options.texts) + KEYS_APART;
            }
        }
    }
}

fn key_words(key: &Key, texts: &Texts) -> String {
    match key.count {
        Some(count) => format!("{} {}", key.words, texts.integer(i64::try_from(count).unwrap_or(i64::MAX))),
        None => key.words.clone(),
    }
}

/// Points from the beginning of a key to its words.
fn mark_width(key: &Key) -> f64 {
    if key.mark == Mark::Rest { 0.0 } else { SQUARE + 5.0 }
}

fn key_width(key: &Key, texts: &Texts) -> f64 {
    mark_width(key) + f64::from(fonts::width(&key_words(key, texts), Style::Regular, KEY_TEXT))
}

/// The keys of a hall's legend.
fn keys(export: &HallExport<'_>, hall: HallId) -> Vec<Key> {
    let HallExport { plan, index, texts, colour_by, .. } = *export;
    let tally = |by| Tally::new(plan, index, by, texts.units());
    let by_colour = tally(colour_by);
    let mut keys = legend(plan, index, texts, &by_colour, hall);
    if colour_by != ColourBy::Status {
        // Nobody can ask a sheet of paper what a letter on a booth means.
        let paint = Paint::of_status(Status::Available);
        let letters = legend(plan, index, texts, &tally(ColourBy::Status), hall).into_iter().filter_map(|key| match key.mark {
            Mark::Booth { letter, hatched, .. } if letter.is_some() || hatched => {
                Some(Key { mark: Mark::Booth { paint, letter, hatched }, ..key })
            }
            _ => None,
        });
        keys.extend(letters);
    }
    keys.extend(sign_legend(plan, index, texts, &by_colour, hall));
    keys
}

/// Points of the legend.
fn foot(rows: &[Vec<&Key>]) -> f64 {
    FOOT + rows.len().saturating_sub(1) as f64 * ROW
}
