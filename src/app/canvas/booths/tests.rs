use eframe::egui::{Pos2, Rect, Shape, pos2, vec2};
use proptest::prelude::*;

use super::*;
use crate::edit::{Edit, Editor, ExhibitorFields, Gesture, NewBooth, NewNumber, Objects, OnBooked, Origin, Shapes};
use crate::geometry::{Angle, Camera, Size, Units};
use crate::plan::{Hall, Show};

/// A booth of about 3 x 3 m, at a place in metres: some are turned, some round, some with a dent.
fn outline(kind: usize, x: i64, y: i64) -> Outline {
    let at = |dx: i64, dy: i64| Point::from_mm((x + dx) * 1_000, (y + dy) * 1_000);
    let size = Size::from_mm(3_000, 3_000);
    match kind % 5 {
        0 | 1 => Outline::rectangle(at(0, 0), size),
        2 => Outline::Rectangle { origin: at(0, 0), size, angle: Angle::from_thousandths(30_000) },
        3 => Outline::Round { centre: at(1, 1), radius: Length::METRE },
        _ => Outline::Polygon([(0, 0), (3, 0), (3, 1), (1, 1), (1, 3), (0, 3)].map(|(dx, dy)| at(dx, dy)).into()),
    }
}

fn booth(kind: usize, x: i64, y: i64) -> NewBooth {
    NewBooth { number: NewNumber::Next, outline: outline(kind, x, y), category: None }
}

/// A hall with booths in rows that go over several tiles, and two exhibitors.
fn fair() -> Editor {
    let mut editor = Editor::new(Plan::new(Show::default()), 7);
    let outline = Outline::rectangle(Point::ORIGIN, Size::from_mm(400_000, 200_000));
    make(&mut editor, &Edit::AddHall(Hall { name: "1".into(), outline }));
    let hall = *editor.plan().halls().keys().next().unwrap();
    let places = (0..90).map(|place| (place, (place as i64 % 30) * 8, (place as i64 / 30) * 70));
    let booths = places.map(|(kind, x, y)| booth(if y == 0 { 0 } else { kind }, if y == 0 { x * 3 / 8 } else { x }, y)).collect();
    make(&mut editor, &Edit::Add { hall, booths, structures: Vec::new(), origin: Origin::Drawn });
    for name in ["Acer", "Asus"] {
        make(&mut editor, &Edit::AddExhibitor(ExhibitorFields { name: name.into(), ..ExhibitorFields::default() }));
    }
    editor
}

fn make(editor: &mut Editor, edit: &Edit) {
    // An edit that the dice make impossible leaves the plan as it is.
    editor.apply(edit, jiff::Timestamp::UNIX_EPOCH, &Objects::default()).ok();
}

fn following(booths: &mut Booths, plan: &Plan) {
    let index = Index::new(plan);
    booths.follow(plan, &Colouring::new(plan, &index, ColourBy::Status, Units::Metres), false);
}

fn marks(booths: &Booths) -> BTreeMap<Place, &[Mark]> {
    booths.tiles.iter().map(|(place, tile)| (*place, tile.marks())).collect()
}

/// One of the edits, on things that the dice choose.
fn edit(plan: &Plan, (kind, which, x, y): (u8, usize, i64, i64)) -> Option<Edit> {
    let all: Vec<BoothId> = plan.booths().keys().copied().collect();
    let id = *all.get(which.checked_rem(all.len())?)?;
    let exhibitor = *plan.exhibitors().keys().nth(which % 2)?;
    Some(match kind {
        0 => Edit::Reshape(Gesture::Move, Shapes { booths: vec![(id, outline(which, x, y))], ..Shapes::default() }),
        1 => Edit::Remove(Objects::of_booths(all.into_iter().skip(which % 80).take(which % 5))),
        2 => Edit::SetBlocked([id].into(), which % 2 == 0),
        3 => Edit::Place { exhibitor, booths: vec![id], on_booked: OnBooked::Replace },
        4 => Edit::SetStage([id].into(), crate::plan::Stage::Paid),
        5 => Edit::Add {
            hall: plan.get(id)?.hall,
            booths: vec![booth(which, x, y)],
            structures: Vec::new(),
            origin: Origin::Drawn,
        },
        _ => Edit::RemoveExhibitors([exhibitor].into()),
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    #[test]
    fn tiles_that_follow_the_plan_are_those_made_from_nothing(
        dice in prop::collection::vec((0_u8..8, 0_usize..1_000, 0_i64..390, 0_i64..190), 1..25),
    ) {
        let mut editor = fair();
        let mut booths = Booths::default();
        following(&mut booths, editor.plan());
        for throw in dice {
            match edit(editor.plan(), throw) {
                Some(edit) if throw.0 < 7 => make(&mut editor, &edit),
                _ => drop(editor.undo()),
            }
            following(&mut booths, editor.plan());
        }
        let mut anew = Booths::default();
        following(&mut anew, editor.plan());
        prop_assert_eq!(marks(&booths), marks(&anew));
        prop_assert_eq!(marks(&anew).values().map(|marks| marks.len()).sum::<usize>(), editor.plan().booths().len());
    }
}

/// The boxes around all that is painted: rectangles of meshes, and polygons.
fn painted(shapes: &[Shape]) -> Vec<Rect> {
    let mut found = Vec::new();
    for shape in shapes {
        match shape {
            Shape::Mesh(mesh) => {
                let corner = |at: &u32| mesh.vertices[*at as usize].pos;
                found.extend(
                    mesh.indices.chunks(3).map(|triangle| Rect::from_points(&triangle.iter().map(corner).collect::<Vec<_>>())),
                );
            }
            other => found.push(other.visual_bounding_rect()),
        }
    }
    found
}

#[test]
fn no_booth_is_left_out_however_far_away() {
    let editor = fair();
    let mut booths = Booths::default();
    following(&mut booths, editor.plan());
    let colours = Colours::new(false);
    for pixels_per_point in [1.0_f32, 2.0] {
        let mut scale = *Camera::SCALES.start();
        while scale < 200.0 {
            let camera = Camera { left: -3.0, top: -3.0, scale };
            let side = (410.0 * scale) as f32;
            let view = View { camera, rect: Rect::from_min_size(Pos2::ZERO, vec2(side, side)), colours };
            for (place, tile) in &mut booths.tiles {
                let seen = Seen::new(&view, origin(*place), pixels_per_point, 1.0);
                let found = painted(tile.shapes(&seen, &view, &BTreeSet::new()));
                let pixel = 1.0 / pixels_per_point;
                // Nothing falls between the pixels; nearer than this rounds are painted as thin triangles.
                let is_far = scale * f64::from(pixels_per_point) < 1.4;
                assert!(!is_far || found.iter().all(|rect| rect.width().min(rect.height()) >= pixel * 0.9), "{scale}");
                for mark in tile.marks() {
                    // A place that is on the booth, whatever its shape.
                    let at = seen.place([mark.min[0] + mark.side * 0.3, mark.min[1] + mark.side * 0.3]);
                    assert!(found.iter().any(|rect| rect.expand(pixel).contains(at)), "{scale}: {mark:?}");
                }
            }
            scale *= 1.3;
        }
    }
}

#[test]
fn far_away_neighbours_are_painted_as_one_and_near_each_by_itself() {
    let mut editor = fair();
    let row: BTreeSet<BoothId> = editor.plan().booths().keys().take(30).copied().collect();
    let others = Objects::of_booths(editor.plan().booths().keys().filter(|id| !row.contains(id)).copied());
    make(&mut editor, &Edit::Remove(others));
    let mut booths = Booths::default();
    following(&mut booths, editor.plan());
    let mut triangles = |scale: f64, hidden: &BTreeSet<BoothId>| {
        let camera = Camera { left: 0.0, top: 0.0, scale };
        let rect = Rect::from_min_max(Pos2::ZERO, pos2(10_000.0, 10_000.0));
        let view = View { camera, rect, colours: Colours::new(false) };
        let (place, tile) = booths.tiles.iter_mut().next().unwrap();
        tile.changed();
        painted(tile.shapes(&Seen::new(&view, origin(*place), 1.0, 1.0), &view, hidden)).len()
    };
    let none = BTreeSet::new();
    assert_eq!(triangles(10.0, &none), 30 * 4, "an edge and a fill of two triangles each");
    assert_eq!(triangles(1.0, &none), 30 * 2);
    assert_eq!(triangles(0.4, &none), 8 * 2, "four as one");
    assert_eq!(triangles(0.1, &none), 2 * 2, "sixteen as one");
    let hidden: BTreeSet<BoothId> = row.iter().take(2).copied().collect();
    assert_eq!(triangles(1.0, &hidden), 28 * 2);
    assert_eq!(triangles(0.4, &hidden), 7 * 2);
}

#[test]
fn a_mark_that_moves_is_the_mark_of_the_booth_that_moved() {
    let mut editor = fair();
    let id = *editor.plan().booths().keys().nth(1).unwrap();
    let by = Offset::new(Length::from_mm(12_340), Length::from_mm(-3_050));
    let mark = |plan: &Plan, outline: &Outline| {
        let index = Index::new(plan);
        let colouring = Colouring::new(plan, &index, ColourBy::Status, Units::Metres);
        Mark::new(plan, id, plan.get(id).unwrap(), outline, Point::ORIGIN, &colouring)
    };
    let corners = |mark: &Mark| match &mark.shape {
        mark::MarkShape::Upright => vec![mark.min.into(), mark.max.into()],
        mark::MarkShape::Polygon(polygon) => polygon.corners.clone(),
    };
    make(&mut editor, &Edit::SetBlocked([id].into(), true));
    for kind in 0..5 {
        let outline = outline(kind, 20, 70);
        let moved = mark(editor.plan(), &outline).moved(by);
        let made = mark(editor.plan(), &outline.moved(by));
        assert_eq!((moved.id, moved.side, moved.paint, moved.hatched), (made.id, made.side, made.paint, made.hatched));
        let (moved, made) = (corners(&moved), corners(&made));
        assert_eq!(moved.len(), made.len());
        assert!(moved.iter().zip(&made).all(|(a, b): (&Pos2, &Pos2)| a.distance(*b) < 1e-4), "{moved:?} {made:?}");
    }
}

#[test]
fn booths_of_a_hidden_layer_are_not_painted_until_it_is_shown_again() {
    let mut editor = fair();
    let layer = |hidden| crate::plan::Layer { name: "Later".into(), hidden, locked: false };
    make(&mut editor, &Edit::AddLayer(layer(false)));
    let id = *editor.plan().layers().keys().next().unwrap();
    let some = Objects::of_booths(editor.plan().booths().keys().take(12).copied());
    make(&mut editor, &Edit::SetLayer(some, Some(id)));
    let mut booths = Booths::default();
    following(&mut booths, editor.plan());
    let painted = |booths: &Booths| marks(booths).values().map(|marks| marks.len()).sum::<usize>();
    for (hidden, expected) in [(true, 78), (false, 90), (true, 78)] {
        make(&mut editor, &Edit::ChangeLayer(id, layer(hidden)));
        following(&mut booths, editor.plan());
        assert_eq!(painted(&booths), expected);
        let mut anew = Booths::default();
        following(&mut anew, editor.plan());
        assert_eq!(marks(&booths), marks(&anew));
    }
}

#[test]
fn booths_with_another_name_or_stage_are_made_anew() {
    let mut editor = fair();
    let (acer, asus) = {
        let all: Vec<_> = editor.plan().exhibitors().keys().copied().collect();
        (all[0], all[1])
    };
    let booths: Vec<BoothId> = editor.plan().booths().keys().copied().collect();
    make(&mut editor, &Edit::Place { exhibitor: acer, booths: booths[..2].to_vec(), on_booked: OnBooked::Refuse });
    let mut check = |edit: Edit, expected: &[BoothId]| {
        let before = editor.plan().clone();
        make(&mut editor, &edit);
        assert_eq!(touched(&before, editor.plan()), expected.iter().copied().collect());
    };
    let fields = ExhibitorFields { name: "Acer France".into(), ..ExhibitorFields::default() };
    check(Edit::ChangeExhibitor(acer, fields), &booths[..2]);
    check(Edit::SetStage([booths[0]].into(), crate::plan::Stage::Paid), &booths[..2]);
    check(Edit::Place { exhibitor: asus, booths: vec![booths[5]], on_booked: OnBooked::Refuse }, &booths[5..6]);
    check(Edit::SetBlocked([booths[7]].into(), true), &booths[7..8]);
    check(Edit::AddExhibitor(ExhibitorFields { name: "MSI".into(), ..ExhibitorFields::default() }), &[]);
}
