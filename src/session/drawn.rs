//! Booths out of the drawing that lies under a hall: the panel's choices and what would come of them.

use std::sync::Arc;

use super::job::{Failure, Job, Outcome};
use super::{Session, Tone};
use crate::import::{Choices, DrawnHall, DrawnReport, Proposal, propose};
use crate::plan::{HallId, HallMap, MapId};
use crate::reader::{Cancel, MapSource, Reader};
use crate::text::args;

/// A drawing of which booths are to be made.
#[derive(Clone, Debug)]
pub struct DrawnBooths {
    /// What it holds.
    pub drawn: Arc<DrawnHall>,
    /// What is chosen.
    pub choices: Choices,
    /// What would come of it.
    pub proposal: Proposal,
    id: MapId,
    /// The map as it was when it was read.
    map: HallMap,
    made_for: Option<Basis>,
    /// What a thread is working out.
    awaited: Option<Basis>,
}

/// What a proposal is made for: a state of the plan, and what was chosen.
pub type Basis = (u64, Choices);

/// Larger drawings are read on a thread: this many shapes and texts take a few milliseconds.
const LARGE: usize = 2_000;

impl DrawnBooths {
    /// The map.
    #[must_use]
    pub const fn map(&self) -> &HallMap {
        &self.map
    }

    /// Whether what is shown is being worked out anew.
    #[must_use]
    pub const fn is_behind(&self) -> bool {
        self.awaited.is_some()
    }

    /// What it would bring.
    #[must_use]
    pub fn report(&self) -> DrawnReport {
        self.proposal.report()
    }
}

/// What a user does in the panel.
#[derive(Clone, Debug)]
pub enum DrawnAction {
    /// Other choices.
    Choose(Box<Choices>),
    /// One of the booths comes into the middle of the canvas.
    Show(usize),
    /// They are added.
    Confirm,
    /// The panel is closed.
    Close,
}

impl Session {
    /// The drawing of which booths are to be made, while the panel is open.
    #[must_use]
    pub const fn drawn(&self) -> Option<&DrawnBooths> {
        self.drawn.as_ref()
    }

    /// The map whose drawing is meant: the one that is selected, else the first of the hall that is no picture.
    pub(super) fn map_with_drawing(&self) -> Option<MapId> {
        let hall = self.hall?;
        let is_drawing = |map: &HallMap| map.hall == hall && self.has_vectors(map) && !self.plan().is_hidden(map.binding);
        let of_hall = || self.index.maps(hall).filter(|id| self.plan().get(*id).is_some_and(|map| is_drawing(map)));
        let selected = of_hall().find(|id| self.selection.maps.contains(id));
        selected.or_else(|| of_hall().find(|_| self.selection.maps.is_empty()))
    }

    fn has_vectors(&self, map: &HallMap) -> bool {
        self.map_head(map).is_some_and(|head| head.kind.is_drawing())
    }

    /// Has the map's drawing read; the panel opens when that is done.
    pub(super) fn read_drawing(&mut self) {
        if let Some(id) = self.map_with_drawing() {
            self.read_drawing_of(id);
        }
    }

    fn read_drawing_of(&mut self, id: MapId) {
        let Some(map) = self.plan().get(id).map(|map| map.as_ref().clone()) else { return };
        let words = self.texts.job_reading_drawing(args::JobReadingDrawing { file: &map.name });
        let hall = self.plan().get(map.hall).map(|hall| hall.name.clone()).unwrap_or_default();
        self.begin(words, Job::FindShapes { id, map: Box::new(map), hall });
    }

    /// Opens the panel on what a drawing holds. Where it is open already, what was chosen stays.
    pub(super) fn open_drawn(&mut self, id: MapId, map: HallMap, drawn: Option<Arc<DrawnHall>>) {
        let Some(drawn) = drawn.filter(|drawn| !drawn.groups().is_empty()) else {
            let words = self.texts.drawing_has_no_shapes(args::DrawingHasNoShapes { file: &map.name });
            self.tell(Tone::Bad, words);
            return;
        };
        if self.plan().get(id).is_none_or(|now| now.hall != map.hall) {
            return;
        }
        let before = self.drawn.take().filter(|before| before.id == id && before.drawn.groups() == drawn.groups());
        let choices = before.map_or_else(|| Choices::new(&drawn), |before| before.choices);
        self.close_numbering();
        self.hall = Some(map.hall);
        self.drawn = Some(DrawnBooths { drawn, choices, proposal: Proposal::default(), id, map, made_for: None, awaited: None });
        self.requests.push(super::Request::FocusInspector);
    }

    pub(super) fn close_drawn(&mut self) {
        self.drawn = None;
    }

    pub(super) fn act_on_drawn(&mut self, action: DrawnAction) {
        let Some(panel) = &mut self.drawn else { return };
        match action {
            DrawnAction::Choose(choices) => panel.choices = *choices,
            DrawnAction::Show(place) => {
                if let Some(centre) = panel.proposal.booths.get(place).map(|booth| booth.centre) {
                    self.look_at(centre);
                }
            }
            DrawnAction::Confirm => self.add_drawn(),
            DrawnAction::Close => self.close_drawn(),
        }
    }

    fn add_drawn(&mut self) {
        // What would come of other choices is not what was looked at.
        let Some(panel) = self.drawn.as_ref().filter(|panel| !panel.is_behind()) else { return };
        let report = panel.report();
        let edit = panel.proposal.edit(&panel.drawn, &panel.choices, self.plan(), panel.map.hall);
        if edit.is_some_and(|edit| self.edit(&edit)) {
            self.close_drawn();
            let words = self.texts.drawn_report(&report);
            self.tell(Tone::Good, words);
        }
    }

    /// Brings what would come of the drawing up to date with the plan and what is chosen.
    pub(super) fn refresh_drawn(&mut self) {
        let Some(mut panel) = self.drawn.take() else { return };
        let now = self.plan().get(panel.id).cloned();
        let Some(now) = now.filter(|now| Some(now.hall) == self.hall && now.hall == panel.map.hall) else { return };
        let basis = (self.revision, panel.choices.clone());
        let is_new = panel.made_for.as_ref() != Some(&basis) && panel.awaited.as_ref() != Some(&basis);
        let is_large = panel.drawn.size() > LARGE;
        if is_new && !is_large {
            panel.proposal = propose(&panel.drawn, &panel.choices, self.plan(), panel.map.hall);
            panel.made_for = Some(basis.clone());
        } else if is_new {
            panel.awaited = Some(basis.clone());
            let words = self.texts.job_reading_drawing(args::JobReadingDrawing { file: &panel.map.name });
            let (drawn, plan, hall) = (panel.drawn.clone(), self.plan().clone(), panel.map.hall);
            self.begin(words, Job::Propose { drawn, basis: Box::new(basis), plan, hall });
        }
        let moved = lies_elsewhere(&panel.map, &now);
        panel.map = now.as_ref().clone();
        let id = panel.id;
        self.drawn = Some(panel);
        if moved {
            self.read_drawing_of(id);
        }
    }

    /// Takes over what a thread worked out, if it is what is still wanted.
    pub(super) fn take_proposal(&mut self, basis: Basis, proposal: Proposal) {
        if let Some(panel) = self.drawn.as_mut().filter(|panel| panel.awaited.as_ref() == Some(&basis)) {
            panel.proposal = proposal;
            panel.made_for = Some(basis);
            panel.awaited = None;
        }
    }

    /// Whether what is shown of the hall is a proposal.
    #[must_use]
    pub fn shows_proposal_in(&self, hall: HallId) -> bool {
        self.drawn.as_ref().is_some_and(|panel| panel.map.hall == hall)
    }
}

/// Has the vectors of a map read, and finds out what they hold.
pub(super) fn find_shapes(
    id: MapId,
    map: Box<HallMap>,
    hall: String,
    reader: &Reader,
    cancel: &Cancel,
) -> Result<Outcome, Failure> {
    let source = MapSource { hash: map.file.hash(), bytes: map.file.bytes().clone(), page: map.page };
    let drawing = reader.drawing(&source, &map.hidden_layers, cancel);
    let drawing = drawing.map_err(|error| Failure::Picture { hall, picture: map.name.clone(), error })?;
    let Some(drawing) = drawing else { return Ok(Outcome::Shapes { id, map, drawn: None }) };
    Ok(match DrawnHall::find(&drawing, &map, cancel) {
        Some(drawn) => Outcome::Shapes { id, map, drawn: Some(Arc::new(drawn)) },
        None => Outcome::Cancelled,
    })
}

/// Whether a map shows other things, or elsewhere.
fn lies_elsewhere(before: &HallMap, now: &HallMap) -> bool {
    let shown = |map: &HallMap| (map.placement, map.crop, map.sheet, map.page, map.file.hash(), map.hidden_layers.clone());
    shown(before) != shown(now)
}
