//! Maps out of files: how large a new one is in truth, and where its next revision lies.

use std::collections::BTreeSet;

use crate::edit::MapPage;
use crate::geometry::{Length, Offset, Point};
use crate::plan::{HallMap, Placement, SheetPart};
use crate::reader::{MapHead, NaturalSize};

/// The largest drawing on paper is one to so many.
const MOST_SCALE: u32 = 100_000;
/// Micrometres that a pixel can stand for.
const PIXELS: std::ops::RangeInclusive<f64> = 10.0..=10_000_000.0;

/// A scale that somebody gives where a file says none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapScale {
    /// A length on the paper is so many times as long in truth.
    OneTo(u32),
    /// A pixel is so many micrometres wide in truth.
    MicrometresAPixel(u32),
}

impl MapScale {
    /// Reads `1:200`, or millimetres a pixel: `12.5`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        match text.strip_prefix("1:") {
            Some(times) => times.trim().parse().ok().filter(|times| (1..=MOST_SCALE).contains(times)).map(Self::OneTo),
            None => {
                let micrometres = text.replace(',', ".").parse::<f64>().ok()? * 1_000.0;
                PIXELS.contains(&micrometres).then_some(Self::MicrometresAPixel(micrometres.round() as u32))
            }
        }
    }
}

/// Why a map has no true size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScaleProblem {
    /// Its paper has a size: the paper's scale is wanted.
    NeedsPaperScale,
    /// It is pixels and nothing else: the size of one is wanted.
    NeedsSizeOfPixel,
    /// The file says how large it is: no scale is wanted.
    IsKnown,
}

/// The true width of a map's sheet, with the scale that was given, if one was.
///
/// # Errors
/// Which scale is wanted instead.
pub fn true_width(head: &MapHead, scale: Option<MapScale>) -> Result<Length, ScaleProblem> {
    match (head.size, scale) {
        (NaturalSize::True { width, .. }, None) => Ok(width),
        (NaturalSize::True { .. }, Some(_)) => Err(ScaleProblem::IsKnown),
        (NaturalSize::Paper(width), Some(MapScale::OneTo(times))) => Ok(width * i64::from(times)),
        (NaturalSize::Paper(_), _) => Err(ScaleProblem::NeedsPaperScale),
        (NaturalSize::Unknown, Some(MapScale::MicrometresAPixel(micrometres))) => {
            let tenths = (u128::from(head.across) * u128::from(micrometres) + 50_000) / 100_000;
            Ok(i64::try_from(tenths).map_or(Length::LIMIT, Length::from_tenths))
        }
        (NaturalSize::Unknown, _) => Err(ScaleProblem::NeedsSizeOfPixel),
    }
}

/// The layers that the file itself hides.
#[must_use]
pub fn hidden_layers(head: &MapHead) -> BTreeSet<String> {
    head.layers.iter().filter(|layer| !layer.is_shown).map(|layer| layer.name.clone()).collect()
}

/// Another page, or the next revision of a map, as it lies in place of the one before: at the same scale where both files say how
/// large they are, else as wide; with the left top of the sheet where it was, or where the files' own coordinates say, and
/// turned alike. Layers that were hidden stay hidden, and so does what was cropped.
#[must_use]
pub fn revised(old: &HallMap, old_head: Option<&MapHead>, page: u32, head: &MapHead) -> MapPage {
    let (was, is) = (old_head.map_or(NaturalSize::Unknown, |head| head.size), head.size);
    let times = |new: Length, old_size: Length| {
        let exact = i128::from(old.placement.width.tenths()) * i128::from(new.tenths()) / i128::from(old_size.tenths().max(1));
        i64::try_from(exact).map_or(Length::LIMIT, Length::from_tenths)
    };
    let (width, calibrated) = match (was, is) {
        (NaturalSize::True { width: was, .. }, NaturalSize::True { width, .. }) if !old.calibrated => (times(width, was), false),
        (_, NaturalSize::True { width, .. }) => (width, true),
        (NaturalSize::Paper(was), NaturalSize::Paper(width)) => (times(width, was), old.calibrated),
        // As wide as before: true where it is the same part of the hall, which nobody knows.
        _ => (old.placement.width, old.calibrated && old.sheet == head.sheet),
    };
    let (old_to_hall, angle) = (old.sheet_to_hall(), old.placement.angle);
    let corner = old_to_hall.point([0.0, 0.0]);
    let by = old_head.and_then(|old_head| moved_corner(old_head, head)).unwrap_or(Offset::ZERO);
    let corner = (corner + by).turned(corner, angle);
    let sheet = HallMap { sheet: head.sheet, crop: None, ..old.clone() };
    let placement = sheet.placed_by([0.0, 0.0], corner, width, angle);
    let crop = old.crop.and_then(|part| same_part(old, part, &HallMap { placement, ..sheet }));
    let names: BTreeSet<&str> = head.layers.iter().map(|layer| layer.name.as_str()).collect();
    let known: BTreeSet<&str> = old_head.into_iter().flat_map(|head| &head.layers).map(|layer| layer.name.as_str()).collect();
    let stay = old.hidden_layers.iter().filter(|layer| names.contains(layer.as_str())).cloned();
    let new = hidden_layers(head).into_iter().filter(|layer| !known.contains(layer.as_str()));
    MapPage { page, sheet: head.sheet, crop, hidden_layers: stay.chain(new).collect(), placement, calibrated }
}

/// How far the left top of the sheet went in the coordinates of the files.
fn moved_corner(old: &MapHead, new: &MapHead) -> Option<Offset> {
    let ((old_x, old_y), (x, y)) = (old.corner?, new.corner?);
    let way = |from: i64, to: i64| Some(Length::from_tenths(to.checked_sub(from)?)).filter(|way| way.abs() <= Length::LIMIT);
    Some(Offset::new(way(old_x, x)?, way(old_y, y)?))
}

/// The part of a new sheet that lies where a part of the old one lay; both are turned alike.
fn same_part(old: &HallMap, part: SheetPart, new: &HallMap) -> Option<SheetPart> {
    let (from, to) = (old.sheet_to_hall(), new.sheet_to_hall());
    let place = |at: (u32, u32)| {
        let [x, y] = to.back(from.point([f64::from(at.0), f64::from(at.1)]));
        // A cast keeps to the limits of the type.
        let nearest = |place: f64, side: u32| place.round().clamp(0.0, f64::from(side)) as u32;
        (nearest(x, new.sheet.0), nearest(y, new.sheet.1))
    };
    let part = SheetPart { from: place(part.from), to: place(part.to) };
    (part.is_on(new.sheet) && part != SheetPart::whole(new.sheet)).then_some(part)
}

/// The placement of a new map with its left top at a point.
#[must_use]
pub const fn placed_at(origin: Point, width: Length) -> Placement {
    Placement { origin, width, angle: crate::geometry::Angle::ZERO }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Angle;
    use crate::plan::{EmbeddedFile, IdMint};
    use crate::reader::{DrawingUnit, Kind, MapLayer};

    fn head(sheet: (u32, u32), size: NaturalSize, corner: Option<(i64, i64)>) -> MapHead {
        MapHead {
            kind: Kind::Dxf,
            pages: vec![String::new()],
            sheet,
            across: u64::from(sheet.0) * 1_000,
            size,
            corner,
            layers: Vec::new(),
            lines: Vec::new(),
            finest: 8,
        }
    }

    fn metres(width: i64) -> NaturalSize {
        NaturalSize::True { width: Length::METRE * width, unit: DrawingUnit::Metre }
    }

    fn map(width: i64, angle: i64) -> HallMap {
        let angle = Angle::from_thousandths(angle);
        let placement = Placement { origin: Point::from_mm(2_000, 3_000), width: Length::METRE * width, angle };
        let file = EmbeddedFile::new(Vec::new());
        let map = HallMap::new(IdMint::new(1, 0).mint(), "a.dxf".into(), file, (1_000, 500), placement);
        HallMap { calibrated: true, ..map }
    }

    fn after(old: &HallMap, page: &MapPage) -> HallMap {
        HallMap { sheet: page.sheet, crop: page.crop, placement: page.placement, ..old.clone() }
    }

    #[test]
    fn a_scale_is_one_to_so_many_or_millimetres_a_pixel() {
        assert_eq!(MapScale::parse("1:200"), Some(MapScale::OneTo(200)));
        assert_eq!(MapScale::parse("12,5"), Some(MapScale::MicrometresAPixel(12_500)));
        for wrong in ["", "1:0", "1:x", "0", "-4", "2:1", "NaN", "1:9999999"] {
            assert_eq!(MapScale::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_map_without_a_true_size_says_which_scale_it_needs() {
        let (paper, pixels) = (NaturalSize::Paper(Length::from_mm(594)), NaturalSize::Unknown);
        for (size, scale, width) in [
            (metres(80), None, Ok(Length::METRE * 80)),
            (metres(80), Some(MapScale::OneTo(2)), Err(ScaleProblem::IsKnown)),
            (paper, None, Err(ScaleProblem::NeedsPaperScale)),
            (paper, Some(MapScale::MicrometresAPixel(3_000)), Err(ScaleProblem::NeedsPaperScale)),
            (paper, Some(MapScale::OneTo(200)), Ok(Length::from_mm(118_800))),
            (pixels, None, Err(ScaleProblem::NeedsSizeOfPixel)),
            (pixels, Some(MapScale::OneTo(200)), Err(ScaleProblem::NeedsSizeOfPixel)),
            (pixels, Some(MapScale::MicrometresAPixel(12_500)), Ok(Length::from_mm(12_500))),
        ] {
            assert_eq!(true_width(&head((1_000, 500), size, None), scale), width, "{size:?} {scale:?}");
        }
    }

    #[test]
    fn a_revision_lies_at_the_same_scale_with_its_left_top_where_it_was() {
        for angle in [0, 90_000, 33_300] {
            let old = map(40, angle);
            let corner = old.sheet_to_hall().point([0.0, 0.0]);
            let (was, is) = (NaturalSize::Paper(Length::from_mm(400)), NaturalSize::Paper(Length::from_mm(600)));
            for (was, is, width, calibrated) in [
                (metres(40), metres(50), 50, true),
                (was, is, 60, true),
                (NaturalSize::Unknown, metres(50), 50, true),
                (was, NaturalSize::Unknown, 40, false),
            ] {
                let page = revised(&old, Some(&head((1_000, 500), was, None)), 1, &head((900, 700), is, None));
                assert_eq!((page.placement.width, page.calibrated), (Length::METRE * width, calibrated), "{was:?} {is:?}");
                let new = after(&old, &page);
                assert!(new.sheet_to_hall().point([0.0, 0.0]).distance(corner) <= Length::from_tenths(2), "{angle}");
                assert_eq!(new.placement.angle, old.placement.angle);
            }
        }
    }

    #[test]
    fn drawings_with_coordinates_of_their_own_are_aligned_by_them() {
        for angle in [0, 90_000, 200_000] {
            let old = map(40, angle);
            // The new drawing shows 5 m more at the left and 2 m less at the top.
            let (was, is) =
                (head((1_000, 500), metres(40), Some((0, 0))), head((1_125, 450), metres(45), Some((-50_000, 20_000))));
            let new = after(&old, &revised(&old, Some(&was), 0, &is));
            // What was 10 m from the left is 15 m from it now, and what was 4 m from the top is 2 m from it.
            let (lay, lies) = (old.sheet_to_hall().point([250.0, 100.0]), new.sheet_to_hall().point([375.0, 50.0]));
            assert!(lay.distance(lies) <= Length::from_tenths(3), "{lay:?} {lies:?}");
        }
    }

    #[test]
    fn what_was_cropped_and_hidden_stays_so_and_what_the_new_file_hides_is_hidden() {
        let layer = |name: &str, is_shown| MapLayer { name: name.into(), is_shown, elements: 1 };
        let part = SheetPart { from: (100, 100), to: (600, 400) };
        let hidden_layers = vec!["Gone".to_owned(), "Texts".to_owned()];
        let old = HallMap { crop: Some(part), hidden_layers, ..map(40, 0) };
        let mut was = head((1_000, 500), metres(40), None);
        was.layers = vec![layer("Texts", true), layer("Gone", true), layer("Axes", false)];
        let mut is = head((2_000, 1_000), metres(40), None);
        is.layers = vec![layer("Texts", true), layer("Axes", false), layer("Drafts", false)];
        let page = revised(&old, Some(&was), 0, &is);
        assert_eq!(page.crop, Some(SheetPart { from: (200, 200), to: (1_200, 800) }));
        // The axes were shown by hand.
        assert_eq!(page.hidden_layers, ["Drafts".to_owned(), "Texts".to_owned()].into());
    }
}
