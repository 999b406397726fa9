//! DXF and DWG.

use super::OpenMap;
use crate::reader::{Kind, ReadError};

pub(super) fn open(_: &[u8], kind: Kind, _: u32) -> Result<Box<dyn OpenMap>, ReadError> {
    Err(ReadError::UnsupportedKind { kind })
}
