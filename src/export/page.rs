//! Finished pages: what stands where, in points (1/72 inch) from the top left corner. The PDF writer and the print preview draw
//! the same pages, so neither wraps nor shortens anything.

use crate::fonts::Style;
use crate::scene::Role;

/// A paper size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Paper {
    /// 210 x 297 mm.
    #[default]
    A4,
    /// 8.5 x 11 inches.
    Letter,
}

impl Paper {
    /// Every paper size, in the order of a menu.
    pub const ALL: [Paper; 2] = [Paper::A4, Paper::Letter];

    /// Width and height in points.
    #[must_use]
    pub fn size(self) -> (f32, f32) {
        match self {
            Paper::A4 => (595.28, 841.89),
            Paper::Letter => (612.0, 792.0),
        }
    }

    /// The name that people and printers know it by.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Paper::A4 => "A4",
            Paper::Letter => "Letter",
        }
    }
}

impl From<crate::store::Paper> for Paper {
    fn from(paper: crate::store::Paper) -> Self {
        match paper {
            crate::store::Paper::A4 => Self::A4,
            crate::store::Paper::Letter => Self::Letter,
        }
    }
}

/// A document that is ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// What a reader shows in its title bar.
    pub title: String,
    /// The language of its words, by its tag: `en`, `fr`.
    pub language: &'static str,
    /// At least one.
    pub pages: Vec<Page>,
    /// Where to jump to, in the order of the pages.
    pub bookmarks: Vec<Bookmark>,
}

/// A place to jump to.
#[derive(Debug, Clone, PartialEq)]
pub struct Bookmark {
    /// What it is called.
    pub title: String,
    /// The page, counted from 0.
    pub page: usize,
    /// The height on the page.
    pub y: f32,
}

/// One page.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// In points.
    pub width: f32,
    /// In points.
    pub height: f32,
    /// In the order of drawing, which is also the order of reading.
    pub items: Vec<Item>,
}

/// One thing on a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A line of text.
    Text(Text),
    /// A straight line.
    Line(Line),
    /// A filled area.
    Area(Area),
    /// The outline of a box with round corners.
    Frame(Frame),
}

/// A line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// The left end, the middle or the right end of the line, as `align` says.
    pub x: f32,
    /// The baseline.
    pub y: f32,
    /// The font size.
    pub size: f32,
    /// The font.
    pub style: Style,
    /// The colour; paper is light.
    pub tone: Role,
    /// To which side of `x` it stands.
    pub align: Align,
    /// The words.
    pub text: String,
    /// The width that is free for it. A text whose width was estimated (see [`crate::fonts::width`]) and turns out wider is set
    /// smaller by the painter, so that nothing overlaps.
    pub room: f32,
    /// What it is in the document.
    pub part: Part,
}

/// A straight line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    /// One end.
    pub from: (f32, f32),
    /// The other end.
    pub to: (f32, f32),
    /// Its thickness.
    pub width: f32,
    /// The colour; paper is light.
    pub tone: Role,
}

/// A filled area.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// The left edge.
    pub x: f32,
    /// The top edge.
    pub y: f32,
    /// In points.
    pub width: f32,
    /// In points.
    pub height: f32,
    /// The colour; paper is light.
    pub tone: Role,
}

/// The outline of a box with round corners.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// The left edge.
    pub x: f32,
    /// The top edge.
    pub y: f32,
    /// In points.
    pub width: f32,
    /// In points.
    pub height: f32,
    /// The radius of its corners.
    pub radius: f32,
    /// The thickness of its outline.
    pub line: f32,
    /// The colour; paper is light.
    pub tone: Role,
}

/// To which side of its place a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Align {
    /// It begins there.
    Left,
    /// It is centred there.
    Centre,
    /// It ends there.
    Right,
}

/// What a text is in the document, for readers that read it aloud.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Repeated or decorative: page headers, page numbers, the letter guide.
    Artifact,
    /// The title.
    Title,
    /// A line of text.
    Paragraph,
    /// The head of a column of the table.
    ColumnHead,
    /// A heading between the rows of the table.
    GroupHead,
    /// A cell of the table; the row is counted through the document.
    Cell {
        /// From 0.
        row: usize,
        /// From 0.
        column: usize,
    },
}
