//! The stand list as a PDF, read back by other programs.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use hallplan::export::page::Paper;
use hallplan::export::stand_list_pdf;
use hallplan::lists::{Sort, StandList};
use hallplan::plan::Plan;
use hallplan::text::{Collation, Language, Texts};
use jiff::civil::{DateTime, date};

use super::shows;

fn printed() -> DateTime {
    date(2026, 11, 23).at(14, 5, 0, 0)
}

fn stand_list(plan: &Plan, sort: Sort, language: Language) -> StandList {
    StandList::build(plan, sort, None, &Collation::new(language))
}

fn written(folder: &Path, name: &str, plan: &Plan, sort: Sort, language: Language, paper: Paper) -> PathBuf {
    let list = stand_list(plan, sort, language);
    let pdf = stand_list_pdf::write(&list, &Texts::new(language), paper, printed()).unwrap();
    let path = folder.join(name);
    fs::write(&path, &pdf.bytes).unwrap();
    path
}

/// What a program prints about a PDF.
fn said_by(program: &str, arguments: &[&str], pdf: &Path) -> String {
    let mut command = Command::new(program);
    command.args(arguments).arg(pdf);
    if program == "pdftotext" {
        command.arg("-");
    }
    let output = command.output().unwrap();
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The words that a reader copies out of the PDF, in their order, with single blanks.
fn words(pdf: &Path) -> String {
    said_by("pdftotext", &["-raw"], pdf).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn assert_in_order(text: &str, parts: &[&str]) {
    let mut from = 0;
    for part in parts {
        let found = text[from..].find(part);
        from += found.unwrap_or_else(|| panic!("{part:?} is not after {:?} in {text}", &text[..from])) + part.len();
    }
}

#[test]
#[ignore = "needs pdftotext and pdffonts"]
fn the_printed_list_is_text_in_reading_order() {
    let folder = tempfile::tempdir().unwrap();
    let pdf = written(folder.path(), "list.pdf", &shows::usual(), Sort::Name, Language::French, Paper::A4);
    let text = words(&pdf);
    assert_in_order(
        &text,
        &[
            "IT Partners 2022 Accueil Stands par exposant imprimé le 23 nov. 2026",
            "Stand Exposant Hall Catégorie",
            "A04 Acer Hall 1 PC and tablets",
            "A39 A40 ALSO France Hall 1 Distribution",
            "E21 Cubbit chez Synology",
            "B04 Eaton Hall 1 Power",
            "M21 Éditions ENI Mezzanine Training",
            "A14 Epson Hall 1 Printing",
            "Page 1 sur 2",
            "Emplacements sans exposant",
            "C02 Hall 1",
            "M30 en option pour Seagate Mezzanine",
            "Page 2 sur 2",
        ],
    );
    assert!(text.contains("28 emplacements occupés sur 30"), "{text}");
}

#[test]
#[ignore = "needs pdftotext and pdffonts"]
fn fonts_are_embedded_as_subsets_with_their_characters_known() {
    let folder = tempfile::tempdir().unwrap();
    let pdf = written(folder.path(), "list.pdf", &shows::hard(), Sort::Name, Language::English, Paper::Letter);
    let fonts = said_by("pdffonts", &[], &pdf);
    let rows: Vec<&str> = fonts.lines().skip(2).collect();
    assert!(rows.iter().any(|row| row.contains("Inter-Medium")), "{fonts}");
    for row in rows {
        let (name, rest) = row.split_at(36);
        assert!(name.as_bytes().get(6) == Some(&b'+'), "{row}: the name of a subset begins with six letters and a plus");
        assert!(rest.contains(" yes yes yes "), "{row}: embedded, subset, with characters");
    }
}

#[test]
#[ignore = "needs pdftotext and pdffonts"]
fn three_thousand_exhibitors_are_all_there_once() {
    let folder = tempfile::tempdir().unwrap();
    let plan = shows::large(3000);
    let pdf = written(folder.path(), "list.pdf", &plan, Sort::Name, Language::English, Paper::A4);
    let text = format!(" {} ", words(&pdf));
    for exhibitor in plan.exhibitors().values() {
        assert_eq!(text.matches(&format!(" {} Hall ", exhibitor.name)).count(), 1, "{}", exhibitor.name);
    }
    let pages: usize =
        said_by("pdfinfo", &[], &pdf).lines().find_map(|line| line.strip_prefix("Pages:")).unwrap().trim().parse().unwrap();
    for page in 1..=pages {
        assert!(text.contains(&format!(" Page {page} of {pages} ")), "page {page} of {pages}");
    }
}

#[test]
#[ignore = "needs pdftotext and pdffonts"]
fn the_pdf_says_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    for (paper, size) in [(Paper::A4, "A4"), (Paper::Letter, "letter")] {
        let pdf = written(folder.path(), "list.pdf", &shows::usual(), Sort::Number, Language::English, paper);
        let info = said_by("pdfinfo", &[], &pdf);
        for fact in ["IT Partners 2022 – Stands by number", "Tagged:          yes", size] {
            assert!(info.contains(fact), "{fact}: {info}");
        }
        let structure = said_by("pdfinfo", &["-struct-text"], &pdf);
        assert_in_order(
            &structure,
            &["H1", "IT Partners 2022", "Table", "THead", "TH", "Stand", "TBody", "TR", "TD", "A2", "TD", "Zyxel"],
        );
    }
}

/// Leaves its files in `target/tmp/stand-list`, to be looked at.
#[test]
#[ignore = "needs pdftotext and pdffonts"]
fn every_kind_of_show_can_be_printed() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("stand-list");
    fs::create_dir_all(&folder).unwrap();
    for (name, plan) in [
        ("usual", shows::usual()),
        ("hard", shows::hard()),
        ("large", shows::large(3000)),
        ("free", shows::without_exhibitors()),
        ("empty", Plan::default()),
    ] {
        for (sort, language, paper) in
            [(Sort::Name, Language::English, Paper::A4), (Sort::Number, Language::French, Paper::Letter)]
        {
            let pdf = written(&folder, &format!("{name}-{}.pdf", language.code()), &plan, sort, language, paper);
            let footer = if language == Language::English { "Page 1 of " } else { "Page 1 sur " };
            assert!(words(&pdf).contains(footer), "{}", pdf.display());
        }
    }
}
