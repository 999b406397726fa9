//! The whole program without pixels.
