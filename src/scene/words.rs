//! The words of a hall: letters and names of statuses, a booth as a person would name it, the legend.

use crate::geometry::Length;
use crate::plan::{BoothId, DoorKind, ExhibitorId, Plan, Status};
use crate::text::{Texts, args};

/// The letter in a booth's corner that says its status where colours cannot be told apart. Available booths are empty and
/// blocked ones hatched.
#[must_use]
pub const fn status_letter(status: Status) -> Option<&'static str> {
    match status {
        Status::Available | Status::Blocked => None,
        Status::Held => Some("H"),
        Status::Reserved => Some("R"),
        Status::Contracted => Some("C"),
        Status::Paid => Some("P"),
    }
}

/// A status in words: "Paid".
#[must_use]
pub fn status_word(texts: &Texts, status: Status) -> String {
    texts.status(status)
}

/// Every status with its words, in the order of a legend.
#[must_use]
pub fn legend(texts: &Texts) -> Vec<(Status, String)> {
    Status::ALL.map(|status| (status, status_word(texts, status))).into()
}

/// The names of exhibitors, joined: "Acer + Asus".
#[must_use]
pub fn joined_names(plan: &Plan, exhibitors: impl Iterator<Item = ExhibitorId>) -> String {
    let names: Vec<&str> =
        exhibitors.filter_map(|exhibitor| plan.get(exhibitor)).map(|exhibitor| exhibitor.name.as_str()).collect();
    names.join(" + ")
}

/// A booth as a person would name it: "Booth E21, Synology, paid". Empty where there is no such booth.
#[must_use]
pub fn booth_label(plan: &Plan, texts: &Texts, id: BoothId) -> String {
    let Some(booth) = plan.get(id) else {
        return String::new();
    };
    let number = booth.number.as_str();
    let status = status_word(texts, plan.status(id)).to_lowercase();
    let names = joined_names(plan, plan.participants(id).iter().map(|participant| participant.exhibitor));
    if names.is_empty() {
        texts.booth_name_and(args::BoothNameAnd { number, what: &status })
    } else {
        texts.booth_full_name(args::BoothFullName { number, exhibitors: &names, status: &status })
    }
}

/// What is written at a door.
pub(super) fn door_words(texts: &Texts, kind: DoorKind, width: Length) -> String {
    match kind {
        DoorKind::Entrance => texts.door_entrance(),
        DoorKind::Exit => texts.door_exit(args::DoorExit { width: &texts.length(width) }),
        DoorKind::Service => texts.door_service(),
    }
}
