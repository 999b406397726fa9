//! The walk of an autumn evening: a hall of 280 booths is drawn with the mouse over an empty floor, with blocks of several
//! kinds, islands, columns and a pavilion, numbered, sold, split, merged, moved, saved and opened again.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "whatever goes wrong here fails the test")]

use hallplan::edit::{Edit, Editor, ExhibitorFields, Objects};
use hallplan::file;
use hallplan::geometry::{Length, Outline, Point, Size};
use hallplan::plan::{Booth, Hall, Number, Plan, Role, Show, Stage, Status};
use hallplan::session::{Action, CommandId, NumberingAction, Session, Start};
use hallplan::store::Settings;
use hallplan::text::Language;
use hallplan::tools::{BlockKind, Event, Modifiers, ToolSettings};
use jiff::Timestamp;

/// One who draws, and how often the mouse was pressed.
struct Hand {
    session: Session,
    presses: usize,
}

fn at(x: f64, y: f64) -> Point {
    Point::new(Length::from_metres(x).unwrap(), Length::from_metres(y).unwrap())
}

impl Hand {
    fn new() -> Self {
        let mut editor = Editor::new(Plan::new(Show { name: "Walk".into(), ..Show::default() }), 7);
        let outline = Outline::rectangle(Point::ORIGIN, Size::from_mm(88_000, 64_000));
        editor.apply(&Edit::AddHall(Hall { name: "Hall".into(), outline }), Timestamp::UNIX_EPOCH, &Objects::default()).unwrap();
        let start = Start { settings: Settings::default(), language: Language::English, tag: 9, clock: || Timestamp::UNIX_EPOCH };
        let mut session = Session::new(start);
        session.open(editor.plan().clone());
        session.act(Action::CanvasSize(900.0, 660.0));
        Self { session, presses: 0 }
    }

    /// A button of the tools or a row of a menu is clicked.
    fn run(&mut self, command: CommandId) {
        self.presses += 1;
        self.session.act(Action::Run(command));
    }

    fn block(&mut self, kind: BlockKind) {
        self.presses += 1;
        let mut settings: ToolSettings = self.session.tool_settings().clone();
        settings.block.kind = kind;
        self.session.act(Action::SetToolSettings(settings));
    }

    fn drag(&mut self, from: Point, to: Point) {
        self.presses += 1;
        let modifiers = Modifiers::default();
        for event in [
            Event::Move { at: from, modifiers },
            Event::Press { at: from, modifiers, clicks: 1 },
            Event::Move { at: from.halfway(to), modifiers },
            Event::Move { at: to, modifiers },
            Event::Release { at: to, modifiers },
        ] {
            self.session.act(Action::Pointer(event));
        }
    }

    fn click(&mut self, at: Point) {
        self.drag(at, at);
    }

    /// 280 booths: two grids, a row, a double row, an arc, three islands; 24 columns, four of them in booths; a pavilion.
    fn draw_the_hall(&mut self) {
        self.run(CommandId::ToolBlock);
        self.block(BlockKind::Grid);
        self.drag(at(5.1, 4.1), at(53.1, 46.1));
        self.drag(at(56.1, 4.1), at(80.1, 46.1));
        self.block(BlockKind::Row);
        self.drag(at(5.1, 57.0), at(53.2, 59.5));
        self.block(BlockKind::DoubleRow);
        self.drag(at(5.1, 48.9), at(25.8, 54.5));
        self.block(BlockKind::Arc);
        [at(58.0, 58.0), at(72.0, 58.0), at(65.0, 51.0)].into_iter().for_each(|end| self.click(end));
        self.run(CommandId::ToolBooth);
        for left in [28.0, 36.0, 44.0] {
            self.drag(at(left, 49.5), at(left + 6.0, 55.5));
        }
        self.run(CommandId::ToolColumn);
        for column in 0..6_u8 {
            for row in 0..4_u8 {
                self.click(at(14.0 + 12.0 * f64::from(column), 12.0 + 12.0 * f64::from(row)));
            }
        }
        self.run(CommandId::ToolZone);
        self.drag(at(55.0, 3.0), at(81.0, 47.0));
        self.run(CommandId::ToolSelect);
        self.run(CommandId::SelectNone);
        self.run(CommandId::NumberBooths);
        self.presses += 1;
        self.session.act(Action::Numbering(NumberingAction::Confirm));
    }

    fn booths(&self) -> Vec<Booth> {
        self.session.plan().booths().values().map(|booth| booth.as_ref().clone()).collect()
    }

    fn numbered(&self, number: &str) -> hallplan::plan::BoothId {
        self.session.plan().booth_numbered(&Number::new(number).unwrap()).unwrap()
    }

    /// The exhibitors of the booth with a number, and its status.
    fn on(&self, number: &str) -> (Vec<String>, Status) {
        let (plan, booth) = (self.session.plan(), self.numbered(number));
        let names = plan.participants(booth).iter().map(|one| plan.get(one.exhibitor).unwrap().name.clone()).collect();
        (names, plan.status(booth))
    }
}

#[test]
fn a_hall_of_280_booths_is_drawn_in_some_sixty_presses_of_the_mouse() {
    let mut hand = Hand::new();
    let empty = hand.session.plan().clone();
    hand.draw_the_hall();

    let booths = hand.booths();
    assert_eq!(booths.len(), 280);
    assert!(hand.presses <= 60, "{} presses", hand.presses);
    let hall = hand.session.plan().halls().values().next().unwrap().outline.bounds();
    for (place, booth) in booths.iter().enumerate() {
        let bounds = booth.outline.bounds();
        assert!(hall.contains(bounds.min()) && hall.contains(bounds.max()), "{} stands in the hall", booth.number);
        let over = booths.iter().skip(place + 1).find(|other| booth.outline.overlaps(&other.outline));
        assert!(over.is_none(), "{} stands over {}", booth.number, over.unwrap().number);
    }
    for number in 1..=280 {
        hand.numbered(&number.to_string());
    }
    assert_eq!(hand.session.plan().structures().len(), 25);
    assert_eq!(hand.session.plan().blocks().len(), 5);

    let drawn = hand.session.plan().clone();
    assert!(file::read(&file::write(&drawn)).unwrap() == drawn, "saved and opened again");
    let steps = hand.session.editor().history().steps();
    (0..steps).for_each(|_| hand.run(CommandId::Undo));
    assert!(*hand.session.plan() == empty, "all undone");
    (0..steps).for_each(|_| hand.run(CommandId::Redo));
    assert!(*hand.session.plan() == drawn, "all redone");
}

#[test]
fn sold_booths_of_the_hall_are_split_merged_and_moved_and_keep_their_exhibitors() {
    let mut hand = Hand::new();
    hand.draw_the_hall();
    for (name, number) in [("Acer", "248"), ("Asus", "17"), ("Dell", "18")] {
        let fields = ExhibitorFields { name: name.into(), ..ExhibitorFields::default() };
        let booths = vec![Number::new(number).unwrap()];
        hand.session.act(Action::Edit(Edit::TakeIn { fields, booths, role: Role::Main, stage: Some(Stage::Paid) }));
    }
    let sold = hand.session.plan().clone();
    let steps = hand.session.editor().history().steps();

    // The island is cut across in the middle: both parts stay with whom it was sold to.
    hand.run(CommandId::ToolSplit);
    let island = sold.get(hand.numbered("248")).unwrap().outline.bounds();
    let middle = island.min().halfway(island.max());
    let aside = Length::from_mm(1_000);
    hand.drag(Point::new(island.min().x - aside, middle.y), Point::new(island.max().x + aside, middle.y));
    assert_eq!(hand.booths().len(), 281);
    let acer = (vec!["Acer".to_owned()], Status::Paid);
    assert_eq!((hand.on("248"), hand.on("281")), (acer.clone(), acer));

    // Neighbours of a grid are merged, and the merged booth is dragged away.
    hand.run(CommandId::ToolSelect);
    let neighbours = [hand.numbered("17"), hand.numbered("18")];
    hand.session.act(Action::Select(Objects::of_booths(neighbours)));
    hand.run(CommandId::MergeBooths);
    hand.session.act(Action::ConfirmDialog);
    let shared = (vec!["Asus".to_owned(), "Dell".to_owned()], Status::Paid);
    assert_eq!(hand.on("17"), shared);
    let before = hand.session.plan().get(hand.numbered("17")).unwrap().outline.bounds().min();
    hand.drag(before + (at(1.0, 1.0) - Point::ORIGIN), at(83.0, 52.0));
    let after = hand.session.plan().get(hand.numbered("17")).unwrap().outline.bounds().min();
    assert!(after != before);
    assert_eq!(hand.on("17"), shared);

    let done = hand.session.editor().history().steps() - steps;
    assert_eq!(done, 3, "each gesture is one step");
    (0..done).for_each(|_| hand.run(CommandId::Undo));
    assert!(*hand.session.plan() == sold);
}
