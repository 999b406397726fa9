//! Hallplan.
fn main() {}
