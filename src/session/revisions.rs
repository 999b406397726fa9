//! A map's other pages, and its next revision: read, put in place of what was there, and compared with it.

use std::sync::Arc;

use super::{Action, Job, Session, Tone};
use crate::edit::{Edit, MapChange, MapPage, Objects};
use crate::plan::{EmbeddedFile, HallMap, MapId};
use crate::reader::MapHead;
use crate::text::args;

/// How two revisions of a map are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum CompareLook {
    /// One after the other, again and again.
    #[default]
    Blinking,
    /// Both at once: what only the old one has is red, what only the new one has is blue.
    Overlaid,
    /// The old one.
    Old,
    /// The new one.
    New,
}

impl CompareLook {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Blinking, Self::Overlaid, Self::Old, Self::New];
}

/// The revision of a map that was replaced, beside the one that is in the plan now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Which map.
    pub map: MapId,
    /// What it was.
    pub old: HallMap,
    /// How both are shown.
    pub look: CompareLook,
    /// Where the history stood when it had been replaced.
    position: u64,
}

/// What is done with two revisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompareAction {
    /// They are shown so.
    Look(CompareLook),
    /// The new one stays.
    KeepNew,
    /// The old one comes back.
    BackToOld,
}

impl Session {
    /// The two revisions of a map that are being compared.
    #[must_use]
    pub const fn comparison(&self) -> Option<&Comparison> {
        self.comparison.as_ref()
    }

    /// Has the next revision of a map read.
    pub(super) fn read_revision(&mut self, map: MapId, path: std::path::PathBuf) {
        let Some(record) = self.plan().get(map).cloned() else { return };
        let page_name = self.map_head(&record).and_then(|head| head.pages.get(record.page as usize)).cloned();
        let words = self.texts.job_opening(args::JobOpening { file: &crate::store::file_name(&path) });
        self.begin(words, Job::ReadRevision { path, map, page: record.page, page_name });
    }

    /// Puts a revision that was read in the place of a map.
    pub(super) fn replace_map(&mut self, id: MapId, (name, file): (String, EmbeddedFile), page: u32, head: &Arc<MapHead>) {
        let Some(old) = self.plan().get(id).cloned() else { return };
        if old.file == file {
            let words = self.texts.revision_is_the_same(args::RevisionIsTheSame { file: &name });
            self.tell(Tone::Bad, words);
            return;
        }
        self.maps.keep(file.hash(), page, head.clone());
        let old_head = self.map_head(&old).cloned();
        let page = crate::import::revised(&old, old_head.as_deref(), page, head);
        if self.edit(&Edit::ChangeMap(id, MapChange::Replace { name, file, page })) {
            self.selection = Objects { maps: [id].into(), ..Objects::default() };
            self.settings.panels.right_open = true;
            let position = self.editor.history().position();
            let old = old.as_ref().clone();
            self.comparison = Some(Comparison { map: id, old, look: CompareLook::default(), position });
        }
    }

    pub(super) fn compare(&mut self, action: CompareAction) {
        match action {
            CompareAction::Look(look) => {
                if let Some(comparison) = &mut self.comparison {
                    comparison.look = look;
                }
            }
            CompareAction::KeepNew => self.comparison = None,
            CompareAction::BackToOld => {
                let Some(Comparison { map, old, position, .. }) = self.comparison.take() else { return };
                if self.editor.history().position() == position {
                    self.act(Action::Run(super::CommandId::Undo));
                } else {
                    let page = MapPage {
                        page: old.page,
                        sheet: old.sheet,
                        crop: old.crop,
                        hidden_layers: old.hidden_layers.iter().cloned().collect(),
                        placement: old.placement,
                        calibrated: old.calibrated,
                    };
                    self.edit(&Edit::ChangeMap(map, MapChange::Replace { name: old.name, file: old.file, page }));
                }
            }
        }
        self.revision += 1;
    }

    /// The key that shows the other revision, for those whom blinking disturbs.
    pub(super) fn show_other_revision(&mut self) {
        if let Some(comparison) = &self.comparison {
            let look = if comparison.look == CompareLook::Old { CompareLook::New } else { CompareLook::Old };
            self.compare(CompareAction::Look(look));
        }
    }

    /// A map that is gone, or has its old file again, is not compared any more.
    pub(super) fn end_comparison(&mut self) {
        let plan = self.editor.plan();
        self.comparison.take_if(|comparison| plan.get(comparison.map).is_none_or(|map| map.file == comparison.old.file));
    }

    /// Shows another page of a map's file, once it is known.
    pub(super) fn show_map_page(&mut self, id: MapId, page: u32) {
        let Some(map) = self.plan().get(id).cloned() else { return };
        let other = HallMap { page, ..map.as_ref().clone() };
        match self.map_head(&other).cloned() {
            Some(head) => {
                let old_head = self.map_head(&map).cloned();
                let page = crate::import::revised(&map, old_head.as_deref(), page, &head);
                self.edit(&Edit::ChangeMap(id, MapChange::Page(MapPage { crop: None, ..page })));
            }
            None => {
                self.wanted_page = Some((id, page));
                let words = self.texts.job_reading_picture();
                self.begin(words, Job::OpenMap { file: map.file.clone(), page });
            }
        }
    }

    /// A page was opened: perhaps it is the one that is waited for.
    pub(super) fn take_wanted_page(&mut self, hash: &str, page: u32) {
        let is_wanted =
            |(id, wanted): &(MapId, u32)| *wanted == page && self.plan().get(*id).is_some_and(|map| map.file.hash() == hash);
        if let Some((id, page)) = self.wanted_page.filter(is_wanted) {
            self.wanted_page = None;
            // Where it could not be opened, this was said, and the map stays as it is.
            if self.plan().get(id).is_some_and(|map| self.map_head(&HallMap { page, ..map.as_ref().clone() }).is_some()) {
                self.show_map_page(id, page);
            }
        }
    }
}
