//! About the program.

use eframe::egui::Context;

use crate::app::theme::TextRole;
use crate::app::view::{Cx, Out};
use crate::app::widgets::Dialog as Frame;
use crate::session::Action;
use crate::text::args;

/// Shows name, version, what it is, and what it stands on.
pub fn show(ctx: &Context, cx: &Cx<'_>, out: &mut Out) {
    let close = cx.texts.button_close();
    let frame = Frame { id: "about", title: "Hallplan", width: 420.0, main: Some(&close), wrong: None, second: None, cancel: "" };
    let answer = frame.show(ctx, cx.theme, |ui| {
        let version = cx.texts.about_version(args::AboutVersion { version: env!("CARGO_PKG_VERSION") });
        ui.label(cx.theme.muted(TextRole::Line, version));
        ui.label(cx.theme.text(TextRole::Body, cx.texts.about_words()));
        ui.label(cx.theme.muted(TextRole::Line, cx.texts.about_fonts()));
    });
    if answer.is_some() {
        out.push(Action::DismissDialog);
    }
}
