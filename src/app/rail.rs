//! The rail of tools at the left edge.

use eframe::egui::{ScrollArea, Ui};
use egui_material_icons::MaterialIcon;
use egui_material_icons::icons::{
    ICON_ARROW_RANGE, ICON_ARROW_SELECTOR_TOOL, ICON_CIRCLE, ICON_CONTENT_CUT, ICON_DOOR_FRONT, ICON_GRID_ON,
    ICON_HORIZONTAL_RULE, ICON_MEASURING_TAPE, ICON_PAN_TOOL, ICON_POLYLINE, ICON_RECTANGLE, ICON_STOP, ICON_STRAIGHTEN,
    ICON_TITLE,
};

use super::keys;
use super::view::{Cx, Out};
use super::widgets::rail_button;
use crate::session::{Availability, CommandId};

/// How wide the rail is.
pub const WIDTH: f32 = 56.0;

const TOOLS: [(CommandId, MaterialIcon); 14] = [
    (CommandId::ToolSelect, ICON_ARROW_SELECTOR_TOOL),
    (CommandId::ToolBooth, ICON_RECTANGLE),
    (CommandId::ToolPolygon, ICON_POLYLINE),
    (CommandId::ToolRound, ICON_CIRCLE),
    (CommandId::ToolSplit, ICON_CONTENT_CUT),
    (CommandId::ToolBlock, ICON_GRID_ON),
    (CommandId::ToolWall, ICON_HORIZONTAL_RULE),
    (CommandId::ToolDoor, ICON_DOOR_FRONT),
    (CommandId::ToolColumn, ICON_STOP),
    (CommandId::ToolText, ICON_TITLE),
    (CommandId::ToolMeasure, ICON_MEASURING_TAPE),
    (CommandId::ToolDimension, ICON_ARROW_RANGE),
    (CommandId::ToolPan, ICON_PAN_TOOL),
    (CommandId::Calibrate, ICON_STRAIGHTEN),
];

/// Shows the rail.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, out: &mut Out) {
    ui.spacing_mut().item_spacing.y = 4.0;
    ScrollArea::vertical().show(ui, |ui| {
        for (id, icon) in TOOLS {
            let availability = cx.session.availability(id);
            let chosen = match id {
                CommandId::Calibrate => cx.session.tool().kind() == crate::tools::ToolKind::Calibrate,
                _ => availability == Availability::Switch(true),
            };
            let word = match id {
                CommandId::Calibrate => cx.texts.tool_calibrate(),
                _ => (id.row().words)(cx.texts),
            };
            let keys = keys::of_command(cx.texts, id);
            let hint = match &availability {
                Availability::Not(why) => why.clone(),
                _ if keys.is_empty() => word.clone(),
                _ => format!("{word}  {keys}"),
            };
            let response =
                ui.add_enabled_ui(availability.is_ready(), |ui| rail_button(ui, cx.theme, icon, &word, &hint, chosen)).inner;
            if response.clicked() {
                out.run(id);
            }
        }
    });
}
