//! The stand list on pages: a pure function from rows to positioned texts.

use jiff::civil::DateTime;

use super::page::{Align, Area, Bookmark, Document, Frame, Item, Line, Page, Paper, Part, Text};
use super::stand_list_columns::{Cells, Column, Columns, HEAD, SIZE, SMALL};
use crate::fonts::{self, Style};
use crate::lists::{Row, Sort, StandList};
use crate::scene::Role;
use crate::text::{DIGITS_INITIAL, OTHER_INITIAL, Texts, args};

/// The left edge of everything.
const LEFT: f32 = 40.0;
/// From the right edge of the columns to the paper's edge: room for the letter guide.
const GUIDE_ROOM: f32 = 52.0;
/// The left edge of the numbers; the boxes to tick stand before it.
const ROWS_LEFT: f32 = 58.0;
/// Where the first section begins.
const BODY_TOP: f32 = 93.0;
/// From the end of the body to the paper's lower edge.
const BODY_FOOT: f32 = 54.0;
/// A row of one line.
const ROW: f32 = 15.5;
/// Every further line of a row.
const LINE: f32 = 11.5;
/// A heading with the air above it.
const HEADING: f32 = 25.0;
/// The air between two sections.
const BETWEEN: f32 = 7.0;
/// The size of a heading.
const HEADING_SIZE: f32 = 15.0;
/// The letter guide: the first letter's middle, the largest and the smallest step.
const GUIDE_TOP: f32 = 107.0;
const GUIDE_STEP: f32 = 25.0;
const GUIDE_STEP_LEAST: f32 = 14.0;

/// The pages of a stand list. `printed` stands in the header.
#[must_use]
pub fn lay_out(list: &StandList, texts: &Texts, paper: Paper, printed: DateTime) -> Document {
    let (width, height) = paper.size();
    let right = width - GUIDE_ROOM;
    let mut setter = Setter {
        list,
        texts,
        printed: texts.date_time(printed),
        columns: Columns::fit(list, texts, ROWS_LEFT, right),
        width,
        height,
        right,
        pages: Vec::new(),
        on_page: Vec::new(),
        y: BODY_TOP,
        rows: 0,
        bookmarks: Vec::new(),
    };
    setter.start_page();
    if list.sections.is_empty() {
        setter.say_that_nobody_is_listed();
    }
    for (position, section) in list.sections.iter().enumerate() {
        setter.section(Some(position), &section.heading, &section.rows);
    }
    let unfilled_page = (!list.unfilled.is_empty()).then(|| setter.unfilled());
    setter.finish(unfilled_page)
}

struct Setter<'a> {
    list: &'a StandList,
    texts: &'a Texts,
    printed: String,
    columns: Columns,
    width: f32,
    height: f32,
    right: f32,
    pages: Vec<Page>,
    /// For each page the first and the last section on it.
    on_page: Vec<Option<(usize, usize)>>,
    /// How far down the page is filled.
    y: f32,
    rows: usize,
    bookmarks: Vec<Bookmark>,
}

impl Setter<'_> {
    fn put(&mut self, item: Item) {
        if let Some(page) = self.pages.last_mut() {
            page.items.push(item);
        }
    }

    #[expect(clippy::too_many_arguments, reason = "what a line of text is made of")]
    fn text(&mut self, x: f32, y: f32, size: f32, style: Style, tone: Role, align: Align, room: f32, part: Part, text: &str) {
        if !text.is_empty() {
            self.put(Item::Text(Text { x, y, size, style, tone, align, text: text.to_owned(), room, part }));
        }
    }

    fn body_end(&self) -> f32 {
        self.height - BODY_FOOT
    }

    /// The title of the list itself: what it is sorted by, and its hall.
    fn kind(&self) -> String {
        let kind = match self.list.sort {
            Sort::Name => self.texts.stand_list_by_name(),
            Sort::Number => self.texts.stand_list_by_number(),
        };
        match &self.list.hall {
            Some(hall) => format!("{kind} · {hall}"),
            None => kind,
        }
    }

    fn start_page(&mut self) {
        let first = self.pages.is_empty();
        self.pages.push(Page { width: self.width, height: self.height, items: Vec::new() });
        self.on_page.push(None);
        self.y = BODY_TOP;
        // The head is read aloud once, although it stands on every page.
        let part = |part| if first { part } else { Part::Artifact };
        let (left, right) = (LEFT, self.right);
        let kind = self.kind();
        let title = if self.list.title.is_empty() { kind.clone() } else { self.list.title.clone() };
        let desk = self.texts.stand_list_desk();
        let room = right - left - fonts::width(&desk, Style::SemiBold, 11.0) - 20.0;
        let title = fonts::shorten(&title, Style::SemiBold, 18.0, room).into_owned();
        self.text(left, 50.0, 18.0, Style::SemiBold, Role::Ink, Align::Left, room, part(Part::Title), &title);
        self.text(right, 50.0, 11.0, Style::SemiBold, Role::Ink, Align::Right, right - left, part(Part::Paragraph), &desk);
        let printed = self.texts.stand_list_printed(args::StandListPrinted { moment: &self.printed });
        let room = right - left - fonts::width(&printed, Style::Regular, 8.5) - 20.0;
        if !self.list.title.is_empty() {
            let kind = fonts::shorten(&kind, Style::Regular, 11.0, room).into_owned();
            self.text(left, 66.5, 11.0, Style::Regular, Role::Muted, Align::Left, room, part(Part::Paragraph), &kind);
        }
        self.text(right, 66.5, 8.5, Style::Regular, Role::Muted, Align::Right, right - left, part(Part::Paragraph), &printed);
        self.put(Item::Line(Line { from: (left, 76.0), to: (right, 76.0), width: 1.2, tone: Role::Ink }));
        if !self.list.is_empty() {
            let Columns { number, name, hall, category } = self.columns;
            for (column, head) in [
                (number, self.texts.stand_list_column_stand()),
                (name, self.texts.stand_list_column_exhibitor()),
                (hall, self.texts.stand_list_column_hall()),
                (category, self.texts.stand_list_column_category()),
            ] {
                let Column { x, width } = column;
                self.text(x, 90.0, HEAD, Style::Medium, Role::Muted, Align::Left, width, part(Part::ColumnHead), &head);
            }
        }
    }

    fn say_that_nobody_is_listed(&mut self) {
        let nobody = self.texts.stand_list_nobody();
        let (y, room) = (self.y + 34.0, self.right - LEFT);
        self.text(LEFT, y, 11.0, Style::Regular, Role::Muted, Align::Left, room, Part::Paragraph, &nobody);
        self.y += 46.0;
    }

    /// The heading and the rows of a section. At least two rows stay with the heading; where the page ends inside the section, the
    /// heading is repeated on the next one.
    fn section(&mut self, position: Option<usize>, heading: &str, rows: &[Row]) {
        let texts = self.texts;
        let columns = self.columns;
        let cells: Vec<Cells<'_>> = rows.iter().map(|row| Cells::wrap(row, &columns, texts)).collect();
        let together: f32 = cells.iter().take(2).map(row_height).sum();
        if self.y > BODY_TOP {
            self.y += BETWEEN;
        }
        if self.y + HEADING + together > self.body_end() && self.y > BODY_TOP {
            self.start_page();
        }
        self.bookmarks.push(Bookmark { title: heading.to_owned(), page: self.pages.len() - 1, y: self.y });
        self.heading(heading, None, Part::GroupHead);
        self.mark(position);
        for (index, cells) in cells.iter().enumerate() {
            if self.y + row_height(cells) > self.body_end() {
                self.start_page();
                let continued = self.texts.stand_list_continued();
                self.heading(heading, Some(&continued), Part::Artifact);
                self.mark(position);
            }
            self.row(cells, index % 2 == 1, position.is_some());
        }
    }

    /// Notes that a section has rows on this page.
    fn mark(&mut self, position: Option<usize>) {
        if let (Some(position), Some(range)) = (position, self.on_page.last_mut()) {
            let (first, _) = range.unwrap_or((position, position));
            *range = Some((first, position));
        }
    }

    fn heading(&mut self, heading: &str, note: Option<&str>, part: Part) {
        let baseline = self.y + 22.5;
        let (right, room) = (self.right, self.right - LEFT - 60.0);
        let heading = fonts::shorten(heading, Style::SemiBold, HEADING_SIZE, room);
        let end = LEFT + fonts::width(&heading, Style::SemiBold, HEADING_SIZE);
        self.text(LEFT, baseline, HEADING_SIZE, Style::SemiBold, Role::Accent, Align::Left, room, part, &heading);
        let mut start = (end + 7.0).max(ROWS_LEFT);
        if let Some(note) = note {
            self.text(start, baseline, 8.0, Style::Regular, Role::Muted, Align::Left, room, Part::Artifact, note);
            start += fonts::width(note, Style::Regular, 8.0) + 6.0;
        }
        let y = baseline - 4.0;
        self.put(Item::Line(Line { from: (start, y), to: (right, y), width: 0.8, tone: Role::Accent }));
        self.y += HEADING;
    }

    fn row(&mut self, cells: &Cells<'_>, striped: bool, with_box: bool) {
        let (top, height, row) = (self.y, row_height(cells), self.rows);
        self.rows += 1;
        if striped {
            let area = Area { x: ROWS_LEFT - 4.0, y: top, width: self.right - ROWS_LEFT + 4.0, height, tone: Role::Stripe };
            self.put(Item::Area(area));
        }
        if with_box {
            let tick = Frame { x: LEFT + 0.5, y: top + 3.25, width: 9.0, height: 9.0, radius: 1.8, line: 0.8, tone: Role::Muted };
            self.put(Item::Frame(tick));
        }
        let Columns { number, name, hall, category } = self.columns;
        let hall = Column { width: cells.hall_width, ..hall };
        let name_tone = if cells.faint_name { Role::Muted } else { Role::Ink };
        let numbers = cells.numbers.iter().map(String::as_str);
        self.cell(number, 0, row, Style::SemiBold, SIZE, Role::Ink, numbers, top);
        self.cell(name, 1, row, cells.name_style, SIZE, name_tone, cells.name.iter().map(AsRef::as_ref), top);
        self.cell(hall, 2, row, Style::Regular, SMALL, Role::Muted, cells.hall.iter().map(String::as_str), top);
        self.cell(category, 3, row, Style::Regular, SMALL, Role::Muted, cells.category.iter().map(String::as_str), top);
        self.y += height;
    }

    #[expect(clippy::too_many_arguments, reason = "what a cell is made of")]
    fn cell<'c>(
        &mut self,
        column: Column,
        position: usize,
        row: usize,
        style: Style,
        size: f32,
        tone: Role,
        lines: impl Iterator<Item = &'c str>,
        top: f32,
    ) {
        let part = Part::Cell { row, column: position };
        let mut baseline = top + ROW / 2.0 + SIZE * fonts::CAP_HEIGHT / 2.0;
        for line in lines {
            self.text(column.x, baseline, size, style, tone, Align::Left, column.width, part, line);
            baseline += LINE;
        }
    }

    /// The booths that nobody fills: behind the exhibitors where they have room there, else on pages of their own. Gives the page that
    /// they begin on, counted from 0.
    fn unfilled(&mut self) -> usize {
        let list = self.list;
        let height: f32 = list.unfilled.iter().map(|row| row_height(&Cells::wrap(row, &self.columns, self.texts))).sum();
        let fits = self.y + BETWEEN + HEADING + height <= self.body_end();
        if !fits && self.y > BODY_TOP && !list.sections.is_empty() {
            self.start_page();
        }
        let page = self.pages.len() - 1;
        self.section(None, &self.texts.stand_list_unfilled(), &list.unfilled);
        page
    }

    fn finish(mut self, unfilled_page: Option<usize>) -> Document {
        let guide = Guide::new(self.list, self.body_end());
        let count = self.pages.len();
        let summary = self.summary(unfilled_page);
        let (right, height, width) = (self.right, self.height, self.width);
        let texts = self.texts;
        for (index, (page, sections)) in self.pages.iter_mut().zip(&self.on_page).enumerate() {
            guide.draw(page, width, *sections);
            let rule = height - 44.0;
            let number = texts.stand_list_page(args::StandListPage { page: index + 1, pages: count });
            let number_width = fonts::width(&number, Style::SemiBold, 8.5);
            let room = right - LEFT - number_width - 16.0;
            page.items.push(Item::Line(Line { from: (LEFT, rule), to: (right, rule), width: 0.7, tone: Role::Line }));
            let foot = |x, align, style, tone, size, room, text: &str| {
                Item::Text(Text {
                    x,
                    y: rule + 14.0,
                    size,
                    style,
                    tone,
                    align,
                    text: text.to_owned(),
                    room,
                    part: Part::Artifact,
                })
            };
            let short = fonts::shorten(&summary, Style::Regular, 8.0, room);
            page.items.push(foot(LEFT, Align::Left, Style::Regular, Role::Muted, 8.0, room, &short));
            page.items.push(foot(right, Align::Right, Style::SemiBold, Role::Ink, 8.5, right - LEFT, &number));
        }
        let kind = self.kind();
        let title = if self.list.title.is_empty() { kind } else { format!("{} – {kind}", self.list.title) };
        Document { title, language: texts.language().code(), pages: self.pages, bookmarks: self.bookmarks }
    }

    fn summary(&self, unfilled_page: Option<usize>) -> String {
        let StandList { filled, sellable, exhibitors, .. } = *self.list;
        let mut parts = vec![
            self.texts.occupancy_line(args::OccupancyLine { filled, sellable }),
            self.texts.exhibitors_count(args::ExhibitorsCount { count: exhibitors }),
        ];
        if let Some(page) = unfilled_page {
            parts.push(self.texts.stand_list_unfilled_on(args::StandListUnfilledOn { page: page + 1 }));
        }
        parts.join(" · ")
    }
}

fn row_height(cells: &Cells<'_>) -> f32 {
    ROW + LINE * (cells.lines() - 1) as f32
}

/// The letter guide at the page's edge.
struct Guide {
    /// What stands there, and the first and last section that it leads to; none where there is no name with this letter.
    entries: Vec<(String, Option<(usize, usize)>)>,
    step: f32,
}

impl Guide {
    fn new(list: &StandList, body_end: f32) -> Guide {
        let headings =
            list.sections.iter().enumerate().map(|(position, section)| (section.heading.clone(), Some((position, position))));
        let mut entries: Vec<(String, Option<(usize, usize)>)> = match list.sort {
            _ if list.sections.is_empty() => Vec::new(),
            Sort::Number => headings.collect(),
            Sort::Name => {
                let sections = |letter: &str| {
                    let position = list.sections.iter().position(|section| section.heading == letter)?;
                    Some((position, position))
                };
                let ends = |initial: char| {
                    headings_with(list, initial).map(|position| (initial.to_string(), Some((position, position))))
                };
                let letters = ('A'..='Z').map(|letter| (letter.to_string(), sections(&letter.to_string())));
                ends(DIGITS_INITIAL).into_iter().chain(letters).chain(ends(OTHER_INITIAL)).collect()
            }
        };
        let room = body_end - GUIDE_TOP - 8.0;
        let most = (room / GUIDE_STEP_LEAST) as usize;
        if entries.len() > most {
            let together = entries.len().div_ceil(most);
            entries = entries.chunks(together).filter_map(joined).collect();
        }
        let step = (room / entries.len().saturating_sub(1).max(1) as f32).min(GUIDE_STEP);
        Guide { entries, step }
    }

    fn draw(&self, page: &mut Page, width: f32, sections: Option<(usize, usize)>) {
        const BOX: f32 = 32.0;
        let (middle, half) = (width - 17.0, (self.step / 2.0 - 0.5).min(8.0));
        for (position, (label, target)) in self.entries.iter().enumerate() {
            let y = GUIDE_TOP + position as f32 * self.step;
            let here = matches!((target, sections), (Some(target), Some(page)) if target.0 <= page.1 && page.0 <= target.1);
            if here {
                page.items.push(Item::Area(Area {
                    x: width - BOX,
                    y: y - half,
                    width: BOX,
                    height: 2.0 * half,
                    tone: Role::Accent,
                }));
            }
            let (style, tone) = if here { (Style::SemiBold, Role::OnAccent) } else { (Style::Regular, Role::Muted) };
            let size = 9.0;
            page.items.push(Item::Text(Text {
                x: middle,
                y: y + size * fonts::CAP_HEIGHT / 2.0,
                size,
                style,
                tone,
                align: Align::Centre,
                text: label.clone(),
                room: BOX - 6.0,
                part: Part::Artifact,
            }));
        }
    }
}

fn headings_with(list: &StandList, initial: char) -> Option<usize> {
    list.sections.iter().position(|section| section.heading.chars().eq([initial]))
}

/// Several entries under the first one's label.
fn joined(entries: &[(String, Option<(usize, usize)>)]) -> Option<(String, Option<(usize, usize)>)> {
    let (label, _) = entries.first()?;
    let targets = || entries.iter().filter_map(|(_, target)| *target);
    let target = targets().map(|target| target.0).min().zip(targets().map(|target| target.1).max());
    Some((label.clone(), target))
}

#[cfg(test)]
#[path = "stand_list_layout_tests.rs"]
mod tests;
