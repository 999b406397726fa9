//! The legend at the canvas's lower left corner: what the colours of the hall's booths tell, how many have each, and the way
//! to have others. It can be folded to its title.

use std::sync::Arc;

use eframe::egui::{
    Align2, Galley, Painter, Popup, Pos2, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};
use egui_material_icons::icons::{ICON_ARROW_DROP_DOWN, ICON_KEYBOARD_ARROW_LEFT, ICON_KEYBOARD_ARROW_RIGHT};

use crate::app::menu_bar::colour_menu;
use crate::app::theme::{CORNER, Colours, TextRole, icon_font};
use crate::app::view::{Cx, Out};
use crate::app::widgets::focus_ring;
use crate::scene::{self, Key};
use crate::session::{Action, Availability, CommandId};
use crate::text::args;

/// Between the legend and the edges of the canvas.
const MARGIN: f32 = 12.0;
/// The height of a row.
const ROW: f32 = 24.0;
/// The side of the square of a key.
const SQUARE: f32 = 15.0;
/// From one key to the next.
const APART: f32 = 16.0;
/// No legend has more rows: what does not fit is counted.
const MOST_ROWS: usize = 3;
/// A legend that would take more of the canvas's height than this is shown folded.
const MOST_OF_CANVAS: f32 = 0.12;

/// One line of the legend with its finished words.
struct Laid {
    key: Key,
    words: Arc<Galley>,
    count: Arc<Galley>,
    spoken: String,
}

impl Laid {
    fn new(painter: &Painter, cx: &Cx<'_>, key: Key) -> Self {
        let colours = &cx.theme.colours;
        let count = cx.texts.integer(i64::try_from(key.count).unwrap_or(i64::MAX));
        let spoken = format!("{} {count}", key.words);
        let words = painter.layout_no_wrap(key.words.clone(), TextRole::Label.font(), colours.ink);
        let count = painter.layout_no_wrap(count, TextRole::Label.font(), colours.muted);
        Self { key, words, count, spoken }
    }

    fn width(&self) -> f32 {
        SQUARE + 6.0 + self.words.size().x + 5.0 + self.count.size().x
    }

    fn paint(&self, ui: &Ui, colours: &Colours, at: Pos2) {
        let painter = ui.painter();
        let square = Rect::from_min_size(pos2(at.x, at.y - SQUARE / 2.0), vec2(SQUARE, SQUARE));
        swatch(painter, colours, square, &self.key);
        let beside = |galley: &Arc<Galley>, x: f32| pos2(x, at.y - galley.size().y / 2.0);
        let words = square.right() + 6.0;
        painter.galley(beside(&self.words, words), Arc::clone(&self.words), colours.ink);
        let count = words + self.words.size().x + 5.0;
        painter.galley(beside(&self.count, count), Arc::clone(&self.count), colours.muted);
        let rect = Rect::from_min_size(square.min, vec2(self.width(), SQUARE));
        let response = ui.interact(rect, ui.unique_id().with(("legend key", &self.spoken)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &self.spoken));
    }
}

/// A small booth with its sign.
pub fn swatch(painter: &Painter, colours: &Colours, square: Rect, key: &Key) {
    let edge = Stroke::new(1.0, colours.of(key.paint.edge));
    painter.rect(square, 1, colours.of(key.paint.fill), edge, StrokeKind::Inside);
    if key.hatched {
        let lines = [0.33, 0.66].map(|part| {
            let (a, b) = (square.lerp_inside(vec2(0.0, part)), square.lerp_inside(vec2(part, 0.0)));
            Shape::line_segment([a, b], edge)
        });
        painter.extend(lines);
        painter.line_segment([square.lerp_inside(vec2(0.05, 0.95)), square.lerp_inside(vec2(0.95, 0.05))], edge);
    }
    if let Some(letter) = key.letter {
        painter.text(square.center(), Align2::CENTER_CENTER, letter, TextRole::Tiny.font(), colours.ink);
    }
}

/// Where each key begins, of those that fit, and how large all of them are together.
struct Flow {
    places: Vec<(f32, f32)>,
    width: f32,
    rows: usize,
}

impl Flow {
    /// The keys one after the other; the first row begins with `title`.
    fn of(widths: &[f32], title: f32, room: f32) -> Self {
        let mut flow = Self { places: Vec::with_capacity(widths.len()), width: title, rows: 1 };
        let mut x = title;
        for wide in widths {
            if x + wide > room && x > 0.0 {
                if flow.rows == MOST_ROWS {
                    break;
                }
                flow.rows += 1;
                x = 0.0;
            }
            flow.places.push((x, (flow.rows - 1) as f32 * ROW));
            flow.width = flow.width.max(x + wide);
            x += wide + APART;
        }
        flow
    }
}

/// Shows the legend where it is wanted and has room; `room` is how wide it may be.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, canvas: Rect, room: f32, out: &mut Out) {
    let Some(hall) = cx.session.hall() else { return };
    let wanted = cx.session.availability(CommandId::ToggleLegend) == Availability::Switch(true);
    // A hall without booths has no colours to tell of.
    if !wanted || cx.session.index().booth_count(hall) == 0 || canvas.height() < 160.0 {
        return;
    }
    let colours = &cx.theme.colours;
    let layers = cx.session.settings().canvas;
    let title = scene::colour_by_word(cx.texts, cx.session.colour_by());
    let title_galley = ui.painter().layout_no_wrap(title.clone(), TextRole::Button.font(), colours.ink);
    let title_width = title_galley.size().x + 26.0;
    let keys = if layers.legend_open {
        scene::legend(cx.session.plan(), cx.session.index(), cx.texts, cx.session.tally(), hall)
    } else {
        Vec::new()
    };
    let mut laid: Vec<Laid> = keys.into_iter().map(|key| Laid::new(ui.painter(), cx, key)).collect();
    let widths: Vec<f32> = laid.iter().map(Laid::width).collect();
    let inside = room - 2.0 * MARGIN - 2.0 * 8.0 - 24.0;
    let mut flow = Flow::of(&widths, title_width + 8.0, inside);
    // On a small canvas the plan comes first.
    if flow.rows as f32 * ROW > canvas.height() * MOST_OF_CANVAS {
        laid.clear();
        flow = Flow::of(&[], title_width + 8.0, inside);
    }
    let more = laid.len() - flow.places.len();
    let size = vec2(flow.width + 2.0 * 8.0 + 24.0, flow.rows as f32 * ROW + 8.0);
    if size.x > canvas.width() - 2.0 * MARGIN {
        return;
    }
    let rect = Rect::from_min_size(pos2(canvas.left() + MARGIN, canvas.bottom() - MARGIN - size.y), size);
    // What is pressed here is not meant for the booth under it.
    let response = ui.interact(rect, ui.unique_id().with("legend"), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Group, true, cx.texts.legend_title()));
    ui.painter().rect(rect, CORNER + 2, colours.surface, cx.theme.border(), StrokeKind::Inside);
    let inner = rect.shrink2(vec2(8.0, 4.0));

    let chooser = Rect::from_min_size(inner.min, vec2(title_width, ROW));
    let choice = button(ui, cx, chooser, "legend choice", &cx.texts.colour_by_now(args::ColourByNow { what: &title }));
    ui.painter().galley(pos2(chooser.left() + 4.0, chooser.center().y - title_galley.size().y / 2.0), title_galley, colours.ink);
    let at = pos2(chooser.right() - 11.0, chooser.center().y);
    ui.painter().text(at, Align2::CENTER_CENTER, ICON_ARROW_DROP_DOWN.codepoint, icon_font(18.0), colours.muted);
    Popup::menu(&choice).show(|ui| colour_menu(ui, cx, out));

    for (key, (x, y)) in laid.iter().zip(&flow.places) {
        key.paint(ui, colours, pos2(inner.left() + x, inner.top() + y + ROW / 2.0));
    }
    let fold = Rect::from_min_size(pos2(inner.right() - 20.0, inner.bottom() - ROW), vec2(20.0, ROW));
    let (icon, words) = if layers.legend_open {
        (ICON_KEYBOARD_ARROW_LEFT, cx.texts.legend_fold())
    } else {
        (ICON_KEYBOARD_ARROW_RIGHT, cx.texts.legend_unfold())
    };
    let folding = button(ui, cx, fold, "legend fold", &words);
    ui.painter().text(fold.center(), Align2::CENTER_CENTER, icon.codepoint, icon_font(16.0), colours.muted);
    let hint = if more > 0 { cx.texts.legend_more(args::LegendMore { count: more }) } else { words };
    if folding.on_hover_text(hint).clicked() {
        let legend_open = !layers.legend_open;
        out.push(Action::SetCanvasLayers(crate::store::CanvasLayers { legend_open, ..layers }));
    }
}

/// A place of the legend that can be pressed.
fn button(ui: &Ui, cx: &Cx<'_>, rect: Rect, id: &str, words: &str) -> Response {
    let response = ui.interact(rect, ui.unique_id().with(id), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words));
    if response.hovered() {
        ui.painter().rect_filled(rect, CORNER, cx.theme.colours.hovered);
    }
    focus_ring(ui, cx.theme, &response, rect);
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_go_on_in_the_next_row_and_what_has_no_room_is_left_out() {
        let flow = Flow::of(&[50.0, 50.0, 50.0], 40.0, 160.0);
        assert_eq!(flow.places, [(40.0, 0.0), (106.0, 0.0), (0.0, ROW)]);
        assert_eq!((flow.width, flow.rows), (156.0, 2));
        let many = Flow::of(&[50.0; 30], 40.0, 160.0);
        assert_eq!((many.places.len(), many.rows), (6, MOST_ROWS));
    }
}
