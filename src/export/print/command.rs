//! Running a small program of the system and hearing what it says, without waiting for it for ever.

use std::ffi::OsStr;
use std::io::{self, Read};
use std::process::{Child, Command, Stdio};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// A program that talks to a server that does not answer is given up after this time.
const LONGEST: Duration = Duration::from_secs(20);
/// A viewer that runs for so long has opened the file.
const LAUNCHED: Duration = Duration::from_secs(2);
const PAUSE: Duration = Duration::from_millis(10);

/// What a program said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Said {
    /// Whether it ended well.
    pub success: bool,
    /// Its output.
    pub output: String,
    /// Its complaints.
    pub errors: String,
}

impl Said {
    /// What it complained of, in its own words and on one line; its output where it wrote its complaint there.
    pub(super) fn complaint(&self) -> String {
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let errors = words(&self.errors);
        if errors.is_empty() { words(&self.output) } else { errors }
    }
}

/// Runs a program to its end.
pub(super) fn run(program: &str, arguments: &[&OsStr], variables: &[(&str, &OsStr)]) -> io::Result<Said> {
    let mut command = command(program, arguments);
    command.envs(variables.iter().copied()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn()?;
    let output = listen(child.stdout.take());
    let errors = listen(child.stderr.take());
    let Some(success) = wait(&mut child, LONGEST)? else {
        child.kill()?;
        child.wait()?;
        return Err(io::ErrorKind::TimedOut.into());
    };
    Ok(Said { success, output: heard(output), errors: heard(errors) })
}

/// Starts a program that may stay open; whatever is not over soon has worked.
pub(super) fn launch(program: &str, arguments: &[&OsStr]) -> io::Result<Said> {
    let mut child = command(program, arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    let success = wait(&mut child, LAUNCHED)?.unwrap_or(true);
    Ok(Said { success, output: String::new(), errors: String::new() })
}

fn command(program: &str, arguments: &[&OsStr]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null());
    command
}

/// Whether the program ended well, or nothing where it did not end in time.
fn wait(child: &mut Child, longest: Duration) -> io::Result<Option<bool>> {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status.success()));
        }
        if start.elapsed() > longest {
            return Ok(None);
        }
        thread::sleep(PAUSE);
    }
}

/// Takes up what a program writes while it runs; a full pipe would stop it.
fn listen(pipe: Option<impl Read + Send + 'static>) -> JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut pipe) = pipe {
            // What was written before the pipe broke is still worth reading.
            drop(pipe.read_to_end(&mut bytes));
        }
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

fn heard(listener: JoinHandle<String>) -> String {
    listener.join().unwrap_or_default()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn shell(script: &str) -> Said {
        run("sh", &["-c", script].map(OsStr::new), &[("WORD", OsStr::new("given"))]).expect("a shell")
    }

    #[test]
    fn a_program_is_heard_to_its_end() {
        let said = shell("echo $WORD; echo so far >&2; echo 'and no  further' >&2; exit 3");
        assert_eq!((said.success, said.output.as_str()), (false, "given\n"));
        assert_eq!(said.complaint(), "so far and no further");
        assert_eq!(shell("echo said here; exit 1").complaint(), "said here");
    }

    #[test]
    fn much_output_does_not_stop_a_program() {
        let said = shell("head -c 300000 /dev/zero | tr '\\0' x");
        assert_eq!((said.success, said.output.len()), (true, 300_000));
    }

    #[test]
    fn a_program_that_is_not_there_is_told_apart() {
        let error = run("hallplan-has-no-such-program", &[], &[]).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::NotFound);
    }
}
