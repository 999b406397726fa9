//! Drawings of our own through the whole reader.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::*;
use crate::reader::{Element, ElementKind, PathStep, SheetPoint, limits};

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/data/maps/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn opened(bytes: &[u8], page: u32) -> Box<dyn OpenMap> {
    open(bytes, Kind::of(bytes), page).unwrap()
}

fn drawing(map: &dyn OpenMap) -> Drawing {
    map.drawing(&[]).unwrap().unwrap()
}

/// A drawing of these entities in millimetres, each a list of codes and values.
fn dxf(entities: &[&[(i32, &str)]]) -> Vec<u8> {
    let mut text = "  0\nSECTION\n  2\nHEADER\n  9\n$ACADVER\n  1\nAC1015\n  9\n$INSUNITS\n 70\n4\n  0\nENDSEC\n".to_owned();
    text.push_str("  0\nSECTION\n  2\nENTITIES\n");
    for (code, value) in entities.iter().copied().flatten() {
        writeln!(text, "{code:>3}\n{value}").unwrap();
    }
    text.push_str("  0\nENDSEC\n  0\nEOF\n");
    text.into_bytes()
}

/// What there is to know of all pages of a file, in lines.
fn summary(bytes: &[u8]) -> String {
    let mut said = String::new();
    let pages = opened(bytes, 0).head().pages.clone();
    for (page, name) in (0..).zip(&pages) {
        let map = opened(bytes, page);
        let head = map.head();
        let (width, height) = head.sheet;
        writeln!(said, "page {name:?}: {width} x {height}, {:?}, {} lines to snap to", head.size, head.lines.len()).unwrap();
        for layer in &head.layers {
            let mut kinds = BTreeMap::<String, u32>::new();
            let of_layer = |element: &&Element| drawing_layer(&map.drawing(&[]).unwrap().unwrap(), element) == layer.name;
            for element in drawing(map.as_ref()).elements.iter().filter(of_layer) {
                *kinds.entry(kind(element)).or_default() += 1;
            }
            let kinds: Vec<String> = kinds.into_iter().map(|(kind, count)| format!("{count} {kind}")).collect();
            let shown = if layer.is_shown { "" } else { ", hidden" };
            writeln!(said, "  {}{shown}: {}", layer.name, kinds.join(", ")).unwrap();
        }
    }
    said
}

fn drawing_layer(drawing: &Drawing, element: &Element) -> String {
    drawing.layers[usize::from(element.layer)].clone()
}

fn kind(element: &Element) -> String {
    match &element.kind {
        ElementKind::Text { text, .. } => format!("{text:?}"),
        ElementKind::Picture { .. } => "picture".into(),
        ElementKind::Path { path, fill, stroke } => {
            let curves = path.iter().filter(|step| matches!(step, PathStep::Cubic(..))).count();
            let lines = path.iter().filter(|step| matches!(step, PathStep::Line(_))).count();
            let closed = if path.contains(&PathStep::Close) { "closed " } else { "" };
            let filled = if fill.is_some() { "filled " } else { "" };
            let dashed = if stroke.as_ref().is_some_and(|stroke| !stroke.dashes.is_empty()) { "dashed " } else { "" };
            let wide = if stroke.as_ref().is_some_and(|stroke| stroke.width > 0.0) { "wide " } else { "" };
            let clipped = if element.clip.is_some() { "clipped " } else { "" };
            let colour = fill.map(|fill| fill.colour).or(stroke.as_ref().map(|stroke| stroke.colour)).unwrap().0;
            let [red, green, blue, _] = colour;
            format!(
                "{clipped}{filled}{wide}{dashed}{closed}path of {lines} lines and {curves} curves in #{red:02x}{green:02x}{blue:02x}"
            )
        }
    }
}

#[test]
fn an_old_drawing_without_a_unit_is_read() {
    insta::assert_snapshot!(summary(&fixture("hall_r12.dxf")));
}

#[test]
fn a_newer_drawing_in_millimetres_is_read() {
    insta::assert_snapshot!(summary(&fixture("hall_2000.dxf")));
}

#[test]
fn a_drawing_in_inches_has_its_true_width() {
    let map = opened(&fixture("hall_inches.dxf"), 0);
    let width = crate::geometry::Length::from_tenths(304_800);
    assert_eq!(map.head().size, NaturalSize::True { width, unit: crate::reader::DrawingUnit::Inch });
    assert_eq!(map.head().sheet, (SHEET_UNITS, SHEET_UNITS / 2));
}

#[test]
fn booths_are_closed_paths_with_their_numbers_in_their_middle() {
    let map = opened(&fixture("hall_2000.dxf"), 0);
    let drawing = drawing(map.as_ref());
    // Millimetres from the left bottom corner of the hall, as in the file.
    let scale = 50_000.0 / SHEET_UNITS as f32;
    let mm = |[x, y]: SheetPoint| [(x * scale).round(), (30_000.0 - y * scale).round()];
    let booths = drawing.elements.iter().filter(|element| drawing_layer(&drawing, element) == "BOOTHS");
    let corners: Vec<Vec<[f32; 2]>> = booths
        .map(|element| match &element.kind {
            ElementKind::Path { path, .. } => path
                .iter()
                .filter_map(|step| match *step {
                    PathStep::Move(to) | PathStep::Line(to) => Some(mm(to)),
                    _ => None,
                })
                .collect(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(corners[1], [[6_000.0, 3_000.0], [9_000.0, 3_000.0], [9_000.0, 6_000.0], [6_000.0, 6_000.0]]);
    let number = drawing.elements.iter().find_map(|element| match &element.kind {
        ElementKind::Text { text, centre, size, angle, .. } if text == "B2" => Some((mm(*centre), *size * scale, *angle)),
        _ => None,
    });
    let (centre, size, angle) = number.unwrap();
    assert_eq!(centre, [7_500.0, 4_500.0]);
    assert!((size - 400.0 / letters::CAPITAL as f32).abs() < 1.0 && angle.abs() < 1e-3, "{size} {angle}");
}

#[test]
fn a_drawing_that_is_cut_anywhere_is_refused() {
    let whole = fixture("hall_2000.dxf");
    for cut in (0..whole.len() - 8).step_by(97) {
        let part = &whole[..cut];
        // Cut right behind a section, it is one of a careless program.
        if part.trim_ascii_end().ends_with(b"ENDSEC") {
            continue;
        }
        let error = open(part, Kind::Dxf, 0).err();
        assert_eq!(error, Some(ReadError::Truncated), "{cut} of {}", whole.len());
    }
}

#[test]
fn a_drawing_of_nothing_is_empty_and_a_page_that_is_not_there_is_refused() {
    assert_eq!(open(&dxf(&[]), Kind::Dxf, 0).err(), Some(ReadError::Empty));
    assert!(matches!(open(&fixture("hall_r12.dxf"), Kind::Dxf, 1), Err(ReadError::Damaged { .. })));
}

#[test]
fn what_is_no_number_is_left_out() {
    let line = |from: &'static str| vec![(0, "LINE"), (8, "0"), (10, from), (20, "0.0"), (11, "5.0"), (21, "5.0")];
    let (good, bad, huge) = (line("0.0"), line("nan"), line("1e300"));
    let map = opened(&dxf(&[&good, &bad, &huge]), 0);
    assert!(map.head().layers[0].elements <= 2);
    assert_eq!(map.head().sheet, (SHEET_UNITS, SHEET_UNITS));
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_is_read() {
    let bytes = vec![b' '; limits::CAD_BYTES as usize + 1];
    let limit = limits::CAD_BYTES;
    assert_eq!(open(&bytes, Kind::Dxf, 0).err(), Some(ReadError::FileTooLarge { bytes: limit + 1, limit }));
}

#[test]
fn a_tile_shows_the_hall_and_not_its_hidden_layers() {
    let map = opened(&fixture("hall_2000.dxf"), 0);
    let address = TileAddress { level: 0, column: 0, row: 0 };
    let inked =
        |hidden: &[String]| map.tile(address, hidden).unwrap().rgba.chunks_exact(4).filter(|pixel| pixel[3] > 127).count();
    let all = inked(&[]);
    let without = inked(&["HATCHES".to_owned()]);
    assert!(all > without && without > 500, "{all} {without}");
}

#[test]
fn the_same_drawing_is_read_from_every_form() {
    use acadrust::types::DxfVersion::{AC1014, AC1015, AC1018, AC1021, AC1024, AC1027, AC1032};
    use acadrust::{DwgWriter, DxfWriter};
    let whole = summary(&fixture("hall_2000.dxf"));
    // Other programs' files have the layouts that every drawing has, and layers in another order.
    let sorted = |said: &str| {
        let mut lines: Vec<String> = said.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    // DWG of release 14 has no place for the unit.
    let unitless = whole.replace("True { width: 50 m, unit: Millimetre }", "Unknown");
    let mut document = document::read(&fixture("hall_2000.dxf"), Kind::Dxf).unwrap();
    for version in [AC1014, AC1015, AC1018, AC1021, AC1024, AC1027, AC1032] {
        document.version = version;
        let dwg = DwgWriter::write_to_vec(&document).unwrap();
        let wanted = if version == AC1014 { &unitless } else { &whole };
        assert_eq!(sorted(&summary(&dwg)), sorted(wanted), "DWG {version:?}");
        for (form, writer) in [("text", DxfWriter::new(&document)), ("binary", DxfWriter::new_binary(&document))] {
            let dxf = writer.with_version(version).write_to_vec().unwrap();
            assert_eq!(sorted(&summary(&dxf)), sorted(&whole), "{form} DXF {version:?}");
        }
    }
}
