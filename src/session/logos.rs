//! Logos of exhibitors: chosen, removed, and read as they are needed to be shown.

use std::collections::HashMap;
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::sync::Arc;

use super::Session;
use super::file_question::FileQuestion;
use super::job::{Failure, Job, Outcome};
use crate::edit::Edit;
use crate::plan::{EmbeddedFile, ExhibitorId, Logo};
use crate::reader::{Cancel, Picture, ReadError, Reader, limits};
use crate::store::{self, file_name};
use crate::text::args;

/// Logos whose pixels are kept while they are not in view.
const KEPT: usize = 400;

/// The pixels of the logos that were in view; none of one that is being read or cannot be read.
#[derive(Clone, Debug, Default)]
pub(super) struct Logos(HashMap<EmbeddedFile, Option<Arc<Picture>>>);

/// What the reading of logos has come to.
#[derive(Clone, Copy, Debug)]
pub enum LogoPixels<'a> {
    /// They were never asked for, or were dropped since.
    Unknown,
    /// They are being read, or cannot be read.
    None,
    /// Here they are.
    Some(&'a Arc<Picture>),
}

impl Session {
    /// The pixels of a logo, as far as they were read.
    #[must_use]
    pub fn logo(&self, file: &EmbeddedFile) -> LogoPixels<'_> {
        match self.logos.0.get(file) {
            None => LogoPixels::Unknown,
            Some(None) => LogoPixels::None,
            Some(Some(picture)) => LogoPixels::Some(picture),
        }
    }

    /// Has those of the logos in view read that are not known.
    pub(super) fn show_logos(&mut self, in_view: Vec<EmbeddedFile>) {
        if self.logos.0.len() + in_view.len() > KEPT {
            self.logos.0.retain(|file, _| in_view.contains(file));
        }
        let missing: Vec<_> = in_view.into_iter().filter(|file| !self.logos.0.contains_key(file)).collect();
        if missing.is_empty() {
            return;
        }
        self.logos.0.extend(missing.iter().map(|file| (file.clone(), None)));
        let words = self.texts.job_reading_logos();
        self.begin(words, Job::ShowLogos(missing));
    }

    /// Asks for the picture that becomes the logo of the exhibitor at hand.
    pub(super) fn choose_logo(&mut self) {
        if let Some(exhibitor) = self.exhibitor_at_hand() {
            self.ask(FileQuestion::OpenLogo(exhibitor));
        }
    }

    pub(super) fn remove_logo(&mut self) {
        if let Some(exhibitor) = self.exhibitor_at_hand() {
            self.edit(&Edit::SetLogo(exhibitor, None));
        }
    }

    /// Whether the exhibitor at hand has a logo.
    pub(super) fn has_logo(&self) -> bool {
        self.exhibitor_at_hand().and_then(|id| self.plan().get(id)).is_some_and(|exhibitor| exhibitor.logo.is_some())
    }

    pub(super) fn read_logo(&mut self, path: PathBuf, exhibitor: ExhibitorId) {
        let words = self.texts.job_opening(args::JobOpening { file: &file_name(&path) });
        self.begin(words, Job::ReadLogo { path, exhibitor });
    }

    pub(super) fn take_logo(&mut self, exhibitor: ExhibitorId, logo: Logo, picture: Arc<Picture>) {
        self.logos.0.insert(logo.file.clone(), Some(picture));
        self.edit(&Edit::SetLogo(exhibitor, Some(logo)));
    }

    pub(super) fn keep_logos(&mut self, read: Vec<(EmbeddedFile, Option<Arc<Picture>>)>) {
        self.logos.0.extend(read);
    }
}

/// Reads the file of a logo.
pub(super) fn read(path: PathBuf, exhibitor: ExhibitorId, reader: &Reader, cancel: &Cancel) -> Result<Outcome, Failure> {
    let bytes = store::read_file(&path, limits::FILE_BYTES)?;
    let failed = |error| Failure::Read(path.clone(), error);
    let picture = reader.logo(&bytes, cancel).map_err(failed)?;
    let pixels = NonZeroU32::new(picture.source_width).zip(NonZeroU32::new(picture.source_height));
    let pixels = pixels.ok_or(ReadError::Empty).map_err(failed)?;
    Ok(Outcome::Logo { exhibitor, logo: Logo { file: EmbeddedFile::new(bytes), pixels }, picture: Arc::new(picture) })
}

/// Reads logos of the plan; one that cannot be read is not shown.
pub(super) fn show(files: Vec<EmbeddedFile>, reader: &Reader, cancel: &Cancel) -> Outcome {
    let pixels = |file: &EmbeddedFile| reader.logo(file.bytes(), cancel).ok().map(Arc::new);
    let read = files.into_iter().take_while(|_| !cancel.is_cancelled());
    Outcome::Logos(read.map(|file| (file.clone(), pixels(&file))).collect())
}
