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

/// How points of a map's sheet become points of its hall.
#[derive(Clone, Copy, Debug)]
pub struct SheetToHall {
    /// The left top corner of the shown part, in the sheet's units.
    from: (f64, f64),
    /// Tenths of a millimetre to a unit.
    scale: f64,
    origin: Point,
    centre: Point,
    angle: Angle,
}

impl SheetToHall {
    /// Tenths of a millimetre of the hall that a unit of the sheet is long.
    #[must_use]
    pub const fn scale(self) -> f64 {
        self.scale
    }

    /// About what, and how far, the map is turned.
    #[must_use]
    pub const fn turn(self) -> (Point, Angle) {
        (self.centre, self.angle)
    }

    /// Where a point of the sheet lies before the map is turned, in tenths of a millimetre, not yet rounded.
    #[must_use]
    pub fn before_turning(self, [x, y]: [f64; 2]) -> [f64; 2] {
        let along = |at: f64, from: f64, origin: Length| origin.tenths() as f64 + (at - from) * self.scale;
        [along(x, self.from.0, self.origin.x), along(y, self.from.1, self.origin.y)]
    }

    /// Where a point of the sheet lies in the hall, rounded once, to the nearest tenth of a millimetre.
    #[must_use]
    pub fn point(self, at: [f64; 2]) -> Point {
        let [x, y] = self.before_turning(at);
        let (cos, sin) = self.angle.cos_sin();
        let (centre_x, centre_y) = (self.centre.x.tenths() as f64, self.centre.y.tenths() as f64);
        let (right, down) = (x - centre_x, y - centre_y);
        let rounded = |tenths: f64| Length::from_metres(tenths / 10_000.0).unwrap_or(Length::LIMIT);
        Point::new(rounded(centre_x + right * cos - down * sin), rounded(centre_y + right * sin + down * cos))
    }
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

    /// Where the points of its sheet lie in the hall.
    #[must_use]
    pub fn sheet_to_hall(&self) -> SheetToHall {
        let part = self.part();
        let Placement { origin, width, angle } = self.placement;
        SheetToHall {
            from: (f64::from(part.from.0), f64::from(part.from.1)),
            scale: width.tenths() as f64 / f64::from(part.size().0.max(1)),
            origin,
            centre: self.outline().centre(),
            angle,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::IdMint;

    fn map(crop: Option<SheetPart>, angle: Angle) -> HallMap {
        let placement = Placement { origin: Point::from_mm(1_000, 2_000), width: Length::from_mm(50_000), angle };
        let file = EmbeddedFile::new(Vec::new());
        HallMap { crop, ..HallMap::new(IdMint::new(1, 0).mint(), String::new(), file, (1_000, 600), placement) }
    }

    #[test]
    fn the_corners_of_the_shown_part_are_those_of_its_outline_in_the_hall() {
        let crop = SheetPart { from: (200, 100), to: (900, 600) };
        for (crop, angle) in [(None, 0), (Some(crop), 0), (Some(crop), 90_000), (Some(crop), 33_300)] {
            let map = map(crop, Angle::from_thousandths(angle));
            let SheetPart { from, to } = map.part();
            let corners = [(from.0, from.1), (to.0, from.1), (to.0, to.1), (from.0, to.1)];
            let to_hall = map.sheet_to_hall();
            let lying = corners.map(|(x, y)| to_hall.point([f64::from(x), f64::from(y)]));
            for (is, should) in lying.iter().zip(map.outline().rectangle_corners()) {
                // The map's depth is rounded down to a whole tenth, and each of its corners is rounded too.
                assert!(is.distance(should) <= Length::from_tenths(2), "{is:?} {should:?}");
            }
        }
    }
}
