//! The bundled typeface and the system's fonts: how wide a text is, where it is cut or wrapped, and which glyphs draw it.
//! The widths here are the ones of screen and paper alike.

mod measure;
mod shape;

pub use measure::{covers, shorten, width, wrap};
pub use shape::{Face, Glyph, Run, Shaper, SystemFace, has_missing, run_width};

/// The part of an em above the baseline that Inter's letters and accents need (hhea table of Inter 4).
pub const ASCENT: f32 = 0.968_75;

/// The part of an em below the baseline (hhea table of Inter 4).
pub const DESCENT: f32 = 0.241_21;

/// The height of a capital letter in em (OS/2 table of Inter 4); half of it lifts a text to the middle of a row.
pub const CAP_HEIGHT: f32 = 0.727_27;

/// One of the four cuts of the bundled typeface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Style {
    /// Weight 400.
    Regular,
    /// Weight 500.
    Medium,
    /// Weight 600.
    SemiBold,
    /// Weight 400, italic.
    Italic,
}

impl Style {
    /// All cuts, in the order of [`bundled`].
    pub const ALL: [Style; 4] = [Style::Regular, Style::Medium, Style::SemiBold, Style::Italic];

    /// The font file of this cut.
    #[must_use]
    pub fn bytes(self) -> &'static [u8] {
        match self {
            Style::Regular => crate::assets::INTER_REGULAR,
            Style::Medium => include_bytes!("../../assets/fonts/Inter-Medium.ttf"),
            Style::SemiBold => include_bytes!("../../assets/fonts/Inter-SemiBold.ttf"),
            Style::Italic => include_bytes!("../../assets/fonts/Inter-Italic.ttf"),
        }
    }

    /// The name under which a window registers this cut.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Style::Regular => "Inter",
            Style::Medium => "Inter Medium",
            Style::SemiBold => "Inter SemiBold",
            Style::Italic => "Inter Italic",
        }
    }
}

/// The bundled font files and the names under which a window registers them.
#[must_use]
pub fn bundled() -> [(&'static str, &'static [u8]); 4] {
    Style::ALL.map(|style| (style.name(), style.bytes()))
}
