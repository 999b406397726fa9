//! Printing the system's own way, by its own programs: `lp` and `lpstat` on Linux and macOS, the shell's verb "print" on Windows. No
//! library is linked, so the program starts where nothing of this is installed; then [`PrintError::NoPrinter`] tells the caller to open
//! the PDF in a viewer.
//!
//! Every function blocks, some of them for as long as the printer takes: call them on a thread of their own.

mod command;
mod ipp;

use std::ffi::OsStr;
use std::io;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use self::command::{Said, run};
use self::ipp::{JobState, Server};
use super::page::Paper;
use crate::text::{Texts, args};

/// A printer that the system knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printer {
    /// The name by which it is chosen.
    pub name: String,
    /// Whether the system prints here when none is chosen.
    pub is_default: bool,
}

/// What is to be printed.
#[derive(Debug, Clone, Copy)]
pub struct Job<'a> {
    /// The PDF.
    pub file: &'a Path,
    /// What the queue calls it.
    pub title: &'a str,
    /// The printer, or the system's default.
    pub printer: Option<&'a str>,
    /// How many; at least one.
    pub copies: u32,
    /// The paper that the PDF is made for.
    pub paper: Paper,
}

/// What became of a job that the system took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The printer has it.
    Printed,
    /// It was handed over, and the system does not tell what becomes of it.
    Sent,
    /// It was not done when the patience ended; the printer's own words, which may be empty.
    Waiting(String),
}

/// Why nothing is printed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PrintError {
    /// The system has no printer or nothing that prints: open the PDF in a viewer.
    #[error("no printer")]
    NoPrinter,
    /// The system did not take the job; its own words.
    #[error("refused: {0}")]
    Refused(String),
    /// The system took the job and gave it up later, or somebody cancelled it; its own words.
    #[error("failed: {0}")]
    Failed(String),
    /// No viewer opens the PDF; the system's own words.
    #[error("no viewer: {0}")]
    NoViewer(String),
}

impl PrintError {
    /// The error as a sentence.
    #[must_use]
    pub fn words(&self, texts: &Texts) -> String {
        match self {
            PrintError::NoPrinter => texts.print_no_printer(),
            PrintError::Refused(reason) => texts.print_refused(args::PrintRefused { reason }),
            PrintError::Failed(reason) => texts.print_failed(args::PrintFailed { reason }),
            PrintError::NoViewer(reason) => texts.print_no_viewer(args::PrintNoViewer { reason }),
        }
    }
}

impl Outcome {
    /// The outcome as a sentence.
    #[must_use]
    pub fn words(&self, texts: &Texts) -> String {
        match self {
            Outcome::Printed => texts.print_printed(),
            Outcome::Sent => texts.print_sent(),
            Outcome::Waiting(reason) if reason.is_empty() => texts.print_waiting(),
            Outcome::Waiting(reason) => texts.print_waiting_because(args::PrintWaitingBecause { reason }),
        }
    }
}

/// The printers of the system, the default one first, then by name. None is an empty list.
#[must_use]
pub fn printers() -> Vec<Printer> {
    let mut printers = if cfg!(windows) { printers_of_windows() } else { printers_of_cups() };
    printers.sort_by(|first, second| second.is_default.cmp(&first.is_default).then_with(|| first.name.cmp(&second.name)));
    printers
}

/// Prints a file and waits until the printer has it, at most for `patience`.
///
/// # Errors
/// [`PrintError`], with the system's own words where it has some.
pub fn print(job: &Job<'_>, patience: Duration) -> Result<Outcome, PrintError> {
    if cfg!(windows) { print_by_windows(job) } else { print_by_cups(job, patience) }
}

/// Opens a file in the program that the system has for it.
///
/// # Errors
/// [`PrintError::NoViewer`].
pub fn open_in_viewer(file: &Path) -> Result<(), PrintError> {
    let file = absolute(file);
    let opened = if cfg!(windows) {
        powershell("Start-Process -FilePath $env:HALLPLAN_FILE", &[("HALLPLAN_FILE", file.as_os_str())])
    } else {
        let program = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
        command::launch(program, &[file.as_os_str()])
    };
    match opened {
        Ok(said) if said.success => Ok(()),
        Ok(said) => Err(PrintError::NoViewer(said.complaint())),
        Err(error) => Err(PrintError::NoViewer(error.to_string())),
    }
}

fn absolute(file: &Path) -> std::path::PathBuf {
    // A name that begins with a hyphen would be taken for an option.
    std::path::absolute(file).unwrap_or_else(|_| file.to_owned())
}

// Linux and macOS.

fn lpstat(arguments: &[&str]) -> io::Result<Said> {
    let arguments: Vec<&OsStr> = arguments.iter().map(OsStr::new).collect();
    // What is read here is read in English.
    run("lpstat", &arguments, &[("LC_ALL", OsStr::new("C"))])
}

fn printers_of_cups() -> Vec<Printer> {
    let Ok(said) = lpstat(&["-e"]) else { return Vec::new() };
    let default = lpstat(&["-d"]).ok().and_then(|said| default_printer(&said.output));
    let names = said.output.lines().map(str::trim).filter(|name| !name.is_empty());
    names.map(|name| Printer { name: name.to_owned(), is_default: default.as_deref() == Some(name) }).collect()
}

/// Reads "system default destination: NAME".
fn default_printer(output: &str) -> Option<String> {
    let (_, name) = output.lines().next()?.split_once(": ")?;
    // A printer may have an instance ("office/draft"), under which `lpstat -e` lists it too.
    Some(name.trim().to_owned())
}

fn print_by_cups(job: &Job<'_>, patience: Duration) -> Result<Outcome, PrintError> {
    let file = absolute(job.file);
    let (copies, media) = (job.copies.max(1).to_string(), format!("media={}", job.paper.name()));
    let mut arguments: Vec<&OsStr> = Vec::new();
    if let Some(printer) = job.printer {
        arguments.extend(["-d", printer].map(OsStr::new));
    }
    // A title is one line; a control character would end the job's header.
    let title: String = job.title.chars().filter(|letter| !letter.is_control()).collect();
    arguments.extend(["-t", &title, "-n", &copies, "-o", &media].map(OsStr::new));
    arguments.push(file.as_os_str());
    let said = match run("lp", &arguments, &[]) {
        Ok(said) => said,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(PrintError::NoPrinter),
        Err(error) => return Err(PrintError::Refused(error.to_string())),
    };
    if !said.success {
        return Err(if printers().is_empty() { PrintError::NoPrinter } else { PrintError::Refused(said.complaint()) });
    }
    match job_name(&said.output) {
        Some(name) => follow(name, patience),
        None => Ok(Outcome::Sent),
    }
}

/// The job's name in "request id is virt-12 (1 file(s))", in whatever language.
fn job_name(output: &str) -> Option<&str> {
    output.split_whitespace().find(|word| job_number(word).is_some())
}

fn job_number(name: &str) -> Option<u32> {
    let (printer, number) = name.rsplit_once('-')?;
    if printer.is_empty() { None } else { number.parse().ok() }
}

/// Waits for the end of a job.
fn follow(name: &str, patience: Duration) -> Result<Outcome, PrintError> {
    const PAUSE: Duration = Duration::from_millis(250);
    let start = Instant::now();
    let server = lpstat(&["-H"]).ok().and_then(|said| Server::parse(said.output.trim()));
    let mut words = String::new();
    loop {
        let asked = server.as_ref().zip(job_number(name)).map(|(server, number)| server.job(number));
        match asked {
            Some(Ok(job)) => match job.state {
                JobState::Completed => return Ok(Outcome::Printed),
                JobState::Canceled | JobState::Aborted => return Err(PrintError::Failed(job.words())),
                JobState::Unknown => return Ok(Outcome::Sent),
                JobState::Waiting => words = job.message,
            },
            // The server does not talk to us; its own program still tells whether the job is in the queue.
            Some(Err(_)) | None => {
                if !is_queued(name) {
                    return Ok(Outcome::Sent);
                }
            }
        }
        if start.elapsed() >= patience {
            return Ok(Outcome::Waiting(words));
        }
        thread::sleep(PAUSE);
    }
}

fn is_queued(name: &str) -> bool {
    lpstat(&["-W", "not-completed", "-o"])
        .is_ok_and(|said| said.output.lines().any(|line| line.split_whitespace().next() == Some(name)))
}

// Windows.

fn powershell(script: &str, variables: &[(&str, &OsStr)]) -> io::Result<Said> {
    let arguments = ["-NoProfile", "-NonInteractive", "-Command", script].map(OsStr::new);
    run("powershell", &arguments, variables)
}

fn printers_of_windows() -> Vec<Printer> {
    let script = "[Console]::OutputEncoding = [Text.Encoding]::UTF8; \
                  Get-CimInstance Win32_Printer | ForEach-Object { \"$($_.Default)|$($_.Name)\" }";
    let Ok(said) = powershell(script, &[]) else { return Vec::new() };
    let lines = said.output.lines().filter_map(|line| line.trim().split_once('|'));
    lines.map(|(default, name)| Printer { name: name.to_owned(), is_default: default.eq_ignore_ascii_case("true") }).collect()
}

/// The shell hands the file to the program that opens PDFs; neither tells what became of it, and copies are jobs of their own. Names come
/// in by variables, so that nothing in them is taken for a command.
fn print_by_windows(job: &Job<'_>) -> Result<Outcome, PrintError> {
    let file = absolute(job.file);
    let printer = OsStr::new(job.printer.unwrap_or_default());
    let script = "$ErrorActionPreference = 'Stop'; \
                  if ($env:HALLPLAN_PRINTER) \
                  { Start-Process -FilePath $env:HALLPLAN_FILE -Verb PrintTo -ArgumentList ('\"' + $env:HALLPLAN_PRINTER + '\"') } \
                  else { Start-Process -FilePath $env:HALLPLAN_FILE -Verb Print }";
    for _ in 0..job.copies.max(1) {
        let said = powershell(script, &[("HALLPLAN_FILE", file.as_os_str()), ("HALLPLAN_PRINTER", printer)]);
        match said {
            Ok(said) if said.success => {}
            // Without a program that prints PDFs a viewer is the way, and most viewers print.
            Ok(_) if job.printer.is_none() => return Err(PrintError::NoPrinter),
            Ok(said) => return Err(PrintError::Refused(said.complaint())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(PrintError::NoPrinter),
            Err(error) => return Err(PrintError::Refused(error.to_string())),
        }
    }
    Ok(Outcome::Sent)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn the_name_of_a_job_is_found_in_any_language() {
        for (output, name) in [
            ("request id is virt-12 (1 file(s))\n", Some("virt-12")),
            ("l'identifiant de requête est HP-LaserJet-4 (1 fichier(s))", Some("HP-LaserJet-4")),
            ("request id is unknown", None),
            ("", None),
            ("-12", None),
        ] {
            assert_eq!(job_name(output), name, "{output}");
        }
        assert_eq!(job_number("HP-LaserJet-4"), Some(4));
    }

    #[test]
    fn the_default_printer_is_read_from_what_lpstat_says() {
        assert_eq!(default_printer("system default destination: virt\n").as_deref(), Some("virt"));
        assert_eq!(default_printer("no system default destination\n"), None);
        assert_eq!(default_printer(""), None);
    }

    #[test]
    fn every_end_of_a_job_has_words_with_the_printers_own() {
        for texts in Language::ALL.map(Texts::new) {
            for error in
                [PrintError::Refused("quota".into()), PrintError::Failed("quota".into()), PrintError::NoViewer("quota".into())]
            {
                assert!(error.words(&texts).contains("quota"), "{error}");
            }
            assert!(Outcome::Waiting("no paper".into()).words(&texts).contains("no paper"));
            let others = [
                PrintError::NoPrinter.words(&texts),
                Outcome::Printed.words(&texts),
                Outcome::Sent.words(&texts),
                Outcome::Waiting(String::new()).words(&texts),
            ];
            assert!((1..others.len()).all(|position| !others[..position].contains(&others[position])), "{others:?}");
        }
    }
}
