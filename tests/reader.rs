//! The reader with real workers: requests, limits and deaths.

use hallplan::import::{Columns, ExhibitorRow, RowProblemKind, exhibitors};
use hallplan::reader::{Cancel, Kind, ReadError, Reader};
use std::path::PathBuf;

fn reader() -> Reader {
    Reader::new(PathBuf::from(env!("CARGO_BIN_EXE_hallplan")))
}

#[test]
fn one_worker_answers_several_requests() {
    let (reader, cancel) = (reader(), Cancel::new());
    for _ in 0..3 {
        let workbook = reader.sheets("Nom;Stand\nÉlan;A1\n".as_bytes(), "liste.csv", &cancel).unwrap();
        assert_eq!(workbook.sheets[0].name, "liste");
        assert_eq!(workbook.sheets[0].rows[1].cells, ["Élan", "A1"]);
        let error = reader.picture(b"no picture at all", &cancel).unwrap_err();
        assert_eq!(error, ReadError::NotAPicture { looks_like: Kind::Text });
    }
}

#[test]
fn several_threads_may_ask_at_once() {
    let reader = reader();
    std::thread::scope(|scope| {
        for thread in 0..4 {
            let reader = reader.clone();
            scope.spawn(move || {
                let text = format!("Name\nExhibitor {thread}\n");
                let workbook = reader.sheets(text.as_bytes(), "list.csv", &Cancel::new()).unwrap();
                assert_eq!(workbook.sheets[0].rows[1].cells, [format!("Exhibitor {thread}")]);
            });
        }
    });
}

#[test]
fn a_request_that_is_given_up_says_so_and_the_next_one_works() {
    let (reader, cancel) = (reader(), Cancel::new());
    cancel.cancel();
    let rows = "name,stand\n".repeat(400_000);
    assert_eq!(reader.sheets(rows.as_bytes(), "list.csv", &cancel), Err(ReadError::Cancelled));
    assert!(reader.sheets(b"Name\nAcme\n", "list.csv", &Cancel::new()).is_ok());
}

#[test]
fn a_program_that_is_not_there_or_no_worker_is_said() {
    let nowhere = Reader::new(PathBuf::from("/nowhere/hallplan"));
    let error = nowhere.sheets(b"Name\n", "list.csv", &Cancel::new()).unwrap_err();
    assert!(matches!(error, ReadError::CannotStartWorker { .. }));
}

#[cfg(unix)]
#[test]
fn a_worker_that_ends_without_an_answer_is_said() {
    let other = Reader::new(PathBuf::from("/bin/false"));
    let error = other.sheets(b"Name\n", "list.csv", &Cancel::new()).unwrap_err();
    assert!(matches!(error, ReadError::WorkerDied { .. }), "{error:?}");
}

/// Three thousand rows of 16,384 cells each, which take 3 kB in the file and 2 GB when they are read.
#[cfg(target_os = "linux")]
#[test]
fn a_file_that_wants_too_much_memory_is_said_and_the_next_one_is_read() {
    let (reader, bytes) = (reader(), include_bytes!("data/reader/wide_rows.ods"));
    assert_eq!(reader.sheets(bytes, "list.ods", &Cancel::new()), Err(ReadError::TooMuchMemory));
    assert!(reader.sheets(b"Name\nAcme\n", "list.csv", &Cancel::new()).is_ok());
}

/// A table whose last tag is missing: the decoder waits for it for ever.
#[test]
fn a_file_that_hangs_the_decoder_can_be_given_up() {
    let (reader, cancel) = (reader(), Cancel::new());
    std::thread::scope(|scope| {
        scope.spawn(|| {
            std::thread::sleep(std::time::Duration::from_millis(300));
            cancel.cancel();
        });
        let bytes = include_bytes!("data/reader/open_table.ods");
        assert_eq!(reader.sheets(bytes, "list.ods", &cancel), Err(ReadError::Cancelled));
    });
}

#[test]
#[ignore = "takes 20 seconds"]
fn a_file_that_hangs_the_decoder_is_given_up_in_the_end() {
    let bytes = include_bytes!("data/reader/open_table.ods");
    assert_eq!(reader().sheets(bytes, "list.ods", &Cancel::new()), Err(ReadError::TooSlow));
}

/// One list of exhibitors in every form that organisers send: quotes, line breaks, blank lines, a number that is a figure, an
/// exhibitor twice, a row without a name.
#[test]
fn a_list_is_the_same_exhibitors_in_every_form() {
    let files: &[(&str, &[u8], Option<&str>)] = &[
        ("exposants.csv", include_bytes!("data/reader/exposants.csv"), Some("UTF-8")),
        ("exposants.csv", include_bytes!("data/reader/exposants.windows-1252.csv"), Some("windows-1252")),
        ("exposants.txt", include_bytes!("data/reader/exposants.utf-16le.txt"), Some("UTF-16LE")),
        ("exposants.txt", include_bytes!("data/reader/exposants.utf-16be-without-mark.txt"), Some("UTF-16BE")),
        ("exposants.xlsx", include_bytes!("data/reader/exposants.xlsx"), None),
        ("exposants.ods", include_bytes!("data/reader/exposants.ods"), None),
    ];
    let row = |name: &str, country: &str, categories: &[&str], numbers: &[&str], website: &str, note: &str| ExhibitorRow {
        line: 0,
        name: name.to_owned(),
        country: country.to_owned(),
        categories: categories.iter().map(|category| (*category).to_owned()).collect(),
        numbers: numbers.iter().map(|number| (*number).to_owned()).collect(),
        website: website.to_owned(),
        contact: String::new(),
        note: note.to_owned(),
        status: None,
    };
    let expected = [
        row("Éditions de l'Élan", "France", &["Livres", "Presse"], &["A1", "A2"], "elan.example", "Veut un angle"),
        row("Müller & Söhne GmbH", "Allemagne", &["Presse", "Papeterie"], &["A3", "B-4"], "", ""),
        row("Le « Bon » Papier, SARL", "France", &["Papeterie"], &["12"], "", "Dit \"oui\" puis \"non\""),
        row("Épicerie Œuvre", "Belgique", &[], &[], "", ""),
        row("Zénith", "", &["Livres"], &["A10", "A11"], "", ""),
    ];
    let reader = reader();
    for (name, bytes, encoding) in files {
        let workbook = reader.sheets(bytes, name, &Cancel::new()).unwrap();
        assert_eq!(workbook.text.as_ref().map(|text| text.encoding.as_str()), *encoding);
        let sheet = &workbook.sheets[0];
        assert_eq!((sheet.name.to_lowercase().as_str(), sheet.hidden), ("exposants", false));
        let table = exhibitors(&sheet.rows, &Columns::recognise(&sheet.rows), |_| false);
        let rows: Vec<ExhibitorRow> = table.rows.into_iter().map(|row| ExhibitorRow { line: 0, ..row }).collect();
        assert_eq!(rows, expected, "{name} {encoding:?}");
        let kinds: Vec<bool> = table.problems.iter().map(|problem| problem.kind == RowProblemKind::NoName).collect();
        assert_eq!(kinds, [false, true], "{name} {encoding:?}");
    }
}
