use super::*;
use crate::geometry::Length;
use crate::reader::map::DrawingUnit;
use crate::reader::map::testing::{self, Look};
use crate::reader::{ElementKind, PictureLine};

/// A PDF of these objects; the first is the catalogue, the second the tree of pages.
fn pdf(objects: &[&str]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend_from_slice(format!("{} 0 obj\n{object}\nendobj\n", number + 1).as_bytes());
    }
    let table = file.len();
    let entries: String = places.iter().map(|place| format!("{place:010} 00000 n \n")).collect();
    let size = objects.len() + 1;
    file.extend_from_slice(
        format!(
            "xref\n0 {size}\n0000000000 65535 f \n{entries}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"
        )
        .as_bytes(),
    );
    file
}

fn stream(entries: &str, content: &str) -> String {
    format!("<< {entries} /Length {} >>\nstream\n{content}\nendstream", content.len())
}

/// One page of 200 x 100 points with these entries more, this content, and further objects from number 5.
fn page(entries: &str, content: &str, more: &[&str]) -> Vec<u8> {
    let page = format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R {entries} >>");
    let content = stream("", content);
    let mut objects = vec!["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", &page, &content];
    objects.extend(more);
    pdf(&objects)
}

/// The drawing of a page as short lines, a point being a unit.
fn drawn(bytes: &[u8]) -> Vec<String> {
    let map = open(bytes, 0).unwrap();
    testing::lines(&map.drawing(&[]).unwrap().unwrap(), SHEET_UNITS as f32 / 200.0)
}

#[test]
fn a_page_is_as_large_as_its_crop_box_its_turn_and_its_unit_say() {
    let longer = SHEET_UNITS;
    let paper = |width_mm_tenths: i64| NaturalSize::Paper(Length::from_tenths(width_mm_tenths));
    let measure = "/VP [<< /BBox [0 0 200 100] /Measure << /Subtype /RL /X [<< /U (m) /C 0.5 >>] >> >>]";
    for (entries, sheet, size) in [
        ("", (longer, longer / 2), paper(706)),
        ("/Rotate 90", (longer / 2, longer), paper(353)),
        ("/CropBox [50 0 150 100]", (longer, longer), paper(353)),
        ("/CropBox [-50 -50 100 50]", (longer, longer / 2), paper(353)),
        ("/UserUnit 10", (longer, longer / 2), paper(7_056)),
        (measure, (longer, longer / 2), NaturalSize::True { width: Length::from_mm(100_000), unit: DrawingUnit::Metre }),
        ("/VP [<< /BBox [0 0 20 10] /Measure << /X [<< /U (m) /C 0.5 >>] >> >>]", (longer, longer / 2), paper(706)),
        ("/VP [<< /BBox [0 0 200 100] /Measure << /X [<< /U (stones) /C 0.5 >>] >> >>]", (longer, longer / 2), paper(706)),
        ("/MediaBox [0 0 1000000000 1000000000]", (longer, longer), NaturalSize::Unknown),
    ] {
        let map = open(&page(entries, "", &[]), 0).unwrap_or_else(|error| panic!("{entries}: {error}"));
        assert_eq!((map.head().sheet, map.head().size), (sheet, size), "{entries}");
    }
}

#[test]
fn what_is_drawn_lies_where_it_is_seen() {
    let content = "0 0 1 RG 1 0 0 rg 2 w 10 20 40 30 re B  q 1 0 0 1 100 0 cm 0 0 m 50 50 l S Q";
    insta::assert_snapshot!(drawn(&page("", content, &[])).join("\n"), @r"
    M 10 80 L 50 80 L 50 50 L 10 50 Z filled #ff0000 drawn 2 #0000ff
    M 100 100 L 150 50 drawn 2 #0000ff
    ");
    insta::assert_snapshot!(drawn(&page("/Rotate 90", content, &[])).join("\n"), @r"
    M 20 10 L 20 50 L 50 50 L 50 10 Z filled #ff0000 drawn 2 #0000ff
    M 0 100 L 50 150 drawn 2 #0000ff
    ");
}

#[test]
fn clips_stay_only_where_they_cut_something() {
    let content = "q 0 0 60 60 re W n 10 10 20 20 re f 50 50 20 20 re f Q 150 50 40 40 re f q 0 0 5 5 re W n 50 50 9 9 re f Q";
    insta::assert_snapshot!(drawn(&page("", content, &[])).join("\n"), @r"
    M 10 90 L 30 90 L 30 70 L 10 70 Z filled #000000
    M 50 50 L 70 50 L 70 30 L 50 30 Z filled #000000 within [M 0 40 L 60 40 L 60 100 L 0 100 Z]
    M 150 50 L 190 50 L 190 10 L 150 10 Z filled #000000
    ");
}

const FONT: &str = "/Resources << /Font << /F 5 0 R >> >>";
const HELVETICA: &str = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";

#[test]
fn letters_on_one_base_line_become_texts() {
    for (content, texts) in [
        ("BT /F 10 Tf 10 50 Td (A12) Tj ET", vec!["A12"]),
        ("BT /F 10 Tf 10 50 Td (A) Tj (1) Tj (2) Tj ET", vec!["A12"]),
        ("BT /F 10 Tf 10 50 Td [(Ha) -20 (ll) -300 (3)] TJ ET", vec!["Hall 3"]),
        ("BT /F 10 Tf 10 50 Td [(A1) -3000 (A2)] TJ ET", vec!["A1", "A2"]),
        ("BT /F 10 Tf 10 50 Td (A1) Tj 0 -12 Td (Acme) Tj ET", vec!["A1", "Acme"]),
        ("BT /F 10 Tf 10 50 Td (A1) Tj 3 Tr 40 0 Td (seen by machines) Tj ET", vec!["A1", "seen by machines"]),
        ("BT /F 10 Tf 0 1 -1 0 50 10 Tm (Up) Tj ( it goes) Tj ET", vec!["Up it goes"]),
        ("BT /F 10 Tf 10 50 Td (A) Tj ET BT /F 10 Tf 10.2 50 Td (A) Tj ET", vec!["A"]),
    ] {
        let map = open(&page(FONT, content, &[HELVETICA]), 0).unwrap();
        let drawing = map.drawing(&[]).unwrap().unwrap();
        let found: Vec<_> = drawing
            .elements
            .iter()
            .filter_map(|element| match &element.kind {
                ElementKind::Text { text, .. } => Some(text.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(found, texts, "{content}");
    }
}

#[test]
fn a_text_knows_its_size_its_angle_and_its_middle() {
    let map = open(&page(FONT, "BT /F 10 Tf 0 1 -1 0 50 10 Tm (H) Tj ET", &[HELVETICA]), 0).unwrap();
    let drawing = map.drawing(&[]).unwrap().unwrap();
    let ElementKind::Text { at, size, angle, centre, .. } = &drawing.elements[0].kind else { panic!("no text") };
    let unit = SHEET_UNITS as f32 / 200.0;
    let near = |one: f32, other: f32| (one - other).abs() < 1.0;
    assert!(near(*size / unit, 10.0) && near(*angle, -90.0), "{size} {angle}");
    assert!(near(at[0] / unit, 50.0) && near(at[1] / unit, 90.0), "{at:?}");
    assert!(near(centre[0] / unit, 46.4) && near(centre[1] / unit, 86.4), "{centre:?}");
}

/// A page with a wall without a layer, a booth on one that is shown and a note on one that the file hides.
fn layered() -> Vec<u8> {
    let content = "0 0 200 2 re f /OC /B BDC 10 10 20 20 re f /Span BMC 40 10 20 20 re f EMC EMC \
                   /OC /N BDC 80 10 20 20 re f EMC /OC /M BDC 120 10 20 20 re f EMC";
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R \
                /Resources << /Properties << /B 5 0 R /N 6 0 R /M 7 0 R >> >> >>";
    pdf(&[
        "<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [5 0 R 6 0 R] /D << /OFF [6 0 R] >> >> >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page,
        &stream("", content),
        "<< /Type /OCG /Name (Booths) >>",
        "<< /Type /OCG /Name <FEFF004E006F007400E9> >>",
        "<< /Type /OCMD /OCGs [6 0 R 5 0 R] /P /AllOn >>",
    ])
}

#[test]
fn optional_content_is_layers() {
    let map = open(&layered(), 0).unwrap();
    let layers: Vec<_> = map.head().layers.iter().map(|layer| (layer.name.as_str(), layer.is_shown, layer.elements)).collect();
    assert_eq!(layers, [("", true, 1), ("Booths", true, 2), ("Noté", false, 2)]);
    // The sides of the wall and of the two booths, but not of the note.
    assert_eq!(map.head().lines.len(), 4 + 8);
    let count = |hidden: &[&str]| {
        let hidden: Vec<_> = hidden.iter().map(|name| (*name).to_owned()).collect();
        map.drawing(&hidden).unwrap().unwrap().elements.len()
    };
    assert_eq!([count(&[]), count(&["Noté"]), count(&["Noté", "Booths"]), count(&[""])], [5, 3, 1, 4]);
}

#[test]
fn a_tile_shows_the_layers_that_are_wanted() {
    let map = open(&layered(), 0).unwrap();
    let looks = |hidden: &[&str]| {
        let hidden: Vec<_> = hidden.iter().map(|name| (*name).to_owned()).collect();
        let tile = map.tile(TileAddress { level: 0, column: 0, row: 0 }, &hidden).unwrap();
        // In the middle of the booth, of the note and of the wall, then where nothing is.
        [(51, 205), (230, 205), (250, 254), (400, 60)].map(|(x, y)| Look::of(&tile, x, y))
    };
    use Look::{Black, Nothing};
    assert_eq!(looks(&[]), [Black, Black, Black, Nothing]);
    assert_eq!(looks(&["Noté"]), [Black, Nothing, Black, Nothing]);
    assert_eq!(looks(&["Booths", "Noté"]), [Nothing, Nothing, Black, Nothing]);
    assert_eq!(looks(&["", "Noté"]), [Black, Nothing, Nothing, Nothing]);
    assert_eq!(looks(&[]), [Black, Black, Black, Nothing]);
}

#[test]
fn a_tile_at_any_zoom_shows_its_part() {
    let map = open(&page("", "100 50 0.1 0.1 re f", &[]), 0).unwrap();
    // The left bottom corner of the dot is in the middle of the sheet, where four tiles meet.
    for level in [3, 6, FINEST] {
        let (columns, rows) = TileAddress::grid(level, map.head().sheet);
        let tile = map.tile(TileAddress { level, column: columns / 2, row: rows / 2 - 1 }, &[]).unwrap();
        let other = map.tile(TileAddress { level, column: columns / 2 - 1, row: rows / 2 - 1 }, &[]).unwrap();
        let inked = |tile: &Tile| tile.rgba.chunks_exact(4).any(|pixel| pixel[3] > 40);
        assert_eq!((inked(&tile), inked(&other)), (true, false), "level {level}");
        if level > 6 {
            assert_eq!(Look::of(&tile, 1, 510), Look::Black, "level {level}");
        }
    }
}

#[test]
fn lines_are_snapped_to_at_their_true_place() {
    let map = open(&page("", "10 10 100 50 re S", &[]), 0).unwrap();
    let to_half_units = |points: f64| (points / 200.0 * f64::from(SHEET_UNITS) * 2.0).round() as u32;
    let [left, right, top, bottom] = [10.0, 110.0, 40.0, 90.0].map(to_half_units);
    let lines = &map.head().lines;
    assert_eq!(lines.len(), 4);
    assert_eq!(lines[0], PictureLine { from: (left, top), to: (right, top) });
    assert_eq!(lines[1], PictureLine { from: (left, bottom), to: (right, bottom) });
}

#[test]
fn files_that_are_none_are_refused() {
    let whole = page("", "0 0 m 9 9 l S", &[]);
    let kind = |bytes: &[u8], page| open(bytes, page).map(|_| ()).unwrap_err();
    assert_eq!(kind(&whole[..60], 0), ReadError::Truncated);
    assert!(matches!(kind(&whole, 1), ReadError::Damaged { .. }));
    assert!(matches!(kind(b"%PDF-1.7\nnothing\n%%EOF", 0), ReadError::Damaged { .. }));
    // Without its table the file is searched for its objects.
    let table = whole.windows(4).position(|window| window == b"xref").unwrap();
    assert_eq!(open(&whole[..table], 0).unwrap().drawing(&[]).unwrap().unwrap().elements.len(), 1);
}

#[test]
fn dashes_begin_where_the_file_says_and_a_marker_does_not_hide_what_it_marks() {
    let content = "[10 5] 4 d 0 50 m 200 50 l S /M gs 1 1 0 rg 0 0 100 20 re f";
    let marker = "/Resources << /ExtGState << /M << /BM /Multiply >> >> >>";
    insta::assert_snapshot!(drawn(&page(marker, content, &[])).join("\n"), @r"
    M 0 50 L 200 50 drawn 1 #000000 dashed 10 5 from 4
    M 0 100 L 100 100 L 100 80 L 0 80 Z filled #ffff00/85
    ");
}

#[test]
fn pages_are_called_what_the_file_calls_them() {
    let labels = "<< /Nums [0 << /S /r >> 2 << /S /D /P (Plan ) /St 5 >> 4 << /P (Cover) >> 5 << /S /A /St 27 >>] >>";
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] >>";
    let catalogue = format!("<< /Type /Catalog /Pages 2 0 R /PageLabels {labels} >>");
    let kids = "3 0 R 4 0 R 5 0 R 6 0 R 7 0 R 8 0 R";
    let tree = format!("<< /Type /Pages /Kids [{kids}] /Count 6 >>");
    let file = pdf(&[&catalogue, &tree, page, page, page, page, page, page]);
    assert_eq!(open(&file, 0).unwrap().head().pages, ["i", "ii", "Plan 5", "Plan 6", "Cover", "AA"]);
    for damaged in [
        "<< /Kids [9 0 R] /Nums [0 << /S /R >>] >>",
        "<< /Nums [-1 << /S /D >> 9 << /S /D >> (x) 3] >>",
        "[1 2]",
        "<< /Kids 3 >>",
    ] {
        let catalogue = "<< /Type /Catalog /Pages 2 0 R /PageLabels 9 0 R >>";
        let file = pdf(&[catalogue, &tree, page, page, page, page, page, page, damaged]);
        assert_eq!(open(&file, 0).unwrap().head().pages.len(), 6, "{damaged}");
    }
}
