//! What the columns of a list hold, and what is told about its lines.

use std::borrow::Cow;

use crate::import::{
    BoothColumn, BoothNotAdded, BoothProblem, BoothProblemKind, BoothReport, ColumnRole, NotPlaced, NotPlacedReason, Report,
    RowProblem, RowProblemKind,
};
use crate::plan::{Number, Plan};
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
            RowProblemKind::UnknownStatus { text } => self.unknown_status(text),
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
            BoothProblemKind::NotAFigure { text } => {
                self.problem_not_a_figure(args::ProblemNotAFigure { text: &shortened(text) })
            }
            BoothProblemKind::OutOfRange { text } => {
                self.problem_out_of_range(args::ProblemOutOfRange { text: &shortened(text) })
            }
            BoothProblemKind::NotPositive { text } => {
                self.problem_not_positive(args::ProblemNotPositive { text: &shortened(text) })
            }
            BoothProblemKind::UnknownStatus { text } => self.unknown_status(text),
        };
        let (line, column) = (count(problem.line), problem.column);
        self.import_line_and_column(args::ImportLineAndColumn { line, column, problem: &words })
    }

    /// What a list of exhibitors brings, on one line: "280 lines read, 250 new exhibitors, 3 changed, 27 unchanged, 240 placed".
    /// What is none is left out, but for the lines and the new ones.
    #[must_use]
    pub fn import_report(&self, report: &Report) -> String {
        let mut parts = vec![
            self.report_read(args::ReportRead { count: report.read }),
            self.report_new(args::ReportNew { count: report.new }),
        ];
        let more = [
            (report.changed, self.report_changed(args::ReportChanged { count: report.changed })),
            (report.unchanged, self.report_unchanged(args::ReportUnchanged { count: report.unchanged })),
            (report.placed, self.report_placed(args::ReportPlaced { count: report.placed })),
            (report.not_placed.len(), self.report_not_placed(args::ReportNotPlaced { count: report.not_placed.len() })),
        ];
        parts.extend(more.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words));
        parts.join(", ")
    }

    /// What a list of booths brought, on one line: "280 booths added, 250 with an exhibitor".
    #[must_use]
    pub fn booth_report(&self, report: &BoothReport) -> String {
        let mut parts = vec![self.report_booths_added(args::ReportBoothsAdded { count: report.added })];
        let left_out = report.not_added.len();
        let more = [
            (report.placed, self.report_booths_filled(args::ReportBoothsFilled { count: report.placed })),
            (left_out, self.report_booths_left_out(args::ReportBoothsLeftOut { count: left_out })),
        ];
        parts.extend(more.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words));
        parts.join(", ")
    }

    /// Why an exhibitor did not get a booth that the list names, with its line.
    #[must_use]
    pub fn not_placed(&self, not: &NotPlaced) -> String {
        let NotPlaced { line, exhibitor, number, reason } = not;
        let (exhibitor, number) = (&shortened(exhibitor), &shortened(number));
        let words = match reason {
            NotPlacedReason::NoSuchBooth => self.problem_no_such_booth(args::ProblemNoSuchBooth { exhibitor, number }),
            NotPlacedReason::Blocked => self.problem_booth_blocked(args::ProblemBoothBlocked { exhibitor, number }),
        };
        self.import_line(args::ImportLine { line: count(*line), problem: &words })
    }

    /// Why a booth of a list is not in the show, or not as the list says, with its line. The plan is the one that the list was
    /// read into.
    #[must_use]
    pub fn booth_not_added(&self, not: &BoothNotAdded, plan: &Plan) -> String {
        let words = self.refusal(&not.reason, plan);
        self.import_line(args::ImportLine { line: count(not.line), problem: &words })
    }

    fn not_a_number(&self, text: &str) -> String {
        self.problem_not_a_number(args::ProblemNotANumber { text: &shortened(text), most: Number::LONGEST })
    }

    fn unknown_status(&self, text: &str) -> String {
        self.problem_unknown_status(args::ProblemUnknownStatus { text: &shortened(text) })
    }
}

/// As much of a cell as is needed to find it.
const SHOWN_CHARACTERS: usize = 60;

/// A cell as messages name it.
fn shortened(cell: &str) -> Cow<'_, str> {
    match cell.char_indices().nth(SHOWN_CHARACTERS) {
        Some((end, _)) => Cow::Owned(format!("{}…", cell[..end].trim_end())),
        None => Cow::Borrowed(cell),
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
    fn a_very_long_cell_is_not_repeated_whole() {
        let text = "é".repeat(10_000);
        let not = NotPlaced { line: 1, exhibitor: text.clone(), number: text.clone(), reason: NotPlacedReason::Blocked };
        for texts in both() {
            let row = RowProblem { line: 1, kind: RowProblemKind::NotANumber { text: text.clone() } };
            let booth = BoothProblem { line: 1, column: 1, kind: BoothProblemKind::NotAFigure { text: text.clone() } };
            for words in [texts.row_problem(&row), texts.booth_problem(&booth), texts.not_placed(&not)] {
                assert!(words.contains("éééé…") && words.chars().count() < 300, "{words}");
            }
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

    #[test]
    fn a_report_counts_and_leaves_out_what_is_none() {
        let [english, french] = both();
        let not = |reason| NotPlaced { line: 1234, exhibitor: "Synology".into(), number: "A12".into(), reason };
        let report = Report { read: 280, new: 250, changed: 3, unchanged: 27, placed: 1240, ..Report::default() };
        assert_eq!(english.import_report(&report), "280 lines read, 250 new exhibitors, 3 changed, 27 unchanged, 1,240 placed");
        let report = Report { read: 1, new: 1, not_placed: vec![not(NotPlacedReason::Blocked)], ..Report::default() };
        assert_eq!(english.import_report(&report), "1 line read, 1 new exhibitor, 1 not placed");
        assert_eq!(french.import_report(&report), "1 ligne lue, 1 nouvel exposant, 1 non placé");
        for reason in [NotPlacedReason::NoSuchBooth, NotPlacedReason::Blocked] {
            assert_sentences(|texts| texts.not_placed(&not(reason)), &["1,234", "Synology", "A12"]);
        }
    }

    #[test]
    fn a_report_of_booths_counts_what_is_not_as_the_list_says() {
        let [english, french] = both();
        let number = Number::new("A12").unwrap();
        let reason = crate::edit::Refusal::NobodyThere(number.clone());
        let not = BoothNotAdded { line: 1234, number, reason };
        assert_sentences(|texts| texts.booth_not_added(&not, &Plan::default()), &["1,234", "A12"]);
        let report = BoothReport { read: 281, added: 280, placed: 250, not_added: vec![not] };
        assert_eq!(english.booth_report(&report), "280 booths added, 250 with an exhibitor, 1 not as the list says");
        assert_eq!(french.booth_report(&report), "280 stands ajoutés, 250 avec un exposant, 1 autrement que dans la liste");
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
