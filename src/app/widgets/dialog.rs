//! The frame of a dialog.

use eframe::egui::{self, Align, Frame, Id, Key, Layout, Margin, Modal, Modifiers, Ui, vec2};

use super::{ButtonKind, button};
use crate::app::theme::{TextRole, Theme};

/// How a dialog is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DialogAnswer {
    /// The main button, or Enter.
    Main,
    /// The second button beside it.
    Second,
    /// Cancel, Escape, or a click outside.
    Cancel,
}

/// A dialog: a title, a body, and its buttons at the right below it.
#[derive(Clone, Copy, Debug)]
pub struct Dialog<'a> {
    /// Tells it from other dialogs.
    pub id: &'static str,
    /// What it is about.
    pub title: &'a str,
    /// How wide its body is.
    pub width: f32,
    /// The words of the main button; nothing where there is only a way out.
    pub main: Option<&'a str>,
    /// Why the main button is not possible now.
    pub wrong: Option<&'a str>,
    /// A second button.
    pub second: Option<&'a str>,
    /// The words of the way out; empty where the main button is one.
    pub cancel: &'a str,
}

impl Dialog<'_> {
    /// Shows the dialog; answers when it is left.
    pub fn show(&self, ctx: &egui::Context, theme: &Theme, body: impl FnOnce(&mut Ui)) -> Option<DialogAnswer> {
        let frame = Frame::NONE
            .fill(theme.colours.panel)
            .stroke(theme.border())
            .corner_radius(10)
            .shadow(ctx.global_style().visuals.window_shadow)
            .inner_margin(Margin::same(20));
        let mut answer = None;
        let modal =
            Modal::new(Id::unique(self.id)).frame(frame).backdrop_color(egui::Color32::from_black_alpha(70)).show(ctx, |ui| {
                ui.set_width(self.width);
                let title = ui.add(egui::Label::new(theme.text(TextRole::Title, self.title)).selectable(false));
                ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
                    node.set_role(egui::accesskit::Role::Dialog);
                    node.set_labelled_by(vec![title.id.accesskit_id()]);
                });
                ui.add_space(8.0);
                let room = ui.ctx().content_rect().height() - 180.0;
                let room = room.max(120.0);
                // Without a least height the area would never grow beyond what the dialog was in the frame before.
                let area = egui::ScrollArea::vertical().max_height(room).min_scrolled_height(room);
                area.auto_shrink([false, true]).show(ui, |ui| body(ui));
                ui.add_space(12.0);
                if let Some(wrong) = self.wrong {
                    ui.label(theme.text(TextRole::Line, wrong).color(theme.colours.bad));
                }
                ui.allocate_ui_with_layout(vec2(self.width, 28.0), Layout::right_to_left(Align::Center), |ui| {
                    if let Some(words) = self.main {
                        let main = ui.add_enabled_ui(self.wrong.is_none(), |ui| button(ui, theme, ButtonKind::Main, words)).inner;
                        if main.clicked() {
                            answer = Some(DialogAnswer::Main);
                        }
                    }
                    if let Some(words) = self.second
                        && button(ui, theme, ButtonKind::Plain, words).clicked()
                    {
                        answer = Some(DialogAnswer::Second);
                    }
                    if !self.cancel.is_empty() && button(ui, theme, ButtonKind::Plain, self.cancel).clicked() {
                        answer = Some(DialogAnswer::Cancel);
                    }
                });
            });
        if answer.is_none() && modal.is_top_modal && !modal.any_popup_open {
            if ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
                answer = Some(DialogAnswer::Cancel);
            }
            let enter = ctx.input(|input| input.key_pressed(Key::Enter));
            let on_button = ctx.memory(|memory| memory.focused()).is_some() && !ctx.text_edit_focused();
            // Enter in a field ends it first, so that at this point it is no longer focused.
            if enter && !on_button && self.main.is_some() && self.wrong.is_none() {
                answer = Some(DialogAnswer::Main);
            }
        }
        answer
    }
}
