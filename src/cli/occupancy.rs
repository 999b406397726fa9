//! How full a show is.

use std::path::Path;

use serde::Serialize;

use super::{Problem, work};
use crate::geometry::Area;
use crate::index::{Index, Occupancy};
use crate::plan::{CategoryId, Plan, StructureShape};
use crate::text::{Texts, args};

/// How full a show, a hall or a category is, for other programs.
#[derive(Serialize)]
struct Counted<'p> {
    name: &'p str,
    #[serde(flatten)]
    figures: Figures,
}

/// How full a show is, for other programs.
#[derive(Serialize)]
struct Whole<'p> {
    show: &'p str,
    #[serde(flatten)]
    figures: Figures,
    halls: Vec<Counted<'p>>,
    zones: Vec<Counted<'p>>,
    categories: Vec<Counted<'p>>,
}

#[derive(Serialize)]
struct Figures {
    filled: usize,
    sellable: usize,
    filled_area_m2: f64,
    sellable_area_m2: f64,
}

impl From<Occupancy> for Figures {
    fn from(occupancy: Occupancy) -> Self {
        Self {
            filled: occupancy.filled,
            sellable: occupancy.sellable,
            filled_area_m2: to_hundredths(occupancy.filled_area),
            sellable_area_m2: to_hundredths(occupancy.sellable_area),
        }
    }
}

/// Square metres with at most two decimals, as in the words.
fn to_hundredths(area: Area) -> f64 {
    (area.square_metres() * 100.0).round() / 100.0
}

/// How full the show of a file is, each of its halls and zones, and each category that has a booth for sale.
pub(super) fn occupancy(file: &Path, json: bool, texts: &Texts) -> Result<String, Problem> {
    let plan = work::open(file, texts)?.plan;
    Ok(if json { as_json(&plan) } else { in_words(&plan, texts) })
}

fn halls<'p>(plan: &'p Plan, index: &Index) -> Vec<(&'p str, Occupancy)> {
    plan.halls().iter().map(|(id, hall)| (hall.name.as_str(), index.hall(*id))).collect()
}

fn zones<'p>(plan: &'p Plan, index: &Index) -> Vec<(&'p str, Occupancy)> {
    let zones = plan.halls().keys().flat_map(|hall| index.zones(*hall));
    let named = zones.filter_map(|id| match &plan.get(id)?.shape {
        StructureShape::Zone { name, .. } => Some((name.as_str(), index.zone(id))),
        _ => None,
    });
    named.collect()
}

fn categories<'p>(plan: &'p Plan, index: &Index) -> Vec<(&'p str, Occupancy)> {
    let named = |(id, occupancy): (Option<CategoryId>, _)| Some((plan.get(id?)?.name.as_str(), occupancy));
    index.by_category().into_iter().filter_map(named).collect()
}

pub(super) fn as_json(plan: &Plan) -> String {
    let index = Index::new(plan);
    let counted = |of: Vec<(_, Occupancy)>| of.into_iter().map(|(name, full)| Counted { name, figures: full.into() }).collect();
    let whole = Whole {
        show: &plan.show().title(),
        figures: index.show().into(),
        halls: counted(halls(plan, &index)),
        zones: counted(zones(plan, &index)),
        categories: counted(categories(plan, &index)),
    };
    // Texts and finite figures are always JSON.
    serde_json::to_string_pretty(&whole).unwrap_or_default() + "\n"
}

pub(super) fn in_words(plan: &Plan, texts: &Texts) -> String {
    let index = Index::new(plan);
    let title = plan.show().title();
    let mut lines = vec![(if title.is_empty() { texts.file_untitled() } else { title }, index.show())];
    let indented = |(name, occupancy): (&str, _)| (format!("  {name}"), occupancy);
    lines.extend(halls(plan, &index).into_iter().map(indented));
    lines.extend(zones(plan, &index).into_iter().map(indented));
    lines.extend(categories(plan, &index).into_iter().map(indented));
    let lines = lines.into_iter().map(|(name, occupancy)| {
        let Occupancy { filled, sellable, .. } = occupancy;
        let percent = &texts.percent(filled, sellable);
        let slots = &texts.occupancy_line_percent(args::OccupancyLinePercent { filled, sellable, percent });
        let (filled, sellable) = (&texts.area(occupancy.filled_area), &texts.area(occupancy.sellable_area));
        let area = &texts.occupancy_area(args::OccupancyArea { filled, sellable });
        texts.cli_occupancy(args::CliOccupancy { name: &name, slots, area }) + "\n"
    });
    lines.collect()
}
