//! Random plans for the tests of all rooms.

use jiff::civil::date;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};

use super::{
    Booking, BookingId, Booth, BoothId, Category, CategoryId, DoorKind, Draft, Exhibitor, ExhibitorId, Hall, HallId, HallMap,
    IdMint, MapId, MapPicture, Number, Participant, Placement, Plan, Role, Show, Stage, Structure, StructureId, StructureShape,
};
use crate::geometry::{Angle, Length, Outline, Point, Size};

/// Any text, with what trips writers and readers up.
pub(crate) fn any_text() -> impl Strategy<Value = String> {
    let sign = prop_oneof![
        any::<char>(),
        select(vec![
            '"', '\\', '\n', '\r', '\t', '\0', '\'', ',', ')', 'é', '展', 'ש', 'ع', '\u{301}', '\u{202e}', '\u{feff}', ' '
        ]),
    ];
    vec(sign, 0..8).prop_map(String::from_iter)
}

/// Text on one line.
pub(crate) fn any_line() -> impl Strategy<Value = String> {
    any_text().prop_map(|text| text.chars().filter(|c| !c.is_control()).collect())
}

/// A length within the limits of a plan.
pub(crate) fn any_length() -> impl Strategy<Value = Length> {
    let limit = Length::LIMIT.tenths();
    prop_oneof![(-limit..=limit).prop_map(Length::from_tenths), (-1_000_i64..1_000).prop_map(|mm| Length::from_mm(mm * 100))]
}

/// Any point within the limits.
pub(crate) fn any_point() -> impl Strategy<Value = Point> {
    (any_length(), any_length()).prop_map(|(x, y)| Point::new(x, y))
}

/// Any angle.
pub(crate) fn any_angle() -> impl Strategy<Value = Angle> {
    prop_oneof![Just(Angle::ZERO), Just(Angle::QUARTER), (0_i64..360_000).prop_map(Angle::from_thousandths)]
}

fn any_side() -> impl Strategy<Value = Length> {
    (100_i64..500_000).prop_map(Length::from_tenths)
}

/// Any outline that a plan takes.
pub(crate) fn any_outline() -> impl Strategy<Value = Outline> {
    let rectangle = (any_point(), any_side(), any_side(), any_angle())
        .prop_map(|(origin, width, depth, angle)| Outline::Rectangle { origin, size: Size::new(width, depth), angle });
    let round = (any_point(), any_side()).prop_map(|(centre, radius)| Outline::Round { centre, radius });
    let polygon = vec(any_point(), 3..6).prop_map(Outline::Polygon);
    let fallback = Outline::rectangle(Point::ORIGIN, Size::from_mm(3_000, 3_000));
    prop_oneof![4 => rectangle, 1 => round, 1 => polygon]
        .prop_map(move |outline| if outline.is_valid() { outline } else { fallback.clone() })
}

fn any_shape() -> impl Strategy<Value = StructureShape> {
    let kind = select(vec![DoorKind::Entrance, DoorKind::Exit, DoorKind::Service]);
    let wall = (any_point(), any_side(), any_side()).prop_map(|(from, length, thickness)| {
        let by = if from.x > Length::ZERO { -length } else { length };
        StructureShape::Wall { from, to: Point::new(from.x + by, from.y), thickness }
    });
    prop_oneof![
        wall,
        any_outline().prop_map(StructureShape::Column),
        (any_point(), any_side(), any_angle(), kind).prop_map(|(at, width, angle, kind)| StructureShape::Door {
            at,
            width,
            angle,
            kind
        }),
        (any_point(), any_side(), any_angle(), any_line()).prop_map(|(at, height, angle, text)| StructureShape::Text {
            at,
            height,
            angle,
            text: format!("T{text}"),
        }),
    ]
}

fn any_stage() -> impl Strategy<Value = Stage> {
    select(vec![
        Stage::Held { until: None },
        Stage::Held { until: Some(date(2022, 3, 17)) },
        Stage::Reserved,
        Stage::Contracted,
        Stage::Paid,
    ])
}

fn any_hall_map(hall: HallId) -> impl Strategy<Value = HallMap> {
    // Few pictures, so that several maps share one.
    let picture = (0_u8..3).prop_map(|byte| MapPicture::new(vec![byte; usize::from(byte)]));
    let place = ((-9_000_i64..9_000), (-9_000_i64..9_000), any_side(), any_angle());
    (any_text(), picture, (100_u32..300, 300_u32..600), place, any::<bool>()).prop_map(
        move |(name, picture, pixels, (x, y, width, angle), calibrated)| {
            // Never flat: the depth too is a length that a plan takes.
            let placement = Placement { origin: Point::from_mm(x, y), width, angle };
            HallMap { hall, name, picture, pixels, placement, calibrated }
        },
    )
}

/// What one booth is made from, its hall and category as indices.
type BoothParts = (Index, String, Outline, Option<Index>, bool, String);

fn any_booth() -> impl Strategy<Value = BoothParts> {
    (any::<Index>(), any_line(), any_outline(), any::<Option<Index>>(), prop::bool::weighted(0.1), any_text())
}

type ExhibitorParts = (String, String, Vec<usize>, String, String);

fn any_exhibitor(categories: usize) -> impl Strategy<Value = ExhibitorParts> {
    let categories = subsequence((0..categories).collect::<Vec<_>>(), 0..=categories).prop_shuffle();
    (any_text(), any_text(), categories, any_text(), any_text())
}

/// Participants as indices with their roles, how many booths, and the stage.
type BookingParts = (Vec<(Index, bool)>, usize, Stage);

fn any_booking() -> impl Strategy<Value = BookingParts> {
    (vec((any::<Index>(), any::<bool>()), 0..4), 0_usize..4, any_stage())
}

/// A plan that keeps every rule.
pub(crate) fn any_plan() -> impl Strategy<Value = Plan> {
    let show = (any_text(), any_text(), any_text()).prop_map(|(name, edition, note)| Show { name, edition, note });
    let head = (show, any::<u32>(), vec((any_text(), any_outline()), 0..4), vec(any_text(), 0..4));
    let body = head.prop_flat_map(|(show, tag, halls, categories)| {
        let exhibitors = vec(any_exhibitor(categories.len()), 0..8);
        let structures = vec((any::<Index>(), any_shape()), 0..6);
        let map = any_hall_map(IdMint::new(0, 0).mint());
        let drawn = (structures, vec((any::<Index>(), map), 0..4), vec(any_booth(), 0..14));
        (Just((show, tag, halls, categories)), exhibitors, drawn, vec(any_booking(), 0..8))
    });
    body.prop_map(|((show, tag, halls, categories), exhibitors, (structures, maps, booths), bookings)| {
        let empty = Plan::new(show);
        let mut draft = Draft::new(&empty);
        let mut mint = IdMint::new(tag, 0);
        // A name that begins with a number of its own is unique whatever follows.
        let halls: Vec<HallId> = (0..)
            .zip(halls)
            .map(|(i, (name, outline))| draft.add(&mut mint, Hall { name: format!("{i} {name}"), outline }))
            .collect();
        let categories: Vec<CategoryId> =
            (0..).zip(categories).map(|(i, name)| draft.add(&mut mint, Category { name: format!("{i} {name}") })).collect();
        let exhibitors: Vec<ExhibitorId> = (0..)
            .zip(exhibitors)
            .map(|(i, (name, country, shown, contact, note))| {
                let categories = shown.into_iter().map(|place| categories[place]).collect();
                draft.add(&mut mint, Exhibitor { name: format!("{i} {name}"), country, categories, contact, note })
            })
            .collect();
        if !halls.is_empty() {
            for (hall, shape) in structures {
                let _: StructureId = draft.add(&mut mint, Structure { hall: *hall.get(&halls), shape });
            }
            for (hall, map) in maps {
                let _: MapId = draft.add(&mut mint, HallMap { hall: *hall.get(&halls), ..map });
            }
            let mut for_sale: Vec<BoothId> = Vec::new();
            for (i, (hall, number, outline, category, blocked, note)) in (0..).zip(booths) {
                let number = Number::new(&format!("{i}-{number}")).expect("eight signs at most, and none of them a control");
                let category = category.filter(|_| !categories.is_empty()).map(|index| *index.get(&categories));
                let hall = *hall.get(&halls);
                let id: BoothId = draft.add(&mut mint, Booth { hall, number, outline, category, blocked, note });
                for_sale.extend((!blocked).then_some(id));
            }
            for (people, wanted, stage) in bookings {
                let booths = for_sale.split_off(for_sale.len().saturating_sub(wanted));
                let booking = any_people(&exhibitors, people, booths, stage);
                let _: BookingId = draft.add(&mut mint, booking);
            }
        }
        draft.finish().expect("made to keep every rule").0
    })
}

fn any_people(exhibitors: &[ExhibitorId], people: Vec<(Index, bool)>, booths: Vec<BoothId>, stage: Stage) -> Booking {
    let mut participants: Vec<Participant> = Vec::new();
    for (index, is_main) in people.into_iter().filter(|_| !exhibitors.is_empty()) {
        let exhibitor = *index.get(exhibitors);
        if participants.iter().all(|participant| participant.exhibitor != exhibitor) {
            participants.push(Participant { exhibitor, role: if is_main { Role::Main } else { Role::Co } });
        }
    }
    if let Some(last) = participants.last_mut() {
        last.role = Role::Main;
    }
    let stage = if participants.is_empty() { Stage::Held { until: None } } else { stage };
    Booking { participants, booths, stage }
}
