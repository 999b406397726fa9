//! The maps of the halls: what their reader knows of them, and how a new one comes to its place and its scale.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use super::job::{Failure, MapRead};
use super::{Action, CommandId, Dialog, Job, PageQuestion, Session, Tone};
use crate::edit::Edit;
use crate::geometry::{Angle, Length, Outline, Point};
use crate::plan::{Hall, HallId, HallMap, Placement};
use crate::reader::{Kind, MapHead, NaturalSize, ReadError};
use crate::text::args;
use crate::tools::MapLines;

/// How wide a picture is taken to be before it is calibrated.
const UNCALIBRATED_WIDTH: Length = Length::from_mm(60_000);
/// The scale of a drawing on paper before somebody says it: one to so many.
pub(super) const USUAL_SCALE: u32 = 200;

/// What is known of the pages of maps.
#[derive(Debug, Default)]
pub(super) struct Maps {
    /// By the hash of their file and their number; `None` while they are opened, and where that failed.
    pages: BTreeMap<(String, u32), Option<Arc<MapHead>>>,
    lines: MapLines,
    /// A page is being opened: others wait, so that there is one more process for them and not one for each.
    is_opening: bool,
    /// The hashes of files of which it was said that a part cannot be read.
    failed: BTreeSet<String>,
}

impl Maps {
    pub(super) const fn lines(&self) -> &MapLines {
        &self.lines
    }

    pub(super) fn keep(&mut self, hash: String, page: u32, head: Arc<MapHead>) {
        let lines = head.lines.iter().map(|line| [line.from, line.to]).collect();
        self.lines.insert(hash.clone(), page, lines);
        self.pages.insert((hash, page), Some(head));
    }
}

impl Session {
    /// What is known of a map's page, once it was opened.
    #[must_use]
    pub fn map_head(&self, map: &HallMap) -> Option<&Arc<MapHead>> {
        self.maps.pages.get(&(map.file.hash(), map.page)).and_then(Option::as_ref)
    }

    /// Has a page opened of which nothing is known yet.
    pub(super) fn ask_for_maps(&mut self) {
        let is_new = |map: &&Arc<HallMap>| !self.maps.pages.contains_key(&(map.file.hash(), map.page));
        if self.maps.is_opening {
            return;
        }
        if let Some(map) = self.plan().maps().values().find(is_new).cloned() {
            self.maps.is_opening = true;
            self.maps.pages.insert((map.file.hash(), map.page), None);
            let words = self.texts.job_reading_picture();
            self.begin(words, Job::OpenMap { file: map.file.clone(), page: map.page });
        }
    }

    pub(super) fn map_opened(&mut self, hash: String, page: u32, head: Result<Arc<MapHead>, ReadError>) {
        self.maps.is_opening = false;
        let of = hash.clone();
        match head {
            Ok(head) => {
                self.maps.keep(hash, page, head);
                self.revision += 1;
            }
            Err(ReadError::Cancelled) => {}
            Err(error) => self.tell_unreadable(&hash, error),
        }
        self.take_wanted_page(&of, page);
        self.ask_for_maps();
    }

    /// A part of a map could not be read: it is said once for each file.
    pub(super) fn map_failed(&mut self, hash: &str, error: ReadError) {
        if self.maps.failed.insert(hash.to_owned()) {
            self.tell_unreadable(hash, error);
        }
    }

    fn tell_unreadable(&mut self, hash: &str, error: ReadError) {
        let name = self.plan().maps().values().find(|map| map.file.hash() == hash).map(|map| map.name.clone());
        let failure = Failure::Read(PathBuf::from(name.unwrap_or_default()), error);
        let (title, words) = super::words::failure(&self.texts, &failure, self.plan());
        self.problem(title, words);
    }

    /// Puts the picture on the clipboard under the hall in view.
    pub(super) fn paste_map(&mut self) {
        let words = self.texts.job_reading_picture();
        self.begin(words, Job::PasteMap { name: self.texts.pasted_map_name(), at: None });
    }

    /// Puts a map that was read into the hall in view, once it is known which page of it.
    pub(super) fn take_map(&mut self, map: MapRead) {
        let is_open = map.page.is_none() && map.head.kind == Kind::Pdf && map.head.pages.len() > 1;
        if is_open && self.dialog.is_none() {
            self.dialog = Some(Dialog::ChoosePage(Box::new(PageQuestion { map, chosen: 0 })));
        } else {
            self.add_map(map);
        }
    }

    /// Takes the page that was chosen.
    pub(super) fn take_page(&mut self, question: PageQuestion) {
        let map = MapRead { page: Some(question.chosen), ..question.map };
        if question.chosen == 0 {
            self.add_map(map);
        } else {
            let words = self.texts.job_opening(args::JobOpening { file: &map.name });
            self.begin(words, Job::ReadPage(Box::new(map)));
        }
    }

    /// Puts a map that was read into the hall in view: under the booths at its true scale, as far as it is known, or over them.
    fn add_map(&mut self, map: MapRead) {
        let MapRead { name, file, page, head, at, in_front } = map;
        let Some(hall) = self.hall else { return };
        let page = page.unwrap_or_default();
        self.maps.keep(file.hash(), page, head.clone());
        let placement = Placement { origin: Point::ORIGIN, width: UNCALIBRATED_WIDTH, angle: Angle::ZERO };
        let hidden_layers = head.layers.iter().filter(|layer| !layer.is_shown).map(|layer| layer.name.clone());
        let mut map = HallMap { in_front, page, ..HallMap::new(hall, name, file, head.sheet, placement) };
        map.hidden_layers = hidden_layers.collect();
        map.hidden_layers.sort();
        if in_front {
            self.add_in_front(map);
        } else {
            self.add_under(hall, map, head.size, at);
        }
    }

    fn add_under(&mut self, hall: HallId, mut map: HallMap, size: NaturalSize, at: Option<Point>) {
        let record = self.plan().get(hall).cloned();
        let bounds = record.as_ref().map(|hall| hall.outline.bounds());
        map.placement.origin = at.or(bounds.map(|bounds| bounds.min())).unwrap_or(Point::ORIGIN);
        map.placement.width = match size {
            NaturalSize::True { width, .. } => width,
            NaturalSize::Paper(width) => width * i64::from(USUAL_SCALE),
            NaturalSize::Unknown => bounds.map_or(UNCALIBRATED_WIDTH, |bounds| bounds.size().width),
        };
        let is_true = matches!(size, NaturalSize::True { .. }) && map.outline().is_valid();
        if !is_true && !map.outline().is_valid() {
            map.placement.width = bounds.map_or(UNCALIBRATED_WIDTH, |bounds| bounds.size().width);
        }
        map.calibrated = is_true;
        // A hall with nothing in it has only the size that every new hall has: the map knows better.
        let resize = record.filter(|_| is_true && self.is_bare(hall)).map(|hall| {
            map.placement.origin = Point::ORIGIN;
            Hall { outline: map.outline(), name: hall.name.clone() }
        });
        let add = Edit::AddMap(map);
        let edit = match resize {
            Some(larger) => Edit::Together(add.name(self.plan()), vec![add, Edit::ChangeHall(hall, larger)]),
            None => add,
        };
        if !self.edit(&edit) {
            return;
        }
        self.zoom_to_fit();
        match size {
            NaturalSize::True { unit, .. } if is_true => {
                let unit = super::words::drawing_unit(&self.texts, unit);
                let words = self.texts.true_scale(args::TrueScale { unit: &unit });
                self.tell(Tone::Good, words);
            }
            _ => {
                let words = self.texts.calibrate_next();
                self.tell(Tone::Good, words);
                self.act(Action::Run(CommandId::Calibrate));
            }
        }
    }

    /// Whether nothing lies in a hall.
    fn is_bare(&self, hall: HallId) -> bool {
        self.index.booth_count(hall) == 0
            && self.index.structures(hall).next().is_none()
            && self.index.maps(hall).next().is_none()
    }

    /// Puts a picture in the middle of what is seen, over the booths, a quarter as wide and high as the view.
    fn add_in_front(&mut self, mut map: HallMap) {
        let pixels = (map.sheet.0.max(1), map.sheet.1.max(1));
        let room = self.camera().view(self.canvas.0.max(1.0), self.canvas.1.max(1.0)).size();
        let by_depth = room.depth / 4 * i64::from(pixels.0) / i64::from(pixels.1);
        // Round figures, that can be read and typed.
        let step = Length::from_mm(100);
        map.placement.width = (room.width / 4).min(by_depth).rounded_to(step).max(Outline::LEAST * 10);
        map.calibrated = true;
        map.placement.origin = (Point::ORIGIN + (self.middle() - map.outline().centre())).rounded_to(step);
        self.edit(&Edit::AddMap(map));
    }

    /// The width on paper of what a map shows, where its file says how large its paper is.
    pub(super) fn paper_width(&self, map: &HallMap) -> Option<Length> {
        let NaturalSize::Paper(width) = self.map_head(map)?.size else { return None };
        let (shown, whole) = (i128::from(map.part().size().0), i128::from(map.sheet.0.max(1)));
        let tenths = i64::try_from(i128::from(width.tenths()) * shown / whole).ok()?;
        (tenths > 0).then_some(Length::from_tenths(tenths))
    }
}
