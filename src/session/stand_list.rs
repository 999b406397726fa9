//! The stand list before it is printed: what it is made of, and what is seen of it.

use std::sync::Arc;

use crate::export::page::{Document, Paper};
use crate::export::print::Printer;
use crate::lists::Sort;
use crate::plan::HallId;

/// What the stand list is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StandListOptions {
    /// By name or by number.
    pub sort: Sort,
    /// One hall, or all.
    pub hall: Option<HallId>,
    /// The paper.
    pub paper: Paper,
}

/// What the stand list is written as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StandListFormat {
    /// Pages.
    #[default]
    Pdf,
    /// Rows.
    Csv,
}

/// The stand list before it is printed.
#[derive(Clone, Debug)]
pub struct StandListDialog {
    /// What it is made of.
    pub options: StandListOptions,
    /// What the button for a file writes.
    pub format: StandListFormat,
    /// Where it is printed; none chosen yet, or none there.
    pub printer: Option<String>,
    /// How many times.
    pub copies: u32,
    /// The page in view, from 0.
    pub page: usize,
    /// The printers of the system; `None` until they are known.
    pub printers: Option<Vec<Printer>>,
    /// The pages, once they are laid out.
    pub document: Option<Arc<Document>>,
}

impl StandListDialog {
    pub(super) const fn new(options: StandListOptions) -> Self {
        Self { options, format: StandListFormat::Pdf, printer: None, copies: 1, page: 0, printers: None, document: None }
    }

    pub(super) fn show(&mut self, document: Arc<Document>) {
        self.page = self.page.min(document.pages.len().saturating_sub(1));
        self.document = Some(document);
    }

    pub(super) fn set_printers(&mut self, printers: Vec<Printer>) {
        let chosen = printers.iter().find(|printer| printer.is_default).or(printers.first());
        self.printer = self.printer.take().or_else(|| chosen.map(|printer| printer.name.clone()));
        self.printers = Some(printers);
    }
}
