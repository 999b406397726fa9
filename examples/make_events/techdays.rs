//! TechDays 2010: partners in double rows, and a cloud zone at the entrance that never emptied.

use hallplan::edit::Refusal;
use hallplan::plan::{DoorKind, Plan, Stage, StructureShape, Tint, UtilityKind};

use super::maker::{Look, Maker, arrow, at, column, door, floor, size, words};
use super::names::PARTNERS;

const NOTE: &str = "An example. By reports of the time: three days, to 10 February 2010; 11,000 visitors; some 98 partners exhibited, as \
many as in 2009; about a hundred business meetings were held on the spot; the cloud zone (Azure, Microsoft Online Services) never \
emptied; snow thinned the last day. All positions and sizes are illustrative, and the partners' names are made up.";

/// Makes the plan.
pub fn plan() -> Result<Plan, Refusal> {
    let mut maker = Maker::new("TechDays", "2010", NOTE, 2_010);
    let hall = maker.hall("Exhibition", 74.0, 56.0)?;
    let columns = [11.0, 22.0, 33.0].into_iter().flat_map(|y| [2.0, 37.0, 72.0].map(|x| column(x, y)));
    maker.draw(hall, columns.collect())?;
    maker.draw(
        hall,
        vec![
            door(DoorKind::Entrance, 37.0, 56.0, 8.0, 180),
            door(DoorKind::Exit, 0.0, 24.0, 2.4, 270),
            door(DoorKind::Exit, 74.0, 24.0, 2.4, 90),
            door(DoorKind::Exit, 18.0, 0.0, 2.4, 0),
            door(DoorKind::Exit, 56.0, 0.0, 2.4, 0),
            door(DoorKind::Service, 37.0, 0.0, 4.0, 0),
            arrow((37.0, 54.0), (37.0, 49.5)),
            words("Entrance desk", 46.0, 54.0),
        ],
    )?;
    maker.zone(hall, "Cloud", Tint::Blue, floor(26.0, 35.0, 22.0, 13.0), Some("Cloud"))?;
    maker.zone(hall, "Business meetings", Tint::Yellow, floor(52.0, 35.0, 18.0, 13.0), None)?;
    let power =
        |x: f64, number: &str| StructureShape::Utility { at: at(x, 41.5), kind: UtilityKind::Power, number: number.into() };
    maker.draw(hall, vec![power(35.5, "E1"), power(38.5, "E2")])?;
    maker.draw(hall, vec![StructureShape::NoBuild(floor(4.0, 38.0, 14.0, 8.0)), words("Queue of the plenary", 11.0, 36.8)])?;

    let look = |first| Look { booth: size(3.0, 3.0), back_to_back: true, aisle: 4.0, gap: 0.0, first };
    let mut booths = maker.grid(hall, at(4.0, 4.0), 2, 10, &look("A01"))?;
    booths.extend(maker.grid(hall, at(40.0, 4.0), 2, 10, &look("B01"))?);
    booths.extend(maker.grid(hall, at(4.0, 14.0), 2, 10, &look("C01"))?);
    booths.extend(maker.grid(hall, at(40.0, 14.0), 2, 10, &look("D01"))?);
    booths.extend(maker.grid(hall, at(4.0, 24.0), 2, 10, &look("E01"))?);
    let partners = PARTNERS.iter().flat_map(|(category, names)| names.iter().map(move |name| (*name, *category)));
    // Two places stay free: the last ones of the row nearest to the cloud zone.
    for ((name, category), booth) in partners.zip(booths) {
        maker.exhibitor(name, category, Some(booth), Stage::Paid)?;
    }
    let islands = Look { booth: size(6.0, 6.0), back_to_back: false, aisle: 4.0, gap: 5.0, first: "X1" };
    let cloud = maker.grid(hall, at(28.5, 38.5), 1, 2, &islands)?;
    for (name, booth) in ["Windows Azure", "Microsoft Online Services"].into_iter().zip(cloud) {
        maker.exhibitor(name, "Cloud", Some(booth), Stage::Contracted)?;
    }
    Ok(maker.finish())
}
