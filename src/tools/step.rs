//! What a tool answers.

use super::typing::Typing;
use crate::edit::{Edit, Objects, Shapes};
use crate::geometry::{Angle, Area, Bounds, Length, Offset, Outline, Point, Size};
use crate::plan::{BoothId, MapId, Number, SheetPart, StructureShape};

/// What an event does.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Step {
    /// What is selected from now on, where that changes.
    pub select: Option<Objects>,
    /// The edit to make.
    pub edit: Option<Edit>,
    /// What the session should do.
    pub request: Option<Request>,
    /// What to show until the next step.
    pub preview: Preview,
}

/// What a tool cannot do itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Ask for the words that go here.
    TextAt(Point),
    /// Ask for the true length of this line on a picture.
    Calibrate {
        /// Which picture.
        map: MapId,
        /// One end.
        from: Point,
        /// The other end.
        to: Point,
    },
    /// Number booths along this path.
    NumberAlong {
        /// Its corners; none where it was given up.
        path: Vec<Point>,
        /// Whether it is finished; else more of it may follow.
        ended: bool,
    },
    /// Show the figures of what is selected: it was double-clicked.
    OpenInspector,
    /// Escape with nothing going on: the user is done with the tool.
    BackToSelect,
    /// Move the view so that what is under the pointer follows it by so much.
    Pan(Offset),
}

/// What to show while a gesture goes on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preview {
    /// Things as they would be.
    pub shapes: Shapes,
    /// Booths that would be made.
    pub new_booths: Vec<Outline>,
    /// Booths that would be removed.
    pub gone: Vec<BoothId>,
    /// Walls, columns and doors that would be made.
    pub new_structures: Vec<StructureShape>,
    /// The path that is being drawn.
    pub path: Vec<Point>,
    /// The corners of a shape or a cut that is being drawn, the last one where the pointer is.
    pub corners: Vec<Point>,
    /// Booths that would be made of others, with their numbers and areas.
    pub parts: Vec<Part>,
    /// Lines that something is aligned with.
    pub guides: Vec<Guide>,
    /// Gaps to neighbours, and lines that are measured: shown with their lengths.
    pub distances: Vec<Distance>,
    /// The point about which the selection turns, where the user chose one.
    pub pivot: Option<Point>,
    /// What is shown of a map, or would be; it is drawn with its handles.
    pub crop: Option<(MapId, SheetPart)>,
    /// The box that selects what it touches.
    pub marquee: Option<Bounds>,
    /// Figures to show beside the pointer.
    pub measure: Option<Measure>,
    /// What is typed instead of them.
    pub typing: Option<Typing>,
    /// What the pointer looks like.
    pub cursor: Cursor,
    /// What to tell the user.
    pub hint: Hint,
}

/// A booth that would be made of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its outline.
    pub outline: Outline,
    /// Its number.
    pub number: Number,
}

/// A line that something is aligned with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guide {
    /// One end.
    pub from: Point,
    /// The other end.
    pub to: Point,
    /// What is aligned.
    pub kind: GuideKind,
}

/// What is aligned along a guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GuideKind {
    /// Edges of things.
    Edge,
    /// Middles of things.
    Centre,
    /// Something with a wall, the hall's outline or a line of a picture.
    Line,
}

/// A line that is shown with its length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Distance {
    /// One end.
    pub from: Point,
    /// The other end.
    pub to: Point,
    /// Why it is shown.
    pub kind: DistanceKind,
}

/// Why a length is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DistanceKind {
    /// It is the gap to a neighbour.
    Gap,
    /// It is one of several gaps that are equal.
    Equal,
    /// It is as wide as the usual aisle.
    Aisle,
    /// It is being measured.
    Measured,
}

impl Distance {
    /// A line that is measured.
    #[must_use]
    pub const fn measured(from: Point, to: Point) -> Self {
        Self { from, to, kind: DistanceKind::Measured }
    }

    /// How long it is.
    #[must_use]
    pub fn length(&self) -> Length {
        self.from.distance(self.to)
    }
}

/// Figures of a gesture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// The size of what is drawn or resized.
    Size(Size),
    /// A block.
    Block {
        /// Rows of booths.
        rows: u32,
        /// Booths in a row.
        columns: u32,
        /// Booths.
        count: usize,
        /// The whole block, aisles included.
        size: Size,
        /// Of all its booths.
        area: Area,
    },
    /// A block that has no rows and columns.
    Booths {
        /// Booths.
        count: usize,
        /// Of all of them.
        area: Area,
    },
    /// How far things were moved.
    Movement(Offset),
    /// The angle of one thing, or by how much several were turned.
    Angle(Angle),
    /// The length of a line.
    Length(Length),
    /// A way that is measured.
    Path {
        /// From its beginning to its end.
        total: Length,
        /// To the right and down, where it is one line.
        way: Option<Offset>,
        /// The floor within, where it is closed.
        area: Option<Area>,
    },
    /// A round.
    Round {
        /// Across it.
        diameter: Length,
        /// Inside it.
        area: Area,
    },
    /// The area of a polygon.
    Area(Area),
    /// How many things a marquee touches.
    Count(usize),
}

/// What the pointer looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cursor {
    /// An arrow.
    #[default]
    Arrow,
    /// A cross, to draw with.
    Cross,
    /// Four arrows: it can be moved.
    Move,
    /// Left and right.
    ResizeHorizontal,
    /// Up and down.
    ResizeVertical,
    /// From the left top to the right bottom.
    ResizeFalling,
    /// From the left bottom to the right top.
    ResizeRising,
    /// Round.
    Rotate,
    /// An open hand.
    Grab,
    /// A closed hand.
    Grabbing,
    /// A text cursor.
    Text,
    /// Nothing can be done here.
    NotAllowed,
}

/// What to tell the user at this moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Hint {
    /// Click to select, drag to move, drag on the floor to select several.
    #[default]
    Select,
    /// Release to put it here; Shift keeps the direction, Ctrl or Alt suspends snapping.
    Moving,
    /// Shift keeps the proportion.
    Resizing,
    /// Turns in steps of 15 degrees; Ctrl or Alt turns freely.
    Rotating,
    /// Everything that the box touches is selected; Shift adds.
    Marquee,
    /// Click to put a booth of the usual size, drag to draw one.
    Booth,
    /// Release to make the booth.
    DrawingBooth,
    /// Click to put the first corner of a booth.
    Polygon,
    /// Click to put the next corner; Shift keeps to right angles, Backspace takes the last corner back.
    DrawingPolygon,
    /// Click to put the next corner; a click on the first, a double click or Enter closes the shape.
    ClosingPolygon,
    /// The edges of a polygon must not cross.
    PolygonCrosses,
    /// Release to put the corner here; on its neighbour it goes. Shift keeps a direction, or moves the whole edge.
    Corner,
    /// Click to put a round booth of the usual size, drag to draw one.
    Round,
    /// Drag a line across the booth to be split.
    Split,
    /// Release to split; Shift keeps to the booth's own directions.
    Splitting,
    /// There is no booth under this line.
    NoBoothHere,
    /// The parts would be too small.
    NoParts,
    /// Drag over the floor that the block should take; Shift turns its rows.
    Block,
    /// Release to make the block.
    DrawingBlock,
    /// Click where the booths' fronts begin, then corner by corner; or drag.
    BlockLine,
    /// Click the next corner; a double click or Enter makes the block.
    DrawingBlockLine,
    /// Click both ends of the arc, then a point between them.
    BlockArc,
    /// Click a point through which the arc goes.
    DrawingBlockArc,
    /// Click a zone, drag a box or click the corners of the floor to fill.
    BlockFill,
    /// Release to make the block; click the first corner, a double click or Enter to close a polygon.
    DrawingBlockFill,
    /// Drag a handle: booths come and go.
    ResizingBlock,
    /// Drag from one end of the wall to the other, or click corner by corner; Shift keeps to steps of 45 degrees.
    Wall,
    /// Click at the next corner; a double click, Enter or Escape ends the wall.
    WallGoesOn,
    /// Drag a zone, or click corner by corner.
    Zone,
    /// Drag the floor that is kept free, or click corner by corner.
    NoBuild,
    /// Drag the corners of the hall, or draw another outline.
    HallOutline,
    /// Click at the next corner; one on the first, a double click or Enter closes the shape.
    DrawingArea,
    /// Drag from where the arrow begins to where its head is.
    Arrow,
    /// Click where the supply point is.
    Utility,
    /// Click to put a column of the usual size, drag to draw one.
    Column,
    /// Click on the hall's outline or on a wall.
    Door,
    /// There is no wall here.
    NoWallHere,
    /// Click where the words go.
    Text,
    /// Drag along a line to measure it, or click from point to point.
    Measure,
    /// Click on; a double click ends, the first point closes.
    Measuring,
    /// Click at both ends of what the dimension tells.
    Dimension,
    /// Click where its line is drawn.
    DimensionLine,
    /// Drag the point about which the selection turns; a click on the handle puts it away.
    Pivot,
    /// Drag along something on the picture whose length is known.
    Calibrate,
    /// There is no picture here.
    NoPictureHere,
    /// Click a point of the map.
    AlignMap,
    /// Click where it belongs.
    AligningMap,
    /// Click a second point of the map; Enter leaves it as it lies.
    AlignMapSecond,
    /// Click where that one belongs; Shift keeps the scale.
    AligningMapSecond,
    /// This picture is locked.
    MapLocked,
    /// Drag the edges of what is shown, or a rectangle; a double click shows all.
    CropMap,
    /// Release to show this part alone.
    CroppingMap,
    /// Click along the booths in the order of their numbers, or draw with the button held.
    Path,
    /// Click for the next corner, double-click to end.
    DrawingPath,
    /// Drag to move the view.
    Pan,
}

impl Hint {
    /// All of them.
    pub const ALL: [Self; 55] = [
        Self::Select,
        Self::Moving,
        Self::Resizing,
        Self::Rotating,
        Self::Marquee,
        Self::Booth,
        Self::DrawingBooth,
        Self::Polygon,
        Self::DrawingPolygon,
        Self::ClosingPolygon,
        Self::PolygonCrosses,
        Self::Corner,
        Self::Round,
        Self::Split,
        Self::Splitting,
        Self::NoBoothHere,
        Self::NoParts,
        Self::Block,
        Self::DrawingBlock,
        Self::BlockLine,
        Self::DrawingBlockLine,
        Self::BlockArc,
        Self::DrawingBlockArc,
        Self::BlockFill,
        Self::DrawingBlockFill,
        Self::ResizingBlock,
        Self::Wall,
        Self::WallGoesOn,
        Self::Zone,
        Self::NoBuild,
        Self::HallOutline,
        Self::DrawingArea,
        Self::Arrow,
        Self::Utility,
        Self::Column,
        Self::Door,
        Self::NoWallHere,
        Self::Text,
        Self::Measure,
        Self::Measuring,
        Self::Dimension,
        Self::DimensionLine,
        Self::Pivot,
        Self::Calibrate,
        Self::NoPictureHere,
        Self::AlignMap,
        Self::AligningMap,
        Self::AlignMapSecond,
        Self::AligningMapSecond,
        Self::MapLocked,
        Self::CropMap,
        Self::CroppingMap,
        Self::Path,
        Self::DrawingPath,
        Self::Pan,
    ];
}

impl Preview {
    /// Nothing but a pointer and a hint.
    pub(super) fn idle(cursor: Cursor, hint: Hint) -> Self {
        Self { cursor, hint, ..Self::default() }
    }
}

impl Step {
    pub(super) fn showing(preview: Preview) -> Self {
        Self { preview, ..Self::default() }
    }
}
