//! What stands in the file as a figure or a text: lengths, angles, ids, numbers, dates, bytes.

use std::fmt;
use std::marker::PhantomData;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::civil;
use serde::de::{Deserializer, Error as _, Unexpected, Visitor};
use serde::{Deserialize, de};

use crate::file::Mistake;
use crate::geometry::{self, Length, Point};
use crate::plan::{self, BlockId, Id};

/// Two lengths: a point, or a width and a depth.
pub(super) type At = (Metres, Metres);

/// An id as text.
pub(super) struct Ref<I>(pub(super) I);
/// An id as text, or none where the field is left out.
pub(super) struct Option1<I>(pub(super) Option<I>);
#[derive(Default)]
pub(super) struct Metres(pub(super) Length);
/// One of a few names, or none where the field is left out.
pub(super) struct Named<T>(pub(super) Option<T>);
/// A block's id, a row and a column, or none where the field is left out.
#[derive(Default)]
pub(super) struct Cell(pub(super) Option<plan::Cell>);
/// Two corners of a part of a sheet, left top and right bottom, or none where the field is left out.
#[derive(Default)]
pub(super) struct Crop(pub(super) Option<plan::SheetPart>);
#[derive(Default)]
pub(super) struct Degrees(pub(super) geometry::Angle);
pub(super) struct Number(pub(super) plan::Number);
#[derive(Default)]
pub(super) struct Day(pub(super) Option<civil::Date>);
pub(super) struct Bytes(pub(super) Vec<u8>);

impl<I> Default for Option1<I> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> Default for Named<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (Ref(block), row, column) = <(Ref<BlockId>, u32, u32)>::deserialize(deserializer)?;
        Ok(Self(Some(plan::Cell { block, row, column })))
    }
}

const ID: &str = "an id";
const LENGTH: &str = "a length";
const ANGLE: &str = "an angle";
const NUMBER: &str = "a booth number";
const DATE: &str = "a date";
const BASE64: &str = "base64";

/// What is wrong where a value is not what the records above expect.
pub(in crate::file) fn mistaken_value(expected: &str) -> Mistake {
    match expected {
        ID => Mistake::Id,
        LENGTH => Mistake::Length,
        ANGLE => Mistake::Angle,
        NUMBER => Mistake::Number,
        DATE => Mistake::Date,
        BASE64 => Mistake::Base64,
        _ => Mistake::Value,
    }
}

/// What stands as a text in the file.
pub(super) trait Text: Sized {
    /// What is told where the text is something else.
    const EXPECTED: &'static str;

    fn of(text: &str) -> Option<Self>;
}

impl<I: From<Id>> Text for Ref<I> {
    const EXPECTED: &'static str = ID;

    fn of(text: &str) -> Option<Self> {
        text.parse().ok().map(|id: Id| Self(id.into()))
    }
}

impl Text for Number {
    const EXPECTED: &'static str = NUMBER;

    fn of(text: &str) -> Option<Self> {
        plan::Number::new(text).map(Self)
    }
}

impl Text for Day {
    const EXPECTED: &'static str = DATE;

    fn of(text: &str) -> Option<Self> {
        text.parse().ok().map(|date| Self(Some(date)))
    }
}

impl Text for Bytes {
    const EXPECTED: &'static str = BASE64;

    fn of(text: &str) -> Option<Self> {
        STANDARD.decode(text).ok().map(Self)
    }
}

struct Quoted<T>(PhantomData<T>);

impl<T: Text> Visitor<'_> for Quoted<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        T::of(text).ok_or_else(|| E::invalid_value(Unexpected::Other("another text"), &T::EXPECTED))
    }
}

fn quoted<'de, D: Deserializer<'de>, T: Text>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_str(Quoted(PhantomData))
}

impl<'de, I: From<Id>> Deserialize<'de> for Ref<I> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        quoted(deserializer)
    }
}

impl<'de, I: From<Id>> Deserialize<'de> for Option1<I> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ref::deserialize(deserializer).map(|Ref(id)| Self(Some(id)))
    }
}

impl<'de> Deserialize<'de> for Crop {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (from, to) = Deserialize::deserialize(deserializer)?;
        Ok(Self(Some(plan::SheetPart { from, to })))
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        quoted(deserializer)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        quoted(deserializer)
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        quoted(deserializer)
    }
}

/// `value` in units of one `scale`th, where it is a whole number of them.
fn whole(value: f64, scale: f64) -> Option<f64> {
    let units = value * scale;
    ((units - units.round()).abs() < 1e-3).then(|| units.round())
}

impl<'de> Deserialize<'de> for Metres {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let metres = f64::deserialize(deserializer)?;
        let exact = whole(metres, 10_000.0).is_some();
        Length::from_metres(metres)
            .filter(|_| exact)
            .map(Self)
            .ok_or_else(|| D::Error::invalid_value(Unexpected::Float(metres), &LENGTH))
    }
}

impl<'de> Deserialize<'de> for Degrees {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let degrees = f64::deserialize(deserializer)?;
        let exact = whole(degrees, 1_000.0).is_some();
        geometry::Angle::from_degrees(degrees)
            .filter(|_| exact)
            .map(Self)
            .ok_or_else(|| D::Error::invalid_value(Unexpected::Float(degrees), &ANGLE))
    }
}

pub(super) fn point((Metres(x), Metres(y)): At) -> Point {
    Point::new(x, y)
}

/// Without the room that a list has to grow: most have one entry.
pub(super) fn exact<T>(mut list: Vec<T>) -> Vec<T> {
    list.shrink_to_fit();
    list
}

pub(super) fn refs<I>(refs: Vec<Ref<I>>) -> Vec<I> {
    exact(refs.into_iter().map(|Ref(id)| id).collect())
}
