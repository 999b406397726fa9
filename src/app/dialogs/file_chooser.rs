//! A dialog for files inside the window, for systems that have none.

use std::path::{Path, PathBuf};

use eframe::egui::{Align2, Context, Id, Key, Modifiers, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons::{ICON_ARROW_UPWARD, ICON_DRAFT, ICON_FOLDER, ICON_HOME};

use super::{focus_first, question_words};
use crate::app::theme::{CORNER, TextRole, icon_font};
use crate::app::view::{Cx, Out};
use crate::app::widgets::{Dialog as Frame, DialogAnswer, Field, draft_field, icon_button, paint_short};
use crate::session::{Action, FileQuestion, Session};
use crate::store::{self, Entry};
use crate::text::args;

const ROW: f32 = 28.0;

/// The folder that is looked at, and the name that is typed.
pub struct FileChooser {
    folder: PathBuf,
    entries: Vec<Entry>,
    problem: Option<String>,
    name: String,
    /// A file of this name is there: the next confirmation overwrites it.
    asked_for: Option<PathBuf>,
}

impl FileChooser {
    /// Begins in the folder of the plan, else in that of the last one, else in the documents.
    #[must_use]
    pub fn new(question: &FileQuestion, session: &Session) -> Self {
        let known = session.path().or_else(|| session.settings().recent.first().map(PathBuf::as_path));
        let folder = known.and_then(Path::parent).map_or_else(store::default_documents_folder, Path::to_owned);
        let name = question.suggested().to_owned();
        let mut chooser = Self { folder: PathBuf::new(), entries: Vec::new(), problem: None, name, asked_for: None };
        chooser.go(folder, question, session);
        chooser
    }

    fn go(&mut self, folder: PathBuf, question: &FileQuestion, session: &Session) {
        match store::list_folder(&folder, question.endings()) {
            Ok(entries) => {
                self.entries = entries;
                self.folder = folder;
                self.problem = None;
            }
            Err(error) => self.problem = Some(session.texts().store_error(&error)),
        }
    }

    /// Shows the dialog.
    pub fn show(&mut self, ctx: &Context, cx: &Cx<'_>, question: &FileQuestion, out: &mut Out) {
        let words = question_words(cx.texts, question);
        let cancel = cx.texts.button_cancel();
        let overwrite = self.asked_for.is_some().then(|| cx.texts.file_replace());
        let main = overwrite.as_deref().unwrap_or(&words.button);
        let frame = Frame {
            id: "choose file",
            title: &words.title,
            width: 560.0,
            main: Some(main),
            wrong: None,
            second: None,
            cancel: &cancel,
        };
        let field = Id::unique("file name");
        let mut chosen = None;
        let before = self.name.clone();
        let answer = frame.show(ctx, cx.theme, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            self.place(ui, cx, question);
            chosen = self.list(ui, cx, question);
            let entry = Field { id: field, label: &cx.texts.field_file_name(), value: "", hint: "" };
            draft_field(ui, cx.theme, &entry, &mut self.name, false);
            if let Some(problem) = &self.problem {
                ui.label(cx.theme.text(TextRole::Line, problem).color(cx.theme.colours.bad));
            }
        });
        focus_first(ctx, "choose file", field);
        if before != self.name {
            self.asked_for = None;
        }
        let typed = (answer == Some(DialogAnswer::Main)).then(|| self.typed(question, cx)).flatten();
        if let Some(path) = chosen.or(typed) {
            out.push(Action::FileChosen(question.clone(), Some(path)));
        } else if answer == Some(DialogAnswer::Cancel) {
            out.push(Action::FileChosen(question.clone(), None));
        }
    }

    /// The folder, and the ways out of it.
    fn place(&mut self, ui: &mut Ui, cx: &Cx<'_>, question: &FileQuestion) {
        ui.horizontal(|ui| {
            let (up, home) = (cx.texts.folder_up(), cx.texts.folder_home());
            if icon_button(ui, cx.theme, ICON_ARROW_UPWARD, &up, &up).clicked()
                && let Some(parent) = self.folder.parent().map(Path::to_owned)
            {
                self.go(parent, question, cx.session);
            }
            if icon_button(ui, cx.theme, ICON_HOME, &home, &home).clicked() {
                self.go(store::default_documents_folder(), question, cx.session);
            }
            let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
            let folder = self.folder.to_string_lossy().into_owned();
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &folder));
            let at = pos2(rect.left(), rect.center().y);
            paint_short(ui, at, rect.width(), TextRole::Line, cx.theme.colours.muted, &folder);
            response.on_hover_text(folder);
        });
    }

    /// What is in the folder; answers with the file that was double-clicked.
    fn list(&mut self, ui: &mut Ui, cx: &Cx<'_>, question: &FileQuestion) -> Option<PathBuf> {
        let mut goal = None;
        let mut chosen = None;
        let mut name = None;
        ScrollArea::vertical()
            .id_salt(&self.folder)
            .max_height(ROW * 9.0)
            .min_scrolled_height(ROW * 9.0)
            .auto_shrink(false)
            .show_rows(ui, ROW, self.entries.len(), |ui, rows| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for entry in self.entries.get(rows).unwrap_or_default() {
                    let is_named = !entry.is_folder && entry.name == self.name;
                    let (clicked, twice) = row(ui, cx, entry, is_named);
                    if entry.is_folder && clicked {
                        goal = Some(entry.path.clone());
                    } else if clicked {
                        name = Some(entry.name.clone());
                        chosen = (twice && !question.is_saving()).then(|| entry.path.clone());
                    }
                }
            });
        if let Some(name) = name {
            self.name = name;
        }
        if let Some(folder) = goal {
            self.go(folder, question, cx.session);
        }
        chosen
    }

    /// The file that the typed name means. A folder's name or path goes there instead; a file that would be overwritten is
    /// asked about once.
    fn typed(&mut self, question: &FileQuestion, cx: &Cx<'_>) -> Option<PathBuf> {
        let name = self.name.trim();
        if name.is_empty() {
            return None;
        }
        let path = self.folder.join(name);
        if store::list_folder(&path, &[]).is_ok() {
            self.name.clear();
            self.go(path, question, cx.session);
            return None;
        }
        if !question.is_saving() {
            return Some(path);
        }
        let usual = question.endings().first().copied().unwrap_or_default();
        let has_ending =
            path.extension().is_some_and(|has| question.endings().iter().any(|ending| has.eq_ignore_ascii_case(ending)));
        let path = if has_ending { path } else { PathBuf::from(format!("{}.{usual}", path.display())) };
        let is_there = store::stamp(&path).is_ok();
        if is_there && self.asked_for.as_ref() != Some(&path) {
            let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            self.problem = Some(cx.texts.file_is_there(args::FileIsThere { file: &file }));
            self.asked_for = Some(path);
            return None;
        }
        Some(path)
    }
}

/// One line of the folder: whether it was clicked, and whether twice.
fn row(ui: &mut Ui, cx: &Cx<'_>, entry: &Entry, chosen: bool) -> (bool, bool) {
    let colours = &cx.theme.colours;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, chosen, &entry.name));
    if chosen || response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, CORNER, if chosen { colours.chosen } else { colours.hovered });
    }
    let icon = if entry.is_folder { ICON_FOLDER } else { ICON_DRAFT };
    let at = pos2(rect.left() + 16.0, rect.center().y);
    ui.painter().text(at, Align2::CENTER_CENTER, icon.codepoint, icon_font(17.0), colours.muted);
    let at = pos2(rect.left() + 32.0, rect.center().y);
    paint_short(ui, at, rect.width() - 40.0, TextRole::Body, colours.ink, &entry.name);
    let space = response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Space));
    (response.clicked() || space, response.double_clicked())
}
