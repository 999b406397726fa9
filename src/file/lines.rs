//! Where in a text something stands.

use ron::value::RawValue;
use serde::Deserialize;

use crate::plan::{Id, Violation};

/// Characters of a line that an error shows.
const EXCERPT: usize = 72;
/// Characters of a record that is told as damaged: enough to enter it anew.
const RECORD: usize = 400;

/// The line, from 1, of a byte of the text.
pub(super) fn line_at(text: &str, offset: usize) -> usize {
    1 + text.bytes().take(offset).filter(|byte| *byte == b'\n').count()
}

/// A place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// In bytes.
    offset: usize,
    /// From 1.
    pub(super) line: usize,
}

impl Place {
    pub(super) const START: Self = Self { offset: 0, line: 1 };

    /// A place further down, or the same one.
    pub(super) fn moved(self, text: &str, offset: usize) -> Self {
        let between = text.get(self.offset..offset).unwrap_or_default();
        Self { offset, line: self.line + between.bytes().filter(|byte| *byte == b'\n').count() }
    }

    /// What the text says from here to the end of the line, shortened.
    pub(super) fn excerpt(self, text: &str) -> String {
        let line = text.get(..self.offset).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
        let from = if text.len() == self.offset { line } else { self.offset };
        shortened(text.get(from..).and_then(|rest| rest.lines().next()).unwrap_or_default(), 0, RECORD)
    }
}

/// Whether nothing but blanks follows after this line and column.
pub(super) fn is_end(text: &str, line: usize, column: usize) -> bool {
    let mut rest = text.split_inclusive('\n').skip(line.saturating_sub(1));
    let after = rest.next().unwrap_or_default().chars().skip(column.saturating_sub(1)).all(char::is_whitespace);
    after && rest.all(|line| line.trim().is_empty())
}

/// What a line says around a column, shortened.
pub(super) fn excerpt(text: &str, line: usize, column: usize) -> String {
    let line = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    shortened(line, column.saturating_sub(1 + EXCERPT * 2 / 3), EXCERPT)
}

fn shortened(line: &str, start: usize, most: usize) -> String {
    let cut: String = line.chars().skip(start).take(most).map(|c| if c.is_control() { ' ' } else { c }).collect();
    let more = line.chars().nth(start + most).is_some();
    format!("{}{}{}", if start > 0 { "…" } else { "" }, cut.trim(), if more { "…" } else { "" })
}

/// Which part of the file a record is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Halls,
    Layers,
    Blocks,
    Categories,
    Structures,
    Booths,
    Exhibitors,
    Bookings,
    Logos,
    Maps,
    Files,
}

/// Every record as text, without a look at what it says.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Records<'text> {
    #[serde(borrow)]
    halls: Vec<&'text RawValue>,
    #[serde(borrow)]
    layers: Vec<&'text RawValue>,
    #[serde(borrow)]
    blocks: Vec<&'text RawValue>,
    #[serde(borrow)]
    categories: Vec<&'text RawValue>,
    #[serde(borrow)]
    structures: Vec<&'text RawValue>,
    #[serde(borrow)]
    booths: Vec<&'text RawValue>,
    #[serde(borrow)]
    exhibitors: Vec<&'text RawValue>,
    #[serde(borrow)]
    bookings: Vec<&'text RawValue>,
    #[serde(borrow)]
    logos: Vec<&'text RawValue>,
    #[serde(borrow)]
    maps: Vec<&'text RawValue>,
    #[serde(borrow)]
    files: Vec<&'text RawValue>,
}

impl<'text> Records<'text> {
    fn part(&self, part: Part) -> &[&'text RawValue] {
        match part {
            Part::Halls => &self.halls,
            Part::Layers => &self.layers,
            Part::Blocks => &self.blocks,
            Part::Categories => &self.categories,
            Part::Structures => &self.structures,
            Part::Booths => &self.booths,
            Part::Exhibitors => &self.exhibitors,
            Part::Bookings => &self.bookings,
            Part::Logos => &self.logos,
            Part::Maps => &self.maps,
            Part::Files => &self.files,
        }
    }
}

/// The line of the record at this place of its part; the first line where there is none.
pub(super) fn line_of(text: &str, part: Part, place: usize) -> usize {
    let records: Records<'_> = ron::from_str(text).unwrap_or_default();
    records.part(part).get(place).map_or(1, |record| line_of_record(text, record))
}

/// The line of the record that breaks a rule.
pub(super) fn line_of_violation(text: &str, violation: &Violation) -> usize {
    #[derive(Deserialize)]
    struct Named {
        id: String,
    }
    let (part, id) = culprit(violation);
    let id = id.to_string();
    let records: Records<'_> = ron::from_str(text).unwrap_or_default();
    let is_it = |record: &&&RawValue| record.into_rust::<Named>().is_ok_and(|named| named.id == id);
    records.part(part).iter().find(is_it).map_or(1, |record| line_of_record(text, record))
}

fn line_of_record(text: &str, record: &RawValue) -> usize {
    let record = record.get_ron();
    let blanks = record.len() - record.trim_start().len();
    line_at(text, (record.as_ptr() as usize + blanks).saturating_sub(text.as_ptr() as usize))
}

/// The record that a broken rule is told of.
pub(super) fn culprit(violation: &Violation) -> (Part, Id) {
    use Violation as V;
    match violation {
        V::HallNameTaken { hall: id, .. } | V::HallWithoutName(id) | V::HallOutline(id) | V::HallInUse(id) => {
            (Part::Halls, id.id())
        }
        V::CategoryNameTaken { category: id, .. } | V::CategoryWithoutName(id) | V::CategoryInUse(id) => {
            (Part::Categories, id.id())
        }
        V::LayerWithoutName(id) | V::LayerNameTaken { layer: id, .. } | V::LayerInUse(id) => (Part::Layers, id.id()),
        V::BlockWithoutHall(id) | V::BlockPattern(id) | V::BlockInUse(id) => (Part::Blocks, id.id()),
        V::StructureShape(id) | V::StructureWithoutHall(id) | V::StructureWithoutLayer(id) | V::ZoneWithoutCategory(id) => {
            (Part::Structures, id.id())
        }
        V::NumberTaken { booth: id, .. }
        | V::BoothOutline(id)
        | V::BoothWithoutHall(id)
        | V::BoothWithoutCategory(id)
        | V::BoothWithoutLayer(id)
        | V::BoothWithoutBlock(id)
        | V::BoothInUse(id) => (Part::Booths, id.id()),
        V::ExhibitorNameTaken { exhibitor: id, .. }
        | V::ExhibitorWithoutName(id)
        | V::ExhibitorCategories(id)
        | V::ExhibitorInUse(id) => (Part::Exhibitors, id.id()),
        V::BookingExhibitors(id)
        | V::BookingBooths(id)
        | V::BookingWithoutMain(id)
        | V::BookedTwice { second: id, .. }
        | V::BlockedAndBooked { booking: id, .. } => (Part::Bookings, id.id()),
        V::MapPlacement(id) | V::MapWithoutHall(id) | V::MapWithoutLayer(id) => (Part::Maps, id.id()),
    }
}
