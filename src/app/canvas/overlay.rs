//! What is laid over the hall while it is worked on: the selection and its handles, the gesture under way, guides with their
//! distances, the booth that an exhibitor is dragged onto.

use eframe::egui::{self, Align2, Color32, Mesh, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

use super::{View, figures};
use crate::app::theme::{CORNER, TextRole, Theme};
use crate::geometry::{Bounds, Camera, Length, Outline};
use crate::index::structure_outline;
use crate::plan::StructureShape;
use crate::session::Session;
use crate::text::Texts;
use crate::tools::{self, Frame, Handle, Preview};

/// How thick the line around what is selected is.
const SELECTED: f32 = 2.0;
/// Up to so many outlines are painted smoothly.
const SMOOTH: usize = 60;
/// How large a handle is.
pub(super) const HANDLE: f32 = 8.0;

/// Paints on a hall.
pub struct Overlay<'a> {
    /// With this.
    pub painter: &'a Painter,
    /// Through this.
    pub view: &'a View,
    /// In these colours.
    pub theme: &'a Theme,
    /// With these words.
    pub texts: &'a Texts,
}

impl Overlay<'_> {
    fn corners(&self, outline: &Outline) -> Vec<Pos2> {
        outline.corners().into_iter().map(|corner| self.view.place(corner)).collect()
    }

    pub(super) fn outline(&self, outline: &Outline, fill: Color32, stroke: Stroke) {
        if let Outline::Round { centre, radius } = outline {
            let radius = self.view.camera.points(*radius);
            self.painter.circle(self.view.place(*centre), radius, fill, stroke);
            return;
        }
        let corners = self.corners(outline);
        if super::polygon::is_convex(&corners) {
            self.painter.add(Shape::convex_polygon(corners, fill, stroke));
        } else {
            self.painter.add(super::polygon::filled(&corners, fill));
            self.painter.add(Shape::closed_line(corners, stroke));
        }
    }

    /// Outlines of things, of which there may be thousands: the upright ones are rectangles of one mesh then.
    pub(super) fn outlines<'o>(&self, outlines: impl IntoIterator<Item = &'o Outline>, fill: Color32, stroke: Stroke) {
        let outlines: Vec<&Outline> = outlines.into_iter().collect();
        if outlines.len() <= SMOOTH {
            outlines.into_iter().for_each(|outline| self.outline(outline, fill, stroke));
            return;
        }
        let mut mesh = Mesh::default();
        for outline in outlines {
            if !matches!(outline, Outline::Rectangle { angle, .. } if angle.quarter_turns().is_some()) {
                self.outline(outline, fill, stroke);
                continue;
            }
            let bounds = outline.bounds();
            let rect = Rect::from_two_pos(self.view.place(bounds.min()), self.view.place(bounds.max()));
            let outer = rect.expand(stroke.width / 2.0);
            let inner = rect.shrink(stroke.width / 2.0);
            if inner.is_negative() {
                mesh.add_colored_rect(outer, stroke.color);
                continue;
            }
            mesh.add_colored_rect(outer.with_max_y(inner.min.y), stroke.color);
            mesh.add_colored_rect(outer.with_min_y(inner.max.y), stroke.color);
            mesh.add_colored_rect(
                Rect { min: pos2(outer.min.x, inner.min.y), max: pos2(inner.min.x, inner.max.y) },
                stroke.color,
            );
            mesh.add_colored_rect(
                Rect { min: pos2(inner.max.x, inner.min.y), max: pos2(outer.max.x, inner.max.y) },
                stroke.color,
            );
            if fill != Color32::TRANSPARENT {
                mesh.add_colored_rect(inner, fill);
            }
        }
        self.painter.add(Shape::mesh(mesh));
    }

    pub(super) fn dashed(&self, outline: &Outline, fill: Color32, colour: Color32) {
        self.outline(outline, fill, Stroke::NONE);
        let mut corners: Vec<Pos2> = outline.ring().into_iter().map(|corner| self.view.place(corner)).collect();
        corners.extend(corners.first().copied());
        // The ground of the dashes: on a bright picture in the dark theme they would not be seen alone.
        let ground = Stroke::new(2.5, self.theme.colours.surface.gamma_multiply(0.75));
        self.painter.add(Shape::line(corners.clone(), ground));
        self.painter.extend(Shape::dashed_line(&corners, Stroke::new(1.5, colour), 5.0, 3.0));
    }

    /// The things that are selected, with their handles while the tool can use them.
    pub fn selection(&self, session: &Session, handles: bool) {
        let (plan, selection) = (session.plan(), session.selection());
        let accent = self.theme.colours.accent;
        let fill = accent.gamma_multiply(0.10);
        let stroke = Stroke::new(SELECTED, accent);
        let area = self.view.camera.view(self.view.rect.width(), self.view.rect.height());
        let booths = selection.booths.iter().filter_map(|id| plan.get(*id));
        let booths = booths.filter(|booth| Some(booth.hall) == session.hall() && area.touches(booth.outline.bounds()));
        self.outlines(booths.map(|booth| &booth.outline), fill, stroke);
        for structure in selection.structures.iter().filter_map(|id| plan.get(*id)) {
            match &structure.shape {
                // A box around its line would hide the figure.
                StructureShape::Dimension { from, to, offset } => self.dimension(*from, *to, *offset),
                shape => self.outline(&structure_outline(shape), fill, stroke),
            }
        }
        for map in selection.maps.iter().filter_map(|id| plan.get(*id)) {
            self.outline(&map.outline(), Color32::TRANSPARENT, stroke);
        }
        if handles && let Some(frame) = tools::frame(plan, &tools::movable(plan, selection)) {
            self.handles(&frame, selection.len() > 1);
            self.corner_handles(session);
        }
    }

    fn handles(&self, frame: &Frame, several: bool) {
        let colours = &self.theme.colours;
        let stroke = Stroke::new(1.5, colours.accent);
        if several {
            let mut corners: Vec<Pos2> = frame.corners().into_iter().map(|corner| self.view.place(corner)).collect();
            corners.extend(corners.first().copied());
            self.painter.extend(Shape::dashed_line(&corners, Stroke::new(1.0, colours.accent), 4.0, 3.0));
        }
        let all = tools::handles(frame, self.view.camera.length(1.0));
        let place = |wanted: Handle| all.iter().find(|(handle, _)| *handle == wanted).map(|(_, at)| self.view.place(*at));
        if let (Some(rotate), Frame::Box { bounds, angle }) = (place(Handle::Rotate), frame) {
            let middle = crate::geometry::Point::new(bounds.centre().x, bounds.min().y).turned(bounds.centre(), *angle);
            self.painter.line_segment([self.view.place(middle), rotate], Stroke::new(1.0, colours.accent));
        }
        for (handle, at) in &all {
            let at = self.view.place(*at);
            if *handle == Handle::Rotate {
                self.painter.circle(at, HANDLE / 2.0 + 0.5, colours.surface, stroke);
            } else {
                let rect = Rect::from_center_size(at, vec2(HANDLE, HANDLE));
                self.painter.rect(rect, 2, colours.surface, stroke, StrokeKind::Inside);
            }
        }
    }

    /// The corners of a polygon, and smaller the middles of its edges.
    fn corner_handles(&self, session: &Session) {
        let colours = &self.theme.colours;
        for (handle, at) in tools::corner_handles(
            session.plan(),
            &tools::movable(session.plan(), session.selection()),
            self.view.camera.length(1.0),
        ) {
            let at = self.view.place(at);
            match handle {
                Handle::Edge(_) => self.painter.circle(at, HANDLE / 2.0 - 1.0, colours.accent, Stroke::new(1.5, colours.surface)),
                _ => {
                    let rect = Rect::from_center_size(at, vec2(HANDLE, HANDLE));
                    self.painter.rect(rect, 2, colours.surface, Stroke::new(1.5, colours.accent), StrokeKind::Inside)
                }
            };
        }
    }

    /// A shape or a cut drawn corner by corner.
    fn drawn_corners(&self, corners: &[crate::geometry::Point]) {
        let colours = &self.theme.colours;
        let corners: Vec<Pos2> = corners.iter().map(|corner| self.view.place(*corner)).collect();
        let stroke = Stroke::new(1.5, colours.accent);
        self.painter.add(Shape::line(corners.clone(), Stroke::new(3.5, colours.surface.gamma_multiply(0.75))));
        self.painter.add(Shape::line(corners.clone(), stroke));
        for corner in &corners {
            self.painter.circle(*corner, HANDLE / 2.0 - 0.5, colours.surface, stroke);
        }
    }

    /// A booth that would be made of another: its number and area in its middle.
    fn part(&self, part: &tools::Part) {
        let colours = &self.theme.colours;
        self.dashed(&part.outline, colours.accent.gamma_multiply(0.16), colours.accent);
        let words = format!("{} · {}", part.number, self.texts.area(part.outline.area()));
        let bounds = part.outline.bounds();
        let room = Rect::from_two_pos(self.view.place(bounds.min()), self.view.place(bounds.max()));
        // Labels of small parts would lie over each other: of these the number alone, or nothing.
        let fits = |words: &&str| {
            let size = self.painter.layout_no_wrap((*words).to_owned(), TextRole::Name.font(), colours.ink).size();
            size.x + 6.0 <= room.width() && size.y <= room.height()
        };
        if let Some(words) = [words.as_str(), part.number.as_str()].into_iter().find(|words| fits(words)) {
            self.label(self.view.place(part.outline.centre()), Align2::CENTER_CENTER, words, colours.accent);
        }
    }

    /// The gesture under way, but for moved booths, which are painted as booths.
    pub fn preview(&self, preview: &Preview, pointer: Option<Pos2>) {
        let colours = &self.theme.colours;
        let fill = colours.accent.gamma_multiply(0.16);
        let moved = preview.shapes.booths.iter().map(|(_, outline)| outline);
        self.outlines(moved, Color32::TRANSPARENT, Stroke::new(SELECTED, colours.accent));
        for outline in &preview.new_booths {
            self.dashed(outline, fill, colours.accent);
        }
        for shape in preview.shapes.structures.iter().map(|(_, shape)| shape).chain(&preview.new_structures) {
            match shape {
                StructureShape::Dimension { from, to, offset } => self.dimension(*from, *to, *offset),
                shape => self.dashed(&structure_outline(shape), fill, colours.accent),
            }
        }
        preview.parts.iter().for_each(|part| self.part(part));
        preview.guides.iter().for_each(|guide| self.guide(guide));
        self.drawn_corners(&preview.corners);
        preview.distances.iter().for_each(|distance| self.distance(distance));
        if let Some(marquee) = preview.marquee {
            self.marquee(marquee);
        }
        if let Some(pivot) = preview.pivot {
            self.pivot(pivot);
        }
        if let (Some(measure), Some(pointer)) = (&preview.measure, pointer) {
            let words = figures::words(self.texts, measure, preview.typing.as_ref());
            self.label(pointer + vec2(16.0, 22.0), Align2::LEFT_CENTER, &words, colours.accent);
        }
    }

    fn marquee(&self, marquee: Bounds) {
        let rect = Rect::from_two_pos(self.view.place(marquee.min()), self.view.place(marquee.max()));
        let accent = self.theme.colours.accent;
        self.painter.rect(rect, 0, accent.gamma_multiply(0.10), Stroke::new(1.0, accent), StrokeKind::Middle);
    }

    /// Words on a coloured ground.
    pub(super) fn label(&self, at: Pos2, align: Align2, words: &str, ground: Color32) {
        let colours = &self.theme.colours;
        let galley = self.painter.layout_no_wrap(words.to_owned(), TextRole::Button.font(), colours.on_accent);
        let rect = align.anchor_size(at, galley.size() + vec2(12.0, 6.0));
        // Beside the pointer, but not outside the canvas.
        let room = self.view.rect.shrink(2.0);
        let moved = vec2((room.right() - rect.right()).min(0.0), (room.bottom() - rect.bottom()).min(0.0));
        let rect = rect.translate(moved);
        self.painter.rect_filled(rect, CORNER - 2, ground);
        self.painter.galley(rect.min + vec2(6.0, 3.0), galley, colours.on_accent);
    }

    /// The booth that an exhibitor would go to.
    pub fn drop_target(&self, outline: &Outline, possible: bool) {
        let colours = &self.theme.colours;
        let colour = if possible { colours.accent } else { colours.bad };
        self.outline(outline, colour.gamma_multiply(0.28), Stroke::new(3.0, colour));
    }

    /// The ring around the whole canvas when it has the keyboard.
    pub fn focus(&self) {
        let ring = Stroke::new(2.0, self.theme.colours.accent);
        self.painter.rect_stroke(self.view.rect.shrink(1.0), 0, ring, StrokeKind::Inside);
    }

    /// The lines of the grid, where they are far enough apart to be told from each other.
    pub fn grid(&self, step: Length) {
        let Camera { left, top, scale } = self.view.camera;
        let mut step = step.metres();
        if step <= 0.0 {
            return;
        }
        while step * scale < 12.0 {
            step *= if step * scale < 6.0 { 10.0 } else { 2.0 };
        }
        let rect = self.view.rect;
        let stroke = Stroke::new(1.0, self.theme.colours.line.gamma_multiply(0.7));
        let lines = |from: f64, length: f32| {
            let first = (from / step).ceil() as i64;
            let count = (f64::from(length) / (step * scale)) as i64 + 1;
            (first..first + count).map(move |line| ((line as f64 * step - from) * scale) as f32)
        };
        let pixel = self.painter.pixels_per_point();
        let round = |value: f32| ((value * pixel).floor() + 0.5) / pixel;
        let upright = lines(left, rect.width()).map(|x| {
            let x = round(rect.left() + x);
            Shape::line_segment([pos2(x, rect.top()), pos2(x, rect.bottom())], stroke)
        });
        let level = lines(top, rect.height()).map(|y| {
            let y = round(rect.top() + y);
            Shape::line_segment([pos2(rect.left(), y), pos2(rect.right(), y)], stroke)
        });
        self.painter.extend(upright.chain(level).collect::<Vec<_>>());
    }
}

/// What the pointer looks like.
#[must_use]
pub fn cursor(cursor: tools::Cursor) -> egui::CursorIcon {
    use egui::CursorIcon as Icon;
    match cursor {
        tools::Cursor::Arrow => Icon::Default,
        tools::Cursor::Cross => Icon::Crosshair,
        tools::Cursor::Move => Icon::Move,
        tools::Cursor::ResizeHorizontal => Icon::ResizeHorizontal,
        tools::Cursor::ResizeVertical => Icon::ResizeVertical,
        tools::Cursor::ResizeFalling => Icon::ResizeNwSe,
        tools::Cursor::ResizeRising => Icon::ResizeNeSw,
        tools::Cursor::Rotate => Icon::Alias,
        tools::Cursor::Grab => Icon::Grab,
        tools::Cursor::Grabbing => Icon::Grabbing,
        tools::Cursor::Text => Icon::Text,
        tools::Cursor::NotAllowed => Icon::NotAllowed,
    }
}
