//! The reader with real workers: requests, limits and deaths.

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
