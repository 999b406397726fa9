//! What is seen on tiles. The drawings here are 1,024 units wide, so that level 1 has a unit a pixel.

use super::*;
use crate::reader::Clip;

const RED: Rgba = Rgba([255, 0, 0, 255]);
const BLUE: Rgba = Rgba([0, 0, 255, 255]);
const WHOLE_SHEET: TileAddress = TileAddress { level: 0, column: 0, row: 0 };
const FIRST: TileAddress = TileAddress { level: 1, column: 0, row: 0 };

fn rectangle(left: f32, top: f32, right: f32, bottom: f32) -> Vec<PathStep> {
    use PathStep::{Close, Line, Move};
    vec![Move([left, top]), Line([right, top]), Line([right, bottom]), Line([left, bottom]), Close]
}

fn element(kind: ElementKind) -> Element {
    Element { layer: 0, clip: None, kind }
}

fn filled_box(left: f32, top: f32, right: f32, bottom: f32, colour: Rgba) -> Element {
    let fill = Some(Fill { colour, rule: FillRule::NonZero });
    element(ElementKind::Path { path: rectangle(left, top, right, bottom), fill, stroke: None })
}

fn line(from: SheetPoint, to: SheetPoint, stroke: Stroke) -> Element {
    element(ElementKind::Path { path: vec![PathStep::Move(from), PathStep::Line(to)], fill: None, stroke: Some(stroke) })
}

fn drawing(elements: Vec<Element>) -> Drawing {
    Drawing { sheet: (1_024, 1_024), layers: vec!["0".into(), "walls".into()], clips: Vec::new(), elements }
}

fn pixel(tile: &Tile, x: usize, y: usize) -> [u8; 4] {
    tile.rgba.as_chunks::<4>().0.get(y * 512 + x).copied().unwrap()
}

fn tile(drawing: Drawing, address: TileAddress) -> Tile {
    Prepared::new(drawing).tile(address, &[]).unwrap()
}

fn ink(tile: &Tile) -> u64 {
    tile.rgba.as_chunks::<4>().0.iter().map(|pixel| u64::from(pixel[3])).sum()
}

#[test]
fn a_box_lies_where_it_is_at_every_level_and_the_rest_is_transparent() {
    let one = drawing(vec![filled_box(256.0, 512.0, 768.0, 640.0, RED)]);
    let coarse = tile(one.clone(), WHOLE_SHEET);
    assert_eq!(
        [pixel(&coarse, 127, 300), pixel(&coarse, 128, 300), pixel(&coarse, 383, 319), pixel(&coarse, 384, 319)],
        [[0; 4], [255, 0, 0, 255], [255, 0, 0, 255], [0; 4]]
    );
    let fine = tile(one.clone(), TileAddress { level: 1, column: 1, row: 1 });
    assert_eq!([pixel(&fine, 255, 127), pixel(&fine, 256, 127), pixel(&fine, 0, 128)], [[255, 0, 0, 255], [0; 4], [0; 4]]);
    // The box's left top corner, a million times as large.
    let finest = tile(one, TileAddress { level: 20, column: 262_144, row: 524_288 });
    assert!(finest.rgba.as_chunks::<4>().0.iter().all(|pixel| *pixel == [255, 0, 0, 255]));
}

#[test]
fn half_transparent_colours_are_premultiplied_and_lie_on_what_is_below() {
    let pale = Rgba([0, 0, 255, 128]);
    let both = tile(drawing(vec![filled_box(0.0, 0.0, 100.0, 100.0, RED), filled_box(50.0, 0.0, 200.0, 100.0, pale)]), FIRST);
    assert_eq!(pixel(&both, 150, 50), [0, 0, 128, 128]);
    let [red, green, blue, alpha] = pixel(&both, 75, 50);
    assert!(red.abs_diff(127) < 2 && green == 0 && blue.abs_diff(128) < 2 && alpha == 255);
}

#[test]
fn a_thin_line_is_a_pixel_wide_at_every_level() {
    for width in [0.0, 0.01] {
        let thin = Stroke { width, ..Stroke::hairline(Rgba::BLACK) };
        let one = Prepared::new(drawing(vec![line([0.0, 100.5], [1_024.0, 100.5], thin)]));
        for (level, row) in [(0_u8, 50_usize), (1, 100), (2, 201), (3, 402)] {
            let seen = one.tile(TileAddress { level, column: 0, row: 0 }, &[]).unwrap();
            let column: u32 = (0..512).map(|y| u32::from(pixel(&seen, 200, y)[3])).sum();
            assert!((200..=310).contains(&column), "level {level}: {column}");
            assert!(pixel(&seen, 200, row)[3].max(pixel(&seen, 200, row - 1)[3]) > 100, "level {level}");
        }
    }
}

#[test]
fn a_line_of_many_little_pieces_is_still_a_line() {
    let pieces = (0..1_024_u16 * 8).map(|at| f32::from(at) / 8.0);
    let pieces = pieces.map(|x| line([x, 100.0], [x + 0.125, 100.0], Stroke::hairline(Rgba::BLACK)));
    let seen = tile(drawing(pieces.collect()), WHOLE_SHEET);
    let least = (0..512).map(|x| pixel(&seen, x, 50)[3]).min().unwrap();
    assert!(least > 120, "{least}");
}

#[test]
fn dashes_are_as_long_as_they_are_on_the_sheet() {
    let dashed = Stroke { width: 4.0, dashes: vec![20.0, 10.0], ..Stroke::hairline(RED) };
    let seen = tile(drawing(vec![line([0.0, 50.0], [400.0, 50.0], dashed)]), FIRST);
    let row: String = (0..60).step_by(5).map(|x| if pixel(&seen, x + 2, 50)[3] > 0 { '#' } else { '.' }).collect();
    assert_eq!(row, "####..####..");
}

#[test]
fn hidden_layers_are_not_drawn_and_not_handed_on() {
    let mut walls = filled_box(0.0, 0.0, 100.0, 100.0, RED);
    walls.layer = 1;
    let map = Prepared::new(drawing(vec![walls, filled_box(200.0, 0.0, 300.0, 100.0, BLUE)]));
    let hidden = ["walls".to_owned()];
    let seen = map.tile(FIRST, &hidden).unwrap();
    assert_eq!((pixel(&seen, 50, 50), pixel(&seen, 250, 50)), ([0; 4], [0, 0, 255, 255]));
    assert_eq!((map.without(&hidden).elements.len(), map.drawing().elements.len()), (1, 2));
}

#[test]
fn a_clip_and_the_one_around_it_cut() {
    let clip = |within, path| Clip { within, path, rule: FillRule::NonZero };
    let triangle = vec![PathStep::Move([0.0, 0.0]), PathStep::Line([400.0, 0.0]), PathStep::Line([0.0, 400.0])];
    let mut one = drawing(vec![Element { clip: Some(1), ..filled_box(0.0, 0.0, 500.0, 500.0, RED) }]);
    one.clips = vec![clip(None, rectangle(100.0, 0.0, 600.0, 600.0)), clip(Some(0), triangle)];
    let seen = tile(one, FIRST);
    let is_red = |x, y| pixel(&seen, x, y) == [255, 0, 0, 255];
    assert_eq!([is_red(150, 150), is_red(50, 50), is_red(300, 300)], [true, false, false]);
}

#[test]
fn a_clip_that_lies_within_itself_does_no_harm() {
    let mut one = drawing(vec![Element { clip: Some(0), ..filled_box(0.0, 0.0, 50.0, 50.0, RED) }]);
    one.clips = vec![Clip { within: Some(0), path: rectangle(0.0, 0.0, 25.0, 25.0), rule: FillRule::NonZero }];
    assert_eq!(pixel(&tile(one, FIRST), 10, 10), [255, 0, 0, 255]);
}

#[test]
fn letters_are_outlines_and_a_grey_bar_where_they_cannot_be_read() {
    let text = |size: f32| {
        let outlines = rectangle(100.0, 100.0 - size, 100.0 + size * 6.0, 100.0);
        let fill = Fill { colour: Rgba::BLACK, rule: FillRule::NonZero };
        element(ElementKind::Text {
            text: "A1".into(),
            at: [100.0, 100.0],
            size,
            angle: 0.0,
            centre: [100.0, 100.0],
            outlines,
            fill,
        })
    };
    let read = tile(drawing(vec![text(30.0)]), FIRST);
    assert_eq!(pixel(&read, 150, 80), [0, 0, 0, 255]);
    let unread = tile(drawing(vec![text(2.0)]), WHOLE_SHEET);
    let alpha = pixel(&unread, 53, 49)[3];
    assert!((20..200).contains(&alpha), "{alpha}");
}

#[test]
fn a_picture_is_turned_filtered_and_clipped_like_everything_else() {
    // Red above blue, turned by a quarter: red at the right.
    let rgba = [[255, 0, 0, 255], [0, 0, 255, 255]].concat();
    let corners = [[300.0, 100.0], [300.0, 300.0], [100.0, 100.0]];
    let mut one = drawing(vec![element(ElementKind::Picture { corners, width: 1, height: 2, rgba })]);
    let seen = tile(one.clone(), FIRST);
    assert_eq!(
        (pixel(&seen, 280, 200), pixel(&seen, 120, 200), pixel(&seen, 320, 200)),
        ([255, 0, 0, 255], [0, 0, 255, 255], [0; 4])
    );
    one.clips = vec![Clip { within: None, path: rectangle(0.0, 0.0, 200.0, 200.0), rule: FillRule::NonZero }];
    one.elements[0].clip = Some(0);
    let seen = tile(one, FIRST);
    assert_eq!((pixel(&seen, 280, 150)[3], pixel(&seen, 120, 250)[3], pixel(&seen, 120, 150)[3]), (0, 0, 255));
}

#[test]
fn figures_that_are_no_numbers_draw_nothing() {
    let nan = f32::NAN;
    let wild = drawing(vec![
        filled_box(nan, 0.0, f32::INFINITY, 10.0, RED),
        line([0.0, nan], [5.0, nan], Stroke::hairline(RED)),
        line([0.0, 0.0], [50.0, 50.0], Stroke { width: f32::INFINITY, ..Stroke::hairline(RED) }),
        element(ElementKind::Picture { corners: [[0.0; 2]; 3], width: 1, height: 1, rgba: vec![255; 4] }),
        element(ElementKind::Picture { corners: [[0.0; 2], [9.0, 0.0], [0.0, 9.0]], width: 9, height: 9, rgba: vec![255; 4] }),
    ]);
    assert_eq!(ink(&tile(wild, FIRST)), 0);
}

#[test]
fn neighbouring_tiles_meet_without_a_seam() {
    let path = vec![PathStep::Move([10.0, 300.0]), PathStep::Cubic([300.0, 20.0], [700.0, 1_000.0], [1_000.0, 700.0])];
    let stroke = Stroke { width: 12.0, ..Stroke::hairline(BLUE) };
    let map = Prepared::new(drawing(vec![element(ElementKind::Path { path, fill: None, stroke: Some(stroke) })]));
    let at = |column| map.tile(TileAddress { level: 1, column, row: 1 }, &[]).unwrap();
    let (left, right) = (at(0), at(1));
    for y in 1..511 {
        let around: Vec<u8> = (y - 1..=y + 1).map(|y| pixel(&right, 0, y)[3]).collect();
        let here = pixel(&left, 511, y)[3];
        let (least, most) = (around.iter().min().unwrap(), around.iter().max().unwrap());
        assert!(here.saturating_add(90) >= *least && here <= most.saturating_add(90), "row {y}: {here} beside {around:?}");
    }
}
