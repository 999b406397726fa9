//! Reading a list of 2,800 exhibitors into a show of as many booths: what its columns hold, what it would do, and the edit
//! that does it.

use std::hint::black_box;
use std::sync::Arc;

use criterion::{Criterion, criterion_group, criterion_main};
use hallplan::edit::apply;
use hallplan::import::{Wizard, add_booths, booths};
use hallplan::plan::{IdMint, Plan, Show};
use hallplan::reader::{Row, Sheet, Workbook};

const COUNT: usize = 2_800;

fn rows(titles: &str, line: impl Fn(usize) -> String) -> Vec<Row> {
    let lines = std::iter::once(titles.to_owned()).chain((0..COUNT).map(line));
    (1..).zip(lines).map(|(line, text)| Row { line, cells: text.split('|').map(str::to_owned).collect() }).collect()
}

/// Six hundred categories: more than any show has, and each is looked up by its name.
fn list() -> Arc<Workbook> {
    let line = |at: usize| {
        let country = ["France", "Italy", "Germany"][at % 3];
        format!(
            "Société d'exposition {at}|{country}|Category {}; Category {}|A{at}|contact{at}@example.com|paid",
            at % 600,
            at % 7
        )
    };
    let rows = rows("Exposant|Pays|Catégorie|Stand|E-mail|Statut", line);
    Arc::new(Workbook { sheets: vec![Sheet { name: "list".into(), hidden: false, rows }], text: None })
}

fn booth_rows() -> Vec<Row> {
    rows("number|x|y|width|depth", |at| format!("A{at}|{}|{}|3|3", at % 60 * 3, at / 60 * 3))
}

fn read_in(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("import");
    group.sample_size(10);
    let (list, rows) = (list(), booth_rows());
    let mint = || IdMint::new(1, 100_000);
    let empty = Plan::new(Show::default());
    let add = || add_booths(&empty, "Hall 1", &booths(&rows), &mut IdMint::new(1, 0)).expect("a hall of its own").0;
    let show = add();
    group.bench_function("booths", |bencher| bencher.iter(|| black_box(add())));
    group.bench_function("columns", |bencher| bencher.iter(|| Wizard::new("list".into(), Arc::clone(&list), &show)));
    let wizard = Wizard::new("list".into(), Arc::clone(&list), &show);
    group.bench_function("preview", |bencher| bencher.iter(|| wizard.preview(black_box(&show))));
    let (edit, report) = wizard.finish(&show);
    let edit = edit.expect("all of them are new");
    assert_eq!((report.placed, report.not_placed.len()), (COUNT, 0));
    group.bench_function("edit", |bencher| bencher.iter(|| apply(&show, &edit, &mut mint())));
    let full = apply(&show, &edit, &mut mint()).expect("an edit that no row can spoil").plan;
    group.bench_function("again", |bencher| bencher.iter(|| wizard.preview(black_box(&full))));
    group.finish();
}

criterion_group!(benches, read_in);
criterion_main!(benches);
