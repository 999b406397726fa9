//! What only the session can say: its forms' fields and what its jobs failed at.

use std::path::Path;

use super::job::Failure;
use super::{FieldKey, FormKind, Session};
use crate::reader::DrawingUnit;
use crate::store::{Doing, file_name};
use crate::text::{Texts, args};
use crate::tools::BlockKind;

/// The words before a field.
#[must_use]
pub fn field_words(texts: &Texts, key: FieldKey) -> String {
    match key {
        FieldKey::Name => texts.field_name(),
        FieldKey::Template => texts.field_template(),
        FieldKey::Layer => texts.field_layer(),
        FieldKey::Hall => texts.field_hall(),
        FieldKey::Edition => texts.field_edition(),
        FieldKey::Country => texts.field_country(),
        FieldKey::Categories => texts.field_categories(),
        FieldKey::Category => texts.field_category(),
        FieldKey::Contact => texts.field_contact(),
        FieldKey::Note => texts.field_notes(),
        FieldKey::Number => texts.field_number(),
        FieldKey::FirstNumber => texts.field_first_number(),
        FieldKey::X => texts.field_x(),
        FieldKey::Y => texts.field_y(),
        FieldKey::EndX => texts.field_end_x(),
        FieldKey::EndY => texts.field_end_y(),
        FieldKey::Width => texts.field_width(),
        FieldKey::Depth => texts.field_depth(),
        FieldKey::Rotation => texts.field_rotation(),
        FieldKey::Diameter => texts.field_diameter(),
        FieldKey::NotchWidth => texts.field_notch_width(),
        FieldKey::NotchDepth => texts.field_notch_depth(),
        FieldKey::Parts => texts.field_parts(),
        FieldKey::Direction => texts.field_direction(),
        FieldKey::KeepNumber => texts.field_keep_number(),
        FieldKey::Rows => texts.field_rows(),
        FieldKey::Columns => texts.field_columns(),
        FieldKey::Aisle => texts.field_aisle(),
        FieldKey::Gap => texts.field_gap(),
        FieldKey::CrossAisles => texts.field_cross_aisles(),
        FieldKey::BackToBack => texts.field_back_to_back(),
        FieldKey::Radius => texts.field_radius(),
        FieldKey::StartAngle => texts.field_start_angle(),
        FieldKey::Sweep => texts.field_sweep(),
        FieldKey::Thickness => texts.field_thickness(),
        FieldKey::Height => texts.field_height(),
        FieldKey::GridStep => texts.field_grid_step(),
        FieldKey::AisleDirection => texts.field_aisle_direction(),
        FieldKey::DoorKind => texts.field_door_kind(),
        FieldKey::UtilityKind => texts.field_utility_kind(),
        FieldKey::UtilityNumber => texts.field_number(),
        FieldKey::Colour => texts.field_colour(),
        FieldKey::ZoneCategory => texts.field_zone_category(),
        FieldKey::Offset => texts.field_offset(),
        FieldKey::Text => texts.field_text(),
        FieldKey::LineLength => texts.calibrate_line_length(),
        FieldKey::PictureWidth => texts.calibrate_picture_width(),
        FieldKey::PaperScale => texts.calibrate_paper_scale(),
        FieldKey::HallSize => texts.calibrate_hall_size(),
    }
}

/// What is wrong with what stands in a field.
pub(super) fn wrong_field(texts: &Texts, key: FieldKey) -> String {
    let field = &field_words(texts, key);
    match key {
        FieldKey::X
        | FieldKey::Y
        | FieldKey::EndX
        | FieldKey::EndY
        | FieldKey::Width
        | FieldKey::Depth
        | FieldKey::Aisle
        | FieldKey::Gap
        | FieldKey::Radius
        | FieldKey::Thickness
        | FieldKey::Height
        | FieldKey::Diameter
        | FieldKey::NotchWidth
        | FieldKey::NotchDepth
        | FieldKey::GridStep
        | FieldKey::Offset
        | FieldKey::LineLength
        | FieldKey::PictureWidth => texts.wrong_length(args::WrongLength { field }),
        FieldKey::Parts => texts.wrong_parts(args::WrongParts { most: &crate::geometry::Cut::MOST.to_string() }),
        FieldKey::Rotation | FieldKey::StartAngle | FieldKey::Sweep => texts.wrong_angle(args::WrongAngle { field }),
        FieldKey::PaperScale => texts.wrong_scale(args::WrongScale { field }),
        FieldKey::Rows | FieldKey::Columns | FieldKey::CrossAisles => texts.wrong_count(args::WrongCount { field }),
        FieldKey::Number | FieldKey::FirstNumber => texts.wrong_number(args::WrongNumber { field }),
        FieldKey::Name
        | FieldKey::Template
        | FieldKey::Layer
        | FieldKey::Hall
        | FieldKey::Edition
        | FieldKey::Country
        | FieldKey::Categories
        | FieldKey::Category
        | FieldKey::Contact
        | FieldKey::Note
        | FieldKey::Direction
        | FieldKey::KeepNumber
        | FieldKey::DoorKind
        | FieldKey::UtilityKind
        | FieldKey::UtilityNumber
        | FieldKey::Colour
        | FieldKey::ZoneCategory
        | FieldKey::BackToBack
        | FieldKey::HallSize
        | FieldKey::AisleDirection
        | FieldKey::Text => texts.wrong_empty(args::WrongEmpty { field }),
    }
}

/// What a hall is started from.
pub(super) fn template(texts: &Texts, template: crate::tools::Template) -> String {
    match template {
        crate::tools::Template::Empty => texts.template_empty(),
        crate::tools::Template::OneBlock => texts.template_one_block(),
        crate::tools::Template::Classic => texts.template_classic(),
    }
}

/// The title of a form.
#[must_use]
pub fn form_title(session: &Session, kind: &FormKind) -> String {
    let texts = session.texts();
    match kind {
        FormKind::InsertBooth => texts.form_insert_booth(),
        FormKind::InsertShape(super::BoothShape::Round) => texts.form_insert_round(),
        FormKind::InsertShape(super::BoothShape::L) => texts.form_insert_l(),
        FormKind::InsertShape(super::BoothShape::U) => texts.form_insert_u(),
        FormKind::SplitBooths(booths) => texts.form_split(args::FormSplit { count: booths.len() }),
        FormKind::MergeBooths(booths) => texts.form_merge(args::FormMerge { count: booths.len() }),
        FormKind::InsertBlock(kind) => match kind {
            BlockKind::Row => texts.form_insert_row(),
            BlockKind::DoubleRow => texts.form_insert_double_row(),
            BlockKind::Grid => texts.form_insert_block(),
            BlockKind::Line => texts.form_insert_along_line(),
            BlockKind::Arc => texts.form_insert_on_arc(),
            BlockKind::Fill => texts.form_insert_fill(),
        },
        FormKind::InsertWall => texts.form_insert_wall(),
        FormKind::InsertColumn => texts.form_insert_column(),
        FormKind::InsertDoor => texts.form_insert_door(),
        FormKind::InsertText => texts.form_insert_text(),
        FormKind::EditStructure(_) => texts.form_edit_structure(),
        FormKind::NewShow => texts.form_new_show(),
        FormKind::AddHall => texts.form_add_hall(),
        FormKind::EditHall(_) => texts.form_edit_hall(),
        FormKind::MoveToLayer => texts.form_move_to_layer(),
        FormKind::MoveToHall => texts.form_move_to_hall(),
        FormKind::EditShow => texts.form_edit_show(),
        FormKind::GridStep => texts.form_grid_step(),
        FormKind::RotateAbout => texts.form_rotate_about(),
        FormKind::ArrangeToAisle => texts.form_arrange_to_aisle(),
        FormKind::AddExhibitor => texts.form_add_exhibitor(),
        FormKind::EditExhibitor(_) => texts.form_edit_exhibitor(),
        FormKind::Calibrate { .. } => texts.calibrate_title(),
        FormKind::Renumber(_) => texts.form_renumber(),
        FormKind::MoveExhibitor(_) => texts.form_move_exhibitor(),
    }
}

/// A unit in which drawings count.
pub fn drawing_unit(texts: &Texts, unit: DrawingUnit) -> String {
    match unit {
        DrawingUnit::Millimetre => texts.unit_millimetres(),
        DrawingUnit::Centimetre => texts.unit_centimetres(),
        DrawingUnit::Decimetre => texts.unit_decimetres(),
        DrawingUnit::Metre => texts.unit_metres(),
        DrawingUnit::Inch => texts.unit_inches(),
        DrawingUnit::Foot => texts.unit_feet(),
        DrawingUnit::Yard => texts.unit_yards(),
        DrawingUnit::Other => texts.unit_other(),
    }
}

/// What failed, and why and how to go on.
#[must_use]
pub fn failure(texts: &Texts, failure: &Failure, plan: &crate::plan::Plan) -> (String, String) {
    let cannot_open = |path: &Path| texts.cannot_open(args::CannotOpen { file: &file_name(path) });
    let cannot_save = |path: &Path| texts.cannot_save(args::CannotSave { file: &file_name(path) });
    match failure {
        Failure::Store(error) => {
            let title = if error.doing == Doing::Reading { cannot_open(&error.path) } else { cannot_save(&error.path) };
            (title, texts.store_error(error))
        }
        Failure::File(path, error) => (cannot_open(path), texts.file_error(error, &file_name(path))),
        Failure::Read(path, error) => {
            let file = file_name(path);
            let title = if file.is_empty() { texts.cannot_show_picture() } else { cannot_open(path) };
            (title, texts.read_error(error, &file))
        }
        Failure::Picture { hall, picture, error } => {
            let file = if picture.is_empty() { hall } else { picture };
            (texts.cannot_draw_picture(args::CannotDrawPicture { hall }), texts.read_error(error, file))
        }
        Failure::Logo { exhibitor, error } => {
            (texts.cannot_draw_logo(args::CannotDrawLogo { exhibitor }), texts.read_error(error, exhibitor))
        }
        Failure::NoPictureOnClipboard => (texts.nothing_to_paste(), texts.no_picture_on_clipboard()),
        Failure::Print(error) => (texts.cannot_print(), error.words(texts)),
        Failure::Export(path, detail) => (cannot_save(path), texts.export_failed(args::ExportFailed { detail })),
        Failure::WhichHall(path) => {
            let halls = plan.halls().values().map(|hall| hall.name.clone()).collect::<Vec<_>>().join(", ");
            (cannot_save(path), texts.export_which_hall(args::ExportWhichHall { halls: &halls }))
        }
        Failure::Ending(path) => (cannot_save(path), texts.export_ending()),
        Failure::Unknown => (texts.failed_title(), texts.failed_hint()),
    }
}
