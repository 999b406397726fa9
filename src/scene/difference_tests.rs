//! What the drawing of two states of a hall shows.

use super::sample::Sample;
use super::{DifferenceKind, Item, SceneOptions, TwoStates};
use crate::fonts::{self, Style};
use crate::geometry::{Outline, Point, Size};
use crate::plan::{Booth, BoothId, Draft, Hall, HallId, Number, Plan, Status};
use crate::text::{Language, Texts};

fn changed(plan: &Plan, change: impl FnOnce(&mut Draft<'_>)) -> Plan {
    let mut draft = Draft::new(plan);
    change(&mut draft);
    draft.finish().unwrap().0
}

fn words(states: &TwoStates, hall: HallId) -> Vec<String> {
    let texts = Texts::new(Language::English);
    let items = states.scene(hall, &SceneOptions::paper(20.0, &texts)).items;
    let words = |item: Item| match item {
        Item::Text(text) => Some(text.words.to_string()),
        _ => None,
    };
    items.into_iter().filter_map(words).collect()
}

#[test]
fn each_booth_says_how_it_is_different() {
    let mut sample = Sample::hall(40, 20);
    let [moved, renumbered, gone, sold, same] = [("A1", 0), ("A2", 5), ("A3", 10), ("A4", 15), ("A5", 20)].map(|(number, x)| {
        sample.booth(number, [x, 0, 4, 4], if number == "A4" { Status::Reserved } else { Status::Available }, &["Acer"])
    });
    let before = sample.plan.clone();
    let new = sample.booth("B9", [30, 0, 4, 4], Status::Available, &[]);
    let after = changed(&sample.plan, |draft| {
        draft.change(moved, |booth: &mut Booth| booth.outline = booth.outline.moved(Point::from_mm(0, 10_000) - Point::ORIGIN));
        draft.change(renumbered, |booth: &mut Booth| booth.number = Number::new("Z2").unwrap());
        draft.remove(gone);
        let booking = draft.plan().booking_of(sold).unwrap();
        draft.change(booking, |booking| booking.stage = crate::plan::Stage::Paid);
    });
    let states = TwoStates::new(&before, &after);
    let counts = states.counts();
    use DifferenceKind as Kind;
    let one_each = [Kind::New, Kind::Gone, Kind::Moved, Kind::Status, Kind::Renumbered];
    assert_eq!(counts, one_each.map(|kind| (kind, 1)));
    assert_eq!(states.halls(), [sample.hall]);

    let words = words(&states, sample.hall);
    for shown in ["+ B9", "× A3", "→ A1", "# Z2", "A2 → Z2", "• A4", "A5"] {
        assert!(words.iter().any(|word| word == shown), "{shown} is not in {words:?}");
    }
    assert!(words.join(" ").contains("Reserved → Paid"), "{words:?}");
    let (legend, texts) = (states.legend(sample.hall, &Texts::new(Language::English)), Texts::new(Language::French));
    assert_eq!(legend.len(), 5);
    assert!(legend.iter().all(|key| key.count == Some(1)));
    assert!(
        DifferenceKind::ALL
            .iter()
            .all(|kind| fonts::covers(&kind.sign().to_string(), Style::SemiBold) && !kind.words(&texts).is_empty())
    );
    let _: [BoothId; 2] = [same, new];
}

#[test]
fn a_hall_in_which_nothing_changed_is_not_shown_and_one_that_is_gone_is_shown_as_it_was() {
    let mut sample = Sample::hall(40, 20);
    let stays = sample.hall;
    sample.booth("A1", [0, 0, 4, 4], Status::Available, &[]);
    let mut mint = crate::plan::IdMint::new(8, 100);
    let mut other = None;
    let before = changed(&sample.plan, |draft| {
        let outline = Outline::rectangle(Point::ORIGIN, Size::from_mm(20_000, 20_000));
        let hall: HallId = draft.add(&mut mint, Hall { name: "Hall 2".into(), outline: outline.clone() });
        let place = Outline::rectangle(Point::ORIGIN, Size::from_mm(4_000, 4_000));
        draft.add::<BoothId>(&mut mint, Booth::new(hall, Number::new("C1").unwrap(), place));
        other = Some(hall);
    });
    let states = TwoStates::new(&before, &sample.plan);
    assert_eq!(states.halls(), [other.unwrap()]);
    assert!(words(&states, other.unwrap()).contains(&"× C1".to_owned()));
    assert_eq!(TwoStates::new(&sample.plan, &sample.plan).halls(), []);
    assert_eq!(TwoStates::new(&sample.plan, &sample.plan).legend(stays, &Texts::new(Language::English)), []);
}
