//! What groups of shapes most likely are: by the names of their layers, else by their shapes and texts.

use super::{DrawnGroup, DrawnHall, DrawnRole};
use crate::geometry::Outline;
use crate::import::words::plain;

/// Floor of the smallest and the largest booth, in square metres.
const BOOTH: std::ops::RangeInclusive<f64> = 0.5..=5_000.0;
/// Half of the booths of a show are smaller, in square metres.
const USUAL: f64 = 500.0;
/// Floor of the largest column, in square metres.
const COLUMN: f64 = 4.0;
/// From so many shapes alike on a group without names and texts is taken for booths.
const MANY: usize = 8;

impl DrawnHall {
    /// What each group most likely is.
    #[must_use]
    pub fn guess(&self) -> Vec<DrawnRole> {
        let named: Vec<_> = self.groups.iter().map(|group| named(group).filter(|role| self.fits(*role, group))).collect();
        let has_booths = named.contains(&Some(DrawnRole::Booths));
        let is_numbered = |(place, group): (usize, &DrawnGroup)| group.numbered > 0 && self.is_mostly_numbered(place, group);
        let has_numbers = self.groups.iter().enumerate().any(is_numbered);
        // With neither names nor numbers the largest group of areas that could be booths.
        let likely = (0..self.groups.len()).filter(|place| !has_booths && !has_numbers && self.could_be_booths(*place));
        let likely = likely.max_by_key(|place| self.groups.get(*place).map(|group| group.shapes));
        let guess = |(place, group): (usize, &DrawnGroup)| match named.get(place) {
            Some(Some(role)) => *role,
            _ if !has_booths && is_numbered((place, group)) => DrawnRole::Booths,
            _ if likely == Some(place) => DrawnRole::Booths,
            _ if self.are_columns(place, group) => DrawnRole::Columns,
            _ => DrawnRole::Ignored,
        };
        self.groups.iter().enumerate().map(guess).collect()
    }

    fn fits(&self, role: DrawnRole, group: &DrawnGroup) -> bool {
        match role {
            DrawnRole::Booths => group.areas.is_some_and(|(_, most)| most.square_metres() >= *BOOTH.start()),
            DrawnRole::Columns => group.areas.is_some_and(|(least, _)| least.square_metres() <= COLUMN),
            DrawnRole::Walls | DrawnRole::Doors => !group.by_lines && group.shapes + group.lines > 0,
            DrawnRole::Ignored => true,
        }
    }

    fn areas(&self, place: usize) -> impl Iterator<Item = f64> + '_ {
        self.shapes.iter().filter(move |shape| shape.group == place).map(|shape| shape.area.square_metres())
    }

    /// Whether most shapes that are as large as booths have a number, and there are such shapes. One large room with a text in it
    /// is none.
    fn is_mostly_numbered(&self, place: usize, group: &DrawnGroup) -> bool {
        let of_booth_size = self.areas(place).filter(|area| BOOTH.contains(area)).count();
        of_booth_size > 0 && group.numbered * 2 >= of_booth_size && self.median_area(place).is_some_and(|area| area <= USUAL)
    }

    fn median_area(&self, place: usize) -> Option<f64> {
        let mut areas: Vec<f64> = self.areas(place).collect();
        areas.sort_by(f64::total_cmp);
        areas.get(areas.len() / 2).copied()
    }

    fn could_be_booths(&self, place: usize) -> bool {
        self.areas(place).count() >= MANY && self.median_area(place).is_some_and(|median| (2.0..=200.0).contains(&median))
    }

    /// Small rounds and rectangles without texts, three and more. Letters that are drawn as shapes are no rectangles.
    fn are_columns(&self, place: usize, group: &DrawnGroup) -> bool {
        let mut shapes = self.shapes.iter().filter(|shape| shape.group == place);
        let is_column = |outline: &Outline| {
            let size = outline.size();
            let (short, long) = (size.width.min(size.depth), size.width.max(size.depth));
            !matches!(outline, Outline::Polygon(_)) && short.tenths() >= 1_000 && long <= short * 3
        };
        group.shapes >= 3
            && group.lines == 0
            && group.numbered == 0
            && group.areas.is_some_and(|(_, most)| most.square_metres() <= COLUMN)
            && shapes.all(|shape| shape.outline.as_ref().is_some_and(is_column))
    }
}

/// What the name of a group's layer says.
fn named(group: &DrawnGroup) -> Option<DrawnRole> {
    let name = plain(&group.layer);
    let words = || name.split(' ').map(|word| word.trim_end_matches(|sign: char| sign.is_ascii_digit()));
    let any = |known: &[&str]| words().any(|word| known.contains(&word));
    let begins = |known: &[&str]| words().any(|word| known.iter().any(|stem| word.starts_with(stem)));
    // Words about booths are for their texts too; a layer of names has no shapes that are booths.
    if any(&["name", "names", "number", "numbers", "text", "texts", "texte", "noms", "numeros", "status", "sign", "signs"]) {
        return Some(DrawnRole::Ignored);
    }
    if any(&["exit", "exits", "door", "doors", "porte", "portes", "sortie", "sorties", "issue", "issues", "tur", "turen"])
        || begins(&["ausgang", "notausgang", "eingang", "entrance", "entree", "tuer", "dorr"])
    {
        Some(DrawnRole::Doors)
    } else if begins(&["column", "pillar", "poteau", "pilier", "colonne", "saule", "saeule", "stutze", "stuetze", "pelare"]) {
        Some(DrawnRole::Columns)
    } else if any(&["wall", "walls", "mur", "murs", "cloison", "cloisons", "wand", "wande", "waende", "vagg", "vaggar"]) {
        Some(DrawnRole::Walls)
    } else if any(&["stand", "stands", "stande", "staende", "koje", "kojen", "monter", "montrar", "kiosk", "kiosks"])
        || begins(&["booth", "emplacement", "standfl", "messestand"])
    {
        Some(DrawnRole::Booths)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::Rgba;

    #[test]
    fn layers_are_known_by_their_names_in_three_languages() {
        use DrawnRole as R;
        for (layer, role) in [
            ("STANDS", Some(R::Booths)),
            ("Booths 2026", Some(R::Booths)),
            ("Hall4_Standflächen", Some(R::Booths)),
            ("emplacements", Some(R::Booths)),
            ("A-WALL-FULL", Some(R::Walls)),
            ("Cloisons", Some(R::Walls)),
            ("Säulen", Some(R::Columns)),
            ("POTEAUX", Some(R::Columns)),
            ("Sorties de secours", Some(R::Doors)),
            ("Türen", Some(R::Doors)),
            ("STAND NAMES", Some(R::Ignored)),
            ("standard", None),
            ("0", None),
        ] {
            let group = DrawnGroup {
                layer: layer.to_owned(),
                colour: Rgba::BLACK,
                by_lines: false,
                shapes: 1,
                lines: 0,
                areas: None,
                numbered: 0,
            };
            assert_eq!(named(&group), role, "{layer}");
        }
    }
}
