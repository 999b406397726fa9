//! A block that is selected as a whole, and the settings of the tool that draws blocks.

use eframe::egui::{Id, Ui};

use super::{angle, command, complain, heading, length, pair, title};
use crate::app::theme::TextRole;
use crate::app::view::{Cx, Out};
use crate::app::widgets::{Field, choice, field, pills, text_button};
use crate::geometry::{Angle, Length, Outline, Point, Size};
use crate::plan::{Block, BlockId, Pattern, Spacing};
use crate::session::{Action, CommandId};
use crate::text::args;
use crate::tools::{BlockKind, ToolKind, ToolSettings};

/// The figures of a block.
pub fn card(ui: &mut Ui, cx: &Cx<'_>, id: BlockId, out: &mut Out) {
    let plan = cx.session.plan();
    let Some(block) = plan.get(id) else { return };
    heading(ui, cx, &cx.texts.heading_block());
    let mut changed = block.as_ref().clone();
    let form = Form { cx, id: Id::unique("block").with(id) };
    pattern(ui, &form, &mut changed);
    form.layout(ui, &mut changed.booth, &mut changed.spacing, !matches!(changed.pattern, Pattern::Line { .. }));
    if changed != **block {
        out.push(Action::ChangeBlock(id, changed));
    }
    command(ui, cx, CommandId::BreakUpBlock, out);
}

/// The ways from a booth to its block.
pub fn of_booth(ui: &mut Ui, cx: &Cx<'_>, out: &mut Out) {
    heading(ui, cx, &cx.texts.heading_block());
    ui.horizontal_wrapped(|ui| {
        command(ui, cx, CommandId::SelectBlock, out);
        command(ui, cx, CommandId::BreakUpBlock, out);
    });
}

fn pattern(ui: &mut Ui, form: &Form<'_>, block: &mut Block) {
    let texts = form.cx.texts;
    let (booth, spacing) = (block.booth, block.spacing);
    match &mut block.pattern {
        Pattern::Grid { origin, angle, rows, columns } => {
            let (before, middle) = ((*rows, *columns), grid_middle(*origin, spacing.size(booth, *rows, *columns)));
            pair(
                ui,
                |ui| form.count(ui, "rows", &texts.field_rows(), rows, 1),
                |ui| form.count(ui, "columns", &texts.field_columns(), columns, 1),
            );
            form.angle(ui, "angle", &texts.field_rotation(), angle);
            if (*rows, *columns) != before {
                // The first booth stays where it is, however the block is turned.
                let size = spacing.size(booth, *rows, *columns);
                let kept = origin.turned(middle, *angle);
                let new = grid_middle(*origin, size);
                let moved = kept - origin.turned(new, *angle);
                *origin = *origin + moved;
            }
        }
        Pattern::Line { path, rows } => {
            form.count(ui, "rows", &texts.field_rows(), rows, 1);
            if text_button(ui, form.cx.theme, None, &texts.block_other_side()).clicked() {
                path.reverse();
            }
        }
        Pattern::Arc { radius, start, sweep, rows, .. } => {
            pair(
                ui,
                |ui| form.length(ui, "radius", &texts.field_radius(), radius, Outline::LEAST),
                |ui| form.count(ui, "rows", &texts.field_rows(), rows, 1),
            );
            pair(
                ui,
                |ui| form.angle(ui, "start", &texts.field_start_angle(), start),
                |ui| form.angle(ui, "sweep", &texts.field_sweep(), sweep),
            );
        }
        Pattern::Fill { angle, .. } => form.angle(ui, "angle", &texts.field_rotation(), angle),
    }
}

fn grid_middle(origin: Point, size: Size) -> Point {
    Outline::rectangle(origin, size).centre()
}

/// What the tool that draws blocks draws next.
pub fn tool(ui: &mut Ui, cx: &Cx<'_>, out: &mut Out) {
    title(ui, cx, &cx.texts.block_tool_title(), "");
    let settings = cx.session.tool_settings();
    let mut block = settings.block.clone();
    kinds(ui, cx, &mut block.kind);
    let form = Form { cx, id: Id::unique("block tool") };
    let texts = cx.texts;
    match block.kind {
        BlockKind::Line | BlockKind::Arc => form.count(ui, "rows", &texts.field_rows(), &mut block.rows, 1),
        BlockKind::Fill => form.angle(ui, "angle", &texts.field_rotation(), &mut block.angle),
        BlockKind::Row | BlockKind::DoubleRow | BlockKind::Grid => {}
    }
    if block.kind == BlockKind::Line && text_button(ui, cx.theme, None, &texts.block_other_side()).clicked() {
        block.other_side ^= true;
    }
    let mut spacing = Spacing { back_to_back: block.back_to_back, ..block.spacing() };
    let has_ways = !matches!(block.kind, BlockKind::Row | BlockKind::DoubleRow);
    form.layout(ui, &mut block.booth, &mut spacing, has_ways);
    (block.aisle, block.gap, block.back_to_back) = (spacing.aisle, spacing.gap, spacing.back_to_back);
    block.columns_between_aisles = spacing.columns_between_aisles;
    if block != settings.block {
        out.push(Action::SetToolSettings(ToolSettings { block, ..settings.clone() }));
    }
}

/// Whether the tool's settings are what matters now: it is in hand, and no whole block is selected that could be changed.
pub fn is_tool_in_hand(cx: &Cx<'_>) -> bool {
    let whole = crate::tools::block::whole_block(cx.session.plan(), cx.session.selection());
    cx.session.tool().kind() == ToolKind::Block && (whole.is_none() || !cx.session.tool().is_idle())
}

/// The kinds of blocks, three in a row.
pub fn kinds(ui: &mut Ui, cx: &Cx<'_>, kind: &mut BlockKind) {
    let texts = cx.texts;
    let words = |kind: BlockKind| match kind {
        BlockKind::Row => texts.block_kind_row(),
        BlockKind::DoubleRow => texts.block_kind_double_row(),
        BlockKind::Grid => texts.block_kind_grid(),
        BlockKind::Line => texts.block_kind_line(),
        BlockKind::Arc => texts.block_kind_arc(),
        BlockKind::Fill => texts.block_kind_fill(),
    };
    for row in BlockKind::ALL.chunks(3) {
        let options: Vec<_> = row.iter().map(|kind| (*kind, words(*kind))).collect();
        if let Some(chosen) = pills(ui, cx.theme, &options, *kind) {
            *kind = chosen;
        }
    }
}

struct Form<'a> {
    cx: &'a Cx<'a>,
    id: Id,
}

impl Form<'_> {
    fn length(&self, ui: &mut Ui, key: &str, label: &str, value: &mut Length, least: Length) {
        if let Some(new) = length(ui, self.cx, self.id.with(key), label, Some(*value)) {
            if new >= least {
                *value = new;
            } else {
                complain(ui, self.cx.texts.wrong_length(args::WrongLength { field: label }));
            }
        }
    }

    fn angle(&self, ui: &mut Ui, key: &str, label: &str, value: &mut Angle) {
        if let Some(new) = angle(ui, self.cx, self.id.with(key), label, Some(*value)) {
            *value = new;
        }
    }

    fn count(&self, ui: &mut Ui, key: &str, label: &str, value: &mut u32, least: u32) {
        let shown = value.to_string();
        let entry = Field { id: self.id.with(key), label, value: &shown, hint: "" };
        let Some(typed) = field(ui, self.cx.theme, &entry) else { return };
        match typed.trim().parse::<u32>().ok().filter(|count| (least..=Pattern::MOST_ROWS).contains(count)) {
            Some(count) => *value = count,
            None => complain(ui, self.cx.texts.wrong_count(args::WrongCount { field: label })),
        }
    }

    /// One booth and the floor between booths.
    fn layout(&self, ui: &mut Ui, booth: &mut Size, spacing: &mut Spacing, has_ways: bool) {
        let texts = self.cx.texts;
        pair(
            ui,
            |ui| self.length(ui, "width", &texts.field_width_each(), &mut booth.width, Outline::LEAST),
            |ui| self.length(ui, "depth", &texts.field_depth(), &mut booth.depth, Outline::LEAST),
        );
        pair(
            ui,
            |ui| self.length(ui, "aisle", &texts.field_aisle(), &mut spacing.aisle, Length::ZERO),
            |ui| self.length(ui, "gap", &texts.field_gap(), &mut spacing.gap, Length::ZERO),
        );
        let cross = texts.field_cross_aisles();
        self.count(ui, "cross", &cross, &mut spacing.columns_between_aisles, 0);
        ui.label(self.cx.theme.muted(TextRole::Label, texts.block_cross_hint()));
        if has_ways {
            let ways = [texts.block_rows_single(), texts.block_rows_back_to_back()];
            let [single, pairs] = &ways;
            let shown = if spacing.back_to_back { pairs } else { single };
            let chosen = choice(ui, self.cx.theme, self.id.with("ways"), &texts.field_back_to_back(), shown, &ways);
            spacing.back_to_back = chosen.map_or(spacing.back_to_back, |place| place == 1);
        }
    }
}
