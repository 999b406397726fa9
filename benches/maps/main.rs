//! Maps as large as venues send them, each beside a program that does nothing else: a DXF of 5 MB beside LibreCAD, a page of PDF
//! of 10 MB beside pdftoppm, a PNG of 50 megapixels beside ImageMagick. What is measured is the time from the file's bytes to
//! the first picture of the whole sheet, its worker's start included, and the most memory that a process took; then tiles
//! nearer by, which the others have not.
//!
//! A program that is not installed is left out. `cargo bench --bench maps -- dxf 9` measures one kind nine times.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use hallplan::edit::{Edit, apply};
use hallplan::geometry::{Angle, Length, Outline, Point, Size};
use hallplan::import::{Choices, DrawnHall, propose};
use hallplan::plan::{EmbeddedFile, Hall, HallMap, IdMint, Placement, Plan};
use hallplan::reader::{Cancel, MapHead, MapSource, Reader, TileAddress};

mod files;

/// How often each is measured.
const RUNS: usize = 5;
/// How often the memory of a process is looked at. The system keeps the most that it ever had.
const LOOK_EVERY: Duration = Duration::from_millis(2);

/// What something took.
#[derive(Clone, Copy, Default)]
struct Took {
    time: Duration,
    bytes: u64,
}

/// A map and what draws the same.
struct Kind {
    name: &'static str,
    ending: &'static str,
    made: fn() -> Vec<u8>,
    /// A program with its arguments; `IN` and `OUT` are files.
    beside: &'static [&'static str],
}

const KINDS: [Kind; 3] = [
    Kind { name: "DXF of 5 MB", ending: "dxf", made: files::dxf, beside: &["librecad", "dxf2pdf", "-o", "OUT.pdf", "IN"] },
    Kind {
        name: "page of PDF of 10 MB",
        ending: "pdf",
        made: files::pdf,
        beside: &["pdftoppm", "-singlefile", "-png", "-scale-to", "512", "IN", "OUT"],
    },
    Kind {
        name: "PNG of 50 megapixels",
        ending: "png",
        made: files::png,
        beside: &["convert", "IN", "-resize", "512x512", "OUT.png"],
    },
];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let runs = arguments.iter().find_map(|argument| argument.parse().ok()).unwrap_or(RUNS);
    let wanted: Vec<&Kind> = KINDS.iter().filter(|kind| arguments.iter().any(|argument| argument == kind.ending)).collect();
    let wanted = if wanted.is_empty() { KINDS.iter().collect() } else { wanted };
    let folder = tempfile::tempdir().expect("a folder for the maps");
    for kind in wanted {
        let path = folder.path().join("map").with_extension(kind.ending);
        let bytes = (kind.made)();
        fs::write(&path, &bytes).expect("a map is written");
        println!("{} ({:.1} MB, {runs} runs)", kind.name, bytes.len() as f64 / 1e6);
        let (mut ours, mut theirs, mut near) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..runs {
            let (took, tiles) = first_picture(&path);
            ours.push(took);
            near.extend(tiles);
            theirs.extend(beside(kind.beside, &path));
        }
        let ours = told("Hallplan, to the first picture", ours);
        if let Some(theirs) =
            told(kind.beside[0], theirs).zip(ours).map(|(theirs, ours)| ours.as_secs_f64() / theirs.as_secs_f64())
        {
            println!("  Hallplan takes {theirs:.2} of the time of {}", kind.beside[0]);
        }
        told("Hallplan, a tile eight times nearer", near);
        if kind.ending == "dxf" {
            booths(&path, runs);
        }
    }
}

/// The least, the median and the most of what was measured, in words; gives the median back.
fn told(name: &str, mut took: Vec<Took>) -> Option<Duration> {
    took.sort_unstable_by_key(|took| took.time);
    let (least, median, most) = (took.first()?.time, took.get(took.len() / 2)?.time, took.last()?.time);
    let [least_ms, median_ms, most_ms] = [least, median, most].map(|time| time.as_secs_f64() * 1e3);
    let bytes = took.iter().map(|took| took.bytes).max().unwrap_or_default();
    let memory = if bytes > 0 { format!("{:>7} MiB", bytes >> 20) } else { String::new() };
    println!("  {name:<40} least {least_ms:>7.0}  median {median_ms:>7.0}  most {most_ms:>7.0} ms {memory}");
    Some(median)
}

/// Makes booths of what a map shows, in an empty hall as large as it: finding its shapes, which a thread does, and reading them
/// after each choice.
fn booths(path: &Path, runs: usize) {
    let reader = Reader::new(PathBuf::from(env!("CARGO_BIN_EXE_hallplan")));
    let file = EmbeddedFile::new(fs::read(path).expect("the map is there"));
    let source = MapSource { hash: file.hash(), bytes: Arc::clone(file.bytes()), page: 0 };
    let cancel = Cancel::new();
    let head = reader.map(&source, &cancel).expect("the map is read");
    let drawing = reader.drawing(&source, &[], &cancel).expect("the map is read").expect("it is a drawing");
    let size = Size::from_mm(500_000, 500_000);
    let hall = Hall { name: "Hall".into(), outline: Outline::rectangle(Point::ORIGIN, size) };
    let plan = apply(&Plan::default(), &Edit::AddHall(hall), &mut IdMint::new(1, 0)).expect("a hall").plan;
    let hall = *plan.halls().keys().next().expect("a hall");
    let placement = Placement { origin: Point::ORIGIN, width: Length::from_mm(400_000), angle: Angle::ZERO };
    let map = HallMap::new(hall, String::new(), file, head.sheet, placement);
    let timed = |work: &mut dyn FnMut()| {
        let begun = Instant::now();
        work();
        Took { time: begun.elapsed(), bytes: 0 }
    };
    let found = DrawnHall::find(&drawing, &map, &cancel).expect("nobody gave up");
    let choices = Choices::new(&found);
    println!("  {} booths in it", propose(&found, &choices, &plan, hall).added().count());
    let finds = (0..runs).map(|_| timed(&mut || drop(DrawnHall::find(&drawing, &map, &cancel))));
    told("Hallplan, finding its shapes", finds.collect());
    let reads = (0..runs).map(|_| timed(&mut || drop(propose(&found, &choices, &plan, hall))));
    told("Hallplan, what would come of them", reads.collect());
}

/// Opens a map with a worker of its own until the whole sheet is painted, and then tiles of its middle.
fn first_picture(path: &Path) -> (Took, Vec<Took>) {
    let watch = Watch::start(None);
    let begun = Instant::now();
    let reader = Reader::new(PathBuf::from(env!("CARGO_BIN_EXE_hallplan")));
    let file = EmbeddedFile::new(fs::read(path).expect("the map is there"));
    let source = MapSource { hash: file.hash(), bytes: Arc::clone(file.bytes()), page: 0 };
    let cancel = Cancel::new();
    let head: MapHead = reader.map(&source, &cancel).expect("the map is read");
    let whole = TileAddress { level: 0, column: 0, row: 0 };
    let first = reader.tile(&source, whole, &[], &cancel).expect("a tile is painted");
    let time = begun.elapsed();
    assert!(first.rgba.iter().any(|value| *value > 0), "something is drawn");
    let grid = TileAddress::grid(3, head.sheet);
    let near = (0..4).map(|step| {
        let address = TileAddress { level: 3, column: grid.0 / 2 + step % 2, row: grid.1 / 2 + step / 2 };
        let begun = Instant::now();
        reader.tile(&source, address, &[], &cancel).expect("a tile is painted");
        Took { time: begun.elapsed(), bytes: 0 }
    });
    let near = near.collect();
    (Took { time, bytes: watch.most() }, near)
}

/// Runs another program on the map; none where it is not there.
fn beside(command: &[&str], path: &Path) -> Option<Took> {
    let (program, arguments) = command.split_first()?;
    let out = path.with_file_name("out");
    let filled = |argument: &&str| argument.replace("IN", &path.to_string_lossy()).replace("OUT", &out.to_string_lossy());
    let begun = Instant::now();
    let mut child: Child = Command::new(program)
        .args(arguments.iter().map(filled))
        .env("QT_QPA_PLATFORM", "offscreen")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let watch = Watch::start(Some(child.id()));
    let status = child.wait().ok()?;
    let time = begun.elapsed();
    assert!(status.success(), "{program} ended with {status}");
    Some(Took { time, bytes: watch.most() })
}

/// Looks at the memory of a process, or of the children of this one, until it is asked.
struct Watch {
    is_over: Arc<AtomicBool>,
    most: Arc<AtomicU64>,
    looking: Option<thread::JoinHandle<()>>,
}

impl Watch {
    fn start(process: Option<u32>) -> Self {
        let (is_over, most) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
        let (seen, until) = (Arc::clone(&most), Arc::clone(&is_over));
        let looking = thread::spawn(move || {
            while !until.load(Ordering::Relaxed) {
                let processes = process.map_or_else(children, |process| vec![process]);
                let now = processes.into_iter().filter_map(memory).max().unwrap_or_default();
                seen.fetch_max(now, Ordering::Relaxed);
                thread::sleep(LOOK_EVERY);
            }
        });
        Self { is_over, most, looking: Some(looking) }
    }

    fn most(mut self) -> u64 {
        self.is_over.store(true, Ordering::Relaxed);
        // It cannot fail but by a panic that was told already.
        drop(self.looking.take().map(thread::JoinHandle::join));
        self.most.load(Ordering::Relaxed)
    }
}

/// The processes that this one started, where the system says so in files.
fn children() -> Vec<u32> {
    let Ok(tasks) = fs::read_dir("/proc/self/task") else { return Vec::new() };
    let of = |task: fs::DirEntry| fs::read_to_string(task.path().join("children")).ok();
    tasks.flatten().filter_map(of).flat_map(|list| list.split_whitespace().flat_map(str::parse).collect::<Vec<_>>()).collect()
}

/// The most memory that a process has had resident, in bytes.
fn memory(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches(" kB").parse::<u64>().ok()? << 10)
}
