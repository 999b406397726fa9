//! Maps while they are moved, aligned or cropped: where they would lie, and what would be shown of them.

use eframe::egui::{Color32, Rect, Shape, Stroke, StrokeKind, vec2};

use super::overlay::{HANDLE, Overlay};
use crate::plan::HallMap;
use crate::session::Session;
use crate::tools::{self, Handle};

impl Overlay<'_> {
    /// The outlines of maps that a gesture has hold of.
    pub fn maps(&self, session: &Session) {
        let preview = session.preview();
        for (id, placement) in &preview.shapes.maps {
            if let Some(map) = session.plan().get(*id) {
                let map = HallMap { placement: *placement, ..map.as_ref().clone() };
                self.dashed(&map.outline(), Color32::TRANSPARENT, self.theme.colours.accent);
            }
        }
        if let Some((id, part)) = preview.crop
            && let Some(map) = session.plan().get(id)
        {
            self.crop(&HallMap { crop: Some(part), ..map.as_ref().clone() });
        }
    }

    /// What is shown of a map, with its handles, and the edge of its whole sheet.
    fn crop(&self, map: &HallMap) {
        let colours = &self.theme.colours;
        let corners = |outline: crate::geometry::Outline| {
            let mut corners: Vec<_> = outline.rectangle_corners().map(|corner| self.view.place(corner)).into();
            corners.extend(corners.first().copied());
            corners
        };
        let sheet = corners(map.sheet_outline());
        self.painter.add(Shape::line(sheet.clone(), Stroke::new(2.5, colours.surface.gamma_multiply(0.75))));
        self.painter.extend(Shape::dashed_line(&sheet, Stroke::new(1.0, colours.muted), 4.0, 4.0));
        let stroke = Stroke::new(2.0, colours.accent);
        self.painter.add(Shape::line(corners(map.outline()), stroke));
        for (handle, at) in tools::handles(&tools::crop_frame(map), self.view.camera.length(1.0)) {
            if handle != Handle::Rotate {
                let rect = Rect::from_center_size(self.view.place(at), vec2(HANDLE, HANDLE));
                self.painter.rect(rect, 2, colours.surface, Stroke::new(1.5, colours.accent), StrokeKind::Inside);
            }
        }
    }
}
