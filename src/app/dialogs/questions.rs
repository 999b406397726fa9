//! Questions and bad news: a title, a sentence, and the ways to go on.

use std::path::Path;

use eframe::egui::Context;

use super::pass;
use crate::app::theme::TextRole;
use crate::app::view::{Cx, Out};
use crate::app::widgets::Dialog as Frame;
use crate::session::Action;
use crate::store::file_name;
use crate::text::args;

/// The plan is not saved.
pub fn unsaved(ctx: &Context, cx: &Cx<'_>, out: &mut Out) {
    let title = cx.texts.unsaved_title(args::UnsavedTitle { file: &cx.session.file_name() });
    let ways = [cx.texts.unsaved_save(), cx.texts.unsaved_discard()];
    question(ctx, cx, ("unsaved", &title, &cx.texts.unsaved_hint()), &ways, out);
}

/// Somebody else changed the file.
pub fn changed_outside(ctx: &Context, cx: &Cx<'_>, path: &Path, out: &mut Out) {
    let title = cx.texts.changed_outside_title(args::ChangedOutsideTitle { file: &file_name(path) });
    let ways = [cx.texts.command_save_as(), cx.texts.changed_outside_overwrite()];
    question(ctx, cx, ("changed", &title, &cx.texts.changed_outside_hint()), &ways, out);
}

/// How many of the last steps are named.
const STEPS: usize = 5;

/// An earlier session ended without being saved.
pub fn recover(ctx: &Context, cx: &Cx<'_>, out: &mut Out) {
    let Some(unsaved) = cx.session.unsaved() else { return };
    let texts = cx.texts;
    let title = texts.recover_title(args::RecoverTitle { show: &unsaved.plan().show().title() });
    let (main, second, cancel) = (texts.recover_main(), texts.recover_discard(), texts.recover_later());
    let frame = Frame {
        id: "recover",
        title: &title,
        width: 460.0,
        main: Some(&main),
        wrong: None,
        second: Some(&second),
        cancel: &cancel,
    };
    let answer = frame.show(ctx, cx.theme, |ui| {
        if let Some(last) = unsaved.last() {
            let when = texts.date_time(jiff::tz::TimeZone::system().to_datetime(last));
            ui.label(cx.theme.text(TextRole::Body, texts.recover_hint(args::RecoverHint { when: &when })));
        }
        ui.label(cx.theme.text(TextRole::Body, texts.recover_steps(args::RecoverSteps { count: unsaved.steps().count() })));
        for step in unsaved.steps().take(STEPS) {
            ui.label(cx.theme.text(TextRole::Body, format!("• {}", texts.edit_name(step))));
        }
    });
    pass(answer, out);
}

/// A question with its id, title and sentence, two ways to go on, and the way back.
fn question(
    ctx: &Context,
    cx: &Cx<'_>,
    (id, title, words): (&'static str, &str, &str),
    [main, second]: &[String; 2],
    out: &mut Out,
) {
    let cancel = cx.texts.button_cancel();
    let frame = Frame { id, title, width: 420.0, main: Some(main), wrong: None, second: Some(second), cancel: &cancel };
    let answer = frame.show(ctx, cx.theme, |ui| {
        ui.label(cx.theme.text(TextRole::Body, words));
    });
    pass(answer, out);
}

/// Something went wrong.
pub fn problem(ctx: &Context, cx: &Cx<'_>, title: &str, words: &str, out: &mut Out) {
    let close = cx.texts.button_close();
    let frame = Frame { id: "problem", title, width: 460.0, main: Some(&close), wrong: None, second: None, cancel: "" };
    let answer = frame.show(ctx, cx.theme, |ui| {
        let label = ui.label(cx.theme.text(TextRole::Body, words));
        ui.ctx().accesskit_node_builder(label.id, |node| node.set_role(eframe::egui::Role::Alert));
    });
    if answer.is_some() {
        out.push(Action::DismissDialog);
    }
}
