//! Exhibitors and booths out of sheets, as edits.
//!
//! A sheet's rows come from room `reader`; [`Columns`] says what each column holds, found by its title in French or
//! English or by its content, and changeable by hand; [`exhibitors`] and [`booths`] then read the rows, and what they
//! could not use is told line by line.

mod booth_plan;
mod booths;
mod cells;
mod columns;
mod table;
mod wizard;
mod words;

pub use booth_plan::{BoothNotAdded, BoothReport, add_booths};
pub use booths::{BoothColumn, BoothProblem, BoothProblemKind, BoothRow, BoothTable, booths};
pub use cells::{split_categories, split_numbers};
pub use columns::{ColumnRole, Columns};
pub use table::{ExhibitorRow, ExhibitorTable, RowProblem, RowProblemKind, exhibitors};
pub use wizard::{NotPlaced, NotPlacedReason, Report, Wizard};
