//! The rules of the plan that the records of a damaged file break together, settled one by one. What a record names and is not
//! there is made anew where nothing else is lost by that; else the record does without. Nothing that reads is left out unless it
//! has no place or no shape.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Finding, Remedy, Salvaged};
use crate::file::FileError;
use crate::file::lines::{Part, Place, culprit};
use crate::file::v1::Read;
use crate::geometry::{Bounds, Outline, Point, Size};
use crate::plan::{
    Binding, BlockId, BookingId, BoothId, Category, CategoryId, Exhibitor, ExhibitorId, Hall, HallId, Id, Layer, LayerId, Listed,
    MapId, Number, NumberKey, Plan, Record, Records, Role, Stage, StructureId, StructureShape, Violation, same_name,
};

/// Most rounds of settling: what is left out in one is missed in the next, and so on from halls to bookings.
const MOST_ROUNDS: usize = 20;

/// Stands before the id of what was lost, where its name should be.
const LOST: &str = "?";

/// A plan of records, whatever rules they break.
pub(in crate::file) fn mend(read: Read<'_>) -> Option<Salvaged> {
    let Read { text, records, places, findings } = read;
    let mut mending = Mending { text, records, places, findings, ..Mending::default() };
    for _ in 0..MOST_ROUNDS {
        let violations = mending.records.violations();
        if violations.is_empty() {
            return Plan::of(mending.records).ok().map(|plan| Salvaged { plan, findings: mending.findings });
        }
        mending.settle(violations);
        if mending.findings.len() > super::MOST_FINDINGS {
            return None;
        }
    }
    None
}

#[derive(Default)]
struct Mending<'text> {
    text: &'text str,
    records: Records,
    places: BTreeMap<(Part, Id), Place>,
    findings: Vec<Finding>,
    /// What is left out at the end of the round.
    gone: Gone,
    /// The blocks that were missed already.
    missed: BTreeSet<BlockId>,
    /// The names that several have, of whom the first of a round keeps it.
    first_of_name: BTreeSet<(Part, String)>,
    /// How often a name was given, with a count after it.
    given: BTreeMap<(Part, String), u32>,
    /// The numbers that are taken, and those given last in the place of one.
    taken: BTreeSet<NumberKey>,
    numbers: BTreeMap<NumberKey, Number>,
}

#[derive(Default)]
struct Gone {
    blocks: BTreeSet<BlockId>,
    structures: BTreeSet<StructureId>,
    booths: BTreeSet<BoothId>,
    bookings: BTreeSet<BookingId>,
    maps: BTreeSet<MapId>,
}

impl Mending<'_> {
    fn settle(&mut self, violations: Vec<Violation>) {
        self.first_of_name.clear();
        self.taken = self.records.booths.iter().map(|(_, booth)| booth.number.key()).collect();
        for violation in violations {
            if self.findings.len() > super::MOST_FINDINGS {
                return;
            }
            if let Some(remedy) = self.remedy(&violation) {
                self.tell(violation, remedy);
            }
        }
        let gone = std::mem::take(&mut self.gone);
        self.records.blocks.retain(|(id, _)| !gone.blocks.contains(id));
        self.records.structures.retain(|(id, _)| !gone.structures.contains(id));
        self.records.booths.retain(|(id, _)| !gone.booths.contains(id));
        self.records.bookings.retain(|(id, _)| !gone.bookings.contains(id));
        self.records.maps.retain(|(id, _)| !gone.maps.contains(id));
    }

    fn tell(&mut self, violation: Violation, remedy: Remedy) {
        let (part, id) = match violation {
            Violation::BlockedAndBooked { booth, .. } => (Part::Booths, booth.id()),
            _ => culprit(&violation),
        };
        let place = self.places.get(&(part, id)).copied();
        let (line, excerpt) = place.map_or((1, String::new()), |place| (place.line, place.excerpt(self.text)));
        self.findings.push(Finding { error: FileError::Broken { line, violation }, excerpt, remedy });
    }

    /// What is done about a broken rule; nothing where what was done before has settled it.
    fn remedy(&mut self, violation: &Violation) -> Option<Remedy> {
        use Violation as V;
        match violation {
            V::HallNameTaken { hall, name } => {
                let name = self.other_name(Part::Halls, name)?;
                change(&mut self.records.halls, *hall)?.name.clone_from(&name);
                Some(Remedy::Named(name))
            }
            V::HallWithoutName(id) => named_by_id(&mut self.records.halls, *id, |hall| &mut hall.name),
            V::HallOutline(id) => {
                let outline = self.floor(*id);
                change(&mut self.records.halls, *id)?.outline = outline;
                Some(Remedy::OutlineMade)
            }
            V::CategoryNameTaken { category, name } => {
                let name = self.other_name(Part::Categories, name)?;
                change(&mut self.records.categories, *category)?.name.clone_from(&name);
                Some(Remedy::Named(name))
            }
            V::CategoryWithoutName(id) => named_by_id(&mut self.records.categories, *id, |category| &mut category.name),
            V::LayerNameTaken { layer, name } => {
                let name = self.other_name(Part::Layers, name)?;
                change(&mut self.records.layers, *layer)?.name.clone_from(&name);
                Some(Remedy::Named(name))
            }
            V::LayerWithoutName(id) => named_by_id(&mut self.records.layers, *id, |layer| &mut layer.name),
            V::ExhibitorNameTaken { exhibitor, name } => {
                let name = self.free_name(Part::Exhibitors, name);
                change(&mut self.records.exhibitors, *exhibitor)?.name.clone_from(&name);
                Some(Remedy::Named(name))
            }
            V::ExhibitorWithoutName(id) => named_by_id(&mut self.records.exhibitors, *id, |exhibitor| &mut exhibitor.name),
            V::NumberTaken { booth, number, .. } => self.renumber(*booth, number),
            V::BoothOutline(id) => self.gone.booths.insert(*id).then_some(Remedy::LeftOut),
            V::StructureShape(id) => self.gone.structures.insert(*id).then_some(Remedy::LeftOut),
            V::MapPlacement(id) => self.gone.maps.insert(*id).then_some(Remedy::LeftOut),
            V::BlockPattern(id) => self.gone.blocks.insert(*id).then_some(Remedy::LeftOut),
            V::BoothWithoutHall(id) => self.hall(get(&self.records.booths, *id)?.hall),
            V::StructureWithoutHall(id) => self.hall(get(&self.records.structures, *id)?.hall),
            V::MapWithoutHall(id) => self.hall(get(&self.records.maps, *id)?.hall),
            V::BlockWithoutHall(id) => self.hall(get(&self.records.blocks, *id)?.hall),
            V::BoothWithoutCategory(id) => self.category(get(&self.records.booths, *id)?.category?),
            V::ZoneWithoutCategory(id) => match &get(&self.records.structures, *id)?.shape {
                StructureShape::Zone { category, .. } => self.category((*category)?),
                _ => None,
            },
            V::BoothWithoutLayer(id) => self.layer(get(&self.records.booths, *id)?.binding),
            V::StructureWithoutLayer(id) => self.layer(get(&self.records.structures, *id)?.binding),
            V::MapWithoutLayer(id) => self.layer(get(&self.records.maps, *id)?.binding),
            V::BoothWithoutBlock(id) => {
                // All booths of a block miss it at once, and that is one thing to tell.
                let block = change(&mut self.records.booths, *id)?.cell.take()?.block;
                self.missed.insert(block).then_some(Remedy::Without)
            }
            V::ExhibitorCategories(id) => self.categories(*id),
            V::BookingExhibitors(id) => self.exhibitors(*id),
            V::BookingBooths(id) => {
                let booths = &self.records.booths;
                let mut seen = BTreeSet::new();
                let booking = change(&mut self.records.bookings, *id)?;
                let before = booking.booths.len();
                booking.booths.retain(|booth| get(booths, *booth).is_some() && seen.insert(*booth));
                (booking.booths.len() < before).then_some(Remedy::Without)
            }
            V::BookingWithoutMain(id) => {
                let booking = change(&mut self.records.bookings, *id)?;
                Some(match booking.participants.first_mut() {
                    Some(first) => {
                        first.role = Role::Main;
                        Remedy::FirstIsMain
                    }
                    None => {
                        booking.stage = Stage::Held { until: None };
                        Remedy::HeldForNobody
                    }
                })
            }
            V::BookedTwice { booth, second, .. } => {
                change(&mut self.records.bookings, *second)?.booths.retain(|other| other != booth);
                Some(Remedy::Without)
            }
            V::BlockedAndBooked { booth, .. } => {
                let blocked = &mut change(&mut self.records.booths, *booth)?.blocked;
                std::mem::take(blocked).then_some(Remedy::Unblocked)
            }
            // Nothing is removed from a file.
            V::LayerInUse(_)
            | V::BlockInUse(_)
            | V::HallInUse(_)
            | V::CategoryInUse(_)
            | V::ExhibitorInUse(_)
            | V::BoothInUse(_) => None,
        }
    }

    /// A name for one of several of the same name; nothing for the first of them.
    fn other_name(&mut self, part: Part, name: &str) -> Option<String> {
        let is_first = self.first_of_name.insert((part, same_name(name)));
        (!is_first).then(|| self.free_name(part, name))
    }

    /// A name like this one.
    fn free_name(&mut self, part: Part, name: &str) -> String {
        let count = self.given.entry((part, same_name(name))).or_insert(1);
        *count += 1;
        format!("{name} ({count})")
    }

    fn renumber(&mut self, id: BoothId, number: &Number) -> Option<Remedy> {
        let last = self.numbers.get(&number.key()).unwrap_or(number).clone();
        let next = last.next_free(|key| self.taken.contains(key));
        self.taken.insert(next.key());
        self.numbers.insert(number.key(), next.clone());
        change(&mut self.records.booths, id)?.number = next.clone();
        Some(Remedy::Numbered(next))
    }

    /// The hall that something stands in.
    fn hall(&mut self, id: HallId) -> Option<Remedy> {
        let outline = self.floor(id);
        let name = lost(id);
        add(&mut self.records.halls, id, Hall { name: name.clone(), outline })?;
        Some(Remedy::Made(name))
    }

    /// A floor for all that stands in a hall.
    fn floor(&self, hall: HallId) -> Outline {
        let valid = |outline: &Outline| outline.is_valid().then(|| outline.bounds());
        let booths = self.records.booths.iter().filter(|(_, booth)| booth.hall == hall);
        let maps = self.records.maps.iter().filter(|(_, map)| map.hall == hall);
        let structures = self.records.structures.iter().filter(|(_, structure)| structure.hall == hall);
        let bounds = booths.filter_map(|(_, booth)| valid(&booth.outline));
        let bounds = bounds.chain(maps.filter_map(|(_, map)| valid(&map.outline())));
        let bounds = bounds.chain(structures.filter_map(|(_, structure)| walls(&structure.shape)));
        let floor = bounds.reduce(Bounds::union).map(Outline::from_bounds).filter(Outline::is_valid);
        floor.unwrap_or_else(|| Outline::rectangle(Point::ORIGIN, Size::from_mm(60_000, 40_000)))
    }

    fn category(&mut self, id: CategoryId) -> Option<Remedy> {
        let name = lost(id);
        add(&mut self.records.categories, id, Category { name: name.clone(), colour: None })?;
        Some(Remedy::Made(name))
    }

    fn layer(&mut self, binding: Binding) -> Option<Remedy> {
        let id: LayerId = binding.layer?;
        let name = lost(id);
        add(&mut self.records.layers, id, Layer { name: name.clone(), hidden: false, locked: false })?;
        Some(Remedy::Made(name))
    }

    fn categories(&mut self, id: ExhibitorId) -> Option<Remedy> {
        let mut seen = BTreeSet::new();
        let exhibitor = change(&mut self.records.exhibitors, id)?;
        let before = exhibitor.categories.len();
        exhibitor.categories.retain(|category| seen.insert(*category));
        let twice = (exhibitor.categories.len() < before).then_some(Remedy::Once);
        seen.into_iter().filter_map(|category| self.category(category)).last().or(twice)
    }

    fn exhibitors(&mut self, id: BookingId) -> Option<Remedy> {
        let mut seen = BTreeSet::new();
        let booking = change(&mut self.records.bookings, id)?;
        let before = booking.participants.len();
        booking.participants.retain(|participant| seen.insert(participant.exhibitor));
        let twice = (booking.participants.len() < before).then_some(Remedy::Once);
        let made = seen.into_iter().filter_map(|exhibitor| {
            let name = lost(exhibitor);
            add(&mut self.records.exhibitors, exhibitor, Exhibitor { name: name.clone(), ..Exhibitor::default() })?;
            Some(Remedy::Made(name))
        });
        made.last().or(twice)
    }
}

fn lost<I: Record>(id: I) -> String {
    format!("{LOST} {}", id.id())
}

/// The room that walls and their kin take.
fn walls(shape: &StructureShape) -> Option<Bounds> {
    match shape {
        StructureShape::Wall { from, to, .. } => Some(Bounds::between(*from, *to)),
        StructureShape::Zone { outline, .. } | StructureShape::Column(outline) => outline.is_valid().then(|| outline.bounds()),
        _ => None,
    }
}

fn at<I: Record>(list: &Listed<I>, id: I) -> Result<usize, usize> {
    list.binary_search_by_key(&id, |(id, _)| *id)
}

fn get<I: Record>(list: &Listed<I>, id: I) -> Option<&I::Data> {
    at(list, id).ok().and_then(|at| list.get(at)).map(|(_, record)| record.as_ref())
}

fn change<I: Record>(list: &mut Listed<I>, id: I) -> Option<&mut I::Data> {
    let at = at(list, id).ok()?;
    list.get_mut(at).map(|(_, record)| Arc::make_mut(record))
}

/// Adds a record that is missed; `None` where it was missed before.
fn add<I: Record>(list: &mut Listed<I>, id: I, record: I::Data) -> Option<()> {
    let at = at(list, id).err()?;
    list.insert(at, (id, Arc::new(record)));
    Some(())
}

fn named_by_id<I: Record>(list: &mut Listed<I>, id: I, name: impl Fn(&mut I::Data) -> &mut String) -> Option<Remedy> {
    let given = lost(id);
    name(change(list, id)?).clone_from(&given);
    Some(Remedy::Named(given))
}
