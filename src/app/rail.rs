//! The rail of tools at the left edge.

use eframe::egui::{Align2, Id, Popup, Rect, RectAlign, Role, ScrollArea, Sense, Ui, vec2};
use egui_material_icons::MaterialIcon;
use egui_material_icons::icons::{
    ICON_ACTIVITY_ZONE, ICON_ARROW_RANGE, ICON_ARROW_RIGHT_ALT, ICON_ARROW_SELECTOR_TOOL, ICON_BLOCK, ICON_BOLT,
    ICON_CHEVRON_RIGHT, ICON_CIRCLE, ICON_CONTENT_CUT, ICON_DOOR_FRONT, ICON_GRID_ON, ICON_HORIZONTAL_RULE, ICON_IMAGE, ICON_LAN,
    ICON_MEASURING_TAPE, ICON_PAN_TOOL, ICON_POLYLINE, ICON_RECTANGLE, ICON_STOP, ICON_STRAIGHTEN, ICON_TITLE, ICON_WATER_DROP,
};

use super::keys;
use super::theme::icon_font;
use super::view::{Cx, Out};
use super::widgets::{name, rail_button, text_button};
use crate::session::{Availability, CommandId};
use crate::text::args;

/// How wide the rail is.
pub const WIDTH: f32 = 56.0;

/// The slots of the rail, each with its tools: the first is shown until another of them was chosen.
const SLOTS: [&[(CommandId, MaterialIcon)]; 14] = [
    &[(CommandId::ToolSelect, ICON_ARROW_SELECTOR_TOOL)],
    &[(CommandId::ToolBooth, ICON_RECTANGLE), (CommandId::ToolPolygon, ICON_POLYLINE), (CommandId::ToolRound, ICON_CIRCLE)],
    &[(CommandId::ToolSplit, ICON_CONTENT_CUT)],
    &[(CommandId::ToolBlock, ICON_GRID_ON)],
    &[(CommandId::ToolWall, ICON_HORIZONTAL_RULE)],
    &[(CommandId::ToolDoor, ICON_DOOR_FRONT)],
    &[(CommandId::ToolColumn, ICON_STOP)],
    &[(CommandId::ToolZone, ICON_ACTIVITY_ZONE), (CommandId::ToolNoBuild, ICON_BLOCK)],
    &[
        (CommandId::ToolPower, ICON_BOLT),
        (CommandId::ToolWater, ICON_WATER_DROP),
        (CommandId::ToolNetwork, ICON_LAN),
        (CommandId::ToolArrow, ICON_ARROW_RIGHT_ALT),
        (CommandId::InsertPicture, ICON_IMAGE),
    ],
    &[(CommandId::ToolText, ICON_TITLE)],
    &[(CommandId::ToolMeasure, ICON_MEASURING_TAPE)],
    &[(CommandId::ToolDimension, ICON_ARROW_RANGE)],
    &[(CommandId::ToolPan, ICON_PAN_TOOL)],
    &[(CommandId::Calibrate, ICON_STRAIGHTEN)],
];

/// Shows the rail.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, out: &mut Out) {
    ui.spacing_mut().item_spacing.y = 4.0;
    ScrollArea::vertical().show(ui, |ui| {
        for (place, tools) in SLOTS.into_iter().enumerate() {
            slot(ui, cx, place, tools, out);
        }
    });
}

/// The tool of a slot that is in hand, or was last; where there are more, the others unfold beside it.
fn slot(ui: &mut Ui, cx: &Cx<'_>, place: usize, tools: &[(CommandId, MaterialIcon)], out: &mut Out) {
    let key = Id::unique("tool shown in slot").with(place);
    let in_hand = tools.iter().find(|(id, _)| is_chosen(cx, *id)).copied();
    let last: Option<CommandId> = ui.data(|data| data.get_temp(key));
    let of_last = || tools.iter().find(|(id, _)| Some(*id) == last).copied();
    let Some((id, icon)) = in_hand.or_else(of_last).or(tools.first().copied()) else { return };
    let availability = cx.session.availability(id);
    let hint = hint(cx, id, &availability);
    let shown =
        ui.add_enabled_ui(availability.is_ready(), |ui| rail_button(ui, cx.theme, icon, &word(cx, id), &hint, in_hand.is_some()));
    let response = shown.inner;
    if response.clicked() {
        out.run(id);
    }
    if tools.len() < 2 {
        return;
    }
    let corner =
        Rect::from_min_max(response.rect.right_bottom() - vec2(20.0, 48.0), response.rect.right_bottom() - vec2(2.0, 24.0));
    let more = ui.interact(corner, key.with("more"), Sense::click());
    let others: Vec<_> = tools.iter().map(|(id, _)| word(cx, *id)).collect();
    let words = cx.texts.rail_more(args::RailMore { tools: &others.join(", ") });
    name(ui, &more, Role::Button, &words);
    let colour = if more.hovered() || more.has_focus() { cx.theme.colours.accent } else { cx.theme.colours.muted };
    ui.painter().text(corner.center(), Align2::CENTER_CENTER, ICON_CHEVRON_RIGHT.codepoint, icon_font(14.0), colour);
    let more = more.on_hover_text(words);
    let unfolded = |ui: &mut Ui| {
        for (id, icon) in tools {
            let words = word(cx, *id);
            let keys = keys::of_command(cx.texts, *id);
            let label = if keys.is_empty() { words } else { format!("{words}  {keys}") };
            if text_button(ui, cx.theme, Some(*icon), &label).clicked() {
                ui.data_mut(|data| data.insert_temp(key, *id));
                out.run(*id);
                ui.close();
            }
        }
    };
    Popup::menu(&more).align(RectAlign::RIGHT_START).show(unfolded);
    if let Some((id, _)) = in_hand {
        ui.data_mut(|data| data.insert_temp(key, id));
    }
}

fn is_chosen(cx: &Cx<'_>, id: CommandId) -> bool {
    match id {
        CommandId::Calibrate => cx.session.tool().kind() == crate::tools::ToolKind::Calibrate,
        _ => cx.session.availability(id) == Availability::Switch(true),
    }
}

fn word(cx: &Cx<'_>, id: CommandId) -> String {
    match id {
        CommandId::Calibrate => cx.texts.tool_calibrate(),
        CommandId::InsertPicture => cx.texts.tool_picture(),
        _ => (id.row().words)(cx.texts),
    }
}

fn hint(cx: &Cx<'_>, id: CommandId, availability: &Availability) -> String {
    let (word, keys) = (word(cx, id), keys::of_command(cx.texts, id));
    match availability {
        Availability::Not(why) => why.clone(),
        _ if keys.is_empty() => word,
        _ => format!("{word}  {keys}"),
    }
}
