//! Layers, groups and locks; the colours that a user can choose.

use super::{GroupId, LayerId};

/// Things that are shown, hidden and locked together. What has no layer is on the base layer, which is always there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layer {
    /// Unique in the show, compared without case.
    pub name: String,
    /// Not drawn, and not found by the pointer.
    pub hidden: bool,
    /// Drawn, but not selected or changed by the pointer.
    pub locked: bool,
}

/// To what a drawn thing belongs, and whether it stays as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Binding {
    /// Its layer; none is the base layer.
    pub layer: Option<LayerId>,
    /// What is selected with it: everything of the same group.
    pub group: Option<GroupId>,
    /// Whether it is kept from being moved or changed by the pointer.
    pub locked: bool,
}

/// A colour that a user can give a zone or a category; the palette knows its shades in light and dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tint {
    /// Blue.
    Blue,
    /// Blue with green in it.
    Teal,
    /// Green.
    Green,
    /// Green with yellow in it.
    Lime,
    /// Yellow.
    Yellow,
    /// Orange.
    Orange,
    /// Red.
    Red,
    /// Pink.
    Pink,
    /// Purple.
    Purple,
    /// Brown.
    Brown,
}

impl Tint {
    /// All of them, in the order in which they are offered and given.
    pub const ALL: [Self; 10] = [
        Self::Blue,
        Self::Orange,
        Self::Green,
        Self::Pink,
        Self::Teal,
        Self::Yellow,
        Self::Purple,
        Self::Lime,
        Self::Red,
        Self::Brown,
    ];

    /// The colour of the thing at this place of a list whose things were given none: neighbours differ.
    #[must_use]
    pub const fn in_turn(place: usize) -> Self {
        Self::ALL[place % Self::ALL.len()]
    }
}

/// On how many sides of a booth an aisle passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OpenSides {
    /// On none: nobody can get in.
    Enclosed,
    /// On one.
    Inline,
    /// On two that meet, or on the front and the back.
    Corner,
    /// On three: the end of a double row.
    Peninsula,
    /// All around.
    Island,
}

impl OpenSides {
    /// All of them, from the fewest to the most.
    pub const ALL: [Self; 5] = [Self::Enclosed, Self::Inline, Self::Corner, Self::Peninsula, Self::Island];

    /// So many sides; more than four are an island's.
    #[must_use]
    pub const fn of_count(count: usize) -> Self {
        match count {
            0 => Self::Enclosed,
            1 => Self::Inline,
            2 => Self::Corner,
            3 => Self::Peninsula,
            _ => Self::Island,
        }
    }
}
