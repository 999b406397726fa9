//! Edits, undo, redo, saving and opening in any order, beside a model that knows nothing but plain tables: what is said to have
//! changed is written into them, undo takes the tables of before, opening those that were saved.

use std::collections::{BTreeMap, BTreeSet};

use hallplan::edit::Editor;
use hallplan::file;
use hallplan::index::Index;
use hallplan::plan::{
    Block, BlockId, Booking, BookingId, Booth, BoothId, Category, CategoryId, Change, Exhibitor, ExhibitorId, Hall, HallId,
    HallMap, Layer, LayerId, MapId, Plan, Record, Show, Stage, Structure, StructureId,
};
use proptest::prelude::*;

use crate::edits::make;
use crate::random_edits::{Step, plan_to_start_with, steps};

/// The tables of a plan.
#[derive(Clone, Debug, PartialEq)]
struct Model {
    show: Show,
    halls: BTreeMap<HallId, Hall>,
    layers: BTreeMap<LayerId, Layer>,
    blocks: BTreeMap<BlockId, Block>,
    structures: BTreeMap<StructureId, Structure>,
    maps: BTreeMap<MapId, HallMap>,
    categories: BTreeMap<CategoryId, Category>,
    booths: BTreeMap<BoothId, Booth>,
    exhibitors: BTreeMap<ExhibitorId, Exhibitor>,
    bookings: BTreeMap<BookingId, Booking>,
}

fn table<I: Record>(plan: &Plan) -> BTreeMap<I, I::Data> {
    I::all(plan).iter().map(|(id, data)| (*id, I::Data::clone(data))).collect()
}

fn write<I: Record>(table: &mut BTreeMap<I, I::Data>, change: &Change) {
    for delta in I::deltas(change) {
        let before = match &delta.after {
            Some(after) => table.insert(delta.id, I::Data::clone(after)),
            None => table.remove(&delta.id),
        };
        assert_eq!(before.as_ref(), delta.before.as_deref(), "a change says what was there before");
    }
}

impl Model {
    fn of(plan: &Plan) -> Self {
        Self {
            show: plan.show().clone(),
            halls: table(plan),
            layers: table(plan),
            blocks: table(plan),
            structures: table(plan),
            maps: table(plan),
            categories: table(plan),
            booths: table(plan),
            exhibitors: table(plan),
            bookings: table(plan),
        }
    }

    fn write(&mut self, change: &Change) {
        if let Some((before, after)) = &change.show {
            assert_eq!(self.show, **before);
            self.show = Show::clone(after);
        }
        write(&mut self.halls, change);
        write(&mut self.layers, change);
        write(&mut self.blocks, change);
        write(&mut self.structures, change);
        write(&mut self.maps, change);
        write(&mut self.categories, change);
        write(&mut self.booths, change);
        write(&mut self.exhibitors, change);
        write(&mut self.bookings, change);
    }

    /// How many slots are filled and how many there are, counted one by one: what is blocked is no slot, what is held is not filled.
    fn slots(&self) -> (usize, usize) {
        let booked = self.bookings.values().filter(|booking| !matches!(booking.stage, Stage::Held { .. }));
        let filled: BTreeSet<BoothId> = booked.flat_map(|booking| booking.booths.iter().copied()).collect();
        (filled.len(), self.booths.values().filter(|booth| !booth.blocked).count())
    }

    /// What must never be: two booths of one number, or a booth that two have.
    fn is_sound(&self) -> bool {
        let numbers: BTreeSet<_> = self.booths.values().map(|booth| booth.number.as_str()).collect();
        let given: Vec<_> = self.bookings.values().flat_map(|booking| &booking.booths).collect();
        let distinct: BTreeSet<_> = given.iter().collect();
        numbers.len() == self.booths.len() && distinct.len() == given.len() && given.iter().all(|id| self.booths.contains_key(id))
    }
}

/// What a person does next.
#[derive(Clone, Debug)]
enum Turn {
    Steps(Vec<Step>),
    Save,
    Open,
}

fn turns() -> impl Strategy<Value = Vec<Turn>> {
    let turn = prop_oneof![4 => steps().prop_map(Turn::Steps), 2 => Just(Turn::Save), 1 => Just(Turn::Open)];
    prop::collection::vec(turn, 1..8)
}

proptest! {
    #![proptest_config(crate::cases(40))]

    #[test]
    fn the_plan_is_what_plain_tables_say_whatever_is_done_in_whatever_order(turns in turns()) {
        let mut editor = Editor::new(plan_to_start_with(), 7);
        let mut now = Model::of(editor.plan());
        let (mut done, mut undone) = (Vec::new(), Vec::new());
        let mut saved = (file::write(editor.plan()), now.clone());
        for (turn, tag) in turns.iter().zip(8..) {
            match turn {
                Turn::Save => saved = (file::write(editor.plan()), now.clone()),
                Turn::Open => {
                    editor = Editor::new(file::read(&saved.0).expect("what was saved can be read"), tag);
                    now = saved.1.clone();
                    (done, undone) = (Vec::new(), Vec::new());
                }
                Turn::Steps(steps) => {
                    for step in steps {
                        let change = make(&mut editor, step);
                        match (step, change) {
                            (Step::Undo, change) => {
                                prop_assert_eq!(change.is_some(), !done.is_empty());
                                if let Some(before) = done.pop() {
                                    undone.push(std::mem::replace(&mut now, before));
                                }
                            }
                            (Step::Redo, change) => {
                                prop_assert_eq!(change.is_some(), !undone.is_empty());
                                if let Some(after) = undone.pop() {
                                    done.push(std::mem::replace(&mut now, after));
                                }
                            }
                            (Step::Edit(_), Some(change)) if !change.is_empty() => {
                                done.push(now.clone());
                                undone.clear();
                                now.write(&change);
                            }
                            (Step::Edit(_), _) => {}
                        }
                        prop_assert_eq!(&Model::of(editor.plan()), &now);
                        prop_assert!(now.is_sound());
                        let occupancy = Index::new(editor.plan()).show();
                        prop_assert_eq!((occupancy.filled, occupancy.sellable), now.slots());
                    }
                }
            }
            prop_assert_eq!(&Model::of(editor.plan()), &now);
        }
    }
}
