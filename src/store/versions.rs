//! The versions of a file that were saved: the last ten, and one a day for a month. They live in the program's own folder, so
//! that they outlive the file and cost nothing where it lies.
//!
//! What a plan embeds (maps, logos) is kept once for all versions of a file, under its hash; a version's text names it.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use sha2::{Digest as _, Sha256};

use super::{Doing, StoreError, overwrite, read_file};

/// How many of the newest versions are kept, whatever their age.
pub const LAST_VERSIONS: usize = 10;
/// For how many days the last version of each day is kept.
pub const DAYS: i32 = 31;

/// What the name of a version ends in.
const TEXT: &str = "hallplan";
/// The steps that led to the newest version.
const STEPS: &str = "steps.ron";
/// The folder of what versions embed.
const EMBEDDED: &str = "embedded";

/// The saved versions of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Versions {
    folder: PathBuf,
}

/// One saved version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// When it was saved.
    pub at: Timestamp,
    path: PathBuf,
}

impl Version {
    /// Where its text is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Versions {
    /// The versions of the file at a path, kept within the folder of the program's data.
    #[must_use]
    pub fn of(path: &Path, data: &Path) -> Self {
        // One file may be reached by several paths.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let key: String =
            Sha256::digest(path.as_os_str().as_encoded_bytes()).iter().take(12).map(|byte| format!("{byte:02x}")).collect();
        Self { folder: data.join("versions").join(key) }
    }

    /// The versions kept in a folder.
    #[must_use]
    pub const fn in_folder(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Keeps a version: its text, and what the text names by hash. Versions that are no longer wanted go.
    ///
    /// # Errors
    /// What failed on the disk. The versions that were there are as they were.
    pub fn keep(&self, text: &str, embedded: &[(String, &[u8])], at: Timestamp) -> Result<(), StoreError> {
        let failed = |error: io::Error| StoreError::new(&self.folder, Doing::Writing, &error);
        fs::create_dir_all(self.folder.join(EMBEDDED)).map_err(failed)?;
        for (hash, bytes) in embedded {
            let path = self.folder.join(EMBEDDED).join(hash);
            if !path.exists() {
                overwrite(&path, bytes)?;
            }
        }
        overwrite(&self.folder.join(format!("{}.{TEXT}", at.as_millisecond())), text.as_bytes())?;
        self.thin_out(at);
        Ok(())
    }

    /// The versions, the newest first.
    #[must_use]
    pub fn list(&self) -> Vec<Version> {
        let Ok(entries) = fs::read_dir(&self.folder) else { return Vec::new() };
        let version = |path: PathBuf| {
            let is_text = path.extension().is_some_and(|ending| ending == TEXT);
            let millisecond = path.file_stem()?.to_str()?.parse().ok().filter(|_| is_text)?;
            Some(Version { at: Timestamp::from_millisecond(millisecond).ok()?, path })
        };
        let mut versions: Vec<_> = entries.filter_map(|entry| version(entry.ok()?.path())).collect();
        versions.sort_by_key(|version| std::cmp::Reverse(version.at));
        versions
    }

    /// The text of a version of at most `limit` bytes.
    ///
    /// # Errors
    /// What failed on the disk.
    pub fn text(&self, version: &Version, limit: u64) -> Result<Vec<u8>, StoreError> {
        read_file(&version.path, limit)
    }

    /// What versions embed under a hash, of at most `limit` bytes.
    ///
    /// # Errors
    /// What failed on the disk.
    pub fn embedded(&self, hash: &str, limit: u64) -> Result<Vec<u8>, StoreError> {
        read_file(&self.folder.join(EMBEDDED).join(hash), limit)
    }

    /// Keeps the steps that led to the newest version, in place of those that were kept.
    ///
    /// # Errors
    /// What failed on the disk.
    pub fn keep_steps(&self, text: &str) -> Result<(), StoreError> {
        overwrite(&self.folder.join(STEPS), text.as_bytes()).map(drop)
    }

    /// The steps that were kept, of at most `limit` bytes.
    ///
    /// # Errors
    /// What failed on the disk.
    pub fn steps(&self, limit: u64) -> Result<Vec<u8>, StoreError> {
        read_file(&self.folder.join(STEPS), limit)
    }

    /// Removes the versions that are no longer wanted, and what none of those left embeds. What cannot be removed now is
    /// removed another time.
    fn thin_out(&self, now: Timestamp) {
        let versions = self.list();
        let kept = wanted(versions.iter().map(|version| version.at), now, &TimeZone::system());
        let (kept, surplus): (Vec<_>, Vec<_>) = versions.into_iter().partition(|version| kept.contains(&version.at));
        if surplus.is_empty() {
            return;
        }
        surplus.iter().for_each(|version| drop(fs::remove_file(&version.path)));
        let texts: Vec<Vec<u8>> = kept.iter().filter_map(|version| fs::read(&version.path).ok()).collect();
        if texts.len() < kept.len() {
            return;
        }
        let is_named = |name: &[u8]| texts.iter().any(|text| text.windows(name.len()).any(|window| window == name));
        let embedded = fs::read_dir(self.folder.join(EMBEDDED)).into_iter().flatten().flatten();
        for entry in embedded {
            if !is_named(entry.file_name().as_encoded_bytes()) {
                drop(fs::remove_file(entry.path()));
            }
        }
    }
}

/// Which versions are kept: the last ones, and the last of each day of the last month.
fn wanted(versions: impl Iterator<Item = Timestamp>, now: Timestamp, zone: &TimeZone) -> BTreeSet<Timestamp> {
    let mut newest_first: Vec<_> = versions.collect();
    newest_first.sort_unstable_by(|one, other| other.cmp(one));
    let day = |at: Timestamp| -> Date { zone.to_datetime(at).date() };
    let today = day(now);
    let mut days = BTreeSet::new();
    let is_wanted = |(place, at): (usize, Timestamp)| {
        let date = day(at);
        let age = (today - date).get_days();
        let is_last_of_day = age <= DAYS && days.insert(date);
        (place < LAST_VERSIONS || is_last_of_day).then_some(at)
    };
    newest_first.into_iter().enumerate().filter_map(is_wanted).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn the_last_ten_stay_and_one_of_each_day_for_a_month() {
        // Every two hours for forty days.
        let saved: Vec<_> =
            (0..480).map(|step| at("2026-01-01T00:30:00Z") + jiff::SignedDuration::from_hours(step * 2)).collect();
        let now = *saved.last().unwrap();
        let kept = wanted(saved.iter().copied(), now, &TimeZone::UTC);
        assert_eq!(saved[470..].iter().filter(|at| kept.contains(at)).count(), 10);
        let days: BTreeSet<_> = kept.iter().map(|at| TimeZone::UTC.to_datetime(*at).date()).collect();
        assert_eq!(days.len(), 32, "today and a month before it");
        assert_eq!(kept.len(), 10 + 31, "of older days one each, the last");
        let of_a_day = kept.iter().find(|at| TimeZone::UTC.to_datetime(**at).date().day() == 20).unwrap();
        assert_eq!(TimeZone::UTC.to_datetime(*of_a_day).hour(), 22);
    }

    #[test]
    fn saving_for_weeks_keeps_the_last_ten_and_the_last_of_each_day() {
        let folder = tempfile::tempdir().unwrap();
        let versions = Versions::in_folder(folder.path().join("show"));
        let noon = |day: i64| at("2026-03-01T12:00:00Z") + jiff::SignedDuration::from_hours(24 * day);
        for day in 0..50 {
            for minute in [0, 20] {
                let text = format!("{day} {minute}");
                versions.keep(&text, &[], noon(day) + jiff::SignedDuration::from_mins(minute)).unwrap();
            }
        }
        let listed = versions.list();
        let texts: Vec<String> =
            listed.iter().map(|version| String::from_utf8(versions.text(version, 100).unwrap()).unwrap()).collect();
        // Five days with both of theirs, then the later one of each day back to a month ago.
        let both = (45..50).rev().flat_map(|day| [format!("{day} 20"), format!("{day} 0")]);
        let expected: Vec<String> = both.chain((18..45).rev().map(|day| format!("{day} 20"))).collect();
        assert_eq!(texts, expected);
    }

    #[test]
    fn what_versions_embed_is_kept_once_and_goes_with_the_last_that_names_it() {
        let folder = tempfile::tempdir().unwrap();
        let versions = Versions::in_folder(folder.path().join("show"));
        let start = at("2026-03-01T09:00:00Z");
        let minute = |count: i64| start + jiff::SignedDuration::from_mins(count);
        versions.keep("map: aa", &[("aa".into(), b"a map")], start).unwrap();
        for count in 1..=20 {
            versions.keep("map: bb", &[("bb".into(), b"another")], minute(count)).unwrap();
        }
        let listed = versions.list();
        assert_eq!(listed.len(), LAST_VERSIONS);
        assert_eq!(listed[0].at, minute(20));
        assert_eq!(versions.text(&listed[9], 100).unwrap(), b"map: bb");
        assert_eq!(versions.embedded("bb", 100).unwrap(), b"another");
        assert!(versions.embedded("aa", 100).is_err());
    }

    #[test]
    fn files_of_others_in_the_folder_are_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let versions = Versions::in_folder(folder.path().to_owned());
        fs::write(folder.path().join("notes.txt"), b"mine").unwrap();
        fs::write(folder.path().join("what.hallplan"), b"mine").unwrap();
        versions.keep("one", &[], at("2026-03-01T09:00:00Z")).unwrap();
        assert_eq!(versions.list().len(), 1);
        assert!(folder.path().join("notes.txt").exists());
        assert_eq!(Versions::in_folder(folder.path().join("nowhere")).list(), []);
    }
}
