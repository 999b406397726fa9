//! Maps as a person meets them in the window: which page of a file, which of its layers, and what a revision changed.

#![allow(clippy::unwrap_used, reason = "a test that cannot prepare its files has failed")]

use std::fmt::Write as _;
use std::path::PathBuf;

use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable as _;
use hallplan::edit::Objects;
use hallplan::plan::{HallMap, MapId};
use hallplan::session::{Action, CompareLook, FileQuestion};

use super::Screen;

/// A PDF of three pages, the first two in Roman numerals.
fn pdf() -> Vec<u8> {
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] >>";
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R /PageLabels << /Nums [0 << /S /r >> 2 << /P (Hall) >>] >> >>",
        "<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 >>",
        page,
        page,
        page,
    ];
    let mut file = "%PDF-1.7\n".to_owned();
    let mut table = String::new();
    for (number, object) in (1..).zip(objects) {
        writeln!(table, "{:010} 00000 n ", file.len()).unwrap();
        write!(file, "{number} 0 obj\n{object}\nendobj\n").unwrap();
    }
    let at = file.len();
    write!(file, "xref\n0 6\n0000000000 65535 f \n{table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{at}\n%%EOF\n").unwrap();
    file.into_bytes()
}

/// A drawing in millimetres: a room of this width on one layer, a desk on another.
fn dxf(width: i32) -> Vec<u8> {
    let mut text =
        "0\nSECTION\n2\nHEADER\n9\n$ACADVER\n1\nAC1015\n9\n$INSUNITS\n70\n4\n0\nENDSEC\n0\nSECTION\n2\nENTITIES\n".to_owned();
    for (layer, [left, bottom, right, top]) in [("Walls", [0, 0, width, 30_000]), ("Desks", [1_000, 1_000, 9_000, 9_000])] {
        let corners = [(left, bottom), (right, bottom), (right, top), (left, top)];
        for (from, to) in corners.iter().zip(corners.iter().cycle().skip(1)) {
            write!(text, "0\nLINE\n8\n{layer}\n10\n{}\n20\n{}\n11\n{}\n21\n{}\n", from.0, from.1, to.0, to.1).unwrap();
        }
    }
    text.push_str("0\nENDSEC\n0\nEOF\n");
    text.into_bytes()
}

fn file(screen: &Screen, name: &str, bytes: &[u8]) -> PathBuf {
    let path = screen.folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

fn map(screen: &Screen) -> Option<(MapId, HallMap)> {
    let maps = screen.harness.state().session().plan().maps();
    maps.iter().next().map(|(id, map)| (*id, map.as_ref().clone()))
}

/// The program with a map under its hall, which is selected.
fn with_map() -> (Screen, MapId) {
    let mut screen = Screen::of_new_show();
    let path = file(&screen, "a.dxf", &dxf(50_000));
    screen.act(Action::FileChosen(FileQuestion::OpenMap, Some(path)));
    screen.wait_for("the map", |screen| map(screen).is_some());
    let (id, _) = map(&screen).unwrap();
    screen.act(Action::Select(Objects { maps: [id].into(), ..Objects::default() }));
    (screen, id)
}

#[test]
fn the_page_of_a_file_with_several_is_chosen_by_the_keys() {
    let mut screen = Screen::of_new_show();
    let path = file(&screen, "venue.pdf", &pdf());
    screen.act(Action::FileChosen(FileQuestion::OpenMap, Some(path)));
    screen.wait_for("the question", |screen| screen.shows("Which page is the map of the hall?"));
    assert!(screen.shows("1: i") && screen.shows("2: ii") && screen.shows("3: Hall"));
    assert!(map(&screen).is_none(), "nothing lies there before it is known which page");
    screen.press(Modifiers::NONE, Key::ArrowRight);
    screen.press(Modifiers::NONE, Key::ArrowRight);
    screen.press(Modifiers::NONE, Key::Enter);
    screen.wait_for("the map", |screen| map(screen).is_some());
    assert_eq!(map(&screen).unwrap().1.page, 2);
    assert!(!screen.shows("Which page is the map of the hall?"));
}

#[test]
fn the_page_is_chosen_by_a_click_and_no_page_by_cancelling() {
    let mut screen = Screen::of_new_show();
    let path = file(&screen, "venue.pdf", &pdf());
    screen.act(Action::FileChosen(FileQuestion::OpenMap, Some(path.clone())));
    screen.wait_for("the question", |screen| screen.shows("2: ii"));
    screen.press(Modifiers::NONE, Key::Escape);
    assert!(!screen.shows("2: ii") && map(&screen).is_none());
    screen.act(Action::FileChosen(FileQuestion::OpenMap, Some(path)));
    screen.wait_for("the question", |screen| screen.shows("2: ii"));
    screen.click("2: ii");
    screen.click("Use this page");
    screen.wait_for("the map", |screen| map(screen).is_some());
    assert_eq!(map(&screen).unwrap().1.page, 1);
}

#[test]
fn the_inspector_of_a_map_says_what_it_is_and_hides_its_layers() {
    let (mut screen, _) = with_map();
    assert!(screen.shows("a.dxf"));
    assert!(screen.shows("Layers of the map: 2 of 2 shown"), "the layers are listed");
    screen.harness.get_by_role_and_label(Role::CheckBox, "Desks").click();
    screen.settle();
    assert_eq!(map(&screen).unwrap().1.hidden_layers, ["Desks"]);
    assert!(screen.shows("Layers of the map: 1 of 2 shown"));
    screen.press(Modifiers::COMMAND, Key::Z);
    assert!(map(&screen).unwrap().1.hidden_layers.is_empty());
}

#[test]
fn a_revision_is_compared_with_what_it_replaced_and_given_up_again() {
    let (mut screen, id) = with_map();
    let path = file(&screen, "b.dxf", &dxf(60_000));
    screen.act(Action::FileChosen(FileQuestion::ReplaceMap(id), Some(path.clone())));
    screen.wait_for("the comparison", |screen| screen.shows("Compare the revisions"));
    assert!(screen.shows("a.dxf was replaced by b.dxf."));
    let look = |screen: &Screen| screen.harness.state().session().comparison().map(|comparison| comparison.look);
    assert_eq!(look(&screen), Some(CompareLook::Blinking));
    screen.harness.get_by_label("Overlaid").click();
    screen.harness.run_ok();
    assert_eq!(look(&screen), Some(CompareLook::Overlaid));
    assert!(screen.shows("Red: only in the old one. Blue: only in the new one. Violet: in both."));
    screen.click("Back to the old one");
    assert_eq!(map(&screen).unwrap().1.name, "a.dxf");
    screen.act(Action::FileChosen(FileQuestion::ReplaceMap(id), Some(path)));
    screen.wait_for("the comparison", |screen| screen.shows("Keep new"));
    screen.harness.get_by_label("Keep new").click();
    screen.harness.run_ok();
    assert!(look(&screen).is_none());
    assert_eq!(map(&screen).unwrap().1.name, "b.dxf");
}
