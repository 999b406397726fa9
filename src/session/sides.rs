//! The open sides of booths by command: fixed by hand, or as they follow from what stands around.

use super::{CommandId, Session};
use crate::edit::Edit;
use crate::plan::OpenSides;

/// The open sides that a command gives; within, none where they are to follow from what stands around.
pub(super) const fn given_by(id: CommandId) -> Option<Option<OpenSides>> {
    Some(match id {
        CommandId::SidesDerived => None,
        CommandId::SidesEnclosed => Some(OpenSides::Enclosed),
        CommandId::SidesInline => Some(OpenSides::Inline),
        CommandId::SidesCorner => Some(OpenSides::Corner),
        CommandId::SidesPeninsula => Some(OpenSides::Peninsula),
        CommandId::SidesIsland => Some(OpenSides::Island),
        _ => return None,
    })
}

impl Session {
    /// Gives the selected booths the open sides of a command.
    pub(super) fn set_open_sides(&mut self, id: CommandId) {
        if let Some(sides) = given_by(id) {
            self.edit(&Edit::SetOpenSides(self.selection.booths.clone(), sides));
        }
    }
}
