//! Writes a show of any size, to measure with: `cargo run --release --example make_show -- 2800 show.hallplan` gives one hall of
//! 2,800 booths back to back, with as many exhibitors.

use std::path::Path;
use std::process::ExitCode;

#[path = "../benches/show/mod.rs"]
mod show;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [booths, file] = arguments.as_slice() else { return wrong_use() };
    let Ok(booths) = booths.parse() else { return wrong_use() };
    let plan = match show::plan(booths) {
        Ok(plan) => plan,
        Err(violation) => {
            eprintln!("{booths} booths break a rule of the plan: {violation:?}");
            return ExitCode::FAILURE;
        }
    };
    match hallplan::store::overwrite(Path::new(file), hallplan::file::write(&plan).as_bytes()) {
        Ok(_) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:?}");
            ExitCode::FAILURE
        }
    }
}

fn wrong_use() -> ExitCode {
    eprintln!("make_show BOOTHS FILE");
    ExitCode::from(2)
}
