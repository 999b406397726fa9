//! What comes out on paper: PDFs read back by other programs, and real print jobs.

#![allow(clippy::unwrap_used, reason = "whatever goes wrong here fails the test")]

mod printing;
mod shows;
mod stand_list_pdf;
