//! What views and surroundings tell the session.

use std::path::PathBuf;

use super::{CommandId, Dialog, Done, DrawnAction, DropChoice, FileQuestion, Filter, NumberingAction, Session, Tone};
use crate::edit::{Edit, Objects};
use crate::file::merge::{Field, RecordId, Side};
use crate::geometry::{Point, ScreenPoint};
use crate::plan::{Block, BlockId, BoothId, ExhibitorId, HallId};
use crate::store::{CanvasLayers, Settings};
use crate::tools::{Context, Event, Request as ToolRequest, Step, Tool, ToolKind, ToolSettings, TypedKey};

/// One thing that a user or the surroundings did.
#[derive(Clone, Debug)]
pub enum Action {
    /// A command of the table.
    Run(CommandId),
    /// The pointer on the hall.
    Pointer(Event),
    /// The pointer is no longer on the hall.
    PointerLeft,
    /// A key of a figure in the midst of a gesture.
    TypeFigure(TypedKey),
    /// New things go to this layer; none is the base layer.
    DrawOnLayer(Option<crate::plan::LayerId>),
    /// Another selection.
    Select(Objects),
    /// A booth was clicked by other means than the pointer; `extend` adds it to the selection.
    SelectBooth {
        /// Which.
        booth: BoothId,
        /// Whether the selection stays.
        extend: bool,
    },
    /// Another hall.
    ShowHall(HallId),
    /// The canvas has this size, in points.
    CanvasSize(f32, f32),
    /// The canvas was dragged by so many points.
    Pan(f32, f32),
    /// Looked at another point of the hall: it comes into the middle of the canvas.
    LookAt(Point),
    /// Zoomed by a factor about a point of the canvas.
    Zoom {
        /// Above 1: nearer.
        factor: f64,
        /// What stays where it is.
        at: ScreenPoint,
    },
    /// Typed into the search field of the exhibitors.
    Search(String),
    /// Which exhibitors are listed.
    SetFilter(Filter),
    /// An exhibitor was clicked in the list.
    ChooseExhibitor(Option<ExhibitorId>),
    /// So many places down the list.
    StepExhibitor(isize),
    /// A block becomes this one.
    ChangeBlock(BlockId, Block),
    /// A change made in the inspector or a panel.
    Edit(Edit),
    /// An exhibitor was dropped on a booth.
    DropExhibitor {
        /// Who.
        exhibitor: ExhibitorId,
        /// From which booth it was taken; none from the list.
        from: Option<BoothId>,
        /// Where.
        to: BoothId,
    },
    /// What becomes of those on the booth.
    AnswerDrop(DropChoice),
    /// What is being moved was let go on the tab of another hall.
    DropOnHall(crate::plan::HallId),
    /// These logos are in view, and some of them are not known.
    ShowLogos(Vec<crate::plan::EmbeddedFile>),
    /// Booths are being numbered.
    Numbering(NumberingAction),
    /// Another page of a map's file is shown.
    ShowMapPage(crate::plan::MapId, u32),
    /// Two revisions of a map are being compared.
    Compare(super::CompareAction),
    /// Booths are being made of a drawing.
    Drawn(DrawnAction),
    /// The open dialog was changed.
    ChangeDialog(Box<Dialog>),
    /// The open dialog's main button.
    ConfirmDialog,
    /// The open dialog's second button, where it has one: do not save, overwrite, save as PDF.
    AlternateDialog,
    /// The open dialog is closed.
    DismissDialog,
    /// A plan of the list of recent ones.
    OpenRecent(PathBuf),
    /// Tell the user that something that was typed could not be taken, in these words.
    Complain(String),
    /// Files were dropped on the window; pictures lie at this point of the hall, where it is known.
    FilesDropped(Vec<PathBuf>, Option<Point>),
    /// A file was chosen, or none.
    FileChosen(FileQuestion, Option<PathBuf>),
    /// The system has no dialog for files: one inside the window is wanted.
    NoFileDialog(FileQuestion),
    /// A part of a map, known by the hash of its file, could not be read to be shown.
    MapFailed(String, crate::reader::ReadError),
    /// The open file is another one than it was when it was read or written.
    FileChanged(PathBuf),
    /// Somebody has this file open already.
    FileHeld(PathBuf, crate::store::Holder),
    /// One side is to have its way in a clash.
    ChooseSide((RecordId, Option<Field>), Side),
    /// Work has ended.
    Finished(Done),
    /// Work is given up.
    CancelWork(u64),
    /// The window is to be closed.
    CloseWindow,
    /// What new things are made like.
    SetToolSettings(ToolSettings),
    /// What the canvas shows besides the plan.
    SetCanvasLayers(CanvasLayers),
    /// Panels, sizes and whatever else is remembered.
    SetSettings(Box<Settings>),
}

impl Session {
    /// Does what an action says.
    pub fn act(&mut self, action: Action) {
        self.do_action(action);
        self.follow_selection();
        self.show_form_on_hall();
        self.refresh_numbering();
        self.refresh_drawn();
    }

    fn do_action(&mut self, action: Action) {
        match action {
            Action::Run(command) => self.run(command),
            Action::Pointer(event) => {
                self.pointer = event.place().or(self.pointer);
                self.use_tool(|tool, context| tool.handle(&event, context));
            }
            Action::PointerLeft => self.pointer = None,
            Action::TypeFigure(key) => self.use_tool(|tool, context| tool.type_key(key, context)),
            Action::DrawOnLayer(layer) => self.draw_on(layer),
            Action::Select(objects) => self.selection = objects,
            Action::SelectBooth { booth, extend } => self.select_booth(booth, extend),
            Action::ShowHall(hall) => self.show_hall(hall),
            Action::CanvasSize(width, height) => self.canvas = (width, height),
            Action::Pan(x, y) => self.set_camera(self.camera().panned(x, y)),
            Action::Zoom { factor, at } => self.zoom(factor, at),
            Action::LookAt(point) => self.look_at(point),
            Action::Search(words) => self.directory.set_search(words),
            Action::SetFilter(filter) => self.directory.set_filter(filter),
            Action::ChooseExhibitor(exhibitor) => self.directory.choose(exhibitor),
            Action::StepExhibitor(by) => self.directory.step(by),
            Action::ChangeBlock(id, block) => self.change_block(id, &block),
            Action::Edit(edit) => {
                self.edit(&edit);
            }
            Action::DropExhibitor { exhibitor, from, to } => self.drop_exhibitor(exhibitor, from, to),
            Action::DropOnHall(hall) => {
                self.use_tool(|tool, context| tool.handle(&crate::tools::Event::Cancel, context));
                self.move_to_hall(hall);
            }
            Action::ShowLogos(files) => self.show_logos(files),
            Action::AnswerDrop(choice) => self.answer_drop(choice),
            Action::Numbering(action) => self.act_on_numbering(action),
            Action::ShowMapPage(map, page) => self.show_map_page(map, page),
            Action::Compare(action) => self.compare(action),
            Action::Drawn(action) => self.act_on_drawn(action),
            Action::ChangeDialog(dialog) => self.change_dialog(*dialog),
            Action::ConfirmDialog => self.confirm_dialog(),
            Action::AlternateDialog => self.alternate_dialog(),
            Action::DismissDialog => {
                if matches!(self.dialog.take(), Some(Dialog::Recover)) {
                    self.decide_later();
                }
                self.after_saving = None;
            }
            Action::Complain(words) => self.tell(Tone::Bad, words),
            Action::OpenRecent(path) => self.when_saved(super::Then::OpenPath(path)),
            Action::MapFailed(hash, error) => self.map_failed(&hash, error),
            Action::FilesDropped(paths, at) => self.files_dropped(paths, at),
            Action::FileChosen(question, path) => self.file_chosen(question, path),
            Action::NoFileDialog(question) => self.dialog = Some(Dialog::ChooseFile(question)),
            Action::FileChanged(path) => self.file_changed(path),
            Action::FileHeld(path, holder) => self.file_held(&path, &holder),
            Action::ChooseSide(about, side) => self.choose_side(about, side),
            Action::Finished(done) => self.finished(done),
            Action::CancelWork(id) => {
                if let Some(running) = self.running.iter().find(|running| running.id == id) {
                    running.cancel.cancel();
                }
            }
            Action::CloseWindow => self.run(CommandId::Quit),
            Action::SetToolSettings(settings) => self.tool_settings = settings,
            Action::SetCanvasLayers(layers) => {
                self.settings.canvas = layers;
                self.count_colours();
            }
            Action::SetSettings(settings) => self.settings = *settings,
        }
    }

    fn use_tool(&mut self, step: impl FnOnce(&mut Tool, &Context<'_>) -> Step) {
        let mut tool = std::mem::replace(&mut self.tool, Tool::new(ToolKind::Select));
        let step = self.tool_context().map(|context| step(&mut tool, &context));
        self.tool = tool;
        if let Some(step) = step {
            self.take_step(step);
        }
    }

    /// Keys that the table gives to commands belong to what is drawn in several steps while that goes on: Enter ends it,
    /// Backspace and undo take its last step back.
    pub(super) fn press_draw_key(&mut self, command: CommandId) -> bool {
        let key = match command {
            CommandId::PlaceExhibitor => crate::tools::DrawKey::Finish,
            CommandId::Delete | CommandId::Undo => crate::tools::DrawKey::Back,
            _ => return false,
        };
        let mut tool = std::mem::replace(&mut self.tool, crate::tools::Tool::new(ToolKind::Select));
        let step = self.tool_context().and_then(|context| tool.press_key(key, &context));
        self.tool = tool;
        // A gesture without steps of its own ends.
        let ends = step.is_none() && command == CommandId::Undo && !self.tool.is_idle();
        let taken = step.is_some() || ends;
        step.into_iter().for_each(|step| self.take_step(step));
        if ends {
            self.use_tool(|tool, context| tool.handle(&crate::tools::Event::Cancel, context));
        }
        taken
    }

    fn take_step(&mut self, step: Step) {
        let Step { select, edit, request, preview } = step;
        if let Some(objects) = select {
            self.selection = objects;
        }
        if let Some(edit) = edit {
            self.edit(&edit);
        }
        // After the edit, which clears what the gesture showed: the tool's own hint and pointer stay.
        self.preview = preview;
        match request {
            None => {}
            Some(ToolRequest::TextAt(at)) => self.ask_for_text(at),
            Some(ToolRequest::Calibrate { map, from, to }) => self.ask_for_calibration(map, Some((from, to))),
            Some(ToolRequest::NumberAlong { path, ended }) => self.take_path(path, ended),
            Some(ToolRequest::OpenInspector) => self.open_selected(),
            Some(ToolRequest::BackToSelect) => self.set_tool(ToolKind::Select),
            Some(ToolRequest::Pan(way)) => {
                let camera = self.camera();
                self.set_camera(camera.panned(camera.points(way.x), camera.points(way.y)));
            }
        }
    }

    pub(super) fn set_tool(&mut self, kind: ToolKind) {
        self.tool_settings.zone_name = self.texts.tool_zone();
        self.tool = crate::tools::Tool::new(kind);
        self.preview = crate::tools::Preview::default();
    }

    fn select_booth(&mut self, booth: BoothId, extend: bool) {
        if !extend {
            self.selection = Objects::default();
        }
        if !self.selection.booths.remove(&booth) || !extend {
            self.selection.booths.insert(booth);
        }
        if let Some(hall) = self.plan().get(booth).map(|booth| booth.hall) {
            self.hall = Some(hall);
        }
    }
}
