//! The Semaine du Numérique: several venues as halls, and the activities kept apart as zones.

use hallplan::edit::Refusal;
use hallplan::plan::{BoothId, DoorKind, HallId, Plan, Stage, Tint};

use super::maker::{Look, Maker, arrow, at, door, floor, size, words};
use super::names::{HOSTS, WEB_COMPANIES};

const NOTE: &str = "Un exemple. D'après les comptes rendus : les événements numériques de toute une ville réunis en une semaine, en de \
nombreux lieux ; plusieurs milliers de personnes ; plus de cinquante entreprises web de la région ; une université, une bibliothèque et \
la Ville parmi les partenaires. Le WiFi a manqué aux professionnels, et les activités, trop nombreuses, se chevauchaient : ici, chacune a \
sa zone, son nom et sa couleur. Les lieux, les dimensions et les noms des entreprises sont inventés.";

const HOST: &str = "Partenaire";

/// Makes the plan.
pub fn plan() -> Result<Plan, Refusal> {
    let mut maker = Maker::new("Semaine du Numérique", "1re édition", NOTE, 418);
    let booths = [university(&mut maker)?, library(&mut maker)?, town_hall(&mut maker)?];
    let [(meetings, jobs), (workshops, young), demonstrations] = match booths {
        [a, b, c] => [a, b, c],
    };
    // Each kind of company has the zone that is meant for it; those who play with pictures show them to the young first.
    let (young_companies, demonstrated) = WEB_COMPANIES[2].1.split_at(young.len());
    for (category, companies, booths) in [
        (WEB_COMPANIES[1].0, WEB_COMPANIES[1].1, meetings),
        (WEB_COMPANIES[0].0, WEB_COMPANIES[0].1, jobs),
        (WEB_COMPANIES[3].0, WEB_COMPANIES[3].1, workshops),
        (WEB_COMPANIES[2].0, young_companies, young),
        (WEB_COMPANIES[2].0, demonstrated, demonstrations.0),
    ] {
        for (name, booth) in companies.iter().zip(booths) {
            maker.exhibitor(name, category, Some(booth), Stage::Contracted)?;
        }
    }
    for (name, booth) in HOSTS.into_iter().zip(demonstrations.1) {
        maker.exhibitor(name, HOST, Some(booth), Stage::Reserved)?;
    }
    Ok(maker.finish())
}

type Places = (Vec<BoothId>, Vec<BoothId>);

fn table(first: &'static str) -> Look {
    Look { booth: size(2.0, 2.0), back_to_back: false, aisle: 3.0, gap: 1.0, first }
}

fn way_in(maker: &mut Maker, hall: HallId, x: f64, depth: f64) -> Result<(), Refusal> {
    let entrance = door(DoorKind::Entrance, x, depth, 4.0, 180);
    maker.draw(hall, vec![entrance, arrow((x, depth - 1.0), (x, depth - 4.0))]).map(drop)
}

/// Meetings of enterprises, and the job fair.
fn university(maker: &mut Maker) -> Result<Places, Refusal> {
    let hall = maker.hall("Université", 46.0, 30.0)?;
    way_in(maker, hall, 23.0, 30.0)?;
    maker.draw(hall, vec![door(DoorKind::Exit, 0.0, 15.0, 1.8, 270), door(DoorKind::Exit, 46.0, 15.0, 1.8, 90)])?;
    maker.zone(hall, "Rencontres B2B", Tint::Blue, floor(3.0, 3.0, 17.0, 21.0), Some("Rencontres B2B"))?;
    maker.zone(hall, "Salon de l'emploi", Tint::Green, floor(26.0, 3.0, 17.0, 21.0), Some("Salon de l'emploi"))?;
    let meetings = maker.grid(hall, at(4.5, 5.5), 4, 5, &table("U01"))?;
    let look = Look { booth: size(3.0, 2.0), back_to_back: true, aisle: 4.0, gap: 0.0, first: "U101" };
    Ok((meetings, maker.grid(hall, at(27.5, 8.0), 4, 5, &look)?))
}

/// Workshops, and a room for the young.
fn library(maker: &mut Maker) -> Result<Places, Refusal> {
    let hall = maker.hall("Bibliothèque", 34.0, 20.0)?;
    way_in(maker, hall, 17.0, 20.0)?;
    maker.draw(hall, vec![door(DoorKind::Exit, 17.0, 0.0, 1.8, 0)])?;
    maker.zone(hall, "Ateliers de programmation", Tint::Orange, floor(2.0, 3.0, 13.0, 12.0), Some("Ateliers"))?;
    maker.zone(hall, "Espace jeunesse", Tint::Pink, floor(20.0, 3.0, 12.0, 12.0), Some("Jeunesse"))?;
    let workshops = maker.grid(hall, at(3.0, 5.5), 2, 4, &table("L01"))?;
    Ok((workshops, maker.grid(hall, at(22.0, 5.5), 2, 3, &table("L101"))?))
}

/// Talks, demonstrations, and the tables of those who made the week possible.
fn town_hall(maker: &mut Maker) -> Result<Places, Refusal> {
    let hall = maker.hall("Hôtel de ville", 44.0, 24.0)?;
    way_in(maker, hall, 22.0, 24.0)?;
    maker.draw(hall, vec![door(DoorKind::Exit, 0.0, 8.0, 1.8, 270), door(DoorKind::Exit, 44.0, 8.0, 1.8, 90)])?;
    maker.zone(hall, "Conférences", Tint::Purple, floor(2.0, 3.0, 15.0, 16.0), None)?;
    maker.zone(hall, "Démonstrations", Tint::Teal, floor(21.0, 3.0, 12.0, 16.0), Some("Démonstrations"))?;
    maker.zone(hall, "Accueil des partenaires", Tint::Yellow, floor(37.0, 3.0, 5.0, 16.0), None)?;
    maker.draw(hall, vec![words("Scène", 9.5, 6.5)])?;
    let look = |first| Look { booth: size(3.0, 3.0), back_to_back: false, aisle: 4.0, gap: 2.0, first };
    let demonstrations = maker.grid(hall, at(23.0, 6.0), 2, 2, &look("V01"))?;
    let hosts = Look { booth: size(3.0, 2.0), back_to_back: false, aisle: 2.0, gap: 0.0, first: "V101" };
    Ok((demonstrations, maker.grid(hall, at(38.0, 6.0), 3, 1, &hosts)?))
}
