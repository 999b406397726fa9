//! Files of every version that there was, kept as they were written: each opens for ever, with what was in it.

#![allow(clippy::unwrap_used, reason = "whatever goes wrong here fails the test")]

use std::path::Path;

use hallplan::file::{self, FileError};
use hallplan::geometry::{Angle, Length, Outline, Point, Size};
use hallplan::plan::{Number, OpenSides, Pattern, Plan, Role, Stage, StructureShape, Tint, UtilityKind};

fn sample(version: u32) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/data/versions/{version}.hallplan"));
    std::fs::read_to_string(path).unwrap()
}

/// What the samples of all versions hold, as far as a version could say it.
fn has_what_was_written(plan: &Plan) {
    let counts = [plan.halls().len(), plan.categories().len(), plan.layers().len(), plan.blocks().len()];
    assert_eq!(counts, [2, 2, 2, 4]);
    let counts =
        [plan.structures().len(), plan.booths().len(), plan.exhibitors().len(), plan.bookings().len(), plan.maps().len()];
    assert_eq!(counts, [9, 4, 2, 3, 1]);
    let show = plan.show();
    let show = [&show.name, &show.edition, &show.note].map(String::as_str);
    assert_eq!(show, ["Salon des réseaux", "2026", "every kind of record\nof version 1"]);

    let halls: Vec<_> = plan.halls().values().map(|hall| (hall.name.as_str(), hall.outline.size())).collect();
    assert_eq!(halls, [("Hall 1", Size::from_mm(80_000, 72_500)), ("Rotonde", Size::from_mm(40_000, 40_000))]);
    let categories: Vec<_> = plan.categories().values().map(|category| (category.name.as_str(), category.colour)).collect();
    assert_eq!(categories, [("Stockage", Some(Tint::Blue)), ("Réseaux", None)]);
    let layers: Vec<_> = plan.layers().values().map(|layer| (layer.name.as_str(), layer.hidden, layer.locked)).collect();
    assert_eq!(layers, [("Électricité", true, false), ("Sécurité", false, true)]);

    let blocks: Vec<_> = plan.blocks().values().collect();
    let spacing = blocks[0].spacing;
    assert_eq!((spacing.back_to_back, spacing.aisle, spacing.columns_between_aisles), (true, Length::from_mm(3_000), 5));
    assert!(matches!(blocks[0].pattern, Pattern::Grid { angle: Angle::QUARTER, rows: 2, columns: 10, .. }));
    assert!(matches!(&blocks[1].pattern, Pattern::Line { path, rows: 1 } if path.len() == 3));
    assert!(matches!(blocks[2].pattern, Pattern::Arc { start, .. } if start == Angle::from_thousandths(15_500)));
    assert!(matches!(&blocks[3].pattern, Pattern::Fill { floor: Outline::Polygon(corners), .. } if corners.len() == 3));

    let shapes: Vec<_> = plan.structures().values().map(|structure| &structure.shape).collect();
    assert!(matches!(shapes[0], StructureShape::Wall { thickness, .. } if *thickness == Length::from_mm(200)));
    assert!(matches!(shapes[1], StructureShape::Column(Outline::Round { .. })));
    assert!(matches!(shapes[3], StructureShape::Text { text, .. } if text == "ENTRÉE \"A\""));
    let zone_category = plan.category_named("réseaux");
    assert!(matches!(shapes[4], StructureShape::Zone { tint: Tint::Teal, category, .. } if *category == zone_category));
    assert!(matches!(shapes[6], StructureShape::Utility { kind: UtilityKind::Power, number, .. } if number == "P1"));
    assert!(matches!(shapes[8], StructureShape::Dimension { offset, .. } if *offset == Length::from_mm(-1_500)));

    let booth = |number: &str| plan.booth_numbered(&Number::new(number).unwrap()).unwrap();
    let first = plan.get(booth("A01")).unwrap();
    let outline = Outline::Rectangle {
        origin: Point::new(Length::from_mm(6_000), Length::from_tenths(60_001)),
        size: Size::from_mm(3_000, 3_000),
        angle: Angle::from_thousandths(12_345),
    };
    assert_eq!(first.outline, outline);
    assert_eq!((first.note.as_str(), first.open_sides, first.columns_cut), ("prise\nau sol", Some(OpenSides::Corner), true));
    assert_eq!(first.cell.map(|cell| (cell.row, cell.column)), Some((0, 3)));
    assert!(first.binding.locked && first.binding.group.is_some() && plan.is_hidden(first.binding));
    assert!(plan.get(booth("A02")).unwrap().blocked);
    let of_feet = plan.get(booth("R2")).unwrap().outline.size();
    assert_eq!(of_feet, Size::new(Length::from_tenths(30_480), Length::from_tenths(60_960)));

    let synology = plan.get(plan.exhibitor_named("Synology", "France").unwrap()).unwrap();
    assert_eq!((synology.categories.len(), synology.contact.as_str(), synology.note.as_str()), (2, "a\\b", "\u{202e}"));
    let logo = synology.logo.as_ref().unwrap();
    assert_eq!((logo.file.bytes()[..].to_vec(), logo.pixels.0.get()), (vec![1, 2, 3], 4));
    assert!(plan.exhibitor_named("QNAP 展", "").is_some());

    let held = plan.get(plan.booking_of(booth("R1")).unwrap()).unwrap();
    assert_eq!((held.stage, held.booths.len()), (Stage::Held { until: "2026-03-17".parse().ok() }, 2));
    assert_eq!(held.participants.iter().map(|participant| participant.role).collect::<Vec<_>>(), [Role::Main, Role::Co]);
    let for_nobody = plan.get(plan.booking_of(booth("R2")).unwrap()).unwrap();
    assert_eq!((for_nobody.stage, for_nobody.participants.len()), (Stage::Held { until: None }, 0));

    let map = plan.maps().values().next().unwrap();
    assert_eq!((map.name.as_str(), map.page, map.sheet, map.calibrated, map.in_front), ("hall.png", 2, (400, 300), true, true));
    let crop = map.crop.unwrap();
    assert_eq!((crop.from, crop.to, &map.hidden_layers[..]), ((10, 20), (390, 290), &["Texte".to_owned()][..]));
    assert_eq!(map.placement.width, Length::from_mm(80_000));
}

#[test]
fn a_file_of_every_version_opens_with_what_was_in_it() {
    for version in 1..=file::NEWEST_VERSION {
        let text = sample(version);
        assert!(text.starts_with(&format!("(version: {version},\n")), "the sample is of that version");
        has_what_was_written(&file::read(&text).unwrap());
    }
}

#[test]
fn the_newest_sample_is_just_as_it_would_be_written() {
    let text = sample(file::NEWEST_VERSION);
    assert_eq!(file::write(&file::read(&text).unwrap()), text);
}

#[test]
fn a_newer_version_is_refused_whatever_it_says() {
    let newest = file::NEWEST_VERSION;
    let text = sample(newest).replacen(&format!("version: {newest}"), &format!("version: {}", newest + 1), 1);
    let refused = Err(FileError::NewerVersion { found: newest + 1, newest });
    assert_eq!(file::read(&text), refused);
    assert_eq!(file::read_bytes(text.replace("booths", "stands").as_bytes()), refused);
    assert!(file::salvage::salvage(text.as_bytes()).is_none(), "it is not damaged");
}
