//! What columns take from the booths that they stand in.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::places::Places;
use crate::geometry::{Area, Bounds, Outline};
use crate::plan::{Booth, BoothId, Change, HallId, Plan, Structure, StructureShape};

/// The area that columns take from booths: only of those from which it is taken off, and in which a column stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Areas {
    taken: BTreeMap<BoothId, Area>,
}

impl Areas {
    pub(super) fn new(plan: &Plan) -> Self {
        let mut columns: BTreeMap<HallId, Vec<&Outline>> = BTreeMap::new();
        for structure in plan.structures().values() {
            if let StructureShape::Column(outline) = &structure.shape {
                columns.entry(structure.hall).or_default().push(outline);
            }
        }
        let mut areas = Self::default();
        for (id, booth) in plan.booths() {
            let columns = columns.get(&booth.hall).into_iter().flatten().copied();
            areas.measure(*id, Some(booth), columns);
        }
        areas
    }

    /// Follows a change, after the places did; the booths whose net area may be another now.
    pub(super) fn update(&mut self, plan: &Plan, places: &Places, change: &Change) -> BTreeSet<BoothId> {
        let mut booths: BTreeSet<BoothId> = change.booths.iter().map(|delta| delta.id).collect();
        let columns = change.structures.iter().flat_map(|delta| delta.before.iter().chain(&delta.after)).filter_map(column);
        for (hall, bounds) in columns {
            booths.extend(places.booths_touching(hall, bounds).map(|(booth, _)| booth));
        }
        for id in &booths {
            let booth = plan.get(*id);
            let hall = booth.filter(|booth| booth.columns_cut).map(|booth| booth.hall);
            let structures = hall.into_iter().flat_map(|hall| places.structures(hall)).filter_map(|id| plan.get(id));
            let columns = structures.filter_map(|structure| match &structure.shape {
                StructureShape::Column(outline) => Some(outline),
                _ => None,
            });
            self.measure(*id, booth, columns);
        }
        booths
    }

    fn measure<'a>(&mut self, id: BoothId, booth: Option<&Arc<Booth>>, columns: impl Iterator<Item = &'a Outline>) {
        let taken = match booth {
            Some(booth) if booth.columns_cut => booth.outline.area_in(columns),
            _ => Area::ZERO,
        };
        if taken == Area::ZERO {
            self.taken.remove(&id);
        } else {
            self.taken.insert(id, taken);
        }
    }

    /// The area of a booth without the columns that are taken off it.
    pub(super) fn net(&self, id: BoothId, booth: &Booth) -> Area {
        booth.outline.area() - self.taken.get(&id).copied().unwrap_or_default()
    }
}

fn column(structure: &Arc<Structure>) -> Option<(HallId, Bounds)> {
    match &structure.shape {
        StructureShape::Column(outline) => Some((structure.hall, outline.bounds())),
        _ => None,
    }
}
