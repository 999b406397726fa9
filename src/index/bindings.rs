//! What is bound to what: how many things of a hall are on each layer, and who is in each group.

use std::collections::{BTreeMap, BTreeSet};

use crate::plan::{Binding, BoothId, Change, Delta, GroupId, HallId, HallMap, LayerId, MapId, Plan, Structure, StructureId};

/// Who is in a group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Members {
    /// Booths.
    pub booths: BTreeSet<BoothId>,
    /// Walls, columns, doors and texts.
    pub structures: BTreeSet<StructureId>,
    /// Pictures.
    pub maps: BTreeSet<MapId>,
}

impl Members {
    fn is_empty(&self) -> bool {
        self.booths.is_empty() && self.structures.is_empty() && self.maps.is_empty()
    }
}

/// How many things of a hall are on a layer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OnLayer {
    /// Booths.
    pub booths: usize,
    /// Walls, columns, doors, texts and pictures.
    pub others: usize,
}

/// What is bound to layers and groups; what is bound to nothing is not listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Bindings {
    layers: BTreeMap<(HallId, LayerId), OnLayer>,
    groups: BTreeMap<GroupId, Members>,
}

/// Where a thing stands and to what it is bound, before a change and after it.
type Sides = [Option<(HallId, Binding)>; 2];

fn sides<I, R>(delta: &Delta<I, R>, of: impl Fn(&R) -> (HallId, Binding)) -> Sides {
    [delta.before.as_deref().map(&of), delta.after.as_deref().map(&of)]
}

impl Bindings {
    pub(super) fn new(plan: &Plan) -> Self {
        let mut bindings = Self::default();
        for (id, booth) in plan.booths() {
            bindings.booth(*id, [None, Some((booth.hall, booth.binding))]);
        }
        for (id, structure) in plan.structures() {
            bindings.structure(*id, [None, Some((structure.hall, structure.binding))]);
        }
        for (id, map) in plan.maps() {
            bindings.map(*id, [None, Some((map.hall, map.binding))]);
        }
        bindings
    }

    pub(super) fn update(&mut self, change: &Change) {
        for delta in &change.booths {
            self.booth(delta.id, sides(delta, |booth| (booth.hall, booth.binding)));
        }
        for delta in &change.structures {
            self.structure(delta.id, sides(delta, |structure: &Structure| (structure.hall, structure.binding)));
        }
        for delta in &change.maps {
            self.map(delta.id, sides(delta, |map: &HallMap| (map.hall, map.binding)));
        }
    }

    fn booth(&mut self, id: BoothId, sides: Sides) {
        self.rebind(sides, |on| &mut on.booths, |members| &mut members.booths, id);
    }

    fn structure(&mut self, id: StructureId, sides: Sides) {
        self.rebind(sides, |on| &mut on.others, |members| &mut members.structures, id);
    }

    fn map(&mut self, id: MapId, sides: Sides) {
        self.rebind(sides, |on| &mut on.others, |members| &mut members.maps, id);
    }

    fn rebind<I: Ord>(
        &mut self,
        [before, after]: Sides,
        count: impl Fn(&mut OnLayer) -> &mut usize,
        set: impl Fn(&mut Members) -> &mut BTreeSet<I>,
        id: I,
    ) {
        if before == after {
            return;
        }
        let layer_of = |side: Option<(HallId, Binding)>| side.and_then(|(hall, binding)| Some((hall, binding.layer?)));
        let group_of = |side: Option<(HallId, Binding)>| side.and_then(|(_, binding)| binding.group);
        if let Some(key) = layer_of(before)
            && let Some(on) = self.layers.get_mut(&key)
        {
            let count = count(on);
            *count = count.saturating_sub(1);
            if *on == OnLayer::default() {
                self.layers.remove(&key);
            }
        }
        if let Some(key) = layer_of(after) {
            *count(self.layers.entry(key).or_default()) += 1;
        }
        if let Some(group) = group_of(before)
            && let Some(members) = self.groups.get_mut(&group)
        {
            set(members).remove(&id);
            if members.is_empty() {
                self.groups.remove(&group);
            }
        }
        if let Some(group) = group_of(after) {
            set(self.groups.entry(group).or_default()).insert(id);
        }
    }

    pub(super) fn on_layer(&self, hall: HallId, layer: LayerId) -> OnLayer {
        self.layers.get(&(hall, layer)).copied().unwrap_or_default()
    }

    pub(super) fn on_any_layer(&self, hall: HallId) -> OnLayer {
        let of_hall = self.layers.iter().filter(|((of, _), _)| *of == hall);
        of_hall
            .fold(OnLayer::default(), |all, (_, on)| OnLayer { booths: all.booths + on.booths, others: all.others + on.others })
    }

    pub(super) fn group(&self, group: GroupId) -> Option<&Members> {
        self.groups.get(&group)
    }
}
