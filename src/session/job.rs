//! Work that takes a while: files read and written, lists laid out, printed. A job is data, [`perform`] does it, on
//! whatever thread, and what comes of it is data again.

use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use jiff::{Timestamp, ZonedDateTime};

use super::Directory;
use super::job_halls::Look;
use crate::export::page::{Document, Paper};
use crate::export::print::{self, PrintError, Printer};
use crate::file::FileError;
use crate::geometry::{Point, Units};
use crate::import::DrawnHall;
use crate::index::Index;
use crate::lists::{Sort, StandList};
use crate::plan::{EmbeddedFile, ExhibitorId, HallId, HallMap, Logo, MapId, Plan};
use crate::reader::{Cancel, MapHead, MapSource, Picture, ReadError, Reader, Workbook};
use crate::scene::{ColourBy, Tally};
use crate::store::{self, Stamp, StoreError, file_name};
use crate::text::{Collation, Language, Texts};

/// How long a printer is waited for.
const PRINTER_PATIENCE: Duration = Duration::from_secs(60);

/// What files of maps end in.
pub const MAP_ENDINGS: &[&str] = &["pdf", "dwg", "dxf", "svg", "svgz", "png", "jpg", "jpeg", "webp", "gif", "tif", "tiff", "bmp"];

/// What the stand list is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StandListOptions {
    /// By name or by number.
    pub sort: Sort,
    /// One hall, or all.
    pub hall: Option<HallId>,
    /// The paper.
    pub paper: Paper,
}

/// What the stand list is written as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StandListFormat {
    /// Pages.
    #[default]
    Pdf,
    /// Rows.
    Csv,
}

/// The stand list before it is printed.
#[derive(Clone, Debug)]
pub struct StandListDialog {
    /// What it is made of.
    pub options: StandListOptions,
    /// What the button for a file writes.
    pub format: StandListFormat,
    /// Where it is printed; none chosen yet, or none there.
    pub printer: Option<String>,
    /// How many times.
    pub copies: u32,
    /// The page in view, from 0.
    pub page: usize,
    /// The printers of the system; `None` until they are known.
    pub printers: Option<Vec<Printer>>,
    /// The pages, once they are laid out.
    pub document: Option<Arc<Document>>,
}

impl StandListDialog {
    pub(super) const fn new(options: StandListOptions) -> Self {
        Self { options, format: StandListFormat::Pdf, printer: None, copies: 1, page: 0, printers: None, document: None }
    }

    pub(super) fn show(&mut self, document: Arc<Document>) {
        self.page = self.page.min(document.pages.len().saturating_sub(1));
        self.document = Some(document);
    }

    pub(super) fn set_printers(&mut self, printers: Vec<Printer>) {
        let chosen = printers.iter().find(|printer| printer.is_default).or(printers.first());
        self.printer = self.printer.take().or_else(|| chosen.map(|printer| printer.name.clone()));
        self.printers = Some(printers);
    }
}

/// A file that the user is to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileQuestion {
    /// A plan to open.
    OpenPlan,
    /// Where the plan is saved.
    SavePlan {
        /// A name for it.
        suggested: String,
    },
    /// A picture or drawing to put under the hall.
    OpenMap,
    /// The next revision of a map.
    ReplaceMap(MapId),
    /// A picture to put on the plan.
    OpenPicture,
    /// The picture that becomes the logo of an exhibitor.
    OpenLogo(ExhibitorId),
    /// A list of exhibitors.
    OpenList,
    /// Where the stand list is written.
    ExportStandList {
        /// A name for it.
        suggested: String,
        /// As what.
        format: StandListFormat,
    },
    /// Where the list of renumbered booths is written; the ending says as what.
    ExportRenumbered {
        /// A name for it.
        suggested: String,
    },
    /// Where the drawing of the halls is written; the ending says as what.
    ExportHalls {
        /// A name for it.
        suggested: String,
    },
}

impl FileQuestion {
    /// Whether a new file is named, rather than one that is there chosen.
    #[must_use]
    pub const fn is_saving(&self) -> bool {
        match self {
            Self::SavePlan { .. } | Self::ExportStandList { .. } | Self::ExportRenumbered { .. } | Self::ExportHalls { .. } => {
                true
            }
            Self::OpenPlan | Self::OpenMap | Self::ReplaceMap(_) | Self::OpenPicture | Self::OpenLogo(_) | Self::OpenList => {
                false
            }
        }
    }

    /// The endings that fit, the usual one first.
    #[must_use]
    pub const fn endings(&self) -> &'static [&'static str] {
        match self {
            Self::OpenPlan | Self::SavePlan { .. } => &[super::files::EXTENSION],
            Self::OpenMap | Self::ReplaceMap(_) | Self::OpenPicture => MAP_ENDINGS,
            Self::OpenLogo(_) => &["png", "jpg", "jpeg", "webp", "gif", "tif", "tiff", "bmp"],
            Self::OpenList => &["csv", "xlsx", "ods", "txt", "tsv", "xls"],
            Self::ExportStandList { format: StandListFormat::Pdf, .. } => &["pdf"],
            Self::ExportStandList { format: StandListFormat::Csv, .. } => &["csv"],
            Self::ExportRenumbered { .. } => &["pdf", "csv"],
            Self::ExportHalls { .. } => &["pdf", "svg", "png", "dxf"],
        }
    }

    /// A name for a new file.
    #[must_use]
    pub fn suggested(&self) -> &str {
        match self {
            Self::SavePlan { suggested }
            | Self::ExportStandList { suggested, .. }
            | Self::ExportRenumbered { suggested }
            | Self::ExportHalls { suggested } => suggested,
            Self::OpenPlan | Self::OpenMap | Self::ReplaceMap(_) | Self::OpenPicture | Self::OpenLogo(_) | Self::OpenList => "",
        }
    }
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
        /// Where the program keeps its data: the saved version goes there too.
        data: Option<PathBuf>,
        /// What the file was when it was last read or written; nothing where it may be whatever it is.
        expected: Option<Stamp>,
    },
    /// A picture or drawing is read to be put under a hall.
    ReadMap {
        /// Its file.
        path: PathBuf,
        /// Which page of it, from 0.
        page: u32,
        /// Where it was dropped.
        at: Option<Point>,
        /// Whether it goes over the booths.
        in_front: bool,
    },
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
        /// What the file was.
        stamp: Stamp,
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
    /// Somebody else wrote the file; it was left alone.
    ChangedOutside {
        /// The file.
        path: PathBuf,
    },
    /// A picture or drawing was read.
    Map {
        /// The name of its file.
        name: String,
        /// Its bytes.
        file: EmbeddedFile,
        /// What is known of its first page.
        head: Arc<MapHead>,
        /// Where it was dropped.
        at: Option<Point>,
        /// Whether it goes over the booths.
        in_front: bool,
    },
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

/// Does a job.
#[must_use]
pub fn perform(id: u64, job: Job, reader: &Reader, cancel: &Cancel) -> Done {
    // Whatever goes wrong in the work must not take the window along.
    let done = std::panic::catch_unwind(AssertUnwindSafe(|| try_perform(job, reader, cancel)));
    let outcome = done.unwrap_or(Err(Failure::Unknown)).unwrap_or_else(|failure| match failure {
        Failure::Read(_, ReadError::Cancelled)
        | Failure::Picture { error: ReadError::Cancelled, .. }
        | Failure::Logo { error: ReadError::Cancelled, .. } => Outcome::Cancelled,
        failure => Outcome::Failed(failure),
    });
    Done {
        id,
        outcome: if cancel.is_cancelled() && !matches!(outcome, Outcome::Saved { .. }) { Outcome::Cancelled } else { outcome },
    }
}

/// Keeps what was saved among the versions of its file. Where that fails the file itself is saved all the same.
fn keep_version(path: &Path, plan: &Plan, data: &Path) {
    let versions = store::Versions::of(path, data);
    let embedded: Vec<_> = plan.embedded_files().map(|file| (file.hash(), file.bytes().as_ref())).collect();
    versions.keep(&crate::file::write_without_files(plan), &embedded, Timestamp::now()).ok();
}

fn try_perform(job: Job, reader: &Reader, cancel: &Cancel) -> Result<Outcome, Failure> {
    match job {
        Job::ReadPlan { path, shown } => {
            let stamp = store::stamp(&path)?;
            let bytes = store::read_file(&path, crate::file::MOST_BYTES)?;
            let plan = crate::file::read_bytes(&bytes).map_err(|error| Failure::File(path.clone(), error))?;
            drop(bytes);
            let derived = shown.map(|shown| Box::new(Derived::of(&plan, shown)));
            Ok(Outcome::Plan { path, plan: Box::new(plan), derived, stamp })
        }
        Job::SavePlan { path, plan, position, expected, data } => {
            if let Some(expected) = expected
                && store::stamp(&path).is_ok_and(|stamp| stamp != expected)
            {
                return Ok(Outcome::ChangedOutside { path });
            }
            let text = crate::file::write(&plan);
            let stamp = store::save(&path, text.as_bytes())?;
            let hash = crate::file::journal::text_hash(text.as_bytes());
            drop(text);
            if let Some(data) = &data {
                keep_version(&path, &plan, data);
            }
            Ok(Outcome::Saved { path, position, stamp, hash, plan: Box::new(plan) })
        }
        Job::ReadTheirs { path } => {
            let stamp = store::stamp(&path)?;
            let bytes = store::read_file(&path, crate::file::MOST_BYTES)?;
            Ok(match crate::file::read_bytes(&bytes) {
                Ok(plan) => Outcome::Theirs { path, plan: Box::new(plan), stamp },
                Err(_) => Outcome::NoPlanOfTheirs { path },
            })
        }
        Job::FindUnsaved { folder, tag } => Ok(Outcome::Unsaved(super::Unsaved::find(&folder, tag))),
        Job::ReadRevision { path, map, page, page_name } => {
            let file = EmbeddedFile::new(store::read_file(&path, crate::reader::limits::FILE_BYTES)?);
            let open = |page| reader.map(&map_source(&file, page), cancel).map_err(|error| Failure::Read(path.clone(), error));
            // The page of the same name, else the one at the same place, else the first.
            let first = open(0)?;
            let named =
                page_name.filter(|name| !name.is_empty()).and_then(|name| first.pages.iter().position(|page| *page == name));
            let named = named.and_then(|place| u32::try_from(place).ok());
            let page = named.unwrap_or(if (page as usize) < first.pages.len() { page } else { 0 });
            let head = Arc::new(if page == 0 { first } else { open(page)? });
            Ok(Outcome::Revision { map, name: file_name(&path), file, page, head })
        }
        Job::ReadMap { path, page, at, in_front } => {
            let file = EmbeddedFile::new(store::read_file(&path, crate::reader::limits::FILE_BYTES)?);
            let head = reader.map(&map_source(&file, page), cancel).map_err(|error| Failure::Read(path.clone(), error))?;
            Ok(Outcome::Map { name: file_name(&path), file, head: Arc::new(head), at, in_front })
        }
        Job::PasteMap { name, at } => {
            let failed = |error| Failure::Read(PathBuf::from(&name), error);
            let bytes = reader.clipboard(cancel).map_err(failed)?.ok_or(Failure::NoPictureOnClipboard)?;
            let file = EmbeddedFile::new(bytes);
            let head = reader.map(&map_source(&file, 0), cancel).map_err(failed)?;
            Ok(Outcome::Map { name, file, head: Arc::new(head), at, in_front: false })
        }
        Job::OpenMap { file, page } => {
            let head = reader.map(&map_source(&file, page), cancel).map(Arc::new);
            Ok(Outcome::MapOpened { hash: file.hash(), page, head })
        }
        Job::ReadLogo { path, exhibitor } => super::logos::read(path, exhibitor, reader, cancel),
        Job::ShowLogos(files) => Ok(super::logos::show(files, reader, cancel)),
        Job::FindShapes { id, map, hall } => super::drawn::find_shapes(id, map, hall, reader, cancel),
        Job::ReadList { path } => {
            let bytes = store::read_file(&path, crate::reader::limits::FILE_BYTES)?;
            let workbook =
                reader.sheets(&bytes, &file_name(&path), cancel).map_err(|error| Failure::Read(path.clone(), error))?;
            Ok(Outcome::List { path, workbook: Arc::new(workbook) })
        }
        Job::LayOutStandList { plan, options, texts } => {
            let document = Arc::new(lay_out(&plan, options, &texts));
            Ok(Outcome::StandList { options, document })
        }
        Job::ExportStandList { plan, options, texts, format, path } => {
            let (bytes, missing) = match format {
                StandListFormat::Pdf => pdf(&plan, options, &texts, &path)?,
                StandListFormat::Csv => {
                    (crate::export::stand_list_csv::write(&stand_list(&plan, options, &texts), &texts), String::new())
                }
            };
            store::overwrite(&path, &bytes)?;
            Ok(Outcome::Exported { path, missing })
        }
        Job::ExportRenumbered { before, plan, texts, paper, path } => {
            let list = crate::lists::RenumberedList::build(&before, &plan);
            let (bytes, missing) = if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv")) {
                (crate::export::renumbered_csv::write(&list, &texts), String::new())
            } else {
                let printed = ZonedDateTime::now().datetime();
                on_pages(&crate::export::renumbered_layout::lay_out(&list, &texts, paper, printed), &path)?
            };
            store::overwrite(&path, &bytes)?;
            Ok(Outcome::RenumberedListed { path, missing, plan: Box::new(plan) })
        }
        Job::PrintStandList { plan, options, texts, printer, copies } => {
            let folder = store::temporary_folder()?;
            let file = folder.join(format!("{}.pdf", plan.show().title().replace(['/', '\\'], " ")));
            let (bytes, _) = pdf(&plan, options, &texts, &file)?;
            store::overwrite(&file, &bytes)?;
            let title = plan.show().title();
            let job = print::Job { file: &file, title: &title, printer: printer.as_deref(), copies, paper: options.paper };
            match print::print(&job, PRINTER_PATIENCE) {
                Ok(end) => Ok(Outcome::Printed(end)),
                Err(PrintError::NoPrinter) => {
                    print::open_in_viewer(&file).map_err(Failure::Print)?;
                    Ok(Outcome::NoPrinter)
                }
                Err(error) => Err(Failure::Print(error)),
            }
        }
        Job::FindPrinters => Ok(Outcome::Printers(print::printers())),
        Job::ExportHalls { plan, hall, texts, path, paper, colour_by } => {
            let look = Look { texts: &texts, paper, colour_by };
            let missing = super::job_halls::export_halls(&plan, hall, look, &path, reader, cancel)?;
            Ok(Outcome::Exported { path, missing })
        }
    }
}

/// A page of a file of the plan, as the reader knows it.
#[must_use]
pub fn map_source(file: &EmbeddedFile, page: u32) -> MapSource {
    MapSource { hash: file.hash(), bytes: file.bytes().clone(), page }
}

fn stand_list(plan: &Plan, options: StandListOptions, texts: &Texts) -> StandList {
    StandList::build(plan, options.sort, options.hall, &Collation::new(texts.language()))
}

/// The pages of the stand list, printed now.
pub(crate) fn lay_out(plan: &Plan, options: StandListOptions, texts: &Texts) -> Document {
    let printed = ZonedDateTime::now().datetime();
    crate::export::stand_list_layout::lay_out(&stand_list(plan, options, texts), texts, options.paper, printed)
}

fn pdf(plan: &Plan, options: StandListOptions, texts: &Texts, path: &Path) -> Result<(Vec<u8>, String), Failure> {
    on_pages(&lay_out(plan, options, texts), path)
}

/// Pages as a PDF, and the characters that no font of this computer has.
fn on_pages(document: &Document, path: &Path) -> Result<(Vec<u8>, String), Failure> {
    let pdf = crate::export::page_pdf::write(document, crate::fonts::Shaper::new())
        .map_err(|error| Failure::Export(path.to_owned(), error.to_string()))?;
    Ok((pdf.bytes, pdf.missing.join(", ")))
}
