//! Drawings of floors with the numbers that their booths get. A drawing is the floor and the expectation at once: each word is
//! a booth of 3 x 3 m with the number that it should get, `..` a place without one, `~~` an aisle or a gap of 3 m, and a
//! line of `==` an aisle across the whole floor. Every drawing holds as it stands and turned by 30 degrees.

use proptest::prelude::*;

use super::*;
use crate::edit::{Edit, Editor, Objects, Refusal};
use crate::geometry::{Angle, Length, Offset, Size};
use crate::plan::testing::any_plan;
use crate::plan::{Hall, Show, Violation};
use jiff::Timestamp;

/// The outlines of a drawing in the order of reading, and the number that each should get.
fn floor(drawing: &str) -> (Vec<Outline>, Vec<String>) {
    let (mut outlines, mut expected) = (Vec::new(), Vec::new());
    for (row, line) in (0_i64..).zip(drawing.lines().map(str::trim).filter(|line| !line.is_empty())) {
        for (column, word) in (0_i64..).zip(line.split_whitespace()) {
            if !["..", "~~", "=="].contains(&word) {
                let corner = Point::from_mm(column * 3_000, row * 3_000);
                outlines.push(Outline::rectangle(corner, Size::from_mm(3_000, 3_000)));
                expected.push(word.to_owned());
            }
        }
    }
    (outlines, expected)
}

#[track_caller]
fn check_floor(outlines: &[Outline], expected: &[String], scheme: &Scheme) {
    let mut numbers = vec![String::new(); outlines.len()];
    for (place, number) in number(outlines, scheme, None, |_| false).unwrap() {
        numbers[place] = number.to_string();
    }
    assert_eq!(numbers, expected, "{scheme:?}");
}

#[track_caller]
fn check(scheme: &Scheme, drawing: &str) {
    let (outlines, expected) = floor(drawing);
    check_floor(&outlines, &expected, scheme);
    let turned = |by: i64| -> Vec<Outline> {
        outlines.iter().map(|outline| outline.turned(Point::from_mm(7_000, -2_000), Angle::from_thousandths(by))).collect()
    };
    check_floor(&turned(30_000), &expected, scheme);
    check_floor(&turned(-30_000), &expected, scheme);
}

fn plain() -> Scheme {
    Scheme { digits: 2, ..Scheme::default() }
}

fn odd_even() -> Scheme {
    Scheme { sides: Sides::OddEven, ..plain() }
}

#[test]
fn rows_are_counted_one_after_the_other() {
    check(
        &plain(),
        "
            01 02 03
            04 05 06
            == == ==
            07 08 09
        ",
    );
}

#[test]
fn counting_begins_at_any_corner() {
    let from = |corner| Scheme { corner, ..plain() };
    check(
        &from(Corner::RightTop),
        "
            03 02 01
            == == ==
            06 05 04
        ",
    );
    check(
        &from(Corner::LeftBottom),
        "
            04 05 06
            == == ==
            01 02 03
        ",
    );
    check(
        &from(Corner::RightBottom),
        "
            06 05 04
            == == ==
            03 02 01
        ",
    );
}

#[test]
fn columns_are_counted_downwards_or_upwards() {
    let columns = |corner| Scheme { along: Along::Columns, corner, ..plain() };
    check(
        &columns(Corner::LeftTop),
        "
            01 ~~ 04
            02 ~~ 05
            03 ~~ 06
        ",
    );
    check(
        &columns(Corner::RightBottom),
        "
            06 ~~ 03
            05 ~~ 02
            04 ~~ 01
        ",
    );
}

#[test]
fn a_snake_walks_every_other_row_back() {
    let snake = Scheme { direction: Direction::Serpentine, ..plain() };
    check(
        &snake,
        "
            01 02 03
            06 05 04
            == == ==
            07 08 09
        ",
    );
    check(
        &Scheme { corner: Corner::RightTop, ..snake },
        "
            03 02 01
            04 05 06
            == == ==
            09 08 07
        ",
    );
}

#[test]
fn odd_numbers_on_one_side_of_an_aisle_and_even_ones_on_the_other() {
    check(
        &odd_even(),
        "
            01 03 05 07
            == == == ==
            02 04 06 08
        ",
    );
    // A row along a wall, double rows, and a row along the other wall: each row faces one aisle.
    check(
        &odd_even(),
        "
            01 03 05
            == == ==
            02 04 06
            07 09 11
            == == ==
            08 10 12
            13 15 17
            == == ==
            14 16 18
        ",
    );
    // From an even number on it is the other way round.
    check(
        &Scheme { start: 20, ..odd_even() },
        "
            20 22
            == ==
            21 23
        ",
    );
}

#[test]
fn a_double_row_alone_is_two_sides() {
    check(
        &odd_even(),
        "
            01 03 05
            02 04 06
        ",
    );
}

#[test]
fn double_rows_are_counted_together_where_a_scheme_wants_it() {
    let letters = Scheme { pairs: Pairs::BackToBack, by_aisle: ByAisle::Letters, ..odd_even() };
    check(
        &letters,
        "
            A01 A03
            A02 A04
            ==  ==
            B01 B03
            B02 B04
            ==  ==
            C01 C03
        ",
    );
}

#[test]
fn double_rows_that_open_the_floor_face_the_aisle_before_them() {
    check(
        &odd_even(),
        "
            01 03 05
            07 09 11
            == == ==
            08 10 12
        ",
    );
}

#[test]
fn sides_of_different_lengths_do_not_share_numbers() {
    check(
        &odd_even(),
        "
            01 03 05 07
            == == == ==
            02 04 .. ..
            09 11 .. ..
        ",
    );
}

#[test]
fn a_snake_with_odd_and_even_numbers_walks_every_other_aisle_back() {
    let snake = Scheme { direction: Direction::Serpentine, ..odd_even() };
    check(
        &snake,
        "
            01 03 05
            == == ==
            02 04 06
            11 09 07
            == == ==
            12 10 08
        ",
    );
}

#[test]
fn each_aisle_has_its_hundred() {
    let hundreds = Scheme { by_aisle: ByAisle::Hundreds, ..odd_even() };
    check(
        &hundreds,
        "
            101 103 105
            ==  ==  ==
            102 104 106
            201 203 205
            ==  ==  ==
            202 204 206
        ",
    );
    check(
        &Scheme { start: 310, sides: Sides::Plain, ..hundreds },
        "
            310 311
            ==  ==
            312 313
            410 411
        ",
    );
}

#[test]
fn an_aisle_with_more_booths_than_a_hundred_holds_takes_the_next_one_too() {
    let scheme = Scheme { by_aisle: ByAisle::Hundreds, step: 50, ..plain() };
    check(
        &scheme,
        "
            101 151 201
            ==  ==  ==
            251 301 351
            401 451 501
        ",
    );
}

#[test]
fn each_aisle_has_its_letter() {
    let letters = Scheme { by_aisle: ByAisle::Letters, ..odd_even() };
    check(
        &letters,
        "
            A01 A03
            ==  ==
            A02 A04
            B01 B03
            ==  ==
            B02 B04
        ",
    );
    check(
        &Scheme { prefix: "4".into(), sides: Sides::Plain, along: Along::Columns, ..letters },
        "
            4A01 ~~ 4A03 4B01
            4A02 ~~ 4A04 4B02
        ",
    );
}

#[test]
fn after_the_last_letter_come_two() {
    let letters = Scheme { by_aisle: ByAisle::Letters, ..Scheme::default() };
    let rows = (0..30).map(|row| Outline::rectangle(Point::from_mm(0, row * 12_000), Size::from_mm(3_000, 3_000)));
    let rows = rows.flat_map(|row| [row.clone(), row.moved(Offset::new(Length::ZERO, Length::from_mm(3_000)))]);
    let given = number(&rows.collect::<Vec<_>>(), &letters, None, |_| false).unwrap();
    let written: Vec<String> = given.iter().map(|(_, number)| number.to_string()).collect();
    assert_eq!(written[..4], ["A1", "B1", "B2", "C1"]);
    assert!(written.contains(&"Z2".to_owned()) && written.contains(&"AA1".to_owned()) && written.contains(&"AB2".to_owned()));
}

#[test]
fn prefix_suffix_start_step_and_zeros() {
    let scheme = Scheme { prefix: "E".into(), suffix: "b".into(), start: 8, step: 4, digits: 3, ..Scheme::default() };
    check(&scheme, "E008b E012b E016b");
}

#[test]
fn a_deep_booth_over_two_rows_is_counted_with_the_first() {
    let (mut outlines, mut expected) = floor(
        "
            02 03
            04 05
        ",
    );
    outlines.push(Outline::rectangle(Point::from_mm(-4_000, 0), Size::from_mm(4_000, 6_000)));
    expected.push("01".into());
    check_floor(&outlines, &expected, &plain());
}

#[test]
fn booths_of_different_depths_along_one_line_are_one_row() {
    let booth = |x: i64, y: i64, width: i64, depth: i64| Outline::rectangle(Point::from_mm(x, y), Size::from_mm(width, depth));
    let outlines = [booth(0, 0, 3_000, 2_000), booth(3_000, 0, 6_000, 6_000), booth(9_000, 0, 3_000, 3_000)];
    check_floor(&outlines, &["01".into(), "02".into(), "03".into()], &plain());
}

#[test]
fn a_turned_block_is_numbered_in_its_own_frame_after_what_stands_before_it() {
    let (mut outlines, mut expected) = floor(
        "
            01 02 03
            04 05 06
        ",
    );
    let (block, numbers) = floor(
        "
            07 08
            09 10
        ",
    );
    let beside = Offset::new(Length::from_mm(20_000), Length::from_mm(1_000));
    outlines.extend(block.iter().map(|outline| outline.turned(Point::ORIGIN, Angle::from_thousandths(40_000)).moved(beside)));
    expected.extend(numbers);
    check_floor(&outlines, &expected, &plain());
}

#[test]
fn along_a_path_booths_are_counted_as_it_passes_them() {
    let (outlines, _) = floor(
        "
            01 02 03
            == == ==
            04 05 06
        ",
    );
    let written = |scheme: &Scheme, path: &[(i64, i64)]| -> Vec<String> {
        let path: Vec<Point> = path.iter().map(|(x, y)| Point::from_mm(*x, *y)).collect();
        let mut numbers = vec![String::new(); outlines.len()];
        for (place, given) in number(&outlines, scheme, Some(&path), |_| false).unwrap() {
            numbers[place] = given.to_string();
        }
        numbers
    };
    let around = [(10_000, 1_500), (0, 1_500), (0, 7_500), (10_000, 7_500)];
    assert_eq!(written(&plain(), &around), ["03", "02", "01", "04", "05", "06"]);
    // Through the aisle from the left: what lies left of the way is above it.
    let aisle = [(-1_000, 4_500), (12_000, 4_500)];
    assert_eq!(written(&odd_even(), &aisle), ["01", "03", "05", "02", "04", "06"]);
    assert_eq!(written(&plain(), &aisle), ["01", "03", "05", "02", "04", "06"], "facing booths follow each other");
}

#[test]
fn a_path_is_about_the_booths_that_it_crosses_or_else_those_beside_it() {
    let (editor, ids) = show();
    let chosen: BTreeSet<_> = ids[..4].iter().copied().collect();
    let along = |from: (i64, i64), to: (i64, i64)| {
        let path = [from, to].map(|(x, y)| Point::from_mm(x, y));
        let booths = along(editor.plan(), &chosen, &path);
        ids.iter().map(|id| booths.contains(id)).collect::<Vec<_>>()
    };
    assert_eq!(along((-1_000, 1_000), (4_000, 1_000)), [true, true, false, false, false], "from outside into the second");
    assert_eq!(along((4_000, -500), (4_000, 9_000)), [false, true, false, false, false], "straight across one");
    assert_eq!(along((0, 5_000), (7_000, 5_000)), [true, true, true, false, false], "in the aisle below");
    assert_eq!(along((0, 9_000), (7_000, 9_000)), [false; 5], "far away");
}

/// A hall with booths A1 to A4 in a row and B1 in another hall.
fn show() -> (Editor, Vec<BoothId>) {
    let mut editor = Editor::new(Plan::new(Show::default()), 7);
    let outline = Outline::rectangle(Point::ORIGIN, Size::from_mm(30_000, 20_000));
    for (hall, numbers) in [("Hall 1", &["A1", "A2", "A3", "A4"][..]), ("Hall 2", &["B1"])] {
        let made = Edit::AddHall(Hall { name: hall.into(), outline: outline.clone() });
        editor.apply(&made, Timestamp::UNIX_EPOCH, &Objects::default()).unwrap();
        let hall = editor.plan().hall_named(hall).unwrap();
        let booths = (0..).zip(numbers).map(|(place, number)| crate::edit::NewBooth {
            number: crate::edit::NewNumber::Exactly(Number::new(number).unwrap()),
            outline: Outline::rectangle(Point::from_mm(place * 3_000, 0), Size::from_mm(3_000, 3_000)),
            category: None,
        });
        let add = Edit::Add { hall, booths: booths.collect(), structures: Vec::new(), origin: crate::edit::Origin::Drawn };
        editor.apply(&add, Timestamp::UNIX_EPOCH, &Objects::default()).unwrap();
    }
    let ids = ["A1", "A2", "A3", "A4", "B1"].map(|text| editor.plan().booth_numbered(&Number::new(text).unwrap()).unwrap());
    (editor, ids.into())
}

fn written(proposal: &Proposal) -> Vec<String> {
    proposal.numbers.iter().map(|(_, number)| number.to_string()).collect()
}

#[test]
fn numbers_of_booths_that_stay_are_passed_over_or_stand_in_the_way() {
    let (editor, ids) = show();
    let chosen = BTreeSet::from([ids[0], ids[1]]);
    let scheme = Scheme { prefix: "a".into(), start: 2, ..Scheme::default() };
    let skipping = assign(editor.plan(), &chosen, &scheme, None).unwrap();
    assert_eq!((written(&skipping), skipping.clashes.len()), (vec!["a2".to_owned(), "a5".into()], 0));
    let strict = assign(editor.plan(), &chosen, &Scheme { skip_taken: false, ..scheme.clone() }, None).unwrap();
    assert_eq!(written(&strict), ["a2", "a3"]);
    assert_eq!(strict.clashes, [Clash { booth: ids[1], number: Number::new("a3").unwrap(), by: ids[2] }]);
    // Those of other halls too: numbers are unique in the show.
    let other_hall = assign(editor.plan(), &chosen, &Scheme { prefix: "B".into(), start: 1, ..scheme }, None).unwrap();
    assert_eq!(written(&other_hall), ["B2", "B3"]);
}

#[test]
fn booths_take_each_others_numbers_in_one_step() {
    let (mut editor, ids) = show();
    let from_the_right = Scheme { prefix: "A".into(), corner: Corner::RightTop, ..Scheme::default() };
    let all: BTreeSet<_> = ids[..4].iter().copied().collect();
    let proposal = assign(editor.plan(), &all, &from_the_right, None).unwrap();
    let before = editor.plan().clone();
    let steps = editor.history().steps();
    editor.apply(&Edit::Renumber(proposal.numbers), Timestamp::UNIX_EPOCH, &Objects::default()).unwrap();
    let numbers: Vec<_> = ids.iter().map(|id| editor.plan().get(*id).unwrap().number.to_string()).collect();
    assert_eq!(numbers, ["A4", "A3", "A2", "A1", "B1"]);
    assert_eq!(editor.history().steps(), steps + 1);
    editor.undo().unwrap();
    assert_eq!(*editor.plan(), before);
}

#[test]
fn the_door_refuses_a_number_that_another_booth_has() {
    let (mut editor, ids) = show();
    let before = editor.plan().clone();
    let taken = Number::new("b1").unwrap();
    let refused = editor.apply(&Edit::Renumber(vec![(ids[0], taken.clone())]), Timestamp::UNIX_EPOCH, &Objects::default());
    let reason = Refusal::Rule(Violation::NumberTaken { booth: ids[4], number: Number::new("B1").unwrap(), by: ids[0] });
    let other = Refusal::Rule(Violation::NumberTaken { booth: ids[0], number: taken, by: ids[4] });
    assert!(matches!(&refused, Err(refusal) if *refusal == reason || *refusal == other), "{refused:?}");
    let twice = Edit::Renumber(vec![(ids[0], Number::new("C1").unwrap()), (ids[1], Number::new("c1").unwrap())]);
    assert!(editor.apply(&twice, Timestamp::UNIX_EPOCH, &Objects::default()).is_err());
    assert_eq!(*editor.plan(), before);
}

#[test]
fn a_number_that_would_be_too_long_is_said() {
    let (editor, ids) = show();
    let scheme = Scheme { prefix: "Pavilion of Innovation and Startups ".into(), ..Scheme::default() };
    assert_eq!(assign(editor.plan(), &ids.into_iter().collect(), &scheme, None), Err(TooLong));
}

fn any_scheme() -> impl Strategy<Value = Scheme> {
    let words = (prop::sample::select(vec!["", "A", "1-", "0-"]), prop::sample::select(vec!["", "b", "-1"]));
    let figures = (0_u32..300, 0_u32..120, 0_u8..5);
    let order = (
        prop::sample::select(Corner::ALL.to_vec()),
        prop::sample::select(vec![Along::Rows, Along::Columns]),
        prop::sample::select(vec![Direction::Forwards, Direction::Serpentine]),
    );
    let kinds = (
        prop::sample::select(vec![Pairs::Facing, Pairs::BackToBack]),
        prop::sample::select(vec![Sides::Plain, Sides::OddEven]),
        prop::sample::select(vec![ByAisle::Through, ByAisle::Hundreds, ByAisle::Letters]),
    );
    (words, figures, order, kinds, any::<bool>()).prop_map(
        |((prefix, suffix), (start, step, digits), (corner, along, direction), (pairs, sides, by_aisle), skip_taken)| Scheme {
            prefix: prefix.into(),
            suffix: suffix.into(),
            start,
            step,
            digits,
            corner,
            along,
            direction,
            pairs,
            sides,
            by_aisle,
            skip_taken,
        },
    )
}

fn any_path() -> impl Strategy<Value = Option<Vec<Point>>> {
    let point = (-9_000_i64..9_000, -9_000_i64..9_000).prop_map(|(x, y)| Point::from_mm(x, y));
    prop::option::weighted(0.3, prop::collection::vec(point, 0..5))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn renumbering_gives_each_chosen_booth_one_number_and_touches_nothing_else(
        plan in any_plan(), scheme in any_scheme(), path in any_path(), every in 1_usize..4,
    ) {
        let chosen: BTreeSet<BoothId> = plan.booths().keys().step_by(every).copied().collect();
        let proposal = assign(&plan, &chosen, &scheme, path.as_deref()).expect("short prefixes");
        let booths: BTreeSet<BoothId> = proposal.numbers.iter().map(|(booth, _)| *booth).collect();
        prop_assert_eq!(&booths, &chosen);
        prop_assert_eq!(proposal.numbers.len(), chosen.len());
        prop_assert!(!scheme.skip_taken || proposal.clashes.is_empty());
        let distinct: BTreeSet<_> = proposal.numbers.iter().map(|(_, number)| number.key()).collect();
        prop_assert_eq!(distinct.len(), chosen.len());

        let mut editor = Editor::new(plan.clone(), 7);
        let made = editor.apply(&Edit::Renumber(proposal.numbers.clone()), Timestamp::UNIX_EPOCH, &Objects::default());
        prop_assert_eq!(made.is_ok(), proposal.clashes.is_empty());
        let after = editor.plan();
        prop_assert_eq!(after.bookings(), plan.bookings());
        for (id, booth) in plan.booths() {
            let now = after.get(*id).expect("booths stay");
            let mut as_before = now.as_ref().clone();
            as_before.number = booth.number.clone();
            prop_assert_eq!(&as_before, booth.as_ref(), "nothing but the number is another one");
            prop_assert!(chosen.contains(id) || now.number == booth.number);
        }
        if made.is_ok_and(|made| !made.change.is_empty()) {
            editor.undo().expect("what was done can be undone");
            prop_assert_eq!(editor.plan(), &plan);
        }
    }
}
