//! The dialogs, as data.

use std::path::PathBuf;
use std::sync::Arc;

use super::{FileQuestion, Form};
use crate::file::salvage::Finding;
use crate::plan::{BoothId, ExhibitorId, Role};
use crate::store::{Version, Versions};

/// What goes on once the unsaved plan is saved or given up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Then {
    /// A new show.
    New,
    /// A plan chosen in a dialog.
    Open,
    /// This plan.
    OpenPath(PathBuf),
    /// The example.
    OpenExample(super::Example),
    /// A copy of a kept version.
    OpenVersion(Versions, Version),
    /// The end of the program.
    Quit,
}

/// What can become of those who are on a booth, and of the one who comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DropChoice {
    /// It joins them.
    Share(Role),
    /// It changes places with them.
    Swap,
    /// They go back to the list.
    Replace,
    /// It leaves the booth that it has for this one.
    Move,
    /// It keeps the booth that it has and gets this one too.
    AddBooth,
}

/// Asked when an exhibitor comes to a booth and there is more than one way to go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DropQuestion {
    /// Who comes.
    pub exhibitor: ExhibitorId,
    /// From which booth, if it has one.
    pub from: Option<BoothId>,
    /// Where it comes to.
    pub to: BoothId,
    /// Who is there, by name.
    pub there: Vec<String>,
    /// What can be chosen.
    pub choices: Vec<DropChoice>,
}

/// A file that was damaged, and of which a copy is open.
#[derive(Clone, Debug)]
pub struct Damaged {
    /// Its name.
    pub file: String,
    /// What was wrong with it.
    pub findings: Arc<[Finding]>,
}

/// Asked where a file has several pages: which one becomes the map.
#[derive(Clone, Debug)]
pub struct PageQuestion {
    /// The file, with what is known of its first page.
    pub map: super::MapRead,
    /// Which page is chosen so far.
    pub chosen: u32,
}

/// A dialog that is open.
#[derive(Clone, Debug)]
pub enum Dialog {
    /// Fields to fill in.
    Form(Form),
    /// What becomes of those who are on the booth.
    Drop(DropQuestion),
    /// Which page of a file becomes the map.
    ChoosePage(Box<PageQuestion>),
    /// A list of exhibitors being read in.
    Import(Box<crate::import::Wizard>),
    /// What a list brought, and what could not be placed and why.
    ImportReport(crate::import::Report),
    /// The stand list before it is printed.
    StandList(super::stand_list::StandListDialog),
    /// The plan is not saved.
    Unsaved(Then),
    /// Somebody else changed the file since it was opened.
    ChangedOutside(PathBuf),
    /// What could be read of a damaged file is open.
    Damaged(Damaged),
    /// An earlier session ended without being saved: see [`super::Session::unsaved`].
    Recover,
    /// Somebody else saved the file meanwhile, and both clash.
    Clashes(Box<super::Clashes>),
    /// The kept versions of the open file.
    Versions(Box<super::VersionsDialog>),
    /// Something went wrong: what, and how to go on.
    Problem {
        /// What could not be done.
        title: String,
        /// Why, and how to go on.
        words: String,
    },
    /// A file is chosen inside the window, where the system has no dialog for it.
    ChooseFile(FileQuestion),
    /// The categories of the show.
    Categories,
    /// The keys.
    Keys,
    /// About the program.
    About,
}
