//! The layers of the show, and the layer and the lock of what is selected.

use eframe::egui::{Align2, Id, Key, Rect, Role, Sense, TextEdit, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons::{ICON_ADD, ICON_CLOSE, ICON_LOCK, ICON_LOCK_OPEN, ICON_VISIBILITY, ICON_VISIBILITY_OFF};

use super::facts::Bound;
use super::heading;
use crate::app::theme::{CORNER, TextRole};
use crate::app::view::{Cx, Out};
use crate::app::widgets::{choice, focus_ring, icon_button, paint_short, select_all, text_button};
use crate::edit::Edit;
use crate::plan::{HallId, Layer, LayerId};
use crate::session::{Action, CommandId};
use crate::text::args;

/// The height of a row.
const ROW: f32 = 28.0;
/// The width of a button in a row.
const BUTTON: f32 = 28.0;

/// The layers, with what of this hall is on each.
pub fn panel(ui: &mut Ui, cx: &Cx<'_>, hall: HallId, out: &mut Out) {
    heading(ui, cx, &cx.texts.heading_layers());
    name_the_added(ui, cx);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        row(ui, cx, hall, None, None, out);
        for (id, layer) in cx.session.plan().layers() {
            row(ui, cx, hall, Some(*id), Some(layer), out);
        }
    });
    let words = cx.texts.command_add_layer();
    if text_button(ui, cx.theme, Some(ICON_ADD), &words).clicked() {
        ui.data_mut(|data| data.insert_temp(layers_before(), cx.session.plan().layers().len()));
        out.run(CommandId::AddLayer);
    }
}

/// How many layers there were when another was asked for.
fn layers_before() -> Id {
    Id::unique("layers before one is added")
}

/// Where the name of a layer is kept while it is typed.
fn draft_of(id: Option<LayerId>) -> Id {
    Id::unique("name of a layer").with(id)
}

/// A layer that was added here is given its name at once.
fn name_the_added(ui: &Ui, cx: &Cx<'_>) {
    let Some(before) = ui.data_mut(|data| data.remove_temp::<usize>(layers_before())) else { return };
    let layer = cx.session.layer();
    if let Some(added) = layer.and_then(|id| cx.session.plan().get(id)).filter(|_| cx.session.plan().layers().len() > before) {
        ui.data_mut(|data| data.insert_temp(draft_of(layer), added.name.clone()));
    }
}

fn row(ui: &mut Ui, cx: &Cx<'_>, hall: HallId, id: Option<LayerId>, layer: Option<&Layer>, out: &mut Out) {
    let texts = cx.texts;
    let name = layer.map_or_else(|| texts.layer_base(), |layer| layer.name.clone());
    let on = cx.session.index().on_layer(hall, id);
    let hidden = layer.is_some_and(|layer| layer.hidden);
    let state = if hidden {
        texts.layer_hidden_count(args::LayerHiddenCount { booths: on.booths })
    } else {
        texts.layer_count(args::LayerCount { count: on.booths + on.others })
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let buttons = if layer.is_some() { 3.0 * BUTTON } else { 0.0 };
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width() - buttons, ROW), Sense::hover());
        let draft = draft_of(id);
        if let (Some(id), Some(layer), true) = (id, layer, ui.data(|data| data.get_temp::<String>(draft).is_some())) {
            rename(ui, cx, rect, draft, (id, layer), out);
        } else {
            name_of(ui, cx, rect, (id, &name, &state), hidden, out);
        }
        if let (Some(id), Some(layer)) = (id, layer) {
            switches(ui, cx, id, layer, out);
        }
    });
}

/// The name with its count; a click draws there from now on, a double click or F2 renames.
fn name_of(ui: &Ui, cx: &Cx<'_>, rect: Rect, (id, name, state): (Option<LayerId>, &str, &str), hidden: bool, out: &mut Out) {
    let colours = &cx.theme.colours;
    let chosen = cx.session.layer() == id;
    let response = ui.interact(rect, Id::unique("layer").with(id), Sense::click());
    let spoken = cx.texts.layer_spoken(args::LayerSpoken { layer: name, state });
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, &spoken));
    if chosen {
        ui.painter().rect_filled(rect, CORNER, colours.chosen);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, CORNER, colours.hovered);
    }
    let ink = if hidden { colours.muted } else { colours.ink };
    let role = if chosen { TextRole::Name } else { TextRole::Line };
    let galley = ui.painter().layout_no_wrap(state.to_owned(), TextRole::Label.font(), colours.muted);
    // What is said of a hidden layer stands under the pointer where there is no room for it.
    let beside = galley.size().x.min(rect.width() * 0.45);
    let right = rect.right() - 6.0;
    if galley.size().x <= beside {
        ui.painter().text(pos2(right, rect.center().y), Align2::RIGHT_CENTER, state, TextRole::Label.font(), colours.muted);
    } else {
        paint_short(ui, pos2(right - beside, rect.center().y), beside, TextRole::Label, colours.muted, state);
    }
    paint_short(ui, pos2(rect.left() + 8.0, rect.center().y), rect.width() - beside - 22.0, role, ink, name);
    focus_ring(ui, cx.theme, &response, rect);
    let hint = format!("{}\n{state}", cx.texts.layer_draw_here(args::LayerDrawHere { layer: name }));
    let wants_name = response.double_clicked() || (response.has_focus() && ui.input(|input| input.key_pressed(Key::F2)));
    if wants_name && id.is_some() {
        ui.data_mut(|data| data.insert_temp(draft_of(id), name.to_owned()));
    } else if response.clicked() {
        out.push(Action::DrawOnLayer(id));
    }
    response.on_hover_text(hint);
}

fn rename(ui: &mut Ui, cx: &Cx<'_>, rect: Rect, draft: Id, (id, layer): (LayerId, &Layer), out: &mut Out) {
    let mut name = ui.data(|data| data.get_temp::<String>(draft)).unwrap_or_default();
    let field = Id::unique("field of a layer's name").with(id);
    let response = ui.put(rect, TextEdit::singleline(&mut name).id(field));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(cx.texts.field_name()));
    if !response.has_focus() && !response.lost_focus() {
        response.request_focus();
        select_all(ui.ctx(), field, &name);
    }
    if response.lost_focus() {
        ui.data_mut(|data| data.remove::<String>(draft));
        let name = name.trim().to_owned();
        if !ui.input(|input| input.key_pressed(Key::Escape)) && !name.is_empty() && name != layer.name {
            out.push(Action::Edit(Edit::ChangeLayer(id, Layer { name, ..layer.clone() })));
        }
    } else {
        ui.data_mut(|data| data.insert_temp(draft, name));
    }
}

fn switches(ui: &mut Ui, cx: &Cx<'_>, id: LayerId, layer: &Layer, out: &mut Out) {
    let (texts, name) = (cx.texts, layer.name.as_str());
    let (eye, words) = if layer.hidden {
        (ICON_VISIBILITY_OFF, texts.layer_show(args::LayerShow { layer: name }))
    } else {
        (ICON_VISIBILITY, texts.layer_hide(args::LayerHide { layer: name }))
    };
    if icon_button(ui, cx.theme, eye, &words, &words).clicked() {
        out.push(Action::Edit(Edit::ChangeLayer(id, Layer { hidden: !layer.hidden, ..layer.clone() })));
    }
    let (padlock, words) = if layer.locked {
        (ICON_LOCK, texts.layer_unlock(args::LayerUnlock { layer: name }))
    } else {
        (ICON_LOCK_OPEN, texts.layer_lock(args::LayerLock { layer: name }))
    };
    if icon_button(ui, cx.theme, padlock, &words, &words).clicked() {
        out.push(Action::Edit(Edit::ChangeLayer(id, Layer { locked: !layer.locked, ..layer.clone() })));
    }
    let words = texts.layer_remove(args::LayerRemove { layer: name });
    if icon_button(ui, cx.theme, ICON_CLOSE, &words, &words).clicked() {
        out.push(Action::Edit(Edit::RemoveLayer(id)));
    }
}

/// The layer and the lock of what is selected.
pub fn of_selection(ui: &mut Ui, cx: &Cx<'_>, out: &mut Out) {
    let (plan, selection) = (cx.session.plan(), cx.session.selection());
    let layers = plan.layers();
    let bound = Bound::of_selection(ui, cx);
    ui.separator();
    if !layers.is_empty() {
        let mut options = vec![cx.texts.layer_base()];
        options.extend(layers.values().map(|layer| layer.name.clone()));
        let now = bound.layer;
        let place = |layer: Option<LayerId>| {
            layer.and_then(|layer| layers.keys().position(|id| *id == layer)).map_or(0, |place| place + 1)
        };
        let shown =
            now.map_or_else(|| cx.texts.inspector_mixed(), |layer| options.get(place(layer)).cloned().unwrap_or_default());
        let chosen = choice(ui, cx.theme, Id::unique("layer of the selection"), &cx.texts.field_layer(), &shown, &options);
        if let Some(chosen) = chosen {
            let layer = chosen.checked_sub(1).and_then(|place| layers.keys().nth(place).copied());
            out.push(Action::Edit(Edit::SetLayer(selection.clone(), layer)));
        }
    }
    let mut locked = bound.locked;
    if ui.checkbox(&mut locked, cx.theme.text(TextRole::Body, cx.texts.selection_lock())).changed() {
        out.run(CommandId::ToggleLock);
    }
    if bound.by_layer {
        ui.label(cx.theme.muted(TextRole::Line, cx.texts.selection_locked_by_layer()));
    }
}
