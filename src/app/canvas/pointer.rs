//! The pointer on the canvas as events of the tools, and the ways to move the view.

use eframe::egui::{self, Event, Key, PointerButton, Pos2, Response, Ui};

use super::View;
use crate::app::view::Out;
use crate::session::Action;
use crate::tools;

/// Seconds and points between the two presses of a double click.
const DOUBLE: (f64, f32) = (0.4, 6.0);

/// Points of the wheel to a zoom by e, as egui zooms by the wheel with Ctrl.
const POINTS_PER_ZOOM: f32 = 200.0;

/// What the pointer is about.
#[derive(Clone, Copy, Debug, Default)]
pub struct Pointer {
    /// The main button went down on the canvas and is still down.
    pressed: bool,
    /// The view is being dragged.
    panning: bool,
    /// Space is held over the canvas: the next press drags the view.
    ready_to_pan: bool,
    /// The wheel that was turned last has steps: that of a mouse, and no touchpad.
    stepped_wheel: bool,
    last_press: Option<(f64, Pos2)>,
}

const fn held(modifiers: egui::Modifiers) -> tools::Modifiers {
    tools::Modifiers { shift: modifiers.shift, control: modifiers.command, alt: modifiers.alt }
}

impl Pointer {
    /// Passes on what the pointer did in this frame.
    pub fn events(&mut self, ui: &Ui, response: &Response, view: &View, wheel_zooms: bool, out: &mut Out) {
        let over = response.contains_pointer();
        // A button that lies on the canvas takes its presses.
        let ours = response.is_pointer_button_down_on() || response.clicked() || response.drag_stopped();
        // Asked before: inside of `input` the context is locked, and asking it there would wait for ever.
        let is_typing = ui.ctx().text_edit_focused();
        let (events, time, space) =
            ui.input(|input| (input.events.clone(), input.time, input.key_down(Key::Space) && !is_typing));
        // The press that closes a menu does nothing else.
        let menu_open = egui::Popup::is_any_open(ui.ctx());
        let dragging_something = egui::DragAndDrop::has_any_payload(ui.ctx());
        for event in &events {
            match *event {
                Event::PointerButton { pos, button: PointerButton::Primary, pressed: true, modifiers }
                    if over && ours && !menu_open && view.rect.contains(pos) =>
                {
                    if space {
                        self.panning = true;
                    } else {
                        self.press(view, pos, time, modifiers, out);
                    }
                }
                Event::PointerButton { button: PointerButton::Middle, pressed, .. } => self.panning = pressed && over,
                Event::PointerButton { pos, button: PointerButton::Primary, pressed: false, modifiers } => {
                    self.panning = false;
                    if std::mem::take(&mut self.pressed) {
                        let release = tools::Event::Release { at: view.point(pos), modifiers: held(modifiers) };
                        out.push(Action::Pointer(release));
                    }
                }
                Event::PointerMoved(pos) if !self.panning && !dragging_something && (over || self.pressed) => {
                    let modifiers = held(ui.input(|input| input.modifiers));
                    out.push(Action::Pointer(tools::Event::Move { at: view.point(pos), modifiers }));
                }
                Event::Key { key: Key::Escape, pressed: true, .. } | Event::WindowFocused(false) if self.pressed => {
                    self.pressed = false;
                    out.push(Action::Pointer(tools::Event::Cancel));
                }
                Event::WindowFocused(false) => self.panning = false,
                Event::MouseWheel { unit, source, .. } => {
                    let unknown = source == egui::MouseWheelSource::Unknown;
                    self.stepped_wheel =
                        source == egui::MouseWheelSource::Wheel || unknown && unit != egui::MouseWheelUnit::Point;
                }
                _ => {}
            }
        }
        if self.panning {
            let way = ui.input(|input| input.pointer.delta());
            if way != egui::Vec2::ZERO {
                out.push(Action::Pan(way.x, way.y));
            }
        }
        self.ready_to_pan = space && over;
        if over && !dragging_something {
            self.wheel(ui, view, wheel_zooms, out);
        }
    }

    fn press(&mut self, view: &View, pos: Pos2, time: f64, modifiers: egui::Modifiers, out: &mut Out) {
        let again = self.last_press.is_some_and(|(before, place)| time - before < DOUBLE.0 && place.distance(pos) < DOUBLE.1);
        self.last_press = (!again).then_some((time, pos));
        self.pressed = true;
        let press = tools::Event::Press { at: view.point(pos), modifiers: held(modifiers), clicks: if again { 2 } else { 1 } };
        out.push(Action::Pointer(press));
    }

    /// The wheel and the fingers on a touchpad or a screen: Ctrl and the wheel zoom, as does pinching; else the view moves, unless
    /// the wheel of a mouse is to zoom.
    fn wheel(self, ui: &Ui, view: &View, wheel_zooms: bool, out: &mut Out) {
        let (mut zoom, mut scroll, pointer, fingers) = ui.input(|input| {
            let pointer = input.pointer.hover_pos().or(input.pointer.latest_pos());
            (input.zoom_delta(), input.smooth_scroll_delta(), pointer, input.multi_touch())
        });
        if let Some(fingers) = fingers {
            scroll += fingers.translation_delta;
        } else if wheel_zooms && self.stepped_wheel && scroll.y != 0.0 && scroll.x == 0.0 {
            zoom *= (scroll.y / POINTS_PER_ZOOM).exp();
            scroll = egui::Vec2::ZERO;
        }
        let pointer = fingers.map(|fingers| fingers.center_pos).or(pointer);
        if let Some(pointer) = pointer.filter(|_| (zoom - 1.0).abs() > f32::EPSILON) {
            out.push(Action::Zoom { factor: f64::from(zoom), at: view.screen(pointer) });
        }
        if scroll != egui::Vec2::ZERO {
            out.push(Action::Pan(scroll.x, scroll.y));
        }
    }

    /// The sign of the pointer while the view is dragged or about to be.
    #[must_use]
    pub const fn cursor(&self) -> Option<egui::CursorIcon> {
        match (self.panning, self.ready_to_pan) {
            (true, _) => Some(egui::CursorIcon::Grabbing),
            (false, true) => Some(egui::CursorIcon::Grab),
            (false, false) => None,
        }
    }

    /// Whether a gesture or a drag of the view goes on.
    #[must_use]
    pub const fn is_busy(&self) -> bool {
        self.pressed || self.panning
    }
}
