//! A hall in two states drawn as one: as it is, with what is different marked, and what stood elsewhere or is gone as it stood.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use smol_str::SmolStr;

use super::booth::{corners, number_width};
use super::frame::{Frame, tenths};
use super::item::{Corners, Edge, Hatch, Item, Line, Scene, Shape};
use super::words::joined_names;
use super::{BoothLook, Key, Mark, Paint, SceneOptions, above_scene, floor_scene, look_items};
use crate::file::compare::{Difference, compare};
use crate::file::merge::RecordId;
use crate::geometry::{Bounds, Offset, Outline, Point};
use crate::index::Index;
use crate::plan::{Booth, BoothId, HallId, Plan, Tint};
use crate::text::Texts;

/// In which way a booth is different. Of several the first one gives the colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DifferenceKind {
    /// It was not there.
    New,
    /// It is no longer there.
    Gone,
    /// It stands elsewhere.
    Moved,
    /// It has another outline.
    Reshaped,
    /// It has another status.
    Status,
    /// It has another number.
    Renumbered,
    /// Something else about it is different.
    Other,
}

impl DifferenceKind {
    /// All of them, in the order of the legend.
    pub const ALL: [Self; 7] = [Self::New, Self::Gone, Self::Moved, Self::Reshaped, Self::Status, Self::Renumbered, Self::Other];

    /// What stands before the number of such a booth, so that colours alone tell nothing.
    #[must_use]
    pub const fn sign(self) -> char {
        match self {
            Self::New => '+',
            Self::Gone => '×',
            Self::Moved => '→',
            Self::Reshaped => '□',
            Self::Status => '•',
            Self::Renumbered => '#',
            Self::Other => '*',
        }
    }

    /// Its colours.
    #[must_use]
    pub const fn paint(self) -> Paint {
        Paint::of_tint(match self {
            Self::New => Tint::Green,
            Self::Gone => Tint::Red,
            Self::Moved => Tint::Blue,
            Self::Reshaped => Tint::Teal,
            Self::Status => Tint::Purple,
            Self::Renumbered => Tint::Yellow,
            Self::Other => Tint::Brown,
        })
    }

    /// What it means, in words.
    #[must_use]
    pub fn words(self, texts: &Texts) -> String {
        match self {
            Self::New => texts.difference_new(),
            Self::Gone => texts.difference_gone(),
            Self::Moved => texts.difference_moved(),
            Self::Reshaped => texts.difference_reshaped(),
            Self::Status => texts.difference_status(),
            Self::Renumbered => texts.difference_renumbered(),
            Self::Other => texts.difference_other(),
        }
    }
}

/// A booth shorter than this, in points, has an edge like any other.
const MARKED_SIDE: f64 = 6.0;
/// Points of the edge of a booth that is different, and of what is drawn over it.
const EDGE: f32 = 1.6;
/// Points of a dash, and of what is free between two.
const DASH: f64 = 3.5;
const FREE: f64 = 2.5;
/// The most dashes of one side: of more than this nobody counts them.
const MOST_DASHES: f64 = 200.0;
/// A way shorter than this, in points, has no arrow.
const LEAST_ARROW: f64 = 7.0;
/// Points of an arrow's head.
const HEAD: f64 = 6.0;

type Kinds = BTreeSet<DifferenceKind>;

/// A plan in two states, and what is different.
#[derive(Debug)]
pub struct TwoStates {
    before: (Plan, Index),
    after: (Plan, Index),
    differences: Vec<Difference>,
    booths: BTreeMap<BoothId, Kinds>,
}

impl TwoStates {
    /// Compares two states of a plan.
    #[must_use]
    pub fn new(before: &Plan, after: &Plan) -> Self {
        let differences = compare(before, after);
        let mut booths: BTreeMap<BoothId, Kinds> = BTreeMap::new();
        for difference in &differences {
            let (ids, kind) = kind_of(difference, after);
            for id in ids {
                booths.entry(id).or_default().insert(kind);
            }
        }
        let state = |plan: &Plan| (plan.clone(), Index::new(plan));
        Self { before: state(before), after: state(after), differences, booths }
    }

    /// The plan as it was.
    #[must_use]
    pub const fn before(&self) -> &Plan {
        &self.before.0
    }

    /// The plan as it is.
    #[must_use]
    pub const fn after(&self) -> &Plan {
        &self.after.0
    }

    /// What is different.
    #[must_use]
    pub fn differences(&self) -> &[Difference] {
        &self.differences
    }

    /// How many booths are different in which way, in the order of the legend.
    #[must_use]
    pub fn counts(&self) -> Vec<(DifferenceKind, usize)> {
        counted(self.booths.values())
    }

    /// The halls in which something is different, those that are gone last.
    #[must_use]
    pub fn halls(&self) -> Vec<HallId> {
        let change = self.before().change_to(self.after());
        let mut halls: BTreeSet<HallId> = change.halls.iter().map(|delta| delta.id).collect();
        halls.extend(change.structures.iter().flat_map(|delta| delta.before.iter().chain(&delta.after)).map(|thing| thing.hall));
        halls.extend(change.maps.iter().flat_map(|delta| delta.before.iter().chain(&delta.after)).map(|map| map.hall));
        halls.extend(self.booths.keys().flat_map(|id| self.halls_of(*id)));
        let (there, gone): (Vec<_>, Vec<_>) = halls.into_iter().partition(|hall| self.after().get(*hall).is_some());
        there.into_iter().chain(gone).collect()
    }

    /// The plan and the index in which a hall is: as it is, or as it was where it is gone.
    #[must_use]
    pub fn state_of(&self, hall: HallId) -> (&Plan, &Index) {
        let (plan, index) = if self.after().get(hall).is_some() { &self.after } else { &self.before };
        (plan, index)
    }

    /// What a hall takes up in either state. None where there is no such hall.
    #[must_use]
    pub fn bounds(&self, hall: HallId) -> Option<Bounds> {
        let bounds = |(plan, index): &(Plan, Index)| index.hall_bounds(plan, hall);
        bounds(&self.before).into_iter().chain(bounds(&self.after)).reduce(Bounds::union)
    }

    /// How many booths of a hall are different.
    #[must_use]
    pub fn count_in(&self, hall: HallId) -> usize {
        self.in_hall(hall).count()
    }

    fn in_hall(&self, hall: HallId) -> impl Iterator<Item = (&BoothId, &Kinds)> {
        self.booths.iter().filter(move |(id, _)| self.halls_of(**id).any(|of| of == hall))
    }

    /// What the marks in a hall mean, with how many booths have each.
    #[must_use]
    pub fn legend(&self, hall: HallId, texts: &Texts) -> Vec<Key> {
        let key = |(kind, count): (DifferenceKind, usize)| Key {
            mark: Mark::Booth { paint: kind.paint(), letter: Some(kind.sign()), hatched: false },
            words: kind.words(texts),
            count: Some(count),
        };
        counted(self.in_hall(hall).map(|(_, kinds)| kinds)).into_iter().map(key).collect()
    }

    /// What a hall looks like with its differences.
    #[must_use]
    pub fn scene(&self, hall: HallId, options: &SceneOptions<'_>) -> Scene {
        let (plan, index) = self.state_of(hall);
        let mut items = floor_scene(plan, hall, None, options).items;
        let left: Vec<_> = self.booths.keys().filter_map(|id| self.left(*id, hall)).collect();
        let mut texts = Vec::new();
        for (id, booth) in &left {
            self.booth(*id, booth, self.before(), options, &mut items, &mut texts);
            items.extend(cross(&booth.outline, self.paint(*id), options.scale));
        }
        // What stands where something was covers it.
        items.append(&mut texts);
        let booths = self.after().booths().iter().filter(|(_, booth)| booth.hall == hall);
        for (id, booth) in booths.filter(|(_, booth)| !plan.is_hidden(booth.binding)) {
            self.booth(*id, booth, self.after(), options, &mut items, &mut texts);
        }
        items.append(&mut texts);
        for (id, booth) in &left {
            items.push(dashed(&booth.outline, self.paint(*id), options.scale));
        }
        for (id, from, to) in self.booths.keys().filter_map(|id| self.way(*id, hall)) {
            items.push(dashed(from, self.paint(id), options.scale));
            items.extend(arrow(from.centre(), to.centre(), self.paint(id), options.scale));
        }
        items.extend(above_scene(plan, index, hall, None, options).items);
        Scene { items }
    }

    /// The halls in which a booth was and is.
    fn halls_of(&self, id: BoothId) -> impl Iterator<Item = HallId> {
        let (was, is) = (self.before().get(id).map(|booth| booth.hall), self.after().get(id).map(|booth| booth.hall));
        was.into_iter().chain(is.filter(|_| is != was))
    }

    /// The booth as it was, where it is in this hall no more.
    fn left(&self, id: BoothId, hall: HallId) -> Option<(BoothId, &Booth)> {
        let booth = self.before().get(id).filter(|booth| booth.hall == hall)?;
        let stays = self.after().get(id).is_some_and(|booth| booth.hall == hall);
        (!stays).then_some((id, booth.as_ref()))
    }

    /// The outlines of a booth before and after, where both are in this hall and differ.
    fn way(&self, id: BoothId, hall: HallId) -> Option<(BoothId, &Outline, &Outline)> {
        let (from, to) = (self.before().get(id)?, self.after().get(id)?);
        let stays = from.hall == hall && to.hall == hall;
        (stays && from.outline != to.outline).then_some((id, &from.outline, &to.outline))
    }

    fn paint(&self, id: BoothId) -> Paint {
        let kind = self.booths.get(&id).and_then(BTreeSet::first);
        kind.map_or(Paint::PLAIN, |kind| kind.paint())
    }

    /// A booth of one of the two plans: plain, or with the colour and the signs of what is different.
    fn booth(
        &self,
        id: BoothId,
        booth: &Booth,
        plan: &Plan,
        options: &SceneOptions<'_>,
        shapes: &mut Vec<Item>,
        texts: &mut Vec<Item>,
    ) {
        let kinds = self.booths.get(&id);
        let status = plan.status_of(id, booth);
        let number = kinds.and_then(|kinds| number(booth, kinds, options));
        let names = names(plan, id);
        let change = kinds.map(|kinds| self.change(id, kinds, options.texts)).filter(|change| !change.is_empty());
        let look = BoothLook {
            id: Some(id),
            number: number.as_ref().map_or_else(|| booth.number.as_str(), SmolStr::as_str),
            category: if change.is_some() { &names } else { "" },
            names: Cow::Borrowed(change.as_deref().unwrap_or(&names)),
            logo: None,
            status,
            over_map: false,
            paint: self.paint(id),
        };
        let options = SceneOptions { show_categories: true, ..*options };
        let is_marked = kinds.is_some() && Frame::of(&booth.outline, options.scale).short_side() >= MARKED_SIDE;
        for item in look_items([(look, &booth.outline)], &options) {
            match item {
                Item::Shape(shape) => {
                    let edge = shape.edge.map(|edge| Edge { width: if is_marked { EDGE } else { edge.width }, ..edge });
                    shapes.push(Item::Shape(Shape { edge, ..shape }));
                }
                text => texts.push(text),
            }
        }
    }

    /// What a booth was and is: "A2 → B7, Held → Paid".
    fn change(&self, id: BoothId, kinds: &Kinds, texts: &Texts) -> String {
        let (Some(was), Some(is)) = (self.before().get(id), self.after().get(id)) else { return String::new() };
        let told = kinds.iter().filter_map(|kind| match kind {
            DifferenceKind::Renumbered => Some(format!("{} → {}", was.number, is.number)),
            DifferenceKind::Status => {
                let (was, is) = (self.before().status_of(id, was), self.after().status_of(id, is));
                Some(format!("{} → {}", texts.status(was), texts.status(is)))
            }
            _ => None,
        });
        told.collect::<Vec<_>>().join(", ")
    }
}

/// The number of a booth with the signs of what is different, where there is room for them.
fn number(booth: &Booth, kinds: &Kinds, options: &SceneOptions<'_>) -> Option<SmolStr> {
    let signs: String = kinds.iter().map(|kind| kind.sign()).collect();
    let words = format!("{signs} {}", booth.number);
    let frame = Frame::of(&booth.outline, options.scale);
    (number_width(&words, &frame, options) <= frame.width.max(frame.depth)).then(|| words.into())
}

/// The booths that a difference is about, and in which way.
fn kind_of(difference: &Difference, after: &Plan) -> (Vec<BoothId>, DifferenceKind) {
    let of_record = |record: &RecordId| match record {
        RecordId::Booth(id) => vec![*id],
        RecordId::Booking(id) => after.get(*id).map(|booking| booking.booths.clone()).unwrap_or_default(),
        _ => Vec::new(),
    };
    let of_booth = |record: &RecordId| of_record(record).into_iter().filter(|_| matches!(record, RecordId::Booth(_))).collect();
    match difference {
        // A new booking, or one that is gone, is told by the status of its booths.
        Difference::New(record) => (of_booth(record), DifferenceKind::New),
        Difference::Gone(record) => (of_booth(record), DifferenceKind::Gone),
        Difference::Moved(id, _) | Difference::Elsewhere(id, _) => (vec![*id], DifferenceKind::Moved),
        Difference::Reshaped(id) => (vec![*id], DifferenceKind::Reshaped),
        Difference::Status(id, ..) => (vec![*id], DifferenceKind::Status),
        Difference::Renumbered(id, ..) => (vec![*id], DifferenceKind::Renumbered),
        Difference::Changed(record) => (of_record(record), DifferenceKind::Other),
        Difference::Things(_) => (Vec::new(), DifferenceKind::Other),
    }
}

fn counted<'a>(booths: impl Iterator<Item = &'a Kinds>) -> Vec<(DifferenceKind, usize)> {
    let mut counts = BTreeMap::new();
    booths.flatten().for_each(|kind| *counts.entry(*kind).or_default() += 1);
    counts.into_iter().collect()
}

/// Who has a booth.
fn names(plan: &Plan, id: BoothId) -> String {
    let booking = plan.booking_of(id).and_then(|booking| plan.get(booking));
    booking.map(|booking| joined_names(plan, booking.mains())).unwrap_or_default()
}

/// An outline in dashes.
fn dashed(outline: &Outline, paint: Paint, scale: f64) -> Item {
    let corners = corners(outline, scale);
    let points = corners.as_slice();
    let mut lines = Vec::new();
    for (from, to) in points.iter().zip(points.iter().cycle().skip(1)) {
        let way = *to - *from;
        let length = way.x.metres().hypot(way.y.metres()) * scale;
        let count = (length / (DASH + FREE)).round().clamp(1.0, MOST_DASHES);
        let at = |part: f64| *from + Offset::new(tenths(way.x.tenths() as f64 * part), tenths(way.y.tenths() as f64 * part));
        let dash = DASH / (DASH + FREE);
        let mut place = 0.0;
        while place < count {
            lines.push([at(place / count), at((place + dash) / count)]);
            place += 1.0;
        }
    }
    let hatch = Some(Box::new(Hatch { role: paint.edge, width: EDGE, lines }));
    Item::Shape(Shape { booth: None, corners, fill: None, edge: None, hatch, over_map: false })
}

/// The lines through what is no longer there.
fn cross(outline: &Outline, paint: Paint, scale: f64) -> impl Iterator<Item = Item> {
    let frame = Frame::of(outline, scale);
    let (right, down) = (frame.width / 2.0, frame.depth / 2.0);
    let line = move |from: (f64, f64)| {
        let (from, to) = (frame.at(from.0, from.1), frame.at(-from.0, -from.1));
        Item::Line(Line { from, to, role: paint.edge, width: EDGE / 2.0 })
    };
    [(right, down), (right, -down)].into_iter().map(line)
}

/// An arrow from where something was to where it is.
fn arrow(from: Point, to: Point, paint: Paint, scale: f64) -> Vec<Item> {
    let way = to - from;
    let length = way.x.metres().hypot(way.y.metres()) * scale;
    if length < LEAST_ARROW {
        return Vec::new();
    }
    let along = (way.x.metres() * scale / length, way.y.metres() * scale / length);
    // Points back from the tip, and to the side.
    let at = |back: f64, side: f64| {
        let (x, y) = (-along.0 * back - along.1 * side, -along.1 * back + along.0 * side);
        to + Offset::new(tenths(x / scale * 10_000.0), tenths(y / scale * 10_000.0))
    };
    let head = HEAD.min(length * 0.6);
    let corners = Corners::Many([to, at(head, head * 0.4), at(head, -head * 0.4)].into());
    vec![
        Item::Line(Line { from, to: at(head * 0.8, 0.0), role: paint.edge, width: EDGE }),
        Item::Shape(Shape { booth: None, corners, fill: Some(paint.edge), edge: None, hatch: None, over_map: false }),
    ]
}
