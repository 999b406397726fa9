//! One record of two, field by field.

use std::cmp::Ordering;
use std::fmt::Debug;

use super::{Field, Side};
use crate::plan::{Block, Booking, Booth, Category, Exhibitor, Hall, HallMap, Layer, Show, Structure};

/// Asked where both sides changed a field, with the side that the rule prefers: whose value is taken.
pub(super) type OnClash<'a> = &'a mut dyn FnMut(Field, Side) -> Side;

/// A record whose fields are merged one by one.
pub(super) trait ByField: Clone + Eq {
    /// The record that has what both sides changed in it.
    fn merged(base: Option<&Self>, ours: &Self, theirs: &Self, on_clash: OnClash<'_>) -> Self;
}

/// Whose value of a field is taken.
fn side<T: Eq + Debug>(field: Field, base: Option<&T>, ours: &T, theirs: &T, on_clash: OnClash<'_>) -> Side {
    if ours == theirs || base == Some(theirs) {
        Side::Ours
    } else if base == Some(ours) {
        Side::Theirs
    } else {
        on_clash(field, preferred(ours, theirs))
    }
}

/// The rule that does not know whose value is whose: the one that is written later in the alphabet.
fn preferred<T: Debug>(ours: &T, theirs: &T) -> Side {
    if format!("{ours:?}") >= format!("{theirs:?}") { Side::Ours } else { Side::Theirs }
}

macro_rules! by_field {
    ($($record:ident { $($field:ident: $($part:ident)+;)* })*) => {
        $(impl ByField for $record {
            fn merged(base: Option<&Self>, ours: &Self, theirs: &Self, on_clash: OnClash<'_>) -> Self {
                // Every field is named here, so that a new one is not forgotten.
                let $record { $($($part: _,)+)* } = ours;
                let mut merged = ours.clone();
                $({
                    let parts = |record: &Self| ($(record.$part.clone(),)+);
                    let base = base.map(parts);
                    if side(Field::$field, base.as_ref(), &parts(ours), &parts(theirs), on_clash) == Side::Theirs {
                        ($(merged.$part,)+) = parts(theirs);
                    }
                })*
                merged
            }
        })*
    };
}

by_field! {
    Show { Name: name; Edition: edition; Note: note; }
    Hall { Name: name; Outline: outline; }
    Layer { Name: name; Visibility: hidden; Lock: locked; }
    Block { Place: hall pattern; Shape: booth spacing; }
    Structure { Shape: hall shape; Layer: binding; }
    HallMap {
        Name: name;
        Picture: file page sheet crop hall placement calibrated;
        Look: in_front fade hidden_layers;
        Layer: binding;
    }
    Category { Name: name; Colour: colour; }
    Booth {
        Place: hall outline cell;
        Number: number;
        Category: category;
        Blocked: blocked;
        Note: note;
        Layer: binding;
        OpenSides: open_sides;
        Columns: columns_cut;
    }
    Exhibitor { Name: name; Country: country; Categories: categories; Contact: contact; Note: note; Picture: logo; }
}

impl ByField for Booking {
    fn merged(base: Option<&Self>, ours: &Self, theirs: &Self, on_clash: OnClash<'_>) -> Self {
        let Self { participants: _, booths: _, stage: _ } = ours;
        let stage = |record: &Self| record.stage;
        let stage = match side(Field::Stage, base.map(stage).as_ref(), &ours.stage, &theirs.stage, &mut |field, by_rule| {
            let further = ours.stage.status().cmp(&theirs.stage.status());
            on_clash(
                field,
                match further {
                    Ordering::Less => Side::Theirs,
                    Ordering::Equal => by_rule,
                    Ordering::Greater => Side::Ours,
                },
            )
        }) {
            Side::Ours => ours.stage,
            Side::Theirs => theirs.stage,
        };
        let participants = |record: &Self| record.participants.clone();
        let booths = |record: &Self| record.booths.clone();
        let exhibitor = |participant: &crate::plan::Participant| participant.exhibitor;
        Self {
            participants: list(
                Field::Exhibitors,
                base.map(participants),
                participants(ours),
                participants(theirs),
                exhibitor,
                on_clash,
            ),
            booths: list(Field::Booths, base.map(booths), booths(ours), booths(theirs), |booth| *booth, on_clash),
            stage,
        }
    }
}

/// A list that has what each side added and has not what either removed. Where one side replaced something and the other
/// added something, they mean different lists.
fn list<T: Copy + Eq + Debug, K: Ord>(
    field: Field,
    base: Option<Vec<T>>,
    ours: Vec<T>,
    theirs: Vec<T>,
    key: impl Fn(&T) -> K,
    on_clash: OnClash<'_>,
) -> Vec<T> {
    if ours == theirs {
        return ours;
    }
    if let Some(base) = base {
        if base == theirs {
            return ours;
        }
        if base == ours {
            return theirs;
        }
        let kept_by = |side: &[T]| base.iter().copied().filter(|item| side.contains(item)).collect::<Vec<_>>();
        let added_by = |side: &[T]| side.iter().copied().filter(|item| !base.contains(item)).collect::<Vec<_>>();
        let is_ordered = |side: &[T]| side.starts_with(&kept_by(side));
        let (by_us, by_them) = (added_by(&ours), added_by(&theirs));
        let replaced = kept_by(&ours).len() < base.len() || kept_by(&theirs).len() < base.len();
        let both_added = !by_us.is_empty() && !by_them.is_empty();
        let mut added: Vec<T> = by_us.iter().chain(by_them.iter().filter(|item| !by_us.contains(item))).copied().collect();
        added.sort_by_key(&key);
        let is_twice = added.windows(2).any(|pair| key(&pair[0]) == key(&pair[1]));
        // What one side changed in place the other took away.
        let lacks = |side: &[T], item: &T| side.iter().all(|other| key(other) != key(item));
        let was = |item: &T| base.iter().any(|other| key(other) == key(item));
        let is_gone = by_us.iter().any(|item| was(item) && lacks(&theirs, item))
            || by_them.iter().any(|item| was(item) && lacks(&ours, item));
        let means_another_list = is_gone || is_twice || (both_added && replaced) || !is_ordered(&ours) || !is_ordered(&theirs);
        if !means_another_list {
            let stays = |item: &T| ours.contains(item) && theirs.contains(item);
            let merged: Vec<T> = base.into_iter().filter(stays).chain(added).collect();
            // Each took away another half: that nothing is left is what neither wanted.
            if !merged.is_empty() || ours.is_empty() || theirs.is_empty() {
                return merged;
            }
        }
    }
    match on_clash(field, preferred(&ours, &theirs)) {
        Side::Ours => ours,
        Side::Theirs => theirs,
    }
}
