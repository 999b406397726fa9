//! Things made a second time.

use std::collections::BTreeMap;

use super::door::Work;
use super::layout::Numbers;
use super::{CopiedBlock, Copy, NewBooth, Refusal};
use crate::plan::{Binding, Block, Booth, BoothId, Cell, GroupId, HallId, Structure, StructureShape};

impl Work<'_, '_> {
    pub(super) fn add_copies(
        &mut self,
        hall: HallId,
        booths: &[Copy<NewBooth>],
        blocks: &[CopiedBlock],
        structures: &[Copy<StructureShape>],
    ) -> Result<(), Refusal> {
        self.plan().get(hall).ok_or(Refusal::Gone)?;
        let mut numbers = Numbers::new(self.plan(), hall);
        let mut groups = BTreeMap::new();
        let mut cells = BTreeMap::new();
        for CopiedBlock { block, cells: places } in blocks {
            let block = self.draft.add(self.mint, Block { hall, ..block.clone() });
            cells.extend(places.iter().map(|(place, (row, column))| (*place, Cell { block, row: *row, column: *column })));
        }
        for (place, Copy { thing, binding }) in booths.iter().enumerate() {
            let number = numbers.give(self.plan(), &thing.number);
            let category = thing.category.as_deref().and_then(|name| self.category(name));
            let binding = self.copied_binding(*binding, &mut groups);
            let cell = cells.get(&place).copied();
            let record = Booth { category, binding, cell, ..Booth::new(hall, number, thing.outline.clone()) };
            let id: BoothId = self.draft.add(self.mint, record);
            self.added.booths.insert(id);
            self.bound.booths.insert(id);
        }
        for Copy { thing, binding } in structures {
            let binding = self.copied_binding(*binding, &mut groups);
            let id = self.draft.add(self.mint, Structure { binding, ..Structure::new(hall, thing.clone()) });
            self.added.structures.insert(id);
            self.bound.structures.insert(id);
        }
        Ok(())
    }

    /// To what a copy is bound: its layer, as far as it is there and can be drawn on, and a group of copies alone.
    pub(super) fn copied_binding(&mut self, of: Binding, groups: &mut BTreeMap<GroupId, GroupId>) -> Binding {
        let layer = of.layer.filter(|layer| self.plan().get(*layer).is_some_and(|layer| !layer.hidden && !layer.locked));
        let group = of.group.map(|group| *groups.entry(group).or_insert_with(|| self.mint.mint()));
        Binding { layer, group, locked: false }
    }
}
