//! What the tool in hand tells the user, in words.

use crate::text::Texts;
use crate::tools::Hint;

/// A hint in words.
#[must_use]
pub fn words(texts: &Texts, hint: Hint) -> String {
    match hint {
        Hint::Select => texts.hint_select(),
        Hint::Moving => texts.hint_moving(),
        Hint::Resizing => texts.hint_resizing(),
        Hint::Rotating => texts.hint_rotating(),
        Hint::Marquee => texts.hint_marquee(),
        Hint::Booth => texts.hint_booth(),
        Hint::DrawingBooth => texts.hint_drawing_booth(),
        Hint::Polygon => texts.hint_polygon(),
        Hint::DrawingPolygon => texts.hint_drawing_polygon(),
        Hint::ClosingPolygon => texts.hint_closing_polygon(),
        Hint::PolygonCrosses => texts.hint_polygon_crosses(),
        Hint::Corner => texts.hint_corner(),
        Hint::Round => texts.hint_round(),
        Hint::Split => texts.hint_split(),
        Hint::Splitting => texts.hint_splitting(),
        Hint::NoBoothHere => texts.hint_no_booth_here(),
        Hint::NoParts => texts.hint_no_parts(),
        Hint::Block => texts.hint_block(),
        Hint::DrawingBlock => texts.hint_drawing_block(),
        Hint::BlockLine => texts.hint_block_line(),
        Hint::DrawingBlockLine => texts.hint_drawing_block_line(),
        Hint::BlockArc => texts.hint_block_arc(),
        Hint::DrawingBlockArc => texts.hint_drawing_block_arc(),
        Hint::BlockFill => texts.hint_block_fill(),
        Hint::DrawingBlockFill => texts.hint_drawing_block_fill(),
        Hint::ResizingBlock => texts.hint_resizing_block(),
        Hint::Wall => texts.hint_wall(),
        Hint::Column => texts.hint_column(),
        Hint::Door => texts.hint_door(),
        Hint::NoWallHere => texts.hint_no_wall_here(),
        Hint::Text => texts.hint_text(),
        Hint::Measure => texts.hint_measure(),
        Hint::Measuring => texts.hint_measuring(),
        Hint::WallGoesOn => texts.hint_wall_goes_on(),
        Hint::Zone => texts.hint_zone(),
        Hint::NoBuild => texts.hint_no_build(),
        Hint::HallOutline => texts.hint_hall_outline(),
        Hint::DrawingArea => texts.hint_drawing_area(),
        Hint::Arrow => texts.hint_arrow(),
        Hint::Utility => texts.hint_utility(),
        Hint::Dimension => texts.hint_dimension(),
        Hint::DimensionLine => texts.hint_dimension_line(),
        Hint::Pivot => texts.hint_pivot(),
        Hint::Calibrate => texts.hint_calibrate(),
        Hint::NoPictureHere => texts.hint_no_picture_here(),
        Hint::Path => texts.hint_path(),
        Hint::DrawingPath => texts.hint_drawing_path(),
        Hint::Pan => texts.hint_pan(),
    }
}
