//! Maps of halls: pictures and drawings that lie under the booths, or in front of them.

use super::{Binding, EmbeddedFile, HallId};
use crate::geometry::{Angle, Length, Mirror, Offset, Outline, Point, Size};

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

/// Where the whole sheet of a map lies in a hall, whatever part of it is shown: cropping moves nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placement {
    /// The sheet's left top corner before turning.
    pub origin: Point,
    /// The sheet's true width; its depth follows.
    pub width: Length,
    /// About the sheet's centre.
    pub angle: Angle,
}

/// How points of a map's sheet become points of its hall.
#[derive(Clone, Copy, Debug)]
pub struct SheetToHall {
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
        [self.origin.x.tenths() as f64 + x * self.scale, self.origin.y.tenths() as f64 + y * self.scale]
    }

    /// Where a point of the sheet lies in the hall, rounded once, to the nearest tenth of a millimetre.
    #[must_use]
    pub fn point(self, at: [f64; 2]) -> Point {
        let [x, y] = self.exactly(at).map(|tenths| Length::from_metres(tenths / 10_000.0).unwrap_or(Length::LIMIT));
        Point::new(x, y)
    }

    /// The same in tenths of a millimetre, not yet rounded, and without limits.
    fn exactly(self, at: [f64; 2]) -> [f64; 2] {
        let [x, y] = self.before_turning(at);
        let (cos, sin) = self.angle.cos_sin();
        let (centre_x, centre_y) = (self.centre.x.tenths() as f64, self.centre.y.tenths() as f64);
        let (right, down) = (x - centre_x, y - centre_y);
        [centre_x + right * cos - down * sin, centre_y + right * sin + down * cos]
    }

    /// The point of the sheet that lies at a point of the hall; it may be beyond the sheet's edges.
    #[must_use]
    pub fn back(self, at: Point) -> [f64; 2] {
        let (cos, sin) = self.angle.cos_sin();
        let (centre_x, centre_y) = (self.centre.x.tenths() as f64, self.centre.y.tenths() as f64);
        let (right, down) = (at.x.tenths() as f64 - centre_x, at.y.tenths() as f64 - centre_y);
        let before = |centre: f64, way: f64, origin: Length| (centre + way - origin.tenths() as f64) / self.scale;
        [before(centre_x, right * cos + down * sin, self.origin.x), before(centre_y, down * cos - right * sin, self.origin.y)]
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
    /// Where the sheet lies.
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

    /// The outline of the whole sheet in the hall, shown or not.
    #[must_use]
    pub fn sheet_outline(&self) -> Outline {
        let Placement { origin, width, angle } = self.placement;
        let (across, down) = self.sheet;
        let depth = i64::try_from(i128::from(width.tenths()) * i128::from(down) / i128::from(across.max(1))).unwrap_or_default();
        Outline::Rectangle { origin, size: Size::new(width, Length::from_tenths(depth)), angle }
    }

    /// The outline of its shown part in the hall.
    #[must_use]
    pub fn outline(&self) -> Outline {
        let Some(SheetPart { from, .. }) = self.crop else { return self.sheet_outline() };
        let to_hall = self.sheet_to_hall();
        let length = |units: u32| Length::from_metres(f64::from(units) * to_hall.scale / 10_000.0).unwrap_or(Length::LIMIT);
        let (across, down) = self.part().size();
        let size = Size::new(length(across), length(down));
        let centre = to_hall.point([f64::from(from.0) + f64::from(across) / 2.0, f64::from(from.1) + f64::from(down) / 2.0]);
        let origin = Point::new(centre.x - size.width / 2, centre.y - size.depth / 2);
        Outline::Rectangle { origin, size, angle: self.placement.angle }
    }

    /// Where the points of its sheet lie in the hall.
    #[must_use]
    pub fn sheet_to_hall(&self) -> SheetToHall {
        let Placement { origin, width, angle } = self.placement;
        SheetToHall {
            scale: width.tenths() as f64 / f64::from(self.sheet.0.max(1)),
            origin,
            centre: self.sheet_outline().centre(),
            angle,
        }
    }

    /// The placement of a sheet so wide and turned so far with which the centre of the shown part lies at a point.
    #[must_use]
    pub fn placed_around(&self, centre: Point, width: Length, angle: Angle) -> Placement {
        let Some(SheetPart { from, to }) = self.crop else {
            // The centre of an outline is rounded as that of any rectangle: what turns about it comes back to its place.
            let placement = Placement { width, angle, ..self.placement };
            let is = Self { placement, ..self.clone() }.sheet_outline().centre();
            return Placement { origin: placement.origin + (centre - is), ..placement };
        };
        let half = |from: u32, to: u32| f64::from(from) / 2.0 + f64::from(to) / 2.0;
        self.placed_by([half(from.0, to.0), half(from.1, to.1)], centre, width, angle)
    }

    /// The placement of a sheet so wide and turned so far with which one of its points lies at a point of the hall.
    #[must_use]
    pub fn placed_by(&self, sheet_point: [f64; 2], at: Point, width: Length, angle: Angle) -> Placement {
        // A cast keeps to the limits of the type.
        let by = |at: Length, is: f64| Length::from_tenths((at.tenths() as f64 - is).round() as i64);
        let moved = |placement: Placement| {
            let [x, y] = Self { placement, ..self.clone() }.sheet_to_hall().exactly(sheet_point);
            Placement { origin: placement.origin + Offset::new(by(at.x, x), by(at.y, y)), ..placement }
        };
        // The centre that it turns about is rounded, and rounded otherwise once it has moved.
        moved(moved(Placement { width, angle, ..self.placement }))
    }

    /// Its placement on the other side of a mirror; the picture itself stays readable.
    #[must_use]
    pub fn mirrored(&self, mirror: Mirror) -> Placement {
        let outline = self.outline().mirrored(mirror);
        // A whole sheet is a rectangle like any other: mirrored twice it lies where it was, to the last tenth.
        if let (None, Outline::Rectangle { origin, angle, .. }) = (self.crop, &outline) {
            return Placement { origin: *origin, angle: *angle, ..self.placement };
        }
        self.placed_around(outline.centre(), self.placement.width, outline.angle())
    }

    /// The width of the sheet with which the shown part is so wide.
    #[must_use]
    pub fn sheet_width(&self, shown: Length) -> Length {
        let (of_shown, of_sheet) = (i128::from(self.part().size().0.max(1)), i128::from(self.sheet.0));
        let tenths = (i128::from(shown.tenths()) * of_sheet * 2 + of_shown).div_euclid(of_shown * 2);
        i64::try_from(tenths).map_or(Length::LIMIT, Length::from_tenths)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::plan::IdMint;

    fn map(crop: Option<SheetPart>, angle: Angle) -> HallMap {
        let placement = Placement { origin: Point::from_mm(1_000, 2_000), width: Length::from_mm(50_000), angle };
        let file = EmbeddedFile::new(Vec::new());
        HallMap { crop, ..HallMap::new(IdMint::new(1, 0).mint(), String::new(), file, (1_000, 600), placement) }
    }

    /// A tenth of a millimetre to the right and one down.
    const NEAR: Length = Length::from_tenths(2);

    fn anywhere() -> impl Strategy<Value = (HallMap, SheetPart)> {
        let place = ((-900_000_i64..900_000), (-900_000_i64..900_000), (10_000_i64..2_000_000), (0_i64..360_000));
        let sheet = (2_000_u32..200_000, 3_u32..30).prop_map(|(across, tenths)| (across, across / 10 * tenths));
        let fractions = prop::array::uniform4(0_u32..=1_000);
        (place, sheet, fractions).prop_map(|((x, y, width, angle), sheet, fractions)| {
            let origin = Point::new(Length::from_tenths(x), Length::from_tenths(y));
            let placement = Placement { origin, width: Length::from_tenths(width), angle: Angle::from_thousandths(angle) };
            let map = HallMap { sheet, placement, ..map(None, Angle::ZERO) };
            let between = |side: u32, a: u32, b: u32| {
                let at = |part: u32| u32::try_from(u64::from(side - 1) * u64::from(part) / 1_000).unwrap();
                (at(a.min(b)), at(a.max(b)) + 1)
            };
            let (across, down) = (between(sheet.0, fractions[0], fractions[1]), between(sheet.1, fractions[2], fractions[3]));
            (map, SheetPart { from: (across.0, down.0), to: (across.1, down.1) })
        })
    }

    proptest! {
        #[test]
        fn cropping_moves_no_point_of_the_sheet((map, crop) in anywhere(), at in (0.0..1.0_f64, 0.0..1.0_f64)) {
            let cropped = HallMap { crop: Some(crop), ..map.clone() };
            let at = [at.0 * f64::from(map.sheet.0), at.1 * f64::from(map.sheet.1)];
            prop_assert_eq!(cropped.sheet_to_hall().point(at), map.sheet_to_hall().point(at));
            // Its outline is where the corners of the shown part are: rounded in size and place.
            let lying = cropped.outline().rectangle_corners();
            let corner = map.sheet_to_hall().point([f64::from(crop.from.0), f64::from(crop.from.1)]);
            prop_assert!(lying[0].distance(corner) <= Length::from_tenths(3), "{:?} {:?}", lying[0], corner);
        }

        #[test]
        fn a_point_of_the_sheet_is_found_back_in_the_hall((map, _) in anywhere(), at in (0.0..1.0_f64, 0.0..1.0_f64)) {
            let to_hall = map.sheet_to_hall();
            let at = [at.0 * f64::from(map.sheet.0), at.1 * f64::from(map.sheet.1)];
            let back = to_hall.back(to_hall.point(at));
            for (is, should) in back.into_iter().zip(at) {
                prop_assert!((is - should).abs() * to_hall.scale() <= 1.0, "{is} {should}");
            }
        }

        #[test]
        fn a_map_is_put_where_its_shown_part_or_one_of_its_points_shall_lie(
            (map, crop) in anywhere(), x in -50_000_i64..50_000, angle in 0_i64..360_000,
        ) {
            let map = HallMap { crop: Some(crop), ..map };
            let (at, angle) = (Point::from_mm(x, -x), Angle::from_thousandths(angle));
            let around = HallMap { placement: map.placed_around(at, Length::METRE * 70, angle), ..map.clone() };
            // Its size and its centre are rounded, and so is the centre of the sheet, before and after.
            prop_assert!(around.outline().centre().distance(at) <= NEAR * 2);
            let corner = [0.0, 0.0];
            let by = HallMap { placement: map.placed_by(corner, at, Length::METRE * 70, angle), ..map };
            prop_assert!(by.sheet_to_hall().point(corner).distance(at) <= NEAR);
        }
    }

    #[test]
    fn a_sheet_is_so_wide_that_its_shown_part_has_the_width_that_is_wanted() {
        let crop = SheetPart { from: (200, 100), to: (533, 600) };
        let map = map(Some(crop), Angle::ZERO);
        let width = map.sheet_width(Length::from_mm(12_345));
        let map = HallMap { placement: Placement { width, ..map.placement }, ..map };
        assert_eq!(map.outline().size().width, Length::from_mm(12_345));
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
                // The size of the shown part is rounded to a whole tenth, and each of its corners is rounded too.
                assert!(is.distance(should) <= Length::from_tenths(2), "{is:?} {should:?}");
            }
        }
    }
}
