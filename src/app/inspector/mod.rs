//! The inspector: the exact figures of whatever is selected, several things at once; of the hall where nothing is.

mod block;
mod booths;
mod compare;
mod exhibitor_choice;
mod facts;
mod hall;
mod layers;
mod map;
mod map_layers;
mod structure;

pub use compare::{Showing, showing};
pub use hall::line as occupancy_line;

use eframe::egui::{FocusDirection, Id, Rect, ScrollArea, Sense, Ui, vec2};

use super::theme::TextRole;
use super::view::{Cx, Out};
use super::widgets::{Field, field};
use crate::geometry::{Angle, Length};
use crate::session::{Action, CommandId};
use crate::text::args;

/// What comes before the first field: it hands the keyboard on.
#[must_use]
pub fn start_id() -> Id {
    Id::unique("start of the inspector")
}

/// Puts what hands the keyboard on to the panel's first field.
pub fn start(ui: &Ui) {
    let start = Rect::from_min_size(ui.max_rect().min, vec2(1.0, 1.0));
    if ui.memory(|memory| memory.has_focus(start_id())) {
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::Next));
    }
    ui.interact(start, start_id(), Sense::focusable_noninteractive());
}

/// Shows the panel.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, out: &mut Out) {
    start(ui);
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 10.0;
        if let Some(comparison) = cx.session.comparison() {
            compare::show(ui, cx, comparison, out);
        }
        let selection = cx.session.selection();
        match (selection.booths.len(), selection.structures.len(), selection.maps.len()) {
            _ if block::is_tool_in_hand(cx) => block::tool(ui, cx, out),
            (0, 0, 0) => hall::show(ui, cx, out),
            (0, 1, 0) => {
                if let Some(id) = selection.structures.first() {
                    structure::show(ui, cx, *id, out);
                }
            }
            (0, 0, 1) => {
                if let Some(id) = selection.maps.first() {
                    map::show(ui, cx, *id, out);
                }
            }
            (0, ..) => title(ui, cx, &cx.texts.things_selected(crate::text::args::ThingsSelected { count: selection.len() }), ""),
            _ => booths::show(ui, cx, out),
        }
        // The settings of a tool are about what is drawn next, not about what is selected.
        if !selection.is_empty() && !block::is_tool_in_hand(cx) {
            layers::of_selection(ui, cx, out);
        }
        ui.add_space(16.0);
    });
    if let Some(words) = ui.data_mut(|data| data.remove_temp(Id::unique("complaint of the inspector"))) {
        out.push(Action::Complain(words));
    }
}

/// Says that what was typed into a field could not be taken; the field shows its old value again.
fn complain(ui: &Ui, words: String) {
    ui.data_mut(|data| data.insert_temp(Id::unique("complaint of the inspector"), words));
}

/// The title, and a line under it.
fn title(ui: &mut Ui, cx: &Cx<'_>, title: &str, line: &str) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.add(eframe::egui::Label::new(cx.theme.text(TextRole::Title, title)).wrap());
        if !line.is_empty() {
            ui.label(cx.theme.muted(TextRole::Line, line));
        }
    });
}

/// A small heading in the panel.
fn heading(ui: &mut Ui, cx: &Cx<'_>, words: &str) {
    ui.add_space(2.0);
    ui.separator();
    ui.label(cx.theme.text(TextRole::Name, words));
}

/// Two fields beside each other.
fn pair(ui: &mut Ui, left: impl FnOnce(&mut Ui), right: impl FnOnce(&mut Ui)) {
    ui.columns_const(|[first, second]| {
        left(first);
        right(second);
    });
}

/// A field for a length; answers when another one was typed.
fn length(ui: &mut Ui, cx: &Cx<'_>, id: Id, label: &str, value: Option<Length>) -> Option<Length> {
    let shown = value.map(|value| cx.texts.length_in_field(value)).unwrap_or_default();
    let typed = field(ui, cx.theme, &Field { id, label, value: &shown, hint: &cx.texts.inspector_mixed() })?;
    let length = Length::parse_in(&typed, cx.texts.units());
    if length.is_none() {
        complain(ui, cx.texts.wrong_length(args::WrongLength { field: label }));
    }
    length.filter(|length| Some(*length) != value)
}

/// A field for an angle; answers when another one was typed.
fn angle(ui: &mut Ui, cx: &Cx<'_>, id: Id, label: &str, value: Option<Angle>) -> Option<Angle> {
    let shown = value.map(|value| cx.texts.angle(value)).unwrap_or_default();
    let typed = field(ui, cx.theme, &Field { id, label, value: &shown, hint: &cx.texts.inspector_mixed() })?;
    let degrees = crate::text::parse_number(typed.trim().trim_end_matches('°').trim_end());
    let angle = degrees.and_then(Angle::from_degrees);
    if angle.is_none() {
        complain(ui, cx.texts.wrong_angle(args::WrongAngle { field: label }));
    }
    angle.filter(|angle| Some(*angle) != value)
}

/// What is read and cannot be typed over.
fn fact(ui: &mut Ui, cx: &Cx<'_>, label: &str, value: &str) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        super::widgets::label(ui, cx.theme, label);
        ui.add_space(5.0);
        ui.label(cx.theme.text(TextRole::Body, value));
    });
}

/// A button that runs a command of the table, as wide as its words.
fn command(ui: &mut Ui, cx: &Cx<'_>, id: CommandId, out: &mut Out) {
    let ready = cx.session.availability(id).is_ready();
    let words = (id.row().words)(cx.texts);
    let hint = super::keys::of_command(cx.texts, id);
    let button = ui.add_enabled_ui(ready, |ui| super::widgets::text_button(ui, cx.theme, None, &words)).inner;
    let button = if hint.is_empty() { button } else { button.on_hover_text(hint) };
    if button.clicked() {
        out.run(id);
    }
}

/// The value that all have, if they have one.
fn shared<T: PartialEq>(mut values: impl Iterator<Item = T>) -> Option<T> {
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}
