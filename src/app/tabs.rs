//! The tabs of the halls, each with how full it is, and the switches of the view at their right.

use eframe::egui::{Align, Layout, Rect, ScrollArea, Stroke, StrokeKind, Ui, UiBuilder};
use egui_material_icons::icons::{ICON_ADD, ICON_FIT_SCREEN, ICON_REMOVE};

use super::keys;
use super::theme::CORNER;
use super::view::{Cx, Out};
use super::widgets::{icon_button, tab};
use crate::plan::HallId;
use crate::session::{Action, CommandId};
use crate::text::args;

/// The height of the row.
pub const HEIGHT: f32 = 36.0;

/// Shows the row.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, out: &mut Out) {
    let row = ui.max_rect();
    let buttons = UiBuilder::new().max_rect(row).layout(Layout::right_to_left(Align::Center));
    let left = ui
        .scope_builder(buttons, |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            ui.add_space(8.0);
            for (id, icon) in
                [(CommandId::ZoomToFit, ICON_FIT_SCREEN), (CommandId::ZoomIn, ICON_ADD), (CommandId::ZoomOut, ICON_REMOVE)]
            {
                command_button(ui, cx, id, icon, out);
            }
            ui.min_rect().left()
        })
        .inner;
    let tabs = row.with_max_x(left - 8.0);
    ui.scope_builder(UiBuilder::new().max_rect(tabs).layout(Layout::left_to_right(Align::Center)), |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ScrollArea::horizontal().auto_shrink([false, false]).show(ui, |ui| {
            ui.horizontal_centered(|ui| {
                ui.add_space(8.0);
                for (id, hall) in cx.session.plan().halls() {
                    let occupancy = cx.session.index().hall(*id);
                    let (filled, sellable) = (occupancy.filled, occupancy.sellable);
                    let words = cx.texts.hall_tab(args::HallTab { hall: &hall.name, filled, sellable });
                    let spoken = cx.texts.hall_tab_spoken(args::HallTabSpoken { hall: &hall.name, filled, sellable });
                    let chosen = cx.session.hall() == Some(*id);
                    let response = tab(ui, cx.theme, &words, &spoken, chosen);
                    if cx.session.tool().is_moving() && !chosen {
                        drop_target(ui, cx, response.rect, *id, out);
                    }
                    if chosen && response.gained_focus() {
                        response.scroll_to_me(None);
                    }
                    if response.clicked() {
                        out.push(Action::ShowHall(*id));
                    }
                    if response.double_clicked() {
                        out.push(Action::ShowHall(*id));
                        out.run(CommandId::HallProperties);
                    }
                    response.context_menu(|ui| {
                        let commands = [
                            CommandId::HallProperties,
                            CommandId::AddHall,
                            CommandId::DuplicateHall,
                            CommandId::MirrorHallLeftRight,
                            CommandId::MirrorHallTopBottom,
                            CommandId::DeleteHall,
                        ];
                        super::menu_bar::context_menu(ui, cx, &commands.map(CommandId::row), out);
                    });
                }
                ui.add_space(6.0);
                command_button(ui, cx, CommandId::AddHall, ICON_ADD, out);
            });
        });
    });
}

/// Lights up a tab over which things are being moved, and lets them go to its hall there.
fn drop_target(ui: &Ui, cx: &Cx<'_>, rect: Rect, hall: HallId, out: &mut Out) {
    let (at, released) = ui.input(|input| (input.pointer.interact_pos(), input.pointer.primary_released()));
    if !at.is_some_and(|at| rect.contains(at)) {
        return;
    }
    let stroke = Stroke::new(2.0, cx.theme.colours.accent);
    ui.painter().rect_stroke(rect.shrink(1.0), CORNER, stroke, StrokeKind::Inside);
    if released {
        out.push(Action::DropOnHall(hall));
    }
}

fn command_button(ui: &mut Ui, cx: &Cx<'_>, id: CommandId, icon: egui_material_icons::MaterialIcon, out: &mut Out) {
    let words = (id.row().words)(cx.texts);
    let hint = format!("{words}  {}", keys::of_command(cx.texts, id));
    if icon_button(ui, cx.theme, icon, &words, hint.trim_end()).clicked() {
        out.run(id);
    }
}
