//! Fields: what is typed is a draft until Enter or until the field is left, and then one change.

use eframe::egui::{self, Frame, Id, Margin, Response, Stroke, StrokeKind, TextEdit, Ui, vec2};

use crate::app::theme::{CORNER, FIELD_HEIGHT, TextRole, Theme};

/// A labelled field.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    /// Where its draft is kept; from the id of what it shows, so that a draft never goes to another thing.
    pub id: Id,
    /// The words above it.
    pub label: &'a str,
    /// What it shows while nobody types.
    pub value: &'a str,
    /// What it says while it is empty.
    pub hint: &'a str,
}

/// The words above a field.
pub fn label(ui: &mut Ui, theme: &Theme, words: &str) -> Response {
    ui.add(egui::Label::new(theme.muted(TextRole::Label, words)).selectable(false).truncate())
}

/// A field of one line; answers with what was typed when Enter is pressed or the field is left with something new in it.
pub fn field(ui: &mut Ui, theme: &Theme, field: &Field<'_>) -> Option<String> {
    column(ui, theme, field, |ui, draft| line(ui, theme, field, draft))
}

/// A field of several lines; answers when it is left with something new in it.
pub fn area_field(ui: &mut Ui, theme: &Theme, field: &Field<'_>, rows: usize) -> Option<String> {
    column(ui, theme, field, |ui, draft| {
        let edit = TextEdit::multiline(draft).desired_rows(rows);
        framed(ui, theme, field, edit)
    })
}

/// A field of one line that changes `text` at every key, for forms that are committed as a whole. `wrong` paints it so.
pub fn draft_field(ui: &mut Ui, theme: &Theme, field: &Field<'_>, text: &mut String, wrong: bool) -> Response {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let title = (!field.label.is_empty()).then(|| label(ui, theme, field.label));
        let response = line(ui, theme, field, text);
        if wrong {
            ui.painter().rect_stroke(response.rect, CORNER, Stroke::new(1.5, theme.colours.bad), StrokeKind::Inside);
        }
        named(ui, field, response, title)
    })
    .inner
}

fn column(ui: &mut Ui, theme: &Theme, field: &Field<'_>, edit: impl FnOnce(&mut Ui, &mut String) -> Response) -> Option<String> {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let title = (!field.label.is_empty()).then(|| label(ui, theme, field.label));
        let draft: Option<String> = ui.data_mut(|data| data.get_temp(field.id));
        let mut text = draft.unwrap_or_else(|| field.value.to_owned());
        let response = edit(ui, &mut text);
        let response = named(ui, field, response, title);
        let given_up = ui.input(|input| input.key_pressed(egui::Key::Escape));
        if response.has_focus() && !given_up {
            ui.data_mut(|data| data.insert_temp(field.id, text));
            return None;
        }
        ui.data_mut(|data| data.remove::<String>(field.id));
        (response.lost_focus() && !given_up && text != field.value).then_some(text)
    })
    .inner
}

fn named(ui: &Ui, field: &Field<'_>, response: Response, title: Option<Response>) -> Response {
    match title {
        Some(title) => response.labelled_by(title.id),
        None => {
            let hint = field.hint.to_owned();
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(hint));
            response
        }
    }
}

fn line(ui: &mut Ui, theme: &Theme, field: &Field<'_>, text: &mut String) -> Response {
    framed(ui, theme, field, TextEdit::singleline(text))
}

/// Whether the keyboard has just come to a field, by a key, by a click or because a dialog gave it.
fn comes_to(ui: &Ui, response: &Response) -> bool {
    if !response.has_focus() {
        return false;
    }
    let pass = ui.ctx().cumulative_pass_nr();
    let key = response.id.with("focused in pass");
    let before: Option<u64> = ui.data(|data| data.get_temp(key));
    ui.data_mut(|data| data.insert_temp(key, pass));
    before.is_none_or(|before| before + 1 < pass)
}

fn framed(ui: &mut Ui, theme: &Theme, field: &Field<'_>, edit: TextEdit<'_>) -> Response {
    let output = edit
        .id(field.id)
        .font(TextRole::Body.font())
        .hint_text(theme.muted(TextRole::Body, field.hint))
        .frame(
            Frame::NONE
                .fill(theme.colours.surface)
                .stroke(theme.border())
                .corner_radius(CORNER)
                .inner_margin(Margin::symmetric(9, 0)),
        )
        .min_size(vec2(0.0, FIELD_HEIGHT))
        .align(egui::Align2::LEFT_CENTER)
        .desired_width(ui.available_width())
        .show(ui);
    let response = output.response.response;
    if comes_to(ui, &response) {
        // Figures are mostly typed anew: what is there is selected.
        select_all(ui.ctx(), field.id, output.galley.text());
    }
    if response.has_focus() {
        ui.painter().rect_stroke(response.rect, CORNER, Stroke::new(1.5, theme.colours.accent), StrokeKind::Inside);
    }
    response
}

/// Selects all the words of a field, so that typing replaces them.
pub fn select_all(ctx: &egui::Context, field: egui::Id, words: &str) {
    let mut state = egui::text_edit::TextEditState::load(ctx, field).unwrap_or_default();
    let all = egui::text::CCursorRange::two(egui::text::CCursor::default(), egui::text::CCursor::new(words.chars().count()));
    state.cursor.set_char_range(Some(all));
    state.store(ctx, field);
}
