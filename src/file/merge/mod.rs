//! Three-way merge: two plans that were made from one base become one plan again, by id and by field.
//!
//! What one side alone changed is taken. Where both changed the same field differently, where one removed what the other
//! changed or needs, and where both together break a rule of the plan, there is a [`Clash`]; the merged plan keeps one of the
//! two by a rule that does not know which side is whose, so that both colleagues get the same plan. [`Choices`] settle clashes
//! otherwise. Nothing that a side did is lost without a clash that says so.

mod fields;
mod settle;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::Arc;

use self::fields::ByField;
use crate::plan::{
    BlockId, BookingId, BoothId, CategoryId, Change, Draft, ExhibitorId, HallId, LayerId, MapId, Number, Plan, Record,
    StructureId, Violation,
};

/// One of the two plans that are merged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The one that is open here.
    Ours,
    /// The one that came in.
    Theirs,
}

impl Side {
    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Ours => Self::Theirs,
            Self::Theirs => Self::Ours,
        }
    }
}

/// A record of any kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum RecordId {
    Show,
    Hall(HallId),
    Layer(LayerId),
    Block(BlockId),
    Structure(StructureId),
    Map(MapId),
    Category(CategoryId),
    Booth(BoothId),
    Exhibitor(ExhibitorId),
    Booking(BookingId),
}

/// What of a record may be changed by itself; what belongs together, such as a hall and a place in it, is one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Field {
    Name,
    Edition,
    Note,
    Outline,
    Place,
    Number,
    Category,
    Categories,
    Blocked,
    Layer,
    OpenSides,
    Columns,
    Colour,
    Visibility,
    Lock,
    Shape,
    Picture,
    Look,
    Country,
    Contact,
    Stage,
    Exhibitors,
    Booths,
}

/// Where both sides cannot have their way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The record concerned.
    pub record: RecordId,
    /// What happened to it.
    pub kind: ClashKind,
}

/// What happened to a record on which the sides clash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClashKind {
    /// Both changed this field, each in its own way.
    Field {
        /// Which.
        field: Field,
        /// Whose value the merged plan has.
        kept: Side,
    },
    /// One removed the record, the other changed it or something that needs it.
    Removed {
        /// Who removed it.
        by: Side,
        /// Whether it is gone; else it stays, as the other side has it.
        is_gone: bool,
    },
    /// Its number is another booth's after the merge: it got the next free one.
    Number {
        /// The number that it had.
        wanted: Number,
        /// The number that it got.
        got: Number,
    },
    /// Its name is another record's after the merge: it got another one.
    Name {
        /// The name that it had.
        wanted: String,
        /// The name that it got.
        got: String,
    },
    /// Both sides gave the booth to a booking: one keeps it, the other one has no booth here any more.
    BookedTwice {
        /// Whose booking keeps it.
        kept: Side,
        /// The booking that keeps it.
        keeps: BookingId,
        /// The booking that loses it.
        loses: BookingId,
    },
    /// One side booked the booth, the other blocked it: it is booked.
    BlockedAndBooked {
        /// Who blocked it.
        blocked_by: Side,
    },
}

/// Which side is to have its way: by record and field, or by record where one side removed it. A booth that both booked is
/// asked for by [`Field::Booths`].
pub type Choices = BTreeMap<(RecordId, Option<Field>), Side>;

/// Two plans made one.
#[derive(Clone, Debug)]
pub struct Merged {
    /// The plan that has what both did.
    pub plan: Plan,
    /// What came into ours.
    pub change: Change,
    /// Where the sides clash, in the order of records.
    pub clashes: Vec<Clash>,
}

/// Merges two plans that were made from one base.
///
/// # Errors
/// A rule of the plan that the merged plan would break; the sides are valid plans, so that this means a base of another show.
pub fn merge(base: &Plan, ours: &Plan, theirs: &Plan, choices: &Choices) -> Result<Merged, Violation> {
    let mut merging = Merging { base, ours, theirs, choices, draft: Draft::new(ours), clashes: Vec::new() };
    merging.merge_show();
    let (by_us, by_them) = (base.change_to(ours), base.change_to(theirs));
    merging.merge_records::<HallId>(&by_us, &by_them);
    merging.merge_records::<LayerId>(&by_us, &by_them);
    merging.merge_records::<BlockId>(&by_us, &by_them);
    merging.merge_records::<StructureId>(&by_us, &by_them);
    merging.merge_records::<MapId>(&by_us, &by_them);
    merging.merge_records::<CategoryId>(&by_us, &by_them);
    merging.merge_records::<BoothId>(&by_us, &by_them);
    merging.merge_records::<ExhibitorId>(&by_us, &by_them);
    merging.merge_records::<BookingId>(&by_us, &by_them);
    merging.settle();
    let Merging { draft, mut clashes, .. } = merging;
    let (plan, change) = draft.finish()?;
    clashes.sort_by_key(|clash| clash.record);
    clashes.dedup();
    Ok(Merged { plan, change, clashes })
}

/// A merge under way: a draft of our plan into which theirs is taken.
struct Merging<'plans> {
    base: &'plans Plan,
    ours: &'plans Plan,
    theirs: &'plans Plan,
    choices: &'plans Choices,
    draft: Draft<'plans>,
    clashes: Vec<Clash>,
}

impl Merging<'_> {
    fn side(&self, side: Side) -> &Plan {
        match side {
            Side::Ours => self.ours,
            Side::Theirs => self.theirs,
        }
    }

    fn clash(&mut self, record: RecordId, kind: ClashKind) {
        self.clashes.push(Clash { record, kind });
    }

    fn chosen(&self, record: RecordId, field: Option<Field>) -> Option<Side> {
        self.choices.get(&(record, field)).copied()
    }

    fn merge_show(&mut self) {
        let (base, ours, theirs) = (self.base.show(), self.ours.show(), self.theirs.show());
        let merged = self.merged(RecordId::Show, Some(base), ours, theirs);
        if merged != *ours {
            self.draft.set_show(merged);
        }
    }

    /// One record of two, field by field.
    fn merged<R: ByField>(&mut self, record: RecordId, base: Option<&R>, ours: &R, theirs: &R) -> R {
        let (choices, clashes) = (self.choices, &mut self.clashes);
        R::merged(base, ours, theirs, &mut |field, preferred| {
            let kept = choices.get(&(record, Some(field))).copied().unwrap_or(preferred);
            clashes.push(Clash { record, kind: ClashKind::Field { field, kept } });
            kept
        })
    }

    /// Takes over what they did to records of one kind.
    fn merge_records<I: Record + Into<RecordId>>(&mut self, by_us: &Change, by_them: &Change)
    where
        I::Data: ByField,
    {
        let ours: BTreeMap<I, &Option<Arc<I::Data>>> = I::deltas(by_us).iter().map(|delta| (delta.id, &delta.after)).collect();
        for delta in I::deltas(by_them) {
            let Some(our_record) = ours.get(&delta.id) else {
                match &delta.after {
                    Some(record) => self.draft.put(delta.id, record.as_ref().clone()),
                    None => self.draft.remove(delta.id),
                }
                continue;
            };
            match (our_record, &delta.after) {
                (None, None) => {}
                (Some(ours), Some(theirs)) => {
                    let merged = self.merged(delta.id.into(), delta.before.as_deref(), ours.as_ref(), theirs.as_ref());
                    self.draft.put(delta.id, merged);
                }
                (Some(changed), None) => self.removed_and_changed(delta.id, changed, Side::Theirs),
                (None, Some(changed)) => self.removed_and_changed(delta.id, changed, Side::Ours),
            }
        }
    }

    /// What one side removed and the other changed stays, unless it was chosen otherwise.
    fn removed_and_changed<I: Record + Into<RecordId>>(&mut self, id: I, changed: &Arc<I::Data>, by: Side) {
        let is_gone = self.chosen(id.into(), None) == Some(by);
        self.clash(id.into(), ClashKind::Removed { by, is_gone });
        if is_gone {
            self.draft.remove(id);
        } else {
            self.draft.put(id, changed.as_ref().clone());
        }
    }
}

macro_rules! record_ids {
    ($($id:ident $kind:ident)*) => {
        $(impl From<$id> for RecordId {
            fn from(id: $id) -> Self {
                Self::$kind(id)
            }
        })*
    };
}

record_ids! {
    HallId Hall
    LayerId Layer
    BlockId Block
    StructureId Structure
    MapId Map
    CategoryId Category
    BoothId Booth
    ExhibitorId Exhibitor
    BookingId Booking
}
