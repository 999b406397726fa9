//! The example that comes with the program: what it says of the show, and that it is what the generator makes.

#[path = "../examples/make_it_partners/names.rs"]
mod names;
#[path = "../examples/make_it_partners/show.rs"]
mod show;

use std::collections::BTreeSet;

use hallplan::file;
use hallplan::geometry::{Area, Bounds, Length};
use hallplan::plan::{BoothId, DoorKind, HallId, Plan, Role, Stage, Status, StructureShape};

const EXAMPLE: &str = include_str!("../assets/examples/it-partners-2022.hallplan");

fn example() -> Plan {
    file::read(EXAMPLE).expect("the example opens")
}

fn filled(plan: &Plan, booths: &[BoothId]) -> usize {
    booths.iter().filter(|booth| plan.is_filled(**booth)).count()
}

fn sellable(plan: &Plan, hall: Option<HallId>) -> Vec<BoothId> {
    let is_in = |of: HallId| hall.is_none_or(|hall| hall == of);
    plan.booths().iter().filter(|(_, booth)| !booth.blocked && is_in(booth.hall)).map(|(id, _)| *id).collect()
}

fn bounds_in(plan: &Plan, hall: HallId) -> Vec<Bounds> {
    plan.booths().values().filter(|booth| booth.hall == hall).map(|booth| booth.outline.bounds()).collect()
}

#[test]
fn it_is_what_the_generator_makes() {
    let made = file::write(&show::plan().unwrap());
    assert!(made == EXAMPLE, "cargo run --example make_it_partners > assets/examples/it-partners-2022.hallplan");
}

#[test]
fn two_hundred_and_fifty_of_two_hundred_and_eighty_slots_are_filled() {
    let plan = example();
    assert_eq!(plan.show().title(), "IT Partners 2022");
    let counts = |name: &str| {
        let booths = sellable(&plan, Some(plan.hall_named(name).unwrap()));
        (filled(&plan, &booths), booths.len())
    };
    assert_eq!(plan.halls().len(), 2);
    assert_eq!((counts("Hall 1"), counts("Mezzanine")), ((201, 229), (49, 51)));
    let all = sellable(&plan, None);
    let area: Area = all.iter().map(|id| plan.get(*id).unwrap().outline.area()).sum();
    assert_eq!((filled(&plan, &all), all.len(), area.square_metres().round()), (250, 280, 2_700.0));
    assert_eq!(plan.booths().len() - all.len(), 3, "blocked");
    assert!(plan.booths().values().all(|booth| booth.category.is_some()));
}

#[test]
fn two_hundred_and_fifty_exhibitors_have_a_booth_and_most_have_one() {
    let plan = example();
    let (placed, to_place): (Vec<_>, Vec<_>) = plan.exhibitors().iter().partition(|(id, _)| plan.is_placed(**id));
    assert_eq!((placed.len(), to_place.len()), (250, 12));
    let slots: Vec<usize> = placed.iter().map(|(id, _)| plan.booths_of(**id).len()).collect();
    assert_eq!(slots.iter().filter(|slots| **slots == 1).count(), 235);
    assert!(slots.iter().all(|slots| (1..=2).contains(slots)));
    for name in ["QNAP", "Synology", "Asus", "Acer", "D-Link", "Bleujour", "MSI", "Google", "Intel"] {
        let id = plan.exhibitors_named(name).next().unwrap();
        assert!(plan.is_placed(id), "{name}");
    }
    for name in ["Seagate", "Western Digital"] {
        assert!(to_place.iter().any(|(_, exhibitor)| exhibitor.name == name), "{name}");
    }
    assert!(placed.iter().all(|(_, exhibitor)| !exhibitor.country.is_empty() && !exhibitor.categories.is_empty()));
    let guests = plan.bookings().values().flat_map(|booking| &booking.participants).filter(|guest| guest.role == Role::Co);
    assert_eq!(guests.count(), 10);
}

#[test]
fn stages_are_mixed_and_mostly_paid_or_contracted() {
    let plan = example();
    let count = |status| plan.booths().keys().filter(|id| plan.status(**id) == status).count();
    let [available, held, reserved, contracted, paid, blocked] = Status::ALL.map(count);
    assert_eq!((available, held, blocked, reserved + contracted + paid), (26, 4, 3, 250));
    assert!(paid > contracted && contracted > reserved && reserved > 10, "{paid} {contracted} {reserved}");
    let holds = plan.bookings().values().filter(|booking| matches!(booking.stage, Stage::Held { .. }));
    assert!(holds.into_iter().all(|booking| booking.participants.is_empty()));
}

/// How far two boxes are apart along x or y, whichever is more; negative where they overlap.
fn gap(first: Bounds, second: Bounds) -> Length {
    let across = first.min().x.max(second.min().x) - first.max().x.min(second.max().x);
    let down = first.min().y.max(second.min().y) - first.max().y.min(second.max().y);
    across.max(down)
}

#[test]
fn no_two_booths_overlap_and_aisles_are_three_metres_wide() {
    let plan = example();
    for hall in plan.halls().keys() {
        let booths = bounds_in(&plan, *hall);
        let mut blocks: Vec<Bounds> = Vec::new();
        for (place, booth) in booths.iter().enumerate() {
            assert!(booths[..place].iter().all(|other| gap(*booth, *other) >= Length::ZERO), "{booth:?}");
            let (touching, apart): (Vec<_>, Vec<_>) = blocks.into_iter().partition(|block| block.touches(*booth));
            blocks = apart;
            blocks.push(touching.into_iter().fold(*booth, Bounds::union));
        }
        for (place, block) in blocks.iter().enumerate() {
            let nearest =
                blocks.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, other)| gap(*block, *other)).min();
            assert_eq!(nearest, Some(Length::from_mm(3_000)), "{block:?}");
        }
    }
}

#[test]
fn columns_stand_free_on_a_raster_and_doors_on_walls() {
    let plan = example();
    for (id, hall) in plan.halls() {
        let booths = bounds_in(&plan, *id);
        let floor = hall.outline.bounds();
        assert!(booths.iter().all(|booth| floor.grown(Length::from_mm(-3_000)).encloses(*booth)), "an aisle along the walls");
        let (mut columns, mut doors, mut walls) = (Vec::new(), Vec::new(), 0);
        for structure in plan.structures().values().filter(|structure| structure.hall == *id) {
            match &structure.shape {
                StructureShape::Column(outline) => columns.push(outline.bounds()),
                StructureShape::Door { at, kind, .. } => doors.push((*at, *kind)),
                StructureShape::Wall { .. } => walls += 1,
                StructureShape::Text { at, .. } => assert!(floor.contains(*at)),
                other => panic!("{other:?}"),
            }
        }
        assert!(columns.iter().all(|column| booths.iter().all(|booth| !booth.touches(*column))));
        let raster = |along: fn(&Bounds) -> Length| columns.iter().map(along).collect::<BTreeSet<_>>().len();
        assert_eq!(raster(|column| column.min().x) * raster(|column| column.min().y), columns.len());
        assert!(doors.iter().any(|(_, kind)| *kind == DoorKind::Entrance));
        assert!(doors.iter().filter(|(_, kind)| *kind == DoorKind::Exit).count() >= 2);
        assert!(doors.iter().all(|(at, _)| floor.contains(*at) && !floor.grown(Length::from_mm(-1)).contains(*at)));
        assert_eq!(walls, 4);
    }
}

#[test]
fn the_note_says_what_is_known_and_what_is_not() {
    let plan = example();
    for word in ["reports", "illustrative", "Seagate"] {
        assert!(plan.show().note.contains(word), "{word}");
    }
}
