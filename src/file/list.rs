//! A list of records, each made one of the plan as soon as it is read: of thousands, nothing is kept twice.

use std::collections::BTreeSet;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use serde::Deserialize;
use serde::de::{Deserializer, SeqAccess, Visitor};

use super::FileError;
use super::lines::{self, Part};
use crate::plan::{Listed, Record};

/// A record as the file has it.
pub(super) trait Entry {
    /// The id that the plan knows it by.
    type Id: Record;

    /// The record of the plan.
    fn record(self) -> (Self::Id, <Self::Id as Record>::Data);
}

/// The records of a list of entries.
pub(super) struct List<E: Entry>(Listed<E::Id>);

impl<E: Entry> Default for List<E> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<E: Entry> List<E> {
    pub(super) const fn of(records: Listed<E::Id>) -> Self {
        Self(records)
    }

    pub(super) const fn len(&self) -> usize {
        self.0.len()
    }

    /// The records in the order of their ids.
    ///
    /// # Errors
    /// The line of the record whose id another has.
    pub(super) fn in_order(self, text: &str, part: Part) -> Result<Listed<E::Id>, FileError> {
        in_order(self.0, text, part)
    }
}

pub(super) fn in_order<I: Record>(mut list: Listed<I>, text: &str, part: Part) -> Result<Listed<I>, FileError> {
    if !list.is_sorted_by(|(id, _), (next, _)| id < next) {
        let mut seen = BTreeSet::new();
        if let Some((place, (id, _))) = list.iter().enumerate().find(|(_, (id, _))| !seen.insert(*id)) {
            return Err(FileError::IdTwice { line: lines::line_of(text, part, place), id: id.id().to_string() });
        }
        list.sort_unstable_by_key(|(id, _)| *id);
    }
    Ok(list)
}

impl<'de, E: Entry + Deserialize<'de>> Deserialize<'de> for List<E> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(Entries(PhantomData))
    }
}

struct Entries<E>(PhantomData<E>);

impl<'de, E: Entry + Deserialize<'de>> Visitor<'de> for Entries<E> {
    type Value = List<E>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sequence")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<List<E>, A::Error> {
        let mut list = Vec::new();
        while let Some(entry) = entries.next_element::<E>()? {
            let (id, record) = entry.record();
            list.push((id, Arc::new(record)));
        }
        Ok(List(list))
    }
}
