//! The kept versions of the open file: listed, looked at, and opened as a copy.
//!
//! Each is read by a job of its own, the chosen one first, and only what the dialog says of it stays: of a large show forty
//! plans would fill the memory.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::files::without_forbidden;
use super::job::{Derived, Failure, Job, Outcome, Showing};
use super::job_halls::MapsAs;
use super::{Dialog, Session, Then, Tone};
use crate::export::sheet::HallExport;
use crate::file::{FileError, Restored};
use crate::index::Index;
use crate::plan::{HallId, Plan};
use crate::reader::{Cancel, Picture, Reader};
use crate::scene::{ColourBy, DifferenceKind, TwoStates};
use crate::store::{Version, Versions};
use crate::text::{Texts, args};

/// The level of the tiles of which a map in a preview is made: 2,048 pixels on its longer side.
const LEVEL_OF_PREVIEW: u8 = 2;
/// How many changes of a version are told in words.
const MOST_CHANGES: usize = 8;

/// What is seen of a version.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum VersionLook {
    /// A hall as it was.
    #[default]
    AsItWas,
    /// What is different in it since.
    Changes,
}

/// What is drawn: a hall of a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// When the version was saved.
    pub at: Timestamp,
    /// Which hall.
    pub hall: HallId,
    /// How.
    pub look: VersionLook,
}

/// A version in the list.
#[derive(Clone, Debug)]
pub struct KeptVersion {
    /// The version.
    pub version: Version,
    /// What is known of it, once it is read; or why it cannot be, in words.
    pub facts: Option<Result<Arc<VersionFacts>, String>>,
}

/// What the dialog says of a version.
#[derive(Debug)]
pub struct VersionFacts {
    /// How full the show was.
    pub occupancy: String,
    /// How many booths are different now, in which way.
    pub counts: Vec<(DifferenceKind, usize)>,
    /// The first of what is different now, in words.
    pub changes: Vec<String>,
    /// How many changes more there are.
    pub more: usize,
    /// Its halls.
    pub halls: Vec<(HallId, String)>,
    /// The maps and logos whose files are not known any more.
    pub missing: Vec<String>,
}

/// The versions of the open file.
#[derive(Clone, Debug, Default)]
pub struct VersionsDialog {
    /// The newest first; none until they are known.
    pub list: Option<Vec<KeptVersion>>,
    /// The chosen one.
    pub chosen: usize,
    /// The hall in view, where the version has it.
    pub hall: Option<HallId>,
    /// How it is seen.
    pub look: VersionLook,
    /// What was drawn last; no picture where it could not be.
    pub picture: Option<(Seen, Option<Arc<Picture>>)>,
    /// What is being drawn.
    drawing: Option<Seen>,
}

impl VersionsDialog {
    /// The chosen version.
    #[must_use]
    pub fn version(&self) -> Option<&KeptVersion> {
        self.list.as_ref()?.get(self.chosen)
    }

    /// What is known of the chosen version.
    #[must_use]
    pub fn facts(&self) -> Option<&Arc<VersionFacts>> {
        self.version()?.facts.as_ref()?.as_ref().ok()
    }

    /// What is to be seen: the hall in view, or the version's first.
    #[must_use]
    pub fn seen(&self) -> Option<Seen> {
        let (version, facts) = (self.version()?, self.facts()?);
        let is_there = |hall: &HallId| facts.halls.iter().any(|(id, _)| id == hall);
        let hall = self.hall.filter(is_there).or(facts.halls.first().map(|(id, _)| *id))?;
        Some(Seen { at: version.version.at, hall, look: self.look })
    }
}

/// "3 May 2026, 14:20".
#[must_use]
pub fn version_time(texts: &Texts, at: Timestamp) -> String {
    texts.date_time(TimeZone::system().to_datetime(at))
}

impl Session {
    /// Shows the versions of the open file.
    pub(super) fn open_versions(&mut self) {
        let mut dialog = VersionsDialog { hall: self.hall, ..VersionsDialog::default() };
        match self.kept_versions() {
            Some(versions) => {
                let words = self.texts.job_versions();
                self.begin(words, Job::ListVersions(versions));
            }
            None => dialog.list = Some(Vec::new()),
        }
        self.dialog = Some(Dialog::Versions(Box::new(dialog)));
    }

    fn kept_versions(&self) -> Option<Versions> {
        Some(Versions::of(self.path()?, self.data.as_deref()?))
    }

    pub(super) fn list_versions(&mut self, found: Vec<Version>) {
        if let Some(Dialog::Versions(dialog)) = &mut self.dialog {
            dialog.list = Some(found.into_iter().map(|version| KeptVersion { version, facts: None }).collect());
            self.read_next_version();
        }
    }

    /// Reads the chosen version, or the first that is not known yet.
    fn read_next_version(&mut self) {
        let (Some(versions), Some(Dialog::Versions(dialog))) = (self.kept_versions(), &self.dialog) else { return };
        let is_unknown = |kept: &&KeptVersion| kept.facts.is_none();
        let next = dialog.version().filter(is_unknown).or_else(|| dialog.list.iter().flatten().find(is_unknown));
        if let Some(version) = next.map(|kept| kept.version.clone()) {
            let (words, present, texts) = (self.texts.job_versions(), Box::new(self.plan().clone()), self.texts.clone());
            self.begin(words, Job::ReadVersion { versions, version, present, texts });
        }
    }

    pub(super) fn take_version(&mut self, at: Timestamp, facts: Result<Arc<VersionFacts>, Failure>) {
        let facts = facts.map_err(|failure| super::words::failure(&self.texts, &failure, self.plan()).1);
        let Some(Dialog::Versions(dialog)) = &mut self.dialog else { return };
        if let Some(kept) = dialog.list.iter_mut().flatten().find(|kept| kept.version.at == at) {
            kept.facts = Some(facts);
        }
        self.draw_version();
        self.read_next_version();
    }

    /// Draws what is to be seen, unless it is drawn already.
    pub(super) fn draw_version(&mut self) {
        let (Some(versions), Some(Dialog::Versions(dialog))) = (self.kept_versions(), &mut self.dialog) else { return };
        let Some((seen, version)) = dialog.seen().zip(dialog.version().map(|kept| kept.version.clone())) else { return };
        let is_drawn = dialog.picture.as_ref().is_some_and(|(drawn, _)| *drawn == seen);
        if is_drawn || dialog.drawing.replace(seen) == Some(seen) {
            return;
        }
        let (words, present, texts) = (self.texts.job_versions(), Box::new(self.plan().clone()), self.texts.clone());
        self.begin(words, Job::DrawVersion { versions, version, present, seen, texts });
    }

    pub(super) fn show_version(&mut self, seen: Seen, picture: Option<Arc<Picture>>) {
        if let Some(Dialog::Versions(dialog)) = &mut self.dialog
            && dialog.drawing == Some(seen)
        {
            dialog.drawing = None;
            dialog.picture = Some((seen, picture));
        }
    }

    /// Opens the chosen version as a copy, once what is open is saved.
    pub(super) fn copy_version(&mut self, dialog: Box<VersionsDialog>) {
        match (self.kept_versions(), dialog.version().filter(|_| dialog.facts().is_some())) {
            (Some(versions), Some(kept)) => self.when_saved(Then::OpenVersion(versions, kept.version.clone())),
            _ => self.dialog = Some(Dialog::Versions(dialog)),
        }
    }

    pub(super) fn read_version(&mut self, versions: Versions, version: Version) {
        let words = self.texts.job_versions();
        self.opening_at = self.editor.history().position();
        self.begin(words, Job::OpenVersion { versions, version, shown: self.shown() });
    }

    /// A version is open now, as a plan without a file.
    pub(super) fn take_copy(&mut self, at: Timestamp, restored: Restored, derived: Box<Derived>) {
        let Restored { plan, missing } = restored;
        self.open_with(plan, Some(derived));
        let when = version_time(&self.texts, at);
        let name = self.texts.version_copy(args::VersionCopy { show: &self.suggested_name(), when: &when.replace(':', ".") });
        self.copy_name = Some(without_forbidden(&name));
        let (tone, words) = if missing.is_empty() {
            (Tone::Good, self.texts.version_opened(args::VersionOpened { when: &when }))
        } else {
            let missing = &self.texts.enumeration(&missing);
            (Tone::Bad, self.texts.version_opened_without(args::VersionOpenedWithout { when: &when, missing }))
        };
        self.tell(tone, words);
    }
}

/// Reads a version with the files that are kept for it.
fn read(versions: &Versions, version: &Version) -> Result<Restored, Failure> {
    let bytes = versions.text(version, crate::file::MOST_BYTES)?;
    let wrong = |error| Failure::File(version.path().to_owned(), error);
    let text = String::from_utf8(bytes).map_err(|_| wrong(FileError::NotAPlan))?;
    let find = |hash: &str| versions.embedded(hash, crate::reader::limits::FILE_BYTES).ok();
    crate::file::read_version(&text, find).map_err(wrong)
}

/// What the dialog says of a version.
pub(super) fn facts(versions: &Versions, version: &Version, present: &Plan, texts: &Texts) -> Outcome {
    let facts = read(versions, version).map(|Restored { plan, missing }| {
        let states = TwoStates::new(&plan, present);
        let occupancy = Index::new(&plan).show();
        let (filled, sellable) = (occupancy.filled, occupancy.sellable);
        let differences = states.differences();
        let told = differences.iter().take(MOST_CHANGES).map(|difference| texts.difference(difference, &plan, present));
        Arc::new(VersionFacts {
            occupancy: texts.occupancy_line(args::OccupancyLine { filled, sellable }),
            counts: states.counts(),
            changes: told.collect(),
            more: differences.len().saturating_sub(MOST_CHANGES),
            halls: plan.halls().iter().map(|(id, hall)| (*id, hall.name.clone())).collect(),
            missing,
        })
    });
    Outcome::VersionRead { at: version.at, facts }
}

/// A hall of a version, drawn for the dialog.
pub(super) fn draw(
    (versions, version): (&Versions, &Version),
    present: &Plan,
    seen: Seen,
    texts: &Texts,
    reader: &Reader,
    cancel: &Cancel,
) -> Result<Outcome, Failure> {
    let plan = read(versions, version)?.plan;
    // Without a map that cannot be drawn a hall is seen all the same.
    let of = |plan: &Plan| {
        super::job_halls::pictures(plan, &[seen.hall], MapsAs::Pixels(LEVEL_OF_PREVIEW), reader, cancel).unwrap_or_default()
    };
    let picture = match seen.look {
        VersionLook::AsItWas => {
            let (index, pictures) = (Index::new(&plan), of(&plan));
            let as_of = TimeZone::system().to_datetime(seen.at).date();
            let export =
                HallExport { plan: &plan, index: &index, pictures: &pictures, texts, as_of, colour_by: ColourBy::Status };
            crate::export::preview::hall(&export, seen.hall)
        }
        VersionLook::Changes => {
            let states = TwoStates::new(&plan, present);
            let pictures = of(states.state_of(seen.hall).0);
            crate::export::preview::difference(&states, seen.hall, &pictures, texts)
        }
    };
    Ok(Outcome::VersionDrawn { seen, picture: picture.map(Arc::new) })
}

/// Reads a version to be opened.
pub(super) fn open(versions: &Versions, version: &Version, shown: Showing) -> Result<Outcome, Failure> {
    let restored = read(versions, version)?;
    let derived = Box::new(Derived::of(&restored.plan, shown));
    Ok(Outcome::VersionOpened { at: version.at, restored: Box::new(restored), derived })
}
