//! What a record of the file becomes in the plan.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::list::Entry;
use super::values::{Cell, Day, Degrees, Metres, Named, Number, Option1, Ref, exact, point, refs};
use super::{
    Block, Booking, Booth, Category, EmbeddedFile, Exhibitor, Hall, Layer, Logo, Map, Outline, Participant, Pattern, Shape,
    Stage, Structure,
};
use crate::file::FileError;
use crate::geometry::{self, Size};
use crate::plan::{
    self, BlockId, BookingId, BoothId, CategoryId, ExhibitorId, GroupId, HallId, LayerId, Listed, MapId, StructureId,
};

impl From<Outline> for geometry::Outline {
    fn from(outline: Outline) -> Self {
        match outline {
            Outline::Rectangle { at, size: (Metres(width), Metres(depth)), turned: Degrees(angle) } => {
                Self::Rectangle { origin: point(at), size: Size::new(width, depth), angle }
            }
            Outline::Polygon(corners) => Self::Polygon(corners.into_iter().map(point).collect()),
            Outline::Round { centre, radius: Metres(radius) } => Self::Round { centre: point(centre), radius },
        }
    }
}

impl From<Shape> for plan::StructureShape {
    fn from(shape: Shape) -> Self {
        match shape {
            Shape::Wall { from, to, thickness: Metres(thickness) } => Self::Wall { from: point(from), to: point(to), thickness },
            Shape::Column(outline) => Self::Column(outline.into()),
            Shape::Door { at, width: Metres(width), turned: Degrees(angle), kind } => {
                Self::Door { at: point(at), width, angle, kind: kind.into() }
            }
            Shape::Text { at, height: Metres(height), turned: Degrees(angle), text } => {
                Self::Text { at: point(at), height, angle, text }
            }
            Shape::Zone { outline, name, tint, category: Option1(category) } => {
                Self::Zone { outline: outline.into(), name, tint: tint.into(), category }
            }
            Shape::NoBuild(outline) => Self::NoBuild(outline.into()),
            Shape::Utility { at, kind, number } => Self::Utility { at: point(at), kind: kind.into(), number },
            Shape::Arrow { from, to } => Self::Arrow { from: point(from), to: point(to) },
            Shape::Dimension { from, to, offset: Metres(offset) } => Self::Dimension { from: point(from), to: point(to), offset },
        }
    }
}

impl From<Pattern> for plan::Pattern {
    fn from(pattern: Pattern) -> Self {
        match pattern {
            Pattern::Grid { at, turned: Degrees(angle), rows, columns } => Self::Grid { origin: point(at), angle, rows, columns },
            Pattern::Line { path, rows } => Self::Line { path: path.into_iter().map(point).collect(), rows },
            Pattern::Arc { centre, radius: Metres(radius), start: Degrees(start), sweep: Degrees(sweep), rows } => {
                Self::Arc { centre: point(centre), radius, start, sweep, rows }
            }
            Pattern::Fill { floor, turned: Degrees(angle) } => Self::Fill { floor: floor.into(), angle },
        }
    }
}

fn binding(Option1(layer): Option1<LayerId>, Option1(group): Option1<GroupId>, locked: bool) -> plan::Binding {
    plan::Binding { layer, group, locked }
}

impl Entry for Hall {
    type Id = HallId;

    fn record(self) -> (HallId, plan::Hall) {
        let Self { id: Ref(id), name, outline } = self;
        (id, plan::Hall { name, outline: outline.into() })
    }
}

impl Entry for Category {
    type Id = CategoryId;

    fn record(self) -> (CategoryId, plan::Category) {
        let Self { id: Ref(id), name, colour: Named(colour) } = self;
        (id, plan::Category { name, colour })
    }
}

impl Entry for Layer {
    type Id = LayerId;

    fn record(self) -> (LayerId, plan::Layer) {
        let Self { id: Ref(id), name, hidden, locked } = self;
        (id, plan::Layer { name, hidden, locked })
    }
}

impl Entry for Block {
    type Id = BlockId;

    fn record(self) -> (BlockId, plan::Block) {
        let Self { id: Ref(id), hall: Ref(hall), booth: (Metres(width), Metres(depth)), pattern, .. } = self;
        let spacing = plan::Spacing {
            back_to_back: self.back_to_back,
            aisle: self.aisle.0,
            gap: self.gap.0,
            columns_between_aisles: self.columns_between_aisles,
        };
        (id, plan::Block { hall, booth: Size::new(width, depth), spacing, pattern: pattern.into() })
    }
}

impl Entry for Structure {
    type Id = StructureId;

    fn record(self) -> (StructureId, plan::Structure) {
        let Self { id: Ref(id), hall: Ref(hall), shape, layer, group, locked } = self;
        (id, plan::Structure { hall, shape: shape.into(), binding: binding(layer, group, locked) })
    }
}

impl Entry for Booth {
    type Id = BoothId;

    fn record(self) -> (BoothId, plan::Booth) {
        let Self { id: Ref(id), hall: Ref(hall), number: Number(number), outline, category: Option1(category), .. } = self;
        let Self { blocked, note, layer, group, locked, cell: Cell(cell), open_sides: Named(open_sides), columns_cut, .. } = self;
        let (outline, binding) = (outline.into(), binding(layer, group, locked));
        (id, plan::Booth { hall, number, outline, category, blocked, note, binding, cell, open_sides, columns_cut })
    }
}

impl Entry for Exhibitor {
    type Id = ExhibitorId;

    fn record(self) -> (ExhibitorId, plan::Exhibitor) {
        let Self { id: Ref(id), name, country, categories, contact, note } = self;
        (id, plan::Exhibitor { name, country, categories: refs(categories), contact, note, logo: None })
    }
}

impl Entry for Booking {
    type Id = BookingId;

    fn record(self) -> (BookingId, plan::Booking) {
        let Self { id: Ref(id), stage, exhibitors, booths } = self;
        let participants = exact(exhibitors.into_iter().map(Into::into).collect());
        (id, plan::Booking { participants, booths: refs(booths), stage: stage.into() })
    }
}

impl From<Stage> for plan::Stage {
    fn from(stage: Stage) -> Self {
        match stage {
            Stage::Held { until: Day(until) } => Self::Held { until },
            Stage::Reserved => Self::Reserved,
            Stage::Contracted => Self::Contracted,
            Stage::Paid => Self::Paid,
        }
    }
}

impl From<Participant> for plan::Participant {
    fn from(participant: Participant) -> Self {
        match participant {
            Participant::Main(Ref(exhibitor)) => Self { exhibitor, role: plan::Role::Main },
            Participant::Co(Ref(exhibitor)) => Self { exhibitor, role: plan::Role::Co },
        }
    }
}

impl EmbeddedFile {
    /// The file under its hash; `None` where its bytes are others.
    pub(super) fn checked(self) -> Option<(String, plan::EmbeddedFile)> {
        let file = plan::EmbeddedFile::new(self.base64.0);
        (file.hash() == self.sha256).then_some((self.sha256, file))
    }
}

impl Logo {
    /// Gives the logo to its exhibitor.
    pub(super) fn put(
        self,
        files: &BTreeMap<String, plan::EmbeddedFile>,
        exhibitors: &mut Listed<ExhibitorId>,
        line: impl Fn() -> usize,
    ) -> Result<(), FileError> {
        let Self { id: Ref(id), file, pixels } = self;
        let at = exhibitors.binary_search_by_key(&id, |(id, _)| *id).ok();
        let Some(exhibitor) = at.and_then(|at| exhibitors.get_mut(at)).map(|(_, exhibitor)| Arc::make_mut(exhibitor)) else {
            return Err(FileError::LogoOfNobody { line: line() });
        };
        let Some(file) = files.get(&file).cloned() else {
            return Err(FileError::LogoMissing { line: line(), exhibitor: exhibitor.name.clone() });
        };
        if exhibitor.logo.is_some() {
            return Err(FileError::IdTwice { line: line(), id: id.id().to_string() });
        }
        exhibitor.logo = Some(plan::Logo { file, pixels });
        Ok(())
    }
}

impl Map {
    /// The map with its file.
    pub(super) fn record(
        self,
        files: &BTreeMap<String, plan::EmbeddedFile>,
        line: impl Fn() -> usize,
    ) -> Result<(MapId, Arc<plan::HallMap>), FileError> {
        let Self { id: Ref(id), hall: Ref(hall), name, file, page, sheet, crop, hidden_layers, at, width: Metres(width), .. } =
            self;
        let Self { turned: Degrees(angle), calibrated, in_front, fade, layer, group, locked, .. } = self;
        let Some(file) = files.get(&file).cloned() else { return Err(FileError::PictureMissing { line: line(), name }) };
        let Some(fade) = plan::Fade::new(fade) else {
            return Err(FileError::Broken { line: line(), violation: plan::Violation::MapPlacement(id) });
        };
        let map = plan::HallMap {
            hall,
            name,
            file,
            page,
            sheet,
            crop: crop.0,
            hidden_layers,
            placement: plan::Placement { origin: point(at), width, angle },
            calibrated,
            in_front,
            fade,
            binding: binding(layer, group, locked),
        };
        Ok((id, Arc::new(map)))
    }
}
