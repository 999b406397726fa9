//! The words of statuses, doors and edits.

use super::messages::{Texts, args};
use crate::edit::{EditName, LayerChange, MapChangeName, Things};
use crate::plan::{DoorKind, Status, Tint, UtilityKind};

/// The words of values.
impl Texts {
    /// The status of a booth: `Paid`.
    pub fn status(&self, status: Status) -> String {
        match status {
            Status::Available => self.status_available(),
            Status::Held => self.status_held(),
            Status::Reserved => self.status_reserved(),
            Status::Contracted => self.status_contracted(),
            Status::Paid => self.status_paid(),
            Status::Blocked => self.status_blocked(),
        }
    }

    /// The letter in a booth's corner that says its status where colours cannot be told apart. Available booths are empty and
    /// blocked ones hatched.
    #[must_use]
    pub fn status_letter(&self, status: Status) -> Option<char> {
        let letter = match status {
            Status::Available | Status::Blocked => return None,
            Status::Held => self.status_letter_held(),
            Status::Reserved => self.status_letter_reserved(),
            Status::Contracted => self.status_letter_contracted(),
            Status::Paid => self.status_letter_paid(),
        };
        letter.chars().next()
    }

    /// Who goes through a door.
    pub fn door_kind(&self, kind: DoorKind) -> String {
        match kind {
            DoorKind::Entrance => self.door_kind_entrance(),
            DoorKind::Exit => self.door_kind_exit(),
            DoorKind::Service => self.door_kind_service(),
        }
    }

    /// What a utility gives.
    pub fn utility(&self, kind: UtilityKind) -> String {
        match kind {
            UtilityKind::Power => self.utility_power(),
            UtilityKind::Water => self.utility_water(),
            UtilityKind::Network => self.utility_network(),
        }
    }

    /// A colour that can be chosen.
    pub fn tint(&self, tint: Tint) -> String {
        match tint {
            Tint::Blue => self.tint_blue(),
            Tint::Teal => self.tint_teal(),
            Tint::Green => self.tint_green(),
            Tint::Lime => self.tint_lime(),
            Tint::Yellow => self.tint_yellow(),
            Tint::Orange => self.tint_orange(),
            Tint::Red => self.tint_red(),
            Tint::Pink => self.tint_pink(),
            Tint::Purple => self.tint_purple(),
            Tint::Brown => self.tint_brown(),
        }
    }

    /// A list in a sentence: `Acer`, `Acer and Asus`, `Acer, Asus and Dell`. Nothing for an empty one.
    pub fn enumeration(&self, names: &[String]) -> String {
        match names {
            [] => String::new(),
            [only] => only.clone(),
            [before @ .., last] => self.list_and(args::ListAnd { before: &before.join(", "), last }),
        }
    }

    /// What somebody has hold of: `12 booths`.
    pub fn things(&self, things: Things) -> String {
        match things {
            Things::Booths(count) => self.things_booths(args::ThingsBooths { count }),
            Things::Objects(count) => self.things_objects(args::ThingsObjects { count }),
        }
    }

    fn layer_change(&self, change: LayerChange, layer: &str) -> String {
        match change {
            LayerChange::Rename => self.edit_rename_layer(args::EditRenameLayer { layer }),
            LayerChange::Hide => self.edit_hide_layer(args::EditHideLayer { layer }),
            LayerChange::Show => self.edit_show_layer(args::EditShowLayer { layer }),
            LayerChange::Lock => self.edit_lock_layer(args::EditLockLayer { layer }),
            LayerChange::Unlock => self.edit_unlock_layer(args::EditUnlockLayer { layer }),
        }
    }

    fn edit_of_map(&self, change: MapChangeName, picture: &str) -> String {
        match change {
            MapChangeName::Calibrate => self.edit_calibrate_map(args::EditCalibrateMap { picture }),
            MapChangeName::Align => self.edit_align_map(args::EditAlignMap { picture }),
            MapChangeName::Crop => self.edit_crop_map(args::EditCropMap { picture }),
            MapChangeName::ShowAll => self.edit_show_all_of_map(args::EditShowAllOfMap { picture }),
            MapChangeName::Fade => self.edit_fade_map(args::EditFadeMap { picture }),
            MapChangeName::Layers => self.edit_layers_of_map(args::EditLayersOfMap { picture }),
            MapChangeName::Page => self.edit_page_of_map(args::EditPageOfMap { picture }),
            MapChangeName::Replace => self.edit_replace_map(args::EditReplaceMap { picture }),
            MapChangeName::ToFront => self.edit_map_to_front(args::EditMapToFront { picture }),
            MapChangeName::ToBack => self.edit_map_to_back(args::EditMapToBack { picture }),
        }
    }

    /// What an edit is called in the Edit menu: `move 12 booths`.
    pub fn edit_name(&self, name: &EditName) -> String {
        match name {
            EditName::Earlier(words) => words.clone(),
            EditName::TakeIn(count) => self.edit_take_in(args::EditTakeIn { count: *count }),
            EditName::ChangeShow => self.edit_change_show(),
            EditName::AddHall(hall) => self.edit_add_hall(args::EditAddHall { hall }),
            EditName::ChangeHall(hall) => self.edit_change_hall(args::EditChangeHall { hall }),
            EditName::RemoveHall(hall) => self.edit_remove_hall(args::EditRemoveHall { hall }),
            EditName::AddMap(picture) => self.edit_add_map(args::EditAddMap { picture }),
            EditName::ChangeMap(change, picture) => self.edit_of_map(*change, picture),
            EditName::Split(number) => self.edit_split(args::EditSplit { number: number.as_str() }),
            EditName::SplitBooths(count) => self.edit_split_booths(args::EditSplitBooths { count: *count }),
            EditName::Merge(count) => self.edit_merge(args::EditMerge { count: *count }),
            EditName::CutColumns(count) => self.edit_cut_columns(args::EditCutColumns { count: *count }),
            EditName::KeepColumns(count) => self.edit_keep_columns(args::EditKeepColumns { count: *count }),
            EditName::DuplicateHall(hall) => self.edit_duplicate_hall(args::EditDuplicateHall { hall }),
            EditName::MirrorHall(hall) => self.edit_mirror_hall(args::EditMirrorHall { hall }),
            EditName::MoveToHall(things, hall) => {
                self.edit_move_to_hall(args::EditMoveToHall { things: &self.things(*things), hall })
            }
            EditName::AddLayer(layer) => self.edit_add_layer(args::EditAddLayer { layer }),
            EditName::ChangeLayer(change, layer) => self.layer_change(*change, layer),
            EditName::RemoveLayer(layer) => self.edit_remove_layer(args::EditRemoveLayer { layer }),
            EditName::SetLayer(things, Some(layer)) => {
                self.edit_set_layer(args::EditSetLayer { things: &self.things(*things), layer })
            }
            EditName::SetLayer(things, None) => {
                self.edit_set_base_layer(args::EditSetBaseLayer { things: &self.things(*things) })
            }
            EditName::Group(things) => self.edit_group(args::EditGroup { things: &self.things(*things) }),
            EditName::Ungroup(things) => self.edit_ungroup(args::EditUngroup { things: &self.things(*things) }),
            EditName::Lock(things) => self.edit_lock(args::EditLock { things: &self.things(*things) }),
            EditName::Unlock(things) => self.edit_unlock(args::EditUnlock { things: &self.things(*things) }),
            EditName::DrawStructure => self.edit_draw_structure(),
            EditName::ChangeStructure => self.edit_change_structure(),
            EditName::Renumber { from, to } => self.edit_renumber(args::EditRenumber { from: from.as_str(), to: to.as_str() }),
            EditName::ChangeNote(number) => self.edit_change_note(args::EditChangeNote { number: number.as_str() }),
            EditName::SetStatus(count, status) => {
                let status = self.status(*status).to_lowercase();
                self.edit_set_status(args::EditSetStatus { count: *count, status: &status })
            }
            EditName::DrawBooths(count) => self.edit_draw_booths(args::EditDrawBooths { count: *count }),
            EditName::AddFromDrawing(things) => {
                self.edit_add_from_drawing(args::EditAddFromDrawing { things: &self.things(*things) })
            }
            EditName::ImportBooths(count) => self.edit_import_booths(args::EditImportBooths { count: *count }),
            EditName::NumberBooths(count) => self.edit_number_booths(args::EditNumberBooths { count: *count }),
            EditName::AddCategory(category) => self.edit_add_category(args::EditAddCategory { category }),
            EditName::ChangeCategory(category) => self.edit_change_category(args::EditChangeCategory { category }),
            EditName::RemoveCategory(category) => self.edit_remove_category(args::EditRemoveCategory { category }),
            EditName::SetOpenSides(count) => self.edit_set_open_sides(args::EditSetOpenSides { count: *count }),
            EditName::SetCategory(count) => self.edit_set_category(args::EditSetCategory { count: *count }),
            EditName::ChangeBlock(count) => self.edit_change_block(args::EditChangeBlock { count: *count }),
            EditName::BreakUp(count) => self.edit_break_up(args::EditBreakUp { count: *count }),
            EditName::Block(count) => self.edit_block(args::EditBlock { count: *count }),
            EditName::Unblock(count) => self.edit_unblock(args::EditUnblock { count: *count }),
            EditName::Free(count) => self.edit_free(args::EditFree { count: *count }),
            EditName::Paste(Things::Booths(count)) => self.edit_paste_booths(args::EditPasteBooths { count: *count }),
            EditName::Paste(Things::Objects(count)) => self.edit_paste_objects(args::EditPasteObjects { count: *count }),
            EditName::Duplicate(Things::Booths(count)) => self.edit_duplicate_booths(args::EditDuplicateBooths { count: *count }),
            EditName::Duplicate(Things::Objects(count)) => {
                self.edit_duplicate_objects(args::EditDuplicateObjects { count: *count })
            }
            EditName::Move(Things::Booths(count)) => self.edit_move_booths(args::EditMoveBooths { count: *count }),
            EditName::Move(Things::Objects(count)) => self.edit_move_objects(args::EditMoveObjects { count: *count }),
            EditName::Resize(Things::Booths(count)) => self.edit_resize_booths(args::EditResizeBooths { count: *count }),
            EditName::Resize(Things::Objects(count)) => self.edit_resize_objects(args::EditResizeObjects { count: *count }),
            EditName::Rotate(Things::Booths(count)) => self.edit_rotate_booths(args::EditRotateBooths { count: *count }),
            EditName::Rotate(Things::Objects(count)) => self.edit_rotate_objects(args::EditRotateObjects { count: *count }),
            EditName::Align(count) => self.edit_align(args::EditAlign { count: *count }),
            EditName::Distribute(count) => self.edit_distribute(args::EditDistribute { count: *count }),
            EditName::Mirror(count) => self.edit_mirror(args::EditMirror { count: *count }),
            EditName::ArrangeToAisle(count) => self.edit_arrange_to_aisle(args::EditArrangeToAisle { count: *count }),
            EditName::Delete(Things::Booths(count)) => self.edit_delete_booths(args::EditDeleteBooths { count: *count }),
            EditName::Delete(Things::Objects(count)) => self.edit_delete_objects(args::EditDeleteObjects { count: *count }),
            EditName::Cut(Things::Booths(count)) => self.edit_cut_booths(args::EditCutBooths { count: *count }),
            EditName::Cut(Things::Objects(count)) => self.edit_cut_objects(args::EditCutObjects { count: *count }),
            EditName::Place { exhibitor, number } => self.edit_place(args::EditPlace { exhibitor, number: number.as_str() }),
            EditName::Leave { exhibitor, number } => self.edit_leave(args::EditLeave { exhibitor, number: number.as_str() }),
            EditName::Share(number) => self.edit_share(args::EditShare { number: number.as_str() }),
            EditName::Replace(number) => self.edit_replace(args::EditReplace { number: number.as_str() }),
            EditName::Swap(first, second) => self.edit_swap(args::EditSwap { first: first.as_str(), second: second.as_str() }),
            EditName::MoveBooking(from, to) => {
                self.edit_move_booking(args::EditMoveBooking { from: from.as_str(), to: to.as_str() })
            }
            EditName::SetRole(exhibitor) => self.edit_set_role(args::EditSetRole { exhibitor }),
            EditName::AddExhibitor(exhibitor) => self.edit_add_exhibitor(args::EditAddExhibitor { exhibitor }),
            EditName::ChangeExhibitor(exhibitor) => self.edit_change_exhibitor(args::EditChangeExhibitor { exhibitor }),
            EditName::SetLogo(exhibitor) => self.edit_set_logo(args::EditSetLogo { exhibitor }),
            EditName::RemoveLogo(exhibitor) => self.edit_remove_logo(args::EditRemoveLogo { exhibitor }),
            EditName::RemoveExhibitors(count) => self.edit_remove_exhibitors(args::EditRemoveExhibitors { count: *count }),
            EditName::ImportExhibitors(count) => self.edit_import_exhibitors(args::EditImportExhibitors { count: *count }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Number;
    use crate::text::Language;

    #[test]
    fn edits_are_named_in_both_languages() {
        let [english, french] = Language::ALL.map(Texts::new);
        let number = |text| Number::new(text).unwrap();
        for (name, in_english, in_french) in [
            (EditName::Move(Things::Booths(12)), "move 12 booths", "déplacer 12 stands"),
            (EditName::Delete(Things::Objects(3)), "delete 3 objects", "supprimer 3 objets"),
            (EditName::DrawBooths(1), "draw booth", "dessiner un stand"),
            (EditName::SetStatus(2, Status::Paid), "set 2 booths to paid", "passer 2 stands à l’état «\u{a0}payé\u{a0}»"),
            (
                EditName::Place { exhibitor: "Synology".into(), number: number("E21") },
                "place Synology on E21",
                "placer Synology sur le stand E21",
            ),
            (EditName::Swap(number("E21"), number("A2")), "swap E21 and A2", "échanger E21 et A2"),
        ] {
            assert_eq!(english.edit_name(&name), in_english);
            assert_eq!(french.edit_name(&name), in_french);
        }
    }

    #[test]
    fn names_are_listed_as_in_a_sentence() {
        let [english, french] = Language::ALL.map(Texts::new);
        let names = ["Acer", "Asus", "Dell"].map(str::to_owned);
        assert_eq!(english.enumeration(&names), "Acer, Asus and Dell");
        assert_eq!(french.enumeration(&names), "Acer, Asus et Dell");
        assert_eq!(english.enumeration(&names[..1]), "Acer");
        assert_eq!(english.enumeration(&[]), "");
    }
}
