//! The records of a plan.

use jiff::civil::Date;

use super::{Binding, BoothId, CategoryId, Cell, ExhibitorId, HallId, Logo, Number, OpenSides, Tint};
use crate::geometry::Outline;

/// What is compared where two texts name the same thing: without case, with single spaces.
#[must_use]
pub fn same_name(text: &str) -> String {
    let mut same = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !same.is_empty() {
            same.push(' ');
        }
        same.push_str(word);
    }
    if same.is_ascii() {
        same.make_ascii_lowercase();
        return same;
    }
    same.to_lowercase()
}

/// The show's own facts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Show {
    /// "IT Partners".
    pub name: String,
    /// "2022".
    pub edition: String,
    /// Anything that readers of the plan should know.
    pub note: String,
}

impl Show {
    /// Name and edition, as a title: "IT Partners 2022".
    #[must_use]
    pub fn title(&self) -> String {
        [self.name.trim(), self.edition.trim()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// One room, floor or area with its own map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hall {
    /// Unique in the show, compared without case.
    pub name: String,
    /// Its floor.
    pub outline: Outline,
}

/// A category of booths and exhibitors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// Unique in the show, compared without case.
    pub name: String,
    /// Its colour on the plan; none where the user chose none.
    pub colour: Option<Tint>,
}

impl Category {
    /// A category without a colour of its own.
    #[must_use]
    pub fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), colour: None }
    }
}

/// One slot drawn on a hall.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Booth {
    /// The hall that it stands in.
    pub hall: HallId,
    /// Unique in the show.
    pub number: Number,
    /// Where it stands.
    pub outline: Outline,
    /// What is shown here.
    pub category: Option<CategoryId>,
    /// Not for sale.
    pub blocked: bool,
    /// The organiser's own words.
    pub note: String,
    /// Its layer, its group, and whether it is locked.
    pub binding: Binding,
    /// Its place in the block that it was made from, until it is changed by itself.
    pub cell: Option<Cell>,
    /// Its open sides as the organiser fixed them; else they are derived from what stands around it.
    pub open_sides: Option<OpenSides>,
    /// Whether the columns that stand in it are taken off its net area.
    pub columns_cut: bool,
}

impl Booth {
    /// A booth for sale, of which nothing else is known yet.
    #[must_use]
    pub fn new(hall: HallId, number: Number, outline: Outline) -> Self {
        Self {
            hall,
            number,
            outline,
            category: None,
            blocked: false,
            note: String::new(),
            binding: Binding::default(),
            cell: None,
            open_sides: None,
            columns_cut: false,
        }
    }
}

/// A company.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exhibitor {
    /// Never empty; unique in the show together with the country.
    pub name: String,
    /// As the organiser writes it.
    pub country: String,
    /// What it shows, in order.
    pub categories: Vec<CategoryId>,
    /// Whom to call.
    pub contact: String,
    /// The organiser's own words: "a regular", "asked for a corner".
    pub note: String,
    /// What is drawn on its booths.
    pub logo: Option<Logo>,
}

/// As what an exhibitor takes part in a booking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Has the booth, alone or with other mains.
    Main,
    /// Is a guest of the mains.
    Co,
}

/// One exhibitor of a booking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Participant {
    /// Who.
    pub exhibitor: ExhibitorId,
    /// As what.
    pub role: Role,
}

/// How far a booking has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Kept for somebody or nobody, until a date if there is one.
    Held {
        /// The last day.
        until: Option<Date>,
    },
    /// Promised.
    Reserved,
    /// Signed.
    Contracted,
    /// Paid.
    Paid,
}

impl Stage {
    /// The status that it gives its booths.
    #[must_use]
    pub const fn status(self) -> Status {
        match self {
            Self::Held { .. } => Status::Held,
            Self::Reserved => Status::Reserved,
            Self::Contracted => Status::Contracted,
            Self::Paid => Status::Paid,
        }
    }
}

/// The status of a booth: derived, never stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// For sale, nobody's.
    Available,
    /// Kept.
    Held,
    /// Promised.
    Reserved,
    /// Signed.
    Contracted,
    /// Paid.
    Paid,
    /// Not for sale.
    Blocked,
}

impl Status {
    /// All of them, in the order of a legend.
    pub const ALL: [Self; 6] = [Self::Available, Self::Held, Self::Reserved, Self::Contracted, Self::Paid, Self::Blocked];

    /// The stage of a booking that gives its booths this status, held without an end; none where there is no booking.
    #[must_use]
    pub const fn stage(self) -> Option<Stage> {
        match self {
            Self::Held => Some(Stage::Held { until: None }),
            Self::Reserved => Some(Stage::Reserved),
            Self::Contracted => Some(Stage::Contracted),
            Self::Paid => Some(Stage::Paid),
            Self::Available | Self::Blocked => None,
        }
    }
}

/// What joins exhibitors with the booths that they get.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Booking {
    /// In order; with at least one main unless it is held for nobody.
    pub participants: Vec<Participant>,
    /// None yet, one or several.
    pub booths: Vec<BoothId>,
    /// How far it has come.
    pub stage: Stage,
}

impl Booking {
    /// The mains, in order.
    pub fn mains(&self) -> impl Iterator<Item = ExhibitorId> + '_ {
        self.with_role(Role::Main)
    }

    /// The co-exhibitors, in order.
    pub fn co_exhibitors(&self) -> impl Iterator<Item = ExhibitorId> + '_ {
        self.with_role(Role::Co)
    }

    fn with_role(&self, role: Role) -> impl Iterator<Item = ExhibitorId> + '_ {
        self.participants.iter().filter(move |participant| participant.role == role).map(|participant| participant.exhibitor)
    }
}
