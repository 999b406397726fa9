//! Changes the outline of the hall: a corner is dragged, a side is dragged for a new corner, a double click takes a corner
//! away. Anywhere else another outline is drawn.

use super::area::{AreaKind, AreaTool, hall_edit};
use super::{Context, Cursor, DrawKey, Event, Hint, Modifiers, Preview, Step, draw};
use crate::edit::{Edit, Objects};
use crate::geometry::{Outline, Point};

/// Screen points around a corner or beside a side within which it is hit.
const HIT: i64 = 8;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct HallOutlineTool {
    draft: AreaTool,
    grabbed: Option<Grabbed>,
}

/// A corner in hand: all corners with it, its place among them, whether a side was taken hold of for it, and where the button
/// went down.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Grabbed {
    corners: Vec<Point>,
    place: usize,
    is_new: bool,
    from: Point,
}

impl Default for HallOutlineTool {
    fn default() -> Self {
        Self { draft: AreaTool::new(AreaKind::HallOutline), grabbed: None }
    }
}

impl HallOutlineTool {
    pub(super) fn is_idle(&self) -> bool {
        self.grabbed.is_none() && self.draft.is_idle()
    }

    pub(super) fn press_key(&mut self, key: DrawKey, context: &Context<'_>) -> Step {
        self.draft.press_key(key, context)
    }

    pub(super) fn handle(&mut self, event: &Event, context: &Context<'_>) -> Step {
        if !self.draft.is_idle() {
            return self.draft.handle(event, context);
        }
        match (*event, self.grabbed.take()) {
            (Event::Press { at, clicks, .. }, _) => {
                let Some(mut grabbed) = grabbed(context, at) else { return self.draft.handle(event, context) };
                if clicks >= 2 && !grabbed.is_new && grabbed.corners.len() > 3 {
                    grabbed.corners.remove(grabbed.place);
                    return Step { edit: edit(context, grabbed.corners), ..Step::showing(idle(context)) };
                }
                self.grabbed = Some(grabbed);
                Step::showing(idle(context))
            }
            (Event::Move { at, modifiers }, Some(grabbed)) => {
                let (corners, guides) = grabbed.moved(context, at, modifiers);
                self.grabbed = Some(grabbed);
                let outline = Outline::Polygon(corners);
                let is_one = outline.is_valid() && outline.is_simple();
                let cursor = if is_one { Cursor::Move } else { Cursor::NotAllowed };
                Step::showing(Preview { new_booths: vec![outline], guides, cursor, ..idle(context) })
            }
            (Event::Release { at, modifiers }, Some(grabbed)) if context.is_drag(grabbed.from, at) => {
                let corners = grabbed.moved(context, at, modifiers).0;
                Step { edit: edit(context, corners), ..Step::showing(idle(context)) }
            }
            (Event::Move { at, .. } | Event::Release { at, .. }, None) if grabbed(context, at).is_none() => {
                let step = self.draft.handle(event, context);
                Step { preview: Preview { corners: idle(context).corners, ..step.preview }, ..step }
            }
            (Event::Move { .. } | Event::Release { .. }, _) => Step::showing(Preview { cursor: Cursor::Move, ..idle(context) }),
            (Event::Cancel, _) => Step::showing(idle(context)),
        }
    }
}

impl Grabbed {
    fn moved(&self, context: &Context<'_>, at: Point, modifiers: Modifiers) -> (Vec<Point>, Vec<super::Guide>) {
        let (to, guides) = draw::snapped_point(context, at, &Objects::default(), modifiers);
        let mut corners = self.corners.clone();
        if let Some(corner) = corners.get_mut(self.place) {
            *corner = to;
        }
        (corners, guides)
    }
}

/// The corner at a point; on a side, a new one.
fn grabbed(context: &Context<'_>, at: Point) -> Option<Grabbed> {
    let mut corners = context.plan.get(context.hall)?.outline.corners();
    let reach = context.points(HIT);
    let near = corners.iter().position(|corner| corner.distance(at) <= reach);
    let place = near.or_else(|| {
        let sides = corners.iter().copied().zip(corners.iter().copied().cycle().skip(1));
        let on = sides.enumerate().find(|(_, (from, to))| {
            let foot = crate::geometry::Segment::new(*from, *to).foot(at);
            foot.is_some_and(|foot| foot.distance(at) <= reach)
        });
        let place = on.map(|(place, _)| place + 1)?;
        corners.insert(place, at);
        Some(place)
    })?;
    Some(Grabbed { corners, place, is_new: near.is_none(), from: at })
}

fn edit(context: &Context<'_>, corners: Vec<Point>) -> Option<Edit> {
    let outline = Outline::Polygon(corners);
    (outline.is_valid() && outline.is_simple()).then(|| hall_edit(context, outline)).flatten()
}

/// The hall's outline with its corners, to be taken hold of.
fn idle(context: &Context<'_>) -> Preview {
    let mut corners = context.plan.get(context.hall).map(|hall| hall.outline.corners()).unwrap_or_default();
    corners.extend(corners.first().copied());
    Preview { corners, ..Preview::idle(Cursor::Cross, Hint::HallOutline) }
}
