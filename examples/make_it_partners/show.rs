//! The show as a plan.

use std::collections::BTreeMap;

use hallplan::geometry::{Angle, Length, Outline, Point, Size};
use hallplan::plan::{
    Booking, BookingId, Booth, BoothId, Category, CategoryId, DoorKind, Draft, Exhibitor, ExhibitorId, Hall, HallId, IdMint,
    Number, Participant, Plan, Role, Show, Stage, Structure, StructureId, StructureShape, Violation,
};
use jiff::civil::date;

use super::names::{Company, EQUALS, GUESTS, Group, HALL_1, ISLANDS, MEZZANINE, TO_PLACE, TWO_BOOTHS, TWO_BOOTHS_AT};

const NOTE: &str = "An example. By reports of the time: 250 exhibitors on the usual 280 places; QNAP, Synology, Asus, Acer, \
D-Link, Bleujour, MSI, Google and Intel came; Seagate, a regular, did not; Western Digital never takes a stand. All positions, \
sizes and stages are illustrative, as are all other names.";

/// Not for sale.
const BLOCKED: [&str; 3] = ["C18", "F26", "M52"];
/// Held for nobody yet.
const HELD: [&str; 4] = ["B01", "C14", "F30", "G22"];
/// Free.
const AVAILABLE: [&str; 26] = [
    "A09", "A34", "A38", "B19", "B30", "B33", "C04", "C08", "C10", "C21", "C30", "C36", "E08", "E29", "E30", "E35", "F05", "F16",
    "F28", "G04", "G13", "G20", "G31", "G38", "M27", "M40",
];

/// The left edges of the four blocks of a row, the main aisle of five metres between the second and the third.
const BLOCKS: [i64; 4] = [4_500, 22_500, 42_500, 60_500];
/// Metres from one row to the next: two booths back to back and an aisle.
const PITCH: i64 = 9_000;
/// The top edge of the first row.
const FIRST_ROW: i64 = 6_000;

/// Makes the plan.
pub fn plan() -> Result<Plan, Violation> {
    let show = Show { name: "IT Partners".into(), edition: "2022".into(), note: NOTE.into() };
    let empty = Plan::new(show);
    let mut maker = Maker {
        draft: Draft::new(&empty),
        mint: IdMint::new(2_022, 0),
        categories: BTreeMap::new(),
        booths: BTreeMap::new(),
        exhibitors: BTreeMap::new(),
    };
    let hall = maker.hall("Hall 1", Size::from_mm(80_000, 72_000));
    let mezzanine = maker.hall("Mezzanine", Size::from_mm(33_000, 31_000));
    for group in HALL_1.iter().flat_map(|(_, groups)| groups.iter()).chain(MEZZANINE) {
        let id = maker.draft.add(&mut maker.mint, Category::named(group.category));
        maker.categories.insert(group.category, id);
    }
    maker.build_hall(hall);
    maker.build_mezzanine(mezzanine);
    maker.draw_hall(hall);
    maker.draw_mezzanine(mezzanine);
    maker.place();
    maker.draft.finish().map(|(plan, _)| plan)
}

/// A booth that was drawn.
struct Slot {
    id: BoothId,
    outline: Outline,
}

struct Maker<'base> {
    draft: Draft<'base>,
    mint: IdMint,
    categories: BTreeMap<&'static str, CategoryId>,
    /// By number. The numbers are as wide as each other, so that their order as texts is theirs.
    booths: BTreeMap<String, Slot>,
    exhibitors: BTreeMap<&'static str, ExhibitorId>,
}

impl Maker<'_> {
    fn hall(&mut self, name: &str, size: Size) -> HallId {
        let outline = Outline::rectangle(Point::ORIGIN, size);
        let hall = self.draft.add(&mut self.mint, Hall { name: name.into(), outline });
        let (right, bottom) = (size.width, size.depth);
        let corners = [
            Point::ORIGIN,
            Point::new(right, Length::ZERO),
            Point::new(right, bottom),
            Point::new(Length::ZERO, bottom),
            Point::ORIGIN,
        ];
        for (from, to) in corners.iter().zip(corners.iter().skip(1)) {
            self.structure(hall, StructureShape::Wall { from: *from, to: *to, thickness: Length::from_mm(300) });
        }
        hall
    }

    fn structure(&mut self, hall: HallId, shape: StructureShape) {
        let _: StructureId = self.draft.add(&mut self.mint, Structure::new(hall, shape));
    }

    fn column(&mut self, hall: HallId, x: i64, y: i64) {
        let outline = Outline::rectangle(Point::from_mm(x - 250, y - 250), Size::from_mm(500, 500));
        self.structure(hall, StructureShape::Column(outline));
    }

    fn door(&mut self, hall: HallId, kind: DoorKind, width: i64, at: (i64, i64), degrees: i64) {
        let (width, at) = (Length::from_mm(width), Point::from_mm(at.0, at.1));
        let angle = Angle::from_thousandths(degrees * 1_000);
        self.structure(hall, StructureShape::Door { at, width, angle, kind });
    }

    fn words(&mut self, hall: HallId, text: &str, at: (i64, i64)) {
        let (at, height) = (Point::from_mm(at.0, at.1), Length::from_mm(1_000));
        self.structure(hall, StructureShape::Text { at, height, angle: Angle::ZERO, text: text.into() });
    }

    fn build_hall(&mut self, hall: HallId) {
        // On the middles of the aisles, so that none stands in a booth.
        for y in [13_500, 31_500, 49_500, 67_500] {
            for x in [2_000, 21_000, 40_000, 59_000, 78_000] {
                self.column(hall, x, y);
            }
        }
        self.door(hall, DoorKind::Entrance, 8_000, (40_000, 0), 0);
        self.door(hall, DoorKind::Exit, 2_400, (80_000, 35_000), 90);
        self.door(hall, DoorKind::Exit, 2_400, (64_000, 72_000), 180);
        self.door(hall, DoorKind::Exit, 2_400, (40_000, 72_000), 180);
        self.door(hall, DoorKind::Exit, 2_400, (16_000, 72_000), 180);
        self.door(hall, DoorKind::Exit, 2_400, (0, 35_000), 270);
        self.door(hall, DoorKind::Service, 4_000, (76_000, 0), 0);
        self.words(hall, "Entrance desk", (29_000, 3_000));
        self.words(hall, "Stairs to the mezzanine", (57_000, 3_000));
    }

    fn build_mezzanine(&mut self, hall: HallId) {
        for y in [8_500, 22_500] {
            for x in [1_500, 16_500, 31_500] {
                self.column(hall, x, y);
            }
        }
        self.door(hall, DoorKind::Entrance, 4_000, (33_000, 15_500), 90);
        self.door(hall, DoorKind::Exit, 1_800, (16_500, 0), 0);
        self.door(hall, DoorKind::Exit, 1_800, (0, 15_500), 270);
        self.words(hall, "Bar", (22_500, 26_000));
    }

    fn draw(&mut self, hall: HallId, number: String, x: i64, y: i64, size: (i64, i64)) {
        let outline = Outline::rectangle(Point::from_mm(x, y), Size::from_mm(size.0, size.1));
        let Some(as_number) = Number::new(&number) else { return };
        let blocked = BLOCKED.contains(&number.as_str());
        let note = if blocked { "Kept free for the electricians.".to_owned() } else { String::new() };
        let booth = Booth { blocked, note, ..Booth::new(hall, as_number, outline.clone()) };
        let id = self.draft.add(&mut self.mint, booth);
        self.booths.insert(number, Slot { id, outline });
    }

    /// Seven rows of four blocks; each block has five booths of 3 x 3 m to a side, odd numbers above and even ones below, or
    /// one or two islands.
    fn draw_hall(&mut self, hall: HallId) {
        for (row, letter) in ('A'..='G').enumerate() {
            let y = FIRST_ROW + PITCH * i64::try_from(row).unwrap_or_default();
            for (block, x) in (0..).zip(BLOCKS) {
                let number = |place: i64| format!("{letter}{:02}", block * 10 + place);
                match (letter, block) {
                    ('D', 1) => self.draw(hall, number(1), x, y, (15_000, 6_000)),
                    ('A', 1 | 2) | ('D', _) => {
                        self.draw(hall, number(1), x, y, (6_000, 6_000));
                        self.draw(hall, number(7), x + 9_000, y, (6_000, 6_000));
                    }
                    _ => self.draw_block(hall, number, (x, y), 5, (3_000, 3_000)),
                }
            }
        }
    }

    /// Three rows of booths of 3 x 2 m in blocks of four and three to a side, and a row of small ones of 2 x 2 m.
    fn draw_mezzanine(&mut self, hall: HallId) {
        let number = |first: i64| move |place: i64| format!("M{:02}", first + place);
        for (row, y) in (0..).zip([3_000, 10_000, 17_000]) {
            self.draw_block(hall, number(row * 14), (3_000, y), 4, (3_000, 2_000));
            self.draw_block(hall, number(row * 14 + 8), (18_000, y), 3, (3_000, 2_000));
        }
        self.draw_block(hall, number(42), (3_000, 24_000), 5, (2_000, 2_000));
    }

    fn draw_block(&mut self, hall: HallId, number: impl Fn(i64) -> String, (x, y): (i64, i64), columns: i64, size: (i64, i64)) {
        for column in 0..columns {
            self.draw(hall, number(2 * column + 1), x + size.0 * column, y, size);
            self.draw(hall, number(2 * column + 2), x + size.0 * column, y + size.1, size);
        }
    }

    fn exhibitor(&mut self, (name, country): Company, category: &'static str, note: &str) -> Option<ExhibitorId> {
        let categories = vec![*self.categories.get(category)?];
        let (country, contact, note) = (country.to_owned(), String::new(), note.to_owned());
        let id =
            self.draft.add(&mut self.mint, Exhibitor { name: name.to_owned(), country, categories, contact, note, logo: None });
        self.exhibitors.insert(name, id);
        Some(id)
    }

    fn place(&mut self) {
        for number in HELD {
            if let Some(slot) = self.booths.get(number) {
                let stage = Stage::Held { until: Some(date(2022, 3, 4)) };
                let booking = Booking { participants: Vec::new(), booths: vec![slot.id], stage };
                let _: BookingId = self.draft.add(&mut self.mint, booking);
            }
        }
        for (number, name, country, category) in ISLANDS {
            self.book((name, country), category, &[number.to_owned()]);
        }
        for (rows, groups) in HALL_1 {
            self.place_groups(groups, rows);
        }
        self.place_groups(MEZZANINE, &['M']);
        self.give_free_booths_a_category();
        for (name, country, category, note) in TO_PLACE {
            let _ = self.exhibitor((name, country), category, note);
        }
    }

    /// Places the exhibitors of some rows one after the other on what is for sale there.
    fn place_groups(&mut self, groups: &[Group], rows: &[char]) {
        let is_island = |number: &str| ISLANDS.iter().any(|island| island.0 == number);
        let is_kept = |number: &str| TWO_BOOTHS_AT.iter().any(|(_, numbers)| numbers.contains(&number));
        let is_for_sale = |number: &str| ![&BLOCKED[..], &HELD, &AVAILABLE].concat().contains(&number);
        let mut free: Vec<String> = self
            .booths
            .keys()
            .filter(|number| number.starts_with(rows) && !is_island(number) && !is_kept(number) && is_for_sale(number))
            .cloned()
            .collect();
        for group in groups {
            for company in group.companies {
                let numbers = match TWO_BOOTHS_AT.iter().find(|(name, _)| *name == company.0) {
                    Some((_, numbers)) => numbers.map(str::to_owned).to_vec(),
                    None if TWO_BOOTHS.contains(&company.0) => self.take_two(&mut free),
                    None => free.drain(..free.len().min(1)).collect(),
                };
                self.book(*company, group.category, &numbers);
            }
        }
    }

    /// The first two free booths that share a whole side.
    fn take_two(&self, free: &mut Vec<String>) -> Vec<String> {
        for first in 0..free.len() {
            for second in first + 1..free.len() {
                if self.are_neighbours(&free[first], &free[second]) {
                    return vec![free.remove(second), free.remove(first)].into_iter().rev().collect();
                }
            }
        }
        Vec::new()
    }

    fn are_neighbours(&self, first: &str, second: &str) -> bool {
        let bounds = |number: &str| self.booths.get(number).map(|slot| slot.outline.bounds());
        match (bounds(first), bounds(second)) {
            (Some(first), Some(second)) => {
                first.touches(second) && first.union(second).size().area() == first.size().area() + second.size().area()
            }
            _ => false,
        }
    }

    fn book(&mut self, company: Company, category: &'static str, numbers: &[String]) {
        let Some(host) = self.exhibitor(company, category, "") else { return };
        let mut participants = vec![Participant { exhibitor: host, role: Role::Main }];
        let equals = EQUALS.iter().map(|sharer| (sharer, Role::Main));
        for ((with, name, country, category), role) in equals.chain(GUESTS.iter().map(|sharer| (sharer, Role::Co))) {
            if *with == company.0
                && let Some(exhibitor) = self.exhibitor((name, country), category, "")
            {
                participants.push(Participant { exhibitor, role });
            }
        }
        let booths: Vec<BoothId> = numbers.iter().filter_map(|number| self.booths.get(number)).map(|slot| slot.id).collect();
        let shown = self.categories.get(category).copied();
        for booth in &booths {
            self.draft.change(*booth, |booth| booth.category = shown);
        }
        // Mostly paid, many contracted, some promised: mixed the same way every time.
        let stage = match company.0.bytes().map(u32::from).sum::<u32>() % 20 {
            0..=10 => Stage::Paid,
            11..=16 => Stage::Contracted,
            _ => Stage::Reserved,
        };
        let _: BookingId = self.draft.add(&mut self.mint, Booking { participants, booths, stage });
    }

    /// What is free is for whoever shows the same as the booth before.
    fn give_free_booths_a_category(&mut self) {
        let mut category = None;
        for slot in self.booths.values() {
            match self.draft.plan().get(slot.id).and_then(|booth| booth.category) {
                Some(shown) => category = Some(shown),
                None => self.draft.change(slot.id, |booth| booth.category = category),
            }
        }
    }
}
