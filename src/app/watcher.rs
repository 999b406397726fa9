//! Watches the open file: somebody else may save it meanwhile. Asked every second or so rather than told by the system, which
//! is the same on network folders and USB sticks.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::store::{self, Stamp};

const EVERY: Duration = Duration::from_millis(1_500);

/// The file that is watched, and what it is known to be.
pub type Watched = Option<(PathBuf, Stamp)>;

/// A thread that watches one file at a time. It ends when this is dropped.
pub struct Watcher(Arc<Mutex<Watched>>);

impl Watcher {
    /// Watches nothing yet; tells `changed` when the file is another one than it is known to be.
    #[must_use]
    pub fn new(changed: impl Fn(PathBuf) + Send + 'static) -> Self {
        let watched: Arc<Mutex<Watched>> = Arc::default();
        let weak = Arc::downgrade(&watched);
        let watch = move || {
            let mut told: Watched = None;
            loop {
                thread::sleep(EVERY);
                let Some(watched) = weak.upgrade() else { return };
                let file: Watched = watched.lock().unwrap_or_else(PoisonError::into_inner).clone();
                let Some((path, known)) = file else { continue };
                // A file that is away for a moment, as some programs save, is no change.
                let Ok(now) = store::stamp(&path) else { continue };
                let is_news = now != known && told.as_ref() != Some(&(path.clone(), now));
                if is_news {
                    told = Some((path.clone(), now));
                    changed(path);
                }
            }
        };
        // Without a thread changes are noticed when the plan is saved.
        thread::Builder::new().name("watcher".to_owned()).spawn(watch).ok();
        Self(watched)
    }

    /// Watches another file, or the same that is now known to be another one.
    pub fn watch(&self, file: Watched) {
        let mut watched = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if *watched != file {
            *watched = file;
        }
    }
}
