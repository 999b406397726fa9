//! By what booths are coloured, as it is remembered and as scenes know it.

use super::{CommandId, Session, Showing};
use crate::scene::{self, Tally};
use crate::store;

const fn of_settings(by: store::ColourBy) -> scene::ColourBy {
    match by {
        store::ColourBy::Status => scene::ColourBy::Status,
        store::ColourBy::Category => scene::ColourBy::Category,
        store::ColourBy::Area => scene::ColourBy::Area,
        store::ColourBy::OpenSides => scene::ColourBy::OpenSides,
        store::ColourBy::Zone => scene::ColourBy::Zone,
    }
}

/// The way to colour that a command chooses.
pub(super) const fn chosen_by(id: CommandId) -> Option<store::ColourBy> {
    Some(match id {
        CommandId::ColourByStatus => store::ColourBy::Status,
        CommandId::ColourByCategory => store::ColourBy::Category,
        CommandId::ColourByArea => store::ColourBy::Area,
        CommandId::ColourByOpenSides => store::ColourBy::OpenSides,
        CommandId::ColourByZone => store::ColourBy::Zone,
        _ => return None,
    })
}

impl Session {
    /// By what booths are coloured.
    #[must_use]
    pub const fn colour_by(&self) -> scene::ColourBy {
        of_settings(self.settings.canvas.colour_by)
    }

    /// How what is derived from the plan is shown.
    pub(super) fn shown(&self) -> Showing {
        Showing { language: self.texts.language(), colour_by: self.colour_by(), units: self.texts.units() }
    }

    pub(super) fn set_colour_by(&mut self, by: store::ColourBy) {
        self.settings.canvas.colour_by = by;
        self.count_colours();
    }

    /// Counts the booths of each colour from nothing: after another plan, another way to colour, other units.
    pub(super) fn count_colours(&mut self) {
        self.tally = Tally::new(self.plan(), &self.index, self.colour_by(), self.texts.units());
    }
}
