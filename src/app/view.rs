//! What every view is given.

use crate::session::{Action, CommandId, Session};
use crate::text::Texts;

use super::logos::Logos;
use super::theme::Theme;

/// What a view reads.
#[derive(Clone, Copy)]
pub struct Cx<'a> {
    /// The program.
    pub session: &'a Session,
    /// Its words.
    pub texts: &'a Texts,
    /// Its look.
    pub theme: &'a Theme,
    /// The logos of its exhibitors.
    pub logos: &'a Logos,
}

/// What the user asked for, in order; done after all views are painted.
#[derive(Default)]
pub struct Out(pub Vec<Action>);

impl Out {
    /// The user did this.
    pub fn push(&mut self, action: Action) {
        self.0.push(action);
    }

    /// The user ran a command.
    pub fn run(&mut self, command: CommandId) {
        self.push(Action::Run(command));
    }
}
