//! Pictures.

use super::OpenMap;
use crate::reader::{Kind, ReadError};

pub(super) fn open(_: &[u8], kind: Kind) -> Result<Box<dyn OpenMap>, ReadError> {
    Err(ReadError::UnsupportedKind { kind })
}
