//! Blocks: made, changed as a whole, broken up, and kept in agreement with their booths whatever edit is made.
//!
//! A booth belongs to its block as long as it stands where the block's pattern has it. After every edit:
//! - where all booths of a block were moved, turned or mirrored together, the pattern goes with them;
//! - else the booths that stand elsewhere now leave the block, and stay what they are;
//! - a block without booths is removed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use imbl::ordmap::DiffItem;

use super::door::Work;
use super::layout::Numbers;
use super::{NewNumber, Refusal};
use crate::geometry::{Length, Mirror, Outline, Size};
use crate::plan::{Block, BlockId, Booth, BoothId, Cell, Pattern, Plan, Spacing, Spot};

/// How far a booth may stand from where a moved pattern has it: each was rounded by itself.
const NEAR: Length = Length::from_tenths(4);
/// The same of its angle, in thousandths of a degree: that of a short part of a line follows from its rounded ends.
const NEARLY_TURNED: i32 = 20;

/// A booth of a block to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCell {
    /// Which row, from zero.
    pub row: u32,
    /// Which booth of the row, from zero.
    pub column: u32,
    /// Its number, or the one after which the next free number is taken.
    pub number: NewNumber,
    /// What is shown here, by name; a category that is not there yet is made.
    pub category: Option<String>,
}

/// A block to be made in a hall that is made with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewBlock {
    /// Width and depth of one booth.
    pub booth: Size,
    /// The floor between its booths.
    pub spacing: Spacing,
    /// Where its booths stand.
    pub pattern: Pattern,
    /// Those of the places of its pattern that get a booth, in the order in which they are numbered.
    pub cells: Vec<NewCell>,
}

/// A booth of a block before and after an edit.
struct Shifted {
    id: BoothId,
    cell: Cell,
    before: Arc<Booth>,
    after: Arc<Booth>,
}

fn by_place(block: &Block) -> BTreeMap<(u32, u32), Outline> {
    block.spots().into_iter().map(|spot| (spot.place(), spot.outline)).collect()
}

impl Work<'_, '_> {
    pub(super) fn add_block(&mut self, block: &Block, cells: &[NewCell]) -> Result<(), Refusal> {
        self.plan().get(block.hall).ok_or(Refusal::Gone)?;
        let mut spots = by_place(block);
        let id: BlockId = self.draft.add(self.mint, block.clone());
        let mut numbers = Numbers::new(self.plan(), block.hall);
        for NewCell { row, column, number, category } in cells {
            let Some(outline) = spots.remove(&(*row, *column)) else { continue };
            let number = numbers.give(self.plan(), number);
            let category = category.as_deref().and_then(|name| self.category(name));
            let cell = Some(Cell { block: id, row: *row, column: *column });
            let booth: BoothId = self.draft.add(self.mint, Booth { category, cell, ..Booth::new(block.hall, number, outline) });
            self.added.booths.insert(booth);
        }
        Ok(())
    }

    /// Booths are matched by their places in the block. One that has no place any more is removed where nothing is known of it;
    /// where it has a booking, is blocked, locked or has a note, it stays where it stands and leaves the block.
    pub(super) fn change_block(
        &mut self,
        id: BlockId,
        block: &Block,
        cells: &[(u32, u32)],
        shift: (i32, i32),
    ) -> Result<(), Refusal> {
        let hall = self.plan().get(id).ok_or(Refusal::Gone)?.hall;
        let block = Block { hall, ..block.clone() };
        let wanted: BTreeSet<_> = cells.iter().copied().collect();
        let mut spots: Vec<Spot> = block.spots();
        spots.retain(|spot| wanted.contains(&spot.place()));
        let mut free: BTreeMap<_, _> = spots.iter().map(|spot| (spot.place(), spot.outline.clone())).collect();
        let owned: Vec<_> =
            self.plan().booths_of_block(id).filter_map(|id| self.plan().get(id).map(|booth| (id, booth.clone()))).collect();
        let alike = owned.first().map(|(_, first)| {
            let shared = |same: fn(&Booth, &Booth) -> bool| owned.iter().all(|(_, booth)| same(booth, first));
            let category = first.category.filter(|_| shared(|a, b| a.category == b.category));
            let binding = if shared(|a, b| a.binding == b.binding) { first.binding } else { Default::default() };
            (category, binding)
        });
        self.draft.put(id, block);
        for (booth, record) in owned {
            let Some(cell) = record.cell else { continue };
            let place = cell.shifted(shift);
            if let Some((place, outline)) = place.and_then(|place| free.remove_entry(&place)) {
                self.added.booths.insert(booth);
                let cell = Some(Cell { row: place.0, column: place.1, ..cell });
                if outline != record.outline || cell != record.cell {
                    self.draft.change(booth, |booth| (booth.cell, booth.outline) = (cell, outline));
                }
            } else if self.plan().is_claimed(booth) {
                self.draft.change(booth, |booth| booth.cell = None);
                self.kept.push(booth);
            } else {
                self.draft.remove(booth);
            }
        }
        let (category, binding) = alike.unwrap_or_default();
        let mut numbers = Numbers::new(self.plan(), hall);
        for spot in spots {
            let Some(outline) = free.remove(&spot.place()) else { continue };
            let number = numbers.give(self.plan(), &NewNumber::Next);
            let cell = Some(Cell { block: id, row: spot.row, column: spot.column });
            let booth: BoothId =
                self.draft.add(self.mint, Booth { category, binding, cell, ..Booth::new(hall, number, outline) });
            self.added.booths.insert(booth);
        }
        Ok(())
    }

    pub(super) fn break_up(&mut self, blocks: &BTreeSet<BlockId>) {
        for block in blocks {
            let booths: Vec<_> = self.plan().booths_of_block(*block).collect();
            booths.into_iter().for_each(|booth| self.draft.change(booth, |booth| booth.cell = None));
            self.draft.remove(*block);
        }
    }

    /// Brings blocks and booths into agreement after an edit; `before` is the plan before it.
    pub(super) fn keep_blocks(&mut self, before: &Plan) {
        if before.blocks().is_empty() && self.plan().blocks().is_empty() {
            return;
        }
        let (mut touched, mut left) = (BTreeMap::<BlockId, Vec<BoothId>>::new(), BTreeSet::new());
        for item in before.booths().diff(self.plan().booths()) {
            let (id, old, new) = match item {
                DiffItem::Add(id, new) => (*id, None, Some(new)),
                DiffItem::Update { old: (id, old), new: (_, new) } => (*id, Some(old), Some(new)),
                DiffItem::Remove(id, old) => (*id, Some(old), None),
            };
            left.extend(old.and_then(|booth| booth.cell).map(|cell| cell.block));
            let Some((new, cell)) = new.and_then(|booth| Some((booth, booth.cell?))) else { continue };
            let stays = old.is_some_and(|old| old.cell == new.cell && old.outline == new.outline && old.hall == new.hall);
            if !stays || before.get(cell.block) != self.plan().get(cell.block) {
                touched.entry(cell.block).or_default().push(id);
            }
        }
        for (block, booths) in touched {
            left.insert(block);
            if !self.follow(before, block, &booths) {
                self.detach(before, block, &booths);
            }
        }
        // A block may also be made, or changed, with a pattern that has no room for any booth.
        left.extend(self.plan().blocks().diff(before.blocks()).filter_map(|item| match item {
            DiffItem::Remove(id, _) | DiffItem::Update { old: (id, _), .. } => Some(*id),
            DiffItem::Add(..) => None,
        }));
        for block in left {
            if self.plan().get(block).is_some() && self.members(before, block).next().is_none() {
                self.draft.remove(block);
            }
        }
    }

    /// The booths of a block as drafted.
    fn members(&self, before: &Plan, block: BlockId) -> impl Iterator<Item = (BoothId, &Arc<Booth>)> {
        // Who belongs to a block is looked up as it was at the last settlement; what joined since then is new.
        let plan = self.draft.plan();
        let known = before.booths_of_block(block).chain(plan.booths_of_block(block));
        let known: BTreeSet<_> = known.chain(self.added.booths.iter().copied()).collect();
        let is_of = move |booth: &&Arc<Booth>| booth.cell.is_some_and(|cell| cell.block == block);
        known.into_iter().filter_map(move |id| Some((id, plan.get(id).filter(is_of)?)))
    }

    /// Takes the pattern along with its booths, where all of them went the same way; answers whether it could.
    fn follow(&mut self, before: &Plan, id: BlockId, booths: &[BoothId]) -> bool {
        let Some(block) = self.plan().get(id).filter(|block| before.get(id) == Some(*block)).cloned() else { return false };
        // A mirror may leave some where they are: those that stand on it.
        let members: BTreeSet<_> = self.members(before, id).map(|(id, _)| id).collect();
        if members.len() > booths.len() * 2 {
            return false;
        }
        let changed = booths.iter().copied();
        let in_order = changed.chain(members.into_iter().filter(|member| !booths.contains(member)));
        let shifted = in_order.map(|id| {
            let (before, after) = (before.get(id)?.clone(), self.plan().get(id)?.clone());
            let cell = after.cell.filter(|cell| before.cell == Some(*cell))?;
            Some(Shifted { id, cell, before, after })
        });
        let Some(shifted) = shifted.collect::<Option<Vec<_>>>() else { return false };
        let Some(hall) = shifted.first().map(|booth| booth.after.hall) else { return false };
        if shifted.iter().any(|booth| booth.after.hall != hall) {
            return false;
        }
        let Some((block, cells)) = carried(&block, &shifted) else { return false };
        self.draft.put(id, Block { hall, ..block });
        for (booth, cell, outline) in cells {
            let same = self.plan().get(booth).is_some_and(|booth| booth.outline == outline && booth.cell == Some(cell));
            if !same {
                self.draft.change(booth, |booth| (booth.cell, booth.outline) = (Some(cell), outline));
            }
        }
        true
    }

    /// Booths that stand elsewhere than the pattern has them leave it.
    fn detach(&mut self, before: &Plan, id: BlockId, booths: &[BoothId]) {
        let block = self.plan().get(id).cloned();
        // What stood in this very pattern and was changed need not be compared with it.
        let same_pattern = before.get(id) == block.as_ref();
        let (known, new): (Vec<BoothId>, Vec<BoothId>) =
            booths.iter().partition(|booth| same_pattern && before.get(**booth).is_some_and(|booth| booth.cell.is_some()));
        let spots = block.as_ref().filter(|_| !new.is_empty()).map(|block| by_place(block)).unwrap_or_default();
        let strays = new.into_iter().filter(|booth| {
            let (Some(block), Some(booth)) = (&block, self.plan().get(*booth)) else { return true };
            let spot = booth.cell.and_then(|cell| spots.get(&(cell.row, cell.column)));
            booth.hall != block.hall || spot != Some(&booth.outline)
        });
        let strays: Vec<_> = strays.chain(known).collect();
        strays.into_iter().for_each(|booth| self.draft.change(booth, |booth| booth.cell = None));
    }
}

type Carried = (Block, Vec<(BoothId, Cell, Outline)>);

/// The block with its pattern moved, turned or mirrored as its booths were, and where these then stand exactly.
fn carried(block: &Block, booths: &[Shifted]) -> Option<Carried> {
    let first = booths.first()?;
    let (old, new) = (first.before.outline.centre(), first.after.outline.centre());
    let by = first.after.outline.angle() - first.before.outline.angle();
    let turned = block.turned(old, by).moved(new - old);
    let stays = |cell: Cell| Some((cell.row, cell.column));
    fitted(turned, booths, stays).or_else(|| {
        let upright = (old.y - new.y).abs() <= NEAR;
        let mirror = if upright { Mirror::LeftRight(old.x + new.x) } else { Mirror::TopBottom(old.y + new.y) };
        let (mirrored, places) = block.mirrored(mirror)?;
        fitted(mirrored, booths, |cell| places.of((cell.row, cell.column)))
    })
}

fn fitted(block: Block, booths: &[Shifted], place: impl Fn(Cell) -> Option<(u32, u32)>) -> Option<Carried> {
    let spots = by_place(&block);
    let cells = booths.iter().map(|booth| {
        let (row, column) = place(booth.cell)?;
        let outline = spots.get(&(row, column)).filter(|outline| is_near(outline, &booth.after.outline))?;
        Some((booth.id, Cell { row, column, ..booth.cell }, outline.clone()))
    });
    let cells = cells.collect::<Option<Vec<_>>>()?;
    Some((block, cells))
}

/// Whether two outlines are the same rectangle but for rounding; turned by a half it is the same.
fn is_near(a: &Outline, b: &Outline) -> bool {
    let (Outline::Rectangle { size, angle, .. }, Outline::Rectangle { size: other_size, angle: other_angle, .. }) = (a, b) else {
        return false;
    };
    let apart = (*angle - *other_angle).thousandths() % 180_000;
    size == other_size && apart.min(180_000 - apart) <= NEARLY_TURNED && a.centre().distance(b.centre()) <= NEAR
}
