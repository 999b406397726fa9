//! The columns of the printed stand list: how wide each is, and what of a row stands in which line of it.

use std::borrow::Cow;

use crate::fonts::{self, Style};
use crate::lists::{Occupant, Row, StandList};
use crate::plan::Number;
use crate::text::{Texts, args};

/// The size of numbers and names.
pub(super) const SIZE: f32 = 9.5;
/// The size of halls and categories.
pub(super) const SMALL: f32 = 9.0;
/// The size of the columns' heads.
pub(super) const HEAD: f32 = 7.5;
/// The free space between two columns.
const GAP: f32 = 10.0;
/// A name or a hall gets so many lines, then it is shortened.
const NAME_LINES: usize = 2;
/// The categories of a row get so many lines.
const CATEGORY_LINES: usize = 3;
/// The numbers of a row get so many lines; the rest is counted ("+3").
const NUMBER_LINES: usize = 6;

/// A column: where it begins and how wide it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Column {
    pub x: f32,
    pub width: f32,
}

/// The columns, from left to right.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Columns {
    pub number: Column,
    pub name: Column,
    pub hall: Column,
    pub category: Column,
}

impl Columns {
    /// Columns between `left` and `right` for the rows of a list. What most rows need decides; the name has the rest.
    pub(super) fn fit(list: &StandList, texts: &Texts, left: f32, right: f32) -> Columns {
        /// A name has at least this width, whatever the others need.
        const NAME: f32 = 180.0;
        let rows = || list.sections.iter().flat_map(|section| &section.rows).chain(&list.unfilled);
        let longest_number = rows().flat_map(|row| &row.numbers).map(|number| number_width(number)).fold(0.0, f32::max);
        let usual_numbers = usual(rows().map(|row| number_width(&ranges(&row.numbers).join(separator(row)))));
        let hall_head = fonts::width(&texts.stand_list_column_hall(), Style::Medium, HEAD);
        let halls = rows().map(|row| fonts::width(&row.hall, Style::Regular, SMALL)).fold(hall_head, f32::max);
        let categories = usual(rows().map(|row| fonts::width(&row.categories.join(", "), Style::Regular, SMALL)));

        let mut number = usual_numbers.max(longest_number).clamp(44.0, 100.0);
        let mut hall = halls.clamp(58.0, 100.0);
        let mut category = categories.clamp(112.0, 150.0);
        let room = right - left - 3.0 * GAP;
        let mut lacking = NAME - (room - number - hall - category);
        for (width, least) in [(&mut category, 80.0), (&mut hall, 58.0), (&mut number, 60.0)] {
            let given = lacking.clamp(0.0, (*width - least).max(0.0));
            *width -= given;
            lacking -= given;
        }
        let name = room - number - hall - category;
        let name_x = left + number + GAP;
        let hall_x = name_x + name + GAP;
        Columns {
            number: Column { x: left, width: number },
            name: Column { x: name_x, width: name },
            hall: Column { x: hall_x, width: hall },
            category: Column { x: hall_x + hall + GAP, width: category },
        }
    }
}

fn number_width(text: &str) -> f32 {
    fonts::width(text, Style::SemiBold, SIZE)
}

/// The width that all but one row in twenty do with.
fn usual(widths: impl Iterator<Item = f32>) -> f32 {
    let mut widths: Vec<f32> = widths.collect();
    widths.sort_by(f32::total_cmp);
    widths.get(widths.len() * 95 / 100).copied().unwrap_or_default()
}

/// What stands between the numbers of a row: a comma where a blank would not tell them apart.
fn separator(row: &Row) -> &'static str {
    if row.numbers.iter().any(|number| number.contains(char::is_whitespace)) { ", " } else { " " }
}

/// One row, wrapped into its columns.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cells<'a> {
    pub numbers: Vec<String>,
    pub name: Vec<Cow<'a, str>>,
    pub name_style: Style,
    /// Whether the row's name is that of somebody who is not there yet.
    pub faint_name: bool,
    pub hall: Vec<String>,
    pub hall_width: f32,
    pub category: Vec<String>,
}

impl<'a> Cells<'a> {
    pub(super) fn wrap(row: &'a Row, columns: &Columns, texts: &Texts) -> Cells<'a> {
        let name_style = match row.occupant {
            Occupant::Main(_) => Style::Medium,
            Occupant::Co { .. } => Style::Italic,
            Occupant::Held(_) | Occupant::Nobody => Style::Regular,
        };
        let name: Cow<'a, str> = match &row.occupant {
            Occupant::Main(name) | Occupant::Co { name, .. } => Cow::Borrowed(name),
            Occupant::Held(Some(name)) => Cow::Owned(texts.stand_list_held_for(args::StandListHeldFor { name })),
            Occupant::Held(None) => Cow::Owned(texts.stand_list_held()),
            Occupant::Nobody => Cow::Borrowed(""),
        };
        let category = row.categories.join(", ");
        let (hall, hall_width) = match &row.occupant {
            // Whose stand it is may use the empty column beside it.
            Occupant::Co { with, .. } => {
                let names = with.join(", ");
                let beside = if category.is_empty() {
                    columns.category.x - columns.hall.x + columns.category.width
                } else {
                    columns.hall.width
                };
                (texts.stand_list_with(args::StandListWith { names: &names }), beside)
            }
            _ => (row.hall.clone(), columns.hall.width),
        };
        Cells {
            numbers: wrap_numbers(row, columns.number.width),
            name: wrap(name, name_style, SIZE, columns.name.width, NAME_LINES),
            name_style,
            faint_name: matches!(row.occupant, Occupant::Held(_)),
            hall: owned(wrap(Cow::Owned(hall), Style::Regular, SMALL, hall_width, NAME_LINES)),
            hall_width,
            category: owned(wrap(Cow::Owned(category), Style::Regular, SMALL, columns.category.width, CATEGORY_LINES)),
        }
    }

    /// How many lines the row takes.
    pub(super) fn lines(&self) -> usize {
        [self.numbers.len(), self.name.len(), self.hall.len(), self.category.len()].into_iter().max().unwrap_or_default().max(1)
    }
}

fn owned(lines: Vec<Cow<'_, str>>) -> Vec<String> {
    lines.into_iter().map(Cow::into_owned).collect()
}

fn wrap(text: Cow<'_, str>, style: Style, size: f32, width: f32, lines: usize) -> Vec<Cow<'_, str>> {
    match text {
        Cow::Borrowed(text) => fonts::wrap(text, style, size, width, lines),
        Cow::Owned(text) => {
            fonts::wrap(&text, style, size, width, lines).into_iter().map(|line| Cow::Owned(line.into_owned())).collect()
        }
    }
}

/// The numbers in lines that break between two numbers, never inside one that fits.
fn wrap_numbers(row: &Row, width: f32) -> Vec<String> {
    let separator = separator(row);
    let ranges = ranges(&row.numbers);
    let mut lines: Vec<String> = Vec::new();
    for (position, range) in ranges.iter().enumerate() {
        let full = lines.len() == NUMBER_LINES;
        let Some(line) = lines.last_mut() else {
            lines.push(fonts::shorten(range, Style::SemiBold, SIZE, width).into_owned());
            continue;
        };
        let longer = format!("{line}{separator}{range}");
        if number_width(&longer) <= width {
            *line = longer;
        } else if full {
            // What has no room is counted.
            *line = format!("… +{}", ranges.len() - position + line.split(separator).count());
            break;
        } else {
            line.push_str(separator.trim_end());
            lines.push(fonts::shorten(range, Style::SemiBold, SIZE, width).into_owned());
        }
    }
    lines
}

/// Three or more numbers that follow each other without a gap become one range: D100–D139.
fn ranges(numbers: &[String]) -> Vec<String> {
    let mut ranges = Vec::new();
    let mut rest = numbers;
    while let Some((first, after)) = rest.split_first() {
        let mut last = first;
        let mut length = 1;
        for next in after {
            if !follows(last, next) {
                break;
            }
            last = next;
            length += 1;
        }
        if length >= 3 {
            ranges.push(format!("{first}–{last}"));
        } else {
            ranges.extend(rest.iter().take(length).cloned());
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    ranges
}

/// Whether a number is the one after another: the same letters, counted on by one in as many digits.
fn follows(first: &str, second: &str) -> bool {
    Number::new(first)
        .is_some_and(|first| first.as_str().ends_with(|c: char| c.is_ascii_digit()) && first.next().as_str() == second)
}
