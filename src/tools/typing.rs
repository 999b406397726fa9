//! Figures typed in the midst of a gesture: a length, two of them, or an angle. They hold instead of where the pointer is.

use crate::geometry::{Angle, Length, Units};

/// Signs that a figure may have; more are not taken.
const MOST: usize = 16;

/// A key while a gesture goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypedKey {
    /// A sign.
    Sign(char),
    /// Takes the last sign away.
    Backspace,
    /// From the width to the depth and back.
    Next,
    /// Ends the gesture with what was typed.
    Take,
}

impl TypedKey {
    /// The key of a sign that can stand in a length or an angle; `begun` once something was typed, when units may follow.
    #[must_use]
    pub fn of_sign(sign: char, begun: bool) -> Option<Self> {
        let figure = sign.is_ascii_digit() || matches!(sign, '.' | ',' | '½' | '¼' | '¾' | '-');
        let unit = sign.is_ascii_alphabetic() || matches!(sign, '\'' | '"' | '′' | '″' | '’' | '”' | '/' | ' ' | '°');
        (figure || begun && unit).then_some(Self::Sign(sign))
    }
}

/// What is being typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typing {
    /// The width or the only figure, and the depth.
    pub fields: [String; 2],
    /// Whether the second one is being typed.
    pub second: bool,
}

impl Typing {
    /// Whether nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.fields.iter().all(String::is_empty) && !self.second
    }

    pub(super) fn press(&mut self, key: TypedKey) {
        let field = if self.second { &mut self.fields[1] } else { &mut self.fields[0] };
        match key {
            TypedKey::Sign(sign) if field.chars().count() < MOST => field.push(sign),
            TypedKey::Backspace => drop(field.pop()),
            TypedKey::Next => self.second = !self.second,
            TypedKey::Sign(_) | TypedKey::Take => {}
        }
    }

    /// Whether all that was typed can be read.
    pub(super) fn is_read(&self, units: Units) -> bool {
        let typed = self.read(units);
        let read = |place: usize| self.fields[place].is_empty() || typed.lengths[place].is_some();
        (read(0) || typed.angle.is_some()) && read(1)
    }

    pub(super) fn read(&self, units: Units) -> Typed {
        let [first, second] = &self.fields;
        let angle = first.trim().trim_end_matches('°').trim_end().replace(',', ".");
        Typed {
            lengths: [Length::parse_in(first, units), Length::parse_in(second, units)],
            angle: angle.parse().ok().and_then(Angle::from_degrees),
        }
    }
}

/// The figures that were typed, as far as they can be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    lengths: [Option<Length>; 2],
    angle: Option<Angle>,
}

impl Typed {
    /// Whether there is any figure.
    pub(super) const fn is_some(self) -> bool {
        self.lengths[0].is_some() || self.lengths[1].is_some() || self.angle.is_some()
    }

    /// A length, of whichever sign: the way of a movement.
    pub(super) const fn way(self) -> Option<Length> {
        self.lengths[0]
    }

    /// A width, or the length of a line.
    pub(super) fn first(self) -> Option<Length> {
        self.lengths[0].filter(|length| *length > Length::ZERO)
    }

    /// A depth.
    pub(super) fn second(self) -> Option<Length> {
        self.lengths[1].filter(|length| *length > Length::ZERO)
    }

    /// An angle.
    pub(super) const fn angle(self) -> Option<Angle> {
        self.angle
    }
}
