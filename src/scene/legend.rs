//! The legend of a hall: what the colours of its booths tell, its supply points and its zones.

use super::words::class_words;
use super::{Class, Colouring, Paint, Tally};
use crate::index::Index;
use crate::plan::{HallId, Plan, Status, StructureId, StructureShape, Tint, UtilityKind};
use crate::text::{Texts, args};

/// A legend names no more zones than these; the others are counted.
const MOST_ZONES: usize = 8;

/// What stands before the words of a legend's line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A small booth.
    Booth {
        /// Its colours.
        paint: Paint,
        /// The letter of its status.
        letter: Option<char>,
        /// Whether it is hatched.
        hatched: bool,
    },
    /// The sign of a supply point.
    Utility(UtilityKind),
    /// A small zone.
    Zone(Tint),
    /// Nothing: the line counts what is left out.
    Rest,
}

impl Mark {
    /// That of booths with a status.
    #[must_use]
    pub fn of_status(status: Status, texts: &Texts) -> Self {
        let (paint, letter) = (Paint::of_status(status), texts.status_letter(status));
        Self::Booth { paint, letter, hatched: status == Status::Blocked }
    }
}

/// One line of a legend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// What is explained.
    pub mark: Mark,
    /// What it means.
    pub words: String,
    /// How many there are, where that is worth saying.
    pub count: Option<usize>,
}

/// What the colours of a hall's booths tell, in order; what the hall has none of is left out.
#[must_use]
pub fn legend(plan: &Plan, index: &Index, texts: &Texts, tally: &Tally, hall: HallId) -> Vec<Key> {
    let colouring = Colouring::new(plan, index, tally.by(), tally.units());
    let key = |(class, count)| {
        let mark = match class {
            Class::Status(status) => Mark::of_status(status, texts),
            _ => Mark::Booth { paint: colouring.paint(class), letter: None, hatched: false },
        };
        Key { mark, words: class_words(texts, plan, class), count: Some(count) }
    };
    tally.of_hall(hall).map(key).collect()
}

/// The kinds of supply points that are on a hall, and the first of its zones; no zone of which [`legend`] tells already.
#[must_use]
pub fn sign_legend(plan: &Plan, index: &Index, texts: &Texts, tally: &Tally, hall: HallId) -> Vec<Key> {
    let drawn = |id: StructureId| plan.get(id).filter(|structure| !plan.is_hidden(structure.binding));
    let utilities = index.structures(hall).filter_map(drawn).filter_map(|structure| match structure.shape {
        StructureShape::Utility { kind, .. } => Some(kind),
        _ => None,
    });
    let utilities: Vec<_> = utilities.collect();
    let counted = UtilityKind::ALL.map(|kind| (kind, utilities.iter().filter(|other| **other == kind).count()));
    let there = counted.into_iter().filter(|(_, count)| *count > 0);
    let mut keys: Vec<Key> =
        there.map(|(kind, count)| Key { mark: Mark::Utility(kind), words: texts.utility(kind), count: Some(count) }).collect();

    let zone = |id| match &drawn(id)?.shape {
        StructureShape::Zone { name, tint, .. } => Some(Key { mark: Mark::Zone(*tint), words: name.clone(), count: None }),
        _ => None,
    };
    let is_told = |id: &StructureId| tally.of_hall(hall).any(|(class, _)| class == Class::Zone(Some(*id)));
    let told: Vec<Key> = index.zones(hall).filter(is_told).filter_map(zone).collect();
    let mut zones: Vec<Key> = Vec::new();
    for key in index.zones(hall).filter_map(zone) {
        // Zones of one name and colour are parts of one.
        if !told.contains(&key) && !zones.contains(&key) {
            zones.push(key);
        }
    }
    let more = zones.len().saturating_sub(MOST_ZONES);
    zones.truncate(MOST_ZONES);
    keys.append(&mut zones);
    if more > 0 {
        keys.push(Key { mark: Mark::Rest, words: texts.legend_more_zones(args::LegendMoreZones { count: more }), count: None });
    }
    keys
}
