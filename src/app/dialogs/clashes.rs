//! Where what somebody else saved clashes with what was done here: both sides, one by one.

use eframe::egui::{Context, RichText};

use super::pass;
use crate::app::theme::TextRole;
use crate::app::view::{Cx, Out};
use crate::app::widgets::Dialog as Frame;
use crate::file::merge::Side;
use crate::session::{Action, Clashes, choice};
use crate::text::args;

/// Shows the clashes, each with whose way it has.
pub fn show(ctx: &Context, cx: &Cx<'_>, clashes: &Clashes, out: &mut Out) {
    let texts = cx.texts;
    let title = texts.merged_with_clashes_title(args::MergedWithClashesTitle { file: &clashes.file_name() });
    let (main, cancel) = (texts.merge_take(), texts.merge_later());
    let frame =
        Frame { id: "clashes", title: &title, width: 560.0, main: Some(&main), wrong: None, second: None, cancel: &cancel };
    let answer = frame.show(ctx, cx.theme, |ui| {
        ui.label(cx.theme.text(TextRole::Body, texts.merged_with_clashes_hint()));
        ui.add_space(8.0);
        for clash in clashes.clashes() {
            ui.label(cx.theme.text(TextRole::Body, texts.clash(clash, clashes.merged())));
            if let Some((about, kept)) = choice(clash) {
                ui.horizontal(|ui| {
                    for (side, words) in [(Side::Ours, texts.merge_ours()), (Side::Theirs, texts.merge_theirs())] {
                        if ui.selectable_label(kept == side, RichText::new(words)).clicked() && kept != side {
                            out.push(Action::ChooseSide(about, side));
                        }
                    }
                });
            }
            ui.add_space(4.0);
        }
    });
    pass(answer, out);
}
