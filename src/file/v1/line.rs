//! The long lists' records, each on a line as we write it: the fields in the order of the writer.

use std::sync::Arc;

use serde::Deserialize;

use super::values::{Cell, Day, Degrees, Metres, Number, Option1, Ref, Text};
use super::{Booking, Booth, Exhibitor, Outline, Participant, Stage};
use crate::file::cursor::{Cursor, OnLine};
use crate::file::list::{Entry, List};
use crate::geometry::{Angle, Length};
use crate::plan::{self, Id};

/// The records of a list that stands in its brackets, one on each line. `None` where a line is no record by itself.
pub(super) fn list<E: OnLine + Entry + for<'de> Deserialize<'de>>(text: &str) -> Option<List<E>> {
    let lines = text.strip_prefix("[\n")?.strip_suffix("\n  ]")?.split('\n');
    let records = lines.map(|line| {
        let (id, record) = Cursor::record::<E>(line).or_else(|| as_ron(line))?.record();
        Some((id, Arc::new(record)))
    });
    records.collect::<Option<_>>().map(List::of)
}

/// The record of a line that is laid out otherwise, or has an escape in it. The comma ends it; in a comment it does not.
fn as_ron<E: for<'de> Deserialize<'de>>(line: &str) -> Option<E> {
    let mut ron = ron::Deserializer::from_str(line).ok()?;
    let record = E::deserialize(&mut ron).ok()?;
    (ron.remainder().trim_end() == ",").then_some(record)
}

impl OnLine for Booth {
    fn read(line: &mut Cursor<'_>) -> Option<Self> {
        Some(Self {
            id: line.field("id: ")?,
            hall: line.field(", hall: ")?,
            number: line.field(", number: ")?,
            outline: line.field(", outline: ")?,
            category: line.field_or_default(", category: ")?,
            blocked: line.field_or_default(", blocked: ")?,
            note: line.field_or_default(", note: ")?,
            layer: line.field_or_default(", layer: ")?,
            group: line.field_or_default(", group: ")?,
            locked: line.field_or_default(", locked: ")?,
            cell: line.field_or_default(", cell: ")?,
            open_sides: line.field_or_default(", open_sides: ")?,
            columns_cut: line.field_or_default(", columns_cut: ")?,
        })
    }
}

impl OnLine for Exhibitor {
    fn read(line: &mut Cursor<'_>) -> Option<Self> {
        Some(Self {
            id: line.field("id: ")?,
            name: line.field(", name: ")?,
            country: line.field_or_default(", country: ")?,
            categories: line.field_or_default(", categories: ")?,
            contact: line.field_or_default(", contact: ")?,
            note: line.field_or_default(", note: ")?,
        })
    }
}

impl OnLine for Booking {
    fn read(line: &mut Cursor<'_>) -> Option<Self> {
        Some(Self {
            id: line.field("id: ")?,
            stage: line.field(", stage: ")?,
            exhibitors: line.field_or_default(", exhibitors: ")?,
            booths: line.field_or_default(", booths: ")?,
        })
    }
}

impl OnLine for Outline {
    fn read(line: &mut Cursor<'_>) -> Option<Self> {
        let outline = match line.word() {
            "Rectangle" => Self::Rectangle {
                at: line.field("(at: ")?,
                size: line.field(", size: ")?,
                turned: line.field_or_default(", turned: ")?,
            },
            "Polygon" => Self::Polygon(line.field("(")?),
            "Round" => Self::Round { centre: line.field("(centre: ")?, radius: line.field(", radius: ")? },
            _ => return None,
        };
        line.pass(")").map(|()| outline)
    }
}

impl OnLine for Stage {
    fn read(line: &mut Cursor<'_>) -> Option<Self> {
        match line.word() {
            "Held" => {
                line.pass("(")?;
                let until = line.field_or_default("until: ")?;
                line.pass(")").map(|()| Self::Held { until })
            }
            "Reserved" => Some(Self::Reserved),
            "Contracted" => Some(Self::Contracted),
            "Paid" => Some(Self::Paid),
            _ => None,
        }
    }
}

impl OnLine for Participant {
    fn read(line: &mut Cursor<'_>) -> Option<Self> {
        let participant = match line.word() {
            "Main" => Self::Main(line.field("(")?),
            "Co" => Self::Co(line.field("(")?),
            _ => return None,
        };
        line.pass(")").map(|()| participant)
    }
}

fn text<T: Text>(line: &mut Cursor<'_>) -> Option<T> {
    T::of(line.quoted()?)
}

impl<I: From<Id>> OnLine for Ref<I> {
    fn read(line: &mut Cursor<'_>) -> Option<Self> {
        text(line)
    }
}

impl<I: From<Id>> OnLine for Option1<I> {
    fn read(line: &mut Cursor<'_>) -> Option<Self> {
        text(line).map(|Ref(id)| Self(Some(id)))
    }
}

impl OnLine for Number {
    fn read(line: &mut Cursor<'_>) -> Option<Self> {
        text(line)
    }
}

impl OnLine for Day {
    fn read(line: &mut Cursor<'_>) -> Option<Self> {
        text(line)
    }
}

impl OnLine for Metres {
    fn read(line: &mut Cursor<'_>) -> Option<Self> {
        let length = Length::from_tenths(line.decimal(4)?);
        (length.abs() <= Length::LIMIT).then_some(Self(length))
    }
}

impl OnLine for Degrees {
    fn read(line: &mut Cursor<'_>) -> Option<Self> {
        // What is turned further than once around has more than one way to be written.
        let thousandths = line.decimal(3).filter(|thousandths| (0..360_000).contains(thousandths))?;
        Some(Self(Angle::from_thousandths(thousandths)))
    }
}

impl OnLine for Cell {
    fn read(line: &mut Cursor<'_>) -> Option<Self> {
        let (Ref(block), row, column) = (line.field("(")?, line.field(", ")?, line.field(", ")?);
        line.pass(")").map(|()| Self(Some(plan::Cell { block, row, column })))
    }
}
