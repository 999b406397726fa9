//! What an edit is called in the Edit menu.

use super::{Edit, Gesture, MapChange, Objects, OnBooked, Origin};
use crate::plan::{ExhibitorId, Layer, Number, Plan, Stage, Status};

/// What a gesture has hold of, and how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Things {
    /// Booths alone.
    Booths(usize),
    /// Walls, columns, doors, texts or pictures, perhaps with booths.
    Objects(usize),
}

impl Things {
    /// So many booths and so many others.
    #[must_use]
    pub const fn of(booths: usize, others: usize) -> Self {
        if others == 0 { Self::Booths(booths) } else { Self::Objects(booths + others) }
    }
}

/// How a layer was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LayerChange {
    /// It has another name.
    Rename,
    /// It is no longer drawn.
    Hide,
    /// It is drawn again.
    Show,
    /// Its things stay as they are.
    Lock,
    /// Its things can be changed again.
    Unlock,
}

impl LayerChange {
    fn between(before: Option<&Layer>, after: &Layer) -> Self {
        match before.map(|before| (before.hidden, before.locked)) {
            Some((false, _)) if after.hidden => Self::Hide,
            Some((true, _)) if !after.hidden => Self::Show,
            Some((_, false)) if after.locked => Self::Lock,
            Some((_, true)) if !after.locked => Self::Unlock,
            _ => Self::Rename,
        }
    }
}

/// How a map was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapChangeName {
    /// It got its true scale.
    Calibrate,
    /// Two of its points came to lie where they belong.
    Align,
    /// A part of it is shown.
    Crop,
    /// All of it is shown.
    ShowAll,
    /// It is faded more or less.
    Fade,
    /// Other layers of it are shown.
    Layers,
    /// Another page of its file is shown.
    Page,
    /// Another file took its place.
    Replace,
    /// It came over the booths.
    ToFront,
    /// It came under the booths.
    ToBack,
}

impl MapChangeName {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Calibrate,
        Self::Align,
        Self::Crop,
        Self::ShowAll,
        Self::Fade,
        Self::Layers,
        Self::Page,
        Self::Replace,
        Self::ToFront,
        Self::ToBack,
    ];

    const fn of(change: &MapChange) -> Self {
        match change {
            MapChange::Calibrate(_) => Self::Calibrate,
            MapChange::Align(_) => Self::Align,
            MapChange::Crop(Some(_)) => Self::Crop,
            MapChange::Crop(None) => Self::ShowAll,
            MapChange::Fade(_) => Self::Fade,
            MapChange::HideLayers(_) => Self::Layers,
            MapChange::Page(_) => Self::Page,
            MapChange::Replace { .. } => Self::Replace,
            MapChange::InFront(true) => Self::ToFront,
            MapChange::InFront(false) => Self::ToBack,
        }
    }
}

/// What an edit is called; `text` turns it into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditName {
    /// What was done before the program was started, in the words of that time.
    Earlier(String),
    /// So many records came in from another copy of the file.
    TakeIn(usize),
    /// Other facts about the show.
    ChangeShow,
    /// A hall was added.
    AddHall(String),
    /// A hall was changed.
    ChangeHall(String),
    /// A hall was removed.
    RemoveHall(String),
    /// A hall was duplicated; the name of the copy.
    DuplicateHall(String),
    /// A hall was mirrored.
    MirrorHall(String),
    /// So many things went to another hall.
    MoveToHall(Things, String),
    /// A layer was added.
    AddLayer(String),
    /// A layer was changed.
    ChangeLayer(LayerChange, String),
    /// A layer was removed.
    RemoveLayer(String),
    /// So many things went to a layer; none is the base layer.
    SetLayer(Things, Option<String>),
    /// So many things were grouped.
    Group(Things),
    /// So many things were ungrouped.
    Ungroup(Things),
    /// So many things were locked.
    Lock(Things),
    /// So many things were unlocked.
    Unlock(Things),
    /// So many booths were drawn.
    DrawBooths(usize),
    /// A wall, column, door or text was drawn.
    DrawStructure,
    /// So many things were pasted.
    Paste(Things),
    /// So many things were duplicated.
    Duplicate(Things),
    /// So many booths were read from a list.
    ImportBooths(usize),
    /// So many things were added out of a drawing.
    AddFromDrawing(Things),
    /// So many things were moved.
    Move(Things),
    /// So many things were resized.
    Resize(Things),
    /// So many things were rotated.
    Rotate(Things),
    /// So many things were aligned.
    Align(usize),
    /// So many things were distributed evenly.
    Distribute(usize),
    /// So many things were mirrored.
    Mirror(usize),
    /// So many things were arranged to a given aisle.
    ArrangeToAisle(usize),
    /// So many things were deleted.
    Delete(Things),
    /// So many things were cut.
    Cut(Things),
    /// A booth was split.
    Split(Number),
    /// So many booths were split.
    SplitBooths(usize),
    /// So many booths became one.
    Merge(usize),
    /// Columns were taken off the area of so many booths.
    CutColumns(usize),
    /// Columns count again as area of so many booths.
    KeepColumns(usize),
    /// So many booths of a block were laid out anew.
    ChangeBlock(usize),
    /// So many blocks were broken up.
    BreakUp(usize),
    /// A picture was put under a hall.
    AddMap(String),
    /// A picture was changed.
    ChangeMap(MapChangeName, String),
    /// A wall, column, door or text was changed.
    ChangeStructure,
    /// A booth got another number.
    Renumber {
        /// Its old one.
        from: Number,
        /// Its new one.
        to: Number,
    },
    /// So many booths were numbered.
    NumberBooths(usize),
    /// The category of so many booths.
    SetCategory(usize),
    /// A category was added.
    AddCategory(String),
    /// The name or the colour of a category.
    ChangeCategory(String),
    /// A category was deleted.
    RemoveCategory(String),
    /// The open sides of so many booths.
    SetOpenSides(usize),
    /// So many booths were blocked.
    Block(usize),
    /// So many booths were opened for sale.
    Unblock(usize),
    /// The note of a booth.
    ChangeNote(Number),
    /// The status of so many booths.
    SetStatus(usize, Status),
    /// So many booths were freed.
    Free(usize),
    /// An exhibitor was placed.
    Place {
        /// Who.
        exhibitor: String,
        /// On which booth, the first of them.
        number: Number,
    },
    /// An exhibitor joined others on a booth.
    Share(Number),
    /// Two bookings changed places.
    Swap(Number, Number),
    /// Those on a booth made room for somebody else.
    Replace(Number),
    /// A booking went from one booth to another.
    MoveBooking(Number, Number),
    /// An exhibitor left a booth.
    Leave {
        /// Who.
        exhibitor: String,
        /// Which booth.
        number: Number,
    },
    /// An exhibitor became a main or a co-exhibitor.
    SetRole(String),
    /// An exhibitor was added.
    AddExhibitor(String),
    /// An exhibitor was changed.
    ChangeExhibitor(String),
    /// An exhibitor got a logo.
    SetLogo(String),
    /// The logo of an exhibitor went.
    RemoveLogo(String),
    /// So many exhibitors were deleted.
    RemoveExhibitors(usize),
    /// So many exhibitors were read from a list.
    ImportExhibitors(usize),
}

impl Edit {
    /// What the edit is called when it is made on this plan.
    #[must_use]
    pub fn name(&self, plan: &Plan) -> EditName {
        let number = |id: crate::plan::BoothId| plan.get(id).map_or_else(unknown_number, |booth| booth.number.clone());
        let exhibitor = |id: ExhibitorId| plan.get(id).map_or_else(String::new, |exhibitor| exhibitor.name.clone());
        let hall = |id: crate::plan::HallId| plan.get(id).map_or_else(String::new, |hall| hall.name.clone());
        let category = |id: crate::plan::CategoryId| plan.get(id).map_or_else(String::new, |category| category.name.clone());
        let layer = |id: crate::plan::LayerId| plan.get(id).map_or_else(String::new, |layer| layer.name.clone());
        let map = |id: crate::plan::MapId| plan.get(id).map_or_else(String::new, |map| map.name.clone());
        match self {
            Self::SetShow(_) => EditName::ChangeShow,
            Self::AddHall(hall) => EditName::AddHall(hall.name.clone()),
            Self::ChangeHall(_, hall) => EditName::ChangeHall(hall.name.clone()),
            Self::RemoveHall(id) => EditName::RemoveHall(hall(*id)),
            Self::Add { booths, structures, origin, .. } => added(booths.len(), structures.len(), *origin),
            Self::AddOnLayer { booths, structures, .. } => EditName::AddFromDrawing(Things::of(booths.len(), structures.len())),
            Self::AddBlock { booths, origin, .. } => added(booths.len(), 0, *origin),
            Self::ChangeBlock { cells, .. } => EditName::ChangeBlock(cells.len()),
            Self::BreakUp(blocks) => EditName::BreakUp(blocks.len()),
            Self::AddCopies { booths, structures, origin, .. } => added(booths.len(), structures.len(), *origin),
            Self::AddFurnishedHall { hall, .. } => EditName::AddHall(hall.name.clone()),
            Self::DuplicateHall(_, name) => EditName::DuplicateHall(name.clone()),
            Self::MirrorHall(id, _) => EditName::MirrorHall(hall(*id)),
            Self::MoveToHall { objects, hall: to, .. } => EditName::MoveToHall(objects.things(), hall(*to)),
            Self::AddLayer(layer) => EditName::AddLayer(layer.name.clone()),
            Self::ChangeLayer(id, after) => {
                let change = LayerChange::between(plan.get(*id).map(AsRef::as_ref), after);
                EditName::ChangeLayer(change, after.name.clone())
            }
            Self::RemoveLayer(id) => EditName::RemoveLayer(layer(*id)),
            Self::SetLayer(objects, to) => EditName::SetLayer(objects.things(), to.map(layer)),
            Self::Group(objects) => EditName::Group(objects.things()),
            Self::Ungroup(objects) => EditName::Ungroup(objects.things()),
            Self::SetLocked(objects, true) => EditName::Lock(objects.things()),
            Self::SetLocked(objects, false) => EditName::Unlock(objects.things()),
            Self::AddMap(map) => EditName::AddMap(map.name.clone()),
            Self::ChangeMap(_, change @ MapChange::Replace { name, .. }) => {
                EditName::ChangeMap(MapChangeName::of(change), name.clone())
            }
            Self::ChangeMap(id, change) => EditName::ChangeMap(MapChangeName::of(change), map(*id)),
            Self::Reshape(Gesture::Move, shapes) => {
                EditName::Move(Things::of(shapes.booths.len(), shapes.len() - shapes.booths.len()))
            }
            Self::Reshape(Gesture::Resize, shapes) => {
                EditName::Resize(Things::of(shapes.booths.len(), shapes.len() - shapes.booths.len()))
            }
            Self::Reshape(Gesture::Rotate, shapes) => {
                EditName::Rotate(Things::of(shapes.booths.len(), shapes.len() - shapes.booths.len()))
            }
            Self::Reshape(Gesture::Align, shapes) => EditName::Align(shapes.len()),
            Self::Reshape(Gesture::Distribute, shapes) => EditName::Distribute(shapes.len()),
            Self::Reshape(Gesture::Mirror, shapes) => EditName::Mirror(shapes.len()),
            Self::Reshape(Gesture::Aisles, shapes) => EditName::ArrangeToAisle(shapes.len()),
            Self::Split { booths, .. } => match booths.as_slice() {
                [booth] => EditName::Split(number(*booth)),
                _ => EditName::SplitBooths(booths.len()),
            },
            Self::Merge { booths, .. } => EditName::Merge(booths.len()),
            Self::CutColumns(booths, true) => EditName::CutColumns(booths.len()),
            Self::CutColumns(booths, false) => EditName::KeepColumns(booths.len()),
            Self::ChangeStructure(..) | Self::SetZoneCategory(..) => EditName::ChangeStructure,
            Self::Remove(objects) => EditName::Delete(objects.things()),
            Self::SetNumber(booth, to) => EditName::Renumber { from: number(*booth), to: to.clone() },
            Self::Renumber(numbers) => match numbers.as_slice() {
                [(booth, to)] => EditName::Renumber { from: number(*booth), to: to.clone() },
                _ => EditName::NumberBooths(numbers.len()),
            },
            Self::SetCategory(booths, _) => EditName::SetCategory(booths.len()),
            Self::AddCategory(category) => EditName::AddCategory(category.name.clone()),
            Self::ChangeCategory(id, _) => EditName::ChangeCategory(category(*id)),
            Self::RemoveCategory(id) => EditName::RemoveCategory(category(*id)),
            Self::SetOpenSides(booths, _) => EditName::SetOpenSides(booths.len()),
            Self::SetBlocked(booths, true) => EditName::Block(booths.len()),
            Self::SetBlockedNumbered(booths) => EditName::Block(booths.len()),
            Self::SetBlocked(booths, false) => EditName::Unblock(booths.len()),
            Self::SetNote(booth, _) => EditName::ChangeNote(number(*booth)),
            Self::SetStage(booths, stage) => EditName::SetStatus(booths.len(), Stage::status(*stage)),
            Self::HoldNumbered(booths) => EditName::SetStatus(booths.len(), Status::Held),
            Self::Free(booths) => EditName::Free(booths.len()),
            Self::Place { exhibitor: who, booths, on_booked } => {
                let number = booths.first().map_or_else(unknown_number, |booth| number(*booth));
                match on_booked {
                    OnBooked::Share(_) => EditName::Share(number),
                    OnBooked::Replace => EditName::Replace(number),
                    OnBooked::Refuse | OnBooked::Swap => EditName::Place { exhibitor: exhibitor(*who), number },
                }
            }
            Self::Rebook { from, to, on_booked } => match on_booked {
                OnBooked::Refuse => EditName::MoveBooking(number(*from), number(*to)),
                OnBooked::Share(_) => EditName::Share(number(*to)),
                OnBooked::Swap => EditName::Swap(number(*from), number(*to)),
                OnBooked::Replace => EditName::Replace(number(*to)),
            },
            Self::Leave { booth, exhibitor: who } => EditName::Leave { exhibitor: exhibitor(*who), number: number(*booth) },
            Self::SetRole { exhibitor: who, .. } => EditName::SetRole(exhibitor(*who)),
            Self::AddExhibitor(fields) => EditName::AddExhibitor(fields.name.clone()),
            Self::ChangeExhibitor(_, fields) => EditName::ChangeExhibitor(fields.name.clone()),
            Self::SetLogo(who, Some(_)) => EditName::SetLogo(exhibitor(*who)),
            Self::SetLogo(who, None) => EditName::RemoveLogo(exhibitor(*who)),
            Self::RemoveExhibitors(exhibitors) => EditName::RemoveExhibitors(exhibitors.len()),
            Self::TakeIn { .. } => EditName::ImportExhibitors(1),
            Self::Together(name, _) => name.clone(),
        }
    }
}

impl Objects {
    /// What there is, and how many.
    #[must_use]
    pub fn things(&self) -> Things {
        Things::of(self.booths.len(), self.len() - self.booths.len())
    }
}

fn added(booths: usize, others: usize, origin: Origin) -> EditName {
    match origin {
        Origin::Drawn if booths == 0 => EditName::DrawStructure,
        Origin::Drawn => EditName::DrawBooths(booths),
        Origin::Pasted => EditName::Paste(Things::of(booths, others)),
        Origin::Duplicated => EditName::Duplicate(Things::of(booths, others)),
        Origin::Imported => EditName::ImportBooths(booths),
    }
}

/// Stands where a booth is gone; such an edit is refused, so that nobody reads it.
fn unknown_number() -> Number {
    Number::new("?").unwrap_or_else(|| unreachable!("a question mark is a number"))
}
