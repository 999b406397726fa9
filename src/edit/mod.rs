//! The only door by which a plan changes.
