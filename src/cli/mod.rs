//! The same work without a window: how full a show is, the stand list, drawings of the halls, lists read in. Results go to
//! the standard output, and what went wrong to the standard error, each in the user's language.

mod arguments;
mod copies;
mod import;
mod import_map;
mod occupancy;
mod repair;
mod work;

use std::ffi::OsString;
use std::io::{self, ErrorKind, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use crate::text::{Language, Texts, args};
use arguments::Asked;

/// What a window is opened for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To work on the plan in a file, or on what the program opens by itself.
    Work(Option<PathBuf>),
    /// To measure how fast it is, on a file.
    Measuring {
        /// Which one.
        file: PathBuf,
        /// How long each thing is done.
        each: Duration,
    },
    /// To be killed while it edits and saves a file by itself.
    Rehearsing {
        /// Which one.
        file: PathBuf,
        /// What it does follows from this.
        seed: u64,
        /// After so many steps it ends by itself.
        steps: u64,
    },
}

/// What went wrong, and the exit code that says so.
#[derive(Debug, PartialEq, Eq)]
struct Problem {
    /// 1: the work could not be done; 2: wrong use.
    code: u8,
    /// What, and how to go on.
    words: String,
}

impl Problem {
    const fn failed(words: String) -> Self {
        Self { code: 1, words }
    }

    const fn wrong_use(words: String) -> Self {
        Self { code: 2, words }
    }
}

/// Does what the arguments of the program ask for, the program's own name first among them. `open_window` opens the window
/// and answers with what is to be said when it is closed, or why it cannot.
pub fn run(arguments: &[OsString], open_window: impl FnOnce(Purpose) -> Result<String, String>) -> ExitCode {
    let texts = Texts::new(arguments::language(arguments).unwrap_or_else(Language::from_system));
    let texts = Arc::new(texts.in_units(arguments::units(arguments)));
    let done = arguments::parse(arguments, &texts).and_then(|asked| match asked {
        Asked::Words(words) => Ok(words),
        Asked::Window { file: Some(file) } if !file.exists() => {
            Err(Problem::wrong_use(texts.cli_nothing_called(args::CliNothingCalled { name: &file.to_string_lossy() })))
        }
        Asked::Window { file } => show_window(Purpose::Work(file), open_window, &texts),
        Asked::Rehearse { file, seed, steps } => open_window(Purpose::Rehearsing { file, seed, steps }).map_err(Problem::failed),
        Asked::Measure { file, each } => show_window(Purpose::Measuring { file, each }, open_window, &texts),
        Asked::Occupancy { file, json } => occupancy::occupancy(&file, json, &texts),
        Asked::StandList(asked) => work::stand_list(asked, &texts),
        Asked::Merge { base, ours, theirs, out } => copies::merged(&base, &ours, &theirs, out, &texts),
        Asked::Repair { file, out } => repair::repair(&file, out, &texts),
        Asked::Diff { before, after, told } => copies::different(&before, &after, told, &texts),
        Asked::Export { file, hall, colour_by, out } => work::export(&file, hall.as_deref(), colour_by, out, &texts),
        Asked::ImportExhibitors { file, list, out } => import::exhibitors(&file, list, out, &texts),
        Asked::ImportMap(asked) => import_map::place(asked, &texts),
        Asked::ImportBooths { file, list, hall, out } => import::booths(&file, list, &hall, out, &texts),
    });
    match done.and_then(|words| print(&words, &texts)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            complain(&problem.words);
            ExitCode::from(problem.code)
        }
    }
}

fn show_window(
    purpose: Purpose,
    open_window: impl FnOnce(Purpose) -> Result<String, String>,
    texts: &Texts,
) -> Result<String, Problem> {
    if !has_display() {
        return Err(Problem::failed(texts.cli_no_display()));
    }
    open_window(purpose).map_err(|detail| {
        // What the system says comes last, after the places in the program where it was noticed.
        let detail = detail.rsplit(": ").next().unwrap_or_default();
        Problem::failed(texts.cli_no_window(args::CliNoWindow { detail }))
    })
}

/// Whether there is a display to open a window on, as far as the environment says.
fn has_display() -> bool {
    let is_named = |name: &&str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let names_its_display = cfg!(unix) && !cfg!(target_os = "macos");
    !names_its_display || ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY"].iter().any(is_named)
}

/// Writes results. Whoever stops reading them early has what was wanted.
fn print(words: &str, texts: &Texts) -> Result<(), Problem> {
    let mut out = io::stdout().lock();
    match out.write_all(harmless(words).as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Problem::failed(texts.cli_no_output(args::CliNoOutput { detail: &error.to_string() })))
        }
        _ => Ok(()),
    }
}

/// Says what went wrong, or what should be known besides. Where nobody can be told, the exit code still says it.
fn complain(words: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", harmless(words));
}

/// Without the characters that command a terminal: names come from other people's files.
fn harmless(words: &str) -> String {
    words.chars().filter(|character| !character.is_control() || *character == '\n').collect()
}
