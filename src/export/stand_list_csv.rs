//! The stand list as a table for spreadsheets.

use super::separated::Table;
use crate::lists::{Occupant, StandList};
use crate::text::{Texts, args};

/// The stand list as CSV, in the order of the printed one.
#[must_use]
pub fn write(list: &StandList, texts: &Texts) -> Vec<u8> {
    let mut table = Table::new(texts.language());
    let head = [
        texts.stand_list_column_stand(),
        texts.stand_list_column_exhibitor(),
        texts.stand_list_column_hall(),
        texts.stand_list_column_category(),
        texts.stand_list_column_with(),
        texts.stand_list_column_note(),
    ];
    table.line(&head.each_ref().map(String::as_str));
    let listed = list.sections.iter().flat_map(|section| &section.rows);
    for row in listed.chain(&list.unfilled) {
        let numbers = row.numbers.join(" ");
        let categories = row.categories.join(", ");
        // That a booth is held is no name: whoever reads the table in again must not find an exhibitor called so.
        let (name, with, note) = match &row.occupant {
            Occupant::Main(name) => (name.as_str(), String::new(), String::new()),
            Occupant::Co { name, with } => (name.as_str(), with.join(", "), String::new()),
            Occupant::Held(Some(name)) => ("", String::new(), texts.stand_list_held_for(args::StandListHeldFor { name })),
            Occupant::Held(None) => ("", String::new(), texts.stand_list_held()),
            Occupant::Nobody => ("", String::new(), String::new()),
        };
        table.line(&[&numbers, name, &row.hall, &categories, &with, &note]);
    }
    table.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lists::{Row, Section, Sort};
    use crate::text::Language;

    fn row(number: &str, occupant: Occupant) -> Row {
        Row {
            numbers: vec![number.to_owned()],
            occupant,
            hall: "Hall 1".to_owned(),
            categories: vec!["Storage".to_owned(), "Cloud".to_owned()],
        }
    }

    fn list() -> StandList {
        let main = |name: &str| Occupant::Main(name.to_owned());
        let rows = vec![
            row("A2", main("=HYPERLINK(\"x\")")),
            row("-1", main("+33 Telecom")),
            row("A3", main("Smith; Jones, \"Sons\"")),
            row("A4", main("\u{2068}Éditions\u{2069}")),
            row("A5", Occupant::Co { name: "Cubbit".to_owned(), with: vec!["Synology".to_owned()] }),
        ];
        StandList {
            title: String::new(),
            hall: None,
            sort: Sort::Name,
            sections: vec![Section { heading: "A".to_owned(), rows }],
            unfilled: vec![row("B1", Occupant::Nobody), row("B2", Occupant::Held(Some("Seagate".to_owned())))],
            filled: 5,
            sellable: 7,
            exhibitors: 5,
        }
    }

    fn lines(language: Language) -> Vec<String> {
        let bytes = write(&list(), &Texts::new(language));
        let text = String::from_utf8(bytes).unwrap();
        text.strip_prefix('\u{feff}').unwrap().split_terminator("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn the_table_has_the_order_of_the_list_and_no_formula() {
        assert_eq!(
            lines(Language::English),
            [
                "Stand,Exhibitor,Hall,Category,With,Note",
                "A2,\"'=HYPERLINK(\"\"x\"\")\",Hall 1,\"Storage, Cloud\",,",
                "'-1,'+33 Telecom,Hall 1,\"Storage, Cloud\",,",
                "A3,\"Smith; Jones, \"\"Sons\"\"\",Hall 1,\"Storage, Cloud\",,",
                "A4,Éditions,Hall 1,\"Storage, Cloud\",,",
                "A5,Cubbit,Hall 1,\"Storage, Cloud\",Synology,",
                "B1,,Hall 1,\"Storage, Cloud\",,",
                "B2,,Hall 1,\"Storage, Cloud\",,held for Seagate",
            ]
        );
    }

    #[test]
    fn french_spreadsheets_expect_semicolons() {
        let lines = lines(Language::French);
        assert_eq!(lines[0], "Stand;Exposant;Hall;Catégorie;Chez;Remarque");
        assert_eq!(lines[5], "A5;Cubbit;Hall 1;\"Storage, Cloud\";Synology;");
    }

    #[test]
    fn what_is_written_is_read_back_cell_for_cell() {
        let bytes = write(&list(), &Texts::new(Language::English));
        let mut reader = csv::Reader::from_reader(bytes.as_slice());
        let cells: Vec<Vec<String>> =
            reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
        assert_eq!(cells[2][1], "Smith; Jones, \"Sons\"");
        assert!(cells.iter().all(|row| row.len() == 6));
    }
}
