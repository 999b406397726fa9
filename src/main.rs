//! Hallplan: picks the window, the command line or the worker.

use std::ffi::OsString;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    if arguments.get(1).is_some_and(|first| first == hallplan::reader::worker::ARGUMENT) {
        return hallplan::reader::worker::run();
    }
    hallplan::cli::run(&arguments, |purpose| hallplan::app::run(purpose).map_err(|no_window| no_window.0))
}
