//! What a hall looks like.
