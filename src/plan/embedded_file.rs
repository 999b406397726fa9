//! Files of other people inside the plan: maps of halls and logos of exhibitors.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::num::NonZeroU32;
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

/// The bytes of a file that the user chose, known by their SHA-256. A clone costs nothing.
#[derive(Clone)]
pub struct EmbeddedFile(Arc<Content>);

struct Content {
    bytes: Arc<[u8]>,
    hash: [u8; 32],
}

impl EmbeddedFile {
    /// What a file holds.
    #[must_use]
    pub fn new(bytes: impl Into<Arc<[u8]>>) -> Self {
        let bytes = bytes.into();
        Self(Arc::new(Content { hash: Sha256::digest(&bytes).into(), bytes }))
    }

    /// The file's bytes.
    #[must_use]
    pub fn bytes(&self) -> &Arc<[u8]> {
        &self.0.bytes
    }

    /// The SHA-256 of the bytes in hexadecimal.
    #[must_use]
    pub fn hash(&self) -> String {
        self.0.hash.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

impl PartialEq for EmbeddedFile {
    fn eq(&self, other: &Self) -> bool {
        self.0.hash == other.0.hash
    }
}

impl Eq for EmbeddedFile {}

impl Hash for EmbeddedFile {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash.hash(state);
    }
}

impl fmt::Debug for EmbeddedFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes, {}", self.0.bytes.len(), self.hash())
    }
}

/// The logo of an exhibitor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    /// The picture's file.
    pub file: EmbeddedFile,
    /// Width and height of the picture, in pixels.
    pub pixels: (NonZeroU32, NonZeroU32),
}

impl Logo {
    /// How many times as wide as high it is.
    #[must_use]
    pub fn proportion(&self) -> f64 {
        f64::from(self.pixels.0.get()) / f64::from(self.pixels.1.get())
    }
}
