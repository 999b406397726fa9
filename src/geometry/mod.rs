//! Exact plane geometry in tenths of a millimetre.
