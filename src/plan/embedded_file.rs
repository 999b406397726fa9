//! Files of other people inside the plan: maps of halls and logos of exhibitors.

use std::fmt;
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

/// The bytes of a file that the user chose, known by their SHA-256.
#[derive(Clone)]
pub struct EmbeddedFile {
    bytes: Arc<[u8]>,
    hash: [u8; 32],
}

impl EmbeddedFile {
    /// What a file holds.
    #[must_use]
    pub fn new(bytes: impl Into<Arc<[u8]>>) -> Self {
        let bytes = bytes.into();
        Self { hash: Sha256::digest(&bytes).into(), bytes }
    }

    /// The file's bytes.
    #[must_use]
    pub fn bytes(&self) -> &Arc<[u8]> {
        &self.bytes
    }

    /// The SHA-256 of the bytes in hexadecimal.
    #[must_use]
    pub fn hash(&self) -> String {
        self.hash.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

impl PartialEq for EmbeddedFile {
    fn eq(&self, other: &Self) -> bool {
        self.hash == other.hash
    }
}

impl Eq for EmbeddedFile {}

impl fmt::Debug for EmbeddedFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes, {}", self.bytes.len(), self.hash())
    }
}
