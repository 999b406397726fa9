//! The files that are built into the program and that more than one room reads.

/// The bundled typeface, Inter, weight 400.
pub const INTER_REGULAR: &[u8] = include_bytes!("../assets/fonts/Inter-Regular.ttf");
