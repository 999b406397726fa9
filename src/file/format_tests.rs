//! The page on the format says what the program does: every list, field and name, and an example.

use std::collections::BTreeSet;

use serde::de::value::Error;
use serde::de::{Deserialize, Deserializer, Error as _, Visitor};
use serde::forward_to_deserialize_any;

use super::{read, v1, write};

const PAGE: &str = include_str!("../../FORMAT.md");

/// Learns the names that a type is read by, and reads nothing.
struct Names<'a>(&'a mut Vec<&'static str>);

impl<'de> Deserializer<'de> for Names<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("only names are asked for"))
    }

    fn deserialize_struct<V: Visitor<'de>>(self, _: &str, fields: &'static [&'static str], _: V) -> Result<V::Value, Error> {
        self.0.extend(fields);
        Err(Error::custom("only names are asked for"))
    }

    fn deserialize_enum<V: Visitor<'de>>(self, _: &str, names: &'static [&'static str], _: V) -> Result<V::Value, Error> {
        self.0.extend(names);
        Err(Error::custom("only names are asked for"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map identifier ignored_any
    }
}

/// The names of a type's fields or values.
pub(super) fn names_of<'de, T: Deserialize<'de>>() -> BTreeSet<String> {
    let mut names = Vec::new();
    assert!(T::deserialize(Names(&mut names)).is_err());
    names.into_iter().map(str::to_owned).collect()
}

/// The part of the page under a heading.
fn under(heading: &str) -> &'static str {
    let (_, rest) = PAGE.split_once(&format!("\n{heading}\n")).unwrap_or_else(|| panic!("no {heading}"));
    rest.split("\n#").next().unwrap_or_default()
}

/// The fields in the first column of the table under a heading.
fn fields(heading: &str) -> BTreeSet<String> {
    let rows = under(heading).lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
    rows.map(|(field, _)| field.to_owned()).collect()
}

#[test]
fn the_page_names_every_list_and_every_field() {
    let headings: BTreeSet<_> = PAGE.lines().filter_map(|line| line.strip_prefix("### ")).map(str::to_owned).collect();
    let lists = v1::names::lists();
    assert_eq!(headings.iter().cloned().chain(["version".to_owned()]).collect::<BTreeSet<_>>(), lists);
    for (list, names) in v1::names::fields() {
        assert_eq!(fields(&format!("### {list}")), names, "{list}");
    }
}

#[test]
fn the_page_names_every_value_that_has_a_name() {
    for (of, names) in v1::names::values() {
        let row = under("## Names").lines().find_map(|line| line.strip_prefix(&format!("| {of} | ")));
        let row = row.unwrap_or_else(|| panic!("no {of}"));
        let told = row.split(" · ").map(|value| {
            let value = value.trim_start_matches('`');
            value.split(|sign: char| !sign.is_alphanumeric()).next().unwrap_or_default().to_owned()
        });
        assert_eq!(told.collect::<BTreeSet<_>>(), names, "{of}");
    }
}

#[test]
fn the_example_is_a_file_just_as_it_would_be_written() {
    let example = PAGE.split("```ron\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let plan = read(example).unwrap();
    assert_eq!((plan.booths().len(), plan.bookings().len()), (2, 1));
    assert_eq!(write(&plan), example);
}

#[test]
fn the_page_states_the_limits_that_hold() {
    let grouped = |number: usize| match number {
        0..1_000 => number.to_string(),
        _ => format!("{},{:03}", number / 1_000, number % 1_000),
    };
    let rows = [
        format!("| rows and columns of a block | {} each |", crate::plan::Pattern::MOST_ROWS),
        format!("| booths of a block | {} |", grouped(crate::plan::Block::MOST_BOOTHS)),
        format!("| corners of a polygon | {} |", grouped(crate::geometry::Outline::MOST_CORNERS)),
        format!("| the file | {} GiB |", super::MOST_BYTES >> 30),
    ];
    for row in rows {
        assert!(under("## Limits").contains(&row), "{row}");
    }
    assert!(under("## Values").contains(&format!("±{},000 m", crate::geometry::Length::LIMIT.metres() / 1_000.0)));
}
