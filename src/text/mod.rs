//! The words on screen and paper, French and English; numbers, dates and sorting as each language writes them.
//!
//! Every message of `assets/i18n` is a method of [`Texts`], made by `build.rs`: `texts.file_open()`, or
//! `texts.occupancy_line(args::OccupancyLine { filled, sellable })` where the message has variables.

mod file_reasons;
mod format;
mod language;
mod lengths;
mod messages;
mod names;
mod reasons;
mod search;
mod sort;
mod words;

pub use format::{parse_number, percent_value};
pub use language::Language;
pub use messages::{Texts, args};
pub use search::{Query, fold};
pub use sort::{Collation, DIGITS_INITIAL, OTHER_INITIAL, index_letter};
