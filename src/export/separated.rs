//! Tables for spreadsheets: UTF-8 with the mark by which Excel knows it, and the separator that the language's spreadsheets
//! expect (a comma in English, a semicolon in French).

use crate::text::Language;

/// A table being written, line by line.
pub(super) struct Table {
    csv: String,
    separator: char,
}

impl Table {
    /// An empty table for spreadsheets of a language.
    pub(super) fn new(language: Language) -> Self {
        let separator = match language {
            Language::English => ',',
            Language::French => ';',
        };
        Self { csv: String::from("\u{feff}"), separator }
    }

    /// One more line.
    pub(super) fn line(&mut self, cells: &[&str]) {
        for (position, cell) in cells.iter().enumerate() {
            if position > 0 {
                self.csv.push(self.separator);
            }
            self.cell(cell);
        }
        self.csv.push_str("\r\n");
    }

    /// A spreadsheet takes a cell that begins with one of these signs for a formula and may run it; an apostrophe makes it text.
    fn cell(&mut self, cell: &str) {
        let cell: String = cell.chars().filter(|letter| !matches!(letter, '\u{2066}'..='\u{2069}')).collect();
        let defused = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell };
        if defused.contains(['"', ',', ';', '\n', '\r', '\t']) {
            self.csv.push('"');
            self.csv.push_str(&defused.replace('"', "\"\""));
            self.csv.push('"');
        } else {
            self.csv.push_str(&defused);
        }
    }

    /// The table as the bytes of a file.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.csv.into_bytes()
    }
}
