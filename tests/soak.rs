//! Hours of work at the window in a row: exhibitors are placed and taken off, booths moved, drawn and deleted, the view, language and
//! colours changed, dialogs opened, the plan saved and opened again, for as long as `HALLPLAN_SOAK_SECONDS` says (120 where it
//! says nothing). What the program has of memory and needs for a frame stays what it was.

#![allow(clippy::unwrap_used, reason = "whatever goes wrong here fails the test")]

#[path = "window/screen.rs"]
mod screen;

use std::time::{Duration, Instant};

use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use hallplan::session::{Action, CommandId};
use screen::Screen;

/// What a person does in some minutes; the plan is afterwards what it was, but for its history.
fn work(screen: &mut Screen) {
    place_and_free(screen);
    draw_and_delete(screen);
    look_around(screen);
    open_and_close(screen);
}

fn place_and_free(screen: &mut Screen) {
    screen.press(Modifiers::COMMAND, Key::F);
    screen.type_text("synology");
    screen.press(Modifiers::COMMAND, Key::F);
    screen.type_text("seag");
    let (seagate, booth) = (screen.middle_of("Seagate"), screen.middle_of("Booth A09, available"));
    screen.drag(seagate, booth);
    assert!(screen.shows("Booth A09, Seagate, reserved"));
    for key in [Key::Z, Key::Y, Key::Z] {
        screen.press(Modifiers::COMMAND, key);
    }
    screen.act(Action::Search(String::new()));
}

fn draw_and_delete(screen: &mut Screen) {
    let booths = screen.harness.state().session().plan().booths().len();
    screen.press(Modifiers::NONE, Key::Insert);
    screen.press(Modifiers::NONE, Key::Enter);
    assert_eq!(screen.harness.state().session().plan().booths().len(), booths + 1);
    screen.press(Modifiers::NONE, Key::Delete);
    screen.act(Action::Run(CommandId::SelectAll));
    for key in [Key::ArrowRight, Key::ArrowDown, Key::ArrowLeft, Key::ArrowUp] {
        screen.press(Modifiers::NONE, key);
    }
    screen.press(Modifiers::NONE, Key::Escape);
    assert_eq!(screen.harness.state().session().plan().booths().len(), booths);
}

fn look_around(screen: &mut Screen) {
    for _ in 0..4 {
        screen.press(Modifiers::COMMAND, Key::Plus);
    }
    screen.press(Modifiers::NONE, Key::Home);
    for (command, back) in [
        (CommandId::ColourByArea, CommandId::ColourByStatus),
        (CommandId::French, CommandId::English),
        (CommandId::ThemeDark, CommandId::ThemeLight),
    ] {
        screen.act(Action::Run(command));
        screen.act(Action::Run(back));
    }
}

fn open_and_close(screen: &mut Screen) {
    screen.press(Modifiers::COMMAND, Key::K);
    screen.type_text("hall");
    screen.press(Modifiers::NONE, Key::Escape);
    screen.press(Modifiers::SHIFT, Key::F2);
    screen.type_text("X");
    screen.press(Modifiers::NONE, Key::Escape);
    screen.press(Modifiers::NONE, Key::Escape);
    screen.press(Modifiers::COMMAND, Key::P);
    screen.wait_for("the pages", |screen| screen.harness.query_by_label_contains("Page 1 of").is_some());
    screen.press(Modifiers::NONE, Key::Escape);
}

/// The plan is saved and opened again.
fn save(screen: &mut Screen) {
    screen.press(Modifiers::COMMAND, Key::S);
    if screen.harness.state().session().path().is_none() {
        let path = screen.saved_file();
        screen.choose_file(&path);
    }
    screen.wait_for("the file", |screen| screen.harness.state().session().is_saved());
    let (path, revision) = (screen.saved_file(), screen.harness.state().session().revision());
    screen.act(Action::OpenRecent(path));
    screen.wait_for("the plan", |screen| screen.harness.state().session().revision() > revision);
    screen.settle();
}

/// What the process has resident, in bytes.
fn memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<f64>().unwrap() * 1_024.0
}

fn processor_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.try_into().unwrap(), time.tv_nsec.try_into().unwrap())
}

/// The processor's time for one and the same frame, in milliseconds: the least of some, which others disturbed least.
fn frame(screen: &mut Screen) -> f64 {
    let times = (0..12).map(|_| {
        let begun = processor_time();
        screen.harness.step();
        (processor_time() - begun).as_secs_f64() * 1_000.0
    });
    times.fold(f64::INFINITY, f64::min)
}

fn median(figures: &[f64]) -> f64 {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[sorted.len() / 2]
}

#[test]
#[cfg(target_os = "linux")]
#[ignore = "long: two minutes, or HALLPLAN_SOAK_SECONDS"]
fn hours_of_work_leave_memory_and_frames_as_they_were() {
    let seconds = std::env::var("HALLPLAN_SOAK_SECONDS").ok().and_then(|seconds| seconds.parse().ok()).unwrap_or(120);
    let mut screen = Screen::that_keeps_data();
    let (began, mut rounds, mut steps) = (Instant::now(), 0, 0);
    let (mut memories, mut frames) = (Vec::new(), Vec::new());
    while began.elapsed() < Duration::from_secs(seconds) {
        let before = screen.harness.state().session().editor().history().steps();
        work(&mut screen);
        steps += screen.harness.state().session().editor().history().steps().saturating_sub(before);
        rounds += 1;
        if rounds % 2 == 0 {
            save(&mut screen);
            memories.push(memory());
            frames.push(frame(&mut screen));
        }
    }
    let quarter = memories.len() / 4;
    assert!(quarter >= 2, "only {} samples", memories.len());
    // The first quarter is the warm-up; on a slow machine the steps that outlive a closed file still gather after it.
    let early = |figures: &[f64]| median(&figures[quarter..quarter * 2]);
    let late = |figures: &[f64]| median(&figures[figures.len() - quarter..]);
    let megabytes = |bytes: f64| bytes / 1e6;
    println!(
        "{rounds} rounds, {steps} steps of the history; memory {:.1} MB after the warm-up, {:.1} MB at the end; a frame {:.2} ms, then {:.2} ms",
        megabytes(early(&memories)),
        megabytes(late(&memories)),
        early(&frames),
        late(&frames),
    );
    assert!(
        late(&memories) < early(&memories) * 1.10,
        "memory in MB: {:.0?}",
        memories.iter().map(|bytes| megabytes(*bytes)).collect::<Vec<_>>()
    );
    assert!(late(&frames) < early(&frames) * 1.5, "frames in ms: {frames:.2?}");
}
