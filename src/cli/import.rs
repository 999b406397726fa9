//! Lists read into a show.

use std::hash::{BuildHasher as _, RandomState};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Problem;
use super::work::{Opened, open_or_new, perform_now, save};
use crate::edit::apply;
use crate::import::{BoothReport, BoothTable, ColumnRole, Report, Wizard, add_booths};
use crate::plan::{IdMint, Plan};
use crate::reader::Workbook;
use crate::session::{Job, Outcome};
use crate::text::{Texts, args};

/// Reads a list of exhibitors into a show, and says what that did.
pub(super) fn exhibitors(file: &Path, list: PathBuf, out: PathBuf, texts: &Texts) -> Result<String, Problem> {
    let opened = open_or_new(file, &out, texts)?;
    let workbook = workbook(list.clone(), texts)?;
    let wizard = Wizard::new(list.to_string_lossy().into_owned(), workbook, &opened.plan);
    if !wizard.has_names() {
        return Err(Problem::failed(texts.cli_no_names(args::CliNoNames { file: wizard.file_name() })));
    }
    let (edit, report) = wizard.finish(&opened.plan);
    let plan = match edit.map(|edit| apply(&opened.plan, &edit, &mut mint(&opened.plan))) {
        Some(Ok(outcome)) => outcome.plan,
        Some(Err(refusal)) => return Err(about(&list, &texts.refusal(&refusal, &opened.plan), texts)),
        None => opened.plan.clone(),
    };
    save_as(opened, plan, file, out, texts)?;
    Ok(told(&wizard, &report, texts))
}

/// Reads a list of booths into a hall of a show, and says what that did.
pub(super) fn booths(file: &Path, list: PathBuf, hall: &str, out: PathBuf, texts: &Texts) -> Result<String, Problem> {
    let opened = open_or_new(file, &out, texts)?;
    let workbook = workbook(list.clone(), texts)?;
    let rows = workbook.sheets.iter().find(|sheet| !sheet.hidden).or(workbook.sheets.first()).map(|sheet| sheet.rows.as_slice());
    let table = crate::import::booths(rows.unwrap_or_default());
    if !table.missing.is_empty() {
        return Err(about(&list, &texts.missing_columns(&table.missing), texts));
    }
    if let (true, Some(problem)) = (table.rows.is_empty(), table.problems.first()) {
        return Err(about(&list, &texts.booth_problem(problem), texts));
    }
    let (plan, report) = add_booths(&opened.plan, hall, &table, &mut mint(&opened.plan))
        .map_err(|refusal| about(&list, &texts.refusal(&refusal, &opened.plan), texts))?;
    let words = booths_told(&table, &report, &plan, texts);
    save_as(opened, plan, file, out, texts)?;
    Ok(words)
}

fn workbook(list: PathBuf, texts: &Texts) -> Result<Arc<Workbook>, Problem> {
    match perform_now(Job::ReadList { path: list }, &Plan::default(), texts)? {
        Outcome::List { workbook, .. } => Ok(workbook),
        _ => Err(Problem::failed(texts.cli_stopped())),
    }
}

/// Makes ids that differ from those of every other copy of the plan.
pub(super) fn mint(plan: &Plan) -> IdMint {
    #[expect(clippy::cast_possible_truncation, reason = "any 32 of the bits will do")]
    let tag = RandomState::new().hash_one(()) as u32;
    IdMint::new(tag, plan.largest_counter())
}

pub(super) fn save_as(opened: Opened, plan: Plan, file: &Path, out: PathBuf, texts: &Texts) -> Result<(), Problem> {
    let expected = opened.stamp.filter(|_| file == out);
    save(plan, out, expected, texts)
}

/// A sentence that does not name the list by itself.
pub(super) fn about(list: &Path, words: &str, texts: &Texts) -> Problem {
    Problem::failed(texts.cli_about_file(args::CliAboutFile { file: &list.to_string_lossy(), words }))
}

/// What a list of exhibitors was taken for, and what came of it, line by line.
fn told(wizard: &Wizard, report: &Report, texts: &Texts) -> String {
    let columns = wizard.columns();
    let used = (0..columns.len()).filter(|column| columns.role(*column) != ColumnRole::Ignored);
    let used = used.map(|column| {
        let title = columns.title(column);
        let title = if title.is_empty() { (column + 1).to_string() } else { title.to_owned() };
        format!("{title} → {}", texts.column_role(columns.role(column)))
    });
    let used = used.collect::<Vec<_>>().join(" · ");
    let mut lines = vec![
        texts.cli_columns(args::CliColumns { columns: &used }),
        texts.report_read(args::ReportRead { count: report.read }),
        texts.report_new(args::ReportNew { count: report.new }),
        texts.report_changed(args::ReportChanged { count: report.changed }),
        texts.report_unchanged(args::ReportUnchanged { count: report.unchanged }),
        texts.report_placed(args::ReportPlaced { count: report.placed }),
        texts.report_not_placed(args::ReportNotPlaced { count: report.not_placed.len() }),
        texts.report_without_number(args::ReportWithoutNumber { count: report.without_number }),
    ];
    lines.extend(wizard.has_unreadable_letters().then(|| texts.cli_unreadable_letters()));
    let mut notes: Vec<(u32, String)> = report.not_placed.iter().map(|not| (not.line, texts.not_placed(not))).collect();
    notes.extend(report.problems.iter().map(|problem| (problem.line, texts.row_problem(problem))));
    notes.sort_by_key(|(line, _)| *line);
    lines.extend(notes.into_iter().map(|(_, words)| words));
    lines.join("\n") + "\n"
}

/// What came of a list of booths, line by line.
fn booths_told(table: &BoothTable, report: &BoothReport, plan: &Plan, texts: &Texts) -> String {
    let mut lines = vec![
        texts.report_read(args::ReportRead { count: table.rows.len() + table.problems.len() }),
        texts.report_booths_added(args::ReportBoothsAdded { count: report.added }),
        texts.report_booths_filled(args::ReportBoothsFilled { count: report.placed }),
        texts.report_booths_left_out(args::ReportBoothsLeftOut { count: table.problems.len() + report.not_added.len() }),
    ];
    let mut notes: Vec<(u32, String)> =
        table.problems.iter().map(|problem| (problem.line, texts.booth_problem(problem))).collect();
    notes.extend(report.not_added.iter().map(|not| (not.line, texts.booth_not_added(not, plan))));
    notes.sort_by_key(|(line, _)| *line);
    lines.extend(notes.into_iter().map(|(_, words)| words));
    lines.join("\n") + "\n"
}
