//! A list of booths into a hall.

use std::collections::BTreeSet;

use super::words::tidy;
use super::{BoothRow, BoothTable};
use crate::edit::{Edit, EditName, ExhibitorFields, NewBooth, NewNumber, Origin, Refusal, apply};
use crate::geometry::{Bounds, Length, Outline, Point};
use crate::plan::{BoothId, Hall, HallId, IdMint, Number, Plan, Role, Status};

/// The floor left around the booths of a hall that is made for them.
const MARGIN: Length = Length::from_mm(3_000);

/// A booth of the list that the show did not get.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoothNotAdded {
    /// Line of the list.
    pub line: u32,
    /// Its number.
    pub number: Number,
    /// Why not.
    pub reason: Refusal,
}

/// What a list of booths brought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BoothReport {
    /// Booths of the list.
    pub read: usize,
    /// Booths that the show got.
    pub added: usize,
    /// Booths with somebody on them.
    pub placed: usize,
    /// Booths that it did not get, and exhibitors that did not get theirs.
    pub not_added: Vec<BoothNotAdded>,
}

/// Puts the booths of a list into a hall, which is made large enough where there is none of that name.
///
/// # Errors
/// Where no hall of that name can be made; a booth that cannot be added is listed instead.
pub fn add_booths(plan: &Plan, hall: &str, table: &BoothTable, mint: &mut IdMint) -> Result<(Plan, BoothReport), Refusal> {
    let mut report = BoothReport { read: table.rows.len(), ..BoothReport::default() };
    let mut plan = match plan.hall_named(hall) {
        Some(_) => plan.clone(),
        None => apply(plan, &Edit::AddHall(Hall { name: tidy(hall), outline: floor(&table.rows) }), mint)?.plan,
    };
    let id = plan.hall_named(hall).ok_or(Refusal::Gone)?;
    plan = add_outlines(&plan, id, &table.rows, mint, &mut report)?;
    let left_out: BTreeSet<u32> = report.not_added.iter().map(|not| not.line).collect();
    let mut edits = Vec::new();
    for row in table.rows.iter().filter(|row| !left_out.contains(&row.line)) {
        let Some(booth) = plan.booth_numbered(&row.number) else { continue };
        if row.status == Some(Status::Blocked) {
            edits.push(Edit::SetBlocked([booth].into(), true));
        }
        match fill(&plan, row, booth) {
            Ok(Some(edit)) => {
                report.placed += usize::from(!row.exhibitor.is_empty());
                edits.push(edit);
            }
            Ok(None) => {}
            Err(reason) => report.not_added.push(BoothNotAdded { line: row.line, number: row.number.clone(), reason }),
        }
    }
    report.not_added.sort_by_key(|not| not.line);
    plan = apply(&plan, &Edit::Together(EditName::ImportBooths(report.added), edits), mint)?.plan;
    Ok((plan, report))
}

/// The floor of a hall that has room for all rows: from the origin, or from further left and up where a booth is there.
fn floor(rows: &[BoothRow]) -> Outline {
    let origin = Bounds::between(Point::ORIGIN, Point::ORIGIN);
    let around = rows.iter().map(|row| outline(row).bounds()).fold(origin, Bounds::union);
    let max = around.max();
    let least = Length::METRE;
    let max = Point::new((max.x + MARGIN).max(least), (max.y + MARGIN).max(least));
    let min = around.min();
    let start = |value: Length| if value < Length::ZERO { value - MARGIN } else { Length::ZERO };
    Outline::from_bounds(Bounds::between(Point::new(start(min.x), start(min.y)), max))
}

fn outline(row: &BoothRow) -> Outline {
    Outline::Rectangle { origin: row.corner, size: row.size, angle: row.rotation }
}

/// Adds the booths whose numbers are free.
fn add_outlines(
    plan: &Plan,
    hall: HallId,
    rows: &[BoothRow],
    mint: &mut IdMint,
    report: &mut BoothReport,
) -> Result<Plan, Refusal> {
    let mut booths = Vec::new();
    for row in rows {
        let outline = outline(row);
        let reason = match plan.booth_numbered(&row.number) {
            Some(by) => Some(crate::plan::Violation::NumberTaken { booth: by, number: row.number.clone(), by }),
            None if !outline.is_valid() => Some(crate::plan::Violation::BoothOutline(mint.mint())),
            None => None,
        };
        match reason {
            Some(reason) => {
                report.not_added.push(BoothNotAdded {
                    line: row.line,
                    number: row.number.clone(),
                    reason: Refusal::Rule(reason),
                });
            }
            None => {
                let category = Some(row.category.clone()).filter(|name| !name.is_empty());
                booths.push(NewBooth { number: NewNumber::Exactly(row.number.clone()), outline, category });
            }
        }
    }
    report.added = booths.len();
    Ok(apply(plan, &Edit::Add { hall, booths, structures: Vec::new(), origin: Origin::Imported }, mint)?.plan)
}

/// What a row says of who is on its booth, as an edit.
fn fill(plan: &Plan, row: &BoothRow, booth: BoothId) -> Result<Option<Edit>, Refusal> {
    let status = row.status.unwrap_or(Status::Available);
    if row.exhibitor.is_empty() {
        return match status {
            Status::Available | Status::Blocked => Ok(None),
            Status::Held => Ok(status.stage().map(|stage| Edit::SetStage([booth].into(), stage))),
            Status::Reserved | Status::Contracted | Status::Paid => Err(Refusal::NobodyThere(row.number.clone())),
        };
    }
    if status == Status::Blocked {
        return Err(Refusal::BoothBlocked(row.number.clone()));
    }
    let mut named = plan.exhibitors_named(&row.exhibitor);
    let country = named.next().and_then(|id| plan.get(id)).map(|exhibitor| exhibitor.country.clone()).unwrap_or_default();
    let fields = ExhibitorFields { name: row.exhibitor.clone(), country, ..ExhibitorFields::default() };
    Ok(Some(Edit::TakeIn { fields, booths: vec![row.number.clone()], role: Role::Main, stage: status.stage() }))
}
