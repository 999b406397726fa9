//! Real print jobs, sent to the printers of `tests/paper/virtual-printer.sh`:
//!
//!     tests/paper/virtual-printer.sh cargo test --test paper printing -- --ignored

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use hallplan::export::page::Paper;
use hallplan::export::print::{Job, Outcome, PrintError, Printer, print, printers};
use hallplan::export::stand_list_pdf;
use hallplan::lists::{Sort, StandList};
use hallplan::text::{Collation, Language, Texts};
use jiff::civil::date;

use super::shows;

const PATIENCE: Duration = Duration::from_secs(60);

fn spool() -> PathBuf {
    std::env::var_os("VIRTUAL_PRINTER_SPOOL").expect("run by tests/paper/virtual-printer.sh").into()
}

/// A stand list in a file of its own.
fn stand_list() -> tempfile::NamedTempFile {
    let list = StandList::build(&shows::usual(), Sort::Name, None, &Collation::new(Language::English));
    let printed = date(2026, 11, 23).at(14, 5, 0, 0);
    let pdf = stand_list_pdf::write(&list, &Texts::new(Language::English), Paper::A4, printed).unwrap();
    let file = tempfile::Builder::new().suffix(".pdf").tempfile().unwrap();
    fs::write(file.path(), pdf.bytes).unwrap();
    file
}

fn job<'a>(file: &'a tempfile::NamedTempFile, title: &'a str, printer: Option<&'a str>) -> Job<'a> {
    Job { file: file.path(), title, printer, copies: 1, paper: Paper::A4 }
}

#[test]
#[ignore = "needs cups: run by tests/paper/virtual-printer.sh"]
fn the_printers_are_listed_with_the_default_first() {
    let expected = [("virt", true), ("broken", false), ("offline", false)];
    assert_eq!(printers(), expected.map(|(name, is_default)| Printer { name: name.to_owned(), is_default }));
}

#[test]
#[ignore = "needs cups: run by tests/paper/virtual-printer.sh"]
fn a_stand_list_arrives_at_the_printer() {
    let file = stand_list();
    let outcome = print(&Job { copies: 2, ..job(&file, "Stand list, IT Partners", None) }, PATIENCE);
    assert_eq!(outcome, Ok(Outcome::Printed));
    let arrived: Vec<PathBuf> = fs::read_dir(spool()).unwrap().map(|entry| entry.unwrap().path()).collect();
    let arrived =
        arrived.iter().find(|path| path.to_string_lossy().contains("stand_list")).unwrap_or_else(|| panic!("{arrived:?}"));
    assert!(fs::read(arrived).unwrap().starts_with(b"%PDF-"));
}

#[test]
#[ignore = "needs cups: run by tests/paper/virtual-printer.sh"]
fn a_job_that_the_printer_gives_up_is_an_error_in_its_own_words() {
    let file = stand_list();
    match print(&job(&file, "Given up", Some("broken")), PATIENCE) {
        Err(PrintError::Failed(words)) => assert!(words.contains("not responding"), "{words}"),
        other => panic!("{other:?}"),
    }
}

#[test]
#[ignore = "needs cups: run by tests/paper/virtual-printer.sh"]
fn a_job_for_a_printer_that_does_not_answer_is_said_to_wait() {
    let file = stand_list();
    let outcome = print(&job(&file, "Waiting", Some("offline")), Duration::from_secs(2));
    assert!(matches!(outcome, Ok(Outcome::Waiting(_))), "{outcome:?}");
}

#[test]
#[ignore = "needs cups: run by tests/paper/virtual-printer.sh"]
fn a_printer_that_is_not_there_refuses_the_job() {
    let file = stand_list();
    match print(&job(&file, "Nowhere", Some("nowhere")), PATIENCE) {
        Err(PrintError::Refused(words)) => assert!(words.contains("does not exist"), "{words}"),
        other => panic!("{other:?}"),
    }
}
