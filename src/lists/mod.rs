//! The stand list as rows.
