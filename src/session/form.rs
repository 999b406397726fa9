//! Forms: dialogs that are a list of fields. One mechanism for everything that is entered with figures or words.

use crate::geometry::Point;
use crate::plan::{BoothId, ExhibitorId, HallId, MapId, StructureId};
use crate::tools::BlockKind;

/// What a form is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormKind {
    /// A booth entered with figures.
    InsertBooth,
    /// A booth that is no rectangle, entered with figures.
    InsertShape(super::BoothShape),
    /// Booths to be split into equal parts.
    SplitBooths(Vec<BoothId>),
    /// Booths to be merged, the one that was selected first in front.
    MergeBooths(Vec<BoothId>),
    /// A block entered with figures.
    InsertBlock(BlockKind),
    /// A wall entered with figures.
    InsertWall,
    /// A column entered with figures.
    InsertColumn,
    /// A door entered with figures.
    InsertDoor,
    /// A text; its place comes from the tool where it was clicked.
    InsertText,
    /// The words of a text, or the figures of a wall, column or door.
    EditStructure(StructureId),
    /// A new show with its first hall.
    NewShow,
    /// A new hall.
    AddHall,
    /// Name and size of a hall.
    EditHall(HallId),
    /// The layer that what is selected goes to.
    MoveToLayer,
    /// The hall that what is selected goes to.
    MoveToHall,
    /// Name, edition and note of the show.
    EditShow,
    /// The step of the grid.
    GridStep,
    /// How far and about which point the selection is turned.
    RotateAbout,
    /// How wide the aisles between the selected rows become.
    ArrangeToAisle,
    /// A new exhibitor.
    AddExhibitor,
    /// Facts about an exhibitor.
    EditExhibitor(ExhibitorId),
    /// The true length of a line drawn on a picture, or the picture's width.
    Calibrate {
        /// Which picture.
        map: MapId,
        /// The line that was drawn on it.
        line: Option<(Point, Point)>,
    },
    /// Another number of a booth.
    Renumber(BoothId),
    /// The number of the booth that the exhibitors of this one go to.
    MoveExhibitor(BoothId),
}

/// What a field asks for; it names the field's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FieldKey {
    /// A name.
    Name,
    /// What a hall is started from.
    Template,
    /// One of the layers.
    Layer,
    /// One of the halls.
    Hall,
    /// The edition of a show.
    Edition,
    /// A country.
    Country,
    /// Categories, separated by commas.
    Categories,
    /// One category.
    Category,
    /// Whom to call.
    Contact,
    /// The organiser's own words.
    Note,
    /// A booth's number.
    Number,
    /// The number of a block's first booth.
    FirstNumber,
    /// To the right, from the hall's origin.
    X,
    /// Down, from the hall's origin.
    Y,
    /// The other end of a wall.
    EndX,
    /// The other end of a wall.
    EndY,
    /// Along x.
    Width,
    /// Along y.
    Depth,
    /// Across a round booth.
    Diameter,
    /// Of what is missing in the box around an L or a U.
    NotchWidth,
    /// Of what is missing in the box around an L or a U.
    NotchDepth,
    /// Into how many a booth is split.
    Parts,
    /// Which way a booth is split.
    Direction,
    /// Which number a merged booth keeps.
    KeepNumber,
    /// Clockwise.
    Rotation,
    /// Rows of booths.
    Rows,
    /// Booths in a row.
    Columns,
    /// Between pairs of rows.
    Aisle,
    /// Between neighbours of a row.
    Gap,
    /// Booths of a row between two aisles that cross it.
    CrossAisles,
    /// Whether rows stand back to back.
    BackToBack,
    /// Of an arc.
    Radius,
    /// Where an arc begins.
    StartAngle,
    /// How far an arc goes round.
    Sweep,
    /// Across a wall.
    Thickness,
    /// Of letters.
    Height,
    /// From one line of the grid to the next.
    GridStep,
    /// Which way aisles run.
    AisleDirection,
    /// Who goes through a door.
    DoorKind,
    /// What a supply point gives.
    UtilityKind,
    /// The number of a supply point, as the venue writes it.
    UtilityNumber,
    /// One of the colours that can be chosen.
    Colour,
    /// The category of a zone's booths.
    ZoneCategory,
    /// How far beside what it measures a dimension is drawn.
    Offset,
    /// Words on the floor.
    Text,
    /// The true length of the line that was drawn.
    LineLength,
    /// The true width of the whole picture.
    PictureWidth,
    /// To how many times the size on paper a drawing is meant.
    PaperScale,
    /// Whether the hall becomes as large as the picture.
    HallSize,
}

/// How a field is entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// Words on one line.
    Words,
    /// Words on several lines.
    Lines,
    /// A length: metres, or with its unit.
    Length,
    /// Degrees.
    Angle,
    /// A whole number.
    Count,
    /// One of these words; the value is the chosen one's place, from 0.
    Choice(Vec<String>),
}

/// One field of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// What it asks for.
    pub key: FieldKey,
    /// How it is entered.
    pub kind: FieldKind,
    /// What stands in it, as typed.
    pub value: String,
}

/// A form being filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// What it is for.
    pub kind: FormKind,
    /// Its fields, in order.
    pub fields: Vec<Field>,
    /// Why it could not be taken, in words, and at which field.
    pub problem: Option<(Option<FieldKey>, String)>,
}

impl Form {
    /// A form with no field yet.
    #[must_use]
    pub const fn new(kind: FormKind) -> Self {
        Self { kind, fields: Vec::new(), problem: None }
    }

    /// With one more field.
    #[must_use]
    pub fn with(mut self, key: FieldKey, kind: FieldKind, value: impl Into<String>) -> Self {
        self.fields.push(Field { key, kind, value: value.into() });
        self
    }

    /// What stands in a field, trimmed; empty where the form has no such field.
    #[must_use]
    pub fn value(&self, key: FieldKey) -> &str {
        self.fields.iter().find(|field| field.key == key).map_or("", |field| field.value.trim())
    }

    /// Puts a value in a field.
    pub fn set(&mut self, key: FieldKey, value: impl Into<String>) {
        if let Some(field) = self.fields.iter_mut().find(|field| field.key == key) {
            field.value = value.into();
        }
    }
}
