//! The canvas: a hall painted through a camera, what is laid over it while drawing, rulers, and its place in the
//! accessibility tree.

mod access;
mod booths;
mod card;
mod drawn;
mod figures;
mod guides;
mod layer;
mod legend;
mod map_preview;
mod map_tiles;
mod minimap;
mod numbering;
mod overlay;
mod pointer;
mod polygon;
mod rulers;

use std::collections::BTreeSet;

use eframe::egui::{self, EventFilter, Id, Painter, Pos2, Rect, Response, Role, Sense, Ui, UiBuilder, pos2, vec2};

pub use access::booth_id;
pub use layer::{Layer, View};
pub(super) use map_tiles::asking::{Asking, Sheet, Wish};
pub use rulers::RULER;

use self::booths::Booths;
use self::card::HoverCard;
use self::map_tiles::MapTiles;
use self::minimap::Minimap;
use self::overlay::Overlay;
use self::pointer::Pointer;
use super::exhibitors::Dragged;
use super::logos::Logos;
use super::view::{Cx, Out};
use super::widgets;
use crate::geometry::{Bounds, Point};
use crate::plan::{BoothId, HallId, Status};
use crate::reader::Reader;
use crate::scene::{self, ColourBy, SceneOptions};
use crate::session::{Action, Availability, COMMANDS, Command, CommandId};
use crate::text::Language;
use crate::tools::ToolKind;

/// The canvas with what it keeps from one frame to the next.
pub struct Canvas {
    /// The hall without its booths.
    floor: Layer,
    booths: Booths,
    /// What is seen over the booths: names of zones, signs, pictures in front.
    above: Layer,
    made_for: Option<MadeFor>,
    maps: MapTiles,
    pointer: Pointer,
    minimap: Minimap,
    card: HoverCard,
    legend: legend::Keys,
    size: Option<(f32, f32)>,
    /// The keyboard came with a click: no ring is needed to say where it is.
    clicked: bool,
}

/// What the layer of the floor was made for.
#[derive(Debug, PartialEq)]
struct MadeFor {
    /// The part of the hall that it holds.
    area: Bounds,
    revision: u64,
    hall: HallId,
    scale: f64,
    language: Language,
    show_maps: bool,
    colour_by: ColourBy,
}

/// The canvas among the widgets of the window.
#[must_use]
pub fn id() -> Id {
    Id::unique("canvas")
}

impl Canvas {
    /// A canvas that has not painted anything yet; tiles of maps will come from this reader.
    #[must_use]
    pub fn new(reader: Reader) -> Self {
        Self {
            floor: Layer::default(),
            booths: Booths::default(),
            above: Layer::default(),
            made_for: None,
            maps: MapTiles::new(reader),
            pointer: Pointer::default(),
            minimap: Minimap::default(),
            card: HoverCard::default(),
            legend: legend::Keys::default(),
            size: None,
            clicked: false,
        }
    }

    /// Shows the canvas in all that is left of the window; answers with the point of the hall under the pointer.
    pub fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Out) -> Option<Point> {
        let outer = ui.available_rect_before_wrap();
        let rect = Rect::from_min_max(outer.min + vec2(RULER, RULER), outer.max);
        if self.size != Some((rect.width(), rect.height())) {
            // The very first frame would show the hall through a camera for a canvas without a size.
            if self.size.is_none() {
                ui.ctx().request_discard("the canvas has a size now");
            }
            self.size = Some((rect.width(), rect.height()));
            out.push(Action::CanvasSize(rect.width(), rect.height()));
        }
        let view = View { camera: cx.session.camera(), rect, colours: cx.theme.colours };
        let builder =
            UiBuilder::new().max_rect(rect).accessibility_role(Role::ListBox).accessibility_label(cx.texts.canvas_name());
        let hover = ui.scope_builder(builder, |ui| self.hall(ui, cx, &view, out)).inner;
        let pointer = hover.filter(|at| rect.contains(*at));
        rulers::rulers(&ui.painter_at(outer), cx, outer, &view, pointer);
        if pointer.is_none() && cx.session.pointer().is_some() && !egui::Popup::is_any_open(ui.ctx()) {
            out.push(Action::PointerLeft);
        }
        pointer.map(|at| view.point(at))
    }

    /// What logos are painted with.
    #[must_use]
    pub const fn logos(&self) -> &Logos {
        &self.booths.logos
    }

    fn hall(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: &View, out: &mut Out) -> Option<Pos2> {
        let response = ui.interact(view.rect, id(), Sense::click_and_drag());
        let label = cx.texts.canvas_name();
        response.widget_info(|| egui::WidgetInfo::labeled(Role::Canvas, true, &label));
        let tool = cx.session.tool();
        ui.memory_mut(|memory| {
            // In the midst of a gesture Tab goes from the width to the depth.
            let keys = EventFilter { tab: tool.takes_figures(), horizontal_arrows: true, vertical_arrows: true, escape: true };
            memory.set_focus_lock_filter(id(), keys);
        });
        let painter = ui.painter_at(view.rect);
        painter.rect_filled(view.rect, 0, cx.theme.colours.canvas);
        self.paint(&painter, cx, view, out);
        let overlay = Overlay { painter: &painter, view, theme: cx.theme, texts: cx.texts };
        let preview = cx.session.preview();
        let moving = !preview.shapes.is_empty() || !preview.gone.is_empty();
        if !moving && cx.session.numbering().is_none() {
            overlay.selection(cx.session, cx.session.tool().kind() == ToolKind::Select && preview.marquee.is_none());
        }
        if !moving {
            overlay.numbering(cx.session);
            overlay.drawn(cx.session);
        }
        let hover = ui.input(|input| input.pointer.hover_pos());
        overlay.maps(cx.session);
        overlay.preview(preview, hover);
        let dropping = drop_exhibitor(&response, cx, &overlay, out);
        if !response.has_focus() {
            self.clicked = false;
        } else if !self.clicked {
            overlay.focus();
        }
        access::booths(ui, cx, view, out);
        let minimap = minimap::place(cx, view);
        let room = view.rect.width() - minimap.map_or(0.0, |place| view.rect.right() - place.left());
        legend::show(ui, cx, &mut self.legend, view.rect, room, out);
        if let Some(place) = minimap {
            self.minimap.show(ui, cx, view, place, out);
        }
        if !dropping {
            self.react(ui, cx, &response, view, out);
        }
        empty_hall(ui, cx, view, out);
        hover.filter(|_| response.contains_pointer())
    }

    /// The hall, and the booths that are being moved.
    fn paint(&mut self, painter: &Painter, cx: &Cx<'_>, view: &View, out: &mut Out) {
        let Some(hall) = cx.session.hall() else { return };
        let preview = cx.session.preview();
        let hidden: BTreeSet<BoothId> =
            preview.shapes.booths.iter().map(|(id, _)| *id).chain(preview.gone.iter().copied()).collect();
        let is_on = |command| cx.session.availability(command) == Availability::Switch(true);
        let show_maps = is_on(CommandId::ToggleMap);
        let colour_by = cx.session.colour_by();
        let options = SceneOptions { hidden: &hidden, show_maps, colour_by, ..SceneOptions::screen(view.camera.scale, cx.texts) };
        let in_view = view.camera.view(view.rect.width(), view.rect.height());
        // More than is in view, so that panning does not make it anew at every step.
        let size = in_view.size();
        let made = self.made_for.as_ref().filter(|made| made.scale == view.camera.scale && made.area.encloses(in_view));
        let wanted = MadeFor {
            area: made.map_or_else(|| in_view.grown(size.width.max(size.depth) / 4), |made| made.area),
            revision: cx.session.revision(),
            hall,
            scale: view.camera.scale,
            language: cx.texts.language(),
            show_maps,
            colour_by,
        };
        let plan = cx.session.plan();
        if self.made_for.as_ref() != Some(&wanted) {
            let area = Some(wanted.area);
            self.floor = Layer::new(scene::floor_scene(plan, hall, area, &options).items);
            self.above = Layer::new(scene::above_scene(plan, cx.session.index(), hall, area, &options).items);
            self.made_for = Some(wanted);
        }
        self.maps.update(painter, cx, view, hall, show_maps, out);
        self.floor.paint(painter, view, &self.maps);
        self.booths.paint(painter, view, plan, cx.session.index(), hall, &options);
        self.above.paint(painter, view, &self.maps);
        if is_on(CommandId::ToggleGrid) {
            let overlay = Overlay { painter, view, theme: cx.theme, texts: cx.texts };
            overlay.grid(cx.session.tool_settings().grid);
        }
        self.booths.paint_moved(painter, view, plan, cx.session.index(), &preview.shapes.booths, &options);
    }

    fn react(&mut self, ui: &mut Ui, cx: &Cx<'_>, response: &Response, view: &View, out: &mut Out) {
        if response.is_pointer_button_down_on() && !response.has_focus() {
            response.request_focus();
            self.clicked = true;
        }
        self.pointer.events(ui, response, view, cx.session.settings().canvas.wheel_zooms, out);
        let icon = self.pointer.cursor().unwrap_or_else(|| overlay::cursor(cx.session.preview().cursor));
        if (response.hovered() || self.pointer.is_busy()) && icon != egui::CursorIcon::Default {
            ui.ctx().set_cursor_icon(icon);
        }
        let under_pointer = |at: Option<Pos2>| booth_at(cx, view, at?);
        let tool = cx.session.tool();
        let idle = tool.kind() == ToolKind::Select && tool.is_idle() && !self.pointer.is_busy();
        self.card.show(response, cx, view, idle && !response.context_menu_opened());
        if response.secondary_clicked()
            && let Some(booth) = under_pointer(response.interact_pointer_pos())
            && !cx.session.selection().booths.contains(&booth)
        {
            let (plan, index) = (cx.session.plan(), cx.session.index());
            out.push(Action::Select(crate::tools::with_groups(plan, index, crate::edit::Objects::of_booths([booth]))));
        }
        response.context_menu(|ui| {
            // Of what is selected, else of the floor: what cannot be done there is left out.
            let possible = |command: &&Command| command.in_context_menu && cx.session.availability(command.id).is_ready();
            let mut commands: Vec<_> = COMMANDS.iter().filter(possible).collect();
            if cx.session.selection().is_empty() {
                let of_the_floor = [CommandId::SelectAll, CommandId::ZoomToFit, CommandId::InsertBooth, CommandId::InsertBlock];
                commands.extend(of_the_floor.map(CommandId::row));
            }
            super::menu_bar::context_menu(ui, cx, &commands, out);
        });
    }
}

/// The booth at a place of the window.
fn booth_at(cx: &Cx<'_>, view: &View, at: Pos2) -> Option<BoothId> {
    cx.session.index().booth_at(cx.session.plan(), cx.session.hall()?, view.point(at))
}

/// Lights up the booth that an exhibitor is dragged over, and lets it go there. Answers whether one is being dragged.
fn drop_exhibitor(response: &Response, cx: &Cx<'_>, overlay: &Overlay<'_>, out: &mut Out) -> bool {
    let released = response.dnd_release_payload::<Dragged>();
    let hovering = response.dnd_hover_payload::<Dragged>();
    let Some(dragged) = released.as_ref().or(hovering.as_ref()) else { return false };
    let pointer = response.ctx.pointer_interact_pos();
    let target = pointer.and_then(|at| booth_at(cx, overlay.view, at));
    if let Some(booth) = target {
        if let Some(record) = cx.session.plan().get(booth) {
            overlay.drop_target(&record.outline, cx.session.plan().status(booth) != Status::Blocked);
        }
        if released.is_some() {
            out.push(Action::DropExhibitor { exhibitor: dragged.exhibitor, from: dragged.from, to: booth });
        }
    }
    true
}

/// What to do next in a hall with nothing in it.
fn empty_hall(ui: &mut Ui, cx: &Cx<'_>, view: &View, out: &mut Out) {
    let Some(hall) = cx.session.hall() else { return };
    let index = cx.session.index();
    let empty = index.booth_count(hall) == 0 && index.maps(hall).next().is_none();
    if !empty || cx.session.tool().kind() != ToolKind::Select {
        return;
    }
    let size = vec2(300.0, 230.0);
    let centre = view.rect.center();
    let rect = Rect::from_min_size(pos2(centre.x - size.x / 2.0, centre.y - size.y / 2.0), size);
    ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
        let actions = [cx.texts.command_hall_map(), cx.texts.command_insert_block()];
        let actions = actions.each_ref().map(String::as_str);
        let icon = egui_material_icons::icons::ICON_MAP;
        let (title, advice) = (cx.texts.canvas_empty(), cx.texts.canvas_empty_hint());
        match widgets::empty(ui, cx.theme, icon, &title, &advice, &actions) {
            Some(0) => out.run(CommandId::InsertMap),
            Some(_) => out.run(CommandId::InsertBlock),
            None => {}
        }
    });
}
