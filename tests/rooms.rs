//! Holds the rooms to the order of dependence that CONTRIBUTING.md states: a room uses the rooms of its row and no other.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "whatever goes wrong here fails the test")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The rooms in order, each with the rooms that it may use.
const ROOMS: [(&str, &[&str]); 17] = [
    ("geometry", &[]),
    ("plan", &["geometry"]),
    ("fonts", &["geometry"]),
    ("reader", &["geometry", "fonts"]),
    ("edit", &["geometry", "plan"]),
    ("index", &["geometry", "plan"]),
    ("file", &["geometry", "plan", "edit"]),
    ("store", &[]),
    ("import", &["geometry", "plan", "edit", "reader"]),
    ("text", &["geometry", "plan", "fonts", "reader", "edit", "index", "file", "store", "import"]),
    ("lists", &["geometry", "plan", "index", "text"]),
    ("scene", &["geometry", "plan", "fonts", "index", "file", "reader", "text"]),
    ("export", &["geometry", "plan", "fonts", "index", "file", "reader", "text", "scene", "lists", "store"]),
    ("tools", &["geometry", "plan", "edit", "index", "scene"]),
    (
        "session",
        &[
            "geometry", "plan", "fonts", "reader", "edit", "index", "file", "store", "import", "text", "lists", "scene",
            "export", "tools",
        ],
    ),
    (
        "cli",
        &[
            "geometry", "plan", "fonts", "reader", "edit", "index", "file", "store", "import", "text", "lists", "scene",
            "export", "tools", "session",
        ],
    ),
    (
        "app",
        &[
            "geometry", "plan", "fonts", "reader", "edit", "index", "file", "store", "import", "text", "lists", "scene",
            "export", "tools", "session", "cli",
        ],
    ),
];

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every Rust file of a folder and the folders in it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found
}

/// The files of a room without those that are for its tests alone.
fn program_files(room: &str) -> Vec<PathBuf> {
    let is_for_tests = |path: &PathBuf| path.file_name().is_some_and(|name| name == "tests.rs" || name == "testing.rs");
    files(&source().join(room)).into_iter().filter(|path| !is_for_tests(path)).collect()
}

/// The rooms that a text names after `crate::`, with the number of the line.
fn rooms_named(text: &str) -> Vec<(usize, String)> {
    let mut named = Vec::new();
    for (at, line) in text.lines().enumerate() {
        // What tests of a room use is no dependence of the program.
        if line.trim() == "#[cfg(test)]"
            && text.lines().nth(at + 1).is_some_and(|next| next.trim_start().starts_with("mod tests {"))
        {
            break;
        }
        for (place, _) in line.match_indices("crate::") {
            let name: String = line[place + 7..].chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
            named.push((at + 1, name));
        }
    }
    named
}

#[test]
fn a_room_uses_only_the_rooms_of_its_row() {
    let table: BTreeMap<_, _> = ROOMS.into_iter().collect();
    let mut wrong = Vec::new();
    for (room, allowed) in ROOMS {
        for file in program_files(room) {
            let text = std::fs::read_to_string(&file).unwrap();
            for (line, name) in rooms_named(&text) {
                if table.contains_key(name.as_str()) && name != room && !allowed.contains(&name.as_str()) {
                    wrong.push(format!("{}:{line} uses {name}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn rooms_use_only_rooms_above_them() {
    for (at, (room, allowed)) in ROOMS.iter().enumerate() {
        for name in *allowed {
            let above = ROOMS[..at].iter().any(|(other, _)| other == name);
            assert!(above, "{room} may use {name}, which does not stand above it");
        }
    }
}

#[test]
fn every_folder_of_the_source_is_a_room_of_the_table() {
    let mut folders: Vec<String> = std::fs::read_dir(source())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    folders.sort();
    let mut rooms: Vec<_> = ROOMS.iter().map(|(room, _)| (*room).to_owned()).collect();
    rooms.sort();
    assert_eq!(folders, rooms);
}

#[test]
fn only_the_room_store_touches_the_disk() {
    let mut wrong = Vec::new();
    for (room, _) in ROOMS {
        if matches!(room, "store" | "app") {
            continue;
        }
        for file in program_files(room) {
            let text = std::fs::read_to_string(&file).unwrap();
            for (at, line) in text.lines().enumerate() {
                if line.trim() == "#[cfg(test)]" {
                    break;
                }
                let touches = ["fs::write(", "fs::read(", "fs::read_to_string(", "File::create(", "File::open(", "fs::remove"];
                if touches.iter().any(|call| line.contains(call)) {
                    wrong.push(format!("{}:{}", file.display(), at + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
