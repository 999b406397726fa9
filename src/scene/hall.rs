//! A hall as a scene: its floor, what stands on it, and its booths.

use super::booth::{self, BoothLook};
use super::frame::tenths;
use super::item::{Anchor, Corners, Edge, Item, Line, Picture, Scene, Shape, Text};
use super::words::door_words;
use super::{Colouring, Role, SceneOptions, dimensions, signs};
use crate::fonts::{self, CAP_HEIGHT, Style};
use crate::geometry::{Angle, Bounds, Length, Offset, Outline, Point};
use crate::index::{Index, structure_bounds};
use crate::plan::{Booth, BoothId, DoorKind, Hall, HallId, HallMap, Plan, Structure, StructureShape};

/// What a hall looks like; of what is outside `view`, nothing.
#[must_use]
pub fn hall_scene(plan: &Plan, index: &Index, hall: HallId, view: Option<Bounds>, options: &SceneOptions<'_>) -> Scene {
    let mut items = floor_scene(plan, hall, view, options).items;
    let colouring = Colouring::new(plan, index, options.colour_by, options.texts.units());
    let look = |id, booth| BoothLook::with_room(plan, id, booth, &booth.outline, &colouring, options);
    let shown =
        |id: BoothId, booth: &'_ Booth| booth.hall == hall && !options.hidden.contains(&id) && !plan.is_hidden(booth.binding);
    match view {
        // Where everything is in view, walking through the plan is quicker than asking for each booth.
        Some(view) if index.hall_bounds(plan, hall).is_none_or(|all| !view.encloses(all)) => {
            let booths = index.booths_in(hall, view).into_iter().filter_map(|id| Some((id, plan.get(id)?)));
            let booths = booths.filter(|(id, booth)| shown(*id, booth));
            add_booths(booths.map(|(id, booth)| (look(id, booth), &booth.outline)), options, &mut items);
        }
        _ => {
            let in_view = |booth: &Booth| view.is_none_or(|view| view.touches(booth.outline.bounds()));
            let booths = plan.booths().iter().filter(|(id, booth)| shown(**id, booth) && in_view(booth));
            add_booths(booths.map(|(id, booth)| (look(*id, booth), &booth.outline)), options, &mut items);
        }
    }
    above(plan, index, hall, view, options, &mut items);
    Scene { items }
}

/// What a hall looks like without its booths; of what is outside `view`, nothing.
#[must_use]
pub fn floor_scene(plan: &Plan, hall: HallId, view: Option<Bounds>, options: &SceneOptions<'_>) -> Scene {
    let mut items = Vec::new();
    if let Some(record) = plan.get(hall) {
        ground(plan, hall, record, view, options, &mut items);
    }
    Scene { items }
}

/// What is seen over the booths of a hall; of what is outside `view`, nothing.
#[must_use]
pub fn above_scene(plan: &Plan, index: &Index, hall: HallId, view: Option<Bounds>, options: &SceneOptions<'_>) -> Scene {
    let mut items = Vec::new();
    above(plan, index, hall, view, options, &mut items);
    Scene { items }
}

/// What some booths of a plan would look like with other outlines.
#[must_use]
pub fn booth_items<'a>(
    plan: &'a Plan,
    index: &Index,
    booths: impl IntoIterator<Item = (BoothId, &'a Outline)>,
    options: &SceneOptions<'_>,
) -> Vec<Item> {
    let colouring = Colouring::new(plan, index, options.colour_by, options.texts.units());
    let look = |(id, outline)| Some((BoothLook::with_room(plan, id, plan.get(id)?, outline, &colouring, options), outline));
    let looks = booths.into_iter().filter_map(look);
    look_items(looks, options)
}

/// What some booths look like, in a plan or not.
#[must_use]
pub fn look_items<'a>(looks: impl IntoIterator<Item = (BoothLook<'a>, &'a Outline)>, options: &SceneOptions<'_>) -> Vec<Item> {
    let mut items = Vec::new();
    add_booths(looks, options, &mut items);
    items
}

/// All shapes, then all texts: whoever paints them changes between the two once.
fn add_booths<'a>(
    looks: impl IntoIterator<Item = (BoothLook<'a>, &'a Outline)>,
    options: &SceneOptions<'_>,
    items: &mut Vec<Item>,
) {
    let looks = looks.into_iter();
    let mut texts = Vec::new();
    for (look, outline) in looks {
        items.push(Item::Shape(booth::shape(&look, outline, options)));
        booth::labels(&look, outline, options, &mut texts);
    }
    items.append(&mut texts);
}

/// The floor, the pictures under the hall, its outline and its structures.
fn ground(plan: &Plan, id: HallId, hall: &Hall, view: Option<Bounds>, options: &SceneOptions<'_>, items: &mut Vec<Item>) {
    let floor = booth::corners(&hall.outline, options.scale);
    let width = outline_width(options.scale);
    items.push(Item::Shape(Shape {
        booth: None,
        corners: floor.clone(),
        fill: Some(Role::HallFloor),
        edge: None,
        hatch: None,
        over_map: false,
    }));
    let in_view = |bounds: Bounds| view.is_none_or(|view| view.touches(bounds));
    if options.show_maps {
        let under = |map: &HallMap| map.hall == id && !map.in_front && !plan.is_hidden(map.binding);
        for (map, picture) in plan.maps().iter().filter(|(_, map)| under(map)) {
            let outline = picture.outline();
            if in_view(outline.bounds()) {
                items.push(Item::Picture(Picture { map: *map, corners: outline.rectangle_corners() }));
            }
        }
    }
    let structures = || plan.structures().values().filter(|structure| structure.hall == id && !plan.is_hidden(structure.binding));
    let seen = |structure: &&std::sync::Arc<Structure>| in_view(structure_bounds(&structure.shape));
    signs::zones(structures().filter(seen).map(AsRef::as_ref), options.scale, items);
    for structure in structures().filter(seen) {
        match &structure.shape {
            StructureShape::NoBuild(outline) => signs::no_build(outline, options, items),
            StructureShape::Arrow { from, to } => signs::arrow(*from, *to, options.scale, items),
            _ => {}
        }
    }
    let edge = Some(Edge { role: Role::Wall, width });
    items.push(Item::Shape(Shape { booth: None, corners: floor, fill: None, edge, hatch: None, over_map: false }));

    let mut doors = Vec::new();
    let ends: Vec<Point> = structures()
        .filter_map(|structure| match structure.shape {
            StructureShape::Wall { from, to, .. } => Some([from, to]),
            _ => None,
        })
        .flatten()
        .collect();
    for structure in structures() {
        match &structure.shape {
            StructureShape::Wall { from, to, thickness } if in_view(Bounds::between(*from, *to).grown(*thickness)) => {
                let joins = |end: Point| ends.iter().filter(|other| **other == end).count() > 1;
                items.extend(wall(*from, *to, *thickness, joins));
            }
            // Its words stand beside it: they may be in view where the door is not.
            StructureShape::Door { at, width, angle, kind }
                if in_view(Bounds::between(*at, *at).grown(*width + Length::METRE * 3)) =>
            {
                doors.push((*at, *width, *angle, *kind));
            }
            _ => {}
        }
    }
    for door in doors {
        add_door(door, hall, structures(), options, items);
    }
    items.extend(structures().filter_map(|structure| floor_text(structure, options.scale, f64::from(options.least_text))));
}

/// What is seen over the booths: columns, names of zones, signs, pictures in front.
fn above(plan: &Plan, index: &Index, hall: HallId, view: Option<Bounds>, options: &SceneOptions<'_>, items: &mut Vec<Item>) {
    let in_view = |bounds: Bounds| view.is_none_or(|view| view.touches(bounds));
    let no_build = index.structures(hall).filter_map(|id| plan.get(id)).filter_map(|structure| match &structure.shape {
        StructureShape::NoBuild(outline) if !plan.is_hidden(structure.binding) => Some(outline.bounds()),
        _ => None,
    });
    let no_build: Vec<Bounds> = no_build.collect();
    let is_free = |place: Bounds| {
        index.booths_touching_view(hall, place).next().is_none() && !no_build.iter().any(|words| words.touches(place))
    };
    let is_shown = |of: HallId, binding| of == hall && !plan.is_hidden(binding);
    for structure in plan.structures().values().filter(|structure| is_shown(structure.hall, structure.binding)) {
        match &structure.shape {
            // Those who draw booths around it, or have one, must see where it stands.
            StructureShape::Column(outline) if in_view(outline.bounds()) => {
                let corners = booth::corners(outline, options.scale);
                items.push(Item::Shape(Shape {
                    booth: None,
                    corners,
                    fill: Some(Role::Wall),
                    edge: None,
                    hatch: None,
                    over_map: false,
                }));
            }
            StructureShape::Zone { outline, name, tint, .. } if in_view(outline.bounds()) => {
                signs::zone_name((outline, name, *tint), is_free, options, items);
            }
            StructureShape::Dimension { from, to, offset }
                if in_view(structure_bounds(&structure.shape).grown(Length::METRE)) =>
            {
                dimensions::dimension(*from, *to, *offset, options, items);
            }
            // Its number stands beside it.
            StructureShape::Utility { at, kind, number } if in_view(Bounds::between(*at, *at).grown(Length::METRE * 3)) => {
                signs::utility(*at, *kind, number, options, items);
            }
            _ => {}
        }
    }
    for (map, picture) in plan.maps().iter().filter(|(_, map)| is_shown(map.hall, map.binding) && map.in_front) {
        let outline = picture.outline();
        if in_view(outline.bounds()) {
            items.push(Item::Picture(Picture { map: *map, corners: outline.rectangle_corners() }));
        }
    }
}

/// The words at a door are never set larger than this many points.
const LARGEST_DOOR_TEXT: f64 = 9.0;

/// Points that the outline of a hall is wide.
#[expect(clippy::cast_possible_truncation, reason = "held between 1 and 4")]
fn outline_width(scale: f64) -> f32 {
    (scale * 0.3).clamp(1.0, 4.0) as f32
}

/// A wall; where it joins another one it goes on by half its thickness, so that the corner is filled.
fn wall(from: Point, to: Point, thickness: Length, joins: impl Fn(Point) -> bool) -> Option<Item> {
    let way = to - from;
    let length = way.x.metres().hypot(way.y.metres());
    if length <= 0.0 {
        return None;
    }
    let half = |way: Length| tenths(way.metres() / length * thickness.tenths() as f64 / 2.0);
    let along = Offset::new(half(way.x), half(way.y));
    let side = Offset::new(-along.y, along.x);
    let start = if joins(from) { from + -along } else { from };
    let end = if joins(to) { to + along } else { to };
    let corners = Corners::Four([start + side, end + side, end + -side, start + -side]);
    Some(Item::Shape(Shape { booth: None, corners, fill: Some(Role::Wall), edge: None, hatch: None, over_map: false }))
}

/// A gap in the wall that the door is in, and its words outside.
fn add_door<'a>(
    (at, width, angle, kind): (Point, Length, Angle, DoorKind),
    hall: &Hall,
    structures: impl Iterator<Item = &'a std::sync::Arc<Structure>>,
    options: &SceneOptions<'_>,
    items: &mut Vec<Item>,
) {
    let scale = options.scale;
    let (cos, sin) = angle.cos_sin();
    let along = |metres: f64, across: f64| {
        let (x, y) = (metres * cos - across * sin, metres * sin + across * cos);
        at + Offset::new(tenths(x * 10_000.0), tenths(y * 10_000.0))
    };
    let half = width.metres() / 2.0;
    let thickness = structures
        .filter_map(|structure| match structure.shape {
            StructureShape::Wall { from, to, thickness } if is_on(at, from, to, thickness) => Some(thickness),
            _ => None,
        })
        .max()
        .map_or(0.0, |thickness| thickness.metres() * scale);
    let across = f64::from(outline_width(scale)).max(thickness);
    // A little wider than the wall, of which else a hair would show.
    items.push(Item::Line(Line {
        from: along(-half, 0.0),
        to: along(half, 0.0),
        role: Role::HallFloor,
        width: across as f32 + 1.0,
    }));

    // Outside: where the hall's floor is not. A door between two parts of it has its words on the side of the top or the left.
    let step = 0.5;
    let outside = if hall.outline.contains(along(0.0, -step)) && !hall.outline.contains(along(0.0, step)) { 1.0 } else { -1.0 };
    if kind == DoorKind::Entrance {
        signs::entrance(along, -outside, width, scale, items);
    }
    let least = f64::from(options.least_text);
    let size = (scale * 0.95).min(LARGEST_DOOR_TEXT.max(least));
    if size < least || width.metres() * scale < least {
        return;
    }
    let (role, style) = match kind {
        DoorKind::Entrance => (Role::Ink, Style::SemiBold),
        DoorKind::Exit => (Role::ExitInk, Style::SemiBold),
        DoorKind::Service => (Role::Muted, Style::Medium),
    };
    let upright = readable(angle);
    let below = if upright == angle { 0.5 } else { -0.5 };
    let centre = outside * (across / 2.0 + size * 0.75);
    let baseline = (centre + below * f64::from(CAP_HEIGHT) * size) / scale;
    let words = door_words(options.texts, kind, width).into();
    let text = Text {
        booth: None,
        at: along(0.0, baseline),
        anchor: Anchor::Middle,
        size: size as f32,
        style,
        role,
        angle: upright,
        words,
    };
    items.push(Item::Text(text));
}

/// Whether a point lies on a wall, or within half a metre of its middle line.
fn is_on(at: Point, from: Point, to: Point, thickness: Length) -> bool {
    let (way, to_point) = (to - from, at - from);
    let (x, y) = (way.x.metres(), way.y.metres());
    let squared = x * x + y * y;
    if squared <= 0.0 {
        return false;
    }
    let part = ((to_point.x.metres() * x + to_point.y.metres() * y) / squared).clamp(0.0, 1.0);
    let nearest = from + Offset::new(tenths(x * part * 10_000.0), tenths(y * part * 10_000.0));
    at.distance(nearest) <= thickness / 2 + Length::from_mm(50)
}

/// The angle at which words along a direction can be read without turning the head over: from straight up to just before
/// straight down.
pub(super) fn readable(angle: Angle) -> Angle {
    if (90_000..270_000).contains(&angle.thousandths()) { angle + Angle::QUARTER + Angle::QUARTER } else { angle }
}

fn floor_text(structure: &Structure, scale: f64, least: f64) -> Option<Item> {
    let StructureShape::Text { at, height, angle, text } = &structure.shape else {
        return None;
    };
    let cap = height.metres() * scale;
    let size = cap / f64::from(CAP_HEIGHT);
    if size < least * 0.75 {
        return None;
    }
    let angle = readable(*angle);
    let (cos, sin) = angle.cos_sin();
    let down = height.tenths() as f64 / 2.0;
    let at = *at + Offset::new(tenths(-down * sin), tenths(down * cos));
    let words = text.as_str().into();
    Some(Item::Text(Text {
        booth: None,
        at,
        anchor: Anchor::Middle,
        size: size as f32,
        style: Style::Medium,
        role: Role::Muted,
        angle,
        words,
    }))
}

impl Text {
    /// Points from its left to its right end.
    #[must_use]
    pub fn width(&self) -> f32 {
        fonts::width(&self.words, self.style, self.size)
    }
}
