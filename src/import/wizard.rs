//! A list of exhibitors being read in: which of its sheets, and what its columns hold.

use std::sync::Arc;

use super::taking::take_in;
use super::{ColumnRole, Columns, Report, exhibitors};
use crate::edit::Edit;
use crate::plan::{Number, Plan};
use crate::reader::{Row, Workbook};

/// A list being read in.
#[derive(Clone, Debug)]
pub struct Wizard {
    file_name: String,
    workbook: Arc<Workbook>,
    sheet: usize,
    columns: Columns,
    /// The show as it was when the list was opened: its booths tell groups from numbers.
    show: Plan,
}

impl Wizard {
    /// Looks at the sheet that is most likely the list: one that is shown, has titles, and has the most rows; and finds out
    /// what its columns hold. The booths of the show tell a column of numbers on which many exhibitors share a booth from
    /// a column of groups.
    #[must_use]
    pub fn new(file_name: String, workbook: Arc<Workbook>, show: &Plan) -> Self {
        let recognised = workbook.sheets.iter().enumerate().map(|(at, sheet)| (at, sheet, Columns::recognise(&sheet.rows)));
        let likely = recognised
            .max_by_key(|(at, sheet, columns)| (!sheet.hidden, columns.header().is_some(), sheet.rows.len(), usize::MAX - at));
        let (sheet, columns) = likely.map_or_else(|| (0, Columns::recognise(&[])), |(at, _, columns)| (at, columns));
        let mut wizard = Self { file_name, workbook, sheet, columns: Columns::recognise(&[]), show: show.clone() };
        wizard.take_columns(columns);
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

    /// Whether some letters of the file could not be read and stand as "�".
    #[must_use]
    pub fn has_unreadable_letters(&self) -> bool {
        self.workbook.text.as_ref().is_some_and(|text| text.had_errors)
    }

    /// Which of its sheets is read, from 0.
    #[must_use]
    pub const fn sheet(&self) -> usize {
        self.sheet
    }

    /// Reads another sheet.
    pub fn set_sheet(&mut self, sheet: usize) {
        self.sheet = sheet;
        self.take_columns(Columns::recognise(self.rows()));
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
        self.take_columns(Columns::with_header(self.rows(), header));
    }

    fn take_columns(&mut self, mut columns: Columns) {
        columns.know_numbers(self.rows(), |text| has_booth(&self.show, text));
        self.columns = columns;
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
        let table = exhibitors(self.rows(), &self.columns, |text| has_booth(plan, text));
        take_in(plan, table)
    }
}

/// Whether the show has a booth of that number.
fn has_booth(plan: &Plan, text: &str) -> bool {
    Number::new(text).is_some_and(|number| plan.booth_numbered(&number).is_some())
}
