//! Edits of halls and of what stands in them.

use std::collections::BTreeSet;

use super::door::Work;
use super::{NewBooth, NewNumber, Objects, Refusal, Shapes};
use crate::plan::{
    Booth, BoothId, Category, CategoryId, Hall, HallId, Layer, Number, NumberKey, Plan, Structure, StructureShape, same_name,
};

impl Work<'_, '_> {
    pub(super) fn change_hall(&mut self, id: HallId, hall: &Hall) -> Result<(), Refusal> {
        self.plan().get(id).ok_or(Refusal::Gone)?;
        self.draft.put(id, hall.clone());
        Ok(())
    }

    pub(super) fn remove_hall(&mut self, id: HallId) -> Result<(), Refusal> {
        self.plan().get(id).ok_or(Refusal::Gone)?;
        let objects = super::halls::things_of(self.plan(), id);
        let blocks = super::halls::blocks_of(self.plan(), id);
        self.whole_halls.insert(id);
        self.remove(&objects);
        blocks.into_iter().for_each(|block| self.draft.remove(block));
        self.draft.remove(id);
        Ok(())
    }

    pub(super) fn add_things(&mut self, hall: HallId, booths: &[NewBooth], structures: &[StructureShape]) -> Result<(), Refusal> {
        self.plan().get(hall).ok_or(Refusal::Gone)?;
        let mut numbers = Numbers::new(self.plan(), hall);
        for booth in booths {
            let number = numbers.give(self.plan(), &booth.number);
            let category = booth.category.as_deref().and_then(|name| self.category(name));
            let record = Booth { category, ..Booth::new(hall, number, booth.outline.clone()) };
            let id: BoothId = self.draft.add(self.mint, record);
            self.added.booths.insert(id);
        }
        for shape in structures {
            let id = self.draft.add(self.mint, Structure::new(hall, shape.clone()));
            self.added.structures.insert(id);
        }
        Ok(())
    }

    /// New things on the layer of this name, which is made where there is none.
    pub(super) fn add_on_layer(
        &mut self,
        hall: HallId,
        layer: &str,
        booths: &[NewBooth],
        structures: &[StructureShape],
    ) -> Result<(), Refusal> {
        let known = self.plan().layers().iter().find(|(_, known)| same_name(&known.name) == same_name(layer)).map(|(id, _)| *id);
        let layer = known
            .unwrap_or_else(|| self.draft.add(self.mint, Layer { name: layer.trim().to_owned(), hidden: false, locked: false }));
        let before = self.added.clone();
        self.add_things(hall, booths, structures)?;
        let new = Objects {
            booths: self.added.booths.difference(&before.booths).copied().collect(),
            structures: self.added.structures.difference(&before.structures).copied().collect(),
            ..Objects::default()
        };
        self.set_layer(&new, Some(layer))?;
        self.bound.extend(&new);
        Ok(())
    }

    pub(super) fn reshape(&mut self, shapes: &Shapes) {
        for (id, outline) in &shapes.booths {
            self.draft.change(*id, |booth| booth.outline = outline.clone());
        }
        for (id, shape) in &shapes.structures {
            self.draft.change(*id, |structure| structure.shape = shape.clone());
        }
        for (id, placement) in &shapes.maps {
            self.draft.change(*id, |map| map.placement = *placement);
        }
    }

    pub(super) fn remove(&mut self, objects: &Objects) {
        for booth in &objects.booths {
            self.free(*booth);
            self.draft.remove(*booth);
        }
        objects.structures.iter().for_each(|structure| self.draft.remove(*structure));
        objects.maps.iter().for_each(|map| self.draft.remove(*map));
    }

    pub(super) fn set_blocked(&mut self, booths: &BTreeSet<BoothId>, blocked: bool) -> Result<(), Refusal> {
        for booth in booths {
            let record = self.plan().get(*booth).ok_or(Refusal::Gone)?;
            if blocked && let Some(booking) = self.plan().booking_of(*booth).and_then(|booking| self.plan().get(booking)) {
                let by = booking.participants.iter().filter_map(|participant| self.plan().get(participant.exhibitor));
                let by = by.map(|exhibitor| exhibitor.name.clone()).collect();
                return Err(Refusal::BlockedAndBooked { number: record.number.clone(), by });
            }
            self.draft.change(*booth, |booth| booth.blocked = blocked);
        }
        Ok(())
    }

    /// The category with this name, made where it is not there yet; none for a blank name.
    pub(super) fn category(&mut self, name: &str) -> Option<CategoryId> {
        let name = name.trim();
        if name.is_empty() {
            return None;
        }
        let all = self.draft.plan().categories();
        let known =
            self.categories.get_or_insert_with(|| all.iter().map(|(id, category)| (same_name(&category.name), *id)).collect());
        let id = known.entry(same_name(name)).or_insert_with(|| self.draft.add(self.mint, Category::named(name)));
        Some(*id)
    }
}

/// Gives free numbers to the booths of one edit.
pub(super) struct Numbers {
    given: BTreeSet<NumberKey>,
    latest: Option<Number>,
}

impl Numbers {
    pub(super) fn new(plan: &Plan, hall: HallId) -> Self {
        let latest = plan.booths().iter().rev().find(|(_, booth)| booth.hall == hall).map(|(_, booth)| booth.number.clone());
        Self { given: BTreeSet::new(), latest }
    }

    pub(super) fn give(&mut self, plan: &Plan, wanted: &NewNumber) -> Number {
        let is_taken = |key: &NumberKey| self.given.contains(key) || plan.has_number(key);
        let number = match wanted {
            NewNumber::Exactly(number) => number.clone(),
            NewNumber::From(number) if !is_taken(&number.key()) => number.clone(),
            NewNumber::From(number) => number.next_free(is_taken),
            NewNumber::Next => match &self.latest {
                Some(latest) => latest.next_free(is_taken),
                None => first_of_a_hall(is_taken),
            },
        };
        self.given.insert(number.key());
        self.latest = Some(number.clone());
        number
    }
}

/// A01, or B01 where another hall has the As, and so on.
fn first_of_a_hall(is_taken: impl Fn(&NumberKey) -> bool) -> Number {
    let firsts = ('A'..='Z').filter_map(|letter| Number::new(&format!("{letter}01")));
    let free = firsts.into_iter().find(|number| !is_taken(&number.key()));
    free.or_else(|| Number::new("1").map(|one| one.next_free(is_taken))).unwrap_or_else(|| unreachable!("1 is a number"))
}
