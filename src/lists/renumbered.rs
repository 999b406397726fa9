//! The booths that have another number than they had: for those who printed the old ones.

use imbl::ordmap::DiffItem;

use crate::plan::{Number, Plan, Role};

/// A booth with another number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renumbered {
    /// What it was called.
    pub old: Number,
    /// What it is called now.
    pub new: Number,
    /// Who is there now, by name: the mains before the co-exhibitors.
    pub exhibitors: Vec<String>,
    /// The hall where it stands now.
    pub hall: String,
}

/// The booths that have another number than they had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenumberedList {
    /// The show's title.
    pub title: String,
    /// By the old number, as people count.
    pub rows: Vec<Renumbered>,
}

impl RenumberedList {
    /// The booths that are in both plans and have another number in the second. However often a booth was renumbered in
    /// between, it is one row; one that has its old number again is none.
    #[must_use]
    pub fn build(before: &Plan, now: &Plan) -> Self {
        let mut rows: Vec<Renumbered> = changed(before, now).collect();
        rows.sort_by_cached_key(|row| row.old.key());
        Self { title: now.show().title(), rows }
    }

    /// Whether any booth has another number.
    #[must_use]
    pub fn has_rows(before: &Plan, now: &Plan) -> bool {
        changed(before, now).next().is_some()
    }
}

fn changed<'a>(before: &'a Plan, now: &'a Plan) -> impl Iterator<Item = Renumbered> + 'a {
    before.booths().diff(now.booths()).filter_map(|difference| {
        let DiffItem::Update { old: (_, old), new: (id, new) } = difference else { return None };
        if old.number == new.number {
            return None;
        }
        let people = now.participants(*id);
        let with = |role: Role| {
            let those = people.iter().filter(move |participant| participant.role == role);
            those.filter_map(|participant| Some(now.get(participant.exhibitor)?.name.clone()))
        };
        Some(Renumbered {
            old: old.number.clone(),
            new: new.number.clone(),
            exhibitors: with(Role::Main).chain(with(Role::Co)).collect(),
            hall: now.get(new.hall).map(|hall| hall.name.clone()).unwrap_or_default(),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Edit, ExhibitorFields, NewBooth, NewNumber, Origin, apply};
    use crate::geometry::{Outline, Point, Size};
    use crate::plan::{Hall, IdMint, Show};

    fn number(text: &str) -> Number {
        Number::new(text).unwrap()
    }

    #[test]
    fn a_chain_of_renumberings_is_one_row_and_a_way_back_is_none() {
        let mut mint = IdMint::new(1, 0);
        let mut plan = Plan::new(Show { name: "Fair".into(), ..Show::default() });
        let mut make = |edit: Edit| {
            plan = apply(&plan, &edit, &mut mint).unwrap().plan;
            plan.clone()
        };
        let outline = Outline::rectangle(Point::ORIGIN, Size::from_mm(30_000, 20_000));
        let hall = make(Edit::AddHall(Hall { name: "Hall 1".into(), outline })).hall_named("Hall 1").unwrap();
        let booths = ["A2", "A10", "A3"].map(|text| NewBooth {
            number: NewNumber::Exactly(number(text)),
            outline: Outline::rectangle(Point::ORIGIN, Size::from_mm(3_000, 3_000)),
            category: None,
        });
        let before = make(Edit::Add { hall, booths: booths.into(), structures: Vec::new(), origin: Origin::Drawn });
        let [two, ten, three] = ["A2", "A10", "A3"].map(|text| before.booth_numbered(&number(text)).unwrap());
        for (name, role) in [("Guest", Role::Main), ("Acer", Role::Main), ("Asus", Role::Co)] {
            let fields = ExhibitorFields { name: name.into(), ..ExhibitorFields::default() };
            let booths = if name == "Guest" { Vec::new() } else { vec![number("A2")] };
            make(Edit::TakeIn { fields, booths, role, stage: None });
        }
        make(Edit::Renumber(vec![(two, number("B1")), (ten, number("A2")), (three, number("C1"))]));
        make(Edit::Renumber(vec![(two, number("B2")), (three, number("A3"))]));
        let fourth = NewBooth {
            number: NewNumber::Exactly(number("Z1")),
            outline: Outline::rectangle(Point::ORIGIN, Size::from_mm(3_000, 3_000)),
            category: None,
        };
        let now = make(Edit::Add { hall, booths: vec![fourth], structures: Vec::new(), origin: Origin::Drawn });
        let list = RenumberedList::build(&before, &now);
        let rows: Vec<_> = list.rows.iter().map(|row| format!("{} {} {}", row.old, row.new, row.exhibitors.join("+"))).collect();
        assert_eq!(rows, ["A2 B2 Acer+Asus", "A10 A2 "]);
        assert!(RenumberedList::has_rows(&before, &now) && !RenumberedList::has_rows(&now, &now));
    }
}
