//! Sentences that appear at the top of the window and go again.

use eframe::egui::{Align2, Area, Context, Frame, Id, Label, Margin, Order, Role, Ui, text::LayoutJob, vec2};
use egui_material_icons::icons::{ICON_CHECK_CIRCLE, ICON_CLOSE, ICON_ERROR};

use super::theme::{TextRole, Theme};
use super::widgets::{icon_button, text_button};
use crate::session::{CommandId, Notice, Tone};
use crate::text::Texts;

/// Seconds that a sentence stays: long enough to be read, and longer for what went wrong.
const SECONDS: (f64, f64) = (4.0, 9.0);
/// Sentences shown at once.
const MOST: usize = 4;

/// Points that a sentence is wide at most.
const MOST_WIDE: f32 = 460.0;

/// The sentences that are shown.
#[derive(Default)]
pub struct Notices {
    shown: Vec<(Notice, f64)>,
}

impl Notices {
    /// Shows one more.
    pub fn push(&mut self, ctx: &Context, notice: Notice) {
        let is_short = notice.tone == Tone::Good && notice.offer.is_none();
        let seconds = if is_short { SECONDS.0 } else { SECONDS.1 };
        let until = ctx.input(|input| input.time) + seconds;
        self.shown.retain(|(other, _)| *other != notice);
        self.shown.push((notice, until));
        let excess = self.shown.len().saturating_sub(MOST);
        self.shown.drain(..excess);
    }

    /// Takes away what was said of edits: once something is undone, it may no longer be so.
    pub fn forget_done(&mut self) {
        self.shown.retain(|(notice, _)| notice.tone == Tone::Bad);
    }

    /// Takes away what was said of edits before the last one, unless something is still offered.
    pub fn forget_earlier(&mut self) {
        self.shown.retain(|(notice, _)| notice.tone == Tone::Bad || notice.offer.is_some());
    }

    /// Paints them, below the rows at the top; answers with the command that was taken up.
    pub fn show(&mut self, ctx: &Context, theme: &Theme, texts: &Texts) -> Option<CommandId> {
        let now = ctx.input(|input| input.time);
        self.shown.retain(|(_, until)| *until > now);
        let next = self.shown.iter().map(|(_, until)| *until).reduce(f64::min)?;
        ctx.request_repaint_after(std::time::Duration::from_secs_f64((next - now).max(0.05)));
        let area = Area::new(Id::unique("notices")).order(Order::Tooltip).anchor(Align2::CENTER_TOP, vec2(0.0, 84.0));
        let mut answered = None;
        area.show(ctx, |ui| {
            for (place, (notice, _)) in self.shown.iter().enumerate() {
                if let Some(answer) = card(ui, theme, texts, notice) {
                    answered = Some((place, answer));
                }
            }
        });
        let (place, answer) = answered?;
        self.shown.remove(place);
        match answer {
            Answer::Closed => None,
            Answer::TakenUp(command) => Some(command),
        }
    }
}

/// What was done with a sentence.
enum Answer {
    Closed,
    TakenUp(CommandId),
}

fn card(ui: &mut Ui, theme: &Theme, texts: &Texts, notice: &Notice) -> Option<Answer> {
    let colours = &theme.colours;
    let (icon, colour) = match notice.tone {
        Tone::Good => (ICON_CHECK_CIRCLE, colours.good),
        Tone::Bad => (ICON_ERROR, colours.bad),
    };
    let frame = Frame::NONE
        .fill(colours.surface)
        .stroke(theme.border())
        .corner_radius(8)
        .shadow(ui.style().visuals.popup_shadow)
        .inner_margin(Margin::symmetric(12, 8));
    frame
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                ui.label(theme.icon(icon, 18.0).color(colour));
                let job = LayoutJob::simple(notice.words.clone(), TextRole::Body.font(), colours.ink, MOST_WIDE);
                let words = ui.add(Label::new(job).selectable(false));
                ui.ctx().accesskit_node_builder(words.id, |node| {
                    node.set_role(Role::Alert);
                    node.set_label(notice.words.as_str());
                });
                let taken_up = notice.offer.as_ref().filter(|offer| text_button(ui, theme, None, &offer.words).clicked());
                let close = texts.button_close();
                let closed = icon_button(ui, theme, ICON_CLOSE, &close, &close).clicked();
                taken_up.map(|offer| Answer::TakenUp(offer.command)).or(closed.then_some(Answer::Closed))
            })
            .inner
        })
        .inner
}
