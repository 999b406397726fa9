//! The work of one frame of the window (layout, painting, tessellation, and what the pointer did) with a whole show in view:
//! still, panning, zooming, and dragging a booth or 1,000. The real window without a screen, of 1440 x 900 points.
//!
//! `cargo bench --bench frame -- [BOOTHS]..` measures other sizes of show than 2,800. Time is that of the processor in this
//! thread, which other programs on the machine lengthen less than that of the clock; that of the clock is told beside it.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use eframe::egui::{Context, Event, Modifiers, PointerButton, Pos2, RawInput, Rect, Vec2, pos2, vec2};
use hallplan::app::{Surroundings, Window};
use hallplan::edit::Objects;
use hallplan::geometry::{Point, ScreenPoint};
use hallplan::plan::BoothId;
use hallplan::session::{Action, Session, Start};
use hallplan::store::Settings;
use hallplan::text::Language;
use jiff::Timestamp;

mod show;

/// Frames that are measured of each kind.
const FRAMES: usize = 300;
/// Frames before those, in which caches fill.
const WARMING: usize = 20;

/// What one frame took.
#[derive(Clone, Copy)]
struct Took {
    processor: Duration,
    clock: Duration,
    triangles: usize,
}

/// The window on a show.
struct Screen {
    ctx: Context,
    window: Window,
    size: Vec2,
    frames: u32,
}

impl Screen {
    fn new(booths: usize, size: Vec2, accessible: bool) -> Self {
        let start = Start { settings: Settings::default(), language: Language::English, tag: 7, clock: || Timestamp::UNIX_EPOCH };
        let mut session = Session::new(start);
        session.open(show::plan(booths).expect("the show keeps to the rules"));
        let ctx = Context::default();
        if accessible {
            ctx.enable_accesskit();
        }
        let surroundings =
            Surroundings { program: PathBuf::new(), settings_path: None, data_folder: None, system_dialogs: false };
        let window = Window::new(&ctx, session, surroundings);
        let mut screen = Self { ctx, window, size, frames: 0 };
        for _ in 0..WARMING {
            screen.frame(Vec::new());
        }
        screen
    }

    /// One frame in which this happens.
    fn frame(&mut self, events: Vec<Event>) -> Took {
        self.frames += 1;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, self.size)),
            time: Some(f64::from(self.frames) / 60.0),
            max_texture_side: Some(8_192),
            events,
            ..RawInput::default()
        };
        let (clock, processor) = (Instant::now(), processor_time());
        let output = self.ctx.run_ui(input, |ui| self.window.show(ui));
        let primitives = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        let (processor, clock) = (processor_time().saturating_sub(processor), clock.elapsed());
        let triangles = |primitive: &eframe::egui::ClippedPrimitive| match &primitive.primitive {
            eframe::epaint::Primitive::Mesh(mesh) => mesh.indices.len() / 3,
            eframe::epaint::Primitive::Callback(_) => 0,
        };
        Took { processor, clock, triangles: primitives.iter().map(triangles).sum() }
    }

    /// Frames of one kind; `events` are those of the frame with a number.
    fn measure(&mut self, name: &str, mut events: impl FnMut(usize) -> Vec<Event>) {
        for frame in 0..WARMING {
            self.frame(events(frame));
        }
        let mut took: Vec<Took> = (WARMING..WARMING + FRAMES).map(|frame| self.frame(events(frame))).collect();
        let triangles = took.iter().map(|frame| frame.triangles).max().unwrap_or(0);
        let mut column = |time: fn(&Took) -> Duration| {
            took.sort_unstable_by_key(time);
            let at = |percent: usize| took.get(took.len() * percent / 100).map_or(0.0, |took| time(took).as_secs_f64() * 1e3);
            [0, 50, 95].map(at)
        };
        let [least, median, late] = column(|took| took.processor);
        let [_, clock, late_clock] = column(|took| took.clock);
        println!("{name:<34} {least:>7.2} {median:>7.2} {late:>7.2}   {clock:>7.2} {late_clock:>7.2}   {triangles:>8}");
    }

    /// Where a point of the hall is on the window: the corner of the canvas is found through the camera.
    fn place(&self, point: Point) -> Pos2 {
        let ScreenPoint { x, y } = self.window.session().camera().to_screen(point);
        self.canvas().min + vec2(x, y)
    }

    /// The canvas on the window.
    fn canvas(&self) -> Rect {
        self.ctx.read_response(hallplan::app::canvas_id()).map_or(Rect::NOTHING, |response| response.rect)
    }
}

/// The processor's time that this thread has used so far.
#[cfg(unix)]
fn processor_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

/// The processor's time is not known here: that of the clock.
#[cfg(not(unix))]
fn processor_time() -> Duration {
    static BEGUN: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    BEGUN.elapsed()
}

fn button(pos: Pos2, button: PointerButton, pressed: bool) -> Event {
    Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE }
}

/// A small round about a place, so that every frame sees the pointer elsewhere.
fn round(centre: Pos2, radius: f32, frame: usize) -> Pos2 {
    let angle = frame as f32 * 0.21;
    centre + vec2(angle.cos(), angle.sin()) * radius
}

/// Drags so many booths, those nearest to a place, and lets them be.
fn drag(screen: &mut Screen, name: &str, middle: Pos2, count: usize) {
    let booths = screen.window.session().plan().booths();
    let mut nearest: Vec<(i64, BoothId, Pos2)> = booths
        .iter()
        .map(|(id, booth)| (*id, screen.place(booth.outline.bounds().centre())))
        .map(|(id, at)| ((at.distance(middle) * 10.0) as i64, id, at))
        .collect();
    nearest.sort_unstable_by_key(|(distance, id, _)| (*distance, *id));
    nearest.truncate(count);
    let from = nearest.first().map_or(middle, |(_, _, at)| *at);
    if count > 1 {
        let booths = nearest.iter().map(|(_, id, _)| *id);
        screen.window.act(Action::Select(Objects::of_booths(booths)));
    }
    screen.frame(vec![Event::PointerMoved(from)]);
    screen.frame(vec![button(from, PointerButton::Primary, true)]);
    screen.measure(name, |frame| vec![Event::PointerMoved(round(from + vec2(90.0, 40.0), 70.0, frame))]);
    let moved = screen.window.session().preview().shapes.booths.len();
    assert_eq!(moved, nearest.len(), "they are being dragged");
    screen.frame(vec![Event::Key {
        key: eframe::egui::Key::Escape,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    }]);
    screen.frame(vec![button(from, PointerButton::Primary, false), Event::PointerMoved(middle)]);
    screen.window.act(Action::Select(Objects::default()));
}

/// Everything that is measured with one view of the show.
fn measure(screen: &mut Screen) {
    let middle = screen.canvas().center();
    let away = pos2(middle.x, 4.0);
    screen.frame(vec![Event::PointerMoved(away)]);
    screen.measure("  still", |_| Vec::new());
    screen.measure("  pointer moving over booths", |frame| vec![Event::PointerMoved(round(middle, 60.0, frame))]);

    screen.frame(vec![Event::PointerMoved(middle), button(middle, PointerButton::Middle, true)]);
    screen.measure("  panning", |frame| vec![Event::PointerMoved(round(middle, 12.0, frame))]);
    screen.frame(vec![button(middle, PointerButton::Middle, false), Event::PointerMoved(middle)]);

    drag(screen, "  dragging a booth", middle, 1);
    drag(screen, "  dragging 1,000 booths", middle, 1_000);

    screen.measure("  zooming", |frame| {
        let way = if frame / 25 % 2 == 0 { 1.02_f32 } else { 1.0 / 1.02 };
        vec![Event::PointerMoved(middle), Event::Zoom(way)]
    });
}

fn main() {
    let sizes: Vec<usize> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![2_800] } else { sizes };
    println!("milliseconds a frame                   least  median     95%     clock     95%   triangles");
    for booths in sizes {
        let views: [(&str, Vec2, f64, bool); 4] = [
            ("all in view, 1440 x 900", vec2(1440.0, 900.0), 1.0, false),
            ("all in view, 2560 x 1440", vec2(2560.0, 1440.0), 1.0, false),
            ("zoomed in six times, 1440 x 900", vec2(1440.0, 900.0), 6.0, false),
            ("all in view, with a screen reader", vec2(1440.0, 900.0), 1.0, true),
        ];
        for (name, size, factor, accessible) in views {
            let mut screen = Screen::new(booths, size, accessible);
            println!("{booths} booths, {name}");
            if factor != 1.0 {
                let canvas = screen.canvas();
                screen.window.act(Action::Zoom { factor, at: ScreenPoint { x: canvas.width() / 2.0, y: canvas.height() / 2.0 } });
            }
            measure(&mut screen);
        }
    }
}
