//! What a hall looks like: all of 280, 2,800 and 28,000 booths with their texts, the part of it that a window shows, and a
//! drag of ten booths; then the whole as SVG and PDF.

use std::collections::BTreeMap;
use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use hallplan::export::hall_pdf::hall_pdf;
use hallplan::export::page::Paper;
use hallplan::export::sheet::HallExport;
use hallplan::export::svg::hall_svg;
use hallplan::fonts::Shaper;
use hallplan::geometry::{Bounds, Offset, Outline, Point, Size};
use hallplan::index::Index;
use hallplan::plan::{
    Booking, BookingId, Booth, BoothId, Category, CategoryId, Draft, Exhibitor, ExhibitorId, Hall, HallId, IdMint, Number,
    Participant, Plan, Role, Show, Stage,
};
use hallplan::scene::{SceneOptions, booth_items, hall_scene};
use hallplan::text::{Language, Texts};

/// A square hall with blocks of booths of three metres, back to back, nearly all of them taken.
fn plan(booths: i64) -> (Plan, HallId) {
    let empty = Plan::new(Show { name: "Speed".into(), edition: booths.to_string(), note: String::new() });
    let mut draft = Draft::new(&empty);
    let mut mint = IdMint::new(0x5eed_cafe, 0);
    let columns = (booths as f64).sqrt().ceil() as i64;
    let side = columns * 4_500 + 6_000;
    let outline = Outline::rectangle(Point::ORIGIN, Size::from_mm(side, side));
    let hall: HallId = draft.add(&mut mint, Hall { name: "Hall 1".into(), outline });
    let category: CategoryId = draft.add(&mut mint, Category { name: "Storage".into() });
    for place in 0..booths {
        let (row, column) = (place / columns, place % columns);
        let origin = Point::from_mm(3_000 + column * 3_000, 3_000 + row * 3_000 + row / 2 * 3_000);
        let booth: BoothId = draft.add(
            &mut mint,
            Booth {
                hall,
                number: Number::new(&format!("{}{}", char::from(b'A' + (place % 26) as u8), place / 26))
                    .expect("short and not empty"),
                outline: Outline::rectangle(origin, Size::from_mm(3_000, 3_000)),
                category: Some(category),
                blocked: false,
                note: String::new(),
            },
        );
        if place % 9 == 0 {
            continue;
        }
        let name = format!("Société d'exposition {place}");
        let exhibitor: ExhibitorId = draft.add(&mut mint, Exhibitor { name, ..Exhibitor::default() });
        let participants = vec![Participant { exhibitor, role: Role::Main }];
        let _: BookingId = draft.add(&mut mint, Booking { participants, booths: vec![booth], stage: Stage::Contracted });
    }
    (draft.finish().expect("no booth has the number of another").0, hall)
}

fn scenes(criterion: &mut Criterion) {
    let texts = Texts::new(Language::English);
    let mut group = criterion.benchmark_group("scene");
    for booths in [280, 2_800, 28_000] {
        let (plan, hall) = plan(booths);
        let index = Index::new(&plan);
        let options = SceneOptions::screen(20.0, &texts);
        let whole = |bencher: &mut criterion::Bencher<'_>| {
            bencher.iter(|| hall_scene(black_box(&plan), Some(&index), hall, None, &options));
        };
        group.bench_function(BenchmarkId::new("whole_hall_with_texts", booths), whole);
        let far = SceneOptions::screen(2.0, &texts);
        group.bench_function(BenchmarkId::new("whole_hall_far_away", booths), |bencher| {
            bencher.iter(|| hall_scene(black_box(&plan), Some(&index), hall, None, &far));
        });
        let view = Bounds::between(Point::from_mm(10_000, 10_000), Point::from_mm(80_000, 60_000));
        let near = SceneOptions::screen(20.0, &texts);
        group.bench_function(BenchmarkId::new("window", booths), |bencher| {
            bencher.iter(|| hall_scene(black_box(&plan), Some(&index), hall, Some(view), &near));
        });
        let by = Offset::new(Size::from_mm(700, 0).width, Size::from_mm(0, 300).depth);
        let dragged: Vec<_> = plan.booths().iter().take(10).map(|(id, booth)| (*id, booth.outline.moved(by))).collect();
        group.bench_function(BenchmarkId::new("drag_of_ten", booths), |bencher| {
            bencher.iter(|| booth_items(black_box(&plan), dragged.iter().map(|(id, outline)| (*id, outline)), &near));
        });
    }
    group.finish();
}

fn exports(criterion: &mut Criterion) {
    let texts = Texts::new(Language::English);
    let pictures = BTreeMap::new();
    let mut group = criterion.benchmark_group("hall_export");
    group.sample_size(10);
    for booths in [280, 2_800] {
        let (plan, hall) = plan(booths);
        let index = Index::new(&plan);
        let as_of = jiff::civil::date(2022, 5, 1);
        let export = HallExport { plan: &plan, index: &index, pictures: &pictures, texts: &texts, as_of };
        group.bench_function(BenchmarkId::new("svg", booths), |bencher| bencher.iter(|| hall_svg(black_box(&export), hall)));
        group.bench_function(BenchmarkId::new("pdf", booths), |bencher| {
            bencher.iter(|| hall_pdf(black_box(&export), &[hall], Paper::A4, Shaper::without_system_fonts()));
        });
    }
    group.finish();
}

criterion_group!(benches, scenes, exports);
criterion_main!(benches);
