//! Which places of a block get a booth, and the edits that make and change blocks.

use std::collections::{BTreeMap, BTreeSet};

use super::BlockSettings;
use crate::edit::{Edit, NewCell, NewNumber, Objects, Origin, Shapes};
use crate::geometry::{Length, Outline};
use crate::index::{Index, structure_outline};
use crate::plan::{Block, BlockId, BoothId, Cell, HallId, Number, Pattern, Plan, Spot, StructureShape};

/// Less than this shared at the edges is only touching.
const TOUCHING: Length = Length::from_tenths(2);

/// What stands in the way of a block's booths.
struct Obstacles<'a> {
    plan: &'a Plan,
    index: &'a Index,
    hall: HallId,
    own: Option<BlockId>,
    structures: Vec<Outline>,
}

impl<'a> Obstacles<'a> {
    /// Booths that are not of the block itself; where a floor is filled, walls, columns and no-build areas too.
    fn of(plan: &'a Plan, index: &'a Index, block: &Block, own: Option<BlockId>) -> Self {
        let structures = match &block.pattern {
            Pattern::Fill { floor, .. } => index
                .structures_in(plan, block.hall, floor.bounds())
                .into_iter()
                .filter_map(|id| plan.get(id))
                .filter(|structure| {
                    matches!(
                        structure.shape,
                        StructureShape::Wall { .. } | StructureShape::Column(_) | StructureShape::NoBuild(_)
                    )
                })
                .map(|structure| structure_outline(&structure.shape))
                .collect(),
            _ => Vec::new(),
        };
        Self { plan, index, hall: block.hall, own, structures }
    }

    fn leave_free(&self, outline: &Outline) -> bool {
        let inner = outline.bounds().grown(-TOUCHING);
        let is_other = |booth: &BoothId| {
            self.plan.get(*booth).is_some_and(|booth| {
                let own = booth.cell.is_some_and(|cell| Some(cell.block) == self.own);
                !own && booth.outline.overlaps(outline)
            })
        };
        let stands_here = |structure: &&Outline| structure.bounds().touches(inner) && structure.overlaps(outline);
        !self.structures.iter().any(|structure| stands_here(&structure))
            && !self.index.booths_in(self.hall, inner).iter().any(is_other)
    }
}

/// The places of a new block on which nothing stands.
#[must_use]
pub fn free_spots(plan: &Plan, index: &Index, block: &Block) -> Vec<Spot> {
    let obstacles = Obstacles::of(plan, index, block, None);
    let mut spots = block.spots();
    spots.retain(|spot| obstacles.leave_free(&spot.outline));
    spots
}

/// The edit that makes a block on these places, numbered one after the other from this number, or from the next free one.
/// `None` where there is no place.
#[must_use]
pub fn new_block(block: Block, spots: &[Spot], first: Option<Number>) -> Option<Edit> {
    let mut first = first.map(NewNumber::From);
    let booths: Vec<_> = spots
        .iter()
        .map(|spot| {
            let number = first.take().unwrap_or(NewNumber::Next);
            NewCell { row: spot.row, column: spot.column, number, category: None }
        })
        .collect();
    (!booths.is_empty()).then_some(Edit::AddBlock { block, booths, origin: Origin::Drawn })
}

/// What becomes of a block's booths when it changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BlockChange {
    /// The places that have a booth then.
    pub cells: Vec<(u32, u32)>,
    /// Booths that stand elsewhere then.
    pub moved: Vec<(BoothId, Outline)>,
    /// Where booths are made.
    pub new: Vec<Outline>,
    /// Booths that are removed.
    pub gone: Vec<BoothId>,
    /// Booths that stay where they are and leave the block: they are booked, blocked, locked or have a note.
    pub kept: Vec<BoothId>,
}

impl BlockChange {
    /// What becomes of the booths of a block that is to be this one. Places that were left out before stay so, but for those of
    /// a filled floor: there every place is taken that is free.
    #[must_use]
    pub fn of(plan: &Plan, index: &Index, id: BlockId, block: &Block, shift: (i32, i32)) -> Self {
        let mut change = Self::default();
        let Some(old) = plan.get(id) else { return change };
        let fills = matches!(block.pattern, Pattern::Fill { .. });
        let shifted = |spot: &Spot| Cell { block: id, row: spot.row, column: spot.column }.shifted(shift);
        let before: BTreeSet<_> = if fills { BTreeSet::new() } else { old.spots().iter().filter_map(shifted).collect() };
        let (mut owned, mut without) = (BTreeMap::new(), Vec::new());
        for (id, booth) in plan.booths_of_block(id).filter_map(|id| Some((id, plan.get(id)?))) {
            match booth.cell.and_then(|cell| cell.shifted(shift)) {
                Some(place) => drop(owned.insert(place, (id, booth))),
                None => without.push(id),
            }
        }
        let obstacles = Obstacles::of(plan, index, block, Some(id));
        for spot in block.spots() {
            let place = spot.place();
            match owned.get(&place) {
                Some((_, booth)) if booth.outline == spot.outline => change.cells.push(place),
                Some((booth, _)) if !fills || obstacles.leave_free(&spot.outline) => {
                    change.cells.push(place);
                    change.moved.push((*booth, spot.outline));
                }
                None if !before.contains(&place) && obstacles.leave_free(&spot.outline) => {
                    change.cells.push(place);
                    change.new.push(spot.outline);
                    continue;
                }
                _ => continue,
            }
            owned.remove(&place);
        }
        let without = without.into_iter().chain(owned.into_values().map(|(id, _)| id));
        let (kept, gone) = without.partition(|id| plan.is_claimed(*id));
        (change.kept, change.gone) = (kept, gone);
        change
    }

    /// The booths that stay, where they stand then, as a gesture shows them.
    #[must_use]
    pub fn shapes(&self) -> Shapes {
        Shapes { booths: self.moved.clone(), ..Shapes::default() }
    }

    /// How many booths the block has then.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.cells.len()
    }
}

/// The edit that makes of a block this one; `None` where it would be no other.
#[must_use]
pub fn changed_block(plan: &Plan, index: &Index, id: BlockId, block: &Block, shift: (i32, i32)) -> Option<Edit> {
    let old = plan.get(id)?;
    (old.as_ref() != block).then(|| {
        let cells = BlockChange::of(plan, index, id, block, shift).cells;
        Edit::ChangeBlock { id, block: block.clone(), cells, shift }
    })
}

/// The block whose booths are what is selected, all of them and nothing else.
#[must_use]
pub fn whole_block(plan: &Plan, selection: &Objects) -> Option<BlockId> {
    let block = plan.get(*selection.booths.first()?)?.cell?.block;
    let is_of = |booth: &BoothId| plan.get(*booth).and_then(|booth| booth.cell).is_some_and(|cell| cell.block == block);
    let only = selection.len() == plan.block_size(block) && selection.booths.len() == selection.len();
    (only && selection.booths.iter().all(is_of)).then_some(block)
}

/// The blocks to which selected booths belong.
#[must_use]
pub fn blocks_of(plan: &Plan, selection: &Objects) -> BTreeSet<BlockId> {
    selection.booths.iter().filter_map(|booth| plan.get(*booth)?.cell).map(|cell| cell.block).collect()
}

/// All booths of these blocks.
#[must_use]
pub fn booths_of(plan: &Plan, blocks: &BTreeSet<BlockId>) -> Objects {
    Objects::of_booths(blocks.iter().flat_map(|block| plan.booths_of_block(*block)))
}

impl BlockSettings {
    /// The settings that make a block like this one.
    #[must_use]
    pub fn like(&self, block: &Block) -> Self {
        let spacing = block.spacing;
        Self {
            booth: block.booth,
            aisle: spacing.aisle,
            gap: spacing.gap,
            back_to_back: spacing.back_to_back,
            columns_between_aisles: spacing.columns_between_aisles,
            ..self.clone()
        }
    }
}
