//! The examples drawn after reports of real events: what each says of its event, and that it is what its generator makes.

#[path = "../examples/make_events/devcom.rs"]
mod devcom;
#[path = "../examples/make_events/maker.rs"]
mod maker;
#[path = "../examples/make_events/names.rs"]
mod names;
#[path = "../examples/make_events/semaine.rs"]
mod semaine;
#[path = "../examples/make_events/techdays.rs"]
mod techdays;

use std::collections::{BTreeMap, BTreeSet};

use hallplan::edit::Refusal;
use hallplan::file;
use hallplan::geometry::{Bounds, Length};
use hallplan::index::{Index, structure_bounds};
use hallplan::plan::{Plan, StructureId, StructureShape, Tint, same_name};

const TECHDAYS: &str = include_str!("../assets/examples/techdays-2010.hallplan");
const SEMAINE: &str = include_str!("../assets/examples/semaine-du-numerique.hallplan");
const DEVCOM: &str = include_str!("../assets/examples/devcom.hallplan");

fn open(text: &str) -> Plan {
    file::read(text).expect("the example opens")
}

fn zones(plan: &Plan) -> Vec<(StructureId, &str, Tint, Bounds)> {
    let zone = |id: &StructureId| match &plan.get(*id)?.shape {
        shape @ StructureShape::Zone { name, tint, .. } => Some((*id, name.as_str(), *tint, structure_bounds(shape))),
        _ => None,
    };
    plan.structures().keys().filter_map(zone).collect()
}

/// Who stands in each zone, by the zone's name; those in none under no name.
fn by_zone(plan: &Plan) -> BTreeMap<String, BTreeSet<String>> {
    let index = Index::new(plan);
    let names: BTreeMap<_, _> = zones(plan).into_iter().map(|(id, name, ..)| (id, name.to_owned())).collect();
    let mut found = BTreeMap::<String, BTreeSet<String>>::new();
    for booth in plan.booths().keys() {
        let zone = index.zone_of(*booth).and_then(|zone| names.get(&zone)).cloned().unwrap_or_default();
        let people = plan.participants(*booth).iter().filter_map(|participant| plan.get(participant.exhibitor));
        found.entry(zone).or_default().extend(people.map(|exhibitor| exhibitor.name.clone()));
    }
    found
}

fn filled_of_sellable(plan: &Plan) -> (usize, usize) {
    let occupancy = Index::new(plan).show();
    (occupancy.filled, occupancy.sellable)
}

/// Every booth is inside its hall's walls, on no column and over no other booth.
fn assert_well_drawn(plan: &Plan) {
    let index = Index::new(plan);
    for (id, booth) in plan.booths() {
        let bounds = booth.outline.bounds();
        let hall = plan.get(booth.hall).expect("booths stand in halls");
        assert!(hall.outline.bounds().grown(-Length::METRE).encloses(bounds), "{}", booth.number);
        let shrunk = bounds.grown(Length::from_mm(-1));
        let others = index.booths_in(booth.hall, shrunk);
        assert_eq!(others.into_iter().filter(|other| other != id).count(), 0, "{} overlaps another booth", booth.number);
        let under = index.structures_in(plan, booth.hall, shrunk).into_iter().filter_map(|id| plan.get(id));
        let in_the_way = |shape: &StructureShape| {
            matches!(shape, StructureShape::Column(_) | StructureShape::Wall { .. } | StructureShape::NoBuild(_))
        };
        assert!(under.into_iter().all(|structure| !in_the_way(&structure.shape)), "{} stands on something", booth.number);
    }
}

#[test]
fn each_is_what_its_generator_makes() {
    type Maker = fn() -> Result<Plan, Refusal>;
    let makers: [(&str, Maker, &str); 3] = [
        ("techdays-2010", techdays::plan, TECHDAYS),
        ("semaine-du-numerique", semaine::plan, SEMAINE),
        ("devcom", devcom::plan, DEVCOM),
    ];
    for (name, make, text) in makers {
        let made = file::write(&make().unwrap());
        assert!(made == text, "cargo run --example make_events -- {name} > assets/examples/{name}.hallplan");
    }
}

#[test]
fn each_says_that_it_is_an_example_and_is_drawn_well() {
    for (text, says) in [(TECHDAYS, "An example."), (SEMAINE, "Un exemple."), (DEVCOM, "Un exemple.")] {
        let plan = open(text);
        assert!(plan.show().note.starts_with(says));
        assert_well_drawn(&plan);
    }
}

#[test]
fn ninety_eight_partners_and_a_cloud_zone_are_at_techdays() {
    let plan = open(TECHDAYS);
    assert_eq!(plan.show().title(), "TechDays 2010");
    let zones = by_zone(&plan);
    let cloud: Vec<_> = zones["Cloud"].iter().map(String::as_str).collect();
    assert_eq!(cloud, ["Microsoft Online Services", "Windows Azure"]);
    assert_eq!(zones[""].len(), 98, "partners, all with a booth");
    assert_eq!(plan.exhibitors().len(), 100);
    assert_eq!(filled_of_sellable(&plan), (100, 102));
    assert_eq!(plan.blocks().len(), 6, "double rows and islands that can be changed as blocks");
}

#[test]
fn the_activities_of_the_digital_week_are_zones_apart_each_with_a_name_and_a_colour() {
    let plan = open(SEMAINE);
    assert_eq!(plan.halls().len(), 3, "several venues");
    let zones = zones(&plan);
    assert_eq!(zones.len(), 7);
    let names: BTreeSet<_> = zones.iter().map(|(_, name, ..)| same_name(name)).collect();
    let colours: BTreeSet<_> = zones.iter().map(|(_, _, tint, _)| *tint).collect();
    assert_eq!((names.len(), colours.len()), (7, 7), "no two have the same name or colour");
    for (id, name, _, bounds) in &zones {
        let hall = plan.get(*id).unwrap().hall;
        let apart = Length::METRE * 4;
        let others = zones.iter().filter(|(other, ..)| other != id && plan.get(*other).unwrap().hall == hall);
        assert!(others.into_iter().all(|(.., other)| !other.grown(apart).touches(bounds.grown(Length::from_mm(-1)))), "{name}");
    }
    let people = by_zone(&plan);
    assert!(!people.contains_key(""), "every place belongs to an activity");
    let hosts: Vec<_> = people["Accueil des partenaires"].iter().map(String::as_str).collect();
    assert_eq!(hosts, ["L'université", "La Ville", "La bibliothèque"]);
    assert!(plan.exhibitors().len() - hosts.len() > 50, "over fifty web companies");
    assert!(plan.exhibitors().keys().all(|exhibitor| plan.is_placed(*exhibitor)));
}

#[test]
fn eight_places_are_taken_in_the_room_of_devcom_that_is_too_large() {
    let plan = open(DEVCOM);
    assert_eq!(filled_of_sellable(&plan), (8, 40));
    let of = |name: &str| {
        let category = plan.category_named(name).unwrap();
        plan.exhibitors().values().filter(|exhibitor| exhibitor.categories.contains(&category)).count()
    };
    assert_eq!((of("Participant"), of("Concurrent")), (4, 4), "half of them competitors");
    let hall = plan.halls().values().next().unwrap();
    let places = plan.booths().values().map(|booth| booth.outline.area().square_metres()).sum::<f64>();
    assert!(hall.outline.area().square_metres() > 10.0 * places, "the room is too large for them");
}
