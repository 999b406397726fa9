//! PDF and SVG as maps, read by the worker: their sizes, layers, vectors and tiles; and that hostile ones end in one sentence.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its data has failed")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use hallplan::reader::{
    Cancel, Drawing, ElementKind, MapHead, MapSource, NaturalSize, PictureLine, ReadError, Reader, Tile, TileAddress,
};

/// The shared data, beside the package or where the environment says.
fn shared(folder: &str) -> PathBuf {
    let shared = std::env::var_os("HALLPLAN_SHARED").map(PathBuf::from);
    shared.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared")).join("data").join(folder)
}

fn reader() -> Reader {
    Reader::new(PathBuf::from(env!("CARGO_BIN_EXE_hallplan")))
}

fn source(path: &Path, page: u32) -> MapSource {
    let bytes: Arc<[u8]> = std::fs::read(path).unwrap().into();
    MapSource { hash: path.display().to_string(), bytes, page }
}

fn ours(name: &str, page: u32) -> MapSource {
    source(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/maps").join(name), page)
}

/// The PDF and SVG files of some folders of the shared data, by name.
fn files(folders: &[&str]) -> Vec<PathBuf> {
    let is_wanted = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "pdf" || ending == "svg");
    let mut files: Vec<_> = folders
        .iter()
        .flat_map(|folder| std::fs::read_dir(shared(folder)).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(is_wanted)
        .collect();
    files.sort();
    files
}

fn size(head: &MapHead) -> String {
    let (width, height) = head.sheet;
    let ratio = f64::from(width) / f64::from(height);
    match head.size {
        NaturalSize::Unknown => format!("{ratio:.3}"),
        NaturalSize::Paper(width) => format!("{ratio:.3}, {:.1} mm of paper wide", width.metres() * 1_000.0),
        NaturalSize::True { width, unit } => format!("{ratio:.3}, {:.3} m wide in {unit:?}", width.metres()),
    }
}

fn texts(drawing: &Drawing) -> Vec<&str> {
    let texts = drawing.elements.iter().filter_map(|element| match &element.kind {
        ElementKind::Text { text, .. } => Some(text.as_str()),
        _ => None,
    });
    texts.collect()
}

/// The colour of a tile on white at a part of its width and height.
fn colour(tile: &Tile, across: f64, down: f64) -> [u8; 3] {
    let side = f64::from(TileAddress::SIDE);
    let at = ((down * side) as usize * TileAddress::SIDE as usize + (across * side) as usize) * 4;
    let [red, green, blue, alpha] = tile.rgba[at..at + 4].try_into().unwrap();
    [red, green, blue].map(|part: u8| part.saturating_add(255 - alpha))
}

const WHOLE: TileAddress = TileAddress { level: 0, column: 0, row: 0 };

#[test]
fn the_same_hall_is_the_same_map_as_svg_and_as_pdf() {
    let reader = reader();
    let cancel = Cancel::new();
    for name in ["hall.svg", "hall.pdf"] {
        let map = ours(name, 0);
        let head = reader.map(&map, &cancel).unwrap();
        assert_eq!(size(&head), "2.000, 400.0 mm of paper wide", "{name}");
        let layers: Vec<_> = head.layers.iter().map(|layer| (layer.name.as_str(), layer.is_shown, layer.elements)).collect();
        assert_eq!(layers, [("Walls", true, 1), ("Booths", true, 4), ("Power", false, 1)], "{name}");
        // The left side of the wall, from top to bottom, and its top.
        let unit = f64::from(head.sheet.0) / 400.0 * 2.0;
        let near = |at: (u32, u32), mm: (f64, f64)| {
            (f64::from(at.0) / unit - mm.0).abs() < 0.01 && (f64::from(at.1) / unit - mm.1).abs() < 0.01
        };
        let has = |from, to| head.lines.iter().any(|line| near(line.from, from) && near(line.to, to));
        assert!(
            has((10.0, 10.0), (390.0, 10.0)) && has((10.0, 10.0), (10.0, 190.0)) && has((70.0, 40.0), (100.0, 40.0)),
            "{name}"
        );
        let hidden = ["Power".to_owned()];
        let drawing = reader.drawing(&map, &hidden, &cancel).unwrap().unwrap();
        assert_eq!(texts(&drawing), ["A1", "A2"], "{name}");
        let tile = reader.tile(&map, WHOLE, &hidden, &cancel).unwrap();
        let lit = reader.tile(&map, WHOLE, &[], &cancel).unwrap();
        assert_eq!(colour(&tile, 0.5, 0.25), [255; 3], "{name}");
        assert_eq!(colour(&lit, 0.5, 0.25), [204, 0, 0], "{name}");
        assert!(colour(&tile, 10.0 / 400.0, 0.25)[0] < 100, "{name}: the wall");
    }
}

#[test]
fn a_turned_and_cropped_page_is_seen_as_it_is_meant() {
    let (reader, cancel) = (reader(), Cancel::new());
    let map = ours("hall.pdf", 1);
    let head = reader.map(&map, &cancel).unwrap();
    assert_eq!(head.pages.len(), 2);
    assert_eq!(size(&head), "1.000, 200.0 mm of paper wide");
    // Turned to the right, the left side of the wall is on top.
    let tile = reader.tile(&map, WHOLE, &[], &cancel).unwrap();
    assert!(colour(&tile, 0.5, 0.05)[0] < 100 && colour(&tile, 0.95, 0.5)[0] < 100 && colour(&tile, 0.05, 0.5)[0] < 100);
    assert_eq!(colour(&tile, 0.5, 0.95), [255; 3]);
    let none = ours("hall.pdf", 2);
    assert!(matches!(reader.map(&none, &cancel), Err(ReadError::Damaged { .. })));
}

#[test]
#[ignore = "needs ../shared/data"]
fn every_pdf_and_svg_opens_as_what_it_is() {
    let (reader, cancel) = (reader(), Cancel::new());
    let mut table = String::new();
    for path in files(&["pdf", "svg", "plans"]) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let map = source(&path, 0);
        let head = match reader.map(&map, &cancel) {
            Ok(head) => head,
            Err(error) => {
                writeln!(table, "{name}: {error:?}").unwrap();
                continue;
            }
        };
        let drawing = reader.drawing(&map, &[], &cancel).unwrap().unwrap();
        let count = |is: fn(&ElementKind) -> bool| drawing.elements.iter().filter(|element| is(&element.kind)).count();
        let paths = count(|kind| matches!(kind, ElementKind::Path { .. }));
        let pictures = count(|kind| matches!(kind, ElementKind::Picture { .. }));
        let layers: Vec<_> = head.layers.iter().map(|layer| format!("{} {}", layer.name, layer.elements)).collect();
        let texts = texts(&drawing).len();
        writeln!(
            table,
            "{name}: {} pages, {}; {paths} paths, {texts} texts, {pictures} pictures, {} lines; {}",
            head.pages.len(),
            size(&head),
            head.lines.len(),
            layers.join(", ")
        )
        .unwrap();
        let tile = reader.tile(&map, WHOLE, &[], &cancel).unwrap();
        let shows = tile.rgba.chunks_exact(4).any(|pixel| pixel[3] > 0);
        assert_eq!(shows, !drawing.elements.is_empty(), "{name}");
    }
    insta::assert_snapshot!(table);
}

#[test]
#[ignore = "needs ../shared/data"]
fn hostile_files_are_read_or_refused_in_time() {
    let (reader, cancel) = (reader(), Cancel::new());
    let mut table = String::new();
    for path in files(&["hostile"]) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let map = source(&path, 0);
        let read = reader.map(&map, &cancel).and_then(|head| {
            reader.tile(&map, WHOLE, &[], &cancel)?;
            Ok(format!("{}, {:?}", size(&head), head.lines.len()))
        });
        writeln!(table, "{name}: {read:?}").unwrap();
    }
    insta::assert_snapshot!(table);
}

/// A line in parts of the longer side of its sheet.
fn part(line: &PictureLine, sheet: (u32, u32)) -> [f64; 4] {
    let longer = f64::from(sheet.0.max(sheet.1)) * 2.0;
    [line.from.0, line.from.1, line.to.0, line.to.1].map(|at| f64::from(at) / longer)
}

#[test]
#[ignore = "needs ../shared/data"]
fn one_hall_in_several_formats_has_its_long_lines_in_the_same_places() {
    let (reader, cancel) = (reader(), Cancel::new());
    let lines = |name: &str| {
        let head = reader.map(&source(&shared("plans").join(name), 0), &cancel).unwrap();
        head.lines.iter().map(|line| part(line, head.sheet)).collect::<Vec<_>>()
    };
    let (svg, pdf) = (lines("arkad_ehouse.svg"), lines("arkad_ehouse_re.pdf"));
    let missing: Vec<_> = pdf
        .iter()
        .take(100)
        .filter(|line| !svg.iter().any(|other| line.iter().zip(other).all(|(one, other)| (one - other).abs() < 0.002)))
        .collect();
    assert!(missing.len() <= 5, "{} of 100 are missing: {missing:?}", missing.len());
}

#[test]
#[ignore = "needs pdftoppm and ../shared/data"]
fn tiles_look_as_poppler_paints_the_page() {
    let (reader, cancel) = (reader(), Cancel::new());
    let folder = tempfile::tempdir().unwrap();
    for path in files(&["pdf", "plans"]).into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "pdf")) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let map = source(&path, 0);
        let Ok(head) = reader.map(&map, &cancel) else { continue };
        let tile = reader.tile(&map, WHOLE, &[], &cancel).unwrap();
        let out = folder.path().join("page");
        let side = TileAddress::SIDE.to_string();
        let status = std::process::Command::new("pdftoppm")
            .args(["-f", "1", "-l", "1", "-singlefile", "-cropbox", "-png", "-scale-to", &side])
            .args([&path, &out])
            .status()
            .unwrap();
        assert!(status.success(), "{name}");
        let page = image::open(out.with_extension("png")).unwrap().into_rgb8();
        let difference: f64 = page
            .enumerate_pixels()
            .map(|(x, y, pixel)| {
                let part = |at: u32| (f64::from(at) + 0.5) / f64::from(TileAddress::SIDE);
                let ours = colour(&tile, part(x), part(y));
                let apart = ours.iter().zip(pixel.0).map(|(one, other)| f64::from(one.abs_diff(other)));
                apart.sum::<f64>() / 3.0 / 255.0
            })
            .sum();
        let mean = difference / f64::from(page.width() * page.height());
        assert!(mean < 0.02, "{name} ({}): {mean:.4}", size(&head));
    }
}
