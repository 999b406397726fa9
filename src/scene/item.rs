//! What a scene is made of: finished shapes, lines, texts and pictures.

use smol_str::SmolStr;

use super::Role;
use crate::fonts::Style;
use crate::geometry::{Angle, Point};
use crate::plan::{BoothId, EmbeddedFile, MapId};

/// The corners of a shape, in order, without the first one again.
#[derive(Clone, Debug, PartialEq)]
pub enum Corners {
    /// Those of nearly every booth.
    Four([Point; 4]),
    /// Those of polygons and rounds.
    Many(Box<[Point]>),
}

impl Corners {
    /// All of them.
    #[must_use]
    pub fn as_slice(&self) -> &[Point] {
        match self {
            Self::Four(corners) => corners,
            Self::Many(corners) => corners,
        }
    }
}

/// The line around a shape, half of it inside.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edge {
    /// Its colour.
    pub role: Role,
    /// In points of the medium.
    pub width: f32,
}

/// Parallel lines inside a shape.
#[derive(Clone, Debug, PartialEq)]
pub struct Hatch {
    /// Their colour.
    pub role: Role,
    /// In points of the medium.
    pub width: f32,
    /// Each line's ends.
    pub lines: Vec<[Point; 2]>,
}

/// A filled or outlined shape.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// The booth that it is.
    pub booth: Option<BoothId>,
    /// Its corners; not always convex.
    pub corners: Corners,
    /// Its colour.
    pub fill: Option<Role>,
    /// The line around it.
    pub edge: Option<Edge>,
    /// The lines inside it.
    pub hatch: Option<Box<Hatch>>,
    /// Whether a map lies below, of which something is seen through its colour, but not through its edge and its lines.
    pub over_map: bool,
}

impl Shape {
    /// The floor under words that stand on something else.
    pub(super) const fn ground(corners: [Point; 4]) -> Self {
        Self {
            booth: None,
            corners: Corners::Four(corners),
            fill: Some(Role::HallFloor),
            edge: None,
            hatch: None,
            over_map: false,
        }
    }
}

/// How much of a booth's colour is seen over a map: as little as lets the map's lines be followed, as much as lets the booth's texts be
/// read and its status be told.
const OVER_MAP: f32 = 0.75;

/// How much of the colour of a shape is seen, and not what lies below it: all at 1.
#[must_use]
pub const fn fill_opacity(over_map: bool) -> f32 {
    if over_map { OVER_MAP } else { 1.0 }
}

/// A thin coat of colour through which what lies below is seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Wash {
    /// Its corners; not always convex.
    pub corners: Corners,
    /// Its colour.
    pub role: Role,
    /// How much of the colour is seen: nothing at 0, all at 1.
    pub opacity: f32,
}

/// A straight line with flat ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// One end.
    pub from: Point,
    /// The other end.
    pub to: Point,
    /// Its colour.
    pub role: Role,
    /// In points of the medium.
    pub width: f32,
}

/// Which part of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// The baseline's left end.
    Start,
    /// The baseline's middle.
    Middle,
    /// The baseline's right end.
    End,
}

/// A finished line of text: short enough for its place, never wrapped or cut by a painter.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// The booth that it belongs to. The texts of one booth follow each other and have the same angle.
    pub booth: Option<BoothId>,
    /// Where its baseline is.
    pub at: Point,
    /// Which part of the baseline is there.
    pub anchor: Anchor,
    /// The size of the type (1 em) in points of the medium.
    pub size: f32,
    /// The cut of the typeface.
    pub style: Style,
    /// Its colour.
    pub role: Role,
    /// Turned about `at`.
    pub angle: Angle,
    /// The words; short ones, as nearly all on a hall, are held without an allocation.
    pub words: SmolStr,
}

/// What a text of a booth says. Each kind has its own cut and place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BoothText {
    /// Its number.
    Number,
    /// The letter of its status.
    Status,
    /// Who is there.
    Names,
    /// What is shown there.
    Category,
}

impl Text {
    /// What it says of its booth; none where it belongs to none.
    #[must_use]
    pub fn of_booth(&self) -> Option<BoothText> {
        self.booth?;
        Some(match (self.style, self.anchor) {
            (Style::SemiBold, Anchor::End) => BoothText::Status,
            (Style::SemiBold, _) => BoothText::Number,
            (Style::Medium | Style::Italic, _) => BoothText::Names,
            (Style::Regular, _) => BoothText::Category,
        })
    }
}

/// A picture under the hall.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Picture {
    /// Which one.
    pub map: MapId,
    /// Where the picture's left top, right top, right bottom and left bottom corners lie.
    pub corners: [Point; 4],
}

/// The logo of an exhibitor on a booth. It lies on a white plate, for logos are made for paper.
#[derive(Clone, Debug, PartialEq)]
pub struct BoothLogo {
    /// The booth that it is on.
    pub booth: Option<BoothId>,
    /// The picture.
    pub file: EmbeddedFile,
    /// Where the picture's left top, right top, right bottom and left bottom corners lie.
    pub corners: [Point; 4],
    /// The corners of the plate.
    pub plate: [Point; 4],
}

/// Something to paint.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A picture.
    Picture(Picture),
    /// A shape.
    Shape(Shape),
    /// A thin coat of colour.
    Wash(Wash),
    /// A line.
    Line(Line),
    /// A text.
    Text(Text),
    /// A logo.
    Logo(Box<BoothLogo>),
}

/// What a hall looks like, in the hall's coordinates and in painting order: the floor, pictures under it, zones, walls, columns
/// and doors, then all booths, then all their texts and logos, then signs and the pictures in front.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// From the lowest to the topmost.
    pub items: Vec<Item>,
}
