//! Scenes and lists to files that others read, and to the printer.

pub mod difference_pdf;
pub mod dxf;
pub mod hall_pdf;
pub mod map;
pub mod page;
pub mod page_pdf;
pub mod pdf_text;
pub mod png;
pub mod preview;
pub mod print;
pub mod renumbered_csv;
pub mod renumbered_layout;
mod separated;
pub mod sheet;
mod stand_list_columns;
pub mod stand_list_csv;
pub mod stand_list_layout;
pub mod stand_list_pdf;
pub mod svg;
mod svg_layers;

#[cfg(test)]
mod hall_tests;
