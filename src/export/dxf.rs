//! A hall as DXF, for those who build it and those who own it: true lengths in millimetres or inches, y up, each kind of thing
//! on its layer.

use acadrust::entities::{Circle, Line, LwPolyline, Text, TextHorizontalAlignment, TextVerticalAlignment};
use acadrust::types::{DxfVersion, Vector2, Vector3};
use acadrust::{CadDocument, Color, DxfWriter, EntityType, Layer, LineWeight};

use crate::fonts::{self, CAP_HEIGHT, Style};
use crate::geometry::{Angle, Length, Outline, Point, Units};
use crate::index::dimension_line;
use crate::plan::{Booth, BoothId, HallId, Plan, Status, StructureShape};
use crate::scene::{joined_names, text_box};
use crate::text::Texts;

/// Lowest capitals in a booth, and highest: its number and its names.
const NUMBER: (f64, f64) = (0.05, 0.45);
const NAMES: (f64, f64) = (0.03, 0.25);
/// The part of a booth's room that a text takes at most.
const FILL: f64 = 0.85;
/// By how much wider than the bundled typeface others may be: every CAD program has its own.
const WIDER: f64 = 1.25;
/// Height of capitals of names of zones, numbers of supply points, and lengths; radius of a supply point; metres.
const SIGN: f64 = 0.3;
const SUPPLY: f64 = 0.15;
/// Length of an arrow's head and half its width, metres.
const HEAD: (f64, f64) = (0.8, 0.3);

/// A layer of the file.
#[derive(Clone, Copy)]
enum On {
    Hall,
    Booths,
    BoothsHeld,
    BoothsBlocked,
    Numbers,
    Names,
    Walls,
    Columns,
    Doors,
    Zones,
    NoBuild,
    Utilities,
    Texts,
    Arrows,
    Dimensions,
}

impl On {
    const ALL: [Self; 15] = [
        Self::Hall,
        Self::Zones,
        Self::NoBuild,
        Self::Walls,
        Self::Columns,
        Self::Doors,
        Self::Utilities,
        Self::Booths,
        Self::BoothsHeld,
        Self::BoothsBlocked,
        Self::Numbers,
        Self::Names,
        Self::Texts,
        Self::Arrows,
        Self::Dimensions,
    ];

    /// Its name, its colour among those that every CAD program knows by number, and its weight in hundredths of a millimetre.
    const fn look(self) -> (&'static str, u8, i16) {
        match self {
            Self::Hall => ("HALL", 7, 50),
            Self::Booths => ("BOOTHS", 5, 35),
            Self::BoothsHeld => ("BOOTHS_HELD", 30, 35),
            Self::BoothsBlocked => ("BOOTHS_BLOCKED", 8, 35),
            Self::Numbers => ("NUMBERS", 7, 18),
            Self::Names => ("NAMES", 8, 18),
            Self::Walls => ("WALLS", 7, 35),
            Self::Columns => ("COLUMNS", 8, 35),
            Self::Doors => ("DOORS", 3, 50),
            Self::Zones => ("ZONES", 4, 25),
            Self::NoBuild => ("NO_BUILD", 1, 25),
            Self::Utilities => ("UTILITIES", 6, 18),
            Self::Texts => ("TEXTS", 7, 18),
            Self::Arrows => ("ARROWS", 30, 25),
            Self::Dimensions => ("DIMENSIONS", 9, 18),
        }
    }
}

/// A hall as a DXF file of the format of 2007, the first whose texts hold every script. None where there is no such hall, or, in
/// words, what went wrong.
///
/// # Errors
/// What the writer says.
pub fn hall_dxf(plan: &Plan, hall: HallId, texts: &Texts) -> Option<Result<Vec<u8>, String>> {
    let outline = &plan.get(hall)?.outline;
    let mut sheet = Sheet::new(texts);
    sheet.outline(On::Hall, outline);
    for structure in plan.structures().values().filter(|structure| structure.hall == hall && !plan.is_hidden(structure.binding)) {
        sheet.structure(&structure.shape);
    }
    for (id, booth) in plan.booths().iter().filter(|(_, booth)| booth.hall == hall && !plan.is_hidden(booth.binding)) {
        sheet.booth(plan, *id, booth);
    }
    Some(sheet.finish())
}

struct Sheet<'a> {
    document: CadDocument,
    texts: &'a Texts,
    /// Tenths of a millimetre to a unit of the file.
    unit: f64,
    /// What the writer could not take.
    failed: Option<String>,
}

impl<'a> Sheet<'a> {
    fn new(texts: &'a Texts) -> Self {
        let mut document = CadDocument::with_version(DxfVersion::AC1021);
        let (unit, code, measurement) = match texts.units() {
            Units::Metres => (10.0, 4, 1),
            Units::Feet => (254.0, 1, 0),
        };
        document.header.insertion_units = code;
        document.header.measurement = measurement;
        let mut sheet = Self { document, texts, unit, failed: None };
        for on in On::ALL {
            let (name, colour, weight) = on.look();
            let mut layer = Layer::with_color(name, Color::Index(colour));
            layer.line_weight = LineWeight::Value(weight);
            let added = sheet.document.layers.add(layer);
            sheet.note(added);
        }
        sheet
    }

    fn finish(self) -> Result<Vec<u8>, String> {
        match self.failed {
            Some(failed) => Err(failed),
            None => DxfWriter::new(&self.document).write_to_vec().map_err(|error| error.to_string()),
        }
    }

    fn note<T>(&mut self, done: Result<T, acadrust::DxfError>) {
        if let Err(error) = done {
            self.failed.get_or_insert(error.to_string());
        }
    }

    fn put(&mut self, on: On, mut entity: EntityType) {
        entity.common_mut().layer = on.look().0.to_owned();
        let added = self.document.add_entity(entity);
        self.note(added);
    }

    /// A place in the file: its y grows upwards.
    fn at(&self, point: Point) -> Vector2 {
        Vector2::new(self.length(point.x), 0.0 - self.length(point.y))
    }

    fn length(&self, length: Length) -> f64 {
        length.tenths() as f64 / self.unit
    }

    fn metres(&self, metres: f64) -> f64 {
        metres * 10_000.0 / self.unit
    }

    fn ring(&mut self, on: On, corners: Vec<Vector2>) {
        let mut line = LwPolyline::from_points(corners);
        line.is_closed = true;
        self.put(on, EntityType::LwPolyline(line));
    }

    fn outline(&mut self, on: On, outline: &Outline) {
        match outline {
            Outline::Round { centre, radius } => {
                let at = self.at(*centre);
                let circle = Circle::from_center_radius(Vector3::new(at.x, at.y, 0.0), self.length(*radius));
                self.put(on, EntityType::Circle(circle));
            }
            Outline::Rectangle { .. } | Outline::Polygon(_) => {
                let corners = outline.corners().into_iter().map(|corner| self.at(corner)).collect();
                self.ring(on, corners);
            }
        }
    }

    fn line(&mut self, on: On, from: Vector2, to: Vector2) {
        self.put(on, EntityType::Line(Line::from_coords(from.x, from.y, 0.0, to.x, to.y, 0.0)));
    }

    /// Words about a middle, with capitals of so many metres.
    fn words(&mut self, on: On, words: &str, at: Vector2, height: f64, angle: Angle) {
        let middle = Vector3::new(at.x, at.y, 0.0);
        let text = Text {
            value: words.to_owned(),
            insertion_point: middle,
            alignment_point: Some(middle),
            height: self.metres(height),
            rotation: -angle.radians(),
            horizontal_alignment: TextHorizontalAlignment::Center,
            vertical_alignment: TextVerticalAlignment::Middle,
            ..Text::new()
        };
        self.put(on, EntityType::Text(text));
    }

    /// A booth: its outline, and in it its number and the names of those who have it. How far their bookings have come is nothing
    /// to builders; that nobody may have it, or not yet, is.
    fn booth(&mut self, plan: &Plan, id: BoothId, booth: &Booth) {
        let on = match plan.status_of(id, booth) {
            Status::Held => On::BoothsHeld,
            Status::Blocked => On::BoothsBlocked,
            Status::Available | Status::Reserved | Status::Contracted | Status::Paid => On::Booths,
        };
        self.outline(on, &booth.outline);
        let booking = plan.booking_of(id).and_then(|booking| plan.get(booking));
        let names = booking.map(|booking| joined_names(plan, booking.mains())).unwrap_or_default();
        let room = text_box(&booth.outline);
        let number = booth.number.as_str();
        let rows = if names.is_empty() { 1.0 } else { 2.0 };
        let high = |words: &str, (least, most): (f64, f64)| {
            let ems = f64::from(fonts::width(words, Style::Regular, 1.0)).max(0.1) * WIDER;
            let fits = (room.width * FILL / ems * f64::from(CAP_HEIGHT)).min(room.depth * FILL / rows / 1.6);
            fits.clamp(0.0, most).max(least.min(room.depth / rows / 1.6))
        };
        let away = if names.is_empty() { 0.0 } else { room.depth * FILL / 4.0 };
        let above = self.at(room.at(0.0, -away));
        self.words(On::Numbers, number, above, high(number, NUMBER), room.angle);
        if !names.is_empty() {
            let below = self.at(room.at(0.0, away));
            self.words(On::Names, &names, below, high(&names, NAMES), room.angle);
        }
    }

    fn structure(&mut self, shape: &StructureShape) {
        match shape {
            StructureShape::Wall { from, to, thickness } => {
                let (from, to, half) = (self.at(*from), self.at(*to), self.length(*thickness) / 2.0);
                let across = across(from, to) * half;
                self.ring(On::Walls, vec![from + across, to + across, to - across, from - across]);
            }
            StructureShape::Column(outline) => self.outline(On::Columns, outline),
            StructureShape::Door { at, width, angle, .. } => {
                let ((cos, sin), middle, half) = (angle.cos_sin(), self.at(*at), self.length(*width) / 2.0);
                let along = Vector2::new(cos, -sin) * half;
                self.line(On::Doors, middle - along, middle + along);
            }
            StructureShape::Text { at, height, angle, text } => {
                let at = self.at(*at);
                self.words(On::Texts, text, at, height.metres() * f64::from(CAP_HEIGHT), *angle);
            }
            StructureShape::Zone { outline, name, .. } => {
                self.outline(On::Zones, outline);
                let top = outline.bounds();
                let place = Point::new(top.centre().x, top.min().y + Length::from_mm(450));
                let at = self.at(place);
                self.words(On::Zones, name, at, SIGN, Angle::ZERO);
            }
            StructureShape::NoBuild(outline) => self.outline(On::NoBuild, outline),
            StructureShape::Utility { at, number, .. } => {
                let at = self.at(*at);
                let circle = Circle::from_center_radius(Vector3::new(at.x, at.y, 0.0), self.metres(SUPPLY));
                self.put(On::Utilities, EntityType::Circle(circle));
                if !number.trim().is_empty() {
                    let beneath = Vector2::new(at.x, at.y - self.metres(SUPPLY * 2.5));
                    self.words(On::Utilities, number, beneath, SIGN / 2.0, Angle::ZERO);
                }
            }
            StructureShape::Arrow { from, to } => {
                let (from, to) = (self.at(*from), self.at(*to));
                let (across, length) = (across(from, to), (to - from).length().max(f64::MIN_POSITIVE));
                let base = to - (to - from) / length * self.metres(HEAD.0).min(length);
                let half = across * self.metres(HEAD.1);
                self.line(On::Arrows, from, base);
                self.ring(On::Arrows, vec![to, base + half, base - half]);
            }
            StructureShape::Dimension { from, to, offset } => {
                let (begin, end) = dimension_line(*from, *to, *offset);
                let angle = Angle::of_direction((end.x - begin.x).metres(), (end.y - begin.y).metres());
                let half_turn = Angle::QUARTER + Angle::QUARTER;
                let stands_on_its_head = angle.thousandths() > 90_000 && angle.thousandths() <= 270_000;
                let angle = if stands_on_its_head { angle - half_turn } else { angle };
                let figure = self.texts.length(from.distance(*to));
                let (from, to, begin, end) = (self.at(*from), self.at(*to), self.at(begin), self.at(end));
                for (one, other) in [(from, begin), (begin, end), (end, to)] {
                    self.line(On::Dimensions, one, other);
                }
                let (cos, sin) = angle.cos_sin();
                let up = Vector2::new(sin, cos) * self.metres(SIGN * 0.8);
                self.words(On::Dimensions, &figure, (begin + end) / 2.0 + up, SIGN, angle);
            }
        }
    }
}

/// One unit across the way from one place to another.
fn across(from: Vector2, to: Vector2) -> Vector2 {
    let way = to - from;
    Vector2::new(-way.y, way.x) / way.length().max(f64::MIN_POSITIVE)
}
