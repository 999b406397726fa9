//! What becomes of a drawing: numbers, exhibitors, what has to be decided, and the edit that makes it so.

use std::collections::{BTreeMap, BTreeSet};

use super::labels::{self, Reading};
use super::{DrawnHall, DrawnRole, structures};
use crate::edit::{Edit, EditName, ExhibitorFields, NewBooth, NewNumber, Origin, Things};
use crate::geometry::{Area, Outline, Point};
use crate::import::words::{status_in, tidy};
use crate::plan::{BoothId, HallId, Number, NumberKey, Plan, Role, Status, StructureShape, same_name};

/// Without a number, what is smaller than half a square metre is no booth.
const SMALLEST: Area = Area::from_units(50_000_000);

/// What stands between the names of exhibitors who share a booth, in what is exported too.
const JOINS: &str = " + ";

/// What happens to booths that cannot simply be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Decision {
    /// They get the next free numbers.
    NextFree,
    /// The first of those that have the same number keeps it; the others are left out.
    KeepFirst,
    /// They are left out.
    LeaveOut,
    /// They are added as they are.
    Add,
}

/// What is wrong with a shape that should be a booth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DrawnProblem {
    /// Its edges cross.
    Crossing,
    /// Its middle is not on the hall's floor.
    Outside,
    /// No text in it looks like a number.
    WithoutNumber,
    /// A booth of the show has this number.
    Taken,
    /// Another shape of the drawing has this number.
    Duplicate,
}

impl DrawnProblem {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::WithoutNumber, Self::Duplicate, Self::Taken, Self::Outside, Self::Crossing];

    /// What can be done about it.
    #[must_use]
    pub const fn decisions(self) -> &'static [Decision] {
        match self {
            Self::Crossing => &[Decision::LeaveOut],
            Self::Outside => &[Decision::Add, Decision::LeaveOut],
            Self::WithoutNumber | Self::Taken => &[Decision::NextFree, Decision::LeaveOut],
            Self::Duplicate => &[Decision::KeepFirst, Decision::NextFree, Decision::LeaveOut],
        }
    }
}

/// What was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices {
    /// What each group becomes.
    pub roles: Vec<DrawnRole>,
    /// What becomes of shapes that something is wrong with; where nothing is said, the first of what can be done.
    pub decisions: BTreeMap<DrawnProblem, Decision>,
    /// Whether exhibitors are read too.
    pub exhibitors: bool,
    /// Whether a plus between names stands between exhibitors who share a booth, rather than in the name of one.
    pub sharing: bool,
    /// Whether things go to layers of the plan that are named as those of the drawing.
    pub layers: bool,
}

impl Choices {
    /// What is chosen at first: the likely roles; nothing is added that somebody did not number, or that is there already.
    #[must_use]
    pub fn new(hall: &DrawnHall) -> Self {
        let roles = hall.guess();
        let groups = hall.groups().iter().zip(&roles).filter(|(_, role)| **role == DrawnRole::Booths);
        let numbered: usize = groups.map(|(group, _)| group.numbered).sum();
        let without = if numbered > 0 { Decision::LeaveOut } else { Decision::NextFree };
        let decisions = [
            (DrawnProblem::WithoutNumber, without),
            (DrawnProblem::Taken, Decision::LeaveOut),
            (DrawnProblem::Duplicate, Decision::KeepFirst),
            (DrawnProblem::Outside, Decision::LeaveOut),
        ];
        Self { roles, decisions: decisions.into(), exhibitors: true, sharing: true, layers: false }
    }

    /// What becomes of shapes with this problem.
    #[must_use]
    pub fn decision(&self, problem: DrawnProblem) -> Decision {
        let said = self.decisions.get(&problem).copied().filter(|said| problem.decisions().contains(said));
        said.or(problem.decisions().first().copied()).unwrap_or(Decision::LeaveOut)
    }
}

/// A shape that may become a booth.
#[derive(Clone, Debug, PartialEq)]
pub struct ProposedBooth {
    /// The group that it is of.
    pub group: usize,
    /// None where its edges cross.
    pub outline: Option<Outline>,
    /// Its middle.
    pub centre: Point,
    /// The number that stands in it.
    pub written: Option<Number>,
    /// The number that it gets; none where it is left out.
    pub number: Option<Number>,
    /// Whose names stand in it; several share it.
    pub exhibitors: Vec<String>,
    /// How far its booking has come or that it is not for sale, where a text in it or the name of its layer says so.
    pub status: Option<Status>,
    /// What is wrong with it.
    pub problem: Option<DrawnProblem>,
    /// The booth of the drawing that has its number too, where that is what is wrong.
    pub same_as: Option<usize>,
    /// The booth of the show that has its number, where that is what is wrong.
    pub taken_by: Option<BoothId>,
}

/// What would come of a drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proposal {
    /// Its booths, in the natural order of the numbers that stand in them.
    pub booths: Vec<ProposedBooth>,
    /// Its columns, walls and doors that are not there yet, each with its group.
    pub structures: Vec<(usize, StructureShape)>,
    /// Names that were cut short in the drawing and are nobody's of the show; their booths stay available.
    pub cut_names: usize,
    /// Names with a plus in them that are nobody's of the show as they stand.
    pub joined_names: usize,
}

/// What a drawing brought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DrawnReport {
    /// Booths that were added.
    pub booths: usize,
    /// Of them, those with an exhibitor.
    pub placed: usize,
    /// Columns, walls and doors.
    pub structures: usize,
    /// Shapes that were left out.
    pub left_out: usize,
    /// Names that were cut short in the drawing.
    pub cut_names: usize,
}

/// What would come of a drawing in a hall.
#[must_use]
pub fn propose(drawn: &DrawnHall, choices: &Choices, plan: &Plan, hall: HallId) -> Proposal {
    let is_booth = |place: usize| {
        let group = drawn.shapes.get(place).map(|shape| shape.group);
        group.and_then(|group| choices.roles.get(group)) == Some(&DrawnRole::Booths)
    };
    let mut readings = labels::read(drawn, is_booth);
    let skipped = frames_and_furniture(drawn, &readings, is_booth);
    let mut names = Names::new(plan, choices.sharing);
    let says: Vec<Option<Status>> = drawn.groups.iter().map(|group| status_in(&group.layer)).collect();
    let mut booths: Vec<ProposedBooth> = Vec::new();
    for (place, shape) in drawn.shapes.iter().enumerate() {
        if !is_booth(place) || skipped.contains(&place) {
            continue;
        }
        let reading = readings.remove(&place).unwrap_or_default();
        let exhibitors = if choices.exhibitors { names.of(reading.exhibitor) } else { Vec::new() };
        let status = reading.status.or_else(|| says.get(shape.group).copied().flatten());
        booths.push(ProposedBooth {
            group: shape.group,
            outline: shape.outline.clone(),
            centre: shape.centre,
            written: reading.number,
            number: None,
            exhibitors,
            status: status.filter(|_| choices.exhibitors),
            problem: None,
            same_as: None,
            taken_by: None,
        });
    }
    booths.sort_by_cached_key(|booth| {
        (booth.written.is_none(), booth.written.as_ref().map(Number::key), booth.centre.y, booth.centre.x)
    });
    find_problems(&mut booths, plan, hall);
    give_numbers(&mut booths, choices, plan, hall);
    let there: Vec<&StructureShape> =
        plan.structures().values().filter(|structure| structure.hall == hall).map(|structure| &structure.shape).collect();
    let mut structures = structures::structures(drawn, &choices.roles);
    structures.retain(|(_, shape)| !there.contains(&shape));
    Proposal { booths, structures, cut_names: names.cut, joined_names: names.joined }
}

/// Shapes without a number around numbered booths, such as the edge of a block, and those inside them, such as a table; and what
/// is too small for anybody to stand in.
fn frames_and_furniture(
    drawn: &DrawnHall,
    readings: &BTreeMap<usize, Reading>,
    is_booth: impl Fn(usize) -> bool,
) -> BTreeSet<usize> {
    let is_numbered = |place: &usize| readings.get(place).is_some_and(|reading| reading.number.is_some());
    let mut skipped = BTreeSet::new();
    for (place, shape) in drawn.shapes.iter().enumerate().filter(|(place, _)| is_booth(*place)) {
        let around = || shape.around.iter().copied().filter(|other| is_booth(*other));
        if is_numbered(&place) {
            skipped.extend(around().filter(|other| !is_numbered(other)));
        } else if shape.area < SMALLEST || around().next().is_some_and(|smallest| is_numbered(&smallest)) {
            skipped.insert(place);
        }
    }
    skipped
}

fn find_problems(booths: &mut [ProposedBooth], plan: &Plan, hall: HallId) {
    let mut first = BTreeMap::<NumberKey, usize>::new();
    for (place, booth) in booths.iter_mut().enumerate() {
        let is_inside = plan.get(hall).is_some_and(|hall| hall.outline.contains(booth.centre));
        let key = booth.written.as_ref().map(Number::key);
        booth.taken_by = key.as_ref().and_then(|key| plan.booth_with_key(key));
        booth.problem = match key {
            _ if booth.outline.is_none() => Some(DrawnProblem::Crossing),
            _ if !is_inside => Some(DrawnProblem::Outside),
            None => Some(DrawnProblem::WithoutNumber),
            Some(_) if booth.taken_by.is_some() => Some(DrawnProblem::Taken),
            Some(key) => {
                booth.same_as = first.get(&key).copied();
                first.entry(key).or_insert(place);
                booth.same_as.map(|_| DrawnProblem::Duplicate)
            }
        };
    }
}

/// Gives the booths their numbers: those that have free ones first, so that nobody takes them.
fn give_numbers(booths: &mut [ProposedBooth], choices: &Choices, plan: &Plan, hall: HallId) {
    let duplicates = choices.decision(DrawnProblem::Duplicate);
    let doubled: BTreeSet<usize> = booths.iter().filter_map(|booth| booth.same_as).collect();
    let mut given = BTreeSet::<NumberKey>::new();
    let mut waiting = Vec::new();
    for (place, booth) in booths.iter_mut().enumerate() {
        let is_left_out = duplicates == Decision::LeaveOut && doubled.contains(&place);
        let decision = booth.problem.map(|problem| choices.decision(problem));
        match decision {
            None if !is_left_out => booth.number.clone_from(&booth.written),
            Some(Decision::Add) => match &booth.written {
                Some(number) if !plan.has_number(&number.key()) && !given.contains(&number.key()) => {
                    booth.number = Some(number.clone());
                }
                Some(_) => {}
                None if choices.decision(DrawnProblem::WithoutNumber) == Decision::NextFree => waiting.push(place),
                None => {}
            },
            Some(Decision::NextFree) => waiting.push(place),
            None | Some(Decision::KeepFirst | Decision::LeaveOut) => {}
        }
        given.extend(booth.number.as_ref().map(Number::key));
    }
    let of_hall = plan.booths().values().filter(|booth| booth.hall == hall).map(|booth| booth.number.clone());
    let largest = booths.iter().filter_map(|booth| booth.number.clone()).chain(of_hall).max_by_key(Number::key);
    let mut last = largest;
    for place in waiting {
        let Some(booth) = booths.get_mut(place) else { continue };
        let is_taken = |key: &NumberKey| given.contains(key) || plan.has_number(key);
        let after = booth.written.clone().or_else(|| last.clone());
        let number = match after {
            Some(number) => Some(number.next_free(is_taken)),
            None => Number::new("1").map(|one| if is_taken(&one.key()) { one.next_free(is_taken) } else { one }),
        };
        if booth.written.is_none() {
            last.clone_from(&number);
        }
        given.extend(number.as_ref().map(Number::key));
        booth.number = number;
    }
}

/// The names of exhibitors, as far as a drawing has room for them.
struct Names<'p> {
    plan: &'p Plan,
    /// Whether exhibitors share a booth where their names have a plus between them.
    sharing: bool,
    /// The names of the show, once one was looked for by its beginning.
    sorted: Option<Vec<(String, String)>>,
    cut: usize,
    joined: usize,
}

impl<'p> Names<'p> {
    const fn new(plan: &'p Plan, sharing: bool) -> Self {
        Self { plan, sharing, sorted: None, cut: 0, joined: 0 }
    }

    /// Who is named in a booth. Names of several are written with a plus between them, but some have one in their name.
    fn of(&mut self, names: String) -> Vec<String> {
        let is_joined = names.contains(JOINS) && self.plan.exhibitors_named(&names).next().is_none();
        self.joined += usize::from(is_joined);
        let known = if is_joined && self.sharing {
            names.split(JOINS).map(|name| self.known(tidy(name))).collect()
        } else {
            vec![self.known(names)]
        };
        known.into_iter().filter(|name| !name.is_empty()).collect()
    }

    /// A name as it stands, or the only one of the show that begins like one that was cut short.
    fn known(&mut self, name: String) -> String {
        let Some(start) = name.strip_suffix('…').or_else(|| name.strip_suffix("...")) else { return name };
        let start = same_name(start);
        let plan = self.plan;
        let names = self.sorted.get_or_insert_with(|| {
            let exhibitors = plan.exhibitors().values();
            let mut names: Vec<_> = exhibitors.map(|known| (same_name(&known.name), known.name.clone())).collect();
            names.sort_unstable();
            names.dedup_by(|a, b| a.0 == b.0);
            names
        });
        let from = names.partition_point(|(key, _)| *key < start);
        let mut alike = names.iter().skip(from).take_while(|(key, _)| key.starts_with(&start));
        match (alike.next(), alike.next()) {
            (Some((_, only)), None) if !start.is_empty() => only.clone(),
            _ => {
                self.cut += 1;
                String::new()
            }
        }
    }
}

impl Proposal {
    /// The booths that would be added.
    pub fn added(&self) -> impl Iterator<Item = &ProposedBooth> {
        self.booths.iter().filter(|booth| booth.number.is_some() && booth.outline.is_some())
    }

    /// How many shapes have a problem.
    #[must_use]
    pub fn count(&self, problem: DrawnProblem) -> usize {
        self.booths.iter().filter(|booth| booth.problem == Some(problem)).count()
    }

    /// What it would bring.
    #[must_use]
    pub fn report(&self) -> DrawnReport {
        let booths = self.added().count();
        DrawnReport {
            booths,
            placed: self.added().filter(|booth| booth.is_placed()).count(),
            structures: self.structures.len(),
            left_out: self.booths.len() - booths,
            cut_names: self.cut_names,
        }
    }

    /// The edit that makes it so, as one step; `None` where nothing would be added.
    #[must_use]
    pub fn edit(&self, drawn: &DrawnHall, choices: &Choices, plan: &Plan, hall: HallId) -> Option<Edit> {
        let mut by_layer = BTreeMap::<Option<&str>, (Vec<NewBooth>, Vec<StructureShape>)>::new();
        let layer = |group: usize| {
            let name = drawn.groups.get(group).map(|group| group.layer.trim()).filter(|name| !name.is_empty());
            name.filter(|_| choices.layers)
        };
        for booth in self.added() {
            let (Some(number), Some(outline)) = (&booth.number, &booth.outline) else { continue };
            let new = NewBooth { number: NewNumber::Exactly(number.clone()), outline: outline.clone(), category: None };
            by_layer.entry(layer(booth.group)).or_default().0.push(new);
        }
        for (group, shape) in &self.structures {
            by_layer.entry(layer(*group)).or_default().1.push(shape.clone());
        }
        if by_layer.is_empty() {
            return None;
        }
        let add = |(layer, (booths, structures)): (Option<&str>, _)| match layer {
            Some(layer) => Edit::AddOnLayer { hall, layer: layer.to_owned(), booths, structures },
            None => Edit::Add { hall, booths, structures, origin: Origin::Imported },
        };
        let mut edits: Vec<Edit> = by_layer.into_iter().map(add).collect();
        edits.extend(self.bookings(plan));
        let name = EditName::AddFromDrawing(Things::of(self.added().count(), self.structures.len()));
        Some(Edit::Together(name, edits))
    }

    /// Who gets which booths, and which are held for nobody or not for sale. Those who have several booths, alone or with the same
    /// others, have them in one booking.
    fn bookings(&self, plan: &Plan) -> Vec<Edit> {
        let mut booked = BTreeMap::<(Vec<String>, Option<Status>), (&[String], Vec<Number>)>::new();
        let mut marked = BTreeMap::<Status, Vec<Number>>::new();
        for booth in self.added() {
            let Some(number) = booth.number.clone() else { continue };
            if booth.is_placed() {
                let who = booth.exhibitors.iter().map(|name| same_name(name)).collect();
                booked.entry((who, booth.status)).or_insert_with(|| (&booth.exhibitors, Vec::new())).1.push(number);
            } else if let Some(status @ (Status::Held | Status::Blocked)) = booth.status {
                marked.entry(status).or_default().push(number);
            }
        }
        let take_in = |names: &[String], status: Option<Status>, booths: &[Number]| {
            let stage = status.and_then(Status::stage);
            let one =
                |name: &String| Edit::TakeIn { fields: named(plan, name), booths: booths.to_vec(), role: Role::Main, stage };
            names.iter().map(one).collect::<Vec<_>>()
        };
        let mark = |(status, booths)| match status {
            Status::Blocked => Edit::SetBlockedNumbered(booths),
            _ => Edit::HoldNumbered(booths),
        };
        let placed = booked.into_iter().flat_map(|((_, status), (names, booths))| take_in(names, status, &booths));
        placed.chain(marked.into_iter().map(mark)).collect()
    }
}

impl ProposedBooth {
    /// Whether somebody gets it.
    fn is_placed(&self) -> bool {
        !self.exhibitors.is_empty() && self.status != Some(Status::Blocked)
    }
}

/// An exhibitor of which only the name is known: one of the show, where it has one of that name.
fn named(plan: &Plan, name: &str) -> ExhibitorFields {
    let country = plan.exhibitors_named(name).next().and_then(|id| plan.get(id)).map(|known| known.country.clone());
    ExhibitorFields { name: name.to_owned(), country: country.unwrap_or_default(), ..ExhibitorFields::default() }
}
