//! The program in a real window on a screen of its own: started on the example, driven by keys and mouse, saved, and the
//! saved file read back.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "whatever goes wrong here fails the test")]

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use hallplan::plan::{Number, Plan};

/// A screen without a monitor, with a window manager, and what runs on it; all ends with it.
struct Screen {
    display: String,
    server: Child,
    manager: Child,
}

impl Screen {
    fn new(size: &str) -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts");
        let mut number = String::new();
        let mut output = server.stdout.take().unwrap();
        let mut byte = [0];
        while output.read(&mut byte).is_ok_and(|read| read == 1) && byte != *b"\n" {
            number.push(char::from(byte[0]));
        }
        let display = format!(":{number}");
        let manager = Command::new("openbox")
            .env("DISPLAY", &display)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("openbox starts");
        Self { display, server, manager }
    }

    fn xdotool(&self, words: &str) -> String {
        let output = Command::new("xdotool").env("DISPLAY", &self.display).args(words.split(' ')).output().expect("xdotool runs");
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    /// Waits until something is so, at most for half a minute.
    fn wait<T>(&self, what: &str, mut look: impl FnMut() -> Option<T>) -> T {
        let start = Instant::now();
        loop {
            if let Some(found) = look() {
                return found;
            }
            assert!(start.elapsed() < Duration::from_secs(30), "waited in vain for {what}");
            sleep(Duration::from_millis(100));
        }
    }

    fn keys(&self, keys: &str) {
        for key in keys.split(' ') {
            self.xdotool(&format!("key {key}"));
            sleep(Duration::from_millis(250));
        }
    }

    /// Drags as a hand does: in steps.
    fn drag(&self, from: (i32, i32), to: (i32, i32)) {
        self.xdotool(&format!("mousemove {} {} mousedown 1", from.0, from.1));
        for step in 1..=10 {
            let at = |a: i32, b: i32| a + (b - a) * step / 10;
            self.xdotool(&format!("mousemove {} {}", at(from.0, to.0), at(from.1, to.1)));
            sleep(Duration::from_millis(30));
        }
        self.xdotool("mouseup 1");
        sleep(Duration::from_millis(400));
    }

    fn picture(&self, name: &str) -> PathBuf {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let done = Command::new("import")
            .env("DISPLAY", &self.display)
            .args(["-window", "root"])
            .arg(&path)
            .status()
            .expect("import (ImageMagick) runs");
        assert!(done.success());
        path
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        for child in [&mut self.manager, &mut self.server] {
            child.kill().ok();
            child.wait().ok();
        }
    }
}

struct Program(Child);

impl Drop for Program {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

/// The program on a screen.
fn program(screen: &Screen) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_hallplan"));
    program
        .env("DISPLAY", &screen.display)
        .env_remove("WAYLAND_DISPLAY")
        .env("LANG", "en_GB.UTF-8")
        .env("LIBGL_ALWAYS_SOFTWARE", "1");
    program
}

fn start(screen: &Screen, folder: &Path, file: &Path) -> Program {
    let child = program(screen)
        .arg(file)
        .env("HALLPLAN_CONFIG_DIR", folder.join("settings"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let program = Program(child);
    let window = screen
        .wait("the window", || Some(screen.xdotool("search --onlyvisible --name Hallplan")).filter(|found| !found.is_empty()));
    screen.xdotool(&format!("windowactivate --sync {}", window.lines().next().unwrap()));
    sleep(Duration::from_secs(2));
    program
}

fn read(file: &Path) -> Plan {
    hallplan::file::read_bytes(&std::fs::read(file).unwrap()).expect("the saved file is a plan")
}

/// How many different colours a picture has, as a sign that something is drawn.
fn colours(picture: &Path) -> usize {
    let pixels = image::open(picture).unwrap().into_rgb8();
    pixels.pixels().map(|pixel| pixel.0).collect::<std::collections::HashSet<_>>().len()
}

#[test]
#[ignore = "needs a screen: Xvfb, openbox, xdotool and ImageMagick"]
fn a_show_is_opened_changed_with_keys_and_mouse_and_saved() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("show.hallplan");
    std::fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/examples/it-partners-2022.hallplan"), &file).unwrap();
    let before = read(&file);
    let screen = Screen::new("1440x900x24");
    let program = start(&screen, folder.path(), &file);
    let opened = screen.picture("window-opened.png");
    assert!(colours(&opened) > 50, "the window shows next to nothing: {}", opened.display());

    // The first booth is selected and moved by one step of the grid; then a booth is drawn at the hall's free upper left.
    screen.keys("ctrl+Right Right");
    screen.keys("b");
    screen.drag((395, 165), (420, 190));
    screen.keys("Escape ctrl+s");
    let changed = screen.wait("the saved file", || Some(read(&file)).filter(|plan| *plan != before));
    screen.picture("window-changed.png");

    let first = Number::new("A01").unwrap();
    let place = |plan: &Plan| plan.get(plan.booth_numbered(&first).unwrap()).unwrap().outline.bounds().min();
    assert_eq!((place(&changed).x - place(&before).x).tenths(), 5_000);
    assert_eq!(place(&changed).y, place(&before).y);
    assert_eq!(changed.booths().len(), before.booths().len() + 1);

    // Undo takes both back, and the file is as it was.
    screen.keys("ctrl+z ctrl+z ctrl+s");
    screen.wait("the undone file", || Some(read(&file)).filter(|plan| *plan == before));

    // Nothing is unsaved: the program ends at once.
    screen.keys("ctrl+q");
    let mut program = program;
    screen.wait("the end of the program", || program.0.try_wait().unwrap());
}

#[test]
#[ignore = "needs a screen: Xvfb, openbox, xdotool and ImageMagick"]
fn the_window_is_measured_and_what_it_took_is_told_as_json() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/examples/it-partners-2022.hallplan");
    let screen = Screen::new("1440x900x24");
    let output = program(&screen).arg("measure").arg(&file).args(["--seconds", "0.5"]).output().expect("the program starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("what is told is JSON");
    let figure = |path: &str| report.pointer(path).and_then(serde_json::Value::as_f64).unwrap_or_else(|| panic!("{path}"));
    assert_eq!(figure("/booths") as usize, read(&file).booths().len());
    assert!(figure("/first_full_frame_ms") > 1.0);
    assert!(figure("/peak_memory_bytes") >= figure("/memory_bytes") && figure("/memory_bytes") > 1e6);
    for part in ["still", "pan", "zoom", "drag", "drag_selected"] {
        assert!(figure(&format!("/parts/{part}/frames")) >= 1.0, "{part}");
        for time in ["frame_ms", "work_ms"] {
            let all = ["p50", "p95", "p99", "max"].map(|at| figure(&format!("/parts/{part}/{time}/{at}")));
            assert!(all.is_sorted() && all[0] > 0.0, "{part} {time}: {all:?}");
        }
    }
    let missing = program(&screen).args(["measure", "no-such-show.hallplan"]).output().unwrap();
    assert_eq!(missing.status.code(), Some(1));
    assert!(missing.stdout.is_empty() && !missing.stderr.is_empty());
}

#[test]
#[ignore = "needs a screen: Xvfb, openbox, xdotool and ImageMagick"]
fn without_a_screen_the_program_says_so_and_names_the_command_that_draws_without_one() {
    let output = Command::new(env!("CARGO_BIN_EXE_hallplan"))
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env("LANG", "en_GB.UTF-8")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("hallplan export"), "{said}");
    assert_eq!(said.trim().lines().count(), 1, "{said}");
}
