//! The worker: the child process that reads strangers' bytes. It answers requests on its standard input until that closes.

use super::map::{self, OpenMap};
use super::wire::{self, Answer, PageKey, Request};
use super::{MapHead, ReadError, limits, picture, workbook};
use std::io::{self, BufWriter};
use std::panic::{self, AssertUnwindSafe};
use std::process::ExitCode;

/// The first argument that makes the program a worker.
pub const ARGUMENT: &str = "worker";

/// Limits this process, then answers requests until the parent closes its end.
#[must_use]
pub fn run() -> ExitCode {
    if limit_this_process().is_err() {
        return ExitCode::FAILURE;
    }
    // What went wrong is answered; the standard error stays free for the words of an abort.
    panic::set_hook(Box::new(|_| {}));
    match serve() {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

#[cfg(unix)]
fn limit_this_process() -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let exactly = |most: u64| Rlimit { current: Some(most), maximum: Some(most) };
    setrlimit(Resource::As, exactly(limits::WORKER_MEMORY))?;
    // No file of other people's data is left behind where an abort would write one.
    setrlimit(Resource::Core, exactly(0))?;
    Ok(())
}

/// Elsewhere only the parent's clock limits a worker.
#[cfg(not(unix))]
fn limit_this_process() -> io::Result<()> {
    Ok(())
}

/// Ends this process by a signal that says why, should one request take that much more of the processor: a backstop for a
/// worker whose parent has gone.
#[cfg(unix)]
fn limit_this_request() -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    use rustix::time::{ClockId, clock_gettime};
    let used = u64::try_from(clock_gettime(ClockId::ProcessCPUTime).tv_sec).unwrap_or_default();
    let (most, maximum) = (used + limits::REQUEST_PROCESSOR_SECONDS, getrlimit(Resource::Cpu).maximum);
    setrlimit(Resource::Cpu, Rlimit { current: Some(maximum.map_or(most, |maximum| most.min(maximum))), maximum })?;
    Ok(())
}

#[cfg(not(unix))]
fn limit_this_request() -> io::Result<()> {
    Ok(())
}

fn serve() -> io::Result<()> {
    let mut from = io::stdin().lock();
    let mut to = BufWriter::new(io::stdout().lock());
    let mut open = OpenMaps::default();
    while let Some((request, bytes)) = wire::receive::<Request>(&mut from)? {
        limit_this_request()?;
        let read = panic::catch_unwind(AssertUnwindSafe(|| answer(request, &bytes, &mut open)));
        let answer = read.unwrap_or_else(|panic| {
            let words = panic.downcast_ref::<String>().map(String::as_str);
            let words = words.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or_default();
            Err(ReadError::Damaged { detail: words.to_owned() })
        });
        let (answer, payload) = answer.unwrap_or_else(|error| (Answer::Failed(error), Vec::new()));
        wire::send(&mut to, &answer, &payload)?;
    }
    Ok(())
}

fn answer(request: Request, bytes: &[u8], open: &mut OpenMaps) -> Result<(Answer, Vec<u8>), ReadError> {
    Ok(match request {
        Request::Sheets { file_name } => (Answer::Sheets(workbook::read(bytes, &file_name)?), Vec::new()),
        Request::Clipboard => (Answer::Clipboard, super::clipboard::picture()?),
        Request::Picture => {
            let picture = picture::read(bytes)?;
            (Answer::Picture(picture.head()), picture.rgba)
        }
        Request::Logo => {
            let logo = picture::read_logo(bytes)?;
            (Answer::Picture(logo.head()), logo.rgba)
        }
        Request::OpenMap(page) => (Answer::Map(open.open(page, bytes)?), Vec::new()),
        Request::Tile { page, address, hidden } => match open.get(&page) {
            Some(map) => (Answer::Tile, map.tile(address, &hidden)?.rgba),
            None => (Answer::NotOpen, Vec::new()),
        },
        Request::Drawing { page, hidden } => match open.get(&page) {
            Some(map) => (Answer::Drawing, drawing(map, &hidden)?),
            None => (Answer::NotOpen, Vec::new()),
        },
    })
}

fn drawing(map: &dyn OpenMap, hidden: &[String]) -> Result<Vec<u8>, ReadError> {
    let Some(drawing) = map.drawing(hidden)? else { return Ok(Vec::new()) };
    postcard::to_stdvec(&drawing).map_err(|error| ReadError::Damaged { detail: error.to_string() })
}

/// The pages that were opened last, the newest at the end.
#[derive(Default)]
struct OpenMaps(Vec<(PageKey, Box<dyn OpenMap>)>);

impl OpenMaps {
    fn open(&mut self, page: PageKey, bytes: &[u8]) -> Result<MapHead, ReadError> {
        self.0.retain(|(other, _)| *other != page);
        let surplus = (self.0.len() + 1).saturating_sub(limits::OPEN_MAPS);
        self.0.drain(..surplus);
        let map = map::open(bytes, page.page)?;
        let head = map.head().clone();
        self.0.push((page, map));
        Ok(head)
    }

    fn get(&self, page: &PageKey) -> Option<&dyn OpenMap> {
        self.0.iter().find(|(other, _)| other == page).map(|(_, map)| map.as_ref())
    }
}
