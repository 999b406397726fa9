//! Numbers of booths.

use std::cmp::Ordering;
use std::fmt;

use smol_str::SmolStr;

/// A booth's number as people write it: "A12", "4-117". Trimmed, never empty, on one line. A short one, as nearly all are, takes
/// no memory of its own.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Number(SmolStr);

impl Number {
    /// Characters that a number may have.
    pub const LONGEST: usize = 32;

    /// The number that a text is; `None` where it is empty, longer than [`Self::LONGEST`] or holds control characters.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        let good = !text.is_empty() && text.chars().count() <= Self::LONGEST && !text.chars().any(char::is_control);
        good.then(|| Self(text.into()))
    }

    /// As people write it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What it is compared by: without case, and in the natural order (A2 before A10; A2 is not A02).
    #[must_use]
    pub fn key(&self) -> NumberKey {
        NumberKey(self.0.to_lowercase().into())
    }

    /// The number after this one, as wide: A09 becomes A10, A99 becomes A100, Lounge becomes Lounge 2.
    #[must_use]
    pub fn next(&self) -> Self {
        let text = self.as_str();
        let stem = text.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = &text[stem.len()..];
        let next = match digits.parse::<u64>() {
            Ok(value) => format!("{stem}{:0width$}", value.saturating_add(1), width = digits.len()),
            Err(_) => format!("{stem} 2"),
        };
        // Beyond the longest number the count goes on in front of the last digits.
        Self::new(&next).unwrap_or_else(|| Self("1".into()))
    }

    /// The first number after this one that `is_taken` lets go.
    #[must_use]
    pub fn next_free(&self, is_taken: impl Fn(&NumberKey) -> bool) -> Self {
        let mut number = self.next();
        while is_taken(&number.key()) {
            number = number.next();
        }
        number
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What numbers are compared and sorted by.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NumberKey(SmolStr);

impl Ord for NumberKey {
    fn cmp(&self, other: &Self) -> Ordering {
        natural(&self.0, &other.0).then_with(|| self.0.cmp(&other.0))
    }
}

impl PartialOrd for NumberKey {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Compares runs of digits by their value and everything else by its characters.
fn natural(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a, b);
    loop {
        let (Some(first), Some(second)) = (a.chars().next(), b.chars().next()) else {
            return a.len().cmp(&b.len());
        };
        if first.is_ascii_digit() && second.is_ascii_digit() {
            let (left, right) = (digits(a), digits(b));
            let (value, other) = (left.trim_start_matches('0'), right.trim_start_matches('0'));
            let order = value.len().cmp(&other.len()).then_with(|| value.cmp(other));
            if order != Ordering::Equal {
                return order;
            }
            (a, b) = (&a[left.len()..], &b[right.len()..]);
        } else if first != second {
            return first.cmp(&second);
        } else {
            (a, b) = (&a[first.len_utf8()..], &b[second.len_utf8()..]);
        }
    }
}

fn digits(text: &str) -> &str {
    &text[..text.bytes().take_while(u8::is_ascii_digit).count()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        Number::new(text).unwrap()
    }

    #[test]
    fn numbers_sort_as_people_count() {
        let mut numbers: Vec<_> = ["B1", "A10", "A2", "A02", "a3", "A2b", "10", "9", "A"].map(|text| number(text).key()).into();
        numbers.sort();
        let sorted: Vec<_> = numbers.iter().map(|key| &*key.0).collect();
        assert_eq!(sorted, ["9", "10", "a", "a02", "a2", "a2b", "a3", "a10", "b1"]);
    }

    #[test]
    fn numbers_differ_but_for_case_and_outer_blanks() {
        assert_eq!(number(" a2 ").key(), number("A2").key());
        assert_ne!(number("A2").key(), number("A02").key());
        for bad in ["", "   ", "a\nb", &"9".repeat(33)] {
            assert_eq!(Number::new(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn the_next_number_is_as_wide() {
        for (text, next) in
            [("A09", "A10"), ("A99", "A100"), ("7", "8"), ("Lounge", "Lounge 2"), ("B-1a", "B-1a 2"), ("E01", "E02")]
        {
            assert_eq!(number(text).next(), number(next));
        }
    }
}
