//! Halls as PDF: a page each, in vectors, with real text, title, scale and legend.

use std::collections::HashMap;

use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Size, Transform};
use krilla::image::Image;
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;

use super::map;
use super::page::{Align, Paper};
use super::page_pdf::{Pdf, PdfError};
use super::pdf_text::{FontBook, TextLine};
use super::sheet::{HallExport, Sheet, plan_title};
use super::svg::Pictures;
use crate::fonts::Shaper;
use crate::geometry::{Angle, Point};
use crate::plan::{EmbeddedFile, HallId, MapId};
use crate::reader;
use crate::scene::{Anchor, BoothLogo, Corners, Item, Palette, Picture, Role, Shape, Text, Wash, fill_opacity};
use crate::text::Texts;

/// Writes a page for each of some halls. A4 becomes A3 where a hall needs it.
///
/// # Errors
/// [`PdfError`].
pub fn hall_pdf(export: &HallExport<'_>, halls: &[HallId], paper: Paper, shaper: Shaper) -> Result<Pdf, PdfError> {
    let sheets = halls.iter().filter_map(|hall| export.subject(*hall)?.page(paper));
    let title = match halls {
        [only] => plan_title(export.plan, *only, export.texts),
        _ => export.plan.show().title(),
    };
    sheets_pdf(sheets, export.pictures, (title, export.texts), shaper)
}

/// Writes sheets, each on a page of so many points, as a document with a title.
pub(super) fn sheets_pdf(
    sheets: impl Iterator<Item = (Sheet, (f64, f64))>,
    pictures: &Pictures,
    (title, texts): (String, &Texts),
    shaper: Shaper,
) -> Result<Pdf, PdfError> {
    let mut document = krilla::Document::new();
    let mut painter = Painter { fonts: FontBook::new(shaper), pictures, images: HashMap::new(), logos: HashMap::new() };
    for (sheet, page) in sheets {
        let settings = PageSettings::from_wh(page.0 as f32, page.1 as f32).ok_or(PdfError::PageSize)?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        painter.paint(&mut surface, &sheet);
        surface.finish();
        page.finish();
    }
    document.set_metadata(
        Metadata::new()
            .title(title)
            .language(texts.language().code().to_owned())
            .creator(concat!("Hallplan ", env!("CARGO_PKG_VERSION")).to_owned()),
    );
    let bytes = document.finish().map_err(|error| PdfError::Writer(error.to_string()))?;
    Ok(Pdf { bytes, missing: painter.fonts.into_missing() })
}

struct Painter<'a> {
    fonts: FontBook,
    pictures: &'a Pictures,
    images: HashMap<MapId, Option<Image>>,
    logos: HashMap<EmbeddedFile, Option<Image>>,
}

impl Painter<'_> {
    fn paint(&mut self, surface: &mut Surface<'_>, sheet: &Sheet) {
        let origin = sheet.bounds.min();
        let place = |point: Point| {
            let way = point - origin;
            ((way.x.metres() * sheet.scale) as f32, (way.y.metres() * sheet.scale) as f32)
        };
        for item in &sheet.scene.items {
            match item {
                Item::Shape(shape) => paint_shape(surface, shape, place),
                Item::Wash(wash) => paint_wash(surface, wash, place),
                Item::Line(line) => {
                    surface.set_fill(None);
                    surface.set_stroke(Some(stroke(line.role, line.width)));
                    draw(surface, open_path(place(line.from), place(line.to)));
                }
                Item::Text(text) => self.text(surface, text, place(text.at)),
                Item::Picture(picture) => self.picture(surface, picture, place),
                Item::Logo(logo) => self.logo(surface, logo, place),
            }
        }
    }

    fn text(&mut self, surface: &mut Surface<'_>, text: &Text, at: (f32, f32)) {
        surface.set_stroke(None);
        surface.set_fill(Some(fill(text.role)));
        let align = match text.anchor {
            Anchor::Start => Align::Left,
            Anchor::Middle => Align::Centre,
            Anchor::End => Align::Right,
        };
        // Shaped text may be wider than the estimate that its place was made for: a little room, and smaller beyond it.
        let room = text.width() * 1.02 + 1.0;
        let line = TextLine { text: &text.words, style: text.style, size: text.size, at, align, room };
        if text.angle == Angle::ZERO {
            self.fonts.draw(surface, line);
            return;
        }
        surface.push_transform(&Transform::from_rotate_at(text.angle.degrees() as f32, at.0, at.1));
        self.fonts.draw(surface, line);
        surface.pop();
    }

    fn picture(&mut self, surface: &mut Surface<'_>, picture: &Picture, place: impl Fn(Point) -> (f32, f32)) {
        let Some(map) = self.pictures.maps.get(&picture.map) else { return };
        let to_page = map.transform(picture.corners, |point| {
            let (x, y) = place(point);
            (f64::from(x), f64::from(y))
        });
        let images = &mut self.images;
        map::pdf::paint(surface, map, to_page, |pixels| images.entry(picture.map).or_insert_with(|| image(pixels)).clone());
    }

    fn logo(&mut self, surface: &mut Surface<'_>, logo: &BoothLogo, place: impl Fn(Point) -> (f32, f32) + Copy) {
        let pictures = self.pictures;
        let image = self.logos.entry(logo.file.clone()).or_insert_with(|| image(pictures.logos.get(&logo.file)?));
        if let Some(image) = image.clone() {
            let plate = Corners::Four(logo.plate);
            paint_shape(
                surface,
                &Shape { booth: None, corners: plate, fill: Some(Role::Surface), edge: None, hatch: None, over_map: false },
                place,
            );
            draw_image(surface, image, logo.corners.map(place));
        }
    }
}

/// A picture for the page; none where its pixels do not fit its size.
fn image(pixels: &reader::Picture) -> Option<Image> {
    let whole = u64::from(pixels.width) * u64::from(pixels.height) * 4 == pixels.rgba.len() as u64;
    whole.then(|| Image::from_rgba8(pixels.rgba.clone(), pixels.width, pixels.height))
}

fn draw_image(surface: &mut Surface<'_>, image: Image, [origin, across, _, down]: [(f32, f32); 4]) {
    let (across, down) = ((across.0 - origin.0, across.1 - origin.1), (down.0 - origin.0, down.1 - origin.1));
    // The picture is drawn as a square of one point, which the transform turns and stretches to its place.
    let Some(unit) = Size::from_wh(1.0, 1.0) else { return };
    surface.push_transform(&Transform::from_row(across.0, across.1, down.0, down.1, origin.0, origin.1));
    surface.draw_image(image, unit);
    surface.pop();
}

fn paint_shape(surface: &mut Surface<'_>, shape: &Shape, place: impl Fn(Point) -> (f32, f32) + Copy) {
    // With neither of the two a path would be painted black.
    if shape.fill.is_some() || shape.edge.is_some() {
        let opacity = NormalizedF32::new(fill_opacity(shape.over_map)).unwrap_or(NormalizedF32::ONE);
        surface.set_fill(shape.fill.map(|role| Fill { opacity, ..fill(role) }));
        surface.set_stroke(shape.edge.map(|edge| stroke(edge.role, edge.width)));
        draw(surface, closed_path(&shape.corners, place));
    }
    if let Some(hatch) = &shape.hatch {
        surface.set_fill(None);
        surface.set_stroke(Some(stroke(hatch.role, hatch.width)));
        let mut lines = PathBuilder::new();
        for [from, to] in &hatch.lines {
            let (from, to) = (place(*from), place(*to));
            lines.move_to(from.0, from.1);
            lines.line_to(to.0, to.1);
        }
        draw(surface, lines.finish());
    }
}

fn paint_wash(surface: &mut Surface<'_>, wash: &Wash, place: impl Fn(Point) -> (f32, f32) + Copy) {
    let opacity = NormalizedF32::new(wash.opacity).unwrap_or(NormalizedF32::ONE);
    surface.set_fill(Some(Fill { opacity, ..fill(wash.role) }));
    surface.set_stroke(None);
    draw(surface, closed_path(&wash.corners, place));
}

fn closed_path(corners: &Corners, place: impl Fn(Point) -> (f32, f32)) -> Option<Path> {
    let mut path = PathBuilder::new();
    let mut corners = corners.as_slice().iter().map(|corner| place(*corner));
    let first = corners.next()?;
    path.move_to(first.0, first.1);
    for (x, y) in corners {
        path.line_to(x, y);
    }
    path.close();
    path.finish()
}

fn open_path(from: (f32, f32), to: (f32, f32)) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.move_to(from.0, from.1);
    path.line_to(to.0, to.1);
    path.finish()
}

fn draw(surface: &mut Surface<'_>, path: Option<Path>) {
    if let Some(path) = path {
        surface.draw_path(&path);
    }
}

fn colour(role: Role) -> rgb::Color {
    let colour = Palette::light().colour(role);
    rgb::Color::new(colour.r, colour.g, colour.b)
}

fn fill(role: Role) -> Fill {
    Fill { paint: colour(role).into(), opacity: NormalizedF32::ONE, ..Fill::default() }
}

fn stroke(role: Role, width: f32) -> Stroke {
    Stroke { paint: colour(role).into(), width, ..Stroke::default() }
}

#[cfg(test)]
mod tests {

    use super::*;
    use crate::index::Index;
    use crate::scene::sample::{Sample, one_of_each};
    use crate::text::Language;

    fn exported<T>(sample: &Sample, use_it: impl FnOnce(&HallExport<'_>) -> T) -> T {
        use_it(&HallExport {
            plan: &sample.plan,
            index: &Index::new(&sample.plan),
            pictures: &Pictures::default(),
            texts: &Texts::new(Language::English),
            as_of: jiff::civil::date(2022, 5, 1),
            colour_by: crate::scene::ColourBy::Status,
        })
    }

    fn printed(sample: &Sample) -> Pdf {
        let shaper = Shaper::without_system_fonts();
        exported(sample, |export| hall_pdf(export, &[sample.hall], Paper::A4, shaper)).unwrap()
    }

    #[test]
    fn the_page_lies_as_the_hall_does_and_is_as_large_as_it_needs() {
        let (a4, letter) = ((595, 841), (612, 792));
        for (width, depth, paper, page_size, scale) in [
            (30, 20, Paper::A4, (a4.1, a4.0), 125),
            (20, 30, Paper::A4, a4, 125),
            (20, 30, Paper::Letter, letter, 150),
            (78, 71, Paper::A4, (1_190, 841), 300),
            (78, 71, Paper::Letter, (792, 612), 500),
            (9_000, 9_000, Paper::Letter, letter, 50_000),
        ] {
            let sample = Sample::hall(width, depth);
            let (sheet, size) = exported(&sample, |export| export.subject(sample.hall).unwrap().page(paper)).unwrap();
            assert_eq!((size.0 as i32, size.1 as i32), page_size, "{width} x {depth} m");
            let drawn = super::super::sheet::points_per_metre(scale);
            assert!((sheet.scale - drawn).abs() < 1e-9, "{width} x {depth} m: {} and not {drawn}", sheet.scale);
        }
    }

    #[test]
    fn every_text_of_the_page_is_in_the_bundled_font() {
        let pdf = printed(&one_of_each());
        assert!(pdf.bytes.starts_with(b"%PDF-"));
        assert_eq!(pdf.missing, Vec::<String>::new());
    }

    #[test]
    #[ignore = "needs pdftotext"]
    fn the_words_are_read_back() {
        let pdf = printed(&one_of_each());
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("hall.pdf");
        std::fs::write(&file, pdf.bytes).unwrap();
        let output = std::process::Command::new("pdftotext").arg("-layout").arg(&file).arg("-").output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        for words in
            ["IT Partners 2022: Hall 1", "Scale 1:150", "1 May 2022", "Acer + Asus", "Synology", "A05", "EXIT 2.40", "Contracted"]
        {
            assert!(text.contains(words), "{words} is not in {text}");
        }
    }
}
