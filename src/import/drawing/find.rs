//! What a drawing holds.

use std::collections::{BTreeMap, HashSet};

use rstar::{AABB, PointDistance, RTree, RTreeObject};

use super::grid::Grid;
use super::labels::{self, LabelLayer};
use super::rings::{Part, Place, parts};
use super::{DrawnGroup, DrawnHall, DrawnLabel, DrawnLine, DrawnShape};
use crate::geometry::{Angle, Area, Bounds, Length, Outline, Point, Segment};
use crate::import::words::tidy;
use crate::plan::{HallMap, SheetToHall};
use crate::reader::{Cancel, Drawing, Element, ElementKind, Rgba, SheetPoint, path_bounds};

/// Of more shapes around a point than this the largest are no booths.
const AROUND: usize = 8;
/// From so many lines on a layer on areas that they close are looked for, and up to so many.
const LINES_THAT_CLOSE: std::ops::RangeInclusive<usize> = 3..=40_000;
/// How often a long search looks whether it was given up.
const LOOK_EVERY: usize = 500;

/// A layer, a colour, and whether single lines close the shapes.
type GroupKey = (u16, Rgba, bool);

struct Finder<'a> {
    drawing: &'a Drawing,
    to_hall: SheetToHall,
    /// The part of the sheet that is shown.
    shown: [f64; 4],
    groups: BTreeMap<GroupKey, usize>,
    found: DrawnHall,
}

impl DrawnHall {
    /// What a drawing holds, where a map shows it; `None` where it was given up.
    #[must_use]
    pub fn find(drawing: &Drawing, map: &HallMap, cancel: &Cancel) -> Option<Self> {
        let part = map.part();
        let shown = [part.from.0, part.from.1, part.to.0, part.to.1].map(f64::from);
        let finder = Finder { drawing, to_hall: map.sheet_to_hall(), shown, groups: BTreeMap::new(), found: Self::default() };
        finder.find(cancel)
    }
}

impl Finder<'_> {
    fn find(mut self, cancel: &Cancel) -> Option<DrawnHall> {
        let clips = self.clips();
        let mut drawn: Vec<(GroupKey, Length, Part)> = Vec::new();
        let layers: Vec<LabelLayer> = self.drawing.layers.iter().map(|name| LabelLayer::of(name)).collect();
        for (place, element) in self.drawing.elements.iter().enumerate() {
            if place % LOOK_EVERY == 0 && cancel.is_cancelled() {
                return None;
            }
            if self.is_shown(element, &clips) {
                self.element(element, &layers, &mut drawn);
            }
        }
        let straight = drawn.iter().filter(|(.., part)| !part.is_curved()).flat_map(|(.., part)| &part.points);
        let grid = Grid::of(straight);
        let mut seen = HashSet::new();
        let mut sides: BTreeMap<(u16, Rgba), (usize, Vec<Segment>)> = BTreeMap::new();
        for (place, (key, width, part)) in drawn.into_iter().enumerate() {
            if place % LOOK_EVERY == 0 && cancel.is_cancelled() {
                return None;
            }
            let corners: Vec<Point> = part.points.iter().map(|place| point(grid.settle(*place))).collect();
            let (open, own) = sides.entry((key.0, key.1)).or_default();
            if part.is_closed {
                own.extend(Segment::around(&corners).filter(|_| !part.is_curved()));
                let ends: Vec<Point> = part.ends.iter().map(|place| point(*place)).collect();
                self.shape(key, corners, &ends, &mut seen);
            } else {
                let lines = corners.iter().zip(corners.iter().skip(1)).map(|(from, to)| Segment::new(*from, *to));
                let lines: Vec<_> = lines.filter(|line| line.from != line.to).collect();
                if !part.is_curved() {
                    *open += lines.len();
                    own.extend(&lines);
                }
                self.lines(key, &lines, width, part.is_curved());
            }
        }
        for ((layer, colour), (open, lines)) in sides {
            if cancel.is_cancelled() {
                return None;
            }
            if open >= *LINES_THAT_CLOSE.start() && LINES_THAT_CLOSE.contains(&lines.len()) {
                self.closed_by((layer, colour, true), &lines, &mut seen);
            }
        }
        self.found.relate();
        self.found.count();
        Some(self.found)
    }

    fn element(&mut self, element: &Element, layers: &[LabelLayer], drawn: &mut Vec<(GroupKey, Length, Part)>) {
        match &element.kind {
            ElementKind::Path { path, fill, stroke } => {
                let fill = fill.map(|fill| fill.colour).filter(|colour| colour.0[3] > 0);
                let edge = stroke.as_ref().filter(|stroke| stroke.colour.0[3] > 0);
                let Some(colour) = fill.or(edge.map(|stroke| stroke.colour)) else { return };
                let width = self.length(edge.map_or(0.0, |stroke| f64::from(stroke.width)));
                let key = (element.layer, colour, false);
                drawn.extend(parts(path, self.to_hall, fill.is_some()).into_iter().map(|part| (key, width, part)));
            }
            ElementKind::Text { text, size, angle, centre, .. } => {
                let words = tidy(text);
                if words.is_empty() {
                    return;
                }
                let turn = self.to_hall.turn().1;
                self.found.labels.push(DrawnLabel {
                    words,
                    centre: self.to_hall.point(centre.map(f64::from)),
                    size: self.length(f64::from(*size)),
                    angle: Angle::from_degrees(f64::from(*angle)).unwrap_or_default() + turn,
                    layer: layers.get(usize::from(element.layer)).copied().unwrap_or_default(),
                    around: Vec::new(),
                });
            }
            ElementKind::Picture { .. } => {}
        }
    }

    fn length(&self, units: f64) -> Length {
        Length::from_metres(units * self.to_hall.scale() / 10_000.0).unwrap_or_default()
    }

    /// Left, top, right and bottom of each clip, within what bounds it.
    fn clips(&self) -> Vec<[f64; 4]> {
        let mut clips: Vec<[f64; 4]> = Vec::new();
        for clip in &self.drawing.clips {
            let within = clip.within.and_then(|place| clips.get(place as usize)).copied().unwrap_or(self.shown);
            let own = path_bounds(&clip.path).map_or([0.0; 4], |(min, max)| [min[0], min[1], max[0], max[1]].map(f64::from));
            clips.push([within[0].max(own[0]), within[1].max(own[1]), within[2].min(own[2]), within[3].min(own[3])]);
        }
        clips
    }

    /// Whether the middle of an element is in the part that is shown, and in what bounds it.
    fn is_shown(&self, element: &Element, clips: &[[f64; 4]]) -> bool {
        let area = element.clip.and_then(|place| clips.get(place as usize)).unwrap_or(&self.shown);
        let is_inside =
            |[x, y]: SheetPoint| (area[0]..=area[2]).contains(&f64::from(x)) && (area[1]..=area[3]).contains(&f64::from(y));
        let middle = |(min, max): (SheetPoint, SheetPoint)| [f32::midpoint(min[0], max[0]), f32::midpoint(min[1], max[1])];
        match &element.kind {
            ElementKind::Text { centre, .. } => is_inside(*centre),
            other => other.bounds().is_some_and(|bounds| is_inside(middle(bounds))),
        }
    }

    /// The group's place; it is made where there is none.
    fn group(&mut self, key: GroupKey) -> usize {
        let groups = &mut self.found.groups;
        *self.groups.entry(key).or_insert_with(|| {
            let (layer, colour, by_lines) = key;
            let layer = self.drawing.layers.get(usize::from(layer)).cloned().unwrap_or_default();
            groups.push(DrawnGroup { layer, colour, by_lines, shapes: 0, lines: 0, areas: None, numbered: 0 });
            groups.len() - 1
        })
    }

    fn shape(&mut self, key: GroupKey, corners: Vec<Point>, ends: &[Point], seen: &mut HashSet<(Point, Point, Area)>) {
        let Some(bounds) = Bounds::around(corners.iter().copied()) else { return };
        let size = bounds.size();
        if size.width.max(size.depth) < Outline::LEAST || !bounds.min().is_within_limits() || !bounds.max().is_within_limits() {
            return;
        }
        if size.width.min(size.depth) < Outline::LEAST {
            // There and back: it has no inside.
            let line = Segment::new(bounds.min(), bounds.max());
            self.lines(key, &[line], Length::ZERO, false);
            return;
        }
        let outline = Outline::of_ring(corners).map(|outline| with_exact_radius(outline, ends));
        self.add(key, outline, bounds, seen);
    }

    fn add(&mut self, key: GroupKey, outline: Option<Outline>, bounds: Bounds, seen: &mut HashSet<(Point, Point, Area)>) {
        let area = outline.as_ref().map_or(bounds.size().area(), Outline::area);
        if !seen.insert((bounds.min(), bounds.max(), area)) {
            return;
        }
        let (centre, turn) = self.to_hall.turn();
        let (outline, middle) = match outline {
            Some(outline) => {
                let turned = if turn == Angle::ZERO { outline } else { outline.turned(centre, turn) };
                let middle = turned.centre();
                (Some(turned), middle)
            }
            None => (None, bounds.centre().turned(centre, turn)),
        };
        let group = self.group(key);
        self.found.shapes.push(DrawnShape { group, outline, centre: middle, area, around: Vec::new() });
    }

    fn lines(&mut self, key: GroupKey, lines: &[Segment], width: Length, is_curved: bool) {
        let group = self.group(key);
        let (centre, turn) = self.to_hall.turn();
        // The short pieces of a curve are no walls and no doors.
        if !is_curved {
            let line = |line: &Segment| DrawnLine {
                group,
                from: line.from.turned(centre, turn),
                to: line.to.turned(centre, turn),
                width,
            };
            self.found.lines.extend(lines.iter().filter(|line| is_long(**line)).map(line));
        }
    }

    /// The areas that single lines close, as far as a text that looks like a number stands in them and no shape is drawn there.
    fn closed_by(&mut self, key: GroupKey, lines: &[Segment], seen: &mut HashSet<(Point, Point, Area)>) {
        let (centre, turn) = self.to_hall.turn();
        let numbers: Vec<Point> =
            self.found.labels.iter().filter(|label| label.looks_like_number()).map(|label| label.centre).collect();
        let numbers = RTree::bulk_load(numbers.into_iter().map(|at| at.turned(centre, -turn)).map(Spot).collect());
        for outline in Outline::closed_by(lines) {
            let bounds = outline.bounds();
            let is_numbered = |spot: &Spot| outline.contains(spot.0);
            if numbers.locate_in_envelope_intersecting(envelope(bounds)).any(is_numbered) {
                self.add(key, Some(outline), bounds, seen);
            }
        }
    }
}

impl DrawnHall {
    /// Finds out what lies in which shapes.
    fn relate(&mut self) {
        let boxes = self
            .shapes
            .iter()
            .enumerate()
            .filter_map(|(place, shape)| Some(Framed { place, area: envelope(shape.outline.as_ref()?.bounds()) }));
        let tree = RTree::bulk_load(boxes.collect());
        let shapes = &self.shapes;
        let around = |at: Point, least: Area| {
            let spot = [at.x.tenths(), at.y.tenths()];
            let found = tree.locate_all_at_point(spot).map(|framed| framed.place);
            let holds = |place: &usize| {
                shapes
                    .get(*place)
                    .is_some_and(|shape| shape.area > least && shape.outline.as_ref().is_some_and(|outline| outline.contains(at)))
            };
            let mut places: Vec<usize> = found.filter(holds).collect();
            places.sort_by_key(|place| (shapes.get(*place).map(|shape| shape.area), *place));
            places.truncate(AROUND);
            places
        };
        let of_shapes: Vec<_> = shapes.iter().map(|shape| around(shape.centre, shape.area)).collect();
        let of_labels: Vec<_> = self.labels.iter().map(|label| around(label.centre, Area::ZERO)).collect();
        for (shape, around) in self.shapes.iter_mut().zip(of_shapes) {
            shape.around = around;
        }
        for (label, around) in self.labels.iter_mut().zip(of_labels) {
            label.around = around;
        }
    }

    /// Counts what the groups hold, and puts those that are most likely wanted first.
    fn count(&mut self) {
        for shape in &self.shapes {
            if let Some(group) = self.groups.get_mut(shape.group) {
                group.shapes += 1;
                let (least, most) = group.areas.unwrap_or((shape.area, shape.area));
                group.areas = Some((least.min(shape.area), most.max(shape.area)));
            }
        }
        for line in &self.lines {
            if let Some(group) = self.groups.get_mut(line.group) {
                group.lines += 1;
            }
        }
        for shape in labels::numbered(self) {
            if let Some(group) = self.shapes.get(shape).and_then(|shape| self.groups.get_mut(shape.group)) {
                group.numbered += 1;
            }
        }
        let mut order: Vec<usize> = (0..self.groups.len()).collect();
        order.sort_by_key(|place| {
            let group = self.groups.get(*place);
            std::cmp::Reverse(group.map(|group| (group.numbered, group.shapes, group.lines)))
        });
        let mut places = vec![0; order.len()];
        for (new, old) in order.iter().enumerate() {
            if let Some(place) = places.get_mut(*old) {
                *place = new;
            }
        }
        let new_place = |old: usize| places.get(old).copied().unwrap_or_default();
        self.groups = order.iter().filter_map(|place| self.groups.get(*place).cloned()).collect();
        self.shapes.iter_mut().for_each(|shape| shape.group = new_place(shape.group));
        self.lines.iter_mut().for_each(|line| line.group = new_place(line.group));
    }
}

/// A round as large as the ends of its curves say: between them curves stand a little beside the circle that they stand for.
fn with_exact_radius(outline: Outline, ends: &[Point]) -> Outline {
    let Outline::Round { centre, .. } = outline else { return outline };
    let distances: Vec<i64> = ends.iter().map(|end| end.distance(centre).tenths()).collect();
    let count = distances.len() as i64;
    if count == 0 {
        return outline;
    }
    let radius = Length::from_tenths((distances.iter().sum::<i64>() + count / 2) / count);
    Outline::Round { centre, radius }
}

/// Whether a line is more than a dash.
fn is_long(line: Segment) -> bool {
    line.from.distance(line.to) >= Length::from_mm(200)
}

fn point([x, y]: Place) -> Point {
    let length = |tenths: f64| Length::from_metres(tenths / 10_000.0).unwrap_or(Length::LIMIT * 2);
    Point::new(length(x), length(y))
}

fn envelope(bounds: Bounds) -> AABB<[i64; 2]> {
    let corner = |point: Point| [point.x.tenths(), point.y.tenths()];
    AABB::from_corners(corner(bounds.min()), corner(bounds.max()))
}

struct Framed {
    place: usize,
    area: AABB<[i64; 2]>,
}

impl RTreeObject for Framed {
    type Envelope = AABB<[i64; 2]>;

    fn envelope(&self) -> Self::Envelope {
        self.area
    }
}

impl PointDistance for Framed {
    fn distance_2(&self, point: &[i64; 2]) -> i64 {
        rstar::Envelope::distance_2(&self.area, point)
    }
}

struct Spot(Point);

impl RTreeObject for Spot {
    type Envelope = AABB<[i64; 2]>;

    fn envelope(&self) -> Self::Envelope {
        AABB::from_point([self.0.x.tenths(), self.0.y.tenths()])
    }
}
