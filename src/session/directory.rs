//! The exhibitors as the list beside the hall shows them: sorted, searched, filtered.

use std::ops::Range;
use std::sync::Arc;

use imbl::Vector;

use crate::plan::{Booth, Change, Exhibitor, ExhibitorId, Plan};
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

/// One line of the list.
#[derive(Debug)]
struct Entry {
    id: ExhibitorId,
    exhibitor: Arc<Exhibitor>,
    /// Name, country, categories, note and numbers, folded: what is searched.
    searched: Box<str>,
    placed: bool,
}

/// The exhibitors of the plan in the order of their names, kept up to date from changes: what a change costs does not grow
/// with the list.
#[derive(Clone, Debug)]
pub struct Directory {
    collation: Arc<Collation>,
    entries: Vector<Arc<Entry>>,
    placed: usize,
    search: String,
    query: Query,
    filter: Filter,
    shown: Vector<Arc<Entry>>,
    /// How many the search finds, whatever the filter.
    found: usize,
    chosen: Option<ExhibitorId>,
}

impl Directory {
    /// The exhibitors of a plan, in the order of a language.
    #[must_use]
    pub fn new(plan: &Plan, language: Language) -> Self {
        let mut directory = Self {
            collation: Arc::new(Collation::new(language)),
            entries: Vector::new(),
            placed: 0,
            search: String::new(),
            query: Query::default(),
            filter: Filter::default(),
            shown: Vector::new(),
            found: 0,
            chosen: None,
        };
        directory.make(plan);
        directory
    }

    /// Those that are shown, in the order of their names.
    pub fn shown(&self) -> impl ExactSizeIterator<Item = ExhibitorId> + '_ {
        self.shown.iter().map(|entry| entry.id)
    }

    /// Those that are shown at these places.
    pub fn shown_at(&self, places: Range<usize>) -> impl Iterator<Item = ExhibitorId> + '_ {
        places.map_while(|place| self.shown.get(place)).map(|entry| entry.id)
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
        match filter {
            Filter::ToPlace => self.entries.len() - self.placed,
            Filter::Placed => self.placed,
            Filter::All => self.entries.len(),
        }
    }

    /// How many exhibitors the search finds, whatever the filter.
    #[must_use]
    pub const fn found_in_all(&self) -> usize {
        self.found
    }

    pub(super) fn set_search(&mut self, search: String) {
        self.query = Query::new(&search);
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
        let at = self.chosen.and_then(|chosen| self.shown().position(|id| id == chosen));
        let next = at.map_or(0, |at| at.saturating_add_signed(by)).min(self.shown.len().saturating_sub(1));
        self.chosen = self.shown.get(next).map(|entry| entry.id);
    }

    pub(super) fn set_language(&mut self, language: Language) {
        self.collation = Arc::new(Collation::new(language));
        let entries = std::mem::take(&mut self.entries);
        self.sort(entries.into_iter().collect());
    }

    pub(super) fn update(&mut self, plan: &Plan, change: &Change) {
        let mut touched: Vec<ExhibitorId> = change.exhibitors.iter().map(|delta| delta.id).collect();
        for delta in &change.bookings {
            for booking in delta.before.iter().chain(&delta.after) {
                touched.extend(booking.participants.iter().map(|participant| participant.exhibitor));
            }
        }
        // Of a booth the list has the number alone: wherever it moves, nothing is to be done.
        for delta in &change.booths {
            let number = |booth: &Option<Arc<Booth>>| booth.as_ref().map(|booth| booth.number.clone());
            if number(&delta.before) != number(&delta.after) {
                touched.extend(plan.participants(delta.id).iter().map(|participant| participant.exhibitor));
            }
        }
        if !change.categories.is_empty() {
            touched.extend(plan.exhibitors().keys());
        }
        touched.sort_unstable();
        touched.dedup();
        if touched.len() * 8 > self.entries.len() {
            self.make(plan);
        } else {
            let before = |id| match change.exhibitors.binary_search_by_key(&id, |delta| delta.id) {
                Ok(place) => change.exhibitors.get(place).and_then(|delta| delta.before.as_ref()),
                Err(_) => plan.get(id),
            };
            for id in touched {
                self.replace(id, before(id), entry(plan, id));
            }
        }
        self.chosen = self.chosen.filter(|id| plan.get(*id).is_some());
    }

    /// Puts an entry in the place of the one that an exhibitor had, found by what the exhibitor was called.
    fn replace(&mut self, id: ExhibitorId, before: Option<&Arc<Exhibitor>>, after: Option<Entry>) {
        let place = before.and_then(|before| place(&self.collation, &self.entries, &before.name, id).ok());
        let old = place.and_then(|place| self.entries.get(place)).cloned();
        if let (Some(old), Some(new)) = (&old, &after)
            && Arc::ptr_eq(&old.exhibitor, &new.exhibitor)
            && (&old.searched, old.placed) == (&new.searched, new.placed)
        {
            return;
        }
        let new = after.map(Arc::new);
        if let Some(old) = &old {
            self.placed -= usize::from(old.placed);
            self.found -= usize::from(self.query.matches(&old.searched));
        }
        if let Some(new) = &new {
            self.placed += usize::from(new.placed);
            self.found += usize::from(self.query.matches(&new.searched));
        }
        let shown = new.as_ref().filter(|new| self.shows(new));
        swap(&self.collation, &mut self.shown, old.as_deref(), shown);
        swap(&self.collation, &mut self.entries, old.as_deref(), new.as_ref());
    }

    fn make(&mut self, plan: &Plan) {
        self.sort(plan.exhibitors().keys().filter_map(|id| entry(plan, *id)).map(Arc::new).collect());
    }

    /// Those of one name come in the order of their ids.
    fn sort(&mut self, entries: Vec<Arc<Entry>>) {
        let entries = self.collation.sort(entries, |entry| &entry.exhibitor.name);
        self.placed = entries.iter().filter(|entry| entry.placed).count();
        self.entries = entries.into_iter().collect();
        self.refresh();
    }

    fn refresh(&mut self) {
        if self.query.is_empty() && self.filter == Filter::All {
            self.shown = self.entries.clone();
            self.found = self.entries.len();
            return;
        }
        self.shown = self.entries.iter().filter(|entry| self.shows(entry)).cloned().collect();
        self.found = match self.filter {
            Filter::All => self.shown.len(),
            _ if self.query.is_empty() => self.entries.len(),
            _ => self.entries.iter().filter(|entry| self.query.matches(&entry.searched)).count(),
        };
    }

    fn shows(&self, entry: &Entry) -> bool {
        let passes = match self.filter {
            Filter::ToPlace => !entry.placed,
            Filter::Placed => entry.placed,
            Filter::All => true,
        };
        passes && self.query.matches(&entry.searched)
    }
}

/// Where an exhibitor with this name is in a list, or belongs.
fn place(collation: &Collation, list: &Vector<Arc<Entry>>, name: &str, id: ExhibitorId) -> Result<usize, usize> {
    list.binary_search_by(|entry| collation.compare(&entry.exhibitor.name, name).then(entry.id.cmp(&id)))
}

/// Takes an entry out of a list, if it is there, and puts another in: at the same place where the name is the same.
fn swap(collation: &Collation, list: &mut Vector<Arc<Entry>>, old: Option<&Entry>, new: Option<&Arc<Entry>>) {
    let at = old.and_then(|old| place(collation, list, &old.exhibitor.name, old.id).ok());
    let same_name = old.zip(new).is_some_and(|(old, new)| old.exhibitor.name == new.exhibitor.name);
    if let (Some(at), Some(new), true) = (at, new, same_name) {
        list.set(at, new.clone());
        return;
    }
    if let Some(at) = at {
        list.remove(at);
    }
    if let Some(new) = new
        && let Err(at) = place(collation, list, &new.exhibitor.name, new.id)
    {
        list.insert(at, new.clone());
    }
}

fn entry(plan: &Plan, id: ExhibitorId) -> Option<Entry> {
    let exhibitor = plan.get(id)?;
    let booths = plan.booths_of(id);
    let mut searched = exhibitor.name.clone();
    let mut add = |words: &str| {
        searched.push(' ');
        searched.push_str(words);
    };
    [&exhibitor.country, &exhibitor.note, &exhibitor.contact].into_iter().for_each(|words| add(words));
    exhibitor.categories.iter().filter_map(|id| plan.get(*id)).for_each(|category| add(&category.name));
    booths.iter().filter_map(|id| plan.get(*id)).for_each(|booth| add(booth.number.as_str()));
    Some(Entry { id, exhibitor: exhibitor.clone(), searched: fold(&searched).into(), placed: !booths.is_empty() })
}

#[cfg(test)]
#[path = "directory_tests.rs"]
mod tests;
