//! A list of exhibitors before it is read in: its first rows, what each column holds, what it would bring; and afterwards,
//! what could not be placed and why.

use eframe::egui::{Context, ScrollArea, Ui};
use egui_extras::{Column, TableBuilder};

use super::pass;
use crate::app::theme::TextRole;
use crate::app::view::{Cx, Out};
use crate::app::widgets::{Dialog as Frame, choice};
use crate::import::{ColumnRole, Report, Wizard};
use crate::session::{Action, Dialog};
use crate::text::args;

/// Rows of the list that are shown.
const MOST_ROWS: usize = 40;
const COLUMN: f32 = 150.0;

/// Shows the list.
pub fn show(ctx: &Context, cx: &Cx<'_>, wizard: &Wizard, out: &mut Out) {
    let title = cx.texts.import_title(args::ImportTitle { file: wizard.file_name() });
    let (main, cancel) = (cx.texts.import_button(), cx.texts.button_cancel());
    let no_names = (!wizard.has_names()).then(|| cx.texts.import_no_names());
    let width = (ctx.content_rect().width() - 160.0).clamp(480.0, 900.0);
    let frame = Frame {
        id: "import",
        title: &title,
        width,
        main: Some(&main),
        wrong: no_names.as_deref(),
        second: None,
        cancel: &cancel,
    };
    let mut changed = None;
    let answer = frame.show(ctx, cx.theme, |ui| {
        changed = options(ui, cx, wizard);
        ui.label(cx.theme.muted(TextRole::Line, cx.texts.import_columns_hint()));
        changed = table(ui, cx, wizard).or(changed.take());
        ui.add_space(8.0);
        let report = remembered_report(ui, cx, wizard);
        ui.label(cx.theme.text(TextRole::Name, cx.texts.import_report(&report)));
        problems(ui, cx, &report, 90.0);
    });
    if let Some(wizard) = changed {
        out.push(Action::ChangeDialog(Box::new(Dialog::Import(Box::new(wizard)))));
    }
    pass(answer, out);
}

/// What the list would bring. Finding it out takes a while for a long list, so that it is kept until something changes.
fn remembered_report(ui: &Ui, cx: &Cx<'_>, wizard: &Wizard) -> Report {
    let id = eframe::egui::Id::unique("import report");
    let roles: Vec<_> = (0..wizard.columns().len()).map(|column| wizard.columns().role(column)).collect();
    let key = (cx.session.revision(), wizard.file_name().to_owned(), wizard.sheet(), wizard.columns().header(), roles);
    type Kept = ((u64, String, usize, Option<usize>, Vec<ColumnRole>), Report);
    if let Some((kept, report)) = ui.data(|data| data.get_temp::<Kept>(id))
        && kept == key
    {
        return report;
    }
    let report = wizard.preview(cx.session.plan());
    ui.data_mut(|data| data.insert_temp::<Kept>(id, (key, report.clone())));
    report
}

/// Which sheet, and whether its first row holds the titles.
fn options(ui: &mut Ui, cx: &Cx<'_>, wizard: &Wizard) -> Option<Wizard> {
    let mut changed = None;
    let sheets: Vec<_> = wizard.workbook().sheets.iter().map(|sheet| sheet.name.clone()).collect();
    if let (true, Some(sheet)) = (sheets.len() > 1, sheets.get(wizard.sheet())) {
        ui.scope(|ui| {
            ui.set_max_width(260.0);
            if let Some(place) = choice(ui, cx.theme, "sheet", &cx.texts.import_sheet(), sheet, &sheets) {
                let mut wizard = wizard.clone();
                wizard.set_sheet(place);
                changed = Some(wizard);
            }
        });
    }
    let mut has_titles = wizard.columns().header().is_some();
    let words = cx.theme.text(TextRole::Body, cx.texts.import_has_titles());
    if ui.checkbox(&mut has_titles, words).changed() {
        let mut wizard = wizard.clone();
        wizard.set_header(has_titles.then_some(0));
        changed = Some(wizard);
    }
    changed
}

/// The first rows, below what their columns hold.
fn table(ui: &mut Ui, cx: &Cx<'_>, wizard: &Wizard) -> Option<Wizard> {
    let columns = wizard.columns();
    let count = columns.len().max(1);
    let roles: Vec<_> = ColumnRole::ALL.iter().map(|role| cx.texts.column_role(*role)).collect();
    let mut changed = None;
    let first = columns.header().map_or(0, |header| header + 1);
    let rows = wizard.rows().get(first..).unwrap_or_default();
    ScrollArea::horizontal().id_salt("import table").show(ui, |ui| {
        let builder = TableBuilder::new(ui).striped(true).vscroll(true).max_scroll_height(240.0).min_scrolled_height(160.0);
        let builder = (0..count).fold(builder, |builder, _| builder.column(Column::exact(COLUMN)));
        let body = builder.header(56.0, |mut header| {
            for column in 0..columns.len() {
                header.col(|ui| {
                    let shown = cx.texts.column_role(columns.role(column));
                    let number = column + 1;
                    let title = if columns.title(column).is_empty() {
                        cx.texts.import_column(args::ImportColumn { number })
                    } else {
                        columns.title(column).to_owned()
                    };
                    if let Some(place) = choice(ui, cx.theme, ("column", column), &title, &shown, &roles)
                        && let Some(role) = ColumnRole::ALL.get(place)
                    {
                        let mut wizard = wizard.clone();
                        wizard.set_role(column, *role);
                        changed = Some(wizard);
                    }
                });
            }
        });
        body.body(|body| {
            body.rows(22.0, rows.len().min(MOST_ROWS), |mut row| {
                let cells = rows.get(row.index()).map(|row| row.cells.as_slice()).unwrap_or_default();
                for column in 0..columns.len() {
                    row.col(|ui| {
                        let cell = cells.get(column).map(String::as_str).unwrap_or_default();
                        let ignored = columns.role(column) == ColumnRole::Ignored;
                        let text =
                            if ignored { cx.theme.muted(TextRole::Line, cell) } else { cx.theme.text(TextRole::Line, cell) };
                        ui.add(eframe::egui::Label::new(text).truncate().selectable(false));
                    });
                }
            });
        });
    });
    changed
}

/// What could not be placed, and what else should be known of single rows.
fn problems(ui: &mut Ui, cx: &Cx<'_>, report: &Report, height: f32) {
    let count = report.not_placed.len() + report.problems.len();
    if count == 0 {
        return;
    }
    ui.add_space(4.0);
    let area = ScrollArea::vertical().id_salt("import problems").max_height(height).auto_shrink([false, true]);
    area.show_rows(ui, 18.0, count, |ui, rows| {
        for place in rows {
            let words = match report.not_placed.get(place) {
                Some(not_placed) => Some(cx.texts.not_placed(not_placed)),
                None => report.problems.get(place - report.not_placed.len()).map(|problem| cx.texts.row_problem(problem)),
            };
            let text = cx.theme.muted(TextRole::Line, words.unwrap_or_default());
            ui.add(eframe::egui::Label::new(text).truncate());
        }
    });
}

/// Shows what a list brought.
pub fn show_report(ctx: &Context, cx: &Cx<'_>, report: &Report, out: &mut Out) {
    let (title, close) = (cx.texts.import_done(), cx.texts.button_close());
    let frame =
        Frame { id: "import report", title: &title, width: 560.0, main: Some(&close), wrong: None, second: None, cancel: "" };
    let answer = frame.show(ctx, cx.theme, |ui| {
        ui.label(cx.theme.text(TextRole::Body, cx.texts.import_report(report)));
        problems(ui, cx, report, 320.0);
    });
    if answer.is_some() {
        out.push(Action::DismissDialog);
    }
}
