//! What was wrong with a damaged file of which a copy is open.

use eframe::egui::{Context, Label, ScrollArea};

use super::pass;
use crate::app::theme::TextRole;
use crate::app::view::{Cx, Out};
use crate::app::widgets::{Dialog as Frame, DialogAnswer};
use crate::session::Damaged;
use crate::text::args;

/// How many of the findings are shown; the copied list has them all.
const SHOWN: usize = 200;

/// Shows what was wrong, line by line, and what became of it.
pub fn show(ctx: &Context, cx: &Cx<'_>, damaged: &Damaged, out: &mut Out) {
    let texts = cx.texts;
    let title = texts.damaged_title(args::DamagedTitle { file: &damaged.file });
    let (main, second, cancel) = (texts.damaged_save(), texts.damaged_copy_list(), texts.button_close());
    let frame = Frame {
        id: "damaged",
        title: &title,
        width: 620.0,
        main: Some(&main),
        wrong: None,
        second: Some(&second),
        cancel: &cancel,
    };
    let count = damaged.findings.len();
    let answer = frame.show(ctx, cx.theme, |ui| {
        let hint = texts.damaged_hint(args::DamagedHint { file: &damaged.file, count });
        ui.label(cx.theme.text(TextRole::Body, hint));
        ui.add_space(8.0);
        ScrollArea::vertical().id_salt("findings").max_height(320.0).auto_shrink([false, true]).show(ui, |ui| {
            for finding in damaged.findings.iter().take(SHOWN) {
                ui.label(cx.theme.text(TextRole::Body, texts.finding(finding, cx.session.plan())));
                ui.add(Label::new(cx.theme.muted(TextRole::Line, &finding.excerpt)).truncate());
                ui.add_space(6.0);
            }
            if count > SHOWN {
                ui.label(cx.theme.muted(TextRole::Body, texts.damaged_more(args::DamagedMore { count: count - SHOWN })));
            }
        });
    });
    if answer == Some(DialogAnswer::Second) {
        let lines = damaged
            .findings
            .iter()
            .map(|finding| format!("{}\n    {}\n", texts.finding(finding, cx.session.plan()), finding.excerpt));
        ctx.copy_text(lines.collect());
        return;
    }
    pass(answer, out);
}
