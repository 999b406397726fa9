//! An edit of one booth and its undoing, with everything that is derived from the plan: halls of 280 to 280,000 booths. What it
//! takes does not grow with the hall.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use hallplan::edit::{Edit, Gesture, Shapes};
use hallplan::geometry::{Length, Offset};
use hallplan::plan::{BoothId, Number, Plan};
use hallplan::session::{Action, CommandId, Session, Start};
use hallplan::store::Settings;
use hallplan::text::Language;
use jiff::Timestamp;

mod show;

/// A kind of edit, of one booth.
type OfOne = fn(&Plan, BoothId) -> Edit;

const EDITS: [(&str, OfOne); 4] = [("move", moved), ("renumber", renumbered), ("free", freed), ("block", blocked)];

fn moved(plan: &Plan, id: BoothId) -> Edit {
    let by = Offset::new(Length::METRE, Length::METRE);
    let outline = plan.get(id).map(|booth| (id, booth.outline.moved(by)));
    Edit::Reshape(Gesture::Move, Shapes { booths: outline.into_iter().collect(), ..Shapes::default() })
}

fn renumbered(_: &Plan, id: BoothId) -> Edit {
    Edit::SetNumber(id, Number::new("Lounge").expect("a number"))
}

fn freed(_: &Plan, id: BoothId) -> Edit {
    Edit::Free([id].into())
}

/// A booth that somebody has is freed first, so that this is two edits in one step.
fn blocked(plan: &Plan, id: BoothId) -> Edit {
    let edits = vec![freed(plan, id), Edit::SetBlocked([id].into(), true)];
    Edit::Together(hallplan::edit::EditName::ChangeShow, edits)
}

fn edits(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("edit_of_one_booth");
    group.sample_size(20);
    for booths in [280, 2_800, 28_000, 280_000] {
        let start = Start { settings: Settings::default(), language: Language::English, tag: 7, clock: || Timestamp::UNIX_EPOCH };
        let mut session = Session::new(start);
        session.open(show::plan(booths).expect("the show keeps to the rules"));
        let id = *session.plan().booths().keys().nth(booths / 2).expect("the show has booths");
        for (name, edit) in EDITS {
            let edit = edit(session.plan(), id);
            group.bench_function(BenchmarkId::new(name, booths), |bencher| {
                bencher.iter(|| {
                    session.act(Action::Edit(black_box(edit.clone())));
                    session.act(Action::Run(CommandId::Undo));
                });
            });
            assert!(session.take_notices().is_empty(), "the edit was refused");
        }
    }
    group.finish();
}

criterion_group!(benches, edits);
criterion_main!(benches);
