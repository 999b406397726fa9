//! A list of exhibitors, row by row.

use super::cells::{commas_separate, split_categories, split_numbers};
use super::columns::{ColumnRole, Columns};
use super::words::{is_sheet_error, plain, says_nothing, status, tidy};
use crate::plan::{Number, Status, same_name};
use crate::reader::Row;
use std::collections::{BTreeMap, BTreeSet};

/// One exhibitor of a list. Rows of the same name and country are one; so is a row without a country with the only other row of
/// its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExhibitorRow {
    /// Line of its first row.
    pub line: u32,
    /// Never empty.
    pub name: String,
    /// Empty where the list says none.
    pub country: String,
    /// In the list's order.
    pub categories: Vec<String>,
    /// The booths that it has, in the list's order.
    pub numbers: Vec<String>,
    /// Empty where the list says none.
    pub website: String,
    /// All contacts, separated by commas.
    pub contact: String,
    /// All notes, one a line.
    pub note: String,
    /// How far its booking has come, where the list says so.
    pub status: Option<Status>,
}

/// What a list holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExhibitorTable {
    /// The exhibitors in the list's order.
    pub rows: Vec<ExhibitorRow>,
    /// What a person should know, in the list's order.
    pub problems: Vec<RowProblem>,
    /// Rows of the list that hold anything, the titles aside.
    pub read: usize,
}

/// Something about one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowProblem {
    /// Line in the file.
    pub line: u32,
    /// What it is.
    pub kind: RowProblemKind,
}

/// What can be said about a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowProblemKind {
    /// It names nobody, and is left out.
    NoName,
    /// Its name and country stood on an earlier line: the two are one exhibitor.
    SameAs {
        /// The earlier line.
        line: u32,
    },
    /// What stands for a booth's number cannot be one.
    NotANumber {
        /// What stands there.
        text: String,
    },
    /// What stands for a status is none that is known.
    UnknownStatus {
        /// What stands there.
        text: String,
    },
}

/// Reads the exhibitors of a list. `is_known` says whether the show has a booth of that number: see
/// [`split_numbers`](super::split_numbers).
#[must_use]
pub fn exhibitors(rows: &[Row], columns: &Columns, is_known: impl Fn(&str) -> bool) -> ExhibitorTable {
    let (titles, data) = match columns.header() {
        Some(header) => (rows.get(header), rows.get(header + 1..).unwrap_or_default()),
        None => (None, rows),
    };
    let comma_columns: Vec<usize> = columns
        .having(ColumnRole::Category)
        .filter(|column| commas_separate(data.iter().filter_map(|row| row.cells.get(*column)).map(String::as_str)))
        .collect();
    let mut reading = Reading { columns, comma_columns, is_known, table: ExhibitorTable::default(), first: BTreeMap::new() };
    for row in data {
        // Long lists repeat their titles on every page.
        if titles.is_none_or(|titles| !are_same_cells(titles, row)) {
            reading.take(row);
        }
    }
    join_those_without_country(&mut reading.table);
    reading.table
}

/// Joins an exhibitor of whom no country is said with the only other one of its name.
fn join_those_without_country(table: &mut ExhibitorTable) {
    let mut named = BTreeMap::<String, Vec<usize>>::new();
    for (index, row) in table.rows.iter().enumerate() {
        named.entry(same_name(&row.name)).or_default().push(index);
    }
    let pairs = named.values().filter_map(|indices| <[usize; 2]>::try_from(indices.as_slice()).ok());
    let is_unsaid = |index: usize| table.rows.get(index).is_some_and(|row| row.country.is_empty());
    let mut pairs: Vec<[usize; 2]> = pairs.filter(|[first, second]| is_unsaid(*first) || is_unsaid(*second)).collect();
    // From the end, so that the places of those still to be joined stay.
    pairs.sort_unstable_by_key(|[_, second]| std::cmp::Reverse(*second));
    for [first, second] in pairs {
        let again = table.rows.remove(second);
        if let Some(earlier) = table.rows.get_mut(first) {
            let kind = RowProblemKind::SameAs { line: earlier.line };
            table.problems.push(RowProblem { line: again.line, kind });
            if earlier.country.is_empty() {
                earlier.country.clone_from(&again.country);
            }
            join(earlier, again);
        }
    }
    table.problems.sort_by_key(|problem| problem.line);
}

fn are_same_cells(titles: &Row, row: &Row) -> bool {
    titles.cells.len() == row.cells.len() && titles.cells.iter().zip(&row.cells).all(|(title, cell)| plain(title) == plain(cell))
}

struct Reading<'a, F> {
    columns: &'a Columns,
    /// The columns of categories in which commas separate.
    comma_columns: Vec<usize>,
    is_known: F,
    table: ExhibitorTable,
    /// Where each name and country stands in the table.
    first: BTreeMap<(String, String), usize>,
}

impl<F: Fn(&str) -> bool> Reading<'_, F> {
    fn take(&mut self, row: &Row) {
        self.table.read += 1;
        let name = self.only(row, ColumnRole::Name);
        if name.is_empty() {
            self.tell(row, RowProblemKind::NoName);
            return;
        }
        let exhibitor = ExhibitorRow {
            line: row.line,
            country: self.only(row, ColumnRole::Country),
            categories: self.categories(row),
            numbers: self.numbers(row),
            website: self.only(row, ColumnRole::Website),
            contact: self.all(row, ColumnRole::Contact).join(", "),
            note: self.all(row, ColumnRole::Note).join("\n"),
            status: self.status(row),
            name,
        };
        let key = (same_name(&exhibitor.name), same_name(&exhibitor.country));
        match self.first.get(&key).and_then(|index| self.table.rows.get_mut(*index)) {
            Some(earlier) => {
                let line = earlier.line;
                join(earlier, exhibitor);
                self.tell(row, RowProblemKind::SameAs { line });
            }
            None => {
                self.first.insert(key, self.table.rows.len());
                self.table.rows.push(exhibitor);
            }
        }
    }

    fn tell(&mut self, row: &Row, kind: RowProblemKind) {
        self.table.problems.push(RowProblem { line: row.line, kind });
    }

    /// The full cells of a role, tidy; without those in which a formula failed.
    fn all(&self, row: &Row, role: ColumnRole) -> Vec<String> {
        let cells = self.columns.having(role).filter_map(|column| row.cells.get(column));
        cells.map(|cell| tidy(cell)).filter(|cell| !cell.is_empty() && !is_sheet_error(cell)).collect()
    }

    fn only(&self, row: &Row, role: ColumnRole) -> String {
        self.all(row, role).into_iter().next().unwrap_or_default()
    }

    fn categories(&self, row: &Row) -> Vec<String> {
        let mut categories = Vec::<String>::new();
        let mut seen = BTreeSet::new();
        for column in self.columns.having(ColumnRole::Category) {
            let cell = row.cells.get(column).map(String::as_str).unwrap_or_default();
            for category in split_categories(cell, self.comma_columns.contains(&column)) {
                if seen.insert(same_name(&category)) {
                    categories.push(category);
                }
            }
        }
        categories
    }

    fn numbers(&mut self, row: &Row) -> Vec<String> {
        let cells: Vec<&String> = self.columns.having(ColumnRole::Number).filter_map(|column| row.cells.get(column)).collect();
        let split: Vec<String> = cells.into_iter().flat_map(|cell| split_numbers(cell, &self.is_known)).collect();
        let mut numbers = Vec::<String>::new();
        for text in split {
            if Number::new(&text).is_none() {
                self.tell(row, RowProblemKind::NotANumber { text });
            } else if !numbers.contains(&text) {
                numbers.push(text);
            }
        }
        numbers
    }

    fn status(&mut self, row: &Row) -> Option<Status> {
        let text = self.only(row, ColumnRole::Status);
        let found = status(&text);
        if found.is_none() && !says_nothing(&text) {
            self.tell(row, RowProblemKind::UnknownStatus { text });
        }
        found
    }
}

/// Adds to an exhibitor what another row of it says.
fn join(earlier: &mut ExhibitorRow, again: ExhibitorRow) {
    let add = |to: &mut Vec<String>, more: Vec<String>| {
        let mut seen: BTreeSet<String> = to.iter().map(|text| same_name(text)).collect();
        to.extend(more.into_iter().filter(|text| seen.insert(same_name(text))));
    };
    add(&mut earlier.categories, again.categories);
    add(&mut earlier.numbers, again.numbers);
    for (to, more, between) in [
        (&mut earlier.website, again.website, ", "),
        (&mut earlier.contact, again.contact, ", "),
        (&mut earlier.note, again.note, "\n"),
    ] {
        if to.is_empty() {
            *to = more;
        } else if !more.is_empty() && !to.contains(&more) {
            to.push_str(between);
            to.push_str(&more);
        }
    }
    earlier.status = earlier.status.or(again.status);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(lines: &[&str]) -> Vec<Row> {
        let row =
            |(index, line): (usize, &&str)| Row { line: index as u32 + 1, cells: line.split('|').map(str::to_owned).collect() };
        lines.iter().enumerate().map(row).collect()
    }

    fn read(lines: &[&str]) -> ExhibitorTable {
        let rows = rows(lines);
        exhibitors(&rows, &Columns::recognise(&rows), |_| false)
    }

    #[test]
    fn a_row_becomes_an_exhibitor_with_all_that_it_says() {
        let table = read(&[
            "Exposant|Pays|Catégorie|N° de stand|Site web|E-mail|Remarques|Statut",
            " Éditions  Élan |France|Livres; Presse|A1, A2|elan.example|a@elan.example|angle|Payé",
        ]);
        let expected = ExhibitorRow {
            line: 2,
            name: "Éditions Élan".into(),
            country: "France".into(),
            categories: vec!["Livres".into(), "Presse".into()],
            numbers: vec!["A1".into(), "A2".into()],
            website: "elan.example".into(),
            contact: "a@elan.example".into(),
            note: "angle".into(),
            status: Some(Status::Paid),
        };
        assert_eq!(table, ExhibitorTable { rows: vec![expected], problems: vec![], read: 1 });
    }

    #[test]
    fn rows_of_the_same_name_and_country_are_one_exhibitor() {
        let table = read(&["Name|Country|Stand", "Acme|France|A1", "ACME |france|A2", "Acme|Italy|A3", "Bravo||A4", "acme||A5"]);
        let found: Vec<(u32, &str, String)> =
            table.rows.iter().map(|row| (row.line, row.name.as_str(), row.numbers.join(" "))).collect();
        assert_eq!(
            found,
            [(2, "Acme", "A1 A2".into()), (4, "Acme", "A3".into()), (5, "Bravo", "A4".into()), (6, "acme", "A5".into())]
        );
        assert_eq!(table.problems, [RowProblem { line: 3, kind: RowProblemKind::SameAs { line: 2 } }]);
    }

    #[test]
    fn a_row_without_a_country_is_the_only_other_one_of_its_name() {
        let lines = ["Name|Country|Stand", "Acme||A1", "Bravo|Italy|A2", "Acme|France|A3", "Bravo||A4", "Bravo||A5"];
        let table = read(&lines);
        let found: Vec<(&str, &str, String)> =
            table.rows.iter().map(|row| (row.name.as_str(), row.country.as_str(), row.numbers.join(" "))).collect();
        assert_eq!(found, [("Acme", "France", "A1 A3".into()), ("Bravo", "Italy", "A2 A4 A5".into())]);
        let same_as = |line, earlier| RowProblem { line, kind: RowProblemKind::SameAs { line: earlier } };
        assert_eq!(table.problems, [same_as(4, 2), same_as(5, 3), same_as(6, 5)]);
    }

    #[test]
    fn what_cannot_be_used_is_told_and_the_rest_is_kept() {
        let long = "9".repeat(40);
        let table = read(&["Name|Stand|Statut", "|A1|", &format!("Acme|{long}|payé"), "Bravo|A2|peut-être", "#N/A|A3|"]);
        assert_eq!(table.rows.len(), 2);
        assert_eq!(
            table.problems,
            [
                RowProblem { line: 2, kind: RowProblemKind::NoName },
                RowProblem { line: 3, kind: RowProblemKind::NotANumber { text: long } },
                RowProblem { line: 4, kind: RowProblemKind::UnknownStatus { text: "peut-être".into() } },
                RowProblem { line: 5, kind: RowProblemKind::NoName },
            ]
        );
    }

    #[test]
    fn titles_that_come_again_on_the_next_page_are_no_exhibitor() {
        let table = read(&["Name|Stand", "Acme|A1", "Name|Stand", "Bravo|A2"]);
        assert_eq!(table.rows.len(), 2);
        assert_eq!(table.read, 2);
    }
}
