//! Hallplan: picks the window, the command line or the worker.

use std::process::ExitCode;

fn main() -> ExitCode {
    if std::env::args_os().nth(1).is_some_and(|first| first == hallplan::reader::worker::ARGUMENT) {
        return hallplan::reader::worker::run();
    }
    let path = std::env::args_os().nth(1).map(std::path::PathBuf::from);
    match hallplan::app::run(path) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
