//! What is written down when the program fails: a text that a user can read and send, without anything of the show in it.

use std::backtrace::Backtrace;
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::store;

/// From now on a failure writes a report into a folder, and says where.
pub(super) fn install(folder: PathBuf) {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        usual(info);
        let backtrace = Backtrace::force_capture();
        let text = report(place(info), words(info), &backtrace.to_string(), Timestamp::now());
        if let Some(path) = write(&folder, &text) {
            eprintln!("{}", path.display());
        }
    }));
}

/// Where in the program it failed.
fn place(info: &PanicHookInfo<'_>) -> String {
    info.location().map(ToString::to_string).unwrap_or_default()
}

/// What the program says of it, where that is a fixed sentence: others may quote the show.
fn words<'a>(info: &'a PanicHookInfo<'_>) -> Option<&'a str> {
    info.payload().downcast_ref::<&'static str>().copied()
}

fn report(place: String, words: Option<&str>, backtrace: &str, at: Timestamp) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let (system, processor) = (std::env::consts::OS, std::env::consts::ARCH);
    let words = words.unwrap_or("(left out: it may quote the show)");
    // Folders are named after people.
    let home = std::env::home_dir().map(|home| home.to_string_lossy().into_owned()).filter(|home| home.len() > 1);
    let text = format!("Hallplan {version} on {system} {processor}\n{at}\n\nat {place}\n{words}\n\n{backtrace}\n");
    home.map_or(text.clone(), |home| text.replace(&home, "~"))
}

fn write(folder: &Path, text: &str) -> Option<PathBuf> {
    std::fs::create_dir_all(folder).ok()?;
    let path = folder.join(format!("report-{}.txt", Timestamp::now().as_millisecond()));
    store::overwrite(&path, text.as_bytes()).ok()?;
    Some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_names_the_place_and_nobody() {
        let home = std::env::home_dir().unwrap_or_default();
        let backtrace = format!("0: hallplan::draw at {}/hallplan/src/app.rs", home.display());
        let text = report("src/app/canvas.rs:7:1".into(), Some("an index too large"), &backtrace, Timestamp::UNIX_EPOCH);
        for told in [env!("CARGO_PKG_VERSION"), "src/app/canvas.rs:7:1", "an index too large", "hallplan::draw"] {
            assert!(text.contains(told), "{text}");
        }
        if home.as_os_str().len() > 1 {
            assert!(!text.contains(&*home.to_string_lossy()), "{text}");
        }
        let quoted = report("src/app.rs:1:1".into(), None, "", Timestamp::UNIX_EPOCH);
        assert!(quoted.contains("left out"));
        let folder = tempfile::tempdir().unwrap();
        let path = write(&folder.path().join("reports"), &text).unwrap();
        assert_eq!(std::fs::read_to_string(path).unwrap(), text);
    }
}
