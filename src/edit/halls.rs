//! Edits of whole halls, and things that go from one hall to another.

use std::collections::{BTreeMap, BTreeSet};

use super::door::Work;
use super::layout::Numbers;
use super::{NewBlock, NewNumber, Objects, Refusal};
use crate::geometry::{Mirror, Offset};
use crate::plan::{
    Binding, Block, BlockId, BoothId, GroupId, Hall, HallId, HallMap, MapId, Plan, Structure, StructureId, StructureShape,
};

impl Work<'_, '_> {
    pub(super) fn add_furnished_hall(
        &mut self,
        hall: &Hall,
        blocks: &[NewBlock],
        structures: &[StructureShape],
    ) -> Result<(), Refusal> {
        let id: HallId = self.draft.add(self.mint, hall.clone());
        for NewBlock { booth, spacing, pattern, cells } in blocks {
            let block = Block { hall: id, booth: *booth, spacing: *spacing, pattern: pattern.clone() };
            self.add_block(&block, cells)?;
        }
        self.add_things(id, &[], structures)?;
        // The base layer is a new hall's.
        self.bound.extend(&self.added);
        Ok(())
    }

    pub(super) fn duplicate_hall(&mut self, id: HallId, name: &str) -> Result<(), Refusal> {
        let hall = self.plan().get(id).ok_or(Refusal::Gone)?.as_ref().clone();
        let things = things_of(self.plan(), id);
        let blocks = blocks_of(self.plan(), id);
        let copy: HallId = self.draft.add(self.mint, Hall { name: name.to_owned(), ..hall });
        let mut new_blocks = BTreeMap::<BlockId, BlockId>::new();
        for block in blocks {
            if let Some(record) = self.plan().get(block).cloned() {
                let record = Block { hall: copy, ..record.as_ref().clone() };
                new_blocks.insert(block, self.draft.add(self.mint, record));
            }
        }
        let mut groups = BTreeMap::new();
        self.duplicate_booths(&things, copy, &new_blocks, &mut groups);
        for structure in things.structures.iter().filter_map(|id| self.plan().get(*id).cloned()).collect::<Vec<_>>() {
            let binding = self.same_binding(structure.binding, &mut groups);
            let _: StructureId = self.draft.add(self.mint, Structure { hall: copy, binding, ..structure.as_ref().clone() });
        }
        for map in things.maps.iter().filter_map(|id| self.plan().get(*id).cloned()).collect::<Vec<_>>() {
            let binding = self.same_binding(map.binding, &mut groups);
            let _: MapId = self.draft.add(self.mint, HallMap { hall: copy, binding, ..map.as_ref().clone() });
        }
        Ok(())
    }

    fn duplicate_booths(
        &mut self,
        things: &Objects,
        copy: HallId,
        blocks: &BTreeMap<BlockId, BlockId>,
        groups: &mut BTreeMap<GroupId, GroupId>,
    ) {
        let mut booths: Vec<_> = things.booths.iter().filter_map(|id| self.plan().get(*id).cloned()).collect();
        booths.sort_by_cached_key(|booth| booth.number.key());
        let mut numbers = Numbers::new(self.plan(), copy);
        let mut last: Option<(crate::plan::Number, crate::plan::Number)> = None;
        for booth in booths {
            // A run of numbers is given in a run: no search from its beginning for each of them.
            let from = match &last {
                Some((wanted, given)) if wanted.next() == booth.number => given.clone(),
                _ => booth.number.clone(),
            };
            let number = numbers.give(self.plan(), &NewNumber::From(from));
            last = Some((booth.number.clone(), number.clone()));
            let mut record = booth.as_ref().clone();
            record.binding = self.same_binding(booth.binding, groups);
            record.cell = booth.cell.and_then(|cell| Some(crate::plan::Cell { block: *blocks.get(&cell.block)?, ..cell }));
            (record.hall, record.number) = (copy, number);
            let id: BoothId = self.draft.add(self.mint, record);
            self.added.booths.insert(id);
            self.bound.booths.insert(id);
        }
    }

    /// The same layer and lock, and a group of copies alone.
    fn same_binding(&mut self, of: Binding, groups: &mut BTreeMap<GroupId, GroupId>) -> Binding {
        let group = of.group.map(|group| *groups.entry(group).or_insert_with(|| self.mint.mint()));
        Binding { group, ..of }
    }

    pub(super) fn mirror_hall(&mut self, id: HallId, mirror: Mirror) -> Result<(), Refusal> {
        self.plan().get(id).ok_or(Refusal::Gone)?;
        let things = things_of(self.plan(), id);
        self.whole_halls.insert(id);
        self.draft.change(id, |hall| hall.outline = hall.outline.mirrored(mirror));
        for booth in &things.booths {
            self.draft.change(*booth, |booth| booth.outline = booth.outline.mirrored(mirror));
        }
        for structure in &things.structures {
            self.draft.change(*structure, |structure| structure.shape = structure.shape.mirrored(mirror));
        }
        for map in &things.maps {
            self.draft.change(*map, |map| map.placement = map.mirrored(mirror));
        }
        Ok(())
    }

    pub(super) fn move_to_hall(&mut self, objects: &Objects, hall: HallId, by: Offset) -> Result<(), Refusal> {
        self.plan().get(hall).ok_or(Refusal::Gone)?;
        for booth in &objects.booths {
            self.draft.change(*booth, |booth| (booth.hall, booth.outline) = (hall, booth.outline.moved(by)));
        }
        for structure in &objects.structures {
            self.draft.change(*structure, |structure| (structure.hall, structure.shape) = (hall, structure.shape.moved(by)));
        }
        for map in &objects.maps {
            self.draft.change(*map, |map| {
                map.hall = hall;
                map.placement.origin = map.placement.origin + by;
            });
        }
        self.leave_groups_behind(objects);
        Ok(())
    }

    /// A group is in one hall: what goes without the rest of its group leaves it.
    fn leave_groups_behind(&mut self, objects: &Objects) {
        let groups = super::layers::groups_of(self.plan(), objects);
        let is_split = |group: GroupId| {
            let stays = |binding: Binding, goes: bool| binding.group == Some(group) && !goes;
            let plan = self.plan();
            plan.booths().iter().any(|(id, booth)| stays(booth.binding, objects.booths.contains(id)))
                || plan.structures().iter().any(|(id, record)| stays(record.binding, objects.structures.contains(id)))
                || plan.maps().iter().any(|(id, map)| stays(map.binding, objects.maps.contains(id)))
        };
        let split: BTreeSet<_> = groups.into_iter().filter(|group| is_split(*group)).collect();
        self.bind(objects, |binding| binding.group = binding.group.filter(|group| !split.contains(group)));
    }
}

/// All that stands in a hall.
pub(super) fn things_of(plan: &Plan, hall: HallId) -> Objects {
    Objects {
        booths: plan.booths().iter().filter(|(_, booth)| booth.hall == hall).map(|(id, _)| *id).collect(),
        structures: plan.structures().iter().filter(|(_, structure)| structure.hall == hall).map(|(id, _)| *id).collect(),
        maps: plan.maps().iter().filter(|(_, map)| map.hall == hall).map(|(id, _)| *id).collect(),
    }
}

pub(super) fn blocks_of(plan: &Plan, hall: HallId) -> Vec<BlockId> {
    plan.blocks().iter().filter(|(_, block)| block.hall == hall).map(|(id, _)| *id).collect()
}
