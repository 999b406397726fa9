//! Draws with the program's own edits, in metres.

use hallplan::edit::{self, Edit, ExhibitorFields, NewCell, NewNumber, Objects, OnBooked, Origin, Outcome, Refusal};
use hallplan::geometry::{Angle, Length, Outline, Point, Size};
use hallplan::plan::{
    Block, BoothId, DoorKind, Hall, HallId, IdMint, Number, Pattern, Plan, Show, Spacing, Stage, StructureShape, Tint,
};

/// A plan being drawn.
pub struct Maker {
    plan: Plan,
    mint: IdMint,
}

/// A number of metres, to the millimetre.
pub fn metres(metres: f64) -> Length {
    Length::from_metres(metres).unwrap_or(Length::ZERO)
}

/// A point.
pub fn at(x: f64, y: f64) -> Point {
    Point::new(metres(x), metres(y))
}

/// A width and a depth.
pub fn size(width: f64, depth: f64) -> Size {
    Size::new(metres(width), metres(depth))
}

/// A floor by its left top corner and its size.
pub fn floor(x: f64, y: f64, width: f64, depth: f64) -> Outline {
    Outline::rectangle(at(x, y), size(width, depth))
}

impl Maker {
    /// An empty show.
    pub fn new(name: &str, edition: &str, note: &str, tag: u32) -> Self {
        let show = Show { name: name.into(), edition: edition.into(), note: note.into() };
        Self { plan: Plan::new(show), mint: IdMint::new(tag, 0) }
    }

    /// The plan that was drawn.
    pub fn finish(self) -> Plan {
        self.plan
    }

    fn edit(&mut self, edit: &Edit) -> Result<Objects, Refusal> {
        let Outcome { plan, added, .. } = edit::apply(&self.plan, edit, &mut self.mint)?;
        self.plan = plan;
        Ok(added)
    }

    /// A rectangular hall with walls around it.
    pub fn hall(&mut self, name: &str, width: f64, depth: f64) -> Result<HallId, Refusal> {
        self.edit(&Edit::AddHall(Hall { name: name.into(), outline: floor(0.0, 0.0, width, depth) }))?;
        let hall = self.plan.hall_named(name).ok_or(Refusal::Gone)?;
        let corners = [at(0.0, 0.0), at(width, 0.0), at(width, depth), at(0.0, depth), at(0.0, 0.0)];
        let sides = corners.iter().zip(corners.iter().skip(1));
        let walls = sides.map(|(from, to)| StructureShape::Wall { from: *from, to: *to, thickness: metres(0.3) });
        self.draw(hall, walls.collect())?;
        Ok(hall)
    }

    /// Anything that is no booth.
    pub fn draw(&mut self, hall: HallId, structures: Vec<StructureShape>) -> Result<Objects, Refusal> {
        self.edit(&Edit::Add { hall, booths: Vec::new(), structures, origin: Origin::Drawn })
    }

    /// A named and coloured area; its booths without a category of their own have this one.
    pub fn zone(
        &mut self,
        hall: HallId,
        name: &str,
        tint: Tint,
        outline: Outline,
        category: Option<&str>,
    ) -> Result<(), Refusal> {
        let zone = StructureShape::Zone { outline, name: name.into(), tint, category: None };
        let zones = self.draw(hall, vec![zone])?.structures;
        match (zones.first(), category) {
            (Some(zone), Some(category)) => self.edit(&Edit::SetZoneCategory(*zone, Some(category.into()))).map(drop),
            _ => Ok(()),
        }
    }

    /// A block of upright rows from this left top corner on, numbered from this number on; its booths by number.
    pub fn grid(&mut self, hall: HallId, corner: Point, rows: u32, columns: u32, look: &Look) -> Result<Vec<BoothId>, Refusal> {
        let pattern = Pattern::Grid { origin: corner, angle: Angle::ZERO, rows, columns };
        let spacing = Spacing {
            back_to_back: look.back_to_back,
            aisle: metres(look.aisle),
            gap: metres(look.gap),
            columns_between_aisles: 0,
        };
        let block = Block { hall, booth: look.booth, spacing, pattern };
        let number = Number::new(look.first).ok_or(Refusal::Gone)?;
        let cell = |spot: hallplan::plan::Spot| NewCell {
            row: spot.row,
            column: spot.column,
            number: NewNumber::From(number.clone()),
            category: None,
        };
        let booths = block.spots().into_iter().map(cell).collect();
        let added = self.edit(&Edit::AddBlock { block, booths, origin: Origin::Drawn })?;
        let mut booths: Vec<BoothId> = added.booths.into_iter().collect();
        booths.sort_by_cached_key(|id| self.plan.get(*id).map(|booth| booth.number.key()));
        Ok(booths)
    }

    /// An exhibitor on a booth, or in the list alone.
    pub fn exhibitor(&mut self, name: &str, category: &str, booth: Option<BoothId>, stage: Stage) -> Result<(), Refusal> {
        let fields = ExhibitorFields { name: name.into(), categories: vec![category.into()], ..ExhibitorFields::default() };
        self.edit(&Edit::AddExhibitor(fields))?;
        let (Some(exhibitor), Some(booth)) = (self.plan.exhibitors_named(name).next(), booth) else { return Ok(()) };
        self.edit(&Edit::Place { exhibitor, booths: vec![booth], on_booked: OnBooked::Refuse })?;
        self.edit(&Edit::SetStage([booth].into(), stage))?;
        Ok(())
    }
}

/// What the booths of a block are like.
pub struct Look {
    pub booth: Size,
    pub back_to_back: bool,
    pub aisle: f64,
    pub gap: f64,
    /// The number from which on its booths are numbered.
    pub first: &'static str,
}

/// A door with its middle here.
pub fn door(kind: DoorKind, x: f64, y: f64, width: f64, degrees: i64) -> StructureShape {
    StructureShape::Door { at: at(x, y), width: metres(width), angle: Angle::from_thousandths(degrees * 1_000), kind }
}

/// Words on the floor with their middle here, a metre high.
pub fn words(text: &str, x: f64, y: f64) -> StructureShape {
    StructureShape::Text { at: at(x, y), height: metres(0.8), angle: Angle::ZERO, text: text.into() }
}

/// A square column of half a metre with its middle here.
pub fn column(x: f64, y: f64) -> StructureShape {
    StructureShape::Column(floor(x - 0.25, y - 0.25, 0.5, 0.5))
}

/// An arrow.
pub fn arrow(from: (f64, f64), to: (f64, f64)) -> StructureShape {
    StructureShape::Arrow { from: at(from.0, from.1), to: at(to.0, to.1) }
}
