//! The row at the bottom: how full the show is, what goes on, what the tool in hand wants, where the pointer is.

use eframe::egui::{self, Align, Label, Layout, Spinner, Ui, UiBuilder, vec2};

use super::hints;
use super::theme::TextRole;
use super::view::{Cx, Out};
use super::widgets::{bar, text_button};
use crate::geometry::{Camera, Point};
use crate::session::Action;
use crate::text::args;

/// The height of the row.
pub const HEIGHT: f32 = 28.0;

/// Shows the row; `pointer` is the point of the hall under the pointer.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, pointer: Option<Point>, out: &mut Out) {
    let row = ui.max_rect().shrink2(vec2(16.0, 0.0));
    let right = ui
        .scope_builder(UiBuilder::new().max_rect(row).layout(Layout::right_to_left(Align::Center)), |ui| {
            place(ui, cx, pointer);
            ui.min_rect().left()
        })
        .inner;
    let left = row.with_max_x(right - 16.0);
    ui.scope_builder(UiBuilder::new().max_rect(left).layout(Layout::left_to_right(Align::Center)), |ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        occupancy(ui, cx);
        work(ui, cx, out);
        let hint = hints::words(cx.texts, cx.session.preview().hint);
        ui.add(Label::new(cx.theme.muted(TextRole::Line, hint)).truncate().selectable(false));
    });
}

fn occupancy(ui: &mut Ui, cx: &Cx<'_>) {
    let occupancy = cx.session.occupancy();
    let (filled, sellable) = (occupancy.filled, occupancy.sellable);
    let percent = cx.texts.percent(filled, sellable);
    let line = cx.texts.occupancy_line_percent(args::OccupancyLinePercent { filled, sellable, percent: &percent });
    #[expect(clippy::cast_precision_loss, reason = "a part of a bar")]
    let part = if sellable == 0 { 0.0 } else { filled as f32 / sellable as f32 };
    bar(ui, cx.theme, 160.0, part, &line);
    ui.add(Label::new(cx.theme.text(TextRole::Name, line)).selectable(false));
    let [filled, sellable] = [occupancy.filled_area, occupancy.sellable_area].map(|area| cx.texts.area_rounded(area));
    let area = cx.texts.occupancy_area(args::OccupancyArea { filled: &filled, sellable: &sellable });
    ui.add(Label::new(cx.theme.muted(TextRole::Line, area)).selectable(false));
}

/// Work that goes on, each with a way to give it up.
fn work(ui: &mut Ui, cx: &Cx<'_>, out: &mut Out) {
    for running in cx.session.running() {
        ui.add(Spinner::new().size(14.0).color(cx.theme.colours.accent));
        ui.add(Label::new(cx.theme.text(TextRole::Line, &running.words)).selectable(false));
        if text_button(ui, cx.theme, None, &cx.texts.button_cancel()).clicked() {
            out.push(Action::CancelWork(running.id));
        }
    }
}

fn place(ui: &mut Ui, cx: &Cx<'_>, pointer: Option<Point>) {
    let settings = cx.session.tool_settings();
    let zoom = (cx.session.camera().scale / Camera::FULL_SIZE * 100.0).round().max(1.0) as i64;
    let zoom = format!("{}\u{202f}%", cx.texts.integer(zoom));
    let snap = if settings.snap {
        cx.texts.snap_state(args::SnapState { step: &cx.texts.length(settings.grid) })
    } else {
        cx.texts.snap_off()
    };
    let mut parts = Vec::new();
    if let Some(point) = pointer {
        let (x, y) = (cx.texts.length(point.x), cx.texts.length(point.y));
        parts.push(format!("x {x}   y {y}"));
    }
    parts.extend([snap, zoom]);
    let text = cx.theme.muted(TextRole::Line, parts.join("   ·   "));
    ui.add(Label::new(text).selectable(false).wrap_mode(egui::TextWrapMode::Extend));
}
