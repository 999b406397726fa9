//! Opening, saving, and what else goes to and comes from files.

use std::path::{Path, PathBuf};

use super::job::Kept;
use super::stand_list::{StandListDialog, StandListFormat, StandListOptions};
use super::{Damaged, Dialog, Done, Example, FileQuestion, Job, OpenFile, Outcome, Request, Session, Then, Tone};
use crate::edit::Editor;
use crate::file::journal;
use crate::file::salvage::Salvaged;
use crate::geometry::Point;
use crate::store::{file_name, is_same_file};
use crate::text::args;

/// The name that plan files end in.
pub const EXTENSION: &str = "hallplan";

impl Session {
    /// The name of the plan as the window shows it.
    #[must_use]
    pub fn file_name(&self) -> String {
        match self.path().and_then(Path::file_name) {
            Some(name) => name.to_string_lossy().into_owned(),
            None => format!("{}.{EXTENSION}", self.copy_name.clone().unwrap_or_else(|| self.suggested_name())),
        }
    }

    /// The show's title as a file name without ending.
    pub(super) fn suggested_name(&self) -> String {
        let title = self.plan().show().title();
        let name = without_forbidden(&title);
        if name.trim().is_empty() { self.texts.new_show() } else { name.trim().to_owned() }
    }

    /// Goes on at once where everything is saved; else the user is asked first.
    pub(super) fn when_saved(&mut self, then: Then) {
        if self.is_saved() {
            self.go_on(then);
        } else {
            self.dialog = Some(Dialog::Unsaved(then));
        }
    }

    fn go_on(&mut self, then: Then) {
        match then {
            Then::New => self.ask_for_new_show(),
            Then::Open => self.ask(FileQuestion::OpenPlan),
            Then::OpenPath(path) => self.read_plan(path),
            Then::OpenVersion(versions, version) => self.read_version(versions, version),
            Then::OpenExample(example) => match crate::file::read(example.text()) {
                Ok(plan) => self.open(plan),
                Err(error) => {
                    let title = self.texts.cannot_open(args::CannotOpen { file: example.file_name() });
                    let words = self.texts.file_error(&error, example.file_name());
                    self.problem(title, words);
                }
            },
            Then::Quit => {
                self.close_recording();
                self.requests.push(Request::Quit);
            }
        }
    }

    /// Opens the example that a first start shows.
    pub fn open_example(&mut self) {
        self.go_on(Then::OpenExample(Example::ItPartners));
    }

    /// Opens a plan file.
    pub fn open_path(&mut self, path: PathBuf) {
        self.go_on(Then::OpenPath(path));
    }

    fn read_plan(&mut self, path: PathBuf) {
        let words = self.texts.job_opening(args::JobOpening { file: &file_name(&path) });
        self.opening_at = self.editor.history().position();
        let job = Job::ReadPlan { path, shown: Some(self.shown()), even_damaged: true, data: self.data.clone() };
        self.begin(words, job);
    }

    pub(super) fn save(&mut self) {
        match &self.file {
            Some(file) => {
                let (path, expected) = (file.path.clone(), file.stamp);
                self.write_plan(path, expected);
            }
            None => self.save_as(),
        }
    }

    pub(super) fn save_as(&mut self) {
        let question = FileQuestion::SavePlan { suggested: self.file_name() };
        self.ask(question);
    }

    fn save_at(&mut self, path: PathBuf) {
        if self.damaged.as_ref().is_some_and(|damaged| *damaged == path || is_same_file(damaged, &path)) {
            self.after_saving = None;
            let file = &file_name(&path);
            let title = self.texts.cannot_save(args::CannotSave { file });
            let words = self.texts.damaged_is_kept(args::DamagedIsKept { file });
            self.problem(title, words);
        } else {
            self.write_plan(path, None);
        }
    }

    fn write_plan(&mut self, path: PathBuf, expected: Option<crate::store::Stamp>) {
        let words = self.texts.job_saving(args::JobSaving { file: &file_name(&path) });
        let position = self.editor.history().position();
        let steps = || self.editor.history().last(journal::MOST_STEPS).cloned().collect();
        let kept = self.data.clone().map(|data| Kept { data, steps: steps(), texts: self.texts.clone() });
        self.begin(words, Job::SavePlan { path, plan: self.plan().clone(), position, expected, kept });
    }

    pub(super) fn ask_for_export(&mut self) {
        let suggested = format!("{}.pdf", self.suggested_name());
        self.ask(FileQuestion::ExportHalls { suggested });
    }

    pub(super) fn open_stand_list(&mut self) {
        let options =
            StandListOptions { paper: self.settings.paper.map(Into::into).unwrap_or_default(), ..StandListOptions::default() };
        self.dialog = Some(Dialog::StandList(StandListDialog::new(options)));
        self.lay_out_stand_list();
        let words = self.texts.job_printers();
        self.begin(words, Job::FindPrinters);
    }

    fn lay_out_stand_list(&mut self) {
        if let Some(Dialog::StandList(dialog)) = &self.dialog {
            let options = dialog.options;
            let words = self.texts.job_stand_list();
            self.begin(words, Job::LayOutStandList { plan: self.plan().clone(), options, texts: self.texts.clone() });
        }
    }

    /// Takes over what was changed in the open dialog.
    pub(super) fn change_dialog(&mut self, dialog: Dialog) {
        if let (Some(Dialog::Versions(_)), Dialog::Versions(_)) = (&self.dialog, &dialog) {
            self.dialog = Some(dialog);
            return self.draw_version();
        }
        let lay_out = match (&self.dialog, &dialog) {
            (Some(Dialog::StandList(old)), Dialog::StandList(new)) => old.options != new.options,
            (Some(old), new) if std::mem::discriminant(old) == std::mem::discriminant(new) => false,
            _ => return,
        };
        let dialog = match (&self.dialog, dialog) {
            (Some(Dialog::Form(old)), Dialog::Form(mut new)) => {
                self.size_of_template(old, &mut new);
                Dialog::Form(new)
            }
            (_, dialog) => dialog,
        };
        self.dialog = Some(dialog);
        if lay_out {
            self.lay_out_stand_list();
        }
    }

    /// The open dialog's main button.
    pub(super) fn confirm_dialog(&mut self) {
        match self.dialog.take() {
            Some(Dialog::Form(form)) => self.take_form(form),
            Some(Dialog::Import(wizard)) => self.finish_import(*wizard),
            Some(Dialog::StandList(dialog)) => {
                let words = self.texts.job_printing();
                let job = Job::PrintStandList {
                    plan: self.plan().clone(),
                    options: dialog.options,
                    texts: self.texts.clone(),
                    printer: dialog.printer.clone(),
                    copies: dialog.copies,
                };
                self.begin(words, job);
                self.dialog = Some(Dialog::StandList(dialog));
            }
            Some(Dialog::Unsaved(then)) => {
                self.after_saving = Some(then);
                self.save();
            }
            Some(Dialog::ChangedOutside(_) | Dialog::Damaged(_)) => self.save_as(),
            Some(Dialog::ChoosePage(question)) => self.take_page(*question),
            Some(Dialog::Recover) => self.recover(),
            Some(Dialog::Versions(dialog)) => self.copy_version(dialog),
            Some(Dialog::Clashes(clashes)) => self.settle_clashes(*clashes),
            Some(Dialog::Drop(question)) => {
                let choice = question.choices.first().copied();
                self.dialog = Some(Dialog::Drop(question));
                if let Some(choice) = choice {
                    self.answer_drop(choice);
                }
            }
            Some(
                Dialog::ImportReport(_)
                | Dialog::Problem { .. }
                | Dialog::ChooseFile(_)
                | Dialog::Categories
                | Dialog::Keys
                | Dialog::About,
            )
            | None => {}
        }
    }

    /// The open dialog's second button: give the changes up, overwrite, draw a line, write the list to a file.
    pub(super) fn alternate_dialog(&mut self) {
        match self.dialog.take() {
            Some(Dialog::Unsaved(then)) => {
                self.after_saving = None;
                self.go_on(then);
            }
            Some(Dialog::ChangedOutside(path)) => self.write_plan(path, None),
            Some(Dialog::Recover) => self.discard_unsaved(),
            Some(Dialog::Form(form)) if matches!(form.kind, super::FormKind::Calibrate { .. }) => self.draw_calibration_line(),
            Some(Dialog::StandList(dialog)) => {
                let ending = dialog.format.ending();
                let suggested = format!("{} - {}.{ending}", self.suggested_name(), self.texts.stand_list_file_name());
                self.ask(FileQuestion::ExportStandList { suggested, format: dialog.format });
                self.dialog = Some(Dialog::StandList(dialog));
            }
            other => self.dialog = other,
        }
    }

    pub(super) fn file_chosen(&mut self, question: FileQuestion, path: Option<PathBuf>) {
        if matches!(self.dialog, Some(Dialog::ChooseFile(_))) {
            self.dialog = None;
        }
        let Some(path) = path else {
            self.after_saving = None;
            return;
        };
        match question {
            FileQuestion::OpenPlan => self.read_plan(path),
            FileQuestion::SavePlan { .. } => self.save_at(with_ending(path, EXTENSION)),
            FileQuestion::OpenMap => self.read_map(path, None, false),
            FileQuestion::ReplaceMap(map) => self.read_revision(map, path),
            FileQuestion::OpenPicture => self.read_map(path, None, true),
            FileQuestion::OpenLogo(exhibitor) => self.read_logo(path, exhibitor),
            FileQuestion::OpenList => self.read_list(path),
            FileQuestion::ExportStandList { format, .. } => {
                let Some(Dialog::StandList(dialog)) = &self.dialog else { return };
                let options = dialog.options;
                let path = with_ending(path, format.ending());
                let words = self.texts.job_saving(args::JobSaving { file: &file_name(&path) });
                let job = Job::ExportStandList { plan: self.plan().clone(), options, texts: self.texts.clone(), format, path };
                self.begin(words, job);
            }
            FileQuestion::ExportRenumbered { .. } => {
                let is_table = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
                self.write_renumbered_list(if is_table { path } else { with_ending(path, "pdf") });
            }
            FileQuestion::ExportHalls { .. } => {
                let path = if path.extension().is_some() { path } else { with_ending(path, "pdf") };
                let paper = self.settings.paper.map(Into::into).unwrap_or_default();
                let words = self.texts.job_saving(args::JobSaving { file: &file_name(&path) });
                let (plan, hall, texts) = (self.plan().clone(), self.hall, self.texts.clone());
                let job = Job::ExportHalls { plan, hall, texts, path, paper, colour_by: self.colour_by() };
                self.begin(words, job);
            }
        }
    }

    pub(super) fn files_dropped(&mut self, paths: Vec<PathBuf>, at: Option<Point>) {
        for path in paths {
            let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
            match ending.as_str() {
                EXTENSION => self.when_saved(Then::OpenPath(path)),
                "csv" | "tsv" | "txt" | "xlsx" | "ods" | "xls" | "xlsb" => self.read_list(path),
                _ => self.read_map(path, at, false),
            }
        }
    }

    pub(super) fn read_map(&mut self, path: PathBuf, at: Option<Point>, in_front: bool) {
        if self.hall.is_none() {
            let words = self.texts.needs_hall();
            self.tell(Tone::Bad, words);
            return;
        }
        let words = self.texts.job_opening(args::JobOpening { file: &file_name(&path) });
        self.begin(words, Job::ReadMap { path, page: None, at, in_front });
    }

    fn read_list(&mut self, path: PathBuf) {
        let words = self.texts.job_opening(args::JobOpening { file: &file_name(&path) });
        self.begin(words, Job::ReadList { path });
    }

    pub(super) fn problem(&mut self, title: String, words: String) {
        self.dialog = Some(Dialog::Problem { title, words });
    }

    /// Takes over what a job brought.
    pub(super) fn finished(&mut self, done: Done) {
        self.running.retain(|running| running.id != done.id);
        match done.outcome {
            Outcome::Cancelled => {}
            Outcome::Failed(failure) => {
                let (title, words) = super::words::failure(&self.texts, &failure, self.plan());
                self.after_saving = None;
                self.problem(title, words);
            }
            Outcome::Plan { path, .. } | Outcome::Salvaged { path, .. }
                if self.editor.history().position() != self.opening_at =>
            {
                // Something was done while the file was read.
                self.dialog = Some(Dialog::Unsaved(Then::OpenPath(path)));
            }
            Outcome::Plan { path, plan, derived, earlier, stamp } => {
                let in_file = Some(plan.as_ref().clone());
                self.open_with(*plan, derived);
                self.editor = Editor::after(earlier, self.plan().clone(), self.start.tag);
                self.unrecorded = self.editor.history().steps();
                self.settings.remember(&path);
                self.file = Some(OpenFile { path, stamp: Some(stamp), plan: in_file });
                // It may have been found before the plan was there.
                self.offer_next_unsaved();
            }
            Outcome::Salvaged { path, salvaged, derived } => {
                let Salvaged { plan, findings } = *salvaged;
                self.open_with(plan, derived);
                // A copy that is in no file yet: the damaged one stays as it is.
                self.editor.mark_unsaved();
                self.dialog = Some(Dialog::Damaged(Damaged { file: file_name(&path), findings: findings.into() }));
                self.copy_name = path.file_stem().map(|stem| format!("{} (2)", stem.to_string_lossy()));
                self.damaged = Some(path);
            }
            Outcome::Unsaved(found) => self.offer_unsaved(found),
            Outcome::Versions(found) => self.list_versions(found),
            Outcome::VersionRead { at, facts } => self.take_version(at, facts),
            Outcome::VersionDrawn { seen, picture } => self.show_version(seen, picture),
            Outcome::VersionOpened { .. } if self.editor.history().position() != self.opening_at => {}
            Outcome::VersionOpened { at, restored, derived } => self.take_copy(at, *restored, derived),
            Outcome::Theirs { path, plan, stamp } => self.take_theirs(path, *plan, stamp),
            Outcome::Saved { path, position, stamp, hash, plan } => {
                // What was done while it was being saved is not in the file: the journal says so by its order.
                if self.editor.history().position() == position && self.opened.is_none() {
                    self.tell_recorder(super::Recorded::Saved { path: path.clone(), hash });
                    self.forget_recovered();
                }
                self.editor.mark_saved(position);
                self.settings.remember(&path);
                let words = self.texts.saved_as(args::SavedAs { file: &file_name(&path) });
                self.file = Some(OpenFile { path, stamp: Some(stamp), plan: Some(*plan) });
                self.tell(Tone::Good, words);
                if let Some(then) = self.after_saving.take() {
                    // Edited while it was being saved: ask again.
                    self.when_saved(then);
                }
            }
            Outcome::NoPlanOfTheirs { path } => self.dialog = Some(Dialog::ChangedOutside(path)),
            Outcome::ChangedOutside { path } => match &self.file {
                Some(file) if file.path == path && file.plan.is_some() => self.file_changed(path),
                _ => self.dialog = Some(Dialog::ChangedOutside(path)),
            },
            Outcome::Map(map) => self.take_map(*map),
            Outcome::MapOpened { hash, page, head } => self.map_opened(hash, page, head),
            Outcome::Revision { map, name, file, page, head } => self.replace_map(map, (name, file), page, &head),
            Outcome::Logo { exhibitor, logo, picture } => self.take_logo(exhibitor, logo, picture),
            Outcome::Logos(read) => self.keep_logos(read),
            Outcome::Shapes { id, map, drawn } => self.open_drawn(id, *map, drawn),
            Outcome::Proposed(proposed) => self.take_proposal(proposed.0, proposed.1),
            Outcome::List { path, workbook } => {
                let wizard = crate::import::Wizard::new(file_name(&path), workbook, self.plan());
                self.dialog = Some(Dialog::Import(Box::new(wizard)));
            }
            Outcome::StandList { options, document } => {
                if let Some(Dialog::StandList(dialog)) = &mut self.dialog
                    && dialog.options == options
                {
                    dialog.show(document);
                }
            }
            Outcome::Printers(printers) => {
                if let Some(Dialog::StandList(dialog)) = &mut self.dialog {
                    dialog.set_printers(printers);
                }
            }
            Outcome::Exported { path, missing } => self.tell_exported(&path, &missing),
            Outcome::RenumberedListed { path, missing, plan } => {
                self.known_numbers.set_listed(*plan);
                self.tell_exported(&path, &missing);
            }
            Outcome::Printed(end) => {
                let words = end.words(&self.texts);
                self.tell(Tone::Good, words);
            }
            Outcome::NoPrinter => {
                let words = self.texts.no_printer();
                self.tell(Tone::Bad, words);
            }
        }
    }

    fn tell_exported(&mut self, path: &Path, missing: &str) {
        let file = &file_name(path);
        let words = if missing.is_empty() {
            self.texts.saved_as(args::SavedAs { file })
        } else {
            self.texts.saved_without_letters(args::SavedWithoutLetters { file, letters: missing })
        };
        self.tell(Tone::Good, words);
    }

    fn finish_import(&mut self, wizard: crate::import::Wizard) {
        let (edit, report) = wizard.finish(self.plan());
        match edit.map(|edit| self.try_edit(&edit)) {
            Some(Err(refusal)) => {
                let words = self.texts.refusal(&refusal, self.plan());
                self.tell(Tone::Bad, words);
                self.dialog = Some(Dialog::Import(Box::new(wizard)));
            }
            Some(Ok(())) | None => self.dialog = Some(Dialog::ImportReport(report)),
        }
    }
}

/// A name without the characters that some systems refuse in names of files.
pub(super) fn without_forbidden(name: &str) -> String {
    name.chars().filter(|c| !c.is_control() && !r#"\/:*?"<>|"#.contains(*c)).collect()
}

/// The path with this ending, unless it has it already.
fn with_ending(path: PathBuf, ending: &str) -> PathBuf {
    if path.extension().is_some_and(|has| has.eq_ignore_ascii_case(ending)) {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".");
    name.push(ending);
    name.into()
}

impl StandListFormat {
    /// What its files end in.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Csv => "csv",
        }
    }
}
