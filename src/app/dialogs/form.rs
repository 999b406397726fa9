//! A form: fields in one or two columns, taken as a whole.

use eframe::egui::{Context, Id, TextEdit, Ui};

use super::{focus_first, pass};
use crate::app::view::{Cx, Out};
use crate::app::widgets::{Dialog as Frame, Field as Entry, choice, draft_field};
use crate::session::{Action, Dialog, Field, FieldKind, Form, FormKind, words};

/// Shows a form.
pub fn show(ctx: &Context, cx: &Cx<'_>, form: &Form, out: &mut Out) {
    let title = words::form_title(cx.session, &form.kind);
    let (main, cancel) = (cx.texts.button_ok(), cx.texts.button_cancel());
    let draw_line = matches!(form.kind, FormKind::Calibrate { line: None, .. }).then(|| cx.texts.calibrate_draw_line());
    let frame = Frame {
        id: "form",
        title: &title,
        width: 380.0,
        main: Some(&main),
        wrong: None,
        second: draw_line.as_deref(),
        cancel: &cancel,
    };
    let mut changed = form.clone();
    let answer = frame.show(ctx, cx.theme, |ui| fields(ui, cx, &mut changed));
    if let Some(first) = form.fields.first() {
        focus_first(ctx, "form", key(first));
    }
    // Enter in a field that is refused leaves it: the keyboard comes back to what has to be corrected.
    if let (Some((wrong, _)), None) = (&form.problem, answer)
        && ctx.memory(|memory| memory.focused().is_none())
        && let Some(field) = form.fields.iter().find(|field| wrong.is_none_or(|key| key == field.key))
    {
        ctx.memory_mut(|memory| memory.request_focus(key(field)));
    }
    if changed != *form {
        out.push(Action::ChangeDialog(Box::new(Dialog::Form(changed))));
    }
    pass(answer, out);
}

fn key(field: &Field) -> Id {
    Id::unique("form field").with(field.key)
}

const fn is_short(field: &Field) -> bool {
    matches!(field.kind, FieldKind::Length | FieldKind::Angle | FieldKind::Count)
}

fn fields(ui: &mut Ui, cx: &Cx<'_>, form: &mut Form) {
    ui.spacing_mut().item_spacing.y = 10.0;
    let wrong = form.problem.clone();
    let is_wrong = |field: &Field| wrong.as_ref().is_some_and(|(key, _)| *key == Some(field.key));
    let mut rest = form.fields.as_mut_slice();
    while let [first, ..] = rest {
        // Figures stand in pairs.
        let pairs = is_short(first) && rest.get(1).is_some_and(is_short);
        let (row, others) = rest.split_at_mut(if pairs { 2 } else { 1 });
        rest = others;
        match row {
            [first, second] => {
                let wrong = (is_wrong(first), is_wrong(second));
                ui.columns_const(|[left, right]| {
                    entry(left, cx, first, wrong.0);
                    entry(right, cx, second, wrong.1);
                });
            }
            row => {
                for field in row {
                    let wrong = is_wrong(field);
                    entry(ui, cx, field, wrong);
                }
            }
        }
    }
    if form.problem.is_none()
        && let Some(note) = cx.session.form_note(form)
    {
        ui.label(cx.theme.muted(crate::app::theme::TextRole::Line, note));
    }
    if let Some((_, sentence)) = &form.problem {
        let sentence = cx.theme.text(crate::app::theme::TextRole::Line, sentence).color(cx.theme.colours.bad);
        let label = ui.label(sentence);
        ui.ctx().accesskit_node_builder(label.id, |node| node.set_role(eframe::egui::Role::Alert));
    }
}

fn entry(ui: &mut Ui, cx: &Cx<'_>, field: &mut Field, wrong: bool) {
    let label = words::field_words(cx.texts, field.key);
    let what = Entry { id: key(field), label: &label, value: "", hint: "" };
    match &field.kind {
        FieldKind::Choice(options) => {
            let chosen = field.value.parse::<usize>().ok().and_then(|place| options.get(place)).cloned().unwrap_or_default();
            if let Some(place) = choice(ui, cx.theme, key(field), &label, &chosen, options) {
                field.value = place.to_string();
            }
        }
        FieldKind::Lines => {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 4.0;
                let title = crate::app::widgets::label(ui, cx.theme, &label);
                let id = key(field);
                let edit = TextEdit::multiline(&mut field.value).id(id).desired_rows(3).desired_width(ui.available_width());
                ui.add(edit).labelled_by(title.id);
            });
        }
        FieldKind::Words | FieldKind::Length | FieldKind::Angle | FieldKind::Count => {
            draft_field(ui, cx.theme, &what, &mut field.value, wrong);
        }
    }
}
