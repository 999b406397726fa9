//! Version 1 of the file: what its records are called and hold, and the plan that they make.

mod into_plan;
mod line;
mod salvaged;
mod values;

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use serde::Deserialize;
use serde::de::Deserializer;

pub(super) use self::salvaged::{Read, salvaged};
pub(super) use self::values::mistaken_value;
use self::values::{At, Bytes, Cell, Crop, Day, Degrees, Metres, Named, Number, Option1, Ref};
use super::FileError;
use super::cursor::{Cursor, OnLine};
use super::lines::{self, Part};
use super::list::{self, List};
use super::parts::{self, Parts};
use crate::plan::{
    self, BlockId, BookingId, BoothId, CategoryId, ExhibitorId, GroupId, HallId, LayerId, Listed, MapId, Plan, Records,
    StructureId,
};

/// Texts shorter than this are read as fast in one go.
const LONG: usize = 64 * 1024;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "version")]
    _version: u32,
    #[serde(default)]
    show: Show,
    #[serde(default)]
    halls: List<Hall>,
    #[serde(default)]
    categories: List<Category>,
    #[serde(default)]
    layers: List<Layer>,
    #[serde(default)]
    blocks: List<Block>,
    #[serde(default)]
    structures: List<Structure>,
    #[serde(default)]
    booths: List<Booth>,
    #[serde(default)]
    exhibitors: List<Exhibitor>,
    #[serde(default)]
    bookings: List<Booking>,
    #[serde(default)]
    logos: Vec<Logo>,
    #[serde(default)]
    maps: Vec<Map>,
    #[serde(default)]
    files: Vec<EmbeddedFile>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Show {
    name: String,
    edition: String,
    note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hall {
    id: Ref<HallId>,
    name: String,
    outline: Outline,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Category {
    id: Ref<CategoryId>,
    name: String,
    #[serde(default)]
    colour: Named<plan::Tint>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Layer {
    id: Ref<LayerId>,
    name: String,
    #[serde(default)]
    hidden: bool,
    #[serde(default)]
    locked: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Block {
    id: Ref<BlockId>,
    hall: Ref<HallId>,
    booth: At,
    pattern: Pattern,
    #[serde(default)]
    back_to_back: bool,
    #[serde(default)]
    aisle: Metres,
    #[serde(default)]
    gap: Metres,
    #[serde(default)]
    columns_between_aisles: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Structure {
    id: Ref<StructureId>,
    hall: Ref<HallId>,
    shape: Shape,
    #[serde(default)]
    layer: Option1<LayerId>,
    #[serde(default)]
    group: Option1<GroupId>,
    #[serde(default)]
    locked: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Booth {
    id: Ref<BoothId>,
    hall: Ref<HallId>,
    number: Number,
    outline: Outline,
    #[serde(default)]
    category: Option1<CategoryId>,
    #[serde(default)]
    blocked: bool,
    #[serde(default)]
    note: String,
    #[serde(default)]
    layer: Option1<LayerId>,
    #[serde(default)]
    group: Option1<GroupId>,
    #[serde(default)]
    locked: bool,
    #[serde(default)]
    cell: Cell,
    #[serde(default)]
    open_sides: Named<plan::OpenSides>,
    #[serde(default)]
    columns_cut: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Exhibitor {
    id: Ref<ExhibitorId>,
    name: String,
    #[serde(default)]
    country: String,
    #[serde(default)]
    categories: Vec<Ref<CategoryId>>,
    #[serde(default)]
    contact: String,
    #[serde(default)]
    note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Booking {
    id: Ref<BookingId>,
    stage: Stage,
    #[serde(default)]
    exhibitors: Vec<Participant>,
    #[serde(default)]
    booths: Vec<Ref<BoothId>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Map {
    id: Ref<MapId>,
    hall: Ref<HallId>,
    #[serde(default)]
    name: String,
    file: String,
    #[serde(default)]
    page: u32,
    sheet: (u32, u32),
    #[serde(default)]
    crop: Crop,
    #[serde(default)]
    hidden_layers: Vec<String>,
    at: At,
    width: Metres,
    #[serde(default)]
    turned: Degrees,
    #[serde(default)]
    calibrated: bool,
    #[serde(default)]
    in_front: bool,
    #[serde(default)]
    fade: u8,
    #[serde(default)]
    layer: Option1<LayerId>,
    #[serde(default)]
    group: Option1<GroupId>,
    #[serde(default)]
    locked: bool,
}

/// The logo of the exhibitor with this id.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Logo {
    id: Ref<ExhibitorId>,
    file: String,
    pixels: (NonZeroU32, NonZeroU32),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EmbeddedFile {
    sha256: String,
    base64: Bytes,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
enum Outline {
    Rectangle {
        at: At,
        size: At,
        #[serde(default)]
        turned: Degrees,
    },
    Polygon(Vec<At>),
    Round {
        centre: At,
        radius: Metres,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
enum Shape {
    Wall {
        from: At,
        to: At,
        thickness: Metres,
    },
    Column(Outline),
    Door {
        at: At,
        width: Metres,
        #[serde(default)]
        turned: Degrees,
        kind: DoorKind,
    },
    Text {
        at: At,
        height: Metres,
        #[serde(default)]
        turned: Degrees,
        text: String,
    },
    Zone {
        outline: Outline,
        name: String,
        tint: Tint,
        #[serde(default)]
        category: Option1<CategoryId>,
    },
    NoBuild(Outline),
    Utility {
        at: At,
        kind: UtilityKind,
        #[serde(default)]
        number: String,
    },
    Arrow {
        from: At,
        to: At,
    },
    Dimension {
        from: At,
        to: At,
        offset: Metres,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
enum Pattern {
    Grid {
        at: At,
        #[serde(default)]
        turned: Degrees,
        rows: u32,
        columns: u32,
    },
    Line {
        path: Vec<At>,
        rows: u32,
    },
    Arc {
        centre: At,
        radius: Metres,
        start: Degrees,
        sweep: Degrees,
        rows: u32,
    },
    Fill {
        floor: Outline,
        #[serde(default)]
        turned: Degrees,
    },
}

/// Enums of the plan as the file names them.
macro_rules! named {
    ($($name:ident { $($value:ident)* })*) => {$(
        #[derive(Deserialize)]
        enum $name {
            $($value,)*
        }

        impl From<$name> for plan::$name {
            fn from(name: $name) -> Self {
                match name {
                    $($name::$value => Self::$value,)*
                }
            }
        }

        impl<'de> Deserialize<'de> for Named<plan::$name> {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $name::deserialize(deserializer).map(|name| Self(Some(name.into())))
            }
        }

        impl OnLine for Named<plan::$name> {
            fn read(line: &mut Cursor<'_>) -> Option<Self> {
                match line.word() {
                    $(stringify!($value) => Some(Self(Some(plan::$name::$value))),)*
                    _ => None,
                }
            }
        }
    )*};
}

named! {
    Tint { Blue Teal Green Lime Yellow Orange Red Pink Purple Brown }
    UtilityKind { Power Water Network }
    OpenSides { Enclosed Inline Corner Peninsula Island }
    DoorKind { Entrance Exit Service }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
enum Stage {
    Held {
        #[serde(default)]
        until: Day,
    },
    Reserved,
    Contracted,
    Paid,
}

#[derive(Deserialize)]
enum Participant {
    Main(Ref<ExhibitorId>),
    Co(Ref<ExhibitorId>),
}

/// Reads a plan from a text whose first line says version 1.
pub(super) fn read(text: &str) -> Result<Plan, FileError> {
    valid(text, records(text, BTreeMap::new())?)
}

/// The plan of a text's records.
pub(super) fn valid(text: &str, records: Records) -> Result<Plan, FileError> {
    Plan::of(records).map_err(|violation| FileError::Broken { line: lines::line_of_violation(text, &violation), violation })
}

/// Reads the records of a text, which need not be a whole plan; it may name embedded files that are known already.
pub(super) fn records(text: &str, known: BTreeMap<String, plan::EmbeddedFile>) -> Result<Records, FileError> {
    let pieces = if text.len() < LONG { None } else { in_pieces(text) };
    let file = match pieces {
        Some(file) => file,
        None => whole(text)?,
    };
    records_of(text, file, known)
}

/// What RON makes of a text.
fn whole(text: &str) -> Result<File, FileError> {
    ron::from_str(text).map_err(|error| FileError::syntax(text, &error))
}

/// What a text says that is laid out as we write it; `None` where it is laid out otherwise, or wrong.
fn in_pieces(text: &str) -> Option<File> {
    read_parts(&parts::cut(text)?)
}

/// The plan of a text, however short it is, as read in pieces and as RON has it.
#[cfg(test)]
pub(super) fn read_in_both_ways(text: &str) -> (Option<Result<Plan, FileError>>, Result<Plan, FileError>) {
    let plan = |file| valid(text, records_of(text, file, BTreeMap::new())?);
    (in_pieces(text).map(plan), whole(text).and_then(plan))
}

fn records_of(text: &str, file: File, known: BTreeMap<String, plan::EmbeddedFile>) -> Result<Records, FileError> {
    let Show { name, edition, note } = file.show;
    let files = embedded_files(text, file.files, known)?;
    let maps = maps(text, file.maps, &files)?;
    let mut exhibitors = file.exhibitors.in_order(text, Part::Exhibitors)?;
    put_logos(text, file.logos, &files, &mut exhibitors)?;
    Ok(Records {
        show: plan::Show { name, edition, note },
        halls: file.halls.in_order(text, Part::Halls)?,
        categories: file.categories.in_order(text, Part::Categories)?,
        layers: file.layers.in_order(text, Part::Layers)?,
        blocks: file.blocks.in_order(text, Part::Blocks)?,
        structures: file.structures.in_order(text, Part::Structures)?,
        booths: file.booths.in_order(text, Part::Booths)?,
        exhibitors,
        bookings: file.bookings.in_order(text, Part::Bookings)?,
        maps: list::in_order(maps, text, Part::Maps)?,
    })
}

/// Reads the pieces of a text at the same time; `None` where one of them cannot be read by itself.
fn read_parts(parts: &Parts<'_>) -> Option<File> {
    std::thread::scope(|scope| {
        let booths = scope.spawn(|| line::list(parts.booths));
        let exhibitors = scope.spawn(|| line::list(parts.exhibitors));
        let bookings = line::list(parts.bookings);
        let file: File = ron::from_str(&parts.rest).ok()?;
        // Each list was cut where a list is, and one record stands for it.
        let were_lists = [file.booths.len(), file.exhibitors.len(), file.bookings.len()] == [1, 1, 1];
        let (booths, exhibitors, bookings) = (booths.join().ok()??, exhibitors.join().ok()??, bookings?);
        were_lists.then_some(File { booths, exhibitors, bookings, ..file })
    })
}

fn embedded_files(
    text: &str,
    files: Vec<EmbeddedFile>,
    mut by_hash: BTreeMap<String, plan::EmbeddedFile>,
) -> Result<BTreeMap<String, plan::EmbeddedFile>, FileError> {
    for (place, file) in files.into_iter().enumerate() {
        let (hash, file) =
            file.checked().ok_or_else(|| FileError::PictureDamaged { line: lines::line_of(text, Part::Files, place) })?;
        by_hash.insert(hash, file);
    }
    Ok(by_hash)
}

fn put_logos(
    text: &str,
    logos: Vec<Logo>,
    files: &BTreeMap<String, plan::EmbeddedFile>,
    exhibitors: &mut Listed<ExhibitorId>,
) -> Result<(), FileError> {
    let put = |(place, logo): (usize, Logo)| logo.put(files, exhibitors, || lines::line_of(text, Part::Logos, place));
    logos.into_iter().enumerate().try_for_each(put)
}

fn maps(text: &str, maps: Vec<Map>, files: &BTreeMap<String, plan::EmbeddedFile>) -> Result<Listed<MapId>, FileError> {
    let maps = maps.into_iter().enumerate();
    maps.map(|(place, map)| map.record(files, || lines::line_of(text, Part::Maps, place))).collect()
}

/// The names that records are read by, for the page on the format.
#[cfg(test)]
pub(super) mod names {
    use std::collections::BTreeSet;

    use super::super::format_tests::names_of;

    type Names = BTreeSet<String>;

    pub(in crate::file) fn lists() -> Names {
        names_of::<super::File>()
    }

    pub(in crate::file) fn fields() -> Vec<(&'static str, Names)> {
        vec![
            ("show", names_of::<super::Show>()),
            ("halls", names_of::<super::Hall>()),
            ("categories", names_of::<super::Category>()),
            ("layers", names_of::<super::Layer>()),
            ("blocks", names_of::<super::Block>()),
            ("structures", names_of::<super::Structure>()),
            ("booths", names_of::<super::Booth>()),
            ("exhibitors", names_of::<super::Exhibitor>()),
            ("bookings", names_of::<super::Booking>()),
            ("logos", names_of::<super::Logo>()),
            ("maps", names_of::<super::Map>()),
            ("files", names_of::<super::EmbeddedFile>()),
        ]
    }

    pub(in crate::file) fn values() -> Vec<(&'static str, Names)> {
        vec![
            ("outline", names_of::<super::Outline>()),
            ("shape", names_of::<super::Shape>()),
            ("door kind", names_of::<super::DoorKind>()),
            ("utility kind", names_of::<super::UtilityKind>()),
            ("pattern", names_of::<super::Pattern>()),
            ("stage", names_of::<super::Stage>()),
            ("participant", names_of::<super::Participant>()),
            ("open sides", names_of::<super::OpenSides>()),
            ("tint", names_of::<super::Tint>()),
        ]
    }
}
