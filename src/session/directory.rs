//! The exhibitors as the list beside the hall shows them: sorted, searched, filtered.

use std::cmp::Ordering;

use crate::plan::{Change, ExhibitorId, Plan};
use crate::text::{Collation, Language, Query, fold};

/// Which exhibitors the list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Filter {
    /// Those without a booth.
    #[default]
    ToPlace,
    /// Those with a booth.
    Placed,
    /// All.
    All,
}

impl Filter {
    /// All filters, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::ToPlace, Self::Placed, Self::All];
}

#[derive(Clone, Debug)]
struct Entry {
    id: ExhibitorId,
    name: String,
    /// Name, country, categories, note and numbers, folded: what is searched.
    searched: String,
    placed: bool,
}

/// The exhibitors of the plan in the order of their names, kept up to date from changes.
#[derive(Debug)]
pub struct Directory {
    collation: Collation,
    entries: Vec<Entry>,
    search: String,
    filter: Filter,
    shown: Vec<ExhibitorId>,
    chosen: Option<ExhibitorId>,
}

impl Directory {
    pub(super) fn new(plan: &Plan, language: Language) -> Self {
        let mut directory = Self {
            collation: Collation::new(language),
            entries: plan.exhibitors().keys().map(|id| entry(plan, *id)).collect(),
            search: String::new(),
            filter: Filter::default(),
            shown: Vec::new(),
            chosen: None,
        };
        directory.sort();
        directory
    }

    /// Those that are shown, in the order of their names.
    #[must_use]
    pub fn shown(&self) -> &[ExhibitorId] {
        &self.shown
    }

    /// What is searched for.
    #[must_use]
    pub fn search(&self) -> &str {
        &self.search
    }

    /// Which exhibitors are shown.
    #[must_use]
    pub const fn filter(&self) -> Filter {
        self.filter
    }

    /// The exhibitor that is chosen in the list.
    #[must_use]
    pub const fn chosen(&self) -> Option<ExhibitorId> {
        self.chosen
    }

    /// How many exhibitors a filter lets through, whatever is searched for.
    #[must_use]
    pub fn count(&self, filter: Filter) -> usize {
        self.entries.iter().filter(|entry| passes(entry, filter)).count()
    }

    /// How many exhibitors the search finds, whatever the filter.
    #[must_use]
    pub fn found_in_all(&self) -> usize {
        let query = Query::new(&self.search);
        self.entries.iter().filter(|entry| query.matches(&entry.searched)).count()
    }

    pub(super) fn set_search(&mut self, search: String) {
        self.search = search;
        self.refresh();
    }

    pub(super) fn set_filter(&mut self, filter: Filter) {
        self.filter = filter;
        self.refresh();
    }

    pub(super) const fn choose(&mut self, exhibitor: Option<ExhibitorId>) {
        self.chosen = exhibitor;
    }

    /// The exhibitor so many places further down the list; the first where none is chosen.
    pub(super) fn step(&mut self, by: isize) {
        let at = self.chosen.and_then(|chosen| self.shown.iter().position(|id| *id == chosen));
        let next = at.map_or(0, |at| at.saturating_add_signed(by)).min(self.shown.len().saturating_sub(1));
        self.chosen = self.shown.get(next).copied();
    }

    pub(super) fn set_language(&mut self, language: Language) {
        self.collation = Collation::new(language);
        self.sort();
    }

    pub(super) fn update(&mut self, plan: &Plan, change: &Change) {
        let mut touched: Vec<ExhibitorId> = change.exhibitors.iter().map(|delta| delta.id).collect();
        for delta in &change.bookings {
            for booking in delta.before.iter().chain(&delta.after) {
                touched.extend(booking.participants.iter().map(|participant| participant.exhibitor));
            }
        }
        for delta in &change.booths {
            touched.extend(plan.participants(delta.id).iter().map(|participant| participant.exhibitor));
        }
        if !change.categories.is_empty() {
            touched.extend(plan.exhibitors().keys());
        }
        if touched.is_empty() {
            return;
        }
        touched.sort_unstable();
        touched.dedup();
        if touched.len() * 8 > self.entries.len() {
            self.entries = plan.exhibitors().keys().map(|id| entry(plan, *id)).collect();
            self.sort();
        } else {
            self.entries.retain(|entry| touched.binary_search(&entry.id).is_err());
            for id in touched.into_iter().filter(|id| plan.get(*id).is_some()) {
                let entry = entry(plan, id);
                let at = self.entries.partition_point(|other| self.order(other, &entry) == Ordering::Less);
                self.entries.insert(at, entry);
            }
            self.refresh();
        }
        self.chosen = self.chosen.filter(|id| plan.get(*id).is_some());
    }

    fn order(&self, a: &Entry, b: &Entry) -> Ordering {
        self.collation.compare(&a.name, &b.name).then(a.id.cmp(&b.id))
    }

    fn sort(&mut self) {
        let mut entries = std::mem::take(&mut self.entries);
        entries.sort_by(|a, b| self.order(a, b));
        self.entries = entries;
        self.refresh();
    }

    fn refresh(&mut self) {
        let query = Query::new(&self.search);
        let shown = self.entries.iter().filter(|entry| passes(entry, self.filter) && query.matches(&entry.searched));
        self.shown = shown.map(|entry| entry.id).collect();
    }
}

const fn passes(entry: &Entry, filter: Filter) -> bool {
    match filter {
        Filter::ToPlace => !entry.placed,
        Filter::Placed => entry.placed,
        Filter::All => true,
    }
}

fn entry(plan: &Plan, id: ExhibitorId) -> Entry {
    let Some(exhibitor) = plan.get(id) else {
        return Entry { id, name: String::new(), searched: String::new(), placed: false };
    };
    let categories = exhibitor.categories.iter().filter_map(|id| plan.get(*id)).map(|category| category.name.as_str());
    let numbers: Vec<_> =
        plan.booths_of(id).iter().filter_map(|id| plan.get(*id)).map(|booth| booth.number.to_string()).collect();
    let words = [exhibitor.name.as_str(), &exhibitor.country, &exhibitor.note, &exhibitor.contact];
    let searched = words.into_iter().chain(categories).chain(numbers.iter().map(String::as_str)).collect::<Vec<_>>().join(" ");
    Entry { id, name: exhibitor.name.clone(), searched: fold(&searched), placed: !numbers.is_empty() }
}
