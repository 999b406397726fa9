//! The stand list as a PDF.

use jiff::civil::DateTime;

use super::page::Paper;
use super::page_pdf::{self, Pdf, PdfError};
use super::stand_list_layout::lay_out;
use crate::fonts::Shaper;
use crate::lists::StandList;
use crate::text::Texts;

/// The stand list as a PDF: pages as the print preview shows them, tagged, with a bookmark for each heading.
///
/// # Errors
/// [`PdfError`].
pub fn write(list: &StandList, texts: &Texts, paper: Paper, printed: DateTime) -> Result<Pdf, PdfError> {
    page_pdf::write(&lay_out(list, texts, paper, printed), Shaper::new())
}
