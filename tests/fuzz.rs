//! Damaged files of every kind through the real worker, for as long as `HALLPLAN_FUZZ_SECONDS` says (60 where it says nothing) a
//! reader. Whatever the bytes, an answer or one error comes within the limits: a worker that hangs or dies is a finding. The
//! bytes of one are left in `target/fuzz`. The same files are made in every run; `HALLPLAN_FUZZ_SEED=2` makes others.

#![allow(clippy::unwrap_used, reason = "whatever goes wrong here fails the test")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use acadrust::types::DxfVersion;
use acadrust::{CadDocument, DwgWriter, DxfReader, DxfWriter};
use hallplan::reader::{Cancel, MapSource, ReadError, Reader, TileAddress};

fn here() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn time() -> Duration {
    let seconds = std::env::var("HALLPLAN_FUZZ_SECONDS").ok().and_then(|seconds| seconds.parse().ok());
    Duration::from_secs(seconds.unwrap_or(60))
}

/// Numbers that follow from one another, the same in every run of a seed.
struct Dice(u64);

impl Dice {
    fn new(start: u64) -> Self {
        let seed: u64 = std::env::var("HALLPLAN_FUZZ_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or_default();
        // Only zero has no successor.
        Self((start ^ seed.wrapping_mul(0xD1B5_4A32_D192_ED03)).max(1))
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.next() % most.max(1) as u64).unwrap()
    }
}

/// What text files break on.
const WORDS: [&str; 14] = [
    "-1",
    "0",
    "1e308",
    "-1e-308",
    "nan",
    "inf",
    "99999999999",
    "2147483648",
    "-32769",
    "65536",
    "\u{FEFF}",
    "{{{{",
    "%%%%",
    "<<<<",
];

/// A file with some of its bytes changed, cut, doubled, moved, or taken from another.
fn damaged(seed: &[u8], other: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=dice.below(6) {
        let (at, length) = (dice.below(bytes.len()), 1 + dice.below(64));
        let end = (at + length).min(bytes.len());
        match dice.below(9) {
            0 if !bytes.is_empty() => bytes[at] = (dice.next() & 255) as u8,
            1 if !bytes.is_empty() => bytes[at] ^= 1 << dice.below(8),
            2 => bytes.truncate(at),
            3 => drop(bytes.drain(at..end)),
            4 => {
                let part = bytes[at..end].to_vec();
                let times = 1 + dice.below(200);
                bytes.splice(at..at, part.repeat(times));
            }
            5 => {
                let from = dice.below(other.len());
                let part = other[from..(from + length * 8).min(other.len())].to_vec();
                bytes.splice(at..end, part);
            }
            6 => {
                // A number becomes another one.
                let digits = bytes[at..].iter().position(u8::is_ascii_digit).map(|offset| at + offset);
                if let Some(begin) = digits {
                    let length = bytes[begin..].iter().take_while(|byte| byte.is_ascii_digit() || **byte == b'.').count();
                    bytes.splice(begin..begin + length, WORDS[dice.below(WORDS.len())].bytes());
                }
            }
            7 => drop(bytes.splice(at..at, WORDS[dice.below(WORDS.len())].bytes())),
            _ => bytes[at..end].fill([0, 255, b'0', b'('][dice.below(4)]),
        }
    }
    bytes
}

/// What is asked of a reader.
type Asked = fn(&Reader, Arc<[u8]>, u64) -> Result<(), ReadError>;

fn map(reader: &Reader, bytes: Arc<[u8]>, number: u64) -> Result<(), ReadError> {
    let source = MapSource { hash: format!("{number}"), bytes, page: (number % 2) as u32 };
    let cancel = Cancel::new();
    let head = reader.map(&source, &cancel)?;
    let level = (number % 4) as u8;
    let (columns, rows) = TileAddress::grid(level, head.sheet);
    reader.tile(&source, TileAddress { level, column: columns / 2, row: rows / 2 }, &[], &cancel)?;
    reader.drawing(&source, &[], &cancel).map(drop)
}

fn picture(reader: &Reader, bytes: Arc<[u8]>, number: u64) -> Result<(), ReadError> {
    reader.picture(&bytes, &Cancel::new()).map(drop)?;
    map(reader, bytes, number)
}

fn sheets(reader: &Reader, bytes: Arc<[u8]>, _: u64) -> Result<(), ReadError> {
    reader.sheets(&bytes, "list", &Cancel::new()).map(drop)
}

/// The files of some folders with some endings, where they are there: those of the clone always are.
fn seeds(folders: &[PathBuf], endings: &[&str]) -> Vec<Vec<u8>> {
    let entries = folders.iter().filter_map(|folder| std::fs::read_dir(folder).ok()).flatten().map(|entry| entry.unwrap().path());
    let wanted = entries.filter(|path| endings.iter().any(|ending| path.extension().is_some_and(|other| other == *ending)));
    // That one is known to take all the time there is.
    let mut paths: Vec<PathBuf> = wanted.filter(|path| !path.ends_with("open_table.ods")).collect();
    paths.sort();
    // Large ones are slow to send, and a small one of the same kind breaks at the same places.
    paths.iter().map(|path| std::fs::read(path).unwrap()).filter(|bytes| !bytes.is_empty() && bytes.len() < 1 << 20).collect()
}

fn folders(own: &str, shared: &[&str]) -> Vec<PathBuf> {
    let data = std::env::var_os("HALLPLAN_SHARED").map_or_else(|| here().join("../shared"), PathBuf::from).join("data");
    std::iter::once(here().join("tests/data").join(own)).chain(shared.iter().map(|folder| data.join(folder))).collect()
}

/// Damages seeds until the time is over, and asks. `are_ended` where it is known that the limits of the worker end some of them.
fn run(name: &str, seeds: &[Vec<u8>], asked: Asked, are_ended: bool) {
    assert!(!seeds.is_empty(), "nothing to damage");
    let reader = Reader::new(PathBuf::from(env!("CARGO_BIN_EXE_hallplan")));
    let (began, time) = (Instant::now(), time());
    let mut dice = Dice::new(0x9E37_79B9_7F4A_7C15 ^ name.bytes().fold(0, |sum, byte| sum * 31 + u64::from(byte)));
    let mut outcomes = BTreeMap::<String, u64>::new();
    let (mut number, mut slowest, mut findings) = (0, Duration::ZERO, Vec::new());
    while began.elapsed() < time {
        number += 1;
        let (seed, other) = (&seeds[dice.below(seeds.len())], &seeds[dice.below(seeds.len())]);
        let bytes: Arc<[u8]> = damaged(seed, other, &mut dice).into();
        let started = Instant::now();
        let answer = asked(&reader, Arc::clone(&bytes), number);
        slowest = slowest.max(started.elapsed());
        let outcome = match &answer {
            Ok(()) => "read".to_owned(),
            Err(error) => format!("{error:?}").chars().take_while(|letter| letter.is_alphanumeric()).collect(),
        };
        *outcomes.entry(outcome.clone()).or_default() += 1;
        let is_finding = match &answer {
            Err(ReadError::TooSlow | ReadError::TooMuchMemory) => !are_ended,
            Err(ReadError::WorkerDied { .. }) => true,
            _ => false,
        };
        if let Err(error) = answer
            && is_finding
        {
            let folder = here().join("target/fuzz");
            std::fs::create_dir_all(&folder).unwrap();
            let kept = folder.join(format!("{name}-{number}-{outcome}"));
            std::fs::write(&kept, &bytes).unwrap();
            findings.push(format!("{}: {error:?}", kept.display()));
        }
    }
    println!("{name}: {number} files, the slowest in {slowest:?}: {outcomes:?}");
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

fn own_drawings() -> Vec<CadDocument> {
    let drawings = seeds(&folders("maps", &[]), &["dxf"]).into_iter();
    drawings.map(|bytes| DxfReader::from_reader(std::io::Cursor::new(bytes)).unwrap().read().unwrap()).collect()
}

#[test]
#[ignore = "long: a minute, or HALLPLAN_FUZZ_SECONDS"]
fn dxf() {
    let binary = own_drawings().into_iter().map(|drawing| DxfWriter::new_binary(&drawing).write_to_vec().unwrap());
    let text = seeds(&folders("maps", &["dxf", "hostile"]), &["dxf"]);
    run("dxf", &text.into_iter().chain(binary).collect::<Vec<_>>(), map, false);
}

#[test]
#[ignore = "long: a minute, or HALLPLAN_FUZZ_SECONDS"]
fn dwg() {
    let mut seeds = seeds(&folders("maps", &["dwg"]), &["dwg"]);
    for version in [DxfVersion::AC1014, DxfVersion::AC1015, DxfVersion::AC1018, DxfVersion::AC1021, DxfVersion::AC1032] {
        for mut drawing in own_drawings() {
            drawing.version = version;
            seeds.push(DwgWriter::write_to_vec(&drawing).unwrap());
        }
    }
    // A few damaged tables keep the library busy until the worker's clock ends it, which is told in one sentence.
    run("dwg", &seeds, map, true);
}

#[test]
#[ignore = "long: a minute, or HALLPLAN_FUZZ_SECONDS"]
fn pdf() {
    // A page of nothing, for a clone that has no other.
    let blank = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj \
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R>>endobj \
        4 0 obj<</Length 22>>stream\n10 10 80 40 re f 1 w S\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
    let others = seeds(&folders("maps", &["pdf", "plans", "hostile"]), &["pdf"]);
    run("pdf", &others.into_iter().chain([blank.to_vec()]).collect::<Vec<_>>(), map, false);
}

#[test]
#[ignore = "long: a minute, or HALLPLAN_FUZZ_SECONDS"]
fn svg() {
    let small = br##"<svg xmlns="http://www.w3.org/2000/svg" width="100mm" height="50mm" viewBox="0 0 200 100"><defs><g id="a"><path d="M0 0h9v9z"/></g>
        <clipPath id="c"><rect width="50" height="50"/></clipPath></defs><use href="#a" clip-path="url(#c)"/><text x="5" y="20">A1</text></svg>"##;
    let others = seeds(&folders("maps", &["svg", "plans", "hostile"]), &["svg"]);
    run("svg", &others.into_iter().chain([small.to_vec()]).collect::<Vec<_>>(), map, false);
}

#[test]
#[ignore = "long: a minute, or HALLPLAN_FUZZ_SECONDS"]
fn pictures() {
    let pixels = image::DynamicImage::ImageRgb8(image::RgbImage::from_fn(40, 30, |x, y| image::Rgb([x as u8, y as u8, 99])));
    use image::ImageFormat::{Bmp, Gif, Jpeg, Png, Tiff, WebP};
    let made = [Png, Jpeg, WebP, Gif, Tiff, Bmp].map(|format| {
        let mut file = std::io::Cursor::new(Vec::new());
        pixels.write_to(&mut file, format).unwrap();
        file.into_inner()
    });
    let others = seeds(&folders("maps", &["images", "hostile"]), &["png", "jpg", "webp", "gif", "tiff", "bmp"]);
    run("pictures", &others.into_iter().chain(made).collect::<Vec<_>>(), picture, false);
}

fn lists(name: &str, endings: &[&str], are_ended: bool) {
    run(name, &seeds(&folders("reader", &["spreadsheets", "hostile"]), endings), sheets, are_ended);
}

#[test]
#[ignore = "long: a minute, or HALLPLAN_FUZZ_SECONDS"]
fn csv() {
    lists("csv", &["csv", "txt"], false);
}

#[test]
#[ignore = "long: a minute, or HALLPLAN_FUZZ_SECONDS"]
fn xlsx() {
    lists("xlsx", &["xlsx", "xls"], true);
}

#[test]
#[ignore = "long: a minute, or HALLPLAN_FUZZ_SECONDS"]
fn ods() {
    // Its library reads a table without an end until the worker's time or memory ends it; `tests/reader.rs` holds that.
    lists("ods", &["ods"], true);
}

/// What this process had resident at most, in bytes; nothing where the system does not tell.
fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kilobytes = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse::<u64>().ok());
    kilobytes.unwrap_or_default() * 1_024
}

/// Plans and journals are read in the window's own process: a panic, a wait of over 20 s or a GiB would be felt there.
#[test]
#[ignore = "long: a minute, or HALLPLAN_FUZZ_SECONDS"]
fn plans() {
    const LONGEST: Duration = Duration::from_secs(20);
    const MOST_MEMORY: u64 = 1 << 30;
    let seeds = seeds(&["assets/examples", "tests/data"].map(|folder| here().join(folder)), &["hallplan"]);
    assert!(seeds.len() >= 4, "too little to damage");
    let (began, time) = (Instant::now(), time());
    let mut dice = Dice::new(0x2545_F491_4F6C_DD1D);
    let (mut number, mut read, mut salvaged, mut slowest) = (0_u64, 0_u64, 0_u64, Duration::ZERO);
    while began.elapsed() < time {
        number += 1;
        let (seed, other) = (&seeds[dice.below(seeds.len())], &seeds[dice.below(seeds.len())]);
        let bytes = damaged(seed, other, &mut dice);
        let kept = here().join("target/fuzz/plan");
        let (tell, told) = std::sync::mpsc::channel();
        let started = Instant::now();
        let copy = bytes.clone();
        std::thread::spawn(move || {
            let plan = hallplan::file::read_bytes(&copy);
            let whole = plan.is_ok();
            let salvaged = hallplan::file::salvage::salvage(&copy);
            // The same bytes as what a crash left behind.
            let _replayed = hallplan::file::journal::replay(plan.unwrap_or_default(), &copy, 7);
            tell.send((whole, salvaged.is_some())).ok();
        });
        let answer = told.recv_timeout(LONGEST);
        slowest = slowest.max(started.elapsed());
        if answer.is_err() || peak_memory() > MOST_MEMORY {
            std::fs::create_dir_all(here().join("target/fuzz")).unwrap();
            std::fs::write(&kept, &bytes).unwrap();
        }
        let (whole, in_part) = answer.unwrap_or_else(|error| panic!("{}: {error}", kept.display()));
        (read, salvaged) = (read + u64::from(whole), salvaged + u64::from(in_part && !whole));
        assert!(peak_memory() < MOST_MEMORY, "{}: more than a GiB", kept.display());
    }
    println!(
        "plans: {number} files, {read} of them read, {salvaged} in part, the slowest in {slowest:?}, {} MB at most",
        peak_memory() >> 20
    );
}
