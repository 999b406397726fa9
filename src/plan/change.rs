//! The change from one plan to the next: the records that it touched, before and after.

use std::sync::Arc;

use super::{
    Block, BlockId, Booking, BookingId, Booth, BoothId, Category, CategoryId, EmbeddedFile, Exhibitor, ExhibitorId, Hall, HallId,
    HallMap, Layer, LayerId, MapId, Show, Structure, StructureId,
};

/// One record before and after: made where there was none before, removed where there is none after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delta<I, R> {
    /// Which record.
    pub id: I,
    /// What it was.
    pub before: Option<Arc<R>>,
    /// What it is.
    pub after: Option<Arc<R>>,
}

/// Everything that changed from one plan to the next, in the order of ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// The show's own facts, before and after.
    pub show: Option<(Arc<Show>, Arc<Show>)>,
    /// Halls.
    pub halls: Vec<Delta<HallId, Hall>>,
    /// Layers.
    pub layers: Vec<Delta<LayerId, Layer>>,
    /// Blocks.
    pub blocks: Vec<Delta<BlockId, Block>>,
    /// Walls, columns, doors, texts, zones and their kin.
    pub structures: Vec<Delta<StructureId, Structure>>,
    /// Pictures under halls.
    pub maps: Vec<Delta<MapId, HallMap>>,
    /// Categories.
    pub categories: Vec<Delta<CategoryId, Category>>,
    /// Booths.
    pub booths: Vec<Delta<BoothId, Booth>>,
    /// Exhibitors.
    pub exhibitors: Vec<Delta<ExhibitorId, Exhibitor>>,
    /// Bookings.
    pub bookings: Vec<Delta<BookingId, Booking>>,
}

impl Change {
    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// How many records it touches.
    #[must_use]
    pub fn count(&self) -> usize {
        usize::from(self.show.is_some())
            + self.halls.len()
            + self.layers.len()
            + self.blocks.len()
            + self.structures.len()
            + self.maps.len()
            + self.categories.len()
            + self.booths.len()
            + self.exhibitors.len()
            + self.bookings.len()
    }

    /// The change back.
    #[must_use]
    pub fn reversed(&self) -> Self {
        fn back<I: Copy, R>(deltas: &[Delta<I, R>]) -> Vec<Delta<I, R>> {
            deltas.iter().map(|delta| Delta { id: delta.id, before: delta.after.clone(), after: delta.before.clone() }).collect()
        }
        Self {
            show: self.show.clone().map(|(before, after)| (after, before)),
            halls: back(&self.halls),
            layers: back(&self.layers),
            blocks: back(&self.blocks),
            structures: back(&self.structures),
            maps: back(&self.maps),
            categories: back(&self.categories),
            booths: back(&self.booths),
            exhibitors: back(&self.exhibitors),
            bookings: back(&self.bookings),
        }
    }

    /// The files that what it made or changed embeds.
    pub fn embedded_files(&self) -> impl Iterator<Item = &EmbeddedFile> {
        let logos = self.exhibitors.iter().filter_map(|delta| Some(&delta.after.as_ref()?.logo.as_ref()?.file));
        self.maps.iter().filter_map(|delta| delta.after.as_ref()).map(|map| &map.file).chain(logos)
    }

    /// The hall in which it happened, as far as it can be told: where the first booth, structure or picture stands.
    #[must_use]
    pub fn hall(&self) -> Option<HallId> {
        fn side<I, R>(deltas: &[Delta<I, R>], hall: impl Fn(&R) -> HallId) -> Option<HallId> {
            deltas.iter().find_map(|delta| delta.after.as_ref().or(delta.before.as_ref()).map(|record| hall(record)))
        }
        side(&self.booths, |booth| booth.hall)
            .or_else(|| side(&self.structures, |structure| structure.hall))
            .or_else(|| side(&self.maps, |map| map.hall))
            .or_else(|| side(&self.blocks, |block| block.hall))
            .or_else(|| self.halls.iter().find(|delta| delta.after.is_some()).map(|delta| delta.id))
    }
}
