//! Halls as small pictures for a screen, without a title or a legend around them.

use super::png::pixels;
use super::sheet::HallExport;
use super::svg::{Drawing, Pictures};
use crate::geometry::{Bounds, Length};
use crate::plan::HallId;
use crate::reader::Picture;
use crate::scene::{Palette, Role, Scene, SceneOptions, TwoStates, hall_scene};
use crate::text::Texts;

/// The most points that a preview is wide and high.
pub const LARGEST: (f64, f64) = (640.0, 440.0);
/// Points around the hall, for the words at its doors.
const AROUND: f64 = 14.0;

/// A hall as it is. None where there is no such hall, or no memory for its picture.
#[must_use]
pub fn hall(export: &HallExport<'_>, hall: HallId) -> Option<Picture> {
    let HallExport { plan, index, pictures, texts, colour_by, .. } = *export;
    let scene = |scale| {
        let options = SceneOptions { show_categories: false, colour_by, ..SceneOptions::screen(scale, texts) };
        hall_scene(plan, index, hall, None, &options)
    };
    draw(index.hall_bounds(plan, hall)?, scene, pictures, texts)
}

/// A hall with what is different in it.
#[must_use]
pub fn difference(states: &TwoStates, hall: HallId, pictures: &Pictures, texts: &Texts) -> Option<Picture> {
    draw(states.bounds(hall)?, |scale| states.scene(hall, &SceneOptions::screen(scale, texts)), pictures, texts)
}

fn draw(content: Bounds, scene: impl Fn(f64) -> Scene, pictures: &Pictures, texts: &Texts) -> Option<Picture> {
    let size = content.size();
    let fits = |metres: f64, points: f64| (points - 2.0 * AROUND) / metres.max(0.1);
    let scale = fits(size.width.metres(), LARGEST.0).min(fits(size.depth.metres(), LARGEST.1));
    let bounds = content.grown(Length::from_metres(AROUND / scale)?);
    pixels(&Drawing {
        scene: &scene(scale),
        bounds,
        scale,
        palette: Palette::light(),
        background: Role::Surface,
        title: "",
        description: "",
        language: texts.language().code(),
        pictures,
    })
    .ok()
}
