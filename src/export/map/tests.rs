//! Maps in what is exported.

use std::sync::Arc;

use super::{ExportedMap, MapContent};
use crate::export::hall_pdf::hall_pdf;
use crate::export::page::Paper;
use crate::export::png::png;
use crate::export::sheet::HallExport;
use crate::export::svg::{Pictures, hall_svg};
use crate::fonts::Shaper;
use crate::geometry::{Angle, Length, Point};
use crate::index::Index;
use crate::plan::{Draft, EmbeddedFile, Fade, HallMap, IdMint, Placement, SheetPart};
use crate::reader::{
    Clip, Drawing, Element, ElementKind, Fill, FillRule, PathStep, Rgba, SheetPoint, Stroke, StrokeCap, StrokeJoin,
};
use crate::scene::ColourBy;
use crate::scene::sample::Sample;
use crate::text::{Language, Texts};

const RED: Rgba = Rgba([255, 0, 0, 255]);
const BLUE: Rgba = Rgba([0, 0, 255, 128]);

fn square(from: SheetPoint, to: SheetPoint) -> Vec<PathStep> {
    use PathStep::{Close, Line, Move};
    vec![Move(from), Line([to[0], from[1]]), Line(to), Line([from[0], to[1]]), Close]
}

/// A sheet of 1,000 x 500 with a red square left, a blue one right that is cut in half twice, dashes between them and an arc.
fn drawing() -> Drawing {
    let fill = |colour| Some(Fill { colour, rule: FillRule::NonZero });
    let dashes = Stroke {
        width: 10.0,
        cap: StrokeCap::Round,
        join: StrokeJoin::Bevel,
        dashes: vec![20.0, 10.0],
        ..Stroke::hairline(Rgba::BLACK)
    };
    let element = |clip, kind| Element { layer: 0, clip, kind };
    let path = |path, fill, stroke| ElementKind::Path { path, fill, stroke };
    let arc = vec![PathStep::Move([0.0, 500.0]), PathStep::Cubic([100.0, 400.0], [200.0, 400.0], [300.0, 500.0])];
    let outer = Clip { within: None, path: square([500.0, 0.0], [900.0, 500.0]), rule: FillRule::EvenOdd };
    let inner = Clip { within: Some(0), path: square([0.0, 100.0], [1_000.0, 300.0]), rule: FillRule::NonZero };
    Drawing {
        sheet: (1_000, 500),
        layers: vec![String::new()],
        clips: vec![outer, inner],
        elements: vec![
            element(None, path(square([100.0, 100.0], [400.0, 400.0]), fill(RED), None)),
            element(Some(1), path(square([600.0, 100.0], [1_000.0, 500.0]), fill(BLUE), Some(Stroke::hairline(RED)))),
            element(Some(0), path(vec![PathStep::Move([450.0, 0.0]), PathStep::Line([550.0, 500.0])], None, Some(dashes))),
            element(None, path(arc, None, Some(Stroke::hairline(BLUE)))),
        ],
    }
}

/// A hall of 20 x 10 m on which the map lies a metre in, its whole sheet being 10 m wide.
fn hall(crop: Option<SheetPart>, fade: u8, angle: Angle) -> (Sample, Pictures) {
    let sample = Sample::hall(20, 10);
    let mut mint = IdMint::new(9, 1_000);
    let mut draft = Draft::new(&sample.plan);
    let placement = Placement { origin: Point::from_mm(1_000, 1_000), width: Length::from_mm(10_000), angle };
    let file = EmbeddedFile::new(b"map".to_vec());
    let record = HallMap {
        crop,
        fade: Fade::new(fade).unwrap(),
        ..HallMap::new(sample.hall, "map".into(), file, (1_000, 500), placement)
    };
    let shown = ExportedMap::new(&record, MapContent::Vectors(Arc::new(drawing())));
    let map = draft.add(&mut mint, record);
    let (plan, _) = draft.finish().unwrap();
    (Sample { plan, ..sample }, Pictures { maps: [(map, shown)].into(), ..Pictures::default() })
}

fn export<T>((sample, pictures): &(Sample, Pictures), use_it: impl FnOnce(&HallExport<'_>, &Sample) -> T) -> T {
    let export = HallExport {
        plan: &sample.plan,
        index: &Index::new(&sample.plan),
        pictures,
        texts: &Texts::new(Language::English),
        as_of: jiff::civil::date(2022, 5, 1),
        colour_by: ColourBy::Status,
    };
    use_it(&export, sample)
}

fn svg(hall: &(Sample, Pictures)) -> String {
    export(hall, |export, sample| hall_svg(export, sample.hall)).unwrap()
}

#[test]
fn a_drawing_is_written_as_vectors_cut_and_faded() {
    let crop = SheetPart { from: (500, 0), to: (1_000, 500) };
    let svg = svg(&hall(Some(crop), 40, Angle::from_thousandths(30_000)));
    let (from, to) = (svg.find("<clipPath id=\"map1\"").unwrap(), svg.rfind("</g>\n<").unwrap());
    let end = svg[from..to].find("</g>").map_or(to, |end| from + end + 4);
    insta::assert_snapshot!(&svg[from..end], @r##"
    <clipPath id="map1"><path d="M500 0H1000V500H500z"/></clipPath><g clip-path="url(#map1)" transform="matrix(8.6602 5 -5 8.6602 2919.9 -1165.1)" opacity="0.6">
    <clipPath id="map1-0"><path d="M500 0L900 0L900 500L500 500z" clip-rule="evenodd"/></clipPath>
    <clipPath id="map1-1" clip-path="url(#map1-0)"><path d="M0 100L1000 100L1000 300L0 300z"/></clipPath>
    <path d="M100 100L400 100L400 400L100 400z" fill="#ff0000"/>
    <path d="M600 100L1000 100L1000 500L600 500z" fill="#0000ff" fill-opacity="0.5" stroke="#ff0000" stroke-width="0.88" clip-path="url(#map1-1)"/>
    <path d="M450 0L550 500" fill="none" stroke="#000000" stroke-width="10" stroke-linecap="round" stroke-linejoin="bevel" stroke-dasharray="20 10" clip-path="url(#map1-0)"/>
    <path d="M0 500C100 400 200 400 300 500" fill="none" stroke="#0000ff" stroke-opacity="0.5" stroke-width="0.88"/>
    </g>
    "##);
}

#[test]
fn a_drawing_lies_in_its_place_and_only_what_is_shown_of_it() {
    let crop = SheetPart { from: (200, 0), to: (1_000, 500) };
    for crop in [None, Some(crop)] {
        let svg = svg(&hall(crop, 0, Angle::ZERO));
        let picture = image::load_from_memory(&png(&svg, 2_000).unwrap()).unwrap().into_rgba8();
        let area: Vec<f64> = svg
            .split("viewBox=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap()
            .split(' ')
            .map(|part| part.parse().unwrap())
            .collect();
        // At so many metres of the hall.
        let at = |x: f64, y: f64| {
            let pixel = |metres: f64, from: f64| ((metres * 1_000.0 - from) / area[2] * 2_000.0) as u32;
            picture.get_pixel(pixel(x, area[0]), pixel(y, area[1])).0
        };
        let is_red = |[red, green, _, _]: [u8; 4]| red > 240 && green < 20;
        let is_blue = |[red, _, blue, _]: [u8; 4]| blue > 240 && red < 180;
        assert!(is_red(at(4.0, 3.0)), "{crop:?}");
        assert!(is_blue(at(9.0, 3.0)) && !is_blue(at(9.0, 4.5)) && !is_blue(at(10.5, 3.0)), "{crop:?}");
        assert_eq!(is_red(at(2.5, 3.0)), crop.is_none(), "{crop:?}");
    }
}

#[test]
#[ignore = "needs pdfimages and pdftoppm"]
fn a_drawing_is_no_picture_in_the_pdf() {
    let pdf = |hall| {
        export(hall, |export, sample| hall_pdf(export, &[sample.hall], Paper::A4, Shaper::without_system_fonts())).unwrap()
    };
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("hall.pdf");
    std::fs::write(&file, pdf(&hall(None, 50, Angle::from_thousandths(10_000))).bytes).unwrap();
    let list = std::process::Command::new("pdfimages").arg("-list").arg(&file).output().unwrap();
    let list = String::from_utf8(list.stdout).unwrap();
    assert_eq!(list.lines().count(), 2, "only the two lines of the head: {list}");
    let page = std::process::Command::new("pdftoppm")
        .args(["-r", "72", "-png", "-singlefile"])
        .arg(&file)
        .arg(folder.path().join("page"))
        .status();
    assert!(page.unwrap().success());
    let page = image::open(folder.path().join("page.png")).unwrap().into_rgba8();
    let faded_red = page.pixels().filter(|pixel| pixel.0[0] > 240 && (110..150).contains(&pixel.0[1])).count();
    assert!(faded_red > 1_000, "{faded_red} pixels of the red square at half its strength");
}
