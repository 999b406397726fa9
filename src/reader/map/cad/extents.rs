//! The first walk over a page: where its elements lie.

use kurbo::{BezPath, Rect, Shape as _};

use crate::reader::{Fill, ReadError};

use super::letters;
use super::walk::{Edge, Pen, Place, Sink, TextLine};

/// The boxes of all elements, in units of the drawing.
#[derive(Default)]
pub(super) struct Extents {
    pub(super) boxes: Vec<Rect>,
    clips: Vec<Rect>,
}

impl Extents {
    fn put(&mut self, place: Place, bounds: Rect) {
        if !super::sheet::is_drawable(bounds) {
            return;
        }
        let seen = match place.clip.and_then(|clip| self.clips.get(clip as usize)) {
            Some(clip) => {
                let seen = bounds.intersect(*clip);
                let apart = bounds.x0 > clip.x1 || bounds.x1 < clip.x0 || bounds.y0 > clip.y1 || bounds.y1 < clip.y0;
                if apart { return } else { seen }
            }
            None => bounds,
        };
        self.boxes.push(seen);
    }
}

impl Sink for Extents {
    fn clip(&mut self, path: BezPath, _: Edge, within: Option<u32>) -> Result<u32, ReadError> {
        let own = path.bounding_box();
        let outer = within.and_then(|clip| self.clips.get(clip as usize));
        self.clips.push(outer.map_or(own, |outer| own.intersect(*outer)));
        Ok(self.clips.len() as u32 - 1)
    }

    fn path(&mut self, place: Place, path: BezPath, _: Option<Fill>, _: Option<Pen>) -> Result<(), ReadError> {
        if path.is_finite() && !path.is_empty() {
            self.put(place, path.bounding_box());
        }
        Ok(())
    }

    fn text(&mut self, place: Place, line: TextLine) -> Result<(), ReadError> {
        let letters = Rect::new(0.0, 0.0, letters::width(&line.text), letters::CAPITAL);
        self.put(place, line.place.transform_rect_bbox(letters));
        Ok(())
    }

    fn shown(&self) -> Option<Rect> {
        None
    }
}
