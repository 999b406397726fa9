//! Two revisions of a map, shown one after the other or over each other, until one of them is kept.

use std::time::Duration;

use eframe::egui::{Context, Ui};

use crate::app::theme::TextRole;
use crate::app::view::{Cx, Out};
use crate::app::widgets::{ButtonKind, button, pills};
use crate::session::{Action, CommandId, CompareAction, CompareLook, Comparison};
use crate::text::args;

/// How long each revision is shown.
const BLINK: Duration = Duration::from_millis(700);

/// What of two revisions is on the screen at this moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Showing {
    /// The old one.
    Old,
    /// The new one.
    New,
    /// Both.
    Both,
}

/// What is shown now; where it blinks, the window is woken for the other one.
pub fn showing(ctx: &Context, comparison: &Comparison) -> Showing {
    match comparison.look {
        CompareLook::Old => Showing::Old,
        CompareLook::New => Showing::New,
        CompareLook::Overlaid => Showing::Both,
        CompareLook::Blinking => {
            let blink = BLINK.as_secs_f64();
            let blinks = ctx.input(|input| input.time) / blink;
            ctx.request_repaint_after_secs(((1.0 - blinks.fract()) * blink) as f32);
            if blinks.rem_euclid(2.0) < 1.0 { Showing::New } else { Showing::Old }
        }
    }
}

/// The part of the panel that is about them.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, comparison: &Comparison, out: &mut Out) {
    let texts = cx.texts;
    let new = cx.session.plan().get(comparison.map).map(|map| map.name.clone()).unwrap_or_default();
    ui.label(cx.theme.text(TextRole::Title, texts.compare_title()));
    let words = texts.compare_files(args::CompareFiles { old: &comparison.old.name, new: &new });
    ui.add(eframe::egui::Label::new(cx.theme.muted(TextRole::Line, words)).wrap());
    let look = |look| match look {
        CompareLook::Blinking => texts.compare_blinking(),
        CompareLook::Overlaid => texts.compare_overlaid(),
        CompareLook::Old => texts.compare_old(),
        CompareLook::New => texts.compare_new(),
    };
    let options = CompareLook::ALL.map(|one| (one, look(one)));
    for row in options.chunks(2) {
        if let Some(chosen) = pills(ui, cx.theme, row, comparison.look) {
            out.push(Action::Compare(CompareAction::Look(chosen)));
        }
    }
    let hint = match comparison.look {
        CompareLook::Overlaid => texts.compare_overlaid_hint(),
        _ => {
            let keys = crate::app::keys::of_command(texts, CommandId::OtherRevision);
            texts.compare_key_hint(args::CompareKeyHint { key: &keys })
        }
    };
    ui.add(eframe::egui::Label::new(cx.theme.muted(TextRole::Line, hint)).wrap());
    ui.horizontal_wrapped(|ui| {
        if button(ui, cx.theme, ButtonKind::Main, &texts.compare_keep_new()).clicked() {
            out.push(Action::Compare(CompareAction::KeepNew));
        }
        if button(ui, cx.theme, ButtonKind::Plain, &texts.compare_back_to_old()).clicked() {
            out.push(Action::Compare(CompareAction::BackToOld));
        }
    });
    ui.separator();
}
