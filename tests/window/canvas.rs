//! What the canvas tells beside the plan itself, and how it is moved: colours and legend, overview map, card, wheel.

use hallplan::session::{Action, CommandId};

use super::*;

#[test]
fn booths_are_coloured_by_what_the_legend_is_asked_for() {
    let mut screen = Screen::of_example();
    assert!(screen.shows("Available 24") && screen.shows("Paid 121"));
    screen.click("Colour by: Status");
    screen.click("Colour by area");
    assert!(screen.shows("Colour by: Area") && !screen.shows("Paid 121"));
    let usual = "9\u{a0}m² to 12\u{a0}m²";
    assert!(screen.harness.query_all(By::new().label_contains(usual)).next().is_some());
    // What is counted follows the plan.
    screen.click("Colour by: Area");
    screen.click("Colour by status");
    let (seagate, booth) = (screen.middle_of("Seagate"), screen.middle_of("Booth A09, available"));
    screen.drag(seagate, booth);
    assert!(screen.shows("Available 23") && screen.shows("Reserved 28"));
    screen.click("Fold the legend");
    assert!(!screen.shows("Paid 121"));
    screen.click("Unfold the legend");
    assert!(screen.shows("Paid 121"));
}

#[test]
fn the_overview_map_moves_the_view_and_is_gone_when_everything_is_in_view() {
    let mut screen = Screen::of_example();
    assert!(!screen.shows("Overview map"));
    for _ in 0..5 {
        screen.press(Modifiers::COMMAND, Key::Plus);
    }
    let map = screen.harness.get_by_label("Overview map").rect();
    let middle = |screen: &Screen| {
        let session = screen.harness.state().session();
        let (width, height) = session.canvas();
        session.camera().to_hall(ScreenPoint { x: width / 2.0, y: height / 2.0 })
    };
    // Beside the frame of the view a press brings it there, and the frame follows the pointer.
    let corner = map.lerp_inside(vec2(0.15, 0.15));
    screen.drag(corner, corner);
    let there = middle(&screen);
    assert!(there.x < Length::METRE * 20 && there.y < Length::METRE * 20, "{there:?}");
    screen.drag(corner, map.lerp_inside(vec2(0.85, 0.85)));
    let there = middle(&screen);
    assert!(there.x > Length::METRE * 55 && there.y > Length::METRE * 50, "{there:?}");
    assert!(screen.harness.state().session().selection().is_empty(), "nothing under the map was selected");
    screen.press(Modifiers::NONE, Key::Home);
    assert!(!screen.shows("Overview map"));
}

#[test]
fn a_card_comes_beside_the_pointer_that_rests_on_a_booth() {
    let mut screen = Screen::of_example();
    let booth = screen.harness.query_all(By::new().label_contains("Booth D11, Intel")).next().unwrap().rect().center();
    let card = |screen: &Screen| {
        painted_words(screen).into_iter().any(|words| words.starts_with("Peninsula") || words.starts_with("Island"))
    };
    screen.harness.event(Event::PointerMoved(booth));
    screen.harness.run_steps(2);
    assert!(!card(&screen), "a pointer that passes shows nothing");
    screen.harness.run_steps(12);
    assert!(card(&screen), "{:?}", painted_words(&screen));
    screen.harness.event(Event::PointerMoved(booth + vec2(400.0, 300.0)));
    screen.harness.run_steps(2);
    assert!(!card(&screen));
}

/// All texts that the last frame painted.
fn painted_words(screen: &Screen) -> Vec<String> {
    fn collect(shape: &Shape, words: &mut Vec<String>) {
        match shape {
            Shape::Text(text) => words.push(text.galley.text().to_owned()),
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, words)),
            _ => {}
        }
    }
    let mut words = Vec::new();
    screen.harness.output().shapes.iter().for_each(|clipped| collect(&clipped.shape, &mut words));
    words
}

#[test]
fn the_wheel_of_a_mouse_zooms_where_that_is_wanted() {
    let mut screen = Screen::of_example();
    let scale = |screen: &Screen| screen.harness.state().session().camera().scale;
    let at = screen.place(30.0, 30.0);
    let turn = |screen: &mut Screen| {
        screen.harness.event(Event::PointerMoved(at));
        let (unit, source, phase) = (MouseWheelUnit::Line, MouseWheelSource::Wheel, TouchPhase::Move);
        let (delta, modifiers) = (vec2(0.0, 1.0), Modifiers::NONE);
        screen.harness.event(Event::MouseWheel { unit, delta, modifiers, phase, source });
        screen.settle();
    };
    let before = scale(&screen);
    turn(&mut screen);
    assert_eq!(scale(&screen), before, "the view moves");
    screen.click("View");
    screen.click("Mouse wheel zooms");
    let under = screen.place(30.0, 30.0);
    assert_ne!(under, at);
    turn(&mut screen);
    assert!(scale(&screen) > before * 1.05, "{} after {before}", scale(&screen));
}

/// The boxes around the shapes with pictures on them, the overview map aside.
fn pictures(screen: &Screen) -> Vec<eframe::egui::Rect> {
    let overview = screen.harness.query_by_label("Overview map").map(|overview| overview.rect());
    let shapes = &screen.harness.output().shapes;
    let meshes = shapes.iter().filter_map(|shape| match &shape.shape {
        Shape::Mesh(mesh) if mesh.texture_id != eframe::egui::TextureId::default() => Some(mesh.calc_bounds()),
        _ => None,
    });
    meshes.filter(|bounds| overview.is_none_or(|overview| !overview.contains_rect(*bounds))).collect()
}

#[test]
fn a_map_shows_under_the_hall_at_every_zoom() {
    let mut screen = Screen::of_new_show();
    let path = screen.folder.path().join("hall.gif");
    image::RgbaImage::from_pixel(2_000, 1_000, image::Rgba([200, 0, 0, 255])).save(&path).expect("a picture");
    screen.harness.state_mut().act(Action::FilesDropped(vec![path], None));
    screen.wait_for("the form for its scale", |screen| screen.shows("Width of the whole picture"));
    screen.press(Modifiers::COMMAND, Key::A);
    screen.type_text("50");
    screen.press(Modifiers::NONE, Key::Enter);
    let covers = |screen: &Screen| {
        let hall = eframe::egui::Rect::from_two_pos(screen.place(0.0, 0.0), screen.place(50.0, 25.0));
        let canvas = screen.harness.get_by_role_and_label(Role::Canvas, "Hall plan").rect();
        let (seen, shown) = (hall.intersect(canvas), pictures(screen));
        let area: f32 = shown.iter().map(|tile| tile.intersect(canvas).area()).sum();
        (area - seen.area()).abs() < seen.area() * 0.01 && shown.iter().all(|tile| hall.expand(1.0).contains_rect(*tile))
    };
    screen.wait_for("the map", covers);
    // A tile shows 12.5 m where every pixel of the picture is one of a tile.
    let is_fine = |screen: &Screen| {
        let most = screen.place(12.6, 0.0).x - screen.place(0.0, 0.0).x;
        pictures(screen).iter().all(|tile| tile.width() <= most)
    };
    assert!(!is_fine(&screen));
    screen.harness.state_mut().act(Action::Zoom { factor: 8.0, at: ScreenPoint { x: 300.0, y: 300.0 } });
    screen.settle();
    screen.wait_for("the finer tiles", |screen| covers(screen) && is_fine(screen));
    screen.harness.state_mut().act(Action::Run(CommandId::ToggleMap));
    screen.settle();
    assert_eq!(pictures(&screen), []);
}

#[test]
fn the_space_bar_is_held_without_the_window_standing_still() {
    let mut screen = Screen::of_example();
    screen.harness.event(eframe::egui::Event::Key {
        key: eframe::egui::Key::Space,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: eframe::egui::Modifiers::NONE,
    });
    screen.settle();
    assert!(screen.shows("Hall plan"));
}
