//! What the inspector shows of a selection: derived once, and kept until the selection or the plan changes.

use std::any::Any;
use std::sync::Arc;

use eframe::egui::{Id, Ui};

use super::shared;
use crate::app::view::Cx;
use crate::edit::Objects;
use crate::geometry::{Angle, Area, Bounds, Length, Offset, Outline};
use crate::plan::{BlockId, Booth, BoothId, CategoryId, HallId, LayerId, OpenSides, Participant, Stage, Status};

/// Numbers that a title lists.
const LISTED: usize = 4;

/// Of several selected booths; what they do not share is none.
pub struct Facts {
    /// In the order of their numbers.
    pub booths: Vec<BoothId>,
    /// The only one.
    pub only: Option<(BoothId, Arc<Booth>)>,
    /// Their block, where they are all of it.
    pub whole_block: Option<BlockId>,
    /// Whether one of them belongs to a block.
    pub of_block: bool,
    /// Some of their numbers.
    pub listed: String,
    /// All together.
    pub area: Area,
    pub hall: Option<HallId>,
    pub participants: Option<Vec<Participant>>,
    pub status: Option<Status>,
    /// Until when they are held.
    pub stage: Option<Option<Stage>>,
    pub width: Option<Length>,
    pub depth: Option<Length>,
    /// Around all of them before they are turned.
    pub bounds: Option<Bounds>,
    pub angle: Option<Angle>,
    pub area_of_each: Option<Area>,
    pub derived_sides: Option<OpenSides>,
    pub fixed_sides: Option<Option<OpenSides>>,
    pub category: Option<Option<CategoryId>>,
    /// What drafts of fields are kept under.
    salt: Id,
}

impl Facts {
    /// Those of the booths that are selected.
    pub fn of_selection(ui: &Ui, cx: &Cx<'_>) -> Arc<Self> {
        kept(ui, cx, || Self::new(cx))
    }

    fn new(cx: &Cx<'_>) -> Self {
        let (plan, index) = (cx.session.plan(), cx.session.index());
        let mut booths: Vec<_> = cx.session.selection().booths.iter().filter_map(|id| Some((*id, plan.get(*id)?))).collect();
        booths.sort_by_cached_key(|(_, booth)| booth.number.key());
        let mut listed: Vec<_> = booths.iter().take(LISTED).map(|(_, booth)| booth.number.to_string()).collect();
        if booths.len() > LISTED {
            listed.push("…".to_owned());
        }
        let areas: Vec<Area> = booths.iter().map(|(booth, _)| index.net_area(plan, *booth)).collect();
        let stage = |id: &BoothId| plan.booking_of(*id).and_then(|booking| plan.get(booking)).map(|booking| booking.stage);
        Self {
            only: if let [(id, booth)] = booths.as_slice() { Some((*id, Arc::clone(booth))) } else { None },
            whole_block: crate::tools::block::whole_block(plan, cx.session.selection()),
            of_block: booths.iter().any(|(_, booth)| booth.cell.is_some()),
            listed: listed.join(", "),
            area: areas.iter().fold(Area::default(), |all, area| all + *area),
            hall: shared(booths.iter().map(|(_, booth)| booth.hall)),
            participants: shared(booths.iter().map(|(id, _)| plan.participants(*id))).map(<[Participant]>::to_vec),
            status: shared(booths.iter().map(|(id, _)| plan.status(*id))),
            stage: shared(booths.iter().map(|(id, _)| stage(id))),
            width: shared(booths.iter().map(|(_, booth)| booth.outline.size().width)),
            depth: shared(booths.iter().map(|(_, booth)| booth.outline.size().depth)),
            bounds: booths.iter().map(|(_, booth)| unturned(&booth.outline)).reduce(Bounds::union),
            angle: shared(booths.iter().map(|(_, booth)| booth.outline.angle())),
            area_of_each: shared(areas.into_iter()),
            derived_sides: shared(booths.iter().map(|(id, _)| index.derived_open_sides(plan, *id))).flatten(),
            fixed_sides: shared(booths.iter().map(|(_, booth)| booth.open_sides)),
            category: shared(booths.iter().map(|(_, booth)| booth.category)),
            salt: booths.iter().fold(Id::unique("booths"), |id, (booth, _)| id.with(booth)),
            booths: booths.into_iter().map(|(id, _)| id).collect(),
        }
    }

    /// Where the drafts of a field are kept.
    pub fn key(&self, field: &str) -> Id {
        self.salt.with(field)
    }
}

/// On which layer the selection is, and whether it can be changed.
pub struct Bound {
    /// The layer that all of it is on; none is the base layer.
    pub layer: Option<Option<LayerId>>,
    /// Whether a layer holds some of it.
    pub by_layer: bool,
    /// Whether all of it is locked by itself.
    pub locked: bool,
}

impl Bound {
    /// That of the selection.
    pub fn of_selection(ui: &Ui, cx: &Cx<'_>) -> Arc<Self> {
        let (plan, selection) = (cx.session.plan(), cx.session.selection());
        kept(ui, cx, || Self {
            layer: shared(selection.bindings(plan).map(|binding| binding.layer)),
            by_layer: selection.bindings(plan).any(|binding| !binding.locked && plan.is_locked(binding)),
            locked: selection.bindings(plan).all(|binding| binding.locked),
        })
    }
}

/// The box of an outline before it is turned: its corner is what X and Y name.
fn unturned(outline: &Outline) -> Bounds {
    match outline {
        Outline::Rectangle { origin, size, .. } => Bounds::between(*origin, *origin + Offset::new(size.width, size.depth)),
        other => other.bounds(),
    }
}

/// What was derived, and from what.
struct Kept<T> {
    revision: u64,
    selection: Objects,
    value: Arc<T>,
}

/// What `derive` gives, from the frame in which the selection or the plan last changed.
fn kept<T: Any + Send + Sync>(ui: &Ui, cx: &Cx<'_>, derive: impl FnOnce() -> T) -> Arc<T> {
    let key = Id::unique("kept of the selection").with(std::any::TypeId::of::<T>());
    let (revision, selection) = (cx.session.revision(), cx.session.selection());
    let before: Option<Arc<Kept<T>>> = ui.data(|data| data.get_temp(key));
    if let Some(before) = before.filter(|before| before.revision == revision && before.selection == *selection) {
        return Arc::clone(&before.value);
    }
    let value = Arc::new(derive());
    let kept = Arc::new(Kept { revision, selection: selection.clone(), value: Arc::clone(&value) });
    ui.data_mut(|data| data.insert_temp(key, kept));
    value
}
