//! What a hall looks like as shapes, finished lines of text and pictures in the hall's coordinates, with level of detail, and
//! the palette. It is the one description that the screen and every export draw; painters never wrap or shorten a text.

mod booth;
mod colouring;
mod difference;
#[cfg(test)]
mod difference_tests;
mod dimensions;
mod frame;
mod hall;
mod item;
mod legend;
mod names;
mod palette;
#[cfg(test)]
pub(crate) mod sample;
mod signs;
mod tally;
mod words;

use std::collections::BTreeSet;

pub use booth::{BoothDetail, BoothLook, LEAST_ROOM};
pub use colouring::{AreaClass, Class, ColourBy, Colouring, Paint};
pub use difference::{DifferenceKind, TwoStates};
pub use frame::{TextBox, text_box};
pub use hall::{above_scene, booth_items, floor_scene, hall_scene, look_items};
pub use item::{Anchor, BoothLogo, BoothText, Corners, Edge, Hatch, Item, Line, Picture, Scene, Shape, Text, Wash, fill_opacity};
pub use legend::{Key, Mark, legend, sign_legend};
pub use palette::{Colour, Palette, Role};
pub use signs::{ZONE_OPACITY, mark_items, utility_picture, utility_role};
pub use tally::Tally;
pub use words::{booth_label, colour_by_word, joined_names, open_sides_word, status_word};

use crate::plan::BoothId;
use crate::text::Texts;

/// How a hall is drawn.
#[derive(Clone, Copy, Debug)]
pub struct SceneOptions<'a> {
    /// Points of the medium to one metre.
    pub scale: f64,
    /// The words at the doors.
    pub texts: &'a Texts,
    /// The smallest type that can be read on the medium, in points.
    pub least_text: f32,
    /// Whether the exhibitors' names are written on their booths.
    pub show_names: bool,
    /// Whether categories are written on the booths that have room for them.
    pub show_categories: bool,
    /// What the colours of booths tell.
    pub colour_by: ColourBy,
    /// Whether the pictures under the hall are drawn.
    pub show_maps: bool,
    /// Booths that are left out: those being dragged.
    pub hidden: &'a BTreeSet<BoothId>,
}

static NONE_HIDDEN: BTreeSet<BoothId> = BTreeSet::new();

impl<'a> SceneOptions<'a> {
    /// The smallest type that is set on a screen, in points.
    pub const LEAST_ON_SCREEN: f32 = 7.0;
    /// The smallest type that is set on paper, in points.
    pub const LEAST_ON_PAPER: f32 = 3.5;

    /// Everything is drawn, at so many points of the screen to a metre.
    #[must_use]
    pub const fn screen(scale: f64, texts: &'a Texts) -> Self {
        Self {
            scale,
            texts,
            least_text: Self::LEAST_ON_SCREEN,
            show_names: true,
            show_categories: true,
            show_maps: true,
            colour_by: ColourBy::Status,
            hidden: &NONE_HIDDEN,
        }
    }

    /// Everything is drawn, at so many points of the paper to a metre.
    #[must_use]
    pub const fn paper(scale: f64, texts: &'a Texts) -> Self {
        Self { least_text: Self::LEAST_ON_PAPER, ..Self::screen(scale, texts) }
    }
}

#[cfg(test)]
mod tests;
