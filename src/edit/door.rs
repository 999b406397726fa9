//! The door itself, and the editor that stands in it with the plan and its history.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use super::{Earlier, Edit, EditName, History, Objects, Refusal};
use crate::plan::{BoothId, CategoryId, Change, Draft, HallId, IdMint, LayerId, Plan, Stage};

/// What an edit did.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The new plan.
    pub plan: Plan,
    /// The records before and after; empty where the edit changed nothing.
    pub change: Change,
    /// What it made.
    pub added: Objects,
    /// Booths that left the block that they belonged to because it has no place for them any more: they are booked, blocked or
    /// otherwise too dear to be removed.
    pub kept: Vec<BoothId>,
}

/// An edit being made.
pub(super) struct Work<'w, 'base> {
    pub(super) draft: Draft<'base>,
    pub(super) mint: &'w mut IdMint,
    pub(super) added: Objects,
    pub(super) kept: Vec<BoothId>,
    /// What of it brought its layer with it.
    pub(super) bound: Objects,
    /// The layer that new things go to; none is the base layer.
    pub(super) layer: Option<LayerId>,
    /// Halls that are changed as a whole: locks inside them hold nothing.
    pub(super) whole_halls: BTreeSet<HallId>,
    /// The categories by name, once one was looked up: a long list names them thousands of times.
    pub(super) categories: Option<BTreeMap<String, CategoryId>>,
}

/// Makes an edit on a plan; what it draws goes to the base layer.
///
/// # Errors
/// Why it cannot be made; the plan is then as it was.
pub fn apply(plan: &Plan, edit: &Edit, mint: &mut IdMint) -> Result<Outcome, Refusal> {
    apply_on_layer(plan, edit, mint, None)
}

fn apply_on_layer(plan: &Plan, edit: &Edit, mint: &mut IdMint, layer: Option<LayerId>) -> Result<Outcome, Refusal> {
    let mut work = Work {
        draft: Draft::new(plan),
        mint,
        added: Objects::default(),
        kept: Vec::new(),
        bound: Objects::default(),
        layer,
        whole_halls: BTreeSet::new(),
        categories: None,
    };
    work.run(edit)?;
    work.put_on_current_layer();
    let Work { added, kept, whole_halls, draft, .. } = work;
    let (after, change) = draft.finish()?;
    super::locks::check(plan, &change, &whole_halls)?;
    Ok(Outcome { plan: after, change, added, kept })
}

impl Work<'_, '_> {
    pub(super) fn plan(&self) -> &Plan {
        self.draft.plan()
    }

    fn run(&mut self, edit: &Edit) -> Result<(), Refusal> {
        if let Edit::Together(_, edits) = edit {
            return edits.iter().try_for_each(|edit| {
                self.run(edit)?;
                Ok(self.draft.settle()?)
            });
        }
        let before = self.plan().clone();
        self.run_one(edit)?;
        self.keep_blocks(&before);
        Ok(())
    }

    fn run_one(&mut self, edit: &Edit) -> Result<(), Refusal> {
        match edit {
            Edit::SetShow(show) => {
                self.draft.set_show(show.clone());
                Ok(())
            }
            Edit::AddHall(hall) => {
                self.draft.add::<crate::plan::HallId>(self.mint, hall.clone());
                Ok(())
            }
            Edit::ChangeHall(id, hall) => self.change_hall(*id, hall),
            Edit::RemoveHall(id) => self.remove_hall(*id),
            Edit::Add { hall, booths, structures, .. } => self.add_things(*hall, booths, structures),
            Edit::AddOnLayer { hall, layer, booths, structures } => self.add_on_layer(*hall, layer, booths, structures),
            Edit::AddCopies { hall, booths, blocks, structures, .. } => self.add_copies(*hall, booths, blocks, structures),
            Edit::AddFurnishedHall { hall, blocks, structures } => self.add_furnished_hall(hall, blocks, structures),
            Edit::DuplicateHall(id, name) => self.duplicate_hall(*id, name),
            Edit::MirrorHall(id, mirror) => self.mirror_hall(*id, *mirror),
            Edit::MoveToHall { objects, hall, by } => self.move_to_hall(objects, *hall, *by),
            Edit::AddLayer(layer) => {
                self.draft.add::<LayerId>(self.mint, layer.clone());
                Ok(())
            }
            Edit::ChangeLayer(id, layer) => {
                self.plan().get(*id).ok_or(Refusal::Gone)?;
                self.draft.put(*id, layer.clone());
                Ok(())
            }
            Edit::RemoveLayer(id) => self.remove_layer(*id),
            Edit::SetLayer(objects, layer) => self.set_layer(objects, *layer),
            Edit::Group(objects) => {
                self.group(objects);
                Ok(())
            }
            Edit::Ungroup(objects) => {
                self.ungroup(objects);
                Ok(())
            }
            Edit::SetLocked(objects, locked) => {
                self.bind(objects, |binding| binding.locked = *locked);
                Ok(())
            }
            Edit::AddMap(map) => {
                let id = self.draft.add(self.mint, map.clone());
                self.added.maps.insert(id);
                Ok(())
            }
            Edit::ChangeMap(id, change) => self.change_map(*id, change),
            Edit::Reshape(_, shapes) => {
                self.reshape(shapes);
                Ok(())
            }
            Edit::Split { booths, cut } => self.split(booths, *cut),
            Edit::Merge { booths, number } => self.merge(booths, *number),
            Edit::CutColumns(booths, cut) => {
                self.cut_columns(booths, *cut);
                Ok(())
            }
            Edit::ChangeStructure(id, shape) => {
                self.draft.change(*id, |structure| structure.shape = shape.clone());
                Ok(())
            }
            Edit::Remove(objects) => {
                self.remove(objects);
                Ok(())
            }
            Edit::SetNumber(booth, number) => {
                self.draft.change(*booth, |booth| booth.number = number.clone());
                Ok(())
            }
            Edit::Renumber(numbers) => {
                for (booth, number) in numbers {
                    self.plan().get(*booth).ok_or(Refusal::Gone)?;
                    self.draft.change(*booth, |booth| booth.number = number.clone());
                }
                Ok(())
            }
            Edit::SetCategory(booths, category) => {
                let category = category.as_deref().and_then(|name| self.category(name));
                for booth in booths {
                    self.draft.change(*booth, |booth| booth.category = category);
                }
                Ok(())
            }
            Edit::SetZoneCategory(zone, name) => self.set_zone_category(*zone, name.as_deref()),
            Edit::AddCategory(category) => {
                self.draft.add::<CategoryId>(self.mint, category.clone());
                self.categories = None;
                Ok(())
            }
            Edit::ChangeCategory(id, category) => self.change_category(*id, category),
            Edit::RemoveCategory(id) => self.remove_category(*id),
            Edit::SetOpenSides(booths, sides) => {
                for booth in booths {
                    self.draft.change(*booth, |booth| booth.open_sides = *sides);
                }
                Ok(())
            }
            Edit::SetBlocked(booths, blocked) => self.set_blocked(booths, *blocked),
            Edit::SetNote(booth, note) => {
                self.draft.change(*booth, |booth| booth.note.clone_from(note));
                Ok(())
            }
            Edit::SetStage(booths, stage) => self.set_stage(booths, *stage),
            Edit::Free(booths) => {
                booths.iter().for_each(|booth| self.free(*booth));
                Ok(())
            }
            Edit::Place { exhibitor, booths, on_booked } => self.place(*exhibitor, booths, *on_booked),
            Edit::Rebook { from, to, on_booked } => self.rebook(*from, *to, *on_booked),
            Edit::Leave { booth, exhibitor } => self.leave(*booth, *exhibitor),
            Edit::SetRole { booth, exhibitor, role } => self.set_role(*booth, *exhibitor, *role),
            Edit::AddExhibitor(fields) => self.add_exhibitor(fields).map(|_| ()),
            Edit::ChangeExhibitor(id, fields) => self.change_exhibitor(*id, fields),
            Edit::SetLogo(id, logo) => {
                self.plan().get(*id).ok_or(Refusal::Gone)?;
                self.draft.change(*id, |exhibitor| exhibitor.logo.clone_from(logo));
                Ok(())
            }
            Edit::RemoveExhibitors(exhibitors) => {
                exhibitors.iter().for_each(|exhibitor| self.remove_exhibitor(*exhibitor));
                Ok(())
            }
            Edit::TakeIn { fields, booths, role, stage } => self.take_in(fields, booths, *role, *stage),
            Edit::SetBlockedNumbered(numbers) => {
                let booths = self.numbered(numbers)?;
                self.set_blocked(&booths, true)
            }
            Edit::HoldNumbered(numbers) => {
                let booths = self.numbered(numbers)?;
                self.set_stage(&booths, Stage::Held { until: None })
            }
            Edit::AddBlock { block, booths, .. } => self.add_block(block, booths),
            Edit::ChangeBlock { id, block, cells, shift } => self.change_block(*id, block, cells, *shift),
            Edit::BreakUp(blocks) => {
                self.break_up(blocks);
                Ok(())
            }
            Edit::Together(..) => self.run(edit),
        }
    }
}

/// An open plan with its history. Every change of a plan that is open goes through here.
#[derive(Clone, Debug)]
pub struct Editor {
    plan: Plan,
    mint: IdMint,
    history: History,
    layer: Option<LayerId>,
}

impl Editor {
    /// Opens a plan; `tag` keeps the ids that this copy makes apart from those of other copies.
    #[must_use]
    pub fn new(plan: Plan, tag: u32) -> Self {
        let mint = IdMint::new(tag, plan.largest_counter());
        Self { plan, mint, history: History::default(), layer: None }
    }

    /// Opens a plan that steps of an earlier session led to, the first of them first: they can be undone.
    #[must_use]
    pub fn after(earlier: Vec<Earlier>, plan: Plan, tag: u32) -> Self {
        let mut editor = Self::new(plan, tag);
        for Earlier { words, change, at } in earlier {
            editor.history.push(EditName::Earlier(words), change, at, (Objects::default(), Objects::default()));
        }
        editor.mark_saved(editor.history.position());
        editor
    }

    /// The plan as it is.
    #[must_use]
    pub const fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The layer that new things go to, which is never a hidden or a locked one; none is the base layer.
    #[must_use]
    pub fn layer(&self) -> Option<LayerId> {
        self.layer.filter(|layer| self.plan.get(*layer).is_some_and(|layer| !layer.hidden && !layer.locked))
    }

    /// New things go to this layer from now on.
    pub const fn set_layer(&mut self, layer: Option<LayerId>) {
        self.layer = layer;
    }

    /// What was done and undone.
    #[must_use]
    pub const fn history(&self) -> &History {
        &self.history
    }

    /// The plan that stood at this position of the history is now in its file.
    pub const fn mark_saved(&mut self, position: u64) {
        self.history.mark_saved(position);
    }

    /// See [`History::mark_unsaved`].
    pub const fn mark_unsaved(&mut self) {
        self.history.mark_unsaved();
    }

    /// Makes an edit; one that changes nothing is no step of the history.
    ///
    /// # Errors
    /// Why it cannot be made; the plan is then as it was.
    pub fn apply(&mut self, edit: &Edit, at: Timestamp, selected: &Objects) -> Result<Outcome, Refusal> {
        let name = edit.name(&self.plan);
        let layer = self.layer();
        let outcome = apply_on_layer(&self.plan, edit, &mut self.mint, layer)?;
        if !outcome.change.is_empty() {
            let after = if outcome.added.is_empty() { selected.clone() } else { outcome.added.clone() };
            self.history.push(name, outcome.change.clone(), at, (selected.clone(), after));
            self.plan = outcome.plan.clone();
        }
        Ok(outcome)
    }

    /// Takes the last step back: the change that this makes, and what was selected before it.
    ///
    /// # Errors
    /// Where the plan has since become one on which the step cannot be taken back.
    pub fn undo(&mut self) -> Result<Option<(Change, Objects)>, Refusal> {
        let Some(entry) = self.history.next_undo() else { return Ok(None) };
        let change = self.take(entry.change.reversed())?;
        Ok(self.history.undo().map(|entry| (change, entry.selected_before.clone())))
    }

    /// Makes the last undone step again: the change, and what was selected after it.
    ///
    /// # Errors
    /// Where the plan has since become one on which the step cannot be made.
    pub fn redo(&mut self) -> Result<Option<(Change, Objects)>, Refusal> {
        let Some(entry) = self.history.next_redo() else { return Ok(None) };
        let change = self.take(entry.change.clone())?;
        Ok(self.history.redo().map(|entry| (change, entry.selected_after.clone())))
    }

    /// Takes a change in that was made elsewhere, as one step of the history: what a colleague did, or what was done before the
    /// program was started. Gives the change that it makes here.
    ///
    /// # Errors
    /// The rule of the plan that it breaks here; the plan is then as it was.
    pub fn take_in(&mut self, name: EditName, change: Change, at: Timestamp) -> Result<Change, Refusal> {
        let change = self.take(change)?;
        if !change.is_empty() {
            self.mint = IdMint::new(self.mint.tag(), self.plan.largest_counter());
            self.history.push(name, change.clone(), at, (Objects::default(), Objects::default()));
        }
        Ok(change)
    }

    fn take(&mut self, change: Change) -> Result<Change, Refusal> {
        let mut draft = Draft::new(&self.plan);
        draft.take(&change);
        let (plan, change) = draft.finish()?;
        self.plan = plan;
        Ok(change)
    }
}
