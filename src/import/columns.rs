//! What each column of a list of exhibitors holds.

use super::cells::{is_number_with_digits, split_numbers};
use super::words::{is_plain_country, plain, plain_status, tidy};
use crate::reader::Row;
use std::collections::BTreeSet;

/// How far down the titles are looked for.
const TITLES_WITHIN: usize = 20;
/// From how many full cells on a column's values can be said to mostly repeat.
const ENOUGH_TO_REPEAT: usize = 8;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ColumnRole {
    /// The exhibitor's name.
    Name,
    /// The numbers of its booths.
    Number,
    /// Its country.
    Country,
    /// What it shows.
    Category,
    /// Where it stands roughly (building, hall, floor); not imported.
    Group,
    /// Its address on the web.
    Website,
    /// Whom to call: a person, an e-mail address, a telephone.
    Contact,
    /// Anything else worth keeping.
    Note,
    /// How far its booking has come.
    Status,
    /// Not imported.
    Ignored,
}

impl ColumnRole {
    /// All of them, in the order of a menu.
    pub const ALL: [Self; 10] = [
        Self::Name,
        Self::Number,
        Self::Country,
        Self::Category,
        Self::Group,
        Self::Website,
        Self::Contact,
        Self::Note,
        Self::Status,
        Self::Ignored,
    ];

    /// Whether only one column of a list can have this role.
    #[must_use]
    pub const fn is_single(self) -> bool {
        matches!(self, Self::Name | Self::Country | Self::Website | Self::Status)
    }
}

/// Which row holds the titles, and what each column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    header: Option<usize>,
    titles: Vec<String>,
    roles: Vec<ColumnRole>,
}

impl Columns {
    /// Finds the titles and what the columns hold: by title where there are titles, by content where there are none.
    /// A column of stand numbers whose values mostly repeat holds groups, and is taken as a category.
    #[must_use]
    pub fn recognise(rows: &[Row]) -> Columns {
        Self::with_header(rows, find_header(rows))
    }

    /// The same with the titles in a row chosen by hand (an index into the rows), or in none.
    #[must_use]
    pub fn with_header(rows: &[Row], header: Option<usize>) -> Columns {
        let header = header.filter(|header| *header < rows.len());
        let data = rows.get(header.map_or(0, |header| header + 1)..).unwrap_or_default();
        let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
        let contents: Vec<Content> = (0..width).map(|column| Content::of(data, column)).collect();
        let title = |column| header.and_then(|header| rows.get(header)?.cells.get(column));
        let titles: Vec<String> = (0..width).map(|column| title(column).map(|title| tidy(title)).unwrap_or_default()).collect();
        let mut columns = Columns { header, titles, roles: vec![ColumnRole::Ignored; width] };
        if header.is_some() {
            columns.take_titles(&contents);
        }
        columns.take_contents(&contents);
        columns
    }

    /// Index of the row of titles among the rows.
    #[must_use]
    pub fn header(&self) -> Option<usize> {
        self.header
    }

    /// How many columns there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.roles.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.roles.is_empty()
    }

    /// The title of a column; empty where it has none.
    #[must_use]
    pub fn title(&self, column: usize) -> &str {
        self.titles.get(column).map_or("", String::as_str)
    }

    /// What a column holds.
    #[must_use]
    pub fn role(&self, column: usize) -> ColumnRole {
        self.roles.get(column).copied().unwrap_or(ColumnRole::Ignored)
    }

    /// Says by hand what a column holds; another column that had a role which only one can have is then ignored.
    pub fn set_role(&mut self, column: usize, role: ColumnRole) {
        if role.is_single() {
            self.roles.iter_mut().filter(|other| **other == role).for_each(|other| *other = ColumnRole::Ignored);
        }
        if let Some(place) = self.roles.get_mut(column) {
            *place = role;
        }
    }

    /// Takes columns of stand numbers that mostly repeat for what they are after all, where most of their values are numbers of
    /// the show: then many exhibitors share a booth. Columns that groups or halls are said to stand in stay what they are.
    pub(super) fn know_numbers(&mut self, rows: &[Row], is_known: impl Fn(&str) -> bool) {
        let data = rows.get(self.header.map_or(0, |header| header + 1)..).unwrap_or_default();
        for column in 0..self.len() {
            let may_be = match named(self.title(column)) {
                Some(named) => named.role == ColumnRole::Number && self.role(column) == ColumnRole::Category,
                None => self.header.is_none() && self.role(column) == ColumnRole::Group,
            };
            if !may_be {
                continue;
            }
            let cells = data.iter().filter_map(|row| row.cells.get(column)).map(|cell| split_numbers(cell, &is_known));
            let (mut full, mut known) = (0, 0);
            for numbers in cells.filter(|numbers| !numbers.is_empty()) {
                full += 1;
                known += usize::from(numbers.iter().all(|number| is_known(number)));
            }
            if known * 2 > full {
                self.set_role(column, ColumnRole::Number);
            }
        }
    }

    /// The columns of a role, from the left.
    pub fn having(&self, role: ColumnRole) -> impl Iterator<Item = usize> + '_ {
        self.roles.iter().enumerate().filter(move |(_, has)| **has == role).map(|(column, _)| column)
    }

    fn has(&self, role: ColumnRole) -> bool {
        self.roles.contains(&role)
    }

    fn take_titles(&mut self, contents: &[Content]) {
        let named: Vec<Option<Named>> = self.titles.iter().map(|title| named(title)).collect();
        let best_name = named.iter().flatten().filter(|named| named.role == ColumnRole::Name).map(|named| named.strength).max();
        for (column, (named, content)) in named.iter().zip(contents).enumerate() {
            let Some(named) = named else { continue };
            let role = match named.role {
                // "Company" and "Name" side by side: then the name is a person's.
                ColumnRole::Name if Some(named.strength) < best_name && named.strength == PLAIN => ColumnRole::Contact,
                ColumnRole::Name if Some(named.strength) < best_name || self.has(ColumnRole::Name) => ColumnRole::Note,
                // "No" or "#" may only count the rows.
                ColumnRole::Number if named.strength == PLAIN && content.counts_rows => ColumnRole::Ignored,
                ColumnRole::Number if content.mostly_repeats => ColumnRole::Category,
                ColumnRole::Status if content.full > 0 && content.statuses == 0 => ColumnRole::Note,
                role if role.is_single() && self.has(role) => ColumnRole::Note,
                role => role,
            };
            self.set_role(column, role);
        }
    }

    /// Gives the roles that the titles did not.
    fn take_contents(&mut self, contents: &[Content]) {
        let free = |columns: &Self, column: &usize| {
            columns.role(*column) == ColumnRole::Ignored && named(columns.title(*column)).is_none()
        };
        if self.header.is_none() {
            for (column, content) in contents.iter().enumerate() {
                if let Some(role) = content.role().filter(|role| !(role.is_single() && self.has(*role))) {
                    self.set_role(column, role);
                }
            }
        }
        if !self.has(ColumnRole::Name) {
            let texts = (0..contents.len()).filter(|column| free(self, column));
            let most_telling =
                texts.max_by_key(|column| (contents.get(*column).map(|content| content.telling), usize::MAX - column));
            if let Some(column) = most_telling.filter(|column| contents.get(*column).is_some_and(|content| content.telling > 0)) {
                self.set_role(column, ColumnRole::Name);
            }
        }
        if self.header.is_none() && !self.has(ColumnRole::Category) {
            let repeats =
                |column: &usize| contents.get(*column).is_some_and(|content| content.mostly_repeats && content.numbers == 0);
            let found = (0..contents.len()).filter(|column| free(self, column)).find(repeats);
            if let Some(column) = found {
                self.set_role(column, ColumnRole::Category);
            }
        }
    }
}

/// The row of the first twenty that has the most known titles, a name or a number among them.
fn find_header(rows: &[Row]) -> Option<usize> {
    let mut widths: Vec<usize> =
        rows.iter().take(200).map(|row| row.cells.iter().filter(|cell| !cell.trim().is_empty()).count()).collect();
    widths.sort_unstable();
    let usual_width = widths.get(widths.len() / 2).copied().unwrap_or_default();
    let mut best = (0, None);
    for (index, row) in rows.iter().take(TITLES_WITHIN).enumerate() {
        let full = row.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
        let known: Vec<Named> = row.cells.iter().filter_map(|cell| named(cell)).collect();
        let says_who_or_where = known.iter().any(|named| matches!(named.role, ColumnRole::Name | ColumnRole::Number));
        let is_wide_enough = full * 2 >= usual_width;
        let are_titles = known.len() * 2 >= full || known.len() >= 3;
        if says_who_or_where && is_wide_enough && are_titles && known.len() > best.0 {
            best = (known.len(), Some(index));
        }
    }
    best.1
}

/// What a title says.
#[derive(Clone, Copy)]
struct Named {
    role: ColumnRole,
    strength: u8,
}

/// A title that says little: "Name", "No".
const PLAIN: u8 = 0;

/// What a title names; `None` where no word of it is known.
fn named(title: &str) -> Option<Named> {
    use ColumnRole as R;
    let title = plain(title);
    if title.is_empty() || title.len() > 60 {
        return None;
    }
    let is = |titles: &[&str]| titles.contains(&title.as_str());
    let has = |words: &[&str]| title.split(' ').any(|word| words.contains(&word));
    let starts = |stems: &[&str]| title.split(' ').any(|word| stems.iter().any(|stem| word.starts_with(stem)));
    let found = |role, strength| Some(Named { role, strength });
    if is(&["name", "nom", "names", "noms", "denomination", "title", "libelle"]) {
        return found(R::Name, PLAIN);
    }
    if is(&["no", "n", "nr", "num", "number", "numero", "numeros", "id stand", "place", "table", "location"]) {
        return found(R::Number, PLAIN);
    }
    if is(&[
        "hall", "halls", "floor", "level", "etage", "niveau", "zone", "area", "section", "allee", "aisle", "ilot", "pavilion",
        "pavillon",
    ]) || starts(&["building", "batiment"])
    {
        return found(R::Group, 1);
    }
    if starts(&["group"]) {
        return found(R::Category, 1);
    }
    if starts(&["mail", "email", "courriel", "phone", "telephone", "mobile", "portable", "interlocut", "prenom", "surname"])
        || has(&["e", "tel", "contact", "contacts", "responsable"]) && !is(&["e"])
        || is(&["first name", "last name", "nom de famille"])
    {
        return found(R::Contact, 1);
    }
    if has(&["web", "website", "site", "url", "homepage", "internet", "www", "lien", "link"]) {
        return found(R::Website, 1);
    }
    if has(&["country", "countries", "pays", "nation", "nationality", "nationalite", "land"]) {
        return found(R::Country, 1);
    }
    if starts(&["categor", "secteur", "sector", "theme", "thematique", "industr", "activit", "rubrique", "segment"])
        || has(&["univers", "topic", "topics", "track", "famille", "branche"])
        || is(&["product group", "products", "produits", "groupe de produits"])
    {
        return found(R::Category, 1);
    }
    if starts(&["status", "statut"]) || is(&["etat", "stage", "state", "booking", "paiement", "payment"]) {
        return found(R::Status, 1);
    }
    if has(&["other", "autre", "alias", "address", "adresse", "ville", "city", "description", "info", "infos", "memo"])
        || starts(&["note", "remark", "remarque", "comment", "observation"])
    {
        return found(R::Note, 1);
    }
    let is_about_size =
        has(&["size", "surface", "taille", "type", "m2", "sqm", "largeur", "width", "prix", "price", "profondeur", "depth"])
            || has(&["id", "code", "siret", "tva", "vat", "count", "nombre", "angle", "builder", "standiste"]);
    if is_about_size {
        return None;
    }
    let says_name = has(&["name", "nom", "names"]);
    if has(&["stand", "stands", "booth", "booths", "emplacement", "emplacements", "slot", "slots", "standnummer", "koma"])
        && !says_name
    {
        return found(R::Number, 1);
    }
    if starts(&["exhibitor", "exposant"]) || has(&["enseigne", "aussteller", "fascia"]) {
        return found(R::Name, 3);
    }
    if starts(&["compan", "societe", "entreprise", "organisation", "organization"])
        || has(&["raison", "firm", "firma", "business", "brand", "marque", "participant", "account", "stand", "booth"])
    {
        return found(R::Name, 2);
    }
    None
}

/// What the cells of a column look like.
#[derive(Default)]
struct Content {
    /// Cells that hold anything.
    full: usize,
    distinct: usize,
    /// Cells that look like booth numbers.
    numbers: usize,
    statuses: usize,
    countries: usize,
    mails: usize,
    sites: usize,
    /// At least half of the full cells repeat others.
    mostly_repeats: bool,
    /// The cells are 1, 2, 3 and so on.
    counts_rows: bool,
    /// How much the column looks like names: letters of distinct values that are no figures.
    telling: usize,
}

impl Content {
    fn of(rows: &[Row], column: usize) -> Content {
        let cells = rows.iter().filter_map(|row| row.cells.get(column)).map(|cell| tidy(cell)).filter(|cell| !cell.is_empty());
        let mut content = Content { counts_rows: true, ..Content::default() };
        let mut seen = BTreeSet::new();
        for cell in cells {
            content.full += 1;
            content.counts_rows &= cell.parse() == Ok(content.full);
            content.numbers += usize::from(holds_numbers(&cell));
            let plain = plain(&cell);
            content.statuses += usize::from(plain_status(&plain).is_some());
            content.countries += usize::from(is_plain_country(&plain));
            content.mails += usize::from(cell.contains('@'));
            content.sites += usize::from(cell.starts_with("http") || cell.starts_with("www."));
            let letters = cell.chars().filter(|character| character.is_alphabetic()).count();
            if seen.insert(plain) && letters > 1 {
                content.telling += letters.min(12);
            }
        }
        content.distinct = seen.len();
        content.counts_rows &= content.full > 1;
        content.mostly_repeats = content.full >= ENOUGH_TO_REPEAT && content.distinct * 2 <= content.full;
        content
    }

    /// What the content alone tells.
    fn role(&self) -> Option<ColumnRole> {
        let mostly = |count: usize| self.full > 0 && count * 5 >= self.full * 4;
        if mostly(self.mails) {
            Some(ColumnRole::Contact)
        } else if mostly(self.sites) {
            Some(ColumnRole::Website)
        } else if mostly(self.countries) {
            Some(ColumnRole::Country)
        } else if mostly(self.statuses) && self.distinct <= 6 && !mostly(self.numbers) {
            Some(ColumnRole::Status)
        } else if mostly(self.numbers) && self.counts_rows {
            None
        } else if mostly(self.numbers) {
            Some(if self.mostly_repeats { ColumnRole::Group } else { ColumnRole::Number })
        } else {
            None
        }
    }
}

/// Whether a cell holds what looks like booth numbers and nothing else.
fn holds_numbers(cell: &str) -> bool {
    if !cell.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let numbers = split_numbers(cell, |_| false);
    !numbers.is_empty() && numbers.iter().all(|number| is_number_with_digits(number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ColumnRole as R;

    fn rows(lines: &[&str]) -> Vec<Row> {
        let row =
            |(index, line): (usize, &&str)| Row { line: index as u32 + 1, cells: line.split('|').map(str::to_owned).collect() };
        lines.iter().enumerate().map(row).collect()
    }

    #[track_caller]
    fn check(lines: &[&str], header: Option<usize>, roles: &[ColumnRole]) {
        let columns = Columns::recognise(&rows(lines));
        assert_eq!((columns.header, columns.roles.as_slice()), (header, roles));
    }

    #[test]
    fn titles_are_known_in_french_and_english() {
        check(&["Name|Stand", "Acme|A1"], Some(0), &[R::Name, R::Number]);
        check(
            &["Raison sociale|N° de stand|Pays|Secteur d'activité", "Acme|A1|France|Livres"],
            Some(0),
            &[R::Name, R::Number, R::Country, R::Category],
        );
        check(
            &["Booth number|Exhibitor name|Web site|E-mail|Comments|Booth status|Booth size", "A1|Acme|||||9"],
            Some(0),
            &[R::Number, R::Name, R::Website, R::Contact, R::Note, R::Status, R::Ignored],
        );
        check(
            &["SOCIÉTÉ|EMPLACEMENT(S)|BÂTIMENT|TÉLÉPHONE", "Acme|A1|K|01"],
            Some(0),
            &[R::Name, R::Number, R::Group, R::Contact],
        );
    }

    #[test]
    fn the_titles_may_stand_under_a_heading() {
        check(
            &["Liste des exposants 2026", "Exposant|Stand|Pays", "Acme|A1|France", "Bravo|A2|Italie"],
            Some(1),
            &[R::Name, R::Number, R::Country],
        );
    }

    #[test]
    fn a_person_is_not_taken_for_the_exhibitor() {
        check(&["Name|Company|Stand", "Ann|Acme|A1"], Some(0), &[R::Contact, R::Name, R::Number]);
        check(&["Nom du contact|Société", "Ann|Acme"], Some(0), &[R::Contact, R::Name]);
    }

    #[test]
    fn stand_numbers_that_mostly_repeat_are_groups() {
        let mut lines = vec!["Stand group|Building|Theme|Name".to_owned()];
        lines.extend((0..12).map(|row| format!("{}|K|Theme {}|Project {row}", ["A", "B"][row % 2], row % 3)));
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        check(&lines, Some(0), &[R::Category, R::Group, R::Category, R::Name]);
        let shared = ["Name|Stand", "A|1", "B|1", "C|2", "D|3", "E|4", "F|5", "G|6", "H|7", "I|7"];
        let mut lines = vec!["Stand|Name".to_owned()];
        lines.extend((0..12).map(|row| format!("{}|Project {row}", ["A1", "B1", "C1"][row % 3])));
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        check(&lines, Some(0), &[R::Category, R::Name]);
        check(&shared, Some(0), &[R::Name, R::Number]);
    }

    #[test]
    fn a_column_that_counts_the_rows_is_not_the_stand() {
        check(&["No|Name|Booth", "1|Acme|A1", "2|Bravo|A2"], Some(0), &[R::Ignored, R::Name, R::Number]);
        check(&["Stand|Name", "1|Acme", "2|Bravo"], Some(0), &[R::Number, R::Name]);
    }

    #[test]
    fn without_titles_the_content_tells() {
        check(
            &["A1|Acme SARL|France|a@acme.example", "A2|Bravo|Italie|b@bravo.example", "B7|Charlie & fils|Espagne|"],
            None,
            &[R::Number, R::Name, R::Country, R::Contact],
        );
        check(&["Acme", "Bravo"], None, &[R::Name]);
        check(&["1|Acme", "2|Bravo", "3|Charlie"], None, &[R::Ignored, R::Name]);
        check(&[], None, &[]);
    }

    #[test]
    fn a_role_is_changed_by_hand_and_taken_from_the_column_that_had_it() {
        let mut columns = Columns::recognise(&rows(&["Name|Stand|Alias", "Acme|A1|Acme Group"]));
        columns.set_role(2, R::Name);
        assert_eq!(columns.roles, [R::Ignored, R::Number, R::Name]);
        columns.set_role(0, R::Number);
        assert_eq!(columns.having(R::Number).collect::<Vec<_>>(), [0, 1]);
    }
}
