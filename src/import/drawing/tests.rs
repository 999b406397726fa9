use proptest::prelude::*;

use super::*;
use crate::edit::{Editor, Objects};
use crate::geometry::{Angle, Bounds, Size};
use crate::plan::{EmbeddedFile, Hall, HallId, HallMap, IdMint, Number, Placement, Plan, Status, StructureShape};
use crate::reader::{Cancel, Drawing, Element, ElementKind, Fill, FillRule, PathStep, SheetPoint, Stroke};

const BLUE: Rgba = Rgba([0, 0, 200, 255]);
const GREY: Rgba = Rgba([90, 90, 90, 255]);

/// A sheet on which a unit is a millimetre, unless a test says otherwise.
struct Sheet(Drawing);

impl Sheet {
    fn new() -> Self {
        Self(Drawing { sheet: (60_000, 40_000), ..Drawing::default() })
    }

    fn layer(&mut self, name: &str) -> u16 {
        let place = self.0.layers.iter().position(|layer| layer == name).unwrap_or_else(|| {
            self.0.layers.push(name.to_owned());
            self.0.layers.len() - 1
        });
        u16::try_from(place).unwrap()
    }

    fn path(&mut self, layer: &str, path: Vec<PathStep>, fill: Option<Rgba>, stroke: Option<Rgba>) {
        let layer = self.layer(layer);
        let fill = fill.map(|colour| Fill { colour, rule: FillRule::NonZero });
        let kind = ElementKind::Path { path, fill, stroke: stroke.map(Stroke::hairline) };
        self.0.elements.push(Element { layer, clip: None, kind });
    }

    fn rectangle(&mut self, layer: &str, [x, y, width, depth]: [f32; 4], fill: Rgba) {
        let corners = [[x, y], [x + width, y], [x + width, y + depth], [x, y + depth]];
        self.path(layer, closed(&corners), Some(fill), None);
    }

    fn line(&mut self, layer: &str, from: SheetPoint, to: SheetPoint) {
        self.path(layer, vec![PathStep::Move(from), PathStep::Line(to)], None, Some(GREY));
    }

    fn text(&mut self, layer: &str, words: &str, centre: SheetPoint) {
        let layer = self.layer(layer);
        let kind = ElementKind::Text {
            text: words.to_owned(),
            at: centre,
            size: 300.0,
            angle: 0.0,
            centre,
            outlines: Vec::new(),
            fill: Fill { colour: Rgba::BLACK, rule: FillRule::NonZero },
        };
        self.0.elements.push(Element { layer, clip: None, kind });
    }

    /// A booth with texts one below the other.
    fn booth(&mut self, area: [f32; 4], texts: &[&str]) {
        self.rectangle("STANDS", area, BLUE);
        for (place, words) in texts.iter().enumerate() {
            let centre = [area[0] + area[2] / 2.0, area[1] + 500.0 + place as f32 * 600.0];
            self.text("TEXT", words, centre);
        }
    }
}

fn closed(corners: &[SheetPoint]) -> Vec<PathStep> {
    let mut path = Vec::new();
    for (place, corner) in corners.iter().enumerate() {
        path.push(if place == 0 { PathStep::Move(*corner) } else { PathStep::Line(*corner) });
    }
    path.push(PathStep::Close);
    path
}

/// A show with one hall of 60 by 40 metres.
fn show() -> (Editor, HallId) {
    let mut editor = Editor::new(Plan::default(), 1);
    let outline = Outline::rectangle(Point::ORIGIN, Size::from_mm(60_000, 40_000));
    edit(&mut editor, &crate::edit::Edit::AddHall(Hall { name: "Hall 1".into(), outline }));
    let hall = *editor.plan().halls().keys().next().unwrap();
    (editor, hall)
}

fn edit(editor: &mut Editor, edit: &crate::edit::Edit) {
    editor.apply(edit, jiff::Timestamp::UNIX_EPOCH, &Objects::default()).unwrap();
}

/// The map of a sheet of 60 m at its true scale.
fn map(hall: HallId, sheet: (u32, u32)) -> HallMap {
    let placement = Placement { origin: Point::ORIGIN, width: Length::from_mm(60_000), angle: Angle::ZERO };
    HallMap::new(hall, "plan.dxf".into(), EmbeddedFile::new(Vec::new()), sheet, placement)
}

fn find(sheet: &Sheet) -> DrawnHall {
    let hall = IdMint::new(1, 0).mint();
    DrawnHall::find(&sheet.0, &map(hall, sheet.0.sheet), &Cancel::new()).unwrap()
}

/// What comes of a sheet by itself: number, or what is wrong, and exhibitor.
fn proposed(sheet: &Sheet) -> Vec<String> {
    let (editor, hall) = show();
    let drawn = find(sheet);
    let proposal = propose(&drawn, &Choices::new(&drawn), editor.plan(), hall);
    proposal.booths.iter().map(told).collect()
}

fn told(booth: &ProposedBooth) -> String {
    let number = booth.number.as_ref().or(booth.written.as_ref()).map(Number::to_string).unwrap_or_default();
    let problem = booth.problem.map(|problem| format!(" {problem:?}")).unwrap_or_default();
    let name = if booth.exhibitors.is_empty() { String::new() } else { format!(" = {}", booth.exhibitors.join(" & ")) };
    let status = booth.status.map(|status| format!(" ({status:?})")).unwrap_or_default();
    format!("{number}{name}{status}{problem}")
}

#[test]
fn rectangles_with_a_number_and_a_name_are_booths_with_exhibitors() {
    let mut sheet = Sheet::new();
    sheet.booth([1_000.0, 1_000.0, 3_000.0, 3_000.0], &["A1", "Acme", "France"]);
    sheet.booth([4_000.0, 1_000.0, 3_000.0, 3_000.0], &["Beta GmbH", "A2", "9 m²"]);
    sheet.booth([7_000.0, 1_000.0, 3_000.0, 3_000.0], &["A3", "3M"]);
    sheet.booth([10_000.0, 1_000.0, 3_000.0, 3_000.0], &["A4", "3 x 3", "Réservé", "Delta"]);
    sheet.booth([13_000.0, 1_000.0, 3_000.0, 3_000.0], &["A5 Epsilon"]);
    sheet.booth([16_000.0, 1_000.0, 3_000.0, 3_000.0], &["Stand A6", "libre"]);
    assert_eq!(
        proposed(&sheet),
        ["A1 = Acme France", "A2 = Beta GmbH", "A3 = 3M", "A4 = Delta (Reserved)", "A5 = Epsilon", "A6 (Available)"]
    );
}

#[test]
fn what_is_wrong_is_listed_and_each_kind_is_decided() {
    use Decision as D;
    let mut sheet = Sheet::new();
    sheet.booth([1_000.0, 1_000.0, 3_000.0, 3_000.0], &["A1"]);
    sheet.booth([5_000.0, 1_000.0, 3_000.0, 3_000.0], &["a1"]);
    sheet.booth([9_000.0, 1_000.0, 3_000.0, 3_000.0], &["A2"]);
    sheet.booth([13_000.0, 1_000.0, 3_000.0, 3_000.0], &["Acme"]);
    sheet.booth([56_000.0, 30_000.0, 3_000.0, 3_000.0], &["A9"]);
    sheet.path("STANDS", closed(&[[20_000.0, 0.0], [23_000.0, 3_000.0], [23_000.0, 0.0], [20_000.0, 3_000.0]]), Some(BLUE), None);
    let (mut editor, hall) = show();
    let taken = sheet_of_one("A2");
    let drawn = find(&taken);
    let first = propose(&drawn, &Choices::new(&drawn), editor.plan(), hall);
    let made = first.edit(&drawn, &Choices::new(&drawn), editor.plan(), hall).unwrap();
    edit(&mut editor, &made);

    let mut map = map(hall, sheet.0.sheet);
    map.placement.origin = Point::from_mm(3_000, 1_000);
    let drawn = DrawnHall::find(&sheet.0, &map, &Cancel::new()).unwrap();
    let mut choices = Choices::new(&drawn);
    let mut of = |problem, decision| {
        choices.decisions.insert(problem, decision);
        let proposal = propose(&drawn, &choices, editor.plan(), hall);
        proposal.added().map(told).collect::<Vec<_>>()
    };
    assert_eq!(of(DrawnProblem::Duplicate, D::KeepFirst), ["A1"]);
    assert_eq!(of(DrawnProblem::Duplicate, D::LeaveOut), Vec::<String>::new());
    assert_eq!(of(DrawnProblem::Duplicate, D::NextFree), ["A1", "a3 Duplicate"]);
    assert_eq!(of(DrawnProblem::Taken, D::NextFree), ["A1", "a3 Duplicate", "A4 Taken"]);
    assert_eq!(of(DrawnProblem::WithoutNumber, D::NextFree), ["A1", "a3 Duplicate", "A4 Taken", "A5 = Acme WithoutNumber"]);
    assert_eq!(of(DrawnProblem::Outside, D::Add).len(), 5);
    let proposal = propose(&drawn, &choices, editor.plan(), hall);
    let counts = DrawnProblem::ALL.map(|problem| proposal.count(problem));
    assert_eq!(counts, [1, 1, 1, 1, 1], "{:?}", DrawnProblem::ALL);
    assert_eq!(proposal.report().left_out, 1, "the one whose edges cross");
}

fn sheet_of_one(number: &str) -> Sheet {
    let mut sheet = Sheet::new();
    sheet.booth([30_000.0, 30_000.0, 3_000.0, 3_000.0], &[number]);
    sheet
}

#[test]
fn a_drawing_becomes_booths_exhibitors_and_structures_in_one_step() {
    let mut sheet = Sheet::new();
    sheet.booth([1_000.0, 1_000.0, 3_000.0, 3_000.0], &["A1", "Acme"]);
    sheet.booth([4_000.0, 1_000.0, 3_000.0, 3_000.0], &["A2", "Acme"]);
    sheet.booth([7_000.0, 1_000.0, 3_000.0, 3_000.0], &["A3", "payé", "Beta"]);
    for place in 0..4_u8 {
        sheet.rectangle("POTEAUX", [f32::from(place) * 8_000.0, 20_000.0, 400.0, 400.0], GREY);
    }
    sheet.rectangle("Murs", [0.0, 30_000.0, 20_000.0, 200.0], GREY);
    sheet.line("Sorties", [10_000.0, 0.0], [12_000.0, 0.0]);
    let (mut editor, hall) = show();
    let drawn = find(&sheet);
    let choices = Choices { layers: true, ..Choices::new(&drawn) };
    let proposal = propose(&drawn, &choices, editor.plan(), hall);
    let made = proposal.edit(&drawn, &choices, editor.plan(), hall).unwrap();
    let before = editor.plan().clone();
    edit(&mut editor, &made);

    let plan = editor.plan();
    let at = |number: &str| plan.booth_numbered(&Number::new(number).unwrap()).unwrap();
    let names = |number: &str| -> Vec<String> {
        plan.participants(at(number)).iter().map(|one| plan.get(one.exhibitor).unwrap().name.clone()).collect()
    };
    assert_eq!((names("A1"), names("A3")), (vec!["Acme".to_owned()], vec!["Beta".to_owned()]));
    assert_eq!(plan.booking_of(at("A1")), plan.booking_of(at("A2")));
    assert_eq!((plan.status(at("A1")), plan.status(at("A3"))), (Status::Reserved, Status::Paid));
    let layers: Vec<_> = plan.layers().values().map(|layer| layer.name.as_str()).collect();
    assert_eq!(layers, ["Murs", "POTEAUX", "STANDS", "Sorties"]);
    let kinds = |is: fn(&StructureShape) -> bool| plan.structures().values().filter(|structure| is(&structure.shape)).count();
    assert_eq!(kinds(|shape| matches!(shape, StructureShape::Column(_))), 4);
    let wall =
        |shape: &StructureShape| matches!(shape, StructureShape::Wall { thickness, .. } if *thickness == Length::from_mm(200));
    assert_eq!(kinds(wall), 1);
    let door = |shape: &StructureShape| {
        matches!(shape, StructureShape::Door { width, kind, .. }
            if *width == Length::from_mm(2_000) && *kind == crate::plan::DoorKind::Exit)
    };
    assert_eq!(kinds(door), 1);

    // The same drawing once more brings nothing.
    let again = propose(&drawn, &choices, plan, hall);
    assert_eq!(again.edit(&drawn, &choices, plan, hall), None);
    editor.undo().unwrap();
    assert_eq!(editor.plan().booths(), before.booths());
    assert!(editor.plan().exhibitors().is_empty() && editor.plan().layers().is_empty());
}

#[test]
fn frames_around_booths_and_things_inside_them_are_no_booths() {
    let mut sheet = Sheet::new();
    sheet.rectangle("STANDS", [1_000.0, 1_000.0, 6_000.0, 3_000.0], GREY);
    sheet.rectangle("STANDS", [1_000.0, 1_000.0, 6_000.0, 3_000.0], BLUE);
    sheet.booth([1_000.0, 1_000.0, 3_000.0, 3_000.0], &["A1"]);
    sheet.booth([4_000.0, 1_000.0, 3_000.0, 3_000.0], &["A2"]);
    sheet.rectangle("STANDS", [4_100.0, 3_000.0, 800.0, 400.0], BLUE);
    assert_eq!(proposed(&sheet), ["A1", "A2"]);
}

#[test]
fn booths_that_are_drawn_with_single_lines_are_found() {
    let mut sheet = Sheet::new();
    sheet.line("0", [1_000.0, 1_000.0], [13_000.0, 1_000.0]);
    sheet.line("0", [1_000.0, 4_000.0], [13_000.0, 4_000.0]);
    for place in 0..5_u8 {
        let x = 1_000.0 + f32::from(place) * 3_000.0;
        sheet.line("0", [x, 1_000.0], [x, 4_000.0]);
        sheet.text("0", &format!("{}", 101 + place), [x + 1_500.0, 2_000.0]);
    }
    let drawn = find(&sheet);
    let group = drawn.groups().iter().find(|group| group.by_lines).unwrap();
    assert_eq!((group.shapes, group.numbered), (4, 4));
    assert_eq!(proposed(&sheet), ["101", "102", "103", "104"]);
}

#[test]
fn circles_of_cubic_curves_are_rounds_and_open_rings_that_come_back_are_closed() {
    let mut sheet = Sheet::new();
    let (x, y, r, k) = (5_000.0_f32, 5_000.0_f32, 2_000.0_f32, 2_000.0_f32 * 0.552_284_8);
    let circle = vec![
        PathStep::Move([x + r, y]),
        PathStep::Cubic([x + r, y + k], [x + k, y + r], [x, y + r]),
        PathStep::Cubic([x - k, y + r], [x - r, y + k], [x - r, y]),
        PathStep::Cubic([x - r, y - k], [x - k, y - r], [x, y - r]),
        PathStep::Cubic([x + k, y - r], [x + r, y - k], [x + r, y]),
    ];
    sheet.path("Booths", circle, None, Some(BLUE));
    sheet.text("Booths", "R1", [x, y]);
    let ring = [[10_000.0, 0.0], [13_000.0, 0.0], [13_000.0, 3_000.0], [10_000.0, 3_000.0], [10_000.0, 0.4]];
    let path = ring.iter().enumerate().map(|(place, at)| if place == 0 { PathStep::Move(*at) } else { PathStep::Line(*at) });
    sheet.path("Booths", path.collect(), None, Some(BLUE));
    sheet.text("Booths", "R2", [11_000.0, 1_000.0]);
    let (editor, hall) = show();
    let drawn = find(&sheet);
    let proposal = propose(&drawn, &Choices::new(&drawn), editor.plan(), hall);
    let outlines: Vec<_> = proposal.added().filter_map(|booth| booth.outline.clone()).collect();
    let Some(Outline::Round { centre, radius }) = outlines.first() else { panic!("{outlines:?}") };
    assert!(centre.distance(Point::from_mm(5_000, 5_000)) <= Length::from_mm(1), "{centre:?}");
    assert!((*radius - Length::from_mm(2_000)).abs() <= Length::from_mm(1), "{radius:?}");
    assert_eq!(outlines.get(1), Some(&Outline::rectangle(Point::from_mm(10_000, 0), Size::from_mm(3_000, 3_000))));
}

#[test]
fn names_that_are_cut_short_are_those_of_the_show_or_nobodys() {
    let mut sheet = Sheet::new();
    sheet.booth([1_000.0, 1_000.0, 3_000.0, 3_000.0], &["A1", "Synolo…"]);
    sheet.booth([4_000.0, 1_000.0, 3_000.0, 3_000.0], &["A2", "Beta Indus…"]);
    let (mut editor, hall) = show();
    let fields = crate::edit::ExhibitorFields { name: "Synology Inc.".into(), country: "Taiwan".into(), ..Default::default() };
    edit(&mut editor, &crate::edit::Edit::AddExhibitor(fields));
    let drawn = find(&sheet);
    let choices = Choices::new(&drawn);
    let proposal = propose(&drawn, &choices, editor.plan(), hall);
    assert_eq!(proposal.booths.iter().map(told).collect::<Vec<_>>(), ["A1 = Synology Inc.", "A2"]);
    assert_eq!(proposal.report().cut_names, 1);
    let made = proposal.edit(&drawn, &choices, editor.plan(), hall).unwrap();
    edit(&mut editor, &made);
    assert_eq!(editor.plan().exhibitors().len(), 1);
}

#[test]
fn names_with_a_plus_are_several_unless_the_show_or_somebody_knows_better() {
    let (mut editor, hall) = show();
    let known = crate::edit::ExhibitorFields { name: "Müller + Sohn".into(), ..Default::default() };
    edit(&mut editor, &crate::edit::Edit::AddExhibitor(known));
    let mut sheet = Sheet::new();
    sheet.booth([1_000.0, 1_000.0, 3_000.0, 3_000.0], &["A1", "Acme + Bolt"]);
    sheet.booth([4_000.0, 1_000.0, 3_000.0, 3_000.0], &["A2", "Müller + Sohn"]);
    let drawn = find(&sheet);
    let mut choices = Choices::new(&drawn);
    let told_by = |choices: &Choices, editor: &Editor| {
        let proposal = propose(&drawn, choices, editor.plan(), hall);
        (proposal.booths.iter().map(told).collect::<Vec<_>>(), proposal.joined_names)
    };
    let shared = ["A1 = Acme & Bolt".to_owned(), "A2 = Müller + Sohn".to_owned()];
    assert_eq!(told_by(&choices, &editor), (shared.to_vec(), 1));
    let proposal = propose(&drawn, &choices, editor.plan(), hall);
    let add = proposal.edit(&drawn, &choices, editor.plan(), hall).unwrap();
    edit(&mut editor, &add);
    let plan = editor.plan();
    let booth = plan.booth_numbered(&Number::new("A1").unwrap()).unwrap();
    let who: Vec<_> = plan.participants(booth).iter().map(|one| plan.get(one.exhibitor).unwrap().name.clone()).collect();
    assert_eq!(who, ["Acme", "Bolt"]);
    choices.sharing = false;
    let (editor, _) = show();
    assert_eq!(told_by(&choices, &editor).0, ["A1 = Acme + Bolt", "A2 = Müller + Sohn"]);
}

#[test]
fn layers_say_which_booths_are_held_and_which_are_not_for_sale() {
    let (mut editor, hall) = show();
    let mut sheet = Sheet::new();
    for (layer, number, x) in [("STANDS", "A1", 1_000.0), ("Stands bloqués", "A2", 4_000.0), ("STANDS_HELD", "A3", 7_000.0)] {
        sheet.rectangle(layer, [x, 1_000.0, 3_000.0, 3_000.0], BLUE);
        sheet.text("TEXT", number, [x + 1_500.0, 2_500.0]);
    }
    let drawn = find(&sheet);
    let choices = Choices::new(&drawn);
    let proposal = propose(&drawn, &choices, editor.plan(), hall);
    let add = proposal.edit(&drawn, &choices, editor.plan(), hall).unwrap();
    edit(&mut editor, &add);
    let status = |number: &str| {
        let plan = editor.plan();
        plan.status(plan.booth_numbered(&Number::new(number).unwrap()).unwrap())
    };
    assert_eq!(["A1", "A2", "A3"].map(status), [Status::Available, Status::Blocked, Status::Held]);
}

#[test]
fn groups_are_counted_and_the_numbered_ones_come_first() {
    let mut sheet = Sheet::new();
    for place in 0..12_u8 {
        sheet.rectangle("x", [f32::from(place) * 1_000.0, 20_000.0, 300.0, 300.0], GREY);
    }
    sheet.booth([1_000.0, 1_000.0, 3_000.0, 3_000.0], &["A1"]);
    sheet.booth([4_000.0, 1_000.0, 6_000.0, 3_000.0], &["A2"]);
    let drawn = find(&sheet);
    let told: Vec<_> = drawn
        .groups()
        .iter()
        .map(|group| {
            let areas = group.areas.map(|(least, most)| (least.square_metres(), most.square_metres()));
            (group.layer.as_str(), group.shapes, areas, group.numbered)
        })
        .collect();
    assert_eq!(told, [("STANDS", 2, Some((9.0, 18.0)), 2), ("x", 12, Some((0.09, 0.09)), 0)]);
    assert_eq!(drawn.guess(), [DrawnRole::Booths, DrawnRole::Columns]);
}

#[test]
fn what_a_crop_hides_is_not_found() {
    let mut sheet = Sheet::new();
    sheet.booth([1_000.0, 1_000.0, 3_000.0, 3_000.0], &["A1"]);
    sheet.booth([40_000.0, 1_000.0, 3_000.0, 3_000.0], &["A2"]);
    let (editor, hall) = show();
    let mut map = map(hall, sheet.0.sheet);
    map.crop = Some(crate::plan::SheetPart { from: (0, 0), to: (20_000, 20_000) });
    map.placement.width = Length::from_mm(20_000);
    let drawn = DrawnHall::find(&sheet.0, &map, &Cancel::new()).unwrap();
    let proposal = propose(&drawn, &Choices::new(&drawn), editor.plan(), hall);
    assert_eq!(proposal.booths.iter().map(told).collect::<Vec<_>>(), ["A1"]);
    let cancelled = Cancel::new();
    cancelled.cancel();
    assert!(DrawnHall::find(&sheet.0, &map, &cancelled).is_none());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// A block of booths on a sheet of any scale, placed anywhere and turned, comes back as it was drawn.
    #[test]
    fn a_block_of_booths_comes_back_exactly(
        (width, depth) in (800_i64..12_000, 800_i64..12_000),
        (across, down) in (1_i64..8, 1_i64..6),
        (x, y) in (-80_000_i64..80_000, -80_000_i64..80_000),
        tenths in (0_i64..10, 0_i64..10),
        thousandths in prop_oneof![Just(0_i64), Just(90_000), 0_i64..360_000],
        metres in 100_i64..400,
    ) {
        let sheet_units: u32 = 1 << 20;
        let per_mm = f64::from(sheet_units) / (metres * 1_000) as f64;
        let mut drawing = Sheet(Drawing { sheet: (sheet_units, sheet_units), ..Drawing::default() });
        let mut drawn_booths = Vec::new();
        for row in 0..down {
            for column in 0..across {
                let [left, top] = [1_000 + column * width, 2_000 + row * depth];
                let units = |mm: i64| (mm as f64 * per_mm) as f32;
                let corners = [(left, top), (left + width, top), (left + width, top + depth), (left, top + depth)];
                let corners = corners.map(|(x, y)| [units(x), units(y)]);
                drawing.path("Stands", closed(&corners), Some(BLUE), Some(GREY));
                let number = format!("{}{:02}", char::from(b'A' + u8::try_from(row).unwrap()), column + 1);
                drawing.text("Stands", &number, [units(left + width / 2), units(top + depth / 2)]);
                drawn_booths.push((number, Outline::rectangle(Point::from_mm(left, top), Size::from_mm(width, depth))));
            }
        }
        let (editor, hall) = show();
        let mut map = map(hall, drawing.0.sheet);
        let beside = |mm: i64, tenth: i64| Length::from_mm(mm) + Length::from_tenths(tenth);
        let origin = Point::new(beside(x, tenths.0), beside(y, tenths.1));
        map.placement = Placement { origin, width: Length::from_mm(metres * 1_000), angle: Angle::from_thousandths(thousandths) };
        let drawn = DrawnHall::find(&drawing.0, &map, &Cancel::new()).unwrap();
        let choices = Choices { decisions: [(DrawnProblem::Outside, Decision::Add)].into(), ..Choices::new(&drawn) };
        let proposal = propose(&drawn, &choices, editor.plan(), hall);
        let turn = map.sheet_to_hall().turn();
        let found: std::collections::BTreeMap<String, Outline> =
            proposal.added().map(|booth| (booth.number.clone().unwrap().to_string(), booth.outline.clone().unwrap())).collect();
        prop_assert_eq!(found.len(), drawn_booths.len());
        for (number, outline) in drawn_booths {
            let should = outline.moved(origin - Point::ORIGIN).turned(turn.0, turn.1);
            let is = found.get(&number).unwrap();
            prop_assert_eq!(is.size(), should.size());
            let near = |a: Bounds, b: Bounds| a.min().distance(b.min()).tenths() <= 1 && a.max().distance(b.max()).tenths() <= 1;
            prop_assert!(near(is.bounds(), should.bounds()), "{} is {:?}, not {:?}", number, is, should);
        }
    }
}
