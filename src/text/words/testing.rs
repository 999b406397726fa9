//! A small plan to speak of, and what every sentence must be.

use crate::geometry::{Angle, Length, Outline, Point, Size};
use crate::plan::{
    Booking, BookingId, Booth, BoothId, Category, CategoryId, DoorKind, Draft, EmbeddedFile, Exhibitor, ExhibitorId, Hall,
    HallId, HallMap, IdMint, MapId, Number, Participant, Placement, Plan, Role, Show, Stage, Structure, StructureId,
    StructureShape,
};
use crate::text::{Language, Texts};

/// Synology on booth A12 of Hall B, and one of everything else.
#[derive(Clone)]
pub(super) struct Sample {
    pub(super) plan: Plan,
    pub(super) number: Number,
    pub(super) hall: HallId,
    pub(super) structure: StructureId,
    pub(super) map: MapId,
    pub(super) category: CategoryId,
    pub(super) booth: BoothId,
    pub(super) exhibitor: ExhibitorId,
    pub(super) booking: BookingId,
    /// Synology's too, without a booth yet.
    pub(super) waiting: BookingId,
}

impl Sample {
    pub(super) fn new() -> Self {
        let empty = Plan::new(Show::default());
        let mut draft = Draft::new(&empty);
        let mint = &mut IdMint::new(7, 0);
        let number = Number::new("A12").unwrap();
        let outline = Outline::rectangle(Point::ORIGIN, Size::from_mm(3_000, 3_000));
        let hall = draft.add(mint, Hall { name: "Hall B".into(), outline: outline.clone() });
        let door = StructureShape::Door { at: Point::ORIGIN, width: Length::METRE, angle: Angle::ZERO, kind: DoorKind::Exit };
        let structure = draft.add(mint, Structure::new(hall, door));
        let map = {
            let placement = Placement { origin: Point::ORIGIN, width: Length::METRE, angle: Angle::ZERO };
            HallMap::new(hall, "hall.png".into(), EmbeddedFile::new(Vec::new()), (100, 100), placement)
        };
        let map = draft.add(mint, map);
        let category = draft.add(mint, Category::named("NAS"));
        let booth = Booth { category: Some(category), ..Booth::new(hall, number.clone(), outline) };
        let booth = draft.add(mint, booth);
        let exhibitor = draft.add(mint, Exhibitor { name: "Synology".into(), ..Exhibitor::default() });
        let participants = vec![Participant { exhibitor, role: Role::Main }];
        let waiting = Booking { participants: participants.clone(), booths: Vec::new(), stage: Stage::Reserved };
        let waiting = draft.add(mint, waiting);
        let booking = draft.add(mint, Booking { participants, booths: vec![booth], stage: Stage::Paid });
        let (plan, _) = draft.finish().unwrap();
        Self { plan, number, hall, structure, map, category, booth, exhibitor, booking, waiting }
    }
}

/// The words of both languages.
pub(super) fn both() -> [Texts; 2] {
    Language::ALL.map(Texts::new)
}

/// Asserts what holds of every sentence for people, in both languages: it names these things, is whole, and the French one is not
/// the English one. Quotation marks and grouped digits are given as English has them.
pub(super) fn assert_sentences(write: impl Fn(&Texts) -> String, named: &[&str]) {
    let [english, french] = both().map(|texts| write(&texts));
    assert_ne!(english, french);
    let as_in_english = french.replace("«\u{a0}", "“").replace("\u{a0}»", "”").replace('\u{202f}', ",");
    for (sentence, compared) in [(&english, &english), (&french, &as_in_english)] {
        for name in named {
            assert!(compared.contains(name), "{name} is not in: {sentence}");
        }
        assert!(sentence.ends_with('.'), "no full stop: {sentence}");
        assert!(!sentence.contains(['{', '}', '\u{2068}', '\u{2069}']), "unfinished: {sentence}");
        assert!(!sentence.contains("  ") && !sentence.contains(" .") && !sentence.contains(".."), "a hole in: {sentence}");
        let begins_with_a_name = named.iter().any(|name| sentence.starts_with(name));
        let first = sentence.chars().find(|letter| letter.is_alphanumeric());
        assert!(begins_with_a_name || first.is_some_and(|letter| !letter.is_lowercase()), "a small letter begins: {sentence}");
    }
}
