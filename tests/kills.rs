//! The program is killed at any moment while it edits and saves: the file stays whole, what was saved is in it, and what was
//! not is offered again.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use hallplan::file;
use hallplan::file::journal::text_hash;
use hallplan::session::Unsaved;
use tempfile::TempDir;

/// What the program said before it was killed.
#[derive(Debug, Default)]
struct Said {
    /// The hashes of the plan after each step.
    states: Vec<String>,
    /// How many steps were in the journal for certain.
    kept: usize,
    /// The last step that was in the file for certain.
    saved: usize,
}

/// The plan to work on, in a folder of its own.
fn folder_with_plan() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/examples/it-partners-2022.hallplan");
    let plan = file::read_bytes(&std::fs::read(example).expect("the example is there")).expect("the example opens");
    std::fs::write(folder.path().join("show.hallplan"), file::write(&plan)).expect("the plan is written");
    folder
}

/// Works on the plan for so many steps, or until it is killed after so long.
fn work(folder: &Path, seed: u64, steps: usize, killed_after: Option<Duration>) -> Said {
    let mut child: Child = Command::new(env!("CARGO_BIN_EXE_hallplan"))
        .arg("rehearse")
        .arg(folder.join("show.hallplan"))
        .args(["--seed", &seed.to_string(), "--steps", &steps.to_string()])
        .env("HALLPLAN_CONFIG_DIR", folder.join("conf"))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let mut lines = BufReader::new(child.stdout.take().expect("its output is a pipe")).lines();
    assert_eq!(lines.next().expect("it says something").expect("it says text"), "opened");
    let killer = thread::spawn(move || {
        if let Some(after) = killed_after {
            thread::sleep(after);
            child.kill().expect("it can be killed");
        }
        child.wait().expect("it ends");
    });
    let mut said = Said::default();
    for line in lines.map_while(Result::ok) {
        // The last line may be cut; a number cut short is a smaller one.
        match line.split(' ').collect::<Vec<_>>().as_slice() {
            ["step", _, hash, kept] if hash.len() == 64 => {
                said.states.push((*hash).to_owned());
                said.kept = said.kept.max(kept.parse().unwrap_or_default());
            }
            ["saved", step, hash] if hash.len() == 64 => said.saved = step.parse().expect("a step is a number"),
            _ => {}
        }
    }
    killer.join().expect("the killer does not fail");
    said
}

fn survives(seed: u64) {
    let folder = folder_with_plan();
    let show = folder.path().join("show.hallplan");
    let opened = text_hash(&std::fs::read(&show).expect("the plan is there"));
    let said = work(folder.path(), seed, usize::MAX, Some(Duration::from_millis(seed.wrapping_mul(7_919) % 600)));
    // What it did, and what it would have done next: it may be killed before it says the last of it.
    let whole = work(folder_with_plan().path(), seed, said.states.len() + 3, None);
    assert!(whole.states.starts_with(&said.states), "seed {seed} does the same twice");
    let states: Vec<_> = std::iter::once(&opened).chain(&whole.states).collect();
    let step_of = |hash: &String| states.iter().rposition(|state| *state == hash);

    let bytes = std::fs::read(&show).expect("the plan is still there");
    file::read_bytes(&bytes).unwrap_or_else(|error| panic!("seed {seed}: the plan does not open: {error:?}"));
    let in_file = text_hash(&bytes);
    let saved = step_of(&in_file).unwrap_or_else(|| panic!("seed {seed}: the file has what nobody did"));
    assert!(saved >= said.saved, "seed {seed}: step {} was saved, the file has step {saved}", said.saved);

    let found = Unsaved::find(&folder.path().join("conf/data/recovery"), 9);
    assert!(found.len() <= 1, "seed {seed}: one program left {} sessions", found.len());
    let come_back = found.first().map_or(in_file, |found| text_hash(file::write(found.plan()).as_bytes()));
    let step = step_of(&come_back).unwrap_or_else(|| panic!("seed {seed}: what comes back nobody did"));
    assert!(step >= said.kept, "seed {seed}: {} steps were written down, {step} came back", said.kept);
}

#[test]
fn a_killed_program_loses_nothing() {
    (0..6).for_each(survives);
}

/// `HALLPLAN_KILLS` says how often; four at a time.
#[test]
#[ignore = "long: the program is killed 100 times, or as often as HALLPLAN_KILLS says"]
fn a_program_killed_a_hundred_times_loses_nothing() {
    let kills: u64 = std::env::var("HALLPLAN_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(100);
    let run = |first: u64| thread::spawn(move || (first..kills).step_by(4).for_each(survives));
    let threads: Vec<_> = (0..4).map(run).collect();
    threads.into_iter().for_each(|thread| thread.join().expect("nothing is lost"));
}
