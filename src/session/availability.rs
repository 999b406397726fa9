//! When each command of the table can run.

use super::run::{tool_of, utility_of};
use super::{CommandId, Session};
use crate::geometry::Units;
use crate::store::Theme;
use crate::text::Language;
use crate::tools::ToolKind;

/// Whether a command can run now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Availability {
    /// It can.
    Ready,
    /// It can, and is a switch that is on or off.
    Switch(bool),
    /// It cannot, and why, in words.
    Not(String),
}

impl Availability {
    /// Whether it can.
    #[must_use]
    pub const fn is_ready(&self) -> bool {
        !matches!(self, Self::Not(_))
    }
}

impl Session {
    /// Whether a command can run now, and if not, why.
    #[must_use]
    pub fn availability(&self, id: CommandId) -> Availability {
        use CommandId as Id;
        let texts = &self.texts;
        let need = |ready: bool, why: fn(&crate::text::Texts) -> String| {
            if ready { Availability::Ready } else { Availability::Not(why(texts)) }
        };
        let booths = !self.selection.booths.is_empty();
        let any = !self.selection.is_empty();
        let map = self.hall.is_some_and(|hall| self.map_under(hall).is_some());
        let booked = || self.selection.booths.iter().any(|booth| self.plan().booking_of(*booth).is_some());
        if let Some(availability) = self.can_arrange(id) {
            return availability;
        }
        match id {
            Id::Undo => need(self.editor.history().next_undo().is_some(), crate::text::Texts::disabled_nothing_to_undo),
            Id::Redo => need(self.editor.history().next_redo().is_some(), crate::text::Texts::disabled_nothing_to_redo),
            Id::Paste | Id::PasteMap => need(self.hall.is_some(), crate::text::Texts::needs_hall),
            Id::Cut | Id::Copy | Id::Duplicate | Id::Delete | Id::ZoomToSelection | Id::RotateLeft | Id::RotateRight => {
                need(any, crate::text::Texts::disabled_nothing_selected)
            }
            Id::PlaceExhibitor
            | Id::SetAvailable
            | Id::SetHeld
            | Id::SetReserved
            | Id::SetContracted
            | Id::SetPaid
            | Id::SetBlocked
            | Id::Unblock
            | Id::SplitBooths
            | Id::SidesDerived
            | Id::SidesEnclosed
            | Id::SidesInline
            | Id::SidesCorner
            | Id::SidesPeninsula
            | Id::SidesIsland
            | Id::Renumber => need(booths, crate::text::Texts::disabled_no_booth_selected),
            Id::MergeBooths => need(self.selection.booths.len() > 1, crate::text::Texts::disabled_no_booths_to_merge),
            Id::CutColumns if booths => Availability::Switch(self.are_columns_cut()),
            Id::CutColumns => need(false, crate::text::Texts::disabled_no_booth_selected),
            Id::MoveExhibitor | Id::RemoveExhibitor => need(booked(), crate::text::Texts::disabled_not_booked),
            Id::RemoveLogo => need(self.has_logo(), crate::text::Texts::disabled_no_logo),
            Id::EditExhibitor | Id::ChooseLogo | Id::DeleteExhibitor => {
                need(self.exhibitor_at_hand().is_some(), crate::text::Texts::disabled_no_exhibitor_selected)
            }
            Id::Calibrate | Id::RemoveMap => need(map, crate::text::Texts::disabled_no_map),
            Id::AlignMap | Id::CropMap | Id::MapInFront | Id::ReplaceMap => self.can_place_map(id),
            Id::OtherRevision => need(self.comparison.is_some(), crate::text::Texts::disabled_no_comparison),
            Id::BoothsFromDrawing => need(self.map_with_drawing().is_some(), crate::text::Texts::disabled_no_drawing),
            Id::Group => need(self.selection.len() > 1, crate::text::Texts::disabled_one_thing),
            Id::Ungroup => need(self.selection_is_grouped(), crate::text::Texts::disabled_no_group),
            Id::ToggleLock if any => Availability::Switch(self.selection_is_locked()),
            Id::ToggleLock | Id::MoveToLayer => need(any, crate::text::Texts::disabled_nothing_selected),
            Id::MoveToHall if self.plan().halls().len() > 1 => need(any, crate::text::Texts::disabled_nothing_selected),
            Id::MoveToHall => need(false, crate::text::Texts::disabled_no_other_hall),
            Id::DuplicateHall | Id::MirrorHallLeftRight | Id::MirrorHallTopBottom => {
                need(self.hall.is_some(), crate::text::Texts::needs_hall)
            }
            Id::DeleteHall | Id::NextHall | Id::PreviousHall => {
                need(self.plan().halls().len() > 1, crate::text::Texts::disabled_only_hall)
            }
            Id::NumberBooths | Id::NumberAlongPath => {
                let has_booths = self.hall.is_some_and(|hall| self.index.booth_count(hall) > 0);
                need(has_booths, crate::text::Texts::disabled_no_booth_in_hall)
            }
            Id::RenumberedList => need(self.has_renumbered(), crate::text::Texts::disabled_nothing_renumbered),
            Id::ToggleExhibitors => Availability::Switch(self.settings.panels.left_open),
            Id::ToggleInspector => Availability::Switch(self.settings.panels.right_open),
            Id::ToggleLegend => Availability::Switch(self.settings.canvas.legend),
            Id::ToggleMinimap => Availability::Switch(self.settings.canvas.minimap),
            Id::ToggleWheelZoom => Availability::Switch(self.settings.canvas.wheel_zooms),
            Id::ColourByStatus | Id::ColourByCategory | Id::ColourByArea | Id::ColourByOpenSides | Id::ColourByZone => {
                Availability::Switch(super::colours::chosen_by(id) == Some(self.settings.canvas.colour_by))
            }
            Id::ToggleGrid => Availability::Switch(self.settings.canvas.grid),
            Id::ToggleMap => Availability::Switch(self.settings.canvas.pictures),
            Id::ToggleSnapping => Availability::Switch(self.tool_settings.snap),
            Id::ThemeLight => Availability::Switch(self.settings.theme == Theme::Light),
            Id::ThemeDark => Availability::Switch(self.settings.theme == Theme::Dark),
            Id::ThemeSystem => Availability::Switch(self.settings.theme == Theme::System),
            Id::English => Availability::Switch(texts.language() == Language::English),
            Id::French => Availability::Switch(texts.language() == Language::French),
            Id::Metres => Availability::Switch(texts.units() == Units::Metres),
            Id::Feet => Availability::Switch(texts.units() == Units::Feet),
            Id::ToolPower | Id::ToolWater | Id::ToolNetwork => {
                Availability::Switch(self.tool.kind() == ToolKind::Utility && utility_of(id) == Some(self.tool_settings.utility))
            }
            Id::SelectBlock | Id::BreakUpBlock => {
                need(!self.selected_blocks().is_empty(), crate::text::Texts::disabled_no_block_selected)
            }
            Id::DrawRow | Id::DrawDoubleRow | Id::DrawGrid | Id::DrawAlongLine | Id::DrawOnArc | Id::DrawFill => {
                Availability::Switch(super::blocks::drawn_by(id).is_some_and(|kind| self.is_drawing(kind)))
            }
            _ => tool_of(id).map_or(Availability::Ready, |tool| Availability::Switch(tool == self.tool.kind())),
        }
    }
}
