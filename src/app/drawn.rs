//! The panel beside the plan in which booths are made of the drawing that lies under it: what each group of shapes becomes,
//! what has to be decided, and what would come of it.

use eframe::egui::{Align, CentralPanel, Color32, Frame, Label, Layout, Panel, Rect, Role, ScrollArea, Sense, Ui, pos2, vec2};

use super::inspector;
use super::theme::TextRole;
use super::view::{Cx, Out};
use super::widgets::{ButtonKind, button, choice, focus_ring, name, paint_short, panel_head};
use crate::import::{Choices, DrawnGroup, DrawnProblem, DrawnRole};
use crate::session::{Action, DrawnAction, DrawnBooths};
use crate::text::args;

/// The height of a row of the list of what has to be decided.
const ROW: f32 = 20.0;
/// The height of that list.
const LIST: f32 = 120.0;
/// Groups that are listed; those behind them hold few shapes.
const MOST_GROUPS: usize = 80;
/// The side of the square that shows a group's colour.
const SQUARE: f32 = 14.0;

/// Shows the panel.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, drawn: &DrawnBooths, out: &mut Out) {
    let mut choices = drawn.choices.clone();
    Panel::bottom("drawn buttons").frame(Frame::NONE).show_separator_line(false).show(ui, |ui| {
        ui.add_space(8.0);
        summary(ui, cx, drawn, out);
    });
    CentralPanel::no_frame().show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        head(ui, cx, drawn, out);
        ScrollArea::vertical().id_salt("drawn groups").auto_shrink([false, false]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 10.0;
            inspector::start(ui);
            groups(ui, cx, drawn, &mut choices);
            problems(ui, cx, drawn, &mut choices, out);
            ui.separator();
            ui.checkbox(&mut choices.exhibitors, cx.theme.text(TextRole::Body, cx.texts.drawn_exhibitors()));
            let count = drawn.proposal.joined_names;
            if count > 0 {
                let words = cx.texts.drawn_sharing(args::DrawnSharing { count });
                ui.checkbox(&mut choices.sharing, cx.theme.text(TextRole::Body, words));
            }
            ui.checkbox(&mut choices.layers, cx.theme.text(TextRole::Body, cx.texts.drawn_layers()));
            ui.add_space(8.0);
        });
    });
    if choices != drawn.choices {
        out.push(Action::Drawn(DrawnAction::Choose(Box::new(choices))));
    }
}

fn head(ui: &mut Ui, cx: &Cx<'_>, drawn: &DrawnBooths, out: &mut Out) {
    let texts = cx.texts;
    if panel_head(ui, cx.theme, &texts.drawn_title(), &texts.button_close()) {
        out.push(Action::Drawn(DrawnAction::Close));
    }
    let shapes = drawn.drawn.groups().iter().map(|group| group.shapes).sum();
    let holds = args::DrawnHolds { file: &drawn.map().name, shapes, texts: drawn.drawn.texts() };
    ui.add(Label::new(cx.theme.muted(TextRole::Line, texts.drawn_holds(holds))).wrap());
    if !drawn.map().calibrated {
        let words = cx.theme.text(TextRole::Line, texts.drawn_not_calibrated()).color(cx.theme.colours.bad);
        let label = ui.add(Label::new(words).wrap());
        ui.ctx().accesskit_node_builder(label.id, |node| node.set_role(Role::Alert));
    }
}

fn groups(ui: &mut Ui, cx: &Cx<'_>, drawn: &DrawnBooths, choices: &mut Choices) {
    let groups = drawn.drawn.groups();
    let words: Vec<String> = DrawnRole::ALL.iter().map(|role| cx.texts.drawn_role(*role)).collect();
    for (place, group) in groups.iter().enumerate().take(MOST_GROUPS) {
        if let Some(role) = choices.roles.get_mut(place) {
            one_group(ui, cx, place, group, role, &words);
        }
    }
    let more = groups.len().saturating_sub(MOST_GROUPS);
    if more > 0 {
        let words = cx.texts.drawn_more_groups(args::DrawnMoreGroups { count: more });
        ui.add(Label::new(cx.theme.muted(TextRole::Line, words)).wrap());
    }
}

/// The colour and the name of a group with what it holds, and what it becomes.
fn one_group(ui: &mut Ui, cx: &Cx<'_>, place: usize, group: &DrawnGroup, role: &mut DrawnRole, words: &[String]) {
    let title = cx.texts.drawn_group(group);
    let [r, g, b, _] = group.colour.0;
    let colour = cx.texts.drawn_colour(args::DrawnColour { colour: &format!("#{r:02X}{g:02X}{b:02X}") });
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        ui.horizontal(|ui| {
            let (square, response) = ui.allocate_exact_size(vec2(SQUARE, SQUARE), Sense::hover());
            let edge = eframe::egui::Stroke::new(1.0, cx.theme.colours.muted);
            ui.painter().rect(square, 2, Color32::from_rgb(r, g, b), edge, eframe::egui::StrokeKind::Inside);
            name(ui, &response, Role::Image, &colour);
            response.on_hover_text(&colour);
            ui.add(Label::new(cx.theme.text(TextRole::Name, &title)).truncate());
        });
        ui.add(Label::new(cx.theme.muted(TextRole::Line, cx.texts.drawn_contents(group))).wrap());
        let label = cx.texts.drawn_group_role();
        let shown = cx.texts.drawn_role(*role);
        ui.push_id(("drawn group", place), |ui| {
            let chosen = choice(ui, cx.theme, "drawn role", &label, &shown, words);
            *role = chosen.and_then(|place| DrawnRole::ALL.get(place)).copied().unwrap_or(*role);
        });
    });
}

/// What is wrong, how often, and what becomes of it; and the shapes themselves.
fn problems(ui: &mut Ui, cx: &Cx<'_>, drawn: &DrawnBooths, choices: &mut Choices, out: &mut Out) {
    let counts = DrawnProblem::ALL.map(|problem| (problem, drawn.proposal.count(problem)));
    if counts.iter().all(|(_, count)| *count == 0) && drawn.proposal.cut_names == 0 {
        return;
    }
    ui.separator();
    ui.label(cx.theme.text(TextRole::Name, cx.texts.drawn_problems()));
    for (problem, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
        let decisions = problem.decisions();
        let words: Vec<String> = decisions.iter().map(|decision| cx.texts.drawn_decision(*decision)).collect();
        let shown = cx.texts.drawn_decision(choices.decision(problem));
        let title = cx.texts.drawn_problem(problem, count);
        let chosen = choice(ui, cx.theme, ("drawn problem", problem), &title, &shown, &words);
        if let Some(decision) = chosen.and_then(|place| decisions.get(place)) {
            choices.decisions.insert(problem, *decision);
        }
    }
    let wrong: Vec<usize> =
        drawn.proposal.booths.iter().enumerate().filter(|(_, booth)| booth.problem.is_some()).map(|(place, _)| place).collect();
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical().id_salt("drawn problems").max_height(LIST).auto_shrink([false, true]).show_rows(
            ui,
            ROW,
            wrong.len(),
            |ui, range| {
                for place in wrong.get(range).unwrap_or_default() {
                    row(ui, cx, drawn, *place, out);
                }
            },
        );
    });
    if drawn.proposal.cut_names > 0 {
        let words = cx.texts.drawn_cut_names(args::DrawnCutNames { count: drawn.proposal.cut_names });
        ui.add(Label::new(cx.theme.muted(TextRole::Line, words)).wrap());
    }
}

/// A shape that something is wrong with: a click shows it.
fn row(ui: &mut Ui, cx: &Cx<'_>, drawn: &DrawnBooths, place: usize, out: &mut Out) {
    let Some(booth) = drawn.proposal.booths.get(place) else { return };
    let colours = &cx.theme.colours;
    let words = cx.texts.drawn_row(booth);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    name(ui, &response, Role::Button, &words);
    if response.hovered() {
        ui.painter().rect_filled(rect, 4, colours.hovered);
    }
    let colour = if booth.number.is_some() { colours.ink } else { colours.bad };
    let inside = Rect::from_min_max(rect.min + vec2(4.0, 0.0), rect.max);
    paint_short(ui, pos2(inside.left(), inside.center().y), inside.width(), TextRole::Line, colour, &words);
    focus_ring(ui, cx.theme, &response, rect);
    if response.clicked() {
        out.push(Action::Drawn(DrawnAction::Show(place)));
    }
}

/// What would come of it, and the button that does it.
fn summary(ui: &mut Ui, cx: &Cx<'_>, drawn: &DrawnBooths, out: &mut Out) {
    let report = drawn.report();
    let words = cx.texts.drawn_summary(&report);
    if !words.is_empty() {
        ui.add(Label::new(cx.theme.text(TextRole::Line, words)).wrap());
        ui.add_space(6.0);
    }
    let words = if report.booths == 0 && report.structures > 0 {
        cx.texts.drawn_confirm_things(args::DrawnConfirmThings { count: report.structures })
    } else {
        cx.texts.drawn_confirm(args::DrawnConfirm { count: report.booths })
    };
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let ready = report.booths + report.structures > 0 && !drawn.is_behind();
        if ui.add_enabled_ui(ready, |ui| button(ui, cx.theme, ButtonKind::Main, &words)).inner.clicked() {
            out.push(Action::Drawn(DrawnAction::Confirm));
        }
    });
}
