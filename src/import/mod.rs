//! Exhibitors and booths out of sheets and drawings, as edits.
//!
//! A sheet's rows come from room `reader`; [`Columns`] says what each column holds, found by its title in French or
//! English or by its content, and changeable by hand; [`exhibitors`] and [`booths`] then read the rows, and what they
//! could not use is told line by line. [`Wizard`] makes one edit of a list of exhibitors; [`add_booths`] puts a list of booths
//! into a hall. [`true_width`] says how large a map is in truth, and [`revised`] where its next revision lies.

mod booth_plan;
mod booths;
mod cells;
mod columns;
mod drawing;
mod map;
mod table;
mod taking;
#[cfg(test)]
mod tests;
mod wizard;
mod words;

pub use booth_plan::{BoothNotAdded, BoothReport, add_booths};
pub use booths::{BoothColumn, BoothProblem, BoothProblemKind, BoothRow, BoothTable, booths};
pub use cells::{split_categories, split_numbers};
pub use columns::{ColumnRole, Columns};
pub use drawing::{
    Choices, Decision, DrawnGroup, DrawnHall, DrawnProblem, DrawnReport, DrawnRole, Proposal, ProposedBooth, propose,
};
pub use map::{MapScale, ScaleProblem, hidden_layers, placed_at, revised, true_width};
pub use table::{ExhibitorRow, ExhibitorTable, RowProblem, RowProblemKind, exhibitors};
pub use taking::{NotPlaced, NotPlacedReason, Report};
pub use wizard::Wizard;
