//! The worker: the child process that reads strangers' bytes. It answers requests on its standard input until that closes.

use super::wire::{self, Answer, Request, Wanted};
use super::{ReadError, limits, picture, workbook};
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
    // The first of the two ends it by a signal that says why.
    let seconds = limits::WORKER_PROCESSOR_SECONDS;
    setrlimit(Resource::Cpu, Rlimit { current: Some(seconds), maximum: Some(seconds + 1) })?;
    // No file of other people's data is left behind where an abort would write one.
    setrlimit(Resource::Core, exactly(0))?;
    Ok(())
}

/// Elsewhere only the parent's clock limits a worker.
#[cfg(not(unix))]
fn limit_this_process() -> io::Result<()> {
    Ok(())
}

fn serve() -> io::Result<()> {
    let mut from = io::stdin().lock();
    let mut to = BufWriter::new(io::stdout().lock());
    while let Some((request, bytes)) = wire::receive::<Request>(&mut from)? {
        let read = panic::catch_unwind(AssertUnwindSafe(|| answer(&request, &bytes)));
        let (answer, pixels) = read.unwrap_or_else(|panic| {
            let words = panic.downcast_ref::<String>().map(String::as_str);
            let words = words.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or_default();
            (Answer::Failed(ReadError::Damaged { detail: words.to_owned() }), Vec::new())
        });
        wire::send(&mut to, &answer, &pixels)?;
    }
    Ok(())
}

fn answer(request: &Request, bytes: &[u8]) -> (Answer, Vec<u8>) {
    match request.wanted {
        Wanted::Sheets => match workbook::read(bytes, &request.file_name) {
            Ok(workbook) => (Answer::Sheets(workbook), Vec::new()),
            Err(error) => (Answer::Failed(error), Vec::new()),
        },
        Wanted::Picture => match picture::read(bytes) {
            Ok(picture) => (Answer::Picture(picture.head()), picture.rgba),
            Err(error) => (Answer::Failed(error), Vec::new()),
        },
    }
}
