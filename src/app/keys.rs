//! Keys of the window as shortcuts of the table of commands, and shortcuts in words.

use eframe::egui::{Context, Event, Id, Key as WindowKey, Modifiers, Popup, ViewportCommand};

use crate::session::{COMMANDS, CommandId, Key, Shortcut};
use crate::text::Texts;
use crate::tools::{Tool, TypedKey};

/// The shortcut that was pressed; none for a key that the table cannot name.
fn pressed(key: WindowKey, modifiers: Modifiers) -> Option<Shortcut> {
    let named = match key {
        WindowKey::Delete | WindowKey::Backspace => Key::Delete,
        WindowKey::Insert => Key::Insert,
        WindowKey::Enter => Key::Enter,
        WindowKey::Escape => Key::Escape,
        WindowKey::Home => Key::Home,
        WindowKey::PageUp => Key::PageUp,
        WindowKey::PageDown => Key::PageDown,
        WindowKey::ArrowLeft => Key::Left,
        WindowKey::ArrowRight => Key::Right,
        WindowKey::ArrowUp => Key::Up,
        WindowKey::ArrowDown => Key::Down,
        WindowKey::Plus => Key::Character('+'),
        WindowKey::Minus => Key::Character('-'),
        WindowKey::Equals => Key::Character('='),
        other => match other.name().as_bytes() {
            [letter @ b'A'..=b'Z'] => Key::Character(char::from(*letter)),
            [b'F', number @ ..] => Key::Function(std::str::from_utf8(number).ok()?.parse().ok()?),
            _ => return None,
        },
    };
    // Which signs need Shift differs from one keyboard to the next: on them it says nothing.
    let is_sign = matches!(named, Key::Character(sign) if !sign.is_alphabetic());
    Some(Shortcut { key: named, control: modifiers.command, shift: modifiers.shift && !is_sign, alt: modifiers.alt })
}

/// Whether a key with these modifiers means something to a field in which somebody types.
fn belongs_to_text(shortcut: &Shortcut) -> bool {
    match shortcut.key {
        Key::Function(_) => false,
        Key::Character(letter) if shortcut.control => matches!(letter, 'A' | 'C' | 'V' | 'X' | 'Z' | 'Y'),
        Key::PageUp | Key::PageDown | Key::Insert => !shortcut.control,
        Key::Character(_) | Key::Delete | Key::Enter | Key::Escape | Key::Home | Key::Left | Key::Right | Key::Up | Key::Down => {
            true
        }
    }
}

/// Whether a key alone means something to whatever has the keyboard: a button, a list.
const fn belongs_to_focus(shortcut: &Shortcut) -> bool {
    let own = matches!(shortcut.key, Key::Left | Key::Right | Key::Up | Key::Down | Key::Enter | Key::Escape | Key::Delete);
    own && !shortcut.control && !shortcut.alt
}

/// The commands whose keys were pressed in this frame. `canvas` is what may have the keyboard and still leave all keys to
/// the commands.
pub fn commands(ctx: &Context, canvas: Id) -> Vec<CommandId> {
    let typing = ctx.text_edit_focused();
    let focused = ctx.memory(|memory| memory.focused()).filter(|id| *id != canvas);
    let busy = focused.is_some() || Popup::is_any_open(ctx);
    let mut found = Vec::new();
    let mut clipboard = Vec::new();
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key { key, pressed: true, modifiers, .. } = event else { return true };
            let Some(shortcut) = pressed(*key, *modifiers) else { return true };
            if typing && belongs_to_text(&shortcut) {
                clipboard.extend(clipboard_command(&shortcut));
                return true;
            }
            if busy && belongs_to_focus(&shortcut) {
                return true;
            }
            match COMMANDS.iter().find(|command| command.shortcuts.contains(&shortcut)) {
                Some(command) => {
                    found.push(command.id);
                    false
                }
                None => true,
            }
        });
    });
    clipboard.into_iter().for_each(|command| ctx.send_viewport_cmd(command));
    found
}

/// The keys of a figure that were pressed in this frame while a gesture goes on: they are taken from the commands, letters only once
/// a figure was begun.
pub fn figures(ctx: &Context, tool: &Tool) -> Vec<TypedKey> {
    if !tool.takes_figures() || ctx.text_edit_focused() {
        return Vec::new();
    }
    let mut begun = !tool.typing().is_empty();
    let mut found = Vec::new();
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let keys: Vec<TypedKey> = match event {
                Event::Text(text) => text.chars().filter_map(|sign| TypedKey::of_sign(sign, begun)).collect(),
                Event::Key { key, pressed: true, modifiers, .. } if begun && !modifiers.command && !modifiers.alt => match key {
                    WindowKey::Backspace => vec![TypedKey::Backspace],
                    WindowKey::Tab => vec![TypedKey::Next],
                    WindowKey::Enter => vec![TypedKey::Take],
                    // Its sign comes as text.
                    key => return key.name().len() > 1,
                },
                _ => return true,
            };
            begun |= !keys.is_empty();
            let is_taken = !keys.is_empty();
            found.extend(keys);
            !is_taken
        });
    });
    found
}

/// The window leaves cutting, copying and pasting to us, so that they reach booths too; in a field they are its own.
fn clipboard_command(shortcut: &Shortcut) -> Option<ViewportCommand> {
    match shortcut {
        Shortcut { key: Key::Character('X'), control: true, .. } => Some(ViewportCommand::RequestCut),
        Shortcut { key: Key::Character('C'), control: true, .. } => Some(ViewportCommand::RequestCopy),
        Shortcut { key: Key::Character('V'), control: true, .. } => Some(ViewportCommand::RequestPaste),
        _ => None,
    }
}

/// Requests of fields for the clipboard while a dialog is open, when no command may run.
pub fn clipboard_of_fields(ctx: &Context) {
    if !ctx.text_edit_focused() {
        return;
    }
    let commands: Vec<_> = ctx.input(|input| {
        let keys = input.events.iter().filter_map(|event| match event {
            Event::Key { key, pressed: true, modifiers, .. } => pressed(*key, *modifiers),
            _ => None,
        });
        keys.filter_map(|shortcut| clipboard_command(&shortcut)).collect()
    });
    commands.into_iter().for_each(|command| ctx.send_viewport_cmd(command));
}

/// A shortcut as it is printed in menus: "Ctrl+Shift+S".
#[must_use]
pub fn words(texts: &Texts, shortcut: &Shortcut) -> String {
    let mut parts = Vec::new();
    if shortcut.control {
        parts.push(if cfg!(target_os = "macos") { "⌘".to_owned() } else { texts.key_control() });
    }
    if shortcut.alt {
        parts.push(texts.key_alt());
    }
    if shortcut.shift {
        parts.push(texts.key_shift());
    }
    parts.push(match shortcut.key {
        Key::Character('-') => "−".to_owned(),
        Key::Character(letter) => letter.to_string(),
        Key::Function(number) => format!("F{number}"),
        Key::Delete => texts.key_delete(),
        Key::Insert => texts.key_insert(),
        Key::Enter => texts.key_enter(),
        Key::Escape => texts.key_escape(),
        Key::Home => texts.key_home(),
        Key::PageUp => texts.key_page_up(),
        Key::PageDown => texts.key_page_down(),
        Key::Left => "←".to_owned(),
        Key::Right => "→".to_owned(),
        Key::Up => "↑".to_owned(),
        Key::Down => "↓".to_owned(),
    });
    parts.join("+")
}

/// The first shortcut of a command in words; empty where it has none.
#[must_use]
pub fn of_command(texts: &Texts, command: CommandId) -> String {
    command.row().shortcuts.first().map(|shortcut| words(texts, shortcut)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_named_as_the_table_names_them() {
        let control = |shift| Modifiers { shift, ..Modifiers::COMMAND };
        for (key, modifiers, expected) in [
            (WindowKey::S, control(true), Some(CommandId::SaveAs)),
            (WindowKey::S, control(false), Some(CommandId::Save)),
            (WindowKey::Equals, control(true), Some(CommandId::ZoomIn)),
            (WindowKey::Plus, control(false), Some(CommandId::ZoomIn)),
            (WindowKey::F2, Modifiers::NONE, Some(CommandId::Renumber)),
            (WindowKey::ArrowLeft, Modifiers::SHIFT, Some(CommandId::ExtendLeft)),
            (WindowKey::B, Modifiers::NONE, Some(CommandId::ToolBooth)),
            (WindowKey::Num1, Modifiers::NONE, None),
        ] {
            let found = pressed(key, modifiers)
                .and_then(|shortcut| COMMANDS.iter().find(|command| command.shortcuts.contains(&shortcut)))
                .map(|command| command.id);
            assert_eq!(found, expected, "{key:?}");
        }
    }

    #[test]
    fn whoever_types_keeps_the_keys_of_typing() {
        let typed = |key, modifiers| pressed(key, modifiers).is_some_and(|shortcut| belongs_to_text(&shortcut));
        assert!(typed(WindowKey::B, Modifiers::NONE) && typed(WindowKey::Z, Modifiers::COMMAND));
        assert!(typed(WindowKey::ArrowLeft, Modifiers::SHIFT) && typed(WindowKey::Delete, Modifiers::NONE));
        assert!(!typed(WindowKey::S, Modifiers::COMMAND) && !typed(WindowKey::F1, Modifiers::NONE));
    }

    #[test]
    fn shortcuts_are_written_in_both_languages() {
        let [english, french] = crate::text::Language::ALL.map(Texts::new);
        let save_as = CommandId::SaveAs;
        if !cfg!(target_os = "macos") {
            assert_eq!(of_command(&english, save_as), "Ctrl+Shift+S");
            assert_eq!(of_command(&french, save_as), "Ctrl+Maj+S");
        }
    }
}
