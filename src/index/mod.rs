//! What is derived from a plan and kept up to date from changes.
