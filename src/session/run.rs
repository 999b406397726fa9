//! How each command of the table runs.

use super::{Availability, CommandId, Dialog, Example, FileQuestion, Request, Session, Then};
use crate::edit::{Edit, Objects};
use crate::geometry::{Angle, Length, Offset};
use crate::plan::{Status, UtilityKind};
use crate::store::{LengthUnits, Theme};
use crate::text::Language;
use crate::tools::{self, Direction, ToolKind};

/// How far the view moves by one key, in points.
const PAN_STEP: f32 = 80.0;
/// How much nearer one step of the zoom comes.
const ZOOM_STEP: f64 = 1.25;

impl Session {
    /// The words of a command as the menus show them now: undo and redo say of what.
    #[must_use]
    pub fn command_words(&self, id: CommandId) -> String {
        let history = self.editor.history();
        match (id, history.next_undo(), history.next_redo()) {
            (CommandId::Undo, Some(entry), _) => {
                let name = self.texts.edit_name(&entry.name);
                self.texts.command_undo_named(crate::text::args::CommandUndoNamed { name: &name })
            }
            (CommandId::Redo, _, Some(entry)) => {
                let name = self.texts.edit_name(&entry.name);
                self.texts.command_redo_named(crate::text::args::CommandRedoNamed { name: &name })
            }
            _ => (id.row().words)(&self.texts),
        }
    }

    pub(super) fn run(&mut self, id: CommandId) {
        use CommandId as Id;
        if self.press_draw_key(id) {
            return;
        }
        if let Availability::Not(why) = self.availability(id) {
            self.tell(super::Tone::Bad, why);
            return;
        }
        match id {
            Id::New => self.when_saved(Then::New),
            Id::Open => self.when_saved(Then::Open),
            Id::OpenItPartners => self.when_saved(Then::OpenExample(Example::ItPartners)),
            Id::OpenTechDays => self.when_saved(Then::OpenExample(Example::TechDays)),
            Id::OpenSemaineDuNumerique => self.when_saved(Then::OpenExample(Example::SemaineDuNumerique)),
            Id::OpenDevCom => self.when_saved(Then::OpenExample(Example::DevCom)),
            Id::Save => self.save(),
            Id::SaveAs => self.save_as(),
            Id::Versions => self.open_versions(),
            Id::Quit => self.when_saved(Then::Quit),
            Id::InsertMap => self.ask(FileQuestion::OpenMap),
            Id::PasteMap => self.paste_map(),
            Id::InsertPicture => self.ask(FileQuestion::OpenPicture),
            Id::Categories => self.dialog = Some(Dialog::Categories),
            Id::ImportExhibitors => self.ask(FileQuestion::OpenList),
            Id::ExportPlan => self.ask_for_export(),
            Id::StandList | Id::Print => self.open_stand_list(),
            Id::Undo => self.undo(false),
            Id::Redo => self.undo(true),
            Id::Cut => self.cut(),
            Id::Copy => self.copy(),
            // What was copied here comes before what other programs copied.
            Id::Paste if self.clipboard.is_none() => self.paste_map(),
            Id::Paste => self.paste(),
            Id::Duplicate => self.duplicate(),
            Id::Delete => {
                let edit = Edit::Remove(self.selection.clone());
                self.edit(&edit);
            }
            Id::SelectAll => self.select_all(),
            Id::SelectNone => self.selection = Objects::default(),
            Id::Find => self.requests.push(Request::FocusSearch),
            Id::FocusInspector => {
                self.settings.panels.right_open = true;
                self.requests.push(Request::FocusInspector);
            }
            Id::FocusMenus => self.requests.push(Request::FocusMenus),
            Id::Palette => self.requests.push(Request::OpenPalette),
            Id::ZoomIn => self.zoom_about_centre(ZOOM_STEP),
            Id::ZoomOut => self.zoom_about_centre(1.0 / ZOOM_STEP),
            Id::ZoomToFit => self.zoom_to_fit(),
            Id::ZoomToSelection => self.zoom_to_selection(),
            Id::ZoomToFullSize => self.zoom_to_full_size(),
            Id::PanLeft => self.set_camera(self.camera().panned(PAN_STEP, 0.0)),
            Id::PanRight => self.set_camera(self.camera().panned(-PAN_STEP, 0.0)),
            Id::PanUp => self.set_camera(self.camera().panned(0.0, PAN_STEP)),
            Id::PanDown => self.set_camera(self.camera().panned(0.0, -PAN_STEP)),
            Id::NextHall => self.step_hall(true),
            Id::PreviousHall => self.step_hall(false),
            Id::ToggleExhibitors => self.settings.panels.left_open ^= true,
            Id::ToggleInspector => self.settings.panels.right_open ^= true,
            Id::ToggleLegend => self.settings.canvas.legend ^= true,
            Id::ToggleMinimap => self.settings.canvas.minimap ^= true,
            Id::ToggleWheelZoom => self.settings.canvas.wheel_zooms ^= true,
            Id::ColourByStatus | Id::ColourByCategory | Id::ColourByArea | Id::ColourByOpenSides | Id::ColourByZone => {
                self.set_colour_by(super::colours::chosen_by(id).unwrap_or_default());
            }
            Id::ToggleGrid => self.settings.canvas.grid ^= true,
            Id::ToggleMap => self.settings.canvas.pictures ^= true,
            Id::ToggleSnapping => self.tool_settings.snap ^= true,
            Id::ThemeLight => self.settings.theme = Theme::Light,
            Id::ThemeDark => self.settings.theme = Theme::Dark,
            Id::ThemeSystem => self.settings.theme = Theme::System,
            Id::English => self.set_language(Language::English),
            Id::French => self.set_language(Language::French),
            Id::Metres => self.set_units(LengthUnits::Metres),
            Id::Feet => self.set_units(LengthUnits::Feet),
            Id::ShowProperties
            | Id::InsertBooth
            | Id::InsertL
            | Id::InsertU
            | Id::InsertRound
            | Id::SplitBooths
            | Id::MergeBooths
            | Id::InsertBlock
            | Id::InsertRow
            | Id::InsertDoubleRow
            | Id::InsertAlongLine
            | Id::InsertOnArc
            | Id::InsertFill
            | Id::InsertWall
            | Id::InsertColumn
            | Id::InsertDoor
            | Id::InsertText
            | Id::AddHall
            | Id::HallProperties
            | Id::MoveToLayer
            | Id::MoveToHall
            | Id::AddExhibitor
            | Id::EditExhibitor
            | Id::Renumber
            | Id::GridStep
            | Id::RotateAbout
            | Id::ArrangeToAisle
            | Id::MoveExhibitor => self.open_form(id),
            Id::DeleteHall => {
                if let Some(hall) = self.hall {
                    self.edit(&Edit::RemoveHall(hall));
                }
            }
            Id::DuplicateHall => self.duplicate_hall(),
            Id::MirrorHallLeftRight => self.mirror_hall(true),
            Id::MirrorHallTopBottom => self.mirror_hall(false),
            Id::Group => {
                self.edit(&Edit::Group(self.selection.clone()));
            }
            Id::Ungroup => {
                self.edit(&Edit::Ungroup(self.selection.clone()));
            }
            Id::ToggleLock => {
                self.edit(&Edit::SetLocked(self.selection.clone(), !self.selection_is_locked()));
            }
            Id::AddLayer => self.add_layer(),
            Id::Calibrate => self.calibrate(),
            Id::AlignMap | Id::CropMap | Id::MapInFront | Id::ReplaceMap => self.place_map(id),
            Id::OtherRevision => self.show_other_revision(),
            Id::BoothsFromDrawing => self.read_drawing(),
            Id::RemoveMap => {
                if let Some(map) = self.hall.and_then(|hall| self.map_under(hall)) {
                    self.edit(&Edit::Remove(Objects { maps: [map].into(), ..Objects::default() }));
                }
            }
            Id::CutColumns => self.cut_columns(),
            Id::SelectBlock => self.select_block(),
            Id::BreakUpBlock => self.break_up_block(),
            Id::DrawRow | Id::DrawDoubleRow | Id::DrawGrid | Id::DrawAlongLine | Id::DrawOnArc | Id::DrawFill => {
                self.draw_blocks(super::blocks::drawn_by(id).unwrap_or_default());
            }
            Id::SidesDerived | Id::SidesEnclosed | Id::SidesInline | Id::SidesCorner | Id::SidesPeninsula | Id::SidesIsland => {
                self.set_open_sides(id);
            }
            Id::RotateLeft => self.rotate(-Angle::QUARTER),
            Id::RotateRight => self.rotate(Angle::QUARTER),
            Id::NumberBooths => {
                self.open_numbering();
                self.requests.push(Request::FocusInspector);
            }
            Id::NumberAlongPath => self.number_along_path(),
            Id::RenumberedList => self.ask_for_renumbered_list(),
            Id::NudgeLeft => self.nudge(Direction::Left),
            Id::NudgeRight => self.nudge(Direction::Right),
            Id::NudgeUp => self.nudge(Direction::Up),
            Id::NudgeDown => self.nudge(Direction::Down),
            Id::ExtendLeft => self.extend(Direction::Left),
            Id::ExtendRight => self.extend(Direction::Right),
            Id::ExtendUp => self.extend(Direction::Up),
            Id::ExtendDown => self.extend(Direction::Down),
            Id::NextBooth => self.step_booth(true),
            Id::PreviousBooth => self.step_booth(false),
            Id::DeleteExhibitor => {
                if let Some(exhibitor) = self.exhibitor_at_hand() {
                    self.edit(&Edit::RemoveExhibitors([exhibitor].into()));
                }
            }
            Id::ChooseLogo => self.choose_logo(),
            Id::RemoveLogo => self.remove_logo(),
            Id::PlaceExhibitor => self.place_chosen(),
            Id::RemoveExhibitor => self.take_off(),
            Id::SetAvailable => self.set_status(Status::Available),
            Id::SetHeld => self.set_status(Status::Held),
            Id::SetReserved => self.set_status(Status::Reserved),
            Id::SetContracted => self.set_status(Status::Contracted),
            Id::SetPaid => self.set_status(Status::Paid),
            Id::SetBlocked => self.set_status(Status::Blocked),
            Id::Unblock => self.unblock(),
            Id::Keys => self.dialog = Some(Dialog::Keys),
            Id::About => self.dialog = Some(Dialog::About),
            Id::ToolSelect
            | Id::ToolBooth
            | Id::ToolPolygon
            | Id::ToolRound
            | Id::ToolSplit
            | Id::ToolBlock
            | Id::ToolWall
            | Id::ToolZone
            | Id::ToolNoBuild
            | Id::ToolArrow
            | Id::HallOutline
            | Id::ToolColumn
            | Id::ToolDoor
            | Id::ToolText
            | Id::ToolMeasure
            | Id::ToolDimension
            | Id::ToolPan => {
                self.set_tool(tool_of(id).unwrap_or(ToolKind::Select));
            }
            Id::ToolPower | Id::ToolWater | Id::ToolNetwork => {
                self.tool_settings.utility = utility_of(id).unwrap_or(self.tool_settings.utility);
                self.set_tool(ToolKind::Utility);
            }
            Id::Cancel => self.cancel(),
            Id::AlignLeft
            | Id::AlignCentre
            | Id::AlignRight
            | Id::AlignTop
            | Id::AlignMiddle
            | Id::AlignBottom
            | Id::DistributeAcross
            | Id::DistributeDown
            | Id::DistributeCentresAcross
            | Id::DistributeCentresDown
            | Id::MirrorLeftRight
            | Id::MirrorTopBottom => self.arrange(id),
        }
    }

    /// The exhibitor that exhibitor commands mean: the one chosen in the list, else the first on the selected booth.
    pub(super) fn exhibitor_at_hand(&self) -> Option<crate::plan::ExhibitorId> {
        let on_booth = self.selection.booths.first().and_then(|booth| self.plan().participants(*booth).first());
        self.directory.chosen().or_else(|| on_booth.map(|participant| participant.exhibitor))
    }

    fn set_language(&mut self, language: Language) {
        self.settings.language = Some(language.code().to_owned());
        self.texts = super::units::texts(language, &self.settings);
        self.directory.set_language(language);
        self.revision += 1;
    }

    fn cancel(&mut self) {
        if self.dialog.is_some() {
            self.dialog = None;
            self.after_saving = None;
        } else if !self.tool.is_idle() {
            self.act(super::Action::Pointer(tools::Event::Cancel));
        } else if self.tool.kind() != ToolKind::Select {
            self.set_tool(ToolKind::Select);
        } else if self.numbering.is_some() {
            self.close_numbering();
        } else if self.drawn.is_some() {
            self.close_drawn();
        } else {
            self.selection = Objects::default();
        }
    }

    fn select_all(&mut self) {
        let Some(hall) = self.hall else { return };
        self.selection = tools::all_of_hall(self.plan(), &self.index, hall);
    }

    fn rotate(&mut self, by: Angle) {
        self.edit(&tools::rotate(&self.selection, self.plan(), by));
    }

    /// An arrow moves the selection by a step of the grid, while things snap, else by a centimetre or half an inch; with nothing selected it selects a booth.
    fn nudge(&mut self, direction: Direction) {
        if self.selection.is_empty() {
            let booth = self.hall.and_then(|hall| tools::next_booth(&self.selection, direction, self.plan(), &self.index, hall));
            self.selection = Objects::of_booths(booth);
            self.reveal_selection();
            return;
        }
        let step = if self.tool_settings.snap { self.tool_settings.grid } else { self.finest_step() };
        let by = match direction {
            Direction::Left => Offset::new(-step, Length::ZERO),
            Direction::Right => Offset::new(step, Length::ZERO),
            Direction::Up => Offset::new(Length::ZERO, -step),
            Direction::Down => Offset::new(Length::ZERO, step),
        };
        self.edit(&tools::nudge(&self.selection, self.plan(), by));
        self.reveal_selection();
    }

    fn extend(&mut self, direction: Direction) {
        if let Some(hall) = self.hall {
            self.selection = tools::extend(&self.selection, direction, self.plan(), &self.index, hall);
            self.reveal_selection();
        }
    }

    /// Selects the next or previous booth of the hall in the natural order of numbers.
    fn step_booth(&mut self, forwards: bool) {
        let Some(hall) = self.hall else { return };
        if let Some(booth) = tools::next_in_order(&self.selection, forwards, self.plan(), hall) {
            self.selection = Objects::of_booths([booth]);
            self.reveal_selection();
        }
    }

    /// Double click or the like: the exhibitor's form for a booth with one, the words of a text.
    pub(super) fn open_selected(&mut self) {
        if let Some(structure) = self.selection.structures.first().copied() {
            self.edit_structure(structure);
        } else if !self.selection.booths.is_empty() {
            self.settings.panels.right_open = true;
            if self.exhibitor_at_hand().is_some() {
                self.open_form(CommandId::EditExhibitor);
            } else {
                self.requests.push(Request::FocusSearch);
            }
        }
    }
}

/// The tool that a command takes up.
pub(super) const fn tool_of(id: CommandId) -> Option<ToolKind> {
    Some(match id {
        CommandId::ToolSelect => ToolKind::Select,
        CommandId::ToolBooth => ToolKind::Booth,
        CommandId::ToolPolygon => ToolKind::Polygon,
        CommandId::ToolRound => ToolKind::Round,
        CommandId::ToolSplit => ToolKind::Split,
        CommandId::ToolBlock => ToolKind::Block,
        CommandId::ToolWall => ToolKind::Wall,
        CommandId::ToolZone => ToolKind::Zone,
        CommandId::ToolNoBuild => ToolKind::NoBuild,
        CommandId::HallOutline => ToolKind::HallOutline,
        CommandId::ToolArrow => ToolKind::Arrow,
        CommandId::ToolColumn => ToolKind::Column,
        CommandId::ToolDoor => ToolKind::Door,
        CommandId::ToolText => ToolKind::Text,
        CommandId::ToolMeasure => ToolKind::Measure,
        CommandId::ToolDimension => ToolKind::Dimension,
        CommandId::ToolPan => ToolKind::Pan,
        _ => return None,
    })
}

/// What the supply points give that a command puts.
pub(super) const fn utility_of(id: CommandId) -> Option<UtilityKind> {
    match id {
        CommandId::ToolPower => Some(UtilityKind::Power),
        CommandId::ToolWater => Some(UtilityKind::Water),
        CommandId::ToolNetwork => Some(UtilityKind::Network),
        _ => None,
    }
}
