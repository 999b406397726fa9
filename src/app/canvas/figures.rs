//! The figures of a gesture in words, as they stand beside the pointer.

use crate::geometry::{Length, Offset, Size};
use crate::text::{Texts, args};
use crate::tools::{Measure, Typing};

/// Stands where the next sign will be typed.
const CARET: char = '|';

/// What a gesture measures, or what is typed instead.
pub fn words(texts: &Texts, measure: &Measure, typing: Option<&Typing>) -> String {
    match typing {
        Some(typing) => typed(texts, measure, typing),
        None => measured(texts, measure),
    }
}

fn measured(texts: &Texts, measure: &Measure) -> String {
    match measure {
        Measure::Size(drawn) => format!("{} · {}", size(texts, *drawn), texts.area(drawn.area())),
        Measure::Block { rows, columns, count: booths, size: whole, area } => {
            // Places on which something stands are left out: rows times columns would be a wrong sum.
            let is_whole = u64::from(*rows) * u64::from(*columns) == *booths as u64;
            let block = if is_whole {
                texts.block_preview(args::BlockPreview { rows: *rows as usize, columns: *columns as usize, count: *booths })
            } else {
                texts.count_booths(args::CountBooths { count: *booths })
            };
            format!("{block} · {} · {}", texts.area(*area), size(texts, *whole))
        }
        Measure::Booths { count, area } => {
            format!("{} · {}", texts.count_booths(args::CountBooths { count: *count }), texts.area(*area))
        }
        Measure::Movement(by) => way(texts, *by),
        Measure::Angle(angle) => texts.angle(*angle),
        Measure::Length(length) => texts.length(*length),
        Measure::Path { total, way: line, area } => {
            let line = line.map(|line| way(texts, line));
            let area = area.map(|area| texts.area(area));
            [Some(texts.length(*total)), line, area].into_iter().flatten().collect::<Vec<_>>().join("   ")
        }
        Measure::Round { diameter, area } => format!("⌀ {} · {}", texts.length(*diameter), texts.area(*area)),
        Measure::Area(area) => texts.area(*area),
        Measure::Count(things) => texts.integer(i64::try_from(*things).unwrap_or(i64::MAX)),
    }
}

fn size(texts: &Texts, size: Size) -> String {
    let (width, depth) = (texts.length(size.width), texts.length(size.depth));
    texts.size_preview(args::SizePreview { width: &width, depth: &depth })
}

fn way(texts: &Texts, Offset { x, y }: Offset) -> String {
    let right = if x < Length::ZERO { "←" } else { "→" };
    let down = if y < Length::ZERO { "↑" } else { "↓" };
    format!("{right} {}   {down} {}", texts.length(x.abs()), texts.length(y.abs()))
}

/// Sizes have two figures, of which one is typed; everything else has one.
fn typed(texts: &Texts, measure: &Measure, typing: &Typing) -> String {
    let [first, second] = &typing.fields;
    let (Measure::Size(drawn) | Measure::Block { size: drawn, .. }) = measure else { return format!("{first}{CARET}") };
    let field = |typed: &str, active: bool, length: Length| match (typed.is_empty(), active) {
        (true, false) => texts.length(length),
        (_, true) => format!("{typed}{CARET}"),
        (false, false) => typed.to_owned(),
    };
    let (width, depth) = (field(first, !typing.second, drawn.width), field(second, typing.second, drawn.depth));
    texts.size_preview(args::SizePreview { width: &width, depth: &depth })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{Area, Units};
    use crate::text::Language;

    #[test]
    fn what_is_typed_stands_where_the_figure_was() {
        let texts = Texts::new(Language::English);
        let size = Measure::Size(Size::from_mm(4_000, 3_000));
        let typing = |first: &str, second: &str, in_second| Typing { fields: [first.into(), second.into()], second: in_second };
        assert_eq!(words(&texts, &size, None), "4.00\u{a0}m × 3.00\u{a0}m · 12\u{a0}m²");
        assert_eq!(words(&texts, &size, Some(&typing("4.5", "", false))), "4.5| × 3.00\u{a0}m");
        assert_eq!(words(&texts, &size, Some(&typing("4.5", "2", true))), "4.5 × 2|");
        let length = Measure::Length(Length::METRE);
        assert_eq!(words(&texts, &length, Some(&typing("12'6", "", false))), "12'6|");
    }

    #[test]
    fn a_way_tells_its_length_and_what_it_encloses() {
        let texts = Texts::new(Language::English).in_units(Units::Feet);
        let way = Some(Offset::new(Length::FOOT * -3, Length::FOOT * 4));
        let line = Measure::Path { total: Length::FOOT * 5, way, area: None };
        assert_eq!(words(&texts, &line, None), "5′   ← 3′   ↓ 4′");
        let area = Some(Area::from_units(3_048 * 3_048 * 12));
        let closed = Measure::Path { total: Length::FOOT * 12, way: None, area };
        assert_eq!(words(&texts, &closed, None), "12′   12\u{a0}sq ft");
    }
}
