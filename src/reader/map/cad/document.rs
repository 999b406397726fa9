//! A file as acadrust's document, and its pages.

use std::io::Cursor;

use acadrust::entities::Viewport;
use acadrust::objects::{Layout, ObjectType};
use acadrust::{BlockRecord, CadDocument, DwgReadOptions, DwgReader, DxfReader, DxfReaderConfiguration, EntityType};

use crate::geometry::Length;
use crate::reader::{DrawingUnit, Kind, NaturalSize, ReadError, limits};

use super::frame::Frame;
use super::viewport;

/// The name of the block that is the model space.
pub(super) const MODEL: &str = "*Model_Space";

/// The width of the paper that line weights of a model space are for: it has none, so an A1 sheet, as halls are plotted on.
const MODEL_PAPER: f64 = 841.0;

/// Reads a file. What of it cannot be understood is left out, but a file that ends in its middle is refused.
pub(super) fn read(bytes: &[u8], kind: Kind) -> Result<CadDocument, ReadError> {
    if bytes.len() as u64 > limits::CAD_BYTES {
        return Err(ReadError::FileTooLarge { bytes: bytes.len() as u64, limit: limits::CAD_BYTES });
    }
    let file = Cursor::new(bytes.to_vec());
    let document = if kind == Kind::Dwg {
        let most = usize::try_from(limits::CAD_BYTES * 2).unwrap_or(usize::MAX);
        let options = DwgReadOptions::failsafe().with_max_decompressed_bytes(most);
        DwgReader::from_stream_with_options(file, options).read()
    } else {
        if !has_end(bytes) {
            return Err(ReadError::Truncated);
        }
        let configuration = DxfReaderConfiguration { failsafe: true, ..DxfReaderConfiguration::default() };
        DxfReader::from_reader(file).and_then(|reader| reader.with_configuration(configuration).read())
    };
    document.map_err(|error| ReadError::Damaged { detail: error.to_string() })
}

/// Whether a DXF file ends as it must, with the end of the file or, from careless programs, of a section.
fn has_end(bytes: &[u8]) -> bool {
    let last = bytes.trim_ascii_end();
    let last = last.strip_suffix(b"\0").unwrap_or(last).trim_ascii_end();
    let last = last.strip_suffix(&[0x1A]).unwrap_or(last).trim_ascii_end();
    last.ends_with(b"EOF") || last.ends_with(b"ENDSEC")
}

/// The model space or a layout.
pub(super) enum Page<'a> {
    /// True sizes, in the units of the drawing.
    Model,
    /// A sheet of paper.
    Paper {
        /// What is on it.
        block: &'a BlockRecord,
        /// Its settings, where the file has them.
        layout: Option<&'a Layout>,
    },
}

/// The pages of a document: the model space, then the layouts that hold something, in the order of their tabs.
pub(super) fn pages(document: &CadDocument) -> Vec<Page<'_>> {
    let layouts = document.objects.values().filter_map(|object| match object {
        ObjectType::Layout(layout) => Some(layout),
        _ => None,
    });
    let layouts: Vec<&Layout> = layouts.collect();
    let has_model = document.model_space_entities().next().is_some();
    let mut papers: Vec<(i16, Page<'_>)> = document
        .block_records
        .iter()
        .filter(|block| block.name.to_ascii_uppercase().starts_with("*PAPER_SPACE"))
        .map(|block| {
            (block, layouts.iter().copied().find(|layout| layout.block_record == block.handle || layout.handle == block.layout))
        })
        .filter(|(block, layout)| {
            document.entities_in_block(&block.name).any(|entity| match entity {
                EntityType::Viewport(port) => has_model && viewport::is_window(port, *layout),
                _ => true,
            })
        })
        .map(|(block, layout)| (layout.map_or(i16::MAX, |layout| layout.tab_order), Page::Paper { block, layout }))
        .collect();
    papers.sort_by_key(|(order, _)| *order);
    papers.truncate(limits::PAGES);
    std::iter::once(Page::Model).chain(papers.into_iter().map(|(_, page)| page)).collect()
}

impl Page<'_> {
    /// Its name; none of the model space.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Model => String::new(),
            Self::Paper { layout: Some(layout), .. } if !layout.name.is_empty() => layout.name.clone(),
            Self::Paper { block, .. } => block.name.trim_start_matches('*').replace('_', " "),
        }
    }

    /// The name of the block that it is.
    pub(super) fn block(&self) -> &str {
        match self {
            Self::Model => MODEL,
            Self::Paper { block, .. } => &block.name,
        }
    }

    /// Millimetres of paper in a unit of it; none where it says nothing sensible.
    fn paper_unit(&self) -> Option<f64> {
        match self {
            Self::Paper { layout: Some(layout), .. } => match layout.plot_paper_units {
                0 => Some(25.4),
                1 => Some(1.0),
                _ => None,
            },
            _ => None,
        }
    }

    /// The width of the paper that line weights are for, in millimetres, as a part of the longer side.
    pub(super) fn paper_millimetres(&self, frame: &Frame) -> f64 {
        self.paper_unit().map_or(MODEL_PAPER, |unit| frame.area.width().max(frame.area.height()) * unit)
    }

    /// How large it is: the model space in truth, as far as the header gives its unit; a layout in truth too, where all of
    /// its windows show the model at one scale, else on paper.
    pub(super) fn natural_size(&self, document: &CadDocument, frame: &Frame) -> NaturalSize {
        let width = f64::from(frame.sheet().0) / frame.scale;
        match self {
            Self::Model => true_size(document, width),
            Self::Paper { .. } => match viewport::common_scale(document, self) {
                Some(scale) => true_size(document, width / scale),
                None => match self.paper_unit().and_then(|unit| length(width * unit)) {
                    Some(width) => NaturalSize::Paper(width),
                    None => NaturalSize::Unknown,
                },
            },
        }
    }

    /// The windows of a layout onto the model.
    pub(super) fn windows<'d>(&self, document: &'d CadDocument) -> Vec<&'d Viewport> {
        let Self::Paper { layout, .. } = self else { return Vec::new() };
        let ports = document.entities_in_block(self.block()).filter_map(|entity| match entity {
            EntityType::Viewport(port) if viewport::is_window(port, *layout) => Some(port.as_ref()),
            _ => None,
        });
        ports.collect()
    }
}

fn true_size(document: &CadDocument, width: f64) -> NaturalSize {
    let known = unit(document.header.insertion_units);
    let size = known.and_then(|(unit, millimetres)| Some((unit, length(width * millimetres)?)));
    size.map_or(NaturalSize::Unknown, |(unit, width)| NaturalSize::True { width, unit })
}

/// A length in millimetres, where it is one that a map can have: from a millimetre to a thousand kilometres.
fn length(millimetres: f64) -> Option<Length> {
    (1.0..=1e9).contains(&millimetres).then(|| Length::from_tenths((millimetres * 10.0).round() as i64))
}

/// The unit that a header's $INSUNITS names, and its millimetres. A header that names none says nothing: $MEASUREMENT only tells
/// metric from imperial, not metres from millimetres.
fn unit(code: i16) -> Option<(DrawingUnit, f64)> {
    Some(match code {
        1 => (DrawingUnit::Inch, 25.4),
        2 => (DrawingUnit::Foot, 304.8),
        3 => (DrawingUnit::Other, 1_609_344.0),
        4 => (DrawingUnit::Millimetre, 1.0),
        5 => (DrawingUnit::Centimetre, 10.0),
        6 => (DrawingUnit::Metre, 1_000.0),
        7 => (DrawingUnit::Other, 1_000_000.0),
        8 => (DrawingUnit::Other, 25.4e-6),
        9 => (DrawingUnit::Other, 25.4e-3),
        10 => (DrawingUnit::Yard, 914.4),
        13 => (DrawingUnit::Other, 1e-3),
        14 => (DrawingUnit::Decimetre, 100.0),
        15 => (DrawingUnit::Other, 10_000.0),
        16 => (DrawingUnit::Other, 100_000.0),
        // The foot of US surveys is 1200/3937 m, its inch a twelfth, its yard three.
        21 => (DrawingUnit::Foot, 1_200_000.0 / 3_937.0),
        22 => (DrawingUnit::Inch, 100_000.0 / 3_937.0),
        23 => (DrawingUnit::Yard, 3_600_000.0 / 3_937.0),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_ends_in_its_middle_has_no_end() {
        for whole in ["0\nENDSEC\n  0\nEOF\n", "0\r\nEOF", "0\nEOF\n\u{1A}", "  0\nENDSEC\n", "\0\0EOF\0"] {
            assert!(has_end(whole.as_bytes()), "{whole:?}");
        }
        for cut in ["0\nENDSEC\n  0\nEO", "  0\nLINE\n 10\n1.5", "0\nENDSEC\n 0\n"] {
            assert!(!has_end(cut.as_bytes()), "{cut:?}");
        }
    }
}
