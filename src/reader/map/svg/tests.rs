use super::*;
use crate::geometry::Length;
use crate::reader::map::testing::{self, Look};
use crate::reader::map::{DrawingUnit, NaturalSize, SHEET_UNITS, TileAddress};
use crate::reader::{Drawing, ElementKind};

fn svg(attributes: &str, content: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
         xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" {attributes}>{content}</svg>"
    )
}

fn drawing(file: &str) -> Drawing {
    open(file.as_bytes()).unwrap().drawing(&[]).unwrap().unwrap()
}

/// The drawing as short lines, with so many units across.
fn drawn(file: &str, across: f32) -> String {
    testing::lines(&drawing(file), SHEET_UNITS as f32 / across).join("\n")
}

#[test]
fn a_file_is_as_large_as_it_says() {
    let wide = (SHEET_UNITS, SHEET_UNITS / 2);
    let paper = |mm| NaturalSize::Paper(Length::from_mm(mm));
    let truth = NaturalSize::True { width: Length::from_mm(40_000), unit: DrawingUnit::Millimetre };
    for (attributes, sheet, size) in [
        ("viewBox=\"0 0 200 100\"", wide, NaturalSize::Unknown),
        ("width=\"200\" height=\"100\"", wide, NaturalSize::Unknown),
        ("width=\"200px\" height=\"100px\"", wide, NaturalSize::Unknown),
        ("width=\"420mm\" height=\"210mm\" viewBox=\"0 0 420 210\"", wide, paper(420)),
        ("width=\"4.2e1cm\" height=\"21cm\"", wide, paper(420)),
        ("width=\"10in\" height=\"5in\"", wide, paper(254)),
        ("width=\"100%\" height=\"100%\" viewBox=\"0 0 200 100\"", wide, NaturalSize::Unknown),
        ("width=\"400mm\" height=\"200mm\" viewBox=\"0 0 40000 20000\" data-hallplan-unit=\"mm\"", wide, truth),
        // Without an area, that of what is drawn.
        ("", wide, NaturalSize::Unknown),
    ] {
        let file = svg(attributes, "<rect x=\"5\" y=\"5\" width=\"20\" height=\"10\"/>");
        let map = open(file.as_bytes()).unwrap_or_else(|error| panic!("{attributes}: {error}"));
        assert_eq!((map.head().sheet, map.head().size), (sheet, size), "{attributes}");
    }
}

#[test]
fn a_file_without_a_size_says_how_many_of_its_own_pixels_it_is_wide() {
    for attributes in ["viewBox=\"0 0 612.5 300\"", "width=\"612.5\" height=\"300\""] {
        let file = svg(attributes, "<rect x=\"5\" y=\"5\" width=\"20\" height=\"10\"/>");
        assert_eq!(open(file.as_bytes()).unwrap().head().across, 612_500, "{attributes}");
    }
}

#[test]
fn classes_clips_and_turns_hold() {
    let file = svg(
        "viewBox=\"0 0 200 100\"",
        "<defs><style>.booth{fill:#f00;stroke:#00f;stroke-width:2}.free{fill:none}</style>\
         <clipPath id=\"c\"><circle cx=\"150\" cy=\"50\" r=\"20\"/></clipPath></defs>\
         <rect class=\"booth\" x=\"10\" y=\"20\" width=\"40\" height=\"30\"/>\
         <rect class=\"booth free\" x=\"60\" y=\"20\" width=\"40\" height=\"30\" transform=\"rotate(90 80 35)\"/>\
         <g clip-path=\"url(#c)\"><rect x=\"140\" y=\"40\" width=\"40\" height=\"40\" fill=\"#0f0\" opacity=\"0.5\"/></g>",
    );
    insta::assert_snapshot!(drawn(&file, 200.0), @r"
    M 10 20 L 50 20 L 50 50 L 10 50 Z filled #ff0000 drawn 2 #0000ff
    M 95 15 L 95 55 L 65 55 L 65 15 Z drawn 2 #0000ff
    M 140 40 L 180 40 L 180 80 L 140 80 Z filled #00ff00/128 within [M 170 50 C 170 61, 161 70, 150 70 C 139 70, 130 61, 130 50 C 130 39, 139 30, 150 30 C 161 30, 170 39, 170 50 Z]
    ");
}

#[test]
fn texts_are_texts() {
    let file = svg(
        "viewBox=\"0 0 200 100\"",
        "<text x=\"100\" y=\"50\" font-family=\"Inter\" font-size=\"10\" text-anchor=\"middle\">Stand <tspan>A12</tspan></text>",
    );
    let drawing = drawing(&file);
    let [element] = drawing.elements.as_slice() else { panic!("{drawing:?}") };
    let ElementKind::Text { text, size, centre, .. } = &element.kind else { panic!("{element:?}") };
    let unit = SHEET_UNITS as f32 / 200.0;
    assert_eq!(text, "Stand A12");
    assert!((size / unit - 10.0).abs() < 0.2, "{size}");
    assert!((centre[0] / unit - 100.0).abs() < 1.0 && (centre[1] / unit - 46.4).abs() < 1.0, "{centre:?}");
}

const LAYERED: &str = "<defs><rect id=\"box\" width=\"20\" height=\"20\"/></defs>\
     <rect width=\"200\" height=\"2\"/>\
     <g inkscape:groupmode=\"layer\" inkscape:label=\"Booths\" id=\"l1\"><use href=\"#box\" x=\"10\" y=\"70\"/><g id=\"inner\">\
     <use href=\"#box\" x=\"40\" y=\"70\"/></g></g>\
     <g inkscape:groupmode=\"layer\" inkscape:label=\"Notes &amp; more\" style=\"display:none\"><use href=\"#inner\" x=\"40\"/></g>";

#[test]
fn layers_of_inkscape_are_layers_and_may_refer_to_one_another() {
    let map = open(svg("viewBox=\"0 0 200 100\"", LAYERED).as_bytes()).unwrap();
    let layers: Vec<_> = map.head().layers.iter().map(|layer| (layer.name.as_str(), layer.is_shown, layer.elements)).collect();
    assert_eq!(layers, [("", true, 1), ("Booths", true, 2), ("Notes & more", false, 1)]);
    let count = |hidden: &[&str]| {
        let hidden: Vec<_> = hidden.iter().map(|name| (*name).to_owned()).collect();
        map.drawing(&hidden).unwrap().unwrap().elements.len()
    };
    assert_eq!([count(&[]), count(&["Notes & more"]), count(&["Booths"])], [4, 3, 2]);
    let looks = |hidden: &[&str]| {
        let hidden: Vec<_> = hidden.iter().map(|name| (*name).to_owned()).collect();
        let tile = map.tile(TileAddress { level: 0, column: 0, row: 0 }, &hidden).unwrap();
        [(51, 205), (128, 205), (230, 205), (250, 2)].map(|(x, y)| Look::of(&tile, x, y))
    };
    use Look::{Black, Nothing};
    assert_eq!(looks(&["Notes & more"]), [Black, Black, Nothing, Black]);
    assert_eq!(looks(&[]), [Black, Black, Black, Black]);
    assert_eq!(looks(&["", "Booths"]), [Nothing, Nothing, Black, Nothing]);
}

#[test]
fn groups_with_names_are_layers_where_nothing_else_is() {
    let names = |content: &str| {
        let map = open(svg("viewBox=\"0 0 200 100\"", content).as_bytes()).unwrap();
        map.head().layers.iter().map(|layer| layer.name.clone()).collect::<Vec<_>>()
    };
    let group = |attributes: &str| format!("<g {attributes}><rect width=\"9\" height=\"9\"/></g>");
    let two = group("id=\"Halle_x0020_1\"") + &group("id=\"x\" data-name=\"Sta_nds\"");
    assert_eq!(names(&two), ["Halle 1", "Sta_nds"]);
    assert_eq!(names(&format!("<g id=\"all\">{two}</g>")), ["Halle 1", "Sta_nds"]);
    assert_eq!(names(&group("")), Vec::<String>::new());
    assert_eq!(names(&group("id=\"_xnone_\"")), ["_xnone_"]);
}

#[test]
fn a_packed_file_is_unpacked_and_a_bomb_is_not() {
    use std::io::Write as _;
    let pack = |bytes: &[u8]| {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        packer.write_all(bytes).unwrap();
        packer.finish().unwrap()
    };
    let file = svg("viewBox=\"0 0 200 100\"", "<rect width=\"9\" height=\"9\"/>");
    let packed = pack(file.as_bytes());
    assert_eq!(Kind::of(&packed), Kind::Svg);
    assert_eq!(open(&packed).unwrap().drawing(&[]).unwrap().unwrap().elements.len(), 1);
    assert_eq!(open(&packed[..packed.len() / 2]).map(|_| ()).unwrap_err(), ReadError::Truncated);
    let mut bomb = file.into_bytes();
    bomb.resize(usize::try_from(limits::FILE_BYTES).unwrap() + 10, b' ');
    assert!(matches!(open(&pack(&bomb)).map(|_| ()).unwrap_err(), ReadError::FileTooLarge { .. }));
}

#[test]
fn other_encodings_are_read() {
    let file = svg("viewBox=\"0 0 200 100\"", "<g id=\"Entrée\"><rect width=\"9\" height=\"9\"/></g>");
    let utf16: Vec<u8> = "\u{FEFF}".encode_utf16().chain(file.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let latin: Vec<u8> = file.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
    for bytes in [file.as_bytes(), &utf16, &latin] {
        assert_eq!(open(bytes).unwrap().head().layers[0].name, "Entrée");
    }
}

#[test]
fn a_file_that_is_none_is_refused() {
    let whole = svg("viewBox=\"0 0 200 100\"", "<rect width=\"9\" height=\"9\"/>");
    let error = |text: &str| open(text.as_bytes()).map(|_| ()).unwrap_err();
    assert_eq!(error(&whole[..whole.len() - 10]), ReadError::Truncated);
    assert!(matches!(error("<svg xmlns=\"http://www.w3.org/2000/svg\"><a></b></svg>"), ReadError::Damaged { .. }));
    assert_eq!(error(&svg("viewBox=\"0 0 9 9\"", "<title>Nothing</title>")), ReadError::Empty);
}
