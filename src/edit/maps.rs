//! Edits of maps: what is shown of them, and where they lie.

use std::collections::BTreeSet;

use super::door::Work;
use super::{MapChange, MapPage, Refusal};
use crate::plan::{HallMap, MapId, SheetPart};

impl Work<'_, '_> {
    pub(super) fn change_map(&mut self, id: MapId, change: &MapChange) -> Result<(), Refusal> {
        self.plan().get(id).ok_or(Refusal::Gone)?;
        self.draft.change(id, |map| match change {
            MapChange::Calibrate(placement) => (map.placement, map.calibrated) = (*placement, true),
            MapChange::Align(placement) => {
                map.calibrated |= map.placement.width != placement.width;
                map.placement = *placement;
            }
            MapChange::Crop(part) => map.crop = crop(map, *part),
            MapChange::Fade(fade) => map.fade = *fade,
            MapChange::HideLayers(layers) => map.hidden_layers = sorted(layers),
            MapChange::Page(page) => show(map, page),
            MapChange::Replace { name, file, page } => {
                (map.name, map.file) = (name.clone(), file.clone());
                show(map, page);
            }
            MapChange::InFront(in_front) => map.in_front = *in_front,
        });
        Ok(())
    }
}

fn show(map: &mut HallMap, page: &MapPage) {
    let MapPage { page, sheet, crop: part, hidden_layers, placement, calibrated } = page;
    (map.page, map.sheet, map.placement, map.calibrated) = (*page, *sheet, *placement, *calibrated);
    (map.crop, map.hidden_layers) = (crop(map, *part), sorted(hidden_layers));
}

/// All of the sheet is no part of it.
fn crop(map: &HallMap, part: Option<SheetPart>) -> Option<SheetPart> {
    part.filter(|part| *part != SheetPart::whole(map.sheet))
}

fn sorted(layers: &BTreeSet<String>) -> Vec<String> {
    layers.iter().cloned().collect()
}
