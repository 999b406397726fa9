//! The panel beside the plan in which booths are numbered: how, and what comes of it, old number and new.

use eframe::egui::{Align, CentralPanel, Frame, Id, Label, Layout, Panel, ScrollArea, Ui, vec2};
use egui_material_icons::icons::{ICON_GESTURE, ICON_NORTH_EAST, ICON_NORTH_WEST, ICON_SOUTH_EAST, ICON_SOUTH_WEST};

use super::inspector;
use super::theme::TextRole;
use super::view::{Cx, Out};
use super::widgets::{ButtonKind, Field, button, choice, draft_field, icon_pills, label, panel_head, pills, text_button};
use crate::edit::numbering::{Along, ByAisle, Clash, Corner, Direction, Pairs, Sides};
use crate::session::{Action, CommandId, NewNumber, Numbering, NumberingAction, NumberingFields, Preset};
use crate::text::{Texts, args};
use crate::tools::ToolKind;

/// The height of a row of the table.
const ROW: f32 = 20.0;
/// Clashes that are named.
const NAMED: usize = 5;

/// Shows the panel.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, numbering: &Numbering, out: &mut Out) {
    let mut fields = numbering.fields.clone();
    Panel::bottom("numbering buttons").frame(Frame::NONE).show_separator_line(false).show(ui, |ui| {
        ui.add_space(8.0);
        buttons(ui, cx, numbering, out);
    });
    CentralPanel::no_frame().show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        head(ui, cx, numbering, out);
        let room = ui.available_height() - 150.0;
        ScrollArea::vertical().id_salt("numbering fields").max_height(room.max(140.0)).auto_shrink([false, true]).show(
            ui,
            |ui| {
                ui.spacing_mut().item_spacing.y = 8.0;
                preset(ui, cx, &mut fields);
                figures(ui, cx, &mut fields);
                path(ui, cx, numbering, &mut fields, out);
                if numbering.path.len() < 2 {
                    order(ui, cx, &mut fields);
                }
                aisles(ui, cx, numbering, &mut fields);
                let skip = cx.theme.text(TextRole::Body, cx.texts.numbering_skip_taken());
                ui.checkbox(&mut fields.scheme.skip_taken, skip);
            },
        );
        ui.separator();
        table(ui, cx, numbering);
    });
    if fields != numbering.fields {
        out.push(Action::Numbering(NumberingAction::Change(Box::new(fields))));
    }
}

fn head(ui: &mut Ui, cx: &Cx<'_>, numbering: &Numbering, out: &mut Out) {
    let texts = cx.texts;
    if panel_head(ui, cx.theme, &texts.numbering_title(), &texts.button_close()) {
        out.push(Action::Numbering(NumberingAction::Close));
    }
    let count = numbering.numbers.len();
    let hall = cx.session.hall().and_then(|hall| cx.session.plan().get(hall)).map(|hall| hall.name.clone()).unwrap_or_default();
    let scope = if cx.session.selection().booths.is_empty() {
        texts.numbering_of_hall(args::NumberingOfHall { count, hall: &hall })
    } else {
        texts.numbering_of_selection(args::NumberingOfSelection { count })
    };
    ui.label(cx.theme.muted(TextRole::Line, scope));
}

fn preset(ui: &mut Ui, cx: &Cx<'_>, fields: &mut NumberingFields) {
    let texts = cx.texts;
    let words = Preset::ALL.map(|preset| preset_words(texts, preset));
    let shown = Preset::of(&fields.scheme).map_or_else(|| texts.numbering_own(), |preset| preset_words(texts, preset));
    let chosen = choice(ui, cx.theme, "numbering preset", &texts.numbering_preset(), &shown, &words);
    if let Some(preset) = chosen.and_then(|place| Preset::ALL.get(place)) {
        *fields = fields.preset(*preset);
    }
}

fn preset_words(texts: &Texts, preset: Preset) -> String {
    match preset {
        Preset::Rows => texts.numbering_preset_rows(),
        Preset::Snake => texts.numbering_preset_snake(),
        Preset::OddEven => texts.numbering_preset_odd_even(),
        Preset::Hundreds => texts.numbering_preset_hundreds(),
        Preset::Letters => texts.numbering_preset_letters(),
    }
}

fn figures(ui: &mut Ui, cx: &Cx<'_>, fields: &mut NumberingFields) {
    let texts = cx.texts;
    let entry = |ui: &mut Ui, name: &str, words: &str, text: &mut String, wrong: bool| {
        let field = Field { id: Id::unique("numbering").with(name), label: words, value: "", hint: "" };
        draft_field(ui, cx.theme, &field, text, wrong);
    };
    let scheme = &mut fields.scheme;
    inspector::start(ui);
    ui.columns_const(|[left, right]| {
        entry(left, "prefix", &texts.numbering_prefix(), &mut scheme.prefix, false);
        entry(right, "suffix", &texts.numbering_suffix(), &mut scheme.suffix, false);
    });
    let [start_reads, step_reads, digits_read] = fields.readable();
    let is_two_apart = fields.scheme.sides == Sides::OddEven;
    let [start, step, digits] = &mut fields.figures;
    ui.columns_const(|[left, middle, right]| {
        entry(left, "start", &texts.numbering_start(), start, !start_reads);
        middle.add_enabled_ui(!is_two_apart, |ui| entry(ui, "step", &texts.numbering_step(), step, !step_reads));
        entry(right, "digits", &texts.numbering_digits(), digits, !digits_read);
    });
}

fn path(ui: &mut Ui, cx: &Cx<'_>, numbering: &Numbering, fields: &mut NumberingFields, out: &mut Out) {
    let texts = cx.texts;
    let is_drawing = cx.session.tool().kind() == ToolKind::Path;
    ui.horizontal(|ui| {
        let words = if numbering.path.len() > 1 { texts.numbering_path_again() } else { texts.numbering_path() };
        let draw = ui.add_enabled_ui(!is_drawing, |ui| text_button(ui, cx.theme, Some(ICON_GESTURE), &words)).inner;
        if draw.clicked() {
            out.run(CommandId::NumberAlongPath);
        }
        if numbering.path.len() > 1 && text_button(ui, cx.theme, None, &texts.numbering_forget_path()).clicked() {
            out.push(Action::Numbering(NumberingAction::ForgetPath));
        }
    });
    if numbering.path.len() > 1 {
        let only = cx.theme.text(TextRole::Body, texts.numbering_only_along_path());
        ui.checkbox(&mut fields.only_along_path, only);
    }
}

/// Where counting begins and which way it goes.
fn order(ui: &mut Ui, cx: &Cx<'_>, fields: &mut NumberingFields) {
    let (texts, scheme) = (cx.texts, &mut fields.scheme);
    ui.horizontal(|ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            label(ui, cx.theme, &texts.numbering_corner());
            let corners = Corner::ALL.map(|corner| match corner {
                Corner::LeftTop => (corner, ICON_NORTH_WEST, texts.numbering_left_top()),
                Corner::RightTop => (corner, ICON_NORTH_EAST, texts.numbering_right_top()),
                Corner::LeftBottom => (corner, ICON_SOUTH_WEST, texts.numbering_left_bottom()),
                Corner::RightBottom => (corner, ICON_SOUTH_EAST, texts.numbering_right_bottom()),
            });
            scheme.corner = icon_pills(ui, cx.theme, &corners, scheme.corner).unwrap_or(scheme.corner);
        });
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            label(ui, cx.theme, &texts.numbering_along());
            let ways = [(Along::Rows, texts.numbering_rows()), (Along::Columns, texts.numbering_columns())];
            scheme.along = pills(ui, cx.theme, &ways, scheme.along).unwrap_or(scheme.along);
        });
    });
    let mut snake = scheme.direction == Direction::Serpentine;
    let words = cx.theme.text(TextRole::Body, texts.numbering_snake());
    if ui.checkbox(&mut snake, words).changed() {
        scheme.direction = if snake { Direction::Serpentine } else { Direction::Forwards };
    }
}

fn aisles(ui: &mut Ui, cx: &Cx<'_>, numbering: &Numbering, fields: &mut NumberingFields) {
    let (texts, scheme) = (cx.texts, &mut fields.scheme);
    let along_path = numbering.path.len() > 1;
    let title = if along_path { texts.numbering_sides_of_path() } else { texts.numbering_sides() };
    let sides = [(Sides::Plain, texts.numbering_sides_plain()), (Sides::OddEven, texts.numbering_sides_odd_even())];
    if !along_path {
        let pairs = [(Pairs::Facing, texts.numbering_facing()), (Pairs::BackToBack, texts.numbering_back_to_back())];
        one_of(ui, cx, "numbering pairs", &texts.numbering_pairs(), &pairs, &mut scheme.pairs);
    }
    one_of(ui, cx, "numbering sides", &title, &sides, &mut scheme.sides);
    if !along_path {
        let by_aisle = [
            (ByAisle::Through, texts.numbering_through()),
            (ByAisle::Hundreds, texts.numbering_hundreds()),
            (ByAisle::Letters, texts.numbering_letters()),
        ];
        one_of(ui, cx, "numbering by aisle", &texts.numbering_by_aisle(), &by_aisle, &mut scheme.by_aisle);
    }
}

fn one_of<T: Copy + PartialEq>(ui: &mut Ui, cx: &Cx<'_>, id: &str, title: &str, options: &[(T, String)], value: &mut T) {
    let words: Vec<String> = options.iter().map(|(_, words)| words.clone()).collect();
    let shown = options.iter().find(|(option, _)| option == value).map(|(_, words)| words.as_str()).unwrap_or_default();
    let chosen = choice(ui, cx.theme, id, title, shown, &words);
    if let Some((option, _)) = chosen.and_then(|place| options.get(place)) {
        *value = *option;
    }
}

/// Old and new numbers, in the order of counting.
fn table(ui: &mut Ui, cx: &Cx<'_>, numbering: &Numbering) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let height = ui.available_height();
    let count = numbering.numbers.len();
    ScrollArea::vertical().id_salt("numbering table").max_height(height).auto_shrink([false, false]).show_rows(
        ui,
        ROW,
        count,
        |ui, range| {
            for number in numbering.numbers.get(range).unwrap_or_default() {
                row(ui, cx, number);
            }
        },
    );
}

fn row(ui: &mut Ui, cx: &Cx<'_>, number: &NewNumber) {
    let colours = &cx.theme.colours;
    let is_new = number.old != number.new;
    let spoken = cx.texts.numbering_row(args::NumberingRow { old: number.old.as_str(), new: number.new.as_str() });
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), eframe::egui::Sense::hover());
    super::widgets::name(ui, &response, eframe::egui::Role::Label, &spoken);
    let middle = rect.center().y;
    let short = |x: f32, width: f32, role, colour, text: &str| {
        super::widgets::paint_short(ui, eframe::egui::pos2(rect.left() + x, middle), width, role, colour, text);
    };
    short(0.0, 54.0, TextRole::Line, colours.muted, number.old.as_str());
    short(58.0, 16.0, TextRole::Line, colours.muted, if is_new { "→" } else { "=" });
    let colour = match (number.is_taken, is_new) {
        (true, _) => colours.bad,
        (false, true) => colours.accent,
        (false, false) => colours.muted,
    };
    short(80.0, 62.0, TextRole::Name, colour, number.new.as_str());
    let plan = cx.session.plan();
    let name = plan.participants(number.booth).first().and_then(|first| plan.get(first.exhibitor));
    if let Some(exhibitor) = name {
        short(148.0, rect.width() - 148.0, TextRole::Label, colours.muted, &exhibitor.name);
    }
}

fn buttons(ui: &mut Ui, cx: &Cx<'_>, numbering: &Numbering, out: &mut Out) {
    let texts = cx.texts;
    let problem = if numbering.is_too_long {
        Some(texts.numbering_too_long())
    } else {
        (!numbering.clashes.is_empty()).then(|| clash_words(cx, &numbering.clashes))
    };
    if let Some(problem) = problem {
        let label = ui.add(Label::new(cx.theme.text(TextRole::Line, problem).color(cx.theme.colours.bad)).wrap());
        ui.ctx().accesskit_node_builder(label.id, |node| node.set_role(eframe::egui::Role::Alert));
        ui.add_space(6.0);
    }
    let count = numbering.changes().count();
    let words = texts.numbering_confirm(args::NumberingConfirm { count });
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let ready = numbering.is_possible();
        if ui.add_enabled_ui(ready, |ui| button(ui, cx.theme, ButtonKind::Main, &words)).inner.clicked() {
            out.push(Action::Numbering(NumberingAction::Confirm));
        }
    });
}

/// Which numbers stand in the way, and who has them.
fn clash_words(cx: &Cx<'_>, clashes: &[Clash]) -> String {
    let plan = cx.session.plan();
    let named = clashes.iter().take(NAMED).map(|clash| {
        let elsewhere = plan.get(clash.by).map(|booth| booth.hall).filter(|hall| Some(*hall) != cx.session.hall());
        let hall = elsewhere.and_then(|hall| plan.get(hall));
        hall.map_or_else(|| clash.number.to_string(), |hall| format!("{} ({})", clash.number, hall.name))
    });
    let mut list = named.collect::<Vec<_>>().join(", ");
    if clashes.len() > NAMED {
        list.push_str(", …");
    }
    cx.texts.numbering_clash(args::NumberingClash { count: clashes.len(), list: &list })
}
