//! Dev'Com: eight participants in a room too large for them.

use hallplan::edit::Refusal;
use hallplan::plan::{DoorKind, Plan, Stage, StructureShape, Tint, UtilityKind};

use super::maker::{Look, Maker, arrow, at, column, door, floor, size, words};
use super::names::PARTICIPANTS;

const NOTE: &str = "Un exemple. D'après le compte rendu de la troisième édition, le 11 octobre, dans une semaine pour les entreprises : un \
atelier a réuni 8 participants, dont la moitié de concurrents, perdus dans une salle trop grande ; la démonstration a été annulée faute de \
réseau. La salle, ses dimensions et les noms sont inventés.";

/// Those for whom it was held come first, in the rows before the stage, with room between them.
const TAKEN: [usize; 8] = [1, 4, 8, 11, 15, 18, 22, 27];

/// Makes the plan.
pub fn plan() -> Result<Plan, Refusal> {
    let mut maker = Maker::new("Dev'Com", "3e édition", NOTE, 1_011);
    let hall = maker.hall("Grande salle", 42.0, 26.0)?;
    let columns = [9.0, 17.0].into_iter().flat_map(|y| [1.5, 40.5].map(|x| column(x, y)));
    maker.draw(hall, columns.collect())?;
    maker.draw(
        hall,
        vec![
            door(DoorKind::Entrance, 21.0, 26.0, 3.0, 180),
            door(DoorKind::Exit, 0.0, 13.0, 1.8, 270),
            door(DoorKind::Exit, 42.0, 13.0, 1.8, 90),
            arrow((21.0, 25.0), (21.0, 22.5)),
            StructureShape::Utility { at: at(13.0, 3.0), kind: UtilityKind::Network, number: "R1".into() },
            StructureShape::Utility { at: at(29.0, 3.0), kind: UtilityKind::Power, number: "E1".into() },
            words("Réseau hors service", 21.0, 4.5),
        ],
    )?;
    maker.zone(hall, "Démonstration (annulée)", Tint::Red, floor(11.0, 1.0, 20.0, 5.0), None)?;
    maker.zone(hall, "Atelier", Tint::Teal, floor(4.0, 8.0, 34.0, 14.0), None)?;
    let look = Look { booth: size(1.6, 1.2), back_to_back: false, aisle: 1.8, gap: 1.6, first: "1" };
    let places = maker.grid(hall, at(5.8, 10.0), 4, 10, &look)?;
    for (place, (taken, name)) in TAKEN.into_iter().zip(PARTICIPANTS).enumerate() {
        let category = if place < PARTICIPANTS.len() / 2 { "Participant" } else { "Concurrent" };
        maker.exhibitor(name, category, places.get(taken).copied(), Stage::Reserved)?;
    }
    Ok(maker.finish())
}
