//! The list of renumbered booths on pages: a pure function from rows to positioned texts.

use jiff::civil::DateTime;

use super::page::{Align, Area, Document, Item, Line, Page, Paper, Part, Text};
use crate::fonts::{self, Style};
use crate::lists::RenumberedList;
use crate::scene::Role;
use crate::text::{Texts, args};

/// The left edge of everything, and from the right edge to the paper's.
const MARGIN: f32 = 40.0;
/// Where the first row begins.
const BODY_TOP: f32 = 95.0;
/// From the end of the body to the paper's lower edge.
const BODY_FOOT: f32 = 54.0;
/// The height of a row.
const ROW: f32 = 15.5;
/// The size of rows, and of the columns' heads.
const SIZE: f32 = 9.5;
const HEAD: f32 = 7.5;
/// The free space between two columns.
const GAP: f32 = 12.0;
/// The widest that a column of numbers becomes, and the column of halls.
const MOST_WIDE: f32 = 110.0;

/// The pages of the list. `printed` stands in the header.
#[must_use]
pub fn lay_out(list: &RenumberedList, texts: &Texts, paper: Paper, printed: DateTime) -> Document {
    let (width, height) = paper.size();
    let rows_on_a_page = (((height - BODY_FOOT - BODY_TOP) / ROW) as usize).max(1);
    let sheets: Vec<_> = if list.rows.is_empty() { vec![&[][..]] } else { list.rows.chunks(rows_on_a_page).collect() };
    let columns = columns(list, texts, width - MARGIN);
    let count = sheets.len();
    let mut row = 0;
    let mut pages = Vec::new();
    for (index, rows) in sheets.into_iter().enumerate() {
        let mut sheet = Sheet { items: Vec::new(), right: width - MARGIN };
        sheet.head(list, texts, printed, index == 0, &columns);
        let mut top = BODY_TOP;
        for renumbered in rows {
            if row % 2 == 1 {
                let width = sheet.right - MARGIN + 8.0;
                sheet.items.push(Item::Area(Area { x: MARGIN - 4.0, y: top, width, height: ROW, tone: Role::Stripe }));
            }
            let exhibitors = renumbered.exhibitors.join(", ");
            let cells = [
                (renumbered.old.as_str(), Style::Regular, Role::Muted),
                (renumbered.new.as_str(), Style::SemiBold, Role::Ink),
                (exhibitors.as_str(), Style::Medium, Role::Ink),
                (renumbered.hall.as_str(), Style::Regular, Role::Muted),
            ];
            let baseline = top + ROW / 2.0 + SIZE * fonts::CAP_HEIGHT / 2.0;
            for (column, ((text, style, tone), (x, room))) in cells.into_iter().zip(columns).enumerate() {
                let short = fonts::shorten(text, style, SIZE, room);
                sheet.text((x, baseline), Align::Left, (style, SIZE, tone), room, Part::Cell { row, column }, &short);
            }
            top += ROW;
            row += 1;
        }
        sheet.foot(texts, height, (index + 1, count));
        pages.push(Page { width, height, items: sheet.items });
    }
    let kind = texts.renumbered_title();
    let title = if list.title.is_empty() { kind } else { format!("{} – {kind}", list.title) };
    Document { title, language: texts.language().code(), pages, bookmarks: Vec::new() }
}

/// Where the columns begin and how wide they are: old, new, exhibitor, hall. The exhibitor has what the others leave.
fn columns(list: &RenumberedList, texts: &Texts, right: f32) -> [(f32, f32); 4] {
    let widest = |head: &str, cells: &mut dyn Iterator<Item = &str>| {
        let head = fonts::width(head, Style::Medium, HEAD);
        cells.map(|cell| fonts::width(cell, Style::SemiBold, SIZE)).fold(head, f32::max).min(MOST_WIDE)
    };
    let old = widest(&texts.renumbered_column_old(), &mut list.rows.iter().map(|row| row.old.as_str()));
    let new = widest(&texts.renumbered_column_new(), &mut list.rows.iter().map(|row| row.new.as_str()));
    let hall = widest(&texts.stand_list_column_hall(), &mut list.rows.iter().map(|row| row.hall.as_str()));
    let new_x = MARGIN + old + GAP;
    let name_x = new_x + new + GAP;
    [(MARGIN, old), (new_x, new), (name_x, right - hall - GAP - name_x), (right - hall, hall)]
}

/// A page being set.
struct Sheet {
    items: Vec<Item>,
    right: f32,
}

impl Sheet {
    fn text(
        &mut self,
        (x, y): (f32, f32),
        align: Align,
        (style, size, tone): (Style, f32, Role),
        room: f32,
        part: Part,
        text: &str,
    ) {
        if !text.is_empty() {
            self.items.push(Item::Text(Text { x, y, size, style, tone, align, text: text.to_owned(), room, part }));
        }
    }

    fn head(&mut self, list: &RenumberedList, texts: &Texts, printed: DateTime, is_first: bool, columns: &[(f32, f32); 4]) {
        // The head is read aloud once, although it stands on every page.
        let part = |part| if is_first { part } else { Part::Artifact };
        let (right, room) = (self.right, self.right - MARGIN);
        let kind = texts.renumbered_title();
        let title = if list.title.is_empty() { &kind } else { &list.title };
        let title = fonts::shorten(title, Style::SemiBold, 18.0, room);
        self.text((MARGIN, 50.0), Align::Left, (Style::SemiBold, 18.0, Role::Ink), room, part(Part::Title), &title);
        let printed = texts.stand_list_printed(args::StandListPrinted { moment: &texts.date_time(printed) });
        if !list.title.is_empty() {
            let subtitle = (Style::Regular, 11.0, Role::Muted);
            self.text((MARGIN, 66.5), Align::Left, subtitle, room / 2.0, part(Part::Paragraph), &kind);
        }
        let small = (Style::Regular, 8.5, Role::Muted);
        self.text((right, 66.5), Align::Right, small, room / 2.0, part(Part::Paragraph), &printed);
        self.items.push(Item::Line(Line { from: (MARGIN, 76.0), to: (right, 76.0), width: 1.2, tone: Role::Ink }));
        let heads = [
            texts.renumbered_column_old(),
            texts.renumbered_column_new(),
            texts.stand_list_column_exhibitor(),
            texts.stand_list_column_hall(),
        ];
        for (head, (x, room)) in heads.iter().zip(columns) {
            let look = (Style::Medium, HEAD, Role::Muted);
            self.text((*x, 89.0), Align::Left, look, *room, part(Part::ColumnHead), head);
        }
    }

    fn foot(&mut self, texts: &Texts, height: f32, (page, pages): (usize, usize)) {
        let rule = height - 44.0;
        self.items.push(Item::Line(Line { from: (MARGIN, rule), to: (self.right, rule), width: 0.7, tone: Role::Line }));
        let number = texts.stand_list_page(args::StandListPage { page, pages });
        let look = (Style::SemiBold, 8.5, Role::Ink);
        self.text((self.right, rule + 14.0), Align::Right, look, self.right - MARGIN, Part::Artifact, &number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lists::Renumbered;
    use crate::plan::Number;
    use crate::text::Language;

    fn list(count: usize) -> RenumberedList {
        let row = |place: usize| Renumbered {
            old: Number::new(&format!("A{place}")).unwrap(),
            new: Number::new(&format!("{}", 101 + place)).unwrap(),
            exhibitors: vec![format!("Exhibitor {place} of the Most Distinguished Companies of the Whole Wide World Ltd"); 2],
            hall: "Hall 1".to_owned(),
        };
        RenumberedList { title: "Fair 2026".to_owned(), rows: (0..count).map(row).collect() }
    }

    #[test]
    fn every_row_is_on_a_page_within_its_margins() {
        for paper in Paper::ALL {
            let document = lay_out(&list(120), &Texts::new(Language::French), paper, DateTime::default());
            let (width, height) = paper.size();
            assert_eq!(document.pages.len(), 3);
            let texts: Vec<&Text> = document.pages.iter().flat_map(|page| &page.items).filter_map(text).collect();
            let cells = texts.iter().filter(|text| matches!(text.part, Part::Cell { .. }));
            assert_eq!(cells.count(), 120 * 4);
            for text in texts {
                let wide = fonts::width(&text.text, text.style, text.size);
                let left = if text.align == Align::Right { text.x - wide } else { text.x };
                assert!(left >= MARGIN - 0.1 && left + wide <= width - MARGIN + 0.1, "{text:?}");
                assert!(text.y < height && wide <= text.room + 0.1, "{text:?}");
            }
        }
    }

    fn text(item: &Item) -> Option<&Text> {
        match item {
            Item::Text(text) => Some(text),
            Item::Line(_) | Item::Area(_) | Item::Frame(_) => None,
        }
    }
}
