//! Writes down what happens to the plan as it happens, on a thread of its own, so that a crash or a power cut loses nothing.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use crate::file::journal::{JournalWriter, text_hash};
use crate::plan::Plan;
use crate::session::Recorded;
use crate::store::{self, Journal, StoreError};

/// The thread that keeps the journal. It ends when this is dropped, with everything written.
pub struct Recorder {
    kept: Arc<AtomicU64>,
    sender: Option<Sender<Recorded>>,
    thread: Option<JoinHandle<()>>,
}

impl Recorder {
    /// Keeps journals within a folder.
    #[must_use]
    pub fn new(folder: PathBuf) -> Self {
        let (sender, receiver) = channel();
        let kept = Arc::new(AtomicU64::new(0));
        let counted = kept.clone();
        let thread = thread::Builder::new()
            .name("recorder".to_owned())
            .spawn(move || Keeper { folder, open: None, kept: counted }.keep(&receiver));
        Self { kept, sender: Some(sender), thread: thread.ok() }
    }

    /// How many steps, done or undone, are on the disk.
    #[must_use]
    pub fn kept(&self) -> u64 {
        self.kept.load(Ordering::Acquire)
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
    kept: Arc<AtomicU64>,
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
                // Where the disk refuses, the next plan is tried again; the plan itself is not touched by it.
                self.open = begin(&self.folder, &plan, file.as_deref()).ok();
            }
            (Recorded::Closed, _) => {
                self.end();
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
            self.open = None;
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
