//! Edits of layers, groups and locks.

use std::collections::BTreeSet;

use super::door::Work;
use super::{Objects, Refusal};
use crate::plan::{Binding, GroupId, LayerId, Plan};

impl Work<'_, '_> {
    /// Changes to what some things are bound.
    pub(super) fn bind(&mut self, objects: &Objects, change: impl Fn(&mut Binding)) {
        for id in &objects.booths {
            self.draft.change(*id, |booth| change(&mut booth.binding));
        }
        for id in &objects.structures {
            self.draft.change(*id, |structure| change(&mut structure.binding));
        }
        for id in &objects.maps {
            self.draft.change(*id, |map| change(&mut map.binding));
        }
    }

    pub(super) fn set_layer(&mut self, objects: &Objects, layer: Option<LayerId>) -> Result<(), Refusal> {
        if let Some(layer) = layer {
            self.plan().get(layer).ok_or(Refusal::Gone)?;
        }
        self.bind(objects, |binding| binding.layer = layer);
        Ok(())
    }

    pub(super) fn remove_layer(&mut self, layer: LayerId) -> Result<(), Refusal> {
        self.plan().get(layer).ok_or(Refusal::Gone)?;
        let its_things = bound(self.plan(), |binding| binding.layer == Some(layer));
        self.bind(&its_things, |binding| binding.layer = None);
        self.draft.remove(layer);
        Ok(())
    }

    pub(super) fn group(&mut self, objects: &Objects) {
        // One thing alone is no group.
        if objects.len() > 1 {
            let group: GroupId = self.mint.mint();
            self.bind(objects, |binding| binding.group = Some(group));
        }
    }

    pub(super) fn ungroup(&mut self, objects: &Objects) {
        let groups = groups_of(self.plan(), objects);
        let members = bound(self.plan(), |binding| binding.group.is_some_and(|group| groups.contains(&group)));
        self.bind(&members, |binding| binding.group = None);
    }

    /// New things go to the layer that is drawn on, unless they brought their own.
    pub(super) fn put_on_current_layer(&mut self) {
        let Some(layer) = self.layer.filter(|layer| self.plan().get(*layer).is_some()) else { return };
        let mut drawn = self.added.clone();
        drawn.booths.retain(|booth| !self.bound.booths.contains(booth));
        drawn.structures.retain(|structure| !self.bound.structures.contains(structure));
        drawn.maps.retain(|map| !self.bound.maps.contains(map));
        self.bind(&drawn, |binding| binding.layer = binding.layer.or(Some(layer)));
    }
}

/// The groups that some things are in.
pub(super) fn groups_of(plan: &Plan, objects: &Objects) -> BTreeSet<GroupId> {
    objects.bindings(plan).filter_map(|binding| binding.group).collect()
}

/// Everything that is bound in some way.
fn bound(plan: &Plan, is_so: impl Fn(&Binding) -> bool) -> Objects {
    Objects {
        booths: plan.booths().iter().filter(|(_, booth)| is_so(&booth.binding)).map(|(id, _)| *id).collect(),
        structures: plan.structures().iter().filter(|(_, record)| is_so(&record.binding)).map(|(id, _)| *id).collect(),
        maps: plan.maps().iter().filter(|(_, map)| is_so(&map.binding)).map(|(id, _)| *id).collect(),
    }
}

impl Objects {
    /// To what each of them is bound.
    pub fn bindings<'a>(&'a self, plan: &'a Plan) -> impl Iterator<Item = Binding> + 'a {
        let booths = self.booths.iter().filter_map(|id| plan.get(*id)).map(|booth| booth.binding);
        let structures = self.structures.iter().filter_map(|id| plan.get(*id)).map(|structure| structure.binding);
        let maps = self.maps.iter().filter_map(|id| plan.get(*id)).map(|map| map.binding);
        booths.chain(structures).chain(maps)
    }

    /// Those of them whose binding is so.
    #[must_use]
    pub fn bound(&self, plan: &Plan, is_so: impl Fn(Binding) -> bool) -> Self {
        let mut kept = self.clone();
        kept.booths.retain(|id| plan.get(*id).is_some_and(|booth| is_so(booth.binding)));
        kept.structures.retain(|id| plan.get(*id).is_some_and(|structure| is_so(structure.binding)));
        kept.maps.retain(|id| plan.get(*id).is_some_and(|map| is_so(map.binding)));
        kept
    }

    /// These and others.
    pub fn extend(&mut self, others: &Self) {
        self.booths.extend(&others.booths);
        self.structures.extend(&others.structures);
        self.maps.extend(&others.maps);
    }
}
