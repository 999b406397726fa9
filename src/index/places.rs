//! Where things are.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

use crate::geometry::{Bounds, Length, Point};
use crate::plan::{Booth, BoothId, Change, HallId, HallMap, MapId, Plan, Structure, StructureId};

type Entry = GeomWithData<Rectangle<[i64; 2]>, BoothId>;

/// Where things are: booths in one R-tree a hall, the few other things in plain sets.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    trees: BTreeMap<HallId, RTree<Entry>>,
    structures: BTreeMap<HallId, BTreeSet<StructureId>>,
    maps: BTreeMap<HallId, BTreeSet<MapId>>,
}

fn corners(bounds: Bounds) -> ([i64; 2], [i64; 2]) {
    let corner = |point: Point| [point.x.tenths(), point.y.tenths()];
    (corner(bounds.min()), corner(bounds.max()))
}

fn bounds_of(envelope: &AABB<[i64; 2]>) -> Bounds {
    let point = |[x, y]: [i64; 2]| Point::new(Length::from_tenths(x), Length::from_tenths(y));
    Bounds::between(point(envelope.lower()), point(envelope.upper()))
}

fn entry(booth: BoothId, bounds: Bounds) -> Entry {
    let (min, max) = corners(bounds);
    GeomWithData::new(Rectangle::from_corners(min, max), booth)
}

/// Moves an id from the set of one hall to that of another.
fn rehome<I: Ord>(sets: &mut BTreeMap<HallId, BTreeSet<I>>, id: I, before: Option<HallId>, after: Option<HallId>) {
    if let Some(hall) = before
        && let Some(set) = sets.get_mut(&hall)
    {
        set.remove(&id);
        if set.is_empty() {
            sets.remove(&hall);
        }
    }
    if let Some(hall) = after {
        sets.entry(hall).or_default().insert(id);
    }
}

impl Places {
    pub(super) fn new(plan: &Plan) -> Self {
        let mut places = Self::default();
        let mut entries: BTreeMap<HallId, Vec<Entry>> = BTreeMap::new();
        for (id, booth) in plan.booths() {
            entries.entry(booth.hall).or_default().push(entry(*id, booth.outline.bounds()));
        }
        places.trees = entries.into_iter().map(|(hall, entries)| (hall, RTree::bulk_load(entries))).collect();
        for (id, structure) in plan.structures() {
            rehome(&mut places.structures, *id, None, Some(structure.hall));
        }
        for (id, map) in plan.maps() {
            rehome(&mut places.maps, *id, None, Some(map.hall));
        }
        places
    }

    pub(super) fn update(&mut self, change: &Change) {
        let place = |booth: &Arc<Booth>| (booth.hall, booth.outline.bounds());
        for delta in &change.booths {
            self.move_booth(delta.id, delta.before.as_ref().map(place), delta.after.as_ref().map(place));
        }
        for delta in &change.structures {
            let hall = |record: &Option<Arc<Structure>>| record.as_ref().map(|record| record.hall);
            rehome(&mut self.structures, delta.id, hall(&delta.before), hall(&delta.after));
        }
        for delta in &change.maps {
            let hall = |record: &Option<Arc<HallMap>>| record.as_ref().map(|record| record.hall);
            rehome(&mut self.maps, delta.id, hall(&delta.before), hall(&delta.after));
        }
    }

    fn move_booth(&mut self, booth: BoothId, before: Option<(HallId, Bounds)>, after: Option<(HallId, Bounds)>) {
        if before == after {
            return;
        }
        if let Some((hall, bounds)) = before
            && let Some(tree) = self.trees.get_mut(&hall)
        {
            tree.remove(&entry(booth, bounds));
            if tree.size() == 0 {
                self.trees.remove(&hall);
            }
        }
        if let Some((hall, bounds)) = after {
            self.trees.entry(hall).or_default().insert(entry(booth, bounds));
        }
    }

    pub(super) fn booths_touching(&self, hall: HallId, area: Bounds) -> impl Iterator<Item = (BoothId, Bounds)> + '_ {
        let (min, max) = corners(area);
        let found = move |tree| RTree::locate_in_envelope_intersecting(tree, AABB::from_corners(min, max));
        let in_tree = self.trees.get(&hall).into_iter().flat_map(found);
        in_tree.map(|entry| (entry.data, bounds_of(&AABB::from_corners(entry.geom().lower(), entry.geom().upper()))))
    }

    pub(super) fn booth_count(&self, hall: HallId) -> usize {
        self.trees.get(&hall).map_or(0, RTree::size)
    }

    /// The box around all booths of a hall.
    pub(super) fn booths_bounds(&self, hall: HallId) -> Option<Bounds> {
        let tree = self.trees.get(&hall).filter(|tree| tree.size() > 0)?;
        Some(bounds_of(&tree.root().envelope()))
    }

    pub(super) fn structures(&self, hall: HallId) -> impl DoubleEndedIterator<Item = StructureId> + '_ {
        self.structures.get(&hall).into_iter().flatten().copied()
    }

    pub(super) fn maps(&self, hall: HallId) -> impl DoubleEndedIterator<Item = MapId> + '_ {
        self.maps.get(&hall).into_iter().flatten().copied()
    }
}

impl PartialEq for Places {
    fn eq(&self, other: &Self) -> bool {
        fn sorted(tree: &RTree<Entry>) -> BTreeMap<BoothId, ([i64; 2], [i64; 2])> {
            tree.iter().map(|entry| (entry.data, (entry.geom().lower(), entry.geom().upper()))).collect()
        }
        let trees = |places: &Self| places.trees.iter().map(|(hall, tree)| (*hall, sorted(tree))).collect::<BTreeMap<_, _>>();
        trees(self) == trees(other) && (&self.structures, &self.maps) == (&other.structures, &other.maps)
    }
}

impl Eq for Places {}
