//! The words on screen and paper.
