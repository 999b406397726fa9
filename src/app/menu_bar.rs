//! The row at the top: the menus out of the table of commands, the file's name and whether it is saved, the buttons that are
//! used most, and the way to the command palette.

use eframe::egui::{
    self, Align, Align2, Button, Color32, EventFilter, Layout, Popup, PopupCloseBehavior, Response, RichText, Role, ScrollArea,
    Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo,
    containers::menu::{MenuButton, MenuConfig},
    pos2, vec2,
};
use egui_material_icons::icons::{ICON_CHECK, ICON_REDO, ICON_SEARCH, ICON_UNDO};

use super::keys;
use super::theme::{CORNER, SMALL_HEIGHT, TextRole, icon_font};
use super::view::{Cx, Out};
use super::widgets::{icon_button, text_button};
use crate::session::{Action, Availability, COMMANDS, Command, CommandId, Menu};

/// The height of the row.
pub const HEIGHT: f32 = 36.0;
/// The space between two rows of a menu, and below a menu as high as the window.
const BETWEEN_ROWS: f32 = 1.0;
const BELOW: f32 = 24.0;
/// At the end of a row that opens a menu of its own.
const ARROW: &str = "›";

/// Shows the row; answers whether the command palette is asked for.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, out: &mut Out) -> bool {
    let mut palette = false;
    let row = ui.max_rect();
    ui.scope_builder(UiBuilder::new().max_rect(row).layout(Layout::left_to_right(Align::Center)), |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let mut left = row.left();
        egui::MenuBar::new().config(MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClick)).ui(ui, |ui| {
            ui.spacing_mut().button_padding = vec2(8.0, 4.0);
            for menu in Menu::BAR {
                let words = RichText::new(menu.words(cx.texts)).font(TextRole::Body.font());
                let (response, _) = MenuButton::new(words).ui(ui, |ui| items(ui, cx, menu, out));
                if menu == Menu::File {
                    ui.data_mut(|data| data.insert_temp(first_menu(), response.id));
                }
                open_by_key(ui, &response);
                if response.has_focus() {
                    let rect = response.rect.shrink(1.0);
                    ui.painter().rect_stroke(rect, CORNER, Stroke::new(2.0, cx.theme.colours.accent), StrokeKind::Inside);
                }
                left = response.rect.right() + 12.0;
            }
        });
        let right = right_end(ui, cx, row, out, &mut palette) - 12.0;
        file_name(ui, cx, left, right);
    });
    palette
}

/// Down opens the menu that has the keyboard, at its first row, instead of leaving the menus.
fn open_by_key(ui: &Ui, menu: &Response) {
    if !menu.has_focus() {
        return;
    }
    let popup = Popup::default_response_id(menu);
    // Once it is open, the arrows walk through its rows.
    let is_open = Popup::is_id_open(ui.ctx(), popup);
    let keeps = EventFilter { vertical_arrows: !is_open, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(menu.id, keeps));
    if !is_open && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::ArrowDown)) {
        ui.data_mut(|data| data.insert_temp(entered(), true));
        Popup::open_id(ui.ctx(), popup);
    }
}

/// Where it is kept in mind that a menu was opened by a key and none of its rows has the keyboard yet.
fn entered() -> egui::Id {
    egui::Id::unique("menu opened by a key")
}

/// Gives the keyboard to the first menu: arrows go from one to the next, Enter or Down opens.
pub fn focus(ctx: &egui::Context) {
    if let Some(id) = ctx.data(|data| data.get_temp(first_menu())) {
        ctx.memory_mut(|memory| memory.request_focus(id));
    }
}

/// Where the widget of the first menu is kept in mind.
fn first_menu() -> egui::Id {
    egui::Id::unique("first menu")
}

/// The commands of a menu.
fn items(ui: &mut Ui, cx: &Cx<'_>, menu: Menu, out: &mut Out) {
    rows(ui, cx, &commands_of(menu), out, |ui, command, out| match command.id {
        CommandId::Open => recent(ui, cx, out),
        CommandId::ToggleMinimap => submenu(ui, &Menu::Colours.words(cx.texts), |ui| colour_menu(ui, cx, out)),
        CommandId::MirrorTopBottom => {
            submenu(ui, &Menu::Align.words(cx.texts), |ui| context_menu(ui, cx, &commands_of(Menu::Align), out));
        }
        _ => (),
    });
}

/// The commands of a context menu, with lines between their groups.
pub fn context_menu(ui: &mut Ui, cx: &Cx<'_>, commands: &[&Command], out: &mut Out) {
    rows(ui, cx, commands, out, |_, _, _| ());
}

/// Commands one below the other, with lines between their groups; `then` adds what stands below one of them. What is higher than
/// the window is scrolled.
fn rows(ui: &mut Ui, cx: &Cx<'_>, commands: &[&Command], out: &mut Out, mut then: impl FnMut(&mut Ui, &Command, &mut Out)) {
    fit_width(ui, cx, commands);
    ui.spacing_mut().item_spacing.y = BETWEEN_ROWS;
    let highest = ui.ctx().content_rect().height() - HEIGHT - BELOW;
    ui.set_max_height(highest);
    ScrollArea::vertical().max_height(highest).show(ui, |ui| {
        let mut group = None;
        for command in commands {
            if group.is_some_and(|group| group != (command.menu, command.group)) {
                ui.separator();
            }
            group = Some((command.menu, command.group));
            item(ui, cx, command, out);
            then(ui, command, out);
        }
    });
}

fn commands_of(menu: Menu) -> Vec<&'static Command> {
    COMMANDS.iter().filter(|command| command.menu == menu).collect()
}

/// Makes a menu as wide as the widest of its commands.
fn fit_width(ui: &mut Ui, cx: &Cx<'_>, commands: &[&Command]) {
    let width =
        |command: &&Command| row_width(ui, &cx.session.command_words(command.id), &keys::of_command(cx.texts, command.id));
    let widest = commands.iter().map(width).fold(200.0, f32::max);
    ui.set_width(widest.ceil());
}

fn row_width(ui: &Ui, words: &str, keys: &str) -> f32 {
    let width =
        |text: &str, role: TextRole| ui.painter().layout_no_wrap(text.to_owned(), role.font(), Color32::PLACEHOLDER).size().x;
    30.0 + width(words, TextRole::Body) + 28.0 + width(keys, TextRole::Label) + 10.0
}

/// One command in a menu.
fn item(ui: &mut Ui, cx: &Cx<'_>, command: &Command, out: &mut Out) {
    let availability = cx.session.availability(command.id);
    let words = cx.session.command_words(command.id);
    let response = menu_row(ui, cx, &words, &keys::of_command(cx.texts, command.id), &availability);
    if availability.is_ready() && ui.data_mut(|data| data.remove_temp::<bool>(entered())).is_some() {
        response.request_focus();
    }
    if response.clicked() {
        out.run(command.id);
        ui.close();
    }
    if let Availability::Not(why) = availability {
        response.on_disabled_hover_text(why);
    }
}

fn menu_row(ui: &mut Ui, cx: &Cx<'_>, words: &str, shortcut: &str, availability: &Availability) -> Response {
    let colours = &cx.theme.colours;
    ui.add_enabled_ui(availability.is_ready(), |ui| {
        // What cannot be done now is pale, and can be read all the same.
        ui.set_opacity(1.0);
        let words_galley = ui.painter().layout_no_wrap(words.to_owned(), TextRole::Body.font(), colours.ink);
        let keys_galley = ui.painter().layout_no_wrap(shortcut.to_owned(), TextRole::Label.font(), colours.muted);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::click());
        let on = *availability == Availability::Switch(true);
        let role = if matches!(availability, Availability::Switch(_)) { Role::MenuItemCheckBox } else { Role::MenuItem };
        let enabled = ui.is_enabled();
        response.widget_info(|| match role {
            Role::MenuItem => WidgetInfo::labeled(role, enabled, words),
            _ => WidgetInfo::selected(role, enabled, on, words),
        });
        if response.hovered() || response.has_focus() {
            ui.painter().rect_filled(rect, CORNER, colours.chosen);
        }
        let colour = if enabled { colours.ink } else { colours.muted };
        if on {
            let at = pos2(rect.left() + 15.0, rect.center().y);
            ui.painter().text(at, Align2::CENTER_CENTER, ICON_CHECK.codepoint, icon_font(15.0), colours.accent);
        }
        let at = pos2(rect.left() + 30.0, rect.center().y - words_galley.size().y / 2.0);
        ui.painter().galley_with_override_text_color(at, words_galley, colour);
        let at = pos2(rect.right() - 10.0 - keys_galley.size().x, rect.center().y - keys_galley.size().y / 2.0);
        ui.painter().galley_with_override_text_color(at, keys_galley, if enabled { colours.muted } else { colour });
        response
    })
    .inner
}

/// The plans that were open lately.
fn recent(ui: &mut Ui, cx: &Cx<'_>, out: &mut Out) {
    let recent = &cx.session.settings().recent;
    if recent.is_empty() {
        return;
    }
    submenu(ui, &cx.texts.command_open_recent(), |ui| {
        ui.set_width(320.0);
        for path in recent {
            let name = crate::store::file_name(path);
            let folder = path.parent().map(|folder| folder.to_string_lossy().into_owned()).unwrap_or_default();
            let response = menu_row(ui, cx, &name, "", &Availability::Ready);
            if response.clicked() {
                out.push(Action::OpenRecent(path.clone()));
                ui.close();
            }
            response.on_hover_text(folder);
        }
    });
}

/// The ways to colour booths, one of them chosen.
pub fn colour_menu(ui: &mut Ui, cx: &Cx<'_>, out: &mut Out) {
    context_menu(ui, cx, &commands_of(Menu::Colours), out);
}

/// A menu inside a menu, in line with its rows.
fn submenu(ui: &mut Ui, words: &str, content: impl FnOnce(&mut Ui)) {
    let button = Button::new(RichText::new(words).font(TextRole::Body.font())).right_text(ARROW);
    ui.scope(|ui| {
        ui.spacing_mut().button_padding = vec2(30.0, 4.0);
        let (response, _) = egui::containers::menu::SubMenuButton::from_button(button).ui(ui, content);
        // The arrow is no part of its name.
        response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, true, words));
    });
}

/// The buttons and the field at the right; answers where they begin.
fn right_end(ui: &mut Ui, cx: &Cx<'_>, row: egui::Rect, out: &mut Out, palette: &mut bool) -> f32 {
    let builder = UiBuilder::new().max_rect(row.shrink2(vec2(12.0, 0.0))).layout(Layout::right_to_left(Align::Center));
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        *palette = palette_field(ui, cx).clicked();
        ui.add_space(10.0);
        let words = |id: CommandId| (id.row().words)(cx.texts);
        for id in [CommandId::Print, CommandId::StandList, CommandId::InsertMap] {
            let hint = keys::of_command(cx.texts, id);
            if text_button(ui, cx.theme, None, &words(id)).on_hover_text(hint).clicked() {
                out.run(id);
            }
        }
        ui.add_space(4.0);
        for (id, icon) in [(CommandId::Redo, ICON_REDO), (CommandId::Undo, ICON_UNDO)] {
            let hint = format!("{}  {}", cx.session.command_words(id), keys::of_command(cx.texts, id));
            let ready = cx.session.availability(id).is_ready();
            let button = ui.add_enabled_ui(ready, |ui| icon_button(ui, cx.theme, icon, &words(id), &hint)).inner;
            if button.clicked() {
                out.run(id);
            }
        }
        ui.min_rect().left()
    })
    .inner
}

/// What looks like a search field and opens the command palette.
fn palette_field(ui: &mut Ui, cx: &Cx<'_>) -> Response {
    let colours = &cx.theme.colours;
    let words = cx.texts.palette_search();
    let shortcut = keys::of_command(cx.texts, CommandId::Palette);
    let wide = ui.ctx().content_rect().width() >= 1180.0;
    let (rect, response) = ui.allocate_exact_size(vec2(if wide { 232.0 } else { 84.0 }, SMALL_HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
    let fill = if response.hovered() { colours.hovered } else { colours.panel };
    let border = if response.has_focus() { Stroke::new(2.0, colours.accent) } else { cx.theme.border() };
    ui.painter().rect(rect, CORNER, fill, border, StrokeKind::Inside);
    let at = pos2(rect.left() + 14.0, rect.center().y);
    ui.painter().text(at, Align2::CENTER_CENTER, ICON_SEARCH.codepoint, icon_font(14.0), colours.muted);
    if wide {
        let at = pos2(rect.left() + 26.0, rect.center().y);
        super::widgets::paint_short(ui, at, rect.width() - 80.0, TextRole::Line, colours.muted, &words);
    }
    let at = pos2(rect.right() - 8.0, rect.center().y);
    ui.painter().text(at, Align2::RIGHT_CENTER, shortcut, TextRole::Label.font(), colours.muted);
    response.on_hover_text(words)
}

/// The file's name and whether everything is in it, in the middle of what is free.
fn file_name(ui: &mut Ui, cx: &Cx<'_>, left: f32, right: f32) {
    let colours = &cx.theme.colours;
    let saved = cx.session.is_saved();
    let state = match (saved, cx.session.path()) {
        (true, Some(_)) => cx.texts.file_saved(),
        (true, None) => String::new(),
        (false, _) => cx.texts.file_unsaved(),
    };
    let mut font = TextRole::Button.font();
    font.size = 13.0;
    let mut job = egui::text::LayoutJob::simple_singleline(cx.session.file_name(), font, colours.muted);
    let state_colour = if saved { colours.good } else { colours.muted };
    let state_galley = ui.painter().layout_no_wrap(state.clone(), TextRole::Line.font(), state_colour);
    let room = right - left - state_galley.size().x - 12.0;
    if room < 60.0 {
        return;
    }
    job.wrap = egui::text::TextWrapping::truncate_at_width(room);
    let name = ui.painter().layout_job(job);
    let width = name.size().x + 12.0 + state_galley.size().x;
    let x = left + ((right - left - width) / 2.0).max(0.0);
    let y = ui.max_rect().center().y;
    let rect = egui::Rect::from_min_size(pos2(x, y - 10.0), vec2(width, 20.0));
    let response = ui.interact(rect, ui.unique_id().with("file name"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{} {state}", cx.session.file_name())));
    ui.painter().galley(pos2(x, y - name.size().y / 2.0), name.clone(), colours.muted);
    ui.painter().galley(pos2(x + name.size().x + 12.0, y - state_galley.size().y / 2.0), state_galley, state_colour);
    if let Some(path) = cx.session.path() {
        response.on_hover_text(path.to_string_lossy());
    }
}
