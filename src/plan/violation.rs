//! What a plan must not be.

use super::{BookingId, BoothId, CategoryId, ExhibitorId, HallId, MapId, Number, StructureId};

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
    /// A wall, column, door or text is too small, too large, or an empty text.
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
