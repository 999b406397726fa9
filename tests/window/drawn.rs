//! Booths out of the drawing that lies under a hall.

#![allow(clippy::unwrap_used, reason = "a test that cannot prepare its plan has failed")]

use std::sync::Arc;

use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable as _;
use hallplan::geometry::{Angle, Length, Outline, Point, Size};
use hallplan::import::DrawnHall;
use hallplan::plan::{EmbeddedFile, HallMap, Number, Placement};
use hallplan::reader::{Cancel, Drawing, Element, ElementKind, Fill, FillRule, PathStep, Rgba};
use hallplan::session::{Action, CommandId, Done, Outcome, Session};

use super::Screen;

const BLUE: Rgba = Rgba([36, 87, 197, 255]);

/// A drawing of a unit a millimetre: a row of twelve booths, the last with the number of the first, and one without number.
fn drawing() -> Drawing {
    let mut drawing = Drawing { sheet: (50_000, 30_000), layers: vec!["STANDS".into(), "Noms".into()], ..Drawing::default() };
    let fill = |colour| Fill { colour, rule: FillRule::NonZero };
    for place in 0..13_u8 {
        let left = 2_000.0 + f32::from(place) * 3_000.0;
        let corners = [[left, 5_000.0], [left + 3_000.0, 5_000.0], [left + 3_000.0, 8_000.0], [left, 8_000.0]];
        let mut path: Vec<PathStep> = corners.into_iter().map(PathStep::Line).collect();
        path[0] = PathStep::Move(corners[0]);
        path.push(PathStep::Close);
        let kind = ElementKind::Path { path, fill: Some(fill(BLUE)), stroke: None };
        drawing.elements.push(Element { layer: 0, clip: None, kind });
        let number = format!("A{:02}", if place == 11 { 1 } else { place + 1 });
        let texts = [(0, number, 6_000.0), (1, format!("Firm {}", char::from(b'A' + place)), 7_000.0)];
        for (layer, text, y) in texts.into_iter().filter(|(layer, ..)| place < 12 || *layer > 0) {
            let centre = [left + 1_500.0, y];
            let fill = fill(Rgba::BLACK);
            let kind = ElementKind::Text { text, at: centre, size: 400.0, angle: 0.0, centre, outlines: Vec::new(), fill };
            drawing.elements.push(Element { layer, clip: None, kind });
        }
    }
    drawing
}

/// The program on a hall of 50 by 30 metres under which the drawing lies, as it was just read.
fn open_panel(session: &mut Session) {
    let hall = session.hall().unwrap();
    let mut wide = session.plan().get(hall).unwrap().as_ref().clone();
    wide.outline = Outline::rectangle(Point::ORIGIN, Size::from_mm(50_000, 30_000));
    session.act(Action::Edit(hallplan::edit::Edit::ChangeHall(hall, wide)));
    let placement = Placement { origin: Point::ORIGIN, width: Length::from_mm(50_000), angle: Angle::ZERO };
    // What lies there does not matter here: the drawing is handed in as if it had been read.
    let mut png = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(5, 3).write_to(&mut png, image::ImageFormat::Png).unwrap();
    let file = EmbeddedFile::new(png.into_inner());
    let map = HallMap { calibrated: true, ..HallMap::new(hall, "plan.dxf".into(), file, (50_000, 30_000), placement) };
    session.act(Action::Edit(hallplan::edit::Edit::AddMap(map.clone())));
    let id = *session.plan().maps().keys().next().unwrap();
    let drawn = DrawnHall::find(&drawing(), &map, &Cancel::new()).unwrap();
    let outcome = Outcome::Shapes { id, map: Box::new(map), drawn: Some(Arc::new(drawn)) };
    session.act(Action::Finished(Done { id: 999, outcome }));
}

fn has_booth(screen: &Screen, number: &str) -> bool {
    screen.harness.state().session().plan().booth_numbered(&Number::new(number).unwrap()).is_some()
}

#[test]
fn the_booths_of_a_drawing_are_added_in_one_step() {
    let mut screen = Screen::with(open_panel);
    assert!(screen.shows("Booths from drawing"));
    assert!(screen.shows("13 shapes of 9\u{a0}m², 12 with a number"));
    assert!(screen.shows("A01, drawn twice: left out"));
    assert!(screen.shows("No number: Firm M: left out"));
    screen.click("Add 11 booths");
    assert!(!screen.shows("Booths from drawing"));
    assert!(has_booth(&screen, "A11") && !has_booth(&screen, "A12"));
    assert!(screen.shows("Booth A02, Firm B, reserved"));
    let undo = screen.harness.state().session().command_words(CommandId::Undo);
    assert!(undo.contains("11 booths from a drawing"), "{undo}");
    screen.press(Modifiers::COMMAND, Key::Z);
    assert!(!has_booth(&screen, "A01"));
    assert!(screen.harness.state().session().plan().exhibitors().is_empty());
}

#[test]
fn what_is_wrong_is_decided_in_the_panel() {
    let mut screen = Screen::with(open_panel);
    for (problem, decision) in [
        ("One shape with the number of another", "Give the next free numbers"),
        ("One shape without a number", "Give the next free numbers"),
    ] {
        screen.harness.get_by_role_and_label(Role::ComboBox, problem).click();
        screen.settle();
        screen.click(decision);
    }
    assert!(screen.shows("A01, drawn twice: gets A12"));
    assert!(screen.shows("No number: Firm M: gets A13"));
    screen.click("Add 13 booths");
    assert!(has_booth(&screen, "A12") && has_booth(&screen, "A13"));
}

#[test]
fn escape_closes_the_panel_and_changes_nothing() {
    let mut screen = Screen::with(open_panel);
    screen.press(Modifiers::NONE, Key::Escape);
    assert!(!screen.shows("Booths from drawing"));
    assert!(!has_booth(&screen, "A01"));
}
