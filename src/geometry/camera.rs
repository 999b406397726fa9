//! The camera: which part of a hall is seen, and how large. The one place where lengths become floats.

use super::{Bounds, Length, Offset, Point};

/// A place on the canvas in points of the screen, from its left top corner.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct ScreenPoint {
    /// To the right.
    pub x: f32,
    /// Down.
    pub y: f32,
}

/// Which part of a hall the canvas shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// The point of the hall, in metres, at the canvas's left top corner.
    pub left: f64,
    /// See `left`.
    pub top: f64,
    /// Points of the screen to one metre.
    pub scale: f64,
}

impl Default for Camera {
    fn default() -> Self {
        Self { left: -5.0, top: -5.0, scale: Self::FULL_SIZE }
    }
}

impl Camera {
    /// Points to a metre that are shown as 100 %: a booth of three metres is then 60 points wide, enough for its name.
    pub const FULL_SIZE: f64 = 20.0;
    /// The least and the most points to a metre.
    pub const SCALES: std::ops::RangeInclusive<f64> = 0.05..=4_000.0;

    /// Where a point of the hall is on the canvas.
    #[must_use]
    pub fn to_screen(&self, point: Point) -> ScreenPoint {
        #[expect(clippy::cast_possible_truncation, reason = "points of the screen are f32")]
        ScreenPoint {
            x: ((point.x.metres() - self.left) * self.scale) as f32,
            y: ((point.y.metres() - self.top) * self.scale) as f32,
        }
    }

    /// Which point of the hall is under a point of the canvas; held within [`Length::LIMIT`].
    #[must_use]
    pub fn to_hall(&self, at: ScreenPoint) -> Point {
        let limit = Length::LIMIT.metres();
        let length = |metres: f64| Length::from_metres(metres.clamp(-limit, limit)).unwrap_or_default();
        Point::new(length(self.left + f64::from(at.x) / self.scale), length(self.top + f64::from(at.y) / self.scale))
    }

    /// The length in the hall of so many points of the screen.
    #[must_use]
    pub fn length(&self, points: f32) -> Length {
        Length::from_metres(f64::from(points) / self.scale).unwrap_or_default()
    }

    /// Points of the screen that a length takes.
    #[must_use]
    pub fn points(&self, length: Length) -> f32 {
        #[expect(clippy::cast_possible_truncation, reason = "points of the screen are f32")]
        let points = (length.metres() * self.scale) as f32;
        points
    }

    /// The camera after the canvas was dragged by so many points.
    #[must_use]
    pub fn panned(self, x: f32, y: f32) -> Self {
        Self { left: self.left - f64::from(x) / self.scale, top: self.top - f64::from(y) / self.scale, ..self }
    }

    /// The camera zoomed by a factor, the point of the hall under `at` staying where it is.
    #[must_use]
    pub fn zoomed(self, factor: f64, at: ScreenPoint) -> Self {
        let scale = (self.scale * factor).clamp(*Self::SCALES.start(), *Self::SCALES.end());
        let (x, y) = (f64::from(at.x), f64::from(at.y));
        Self { left: self.left + x / self.scale - x / scale, top: self.top + y / self.scale - y / scale, scale }
    }

    /// The camera that shows the whole box on a canvas of `width` x `height` points, with a margin of so many points.
    #[must_use]
    pub fn fitting(bounds: Bounds, width: f32, height: f32, margin: f32) -> Self {
        let size = bounds.size();
        let room = |points: f32| f64::from((points - 2.0 * margin).max(10.0));
        let scale = (room(width) / size.width.metres().max(0.1)).min(room(height) / size.depth.metres().max(0.1));
        let scale = scale.clamp(*Self::SCALES.start(), *Self::SCALES.end());
        let centre = bounds.centre();
        Self {
            left: centre.x.metres() - f64::from(width) / 2.0 / scale,
            top: centre.y.metres() - f64::from(height) / 2.0 / scale,
            scale,
        }
    }

    /// What of the hall is in view on a canvas of `width` x `height` points.
    #[must_use]
    pub fn view(&self, width: f32, height: f32) -> Bounds {
        Bounds::between(self.to_hall(ScreenPoint::default()), self.to_hall(ScreenPoint { x: width, y: height }))
    }

    /// The way in the hall between two points of the canvas.
    #[must_use]
    pub fn way(&self, from: ScreenPoint, to: ScreenPoint) -> Offset {
        self.to_hall(to) - self.to_hall(from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zooming_keeps_the_point_under_the_pointer() {
        let camera = Camera::default();
        let at = ScreenPoint { x: 333.0, y: 217.0 };
        let before = camera.to_hall(at);
        let after = camera.zoomed(3.7, at).to_hall(at);
        assert!(before.distance(after) <= Length::from_tenths(2));
    }

    #[test]
    fn fitting_shows_the_whole_hall() {
        let hall = Bounds::between(Point::ORIGIN, Point::from_mm(80_000, 60_000));
        let camera = Camera::fitting(hall, 800.0, 700.0, 20.0);
        assert!(camera.view(800.0, 700.0).encloses(hall));
    }
}
