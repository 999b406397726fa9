//! Disks that take no more, through the real program: whatever it was writing, the old file is whole, nothing is left lying about, and
//! one sentence says what to do.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "whatever goes wrong here fails the test")]

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use hallplan::file;
use hallplan::file::journal::text_hash;
use hallplan::session::Unsaved;

/// What writes, and to which file.
const WRITING: [(&str, &str); 8] = [
    ("import show.hallplan --exhibitors list.csv -o show.hallplan", "show.hallplan"),
    ("merge show.hallplan show.hallplan show.hallplan -o show.hallplan", "show.hallplan"),
    ("repair damaged.hallplan -o copy.hallplan", "copy.hallplan"),
    ("stand-list show.hallplan -o list.pdf", "list.pdf"),
    ("stand-list show.hallplan -o stands.csv", "stands.csv"),
    ("export show.hallplan --hall Mezzanine -o hall.pdf", "hall.pdf"),
    ("export show.hallplan --hall Mezzanine -o hall.png", "hall.png"),
    ("export show.hallplan --hall Mezzanine -o hall.dxf", "hall.dxf"),
];

fn example() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/examples/it-partners-2022.hallplan");
    file::write(&file::read_bytes(&fs::read(path).unwrap()).unwrap())
}

/// Puts a show, a damaged one, a list and an old file of every name into a folder.
fn prepare(folder: &Path) {
    let show = example();
    fs::write(folder.join("show.hallplan"), &show).unwrap();
    fs::write(folder.join("damaged.hallplan"), show.replacen("number: \"A", "number: A", 1)).unwrap();
    fs::write(folder.join("list.csv"), "Name;Country\nNewcomer;France\n").unwrap();
    for (_, written) in WRITING.iter().filter(|(_, written)| *written != "show.hallplan") {
        fs::write(folder.join(written), "old").unwrap();
    }
}

/// Every file of a folder, with its bytes.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

fn program(folder: &Path, arguments: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hallplan"));
    command.current_dir(folder).env("LC_ALL", "C").args(arguments.split(' '));
    command
}

/// Either it wrote everything, or it says in words why not and everything is as it was.
#[track_caller]
fn wrote_all_or_nothing(
    output: &Output,
    arguments: &str,
    written: &str,
    before: &BTreeMap<PathBuf, Vec<u8>>,
    folder: &Path,
) -> bool {
    let words = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.signal(), None, "{arguments}: the system ended it");
    let is_full = words.contains("disk is full") && words.contains("Make room");
    let mut after = files(folder);
    if is_full {
        assert_eq!(output.status.code(), Some(1), "{arguments}: {words}");
        assert!(*before == after, "{arguments}: {:?} became {:?}; {words}", before.keys(), after.keys());
    } else {
        // Repairing ends with 1 where something was wrong, as it was here.
        let well = if arguments.starts_with("repair") { 1 } else { 0 };
        assert_eq!(output.status.code(), Some(well), "{arguments}: {words}");
        let name = folder.join(written);
        assert!(
            after.remove(&name) != before.get(&name).cloned() || arguments.starts_with("merge"),
            "{arguments}: nothing is written"
        );
        let backup = folder.join(format!("{written}.bak"));
        after.remove(&backup);
        let others = before.iter().filter(|(path, _)| **path != name && **path != backup);
        assert!(others.eq(after.iter()), "{arguments}: {:?}", after.keys());
        if written.ends_with(".hallplan") {
            assert!(file::read_bytes(&fs::read(&name).unwrap()).is_ok(), "{arguments}");
        }
    }
    is_full
}

#[test]
fn a_limit_on_the_size_of_files_leaves_the_old_file_whole() {
    for (arguments, written) in WRITING {
        let folder = tempfile::tempdir().unwrap();
        prepare(folder.path());
        let before = files(folder.path());
        // In blocks of 512 bytes, some less than anything has and some in the middle of it.
        for blocks in [0, 1, 7] {
            let mut limited = Command::new("sh");
            limited.current_dir(folder.path()).env("LC_ALL", "C").args(["-c", &format!("ulimit -f {blocks}; exec \"$@\""), "sh"]);
            let output = limited.arg(env!("CARGO_BIN_EXE_hallplan")).args(arguments.split(' ')).output().unwrap();
            wrote_all_or_nothing(&output, arguments, written, &before, folder.path());
        }
    }
}

#[test]
fn a_device_that_is_always_full_is_not_taken_for_a_file() {
    for (arguments, written) in WRITING.into_iter().filter(|(_, written)| *written != "show.hallplan") {
        let folder = tempfile::tempdir().unwrap();
        prepare(folder.path());
        fs::remove_file(folder.path().join(written)).unwrap();
        std::os::unix::fs::symlink("/dev/full", folder.path().join(written)).unwrap();
        let output = program(folder.path(), arguments).output().unwrap();
        let words = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{arguments}: {words}");
        assert!(words.contains(written) && words.contains("device"), "{arguments}: {words}");
        assert!(fs::symlink_metadata(folder.path().join(written)).unwrap().is_symlink());
    }
}

/// A small disk of its own, which is gone with it.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    fn of(kibibytes: u64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &format!("size={kibibytes}k"), "tmpfs"]).arg(folder.path());
        let mounted = mount.status().unwrap();
        assert!(mounted.success(), "a disk can be mounted: run this as root");
        Self(folder)
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    /// Leaves so much room and no more.
    fn fill_but(&self, kibibytes: u64) {
        let mut filler = fs::File::create(self.path().join("filler")).unwrap();
        let mut length = 0;
        while filler.write_all(&[7; 1024]).is_ok() {
            length += 1024;
        }
        filler.set_len(length - length.min(kibibytes * 1024)).unwrap();
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        Command::new("umount").arg("-l").arg(self.path()).status().unwrap();
    }
}

/// How many disks are filled: `HALLPLAN_FULL_DISKS`, else a few.
fn rounds() -> u64 {
    std::env::var("HALLPLAN_FULL_DISKS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(6)
}

#[test]
#[ignore = "needs root: it mounts small disks; HALLPLAN_FULL_DISKS says how many"]
fn a_disk_that_fills_up_leaves_the_old_file_whole() {
    let mut refused = 0;
    for round in 0..rounds() {
        let disk = SmallDisk::of(4096);
        prepare(disk.path());
        // From nothing at all to enough for some of them.
        let room = if round == 0 { 0 } else { round * 37 % 190 };
        disk.fill_but(room);
        for (arguments, written) in WRITING {
            let before = files(disk.path());
            let output = program(disk.path(), arguments).output().unwrap();
            refused += u64::from(wrote_all_or_nothing(&output, arguments, written, &before, disk.path()));
        }
    }
    assert!(refused >= rounds(), "disks were full in {refused} of {} writes", rounds() * WRITING.len() as u64);
}

/// What the program said that it did: the hash of the plan after each step, and the last that it called kept and saved.
fn rehearsed(show: &Path, conf: &Path, seed: u64) -> (Vec<String>, usize, usize) {
    let output = program(show.parent().unwrap(), &format!("rehearse show.hallplan --seed {seed} --steps 120"))
        .env("HALLPLAN_CONFIG_DIR", conf)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let (mut states, mut kept, mut saved) = (Vec::new(), 0, 0);
    for line in String::from_utf8(output.stdout).unwrap().lines() {
        match line.split(' ').collect::<Vec<_>>().as_slice() {
            ["step", _, hash, steps] => {
                states.push((*hash).to_owned());
                kept = steps.parse().unwrap();
            }
            ["saved", step, _] => saved = step.parse().unwrap(),
            _ => {}
        }
    }
    (states, kept, saved)
}

#[test]
#[ignore = "needs root: it mounts small disks; HALLPLAN_FULL_DISKS says how many"]
fn a_full_disk_for_recovery_and_versions_stops_no_work_and_a_full_one_for_the_show_keeps_it_whole() {
    for round in 0..rounds() {
        for is_show_there in [false, true] {
            let (folder, disk) = (tempfile::tempdir().unwrap(), SmallDisk::of(4096));
            let (for_show, for_data) = if is_show_there { (disk.path(), folder.path()) } else { (folder.path(), disk.path()) };
            let show = for_show.join("show.hallplan");
            fs::write(&show, example()).unwrap();
            let conf = for_data.join("conf");
            fs::create_dir(&conf).unwrap();
            disk.fill_but(round * 41 % 200);
            let opened = text_hash(&fs::read(&show).unwrap());
            let (states, kept, saved) = rehearsed(&show, &conf, round + 1);

            let in_file = text_hash(&fs::read(&show).unwrap());
            let states: Vec<_> = std::iter::once(opened).chain(states).collect();
            let step_of = |hash: &String| states.iter().rposition(|state| state == hash);
            assert!(file::read_bytes(&fs::read(&show).unwrap()).is_ok(), "round {round}: the show is whole");
            let step = step_of(&in_file).unwrap_or_else(|| panic!("round {round}: the file has what nobody did"));
            assert!(step >= saved, "round {round}: step {saved} was saved, the file has {step}");
            let found = Unsaved::find(&conf.join("data/recovery"), 9);
            if let Some(found) = found.first() {
                let hash = text_hash(file::write(found.plan()).as_bytes());
                let step = step_of(&hash).unwrap_or_else(|| panic!("round {round}: what comes back nobody did"));
                assert!(step >= kept, "round {round}: {kept} steps were written down, {step} came back");
            }
            let is_temporary = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "tmp");
            let left: Vec<_> = files_within(disk.path()).into_iter().filter(is_temporary).collect();
            assert!(left.is_empty(), "round {round}: {left:?}");
        }
    }
}

fn files_within(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files_within(&path) } else { vec![path] }).collect()
}
