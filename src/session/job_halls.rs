//! Halls drawn to a file.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use jiff::ZonedDateTime;

use super::job::Failure;
use crate::export::difference_pdf::{DifferenceExport, difference_pdf};
use crate::export::dxf::hall_dxf;
use crate::export::hall_pdf::hall_pdf;
use crate::export::map::{ExportedMap, MapContent};
use crate::export::page::Paper;
use crate::export::png::{USUAL_WIDTH, hall_png};
use crate::export::sheet::HallExport;
use crate::export::svg::{Pictures, hall_svg};
use crate::index::Index;
use crate::plan::{HallId, HallMap, Plan};
use crate::reader::{Cancel, MapSource, Picture, ReadError, Reader, TileAddress};
use crate::scene::{ColourBy, TwoStates};
use crate::store;
use crate::text::Texts;

/// How halls are drawn to a file.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    /// The words.
    pub texts: &'a Texts,
    /// The least size of a page.
    pub paper: Paper,
    /// By what booths are coloured.
    pub colour_by: ColourBy,
}

/// The kinds of drawings, by the ending of the file's name.
enum Format {
    Pdf,
    Svg,
    Png,
    Dxf,
}

/// Draws halls to a file: with `hall` that one; as PDF without it all of them, a page each. SVG, PNG and DXF hold one. Gives back
/// the texts that no font of this computer has letters for.
///
/// # Errors
/// [`Failure`].
pub fn export_halls(
    plan: &Plan,
    hall: Option<HallId>,
    Look { texts, paper, colour_by }: Look<'_>,
    path: &Path,
    reader: &Reader,
    cancel: &Cancel,
) -> Result<String, Failure> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let format = match ending.as_deref() {
        Some("pdf") => Format::Pdf,
        Some("svg") => Format::Svg,
        Some("png") => Format::Png,
        Some("dxf") => Format::Dxf,
        _ => return Err(Failure::Ending(path.to_owned())),
    };
    let halls: Vec<HallId> = hall.map_or_else(|| plan.halls().keys().copied().collect(), |hall| vec![hall]);
    // A DXF file has neither pictures nor logos.
    let drawn: &[HallId] = if matches!(format, Format::Dxf) { &[] } else { &halls };
    let maps = if matches!(format, Format::Png) { MapsAs::Pixels(LEVEL_OF_PNG) } else { MapsAs::Vectors };
    let pictures = pictures(plan, drawn, maps, reader, cancel)?;
    let index = Index::new(plan);
    let as_of = ZonedDateTime::now().date();
    let export = HallExport { plan, index: &index, pictures: &pictures, texts, as_of, colour_by };
    let failed = |detail: String| Failure::Export(path.to_owned(), detail);
    let one = || match halls.as_slice() {
        [one] => Ok(*one),
        _ => Err(Failure::WhichHall(path.to_owned())),
    };
    let (bytes, missing) = match format {
        Format::Pdf => {
            let pdf =
                hall_pdf(&export, &halls, paper, crate::fonts::Shaper::new()).map_err(|error| failed(error.words(texts)))?;
            (pdf.bytes, pdf.missing.join(", "))
        }
        Format::Svg => {
            let svg = hall_svg(&export, one()?).ok_or_else(|| Failure::WhichHall(path.to_owned()))?;
            (svg.into_bytes(), String::new())
        }
        Format::Png => (hall_png(&export, one()?, USUAL_WIDTH).map_err(|error| failed(error.to_string()))?, String::new()),
        Format::Dxf => {
            let dxf = hall_dxf(plan, one()?, texts).ok_or_else(|| Failure::WhichHall(path.to_owned()))?;
            (dxf.map_err(failed)?, String::new())
        }
    };
    store::overwrite(path, &bytes)?;
    Ok(missing)
}

/// Draws what is different between two states of a plan to a PDF. Gives back the texts that no font of this computer has letters
/// for.
///
/// # Errors
/// [`Failure`].
pub fn export_differences(
    states: &TwoStates,
    [before, after]: &[String; 2],
    (texts, paper): (&Texts, Paper),
    path: &Path,
    reader: &Reader,
    cancel: &Cancel,
) -> Result<String, Failure> {
    let pictures = pictures_of(states, reader, cancel)?;
    let as_of = ZonedDateTime::now().date();
    let export = DifferenceExport { states, names: [before, after], pictures: &pictures, texts, as_of };
    let pdf = difference_pdf(&export, paper, crate::fonts::Shaper::new())
        .map_err(|error| Failure::Export(path.to_owned(), error.words(texts)))?;
    store::overwrite(path, &pdf.bytes)?;
    Ok(pdf.missing.join(", "))
}

/// The maps in the halls that differ, each as it is, or as it was where its hall is gone.
fn pictures_of(states: &TwoStates, reader: &Reader, cancel: &Cancel) -> Result<Pictures, Failure> {
    let (there, gone): (Vec<_>, Vec<_>) = states.halls().into_iter().partition(|hall| states.after().get(*hall).is_some());
    let mut all = pictures(states.after(), &there, MapsAs::Vectors, reader, cancel)?;
    let of_gone = pictures(states.before(), &gone, MapsAs::Vectors, reader, cancel)?;
    all.maps.extend(of_gone.maps);
    Ok(all)
}

/// The level of the tiles of which a map in a PNG is made: 4,096 pixels on its longer side.
const LEVEL_OF_PNG: u8 = 3;

/// As what maps that are drawings are had.
#[derive(Clone, Copy, Debug)]
pub(super) enum MapsAs {
    /// As vectors.
    Vectors,
    /// As the pixels of tiles of this level: where pixels are made in the end, the worker makes them soonest, and can be stopped.
    Pixels(u8),
}

/// A sheet put together from its tiles.
fn from_tiles(map: &HallMap, source: &MapSource, level: u8, reader: &Reader, cancel: &Cancel) -> Result<Picture, ReadError> {
    let scale = TileAddress { level, column: 0, row: 0 }.scale(map.sheet);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "no more than the level's pixels")]
    let [width, height] = [map.sheet.0, map.sheet.1].map(|side| (f64::from(side) * scale).round().max(1.0) as u32);
    let mut rgba = vec![0; width as usize * height as usize * 4];
    let (columns, rows) = TileAddress::grid(level, map.sheet);
    for (column, row) in (0..rows).flat_map(|row| (0..columns).map(move |column| (column, row))) {
        let tile = reader.tile(source, TileAddress { level, column, row }, &map.hidden_layers, cancel)?;
        let side = TileAddress::SIDE as usize;
        let (left, top) = (column as usize * side, row as usize * side);
        let wide = side.min((width as usize).saturating_sub(left)) * 4;
        for (line, from) in tile.rgba.chunks_exact(side * 4).enumerate().take((height as usize).saturating_sub(top)) {
            let at = ((top + line) * width as usize + left) * 4;
            rgba[at..at + wide].copy_from_slice(&from[..wide]);
        }
    }
    // Tiles have their colours multiplied with their alpha, pictures have not.
    for pixel in rgba.chunks_exact_mut(4).filter(|pixel| !matches!(pixel[3], 0 | 255)) {
        let alpha = u32::from(pixel[3]);
        for part in &mut pixel[..3] {
            *part = u8::try_from((u32::from(*part) * 255 + alpha / 2) / alpha).unwrap_or(u8::MAX);
        }
    }
    Ok(Picture { source_width: width, source_height: height, width, height, rgba })
}

/// What a map shows: pixels, or vectors. Only the reader knows which of them its bytes are.
fn content(map: &HallMap, maps: MapsAs, reader: &Reader, cancel: &Cancel) -> Result<MapContent, ReadError> {
    let unsupported = match reader.picture(map.file.bytes(), cancel) {
        Err(error @ ReadError::UnsupportedKind { .. }) => error,
        picture => return Ok(MapContent::Pixels(Arc::new(picture?))),
    };
    let source = MapSource { hash: map.file.hash(), bytes: Arc::clone(map.file.bytes()), page: map.page };
    if let MapsAs::Pixels(level) = maps {
        return from_tiles(map, &source, level, reader, cancel).map(|picture| MapContent::Pixels(Arc::new(picture)));
    }
    let drawing = reader.drawing(&source, &map.hidden_layers, cancel)?.ok_or(unsupported)?;
    Ok(MapContent::Vectors(Arc::new(drawing)))
}

/// The maps and pictures in some halls, and of the logos of those who have booths there.
pub(super) fn pictures(
    plan: &Plan,
    halls: &[HallId],
    maps: MapsAs,
    reader: &Reader,
    cancel: &Cancel,
) -> Result<Pictures, Failure> {
    let of_halls = plan.maps().iter().filter(|(_, map)| halls.contains(&map.hall));
    let exported = of_halls.map(|(id, map)| {
        let failed = |error| {
            let hall = plan.get(map.hall).map(|hall| hall.name.clone()).unwrap_or_default();
            Failure::Picture { hall, picture: map.name.clone(), error }
        };
        Ok((*id, ExportedMap::new(map, content(map, maps, reader, cancel).map_err(failed)?)))
    });
    let maps = exported.collect::<Result<_, Failure>>()?;
    let is_there =
        |id| plan.booths_of(id).into_iter().filter_map(|booth| plan.get(booth)).any(|booth| halls.contains(&booth.hall));
    let mut logos = HashMap::new();
    for (id, exhibitor) in plan.exhibitors() {
        let Some(logo) = exhibitor.logo.as_ref().filter(|logo| !logos.contains_key(&logo.file) && is_there(*id)) else {
            continue;
        };
        let failed = |error| Failure::Logo { exhibitor: exhibitor.name.clone(), error };
        logos.insert(logo.file.clone(), reader.logo(logo.file.bytes(), cancel).map_err(failed)?);
    }
    Ok(Pictures { maps, logos })
}
