//! The dialogs: each shows the session's dialog as data and answers with actions.

mod about;
mod categories;
mod clashes;
mod damaged;
mod drop;
mod file_chooser;
mod form;
mod import;
mod keys;
mod pages;
mod questions;
mod stand_list;
mod versions;

use eframe::egui::{Context, Id};

pub use file_chooser::FileChooser;

use super::view::{Cx, Out};
use super::widgets::DialogAnswer;
use crate::reader::Reader;
use crate::session::{Action, Dialog, FileQuestion};
use crate::text::Texts;

/// What dialogs keep from one frame to the next that is no affair of the session.
pub struct Dialogs {
    reader: Reader,
    chooser: Option<FileChooser>,
    pages: Option<pages::PagePictures>,
    stand_list: stand_list::Pages,
    versions: versions::Shown,
}

impl Dialogs {
    /// Nothing yet; pages of files will be read by this reader.
    #[must_use]
    pub fn new(reader: Reader) -> Self {
        Self {
            reader,
            chooser: None,
            pages: None,
            stand_list: stand_list::Pages::default(),
            versions: versions::Shown::default(),
        }
    }

    /// Shows the dialog that is open.
    pub fn show(&mut self, ctx: &Context, cx: &Cx<'_>, out: &mut Out) {
        let dialog = cx.session.dialog();
        if !matches!(dialog, Some(Dialog::ChooseFile(_))) {
            self.chooser = None;
        }
        if !matches!(dialog, Some(Dialog::ChoosePage(_))) {
            self.pages = None;
        }
        match dialog {
            None => {}
            Some(Dialog::Form(form)) => form::show(ctx, cx, form, out),
            Some(Dialog::Drop(question)) => drop::show(ctx, cx, question, out),
            Some(Dialog::ChoosePage(question)) => {
                self.pages.take_if(|pages| !pages.are_of(question));
                let pages = self.pages.get_or_insert_with(|| pages::PagePictures::new(question, &self.reader, ctx));
                pages.show(ctx, cx, question, out);
            }
            Some(Dialog::Import(wizard)) => import::show(ctx, cx, wizard, out),
            Some(Dialog::ImportReport(report)) => import::show_report(ctx, cx, report, out),
            Some(Dialog::StandList(dialog)) => stand_list::show(ctx, cx, dialog, &mut self.stand_list, out),
            Some(Dialog::Unsaved(_)) => questions::unsaved(ctx, cx, out),
            Some(Dialog::ChangedOutside(path)) => questions::changed_outside(ctx, cx, path, out),
            Some(Dialog::Damaged(damaged)) => damaged::show(ctx, cx, damaged, out),
            Some(Dialog::Clashes(clashes)) => clashes::show(ctx, cx, clashes, out),
            Some(Dialog::Versions(dialog)) => versions::show(ctx, cx, dialog, &mut self.versions, out),
            Some(Dialog::Recover) => questions::recover(ctx, cx, out),
            Some(Dialog::Problem { title, words }) => questions::problem(ctx, cx, title, words, out),
            Some(Dialog::ChooseFile(question)) => {
                let chooser = self.chooser.get_or_insert_with(|| FileChooser::new(question, cx.session));
                chooser.show(ctx, cx, question, out);
            }
            Some(Dialog::Categories) => categories::show(ctx, cx, out),
            Some(Dialog::Keys) => keys::show(ctx, cx, out),
            Some(Dialog::About) => about::show(ctx, cx, out),
        }
    }
}

/// Passes an answer on: the main button confirms, the second one is the other way, the third leaves everything as it was.
fn pass(answer: Option<DialogAnswer>, out: &mut Out) {
    match answer {
        Some(DialogAnswer::Main) => out.push(Action::ConfirmDialog),
        Some(DialogAnswer::Second) => out.push(Action::AlternateDialog),
        Some(DialogAnswer::Cancel) => out.push(Action::DismissDialog),
        None => {}
    }
}

/// Gives the keyboard to a field once, when its dialog opens.
fn focus_first(ctx: &Context, dialog: &'static str, field: Id) {
    let key = Id::unique("first field of").with(dialog);
    let pass = ctx.cumulative_pass_nr();
    let seen: Option<u64> = ctx.data(|data| data.get_temp(key));
    if seen.is_none_or(|seen| seen + 2 < pass) {
        ctx.memory_mut(|memory| memory.request_focus(field));
    }
    ctx.data_mut(|data| data.insert_temp(key, pass));
}

/// What a dialog for a file says.
pub struct QuestionWords {
    /// At its top.
    pub title: String,
    /// What the files are.
    pub kind: String,
    /// On its main button.
    pub button: String,
}

/// The words of a question for a file.
#[must_use]
pub fn question_words(texts: &Texts, question: &FileQuestion) -> QuestionWords {
    let (title, kind) = match question {
        FileQuestion::OpenPlan => (texts.ask_open_plan(), texts.file_kind_plan()),
        FileQuestion::SavePlan { .. } => (texts.ask_save_plan(), texts.file_kind_plan()),
        FileQuestion::OpenMap => (texts.ask_open_map(), texts.file_kind_picture()),
        FileQuestion::ReplaceMap(_) => (texts.ask_replace_map(), texts.file_kind_picture()),
        FileQuestion::OpenPicture => (texts.ask_open_picture(), texts.file_kind_picture()),
        FileQuestion::OpenLogo(_) => (texts.ask_open_logo(), texts.file_kind_picture()),
        FileQuestion::OpenList => (texts.ask_open_list(), texts.file_kind_list()),
        FileQuestion::ExportStandList { .. } => (texts.ask_export_stand_list(), texts.file_kind_stand_list()),
        FileQuestion::ExportRenumbered { .. } => (texts.ask_export_renumbered(), texts.file_kind_renumbered()),
        FileQuestion::ExportHalls { .. } => (texts.ask_export_halls(), texts.file_kind_drawing()),
    };
    let button = if question.is_saving() { texts.button_save() } else { texts.button_open() };
    QuestionWords { title, kind, button }
}
