//! Work that takes a while: files read and written, lists laid out, printed. A job is data, [`super::perform`] does it, on
//! whatever thread, and what comes of it is data again.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;

use super::Directory;
use super::stand_list::{StandListFormat, StandListOptions};
use super::versions::{Seen, VersionFacts};
use crate::edit::{Earlier, Entry};
use crate::export::page::{Document, Paper};
use crate::export::print::{self, PrintError, Printer};
use crate::file::salvage::Salvaged;
use crate::file::{FileError, Restored};
use crate::geometry::{Point, Units};
use crate::import::DrawnHall;
use crate::index::Index;
use crate::plan::{EmbeddedFile, ExhibitorId, HallId, HallMap, Logo, MapId, Plan};
use crate::reader::{MapHead, Picture, ReadError, Workbook};
use crate::scene::{ColourBy, Tally};
use crate::store::{Stamp, StoreError, Version, Versions};
use crate::text::{Language, Texts};

/// What is kept of a plan that is saved, besides its file.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Where the program keeps its data.
    pub data: PathBuf,
    /// The steps that led to the plan, the last one first.
    pub steps: Vec<Arc<Entry>>,
    /// The words of the steps.
    pub texts: Arc<Texts>,
}

/// A picture or drawing that was read to be put under a hall.
#[derive(Clone, Debug)]
pub struct MapRead {
    /// The name of its file.
    pub name: String,
    /// Its bytes.
    pub file: EmbeddedFile,
    /// Which of its pages was chosen, from 0; none where nobody was asked yet.
    pub page: Option<u32>,
    /// What is known of that page, or of the first one.
    pub head: Arc<MapHead>,
    /// Where it was dropped.
    pub at: Option<Point>,
    /// Whether it goes over the booths.
    pub in_front: bool,
}

/// Something to be done.
#[derive(Clone, Debug)]
pub enum Job {
    /// What earlier sessions left unsaved is looked for.
    FindUnsaved {
        /// Here.
        folder: PathBuf,
        /// For the ids of what is done to it from now on.
        tag: u32,
    },
    /// A plan is read.
    ReadPlan {
        /// Its file.
        path: PathBuf,
        /// How a session shows it that opens it.
        shown: Option<Showing>,
        /// Whether a damaged one is read as far as it can be.
        even_damaged: bool,
        /// Where the program keeps its data: the steps that led to the plan may be there.
        data: Option<PathBuf>,
    },
    /// What somebody else saved is read.
    ReadTheirs {
        /// The file that is open.
        path: PathBuf,
    },
    /// A plan is written.
    SavePlan {
        /// Its file.
        path: PathBuf,
        /// The plan as it was when it was asked for.
        plan: Plan,
        /// Where that plan stands in the history.
        position: u64,
        /// What is kept of it besides, where the program keeps data.
        kept: Option<Kept>,
        /// What the file was when it was last read or written; nothing where it may be whatever it is.
        expected: Option<Stamp>,
    },
    /// The kept versions of a file are listed.
    ListVersions(Versions),
    /// A kept version is read, to say what is known of it.
    ReadVersion {
        /// The versions of its file.
        versions: Versions,
        /// Which one.
        version: Version,
        /// The plan as it is.
        present: Box<Plan>,
        /// In this language.
        texts: Arc<Texts>,
    },
    /// A hall of a kept version is drawn.
    DrawVersion {
        /// The versions of its file.
        versions: Versions,
        /// Which one.
        version: Version,
        /// The plan as it is.
        present: Box<Plan>,
        /// What is drawn of it.
        seen: Seen,
        /// In this language.
        texts: Arc<Texts>,
    },
    /// A kept version is read to be opened.
    OpenVersion {
        /// The versions of its file.
        versions: Versions,
        /// Which one.
        version: Version,
        /// How a session shows it.
        shown: Showing,
    },
    /// A picture or drawing is read to be put under a hall.
    ReadMap {
        /// Its file.
        path: PathBuf,
        /// Which page of it, from 0; none where nobody was asked yet.
        page: Option<u32>,
        /// Where it was dropped.
        at: Option<Point>,
        /// Whether it goes over the booths.
        in_front: bool,
    },
    /// The page that was chosen of a file that was read is opened.
    ReadPage(Box<MapRead>),
    /// The picture on the clipboard is read to be put under a hall.
    PasteMap {
        /// What the map is called.
        name: String,
        /// Where it goes, where that is known.
        at: Option<Point>,
    },
    /// The next revision of a map is read.
    ReadRevision {
        /// Its file.
        path: PathBuf,
        /// Which map it replaces.
        map: MapId,
        /// Which page of the old one is shown.
        page: u32,
        /// What that page is called.
        page_name: Option<String>,
    },
    /// A page of a map of the plan is opened, to know what there is to know of it.
    OpenMap {
        /// The map's file.
        file: EmbeddedFile,
        /// Which of its pages.
        page: u32,
    },
    /// A picture is read to be the logo of an exhibitor.
    ReadLogo {
        /// Its file.
        path: PathBuf,
        /// Whose logo.
        exhibitor: ExhibitorId,
    },
    /// Logos of the plan are read to be shown.
    ShowLogos(Vec<EmbeddedFile>),
    /// The shapes and texts of a map are looked for.
    FindShapes {
        /// Which map.
        id: MapId,
        /// The map as it is.
        map: Box<HallMap>,
        /// The name of its hall.
        hall: String,
    },
    /// What would come of a large drawing is worked out.
    Propose {
        /// What it holds.
        drawn: Arc<DrawnHall>,
        /// What was chosen, and in which state of the plan.
        basis: Box<super::drawn::Basis>,
        /// The plan.
        plan: Plan,
        /// The hall that it lies in.
        hall: HallId,
    },
    /// A list is read to be imported.
    ReadList {
        /// Its file.
        path: PathBuf,
    },
    /// The stand list is laid out to be looked at.
    LayOutStandList {
        /// Of this plan.
        plan: Plan,
        /// Made of this.
        options: StandListOptions,
        /// In this language.
        texts: Arc<Texts>,
    },
    /// The stand list is written to a file.
    ExportStandList {
        /// Of this plan.
        plan: Plan,
        /// Made of this.
        options: StandListOptions,
        /// In this language.
        texts: Arc<Texts>,
        /// As what.
        format: StandListFormat,
        /// Where.
        path: PathBuf,
    },
    /// The stand list is printed.
    PrintStandList {
        /// Of this plan.
        plan: Plan,
        /// Made of this.
        options: StandListOptions,
        /// In this language.
        texts: Arc<Texts>,
        /// On which printer; the system's usual one where none is named.
        printer: Option<String>,
        /// How many times.
        copies: u32,
    },
    /// The list of renumbered booths is written to a file.
    ExportRenumbered {
        /// The plan with the numbers that are known.
        before: Box<Plan>,
        /// The plan as it is.
        plan: Plan,
        /// In this language.
        texts: Arc<Texts>,
        /// The paper, where it is written on pages.
        paper: Paper,
        /// Where, and by its ending as what.
        path: PathBuf,
    },
    /// The printers are looked for.
    FindPrinters,
    /// What is different between two states of a plan is drawn to a file.
    ExportDifferences {
        /// The plan as it was.
        before: Box<Plan>,
        /// The plan as it is.
        after: Plan,
        /// What the two are called.
        names: [String; 2],
        /// In this language.
        texts: Arc<Texts>,
        /// Where.
        path: PathBuf,
        /// The least size of a page.
        paper: Paper,
    },
    /// Halls are drawn to a file.
    ExportHalls {
        /// Of this plan.
        plan: Plan,
        /// The hall in view: the one that is drawn where the format has room for one.
        hall: Option<HallId>,
        /// In this language.
        texts: Arc<Texts>,
        /// Where, and by its ending as what.
        path: PathBuf,
        /// The least size of a page.
        paper: Paper,
        /// By what booths are coloured.
        colour_by: ColourBy,
    },
}

/// A job that has ended.
#[derive(Clone, Debug)]
pub struct Done {
    /// Its number.
    pub id: u64,
    /// What came of it.
    pub outcome: Outcome,
}

/// How a session shows a plan, as far as what it derives from it depends on that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Showing {
    /// In whose order exhibitors are listed.
    pub language: Language,
    /// By what booths are coloured.
    pub colour_by: ColourBy,
    /// The units of areas.
    pub units: Units,
}

/// What a session derives from a plan and then keeps up to date: of a large show it takes a while to make.
#[derive(Clone, Debug)]
pub struct Derived {
    pub(super) index: Index,
    pub(super) directory: Directory,
    pub(super) tally: Tally,
    pub(super) shown: Showing,
}

impl Derived {
    /// What is derived from a plan.
    #[must_use]
    pub fn of(plan: &Plan, shown: Showing) -> Self {
        let count = || {
            let index = Index::new(plan);
            let tally = Tally::new(plan, &index, shown.colour_by, shown.units);
            (index, tally)
        };
        let ((index, tally), directory) = std::thread::scope(|scope| {
            let counted = scope.spawn(count);
            let directory = Directory::new(plan, shown.language);
            (counted.join().unwrap_or_else(|_| count()), directory)
        });
        Self { index, directory, tally, shown }
    }
}

/// What came of a job.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// It was given up.
    Cancelled,
    /// It failed.
    Failed(Failure),
    /// A plan was read.
    Plan {
        /// From here.
        path: PathBuf,
        /// The plan.
        plan: Box<Plan>,
        /// What a session derives from it, where that was asked for.
        derived: Option<Box<Derived>>,
        /// The steps that led to it, the first one first, as far as they are known.
        earlier: Vec<Earlier>,
        /// What the file was.
        stamp: Stamp,
    },
    /// A damaged plan was read as far as it can be.
    Salvaged {
        /// From here.
        path: PathBuf,
        /// What is left of it.
        salvaged: Box<Salvaged>,
        /// What a session derives from it, where that was asked for.
        derived: Option<Box<Derived>>,
    },
    /// The plan was saved.
    Saved {
        /// Here.
        path: PathBuf,
        /// Where that plan stands in the history.
        position: u64,
        /// What the file is.
        stamp: Stamp,
        /// By what its text is known again.
        hash: String,
        /// The plan that is in it now.
        plan: Box<Plan>,
    },
    /// What somebody else saved was read.
    Theirs {
        /// From here.
        path: PathBuf,
        /// Their plan.
        plan: Box<Plan>,
        /// What the file is.
        stamp: Stamp,
    },
    /// Somebody else wrote something that is no plan.
    NoPlanOfTheirs {
        /// The file.
        path: PathBuf,
    },
    /// What earlier sessions left unsaved.
    Unsaved(Vec<Arc<super::Unsaved>>),
    /// The kept versions of the open file, the newest first.
    Versions(Vec<Version>),
    /// A kept version was read.
    VersionRead {
        /// When it was saved.
        at: Timestamp,
        /// What is known of it, or why it cannot be read.
        facts: Result<Arc<VersionFacts>, Failure>,
    },
    /// A hall of a kept version was drawn.
    VersionDrawn {
        /// What was drawn.
        seen: Seen,
        /// Its picture, where it could be made.
        picture: Option<Arc<Picture>>,
    },
    /// A kept version was read to be opened.
    VersionOpened {
        /// When it was saved.
        at: Timestamp,
        /// The plan, and what it goes on without.
        restored: Box<Restored>,
        /// What a session derives from it.
        derived: Box<Derived>,
    },
    /// Somebody else wrote the file; it was left alone.
    ChangedOutside {
        /// The file.
        path: PathBuf,
    },
    /// A picture or drawing was read.
    Map(Box<MapRead>),
    /// A logo was read.
    Logo {
        /// Whose it becomes.
        exhibitor: ExhibitorId,
        /// The logo.
        logo: Logo,
        /// Its pixels.
        picture: Arc<Picture>,
    },
    /// Logos of the plan were read; one that cannot be read has no pixels.
    Logos(Vec<(EmbeddedFile, Option<Arc<Picture>>)>),
    /// The next revision of a map was read.
    Revision {
        /// Which map it replaces.
        map: MapId,
        /// The name of its file.
        name: String,
        /// Its bytes.
        file: EmbeddedFile,
        /// Which of its pages.
        page: u32,
        /// What is known of that page.
        head: Arc<MapHead>,
    },
    /// A page of a map of the plan was opened.
    MapOpened {
        /// The hash of the map's file.
        hash: String,
        /// Which of its pages.
        page: u32,
        /// What is known of it, or why nothing is.
        head: Result<Arc<MapHead>, ReadError>,
    },
    /// The shapes and texts of a map.
    Shapes {
        /// Which map.
        id: MapId,
        /// The map as it was.
        map: Box<HallMap>,
        /// What it holds; none where it is a picture.
        drawn: Option<Arc<DrawnHall>>,
    },
    /// What would come of a drawing.
    Proposed(Box<(super::drawn::Basis, crate::import::Proposal)>),
    /// A list was read.
    List {
        /// Its file.
        path: PathBuf,
        /// Its sheets.
        workbook: Arc<Workbook>,
    },
    /// The stand list was laid out.
    StandList {
        /// Made of this.
        options: StandListOptions,
        /// Its pages.
        document: Arc<Document>,
    },
    /// The printers of the system.
    Printers(Vec<Printer>),
    /// A file was written.
    Exported {
        /// Here.
        path: PathBuf,
        /// Characters that no font of this computer has.
        missing: String,
    },
    /// The list of renumbered booths was written.
    RenumberedListed {
        /// Here.
        path: PathBuf,
        /// Characters that no font of this computer has.
        missing: String,
        /// Of this plan: its numbers are known now.
        plan: Box<Plan>,
    },
    /// What became of the list at the printer.
    Printed(print::Outcome),
    /// There is no printer; the list was opened as a file instead.
    NoPrinter,
}

/// Why a job failed.
#[derive(Clone, Debug)]
pub enum Failure {
    /// A file could not be read or written.
    Store(StoreError),
    /// A plan file is wrong.
    File(PathBuf, FileError),
    /// A stranger's file gave nothing.
    Read(PathBuf, ReadError),
    /// The picture under a hall cannot be drawn.
    Picture {
        /// The hall's name.
        hall: String,
        /// The picture's name; empty where it has none.
        picture: String,
        /// What is wrong with it.
        error: ReadError,
    },
    /// A logo on a booth cannot be drawn.
    Logo {
        /// Whose logo.
        exhibitor: String,
        /// What is wrong with it.
        error: ReadError,
    },
    /// There is nothing on the clipboard that could be a map.
    NoPictureOnClipboard,
    /// The printer did not take it.
    Print(PrintError),
    /// Pages or a drawing could not be made: what the writer said.
    Export(PathBuf, String),
    /// The format holds one hall, and the show has several.
    WhichHall(PathBuf),
    /// The ending of the file's name is none that is known.
    Ending(PathBuf),
    /// The work failed for a reason that the program does not know.
    Unknown,
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}
