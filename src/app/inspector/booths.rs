//! One booth or several: number, who is there, status, figures, category, note.

use std::collections::BTreeSet;

use eframe::egui::{Id, Rect, Role as WidgetRole, Sense, StrokeKind, Ui, pos2, vec2};
use egui_material_icons::icons::{ICON_CLOSE, ICON_EDIT, ICON_PERSON, ICON_PERSON_ADD};

use super::exhibitor_choice;
use super::facts::Facts;
use super::{angle, complain, fact, length, pair, title};
use crate::app::exhibitors::{Dragged, drag};
use crate::app::logos::plate_size;
use crate::app::theme::{CORNER, FIELD_HEIGHT, TextRole};
use crate::app::view::{Cx, Out};
use crate::app::widgets::{
    Field, area_field, choice, field, icon_button, label, name as name_widget, paint_short, status_buttons,
};
use crate::edit::{Edit, Gesture, OnBooked, Shapes};
use crate::geometry::{Bounds, Offset, Outline};
use crate::plan::{BoothId, ExhibitorId, Number, OpenSides, Participant, Role, Stage, Status};
use crate::scene;
use crate::session::{Action, CommandId};
use crate::text::args;

/// Shows the selected booths.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, out: &mut Out) {
    let facts = &*Facts::of_selection(ui, cx);
    head(ui, cx, facts);
    if let Some((id, booth)) = &facts.only {
        let value = booth.number.to_string();
        let entry = Field { id: key(*id, "number"), label: &cx.texts.field_number(), value: &value, hint: "" };
        if let Some(number) = field(ui, cx.theme, &entry).and_then(|typed| Number::new(&typed)) {
            out.push(Action::Edit(Edit::SetNumber(*id, number)));
        }
    }
    if let Some(id) = facts.whole_block {
        if cx.session.tool().kind() == crate::tools::ToolKind::Block {
            next_block(ui, cx, out);
        }
        super::block::card(ui, cx, id, out);
        status(ui, cx, facts, out);
    } else {
        who(ui, cx, facts, out);
        status(ui, cx, facts, out);
        figures(ui, cx, facts, out);
    }
    open_sides(ui, cx, facts, out);
    words(ui, cx, facts, out);
    if facts.whole_block.is_none() && facts.of_block {
        super::block::of_booth(ui, cx, out);
    }
}

/// What the tool in hand draws next, while the block just drawn is still selected.
fn next_block(ui: &mut Ui, cx: &Cx<'_>, out: &mut Out) {
    let settings = cx.session.tool_settings();
    let mut block = settings.block.clone();
    super::block::kinds(ui, cx, &mut block.kind);
    if block != settings.block {
        out.push(Action::SetToolSettings(crate::tools::ToolSettings { block, ..settings.clone() }));
    }
}

/// Where the drafts of a booth's fields are kept.
fn key(booth: BoothId, field: &str) -> Id {
    Id::unique("booth").with(booth).with(field)
}

fn head(ui: &mut Ui, cx: &Cx<'_>, facts: &Facts) {
    let name = match &facts.only {
        Some((_, booth)) => cx.texts.booth_name(args::BoothName { number: booth.number.as_str() }),
        None => {
            let count = cx.texts.inspector_booths(args::InspectorBooths { count: facts.booths.len() });
            cx.texts.inspector_title(args::InspectorTitle { what: &count, which: &facts.listed })
        }
    };
    let hall = facts.hall.and_then(|hall| cx.session.plan().get(hall));
    let parts = [hall.map(|hall| hall.name.clone()), Some(cx.texts.area(facts.area))];
    title(ui, cx, &name, &parts.into_iter().flatten().collect::<Vec<_>>().join(" · "));
}

/// The exhibitors of the booths, and the ways to put others there.
fn who(ui: &mut Ui, cx: &Cx<'_>, facts: &Facts, out: &mut Out) {
    let Some(first) = facts.booths.first() else { return };
    let participants = facts.participants.as_deref().unwrap_or_default();
    let with_role = |role: Role| participants.iter().filter(move |participant| participant.role == role);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        label(ui, cx.theme, &cx.texts.field_exhibitor());
        if facts.participants.is_none() {
            ui.label(cx.theme.muted(TextRole::Body, cx.texts.inspector_mixed()));
        }
        for participant in with_role(Role::Main) {
            person(ui, cx, facts, *participant, out);
        }
        let none = with_role(Role::Main).next().is_none();
        let words = if none { cx.texts.choose_exhibitor() } else { cx.texts.add_exhibitor_here() };
        if let Some(exhibitor) = exhibitor_choice::show(ui, cx, facts.key("main"), ICON_PERSON, &words) {
            place(facts, exhibitor, Role::Main, !none, out);
        }
    });
    if participants.is_empty() {
        return;
    }
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        label(ui, cx.theme, &cx.texts.field_co_exhibitors());
        for participant in with_role(Role::Co) {
            person(ui, cx, facts, *participant, out);
        }
        let words = cx.texts.add_co_exhibitor();
        if let Some(exhibitor) = exhibitor_choice::show(ui, cx, key(*first, "co"), ICON_PERSON_ADD, &words) {
            place(facts, exhibitor, Role::Co, true, out);
        }
    });
}

fn place(facts: &Facts, exhibitor: ExhibitorId, role: Role, booked: bool, out: &mut Out) {
    match facts.booths.as_slice() {
        [to] if !booked => out.push(Action::DropExhibitor { exhibitor, from: None, to: *to }),
        booths => {
            let on_booked = if booked { OnBooked::Share(role) } else { OnBooked::Refuse };
            out.push(Action::Edit(Edit::Place { exhibitor, booths: booths.to_vec(), on_booked }));
        }
    }
}

/// An exhibitor on the booths: it can be dragged to another booth, changed, or taken off.
fn person(ui: &mut Ui, cx: &Cx<'_>, facts: &Facts, participant: Participant, out: &mut Out) {
    let Some(booth) = facts.booths.first() else { return };
    let exhibitor = participant.exhibitor;
    let Some(name) = cx.session.plan().get(exhibitor).map(|exhibitor| exhibitor.name.clone()) else { return };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let width = ui.available_width() - 2.0 * 30.0;
        let (rect, response) = ui.allocate_exact_size(vec2(width, FIELD_HEIGHT), Sense::click_and_drag());
        name_widget(ui, &response, WidgetRole::Button, &name);
        let colours = &cx.theme.colours;
        let fill = if response.hovered() { colours.hovered } else { colours.surface };
        ui.painter().rect(rect, CORNER, fill, cx.theme.border(), StrokeKind::Inside);
        let at = pos2(rect.left() + 9.0, rect.center().y);
        paint_short(ui, at, width - 18.0, TextRole::Body, colours.ink, &name);
        drag(ui, cx, &response, Dragged { exhibitor, from: Some(*booth) }, &name);
        if response.clicked() {
            out.push(Action::ChooseExhibitor(Some(exhibitor)));
        }
        if icon_button(ui, cx.theme, ICON_EDIT, &cx.texts.command_edit_exhibitor(), &cx.texts.command_edit_exhibitor()).clicked()
        {
            out.push(Action::ChooseExhibitor(Some(exhibitor)));
            out.run(CommandId::EditExhibitor);
        }
        let words = cx.texts.command_remove_exhibitor();
        if icon_button(ui, cx.theme, ICON_CLOSE, &words, &words).clicked() {
            out.push(Action::Edit(Edit::Leave { booth: *booth, exhibitor }));
        }
    });
    logo(ui, cx, exhibitor, out);
    let other = if participant.role == Role::Main { Role::Co } else { Role::Main };
    let several = cx.session.plan().participants(*booth).len() > 1;
    if several {
        let words = if other == Role::Co { cx.texts.make_co_exhibitor() } else { cx.texts.make_main_exhibitor() };
        if ui.link(cx.theme.text(TextRole::Label, words).color(cx.theme.colours.accent)).clicked() {
            out.push(Action::Edit(Edit::SetRole { booth: *booth, exhibitor, role: other }));
        }
    }
}

/// Points that the logo of an exhibitor is high at most.
const LOGO_HEIGHT: f32 = 48.0;

/// The logo of an exhibitor, and the ways to change it.
fn logo(ui: &mut Ui, cx: &Cx<'_>, exhibitor: ExhibitorId, out: &mut Out) {
    let Some(record) = cx.session.plan().get(exhibitor) else { return };
    if let Some(logo) = &record.logo {
        let room = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), LOGO_HEIGHT));
        let (rect, response) = ui.allocate_exact_size(plate_size(logo, room), Sense::hover());
        name_widget(ui, &response, WidgetRole::Image, &cx.texts.logo_of(args::LogoOf { exhibitor: &record.name }));
        cx.logos.paint_in(ui.painter(), logo, rect);
    }
    ui.horizontal(|ui| {
        for (command, shown) in [(CommandId::ChooseLogo, true), (CommandId::RemoveLogo, record.logo.is_some())] {
            let words = cx.theme.text(TextRole::Label, (command.row().words)(cx.texts)).color(cx.theme.colours.accent);
            if shown && ui.link(words).clicked() {
                out.push(Action::ChooseExhibitor(Some(exhibitor)));
                out.run(command);
            }
        }
    });
}

fn status(ui: &mut Ui, cx: &Cx<'_>, facts: &Facts, out: &mut Out) {
    let now = facts.status;
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        label(ui, cx.theme, &cx.texts.field_status());
        let row = |statuses: &[Status]| -> Vec<_> { statuses.iter().map(|status| (*status, cx.texts.status(*status))).collect() };
        let stages = row(&[Status::Held, Status::Reserved, Status::Contracted, Status::Paid]);
        let others = row(&[Status::Available, Status::Blocked]);
        let chosen = status_buttons(ui, cx.theme, &stages, now);
        let chosen = chosen.or_else(|| status_buttons(ui, cx.theme, &others, now));
        match chosen.filter(|chosen| Some(*chosen) != now) {
            Some(Status::Available) => {
                out.run(if now == Some(Status::Blocked) { CommandId::Unblock } else { CommandId::SetAvailable })
            }
            Some(Status::Held) => out.run(CommandId::SetHeld),
            Some(Status::Reserved) => out.run(CommandId::SetReserved),
            Some(Status::Contracted) => out.run(CommandId::SetContracted),
            Some(Status::Paid) => out.run(CommandId::SetPaid),
            Some(Status::Blocked) => out.run(CommandId::SetBlocked),
            None => {}
        }
    });
    if now == Some(Status::Held) {
        held_until(ui, cx, facts, out);
    }
}

fn held_until(ui: &mut Ui, cx: &Cx<'_>, facts: &Facts, out: &mut Out) {
    let until = match facts.stage.flatten() {
        Some(Stage::Held { until }) => until,
        _ => None,
    };
    let value = until.map(|date| date.to_string()).unwrap_or_default();
    let entry = Field { id: facts.key("held"), label: &cx.texts.field_held_until(), value: &value, hint: &cx.texts.date_hint() };
    let Some(typed) = field(ui, cx.theme, &entry) else { return };
    let until = if typed.trim().is_empty() { Some(None) } else { typed.trim().parse().ok().map(Some) };
    match until {
        Some(until) => {
            out.push(Action::Edit(Edit::SetStage(all(facts), Stage::Held { until })));
        }
        None => complain(ui, cx.texts.wrong_date(args::WrongDate { field: &cx.texts.field_held_until() })),
    }
}

fn figures(ui: &mut Ui, cx: &Cx<'_>, facts: &Facts, out: &mut Out) {
    let texts = cx.texts;
    let several = facts.booths.len() > 1;
    let width_label = if several { texts.field_width_each() } else { texts.field_width() };
    let (width, depth) = (facts.width, facts.depth);
    let (mut new_width, mut new_depth) = (None, None);
    pair(
        ui,
        |ui| new_width = length(ui, cx, facts.key("width"), &width_label, width),
        |ui| new_depth = length(ui, cx, facts.key("depth"), &texts.field_depth(), depth),
    );
    if new_width.is_some() || new_depth.is_some() {
        let resized = |outline: &Outline| {
            let size = outline.size();
            let (width, depth) = (new_width.unwrap_or(size.width), new_depth.unwrap_or(size.depth));
            match outline {
                Outline::Rectangle { origin, angle, .. } => {
                    Outline::Rectangle { origin: *origin, size: crate::geometry::Size::new(width, depth), angle: *angle }
                }
                other => {
                    let from = other.bounds();
                    other.stretched(from, Bounds::between(from.min(), from.min() + Offset::new(width, depth)))
                }
            }
        };
        reshape(cx, facts, Gesture::Resize, resized, out);
    }

    let Some(bounds) = facts.bounds else { return };
    let corner = bounds.min();
    let (mut x, mut y) = (None, None);
    pair(
        ui,
        |ui| x = length(ui, cx, facts.key("x"), &texts.field_x(), Some(corner.x)),
        |ui| y = length(ui, cx, facts.key("y"), &texts.field_y(), Some(corner.y)),
    );
    if x.is_some() || y.is_some() {
        let by = Offset::new(x.unwrap_or(corner.x) - corner.x, y.unwrap_or(corner.y) - corner.y);
        reshape(cx, facts, Gesture::Move, |outline| outline.moved(by), out);
    }

    let (turned, area) = (facts.angle, facts.area_of_each);
    let mut new_angle = None;
    pair(
        ui,
        |ui| new_angle = angle(ui, cx, facts.key("angle"), &texts.field_rotation(), turned),
        |ui| fact(ui, cx, &texts.field_area(), &area.map_or_else(|| texts.inspector_mixed(), |area| texts.area(area))),
    );
    if let Some(new) = new_angle {
        reshape(cx, facts, Gesture::Rotate, |outline| outline.turned(outline.centre(), new - outline.angle()), out);
    }
}

/// All of the booths.
fn all(facts: &Facts) -> BTreeSet<BoothId> {
    facts.booths.iter().copied().collect()
}

fn reshape(cx: &Cx<'_>, facts: &Facts, gesture: Gesture, new: impl Fn(&Outline) -> Outline, out: &mut Out) {
    let booths = facts.booths.iter().filter_map(|id| Some((*id, new(&cx.session.plan().get(*id)?.outline)))).collect();
    out.push(Action::Edit(Edit::Reshape(gesture, Shapes { booths, ..Shapes::default() })));
}

/// The open sides: as they follow from what stands around, or fixed by hand.
fn open_sides(ui: &mut Ui, cx: &Cx<'_>, facts: &Facts, out: &mut Out) {
    let texts = cx.texts;
    let word = |sides| scene::open_sides_word(texts, sides);
    let derived = match facts.derived_sides {
        Some(sides) => texts.open_sides_derived(args::OpenSidesDerived { sides: &word(sides) }),
        None => texts.open_sides_derived(args::OpenSidesDerived { sides: &texts.inspector_mixed() }),
    };
    let fixed = |sides| texts.open_sides_fixed(args::OpenSidesFixed { sides: &word(sides) });
    let shown = match facts.fixed_sides {
        Some(None) => derived.clone(),
        Some(Some(sides)) => fixed(sides),
        None => texts.inspector_mixed(),
    };
    let options: Vec<String> = std::iter::once(derived).chain(OpenSides::ALL.map(fixed)).collect();
    if let Some(place) = choice(ui, cx.theme, facts.key("open sides"), &texts.field_open_sides(), &shown, &options) {
        let sides = place.checked_sub(1).and_then(|place| OpenSides::ALL.get(place)).copied();
        out.push(Action::Edit(Edit::SetOpenSides(all(facts), sides)));
    }
}

fn words(ui: &mut Ui, cx: &Cx<'_>, facts: &Facts, out: &mut Out) {
    let plan = cx.session.plan();
    let value = facts.category.flatten().and_then(|id| plan.get(id)).map(|category| category.name.clone()).unwrap_or_default();
    let hint = if facts.category.is_none() { cx.texts.inspector_mixed() } else { String::new() };
    let entry = Field { id: facts.key("category"), label: &cx.texts.field_category(), value: &value, hint: &hint };
    if let Some(typed) = field(ui, cx.theme, &entry) {
        let name = Some(typed.trim().to_owned()).filter(|name| !name.is_empty());
        out.push(Action::Edit(Edit::SetCategory(all(facts), name)));
    }
    if let Some((id, booth)) = &facts.only {
        let entry = Field { id: key(*id, "note"), label: &cx.texts.field_notes(), value: &booth.note, hint: "" };
        if let Some(note) = area_field(ui, cx.theme, &entry, 3) {
            out.push(Action::Edit(Edit::SetNote(*id, note)));
        }
    }
}
