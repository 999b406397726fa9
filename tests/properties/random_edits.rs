//! Random edits: dice thrown once, that name an edit of whatever plan is there.

use std::collections::BTreeSet;
use std::num::NonZeroU32;

use hallplan::edit::{
    Copy, Edit, EditName, ExhibitorFields, Gesture, KeepNumber, MapChange, NewBooth, NewCell, NewNumber, Objects, OnBooked,
    Origin, Shapes, apply,
};
use hallplan::geometry::{Angle, Cut, Length, Mirror, Offset, Outline, Point, Side, Size};
use hallplan::plan::{
    Block, Booth, BoothId, Category, DoorKind, EmbeddedFile, Hall, HallMap, IdMint, Layer, LayerId, Logo, Number, OpenSides,
    Pattern, Placement, Plan, Record, Role, SheetPart, Show, Spacing, Spot, Stage, StructureShape, Tint,
};
use proptest::prelude::*;

/// One step of a random run.
#[derive(Clone, Debug)]
pub enum Step {
    Edit(Dice),
    Undo,
    Redo,
}

/// Which kind of edit, and which things it is about.
#[derive(Clone, Debug)]
pub struct Dice {
    kind: u8,
    throws: [u16; 4],
}

/// Dice to split and to merge with.
pub fn dice() -> impl Strategy<Value = Dice> {
    any::<[u16; 4]>().prop_map(|throws| Dice { kind: 0, throws })
}

/// Runs of steps, most of them edits.
pub fn steps() -> impl Strategy<Value = Vec<Step>> {
    let kind = prop_oneof![3 => 0_u8..KINDS, 1 => LAYERS_AND_HALLS..LAYERS_AND_HALLS + 11];
    let edit = (kind, any::<[u16; 4]>()).prop_map(|(kind, throws)| Step::Edit(Dice { kind, throws }));
    prop::collection::vec(prop_oneof![8 => edit, 1 => Just(Step::Undo), 1 => Just(Step::Redo)], 1..60)
}

/// Two halls with six booths each, and six exhibitors.
pub fn plan_to_start_with() -> Plan {
    let (mut plan, mut mint) = (Plan::new(Show { name: "Fair".into(), ..Show::default() }), IdMint::new(1, 0));
    let mut make = |edit: &Edit| {
        let made = apply(&plan, edit, &mut mint).expect("the plan to start with can be made");
        plan = made.plan;
        plan.clone()
    };
    for name in ["North", "South"] {
        let outline = Outline::rectangle(Point::ORIGIN, Size::from_mm(40_000, 20_000));
        let hall = make(&Edit::AddHall(Hall { name: name.into(), outline })).hall_named(name).expect("the hall just made");
        let booths = (0..6).map(|place| new_booth(place * 3_000, 0)).collect();
        make(&Edit::Add { hall, booths, structures: vec![column(9_000, 9_000)], origin: Origin::Drawn });
    }
    for name in ["Acer", "Asus", "MSI", "QNAP", "Synology", "Seagate"] {
        make(&Edit::AddExhibitor(fields(name)));
    }
    make(&Edit::SetShow(Show { name: "Fair".into(), edition: "1".into(), note: String::new() }))
}

fn new_booth(x_mm: i64, y_mm: i64) -> NewBooth {
    let outline = Outline::rectangle(Point::from_mm(x_mm, y_mm), Size::from_mm(3_000, 3_000));
    NewBooth { number: NewNumber::Next, outline, category: None }
}

fn column(x_mm: i64, y_mm: i64) -> StructureShape {
    StructureShape::Column(Outline::rectangle(Point::from_mm(x_mm, y_mm), Size::from_mm(500, 500)))
}

fn fields(name: &str) -> ExhibitorFields {
    ExhibitorFields { name: name.into(), ..ExhibitorFields::default() }
}

/// One of the records, where there is one.
fn pick<I: Record>(plan: &Plan, throw: u16) -> Option<I> {
    let all = I::all(plan);
    all.keys().nth(usize::from(throw) % all.len().max(1)).copied()
}

/// Some of the records: one to three in a row.
fn pick_some<I: Record>(plan: &Plan, throw: u16) -> BTreeSet<I> {
    (0..=throw % 3).filter_map(|more| pick(plan, throw.wrapping_add(more))).collect()
}

const KINDS: u8 = 44;
/// The first of the kinds of edits of layers, groups, locks and whole halls.
const LAYERS_AND_HALLS: u8 = 100;

impl Dice {
    /// The edit that the dice mean on this plan. It may well be one that is refused.
    pub fn edit(&self, plan: &Plan) -> Edit {
        self.edit_if_possible(plan).unwrap_or_else(|| Edit::AddExhibitor(fields(&format!("Firm {}", self.throws[0] % 50))))
    }

    /// Edits of layers, groups, locks and whole halls.
    fn of_layers_and_halls(&self, plan: &Plan) -> Option<Edit> {
        let [a, b, c, d] = self.throws;
        let objects = || Objects {
            booths: pick_some(plan, a),
            structures: if b % 2 == 0 { pick_some(plan, b) } else { BTreeSet::new() },
            maps: if c % 4 == 0 { pick_some(plan, c) } else { BTreeSet::new() },
        };
        let layer = || Layer { name: format!("Layer {}", b % 3), hidden: c % 3 == 0, locked: c % 4 == 0 };
        let middle = Length::from_mm(i64::from(d % 40_000));
        let mirror = if b % 2 == 0 { Mirror::LeftRight(middle) } else { Mirror::TopBottom(middle) };
        Some(match self.kind - LAYERS_AND_HALLS {
            0 => Edit::AddLayer(layer()),
            1 => Edit::ChangeLayer(pick(plan, a)?, layer()),
            2 => Edit::RemoveLayer(pick(plan, a)?),
            3 => Edit::SetLayer(objects(), pick::<LayerId>(plan, d).filter(|_| d % 4 > 0)),
            4 => Edit::Group(objects()),
            5 => Edit::Ungroup(objects()),
            6 => Edit::SetLocked(objects(), d % 3 == 0),
            7 => Edit::DuplicateHall(pick(plan, a)?, format!("Hall {}", b % 6)),
            8 => Edit::MirrorHall(pick(plan, a)?, mirror),
            9 => {
                let by = Offset::new(Length::from_mm(i64::from(b % 9)), Length::from_mm(i64::from(c % 9)));
                Edit::MoveToHall { objects: objects(), hall: pick(plan, d)?, by }
            }
            _ => {
                let copy = |outline: &Outline, binding| Copy {
                    thing: NewBooth { number: NewNumber::Next, outline: outline.clone(), category: None },
                    binding,
                };
                let booths = pick_some::<BoothId>(plan, a).into_iter().filter_map(|id| plan.get(id));
                let booths = booths.map(|booth| copy(&booth.outline, booth.binding)).collect();
                Edit::AddCopies {
                    hall: pick(plan, b)?,
                    booths,
                    blocks: Vec::new(),
                    structures: Vec::new(),
                    origin: Origin::Pasted,
                }
            }
        })
    }

    fn edit_if_possible(&self, plan: &Plan) -> Option<Edit> {
        let [a, b, c, d] = self.throws;
        let role = if d % 2 == 0 { Role::Main } else { Role::Co };
        let on_booked = match c % 4 {
            0 => OnBooked::Refuse,
            1 => OnBooked::Share(role),
            2 => OnBooked::Swap,
            _ => OnBooked::Replace,
        };
        let stage = match c % 5 {
            0 => Stage::Held { until: None },
            1 => Stage::Held { until: Some(jiff::civil::date(2026, 11, 23)) },
            2 => Stage::Reserved,
            3 => Stage::Contracted,
            _ => Stage::Paid,
        };
        let (x, y) = (i64::from(b % 400) * 100, i64::from(c % 200) * 100);
        let category = (d % 3 > 0).then(|| format!("Category {}", d % 4));
        Some(match self.kind {
            0 => Edit::SetShow(Show { name: format!("Fair {}", a % 5), ..Show::default() }),
            1 => {
                let outline = Outline::rectangle(Point::ORIGIN, Size::from_mm(x.max(10), y.max(10)));
                Edit::AddHall(Hall { name: format!("Hall {}", a % 4), outline })
            }
            2 => {
                let hall = pick(plan, a)?;
                let mut record = plan.get::<hallplan::plan::HallId>(hall)?.as_ref().clone();
                record.name = format!("Hall {}", b % 4);
                Edit::ChangeHall(hall, record)
            }
            3 => Edit::RemoveHall(pick(plan, a)?),
            4 | 5 => {
                let mut booth = new_booth(x, y);
                booth.category = category;
                if let Some(number) = Number::new(&format!("A{:02}", d % 20)) {
                    booth.number = match c % 3 {
                        0 => NewNumber::Exactly(number),
                        1 => NewNumber::From(number),
                        _ => NewNumber::Next,
                    };
                }
                let booths = vec![booth, new_booth(x, y + 3_000)];
                Edit::Add { hall: pick(plan, a)?, booths, structures: vec![column(x, y)], origin: Origin::Drawn }
            }
            6 => {
                let placement = Placement { origin: Point::from_mm(x, y), width: Length::METRE * 20, angle: Angle::ZERO };
                let (file, name) = (EmbeddedFile::new(vec![0_u8; 8]), "map.png".to_owned());
                Edit::AddMap(HallMap::new(pick(plan, a)?, name, file, (40, 30), placement))
            }
            7 => {
                let width = Length::from_mm(i64::from(b));
                let placement = Placement { origin: Point::from_mm(x, y), width, angle: Angle::QUARTER };
                let part = SheetPart {
                    from: (u32::from(a % 20), u32::from(b % 15)),
                    to: (u32::from(20 + a % 21), u32::from(15 + b % 16)),
                };
                let change = match b % 6 {
                    0 | 1 => MapChange::Calibrate(placement),
                    2 => MapChange::Align(placement),
                    3 => MapChange::Crop(Some(part)),
                    4 => MapChange::Crop(None),
                    _ => MapChange::InFront(a % 2 == 0),
                };
                Edit::ChangeMap(pick(plan, a)?, change)
            }
            8 | 9 => {
                let by = Offset::new(Length::from_mm(x - 20_000), Length::from_mm(y - 10_000));
                let booths = pick_some::<BoothId>(plan, a).into_iter();
                let shape = |id: BoothId| plan.get(id).map(|booth| (id, booth.outline.moved(by).turned(Point::ORIGIN, angle(d))));
                Edit::Reshape(Gesture::Move, Shapes { booths: booths.filter_map(shape).collect(), ..Shapes::default() })
            }
            10 => {
                let door = StructureShape::Door {
                    at: Point::from_mm(x, y),
                    width: Length::from_mm(i64::from(d % 3_000)),
                    angle: angle(d),
                    kind: DoorKind::Exit,
                };
                Edit::ChangeStructure(pick(plan, a)?, door)
            }
            11 => Edit::Remove(Objects {
                booths: pick_some(plan, a),
                structures: if b % 4 == 0 { pick_some(plan, b) } else { BTreeSet::new() },
                maps: if c % 4 == 0 { pick_some(plan, c) } else { BTreeSet::new() },
            }),
            12 => Edit::SetNumber(pick(plan, a)?, Number::new(&format!("A{:02}", b % 20))?),
            13 => Edit::SetCategory(pick_some(plan, a), category),
            14 => Edit::SetBlocked(pick_some(plan, a), b % 3 > 0),
            15 => Edit::SetNote(pick(plan, a)?, format!("note {b}")),
            16 | 17 => Edit::SetStage(pick_some(plan, a), stage),
            18 => Edit::Free(pick_some(plan, a)),
            19 | 20 => {
                let booths = pick_some(plan, b).into_iter().collect();
                Edit::Place { exhibitor: pick(plan, a)?, booths, on_booked }
            }
            21 => Edit::Rebook { from: pick(plan, a)?, to: pick(plan, b)?, on_booked },
            22 => Edit::Leave { booth: pick(plan, a)?, exhibitor: someone_on(plan, a, b)? },
            23 => Edit::SetRole { booth: pick(plan, a)?, exhibitor: someone_on(plan, a, b)?, role },
            24 => {
                let more = ExhibitorFields { categories: category.into_iter().collect(), ..fields(&format!("Firm {}", b % 9)) };
                Edit::ChangeExhibitor(pick(plan, a)?, more)
            }
            25 => Edit::RemoveExhibitors(pick_some(plan, a)),
            42 => {
                let logo = NonZeroU32::new(u32::from(c))
                    .map(|side| Logo { file: EmbeddedFile::new(vec![0_u8; usize::from(c % 3)]), pixels: (side, side) });
                Edit::SetLogo(pick(plan, a)?, logo.filter(|_| d % 3 > 0))
            }
            32 => {
                let outline = Outline::rectangle(Point::from_mm(x, y), Size::from_mm(i64::from(d % 20_000) + 100, 8_000));
                let zone = StructureShape::Zone {
                    outline,
                    name: format!("Zone {d}"),
                    tint: Tint::in_turn(usize::from(d)),
                    category: pick(plan, b),
                };
                let wall =
                    StructureShape::Wall { from: Point::from_mm(x, 0), to: Point::from_mm(x, y + 10), thickness: Length::METRE };
                match (a % 3, pick(plan, c)) {
                    (0, Some(other)) => Edit::ChangeStructure(other, zone),
                    _ => Edit::Add { hall: pick(plan, a)?, booths: vec![], structures: vec![zone, wall], origin: Origin::Drawn },
                }
            }
            33 => Edit::SetZoneCategory(pick(plan, a)?, category),
            34 => Edit::SetOpenSides(pick_some(plan, a), OpenSides::ALL.get(usize::from(b % 6)).copied()),
            35 => {
                let record =
                    Category { name: format!("Category {}", b % 5), colour: Tint::ALL.get(usize::from(c % 12)).copied() };
                match pick(plan, a) {
                    Some(category) => Edit::ChangeCategory(category, record),
                    None => Edit::AddCategory(record),
                }
            }
            36 => Edit::RemoveCategory(pick(plan, a)?),
            LAYERS_AND_HALLS.. => return self.of_layers_and_halls(plan),
            26 => {
                let booths: Vec<BoothId> = pick_some(plan, a).into_iter().collect();
                let numbers = booths.iter().rev().filter_map(|booth| Some(plan.get(*booth)?.number.clone()));
                let changed = numbers.map(|number| if b % 4 == 0 { number.next() } else { number });
                Edit::Renumber(booths.iter().copied().zip(changed).collect())
            }
            27 | 28 => self.split(plan)?,
            29 | 30 => self.merge(plan)?,
            31 => Edit::CutColumns(pick_some(plan, a), b % 3 > 0),
            37 => self.add_block(plan)?,
            38 | 39 => self.change_block(plan)?,
            40 => Edit::BreakUp(pick_some(plan, a)),
            41 => self.move_block(plan)?,
            _ => {
                let number = plan.get(pick::<BoothId>(plan, b)?)?.number.clone();
                let line = |firm: u16, role| Edit::TakeIn {
                    fields: ExhibitorFields {
                        categories: category.clone().into_iter().collect(),
                        ..fields(&format!("Firm {}", firm % 9))
                    },
                    booths: vec![number.clone()],
                    role,
                    stage: (c % 2 == 0).then_some(stage),
                };
                Edit::Together(EditName::ImportExhibitors(2), vec![line(a, Role::Main), line(a.wrapping_add(1), role)])
            }
        })
    }
}

impl Dice {
    /// One booth cut by a line through its middle, or some cut into equal parts.
    pub fn split(&self, plan: &Plan) -> Option<Edit> {
        let [a, b, c, _] = self.throws;
        let side = if c % 2 == 0 { Side::Width } else { Side::Depth };
        let equal = Cut::Equal { parts: usize::from(c % 4 + 2), side };
        if b % 2 == 0 {
            return Some(Edit::Split { booths: pick_some::<BoothId>(plan, a).into_iter().collect(), cut: equal });
        }
        let booth = pick::<BoothId>(plan, a)?;
        let middle = plan.get(booth)?.outline.centre();
        let end = middle + Offset::new(Length::from_mm(i64::from(b) - 30_000), Length::from_mm(i64::from(c) - 30_000));
        Some(Edit::Split { booths: vec![booth], cut: Cut::Line(middle, end) })
    }

    /// A booth and some that stand around it in one.
    pub fn merge(&self, plan: &Plan) -> Option<Edit> {
        let [a, b, c, _] = self.throws;
        let first = pick::<BoothId>(plan, a)?;
        let booth = plan.get(first)?;
        let touches = |other: &Booth| other.hall == booth.hall && other.outline.bounds().touches(booth.outline.bounds());
        let around = plan.booths().iter().filter(|(id, other)| **id != first && touches(other)).map(|(id, _)| *id);
        let booths = std::iter::once(first).chain(around.take(usize::from(b % 3) + 1)).collect();
        let number = [KeepNumber::Lowest, KeepNumber::Highest, KeepNumber::First][usize::from(c % 3)];
        Some(Edit::Merge { booths, number })
    }
}

impl Dice {
    fn pattern(&self) -> Block {
        let [a, b, c, d] = self.throws;
        let place = |throw: u16| Point::from_mm(i64::from(throw % 40_000), i64::from(throw % 19_000));
        let rows = u32::from(a % 3) + 1;
        let pattern = match d % 4 {
            0 => Pattern::Grid { origin: place(b), angle: angle(c), rows, columns: u32::from(b % 5) + 1 },
            1 => Pattern::Line { path: vec![place(a), place(b), place(c)], rows },
            2 => {
                let radius = Length::from_mm(i64::from(b % 9_000) + 1_000);
                Pattern::Arc { centre: place(a), radius, start: angle(c), sweep: angle(a), rows }
            }
            _ => {
                let floor = Outline::rectangle(place(a), Size::from_mm(i64::from(b % 15_000) + 10, i64::from(c % 12_000) + 10));
                Pattern::Fill { floor, angle: angle(b) }
            }
        };
        let spacing = Spacing {
            back_to_back: c % 2 == 0,
            aisle: Length::from_mm(i64::from(c % 4_000)),
            gap: Length::from_mm(i64::from(c % 3) * 100),
            columns_between_aisles: u32::from(b % 3),
        };
        // The hall is that of the block that is changed, or of the new one.
        let hall = IdMint::new(1, 0).mint();
        Block { hall, booth: Size::from_mm(i64::from(a % 3_000) + 1_000, 3_000), spacing, pattern }
    }

    fn add_block(&self, plan: &Plan) -> Option<Edit> {
        let block = Block { hall: pick(plan, self.throws[0])?, ..self.pattern() };
        let cell = |spot: Spot| NewCell { row: spot.row, column: spot.column, number: NewNumber::Next, category: None };
        let booths = block.spots().into_iter().take(12).map(cell).collect();
        Some(Edit::AddBlock { block, booths, origin: Origin::Drawn })
    }

    fn change_block(&self, plan: &Plan) -> Option<Edit> {
        let block = self.pattern();
        let cells = block.spots().iter().take(12).map(Spot::place).collect();
        Some(Edit::ChangeBlock {
            id: pick(plan, self.throws[0])?,
            block,
            cells,
            shift: (i32::from(self.throws[1] % 3) - 1, i32::from(self.throws[2] % 3) - 1),
        })
    }

    /// All booths of a block moved, turned or taken to another hall's floor.
    fn move_block(&self, plan: &Plan) -> Option<Edit> {
        let [a, b, c, _] = self.throws;
        let by = Offset::new(Length::from_mm(i64::from(b) - 30_000), Length::from_mm(i64::from(c) - 30_000));
        let booths = plan.booths_of_block(pick(plan, a)?);
        let booths = booths.filter_map(|id| Some((id, plan.get(id)?.outline.turned(Point::ORIGIN, angle(c)).moved(by))));
        Some(Edit::Reshape(Gesture::Move, Shapes { booths: booths.collect(), ..Shapes::default() }))
    }
}

fn angle(throw: u16) -> Angle {
    Angle::from_thousandths(i64::from(throw % 8) * 45_000)
}

/// An exhibitor of the booth that `throw` picks.
fn someone_on(plan: &Plan, booth: u16, throw: u16) -> Option<hallplan::plan::ExhibitorId> {
    let participants = plan.participants(pick(plan, booth)?);
    participants.get(usize::from(throw) % participants.len().max(1)).map(|participant| participant.exhibitor)
}
