//! Ids. They stay apart in copies of a plan that are edited apart: a counter that goes on from the largest in the file, and
//! the random tag of the copy that was opened.

use std::fmt;
use std::str::FromStr;

/// A record's id: ordered by its counter.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id {
    counter: u32,
    tag: u32,
}

/// The digits of base 32, without the letters that are mistaken for digits (Crockford's alphabet).
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

fn write_base32(mut value: u32, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut text = Vec::with_capacity(7);
    loop {
        text.push(char::from(DIGITS[(value % 32) as usize]));
        value /= 32;
        if value == 0 {
            break;
        }
    }
    f.write_str(&text.iter().rev().collect::<String>())
}

fn read_base32(text: &str) -> Option<u32> {
    if text.is_empty() {
        return None;
    }
    text.bytes().try_fold(0_u32, |value, byte| {
        let digit = u32::try_from(DIGITS.iter().position(|digit| *digit == byte)?).ok()?;
        value.checked_mul(32)?.checked_add(digit)
    })
}

impl Id {
    /// Before every other one.
    pub(super) const LEAST: Self = Self { counter: 0, tag: 0 };

    /// Its place in the order in which records were made.
    #[must_use]
    pub const fn counter(self) -> u32 {
        self.counter
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_base32(self.counter, f)?;
        f.write_str("-")?;
        write_base32(self.tag, f)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A text that is no id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnId;

impl Id {
    /// The largest counter that a file may name: above it there is room for two thousand million ids more.
    const MOST_COUNTER: u32 = 1 << 31;
}

impl FromStr for Id {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let (counter, tag) = text.split_once('-').ok_or(NotAnId)?;
        let counter = read_base32(counter).filter(|counter| *counter <= Self::MOST_COUNTER).ok_or(NotAnId)?;
        Ok(Self { counter, tag: read_base32(tag).ok_or(NotAnId)? })
    }
}

/// Makes new ids: the tag of the opened copy and the next counter, both given from outside.
#[derive(Clone, Debug)]
pub struct IdMint {
    tag: u32,
    last: u32,
}

impl IdMint {
    /// Makes ids with this tag, after `last`.
    #[must_use]
    pub const fn new(tag: u32, last: u32) -> Self {
        Self { tag, last }
    }

    /// The tag of the ids that it makes.
    #[must_use]
    pub const fn tag(&self) -> u32 {
        self.tag
    }

    /// A new id of any kind.
    pub fn mint<I: From<Id>>(&mut self) -> I {
        self.last = self.last.saturating_add(1);
        I::from(Id { counter: self.last, tag: self.tag })
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Id);

        impl $name {
            /// The id without its kind.
            #[must_use]
            pub const fn id(self) -> Id {
                self.0
            }
        }

        impl From<Id> for $name {
            fn from(id: Id) -> Self {
                Self(id)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }
    )*};
}

ids! {
    /// A hall's id.
    HallId
    /// A booth's id.
    BoothId
    /// The id of a wall, a column, a zone or whatever else is no booth.
    StructureId
    /// The id of a picture under a hall.
    MapId
    /// A category's id.
    CategoryId
    /// An exhibitor's id.
    ExhibitorId
    /// A booking's id.
    BookingId
    /// A block's id.
    BlockId
    /// A layer's id.
    LayerId
    /// What the things of one group have in common; there is no record of a group.
    GroupId
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_written_short_and_read_back() {
        let mut mint = IdMint::new(0xdead_beef, 1_023);
        let id: BoothId = mint.mint();
        assert_eq!(id.id().to_string(), "100-3favfqf");
        assert_eq!(id.id().to_string().parse::<Id>(), Ok(id.id()));
        for text in ["", "-", "1", "1-", "-1", "u-1", "1-zzzzzzzz", "A-1", "2000001-1"] {
            assert_eq!(text.parse::<Id>(), Err(NotAnId), "{text}");
        }
    }
}
