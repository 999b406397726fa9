//! The whole program without pixels: what is open, selection, cameras, tool, list, dialogs; the table of commands and how
//! each runs. Views read a [`Session`] and give it [`Action`]s; what it cannot do itself (files, dialogs of the system, long
//! work) it asks for as a [`Request`], and is told of with an [`Action`] again. It starts no thread and knows no clock.

mod act;
mod arrange;
mod availability;
mod blocks;
mod clipboard;
mod colours;
mod command;
mod dialog;
mod directory;
mod drawn;
mod example;
mod file_question;
mod files;
mod form;
mod form_fill;
mod form_take;
mod halls;
mod job;
mod job_halls;
mod layers;
mod logos;
mod map_placing;
mod maps;
mod numbering;
mod outlines;
mod perform;
mod placing;
mod recovery;
mod revisions;
mod run;
mod sides;
mod stand_list;
mod theirs;
mod units;
mod versions;
mod view;
pub mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;

use crate::edit::{Edit, Editor, Objects, Refusal};
use crate::geometry::{Camera, Length, Point, Size};
use crate::index::{Index, Occupancy};
use crate::plan::{Change, HallId, Plan, Show};
use crate::scene::Tally;
use crate::store::{Settings, Stamp};
use crate::text::{Language, Texts};
use crate::tools::{self, Clipboard, Context, Preview, Template, Tool, ToolKind, ToolSettings};

pub use act::Action;
pub use availability::Availability;
pub use command::{COMMANDS, Command, CommandId, Key, Menu, Shortcut};
pub use dialog::{Damaged, Dialog, DropChoice, DropQuestion, PageQuestion, Then};
pub use directory::{Directory, Filter};
pub use drawn::{DrawnAction, DrawnBooths};
pub use example::Example;
pub use file_question::{FileQuestion, MAP_ENDINGS};
pub use form::{Field, FieldKey, FieldKind, Form, FormKind};
pub use job::{Derived, Done, Failure, Job, MapRead, Outcome, Showing};
pub use job_halls::{Look, export_halls};
pub use logos::LogoPixels;
pub use numbering::{NewNumber, Numbering, NumberingAction, NumberingFields, Preset};
pub use outlines::BoothShape;
pub use perform::{map_source, perform};
pub use recovery::{Recorded, Unsaved};
pub use revisions::{CompareAction, CompareLook, Comparison};
pub use stand_list::{StandListDialog, StandListFormat, StandListOptions};
pub use theirs::{Clashes, choice};
pub use versions::{KeptVersion, Seen, VersionFacts, VersionLook, VersionsDialog, version_time};

/// What a session is started with: the things that differ from one start to the next.
#[derive(Clone, Debug)]
pub struct Start {
    /// What was remembered from last time.
    pub settings: Settings,
    /// The language, unless the settings name one.
    pub language: Language,
    /// Keeps the ids of this copy apart from those of others.
    pub tag: u32,
    /// What time it is.
    pub clock: fn() -> Timestamp,
}

/// What the session asks of its surroundings.
#[derive(Clone, Debug)]
pub enum Request {
    /// Work that takes a while, to be done on a thread by [`perform`]; its [`Done`] comes back as [`Action::Finished`].
    Work(Running, Box<Job>),
    /// A dialog in which the user chooses a file; the answer comes back as [`Action::FileChosen`].
    AskFile(FileQuestion),
    /// The search field of the exhibitors wants the keyboard.
    FocusSearch,
    /// Give the keyboard to the first field of the inspector.
    FocusInspector,
    /// Give the keyboard to the menus.
    FocusMenus,
    /// The command palette opens.
    OpenPalette,
    /// The program ends.
    Quit,
}

/// Work going on.
#[derive(Clone, Debug)]
pub struct Running {
    /// Its number.
    pub id: u64,
    /// What it is, in words.
    pub words: String,
    /// Gives it up.
    pub cancel: crate::reader::Cancel,
}

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something went well.
    Good,
    /// Something could not be done.
    Bad,
}

/// A sentence that appears and goes again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How it is meant.
    pub tone: Tone,
    /// The sentence.
    pub words: String,
    /// What can be done next.
    pub offer: Option<Offer>,
}

/// A command that a notice offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Which.
    pub command: CommandId,
    /// What its button says.
    pub words: String,
}

/// The file that the plan came from or went to.
#[derive(Clone, Debug)]
struct OpenFile {
    path: PathBuf,
    stamp: Option<Stamp>,
    /// The plan that is in it, as far as it is known: what others did is told from it.
    plan: Option<Plan>,
}

/// The open program.
pub struct Session {
    start: Start,
    texts: Arc<Texts>,
    settings: Settings,
    editor: Editor,
    index: Index,
    directory: Directory,
    tally: Tally,
    revision: u64,
    file: Option<OpenFile>,
    hall: Option<HallId>,
    cameras: BTreeMap<HallId, Camera>,
    canvas: (f32, f32),
    /// Where the pointer is on the hall, while it is there.
    pointer: Option<Point>,
    selection: Objects,
    /// The selected booth that was selected before the others.
    first_selected: Option<crate::plan::BoothId>,
    /// Whether what is shown of a gesture is what the open form would make.
    form_on_hall: bool,
    tool: Tool,
    tool_settings: ToolSettings,
    preview: Preview,
    clipboard: Option<Clipboard>,
    /// What was cut, while nothing was done since: where the history stood then.
    cut: Option<(u64, Objects)>,
    logos: logos::Logos,
    maps: maps::Maps,
    /// A page that is shown once it is known.
    wanted_page: Option<(crate::plan::MapId, u32)>,
    comparison: Option<Comparison>,
    dialog: Option<Dialog>,
    notices: Vec<Notice>,
    requests: Vec<Request>,
    running: Vec<Running>,
    last_job: u64,
    after_saving: Option<Then>,
    numbering: Option<numbering::Numbering>,
    drawn: Option<drawn::DrawnBooths>,
    known_numbers: numbering::KnownNumbers,
    /// Where the program keeps its data, where it does.
    data: Option<PathBuf>,
    /// What a copy of a kept version is called until it is saved.
    copy_name: Option<String>,
    /// What happened to the plan and was not yet asked for, where somebody wants to know.
    recorded: Option<Vec<Recorded>>,
    /// How many of the history's first steps the recorder does not know as such: they were done before it began.
    unrecorded: usize,
    /// The plan as it was opened, until it is changed.
    opened: Option<Plan>,
    /// Whether that plan is what the file holds.
    opened_is_saved: bool,
    /// Whether it was said that nothing can be written down for recovery.
    recording_failed: bool,
    /// What earlier sessions left unsaved and was not yet decided on.
    unsaved: Vec<Arc<Unsaved>>,
    /// Where the open plan was recovered from, until it is saved.
    recovered: Option<Arc<Unsaved>>,
    /// The damaged file that the plan was read from: it is never written.
    damaged: Option<PathBuf>,
    /// Where the history stood when a plan was asked for: what is done while it is read must not be lost.
    opening_at: u64,
}

impl Session {
    /// A session with a new, empty show of one hall.
    #[must_use]
    pub fn new(start: Start) -> Self {
        let language = start.settings.language.as_deref().and_then(Language::parse).unwrap_or(start.language);
        let texts = units::texts(language, &start.settings);
        let mut tool_settings = ToolSettings::default();
        tool_settings.change_units(crate::geometry::Units::Metres, texts.units());
        tool_settings.grid = units::grid(&start.settings);
        let editor = Editor::new(Plan::default(), start.tag);
        let directory = Directory::new(editor.plan(), language);
        let mut session = Self {
            settings: start.settings.clone(),
            index: Index::new(editor.plan()),
            editor,
            directory,
            tally: Tally::default(),
            texts,
            revision: 0,
            file: None,
            hall: None,
            cameras: BTreeMap::new(),
            canvas: (0.0, 0.0),
            pointer: None,
            selection: Objects::default(),
            first_selected: None,
            form_on_hall: false,
            tool: Tool::new(ToolKind::Select),
            tool_settings,
            preview: Preview::default(),
            clipboard: None,
            cut: None,
            logos: logos::Logos::default(),
            maps: maps::Maps::default(),
            wanted_page: None,
            comparison: None,
            dialog: None,
            notices: Vec::new(),
            requests: Vec::new(),
            running: Vec::new(),
            last_job: 0,
            after_saving: None,
            numbering: None,
            drawn: None,
            known_numbers: numbering::KnownNumbers::default(),
            data: None,
            copy_name: None,
            recorded: None,
            unrecorded: 0,
            opened: None,
            opened_is_saved: true,
            recording_failed: false,
            unsaved: Vec::new(),
            recovered: None,
            damaged: None,
            opening_at: 0,
            start,
        };
        session.open_new("", Template::Empty, Template::Empty.usual_size(crate::geometry::Units::Metres));
        session
    }

    /// Opens a plan, as if from nowhere: not yet in any file.
    pub fn open(&mut self, plan: Plan) {
        self.open_with(plan, None);
    }

    /// Opens a plan with what was derived from it already.
    fn open_with(&mut self, plan: Plan, derived: Option<Box<Derived>>) {
        self.close_recording();
        self.opened = Some(plan.clone());
        self.opened_is_saved = true;
        let derived = derived.filter(|derived| derived.shown == self.shown());
        let Derived { index, directory, tally, .. } =
            derived.map_or_else(|| Derived::of(&plan, self.shown()), |derived| *derived);
        (self.index, self.directory, self.tally) = (index, directory, tally);
        self.editor = Editor::new(plan, self.start.tag);
        self.unrecorded = 0;
        self.revision += 1;
        (self.file, self.copy_name, self.damaged) = (None, None, None);
        self.hall = self.plan().halls().keys().next().copied();
        self.cameras.clear();
        self.selection = Objects::default();
        self.preview = Preview::default();
        self.tool = Tool::new(ToolKind::Select);
        self.dialog = None;
        self.numbering = None;
        self.drawn = None;
        self.known_numbers = numbering::KnownNumbers::of(self.editor.plan());
        self.logos = logos::Logos::default();
        self.maps = maps::Maps::default();
        (self.wanted_page, self.comparison) = (None, None);
        self.ask_for_maps();
    }

    /// Opens a new show with one hall.
    fn open_new(&mut self, name: &str, template: Template, floor: Size) {
        let name = if name.trim().is_empty() { self.texts.new_show() } else { name.trim().to_owned() };
        self.open(Plan::new(Show { name, ..Show::default() }));
        let hall = self.texts.hall_numbered(crate::text::args::HallNumbered { number: 1 });
        // The hall is part of the new show: nothing to undo, nothing to save.
        let edit = template.hall(hall, floor, self.texts.units());
        if let Ok(outcome) = crate::edit::apply(self.plan(), &edit, &mut crate::plan::IdMint::new(self.start.tag, 0)) {
            self.open(outcome.plan);
        }
    }

    /// The plan as it is.
    #[must_use]
    pub const fn plan(&self) -> &Plan {
        self.editor.plan()
    }

    /// What was done and undone.
    #[must_use]
    pub const fn editor(&self) -> &Editor {
        &self.editor
    }

    /// Where things are and how full the halls are.
    #[must_use]
    pub const fn index(&self) -> &Index {
        &self.index
    }

    /// The exhibitors, sorted, searched and filtered.
    #[must_use]
    pub const fn directory(&self) -> &Directory {
        &self.directory
    }

    /// How many booths have each colour.
    #[must_use]
    pub const fn tally(&self) -> &Tally {
        &self.tally
    }

    /// Counts the plans that were shown: whatever is derived from the plan is stale when it has moved on.
    #[must_use]
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// The words in the chosen language.
    #[must_use]
    pub const fn texts(&self) -> &Arc<Texts> {
        &self.texts
    }

    /// What is remembered.
    #[must_use]
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The hall in view; none in a show without halls.
    #[must_use]
    pub const fn hall(&self) -> Option<HallId> {
        self.hall
    }

    /// Where the pointer is on the hall, while it is there.
    #[must_use]
    pub const fn pointer(&self) -> Option<Point> {
        self.pointer
    }

    /// What is selected.
    #[must_use]
    pub const fn selection(&self) -> &Objects {
        &self.selection
    }

    /// The tool in hand.
    #[must_use]
    pub const fn tool(&self) -> &Tool {
        &self.tool
    }

    /// What new things are made like, and whether they snap.
    #[must_use]
    pub const fn tool_settings(&self) -> &ToolSettings {
        &self.tool_settings
    }

    /// What the tool shows of the gesture under way.
    #[must_use]
    pub const fn preview(&self) -> &Preview {
        &self.preview
    }

    /// The dialog that is open.
    #[must_use]
    pub const fn dialog(&self) -> Option<&Dialog> {
        self.dialog.as_ref()
    }

    /// The work going on.
    #[must_use]
    pub fn running(&self) -> &[Running] {
        &self.running
    }

    /// The file of the plan, if it has one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.file.as_ref().map(|file| file.path.as_path())
    }

    /// Whether everything is in the file.
    #[must_use]
    pub fn is_saved(&self) -> bool {
        self.editor.history().is_saved()
    }

    /// Where the plan stands in the history: another place after each edit.
    #[must_use]
    pub fn history_position(&self) -> u64 {
        self.editor.history().position()
    }

    /// How full the show is.
    #[must_use]
    pub fn occupancy(&self) -> Occupancy {
        self.index.show()
    }

    /// What was asked for since the last call.
    pub fn take_requests(&mut self) -> Vec<Request> {
        std::mem::take(&mut self.requests)
    }

    /// What is to be said since the last call.
    pub fn take_notices(&mut self) -> Vec<Notice> {
        std::mem::take(&mut self.notices)
    }

    fn tell(&mut self, tone: Tone, words: String) {
        self.tell_with(tone, words, None);
    }

    fn tell_with(&mut self, tone: Tone, words: String, offer: Option<Offer>) {
        self.notices.push(Notice { tone, words, offer });
    }

    fn ask(&mut self, question: FileQuestion) {
        self.requests.push(Request::AskFile(question));
    }

    fn begin(&mut self, words: String, job: Job) {
        self.last_job += 1;
        let running = Running { id: self.last_job, words, cancel: crate::reader::Cancel::new() };
        self.running.push(running.clone());
        self.requests.push(Request::Work(running, Box::new(job)));
    }

    /// Makes an edit and shows what came of it; a refusal is said in words.
    pub(crate) fn edit(&mut self, edit: &Edit) -> bool {
        match self.try_edit(edit) {
            Ok(()) => true,
            Err(refusal) => {
                let words = self.texts.refusal(&refusal, self.plan());
                self.tell(Tone::Bad, words);
                false
            }
        }
    }

    /// Makes an edit.
    ///
    /// # Errors
    /// Why it cannot be made.
    pub(crate) fn try_edit(&mut self, edit: &Edit) -> Result<(), Refusal> {
        let before = self.plan().clone();
        let at = (self.start.clock)();
        let outcome = self.editor.apply(edit, at, &self.selection)?;
        if !outcome.change.is_empty() {
            let words = self.texts.edit_name(&edit.name(&before));
            self.tell_recorder(Recorded::Done { words, at, change: outcome.change.clone() });
        }
        if !outcome.added.is_empty() {
            self.selection = outcome.added;
        }
        self.take_change(&outcome.change);
        self.tell_outlines(edit, &before);
        self.tell_kept(&outcome.kept);
        Ok(())
    }

    fn undo(&mut self, redo: bool) {
        let words = self.command_words(if redo { CommandId::Redo } else { CommandId::Undo });
        let step = if redo { self.editor.redo() } else { self.editor.undo() };
        match step {
            Ok(Some((change, selection))) => {
                self.record_undone(redo, words, &change);
                self.selection = selection;
                if let Some(hall) = change.hall().filter(|hall| self.plan().get(*hall).is_some()) {
                    self.hall = Some(hall);
                }
                self.take_change(&change);
            }
            Ok(None) => {}
            Err(refusal) => {
                let words = self.texts.refusal(&refusal, self.plan());
                self.tell(Tone::Bad, words);
            }
        }
    }

    /// Brings everything derived from the plan up to date.
    fn take_change(&mut self, change: &Change) {
        if change.is_empty() {
            return;
        }
        self.revision += 1;
        self.index.update(self.editor.plan(), change);
        self.directory.update(self.editor.plan(), change);
        self.tally.update(self.editor.plan(), &self.index, change);
        self.preview = Preview::default();
        let plan = self.editor.plan();
        // What is gone or hidden is not selected any more.
        self.selection = self.selection.bound(plan, |binding| !plan.is_hidden(binding));
        if self.hall.is_none_or(|hall| plan.get(hall).is_none()) {
            self.hall = plan.halls().keys().next().copied();
        }
        if !change.maps.is_empty() {
            self.end_comparison();
            self.ask_for_maps();
        }
    }

    /// What tools are told; `None` in a show without halls.
    fn tool_context(&self) -> Option<Context<'_>> {
        let hall = self.hall?;
        let point: Length = self.camera().length(1.0);
        Some(Context {
            plan: self.editor.plan(),
            index: &self.index,
            hall,
            selection: &self.selection,
            settings: &self.tool_settings,
            map_lines: if self.settings.canvas.pictures { self.maps.lines() } else { tools::MapLines::NONE },
            point,
            typed: tools::Typed::default(),
        })
    }

    /// The booths that are selected.
    fn selected_booths(&self) -> BTreeSet<crate::plan::BoothId> {
        self.selection.booths.clone()
    }
}
