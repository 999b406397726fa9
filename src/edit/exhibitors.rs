//! Edits of exhibitors.

use std::collections::BTreeSet;

use super::door::Work;
use super::{ExhibitorFields, OnBooked, Refusal};
use crate::plan::{CategoryId, Exhibitor, ExhibitorId, Number, Role, Stage, same_name};

impl Work<'_, '_> {
    pub(super) fn add_exhibitor(&mut self, fields: &ExhibitorFields) -> Result<ExhibitorId, Refusal> {
        let exhibitor = self.exhibitor(fields);
        Ok(self.draft.add(self.mint, exhibitor))
    }

    pub(super) fn change_exhibitor(&mut self, id: ExhibitorId, fields: &ExhibitorFields) -> Result<(), Refusal> {
        let logo = self.plan().get(id).ok_or(Refusal::Gone)?.logo.clone();
        let exhibitor = self.exhibitor(fields);
        self.draft.put(id, Exhibitor { logo, ..exhibitor });
        Ok(())
    }

    pub(super) fn remove_exhibitor(&mut self, id: ExhibitorId) {
        let bookings: Vec<_> = self.plan().bookings_of(id).collect();
        bookings.into_iter().for_each(|booking| self.leave_booking(booking, id));
        self.draft.remove(id);
    }

    pub(super) fn take_in(
        &mut self,
        fields: &ExhibitorFields,
        numbers: &[Number],
        role: Role,
        stage: Option<Stage>,
    ) -> Result<(), Refusal> {
        let more = self.exhibitor(fields);
        // As the fields say it, for what is in the show already may hold signs that no new record gets.
        let same = self.plan().exhibitor_named(&fields.name, &fields.country);
        let id = match same.or_else(|| self.plan().exhibitor_named(&more.name, &more.country)) {
            None => {
                let id = self.draft.add(self.mint, more);
                self.draft.settle()?;
                id
            }
            Some(id) => {
                self.draft.change(id, |exhibitor| take_over(exhibitor, more));
                id
            }
        };
        let mut booths = Vec::new();
        for number in numbers {
            let booth = self.plan().booth_numbered(number).ok_or_else(|| Refusal::NoSuchBooth(number.clone()))?;
            let there = self.plan().participants(booth).iter().any(|participant| participant.exhibitor == id);
            if !there && !booths.contains(&booth) {
                booths.push(booth);
            }
        }
        if booths.is_empty() {
            return Ok(());
        }
        self.place(id, &booths, OnBooked::Share(role))?;
        if let Some(stage) = stage {
            self.draft.settle()?;
            self.set_stage(&booths.into_iter().collect(), stage)?;
        }
        Ok(())
    }

    /// The record that the fields make; categories that are not there yet are made.
    fn exhibitor(&mut self, fields: &ExhibitorFields) -> Exhibitor {
        let mut seen = BTreeSet::new();
        let categories: Vec<CategoryId> =
            fields.categories.iter().filter_map(|name| self.category(name)).filter(|category| seen.insert(*category)).collect();
        Exhibitor {
            name: one_line(&fields.name),
            country: one_line(&fields.country),
            categories,
            contact: fields.contact.trim().to_owned(),
            note: fields.note.trim().to_owned(),
            logo: None,
        }
    }
}

/// Adds what a list says more of an exhibitor. What the organiser noted stays.
fn take_over(exhibitor: &mut Exhibitor, more: Exhibitor) {
    for category in more.categories {
        if !exhibitor.categories.contains(&category) {
            exhibitor.categories.push(category);
        }
    }
    if !more.contact.is_empty() {
        exhibitor.contact = more.contact;
    }
    for line in more.note.lines() {
        if exhibitor.note.lines().all(|other| same_name(other) != same_name(line)) {
            if !exhibitor.note.is_empty() {
                exhibitor.note.push('\n');
            }
            exhibitor.note.push_str(line);
        }
    }
}

/// The text trimmed, on one line, with single spaces.
fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
