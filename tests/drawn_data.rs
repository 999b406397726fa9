//! Booths out of whole files: drawings of real venues, which lie beside the clone, and what this program draws itself.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its data has failed")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use hallplan::edit::{Edit, apply};
use hallplan::geometry::{Angle, Length, Outline, Point, Size};
use hallplan::import::{Choices, Decision, DrawnHall, DrawnProblem, Proposal, propose};
use hallplan::plan::{EmbeddedFile, Hall, HallMap, IdMint, Placement, Plan};
use hallplan::reader::{Cancel, MapSource, NaturalSize, Reader};

fn program() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_hallplan"))
}

/// What comes of a drawing by itself, in a hall as large as it is.
fn proposed(path: &Path) -> Result<(Proposal, DrawnHall), String> {
    let reader = Reader::new(program());
    let file = EmbeddedFile::new(std::fs::read(path).unwrap());
    let source = MapSource { hash: file.hash(), bytes: file.bytes().clone(), page: 0 };
    let cancel = Cancel::new();
    let head = reader.map(&source, &cancel).map_err(|error| format!("{error:?}"))?;
    // What says nothing of its size is taken for a hall of a hundred metres.
    let width = match head.size {
        NaturalSize::True { width, .. } => width,
        NaturalSize::Paper(_) | NaturalSize::Unknown => Length::from_mm(100_000),
    };
    let drawing = reader.drawing(&source, &[], &cancel).map_err(|error| format!("{error:?}"))?.ok_or("a picture")?;
    let depth = Length::from_tenths(width.tenths() * i64::from(head.sheet.1) / i64::from(head.sheet.0) + 1);
    let outline = Outline::rectangle(Point::ORIGIN, Size::new(width, depth));
    let mut mint = IdMint::new(1, 0);
    let plan = apply(&Plan::default(), &Edit::AddHall(Hall { name: "Hall".into(), outline }), &mut mint).unwrap().plan;
    let hall = *plan.halls().keys().next().unwrap();
    let placement = Placement { origin: Point::ORIGIN, width, angle: Angle::ZERO };
    let map = HallMap::new(hall, String::new(), file, head.sheet, placement);
    let drawn = DrawnHall::find(&drawing, &map, &cancel).unwrap();
    let mut choices = Choices::new(&drawn);
    choices.decisions.insert(DrawnProblem::Outside, Decision::Add);
    let proposal = propose(&drawn, &choices, &plan, hall);
    if let Some(edit) = proposal.edit(&drawn, &choices, &plan, hall) {
        apply(&plan, &edit, &mut mint).map_err(|refusal| format!("{refusal:?}"))?;
    }
    Ok((proposal, drawn))
}

/// Closed shapes that become booths by themselves, and how many of them have a number. The career-fair halls of Lund have booths
/// without numbers; the others are samples of programs, in which nothing is a booth.
const DRAWINGS: &[(&str, usize, usize)] = &[
    ("plans/arkad_ehouse.svg", 44, 0),
    ("plans/arkad_ehouse_re.pdf", 44, 0),
    ("plans/arkad_ehouse_re.dxf", 99, 0),
    ("plans/arkad_kh_1.svg", 16, 0),
    ("dxf/ez_wipeout_door.dxf", 0, 0),
    ("dxf/ez_recover02.dxf", 0, 0),
    ("dxf/bj_dimensions.dxf", 0, 0),
    ("dwg/export_sample.dwg", 0, 0),
    ("dwg/sample_AC1015.dwg", 3, 3),
];

#[test]
#[ignore = "needs ../shared/data"]
fn drawings_of_venues_give_their_booths() {
    let shared = std::env::var_os("HALLPLAN_SHARED").map(PathBuf::from);
    let data = shared.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared")).join("data");
    for (name, booths, numbered) in DRAWINGS {
        let (proposal, _) = proposed(&data.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        let written = proposal.booths.iter().filter(|booth| booth.written.is_some()).count();
        assert_eq!((proposal.added().count(), written), (*booths, *numbered), "{name}");
    }
}

/// The example, drawn as SVG and read again: the same booths at the same places of the hall, with the same numbers.
#[test]
fn what_is_drawn_as_svg_comes_back_as_the_same_booths() {
    let folder = tempfile::tempdir().unwrap();
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/examples/it-partners-2022.hallplan");
    let svg = folder.path().join("hall.svg");
    let plan = hallplan::file::read(&std::fs::read_to_string(&example).unwrap()).unwrap();
    let hall = plan.halls().iter().next().unwrap();
    let out =
        Command::new(program()).arg("export").arg(&example).args(["--hall", &hall.1.name, "-o"]).arg(&svg).output().unwrap();
    assert!(out.status.success(), "{out:?}");
    let (proposal, _) = proposed(&svg).unwrap();

    let should: BTreeMap<String, &Outline> = plan
        .booths()
        .values()
        .filter(|booth| booth.hall == *hall.0)
        .map(|booth| (booth.number.to_string(), &booth.outline))
        .collect();
    let is: BTreeMap<String, &Outline> =
        proposal.added().map(|booth| (booth.number.as_ref().unwrap().to_string(), booth.outline.as_ref().unwrap())).collect();
    assert_eq!(is.keys().collect::<Vec<_>>(), should.keys().collect::<Vec<_>>());
    for booth in proposal.added() {
        let id = plan.booth_numbered(booth.number.as_ref().unwrap()).unwrap();
        if let [only] = plan.participants(id) {
            assert_eq!(booth.exhibitor, plan.get(only.exhibitor).unwrap().name, "{:?}", booth.number);
        }
    }
    // The sheet begins left of and above the hall: everything is moved by the same way.
    let (first, outline) = should.iter().next().unwrap();
    let way = is[first].bounds().min() - outline.bounds().min();
    for (number, outline) in &should {
        let outline = outline.moved(way);
        let near = |a: Point, b: Point| (a.x - b.x).abs().tenths() <= 1 && (a.y - b.y).abs().tenths() <= 1;
        let (a, b) = (is[number].bounds(), outline.bounds());
        assert!(near(a.min(), b.min()) && near(a.max(), b.max()), "{number} is {:?}, not {outline:?}", is[number]);
    }
}
