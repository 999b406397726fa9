//! Opening and saving a plan: 280, 2,800 and 28,000 booths, each with a booking and an exhibitor of its own.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use hallplan::file;
use hallplan::geometry::{Outline, Point, Size};
use hallplan::plan::{
    Booking, BookingId, Booth, BoothId, Category, CategoryId, Draft, Exhibitor, ExhibitorId, Hall, HallId, IdMint, Number,
    Participant, Plan, Role, Show, Stage,
};

/// A hall full of booths of three metres, all of them taken.
fn plan(booths: i64) -> Plan {
    let empty = Plan::new(Show { name: "Speed".into(), edition: booths.to_string(), note: String::new() });
    let mut draft = Draft::new(&empty);
    let mut mint = IdMint::new(0x5eed_cafe, 0);
    let outline = Outline::rectangle(Point::ORIGIN, Size::from_mm(1_000_000, 1_000_000));
    let hall: HallId = draft.add(&mut mint, Hall { name: "Hall 1".into(), outline });
    let categories: Vec<CategoryId> = (0..12).map(|i| draft.add(&mut mint, Category { name: format!("Category {i}") })).collect();
    for (place, category) in (0..booths).zip(categories.iter().cycle()) {
        let origin = Point::from_mm(place % 160 * 3_000, place / 160 * 6_000);
        let booth: BoothId = draft.add(
            &mut mint,
            Booth {
                hall,
                number: Number::new(&format!("A{place:05}")).expect("short and not empty"),
                outline: Outline::rectangle(origin, Size::from_mm(3_000, 3_000)),
                category: Some(*category),
                blocked: false,
                note: String::new(),
            },
        );
        let exhibitor: ExhibitorId = draft.add(
            &mut mint,
            Exhibitor {
                name: format!("Société d'exposition {place}"),
                country: "France".into(),
                categories: vec![*category],
                ..Exhibitor::default()
            },
        );
        let participants = vec![Participant { exhibitor, role: Role::Main }];
        let _: BookingId = draft.add(&mut mint, Booking { participants, booths: vec![booth], stage: Stage::Paid });
    }
    draft.finish().expect("no booth has the number of another").0
}

fn open_and_save(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("file");
    group.sample_size(10);
    for booths in [280, 2_800, 28_000] {
        let plan = plan(booths);
        let text = file::write(&plan);
        group.bench_function(BenchmarkId::new("open", booths), |bencher| bencher.iter(|| file::read(black_box(&text))));
        group.bench_function(BenchmarkId::new("save", booths), |bencher| bencher.iter(|| file::write(black_box(&plan))));
    }
    group.finish();
}

criterion_group!(benches, open_and_save);
criterion_main!(benches);
