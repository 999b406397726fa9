//! What a plan must not be.

use super::{BlockId, BookingId, BoothId, CategoryId, ExhibitorId, HallId, LayerId, MapId, Number, StructureId};

/// A rule of the plan that a draft breaks. `text` turns it into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Violation {
    /// Another booth has this number.
    NumberTaken {
        /// The booth that wants it.
        booth: BoothId,
        /// The number.
        number: Number,
        /// The booth that has it.
        by: BoothId,
    },
    /// Another exhibitor has this name and country.
    ExhibitorNameTaken {
        /// The exhibitor that wants it.
        exhibitor: ExhibitorId,
        /// The name.
        name: String,
    },
    /// An exhibitor has no name.
    ExhibitorWithoutName(ExhibitorId),
    /// Another hall has this name.
    HallNameTaken {
        /// The hall that wants it.
        hall: HallId,
        /// The name.
        name: String,
    },
    /// A hall has no name.
    HallWithoutName(HallId),
    /// Another category has this name.
    CategoryNameTaken {
        /// The category that wants it.
        category: CategoryId,
        /// The name.
        name: String,
    },
    /// A category has no name.
    CategoryWithoutName(CategoryId),
    /// An outline is too small, too large or no area at all.
    BoothOutline(BoothId),
    /// The same of a hall.
    HallOutline(HallId),
    /// Something drawn is too small, too large, or an empty text or name.
    StructureShape(StructureId),
    /// A picture has no width or is beyond the limits.
    MapPlacement(MapId),
    /// A booth, structure or picture stands in a hall that is not there.
    BoothWithoutHall(BoothId),
    /// See [`Self::BoothWithoutHall`].
    StructureWithoutHall(StructureId),
    /// See [`Self::BoothWithoutHall`].
    MapWithoutHall(MapId),
    /// A booth names a category that is not there.
    BoothWithoutCategory(BoothId),
    /// A zone gives its booths a category that is not there.
    ZoneWithoutCategory(StructureId),
    /// A booth is on a layer that is not there.
    BoothWithoutLayer(BoothId),
    /// See [`Self::BoothWithoutLayer`].
    StructureWithoutLayer(StructureId),
    /// See [`Self::BoothWithoutLayer`].
    MapWithoutLayer(MapId),
    /// A booth names a block that is not there, or that stands in another hall.
    BoothWithoutBlock(BoothId),
    /// A block stands in a hall that is not there.
    BlockWithoutHall(BlockId),
    /// A block has no row, more rows than one may have, or booths or aisles of no possible size.
    BlockPattern(BlockId),
    /// A layer has no name.
    LayerWithoutName(LayerId),
    /// Another layer has this name.
    LayerNameTaken {
        /// The layer that wants it.
        layer: LayerId,
        /// The name.
        name: String,
    },
    /// A layer was removed while something is on it.
    LayerInUse(LayerId),
    /// A block was removed while a booth belongs to it.
    BlockInUse(BlockId),
    /// An exhibitor names a category that is not there, or one twice.
    ExhibitorCategories(ExhibitorId),
    /// A booking names an exhibitor that is not there, or one twice.
    BookingExhibitors(BookingId),
    /// A booking names a booth that is not there, or one twice.
    BookingBooths(BookingId),
    /// A booking that is more than held has no main exhibitor.
    BookingWithoutMain(BookingId),
    /// Two bookings have the same booth.
    BookedTwice {
        /// The booth.
        booth: BoothId,
        /// The one booking.
        first: BookingId,
        /// The other.
        second: BookingId,
    },
    /// A blocked booth has a booking.
    BlockedAndBooked {
        /// The booth.
        booth: BoothId,
        /// Its booking.
        booking: BookingId,
    },
    /// A hall was removed while something stands in it.
    HallInUse(HallId),
    /// A category was removed while something names it.
    CategoryInUse(CategoryId),
    /// An exhibitor was removed while a booking names it.
    ExhibitorInUse(ExhibitorId),
    /// A booth was removed while a booking has it.
    BoothInUse(BoothId),
}
