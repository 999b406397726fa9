//! Opening forms, filled with what is known.

use super::{CommandId, Dialog, Field, FieldKey as Key, FieldKind as Kind, Form, FormKind, Session};
use crate::edit::Objects;
use crate::geometry::{Length, Point};
use crate::plan::{DoorKind, MapId, StructureId, StructureShape, Tint, UtilityKind};
use crate::tools::{Template, ToolKind};

impl Session {
    fn show_form(&mut self, form: Form) {
        self.dialog = Some(Dialog::Form(form));
    }

    /// A length as it stands in a field.
    pub(super) fn figure(&self, length: Length) -> String {
        self.texts.length_figure(length)
    }

    /// The form that a command opens.
    pub(super) fn open_form(&mut self, command: CommandId) {
        let form = match command {
            CommandId::ShowProperties => {
                let show = self.plan().show();
                Form::new(FormKind::EditShow)
                    .with(Key::Name, Kind::Words, show.name.clone())
                    .with(Key::Edition, Kind::Words, show.edition.clone())
                    .with(Key::Note, Kind::Lines, show.note.clone())
            }
            CommandId::InsertBooth => {
                let size = self.tool_settings.booth;
                self.at(FormKind::InsertBooth, self.free_corner())
                    .with(Key::Width, Kind::Length, self.figure(size.width))
                    .with(Key::Depth, Kind::Length, self.figure(size.depth))
                    .with(Key::Rotation, Kind::Angle, "0")
                    .with(Key::Number, Kind::Words, "")
                    .with(Key::Category, Kind::Words, "")
            }
            CommandId::InsertBlock
            | CommandId::InsertRow
            | CommandId::InsertDoubleRow
            | CommandId::InsertAlongLine
            | CommandId::InsertOnArc
            | CommandId::InsertFill => self.block_form(super::blocks::inserted_by(command).unwrap_or_default()),
            CommandId::InsertWall => {
                let from = self.free_corner();
                let to = Point::new(from.x + Length::from_mm(10_000), from.y);
                self.wall_form(FormKind::InsertWall, from, to, self.tool_settings.wall_thickness)
            }
            CommandId::InsertColumn => {
                let size = self.tool_settings.column;
                self.at(FormKind::InsertColumn, self.free_corner()).with(Key::Width, Kind::Length, self.figure(size.width)).with(
                    Key::Depth,
                    Kind::Length,
                    self.figure(size.depth),
                )
            }
            CommandId::InsertDoor => {
                let at = self.hall.and_then(|hall| self.plan().get(hall)).map_or(Point::ORIGIN, |hall| {
                    let bounds = hall.outline.bounds();
                    Point::new(bounds.centre().x, bounds.max().y)
                });
                self.door_form(
                    FormKind::InsertDoor,
                    at,
                    self.tool_settings.door_width,
                    crate::geometry::Angle::ZERO,
                    self.tool_settings.door_kind,
                )
            }
            CommandId::InsertText => self.text_form(self.middle().rounded_to(self.tool_settings.grid)),
            CommandId::AddHall => {
                let number = self.plan().halls().len() + 1;
                let name = self.texts.hall_numbered(crate::text::args::HallNumbered { number });
                self.template_form(FormKind::AddHall, name)
            }
            CommandId::MoveToLayer => {
                let shared = self.selection.bindings(self.plan()).next().and_then(|binding| binding.layer);
                let layers = self.plan().layers();
                let chosen = shared.and_then(|layer| layers.keys().position(|id| *id == layer)).map_or(0, |place| place + 1);
                let names = std::iter::once(self.texts.layer_base()).chain(layers.values().map(|layer| layer.name.clone()));
                Form::new(FormKind::MoveToLayer).with(Key::Layer, Kind::Choice(names.collect()), chosen.to_string())
            }
            CommandId::MoveToHall => {
                let names = self.other_halls().into_iter().filter_map(|hall| self.plan().get(hall));
                let names = names.map(|hall| hall.name.clone()).collect();
                Form::new(FormKind::MoveToHall).with(Key::Hall, Kind::Choice(names), "0")
            }
            CommandId::HallProperties => {
                let Some((id, hall)) = self.hall.and_then(|id| Some((id, self.plan().get(id)?.clone()))) else { return };
                let size = hall.outline.bounds().size();
                self.hall_form(FormKind::EditHall(id), hall.name.clone(), size.width, size.depth)
            }
            CommandId::GridStep => self.grid_form(),
            CommandId::RotateAbout => self.rotate_about_form(),
            CommandId::ArrangeToAisle => self.aisle_form(),
            CommandId::AddExhibitor => exhibitor_form(
                FormKind::AddExhibitor,
                &crate::edit::ExhibitorFields {
                    name: if self.directory.shown().len() == 0 { self.directory.search().to_owned() } else { String::new() },
                    ..Default::default()
                },
            ),
            CommandId::EditExhibitor => {
                let Some(id) = self.exhibitor_at_hand() else { return };
                let Some(fields) = self.exhibitor_fields(id) else { return };
                exhibitor_form(FormKind::EditExhibitor(id), &fields)
            }
            CommandId::Renumber => {
                let Some((id, booth)) = self.selection.booths.first().and_then(|id| Some((*id, self.plan().get(*id)?))) else {
                    return;
                };
                Form::new(FormKind::Renumber(id)).with(Key::Number, Kind::Words, booth.number.to_string())
            }
            CommandId::MoveExhibitor => {
                let booked = self.selection.booths.iter().find(|booth| self.plan().booking_of(**booth).is_some());
                let Some(booth) = booked.copied() else { return };
                Form::new(FormKind::MoveExhibitor(booth)).with(Key::Number, Kind::Words, "")
            }
            other => match self.outline_form(other) {
                Some(form) => form,
                None => return,
            },
        };
        self.show_form(form);
    }

    /// What is known of an exhibitor, with its categories by name.
    #[must_use]
    pub fn exhibitor_fields(&self, id: crate::plan::ExhibitorId) -> Option<crate::edit::ExhibitorFields> {
        let exhibitor = self.plan().get(id)?;
        let categories = exhibitor.categories.iter().filter_map(|id| self.plan().get(*id));
        Some(crate::edit::ExhibitorFields {
            name: exhibitor.name.clone(),
            country: exhibitor.country.clone(),
            categories: categories.map(|category| category.name.clone()).collect(),
            contact: exhibitor.contact.clone(),
            note: exhibitor.note.clone(),
        })
    }

    pub(super) fn at(&self, kind: FormKind, at: Point) -> Form {
        Form::new(kind).with(Key::X, Kind::Length, self.figure(at.x)).with(Key::Y, Kind::Length, self.figure(at.y))
    }

    /// A point of the grid near the middle of what is seen, so that what is inserted is seen.
    pub(super) fn free_corner(&self) -> Point {
        self.middle().rounded_to(self.tool_settings.grid)
    }

    fn line_form(&self, kind: FormKind, from: Point, to: Point) -> Form {
        self.at(kind, from).with(Key::EndX, Kind::Length, self.figure(to.x)).with(Key::EndY, Kind::Length, self.figure(to.y))
    }

    fn wall_form(&self, kind: FormKind, from: Point, to: Point, thickness: Length) -> Form {
        self.line_form(kind, from, to).with(Key::Thickness, Kind::Length, self.figure(thickness))
    }

    fn door_form(&self, kind: FormKind, at: Point, width: Length, angle: crate::geometry::Angle, door: DoorKind) -> Form {
        let kinds = DOOR_KINDS.map(|kind| self.texts.door_kind(kind)).to_vec();
        let chosen = DOOR_KINDS.iter().position(|kind| *kind == door).unwrap_or(0);
        self.at(kind, at)
            .with(Key::Width, Kind::Length, self.figure(width))
            .with(Key::Rotation, Kind::Angle, self.texts.angle_figure(angle))
            .with(Key::DoorKind, Kind::Choice(kinds), chosen.to_string())
    }

    fn text_form(&self, at: Point) -> Form {
        Form::new(FormKind::InsertText)
            .with(Key::Text, Kind::Words, "")
            .with(Key::Height, Kind::Length, self.figure(self.tool_settings.text_height))
            .with(Key::X, Kind::Length, self.figure(at.x))
            .with(Key::Y, Kind::Length, self.figure(at.y))
            .with(Key::Rotation, Kind::Angle, "0")
    }

    fn hall_form(&self, kind: FormKind, name: String, width: Length, depth: Length) -> Form {
        Form::new(kind).with(Key::Name, Kind::Words, name).with(Key::Width, Kind::Length, self.figure(width)).with(
            Key::Depth,
            Kind::Length,
            self.figure(depth),
        )
    }

    /// A hall's name, what it is started from and its size.
    fn template_form(&self, kind: FormKind, name: String) -> Form {
        let templates = Template::ALL.map(|template| super::words::template(&self.texts, template)).to_vec();
        let size = Template::Empty.usual_size(self.texts.units());
        let mut form = self.hall_form(kind, name, size.width, size.depth);
        form.fields.insert(1, Field { key: Key::Template, kind: Kind::Choice(templates), value: "0".to_owned() });
        form
    }

    pub(super) fn ask_for_new_show(&mut self) {
        let form = self.template_form(FormKind::NewShow, self.texts.new_show());
        self.show_form(form);
    }

    /// Another template brings the size that it is offered with.
    pub(super) fn size_of_template(&self, old: &Form, new: &mut Form) {
        let template = template_of(new);
        if new.value(Key::Template) != old.value(Key::Template) {
            let size = template.usual_size(self.texts.units());
            new.set(Key::Width, self.figure(size.width));
            new.set(Key::Depth, self.figure(size.depth));
        }
    }

    pub(super) fn ask_for_text(&mut self, at: Point) {
        let form = self.text_form(at.rounded_to(self.tool_settings.grid));
        self.show_form(form);
    }

    /// The form of a wall, column, door or text.
    pub(super) fn edit_structure(&mut self, id: StructureId) {
        let Some(structure) = self.plan().get(id).cloned() else { return };
        let kind = FormKind::EditStructure(id);
        let form = match &structure.shape {
            StructureShape::Wall { from, to, thickness } => self.wall_form(kind, *from, *to, *thickness),
            StructureShape::Column(outline) | StructureShape::NoBuild(outline) => self.area_form(Form::new(kind), outline),
            StructureShape::Door { at, width, angle, kind: door } => self.door_form(kind, *at, *width, *angle, *door),
            StructureShape::Text { at, height, angle, text } => {
                let mut form = self.text_form(*at);
                form.kind = kind;
                form.set(Key::Text, text.clone());
                form.set(Key::Height, self.figure(*height));
                form.set(Key::Rotation, self.texts.angle_figure(*angle));
                form
            }
            StructureShape::Zone { outline, name, tint, category } => {
                let colours = Tint::ALL.map(|tint| self.texts.tint(tint)).to_vec();
                let chosen = Tint::ALL.iter().position(|other| other == tint).unwrap_or(0);
                let category = category.and_then(|id| self.plan().get(id)).map(|category| category.name.clone());
                let form = Form::new(kind)
                    .with(Key::Name, Kind::Words, name.clone())
                    .with(Key::Colour, Kind::Choice(colours), chosen.to_string())
                    .with(Key::ZoneCategory, Kind::Words, category.unwrap_or_default());
                self.area_form(form, outline)
            }
            StructureShape::Utility { at, kind: gives, number } => {
                let kinds = UtilityKind::ALL.map(|kind| self.texts.utility(kind)).to_vec();
                let chosen = UtilityKind::ALL.iter().position(|other| other == gives).unwrap_or(0);
                Form::new(kind)
                    .with(Key::UtilityNumber, Kind::Words, number.clone())
                    .with(Key::UtilityKind, Kind::Choice(kinds), chosen.to_string())
                    .with(Key::X, Kind::Length, self.figure(at.x))
                    .with(Key::Y, Kind::Length, self.figure(at.y))
            }
            StructureShape::Arrow { from, to } => self.line_form(kind, *from, *to),
            StructureShape::Dimension { from, to, offset } => {
                self.line_form(kind, *from, *to).with(Key::Offset, Kind::Length, self.figure(*offset))
            }
        };
        self.show_form(form);
    }

    /// Where an area lies, and how large it is.
    fn area_form(&self, form: Form, outline: &crate::geometry::Outline) -> Form {
        let bounds = outline.bounds();
        let figures = [
            (Key::X, bounds.min().x),
            (Key::Y, bounds.min().y),
            (Key::Width, bounds.size().width),
            (Key::Depth, bounds.size().depth),
        ];
        figures.into_iter().fold(form, |form, (key, length)| form.with(key, Kind::Length, self.figure(length)))
    }

    /// The command: with a picture selected or only one, a line is drawn on it, or its width is entered.
    pub(super) fn calibrate(&mut self) {
        let Some(hall) = self.hall else { return };
        let selected = self.selection.maps.first().copied();
        if let Some(map) = selected.or_else(|| self.map_under(hall)) {
            self.selection = Objects { maps: [map].into(), ..Objects::default() };
            self.ask_for_calibration(map, None);
        }
    }

    /// The topmost picture under a hall.
    pub(super) fn map_under(&self, hall: crate::plan::HallId) -> Option<MapId> {
        self.index.maps(hall).rev().find(|id| self.plan().get(*id).is_some_and(|map| !map.in_front))
    }

    pub(super) fn ask_for_calibration(&mut self, map: MapId, line: Option<(Point, Point)>) {
        let Some(record) = self.plan().get(map) else { return };
        let form = Form::new(FormKind::Calibrate { map, line });
        let form = match line {
            Some(_) => form.with(Key::LineLength, Kind::Length, ""),
            None => match self.paper_width(record) {
                Some(paper) => {
                    let scale = record.outline().size().width.metres() / paper.metres();
                    form.with(Key::PaperScale, Kind::Count, format!("{scale:.0}"))
                }
                None => form.with(Key::PictureWidth, Kind::Length, self.figure(record.outline().size().width)),
            },
        };
        // A hall in which nothing stands yet has only the size that every new hall has: the picture knows better.
        let is_bare = self.index.booth_count(record.hall) == 0 && self.index.structures(record.hall).next().is_none();
        let sizes = vec![self.texts.calibrate_hall_stays(), self.texts.calibrate_hall_as_picture()];
        self.show_form(form.with(Key::HallSize, Kind::Choice(sizes), usize::from(is_bare).to_string()));
    }

    /// Takes the tool that draws a line on the picture.
    pub(super) fn draw_calibration_line(&mut self) {
        self.set_tool(ToolKind::Calibrate);
    }
}

/// The template that is chosen in a form.
pub(super) fn template_of(form: &Form) -> Template {
    form.value(Key::Template).parse::<usize>().ok().and_then(|place| Template::ALL.get(place).copied()).unwrap_or(Template::Empty)
}

/// The kinds of doors, in the order in which they can be chosen.
pub(super) const DOOR_KINDS: [DoorKind; 3] = [DoorKind::Entrance, DoorKind::Exit, DoorKind::Service];

fn exhibitor_form(kind: FormKind, fields: &crate::edit::ExhibitorFields) -> Form {
    Form::new(kind)
        .with(Key::Name, Kind::Words, fields.name.clone())
        .with(Key::Country, Kind::Words, fields.country.clone())
        .with(Key::Categories, Kind::Words, fields.categories.join(", "))
        .with(Key::Contact, Kind::Words, fields.contact.clone())
        .with(Key::Note, Kind::Lines, fields.note.clone())
}
