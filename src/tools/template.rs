//! Halls to start from: empty, with one block, and the classic hall of a hundred booths.

use crate::edit::{Edit, NewBlock, NewCell, NewNumber};
use crate::geometry::{Angle, Length, Offset, Outline, Point, Size, Units};
use crate::plan::{DoorKind, Hall, Number, Pattern, Spacing, StructureShape};

/// What a hall is started from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    /// A floor.
    Empty,
    /// A double row of ten booths in the middle.
    OneBlock,
    /// Five double rows of ten booths back to back, aisles between them, walls, an entrance and exits.
    Classic,
}

/// The figures of the templates: round ones in the units of the show.
struct Measures {
    /// A booth's side: the standard unit of the trade, 3 m or 10 ft.
    booth: Length,
    /// An aisle: the least that the trade uses, 3 m or 10 ft.
    aisle: Length,
    /// The floor between the entrance and the first booths.
    entrance_strip: Length,
    wall: Length,
    entrance: Length,
    exit: Length,
}

impl Measures {
    const fn of(units: Units) -> Self {
        match units {
            Units::Metres => Self {
                booth: Length::from_mm(3_000),
                aisle: Length::from_mm(3_000),
                entrance_strip: Length::from_mm(4_000),
                wall: Length::from_mm(200),
                entrance: Length::from_mm(3_600),
                exit: Length::from_mm(2_400),
            },
            Units::Feet => Self {
                booth: feet(10),
                aisle: feet(10),
                entrance_strip: feet(15),
                // 8 in.
                wall: Length::from_tenths(2_032),
                entrance: feet(12),
                exit: feet(8),
            },
        }
    }

    const fn booth(&self) -> Size {
        Size::new(self.booth, self.booth)
    }

    const fn spacing(&self) -> Spacing {
        Spacing { back_to_back: true, aisle: self.aisle, gap: Length::ZERO, columns_between_aisles: 0 }
    }
}

const fn feet(feet: i64) -> Length {
    Length::from_tenths(feet * 3_048)
}

/// Booths in a row: 30 m, the longest row that the trade uses, or 100 ft.
const COLUMNS: u32 = 10;

impl Template {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Empty, Self::OneBlock, Self::Classic];

    const fn rows(self) -> u32 {
        match self {
            Self::Empty => 0,
            Self::OneBlock => 2,
            Self::Classic => 10,
        }
    }

    /// The floor that it is offered with.
    #[must_use]
    pub fn usual_size(self, units: Units) -> Size {
        match (self, units) {
            (Self::Empty | Self::OneBlock, Units::Metres) => Size::from_mm(60_000, 40_000),
            (Self::Empty | Self::OneBlock, Units::Feet) => Size::new(feet(200), feet(140)),
            (Self::Classic, _) => self.least_size(units),
        }
    }

    /// The least floor that it fits on, aisles around it included.
    #[must_use]
    pub fn least_size(self, units: Units) -> Size {
        let measures = Measures::of(units);
        let Measures { aisle, entrance_strip, .. } = measures;
        match self {
            Self::Empty => Size::new(Outline::LEAST, Outline::LEAST),
            Self::OneBlock | Self::Classic => {
                let block = measures.spacing().size(measures.booth(), self.rows(), COLUMNS);
                let below = if self == Self::Classic { entrance_strip } else { aisle };
                Size::new(block.width + aisle * 2, block.depth + aisle + below)
            }
        }
    }

    /// The edit that makes the hall. The floor is at least as large as [`Template::least_size`].
    #[must_use]
    pub fn hall(self, name: String, floor: Size, units: Units) -> Edit {
        let measures = Measures::of(units);
        let hall = Hall { name, outline: Outline::rectangle(Point::ORIGIN, floor) };
        let (blocks, structures) = match self {
            Self::Empty => return Edit::AddHall(hall),
            Self::OneBlock => (vec![self.block(floor, Length::ZERO, &measures)], Vec::new()),
            Self::Classic => {
                let strip = measures.entrance_strip - measures.aisle;
                (vec![self.block(floor, strip, &measures)], shell(floor, &measures))
            }
        };
        Edit::AddFurnishedHall { hall, blocks, structures }
    }

    /// The booths, in the middle of the floor but for a strip below.
    fn block(self, floor: Size, strip: Length, measures: &Measures) -> NewBlock {
        let (booth, spacing) = (measures.booth(), measures.spacing());
        let size = spacing.size(booth, self.rows(), COLUMNS);
        let origin = Point::new((floor.width - size.width) / 2, (floor.depth - strip - size.depth) / 2);
        let cells = (0..self.rows())
            .flat_map(|row| (0..COLUMNS).map(move |column| NewCell { row, column, number: number(row, column), category: None }));
        let pattern = Pattern::Grid { origin, angle: Angle::ZERO, rows: self.rows(), columns: COLUMNS };
        NewBlock { booth, spacing, pattern, cells: cells.collect() }
    }
}

/// A letter for each aisle; in an aisle with booths on both sides one side has the odd numbers, the other the even ones.
fn number(row: u32, column: u32) -> NewNumber {
    let aisle = row.div_ceil(2);
    let has_two_sides = aisle > 0 && aisle * 2 < Template::Classic.rows();
    let place = match (has_two_sides, row % 2) {
        (false, _) => column + 1,
        (true, 1) => column * 2 + 1,
        (true, _) => column * 2 + 2,
    };
    let letter = char::from_u32(u32::from('A') + aisle).unwrap_or('A');
    Number::new(&format!("{letter}{place:02}")).map_or(NewNumber::Next, NewNumber::From)
}

/// Walls around a floor, an entrance in the middle of the lower one, exits in all four.
fn shell(floor: Size, measures: &Measures) -> Vec<StructureShape> {
    let at = |x: Length, y: Length| Point::new(x, y);
    let (right, bottom) = (floor.width, floor.depth);
    let corners = [Point::ORIGIN, at(right, Length::ZERO), at(right, bottom), at(Length::ZERO, bottom)];
    let walls = corners.iter().zip(corners.iter().cycle().skip(1));
    let mut shapes: Vec<_> =
        walls.map(|(from, to)| StructureShape::Wall { from: *from, to: *to, thickness: measures.wall }).collect();
    let mut door = |at: Point, width: Length, angle: Angle, kind| {
        shapes.push(StructureShape::Door { at, width, angle, kind });
    };
    let middle = Point::ORIGIN + Offset::new(right / 2, bottom / 2);
    door(at(middle.x, bottom), measures.entrance, Angle::ZERO, DoorKind::Entrance);
    // Six exits of 2.4 m or 8 ft: two more than 1,764 persons need at one a square metre, and nobody is more than 50 m from one.
    door(at(right / 4, Length::ZERO), measures.exit, Angle::ZERO, DoorKind::Exit);
    door(at(right * 3 / 4, Length::ZERO), measures.exit, Angle::ZERO, DoorKind::Exit);
    for y in [bottom / 4, bottom * 3 / 4] {
        door(at(Length::ZERO, y), measures.exit, Angle::QUARTER, DoorKind::Exit);
        door(at(right, y), measures.exit, Angle::QUARTER, DoorKind::Exit);
    }
    shapes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::apply;
    use crate::plan::{IdMint, Plan, Show};

    fn made(template: Template, units: Units) -> Plan {
        let edit = template.hall("Hall 1".into(), template.usual_size(units), units);
        apply(&Plan::new(Show::default()), &edit, &mut IdMint::new(1, 0)).unwrap().plan
    }

    #[test]
    fn the_classic_hall_has_a_hundred_booths_inside_its_walls() {
        for units in Units::ALL {
            let plan = made(Template::Classic, units);
            let floor = plan.halls().values().next().unwrap().outline.bounds();
            assert_eq!((plan.booths().len(), plan.blocks().len()), (100, 1));
            assert!(plan.booths().values().all(|booth| floor.grown(-Measures::of(units).aisle).encloses(booth.outline.bounds())));
            let count = |kind| {
                let is_so = |shape: &StructureShape| matches!(shape, StructureShape::Door { kind: of, .. } if *of == kind);
                plan.structures().values().filter(|structure| is_so(&structure.shape)).count()
            };
            assert_eq!((count(DoorKind::Entrance), count(DoorKind::Exit)), (1, 6));
        }
    }

    #[test]
    fn where_lengths_are_in_feet_booths_and_aisles_are_ten_feet_and_every_figure_is_whole() {
        for template in [Template::OneBlock, Template::Classic] {
            let plan = made(template, Units::Feet);
            assert!(plan.booths().values().all(|booth| booth.outline.size() == Size::new(feet(10), feet(10))));
            assert!(plan.blocks().values().all(|block| block.spacing.aisle == feet(10)));
            let corners = plan.booths().values().map(|booth| booth.outline.bounds().min());
            assert!(corners.into_iter().all(|at| [at.x, at.y].iter().all(|figure| figure.tenths() % 3_048 == 0)));
        }
        assert_eq!(Template::Classic.usual_size(Units::Feet), Size::new(feet(120), feet(165)));
        assert_eq!(Template::Classic.usual_size(Units::Metres), Size::from_mm(36_000, 49_000));
    }

    #[test]
    fn its_numbers_go_by_aisles_with_odd_and_even_sides() {
        let plan = made(Template::Classic, Units::Metres);
        let top = |text: &str| {
            let booth = plan.booth_numbered(&Number::new(text).unwrap()).and_then(|id| plan.get(id)).unwrap();
            booth.outline.bounds().min()
        };
        assert_eq!(top("A01"), Point::from_mm(3_000, 3_000));
        // B01 and B02 face each other across the aisle.
        assert_eq!(top("B02").y - top("B01").y, Length::from_mm(6_000));
        assert_eq!(top("B02").x, top("B01").x);
        assert!(plan.booth_numbered(&Number::new("F10").unwrap()).is_some());
    }

    #[test]
    fn one_block_is_a_double_row_and_an_empty_hall_has_nothing() {
        assert_eq!(made(Template::OneBlock, Units::Metres).booths().len(), 20);
        let empty = made(Template::Empty, Units::Metres);
        assert!(empty.booths().is_empty() && empty.structures().is_empty());
    }
}
