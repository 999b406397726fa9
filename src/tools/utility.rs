//! Puts supply points: a click puts one, with the number after the latest of its kind.

use super::{Context, Cursor, Event, Hint, Preview, Step, draw};
use crate::edit::Objects;
use crate::geometry::Point;
use crate::plan::{Number, StructureShape, UtilityKind};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct UtilityTool {
    pressed: bool,
}

impl UtilityTool {
    pub(super) const fn is_idle(self) -> bool {
        !self.pressed
    }

    pub(super) fn handle(&mut self, event: &Event, context: &Context<'_>) -> Step {
        let idle = Preview::idle(Cursor::Cross, Hint::Utility);
        let (at, modifiers) = match *event {
            Event::Press { at, modifiers, .. } => {
                self.pressed = true;
                (at, modifiers)
            }
            Event::Move { at, modifiers } => (at, modifiers),
            Event::Release { at, modifiers } if self.pressed => {
                self.pressed = false;
                let (at, _) = draw::snapped_point(context, at, &Objects::default(), modifiers);
                return Step { edit: Some(draw::add_structure(context, utility(context, at))), ..Step::showing(idle) };
            }
            Event::Release { .. } => return Step::showing(idle),
            Event::Cancel => {
                self.pressed = false;
                return Step::showing(idle);
            }
        };
        let (at, guides) = draw::snapped_point(context, at, &Objects::default(), modifiers);
        Step::showing(Preview { new_structures: vec![utility(context, at)], guides, ..idle })
    }
}

fn utility(context: &Context<'_>, at: Point) -> StructureShape {
    let kind = context.settings.utility;
    StructureShape::Utility { at, kind, number: next_number(context, kind) }
}

/// The number after that of the latest supply point of its kind in the hall, which no other of them has: E1, E2, …
fn next_number(context: &Context<'_>, kind: UtilityKind) -> String {
    let records = context.index.structures(context.hall).filter_map(|id| context.plan.get(id));
    let numbers = records.filter_map(|record| match &record.shape {
        StructureShape::Utility { kind: other, number, .. } if *other == kind => Number::new(number),
        _ => None,
    });
    let numbers: Vec<_> = numbers.collect();
    let is_taken = |key: &_| numbers.iter().any(|number| number.key() == *key);
    let letter = match kind {
        UtilityKind::Power => 'E',
        UtilityKind::Water => 'W',
        UtilityKind::Network => 'N',
    };
    match numbers.last() {
        Some(latest) => latest.next_free(is_taken).to_string(),
        None => format!("{letter}1"),
    }
}
