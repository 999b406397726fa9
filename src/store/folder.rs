//! Folders, for the dialog inside the window.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::{Doing, StoreError};

/// One file or folder in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name, as far as it can be shown.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// Whether it is a folder.
    pub is_folder: bool,
    /// When it was changed, where the disk says so.
    pub modified: Option<SystemTime>,
}

/// What is in a folder: folders first, then the files with one of these extensions (all where none is named), each by name.
/// Hidden ones are left out.
///
/// # Errors
/// The folder is not there or cannot be read.
pub fn list_folder(folder: &Path, extensions: &[&str]) -> Result<Vec<Entry>, StoreError> {
    let failed = |error| StoreError::new(folder, Doing::Reading, &error);
    let is_wanted = |path: &Path| {
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        extensions.is_empty() || extensions.iter().any(|wanted| wanted.eq_ignore_ascii_case(extension))
    };
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        // Links are followed; what points to nothing or may not be looked at is left out.
        if let Ok(facts) = fs::metadata(&path)
            && !name.starts_with('.')
            && (facts.is_dir() || facts.is_file() && is_wanted(&path))
        {
            entries.push(Entry { name, path, is_folder: facts.is_dir(), modified: facts.modified().ok() });
        }
    }
    entries.sort_by_cached_key(|entry| (!entry.is_folder, entry.name.to_lowercase(), entry.name.clone()));
    Ok(entries)
}

/// The folder in which a user looks for documents first: theirs, else their home, else the current one.
#[must_use]
pub fn default_documents_folder() -> PathBuf {
    let of_user = directories::UserDirs::new().and_then(|folders| {
        let documents = folders.document_dir().filter(|folder| folder.is_dir()).map(Path::to_owned);
        documents.or_else(|| Some(folders.home_dir().to_owned()).filter(|home| home.is_dir()))
    });
    of_user.or_else(|| std::env::current_dir().ok()).unwrap_or_else(|| PathBuf::from("."))
}

/// Where the program keeps what it has to remember besides settings: within the folder that [`super::CONFIG_FOLDER`] names, else
/// where the system keeps such files. None where the user has no home.
#[must_use]
pub fn data_folder() -> Option<PathBuf> {
    let named =
        std::env::var_os(super::CONFIG_FOLDER).filter(|folder| !folder.is_empty()).map(|folder| Path::new(&folder).join("data"));
    named.or_else(|| directories::ProjectDirs::from("", "", "hallplan").map(|folders| folders.data_local_dir().to_owned()))
}

/// A new folder for files that another program is to read: it stays until the system clears such files away.
///
/// # Errors
/// What failed on the disk.
pub fn temporary_folder() -> Result<PathBuf, StoreError> {
    let made = tempfile::Builder::new().prefix("hallplan-").tempdir();
    made.map(tempfile::TempDir::keep).map_err(|error| StoreError::new(&std::env::temp_dir(), Doing::Writing, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_shows_folders_first_and_only_the_wanted_files() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.hallplan", "A.HALLPLAN", "c.csv", ".hidden.hallplan", "noextension"] {
            fs::write(folder.path().join(name), b"").unwrap();
        }
        for name in ["zoo", "Archive", ".git"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        let names = |extensions: &[&str]| {
            let entries = list_folder(folder.path(), extensions).unwrap();
            entries.into_iter().map(|entry| (entry.name, entry.is_folder)).collect::<Vec<_>>()
        };
        let shown = names(&["hallplan"]);
        let expected = [("Archive", true), ("zoo", true), ("A.HALLPLAN", false), ("b.hallplan", false)];
        assert_eq!(shown, expected.map(|(name, is_folder)| (name.to_owned(), is_folder)));
        assert_eq!(names(&[]).len(), 6);
        assert!(list_folder(&folder.path().join("nowhere"), &[]).is_err());
    }

    #[test]
    fn there_is_always_a_folder_to_begin_with() {
        assert!(default_documents_folder().is_dir());
    }
}
