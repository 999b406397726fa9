//! The whole millimetres that nearly everything was drawn on. A sheet has units of its own, and its scale and its place are rounded: what
//! was drawn on whole millimetres comes a few hundredths beside them, and all of it by the same way.

use super::rings::Place;

/// How near a coordinate is to the grid where it was meant to be on it, in tenths of a millimetre.
const NEAR: f64 = 1.0;
/// Tenths of a millimetre from one line of the grid to the next.
const STEP: f64 = 10.0;
/// How much of everything must be on the grid (the length of the mean of unit vectors: 1 where all are on it, 0 where none).
const ENOUGH: f64 = 0.85;
/// Of fewer corners than this nothing can be said.
const LEAST: usize = 8;

/// The grid of a drawing, across and down.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Grid([Option<f64>; 2]);

impl Grid {
    /// The grid that corners lie on.
    pub(super) fn of<'a>(corners: impl Iterator<Item = &'a Place> + Clone) -> Self {
        Self([0, 1].map(|axis| offset(corners.clone().map(|corner| corner[axis]))))
    }

    /// The place on the grid, where it is as near as rounding makes it; rounded to a tenth of a millimetre alike for all.
    pub(super) fn settle(self, place: Place) -> Place {
        let along = |value: f64, offset: Option<f64>| {
            let on_grid = offset.map(|offset| ((value - offset) / STEP).round() * STEP + offset);
            on_grid.filter(|on_grid| (on_grid - value).abs() <= NEAR).unwrap_or(value).round()
        };
        [along(place[0], self.0[0]), along(place[1], self.0[1])]
    }
}

/// How far the lines of the grid lie beside whole millimetres; none where there is no grid.
fn offset(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (mut count, mut sin, mut cos) = (0_usize, 0.0, 0.0);
    for value in values {
        let (s, c) = (value / STEP * std::f64::consts::TAU).sin_cos();
        (count, sin, cos) = (count + 1, sin + s, cos + c);
    }
    let enough = count >= LEAST && f64::hypot(sin, cos) >= ENOUGH * count as f64;
    enough.then(|| f64::atan2(sin, cos) / std::f64::consts::TAU * STEP)
}
