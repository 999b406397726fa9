//! The only door by which a plan changes: a named edit in; the new plan and its change out, or a reason why not. With it,
//! the history: undo and redo without limit of steps.

mod blocks;
#[cfg(test)]
mod blocks_tests;
mod bookings;
mod categories;
mod copies;
mod door;
mod exhibitors;
mod halls;
mod history;
mod layers;
mod layout;
mod locks;
mod maps;
#[cfg(test)]
mod maps_tests;
mod name;
pub mod numbering;
mod outlines;
#[cfg(test)]
mod outlines_tests;
mod refusal;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

pub use blocks::{NewBlock, NewCell};
pub use door::{Editor, Outcome, apply};
pub use history::{Earlier, Entry, History};
pub use name::{EditName, LayerChange, MapChangeName, Things};
pub use refusal::Refusal;

use crate::geometry::{Cut, Mirror, Offset, Outline};
use crate::plan::{
    Binding, Block, BlockId, BoothId, Category, CategoryId, EmbeddedFile, ExhibitorId, Fade, Hall, HallId, HallMap, Layer,
    LayerId, Logo, MapId, Number, OpenSides, Placement, Role, SheetPart, Show, Stage, StructureId, StructureShape,
};

/// Things that stand in halls: what is selected, removed, or was added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Objects {
    /// Booths.
    pub booths: BTreeSet<BoothId>,
    /// Walls, columns, doors and texts.
    pub structures: BTreeSet<StructureId>,
    /// Pictures.
    pub maps: BTreeSet<MapId>,
}

impl Objects {
    /// These booths alone.
    pub fn of_booths(booths: impl IntoIterator<Item = BoothId>) -> Self {
        Self { booths: booths.into_iter().collect(), ..Self::default() }
    }

    /// How many things there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.booths.len() + self.structures.len() + self.maps.len()
    }

    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A thing to be made as a copy of another one: it keeps its layer, and what was grouped is grouped again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy<T> {
    /// The thing itself.
    pub thing: T,
    /// The layer and the group of what was copied.
    pub binding: Binding,
}

/// A block of which every booth is copied: the copies are a block again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopiedBlock {
    /// Where its copies stand; the hall that they go to is theirs.
    pub block: Block,
    /// Row and column of its booths, by their places among the copied booths.
    pub cells: BTreeMap<usize, (u32, u32)>,
}

/// A booth to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewBooth {
    /// Its number, or the one after which the next free number is taken.
    pub number: NewNumber,
    /// Where it stands.
    pub outline: Outline,
    /// What is shown here, by name; a category that is not there yet is made.
    pub category: Option<String>,
}

/// How a new booth gets its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewNumber {
    /// This one, or the edit is refused.
    Exactly(Number),
    /// This one where it is free, else the next free one after it.
    From(Number),
    /// The next free one after the hall's latest booth.
    Next,
}

/// How new things came about: it names the edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Drawn, or entered with figures.
    Drawn,
    /// Pasted.
    Pasted,
    /// Duplicated.
    Duplicated,
    /// Read from a list.
    Imported,
}

/// How outlines were changed: it names the edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// Moved.
    Move,
    /// Resized.
    Resize,
    /// Rotated.
    Rotate,
    /// Aligned.
    Align,
    /// Distributed evenly.
    Distribute,
    /// Mirrored.
    Mirror,
    /// Moved row by row, to the same aisle everywhere.
    Aisles,
}

/// New shapes of things that stay what they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shapes {
    /// Booths.
    pub booths: Vec<(BoothId, Outline)>,
    /// Walls, columns, doors and texts.
    pub structures: Vec<(StructureId, StructureShape)>,
    /// Pictures.
    pub maps: Vec<(MapId, Placement)>,
}

impl Shapes {
    /// How many shapes there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.booths.len() + self.structures.len() + self.maps.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// What is changed of a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MapChange {
    /// Its true scale was measured: its new placement.
    Calibrate(Placement),
    /// It was moved, turned and scaled so that two of its points lie where they belong. Where that changed its scale, it is
    /// known now.
    Align(Placement),
    /// Another part of its sheet is shown; all of it where none is named.
    Crop(Option<SheetPart>),
    /// It is faded so far.
    Fade(Fade),
    /// The layers that are not shown.
    HideLayers(BTreeSet<String>),
    /// Another page of its file.
    Page(MapPage),
    /// Another file, or another page of one, in its place.
    Replace {
        /// The name of the file.
        name: String,
        /// Its bytes.
        file: EmbeddedFile,
        /// What is shown of it, and where it lies.
        page: MapPage,
    },
    /// It is drawn over the booths, or under them.
    InFront(bool),
}

/// A page of a map's file, and how it lies in the hall.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapPage {
    /// Which one, from 0.
    pub page: u32,
    /// Width and height of its sheet.
    pub sheet: (u32, u32),
    /// What is shown of it; all where none is named.
    pub crop: Option<SheetPart>,
    /// The layers that are not shown.
    pub hidden_layers: BTreeSet<String>,
    /// Where the sheet lies.
    pub placement: Placement,
    /// Whether its scale is known.
    pub calibrated: bool,
}

/// What is known of an exhibitor, as a person types it or a list says it; categories by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExhibitorFields {
    /// Never empty.
    pub name: String,
    /// As the organiser writes it.
    pub country: String,
    /// Those that are not there yet are made.
    pub categories: Vec<String>,
    /// Whom to call.
    pub contact: String,
    /// The organiser's own words.
    pub note: String,
}

/// What becomes of those who are on a booth already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OnBooked {
    /// Nothing: the edit is refused, with who is there.
    Refuse,
    /// They share the booth, the newcomer as this.
    Share(Role),
    /// They get the newcomer's booth.
    Swap,
    /// They go back to the list, their stage kept.
    Replace,
}

/// Which number a booth has that several were merged into; its facts are those of the booth that had it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeepNumber {
    /// The first in the natural order.
    Lowest,
    /// The last in the natural order.
    Highest,
    /// That of the booth named first.
    First,
}

/// One change that a user makes to a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// The show's own facts.
    SetShow(Show),
    /// A new hall.
    AddHall(Hall),
    /// Another name or outline.
    ChangeHall(HallId, Hall),
    /// The hall and all that stands in it; its exhibitors go back to the list.
    RemoveHall(HallId),
    /// New things in a hall.
    Add {
        /// Which hall.
        hall: HallId,
        /// Booths.
        booths: Vec<NewBooth>,
        /// Walls, columns, doors and texts.
        structures: Vec<StructureShape>,
        /// How they came about.
        origin: Origin,
    },
    /// New things in a hall, out of a drawing, on the layer of this name; it is made where there is none.
    AddOnLayer {
        /// Which hall.
        hall: HallId,
        /// The layer's name.
        layer: String,
        /// Booths.
        booths: Vec<NewBooth>,
        /// Walls, columns and doors.
        structures: Vec<StructureShape>,
    },
    /// A new block with its booths.
    AddBlock {
        /// Where its booths stand.
        block: Block,
        /// Those of the places of its pattern that get one, in the order in which they are numbered.
        booths: Vec<NewCell>,
        /// How it came about.
        origin: Origin,
    },
    /// Another pattern of a block. Its booths keep their ids, numbers and bookings and stand where it has them now; new ones get
    /// the next free numbers. Of those that have no place any more, booths of which nothing is known are removed; one that is
    /// booked, blocked, locked or has a note stays where it stands and leaves the block.
    ChangeBlock {
        /// Which block.
        id: BlockId,
        /// What it becomes; its hall stays.
        block: Block,
        /// The places, row and column, that have a booth then.
        cells: Vec<(u32, u32)>,
        /// By how many rows and columns the places of its booths move on, where rows or columns come or go in front of them.
        shift: (i32, i32),
    },
    /// Blocks are forgotten; their booths stay.
    BreakUp(BTreeSet<BlockId>),
    /// Things made a second time: pasted or duplicated. Groups become new groups; locks are not copied.
    AddCopies {
        /// Into which hall.
        hall: HallId,
        /// Booths.
        booths: Vec<Copy<NewBooth>>,
        /// The blocks that are copied whole.
        blocks: Vec<CopiedBlock>,
        /// Walls, columns, doors and texts.
        structures: Vec<Copy<StructureShape>>,
        /// How they came about.
        origin: Origin,
    },
    /// A new hall with what stands in it from the start.
    AddFurnishedHall {
        /// The hall.
        hall: Hall,
        /// Its blocks of booths.
        blocks: Vec<NewBlock>,
        /// Its walls, doors and texts.
        structures: Vec<StructureShape>,
    },
    /// A hall with all that stands in it a second time, by this name. Booths get the next free numbers; bookings are not copied.
    DuplicateHall(HallId, String),
    /// A hall with all that stands in it, locked things too, seen in a mirror. Words and pictures stay readable.
    MirrorHall(HallId, Mirror),
    /// Things that go to another hall; exhibitors stay on their booths.
    MoveToHall {
        /// Which things.
        objects: Objects,
        /// Where they go.
        hall: HallId,
        /// How far from where they stood, in the coordinates of the halls.
        by: Offset,
    },
    /// A new layer.
    AddLayer(Layer),
    /// Another name of a layer, or it is hidden, shown, locked or unlocked.
    ChangeLayer(LayerId, Layer),
    /// A layer that is no longer wanted; its things go to the base layer.
    RemoveLayer(LayerId),
    /// Things that go to a layer; none is the base layer.
    SetLayer(Objects, Option<LayerId>),
    /// Things that are selected together from now on; groups that they were in lose them.
    Group(Objects),
    /// The groups of these things end.
    Ungroup(Objects),
    /// Things that stay as and where they are, or no longer.
    SetLocked(Objects, bool),
    /// A picture under a hall.
    AddMap(HallMap),
    /// A picture is changed.
    ChangeMap(MapId, MapChange),
    /// Other shapes.
    Reshape(Gesture, Shapes),
    /// Booths cut into parts. The largest part stays the booth that it was; the others get the next free numbers after it.
    /// All parts stay in its booking.
    Split {
        /// Which booths.
        booths: Vec<BoothId>,
        /// How each of them is cut.
        cut: Cut,
    },
    /// Neighbours become one booth. Their exhibitors share it, with the furthest stage that one of them had reached.
    Merge {
        /// Which booths, the one that was selected first in front.
        booths: Vec<BoothId>,
        /// Whose number is kept.
        number: KeepNumber,
    },
    /// Whether the columns that stand in booths are taken off their net area.
    CutColumns(BTreeSet<BoothId>, bool),
    /// Other words of a text, another kind of door, another thickness of a wall.
    ChangeStructure(StructureId, StructureShape),
    /// Things removed; the exhibitors of removed booths go back to the list.
    Remove(Objects),
    /// Another number.
    SetNumber(BoothId, Number),
    /// Other numbers of several booths at once: they may take each other's. Who is on them stays.
    Renumber(Vec<(BoothId, Number)>),
    /// Another category, by name; a category that is not there yet is made.
    SetCategory(BTreeSet<BoothId>, Option<String>),
    /// The category of the booths of a zone that have none of their own, by name; one that is not there yet is made.
    SetZoneCategory(StructureId, Option<String>),
    /// A new category.
    AddCategory(Category),
    /// Another name or colour of a category.
    ChangeCategory(CategoryId, Category),
    /// A category that nobody has goes.
    RemoveCategory(CategoryId),
    /// The open sides of these booths, fixed by hand; none: as they follow from what stands around.
    SetOpenSides(BTreeSet<BoothId>, Option<OpenSides>),
    /// Not for sale, or for sale again.
    SetBlocked(BTreeSet<BoothId>, bool),
    /// The organiser's own words about a booth.
    SetNote(BoothId, String),
    /// How far the bookings of these booths have come; held for nobody where there is no booking.
    SetStage(BTreeSet<BoothId>, Stage),
    /// The booths become available; their exhibitors go back to the list.
    Free(BTreeSet<BoothId>),
    /// An exhibitor gets booths.
    Place {
        /// Who.
        exhibitor: ExhibitorId,
        /// In this order.
        booths: Vec<BoothId>,
        /// What becomes of those who are there already.
        on_booked: OnBooked,
    },
    /// The booking of one booth goes to another.
    Rebook {
        /// Whose booking.
        from: BoothId,
        /// Where it goes.
        to: BoothId,
        /// What becomes of those who are there already.
        on_booked: OnBooked,
    },
    /// An exhibitor leaves a booth's booking.
    Leave {
        /// One of the booking's booths.
        booth: BoothId,
        /// Who leaves.
        exhibitor: ExhibitorId,
    },
    /// An exhibitor of a booth becomes a main or a co-exhibitor.
    SetRole {
        /// One of the booking's booths.
        booth: BoothId,
        /// Who.
        exhibitor: ExhibitorId,
        /// What it becomes.
        role: Role,
    },
    /// A new exhibitor.
    AddExhibitor(ExhibitorFields),
    /// Other facts about an exhibitor.
    ChangeExhibitor(ExhibitorId, ExhibitorFields),
    /// Another logo of an exhibitor, or none.
    SetLogo(ExhibitorId, Option<Logo>),
    /// Exhibitors leave the show.
    RemoveExhibitors(BTreeSet<ExhibitorId>),
    /// A line of a list: the exhibitor is added, or what the list says more of it is taken over; it gets these booths,
    /// shared with those who are there.
    TakeIn {
        /// Who.
        fields: ExhibitorFields,
        /// The booths that the list names, and that are there.
        booths: Vec<Number>,
        /// As what it shares a booth that somebody has.
        role: Role,
        /// How far its booking has come, where the list says so; else reserved.
        stage: Option<Stage>,
    },
    /// The booths that a drawing says are not for sale, by their numbers.
    SetBlockedNumbered(Vec<Number>),
    /// The booths that a drawing says are held, by their numbers: for nobody, since it names nobody.
    HoldNumbered(Vec<Number>),
    /// Several edits as one step.
    Together(EditName, Vec<Edit>),
}
