//! Draws a block of booths: rows and grids by dragging a box, rows along a line corner by corner (or by dragging it, where it
//! is straight), on an arc by its two ends and a point between them, and over a floor: a zone that is clicked, a box that is
//! dragged, or a polygon corner by corner.
//!
//! Booths that stand there stay; the block leaves their places out. Filling leaves walls, columns and no-build areas out too.

mod places;
mod shapes;

pub use places::{BlockChange, blocks_of, booths_of, changed_block, free_spots, new_block, whole_block};

use super::{BlockKind, BlockSettings, Context, Cursor, DrawKey, Event, Guide, Hint, Measure, Modifiers, Preview, Step, draw};
use crate::edit::{Edit, Objects};
use crate::geometry::{Bounds, Outline, Point};
use crate::plan::{Block, Pattern, Spot, StructureShape};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct BlockTool {
    /// Where the button went down and what was put so far: corners of a line or a polygon, the ends of an arc.
    corners: Vec<Point>,
    /// Where the button is held since, before snapping.
    pressed: Option<Point>,
}

/// A gesture as far as it has come.
struct Drawn {
    block: Option<Block>,
    path: Vec<Point>,
    marquee: Option<Bounds>,
    guides: Vec<Guide>,
}

impl BlockTool {
    pub(super) const fn is_idle(&self) -> bool {
        self.corners.is_empty() && self.pressed.is_none()
    }

    pub(super) fn handle(&mut self, event: &Event, context: &Context<'_>) -> Step {
        match *event {
            Event::Press { at, modifiers, clicks } => self.press(context, at, modifiers, clicks),
            Event::Move { at, modifiers } => Step::showing(self.preview(context, at, modifiers)),
            Event::Release { at, modifiers } => self.release(context, at, modifiers),
            Event::Cancel => {
                *self = Self::default();
                Step::showing(idle(context))
            }
        }
    }

    fn press(&mut self, context: &Context<'_>, at: Point, modifiers: Modifiers, clicks: u8) -> Step {
        if clicks > 1 && !self.corners.is_empty() {
            return self.finish(context);
        }
        self.pressed = Some(at);
        if !self.is_in_steps(context) || self.corners.is_empty() && zone_at(context, at, modifiers).is_some() {
            return Step::showing(self.preview(context, at, modifiers));
        }
        if self.closes(context, at) {
            return self.finish(context);
        }
        self.put(context, at, modifiers);
        if context.settings.block.kind == BlockKind::Arc && self.corners.len() == 3 {
            return self.finish(context);
        }
        Step::showing(self.preview(context, at, modifiers))
    }

    fn release(&mut self, context: &Context<'_>, at: Point, modifiers: Modifiers) -> Step {
        let pressed = self.pressed.take();
        let dragged = pressed.is_some_and(|from| context.is_drag(from, at));
        match context.settings.block.kind {
            BlockKind::Row | BlockKind::DoubleRow | BlockKind::Grid => {
                // A click makes no block: a block from nothing would be a surprise.
                let from = pressed.filter(|_| dragged);
                let block = from.and_then(|from| boxed(context, from, at, modifiers).block);
                self.make(context, block)
            }
            // A straight line, and the ends of an arc, can also be dragged.
            BlockKind::Line if dragged && self.corners.len() == 1 || pressed.is_none() && !self.corners.is_empty() => {
                self.put(context, at, modifiers);
                if dragged { self.finish(context) } else { Step::showing(self.preview(context, at, modifiers)) }
            }
            BlockKind::Arc if dragged && self.corners.len() == 1 => {
                self.put(context, at, modifiers);
                Step::showing(self.preview(context, at, modifiers))
            }
            BlockKind::Fill if dragged && self.corners.len() <= 1 => {
                let block = pressed.and_then(|from| boxed(context, from, at, modifiers).block);
                self.make(context, block)
            }
            BlockKind::Fill if pressed.is_some() && self.corners.is_empty() => {
                let block = zone_at(context, at, modifiers).map(|floor| fill(context, floor));
                self.make(context, block)
            }
            BlockKind::Line | BlockKind::Arc | BlockKind::Fill => Step::showing(self.preview(context, at, modifiers)),
        }
    }

    /// Ends what is drawn corner by corner with the corners that were put.
    fn finish(&mut self, context: &Context<'_>) -> Step {
        let settings = &context.settings.block;
        let block = match (settings.kind, self.corners.as_slice()) {
            (BlockKind::Line, _) => shapes::lined(context.hall, settings, self.corners.clone()),
            (BlockKind::Arc, [from, to, through]) => shapes::arched(context.hall, settings, *from, *through, *to),
            (BlockKind::Fill, _) => polygon(&self.corners).map(|floor| fill(context, floor)),
            _ => None,
        };
        self.make(context, block)
    }

    /// Whether something is drawn corner by corner.
    pub(super) const fn has_corners(&self) -> bool {
        !self.corners.is_empty()
    }

    pub(super) fn press_key(&mut self, key: DrawKey, context: &Context<'_>) -> Step {
        match key {
            DrawKey::Finish => self.finish(context),
            DrawKey::Back => self.back(context),
        }
    }

    /// Takes the last corner back.
    fn back(&mut self, context: &Context<'_>) -> Step {
        self.corners.pop();
        match self.corners.last() {
            Some(last) => Step::showing(self.preview(context, *last, Modifiers::default())),
            None => Step::showing(idle(context)),
        }
    }

    fn make(&mut self, context: &Context<'_>, block: Option<Block>) -> Step {
        *self = Self::default();
        let edit = block.and_then(|block| made(context, block));
        Step { edit, ..Step::showing(idle(context)) }
    }

    fn is_in_steps(&self, context: &Context<'_>) -> bool {
        matches!(context.settings.block.kind, BlockKind::Line | BlockKind::Arc | BlockKind::Fill)
    }

    fn closes(&self, context: &Context<'_>, at: Point) -> bool {
        context.settings.block.kind == BlockKind::Fill && context.closes(&self.corners, at)
    }

    fn put(&mut self, context: &Context<'_>, at: Point, modifiers: Modifiers) {
        let (corner, _) = self.next(context, at, modifiers);
        if self.corners.last() != Some(&corner) && self.corners.len() < Outline::MOST_CORNERS {
            self.corners.push(corner);
        }
    }

    /// Where the next corner would be.
    fn next(&self, context: &Context<'_>, at: Point, modifiers: Modifiers) -> (Point, Vec<Guide>) {
        match self.corners.last() {
            Some(last) => draw::snapped_end(context, *last, at, &Objects::default(), modifiers),
            None => draw::snapped_point(context, at, &Objects::default(), Modifiers { shift: false, ..modifiers }),
        }
    }

    fn preview(&self, context: &Context<'_>, at: Point, modifiers: Modifiers) -> Preview {
        let kind = context.settings.block.kind;
        let drag = self.pressed.filter(|from| context.is_drag(*from, at));
        let is_box = !self.is_in_steps(context) || kind == BlockKind::Fill && self.corners.len() <= 1;
        match drag {
            Some(from) if is_box => return boxed(context, from, at, modifiers).shown(context),
            _ if !self.is_in_steps(context) => {
                let (_, guides) = draw::snapped_point(context, at, &Objects::default(), modifiers);
                return Preview { guides, ..idle(context) };
            }
            _ => {}
        }
        if self.corners.is_empty()
            && let Some(floor) = zone_at(context, at, modifiers)
        {
            let block = Some(fill(context, floor));
            return Drawn { block, path: Vec::new(), marquee: None, guides: Vec::new() }.shown(context);
        }
        let (next, guides) = self.next(context, at, modifiers);
        let settings = &context.settings.block;
        let mut path = self.corners.clone();
        if path.last() != Some(&next) {
            path.push(next);
        }
        let block = match (kind, path.as_slice()) {
            (BlockKind::Line, _) => shapes::lined(context.hall, settings, path.clone()),
            (BlockKind::Arc, [from, to, through]) => shapes::arched(context.hall, settings, *from, *through, *to),
            (BlockKind::Fill, _) => polygon(&path).map(|floor| fill(context, floor)),
            _ => None,
        };
        // Of an arc its ends are shown, not the way to the point between them.
        path.truncate(if kind == BlockKind::Arc { 2 } else { path.len() });
        let path = if self.corners.is_empty() { Vec::new() } else { path };
        Drawn { block, path, marquee: None, guides }.shown(context)
    }
}

impl Drawn {
    fn shown(self, context: &Context<'_>) -> Preview {
        let Self { block, path, marquee, guides } = self;
        let preview = Preview { path, marquee, guides, ..idle(context) };
        let Some(block) = block else { return preview };
        let spots = free_spots(context.plan, context.index, &block);
        let measure = Some(measure(&block, spots.len()));
        let new_booths = spots.into_iter().map(|spot| spot.outline).collect();
        Preview { new_booths, measure, hint: drawing_hint(context.settings.block.kind), ..preview }
    }
}

/// The figures of a block with so many booths.
pub(super) fn measure(block: &Block, count: usize) -> Measure {
    let area = block.booth.area().times(count);
    match &block.pattern {
        Pattern::Grid { rows, columns, .. } => {
            let (rows, columns, size) = (*rows, *columns, block.spacing.size(block.booth, *rows, *columns));
            Measure::Block { rows, columns, count, size, area }
        }
        Pattern::Line { .. } | Pattern::Arc { .. } | Pattern::Fill { .. } => Measure::Booths { count, area },
    }
}

fn idle(context: &Context<'_>) -> Preview {
    let hint = match context.settings.block.kind {
        BlockKind::Row | BlockKind::DoubleRow | BlockKind::Grid => Hint::Block,
        BlockKind::Line => Hint::BlockLine,
        BlockKind::Arc => Hint::BlockArc,
        BlockKind::Fill => Hint::BlockFill,
    };
    Preview::idle(Cursor::Cross, hint)
}

const fn drawing_hint(kind: BlockKind) -> Hint {
    match kind {
        BlockKind::Row | BlockKind::DoubleRow | BlockKind::Grid => Hint::DrawingBlock,
        BlockKind::Line => Hint::DrawingBlockLine,
        BlockKind::Arc => Hint::DrawingBlockArc,
        BlockKind::Fill => Hint::DrawingBlockFill,
    }
}

/// The block that the dragged box holds, growing from where the button went down towards the pointer.
fn boxed(context: &Context<'_>, from: Point, at: Point, modifiers: Modifiers) -> Drawn {
    let settings = &context.settings.block;
    let (from, _) = draw::snapped_point(context, from, &Objects::default(), Modifiers { shift: false, ..modifiers });
    let (to, guides) = draw::snapped_corner(context, from, at, Modifiers { shift: false, ..modifiers });
    let area = Bounds::between(from, to);
    let floor = Outline::from_bounds(area);
    let block = match settings.kind {
        BlockKind::Fill => floor.is_valid().then(|| fill(context, floor)),
        _ => Some(shapes::boxed(context.hall, settings, (from, to), modifiers.shift)),
    };
    Drawn { block, path: Vec::new(), marquee: Some(area), guides }
}

fn fill(context: &Context<'_>, floor: Outline) -> Block {
    shapes::filled(context.hall, &context.settings.block, floor)
}

fn polygon(corners: &[Point]) -> Option<Outline> {
    let outline = Outline::Polygon(corners.to_vec());
    (outline.is_valid() && outline.is_simple()).then_some(outline)
}

/// The smallest zone at a point, where the tool fills floors; with Shift a polygon is drawn over it.
fn zone_at(context: &Context<'_>, at: Point, modifiers: Modifiers) -> Option<Outline> {
    if context.settings.block.kind != BlockKind::Fill || modifiers.shift {
        return None;
    }
    let structures = context.index.structures_in(context.plan, context.hall, Bounds::between(at, at));
    let zones = structures.into_iter().filter_map(|id| match &context.plan.get(id)?.shape {
        StructureShape::Zone { outline, .. } if outline.contains(at) => Some(outline.clone()),
        _ => None,
    });
    zones.min_by_key(Outline::area)
}

/// The edit that makes a block in the hall, numbered as the settings say.
fn made(context: &Context<'_>, block: Block) -> Option<Edit> {
    let spots: Vec<Spot> = free_spots(context.plan, context.index, &block);
    new_block(block, &spots, context.settings.block.first_number.clone())
}

/// The block of a kind that figures describe: rows and columns from a corner, along a line, on an arc, over a floor.
#[must_use]
pub fn from_figures(hall: crate::plan::HallId, settings: &BlockSettings, pattern: Pattern) -> Block {
    shapes::block(hall, settings, pattern)
}
