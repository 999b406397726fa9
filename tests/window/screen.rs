//! The real program without pixels, for tests to drive through its accessibility tree and its pointer.

#![allow(dead_code, reason = "each test uses what it needs")]

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use hallplan::app::{Surroundings, Window};
use hallplan::geometry::Point;
use hallplan::session::{Action, Session, Start};
use hallplan::store::Settings;
use hallplan::text::Language;
use jiff::Timestamp;

/// How long a thread may take before a test gives up: a loaded machine is slow, a hanging program is not waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// The window on a screen of 1440 x 900.
pub struct Screen {
    pub harness: Harness<'static, Window>,
    pub folder: tempfile::TempDir,
}

impl Screen {
    /// The program as it starts the first time: on the example, in English.
    pub fn of_example() -> Self {
        Self::with(|session| session.open_example())
    }

    /// The program on a new show with one empty hall.
    pub fn of_new_show() -> Self {
        Self::with(|_| ())
    }

    pub fn with(prepare: impl FnOnce(&mut Session)) -> Self {
        Self::begin(prepare, false)
    }

    /// The program on the example, with a folder for recovery and kept versions.
    pub fn that_keeps_data() -> Self {
        Self::begin(|session| session.open_example(), true)
    }

    fn begin(prepare: impl FnOnce(&mut Session), keeps_data: bool) -> Self {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let start = Start { settings: Settings::default(), language: Language::English, tag: 7, clock: || Timestamp::UNIX_EPOCH };
        let mut session = Session::new(start);
        prepare(&mut session);
        let surroundings = Surroundings {
            program: PathBuf::from(env!("CARGO_BIN_EXE_hallplan")),
            settings_path: None,
            data_folder: keeps_data.then(|| folder.path().join("data")),
            system_dialogs: false,
        };
        let builder = Harness::builder().with_size(vec2(1440.0, 900.0)).with_step_dt(0.05).with_max_steps(40);
        let harness = builder.build_eframe(|cc| Window::new(&cc.egui_ctx, session, surroundings));
        let mut screen = Self { harness, folder };
        screen.settle();
        screen
    }

    /// Goes on until nothing moves any more. A thread at work may take its time, during which the window tells its progress.
    #[track_caller]
    pub fn settle(&mut self) {
        let begun = Instant::now();
        while self.harness.run_ok().is_none() {
            assert!(begun.elapsed() < PATIENCE, "the window does not come to rest");
        }
    }

    /// Goes on until something is true, for work that threads do.
    #[track_caller]
    pub fn wait_for(&mut self, what: &str, mut is_true: impl FnMut(&Self) -> bool) {
        let begun = Instant::now();
        while !is_true(self) {
            assert!(begun.elapsed() < PATIENCE, "waited in vain for {what}");
            std::thread::sleep(Duration::from_millis(10));
            self.harness.run_ok();
        }
    }

    pub fn shows(&self, label: &str) -> bool {
        self.harness.query_all_by_label(label).next().is_some()
    }

    #[track_caller]
    pub fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.settle();
    }

    /// Does what no key and no button does.
    pub fn act(&mut self, action: Action) {
        self.harness.state_mut().act(action);
        self.settle();
    }

    pub fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    pub fn type_text(&mut self, text: &str) {
        self.harness.event(Event::Text(text.to_owned()));
        self.settle();
    }

    /// Where a point of the hall is on the screen, in metres.
    pub fn place(&self, x: f64, y: f64) -> Pos2 {
        let canvas = self.harness.get_by_role_and_label(Role::Canvas, "Hall plan").rect();
        let at = self.harness.state().session().camera().to_screen(Point::from_mm((x * 1_000.0) as i64, (y * 1_000.0) as i64));
        canvas.min + vec2(at.x, at.y)
    }

    /// Drags with the main button, in steps as a hand does.
    pub fn drag(&mut self, from: Pos2, to: Pos2) {
        self.harness.event(Event::PointerMoved(from));
        self.harness.step();
        self.button(from, true);
        for part in [0.05, 0.3, 0.7, 1.0] {
            self.harness.event(Event::PointerMoved(from + (to - from) * part));
            self.harness.step();
        }
        self.button(to, false);
        self.settle();
    }

    pub fn button(&mut self, pos: Pos2, pressed: bool) {
        self.harness.event(Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE });
        self.harness.step();
    }

    /// The middle of what has this name.
    #[track_caller]
    pub fn middle_of(&self, label: &str) -> Pos2 {
        self.harness.get_by_label(label).rect().center()
    }

    /// Types a file's path into the open dialog and confirms it.
    pub fn choose_file(&mut self, path: &Path) {
        self.press(Modifiers::COMMAND, Key::A);
        self.type_text(&path.to_string_lossy());
        self.press(Modifiers::NONE, Key::Enter);
    }

    pub fn saved_file(&self) -> PathBuf {
        self.folder.path().join("show.hallplan")
    }

    /// A click on the hall, far from the last one in time, so that two are no double click.
    pub fn click_hall(&mut self, x: f64, y: f64) {
        let at = self.place(x, y);
        self.harness.event(Event::PointerMoved(at));
        self.harness.step();
        self.button(at, true);
        self.button(at, false);
        (0..10).for_each(|_| self.harness.step());
        self.settle();
    }

    /// The outlines of all booths by their numbers.
    pub fn outlines(&self) -> Vec<(String, hallplan::geometry::Outline)> {
        let plan = self.harness.state().session().plan();
        let booths = plan.booths_by_number().filter_map(|id| plan.get(id));
        booths.map(|booth| (booth.number.to_string(), booth.outline.clone())).collect()
    }
}
