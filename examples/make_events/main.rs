//! Makes one of the three examples that were drawn after reports of real events, the same byte for byte every time:
//! `cargo run --example make_events -- techdays-2010 > assets/examples/techdays-2010.hallplan`, and so on.

mod devcom;
mod maker;
mod names;
mod semaine;
mod techdays;

use std::process::ExitCode;

fn main() -> ExitCode {
    let name = std::env::args().nth(1).unwrap_or_default();
    let made = match name.as_str() {
        "techdays-2010" => techdays::plan(),
        "semaine-du-numerique" => semaine::plan(),
        "devcom" => devcom::plan(),
        _ => {
            eprintln!("Which one? techdays-2010, semaine-du-numerique or devcom.");
            return ExitCode::FAILURE;
        }
    };
    match made {
        Ok(plan) => {
            print!("{}", hallplan::file::write(&plan));
            ExitCode::SUCCESS
        }
        Err(refusal) => {
            eprintln!("An edit of the example is refused: {refusal:?}");
            ExitCode::FAILURE
        }
    }
}
