//! Notes beside the open plan that it is open here, and tells where somebody else has it open: on a thread of its own, for the
//! disk may be a slow one.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::store::{self, Holder};

/// How often it is looked whether a note is wanted.
const EVERY: Duration = Duration::from_secs(60);
/// How often our own note is written again, so that it is not taken for one that was left behind.
const AGAIN: Duration = Duration::from_secs(10 * 60);

/// The thread that keeps the note. It ends when this is dropped, with the note removed.
pub struct Presence {
    open: Option<PathBuf>,
    sender: Option<Sender<Option<PathBuf>>>,
    thread: Option<JoinHandle<()>>,
}

impl Presence {
    /// Notes nothing yet; tells `held` when a plan is opened that somebody else has open.
    #[must_use]
    pub fn new(held: impl Fn((PathBuf, Holder)) + Send + 'static) -> Self {
        Self::of(Holder::of_this_program(), EVERY, held)
    }

    fn of(us: Holder, every: Duration, held: impl Fn((PathBuf, Holder)) + Send + 'static) -> Self {
        let (sender, receiver) = channel();
        let keep = move || Keeper { us, plan: None, noted: None }.keep(&receiver, every, held);
        let thread = thread::Builder::new().name("presence".to_owned()).spawn(keep);
        Self { open: None, sender: Some(sender), thread: thread.ok() }
    }

    /// This plan is open now, or none.
    pub fn open(&mut self, plan: Option<&Path>) {
        if self.open.as_deref() != plan {
            self.open = plan.map(Path::to_owned);
            if let Some(sender) = &self.sender {
                // Without its thread nobody is told, and nobody is kept from working.
                sender.send(self.open.clone()).ok();
            }
        }
    }
}

impl Drop for Presence {
    fn drop(&mut self) {
        self.sender = None;
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

struct Keeper {
    us: Holder,
    plan: Option<PathBuf>,
    /// When our note was written last, where there is one.
    noted: Option<Instant>,
}

impl Keeper {
    fn keep(mut self, plans: &Receiver<Option<PathBuf>>, every: Duration, held: impl Fn((PathBuf, Holder))) {
        loop {
            match plans.recv_timeout(every) {
                Ok(plan) => {
                    self.leave();
                    self.us.since = Holder::of_this_program().since;
                    self.plan = plan;
                    if let (Some(plan), Some(other)) = (self.plan.clone(), self.look()) {
                        held((plan, other));
                    }
                }
                Err(RecvTimeoutError::Timeout) => drop(self.look()),
                Err(RecvTimeoutError::Disconnected) => return self.leave(),
            }
        }
    }

    /// Who else has the plan open by its note. Where that tells of nobody, or is ours and old, it is written.
    fn look(&mut self) -> Option<Holder> {
        let plan = self.plan.as_deref()?;
        let there = store::holder(plan);
        let is_ours = there.as_ref() == Some(&self.us);
        if there.is_some() && !is_ours {
            self.noted = None;
            return there;
        }
        let is_fresh = is_ours && self.noted.is_some_and(|noted| noted.elapsed() < AGAIN);
        if !is_fresh {
            // In a folder that cannot be written to there is no note.
            self.noted = store::write_note(plan, &self.us).is_ok().then(Instant::now);
        }
        None
    }

    fn leave(&mut self) {
        if let Some(plan) = self.plan.take() {
            store::remove_note(&plan, &self.us);
        }
        self.noted = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_who_opens_a_plan_is_told_of_the_first_and_takes_the_note_over() {
        let folder = tempfile::tempdir().unwrap();
        let plan = folder.path().join("show.hallplan");
        std::fs::write(&plan, b"plan").unwrap();
        let holder = |user: &str| Holder { user: user.to_owned(), ..Holder::of_this_program() };
        let (told, hears) = channel();
        let open = |user: &str| {
            let told = told.clone();
            let held = move |(_, other): (PathBuf, Holder)| told.send(other.user).unwrap();
            let mut presence = Presence::of(holder(user), Duration::from_millis(20), held);
            presence.open(Some(&plan));
            presence
        };
        let noted = |user: &str| {
            while store::holder(&plan).is_none_or(|holder| holder.user != user) {
                thread::sleep(Duration::from_millis(5));
            }
        };
        let anna = open("anna");
        noted("anna");
        let mut ben = open("ben");
        assert_eq!(hears.recv().unwrap(), "anna");
        drop(anna);
        noted("ben");
        ben.open(None);
        drop(ben);
        assert_eq!(store::holder(&plan), None);
        assert!(hears.try_recv().is_err(), "nobody was told twice, nor of themselves");
    }
}
