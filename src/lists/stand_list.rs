//! The stand list for the entrance desk.

use std::collections::{BTreeMap, HashSet};

use crate::plan::{Booking, BoothId, ExhibitorId, HallId, Number, Plan, Role, Status};
use crate::text::{Collation, index_letter};

/// What the list is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Sort {
    /// By the exhibitor's name, as a dictionary of the language sorts.
    #[default]
    Name,
    /// By the booth's number, as people count: A2 before A10.
    Number,
}

/// Who is on the booths of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Occupant {
    /// An exhibitor that has the booth, alone or with others.
    Main(String),
    /// A guest on somebody's booth.
    Co {
        /// The guest's name.
        name: String,
        /// The names of the exhibitors whose booth it is, in order.
        with: Vec<String>,
    },
    /// Nobody yet; the booth is kept for somebody (a name) or for nobody in particular.
    Held(Option<String>),
    /// Nobody.
    Nobody,
}

impl Occupant {
    /// The name in the list's exhibitor column; empty where there is none.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Occupant::Main(name) | Occupant::Co { name, .. } | Occupant::Held(Some(name)) => name,
            Occupant::Held(None) | Occupant::Nobody => "",
        }
    }
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The booths' numbers in natural order, all in one hall.
    pub numbers: Vec<String>,
    /// Who is there.
    pub occupant: Occupant,
    /// The hall's name.
    pub hall: String,
    /// The exhibitor's categories in its own order; where it has none, those of its booths.
    pub categories: Vec<String>,
}

/// The rows under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The first letter of the names or numbers; for numbers without a letter their hundred.
    pub heading: String,
    /// The rows in order; never empty.
    pub rows: Vec<Row>,
}

/// Which exhibitor is where, in the order in which an entrance desk looks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandList {
    /// The show with its edition: "IT Partners 2022".
    pub title: String,
    /// The hall, where the list is of one hall alone.
    pub hall: Option<String>,
    /// What it is sorted by.
    pub sort: Sort,
    /// The exhibitors.
    pub sections: Vec<Section>,
    /// The booths for sale that nobody fills, in natural order.
    pub unfilled: Vec<Row>,
    /// How many booths are filled.
    pub filled: usize,
    /// How many booths are for sale.
    pub sellable: usize,
    /// How many exhibitors are listed, each counted once.
    pub exhibitors: usize,
}

impl StandList {
    /// The list of a show, or of one of its halls.
    #[must_use]
    pub fn build(plan: &Plan, sort: Sort, hall: Option<HallId>, collation: &Collation) -> StandList {
        let is_listed =
            |id: &BoothId| plan.get(*id).is_some_and(|booth| !booth.blocked && hall.is_none_or(|hall| booth.hall == hall));
        let sellable: Vec<BoothId> = plan.booths_by_number().filter(is_listed).collect();
        let filled: Vec<BoothId> = sellable.iter().copied().filter(|id| plan.is_filled(*id)).collect();
        let listed: HashSet<ExhibitorId> =
            filled.iter().flat_map(|id| plan.participants(*id)).map(|participant| participant.exhibitor).collect();
        let sections = match sort {
            Sort::Name => by_name(plan, &filled, collation),
            Sort::Number => by_number(plan, &filled),
        };
        StandList {
            title: plan.show().title(),
            hall: hall.and_then(|id| plan.get(id)).map(|hall| hall.name.clone()),
            sort,
            sections,
            unfilled: sellable.iter().filter(|id| !plan.is_filled(**id)).map(|id| unfilled_row(plan, *id)).collect(),
            filled: filled.len(),
            sellable: sellable.len(),
            exhibitors: listed.len(),
        }
    }

    /// Whether nothing is listed, neither exhibitors nor booths.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sections.is_empty() && self.unfilled.is_empty()
    }
}

/// What the booths of one row have in common.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    /// Whose booths they are, where the exhibitor is a guest there; own booths come first.
    guest_of: Option<Vec<ExhibitorId>>,
    hall: HallId,
}

/// A row for each exhibitor, hall and role: numbers of two halls in one row would not say which is where.
fn by_name(plan: &Plan, filled: &[BoothId], collation: &Collation) -> Vec<Section> {
    let mut places: BTreeMap<ExhibitorId, BTreeMap<Place, Vec<BoothId>>> = BTreeMap::new();
    for id in filled {
        let (Some(booth), Some(booking)) = (plan.get(*id), plan.booking_of(*id).and_then(|booking| plan.get(booking))) else {
            continue;
        };
        for participant in &booking.participants {
            let guest_of = (participant.role == Role::Co).then(|| booking.mains().collect());
            let place = Place { guest_of, hall: booth.hall };
            places.entry(participant.exhibitor).or_default().entry(place).or_default().push(*id);
        }
    }
    let exhibitors: Vec<_> = places
        .into_iter()
        .filter_map(|(id, places)| plan.get(id).map(|exhibitor| (exhibitor.name.as_str(), id, places)))
        .collect();
    let rows = collation.sort(exhibitors, |(name, _, _)| name).into_iter().flat_map(|(name, id, places)| {
        let heading = index_letter(name).to_string();
        places.into_iter().map(move |(place, booths)| {
            let occupant = occupant(plan, id, place.guest_of.as_deref());
            (heading.clone(), row(plan, occupant, Some(id), &booths))
        })
    });
    sections(rows)
}

/// A row for each booth and exhibitor on it.
fn by_number(plan: &Plan, filled: &[BoothId]) -> Vec<Section> {
    let rows = filled.iter().flat_map(|id| {
        let booking: Option<&Booking> = plan.booking_of(*id).and_then(|booking| plan.get(booking)).map(AsRef::as_ref);
        let heading = plan.get(*id).map(|booth| number_heading(&booth.number)).unwrap_or_default();
        let mains: Vec<ExhibitorId> = booking.map(|booking| booking.mains().collect()).unwrap_or_default();
        let guests: Vec<ExhibitorId> = booking.map(|booking| booking.co_exhibitors().collect()).unwrap_or_default();
        let mut rows = Vec::with_capacity(mains.len() + guests.len());
        for main in &mains {
            rows.push((heading.clone(), row(plan, occupant(plan, *main, None), Some(*main), &[*id])));
        }
        for guest in guests {
            rows.push((heading.clone(), row(plan, occupant(plan, guest, Some(&mains)), Some(guest), &[*id])));
        }
        rows
    });
    sections(rows)
}

/// Puts neighbouring rows of the same heading together.
fn sections(rows: impl Iterator<Item = (String, Row)>) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for (heading, row) in rows {
        match sections.last_mut() {
            Some(section) if section.heading == heading => section.rows.push(row),
            _ => sections.push(Section { heading, rows: vec![row] }),
        }
    }
    sections
}

fn name_of(plan: &Plan, exhibitor: ExhibitorId) -> String {
    plan.get(exhibitor).map(|exhibitor| exhibitor.name.clone()).unwrap_or_default()
}

fn occupant(plan: &Plan, exhibitor: ExhibitorId, guest_of: Option<&[ExhibitorId]>) -> Occupant {
    let name = name_of(plan, exhibitor);
    match guest_of {
        None => Occupant::Main(name),
        Some(mains) => Occupant::Co { name, with: mains.iter().map(|main| name_of(plan, *main)).collect() },
    }
}

fn row(plan: &Plan, occupant: Occupant, exhibitor: Option<ExhibitorId>, booths: &[BoothId]) -> Row {
    let records = || booths.iter().filter_map(|id| plan.get(*id));
    let own = exhibitor.and_then(|id| plan.get(id)).map(|exhibitor| exhibitor.categories.clone()).unwrap_or_default();
    let mut categories = own;
    // A guest shows something of its own, which the booth's category does not tell.
    if categories.is_empty() && !matches!(occupant, Occupant::Co { .. }) {
        for category in records().filter_map(|booth| booth.category) {
            if !categories.contains(&category) {
                categories.push(category);
            }
        }
    }
    Row {
        numbers: records().map(|booth| booth.number.to_string()).collect(),
        occupant,
        hall: records().next().and_then(|booth| plan.get(booth.hall)).map(|hall| hall.name.clone()).unwrap_or_default(),
        categories: categories.into_iter().filter_map(|id| plan.get(id)).map(|category| category.name.clone()).collect(),
    }
}

fn unfilled_row(plan: &Plan, booth: BoothId) -> Row {
    let occupant = match plan.status(booth) {
        Status::Available => Occupant::Nobody,
        _ => Occupant::Held(plan.participants(booth).first().map(|participant| name_of(plan, participant.exhibitor))),
    };
    row(plan, occupant, None, &[booth])
}

/// The heading of a number: its first letter, or its hundred where it begins with digits (117 stands under 100).
fn number_heading(number: &Number) -> String {
    let text = number.as_str();
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    if digits.is_empty() {
        return text.chars().next().map(|first| first.to_uppercase().collect()).unwrap_or_default();
    }
    let significant = digits.trim_start_matches('0');
    match significant.len() {
        0..=2 => "1–99".to_owned(),
        length => format!("{}00", &significant[..length - 2]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{Outline, Point, Size};
    use crate::plan::{
        Booking, BookingId, Booth, Category, CategoryId, Draft, Exhibitor, Hall, IdMint, Participant, Show, Stage,
    };
    use crate::text::Language;

    struct Maker<'a> {
        draft: Draft<'a>,
        mint: IdMint,
    }

    impl Maker<'_> {
        fn hall(&mut self, name: &str) -> HallId {
            let outline = Outline::rectangle(Point::from_mm(0, 0), Size::from_mm(90_000, 90_000));
            self.draft.add(&mut self.mint, Hall { name: name.to_owned(), outline })
        }

        fn booth(&mut self, hall: HallId, number: &str) -> BoothId {
            let outline = Outline::rectangle(Point::from_mm(0, 0), Size::from_mm(3_000, 3_000));
            let number = Number::new(number).unwrap();
            self.draft.add(&mut self.mint, Booth::new(hall, number, outline))
        }

        fn exhibitor(&mut self, name: &str) -> ExhibitorId {
            self.draft.add(&mut self.mint, Exhibitor { name: name.to_owned(), ..Exhibitor::default() })
        }

        fn book(&mut self, mains: &[ExhibitorId], guests: &[ExhibitorId], booths: &[BoothId], stage: Stage) {
            let participant = |role| move |exhibitor: &ExhibitorId| Participant { exhibitor: *exhibitor, role };
            let participants =
                mains.iter().map(participant(Role::Main)).chain(guests.iter().map(participant(Role::Co))).collect();
            self.draft.add::<BookingId>(&mut self.mint, Booking { participants, booths: booths.to_vec(), stage });
        }
    }

    fn plan(make: impl FnOnce(&mut Maker<'_>)) -> Plan {
        let base = Plan::new(Show { name: "Expo".to_owned(), edition: "2026".to_owned(), note: String::new() });
        let mut maker = Maker { draft: Draft::new(&base), mint: IdMint::new(7, 0) };
        make(&mut maker);
        maker.draft.finish().unwrap().0
    }

    fn list(plan: &Plan, sort: Sort) -> StandList {
        StandList::build(plan, sort, None, &Collation::new(Language::French))
    }

    /// Every row as "heading: numbers name hall categories".
    fn lines(list: &StandList) -> Vec<String> {
        let written = |heading: &str, row: &Row| {
            let with = match &row.occupant {
                Occupant::Co { with, .. } => format!(" with {}", with.join(" and ")),
                Occupant::Held(_) => " (held)".to_owned(),
                _ => String::new(),
            };
            let categories = row.categories.iter().map(|category| format!(" #{category}")).collect::<String>();
            format!("{heading}: {} {} @{}{with}{categories}", row.numbers.join("+"), row.occupant.name(), row.hall)
        };
        let listed = list.sections.iter().flat_map(|section| section.rows.iter().map(|row| written(&section.heading, row)));
        listed.chain(list.unfilled.iter().map(|row| written("free", row))).collect()
    }

    /// Two halls; exhibitors with several booths, in both halls, as guests, held, and with none.
    fn show() -> Plan {
        plan(|maker| {
            let (ground, upper) = (maker.hall("Ground"), maker.hall("Upper"));
            let storage: CategoryId = maker.draft.add(&mut maker.mint, Category::named("Storage"));
            let [a10, a2, a1] = ["A10", "A2", "A1"].map(|number| maker.booth(ground, number));
            let [b1, b2] = ["B1", "b2"].map(|number| maker.booth(upper, number));
            let [c1, c2, c3, c4] = ["C1", "C2", "C3", "C4"].map(|number| maker.booth(upper, number));
            let [eaton, editions, epson, cubbit, seagate, _nobody] =
                ["Eaton", "Éditions ENI", "Epson", "Cubbit", "Seagate", "WD"].map(|name| maker.exhibitor(name));
            maker.draft.change(editions, |exhibitor| exhibitor.categories = vec![storage]);
            maker.draft.change(a1, |booth| booth.category = Some(storage));
            maker.book(&[eaton], &[], &[a10, a2], Stage::Paid);
            maker.book(&[eaton], &[], &[b1], Stage::Reserved);
            maker.book(&[editions, epson], &[cubbit], &[b2], Stage::Contracted);
            maker.book(&[epson], &[], &[a1], Stage::Paid);
            maker.book(&[seagate], &[], &[c1], Stage::Held { until: None });
            maker.book(&[], &[], &[c2], Stage::Held { until: None });
            maker.draft.change(c3, |booth| booth.blocked = true);
            let _free = c4;
        })
    }

    #[test]
    fn by_name_every_exhibitor_stands_once_in_each_hall_and_role() {
        let list = list(&show(), Sort::Name);
        assert_eq!(
            lines(&list),
            [
                "C: b2 Cubbit @Upper with Éditions ENI and Epson",
                "E: A2+A10 Eaton @Ground",
                "E: B1 Eaton @Upper",
                "E: b2 Éditions ENI @Upper #Storage",
                "E: A1 Epson @Ground #Storage",
                "E: b2 Epson @Upper",
                "free: C1 Seagate @Upper (held)",
                "free: C2  @Upper (held)",
                "free: C4  @Upper",
            ]
        );
        assert_eq!((list.filled, list.sellable, list.exhibitors), (5, 8, 4));
        assert_eq!(list.title, "Expo 2026");
    }

    #[test]
    fn by_number_every_booth_has_a_line_for_each_exhibitor_on_it() {
        assert_eq!(
            lines(&list(&show(), Sort::Number)),
            [
                "A: A1 Epson @Ground #Storage",
                "A: A2 Eaton @Ground",
                "A: A10 Eaton @Ground",
                "B: B1 Eaton @Upper",
                "B: b2 Éditions ENI @Upper #Storage",
                "B: b2 Epson @Upper",
                "B: b2 Cubbit @Upper with Éditions ENI and Epson",
                "free: C1 Seagate @Upper (held)",
                "free: C2  @Upper (held)",
                "free: C4  @Upper",
            ]
        );
    }

    #[test]
    fn a_list_of_one_hall_counts_that_hall_alone() {
        let plan = show();
        let hall = plan.hall_named("ground");
        let list = StandList::build(&plan, Sort::Name, hall, &Collation::new(Language::English));
        assert_eq!(lines(&list), ["E: A2+A10 Eaton @Ground", "E: A1 Epson @Ground #Storage"]);
        assert_eq!((list.filled, list.sellable, list.exhibitors), (3, 3, 2));
        assert_eq!(list.hall.as_deref(), Some("Ground"));
    }

    #[test]
    fn nothing_is_listed_of_an_empty_show() {
        let list = list(&Plan::default(), Sort::Number);
        assert!(list.is_empty());
        assert_eq!((list.filled, list.sellable, list.exhibitors), (0, 0, 0));
    }

    #[test]
    fn numbers_are_grouped_by_their_first_letter_or_their_hundred() {
        for (number, heading) in [
            ("A12", "A"),
            ("a1", "A"),
            ("é7", "É"),
            ("Lounge 2", "L"),
            ("7", "1–99"),
            ("099", "1–99"),
            ("100", "100"),
            ("4-117", "1–99"),
            ("1250b", "1200"),
            ("0", "1–99"),
            ("#3", "#"),
        ] {
            assert_eq!(number_heading(&Number::new(number).unwrap()), heading, "{number}");
        }
    }
}
