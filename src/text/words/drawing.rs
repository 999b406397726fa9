//! What a drawing holds, what has to be decided about it, and what it brought.

use crate::import::{Decision, DrawnGroup, DrawnProblem, DrawnReport, DrawnRole, ProposedBooth};
use crate::text::{Texts, args};

impl Texts {
    /// A page of a map's file, counted from 0, with its name if it has one.
    #[must_use]
    pub fn map_page(&self, page: u32, name: &str) -> String {
        let number = &self.integer(i64::from(page) + 1);
        if name.is_empty() {
            self.map_page_numbered(args::MapPageNumbered { number })
        } else {
            self.map_page_named(args::MapPageNamed { number, name })
        }
    }

    /// What a group of shapes becomes: "Booths".
    #[must_use]
    pub fn drawn_role(&self, role: DrawnRole) -> String {
        match role {
            DrawnRole::Booths => self.drawn_role_booths(),
            DrawnRole::Columns => self.drawn_role_columns(),
            DrawnRole::Walls => self.drawn_role_walls(),
            DrawnRole::Doors => self.drawn_role_doors(),
            DrawnRole::Ignored => self.drawn_role_ignored(),
        }
    }

    /// What a group of shapes is called: the name of its layer.
    #[must_use]
    pub fn drawn_group(&self, group: &DrawnGroup) -> String {
        let layer = if group.layer.trim().is_empty() { self.drawn_no_layer() } else { group.layer.trim().to_owned() };
        if group.by_lines { self.drawn_by_lines(args::DrawnByLines { layer: &layer }) } else { layer }
    }

    /// What a group holds: "243 shapes of 4 to 120 m², 240 with a number".
    #[must_use]
    pub fn drawn_contents(&self, group: &DrawnGroup) -> String {
        let mut parts = Vec::new();
        if let Some((least, most)) = group.areas {
            let (least, most) = (self.area(least), self.area(most));
            parts.push(if least == most {
                self.drawn_shapes_of_area(args::DrawnShapesOfArea { count: group.shapes, area: &least })
            } else {
                self.drawn_shapes_of_areas(args::DrawnShapesOfAreas { count: group.shapes, least: &least, most: &most })
            });
        }
        if group.numbered > 0 {
            parts.push(self.drawn_numbered(args::DrawnNumbered { count: group.numbered }));
        }
        if group.lines > 0 {
            parts.push(self.drawn_lines(args::DrawnLines { count: group.lines }));
        }
        parts.join(", ")
    }

    /// How many shapes have a problem: "3 shapes without a number".
    #[must_use]
    pub fn drawn_problem(&self, problem: DrawnProblem, count: usize) -> String {
        match problem {
            DrawnProblem::WithoutNumber => self.drawn_without_number(args::DrawnWithoutNumber { count }),
            DrawnProblem::Duplicate => self.drawn_duplicate(args::DrawnDuplicate { count }),
            DrawnProblem::Taken => self.drawn_taken(args::DrawnTaken { count }),
            DrawnProblem::Outside => self.drawn_outside(args::DrawnOutside { count }),
            DrawnProblem::Crossing => self.drawn_crossing(args::DrawnCrossing { count }),
        }
    }

    /// What can be done about it: "Leave them out".
    #[must_use]
    pub fn drawn_decision(&self, decision: Decision) -> String {
        match decision {
            Decision::NextFree => self.drawn_next_free(),
            Decision::KeepFirst => self.drawn_keep_first(),
            Decision::LeaveOut => self.drawn_leave_out(),
            Decision::Add => self.drawn_add(),
        }
    }

    /// A shape that something is wrong with, and what becomes of it: "A12, drawn twice: left out".
    #[must_use]
    pub fn drawn_row(&self, booth: &ProposedBooth) -> String {
        let number = booth.written.as_ref().map(|number| number.as_str());
        let row = match (booth.problem, number) {
            (Some(DrawnProblem::Crossing), _) => self.drawn_row_crossing(),
            (Some(DrawnProblem::Duplicate), Some(number)) => self.drawn_row_duplicate(args::DrawnRowDuplicate { number }),
            (Some(DrawnProblem::Taken), Some(number)) => self.drawn_row_taken(args::DrawnRowTaken { number }),
            (Some(DrawnProblem::Outside), Some(number)) => self.drawn_row_outside(args::DrawnRowOutside { number }),
            (Some(DrawnProblem::Outside), None) => self.drawn_row_outside_without_number(),
            (_, None) if !booth.exhibitors.is_empty() => {
                self.drawn_row_named(args::DrawnRowNamed { exhibitor: &booth.exhibitors.join(" + ") })
            }
            (_, None) => self.drawn_row_without_number(),
            (_, Some(number)) => number.to_owned(),
        };
        match &booth.number {
            None => self.drawn_row_left_out(args::DrawnRowLeftOut { row: &row }),
            Some(number) if booth.written.as_ref() != Some(number) => {
                self.drawn_row_given(args::DrawnRowGiven { row: &row, number: number.as_str() })
            }
            Some(_) => row,
        }
    }

    /// What would come of a drawing: "240 booths, 180 with an exhibitor, 3 shapes left out".
    #[must_use]
    pub fn drawn_summary(&self, report: &DrawnReport) -> String {
        let parts = [
            (report.booths, self.drawn_report_booths(args::DrawnReportBooths { count: report.booths })),
            (report.placed, self.drawn_report_placed(args::DrawnReportPlaced { count: report.placed })),
            (report.structures, self.drawn_report_structures(args::DrawnReportStructures { count: report.structures })),
            (report.left_out, self.drawn_report_left_out(args::DrawnReportLeftOut { count: report.left_out })),
            (report.cut_names, self.drawn_report_cut_names(args::DrawnReportCutNames { count: report.cut_names })),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect();
        parts.join(", ")
    }

    /// What came of a drawing, as a sentence.
    #[must_use]
    pub fn drawn_report(&self, report: &DrawnReport) -> String {
        self.drawn_added(args::DrawnAdded { what: &self.drawn_summary(report) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{Area, Point};
    use crate::plan::Number;
    use crate::reader::Rgba;
    use crate::text::words::testing::both;

    #[test]
    fn a_group_says_how_many_shapes_of_which_size_it_holds() {
        let [english, french] = both();
        let areas = Some((Area::from_units(4 * 100_000_000), Area::from_units(120 * 100_000_000)));
        let group = DrawnGroup {
            layer: "STANDS".into(),
            colour: Rgba::BLACK,
            by_lines: false,
            shapes: 1_243,
            lines: 2,
            areas,
            numbered: 1_240,
        };
        let plain = |words: String| words.replace(['\u{a0}', '\u{202f}'], " ");
        assert_eq!(plain(english.drawn_contents(&group)), "1,243 shapes of 4 m² to 120 m², 1,240 with a number, 2 lines");
        assert_eq!(plain(french.drawn_contents(&group)), "1 243 formes de 4 m² à 120 m², 1 240 avec un numéro, 2 traits");
        let between = DrawnGroup { by_lines: true, ..group };
        assert_eq!(english.drawn_group(&between), "STANDS: areas between lines");
    }

    #[test]
    fn what_was_brought_is_one_sentence_without_what_is_none() {
        let [english, french] = both();
        let report = DrawnReport { booths: 240, placed: 1, left_out: 3, ..DrawnReport::default() };
        let words = english.drawn_report(&report);
        assert_eq!(words, "Added from the drawing: 240 booths, 1 with an exhibitor, 3 shapes left out");
        let report = DrawnReport { booths: 1, structures: 1, cut_names: 2, ..DrawnReport::default() };
        let words = french.drawn_report(&report).replace(['\u{a0}', '\u{202f}'], " ");
        assert_eq!(words, "Ajouté d’après le dessin : un stand, un poteau, mur ou porte, 2 noms abrégés");
    }

    #[test]
    fn each_problem_has_its_words_and_says_what_becomes_of_the_shape() {
        let [english, _] = both();
        let booth = ProposedBooth {
            group: 0,
            outline: None,
            centre: Point::ORIGIN,
            written: Number::new("A12"),
            number: None,
            exhibitors: Vec::new(),
            status: None,
            problem: Some(DrawnProblem::Duplicate),
            same_as: Some(0),
            taken_by: None,
        };
        assert_eq!(english.drawn_row(&booth), "A12, drawn twice: left out");
        let given = ProposedBooth { number: Number::new("A13"), ..booth.clone() };
        assert_eq!(english.drawn_row(&given), "A12, drawn twice: gets A13");
        let unnamed =
            ProposedBooth { written: None, problem: Some(DrawnProblem::WithoutNumber), exhibitors: vec!["Acme".into()], ..booth };
        assert_eq!(english.drawn_row(&unnamed), "No number: Acme: left out");
        for texts in both() {
            for problem in DrawnProblem::ALL {
                let one = texts.drawn_problem(problem, 1);
                let many = texts.drawn_problem(problem, 12);
                assert!(one != many && many.contains("12"), "{one} {many}");
                assert!(problem.decisions().iter().all(|decision| !texts.drawn_decision(*decision).is_empty()));
            }
        }
    }
}
