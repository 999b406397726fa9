//! The booths in the accessibility tree: those in view, named as a person would name them.

use eframe::egui::{Id, Rect, Sense, Ui, accesskit};

use super::View;
use crate::app::view::{Cx, Out};
use crate::plan::{Booth, BoothId};
use crate::session::Action;

/// Booths that are put into the tree: 300 cost a fifth of a millisecond a frame, 3,000 one and a half. Zoomed further out,
/// the list of exhibitors and the keys are the way.
const MOST: usize = 300;

/// The place of a booth in the tree.
#[must_use]
pub fn booth_id(booth: BoothId) -> Id {
    Id::unique("booth on the canvas").with(booth)
}

/// Puts the booths in view into the tree; a click that comes by way of it selects.
pub fn booths(ui: &Ui, cx: &Cx<'_>, view: &View, out: &mut Out) {
    if !ui.ctx().has_accesskit_node(ui.unique_id()) {
        return;
    }
    let Some(hall) = cx.session.hall() else { return };
    let (plan, selection) = (cx.session.plan(), cx.session.selection());
    let area = view.camera.view(view.rect.width(), view.rect.height());
    let is_shown = |booth| plan.get(booth).is_some_and(|record: &std::sync::Arc<Booth>| !plan.is_hidden(record.binding));
    let in_view = cx.session.index().booths_touching_view(hall, area).filter(|(booth, _)| is_shown(*booth));
    let in_view: Vec<_> = in_view.take(MOST + 1).collect();
    let shown = if in_view.len() > MOST { selected_in_view(cx, area) } else { in_view };
    for (booth, bounds) in shown {
        let rect = Rect::from_two_pos(view.place(bounds.min()), view.place(bounds.max())).intersect(view.rect);
        let id = booth_id(booth);
        ui.interact(rect, id, Sense::hover());
        let label = crate::scene::booth_label(plan, cx.texts, booth);
        let selected = selection.booths.contains(&booth);
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(accesskit::Role::ListBoxOption);
            node.set_label(label);
            node.set_selected(selected);
            let (min, max) = (rect.min, rect.max);
            let [x0, y0, x1, y1] = [min.x, min.y, max.x, max.y].map(f64::from);
            node.set_bounds(accesskit::Rect { x0, y0, x1, y1 });
            node.add_action(accesskit::Action::Click);
        });
        if ui.input(|input| input.has_accesskit_action_request(id, accesskit::Action::Click)) {
            out.push(Action::SelectBooth { booth, extend: false });
        }
    }
}

fn selected_in_view(cx: &Cx<'_>, area: crate::geometry::Bounds) -> Vec<(BoothId, crate::geometry::Bounds)> {
    let plan = cx.session.plan();
    let selected = cx.session.selection().booths.iter().filter_map(|booth| Some((*booth, plan.get(*booth)?.outline.bounds())));
    selected.filter(|(_, bounds)| bounds.touches(area)).take(MOST).collect()
}
