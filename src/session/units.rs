//! The units of lengths and the grid that goes with them.

use std::sync::Arc;

use super::{FieldKey, FieldKind, Form, FormKind, Session};
use crate::geometry::{Length, Units};
use crate::store::{GridSteps, LengthUnits, Settings};
use crate::text::{Language, Texts};

/// The units that are remembered.
const fn units(settings: &Settings) -> Units {
    match settings.units {
        LengthUnits::Metres => Units::Metres,
        LengthUnits::Feet => Units::Feet,
    }
}

/// The step of the grid that is remembered for the units.
pub(super) const fn grid(settings: &Settings) -> Length {
    Length::from_tenths(match settings.units {
        LengthUnits::Metres => settings.grid.metres,
        LengthUnits::Feet => settings.grid.feet,
    })
}

/// The words of a language with lengths in the units that are remembered.
pub(super) fn texts(language: Language, settings: &Settings) -> Arc<Texts> {
    Arc::new(Texts::new(language).in_units(units(settings)))
}

impl Session {
    /// Shows and reads all lengths in these units from now on. The grid takes the step that it has in them, and sizes that
    /// nobody changed yet become those that are usual where these units are.
    pub(super) fn set_units(&mut self, chosen: LengthUnits) {
        let before = self.texts.units();
        self.settings.units = chosen;
        self.texts = texts(self.texts.language(), &self.settings);
        let after = self.texts.units();
        self.tool_settings.change_units(before, after);
        self.tool_settings.grid = grid(&self.settings);
        self.count_colours();
        self.revision += 1;
    }

    /// The least step that is of use: a centimetre, or half an inch.
    pub(super) fn finest_step(&self) -> Length {
        match self.texts.units() {
            Units::Metres => Length::from_mm(10),
            Units::Feet => Length::HALF_INCH,
        }
    }

    /// The form for the step of the grid.
    pub(super) fn grid_form(&self) -> Form {
        let step = self.texts.length_in_field(self.tool_settings.grid);
        Form::new(FormKind::GridStep).with(FieldKey::GridStep, FieldKind::Length, step)
    }

    /// The grid has this step from now on, in these units; `None` where no grid can have it.
    pub(super) fn set_grid(&mut self, step: Length) -> Option<()> {
        let mut steps = self.settings.grid;
        match self.settings.units {
            LengthUnits::Metres => steps.metres = step.tenths(),
            LengthUnits::Feet => steps.feet = step.tenths(),
        }
        GridSteps::are_sane(steps).then(|| {
            self.settings.grid = steps;
            self.tool_settings.grid = step;
        })
    }
}
