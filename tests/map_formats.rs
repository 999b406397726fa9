//! Drawings through the real worker: what is exported comes back, and the files of others are what they are.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its data has failed")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use hallplan::export::dxf::hall_dxf;
use hallplan::file;
use hallplan::geometry::{Outline, Units};
use hallplan::plan::{HallId, Plan};
use hallplan::reader::{
    Cancel, Drawing, ElementKind, MapHead, MapSource, NaturalSize, PathStep, ReadError, Reader, SheetPoint, limits,
};
use hallplan::text::{Language, Texts};

const EXAMPLES: [&str; 4] = ["it-partners-2022", "techdays-2010", "semaine-du-numerique", "devcom"];

fn reader() -> Reader {
    Reader::new(PathBuf::from(env!("CARGO_BIN_EXE_hallplan")))
}

fn source(bytes: Vec<u8>, page: u32) -> MapSource {
    let bytes: Arc<[u8]> = bytes.into();
    MapSource { hash: format!("{:x}-{page}-{:p}", bytes.len(), bytes), bytes, page }
}

fn read(reader: &Reader, bytes: &[u8], page: u32) -> Result<(MapHead, Drawing), ReadError> {
    let source = source(bytes.to_vec(), page);
    let head = reader.map(&source, &Cancel::new())?;
    let drawing = reader.drawing(&source, &[], &Cancel::new())?.unwrap();
    Ok((head, drawing))
}

fn example(name: &str) -> Plan {
    let path = format!("{}/assets/examples/{name}.hallplan", env!("CARGO_MANIFEST_DIR"));
    file::read(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Where the corners of a closed path are, in millimetres from the left bottom corner of the sheet.
fn corners(path: &[PathStep], at: &impl Fn(SheetPoint) -> [f64; 2]) -> Vec<[f64; 2]> {
    let ends = path.iter().filter_map(|step| match *step {
        PathStep::Move(to) | PathStep::Line(to) | PathStep::Cubic(_, _, to) => Some(at(to)),
        _ => None,
    });
    ends.collect()
}

/// What is said of a hall once it was exported and read again: every booth's outline, and every number in the booth that it
/// belongs to.
fn assert_it_comes_back(reader: &Reader, plan: &Plan, hall: HallId, texts: &Texts) {
    let bytes = hall_dxf(plan, hall, texts).unwrap().unwrap();
    let (head, drawing) = read(reader, &bytes, 0).unwrap();
    let NaturalSize::True { width, .. } = head.size else { panic!("{:?}", head.size) };
    let scale = width.metres() * 1_000.0 / f64::from(head.sheet.0);
    let floor = plan.get(hall).unwrap().outline.bounds();
    let drawn: Vec<_> =
        drawing.elements.iter().map(|element| (drawing.layers[usize::from(element.layer)].as_str(), element)).collect();
    // The hall's own outline says where the sheet lies.
    let sheet = |[x, y]: SheetPoint| [f64::from(x) * scale, f64::from(y) * scale];
    let outline = drawn.iter().find(|(layer, _)| *layer == "HALL").unwrap().1.kind.bounds().unwrap();
    let [left, top] = sheet(outline.0);
    let place = |at: SheetPoint| {
        let [x, y] = sheet(at);
        [x - left + floor.min().x.metres() * 1_000.0, y - top + floor.min().y.metres() * 1_000.0]
    };
    let mut shapes: Vec<Vec<[f64; 2]>> = Vec::new();
    for (_, element) in drawn.iter().filter(|(layer, _)| layer.starts_with("BOOTHS")) {
        let ElementKind::Path { path, .. } = &element.kind else { panic!("{element:?}") };
        assert_eq!(path.last(), Some(&PathStep::Close), "an outline is closed");
        shapes.push(corners(path, &place));
    }
    let booths: Vec<_> = plan.booths().values().filter(|booth| booth.hall == hall && !plan.is_hidden(booth.binding)).collect();
    assert_eq!(shapes.len(), booths.len());
    let near = |one: [f64; 2], other: [f64; 2]| (one[0] - other[0]).abs() <= 0.1 && (one[1] - other[1]).abs() <= 0.1;
    for (booth, shape) in booths.iter().zip(&shapes) {
        if let Outline::Rectangle { .. } | Outline::Polygon(_) = booth.outline {
            let wanted: Vec<[f64; 2]> =
                booth.outline.corners().iter().map(|at| [at.x.metres() * 1_000.0, at.y.metres() * 1_000.0]).collect();
            assert_eq!(shape.len(), wanted.len(), "{}", booth.number.as_str());
            assert!(shape.iter().zip(&wanted).all(|(one, other)| near(*one, *other)), "{shape:?} {wanted:?}");
        } else {
            assert_eq!(shape.len(), 5, "a circle is four curves");
        }
        let numbers = drawn.iter().filter(|(layer, _)| *layer == "NUMBERS").filter(|(_, element)| match &element.kind {
            ElementKind::Text { centre, .. } => {
                let [x, y] = place(*centre).map(|mm| hallplan::geometry::Length::from_metres(mm / 1_000.0).unwrap());
                booth.outline.contains(hallplan::geometry::Point { x, y })
            }
            _ => false,
        });
        let numbers: Vec<&str> = numbers
            .filter_map(|(_, element)| match &element.kind {
                ElementKind::Text { text, .. } => Some(text.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(numbers, [booth.number.as_str()]);
    }
}

#[test]
fn a_hall_exported_as_dxf_comes_back_as_the_same_booths() {
    let reader = reader();
    for name in EXAMPLES {
        let plan = example(name);
        for units in [Units::Metres, Units::Feet] {
            let texts = Texts::new(Language::English).in_units(units);
            for hall in plan.halls().keys() {
                assert_it_comes_back(&reader, &plan, *hall, &texts);
            }
        }
    }
}

#[test]
#[ignore = "needs LibreCAD"]
fn librecad_opens_an_exported_hall() {
    let folder = tempfile::tempdir().unwrap();
    let plan = example("it-partners-2022");
    let hall = plan.hall_named("Hall 1").unwrap();
    let bytes = hall_dxf(&plan, hall, &Texts::new(Language::English)).unwrap().unwrap();
    let (dxf, pdf) = (folder.path().join("hall.dxf"), folder.path().join("hall.pdf"));
    std::fs::write(&dxf, bytes).unwrap();
    let mut librecad = std::process::Command::new("librecad");
    librecad.env("QT_QPA_PLATFORM", "offscreen").env("HOME", folder.path()).env("XDG_RUNTIME_DIR", folder.path());
    let done = librecad.args(["dxf2pdf", "-a", "-o"]).args([&pdf, &dxf]).output().unwrap();
    assert!(done.status.success(), "{done:?}");
    // Every booth has four sides, each at least a dozen bytes.
    assert!(std::fs::metadata(&pdf).unwrap().len() > 280 * 48, "{done:?}");
}

/// The shared data, beside the package or where the environment says.
fn data(folder: &str) -> PathBuf {
    let shared = std::env::var_os("HALLPLAN_SHARED").map(PathBuf::from);
    shared.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared")).join("data").join(folder)
}

fn files(folder: &str, endings: &[&str]) -> Vec<(String, Vec<u8>)> {
    let entries = std::fs::read_dir(data(folder)).unwrap().map(|entry| entry.unwrap());
    let files = entries.map(|entry| (entry.file_name().into_string().unwrap(), entry.path()));
    let wanted = files.filter(|(name, _)| endings.iter().any(|ending| name.ends_with(ending)));
    let mut files: Vec<_> = wanted.map(|(name, path)| (name, std::fs::read(path).unwrap())).collect();
    files.sort();
    files
}

fn counts(drawing: &Drawing) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for element in &drawing.elements {
        let kind = match &element.kind {
            ElementKind::Path { fill: Some(_), .. } => "areas",
            ElementKind::Path { .. } => "lines",
            ElementKind::Text { .. } => "texts",
            ElementKind::Picture { .. } => "pictures",
        };
        *counts.entry(kind).or_default() += 1;
    }
    counts
}

#[test]
#[ignore = "needs ../shared/data"]
fn the_drawings_of_others_are_as_large_as_they_are_and_hold_what_they_hold() {
    let reader = reader();
    let mut said = String::new();
    for (folder, ending) in [("dxf", ".dxf"), ("dwg", ".dwg"), ("dwg", ".dxf"), ("plans", ".dxf")] {
        for (name, bytes) in files(folder, &[ending]) {
            let pages = match read(&reader, &bytes, 0) {
                Ok((head, _)) => head.pages,
                Err(error) => {
                    writeln!(said, "{name}: {error:?}").unwrap();
                    continue;
                }
            };
            for (page, title) in (0..).zip(&pages) {
                let (head, drawing) = read(&reader, &bytes, page).unwrap();
                writeln!(said, "{name} {title:?}: {:?}, {:?}, {:?}", head.sheet, head.size, counts(&drawing)).unwrap();
                let layers = head.layers.iter().map(|layer| {
                    let hidden = if layer.is_shown { "" } else { " (hidden)" };
                    format!("{}{hidden} {}", layer.name, layer.elements)
                });
                writeln!(said, "    {}", layers.collect::<Vec<_>>().join(", ")).unwrap();
            }
        }
    }
    insta::assert_snapshot!(said);
}

#[test]
#[ignore = "needs ../shared/data"]
fn a_dwg_file_and_its_dxf_are_read_alike() {
    let reader = reader();
    let read = |name: &str| read(&reader, &std::fs::read(data("dwg").join(name)).unwrap(), 0).unwrap();
    let (dxf, dxf_drawing) = read("sample_AC1015_ascii.dxf");
    let (dwg, drawing) = read("sample_AC1015.dwg");
    assert_eq!((&dwg.pages, dwg.sheet, dwg.size), (&dxf.pages, dxf.sheet, dxf.size));
    assert_eq!(counts(&drawing), counts(&dxf_drawing));
}

#[test]
#[ignore = "needs ../shared/data"]
fn hostile_drawings_are_read_or_refused_within_limits() {
    let reader = reader();
    let timed = |bytes: &[u8]| {
        let started = Instant::now();
        let read = read(&reader, bytes, 0).map(|(head, drawing)| (head, drawing.elements.len()));
        assert!(started.elapsed() < limits::REQUEST_TIME, "it took {:?}", started.elapsed());
        read
    };
    let hostile = |name: &str| std::fs::read(data("hostile").join(name)).unwrap();
    assert!(matches!(timed(&hostile("array_30000x30000.dxf")), Err(ReadError::TooManyElements { .. })));
    assert_eq!(timed(&hostile("recursive_block.dxf")).unwrap().1, 1);
    assert_eq!(timed(&hostile("nan_inf.dxf")).unwrap_err(), ReadError::Empty);
    let huge =
        b"  0\nSECTION\n  2\nENTITIES\n".iter().copied().chain(std::iter::repeat_n(b' ', 200_000_000)).collect::<Vec<u8>>();
    let started = Instant::now();
    assert!(matches!(timed(&huge), Err(ReadError::FileTooLarge { .. })));
    assert!(started.elapsed() < Duration::from_secs(2), "refused before it is read");
    for (name, bytes) in files("dwg", &[".dwg", ".dxf"]) {
        for part in 1..24 {
            match timed(&bytes[..bytes.len() * part / 24]) {
                Ok(_) | Err(ReadError::Truncated | ReadError::Damaged { .. } | ReadError::Empty) => {}
                Err(error) => panic!("{name}, {part} of 24: {error:?}"),
            }
        }
    }
}
