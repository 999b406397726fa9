//! A plan in short notation, in metres: `hall 0,0 40x20 | A1 3,0 3x3 | A2 6,0 3x3 @45 | wall 0,9 to 20,9 | column 5,5 1x1 |
//! A3 round 9,9 2 | door 5,0 @90 | text 9,9 Bar | picture 0,0 20x10`; a polygon is its corners: `hall 0,0 20,0 20,10`. What
//! it is bound to follows: `%locked`, `%g1` (a group), `%hidden` and `%fixed` (on a hidden or a locked layer).

use std::collections::{BTreeMap, BTreeSet};

use hallplan::edit::Objects;
use hallplan::geometry::{Angle, Length, Outline, Point, Size};
use hallplan::plan::{
    Binding, Booth, Draft, EmbeddedFile, GroupId, Hall, HallId, HallMap, IdMint, Layer, LayerId, MapId, Number, Placement, Plan,
    Show, Structure, StructureId, StructureShape,
};

/// A length in metres.
pub fn length(text: &str) -> Length {
    Length::parse(text).unwrap_or_else(|| panic!("{text} is no length"))
}

/// A point: `x,y` in metres.
pub fn point(text: &str) -> Point {
    let (x, y) = text.split_once(',').unwrap_or_else(|| panic!("{text} is no point"));
    Point::new(length(x), length(y))
}

/// A size: `widthxdepth` in metres.
pub fn size(text: &str) -> Size {
    let (width, depth) = text.split_once('x').unwrap_or_else(|| panic!("{text} is no size"));
    Size::new(length(width), length(depth))
}

fn angle(words: &[&str]) -> Angle {
    let degrees = words.iter().find_map(|word| word.strip_prefix('@')).unwrap_or("0");
    degrees.parse().ok().and_then(Angle::from_degrees).unwrap_or_else(|| panic!("{degrees} is no angle"))
}

fn outline(words: &[&str]) -> Outline {
    if words[1] == "round" {
        return Outline::Round { centre: point(words[2]), radius: length(words[3]) };
    }
    if words[2].contains(',') {
        return Outline::Polygon(words[1..].iter().map(|word| point(word)).collect());
    }
    Outline::Rectangle { origin: point(words[1]), size: size(words[2]), angle: angle(words) }
}

/// The layers and groups that a text names.
#[derive(Default)]
struct Bindings {
    layers: BTreeMap<String, LayerId>,
    groups: BTreeMap<String, GroupId>,
}

impl Bindings {
    fn read(&mut self, marks: &[&str], draft: &mut Draft<'_>, mint: &mut IdMint) -> Binding {
        let mut binding = Binding::default();
        for mark in marks {
            match *mark {
                "%locked" => binding.locked = true,
                "%hidden" | "%fixed" => {
                    let layer = || Layer { name: (*mark).into(), hidden: *mark == "%hidden", locked: *mark == "%fixed" };
                    binding.layer = Some(*self.layers.entry((*mark).into()).or_insert_with(|| draft.add(mint, layer())));
                }
                group => binding.group = Some(*self.groups.entry(group.into()).or_insert_with(|| mint.mint())),
            }
        }
        binding
    }
}

/// To what a thing is bound; groups are counted in the order of their ids.
fn write_binding(plan: &Plan, binding: Binding) -> String {
    let bindings = plan.booths().values().map(|booth| booth.binding);
    let bindings = bindings.chain(plan.structures().values().map(|structure| structure.binding));
    let groups: BTreeSet<_> = bindings.filter_map(|binding| binding.group).collect();
    let group = binding.group.and_then(|group| groups.iter().position(|other| *other == group));
    let layer = binding.layer.and_then(|layer| plan.get(layer)).map_or("", |layer| match (layer.hidden, layer.locked) {
        (true, _) => " %hidden",
        (_, true) => " %fixed",
        _ => " %layer",
    });
    let group = group.map(|place| format!(" %g{}", place + 1)).unwrap_or_default();
    format!("{}{group}{layer}", if binding.locked { " %locked" } else { "" })
}

/// The plan that a text describes, and its one hall, of 40 x 20 m where the text names none.
pub fn read(text: &str) -> (Plan, HallId) {
    let empty = Plan::new(Show::default());
    let (mut draft, mut mint) = (Draft::new(&empty), IdMint::new(1, 0));
    let things: Vec<Vec<&str>> = text.split('|').map(|thing| thing.split_whitespace().collect::<Vec<_>>()).collect();
    let floor = things.iter().find(|words| words.first() == Some(&"hall"));
    let floor = floor.map_or(Outline::rectangle(Point::ORIGIN, Size::from_mm(40_000, 20_000)), |words| outline(words));
    let hall = draft.add(&mut mint, Hall { name: "Hall".into(), outline: floor });
    let mut bindings = Bindings::default();
    for words in things.iter().filter(|words| !words.is_empty() && words[0] != "hall") {
        let (marks, words): (Vec<&str>, Vec<&str>) = words.iter().partition(|word| word.starts_with('%'));
        let words = &words;
        let binding = bindings.read(&marks, &mut draft, &mut mint);
        let shape = match words[0] {
            "wall" => StructureShape::Wall { from: point(words[1]), to: point(words[3]), thickness: length("0.2") },
            "column" => StructureShape::Column(outline(words)),
            "zone" => StructureShape::Zone {
                outline: outline(&words[..3]),
                name: words[3..].join(" "),
                tint: hallplan::plan::Tint::Blue,
                category: None,
            },
            "no-build" => StructureShape::NoBuild(outline(words)),
            "utility" => StructureShape::Utility {
                at: point(words[1]),
                kind: hallplan::plan::UtilityKind::Power,
                number: words[2..].join(" "),
            },
            "arrow" => StructureShape::Arrow { from: point(words[1]), to: point(words[3]) },
            "dimension" => StructureShape::Dimension { from: point(words[1]), to: point(words[3]), offset: length(words[5]) },
            "door" => StructureShape::Door {
                at: point(words[1]),
                width: length("2.4"),
                angle: angle(words),
                kind: hallplan::plan::DoorKind::Exit,
            },
            "text" => {
                StructureShape::Text { at: point(words[1]), height: length("1"), angle: Angle::ZERO, text: words[2..].join(" ") }
            }
            "picture" => {
                let Size { width, depth } = size(words[2]);
                let pixels = |length: Length| u32::try_from(length.tenths() / 100).expect("a picture of a usual size");
                let placement = Placement { origin: point(words[1]), width, angle: angle(words) };
                let sheet = (pixels(width), pixels(depth));
                let map = HallMap::new(hall, "hall.png".into(), EmbeddedFile::new(vec![]), sheet, placement);
                draft.add::<MapId>(&mut mint, HallMap { binding, ..map });
                continue;
            }
            number => {
                let number = Number::new(number).expect("a booth begins with its number");
                draft.add::<hallplan::plan::BoothId>(&mut mint, Booth { binding, ..Booth::new(hall, number, outline(words)) });
                continue;
            }
        };
        draft.add::<StructureId>(&mut mint, Structure { binding, ..Structure::new(hall, shape) });
    }
    let plan = draft.finish().expect("the notation describes a valid plan").0;
    (plan, hall)
}

/// The booths with these numbers, and the first wall, column, door, text or picture where it is named.
pub fn objects(plan: &Plan, text: &str) -> Objects {
    let mut objects = Objects::default();
    for word in text.split_whitespace() {
        let structures = plan.structures().iter().filter(|(_, structure)| kind(&structure.shape) == word);
        if word == "picture" {
            objects.maps.extend(plan.maps().keys());
        } else if let Some((id, _)) = structures.into_iter().next() {
            objects.structures.insert(*id);
        } else {
            let number = Number::new(word).expect("a word is a number");
            objects.booths.insert(plan.booth_numbered(&number).unwrap_or_else(|| panic!("there is no booth {word}")));
        }
    }
    objects
}

fn kind(shape: &StructureShape) -> &'static str {
    match shape {
        StructureShape::Wall { .. } => "wall",
        StructureShape::Column(_) => "column",
        StructureShape::Door { .. } => "door",
        StructureShape::Text { .. } => "text",
        StructureShape::Zone { .. } => "zone",
        StructureShape::NoBuild(_) => "no-build",
        StructureShape::Utility { .. } => "utility",
        StructureShape::Arrow { .. } => "arrow",
        StructureShape::Dimension { .. } => "dimension",
    }
}

pub fn write_point(point: Point) -> String {
    format!("{},{}", point.x.metres(), point.y.metres())
}

pub fn write_size(size: Size) -> String {
    format!("{}x{}", size.width.metres(), size.depth.metres())
}

fn write_angle(angle: Angle) -> String {
    if angle == Angle::ZERO { String::new() } else { format!(" @{}", angle.degrees()) }
}

pub fn write_outline(outline: &Outline) -> String {
    if let Outline::Polygon(corners) = outline {
        return corners.iter().map(|corner| write_point(*corner)).collect::<Vec<_>>().join(" ");
    }
    let Outline::Rectangle { origin, size, angle } = outline else {
        let Outline::Round { centre, radius } = outline else { unreachable!("a polygon was written above") };
        return format!("round {} {}", write_point(*centre), radius.metres());
    };
    format!("{} {}{}", write_point(*origin), write_size(*size), write_angle(*angle))
}

pub fn write_structure(shape: &StructureShape) -> String {
    let rest = match shape {
        StructureShape::Wall { from, to, .. } | StructureShape::Arrow { from, to } => {
            format!("{} to {}", write_point(*from), write_point(*to))
        }
        StructureShape::Dimension { from, to, offset } => {
            format!("{} to {} beside {}", write_point(*from), write_point(*to), offset.metres())
        }
        StructureShape::Column(outline) | StructureShape::NoBuild(outline) => write_outline(outline),
        StructureShape::Zone { outline, name, .. } => format!("{} {name}", write_outline(outline)),
        StructureShape::Utility { at, number, .. } => format!("{} {number}", write_point(*at)),
        StructureShape::Door { at, angle, width, .. } => {
            let width = if *width == length("2.4") { String::new() } else { format!(" wide {}", width.metres()) };
            format!("{}{}{width}", write_point(*at), write_angle(*angle))
        }
        StructureShape::Text { at, angle, text, height } => {
            let height = if *height == length("1") { String::new() } else { format!(" high {}", height.metres()) };
            format!("{}{} {text}{height}", write_point(*at), write_angle(*angle))
        }
    };
    format!("{} {rest}", kind(shape))
}

/// Everything in the hall, booths in the natural order of their numbers.
pub fn write(plan: &Plan) -> String {
    let booths = plan.booths_by_number().filter_map(|id| plan.get(id));
    let bound = |binding| write_binding(plan, binding);
    let booths = booths.map(|booth| format!("{} {}{}", booth.number, write_outline(&booth.outline), bound(booth.binding)));
    let structures = plan.structures().values();
    let structures = structures.map(|structure| format!("{}{}", write_structure(&structure.shape), bound(structure.binding)));
    let maps = plan.maps().values().map(|map| format!("picture {}", write_outline(&map.outline())));
    // The hall where it is not the usual one.
    let usual = Outline::rectangle(Point::ORIGIN, Size::from_mm(40_000, 20_000));
    let halls =
        plan.halls().values().filter(|hall| hall.outline != usual).map(|hall| format!("hall {}", write_outline(&hall.outline)));
    let all: Vec<_> = halls.chain(booths).chain(structures).chain(maps).collect();
    if all.is_empty() { "empty".to_owned() } else { all.join(" | ") }
}

/// What is selected: numbers, and kinds of other things.
pub fn write_objects(plan: &Plan, objects: &Objects) -> String {
    let booths = plan.booths_by_number().filter(|id| objects.booths.contains(id)).filter_map(|id| plan.get(id));
    let booths = booths.map(|booth| booth.number.to_string());
    let structures = objects.structures.iter().filter_map(|id| plan.get(*id)).map(|record| kind(&record.shape).to_owned());
    let maps = objects.maps.iter().map(|_| "picture".to_owned());
    let words: Vec<_> = booths.chain(structures).chain(maps).collect();
    if words.is_empty() { "nothing".to_owned() } else { words.join(" ") }
}
