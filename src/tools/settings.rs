//! What the user sets for the tools.

use crate::edit::KeepNumber;
use crate::geometry::{Angle, Length, Size, Units};
use crate::plan::{DoorKind, Number, Spacing, UtilityKind};

/// What the user sets for the tools.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToolSettings {
    /// In which lengths are typed.
    pub units: Units,
    /// The step of the grid.
    pub grid: Length,
    /// Whether things snap to neighbours and to the grid.
    pub snap: bool,
    /// The booth that a click puts.
    pub booth: Size,
    /// Blocks.
    pub block: BlockSettings,
    /// Across a wall.
    pub wall_thickness: Length,
    /// The column that a click puts.
    pub column: Size,
    /// Along the wall.
    pub door_width: Length,
    /// Who goes through the doors that are put.
    pub door_kind: DoorKind,
    /// What the supply points that are put give.
    pub utility: UtilityKind,
    /// What new zones are called, before their number.
    pub zone_name: String,
    /// The height of words on the floor.
    pub text_height: Length,
    /// Into how many parts booths are split.
    pub split_parts: usize,
    /// Which number a merged booth keeps.
    pub keep_number: KeepNumber,
    /// Whether a map that is aligned keeps its scale.
    pub keep_map_scale: bool,
}

/// What kind of block is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockKind {
    /// One row.
    Row,
    /// Two rows back to back.
    DoubleRow,
    /// Rows and columns, with aisles between them.
    #[default]
    Grid,
    /// Rows along a line with any number of bends.
    Line,
    /// Rows on an arc.
    Arc,
    /// As many rows as a floor holds.
    Fill,
}

impl BlockKind {
    /// All of them, in the order in which they can be chosen.
    pub const ALL: [Self; 6] = [Self::Row, Self::DoubleRow, Self::Grid, Self::Line, Self::Arc, Self::Fill];
}

/// How a block of booths is laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockSettings {
    /// What is drawn.
    pub kind: BlockKind,
    /// One booth.
    pub booth: Size,
    /// Between the rows of booths, where visitors walk.
    pub aisle: Length,
    /// Rows in pairs, back to back; else an aisle follows every row.
    pub back_to_back: bool,
    /// Between booths side by side; nothing as a rule.
    pub gap: Length,
    /// A cross aisle, as wide as the others, after so many columns; never where 0.
    pub columns_between_aisles: u32,
    /// Rows along a line or on an arc.
    pub rows: u32,
    /// Booths stand on the left of the way along a line, not on its right.
    pub other_side: bool,
    /// The direction of the rows that fill a floor, from its own.
    pub angle: Angle,
    /// The number of the first booth; else the next free one after the hall's latest.
    pub first_number: Option<Number>,
}

impl Default for ToolSettings {
    fn default() -> Self {
        Self {
            units: Units::Metres,
            grid: Length::from_mm(500),
            snap: true,
            booth: Size::from_mm(3_000, 3_000),
            block: BlockSettings::default(),
            wall_thickness: Length::from_mm(200),
            column: Size::from_mm(500, 500),
            door_width: Length::from_mm(2_400),
            door_kind: DoorKind::Exit,
            utility: UtilityKind::Power,
            zone_name: "Zone".to_owned(),
            text_height: Length::METRE,
            split_parts: 2,
            keep_number: KeepNumber::Lowest,
            keep_map_scale: false,
        }
    }
}

impl ToolSettings {
    /// Goes over to other units: sizes that are still the usual ones become those that are usual there, so that the first
    /// booth drawn in feet is one of 10 x 10 ft.
    pub fn change_units(&mut self, before: Units, after: Units) {
        let usual = |units| match units {
            Units::Metres => (Size::from_mm(3_000, 3_000), Length::from_mm(3_000), Length::from_mm(500)),
            Units::Feet => (Size::new(Length::FOOT * 10, Length::FOOT * 10), Length::FOOT * 10, Length::FOOT * 2),
        };
        let ((booth, aisle, grid), (new_booth, new_aisle, new_grid)) = (usual(before), usual(after));
        self.units = after;
        for size in [&mut self.booth, &mut self.block.booth] {
            if *size == booth {
                *size = new_booth;
            }
        }
        if self.block.aisle == aisle {
            self.block.aisle = new_aisle;
        }
        if self.grid == grid {
            self.grid = new_grid;
        }
    }
}

impl BlockSettings {
    /// The floor between the booths; a double row is back to back whatever is set.
    #[must_use]
    pub fn spacing(&self) -> Spacing {
        Spacing {
            back_to_back: self.back_to_back || self.kind == BlockKind::DoubleRow,
            aisle: self.aisle,
            gap: self.gap,
            columns_between_aisles: self.columns_between_aisles,
        }
    }
}

impl Default for BlockSettings {
    fn default() -> Self {
        Self {
            kind: BlockKind::Grid,
            booth: Size::from_mm(3_000, 3_000),
            aisle: Length::from_mm(3_000),
            back_to_back: true,
            gap: Length::ZERO,
            columns_between_aisles: 0,
            rows: 1,
            other_side: false,
            angle: Angle::ZERO,
            first_number: None,
        }
    }
}
