//! What happens to a map, one story each.

use std::collections::BTreeSet;

use super::tests::Fair;
use super::*;
use crate::geometry::{Angle, Length, Point};

fn placement(width: i64) -> Placement {
    Placement { origin: Point::from_mm(1_000, 2_000), width: Length::METRE * width, angle: Angle::from_thousandths(30_000) }
}

fn with_map() -> (Fair, MapId) {
    let mut fair = Fair::new();
    let hall = fair.plan().halls().keys().next().copied().unwrap();
    let file = EmbeddedFile::new(vec![1]);
    let added = fair.try_to(Edit::AddMap(HallMap::new(hall, "plan.pdf".into(), file, (800, 600), placement(40)))).unwrap();
    let map = added.maps.first().copied().unwrap();
    (fair, map)
}

fn names(layers: &[&str]) -> BTreeSet<String> {
    layers.iter().map(|layer| (*layer).to_owned()).collect()
}

#[test]
fn a_map_is_changed_in_one_thing_at_a_time_and_the_step_says_in_what() {
    let (mut fair, id) = with_map();
    let part = SheetPart { from: (100, 100), to: (400, 300) };
    let page = MapPage {
        page: 2,
        sheet: (300, 200),
        crop: Some(SheetPart::whole((300, 200))),
        hidden_layers: names(&["Texts", "Doors"]),
        placement: placement(80),
        calibrated: false,
    };
    let replaced = MapChange::Replace { name: "b.pdf".into(), file: EmbeddedFile::new(vec![2]), page: page.clone() };
    for (change, name) in [
        (MapChange::Crop(Some(part)), MapChangeName::Crop),
        (MapChange::Crop(None), MapChangeName::ShowAll),
        (MapChange::Fade(Fade::MOST), MapChangeName::Fade),
        (MapChange::HideLayers(names(&["Walls", "Axes"])), MapChangeName::Layers),
        (MapChange::Align(placement(41)), MapChangeName::Align),
        (MapChange::Calibrate(placement(42)), MapChangeName::Calibrate),
        (MapChange::InFront(true), MapChangeName::ToFront),
        (MapChange::InFront(false), MapChangeName::ToBack),
        (MapChange::Page(page), MapChangeName::Page),
        (replaced, MapChangeName::Replace),
    ] {
        let before = fair.plan().clone();
        let edit = Edit::ChangeMap(id, change);
        let file = if name == MapChangeName::Replace { "b.pdf" } else { "plan.pdf" };
        assert_eq!(edit.name(&before), EditName::ChangeMap(name, file.into()));
        fair.make(edit);
        assert!(*fair.plan() != before, "{name:?}");
        fair.editor.undo().unwrap();
        assert!(*fair.plan() == before, "{name:?}");
        fair.editor.redo().unwrap();
    }
    let map = fair.plan().get(id).unwrap();
    assert_eq!((map.name.as_str(), map.page, map.sheet, map.calibrated), ("b.pdf", 2, (300, 200), false));
    assert_eq!(map.crop, None, "all of a sheet is no part of it");
    assert_eq!(map.hidden_layers, ["Doors", "Texts"]);
}

#[test]
fn aligning_makes_the_scale_known_where_it_changes_it() {
    let (mut fair, id) = with_map();
    let moved = Placement { origin: Point::ORIGIN, ..placement(40) };
    fair.make(Edit::ChangeMap(id, MapChange::Align(moved)));
    assert!(!fair.plan().get(id).unwrap().calibrated);
    fair.make(Edit::ChangeMap(id, MapChange::Align(placement(41))));
    assert!(fair.plan().get(id).unwrap().calibrated);
}

#[test]
fn what_is_locked_can_be_cropped_faded_and_replaced_but_not_moved() {
    let (mut fair, id) = with_map();
    fair.make(Edit::SetLocked(Objects { maps: [id].into(), ..Objects::default() }, true));
    let part = SheetPart { from: (100, 100), to: (400, 300) };
    fair.make(Edit::ChangeMap(id, MapChange::Crop(Some(part))));
    fair.make(Edit::ChangeMap(id, MapChange::Fade(Fade::MOST)));
    let refused = fair.try_to(Edit::ChangeMap(id, MapChange::Align(placement(41))));
    assert_eq!(refused, Err(Refusal::Locked { count: 1 }));
    let page = MapPage {
        page: 0,
        sheet: (500, 500),
        crop: None,
        hidden_layers: BTreeSet::new(),
        placement: placement(50),
        calibrated: true,
    };
    fair.make(Edit::ChangeMap(id, MapChange::Replace { name: "b.pdf".into(), file: EmbeddedFile::new(vec![2]), page }));
}

#[test]
fn a_part_that_is_not_on_the_sheet_is_refused() {
    let (mut fair, id) = with_map();
    for (from, to) in [((0, 0), (801, 600)), ((400, 0), (400, 600)), ((500, 0), (400, 600))] {
        let refused = fair.try_to(Edit::ChangeMap(id, MapChange::Crop(Some(SheetPart { from, to }))));
        assert!(refused.is_err(), "{from:?} {to:?}");
    }
}
