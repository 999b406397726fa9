//! Text files with separators: comma, semicolon, tab, vertical bar.

use super::decode::{self, Decoded};
use super::workbook::{self, Budget, Sheet, TextForm, Workbook};
use super::{ReadError, Row};

/// How much of the text is looked at to find the separator.
const SAMPLE: usize = 64 << 10;
/// The separators that are tried; between equals the first wins.
const SEPARATORS: [u8; 4] = *b";\t,|";
/// Separators that stand in too many addresses, times and sentences to be believed unless every line agrees.
const RARE_SEPARATORS: [u8; 3] = *b":?^";
/// How often a quote that never closes is mended one line at a time before quotes are no longer believed.
const MENDED_QUOTES: usize = 100;

/// The one sheet of a text file.
pub(super) fn read(bytes: &[u8]) -> Result<Workbook, ReadError> {
    let Decoded { text, encoding, had_errors } = decode::decode(bytes);
    let (named, body, skipped_lines) = separator_line(&text);
    let form = Form { separator: named.unwrap_or_else(|| find_separator(body)), backslash: uses_backslash(body) };
    let mut budget = Budget::default();
    let rows = rows(body, form, skipped_lines, &mut budget)?;
    let text = TextForm { encoding: encoding.to_owned(), separator: char::from(form.separator), had_errors };
    Ok(Workbook { text: Some(text), sheets: vec![Sheet { name: String::new(), hidden: false, rows }] })
}

#[derive(Clone, Copy)]
struct Form {
    separator: u8,
    /// Whether a quote inside quotes is written `\"` and not `""`.
    backslash: bool,
}

impl Form {
    fn reader(self, text: &str, quoting: bool) -> csv::Reader<&[u8]> {
        csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .quoting(quoting)
            .delimiter(self.separator)
            .escape(self.backslash.then_some(b'\\'))
            .double_quote(!self.backslash)
            .from_reader(text.as_bytes())
    }
}

/// Excel's own first line `sep=;`, the text after it, and how many lines that skipped.
fn separator_line(text: &str) -> (Option<u8>, &str, u32) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let named = first.trim_end_matches('\r').strip_prefix("sep=").map(str::as_bytes);
    match named {
        Some([separator]) if separator.is_ascii() && *separator != b'"' => (Some(*separator), rest, 1),
        _ => (None, text, 0),
    }
}

/// The separator with which most lines have the same number of cells.
fn find_separator(text: &str) -> u8 {
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let sample = text.get(..end).unwrap_or(text);
    let mut best = (0, 0, b',');
    for separator in SEPARATORS {
        let (agreeing, columns, _) = agreement(sample, separator);
        if (agreeing, columns) > (best.0, best.1) {
            best = (agreeing, columns, separator);
        }
    }
    for separator in RARE_SEPARATORS {
        let (agreeing, columns, lines) = agreement(sample, separator);
        if columns >= 3 && lines >= 2 && agreeing == lines && best.0 < lines {
            return separator;
        }
    }
    best.2
}

/// How many lines have the commonest number of cells over one, that number, and how many lines there are.
fn agreement(sample: &str, separator: u8) -> (usize, usize, usize) {
    let mut reader = Form { separator, backslash: uses_backslash(sample) }.reader(sample, true);
    let mut lines_with = std::collections::BTreeMap::<usize, usize>::new();
    let mut record = csv::StringRecord::new();
    while let Ok(true) = reader.read_record(&mut record) {
        *lines_with.entry(record.len()).or_default() += 1;
    }
    let lines = lines_with.values().sum();
    let best = lines_with.iter().filter(|(columns, _)| **columns > 1).map(|(columns, lines)| (*lines, *columns)).max();
    best.map_or((0, 0, lines), |(agreeing, columns)| (agreeing, columns, lines))
}

/// Whether quotes inside quotes are escaped with a backslash. A backslash before a closing quote alone (the end of a
/// folder's path) is no sign of it.
fn uses_backslash(text: &str) -> bool {
    !text.contains("\"\"")
        && text.match_indices("\\\"").any(|(at, mark)| {
            let next = text.as_bytes().get(at + mark.len());
            next.is_some_and(|byte| !matches!(byte, b'\r' | b'\n' | b'"') && !SEPARATORS.contains(byte))
        })
}

/// All rows that hold anything, with their line in the file.
fn rows(text: &str, form: Form, skipped_lines: u32, budget: &mut Budget) -> Result<Vec<Row>, ReadError> {
    let mut rows = Vec::new();
    let mut rest = text;
    let mut lines_before = skipped_lines;
    for attempt in 0.. {
        let quoting = attempt < MENDED_QUOTES;
        let Some(open) = read_rows(rest, form, quoting, lines_before, &mut rows, budget)? else { break };
        // Only the line with the open quote is read without quotes; those after it are read as ever.
        let from_open = rest.get(open.offset..).unwrap_or_default();
        let (line, after) = from_open.split_once('\n').unwrap_or((from_open, ""));
        lines_before = open.lines_before;
        read_rows(line, form, false, lines_before, &mut rows, budget)?;
        lines_before += 1;
        rest = after;
    }
    Ok(rows)
}

/// A cell that was read with its quotes, if any.
fn without_quotes(cell: &str) -> &str {
    cell.strip_prefix('"').map_or(cell, |inner| inner.strip_suffix('"').unwrap_or(inner))
}

/// Whether a quote that begins a cell is not closed before a separator, a line's end or the text's. Within one line
/// that is harmless; over several it swallows other people's rows.
fn has_open_quote(record: &str, separator: u8) -> bool {
    let ends_cell = |byte: Option<&u8>| byte.is_none_or(|byte| *byte == separator || matches!(byte, b'\r' | b'\n'));
    let bytes = record.as_bytes();
    let (mut at, mut quoted, mut first_line) = (0, false, true);
    while let Some(byte) = bytes.get(at) {
        let begins_cell = at == 0 || ends_cell(bytes.get(at - 1));
        let next = bytes.get(at + 1);
        if quoted {
            first_line &= *byte != b'\n';
            if *byte == b'"' && next == Some(&b'"') {
                at += 1;
            } else if *byte == b'"' {
                quoted = false;
                if !first_line && !ends_cell(next) {
                    return true;
                }
            }
        } else if *byte == b'"' && begins_cell {
            quoted = true;
            first_line = true;
        }
        at += 1;
    }
    quoted
}

/// A record whose quote is never closed, or by a quote that opens another cell.
struct OpenQuote {
    offset: usize,
    lines_before: u32,
}

fn read_rows(
    text: &str,
    form: Form,
    quoting: bool,
    lines_before: u32,
    rows: &mut Vec<Row>,
    budget: &mut Budget,
) -> Result<Option<OpenQuote>, ReadError> {
    let mut reader = form.reader(text, quoting);
    let mut record = csv::StringRecord::new();
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => return Ok(None),
            Err(error) => return Err(ReadError::Damaged { detail: error.to_string() }),
        }
        let (offset, line) = record.position().map_or((0, 1), |at| (at.byte() as usize, at.line()));
        let raw = text.get(offset..reader.position().byte() as usize).unwrap_or_default();
        // The reader counts the blank lines that it skips to the record after them.
        let blank = raw.len() - raw.trim_start_matches(['\r', '\n']).len();
        let blank_lines = raw.get(..blank).unwrap_or_default().matches('\n').count() as u32;
        let lines_before_row = lines_before + (line as u32).saturating_sub(1) + blank_lines;
        let at_the_end = reader.position().byte() as usize >= text.len();
        let record_text = raw.get(blank..).unwrap_or_default();
        if quoting
            && !form.backslash
            && (at_the_end || record_text.trim_end().contains('\n'))
            && has_open_quote(record_text, form.separator)
        {
            return Ok(Some(OpenQuote { offset: offset + blank, lines_before: lines_before_row }));
        }
        let line = lines_before_row + 1;
        let cells = record.iter().map(|cell| if quoting { cell } else { without_quotes(cell) });
        if let Some(row) = workbook::row("", line, cells.map(str::to_owned), budget)? {
            rows.push(row);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, separator: char, expected: &[(u32, &[&str])]) {
        let workbook = read(text.as_bytes()).unwrap();
        assert_eq!(workbook.text.unwrap().separator, separator, "{text:?}");
        let rows = workbook.sheets[0].rows.iter();
        let rows: Vec<(u32, Vec<&str>)> = rows.map(|row| (row.line, row.cells.iter().map(String::as_str).collect())).collect();
        let expected: Vec<(u32, Vec<&str>)> = expected.iter().map(|(line, cells)| (*line, cells.to_vec())).collect();
        assert_eq!(rows, expected, "{text:?}");
    }

    #[test]
    fn the_separator_is_found_and_quotes_are_respected() {
        check("a,b\n1,2\n", ',', &[(1, &["a", "b"]), (2, &["1", "2"])]);
        check("Nom;Ville\r\nDupont, Martin;Lyon\r\n", ';', &[(1, &["Nom", "Ville"]), (2, &["Dupont, Martin", "Lyon"])]);
        check("a\tb\n1,5\t2\n", '\t', &[(1, &["a", "b"]), (2, &["1,5", "2"])]);
        check("a|b\n1|2\n", '|', &[(1, &["a", "b"]), (2, &["1", "2"])]);
        check("a,b\n\"1;2;3\",\"x\"\"y\"\n", ',', &[(1, &["a", "b"]), (2, &["1;2;3", "x\"y"])]);
        check(
            "numero;x;y\nA1;0,5;3,0\nA2;1,5;3,0\n",
            ';',
            &[(1, &["numero", "x", "y"]), (2, &["A1", "0,5", "3,0"]), (3, &["A2", "1,5", "3,0"])],
        );
        check("sep=;\na,b;c\n", ';', &[(2, &["a,b", "c"])]);
        check(
            "city:region:country\nLyon:ARA:France\n",
            ':',
            &[(1, &["city", "region", "country"]), (2, &["Lyon", "ARA", "France"])],
        );
        check("Acme\nhttps://example.org\n", ',', &[(1, &["Acme"]), (2, &["https://example.org"])]);
    }

    #[test]
    fn blank_lines_are_skipped_and_lines_keep_their_numbers() {
        check("\n\na,b\n\n , \n1,2\n", ',', &[(3, &["a", "b"]), (6, &["1", "2"])]);
        check("a,b\r\n\r\n\"x\r\ny\",2\r\nlast,3", ',', &[(1, &["a", "b"]), (3, &["x\ny", "2"]), (5, &["last", "3"])]);
    }

    #[test]
    fn ragged_rows_and_zero_bytes_and_an_open_quote_lose_nothing() {
        check(
            "Name,Stand,URL\nA\nB,1,2,3,4,5\nC\0D,2\n\"unclosed,3\nlast,4\n",
            ',',
            &[
                (1, &["Name", "Stand", "URL"]),
                (2, &["A"]),
                (3, &["B", "1", "2", "3", "4", "5"]),
                (4, &["CD", "2"]),
                (5, &["unclosed", "3"]),
                (6, &["last", "4"]),
            ],
        );
        check(
            "a,b\n\"open,1\n\"x,y\",2\nz,3\n",
            ',',
            &[(1, &["a", "b"]), (2, &["open", "1"]), (3, &["x,y", "2"]), (4, &["z", "3"])],
        );
    }

    #[test]
    fn quotes_escaped_with_a_backslash_are_known() {
        check("\"\\\"Big\\\" Jim\";1987\nAnn;1984\n", ';', &[(1, &["\"Big\" Jim", "1987"]), (2, &["Ann", "1984"])]);
        check("\"C:\\plans\\\",1\nb,2\n", ',', &[(1, &["C:\\plans\\", "1"]), (2, &["b", "2"])]);
    }

    #[test]
    fn a_cell_longer_than_a_spreadsheet_holds_is_refused_with_its_place() {
        let text = format!("a,b\nx,{}\n", "y".repeat(40_000));
        assert_eq!(read(text.as_bytes()), Err(ReadError::CellTooLong { sheet: String::new(), line: 2, column: 2 }));
    }
}
