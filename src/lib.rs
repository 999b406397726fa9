//! Hallplan: draw the booths of a trade show on the maps of its halls, place the exhibitors on them, see at every
//! moment how full the show is, and print the stand list for the entrance desk.
//!
//! # Where things are
//!
//! Each module is one room with one job, in the order of dependence: a room may use rooms above it, as far as the table in
//! CONTRIBUTING.md says, and no other. `tests/rooms.rs` holds the table against the `use crate::` lines.
//!
//! | room | its one job |
//! | --- | --- |
//! | [`geometry`] | exact lengths, points, outlines, angles; no floats but at the camera |
//! | [`plan`] | the document as a value, what makes it valid, and the change from one plan to the next |
//! | [`fonts`] | the bundled and the system's fonts; how wide a text is |
//! | [`reader`] | strangers' bytes, read in a worker process within limits |
//! | [`edit`] | the only door by which a plan changes; history |
//! | [`index`] | where things are and how full the halls are, kept up to date from changes |
//! | [`file`] | text to plan and back |
//! | [`store`] | the only room that touches the disk |
//! | [`import`] | exhibitors and booths out of sheets and drawings, as edits |
//! | [`text`] | the words on screen and paper, French and English; numbers, dates, sorting |
//! | [`lists`] | the stand list as rows |
//! | [`scene`] | what a hall looks like, for screen and paper alike, and the palette |
//! | [`export`] | scenes and lists to PDF, SVG, PNG and CSV; printing |
//! | [`tools`] | what pointer and keys do on a hall |
//! | [`session`] | the whole program without pixels, and the table of commands |
//! | [`cli`] | the same work without a window |
//! | `app` | the window (feature `gui`) |

mod assets;

pub mod geometry;
pub mod plan;

pub mod fonts;

pub mod reader;

pub mod edit;

pub mod index;

pub mod file;

pub mod store;

pub mod import;

pub mod text;

pub mod lists;

pub mod scene;

pub mod export;

pub mod tools;

pub mod session;

pub mod cli;

#[cfg(feature = "gui")]
pub mod app;
