//! Who gets which booth: dropping, picking with Enter, moving, sharing.

use std::collections::BTreeSet;

use super::{Dialog, DropChoice, DropQuestion, Session, Tone};
use crate::edit::{Edit, EditName, OnBooked};
use crate::plan::{BoothId, ExhibitorId, Role, Status};

impl Session {
    /// An exhibitor comes to a booth, from the list or from another booth. Where there is one way to go on it is gone;
    /// else the user is asked.
    pub(super) fn drop_exhibitor(&mut self, exhibitor: ExhibitorId, from: Option<BoothId>, to: BoothId) {
        if from == Some(to) {
            return;
        }
        let from = from.or_else(|| self.plan().booths_of(exhibitor).into_iter().find(|booth| *booth != to));
        let on_booth = self.plan().participants(to);
        let already = on_booth.iter().any(|participant| participant.exhibitor == exhibitor);
        let there: Vec<_> = on_booth
            .iter()
            .filter_map(|participant| self.plan().get(participant.exhibitor))
            .map(|exhibitor| exhibitor.name.clone())
            .collect();
        let blocked = self.plan().status(to) == Status::Blocked;
        if already || blocked || (there.is_empty() && from.is_none()) {
            self.edit_and_select(&Edit::Place { exhibitor, booths: vec![to], on_booked: OnBooked::Refuse }, to);
            return;
        }
        let mut choices = Vec::new();
        if there.is_empty() {
            choices.extend([DropChoice::Move, DropChoice::AddBooth]);
        } else {
            choices.extend([DropChoice::Share(Role::Main), DropChoice::Share(Role::Co)]);
            if from.is_some() {
                choices.push(DropChoice::Swap);
            }
            choices.push(DropChoice::Replace);
        }
        self.dialog = Some(Dialog::Drop(DropQuestion { exhibitor, from, to, there, choices }));
    }

    pub(super) fn answer_drop(&mut self, choice: DropChoice) {
        let Some(Dialog::Drop(question)) = self.dialog.take() else { return };
        let DropQuestion { exhibitor, from, to, .. } = question;
        let place = |on_booked| Edit::Place { exhibitor, booths: vec![to], on_booked };
        let rebook = |from, on_booked| Edit::Rebook { from, to, on_booked };
        let edit = match (choice, from) {
            (DropChoice::AddBooth, _) | (DropChoice::Move | DropChoice::Swap, None) => place(OnBooked::Refuse),
            (DropChoice::Move, Some(from)) => rebook(from, OnBooked::Refuse),
            (DropChoice::Swap, Some(from)) => rebook(from, OnBooked::Swap),
            (DropChoice::Share(role), None) => place(OnBooked::Share(role)),
            (DropChoice::Share(role), Some(from)) => rebook(from, OnBooked::Share(role)),
            (DropChoice::Replace, None) => place(OnBooked::Replace),
            (DropChoice::Replace, Some(from)) => rebook(from, OnBooked::Replace),
        };
        self.edit_and_select(&edit, to);
    }

    fn edit_and_select(&mut self, edit: &Edit, booth: BoothId) {
        if self.edit(edit) {
            self.selection = crate::edit::Objects::of_booths([booth]);
            if let Some(hall) = self.plan().get(booth).map(|booth| booth.hall) {
                self.hall = Some(hall);
            }
        }
    }

    /// Enter: the chosen exhibitor goes to the selected booths; without one, the list is searched.
    pub(super) fn place_chosen(&mut self) {
        let booths: Vec<BoothId> = self.booths_in_number_order();
        let Some(exhibitor) = self.directory.chosen() else {
            self.requests.push(super::Request::FocusSearch);
            return;
        };
        match booths.as_slice() {
            [] => {
                let words = self.texts.disabled_no_booth_selected();
                self.tell(Tone::Bad, words);
            }
            [booth] => {
                let placed = self.plan().is_placed(exhibitor);
                self.drop_exhibitor(exhibitor, None, *booth);
                if !placed {
                    self.directory.choose(None);
                }
            }
            _ => {
                self.edit(&Edit::Place { exhibitor, booths, on_booked: OnBooked::Refuse });
            }
        }
    }

    /// The selected booths in the natural order of their numbers.
    fn booths_in_number_order(&self) -> Vec<BoothId> {
        let mut booths: Vec<_> = self.selection.booths.iter().copied().collect();
        booths.sort_by_cached_key(|booth| self.plan().get(*booth).map(|booth| booth.number.key()));
        booths
    }

    pub(super) fn set_status(&mut self, status: Status) {
        let booths = self.selected_booths();
        let blocked: BTreeSet<_> = booths.iter().copied().filter(|booth| self.plan().status(*booth) == Status::Blocked).collect();
        if status == Status::Blocked {
            self.edit(&Edit::SetBlocked(booths, true));
            return;
        }
        let name = EditName::SetStatus(booths.len(), status);
        let mut edits = Vec::new();
        if !blocked.is_empty() {
            edits.push(Edit::SetBlocked(blocked, false));
        }
        edits.push(match status.stage() {
            None => Edit::Free(booths),
            Some(stage) => Edit::SetStage(booths, stage),
        });
        self.edit(&Edit::Together(name, edits));
    }

    pub(super) fn unblock(&mut self) {
        let booths = self.selected_booths();
        self.edit(&Edit::SetBlocked(booths, false));
    }

    pub(super) fn take_off(&mut self) {
        let booths = self.selected_booths();
        self.edit(&Edit::Free(booths));
    }
}
