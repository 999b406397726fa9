//! The parent's side: starts workers, asks them, and ends them when they take too long.

use super::wire::{self, Answer, PageKey, Request};
use super::{Drawing, MapHead, MapSource, Picture, ReadError, Tile, TileAddress, Workbook, limits, worker};
use std::io::{self, Read};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;
use std::time::{Duration, Instant};

/// How often a waiting parent looks whether the person has given up.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// A wish to stop, shared by who waits and who does the work.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// A wish not yet made.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes the wish.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether the wish was made.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// An answer with the bytes that follow it, or why there is none.
type Asked = Result<(Answer, Vec<u8>), ReadError>;

/// Workers that are kept for the next request.
const KEPT: usize = 2;

/// Reads strangers' bytes in worker processes. Its calls block, so a window calls it from another thread; clones share
/// the workers that are kept for the next request, and several threads may ask at once.
#[derive(Clone, Debug)]
pub struct Reader {
    program: Arc<PathBuf>,
    /// The one that was used last at the end.
    idle: Arc<Mutex<Vec<Worker>>>,
}

impl Reader {
    /// A reader whose workers are started from `program`, which answers to [`worker::ARGUMENT`]. Starts none yet.
    #[must_use]
    pub fn new(program: PathBuf) -> Self {
        Reader { program: Arc::new(program), idle: Arc::default() }
    }

    /// The sheets of a text or spreadsheet file. `file_name` only gives the sheet of a text file its name.
    ///
    /// # Errors
    /// Any [`ReadError`] but those of pictures.
    pub fn sheets(&self, bytes: &[u8], file_name: &str, cancel: &Cancel) -> Result<Workbook, ReadError> {
        match self.ask(&Request::Sheets { file_name: file_name.to_owned() }, bytes, cancel)? {
            (Answer::Sheets(workbook), _) => Ok(workbook),
            _ => Err(not_what_was_asked()),
        }
    }

    /// A picture.
    ///
    /// # Errors
    /// Any [`ReadError`] but those of sheets.
    pub fn picture(&self, bytes: &[u8], cancel: &Cancel) -> Result<Picture, ReadError> {
        match self.ask(&Request::Picture, bytes, cancel)? {
            (Answer::Picture(head), rgba) => Picture::from_parts(head, rgba).ok_or_else(not_what_was_asked),
            _ => Err(not_what_was_asked()),
        }
    }

    /// A logo: a picture without lines to snap to, made as small as logos are shown.
    ///
    /// # Errors
    /// Any [`ReadError`] but those of sheets.
    pub fn logo(&self, bytes: &[u8], cancel: &Cancel) -> Result<Picture, ReadError> {
        if bytes.len() as u64 > limits::LOGO_BYTES {
            return Err(ReadError::FileTooLarge { bytes: bytes.len() as u64, limit: limits::LOGO_BYTES });
        }
        match self.ask(&Request::Logo, bytes, cancel)? {
            (Answer::Picture(head), rgba) => Picture::from_parts(head, rgba).ok_or_else(not_what_was_asked),
            _ => Err(not_what_was_asked()),
        }
    }

    /// The picture on the clipboard of the system, as the bytes of a PNG; `None` where there is none. Programs hand pictures
    /// over as files too, which nobody but a worker decodes.
    ///
    /// # Errors
    /// Those of pictures.
    pub fn clipboard(&self, cancel: &Cancel) -> Result<Option<Vec<u8>>, ReadError> {
        match self.ask(&Request::Clipboard, &[], cancel)? {
            (Answer::Clipboard, bytes) => Ok((!bytes.is_empty()).then_some(bytes)),
            _ => Err(not_what_was_asked()),
        }
    }

    /// What there is to know of a page of a map: its size, its layers, its lines.
    ///
    /// # Errors
    /// Any [`ReadError`] but those of sheets.
    pub fn map(&self, source: &MapSource, cancel: &Cancel) -> Result<MapHead, ReadError> {
        check_size(&source.bytes)?;
        let request = Request::OpenMap(source.key());
        match self.with_worker(Some(&source.key()), &mut |worker| worker.ask(&request, &source.bytes, cancel))? {
            (Answer::Map(head), _) => Ok(head),
            _ => Err(not_what_was_asked()),
        }
    }

    /// A tile of a page of a map, without some of its layers.
    ///
    /// # Errors
    /// Any [`ReadError`] but those of sheets.
    pub fn tile(&self, source: &MapSource, address: TileAddress, hidden: &[String], cancel: &Cancel) -> Result<Tile, ReadError> {
        let request = Request::Tile { page: source.key(), address, hidden: hidden.to_vec() };
        match self.ask_open(source, &request, cancel)? {
            (Answer::Tile, rgba) if rgba.len() as u64 == Tile::BYTES => Ok(Tile { rgba }),
            _ => Err(not_what_was_asked()),
        }
    }

    /// The vectors of a page of a map, without some of its layers; `None` where it is a picture.
    ///
    /// # Errors
    /// Any [`ReadError`] but those of sheets.
    pub fn drawing(&self, source: &MapSource, hidden: &[String], cancel: &Cancel) -> Result<Option<Drawing>, ReadError> {
        let request = Request::Drawing { page: source.key(), hidden: hidden.to_vec() };
        match self.ask_open(source, &request, cancel)? {
            (Answer::Drawing, bytes) if bytes.is_empty() => Ok(None),
            (Answer::Drawing, bytes) => postcard::from_bytes(&bytes).map(Some).map_err(|_| not_what_was_asked()),
            _ => Err(not_what_was_asked()),
        }
    }

    /// Asks for something of a page, which is opened first where the worker does not have it.
    fn ask_open(&self, source: &MapSource, request: &Request, cancel: &Cancel) -> Asked {
        check_size(&source.bytes)?;
        let open = Request::OpenMap(source.key());
        self.with_worker(Some(&source.key()), &mut |worker| {
            let answer = worker.ask(request, &[], cancel)?;
            if !matches!(answer.0, Answer::NotOpen) {
                return Ok(answer);
            }
            match worker.ask(&open, &source.bytes, cancel)? {
                (Answer::Map(_), _) => worker.ask(request, &[], cancel),
                other => Ok(other),
            }
        })
    }

    fn ask(&self, request: &Request, bytes: &[u8], cancel: &Cancel) -> Asked {
        check_size(bytes)?;
        self.with_worker(None, &mut |worker| worker.ask(request, bytes, cancel))
    }

    /// Has a worker asked: one that is kept, if there is one, and best the one that has the page open. Where that one dies of
    /// what it had read before, a new one.
    fn with_worker(&self, page: Option<&PageKey>, asked: &mut dyn FnMut(&mut Worker) -> Asked) -> Asked {
        if let Some(mut worker) = self.kept(page) {
            match asked(&mut worker) {
                Err(ReadError::TooMuchMemory | ReadError::WorkerDied { .. }) => {}
                answer => return self.done(worker, answer),
            }
        }
        let mut worker = Worker::start(&self.program)?;
        let answer = asked(&mut worker);
        self.done(worker, answer)
    }

    /// A worker that is kept: the one that has the page open, else the one that was not used for the longest time.
    fn kept(&self, page: Option<&PageKey>) -> Option<Worker> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        idle.retain_mut(|worker| matches!(worker.child.try_wait(), Ok(None)));
        let open = idle.iter().position(|worker| page.is_some_and(|page| worker.opened.contains(page)));
        let place = open.or_else(|| (!idle.is_empty()).then_some(0))?;
        Some(idle.remove(place))
    }

    /// Keeps a worker that still lives.
    fn done(&self, worker: Worker, answer: Asked) -> Asked {
        if worker.pipes.is_some() {
            let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
            if idle.len() >= KEPT {
                idle.remove(0);
            }
            idle.push(worker);
        }
        match answer? {
            (Answer::Failed(error), _) => Err(error),
            answer => Ok(answer),
        }
    }
}

fn check_size(bytes: &[u8]) -> Result<(), ReadError> {
    let bytes = bytes.len() as u64;
    if bytes > limits::FILE_BYTES { Err(ReadError::FileTooLarge { bytes, limit: limits::FILE_BYTES }) } else { Ok(()) }
}

fn not_what_was_asked() -> ReadError {
    ReadError::WorkerDied { detail: "an answer to another question".to_owned() }
}

impl MapSource {
    fn key(&self) -> PageKey {
        PageKey { hash: self.hash.clone(), page: self.page }
    }
}

/// A running worker process; dropping it ends it.
#[derive(Debug)]
struct Worker {
    child: Child,
    /// Both ends, away while a request is under way.
    pipes: Option<(ChildStdin, ChildStdout)>,
    /// The pages that it opened, the newest at the end; the oldest it may have closed.
    opened: Vec<PageKey>,
}

impl Drop for Worker {
    fn drop(&mut self) {
        // An error here means that it has ended already.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

impl Worker {
    fn start(program: &PathBuf) -> Result<Worker, ReadError> {
        let cannot = |error: io::Error| ReadError::CannotStartWorker { detail: error.to_string() };
        let mut child = Command::new(program)
            .arg(worker::ARGUMENT)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(cannot)?;
        let pipes = child.stdin.take().zip(child.stdout.take());
        Ok(Worker { child, pipes, opened: Vec::new() })
    }

    fn ask(&mut self, request: &Request, bytes: &[u8], cancel: &Cancel) -> Asked {
        let Some((mut to, mut from)) = self.pipes.take() else { return Err(not_what_was_asked()) };
        if let Request::OpenMap(page) = request {
            self.opened.retain(|other| other != page);
            self.opened.push(page.clone());
            let surplus = self.opened.len().saturating_sub(limits::OPEN_MAPS);
            self.opened.drain(..surplus);
        }
        let (done, answers) = mpsc::channel();
        let started = Instant::now();
        // Both pipes may block for as long as the worker lives, so another thread waits at them; killing the worker frees it.
        thread::scope(|scope| {
            scope.spawn(move || {
                let answer = wire::send(&mut to, request, bytes).and_then(|()| wire::receive::<Answer>(&mut from));
                // Nobody listens any more where the request was given up.
                drop(done.send((answer, to, from)));
            });
            loop {
                match answers.recv_timeout(LOOK_EVERY) {
                    Ok((Ok(Some(answer)), to, from)) => {
                        self.pipes = Some((to, from));
                        return Ok(answer);
                    }
                    Ok(_) | Err(mpsc::RecvTimeoutError::Disconnected) => return Err(self.cause_of_death()),
                    Err(mpsc::RecvTimeoutError::Timeout) => {}
                }
                let given_up = if cancel.is_cancelled() {
                    ReadError::Cancelled
                } else if started.elapsed() > limits::REQUEST_TIME {
                    ReadError::TooSlow
                } else {
                    continue;
                };
                drop(self.child.kill());
                return Err(given_up);
            }
        })
    }

    /// Why the worker closed its pipe instead of answering.
    fn cause_of_death(&mut self) -> ReadError {
        // It may have closed its pipe without ending.
        drop(self.child.kill());
        let status = self.child.wait();
        let mut words = String::new();
        if let Some(errors) = self.child.stderr.take() {
            // What it said is only a help to tell deaths apart.
            drop(errors.take(4096).read_to_string(&mut words));
        }
        match status {
            Ok(status) => cause(status, &words),
            Err(error) => ReadError::WorkerDied { detail: error.to_string() },
        }
    }
}

fn cause(status: ExitStatus, words: &str) -> ReadError {
    if used_up_its_time(status) {
        ReadError::TooSlow
    } else if words.contains("memory allocation of") {
        // The words of Rust's own handler of failed allocations, which then aborts.
        ReadError::TooMuchMemory
    } else {
        let words = words.lines().next().unwrap_or_default();
        ReadError::WorkerDied { detail: format!("{status} {words}").trim().to_owned() }
    }
}

#[cfg(unix)]
fn used_up_its_time(status: ExitStatus) -> bool {
    std::os::unix::process::ExitStatusExt::signal(&status) == Some(rustix::process::Signal::XCPU.as_raw())
}

#[cfg(not(unix))]
fn used_up_its_time(_: ExitStatus) -> bool {
    false
}
