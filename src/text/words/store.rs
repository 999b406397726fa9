//! What failed on the disk.

use std::path::Path;

use crate::store::{Doing, Reason, StoreError, file_name};
use crate::text::{Texts, args};

/// The words of the disk.
impl Texts {
    /// What could not be read or saved, why, and how to go on.
    #[must_use]
    pub fn store_error(&self, error: &StoreError) -> String {
        let file = &file_name(&error.path);
        let (what, why) = match error.doing {
            Doing::Reading => (self.store_reading(args::StoreReading { file }), self.why_not_read(error)),
            Doing::Writing => (self.store_writing(args::StoreWriting { file }), self.why_not_written(error)),
            Doing::BackingUp => (self.store_backing_up(args::StoreBackingUp { file }), self.why_not_written(error)),
        };
        format!("{what} {why}")
    }

    fn why_not_read(&self, error: &StoreError) -> String {
        match &error.reason {
            Reason::NotFound => self.store_read_not_found(args::StoreReadNotFound { folder: &folder_of(&error.path) }),
            Reason::NotAllowed => self.store_read_not_allowed(),
            Reason::IsAFolder => self.store_read_folder(),
            Reason::NotAFile => self.store_read_not_a_file(),
            Reason::TooLarge { limit } => self.store_read_too_large(args::StoreReadTooLarge { most: &self.file_size(*limit) }),
            Reason::BadName => self.store_read_bad_name(),
            Reason::ReadOnly | Reason::Full => self.store_read_again(),
            Reason::Other(detail) => self.store_read_other(args::StoreReadOther { detail }),
        }
    }

    fn why_not_written(&self, error: &StoreError) -> String {
        match &error.reason {
            Reason::NotFound => self.store_write_not_found(args::StoreWriteNotFound { folder: &folder_of(&error.path) }),
            Reason::NotAllowed => self.store_write_not_allowed(),
            Reason::ReadOnly => self.store_write_read_only(),
            Reason::Full => self.store_write_full(),
            Reason::IsAFolder => self.store_write_folder(),
            Reason::NotAFile => self.store_write_not_a_file(),
            Reason::BadName => self.store_write_bad_name(),
            Reason::TooLarge { .. } => self.store_write_again(),
            Reason::Other(detail) => self.store_write_other(args::StoreWriteOther { detail }),
        }
    }
}

/// The folder that a file is in. A name without a folder stands for the folder that the program was started in, which is "." .
fn folder_of(path: &Path) -> String {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    folder.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words::testing::assert_sentences;

    #[test]
    fn every_failure_of_the_disk_names_the_file_and_says_how_to_go_on() {
        let reasons = [
            (Reason::NotFound, "/home/claire/salons"),
            (Reason::NotAllowed, ""),
            (Reason::ReadOnly, ""),
            (Reason::Full, ""),
            (Reason::IsAFolder, ""),
            (Reason::NotAFile, ""),
            (Reason::BadName, ""),
            (Reason::Other("Input/output error (os error 5)".into()), "Input/output error (os error 5)"),
        ];
        for doing in [Doing::Reading, Doing::Writing, Doing::BackingUp] {
            for (reason, named) in &reasons {
                let path = "/home/claire/salons/it-partners.hallplan".into();
                let error = StoreError { path, doing, reason: reason.clone() };
                assert_sentences(|texts| texts.store_error(&error), &["it-partners.hallplan", named]);
            }
        }
        let error =
            StoreError { path: "show.hallplan".into(), doing: Doing::Reading, reason: Reason::TooLarge { limit: 64_000_000 } };
        assert_sentences(|texts| texts.store_error(&error), &["show.hallplan", "64\u{a0}M"]);
        let error = StoreError { doing: Doing::Writing, ..error };
        assert_sentences(|texts| texts.store_error(&error), &["show.hallplan"]);
    }

    #[test]
    fn a_file_without_a_folder_is_looked_for_here() {
        assert_eq!(
            (file_name(Path::new("show.hallplan")), folder_of(Path::new("show.hallplan"))),
            ("show.hallplan".into(), ".".into())
        );
        assert_eq!(file_name(Path::new("/")), "/");
    }
}
