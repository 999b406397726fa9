//! Halls and cameras.

use super::Session;
use crate::edit::Objects;
use crate::geometry::{Bounds, Camera, Length, Point, ScreenPoint};
use crate::plan::HallId;

/// The margin around what is fitted into the canvas, in points.
const MARGIN: f32 = 50.0;
/// What the legend at the foot of the canvas takes of its height, beyond that margin, so that it hides no words at the hall's doors.
const LEGEND: f32 = 24.0;
/// How small the whole hall can be made, as a part of the canvas.
const SMALLEST_HALL: f64 = 0.1;
/// How much of the hall is shown around what is selected: enough to see whose neighbour it is.
const SURROUNDINGS: Length = Length::from_tenths(60_000);

impl Session {
    /// The part of the hall that is seen: the whole hall until the user moves it.
    #[must_use]
    pub fn camera(&self) -> Camera {
        self.hall.and_then(|hall| self.cameras.get(&hall)).copied().unwrap_or_else(|| self.fitting())
    }

    /// The size of the canvas, in points.
    #[must_use]
    pub const fn canvas(&self) -> (f32, f32) {
        self.canvas
    }

    pub(super) fn set_camera(&mut self, camera: Camera) {
        if let Some(hall) = self.hall {
            self.cameras.insert(hall, camera);
        }
    }

    fn fitting(&self) -> Camera {
        match self.hall.and_then(|hall| self.index.hall_bounds(self.plan(), hall)) {
            Some(bounds) => self.camera_on(bounds),
            None => Camera::default(),
        }
    }

    fn camera_on(&self, bounds: Bounds) -> Camera {
        let legend = if self.settings.canvas.legend { LEGEND } else { 0.0 };
        Camera::fitting(bounds, self.canvas.0, self.canvas.1 - legend, MARGIN)
    }

    pub(super) fn zoom_to_fit(&mut self) {
        if let Some(hall) = self.hall {
            self.cameras.remove(&hall);
        }
    }

    pub(super) fn zoom_to_selection(&mut self) {
        if let Some(bounds) = self.selection_bounds() {
            self.set_camera(self.camera_on(bounds.grown(SURROUNDINGS)));
        }
    }

    /// The box around what is selected.
    #[must_use]
    pub fn selection_bounds(&self) -> Option<Bounds> {
        crate::tools::selection_bounds(self.plan(), &self.selection)
    }

    pub(super) fn zoom_about_centre(&mut self, factor: f64) {
        let at = ScreenPoint { x: self.canvas.0 / 2.0, y: self.canvas.1 / 2.0 };
        self.zoom(factor, at);
    }

    /// Zooms about a point of the canvas. Farther away than where the whole hall is a small part of the canvas there is
    /// nothing to see.
    pub(super) fn zoom(&mut self, factor: f64, at: ScreenPoint) {
        let camera = self.camera();
        let least = (self.fitting().scale * SMALLEST_HALL).min(camera.scale);
        self.set_camera(camera.zoomed(factor.max(least / camera.scale), at));
    }

    /// The scale that is called 100 %, about the middle of the canvas.
    pub(super) fn zoom_to_full_size(&mut self) {
        self.zoom_about_centre(Camera::FULL_SIZE / self.camera().scale);
    }

    /// Brings a point of the hall into the middle of the canvas.
    pub(super) fn look_at(&mut self, point: Point) {
        let (camera, (width, height)) = (self.camera(), self.canvas);
        let left = point.x.metres() - f64::from(width) / 2.0 / camera.scale;
        let top = point.y.metres() - f64::from(height) / 2.0 / camera.scale;
        self.set_camera(Camera { left, top, ..camera });
    }

    /// The point of the hall in the middle of the canvas: where pasted and inserted things go.
    pub(super) fn middle(&self) -> Point {
        let camera = self.camera();
        camera.to_hall(ScreenPoint { x: self.canvas.0 / 2.0, y: self.canvas.1 / 2.0 })
    }

    pub(super) fn show_hall(&mut self, hall: HallId) {
        if self.plan().get(hall).is_some() && self.hall != Some(hall) {
            self.hall = Some(hall);
            self.selection = Objects::default();
            self.preview = crate::tools::Preview::default();
        }
    }

    /// The hall so many tabs further; after the last comes the first.
    pub(super) fn step_hall(&mut self, forwards: bool) {
        let halls: Vec<HallId> = self.plan().halls().keys().copied().collect();
        if halls.is_empty() {
            return;
        }
        let at = self.hall.and_then(|hall| halls.iter().position(|id| *id == hall)).unwrap_or(0);
        let next = if forwards { at + 1 } else { at + halls.len() - 1 } % halls.len();
        self.show_hall(halls[next]);
    }

    /// Brings what is selected into view if it is not.
    pub(super) fn reveal_selection(&mut self) {
        let (width, height) = self.canvas;
        if let Some(bounds) = self.selection_bounds()
            && !self.camera().view(width, height).encloses(bounds)
        {
            self.look_at(bounds.centre());
        }
    }
}
