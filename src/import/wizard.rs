//! A list of exhibitors being read in: what its columns hold, what it would do, and the edit that does it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{ColumnRole, Columns, ExhibitorRow, RowProblem, exhibitors};
use crate::edit::{Edit, EditName, ExhibitorFields};
use crate::plan::{Exhibitor, ExhibitorId, Number, Plan, Role, Stage, Status};
use crate::reader::{Row, Workbook};

/// Why an exhibitor did not get a booth that the list names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotPlacedReason {
    /// The show has no booth of that number.
    NoSuchBooth,
    /// The booth is not for sale.
    Blocked,
}

/// A booth that the list names and that the exhibitor did not get.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotPlaced {
    /// Line of the list.
    pub line: u32,
    /// Who.
    pub exhibitor: String,
    /// Which number the list says.
    pub number: String,
    /// Why not.
    pub reason: NotPlacedReason,
}

/// What a list brings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Rows that hold anything.
    pub read: usize,
    /// Exhibitors that were not in the show.
    pub new: usize,
    /// Exhibitors of the show of whom the list says something new.
    pub changed: usize,
    /// Exhibitors of the show of whom it says nothing new.
    pub unchanged: usize,
    /// Exhibitors that get a booth.
    pub placed: usize,
    /// Booths that were named in vain.
    pub not_placed: Vec<NotPlaced>,
    /// What else should be known of single rows.
    pub problems: Vec<RowProblem>,
}

/// A list being read in.
#[derive(Clone, Debug)]
pub struct Wizard {
    file_name: String,
    workbook: Arc<Workbook>,
    sheet: usize,
    columns: Columns,
}

impl Wizard {
    /// Looks at the sheet that has the most rows, and finds out what its columns hold.
    #[must_use]
    pub fn new(file_name: String, workbook: Arc<Workbook>) -> Self {
        let largest =
            workbook.sheets.iter().enumerate().max_by_key(|(at, sheet)| (!sheet.hidden, sheet.rows.len(), usize::MAX - at));
        let sheet = largest.map_or(0, |(at, _)| at);
        let mut wizard = Self { file_name, workbook, sheet, columns: Columns::recognise(&[]) };
        wizard.set_sheet(sheet);
        wizard
    }

    /// The name of the list's file.
    #[must_use]
    pub fn file_name(&self) -> &str {
        &self.file_name
    }

    /// All that the file holds.
    #[must_use]
    pub fn workbook(&self) -> &Workbook {
        &self.workbook
    }

    /// Which of its sheets is read, from 0.
    #[must_use]
    pub const fn sheet(&self) -> usize {
        self.sheet
    }

    /// Reads another sheet.
    pub fn set_sheet(&mut self, sheet: usize) {
        self.sheet = sheet;
        self.columns = Columns::recognise(self.rows());
    }

    /// The rows of the sheet.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        self.workbook.sheets.get(self.sheet).map_or(&[], |sheet| &sheet.rows)
    }

    /// What the columns hold.
    #[must_use]
    pub const fn columns(&self) -> &Columns {
        &self.columns
    }

    /// Says by hand what a column holds.
    pub fn set_role(&mut self, column: usize, role: ColumnRole) {
        self.columns.set_role(column, role);
    }

    /// Says by hand which row holds the titles, or that none does.
    pub fn set_header(&mut self, header: Option<usize>) {
        self.columns = Columns::with_header(self.rows(), header);
    }

    /// Whether a column holds names: without one nothing can be read in.
    #[must_use]
    pub fn has_names(&self) -> bool {
        self.columns.having(ColumnRole::Name).next().is_some()
    }

    /// What reading it in would do.
    #[must_use]
    pub fn preview(&self, plan: &Plan) -> Report {
        self.finish(plan).1
    }

    /// The edit that reads it in, where there is anything to do, and what it brings.
    #[must_use]
    pub fn finish(&self, plan: &Plan) -> (Option<Edit>, Report) {
        let is_known = |text: &str| Number::new(text).is_some_and(|number| plan.booth_numbered(&number).is_some());
        let table = exhibitors(self.rows(), &self.columns, is_known);
        let mut report = Report { read: table.read, problems: table.problems, ..Report::default() };
        let mut edits = Vec::new();
        for row in &table.rows {
            take(plan, row, &mut report, &mut edits);
        }
        let count = report.new + report.changed;
        let edit = (!edits.is_empty()).then_some(Edit::Together(EditName::ImportExhibitors(count), edits));
        (edit, report)
    }
}

/// Says what one row does.
fn take(plan: &Plan, row: &ExhibitorRow, report: &mut Report, edits: &mut Vec<Edit>) {
    let known = known(plan, row);
    let mut booths = Vec::new();
    for text in &row.numbers {
        let number = Number::new(text);
        let booth = number.as_ref().and_then(|number| plan.booth_numbered(number));
        let reason = match booth {
            None => Some(NotPlacedReason::NoSuchBooth),
            Some(booth) if plan.status(booth) == Status::Blocked => Some(NotPlacedReason::Blocked),
            Some(_) => None,
        };
        match (reason, number) {
            (None, Some(number)) => booths.push(number),
            (reason, _) => report.not_placed.push(NotPlaced {
                line: row.line,
                exhibitor: row.name.clone(),
                number: text.clone(),
                reason: reason.unwrap_or(NotPlacedReason::NoSuchBooth),
            }),
        }
    }
    let mut fields = ExhibitorFields {
        name: row.name.clone(),
        country: row.country.clone(),
        categories: row.categories.clone(),
        contact: row.contact.clone(),
        note: [row.note.as_str(), &row.website].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n"),
    };
    let there: BTreeSet<_> = known.map(|(id, _)| plan.booths_of(id).into_iter().collect()).unwrap_or_default();
    let comes = booths.iter().any(|number| plan.booth_numbered(number).is_some_and(|booth| !there.contains(&booth)));
    if comes {
        report.placed += 1;
    }
    match known {
        None => report.new += 1,
        Some((id, exhibitor)) => {
            let learns_country = exhibitor.country.is_empty() && !fields.country.is_empty();
            if learns_country {
                edits.push(Edit::ChangeExhibitor(id, with_country(plan, exhibitor, &fields.country)));
            } else {
                fields.country.clone_from(&exhibitor.country);
            }
            if !comes && !learns_country && !says_more(plan, exhibitor, &fields) {
                report.unchanged += 1;
                return;
            }
            report.changed += 1;
        }
    }
    let stage = row.status.and_then(stage);
    edits.push(Edit::TakeIn { fields, booths, role: Role::Main, stage });
}

/// The exhibitor of the show that a row means: of its name and country; or of its name, where one of the two countries
/// is not known and nobody else has that name.
fn known<'p>(plan: &'p Plan, row: &ExhibitorRow) -> Option<(ExhibitorId, &'p Exhibitor)> {
    let same = plan.exhibitor_named(&row.name, &row.country);
    let id = same.or_else(|| {
        let mut named = plan.exhibitors_named(&row.name);
        let first = named.next().filter(|_| named.next().is_none())?;
        let unsaid = row.country.is_empty() || plan.get(first).is_some_and(|exhibitor| exhibitor.country.is_empty());
        unsaid.then_some(first)
    })?;
    Some((id, plan.get(id)?))
}

fn category_names(plan: &Plan, exhibitor: &Exhibitor) -> Vec<String> {
    exhibitor.categories.iter().filter_map(|id| plan.get(*id)).map(|category| category.name.clone()).collect()
}

fn with_country(plan: &Plan, exhibitor: &Exhibitor, country: &str) -> ExhibitorFields {
    ExhibitorFields {
        name: exhibitor.name.clone(),
        country: country.to_owned(),
        categories: category_names(plan, exhibitor),
        contact: exhibitor.contact.clone(),
        note: exhibitor.note.clone(),
    }
}

/// Whether the list says something of an exhibitor that the show does not know.
fn says_more(plan: &Plan, exhibitor: &Exhibitor, fields: &ExhibitorFields) -> bool {
    let has: BTreeSet<_> = category_names(plan, exhibitor).iter().map(|name| crate::plan::same_name(name)).collect();
    fields.categories.iter().any(|name| !has.contains(&crate::plan::same_name(name)))
        || (!fields.contact.is_empty() && fields.contact != exhibitor.contact)
        || (!fields.note.is_empty() && fields.note != exhibitor.note)
}

/// The stage that a status of a list means; nothing where it says that nobody has the booth.
pub(super) const fn stage(status: Status) -> Option<Stage> {
    match status {
        Status::Held => Some(Stage::Held { until: None }),
        Status::Reserved => Some(Stage::Reserved),
        Status::Contracted => Some(Stage::Contracted),
        Status::Paid => Some(Stage::Paid),
        Status::Available | Status::Blocked => None,
    }
}
