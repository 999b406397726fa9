//! What is copied, as data: it can be pasted into any hall, and outlives what it was copied from.

use crate::edit::{Copy, Edit, NewBooth, NewNumber, Objects, Origin};
use crate::geometry::{Bounds, Length, Offset, Point};
use crate::index::structure_bounds;
use crate::plan::{HallId, Plan, StructureShape};

/// Copied booths, walls, columns, doors and texts. Bookings are not copied: an exhibitor is not in two places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clipboard {
    booths: Vec<Copy<NewBooth>>,
    structures: Vec<Copy<StructureShape>>,
}

impl Clipboard {
    /// Copies what is selected; pictures are left out. Pasted booths get their old numbers where these are free, else the
    /// next free ones after them.
    #[must_use]
    pub fn copy(plan: &Plan, selection: &Objects) -> Self {
        let mut booths: Vec<_> = selection.booths.iter().filter_map(|id| plan.get(*id)).collect();
        booths.sort_by_cached_key(|booth| booth.number.key());
        let booths = booths.into_iter().map(|booth| {
            let thing = NewBooth {
                number: NewNumber::From(booth.number.clone()),
                outline: booth.outline.clone(),
                category: booth.category.and_then(|category| plan.get(category)).map(|category| category.name.clone()),
            };
            Copy { thing, binding: booth.binding }
        });
        let structures = selection.structures.iter().filter_map(|id| plan.get(*id));
        let structures = structures.map(|structure| Copy { thing: structure.shape.clone(), binding: structure.binding });
        Self { booths: booths.collect(), structures: structures.collect() }
    }

    /// Whether there is nothing to paste.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.booths.is_empty() && self.structures.is_empty()
    }

    /// How many things there are to paste.
    #[must_use]
    pub fn len(&self) -> usize {
        self.booths.len() + self.structures.len()
    }

    /// The box around what was copied, where it stood.
    #[must_use]
    pub fn bounds(&self) -> Option<Bounds> {
        let booths = self.booths.iter().map(|booth| booth.thing.outline.bounds());
        booths.chain(self.structures.iter().map(|structure| structure_bounds(&structure.thing))).reduce(Bounds::union)
    }

    /// Pastes into a hall with the middle at a point, or as near as the grid's step allows (0: no grid); what stood on the
    /// grid stands on it again. `None` where there is nothing to paste.
    #[must_use]
    pub fn paste(&self, hall: HallId, middle: Point, grid: Length) -> Option<Edit> {
        let way = middle - self.bounds()?.centre();
        self.put(hall, Offset::new(way.x.rounded_to(grid), way.y.rounded_to(grid)), Origin::Pasted)
    }

    /// Makes what was copied, moved by so much.
    pub(super) fn put(&self, hall: HallId, by: Offset, origin: Origin) -> Option<Edit> {
        let moved = |Copy { thing, binding }: &Copy<NewBooth>| Copy {
            thing: NewBooth { outline: thing.outline.moved(by), ..thing.clone() },
            binding: *binding,
        };
        let booths = self.booths.iter().map(moved).collect();
        let structures = self.structures.iter();
        let structures = structures.map(|copy| Copy { thing: copy.thing.moved(by), ..*copy }).collect();
        (!self.is_empty()).then_some(Edit::AddCopies { hall, booths, structures, origin })
    }
}
