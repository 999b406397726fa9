//! What holds after any run of edits, and whatever the pointer does: random runs by proptest.

mod arranging;
mod edits;
mod halls;
mod journal;
mod merging;
mod model;
mod random_edits;
mod tools;

/// So many cases, or as many as `PROPTEST_CASES` says: long runs use the same tests.
fn cases(usual: u32) -> proptest::test_runner::Config {
    let wanted = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    proptest::test_runner::Config::with_cases(wanted.unwrap_or(usual))
}
