//! Random plans for the tests of all rooms.

use std::num::NonZeroU32;

use jiff::civil::date;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};

use super::{
    Binding, Block, BlockId, Booking, BookingId, Booth, BoothId, Category, CategoryId, Cell, DoorKind, Draft, EmbeddedFile,
    Exhibitor, ExhibitorId, Fade, GroupId, Hall, HallId, HallMap, IdMint, Layer, LayerId, Logo, MapId, Number, OpenSides,
    Participant, Pattern, Placement, Plan, Role, SheetPart, Show, Spacing, Stage, Structure, StructureId, StructureShape, Tint,
    UtilityKind,
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
    let wall = (any_line_on_floor(), any_side()).prop_map(|((from, to), thickness)| StructureShape::Wall { from, to, thickness });
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
        (any_outline(), any_line(), select(&Tint::ALL[..])).prop_map(|(outline, name, tint)| StructureShape::Zone {
            outline,
            name: format!("Z{name}"),
            tint,
            category: None,
        }),
        any_outline().prop_map(StructureShape::NoBuild),
        (any_point(), select(vec![UtilityKind::Power, UtilityKind::Water, UtilityKind::Network]), any_line())
            .prop_map(|(at, kind, number)| StructureShape::Utility { at, kind, number }),
        any_line_on_floor().prop_map(|(from, to)| StructureShape::Arrow { from, to }),
        (any_line_on_floor(), any_length()).prop_map(|((from, to), offset)| StructureShape::Dimension { from, to, offset }),
    ]
}

fn any_line_on_floor() -> impl Strategy<Value = (Point, Point)> {
    (any_point(), any_side()).prop_map(|(from, length)| {
        let by = if from.x > Length::ZERO { -length } else { length };
        (from, Point::new(from.x + by, from.y))
    })
}

fn any_spacing() -> impl Strategy<Value = Spacing> {
    (any::<bool>(), any_side(), 0_i64..2_000, 0_u32..9).prop_map(|(back_to_back, aisle, gap, columns_between_aisles)| Spacing {
        back_to_back,
        aisle,
        gap: Length::from_mm(gap),
        columns_between_aisles,
    })
}

fn any_pattern() -> impl Strategy<Value = Pattern> {
    let count = 1..=Pattern::MOST_ROWS;
    prop_oneof![
        (any_point(), any_angle(), count.clone(), count.clone()).prop_map(|(origin, angle, rows, columns)| Pattern::Grid {
            origin,
            angle,
            rows,
            columns
        }),
        (vec(any_point(), 2..5), count.clone()).prop_map(|(path, rows)| Pattern::Line { path, rows }),
        (any_point(), any_side(), any_angle(), any_angle(), count)
            .prop_map(|(centre, radius, start, sweep, rows)| Pattern::Arc { centre, radius, start, sweep, rows }),
        (any_outline(), any_angle()).prop_map(|(floor, angle)| Pattern::Fill { floor, angle }),
    ]
}

/// A block's hall as an index, and everything else of it.
type BlockParts = (Index, (Length, Length), Spacing, Pattern);

fn any_block() -> impl Strategy<Value = BlockParts> {
    (any::<Index>(), (any_side(), any_side()), any_spacing(), any_pattern())
}

/// Layers by name, hidden, locked.
fn any_layers() -> impl Strategy<Value = Vec<(String, bool, bool)>> {
    vec((any_text(), any::<bool>(), any::<bool>()), 0..3)
}

/// A layer as an index, a group, a lock.
type BindingParts = (Option<Index>, Option<u32>, bool);

fn any_binding() -> impl Strategy<Value = BindingParts> {
    (any::<Option<Index>>(), prop::option::of(0_u32..5), any::<bool>())
}

fn binding((layer, group, locked): BindingParts, layers: &[LayerId], tag: u32) -> Binding {
    let layer = layer.filter(|_| !layers.is_empty()).map(|index| *index.get(layers));
    let group = group.map(|group| IdMint::new(tag, group).mint::<GroupId>());
    Binding { layer, group, locked }
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
    let file = (0_u8..3).prop_map(|byte| EmbeddedFile::new(vec![byte; usize::from(byte)]));
    let place = ((-9_000_i64..9_000), (-9_000_i64..9_000), any_side(), any_angle());
    (any_text(), file, (100_u32..300, 300_u32..600), place, any::<bool>()).prop_map(
        move |(name, file, sheet, (x, y, width, angle), calibrated)| {
            // Never flat: the depth too is a length that a plan takes.
            let placement = Placement { origin: Point::from_mm(x, y), width: width * 4, angle };
            let map = HallMap::new(hall, name, file, sheet, placement);
            let crop = calibrated.then_some(SheetPart { from: (10, 20), to: (90, 250) });
            let hidden_layers = if calibrated { vec!["Texte \"1\"".to_owned(), "Étage".to_owned()] } else { Vec::new() };
            let fade = Fade::new(u8::from(calibrated) * 40).unwrap_or_default();
            HallMap { crop, hidden_layers, fade, page: u32::from(calibrated), calibrated, in_front: !calibrated, ..map }
        },
    )
}

/// What one booth is made from, its hall and category as indices.
type BoothParts =
    ((Index, String, Outline, Option<Index>, bool, String), (BindingParts, Option<(Index, u32, u32)>, Option<OpenSides>, bool));

fn any_booth() -> impl Strategy<Value = BoothParts> {
    let facts = (any::<Index>(), any_line(), any_outline(), any::<Option<Index>>(), prop::bool::weighted(0.1), any_text());
    let cell = prop::option::of((any::<Index>(), 0_u32..9, 0_u32..9));
    (facts, (any_binding(), cell, prop::option::of(select(&OpenSides::ALL[..])), any::<bool>()))
}

type ExhibitorParts = (String, String, Vec<usize>, String, String, Option<Logo>);

/// Few pictures, some of them those of maps, so that several share one.
pub(crate) fn any_logo() -> impl Strategy<Value = Logo> {
    let side = || any::<NonZeroU32>();
    (1_u8..4, side(), side()).prop_map(|(byte, width, height)| Logo {
        file: EmbeddedFile::new(vec![byte; usize::from(byte)]),
        pixels: (width, height),
    })
}

fn any_exhibitor(categories: usize) -> impl Strategy<Value = ExhibitorParts> {
    let categories = subsequence((0..categories).collect::<Vec<_>>(), 0..=categories).prop_shuffle();
    (any_text(), any_text(), categories, any_text(), any_text(), prop::option::of(any_logo()))
}

/// Participants as indices with their roles, how many booths, and the stage.
type BookingParts = (Vec<(Index, bool)>, usize, Stage);

fn any_booking() -> impl Strategy<Value = BookingParts> {
    (vec((any::<Index>(), any::<bool>()), 0..4), 0_usize..4, any_stage())
}

/// A plan that keeps every rule.
pub(crate) fn any_plan() -> impl Strategy<Value = Plan> {
    let show = (any_text(), any_text(), any_text()).prop_map(|(name, edition, note)| Show { name, edition, note });
    let categories = vec((any_text(), prop::option::of(select(&Tint::ALL[..]))), 0..4);
    let head = (show, any::<u32>(), vec((any_text(), any_outline()), 0..4), categories);
    let body = head.prop_flat_map(|(show, tag, halls, categories)| {
        let exhibitors = vec(any_exhibitor(categories.len()), 0..8);
        let structures = vec((any::<Index>(), any_shape(), any_binding()), 0..6);
        let map = any_hall_map(IdMint::new(0, 0).mint());
        let maps = vec((any::<Index>(), map, any_binding()), 0..4);
        let drawn = (structures, maps, vec(any_booth(), 0..14), any_layers(), vec(any_block(), 0..3));
        (Just((show, tag, halls, categories)), exhibitors, drawn, vec(any_booking(), 0..8))
    });
    body.prop_map(|((show, tag, halls, categories), exhibitors, (structures, maps, booths, layers, blocks), bookings)| {
        let empty = Plan::new(show);
        let mut draft = Draft::new(&empty);
        let mut mint = IdMint::new(tag, 0);
        // A name that begins with a number of its own is unique whatever follows.
        let halls: Vec<HallId> = (0..)
            .zip(halls)
            .map(|(i, (name, outline))| draft.add(&mut mint, Hall { name: format!("{i} {name}"), outline }))
            .collect();
        let categories: Vec<CategoryId> = (0..)
            .zip(categories)
            .map(|(i, (name, colour))| draft.add(&mut mint, Category { name: format!("{i} {name}"), colour }))
            .collect();
        let layers: Vec<LayerId> = (0..)
            .zip(layers)
            .map(|(i, (name, hidden, locked))| draft.add(&mut mint, Layer { name: format!("{i} {name}"), hidden, locked }))
            .collect();
        let exhibitors: Vec<ExhibitorId> = (0..)
            .zip(exhibitors)
            .map(|(i, (name, country, shown, contact, note, logo))| {
                let categories = shown.into_iter().map(|place| categories[place]).collect();
                draft.add(&mut mint, Exhibitor { name: format!("{i} {name}"), country, categories, contact, note, logo })
            })
            .collect();
        if !halls.is_empty() {
            let blocks: Vec<(BlockId, HallId)> = blocks
                .into_iter()
                .map(|(hall, (width, depth), spacing, pattern)| {
                    let hall = *hall.get(&halls);
                    (draft.add(&mut mint, Block { hall, booth: Size::new(width, depth), spacing, pattern }), hall)
                })
                .collect();
            for (hall, mut shape, bound) in structures {
                if let StructureShape::Zone { category, .. } = &mut shape {
                    *category = categories.first().copied();
                }
                let binding = binding(bound, &layers, tag);
                let _: StructureId = draft.add(&mut mint, Structure { hall: *hall.get(&halls), shape, binding });
            }
            for (hall, map, bound) in maps {
                let binding = binding(bound, &layers, tag);
                let _: MapId = draft.add(&mut mint, HallMap { hall: *hall.get(&halls), binding, ..map });
            }
            let mut for_sale: Vec<BoothId> = Vec::new();
            for (i, ((hall, number, outline, category, blocked, note), drawn)) in (0..).zip(booths) {
                let (bound, cell, open_sides, columns_cut) = drawn;
                let number = Number::new(&format!("{i}-{number}")).expect("eight signs at most, and none of them a control");
                let category = category.filter(|_| !categories.is_empty()).map(|index| *index.get(&categories));
                let hall = *hall.get(&halls);
                let of_hall: Vec<BlockId> = blocks.iter().filter(|(_, other)| *other == hall).map(|(id, _)| *id).collect();
                let cell = cell.filter(|_| !of_hall.is_empty());
                let cell = cell.map(|(block, row, column)| Cell { block: *block.get(&of_hall), row, column });
                let binding = binding(bound, &layers, tag);
                let booth = Booth { hall, number, outline, category, blocked, note, binding, cell, open_sides, columns_cut };
                let id: BoothId = draft.add(&mut mint, booth);
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

/// The id of a hall that is in no plan, for what only names one.
pub(crate) fn any_hall_id() -> HallId {
    IdMint::new(7, 0).mint()
}
