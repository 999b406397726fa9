//! PDF.

use super::OpenMap;
use crate::reader::{Kind, ReadError};

pub(super) fn open(_: &[u8], _: u32) -> Result<Box<dyn OpenMap>, ReadError> {
    Err(ReadError::UnsupportedKind { kind: Kind::Pdf })
}
