//! Numbers for booths whose order is known.

use super::{Aisle, ByAisle, Scheme, Sides};
use crate::plan::{Number, NumberKey};

/// A number would be longer than numbers may be, or is no text on one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong;

/// Gives numbers to the booths of aisles, in the order in which they are walked along.
pub(super) fn count(
    aisles: &[Aisle],
    scheme: &Scheme,
    by_aisle: ByAisle,
    is_passed_over: impl Fn(&NumberKey) -> bool,
) -> Result<Vec<(usize, Number)>, TooLong> {
    let mut counted = Vec::new();
    let (mut start, mut letters) = (u64::from(scheme.start), String::new());
    if by_aisle == ByAisle::Hundreds && start < 100 {
        start += 100;
    }
    for (place, aisle) in aisles.iter().enumerate() {
        if by_aisle == ByAisle::Letters {
            letters = letters_of(place);
        }
        let mut last = None;
        let mut give = |booths: &mut dyn Iterator<Item = usize>, first: u64, step: u64| -> Result<u64, TooLong> {
            let mut value = first;
            for booth in booths {
                let number = loop {
                    let number = scheme.written(&letters, value)?;
                    if !is_passed_over(&number.key()) {
                        break number;
                    }
                    value = value.saturating_add(step);
                };
                counted.push((booth, number));
                last = last.max(Some(value));
                value = value.saturating_add(step);
            }
            Ok(value)
        };
        let step = u64::from(scheme.step.max(1));
        let [first, second] = &aisle.sides;
        let next = match scheme.sides {
            Sides::Plain => give(&mut first.iter().chain(second).copied(), start, step)?,
            Sides::OddEven => {
                let next = give(&mut first.iter().copied(), start, 2)?;
                let other = give(&mut second.iter().copied(), start.saturating_add(1), 2)?;
                next.max(other.saturating_sub(1))
            }
        };
        start = match by_aisle {
            ByAisle::Through => next,
            ByAisle::Letters => start,
            ByAisle::Hundreds => {
                let hundreds = last.map_or(0, |last| (last / 100).saturating_sub(start / 100)).saturating_add(1);
                start.saturating_add(hundreds.saturating_mul(100))
            }
        };
    }
    Ok(counted)
}

impl Scheme {
    /// A number as this scheme writes it.
    fn written(&self, letters: &str, value: u64) -> Result<Number, TooLong> {
        let Self { prefix, suffix, digits, .. } = self;
        let width = usize::from(*digits).min(Number::LONGEST);
        Number::new(&format!("{}{letters}{value:0width$}{}", prefix.trim_start(), suffix.trim_end())).ok_or(TooLong)
    }
}

/// A, B, ... Z, AA, AB, ...: the letters of an aisle, counted from 0.
fn letters_of(place: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = place + 1;
    while rest > 0 {
        letters.push(char::from_digit(u32::try_from((rest - 1) % 26).unwrap_or_default() + 10, 36).unwrap_or('a'));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().map(char::to_ascii_uppercase).collect()
}
