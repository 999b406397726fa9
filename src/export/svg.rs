//! A scene as SVG. One user unit is a millimetre of the hall, so that whoever opens the file measures true lengths; texts are
//! text, and a booth takes at most four elements, because readers refuse files of more than a million. What is drawn lies on
//! layers, named so that a program which reads the file finds booths, numbers and names apart.

use std::collections::{BTreeMap, HashMap};
use std::fmt::{self, Write as _};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use image::ImageEncoder as _;
use image::codecs::png::PngEncoder;

use super::map::{self, ExportedMap};
use super::sheet::{HallExport, free_sheet};
use super::svg_layers::in_layers;
use crate::fonts::{self, Style};
use crate::geometry::{Angle, Bounds, Length, Point};
use crate::plan::{EmbeddedFile, HallId, MapId};
use crate::reader;
use crate::scene::{Anchor, BoothLogo, Colour, Item, Line, Palette, Picture, Role, Scene, Shape, Text, Wash, fill_opacity};

/// Maps and logos as the worker read them.
#[derive(Clone, Debug, Default)]
pub struct Pictures {
    /// The maps and pictures in the halls.
    pub maps: BTreeMap<MapId, ExportedMap>,
    /// The pixels of logos.
    pub logos: HashMap<EmbeddedFile, reader::Picture>,
}

/// Width of the thinnest lines of a map, in points.
const HAIRLINE: f64 = 0.25;

/// What is drawn, and how large.
#[derive(Clone, Copy, Debug)]
pub struct Drawing<'a> {
    /// What is drawn.
    pub scene: &'a Scene,
    /// The part of the hall that the drawing shows.
    pub bounds: Bounds,
    /// Points of the medium to one metre: those that the scene was made for.
    pub scale: f64,
    /// The colours.
    pub palette: Palette,
    /// What the drawing is painted on.
    pub background: Role,
    /// Its title, for whoever cannot see it and for the window's title.
    pub title: &'a str,
    /// One sentence more.
    pub description: &'a str,
    /// The code of its language: `en`.
    pub language: &'a str,
    /// The pixels of its pictures; one that is missing is not drawn.
    pub pictures: &'a Pictures,
}

/// What holds for all of a file. Texts keep the advances that their places were made for.
const STYLE: &str = r#"font-family="Inter, sans-serif" font-kerning="none" stroke-linejoin="miter""#;

/// The drawing as an SVG file.
#[must_use]
pub fn svg(drawing: &Drawing<'_>) -> String {
    let mut svg = String::with_capacity(drawing.scene.items.len() * 160 + 1_000);
    // Writing to a string does not fail.
    let _ = Writer { drawing, mm_per_point: 1_000.0 / drawing.scale }.write(&mut svg);
    svg
}

/// A hall with its title and legend as an SVG file; none where there is no such hall.
#[must_use]
pub fn hall_svg(export: &HallExport<'_>, hall: HallId) -> Option<String> {
    let sheet = free_sheet(export, hall)?;
    Some(svg(&Drawing {
        scene: &sheet.scene,
        bounds: sheet.bounds,
        scale: sheet.scale,
        palette: Palette::light(),
        background: Role::Surface,
        title: &sheet.title,
        description: &sheet.summary,
        language: export.texts.language().code(),
        pictures: export.pictures,
    }))
}

struct Writer<'a> {
    drawing: &'a Drawing<'a>,
    mm_per_point: f64,
}

impl Writer<'_> {
    fn write(&self, out: &mut String) -> fmt::Result {
        let Drawing { scene, bounds, scale, title, description, language, background, .. } = self.drawing;
        let (min, size) = (bounds.min(), bounds.size());
        let paper_mm = |length: Length| length.metres() * scale * 25.4 / 72.0;
        writeln!(
            out,
            r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xml:lang="{}" width="{:.2}mm" height="{:.2}mm" viewBox="{} {} {} {}" data-hallplan-unit="mm" {STYLE}>"#,
            Escaped(language),
            paper_mm(size.width),
            paper_mm(size.depth),
            Mm(min.x),
            Mm(min.y),
            Mm(size.width),
            Mm(size.depth)
        )?;
        writeln!(out, "<title>{}</title>\n<desc>{}</desc>", Escaped(title), Escaped(description))?;
        writeln!(
            out,
            r#"<rect x="{}" y="{}" width="{}" height="{}" fill="{}"/>"#,
            Mm(min.x),
            Mm(min.y),
            Mm(size.width),
            Mm(size.depth),
            self.hex(*background)
        )?;
        let mut maps = 0;
        for (place, (layer, items)) in in_layers(&scene.items).iter().enumerate() {
            // Several runs of a layer have one label; each has an id of its own.
            let (name, number) = (layer.name(), place + 1);
            let id = name.replace(' ', "-");
            writeln!(out, r#"<g id="{id}-{number}" inkscape:groupmode="layer" inkscape:label="{name}">"#)?;
            self.items(out, items, &mut maps)?;
            out.write_str("</g>\n")?;
        }
        out.write_str("</svg>\n")
    }

    fn items(&self, out: &mut String, mut items: &[&Item], maps: &mut usize) -> fmt::Result {
        while let Some((item, rest)) = items.split_first() {
            items = rest;
            match *item {
                Item::Picture(picture) => {
                    *maps += 1;
                    self.picture(out, picture, *maps)?;
                }
                Item::Logo(logo) => self.logo(out, logo)?,
                Item::Shape(shape) => self.shape(out, shape)?,
                Item::Wash(wash) => self.wash(out, wash)?,
                Item::Line(line) => self.line(out, line)?,
                Item::Text(first) => {
                    let more = rest.iter().take_while(|item| matches!(*item, Item::Text(text) if goes_on(first, text))).count();
                    let (joined, rest) = rest.split_at(more);
                    items = rest;
                    self.texts(out, first, joined)?;
                }
            }
        }
        Ok(())
    }

    fn shape(&self, out: &mut String, shape: &Shape) -> fmt::Result {
        out.write_str("<path d=\"")?;
        path(out, shape.corners.as_slice())?;
        match shape.fill {
            Some(role) => write!(out, "\" fill=\"{}\"", self.hex(role))?,
            None => out.write_str("\" fill=\"none\"")?,
        }
        if shape.over_map {
            write!(out, " fill-opacity=\"{}\"", fill_opacity(true))?;
        }
        if let Some(edge) = shape.edge {
            write!(out, " stroke=\"{}\" stroke-width=\"{}\"", self.hex(edge.role), self.points(f64::from(edge.width)))?;
        }
        out.write_str("/>\n")?;
        let Some(hatch) = &shape.hatch else {
            return Ok(());
        };
        out.write_str("<path d=\"")?;
        for [from, to] in &hatch.lines {
            write!(out, "M{} {}l{} {}", Mm(from.x), Mm(from.y), Mm(to.x - from.x), Mm(to.y - from.y))?;
        }
        writeln!(out, "\" stroke=\"{}\" stroke-width=\"{}\"/>", self.hex(hatch.role), self.points(f64::from(hatch.width)))
    }

    fn wash(&self, out: &mut String, wash: &Wash) -> fmt::Result {
        out.write_str("<path d=\"")?;
        path(out, wash.corners.as_slice())?;
        writeln!(out, "\" fill=\"{}\" fill-opacity=\"{}\"/>", self.hex(wash.role), Short(f64::from(wash.opacity)))
    }

    fn line(&self, out: &mut String, line: &Line) -> fmt::Result {
        writeln!(
            out,
            r#"<path d="M{} {}L{} {}" stroke="{}" stroke-width="{}"/>"#,
            Mm(line.from.x),
            Mm(line.from.y),
            Mm(line.to.x),
            Mm(line.to.y),
            self.hex(line.role),
            self.points(f64::from(line.width))
        )
    }

    /// One element for texts of the same kind: what follows the first is moved from the end of what comes before it.
    fn texts(&self, out: &mut String, first: &Text, more: &[&Item]) -> fmt::Result {
        let width = |words: &str| f64::from(fonts::width(words, first.style, first.size)) * self.mm_per_point;
        let (x, y) = (first.at.x.metres() * 1_000.0, first.at.y.metres() * 1_000.0);
        let alone = more.is_empty();
        // Where a text begins, left of its place: several in one element all begin at their left ends.
        let before = |text: &Text| match text.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => width(&text.words) / 2.0,
            Anchor::End => width(&text.words),
        };
        let shift = if alone { 0.0 } else { before(first) };
        let (cos, sin) = first.angle.cos_sin();
        let (x, y) = (Short(x - shift * cos), Short(y - shift * sin));
        write!(out, r#"<text x="{x}" y="{y}""#)?;
        if first.angle != Angle::ZERO {
            write!(out, r#" transform="rotate({} {x} {y})""#, Short(first.angle.degrees()))?;
        }
        match first.anchor {
            Anchor::Middle if alone => out.write_str(r#" text-anchor="middle""#)?,
            Anchor::End if alone => out.write_str(r#" text-anchor="end""#)?,
            Anchor::Start | Anchor::Middle | Anchor::End => {}
        }
        let mut words = first.words.to_string();
        let mut end = (width(&first.words) - shift, 0.0);
        let mut steps = Vec::new();
        for item in more {
            let Item::Text(text) = item else { continue };
            // The way from the first text, along and across its direction.
            let way = text.at.turned(first.at, -first.angle) - first.at;
            let (x, y) = (way.x.metres() * 1_000.0 - before(text), way.y.metres() * 1_000.0);
            words.push(' ');
            steps.resize(words.chars().count(), (0.0, 0.0));
            steps.push((x - end.0 - width(" "), y - end.1));
            words.push_str(&text.words);
            end = (x + width(&text.words), y);
        }
        if steps.iter().any(|step| step.0.abs() >= 0.01) {
            write!(out, r#" dx="{}""#, list(steps.iter().map(|step| step.0)))?;
        }
        if steps.iter().any(|step| step.1.abs() >= 0.01) {
            write!(out, r#" dy="{}""#, list(steps.iter().map(|step| step.1)))?;
        }
        out.write_str(match first.style {
            Style::Regular => "",
            Style::Medium => r#" font-weight="500""#,
            Style::SemiBold => r#" font-weight="600""#,
            Style::Italic => r#" font-style="italic""#,
        })?;
        let size = self.points(f64::from(first.size));
        writeln!(out, r#" font-size="{size}" fill="{}">{}</text>"#, self.hex(first.role), Escaped(&words))
    }

    fn picture(&self, out: &mut String, picture: &Picture, number: usize) -> fmt::Result {
        let Some(map) = self.drawing.pictures.maps.get(&picture.map) else { return Ok(()) };
        let to_hall = map.transform(picture.corners, |point| (point.x.metres() * 1_000.0, point.y.metres() * 1_000.0));
        map::svg::write(out, map, number, to_hall, HAIRLINE * self.mm_per_point)
    }

    fn logo(&self, out: &mut String, logo: &BoothLogo) -> fmt::Result {
        let Some(pixels) = self.drawing.pictures.logos.get(&logo.file) else { return Ok(()) };
        out.write_str("<path d=\"")?;
        path(out, &logo.plate)?;
        writeln!(out, "\" fill=\"{}\"/>", Palette::light().colour(Role::Surface).hex())?;
        self.image(out, Some(pixels), logo.corners)
    }

    /// Pixels between four corners; nothing where they do not fit their size.
    fn image(&self, out: &mut String, pixels: Option<&reader::Picture>, corners: [Point; 4]) -> fmt::Result {
        let Some(url) = pixels.and_then(|pixels| pixels_url(&pixels.rgba, pixels.width, pixels.height)) else { return Ok(()) };
        let [left_top, right_top, _, left_bottom] = corners;
        let (across, down) = (right_top - left_top, left_bottom - left_top);
        let angle = Angle::of_direction(across.x.metres(), across.y.metres());
        let side = |x: Length, y: Length| Short(x.metres().hypot(y.metres()) * 1_000.0);
        let (x, y) = (Mm(left_top.x), Mm(left_top.y));
        write!(out, r#"<image x="{x}" y="{y}" width="{}" height="{}""#, side(across.x, across.y), side(down.x, down.y))?;
        if angle != Angle::ZERO {
            write!(out, r#" transform="rotate({} {x} {y})""#, Short(angle.degrees()))?;
        }
        writeln!(out, r#" preserveAspectRatio="none" href="{url}"/>"#)
    }

    fn hex(&self, role: Role) -> String {
        let colour: Colour = self.drawing.palette.colour(role);
        colour.hex()
    }

    /// Points of the medium in millimetres of the hall.
    fn points(&self, points: f64) -> Short {
        Short(points * self.mm_per_point)
    }
}

/// Whether a text can stand in the same element as another of its booth.
fn goes_on(first: &Text, text: &Text) -> bool {
    can_be_moved(&first.words)
        && can_be_moved(&text.words)
        && first.booth.is_some()
        && first.booth == text.booth
        && first.style == text.style
        && first.role == text.role
        && first.angle == text.angle
        && (first.size - text.size).abs() < f32::EPSILON
}

/// Whether readers agree which of the characters a list of moves speaks of: each is a letter by itself, and they stand from
/// left to right. Marks, joiners, pictures and the scripts from Hebrew to Khmer do not.
fn can_be_moved(words: &str) -> bool {
    let is_joined = |character: char| match character {
        '\u{300}'..='\u{36F}' | '\u{590}'..='\u{1DFF}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' => true,
        '\u{2060}'..='\u{206F}' | '\u{20D0}'..='\u{20FF}' | '\u{A800}'..='\u{ABFF}' | '\u{FB1D}'..='\u{FE2F}' => true,
        other => other > '\u{FFFF}' || ('\u{FE70}'..='\u{FEFF}').contains(&other),
    };
    !words.chars().any(is_joined)
}

/// Numbers as SVG lists them.
fn list(numbers: impl Iterator<Item = f64>) -> String {
    numbers.map(|number| Short(number).to_string()).collect::<Vec<_>>().join(" ")
}

fn path(out: &mut String, corners: &[Point]) -> fmt::Result {
    let mut last: Option<Point> = None;
    for corner in corners {
        match last {
            None => write!(out, "M{} {}", Mm(corner.x), Mm(corner.y))?,
            Some(last) if last.y == corner.y => write!(out, "h{}", Mm(corner.x - last.x))?,
            Some(last) if last.x == corner.x => write!(out, "v{}", Mm(corner.y - last.y))?,
            Some(last) => write!(out, "l{} {}", Mm(corner.x - last.x), Mm(corner.y - last.y))?,
        }
        last = Some(*corner);
    }
    out.write_str("z")
}

/// Pixels as a PNG inside a URL; none where they do not fit their size.
pub(super) fn pixels_url(rgba: &[u8], width: u32, height: u32) -> Option<String> {
    // The encoder takes as given that they do.
    if u64::from(width) * u64::from(height) * 4 != rgba.len() as u64 {
        return None;
    }
    let mut png = Vec::new();
    PngEncoder::new(&mut png).write_image(rgba, width, height, image::ExtendedColorType::Rgba8).ok()?;
    Some(format!("data:image/png;base64,{}", BASE64_STANDARD.encode(&png)))
}

/// A length in millimetres, exact.
struct Mm(Length);

impl fmt::Display for Mm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = self.0.tenths();
        if tenths % 10 == 0 {
            return write!(f, "{}", tenths / 10);
        }
        let sign = if tenths < 0 { "-" } else { "" };
        write!(f, "{sign}{}.{}", tenths.abs() / 10, tenths.abs() % 10)
    }
}

/// A number with at most two decimals.
pub(super) struct Short(pub(super) f64);

impl fmt::Display for Short {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = format!("{:.2}", self.0);
        let text = text.trim_end_matches('0').trim_end_matches('.');
        f.write_str(if text == "-0" { "0" } else { text })
    }
}

/// Text as XML allows it.
struct Escaped<'a>(&'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            match character {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => f.write_char(' ')?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}
