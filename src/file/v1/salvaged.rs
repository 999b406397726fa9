//! The records of a damaged text, each read by itself.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Deserialize;

use super::{Block, Booking, Booth, Category, EmbeddedFile, Exhibitor, Hall, Layer, Logo, Map, Show, Structure};
use crate::file::lines::{Part, Place};
use crate::file::list::Entry;
use crate::file::salvage::pieces::{self, Group, Piece};
use crate::file::salvage::{Finding, MOST_FINDINGS, Remedy};
use crate::file::{FileError, Mistake};
use crate::plan::{self, Id, IdMint, Listed, Record, Records};

/// What the records of a text say, and where each stands.
pub(in crate::file) struct Read<'text> {
    pub(in crate::file) text: &'text str,
    pub(in crate::file) records: Records,
    pub(in crate::file) places: BTreeMap<(Part, Id), Place>,
    pub(in crate::file) findings: Vec<Finding>,
}

/// The lists in the order in which we write them, with what stands before each.
const LISTS: [(&str, Part); 11] = [
    ("halls", Part::Halls),
    ("categories", Part::Categories),
    ("layers", Part::Layers),
    ("blocks", Part::Blocks),
    ("structures", Part::Structures),
    ("booths", Part::Booths),
    ("exhibitors", Part::Exhibitors),
    ("bookings", Part::Bookings),
    ("logos", Part::Logos),
    ("maps", Part::Maps),
    ("files", Part::Files),
];

/// Records of a list without a name that are tried, to learn what it is a list of.
const TRIED: usize = 20;

/// Reads every record that reads. `None` where there is none, or too much that is none.
pub(in crate::file) fn salvaged<'text>(text: &'text str, damaged: &[usize]) -> Option<Read<'text>> {
    let pieces = pieces::cut(text, damaged);
    let mut taken = Taken { text, findings: pieces.findings, ..Taken::default() };
    if let Some(show) = pieces.show {
        match ron::from_str::<Show>(show.text) {
            Ok(read) => taken.show = Some(read),
            Err(error) => taken.leave_out(show, &error),
        }
    }
    let known: BTreeSet<Part> = pieces.groups.iter().filter_map(|group| named(group.name)).collect();
    for group in &pieces.groups {
        taken.take_group(group, &known);
    }
    (taken.count > 0 && taken.findings.len() <= MOST_FINDINGS).then(|| taken.into_records())
}

fn named(name: &str) -> Option<Part> {
    LISTS.iter().find(|(list, _)| *list == name).map(|(_, part)| *part)
}

/// Records as they are read, each with its place.
type Placed<T> = Vec<(T, Place)>;

/// Records of the plan, each with its place.
type Found<I> = Vec<(I, Arc<<I as Record>::Data>, Place)>;

#[derive(Default)]
struct Taken<'text> {
    text: &'text str,
    findings: Vec<Finding>,
    /// How many records read.
    count: usize,
    show: Option<Show>,
    halls: Placed<Hall>,
    categories: Placed<Category>,
    layers: Placed<Layer>,
    blocks: Placed<Block>,
    structures: Placed<Structure>,
    booths: Placed<Booth>,
    exhibitors: Placed<Exhibitor>,
    bookings: Placed<Booking>,
    logos: Placed<Logo>,
    maps: Placed<Map>,
    files: Placed<EmbeddedFile>,
}

impl<'text> Taken<'text> {
    /// Reads a list. What does not read as what its name says may belong to a list whose name is lost.
    fn take_group(&mut self, group: &Group<'text>, known: &BTreeSet<Part>) {
        let mut part = named(group.name).or_else(|| likely(&group.pieces, group.name, known));
        let mut wrong = self.take_all(&group.pieces, part.unwrap_or(Part::Exhibitors));
        while let Some(other) = part {
            let strays: Vec<Piece<'text>> = wrong.iter().map(|(piece, _)| *piece).collect();
            part = likely(&strays, group.name, known).filter(|part| *part != other);
            if let Some(part) = part {
                wrong = self.take_all(&strays, part);
            }
        }
        for (piece, error) in wrong {
            self.leave_out(piece, &error);
        }
    }

    /// Reads records of one list, and gives back those that are none of it.
    fn take_all(&mut self, pieces: &[Piece<'text>], part: Part) -> Vec<(Piece<'text>, ron::error::SpannedError)> {
        pieces.iter().filter_map(|piece| self.take(*piece, part).err().map(|error| (*piece, error))).collect()
    }

    fn take(&mut self, piece: Piece<'text>, part: Part) -> Result<(), ron::error::SpannedError> {
        match part {
            Part::Halls => put(&mut self.halls, piece),
            Part::Categories => put(&mut self.categories, piece),
            Part::Layers => put(&mut self.layers, piece),
            Part::Blocks => put(&mut self.blocks, piece),
            Part::Structures => put(&mut self.structures, piece),
            Part::Booths => put(&mut self.booths, piece),
            Part::Exhibitors => put(&mut self.exhibitors, piece),
            Part::Bookings => put(&mut self.bookings, piece),
            Part::Logos => put(&mut self.logos, piece),
            Part::Maps => put(&mut self.maps, piece),
            Part::Files => put(&mut self.files, piece),
        }?;
        self.count += 1;
        Ok(())
    }

    fn leave_out(&mut self, piece: Piece<'text>, error: &ron::error::SpannedError) {
        let error = FileError::syntax(piece.text, error).further_down(piece.place.line, Mistake::LineEnd);
        self.tell(piece.place, error, Remedy::LeftOut);
    }

    fn tell(&mut self, place: Place, error: FileError, remedy: Remedy) {
        self.findings.push(Finding { error, excerpt: place.excerpt(self.text), remedy });
    }

    fn into_records(mut self) -> Read<'text> {
        let mut places = BTreeMap::new();
        let mut mint = IdMint::new(0, self.largest_counter());
        let mut files = BTreeMap::new();
        for (file, place) in std::mem::take(&mut self.files) {
            match file.checked() {
                Some((hash, file)) => drop(files.insert(hash, file)),
                None => self.tell(place, FileError::PictureDamaged { line: place.line }, Remedy::LeftOut),
            }
        }
        let mut maps = Vec::new();
        for (map, place) in std::mem::take(&mut self.maps) {
            match map.record(&files, || place.line) {
                Ok((id, map)) => maps.push((id, map, place)),
                Err(error) => self.tell(place, error, Remedy::LeftOut),
            }
        }
        macro_rules! list {
            ($list:ident, $part:expr) => {{
                let list = records(std::mem::take(&mut self.$list));
                self.in_order(list, $part, &mut mint, &mut places)
            }};
        }
        let Show { name, edition, note } = self.show.take().unwrap_or_default();
        let mut records = Records {
            show: plan::Show { name, edition, note },
            halls: list!(halls, Part::Halls),
            categories: list!(categories, Part::Categories),
            layers: list!(layers, Part::Layers),
            blocks: list!(blocks, Part::Blocks),
            structures: list!(structures, Part::Structures),
            booths: list!(booths, Part::Booths),
            exhibitors: list!(exhibitors, Part::Exhibitors),
            bookings: list!(bookings, Part::Bookings),
            maps: self.in_order(maps, Part::Maps, &mut mint, &mut places),
        };
        for (logo, place) in std::mem::take(&mut self.logos) {
            if let Err(error) = logo.put(&files, &mut records.exhibitors, || place.line) {
                self.tell(place, error, Remedy::LeftOut);
            }
        }
        Read { text: self.text, records, places, findings: self.findings }
    }

    fn largest_counter(&self) -> u32 {
        fn most<T>(list: &Placed<T>, id: impl Fn(&T) -> Id) -> u32 {
            list.iter().map(|(entry, _)| id(entry).counter()).max().unwrap_or(0)
        }
        let most = [
            most(&self.halls, |entry| entry.id.0.id()),
            most(&self.categories, |entry| entry.id.0.id()),
            most(&self.layers, |entry| entry.id.0.id()),
            most(&self.blocks, |entry| entry.id.0.id()),
            most(&self.structures, |entry| entry.id.0.id()),
            most(&self.booths, |entry| entry.id.0.id()),
            most(&self.exhibitors, |entry| entry.id.0.id()),
            most(&self.bookings, |entry| entry.id.0.id()),
            most(&self.maps, |entry| entry.id.0.id()),
        ];
        most.into_iter().max().unwrap_or(0)
    }

    /// The records in the order of their ids. Of two with one id the second gets another; one that stands there twice is there once.
    fn in_order<I: Record>(
        &mut self,
        mut list: Found<I>,
        part: Part,
        mint: &mut IdMint,
        places: &mut BTreeMap<(Part, Id), Place>,
    ) -> Listed<I> {
        let mut first = BTreeMap::<I, Arc<I::Data>>::new();
        list.retain_mut(|(id, record, place)| {
            let twice = FileError::IdTwice { line: place.line, id: id.id().to_string() };
            match first.get(id) {
                Some(other) if other == record => {
                    self.tell(*place, twice, Remedy::Once);
                    return false;
                }
                Some(_) => {
                    self.tell(*place, twice, Remedy::NewId);
                    *id = mint.mint();
                }
                None => drop(first.insert(*id, Arc::clone(record))),
            }
            places.insert((part, id.id()), *place);
            true
        });
        list.sort_by_key(|(id, ..)| *id);
        list.into_iter().map(|(id, record, _)| (id, record)).collect()
    }
}

fn put<'text, T: for<'de> Deserialize<'de>>(list: &mut Placed<T>, piece: Piece<'text>) -> Result<(), ron::error::SpannedError> {
    list.push((ron::from_str(piece.text)?, piece.place));
    Ok(())
}

fn records<E: Entry>(list: Placed<E>) -> Found<E::Id> {
    let record = |(entry, place): (E, Place)| {
        let (id, record) = entry.record();
        (id, Arc::new(record), place)
    };
    list.into_iter().map(record).collect()
}

/// What a list is likely to hold: what most of its first records read as, then what its name looks like, then what no other list
/// is. An exhibitor is nothing but a name as often as a category or a layer is, and would be missed most.
fn likely(pieces: &[Piece<'_>], name: &str, known: &BTreeSet<Part>) -> Option<Part> {
    let reads = |piece: &Piece<'_>, part: Part| Taken::default().take(*piece, part).is_ok();
    let tried = pieces.iter().take(MOST_FINDINGS).filter(|piece| LISTS.iter().any(|(_, part)| reads(piece, *part))).take(TRIED);
    let tried: Vec<_> = tried.collect();
    let rank = |(place, (list, part)): (usize, &(&str, Part))| {
        let read = tried.iter().filter(|piece| reads(piece, *part)).count();
        let alike = list.bytes().zip(name.bytes()).filter(|(one, other)| one == other).count();
        (read > 0).then_some(((read, alike, !known.contains(part), *part == Part::Exhibitors, std::cmp::Reverse(place)), *part))
    };
    LISTS.iter().enumerate().filter_map(rank).max_by_key(|(rank, _)| *rank).map(|(_, part)| part)
}
