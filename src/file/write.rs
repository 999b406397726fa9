//! Plan to text. The writer is our own: RON's escapes every apostrophe and every combining accent, and a person should be
//! able to read the names in a file.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter, Write as _};
use std::sync::Arc;
use std::thread;

use base64::display::Base64Display;
use base64::engine::general_purpose::STANDARD;

use super::NEWEST_VERSION;
use crate::geometry::{Angle, Length, Outline, Point};
use crate::plan::{
    Binding, Block, BlockId, Booking, BookingId, Booth, BoothId, Category, CategoryId, Change, DoorKind, EmbeddedFile, Exhibitor,
    ExhibitorId, Hall, HallId, HallMap, Layer, LayerId, Logo, MapId, OpenSides, Participant, Pattern, Plan, Record, Role,
    SheetPart, Show, Stage, Structure, StructureId, StructureShape, Tint, UtilityKind,
};

/// Booths from which on it is worth a thread to write the other lists at the same time.
const LARGE: usize = 2_000;

/// The text of a plan's file. The same plan always gives the same text.
#[must_use]
pub fn write(plan: &Plan) -> String {
    let records = plan.booths().len() + plan.exhibitors().len() + plan.bookings().len();
    let files: BTreeMap<_, _> = plan.embedded_files().map(|file| (file.hash(), file)).collect();
    let bytes: usize = files.values().map(|picture| picture.bytes().len()).sum();
    let mut text = String::with_capacity(4_096 + records * 128 + bytes / 3 * 4);
    // Writing to a string cannot fail.
    let _ = write_all(&mut text, plan, &files);
    text
}

/// The text of what a change made or changed: a file with these records alone, and these embedded files.
pub(super) fn write_changed(change: &Change, files: &BTreeMap<String, &EmbeddedFile>) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = write_all(&mut text, change, files);
    text
}

/// The text of a plan without the files that it embeds: whoever keeps it keeps them beside it.
#[must_use]
pub fn write_without_files(plan: &Plan) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = write_all(&mut text, plan, &BTreeMap::new());
    text
}

/// What a file's records are taken from: a whole plan, or what a change made or changed.
trait Source {
    /// The show's own facts, where they are to be written.
    fn show(&self) -> Option<&Show>;

    /// Whether it has so many booths that its lists are written at the same time.
    fn is_large(&self) -> bool;

    /// The records of a kind, in the order of their ids.
    fn records<I: Record>(&self) -> impl Iterator<Item = (&I, &Arc<I::Data>)>;
}

impl Source for Plan {
    fn show(&self) -> Option<&Show> {
        Some(self.show()).filter(|show| **show != Show::default())
    }

    fn is_large(&self) -> bool {
        self.booths().len() >= LARGE
    }

    fn records<I: Record>(&self) -> impl Iterator<Item = (&I, &Arc<I::Data>)> {
        I::all(self).iter()
    }
}

impl Source for Change {
    fn show(&self) -> Option<&Show> {
        self.show.as_ref().map(|(_, after)| after.as_ref())
    }

    fn is_large(&self) -> bool {
        self.booths.len() >= LARGE
    }

    fn records<I: Record>(&self) -> impl Iterator<Item = (&I, &Arc<I::Data>)> {
        I::deltas(self).iter().filter_map(|delta| delta.after.as_ref().map(|after| (&delta.id, after)))
    }
}

fn write_all(text: &mut String, source: &(impl Source + Sync), files: &BTreeMap<String, &EmbeddedFile>) -> fmt::Result {
    writeln!(text, "(version: {NEWEST_VERSION},")?;
    if let Some(show) = source.show() {
        write_show(text, show)?;
    }
    part(text, "halls", source.records::<HallId>(), write_hall)?;
    part(text, "categories", source.records::<CategoryId>(), write_category)?;
    part(text, "layers", source.records::<LayerId>(), write_layer)?;
    part(text, "blocks", source.records::<BlockId>(), write_block)?;
    part(text, "structures", source.records::<StructureId>(), write_structure)?;
    write_lists(text, source)?;
    write_logos(text, source.records::<ExhibitorId>())?;
    part(text, "maps", source.records::<MapId>(), write_map)?;
    write_files(text, files)
}

/// Booths, exhibitors and bookings; in a large show the latter two while the booths are being written.
fn write_lists(text: &mut String, source: &(impl Source + Sync)) -> fmt::Result {
    let write_others = |text: &mut String| {
        part(text, "exhibitors", source.records::<ExhibitorId>(), write_exhibitor)?;
        part(text, "bookings", source.records::<BookingId>(), write_booking)
    };
    thread::scope(|scope| {
        let others = source.is_large().then(|| {
            scope.spawn(|| {
                let mut text = String::new();
                write_others(&mut text).map(|()| text)
            })
        });
        part(text, "booths", source.records::<BoothId>(), write_booth)?;
        match others {
            Some(others) => text.push_str(&others.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?),
            None => write_others(text)?,
        }
        Ok(())
    })
}

fn write_show(text: &mut String, Show { name, edition, note }: &Show) -> fmt::Result {
    text.push_str("  show: ");
    Fields::new(text).text("name", name)?.text("edition", edition)?.text("note", note)?.end();
    Ok(())
}

/// Writes the embedded files, and the end.
fn write_files(text: &mut String, files: &BTreeMap<String, &EmbeddedFile>) -> fmt::Result {
    if !files.is_empty() {
        text.push_str("  files: [\n");
        for (hash, file) in files {
            text.push_str("    ");
            let base64 = Base64Display::new(file.bytes(), &STANDARD);
            Fields::new(text).field("sha256", Quoted(hash))?.field("base64", format_args!("\"{base64}\""))?.end();
        }
        text.push_str("  ],\n");
    }
    text.push_str(")\n");
    Ok(())
}

fn part<'records, I: Record>(
    text: &mut String,
    name: &str,
    records: impl IntoIterator<Item = (&'records I, &'records Arc<I::Data>)>,
    write: impl Fn(Fields<'_>, &I::Data) -> fmt::Result,
) -> fmt::Result {
    let mut records = records.into_iter().peekable();
    if records.peek().is_none() {
        return Ok(());
    }
    writeln!(text, "  {name}: [")?;
    for (id, record) in records {
        text.push_str("    ");
        write(Fields::new(text).field("id", Ref(*id))?, record)?;
    }
    text.push_str("  ],\n");
    Ok(())
}

fn write_hall(fields: Fields<'_>, hall: &Hall) -> fmt::Result {
    fields.field("name", Quoted(&hall.name))?.field("outline", Shown(&hall.outline))?.end();
    Ok(())
}

fn write_category(fields: Fields<'_>, category: &Category) -> fmt::Result {
    let mut fields = fields.field("name", Quoted(&category.name))?;
    if let Some(colour) = category.colour {
        fields = fields.field("colour", Shown(&colour))?;
    }
    fields.end();
    Ok(())
}

fn write_layer(fields: Fields<'_>, layer: &Layer) -> fmt::Result {
    fields.field("name", Quoted(&layer.name))?.flag("hidden", layer.hidden)?.flag("locked", layer.locked)?.end();
    Ok(())
}

fn write_block(fields: Fields<'_>, block: &Block) -> fmt::Result {
    let Block { hall, booth, spacing, pattern } = block;
    fields
        .field("hall", Ref(*hall))?
        .field("booth", At(Point::new(booth.width, booth.depth)))?
        .field("pattern", Shown(pattern))?
        .flag("back_to_back", spacing.back_to_back)?
        .length("aisle", spacing.aisle)?
        .length("gap", spacing.gap)?
        .count("columns_between_aisles", spacing.columns_between_aisles)?
        .end();
    Ok(())
}

fn write_structure(fields: Fields<'_>, structure: &Structure) -> fmt::Result {
    let fields = fields.field("hall", Ref(structure.hall))?.field("shape", Shown(&structure.shape))?;
    fields.binding(structure.binding)?.end();
    Ok(())
}

fn write_booth(fields: Fields<'_>, booth: &Booth) -> fmt::Result {
    let mut fields = fields
        .field("hall", Ref(booth.hall))?
        .field("number", Quoted(booth.number.as_str()))?
        .field("outline", Shown(&booth.outline))?;
    if let Some(category) = booth.category {
        fields = fields.field("category", Ref(category))?;
    }
    fields = fields.flag("blocked", booth.blocked)?.text("note", &booth.note)?.binding(booth.binding)?;
    if let Some(cell) = booth.cell {
        fields = fields.field("cell", format_args!("({}, {}, {})", Ref(cell.block), cell.row, cell.column))?;
    }
    if let Some(sides) = booth.open_sides {
        fields = fields.field("open_sides", Shown(&sides))?;
    }
    fields.flag("columns_cut", booth.columns_cut)?.end();
    Ok(())
}

fn write_exhibitor(fields: Fields<'_>, exhibitor: &Exhibitor) -> fmt::Result {
    fields
        .field("name", Quoted(&exhibitor.name))?
        .text("country", &exhibitor.country)?
        .list("categories", exhibitor.categories.iter().map(|id| Ref(*id)))?
        .text("contact", &exhibitor.contact)?
        .text("note", &exhibitor.note)?
        .end();
    Ok(())
}

/// The logos apart from their exhibitors, who are read before the files.
fn write_logos<'records>(
    text: &mut String,
    exhibitors: impl IntoIterator<Item = (&'records ExhibitorId, &'records Arc<Exhibitor>)>,
) -> fmt::Result {
    let logos = exhibitors.into_iter().filter_map(|(id, exhibitor)| Some((id, exhibitor.logo.as_ref()?)));
    let mut logos = logos.peekable();
    if logos.peek().is_none() {
        return Ok(());
    }
    text.push_str("  logos: [\n");
    for (id, Logo { file, pixels: (width, height) }) in logos {
        text.push_str("    ");
        let fields = Fields::new(text).field("id", Ref(*id))?.field("file", Quoted(&file.hash()))?;
        fields.field("pixels", format_args!("({width}, {height})"))?.end();
    }
    text.push_str("  ],\n");
    Ok(())
}

fn write_booking(fields: Fields<'_>, booking: &Booking) -> fmt::Result {
    fields
        .field("stage", Shown(&booking.stage))?
        .list("exhibitors", booking.participants.iter().map(Shown))?
        .list("booths", booking.booths.iter().map(|id| Ref(*id)))?
        .end();
    Ok(())
}

fn write_map(fields: Fields<'_>, map: &HallMap) -> fmt::Result {
    fields
        .field("hall", Ref(map.hall))?
        .text("name", &map.name)?
        .field("file", Quoted(&map.file.hash()))?
        .count("page", map.page)?
        .field("sheet", format_args!("({}, {})", map.sheet.0, map.sheet.1))?
        .crop(map.crop)?
        .list("hidden_layers", map.hidden_layers.iter().map(|name| Quoted(name)))?
        .field("at", At(map.placement.origin))?
        .field("width", Metres(map.placement.width))?
        .angle("turned", map.placement.angle)?
        .flag("calibrated", map.calibrated)?
        .flag("in_front", map.in_front)?
        .count("fade", u32::from(map.fade.percent()))?
        .binding(map.binding)?
        .end();
    Ok(())
}

/// The fields of one record, on one line.
struct Fields<'text> {
    text: &'text mut String,
    before: &'static str,
}

impl<'text> Fields<'text> {
    fn new(text: &'text mut String) -> Self {
        Self { text, before: "(" }
    }

    fn field(mut self, name: &str, value: impl Display) -> Result<Self, fmt::Error> {
        self.text.push_str(self.before);
        self.text.push_str(name);
        self.text.push_str(": ");
        write!(self.text, "{value}")?;
        self.before = ", ";
        Ok(self)
    }

    fn text(self, name: &str, value: &str) -> Result<Self, fmt::Error> {
        if value.is_empty() { Ok(self) } else { self.field(name, Quoted(value)) }
    }

    fn flag(self, name: &str, value: bool) -> Result<Self, fmt::Error> {
        if value { self.field(name, true) } else { Ok(self) }
    }

    fn length(self, name: &str, value: Length) -> Result<Self, fmt::Error> {
        if value == Length::ZERO { Ok(self) } else { self.field(name, Metres(value)) }
    }

    fn count(self, name: &str, value: u32) -> Result<Self, fmt::Error> {
        if value == 0 { Ok(self) } else { self.field(name, value) }
    }

    fn binding(mut self, binding: Binding) -> Result<Self, fmt::Error> {
        if let Some(layer) = binding.layer {
            self = self.field("layer", Ref(layer))?;
        }
        if let Some(group) = binding.group {
            self = self.field("group", format_args!("\"{}\"", group.id()))?;
        }
        self.flag("locked", binding.locked)
    }

    fn crop(self, part: Option<SheetPart>) -> Result<Self, fmt::Error> {
        let Some(SheetPart { from, to }) = part else { return Ok(self) };
        self.field("crop", format_args!("(({}, {}), ({}, {}))", from.0, from.1, to.0, to.1))
    }

    fn angle(self, name: &str, value: Angle) -> Result<Self, fmt::Error> {
        if value == Angle::ZERO { Ok(self) } else { self.field(name, Degrees(value)) }
    }

    fn list(self, name: &str, values: impl Iterator<Item = impl Display>) -> Result<Self, fmt::Error> {
        let mut values = values.peekable();
        if values.peek().is_none() {
            return Ok(self);
        }
        let fields = self.field(name, "[")?;
        for (place, value) in values.enumerate() {
            if place > 0 {
                fields.text.push_str(", ");
            }
            write!(fields.text, "{value}")?;
        }
        fields.text.push(']');
        Ok(fields)
    }

    fn end(self) {
        self.text.push_str("),\n");
    }
}

/// An id as text.
struct Ref<I>(I);

impl<I: Record> Display for Ref<I> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\"", self.0.id())
    }
}

/// A text in quotation marks, on one line; signs that nobody sees are written as escapes.
struct Quoted<'text>(&'text str);

impl Display for Quoted<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        let mut rest = self.0;
        while let Some(place) = rest.find(is_escaped) {
            let (plain, after) = rest.split_at(place);
            f.write_str(plain)?;
            let mut signs = after.chars();
            match signs.next() {
                Some('\n') => f.write_str("\\n")?,
                Some('\r') => f.write_str("\\r")?,
                Some('\t') => f.write_str("\\t")?,
                Some(sign @ ('"' | '\\')) => write!(f, "\\{sign}")?,
                Some(sign) => write!(f, "\\u{{{:x}}}", u32::from(sign))?,
                None => {}
            }
            rest = signs.as_str();
        }
        f.write_str(rest)?;
        f.write_char('"')
    }
}

/// Whether a sign is written as an escape: what ends the text or the line, and what is invisible or turns the line around.
fn is_escaped(sign: char) -> bool {
    let is_invisible = matches!(
        sign,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
    );
    matches!(sign, '"' | '\\') || sign.is_control() || is_invisible
}

/// A length in metres: an exact decimal.
struct Metres(Length);

impl Display for Metres {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        decimal(f, self.0.tenths(), 10_000, 4)
    }
}

/// An angle in degrees: an exact decimal.
struct Degrees(Angle);

impl Display for Degrees {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        decimal(f, i64::from(self.0.thousandths()), 1_000, 3)
    }
}

/// Writes `units` of one `scale`th with as many of the `places` behind the point as it takes.
fn decimal(f: &mut Formatter<'_>, units: i64, scale: u64, mut places: usize) -> fmt::Result {
    if units < 0 {
        f.write_char('-')?;
    }
    let (whole, mut rest) = (units.unsigned_abs() / scale, units.unsigned_abs() % scale);
    write!(f, "{whole}")?;
    if rest == 0 {
        return Ok(());
    }
    while rest.is_multiple_of(10) {
        rest /= 10;
        places -= 1;
    }
    write!(f, ".{rest:0places$}")
}

struct At(Point);

impl Display for At {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "({}, {})", Metres(self.0.x), Metres(self.0.y))
    }
}

/// The angle's field, with the comma before it, where it is turned at all.
struct Turned(Angle);

impl Display for Turned {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if self.0 == Angle::ZERO { Ok(()) } else { write!(f, ", turned: {}", Degrees(self.0)) }
    }
}

/// Points in brackets.
struct Corners<'plan>(&'plan [Point]);

impl Display for Corners<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_char('[')?;
        for (place, corner) in self.0.iter().enumerate() {
            write!(f, "{}{}", if place > 0 { ", " } else { "" }, At(*corner))?;
        }
        f.write_char(']')
    }
}

/// A value of the plan as the file writes it.
struct Shown<'plan, T>(&'plan T);

impl Display for Shown<'_, Outline> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            Outline::Rectangle { origin, size, angle } => {
                let size = At(Point::new(size.width, size.depth));
                write!(f, "Rectangle(at: {}, size: {size}{})", At(*origin), Turned(*angle))
            }
            Outline::Polygon(corners) => write!(f, "Polygon({})", Corners(corners)),
            Outline::Round { centre, radius } => write!(f, "Round(centre: {}, radius: {})", At(*centre), Metres(*radius)),
        }
    }
}

impl Display for Shown<'_, StructureShape> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            StructureShape::Wall { from, to, thickness } => {
                write!(f, "Wall(from: {}, to: {}, thickness: {})", At(*from), At(*to), Metres(*thickness))
            }
            StructureShape::Column(outline) => write!(f, "Column({})", Shown(outline)),
            StructureShape::Door { at, width, angle, kind } => {
                let kind = match kind {
                    DoorKind::Entrance => "Entrance",
                    DoorKind::Exit => "Exit",
                    DoorKind::Service => "Service",
                };
                write!(f, "Door(at: {}, width: {}{}, kind: {kind})", At(*at), Metres(*width), Turned(*angle))
            }
            StructureShape::Text { at, height, angle, text } => {
                let (at, height, turned, text) = (At(*at), Metres(*height), Turned(*angle), Quoted(text));
                write!(f, "Text(at: {at}, height: {height}{turned}, text: {text})")
            }
            StructureShape::Zone { outline, name, tint, category } => {
                write!(f, "Zone(outline: {}, name: {}, tint: {}", Shown(outline), Quoted(name), Shown(tint))?;
                if let Some(category) = category {
                    write!(f, ", category: {}", Ref(*category))?;
                }
                f.write_char(')')
            }
            StructureShape::NoBuild(outline) => write!(f, "NoBuild({})", Shown(outline)),
            StructureShape::Utility { at, kind, number } => {
                let kind = match kind {
                    UtilityKind::Power => "Power",
                    UtilityKind::Water => "Water",
                    UtilityKind::Network => "Network",
                };
                write!(f, "Utility(at: {}, kind: {kind}, number: {})", At(*at), Quoted(number))
            }
            StructureShape::Arrow { from, to } => write!(f, "Arrow(from: {}, to: {})", At(*from), At(*to)),
            StructureShape::Dimension { from, to, offset } => {
                write!(f, "Dimension(from: {}, to: {}, offset: {})", At(*from), At(*to), Metres(*offset))
            }
        }
    }
}

impl Display for Shown<'_, Pattern> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            Pattern::Grid { origin, angle, rows, columns } => {
                write!(f, "Grid(at: {}{}, rows: {rows}, columns: {columns})", At(*origin), Turned(*angle))
            }
            Pattern::Line { path, rows } => write!(f, "Line(path: {}, rows: {rows})", Corners(path)),
            Pattern::Arc { centre, radius, start, sweep, rows } => {
                let (centre, radius, start, sweep) = (At(*centre), Metres(*radius), Degrees(*start), Degrees(*sweep));
                write!(f, "Arc(centre: {centre}, radius: {radius}, start: {start}, sweep: {sweep}, rows: {rows})")
            }
            Pattern::Fill { floor, angle } => write!(f, "Fill(floor: {}{})", Shown(floor), Turned(*angle)),
        }
    }
}

impl Display for Shown<'_, Tint> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Tint::Blue => "Blue",
            Tint::Teal => "Teal",
            Tint::Green => "Green",
            Tint::Lime => "Lime",
            Tint::Yellow => "Yellow",
            Tint::Orange => "Orange",
            Tint::Red => "Red",
            Tint::Pink => "Pink",
            Tint::Purple => "Purple",
            Tint::Brown => "Brown",
        })
    }
}

impl Display for Shown<'_, OpenSides> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            OpenSides::Enclosed => "Enclosed",
            OpenSides::Inline => "Inline",
            OpenSides::Corner => "Corner",
            OpenSides::Peninsula => "Peninsula",
            OpenSides::Island => "Island",
        })
    }
}

impl Display for Shown<'_, Stage> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            Stage::Held { until: None } => f.write_str("Held()"),
            Stage::Held { until: Some(date) } => write!(f, "Held(until: \"{date}\")"),
            Stage::Reserved => f.write_str("Reserved"),
            Stage::Contracted => f.write_str("Contracted"),
            Stage::Paid => f.write_str("Paid"),
        }
    }
}

impl Display for Shown<'_, Participant> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let role = match self.0.role {
            Role::Main => "Main",
            Role::Co => "Co",
        };
        write!(f, "{role}({})", Ref(self.0.exhibitor))
    }
}
