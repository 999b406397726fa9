//! What is drawn on the floor beside booths, the colours of categories, and the open sides of booths.

use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable as _;
use hallplan::geometry::{Outline, Point};
use hallplan::plan::{OpenSides, StructureShape, Tint, UtilityKind};

use super::Screen;

impl Screen {
    /// Drags from one place of the hall to another, both in metres.
    fn drag_hall(&mut self, from: (f64, f64), to: (f64, f64)) {
        let (from, to) = (self.place(from.0, from.1), self.place(to.0, to.1));
        self.drag(from, to);
    }

    /// What is drawn on the hall besides booths, in the order in which it was drawn.
    fn floor(&self) -> Vec<StructureShape> {
        let plan = self.harness.state().session().plan();
        plan.structures().values().map(|structure| structure.shape.clone()).collect()
    }

    /// Writes something else into a field, and takes it with Enter.
    #[track_caller]
    fn rewrite(&mut self, label: &str, text: &str) {
        self.harness.get_by_role_and_label(Role::TextInput, label).focus();
        self.settle();
        self.press(Modifiers::COMMAND, Key::A);
        self.type_text(text);
        self.press(Modifiers::NONE, Key::Enter);
    }

    fn undo(&mut self) {
        self.press(Modifiers::COMMAND, Key::Z);
    }

    fn run_from_palette(&mut self, words: &str) {
        self.press(Modifiers::COMMAND, Key::K);
        self.type_text(words);
        self.press(Modifiers::NONE, Key::Enter);
    }
}

fn metres(x: i64, y: i64) -> Point {
    Point::from_mm(x * 1_000, y * 1_000)
}

#[test]
fn a_zone_is_drawn_and_named_and_says_how_full_it_is() {
    let mut screen = Screen::of_new_show();
    screen.press(Modifiers::NONE, Key::Z);
    screen.drag_hall((10.0, 10.0), (25.0, 20.0));
    assert!(screen.shows("0 of 0 slots filled (0\u{a0}%)") && screen.shows("Category of its booths"));
    screen.rewrite("Name", "Cloud");
    screen.click("Orange");
    screen.rewrite("Category of its booths", "Hosting");
    screen.press(Modifiers::NONE, Key::B);
    screen.drag_hall((12.0, 13.0), (15.0, 16.0));
    screen.drag_hall((17.0, 13.0), (20.0, 16.0));
    screen.drag_hall((30.0, 13.0), (33.0, 16.0));
    let session = screen.harness.state().session();
    let zone = *session.plan().structures().keys().next().unwrap();
    assert_eq!(session.index().zone(zone).sellable, 2, "the third stands outside");

    screen.press(Modifiers::NONE, Key::V);
    screen.click_hall(13.5, 14.5);
    screen.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::N);
    screen.type_text("Acer");
    screen.press(Modifiers::NONE, Key::Enter);
    screen.press(Modifiers::NONE, Key::Enter);
    // A click on its floor, beside the booths.
    screen.click_hall(22.5, 18.5);
    assert!(screen.shows("1 of 2 slots filled (50\u{a0}%)"));
    let [StructureShape::Zone { name, tint, category: Some(category), .. }] = &screen.floor()[..] else { panic!("one zone") };
    assert_eq!((name.as_str(), *tint), ("Cloud", Tint::Orange));
    assert_eq!(screen.harness.state().session().plan().get(*category).unwrap().name, "Hosting");
}

#[test]
fn floor_is_kept_free_by_a_drag() {
    let mut screen = Screen::of_new_show();
    screen.press(Modifiers::NONE, Key::N);
    screen.drag_hall((10.0, 10.0), (13.0, 20.0));
    let outline = Outline::from_bounds(hallplan::geometry::Bounds::between(metres(10, 10), metres(13, 20)));
    assert_eq!(screen.floor(), [StructureShape::NoBuild(outline)]);
    assert!(screen.shows("No build"), "its card is open");
    screen.undo();
    assert!(screen.floor().is_empty());
}

#[test]
fn supply_points_have_the_next_number_of_their_kind() {
    let mut screen = Screen::of_new_show();
    screen.press(Modifiers::NONE, Key::E);
    screen.click_hall(10.0, 10.0);
    screen.rewrite("Number", "E7");
    screen.click_hall(14.0, 10.0);
    screen.run_from_palette("Water");
    screen.click_hall(18.0, 10.0);
    let at = |x, kind, number: &str| StructureShape::Utility { at: metres(x, 10), kind, number: number.into() };
    let (power, water) = (UtilityKind::Power, UtilityKind::Water);
    assert_eq!(screen.floor(), [at(10, power, "E7"), at(14, power, "E8"), at(18, water, "W1")]);
}

#[test]
fn an_arrow_is_dragged_to_its_head() {
    let mut screen = Screen::of_new_show();
    screen.press(Modifiers::NONE, Key::A);
    screen.drag_hall((10.0, 10.0), (18.0, 10.0));
    assert_eq!(screen.floor(), [StructureShape::Arrow { from: metres(10, 10), to: metres(18, 10) }]);
    screen.undo();
    assert!(screen.floor().is_empty());
}

#[test]
fn walls_go_on_from_corner_to_corner_until_enter() {
    let mut screen = Screen::of_new_show();
    screen.press(Modifiers::NONE, Key::W);
    for (x, y) in [(10.0, 10.0), (18.0, 10.0), (18.0, 16.0)] {
        screen.click_hall(x, y);
    }
    screen.press(Modifiers::NONE, Key::Enter);
    // Another chain.
    screen.click_hall(30.0, 10.0);
    screen.click_hall(30.0, 16.0);
    let ends: Vec<_> = screen.floor().iter().filter_map(StructureShape::ends).collect();
    let expected = [((10, 10), (18, 10)), ((18, 10), (18, 16)), ((30, 10), (30, 16))];
    assert_eq!(ends, expected.map(|((x, y), (to_x, to_y))| (metres(x, y), metres(to_x, to_y))));
}

#[test]
fn the_outline_of_the_hall_is_pulled_out_and_drawn_anew() {
    let mut screen = Screen::of_new_show();
    let corners = |screen: &Screen| {
        let session = screen.harness.state().session();
        session.plan().get(session.hall().unwrap()).unwrap().outline.corners()
    };
    let before = corners(&screen);
    screen.click("Insert");
    screen.click("Edit hall outline");
    let corner = before[0];
    screen.drag_hall((corner.x.metres(), corner.y.metres()), (corner.x.metres() + 4.0, corner.y.metres() + 3.0));
    let after = corners(&screen);
    assert_eq!((after.len(), after[0]), (before.len(), corner + (metres(4, 3) - Point::default())));
    assert_eq!(after[1..], before[1..]);
    // Beside the corners and sides another outline is drawn.
    for (x, y) in [(10.0, 10.0), (30.0, 10.0), (30.0, 22.0), (10.0, 22.0)] {
        screen.click_hall(x, y);
    }
    screen.press(Modifiers::NONE, Key::Enter);
    assert_eq!(corners(&screen), [metres(10, 10), metres(30, 10), metres(30, 22), metres(10, 22)]);
    screen.undo();
    assert_eq!(corners(&screen), after);
}

#[test]
fn categories_are_renamed_coloured_and_deleted_where_nobody_has_them() {
    let mut screen = Screen::of_new_show();
    screen.press(Modifiers::NONE, Key::Insert);
    screen.press(Modifiers::NONE, Key::Enter);
    screen.rewrite("Category", "Storage");
    screen.click("Insert");
    screen.click("Categories…");
    screen.rewrite("New category", "Catering");
    assert!(screen.shows("1 booth") && screen.shows("unused"));
    assert!(!screen.shows("Delete Storage"), "a booth has it");
    screen.rewrite("Storage", "Storage and backup");
    screen.click("Colour of Storage and backup");
    screen.click("Pink");
    screen.click("Delete Catering");
    screen.click("Close");
    let plan = screen.harness.state().session().plan();
    let categories: Vec<_> = plan.categories().values().map(|category| (category.name.as_str(), category.colour)).collect();
    assert_eq!(categories, [("Storage and backup", Some(Tint::Pink))]);
}

#[test]
fn open_sides_are_fixed_in_the_inspector_and_follow_again() {
    let mut screen = Screen::of_new_show();
    screen.press(Modifiers::NONE, Key::B);
    screen.drag_hall((10.0, 10.0), (13.0, 13.0));
    let fixed = |screen: &Screen| {
        let plan = screen.harness.state().session().plan();
        plan.booths().values().map(|booth| booth.open_sides).collect::<Vec<_>>()
    };
    assert_eq!(fixed(&screen), [None]);
    screen.click("Open sides");
    screen.click("Corner (2), fixed");
    assert_eq!(fixed(&screen), [Some(OpenSides::Corner)]);
    screen.click("Open sides");
    screen.click("Island (4), derived");
    assert_eq!(fixed(&screen), [None]);
    screen.run_from_palette("sides: inline");
    assert_eq!(fixed(&screen), [Some(OpenSides::Inline)]);
}

#[test]
fn the_legend_tells_of_supply_points_and_zones() {
    let mut screen = Screen::of_new_show();
    screen.press(Modifiers::NONE, Key::E);
    screen.click_hall(10.0, 10.0);
    screen.click_hall(14.0, 10.0);
    screen.press(Modifiers::NONE, Key::Z);
    screen.drag_hall((10.0, 14.0), (25.0, 20.0));
    screen.rewrite("Name", "Cloud");
    assert!(screen.shows("Legend") && screen.shows("Power 2"));
    let in_legend = |screen: &Screen| screen.harness.query_by_role_and_label(Role::Label, "Cloud").is_some();
    screen.press(Modifiers::NONE, Key::Escape);
    screen.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    assert!(in_legend(&screen));
    screen.click("Fold the legend");
    assert!(!screen.shows("Power 2") && !in_legend(&screen));
}
