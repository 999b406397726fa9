//! Drawings to pixels.
