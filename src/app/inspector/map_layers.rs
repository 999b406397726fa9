//! The pages of a map's file, and the layers of the page that is shown.

use std::collections::BTreeSet;

use eframe::egui::{Id, ScrollArea, Ui};

use super::heading;
use crate::app::theme::TextRole;
use crate::app::view::{Cx, Out};
use crate::app::widgets::{choice, search_field, text_button};
use crate::edit::{Edit, MapChange};
use crate::plan::{HallMap, MapId};
use crate::reader::MapHead;
use crate::session::Action;
use crate::text::args;

/// With more layers than this, they are searched.
const SEARCHED: usize = 12;
/// How high the list of layers is at most.
const HEIGHT: f32 = 260.0;

/// Chooses the page, where the file has several.
pub(super) fn pages(ui: &mut Ui, cx: &Cx<'_>, id: MapId, map: &HallMap, head: &MapHead, out: &mut Out) {
    if head.pages.len() < 2 {
        return;
    }
    let options: Vec<_> = (0..).zip(&head.pages).map(|(page, name)| cx.texts.map_page(page, name)).collect();
    let shown = options.get(map.page as usize).cloned().unwrap_or_default();
    let chosen = choice(ui, cx.theme, Id::unique("page of a map").with(id), &cx.texts.field_page(), &shown, &options);
    if let Some(page) = chosen.and_then(|page| u32::try_from(page).ok()).filter(|page| *page != map.page) {
        out.push(Action::ShowMapPage(id, page));
    }
}

/// The layers with tick boxes; all or none of them at once.
pub(super) fn layers(ui: &mut Ui, cx: &Cx<'_>, id: MapId, map: &HallMap, head: &MapHead, out: &mut Out) {
    if head.layers.is_empty() {
        return;
    }
    let texts = cx.texts;
    let hidden: BTreeSet<&str> = map.hidden_layers.iter().map(String::as_str).collect();
    let shown = head.layers.iter().filter(|layer| !hidden.contains(layer.name.as_str())).count();
    heading(ui, cx, &texts.map_layers(args::MapLayers { shown: &shown.to_string(), count: &head.layers.len().to_string() }));
    let search = search(ui, cx, id, head.layers.len());
    let found: Vec<_> = head.layers.iter().filter(|layer| layer.name.to_lowercase().contains(&search)).collect();
    let mut after = map.hidden_layers.iter().cloned().collect::<BTreeSet<_>>();
    let before = after.clone();
    ui.horizontal(|ui| {
        // What is searched for is shown or hidden, and nothing else.
        if text_button(ui, cx.theme, None, &texts.map_layers_all()).clicked() {
            found.iter().for_each(|layer| {
                after.remove(&layer.name);
            });
        }
        if text_button(ui, cx.theme, None, &texts.map_layers_none()).clicked() {
            after.extend(found.iter().map(|layer| layer.name.clone()));
        }
    });
    ScrollArea::vertical().id_salt(("layers of a map", id)).max_height(HEIGHT).auto_shrink([false, true]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for layer in found {
            let mut is_shown = !after.contains(&layer.name);
            ui.horizontal(|ui| {
                if ui.checkbox(&mut is_shown, cx.theme.text(TextRole::Body, &layer.name)).changed() {
                    if is_shown {
                        after.remove(&layer.name);
                    } else {
                        after.insert(layer.name.clone());
                    }
                }
                ui.label(cx.theme.muted(TextRole::Line, texts.integer(i64::from(layer.elements))));
            });
        }
    });
    if after != before {
        out.push(Action::Edit(Edit::ChangeMap(id, MapChange::HideLayers(after))));
    }
}

/// What is searched for among many layers, in small letters.
fn search(ui: &mut Ui, cx: &Cx<'_>, id: MapId, count: usize) -> String {
    if count <= SEARCHED {
        return String::new();
    }
    let field = Id::unique("search the layers of a map").with(id);
    let mut words = ui.data(|data| data.get_temp::<String>(field)).unwrap_or_default();
    search_field(ui, cx.theme, field, &cx.texts.map_layers_search(), &mut words);
    let search = words.trim().to_lowercase();
    ui.data_mut(|data| data.insert_temp(field, words));
    search
}
