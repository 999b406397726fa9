//! Where what somebody else saved clashes with what was done here: both sides, one by one.

use eframe::egui::{Context, RichText};

use super::pass;
use crate::app::theme::TextRole;
use crate::app::view::{Cx, Out};
use crate::app::widgets::Dialog as Frame;
use crate::file::merge::Side;
use crate::session::{Action, Clashes, choice};
use crate::text::args;

/// A value is shown as far as so many letters.
const LONGEST: usize = 60;

fn shortened(value: &str) -> String {
    let line = value.lines().next().unwrap_or_default();
    let short: String = line.chars().take(LONGEST).collect();
    if short.len() < value.len() { short + "…" } else { short }
}

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
                let value = |plan| about.1.and_then(|field| texts.value(about.0, field, plan)).map(|value| shortened(&value));
                let ours = value(cx.session.plan());
                let ours = ours
                    .map_or_else(|| texts.merge_ours(), |value| texts.merge_ours_value(args::MergeOursValue { value: &value }));
                let theirs = value(clashes.theirs());
                let theirs = theirs.map_or_else(
                    || texts.merge_theirs(),
                    |value| texts.merge_theirs_value(args::MergeTheirsValue { value: &value }),
                );
                ui.horizontal_wrapped(|ui| {
                    for (side, words) in [(Side::Ours, ours), (Side::Theirs, theirs)] {
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
