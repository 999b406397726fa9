//! Halls to start from: empty, with one block, and the classic hall of a hundred booths.

use crate::edit::{Edit, NewBlock, NewCell, NewNumber};
use crate::geometry::{Angle, Length, Offset, Outline, Point, Size};
use crate::plan::{DoorKind, Hall, Number, Pattern, Spacing, StructureShape};

/// What a hall is started from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    /// A floor.
    Empty,
    /// A double row of ten booths in the middle.
    OneBlock,
    /// Five double rows of ten booths back to back, aisles of 3 m, walls, an entrance and exits.
    Classic,
}

/// A booth of the templates: 3 x 3 m.
const BOOTH: Size = Size::from_mm(3_000, 3_000);
/// An aisle: 3 m, the least that the trade uses.
const AISLE: Length = Length::from_mm(3_000);
/// The floor between the entrance and the first booths.
const ENTRANCE_STRIP: Length = Length::from_mm(4_000);
/// Booths in a row: 30 m, the longest row that the trade uses.
const COLUMNS: u32 = 10;
const WALL: Length = Length::from_mm(200);

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
    pub const fn usual_size(self) -> Size {
        match self {
            Self::Empty | Self::OneBlock => Size::from_mm(60_000, 40_000),
            Self::Classic => Size::from_mm(36_000, 49_000),
        }
    }

    /// The least floor that it fits on, aisles around it included.
    #[must_use]
    pub fn least_size(self) -> Size {
        match self {
            Self::Empty => Size::new(Outline::LEAST, Outline::LEAST),
            Self::OneBlock | Self::Classic => {
                let block = SPACING.size(BOOTH, self.rows(), COLUMNS);
                let below = if self == Self::Classic { ENTRANCE_STRIP } else { AISLE };
                Size::new(block.width + AISLE * 2, block.depth + AISLE + below)
            }
        }
    }

    /// The edit that makes the hall. The floor is at least as large as [`Template::least_size`].
    #[must_use]
    pub fn hall(self, name: String, floor: Size) -> Edit {
        let hall = Hall { name, outline: Outline::rectangle(Point::ORIGIN, floor) };
        let (blocks, structures) = match self {
            Self::Empty => return Edit::AddHall(hall),
            Self::OneBlock => (vec![self.block(floor, Length::ZERO)], Vec::new()),
            Self::Classic => (vec![self.block(floor, ENTRANCE_STRIP - AISLE)], shell(floor)),
        };
        Edit::AddFurnishedHall { hall, blocks, structures }
    }

    /// The booths, in the middle of the floor but for a strip below.
    fn block(self, floor: Size, strip: Length) -> NewBlock {
        let size = SPACING.size(BOOTH, self.rows(), COLUMNS);
        let origin = Point::new((floor.width - size.width) / 2, (floor.depth - strip - size.depth) / 2);
        let cells = (0..self.rows())
            .flat_map(|row| (0..COLUMNS).map(move |column| NewCell { row, column, number: number(row, column), category: None }));
        let pattern = Pattern::Grid { origin, angle: Angle::ZERO, rows: self.rows(), columns: COLUMNS };
        NewBlock { booth: BOOTH, spacing: SPACING, pattern, cells: cells.collect() }
    }
}

const SPACING: Spacing = Spacing { back_to_back: true, aisle: AISLE, gap: Length::ZERO, columns_between_aisles: 0 };

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
fn shell(floor: Size) -> Vec<StructureShape> {
    let at = |x: Length, y: Length| Point::new(x, y);
    let (right, bottom) = (floor.width, floor.depth);
    let corners = [Point::ORIGIN, at(right, Length::ZERO), at(right, bottom), at(Length::ZERO, bottom)];
    let walls = corners.iter().zip(corners.iter().cycle().skip(1));
    let mut shapes: Vec<_> = walls.map(|(from, to)| StructureShape::Wall { from: *from, to: *to, thickness: WALL }).collect();
    let mut door = |at: Point, width_mm: i64, angle: Angle, kind| {
        shapes.push(StructureShape::Door { at, width: Length::from_mm(width_mm), angle, kind });
    };
    let middle = Point::ORIGIN + Offset::new(right / 2, bottom / 2);
    door(at(middle.x, bottom), 3_600, Angle::ZERO, DoorKind::Entrance);
    // Six exits of 2.4 m: two more than 1,764 persons need at one a square metre, and nobody is more than 50 m from one.
    door(at(right / 4, Length::ZERO), 2_400, Angle::ZERO, DoorKind::Exit);
    door(at(right * 3 / 4, Length::ZERO), 2_400, Angle::ZERO, DoorKind::Exit);
    for y in [bottom / 4, bottom * 3 / 4] {
        door(at(Length::ZERO, y), 2_400, Angle::QUARTER, DoorKind::Exit);
        door(at(right, y), 2_400, Angle::QUARTER, DoorKind::Exit);
    }
    shapes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::apply;
    use crate::plan::{IdMint, Plan, Show};

    fn made(template: Template) -> Plan {
        let edit = template.hall("Hall 1".into(), template.usual_size());
        apply(&Plan::new(Show::default()), &edit, &mut IdMint::new(1, 0)).unwrap().plan
    }

    #[test]
    fn the_classic_hall_has_a_hundred_booths_inside_its_walls() {
        let plan = made(Template::Classic);
        let floor = plan.halls().values().next().unwrap().outline.bounds();
        assert_eq!((plan.booths().len(), plan.blocks().len()), (100, 1));
        assert!(plan.booths().values().all(|booth| floor.grown(-AISLE).encloses(booth.outline.bounds())));
        let count = |kind| {
            let is_so = |shape: &StructureShape| matches!(shape, StructureShape::Door { kind: of, .. } if *of == kind);
            plan.structures().values().filter(|structure| is_so(&structure.shape)).count()
        };
        assert_eq!((count(DoorKind::Entrance), count(DoorKind::Exit)), (1, 6));
        assert_eq!(Template::Classic.least_size(), Template::Classic.usual_size());
    }

    #[test]
    fn its_numbers_go_by_aisles_with_odd_and_even_sides() {
        let plan = made(Template::Classic);
        let top = |text: &str| {
            let booth = plan.booth_numbered(&Number::new(text).unwrap()).and_then(|id| plan.get(id)).unwrap();
            booth.outline.bounds().min()
        };
        assert_eq!(top("A01"), Point::from_mm(3_000, 3_000));
        // B01 and B02 face each other across the aisle.
        assert_eq!(top("B02").y - top("B01").y, BOOTH.depth + AISLE);
        assert_eq!(top("B02").x, top("B01").x);
        assert!(plan.booth_numbered(&Number::new("F10").unwrap()).is_some());
    }

    #[test]
    fn one_block_is_a_double_row_and_an_empty_hall_has_nothing() {
        assert_eq!(made(Template::OneBlock).booths().len(), 20);
        let empty = made(Template::Empty);
        assert!(empty.booths().is_empty() && empty.structures().is_empty());
    }
}
