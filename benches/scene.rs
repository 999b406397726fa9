//! What a hall looks like: all of 280, 2,800 and 28,000 booths with their texts, the part of it that a window shows, and a
//! drag of ten booths; then the whole as SVG and PDF.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use hallplan::export::hall_pdf::hall_pdf;
use hallplan::export::page::Paper;
use hallplan::export::sheet::HallExport;
use hallplan::export::svg::hall_svg;
use hallplan::fonts::Shaper;
use hallplan::geometry::{Bounds, Offset, Point, Size};
use hallplan::index::Index;
use hallplan::plan::{HallId, Plan};
use hallplan::scene::{SceneOptions, booth_items, hall_scene};
use hallplan::text::{Language, Texts};

mod show;

/// A show and its hall.
fn plan(booths: usize) -> (Plan, HallId) {
    let plan = show::plan(booths).expect("the show keeps to the rules");
    let hall = *plan.halls().keys().next().expect("the show has a hall");
    (plan, hall)
}

fn scenes(criterion: &mut Criterion) {
    let texts = Texts::new(Language::English);
    let mut group = criterion.benchmark_group("scene");
    for booths in [280, 2_800, 28_000] {
        let (plan, hall) = plan(booths);
        let index = Index::new(&plan);
        let options = SceneOptions::screen(20.0, &texts);
        let whole = |bencher: &mut criterion::Bencher<'_>| {
            bencher.iter(|| hall_scene(black_box(&plan), &index, hall, None, &options));
        };
        group.bench_function(BenchmarkId::new("whole_hall_with_texts", booths), whole);
        let far = SceneOptions::screen(2.0, &texts);
        group.bench_function(BenchmarkId::new("whole_hall_far_away", booths), |bencher| {
            bencher.iter(|| hall_scene(black_box(&plan), &index, hall, None, &far));
        });
        let view = Bounds::between(Point::from_mm(10_000, 10_000), Point::from_mm(80_000, 60_000));
        let near = SceneOptions::screen(20.0, &texts);
        group.bench_function(BenchmarkId::new("window", booths), |bencher| {
            bencher.iter(|| hall_scene(black_box(&plan), &index, hall, Some(view), &near));
        });
        let by = Offset::new(Size::from_mm(700, 0).width, Size::from_mm(0, 300).depth);
        let dragged: Vec<_> = plan.booths().iter().take(10).map(|(id, booth)| (*id, booth.outline.moved(by))).collect();
        group.bench_function(BenchmarkId::new("drag_of_ten", booths), |bencher| {
            bencher.iter(|| booth_items(black_box(&plan), &index, dragged.iter().map(|(id, outline)| (*id, outline)), &near));
        });
    }
    group.finish();
}

fn exports(criterion: &mut Criterion) {
    let texts = Texts::new(Language::English);
    let pictures = hallplan::export::svg::Pictures::default();
    let mut group = criterion.benchmark_group("hall_export");
    group.sample_size(10);
    for booths in [280, 2_800] {
        let (plan, hall) = plan(booths);
        let index = Index::new(&plan);
        let as_of = jiff::civil::date(2022, 5, 1);
        let export = HallExport {
            plan: &plan,
            index: &index,
            pictures: &pictures,
            texts: &texts,
            as_of,
            colour_by: hallplan::scene::ColourBy::Status,
        };
        group.bench_function(BenchmarkId::new("svg", booths), |bencher| bencher.iter(|| hall_svg(black_box(&export), hall)));
        group.bench_function(BenchmarkId::new("pdf", booths), |bencher| {
            bencher.iter(|| hall_pdf(black_box(&export), &[hall], Paper::A4, Shaper::without_system_fonts()));
        });
    }
    group.finish();
}

criterion_group!(benches, scenes, exports);
criterion_main!(benches);
