//! The words of a hall: names of statuses, a booth as a person would name it, the legend.

use super::{AreaClass, Class, ColourBy};
use crate::geometry::Length;
use crate::plan::{BoothId, DoorKind, ExhibitorId, OpenSides, Plan, Status, StructureShape};
use crate::text::{Texts, args};

/// A status in words: "Paid".
#[must_use]
pub fn status_word(texts: &Texts, status: Status) -> String {
    texts.status(status)
}

/// By what booths are coloured, in words: "Status".
#[must_use]
pub fn colour_by_word(texts: &Texts, by: ColourBy) -> String {
    match by {
        ColourBy::Status => texts.colour_by_status(),
        ColourBy::Category => texts.colour_by_category(),
        ColourBy::Area => texts.colour_by_area(),
        ColourBy::OpenSides => texts.colour_by_open_sides(),
        ColourBy::Zone => texts.colour_by_zone(),
    }
}

/// What a colour tells, in words: "Paid", "Storage", "9 to 12 m²".
#[must_use]
pub(super) fn class_words(texts: &Texts, plan: &Plan, class: Class) -> String {
    match class {
        Class::Status(status) => status_word(texts, status),
        Class::Category(category) => {
            let category = category.and_then(|category| plan.get(category));
            category.map_or_else(|| texts.colour_no_category(), |category| category.name.clone())
        }
        Class::Area(class) => area_words(texts, class),
        Class::OpenSides(sides) => open_sides_word(texts, sides),
        Class::Zone(zone) => match zone.and_then(|zone| plan.get(zone)).map(|zone| &zone.shape) {
            Some(StructureShape::Zone { name, .. }) => name.clone(),
            _ => texts.colour_no_zone(),
        },
    }
}

fn area_words(texts: &Texts, class: AreaClass) -> String {
    let limits = AreaClass::limits(texts.units()).map(|limit| texts.area(limit));
    let [usual, roomy, large, island] = limits.each_ref().map(String::as_str);
    let between = |from, to| texts.area_between(args::AreaBetween { from, to });
    match class {
        AreaClass::Small => texts.area_under(args::AreaUnder { area: usual }),
        AreaClass::Usual => between(usual, roomy),
        AreaClass::Roomy => between(roomy, large),
        AreaClass::Large => between(large, island),
        AreaClass::Island => texts.area_from(args::AreaFrom { area: island }),
    }
}

/// How a booth stands to the aisles, with the number of its open sides: "Corner (2)".
#[must_use]
pub fn open_sides_word(texts: &Texts, sides: OpenSides) -> String {
    match sides {
        OpenSides::Enclosed => texts.open_sides_enclosed(),
        OpenSides::Inline => texts.open_sides_inline(),
        OpenSides::Corner => texts.open_sides_corner(),
        OpenSides::Peninsula => texts.open_sides_peninsula(),
        OpenSides::Island => texts.open_sides_island(),
    }
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
