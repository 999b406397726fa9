//! Edits of categories: their names, their colours, and whose they are.

use super::Refusal;
use super::door::Work;
use crate::plan::{Category, CategoryId, StructureId, StructureShape};

impl Work<'_, '_> {
    pub(super) fn change_category(&mut self, id: CategoryId, category: &Category) -> Result<(), Refusal> {
        self.plan().get(id).ok_or(Refusal::Gone)?;
        let name = category.name.trim().to_owned();
        self.draft.put(id, Category { name, colour: category.colour });
        // Names are looked up in what they were before.
        self.categories = None;
        Ok(())
    }

    pub(super) fn remove_category(&mut self, id: CategoryId) -> Result<(), Refusal> {
        self.plan().get(id).ok_or(Refusal::Gone)?;
        self.draft.remove(id);
        self.categories = None;
        Ok(())
    }

    pub(super) fn set_zone_category(&mut self, id: StructureId, name: Option<&str>) -> Result<(), Refusal> {
        self.plan().get(id).ok_or(Refusal::Gone)?;
        let given = name.and_then(|name| self.category(name));
        self.draft.change(id, |structure| {
            if let StructureShape::Zone { category, .. } = &mut structure.shape {
                *category = given;
            }
        });
        Ok(())
    }
}
