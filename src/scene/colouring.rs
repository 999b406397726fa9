//! What the colours of booths tell: the one place that knows which fill and edge a booth has, on screen and on paper.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Role;
use crate::geometry::{Area, Length, Units};
use crate::index::Index;
use crate::plan::{BoothId, Category, CategoryId, HallId, OpenSides, Plan, Status, StructureId, StructureShape, Tint};

/// By what booths are coloured. Whatever it is, letters and hatches tell the status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ColourBy {
    /// How far they are sold.
    #[default]
    Status,
    /// What is shown there.
    Category,
    /// How large they are.
    Area,
    /// On how many sides an aisle passes.
    OpenSides,
    /// In which zone they stand.
    Zone,
}

impl ColourBy {
    /// All of them, in the order of the menu.
    pub const ALL: [Self; 5] = [Self::Status, Self::Category, Self::Area, Self::OpenSides, Self::Zone];
}

/// How large a booth is, in five steps with round limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AreaClass {
    /// Under 9 m², or 100 square feet.
    Small,
    /// From there to under 12 m², or 150 square feet.
    Usual,
    /// From there to under 18 m², or 200 square feet.
    Roomy,
    /// From there to under 36 m², or 400 square feet.
    Large,
    /// From there on.
    Island,
}

impl AreaClass {
    /// All of them, the smallest first.
    pub const ALL: [Self; 5] = [Self::Small, Self::Usual, Self::Roomy, Self::Large, Self::Island];

    /// Where one class ends and the next begins, in these units.
    #[must_use]
    pub fn limits(units: Units) -> [Area; 4] {
        match units {
            Units::Metres => [9, 12, 18, 36].map(|metres| Length::METRE * (Length::METRE * metres)),
            Units::Feet => [100, 150, 200, 400].map(|feet| Length::FOOT * (Length::FOOT * feet)),
        }
    }

    /// The class of an area.
    #[must_use]
    pub fn of(area: Area, units: Units) -> Self {
        let below = Self::limits(units).iter().filter(|limit| **limit <= area).count();
        Self::ALL.get(below).copied().unwrap_or(Self::Island)
    }
}

/// What booths of one colour have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Their status.
    Status(Status),
    /// Their category, or none.
    Category(Option<CategoryId>),
    /// How large they are.
    Area(AreaClass),
    /// Their open sides.
    OpenSides(OpenSides),
    /// Their zone, or none.
    Zone(Option<StructureId>),
}

/// The colours of a booth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Paint {
    /// Its floor.
    pub fill: Role,
    /// The line around it.
    pub edge: Role,
}

impl Paint {
    /// What there is nothing to tell of.
    pub(super) const PLAIN: Self = Self { fill: Role::Available, edge: Role::AvailableEdge };

    /// The colours of a status.
    #[must_use]
    pub const fn of_status(status: Status) -> Self {
        Self { fill: Role::of_status(status), edge: Role::of_edge(status) }
    }

    pub(super) const fn of_tint(tint: Tint) -> Self {
        Self { fill: Role::of_tint(tint), edge: Role::of_tint_edge(tint) }
    }

    /// A step of the scale of one hue, from 0 to 4.
    const fn of_step(step: usize) -> Self {
        let fill = match step {
            0 => Role::Scale1,
            1 => Role::Scale2,
            2 => Role::Scale3,
            3 => Role::Scale4,
            _ => Role::Scale5,
        };
        Self { fill, edge: Role::ScaleEdge }
    }
}

/// Knows the colours of the booths of a plan. It is made for each drawing, which looks up once what all booths share.
#[derive(Clone, Debug)]
pub struct Colouring<'a> {
    plan: &'a Plan,
    index: &'a Index,
    by: ColourBy,
    units: Units,
    categories: BTreeMap<CategoryId, Tint>,
    /// The halls under whose booths a map is seen.
    mapped: BTreeSet<HallId>,
}

impl<'a> Colouring<'a> {
    /// The colours of a plan's booths; the classes of areas have limits in these units.
    #[must_use]
    pub fn new(plan: &'a Plan, index: &'a Index, by: ColourBy, units: Units) -> Self {
        let categories = plan.categories().iter().filter(|_| by == ColourBy::Category).enumerate();
        let tint = |(place, (id, category)): (usize, (&CategoryId, &Arc<Category>))| {
            (*id, category.colour.unwrap_or_else(|| Tint::in_turn(place)))
        };
        let mapped = plan.maps().values().filter(|map| !map.in_front && !plan.is_hidden(map.binding)).map(|map| map.hall);
        Self { plan, index, by, units, categories: categories.map(tint).collect(), mapped: mapped.collect() }
    }

    /// Whether a map lies under the booths of a hall.
    #[must_use]
    pub fn is_over_map(&self, hall: HallId) -> bool {
        self.mapped.contains(&hall)
    }

    /// What a booth's colour tells of it; its status is given by whoever knows it already.
    #[must_use]
    pub fn class(&self, id: BoothId, status: Status) -> Class {
        let (plan, index) = (self.plan, self.index);
        match self.by {
            ColourBy::Status => Class::Status(status),
            ColourBy::Category => Class::Category(index.category_of(plan, id)),
            ColourBy::Area => Class::Area(AreaClass::of(index.net_area(plan, id), self.units)),
            ColourBy::OpenSides => Class::OpenSides(index.open_sides(plan, id).unwrap_or(OpenSides::Enclosed)),
            ColourBy::Zone => Class::Zone(index.zone_of(id)),
        }
    }

    /// The colours of a class.
    #[must_use]
    pub fn paint(&self, class: Class) -> Paint {
        match class {
            Class::Status(status) => Paint::of_status(status),
            Class::Category(category) => {
                category.and_then(|category| self.categories.get(&category)).map_or(Paint::PLAIN, |tint| Paint::of_tint(*tint))
            }
            Class::Area(class) => Paint::of_step(class as usize),
            Class::OpenSides(sides) => Paint::of_step(sides as usize),
            Class::Zone(zone) => match zone.and_then(|zone| self.plan.get(zone)).map(|zone| &zone.shape) {
                Some(StructureShape::Zone { tint, .. }) => Paint::of_tint(*tint),
                _ => Paint::PLAIN,
            },
        }
    }

    /// The colours of a booth.
    #[must_use]
    pub fn of(&self, id: BoothId, status: Status) -> Paint {
        self.paint(self.class(id, status))
    }
}
