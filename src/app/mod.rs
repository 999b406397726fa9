//! The window: the session painted, its events passed on, native dialogs, threads. Views read the session and return what
//! the user asked for; nothing in a view changes anything.

pub mod canvas;
pub mod theme;
pub mod widgets;
