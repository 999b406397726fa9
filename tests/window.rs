//! The window, driven through its accessibility tree as a person without a mouse or a screen would: the real program, no
//! pixels.

#![cfg(feature = "gui")]

#[path = "window/canvas.rs"]
mod canvas;
#[path = "window/drawn.rs"]
mod drawn;
#[path = "window/edits.rs"]
mod edits;
#[path = "window/floor.rs"]
mod floor;
#[path = "window/maps.rs"]
mod maps;

#[path = "window/screen.rs"]
mod screen;

use eframe::egui::{
    Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Role, Shape, TouchPhase, Vec2, pos2, vec2,
};
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
use hallplan::geometry::{Length, Point, ScreenPoint};
use hallplan::store::LengthUnits;
use screen::Screen;

#[test]
fn an_exhibitor_is_dragged_onto_a_booth_and_taken_off_again() {
    let mut screen = Screen::of_example();
    assert!(screen.shows("250 of 280 slots filled (89\u{a0}%)"));
    let seagate = screen.middle_of("Seagate");
    let booth = screen.middle_of("Booth A09, available");
    screen.drag(seagate, booth);
    assert!(screen.shows("251 of 280 slots filled (89\u{a0}%)"));
    assert!(screen.shows("Booth A09, Seagate, reserved"));
    screen.press(Modifiers::COMMAND, Key::Z);
    assert!(screen.shows("250 of 280 slots filled (89\u{a0}%)"));
    assert!(screen.shows("Booth A09, available"));
    screen.press(Modifiers::COMMAND, Key::Y);
    assert!(screen.shows("251 of 280 slots filled (89\u{a0}%)"));
}

#[test]
fn a_drop_after_a_search_is_undone_by_the_keys_that_undo() {
    let mut screen = Screen::of_example();
    screen.press(Modifiers::COMMAND, Key::F);
    screen.type_text("seag");
    let (seagate, booth) = (screen.middle_of("Seagate"), screen.middle_of("Booth A09, available"));
    screen.drag(seagate, booth);
    assert!(screen.shows("Booth A09, Seagate, reserved"));
    screen.press(Modifiers::COMMAND, Key::Z);
    assert!(screen.shows("Booth A09, available"));
}

#[test]
fn a_drop_on_a_booked_booth_asks_what_becomes_of_those_there() {
    let mut screen = Screen::of_example();
    let seagate = screen.middle_of("Seagate");
    let there = screen.harness.query_all(egui_kittest::kittest::By::new().label_contains("Booth A02, ")).next().unwrap();
    let (name, at) = (there.accesskit_node().label().unwrap(), there.rect().center());
    screen.drag(seagate, at);
    assert!(screen.shows("Share the booth"), "{name}");
    screen.click("Share the booth");
    let shared = screen.harness.query_all(egui_kittest::kittest::By::new().label_contains("Booth A02, ")).next().unwrap();
    assert!(shared.accesskit_node().label().unwrap().contains("Seagate"));
}

#[test]
fn an_exhibitor_is_placed_with_the_keyboard_alone() {
    let mut screen = Screen::of_example();
    screen.press(Modifiers::COMMAND, Key::K);
    screen.type_text("a09");
    screen.press(Modifiers::NONE, Key::Enter);
    assert!(screen.shows("Booth A09"));
    screen.press(Modifiers::COMMAND, Key::F);
    screen.type_text("seag");
    screen.press(Modifiers::NONE, Key::ArrowDown);
    screen.press(Modifiers::NONE, Key::Enter);
    assert!(screen.shows("251 of 280 slots filled (89\u{a0}%)"));
}

#[test]
fn a_block_is_drawn_saved_and_opened_again() {
    let mut screen = Screen::of_new_show();
    assert!(screen.shows("0 of 0 slots filled (0\u{a0}%)"));
    screen.press(Modifiers::NONE, Key::K);
    let (from, to) = (screen.place(10.0, 10.0), screen.place(25.0, 16.0));
    screen.drag(from, to);
    let drawn = screen.harness.state().session().plan().booths().len();
    assert!(drawn >= 10, "{drawn}");
    assert!(screen.shows(&format!("0 of {drawn} slots filled (0\u{a0}%)")));
    assert!(screen.shows("New show.hallplan not saved"));

    screen.press(Modifiers::COMMAND, Key::S);
    let path = screen.saved_file();
    screen.choose_file(&path);
    screen.wait_for("the file", |screen| screen.harness.state().session().is_saved());
    assert!(screen.shows("show.hallplan saved"));
    let text = std::fs::read_to_string(&path).unwrap();

    screen.press(Modifiers::COMMAND, Key::N);
    screen.press(Modifiers::NONE, Key::Enter);
    assert!(screen.shows("0 of 0 slots filled (0\u{a0}%)"));
    screen.press(Modifiers::COMMAND, Key::O);
    screen.choose_file(&path);
    screen.wait_for("the plan", |screen| screen.harness.state().session().path().is_some());
    screen.settle();
    assert!(screen.shows(&format!("0 of {drawn} slots filled (0\u{a0}%)")));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text, "opening changes nothing");
}

#[test]
fn a_list_is_imported_and_what_it_brings_is_shown_first() {
    let mut screen = Screen::of_new_show();
    let list = screen.folder.path().join("list.csv");
    std::fs::write(&list, "Société;Pays;Stand\nÉditions ENI;France;\nAcer;Taïwan;Z99\n").unwrap();
    screen.press(Modifiers::COMMAND, Key::I);
    screen.choose_file(&list);
    screen.wait_for("the list", |screen| screen.shows("Import exhibitors: list.csv"));
    screen.settle();
    assert!(screen.shows("Éditions ENI"));
    screen.click("Import");
    assert_eq!(screen.harness.state().session().plan().exhibitors().len(), 2);
    assert!(screen.shows("The list is imported"));
    screen.click("Close");
    assert!(screen.shows("To place 2"));
}

#[test]
fn the_language_changes_at_once() {
    let mut screen = Screen::of_example();
    screen.click("View");
    screen.click("Français");
    assert!(screen.shows("250 emplacements occupés sur 280 (89\u{a0}%)"));
    assert!(screen.shows("Exposants"));
}

#[test]
fn closing_with_unsaved_changes_asks_first() {
    let mut screen = Screen::of_new_show();
    screen.press(Modifiers::NONE, Key::Insert);
    screen.press(Modifiers::NONE, Key::Enter);
    screen.press(Modifiers::COMMAND, Key::Q);
    assert!(screen.shows("Save the changes to New show.hallplan?"));
    screen.click("Cancel");
    assert!(!screen.shows("Save the changes to New show.hallplan?"));
}

#[test]
fn an_empty_show_says_what_to_do_next() {
    let screen = Screen::of_new_show();
    for words in ["No exhibitors yet", "This hall is empty", "Import…", "Insert block…"] {
        assert!(screen.shows(words), "{words}");
    }
}

#[test]
fn booths_are_selected_by_click_by_marquee_and_by_arrows() {
    let mut screen = Screen::of_example();
    let at = screen.middle_of("Booth A09, available");
    screen.button(at, true);
    screen.button(at, false);
    screen.settle();
    assert_eq!(screen.harness.state().session().selection().booths.len(), 1);
    screen.press(Modifiers::SHIFT, Key::ArrowLeft);
    assert_eq!(screen.harness.state().session().selection().booths.len(), 2);
    screen.press(Modifiers::NONE, Key::Escape);
    assert!(screen.harness.state().session().selection().is_empty());
    let from = at + Vec2::new(-40.0, -40.0);
    screen.drag(from, pos2(at.x + 4.0, at.y + 4.0));
    assert!(screen.harness.state().session().selection().booths.len() > 1);
}

#[test]
fn every_menu_has_room_in_the_window() {
    for menu in ["File", "Edit", "View", "Insert", "Arrange", "Help"] {
        let mut screen = Screen::of_example();
        screen.click(menu);
        for role in [Role::MenuItem, Role::MenuItemCheckBox] {
            for row in screen.harness.query_all_by_role(role) {
                let (rect, words) = (row.rect(), row.accesskit_node().label().unwrap_or_default());
                assert!(rect.top() >= 30.0 && rect.bottom() <= 900.0, "{menu}: {words} is at {rect:?}");
            }
        }
    }
}

#[test]
fn the_last_row_of_a_long_menu_is_not_cut_off() {
    let mut screen = Screen::of_example();
    screen.click("View");
    screen.click("Lengths in feet and inches");
    assert_eq!(screen.harness.state().session().settings().units, LengthUnits::Feet);
}

#[test]
fn in_feet_a_new_show_is_offered_whole_tens_of_feet() {
    let mut screen = Screen::of_new_show();
    screen.click("View");
    screen.click("Lengths in feet and inches");
    screen.press(Modifiers::COMMAND, Key::N);
    assert!(screen.harness.query_all_by_value("200'").next().is_some());
    assert!(screen.harness.query_all_by_value("140'").next().is_some());
}

#[test]
fn the_menus_are_reached_by_keys() {
    let mut screen = Screen::of_example();
    screen.press(Modifiers::NONE, Key::F10);
    screen.press(Modifiers::NONE, Key::ArrowRight);
    screen.press(Modifiers::NONE, Key::Enter);
    assert!(screen.shows("Select all"), "the second menu is open");
    for _ in ["Paste", "Select all"] {
        screen.press(Modifiers::NONE, Key::ArrowDown);
    }
    screen.press(Modifiers::NONE, Key::Enter);
    assert!(!screen.harness.state().session().selection().is_empty(), "its second command that can run is Select all");
}

#[test]
fn down_opens_a_menu_at_its_first_row() {
    let mut screen = Screen::of_example();
    screen.press(Modifiers::NONE, Key::F10);
    screen.press(Modifiers::NONE, Key::ArrowDown);
    assert!(screen.shows("Save as…"), "the first menu is open");
    screen.press(Modifiers::NONE, Key::Enter);
    assert!(!screen.shows("Save as…") && screen.harness.state().session().dialog().is_some(), "its first row is New");
}

#[test]
fn a_search_says_where_else_the_name_is_and_the_next_one_begins_anew() {
    let mut screen = Screen::of_example();
    screen.press(Modifiers::COMMAND, Key::F);
    screen.type_text("synology");
    assert!(screen.shows("Nobody without a booth is called “synology”"));
    screen.click("Show one among all");
    assert!(screen.harness.state().session().directory().shown().len() == 1);
    screen.press(Modifiers::COMMAND, Key::F);
    screen.type_text("qnap");
    assert_eq!(screen.harness.state().session().directory().search(), "qnap");
}

#[test]
fn the_context_menu_of_the_floor_offers_what_can_be_done_there() {
    let mut screen = Screen::of_example();
    let pos = screen.place(3.0, 70.0);
    screen.harness.event(Event::PointerMoved(pos));
    screen.harness.step();
    for pressed in [true, false] {
        screen.harness.event(Event::PointerButton { pos, button: PointerButton::Secondary, pressed, modifiers: Modifiers::NONE });
        screen.harness.step();
    }
    screen.settle();
    assert!(screen.shows("Insert booth…") && !screen.shows("Cut"));
}

#[test]
fn a_press_beside_the_canvas_draws_nothing_on_it() {
    let mut screen = Screen::of_example();
    let (beside, middle, far) = (screen.middle_of("Seagate"), screen.place(40.0, 30.0), screen.place(60.0, 60.0));
    screen.harness.event(Event::PointerMoved(middle));
    screen.harness.step();
    // All in one frame, as a slow machine has it.
    screen.harness.event(Event::PointerMoved(beside));
    let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
    screen.harness.event(Event::PointerButton { pos: beside, button, pressed: true, modifiers });
    screen.harness.event(Event::PointerMoved(middle));
    screen.harness.step();
    screen.harness.event(Event::PointerMoved(far));
    screen.harness.step();
    screen.button(far, false);
    screen.settle();
    assert!(screen.harness.state().session().selection().is_empty());
}

#[test]
fn a_notch_of_the_wheel_zooms_by_about_a_fifth() {
    let mut screen = Screen::of_example();
    let pos = screen.place(40.0, 30.0);
    let before = screen.harness.state().session().camera().scale;
    screen.harness.event(Event::PointerMoved(pos));
    screen.harness.event_modifiers(
        Event::MouseWheel {
            unit: eframe::egui::MouseWheelUnit::Line,
            delta: vec2(0.0, 1.0),
            phase: eframe::egui::TouchPhase::Move,
            source: eframe::egui::MouseWheelSource::Wheel,
            modifiers: Modifiers::COMMAND,
        },
        Modifiers::COMMAND,
    );
    screen.settle();
    let factor = screen.harness.state().session().camera().scale / before;
    assert!((1.15..1.3).contains(&factor), "{factor}");
}

#[test]
fn typing_in_a_form_replaces_what_it_proposes() {
    let mut screen = Screen::of_example();
    screen.press(Modifiers::COMMAND, Key::K);
    screen.type_text("add hall");
    screen.press(Modifiers::NONE, Key::Enter);
    screen.type_text("Foyer");
    screen.press(Modifiers::NONE, Key::Enter);
    assert!(screen.harness.state().session().plan().halls().values().any(|hall| hall.name == "Foyer"));
}

#[test]
fn a_new_exhibitor_is_placed_and_its_booth_changed_without_the_mouse() {
    let mut screen = Screen::of_example();
    screen.press(Modifiers::COMMAND, Key::K);
    screen.type_text("a09");
    screen.press(Modifiers::NONE, Key::Enter);
    screen.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::N);
    screen.type_text("Nouvelle Société");
    screen.press(Modifiers::NONE, Key::Enter);
    screen.press(Modifiers::NONE, Key::Enter);
    assert!(screen.shows("251 of 280 slots filled (89\u{a0}%)"));
    screen.press(Modifiers::NONE, Key::F6);
    screen.type_text("A99");
    screen.press(Modifiers::NONE, Key::Enter);
    assert!(screen.shows("Booth A99"));
}

#[test]
fn what_cannot_be_taken_is_said_and_the_keyboard_stays_with_it() {
    let mut screen = Screen::of_example();
    screen.press(Modifiers::COMMAND, Key::K);
    screen.type_text("a09");
    screen.press(Modifiers::NONE, Key::Enter);
    screen.harness.get_by_label("Width").focus();
    screen.settle();
    screen.type_text("wide");
    screen.press(Modifiers::NONE, Key::Enter);
    assert!(screen.shows("“Width” wants a length, such as 3, 2.5 m or 8′ 6″"));
    // A number that is taken is refused in the form, and the next try begins at once.
    screen.press(Modifiers::NONE, Key::F2);
    screen.type_text("A01");
    screen.press(Modifiers::NONE, Key::Enter);
    screen.type_text("A98");
    screen.press(Modifiers::NONE, Key::Enter);
    assert!(screen.shows("Booth A98"));
}

#[test]
fn an_exhibitor_is_chosen_in_the_inspector_by_keys() {
    let mut screen = Screen::of_example();
    screen.press(Modifiers::COMMAND, Key::K);
    screen.type_text("a09");
    screen.press(Modifiers::NONE, Key::Enter);
    screen.press(Modifiers::NONE, Key::F6);
    screen.press(Modifiers::NONE, Key::Tab);
    screen.press(Modifiers::NONE, Key::Enter);
    assert!(screen.shows("Booth A09, available"), "the list is unfolded, nobody is chosen yet");
    screen.type_text("seag");
    screen.press(Modifiers::NONE, Key::Enter);
    assert!(screen.shows("Booth A09, Seagate, reserved"));
}
