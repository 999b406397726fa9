//! A damaged show, and a copy of what can be read of it.

use std::path::{Path, PathBuf};

use super::{Problem, work};
use crate::plan::Plan;
use crate::session::{Job, Outcome};
use crate::text::{Texts, args};

/// Makes the copy. What was wrong is a problem that is told after it is written; of a whole show it is a copy too.
pub(super) fn repair(file: &Path, out: PathBuf, texts: &Texts) -> Result<String, Problem> {
    let name = &file.to_string_lossy();
    if let (Ok(one), Ok(other)) = (std::path::absolute(file), std::path::absolute(&out))
        && (one == other || crate::store::is_same_file(&one, &other))
    {
        return Err(Problem::wrong_use(texts.cli_repair_onto_itself(args::CliRepairOntoItself { file: name })));
    }
    let out_name = &out.to_string_lossy().into_owned();
    let job = Job::ReadPlan { path: file.to_owned(), shown: None, even_damaged: true, data: None };
    match work::perform_now(job, &Plan::default(), texts)? {
        Outcome::Plan { plan, .. } => {
            work::save(*plan, out, None, texts)?;
            Ok(texts.cli_whole(args::CliWhole { file: name, out: out_name }) + "\n")
        }
        Outcome::Salvaged { salvaged, .. } => {
            work::save(salvaged.plan.clone(), out, None, texts)?;
            let count = salvaged.findings.len();
            let mut words = texts.cli_repaired(args::CliRepaired { count, file: name, out: out_name });
            for finding in &salvaged.findings {
                words.push_str(&format!("\n{}\n    {}", texts.finding(finding, &salvaged.plan), finding.excerpt));
            }
            Err(Problem::failed(words))
        }
        _ => Err(work::stopped(texts)),
    }
}
