use std::collections::{BTreeMap, BTreeSet};

use super::sample::{Sample, one_of_each};
use super::*;
use crate::fonts;
use crate::geometry::{Bounds, Length, Outline, Point, Size, Units};
use crate::index::Index;
use crate::plan::{DoorKind, Status, StructureShape, Tint};
use crate::text::{Language, Texts};

fn texts() -> Texts {
    Texts::new(Language::English)
}

fn scene_of(sample: &Sample, options: &SceneOptions<'_>) -> Scene {
    hall_scene(&sample.plan, &Index::new(&sample.plan), sample.hall, None, options)
}

fn words(scene: &Scene) -> Vec<&str> {
    texts_in(scene).map(|text| &*text.words).collect()
}

fn texts_in(scene: &Scene) -> impl Iterator<Item = &Text> {
    scene.items.iter().filter_map(|item| if let Item::Text(text) = item { Some(text) } else { None })
}

#[test]
fn each_status_has_its_colours_and_a_second_sign() {
    let mut sample = Sample::hall(40, 10);
    for (place, status) in Status::ALL.into_iter().enumerate() {
        sample.booth(&format!("A{place}"), [3 * i64::try_from(place).unwrap(), 0, 3, 3], status, &["Acer"]);
    }
    let texts = texts();
    let scene = scene_of(&sample, &SceneOptions::screen(20.0, &texts));
    let mut letters = BTreeMap::new();
    for text in texts_in(&scene) {
        letters.entry(text.booth).or_insert_with(Vec::new).push(&*text.words);
    }
    let mut signs = BTreeSet::new();
    for item in &scene.items {
        let Item::Shape(Shape { booth: Some(booth), fill, hatch, edge, .. }) = item else { continue };
        let status = sample.plan.status(*booth);
        assert_eq!(*fill, Some(Role::of_status(status)));
        assert_eq!(edge.map(|edge| edge.role), Some(Role::of_edge(status)));
        signs.insert((hatch.is_some(), letters[&Some(*booth)].get(1).copied()));
    }
    assert_eq!(signs.len(), Status::ALL.len(), "{signs:?}");
}

#[test]
fn the_number_comes_first_and_the_name_when_it_can_be_read() {
    let mut sample = Sample::hall(20, 20);
    let booth = sample.booth("E21", [5, 5, 3, 3], Status::Paid, &["Synology"]);
    sample.categorise(booth, "Storage");
    let texts = texts();
    for (scale, expected) in [
        (2.0, vec![]),
        (6.0, vec!["E21"]),
        (9.5, vec!["E21", "P", "Syno…"]),
        (15.0, vec!["E21", "P", "Synology"]),
        (40.0, vec!["E21", "P", "Synology", "Storage"]),
    ] {
        assert_eq!(words(&scene_of(&sample, &SceneOptions::screen(scale, &texts))), expected, "{scale} points per metre");
    }
    let options = SceneOptions { show_names: false, ..SceneOptions::screen(20.0, &texts) };
    assert_eq!(words(&scene_of(&sample, &options)), ["E21", "P"]);
}

/// The logos of a scene.
fn logos(scene: &Scene) -> Vec<&BoothLogo> {
    scene.items.iter().filter_map(|item| if let Item::Logo(logo) = item { Some(&**logo) } else { None }).collect()
}

#[test]
fn a_logo_comes_beneath_number_and_name_where_there_is_room_and_before_the_category() {
    let mut sample = Sample::hall(20, 20);
    let booth = sample.booth("E21", [5, 5, 3, 3], Status::Paid, &["Synology"]);
    sample.categorise(booth, "Storage");
    let file = sample.logo("Synology", 300, 100);
    let texts = texts();
    for (scale, has_logo, said) in [
        (6.0, false, vec!["E21"]),
        (12.0, false, vec!["E21", "P", "Synol…"]),
        (19.0, true, vec!["E21", "P", "Synology"]),
        (40.0, true, vec!["E21", "P", "Synology", "Storage"]),
    ] {
        let scene = scene_of(&sample, &SceneOptions::screen(scale, &texts));
        assert_eq!((logos(&scene).len(), words(&scene)), (usize::from(has_logo), said), "{scale} points per metre");
        let outline = &sample.plan.get(booth).unwrap().outline;
        let name = texts_in(&scene).find(|text| &*text.words == "Synology").map(|text| text.at.y);
        for logo in logos(&scene) {
            assert_eq!(logo.file, file);
            assert!(logo.plate.iter().all(|corner| outline.contains(*corner)), "{logo:?}");
            assert!(name.is_some_and(|name| logo.plate[0].y >= name), "{logo:?} {name:?}");
            let [left_top, right_top, _, left_bottom] = logo.corners;
            let (width, height) = (right_top.x - left_top.x, left_bottom.y - left_top.y);
            assert!((width.metres() / height.metres() - 3.0).abs() < 0.01, "it keeps its shape: {logo:?}");
        }
    }
}

#[test]
fn a_booth_that_several_share_and_one_whose_names_are_not_shown_have_no_logo() {
    let mut sample = Sample::hall(20, 20);
    sample.booth("E21", [5, 5, 6, 6], Status::Paid, &["Acer", "Asus"]);
    sample.booth("E22", [11, 5, 6, 6], Status::Paid, &["MSI"]);
    for name in ["Acer", "MSI"] {
        sample.logo(name, 100, 100);
    }
    let texts = texts();
    let options = SceneOptions::screen(20.0, &texts);
    assert_eq!(logos(&scene_of(&sample, &options)).len(), 1);
    assert!(logos(&scene_of(&sample, &SceneOptions { show_names: false, ..options })).is_empty());
}

#[test]
fn the_names_of_those_who_share_are_joined_and_long_ones_broken_or_shortened() {
    let mut sample = Sample::hall(30, 20);
    sample.booth("1", [0, 0, 6, 3], Status::Paid, &["Acer", "Asus"]);
    sample.booth("2", [6, 0, 3, 3], Status::Paid, &["Western Digital"]);
    sample.booth("3", [9, 0, 3, 3], Status::Paid, &["Donaudampfschifffahrtsgesellschaft"]);
    let texts = texts();
    let scene = scene_of(&sample, &SceneOptions::screen(15.0, &texts));
    assert_eq!(words(&scene), ["1", "P", "Acer + Asus", "2", "P", "Western", "Digital", "3", "P", "Donau…"]);
    let mut sample = Sample::hall(30, 20);
    sample.booth("1", [0, 0, 3, 3], Status::Paid, &["华为技术有限公司"]);
    sample.booth("2", [3, 0, 3, 3], Status::Paid, &["شركة الاتصالات السعودية"]);
    let scene = scene_of(&sample, &SceneOptions::screen(15.0, &texts));
    let shown = words(&scene);
    assert_eq!(shown[2..4], ["华为技术", "有限公司"]);
    assert_eq!(shown.len(), 7, "one line from right to left: {shown:?}");
}

#[test]
fn the_number_of_an_available_booth_is_muted_on_white_alone() {
    let mut sample = Sample::hall(20, 20);
    sample.booth("A1", [5, 5, 3, 3], Status::Available, &[]);
    let texts = texts();
    for (colour_by, role) in [(ColourBy::Status, Role::Muted), (ColourBy::Zone, Role::Muted), (ColourBy::Area, Role::Ink)] {
        let scene = scene_of(&sample, &SceneOptions { colour_by, ..SceneOptions::screen(20.0, &texts) });
        assert_eq!(texts_in(&scene).map(|text| text.role).collect::<Vec<_>>(), [role], "{colour_by:?}");
    }
}

#[test]
fn narrow_booths_have_their_texts_turned_where_more_can_be_read_so() {
    let texts = texts();
    // Metres, points to a metre, number and name; the texts, and whether they are turned.
    type Row = (i64, i64, f64, &'static str, &'static str, &'static [&'static str], bool);
    let table: [Row; 8] = [
        (3, 3, 20.0, "A1", "Synology", &["A1", "P", "Synology"], false),
        (1, 6, 20.0, "A1", "", &["A1"], false),
        (1, 6, 20.0, "A1", "Synology", &["A1", "P", "Synology"], true),
        (1, 6, 9.0, "A101", "Synology", &["A101", "P", "Syno…"], true),
        (1, 6, 4.0, "A101", "Synology", &[], false),
        (2, 6, 20.0, "A1", "Acer", &["A1", "P", "Acer"], false),
        (2, 6, 20.0, "A1", "Western Digital", &["A1", "P", "Western", "Digital"], false),
        (6, 1, 20.0, "A1", "Synology", &["A1", "P", "Synology"], false),
    ];
    for (width, depth, scale, number, name, expected, turned) in table {
        let mut sample = Sample::hall(20, 20);
        let status = if name.is_empty() { Status::Available } else { Status::Paid };
        sample.booth(number, [5, 5, width, depth], status, &[name]);
        let scene = scene_of(&sample, &SceneOptions::screen(scale, &texts));
        let case = format!("{number} {name}, {width} x {depth} m at {scale}");
        assert_eq!(words(&scene), expected, "{case}");
        assert!(texts_in(&scene).all(|text| (text.angle.thousandths() != 0) == turned), "{case}");
    }
}

#[test]
fn texts_stay_inside_their_booths_at_every_scale() {
    let sample = one_of_each();
    let texts = texts();
    for scale in (2..80).map(f64::from) {
        let scene = scene_of(&sample, &SceneOptions::screen(scale, &texts));
        for text in texts_in(&scene) {
            let Some(outline) = text.booth.and_then(|booth| sample.plan.get(booth)).map(|booth| &booth.outline) else {
                continue;
            };
            let width = f64::from(text.width());
            let (from, to) = match text.anchor {
                Anchor::Start => (0.0, width),
                Anchor::Middle => (-width / 2.0, width / 2.0),
                Anchor::End => (-width, 0.0),
            };
            let top = f64::from(text.size * fonts::CAP_HEIGHT);
            let (cos, sin) = text.angle.cos_sin();
            for (x, y) in [(from, 0.0), (to, 0.0), (from, -top), (to, -top)] {
                let metres = |points: f64| Length::from_metres(points / scale).unwrap();
                let corner = Point::new(text.at.x + metres(x * cos - y * sin), text.at.y + metres(x * sin + y * cos));
                assert!(outline.contains(corner), "{} at {scale}: {corner:?} of {outline:?}", text.words);
            }
        }
    }
}

#[test]
fn what_is_out_of_view_or_hidden_is_not_in_the_scene() {
    let mut sample = Sample::hall(40, 40);
    let near = sample.booth("N1", [1, 1, 3, 3], Status::Paid, &["Near"]);
    let far = sample.booth("F1", [30, 30, 3, 3], Status::Paid, &["Far"]);
    let texts = texts();
    let options = SceneOptions::screen(20.0, &texts);
    let view = Bounds::between(Point::ORIGIN, Point::from_mm(10_000, 10_000));
    let index = Index::new(&sample.plan);
    let scene = hall_scene(&sample.plan, &index, sample.hall, Some(view), &options);
    assert_eq!(words(&scene), ["N1", "P", "Near"]);
    let hidden = BTreeSet::from([near]);
    let scene = scene_of(&sample, &SceneOptions { hidden: &hidden, ..options });
    assert_eq!(words(&scene), ["F1", "P", "Far"]);
    let moved = Outline::rectangle(Point::from_mm(2_000, 2_000), Size::from_mm(3_000, 3_000));
    let preview = booth_items(&sample.plan, &index, [(far, &moved)], &options);
    let Some(Item::Shape(shape)) = preview.first() else { panic!("{preview:?}") };
    assert_eq!(shape.corners.as_slice(), moved.rectangle_corners());
    assert_eq!(preview.len(), 4);
}

#[test]
fn the_words_at_a_door_stand_outside_the_hall() {
    let texts = texts();
    for (x, y, degrees) in [(10, 0, 0), (10, 20, 0), (0, 10, 90), (20, 10, 90), (0, 10, 270), (10, 20, 180)] {
        let mut sample = Sample::hall(20, 20);
        sample.door(x, y, degrees, DoorKind::Exit);
        let scene = scene_of(&sample, &SceneOptions::screen(20.0, &texts));
        let text = texts_in(&scene).next().unwrap();
        assert_eq!(text.words, "EXIT 2.40\u{a0}m");
        let (cos, sin) = text.angle.cos_sin();
        let up = f64::from(text.size * fonts::CAP_HEIGHT) / 2.0 / 20.0;
        let metres = |metres: f64| Length::from_metres(metres).unwrap();
        let middle = Point::new(text.at.x + metres(up * sin), text.at.y + metres(-up * cos));
        let hall = Bounds::between(Point::ORIGIN, Point::from_mm(20_000, 20_000));
        assert!(!hall.contains(middle), "{x}, {y}, {degrees}: {middle:?}");
        assert!(hall.grown(Length::METRE).contains(middle), "{x}, {y}, {degrees}: {middle:?}");
        assert!(cos >= 0.0, "{x}, {y}, {degrees}: upside down");
    }
}

#[test]
fn the_corner_of_two_walls_is_filled() {
    let mut sample = Sample::hall(20, 20);
    let (thickness, corner) = (Length::from_mm(400), Point::from_mm(5_000, 5_000));
    for to in [Point::from_mm(10_000, 5_000), Point::from_mm(5_000, 10_000)] {
        sample.structure(StructureShape::Wall { from: corner, to, thickness });
    }
    let texts = texts();
    let scene = scene_of(&sample, &SceneOptions::screen(20.0, &texts));
    let walls: Vec<_> = scene
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Shape(shape) if shape.fill == Some(Role::Wall) => Bounds::around(shape.corners.as_slice().iter().copied()),
            _ => None,
        })
        .collect();
    assert_eq!(walls[0], Bounds::between(Point::from_mm(4_800, 4_800), Point::from_mm(10_000, 5_200)));
    assert_eq!(walls[1], Bounds::between(Point::from_mm(4_800, 4_800), Point::from_mm(5_200, 10_000)));
}

#[test]
fn a_booth_is_named_as_a_person_would() {
    let mut sample = Sample::hall(40, 10);
    let texts = texts();
    for (status, names, expected) in [
        (Status::Available, vec![], "Booth A0, available"),
        (Status::Paid, vec!["Synology"], "Booth A1, Synology, paid"),
        (Status::Contracted, vec!["Acer", "Asus"], "Booth A2, Acer + Asus, contracted"),
        (Status::Blocked, vec![], "Booth A3, blocked"),
    ] {
        let count = i64::try_from(sample.plan.booths().len()).unwrap();
        let id = sample.booth(&format!("A{count}"), [3 * count, 0, 3, 3], status, &names);
        assert_eq!(booth_label(&sample.plan, &texts, id), expected);
    }
}

#[test]
fn items_are_small_because_there_are_many() {
    assert!(size_of::<Item>() <= 104, "{}", size_of::<Item>());
}

#[test]
fn each_way_to_colour_gives_each_of_its_classes_its_own_colour() {
    let mut sample = Sample::hall(60, 20);
    let small = sample.booth("A1", [0, 0, 2, 3], Status::Paid, &["Acer"]);
    let usual = sample.booth("A2", [3, 0, 3, 3], Status::Available, &[]);
    let long = sample.booth("A3", [6, 0, 6, 2], Status::Blocked, &[]);
    let large = sample.booth("A4", [12, 0, 6, 3], Status::Held, &[]);
    let island = sample.booth("A5", [20, 0, 6, 6], Status::Reserved, &["Asus"]);
    sample.categorise(small, "Storage");
    sample.categorise(island, "Network");
    sample.structure(StructureShape::Zone {
        outline: Outline::rectangle(Point::from_mm(-1_000, -1_000), Size::from_mm(8_000, 8_000)),
        name: "Cloud".into(),
        tint: Tint::Teal,
        category: None,
    });
    let (plan, index) = (&sample.plan, Index::new(&sample.plan));
    let fills = |by| {
        let colouring = Colouring::new(plan, &index, by, Units::Metres);
        [small, usual, long, large, island].map(|id| colouring.of(id, plan.status(id)).fill)
    };
    use Role::{Available, Blocked, Blue, Held, Orange, Paid, Reserved, Scale1, Scale2, Scale3, Scale4, Scale5, Teal};
    assert_eq!(fills(ColourBy::Status), [Paid, Available, Blocked, Held, Reserved]);
    assert_eq!(fills(ColourBy::Category), [Blue, Available, Available, Available, Orange]);
    assert_eq!(fills(ColourBy::Area), [Scale1, Scale2, Scale3, Scale4, Scale5]);
    assert_eq!(fills(ColourBy::OpenSides), [Scale3, Scale3, Scale2, Scale3, Scale4]);
    assert_eq!(fills(ColourBy::Zone), [Teal, Teal, Available, Available, Available]);
}

#[test]
fn the_classes_of_areas_have_round_limits_in_both_units() {
    use AreaClass::{Island, Large, Roomy, Small, Usual};
    let classes = |units, side: Length, sides: [i64; 5]| sides.map(|long| AreaClass::of(side * (side * long), units));
    assert_eq!(classes(Units::Metres, Length::METRE, [8, 9, 12, 18, 36]), [Small, Usual, Roomy, Large, Island]);
    assert_eq!(classes(Units::Metres, Length::METRE, [0, 11, 17, 35, 900]), [Small, Usual, Roomy, Large, Island]);
    assert_eq!(classes(Units::Feet, Length::FOOT, [99, 100, 150, 200, 400]), [Small, Usual, Roomy, Large, Island]);
}

#[test]
fn a_column_is_seen_in_the_booth_that_stands_around_it() {
    let mut sample = Sample::hall(20, 20);
    sample.structure(StructureShape::Column(Outline::rectangle(Point::from_mm(6_000, 6_000), Size::from_mm(500, 500))));
    sample.booth("E21", [5, 5, 3, 3], Status::Paid, &["Synology"]);
    let texts = texts();
    let scene = scene_of(&sample, &SceneOptions::screen(20.0, &texts));
    let place = |is: fn(&Shape) -> bool| scene.items.iter().position(|item| matches!(item, Item::Shape(shape) if is(shape)));
    let (booth, column) = (place(|shape| shape.booth.is_some()), place(|shape| shape.fill == Some(Role::Wall)));
    assert!(booth.is_some() && column > booth, "{booth:?} {column:?}");
}
