//! Strangers' bytes, read in a worker process within limits of time and memory.
