//! A drawing in an SVG, as vectors.

use std::collections::BTreeSet;
use std::fmt::{self, Write as _};

use super::{ExportedMap, MapContent, SheetTransform, clips_around};
use crate::export::svg::{Short, pixels_url};
use crate::reader::{Drawing, ElementKind, FillRule, PathStep, Rgba, SheetPoint, StrokeCap, StrokeJoin};

/// Writes a map that is the `number`th of its file. A hairline is so many millimetres of the hall wide.
pub(in crate::export) fn write(
    out: &mut String,
    map: &ExportedMap,
    number: usize,
    to_hall: SheetTransform,
    hairline: f64,
) -> fmt::Result {
    let SheetTransform { across, down, origin } = to_hall;
    let [left, top, right, bottom] = map.shown();
    write!(out, r#"<clipPath id="map{number}"><path d="M{left} {top}H{right}V{bottom}H{left}z"/></clipPath>"#)?;
    // The clip of a group is in the group's own units.
    write!(out, r#"<g clip-path="url(#map{number})" transform="matrix("#)?;
    let parts = [across.0, across.1, down.0, down.1, origin.0, origin.1];
    out.write_str(&parts.map(|part| format!("{}", Exact(part))).join(" "))?;
    out.write_str(")\"")?;
    if map.opacity() < 1.0 {
        write!(out, r#" opacity="{}""#, Short(f64::from(map.opacity())))?;
    }
    out.write_str(">\n")?;
    match &map.content {
        MapContent::Pixels(picture) => {
            if let Some(url) = pixels_url(&picture.rgba, picture.width, picture.height) {
                let [width, height] = map.sheet();
                writeln!(out, r#"<image width="{width}" height="{height}" preserveAspectRatio="none" href="{url}"/>"#)?;
            }
        }
        MapContent::Vectors(drawing) => vectors(out, drawing, number, hairline / to_hall.scale().max(f64::MIN_POSITIVE))?,
    }
    out.write_str("</g>\n")
}

fn vectors(out: &mut String, drawing: &Drawing, number: usize, hairline: f64) -> fmt::Result {
    let used: BTreeSet<u32> = drawing.elements.iter().flat_map(|element| clips_around(drawing, element.clip)).collect();
    for place in &used {
        let Some(clip) = drawing.clips.get(*place as usize) else { continue };
        write!(out, r#"<clipPath id="map{number}-{place}""#)?;
        if let Some(outer) = clip.within.filter(|outer| outer < place) {
            write!(out, r#" clip-path="url(#map{number}-{outer})""#)?;
        }
        out.write_str("><path d=\"")?;
        path(out, &clip.path)?;
        out.write_str(if clip.rule == FillRule::EvenOdd {
            "\" clip-rule=\"evenodd\"/></clipPath>\n"
        } else {
            "\"/></clipPath>\n"
        })?;
    }
    for element in &drawing.elements {
        let clip = element.clip.filter(|place| used.contains(place));
        let clip = clip.map_or(String::new(), |place| format!(r#" clip-path="url(#map{number}-{place})""#));
        match &element.kind {
            ElementKind::Picture { corners: [origin, across, down], width, height, rgba } => {
                let Some(url) = pixels_url(rgba, *width, *height) else { continue };
                let way = |to: &SheetPoint| [Exact(f64::from(to[0] - origin[0])), Exact(f64::from(to[1] - origin[1]))];
                let ([a, b], [c, d]) = (way(across), way(down));
                // A clip is in the units of what it cuts: these are the picture's.
                writeln!(
                    out,
                    r#"<g{clip}><image width="1" height="1" preserveAspectRatio="none" transform="matrix({a} {b} {c} {d} {} {})" href="{url}"/></g>"#,
                    Exact(f64::from(origin[0])),
                    Exact(f64::from(origin[1]))
                )?;
            }
            ElementKind::Text { outlines, fill, .. } if fill.colour.0[3] > 0 => {
                out.write_str("<path d=\"")?;
                path(out, outlines)?;
                writeln!(out, "\"{}{clip}/>", filled("fill", fill.colour))?;
            }
            ElementKind::Text { .. } => {}
            ElementKind::Path { path: steps, fill, stroke } => {
                out.write_str("<path d=\"")?;
                path(out, steps)?;
                out.write_char('"')?;
                match fill {
                    Some(fill) => {
                        out.write_str(&filled("fill", fill.colour))?;
                        if fill.rule == FillRule::EvenOdd {
                            out.write_str(" fill-rule=\"evenodd\"")?;
                        }
                    }
                    None => out.write_str(" fill=\"none\"")?,
                }
                if let Some(stroke) = stroke {
                    let width = if stroke.width > 0.0 { f64::from(stroke.width) } else { hairline };
                    write!(out, r#"{} stroke-width="{}""#, filled("stroke", stroke.colour), Short(width))?;
                    out.write_str(match stroke.cap {
                        StrokeCap::Butt => "",
                        StrokeCap::Round => " stroke-linecap=\"round\"",
                        StrokeCap::Square => " stroke-linecap=\"square\"",
                    })?;
                    out.write_str(match stroke.join {
                        StrokeJoin::Miter => "",
                        StrokeJoin::Round => " stroke-linejoin=\"round\"",
                        StrokeJoin::Bevel => " stroke-linejoin=\"bevel\"",
                    })?;
                    if !stroke.dashes.is_empty() {
                        let dashes: Vec<_> = stroke.dashes.iter().map(|dash| Short(f64::from(*dash)).to_string()).collect();
                        write!(out, r#" stroke-dasharray="{}""#, dashes.join(" "))?;
                        if stroke.dash_start != 0.0 {
                            write!(out, r#" stroke-dashoffset="{}""#, Short(f64::from(stroke.dash_start)))?;
                        }
                    }
                }
                writeln!(out, "{clip}/>")?;
            }
        }
    }
    Ok(())
}

fn filled(what: &str, Rgba([red, green, blue, alpha]): Rgba) -> String {
    let colour = format!(" {what}=\"#{red:02x}{green:02x}{blue:02x}\"");
    match alpha {
        255 => colour,
        alpha => format!("{colour} {what}-opacity=\"{}\"", Short(f64::from(alpha) / 255.0)),
    }
}

fn path(out: &mut String, steps: &[PathStep]) -> fmt::Result {
    let point = |[x, y]: SheetPoint| format!("{} {}", Short(f64::from(x)), Short(f64::from(y)));
    for step in steps {
        match *step {
            PathStep::Move(to) => write!(out, "M{}", point(to))?,
            PathStep::Line(to) => write!(out, "L{}", point(to))?,
            PathStep::Quadratic(by, to) => write!(out, "Q{} {}", point(by), point(to))?,
            PathStep::Cubic(by, then, to) => write!(out, "C{} {} {}", point(by), point(then), point(to))?,
            PathStep::Close => out.write_char('z')?,
        }
    }
    Ok(())
}

/// A number of a transform, which large coordinates are multiplied by.
struct Exact(f64);

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = format!("{:.9}", self.0);
        let text = text.trim_end_matches('0').trim_end_matches('.');
        f.write_str(if text == "-0" { "0" } else { text })
    }
}
