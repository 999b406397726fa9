//! Walls and columns: what nobody walks through.

use std::collections::BTreeMap;

use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

use super::structures::structure_outline;
use crate::geometry::{Bounds, Outline, Point};
use crate::plan::{Change, HallId, Plan, Structure, StructureId, StructureShape};

type Entry = GeomWithData<Rectangle<[i64; 2]>, StructureId>;

/// The walls and columns of each hall, found by where they are.
#[derive(Clone, Debug, Default)]
pub(super) struct Barriers {
    halls: BTreeMap<HallId, RTree<Entry>>,
    outlines: BTreeMap<StructureId, (HallId, Outline)>,
}

impl PartialEq for Barriers {
    /// The same walls and columns, whatever the shape of the trees.
    fn eq(&self, other: &Self) -> bool {
        self.outlines == other.outlines
    }
}

impl Eq for Barriers {}

fn envelope(bounds: Bounds) -> ([i64; 2], [i64; 2]) {
    let corner = |point: Point| [point.x.tenths(), point.y.tenths()];
    (corner(bounds.min()), corner(bounds.max()))
}

fn entry(id: StructureId, outline: &Outline) -> Entry {
    let (min, max) = envelope(outline.bounds());
    GeomWithData::new(Rectangle::from_corners(min, max), id)
}

impl Barriers {
    pub(super) fn new(plan: &Plan) -> Self {
        let mut barriers = Self::default();
        for (id, structure) in plan.structures() {
            barriers.put(*id, Some(structure));
        }
        barriers
    }

    pub(super) fn update(&mut self, change: &Change) {
        for delta in &change.structures {
            self.put(delta.id, delta.after.as_deref());
        }
    }

    /// The floor of a wall or a column; none of anything else.
    pub(super) fn outline(structure: &Structure) -> Option<Outline> {
        match &structure.shape {
            StructureShape::Wall { .. } | StructureShape::Column(_) => Some(structure_outline(&structure.shape)),
            _ => None,
        }
    }

    fn put(&mut self, id: StructureId, after: Option<&Structure>) {
        if let Some((hall, outline)) = self.outlines.remove(&id)
            && let Some(tree) = self.halls.get_mut(&hall)
        {
            tree.remove(&entry(id, &outline));
            if tree.size() == 0 {
                self.halls.remove(&hall);
            }
        }
        if let Some((structure, outline)) = after.and_then(|structure| Some((structure, Self::outline(structure)?))) {
            self.halls.entry(structure.hall).or_default().insert(entry(id, &outline));
            self.outlines.insert(id, (structure.hall, outline));
        }
    }

    /// The walls and columns whose boxes touch a box.
    pub(super) fn touching(&self, hall: HallId, area: Bounds) -> impl Iterator<Item = &Outline> + '_ {
        let (min, max) = envelope(area);
        let in_tree = move |tree| RTree::locate_in_envelope_intersecting(tree, AABB::from_corners(min, max));
        let found = self.halls.get(&hall).into_iter().flat_map(in_tree);
        found.filter_map(|entry| self.outlines.get(&entry.data)).map(|(_, outline)| outline)
    }
}
