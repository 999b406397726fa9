//! What holds on every page of a printed stand list.

use jiff::civil::date;

use super::lay_out;
use crate::export::page::{Align, Document, Item, Page, Paper, Part, Text};
use crate::fonts::{self, Shaper};
use crate::lists::{Occupant, Row, Section, Sort, StandList};
use crate::text::{Language, Texts, index_letter};

fn row(numbers: &[&str], name: &str, hall: &str, categories: &[&str]) -> Row {
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    Row {
        numbers: owned(numbers),
        occupant: Occupant::Main(name.to_owned()),
        hall: hall.to_owned(),
        categories: owned(categories),
    }
}

/// A list of rows that are sorted already.
fn list_of(rows: Vec<Row>, unfilled: usize) -> StandList {
    let mut sections: Vec<Section> = Vec::new();
    let exhibitors = rows.len();
    for row in rows {
        let heading = index_letter(row.occupant.name()).to_string();
        match sections.last_mut() {
            Some(section) if section.heading == heading => section.rows.push(row),
            _ => sections.push(Section { heading, rows: vec![row] }),
        }
    }
    StandList {
        title: "IT Partners 2022".to_owned(),
        hall: None,
        sort: Sort::Name,
        sections,
        unfilled: (0..unfilled)
            .map(|number| Row { occupant: Occupant::Nobody, ..row(&[&format!("Z{number}")], "", "Hall 1", &[]) })
            .collect(),
        filled: exhibitors,
        sellable: exhibitors + unfilled,
        exhibitors,
    }
}

/// So many exhibitors under each letter.
fn alphabet(each: usize, unfilled: usize) -> StandList {
    let names = ('A'..='Z').flat_map(|letter| (0..each).map(move |number| format!("{letter}name {number}")));
    list_of(names.map(|name| row(&["A1"], &name, "Hall 1", &["Networks"])).collect(), unfilled)
}

/// Rows that want more room than there is.
fn hard() -> StandList {
    let long = "Bundesverband der Deutschen Industrie- und Handelskammern für Elektrotechnik, Elektronik und Informationstechnologie e. V.";
    let word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
    let numbers: Vec<String> = (0..60).map(|number| format!("H{}-{}", number % 7, number * 37 % 60)).collect();
    let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
    let mut rows = vec![
        row(&numbers, long, "Obergeschoss der Nordhalle, zweite Ebene, hinterer Teil", &[long, word]),
        row(&["Lounge West 2", "A1"], word, word, &[word]),
        row(
            &["WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW"],
            "华为技术有限公司华为技术有限公司华为技术有限公司华为技术有限公司",
            "Hall 1",
            &[],
        ),
    ];
    let with = vec![long.to_owned(), word.to_owned()];
    rows.push(Row { occupant: Occupant::Co { name: long.to_owned(), with }, ..row(&["A1"], "", "Hall 1", &[]) });
    list_of(rows, 3)
}

fn document(list: &StandList, language: Language, paper: Paper) -> Document {
    lay_out(list, &Texts::new(language), paper, date(2026, 11, 23).at(14, 5, 0, 0))
}

fn texts(page: &Page) -> impl Iterator<Item = &Text> {
    page.items.iter().filter_map(|item| match item {
        Item::Text(text) => Some(text),
        _ => None,
    })
}

/// Left, top, right and bottom of a line of text.
fn edges(text: &Text) -> [f32; 4] {
    let width = fonts::width(&text.text, text.style, text.size).min(text.room);
    let left = match text.align {
        Align::Left => text.x,
        Align::Centre => text.x - width / 2.0,
        Align::Right => text.x - width,
    };
    [left, text.y - text.size * fonts::CAP_HEIGHT, left + width, text.y]
}

fn every_document() -> Vec<Document> {
    let mut documents = Vec::new();
    for list in [alphabet(0, 0), alphabet(1, 4), alphabet(7, 130), alphabet(40, 9), hard()] {
        for language in Language::ALL {
            for paper in Paper::ALL {
                documents.push(document(&list, language, paper));
            }
        }
    }
    documents
}

#[test]
fn nothing_stands_outside_the_page() {
    for document in every_document() {
        for page in &document.pages {
            for item in &page.items {
                let [left, top, right, bottom] = match item {
                    Item::Text(text) => edges(text),
                    Item::Line(line) => [line.from.0, line.from.1, line.to.0, line.to.1],
                    Item::Area(area) => [area.x, area.y, area.x + area.width, area.y + area.height],
                    Item::Frame(frame) => [frame.x, frame.y, frame.x + frame.width, frame.y + frame.height],
                };
                let inside = left >= 0.0 && top >= 0.0 && right <= page.width + 0.1 && bottom <= page.height - 20.0;
                assert!(inside && left <= right, "{item:?}");
            }
        }
    }
}

#[test]
fn no_text_overlaps_another() {
    for document in every_document() {
        for page in &document.pages {
            let boxes: Vec<(&Text, [f32; 4])> = texts(page).map(|text| (text, edges(text))).collect();
            for (position, (text, a)) in boxes.iter().enumerate() {
                for (other, b) in &boxes[position + 1..] {
                    let apart = a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1];
                    assert!(apart, "{:?} and {:?}", text.text, other.text);
                }
            }
        }
    }
}

#[test]
fn text_whose_width_is_known_fits_its_room() {
    for text in every_document().iter().flat_map(|document| &document.pages).flat_map(texts) {
        let width = fonts::width(&text.text, text.style, text.size);
        assert!(width <= text.room + 0.01, "{:?} is {width} in {}", text.text, text.room);
    }
}

#[test]
fn covered_text_never_uses_the_box_of_a_missing_glyph() {
    let mut shaper = Shaper::without_system_fonts();
    for text in every_document().iter().flat_map(|document| &document.pages).flat_map(texts) {
        if fonts::covers(&text.text, text.style) {
            assert!(!fonts::has_missing(&shaper.shape(&text.text, text.style)), "{}", text.text);
        }
    }
}

#[test]
fn every_row_is_on_one_page_and_none_is_lost() {
    for (each, unfilled) in [(0, 0), (1, 4), (7, 130), (40, 9)] {
        let list = alphabet(each, unfilled);
        for paper in Paper::ALL {
            let document = document(&list, Language::English, paper);
            let mut rows: Vec<usize> = Vec::new();
            for page in &document.pages {
                let mut here: Vec<usize> = texts(page)
                    .filter_map(|text| match text.part {
                        Part::Cell { row, .. } => Some(row),
                        _ => None,
                    })
                    .collect();
                here.dedup();
                rows.extend(here);
            }
            let expected: Vec<usize> = (0..26 * each + unfilled).collect();
            assert_eq!(rows, expected);
        }
    }
}

#[test]
fn every_page_says_which_of_how_many_it_is() {
    let document = document(&alphabet(40, 9), Language::French, Paper::A4);
    let count = document.pages.len();
    assert!(count > 20, "{count}");
    for (index, page) in document.pages.iter().enumerate() {
        let expected = format!("Page {} sur {count}", index + 1);
        assert!(texts(page).any(|text| text.text == expected), "{expected}");
    }
}

#[test]
fn a_heading_stands_above_two_rows_at_least_and_is_repeated_where_its_rows_go_on() {
    for page in &document(&alphabet(7, 0), Language::English, Paper::Letter).pages {
        let parts: Vec<Part> = texts(page).map(|text| text.part).collect();
        for position in parts.iter().enumerate().filter(|(_, part)| **part == Part::GroupHead).map(|(position, _)| position) {
            let after = &parts[position + 1..];
            let next_head = after.iter().position(|part| *part == Part::GroupHead).unwrap_or(after.len());
            let cells = after[..next_head].iter().filter(|part| matches!(part, Part::Cell { column: 0, .. })).count();
            assert!(cells >= 2, "{cells} rows under a heading");
        }
    }
    let pages = document(&alphabet(90, 0), Language::English, Paper::A4).pages;
    let continued = pages.iter().filter(|page| texts(page).any(|text| text.text == "continued")).count();
    assert!(continued > 26, "{continued}");
}

/// The labels of the guide on a page, and those that stand on the accent.
fn guide(page: &Page) -> (Vec<&str>, Vec<&str>) {
    let labels: Vec<&Text> = texts(page).filter(|text| text.align == Align::Centre).collect();
    let marked = labels.iter().filter(|text| text.tone == crate::scene::Role::OnAccent).map(|text| text.text.as_str()).collect();
    (labels.iter().map(|text| text.text.as_str()).collect(), marked)
}

#[test]
fn the_guide_marks_the_letters_of_the_page_and_no_other() {
    let rows = ["3CX", "Acer", "Asus", "Éditions", "Zyxel", "Яндекс"].map(|name| row(&["A1"], name, "Hall 1", &[])).to_vec();
    let few = document(&list_of(rows, 0), Language::English, Paper::A4);
    let (labels, marked) = guide(&few.pages[0]);
    assert_eq!(labels.concat(), "#ABCDEFGHIJKLMNOPQRSTUVWXYZ…");
    assert_eq!(marked, ["#", "A", "E", "Z", "…"]);

    for page in &document(&alphabet(7, 130), Language::English, Paper::A4).pages {
        let mut headings: Vec<&str> =
            texts(page).filter(|text| text.size > 14.0 && text.text.len() == 1).map(|text| text.text.as_str()).collect();
        headings.dedup();
        assert_eq!(guide(page).1, headings);
    }
}

#[test]
fn a_guide_of_many_hundreds_leads_to_all_of_them_in_fewer_steps() {
    let mut list = alphabet(0, 0);
    list.sort = Sort::Number;
    list.sections = (1..=200)
        .map(|hundred| Section {
            heading: format!("{hundred}00"),
            rows: vec![row(&[&format!("{hundred}01")], "Name", "Hall 1", &[])],
        })
        .collect();
    for page in &document(&list, Language::English, Paper::Letter).pages {
        let (labels, marked) = guide(page);
        assert!(labels.len() <= 50, "{}", labels.len());
        assert!(!marked.is_empty());
    }
}

#[test]
fn the_slots_without_exhibitor_come_last_and_the_footer_says_where() {
    let document = document(&alphabet(7, 130), Language::English, Paper::A4);
    let first = document.pages.iter().position(|page| texts(page).any(|text| text.text == "Slots without exhibitor")).unwrap();
    assert!(first > 0 && first + 1 < document.pages.len());
    let footer = format!("182 of 312 slots filled · 182 exhibitors · slots without exhibitor on page {}", first + 1);
    for page in &document.pages {
        assert!(texts(page).any(|text| text.text == footer), "{footer}");
    }
    assert_eq!(document.bookmarks.len(), 27);
    assert_eq!(document.bookmarks[26].page, first);
}

#[test]
fn many_numbers_are_joined_to_ranges_and_broken_between_two_of_them() {
    let runs = ["A1", "A2", "A3", "B09", "B10", "C1", "C3"];
    let list = list_of(vec![row(&runs, "Acer", "Hall 1", &[]), row(&["Lounge 1", "Lounge 3"], "Asus", "Hall 1", &[])], 0);
    let document = document(&list, Language::English, Paper::A4);
    let numbers = |wanted: usize| {
        let cells = texts(&document.pages[0]).filter(move |text| text.part == Part::Cell { row: wanted, column: 0 });
        cells.map(|text| text.text.as_str()).collect::<Vec<_>>().join("|")
    };
    assert_eq!(numbers(0).replace('|', " "), "A1–A3 B09 B10 C1 C3");
    assert_eq!(numbers(1).replace('|', " "), "Lounge 1, Lounge 3");
}

#[test]
fn a_list_without_exhibitors_says_so() {
    let document = document(&alphabet(0, 0), Language::English, Paper::A4);
    assert_eq!(document.pages.len(), 1);
    assert!(texts(&document.pages[0]).any(|text| text.text == "No exhibitor has a stand yet."));
}
