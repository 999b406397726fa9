//! The layers of a drawing as a file: what is drawn in one go, in the order in which it is painted.

use crate::scene::{BoothText, Item, Role};

/// A layer of a file. The names are those that programs which read drawings look for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Layer {
    /// The floor with zones, doors and texts, and the sheet's title.
    Hall,
    /// Walls.
    Walls,
    /// Booths.
    Booths,
    /// Those that are not for sale: who reads the file sees no letter in them.
    BoothsBlocked,
    /// The logos on them.
    Logos,
    /// Their numbers.
    Numbers,
    /// The letters of their statuses.
    Status,
    /// Who is on them.
    Names,
    /// What is shown on them.
    Categories,
    /// Columns.
    Columns,
    /// Signs, dimensions and the legend.
    Signs,
}

impl Layer {
    /// What the layer is called in files, in every language.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Hall => "hall",
            Self::Walls => "walls",
            Self::Booths => "booths",
            Self::BoothsBlocked => "booths blocked",
            Self::Logos => "logos",
            Self::Numbers => "numbers",
            Self::Status => "status",
            Self::Names => "names",
            Self::Categories => "categories",
            Self::Columns => "columns",
            Self::Signs => "signs",
        }
    }
}

/// The items of a scene in runs of one layer. Nothing is painted over another thing than before: only the texts of booths, which
/// do not lie over one another, change their order.
pub(super) fn in_layers(items: &[Item]) -> Vec<(Layer, Vec<&Item>)> {
    let of_booth = |item: &Item| match item {
        Item::Shape(shape) => shape.booth.map(|_| match shape.hatch {
            Some(_) => Layer::BoothsBlocked,
            None => Layer::Booths,
        }),
        Item::Text(text) => text.of_booth().map(|text| match text {
            BoothText::Number => Layer::Numbers,
            BoothText::Status => Layer::Status,
            BoothText::Names => Layer::Names,
            BoothText::Category => Layer::Categories,
        }),
        Item::Logo(_) => Some(Layer::Logos),
        Item::Picture(_) | Item::Wash(_) | Item::Line(_) => None,
    };
    let first = items.iter().position(|item| of_booth(item).is_some()).unwrap_or(items.len());
    let last = items.iter().rposition(|item| of_booth(item).is_some()).map_or(items.len(), |last| last + 1);
    let mut layered: Vec<(Layer, &Item)> = Vec::with_capacity(items.len());
    for (place, item) in items.iter().enumerate() {
        let is_solid = matches!(item, Item::Shape(shape) if shape.fill == Some(Role::Wall) && shape.edge.is_none());
        let layer = of_booth(item).unwrap_or(match (place < first, is_solid) {
            (true, true) => Layer::Walls,
            (true, false) => Layer::Hall,
            (false, true) => Layer::Columns,
            (false, false) => Layer::Signs,
        });
        layered.push((layer, item));
    }
    if let Some(booths) = layered.get_mut(first..last) {
        booths.sort_by_key(|(layer, _)| *layer);
    }
    let mut runs: Vec<(Layer, Vec<&Item>)> = Vec::new();
    for (layer, item) in layered {
        match runs.last_mut() {
            Some((same, run)) if *same == layer => run.push(item),
            _ => runs.push((layer, vec![item])),
        }
    }
    runs
}
