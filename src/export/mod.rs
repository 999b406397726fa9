//! Scenes and lists to files that others read, and to the printer.

pub mod page;
pub mod page_pdf;
pub mod pdf_text;
pub mod print;
mod stand_list_columns;
pub mod stand_list_csv;
pub mod stand_list_layout;
pub mod stand_list_pdf;
