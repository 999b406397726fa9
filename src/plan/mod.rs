//! The document as a value: show, halls, what stands in them, exhibitors, bookings; what makes it valid; and the change that
//! leads from one plan to the next. A plan is a set of persistent maps: a clone costs nothing, and nothing changes one in
//! place. Whoever wants another plan makes a [`Draft`], and `edit` is the only room that does so for a user.

mod block;
mod change;
mod draft;
mod embedded_file;
mod hall_map;
mod id;
mod layer;
mod number;
mod record;
mod structure;
#[cfg(test)]
pub(crate) mod testing;
mod validity;
mod violation;
mod whole;

use std::sync::Arc;

use imbl::{OrdMap, OrdSet};

pub use block::{Block, Cell, MirroredPlaces, Pattern, Spacing, Spot};
pub use change::{Change, Delta};
pub use draft::{Draft, Record};
pub use embedded_file::{EmbeddedFile, Logo};
pub use hall_map::{Fade, HallMap, Placement, SheetPart, SheetToHall};
pub use id::{BlockId, BookingId, BoothId, CategoryId, ExhibitorId, GroupId, HallId, Id, IdMint, LayerId, MapId, StructureId};
pub use layer::{Binding, Layer, OpenSides, Tint};
pub use number::{Number, NumberKey};
pub use record::{Booking, Booth, Category, Exhibitor, Hall, Participant, Role, Show, Stage, Status, same_name};
pub use structure::{DoorKind, Structure, StructureShape, UtilityKind};
pub use violation::Violation;
pub use whole::{Listed, Records};

/// One edition of a show: everything that its file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    show: Arc<Show>,
    halls: OrdMap<HallId, Arc<Hall>>,
    layers: OrdMap<LayerId, Arc<Layer>>,
    blocks: OrdMap<BlockId, Arc<Block>>,
    structures: OrdMap<StructureId, Arc<Structure>>,
    maps: OrdMap<MapId, Arc<HallMap>>,
    categories: OrdMap<CategoryId, Arc<Category>>,
    booths: OrdMap<BoothId, Arc<Booth>>,
    exhibitors: OrdMap<ExhibitorId, Arc<Exhibitor>>,
    bookings: OrdMap<BookingId, Arc<Booking>>,
    lookup: Lookup,
}

/// Who has which number, name, booking and block: what the rules of the plan ask at every change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Lookup {
    numbers: OrdMap<NumberKey, BoothId>,
    names: OrdMap<NameKey, ExhibitorId>,
    booking_of: OrdMap<BoothId, BookingId>,
    bookings_of: OrdSet<(ExhibitorId, BookingId)>,
    booths_of: OrdMap<BlockId, OrdSet<BoothId>>,
}

/// Name and country of an exhibitor as they are compared, in one text: what is kept of each of thousands is kept small.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct NameKey(Box<str>);

impl NameKey {
    /// Sorts before whatever a name may hold, so that those of one name follow each other.
    const BETWEEN: char = '\0';

    fn new(name: &str, country: &str) -> Self {
        let (mut key, country) = (same_name(name), same_name(country));
        key.retain(|letter| letter != Self::BETWEEN);
        key.reserve_exact(country.len() + Self::BETWEEN.len_utf8());
        key.push(Self::BETWEEN);
        key.push_str(&country);
        Self(key.into())
    }

    fn of(exhibitor: &Exhibitor) -> Self {
        Self::new(&exhibitor.name, &exhibitor.country)
    }

    fn name(&self) -> &str {
        self.0.split(Self::BETWEEN).next().unwrap_or_default()
    }

    fn is_empty(&self) -> bool {
        self.0.starts_with(Self::BETWEEN)
    }
}

impl Plan {
    /// An empty plan: no hall yet.
    #[must_use]
    pub fn new(show: Show) -> Self {
        Self { show: Arc::new(show), ..Self::default() }
    }

    /// The show's own facts.
    #[must_use]
    pub fn show(&self) -> &Show {
        &self.show
    }

    /// The halls, in the order in which they were made.
    #[must_use]
    pub fn halls(&self) -> &OrdMap<HallId, Arc<Hall>> {
        &self.halls
    }

    /// The layers, in the order in which they were made; the base layer is none of them.
    #[must_use]
    pub fn layers(&self) -> &OrdMap<LayerId, Arc<Layer>> {
        &self.layers
    }

    /// The blocks that booths were drawn in.
    #[must_use]
    pub fn blocks(&self) -> &OrdMap<BlockId, Arc<Block>> {
        &self.blocks
    }

    /// The layer with this name, compared without case.
    #[must_use]
    pub fn layer_named(&self, name: &str) -> Option<LayerId> {
        self.layers.iter().find(|(_, layer)| same_name(&layer.name) == same_name(name)).map(|(id, _)| *id)
    }

    /// Whether what is bound so is neither drawn nor found by the pointer: its layer is hidden. It still counts everywhere.
    #[must_use]
    pub fn is_hidden(&self, binding: Binding) -> bool {
        binding.layer.and_then(|layer| self.layers.get(&layer)).is_some_and(|layer| layer.hidden)
    }

    /// Whether what is bound so stays where it is: it is locked itself, or its layer is.
    #[must_use]
    pub fn is_locked(&self, binding: Binding) -> bool {
        binding.locked || binding.layer.and_then(|layer| self.layers.get(&layer)).is_some_and(|layer| layer.locked)
    }

    /// Walls, columns, doors, texts, zones and their kin.
    #[must_use]
    pub fn structures(&self) -> &OrdMap<StructureId, Arc<Structure>> {
        &self.structures
    }

    /// The pictures under the halls.
    #[must_use]
    pub fn maps(&self) -> &OrdMap<MapId, Arc<HallMap>> {
        &self.maps
    }

    /// The files that the plan embeds, one for each record that has one.
    pub fn embedded_files(&self) -> impl Iterator<Item = &EmbeddedFile> {
        let logos = self.exhibitors.values().filter_map(|exhibitor| Some(&exhibitor.logo.as_ref()?.file));
        self.maps.values().map(|map| &map.file).chain(logos)
    }

    /// The categories of booths and exhibitors.
    #[must_use]
    pub fn categories(&self) -> &OrdMap<CategoryId, Arc<Category>> {
        &self.categories
    }

    /// The booths.
    #[must_use]
    pub fn booths(&self) -> &OrdMap<BoothId, Arc<Booth>> {
        &self.booths
    }

    /// The exhibitors.
    #[must_use]
    pub fn exhibitors(&self) -> &OrdMap<ExhibitorId, Arc<Exhibitor>> {
        &self.exhibitors
    }

    /// The bookings.
    #[must_use]
    pub fn bookings(&self) -> &OrdMap<BookingId, Arc<Booking>> {
        &self.bookings
    }

    /// The record with this id, if there is one.
    #[must_use]
    pub fn get<I: Record>(&self, id: I) -> Option<&Arc<I::Data>> {
        I::all(self).get(&id)
    }

    /// The booth with this number, compared trimmed and without case.
    #[must_use]
    pub fn booth_numbered(&self, number: &Number) -> Option<BoothId> {
        self.lookup.numbers.get(&number.key()).copied()
    }

    /// The booth whose number has this key.
    #[must_use]
    pub fn booth_with_key(&self, key: &NumberKey) -> Option<BoothId> {
        self.lookup.numbers.get(key).copied()
    }

    /// Whether a booth has a number with this key.
    #[must_use]
    pub fn has_number(&self, key: &NumberKey) -> bool {
        self.lookup.numbers.contains_key(key)
    }

    /// The booths in the natural order of their numbers.
    pub fn booths_by_number(&self) -> impl Iterator<Item = BoothId> + '_ {
        self.lookup.numbers.values().copied()
    }

    /// The exhibitor with this name and country, compared without case and doubled spaces.
    #[must_use]
    pub fn exhibitor_named(&self, name: &str, country: &str) -> Option<ExhibitorId> {
        self.lookup.names.get(&NameKey::new(name, country)).copied()
    }

    /// The exhibitors with this name, whatever their country.
    pub fn exhibitors_named(&self, name: &str) -> impl Iterator<Item = ExhibitorId> + '_ {
        let key = NameKey::new(name, "");
        self.lookup.names.range(key.clone()..).take_while(move |(other, _)| other.name() == key.name()).map(|(_, id)| *id)
    }

    /// The hall with this name, compared without case.
    #[must_use]
    pub fn hall_named(&self, name: &str) -> Option<HallId> {
        self.halls.iter().find(|(_, hall)| same_name(&hall.name) == same_name(name)).map(|(id, _)| *id)
    }

    /// The category with this name, compared without case.
    #[must_use]
    pub fn category_named(&self, name: &str) -> Option<CategoryId> {
        self.categories.iter().find(|(_, category)| same_name(&category.name) == same_name(name)).map(|(id, _)| *id)
    }

    /// The booking that has this booth.
    #[must_use]
    pub fn booking_of(&self, booth: BoothId) -> Option<BookingId> {
        self.lookup.booking_of.get(&booth).copied()
    }

    /// The bookings in which this exhibitor takes part.
    pub fn bookings_of(&self, exhibitor: ExhibitorId) -> impl Iterator<Item = BookingId> + '_ {
        let from = (exhibitor, BookingId::from(Id::LEAST));
        self.lookup.bookings_of.range(from..).take_while(move |(other, _)| *other == exhibitor).map(|(_, booking)| *booking)
    }

    /// The booths of this exhibitor, as a main or as a co-exhibitor, in the natural order of their numbers.
    #[must_use]
    pub fn booths_of(&self, exhibitor: ExhibitorId) -> Vec<BoothId> {
        let mut booths: Vec<_> = self
            .bookings_of(exhibitor)
            .filter_map(|booking| self.get(booking))
            .flat_map(|booking| booking.booths.iter().copied())
            .collect();
        booths.sort_unstable();
        booths.dedup();
        booths.sort_by_cached_key(|booth| self.get(*booth).map(|booth| booth.number.key()));
        booths
    }

    /// Whether the exhibitor has a booth.
    #[must_use]
    pub fn is_placed(&self, exhibitor: ExhibitorId) -> bool {
        self.bookings_of(exhibitor).filter_map(|booking| self.get(booking)).any(|booking| !booking.booths.is_empty())
    }

    /// The booths that a block owns, in the order in which they were made.
    pub fn booths_of_block(&self, block: BlockId) -> impl Iterator<Item = BoothId> + '_ {
        self.lookup.booths_of.get(&block).into_iter().flat_map(|booths| booths.iter().copied())
    }

    /// How many booths a block owns.
    #[must_use]
    pub fn block_size(&self, block: BlockId) -> usize {
        self.lookup.booths_of.get(&block).map_or(0, OrdSet::len)
    }

    /// The exhibitors on a booth, in the order of its booking.
    #[must_use]
    pub fn participants(&self, booth: BoothId) -> &[Participant] {
        self.booking_of(booth).and_then(|booking| self.get(booking)).map_or(&[], |booking| &booking.participants)
    }

    /// Whether more is known of a booth than where it stands and what is shown there: it is booked, blocked, locked, or has a
    /// note. A block that shrinks does not remove it.
    #[must_use]
    pub fn is_claimed(&self, id: BoothId) -> bool {
        self.booking_of(id).is_some()
            || self.get(id).is_some_and(|booth| booth.blocked || booth.binding.locked || !booth.note.trim().is_empty())
    }

    /// The status of a booth: blocked, available, or the stage of its booking.
    #[must_use]
    pub fn status(&self, id: BoothId) -> Status {
        match self.get(id) {
            Some(booth) => self.status_of(id, booth),
            None => Status::Available,
        }
    }

    /// The status of a booth whose record is at hand.
    #[must_use]
    pub fn status_of(&self, id: BoothId, booth: &Booth) -> Status {
        if booth.blocked {
            return Status::Blocked;
        }
        self.booking_of(id).and_then(|booking| self.get(booking)).map_or(Status::Available, |it| it.stage.status())
    }

    /// Whether a booth counts as filled: its booking has an exhibitor and is reserved or further.
    #[must_use]
    pub fn is_filled(&self, id: BoothId) -> bool {
        let is_filled = |booking: &Arc<Booking>| {
            matches!(booking.stage, Stage::Reserved | Stage::Contracted | Stage::Paid) && !booking.participants.is_empty()
        };
        self.get(id).is_some_and(|booth| !booth.blocked)
            && self.booking_of(id).and_then(|booking| self.get(booking)).is_some_and(is_filled)
    }

    /// The largest counter of any id in the plan; new ids come after it.
    #[must_use]
    pub fn largest_counter(&self) -> u32 {
        fn last<I: Record>(plan: &Plan) -> u32 {
            I::all(plan).get_max().map_or(0, |(id, _)| id.id().counter())
        }
        let bindings = self.booths.values().map(|booth| booth.binding);
        let bindings = bindings.chain(self.structures.values().map(|structure| structure.binding));
        let bindings = bindings.chain(self.maps.values().map(|map| map.binding));
        let last_group = bindings.filter_map(|binding| binding.group).map(|group| group.id().counter()).max();
        [
            last_group.unwrap_or(0),
            last::<HallId>(self),
            last::<LayerId>(self),
            last::<BlockId>(self),
            last::<StructureId>(self),
            last::<MapId>(self),
            last::<CategoryId>(self),
            last::<BoothId>(self),
            last::<ExhibitorId>(self),
            last::<BookingId>(self),
        ]
        .into_iter()
        .max()
        .unwrap_or(0)
    }
}
