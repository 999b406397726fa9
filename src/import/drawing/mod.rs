//! Booths, columns, walls and doors out of a drawing that lies under a hall.
//!
//! [`DrawnHall::find`] says what a drawing holds, in the hall's coordinates: closed shapes in groups of one layer and colour, lines,
//! and texts. [`Choices`] says what becomes of each group; it begins with a guess. [`propose`] then reads numbers and
//! exhibitors, lists what has to be decided, and makes one edit of it.

mod find;
mod grid;
mod guess;
mod labels;
mod propose;
mod rings;
mod structures;
#[cfg(test)]
mod tests;

pub use propose::{Choices, Decision, DrawnProblem, DrawnReport, Proposal, ProposedBooth, propose};

use crate::geometry::{Angle, Area, Length, Outline, Point};
use crate::reader::Rgba;
use labels::LabelLayer;

/// What a group of shapes becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DrawnRole {
    /// Booths.
    Booths,
    /// Columns.
    Columns,
    /// Walls.
    Walls,
    /// Doors.
    Doors,
    /// Nothing.
    Ignored,
}

impl DrawnRole {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Booths, Self::Columns, Self::Walls, Self::Doors, Self::Ignored];
}

/// Shapes and lines of one layer and colour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawnGroup {
    /// The name of the layer; empty where it has none.
    pub layer: String,
    /// The colour of their inside, or of their line where they are not filled.
    pub colour: Rgba,
    /// Whether they are areas that single lines close, each with a text inside.
    pub by_lines: bool,
    /// How many closed shapes there are.
    pub shapes: usize,
    /// How many straight lines are no side of a closed shape.
    pub lines: usize,
    /// The smallest and the largest area; none without shapes.
    pub areas: Option<(Area, Area)>,
    /// How many hold a text that looks like a number.
    pub numbered: usize,
}

/// A closed shape.
#[derive(Clone, Debug)]
struct DrawnShape {
    group: usize,
    /// None where its edges cross.
    outline: Option<Outline>,
    centre: Point,
    area: Area,
    /// The smallest shapes around its centre that are larger than itself, the smallest first.
    around: Vec<usize>,
}

/// A straight line.
#[derive(Clone, Copy, Debug)]
struct DrawnLine {
    group: usize,
    from: Point,
    to: Point,
    width: Length,
}

/// A text.
#[derive(Clone, Debug)]
struct DrawnLabel {
    words: String,
    centre: Point,
    size: Length,
    angle: Angle,
    layer: LabelLayer,
    /// The smallest shapes around its centre, the smallest first.
    around: Vec<usize>,
}

/// What a drawing holds, in the coordinates of the hall that it lies in.
#[derive(Clone, Debug, Default)]
pub struct DrawnHall {
    groups: Vec<DrawnGroup>,
    shapes: Vec<DrawnShape>,
    lines: Vec<DrawnLine>,
    labels: Vec<DrawnLabel>,
}

impl DrawnHall {
    /// The groups, those with most numbered shapes first.
    #[must_use]
    pub fn groups(&self) -> &[DrawnGroup] {
        &self.groups
    }

    /// How much there is in it: shapes and texts.
    #[must_use]
    pub fn size(&self) -> usize {
        self.shapes.len() + self.labels.len()
    }

    /// How many texts it has.
    #[must_use]
    pub fn texts(&self) -> usize {
        self.labels.len()
    }
}
