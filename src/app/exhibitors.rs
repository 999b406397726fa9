//! The list of exhibitors: searched, filtered, dragged onto booths, or placed with Enter.

use eframe::egui::{self, Align, Id, Key, Layout, Modifiers, Response, Role, ScrollArea, Ui, UiBuilder, vec2};
use egui_material_icons::icons::{ICON_ADD, ICON_DONE_ALL, ICON_GROUPS, ICON_SEARCH_OFF};

use super::theme::TextRole;
use super::view::{Cx, Out};
use super::widgets::{Card, card, empty, pills, search_field, select_all, text_button};
use crate::plan::{BoothId, ExhibitorId, Plan, Stage};
use crate::session::{Action, CommandId, Filter};
use crate::text::args;

/// An exhibitor being dragged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dragged {
    /// Who.
    pub exhibitor: ExhibitorId,
    /// From which booth; none from the list.
    pub from: Option<BoothId>,
}

/// The search field.
#[must_use]
pub fn search_id() -> Id {
    Id::unique("search exhibitors")
}

/// Gives the keyboard to the search field, with its words selected: typing begins a new search.
pub fn focus_search(ctx: &egui::Context, words: &str) {
    ctx.memory_mut(|memory| memory.request_focus(search_id()));
    select_all(ctx, search_id(), words);
}

/// Shows the panel.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, out: &mut Out) {
    let directory = cx.session.directory();
    let count = directory.count(Filter::All);
    let counted = heading(ui, cx, count, out);
    search(ui, cx, out);
    if count == 0 {
        let actions = [cx.texts.exhibitors_import(), cx.texts.exhibitors_add()];
        let actions = actions.each_ref().map(String::as_str);
        let title = cx.texts.exhibitors_empty();
        match empty(ui, cx.theme, ICON_GROUPS, &title, &cx.texts.exhibitors_empty_hint(), &actions) {
            Some(0) => out.run(CommandId::ImportExhibitors),
            Some(_) => out.run(CommandId::AddExhibitor),
            None => {}
        }
        return;
    }
    let options = Filter::ALL.map(|filter| {
        let words = match filter {
            Filter::ToPlace => cx.texts.exhibitors_filter_to_place(),
            Filter::Placed => cx.texts.exhibitors_filter_placed(),
            Filter::All => cx.texts.exhibitors_filter_all(),
        };
        let count = i64::try_from(directory.count(filter)).unwrap_or(i64::MAX);
        let counted = filter == Filter::ToPlace || filter == Filter::All && !counted;
        let words = if counted { format!("{words} {}", cx.texts.integer(count)) } else { words };
        (filter, words)
    });
    if let Some(filter) = pills(ui, cx.theme, &options, directory.filter()) {
        out.push(Action::SetFilter(filter));
    }
    ui.add_space(2.0);
    list(ui, cx, out);
}

/// The title, how many there are, and the buttons; whether there was room for how many there are.
fn heading(ui: &mut Ui, cx: &Cx<'_>, count: usize, out: &mut Out) -> bool {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        ui.label(cx.theme.text(TextRole::Title, cx.texts.exhibitors_title()));
        let place = ui.cursor().min;
        let right = ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            let room = ui.available_width() > 190.0;
            if text_button(ui, cx.theme, None, &cx.texts.exhibitors_import()).clicked() {
                out.run(CommandId::ImportExhibitors);
            }
            let icon = room.then_some(ICON_ADD);
            if text_button(ui, cx.theme, icon, &cx.texts.exhibitors_add()).clicked() {
                out.run(CommandId::AddExhibitor);
            }
            ui.min_rect()
        });
        let figure = cx.texts.integer(i64::try_from(count).unwrap_or(i64::MAX));
        let free = egui::Rect::from_min_max(place, egui::pos2(right.inner.left(), right.inner.bottom()));
        let galley = ui.painter().layout_no_wrap(figure, TextRole::Body.font(), cx.theme.colours.muted);
        let has_room = galley.size().x <= free.width();
        if has_room {
            let spoken = cx.texts.exhibitors_count(args::ExhibitorsCount { count });
            let response = ui.interact(free, ui.unique_id().with("count"), egui::Sense::hover());
            response.widget_info(|| egui::WidgetInfo::labeled(Role::Label, true, &spoken));
            let y = free.center().y - galley.size().y / 2.0;
            ui.painter().galley(egui::pos2(free.left(), y), galley, cx.theme.colours.muted);
        }
        has_room
    })
    .inner
}

/// The field; the arrows walk down the list from it, Enter places.
fn search(ui: &mut Ui, cx: &Cx<'_>, out: &mut Out) {
    let mut words = cx.session.directory().search().to_owned();
    let focused = ui.memory(|memory| memory.has_focus(search_id()));
    if focused {
        let (steps, enter) = ui.input_mut(|input| {
            let down = input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown);
            let up = input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp);
            let enter = input.consume_key(Modifiers::NONE, Key::Enter);
            (isize::try_from(down).unwrap_or(0) - isize::try_from(up).unwrap_or(0), enter)
        });
        step(cx, out, steps, enter);
        if enter {
            select_all(ui.ctx(), search_id(), &words);
        }
    }
    let response = search_field(ui, cx.theme, search_id(), &cx.texts.exhibitors_search(), &mut words);
    if response.changed() {
        out.push(Action::Search(words));
    }
}

fn step(cx: &Cx<'_>, out: &mut Out, steps: isize, enter: bool) {
    let directory = cx.session.directory();
    if steps != 0 {
        out.push(Action::StepExhibitor(steps));
    }
    if enter {
        if directory.chosen().is_none() {
            out.push(Action::StepExhibitor(0));
        }
        out.run(CommandId::PlaceExhibitor);
    }
}

fn list(ui: &mut Ui, cx: &Cx<'_>, out: &mut Out) {
    let directory = cx.session.directory();
    let shown = directory.shown().len();
    if shown == 0 {
        let query = directory.search();
        let elsewhere = directory.found_in_all();
        let found = cx.texts.exhibitors_found_elsewhere(args::ExhibitorsFoundElsewhere { count: elsewhere });
        let actions = (elsewhere > 0 && !query.is_empty()).then_some(found.as_str());
        let (icon, title) = match (query.is_empty(), directory.filter()) {
            (true, Filter::Placed) => (ICON_SEARCH_OFF, cx.texts.exhibitors_none_placed()),
            (true, _) => (ICON_DONE_ALL, cx.texts.exhibitors_all_placed()),
            (false, Filter::ToPlace) => {
                (ICON_SEARCH_OFF, cx.texts.exhibitors_none_found_to_place(args::ExhibitorsNoneFoundToPlace { query }))
            }
            (false, Filter::Placed) => {
                (ICON_SEARCH_OFF, cx.texts.exhibitors_none_found_placed(args::ExhibitorsNoneFoundPlaced { query }))
            }
            (false, Filter::All) => (ICON_SEARCH_OFF, cx.texts.exhibitors_none_found(args::ExhibitorsNoneFound { query })),
        };
        if empty(ui, cx.theme, icon, &title, "", actions.as_slice()).is_some() {
            out.push(Action::SetFilter(Filter::All));
        }
        return;
    }
    let hint_height = 34.0;
    let height = (ui.available_height() - hint_height).max(60.0);
    let width = ui.available_width();
    let builder = UiBuilder::new().accessibility_role(Role::ListBox).accessibility_label(cx.texts.exhibitors_title());
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.y = Card::GAP;
        let mut area = ScrollArea::vertical().id_salt("exhibitors").max_height(height).auto_shrink([false, true]);
        if let Some(offset) = offset_of_chosen(ui, cx, height) {
            area = area.vertical_scroll_offset(offset);
        }
        let output = area.show_rows(ui, Card::HEIGHT, shown, |ui, rows| {
            ui.set_width(width - 4.0);
            for exhibitor in directory.shown_at(rows) {
                row(ui, cx, exhibitor, out);
            }
        });
        ui.data_mut(|data| data.insert_temp(scroll_id(), output.state.clamped_offset().y));
    });
    ui.label(cx.theme.muted(TextRole::Label, cx.texts.exhibitors_drag_hint()));
}

fn scroll_id() -> Id {
    Id::unique("exhibitors scrolled to")
}

/// Where the list has to be scrolled for an exhibitor that was just chosen by keys.
fn offset_of_chosen(ui: &Ui, cx: &Cx<'_>, height: f32) -> Option<f32> {
    let directory = cx.session.directory();
    let key = Id::unique("exhibitor chosen before");
    let before: Option<ExhibitorId> = ui.data(|data| data.get_temp(key)).flatten();
    let chosen = directory.chosen();
    if chosen == before {
        return None;
    }
    ui.data_mut(|data| data.insert_temp(key, chosen));
    let place = directory.shown().position(|id| Some(id) == chosen)?;
    #[expect(clippy::cast_precision_loss, reason = "no list is longer than a float can count")]
    let top = place as f32 * (Card::HEIGHT + Card::GAP);
    let offset: f32 = ui.data(|data| data.get_temp(scroll_id())).unwrap_or_default();
    if top < offset {
        Some(top)
    } else if top + Card::HEIGHT > offset + height {
        Some(top + Card::HEIGHT - height)
    } else {
        None
    }
}

fn row(ui: &mut Ui, cx: &Cx<'_>, id: ExhibitorId, out: &mut Out) {
    let plan = cx.session.plan();
    let Some(exhibitor) = plan.get(id) else { return };
    let booths = plan.booths_of(id);
    let numbers: Vec<_> = booths.iter().filter_map(|booth| plan.get(*booth)).map(|booth| booth.number.to_string()).collect();
    let stage = plan.bookings_of(id).filter_map(|booking| plan.get(booking)).map(|booking| booking.stage).next();
    let line = facts(plan, id);
    let right = shortened(&numbers);
    let dot = stage.filter(|_| !booths.is_empty()).map(|stage| cx.theme.colours.status(Stage::status(stage)));
    let spoken = if numbers.is_empty() {
        exhibitor.name.clone()
    } else {
        cx.texts.exhibitor_spoken(args::ExhibitorSpoken { name: &exhibitor.name, booths: &numbers.join(", ") })
    };
    let chosen = cx.session.directory().chosen() == Some(id);
    let what = Card { name: &exhibitor.name, line: &line, right: &right, dot, chosen, spoken: &spoken };
    let response = ui.push_id(id, |ui| card(ui, cx.theme, &what)).inner;
    react(ui, cx, id, &booths, &response, out);
    let from = (booths.len() == 1).then(|| booths.first().copied()).flatten();
    drag(ui, cx, &response, Dragged { exhibitor: id, from }, &exhibitor.name);
}

fn react(ui: &mut Ui, cx: &Cx<'_>, id: ExhibitorId, booths: &[BoothId], response: &Response, out: &mut Out) {
    if response.clicked() {
        out.push(Action::ChooseExhibitor(Some(id)));
        if let Some(booth) = booths.first() {
            out.push(Action::SelectBooth { booth: *booth, extend: false });
        }
    }
    if response.double_clicked() {
        out.push(Action::ChooseExhibitor(Some(id)));
        out.run(CommandId::EditExhibitor);
    }
    if response.has_focus() {
        let (steps, enter) = ui.input_mut(|input| {
            let down = input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown);
            let up = input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp);
            (
                isize::try_from(down).unwrap_or(0) - isize::try_from(up).unwrap_or(0),
                input.consume_key(Modifiers::NONE, Key::Enter),
            )
        });
        step(cx, out, steps, enter);
    }
    let commands = [
        CommandId::EditExhibitor,
        CommandId::ChooseLogo,
        CommandId::RemoveLogo,
        CommandId::PlaceExhibitor,
        CommandId::RemoveExhibitor,
        CommandId::DeleteExhibitor,
    ];
    if response.secondary_clicked() {
        out.push(Action::ChooseExhibitor(Some(id)));
    }
    response.context_menu(|ui| super::menu_bar::context_menu(ui, cx, &commands.map(CommandId::row), out));
}

/// Lets something be dragged as an exhibitor; its name follows the pointer.
pub fn drag(ui: &Ui, cx: &Cx<'_>, response: &Response, dragged: Dragged, name: &str) {
    response.dnd_set_drag_payload(dragged);
    if !response.dragged() {
        return;
    }
    // Else the search that led here would still have the keys, and undo its letters rather than the drop.
    if response.drag_started() {
        response.request_focus();
    }
    ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
    let Some(pointer) = ui.ctx().pointer_interact_pos() else { return };
    let layer = egui::LayerId::new(egui::Order::Tooltip, Id::unique("dragged exhibitor"));
    let painter = ui.ctx().layer_painter(layer);
    let colours = &cx.theme.colours;
    let galley = painter.layout_no_wrap(name.to_owned(), TextRole::Name.font(), colours.on_accent);
    let rect = egui::Rect::from_min_size(pointer + vec2(12.0, 8.0), galley.size() + vec2(20.0, 12.0));
    painter.rect_filled(rect, super::theme::CORNER, colours.accent);
    painter.galley(rect.min + vec2(10.0, 6.0), galley, colours.on_accent);
}

/// Categories, country and note of an exhibitor in one line.
fn facts(plan: &Plan, id: ExhibitorId) -> String {
    let Some(exhibitor) = plan.get(id) else { return String::new() };
    let categories: Vec<_> =
        exhibitor.categories.iter().filter_map(|id| plan.get(*id)).map(|category| category.name.as_str()).collect();
    let note = exhibitor.note.lines().next().unwrap_or_default();
    let parts = [categories.join(", "), exhibitor.country.clone(), note.to_owned()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn shortened(numbers: &[String]) -> String {
    match numbers {
        [first, second, _, ..] => format!("{first}, {second} +{}", numbers.len() - 2),
        few => few.join(", "),
    }
}
