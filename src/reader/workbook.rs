//! Sheets as plain rows of text, and how they come out of spreadsheet files.

use super::{Kind, ReadError, limits, separated};
use calamine::{Data, DataRef, Dimensions, Reader, SheetType, SheetVisible};
use calamine::{Ods, OdsError, Xls, XlsError, Xlsb, XlsbError, Xlsx, XlsxError};
use serde::{Deserialize, Serialize};
use std::io::Cursor;

/// The sheets of a file: one of a text file, any number of a spreadsheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Workbook {
    /// How the text was read; `None` for spreadsheet files.
    pub text: Option<TextForm>,
    /// The sheets that a person sees first, then the hidden ones; at least one has a row.
    pub sheets: Vec<Sheet>,
}

/// How a text file was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextForm {
    /// Name of the encoding, for example `windows-1252`.
    pub encoding: String,
    /// What stands between cells.
    pub separator: char,
    /// Whether some bytes meant nothing in that encoding; they became U+FFFD.
    pub had_errors: bool,
}

/// One sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its name; empty for a text file.
    pub name: String,
    /// Whether the spreadsheet program does not show it.
    pub hidden: bool,
    /// The rows that hold anything, from the top.
    pub rows: Vec<Row>,
}

/// One row that holds anything.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Line in the file or row in the sheet where it begins, from 1.
    pub line: u32,
    /// The cells from the first column to the last full one, as a person would see them: `12` and not `12.0`, dates as
    /// `2026-03-14`. Line breaks are `\n`; there are no other control characters but tabs.
    pub cells: Vec<String>,
}

/// Reads any sheet.
pub(super) fn read(bytes: &[u8], file_name: &str) -> Result<Workbook, ReadError> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ReadError::Empty);
    }
    let kind = Kind::of(bytes);
    let mut workbook = match kind {
        Kind::Text => separated::read(bytes)?,
        Kind::Xlsx => xlsx(bytes)?,
        Kind::Xlsb => xlsb(bytes)?,
        Kind::Xls => xls(bytes)?,
        Kind::Ods => ods(bytes)?,
        Kind::ProtectedOffice => return Err(ReadError::PasswordProtected),
        looks_like => return Err(ReadError::NotASheet { looks_like }),
    };
    if workbook.sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        return Err(ReadError::Empty);
    }
    workbook.sheets.sort_by_key(|sheet| sheet.hidden);
    if let (Some(_), [sheet]) = (&workbook.text, workbook.sheets.as_mut_slice()) {
        sheet.name = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem).to_owned();
    }
    Ok(workbook)
}

/// How much more may be read of one file.
pub(super) struct Budget {
    cells: u64,
}

impl Default for Budget {
    fn default() -> Self {
        Budget { cells: limits::CELLS }
    }
}

impl Budget {
    fn spend(&mut self, cells: u64) -> Result<(), ReadError> {
        self.cells = self.cells.checked_sub(cells).ok_or(ReadError::TooManyCells { limit: limits::CELLS })?;
        Ok(())
    }
}

/// A row of these cells, cleaned; `None` where all are blank.
pub(super) fn row(
    sheet: &str,
    line: u32,
    cells: impl Iterator<Item = String>,
    budget: &mut Budget,
) -> Result<Option<Row>, ReadError> {
    let mut kept = Vec::new();
    let mut last_full = 0;
    for cell in cells {
        let cell = clean(cell);
        if is_too_long(&cell) {
            let column = kept.len() as u32 + 1;
            return Err(ReadError::CellTooLong { sheet: sheet.to_owned(), line, column });
        }
        kept.push(cell);
        if kept.last().is_some_and(|cell| !cell.trim().is_empty()) {
            last_full = kept.len();
        }
    }
    kept.truncate(last_full);
    budget.spend(kept.len() as u64)?;
    Ok((!kept.is_empty()).then_some(Row { line, cells: kept }))
}

fn is_too_long(cell: &str) -> bool {
    cell.len() > limits::CELL_CHARACTERS && cell.chars().count() > limits::CELL_CHARACTERS
}

/// Without zero bytes and the like, which would cut names short elsewhere; line breaks are `\n`.
fn clean(cell: String) -> String {
    let is_wanted = |character: char| !character.is_control() || matches!(character, '\n' | '\t');
    if cell.chars().all(is_wanted) {
        return cell;
    }
    let breaks = cell.replace("\r\n", "\n").replace('\r', "\n");
    breaks.chars().filter(|character| is_wanted(*character)).collect()
}

/// The cells of one sheet, in any order, until they are made into rows.
struct Cells<'a> {
    sheet: &'a str,
    cells: Vec<(u32, u32, String)>,
}

impl<'a> Cells<'a> {
    fn new(sheet: &'a str) -> Self {
        Cells { sheet, cells: Vec::new() }
    }

    fn push(&mut self, (row, column): (u32, u32), value: String, budget: &mut Budget) -> Result<(), ReadError> {
        if is_too_long(&value) {
            return Err(ReadError::CellTooLong { sheet: self.sheet.to_owned(), line: row + 1, column: column + 1 });
        }
        if !value.is_empty() {
            budget.spend(1)?;
            self.cells.push((row, column, value));
        }
        Ok(())
    }

    /// Rows from the top. A value that stands merged over several rows stands in each of them that holds anything, as a
    /// person reads it.
    fn into_rows(mut self, merged: &[Dimensions], budget: &mut Budget) -> Result<Vec<Row>, ReadError> {
        self.cells.sort_by_key(|(row, column, _)| (*row, *column));
        let mut rows = Vec::<Row>::new();
        for same_row in self.cells.chunk_by(|a, b| a.0 == b.0) {
            let (Some((number, _, _)), Some((_, last, _))) = (same_row.first(), same_row.last()) else { continue };
            budget.spend(u64::from(*last))?;
            let mut cells = vec![String::new(); *last as usize + 1];
            for (_, column, value) in same_row {
                if let Some(cell) = cells.get_mut(*column as usize) {
                    cell.clone_from(value);
                }
            }
            rows.extend(row(self.sheet, number + 1, cells.into_iter(), budget)?);
        }
        for range in merged {
            fill_down(&mut rows, range, budget)?;
        }
        Ok(rows)
    }
}

fn fill_down(rows: &mut [Row], range: &Dimensions, budget: &mut Budget) -> Result<(), ReadError> {
    let (first, last, column) = (range.start.0.saturating_add(1), range.end.0.saturating_add(1), range.start.1 as usize);
    let from = rows.partition_point(|row| row.line < first);
    let to = rows.partition_point(|row| row.line <= last);
    let Some([head, below @ ..]) = rows.get_mut(from..to) else { return Ok(()) };
    let Some(value) = head.cells.get(column).filter(|value| head.line == first && !value.is_empty()) else {
        return Ok(());
    };
    for row in below {
        budget.spend(1 + (column + 1).saturating_sub(row.cells.len()) as u64)?;
        if row.cells.len() <= column {
            row.cells.resize(column + 1, String::new());
        }
        if let Some(cell) = row.cells.get_mut(column).filter(|cell| cell.is_empty()) {
            cell.clone_from(value);
        }
    }
    Ok(())
}

/// The names of the sheets that have cells, and whether they are hidden.
fn names(sheets: &[calamine::Sheet]) -> Result<Vec<(String, bool)>, ReadError> {
    if sheets.len() > limits::SHEETS {
        return Err(ReadError::TooManyCells { limit: limits::CELLS });
    }
    let with_cells = sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    Ok(with_cells.map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible)).collect())
}

fn xlsx(bytes: &[u8]) -> Result<Workbook, ReadError> {
    let failed = |error| xlsx_error(error, bytes);
    let mut file = Xlsx::new(Cursor::new(bytes)).map_err(failed)?;
    let mut budget = Budget::default();
    let mut sheets = Vec::new();
    for (name, hidden) in names(file.sheets_metadata())? {
        let mut cells = Cells::new(&name);
        let mut reader = match file.worksheet_cells_reader(&name) {
            Ok(reader) => reader,
            Err(XlsxError::NotAWorksheet(_)) => continue,
            Err(error) => return Err(failed(error)),
        };
        while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(failed)? {
            let format = reader.styles().get(style).and_then(|style| style.number_format.as_ref());
            let digits = format.map_or(0, |format| padded_digits(&format.format_code));
            cells.push(cell.get_position(), shown_ref(cell.get_value(), digits), &mut budget)?;
        }
        drop(reader);
        let merged = file.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let rows = cells.into_rows(&merged, &mut budget)?;
        sheets.push(Sheet { name, hidden, rows });
    }
    Ok(Workbook { text: None, sheets })
}

fn xlsb(bytes: &[u8]) -> Result<Workbook, ReadError> {
    let failed = |error| match error {
        XlsbError::Password => ReadError::PasswordProtected,
        error => damaged_or_cut(&error, bytes),
    };
    let mut file = Xlsb::new(Cursor::new(bytes)).map_err(failed)?;
    let mut budget = Budget::default();
    let mut sheets = Vec::new();
    for (name, hidden) in names(file.sheets_metadata())? {
        let mut cells = Cells::new(&name);
        let mut reader = file.worksheet_cells_reader(&name).map_err(failed)?;
        while let Some(cell) = reader.next_cell().map_err(failed)? {
            cells.push(cell.get_position(), shown_ref(cell.get_value(), 0), &mut budget)?;
        }
        let rows = cells.into_rows(&[], &mut budget)?;
        sheets.push(Sheet { name, hidden, rows });
    }
    Ok(Workbook { text: None, sheets })
}

fn xls(bytes: &[u8]) -> Result<Workbook, ReadError> {
    let failed = |error| match error {
        XlsError::Password => ReadError::PasswordProtected,
        error => ReadError::Damaged { detail: error.to_string() },
    };
    let mut file = Xls::new(Cursor::new(bytes)).map_err(failed)?;
    let mut budget = Budget::default();
    let mut sheets = Vec::new();
    for (name, hidden) in names(file.sheets_metadata())? {
        let range = file.worksheet_range(&name).map_err(failed)?;
        let merged = file.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let rows = range_rows(&name, &range, &merged, &mut budget)?;
        sheets.push(Sheet { name, hidden, rows });
    }
    Ok(Workbook { text: None, sheets })
}

fn ods(bytes: &[u8]) -> Result<Workbook, ReadError> {
    let failed = |error| match error {
        OdsError::Password => ReadError::PasswordProtected,
        OdsError::CellLimitExceeded { .. } => ReadError::TooManyCells { limit: limits::CELLS },
        error => damaged_or_cut(&error, bytes),
    };
    let mut file = Ods::new(Cursor::new(bytes)).map_err(failed)?;
    let mut budget = Budget::default();
    let mut sheets = Vec::new();
    for (name, hidden) in names(file.sheets_metadata())? {
        let range = file.worksheet_range(&name).map_err(failed)?;
        let rows = range_rows(&name, &range, &[], &mut budget)?;
        sheets.push(Sheet { name, hidden, rows });
    }
    Ok(Workbook { text: None, sheets })
}

fn range_rows(
    sheet: &str,
    range: &calamine::Range<Data>,
    merged: &[Dimensions],
    budget: &mut Budget,
) -> Result<Vec<Row>, ReadError> {
    let (first_row, first_column) = range.start().unwrap_or_default();
    let mut cells = Cells::new(sheet);
    for (row, column, value) in range.used_cells() {
        let place = (first_row + row as u32, first_column + column as u32);
        cells.push(place, shown(value, 0), budget)?;
    }
    cells.into_rows(merged, budget)
}

fn xlsx_error(error: XlsxError, bytes: &[u8]) -> ReadError {
    match error {
        XlsxError::Password => ReadError::PasswordProtected,
        error => damaged_or_cut(&error, bytes),
    }
}

/// An archive without its directory, which stands at the end, was cut.
fn damaged_or_cut(error: &impl std::fmt::Display, bytes: &[u8]) -> ReadError {
    if bytes.windows(4).any(|window| window == b"PK\x05\x06") {
        ReadError::Damaged { detail: error.to_string() }
    } else {
        ReadError::Truncated
    }
}

/// How many digits a number format such as `0000` fills up with zeros; 0 for every other format.
fn padded_digits(format: &str) -> usize {
    if format.len() > 1 && format.bytes().all(|byte| byte == b'0') { format.len() } else { 0 }
}

fn shown_ref(value: &DataRef<'_>, digits: usize) -> String {
    match value {
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::String(text) => text.clone(),
        other => shown(&Data::from(other.clone()), digits),
    }
}

/// A value as a person would see it.
fn shown(value: &Data, digits: usize) -> String {
    match value {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Int(number) => format!("{number:0digits$}"),
        Data::Float(number) => shown_number(*number, digits),
        Data::Bool(yes) => if *yes { "TRUE" } else { "FALSE" }.to_owned(),
        Data::DateTime(time) if time.is_duration() => shown_seconds((time.as_f64() * 86_400.0).round()),
        Data::DateTime(time) => {
            let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
            match (time.as_f64() < 1.0, (hour, minute, second)) {
                (true, _) => format!("{hour:02}:{minute:02}:{second:02}"),
                (false, (0, 0, 0)) => format!("{year:04}-{month:02}-{day:02}"),
                (false, _) => format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}"),
            }
        }
        Data::DateTimeIso(text) => {
            let (text, _) = text.split_once('.').unwrap_or((text, ""));
            text.strip_suffix("T00:00:00").unwrap_or(text).replacen('T', " ", 1)
        }
        Data::DurationIso(text) => iso_seconds(text).map_or_else(|| text.clone(), shown_seconds),
        Data::Error(error) => error.to_string(),
    }
}

/// At most fifteen digits, as spreadsheet programs show, so that 0.1 + 0.2 is 0.3.
fn shown_number(number: f64, digits: usize) -> String {
    let rounded = format!("{number:.14e}").parse().unwrap_or(number);
    if rounded == 0.0 { format!("{:0digits$}", 0) } else { format!("{rounded:0digits$}") }
}

fn shown_seconds(seconds: f64) -> String {
    // A float turned into an integer stops at the integer's ends.
    let whole = seconds.abs() as u64;
    let sign = if seconds < 0.0 { "-" } else { "" };
    format!("{sign}{:02}:{:02}:{:02}", whole / 3_600, whole / 60 % 60, whole % 60)
}

/// Seconds of a duration such as `PT10H10M10.5S`.
fn iso_seconds(text: &str) -> Option<f64> {
    let (hours, rest) = text.strip_prefix("PT")?.split_once('H')?;
    let (minutes, rest) = rest.split_once('M')?;
    let seconds: f64 = rest.strip_suffix('S')?.parse().ok()?;
    Some(hours.parse::<f64>().ok()? * 3_600.0 + minutes.parse::<f64>().ok()? * 60.0 + seconds)
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{ExcelDateTime, ExcelDateTimeType};

    #[test]
    fn values_are_written_as_a_person_sees_them() {
        let date = |value| Data::DateTime(ExcelDateTime::new(value, ExcelDateTimeType::DateTime, false));
        let table = [
            (Data::Float(12.0), "12"),
            (Data::Float(0.1 + 0.2), "0.3"),
            (Data::Float(-0.0), "0"),
            (Data::Float(2.5), "2.5"),
            (Data::Float(33_123_456_789.0), "33123456789"),
            (Data::Int(7), "7"),
            (Data::Bool(true), "TRUE"),
            (date(45_943.0), "2025-10-13"),
            (date(45_943.541), "2025-10-13 12:59:02"),
            (date(0.5), "12:00:00"),
            (Data::DateTimeIso("2021-01-01T10:10:10".into()), "2021-01-01 10:10:10"),
            (Data::DateTimeIso("2021-01-01".into()), "2021-01-01"),
            (Data::DurationIso("PT10H10M10S".into()), "10:10:10"),
            (Data::DurationIso("P1D".into()), "P1D"),
            (Data::Empty, ""),
        ];
        for (value, expected) in table {
            assert_eq!(shown(&value, 0), expected, "{value:?}");
        }
        assert_eq!(shown(&Data::Float(12.0), padded_digits("0000")), "0012");
        assert_eq!(shown(&Data::Float(12.0), padded_digits("0.00")), "12");
    }

    #[test]
    fn a_value_merged_over_rows_stands_in_each_row_that_holds_anything() {
        let mut budget = Budget::default();
        let mut cells = Cells::new("S");
        for (place, value) in [((0, 0), "Acme"), ((0, 1), "A1"), ((1, 1), "A2"), ((3, 1), "A3"), ((4, 0), "Bravo")] {
            cells.push(place, value.into(), &mut budget).unwrap();
        }
        let rows = cells.into_rows(&[Dimensions::new((0, 0), (3, 0))], &mut budget).unwrap();
        let rows: Vec<(u32, String)> = rows.into_iter().map(|row| (row.line, row.cells.join("|"))).collect();
        let expected = [(1, "Acme|A1"), (2, "Acme|A2"), (4, "Acme|A3"), (5, "Bravo")];
        assert_eq!(rows, expected.map(|(line, row)| (line, row.to_owned())));
    }

    #[test]
    fn a_far_cell_costs_what_it_takes_and_too_many_are_refused() {
        let mut budget = Budget::default();
        let mut cells = Cells::new("S");
        for row in 0..200 {
            cells.push((row, 16_383), "x".into(), &mut budget).unwrap();
        }
        assert_eq!(cells.into_rows(&[], &mut budget), Err(ReadError::TooManyCells { limit: limits::CELLS }));
    }

    #[test]
    fn control_characters_are_taken_out_of_cells() {
        assert_eq!(clean("A\0B\r\nC\rD\u{85}".into()), "AB\nC\nD");
    }

    #[test]
    fn nothing_is_empty_and_a_picture_is_no_sheet() {
        assert_eq!(read(b" \r\n ", "list.csv"), Err(ReadError::Empty));
        assert_eq!(read(b"\n,,\n", "list.csv"), Err(ReadError::Empty));
        assert_eq!(read(b"%PDF-1.4", "list.csv"), Err(ReadError::NotASheet { looks_like: Kind::Pdf }));
        assert_eq!(read(b"Name\nAcme\n", "list.one.csv").unwrap().sheets[0].name, "list.one");
    }
}
