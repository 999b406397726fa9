//! How jobs are done, on whatever thread.

use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use jiff::{Timestamp, ZonedDateTime};

use super::job::{Derived, Done, Failure, Job, Kept, MapRead, Outcome};
use super::job_halls::Look;
use super::stand_list::{StandListFormat, StandListOptions};
use crate::edit::Earlier;
use crate::export::page::Document;
use crate::export::print::{self, PrintError};
use crate::file::journal;
use crate::file::salvage::salvage;
use crate::lists::StandList;
use crate::plan::{EmbeddedFile, Plan};
use crate::reader::{Cancel, MapSource, ReadError, Reader};
use crate::store::{self, file_name};
use crate::text::{Collation, Texts};

/// How long a printer is waited for.
const PRINTER_PATIENCE: Duration = Duration::from_secs(60);

/// More bytes than the text of the steps has that led to a plan.
const MOST_STEP_BYTES: u64 = 2 << 20;

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
fn keep_version(path: &Path, plan: &Plan, text: &str, Kept { data, steps, texts }: &Kept) {
    let versions = store::Versions::of(path, data);
    let embedded: Vec<_> = plan.embedded_files().map(|file| (file.hash(), file.bytes().as_ref())).collect();
    versions.keep(&crate::file::write_without_files(plan), &embedded, Timestamp::now()).ok();
    let steps = steps.iter().map(|step| Earlier { words: texts.edit_name(&step.name), change: step.change.clone(), at: step.at });
    versions.keep_steps(&journal::write_steps(plan, text.as_bytes(), steps)).ok();
}

fn try_perform(job: Job, reader: &Reader, cancel: &Cancel) -> Result<Outcome, Failure> {
    match job {
        Job::ReadPlan { path, shown, even_damaged, data } => {
            let stamp = store::stamp(&path)?;
            let bytes = store::read_file(&path, crate::file::MOST_BYTES)?;
            let derived = |plan: &Plan| shown.map(|shown| Box::new(Derived::of(plan, shown)));
            match crate::file::read_bytes(&bytes) {
                Ok(plan) => {
                    let kept = data.and_then(|data| store::Versions::of(&path, &data).steps(MOST_STEP_BYTES).ok());
                    let earlier = kept.map(|steps| journal::read_steps(&plan, &bytes, &steps)).unwrap_or_default();
                    drop(bytes);
                    Ok(Outcome::Plan { derived: derived(&plan), plan: Box::new(plan), path, earlier, stamp })
                }
                Err(error) => match even_damaged.then(|| salvage(&bytes)).flatten() {
                    Some(left) => Ok(Outcome::Salvaged { derived: derived(&left.plan), salvaged: Box::new(left), path }),
                    None => Err(Failure::File(path, error)),
                },
            }
        }
        Job::SavePlan { path, plan, position, expected, kept } => {
            if let Some(expected) = expected
                && store::stamp(&path).is_ok_and(|stamp| stamp != expected)
            {
                return Ok(Outcome::ChangedOutside { path });
            }
            let text = crate::file::write(&plan);
            let stamp = store::save(&path, text.as_bytes())?;
            let hash = journal::text_hash(text.as_bytes());
            if let Some(kept) = &kept {
                keep_version(&path, &plan, &text, kept);
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
        Job::ListVersions(versions) => Ok(Outcome::Versions(versions.list())),
        Job::ReadVersion { versions, version, present, texts } => {
            Ok(super::versions::facts(&versions, &version, &present, &texts))
        }
        Job::DrawVersion { versions, version, present, seen, texts } => {
            super::versions::draw((&versions, &version), &present, seen, &texts, reader, cancel)
        }
        Job::OpenVersion { versions, version, shown } => super::versions::open(&versions, &version, shown),
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
            let source = map_source(&file, page.unwrap_or_default());
            let head = Arc::new(reader.map(&source, cancel).map_err(|error| Failure::Read(path.clone(), error))?);
            Ok(Outcome::Map(Box::new(MapRead { name: file_name(&path), file, page, head, at, in_front })))
        }
        Job::ReadPage(mut map) => {
            let source = map_source(&map.file, map.page.unwrap_or_default());
            let failed = |error| Failure::Read(PathBuf::from(&map.name), error);
            map.head = Arc::new(reader.map(&source, cancel).map_err(failed)?);
            Ok(Outcome::Map(map))
        }
        Job::PasteMap { name, at } => {
            let failed = |error| Failure::Read(PathBuf::from(&name), error);
            let bytes = reader.clipboard(cancel).map_err(failed)?.ok_or(Failure::NoPictureOnClipboard)?;
            let file = EmbeddedFile::new(bytes);
            let head = reader.map(&map_source(&file, 0), cancel).map_err(failed)?;
            Ok(Outcome::Map(Box::new(MapRead { name, file, page: Some(0), head: Arc::new(head), at, in_front: false })))
        }
        Job::OpenMap { file, page } => {
            let head = reader.map(&map_source(&file, page), cancel).map(Arc::new);
            Ok(Outcome::MapOpened { hash: file.hash(), page, head })
        }
        Job::ReadLogo { path, exhibitor } => super::logos::read(path, exhibitor, reader, cancel),
        Job::ShowLogos(files) => Ok(super::logos::show(files, reader, cancel)),
        Job::FindShapes { id, map, hall } => super::drawn::find_shapes(id, map, hall, reader, cancel),
        Job::Propose { drawn, basis, plan, hall } => {
            let proposal = crate::import::propose(&drawn, &basis.1, &plan, hall);
            Ok(Outcome::Proposed(Box::new((*basis, proposal))))
        }
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
        Job::ExportDifferences { before, after, names, texts, path, paper } => {
            let states = crate::scene::TwoStates::new(&before, &after);
            let missing = super::job_halls::export_differences(&states, &names, (&texts, paper), &path, reader, cancel)?;
            Ok(Outcome::Exported { path, missing })
        }
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
