//! The show that is measured with: one hall of rows back to back, nearly full.

use hallplan::geometry::{Length, Outline, Point, Size};
use hallplan::plan::{
    Booking, BookingId, Booth, BoothId, Category, CategoryId, Draft, Exhibitor, ExhibitorId, Hall, HallId, IdMint, Number,
    Participant, Plan, Role, Show, Stage,
};

/// The side of a booth, and how far one pair of rows back to back is from the next, in millimetres.
const SIDE: i64 = 3_000;
const PAIR: i64 = 9_000;

/// A hall nearly as deep as it is wide with so many booths of three metres. One of 24 is blocked, all others are taken, each by
/// an exhibitor of its own.
pub fn plan(booths: u32) -> Plan {
    let empty = Plan::new(Show { name: "Speed".into(), edition: booths.to_string(), note: String::new() });
    let mut draft = Draft::new(&empty);
    let mut mint = IdMint::new(0x5eed_cafe, 0);
    let columns = (f64::from(booths) * 1.5).sqrt().ceil() as i64;
    let rows = (i64::from(booths) + columns - 1) / columns;
    let size = Size { width: Length::from_mm(columns * SIDE + PAIR), depth: Length::from_mm((rows + 1) / 2 * PAIR + PAIR) };
    let hall: HallId = draft.add(&mut mint, Hall { name: "Hall 1".into(), outline: Outline::rectangle(Point::ORIGIN, size) });
    let categories: Vec<CategoryId> = (0..12).map(|i| draft.add(&mut mint, Category { name: format!("Category {i}") })).collect();
    for place in 0..i64::from(booths) {
        let blocked = place % 24 == 7;
        let (row, column) = (place / columns, place % columns);
        let category = categories[(place / 7) as usize % categories.len()];
        let origin = Point::from_mm(4_500 + column * SIDE, 6_000 + row / 2 * PAIR + row % 2 * SIDE);
        let booth: BoothId = draft.add(
            &mut mint,
            Booth {
                hall,
                number: Number::new(&number(row, column)).expect("short and not empty"),
                outline: Outline::rectangle(origin, Size::from_mm(SIDE, SIDE)),
                category: Some(category),
                blocked,
                note: String::new(),
            },
        );
        if blocked {
            continue;
        }
        let stage = match place % 8 {
            0..=2 => Stage::Contracted,
            3..=5 => Stage::Paid,
            6 => Stage::Reserved,
            _ => Stage::Held { until: None },
        };
        let exhibitor = Exhibitor {
            name: format!("{} {place}", NAMES[place as usize % NAMES.len()]),
            country: "France".into(),
            categories: vec![category],
            ..Exhibitor::default()
        };
        let exhibitor: ExhibitorId = draft.add(&mut mint, exhibitor);
        let participants = vec![Participant { exhibitor, role: Role::Main }];
        let _: BookingId = draft.add(&mut mint, Booking { participants, booths: vec![booth], stage });
    }
    draft.finish().expect("no booth has the number of another").0
}

/// Letters for the row, figures for the place in it: A1 to Z99, then AA1.
fn number(row: i64, column: i64) -> String {
    let letter = |place: i64| char::from(b'A' + (place % 26) as u8);
    let first = if row < 26 { String::new() } else { letter(row / 26 - 1).to_string() };
    format!("{first}{}{}", letter(row), column + 1)
}

const NAMES: [&str; 7] = [
    "Acier & Co",
    "Société générale d'exposition",
    "Müller Maschinenbau",
    "Nordic Light",
    "Éditions du Port",
    "Quick Networks Asia",
    "Ateliers Réunis de Saint-Étienne",
];
