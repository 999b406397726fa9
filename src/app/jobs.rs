//! The window's threads: work that takes a while, and the dialogs of the system. What comes of them arrives as actions.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, OnceLock};
use std::thread;

use eframe::egui::Context;

use crate::reader::Reader;
use crate::session::{Action, Done, FileQuestion, Job, Outcome, Running, perform};
use crate::text::Texts;

/// Starts threads and collects what they bring.
pub struct Jobs {
    /// The window that is woken, once there is one: work begins before it opens.
    ctx: Arc<OnceLock<Context>>,
    reader: Reader,
    sender: Sender<Action>,
    receiver: Receiver<Action>,
}

impl Jobs {
    /// Threads whose `program` is run as the reader's worker.
    #[must_use]
    pub fn new(program: PathBuf) -> Self {
        let (sender, receiver) = channel();
        Self { ctx: Arc::default(), reader: Reader::new(program), sender, receiver }
    }

    /// What reads strangers' files.
    pub const fn reader(&self) -> &Reader {
        &self.reader
    }

    /// Threads wake this window from now on when they have something for it.
    pub fn wake(&self, ctx: &Context) {
        self.ctx.get_or_init(|| ctx.clone());
    }

    /// What has come since the last call.
    pub fn arrived(&self) -> Vec<Action> {
        self.receiver.try_iter().collect()
    }

    /// Does work on a thread of its own.
    pub fn start(&self, running: Running, job: Job) {
        let reader = self.reader.clone();
        let id = running.id;
        self.spawn(move || Action::Finished(perform(id, job, &reader, &running.cancel)), Some(id));
    }

    /// Asks for a file with the dialog of the system.
    pub fn ask(&self, question: FileQuestion, texts: &Texts) {
        let dialog = dialog(&question, texts);
        self.spawn(
            move || {
                let path = if question.is_saving() { dialog.save_file() } else { dialog.pick_file() };
                Action::FileChosen(question, path)
            },
            None,
        );
    }

    /// Sends actions of a kind from other threads, and wakes the window for them.
    pub fn teller<T>(&self, action: impl Fn(T) -> Action + Send + 'static) -> impl Fn(T) + Send + 'static {
        let (sender, ctx) = (self.sender.clone(), self.ctx.clone());
        move |told| {
            // The window may be gone by now.
            sender.send(action(told)).ok();
            if let Some(ctx) = ctx.get() {
                ctx.request_repaint();
            }
        }
    }

    fn spawn(&self, work: impl FnOnce() -> Action + Send + 'static, job: Option<u64>) {
        let (sender, ctx) = (self.sender.clone(), self.ctx.clone());
        let spawned = thread::Builder::new().spawn(move || {
            let action = work();
            // The window may be gone by now.
            sender.send(action).ok();
            // A window that opens only now looks for itself what has come.
            if let Some(ctx) = ctx.get() {
                ctx.request_repaint();
            }
        });
        if let (Err(_), Some(id)) = (spawned, job) {
            self.sender.send(Action::Finished(Done { id, outcome: Outcome::Cancelled })).ok();
        }
    }
}

fn dialog(question: &FileQuestion, texts: &Texts) -> rfd::FileDialog {
    let words = super::dialogs::question_words(texts, question);
    let dialog = rfd::FileDialog::new().set_title(words.title);
    let dialog = dialog.add_filter(words.kind, question.endings());
    if question.is_saving() { dialog.set_file_name(question.suggested()) } else { dialog }
}

/// Whether the system has a dialog for files: on Linux a portal on the session's bus, or zenity.
#[must_use]
pub fn has_file_dialog() -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    if std::env::var_os("HALLPLAN_OWN_DIALOGS").is_some() {
        return false;
    }
    let on_path = |program: &str| {
        std::env::var_os("PATH").is_some_and(|paths| std::env::split_paths(&paths).any(|folder| folder.join(program).is_file()))
    };
    let bus = std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some()
        || std::env::var_os("XDG_RUNTIME_DIR").is_some_and(|folder| std::path::Path::new(&folder).join("bus").exists());
    let portal = ["/usr/share/xdg-desktop-portal", "/usr/local/share/xdg-desktop-portal"]
        .iter()
        .any(|folder| std::path::Path::new(folder).join("portals").is_dir());
    (bus && portal) || on_path("zenity")
}
