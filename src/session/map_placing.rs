//! How a map that lies in a hall is brought to its place: aligned, cropped, brought to the front, replaced.

use super::{Availability, CommandId, FileQuestion, Session};
use crate::edit::{Edit, MapChange, Objects};
use crate::plan::{HallMap, MapId};
use crate::tools::ToolKind;

impl Session {
    /// The map that commands mean: the one that is selected, else the topmost one under the hall in view.
    #[must_use]
    pub fn map_at_hand(&self) -> Option<(MapId, &HallMap)> {
        let of_hall = |id: &&MapId| self.plan().get(**id).is_some_and(|map| Some(map.hall) == self.hall);
        let selected = self.selection.maps.iter().find(of_hall).copied();
        let id = selected.or_else(|| self.hall.and_then(|hall| self.map_under(hall)))?;
        Some((id, self.plan().get(id)?))
    }

    pub(super) fn can_place_map(&self, command: CommandId) -> Availability {
        let tool = self.tool.kind();
        match (self.map_at_hand(), command) {
            (None, _) => Availability::Not(self.texts.disabled_no_map()),
            (Some(_), CommandId::AlignMap) => Availability::Switch(tool == ToolKind::AlignMap),
            (Some(_), CommandId::CropMap) => Availability::Switch(tool == ToolKind::CropMap),
            (Some((_, map)), CommandId::MapInFront) => Availability::Switch(map.in_front),
            (Some(_), _) => Availability::Ready,
        }
    }

    pub(super) fn place_map(&mut self, command: CommandId) {
        let Some((id, in_front)) = self.map_at_hand().map(|(id, map)| (id, map.in_front)) else { return };
        self.selection = Objects { maps: [id].into(), ..Objects::default() };
        match command {
            CommandId::AlignMap => self.set_tool(ToolKind::AlignMap),
            CommandId::CropMap => self.set_tool(ToolKind::CropMap),
            CommandId::MapInFront => {
                self.edit(&Edit::ChangeMap(id, MapChange::InFront(!in_front)));
            }
            _ => self.ask(FileQuestion::ReplaceMap(id)),
        }
    }
}
