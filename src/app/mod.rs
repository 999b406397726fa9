//! The window: the session painted, its events passed on, native dialogs, threads. Views read the session and return what
//! the user asked for; nothing in a view changes anything.

mod canvas;
mod clock;
mod dialogs;
mod drawn;
mod exhibitors;
mod hints;
mod inspector;
mod jobs;
mod keys;
mod logos;
mod measure;
mod menu_bar;
mod notices;
mod numbering;
mod palette;
mod presence;
mod rail;
mod recorder;
mod rehearse;
mod report;
mod status_bar;
mod tabs;
pub mod theme;
mod view;
mod watcher;
mod widgets;
mod window;

use std::path::PathBuf;

use eframe::egui::ViewportBuilder;
use jiff::Timestamp;

pub use canvas::{booth_id, id as canvas_id};
pub use window::{Surroundings, Window};

use crate::cli::Purpose;
use crate::session::{Action, Session, Start};
use crate::store::Settings;
use crate::text::Language;

/// Why the window did not open: there is no display, or it has no OpenGL.
#[derive(Debug)]
pub struct NoWindow(pub String);

/// Opens the window for work or for measuring; returns when it is closed, with what is to be said then.
///
/// # Errors
/// There is no display to open it on; or what is to be measured cannot be opened.
pub fn run(purpose: Purpose) -> Result<String, NoWindow> {
    clock::begin();
    if let Some(folder) = crate::store::data_folder() {
        report::install(folder.join("reports"));
    }
    match purpose {
        Purpose::Work(file) => work(file).map(|()| String::new()),
        Purpose::Measuring { file, each } => measure::measure(file, each),
        Purpose::Rehearsing { file, seed, steps } => rehearse::rehearse(file, seed, steps),
    }
}

/// Opens the window, on the plan in a file, or on the example.
fn work(path: Option<PathBuf>) -> Result<(), NoWindow> {
    let surroundings = Surroundings::of_system();
    let settings = surroundings.settings_path.as_deref().map(Settings::load).unwrap_or_default();
    let options = options(settings.window.unwrap_or((1440.0, 900.0)));
    let window = Window::before_it_opens(start(settings, path, surroundings.data_folder.clone()), surroundings);
    eframe::run_native("hallplan", options, Box::new(|cc| Ok(Box::new(window.open(&cc.egui_ctx)))))
        .map_err(|error| NoWindow(error.to_string()))
}

/// How the window of the system is, with its size in points.
fn options((width, height): (f32, f32)) -> eframe::NativeOptions {
    let viewport = ViewportBuilder::default()
        .with_title("Hallplan")
        .with_app_id("hallplan")
        .with_inner_size([width, height])
        .with_min_inner_size([800.0, 520.0]);
    eframe::NativeOptions {
        viewport,
        // Cutting, copying and pasting are commands of the table; fields are served from there.
        clipboard_shortcuts: false,
        ..eframe::NativeOptions::default()
    }
}

/// A session on the plan in a file, or on the example, that keeps its data in a folder.
fn start(settings: Settings, path: Option<PathBuf>, data: Option<PathBuf>) -> Session {
    let mut session = Session::new(Start { settings, language: Language::from_system(), tag: tag(), clock: Timestamp::now });
    if let Some(data) = data {
        // Before a file is opened: the steps that led to it are there.
        session.keep_data_in(data);
    }
    match path {
        Some(path) => session.act(Action::OpenRecent(path)),
        None => session.open_example(),
    }
    session
}

/// A number that is another one at every start.
fn tag() -> u32 {
    use std::hash::{BuildHasher as _, Hasher as _};
    let random = std::collections::hash_map::RandomState::new().build_hasher().finish();
    #[expect(clippy::cast_possible_truncation, reason = "any 32 of the bits will do")]
    let tag = random as u32;
    tag
}
