//! A list of booths with their places.

use super::words::{plain, status, tidy};
use crate::geometry::{Angle, Length, Point, Size};
use crate::plan::{Number, NumberKey, Status};
use crate::reader::Row;
use std::collections::BTreeMap;

/// What a column of a list of booths holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum BoothColumn {
    Number,
    X,
    Y,
    Width,
    Depth,
    Rotation,
    Exhibitor,
    Status,
    Category,
}

impl BoothColumn {
    /// The order of a list without titles.
    const ORDER: [Self; 9] =
        [Self::Number, Self::X, Self::Y, Self::Width, Self::Depth, Self::Rotation, Self::Exhibitor, Self::Status, Self::Category];
    const NEEDED: [Self; 5] = [Self::Number, Self::X, Self::Y, Self::Width, Self::Depth];

    fn of_title(title: &str) -> Option<Self> {
        let title = plain(title);
        // "Width (m)" is width too.
        let title = title.strip_suffix(" m").unwrap_or(&title);
        Some(match title {
            "number" | "numero" | "no" | "n" | "nr" | "booth" | "stand" | "booth number" | "stand number" | "n de stand"
            | "n stand" | "numero de stand" | "emplacement" => Self::Number,
            "x" => Self::X,
            "y" => Self::Y,
            "width" | "largeur" | "w" | "facade" => Self::Width,
            "depth" | "profondeur" | "d" | "height" | "h" => Self::Depth,
            "rotation" | "angle" | "rot" => Self::Rotation,
            "exhibitor" | "exposant" | "company" | "societe" | "name" | "nom" => Self::Exhibitor,
            "status" | "statut" => Self::Status,
            "category" | "categorie" => Self::Category,
            _ => return None,
        })
    }
}

/// One booth of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoothRow {
    /// Line in the file.
    pub line: u32,
    /// Unique in the list.
    pub number: Number,
    /// Its top-left corner before it is turned.
    pub corner: Point,
    /// Both sides above zero.
    pub size: Size,
    /// Clockwise about its centre.
    pub rotation: Angle,
    /// Empty where the list says none.
    pub exhibitor: String,
    /// `None` where the list says none.
    pub status: Option<Status>,
    /// Empty where the list says none.
    pub category: String,
}

/// What a list of booths holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BoothTable {
    /// The booths in the list's order.
    pub rows: Vec<BoothRow>,
    /// What could not be used, in the list's order.
    pub problems: Vec<BoothProblem>,
    /// The columns that a list must have and this one has not; then nothing of it was read.
    pub missing: Vec<BoothColumn>,
}

/// A cell that cannot be used; its row is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoothProblem {
    /// Line in the file.
    pub line: u32,
    /// Column in the file, from 1.
    pub column: usize,
    /// What is wrong.
    pub kind: BoothProblemKind,
}

/// What can be wrong with a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BoothProblemKind {
    /// No number, or one that cannot be.
    NotANumber {
        /// What stands there.
        text: String,
    },
    /// The number stands on an earlier line.
    SameNumber {
        /// The earlier line.
        line: u32,
    },
    /// Not a figure.
    NotAFigure {
        /// What stands there.
        text: String,
    },
    /// A figure that no hall is large enough for.
    OutOfRange {
        /// What stands there.
        text: String,
    },
    /// A side that is not above zero.
    NotPositive {
        /// What stands there.
        text: String,
    },
    /// What stands for a status is none that is known.
    UnknownStatus {
        /// What stands there.
        text: String,
    },
}

/// Longest side of a booth, and the farthest place from the hall's corner.
const LONGEST_SIDE: Length = Length::from_mm(1_000_000);

/// Reads the booths of a list: number, x, y, width and depth in metres with a decimal point or comma, and perhaps rotation
/// in degrees, exhibitor, status and category. Without titles the columns stand in that order.
#[must_use]
pub fn booths(rows: &[Row]) -> BoothTable {
    let (columns, data) = match find_columns(rows) {
        Ok(found) => found,
        Err(missing) => return BoothTable { missing, ..BoothTable::default() },
    };
    let mut table = BoothTable::default();
    let mut lines = BTreeMap::<NumberKey, u32>::new();
    for row in data {
        match (BoothCells { row, columns: &columns }).read(&mut lines) {
            Ok(booth) => table.rows.push(booth),
            Err(problem) => table.problems.push(problem),
        }
    }
    table
}

type ColumnsAndRows<'a> = (BTreeMap<BoothColumn, usize>, &'a [Row]);

fn find_columns(rows: &[Row]) -> Result<ColumnsAndRows<'_>, Vec<BoothColumn>> {
    let missing = |columns: &BTreeMap<BoothColumn, usize>| -> Vec<BoothColumn> {
        BoothColumn::NEEDED.into_iter().filter(|column| !columns.contains_key(column)).collect()
    };
    let Some((first, rest)) = rows.split_first() else { return Err(BoothColumn::NEEDED.to_vec()) };
    let mut columns = BTreeMap::new();
    for (index, cell) in first.cells.iter().enumerate() {
        if let Some(column) = BoothColumn::of_title(cell) {
            columns.entry(column).or_insert(index);
        }
    }
    let still_missing = missing(&columns);
    if still_missing.is_empty() {
        return Ok((columns, rest));
    }
    let figures = first.cells.iter().skip(1).take(4).filter(|cell| figure(cell).is_some()).count();
    if figures == 4 {
        return Ok((BoothColumn::ORDER.into_iter().zip(0..).collect(), rows));
    }
    Err(still_missing)
}

/// A figure with a decimal point or comma.
fn figure(text: &str) -> Option<f64> {
    let text: String = text.chars().filter(|character| !character.is_whitespace()).collect();
    let is_plain = text.chars().all(|character| character.is_ascii_digit() || matches!(character, '.' | ',' | '-' | '+'));
    is_plain.then(|| text.replace(',', ".").parse().ok()).flatten()
}

struct BoothCells<'a> {
    row: &'a Row,
    columns: &'a BTreeMap<BoothColumn, usize>,
}

impl BoothCells<'_> {
    fn read(&self, lines: &mut BTreeMap<NumberKey, u32>) -> Result<BoothRow, BoothProblem> {
        use BoothColumn as C;
        let text = self.text(C::Number);
        let Some(number) = Number::new(&text) else {
            return Err(self.problem(C::Number, BoothProblemKind::NotANumber { text }));
        };
        if let Some(line) = lines.get(&number.key()) {
            return Err(self.problem(C::Number, BoothProblemKind::SameNumber { line: *line }));
        }
        let corner = Point { x: self.length(C::X)?, y: self.length(C::Y)? };
        let size = Size { width: self.side(C::Width)?, depth: self.side(C::Depth)? };
        let rotation = self.rotation()?;
        let text = self.text(C::Status);
        let known = status(&text);
        if known.is_none() && !text.is_empty() {
            return Err(self.problem(C::Status, BoothProblemKind::UnknownStatus { text }));
        }
        lines.insert(number.key(), self.row.line);
        Ok(BoothRow {
            line: self.row.line,
            number,
            corner,
            size,
            rotation,
            exhibitor: self.text(C::Exhibitor),
            status: known,
            category: self.text(C::Category),
        })
    }

    fn text(&self, column: BoothColumn) -> String {
        self.columns.get(&column).and_then(|index| self.row.cells.get(*index)).map(|cell| tidy(cell)).unwrap_or_default()
    }

    fn problem(&self, column: BoothColumn, kind: BoothProblemKind) -> BoothProblem {
        let column = self.columns.get(&column).map_or(0, |index| index + 1);
        BoothProblem { line: self.row.line, column, kind }
    }

    fn length(&self, column: BoothColumn) -> Result<Length, BoothProblem> {
        let text = self.text(column);
        let Some(metres) = figure(&text) else {
            return Err(self.problem(column, BoothProblemKind::NotAFigure { text }));
        };
        let length = Length::from_metres(metres).filter(|length| length.abs() <= LONGEST_SIDE);
        length.ok_or_else(|| self.problem(column, BoothProblemKind::OutOfRange { text }))
    }

    fn side(&self, column: BoothColumn) -> Result<Length, BoothProblem> {
        let length = self.length(column)?;
        if length > Length::ZERO {
            return Ok(length);
        }
        Err(self.problem(column, BoothProblemKind::NotPositive { text: self.text(column) }))
    }

    fn rotation(&self) -> Result<Angle, BoothProblem> {
        let text = self.text(BoothColumn::Rotation);
        if text.is_empty() {
            return Ok(Angle::ZERO);
        }
        let Some(degrees) = figure(&text) else {
            return Err(self.problem(BoothColumn::Rotation, BoothProblemKind::NotAFigure { text }));
        };
        Angle::from_degrees(degrees)
            .filter(|_| degrees.abs() <= 360.0)
            .ok_or_else(|| self.problem(BoothColumn::Rotation, BoothProblemKind::OutOfRange { text }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(lines: &[&str]) -> Vec<Row> {
        let row =
            |(index, line): (usize, &&str)| Row { line: index as u32 + 1, cells: line.split(';').map(str::to_owned).collect() };
        lines.iter().enumerate().map(row).collect()
    }

    #[test]
    fn booths_are_read_with_decimal_points_and_commas_in_any_order_of_columns() {
        let table =
            booths(&rows(&["Numéro;Largeur;Profondeur;x;y;Statut;Exposant", "A1;3;2,5;-0.5;1,25;payé;Acme", "A2;3 m;2;0;0"]));
        assert_eq!(table.rows.len(), 1);
        let booth = &table.rows[0];
        assert_eq!((booth.line, booth.number.as_str(), booth.exhibitor.as_str()), (2, "A1", "Acme"));
        assert_eq!(booth.corner, Point::new(Length::from_mm(-500), Length::from_mm(1_250)));
        assert_eq!(booth.size, Size::from_mm(3_000, 2_500));
        assert_eq!((booth.status, booth.rotation), (Some(Status::Paid), Angle::ZERO));
        assert_eq!(
            table.problems,
            [BoothProblem { line: 3, column: 2, kind: BoothProblemKind::NotAFigure { text: "3 m".into() } }]
        );
    }

    #[test]
    fn a_list_without_titles_has_the_usual_order() {
        let table = booths(&rows(&["A1;0;0;3;3;45;Acme;reserved;Storage", "A2;3;0;3;3"]));
        assert_eq!(table.rows.len(), 2);
        assert_eq!(table.rows[0].rotation, Angle::from_thousandths(45_000));
        assert_eq!(table.rows[0].category, "Storage");
    }

    #[test]
    fn figures_that_cannot_be_are_told_with_line_and_column() {
        use BoothProblemKind as P;
        let text = |text: &str| text.to_owned();
        let table: &[(&str, usize, P)] = &[
            ("A1;NaN;0;3;3", 2, P::NotAFigure { text: text("NaN") }),
            ("A1;inf;0;3;3", 2, P::NotAFigure { text: text("inf") }),
            ("A1;1e9;0;3;3", 2, P::NotAFigure { text: text("1e9") }),
            ("A1;;0;3;3", 2, P::NotAFigure { text: text("") }),
            ("A1;0;99999999999;3;3", 3, P::OutOfRange { text: text("99999999999") }),
            ("A1;0;0;-3;3", 4, P::NotPositive { text: text("-3") }),
            ("A1;0;0;3;0", 5, P::NotPositive { text: text("0") }),
            ("A1;0;0;3;3;9999", 6, P::OutOfRange { text: text("9999") }),
            (";0;0;3;3", 1, P::NotANumber { text: text("") }),
            ("a0;0;0;3;3", 1, P::SameNumber { line: 2 }),
        ];
        for (line, column, kind) in table {
            let read = booths(&rows(&["number;x;y;width;depth;rotation", "A0;0;0;3;3", line]));
            assert_eq!(read.rows.len(), 1, "{line}");
            assert_eq!(read.problems, [BoothProblem { line: 3, column: *column, kind: kind.clone() }], "{line}");
        }
    }

    #[test]
    fn a_list_without_its_columns_is_refused_and_says_which() {
        assert_eq!(booths(&rows(&["number;x;y", "A1;0;0"])).missing, [BoothColumn::Width, BoothColumn::Depth]);
        assert_eq!(booths(&[]).missing.len(), 5);
    }
}
