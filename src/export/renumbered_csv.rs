//! The list of renumbered booths as a table for spreadsheets.

use super::separated::Table;
use crate::lists::RenumberedList;
use crate::text::Texts;

/// The list as CSV, in the order of the printed one.
#[must_use]
pub fn write(list: &RenumberedList, texts: &Texts) -> Vec<u8> {
    let mut table = Table::new(texts.language());
    let head = [
        texts.renumbered_column_old(),
        texts.renumbered_column_new(),
        texts.stand_list_column_exhibitor(),
        texts.stand_list_column_hall(),
    ];
    table.line(&head.each_ref().map(String::as_str));
    for row in &list.rows {
        table.line(&[row.old.as_str(), row.new.as_str(), &row.exhibitors.join(", "), &row.hall]);
    }
    table.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lists::Renumbered;
    use crate::plan::Number;
    use crate::text::Language;

    #[test]
    fn the_table_has_old_and_new_in_both_languages() {
        let number = |text| Number::new(text).unwrap();
        let exhibitors = vec!["Acer".to_owned(), "Smith; Sons".to_owned()];
        let row = Renumbered { old: number("A1"), new: number("=1"), exhibitors, hall: "Hall 1".to_owned() };
        let list = RenumberedList { title: "Fair".to_owned(), rows: vec![row] };
        let text = |language| String::from_utf8(write(&list, &Texts::new(language))).unwrap();
        assert_eq!(
            text(Language::English),
            "\u{feff}Old number,New number,Exhibitor,Hall\r\nA1,'=1,\"Acer, Smith; Sons\",Hall 1\r\n"
        );
        assert!(text(Language::French).starts_with("\u{feff}Ancien numéro;Nouveau numéro;Exposant;Hall\r\n"));
    }
}
