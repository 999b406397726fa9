//! Every sheet and picture of the shared test data gives the right rows or one clear error, within the reader's limits.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its data has failed")]

use hallplan::import::{ColumnRole, Columns, ExhibitorRow, ExhibitorTable, RowProblemKind, exhibitors};
use hallplan::reader::{Cancel, Kind, MapSource, ReadError, Reader, TileAddress, Workbook};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// The shared data, beside the package or where the environment says.
fn data(folder: &str) -> PathBuf {
    let shared = std::env::var_os("HALLPLAN_SHARED").map(PathBuf::from);
    shared.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared")).join("data").join(folder)
}

fn files(folder: &str) -> Vec<(String, Vec<u8>)> {
    let entries = std::fs::read_dir(data(folder)).unwrap().map(|entry| entry.unwrap());
    let mut files: Vec<_> =
        entries.map(|entry| (entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap())).collect();
    files.sort();
    files
}

fn reader() -> Reader {
    Reader::new(PathBuf::from(env!("CARGO_BIN_EXE_hallplan")))
}

fn table(workbook: &Workbook) -> (Columns, ExhibitorTable) {
    let rows = &workbook.sheets[0].rows;
    let columns = Columns::recognise(rows);
    let table = exhibitors(rows, &columns, |_| false);
    (columns, table)
}

/// Rows of a list, exhibitors after joining those of the same name and country, and encodings of its text forms.
const LISTS: &[(&str, usize, usize)] =
    &[("ciaae-2016", 350, 350), ("farnborough-2010", 1_236, 1_234), ("fosdem_2026", 96, 96), ("siae-2025", 2_558, 2_558)];

#[test]
#[ignore = "needs ../shared/data"]
fn a_list_is_the_same_exhibitors_in_every_form() {
    let reader = reader();
    for (list, rows, count) in LISTS {
        let mut forms = 0;
        let mut first: Option<ExhibitorTable> = None;
        for (name, bytes) in files("exhibitors") {
            let is_form =
                [".csv", ".fr.csv", ".gbk.csv", ".u16.txt", ".xlsx", ".ods"].iter().any(|form| name == format!("{list}{form}"));
            if !is_form {
                continue;
            }
            let workbook = reader.sheets(&bytes, &name, &Cancel::new()).unwrap_or_else(|error| panic!("{name}: {error:?}"));
            assert!(workbook.text.as_ref().is_none_or(|text| !text.had_errors), "{name}");
            let (columns, table) = table(&workbook);
            assert_eq!(columns.header(), Some(0), "{name}");
            assert_eq!((table.read, table.rows.len()), (*rows, *count), "{name}");
            assert!(table.rows.iter().all(|row| row.numbers.is_empty()), "{name}: no list has stand numbers");
            let joined = |problem: &hallplan::import::RowProblem| matches!(problem.kind, RowProblemKind::SameAs { .. });
            assert!(table.problems.iter().all(joined), "{name}");
            // The windows-1252 form was written with question marks for two letters that it cannot hold.
            let same = |name: &str| name.replace(['Ş', '，'], "?");
            let first = first.get_or_insert_with(|| table.clone());
            let different = first.rows.iter().zip(&table.rows).find(|(row, other)| {
                let other = ExhibitorRow { name: same(&other.name), ..(*other).clone() };
                ExhibitorRow { name: same(&row.name), ..(*row).clone() } != other
            });
            assert_eq!(different, None, "{name}");
            assert_eq!(first.problems, table.problems, "{name}");
            forms += 1;
        }
        assert!(forms >= 4, "{list}");
    }
}

#[test]
#[ignore = "needs ../shared/data"]
fn the_groups_of_fosdem_are_categories() {
    let bytes = std::fs::read(data("exhibitors/fosdem_2026.csv")).unwrap();
    let workbook = reader().sheets(&bytes, "fosdem_2026.csv", &Cancel::new()).unwrap();
    let (columns, table) = table(&workbook);
    let roles: Vec<ColumnRole> = (0..columns.len()).map(|column| columns.role(column)).collect();
    use ColumnRole as R;
    assert_eq!(roles, [R::Category, R::Group, R::Group, R::Category, R::Name]);
    assert_eq!(
        (table.rows[0].name.as_str(), table.rows[0].categories.as_slice()),
        ("OpenFlexure Microscope", &["A".to_owned(), "Hardware".to_owned()][..])
    );
}

#[test]
#[ignore = "needs ../shared/data"]
fn what_is_no_list_of_exhibitors_is_told_or_read_as_rows() {
    let reader = reader();
    let read = |name: &str| {
        let bytes = std::fs::read(data("exhibitors").join(name)).unwrap();
        reader.sheets(&bytes, name, &Cancel::new())
    };
    assert_eq!(read("ciaae-2016.json"), Err(ReadError::NotASheet { looks_like: Kind::Json }));
    assert_eq!(read("fosdem_2026_stands-building.yaml"), Err(ReadError::NotASheet { looks_like: Kind::Yaml }));
    let categories = read("marmomacc_categories.csv").unwrap();
    assert_eq!(categories.text.unwrap().separator, '?');
    assert!(categories.sheets[0].rows.iter().all(|row| row.cells.len() == 3));
}

/// File, sheet, its rows joined with bars.
type Sheet<'a> = (&'a str, usize, &'a [&'a str]);

#[test]
#[ignore = "needs ../shared/data"]
fn every_spreadsheet_gives_its_rows_as_a_person_sees_them() {
    let expected: &[Sheet<'_>] = &[
        (
            "cal_any_sheets.ods",
            0,
            &["1|2", "3|4", "5|6", "This workbook contains 4 sheets: Visible, Hidden, VeryHidden and Chart"],
        ),
        (
            "cal_any_sheets.xlsb",
            0,
            &["1|2", "3|4", "5|6", "This workbook contains 4 sheets: Visible, Hidden, VeryHidden and Chart"],
        ),
        (
            "cal_any_sheets.xlsx",
            0,
            &["1|2", "3|4", "5|6", "This workbook contains 4 sheets: Visible, Hidden, VeryHidden and Chart"],
        ),
        ("cal_date.ods", 0, &["2021-01-01|15", "2021-01-01 10:10:10|16", "10:10:10|17", "10:10:10|18"]),
        ("cal_date.xls", 0, &["2021-01-01|15", "2021-01-02|16", "255:10:10|17"]),
        ("cal_date.xlsx", 0, &["2021-01-01|15", "2021-01-02|16", "255:10:10|17"]),
        ("cal_date_1904.xlsx", 0, &["2021-01-01|15", "2021-01-02|16", "255:10:10|17"]),
        ("cal_empty_shared_string.xlsx", 0, &["abc"]),
        ("cal_encoded_entities.xlsx", 0, &["&"]),
        ("cal_errors.xlsx", 0, &["#DIV/0!", "#NAME?", "#VALUE!", "#NULL!", "#REF!", "#NUM!", "#N/A"]),
        ("cal_has_x000D_.xlsx", 0, &["ABC\nDEF"]),
        ("cal_header-row.xlsx", 0, &["||Note 1", "Columns|Column A|Column B|Column C", "put data here|1|2|3"]),
        ("cal_hyperlinks.xlsx", 1, &["|target cell"]),
        ("cal_issues.xlsx", 0, &["1", "1.5", "ab", "FALSE", "test", "2016-10-20"]),
        ("cal_merged_cells.ods", 0, &["A|B|C", "A|B|C", "||C"]),
        ("cal_merged_range.xlsx", 1, &["A1|B1|C1||E1|F1", "A1|B3|C3||E3|F1", "A1|B4|C3||E4|F1"]),
        ("cal_multi-empty.ods", 0, &["StringCol", "bbb", "ccc", "ddd", "eee", "zzz"]),
        ("cal_no-header.xlsx", 0, &["a|0", "b|1"]),
        ("cal_rph.xlsx", 0, &["課きく\u{3000}毛こ"]),
        ("cal_single-empty.ods", 0, &["StringCol", "bbb", "ccc", "ddd", "eee", "zzz"]),
        (
            "csvcrate_strange.csv",
            0,
            &[
                "\"Hacksaw\" Jim Duggan|1987",
                "Bret \"Hit Man\" Hart|1984",
                "# We're not sure when Rafael started, so omit the year.",
                "Rafael Halperin",
                "\"Big Cat\" Ernie Ladd|1964",
                "\"Macho Man\" Randy Savage|1985",
                "Jake \"The Snake\" Roberts|1986",
            ],
        ),
        ("spectrum_comma_in_quotes.csv", 0, &["first|last|address|city|zip", "John|Doe|120 any st.|Anytown, WW|08123"]),
        ("spectrum_empty.csv", 0, &["a|b|c", "1", "2|3|4"]),
        ("spectrum_empty_crlf.csv", 0, &["a|b|c", "1", "2|3|4"]),
        ("spectrum_escaped_quotes.csv", 0, &["a|b", "1|ha \"ha\" ha", "3|4"]),
        ("spectrum_json.csv", 0, &["key|val", "1|{\"type\": \"Point\", \"coordinates\": [102.0, 0.5]}"]),
        ("spectrum_newlines.csv", 0, &["a|b|c", "1|2|3", "Once upon \na time|5|6", "7|8|9"]),
        ("spectrum_newlines_crlf.csv", 0, &["a|b|c", "1|2|3", "Once upon \na time|5|6", "7|8|9"]),
        ("spectrum_quotes_and_newlines.csv", 0, &["a|b", "1|ha \n\"ha\" \nha", "3|4"]),
        ("spectrum_simple.csv", 0, &["a|b|c", "1|2|3"]),
        ("spectrum_simple_crlf.csv", 0, &["a|b|c", "1|2|3"]),
        ("spectrum_utf8.csv", 0, &["a|b|c", "1|2|3", "4|5|ʤ"]),
    ];
    /// Files of which it is enough to know some cell: file, row, column, what stands there, how many rows.
    const PLACES: &[(&str, usize, usize, &str, usize)] = &[
        ("cal_special_cells.ods", 2, 0, "Value   With 3 spaces", 5),
        ("csvcrate_smallpop-colon.csv", 1, 2, "United States", 0),
        ("csvcrate_uspop-latin1.csv", 3, 0, "Õakman", 101),
        ("spectrum_location_coordinates.csv", 1, 2, "Modesto", 0),
    ];
    let reader = reader();
    for (name, bytes) in files("spreadsheets") {
        let read = reader.sheets(&bytes, &name, &Cancel::new());
        if name == "cal_pass_protected.xlsx" {
            assert_eq!(read, Err(ReadError::PasswordProtected));
            continue;
        }
        let workbook = read.unwrap_or_else(|error| panic!("{name}: {error:?}"));
        if let Some((_, sheet, rows)) = expected.iter().find(|(file, _, _)| *file == name) {
            let found: Vec<String> = workbook.sheets[*sheet].rows.iter().map(|row| row.cells.join("|")).collect();
            assert_eq!(found, *rows, "{name}");
        } else if let Some((_, row, column, cell, count)) = PLACES.iter().find(|(file, ..)| *file == name) {
            let rows = &workbook.sheets[0].rows;
            assert_eq!(rows[*row].cells[*column], *cell, "{name}");
            assert!(*count == 0 || rows.len() == *count, "{name}");
        } else {
            panic!("{name}: nothing is expected of it");
        }
    }
}

#[test]
#[ignore = "needs ../shared/data"]
fn hostile_sheets_give_their_rows_or_one_error() {
    let not = |looks_like| Err(ReadError::NotASheet { looks_like });
    let too_long = |sheet: &str| Err(ReadError::CellTooLong { sheet: sheet.to_owned(), line: 1, column: 1 });
    let expected: &[(&str, Result<&[&str], ReadError>)] = &[
        ("bomb_sheet_200MB.xlsx", too_long("S")),
        ("binary.ron", not(Kind::Unknown)),
        ("bomb_20000x20000_1bit.png", not(Kind::Png)),
        ("empty.ron", Err(ReadError::Empty)),
        ("deep_nesting.ron", too_long("")),
        ("lol.svg", not(Kind::Svg)),
        ("nan_inf.dxf", not(Kind::Dxf)),
        ("pages_loop.pdf", not(Kind::Pdf)),
        ("not_a_zip.xlsx", not(Kind::Zip)),
        ("truncated.xlsx", Err(ReadError::Truncated)),
        ("repeated_1048576x16384.ods", Err(ReadError::TooManyCells { limit: 2_000_000 })),
        ("ragged_nul_unclosed.csv", Ok(&["Name|Stand|URL", "A", "B|1|2|3|4|5", "CD|2", "unclosed|3", "last|4"])),
        ("invalid_utf8_mixed.csv", Ok(&["Nom|Stand", "Élan|A1", "Société Générale|A2", "ÿþ€|A3"])),
        (
            "formula_injection.csv",
            Ok(&[
                "Name|Stand",
                "=HYPERLINK(\"http://127.0.0.1:9/?\"&A1,\"click\")|A1",
                "+1+1|A2",
                "-2+3|A3",
                "@SUM(1)|A4",
                "\t=1+1|A5",
            ]),
        ),
        (
            "html_and_xml_injection.csv",
            Ok(&[
                "Name|Stand",
                "<script>alert(1)</script>|A1",
                "<img src=x onerror=alert(1)>|A2",
                "]]></text><script/>|A3",
                "Tom & Jerry \"SARL\"|A4",
                "javascript:alert(1)|A5",
            ]),
        ),
        ("text_named.png", Ok(&["this is not a png"])),
    ];
    let reader = reader();
    let mut met = BTreeSet::new();
    for (name, bytes) in files("hostile") {
        // Whatever it is, an answer comes, and the next file is read.
        let read = reader.sheets(&bytes, &name, &Cancel::new());
        let died = matches!(read, Err(ReadError::WorkerDied { .. } | ReadError::TooSlow | ReadError::CannotStartWorker { .. }));
        assert!(!died, "{name}: {read:?}");
        if let Some((file, expected)) = expected.iter().find(|(file, _)| *file == name) {
            let rows = read.map(|workbook| workbook.sheets[0].rows.iter().map(|row| row.cells.join("|")).collect::<Vec<_>>());
            let expected = expected.clone().map(|rows| rows.iter().map(|row| (*row).to_owned()).collect());
            assert_eq!(rows, expected, "{name}");
            met.insert(*file);
        } else if name == "claims_full_sheet_one_cell.xlsx" {
            let rows = &read.unwrap().sheets[0].rows;
            assert_eq!((rows.len(), rows[0].line, rows[0].cells.len()), (1, 1_048_576, 16_384));
        }
    }
    assert_eq!(met.len(), expected.len());
}

#[test]
#[ignore = "needs ../shared/data"]
fn good_pictures_are_read_and_corrupt_ones_refused() {
    let reader = reader();
    for (name, bytes) in files("images") {
        let read = reader.picture(&bytes, &Cancel::new());
        match (name.starts_with("pngsuite_x"), read) {
            (true, Err(ReadError::Damaged { .. } | ReadError::NotAPicture { .. })) => {}
            (false, Ok(picture)) => {
                assert_eq!((picture.width, picture.height), (picture.source_width, picture.source_height), "{name}");
                assert_eq!(picture.rgba.len(), picture.width as usize * picture.height as usize * 4, "{name}");
            }
            (_, read) => panic!("{name}: {read:?}"),
        }
    }
    for (name, bytes) in files("plans") {
        let is_readable = [".png", ".jpg", ".webp"].iter().any(|ending| name.ends_with(ending));
        match reader.picture(&bytes, &Cancel::new()) {
            Ok(picture) => assert!(is_readable && picture.width > 300, "{name}"),
            Err(error) => assert!(!is_readable && matches!(error, ReadError::UnsupportedKind { .. }), "{name}: {error:?}"),
        }
    }
}

#[test]
#[ignore = "needs ../shared/data"]
fn hostile_pictures_are_refused_or_made_smaller() {
    let reader = reader();
    let mut claims = 0;
    for (name, bytes) in files("hostile") {
        let read = reader.picture(&bytes, &Cancel::new());
        match name.as_str() {
            "bomb_20000x20000_1bit.png" => {
                let picture = read.unwrap();
                assert_eq!((picture.source_width, picture.width, picture.height), (20_000, 4_096, 4_096));
                claims += 1;
            }
            "header_says_60000x60000_no_data.png" => {
                assert_eq!(read, Err(ReadError::PictureTooLarge { width: 60_000, height: 60_000 }));
                claims += 1;
            }
            "text_named.png" => assert_eq!(read, Err(ReadError::NotAPicture { looks_like: Kind::Text })),
            "truncated.png" => assert_eq!(read, Err(ReadError::Truncated)),
            "zero_width.png" => assert!(matches!(read, Err(ReadError::Damaged { .. })), "{read:?}"),
            _ => {
                let refused =
                    matches!(read, Err(ReadError::NotAPicture { .. } | ReadError::UnsupportedKind { .. } | ReadError::Empty));
                assert!(refused, "{name}: {read:?}");
            }
        }
    }
    assert_eq!(claims, 2);
}

#[test]
#[ignore = "needs ../shared/data"]
fn maps_of_pictures_open_with_their_size_and_give_tiles() {
    let reader = reader();
    for (name, bytes) in files("plans") {
        if ![".png", ".jpg", ".webp"].iter().any(|ending| name.ends_with(ending)) {
            continue;
        }
        let picture = reader.picture(&bytes, &Cancel::new()).unwrap();
        let source = MapSource { hash: name.clone(), bytes: bytes.into(), page: 0 };
        let head = reader.map(&source, &Cancel::new()).unwrap();
        assert_eq!(head.sheet, (picture.source_width, picture.source_height), "{name}");
        for level in [0, head.finest] {
            let tile = reader.tile(&source, TileAddress { level, column: 0, row: 0 }, &[], &Cancel::new()).unwrap();
            assert!(tile.rgba.iter().any(|byte| *byte > 0), "{name} at level {level}");
        }
        assert_eq!(reader.drawing(&source, &[], &Cancel::new()), Ok(None));
    }
}
