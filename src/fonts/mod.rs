//! The bundled and the system's fonts.
