//! Writes down what happens to the plan as it happens, on a thread of its own, so that a crash or a power cut loses nothing.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use crate::file::journal::{JournalWriter, text_hash};
use crate::plan::Plan;
use crate::session::Recorded;
use crate::store::{self, Journal, StoreError};

/// The thread that keeps the journal. It ends when this is dropped, with everything written.
pub struct Recorder {
    kept: Arc<AtomicU64>,
    failed: Arc<AtomicBool>,
    sender: Option<Sender<Recorded>>,
    thread: Option<JoinHandle<()>>,
}

impl Recorder {
    /// Keeps journals within a folder.
    #[must_use]
    pub fn new(folder: PathBuf) -> Self {
        let (sender, receiver) = channel();
        let kept = Arc::new(AtomicU64::new(0));
        let failed = Arc::new(AtomicBool::new(false));
        let (counted, failing) = (kept.clone(), failed.clone());
        let thread = thread::Builder::new()
            .name("recorder".to_owned())
            .spawn(move || Keeper { folder, open: None, stopped: None, kept: counted, failed: failing }.keep(&receiver));
        Self { kept, failed, sender: Some(sender), thread: thread.ok() }
    }

    /// How many steps, done or undone, are on the disk.
    #[must_use]
    pub fn kept(&self) -> u64 {
        self.kept.load(Ordering::Acquire)
    }

    /// Whether the disk refused something since this was asked last. Nothing is written down then until another plan begins.
    #[must_use]
    pub fn take_failed(&self) -> bool {
        self.failed.swap(false, Ordering::AcqRel)
    }

    /// Has something written down.
    pub fn tell(&self, recorded: Recorded) {
        if let Some(sender) = &self.sender {
            // A thread that has ended wrote down what it could.
            sender.send(recorded).ok();
        }
    }
}

impl Drop for Recorder {
    fn drop(&mut self) {
        self.sender = None;
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

struct Keeper {
    folder: PathBuf,
    open: Option<(Journal, JournalWriter)>,
    /// A journal that the disk would not take more of: what there is until another one has begun.
    stopped: Option<Journal>,
    kept: Arc<AtomicU64>,
    failed: Arc<AtomicBool>,
}

impl Keeper {
    fn keep(mut self, recorded: &Receiver<Recorded>) {
        while let Ok(first) = recorded.recv() {
            // What came meanwhile is brought to the disk together.
            let (mut lines, mut steps) = (String::new(), 0);
            for next in std::iter::once(first).chain(recorded.try_iter()) {
                steps += u64::from(matches!(next, Recorded::Done { .. } | Recorded::Undone | Recorded::Redone));
                self.take(next, &mut lines);
            }
            self.append(&lines);
            if self.open.is_some() {
                self.kept.fetch_add(steps, Ordering::Release);
            }
        }
    }

    fn take(&mut self, recorded: Recorded, lines: &mut String) {
        match (recorded, &mut self.open) {
            (Recorded::Begun { plan, file }, _) => {
                self.end();
                lines.clear();
                let unchanged = |(path, stamp): &(PathBuf, _)| store::stamp(path).ok() == *stamp;
                let file = file.filter(unchanged).map(|(path, _)| path);
                self.open = begin(&self.folder, &plan, file.as_deref()).ok();
                match (&self.open, self.stopped.take()) {
                    (None, stopped) => {
                        self.stopped = stopped;
                        self.failed.store(true, Ordering::Release);
                    }
                    (Some(_), Some(stopped)) => stopped.end(),
                    (Some(_), None) => {}
                }
            }
            (Recorded::Closed, _) => {
                self.end();
                self.stopped.take().into_iter().for_each(Journal::end);
                lines.clear();
            }
            (_, None) => {}
            (Recorded::Done { words, at, change }, Some((_, writer))) => lines.push_str(&writer.done(&words, at, &change)),
            (Recorded::Undone, Some(_)) => lines.push_str(&JournalWriter::undone()),
            (Recorded::Redone, Some(_)) => lines.push_str(&JournalWriter::redone()),
            (Recorded::Saved { path, hash }, Some(_)) => lines.push_str(&JournalWriter::saved(&path, &hash)),
        }
    }

    fn append(&mut self, lines: &str) {
        if !lines.is_empty()
            && let Some((journal, _)) = &mut self.open
            && journal.append(lines).is_err()
        {
            // What follows a gap could not be told: what is there stays as it is.
            self.stopped = self.open.take().map(|(journal, _)| journal);
            self.failed.store(true, Ordering::Release);
        }
    }

    fn end(&mut self) {
        if let Some((journal, _)) = self.open.take() {
            journal.end();
        }
    }
}

fn begin(folder: &Path, plan: &Plan, file: Option<&Path>) -> Result<(Journal, JournalWriter), StoreError> {
    let mut journal = Journal::begin(folder, crate::file::write(plan).as_bytes())?;
    if let Some(path) = file
        && let Ok(text) = store::read_file(path, crate::file::MOST_BYTES)
    {
        journal.append(&JournalWriter::saved(path, &text_hash(&text)))?;
    }
    Ok((journal, JournalWriter::new(plan)))
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::session::{Action, Session, Start};
    use crate::store::Settings;
    use crate::text::Language;

    #[test]
    fn a_disk_that_refuses_is_told_once_and_tried_again() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("sessions");
        // Where the folder should be there is a file.
        std::fs::write(&folder, "").unwrap();
        let start = Start { settings: Settings::default(), language: Language::English, tag: 7, clock: || Timestamp::UNIX_EPOCH };
        let mut session = Session::new(start);
        session.keep_data_in(place.path().to_owned());
        session.open_example();
        session.take_notices();
        let booths: Vec<_> = session.plan().booths().keys().copied().collect();
        let recorder = Recorder::new(folder.clone());
        let note = |session: &mut Session, place: usize| {
            session.act(Action::Edit(crate::edit::Edit::SetNote(booths[place], "corner".to_owned())));
            session.take_recorded().into_iter().for_each(|recorded| recorder.tell(recorded));
        };
        let failed = || {
            (0..500).any(|_| {
                recorder.take_failed() || {
                    thread::sleep(std::time::Duration::from_millis(10));
                    false
                }
            })
        };
        for place in 0..2 {
            note(&mut session, place);
            assert!(failed());
            session.recording_failed();
        }
        let told = session.take_notices();
        assert_eq!(told.iter().filter(|notice| notice.words == session.texts().recording_failed()).count(), 1);
        std::fs::remove_file(&folder).unwrap();
        note(&mut session, 2);
        drop(recorder);
        let kept = store::Abandoned::list(&folder);
        assert_eq!(kept.len(), 1, "from then on it is written down again");
    }
}
