//! Two copies of a file: made one again, or compared.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Serialize;

use super::arguments::Told;
use super::{Problem, work};
use crate::export::page::Paper;
use crate::file::compare::{Difference, compare};
use crate::file::merge::{Choices, merge};
use crate::session::Job;
use crate::store::file_name;
use crate::text::{Texts, args};

/// Merges two plans that were made from one base and writes the result. Clashes are a problem that is told after it is written,
/// as those who merge files for a version control want it.
pub(super) fn merged(base: &Path, ours: &Path, theirs: &Path, out: PathBuf, texts: &Texts) -> Result<String, Problem> {
    let [base, ours, theirs] = [base, ours, theirs].map(|file| work::open(file, texts).map(|opened| opened.plan));
    let (base, ours, theirs) = (base?, ours?, theirs?);
    let merged = merge(&base, &ours, &theirs, &Choices::new()).map_err(|violation| {
        let words = &texts.violation(&violation, &base);
        Problem::failed(texts.cli_not_one_base(args::CliNotOneBase { words }))
    })?;
    work::save(merged.plan.clone(), out, None, texts)?;
    let mut words = texts.cli_merged(args::CliMerged { count: merged.clashes.len() });
    for clash in &merged.clashes {
        words.push('\n');
        words.push_str(&texts.clash(clash, &merged.plan));
    }
    if merged.clashes.is_empty() { Ok(words + "\n") } else { Err(Problem::failed(words)) }
}

/// One difference, for other programs.
#[derive(Serialize)]
struct OneDifference {
    kind: &'static str,
    words: String,
}

/// What is different in another copy of a plan.
pub(super) fn different(before: &Path, after: &Path, told: Told, texts: &Arc<Texts>) -> Result<String, Problem> {
    let names = [before, after].map(file_name);
    let (before, after) = (work::open(before, texts)?.plan, work::open(after, texts)?.plan);
    if let Told::Drawn(path) = told {
        let (plan, texts_of_pages) = (after.clone(), Arc::clone(texts));
        let job = Job::ExportDifferences {
            before: Box::new(before),
            after,
            names,
            texts: texts_of_pages,
            path,
            paper: Paper::default(),
        };
        return work::perform_now(job, &plan, texts).map(|outcome| work::written(outcome, texts));
    }
    let differences = compare(&before, &after);
    let words = |difference: &Difference| texts.difference(difference, &before, &after);
    if told == Told::Json {
        let told: Vec<_> =
            differences.iter().map(|difference| OneDifference { kind: kind(difference), words: words(difference) }).collect();
        return serde_json::to_string_pretty(&told).map_err(|error| Problem::failed(error.to_string()));
    }
    if differences.is_empty() {
        return Ok(texts.diff_none() + "\n");
    }
    Ok(differences.iter().map(|difference| words(difference) + "\n").collect())
}

const fn kind(difference: &Difference) -> &'static str {
    match difference {
        Difference::New(_) => "new",
        Difference::Gone(_) => "gone",
        Difference::Moved(..) => "moved",
        Difference::Elsewhere(..) => "elsewhere",
        Difference::Reshaped(_) => "reshaped",
        Difference::Renumbered(..) => "renumbered",
        Difference::Status(..) => "status",
        Difference::Changed(_) => "changed",
        Difference::Things(_) => "things",
    }
}
