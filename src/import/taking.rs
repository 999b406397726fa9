//! What a list of exhibitors does to a show: whom it means, who is new, which booths they get.

use std::collections::{BTreeMap, BTreeSet};

use super::{ExhibitorRow, ExhibitorTable, RowProblem};
use crate::edit::{Edit, EditName, ExhibitorFields};
use crate::plan::{BoothId, Exhibitor, ExhibitorId, Number, Plan, Role, Stage, Status, same_name};

/// Why an exhibitor did not get a booth that the list names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotPlacedReason {
    /// The show has no booth of that number.
    NoSuchBooth,
    /// The booth is not for sale.
    Blocked,
}

/// A booth that the list names and that the exhibitor did not get.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotPlaced {
    /// Line of the list.
    pub line: u32,
    /// Who.
    pub exhibitor: String,
    /// Which number the list says.
    pub number: String,
    /// Why not.
    pub reason: NotPlacedReason,
}

/// What a list brings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Rows that hold anything.
    pub read: usize,
    /// Exhibitors that were not in the show.
    pub new: usize,
    /// Exhibitors of the show of whom the list says something new.
    pub changed: usize,
    /// Exhibitors of the show of whom it says nothing new.
    pub unchanged: usize,
    /// Exhibitors that get a booth, or one more.
    pub placed: usize,
    /// Exhibitors for whom the list names no booth.
    pub without_number: usize,
    /// Booths that were named in vain.
    pub not_placed: Vec<NotPlaced>,
    /// What else should be known of single rows.
    pub problems: Vec<RowProblem>,
}

/// The edit that takes a list in, where there is anything to do, and what it brings.
pub(super) fn take_in(plan: &Plan, table: ExhibitorTable) -> (Option<Edit>, Report) {
    let known = known(plan, &table.rows);
    let report = Report { read: table.read, problems: table.problems, ..Report::default() };
    let mut taking = Taking { plan, report, edits: Vec::new(), stages: BTreeMap::new() };
    let booths: Vec<Vec<BoothId>> = table.rows.iter().map(|row| taking.booths(row)).collect();
    for ((row, known), booths) in table.rows.iter().zip(&known).zip(&booths) {
        taking.note_stage(row, *known, booths);
    }
    taking.keep_further_stages();
    for ((row, known), booths) in table.rows.iter().zip(known).zip(booths) {
        taking.take(row, known, &booths);
    }
    taking.finish()
}

/// Whom each row means. An exhibitor of the show is meant by its name and country; or by its name alone, where one of the
/// two countries is not known and neither the show nor the list has another of that name.
fn known(plan: &Plan, rows: &[ExhibitorRow]) -> Vec<Option<ExhibitorId>> {
    let same: Vec<_> = rows.iter().map(|row| plan.exhibitor_named(&row.name, &row.country)).collect();
    let meant: BTreeSet<_> = same.iter().flatten().copied().collect();
    let mut strangers = BTreeMap::<String, usize>::new();
    for (row, _) in rows.iter().zip(&same).filter(|(_, same)| same.is_none()) {
        *strangers.entry(same_name(&row.name)).or_default() += 1;
    }
    let by_name = |row: &ExhibitorRow| {
        let mut named = plan.exhibitors_named(&row.name);
        let only = named.next().filter(|_| named.next().is_none()).filter(|only| !meant.contains(only))?;
        let is_alone = strangers.get(&same_name(&row.name)) == Some(&1);
        let is_unsaid = row.country.is_empty() || plan.get(only).is_some_and(|exhibitor| exhibitor.country.is_empty());
        (is_alone && is_unsaid).then_some(only)
    };
    rows.iter().zip(same).map(|(row, same)| same.or_else(|| by_name(row))).collect()
}

/// What the list says of the stage of a booth.
struct SaidStage {
    stage: Stage,
    /// The exhibitors of the show of whom it is said.
    of: BTreeSet<ExhibitorId>,
}

struct Taking<'p> {
    plan: &'p Plan,
    report: Report,
    edits: Vec<Edit>,
    stages: BTreeMap<BoothId, SaidStage>,
}

impl Taking<'_> {
    /// The booths that a row names and that can be given; the others are told.
    fn booths(&mut self, row: &ExhibitorRow) -> Vec<BoothId> {
        let mut booths = Vec::new();
        for text in &row.numbers {
            let booth = Number::new(text).and_then(|number| self.plan.booth_numbered(&number));
            let reason = match booth {
                Some(booth) if self.plan.status(booth) == Status::Blocked => NotPlacedReason::Blocked,
                Some(booth) => {
                    if !booths.contains(&booth) {
                        booths.push(booth);
                    }
                    continue;
                }
                None => NotPlacedReason::NoSuchBooth,
            };
            let (exhibitor, number) = (row.name.clone(), text.clone());
            self.report.not_placed.push(NotPlaced { line: row.line, exhibitor, number, reason });
        }
        self.report.without_number += usize::from(row.numbers.is_empty());
        booths
    }

    /// Of those who share a booth the furthest stage counts: a booth that one of them has paid is sold.
    fn note_stage(&mut self, row: &ExhibitorRow, known: Option<ExhibitorId>, booths: &[BoothId]) {
        let Some(stage) = row.status.and_then(Status::stage) else { return };
        for booth in booths {
            let said = self.stages.entry(*booth).or_insert_with(|| SaidStage { stage, of: BTreeSet::new() });
            said.of.extend(known);
            if rank(said.stage) < rank(stage) {
                said.stage = stage;
            }
        }
    }

    /// Forgets what is as it is already. A booking is set back only where the list says something of all who are in it: a paid
    /// booth stays paid when somebody joins who has only reserved.
    fn keep_further_stages(&mut self) {
        let plan = self.plan;
        self.stages.retain(|booth, said| {
            let Some(booking) = plan.booking_of(*booth).and_then(|booking| plan.get(booking)) else { return true };
            let (now, then) = (rank(booking.stage), rank(said.stage));
            if booking.participants.is_empty() {
                // Whoever gets it may bring a stage of its own; what stays held is held as long as it was.
                said.stage = if now == then { booking.stage } else { said.stage };
                return true;
            }
            let of_all = booking.participants.iter().all(|participant| said.of.contains(&participant.exhibitor));
            now < then || (now > then && of_all)
        });
    }

    fn take(&mut self, row: &ExhibitorRow, known: Option<ExhibitorId>, booths: &[BoothId]) {
        let plan = self.plan;
        let note = [row.note.as_str(), &row.website].into_iter().filter(|part| !part.is_empty());
        let mut fields = ExhibitorFields {
            name: row.name.clone(),
            country: row.country.clone(),
            categories: row.categories.clone(),
            contact: row.contact.clone(),
            note: note.collect::<Vec<_>>().join("\n"),
        };
        let comes = booths.iter().any(|booth| known.is_none_or(|id| !is_there(plan, id, *booth)));
        self.report.placed += usize::from(comes);
        if let Some((id, exhibitor)) = known.and_then(|id| Some((id, plan.get(id)?))) {
            let learns_country = exhibitor.country.is_empty() && !fields.country.is_empty();
            let has_news = comes
                || learns_country
                || says_more(plan, exhibitor, &fields)
                || booths.iter().any(|booth| self.stages.contains_key(booth));
            if !has_news {
                self.report.unchanged += 1;
                return;
            }
            self.report.changed += 1;
            if learns_country {
                self.edits.push(Edit::ChangeExhibitor(id, with_country(plan, exhibitor, &fields.country)));
            } else {
                fields.country.clone_from(&exhibitor.country);
            }
        } else {
            self.report.new += 1;
        }
        let numbers = booths.iter().filter_map(|booth| plan.get(*booth)).map(|booth| booth.number.clone()).collect();
        self.edits.push(Edit::TakeIn { fields, booths: numbers, role: Role::Main, stage: None });
    }

    fn finish(mut self) -> (Option<Edit>, Report) {
        let mut by_stage = Vec::<(Stage, BTreeSet<BoothId>)>::new();
        for (booth, SaidStage { stage, .. }) in self.stages {
            match by_stage.iter_mut().find(|(other, _)| *other == stage) {
                Some((_, booths)) => {
                    booths.insert(booth);
                }
                None => by_stage.push((stage, BTreeSet::from([booth]))),
            }
        }
        // The furthest last, so that it stays where booths of one booking are said to have come differently far.
        by_stage.sort_by_key(|(stage, _)| rank(*stage));
        self.edits.extend(by_stage.into_iter().map(|(stage, booths)| Edit::SetStage(booths, stage)));
        let count = self.report.new + self.report.changed;
        let edit = (!self.edits.is_empty()).then_some(Edit::Together(EditName::ImportExhibitors(count), self.edits));
        (edit, self.report)
    }
}

fn is_there(plan: &Plan, exhibitor: ExhibitorId, booth: BoothId) -> bool {
    plan.participants(booth).iter().any(|participant| participant.exhibitor == exhibitor)
}

/// How far a booking has come.
const fn rank(stage: Stage) -> u8 {
    match stage {
        Stage::Held { .. } => 0,
        Stage::Reserved => 1,
        Stage::Contracted => 2,
        Stage::Paid => 3,
    }
}

fn category_names(plan: &Plan, exhibitor: &Exhibitor) -> Vec<String> {
    exhibitor.categories.iter().filter_map(|id| plan.get(*id)).map(|category| category.name.clone()).collect()
}

fn with_country(plan: &Plan, exhibitor: &Exhibitor, country: &str) -> ExhibitorFields {
    ExhibitorFields {
        name: exhibitor.name.clone(),
        country: country.to_owned(),
        categories: category_names(plan, exhibitor),
        contact: exhibitor.contact.clone(),
        note: exhibitor.note.clone(),
    }
}

/// Whether the list says something of an exhibitor that the show does not know.
fn says_more(plan: &Plan, exhibitor: &Exhibitor, fields: &ExhibitorFields) -> bool {
    let has: BTreeSet<_> = category_names(plan, exhibitor).iter().map(|name| same_name(name)).collect();
    let notes: BTreeSet<_> = exhibitor.note.lines().map(same_name).collect();
    fields.categories.iter().any(|name| !has.contains(&same_name(name)))
        || (!fields.contact.is_empty() && fields.contact != exhibitor.contact)
        || fields.note.lines().any(|line| !notes.contains(&same_name(line)))
}
