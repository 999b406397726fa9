//! `hallplan measure FILE`: the real window on a file, driven by input that is put in where that of the system comes in, and
//! what its frames took. Whoever promises figures takes them here.

use std::cell::RefCell;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use eframe::egui::{Context, Event, Modifiers, PointerButton, Pos2, RawInput, Rect, Shape, Ui, ViewportCommand, pos2, vec2};
use eframe::egui_glow::CallbackFn;
use serde_json::{Value, json};

use super::{NoWindow, Surroundings, Window, canvas_id, clock};
use crate::edit::Objects;
use crate::geometry::{Camera, ScreenPoint};
use crate::plan::BoothId;
use crate::session::{Action, CommandId, Dialog};

/// How many booths are dragged together.
const MANY: usize = 1_000;
/// How near "zooming" comes: 800 %.
const NEAREST: f64 = 8.0 * Camera::FULL_SIZE;
/// Frames between two parts, in which nothing is measured.
const PAUSE: usize = 8;

/// What is done for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Still,
    Pan,
    Zoom,
    /// So many booths.
    Drag(usize),
}

impl Part {
    const ALL: [Self; 5] = [Self::Still, Self::Pan, Self::Zoom, Self::Drag(1), Self::Drag(MANY)];

    const fn name(self) -> &'static str {
        match self {
            Self::Still => "still",
            Self::Pan => "pan",
            Self::Zoom => "zoom",
            Self::Drag(1) => "drag",
            Self::Drag(_) => "drag_selected",
        }
    }
}

/// Where the measuring stands.
enum Stage {
    /// The file is being read.
    Opening,
    /// The frame that shows everything was made; it is on the screen when the next one begins.
    Shown,
    /// So many frames go by before the next part.
    Between(usize),
    /// Since when, and where the gesture began.
    During(Instant, Pos2),
    Over,
}

/// What one frame took.
struct Took {
    frame: Duration,
    work: Duration,
}

/// A frame under way: when it began, by the clock and by the processor's time of this thread.
struct Begun {
    at: Instant,
    processor: Duration,
}

struct Measured {
    window: Window,
    ctx: Option<Context>,
    each: Duration,
    stage: Stage,
    left: Vec<Part>,
    part: Part,
    begun: Option<Begun>,
    /// The processor's time when the triangles of the frame were ready, in nanoseconds.
    ready: Arc<AtomicU64>,
    took: Vec<Took>,
    report: Rc<RefCell<Report>>,
}

#[derive(Default)]
struct Report {
    problem: Option<String>,
    booths: usize,
    first_full_frame: Option<Duration>,
    parts: Vec<(Part, Vec<Took>)>,
    /// The most memory that the process had, and what it has at the end, with the window still open.
    memory: Option<(u64, u64)>,
}

/// Opens the window on a file, does every part for so long, and tells as JSON what it took.
pub(super) fn measure(file: PathBuf, each: Duration) -> Result<String, NoWindow> {
    let report = Rc::new(RefCell::new(Report::default()));
    let surroundings =
        Surroundings { settings_path: None, data_folder: None, system_dialogs: false, ..Surroundings::of_system() };
    let session = super::start(crate::store::Settings::default(), Some(file), None);
    let window = Window::before_it_opens(session, surroundings);
    let told = report.clone();
    // The screen is not waited for: how long a frame takes is asked, not how many of them a screen shows.
    let mut options = super::options((1440.0, 900.0));
    options.glow_options.vsync = false;
    let create = Box::new(|cc: &eframe::CreationContext<'_>| {
        Ok(Box::new(Measured::new(window.open(&cc.egui_ctx), each, told)) as Box<dyn eframe::App>)
    });
    eframe::run_native("hallplan", options, create).map_err(|error| NoWindow(error.to_string()))?;
    let report = report.borrow();
    match &report.problem {
        Some(problem) => Err(NoWindow(problem.clone())),
        None => Ok(format!("{:#}\n", report.json())),
    }
}

impl Measured {
    fn new(window: Window, each: Duration, report: Rc<RefCell<Report>>) -> Self {
        let mut left = Part::ALL.to_vec();
        left.reverse();
        Self {
            window,
            ctx: None,
            each,
            stage: Stage::Opening,
            left,
            part: Part::Still,
            begun: None,
            ready: Arc::default(),
            took: Vec::new(),
            report,
        }
    }

    /// The frame before this one is over.
    fn end_frame(&mut self) {
        let Some(begun) = self.begun.take() else { return };
        let work = Duration::from_nanos(self.ready.load(Ordering::Relaxed)).saturating_sub(begun.processor);
        if matches!(self.stage, Stage::During(..)) {
            self.took.push(Took { frame: begun.at.elapsed(), work });
        }
    }

    /// What the hand does in the frame that begins.
    fn events(&mut self) -> Vec<Event> {
        match self.stage {
            Stage::Opening | Stage::Over => Vec::new(),
            Stage::Shown => {
                self.report.borrow_mut().first_full_frame = Some(clock::since_start());
                self.stage = Stage::Between(PAUSE);
                Vec::new()
            }
            Stage::Between(0) => self.begin_part(),
            Stage::Between(frames) => {
                self.stage = Stage::Between(frames - 1);
                Vec::new()
            }
            Stage::During(since, from) if since.elapsed() < self.each => {
                self.go_on(since.elapsed().as_secs_f64() / self.each.as_secs_f64(), from)
            }
            Stage::During(_, from) if !self.took.is_empty() && self.held(from).is_some() => {
                // The gesture ends with an edit, which is part of what is measured.
                let events = self.held(from).into_iter().collect();
                self.stage = Stage::During(Instant::now().checked_sub(self.each).unwrap_or_else(Instant::now), Pos2::ZERO);
                events
            }
            Stage::During(..) => {
                self.report.borrow_mut().parts.push((self.part, std::mem::take(&mut self.took)));
                if matches!(self.part, Part::Drag(_)) {
                    self.window.act(Action::Run(CommandId::Undo));
                }
                self.window.act(Action::Run(CommandId::ZoomToFit));
                self.stage = Stage::Between(PAUSE);
                Vec::new()
            }
        }
    }

    /// What lets go of whatever the gesture that began at `from` holds; nothing where it was let go already.
    fn held(&self, from: Pos2) -> Option<Event> {
        let pressed = match self.part {
            Part::Pan => PointerButton::Middle,
            Part::Drag(_) => PointerButton::Primary,
            Part::Still | Part::Zoom => return None,
        };
        (from != Pos2::ZERO).then(|| button(around(from, self.part, 0.99), pressed, false))
    }

    fn begin_part(&mut self) -> Vec<Event> {
        let Some(part) = self.left.pop() else {
            self.report.borrow_mut().memory = clock::memory();
            self.stage = Stage::Over;
            return Vec::new();
        };
        self.part = part;
        let middle = self.canvas().center();
        let (from, events) = match part {
            Part::Still => (middle, vec![Event::PointerMoved(pos2(middle.x, 2.0))]),
            Part::Zoom => (middle, vec![Event::PointerMoved(middle)]),
            Part::Pan => (middle, vec![Event::PointerMoved(middle), button(middle, PointerButton::Middle, true)]),
            Part::Drag(count) => {
                let booths = self.nearest(middle, count);
                let at = booths.first().and_then(|booth| self.place(*booth)).unwrap_or(middle);
                let selected = if count == 1 { Objects::default() } else { Objects::of_booths(booths) };
                self.window.act(Action::Select(selected));
                (at, vec![Event::PointerMoved(at), button(at, PointerButton::Primary, true)])
            }
        };
        self.stage = Stage::During(Instant::now(), from);
        events
    }

    /// What the hand does a while into a part, from 0 at its beginning to 1 at its end.
    fn go_on(&self, passed: f64, from: Pos2) -> Vec<Event> {
        match self.part {
            Part::Still => Vec::new(),
            Part::Pan | Part::Drag(_) => vec![Event::PointerMoved(around(from, self.part, passed))],
            Part::Zoom => {
                let session = self.window.session();
                let canvas = session.canvas();
                let fit = session
                    .hall()
                    .and_then(|hall| session.index().hall_bounds(session.plan(), hall))
                    .map_or(NEAREST, |bounds| Camera::fitting(bounds, canvas.0, canvas.1, 50.0).scale);
                let near = 1.0 - (passed * 2.0 - 1.0).abs();
                let wanted = fit * (NEAREST / fit).powf(near);
                let factor = (wanted / session.camera().scale) as f32;
                vec![Event::PointerMoved(from), Event::Zoom(factor)]
            }
        }
    }

    /// Where the middle of a booth is on the window.
    fn place(&self, booth: BoothId) -> Option<Pos2> {
        let session = self.window.session();
        let ScreenPoint { x, y } = session.camera().to_screen(session.plan().get(booth)?.outline.bounds().centre());
        Some(self.canvas().min + vec2(x, y))
    }

    /// So many booths, those nearest to a place of the window first.
    fn nearest(&self, to: Pos2, count: usize) -> Vec<BoothId> {
        let booths = self.window.session().plan().booths().keys();
        let mut booths: Vec<_> = booths.filter_map(|id| Some((self.place(*id)?.distance_sq(to), *id))).collect();
        booths.sort_by(|(a, _), (b, _)| a.total_cmp(b));
        booths.into_iter().take(count).map(|(_, id)| id).collect()
    }

    fn canvas(&self) -> Rect {
        self.ctx.as_ref().and_then(|ctx| ctx.read_response(canvas_id())).map_or(Rect::NOTHING, |response| response.rect)
    }

    /// After a frame: whether it shows everything, or why it never will.
    fn look(&mut self) {
        let session = self.window.session();
        if let Some(Dialog::Problem { words, .. }) = session.dialog() {
            self.report.borrow_mut().problem = Some(words.clone());
            self.stage = Stage::Over;
        } else if matches!(self.stage, Stage::Opening) && session.path().is_some() && session.running().is_empty() {
            self.report.borrow_mut().booths = session.plan().booths().len();
            self.stage = Stage::Shown;
        }
    }
}

/// A place on a round through the point where the gesture began; it goes round once in a quarter of a second or so.
fn around(from: Pos2, part: Part, passed: f64) -> Pos2 {
    let radius = if part == Part::Pan { 30.0 } else { 80.0 };
    let (sin, cos) = (passed * 12.0 * std::f64::consts::TAU).sin_cos();
    from + vec2(1.0 - cos as f32, sin as f32) * radius
}

fn button(pos: Pos2, button: PointerButton, pressed: bool) -> Event {
    Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE }
}

impl eframe::App for Measured {
    fn raw_input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        self.end_frame();
        self.ctx = Some(ctx.clone());
        // What a mouse on the table does meanwhile is left out.
        input.events = self.events();
        self.begun = Some(Begun { at: Instant::now(), processor: clock::of_thread() });
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        // Painted first of all: when it is its turn, all triangles are ready and none was painted yet.
        let ready = self.ready.clone();
        let note = CallbackFn::new(move |_, _| {
            ready.store(u64::try_from(clock::of_thread().as_nanos()).unwrap_or(u64::MAX), Ordering::Relaxed);
        });
        let callback = eframe::epaint::PaintCallback { rect: ui.max_rect(), callback: Arc::new(note) };
        ui.painter().add(Shape::Callback(callback));
        self.window.show(ui);
        self.look();
        if matches!(self.stage, Stage::Over) {
            ui.ctx().send_viewport_cmd(ViewportCommand::Close);
        }
        ui.ctx().request_repaint();
    }
}

impl Report {
    fn json(&self) -> Value {
        let milliseconds = |time: Duration| (time.as_secs_f64() * 1e5).round() / 100.0;
        let spread = |took: &[Took], time: fn(&Took) -> Duration| {
            let mut times: Vec<Duration> = took.iter().map(time).collect();
            times.sort_unstable();
            let at = |per_thousand: usize| {
                let place = (times.len() * per_thousand / 1_000).min(times.len().saturating_sub(1));
                milliseconds(times.get(place).copied().unwrap_or_default())
            };
            json!({ "p50": at(500), "p95": at(950), "p99": at(990), "max": at(1_000) })
        };
        let part = |(part, took): &(Part, Vec<Took>)| {
            let of_part = json!({
                "frames": took.len(),
                "frame_ms": spread(took, |took| took.frame),
                "work_ms": spread(took, |took| took.work),
            });
            (part.name().to_owned(), of_part)
        };
        json!({
            "booths": self.booths,
            "first_full_frame_ms": self.first_full_frame.map(milliseconds),
            "counted_from": clock::COUNTED_FROM,
            "parts": self.parts.iter().map(part).collect::<serde_json::Map<_, _>>(),
            "peak_memory_bytes": self.memory.map(|(peak, _)| peak),
            "memory_bytes": self.memory.map(|(_, now)| now),
        })
    }
}
