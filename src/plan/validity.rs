//! The rules that every plan keeps, checked for what a change touched.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Binding, Block, BlockId, Booking, BookingId, Booth, BoothId, Change, Exhibitor, ExhibitorId, Lookup, NameKey, Pattern, Plan,
    Stage, Structure, StructureShape, Violation, same_name,
};
use crate::geometry::{Length, Outline, Point};

/// Told of a rule that is broken; its answer says whether the check ends there or goes on to the next one.
pub(super) type Broken<'a> = &'a mut dyn FnMut(Violation) -> Result<(), Violation>;

/// Brings the plan's look-ups up to date with a change that its records already have, and checks every rule that the
/// change may have broken.
pub(super) fn settle(plan: &mut Plan, change: &Change) -> Result<(), Violation> {
    plan.lookup.forget(change);
    plan.lookup.learn(change)?;
    check(plan, change, &mut Err)
}

/// Checks every rule of a whole plan whose look-ups are up to date.
pub(super) fn check_all(plan: &Plan, broken: Broken<'_>) -> Result<(), Violation> {
    check(plan, &plan.making_of_the_few(), broken)?;
    plan.booths.iter().try_for_each(|(id, booth)| check_booth(plan, *id, booth, broken))?;
    plan.exhibitors.iter().try_for_each(|(id, exhibitor)| check_exhibitor(plan, *id, exhibitor, broken))?;
    plan.bookings.iter().try_for_each(|(id, booking)| check_booking(plan, *id, booking, broken))
}

/// Checks what a change may have broken.
fn check(plan: &Plan, change: &Change, broken: Broken<'_>) -> Result<(), Violation> {
    check_halls(plan, change, broken)?;
    check_categories(plan, change, broken)?;
    check_layers(plan, change, broken)?;
    check_blocks(plan, change, broken)?;
    check_structures(plan, change, broken)?;
    for delta in &change.booths {
        match &delta.after {
            Some(booth) => check_booth(plan, delta.id, booth, broken)?,
            None if plan.lookup.booking_of.contains_key(&delta.id) => broken(Violation::BoothInUse(delta.id))?,
            None => {}
        }
    }
    for delta in &change.exhibitors {
        match &delta.after {
            Some(exhibitor) => check_exhibitor(plan, delta.id, exhibitor, broken)?,
            None if plan.bookings_of(delta.id).next().is_some() => broken(Violation::ExhibitorInUse(delta.id))?,
            None => {}
        }
    }
    for delta in &change.bookings {
        if let Some(booking) = &delta.after {
            check_booking(plan, delta.id, booking, broken)?;
        }
    }
    Ok(())
}

impl Lookup {
    fn forget(&mut self, change: &Change) {
        for delta in &change.booths {
            if let Some(booth) = &delta.before {
                self.numbers.remove(&booth.number.key());
                if let Some(cell) = booth.cell {
                    self.leave_block(delta.id, cell.block);
                }
            }
        }
        for delta in &change.exhibitors {
            if let Some(exhibitor) = &delta.before {
                self.names.remove(&NameKey::of(exhibitor));
            }
        }
        for delta in &change.bookings {
            for booth in delta.before.iter().flat_map(|booking| &booking.booths) {
                self.booking_of.remove(booth);
            }
            for participant in delta.before.iter().flat_map(|booking| &booking.participants) {
                self.bookings_of.remove(&(participant.exhibitor, delta.id));
            }
        }
    }

    fn leave_block(&mut self, booth: BoothId, block: BlockId) {
        if let Some(booths) = self.booths_of.get_mut(&block) {
            booths.remove(&booth);
            if booths.is_empty() {
                self.booths_of.remove(&block);
            }
        }
    }

    fn learn(&mut self, change: &Change) -> Result<(), Violation> {
        for delta in &change.booths {
            let Some(booth) = &delta.after else { continue };
            if let Some(by) = self.numbers.insert(booth.number.key(), delta.id) {
                return Err(Violation::NumberTaken { booth: delta.id, number: booth.number.clone(), by });
            }
            if let Some(cell) = booth.cell {
                self.booths_of.entry(cell.block).or_default().insert(delta.id);
            }
        }
        for delta in &change.exhibitors {
            if let Some(exhibitor) = &delta.after {
                let key = NameKey::of(exhibitor);
                if key.is_empty() {
                    return Err(Violation::ExhibitorWithoutName(delta.id));
                }
                if self.names.insert(key, delta.id).is_some() {
                    return Err(Violation::ExhibitorNameTaken { exhibitor: delta.id, name: exhibitor.name.clone() });
                }
            }
        }
        for delta in &change.bookings {
            for booth in delta.after.iter().flat_map(|booking| &booking.booths) {
                match self.booking_of.insert(*booth, delta.id) {
                    Some(first) if first == delta.id => return Err(Violation::BookingBooths(delta.id)),
                    Some(first) => return Err(Violation::BookedTwice { booth: *booth, first, second: delta.id }),
                    None => {}
                }
            }
            for participant in delta.after.iter().flat_map(|booking| &booking.participants) {
                if self.bookings_of.insert((participant.exhibitor, delta.id)).is_some() {
                    return Err(Violation::BookingExhibitors(delta.id));
                }
            }
        }
        Ok(())
    }
}

/// How many have each name: counted once for all, for a file may bring thousands.
fn named<'a>(names: impl Iterator<Item = &'a String>) -> BTreeMap<String, usize> {
    let mut named = BTreeMap::new();
    names.for_each(|name| *named.entry(same_name(name)).or_default() += 1);
    named
}

fn check_halls(plan: &Plan, change: &Change, broken: Broken<'_>) -> Result<(), Violation> {
    let halls = if change.halls.is_empty() { BTreeMap::new() } else { named(plan.halls.values().map(|hall| &hall.name)) };
    for delta in &change.halls {
        let Some(hall) = &delta.after else {
            let in_use = plan.booths.values().any(|booth| booth.hall == delta.id)
                || plan.structures.values().any(|structure| structure.hall == delta.id)
                || plan.maps.values().any(|map| map.hall == delta.id)
                || plan.blocks.values().any(|block| block.hall == delta.id);
            if in_use {
                broken(Violation::HallInUse(delta.id))?;
            }
            continue;
        };
        let name = same_name(&hall.name);
        if name.is_empty() {
            broken(Violation::HallWithoutName(delta.id))?;
        }
        if halls.get(&name).is_some_and(|count| *count > 1) {
            broken(Violation::HallNameTaken { hall: delta.id, name: hall.name.clone() })?;
        }
        if !hall.outline.is_valid() {
            broken(Violation::HallOutline(delta.id))?;
        }
    }
    Ok(())
}

fn check_categories(plan: &Plan, change: &Change, broken: Broken<'_>) -> Result<(), Violation> {
    let categories = match change.categories.is_empty() {
        true => BTreeMap::new(),
        false => named(plan.categories.values().map(|category| &category.name)),
    };
    for delta in &change.categories {
        let Some(category) = &delta.after else {
            let in_use = plan.booths.values().any(|booth| booth.category == Some(delta.id))
                || plan.exhibitors.values().any(|exhibitor| exhibitor.categories.contains(&delta.id))
                || plan.structures.values().any(|structure| zone_category(&structure.shape) == Some(delta.id));
            if in_use {
                broken(Violation::CategoryInUse(delta.id))?;
            }
            continue;
        };
        let name = same_name(&category.name);
        if name.is_empty() {
            broken(Violation::CategoryWithoutName(delta.id))?;
        }
        if categories.get(&name).is_some_and(|count| *count > 1) {
            broken(Violation::CategoryNameTaken { category: delta.id, name: category.name.clone() })?;
        }
    }
    Ok(())
}

fn zone_category(shape: &StructureShape) -> Option<super::CategoryId> {
    match shape {
        StructureShape::Zone { category, .. } => *category,
        _ => None,
    }
}

fn check_layers(plan: &Plan, change: &Change, broken: Broken<'_>) -> Result<(), Violation> {
    let layers = if change.layers.is_empty() { BTreeMap::new() } else { named(plan.layers.values().map(|layer| &layer.name)) };
    for delta in &change.layers {
        let Some(layer) = &delta.after else {
            let is_on = |binding: &Binding| binding.layer == Some(delta.id);
            let in_use = plan.booths.values().any(|booth| is_on(&booth.binding))
                || plan.structures.values().any(|structure| is_on(&structure.binding))
                || plan.maps.values().any(|map| is_on(&map.binding));
            if in_use {
                broken(Violation::LayerInUse(delta.id))?;
            }
            continue;
        };
        let name = same_name(&layer.name);
        if name.is_empty() {
            broken(Violation::LayerWithoutName(delta.id))?;
        }
        if layers.get(&name).is_some_and(|count| *count > 1) {
            broken(Violation::LayerNameTaken { layer: delta.id, name: layer.name.clone() })?;
        }
    }
    Ok(())
}

fn has_layer(plan: &Plan, binding: &Binding) -> bool {
    binding.layer.is_none_or(|layer| plan.layers.contains_key(&layer))
}

fn check_blocks(plan: &Plan, change: &Change, broken: Broken<'_>) -> Result<(), Violation> {
    for delta in &change.blocks {
        match &delta.after {
            None => {
                if plan.block_size(delta.id) > 0 {
                    broken(Violation::BlockInUse(delta.id))?;
                }
            }
            Some(block) if !plan.halls.contains_key(&block.hall) => broken(Violation::BlockWithoutHall(delta.id))?,
            Some(block) if !is_valid_block(block) => broken(Violation::BlockPattern(delta.id))?,
            Some(_) => {}
        }
    }
    Ok(())
}

fn is_valid_block(block: &Block) -> bool {
    let is_side = |length: Length| length >= Outline::LEAST && length <= Length::LIMIT;
    let is_space = |length: Length| length >= Length::ZERO && length <= Length::LIMIT;
    let is_count = |count: u32| (1..=Pattern::MOST_ROWS).contains(&count);
    let fits = match &block.pattern {
        Pattern::Grid { origin, rows, columns, .. } => origin.is_within_limits() && is_count(*rows) && is_count(*columns),
        Pattern::Line { path, rows } => {
            (2..=Outline::MOST_CORNERS).contains(&path.len())
                && path.iter().all(|corner| corner.is_within_limits())
                && is_count(*rows)
        }
        Pattern::Arc { centre, radius, rows, .. } => centre.is_within_limits() && is_side(*radius) && is_count(*rows),
        Pattern::Fill { floor, .. } => floor.is_valid(),
    };
    fits && is_side(block.booth.width)
        && is_side(block.booth.depth)
        && is_space(block.spacing.aisle)
        && is_space(block.spacing.gap)
}

fn check_structures(plan: &Plan, change: &Change, broken: Broken<'_>) -> Result<(), Violation> {
    for delta in &change.structures {
        if let Some(structure) = &delta.after {
            if !plan.halls.contains_key(&structure.hall) {
                broken(Violation::StructureWithoutHall(delta.id))?;
            }
            if !is_valid_structure(structure) {
                broken(Violation::StructureShape(delta.id))?;
            }
            if !has_layer(plan, &structure.binding) {
                broken(Violation::StructureWithoutLayer(delta.id))?;
            }
            if zone_category(&structure.shape).is_some_and(|category| !plan.categories.contains_key(&category)) {
                broken(Violation::ZoneWithoutCategory(delta.id))?;
            }
        }
    }
    for delta in &change.maps {
        if let Some(map) = &delta.after {
            if !plan.halls.contains_key(&map.hall) {
                broken(Violation::MapWithoutHall(delta.id))?;
            }
            if !map.part().is_on(map.sheet) || !map.outline().is_valid() || !map.sheet_outline().is_valid() {
                broken(Violation::MapPlacement(delta.id))?;
            }
            if !has_layer(plan, &map.binding) {
                broken(Violation::MapWithoutLayer(delta.id))?;
            }
        }
    }
    Ok(())
}

fn is_valid_structure(structure: &Structure) -> bool {
    let is_length = |length: Length| length >= Outline::LEAST && length <= Length::LIMIT;
    let is_line =
        |from: Point, to: Point| from.is_within_limits() && to.is_within_limits() && from.distance(to) >= Outline::LEAST;
    let is_text = |text: &str| !text.trim().is_empty() && !text.chars().any(char::is_control);
    match &structure.shape {
        StructureShape::Wall { from, to, thickness } => is_line(*from, *to) && is_length(*thickness),
        StructureShape::Arrow { from, to } => is_line(*from, *to),
        StructureShape::Dimension { from, to, offset } => {
            is_line(*from, *to) && *offset >= -Length::LIMIT && *offset <= Length::LIMIT
        }
        StructureShape::Column(outline) | StructureShape::NoBuild(outline) => outline.is_valid(),
        StructureShape::Zone { outline, name, .. } => outline.is_valid() && is_text(name),
        StructureShape::Utility { at, number, .. } => at.is_within_limits() && !number.chars().any(char::is_control),
        StructureShape::Door { at, width, .. } => at.is_within_limits() && is_length(*width),
        StructureShape::Text { at, height, text, .. } => at.is_within_limits() && is_length(*height) && is_text(text),
    }
}

fn check_booth(plan: &Plan, id: BoothId, booth: &Booth, broken: Broken<'_>) -> Result<(), Violation> {
    if !plan.halls.contains_key(&booth.hall) {
        broken(Violation::BoothWithoutHall(id))?;
    }
    if !booth.outline.is_valid() {
        broken(Violation::BoothOutline(id))?;
    }
    if booth.category.is_some_and(|category| !plan.categories.contains_key(&category)) {
        broken(Violation::BoothWithoutCategory(id))?;
    }
    if !has_layer(plan, &booth.binding) {
        broken(Violation::BoothWithoutLayer(id))?;
    }
    if let Some(cell) = booth.cell
        && plan.blocks.get(&cell.block).is_none_or(|block| block.hall != booth.hall)
    {
        broken(Violation::BoothWithoutBlock(id))?;
    }
    match plan.booking_of(id) {
        Some(booking) if booth.blocked => broken(Violation::BlockedAndBooked { booth: id, booking }),
        _ => Ok(()),
    }
}

fn check_exhibitor(plan: &Plan, id: ExhibitorId, exhibitor: &Exhibitor, broken: Broken<'_>) -> Result<(), Violation> {
    let distinct: BTreeSet<_> = exhibitor.categories.iter().collect();
    let known = exhibitor.categories.iter().all(|category| plan.categories.contains_key(category));
    if known && distinct.len() == exhibitor.categories.len() { Ok(()) } else { broken(Violation::ExhibitorCategories(id)) }
}

fn check_booking(plan: &Plan, id: BookingId, booking: &Booking, broken: Broken<'_>) -> Result<(), Violation> {
    if booking.participants.iter().any(|participant| !plan.exhibitors.contains_key(&participant.exhibitor)) {
        broken(Violation::BookingExhibitors(id))?;
    }
    let for_nobody = matches!(booking.stage, Stage::Held { .. }) && booking.participants.is_empty();
    if booking.mains().next().is_none() && !for_nobody {
        broken(Violation::BookingWithoutMain(id))?;
    }
    for booth in &booking.booths {
        match plan.booths.get(booth) {
            None => broken(Violation::BookingBooths(id))?,
            Some(record) if record.blocked => broken(Violation::BlockedAndBooked { booth: *booth, booking: id })?,
            Some(_) => {}
        }
    }
    Ok(())
}
