//! The canvas: a hall painted through a camera, what is laid over it while drawing, rulers, and its place in the
//! accessibility tree.

mod layer;
mod polygon;
mod rulers;

pub use layer::{Layer, View};
pub use rulers::{RULER, rulers};
