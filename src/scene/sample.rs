//! Plans that the tests of this room and of the exports draw.

use crate::geometry::{Angle, Length, Outline, Point, Size};
use crate::plan::{
    Booking, Booth, BoothId, Category, DoorKind, Draft, EmbeddedFile, Exhibitor, Hall, HallId, IdMint, Logo, Number, Participant,
    Plan, Role, Show, Stage, Status, Structure, StructureShape, Tint, UtilityKind,
};

/// A plan that grows by a line of code a booth.
pub(crate) struct Sample {
    pub(crate) plan: Plan,
    pub(crate) hall: HallId,
    pub(crate) mint: IdMint,
}

impl Sample {
    /// A show with one empty hall of so many metres.
    pub(crate) fn hall(width: i64, depth: i64) -> Self {
        let mut mint = IdMint::new(7, 0);
        let show = Show { name: "IT Partners".into(), edition: "2022".into(), note: String::new() };
        let base = Plan::new(show);
        let mut draft = Draft::new(&base);
        let outline = Outline::rectangle(Point::ORIGIN, Size::from_mm(width * 1_000, depth * 1_000));
        let hall = draft.add(&mut mint, Hall { name: "Hall 1".into(), outline });
        let (plan, _) = draft.finish().unwrap();
        Self { plan, hall, mint }
    }

    fn change(&mut self, change: impl FnOnce(&mut Draft<'_>, &mut IdMint)) {
        let mut draft = Draft::new(&self.plan);
        change(&mut draft, &mut self.mint);
        let (plan, _) = draft.finish().unwrap();
        self.plan = plan;
    }

    /// A booth with this outline.
    pub(crate) fn outlined(&mut self, number: &str, outline: Outline, status: Status, names: &[&str]) -> BoothId {
        let hall = self.hall;
        let mut made = None;
        self.change(|draft, mint| {
            let blocked = status == Status::Blocked;
            let number = Number::new(number).unwrap();
            let booth: BoothId = draft.add(mint, Booth { blocked, ..Booth::new(hall, number, outline) });
            made = Some(booth);
            let stage = match status {
                Status::Available | Status::Blocked => return,
                Status::Held => Stage::Held { until: None },
                Status::Reserved => Stage::Reserved,
                Status::Contracted => Stage::Contracted,
                Status::Paid => Stage::Paid,
            };
            let mut participants = Vec::new();
            for name in names {
                let exhibitor = draft
                    .plan()
                    .exhibitor_named(name, "")
                    .unwrap_or_else(|| draft.add(mint, Exhibitor { name: (*name).into(), ..Exhibitor::default() }));
                participants.push(Participant { exhibitor, role: Role::Main });
            }
            draft.add::<crate::plan::BookingId>(mint, Booking { participants, booths: vec![booth], stage });
        });
        made.unwrap()
    }

    /// A rectangular booth, in metres.
    pub(crate) fn booth(&mut self, number: &str, place: [i64; 4], status: Status, names: &[&str]) -> BoothId {
        let [x, y, width, depth] = place.map(|metres| metres * 1_000);
        self.outlined(number, Outline::rectangle(Point::from_mm(x, y), Size::from_mm(width, depth)), status, names)
    }

    /// Gives the exhibitor of this name a logo of so many pixels.
    pub(crate) fn logo(&mut self, name: &str, width: u32, height: u32) -> EmbeddedFile {
        let pixels = (width.try_into().unwrap(), height.try_into().unwrap());
        let file = EmbeddedFile::new(name.as_bytes());
        let logo = Logo { file: file.clone(), pixels };
        self.change(|draft, _| {
            let exhibitor = draft.plan().exhibitor_named(name, "").unwrap();
            draft.change(exhibitor, |exhibitor| exhibitor.logo = Some(logo));
        });
        file
    }

    /// A category for a booth.
    pub(crate) fn categorise(&mut self, booth: BoothId, name: &str) {
        self.change(|draft, mint| {
            let category = draft.add(mint, Category::named(name));
            draft.change(booth, |booth| booth.category = Some(category));
        });
    }

    /// A wall, a column, a door or a text.
    pub(crate) fn structure(&mut self, shape: StructureShape) {
        let hall = self.hall;
        self.change(|draft, mint| {
            draft.add::<crate::plan::StructureId>(mint, Structure::new(hall, shape));
        });
    }

    /// A zone with another in it, floor that is kept free, a supply point of each kind, an arrow.
    pub(crate) fn floor(&mut self) {
        let area = |x: i64, y: i64, width: i64, depth: i64| {
            Outline::rectangle(Point::from_mm(x * 1_000, y * 1_000), Size::from_mm(width * 1_000, depth * 1_000))
        };
        let zone = |outline, name: &str, tint| StructureShape::Zone { outline, name: name.into(), tint, category: None };
        self.structure(zone(area(1, 1, 22, 11), "Cloud pavilion", Tint::Blue));
        self.structure(zone(area(1, 7, 11, 5), "Startups", Tint::Orange));
        self.structure(StructureShape::NoBuild(area(26, 9, 3, 3)));
        for (place, kind) in [UtilityKind::Power, UtilityKind::Water, UtilityKind::Network].into_iter().enumerate() {
            let x = 26_000 + 1_500 * i64::try_from(place).unwrap();
            let number = format!("{}1", ["E", "W", "N"][place]);
            self.structure(StructureShape::Utility { at: Point::from_mm(x, 2_000), kind, number });
        }
        self.structure(StructureShape::Arrow { from: Point::from_mm(15_000, 1_000), to: Point::from_mm(15_000, 6_000) });
    }

    /// A door in metres.
    pub(crate) fn door(&mut self, x: i64, y: i64, degrees: i64, kind: DoorKind) {
        self.structure(StructureShape::Door {
            at: Point::from_mm(x * 1_000, y * 1_000),
            width: Length::from_mm(2_400),
            angle: Angle::from_thousandths(degrees * 1_000),
            kind,
        });
    }
}

/// A booth of each status, a shared one, a long name, a turned one, a round, an L and each kind of door.
pub(crate) fn one_of_each() -> Sample {
    let mut sample = Sample::hall(30, 20);
    for (place, status) in Status::ALL.into_iter().enumerate() {
        let x = 2 + 3 * i64::try_from(place).unwrap();
        let names: &[&str] = if status == Status::Held { &[] } else { &["Synology"] };
        sample.booth(&format!("A0{place}"), [x, 2, 3, 3], status, names);
    }
    let shared = sample.booth("B1", [2, 8, 6, 3], Status::Contracted, &["Acer", "Asus"]);
    sample.categorise(shared, "Computers");
    sample.booth("B2", [8, 8, 3, 3], Status::Paid, &["Western Digital Technologies & Partners"]);
    sample.booth("B3", [11, 8, 3, 3], Status::Paid, &["Donaudampfschifffahrt"]);
    sample.booth("B4", [15, 8, 6, 1], Status::Reserved, &["Eaton"]);
    let turned = |degrees: i64, x: i64, y: i64| Outline::Rectangle {
        origin: Point::from_mm(x * 1_000, y * 1_000),
        size: Size::from_mm(4_000, 2_000),
        angle: Angle::from_thousandths(degrees * 1_000),
    };
    sample.outlined("C1", turned(30, 2, 14), Status::Paid, &["Turned"]);
    sample.outlined("C2", turned(90, 7, 14), Status::Reserved, &["Quarter"]);
    sample.outlined(
        "C3",
        Outline::Round { centre: Point::from_mm(14_000, 15_000), radius: Length::from_mm(2_000) },
        Status::Held,
        &["Round"],
    );
    let corners = [(18, 13), (24, 13), (24, 15), (20, 15), (20, 18), (18, 18)];
    let corners = corners.map(|(x, y)| Point::from_mm(x * 1_000, y * 1_000)).to_vec();
    sample.outlined("C4", Outline::Polygon(corners), Status::Blocked, &[]);
    sample.door(15, 0, 0, DoorKind::Entrance);
    sample.door(5, 20, 0, DoorKind::Exit);
    sample.door(0, 12, 90, DoorKind::Exit);
    sample.door(30, 6, 90, DoorKind::Service);
    let (from, to) = (Point::from_mm(25_000, 0), Point::from_mm(25_000, 8_000));
    sample.structure(StructureShape::Wall { from, to, thickness: Length::from_mm(200) });
    let column = Outline::rectangle(Point::from_mm(22_000, 5_000), Size::from_mm(800, 800));
    sample.structure(StructureShape::Column(column));
    sample.floor();
    sample.structure(StructureShape::Text {
        at: Point::from_mm(27_500, 14_000),
        height: Length::from_mm(500),
        angle: Angle::ZERO,
        text: "Café".into(),
    });
    sample
}
