//! What holds after any run of edits, and whatever the pointer does: random runs by proptest.

mod arranging;
mod edits;
mod halls;
mod random_edits;
mod tools;
