//! What pointer and keys do on a hall: one small state machine per tool, with snapping; events in, previews and edits out.
//! A gesture is previewed from its start and its whole movement, releasing makes one edit, Escape makes none; nothing here
//! knows a window.

mod arrange;
pub mod block;
mod booth;
mod calibrate;
mod clipboard;
mod column;
mod door;
mod draw;
mod frame;
mod keyboard;
mod pan;
mod path;
mod select;
mod settings;
mod snap;
mod step;
mod text;
mod transform;
mod wall;

pub use arrange::{duplicate, nudge, rotate};
pub use calibrate::{calibrated, calibrated_by_width};
pub use clipboard::Clipboard;
pub use frame::{Frame, Handle, frame, handles, selection_bounds};
pub use keyboard::{Direction, extend, next_booth, next_in_order};
pub use settings::{BlockSettings, ToolSettings};
pub use snap::{Edges, Targets, align, distances, guides};
pub use step::{Cursor, Distance, Guide, Hint, Measure, Preview, Request, Step};

use crate::edit::Objects;
use crate::geometry::{Length, Point};
use crate::index::Index;
use crate::plan::{HallId, Plan};

/// Screen points that the pointer goes before a press becomes a drag.
pub const DRAG_THRESHOLD: i64 = 4;

/// A tool of the rail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ToolKind {
    /// Selects, moves, resizes, rotates.
    Select,
    /// Draws one booth.
    Booth,
    /// Draws rows of booths.
    Block,
    /// Draws a wall.
    Wall,
    /// Puts a column.
    Column,
    /// Puts a door on the hall's outline or on a wall.
    Door,
    /// Puts words on the floor.
    Text,
    /// Measures a line of known length on a picture.
    Calibrate,
    /// Draws the path along which booths are numbered.
    Path,
    /// Moves the view.
    Pan,
}

impl ToolKind {
    /// All of them, in the order of the rail.
    pub const ALL: [Self; 10] = [
        Self::Select,
        Self::Booth,
        Self::Block,
        Self::Wall,
        Self::Column,
        Self::Door,
        Self::Text,
        Self::Calibrate,
        Self::Path,
        Self::Pan,
    ];
}

/// Keys held while the pointer does something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Modifiers {
    /// Adds to the selection; keeps a direction or a proportion.
    pub shift: bool,
    /// Suspends snapping; Command on a Mac.
    pub control: bool,
    /// Suspends snapping.
    pub alt: bool,
}

impl Modifiers {
    /// Whether a key that suspends snapping is held.
    #[must_use]
    pub const fn suspend_snapping(self) -> bool {
        self.control || self.alt
    }
}

/// What the pointer did, in coordinates of the hall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The main button went down.
    Press {
        /// Where.
        at: Point,
        /// With which keys.
        modifiers: Modifiers,
        /// 1, or 2 for the second press of a double click.
        clicks: u8,
    },
    /// The pointer moved, with or without the button, or a key went down or up.
    Move {
        /// Where to.
        at: Point,
        /// With which keys.
        modifiers: Modifiers,
    },
    /// The main button went up.
    Release {
        /// Where.
        at: Point,
        /// With which keys.
        modifiers: Modifiers,
    },
    /// Escape, or the window lost the pointer.
    Cancel,
}

/// What a tool may know.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The plan as it is.
    pub plan: &'a Plan,
    /// Where things are in it.
    pub index: &'a Index,
    /// The hall that is shown.
    pub hall: HallId,
    /// What is selected.
    pub selection: &'a Objects,
    /// What the user set.
    pub settings: &'a ToolSettings,
    /// The length in the hall of one point of the screen.
    pub point: Length,
}

impl Context<'_> {
    fn points(&self, points: i64) -> Length {
        (self.point * points).max(Length::from_tenths(1))
    }

    fn is_drag(&self, from: Point, to: Point) -> bool {
        from.distance(to) >= self.points(DRAG_THRESHOLD)
    }

    fn snaps(&self, modifiers: Modifiers) -> bool {
        self.settings.snap && !modifiers.suspend_snapping()
    }
}

/// The tool in hand, and how far its gesture has come.
#[derive(Clone, Debug)]
pub struct Tool(State);

#[derive(Clone, Debug)]
enum State {
    Select(select::Select),
    Booth(booth::BoothTool),
    Block(block::BlockTool),
    Wall(wall::WallTool),
    Column(column::ColumnTool),
    Door(door::DoorTool),
    Text(text::TextTool),
    Calibrate(calibrate::CalibrateTool),
    Path(path::PathTool),
    Pan(pan::PanTool),
}

impl Tool {
    /// A tool just taken in hand.
    #[must_use]
    pub fn new(kind: ToolKind) -> Self {
        Self(match kind {
            ToolKind::Select => State::Select(select::Select::default()),
            ToolKind::Booth => State::Booth(booth::BoothTool::default()),
            ToolKind::Block => State::Block(block::BlockTool::default()),
            ToolKind::Wall => State::Wall(wall::WallTool::default()),
            ToolKind::Column => State::Column(column::ColumnTool::default()),
            ToolKind::Door => State::Door(door::DoorTool::default()),
            ToolKind::Text => State::Text(text::TextTool::default()),
            ToolKind::Calibrate => State::Calibrate(calibrate::CalibrateTool::default()),
            ToolKind::Path => State::Path(path::PathTool::default()),
            ToolKind::Pan => State::Pan(pan::PanTool::default()),
        })
    }

    /// Which tool it is.
    #[must_use]
    pub const fn kind(&self) -> ToolKind {
        match self.0 {
            State::Select(_) => ToolKind::Select,
            State::Booth(_) => ToolKind::Booth,
            State::Block(_) => ToolKind::Block,
            State::Wall(_) => ToolKind::Wall,
            State::Column(_) => ToolKind::Column,
            State::Door(_) => ToolKind::Door,
            State::Text(_) => ToolKind::Text,
            State::Calibrate(_) => ToolKind::Calibrate,
            State::Path(_) => ToolKind::Path,
            State::Pan(_) => ToolKind::Pan,
        }
    }

    /// Whether no gesture is going on.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        match &self.0 {
            State::Select(tool) => tool.is_idle(),
            State::Booth(tool) => tool.is_idle(),
            State::Block(tool) => tool.is_idle(),
            State::Wall(tool) => tool.is_idle(),
            State::Column(tool) => tool.is_idle(),
            State::Door(tool) => tool.is_idle(),
            State::Text(tool) => tool.is_idle(),
            State::Calibrate(tool) => tool.is_idle(),
            State::Path(tool) => tool.is_idle(),
            State::Pan(tool) => tool.is_idle(),
        }
    }

    /// What the event does; its preview replaces the one before.
    #[must_use]
    pub fn handle(&mut self, event: &Event, context: &Context<'_>) -> Step {
        if *event == Event::Cancel && self.is_idle() && self.kind() != ToolKind::Select {
            return Step { request: Some(Request::BackToSelect), ..Step::default() };
        }
        match &mut self.0 {
            State::Select(tool) => tool.handle(event, context),
            State::Booth(tool) => tool.handle(event, context),
            State::Block(tool) => tool.handle(event, context),
            State::Wall(tool) => tool.handle(event, context),
            State::Column(tool) => tool.handle(event, context),
            State::Door(tool) => tool.handle(event, context),
            State::Text(tool) => tool.handle(event, context),
            State::Calibrate(tool) => tool.handle(event, context),
            State::Path(tool) => tool.handle(event, context),
            State::Pan(tool) => tool.handle(event, context),
        }
    }
}
