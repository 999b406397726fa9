//! Writes a show of any size, to measure with: `cargo run --release --example make_show -- 2800 show.hallplan` gives one hall of
//! 2,800 booths back to back, each with an exhibitor of its own.

use std::path::Path;
use std::process::ExitCode;

use hallplan::geometry::{Length, Outline, Point, Size};
use hallplan::plan::{
    Booking, BookingId, Booth, BoothId, Category, CategoryId, Draft, Exhibitor, ExhibitorId, Hall, HallId, IdMint, Number,
    Participant, Plan, Role, Show, Stage, Violation,
};

/// Booths of a row; rows stand back to back in pairs, with an aisle after each pair.
const ROW: usize = 50;
const BOOTH: Length = Length::from_mm(3_000);
const AISLE: Length = Length::from_mm(3_000);

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
const STAGES: [Stage; 4] = [Stage::Paid, Stage::Contracted, Stage::Reserved, Stage::Paid];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [booths, file] = arguments.as_slice() else { return wrong_use() };
    let Ok(booths) = booths.parse() else { return wrong_use() };
    let plan = match show(booths) {
        Ok(plan) => plan,
        Err(violation) => {
            eprintln!("{booths} booths break a rule of the plan: {violation:?}");
            return ExitCode::FAILURE;
        }
    };
    match hallplan::store::overwrite(Path::new(file), hallplan::file::write(&plan).as_bytes()) {
        Ok(_) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:?}");
            ExitCode::FAILURE
        }
    }
}

fn wrong_use() -> ExitCode {
    eprintln!("make_show BOOTHS FILE");
    ExitCode::from(2)
}

fn show(booths: usize) -> Result<Plan, Violation> {
    let empty = Plan::new(Show { name: "Speed".into(), edition: booths.to_string(), note: String::new() });
    let mut draft = Draft::new(&empty);
    let mut mint = IdMint::new(0x5eed, 0);
    let rows = booths.div_ceil(ROW).max(1);
    let width = times(BOOTH, ROW) + AISLE + AISLE;
    let depth = times(BOOTH, rows) + times(AISLE, rows.div_ceil(2) + 1);
    let hall: HallId =
        draft.add(&mut mint, Hall { name: "Hall 1".into(), outline: Outline::rectangle(Point::ORIGIN, Size::new(width, depth)) });
    let categories: Vec<CategoryId> =
        CATEGORIES.iter().map(|name| draft.add(&mut mint, Category { name: (*name).to_owned() })).collect();
    for (at, category) in (0..booths).zip(categories.iter().cycle()) {
        let (row, place) = (at / ROW, at % ROW);
        let corner = Point::new(AISLE + times(BOOTH, place), times(BOOTH, row) + times(AISLE, row / 2 + 1));
        let number = format!("{}{:02}", letters(row), place + 1);
        // At most three letters and two digits.
        let Some(number) = Number::new(&number) else { continue };
        let booth = Booth {
            hall,
            number,
            outline: Outline::rectangle(corner, Size::new(BOOTH, BOOTH)),
            category: Some(*category),
            blocked: false,
            note: String::new(),
        };
        let booth: BoothId = draft.add(&mut mint, booth);
        let exhibitor = Exhibitor {
            name: name(at),
            country: pick(&COUNTRIES, at / 7).to_owned(),
            categories: vec![*category],
            ..Exhibitor::default()
        };
        let exhibitor: ExhibitorId = draft.add(&mut mint, exhibitor);
        let participants = vec![Participant { exhibitor, role: Role::Main }];
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
