//! The document as a value.
