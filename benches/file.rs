//! Opening and saving a plan: 280 to 280,000 booths. Saving is `save`, the making of the text, and `write`, the bytes given to the
//! system; what the disk itself takes to keep them is told apart as `fsync`.

use std::fs::{File, OpenOptions};
use std::hint::black_box;
use std::io::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use hallplan::file;

mod show;

fn open_and_save(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("file");
    group.sample_size(10);
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("saved.hallplan");
    for booths in [280, 2_800, 28_000, 280_000] {
        let plan = show::plan(booths).expect("the show keeps to the rules");
        let text = file::write(&plan);
        group.bench_function(BenchmarkId::new("open", booths), |bencher| bencher.iter(|| file::read(black_box(&text))));
        group.bench_function(BenchmarkId::new("save", booths), |bencher| bencher.iter(|| file::write(black_box(&plan))));
        group.bench_function(BenchmarkId::new("write", booths), |bencher| {
            bencher.iter_custom(|times| (0..times).map(|_| to_disk(&path, &text).0).sum());
        });
        group.bench_function(BenchmarkId::new("fsync", booths), |bencher| {
            bencher.iter_custom(|times| (0..times).map(|_| to_disk(&path, &text).1).sum());
        });
    }
    group.finish();
    std::fs::remove_file(&path).ok();
}

/// Writes a new file; how long that took, and how long the disk took then.
fn to_disk(path: &Path, text: &str) -> (Duration, Duration) {
    std::fs::remove_file(path).ok();
    let begun = Instant::now();
    let mut file: File = OpenOptions::new().write(true).create_new(true).open(path).expect("the folder can be written to");
    file.write_all(text.as_bytes()).expect("the disk has room");
    let written = begun.elapsed();
    file.sync_all().expect("the disk keeps what was written");
    (written, begun.elapsed() - written)
}

criterion_group!(benches, open_and_save);
criterion_main!(benches);
