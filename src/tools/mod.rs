//! What pointer and keys do on a hall.
