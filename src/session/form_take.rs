//! Taking forms: what stands in the fields becomes an edit, or a reason why not at the field that is wrong.

use super::form_fill::{DOOR_KINDS, template_of};
use super::{Dialog, FieldKey as Key, Form, FormKind, Session};
use crate::edit::{Edit, ExhibitorFields, MapChange, NewBooth, NewNumber, Origin};
use crate::geometry::{Angle, Length, Outline, Point, Size};
use crate::plan::{DoorKind, Hall, HallMap, Number, Pattern, Placement, Show, StructureShape, Tint, UtilityKind};
use crate::text::args;
use crate::tools::Template;

/// What is wrong with a form: at which field, in words.
pub(super) type Wrong = (Option<Key>, String);

/// No drawing is on a smaller scale: one to so many.
const MOST_SCALE: u32 = 100_000;

impl Session {
    /// Makes of the form what it is for; a form that is wrong stays open and says where.
    pub(super) fn take_form(&mut self, mut form: Form) {
        let taken = match form.kind {
            FormKind::MoveExhibitor(from) => self.number_of_a_booth(&form).map(|to| {
                if let Some(first) = self.plan().participants(from).first() {
                    self.drop_exhibitor(first.exhibitor, Some(from), to);
                }
            }),
            FormKind::GridStep => self
                .length(&form, Key::GridStep, Length::ZERO)
                .and_then(|step| self.set_grid(step).ok_or_else(|| self.wrong(Key::GridStep))),
            FormKind::NewShow => self.template_and_size(&form).map(|(template, size)| {
                self.open_new(form.value(Key::Name), template, size);
            }),
            FormKind::MoveToHall => {
                let place = form.value(Key::Hall).parse().ok().and_then(|place: usize| self.other_halls().get(place).copied());
                place.map(|hall| self.move_to_hall(hall)).ok_or_else(|| self.wrong(Key::Hall))
            }
            _ => self.edit_of(&form).and_then(|edit| {
                self.remember_sizes(&form);
                self.remember_outlines(&edit);
                let halls: Vec<_> = self.plan().halls().keys().copied().collect();
                self.try_edit(&edit).map_err(|refusal| (None, self.texts.refusal(&refusal, self.plan())))?;
                self.reveal_selection();
                if matches!(edit, Edit::AddHall(_) | Edit::AddFurnishedHall { .. }) {
                    let new = self.plan().halls().keys().copied().find(|hall| !halls.contains(hall));
                    new.into_iter().for_each(|hall| self.show_hall(hall));
                }
                if matches!(edit, Edit::AddExhibitor(_)) {
                    // Whoever was just added is placed next: Enter does it.
                    self.directory.choose(self.plan().exhibitors().keys().next_back().copied());
                }
                if matches!(form.kind, FormKind::Calibrate { .. }) {
                    self.set_tool(crate::tools::ToolKind::Select);
                    self.zoom_to_fit();
                }
                Ok(())
            }),
        };
        if let Err(problem) = taken {
            form.problem = Some(problem);
            self.dialog = Some(Dialog::Form(form));
        }
    }

    /// The edit that adds things to the hall in view.
    pub(super) fn add_to_hall(&self, booths: Vec<NewBooth>, structures: Vec<StructureShape>) -> Result<Edit, Wrong> {
        let hall = self.hall.ok_or_else(|| (None, self.texts.needs_hall()))?;
        Ok(Edit::Add { hall, booths, structures, origin: Origin::Drawn })
    }

    pub(super) fn edit_of(&self, form: &Form) -> Result<Edit, Wrong> {
        if let Some(edit) = self.edit_of_outlines(form)? {
            return Ok(edit);
        }
        let add = |booths, structures| self.add_to_hall(booths, structures);
        match &form.kind {
            FormKind::InsertBooth => add(vec![self.booth_of(form)?], Vec::new()),
            FormKind::InsertBlock(kind) => self.block_of(form, *kind),
            FormKind::InsertWall => add(Vec::new(), vec![self.wall_of(form)?]),
            FormKind::InsertColumn => add(Vec::new(), vec![self.column_of(form)?]),
            FormKind::InsertDoor => add(Vec::new(), vec![self.door_of(form)?]),
            FormKind::InsertText => add(Vec::new(), vec![self.text_of(form)?]),
            FormKind::EditStructure(id) => {
                let old = self.plan().get(*id).map(|structure| &structure.shape);
                let shape = match old {
                    Some(StructureShape::Wall { .. }) => self.wall_of(form)?,
                    Some(StructureShape::Column(outline)) => StructureShape::Column(self.area_of(form, outline)?),
                    Some(StructureShape::Door { .. }) => self.door_of(form)?,
                    Some(StructureShape::Text { .. }) => self.text_of(form)?,
                    Some(StructureShape::NoBuild(outline)) => StructureShape::NoBuild(self.area_of(form, outline)?),
                    Some(StructureShape::Zone { outline, category, .. }) => {
                        let shape = self.zone_of(form, outline, *category)?;
                        let category = Some(form.value(Key::ZoneCategory).to_owned()).filter(|name| !name.is_empty());
                        let edits = vec![Edit::ChangeStructure(*id, shape), Edit::SetZoneCategory(*id, category)];
                        return Ok(Edit::Together(crate::edit::EditName::ChangeStructure, edits));
                    }
                    Some(StructureShape::Utility { .. }) => self.utility_of(form)?,
                    Some(shape @ StructureShape::Arrow { .. }) => {
                        shape.with_ends(self.point(form, Key::X, Key::Y)?, self.point(form, Key::EndX, Key::EndY)?)
                    }
                    Some(StructureShape::Dimension { .. }) => StructureShape::Dimension {
                        from: self.point(form, Key::X, Key::Y)?,
                        to: self.point(form, Key::EndX, Key::EndY)?,
                        offset: self.length(form, Key::Offset, -Length::LIMIT)?,
                    },
                    None => return Err((None, self.texts.refusal_gone())),
                };
                Ok(Edit::ChangeStructure(*id, shape))
            }
            FormKind::AddHall => {
                let (template, size) = self.template_and_size(form)?;
                Ok(template.hall(form.value(Key::Name).to_owned(), size, self.texts.units()))
            }
            FormKind::EditHall(id) => {
                let old = self.plan().get(*id).map(|hall| hall.outline.clone());
                let size = self.size(form)?;
                let name = form.value(Key::Name).to_owned();
                let outline = match old {
                    // Other shapes keep their form unless the size was changed.
                    Some(old) if old.bounds().size() == size => old,
                    Some(old) => Outline::rectangle(old.bounds().min(), size),
                    None => Outline::rectangle(Point::ORIGIN, size),
                };
                Ok(Edit::ChangeHall(*id, Hall { name, outline }))
            }
            FormKind::MoveToLayer => {
                let place = form.value(Key::Layer).parse::<usize>().unwrap_or(0);
                let layer = place.checked_sub(1).and_then(|place| self.plan().layers().keys().nth(place).copied());
                Ok(Edit::SetLayer(self.selection.clone(), layer))
            }
            FormKind::NewShow | FormKind::MoveToHall => Err(self.wrong(Key::Hall)),
            FormKind::EditShow => Ok(Edit::SetShow(Show {
                name: form.value(Key::Name).to_owned(),
                edition: form.value(Key::Edition).to_owned(),
                note: form.value(Key::Note).to_owned(),
            })),
            FormKind::AddExhibitor => Ok(Edit::AddExhibitor(exhibitor_of(form))),
            FormKind::EditExhibitor(id) => Ok(Edit::ChangeExhibitor(*id, exhibitor_of(form))),
            FormKind::Calibrate { map, line } => self.calibration_of(form, *map, *line),
            FormKind::Renumber(booth) => {
                let number = self.number(form, Key::Number)?.ok_or_else(|| self.wrong(Key::Number))?;
                Ok(Edit::SetNumber(*booth, number))
            }
            FormKind::RotateAbout => self.turned_selection(form),
            FormKind::ArrangeToAisle => self.arranged_selection(form),
            FormKind::MoveExhibitor(_)
            | FormKind::GridStep
            | FormKind::InsertShape(_)
            | FormKind::SplitBooths(_)
            | FormKind::MergeBooths(_) => Err((None, String::new())),
        }
    }

    fn booth_of(&self, form: &Form) -> Result<NewBooth, Wrong> {
        let outline = Outline::Rectangle {
            origin: self.point(form, Key::X, Key::Y)?,
            size: self.size(form)?,
            angle: self.angle(form, Key::Rotation)?,
        };
        self.numbered_booth_of(form, outline)
    }

    /// A booth with this outline, and the number and category of the form.
    pub(super) fn numbered_booth_of(&self, form: &Form, outline: Outline) -> Result<NewBooth, Wrong> {
        let number = self.number(form, Key::Number)?.map_or(NewNumber::Next, NewNumber::Exactly);
        let category = Some(form.value(Key::Category).to_owned()).filter(|name| !name.is_empty());
        Ok(NewBooth { number, outline, category })
    }

    fn template_and_size(&self, form: &Form) -> Result<(Template, Size), Wrong> {
        let (template, size) = (template_of(form), self.size(form)?);
        let least = template.least_size(self.texts.units());
        if size.width >= least.width && size.depth >= least.depth {
            return Ok((template, size));
        }
        let (width, depth) = (self.texts.length(least.width), self.texts.length(least.depth));
        let words = self.texts.template_too_large(args::TemplateTooLarge { width: &width, depth: &depth });
        Err((Some(if size.width < least.width { Key::Width } else { Key::Depth }), words))
    }

    fn wall_of(&self, form: &Form) -> Result<StructureShape, Wrong> {
        let thickness = self.length(form, Key::Thickness, Outline::LEAST)?;
        Ok(StructureShape::Wall {
            from: self.point(form, Key::X, Key::Y)?,
            to: self.point(form, Key::EndX, Key::EndY)?,
            thickness,
        })
    }

    fn column_of(&self, form: &Form) -> Result<StructureShape, Wrong> {
        Ok(StructureShape::Column(Outline::rectangle(self.point(form, Key::X, Key::Y)?, self.size(form)?)))
    }

    /// The area with the place and size of a form; its shape stays.
    fn area_of(&self, form: &Form, old: &Outline) -> Result<Outline, Wrong> {
        let (at, size) = (self.point(form, Key::X, Key::Y)?, self.size(form)?);
        let to = crate::geometry::Bounds::between(at, at + crate::geometry::Offset::new(size.width, size.depth));
        let from = old.bounds();
        Ok(if from.size() == size { old.moved(at - from.min()) } else { old.stretched(from, to) })
    }

    fn zone_of(&self, form: &Form, old: &Outline, category: Option<crate::plan::CategoryId>) -> Result<StructureShape, Wrong> {
        let name = form.value(Key::Name).to_owned();
        if name.is_empty() {
            return Err(self.wrong(Key::Name));
        }
        let tint = form.value(Key::Colour).parse::<usize>().ok().and_then(|at| Tint::ALL.get(at).copied());
        let outline = self.area_of(form, old)?;
        Ok(StructureShape::Zone { outline, name, tint: tint.unwrap_or(Tint::in_turn(0)), category })
    }

    fn utility_of(&self, form: &Form) -> Result<StructureShape, Wrong> {
        let kind = form.value(Key::UtilityKind).parse::<usize>().ok().and_then(|at| UtilityKind::ALL.get(at).copied());
        let number = form.value(Key::UtilityNumber).to_owned();
        Ok(StructureShape::Utility { at: self.point(form, Key::X, Key::Y)?, kind: kind.unwrap_or(UtilityKind::Power), number })
    }

    fn door_of(&self, form: &Form) -> Result<StructureShape, Wrong> {
        let chosen = form.value(Key::DoorKind).parse::<usize>().ok().and_then(|at| DOOR_KINDS.get(at).copied());
        Ok(StructureShape::Door {
            at: self.point(form, Key::X, Key::Y)?,
            width: self.length(form, Key::Width, Outline::LEAST)?,
            angle: self.angle(form, Key::Rotation)?,
            kind: chosen.unwrap_or(DoorKind::Exit),
        })
    }

    fn text_of(&self, form: &Form) -> Result<StructureShape, Wrong> {
        let text = form.value(Key::Text).to_owned();
        if text.is_empty() {
            return Err(self.wrong(Key::Text));
        }
        let height = self.length(form, Key::Height, Outline::LEAST)?;
        Ok(StructureShape::Text { at: self.point(form, Key::X, Key::Y)?, height, angle: self.angle(form, Key::Rotation)?, text })
    }

    /// Scales the picture about the first end of the line, or about its corner.
    fn calibration_of(&self, form: &Form, map: crate::plan::MapId, line: Option<(Point, Point)>) -> Result<Edit, Wrong> {
        let record = self.plan().get(map).ok_or_else(|| (None, self.texts.refusal(&crate::edit::Refusal::Gone, self.plan())))?;
        let placement = match line {
            None if form.fields.iter().any(|field| field.key == Key::PaperScale) => {
                let scale = form.value(Key::PaperScale).trim_start_matches("1:").trim().parse::<u32>().ok();
                let width = scale.filter(|scale| (1..=MOST_SCALE).contains(scale)).zip(self.paper_width(record));
                let calibrated = width.map(|(scale, paper)| paper * i64::from(scale));
                calibrated
                    .and_then(|width| crate::tools::calibrated_by_width(record, width))
                    .ok_or_else(|| self.wrong(Key::PaperScale))?
            }
            None => {
                let width = self.length(form, Key::PictureWidth, Outline::LEAST)?;
                crate::tools::calibrated_by_width(record, width).ok_or_else(|| self.wrong(Key::PictureWidth))?
            }
            Some((from, to)) => {
                let length = self.length(form, Key::LineLength, Outline::LEAST)?;
                crate::tools::calibrated(record, from, to, length).ok_or_else(|| self.wrong(Key::LineLength))?
            }
        };
        let hall = self.plan().get(record.hall).filter(|_| form.value(Key::HallSize) == "1");
        let placement = if hall.is_some() && self.is_alone_in_hall(map) {
            // A hall that takes its size from its picture begins where its rulers do.
            let corner = HallMap { placement, ..record.as_ref().clone() }.outline().bounds().min();
            Placement { origin: placement.origin + (Point::ORIGIN - corner), ..placement }
        } else {
            placement
        };
        let calibrate = Edit::ChangeMap(map, MapChange::Calibrate(placement));
        Ok(match hall {
            None => calibrate,
            Some(hall) => {
                let outline = HallMap { placement, ..record.as_ref().clone() }.outline();
                let resize = Edit::ChangeHall(record.hall, Hall { outline, name: hall.name.clone() });
                Edit::Together(calibrate.name(self.plan()), vec![calibrate, resize])
            }
        })
    }

    /// Whether nothing else lies in the hall of a picture.
    fn is_alone_in_hall(&self, map: crate::plan::MapId) -> bool {
        self.plan().get(map).is_some_and(|record| {
            self.index.booth_count(record.hall) == 0
                && self.index.structures(record.hall).next().is_none()
                && self.index.maps(record.hall).all(|other| other == map)
        })
    }

    fn number_of_a_booth(&self, form: &Form) -> Result<crate::plan::BoothId, Wrong> {
        let number = self.number(form, Key::Number)?.ok_or_else(|| self.wrong(Key::Number))?;
        let none = || (Some(Key::Number), self.texts.refusal(&crate::edit::Refusal::NoSuchBooth(number.clone()), self.plan()));
        self.plan().booth_numbered(&number).ok_or_else(none)
    }

    /// The next form of its kind starts with these figures.
    fn remember_sizes(&mut self, form: &Form) {
        let size = self.size(form);
        match (&form.kind, size) {
            (FormKind::InsertBooth, Ok(size)) => self.tool_settings.booth = size,
            (FormKind::InsertBlock(kind), _) => self.remember_block(form, *kind),
            (FormKind::InsertColumn, Ok(size)) => self.tool_settings.column = size,
            _ => {}
        }
    }

    pub(super) fn wrong(&self, key: Key) -> Wrong {
        (Some(key), super::words::wrong_field(&self.texts, key))
    }

    pub(super) fn length(&self, form: &Form, key: Key, least: Length) -> Result<Length, Wrong> {
        Length::parse_in(form.value(key), self.texts.units()).filter(|length| *length >= least).ok_or_else(|| self.wrong(key))
    }

    pub(super) fn point(&self, form: &Form, x: Key, y: Key) -> Result<Point, Wrong> {
        Ok(Point::new(self.length(form, x, -Length::LIMIT)?, self.length(form, y, -Length::LIMIT)?))
    }

    pub(super) fn size(&self, form: &Form) -> Result<Size, Wrong> {
        Ok(Size::new(self.length(form, Key::Width, Outline::LEAST)?, self.length(form, Key::Depth, Outline::LEAST)?))
    }

    pub(super) fn angle(&self, form: &Form, key: Key) -> Result<Angle, Wrong> {
        let figure = form.value(key).trim_end_matches('°').trim().replace(',', ".");
        figure.parse().ok().and_then(Angle::from_degrees).ok_or_else(|| self.wrong(key))
    }

    pub(super) fn count(&self, form: &Form, key: Key) -> Result<usize, Wrong> {
        let count = form.value(key).parse::<i64>().ok().filter(|count| (1..=i64::from(Pattern::MOST_ROWS)).contains(count));
        count.and_then(|count| usize::try_from(count).ok()).ok_or_else(|| self.wrong(key))
    }

    pub(super) fn number(&self, form: &Form, key: Key) -> Result<Option<Number>, Wrong> {
        let text = form.value(key);
        if text.is_empty() {
            return Ok(None);
        }
        Number::new(text).map(Some).ok_or_else(|| self.wrong(key))
    }
}

fn exhibitor_of(form: &Form) -> ExhibitorFields {
    let categories =
        form.value(Key::Categories).split([',', ';']).map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
    ExhibitorFields {
        name: form.value(Key::Name).to_owned(),
        country: form.value(Key::Country).to_owned(),
        categories: categories.collect(),
        contact: form.value(Key::Contact).to_owned(),
        note: form.value(Key::Note).to_owned(),
    }
}
