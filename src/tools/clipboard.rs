//! What is copied, as data: it can be pasted into any hall, and outlives what it was copied from.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::edit::{CopiedBlock, Copy, Edit, NewBooth, NewNumber, Objects, Origin};
use crate::geometry::{Bounds, Length, Offset, Point};
use crate::index::structure_bounds;
use crate::plan::{BlockId, Booth, HallId, Plan, StructureShape};

/// Copied booths, walls, columns, doors and texts. Bookings are not copied: an exhibitor is not in two places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clipboard {
    booths: Vec<Copy<NewBooth>>,
    blocks: Vec<CopiedBlock>,
    structures: Vec<Copy<StructureShape>>,
}

impl Clipboard {
    /// Copies what is selected; pictures are left out. Pasted booths get their old numbers where these are free, else the
    /// next free ones after them.
    #[must_use]
    pub fn copy(plan: &Plan, selection: &Objects) -> Self {
        let mut booths: Vec<_> = selection.booths.iter().filter_map(|id| plan.get(*id)).collect();
        booths.sort_by_cached_key(|booth| booth.number.key());
        let blocks = copied_blocks(plan, selection, &booths);
        let booths = booths.into_iter().map(|booth| {
            let thing = NewBooth {
                number: NewNumber::From(booth.number.clone()),
                outline: booth.outline.clone(),
                category: booth.category.and_then(|category| plan.get(category)).map(|category| category.name.clone()),
            };
            Copy { thing, binding: booth.binding }
        });
        let structures = selection.structures.iter().filter_map(|id| plan.get(*id));
        let structures = structures.map(|structure| Copy { thing: structure.shape.clone(), binding: structure.binding });
        Self { booths: booths.collect(), blocks, structures: structures.collect() }
    }

    /// Whether there is nothing to paste.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.booths.is_empty() && self.structures.is_empty()
    }

    /// How many things there are to paste.
    #[must_use]
    pub fn len(&self) -> usize {
        self.booths.len() + self.structures.len()
    }

    /// The box around what was copied, where it stood.
    #[must_use]
    pub fn bounds(&self) -> Option<Bounds> {
        let booths = self.booths.iter().map(|booth| booth.thing.outline.bounds());
        booths.chain(self.structures.iter().map(|structure| structure_bounds(&structure.thing))).reduce(Bounds::union)
    }

    /// Pastes into a hall with the middle at a point, or as near as the grid's step allows (0: no grid); what stood on the
    /// grid stands on it again. `None` where there is nothing to paste.
    #[must_use]
    pub fn paste(&self, hall: HallId, middle: Point, grid: Length) -> Option<Edit> {
        self.put(hall, self.way(middle, grid)?, Origin::Pasted)
    }

    /// How far from where it stood it is then pasted.
    #[must_use]
    pub fn way(&self, middle: Point, grid: Length) -> Option<Offset> {
        let way = middle - self.bounds()?.centre();
        Some(Offset::new(way.x.rounded_to(grid), way.y.rounded_to(grid)))
    }

    /// Makes what was copied, moved by so much.
    pub(super) fn put(&self, hall: HallId, by: Offset, origin: Origin) -> Option<Edit> {
        let moved = |Copy { thing, binding }: &Copy<NewBooth>| Copy {
            thing: NewBooth { outline: thing.outline.moved(by), ..thing.clone() },
            binding: *binding,
        };
        let booths = self.booths.iter().map(moved).collect();
        let blocks = self.blocks.iter();
        let blocks = blocks.map(|copied| CopiedBlock { block: copied.block.moved(by), ..copied.clone() }).collect();
        let structures = self.structures.iter();
        let structures = structures.map(|copy| Copy { thing: copy.thing.moved(by), ..*copy }).collect();
        (!self.is_empty()).then_some(Edit::AddCopies { hall, booths, blocks, structures, origin })
    }
}

/// The blocks of which every booth is selected, with the places of their booths among those that are copied.
fn copied_blocks(plan: &Plan, selection: &Objects, booths: &[&Arc<Booth>]) -> Vec<CopiedBlock> {
    let ids: BTreeSet<BlockId> = booths.iter().filter_map(|booth| booth.cell).map(|cell| cell.block).collect();
    let whole = ids.into_iter().filter(|id| plan.booths_of_block(*id).all(|booth| selection.booths.contains(&booth)));
    let copied = whole.filter_map(|id| {
        let of_block = |(place, booth): (usize, &&Arc<Booth>)| {
            booth.cell.filter(|cell| cell.block == id).map(|cell| (place, (cell.row, cell.column)))
        };
        let cells: BTreeMap<usize, (u32, u32)> = booths.iter().enumerate().filter_map(of_block).collect();
        Some(CopiedBlock { block: plan.get(id)?.as_ref().clone(), cells })
    });
    copied.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{self, NewCell};
    use crate::geometry::{Angle, Outline, Size};
    use crate::plan::{Block, Draft, Hall, IdMint, Pattern, Show, Spacing, Spot};

    /// A hall with one block of two rows of three booths.
    fn hall_with_a_block(mint: &mut IdMint) -> (Plan, HallId) {
        let empty = Plan::new(Show::default());
        let mut draft = Draft::new(&empty);
        let outline = Outline::rectangle(Point::ORIGIN, Size::from_mm(60_000, 40_000));
        let hall = draft.add(mint, Hall { name: "Hall".into(), outline });
        let plan = draft.finish().unwrap().0;
        let spacing = Spacing { back_to_back: true, aisle: Length::METRE * 3, gap: Length::ZERO, columns_between_aisles: 0 };
        let pattern = Pattern::Grid { origin: Point::from_mm(5_000, 5_000), angle: Angle::ZERO, rows: 2, columns: 3 };
        let block = Block { hall, booth: Size::from_mm(3_000, 3_000), spacing, pattern };
        let cell = |spot: Spot| NewCell { row: spot.row, column: spot.column, number: NewNumber::Next, category: None };
        let booths = block.spots().into_iter().map(cell).collect();
        (edit::apply(&plan, &Edit::AddBlock { block, booths, origin: Origin::Drawn }, mint).unwrap().plan, hall)
    }

    fn pasted(plan: &Plan, hall: HallId, selection: &Objects, mint: &mut IdMint) -> Plan {
        let paste = Clipboard::copy(plan, selection).paste(hall, Point::from_mm(30_000, 20_000), Length::ZERO).unwrap();
        edit::apply(plan, &paste, mint).unwrap().plan
    }

    #[test]
    fn a_block_that_is_copied_whole_is_a_block_again() {
        let mut mint = IdMint::new(1, 0);
        let (plan, hall) = hall_with_a_block(&mut mint);
        let plan = pasted(&plan, hall, &Objects::of_booths(plan.booths().keys().copied()), &mut mint);
        assert_eq!((plan.blocks().len(), plan.booths().len()), (2, 12));
        for (id, block) in plan.blocks() {
            let outlines: Vec<_> = block.spots().into_iter().map(|spot| spot.outline).collect();
            let booths: Vec<_> = plan.booths_of_block(*id).filter_map(|booth| plan.get(booth)).collect();
            assert_eq!(booths.len(), 6);
            assert!(booths.iter().all(|booth| outlines.contains(&booth.outline)), "its booths stand where its pattern has them");
        }
    }

    #[test]
    fn booths_that_are_a_part_of_a_block_are_copied_as_booths() {
        let mut mint = IdMint::new(1, 0);
        let (plan, hall) = hall_with_a_block(&mut mint);
        let plan = pasted(&plan, hall, &Objects::of_booths(plan.booths().keys().copied().take(3)), &mut mint);
        assert_eq!((plan.blocks().len(), plan.booths().len()), (1, 9));
        assert_eq!(plan.booths().values().filter(|booth| booth.cell.is_none()).count(), 3);
    }
}
