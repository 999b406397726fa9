//! The long lists of a file, cut out of it to be read at the same time on several cores.

/// Stand in the text for what was cut out of it. A list that is found again with this one record was a list; in a comment
/// or a text that only looks like one, it is not found.
const BOOTH: &str = r#"[(id: "0-0", hall: "0-0", number: "0", outline: Round(centre: (0, 0), radius: 0))]"#;
const EXHIBITOR: &str = r#"[(id: "0-0", name: "")]"#;
const BOOKING: &str = r#"[(id: "0-0", stage: Paid)]"#;

/// A text with its three long lists cut out of it.
pub(super) struct Parts<'text> {
    /// Everything else, with one record in the place of each list.
    pub(super) rest: String,
    pub(super) booths: &'text str,
    pub(super) exhibitors: &'text str,
    pub(super) bookings: &'text str,
}

/// Cuts the long lists out of a text that is laid out as we write it. What a person laid out in another way stays whole.
pub(super) fn cut(text: &str) -> Option<Parts<'_>> {
    let (before_booths, booths, rest) = list(text, "\n  booths: ")?;
    let (before_exhibitors, exhibitors, rest) = list(rest, "\n  exhibitors: ")?;
    let (before_bookings, bookings, rest) = list(rest, "\n  bookings: ")?;
    let rest = [before_booths, BOOTH, before_exhibitors, EXHIBITOR, before_bookings, BOOKING, rest].concat();
    Some(Parts { rest, booths, exhibitors, bookings })
}

/// What is before a list, the list in its brackets, and what is after it.
fn list<'text>(text: &'text str, name: &str) -> Option<(&'text str, &'text str, &'text str)> {
    let (before, list) = text.split_at(text.find(name)? + name.len());
    let end = list.starts_with("[\n").then(|| list.find("\n  ],\n"))??;
    let (list, after) = list.split_at(end + "\n  ]".len());
    Some((before, list, after))
}
