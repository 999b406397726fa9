//! Blocks in the session: their forms, the tool that draws them, selecting and breaking them up.

use super::form_take::Wrong;
use super::{CommandId, FieldKey as Key, FieldKind as Kind, Form, FormKind, Session, Tone};
use crate::edit::Edit;
use crate::geometry::{Angle, Length, Outline, Point};
use crate::plan::{Block, BlockId, BoothId, Pattern, StructureShape};
use crate::text::args;
use crate::tools::block::{blocks_of, booths_of, changed_block, free_spots, from_figures, new_block};
use crate::tools::{BlockKind, BlockSettings, ToolKind};

/// Numbers that a notice lists.
const LISTED: usize = 12;

/// The kind of block that a command draws.
pub(super) const fn drawn_by(id: CommandId) -> Option<BlockKind> {
    Some(match id {
        CommandId::DrawRow => BlockKind::Row,
        CommandId::DrawDoubleRow => BlockKind::DoubleRow,
        CommandId::DrawGrid => BlockKind::Grid,
        CommandId::DrawAlongLine => BlockKind::Line,
        CommandId::DrawOnArc => BlockKind::Arc,
        CommandId::DrawFill => BlockKind::Fill,
        _ => return None,
    })
}

/// The kind of block that a command inserts with figures.
pub(super) const fn inserted_by(id: CommandId) -> Option<BlockKind> {
    Some(match id {
        CommandId::InsertRow => BlockKind::Row,
        CommandId::InsertDoubleRow => BlockKind::DoubleRow,
        CommandId::InsertBlock => BlockKind::Grid,
        CommandId::InsertAlongLine => BlockKind::Line,
        CommandId::InsertOnArc => BlockKind::Arc,
        CommandId::InsertFill => BlockKind::Fill,
        _ => return None,
    })
}

impl Session {
    /// Whether blocks of this kind are being drawn.
    pub(super) fn is_drawing(&self, kind: BlockKind) -> bool {
        self.tool.kind() == ToolKind::Block && self.tool_settings.block.kind == kind
    }

    /// Takes the tool in hand that draws blocks of this kind.
    pub(super) fn draw_blocks(&mut self, kind: BlockKind) {
        self.tool_settings.block.kind = kind;
        self.set_tool(ToolKind::Block);
    }

    /// The blocks to which something belongs that is selected.
    pub(super) fn selected_blocks(&self) -> std::collections::BTreeSet<BlockId> {
        blocks_of(self.plan(), &self.selection)
    }

    pub(super) fn select_block(&mut self) {
        self.selection = booths_of(self.plan(), &self.selected_blocks());
    }

    pub(super) fn break_up_block(&mut self) {
        self.edit(&Edit::BreakUp(self.selected_blocks()));
    }

    /// Makes of a block this one, and the next one like it.
    pub(super) fn change_block(&mut self, id: BlockId, block: &Block) {
        self.tool_settings.block = self.tool_settings.block.like(block);
        if let Some(edit) = changed_block(self.plan(), &self.index, id, block, (0, 0)) {
            self.edit(&edit);
        }
    }

    /// Says which booths a block left where they are.
    pub(super) fn tell_kept(&mut self, kept: &[BoothId]) {
        let mut numbers: Vec<_> =
            kept.iter().filter_map(|booth| self.plan().get(*booth)).map(|booth| booth.number.clone()).collect();
        numbers.sort_by_cached_key(crate::plan::Number::key);
        if numbers.is_empty() {
            return;
        }
        let mut list = numbers.iter().take(LISTED).map(ToString::to_string).collect::<Vec<_>>().join(", ");
        if numbers.len() > LISTED {
            list.push_str(", …");
        }
        let words = self.texts.block_kept_booths(args::BlockKeptBooths { count: numbers.len(), list: &list });
        self.tell(Tone::Good, words);
    }

    /// The form that makes a block of this kind.
    pub(super) fn block_form(&self, kind: BlockKind) -> Form {
        let settings = &self.tool_settings.block;
        let corner = self.free_corner();
        let form = Form::new(FormKind::InsertBlock(kind));
        let figure = |length| self.figure(length);
        let rows = settings.rows.to_string();
        let form = match kind {
            BlockKind::Fill => form,
            _ => form.with(Key::X, Kind::Length, figure(corner.x)).with(Key::Y, Kind::Length, figure(corner.y)),
        };
        let form = match kind {
            BlockKind::Row | BlockKind::DoubleRow => form.with(Key::Columns, Kind::Count, "5"),
            BlockKind::Grid => form.with(Key::Rows, Kind::Count, "2").with(Key::Columns, Kind::Count, "5"),
            BlockKind::Line => {
                let end = corner.x + settings.booth.width * 5;
                let form = form.with(Key::EndX, Kind::Length, figure(end)).with(Key::EndY, Kind::Length, figure(corner.y));
                form.with(Key::Rows, Kind::Count, rows)
            }
            BlockKind::Arc => form
                .with(Key::Radius, Kind::Length, figure(Length::METRE * 10))
                .with(Key::Rows, Kind::Count, rows)
                .with(Key::StartAngle, Kind::Angle, "180")
                .with(Key::Sweep, Kind::Angle, "180"),
            BlockKind::Fill => form,
        };
        let form = form
            .with(Key::Width, Kind::Length, figure(settings.booth.width))
            .with(Key::Depth, Kind::Length, figure(settings.booth.depth))
            .with(Key::Aisle, Kind::Length, figure(settings.aisle))
            .with(Key::Gap, Kind::Length, figure(settings.gap))
            .with(Key::CrossAisles, Kind::Count, settings.columns_between_aisles.to_string());
        let form = match kind {
            BlockKind::Line | BlockKind::Arc => form,
            _ => form.with(Key::Rotation, Kind::Angle, "0"),
        };
        let form = if matches!(kind, BlockKind::Row | BlockKind::DoubleRow) {
            form
        } else {
            let ways = vec![self.texts.block_rows_single(), self.texts.block_rows_back_to_back()];
            form.with(Key::BackToBack, Kind::Choice(ways), usize::from(settings.back_to_back).to_string())
        };
        form.with(Key::FirstNumber, Kind::Words, "")
    }

    /// The edit that a form for a block means.
    pub(super) fn block_of(&self, form: &Form, kind: BlockKind) -> Result<Edit, Wrong> {
        let hall = self.hall.ok_or_else(|| (None, self.texts.needs_hall()))?;
        let settings = self.block_settings(form, kind)?;
        let block = from_figures(hall, &settings, self.pattern_of(form, kind, &settings)?);
        if let Pattern::Grid { rows, columns, .. } = block.pattern
            && u64::from(rows) * u64::from(columns) > Block::MOST_BOOTHS as u64
        {
            return Err((Some(Key::Columns), self.texts.block_too_large(args::BlockTooLarge { most: Block::MOST_BOOTHS })));
        }
        let spots = free_spots(self.plan(), &self.index, &block);
        new_block(block, &spots, self.number(form, Key::FirstNumber)?).ok_or_else(|| (None, self.texts.block_no_room()))
    }

    fn block_settings(&self, form: &Form, kind: BlockKind) -> Result<BlockSettings, Wrong> {
        let cross = form.value(Key::CrossAisles).parse().ok().filter(|count| *count <= Pattern::MOST_ROWS);
        Ok(BlockSettings {
            kind,
            booth: self.size(form)?,
            aisle: self.length(form, Key::Aisle, Length::ZERO)?,
            gap: self.length(form, Key::Gap, Length::ZERO)?,
            back_to_back: form.value(Key::BackToBack) != "0",
            columns_between_aisles: cross.ok_or_else(|| self.wrong(Key::CrossAisles))?,
            ..self.tool_settings.block.clone()
        })
    }

    fn pattern_of(&self, form: &Form, kind: BlockKind, settings: &BlockSettings) -> Result<Pattern, Wrong> {
        let corner = || self.point(form, Key::X, Key::Y);
        let rows = || self.rows(form, Key::Rows);
        Ok(match kind {
            BlockKind::Row | BlockKind::DoubleRow | BlockKind::Grid => {
                let rows = match kind {
                    BlockKind::Row => 1,
                    BlockKind::DoubleRow => 2,
                    _ => rows()?,
                };
                let columns = self.rows(form, Key::Columns)?;
                Pattern::Grid { origin: corner()?, angle: self.angle(form, Key::Rotation)?, rows, columns }
            }
            BlockKind::Line => {
                let (from, to) = (corner()?, self.point(form, Key::EndX, Key::EndY)?);
                let path = if settings.other_side { vec![to, from] } else { vec![from, to] };
                Pattern::Line { path, rows: rows()? }
            }
            BlockKind::Arc => Pattern::Arc {
                centre: corner()?,
                radius: self.length(form, Key::Radius, Outline::LEAST)?,
                start: self.angle(form, Key::StartAngle)?,
                sweep: self.angle(form, Key::Sweep)?,
                rows: rows()?,
            },
            BlockKind::Fill => {
                let floor = self.floor_to_fill();
                Pattern::Fill { angle: self.angle(form, Key::Rotation)? + floor.angle(), floor }
            }
        })
    }

    /// The zone that is selected, else the hall's floor.
    fn floor_to_fill(&self) -> Outline {
        let zone = self.selection.structures.iter().find_map(|id| match &self.plan().get(*id)?.shape {
            StructureShape::Zone { outline, .. } => Some(outline.clone()),
            _ => None,
        });
        let hall = || self.hall.and_then(|hall| self.plan().get(hall)).map(|hall| hall.outline.clone());
        let nothing = Outline::rectangle(Point::ORIGIN, crate::geometry::Size::default());
        zone.or_else(hall).unwrap_or(nothing)
    }

    fn rows(&self, form: &Form, key: Key) -> Result<u32, Wrong> {
        let count = form.value(key).parse::<u32>().ok().filter(|count| (1..=Pattern::MOST_ROWS).contains(count));
        count.ok_or_else(|| self.wrong(key))
    }

    /// The next block starts with the figures of a form.
    pub(super) fn remember_block(&mut self, form: &Form, kind: BlockKind) {
        if let Ok(settings) = self.block_settings(form, kind) {
            let rows = self.rows(form, Key::Rows).unwrap_or(settings.rows);
            let drawn = self.tool_settings.block.kind;
            let rows = if matches!(kind, BlockKind::Line | BlockKind::Arc) { rows } else { settings.rows };
            self.tool_settings.block = BlockSettings { kind: drawn, rows, angle: Angle::ZERO, ..settings };
        }
    }
}
