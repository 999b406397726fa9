//! Makes the example that comes with the program, the same byte for byte every time:
//! `cargo run --example make_it_partners > assets/examples/it-partners-2022.hallplan`

mod names;
mod show;

use std::process::ExitCode;

fn main() -> ExitCode {
    match show::plan() {
        Ok(plan) => {
            print!("{}", hallplan::file::write(&plan));
            ExitCode::SUCCESS
        }
        Err(violation) => {
            eprintln!("The example breaks a rule of the plan: {violation:?}");
            ExitCode::FAILURE
        }
    }
}
