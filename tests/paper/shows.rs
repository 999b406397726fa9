//! Shows for tests.

use hallplan::geometry::{Outline, Point, Size};
use hallplan::plan::{
    Booking, Booth, BoothId, Category, CategoryId, Draft, Exhibitor, ExhibitorId, Hall, HallId, IdMint, Number, Participant,
    Plan, Role, Show, Stage,
};

type Step = Box<dyn FnOnce(&mut Draft<'_>)>;

/// Makes a plan record by record.
pub struct Maker {
    base: Plan,
    mint: IdMint,
    records: Vec<Step>,
    booths: i64,
}

impl Maker {
    /// A show without a hall.
    pub fn new(name: &str, edition: &str) -> Maker {
        let show = Show { name: name.to_owned(), edition: edition.to_owned(), note: String::new() };
        Maker { base: Plan::new(show), mint: IdMint::new(1, 0), records: Vec::new(), booths: 0 }
    }

    pub fn hall(&mut self, name: &str) -> HallId {
        let id = self.mint.mint();
        let hall =
            Hall { name: name.to_owned(), outline: Outline::rectangle(Point::from_mm(0, 0), Size::from_mm(300_000, 300_000)) };
        self.records.push(Box::new(move |draft| draft.put::<HallId>(id, hall)));
        id
    }

    pub fn category(&mut self, name: &str) -> CategoryId {
        let id = self.mint.mint();
        let category = Category::named(name);
        self.records.push(Box::new(move |draft| draft.put::<CategoryId>(id, category)));
        id
    }

    pub fn booth(&mut self, hall: HallId, number: &str) -> BoothId {
        let id = self.mint.mint();
        let place = Point::from_mm(self.booths % 90 * 3_000, self.booths / 90 * 3_000);
        self.booths += 1;
        let outline = Outline::rectangle(place, Size::from_mm(3_000, 3_000));
        let booth = Booth::new(hall, Number::new(number).unwrap(), outline);
        self.records.push(Box::new(move |draft| draft.put::<BoothId>(id, booth)));
        id
    }

    pub fn exhibitor(&mut self, name: &str, categories: &[CategoryId]) -> ExhibitorId {
        let id = self.mint.mint();
        let exhibitor = Exhibitor { name: name.to_owned(), categories: categories.to_vec(), ..Exhibitor::default() };
        self.records.push(Box::new(move |draft| draft.put::<ExhibitorId>(id, exhibitor)));
        id
    }

    pub fn book(&mut self, mains: &[ExhibitorId], guests: &[ExhibitorId], booths: &[BoothId], stage: Stage) {
        let id: hallplan::plan::BookingId = self.mint.mint();
        let with_role = |role| move |exhibitor: &ExhibitorId| Participant { exhibitor: *exhibitor, role };
        let participants = mains.iter().map(with_role(Role::Main)).chain(guests.iter().map(with_role(Role::Co))).collect();
        let booking = Booking { participants, booths: booths.to_vec(), stage };
        self.records.push(Box::new(move |draft| draft.put(id, booking)));
    }

    pub fn plan(self) -> Plan {
        let mut draft = Draft::new(&self.base);
        for record in self.records {
            record(&mut draft);
        }
        draft.finish().unwrap().0
    }
}

/// The rows of the printed example: number, name, hall (0 or 1), category.
const USUAL: [(&str, &str, usize, &str); 26] = [
    ("A04", "Acer", 0, "PC and tablets"),
    ("B14", "Acronis", 0, "Backup"),
    ("E01", "Adata", 0, "Memory"),
    ("A39 A40", "ALSO France", 0, "Distribution"),
    ("G02", "AMD", 0, "Components"),
    ("B05", "APC by Schneider Electric", 0, "Power"),
    ("F15", "Aruba", 0, "Networks"),
    ("A03", "Asus", 0, "PC and tablets"),
    ("E22", "BenQ", 0, "Displays"),
    ("C26", "Bitdefender", 0, "Security"),
    ("M07", "Bleujour", 1, "PC and tablets"),
    ("B16", "Brother", 0, "Printing"),
    ("D21", "Cambium Networks", 0, "Networks"),
    ("A15", "Canon", 0, "Printing"),
    ("D30", "Crucial", 0, "Memory"),
    ("C16", "D-Link", 0, "Networks"),
    ("M12", "DEEP by POST", 1, "Cloud"),
    ("A11 A12", "Dell Technologies", 0, "PC and servers"),
    ("B04", "Eaton", 0, "Power"),
    ("M21", "Éditions ENI", 1, "Training"),
    ("A14", "Epson", 0, "Printing"),
    ("A22", "ESET", 0, "Security"),
    ("B02", "Exclusive Networks", 0, "Distribution"),
    ("B01", "Exertis", 0, "Distribution"),
    ("E21", "Synology", 0, "Storage"),
    ("A2", "Zyxel", 0, "Networks"),
];

/// A show of two halls with a guest on somebody's stand and two slots left.
pub fn usual() -> Plan {
    let mut maker = Maker::new("IT Partners", "2022");
    let halls = [maker.hall("Hall 1"), maker.hall("Mezzanine")];
    let mut categories: Vec<(&str, CategoryId)> = Vec::new();
    for (numbers, name, hall, category) in USUAL {
        let known = categories.iter().find(|(known, _)| *known == category).map(|(_, id)| *id);
        let category = known.unwrap_or_else(|| {
            let id = maker.category(category);
            categories.push((category, id));
            id
        });
        let booths: Vec<BoothId> = numbers.split(' ').map(|number| maker.booth(halls[hall], number)).collect();
        let exhibitor = maker.exhibitor(name, &[category]);
        let guests = if name == "Synology" { vec![maker.exhibitor("Cubbit", &[])] } else { Vec::new() };
        maker.book(&[exhibitor], &guests, &booths, Stage::Paid);
    }
    maker.booth(halls[0], "C02");
    let held = maker.booth(halls[1], "M30");
    let regular = maker.exhibitor("Seagate", &[]);
    maker.book(&[regular], &[], &[held], Stage::Held { until: None });
    maker.plan()
}

/// Names and numbers that are hard to set.
pub fn hard() -> Plan {
    let mut maker = Maker::new(
        "Messe & Kongress für Elektrotechnik, Elektronik und erneuerbare Energien Süddeutschland",
        "2026/27 (Frühjahr)",
    );
    let hall = maker.hall("Halle 7");
    let other = maker.hall("Obergeschoss der Nordhalle");
    let long = maker.category("Erneuerbare Energien und Speichertechnik");
    let short = maker.category("Presse");
    let names = [
        "华为技术有限公司",
        "شركة الاتصالات السعودية",
        "Яндекс Облако",
        "Ελληνική Εταιρεία",
        "株式会社日立製作所",
        "한국전자통신연구원",
        "\"Quoted\" GmbH",
        "3CX",
        "42 Degrees",
        "E\u{301}coles re\u{301}unies",
        "Bundesverband der Deutschen Industrie- und Handelskammern für Elektrotechnik, Elektronik und Informationstechnologie e. V.",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
        "Łódź Expo",
        "Ørsted",
        "Zhōngguó Hángtiān",
        "हिन्दी कंपनी",
    ];
    for (position, name) in names.iter().enumerate() {
        let booth = maker
            .booth(if position % 3 == 0 { other } else { hall }, &format!("{}{}", ["A", "B", "C"][position % 3], position + 1));
        let categories = if position % 2 == 0 { vec![long, short] } else { vec![short] };
        let exhibitor = maker.exhibitor(name, &categories);
        maker.book(&[exhibitor], &[], &[booth], Stage::Reserved);
    }
    let many: Vec<BoothId> = (100..140).map(|number| maker.booth(hall, &format!("D{number}"))).collect();
    let elsewhere = maker.booth(other, "Lounge West 2");
    let giant = maker.exhibitor("Giant of many booths", &[short]);
    maker.book(&[giant], &[], &many, Stage::Contracted);
    maker.book(&[giant], &[], &[elsewhere], Stage::Contracted);
    let shared = maker.booth(hall, "E1");
    let mains = ["First Main", "Second Main"].map(|name| maker.exhibitor(name, &[long]));
    let guests = ["Guest One", "Guest with a stand"].map(|name| maker.exhibitor(name, &[]));
    maker.book(&mains, &guests, &[shared], Stage::Paid);
    let own = maker.booth(other, "F7");
    maker.book(&[guests[1]], &[], &[own], Stage::Paid);
    for number in 1..6 {
        maker.booth(hall, &format!("X{number}"));
    }
    maker.plan()
}

/// A show of many exhibitors, one booth each.
pub fn large(count: usize) -> Plan {
    let mut maker = Maker::new("Large Show", "2026");
    let halls: Vec<HallId> = (1..=7).map(|number| maker.hall(&format!("Hall {number}"))).collect();
    let categories: Vec<CategoryId> =
        ["Networks", "Storage", "Printing", "Cloud and services"].map(|name| maker.category(name)).to_vec();
    let syllables =
        ["ba", "cor", "del", "fi", "gam", "ho", "ki", "lum", "mex", "nor", "pra", "qui", "ros", "tec", "vi", "wex", "zan", "é"];
    for position in 0..count {
        let mut seed = position.wrapping_mul(2_654_435_761) % 4_294_967_296;
        let mut name = String::new();
        for _ in 0..2 + seed % 3 {
            seed = (seed.wrapping_mul(1_103_515_245) + 12_345) % 2_147_483_648;
            name.push_str(syllables[(seed >> 16) % syllables.len()]);
        }
        let initial = name.chars().next().unwrap().to_uppercase().to_string();
        let name = format!("{initial}{} {position}", &name[initial.len()..]);
        let hall = position * 7 / count;
        let booth = maker.booth(halls[hall], &format!("{}", 1 + position));
        if position % 40 == 0 {
            continue;
        }
        let exhibitor = maker.exhibitor(&name, &[categories[position % 4]]);
        maker.book(&[exhibitor], &[], &[booth], Stage::Paid);
    }
    maker.plan()
}

/// A show whose stands are all free.
pub fn without_exhibitors() -> Plan {
    let mut maker = Maker::new("Salon vide", "2026");
    let hall = maker.hall("Hall 1");
    for number in 1..=70 {
        maker.booth(hall, &format!("A{number}"));
    }
    maker.plan()
}
