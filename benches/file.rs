//! Opening and saving a plan: 280 to 280,000 booths.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use hallplan::file;

mod show;

fn open_and_save(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("file");
    group.sample_size(10);
    for booths in [280, 2_800, 28_000, 280_000] {
        let plan = show::plan(booths).expect("the show keeps to the rules");
        let text = file::write(&plan);
        group.bench_function(BenchmarkId::new("open", booths), |bencher| bencher.iter(|| file::read(black_box(&text))));
        group.bench_function(BenchmarkId::new("save", booths), |bencher| bencher.iter(|| file::write(black_box(&plan))));
    }
    group.finish();
}

criterion_group!(benches, open_and_save);
criterion_main!(benches);
