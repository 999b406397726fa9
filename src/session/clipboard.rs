//! What is cut, copied, pasted and duplicated.

use super::Session;
use crate::edit::{Edit, EditName};
use crate::geometry::Offset;
use crate::tools::{self, Clipboard};

impl Session {
    pub(super) fn copy(&mut self) {
        self.clipboard = Some(Clipboard::copy(self.plan(), &self.selection));
        self.cut = None;
    }

    pub(super) fn cut(&mut self) {
        self.copy();
        let remove = Edit::Remove(self.selection.clone());
        let name = match remove.name(self.plan()) {
            EditName::Delete(things) => EditName::Cut(things),
            other => other,
        };
        let selected = self.selection.clone();
        if self.edit(&Edit::Together(name, vec![remove])) {
            self.cut = Some((self.history_position(), selected));
        }
    }

    /// Pastes where the pointer is; where it is not on the hall, beside what was copied if that is in view, else in the middle of the
    /// view.
    pub(super) fn paste(&mut self) {
        if self.paste_cut() {
            return;
        }
        let (Some(clipboard), Some(hall)) = (&self.clipboard, self.hall) else { return };
        let step = self.tool_settings.grid;
        let view = self.camera().view(self.canvas.0, self.canvas.1);
        let edit = match self.pointer {
            Some(at) => clipboard.paste(hall, at, step),
            None if clipboard.bounds().is_some_and(|bounds| view.encloses(bounds)) => {
                tools::paste_beside(clipboard, self.plan(), &self.index, hall, step)
            }
            None => clipboard.paste(hall, self.middle(), step),
        };
        if let Some(edit) = edit {
            self.add(&edit);
        }
    }

    /// What was cut a moment ago is moved: it stays what it is, with its exhibitors. The cut is undone for it, so that one step
    /// back puts everything where it was.
    fn paste_cut(&mut self) -> bool {
        let Some((_, objects)) = self.cut.take().filter(|(position, _)| *position == self.history_position()) else {
            return false;
        };
        let (Some(clipboard), Some(hall)) = (&self.clipboard, self.hall) else { return false };
        let step = self.tool_settings.grid;
        let view = self.camera().view(self.canvas.0, self.canvas.1);
        let by = match self.pointer {
            Some(at) => clipboard.way(at, step),
            None if clipboard.bounds().is_some_and(|bounds| view.encloses(bounds)) => Some(Offset::ZERO),
            None => clipboard.way(self.middle(), step),
        };
        let Some(by) = by else { return false };
        self.undo(false);
        let pasted = self.try_edit(&Edit::MoveToHall { objects: objects.clone(), hall, by }).is_ok();
        if !pasted {
            self.undo(true);
        }
        self.show_hall(hall);
        if pasted {
            self.selection = objects;
            self.reveal_selection();
        }
        pasted
    }

    pub(super) fn duplicate(&mut self) {
        if let Some(hall) = self.hall
            && let Some(edit) = tools::duplicate(&self.selection, self.plan(), &self.index, hall, self.tool_settings.grid)
        {
            self.add(&edit);
        }
    }

    /// Makes an edit that adds things, and shows them; says so where numbers had to be other ones.
    pub(super) fn add(&mut self, edit: &Edit) -> bool {
        let made = self.edit(edit);
        if made {
            self.reveal_selection();
            self.tell_other_numbers(edit);
        }
        made
    }

    fn tell_other_numbers(&mut self, edit: &Edit) {
        let Edit::AddCopies { booths, .. } = edit else { return };
        let wanted = booths.iter().map(|booth| match &booth.thing.number {
            crate::edit::NewNumber::From(number) | crate::edit::NewNumber::Exactly(number) => Some(number.clone()),
            crate::edit::NewNumber::Next => None,
        });
        let got = self.selection.booths.iter().filter_map(|booth| self.plan().get(*booth)).map(|booth| booth.number.clone());
        let other: Vec<_> = wanted
            .zip(got)
            .filter_map(|(wanted, got)| wanted.filter(|wanted| *wanted != got).map(|wanted| format!("{wanted} → {got}")))
            .collect();
        if !other.is_empty() {
            let count = other.len();
            let list = shortened_list(&other);
            let words = self.texts.numbers_given(crate::text::args::NumbersGiven { count, list: &list });
            self.tell(super::Tone::Good, words);
        }
    }
}

/// The first few, and an ellipsis where there are more.
pub(super) fn shortened_list(items: &[String]) -> String {
    const SHOWN: usize = 6;
    let mut list = items.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(", ");
    if items.len() > SHOWN {
        list.push_str(", …");
    }
    list
}
