//! What the columns of a list hold, and what is told about its lines.

use crate::import::{BoothColumn, BoothProblem, BoothProblemKind, ColumnRole, RowProblem, RowProblemKind};
use crate::plan::Number;
use crate::text::{Texts, args};

/// The words of lists that are read in.
impl Texts {
    /// What a column of a list of exhibitors holds, for a menu: "Booth numbers".
    #[must_use]
    pub fn column_role(&self, role: ColumnRole) -> String {
        match role {
            ColumnRole::Name => self.column_name(),
            ColumnRole::Number => self.column_number(),
            ColumnRole::Country => self.column_country(),
            ColumnRole::Category => self.column_category(),
            ColumnRole::Group => self.column_group(),
            ColumnRole::Website => self.column_website(),
            ColumnRole::Contact => self.column_contact(),
            ColumnRole::Note => self.column_note(),
            ColumnRole::Status => self.column_status(),
            ColumnRole::Ignored => self.column_ignored(),
        }
    }

    /// The title of a column of a list of booths, as the list may have it.
    #[must_use]
    pub fn booth_column(&self, column: BoothColumn) -> String {
        match column {
            BoothColumn::Number => self.booth_column_number(),
            BoothColumn::X => self.booth_column_x(),
            BoothColumn::Y => self.booth_column_y(),
            BoothColumn::Width => self.booth_column_width(),
            BoothColumn::Depth => self.booth_column_depth(),
            BoothColumn::Rotation => self.booth_column_rotation(),
            BoothColumn::Exhibitor => self.booth_column_exhibitor(),
            BoothColumn::Status => self.booth_column_status(),
            BoothColumn::Category => self.booth_column_category(),
        }
    }

    /// Why nothing of a list of booths was read: the columns that it lacks.
    #[must_use]
    pub fn missing_columns(&self, missing: &[BoothColumn]) -> String {
        let titles: Vec<String> = missing.iter().map(|column| self.booth_column(*column)).collect();
        let columns = &self.enumeration(&titles);
        self.import_missing_columns(args::ImportMissingColumns { columns, count: missing.len() })
    }

    /// What is told about a line of a list of exhibitors: "Line 12: it names nobody, so it is left out."
    #[must_use]
    pub fn row_problem(&self, problem: &RowProblem) -> String {
        let words = match &problem.kind {
            RowProblemKind::NoName => self.problem_no_name(),
            RowProblemKind::SameAs { line } => self.problem_same_as(args::ProblemSameAs { line: count(*line) }),
            RowProblemKind::NotANumber { text } => self.not_a_number(text),
            RowProblemKind::UnknownStatus { text } => self.problem_unknown_status(args::ProblemUnknownStatus { text }),
        };
        self.import_line(args::ImportLine { line: count(problem.line), problem: &words })
    }

    /// What is wrong with a cell of a list of booths, with its line and column.
    #[must_use]
    pub fn booth_problem(&self, problem: &BoothProblem) -> String {
        let words = match &problem.kind {
            BoothProblemKind::NotANumber { text } if text.is_empty() => self.problem_no_number(),
            BoothProblemKind::NotANumber { text } => self.not_a_number(text),
            BoothProblemKind::SameNumber { line } => self.problem_same_number(args::ProblemSameNumber { line: count(*line) }),
            BoothProblemKind::NotAFigure { text } if text.is_empty() => self.problem_no_figure(),
            BoothProblemKind::NotAFigure { text } => self.problem_not_a_figure(args::ProblemNotAFigure { text }),
            BoothProblemKind::OutOfRange { text } => self.problem_out_of_range(args::ProblemOutOfRange { text }),
            BoothProblemKind::NotPositive { text } => self.problem_not_positive(args::ProblemNotPositive { text }),
            BoothProblemKind::UnknownStatus { text } => self.problem_unknown_status(args::ProblemUnknownStatus { text }),
        };
        let (line, column) = (count(problem.line), problem.column);
        self.import_line_and_column(args::ImportLineAndColumn { line, column, problem: &words })
    }

    fn not_a_number(&self, text: &str) -> String {
        self.problem_not_a_number(args::ProblemNotANumber { text, most: Number::LONGEST })
    }
}

/// A line of a file, as messages take it.
fn count(line: u32) -> usize {
    usize::try_from(line).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words::testing::{assert_sentences, both};

    #[test]
    fn what_is_told_about_a_list_names_line_column_and_cell() {
        let text = || "3 m".to_owned();
        for (kind, named) in [
            (RowProblemKind::NoName, &["1,234"][..]),
            (RowProblemKind::SameAs { line: 7 }, &["1,234", "7"]),
            (RowProblemKind::NotANumber { text: text() }, &["1,234", "“3 m”", "32"]),
            (RowProblemKind::UnknownStatus { text: text() }, &["1,234", "“3 m”"]),
        ] {
            assert_sentences(|texts| texts.row_problem(&RowProblem { line: 1234, kind: kind.clone() }), named);
        }
        for (kind, named) in [
            (BoothProblemKind::NotANumber { text: String::new() }, &["12", "4"][..]),
            (BoothProblemKind::NotANumber { text: text() }, &["12", "4", "“3 m”", "32"]),
            (BoothProblemKind::SameNumber { line: 7 }, &["12", "4", "7"]),
            (BoothProblemKind::NotAFigure { text: String::new() }, &["12", "4"]),
            (BoothProblemKind::NotAFigure { text: text() }, &["12", "4", "“3 m”"]),
            (BoothProblemKind::OutOfRange { text: text() }, &["12", "4", "“3 m”"]),
            (BoothProblemKind::NotPositive { text: text() }, &["12", "4", "“3 m”"]),
            (BoothProblemKind::UnknownStatus { text: text() }, &["12", "4", "“3 m”"]),
        ] {
            assert_sentences(|texts| texts.booth_problem(&BoothProblem { line: 12, column: 4, kind: kind.clone() }), named);
        }
    }

    #[test]
    fn missing_columns_are_named_as_the_list_should_name_them() {
        let [english, french] = both();
        let missing = [BoothColumn::Width, BoothColumn::Depth];
        assert!(english.missing_columns(&missing).starts_with("The list has no columns width and depth."));
        assert!(french.missing_columns(&missing).starts_with("La liste n’a pas les colonnes largeur et profondeur."));
        assert_sentences(|texts| texts.missing_columns(&missing[..1]), &[]);
    }

    /// The words that a sentence offers must be those that the room `import` takes.
    #[test]
    fn the_titles_and_statuses_that_are_proposed_are_understood() {
        let row = |line: u32, cells: Vec<String>| crate::reader::Row { line, cells };
        let all = [
            BoothColumn::Number,
            BoothColumn::X,
            BoothColumn::Y,
            BoothColumn::Width,
            BoothColumn::Depth,
            BoothColumn::Rotation,
            BoothColumn::Exhibitor,
            BoothColumn::Status,
            BoothColumn::Category,
        ];
        let proposed = [
            ["available", "held", "reserved", "contracted", "paid", "blocked"],
            ["libre", "option", "réservé", "confirmé", "payé", "bloqué"],
        ];
        for (texts, statuses) in both().iter().zip(proposed) {
            let problem = RowProblem { line: 1, kind: RowProblemKind::UnknownStatus { text: "?".into() } };
            let sentence = texts.row_problem(&problem);
            let titles = all.map(|column| texts.booth_column(column)).to_vec();
            for status in statuses {
                assert!(sentence.contains(status), "{status} is not proposed in: {sentence}");
                let cells = ["A1", "0", "0", "3", "3", "0", "Synology", status, "NAS"].map(str::to_owned).to_vec();
                let table = crate::import::booths(&[row(1, titles.clone()), row(2, cells)]);
                assert_eq!((table.missing.len(), table.problems.len(), table.rows.len()), (0, 0, 1), "{status}");
                assert!(table.rows[0].status.is_some() && table.rows[0].category == "NAS");
            }
        }
    }

    #[test]
    fn every_column_has_a_word_of_its_own() {
        for texts in both() {
            let words: std::collections::BTreeSet<_> = ColumnRole::ALL.iter().map(|role| texts.column_role(*role)).collect();
            assert_eq!(words.len(), ColumnRole::ALL.len());
        }
    }
}
