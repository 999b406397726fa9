//! Finished pages to a tagged PDF: real text, fonts as subsets, bookmarks, title and language.

use std::num::NonZeroU16;

use krilla::SerializeSettings;
use krilla::color::rgb;
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, Node, SpanTag, TableHeaderScope, Tag, TagGroup, TagTree};

use super::page::{Area, Document, Frame, Item, Line, Part, Text};
use super::pdf_text::{FontBook, TextLine};
use crate::fonts::Shaper;
use crate::scene::{Colour, Palette, Role};
use crate::text::{Texts, args};

/// A PDF file.
#[derive(Debug, Clone)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// The texts with a character that no font of this computer has: they are printed as boxes, and the user should know.
    pub missing: Vec<String>,
}

/// Why a PDF could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// A page has no size.
    #[error("page size")]
    PageSize,
    /// The writer's own reason: a font of the system that cannot be embedded, or a limit of the format.
    #[error("{0}")]
    Writer(String),
}

impl PdfError {
    /// The error as a sentence.
    #[must_use]
    pub fn words(&self, texts: &Texts) -> String {
        texts.pdf_failed(args::PdfFailed { reason: &self.to_string() })
    }
}

impl Pdf {
    /// A sentence that names what is printed as boxes, where there is any.
    #[must_use]
    pub fn warning(&self, texts: &Texts) -> Option<String> {
        let missing = self.missing.join(", ");
        if missing.is_empty() { None } else { Some(texts.pdf_missing_characters(args::PdfMissingCharacters { texts: &missing })) }
    }
}

/// Writes the pages of a document.
///
/// # Errors
/// [`PdfError`].
pub fn write(document: &Document, shaper: Shaper) -> Result<Pdf, PdfError> {
    write_with(document, shaper, SerializeSettings::default())
}

fn write_with(document: &Document, shaper: Shaper, settings: SerializeSettings) -> Result<Pdf, PdfError> {
    let mut pdf = krilla::Document::new_with(settings);
    let mut fonts = FontBook::new(shaper);
    let mut tags = Tags::default();
    for page in &document.pages {
        let settings = PageSettings::from_wh(page.width, page.height).ok_or(PdfError::PageSize)?;
        let mut page_pdf = pdf.start_page_with(settings);
        let mut surface = page_pdf.surface();
        for item in &page.items {
            draw(&mut surface, item, &mut fonts, &mut tags);
        }
        surface.finish();
        page_pdf.finish();
    }
    if !document.bookmarks.is_empty() {
        pdf.set_outline(outline(document));
    }
    pdf.set_tag_tree(tags.tree(document.language));
    pdf.set_metadata(
        Metadata::new()
            .title(document.title.clone())
            .language(document.language.to_owned())
            .creator(concat!("Hallplan ", env!("CARGO_PKG_VERSION")).to_owned()),
    );
    let bytes = pdf.finish().map_err(|error| PdfError::Writer(error.to_string()))?;
    Ok(Pdf { bytes, missing: fonts.into_missing() })
}

fn outline(document: &Document) -> Outline {
    let mut outline = Outline::new();
    let last = document.pages.len().saturating_sub(1);
    for bookmark in &document.bookmarks {
        let destination = XyzDestination::new(bookmark.page.min(last), Point::from_xy(0.0, bookmark.y));
        outline.push_child(OutlineNode::new(bookmark.title.clone(), destination));
    }
    outline
}

fn draw(surface: &mut Surface<'_>, item: &Item, fonts: &mut FontBook, tags: &mut Tags) {
    match item {
        Item::Text(text) => draw_text(surface, text, fonts, tags),
        Item::Line(line) => decoration(surface, |surface| draw_line(surface, line)),
        Item::Area(area) => decoration(surface, |surface| draw_area(surface, area)),
        Item::Frame(frame) => decoration(surface, |surface| draw_frame(surface, frame)),
    }
}

fn decoration(surface: &mut Surface<'_>, draw: impl FnOnce(&mut Surface<'_>)) {
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
    draw(surface);
    surface.end_tagged();
}

fn draw_text(surface: &mut Surface<'_>, text: &Text, fonts: &mut FontBook, tags: &mut Tags) {
    let tag = match text.part {
        Part::Artifact => ContentTag::Artifact(Artifact::with_kind(ArtifactType::PaginationOther)),
        _ => ContentTag::Span(SpanTag::empty()),
    };
    let identifier = surface.start_tagged(tag);
    surface.set_stroke(None);
    surface.set_fill(Some(fill(text.tone)));
    let Text { size, style, align, room, .. } = *text;
    fonts.draw(surface, TextLine { text: &text.text, style, size, at: (text.x, text.y), align, room });
    surface.end_tagged();
    tags.add(text.part, identifier, &text.text);
}

fn draw_line(surface: &mut Surface<'_>, line: &Line) {
    let mut path = PathBuilder::new();
    path.move_to(line.from.0, line.from.1);
    path.line_to(line.to.0, line.to.1);
    stroke_path(surface, path.finish(), line.width, line.tone);
}

fn draw_area(surface: &mut Surface<'_>, area: &Area) {
    let Some(rectangle) = Rect::from_xywh(area.x, area.y, area.width, area.height) else { return };
    let mut path = PathBuilder::new();
    path.push_rect(rectangle);
    if let Some(path) = path.finish() {
        surface.set_stroke(None);
        surface.set_fill(Some(fill(area.tone)));
        surface.draw_path(&path);
    }
}

fn draw_frame(surface: &mut Surface<'_>, frame: &Frame) {
    /// How far the control points of a cubic quarter circle stand from its ends, as a part of the radius.
    const ROUND: f32 = 0.552_285;
    let Frame { x, y, width, height, radius, .. } = *frame;
    let (right, bottom, bend) = (x + width, y + height, radius * (1.0 - ROUND));
    let mut path = PathBuilder::new();
    path.move_to(x + radius, y);
    path.line_to(right - radius, y);
    path.cubic_to(right - bend, y, right, y + bend, right, y + radius);
    path.line_to(right, bottom - radius);
    path.cubic_to(right, bottom - bend, right - bend, bottom, right - radius, bottom);
    path.line_to(x + radius, bottom);
    path.cubic_to(x + bend, bottom, x, bottom - bend, x, bottom - radius);
    path.line_to(x, y + radius);
    path.cubic_to(x, y + bend, x + bend, y, x + radius, y);
    path.close();
    stroke_path(surface, path.finish(), frame.line, frame.tone);
}

fn stroke_path(surface: &mut Surface<'_>, path: Option<Path>, width: f32, tone: Role) {
    if let Some(path) = path {
        surface.set_fill(None);
        surface.set_stroke(Some(Stroke { paint: color(tone).into(), width, ..Stroke::default() }));
        surface.draw_path(&path);
    }
}

fn fill(tone: Role) -> Fill {
    Fill { paint: color(tone).into(), opacity: NormalizedF32::ONE, ..Fill::default() }
}

fn color(tone: Role) -> rgb::Color {
    let Colour { r, g, b } = Palette::light().colour(tone);
    rgb::Color::new(r, g, b)
}

/// The document's structure, built up as its texts are drawn.
#[derive(Default)]
struct Tags {
    nodes: Vec<Node>,
    table: Option<Table>,
}

#[derive(Default)]
struct Table {
    head: Vec<Node>,
    rows: Vec<Node>,
    row: Option<OpenRow>,
}

struct OpenRow {
    number: usize,
    cells: Vec<(usize, Vec<Identifier>)>,
}

impl Tags {
    fn add(&mut self, part: Part, identifier: Identifier, words: &str) {
        match part {
            Part::Artifact => {}
            Part::Title => self.block(TagGroup::new(Tag::Hn(NonZeroU16::MIN, Some(words.to_owned()))), identifier),
            Part::Paragraph => self.block(TagGroup::new(Tag::P), identifier),
            Part::ColumnHead => {
                let mut cell = TagGroup::new(Tag::TH(TableHeaderScope::Column));
                cell.push(identifier);
                self.table().head.push(cell.into());
            }
            Part::GroupHead => {
                let table = self.table();
                table.close_row();
                let mut cell = TagGroup::new(Tag::TH(TableHeaderScope::Row));
                cell.push(identifier);
                let mut row = TagGroup::new(Tag::TR);
                row.push(cell);
                table.rows.push(row.into());
            }
            Part::Cell { row, column } => self.table().cell(row, column, identifier),
        }
    }

    fn block(&mut self, mut group: TagGroup, identifier: Identifier) {
        self.close_table();
        group.push(identifier);
        self.nodes.push(group.into());
    }

    fn table(&mut self) -> &mut Table {
        self.table.get_or_insert_default()
    }

    fn close_table(&mut self) {
        let Some(mut table) = self.table.take() else { return };
        table.close_row();
        let mut group = TagGroup::new(Tag::Table);
        if !table.head.is_empty() {
            let row = TagGroup::with_children(Tag::TR, table.head);
            group.push(TagGroup::with_children(Tag::THead, vec![row.into()]));
        }
        if !table.rows.is_empty() {
            group.push(TagGroup::with_children(Tag::TBody, table.rows));
        }
        self.nodes.push(group.into());
    }

    fn tree(mut self, language: &str) -> TagTree {
        self.close_table();
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        for node in self.nodes {
            tree.push(node);
        }
        tree
    }
}

impl Table {
    fn cell(&mut self, number: usize, column: usize, identifier: Identifier) {
        if self.row.as_ref().is_some_and(|row| row.number != number) {
            self.close_row();
        }
        let row = self.row.get_or_insert_with(|| OpenRow { number, cells: Vec::new() });
        match row.cells.iter_mut().find(|(known, _)| *known == column) {
            Some((_, identifiers)) => identifiers.push(identifier),
            None => row.cells.push((column, vec![identifier])),
        }
    }

    /// Every row gets as many cells as the head has, so that an empty cell does not move its neighbours.
    fn close_row(&mut self) {
        let Some(row) = self.row.take() else { return };
        let columns = row.cells.iter().map(|(column, _)| column + 1).max().unwrap_or_default().max(self.head.len());
        let mut group = TagGroup::new(Tag::TR);
        for column in 0..columns {
            let identifiers = row.cells.iter().find(|(known, _)| *known == column).map(|(_, identifiers)| identifiers.as_slice());
            let children = identifiers.unwrap_or_default().iter().map(|identifier| Node::Leaf(*identifier)).collect();
            group.push(TagGroup::with_children(Tag::TD, children));
        }
        self.rows.push(group.into());
    }
}

#[cfg(test)]
mod tests {
    use krilla::configure::{Accessibility, ConfigurationBuilder};

    use super::*;
    use crate::export::page::{Align, Bookmark, Page};
    use crate::fonts::Style;
    use crate::text::Language;

    fn text(part: Part, words: &str) -> Item {
        let (x, y, size, room) = (40.0, 60.0, 10.0, 200.0);
        let text = words.to_owned();
        Item::Text(Text { x, y, size, style: Style::Medium, tone: Role::Ink, align: Align::Left, text, room, part })
    }

    fn document(items: Vec<Item>) -> Document {
        Document {
            title: "IT Partners 2022".to_owned(),
            language: "en",
            pages: vec![Page { width: 595.0, height: 842.0, items }],
            bookmarks: vec![Bookmark { title: "A".to_owned(), page: 0, y: 60.0 }],
        }
    }

    fn table() -> Vec<Item> {
        vec![
            text(Part::Title, "IT Partners 2022"),
            text(Part::ColumnHead, "Stand"),
            text(Part::ColumnHead, "Exhibitor"),
            text(Part::GroupHead, "A"),
            text(Part::Cell { row: 0, column: 0 }, "A1"),
            text(Part::Cell { row: 0, column: 1 }, "Acer"),
            text(Part::Cell { row: 0, column: 1 }, "of two lines"),
            text(Part::Cell { row: 1, column: 1 }, "Éditions"),
            text(Part::Artifact, "Page 1 of 1"),
            Item::Frame(Frame { x: 1.0, y: 1.0, width: 9.0, height: 9.0, radius: 2.0, line: 1.0, tone: Role::Muted }),
            Item::Area(Area { x: 1.0, y: 1.0, width: 9.0, height: 9.0, tone: Role::Stripe }),
            Item::Line(Line { from: (1.0, 1.0), to: (9.0, 1.0), width: 1.0, tone: Role::Line }),
        ]
    }

    #[test]
    fn the_structure_passes_the_rules_for_accessible_pdf() {
        let configuration = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish().unwrap();
        let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
        let pdf = write_with(&document(table()), Shaper::without_system_fonts(), settings).unwrap();
        assert!(pdf.bytes.starts_with(b"%PDF-"));
        assert!(pdf.missing.is_empty());
    }

    #[test]
    fn a_text_that_no_font_can_draw_is_reported_once() {
        let items = vec![text(Part::Paragraph, "华为"), text(Part::Paragraph, "华为"), text(Part::Paragraph, "Acer")];
        let pdf = write(&document(items), Shaper::without_system_fonts()).unwrap();
        assert_eq!(pdf.missing, ["华为"]);
        for texts in Language::ALL.map(Texts::new) {
            assert!(pdf.warning(&texts).unwrap().contains("华为"));
        }
    }

    #[test]
    fn a_page_without_a_size_is_an_error() {
        let mut document = document(Vec::new());
        document.pages[0].width = 0.0;
        assert_eq!(write(&document, Shaper::without_system_fonts()).unwrap_err(), PdfError::PageSize);
    }
}
