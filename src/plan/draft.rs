//! A draft: a plan being changed, and the rules that it must keep to become one.

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::sync::Arc;

use imbl::OrdMap;
use imbl::ordmap::DiffItem;

use super::{
    Block, BlockId, Booking, BookingId, Booth, BoothId, Category, CategoryId, Change, Delta, Exhibitor, ExhibitorId, Hall,
    HallId, HallMap, Id, IdMint, Layer, LayerId, MapId, Plan, Show, Structure, StructureId, Violation,
};

/// An id whose records a plan keeps.
pub trait Record: Copy + Ord + Debug + From<Id> + 'static {
    /// What the id stands for.
    type Data: Clone + Debug + Eq + 'static;

    /// The id without its kind.
    fn id(self) -> Id;
    /// All records of this kind.
    fn all(plan: &Plan) -> &OrdMap<Self, Arc<Self::Data>>;
    /// Where a draft keeps them, and which it touched.
    #[doc(hidden)]
    fn parts<'d>(draft: &'d mut Draft<'_>) -> (&'d mut OrdMap<Self, Arc<Self::Data>>, &'d mut BTreeSet<Self>);
    /// Where a change lists them.
    fn deltas(change: &Change) -> &[Delta<Self, Self::Data>];
}

macro_rules! records {
    ($($id:ident $data:ident $field:ident)*) => {
        #[derive(Debug, Default)]
        pub(super) struct Touched {
            show: bool,
            $(pub(super) $field: BTreeSet<$id>,)*
        }

        impl Touched {
            fn extend(&mut self, other: Self) {
                self.show |= other.show;
                $(self.$field.extend(other.$field);)*
            }
        }

        $(impl Record for $id {
            type Data = $data;

            fn id(self) -> Id {
                $id::id(self)
            }

            fn all(plan: &Plan) -> &OrdMap<Self, Arc<$data>> {
                &plan.$field
            }

            fn parts<'d>(draft: &'d mut Draft<'_>) -> (&'d mut OrdMap<Self, Arc<$data>>, &'d mut BTreeSet<Self>) {
                (&mut draft.plan.$field, &mut draft.touched.$field)
            }

            fn deltas(change: &Change) -> &[Delta<Self, $data>] {
                &change.$field
            }
        })*

        fn change_between(base: &Plan, plan: &Plan, touched: &Touched) -> Change {
            Change {
                show: (touched.show && base.show != plan.show).then(|| (base.show.clone(), plan.show.clone())),
                $($field: deltas_between(&base.$field, &plan.$field, &touched.$field),)*
            }
        }

        impl Plan {
            /// The change that leads from this plan to another one. It takes as long as they differ, where one was made from
            /// the other; else as long as both are large.
            #[must_use]
            pub fn change_to(&self, other: &Self) -> Change {
                Change {
                    show: (self.show != other.show).then(|| (self.show.clone(), other.show.clone())),
                    $($field: differing(&self.$field, &other.$field),)*
                }
            }
        }

        impl Draft<'_> {
            /// Takes over what a change says, whatever was there.
            pub fn take(&mut self, change: &Change) {
                if let Some((_, after)) = &change.show {
                    self.set_show(after.as_ref().clone());
                }
                $(for delta in &change.$field {
                    let (all, touched) = <$id as Record>::parts(self);
                    touched.insert(delta.id);
                    match &delta.after {
                        Some(after) => all.insert(delta.id, after.clone()),
                        None => all.remove(&delta.id),
                    };
                })*
            }
        }
    };
}

records! {
    HallId Hall halls
    LayerId Layer layers
    BlockId Block blocks
    StructureId Structure structures
    MapId HallMap maps
    CategoryId Category categories
    BoothId Booth booths
    ExhibitorId Exhibitor exhibitors
    BookingId Booking bookings
}

fn deltas_between<I: Copy + Ord, R: Eq>(
    base: &OrdMap<I, Arc<R>>,
    plan: &OrdMap<I, Arc<R>>,
    touched: &BTreeSet<I>,
) -> Vec<Delta<I, R>> {
    touched
        .iter()
        .map(|id| Delta { id: *id, before: base.get(id).cloned(), after: plan.get(id).cloned() })
        .filter(|delta| delta.before != delta.after)
        .collect()
}

fn differing<I: Copy + Ord, R: Eq>(from: &OrdMap<I, Arc<R>>, to: &OrdMap<I, Arc<R>>) -> Vec<Delta<I, R>> {
    let delta = |item| match item {
        DiffItem::Add(id, after) => Delta { id: *id, before: None, after: Some(Arc::clone(after)) },
        DiffItem::Update { old: (id, before), new: (_, after) } => {
            Delta { id: *id, before: Some(Arc::clone(before)), after: Some(Arc::clone(after)) }
        }
        DiffItem::Remove(id, before) => Delta { id: *id, before: Some(Arc::clone(before)), after: None },
    };
    from.diff(to).map(delta).collect()
}

/// A plan being changed: read through [`Draft::plan`], written record by record, and made a plan again by [`Draft::finish`],
/// which refuses what breaks a rule. Who has which number, name and booking is as it was when the draft was last settled.
#[derive(Debug)]
pub struct Draft<'base> {
    base: &'base Plan,
    settled: Plan,
    pub(super) plan: Plan,
    pub(super) touched: Touched,
    touched_before: Touched,
    settlements: usize,
}

impl<'base> Draft<'base> {
    /// A draft that starts as `base`.
    #[must_use]
    pub fn new(base: &'base Plan) -> Self {
        Self {
            base,
            settled: base.clone(),
            plan: base.clone(),
            touched: Touched::default(),
            touched_before: Touched::default(),
            settlements: 0,
        }
    }

    /// The plan as drafted so far; its numbers, names and bookings are looked up as they were when it was last settled.
    #[must_use]
    pub const fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Sets the show's own facts.
    pub fn set_show(&mut self, show: Show) {
        self.plan.show = Arc::new(show);
        self.touched.show = true;
    }

    /// Makes or replaces a record.
    pub fn put<I: Record>(&mut self, id: I, record: I::Data) {
        let (all, touched) = I::parts(self);
        all.insert(id, Arc::new(record));
        touched.insert(id);
    }

    /// Makes a record with a new id.
    pub fn add<I: Record>(&mut self, mint: &mut IdMint, record: I::Data) -> I {
        let id = mint.mint();
        self.put(id, record);
        id
    }

    /// Changes a record where there is one.
    pub fn change<I: Record>(&mut self, id: I, change: impl FnOnce(&mut I::Data)) {
        if let Some(record) = self.plan.get(id) {
            let mut record = record.as_ref().clone();
            change(&mut record);
            self.put(id, record);
        }
    }

    /// Removes a record.
    pub fn remove<I: Record>(&mut self, id: I) {
        let (all, touched) = I::parts(self);
        all.remove(&id);
        touched.insert(id);
    }

    /// Brings numbers, names and bookings up to date, so that a further step of the same draft can look them up.
    ///
    /// # Errors
    /// The first rule that a record touched since the draft was last settled breaks.
    pub fn settle(&mut self) -> Result<(), Violation> {
        self.settle_last().map(drop)
    }

    /// The change since the draft was last settled.
    fn settle_last(&mut self) -> Result<Change, Violation> {
        let change = change_between(&self.settled, &self.plan, &self.touched);
        super::validity::settle(&mut self.plan, &change)?;
        self.touched_before.extend(std::mem::take(&mut self.touched));
        self.settled = self.plan.clone();
        self.settlements += 1;
        Ok(change)
    }

    /// The plan that the draft has become, and the change to it.
    ///
    /// # Errors
    /// The first rule that a touched record breaks.
    pub fn finish(mut self) -> Result<(Plan, Change), Violation> {
        let last = self.settle_last()?;
        let change = if self.settlements == 1 { last } else { change_between(self.base, &self.plan, &self.touched_before) };
        Ok((self.plan, change))
    }
}
