//! What pointer and keys do on a hall: one small state machine per tool, with snapping; events in, previews and edits out.
//! A gesture is previewed from its start and its whole movement, releasing makes one edit, Escape makes none; nothing here
//! knows a window.

mod align_map;
mod alignment;
mod area;
mod arrange;
pub mod block;
mod booth;
mod calibrate;
mod clipboard;
mod column;
mod crop_map;
mod dimension;
mod door;
mod draw;
mod frame;
mod hall_outline;
mod halls;
mod keyboard;
mod map_lines;
mod measure;
mod mirror_line;
mod pan;
mod path;
mod polygon;
mod reach;
mod select;
mod settings;
mod snap;
mod split;
mod step;
mod template;
mod text;
mod transform;
mod typing;
mod utility;
mod wall;

pub use align_map::{Pair, aligned};
pub use alignment::{
    Across, Alignment, Evenly, align_things, arrange_to_aisle, distribute, mirror, rotate_about, row_count, unit_count,
};
pub use arrange::{duplicate, nudge, paste_beside, rotate};
pub use calibrate::{calibrated, calibrated_by_width};
pub use clipboard::Clipboard;
pub use crop_map::crop_frame;
pub use frame::{Frame, Handle, corner_handles, frame, handles, selection_bounds};
pub use halls::to_hall;
pub use keyboard::{Direction, extend, next_booth, next_in_order};
pub use map_lines::MapLines;
pub use reach::{all_of_hall, movable, with_groups};
pub use settings::{BlockKind, BlockSettings, ToolSettings};
pub use snap::{Edges, LineOf, Targets, align, distances, guides, oblique_guides, snap};
pub use step::{Cursor, Distance, DistanceKind, Guide, GuideKind, Hint, Measure, Part, Preview, Request, Step};
pub use template::Template;
pub use typing::{Typed, TypedKey, Typing};

use crate::edit::Objects;
use crate::geometry::{Length, Point};
use crate::index::Index;
use crate::plan::{HallId, Plan};

/// Screen points that the pointer goes before a press becomes a drag.
pub const DRAG_THRESHOLD: i64 = 4;
/// Screen points around the first corner of a shape within which a click closes it.
const CLOSING: i64 = 8;

/// A tool of the rail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ToolKind {
    /// Selects, moves, resizes, rotates.
    Select,
    /// Draws one booth.
    Booth,
    /// Draws a booth corner by corner.
    Polygon,
    /// Draws a round booth.
    Round,
    /// Splits a booth along a line.
    Split,
    /// Draws rows of booths.
    Block,
    /// Draws walls.
    Wall,
    /// Draws a zone.
    Zone,
    /// Draws floor that is kept free.
    NoBuild,
    /// Changes the outline of the hall, or draws another.
    HallOutline,
    /// Draws an arrow.
    Arrow,
    /// Puts supply points.
    Utility,
    /// Puts a column.
    Column,
    /// Puts a door on the hall's outline or on a wall.
    Door,
    /// Puts words on the floor.
    Text,
    /// Measures lines and ways.
    Measure,
    /// Draws a length that stays on the plan.
    Dimension,
    /// Measures a line of known length on a picture.
    Calibrate,
    /// Puts two points of a picture where they belong.
    AlignMap,
    /// Chooses what is shown of a picture.
    CropMap,
    /// Draws the path along which booths are numbered.
    Path,
    /// Moves the view.
    Pan,
}

impl ToolKind {
    /// All of them, in the order of the rail.
    pub const ALL: [Self; 22] = [
        Self::Select,
        Self::Booth,
        Self::Polygon,
        Self::Round,
        Self::Split,
        Self::Block,
        Self::Wall,
        Self::Zone,
        Self::NoBuild,
        Self::HallOutline,
        Self::Arrow,
        Self::Utility,
        Self::Column,
        Self::Door,
        Self::Text,
        Self::Measure,
        Self::Dimension,
        Self::Calibrate,
        Self::AlignMap,
        Self::CropMap,
        Self::Path,
        Self::Pan,
    ];
}

impl ToolKind {
    /// Whether a figure can be typed in the midst of its gesture.
    #[must_use]
    pub const fn takes_figures(self) -> bool {
        !matches!(
            self,
            Self::Split
                | Self::Door
                | Self::Text
                | Self::Utility
                | Self::Calibrate
                | Self::AlignMap
                | Self::CropMap
                | Self::Measure
                | Self::Path
                | Self::Pan
        )
    }
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

/// A key that means something to what is drawn in several steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DrawKey {
    /// Enter: it is done.
    Finish,
    /// Backspace: its last step is taken back.
    Back,
}

impl Event {
    /// Where it happened.
    #[must_use]
    pub const fn place(&self) -> Option<Point> {
        match self {
            Self::Press { at, .. } | Self::Move { at, .. } | Self::Release { at, .. } => Some(*at),
            Self::Cancel => None,
        }
    }
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
    /// The lines of the hall's pictures.
    pub map_lines: &'a MapLines,
    /// The length in the hall of one point of the screen.
    pub point: Length,
    /// The figures that were typed in the midst of the gesture; whoever hands an event to a [`Tool`] has none.
    pub typed: Typed,
}

impl Context<'_> {
    fn points(&self, points: i64) -> Length {
        (self.point * points).max(Length::from_tenths(1))
    }

    /// Whether the gesture is more than a click; it is with a figure that was typed, however small it looks.
    fn is_drag(&self, from: Point, to: Point) -> bool {
        self.typed.is_some() || from.distance(to) >= self.points(DRAG_THRESHOLD)
    }

    /// Whether a click here closes the shape that is drawn corner by corner.
    fn closes(&self, corners: &[Point], at: Point) -> bool {
        corners.len() > 2 && corners.first().is_some_and(|first| first.distance(at) <= self.points(CLOSING))
    }

    fn snaps(&self, modifiers: Modifiers) -> bool {
        self.settings.snap && !modifiers.suspend_snapping()
    }
}

/// The tool in hand, and how far its gesture has come.
#[derive(Clone, Debug)]
pub struct Tool {
    state: State,
    typing: Typing,
    /// Whether the gesture shows a figure that can be typed instead.
    measures: bool,
    /// Where the pointer was last, with which keys.
    pointer: Option<(Point, Modifiers)>,
}

#[derive(Clone, Debug)]
enum State {
    Select(select::Select),
    Booth(booth::BoothTool),
    Polygon(polygon::PolygonTool),
    Round(booth::BoothTool),
    Split(split::SplitTool),
    Block(block::BlockTool),
    Area(area::AreaTool),
    HallOutline(hall_outline::HallOutlineTool),
    Line(wall::LineTool),
    Utility(utility::UtilityTool),
    Column(column::ColumnTool),
    Door(door::DoorTool),
    Text(text::TextTool),
    Measure(measure::MeasureTool),
    Dimension(dimension::DimensionTool),
    Calibrate(calibrate::CalibrateTool),
    AlignMap(align_map::AlignMapTool),
    CropMap(crop_map::CropMapTool),
    Path(path::PathTool),
    Pan(pan::PanTool),
}

impl Tool {
    /// A tool just taken in hand.
    #[must_use]
    pub fn new(kind: ToolKind) -> Self {
        let state = match kind {
            ToolKind::Select => State::Select(select::Select::default()),
            ToolKind::Booth => State::Booth(booth::BoothTool::default()),
            ToolKind::Polygon => State::Polygon(polygon::PolygonTool::default()),
            ToolKind::Round => State::Round(booth::BoothTool::round()),
            ToolKind::Split => State::Split(split::SplitTool::default()),
            ToolKind::Block => State::Block(block::BlockTool::default()),
            ToolKind::Wall => State::Line(wall::LineTool::new(wall::LineKind::Wall)),
            ToolKind::Zone => State::Area(area::AreaTool::new(area::AreaKind::Zone)),
            ToolKind::NoBuild => State::Area(area::AreaTool::new(area::AreaKind::NoBuild)),
            ToolKind::HallOutline => State::HallOutline(hall_outline::HallOutlineTool::default()),
            ToolKind::Arrow => State::Line(wall::LineTool::new(wall::LineKind::Arrow)),
            ToolKind::Utility => State::Utility(utility::UtilityTool::default()),
            ToolKind::Column => State::Column(column::ColumnTool::default()),
            ToolKind::Door => State::Door(door::DoorTool::default()),
            ToolKind::Text => State::Text(text::TextTool::default()),
            ToolKind::Measure => State::Measure(measure::MeasureTool::default()),
            ToolKind::Dimension => State::Dimension(dimension::DimensionTool::default()),
            ToolKind::Calibrate => State::Calibrate(calibrate::CalibrateTool::default()),
            ToolKind::AlignMap => State::AlignMap(align_map::AlignMapTool::default()),
            ToolKind::CropMap => State::CropMap(crop_map::CropMapTool::default()),
            ToolKind::Path => State::Path(path::PathTool::default()),
            ToolKind::Pan => State::Pan(pan::PanTool::default()),
        };
        Self { state, typing: Typing::default(), measures: false, pointer: None }
    }

    /// Which tool it is.
    #[must_use]
    pub const fn kind(&self) -> ToolKind {
        match &self.state {
            State::Select(_) => ToolKind::Select,
            State::Booth(_) => ToolKind::Booth,
            State::Polygon(_) => ToolKind::Polygon,
            State::Round(_) => ToolKind::Round,
            State::Split(_) => ToolKind::Split,
            State::Block(_) => ToolKind::Block,
            State::Area(tool) => match tool.kind() {
                area::AreaKind::Zone => ToolKind::Zone,
                area::AreaKind::NoBuild => ToolKind::NoBuild,
                area::AreaKind::HallOutline => ToolKind::HallOutline,
            },
            State::HallOutline(_) => ToolKind::HallOutline,
            State::Line(tool) => match tool.kind() {
                wall::LineKind::Wall => ToolKind::Wall,
                wall::LineKind::Arrow => ToolKind::Arrow,
            },
            State::Utility(_) => ToolKind::Utility,
            State::Column(_) => ToolKind::Column,
            State::Door(_) => ToolKind::Door,
            State::Text(_) => ToolKind::Text,
            State::Measure(_) => ToolKind::Measure,
            State::Dimension(_) => ToolKind::Dimension,
            State::Calibrate(_) => ToolKind::Calibrate,
            State::AlignMap(_) => ToolKind::AlignMap,
            State::CropMap(_) => ToolKind::CropMap,
            State::Path(_) => ToolKind::Path,
            State::Pan(_) => ToolKind::Pan,
        }
    }

    /// Whether no gesture is going on.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        match &self.state {
            State::Select(tool) => tool.is_idle(),
            State::Booth(tool) | State::Round(tool) => tool.is_idle(),
            State::Polygon(tool) => tool.is_idle(),
            State::Split(tool) => tool.is_idle(),
            State::Block(tool) => tool.is_idle(),
            State::Area(tool) => tool.is_idle(),
            State::HallOutline(tool) => tool.is_idle(),
            State::Line(tool) => tool.is_idle(),
            State::Utility(tool) => tool.is_idle(),
            State::Column(tool) => tool.is_idle(),
            State::Door(tool) => tool.is_idle(),
            State::Text(tool) => tool.is_idle(),
            State::Measure(tool) => tool.is_idle(),
            State::Dimension(tool) => tool.is_idle(),
            State::Calibrate(tool) => tool.is_idle(),
            State::AlignMap(tool) => tool.is_idle(),
            State::CropMap(tool) => tool.is_idle(),
            State::Path(tool) => tool.is_idle(),
            State::Pan(tool) => tool.is_idle(),
        }
    }

    /// The point about which the user wants the selection to turn, where one was chosen.
    #[must_use]
    pub fn pivot(&self, selection: &Objects) -> Option<Point> {
        match &self.state {
            State::Select(tool) => tool.pivot(selection),
            _ => None,
        }
    }

    /// What a key does to what is drawn in several steps; `None` where nothing is, and the key means something else.
    #[must_use]
    pub fn press_key(&mut self, key: DrawKey, context: &Context<'_>) -> Option<Step> {
        match &mut self.state {
            State::Polygon(tool) if !tool.is_idle() => Some(tool.press_key(key, context)),
            State::Area(tool) if !tool.is_idle() => Some(tool.press_key(key, context)),
            State::HallOutline(tool) if !tool.is_idle() => Some(tool.press_key(key, context)),
            State::Line(tool) if !tool.is_idle() && key == DrawKey::Finish => Some(tool.finish()),
            State::AlignMap(tool) if !tool.is_idle() => Some(tool.press_key(key, context)),
            State::Block(tool) if tool.has_corners() => Some(tool.press_key(key, context)),
            _ => None,
        }
    }

    /// Whether things that are selected are being moved.
    #[must_use]
    pub fn is_moving(&self) -> bool {
        matches!(&self.state, State::Select(tool) if tool.is_moving())
    }

    /// What the event does; its preview replaces the one before.
    #[must_use]
    pub fn handle(&mut self, event: &Event, context: &Context<'_>) -> Step {
        match *event {
            Event::Cancel if self.is_idle() && self.kind() != ToolKind::Select => {
                return Step { request: Some(Request::BackToSelect), ..Step::default() };
            }
            // Escape leaves the figure first, then the gesture.
            Event::Cancel if !self.typing.is_empty() => {
                self.typing = Typing::default();
                return self.again(context);
            }
            Event::Press { at, modifiers, .. } | Event::Move { at, modifiers } | Event::Release { at, modifiers } => {
                self.pointer = Some((at, modifiers));
            }
            Event::Cancel => {}
        }
        self.pass(event, context)
    }

    /// What a key of a figure does in the midst of a gesture; nothing while none goes on.
    #[must_use]
    pub fn type_key(&mut self, key: TypedKey, context: &Context<'_>) -> Step {
        let takes = self.takes_figures();
        match key {
            TypedKey::Take if takes && self.typing.is_read(context.settings.units) => {
                let (at, modifiers) = self.pointer.unwrap_or_default();
                let mut step = self.pass(&Event::Release { at, modifiers }, context);
                // What is drawn in several steps goes on: the next figure begins anew.
                self.typing = Typing::default();
                if !self.is_idle() {
                    step.preview = self.again(context).preview;
                }
                return step;
            }
            key if takes => self.typing.press(key),
            _ => {}
        }
        self.again(context)
    }

    /// Whether figures can be typed at this moment.
    #[must_use]
    pub fn takes_figures(&self) -> bool {
        !self.is_idle() && self.kind().takes_figures() && self.measures
    }

    /// What is typed at this moment.
    #[must_use]
    pub const fn typing(&self) -> &Typing {
        &self.typing
    }

    /// The pointer has not moved, but what was typed has changed.
    fn again(&mut self, context: &Context<'_>) -> Step {
        let (at, modifiers) = self.pointer.unwrap_or_default();
        self.pass(&Event::Move { at, modifiers }, context)
    }

    fn pass(&mut self, event: &Event, context: &Context<'_>) -> Step {
        let typed = self.typing.read(context.settings.units);
        let mut step = self.hand_over(event, &Context { typed, ..*context });
        self.measures = matches!(step.preview.measure, Some(measure) if !matches!(measure, Measure::Count(_)));
        if self.is_idle() {
            self.typing = Typing::default();
        } else if !self.typing.is_empty() {
            step.preview.typing = Some(self.typing.clone());
        }
        step
    }

    fn hand_over(&mut self, event: &Event, context: &Context<'_>) -> Step {
        match &mut self.state {
            State::Select(tool) => tool.handle(event, context),
            State::Booth(tool) | State::Round(tool) => tool.handle(event, context),
            State::Polygon(tool) => tool.handle(event, context),
            State::Split(tool) => tool.handle(event, context),
            State::Block(tool) => tool.handle(event, context),
            State::Area(tool) => tool.handle(event, context),
            State::HallOutline(tool) => tool.handle(event, context),
            State::Line(tool) => tool.handle(event, context),
            State::Utility(tool) => tool.handle(event, context),
            State::Column(tool) => tool.handle(event, context),
            State::Door(tool) => tool.handle(event, context),
            State::Text(tool) => tool.handle(event, context),
            State::Measure(tool) => tool.handle(event, context),
            State::Dimension(tool) => tool.handle(event, context),
            State::Calibrate(tool) => tool.handle(event, context),
            State::AlignMap(tool) => tool.handle(event, context),
            State::CropMap(tool) => tool.handle(event, context),
            State::Path(tool) => tool.handle(event, context),
            State::Pan(tool) => tool.handle(event, context),
        }
    }
}
