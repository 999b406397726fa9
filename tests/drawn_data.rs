//! Booths out of whole files: drawings of real venues, which lie beside the clone, and what this program draws itself.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its data has failed")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use hallplan::edit::{Edit, ExhibitorFields, NewBooth, NewNumber, Origin, apply};
use hallplan::geometry::{Angle, Length, Mirror, Outline, Point, Size};
use hallplan::import::{Choices, Decision, DrawnHall, DrawnProblem, Proposal, propose};
use hallplan::plan::{BoothId, EmbeddedFile, Hall, HallMap, IdMint, Number, Placement, Plan, Role, Stage, Status};
use hallplan::reader::{Cancel, MapSource, NaturalSize, Reader};

fn program() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_hallplan"))
}

/// What comes of a drawing by itself, in a hall as large as it is.
fn proposed(path: &Path) -> Result<(Proposal, DrawnHall), String> {
    brought(path).map(|(_, proposal, drawn)| (proposal, drawn))
}

/// The plan that a drawing alone makes, too.
fn brought(path: &Path) -> Result<(Plan, Proposal, DrawnHall), String> {
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
    let plan = match proposal.edit(&drawn, &choices, &plan, hall) {
        Some(edit) => apply(&plan, &edit, &mut mint).map_err(|refusal| format!("{refusal:?}"))?.plan,
        None => plan,
    };
    Ok((plan, proposal, drawn))
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

/// A hall with booths of every kind of outline and with everything that a drawing can say of one, and the same in a mirror.
fn every_kind() -> Plan {
    let mut mint = IdMint::new(1, 0);
    let mut plan = Plan::default();
    let mut make = |plan: &mut Plan, edit: &Edit| *plan = apply(plan, edit, &mut mint).unwrap().plan;
    let outline = Outline::rectangle(Point::ORIGIN, Size::from_mm(60_000, 40_000));
    make(&mut plan, &Edit::AddHall(Hall { name: "Hall".into(), outline }));
    let hall = *plan.halls().keys().next().unwrap();
    let ring = |at: (i64, i64), corners: &[(i64, i64)]| {
        let corner = |(x, y): &(i64, i64)| Point::new(Length::from_mm(at.0 + x), Length::from_mm(at.1 + y));
        Outline::of_ring(corners.iter().map(corner).collect()).unwrap()
    };
    let l = [(0, 0), (6_000, 0), (6_000, 3_000), (3_000, 3_000), (3_000, 6_000), (0, 6_000)];
    let u = [(0, 0), (9_000, 0), (9_000, 6_000), (6_000, 6_000), (6_000, 2_000), (3_000, 2_000), (3_000, 6_000), (0, 6_000)];
    let round =
        Outline::Round { centre: Point::new(Length::from_mm(28_000), Length::from_mm(6_000)), radius: Length::from_mm(2_505) };
    let square = |x, y| Outline::rectangle(Point::new(Length::from_mm(x), Length::from_mm(y)), Size::from_mm(3_000, 3_000));
    let turned = Outline::Rectangle {
        origin: Point::new(Length::from_mm(40_000), Length::from_mm(5_000)),
        size: Size::from_mm(5_000, 3_000),
        angle: Angle::from_thousandths(27_500),
    };
    let fourteen = (0..8).map(|place| square(3_000 + place * 3_000, 20_000));
    let outlines = [ring((2_000, 2_000), &l), ring((12_000, 2_000), &u), round, turned].into_iter().chain(fourteen);
    let booths = (1..).zip(outlines).map(|(number, outline)| NewBooth {
        number: NewNumber::Exactly(Number::new(&format!("A{number}")).unwrap()),
        outline,
        category: None,
    });
    make(&mut plan, &Edit::Add { hall, booths: booths.collect(), structures: Vec::new(), origin: Origin::Drawn });
    let placed: [(&str, &[&str], Option<Stage>); 6] = [
        ("Acme", &["A1", "A5", "A6"], Some(Stage::Paid)),
        ("Éditions Élan", &["A2"], None),
        ("Bolt", &["A5"], None),
        ("Quartz Ltd", &["A3"], Some(Stage::Held { until: None })),
        ("Müller & Partner", &["A8"], None),
        ("3M", &["A4"], Some(Stage::Contracted)),
    ];
    for (name, booths, stage) in placed {
        let fields = ExhibitorFields { name: name.into(), ..ExhibitorFields::default() };
        let booths = booths.iter().map(|number| Number::new(number).unwrap()).collect();
        make(&mut plan, &Edit::TakeIn { fields, booths, role: Role::Main, stage });
    }
    let numbers = |numbers: &[&str]| numbers.iter().map(|number| Number::new(number).unwrap()).collect::<Vec<_>>();
    make(&mut plan, &Edit::SetBlockedNumbered(numbers(&["A9", "A10"])));
    make(&mut plan, &Edit::HoldNumbered(numbers(&["A11"])));
    plan
}

/// A hall as a file of this kind.
fn exported(plan: &Plan, ending: &str, folder: &Path) -> PathBuf {
    let (show, out) = (folder.join("show.hallplan"), folder.join("hall").with_extension(ending));
    std::fs::write(&show, hallplan::file::write(plan)).unwrap();
    let done = Command::new(program()).arg("export").arg(&show).args(["--hall", "Hall", "-o"]).arg(&out).output().unwrap();
    assert!(done.status.success(), "{done:?}");
    out
}

/// What a booth is, but for where it stands: who is on it, and whether it is for sale.
fn facts(plan: &Plan, id: BoothId) -> (Vec<String>, &'static str) {
    let names = plan.participants(id).iter().map(|one| plan.get(one.exhibitor).unwrap().name.clone());
    let standing = match plan.status(id) {
        Status::Blocked => "blocked",
        Status::Held => "held",
        Status::Available => "available",
        Status::Reserved | Status::Contracted | Status::Paid => "booked",
    };
    (names.collect(), standing)
}

#[test]
fn booths_of_every_kind_come_back_from_dxf_and_svg_as_they_were() {
    let folder = tempfile::tempdir().unwrap();
    let straight = every_kind();
    let hall = *straight.halls().keys().next().unwrap();
    let mut mint = IdMint::new(2, straight.largest_counter());
    let mirrored = apply(&straight, &Edit::MirrorHall(hall, Mirror::LeftRight(Length::from_mm(60_000))), &mut mint).unwrap().plan;
    for (plan, ending) in [(&straight, "dxf"), (&mirrored, "dxf"), (&straight, "svg"), (&mirrored, "svg")] {
        let (back, _, _) = brought(&exported(plan, ending, folder.path())).unwrap();
        let numbers = |plan: &Plan| plan.booths().values().map(|booth| booth.number.to_string()).collect::<BTreeSet<_>>();
        assert_eq!(numbers(&back), numbers(plan), "{ending}");
        let booth = |of: &Plan, number: &Number| of.booth_numbered(number).unwrap();
        let first = Number::new("A5").unwrap();
        let corner = |of: &Plan| of.get(booth(of, &first)).unwrap().outline.bounds().min();
        let way = corner(&back) - corner(plan);
        for record in plan.booths().values() {
            let number = &record.number;
            assert_eq!(facts(&back, booth(&back, number)), facts(plan, booth(plan, number)), "{ending} {number}");
            let (is, should) = (&back.get(booth(&back, number)).unwrap().outline, record.outline.moved(way));
            assert_eq!(std::mem::discriminant(is), std::mem::discriminant(&should), "{ending} {number}: {is:?}");
            assert!(is_near(is, &should), "{ending} {number} is {is:?}, not {should:?}");
        }
    }
}

/// Whether two outlines are the same to a tenth of a millimetre at every corner.
fn is_near(one: &Outline, other: &Outline) -> bool {
    let near = |a: Point, b: Point| (a.x - b.x).abs().tenths() <= 1 && (a.y - b.y).abs().tenths() <= 1;
    let (ours, theirs) = (one.corners(), other.corners());
    let starts = ours.iter().position(|corner| theirs.first().is_some_and(|first| near(*corner, *first)));
    let turned = |start: usize, backwards: bool| {
        let step = |at: usize| if backwards { ours.len() + start - at } else { start + at };
        theirs.iter().enumerate().all(|(at, corner)| near(*corner, ours[step(at) % ours.len()]))
    };
    ours.len() == theirs.len() && starts.is_some_and(|start| turned(start, false) || turned(start, true))
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
            let name = &plan.get(only.exhibitor).unwrap().name;
            assert_eq!(booth.exhibitors, std::slice::from_ref(name), "{:?}", booth.number);
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
