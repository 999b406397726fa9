//! Maps of halls: pictures and drawings that lie under the booths, or in front of them.

use super::{Binding, EmbeddedFile, HallId};
use crate::geometry::{Angle, Length, Outline, Point, Size};

/// A part of a map's sheet, in the sheet's units from its left top corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SheetPart {
    /// Left and top.
    pub from: (u32, u32),
    /// Right and bottom.
    pub to: (u32, u32),
}

impl SheetPart {
    /// All of a sheet.
    #[must_use]
    pub const fn whole(sheet: (u32, u32)) -> Self {
        Self { from: (0, 0), to: sheet }
    }

    /// Width and height.
    #[must_use]
    pub const fn size(self) -> (u32, u32) {
        (self.to.0.saturating_sub(self.from.0), self.to.1.saturating_sub(self.from.1))
    }

    /// Whether it has an area and lies on the sheet.
    #[must_use]
    pub const fn is_on(self, sheet: (u32, u32)) -> bool {
        let (width, height) = self.size();
        width > 0 && height > 0 && self.to.0 <= sheet.0 && self.to.1 <= sheet.1
    }
}

/// How far a map is faded, in hundredths: 0 as it is, 90 hardly seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fade(u8);

impl Fade {
    /// Not at all.
    pub const NONE: Self = Self(0);
    /// As far as it goes: what is faded still shows.
    pub const MOST: Self = Self(90);

    /// So many hundredths; `None` beyond [`Fade::MOST`].
    #[must_use]
    pub const fn new(percent: u8) -> Option<Self> {
        if percent <= Self::MOST.0 { Some(Self(percent)) } else { None }
    }

    /// In hundredths.
    #[must_use]
    pub const fn percent(self) -> u8 {
        self.0
    }

    /// What is left of the map, from 0.1 to 1.
    #[must_use]
    pub fn opacity(self) -> f32 {
        1.0 - f32::from(self.0) / 100.0
    }
}

/// Where the shown part of a map lies in a hall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placement {
    /// The left top corner before turning.
    pub origin: Point,
    /// Its true width; its depth follows from the sheet.
    pub width: Length,
    /// About its centre.
    pub angle: Angle,
}

/// A map of a hall, or another picture on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HallMap {
    /// The hall that it lies in.
    pub hall: HallId,
    /// The name of the file that it came from.
    pub name: String,
    /// Its bytes.
    pub file: EmbeddedFile,
    /// Which page or layout of the file, from 0.
    pub page: u32,
    /// Width and height of its sheet: the pixels of a picture; of a drawing, units so small that whole ones are exact enough.
    pub sheet: (u32, u32),
    /// The part of the sheet that is shown; all of it where there is none.
    pub crop: Option<SheetPart>,
    /// The names of the layers of the file that are not shown, sorted.
    pub hidden_layers: Vec<String>,
    /// Where the shown part lies.
    pub placement: Placement,
    /// Whether its scale is known: measured, or said by the file.
    pub calibrated: bool,
    /// Whether it is drawn over the booths, as a logo or a photograph is, and not under them, as a map is.
    pub in_front: bool,
    /// How far it is faded.
    pub fade: Fade,
    /// Its layer, its group, and whether it is locked.
    pub binding: Binding,
}

impl HallMap {
    /// A map, of which nothing else is chosen yet.
    #[must_use]
    pub fn new(hall: HallId, name: String, file: EmbeddedFile, sheet: (u32, u32), placement: Placement) -> Self {
        Self {
            hall,
            name,
            file,
            page: 0,
            sheet,
            crop: None,
            hidden_layers: Vec::new(),
            placement,
            calibrated: false,
            in_front: false,
            fade: Fade::NONE,
            binding: Binding::default(),
        }
    }

    /// The part of the sheet that is shown.
    #[must_use]
    pub fn part(&self) -> SheetPart {
        self.crop.unwrap_or(SheetPart::whole(self.sheet))
    }

    /// The outline of its shown part in the hall.
    #[must_use]
    pub fn outline(&self) -> Outline {
        let Placement { origin, width, angle } = self.placement;
        let (across, down) = self.part().size();
        let depth = i64::try_from(i128::from(width.tenths()) * i128::from(down) / i128::from(across.max(1))).unwrap_or_default();
        Outline::Rectangle { origin, size: Size::new(width, Length::from_tenths(depth)), angle }
    }
}
