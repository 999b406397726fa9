//! Every message of the Fluent files is said somewhere: what nobody says is deleted.

#![allow(clippy::unwrap_used, reason = "whatever goes wrong here fails the test")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|has| has == ending) {
            found.push(path);
        }
    }
    found
}

#[test]
fn no_message_is_left_unsaid() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let source: String = files(&root.join("src"), "rs").iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
    let said: BTreeSet<&str> = source.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').collect();
    let mut unsaid = Vec::new();
    for file in files(&root.join("assets/i18n/en"), "ftl") {
        let text = std::fs::read_to_string(&file).unwrap();
        for line in text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase())) {
            let key = line.split([' ', '=']).next().unwrap();
            let accessor = key.replace('-', "_");
            if !said.contains(accessor.as_str()) {
                unsaid.push(format!("{}: {key}", file.file_name().unwrap().to_string_lossy()));
            }
        }
    }
    assert!(unsaid.is_empty(), "{}", unsaid.join("\n"));
}
