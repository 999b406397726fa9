//! The keyboard shortcuts, out of the table of commands.

use eframe::egui::{Align, Context, Layout, Ui};

use crate::app::theme::TextRole;
use crate::app::view::{Cx, Out};
use crate::app::widgets::Dialog as Frame;
use crate::session::{Action, COMMANDS, Command, Menu};

/// Shows the keys, in two columns.
pub fn show(ctx: &Context, cx: &Cx<'_>, out: &mut Out) {
    let (title, close) = (cx.texts.command_keys(), cx.texts.button_close());
    let frame = Frame { id: "keys", title: &title, width: 720.0, main: Some(&close), wrong: None, second: None, cancel: "" };
    let answer = frame.show(ctx, cx.theme, |ui| {
        // Beside the scroll bar.
        ui.set_max_width(ui.available_width() - 16.0);
        ui.spacing_mut().item_spacing.x = 28.0;
        ui.columns_const(|[left, right]| {
            for menu in [Menu::File, Menu::Edit, Menu::View, Menu::Insert] {
                group(left, cx, menu);
            }
            for menu in [Menu::Arrange, Menu::Exhibitors, Menu::Help, Menu::Nowhere] {
                group(right, cx, menu);
            }
        });
    });
    if answer.is_some() {
        out.push(Action::DismissDialog);
    }
}

fn group(ui: &mut Ui, cx: &Cx<'_>, menu: Menu) {
    ui.spacing_mut().item_spacing.y = 3.0;
    let commands: Vec<&Command> =
        COMMANDS.iter().filter(|command| command.menu == menu && !command.shortcuts.is_empty()).collect();
    if commands.is_empty() {
        return;
    }
    let heading = if menu == Menu::Nowhere { cx.texts.keys_on_the_hall() } else { menu.words(cx.texts) };
    ui.label(cx.theme.text(TextRole::Name, heading));
    for command in commands {
        ui.horizontal(|ui| {
            ui.label(cx.theme.text(TextRole::Line, (command.words)(cx.texts)));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let keys: Vec<_> = command.shortcuts.iter().map(|shortcut| crate::app::keys::words(cx.texts, shortcut)).collect();
                ui.label(cx.theme.muted(TextRole::Line, keys.join(", ")));
            });
        });
    }
    ui.add_space(8.0);
}
