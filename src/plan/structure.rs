//! What is drawn on a hall besides booths and pictures: walls, columns, doors, texts, zones and their kin.

use super::{Binding, CategoryId, HallId, Tint};
use crate::geometry::{Angle, Length, Mirror, Offset, Outline, Point};

/// What kind of door.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DoorKind {
    /// Visitors come in here.
    Entrance,
    /// An exit, also in an emergency.
    Exit,
    /// Any other door.
    Service,
}

/// What a utility gives a booth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UtilityKind {
    /// Electricity.
    Power,
    /// Water in and out.
    Water,
    /// A network socket.
    Network,
}

impl UtilityKind {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Power, Self::Water, Self::Network];
}

/// What is drawn on a hall besides booths and pictures, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StructureShape {
    /// A wall along a line.
    Wall {
        /// One end.
        from: Point,
        /// The other end.
        to: Point,
        /// Across the line, half to each side.
        thickness: Length,
    },
    /// A column.
    Column(Outline),
    /// A door, with its middle on a wall.
    Door {
        /// The middle of the opening.
        at: Point,
        /// Along the wall.
        width: Length,
        /// The wall's direction.
        angle: Angle,
        /// Who goes through.
        kind: DoorKind,
    },
    /// Words on the floor.
    Text {
        /// The middle of the words.
        at: Point,
        /// The height of a capital letter's line.
        height: Length,
        /// About the middle.
        angle: Angle,
        /// One line.
        text: String,
    },
    /// A named area, a pavilion for one: the booths whose middle lies in it belong to it.
    Zone {
        /// Its floor.
        outline: Outline,
        /// What it is called; never empty.
        name: String,
        /// Its colour.
        tint: Tint,
        /// The category of its booths that have none of their own.
        category: Option<CategoryId>,
    },
    /// Floor that no booth may stand on.
    NoBuild(Outline),
    /// A supply point in the floor.
    Utility {
        /// Where.
        at: Point,
        /// Of what.
        kind: UtilityKind,
        /// Its number or power, as the venue writes it: "E12", "16 A".
        number: String,
    },
    /// An arrow: the way in, the way round.
    Arrow {
        /// Where it begins.
        from: Point,
        /// Where its head is.
        to: Point,
    },
    /// A length that stays written on the plan.
    Dimension {
        /// One end of what is measured.
        from: Point,
        /// The other end.
        to: Point,
        /// How far beside it the line is drawn: to the right of the way from one end to the other; less than zero to the left.
        offset: Length,
    },
}

impl StructureShape {
    /// Its two ends where it is a line: a wall, an arrow, a dimension.
    #[must_use]
    pub const fn ends(&self) -> Option<(Point, Point)> {
        match self {
            Self::Wall { from, to, .. } | Self::Arrow { from, to } | Self::Dimension { from, to, .. } => Some((*from, *to)),
            _ => None,
        }
    }

    /// The same line between other ends; anything else stays as it is.
    #[must_use]
    pub fn with_ends(&self, start: Point, end: Point) -> Self {
        let mut shape = self.clone();
        if let Self::Wall { from, to, .. } | Self::Arrow { from, to } | Self::Dimension { from, to, .. } = &mut shape {
            (*from, *to) = (start, end);
        }
        shape
    }

    /// The same area with another outline; anything else stays as it is.
    #[must_use]
    pub fn with_area(&self, other: Outline) -> Self {
        let mut shape = self.clone();
        if let Self::Column(outline) | Self::NoBuild(outline) | Self::Zone { outline, .. } = &mut shape {
            *outline = other;
        }
        shape
    }

    /// The same elsewhere.
    #[must_use]
    pub fn moved(&self, by: Offset) -> Self {
        let mut shape = self.clone();
        match &mut shape {
            Self::Wall { from, to, .. } | Self::Arrow { from, to } | Self::Dimension { from, to, .. } => {
                (*from, *to) = (*from + by, *to + by);
            }
            Self::Column(outline) | Self::NoBuild(outline) | Self::Zone { outline, .. } => *outline = outline.moved(by),
            Self::Door { at, .. } | Self::Text { at, .. } | Self::Utility { at, .. } => *at = *at + by,
        }
        shape
    }

    /// The same on the other side of a mirror; words stay readable.
    #[must_use]
    pub fn mirrored(&self, mirror: Mirror) -> Self {
        let mut shape = self.clone();
        match &mut shape {
            Self::Wall { from, to, .. } | Self::Arrow { from, to } => {
                (*from, *to) = (mirror.point(*from), mirror.point(*to));
            }
            Self::Dimension { from, to, offset } => {
                // What lay to the right of the way lies to the left of the mirrored one.
                (*from, *to, *offset) = (mirror.point(*from), mirror.point(*to), -*offset);
            }
            Self::Column(outline) | Self::NoBuild(outline) | Self::Zone { outline, .. } => *outline = outline.mirrored(mirror),
            Self::Door { at, angle, .. } | Self::Text { at, angle, .. } => {
                (*at, *angle) = (mirror.point(*at), -*angle);
            }
            Self::Utility { at, .. } => *at = mirror.point(*at),
        }
        shape
    }

    /// Its outline where it is an area: a column, a zone, a no-build area.
    #[must_use]
    pub const fn area(&self) -> Option<&Outline> {
        match self {
            Self::Column(outline) | Self::NoBuild(outline) | Self::Zone { outline, .. } => Some(outline),
            _ => None,
        }
    }
}

/// Something drawn on a hall that is neither a booth nor a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Structure {
    /// The hall that it belongs to.
    pub hall: HallId,
    /// What and where it is.
    pub shape: StructureShape,
    /// Its layer, its group, and whether it is locked.
    pub binding: Binding,
}

impl Structure {
    /// Something just drawn.
    #[must_use]
    pub fn new(hall: HallId, shape: StructureShape) -> Self {
        Self { hall, shape, binding: Binding::default() }
    }
}
