//! Scenes as SVG and PNG: snapshots of what a hall looks like.

use std::sync::Arc;

use super::map::{ExportedMap, MapContent};
use super::png::png;
use super::sheet::{HallExport, free_sheet};
use super::svg::{Drawing, Pictures, hall_svg, svg};
use crate::geometry::{Bounds, Length, Outline, Point, Size};
use crate::index::Index;
use crate::plan::{Draft, EmbeddedFile, HallMap, IdMint, Placement, Status, StructureShape, Tint, UtilityKind};
use crate::reader;
use crate::scene::sample::{Sample, one_of_each};
use crate::scene::{ColourBy, Item, Palette, Role, Scene, SceneOptions, hall_scene};
use crate::text::{Language, Texts};

fn drawn(sample: &Sample, scale: f64, palette: Palette, pictures: &Pictures) -> String {
    let texts = Texts::new(Language::English);
    let scene = hall_scene(&sample.plan, &Index::new(&sample.plan), sample.hall, None, &SceneOptions::screen(scale, &texts));
    let bounds = sample.plan.get(sample.hall).unwrap().outline.bounds().grown(Length::from_mm(2_000));
    painted(&scene, bounds, scale, palette, pictures)
}

fn painted(scene: &Scene, bounds: Bounds, scale: f64, palette: Palette, pictures: &Pictures) -> String {
    svg(&Drawing {
        scene,
        bounds,
        scale,
        palette,
        background: Role::Canvas,
        title: "Hall 1",
        description: "One of each",
        language: "en",
        pictures,
    })
}

#[test]
fn a_hall_looks_as_it_did() {
    let sample = one_of_each();
    for (name, scale, palette) in [
        ("light", 20.0, Palette::light()),
        ("dark", 20.0, Palette::dark()),
        ("far_away", 3.0, Palette::light()),
        ("near", 60.0, Palette::light()),
    ] {
        insta::assert_snapshot!(name, drawn(&sample, scale, palette, &Pictures::default()));
    }
}

#[test]
fn the_colours_tell_what_they_are_asked_to() {
    let mut sample = one_of_each();
    sample.structure(StructureShape::Zone {
        outline: Outline::rectangle(Point::from_mm(1_000, 7_000), Size::from_mm(11_000, 5_000)),
        name: "Cloud".into(),
        tint: Tint::Teal,
        category: None,
    });
    let texts = Texts::new(Language::English);
    let bounds = sample.plan.get(sample.hall).unwrap().outline.bounds();
    for (name, colour_by) in [
        ("by_category", ColourBy::Category),
        ("by_area", ColourBy::Area),
        ("by_open_sides", ColourBy::OpenSides),
        ("by_zone", ColourBy::Zone),
    ] {
        let options = SceneOptions { colour_by, show_names: false, ..SceneOptions::screen(20.0, &texts) };
        let scene = hall_scene(&sample.plan, &Index::new(&sample.plan), sample.hall, None, &options);
        insta::assert_snapshot!(name, painted(&scene, bounds, 20.0, Palette::light(), &Pictures::default()));
    }
}

#[test]
fn labels_keep_inside_outlines_of_every_kind() {
    let mut sample = Sample::hall(40, 20);
    let polygon =
        |corners: &[(i64, i64)]| Outline::Polygon(corners.iter().map(|(x, y)| Point::from_mm(x * 1_000, y * 1_000)).collect());
    let name: &[&str] = &["Western Digital"];
    sample.booth("narrow", [1, 1, 1, 8], Status::Paid, name);
    sample.booth("flat", [3, 1, 8, 1], Status::Reserved, name);
    sample.booth("usual", [3, 3, 3, 3], Status::Contracted, name);
    sample.booth("small", [7, 3, 2, 2], Status::Held, name);
    sample.outlined("L", polygon(&[(12, 1), (20, 1), (20, 4), (15, 4), (15, 8), (12, 8)]), Status::Paid, name);
    let u = [(22, 1), (24, 1), (24, 6), (28, 6), (28, 1), (30, 1), (30, 9), (22, 9)];
    sample.outlined("U", polygon(&u), Status::Paid, name);
    sample.outlined("trapezoid", polygon(&[(1, 11), (8, 11), (7, 15), (2, 15)]), Status::Paid, name);
    let round = Outline::Round { centre: Point::from_mm(12_000, 13_000), radius: Length::from_mm(2_500) };
    sample.outlined("round", round, Status::Paid, name);
    insta::assert_snapshot!("labels", drawn(&sample, 20.0, Palette::light(), &Pictures::default()));
}

#[test]
fn lines_of_which_readers_count_the_characters_differently_have_elements_of_their_own() {
    let mut sample = Sample::hall(20, 20);
    sample.booth("A1", [0, 0, 4, 4], Status::Paid, &["Smile 😀 International Partners"]);
    sample.booth("A2", [5, 0, 4, 4], Status::Paid, &["Western Digital International Partners"]);
    let svg = drawn(&sample, 20.0, Palette::light(), &Pictures::default());
    let lines = |word: &str| svg.lines().filter(|line| line.starts_with("<text") && line.contains(word)).collect::<Vec<_>>();
    assert!(lines("😀").iter().all(|line| !line.contains("dx=") && !line.contains("Partners")), "{svg}");
    assert!(lines("Western").iter().all(|line| line.contains("dx=") && line.contains("Partners")), "{svg}");
}

#[test]
fn a_booth_takes_at_most_four_elements() {
    let mut sample = Sample::hall(100, 100);
    for place in 0..100 {
        let status = Status::ALL[place as usize % 6];
        let names: &[&str] = if place % 2 == 0 { &["Western Digital Technologies & Partners"] } else { &["Acer", "Asus"] };
        sample.booth(&format!("A{place}"), [place % 10 * 4, place / 10 * 4, 3, 3], status, names);
    }
    let elements = |sample: &Sample| {
        let export = HallExport {
            plan: &sample.plan,
            index: &Index::new(&sample.plan),
            pictures: &Pictures::default(),
            texts: &Texts::new(Language::English),
            as_of: jiff::civil::date(2022, 5, 1),
            colour_by: crate::scene::ColourBy::Status,
        };
        let svg = hall_svg(&export, sample.hall).unwrap();
        svg.matches('<').count() - svg.matches("</").count()
    };
    let (full, empty) = (elements(&sample), elements(&Sample::hall(100, 100)));
    // The legend has up to three elements for each of the six statuses; four layers are for booths alone.
    assert!(full - empty <= 4 * 100 + 3 * 6 + 4, "{full} - {empty}");
}

/// The words of a hall's sheet after its scene: head and legend.
fn words_around(sample: &Sample, colour_by: ColourBy, language: Language) -> Vec<String> {
    let export = HallExport {
        plan: &sample.plan,
        index: &Index::new(&sample.plan),
        pictures: &Pictures::default(),
        texts: &Texts::new(language),
        as_of: jiff::civil::date(2022, 5, 1),
        colour_by,
    };
    let sheet = free_sheet(&export, sample.hall).unwrap();
    let texts = sheet.scene.items.iter().filter_map(|item| match item {
        Item::Text(text) if text.booth.is_none() => Some(text.words.to_string()),
        _ => None,
    });
    texts.skip_while(|words| !words.starts_with("Scale")).skip(1).collect()
}

#[test]
fn the_legend_of_a_sheet_counts_what_is_on_the_plan_and_explains_its_letters() {
    let mut sample = Sample::hall(40, 20);
    for (place, status) in [Status::Paid, Status::Paid, Status::Available, Status::Blocked].into_iter().enumerate() {
        let booth = sample.booth(&format!("A{place}"), [3 * place as i64, 0, 3, 3], status, &["Acer"]);
        if place == 0 {
            sample.categorise(booth, "Storage");
        }
    }
    let words = |by| words_around(&sample, by, Language::English);
    assert_eq!(words(ColourBy::Status), ["Available 1", "P", "Paid 2", "Blocked 1"]);
    assert_eq!(words(ColourBy::Category), ["Storage 1", "No category 3", "P", "Paid 2", "Blocked 1"]);
    assert_eq!(words(ColourBy::Area), ["9\u{a0}m² to 12\u{a0}m² 4", "P", "Paid 2", "Blocked 1"]);
}

#[test]
fn a_long_legend_goes_on_in_rows_and_the_hall_makes_room() {
    let mut sample = Sample::hall(40, 20);
    for place in 0..30 {
        let booth = sample.booth(&format!("A{place}"), [place % 10 * 3, place / 10 * 3, 3, 3], Status::Available, &[]);
        sample.categorise(booth, &format!("Category of visitors number {place}"));
    }
    let words = words_around(&sample, ColourBy::Category, Language::English);
    assert_eq!(words.len(), 30);
    assert!(words.iter().all(|words| !words.ends_with('…')), "{words:?}");
}

#[test]
fn the_legend_names_supply_points_and_the_first_zones() {
    let mut sample = Sample::hall(40, 20);
    sample.booth("A1", [1, 1, 3, 3], Status::Available, &[]);
    for place in 0..12 {
        let outline = Outline::rectangle(Point::from_mm(place * 3_000, 0), Size::from_mm(3_000, 6_000));
        let (name, tint) = (format!("Zone {}", place + 1), Tint::in_turn(place as usize));
        sample.structure(StructureShape::Zone { outline: outline.clone(), name: name.clone(), tint, category: None });
        // The second half of a zone is not another one.
        let outline = outline.moved(crate::geometry::Offset::new(Length::ZERO, Length::METRE * 8));
        sample.structure(StructureShape::Zone { outline, name, tint, category: None });
    }
    for (x, kind) in [(1_000, UtilityKind::Network), (4_000, UtilityKind::Power), (7_000, UtilityKind::Power)] {
        sample.structure(StructureShape::Utility { at: Point::from_mm(x, 15_000), kind, number: String::new() });
    }
    let words = |by| words_around(&sample, by, Language::English).join(" | ");
    assert_eq!(
        words(ColourBy::Status),
        "Available 1 | Power 2 | Network 1 | Zone 1 | Zone 2 | Zone 3 | Zone 4 | Zone 5 | Zone 6 | Zone 7 | Zone 8 | + 4 more"
    );
    // Where booths are coloured by zone, those with booths are told of already.
    assert_eq!(
        words(ColourBy::Zone),
        "Zone 1 1 | Power 2 | Network 1 | Zone 2 | Zone 3 | Zone 4 | Zone 5 | Zone 6 | Zone 7 | Zone 8 | Zone 9 | + 3 more"
    );
}

#[test]
fn names_are_escaped() {
    let mut sample = Sample::hall(10, 10);
    sample.booth("<1>", [1, 1, 6, 6], Status::Paid, &["A&B \"C\" \u{7}D"]);
    let svg = drawn(&sample, 30.0, Palette::light(), &Pictures::default());
    assert!(svg.contains("A&amp;B &quot;C&quot;"), "{svg}");
    assert!(svg.contains("&lt;1&gt;</text>"), "{svg}");
    assert!(!svg.contains('\u{7}'));
}

#[test]
fn the_picture_has_the_colours_of_the_palette_where_the_booths_are() {
    let mut sample = Sample::hall(10, 10);
    sample.booth("1", [1, 1, 3, 3], Status::Paid, &["Acer"]);
    sample.booth("2", [6, 6, 3, 3], Status::Contracted, &["Asus"]);
    let svg = drawn(&sample, 20.0, Palette::light(), &Pictures::default());
    let picture = image::load_from_memory(&png(&svg, 700).unwrap()).unwrap().into_rgba8();
    assert_eq!(picture.dimensions(), (700, 700));
    // The drawing goes from -2 m to 12 m: 50 pixels to a metre. The places are beside the texts.
    for (x, y, role) in [
        (1.3, 3.8, Role::Paid),
        (6.3, 8.8, Role::Contracted),
        (5.0, 5.0, Role::HallFloor),
        (-1.0, -1.0, Role::Canvas),
        (5.0, 0.0, Role::Wall),
    ] {
        let colour = Palette::light().colour(role);
        let pixel = picture.get_pixel(((x + 2.0) * 50.0) as u32, ((y + 2.0) * 50.0) as u32).0;
        assert_eq!(pixel, [colour.r, colour.g, colour.b, 255], "{role:?} at {x}, {y}");
    }
}

#[test]
fn a_picture_under_the_hall_is_drawn_where_it_lies() {
    let sample = Sample::hall(10, 10);
    let mut mint = IdMint::new(9, 1_000);
    let mut draft = Draft::new(&sample.plan);
    let placement =
        Placement { origin: Point::from_mm(2_000, 3_000), width: Length::from_mm(4_000), angle: crate::geometry::Angle::ZERO };
    let map = draft.add(
        &mut mint,
        HallMap {
            calibrated: true,
            ..HallMap::new(sample.hall, "plan.png".into(), EmbeddedFile::new(vec![1, 2, 3]), (2, 1), placement)
        },
    );
    let (plan, _) = draft.finish().unwrap();
    let pixels =
        reader::Picture { source_width: 2, source_height: 1, width: 2, height: 1, rgba: vec![255, 0, 0, 255, 0, 0, 255, 255] };
    let sample = Sample { plan, ..sample };
    let shown = ExportedMap::new(sample.plan.get(map).unwrap(), MapContent::Pixels(Arc::new(pixels)));
    let svg = drawn(&sample, 20.0, Palette::light(), &Pictures { maps: [(map, shown)].into(), ..Pictures::default() });
    let picture = image::load_from_memory(&png(&svg, 140).unwrap()).unwrap().into_rgba8();
    let at = |x: u32, y: u32| picture.get_pixel((x + 2) * 10 + 5, (y + 2) * 10 + 5).0;
    assert_eq!(at(2, 3), [255, 0, 0, 255]);
    assert_eq!(at(5, 4), [0, 0, 255, 255]);
    assert_eq!(at(5, 5), [255, 255, 255, 255]);
}

#[test]
fn a_map_is_seen_through_the_booths_over_it_and_nothing_through_those_over_none() {
    let mut sample = one_of_each();
    let bare = drawn(&sample, 20.0, Palette::light(), &Pictures::default());
    let placement =
        Placement { origin: Point::from_mm(1_000, 1_000), width: Length::from_mm(20_000), angle: crate::geometry::Angle::ZERO };
    let with = |in_front: bool| {
        let mut draft = Draft::new(&sample.plan);
        let file = EmbeddedFile::new(vec![1, 2, 3]);
        let map = HallMap { in_front, ..HallMap::new(sample.hall, "plan.png".into(), file, (2, 1), placement) };
        draft.add::<crate::plan::MapId>(&mut IdMint::new(9, 1_000), map);
        draft.finish().unwrap().0
    };
    let (under, over) = (with(false), with(true));
    let mut svg = |plan| {
        sample.plan = plan;
        drawn(&sample, 20.0, Palette::light(), &Pictures::default())
    };
    let (under, over) = (svg(under), svg(over));
    let thin = r#" fill-opacity="0.75" stroke="#;
    assert!(!bare.contains(thin) && !over.contains(thin));
    // Every booth, and nothing else, is another one than without a map.
    let booths = sample.plan.booths().len();
    assert_eq!(under.matches(thin).count(), booths);
    insta::assert_snapshot!("over_a_map", under);
}

#[test]
fn a_logo_is_drawn_on_its_plate_on_the_booth() {
    let mut sample = Sample::hall(10, 10);
    let booth = sample.booth("A1", [2, 2, 6, 6], Status::Paid, &["Acer"]);
    let file = sample.logo("Acer", 2, 1);
    let pixels =
        reader::Picture { source_width: 2, source_height: 1, width: 2, height: 1, rgba: vec![255, 0, 0, 255, 255, 0, 0, 255] };
    let pictures = Pictures { logos: [(file, pixels)].into(), ..Pictures::default() };
    let svg = drawn(&sample, 20.0, Palette::dark(), &pictures);
    let picture = image::load_from_memory(&png(&svg, 1_400).unwrap()).unwrap().into_rgba8();
    let texts = Texts::new(Language::English);
    let options = SceneOptions::screen(20.0, &texts);
    let scene = hall_scene(&sample.plan, &Index::new(&sample.plan), sample.hall, None, &options);
    let logo = scene.items.iter().find_map(|item| if let crate::scene::Item::Logo(logo) = item { Some(logo) } else { None });
    let logo = logo.unwrap();
    assert_eq!(logo.booth, Some(booth));
    let at = |x: f64, y: f64| picture.get_pixel(((x + 2.0) * 100.0) as u32, ((y + 2.0) * 100.0) as u32).0;
    let middle = logo.corners[0].halfway(logo.corners[2]);
    assert_eq!(at(middle.x.metres(), middle.y.metres()), [255, 0, 0, 255]);
    let edge = logo.plate[0].halfway(logo.corners[0]);
    assert_eq!(at(edge.x.metres(), edge.y.metres()), [255, 255, 255, 255], "white in the dark colours too");
}
