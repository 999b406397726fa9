//! Files opened, lists and drawings written: the jobs of the session, done at once.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::arguments::StandListAsked;
use super::{Problem, complain};
use crate::export::page::Paper;
use crate::file::FileError;
use crate::plan::{HallId, Plan, Show};
use crate::reader::{Cancel, Reader};
use crate::scene::ColourBy;
use crate::session::{Failure, Job, Outcome, StandListOptions, perform, words};
use crate::store::{Stamp, StoreError};
use crate::text::{Texts, args};

/// A plan that was opened.
pub(super) struct Opened {
    pub(super) plan: Plan,
    /// What its file was; nothing for a new show.
    pub(super) stamp: Option<Stamp>,
}

/// Opens the plan of a file.
pub(super) fn open(file: &Path, texts: &Texts) -> Result<Opened, Problem> {
    let job = Job::ReadPlan { path: file.to_owned(), shown: None, even_damaged: false, data: None };
    match perform_now(job, &Plan::default(), texts)? {
        Outcome::Plan { plan, stamp, .. } => Ok(Opened { plan: *plan, stamp: Some(stamp) }),
        _ => Err(stopped(texts)),
    }
}

/// Opens the plan of a file, or makes a new show for `-`, which is named after the file that it will have.
pub(super) fn open_or_new(file: &Path, out: &Path, texts: &Texts) -> Result<Opened, Problem> {
    if file != Path::new("-") {
        return open(file, texts);
    }
    let name = out.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Opened { plan: Plan::new(Show { name, ..Show::default() }), stamp: None })
}

/// Saves a plan; a file that somebody else has changed since it was opened is left alone.
pub(super) fn save(plan: Plan, out: PathBuf, expected: Option<Stamp>, texts: &Texts) -> Result<(), Problem> {
    let job = Job::SavePlan { path: out, plan, position: 0, expected, kept: None };
    match perform_now(job, &Plan::default(), texts)? {
        Outcome::ChangedOutside { path } => {
            Err(Problem::failed(texts.cli_changed_outside(args::CliChangedOutside { file: &path.to_string_lossy() })))
        }
        _ => Ok(()),
    }
}

pub(super) fn stand_list(asked: StandListAsked, texts: &Arc<Texts>) -> Result<String, Problem> {
    let plan = open(&asked.file, texts)?.plan;
    let hall = hall_named(&plan, asked.hall.as_deref(), texts)?;
    let options = StandListOptions { sort: asked.sort, hall, paper: asked.paper };
    let texts_of_list = Arc::clone(texts);
    let job = Job::ExportStandList { plan: plan.clone(), options, texts: texts_of_list, format: asked.format, path: asked.out };
    perform_now(job, &plan, texts).map(|outcome| written(outcome, texts))
}

pub(super) fn export(
    file: &Path,
    hall: Option<&str>,
    colour_by: ColourBy,
    path: PathBuf,
    texts: &Arc<Texts>,
) -> Result<String, Problem> {
    let plan = open(file, texts)?.plan;
    if plan.halls().is_empty() {
        return Err(Problem::failed(texts.cli_no_hall(args::CliNoHall { file: &file.to_string_lossy() })));
    }
    let hall = hall_named(&plan, hall, texts)?;
    let (paper, texts_of_plan) = (Paper::default(), Arc::clone(texts));
    let job = Job::ExportHalls { plan: plan.clone(), hall, texts: texts_of_plan, path, paper, colour_by };
    perform_now(job, &plan, texts).map(|outcome| written(outcome, texts))
}

/// Says where a file was written. What should be known besides goes to the standard error.
pub(super) fn written(outcome: Outcome, texts: &Texts) -> String {
    let Outcome::Exported { path, missing } = outcome else { return String::new() };
    let file = &path.to_string_lossy();
    if !missing.is_empty() {
        complain(&texts.saved_without_letters(args::SavedWithoutLetters { file, letters: &missing }));
    }
    texts.exported_as(args::ExportedAs { file }) + "\n"
}

fn hall_named(plan: &Plan, name: Option<&str>, texts: &Texts) -> Result<Option<HallId>, Problem> {
    let Some(hall) = name else { return Ok(None) };
    let found = plan.hall_named(hall);
    let unknown = || texts.cli_unknown_hall(args::CliUnknownHall { hall, halls: &halls(plan, texts) });
    found.map(Some).ok_or_else(|| Problem::wrong_use(unknown()))
}

fn halls(plan: &Plan, texts: &Texts) -> String {
    let names: Vec<String> = plan.halls().values().map(|hall| hall.name.clone()).collect();
    texts.enumeration(&names)
}

/// Does a job at once. `plan` is what its failure is told about.
pub(super) fn perform_now(job: Job, plan: &Plan, texts: &Texts) -> Result<Outcome, Problem> {
    // Without a path to itself the program cannot start its worker, and says so when it has to.
    let reader = Reader::new(std::env::current_exe().unwrap_or_default());
    match perform(0, job, &reader, &Cancel::new()).outcome {
        Outcome::Failed(failure) => Err(problem(&failure, plan, texts)),
        Outcome::Cancelled => Err(stopped(texts)),
        outcome => Ok(outcome),
    }
}

pub(super) fn stopped(texts: &Texts) -> Problem {
    Problem::failed(texts.cli_stopped())
}

fn problem(failure: &Failure, plan: &Plan, texts: &Texts) -> Problem {
    let (title, reason) = words::failure(texts, failure, plan);
    match failure {
        Failure::Store(error) => {
            // A name alone says nothing about the folder that it was looked for in.
            let path = std::path::absolute(&error.path).unwrap_or_else(|_| error.path.clone());
            Problem::failed(texts.store_error(&StoreError { path, ..error.clone() }))
        }
        Failure::WhichHall(path) => {
            let (file, halls) = (&path.to_string_lossy(), &halls(plan, texts));
            Problem::wrong_use(texts.cli_which_hall(args::CliWhichHall { file, halls }))
        }
        Failure::Ending(_) => Problem::wrong_use(reason),
        Failure::Unknown => Problem::failed(format!("{title}. {reason}")),
        Failure::File(path, FileError::NotAPlan) => {
            Problem::failed(texts.cli_not_a_plan(args::CliNotAPlan { file: &path.to_string_lossy() }))
        }
        Failure::File(_, FileError::Empty | FileError::NewerVersion { .. }) => Problem::failed(reason),
        Failure::File(path, _) => {
            let hint = texts.cli_repair_hint(args::CliRepairHint { file: &path.to_string_lossy() });
            Problem::failed(format!("{reason} ({hint})"))
        }
        // These say by themselves which file they speak of.
        Failure::Read(..) => Problem::failed(reason),
        Failure::NoPictureOnClipboard
        | Failure::Print(_)
        | Failure::Export(..)
        | Failure::Picture { .. }
        | Failure::Logo { .. } => Problem::failed(format!("{title}. {reason}")),
    }
}
