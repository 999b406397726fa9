//! The stand list as rows: who is in it, in which order, under which headings. No paper yet.

mod renumbered;
mod stand_list;

pub use renumbered::{Renumbered, RenumberedList};
pub use stand_list::{Occupant, Row, Section, Sort, StandList};
