//! What holds whatever the pointer does: no tool panics, what it selects is there, what it edits the door takes or refuses
//! for a rule of the plan, and Escape ends every gesture.

use crate::random_edits::plan_to_start_with;
use hallplan::edit::{Editor, Objects, Refusal};
use hallplan::geometry::{Length, Point};
use hallplan::index::Index;
use hallplan::tools::{Context, Event, MapLines, Modifiers, Tool, ToolKind, ToolSettings, Typed};
use jiff::Timestamp;
use proptest::prelude::*;

fn any_event() -> impl Strategy<Value = Event> {
    let near = (-5_000_i64..45_000, -5_000_i64..25_000).prop_map(|(x, y)| Point::from_mm(x, y));
    let limit = Length::LIMIT.tenths();
    let far = (-limit..=limit, -limit..=limit).prop_map(|(x, y)| Point::new(Length::from_tenths(x), Length::from_tenths(y)));
    let keys = (prop::bool::weighted(0.2), prop::bool::weighted(0.1), prop::bool::weighted(0.1));
    let keys = keys.prop_map(|(shift, control, alt)| Modifiers { shift, control, alt });
    (prop_oneof![30 => near, 1 => far], keys, 0_u8..10).prop_map(|(at, modifiers, kind)| match kind {
        0..=2 => Event::Press { at, modifiers, clicks: 1 },
        3 => Event::Press { at, modifiers, clicks: 2 },
        4..=6 => Event::Move { at, modifiers },
        7 | 8 => Event::Release { at, modifiers },
        _ => Event::Cancel,
    })
}

proptest! {
    #![proptest_config(crate::cases(128))]

    #[test]
    fn whatever_the_pointer_does_a_tool_copes(
        runs in prop::collection::vec((prop::sample::select(ToolKind::ALL.to_vec()), prop::collection::vec(any_event(), 1..12)), 1..8),
        points_to_a_metre in prop::sample::select(vec![1_i64, 20, 400, 4_000]),
    ) {
        let mut editor = Editor::new(plan_to_start_with(), 7);
        let mut index = Index::new(editor.plan());
        let hall = editor.plan().hall_named("North").expect("the first hall");
        let (settings, mut selection) = (ToolSettings::default(), Objects::default());
        for (kind, events) in runs {
            let mut tool = Tool::new(kind);
            for event in events.iter().chain([&Event::Cancel]) {
                let point = Length::METRE / points_to_a_metre;
                let plan = editor.plan();
                let context = Context { plan, index: &index, hall, selection: &selection, settings: &settings, map_lines: MapLines::NONE, point, typed: Typed::default() };
                let step = tool.handle(event, &context);
                if let Some(select) = step.select {
                    prop_assert!(select.booths.iter().all(|id| plan.get(*id).is_some()));
                    prop_assert!(select.structures.iter().all(|id| plan.get(*id).is_some()));
                    selection = select;
                }
                if let Some(edit) = step.edit {
                    match editor.apply(&edit, Timestamp::UNIX_EPOCH, &selection) {
                        Ok(outcome) => {
                            prop_assert!(!outcome.change.is_empty(), "{:?} changes nothing", edit);
                            index.update(editor.plan(), &outcome.change);
                        }
                        Err(refusal) => prop_assert!(matches!(refusal, Refusal::Rule(_)), "{:?}", refusal),
                    }
                }
            }
            prop_assert!(tool.is_idle());
        }
        prop_assert_eq!(&index, &Index::new(editor.plan()));
    }
}
