//! Booths being numbered: the panel's choices, what they would give, and the list of what was renumbered.

use std::collections::{BTreeMap, BTreeSet};

use super::file_question::FileQuestion;
use super::job::Job;
use super::{CommandId, Offer, Session, Tone};
use crate::edit::Edit;
use crate::edit::numbering::{self, ByAisle, Clash, Direction, Proposal, Scheme, Sides};
use crate::geometry::Point;
use crate::lists::RenumberedList;
use crate::plan::{BoothId, HallId, Number, Plan};
use crate::store::file_name;
use crate::text::args;
use crate::tools::ToolKind;

/// The largest first number, the largest step and the most digits that can be asked for.
const MOST: [u32; 3] = [999_999, 1_000, 8];

/// A usual way to number, to begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Preset {
    /// 1, 2, 3: one row after the other.
    Rows,
    /// There and back.
    Snake,
    /// Odd numbers on one side of each aisle, even ones on the other.
    OddEven,
    /// The same, with the 100s in the first aisle, the 200s in the second.
    Hundreds,
    /// A01 and A02 in the first aisle, B01 and B02 in the second.
    Letters,
}

impl Preset {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Rows, Self::Snake, Self::OddEven, Self::Hundreds, Self::Letters];

    /// Its scheme; where counting begins, which way it goes, which rows belong together and what is skipped stay as they are.
    fn scheme(self, now: &Scheme) -> Scheme {
        let Scheme { corner, along, pairs, skip_taken, .. } = *now;
        let plain = Scheme { corner, along, pairs, skip_taken, ..Scheme::default() };
        match self {
            Self::Rows => plain,
            Self::Snake => Scheme { direction: Direction::Serpentine, ..plain },
            Self::OddEven => Scheme { sides: Sides::OddEven, ..plain },
            Self::Hundreds => Scheme { sides: Sides::OddEven, by_aisle: ByAisle::Hundreds, start: 101, digits: 3, ..plain },
            Self::Letters => Scheme { sides: Sides::OddEven, by_aisle: ByAisle::Letters, digits: 2, ..plain },
        }
    }

    /// The preset that a scheme is.
    #[must_use]
    pub fn of(scheme: &Scheme) -> Option<Self> {
        Self::ALL.into_iter().find(|preset| preset.scheme(scheme) == *scheme)
    }
}

/// What is chosen and typed in the panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberingFields {
    /// The scheme; where a figure cannot be read, the last that could.
    pub scheme: Scheme,
    /// First number, step and digits as typed.
    pub figures: [String; 3],
    /// With a path: number only the booths along it.
    pub only_along_path: bool,
}

impl NumberingFields {
    fn new(scheme: Scheme) -> Self {
        let figures = [scheme.start, scheme.step, u32::from(scheme.digits)].map(|figure| figure.to_string());
        Self { scheme, figures, only_along_path: false }
    }

    /// The fields of a preset.
    #[must_use]
    pub fn preset(&self, preset: Preset) -> Self {
        Self { only_along_path: self.only_along_path, ..Self::new(preset.scheme(&self.scheme)) }
    }

    fn figure(&self, place: usize) -> Option<u32> {
        let least = u32::from(place != 0);
        let (typed, most) = (self.figures.get(place)?, MOST.get(place)?);
        typed.trim().parse().ok().filter(|figure| (least..=*most).contains(figure))
    }

    /// Whether first number, step and digits can be read.
    #[must_use]
    pub fn readable(&self) -> [bool; 3] {
        [0, 1, 2].map(|place| self.figure(place).is_some())
    }

    /// The fields with the figures that can be read taken over.
    fn read(mut self) -> Self {
        self.scheme.start = self.figure(0).unwrap_or(self.scheme.start);
        self.scheme.step = self.figure(1).unwrap_or(self.scheme.step);
        self.scheme.digits = self.figure(2).and_then(|digits| u8::try_from(digits).ok()).unwrap_or(self.scheme.digits);
        self
    }
}

/// A booth with the number that it has and the one that it would get.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewNumber {
    /// Which.
    pub booth: BoothId,
    /// What it is called.
    pub old: Number,
    /// What it would be called.
    pub new: Number,
    /// Another booth, which is not numbered, has that number.
    pub is_taken: bool,
}

/// Booths being numbered.
#[derive(Clone, Debug)]
pub struct Numbering {
    /// What is chosen.
    pub fields: NumberingFields,
    /// The path along which booths are counted; empty where they are counted by rows.
    pub path: Vec<Point>,
    /// What would come of it, in the order of counting.
    pub numbers: Vec<NewNumber>,
    /// Where each booth stands among them.
    pub places: BTreeMap<BoothId, usize>,
    /// What stands in the way.
    pub clashes: Vec<Clash>,
    /// A number would be too long.
    pub is_too_long: bool,
    made_for: Option<MadeFor>,
}

/// What numbers were made for.
#[derive(Clone, Debug, PartialEq, Eq)]
struct MadeFor {
    revision: u64,
    hall: Option<HallId>,
    selected: BTreeSet<BoothId>,
    fields: NumberingFields,
    path: Vec<Point>,
}

impl Numbering {
    /// The booths that would get another number than they have.
    pub fn changes(&self) -> impl Iterator<Item = &NewNumber> {
        self.numbers.iter().filter(|number| number.old != number.new)
    }

    /// Whether it can be done: some booth gets another number, and nothing stands in the way.
    #[must_use]
    pub fn is_possible(&self) -> bool {
        !self.is_too_long && self.clashes.is_empty() && self.changes().next().is_some()
    }
}

/// What a user does in the panel.
#[derive(Clone, Debug)]
pub enum NumberingAction {
    /// Other choices.
    Change(Box<NumberingFields>),
    /// By rows again.
    ForgetPath,
    /// The booths get their numbers.
    Confirm,
    /// The panel is closed.
    Close,
}

/// What booths were called: when the plan was opened, and when the list was last written.
#[derive(Clone, Debug, Default)]
pub(super) struct KnownNumbers {
    known: Plan,
    listed: Option<Plan>,
}

impl KnownNumbers {
    pub(super) fn of(plan: &Plan) -> Self {
        Self { known: plan.clone(), listed: None }
    }

    /// The plan whose numbers are known. After a list was written, that of the list, once something was renumbered since;
    /// until then the same list can be written again.
    fn before(&self, now: &Plan) -> &Plan {
        self.listed.as_ref().filter(|listed| RenumberedList::has_rows(listed, now)).unwrap_or(&self.known)
    }

    /// The list was written of this plan.
    pub(super) fn set_listed(&mut self, plan: Plan) {
        let known = self.before(&plan).clone();
        *self = Self { known, listed: Some(plan) };
    }
}

impl Session {
    /// The booths being numbered, while the panel is open.
    #[must_use]
    pub const fn numbering(&self) -> Option<&Numbering> {
        self.numbering.as_ref()
    }

    /// Opens the panel, with the choices of last time.
    pub(super) fn open_numbering(&mut self) {
        if self.numbering.is_none() {
            self.close_drawn();
            let remembered = self.settings.numbering.clone();
            let scheme: Scheme = remembered.and_then(|scheme| serde_json::from_value(scheme).ok()).unwrap_or_default();
            self.numbering = Some(Numbering {
                fields: NumberingFields::new(scheme),
                path: Vec::new(),
                numbers: Vec::new(),
                places: BTreeMap::new(),
                clashes: Vec::new(),
                is_too_long: false,
                made_for: None,
            });
        }
    }

    /// Opens the panel and takes the tool that draws a path.
    pub(super) fn number_along_path(&mut self) {
        self.open_numbering();
        self.set_tool(ToolKind::Path);
    }

    pub(super) fn close_numbering(&mut self) {
        self.numbering = None;
        if self.tool.kind() == ToolKind::Path {
            self.set_tool(ToolKind::Select);
        }
    }

    pub(super) fn take_path(&mut self, path: Vec<Point>, ended: bool) {
        self.open_numbering();
        if let Some(numbering) = &mut self.numbering {
            if numbering.path.is_empty() {
                // What is selected was chosen to be numbered; of a whole hall, what the path is about.
                numbering.fields.only_along_path = self.selection.booths.is_empty();
            }
            numbering.path = path;
        }
        if ended {
            self.set_tool(ToolKind::Select);
        }
    }

    pub(super) fn act_on_numbering(&mut self, action: NumberingAction) {
        let Some(numbering) = &mut self.numbering else { return };
        match action {
            NumberingAction::Change(fields) => numbering.fields = fields.read(),
            NumberingAction::ForgetPath => numbering.path = Vec::new(),
            NumberingAction::Confirm => self.confirm_numbering(),
            NumberingAction::Close => self.close_numbering(),
        }
    }

    fn confirm_numbering(&mut self) {
        let Some(numbering) = self.numbering.as_ref().filter(|numbering| numbering.is_possible()) else { return };
        let numbers: Vec<_> = numbering.changes().map(|number| (number.booth, number.new.clone())).collect();
        let scheme = serde_json::to_value(&numbering.fields.scheme).ok();
        let count = numbers.len();
        if self.edit(&Edit::Renumber(numbers)) {
            self.settings.numbering = scheme;
            self.close_numbering();
            let words = self.texts.booths_renumbered(args::BoothsRenumbered { count });
            let offer = Offer { command: CommandId::RenumberedList, words: self.texts.save_the_list() };
            self.tell_with(Tone::Good, words, Some(offer));
        }
    }

    /// The booths that are numbered: those selected, or all of the hall where none is.
    fn booths_to_number(&self) -> BTreeSet<BoothId> {
        if !self.selection.booths.is_empty() {
            return self.selection.booths.clone();
        }
        self.plan().booths().iter().filter(|(_, booth)| Some(booth.hall) == self.hall).map(|(id, _)| *id).collect()
    }

    /// Brings the numbers up to date with the plan, the selection and what is chosen.
    pub(super) fn refresh_numbering(&mut self) {
        let Some(mut numbering) = self.numbering.take() else { return };
        if numbering.made_for.as_ref().is_some_and(|made| made.hall != self.hall) {
            numbering.path = Vec::new();
        }
        let up_to_date = numbering.made_for.as_ref().is_some_and(|made| {
            made.revision == self.revision
                && made.hall == self.hall
                && made.selected == self.selection.booths
                && made.fields == numbering.fields
                && made.path == numbering.path
        });
        if !up_to_date {
            self.propose(&mut numbering);
        }
        self.numbering = Some(numbering);
    }

    fn propose(&self, numbering: &mut Numbering) {
        let Numbering { fields, path, .. } = &*numbering;
        let along = (path.len() > 1).then_some(path.as_slice());
        let mut booths = self.booths_to_number();
        if let Some(path) = along.filter(|_| fields.only_along_path) {
            booths = numbering::along(self.plan(), &booths, path);
        }
        let proposal = numbering::assign(self.plan(), &booths, &fields.scheme, along);
        numbering.is_too_long = proposal.is_err();
        let Proposal { numbers, clashes } = proposal.unwrap_or_default();
        let taken: BTreeSet<BoothId> = clashes.iter().map(|clash| clash.booth).collect();
        let new_number = |(booth, new): (BoothId, Number)| {
            let old = self.plan().get(booth)?.number.clone();
            Some(NewNumber { booth, old, new, is_taken: taken.contains(&booth) })
        };
        numbering.numbers = numbers.into_iter().filter_map(new_number).collect();
        numbering.places = numbering.numbers.iter().enumerate().map(|(place, number)| (number.booth, place)).collect();
        numbering.clashes = clashes;
        numbering.made_for = Some(MadeFor {
            revision: self.revision,
            hall: self.hall,
            selected: self.selection.booths.clone(),
            fields: numbering.fields.clone(),
            path: numbering.path.clone(),
        });
    }

    /// Whether there is anything to list.
    pub(super) fn has_renumbered(&self) -> bool {
        RenumberedList::has_rows(self.known_numbers.before(self.plan()), self.plan())
    }

    pub(super) fn ask_for_renumbered_list(&mut self) {
        let suggested = format!("{} - {}.pdf", self.suggested_name(), self.texts.renumbered_file_name());
        self.ask(FileQuestion::ExportRenumbered { suggested });
    }

    pub(super) fn write_renumbered_list(&mut self, path: std::path::PathBuf) {
        let words = self.texts.job_saving(args::JobSaving { file: &file_name(&path) });
        let job = Job::ExportRenumbered {
            before: Box::new(self.known_numbers.before(self.plan()).clone()),
            plan: self.plan().clone(),
            texts: self.texts.clone(),
            paper: self.settings.paper.map(Into::into).unwrap_or_default(),
            path,
        };
        self.begin(words, job);
    }
}
