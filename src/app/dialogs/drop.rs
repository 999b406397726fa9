//! What becomes of those who are on a booth when somebody comes to it.

use eframe::egui::Context;

use crate::app::theme::TextRole;
use crate::app::view::{Cx, Out};
use crate::app::widgets::{ButtonKind, Dialog as Frame, button};
use crate::plan::{BoothId, Role};
use crate::session::{Action, DropChoice, DropQuestion};
use crate::text::args;

/// Shows the question, with a button for every answer.
pub fn show(ctx: &Context, cx: &Cx<'_>, question: &DropQuestion, out: &mut Out) {
    let plan = cx.session.plan();
    let exhibitor = plan.get(question.exhibitor).map(|exhibitor| exhibitor.name.clone()).unwrap_or_default();
    let booth = crate::scene::booth_label(plan, cx.texts, question.to);
    let number = |id: BoothId| plan.get(id).map(|booth| booth.number.to_string()).unwrap_or_default();
    let current = cx.texts.enumeration(&question.there);
    let words = if question.there.is_empty() {
        let from = question.from.map(number).unwrap_or_default();
        cx.texts.drop_has_booth(args::DropHasBooth { exhibitor: &exhibitor, booth: &from })
    } else {
        let booth = cx.texts.booth_name(args::BoothName { number: &number(question.to) });
        cx.texts.drop_question(args::DropQuestion { booth: &booth, current: &current, exhibitor: &exhibitor })
    };
    let cancel = cx.texts.button_cancel();
    let frame = Frame { id: "drop", title: &booth, width: 380.0, main: None, wrong: None, second: None, cancel: &cancel };
    let mut chosen = None;
    let answer = frame.show(ctx, cx.theme, |ui| {
        ui.label(cx.theme.text(TextRole::Body, words));
        ui.add_space(4.0);
        for (place, choice) in question.choices.iter().enumerate() {
            let words = match choice {
                DropChoice::Share(Role::Main) => cx.texts.drop_share(),
                DropChoice::Share(Role::Co) => cx.texts.drop_share_as_co(),
                DropChoice::Swap => cx.texts.drop_swap(),
                DropChoice::Replace => cx.texts.drop_replace(args::DropReplace { current: &current }),
                DropChoice::Move => cx.texts.drop_move(),
                DropChoice::AddBooth => cx.texts.drop_add_booth(),
            };
            let kind = if place == 0 { ButtonKind::Main } else { ButtonKind::Plain };
            let response = button(ui, cx.theme, kind, &words);
            if place == 0 && ctx.memory(|memory| memory.focused()).is_none() {
                response.request_focus();
            }
            if response.clicked() {
                chosen = Some(*choice);
            }
        }
    });
    if let Some(choice) = chosen {
        out.push(Action::AnswerDrop(choice));
    } else if answer.is_some() {
        out.push(Action::DismissDialog);
    }
}
