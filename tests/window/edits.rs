//! Booths, blocks and layers drawn and changed in the window.

use super::*;

#[test]
fn a_block_gets_fewer_columns_in_the_inspector_and_keeps_its_booked_booth() {
    let mut screen = Screen::of_new_show();
    screen.press(Modifiers::NONE, Key::K);
    assert!(screen.shows("New block"), "the tool says what it draws");
    let (from, to) = (screen.place(10.0, 10.0), screen.place(25.1, 16.1));
    screen.drag(from, to);
    screen.press(Modifiers::NONE, Key::V);
    let count = |screen: &Screen| screen.harness.state().session().plan().booths().len();
    assert_eq!(count(&screen), 10);
    // The last booth is held; it has no place in the smaller block.
    let last = screen.place(23.5, 14.5);
    screen.button(last, true);
    screen.button(last, false);
    screen.settle();
    assert!(screen.shows("Booth A10"));
    screen.press(Modifiers::NONE, Key::K);
    assert!(screen.shows("New block") && !screen.shows("Locked"), "the tool's settings are not those of what is selected");
    screen.press(Modifiers::NONE, Key::V);
    screen.click("Held");
    screen.click("Select block");
    screen.harness.get_by_label("Columns").focus();
    screen.settle();
    screen.press(Modifiers::COMMAND, Key::A);
    screen.type_text("2");
    screen.press(Modifiers::NONE, Key::Enter);
    assert_eq!(count(&screen), 5, "four in the block, and the one that is held");
    let plan = screen.harness.state().session().plan().clone();
    assert_eq!(plan.bookings().len(), 1);
    assert!(screen.harness.query_by_label_contains("A10 stays where it is").is_some());
    screen.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(count(&screen), 10);
    assert!(screen.harness.query_by_label_contains("A10 stays where it is").is_none(), "what is undone is not said any longer");
}

#[test]
fn a_booth_is_entered_with_figures_and_changed_in_the_inspector() {
    let mut screen = Screen::of_new_show();
    screen.press(Modifiers::NONE, Key::Insert);
    assert!(screen.shows("New booth"));
    screen.press(Modifiers::NONE, Key::Enter);
    let booths = screen.harness.state().session().plan().booths().clone();
    assert_eq!(booths.len(), 1);
    let name = format!("Booth {}", booths.values().next().unwrap().number);
    assert!(screen.shows(&name));

    screen.harness.get_by_label("Width").focus();
    screen.settle();
    screen.press(Modifiers::COMMAND, Key::A);
    screen.type_text("4.5");
    screen.press(Modifiers::NONE, Key::Enter);
    let width = screen.harness.state().session().plan().booths().values().next().unwrap().outline.size().width;
    assert_eq!(width.metres(), 4.5);
    let history = screen.harness.state().session().editor().history().steps();
    assert_eq!(history, 2, "one step for the booth and one for its width");
}

#[test]
fn lengths_change_to_feet_and_inches_at_once_and_are_typed_so() {
    let mut screen = Screen::of_new_show();
    screen.press(Modifiers::NONE, Key::Insert);
    screen.press(Modifiers::NONE, Key::Enter);
    assert!(screen.harness.get_by_label("Width").value().is_some_and(|width| width == "3.00\u{a0}m"));
    screen.click("View");
    screen.click("Lengths in feet and inches");
    assert!(screen.harness.get_by_label("Width").value().is_some_and(|width| width == "9' 10.11\""));
    screen.harness.get_by_label("Width").focus();
    screen.settle();
    screen.type_text("12'6½");
    screen.press(Modifiers::NONE, Key::Enter);
    let booths = |screen: &Screen| {
        let plan = screen.harness.state().session().plan().clone();
        plan.booths().values().map(|booth| booth.outline.size().width.tenths()).collect::<Vec<_>>()
    };
    assert_eq!(booths(&screen), [12 * 3_048 + 13 * 127]);
    screen.press(Modifiers::NONE, Key::Insert);
    assert!(
        screen.shows("Width")
            && screen.harness.get_all_by_label("Width").any(|field| field.value().is_some_and(|width| width == "10'"))
    );
    screen.press(Modifiers::NONE, Key::Enter);
    assert_eq!(booths(&screen)[1], 30_480, "the usual booth in feet is ten feet wide");
    screen.click("View");
    screen.click("Lengths in metres");
    assert!(screen.harness.get_by_label("Width").value().is_some_and(|width| width == "3.048\u{a0}m"));
}

#[test]
fn a_width_and_a_depth_are_typed_while_a_booth_is_drawn() {
    let mut screen = Screen::of_new_show();
    screen.press(Modifiers::NONE, Key::B);
    let (from, to) = (screen.place(10.0, 10.0), screen.place(14.0, 14.0));
    screen.harness.event(Event::PointerMoved(from));
    screen.harness.step();
    screen.button(from, true);
    screen.harness.event(Event::PointerMoved(to));
    screen.harness.step();
    // "m" and "c" are tools, but not in the midst of a figure.
    for (key, text) in [(Key::Num4, "4"), (Key::Num5, "5"), (Key::Num0, "0"), (Key::C, "c"), (Key::M, "m")] {
        screen.harness.key_press(key);
        screen.type_text(text);
    }
    screen.press(Modifiers::NONE, Key::Tab);
    screen.harness.key_press(Key::Num2);
    screen.type_text("2");
    screen.press(Modifiers::NONE, Key::Enter);
    screen.button(to, false);
    screen.settle();
    let sizes: Vec<_> = screen.harness.state().session().plan().booths().values().map(|booth| booth.outline.size()).collect();
    assert_eq!(sizes, [hallplan::geometry::Size::from_mm(4_500, 2_000)]);
    assert_eq!(screen.harness.state().session().tool().kind(), hallplan::tools::ToolKind::Booth);
}

#[test]
fn booths_are_aligned_by_keys_and_arranged_by_a_form() {
    let mut screen = Screen::of_new_show();
    for (x, y) in [("2", "2"), ("4.3", "9"), ("3.1", "20")] {
        screen.press(Modifiers::NONE, Key::Insert);
        for figure in [x, y] {
            screen.press(Modifiers::COMMAND, Key::A);
            screen.type_text(figure);
            screen.press(Modifiers::NONE, Key::Tab);
        }
        screen.press(Modifiers::NONE, Key::Enter);
    }
    screen.press(Modifiers::COMMAND, Key::A);
    screen.press(Modifiers::ALT, Key::A);
    let corners = |screen: &Screen| {
        let plan = screen.harness.state().session().plan().clone();
        plan.booths().values().map(|booth| booth.outline.bounds().min()).collect::<Vec<_>>()
    };
    assert_eq!(corners(&screen), [(2_000, 2_000), (2_000, 9_000), (2_000, 20_000)].map(|(x, y)| Point::from_mm(x, y)));
    screen.click("Arrange");
    screen.click("Align and distribute");
    screen.click("Arrange to an aisle width…");
    screen.press(Modifiers::COMMAND, Key::A);
    screen.type_text("3.5");
    screen.press(Modifiers::NONE, Key::Enter);
    assert_eq!(corners(&screen), [(2_000, 2_000), (2_000, 8_500), (2_000, 15_000)].map(|(x, y)| Point::from_mm(x, y)));
    let history = screen.harness.state().session().editor().history().steps();
    assert_eq!(history, 5, "three booths, one alignment, one arrangement");
}

#[test]
fn booths_are_numbered_with_the_plan_in_view_and_their_list_is_saved() {
    let mut screen = Screen::of_example();
    screen.press(Modifiers::SHIFT, Key::F2);
    assert!(screen.shows("All 231 booths of Hall 1"));
    // The keyboard is in the first field, the plan stays in reach.
    screen.type_text("X");
    assert!(screen.shows("A01 becomes X1") && screen.shows("Hall plan"));
    screen.press(Modifiers::COMMAND, Key::Z);
    screen.click("Scheme");
    screen.click("Aisles by letter: A01, A02");
    screen.click("Rows that belong together");
    screen.click("Back to back, a double row");
    screen.click("From the right top corner");
    assert!(screen.shows("A39 becomes A01"));
    let booth = screen.middle_of("Booth A39, ALSO France, paid");
    screen.harness.event(Event::PointerMoved(booth));
    screen.button(booth, true);
    screen.button(booth, false);
    screen.settle();
    assert!(screen.shows("One booth is selected"), "selecting goes on while the panel is open");
    // A01 to A11 are booths that are not selected.
    assert!(screen.shows("A39 becomes A13"));
    screen.click("Renumber a booth");
    assert!(screen.shows("One booth renumbered") && !screen.shows("Number booths"));
    screen.click("Save the list…");
    let path = screen.folder.path().join("list.csv");
    screen.choose_file(&path);
    screen.wait_for("the list", |screen| screen.shows("Saved as list.csv"));
    let list = std::fs::read_to_string(&path).unwrap();
    assert_eq!(list.lines().nth(1), Some("A39,A13,ALSO France,Hall 1"));
}

#[test]
fn an_l_is_drawn_corner_by_corner_with_keys_that_take_back_and_close() {
    let mut screen = Screen::of_new_show();
    screen.press(Modifiers::NONE, Key::P);
    for (x, y) in [(10.0, 10.0), (16.0, 10.0), (16.0, 13.0), (20.0, 20.0)] {
        screen.click_hall(x, y);
    }
    screen.press(Modifiers::NONE, Key::Backspace);
    for (x, y) in [(13.0, 13.0), (13.0, 16.0), (10.0, 16.0)] {
        screen.click_hall(x, y);
    }
    screen.press(Modifiers::NONE, Key::Enter);
    let outlines = screen.outlines();
    assert_eq!(outlines.len(), 1, "{outlines:?}");
    assert_eq!(outlines[0].1.area().square_metres(), 27.0);
    assert!(screen.shows("Booth A01"));
}

#[test]
fn a_booth_is_split_by_a_line_and_merged_again() {
    let mut screen = Screen::of_new_show();
    screen.press(Modifiers::NONE, Key::B);
    let (from, to) = (screen.place(10.0, 10.0), screen.place(16.0, 13.0));
    screen.drag(from, to);
    let whole = screen.outlines();
    assert_eq!(whole.len(), 1);
    screen.press(Modifiers::NONE, Key::S);
    let (from, to) = (screen.place(12.0, 9.0), screen.place(12.0, 14.0));
    screen.drag(from, to);
    let parts: Vec<_> = screen.outlines().into_iter().map(|(number, part)| (number, part.area().square_metres())).collect();
    assert_eq!(parts, [("A01".to_owned(), 12.0), ("A02".to_owned(), 6.0)]);
    assert!(screen.shows("Booth A01 is now A01 and A02."));

    screen.press(Modifiers::COMMAND, Key::J);
    assert!(screen.shows("Merge 2 booths"));
    screen.press(Modifiers::NONE, Key::Enter);
    assert_eq!(screen.outlines(), whole);
}

#[test]
fn a_layer_is_hidden_in_the_panel_and_its_booths_still_count() {
    let mut screen = Screen::of_new_show();
    screen.press(Modifiers::NONE, Key::Escape);
    screen.click("Add layer");
    screen.press(Modifiers::NONE, Key::Enter);
    assert!(screen.shows("Layer Layer 1, empty"));
    screen.press(Modifiers::NONE, Key::B);
    let (from, to) = (screen.place(6.0, 6.0), screen.place(9.0, 9.0));
    screen.drag(from, to);
    screen.press(Modifiers::NONE, Key::V);
    screen.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    assert!(screen.shows("Layer Layer 1, one object"));
    screen.click("Hide Layer 1");
    assert!(screen.shows("Layer Layer 1, hidden: one booth, still counted"));
    assert!(!screen.shows("Booth A01, available"));
    assert_eq!(screen.harness.state().session().occupancy().sellable, 1);
    screen.click("Show Layer 1");
    assert!(screen.shows("Booth A01, available"));
    screen.click("Lock Layer 1");
    let (from, to) = (screen.place(7.0, 7.0), screen.place(20.0, 20.0));
    let before = screen.harness.state().session().plan().booths().clone();
    screen.drag(from, to);
    assert_eq!(*screen.harness.state().session().plan().booths(), before, "a locked booth stays where it is");
}

#[test]
fn a_layer_that_is_added_is_named_at_once() {
    let mut screen = Screen::of_new_show();
    screen.click("Add layer");
    screen.type_text("Power");
    screen.press(Modifiers::NONE, Key::Enter);
    assert!(screen.shows("Layer Power, empty"));
}
