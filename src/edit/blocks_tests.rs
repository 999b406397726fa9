//! Blocks: what stays, what goes and what leaves when they change.

use jiff::Timestamp;

use super::*;
use crate::geometry::{Angle, Length, Offset, Point, Size};
use crate::plan::{Pattern, Plan, Show, Spacing};

struct Bench {
    editor: Editor,
    block: BlockId,
}

fn block(hall: HallId, pattern: Pattern) -> Block {
    let spacing = Spacing { back_to_back: true, aisle: Length::METRE * 3, gap: Length::ZERO, columns_between_aisles: 0 };
    Block { hall, booth: Size::from_mm(3_000, 3_000), spacing, pattern }
}

fn grid(hall: HallId, rows: u32, columns: u32) -> Block {
    block(hall, Pattern::Grid { origin: Point::ORIGIN, angle: Angle::ZERO, rows, columns })
}

fn cells(block: &Block) -> Vec<(u32, u32)> {
    block.spots().iter().map(crate::plan::Spot::place).collect()
}

fn new_cells(block: &Block) -> Vec<NewCell> {
    let cell = |(row, column)| NewCell { row, column, number: NewNumber::Next, category: None };
    cells(block).into_iter().map(cell).collect()
}

impl Bench {
    /// A hall with one block.
    fn new(pattern: impl FnOnce(HallId) -> Block) -> Self {
        let mut editor = Editor::new(Plan::new(Show::default()), 7);
        let outline = Outline::rectangle(Point::ORIGIN, Size::from_mm(60_000, 40_000));
        let mut make = |edit: &Edit| editor.apply(edit, Timestamp::UNIX_EPOCH, &Objects::default()).unwrap();
        let hall = *make(&Edit::AddHall(Hall { name: "Hall".into(), outline })).plan.halls().keys().next().unwrap();
        let block = pattern(hall);
        let made = make(&Edit::AddBlock { booths: new_cells(&block), block, origin: Origin::Drawn });
        let block = *made.plan.blocks().keys().next().unwrap();
        Self { editor, block }
    }

    fn make(&mut self, edit: &Edit) -> Outcome {
        let outcome = self.editor.apply(edit, Timestamp::UNIX_EPOCH, &Objects::default()).unwrap();
        self.check();
        outcome
    }

    fn change(&mut self, change: impl FnOnce(&mut Block)) -> Outcome {
        let mut block = self.record().clone();
        change(&mut block);
        let cells = cells(&block);
        self.make(&Edit::ChangeBlock { id: self.block, block, cells, shift: (0, 0) })
    }

    fn record(&self) -> &Block {
        self.editor.plan().get(self.block).unwrap()
    }

    fn booth(&self, number: &str) -> BoothId {
        self.editor.plan().booth_numbered(&Number::new(number).unwrap()).unwrap()
    }

    fn numbers(&self) -> String {
        let plan = self.editor.plan();
        let booths = plan.booths_by_number().filter_map(|id| plan.get(id));
        booths
            .map(|booth| format!("{}{}", booth.number, if booth.cell.is_some() { "" } else { "*" }))
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn at(&self, number: &str) -> (f64, f64) {
        let outline = &self.editor.plan().get(self.booth(number)).unwrap().outline;
        (outline.bounds().min().x.metres(), outline.bounds().min().y.metres())
    }

    /// Every booth of a block stands where its pattern has it, and every block has booths.
    fn check(&self) {
        let plan = self.editor.plan();
        for booth in plan.booths().values() {
            let Some(cell) = booth.cell else { continue };
            let spots = plan.get(cell.block).unwrap().spots();
            let spot = spots.iter().find(|spot| spot.place() == (cell.row, cell.column)).unwrap();
            assert_eq!(spot.outline, booth.outline, "{}", booth.number);
        }
        assert!(plan.blocks().keys().all(|block| plan.block_size(*block) > 0));
    }

    fn reshape(&mut self, gesture: Gesture, numbers: &[&str], new: impl Fn(&Outline) -> Outline) {
        let plan = self.editor.plan();
        let booths = numbers.iter().map(|number| self.booth(number));
        let booths = booths.map(|id| (id, new(&plan.get(id).unwrap().outline))).collect();
        self.make(&Edit::Reshape(gesture, Shapes { booths, ..Shapes::default() }));
    }
}

const ALL: [&str; 4] = ["A01", "A02", "A03", "A04"];

#[test]
fn a_block_is_one_step_numbered_from_side_to_side() {
    let mut bench = Bench::new(|hall| grid(hall, 2, 2));
    assert_eq!(bench.numbers(), "A01 A02 A03 A04");
    assert_eq!([bench.at("A01"), bench.at("A02"), bench.at("A03")], [(0.0, 0.0), (0.0, 3.0), (3.0, 0.0)]);
    bench.editor.undo().unwrap();
    assert!(bench.editor.plan().blocks().is_empty() && bench.editor.plan().booths().is_empty());
}

#[test]
fn a_larger_block_keeps_its_booths_and_gets_new_numbers() {
    let mut bench = Bench::new(|hall| grid(hall, 2, 2));
    let first = bench.booth("A01");
    let outcome = bench.change(|block| {
        block.booth = Size::from_mm(4_000, 2_500);
        block.pattern = Pattern::Grid { origin: Point::ORIGIN, angle: Angle::ZERO, rows: 2, columns: 3 };
    });
    assert_eq!(bench.numbers(), "A01 A02 A03 A04 A05 A06");
    assert_eq!(bench.booth("A01"), first);
    assert_eq!([bench.at("A04"), bench.at("A05")], [(4.0, 2.5), (8.0, 0.0)]);
    assert_eq!(outcome.added.booths.len(), 6, "the whole block is selected");
    bench.editor.undo().unwrap();
    assert_eq!(bench.numbers(), "A01 A02 A03 A04");
    bench.check();
}

#[test]
fn a_smaller_block_loses_free_booths_and_keeps_what_is_dear() {
    let mut bench = Bench::new(|hall| grid(hall, 2, 4));
    let booked = bench.booth("A07");
    bench.make(&Edit::SetStage([booked].into(), Stage::Held { until: None }));
    let (noted, blocked) = (bench.booth("A06"), bench.booth("A05"));
    bench.make(&Edit::SetNote(noted, "for the press".into()));
    bench.make(&Edit::SetBlocked([blocked].into(), true));
    let outcome =
        bench.change(|block| block.pattern = Pattern::Grid { origin: Point::ORIGIN, angle: Angle::ZERO, rows: 2, columns: 2 });
    assert_eq!(bench.numbers(), "A01 A02 A03 A04 A05* A06* A07*");
    assert_eq!(outcome.kept.len(), 3);
    assert_eq!(bench.at("A07"), (9.0, 0.0));
    assert!(bench.editor.plan().booking_of(booked).is_some());
}

#[test]
fn a_booth_that_is_moved_by_itself_leaves_its_block() {
    let mut bench = Bench::new(|hall| grid(hall, 2, 2));
    bench.reshape(Gesture::Move, &["A03"], |outline| outline.moved(Offset::new(Length::METRE * 5, Length::ZERO)));
    assert_eq!(bench.numbers(), "A01 A02 A03* A04");
    let columns = |columns| Pattern::Grid { origin: Point::ORIGIN, angle: Angle::ZERO, rows: 2, columns };
    let before = bench.booth("A03");
    bench.editor.undo().unwrap();
    assert_eq!(bench.numbers(), "A01 A02 A03 A04");
    bench.editor.redo().unwrap();
    bench.change(|block| block.pattern = columns(1));
    assert_eq!((bench.numbers().as_str(), bench.booth("A03")), ("A01 A02 A03*", before));
}

#[test]
fn a_block_whose_last_booth_goes_is_gone() {
    let mut bench = Bench::new(|hall| grid(hall, 1, 2));
    let booths = bench.editor.plan().booths().keys().copied();
    let all = Objects::of_booths(booths);
    bench.make(&Edit::Remove(all));
    assert!(bench.editor.plan().blocks().is_empty());
    bench.editor.undo().unwrap();
    bench.check();
    assert_eq!(bench.editor.plan().block_size(bench.block), 2);
}

#[test]
fn a_block_goes_with_its_booths_when_all_are_moved_turned_or_mirrored() {
    let patterns: [fn(HallId) -> Block; 3] = [
        |hall| grid(hall, 2, 2),
        |hall| {
            let (centre, radius) = (Point::from_mm(20_000, 20_000), Length::METRE * 8);
            let (start, sweep) = (Angle::ZERO, Angle::from_thousandths(100_000));
            block(hall, Pattern::Arc { centre, radius, start, sweep, rows: 1 })
        },
        |hall| block(hall, Pattern::Line { path: vec![Point::ORIGIN, Point::from_mm(12_000, 0)], rows: 1 }),
    ];
    for pattern in patterns {
        let mut bench = Bench::new(pattern);
        assert_eq!(bench.numbers(), "A01 A02 A03 A04");
        bench.reshape(Gesture::Move, &ALL, |outline| outline.moved(Offset::new(Length::METRE, Length::from_mm(123))));
        assert_eq!(bench.numbers(), "A01 A02 A03 A04");
        let about = Point::from_mm(7_777, 3_333);
        bench.reshape(Gesture::Rotate, &ALL, |outline| outline.turned(about, Angle::from_thousandths(33_300)));
        assert_eq!(bench.numbers(), "A01 A02 A03 A04");
        bench.change(|block| block.booth = Size::from_mm(2_500, 2_500));
        assert_eq!(bench.numbers().matches('*').count(), 0);
    }
    let mut bench = Bench::new(|hall| grid(hall, 2, 2));
    bench.reshape(Gesture::Move, &ALL, |outline| {
        let size = outline.size();
        let Outline::Rectangle { origin, angle, .. } = outline else { panic!("booths of blocks are rectangles") };
        let origin = Point::new(Length::METRE * 30 - origin.x - size.width, origin.y);
        Outline::Rectangle { origin, size, angle: -*angle }
    });
    assert_eq!(bench.numbers(), "A01 A02 A03 A04");
    assert_eq!([bench.at("A01"), bench.at("A03")], [(27.0, 0.0), (24.0, 0.0)]);
}

#[test]
fn a_block_whose_booths_are_stretched_is_broken_up() {
    let mut bench = Bench::new(|hall| grid(hall, 2, 2));
    bench.reshape(Gesture::Resize, &ALL, |outline| {
        let from = crate::geometry::Bounds::between(Point::ORIGIN, Point::from_mm(6_000, 6_000));
        outline.stretched(from, crate::geometry::Bounds::between(Point::ORIGIN, Point::from_mm(8_000, 6_000)))
    });
    assert_eq!(bench.numbers(), "A01* A02* A03* A04*");
    assert!(bench.editor.plan().blocks().is_empty());
}

#[test]
fn a_block_that_is_broken_up_leaves_its_booths() {
    let mut bench = Bench::new(|hall| grid(hall, 2, 2));
    bench.make(&Edit::BreakUp([bench.block].into()));
    assert_eq!(bench.numbers(), "A01* A02* A03* A04*");
    assert!(bench.editor.plan().blocks().is_empty());
}

#[test]
fn places_that_the_pattern_does_not_have_are_no_booths() {
    let mut bench = Bench::new(|hall| grid(hall, 1, 2));
    let record = bench.record().clone();
    bench.make(&Edit::ChangeBlock { id: bench.block, block: record, cells: vec![(0, 0), (0, 9), (7, 0)], shift: (0, 0) });
    assert_eq!(bench.numbers(), "A01");
}
