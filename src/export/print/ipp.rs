//! Asking the print server for the state of a job, by the one request of the Internet Printing Protocol (RFC 8011) that says it:
//! `lpstat` lists jobs that failed and jobs that were printed alike.

use std::env;
use std::io::{self, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::time::Duration;

/// The port of a server that names none (RFC 8010).
const PORT: u16 = 631;
/// How long one answer may take.
const LONGEST: Duration = Duration::from_secs(5);
/// An answer is some hundred bytes; more is not read.
const LARGEST: u64 = 1 << 20;

/// Where the print server listens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Server {
    /// A host and its port.
    Host(String, u16),
    /// A socket in the file system.
    Socket(String),
}

/// How far a job has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum JobState {
    /// In the queue or at the printer.
    Waiting,
    /// The printer has it.
    Completed,
    /// Somebody cancelled it.
    Canceled,
    /// The server gave it up.
    Aborted,
    /// The server does not know it, or no longer.
    Unknown,
}

/// What the server says of a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct JobReport {
    pub state: JobState,
    /// The printer's last words about it.
    pub message: String,
    /// Keywords: `job-canceled-by-user`.
    pub reasons: Vec<String>,
}

impl JobReport {
    /// The server's own words for what happened.
    pub(super) fn words(&self) -> String {
        let reasons = self.reasons.join(", ");
        match (self.message.is_empty(), reasons.is_empty()) {
            (true, _) => reasons,
            (false, true) => self.message.clone(),
            (false, false) => format!("{} ({reasons})", self.message),
        }
    }
}

impl Server {
    /// Reads what `lpstat -H` prints: `localhost:631`, `[::1]:631`, `printers.example/version=1.1`, `/run/cups/cups.sock`.
    pub(super) fn parse(text: &str) -> Option<Server> {
        if text.starts_with('/') {
            return Some(Server::Socket(text.to_owned()));
        }
        let text = text.split('/').next()?;
        let (host, port) = match text.rsplit_once(':') {
            Some((host, port)) if !host.contains(':') || host.ends_with(']') => (host, port.parse().ok()?),
            _ => (text, PORT),
        };
        let host = host.trim_start_matches('[').trim_end_matches(']');
        if host.is_empty() { None } else { Some(Server::Host(host.to_owned(), port)) }
    }

    /// Asks for a job by its number.
    pub(super) fn job(&self, number: u32) -> io::Result<JobReport> {
        let body = request(number, &user());
        let head = format!(
            "POST /jobs/{number} HTTP/1.0\r\nHost: localhost\r\nContent-Type: application/ipp\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        let question = [head.as_bytes(), &body].concat();
        let answer = match self {
            Server::Host(host, port) => {
                let address = (host.as_str(), *port).to_socket_addrs()?.next().ok_or(io::ErrorKind::NotFound)?;
                let stream = TcpStream::connect_timeout(&address, LONGEST)?;
                stream.set_read_timeout(Some(LONGEST))?;
                stream.set_write_timeout(Some(LONGEST))?;
                ask(stream, &question)?
            }
            Server::Socket(path) => ask_socket(path, &question)?,
        };
        report(&answer).ok_or_else(|| io::ErrorKind::InvalidData.into())
    }
}

#[cfg(unix)]
fn ask_socket(path: &str, question: &[u8]) -> io::Result<Vec<u8>> {
    let stream = std::os::unix::net::UnixStream::connect(path)?;
    stream.set_read_timeout(Some(LONGEST))?;
    stream.set_write_timeout(Some(LONGEST))?;
    ask(stream, question)
}

#[cfg(not(unix))]
fn ask_socket(_: &str, _: &[u8]) -> io::Result<Vec<u8>> {
    Err(io::ErrorKind::Unsupported.into())
}

fn ask(mut stream: impl Read + Write, question: &[u8]) -> io::Result<Vec<u8>> {
    stream.write_all(question)?;
    let mut answer = Vec::new();
    let mut part = [0; 4096];
    // The server may keep the line open: what counts is that the answer is whole.
    while !is_whole(&answer) && (answer.len() as u64) < LARGEST {
        let read = stream.read(&mut part)?;
        if read == 0 {
            break;
        }
        answer.extend_from_slice(part.get(..read).unwrap_or_default());
    }
    Ok(answer)
}

fn is_whole(answer: &[u8]) -> bool {
    let Some((head, body)) = split_head(answer) else { return false };
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        if name.eq_ignore_ascii_case("content-length") { value.trim().parse::<usize>().ok() } else { None }
    });
    length.is_some_and(|length| body.len() >= length)
}

/// The HTTP header and what follows it.
fn split_head(answer: &[u8]) -> Option<(String, &[u8])> {
    let end = answer.windows(4).position(|window| window == b"\r\n\r\n")?;
    Some((String::from_utf8_lossy(answer.get(..end)?).into_owned(), answer.get(end + 4..)?))
}

fn user() -> String {
    ["USER", "LOGNAME"]
        .iter()
        .find_map(|name| env::var(name).ok())
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| "anonymous".into())
}

/// The request Get-Job-Attributes (RFC 8011, 4.3.4).
fn request(job: u32, user: &str) -> Vec<u8> {
    const CHARSET: u8 = 0x47;
    const LANGUAGE: u8 = 0x48;
    const URI: u8 = 0x45;
    const NAME: u8 = 0x42;
    const KEYWORD: u8 = 0x44;
    // Version 1.1, the operation, the number of the request, the group of operation attributes.
    let mut bytes = vec![1, 1, 0, 0x09, 0, 0, 0, 1, 0x01];
    let uri = format!("ipp://localhost/jobs/{job}");
    for (tag, name, value) in [
        (CHARSET, "attributes-charset", "utf-8"),
        (LANGUAGE, "attributes-natural-language", "en"),
        (URI, "job-uri", uri.as_str()),
        (NAME, "requesting-user-name", user),
        (KEYWORD, "requested-attributes", "job-state"),
        // A value without a name is a further value of the attribute before it.
        (KEYWORD, "", "job-state-reasons"),
        (KEYWORD, "", "job-printer-state-message"),
    ] {
        bytes.push(tag);
        for text in [name, value] {
            let text = text.as_bytes();
            let text = text.get(..255).unwrap_or(text);
            bytes.extend([0, text.len() as u8]);
            bytes.extend(text);
        }
    }
    bytes.push(0x03);
    bytes
}

/// Reads an answer; nothing where it is not one.
fn report(answer: &[u8]) -> Option<JobReport> {
    let (head, body) = split_head(answer)?;
    if !head.split_whitespace().nth(1)?.starts_with('2') {
        return None;
    }
    let status = u16::from_be_bytes([*body.get(2)?, *body.get(3)?]);
    let mut report = JobReport { state: JobState::Unknown, message: String::new(), reasons: Vec::new() };
    // Client errors: not found, gone, not possible.
    if status >= 0x0400 {
        return Some(report);
    }
    let mut rest = body.get(8..)?;
    let mut attribute = String::new();
    while let Some((&tag, after)) = rest.split_first() {
        // Tags below 16 begin a group or end the answer.
        if tag < 0x10 {
            rest = after;
            continue;
        }
        let (name, after) = counted(after)?;
        let (value, after) = counted(after)?;
        rest = after;
        if !name.is_empty() {
            attribute = String::from_utf8_lossy(name).into_owned();
        }
        let text = || String::from_utf8_lossy(value).into_owned();
        match attribute.as_str() {
            "job-state" => {
                report.state = match *value {
                    [0, 0, 0, 7] => JobState::Canceled,
                    [0, 0, 0, 8] => JobState::Aborted,
                    [0, 0, 0, 9] => JobState::Completed,
                    _ => JobState::Waiting,
                }
            }
            "job-state-reasons" if value != b"none" => report.reasons.push(text()),
            "job-printer-state-message" => report.message = text(),
            _ => {}
        }
    }
    Some(report)
}

/// A length in two bytes and as many bytes after it, and the rest.
fn counted(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<2>()?;
    rest.split_at_checked(usize::from(u16::from_be_bytes(*length)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, attributes: &[(u8, &str, &[u8])]) -> Vec<u8> {
        let mut body = vec![1, 1];
        body.extend(status.to_be_bytes());
        body.extend([0, 0, 0, 1, 0x01]);
        for (tag, name, value) in attributes {
            body.push(*tag);
            for bytes in [name.as_bytes(), value] {
                body.extend(u16::try_from(bytes.len()).unwrap().to_be_bytes());
                body.extend(bytes);
            }
        }
        body.push(0x03);
        let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", body.len());
        [head.as_bytes(), &body].concat()
    }

    #[test]
    fn the_state_of_a_job_is_read_with_the_servers_words() {
        let states = [
            (3, JobState::Waiting),
            (5, JobState::Waiting),
            (7, JobState::Canceled),
            (8, JobState::Aborted),
            (9, JobState::Completed),
        ];
        for (number, state) in states {
            let bytes = answer(
                0,
                &[
                    (0x47, "attributes-charset", b"utf-8"),
                    (0x23, "job-state", &[0, 0, 0, number]),
                    (0x44, "job-state-reasons", b"aborted-by-system"),
                    (0x44, "", b"printer-stopped"),
                    (0x41, "job-printer-state-message", b"No paper."),
                ],
            );
            let job = report(&bytes).unwrap();
            assert_eq!(job.state, state);
            assert_eq!(job.words(), "No paper. (aborted-by-system, printer-stopped)");
            for length in 0..bytes.len() {
                assert!(!is_whole(&bytes[..length]));
                // A broken answer must not panic.
                report(&bytes[..length]);
            }
            assert!(is_whole(&bytes));
        }
    }

    #[test]
    fn a_job_that_the_server_forgot_is_told_from_no_answer() {
        assert_eq!(report(&answer(0x0406, &[])).unwrap().state, JobState::Unknown);
        assert_eq!(report(b"HTTP/1.1 401 Unauthorized\r\n\r\n"), None);
        assert_eq!(report(b"no answer"), None);
    }

    #[test]
    fn the_server_is_found_in_what_lpstat_says() {
        let host = |name: &str, port| Some(Server::Host(name.to_owned(), port));
        for (text, server) in [
            ("localhost:631", host("localhost", 631)),
            ("printers.example", host("printers.example", 631)),
            ("printers.example:8632/version=1.1", host("printers.example", 8632)),
            ("[::1]:631", host("::1", 631)),
            ("::1", host("::1", 631)),
            ("/run/cups/cups.sock", Some(Server::Socket("/run/cups/cups.sock".to_owned()))),
            ("", None),
            ("host:port", None),
        ] {
            assert_eq!(Server::parse(text), server, "{text}");
        }
    }
}
