//! The window: paints the session, then does what the user asked for.

use std::path::PathBuf;

use eframe::egui::{self, CentralPanel, Context, Frame as PanelFrame, Margin, Panel, Ui, ViewportCommand};

use super::canvas::{self, Canvas};
use super::dialogs::Dialogs;
use super::jobs::{self, Jobs};
use super::notices::Notices;
use super::palette::{self, Palette};
use super::presence::Presence;
use super::recorder::Recorder;
use super::theme::{self, Theme};
use super::view::{Cx, Out};
use super::watcher::Watcher;
use super::{exhibitors, inspector, keys, menu_bar, rail, status_bar, tabs};
use crate::geometry::Point;
use crate::session::{Action, CommandId, FileQuestion, Request, Session};
use crate::store::{self, Settings, Theme as ThemeChoice};

/// The narrowest and widest that side panels can be made.
const PANEL_WIDTHS: std::ops::RangeInclusive<f32> = 200.0..=480.0;

/// The window of the program.
pub struct Window {
    session: Session,
    jobs: Jobs,
    /// Watches the open file, once there is a window to tell.
    watcher: Option<Watcher>,
    /// Notes beside the open file that it is open here, once there is a window to tell who else has it.
    presence: Option<Presence>,
    /// Writes down what is not saved yet, where there is a place for it.
    recorder: Option<Recorder>,
    /// What the session asked for before there was a window.
    waiting: Vec<Request>,
    canvas: Canvas,
    dialogs: Dialogs,
    notices: Notices,
    palette: Option<Palette>,
    pointer: Option<Point>,
    /// What was last written, so that settings are written when they change and not otherwise.
    saved_settings: Settings,
    settings_path: Option<PathBuf>,
    /// Whether the system's dialogs for files are used.
    system_dialogs: bool,
    /// The user has answered everything: the window may close.
    leaving: bool,
    title: String,
    /// Where the history stood when something was said last.
    said_at: u64,
    shown_theme: Option<ThemeChoice>,
}

/// What a window is made with.
pub struct Surroundings {
    /// The program, which is also its own worker for reading strangers' files.
    pub program: PathBuf,
    /// Where the settings are kept; nowhere if there is no such place.
    pub settings_path: Option<PathBuf>,
    /// Whether the system's dialogs for files are used rather than the window's own.
    pub system_dialogs: bool,
    /// Where the program keeps its data: what is not saved yet, and versions; nowhere if there is no such place.
    pub data_folder: Option<PathBuf>,
}

impl Surroundings {
    /// Those of this computer.
    #[must_use]
    pub fn of_system() -> Self {
        Self {
            program: std::env::current_exe().unwrap_or_else(|_| PathBuf::from("hallplan")),
            settings_path: store::settings_path(),
            system_dialogs: jobs::has_file_dialog(),
            data_folder: store::data_folder(),
        }
    }
}

impl Window {
    /// A window on a session.
    #[must_use]
    pub fn new(ctx: &Context, session: Session, surroundings: Surroundings) -> Self {
        Self::before_it_opens(session, surroundings).open(ctx)
    }

    /// The window before the system has one for it: the work that the session asks for begins meanwhile.
    #[must_use]
    pub fn before_it_opens(mut session: Session, surroundings: Surroundings) -> Self {
        let jobs = Jobs::new(surroundings.program);
        let recorder = surroundings.data_folder.map(|folder| {
            session.keep_data_in(folder.clone());
            Recorder::new(store::recovery_folder(&folder))
        });
        let mut waiting = Vec::new();
        for request in session.take_requests() {
            match request {
                Request::Work(running, job) => jobs.start(running, *job),
                other => waiting.push(other),
            }
        }
        Self {
            canvas: Canvas::new(jobs.reader().clone()),
            dialogs: Dialogs::new(jobs.reader().clone()),
            jobs,
            watcher: None,
            presence: None,
            recorder,
            waiting,
            notices: Notices::default(),
            palette: None,
            pointer: None,
            saved_settings: session.settings().clone(),
            settings_path: surroundings.settings_path,
            system_dialogs: surroundings.system_dialogs,
            leaving: false,
            title: String::new(),
            shown_theme: None,
            said_at: session.history_position(),
            session,
        }
    }

    /// The window with what it is painted with.
    #[must_use]
    pub fn open(mut self, ctx: &Context) -> Self {
        theme::install(ctx);
        self.jobs.wake(ctx);
        self.watcher = Some(Watcher::new(self.jobs.teller(Action::FileChanged)));
        self.presence = Some(Presence::new(self.jobs.teller(|(path, holder)| Action::FileHeld(path, holder))));
        self
    }

    /// The program behind the window.
    #[must_use]
    pub const fn session(&self) -> &Session {
        &self.session
    }

    /// Does something as if the user had.
    pub fn act(&mut self, action: Action) {
        if matches!(action, Action::Run(CommandId::Undo | CommandId::Redo)) {
            self.notices.forget_done();
        }
        self.session.act(action);
    }

    /// One frame: paints everything, then does what the user asked for.
    pub fn show(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        let mut out = Out::default();
        self.before(&ctx, &mut out);
        out.0.drain(..).for_each(|action| self.act(action));
        self.requests(&ctx);

        let theme = Theme::of(&ctx);
        let texts = self.session.texts().clone();
        let logos = self.canvas.logos().clone();
        let cx = Cx { session: &self.session, texts: &texts, theme: &theme, logos: &logos };
        let colours = &theme.colours;
        let bar = |fill| PanelFrame::NONE.fill(fill);
        let top =
            Panel::top("menu bar").exact_size(menu_bar::HEIGHT).frame(bar(colours.surface).inner_margin(Margin::symmetric(8, 0)));
        let palette_wanted = top.show(ui, |ui| menu_bar::show(ui, &cx, &mut out)).inner;
        let bottom = Panel::bottom("status bar").exact_size(status_bar::HEIGHT).frame(bar(colours.surface));
        bottom.show(ui, |ui| status_bar::show(ui, &cx, self.pointer, &mut out));
        let tools = Panel::left("tools").exact_size(rail::WIDTH).resizable(false);
        tools.frame(bar(colours.surface).inner_margin(Margin::symmetric(4, 8))).show(ui, |ui| rail::show(ui, &cx, &mut out));
        let mut settings = self.session.settings().clone();
        side_panels(ui, &cx, &mut settings, &mut out);
        let (canvas, pointer) = (&mut self.canvas, &mut self.pointer);
        CentralPanel::no_frame().show(ui, |ui| {
            Panel::top("halls").exact_size(tabs::HEIGHT).frame(bar(colours.panel)).show(ui, |ui| tabs::show(ui, &cx, &mut out));
            CentralPanel::no_frame().show(ui, |ui| *pointer = canvas.show(ui, &cx, &mut out));
        });
        settings.window = window_size(&ctx).or(settings.window);
        if settings != *self.session.settings() {
            out.push(Action::SetSettings(Box::new(settings)));
        }
        if let Some(palette) = &mut self.palette
            && !palette::show(&ctx, &cx, palette, &mut out)
        {
            self.palette = None;
        }
        self.dialogs.show(&ctx, &cx, &mut out);
        // They would lie on what is searched for.
        if self.palette.is_none()
            && let Some(command) = self.notices.show(&ctx, &theme, &texts)
        {
            out.run(command);
        }
        logos.settle(&ctx, &self.session, &mut out);
        if palette_wanted {
            self.palette = Some(Palette::default());
        }

        let acted = !out.0.is_empty();
        out.0.into_iter().for_each(|action| self.act(action));
        self.after(&ctx, acted);
    }

    /// What came from outside the views since the last frame: threads, keys, dropped files, the wish to close.
    fn before(&mut self, ctx: &Context, out: &mut Out) {
        self.jobs.arrived().into_iter().for_each(|action| out.push(action));
        if self.session.dialog().is_none() && self.palette.is_none() {
            keys::figures(ctx, self.session.tool()).into_iter().for_each(|key| out.push(Action::TypeFigure(key)));
            keys::commands(ctx, canvas::id()).into_iter().for_each(|command| out.run(command));
        } else {
            keys::clipboard_of_fields(ctx);
        }
        let (dropped, close): (Vec<PathBuf>, bool) = ctx.input(|input| {
            let dropped = input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect();
            (dropped, input.viewport().close_requested())
        });
        if !dropped.is_empty() {
            out.push(Action::FilesDropped(dropped, self.pointer));
        }
        if close && !self.leaving && !self.session.is_saved() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            out.push(Action::CloseWindow);
        }
    }

    /// What the session asks for, and what follows from what it is now.
    fn after(&mut self, ctx: &Context, acted: bool) {
        if let Some(watcher) = &self.watcher {
            watcher.watch(self.session.watched());
        }
        if let Some(presence) = &mut self.presence {
            presence.open(self.session.path());
        }
        if let Some(recorder) = &self.recorder {
            self.session.take_recorded().into_iter().for_each(|recorded| recorder.tell(recorded));
            if recorder.take_failed() {
                self.session.recording_failed();
            }
        }
        self.requests(ctx);
        let position = self.session.history_position();
        if std::mem::replace(&mut self.said_at, position) != position {
            self.notices.forget_earlier();
        }
        for notice in self.session.take_notices() {
            self.notices.push(ctx, notice);
        }
        let settings = self.session.settings();
        if self.shown_theme != Some(settings.theme) {
            self.shown_theme = Some(settings.theme);
            ctx.set_theme(match settings.theme {
                ThemeChoice::System => egui::ThemePreference::System,
                ThemeChoice::Light => egui::ThemePreference::Light,
                ThemeChoice::Dark => egui::ThemePreference::Dark,
            });
        }
        // While a panel's edge is being dragged its width changes with every frame.
        if *settings != self.saved_settings && !ctx.input(|input| input.pointer.any_down()) {
            self.saved_settings = settings.clone();
            self.save_settings();
        }
        let unsaved = if self.session.is_saved() { "" } else { "• " };
        let title = format!("{unsaved}{} - Hallplan", self.session.file_name());
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
        if acted {
            ctx.request_repaint();
        }
    }

    fn save_settings(&self) {
        if let Some(path) = &self.settings_path {
            // Settings that cannot be kept are no reason to disturb anybody: they are as they were at the next start.
            self.saved_settings.save(path).ok();
        }
    }

    fn requests(&mut self, ctx: &Context) {
        let requests = std::mem::take(&mut self.waiting).into_iter().chain(self.session.take_requests());
        for request in requests {
            match request {
                Request::Work(running, job) => self.jobs.start(running, *job),
                Request::AskFile(question) => self.ask_file(question),
                Request::FocusSearch => exhibitors::focus_search(ctx, self.session.directory().search()),
                Request::FocusInspector => ctx.memory_mut(|memory| memory.request_focus(inspector::start_id())),
                Request::FocusMenus => menu_bar::focus(ctx),
                Request::OpenPalette => self.palette = Some(Palette::default()),
                Request::Quit => {
                    self.leaving = true;
                    ctx.send_viewport_cmd(ViewportCommand::Close);
                }
            }
        }
    }

    fn ask_file(&mut self, question: FileQuestion) {
        if self.system_dialogs {
            self.jobs.ask(question, self.session.texts());
        } else {
            self.session.act(Action::NoFileDialog(question));
        }
    }
}

/// The size of the window, unless it fills the screen.
fn window_size(ctx: &Context) -> Option<(f32, f32)> {
    ctx.input(|input| {
        let viewport = input.viewport();
        let fills = viewport.maximized.unwrap_or_default() || viewport.fullscreen.unwrap_or_default();
        let size = viewport.inner_rect.filter(|_| !fills)?.size();
        Some((size.x.round(), size.y.round()))
    })
}

/// The list of exhibitors and the inspector, where they are open; their widths are remembered.
fn side_panels(ui: &mut Ui, cx: &Cx<'_>, settings: &mut Settings, out: &mut Out) {
    let fill = PanelFrame::NONE.fill(cx.theme.colours.panel);
    if settings.panels.left_open {
        let panel = Panel::left("exhibitors").resizable(true).default_size(settings.panels.left).size_range(PANEL_WIDTHS);
        let shown = panel.frame(fill.inner_margin(Margin::symmetric(12, 10))).show(ui, |ui| {
            ui.set_width(ui.available_width());
            exhibitors::show(ui, cx, out);
        });
        settings.panels.left = shown.response.rect.width().round();
    }
    let (numbering, drawn) = (cx.session.numbering(), cx.session.drawn());
    if settings.panels.right_open || numbering.is_some() || drawn.is_some() {
        let panel = Panel::right("inspector").resizable(true).default_size(settings.panels.right).size_range(PANEL_WIDTHS);
        let shown = panel.frame(fill.inner_margin(Margin::symmetric(16, 14))).show(ui, |ui| {
            ui.set_width(ui.available_width());
            match (numbering, drawn) {
                (Some(numbering), _) => super::numbering::show(ui, cx, numbering, out),
                (None, Some(drawn)) => super::drawn::show(ui, cx, drawn, out),
                (None, None) => inspector::show(ui, cx, out),
            }
        });
        settings.panels.right = shown.response.rect.width().round();
    }
}

impl eframe::App for Window {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.show(ui);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.saved_settings = self.session.settings().clone();
        self.save_settings();
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}
