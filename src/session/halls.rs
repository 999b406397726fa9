//! Whole halls: duplicated, mirrored, and things that go from one to another.

use super::clipboard::shortened_list;
use super::{Session, Tone};
use crate::edit::{Edit, Objects};
use crate::geometry::Mirror;
use crate::plan::HallId;
use crate::text::args;
use crate::tools;

impl Session {
    /// The hall in view a second time; the numbers that its booths got are said.
    pub(super) fn duplicate_hall(&mut self) {
        let Some((id, hall)) = self.hall.and_then(|id| Some((id, self.plan().get(id)?.clone()))) else { return };
        let names = (2..).map(|number| format!("{} ({number})", hall.name));
        let Some(name) = names.into_iter().find(|name| self.plan().hall_named(name).is_none()) else { return };
        if !self.edit(&Edit::DuplicateHall(id, name.clone())) {
            return;
        }
        let Some(copy) = self.plan().hall_named(&name) else { return };
        let numbers = |of: HallId| {
            let in_order = self.plan().booths_by_number().filter_map(|booth| self.plan().get(booth));
            in_order.filter(|booth| booth.hall == of).map(|booth| booth.number.to_string()).collect::<Vec<_>>()
        };
        let given = numbers(copy);
        let words = (!given.is_empty()).then(|| {
            let list = shortened_list(&given);
            self.texts.hall_duplicated(args::HallDuplicated { hall: &name, count: given.len(), list: &list })
        });
        self.show_hall(copy);
        self.selection = Objects::default();
        words.into_iter().for_each(|words| self.tell(Tone::Good, words));
    }

    /// The hall in view as in a mirror. What cannot be mirrored is said.
    pub(super) fn mirror_hall(&mut self, left_right: bool) {
        let Some((id, hall)) = self.hall.and_then(|id| Some((id, self.plan().get(id)?.clone()))) else { return };
        let blocks = |session: &Self| session.plan().blocks().values().filter(|block| block.hall == id).count();
        let before = blocks(self);
        if !self.edit(&Edit::MirrorHall(id, Mirror::through(hall.outline.bounds(), left_right))) {
            return;
        }
        if self.index.maps(id).next().is_some() {
            let words = self.texts.pictures_not_mirrored();
            self.tell(Tone::Good, words);
        }
        let broken = before.saturating_sub(blocks(self));
        if broken > 0 {
            let words = self.texts.blocks_broken_up(args::BlocksBrokenUp { count: broken });
            self.tell(Tone::Good, words);
        }
    }

    /// The halls that what is selected can go to.
    pub(super) fn other_halls(&self) -> Vec<HallId> {
        self.plan().halls().keys().copied().filter(|hall| Some(*hall) != self.hall).collect()
    }

    /// What is selected goes to another hall, where there is room for it; its exhibitors come along.
    pub(super) fn move_to_hall(&mut self, hall: HallId) {
        let selected = self.selection.clone();
        let Some(edit) = tools::to_hall(&selected, self.plan(), &self.index, hall) else { return };
        if !self.edit(&edit) {
            return;
        }
        self.show_hall(hall);
        self.selection = selected;
        self.reveal_selection();
        if let Some(name) = self.plan().get(hall).map(|hall| hall.name.clone()) {
            let things = self.texts.things(self.selection.things());
            let words = self.texts.moved_to_hall(args::MovedToHall { things: &things, hall: &name });
            self.tell(Tone::Good, words);
        }
    }
}
