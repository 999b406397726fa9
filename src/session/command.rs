//! The table of commands: what menu, shortcuts, context menu and command palette all show.

use crate::text::Texts;

/// A key, named by what is printed on it in the user's own layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A letter, upper case, or a sign.
    Character(char),
    /// F1 to F12.
    Function(u8),
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// Enter.
    Enter,
    /// Escape.
    Escape,
    /// Home.
    Home,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Left arrow.
    Left,
    /// Right arrow.
    Right,
    /// Up arrow.
    Up,
    /// Down arrow.
    Down,
}

/// A key with the keys held with it. Control is the command key on a Mac.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Shortcut {
    /// The key itself.
    pub key: Key,
    /// Held with it.
    pub control: bool,
    /// Held with it.
    pub shift: bool,
    /// Held with it.
    pub alt: bool,
}

const fn plain(key: Key) -> Shortcut {
    Shortcut { key, control: false, shift: false, alt: false }
}

const fn control(key: Key) -> Shortcut {
    Shortcut { control: true, ..plain(key) }
}

const fn shift(key: Key) -> Shortcut {
    Shortcut { shift: true, ..plain(key) }
}

const fn alt(key: Key) -> Shortcut {
    Shortcut { alt: true, ..plain(key) }
}

const fn control_shift(key: Key) -> Shortcut {
    Shortcut { shift: true, ..control(key) }
}

const fn alt_shift(key: Key) -> Shortcut {
    Shortcut { shift: true, ..alt(key) }
}

const fn letter(character: char) -> Key {
    Key::Character(character)
}

/// The menus of the menu bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Menu {
    /// Files and paper.
    File,
    /// Undo, clipboard, selection.
    Edit,
    /// What is seen and how.
    View,
    /// New things.
    Insert,
    /// Things moved and turned.
    Arrange,
    /// Exhibitors and who is where.
    Exhibitors,
    /// About the program.
    Help,
    /// By what booths are coloured; a menu inside that of the view.
    Colours,
    /// Things brought in line with each other; a menu inside that of arranging.
    Align,
    /// In no menu: the palette and the shortcuts have it.
    Nowhere,
}

impl Menu {
    /// The menus of the menu bar, in order.
    pub const BAR: [Self; 7] = [Self::File, Self::Edit, Self::View, Self::Insert, Self::Arrange, Self::Exhibitors, Self::Help];

    /// Its word.
    #[must_use]
    pub fn words(self, texts: &Texts) -> String {
        match self {
            Self::File => texts.menu_file(),
            Self::Edit => texts.menu_edit(),
            Self::View => texts.menu_view(),
            Self::Insert => texts.menu_insert(),
            Self::Arrange => texts.menu_arrange(),
            Self::Exhibitors => texts.menu_exhibitors(),
            Self::Help => texts.menu_help(),
            Self::Colours => texts.menu_colours(),
            Self::Align => texts.menu_align(),
            Self::Nowhere => String::new(),
        }
    }
}

/// One row of the table.
pub struct Command {
    /// Which command.
    pub id: CommandId,
    /// The menu that shows it.
    pub menu: Menu,
    /// The group in its menu; a line is drawn between groups.
    pub group: u8,
    /// The keys that run it; menus show the first.
    pub shortcuts: &'static [Shortcut],
    /// Its words.
    pub words: fn(&Texts) -> String,
    /// Whether the context menu of the canvas shows it.
    pub in_context_menu: bool,
}

macro_rules! commands {
    ($($id:ident, $words:ident, $menu:ident $group:literal, [$($shortcut:expr),*] $(, $context:ident)?;)*) => {
        /// A command of the table.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum CommandId {
            $(
                #[doc = concat!("Words: `", stringify!($words), "`.")]
                $id,
            )*
        }

        /// All commands, in the order of the menus.
        pub static COMMANDS: &[Command] = &[
            $(Command {
                id: CommandId::$id,
                menu: Menu::$menu,
                group: $group,
                shortcuts: &[$($shortcut),*],
                words: Texts::$words,
                in_context_menu: commands!(@ $($context)?),
            },)*
        ];
    };
    (@ context) => { true };
    (@) => { false };
}

commands! {
    New, command_new, File 0, [control(letter('N'))];
    Open, command_open, File 0, [control(letter('O'))];
    Save, command_save, File 1, [control(letter('S'))];
    SaveAs, command_save_as, File 1, [control_shift(letter('S'))];
    Versions, command_versions, File 1, [];
    ShowProperties, command_show_properties, File 2, [];
    InsertMap, command_hall_map, File 3, [control(letter('M'))];
    PasteMap, command_paste_map, File 3, [control_shift(letter('V'))];
    ExportPlan, command_export_plan, File 3, [control(letter('E'))];
    StandList, command_stand_list, File 3, [control(letter('L'))];
    Print, command_print, File 3, [control(letter('P'))];
    Quit, command_quit, File 4, [control(letter('Q'))];

    Undo, command_undo, Edit 0, [control(letter('Z'))];
    Redo, command_redo, Edit 0, [control(letter('Y')), control_shift(letter('Z'))];
    Cut, command_cut, Edit 1, [control(letter('X'))], context;
    Copy, command_copy, Edit 1, [control(letter('C'))], context;
    Paste, command_paste, Edit 1, [control(letter('V'))], context;
    Duplicate, command_duplicate, Edit 1, [control(letter('D'))], context;
    Delete, command_delete, Edit 1, [plain(Key::Delete)], context;
    SelectAll, command_select_all, Edit 2, [control(letter('A'))];
    SelectNone, command_select_none, Edit 2, [control_shift(letter('A'))];
    Find, command_find, Edit 3, [control(letter('F'))];
    Palette, command_palette, Edit 3, [control(letter('K'))];

    ZoomIn, command_zoom_in, View 0, [control(letter('+')), control(letter('='))];
    ZoomOut, command_zoom_out, View 0, [control(letter('-'))];
    ZoomToFit, command_zoom_to_fit, View 0, [plain(Key::Home)];
    ZoomToSelection, command_zoom_to_selection, View 0, [shift(Key::Home)], context;
    ZoomToFullSize, command_zoom_to_full_size, View 0, [control(Key::Home)];
    PanLeft, command_pan_left, Nowhere 0, [alt(Key::Left)];
    PanRight, command_pan_right, Nowhere 0, [alt(Key::Right)];
    PanUp, command_pan_up, Nowhere 0, [alt(Key::Up)];
    PanDown, command_pan_down, Nowhere 0, [alt(Key::Down)];
    NextHall, command_next_hall, View 1, [control(Key::PageDown)];
    PreviousHall, command_previous_hall, View 1, [control(Key::PageUp)];
    ToggleExhibitors, command_toggle_exhibitors, View 2, [plain(Key::Function(7))];
    ToggleInspector, command_toggle_inspector, View 2, [plain(Key::Function(8))];
    ToggleLegend, command_toggle_legend, View 2, [];
    ToggleMinimap, command_toggle_minimap, View 2, [];
    ToggleGrid, command_toggle_grid, View 2, [];
    ToggleMap, command_toggle_map, View 2, [];
    ToggleSnapping, command_toggle_snapping, View 2, [plain(Key::Function(9))];
    GridStep, command_grid_step, View 2, [];
    ToggleWheelZoom, command_toggle_wheel_zoom, View 2, [];
    ColourByStatus, command_colour_by_status, Colours 0, [];
    ColourByCategory, command_colour_by_category, Colours 0, [];
    ColourByArea, command_colour_by_area, Colours 0, [];
    ColourByOpenSides, command_colour_by_open_sides, Colours 0, [];
    ColourByZone, command_colour_by_zone, Colours 0, [];
    ThemeLight, command_theme_light, View 3, [];
    ThemeDark, command_theme_dark, View 3, [];
    ThemeSystem, command_theme_system, View 3, [];
    English, command_language_english, View 4, [];
    French, command_language_french, View 4, [];
    Metres, command_units_metres, View 5, [];
    Feet, command_units_feet, View 5, [];

    InsertBooth, command_insert_booth, Insert 0, [plain(Key::Insert)];
    InsertL, command_insert_l, Insert 0, [];
    InsertU, command_insert_u, Insert 0, [];
    InsertRound, command_insert_round, Insert 0, [];
    InsertBlock, command_insert_block, Insert 0, [shift(Key::Insert)];
    InsertRow, command_insert_row, Insert 0, [];
    InsertDoubleRow, command_insert_double_row, Insert 0, [];
    InsertAlongLine, command_insert_along_line, Insert 0, [];
    InsertOnArc, command_insert_on_arc, Insert 0, [];
    InsertFill, command_insert_fill, Insert 0, [];
    InsertWall, command_insert_wall, Insert 1, [];
    InsertColumn, command_insert_column, Insert 1, [];
    InsertDoor, command_insert_door, Insert 1, [];
    InsertText, command_insert_text, Insert 1, [];
    InsertPicture, command_insert_picture, Insert 1, [];
    Categories, command_categories, Insert 1, [];
    AddHall, command_add_hall, Insert 2, [];
    HallProperties, command_hall_properties, Insert 2, [];
    DuplicateHall, command_duplicate_hall, Insert 2, [];
    MirrorHallLeftRight, command_mirror_hall_left_right, Insert 2, [];
    MirrorHallTopBottom, command_mirror_hall_top_bottom, Insert 2, [];
    HallOutline, command_hall_outline, Insert 2, [];
    DeleteHall, command_delete_hall, Insert 2, [];
    Calibrate, command_calibrate, Insert 3, [];
    AlignMap, command_align_map, Insert 3, [];
    CropMap, command_crop_map, Insert 3, [];
    MapInFront, command_map_in_front, Insert 3, [];
    ReplaceMap, command_replace_map, Insert 3, [];
    OtherRevision, command_other_revision, View 2, [plain(letter('R'))];
    RemoveMap, command_remove_map, Insert 3, [];
    BoothsFromDrawing, command_booths_from_drawing, Insert 3, [];

    RotateLeft, command_rotate_left, Arrange 0, [control_shift(letter('R'))];
    RotateRight, command_rotate_right, Arrange 0, [control(letter('R'))], context;
    RotateAbout, command_rotate_about, Arrange 0, [];
    MirrorLeftRight, command_mirror_left_right, Arrange 0, [shift(letter('H'))];
    MirrorTopBottom, command_mirror_top_bottom, Arrange 0, [shift(letter('V'))];
    AlignLeft, command_align_left, Align 5, [alt(letter('A'))];
    AlignCentre, command_align_centre, Align 5, [alt(letter('H'))];
    AlignRight, command_align_right, Align 5, [alt(letter('D'))];
    AlignTop, command_align_top, Align 5, [alt(letter('W'))];
    AlignMiddle, command_align_middle, Align 5, [alt(letter('V'))];
    AlignBottom, command_align_bottom, Align 5, [alt(letter('S'))];
    DistributeAcross, command_distribute_across, Align 6, [alt_shift(letter('H'))];
    DistributeDown, command_distribute_down, Align 6, [alt_shift(letter('V'))];
    DistributeCentresAcross, command_distribute_centres_across, Align 6, [];
    DistributeCentresDown, command_distribute_centres_down, Align 6, [];
    ArrangeToAisle, command_arrange_to_aisle, Align 6, [];
    Group, command_group, Arrange 2, [control(letter('G'))], context;
    Ungroup, command_ungroup, Arrange 2, [control_shift(letter('G'))], context;
    ToggleLock, command_toggle_lock, Arrange 3, [control_shift(letter('L'))], context;
    MoveToLayer, command_move_to_layer, Arrange 3, [], context;
    AddLayer, command_add_layer, Arrange 3, [];
    MoveToHall, command_move_to_hall, Arrange 3, [], context;
    Renumber, command_renumber, Arrange 1, [plain(Key::Function(2))], context;
    NumberBooths, command_number_booths, Arrange 1, [shift(Key::Function(2))], context;
    NumberAlongPath, command_number_along_path, Arrange 1, [];
    RenumberedList, command_renumbered_list, Arrange 1, [];
    SplitBooths, command_split_booths, Arrange 2, [control_shift(letter('J'))], context;
    MergeBooths, command_merge_booths, Arrange 2, [control(letter('J'))], context;
    CutColumns, command_cut_columns, Arrange 2, [], context;
    SelectBlock, command_select_block, Arrange 2, [control(letter('B'))], context;
    BreakUpBlock, command_break_up_block, Arrange 2, [], context;
    SidesDerived, command_sides_derived, Nowhere 2, [];
    SidesEnclosed, command_sides_enclosed, Nowhere 2, [];
    SidesInline, command_sides_inline, Nowhere 2, [];
    SidesCorner, command_sides_corner, Nowhere 2, [];
    SidesPeninsula, command_sides_peninsula, Nowhere 2, [];
    SidesIsland, command_sides_island, Nowhere 2, [];
    NudgeLeft, command_nudge_left, Nowhere 1, [plain(Key::Left)];
    NudgeRight, command_nudge_right, Nowhere 1, [plain(Key::Right)];
    NudgeUp, command_nudge_up, Nowhere 1, [plain(Key::Up)];
    NudgeDown, command_nudge_down, Nowhere 1, [plain(Key::Down)];
    ExtendLeft, command_extend_selection_left, Nowhere 1, [shift(Key::Left)];
    ExtendRight, command_extend_selection_right, Nowhere 1, [shift(Key::Right)];
    ExtendUp, command_extend_selection_up, Nowhere 1, [shift(Key::Up)];
    ExtendDown, command_extend_selection_down, Nowhere 1, [shift(Key::Down)];
    NextBooth, command_next_booth, Nowhere 1, [control(Key::Right)];
    PreviousBooth, command_previous_booth, Nowhere 1, [control(Key::Left)];

    ImportExhibitors, command_import_exhibitors, Exhibitors 0, [control(letter('I'))];
    AddExhibitor, command_add_exhibitor, Exhibitors 0, [control_shift(letter('N'))];
    EditExhibitor, command_edit_exhibitor, Exhibitors 0, [control_shift(letter('E'))];
    ChooseLogo, command_choose_logo, Exhibitors 0, [];
    RemoveLogo, command_remove_logo, Exhibitors 0, [];
    DeleteExhibitor, command_delete_exhibitor, Exhibitors 0, [];
    PlaceExhibitor, command_place_exhibitor, Exhibitors 1, [plain(Key::Enter)], context;
    MoveExhibitor, command_move_exhibitor, Exhibitors 1, [control_shift(letter('M'))], context;
    RemoveExhibitor, command_remove_exhibitor, Exhibitors 1, [shift(Key::Delete)], context;
    SetAvailable, command_set_available, Exhibitors 2, [];
    SetHeld, command_set_held, Exhibitors 2, [control_shift(letter('H'))], context;
    SetReserved, command_set_reserved, Exhibitors 2, [], context;
    SetContracted, command_set_contracted, Exhibitors 2, [], context;
    SetPaid, command_set_paid, Exhibitors 2, [control_shift(letter('P'))], context;
    SetBlocked, command_set_blocked, Exhibitors 3, [control_shift(letter('B'))], context;
    Unblock, command_unblock, Exhibitors 3, [], context;

    Keys, command_keys, Help 0, [plain(Key::Function(1))];
    About, command_about, Help 0, [];
    OpenItPartners, command_open_it_partners, Help 1, [];
    OpenTechDays, command_open_techdays, Help 1, [];
    OpenSemaineDuNumerique, command_open_semaine, Help 1, [];
    OpenDevCom, command_open_devcom, Help 1, [];

    FocusInspector, command_focus_inspector, Nowhere 8, [plain(Key::Function(6))];
    FocusMenus, command_focus_menus, Nowhere 8, [plain(Key::Function(10))];

    ToolSelect, tool_select, Nowhere 9, [plain(letter('V'))];
    ToolBooth, tool_booth, Nowhere 9, [plain(letter('B'))];
    ToolPolygon, tool_polygon, Nowhere 9, [plain(letter('P'))];
    ToolRound, tool_round, Nowhere 9, [plain(letter('O'))];
    ToolSplit, tool_split, Nowhere 9, [plain(letter('S'))];
    ToolBlock, tool_block, Nowhere 9, [plain(letter('K'))];
    DrawRow, command_draw_row, Nowhere 9, [];
    DrawDoubleRow, command_draw_double_row, Nowhere 9, [];
    DrawGrid, command_draw_grid, Nowhere 9, [];
    DrawAlongLine, command_draw_along_line, Nowhere 9, [];
    DrawOnArc, command_draw_on_arc, Nowhere 9, [];
    DrawFill, command_draw_fill, Nowhere 9, [];
    ToolWall, tool_wall, Nowhere 9, [plain(letter('W'))];
    ToolZone, tool_zone, Nowhere 9, [plain(letter('Z'))];
    ToolNoBuild, tool_no_build, Nowhere 9, [plain(letter('N'))];
    ToolArrow, tool_arrow, Nowhere 9, [plain(letter('A'))];
    ToolPower, tool_power, Nowhere 9, [plain(letter('E'))];
    ToolWater, tool_water, Nowhere 9, [];
    ToolNetwork, tool_network, Nowhere 9, [];
    ToolColumn, tool_column, Nowhere 9, [plain(letter('C'))];
    ToolDoor, tool_door, Nowhere 9, [plain(letter('D'))];
    ToolText, tool_text, Nowhere 9, [plain(letter('T'))];
    ToolMeasure, tool_measure, Nowhere 9, [plain(letter('M'))];
    ToolDimension, tool_dimension, Nowhere 9, [plain(letter('I'))];
    ToolPan, tool_pan, Nowhere 9, [plain(letter('H'))];
    Cancel, command_cancel, Nowhere 9, [plain(Key::Escape)];
}

impl CommandId {
    /// Its row in the table.
    #[must_use]
    pub fn row(self) -> &'static Command {
        // The enum and the table are made from the same rows.
        &COMMANDS[self as usize]
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::text::Language;

    #[test]
    fn no_two_commands_have_the_same_keys() {
        let mut seen = BTreeMap::new();
        for command in COMMANDS {
            for shortcut in command.shortcuts {
                let other = seen.insert(*shortcut, command.id);
                assert_eq!(other, None, "{:?} has the keys of {other:?}", command.id);
            }
        }
    }

    #[test]
    fn every_command_has_its_words_in_both_languages() {
        for language in [Language::English, Language::French] {
            let texts = Texts::new(language);
            for command in COMMANDS {
                assert!(!(command.words)(&texts).trim().is_empty(), "{:?}", command.id);
            }
        }
    }

    #[test]
    fn every_command_is_its_own_row() {
        for command in COMMANDS {
            assert_eq!(command.id.row().id, command.id);
        }
    }

    #[test]
    fn no_shortcut_needs_a_digit_row_that_other_layouts_shift() {
        let digits = COMMANDS
            .iter()
            .flat_map(|command| command.shortcuts)
            .filter(|shortcut| matches!(shortcut.key, Key::Character('0'..='9')));
        assert_eq!(digits.count(), 0);
    }
}
