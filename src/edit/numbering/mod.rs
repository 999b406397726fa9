//! Numbering: in which order booths are counted, and what numbers they get. Pure: outlines in, numbers out, so that booths of
//! the plan, a preview and a block that is only being drawn are all numbered by the same rules.
//!
//! Rows and aisles are read from the outlines alone; how, says [`rows`]'s documentation. In short:
//!
//! ```text
//!   01 03 05     one side of the aisle      corner: left top, along the rows,
//!   -- aisle --                             odd and even on the two sides
//!   02 04 06     the other side
//!   07 09 11     back to back with it: the next aisle begins here
//!   -- aisle --
//! ```

mod count;
mod path;
mod rows;
mod scheme;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

pub use count::TooLong;
pub use scheme::{Along, ByAisle, Corner, Direction, Pairs, Scheme, Sides};

use crate::geometry::{Outline, Point};
use crate::plan::{BoothId, Number, NumberKey, Plan};

/// Booths that face each other across an aisle, by their places in what was given: the first side and the second, each in
/// the order in which it is walked along. A row that faces nobody is a first side alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Aisle {
    sides: [Vec<usize>; 2],
}

/// A number that a scheme would give, and that a booth has which is not renumbered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The booth that would get it.
    pub booth: BoothId,
    /// The number.
    pub number: Number,
    /// The booth that has it.
    pub by: BoothId,
}

/// The numbers that booths would get.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposal {
    /// Each booth once, in the order in which they are walked along: of an aisle first the one side, then the other.
    pub numbers: Vec<(BoothId, Number)>,
    /// What stands in the way; empty where taken numbers are skipped.
    pub clashes: Vec<Clash>,
}

/// The numbers that a scheme gives to outlines, by their places among them, in the order in which they are walked along: of an
/// aisle first the one side, then the other. Where a path was drawn, along it. Numbers for which `is_taken` is true are
/// passed over if the scheme says so.
///
/// # Errors
/// A number would be longer than numbers may be, or its prefix is no text on one line.
pub fn number(
    outlines: &[Outline],
    scheme: &Scheme,
    path: Option<&[Point]>,
    is_taken: impl Fn(&NumberKey) -> bool,
) -> Result<Vec<(usize, Number)>, TooLong> {
    let aisles = match path {
        Some(path) => vec![path::aisle(outlines, path, scheme.sides)],
        None => rows::aisles(outlines, scheme),
    };
    let by_aisle = if path.is_some() { ByAisle::Through } else { scheme.by_aisle };
    count::count(&aisles, scheme, by_aisle, |key| scheme.skip_taken && is_taken(key))
}

/// The numbers that a scheme would give to booths of a plan. Numbers are unique in the show, so that booths of other halls
/// count as well; those of the booths themselves are free.
///
/// # Errors
/// See [`number`].
pub fn assign(plan: &Plan, booths: &BTreeSet<BoothId>, scheme: &Scheme, path: Option<&[Point]>) -> Result<Proposal, TooLong> {
    let (ids, outlines): (Vec<_>, Vec<_>) =
        booths.iter().filter_map(|id| plan.get(*id).map(|booth| (*id, booth.outline.clone()))).unzip();
    let others = |number: &NumberKey| plan.booth_with_key(number).filter(|id| !booths.contains(id));
    let given = number(&outlines, scheme, path, |key| others(key).is_some())?;
    let numbers: Vec<_> = given.into_iter().filter_map(|(place, number)| Some((*ids.get(place)?, number))).collect();
    let clash = |(booth, number): &(BoothId, Number)| {
        let by = others(&number.key())?;
        Some(Clash { booth: *booth, number: number.clone(), by })
    };
    let clashes = numbers.iter().filter_map(clash).collect();
    Ok(Proposal { numbers, clashes })
}

/// The booths that a drawn path is about: those that it runs through or, where it runs through none because it was drawn in an
/// aisle, those that stand beside it.
#[must_use]
pub fn along(plan: &Plan, booths: &BTreeSet<BoothId>, path: &[Point]) -> BTreeSet<BoothId> {
    let all = || booths.iter().filter_map(|id| Some((*id, &plan.get(*id)?.outline)));
    let through: BTreeSet<_> = all().filter(|(_, outline)| path::runs_through(path, outline)).map(|(id, _)| id).collect();
    if through.is_empty() {
        return all().filter(|(_, outline)| path::runs_beside(path, outline)).map(|(id, _)| id).collect();
    }
    through
}
