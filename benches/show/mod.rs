//! The show that is measured with: one hall of rows back to back, full.

use hallplan::geometry::{Length, Outline, Point, Size};
use hallplan::plan::{
    Booking, BookingId, Booth, BoothId, Category, CategoryId, Draft, Exhibitor, ExhibitorId, Hall, HallId, IdMint, Number,
    Participant, Plan, Role, Show, Stage, Violation,
};

/// Rows stand back to back in pairs, with an aisle after each pair.
const BOOTH: Length = Length::from_mm(3_000);
const AISLE: Length = Length::from_mm(3_000);

/// One booth of so many is blocked; who would be there is a guest of the next.
const BLOCKED: usize = 24;

const FIRST: [&str; 20] = [
    "Atlas",
    "Éditions",
    "Boréal",
    "Cobalt",
    "Delta",
    "Eaton",
    "Fjord",
    "Granit",
    "Hélios",
    "Indigo",
    "Jura",
    "Kestrel",
    "Lumen",
    "Mistral",
    "Nordic",
    "Opale",
    "Prisme",
    "Quartz",
    "Rivage",
    "Sélène",
];
const LAST: [&str; 12] = [
    "Systèmes",
    "Networks",
    "Industries",
    "& Fils",
    "Storage",
    "Conseil",
    "Optics",
    "Robotique",
    "Software",
    "Énergie",
    "Print",
    "Group",
];
const COUNTRIES: [&str; 6] = ["France", "Belgique", "Germany", "Italia", "España", "United Kingdom"];
const CATEGORIES: [&str; 8] =
    ["Storage", "Networks", "Printing", "Security", "Software", "Services", "Displays", "Power and racks"];
const HELD: Stage = Stage::Held { until: None };
const STAGES: [Stage; 7] = {
    use Stage::{Contracted, Paid, Reserved};
    [Paid, Contracted, Reserved, Paid, Contracted, HELD, Paid]
};

/// A hall about as wide as it is deep with so many booths, and as many exhibitors.
///
/// # Errors
/// The rule that so many booths break.
pub fn plan(booths: usize) -> Result<Plan, Violation> {
    let empty = Plan::new(Show { name: "Speed".into(), edition: booths.to_string(), note: String::new() });
    let mut draft = Draft::new(&empty);
    let mut mint = IdMint::new(0x5eed, 0);
    let row_length = (booths + booths / 2).isqrt().max(1);
    let rows = booths.div_ceil(row_length).max(1);
    let width = times(BOOTH, row_length) + AISLE + AISLE;
    let depth = times(BOOTH, rows) + times(AISLE, rows.div_ceil(2) + 1);
    let hall: HallId =
        draft.add(&mut mint, Hall { name: "Hall 1".into(), outline: Outline::rectangle(Point::ORIGIN, Size::new(width, depth)) });
    let categories: Vec<CategoryId> =
        CATEGORIES.iter().map(|name| draft.add(&mut mint, Category::named((*name).to_owned()))).collect();
    let mut guests = Vec::new();
    for (at, category) in (0..booths).zip(categories.iter().cycle()) {
        let (row, place) = (at / row_length, at % row_length);
        let corner = Point::new(AISLE + times(BOOTH, place), times(BOOTH, row) + times(AISLE, row / 2 + 1));
        // A few letters and digits.
        let Some(number) = Number::new(&format!("{}{:02}", letters(row), place + 1)) else { continue };
        let blocked = at % BLOCKED == BLOCKED / 2 && at + 1 < booths;
        let outline = Outline::rectangle(corner, Size::new(BOOTH, BOOTH));
        let booth = Booth { category: Some(*category), blocked, ..Booth::new(hall, number, outline) };
        let booth: BoothId = draft.add(&mut mint, booth);
        let exhibitor = Exhibitor {
            name: name(at),
            country: pick(&COUNTRIES, at / 7).to_owned(),
            categories: vec![*category],
            ..Exhibitor::default()
        };
        let exhibitor: ExhibitorId = draft.add(&mut mint, exhibitor);
        if blocked {
            guests.push(Participant { exhibitor, role: Role::Co });
            continue;
        }
        let mut participants = vec![Participant { exhibitor, role: Role::Main }];
        participants.append(&mut guests);
        let _: BookingId = draft.add(&mut mint, Booking { participants, booths: vec![booth], stage: pick(&STAGES, at) });
    }
    draft.finish().map(|(plan, _)| plan)
}

fn times(length: Length, count: usize) -> Length {
    Length::from_tenths(length.tenths() * i64::try_from(count).unwrap_or(i64::MAX))
}

fn pick<T: Copy>(of: &[T], at: usize) -> T {
    of[at % of.len()]
}

/// All different, and no two neighbours alike.
fn name(at: usize) -> String {
    let round = at / (FIRST.len() * LAST.len());
    let name = format!("{} {}", pick(&FIRST, at), pick(&LAST, at / FIRST.len()));
    if round == 0 { name } else { format!("{name} {}", round + 1) }
}

/// A, B, … Z, AA, AB and so on.
fn letters(row: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(row % 26).unwrap_or_default());
    if row < 26 { letter.to_string() } else { format!("{}{letter}", letters(row / 26 - 1)) }
}
