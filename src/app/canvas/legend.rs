//! The legend at the canvas's lower left corner: what the colours of the hall's booths tell, how many have each, and the way
//! to have others. It can be folded to its title.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{
    Align2, Galley, Mesh, Painter, Popup, Pos2, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};
use egui_material_icons::icons::{ICON_ARROW_DROP_DOWN, ICON_KEYBOARD_ARROW_LEFT, ICON_KEYBOARD_ARROW_RIGHT};

use super::polygon::triangles;
use crate::app::menu_bar::colour_menu;
use crate::app::theme::{CORNER, Colours, TextRole, icon_font};
use crate::app::view::{Cx, Out};
use crate::app::widgets::focus_ring;
use crate::plan::{HallId, UtilityKind};
use crate::scene::{self, ColourBy, Key, Mark, Paint};
use crate::session::{Action, Availability, CommandId};
use crate::text::{Language, args};

/// Between the legend and the edges of the canvas.
const MARGIN: f32 = 12.0;
/// The height of a row.
const ROW: f32 = 24.0;
/// The side of the square of a key.
const SQUARE: f32 = 15.0;
/// From one key to the next.
const APART: f32 = 16.0;
/// Words are cut at this width.
const LONGEST: f32 = 180.0;
/// No legend has more rows: what does not fit is counted.
const MOST_ROWS: usize = 3;
/// A legend that would take more of the canvas's height than this is shown folded.
const MOST_OF_CANVAS: f32 = 0.12;

/// One line of the legend with its finished words.
struct Laid {
    mark: Mark,
    words: Arc<Galley>,
    count: Option<Arc<Galley>>,
    spoken: String,
}

impl Laid {
    fn new(painter: &Painter, cx: &Cx<'_>, key: &Key) -> Self {
        let colours = &cx.theme.colours;
        let count = key.count.map(|count| cx.texts.integer(i64::try_from(count).unwrap_or(i64::MAX)));
        let spoken = [Some(key.words.clone()), count.clone()].into_iter().flatten().collect::<Vec<_>>().join(" ");
        let mut job = LayoutJob::simple_singleline(key.words.clone(), TextRole::Label.font(), colours.ink);
        job.wrap = TextWrapping::truncate_at_width(LONGEST);
        let words = painter.layout_job(job);
        let count = count.map(|count| painter.layout_no_wrap(count, TextRole::Label.font(), colours.muted));
        Self { mark: key.mark, words, count, spoken }
    }

    fn width(&self) -> f32 {
        self.mark_width() + self.words.size().x + self.count.as_ref().map_or(0.0, |count| 5.0 + count.size().x)
    }

    /// From its beginning to its words.
    fn mark_width(&self) -> f32 {
        if self.mark == Mark::Rest { 0.0 } else { SQUARE + 6.0 }
    }

    fn paint(&self, ui: &Ui, colours: &Colours, at: Pos2) {
        let painter = ui.painter();
        let square = Rect::from_min_size(pos2(at.x, at.y - SQUARE / 2.0), vec2(SQUARE, SQUARE));
        swatch(painter, colours, square, self.mark);
        let beside = |galley: &Arc<Galley>, x: f32| pos2(x, at.y - galley.size().y / 2.0);
        let words = at.x + self.mark_width();
        painter.galley(beside(&self.words, words), Arc::clone(&self.words), colours.ink);
        if let Some(count) = &self.count {
            let after = words + self.words.size().x + 5.0;
            painter.galley(beside(count, after), Arc::clone(count), colours.muted);
        }
        let rect = Rect::from_min_size(square.min, vec2(self.width(), SQUARE));
        let response = ui.interact(rect, ui.unique_id().with(("legend key", &self.spoken)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &self.spoken));
    }
}

/// What stands before the words of a line, as large as a square.
pub fn swatch(painter: &Painter, colours: &Colours, square: Rect, mark: Mark) {
    match mark {
        Mark::Booth { paint, letter, hatched } => booth(painter, colours, square, (paint, letter, hatched)),
        Mark::Utility(kind) => utility(painter, colours, square, kind),
        Mark::Zone(tint) => {
            let colour = colours.of(scene::Role::of_tint_edge(tint));
            let fill = colour.gamma_multiply(scene::ZONE_OPACITY);
            painter.rect(square, 1, fill, Stroke::new(1.5, colour), StrokeKind::Inside);
        }
        Mark::Rest => {}
    }
}

/// The round sign of a supply point.
fn utility(painter: &Painter, colours: &Colours, square: Rect, kind: UtilityKind) {
    let colour = colours.of(scene::utility_role(kind));
    let (centre, radius) = (square.center(), square.width() / 2.0);
    painter.circle(centre, radius - 0.5, colours.of(scene::Role::HallFloor), Stroke::new(1.25, colour));
    let corner = |(x, y): (f64, f64)| centre + vec2(x as f32, y as f32) * (radius * 0.9);
    let corners: Vec<Pos2> = scene::utility_picture(kind).into_iter().map(corner).collect();
    let mut mesh = Mesh::default();
    corners.iter().for_each(|corner| mesh.colored_vertex(*corner, colour));
    triangles(&corners).into_iter().for_each(|[a, b, c]| mesh.add_triangle(a, b, c));
    painter.add(mesh);
}

/// A small booth with its letter.
fn booth(painter: &Painter, colours: &Colours, square: Rect, (paint, letter, hatched): (Paint, Option<char>, bool)) {
    let edge = Stroke::new(1.0, colours.of(paint.edge));
    painter.rect(square, 1, colours.of(paint.fill), edge, StrokeKind::Inside);
    if hatched {
        let lines = [0.33, 0.66].map(|part| {
            let (a, b) = (square.lerp_inside(vec2(0.0, part)), square.lerp_inside(vec2(part, 0.0)));
            Shape::line_segment([a, b], edge)
        });
        painter.extend(lines);
        painter.line_segment([square.lerp_inside(vec2(0.05, 0.95)), square.lerp_inside(vec2(0.95, 0.05))], edge);
    }
    if let Some(letter) = letter {
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

/// The keys of a hall, kept until the plan, the hall or what colours tell changes.
#[derive(Default)]
pub struct Keys {
    made_for: Option<(u64, HallId, Language, ColourBy)>,
    booths: Vec<Key>,
    signs: Vec<Key>,
}

impl Keys {
    fn follow(&mut self, cx: &Cx<'_>, hall: HallId) {
        let made_for = (cx.session.revision(), hall, cx.texts.language(), cx.session.colour_by());
        if self.made_for != Some(made_for) {
            let (plan, index, tally) = (cx.session.plan(), cx.session.index(), cx.session.tally());
            self.booths = scene::legend(plan, index, cx.texts, tally, hall);
            self.signs = scene::sign_legend(plan, index, cx.texts, tally, hall);
            self.made_for = Some(made_for);
        }
    }
}

/// Shows the legend where it is wanted and has room; `room` is how wide it may be.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, keys: &mut Keys, canvas: Rect, room: f32, out: &mut Out) {
    let Some(hall) = cx.session.hall() else { return };
    let wanted = cx.session.availability(CommandId::ToggleLegend) == Availability::Switch(true);
    keys.follow(cx, hall);
    // A hall without booths has no colours to tell of.
    let is_empty = cx.session.index().booth_count(hall) == 0 && keys.signs.is_empty();
    if !wanted || is_empty || canvas.height() < 160.0 {
        return;
    }
    let colours = &cx.theme.colours;
    let layers = cx.session.settings().canvas;
    let title = scene::colour_by_word(cx.texts, cx.session.colour_by());
    let title_galley = ui.painter().layout_no_wrap(title.clone(), TextRole::Button.font(), colours.ink);
    let title_width = title_galley.size().x + 26.0;
    let colour_count = keys.booths.len();
    let keys = keys.booths.iter().chain(&keys.signs).filter(|_| layers.legend_open);
    let mut laid: Vec<Laid> = keys.map(|key| Laid::new(ui.painter(), cx, key)).collect();
    let widths: Vec<f32> = laid.iter().map(Laid::width).collect();
    let inside = room - 2.0 * MARGIN - 2.0 * 8.0 - 24.0;
    // On a small canvas the plan comes first, and colours come before what is written on the plan itself.
    let flows = [laid.len(), colour_count, 0].map(|count| widths.get(..count).unwrap_or_default());
    let mut flows = flows.map(|widths| Flow::of(widths, title_width + 8.0, inside)).into_iter();
    let fits = |flow: &Flow| flow.rows as f32 * ROW <= canvas.height() * MOST_OF_CANVAS;
    let Some(flow) = flows.find(|flow| fits(flow) || flow.places.is_empty()) else { return };
    if flow.places.is_empty() {
        laid.clear();
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
