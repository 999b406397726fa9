//! The categories of the show: their names, their colours, and those that nobody has deleted.

use std::collections::BTreeMap;

use eframe::egui::{Context, Id, Popup, PopupCloseBehavior, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};
use egui_material_icons::icons::ICON_DELETE;

use super::pass;
use crate::app::theme::{FIELD_HEIGHT, TextRole};
use crate::app::view::{Cx, Out};
use crate::app::widgets::{Dialog as Frame, Field, field, icon_button, paint_swatch, swatches, text_button};
use crate::edit::Edit;
use crate::plan::{Category, CategoryId, StructureShape, Tint};
use crate::session::Action;
use crate::text::args;

/// What the window needs above and below the rows, in points.
const AROUND: f32 = 260.0;

/// Who has a category.
#[derive(Clone, Copy, Default)]
struct Use {
    zones: usize,
    /// By themselves or by their zone.
    booths: usize,
    exhibitors: usize,
}

/// Shows the dialog; every change in it is made at once, as a step of its own.
pub fn show(ctx: &Context, cx: &Cx<'_>, out: &mut Out) {
    let (title, close) = (cx.texts.categories_title(), cx.texts.button_close());
    let frame = Frame { id: "categories", title: &title, width: 460.0, main: None, wrong: None, second: None, cancel: &close };
    let answer = frame.show(ctx, cx.theme, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        let categories = cx.session.plan().categories();
        if categories.is_empty() {
            ui.label(cx.theme.muted(TextRole::Line, cx.texts.categories_none()));
        }
        let uses = uses(cx);
        let most = (ui.ctx().content_rect().height() - AROUND).max(3.0 * FIELD_HEIGHT);
        ScrollArea::vertical().max_height(most).auto_shrink([false, true]).show(ui, |ui| {
            for (place, (id, category)) in categories.iter().enumerate() {
                row(ui, cx, (*id, category), Tint::in_turn(place), uses.get(id).copied().unwrap_or_default(), out);
            }
        });
        ui.add_space(4.0);
        let entry = Field { id: Id::unique("new category"), label: &cx.texts.categories_new(), value: "", hint: "" };
        if let Some(name) = field(ui, cx.theme, &entry).map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()) {
            out.push(Action::Edit(Edit::AddCategory(Category::named(name))));
        }
    });
    pass(answer, out);
}

fn uses(cx: &Cx<'_>) -> BTreeMap<CategoryId, Use> {
    let (plan, index) = (cx.session.plan(), cx.session.index());
    let mut uses: BTreeMap<CategoryId, Use> = BTreeMap::new();
    let zones = plan.structures().values().filter_map(|structure| match &structure.shape {
        StructureShape::Zone { category, .. } => *category,
        _ => None,
    });
    for category in zones {
        uses.entry(category).or_default().zones += 1;
    }
    for category in plan.booths().keys().filter_map(|booth| index.category_of(plan, *booth)) {
        uses.entry(category).or_default().booths += 1;
    }
    for category in plan.exhibitors().values().flat_map(|exhibitor| &exhibitor.categories) {
        uses.entry(*category).or_default().exhibitors += 1;
    }
    uses
}

fn row(ui: &mut Ui, cx: &Cx<'_>, (id, category): (CategoryId, &Category), in_turn: Tint, used: Use, out: &mut Out) {
    let texts = cx.texts;
    ui.horizontal(|ui| {
        colour(ui, cx, (id, category), in_turn, out);
        ui.allocate_ui(vec2(210.0, FIELD_HEIGHT), |ui| {
            let key = Id::unique("category").with(id);
            let entry = Field { id: key, label: "", value: &category.name, hint: &category.name };
            if let Some(name) = field(ui, cx.theme, &entry) {
                out.push(Action::Edit(Edit::ChangeCategory(id, Category { name, colour: category.colour })));
            }
        });
        let Use { zones, booths, exhibitors } = used;
        let parts = [
            (zones, texts.category_used_zones(args::CategoryUsedZones { count: zones })),
            (booths, texts.category_used_booths(args::CategoryUsedBooths { count: booths })),
            (exhibitors, texts.category_used_exhibitors(args::CategoryUsedExhibitors { count: exhibitors })),
        ];
        let parts: Vec<_> = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect();
        let words = if parts.is_empty() { texts.category_unused() } else { parts.join(" · ") };
        ui.label(cx.theme.muted(TextRole::Line, words));
        if parts.is_empty() {
            let words = texts.categories_delete(args::CategoriesDelete { category: &category.name });
            if icon_button(ui, cx.theme, ICON_DELETE, &words, &words).clicked() {
                out.push(Action::Edit(Edit::RemoveCategory(id)));
            }
        }
    });
}

/// The colour of a category, and the others while they are unfolded.
fn colour(ui: &mut Ui, cx: &Cx<'_>, (id, category): (CategoryId, &Category), in_turn: Tint, out: &mut Out) {
    let (rect, response) = ui.allocate_exact_size(vec2(26.0, 26.0), Sense::click());
    let words = cx.texts.categories_colour(args::CategoriesColour { category: &category.name });
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
    let response = response.on_hover_text(words);
    paint_swatch(ui, cx.theme, rect, category.colour.unwrap_or(in_turn));
    let popup = Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    popup.show(|ui| {
        let mut chosen = swatches(ui, cx.theme, cx.texts, "", category.colour).map(Some);
        if text_button(ui, cx.theme, None, &cx.texts.categories_automatic()).clicked() {
            chosen = Some(None);
        }
        if let Some(colour) = chosen {
            out.push(Action::Edit(Edit::ChangeCategory(id, Category { name: category.name.clone(), colour })));
            ui.close();
        }
    });
}
