//! What is derived from a plan and kept up to date from its changes, forwards or reversed, never rebuilt where little
//! changed: where things are, to which zones booths belong, on how many sides they are open, and how full the show is.

mod areas;
mod barriers;
mod bindings;
mod occupancy;
mod places;
mod sides;
mod structures;
#[cfg(test)]
mod tests;
mod zones;

pub use bindings::{Members, OnLayer};
pub use occupancy::Occupancy;
pub use sides::{BoothSide, REACH};
pub use structures::{UTILITY_SIZE, dimension_line, structure_bounds, structure_outline};

use crate::geometry::{Area, Bounds, Length, Point};
use crate::plan::{BoothId, CategoryId, Change, GroupId, HallId, LayerId, MapId, OpenSides, Plan, StructureId, StructureShape};
use areas::Areas;
use barriers::Barriers;
use bindings::Bindings;
use occupancy::Occupancies;
use places::Places;
use sides::{Around, Sides};
use zones::Zones;

/// Where things are and how full the halls are, of one plan.
/// Two are equal where they know the same, whatever the shape of their trees.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    places: Places,
    areas: Areas,
    barriers: Barriers,
    zones: Zones,
    sides: Sides,
    bindings: Bindings,
    occupancies: Occupancies,
}

impl Index {
    /// The index of a plan, made from nothing.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        let (areas, zones) = (Areas::new(plan), Zones::new(plan));
        let occupancies = Occupancies::new(plan, &areas, &zones);
        let (places, barriers, sides) = (Places::new(plan), Barriers::new(plan), Sides::default());
        Self { places, areas, barriers, zones, sides, bindings: Bindings::new(plan), occupancies }
    }

    /// Follows a change; `plan` is the plan after it. For an undone change give the plan and the change that undo gave.
    pub fn update(&mut self, plan: &Plan, change: &Change) {
        self.places.update(change);
        self.bindings.update(change);
        let mut booths = self.areas.update(plan, &self.places, change);
        self.barriers.update(change);
        self.sides.update(&self.places, change);
        booths.extend(self.zones.update(plan, &self.places, change));
        for delta in &change.bookings {
            booths.extend(delta.before.iter().chain(&delta.after).flat_map(|booking| &booking.booths));
        }
        for booth in booths {
            self.occupancies.count(plan, &self.areas, &self.zones, booth);
        }
    }

    /// The booths whose boxes touch a box, by id: those drawn later stand later.
    #[must_use]
    pub fn booths_in(&self, hall: HallId, area: Bounds) -> Vec<BoothId> {
        let mut booths: Vec<_> = self.places.booths_touching(hall, area).map(|(booth, _)| booth).collect();
        booths.sort_unstable();
        booths
    }

    /// The booths whose boxes touch what is in view, with their boxes, in no order.
    pub fn booths_touching_view(&self, hall: HallId, view: Bounds) -> impl Iterator<Item = (BoothId, Bounds)> + '_ {
        self.places.booths_touching(hall, view)
    }

    /// The booths whose boxes come as near as `reach` to a box, with their boxes, by id.
    #[must_use]
    pub fn neighbours(&self, hall: HallId, around: Bounds, reach: Length) -> Vec<(BoothId, Bounds)> {
        let mut booths: Vec<_> = self.places.booths_touching(hall, around.grown(reach)).collect();
        booths.sort_unstable_by_key(|(booth, _)| *booth);
        booths
    }

    /// The topmost booth at a point: of those whose outlines hold it, the one that was made last; none of a hidden layer.
    #[must_use]
    pub fn booth_at(&self, plan: &Plan, hall: HallId, point: Point) -> Option<BoothId> {
        let holds = |booth: &BoothId| {
            plan.get(*booth).is_some_and(|record| record.outline.contains(point) && !plan.is_hidden(record.binding))
        };
        self.places.booths_touching(hall, Bounds::between(point, point)).map(|(booth, _)| booth).filter(holds).max()
    }

    /// The net area of a booth: what stands in it is taken off, where the booth says so. Nothing where there is no such booth.
    #[must_use]
    pub fn net_area(&self, plan: &Plan, booth: BoothId) -> Area {
        plan.get(booth).map_or(Area::ZERO, |record| self.areas.net(booth, record))
    }

    /// How many booths a hall has.
    #[must_use]
    pub fn booth_count(&self, hall: HallId) -> usize {
        self.places.booth_count(hall)
    }

    /// The zone that a booth belongs to: the smallest of those in which its centre lies.
    #[must_use]
    pub fn zone_of(&self, booth: BoothId) -> Option<StructureId> {
        self.zones.of_booth(booth)
    }

    /// The zones of a hall, in the order in which they were drawn.
    pub fn zones(&self, hall: HallId) -> impl DoubleEndedIterator<Item = StructureId> + '_ {
        self.zones.in_hall(hall)
    }

    /// What a booth counts as: its own category, else its zone's.
    #[must_use]
    pub fn category_of(&self, plan: &Plan, booth: BoothId) -> Option<CategoryId> {
        self.zones.category(booth, plan.get(booth)?)
    }

    /// The open sides of a booth: as the organiser fixed them, else as they follow from what stands around it. `None` where
    /// there is no such booth.
    #[must_use]
    pub fn open_sides(&self, plan: &Plan, booth: BoothId) -> Option<OpenSides> {
        plan.get(booth)?.open_sides.or_else(|| self.derived_open_sides(plan, booth))
    }

    /// The open sides of a booth as they follow from what stands around it, whatever the organiser fixed.
    #[must_use]
    pub fn derived_open_sides(&self, plan: &Plan, booth: BoothId) -> Option<OpenSides> {
        Some(self.sides.of(&self.around(plan), booth, plan.get(booth)?))
    }

    /// The edges of a booth, each with whether an aisle passes there.
    #[must_use]
    pub fn booth_sides(&self, plan: &Plan, booth: BoothId) -> Vec<BoothSide> {
        plan.get(booth).map(|record| self.around(plan).edges(booth, record)).unwrap_or_default()
    }

    const fn around<'a>(&'a self, plan: &'a Plan) -> Around<'a> {
        Around { plan, places: &self.places, barriers: &self.barriers }
    }

    /// The walls, columns, doors and texts of a hall, in the order in which they were made.
    pub fn structures(&self, hall: HallId) -> impl DoubleEndedIterator<Item = StructureId> + '_ {
        self.places.structures(hall)
    }

    /// The walls, columns, doors and texts whose boxes touch a box.
    #[must_use]
    pub fn structures_in(&self, plan: &Plan, hall: HallId, area: Bounds) -> Vec<StructureId> {
        let touches = |id: &StructureId| plan.get(*id).is_some_and(|record| structure_bounds(&record.shape).touches(area));
        self.structures(hall).filter(touches).collect()
    }

    /// The topmost wall, column, door or text at a point, or at most `tolerance` from it; none of a hidden layer.
    #[must_use]
    pub fn structure_at(&self, plan: &Plan, hall: HallId, point: Point, tolerance: Length) -> Option<StructureId> {
        let holds = |id: &StructureId| {
            plan.get(*id)
                .is_some_and(|record| structures::is_near(&record.shape, point, tolerance) && !plan.is_hidden(record.binding))
        };
        self.structures(hall).rev().find(holds)
    }

    /// The zone or the kept-free floor at a point: the smallest of those that hold it.
    #[must_use]
    pub fn area_at(&self, plan: &Plan, hall: HallId, point: Point) -> Option<StructureId> {
        let areas = self.structures(hall).filter_map(|id| {
            let record = plan.get(id).filter(|record| !plan.is_hidden(record.binding))?;
            match &record.shape {
                StructureShape::Zone { outline, .. } | StructureShape::NoBuild(outline) if outline.contains(point) => {
                    Some((outline.area(), id))
                }
                _ => None,
            }
        });
        areas.min().map(|(_, id)| id)
    }

    /// The pictures under a hall, in the order in which they were added.
    pub fn maps(&self, hall: HallId) -> impl DoubleEndedIterator<Item = MapId> + '_ {
        self.places.maps(hall)
    }

    /// The topmost picture at a point; none of a hidden layer.
    #[must_use]
    pub fn map_at(&self, plan: &Plan, hall: HallId, point: Point) -> Option<MapId> {
        let holds = |id: &MapId| plan.get(*id).is_some_and(|map| map.outline().contains(point) && !plan.is_hidden(map.binding));
        self.maps(hall).rev().find(holds)
    }

    /// The box around a hall's outline and everything in it; `None` where there is no such hall.
    #[must_use]
    pub fn hall_bounds(&self, plan: &Plan, hall: HallId) -> Option<Bounds> {
        let outline = plan.get(hall)?.outline.bounds();
        let structures = self.structures(hall).filter_map(|id| plan.get(id)).map(|record| structure_bounds(&record.shape));
        let maps = self.maps(hall).filter_map(|id| plan.get(id)).map(|map| map.outline().bounds());
        Some(self.places.booths_bounds(hall).into_iter().chain(structures).chain(maps).fold(outline, Bounds::union))
    }

    /// How many things of a hall are on a layer; none is the base layer.
    #[must_use]
    pub fn on_layer(&self, hall: HallId, layer: Option<LayerId>) -> OnLayer {
        let Some(layer) = layer else {
            let on_others = self.bindings.on_any_layer(hall);
            let others = self.structures(hall).count() + self.maps(hall).count();
            return OnLayer {
                booths: self.booth_count(hall).saturating_sub(on_others.booths),
                others: others.saturating_sub(on_others.others),
            };
        };
        self.bindings.on_layer(hall, layer)
    }

    /// Who is in a group; `None` where nobody is.
    #[must_use]
    pub fn group(&self, group: GroupId) -> Option<&Members> {
        self.bindings.group(group)
    }

    /// How full the show is.
    #[must_use]
    pub const fn show(&self) -> Occupancy {
        self.occupancies.show()
    }

    /// How full a hall is.
    #[must_use]
    pub fn hall(&self, hall: HallId) -> Occupancy {
        self.occupancies.hall(hall)
    }

    /// How full each category of booths is that has a booth for sale, first those booths that have none. A booth without a
    /// category of its own counts as its zone's.
    #[must_use]
    pub fn by_category(&self) -> Vec<(Option<CategoryId>, Occupancy)> {
        self.occupancies.by_category()
    }

    /// How full a zone is: of the booths that belong to it, and not to a smaller one in it.
    #[must_use]
    pub fn zone(&self, zone: StructureId) -> Occupancy {
        self.occupancies.zone(zone)
    }
}
